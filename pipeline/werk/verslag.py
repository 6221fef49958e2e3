"""The minutes of a meeting: put ready, numbered, and made into a document; and the form to type on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from pipeline.model import SECRETARIAAT, Bron, Lezerskring, Melding, Reeks, melding
from pipeline.werk.keuze import Keuze
from pipeline.werk.levering import Levering
from pipeline.werk.opdracht import Opdracht, pick_datum
from pipeline.werk.uitkomst import Geschreven, Uitkomst, Vervolg
from pipeline.werk.verzoek import OverVergadering

if TYPE_CHECKING:
    from pipeline.documenten import Stukken


@dataclass(frozen=True, slots=True)
class MaakVerslag(OverVergadering):
    """The minutes in Word; where there is no record yet, that is put ready. Without a date: of the last meeting."""

    daad: ClassVar[str] = "maak_verslag"
    keuze: Keuze = Keuze()


@dataclass(frozen=True, slots=True)
class MaakFormulier(OverVergadering):
    """The form to type on during a meeting; without a date for the first to come."""

    daad: ClassVar[str] = "maak_formulier"
    keuze: Keuze = Keuze()


@dataclass(frozen=True, slots=True)
class BeginVerslag(OverVergadering):
    """A record put ready with what the agenda knows; one that is there stays."""

    daad: ClassVar[str] = "begin_verslag"


@dataclass(frozen=True, slots=True)
class ToonVerslagtekst(OverVergadering):
    """The text of the record, to type in."""

    daad: ClassVar[str] = "toon_verslagtekst"


@dataclass(frozen=True, slots=True)
class BewaarVerslag(OverVergadering):
    """A text for the record of a meeting; ``merk`` is that of the text it was typed in."""

    daad: ClassVar[str] = "bewaar_verslag"
    tekst: str = ""
    merk: str = ""


@dataclass(frozen=True, slots=True)
class Verslagtekst:
    """The text of a record as it stands, and the mark by which it is known; minutes that went round lie fast."""

    tekst: str
    merk: str
    ligt_vast: bool = False


def maak_verslag(opdracht: Opdracht, verzoek: MaakVerslag) -> Uitkomst:
    """Number the new actions and decisions and make the minutes; a meeting without a record gets one first."""
    reeks = opdracht.reeks(verzoek.tafel)
    datum = pick_datum(opdracht, reeks, verzoek.datum, gehouden=True)
    if _has_record(opdracht, reeks, datum):
        return _make(opdracht, reeks, datum, verzoek.keuze)
    return _begin(opdracht, reeks, datum)


def begin_verslag(opdracht: Opdracht, verzoek: BeginVerslag) -> Uitkomst:
    """Put a record ready with everything the agenda knows."""
    reeks = opdracht.reeks(verzoek.tafel)
    datum = pick_datum(opdracht, reeks, verzoek.datum, gehouden=True)
    if _has_record(opdracht, reeks, datum):
        path = opdracht.inhoud.paden.verslag(reeks.tafel.id, datum)
        return Uitkomst((Geschreven(opdracht.show(path), gewijzigd=False),))
    return _begin(opdracht, reeks, datum)


def toon_verslagtekst(opdracht: Opdracht, verzoek: ToonVerslagtekst) -> Uitkomst:
    """Return the text of the record with its mark. Nothing is written."""
    reeks = opdracht.reeks(verzoek.tafel)
    datum = pick_datum(opdracht, reeks, verzoek.datum, gehouden=True)
    path = opdracht.inhoud.paden.verslag(reeks.tafel.id, datum)
    own = tuple(m for m in opdracht.inhoud.meldingen if m.bron and m.bron.bestand == opdracht.show(path))
    return Uitkomst(meldingen=own, gegevens=_read_tekst(opdracht, reeks, datum))


def bewaar_verslag(opdracht: Opdracht, verzoek: BewaarVerslag) -> Uitkomst:
    """Write the record as it was typed. Where somebody changed it since, nothing is written and hers is returned."""
    from pipeline.notatie import read_brontekst
    from pipeline.werkmap import read_bytes, write_atomic

    reeks = opdracht.reeks(verzoek.tafel)
    datum = pick_datum(opdracht, reeks, verzoek.datum, gehouden=True)
    path = opdracht.inhoud.paden.verslag(reeks.tafel.id, datum)
    shown = opdracht.show(path)
    now = _read_tekst(opdracht, reeks, datum)
    if now.ligt_vast:
        text = f"Het verslag van {datum.isoformat()} is al rondgezonden. Er is niets bewaard."
        opdracht.stop(melding("verslag-bevroren", text, Bron(shown)))
    if now.merk != verzoek.merk:
        return Uitkomst(meldingen=(melding("intussen-gewijzigd", bron=Bron(shown)),), gegevens=now)
    bron, _ = read_brontekst(read_bytes(path), shown)
    changed = write_atomic(path, bron.with_tekst(verzoek.tekst).to_bytes())
    opdracht.reload()
    own = tuple(m for m in opdracht.inhoud.meldingen if m.bron and m.bron.bestand == shown)
    after = _read_tekst(opdracht, opdracht.reeks(reeks.tafel.id), datum)
    return Uitkomst((Geschreven(shown, changed),), own, gegevens=after)


def _read_tekst(opdracht: Opdracht, reeks: Reeks, datum: date) -> Verslagtekst:
    from pipeline.notatie import read_brontekst
    from pipeline.werkmap import fingerprint, is_file, read_bytes

    path = opdracht.inhoud.paden.verslag(reeks.tafel.id, datum)
    if not is_file(path):
        text = f"Van de vergadering van {datum.isoformat()} is nog geen verslag."
        opdracht.stop(melding("vergadering-onbekend", text))
    content = read_bytes(path)
    bron, _ = read_brontekst(content, opdracht.show(path))
    return Verslagtekst(bron.tekst, fingerprint(content), reeks.is_rondgezonden(datum))


def maak_formulier(opdracht: Opdracht, verzoek: MaakFormulier) -> Uitkomst:
    """Make the form to type on during a meeting."""
    reeks = opdracht.reeks(verzoek.tafel)
    datum = pick_datum(opdracht, reeks, verzoek.datum, gehouden=False)
    if reeks.vergadering(datum) is None:
        opdracht.stop(_report_no_agenda(datum))
    levering = Levering(opdracht, reeks, datum, verzoek.keuze)
    folder = opdracht.inhoud.paden.verslagmap(reeks.tafel.id, datum)
    levering.deliver("aantekenformulier", collect_formulier(levering), folder)
    return levering.finish(Vervolg("typ in de vergadering op het formulier. Daarna: {daad}", "neem_over",
                                   {"bestand": "BESTAND"}))  # fmt: skip


def _has_record(opdracht: Opdracht, reeks: Reeks, datum: date) -> bool:
    from pipeline.werkmap import exists

    return reeks.verslag(datum) is not None or exists(opdracht.inhoud.paden.verslag(reeks.tafel.id, datum))


def _report_no_agenda(datum: date) -> Melding:
    return melding("vergadering-onbekend", f"De vergadering van {datum.isoformat()} heeft geen agenda.yaml.")


def _begin(opdracht: Opdracht, reeks: Reeks, datum: date) -> Uitkomst:
    from pipeline.inname import begin_verslag as make_begin
    from pipeline.notatie import write_lege_lijsten, write_verslag
    from pipeline.werkmap import write_atomic

    vergadering = reeks.vergadering(datum)
    if vergadering is None:
        opdracht.stop(_report_no_agenda(datum))
    path = opdracht.inhoud.paden.verslag(reeks.tafel.id, datum)
    begin = make_begin(reeks, vergadering)
    write_atomic(path, (write_verslag(begin) + write_lege_lijsten()).encode())
    meeting = {"tafel": reeks.tafel.id, "datum": datum}
    return Uitkomst(
        (Geschreven(opdracht.show(path)),),
        vervolg=(Vervolg("vul het verslag in, en geef dan nog eens: {daad}", "maak_verslag", meeting),),
    )


def _make(opdracht: Opdracht, reeks: Reeks, datum: date, keuze: Keuze) -> Uitkomst:
    reeks = number_verslag(opdracht, reeks, datum)
    levering = Levering(opdracht, reeks, datum, keuze)
    folder = opdracht.inhoud.paden.verslagmap(reeks.tafel.id, datum)
    levering.deliver("verslag", collect_verslag(levering), folder)
    return levering.finish(_next_step(levering))


def collect_formulier(levering: Levering) -> Stukken:
    """Gather what the note-taking form of a meeting is made from: its agenda, and the actions open before it."""
    from pipeline.documenten import Stukken
    from pipeline.voortgang import acties_voor

    datum, organisatie = levering.datum, levering.opdracht.inhoud.organisatie
    op = levering.opdracht.op

    def gather(reeks: Reeks) -> Stukken:
        return Stukken(organisatie, reeks.tafel, reeks.vergadering(datum),
                       deelnemers=reeks.verwachte_deelnemers(datum), actielijst=acties_voor(reeks, datum, op)[0],
                       volgende=reeks.volgende(datum))  # fmt: skip

    levering.meldingen.extend(acties_voor(levering.reeks, datum, op)[1])
    return levering.collect(gather, SECRETARIAAT)


def collect_verslag(levering: Levering, kring: Lezerskring = SECRETARIAAT) -> Stukken:
    """Gather what the minutes of a meeting are made from, for these readers."""
    from pipeline.documenten import Stukken
    from pipeline.voortgang import acties_na

    datum, organisatie = levering.datum, levering.opdracht.inhoud.organisatie
    op = levering.reeks.peildag(datum, levering.opdracht.op)

    def gather(reeks: Reeks) -> Stukken:
        return Stukken(organisatie, reeks.tafel, reeks.vergadering(datum), reeks.verslag(datum),
                       reeks.deelnemers(datum), acties_na(reeks, datum, op)[0], volgende=reeks.volgende(datum),
                       rectificaties=reeks.rectificaties(datum),
                       vaststelmoment=levering.reeks.vaststelmoment(datum))  # fmt: skip

    levering.meldingen.extend(acties_na(levering.reeks, datum, op)[1])
    return levering.collect(gather, kring)


def number_verslag(opdracht: Opdracht, reeks: Reeks, datum: date) -> Reeks:
    """Write numbers into the ``[A]`` markers of the record, unless it is frozen; every other byte stays."""
    from pipeline.notatie import number_markers, read_brontekst
    from pipeline.voortgang import next_nummer
    from pipeline.werkmap import rewrite

    if reeks.verslag(datum) is None or reeks.is_rondgezonden(datum):
        return reeks
    path = opdracht.inhoud.paden.verslag(reeks.tafel.id, datum)
    labels: tuple[str, ...] = ()

    def number(content: bytes) -> bytes:
        nonlocal labels
        bron, _ = read_brontekst(content, opdracht.inhoud.paden.show(path))
        tekst, acties = number_markers(bron.tekst, next_nummer(reeks, datum, "A"), "A")
        tekst, besluiten = number_markers(tekst, next_nummer(reeks, datum, "B"), "B")
        labels = (*acties, *besluiten)
        return bron.with_tekst(tekst).to_bytes() if labels else content

    rewrite(path, number)
    if not labels:
        return reeks
    opdracht.gedaan.append(f"Genummerd in {opdracht.show(path)}: {', '.join(labels)}")
    opdracht.reload()
    return opdracht.reeks(reeks.tafel.id)


def _next_step(levering: Levering) -> Vervolg:
    if levering.reeks.is_rondgezonden(levering.datum):
        return Vervolg("lees het verslag na in Word.")
    text = "lees het verslag na in Word. De losse actielijst maakt u met: {daad}"
    meeting = {"soort": "actielijst", "tafel": levering.reeks.tafel.id, "datum": levering.datum}
    return Vervolg(text, "maak_document", meeting)
