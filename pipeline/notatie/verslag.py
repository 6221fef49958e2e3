"""``verslag.md`` -> Verslag."""

from __future__ import annotations

from datetime import date

from pipeline.model import (
    BOVENAAN,
    Alinea,
    Blok,
    Bron,
    Inzageantwoord,
    Melding,
    Tabel,
    Tafel,
    Vaststelling,
    Vergadering,
    Verslag,
    VerslagPunt,
    mark_afwezig,
    melding,
)
from pipeline.notatie.acties import ActieLezer
from pipeline.notatie.blokken import Kop, RuwBlok, TabelBlok, TekstBlok
from pipeline.notatie.deelnemers import check_afwezigen, read_deelnemers
from pipeline.notatie.lezer import Lezer, Waarden, read_record
from pipeline.notatie.ontleding import Ontleding, Sectie, find_geheim_bovenaan, find_vindplaatsen, ontleed
from pipeline.notatie.tekst import Brontekst, fold, shorten
from pipeline.notatie.titelmerk import bare_titel, read_embargo
from pipeline.notatie.vaststelling import read_vaststellingen
from pipeline.notatie.velden import VOORBLOK
from pipeline.notatie.yaml_lezen import Blok as YamlBlok
from pipeline.notatie.yaml_lezen import Boom, read_yaml

_BOVENAAN = (
    "Zet boven deze tekst een kop, zoals ## Inleiding (vertrouwelijk) of ## Inleiding (openbaar), en (vertrouwelijk) "
    "achter elke kop waar het over gaat."
)


def parse_verslag(
    bron: Brontekst,
    tafel: Tafel,
    datum: date,
    vergadering: Vergadering | None = None,
    volgende: date | None = None,
    antwoorden: tuple[Inzageantwoord, ...] = (),
) -> tuple[Verslag, tuple[Melding, ...]]:
    """Read the record of the meeting of ``tafel`` on ``datum`` (the name of its folder).

    ``vergadering`` says who was expected, for a record that only names the absentees; ``volgende`` is the day
    of the next meeting, for terms that name it. ``antwoorden`` are what the register says of items that the text
    leaves in doubt.
    """
    parts = ontleed(bron.tekst)
    values, lezer = read_record(bron, _read_voorblok(parts, bron), VOORBLOK, datum, volgende)
    _check_identity(values, lezer, tafel, datum)
    _ask_vertrouwelijk(parts, lezer, antwoorden)
    _ask_embargo(parts, lezer, vergadering)
    acties = ActieLezer(tafel, datum, lezer, bool(values["herkomst"]))
    found = acties.read(parts.secties, find_vindplaatsen(parts.secties, datum))
    deelnemers = read_deelnemers(values.knoop("deelnemers"), lezer, tafel)
    expected = vergadering.deelnemers if vergadering else ()
    check_afwezigen(values, "afwezig", lezer, tafel, deelnemers or expected, datum)
    intro, *sections = parts.secties
    verslag = Verslag(
        tafel=tafel.id,
        datum=datum,
        status=values["status"] or "concept",
        tijd=values["tijd"],
        locatie=values["locatie"],
        kanttekening=values["kanttekening"],
        herkomst=values["herkomst"],
        notulist=values["notulist"],
        deelnemers=mark_afwezig(deelnemers, values["afwezig"], tafel.leden_op(datum)),
        afwezig=values["afwezig"],
        inleiding=_make_blokken(intro, bron),
        inleiding_vertrouwelijk=intro.vraag,
        punten=tuple(_make_punt(sectie, bron, datum) for sectie in sections if sectie.lijst is None),
        actiepunten=found.actiepunten,
        voortgang=found.voortgang,
        besluiten=found.besluiten,
        vaststellingen=_vaststellingen(values, lezer, datum),
        bron=Bron(bron.bestand, "regel", 1),
    )
    return verslag, lezer.gemeld


def _read_voorblok(parts: Ontleding, bron: Brontekst) -> Boom:
    block = parts.voorblok
    if block is None:
        missing = melding("geen-voorblok", bron=Bron(bron.bestand, "regel", 1))
        return Boom(YamlBlok((), 1), False, (missing,))
    boom = read_yaml(block.tekst, bron.bestand, block.eerste_regel)
    if block.gesloten:
        return boom
    text = "Het blok boven aan verslag.md wordt niet afgesloten."
    place = Bron(bron.bestand, "regel", block.begin)
    unclosed = melding("geen-voorblok", text, place, "Zet onder de laatste regel van het blok een regel met ---.")
    return Boom(boom.wortel, False, (unclosed, *boom.meldingen))


