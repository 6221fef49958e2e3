"""Lines of text -> paragraphs, list items and headings. For .txt, and for what a PDF shows line by line.

Nothing in such a file says where a paragraph ends, so it is inferred: from white space, indents, bullets, how
full a line is, how it ends and how the next begins.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.lezen import maten as m
from pipeline.lezen.maten import KOPBREEDTE, VOLLE_REGEL
from pipeline.lezen.persoonsregel import is_persoonsregel
from pipeline.lezen.woorden import is_deelnemerkop, is_koplabel, is_lijstkop
from pipeline.markering.vreemd import begins_with_markering
from pipeline.model.document import Bronblok, Plek, Tabelblok, Tekstblok, TekstblokSoort

OPSOMMING = re.compile(r"(?P<teken>[•·‣▪●○◦■□➢➤►✓✔❖\uf0a7\uf0b7\uf0fc\uf0d8]|[-–—*](?=\s)|o(?=\s{1,6}\S))\s*")
_LIJSTNUMMER = re.compile(r"(?P<nummer>\(?(?:\d{1,2}[a-z]?|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)")
KOPNUMMER = re.compile(
    r"(?:(?i:(?:agenda)?punt|ad)\s+)?(?P<nummer>\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?[.)]?)(?:\s*[:–|-])?\s+(?=\S)"
)
_LABEL = re.compile(r"[A-Z][\w/&()' .-]{1,34}:(?:\s|$)")
_ONAF = re.compile(
    r"(?:[,(/–]|\b(?:en|of|de|het|een|van|voor|met|te|in|op|aan|bij|door|dat|die|als|om|is|tot|(?:dhr|mw|mevr|nr|prof|dr)\.))$"
)
_EINDE = (".", "!", "?", ":", ";")
# The end of a sentence with a marker behind it: "De heer Jansen belt. [A1]".
_EINDE_MET_HAAKJES = re.compile(r"[.!?]\s*[\[(][^\[\]()]*[\])]$")
_MAX_KOP = 100
# A paragraph of more lines than this is cut: no person wrote it as one.
_MAX_REGELS = 200
# A hyphen after one of these belongs to the word, also where a line happens to end there.
_MET_STREEPJE = frozenset(["niet", "oud", "ex", "vice", "non", "anti", "pro", "semi", "adjunct", "sub", "co"])


@dataclass(frozen=True, slots=True)
class Leesregel:
    """One line as it stands on the page: its text without outer spaces, its place, and how it looks.

    ``links`` and ``rechts`` are its edges in characters (a PDF: in widths of an average character); ``ruimte``
    says that white space precedes it; ``grootte`` is the size of its letters, 0 where there is none;
    ``kolommen`` are the left edges of the pieces that a tab parts; ``breedte`` is the width of the column the line
    stands in, 0 where it has the width of the document; ``bovenaan`` says that it is the first of a page or column, so
    that the white space above it tells nothing; ``marge`` is what stands beside it in the margin.
    """

    tekst: str
    nummer: int
    begin: int = 0
    links: float = 0
    rechts: float = 0
    ruimte: bool = False
    vet: bool = False
    grootte: float = 0
    pagina: int = 0
    kolommen: tuple[float, ...] = ()
    breedte: float = 0
    bovenaan: bool = False
    marge: str = ""


@dataclass(frozen=True, slots=True)
class Zetsel:
    """How a document is set: the usual width of a line, the usual size of its letters, whether headings show."""

    breedte: float
    grootte: float
    koppen_opgemaakt: bool
    woorden: frozenset[str] = field(default_factory=frozenset)

    def width_of(self, regel: Leesregel) -> float:
        """Return how far a full line reaches where this one stands."""
        return regel.breedte or self.breedte


def measure(regels: Sequence[Leesregel]) -> Zetsel:
    """Find out how a document is set from all its lines."""
    widths = sorted(regel.rechts for regel in regels if len(regel.tekst) > m.KORTSTE_VOLLE_REGEL and not regel.breedte)
    width = widths[int(len(widths) * m.BREEDSTE_DEEL)] if widths else m.GEWONE_BREEDTE
    sizes: Counter[float] = Counter()
    for regel in regels:
        sizes[regel.grootte] += len(regel.tekst)
    usual = sizes.most_common(1)[0][0] if sizes else 0
    styled = sum(1 for r in regels if _is_styled(r, usual) and _may_be_heading(r.tekst))
    words = frozenset(w.lower() for regel in regels for w in re.findall(r"\w[\w-]*\w", regel.tekst))
    return Zetsel(width, usual, styled >= 2, words)


def build_blokken(items: Sequence[Leesregel | Tabelblok], zetsel: Zetsel) -> Iterator[Bronblok]:
    """Give the blocks that these lines make; a table among them stays where it is."""
    current: list[Leesregel] = []
    for index, item in enumerate(items):
        if isinstance(item, Tabelblok):
            yield from _finish(current, item, zetsel)
            current = []
            yield item
            continue
        if current and (len(current) >= _MAX_REGELS or not _continues(current, item, zetsel)):
            yield from _finish(current, item, zetsel)
            current = []
        current.append(item)
        if index == len(items) - 1:
            yield from _finish(current, None, zetsel)


def _finish(lines: list[Leesregel], following: Leesregel | Tabelblok | None, zetsel: Zetsel) -> Iterator[Bronblok]:
    if lines:
        yield _block(lines, following, zetsel)


def _continues(lines: list[Leesregel], item: Leesregel, zetsel: Zetsel) -> bool:
    """Tell whether a line belongs to the paragraph (or heading) that the lines before it began."""
    if _begins_anew(lines, item, zetsel):
        return False
    first_styled, styled = _is_styled(lines[0], zetsel.grootte), _is_styled(item, zetsel.grootte)
    if zetsel.koppen_opgemaakt and first_styled != styled and (first_styled or _may_be_heading(item.tekst)):
        return _goes_on_in_other_style(lines, item, zetsel)
    return _goes_on(lines[-1], item, zetsel) or (item.bovenaan and _runs_over(lines, item, zetsel))


def _runs_over(lines: list[Leesregel], item: Leesregel, zetsel: Zetsel) -> bool:
    """Tell whether a full line without an end goes on at the top of the next page or column, where it is no heading."""
    numbered = KOPNUMMER.match(lines[0].tekst) and _may_be_heading(lines[0].tekst)
    heading = _may_be_heading(item.tekst) and item.rechts < zetsel.width_of(item) * KOPBREEDTE
    ended = lines[-1].tekst.endswith(_EINDE) or not _is_full(lines[-1], item, zetsel)
    return not (numbered or heading or ended)


def _begins_anew(lines: list[Leesregel], item: Leesregel, zetsel: Zetsel) -> bool:
    """Tell whether a line begins something of its own, however the line before it ended."""
    first, last = lines[0], lines[-1]
    if item.bovenaan and bool(item.breedte) != bool(last.breedte):
        return True
    alone = is_persoonsregel(last.tekst) and is_persoonsregel(item.tekst) and not _hangs(first, item)
    if alone or _is_below_heading(lines, item):
        return True
    if _opens(item.tekst) or begins_label(item.tekst) or is_lijstkop(last.tekst) or is_lijstkop(item.tekst):
        return True
    if _is_closed(last, zetsel) and begins_with_markering(item.tekst):
        return True
    if not _LABEL.match(item.tekst):
        return False
    in_column = bool(_LABEL.match(first.tekst)) and abs(item.links - first.links) < 1
    return in_column or last.tekst.endswith(_EINDE)


def _is_below_heading(lines: list[Leesregel], item: Leesregel) -> bool:
    """Tell whether a line begins the text under a numbered heading, set in from it: ``Portefeuillehouder: …``."""
    first = lines[0]
    numbered = len(lines) == 1 and KOPNUMMER.match(first.tekst) and _may_be_heading(first.tekst)
    return bool(numbered) and item.links > first.links + 1 and bool(_LABEL.match(item.tekst))


def _goes_on_in_other_style(lines: list[Leesregel], item: Leesregel, zetsel: Zetsel) -> bool:
    """Tell whether bold and plain lines are one paragraph: only where the first was plain and not at its end."""
    last = lines[-1]
    runs_on = not item.ruimte and not _is_styled(lines[0], zetsel.grootte) and not _is_closed(last, zetsel)
    return runs_on or (is_afgebroken(last.tekst) and item.tekst[:1].islower())


def _goes_on(last: Leesregel, item: Leesregel, zetsel: Zetsel) -> bool:
    """Tell whether a line goes on where the one before it broke off: by its fullness and the words at the break."""
    if last.grootte != item.grootte and (_is_styled(last, zetsel.grootte) and _is_styled(item, zetsel.grootte)):
        return False
    sentence_runs_on = not last.tekst.endswith(_EINDE) and item.tekst[:1].islower()
    if item.ruimte:
        return sentence_runs_on or (is_afgebroken(last.tekst) and last.rechts >= zetsel.width_of(last) * VOLLE_REGEL)
    if not _is_full(last, item, zetsel):
        return sentence_runs_on or (is_afgebroken(last.tekst) and not _may_be_heading(item.tekst))
    return True


def _is_full(last: Leesregel, item: Leesregel, zetsel: Zetsel) -> bool:
    """Tell whether a line reaches the margin, or would have with the first word of the next line."""
    width = zetsel.width_of(last)
    return last.rechts >= width * m.KOPBREEDTE or last.rechts + 1 + len(item.tekst.split(" ", 1)[0]) > width


def begins_label(text: str) -> bool:
    """Tell whether a line begins with a label of the head or of a list of people: ``Aanwezig: …``, ``Datum: …``."""
    name, separator, _ = text.partition(":")
    return (
        bool(separator) and len(name) < m.LANGSTE_LABEL and (is_deelnemerkop(name.strip()) or is_koplabel(name.strip()))
    )


def _is_closed(last: Leesregel, zetsel: Zetsel) -> bool:
    """Tell whether a line can be the last of its paragraph: it ends a sentence, or stops well before the margin."""
    return last.tekst.endswith(_EINDE) or last.rechts < zetsel.width_of(last) * m.KOPBREEDTE


def _opens(text: str) -> bool:
    """Tell whether a line begins something of its own: a bullet or a list number."""
    if OPSOMMING.match(text):
        return True
    match = _LIJSTNUMMER.match(text)
    return bool(match) or bool(re.match(r"\d{1,2}(?:\.\d{1,2}){1,3}\s+[A-Z]", text))


def is_afgebroken(text: str) -> bool:
    """Tell whether a line cannot be the end of anything: it ends in a hyphen, an article, an open bracket."""
    return text.endswith("-") or bool(_ONAF.search(text.lower())) or text.count("(") > text.count(")")


def _is_styled(regel: Leesregel, usual: float) -> bool:
    return regel.vet or (usual > 0 and regel.grootte >= usual * m.GROTER)


def _may_be_heading(text: str) -> bool:
    """Tell whether the words could be a heading: short, a capital or number first, no full stop at the end."""
    bare = KOPNUMMER.sub("", text, count=1) if KOPNUMMER.match(text) else text
    if not bare or len(bare) > _MAX_KOP or not (bare[0].isupper() or bare[0] in "‘'\"("):
        return False
    # "2. Wijzigingen versie 1.2." is a heading, "Dat is afgesproken." is none
    versioned = bare != text and re.search(r"\d\.$", bare)
    stopped = bool(_EINDE_MET_HAAKJES.search(bare)) or (bare.endswith(".") and not versioned)
    return not stopped and not bare.endswith((";", ",", "!")) and not begins_with_markering(text)


def _block(lines: list[Leesregel], following: Leesregel | Tabelblok | None, zetsel: Zetsel) -> Tekstblok:
    text, plekken = join_regels(lines, zetsel.woorden)
    bold = all(line.vet for line in lines)
    if level := _heading_level(lines, text, following, zetsel):
        number = KOPNUMMER.match(text)
        cut = number.end() if number else 0
        label = number["nummer"] if number else ""
        return Tekstblok(text[cut:], "kop", level, label, bold, _shift(plekken, cut))
    soort: TekstblokSoort = "alinea"
    label, cut = "", 0
    if bullet := OPSOMMING.match(text):
        soort, cut = "lijstitem", bullet.end()
    elif number := _LIJSTNUMMER.match(text):
        soort, cut, label = "lijstitem", number.end(), number["nummer"]
    margin = " ".join(line.marge for line in lines if line.marge)
    beside = next(
        ((plek.vanaf, plek.vanaf + len(line.tekst)) for line, plek in zip(lines, plekken, strict=True) if line.marge),
        None,
    )
    naast = (max(beside[0] - cut, 0), beside[1] - cut) if beside else None
    return Tekstblok(text[cut:], soort, 0, label, bold, _shift(plekken, cut), margin, naast)


def _shift(plekken: tuple[Plek, ...], cut: int) -> tuple[Plek, ...]:
    """Move the places along when the first characters are cut off."""
    if not cut:
        return plekken
    moved = [Plek(plek.vanaf - cut, plek.nummer, plek.begin) for plek in plekken]
    return tuple(Plek(0, p.nummer, p.begin - p.vanaf) if p.vanaf < 0 else p for p in moved)


def _heading_level(lines: list[Leesregel], text: str, following: Leesregel | Tabelblok | None, zetsel: Zetsel) -> int:
    """Return the level of a heading, 0 for what is none."""
    if len(lines) > 3 or not _may_be_heading(text) or OPSOMMING.match(text):
        return 0
    number = KOPNUMMER.match(text)
    if zetsel.koppen_opgemaakt:
        styled = all(_is_styled(line, zetsel.grootte) for line in lines)
        alone = number is not None and lines[0].ruimte and (not isinstance(following, Leesregel) or following.ruimte)
        if not (styled or alone) or (text.endswith(":") and not (styled and number)):
            return 0
        return _numbered_level(number["nummer"]) if number else 3
    if is_lijstkop(text) and (lines[0].ruimte or text.isupper()) and ":" not in text[:-1]:
        return 3
    if (
        not lines[0].ruimte
        or len(text) > m.LANGSTE_KOP
        or _LABEL.match(text)
        or text.endswith((":", "?"))
        or ";" in text
    ):
        return 0
    directly = isinstance(following, Leesregel) and not following.ruimte
    if number:
        in_list = directly and isinstance(following, Leesregel) and KOPNUMMER.match(following.tekst)
        return 0 if in_list else _numbered_level(number["nummer"])
    if directly and isinstance(following, Leesregel) and not _opens(following.tekst):
        return 0
    return _numbered_level(number["nummer"]) if number else 3


def _numbered_level(number: str) -> int:
    return 1 + number.rstrip(".)").count(".") + 1


def join_regels(lines: Sequence[Leesregel], words: frozenset[str]) -> tuple[str, tuple[Plek, ...]]:
    """Join lines to one text; a word that was broken over two lines becomes whole again."""
    pieces: list[str] = []
    plekken: list[Plek] = []
    length = 0
    for line in lines:
        if pieces:
            before = pieces.pop()
            hangs = _hangs(lines[0], line) and not before.endswith((",", "-"))
            hangs = hangs or (is_persoonsregel(before.rpartition(":")[2]) and is_persoonsregel(line.tekst))
            glued = f"{before}\n" if hangs else _glue(before, line.tekst, words)
            pieces.append(glued)
            length += len(glued) - len(before)
        plekken.append(Plek(length, line.nummer, line.begin))
        pieces.append(line.tekst)
        length += len(line.tekst)
    return "".join(pieces), tuple(plekken)


def _hangs(first: Leesregel, line: Leesregel) -> bool:
    """Tell whether a line stands below the value of a label of people, a name on each: ``Aanwezig:  A. Jansen``."""
    name, separator, rest = first.tekst.partition(":")
    return bool(separator and rest.strip()) and is_deelnemerkop(name) and line.links > first.links + len(name)


def _glue(text: str, following: str, words: frozenset[str]) -> str:
    """Return a line as it is before the next is put behind it: with a space, or without a hyphen."""
    if text.endswith("\xad"):
        return text[:-1]
    if text.endswith("–") and text[-2:-1].isdigit() and following[:1].isdigit():
        return text
    broken = re.search(r"(?P<deel>[\w'’./-]+)-$", text[-80:])
    if broken is None or following[:1] == " ":
        return text + " "
    first, second = broken["deel"], re.match(r"[\w'’./-]*", following)
    return _rejoin(text, first, second.group() if second else "", words)


def _rejoin(text: str, first: str, second: str, words: frozenset[str]) -> str:
    """Decide over the hyphen between two halves: dropped, kept, or the hyphen of ``op- en afbouw``."""
    if second in ("en", "of", "t/m", "tot") or not second:
        return text + " "
    tail = first.rsplit("-", 1)[-1].lower()
    if f"{tail}-{second.lower().rstrip('.')}" in words:
        return text
    if (tail + second.lower().rstrip(".")) in words:
        return text[:-1]
    is_name = not second[0].islower() or not tail.isalpha() or first.rsplit("-", 1)[-1].isupper()
    is_url = any(mark in first + second.rstrip(".") for mark in ("/", "www", ".nl", ".com"))
    return text if is_name or is_url or tail in _MET_STREEPJE else text[:-1]
