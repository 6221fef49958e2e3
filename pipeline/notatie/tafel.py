"""``tafel.yaml`` -> Tafel."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Hoedanigheid, Lid, Melding, Persoon, Tafel, VastPunt, Verzendlijst
from pipeline.notatie.lezer import Lezer, Waarden, read_record
from pipeline.notatie.openbaar import read_gevoelig, read_openbaarheid
from pipeline.notatie.tekst import Brontekst
from pipeline.notatie.titelmerk import read_titelmerk
from pipeline.notatie.velden import TAFEL
from pipeline.notatie.yaml_lezen import read_yaml

_LIJSTEN: tuple[tuple[str, Hoedanigheid], ...] = (
    ("leden", "lid"),
    ("agendaleden", "agendalid"),
    ("toehoorders", "toehoorder"),
)


def parse_tafel(bron: Brontekst, tafel_id: str) -> tuple[Tafel, tuple[Melding, ...]]:
    """Read ``tafel.yaml`` of the table whose folder is called ``tafel_id``."""
    boom = read_yaml(bron.tekst, bron.bestand)
    values, lezer = read_record(bron, boom, TAFEL)
    leden = tuple(_leden(values, lezer))
    _report_doubles(leden, lezer)
    tafel = _tafel(tafel_id, values, leden, lezer)
    return tafel, lezer.gemeld


def _tafel(tafel_id: str, values: Waarden, leden: tuple[Lid, ...], lezer: Lezer) -> Tafel:
    ritme, termijnen = values["ritme"], values["termijnen"]
    start = values["acties_vanaf"]
    return Tafel(
        id=tafel_id,
        naam=values["naam"],
        korte_naam=values["korte_naam"],
        locatie=values["locatie"],
        tijd=values["tijd"],
        voorzitter=values["voorzitter"],
        secretaris=values["secretaris"],
        contact=values["contact"],
        weken=ritme["weken"] if ritme else None,
        weekdag=ritme["weekdag"] if ritme else "",
        voedt=values["voedt"],
        dagen_vooraf=_or_default(ritme["dagen_vooraf"] if ritme else None, 14),
        nummering=values["nummering"] or "vergadering",
        agenda_dagen=_or_default(termijnen["agenda"] if termijnen else None, 7),
        verslag_dagen=_or_default(termijnen["verslag"] if termijnen else None, 14),
        reactie_dagen=termijnen["reacties"] if termijnen else None,
        kloktijden=values["kloktijden"] is True,
        acties_vanaf=start.isoformat() if start else "",
        leden=leden,
        vaste_punten=tuple(_vast_punt(part, lezer) for part in values["vaste_punten"]),
        actiehouders=values["actiehouders"],
        afkortingen=values["afkortingen"],
        verzendlijsten=tuple(_verzendlijst(part) for part in values["verzendlijsten"]),
        openbaarheid=read_openbaarheid(values["openbaarheid"]),
        gevoelig=read_gevoelig(values["gevoelig"]),
        bron=values.bron,
    )


def _or_default(value: int | None, default: int) -> int:
    return default if value is None else value


def _leden(values: Waarden, lezer: Lezer) -> Iterator[Lid]:
    for name, capacity in _LIJSTEN:
        for part in values[name]:
            yield _lid(part, capacity, lezer)


def _lid(values: Waarden, capacity: Hoedanigheid, lezer: Lezer) -> Lid:
    if values["van"] and values["tot"] and values["tot"] < values["van"]:
        text = f"Het lidmaatschap van {values['id']} eindigt voordat het begint."
        lezer.report("eind-voor-begin", text, values.bron_van("tot").nummer or 1)
    if not (values["achternaam"] or values["weergave"] or values["functie"] or values["rol"]):
        text = f"Het lid {values['id']} heeft geen achternaam en geen functie."
        lezer.report("veld-ontbreekt", text, values.bron.nummer or 1)
    name = Persoon(*(values[n] for n in ("aanhef", "voorletters", "tussenvoegsel", "achternaam", "weergave")))
    return Lid(
        id=values["id"],
        persoon=name,
        functie=values["functie"],
        groep=values["groep"] or values["organisatie"],
        organisatie=values["organisatie"],
        rol=values["rol"],
        hoedanigheid=capacity,
        van=values["van"],
        tot=values["tot"],
        email=values["email"],
        cc=values["cc"],
        openbaar=values["openbaar"],
        bron=values.bron,
    )


def _report_doubles(leden: tuple[Lid, ...], lezer: Lezer) -> None:
    first: dict[str, int] = {}
    for lid in leden:
        line = (lid.bron.nummer if lid.bron else None) or 1
        if lid.id and lid.id in first:
            text = f"Het id {lid.id} is al gebruikt op regel {first[lid.id]}."
            lezer.report("lid-dubbel", text, line)
        first.setdefault(lid.id, line)


def _vast_punt(values: Waarden, lezer: Lezer) -> VastPunt:
    merk = read_titelmerk(values, values["titel"], lezer)
    return VastPunt(
        titel=merk.titel,
        plaats=values["plaats"] or "begin",
        doel=values["doel"],
        duur=values["duur"],
        toelichting=values["toelichting"],
        soort=values["soort"],
        mijlpaal=values["mijlpaal"] or None,
        vertrouwelijk=merk.vertrouwelijk,
        embargo=merk.embargo,
    )


def _verzendlijst(values: Waarden) -> Verzendlijst:
    return Verzendlijst(
        naam=values["naam"],
        wie=values["wie"],
        adressen=values["adressen"],
        voor=values["voor"],
        vertrouwelijk=values["vertrouwelijk"] is True,
        doorgeven=values["doorgeven"] is True,
        stukken=values["stukken"] or "bundel",
        word=values["word"] is True,
        verborgen=values["verborgen"] is True,
        bron=values.bron,
    )
