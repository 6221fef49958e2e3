"""The agenda of a meeting with its papers, as PDF: what a bundle is made of and what a mailing carries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.bundel import Bundel, Bundelstuk, merge
from pipeline.cli.levering import Levering
from pipeline.cli.papieren import Papier, convert_all, read_papieren
from pipeline.cli.stukken import collect_agenda
from pipeline.documenten import Stukken
from pipeline.markering import format_datum
from pipeline.model import Bron, Ernst, Vergadering, melding
from pipeline.rondzending import find_verborgen, open_actielijst, open_vergadering, open_verslag
from pipeline.werkmap import read_bytes, safe_name


@dataclass(frozen=True, slots=True)
class Agendaversie:
    """The agenda as those may have it who get what is confidential (``vertrouwelijk``), or who don't."""

    vergadering: Vergadering
    word: bytes
    pdf: bytes


@dataclass(frozen=True, slots=True)
class Agendastukken:
    """An agenda in its versions (True: with what is confidential), its papers, and those as PDF by their place.

    ``pad`` is where the Word file of the agenda stands and ``word`` what it holds, with everything in it;
    ``met_de_hand`` says that a person changed that one.
    """

    pad: Path
    word: bytes
    versies: dict[bool, Agendaversie]
    papieren: tuple[Papier, ...]
    pdfs: dict[str, bytes]
    met_de_hand: bool

    def find_papieren(self, vertrouwelijk: bool) -> tuple[Papier, ...]:
        """Return the papers of those who may have what is confidential, or of the others."""
        return tuple(p for p in self.papieren if vertrouwelijk or not p.is_vertrouwelijk)

    def build_bundel(self, levering: Levering, vertrouwelijk: bool) -> bytes:
        """Merge the agenda with the papers; lines that were not found are reported."""
        versie, tafel = self.versies[vertrouwelijk], levering.reeks.tafel
        name = tafel.naam or tafel.id
        content, found = merge(
            Bundel(
                titel=f"Agenda en stukken {name} {format_datum(levering.datum)}",
                agenda=versie.pdf,
                punten=tuple((p.nummer, p.titel) for p in versie.vergadering.agendapunten),
                stukken=tuple(
                    Bundelstuk(p.bijlage.nummer, p.bijlage.titel, p.punt.nummer, self.pdfs[p.bron])
                    for p in self.find_papieren(vertrouwelijk)
                ),
                auteur=levering.opdracht.inhoud.organisatie.afzender,
            )
        )
        levering.meldingen.extend(found)
        return content

    def place_word(self, levering: Levering) -> None:
        """Put the agenda in its place, unless a person changed the one that stands there."""
        if not self.met_de_hand:
            levering.place_word(self.pad, self.word)


def bundel_naam(levering: Levering, vertrouwelijk: bool) -> str:
    """Return the name of a bundle: ``2026-01-23 Bundel PRT.pdf``."""
    name = f"{levering.datum.isoformat()} Bundel {levering.reeks.tafel.kort}"
    return safe_name(f"{name} (vertrouwelijk).pdf" if vertrouwelijk else f"{name}.pdf")


def prepare_agenda(
    levering: Levering, vergadering: Vergadering, versies: Iterable[bool], schoon: bool = False
) -> Agendastukken | None:
    """Read and convert everything of an agenda, in the versions asked for (True: with what is confidential).

    None where something stands in the way; all of it is then in the Meldingen, and nothing was written. What
    goes out has to be ``schoon``: without comments, tracked changes and hidden text.
    """
    wanted = tuple(dict.fromkeys(versies))
    papers = read_papieren(levering, vergadering)
    papers = tuple(p for p in papers if True in wanted or not p.is_vertrouwelijk)
    pad, words, by_hand = _make_words(levering, vergadering, wanted)
    if schoon:
        report_verborgen(levering, [(levering.opdracht.inhoud.paden.show(pad), w) for _, w in words.values()])
        report_verborgen(levering, [(p.bron, p.inhoud) for p in papers])
    if levering.is_tegengehouden:
        return None
    converted = convert_all(levering, [(f"agenda {n}.docx", words[v][1]) for n, v in enumerate(wanted)], papers)
    levering.meldingen.extend(converted.meldingen)
    if levering.is_tegengehouden:
        return None
    made = {v: Agendaversie(words[v][0], words[v][1], converted.pdfs[f"agenda {n}.docx"]) for n, v in enumerate(wanted)}
    return Agendastukken(pad, words[True][1], made, papers, converted.pdfs, by_hand)


