"""Every command in the handbook runs as shown, and every screen shown is the real one.

A chapter is played from top to bottom. What a reader does between two commands stands in comments that are
not shown, each with its function in ``HANDELINGEN``; a line ``...`` in a screen stands for lines left out.
Run as a program (``python tests/test_handleiding.py``) it writes the real screens into the chapters.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import docx
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

ROOT = Path(__file__).resolve().parent.parent
HANDLEIDING = ROOT / "docs" / "handleiding"
HOOFDSTUKKEN = sorted(HANDLEIDING.glob("*.md"))
INSTALLEREN = ("py ", "pipx ")  # what a reader types to install; this runs on Windows only
WERKPLEK = "C:\\Werk"  # where the reader of the handbook works

_STUK = re.compile(
    r"<!-- (?P<woord>[\w ]+): (?P<waarde>.*?) -->"
    r"|^(?P<inspringing> *)```(?P<taal>\w+)\n(?P<inhoud>.*?)^(?P=inspringing)```$",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True)
class Stuk:
    """A comment (``woord``, ``waarde``) or a block (``taal``, ``inhoud``) of a chapter."""

    woord: str
    waarde: str
    taal: str
    inhoud: str


def stukken(tekst: str) -> Iterator[Stuk]:
    for match in _STUK.finditer(tekst):
        found = {name: match[name] or "" for name in ("woord", "waarde", "taal", "inhoud")}
        yield Stuk(**found | {"inhoud": textwrap.dedent(found["inhoud"])})


@dataclass
class Lezer:
    """Somebody who plays a chapter: types its commands in ``map`` and does what stands between them."""

    thuis: Path
    map: Path
    dag: str = ""
    uitgangscode: int = 0
    neemt_over: Callable[[str], None] | None = None
    scherm: str = ""
    schermen: list[tuple[str, str]] = field(default_factory=list)

    def play(self, tekst: str) -> None:
        for stuk in stukken(tekst):
            if stuk.woord:
                HANDELINGEN[stuk.woord](self, stuk.waarde)
            elif self.neemt_over:
                self.neemt_over(stuk.inhoud)
                self.neemt_over = None
            elif stuk.taal == "powershell":
                self.scherm = "".join(self.type(line) for line in stuk.inhoud.splitlines())
                self.uitgangscode = 0
            elif stuk.taal == "text":
                self.schermen.append((stuk.inhoud, self.scherm))

    def type(self, line: str) -> str:
        """Type a command and return what is on the screen."""
        words = shlex.split(line)
        if words[0] == "cd":
            self.map /= words[1]
        if words[0] == "cd" or line.startswith(INSTALLEREN):
            return ""
        assert words[0] == "regietafel", line
        today = ("--op", self.dag) if self.dag and "--op" not in words else ()
        done = subprocess.run(
            [sys.executable, "-c", "from pipeline.cli import main; main()", *today, *words[1:]],
            cwd=self.map,
            env={"COLUMNS": "100", "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT), "HOME": str(self.thuis)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == self.uitgangscode, f"{line}\n{done.stdout}"
        return self._as_on_windows(done.stdout)

    def _as_on_windows(self, scherm: str) -> str:
        scherm = scherm.replace(f"{self.thuis}/", f"{WERKPLEK}\\")
        scherm = re.sub(r"\(tot [\d-]+ [\d.]+\)", "(tot 2026-04-28 10.15)", scherm)
        return "".join(line.rstrip() + "\n" for line in scherm.splitlines())


def set_werkmap(lezer: Lezer, soort: str) -> None:
    """Begin in a fresh copy of the worked example (``voorbeeld``) or in an empty folder (``leeg``)."""
    assert soort in ("voorbeeld", "leeg")
    if soort == "leeg":
        return
    shutil.copyfile(ROOT / "regietafel.yaml", lezer.map / "regietafel.yaml")
    for top in ("agenda", "verslagen"):
        shutil.copytree(ROOT / top, lezer.map / top, ignore=shutil.ignore_patterns("*.docx", "*.pdf", "oud"))


def set_day(lezer: Lezer, dag: str) -> None:
    """Make it this day."""
    lezer.dag = dag


def expect_code(lezer: Lezer, code: str) -> None:
    """The commands of the next block end with this exit code."""
    lezer.uitgangscode = int(code)


def type_silently(lezer: Lezer, opdracht: str) -> None:
    """Type a command that an earlier chapter has shown."""
    lezer.type(opdracht)


def take_over(lezer: Lezer, pad: str) -> None:
    """Make the next block the text of this file."""

    def write(inhoud: str) -> None:
        (lezer.map / pad).parent.mkdir(parents=True, exist_ok=True)
        (lezer.map / pad).write_text(inhoud, encoding="utf-8")

    lezer.neemt_over = write


def fill_in(lezer: Lezer, pad: str) -> None:
    """Make the next block what stands in this file below its front matter."""

    def write(inhoud: str) -> None:
        front, middle, _ = (lezer.map / pad).read_text(encoding="utf-8").split("---\n", maxsplit=2)
        (lezer.map / pad).write_text(f"{front}---\n{middle}---\n\n{inhoud}", encoding="utf-8")

    lezer.neemt_over = write


def change_text(lezer: Lezer, waarde: str) -> None:
    """Change something in a text file: ``pad: oud -> nieuw``."""
    pad, wijziging = waarde.split(": ", maxsplit=1)
    before, after = wijziging.split(" -> ")
    text = (lezer.map / pad).read_text(encoding="utf-8")
    assert text.count(before) == 1
    (lezer.map / pad).write_text(text.replace(before, after), encoding="utf-8")


def change_by_hand(lezer: Lezer, pad: str) -> None:
    """Type something in this Word file."""
    document = docx.Document(str(lezer.map / pad))
    document.paragraphs[-1].add_run(" Met de hand toegevoegd.")
    document.save(str(lezer.map / pad))


def change_template(lezer: Lezer, waarde: str) -> None:
    """Type a paragraph at the end of this template: ``pad: tekst``."""
    pad, tekst = waarde.split(": ", maxsplit=1)
    document = docx.Document(str(lezer.map / pad))
    document.add_paragraph(tekst)
    document.save(str(lezer.map / pad))


def owner_file(path: Path) -> Path:
    """The file Word lays beside a document that is open."""
    return path.with_name(f"~${path.name[2:]}")


def open_in_word(lezer: Lezer, pad: str) -> None:
    """Leave this file open in Word."""
    owner_file(lezer.map / pad).write_bytes(b"\x0asecretaris")


def close_in_word(lezer: Lezer, pad: str) -> None:
    """Close it again."""
    owner_file(lezer.map / pad).unlink()


def copy_file(lezer: Lezer, waarde: str) -> None:
    """Leave a copy as a sync program does: ``van -> naar``."""
    source, target = waarde.split(" -> ")
    (lezer.map / target).parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(lezer.map / source, lezer.map / target)


def make_minutes(lezer: Lezer, waarde: str) -> None:
    """Lay minutes in Word of somebody else ready: ``pad: datum``."""
    pad, datum = waarde.split(": ")
    document = docx.Document()
    document.add_heading("Verslag Provinciale Regietafel", 0)
    for line in (f"Datum: {datum}", "Aanwezig: mw. Van Noord (Noordstad), dhr. Voorbeeld (Voorbeeldstad)"):
        document.add_paragraph(line)
    for kop, tekst in (
        ("1. Opening", "De voorzitter opent de vergadering."),
        ("2. Opvang in de regio", "Dhr. Voorbeeld zoekt uit welke locaties in het voorjaar vrijkomen."),
    ):
        document.add_heading(kop, 1)
        document.add_paragraph(tekst)
    document.add_heading("Actielijst", 1)
    rows = (("Nr", "Actie", "Actiehouder", "Termijn"), ("12/01", "Cijfers rondsturen", "mw. Van Noord", "1 februari"))
    table = document.add_table(0, 4)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    (lezer.map / pad).parent.mkdir(parents=True, exist_ok=True)
    document.save(str(lezer.map / pad))


def type_in_word(lezer: Lezer, waarde: str) -> None:
    """Type under a heading in Word: ``pad: kop: tekst``."""
    pad, kop, tekst = waarde.split(": ", maxsplit=2)
    document = docx.Document(str(lezer.map / pad))
    start = next(i for i, p in enumerate(document.paragraphs) if p.text.endswith(kop))
    following = document.paragraphs[start + 1 :]
    (next((p for p in following if not p.text.strip()), None) or following[0]).add_run(tekst)
    document.save(str(lezer.map / pad))


def change_in_word(lezer: Lezer, waarde: str) -> None:
    """Change words in Word: ``pad: oud -> nieuw``; in a cell or a paragraph."""
    pad, wijziging = waarde.split(": ", maxsplit=1)
    before, after = wijziging.split(" -> ")
    document = docx.Document(str(lezer.map / pad))
    cells = [c for t in document.tables for r in t.rows for c in r.cells]
    runs = [r for p in [*document.paragraphs, *(p for c in cells for p in c.paragraphs)] for r in p.runs]
    (run,) = [r for r in runs if before in r.text]
    run.text = run.text.replace(before, after)
    document.save(str(lezer.map / pad))


def remark_in_word(lezer: Lezer, waarde: str) -> None:
    """Put a comment in Word: ``pad: auteur: woorden: opmerking``."""
    pad, auteur, woorden, opmerking = waarde.split(": ", maxsplit=3)
    document = docx.Document(str(lezer.map / pad))
    paragraph = next(p for p in document.paragraphs if woorden in p.text)
    document.add_comment(paragraph.runs, text=opmerking, author=auteur)
    document.save(str(lezer.map / pad))


def put_paper(lezer: Lezer, pad: str) -> None:
    """Put a paper in its place: a page of text, or a picture."""
    path = lezer.map / pad
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".png":
        Image.new("RGB", (800, 500), "lightgrey").save(path)
        return
    canvas = Canvas(str(path), invariant=1)
    canvas.drawString(72, 700, path.stem.capitalize())
    canvas.showPage()
    canvas.save()


def lose_file(lezer: Lezer, pad: str) -> None:
    """Lose a file."""
    (lezer.map / pad).unlink()


def break_file(lezer: Lezer, pad: str) -> None:
    """Leave only half of a file, as when it was not fetched whole."""
    data = (lezer.map / pad).read_bytes()
    (lezer.map / pad).write_bytes(data[: len(data) // 2])


HANDELINGEN: dict[str, Callable[[Lezer, str], None]] = {
    "werkmap": set_werkmap,
    "dag": set_day,
    "uitgangscode": expect_code,
    "stil": type_silently,
    "bestand": take_over,
    "na het voorblok": fill_in,
    "tekst": change_text,
    "met de hand gewijzigd": change_by_hand,
    "sjabloon": change_template,
    "open in Word": open_in_word,
    "dicht": close_in_word,
    "kopie": copy_file,
    "verslag van een ander": make_minutes,
    "getypt in Word": type_in_word,
    "in Word": change_in_word,
    "opmerking in Word": remark_in_word,
    "stuk": put_paper,
    "kwijt": lose_file,
    "kapot": break_file,
}


def is_screen(shown: str, real: str) -> bool:
    """Tell whether a screen is as shown; a line ``...`` stands for any lines."""
    parts = [re.escape(part) for part in re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE)]
    return re.fullmatch("(?:.*\n)*".join(parts), real) is not None


def play(hoofdstuk: Path, folder: Path) -> Lezer:
    lezer = Lezer(folder, folder)
    lezer.play(hoofdstuk.read_text(encoding="utf-8"))
    return lezer


@pytest.mark.parametrize("hoofdstuk", HOOFDSTUKKEN, ids=lambda p: p.stem)
def test_the_commands_of_a_chapter_run_and_its_screens_are_real(hoofdstuk: Path, tmp_path: Path) -> None:
    for shown, real in play(hoofdstuk, tmp_path).schermen:
        if not is_screen(shown, real):
            assert shown == real


def test_the_index_links_to_each_chapter_in_order() -> None:
    index = (HANDLEIDING / "index.md").read_text(encoding="utf-8")
    chapters = [p.name for p in HOOFDSTUKKEN if p.name != "index.md"]
    assert len(chapters) >= 7
    assert re.findall(r"\]\((\d\d-[\w-]+\.md)\)", index) == chapters


def test_every_link_leads_somewhere() -> None:
    for hoofdstuk in HOOFDSTUKKEN:
        for target, heading in re.findall(r"\]\(([^)#]+)(?:#([\w-]*))?\)", hoofdstuk.read_text(encoding="utf-8")):
            path = HANDLEIDING / target
            assert path.exists(), (hoofdstuk.name, target)
            assert not heading or heading in headings(path), (hoofdstuk.name, target, heading)


def headings(path: Path) -> set[str]:
    found = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in found}


def test_every_block_says_what_is_in_it() -> None:
    for hoofdstuk in HOOFDSTUKKEN:
        fences = re.findall(r"^ *```(\w*)$", hoofdstuk.read_text(encoding="utf-8"), re.MULTILINE)
        assert set(fences[::2]) <= {"powershell", "text", "yaml", "markdown", "jinja"}, hoofdstuk.name
        assert set(fences[1::2]) <= {""}, hoofdstuk.name


def renew_screens(hoofdstuk: Path, folder: Path) -> None:
    """Put the real screens in a chapter, save where the one shown still holds."""
    screens = iter(play(hoofdstuk, folder).schermen)

    def renew(match: re.Match[str]) -> str:
        if match["taal"] != "text":
            return match.group()
        shown, real = next(screens)
        if is_screen(shown, real):
            return match.group()
        indent = match["inspringing"]
        return f"{indent}```text\n{textwrap.indent(real, indent)}{indent}```"

    hoofdstuk.write_text(_STUK.sub(renew, hoofdstuk.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    for chapter in HOOFDSTUKKEN:
        with tempfile.TemporaryDirectory() as temporary:
            renew_screens(chapter, Path(temporary))