def _check_identity(values: Waarden, lezer: Lezer, tafel: Tafel, datum: date) -> None:
    if values["tafel"] and values["tafel"] != tafel.id:
        text = f"In het verslag staat tafel: {values['tafel']}, maar het staat in de map van {tafel.id}."
        lezer.report("tafel-onbekend", text, values.bron_van("tafel").nummer or 1, "Maak ze gelijk.")
    if values["datum"] and values["datum"] != datum:
        written = f"{values['datum']:%d-%m-%Y}"
        text = f"In het verslag staat {written}, maar de map heet {datum.isoformat()}."
        lezer.report("datum-map", text, values.bron_van("datum").nummer or 1)


def _ask_vertrouwelijk(parts: Ontleding, lezer: Lezer, antwoorden: tuple[Inzageantwoord, ...]) -> None:
    """Ask of every heading that leaves it in doubt whether its item is confidential."""
    for sectie in parts.secties:
        # of a list the rows say it one by one: there is no answer for all of it
        answered = sectie.lijst is None and any(a.gaat_over(sectie.nummer, sectie.titel) for a in antwoorden)
        if sectie.vraag and sectie.kop is not None and not answered:
            text = f"Is dit vertrouwelijk? {fold(sectie.kop.tekst)}"
            lezer.report("vertrouwelijk-vraag", text, sectie.kop.regel)
    if any(a.gaat_over(BOVENAAN) for a in antwoorden):
        return
    for line, said in find_geheim_bovenaan(parts.secties[0].blokken):
        text = f"Wat is vertrouwelijk? Boven de eerste kop staat: {shorten(said)}"
        lezer.report("vertrouwelijk-vraag", text, line, _BOVENAAN)


def _ask_embargo(parts: Ontleding, lezer: Lezer, vergadering: Vergadering | None) -> None:
    """Ask until when an embargo in a heading holds, unless the agenda says it, or asks that itself."""
    items = vergadering.agendapunten if vergadering else ()
    told = {name for p in items if p.embargo for name in (p.nummer, bare_titel(p.titel))}
    for sectie in parts.secties:
        embargo = None if sectie.lijst else read_embargo(sectie.merk, lezer.samenhang.datum)
        if sectie.kop and embargo and embargo.tot is None and not {sectie.nummer, bare_titel(sectie.titel)} & told:
            text = f"Tot wanneer geldt het embargo? {fold(sectie.kop.tekst)}"
            lezer.report("embargo-zonder-eind", text, sectie.kop.regel)


def _vaststellingen(values: Waarden, lezer: Lezer, datum: date) -> tuple[Vaststelling, ...]:
    """Read which earlier minutes were adopted here; those of a later day cannot be."""
    found = read_vaststellingen(values["vaststelling"])
    for said in found:
        if said.verslag >= datum and said.bron:
            text = f"Een verslag van {said.verslag:%d-%m-%Y} kan op {datum:%d-%m-%Y} niet zijn vastgesteld."
            lezer.report("eind-voor-begin", text, said.bron.nummer or 1, "Verbeter de datum bij vaststelling.")
    return tuple(said for said in found if said.verslag < datum)


def _make_punt(sectie: Sectie, bron: Brontekst, datum: date) -> VerslagPunt:
    return VerslagPunt(
        titel=sectie.titel,
        nummer=sectie.nummer,
        blokken=_make_blokken(sectie, bron),
        vertrouwelijk=sectie.vertrouwelijk,
        vertrouwelijk_vraag=sectie.vraag,
        embargo=read_embargo(sectie.merk, datum),
        bron=_place_of_kop(sectie.kop, bron),
    )


def _place_of_kop(kop: Kop | None, bron: Brontekst) -> Bron | None:
    if kop is None:
        return None
    end = kop.kolom + len(kop.tekst)
    return Bron(bron.bestand, "regel", kop.regel, kop.kolom, end, fold(kop.tekst))


def _make_blokken(sectie: Sectie, bron: Brontekst) -> tuple[Blok, ...]:
    return tuple(_make_blok(blok, bron) for blok in sectie.blokken if not isinstance(blok, Kop))


def _make_blok(blok: RuwBlok, bron: Brontekst) -> Blok:
    if isinstance(blok, TabelBlok):
        return _make_tabel(blok, bron)
    assert isinstance(blok, TekstBlok)
    first = blok.fragmenten[0]
    end = first.kolom + len(first.tekst)
    place = Bron(bron.bestand, "regel", first.regel, first.kolom, end, fold(blok.tekst))
    return Alinea(blok.tekst, blok.soort, blok.niveau, blok.nummer, place)


def _make_tabel(blok: TabelBlok, bron: Brontekst) -> Tabel:
    """Make all rows as long as the longest, so that no cell is lost."""
    width = max(len(rij.cellen) for rij in blok.rijen)
    rows = (tuple(cel.tekst for cel in rij.cellen) for rij in blok.rijen)
    padded = tuple((*row, *[""] * (width - len(row))) for row in rows)
    header = blok.rijen[0].regel
    place = Bron(bron.bestand, "regel", header.nummer, 0, len(header.tekst), fold(header.tekst))
    return Tabel(padded, place)
