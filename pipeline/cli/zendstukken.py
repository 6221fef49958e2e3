"""What a mailing carries: the files for a list, for each kind of mailing."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePath

from pipeline.cli.agendastukken import (
    Agendastukken,
    bundel_naam,
    open_stukken,
    prepare_agenda,
    report_verborgen,
)
from pipeline.cli.levering import Levering
from pipeline.cli.papieren import Papier, convert_all
from pipeline.documenten import Stukken
from pipeline.model import Bron, Melding, Vergadering, Verzendlijst, VerzondenStuk, melding
from pipeline.rondzending import Bijvoegsel, Ontvangers
from pipeline.werkmap import safe_name
from pipeline.werkmap.opslag import fingerprint


class Zendstukken(ABC):
    """The files of a mailing, ready to be sent."""

    @abstractmethod
    def find_bijvoegsels(self, lijst: Verzendlijst, nieuw: tuple[VerzondenStuk, ...] = ()) -> tuple[Bijvoegsel, ...]:
        """Return the files for a list; ``nieuw`` are the papers of a late mailing."""

    @abstractmethod
    def find_stukken(self, lijst: Verzendlijst) -> tuple[VerzondenStuk, ...]:
        """Return the papers a list may have."""

    @abstractmethod
    def place(self) -> None:
        """Put the document itself in its place in the werkmap."""


@dataclass
class AgendaZending(Zendstukken):
    """The agenda with its papers and an entry for the calendar."""

    levering: Levering
    stukken: Agendastukken
    afspraak: Bijvoegsel | None
    bundels: dict[bool, Bijvoegsel] = field(default_factory=dict)

    def find_stukken(self, lijst: Verzendlijst) -> tuple[VerzondenStuk, ...]:
        """Return the papers a list may have, by number and content."""
        papers = self.stukken.find_papieren(lijst.vertrouwelijk)
        return tuple(VerzondenStuk(p.bijlage.nummer, _name(p), fingerprint(p.inhoud)) for p in papers)

    def find_bijvoegsels(self, lijst: Verzendlijst, nieuw: tuple[VerzondenStuk, ...] = ()) -> tuple[Bijvoegsel, ...]:
        """Return the agenda, its papers in a bundle or one by one, and the entry for the calendar.

        Who passes papers on gets what is confidential apart from the rest.
        """
        papers = self.stukken.find_papieren(lijst.vertrouwelijk)
        numbers = {s.nummer for s in nieuw} if nieuw else {p.bijlage.nummer for p in papers}
        apart = {p.bijlage.nummer for p in papers if p.is_vertrouwelijk} if lijst.doorgeven else set()
        loose = lijst.stukken != "bundel" or bool(nieuw)
        found = [*self._agenda(lijst)]
        if papers and lijst.stukken != "los":
            found.append(self._bundel(lijst.vertrouwelijk and not lijst.doorgeven))
        found += [self._paper(p) for p in papers if p.bijlage.nummer in (numbers if loose else apart & numbers)]
        return (*found, *((self.afspraak,) if self.afspraak else ()))

    def _agenda(self, lijst: Verzendlijst) -> tuple[Bijvoegsel, ...]:
        full, stem = lijst.vertrouwelijk, self.stukken.pad.stem
        is_public = not full or lijst.doorgeven
        version = self.stukken.versies[False] if is_public else self.stukken.versies[True]
        found = [Bijvoegsel(f"{stem}.pdf", version.pdf)]
        if lijst.word:
            found.append(Bijvoegsel(f"{stem}.docx", version.word))
        secret = self.stukken.versies.get(True)
        if full and is_public and secret and secret.word != version.word:
            found.append(Bijvoegsel(f"{stem} (vertrouwelijk).pdf", secret.pdf))
        return tuple(found)

    def _bundel(self, vertrouwelijk: bool) -> Bijvoegsel:
        if vertrouwelijk not in self.bundels:
            has_secret = any(p.is_vertrouwelijk for p in self.stukken.papieren)
            name = bundel_naam(self.levering, vertrouwelijk and has_secret)
            self.bundels[vertrouwelijk] = Bijvoegsel(name, self.stukken.build_bundel(self.levering, vertrouwelijk))
        return self.bundels[vertrouwelijk]

    def _paper(self, papier: Papier) -> Bijvoegsel:
        mark = " (vertrouwelijk)" if papier.is_vertrouwelijk else ""
        name = safe_name(f"Bijlage {papier.bijlage.nummer} {papier.bijlage.titel}{mark}")
        return Bijvoegsel(f"{name}.pdf", self.stukken.pdfs[papier.bron])

    def place(self) -> None:
        """Put the agenda in its place."""
        self.stukken.place_word(self.levering)


def _name(papier: Papier) -> str:
    """Return what a paper is known by: its file on the agenda, or its title where it has none there."""
    return papier.bijlage.bestand or papier.bijlage.titel


@dataclass
class DocumentZending(Zendstukken):
    """The minutes or the action list: one document, as those may have it (True) who get what is confidential."""

    levering: Levering
    pad: Path
    versies: dict[bool, tuple[bytes, bytes]]
    word: bytes

    def find_stukken(self, lijst: Verzendlijst) -> tuple[VerzondenStuk, ...]:
        """Return the document as the one paper there is."""
        content = self.versies[lijst.vertrouwelijk][0]
        return (VerzondenStuk("", self.pad.name, fingerprint(content)),)

    def find_bijvoegsels(self, lijst: Verzendlijst, nieuw: tuple[VerzondenStuk, ...] = ()) -> tuple[Bijvoegsel, ...]:
        """Return the document as PDF, and as Word where the list wants that."""
        word, pdf = self.versies[lijst.vertrouwelijk]
        found = (Bijvoegsel(f"{self.pad.stem}.pdf", pdf),)
        return (*found, Bijvoegsel(self.pad.name, word)) if lijst.word else found

    def place(self) -> None:
        """Put the document in its place."""
        self.levering.place_word(self.pad, self.word)


def prepare_agenda_zending(
    levering: Levering, vergadering: Vergadering, ontvangers: tuple[Ontvangers, ...]
) -> AgendaZending | None:
    """Make everything an agenda is sent with; None, with the reasons in the Meldingen, where it can't be sent."""
    versions = {o.lijst.vertrouwelijk for o in ontvangers} | {False for o in ontvangers if o.lijst.doorgeven}
    stukken = prepare_agenda(levering, vergadering, sorted(versions, reverse=True), schoon=True)
    if stukken is None:
        return None
    return AgendaZending(levering, stukken, _make_afspraak(levering, vergadering))


