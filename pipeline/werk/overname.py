"""Minutes from a file into the records of the werkmap: which meeting they are of, and what is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.inname import (
    Kant,
    Overname,
    Verschil,
    hide_inleiding,
    kies_tafel,
    prepare,
    settle_voortgang,
    vergelijk,
    without_kop,
)
from pipeline.model import Actielijst, Bron, Ernst, Melding, Notitie, Reeks, Tafel, has_fouten, melding
from pipeline.werk.lezing import as_word, read_lezing, read_word_lezing
from pipeline.werk.opdracht import Opdracht, VerkeerdVerzoek
from pipeline.werk.uitkomst import Vraag
from pipeline.werkmap import exists, is_file, read_bytes

if TYPE_CHECKING:
    from pipeline.lezen import Lezing
    from pipeline.model.document import Wijziging
    from pipeline.word.vingerafdruk import Stempel


@dataclass(frozen=True, slots=True)
class Innamewens:
    """What the user asked for: the table, the meeting, and which side counts where both changed.

    ``wijzigingen`` are the numbers of the tracked changes to take, None where nothing was said. With
    ``per_wijziging`` each is asked for then, unless ``alle_wijzigingen`` says yes to all; without it all are taken.
    """

    tafel: str | None = None
    datum: date | None = None
    keuzes: Mapping[str, Kant] = field(default_factory=dict)
    wijzigingen: frozenset[int] | None = None
    per_wijziging: bool = False
    alle_wijzigingen: bool = False


@dataclass
class Innameuitslag:
    """What became of one file. ``uitkomst`` is a word for the summary: ``overgenomen``, ``al overgenomen`` ..."""

    bestand: Path
    uitkomst: str = "niet overgenomen"
    tafel: str = ""
    datum: date | None = None
    acties: int = 0
    notities: tuple[Notitie, ...] = ()
    geschreven: list[Path] = field(default_factory=list)
    verschillen: tuple[Verschil, ...] = ()
    botsingen: tuple[Verschil, ...] = ()
    meldingen: list[Melding] = field(default_factory=list)


@dataclass
class Innamestuk:
    """A file under way: its bytes, what was read in it, and what it says of itself.

    ``data`` is a Word file without the tracked changes that were left; ``origineel`` is as it was sent.
    """

    pad: Path
    data: bytes
    lezing: Lezing
    stempel: Stempel | None = None
    origineel: bytes = b""

    @property
    def woordnaam(self) -> str:
        """The name ``data`` is kept under: that of the file, as a Word file."""
        return self.pad.name if self.pad.suffix.lower() in (".docx", ".docm") else f"{self.pad.stem}.docx"

    @property
    def maaksel(self) -> tuple[str, str, date] | None:
        """The kind, the table and the meeting of a document we made and can read back."""
        from pipeline.markering import parse_datum
        from pipeline.word.vingerafdruk import STUK

        soort, _, rest = (self.stempel.get(STUK) if self.stempel else "").partition(" ")
        tafel, _, written = rest.partition("/")
        datum = parse_datum(written).datum
        return (soort, tafel, datum) if datum else None


class Innamestand:
    """The series of a werkmap while files are taken over: kept up to date without reading everything again."""

    def __init__(self, opdracht: Opdracht) -> None:
        """Begin with what is in the werkmap."""
        self.opdracht = opdracht
        self.paden = opdracht.inhoud.paden
        self._reeksen = {reeks.tafel.id: reeks for reeks in opdracht.inhoud.reeksen}

    @property
    def tafels(self) -> tuple[Tafel, ...]:
        """The tables of the werkmap."""
        return tuple(reeks.tafel for reeks in self._reeksen.values())

    def reeks(self, tafel: str) -> Reeks:
        """The series of a table as it is now."""
        return self._reeksen[tafel]

    def knows(self, tafel: str) -> bool:
        """Tell whether there is a table with this id."""
        return tafel in self._reeksen

    def renew(self, reeks: Reeks) -> None:
        """Take a series with new records into account."""
        self._reeksen[reeks.tafel.id] = reeks

    def stand(self, reeks: Reeks, datum: date) -> Actielijst:
        """The actions as they stood before a meeting."""
        from pipeline.voortgang import fold_acties

        return fold_acties(reeks, datum - timedelta(days=1))[0]


def read_stuk(opdracht: Opdracht, pad: Path, data: bytes, wens: Innamewens) -> Innamestuk:
    """Read a file, with the tracked changes that were chosen: what is in it, and whether we made it."""
    from pipeline.word.vingerafdruk import read_stamp

    word, lezing = opdracht.remember((pad.name, hash(data)), lambda: _read(opdracht, pad.name, data))
    stempel = read_stamp(word) if word.startswith(b"PK") else None
    if not (wens.per_wijziging and lezing.wijzigingen):
        return Innamestuk(pad, word, lezing, stempel, data)
    from pipeline.word.wijzigingen import undo_wijzigingen

    chosen = _choose_wijzigingen(opdracht, lezing, wens, pad.name)
    kept = undo_wijzigingen(word, lambda number, _: number in chosen)
    return Innamestuk(pad, kept, read_word_lezing(opdracht, kept, pad.name), stempel, data)


def _read(opdracht: Opdracht, naam: str, data: bytes) -> tuple[bytes, Lezing]:
    word = as_word(opdracht, data, naam)
    return word, (read_lezing if word is data else read_word_lezing)(opdracht, word, naam)


def _choose_wijzigingen(opdracht: Opdracht, lezing: Lezing, wens: Innamewens, naam: str) -> frozenset[int]:
    """Return the tracked changes to take: those named, else those she says yes to; it is never guessed."""
    everything = frozenset(range(1, len(lezing.wijzigingen) + 1))
    if wens.wijzigingen is not None:
        unknown = ", ".join(str(number) for number in sorted(wens.wijzigingen - everything - {0}))
        if unknown:
            count = f"{len(everything)} {'wijziging' if len(everything) == 1 else 'wijzigingen'}"
            raise VerkeerdVerzoek(f"--kies {unknown}: dat nummer is er niet. Het bestand heeft {count}.")
        return wens.wijzigingen
    if wens.alle_wijzigingen:
        return everything
    if not opdracht.mag_vragen:
        raise VerkeerdVerzoek(f"noem met --kies welke wijzigingen van {naam} u wilt, zoals 1,3, of --kies alle.")
    answers = {n: opdracht.ask(_ask_wijziging(n, w, naam)) for n, w in enumerate(lezing.wijzigingen, 1)}
    return frozenset(n for n, answer in answers.items() if answer != "nee")


def _ask_wijziging(nummer: int, wijziging: Wijziging, naam: str) -> Vraag:
    text = f"{nummer}. {write_wijziging(wijziging)}\n   Overnemen?"
    return Vraag("wijziging", f"{naam} {nummer}", text, ("ja", "nee"), gewoon="ja")


def write_wijziging(w: Wijziging) -> str:
    """Write one change on a line: who, at which item, and what became what."""
    words = " -> ".join(f'"{part}"' for part in dict.fromkeys((w.oud, w.nieuw)) if part)
    return f"{w.auteur or 'onbekend'}, {w.punt or 'begin van het stuk'}: {w.soort} {words}"


@dataclass
class Bestemming:
    """Of which meeting a file is, as far as that is known, and what there is to say of it so far."""

    stuk: Innamestuk
    uitslag: Innameuitslag
    reeks: Reeks | None = None

    @property
    def is_eigen(self) -> bool:
        """Tell whether it is a document we made of that meeting, and can read back."""
        made = self.stuk.maaksel
        return made is not None and (made[1], made[2]) == (self.uitslag.tafel, self.uitslag.datum)


def find_bestemming(bank: Innamestand, stuk: Innamestuk, wens: Innamewens) -> Bestemming:
    """Find the meeting a file is of; without a series in the answer it is not known, and that is said."""
    uitslag = Innameuitslag(stuk.pad, meldingen=list(stuk.lezing.meldingen))
    if stuk.lezing.verslag is None:
        uitslag.uitkomst = "niet te lezen"
        return Bestemming(stuk, uitslag)
    reeks = _choose_reeks(bank, stuk, wens, uitslag)
    datum = _choose_datum(bank, stuk, wens, uitslag) if reeks else None
    if reeks is None or datum is None:
        return Bestemming(stuk, uitslag)
    uitslag.tafel, uitslag.datum = reeks.tafel.id, datum
    return Bestemming(stuk, uitslag, reeks)


def _choose_reeks(bank: Innamestand, stuk: Innamestuk, wens: Innamewens, uitslag: Innameuitslag) -> Reeks | None:
    """Find the table: as asked, as the document or its folder says, by its heading, or by asking."""
    if wens.tafel:
        return bank.reeks(bank.opdracht.reeks(wens.tafel).tafel.id)
    named = (stuk.maaksel[1] if stuk.maaksel else "", _folder(bank, stuk.pad)[0])
    known = next((name for name in named if name and bank.knows(name)), "")
    heading = stuk.lezing.verslag.tafel if stuk.lezing.verslag else ""
    tafel = bank.reeks(known).tafel if known else kies_tafel(heading, bank.tafels)
    if tafel is None and len(bank.tafels) == 1 and not heading:
        tafel = bank.tafels[0]
    if tafel is None:
        options = tuple(t.id for t in bank.tafels)
        text = f"{stuk.pad.name}: van welke tafel is dit verslag?"
        chosen_tafel = bank.opdracht.ask(Vraag("tafel", stuk.pad.name, text, options)) if options else None
        tafel = bank.reeks(chosen_tafel).tafel if chosen_tafel else None
    if tafel is None:
        tables = ", ".join(t.id for t in bank.tafels)
        said = f"In het stuk staat: {heading}. " if heading else ""
        text = f"Van welke tafel {stuk.pad.name} is, is niet te zien. {said}In deze werkmap: {tables}."
        uitslag.meldingen.append(melding("tafel-onduidelijk", text, Bron(stuk.pad.name)))
        return None
    return bank.reeks(tafel.id)


def _choose_datum(bank: Innamestand, stuk: Innamestuk, wens: Innamewens, uitslag: Innameuitslag) -> date | None:
    """Find the day of the meeting, and say where heading, file name and folder disagree."""
    found = stuk.lezing.datum
    made = stuk.maaksel[2] if stuk.maaksel else None
    folder = _folder(bank, stuk.pad)[1]
    chosen = wens.datum or made or found or folder
    for place, day in (("de tekst", found), ("de naam van de map", folder)):
        if chosen and day and day != chosen and not wens.datum:
            text = f"In {place} staat {day:%d-%m-%Y}. Aangehouden is {chosen:%d-%m-%Y}."
            uitslag.meldingen.append(melding("datum-verschilt", text, Bron(stuk.pad.name)))
    if wens.datum:
        uitslag.meldingen = [m for m in uitslag.meldingen if m.code not in ("datum-verschilt", "datum-onbekend")]
    if chosen is None:
        chosen = _ask_datum(bank.opdracht, stuk)
    if chosen is None:
        uitslag.meldingen = [m for m in uitslag.meldingen if m.code != "datum-onbekend"]
        uitslag.meldingen.append(melding("datum-onbekend", bron=Bron(stuk.pad.name), ernst=Ernst.FOUT))
    return chosen


def _ask_datum(opdracht: Opdracht, stuk: Innamestuk) -> date | None:
    from pipeline.markering import parse_datum

    text = f"{stuk.pad.name}: van welke datum is de vergadering?"
    return parse_datum(opdracht.ask(Vraag("datum", stuk.pad.name, text)) or "").datum


def _folder(bank: Innamestand, pad: Path) -> tuple[str, date | None]:
    """Return the table and the date that the folders of a file name."""
    from pipeline.markering import parse_datum

    folders = [p.name for p in pad.parents][:3]
    days = (parse_datum(name).datum for name in folders if sum(c.isdigit() for c in name) >= 5)
    day = next((d for d in days if d), None)
    return next((name for name in folders if bank.knows(name)), ""), day


def take_foreign(bank: Innamestand, stuk: Innamestuk, reeks: Reeks, wens: Innamewens, uitslag: Innameuitslag) -> None:
    """Write the records of a meeting that has none; compare with those it has."""
    from pipeline.inname import only_changes
    from pipeline.voortgang import next_nummer

    assert stuk.lezing.verslag is not None and uitslag.datum is not None
    datum, tafel = uitslag.datum, reeks.tafel
    stand = bank.stand(reeks, datum)
    named = stuk.lezing.verslag.tafel
    gelezen = replace(stuk.lezing.verslag, tafel=tafel.id, datum=datum, herkomst=stuk.pad.name)
    gelezen = hide_inleiding(without_kop(gelezen, tafel, named if kies_tafel(named, (tafel,)) else ""))
    gelezen, unknown = settle_voortgang(gelezen, stand, stuk.pad.name)
    uitslag.meldingen += unknown
    gelezen = only_changes(gelezen, stand)
    path = bank.paden.verslag(tafel.id, datum)
    free = (next_nummer(reeks, datum, "A"), next_nummer(reeks, datum, "B"))
    ready = prepare(gelezen, tafel, datum, free, bank.paden.show(path))
    uitslag.meldingen += ready.meldingen
    uitslag.acties = len(ready.verslag.actiepunten)
    kept = bank.paden.bron(tafel.id, datum, stuk.pad.name)
    if has_fouten(ready.meldingen):
        return
    if exists(path):
        same = not wens.per_wijziging and is_file(kept) and read_bytes(kept) == stuk.origineel
        _compare(reeks, ready, uitslag, bank.paden.show(path), same)
        return
    _write_new(bank, stuk, reeks, ready, uitslag, stand)


def _compare(reeks: Reeks, ready: Overname, uitslag: Innameuitslag, shown: str, same_file: bool) -> None:
    """Say whether what stands there is what would be written; a record edited since then is the user's own.

    With other tracked changes chosen the same file says something else: that is told.
    """
    bestaand = reeks.verslag(ready.verslag.datum)
    uitslag.verschillen = vergelijk(bestaand, ready.verslag) if bestaand else ()
    uitslag.uitkomst = "al overgenomen"
    if uitslag.verschillen and not same_file:
        uitslag.uitkomst = "verschilt"
        parts = ", ".join(v.titel for v in uitslag.verschillen[:8])
        text = f"{shown} bestaat al en is anders dan {uitslag.bestand.name}, bij: {parts}. Het is niet overschreven."
        uitslag.meldingen.append(melding("verslag-bestaat", text, Bron(shown)))


def _write_new(
    bank: Innamestand, stuk: Innamestuk, reeks: Reeks, ready: Overname, uitslag: Innameuitslag, stand: Actielijst
) -> None:
    """Write the agenda, the record, the links to confirm, and the file itself beside them."""
    from pipeline.werk.koppelen import propose_links
    from pipeline.werk.notities import add_notities, with_notities
    from pipeline.werkmap import FileBusyError, write_atomic

    datum, tafel = ready.verslag.datum, reeks.tafel.id
    register, found = propose_links(reeks, ready.verslag, stand)
    fresh = datum not in reeks.registers
    register = with_notities(register, reeks, datum, stuk.lezing.notities) if fresh else register
    files = {
        bank.paden.agenda(tafel, datum): ready.agenda.encode(),
        bank.paden.bron(tafel, datum, stuk.pad.name): stuk.origineel,
        bank.paden.register(tafel, datum): register.tekst.encode() if register else b"",
        bank.paden.verslag(tafel, datum): ready.tekst.encode(),
    }
    try:
        for path, content in files.items():
            if content and not exists(path) and write_atomic(path, content):
                uitslag.geschreven.append(path)
    except FileBusyError as busy:
        text = f"{busy.path.name} is open in een ander programma."
        uitslag.meldingen.append(melding("in-gebruik", text, Bron(bank.paden.show(busy.path))))
        return
    uitslag.meldingen += found
    uitslag.uitkomst = "overgenomen"
    registers = {**reeks.registers, datum: register.register} if register else reeks.registers
    bank.renew(replace(reeks, verslagen=(*reeks.verslagen, ready.verslag), registers=registers))
    if not fresh:
        add_notities(bank, reeks, stuk.lezing.notities, uitslag)
    uitslag.notities = stuk.lezing.notities
