"""What a mailing carries: the files for a list, for each kind of mailing."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePath

from pipeline.documenten import Stukken
from pipeline.model import (
    SECRETARIAAT,
    Bron,
    Lezerskring,
    Melding,
    Vergadering,
    Verzendlijst,
    VerzondenStuk,
    doorgeefkring_van,
    lezerskring_van,
    melding,
)
from pipeline.rondzending import Bijvoegsel, Ontvangers
from pipeline.werk.agendastukken import Agendastukken, bundel_naam, prepare_agenda, report_verborgen
from pipeline.werk.levering import Levering
from pipeline.werk.papieren import Papier, convert_all, name_bestand
from pipeline.werkmap import is_file, safe_name
from pipeline.werkmap.schijf import fingerprint


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
    bundels: dict[Lezerskring, Bijvoegsel] = field(default_factory=dict)

    def find_stukken(self, lijst: Verzendlijst) -> tuple[VerzondenStuk, ...]:
        """Return the papers a list may have, by number and content."""
        papers = self.stukken.versie(lezerskring_van(lijst)).papieren
        return tuple(VerzondenStuk(p.bijlage.nummer, _name(p), fingerprint(p.inhoud)) for p in papers)

    def find_bijvoegsels(self, lijst: Verzendlijst, nieuw: tuple[VerzondenStuk, ...] = ()) -> tuple[Bijvoegsel, ...]:
        """Return the agenda, its papers in a bundle or one by one, and the entry for the calendar.

        Who passes papers on gets what is confidential apart from the rest.
        """
        papers = self.stukken.versie(lezerskring_van(lijst)).papieren
        numbers = {s.nummer for s in nieuw} if nieuw else {p.bijlage.nummer for p in papers}
        loose = lijst.stukken != "bundel" or bool(nieuw)
        shared = self.stukken.versie(doorgeefkring_van(lijst)).papieren
        apart = [p for p in papers if p not in shared]
        found = [*self._agenda(lijst)]
        if papers and lijst.stukken != "los":
            found.append(self._bundel(doorgeefkring_van(lijst)))
        along = [*shared, *apart] if loose else apart
        found += [self._paper(p) for p in _in_order(along, papers) if p.bijlage.nummer in numbers]
        return (*found, *((self.afspraak,) if self.afspraak else ()))

    def _agenda(self, lijst: Verzendlijst) -> tuple[Bijvoegsel, ...]:
        own, stem = self.stukken.versie(lezerskring_van(lijst)), self.stukken.pad.stem
        shared = self.stukken.versie(doorgeefkring_van(lijst))
        found = [Bijvoegsel(name_bestand(stem, ".pdf", shared.is_vertrouwelijk), shared.pdf)]
        if lijst.word:
            found.append(Bijvoegsel(name_bestand(stem, ".docx", shared.is_vertrouwelijk), shared.word))
        if own.is_vertrouwelijk and not shared.is_vertrouwelijk:
            found.append(Bijvoegsel(name_bestand(stem, ".pdf", True), own.pdf))
        return tuple(found)

    def _bundel(self, kring: Lezerskring) -> Bijvoegsel:
        if kring not in self.bundels:
            name = bundel_naam(self.levering, self.stukken.versie(kring).is_bundel_vertrouwelijk)
            self.bundels[kring] = Bijvoegsel(name, self.stukken.build_bundel(self.levering, kring))
        return self.bundels[kring]

    def _paper(self, papier: Papier) -> Bijvoegsel:
        return Bijvoegsel(papier.naam, self.stukken.pdf_van(papier))

    def place(self) -> None:
        """Put the agenda in its place."""
        self.stukken.place_word(self.levering)


def _in_order(papieren: Iterable[Papier], volgorde: tuple[Papier, ...]) -> list[Papier]:
    """Return papers in the order of the agenda; what is passed on before what is for this list alone."""
    numbers = [p.bijlage.nummer for p in volgorde]
    return sorted(papieren, key=lambda p: (numbers.index(p.bijlage.nummer), p.is_vertrouwelijk))


def _name(papier: Papier) -> str:
    """Return what a paper is known by: its file on the agenda, or its title where it has none there."""
    return papier.bijlage.bestand or papier.bijlage.titel


@dataclass(frozen=True, slots=True)
class Documentversie:
    """The minutes or the action list as some readers get it."""

    word: bytes
    pdf: bytes
    is_vertrouwelijk: bool


@dataclass
class DocumentZending(Zendstukken):
    """The minutes or the action list: one document, as who may see what is confidential gets it (True), or others."""

    levering: Levering
    pad: Path
    versies: dict[bool, Documentversie]
    word: bytes

    def _versie(self, lijst: Verzendlijst) -> Documentversie:
        return self.versies[lezerskring_van(lijst).ziet_vertrouwelijk]

    def find_stukken(self, lijst: Verzendlijst) -> tuple[VerzondenStuk, ...]:
        """Return the document as the one paper there is."""
        return (VerzondenStuk("", self.pad.name, fingerprint(self._versie(lijst).word)),)

    def find_bijvoegsels(self, lijst: Verzendlijst, nieuw: tuple[VerzondenStuk, ...] = ()) -> tuple[Bijvoegsel, ...]:
        """Return the document as PDF, and as Word where the list wants that."""
        versie, stem = self._versie(lijst), self.pad.stem
        found = (Bijvoegsel(name_bestand(stem, ".pdf", versie.is_vertrouwelijk), versie.pdf),)
        word = Bijvoegsel(name_bestand(stem, ".docx", versie.is_vertrouwelijk), versie.word)
        return (*found, word) if lijst.word else found

    def place(self) -> None:
        """Put the document in its place."""
        self.levering.place_word(self.pad, self.word)


def prepare_agenda_zending(
    levering: Levering, vergadering: Vergadering, ontvangers: tuple[Ontvangers, ...]
) -> AgendaZending | None:
    """Make everything an agenda is sent with; None, with the reasons in the Meldingen, where it can't be sent."""
    kringen = [kring for o in ontvangers for kring in (lezerskring_van(o.lijst), doorgeefkring_van(o.lijst))]
    kringen.sort(key=lambda kring: not kring.ziet_vertrouwelijk)
    stukken = prepare_agenda(levering, kringen, schoon=True)
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
    before = read_bytes(path) if is_file(path) else None
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
    levering: Levering,
    soort: str,
    collect: Callable[[Lezerskring], Stukken],
    folder: Path,
    ontvangers: tuple[Ontvangers, ...],
) -> DocumentZending | None:
    """Make minutes or an action list to send; None, with the reasons in the Meldingen, where it can't be sent.

    ``collect`` gathers what it is made from for some readers. A document that was changed in Word is not sent: what
    it says is not what the records say.
    """
    stukken = collect(SECRETARIAAT)
    name, full = levering.make(soort, stukken)
    path = folder / name
    _report_changed(levering, path)
    kringen = {kring.ziet_vertrouwelijk: kring for kring in (lezerskring_van(o.lijst) for o in ontvangers)}
    words: dict[bool, bytes] = {True: full} if full else {}
    if False in kringen:
        content = levering.make(soort, collect(kringen[False]))[1] if stukken.is_vertrouwelijk else full
        words |= {False: content} if content else {}
    levering.meldingen[:] = dict.fromkeys(levering.meldingen)
    if full is None or levering.is_tegengehouden:
        return None
    report_verborgen(levering, [(levering.opdracht.inhoud.paden.show(path), word) for word in words.values()])
    names = {sees: f"{soort}{'' if sees else ' zonder vertrouwelijk'}.docx" for sees in kringen}
    converted = convert_all(levering, [(names[sees], words[sees]) for sees in kringen], ())
    levering.meldingen.extend(converted.meldingen)
    if levering.is_tegengehouden:
        return None
    versies = {
        sees: Documentversie(words[sees], converted.pdfs[names[sees]], sees and stukken.is_vertrouwelijk)
        for sees in kringen
    }
    return DocumentZending(levering, path, versies, full)


def _report_changed(levering: Levering, path: Path) -> None:
    from pipeline.werkmap import read_bytes
    from pipeline.word.vingerafdruk import is_unchanged

    if is_file(path) and not is_unchanged(read_bytes(path)):
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
