"""Record what every command prints, writes and ends with, to hold two versions of the code against each other.

    python scripts/opname.py maak UIT.json            # record this version
    python scripts/opname.py vergelijk VOOR.json NA.json   # say what differs; exit code 1 where something does

Every invocation runs in a process of its own on the small made-up werkmappen of ``sloop``; times, random marks and what
a PDF says of its making are left out of the comparison.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import os
import re
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

from sloop import GEPUBLICEERD, RONDGEZONDEN, VASTGESTELD, look, make_soffice, make_werkmap  # noqa: E402

OP = "2026-02-21"
EEN, TWEE, KOMEND = "2026-01-09", "2026-02-20", "2026-04-03"
_TIJD = re.compile(r"\d{4}-\d\d-\d\d(?= \d\d\.\d\d\))|\b\d\d[.:]\d\d(?:[.:]\d\d)?( uur)?")
AANGEMELD = b"aangemeld:\n- {wie: de-proef, wat: Nieuwe locaties}\n- {wie: testman, wat: Tweede punt}\n"
GEHEIM = b"agendapunten:\n  - Opening\n  - {titel: Een geheim, vertrouwelijk: ja, publieke_titel: Een punt}\n"


@dataclass(frozen=True)
class Reeks:
    """A werkmap with the commands that are given in it, one after the other; ``vooraf`` changes files first."""

    naam: str
    opdrachten: tuple[str, ...]
    vooraf: tuple[tuple[str, bytes | None], ...] = ()


def _text(woorden: tuple[str, ...]) -> str:
    return " ".join(f'"{w}"' if " " in w else w for w in woorden)


AGENDA_YAML, VERSLAG_MD = f"agenda/rt/{KOMEND}/agenda.yaml", f"verslagen/rt/{EEN}/verslag.md"
AGENDA_DOCX = f"agenda/rt/{KOMEND}/{KOMEND} Agenda RT.docx"
REEKSEN = (
    Reeks("hulp", ("--help", "", "--version", *(f"{naam} --help" for naam in (
        "nieuw planning verplaats status aangemeld agenda akkoord herinner bundel verzend verslag vaststellen "
        "publiceer "
        "voorbeeld intrekken actielijst besluitenlijst acties lees voorstellen controleer leden sjablonen").split()),
        "bestaat-niet", "agenda --bestaat-niet", "agenda rt 2026-02-30", "agenda rt 2026-04-03 teveel")),
    Reeks("kijken", ("status", "status rt", "status --json", "status onbekend", "--op 2026-06-01 status", "acties",
        "acties --open", "acties --json", "acties rt 2026-01-09", "acties --van Proef", "acties --te-laat",
        "acties --voor leden", "acties --voor onbekend", "acties --xlsx lijst", "acties --xlsx lijst.xlsx", "leden",
        "leden --json", "leden --naar leden.xlsx", "leden rt --uit leden.xlsx", "leden --uit leden.xlsx --neem-over",
        "leden --uit er-niet.xlsx", "leden --neem-over", "sjablonen", "sjablonen rt --json", "controleer",
        "controleer rt 2026-01-09", "controleer --json", "controleer rt 2026-04-03", "aangemeld", "aangemeld --json",
        "voorstellen rt 2026-01-09", "voorstellen --json", "planning rt 2027", "planning rt 2027 --json", "planning",
        "planning rt 2027 --neem-over", "planning rt 2027", "status")),
    Reeks("stukken", ("agenda", "agenda", "agenda --json", "agenda --pdf", "agenda rt 2026-05-05", "bundel",
        "bundel --vertrouwelijk", "bundel --json", "akkoord", "akkoord", "akkoord --toelichting mondeling",
        "verslag rt 2026-01-09", "verslag rt 2026-01-09", "verslag rt 2026-01-09 --json --pdf", "verslag --leeg",
        f"--op {KOMEND} verslag", f"--op {KOMEND} verslag", "actielijst", "actielijst rt 2026-01-09 --pdf",
        "besluitenlijst", "besluitenlijst --json", "herinner", "herinner --json", "status --json")),
    Reeks("geen werkmap", ("agenda", "status", "controleer", "lees oud.txt"), (("regietafel.yaml", None),)),
    Reeks("kapot", ("agenda", "verslag rt 2026-01-09", "controleer", "status", "verzend agenda --proef"),
          ((AGENDA_YAML, b"agendapunten: [\n"),)),
    Reeks("geen agenda", (f"agenda rt {KOMEND}", "bundel", "verslag --leeg"), ((AGENDA_YAML, None),)),
    Reeks("zending", ("verzend agenda --proef", "verzend agenda --proef --json", "verzend agenda", "verzend agenda",
        "verzend agenda --json", "verzend agenda --verzonden 2026-02-21", "verzend agenda", "status",
        "verzend agenda --nazending", "verzend agenda --nazending --proef", "agenda", "aangemeld --opnemen 1",
        "agenda", "verzend agenda --smtp", "verzend agenda --proef --smtp", "verzend verslag --nazending",
        "verzend verslag rt 2026-01-09 --proef", "verzend verslag rt 2026-01-09",
        "verzend verslag rt 2026-01-09 --verzonden 2026-02-21", "verzend actielijst rt 2026-01-09",
        "verzend verslag rt 2026-04-03", "verzend agenda --vrijgeven woord",
        "verzend agenda --vrijgeven woord --lijst leden",
        "verzend agenda --vrijgeven woord --lijst leden --reden omdat"),
          (("agenda/rt/aangemeld.yaml", AANGEMELD),)),
    Reeks("te laat", ("--op 2026-04-02 verzend agenda", "--op 2026-04-02 verzend agenda --reden ziekte",
        "--op 2026-04-02 status")),
    Reeks("geheim", ("agenda", "bundel", "bundel --vertrouwelijk", "verzend agenda --proef", "verzend agenda"),
          ((AGENDA_YAML, GEHEIM),)),
    Reeks("met de hand", ("agenda", "agenda --ernaast", "agenda --overschrijf"), ((AGENDA_DOCX, b"met de hand"),)),
    Reeks("aangemeld", ("aangemeld", "aangemeld --opnemen 9", "aangemeld --afwijzen 1", "aangemeld --doorschuiven 1",
        "aangemeld --doorschuiven 1 --reden later", "aangemeld --afwijzen 1 --reden nee",
        "aangemeld --opnemen 1 --na 9",
        "aangemeld --opnemen 1 --na 1", "aangemeld", "aangemeld --opnemen 1 --afwijzen 2", "status"),
          (("agenda/rt/aangemeld.yaml", AANGEMELD),)),
    Reeks("verplaatst", ("agenda", "verplaats rt 2026-04-03 2026-04-10", "verplaats rt 2026-04-03 2026-04-10",
        "verplaats rt 2026-04-10", "verplaats rt 2026-01-09 2026-01-10", "verplaats rt 2026-04-10 2026-02-20",
        "verplaats rt 2026-04-10 --afgelast ziek", "status", "verplaats rt 2026-04-10 2026-04-17 --json")),
    Reeks("vastgesteld", (_text(VASTGESTELD), _text(RONDGEZONDEN), "verslag rt 2026-01-09",
        f"{_text(VASTGESTELD)} --proef", f"{_text(VASTGESTELD)} --proef --json", _text(VASTGESTELD), _text(VASTGESTELD),
        "vaststellen --rectificatie rt 2026-01-09", "vaststellen", "vaststellen rt 2026-04-03", "publiceer --proef",
        "publiceer --proef --woorden", "publiceer --json", "publiceer", _text(GEPUBLICEERD), "status",
        _text(GEPUBLICEERD), "publiceer --vrijgeven x", "publiceer --vrijgeven x --reden omdat",
        "intrekken rt --reden x", "intrekken rt 2026-02-20 --reden x",
        "intrekken rt 2026-01-09 --stuk er-niet --reden x",
        "intrekken rt 2026-01-09 --reden fout", "intrekken rt 2026-01-09 --reden fout --json", "status --json")),
    Reeks("schriftelijk", (_text(RONDGEZONDEN), "vaststellen rt 2026-01-09 --schriftelijk --datum ooit",
        "vaststellen rt 2026-01-09 --schriftelijk --datum 2026-02-10 --toelichting mail", "status")),
    Reeks("ingelezen", ("lees oud.txt", "lees oud.txt --json", "lees er-niet.txt", "lees oud.txt oud.txt",
        "lees oud.txt --neem-over", "lees oud.txt --neem-over", "lees oud.txt --neem-over --json", "acties",
        "lees oud.txt --neem-over --tafel onbekend", "lees map --neem-over", "lees map --neem-over --json",
        "lees oud.txt --in-word",
        "verslag rt 2026-01-09", f"lees verslagen/rt/{EEN}/{EEN}-Conceptverslag.docx --neem-over",
        "controleer rt 2026-01-09 --in-word", "lees oud.txt --vergelijk oud.txt",
        "lees oud.txt --vergelijk er-niet.txt",
        "lees oud.txt --neem-over --kies 3=links", "lees oud.txt --neem-over --datum ooit", "status"),
          (("map/los.txt", b"Verslag Regietafel Voorbeeld\n\n1. Opening\nEr is niets gezegd.\n"),)),
    Reeks("verbeterd", ("controleer --herstel", "controleer rt 2026-01-09 --herstel", "controleer --negeer 1",
        "controleer rt 2026-01-09 --negeer 99 --reden x", "controleer rt 2026-01-09 --negeer 1",
        "controleer rt 2026-01-09 --negeer 1 --reden zo", "controleer rt 2026-01-09", "controleer rt 2026-02-20"),
          ((VERSLAG_MD.replace("verslag.md", "Register.yaml.txt"), b"negeer: []\n"),)),
    Reeks("voorgesteld", ("voorstellen rt 2026-01-09 --neem-over zzzzz", "voorstellen rt 2026-01-09 --neem-over 1",
        "voorstellen rt 2026-01-09 --neem-over alle", "voorstellen rt 2026-01-09",
        "voorstellen rt 2026-01-09 --wijs-af alle",
        "voorstellen rt 2026-01-09 --wijs-af alle --reden nee", "voorstellen rt 2026-02-20",
        "verslag rt 2026-01-09", "status")),
)  # fmt: skip


def record() -> list[dict[str, Any]]:
    """Give every command of every series, and return what became of each."""
    import shlex

    import pipeline.cli.groep  # loaded once, before the processes part

    assert pipeline.cli.groep
    found = []
    with tempfile.TemporaryDirectory(prefix="opname-") as folder:
        make_soffice(Path(folder) / "bin")
        for reeks in REEKSEN:
            root = Path(folder) / "werkmap"
            shutil.rmtree(root, ignore_errors=True)
            make_werkmap(root)
            for name, content in reeks.vooraf:
                _put(root / name, content)
            before = _marks(root)
            for line in reeks.opdrachten:
                words = shlex.split(line)
                code, out, err = _give(root, words)
                after = _marks(root)
                changed = {
                    n: after.get(n, "weg") for n in sorted(set(before) | set(after)) if before.get(n) != after.get(n)
                }
                found.append(
                    {"reeks": reeks.naam, "opdracht": line, "code": code, "uit": out, "fout": err, "bestanden": changed}
                )
                before = after
    return found


def _put(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _marks(root: Path) -> dict[str, str]:
    return {_TIJD.sub("<TIJD>", name): hashlib.sha256(data).hexdigest()[:12] for name, data in look(root).items()}


def _give(root: Path, words: list[str]) -> tuple[int, str, str]:
    """Give a command in a process of its own; return its exit code and what it printed."""
    out, err = root.parent / "uit.txt", root.parent / "fout.txt"
    child = os.fork()
    if child == 0:
        _run(root, words, out, err)
    _, status = os.waitpid(child, 0)
    texts = [path.read_text(encoding="utf-8").replace(str(root.parent), "<MAP>") for path in (out, err)]
    texts = [_TIJD.sub("<TIJD>", text) for text in texts]
    return os.waitstatus_to_exitcode(status), texts[0], texts[1]


def _run(root: Path, words: list[str], out: Path, err: Path) -> None:
    os.environ |= {"PATH": f"{root.parent / 'bin'}:/usr/bin:/bin", "XDG_STATE_HOME": str(root.parent / "state"),
                   "COLUMNS": "110"}  # fmt: skip
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, path in ((1, out), (2, err)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    os.chdir(root)
    from pipeline.cli import main

    code = 3
    try:
        main(words if "--op" in words else ["--op", OP, *words])
    except SystemExit as stop:
        code = int(stop.code or 0)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def compare(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> int:
    """Print what differs; return in how many invocations."""
    count = 0
    for old, new in zip(before, after, strict=True):
        if old == new:
            continue
        count += 1
        print(f"== {old['reeks']}: regietafel {old['opdracht']}")
        for part in ("code", "uit", "fout", "bestanden"):
            if old[part] != new[part]:
                lines = [
                    json.dumps(x[part], indent=1, ensure_ascii=False).replace("\\n", "\n").splitlines()
                    for x in (old, new)
                ]
                print(f"  {part}:", *list(difflib.unified_diff(*lines, lineterm="", n=0))[2:], sep="\n    ")
    print(f"{len(before)} invocations, {count} differ")
    return count


def main() -> int:
    """Record, or compare."""
    what, *paths = sys.argv[1:] or ("",)
    if what == "maak" and len(paths) == 1:
        Path(paths[0]).write_text(json.dumps(record(), indent=1, ensure_ascii=False), encoding="utf-8")
        return 0
    if what == "vergelijk" and len(paths) == 2:
        before, after = (json.loads(Path(path).read_text(encoding="utf-8")) for path in paths)
        return 1 if compare(before, after) else 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main())
