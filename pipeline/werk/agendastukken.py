"""The agenda of a meeting with its papers, as PDF: what a bundle is made of and what a mailing carries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.bundel import Bundel, Bundelstuk, mark_pdf, merge
from pipeline.documenten import Stukken
from pipeline.markering import format_datum
from pipeline.model import ANDEREN, SECRETARIAAT, VERTROUWELIJK, Bron, Ernst, Lezerskring, Melding, Vergadering, melding
from pipeline.rondzending import find_verborgen
from pipeline.werk.agenda import collect_agenda
from pipeline.werk.levering import Levering
from pipeline.werk.met_de_hand import noemt_vertrouwelijk, report_geheim_in_word
from pipeline.werk.papieren import Papier, convert_all, name_bestand, read_papieren
from pipeline.werkmap import is_file, read_bytes
from pipeline.word.paginanummers import drop_paginanummers

_IN_BUNDEL = "bundel, "  # before the name of the copy of an agenda that goes into a bundle


@dataclass(frozen=True, slots=True)
class Agendaversie:
    """The agenda as some readers get it: what it is made from, as Word and as PDF, and their papers.

    ``is_vertrouwelijk`` tells that the agenda itself is not for everybody. ``pdf_bundel`` is the PDF without
    its own page numbers: a bundle numbers its pages itself.
    """

    vergadering: Vergadering
    word: bytes
    pdf: bytes
    pdf_bundel: bytes
    papieren: tuple[Papier, ...]
    is_vertrouwelijk: bool

    @property
    def is_bundel_vertrouwelijk(self) -> bool:
        """Tell whether the agenda with its papers is not for everybody."""
        return self.is_vertrouwelijk or any(p.is_vertrouwelijk for p in self.papieren)


@dataclass(frozen=True, slots=True)
class Agendastukken:
    """An agenda in its versions: for who may see what is confidential (True), for the others, or for both.

    ``pad`` is where the Word file of the agenda stands and ``word`` what it holds, with everything in it;
    ``met_de_hand`` says that a person changed that one. ``pdfs`` are the papers as PDF, by where they come from.
    """

    pad: Path
    word: bytes
    versies: dict[bool, Agendaversie]
    pdfs: dict[str, bytes]
    met_de_hand: bool

    def versie(self, kring: Lezerskring) -> Agendaversie:
        """Return the version these readers get."""
        return self.versies[kring.ziet_vertrouwelijk]

    def build_bundel(self, levering: Levering, kring: Lezerskring) -> bytes:
        """Merge the agenda with the papers; lines that were not found are reported."""
        versie, tafel = self.versie(kring), levering.reeks.tafel
        name = tafel.naam or tafel.id
        content, found = merge(
            Bundel(
                titel=f"Agenda en stukken {name} {format_datum(levering.datum)}",
                agenda=versie.pdf_bundel,
                punten=tuple((p.nummer, p.titel) for p in versie.vergadering.agendapunten),
                stukken=tuple(
                    Bundelstuk(p.bijlage.nummer, p.bijlage.titel, p.punt.nummer, self.pdfs[p.bron])
                    for p in versie.papieren
                ),
                auteur=levering.opdracht.inhoud.organisatie.afzender,
                merk=VERTROUWELIJK if versie.is_bundel_vertrouwelijk else "",
            )
        )
        levering.meldingen.extend(found)
        return content

    def pdf_van(self, papier: Papier) -> bytes:
        """Return a paper as PDF; one that is confidential says so on every page."""
        pdf = self.pdfs[papier.bron]
        return mark_pdf(pdf, VERTROUWELIJK) if papier.is_vertrouwelijk else pdf

    def place_word(self, levering: Levering) -> None:
        """Put the agenda in its place, unless a person changed the one that stands there."""
        if not self.met_de_hand:
            levering.place_word(self.pad, self.word)


def bundel_naam(levering: Levering, is_vertrouwelijk: bool) -> str:
    """Return the name of a bundle: ``2026-01-23 Bundel PRT.pdf``."""
    return name_bestand(f"{levering.datum.isoformat()} Bundel {levering.reeks.tafel.kort}", ".pdf", is_vertrouwelijk)


@dataclass(frozen=True, slots=True)
class _Veldwoord:
    """The agenda as Word for some readers, and what it was made from."""

    stukken: Stukken
    inhoud: bytes


def prepare_agenda(levering: Levering, kringen: Iterable[Lezerskring], schoon: bool = False) -> Agendastukken | None:
    """Read, make and convert everything of an agenda, as each of these readers gets it.

    None where something stands in the way; all of it is then in the Meldingen, and nothing was written. What
    goes out has to be ``schoon``: without comments, tracked changes and hidden text.
    """
    wanted = {kring.ziet_vertrouwelijk: kring for kring in kringen}
    papers = {sees: read_papieren(levering, kring) for sees, kring in wanted.items()}
    every = tuple({p.bron: p for found in papers.values() for p in found}.values())
    pad, words, by_hand = _make_words(levering, wanted)
    levering.meldingen[:] = dict.fromkeys(levering.meldingen)
    if schoon:
        report_verborgen(levering, [(levering.opdracht.inhoud.paden.show(pad), w.inhoud) for w in words.values()])
        report_verborgen(levering, [(p.bron, p.inhoud) for p in every])
    if levering.is_tegengehouden:
        return None
    files = [(_name(sees), words[sees].inhoud) for sees in wanted]
    files += [(_name_bundel(sees), drop_paginanummers(words[sees].inhoud)) for sees in wanted]
    converted = convert_all(levering, files, every)
    levering.meldingen.extend(m for m in converted.meldingen if not _is_said_twice(m))
    if levering.is_tegengehouden:
        return None
    made = {sees: _make_versie(words[sees], converted.pdfs, sees, papers[sees]) for sees in wanted}
    return Agendastukken(pad, words[True].inhoud, made, converted.pdfs, by_hand)


def _name(ziet_vertrouwelijk: bool) -> str:
    return "agenda.docx" if ziet_vertrouwelijk else "agenda zonder vertrouwelijk.docx"


def _name_bundel(ziet_vertrouwelijk: bool) -> str:
    return f"{_IN_BUNDEL}{_name(ziet_vertrouwelijk)}"


def _is_said_twice(m: Melding) -> bool:
    """Tell whether a Melding is about the second copy of an agenda; what stops the work is always said."""
    return m.bron is not None and m.bron.bestand.startswith(_IN_BUNDEL) and m.ernst is not Ernst.FOUT


def _make_versie(woord: _Veldwoord, pdfs: dict[str, bytes], sees: bool, papieren: tuple[Papier, ...]) -> Agendaversie:
    vergadering = woord.stukken.vergadering
    assert vergadering is not None
    pdf, for_bundle = pdfs[_name(sees)], pdfs[_name_bundel(sees)]
    return Agendaversie(vergadering, woord.inhoud, pdf, for_bundle, papieren, woord.stukken.is_vertrouwelijk)


def _make_words(levering: Levering, wanted: dict[bool, Lezerskring]) -> tuple[Path, dict[bool, _Veldwoord], bool]:
    """Make the Word file with everything, and that for others; one that was changed in Word goes as it is.

    Where nothing is confidential both are the same.
    """
    from pipeline.word.merk import mark_word

    stukken = collect_agenda(levering, SECRETARIAAT)
    folder = levering.opdracht.inhoud.paden.vergadering(levering.reeks.tafel.id, levering.datum)
    name, full = levering.make("agenda", stukken)
    changed = _read_changed(levering, folder / name)
    if changed and noemt_vertrouwelijk(changed, name):
        stukken = replace(stukken, is_vertrouwelijk=True)
    if changed and stukken.is_vertrouwelijk:
        changed = mark_word(changed, VERTROUWELIJK)
    words: dict[bool, _Veldwoord] = {}
    if full is not None:
        words[True] = _Veldwoord(stukken, changed or full)
    if False in wanted and stukken.is_vertrouwelijk:
        if changed:
            shown = levering.opdracht.inhoud.paden.show(folder / name)
            levering.meldingen.append(report_geheim_in_word(name, Bron(shown)))
        opened = collect_agenda(levering, ANDEREN)
        _, content = levering.make("agenda", opened)
        words |= {False: _Veldwoord(opened, content)} if content else {}
    elif True in words:
        words[False] = words[True]
    return folder / name, words, changed is not None


def report_verborgen(levering: Levering, bestanden: Iterable[tuple[str, bytes]]) -> None:
    """Report the files (place, content) that carry what their readers are not meant to see, each once."""
    found = [(shown, find_verborgen(content, shown)) for shown, content in bestanden]
    for shown, what in dict.fromkeys(found):
        if what:
            text = f"In {Path(shown).name} staat iets wat niet mee hoort te gaan: {', '.join(what)}."
            levering.meldingen.append(melding("niet-schoon", text, Bron(shown)))


def _read_changed(levering: Levering, path: Path) -> bytes | None:
    """Return the agenda as a person changed it in Word; None where it is as we wrote it, or not there."""
    from pipeline.word.vingerafdruk import is_unchanged

    if not is_file(path):
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
