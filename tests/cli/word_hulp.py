"""Working in a generated Word file as a person would: typing, ticking, adding rows."""

from __future__ import annotations

import re
import subprocess
from copy import deepcopy
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from ziphulp import parts, zipped


def heading(document: Document, title: str) -> int:
    """The place of a heading among the paragraphs."""
    return next(i for i, p in enumerate(document.paragraphs) if p.text.strip().endswith(title))


def type_under(document: Document, title: str, *lines: str, style: str = "Normal") -> None:
    """Type lines in the empty paragraph under a heading, as Enter makes new ones."""
    start = heading(document, title)
    empty = next(p for p in document.paragraphs[start + 1 :] if not p.text.strip())
    empty.text = lines[0]
    empty.style = document.styles[style]
    last: Paragraph = empty
    for line in lines[1:]:
        new = document.add_paragraph(line, style)
        last._p.addnext(new._p)
        last = new


def tick(document: Document, *names: str) -> None:
    """Put an x in the place of the box before these names."""
    for table in document.tables:
        for row in table.rows:
            for paragraph in row.cells[-1].paragraphs:
                if any(name in paragraph.text for name in names):
                    for run in paragraph.runs:
                        run.text = run.text.replace("☐", "x")


def table_with(document: Document, *header: str):
    """The table with these headings."""
    return next(t for t in document.tables if [c.text for c in t.rows[0].cells] == list(header))


def fill_row(row, *texts: str) -> None:
    """Type in the cells of a row."""
    for cell, text in zip(row.cells, texts, strict=False):
        cell.paragraphs[0].add_run(text)


def edit(path: Path, *changes: tuple[str, str]) -> None:
    """Change words in a Word file: each stands there once, within one run."""
    document = docx.Document(str(path))
    paragraphs = [
        *document.paragraphs,
        *(p for t in document.tables for r in t.rows for c in r.cells for p in c.paragraphs),
    ]
    for before, after in changes:
        runs = [run for p in paragraphs for run in p.runs if before in run.text]
        assert len(runs) == 1, (before, len(runs))
        runs[0].text = runs[0].text.replace(before, after)
    document.save(str(path))


def insert_tracked(path: Path, auteur: str, na: str, nieuw: str) -> None:
    """Type words behind others, as Word keeps them with *Bijhouden* on: in the middle of one run."""
    document = docx.Document(str(path))
    (run,) = (r for p in document.paragraphs for r in p.runs if na in r.text)
    before, after = run.text.split(na)
    behind = deepcopy(run._r)
    run.text = before + na
    mark = OxmlElement("w:ins")
    for name, value in {"w:id": "901", "w:author": auteur, "w:date": "2026-02-02T10:00:00Z"}.items():
        mark.set(qn(name), value)
    typed = deepcopy(run._r)
    mark.append(typed)
    run._r.addnext(mark)
    mark.addnext(behind)
    Run(typed, run._parent).text = nieuw
    Run(behind, run._parent).text = after
    document.save(str(path))


def lose_bladwijzers(path: Path) -> None:
    """Save a Word file as a program does that knows no bookmarks."""
    delen = parts(path.read_bytes())
    document = delen["word/document.xml"].decode()
    delen["word/document.xml"] = re.sub(r"<w:bookmark(?:Start|End)[^>]*/>", "", document).encode()
    path.write_bytes(zipped(delen))


def save_as(path: Path, soort: str, profiel: Path) -> Path:
    """Save a file in another format with LibreOffice, beside it."""
    profile = f"-env:UserInstallation=file://{profiel}"
    command = ["soffice", profile, "--headless", "--convert-to", soort, "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return path.with_suffix(f".{soort}")
