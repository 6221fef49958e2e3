"""The text of one Word paragraph as a reader sees it: changes accepted, codes and hidden text left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from pipeline.word.lezer_namen import MC, M, W, find, get, is_on
from pipeline.word.lezer_opmaak import Opmaakstijlen
from pipeline.word.symbolen import read_symbool

# Content that is passed over: what was deleted or moved away, and what is not text.
_OVERSLAAN = frozenset(
    f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "delText", "instrText", "rt")
)
_BEELDEN = frozenset({"blip", "imagedata", "chart", "relIds", "OLEObject"})
_VAST = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
_DOORLOPEN = frozenset(
    [f"{W}{n}" for n in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo")]
    + [f"{W}{n}" for n in ("sdtContent", "ruby", "rubyBase", "subDoc")]
    + [f"{M}oMath", f"{M}oMathPara"]
)


@dataclass(slots=True)
class Velden:
    """The nested fields we are in: only their result is text. A field may run over several paragraphs."""

    stand: list[bool] = field(default_factory=list)

    @property
    def in_code(self) -> bool:
        """Tell whether we stand in the code of a field rather than in its result."""
        return any(self.stand)

    def step(self, kind: str) -> None:
        """Take in one ``w:fldChar``."""
        if kind == "begin":
            self.stand.append(True)
        elif kind == "separate" and self.stand:
            self.stand[-1] = False
        elif kind == "end" and self.stand:
            self.stand.pop()


@dataclass(frozen=True, slots=True)
class Alineatekst:
    """What a paragraph holds: its text, whether all of it is bold, and what hangs on it.

    ``doorgehaald`` is what is struck through, which counts as taken out; ``cursief`` and ``gemarkeerd`` are words in
    italics or with a colour behind them; ``beelden`` counts the pictures; ``verborgen`` is what Word does not show.
    """

    tekst: str
    vet: bool
    noten: tuple[tuple[str, str], ...] = ()
    vakken: tuple[etree._Element, ...] = ()
    vette: tuple[tuple[int, int], ...] = ()
    doorgehaald: str = ""
    cursief: str = ""
    gemarkeerd: str = ""
    beelden: int = 0
    verborgen: str = ""


@dataclass(slots=True)
class _Vangst:
    stukken: list[tuple[str, bool]] = field(default_factory=list)
    noten: list[tuple[str, str]] = field(default_factory=list)
    vakken: list[etree._Element] = field(default_factory=list)
    doorgehaald: list[str] = field(default_factory=list)
    cursief: list[str] = field(default_factory=list)
    gemarkeerd: list[str] = field(default_factory=list)
    verborgen: list[str] = field(default_factory=list)
    beelden: int = 0
    sluit_aan: bool = False

    def add(self, tekst: str, vet: bool) -> None:
        """Take in a piece of the text; where something was struck before it, no two spaces are left."""
        before = self.stukken[-1][0] if self.stukken else " "
        if self.sluit_aan and tekst and before[-1:].isspace():
            tekst = tekst.removeprefix(" ")
        self.sluit_aan = self.sluit_aan and not tekst
        self.stukken.append((tekst, vet))

    def strike(self, tekst: str) -> None:
        """Take in a piece that is struck through."""
        self.doorgehaald.append(tekst)
        self.sluit_aan = True


def read_alinea(paragraph: etree._Element, stijlen: Opmaakstijlen, velden: Velden) -> Alineatekst:
    """Read one ``w:p``; footnotes come as (kind, id), text boxes as the elements that hold their content."""
    catch = _Vangst()
    _walk(paragraph, paragraph, stijlen, velden, catch)
    text = "".join(piece for piece, _ in catch.stukken)
    bold = bool(text.strip()) and all(b for piece, b in catch.stukken if piece.strip())
    return Alineatekst(
        text,
        bold,
        tuple(catch.noten),
        tuple(catch.vakken),
        tuple(_bold_stretches(catch.stukken)),
        _joined(catch.doorgehaald),
        _joined(catch.cursief),
        _joined(catch.gemarkeerd),
        catch.beelden,
        _joined(catch.verborgen),
    )


def _joined(stukken: list[str]) -> str:
    return " ".join("".join(stukken).split())


def _bold_stretches(pieces: list[tuple[str, bool]]) -> Iterator[tuple[int, int]]:
    """Give the stretches of the text that are bold, pieces side by side as one."""
    position, begin = 0, None
    for piece, bold in pieces:
        if bold and begin is None:
            begin = position
        elif not bold and piece and begin is not None:
            yield begin, position
            begin = None
        position += len(piece)
    if begin is not None and begin < position:
        yield begin, position


def _walk(
    element: etree._Element, paragraph: etree._Element, stijlen: Opmaakstijlen, velden: Velden, catch: _Vangst
) -> None:
    for child in element.iterchildren(tag=etree.Element):
        if child.tag in _OVERSLAAN:
            _note_fields(child, velden)
        elif child.tag == f"{W}r":
            _read_run(child, paragraph, stijlen, velden, catch)
        elif child.tag == f"{W}sdt":
            content = find(child, "sdtContent")
            if content is not None and not is_placeholder(child):
                _walk(content, paragraph, stijlen, velden, catch)
        elif child.tag == f"{MC}AlternateContent":
            _walk(choose(child), paragraph, stijlen, velden, catch)
        elif child.tag in _DOORLOPEN:
            _walk(child, paragraph, stijlen, velden, catch)
        elif child.tag.startswith(M):
            for t in child.iter(f"{M}t"):
                catch.add(t.text or "", False)


def _note_fields(element: etree._Element, velden: Velden) -> None:
    """Keep count of fields that begin or end in deleted text."""
    for char in element.iter(f"{W}fldChar"):
        velden.step(get(char, "fldCharType"))


def _read_run(
    run: etree._Element, paragraph: etree._Element, stijlen: Opmaakstijlen, velden: Velden, catch: _Vangst
) -> None:
    hidden = stijlen.is_hidden(run, paragraph)
    bold, struck = stijlen.is_bold(run, paragraph), stijlen.is_doorgehaald(run, paragraph)
    looks = [catch.cursief] if stijlen.is_cursief(run) else []
    looks += [catch.gemarkeerd] if stijlen.is_gemarkeerd(run) else []
    for child in _run_content(run):
        if child.tag == f"{W}fldChar":
            velden.step(get(child, "fldCharType"))
        elif velden.in_code:
            continue
        elif hidden:
            catch.verborgen.append(_text(child))
        elif child.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            catch.noten.append(("voetnoot" if "footnote" in child.tag else "eindnoot", get(child, "id")))
        elif child.tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
            boxes = list(_text_boxes(child))
            catch.vakken.extend(boxes)
            catch.beelden += is_beeld(child) and not boxes
        elif child.tag == f"{W}ruby":
            _walk(child, paragraph, stijlen, velden, catch)
        elif struck:
            catch.strike(_text(child))
        else:
            catch.add(_text(child), bold)
            for look in looks:
                look.append(_text(child))


def is_beeld(element: etree._Element) -> bool:
    """Tell whether a drawing shows a picture, a chart or an object, rather than text alone."""
    return any(node.tag.rpartition("}")[2] in _BEELDEN for node in element.iter(tag=etree.Element))


def _run_content(run: etree._Element) -> Iterator[etree._Element]:
    """Give the children of a run, of alternatives the one a reader sees."""
    for child in run.iterchildren(tag=etree.Element):
        if child.tag == f"{MC}AlternateContent":
            yield from choose(child).iterchildren(tag=etree.Element)
        else:
            yield child


def choose(alternate: etree._Element) -> etree._Element:
    """Return one branch of ``mc:AlternateContent``: Word writes the same content in each."""
    branches = alternate.findall(f"{MC}Choice") + alternate.findall(f"{MC}Fallback")
    return branches[0] if branches else alternate


def _text_boxes(element: etree._Element) -> Iterator[etree._Element]:
    """Give the contents of the text boxes in a drawing, each once; a box in a box comes with the outer one."""
    for child in element.iterchildren(tag=etree.Element):
        if child.tag == f"{W}txbxContent":
            yield child
        elif child.tag == f"{MC}AlternateContent":
            yield from _text_boxes(choose(child))
        else:
            yield from _text_boxes(child)


def _text(element: etree._Element) -> str:
    if element.tag == f"{W}t":
        return "".join(element.itertext()) if len(element) == 0 else element.text or ""
    if element.tag == f"{W}br":
        return "" if get(element, "type") in ("page", "column") else "\n"
    if element.tag == f"{W}sym":
        return read_symbool(get(element, "font"), get(element, "char"))
    return _VAST.get(element.tag, "")


def is_placeholder(sdt: etree._Element) -> bool:
    """Tell whether a content control still shows its prompt, which nobody typed."""
    return bool(is_on(find(sdt, "sdtPr", "showingPlcHdr")))


def runs_on(paragraph: etree._Element) -> bool:
    """Tell whether the next paragraph continues this one: its mark is deleted, moved away or a style separator."""
    mark = find(paragraph, "pPr", "rPr")
    if mark is None:
        return False
    if any(mark.find(f"{W}{name}") is not None for name in ("del", "moveFrom")):
        return True
    return bool(is_on(find(mark, "vanish")) and is_on(find(mark, "specVanish")))
