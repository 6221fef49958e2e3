"""Where a page may end: what belongs together is kept on one page, whatever the template says.

Word has one means for it, a paragraph that stays with the next (``w:keepNext``, ECMA-376 part 1, 17.3.1.15); a row
of a table stays with the next row when its paragraphs do. It is set where tests/bladen measured that pages need
it, and nowhere else: on every row it chains a whole table, which then leaves page after page empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from pipeline.word.ooxml import Element, ensure_first, make, qn

# Fewer lines than this on a last page look like a mistake.
_MINSTENS_OP_LAATSTE_BLAD = 3


def keep_together(root: Element) -> None:
    """Keep the header of every table with its first row, and what a document ends with in more than two lines."""
    body = root.find(qn("w:body"))
    if body is None:
        return
    for table in root.iter(qn("w:tbl")):
        for row in table.iterfind(qn("w:tr")):
            if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None:
                keep_row_with_next(row)
    _keep_end(list(islice(_lines_from_end(body), _MINSTENS_OP_LAATSTE_BLAD)))


def _lines_from_end(body: Element) -> Iterator[Element]:
    """Give the paragraphs with text and the rows of the body, the last first: each is a line or more."""
    for block in reversed(body):
        if block.tag == qn("w:tbl"):
            yield from reversed(block.findall(qn("w:tr")))
        elif block.tag == qn("w:p") and any(t.text for t in block.iter(qn("w:t"))):
            yield block


def _keep_end(lines: list[Element]) -> None:
    """Let the lines before the last stay with it, so that a last page has enough of them.

    A last row stays with what Word wants behind a table: without it that alone would begin another page.
    """
    ends_in_table = bool(lines) and lines[0].tag == qn("w:tr")
    for line in lines[0 if ends_in_table else 1 :]:
        if line.tag == qn("w:tr"):
            keep_row_with_next(line)
        else:
            keep_with_next(line)


def keep_row_with_next(row: Element) -> None:
    """Let a row of a table stand on the page of the next row."""
    for paragraph in row.iter(qn("w:p")):
        keep_with_next(paragraph)


def keep_with_next(paragraph: Element) -> None:
    """Let a paragraph end on the page on which the next begins; keepNext stands right behind the style."""
    properties = ensure_first(paragraph, "w:pPr")
    if properties.find(qn("w:keepNext")) is None:
        style = properties.find(qn("w:pStyle"))
        properties.insert(0 if style is None else 1, make("w:keepNext"))
