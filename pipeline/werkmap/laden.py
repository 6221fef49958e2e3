"""Reading a whole werkmap: every file that can be read, and everything there is to say about the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from pipeline import notatie
from pipeline.markering import format_datum, parse_datum
from pipeline.model import (
    Bron,
    Gebeurtenis,
    Inzageantwoord,
    Melding,
    Organisatie,
    Reeks,
    Register,
    Tafel,
    Vergadering,
    Verslag,
    melding,
)
from pipeline.notatie import Brontekst
from pipeline.werkmap.gebruik import find_gebruik
from pipeline.werkmap.journaal import list_half_af
from pipeline.werkmap.namen import IN_AGENDA, IN_TAFEL, IN_VERSLAG, IN_WERKMAP, RECORDS, find_verkeerde_namen
from pipeline.werkmap.paden import AGENDA, REACTIES, REGISTER, VERSLAG, Paden, parse_map_datum
from pipeline.werkmap.schijf import exists, fingerprint, is_dir, is_file, list_dir, read_bytes

VERSIE = 1  # of the werkmap, as this program writes it
_VERSIE = re.compile(rb"^versie:\s*(\d{1,4})\s*(?:#.*)?$", re.MULTILINE)
_MAX_BYTES = 5 * 1024 * 1024  # of one record: ten pages are some 50 kB
# Names of copies: OneDrive "verslag-LAPTOP3.md", Dropbox "verslag (conflicted copy …).md",
# Syncthing "verslag.sync-conflict-….md", Explorer "verslag - kopie.md" and "verslag (1).md".
_STAMMEN = r"(?P<stam>agenda|aangemeld|tafel|verslag|register|reacties|regietafel|namen)"
_KOPIE = re.compile(
    rf"(?:(?:kopie|copy)(?: van| of)? )?(?:\(\d+\) )?{_STAMMEN}(?:[ .(_-].*|\d+)?(?P<soort>\.(?:ya?ml|md))", re.I
)
_EIGEN_MAPPEN = frozenset({"oud", "templates", "bijlagen", "logboek"})
# The events after which a record does not change by hand, and what to do where it did.
_BEVRIEST = {
    "rondgezonden": "Zet de oude tekst terug; wat later komt hoort in register.yaml.",
    "vastgesteld": "Zet de vastgestelde tekst terug. Een verbetering hoort als rectificatie in register.yaml.",
    "gerectificeerd": "Zet de tekst terug. Een nieuwe verbetering hoort als rectificatie in register.yaml.",
}
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Inhoud:
    """What is in a werkmap: the organisation, a Reeks for each Tafel, and what is wrong with the files."""

    paden: Paden
    organisatie: Organisatie
    reeksen: tuple[Reeks, ...]
    meldingen: tuple[Melding, ...]

    def reeks(self, tafel: str) -> Reeks | None:
        """The series of one Tafel."""
        return next((r for r in self.reeksen if r.tafel.id == tafel), None)


def load(root: Path, tafel: str | None = None) -> Inhoud:
    """Read the werkmap at ``root``, or just one Tafel of it. Never raises for what a file holds."""
    lader = _Lader(Paden(root))
    organisatie = lader.read(lader.paden.organisatie, notatie.parse_organisatie) or Organisatie()
    lader.check_names(root, IN_WERKMAP)
    lader.check_half_af(root)
    lader.check_gebruik(root)
    if is_nieuwer(root):
        lader.report("werkmap-nieuwer", lader.paden.organisatie)
    reeksen = tuple(lader.load_reeks(t) for t in lader.paden.tafels() if tafel in (None, t))
    return Inhoud(lader.paden, organisatie, reeksen, tuple(lader.meldingen))


def is_nieuwer(root: Path) -> bool:
    """Tell whether the werkmap is of a newer program, which may keep in it what this one does not know."""
    try:
        said = _VERSIE.search(read_bytes(Paden(root).organisatie, _MAX_BYTES))
    except OSError:
        return False
    return said is not None and int(said[1]) > VERSIE


def complete_vergadering(reeks: Reeks, vergadering: Vergadering) -> Vergadering:
    """Give an agenda what other files say of it: the previous minutes, and the numbers it was sent with."""
    log = reeks.logboeken.get(vergadering.datum, ())
    sent = [g for g in log if g.soort == "agenda_rondgezonden" and g.punten]
    if sent:
        points = notatie.keep_nummers(vergadering.agendapunten, max(sent, key=lambda g: g.op).punten)
        vergadering = replace(vergadering, agendapunten=points)
    vergadering = notatie.attach_verslag(vergadering, reeks.tafel, reeks.vorige(vergadering.datum))
    papers = tuple(p for g in log if g.soort == "verzonden" and g.verzending for p in g.verzending.stukken)
    return replace(vergadering, agendapunten=notatie.number_bijlagen(vergadering.agendapunten, papers))


def _order_of(gebeurtenis: Gebeurtenis) -> tuple[date, int]:
    """Put events in order: on one day circulation comes first, then adoption, then rectification."""
    return gebeurtenis.op, list(_BEVRIEST).index(gebeurtenis.soort)


@dataclass
class _Lader:
    """One pass over a werkmap, gathering what there is to report."""

    paden: Paden
    meldingen: list[Melding] = field(default_factory=list)

    def report(self, code: str, path: Path, tekst: str = "", hulp: str = "") -> None:
        self.meldingen.append(melding(code, tekst, Bron(self.paden.show(path)), hulp))

    def check_gebruik(self, root: Path) -> None:
        """Report who is at work on another computer."""
        self.meldingen.extend(melding("in-gebruik-elders", g.describe()) for g in find_gebruik(root))

    def check_half_af(self, root: Path) -> None:
        """Report the commands that were cut off, and those that may still be busy on another computer."""
        for half in list_half_af(root):
            when = f"{format_datum(half.sinds.date())}, {half.sinds:%H.%M} uur"
            if half.is_hier:
                self.meldingen.append(melding("half-af", f"De opdracht {half.daad} van {when} is niet afgemaakt."))
            else:
                text = f"Op de computer {half.computer} is {half.daad} van {when} nog bezig, of niet afgemaakt."
                self.meldingen.append(melding("half-af-elders", text))

    def read(self, path: Path, parse: Callable[[Brontekst], tuple[T, tuple[Melding, ...]]]) -> T | None:
        """Read and parse one file; None where it isn't there or can't be opened."""
        if not is_file(path):
            return None
        if not self.paden.is_inside(path):
            self.report("buiten-werkmap", path, f"{self.paden.show(path)} wijst naar een plek buiten de werkmap.")
            return None
        try:
            content = read_bytes(path, _MAX_BYTES)
        except OSError:
            self.report("bestand-onleesbaar", path, f"{self.paden.show(path)} kan niet worden gelezen.")
            return None
        bron, found = notatie.read_brontekst(content, self.paden.show(path))
        self.meldingen.extend(found)
        value, found = parse(bron)
        self.meldingen.extend(found)
        return value

    def load_reeks(self, naam: str) -> Reeks:
        """Read everything of one Tafel."""
        path = self.paden.tafel(naam)
        tafel = self.read(path, lambda bron: notatie.parse_tafel(bron, naam))
        if tafel is None:
            tafel = Tafel(naam, naam)
            is_misnamed = any(found.naam == path.name for found in find_verkeerde_namen(path.parent, IN_TAFEL))
            if not is_file(path) and not is_misnamed:
                self.report("bestand-onleesbaar", path, f"De tafel {naam} heeft geen bestand tafel.yaml.",
                            "Maak het bestand, of haal de map weg als dit geen tafel is.")  # fmt: skip
        self.check_names(path.parent, IN_TAFEL)
        vergaderingen = tuple(self._load_vergaderingen(tafel))
        verslagen, registers, logboeken, reacties = [], {}, {}, {}
        for folder, datum in self._meetings(self.paden.map / "verslagen" / naam, IN_VERSLAG):
            register = self._load_register(folder, tafel, datum)
            if register:
                registers[datum] = register
            found = self.read(folder / REACTIES, notatie.parse_reacties)
            if found:
                reacties[datum] = found
            answers = register.vertrouwelijkheid if register else ()
            verslag = self._load_verslag(folder, tafel, datum, vergaderingen, answers)
            if verslag:
                verslagen.append(verslag)
            logboeken[datum] = tuple(self._load_logboek(folder / "logboek"))
            self._check_frozen(folder / VERSLAG, logboeken[datum])
        aanmeldingen = self.read(self.paden.aangemeld(naam), notatie.parse_aangemeld) or ()
        namen = self.read(self.paden.namen(naam), notatie.parse_namen) or ()
        reeks = Reeks(tafel, vergaderingen, tuple(verslagen), registers, logboeken, aanmeldingen, namen, reacties)
        return replace(reeks, vergaderingen=tuple(complete_vergadering(reeks, v) for v in vergaderingen))

    def _load_vergaderingen(self, tafel: Tafel) -> Iterator[Vergadering]:
        for folder, datum in self._meetings(self.paden.map / "agenda" / tafel.id, IN_AGENDA):
            vergadering = self.read(folder / AGENDA, partial(notatie.parse_agenda, tafel=tafel, datum=datum))
            if vergadering:
                yield vergadering

    def _load_verslag(
        self,
        folder: Path,
        tafel: Tafel,
        datum: date,
        vergaderingen: tuple[Vergadering, ...],
        antwoorden: tuple[Inzageantwoord, ...],
    ) -> Verslag | None:
        own = next((v for v in vergaderingen if v.datum == datum), None)
        coming = next((v.datum for v in vergaderingen if v.datum > datum), None)
        return self.read(
            folder / VERSLAG,
            lambda bron: notatie.parse_verslag(bron, tafel, datum, own, coming, antwoorden),
        )

    def _load_register(self, folder: Path, tafel: Tafel, datum: date) -> Register | None:
        return self.read(folder / REGISTER, partial(notatie.parse_register, tafel=tafel, datum=datum))

    def _load_logboek(self, folder: Path) -> Iterator[Gebeurtenis]:
        for path in list_dir(folder):
            gebeurtenis = self.read(path, notatie.parse_gebeurtenis) if path.suffix == ".yaml" else None
            if gebeurtenis:
                yield gebeurtenis

    def _check_frozen(self, path: Path, logboek: tuple[Gebeurtenis, ...]) -> None:
        """Once circulated, the text is frozen; only adoption and rectification make it another, which is frozen too."""
        marked = sorted((g for g in logboek if g.vingerafdruk and g.soort in _BEVRIEST), key=_order_of)
        if not marked or not is_file(path):
            return
        last = marked[-1]
        if fingerprint(read_bytes(path, _MAX_BYTES)) != last.vingerafdruk:
            tekst = f"Het verslag is veranderd nadat het op {format_datum(last.op)} is {last.soort}."
            self.report("bevroren-gewijzigd", path, tekst, _BEVRIEST[last.soort])

    def _meetings(self, top: Path, records: tuple[str, ...]) -> Iterator[tuple[Path, date]]:
        """Yield the folders of meetings in date order; report a folder that is not one, or is a double."""
        seen: dict[date, Path] = {}
        for folder in (p for p in list_dir(top) if not p.name.startswith((".", "_", "~")) and is_dir(p)):
            datum = parse_map_datum(folder.name)
            if datum is None:
                self._report_folder(folder)
                continue
            seen[datum] = folder
            self.check_names(folder, records)
            yield folder, datum

    def _report_folder(self, folder: Path) -> None:
        if folder.name in _EIGEN_MAPPEN:
            return
        day = parse_datum(folder.name.split(" ")[0]).datum
        if day is not None and is_dir(folder.parent / day.isoformat()):
            has_record = is_file(folder / VERSLAG) or is_file(folder / AGENDA)
            tekst = f"{folder.name} is van dezelfde vergadering als {day.isoformat()} en telt niet mee."
            self.report("dubbel-verslag" if has_record else "map-naam", folder, tekst)
        else:
            self.report("map-naam", folder, f"De naam van de map {folder.name} is geen datum; de map telt niet mee.")

    def check_names(self, folder: Path, records: tuple[str, ...]) -> None:
        """Report the records under a wrong name in a folder, and the conflict copies; neither is ever read."""
        misnamed = {found.pad: found for found in find_verkeerde_namen(folder, records)}
        for path, found in misnamed.items():
            if exists(found.goed):
                self.report("conflictkopie", path, f"{path.name} staat naast {found.naam} en telt niet mee.")
            else:
                self.report("bestandsnaam", path, f"{path.name} wordt niet gelezen: het moet {found.naam} heten.")
        for path in list_dir(folder):
            match = _KOPIE.fullmatch(path.name)
            if match and path.name not in RECORDS and path not in misnamed:
                original = match["stam"].lower() + match["soort"].lower()
                self.report("conflictkopie", path, f"{path.name} lijkt een kopie van {original} en telt niet mee.")