def _make_afspraak(levering: Levering, vergadering: Vergadering) -> Bijvoegsel | None:
    """Make the entry for the calendar, the same one as in the calendar of the table."""
    from pipeline.planning import kalender_domein, pick_afspraak, vergader_afspraken, write_kalender
    from pipeline.werkmap import read_bytes

    opdracht, tafel = levering.opdracht, levering.reeks.tafel
    name = f"Vergaderingen {tafel.kort}"
    path = opdracht.inhoud.paden.tafelmap(tafel.id) / f"{safe_name(name)}.ics"
    before = read_bytes(path) if path.is_file() else None
    domain = kalender_domein(opdracht.inhoud.organisatie.email)
    entries = vergader_afspraken(levering.reeks)
    key = entries[levering.reeks.vergaderingen.index(vergadering)].sleutel
    shown = opdracht.inhoud.paden.show(path)
    calendar, found = write_kalender(name, domain, entries, opdracht.op, before, shown)
    levering.meldingen.extend(found)
    entry = pick_afspraak(calendar, key) if calendar else None
    title = safe_name(f"Vergadering {tafel.kort} {levering.datum.isoformat()}")
    return Bijvoegsel(f"{title}.ics", entry) if entry else None


def prepare_document(
    levering: Levering, soort: str, stukken: Stukken, folder: Path, ontvangers: tuple[Ontvangers, ...]
) -> DocumentZending | None:
    """Make minutes or an action list to send; None, with the reasons in the Meldingen, where it can't be sent.

    A document that was changed in Word is not sent: what it says is not what the records say.
    """
    name, full = levering.make(soort, stukken)
    path = folder / name
    _report_changed(levering, path)
    opened = open_stukken(stukken)
    words: dict[bool, bytes] = {True: full} if full else {}
    if opened == stukken:
        words |= {False: full} if full else {}
    else:
        _, content = levering.make(soort, opened)
        words |= {False: content} if content else {}
    levering.meldingen[:] = dict.fromkeys(levering.meldingen)
    if full is None or levering.is_tegengehouden:
        return None
    report_verborgen(levering, [(levering.opdracht.inhoud.paden.show(path), word) for word in words.values()])
    wanted = sorted({o.lijst.vertrouwelijk for o in ontvangers}, reverse=True)
    converted = convert_all(levering, [(f"{soort} {n}.docx", words[v]) for n, v in enumerate(wanted)], ())
    levering.meldingen.extend(converted.meldingen)
    if levering.is_tegengehouden:
        return None
    versions = {v: (words[v], converted.pdfs[f"{soort} {n}.docx"]) for n, v in enumerate(wanted)}
    return DocumentZending(levering, path, versions, full)


def _report_changed(levering: Levering, path: Path) -> None:
    from pipeline.werkmap import read_bytes
    from pipeline.word.vingerafdruk import is_unchanged

    if path.is_file() and not is_unchanged(read_bytes(path)):
        shown = levering.opdracht.inhoud.paden.show(path)
        text = f"{path.name} is in Word gewijzigd. Wat u verstuurt, moet ook in de gegevens staan."
        hulp = f'Neem de wijzigingen eerst over: regietafel lees "{shown}" --neem-over'
        levering.meldingen.append(melding("word-gewijzigd", text, Bron(shown), hulp))


def check_termijn(levering: Levering, op: date, reden: str) -> tuple[Melding, ...]:
    """Ask for the reason of an agenda that goes out later than the rule of the table."""
    from pipeline.markering import format_datum

    last = levering.reeks.tafel.agenda_uiterlijk(levering.datum)
    if op <= last or reden.strip():
        return ()
    text = f"De agenda moest uiterlijk {format_datum(last)} rond zijn; het is {format_datum(op)}."
    return (melding("reden-nodig", text),)


def describe(bijvoegsel: Bijvoegsel) -> str:
    """Return the name of a file with its size, as a person reads it."""
    size = len(bijvoegsel.inhoud)
    shown = f"{size / 1024 / 1024:.1f} MB" if size >= 1024 * 1024 else f"{max(1, round(size / 1024))} kB"
    return f"{PurePath(bijvoegsel.naam).name} ({shown.replace('.', ',')})"
