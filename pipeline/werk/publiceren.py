"""Adopted minutes become public, and what is public is taken back."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from pipeline.model import PUBLIEK, Gebeurtenis, Melding, NaamBesluit, Reeks, Vrijgave, has_fouten, melding
from pipeline.werk.opdracht import Opdracht, VerkeerdVerzoek, pick_datum
from pipeline.werk.uitkomst import Geschreven, Uitkomst, Vervolg
from pipeline.werk.verzoek import OverVergadering, Verzoek

if TYPE_CHECKING:
    from pipeline.publicatie.bekenden import Bekende
    from pipeline.publicatie.openbaarmaking import Openbaarmaking
    from pipeline.publicatie.redactie import Plaats
    from pipeline.werk.openbaar import Uitgave
    from pipeline.werk.uitgeven import Uitgeving

__all__ = [
    "Bekende",
    "GeefWoordenVrij",
    "Openbaarlijst",
    "Openbaarmaking",
    "Plaats",
    "Publiceer",
    "Siteplaatsing",
    "ToonOpenbaar",
    "ToonSite",
    "TrekIn",
    "geef_woorden_vrij",
    "publiceer",
    "toon_openbaar",
    "toon_site",
    "trek_in",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class ToonOpenbaar(OverVergadering):
    """Who is named in the public edition of minutes; without a date of the last that are adopted."""

    daad: ClassVar[str] = "toon_openbaar"


@dataclass(frozen=True, slots=True)
class Publiceer(OverVergadering):
    """The public edition, on the site.

    ``lijst`` is the mark of the list somebody looked at: where it would be another now, nothing is done. ``map`` is the
    folder of the site, ``naar`` where it goes on to, ``pakket`` a zip of it.
    """

    daad: ClassVar[str] = "publiceer"
    lijst: str = ""
    map: Path | None = None
    naar: str = ""
    pakket: Path | None = None


@dataclass(frozen=True, slots=True)
class TrekIn(OverVergadering):
    """Public minutes, or one file of them (``stuk``), taken back; ``reden`` stands on the site."""

    daad: ClassVar[str] = "trek_in"
    reden: str = ""
    stuk: str = ""
    map: Path | None = None
    naar: str = ""


@dataclass(frozen=True, slots=True)
class GeefWoordenVrij(OverVergadering):
    """Words that may stand on the site after all, and why."""

    daad: ClassVar[str] = "geef_woorden_vrij"
    woorden: str = ""
    reden: str = ""


@dataclass(frozen=True, slots=True)
class BeslisNaam(Verzoek):
    """What becomes of a name in the public edition of a table; one decided on before gets this decision instead."""

    daad: ClassVar[str] = "beslis_naam"
    tafel: str | None = None
    besluit: NaamBesluit = NaamBesluit("", "anonimiseer")


@dataclass(frozen=True, slots=True)
class ToonSite(Verzoek):
    """Where the site stands."""

    daad: ClassVar[str] = "toon_site"
    map: Path | None = None


@dataclass(frozen=True, slots=True)
class Openbaarlijst:
    """The account of a public edition: of which meeting, and everybody in it with what happens to each mention."""

    tafel: str
    kort: str
    datum: date
    openbaar: Openbaarmaking = field(repr=False)

    @property
    def merk(self) -> str:
        """The mark of the list: another where anybody or anything in it is another."""
        lines = [
            f"{p.vermelding.tekst}|{p.vermelding.wijze}|{p.vermelding.door}|{p.bron}" for p in self.openbaar.plaatsen
        ]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Siteplaatsing:
    """What became of the site: how many files are new or changed, how many went, and whether it went on."""

    nieuw: int
    weg: int
    is_verder: bool


def toon_openbaar(opdracht: Opdracht, verzoek: ToonOpenbaar) -> Uitkomst:
    """Say who is named and what happens to each name. Nothing is made or written."""
    reeks = opdracht.reeks(verzoek.tafel)
    datum = _pick(opdracht, reeks, verzoek.datum)
    lijst, found = _list(opdracht, reeks, datum)
    following = Vervolg("klopt de lijst? Geef dan: {daad}", "publiceer", {"tafel": reeks.tafel.id, "datum": datum})
    return Uitkomst(meldingen=found, vervolg=(following,), gegevens=lijst)


def _list(opdracht: Opdracht, reeks: Reeks, datum: date) -> tuple[Openbaarlijst, tuple[Melding, ...]]:
    from pipeline.werk.controle import find_fouten
    from pipeline.werk.openbaar import read_openbaar

    openbaar, found = read_openbaar(opdracht, reeks, datum)
    meldingen = tuple(dict.fromkeys((*found, *find_fouten(opdracht, reeks, datum))))
    return Openbaarlijst(reeks.tafel.id, reeks.tafel.kort, datum, openbaar), meldingen


def publiceer(opdracht: Opdracht, verzoek: Publiceer) -> Uitkomst:
    """Make the files, read all of them back, put the site in its place, and record it; with a fout nothing is placed.

    ``gegevens`` is what became of the site, or the list where it is not the one somebody looked at.
    """
    from pipeline.werk.openbaar import make_uitgave
    from pipeline.werk.uitgeven import Uitgeving

    reeks = opdracht.reeks(verzoek.tafel)
    datum = _pick(opdracht, reeks, verzoek.datum)
    lijst, found = _list(opdracht, reeks, datum)
    if has_fouten(found) or (verzoek.lijst and lijst.merk != verzoek.lijst):
        return Uitkomst(meldingen=found, gegevens=lijst)
    root = opdracht.map / verzoek.map if verzoek.map else opdracht.inhoud.paden.site
    package = opdracht.map / verzoek.pakket if verzoek.pakket else None
    uitgeving = Uitgeving(opdracht, root, verzoek.naar, package)
    uitgave = make_uitgave(opdracht, reeks, datum)
    placed = uitgave.editie is not None and uitgeving.publish(reeks, datum, uitgave)
    meldingen = tuple(dict.fromkeys((*uitgave.meldingen, *uitgeving.meldingen)))
    if not placed:
        return Uitkomst(meldingen=meldingen)
    _record(opdracht, reeks, datum, uitgave)
    return _describe(uitgeving, meldingen)


def _pick(opdracht: Opdracht, reeks: Reeks, gevraagd: date | None) -> date:
    """Return the meeting asked for, else the last one whose minutes are adopted."""
    if gevraagd is not None:
        return pick_datum(opdracht, reeks, gevraagd, gehouden=True)
    adopted = [v.datum for v in reeks.verslagen_tot(opdracht.op) if reeks.is_vastgesteld(v.datum)]
    if not adopted:
        opdracht.stop(melding("niet-vastgesteld", f"Van {reeks.tafel.id} is nog geen verslag vastgesteld."))
    return adopted[-1]


def _record(opdracht: Opdracht, reeks: Reeks, datum: date, uitgave: Uitgave) -> None:
    """Keep the files as they became public, and record that they did."""
    from pipeline.werk.logboek import record_gebeurtenis
    from pipeline.werk.uitgeven import stukkenmap, write_stukken
    from pipeline.werkmap import fingerprint, read_bytes

    paden = opdracht.inhoud.paden
    assert uitgave.editie is not None
    write_stukken(stukkenmap(opdracht, reeks, datum), uitgave.editie.stukken)
    mark = fingerprint(read_bytes(paden.verslag(reeks.tafel.id, datum)))
    event = Gebeurtenis("gepubliceerd", opdracht.op, "openbare versie gemaakt", vingerafdruk=mark)
    record_gebeurtenis(opdracht, reeks, datum, event)


def _describe(uitgeving: Uitgeving, meldingen: tuple[Melding, ...]) -> Uitkomst:
    plaatsing, show = uitgeving.plaatsing, uitgeving.opdracht.show
    files = [Geschreven(show(uitgeving.folder))]
    files += [Geschreven(show(uitgeving.pakket))] if uitgeving.pakket else []
    new = len(plaatsing.geschreven) if plaatsing else 0
    gone = len(plaatsing.verwijderd) if plaatsing else 0
    following = Vervolg("bekijk de site: {daad}.", "toon_site")
    if uitgeving.naar:
        following = Vervolg("kijk op de website of alles er staat.")
    return Uitkomst(
        tuple(files), meldingen, vervolg=(following,), gegevens=Siteplaatsing(new, gone, bool(uitgeving.naar))
    )


def geef_woorden_vrij(opdracht: Opdracht, verzoek: GeefWoordenVrij) -> Uitkomst:
    """Write down that words may stand on the site."""
    from pipeline.werk.nalezing import release

    reeks = opdracht.reeks(verzoek.tafel)
    datum = _pick(opdracht, reeks, verzoek.datum)
    return release(opdracht, reeks, datum, Vrijgave(PUBLIEK.naam, verzoek.woorden), verzoek.reden)


def beslis_naam(opdracht: Opdracht, verzoek: BeslisNaam) -> Uitkomst:
    """Write a decision on a name into namen.yaml; what else stands there stays as it was typed."""
    from pipeline.notatie import append_item, format_naambesluit, set_item_fields
    from pipeline.werk.agendatekst import edit_record

    reeks, besluit = opdracht.reeks(verzoek.tafel), verzoek.besluit
    if not besluit.naam.strip():
        raise VerkeerdVerzoek("noem de naam waarover u beslist.")
    path = opdracht.inhoud.paden.namen(reeks.tafel.id)
    fields = format_naambesluit(besluit)
    known = [n for n, old in enumerate(reeks.namen) if (old.naam, old.zin) == (besluit.naam, besluit.zin)]

    def decide(text: str) -> str:
        if not known:
            return append_item(text, "namen", fields)
        emptied = dict.fromkeys(("functie", "organisatie"), "")
        return set_item_fields(text, "namen", known[0], {**emptied, **fields})

    found = edit_record(opdracht, path, decide)
    if found:
        opdracht.stop(*found)
    return Uitkomst((Geschreven(opdracht.show(path)),))


def toon_site(opdracht: Opdracht, verzoek: ToonSite) -> Uitkomst:
    """Say in which folder the site stands; ``gegevens`` is that folder. Nothing is written."""
    from pipeline.werkmap import is_file

    root = opdracht.map / verzoek.map if verzoek.map else opdracht.inhoud.paden.site
    if not is_file(root / "index.html"):
        hulp = "Geef eerst: regietafel publiceer."
        opdracht.stop(melding("plaatsen-doel", f"In {root.name} staat nog geen site.", hulp=hulp))
    return Uitkomst(gegevens=root)


def trek_in(opdracht: Opdracht, verzoek: TrekIn) -> Uitkomst:
    """Take minutes or a file off the site, which says so from then on; the rest of it stays as it is.

    The site changes first and the event is written then: what the logboek says has really happened.
    """
    if verzoek.datum is None:
        raise VerkeerdVerzoek("noem de datum van de vergadering")
    reeks = opdracht.reeks(verzoek.tafel)
    datum = pick_datum(opdracht, reeks, verzoek.datum, gehouden=True)
    root = opdracht.map / verzoek.map if verzoek.map else opdracht.inhoud.paden.site
    reden, stuk = verzoek.reden.strip(), verzoek.stuk.strip()
    meldingen = _take_back(opdracht, reeks, datum, (reden, stuk), root)
    if not has_fouten(meldingen) and verzoek.naar and not opdracht.is_proef:
        from pipeline.werk.site import send_site

        meldingen += send_site(root, verzoek.naar)[1]
    if has_fouten(meldingen):
        return Uitkomst(meldingen=meldingen)
    following = "controleer de site." if verzoek.naar else "breng de site naar de server, anders staat het daar nog."
    done = f"Ingetrokken: {stuk or 'het verslag'} van {datum.isoformat()}."
    return Uitkomst(meldingen=meldingen, gedaan=(done,), vervolg=(Vervolg(following),))


def _take_back(opdracht: Opdracht, reeks: Reeks, datum: date, wat: tuple[str, str], root: Path) -> tuple[Melding, ...]:
    from pipeline.publicatie.adressen import vergadering_pad, web_naam
    from pipeline.publicatie.editie import Intrekking
    from pipeline.publicatie.plaatsing import read_site, recover_site
    from pipeline.publicatie.site import list_stukken, withdraw
    from pipeline.werk.logboek import record_gebeurtenis
    from pipeline.werk.site import put_site

    reden, stuk = wat
    if not opdracht.is_proef:
        recover_site(root)
    site = read_site(root)
    event = Gebeurtenis("ingetrokken", opdracht.op, reden, stuk=web_naam(stuk) if stuk else "")
    if site is None or vergadering_pad(reeks.tafel.id, datum) not in site.bestanden:
        return (melding("niet-gepubliceerd", f"Van {datum.isoformat()} staat er niets in de site {root.name}."),)
    page = site.bestanden[vergadering_pad(reeks.tafel.id, datum)]
    files = list_stukken(site.bestanden, reeks.tafel.id, datum)
    is_gone = event.stuk not in files if event.stuk else b"data-pagefind-body" not in page
    said = f"{event.stuk}: ingetrokken" if event.stuk else ""  # a file that was never there was not withdrawn
    if is_gone and escape(said).encode() in page and _is_half_af(reeks, datum, event):
        record_gebeurtenis(opdracht, reeks, datum, event)
        return ()
    if b"data-pagefind-body" not in page:
        return (melding("niet-gepubliceerd", f"Het verslag van {datum.isoformat()} is al ingetrokken."),)
    if stuk and event.stuk not in files:
        known = ", ".join(files) or "geen"
        return (melding("niet-gepubliceerd", f"Er is geen stuk {stuk}. Wel: {known}."),)
    intrekking = Intrekking(reeks.tafel.id, datum, opdracht.op, reden, event.stuk)
    changed, found = withdraw(site, opdracht.inhoud.organisatie, reeks.tafel, intrekking)
    if opdracht.is_proef:
        return found
    placed, problems = put_site(opdracht, changed, root)
    if placed is not None:
        record_gebeurtenis(opdracht, reeks, datum, event)
    return (*found, *problems)


def _is_half_af(reeks: Reeks, datum: date, event: Gebeurtenis) -> bool:
    """Tell whether a withdrawal reached the site and not the logboek: it was public, and nothing says it went."""
    log = reeks.logboeken.get(datum, ())
    published = max((g.op for g in log if g.soort == "gepubliceerd"), default=None)
    told = any(g.soort == "ingetrokken" and g.op >= (published or g.op) and g.stuk in ("", event.stuk) for g in log)
    return published is not None and not told
