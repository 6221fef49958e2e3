"""``regietafel lees BESTAND --neem-over``: minutes from a file into the records of the werkmap."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.opdracht import Opdracht
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

if TYPE_CHECKING:
    from pipeline.lezen import Lezing
    from pipeline.word.vingerafdruk import Stempel


@dataclass(frozen=True, slots=True)
class Wens:
    """What the user asked for: the table, the meeting, and which side counts where both changed.

    ``wijzigingen`` are the numbers of the tracked changes to take, None for all; with ``per_wijziging`` each is
    asked for where somebody sits at the screen.
    """

    tafel: str | None = None
    datum: date | None = None
    keuzes: Mapping[str, Kant] = field(default_factory=dict)
    wijzigingen: frozenset[int] | None = None
    per_wijziging: bool = False


@dataclass
class Uitslag:
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
class Stuk:
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


class Werkbank:
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


def read_stuk(opdracht: Opdracht, pad: Path, data: bytes, wens: Wens) -> Stuk:
    """Read a file, with the tracked changes that were chosen: what is in it, and whether we made it."""
    from pipeline.word.vingerafdruk import read_stamp

    word = as_word(opdracht, data, pad.name)
    stempel = read_stamp(word) if word.startswith(b"PK") else None
    lezing = (read_lezing if word is data else read_word_lezing)(opdracht, word, pad.name)
    if not (wens.per_wijziging and lezing.wijzigingen):
        return Stuk(pad, word, lezing, stempel, data)
    from pipeline.word.wijzigingen import undo_wijzigingen

    chosen = _choose_wijzigingen(lezing, wens)
    kept = undo_wijzigingen(word, lambda number, _: number in chosen)
    return Stuk(pad, kept, read_word_lezing(opdracht, kept, pad.name), stempel, data)


def _choose_wijzigingen(lezing: Lezing, wens: Wens) -> frozenset[int]:
    """Return the tracked changes to take: those named, else those she says yes to, else all."""
    from pipeline.cli.lees_scherm import write_wijziging

    everything = frozenset(range(1, len(lezing.wijzigingen) + 1))
    if wens.wijzigingen is not None:
        unknown = ", ".join(str(number) for number in sorted(wens.wijzigingen - everything - {0}))
        if unknown:
            count = f"{len(everything)} {'wijziging' if len(everything) == 1 else 'wijzigingen'}"
            raise click.UsageError(f"--kies {unknown}: dat nummer is er niet. Het bestand heeft {count}.")
        return wens.wijzigingen
    if not _is_terminal():
        return everything
    numbered = enumerate(lezing.wijzigingen, 1)
    return frozenset(n for n, w in numbered if click.confirm(f"{n}. {write_wijziging(w)}\n   Overnemen?", default=True))


def take_over(bank: Werkbank, stuk: Stuk, wens: Wens) -> Uitslag:
    """Bring one file into the records; nothing that is there is overwritten."""
    uitslag = Uitslag(stuk.pad, meldingen=list(stuk.lezing.meldingen))
    if stuk.lezing.verslag is None:
        uitslag.uitkomst = "niet te lezen"
        return uitslag
    reeks = _choose_reeks(bank, stuk, wens, uitslag)
    datum = _choose_datum(bank, stuk, wens, uitslag) if reeks else None
    if reeks is None or datum is None:
        return uitslag
    uitslag.tafel, uitslag.datum = reeks.tafel.id, datum
    made = stuk.maaksel
    if made and (made[1], made[2]) == (reeks.tafel.id, datum):
        from pipeline.cli.terugnemen import take_back

        take_back(bank, stuk, reeks, wens, uitslag)
    else:
        _take_foreign(bank, stuk, reeks, wens, uitslag)
    return uitslag


def _choose_reeks(bank: Werkbank, stuk: Stuk, wens: Wens, uitslag: Uitslag) -> Reeks | None:
    """Find the table: as asked, as the document or its folder says, by its heading, or by asking."""
    if wens.tafel:
        return bank.reeks(bank.opdracht.reeks(wens.tafel).tafel.id)
    named = (stuk.maaksel[1] if stuk.maaksel else "", _folder(bank, stuk.pad)[0])
    known = next((name for name in named if name and bank.knows(name)), "")
    heading = stuk.lezing.verslag.tafel if stuk.lezing.verslag else ""
    tafel = bank.reeks(known).tafel if known else kies_tafel(heading, bank.tafels)
    if tafel is None and len(bank.tafels) == 1 and not heading:
        tafel = bank.tafels[0]
    if tafel is None and _is_terminal():
        options = [t.id for t in bank.tafels]
        chosen = click.prompt(f"{stuk.pad.name}: van welke tafel is dit verslag?", type=click.Choice(options))
        return bank.reeks(chosen)
    if tafel is None:
        tables = ", ".join(t.id for t in bank.tafels)
        said = f"In het stuk staat: {heading}. " if heading else ""
        text = f"Van welke tafel {stuk.pad.name} is, is niet te zien. {said}In deze werkmap: {tables}."
        uitslag.meldingen.append(melding("tafel-onduidelijk", text, Bron(stuk.pad.name)))
        return None
    return bank.reeks(tafel.id)


def _choose_datum(bank: Werkbank, stuk: Stuk, wens: Wens, uitslag: Uitslag) -> date | None:
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
    if chosen is None and _is_terminal():
        return _ask_datum(stuk)
    if chosen is None:
        uitslag.meldingen = [m for m in uitslag.meldingen if m.code != "datum-onbekend"]
        uitslag.meldingen.append(melding("datum-onbekend", bron=Bron(stuk.pad.name), ernst=Ernst.FOUT))
    return chosen


def _ask_datum(stuk: Stuk) -> date | None:
    from pipeline.markering import parse_datum

    return parse_datum(click.prompt(f"{stuk.pad.name}: van welke datum is de vergadering?")).datum


def _folder(bank: Werkbank, pad: Path) -> tuple[str, date | None]:
    """Return the table and the date that the folders of a file name."""
    from pipeline.markering import parse_datum

    folders = [p.name for p in pad.parents][:3]
    days = (parse_datum(name).datum for name in folders if sum(c.isdigit() for c in name) >= 5)
    day = next((d for d in days if d), None)
    return next((name for name in folders if bank.knows(name)), ""), day


def _is_terminal() -> bool:
    return sys.stdin.isatty()


def _take_foreign(bank: Werkbank, stuk: Stuk, reeks: Reeks, wens: Wens, uitslag: Uitslag) -> None:
    """Write the records of a meeting that has none; compare with those it has."""
    from pipeline.inname import only_changes
    from pipeline.voortgang import next_nummer
    from pipeline.werkmap import read_bytes

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
    if path.exists():
        same = not wens.per_wijziging and kept.is_file() and read_bytes(kept) == stuk.origineel
        _compare(reeks, ready, uitslag, bank.paden.show(path), same)
        return
    _write_new(bank, stuk, reeks, ready, uitslag, stand)


def _compare(reeks: Reeks, ready: Overname, uitslag: Uitslag, shown: str, same_file: bool) -> None:
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


def _write_new(bank: Werkbank, stuk: Stuk, reeks: Reeks, ready: Overname, uitslag: Uitslag, stand: Actielijst) -> None:
    """Write the agenda, the record, the links to confirm, and the file itself beside them."""
    from pipeline.werk.koppelen import propose_links
    from pipeline.werk.notities import add_notities, with_notities
    from pipeline.werkmap import FileBusyError, lock, write_atomic

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
        with lock(bank.paden.map):
            for path, content in files.items():
                if content and not path.exists() and write_atomic(path, content):
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
