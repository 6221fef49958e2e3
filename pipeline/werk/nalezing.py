"""The last look at what is about to leave: whoever gets it may read nothing there that the records keep from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from pipeline.markering import format_datum
from pipeline.model import (
    SECRETARIAAT,
    VERTROUWELIJK,
    Bron,
    Gebeurtenis,
    Lezerskring,
    Melding,
    Reeks,
    Verzendlijst,
    Vrijgave,
    doorgeefkring_van,
    find_gevoelig_voor,
    lezerskring_van,
    melding,
)
from pipeline.nalezen import Geheimen, Lek, Nalezer, find_geheimen, read_papiertekst
from pipeline.nalezen.uitlezen import OnleesbaarBestand, read_teksten
from pipeline.rondzending import Bericht, Bijvoegsel
from pipeline.werk.levering import Levering
from pipeline.werk.logboek import record_gebeurtenis
from pipeline.werk.opdracht import Opdracht, VerkeerdVerzoek
from pipeline.werk.papieren import Papier, read_papieren
from pipeline.werk.uitkomst import Geschreven, Uitkomst, Vervolg

_MAX_GEMELD = 20
_OPDRACHT = re.compile(r"\{%.*?%\}")
_INVULLING = re.compile(r"\{\{\s*([\w.]+)\s*\}\}")


@dataclass
class Nalezing:
    """What one command reads back before it is done. What some readers may not see is gathered once."""

    levering: Levering
    _geheimen: dict[Lezerskring, Geheimen] = field(default_factory=dict)
    _gelezen: dict[tuple[Lezerskring, int], tuple[Lek, ...]] = field(default_factory=dict)

    def check_bericht(self, lijst: Verzendlijst, bericht: Bericht, bestanden: Iterable[Bijvoegsel]) -> list[Melding]:
        """Report what stands in a message or its files and may not be read by its list.

        What a list is to pass on has to be fit for others; what is for the list alone says so in its name.
        """
        own, shared = lezerskring_van(lijst), doorgeefkring_van(lijst)
        text = f"{bericht.onderwerp}\n{bericht.tekst}".encode()
        found = self.check(shared, lijst.naam, {"bericht.txt": text})
        for part in bestanden:
            kring = own if VERTROUWELIJK in part.naam else shared
            found += self.check(kring, lijst.naam, {part.naam: part.inhoud})
        return found

    def check(self, kring: Lezerskring, lijst: str, bestanden: Mapping[str, bytes]) -> list[Melding]:
        """Report what stands in these files and may not be read by these readers; one Melding for each place."""
        found = [m for name, content in bestanden.items() for m in self._check(kring, lijst, name, content)]
        return found[:_MAX_GEMELD]

    def nalezer(self, kring: Lezerskring, lijst: str) -> Nalezer:
        """Return who reads files for these readers."""
        inzages = [self.levering.opdracht.inzage(reeks) for reeks in self.levering.opdracht.inhoud.reeksen]
        return Nalezer(self._geheim_voor(kring), self._vrijgegeven(lijst), find_gevoelig_voor(inzages, kring))

    def _check(self, kring: Lezerskring, lijst: str, naam: str, inhoud: bytes) -> Iterator[Melding]:
        if kring.ziet_vertrouwelijk:
            return
        key = kring, hash((lijst, naam, inhoud))
        if key not in self._gelezen:
            try:
                self._gelezen[key] = tuple(self.nalezer(kring, lijst).read({naam: inhoud}))
            except OnleesbaarBestand as error:
                yield melding("nalezen-onleesbaar", f"Niet na te lezen: {error}.", Bron(naam))
                return
        yield from (report_lek(lek, lijst) for lek in self._gelezen[key])

    def _geheim_voor(self, kring: Lezerskring) -> Geheimen:
        if kring not in self._geheimen:
            self._geheimen[kring] = self._gather(kring)
        return self._geheimen[kring]

    def _gather(self, kring: Lezerskring) -> Geheimen:
        """Gather what these readers may read nowhere: from the records of all tables, and the papers of this meeting.

        The fixed words of the templates are read only where there is something secret at all.
        """
        inhoud = self.levering.opdracht.inhoud
        inzages = [self.levering.opdracht.inzage(reeks) for reeks in inhoud.reeksen]
        hidden, shown = self._papers(kring)
        secret = [papier.bestand for papier in hidden]
        secret += [read_papiertekst(papier.bestand, papier.inhoud) for papier in hidden]
        if not (secret or find_geheimen(inzages, kring)):
            return Geheimen()
        known = [read_papiertekst(papier.bestand, papier.inhoud) for papier in shown]
        o = inhoud.organisatie
        known += [o.naam, o.afzender, o.email, o.website, o.uitgever, *_sjabloonteksten(self.levering)]
        return find_geheimen(inzages, kring, known, secret)

    def _papers(self, kring: Lezerskring) -> tuple[list[Papier], list[Papier]]:
        """Return the papers these readers do not get, and those they do; what is wrong with one was said before."""
        if self.levering.reeks.vergadering(self.levering.datum) is None:
            return [], []
        reader = Levering(self.levering.opdracht, self.levering.reeks, self.levering.datum, self.levering.keuze)
        shown = list(read_papieren(reader, kring))
        sources = {papier.bron for papier in shown}
        return [p for p in read_papieren(reader, SECRETARIAAT) if p.bron not in sources], shown

    def _vrijgegeven(self, lijst: str) -> tuple[str, ...]:
        log = self.levering.reeks.logboeken.get(self.levering.datum, ())
        released = (g.vrijgave for g in log if g.soort == "vrijgegeven" and g.vrijgave)
        return tuple(v.woorden for v in released if v.lijst.casefold() == lijst.casefold())


def report_lek(lek: Lek, lijst: str) -> Melding:
    """Say what stands where, for which list, and how it is released if it must be."""
    place = lek.plek.removeprefix(f"{lek.bestand}, ").removeprefix(f"{lek.bestand}: ") or lek.bestand
    where = f" ({place})" if place != lek.bestand else ""
    text = f"In {Path(lek.bestand).name}{where} staat voor {lijst} iets wat vertrouwelijk is: “{lek.woorden}”."
    return melding("vertrouwelijk-gelekt", text, Bron(lek.bestand))


def release(opdracht: Opdracht, reeks: Reeks, datum: date, vrijgave: Vrijgave, reden: str) -> Uitkomst:
    """Write down that a list may read these words, and why; it is looked at again at the next call."""
    if not reden.strip():
        raise VerkeerdVerzoek('geef de reden erbij: --reden "waarom deze lezers het mogen weten"')
    vrijgave = replace(vrijgave, woorden=" ".join(vrijgave.woorden.split()))
    event = Gebeurtenis("vrijgegeven", opdracht.op, reden.strip(), vrijgave=vrijgave)
    path = record_gebeurtenis(opdracht, reeks, datum, event)
    return Uitkomst(
        (Geschreven(opdracht.show(path)),),
        gedaan=(f"Vrijgegeven voor {vrijgave.lijst}: {vrijgave.woorden}",),
        vervolg=(Vervolg("geef de opdracht nog eens, zonder --vrijgeven."),),
    )


def _sjabloonteksten(levering: Levering) -> Iterator[str]:
    """Give the fixed words of the templates of this table, and of the mails as they came with the program.

    What somebody typed in a mail text of her own is no fixed word: it is read back like the rest. What a mail says with
    the name of the table and the day in it ("de vergadering van de Provinciale Regietafel") is fixed as well.
    """
    from pipeline.documenten import DOCUMENTSOORTEN, packaged_sjabloon
    from pipeline.rondzending import MAILSJABLONEN

    openbaar = _openbare_woorden(levering)
    templates = {soort.sjabloon: levering.read_sjabloon(soort.sjabloon) for soort in DOCUMENTSOORTEN}
    templates |= {naam: packaged_sjabloon(naam) for naam in MAILSJABLONEN}
    for naam, content in templates.items():
        for text in _vaste_teksten(naam, content or b""):
            yield text
            if naam in MAILSJABLONEN:
                yield _fill_in(text, openbaar)


# Templates are few and the same at every list: reading them again was a sixth of the time of sending.
@lru_cache(maxsize=64)
def _vaste_teksten(naam: str, content: bytes) -> tuple[str, ...]:
    """Return each text of a template once."""
    found: dict[str, None] = {}
    try:
        for place in read_teksten(naam, content):
            found[place.tekst] = None
    except OnleesbaarBestand:
        pass  # a template that cannot be opened makes no document, and is reported where it should
    return tuple(found)


def _openbare_woorden(levering: Levering) -> dict[str, str]:
    """Return what the mails name besides the papers; all of it is open."""
    from pipeline.planning import format_weekdag

    organisatie, reeks, datum = levering.opdracht.inhoud.organisatie, levering.reeks, levering.datum
    tafel, vergadering, volgende = reeks.tafel, reeks.vergadering(datum), reeks.volgende(datum)
    return {
        "organisatie.naam": organisatie.naam,
        "organisatie.website": organisatie.website,
        "tafel.naam": tafel.naam,
        "tafel.korte_naam": tafel.kort,
        "datum": format_datum(datum),
        "weekdag": format_weekdag(datum).split(" ", maxsplit=1)[0],
        "locatie": (vergadering and vergadering.locatie) or tafel.locatie,
        "volgende": format_datum(volgende) if volgende else "",
    }


def _fill_in(tekst: str, woorden: Mapping[str, str]) -> str:
    """Fill words in a mail text in every branch of it, without deciding which branch is sent."""
    return _INVULLING.sub(lambda match: woorden.get(match[1], match[0]), _OPDRACHT.sub("", tekst))