def _make_words(
    levering: Levering, vergadering: Vergadering, wanted: Sequence[bool]
) -> tuple[Path, dict[bool, tuple[Vergadering, bytes]], bool]:
    """Make the Word file of each version; an agenda that was changed in Word goes as it is."""
    stukken = collect_agenda(levering, vergadering)
    folder = levering.opdracht.inhoud.paden.vergadering(levering.reeks.tafel.id, levering.datum)
    name, full = levering.make("agenda", stukken)
    changed = _read_changed(levering, folder / name)
    words: dict[bool, tuple[Vergadering, bytes]] = {}
    if full is not None:
        words[True] = (vergadering, changed or full)
    opened = open_stukken(stukken)
    if False in wanted and opened != stukken:
        if changed:
            _report_secret(levering, folder / name)
        _, content = levering.make("agenda", opened)
        words |= {False: (opened.vergadering or vergadering, content)} if content else {}
    elif True in words:
        words[False] = words[True]
    levering.meldingen[:] = dict.fromkeys(levering.meldingen)
    return folder / name, words, changed is not None


def report_verborgen(levering: Levering, bestanden: Iterable[tuple[str, bytes]]) -> None:
    """Report the files (place, content) that carry what their readers are not meant to see, each once."""
    found = [(shown, find_verborgen(content, shown)) for shown, content in bestanden]
    for shown, what in dict.fromkeys(found):
        if what:
            text = f"In {Path(shown).name} staat iets wat niet mee hoort te gaan: {', '.join(what)}."
            levering.meldingen.append(melding("niet-schoon", text, Bron(shown)))


def open_stukken(stukken: Stukken) -> Stukken:
    """Leave out of a document what is confidential."""
    vergadering, verslag, lijst = stukken.vergadering, stukken.verslag, stukken.actielijst
    return replace(
        stukken,
        vergadering=open_vergadering(vergadering) if vergadering else None,
        verslag=open_verslag(verslag) if verslag else None,
        actielijst=open_actielijst(lijst) if lijst else None,
    )


def _read_changed(levering: Levering, path: Path) -> bytes | None:
    """Return the agenda as a person changed it in Word; None where it is as we wrote it, or not there."""
    from pipeline.word.vingerafdruk import is_unchanged

    if not path.is_file():
        return None
    shown = levering.opdracht.inhoud.paden.show(path)
    try:
        content = read_bytes(path)
    except OSError:
        levering.meldingen.append(melding("bestand-onleesbaar", f"{shown} kan niet worden gelezen.", Bron(shown)))
        return None
    if is_unchanged(content):
        return None
    text = f"{path.name} is in Word gewijzigd. Het gaat mee zoals het is."
    hulp = "Wat in Word is veranderd, staat niet in agenda.yaml. Opnieuw maken kan met: regietafel agenda --overschrijf"
    levering.meldingen.append(melding("word-gewijzigd", text, Bron(shown), hulp, Ernst.WAARSCHUWING))
    return content


def _report_secret(levering: Levering, path: Path) -> None:
    text = f"{path.name} is in Word gewijzigd en er is iets vertrouwelijk. Een versie zonder is niet te maken."
    shown = levering.opdracht.inhoud.paden.show(path)
    levering.meldingen.append(melding("vertrouwelijk-in-word", text, Bron(shown)))
