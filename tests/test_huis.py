"""The house is as drawn: imports point to the model, and starting costs next to nothing."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from kamers import ALLEEN_IN, KAMERS

PIPELINE = Path(__file__).parents[1] / "pipeline"

MAG_GEBRUIKEN = {kamer.naam: kamer.gebruikt for kamer in KAMERS}


def room_of(path: Path) -> str:
    return path.relative_to(PIPELINE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> set[str]:
    """Every module a file imports, also inside a function; for the type checker alone counts too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


FILES = [p for p in sorted(PIPELINE.rglob("*.py")) if p.parent != PIPELINE]
ROOMS = {room_of(p) for p in FILES}


def test_every_room_is_on_the_drawing():
    assert set(MAG_GEBRUIKEN) == ROOMS


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(PIPELINE).as_posix())
def test_imports_point_towards_the_model(path):
    room = room_of(path)
    used = {name.split(".")[1] for name in imports_of(path) if name.startswith("pipeline.")} & ROOMS - {room}
    assert used <= MAG_GEBRUIKEN[room]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(PIPELINE).as_posix())
def test_a_library_is_known_in_its_own_rooms_only(path):
    known = {name.split(".")[0] for name in imports_of(path)}
    assert not {library for library, rooms in ALLEEN_IN.items() if library in known and room_of(path) not in rooms}


# Whether something is confidential is a question for pipeline.model.inzage; these rooms read in, compare and write
# down records, and with them the mark as it stands there.
MERKT_VERTROUWELIJK = {"model", "notatie", "documenten", "lezen", "inname"}
# And these make a new record of another one, or print the mark of what the model has decided on.
NEEMT_MERK_OVER = {
    "cli/aangemeld.py": "prints the mark of a proposal",
    "cli/lees_scherm.py": "prints the mark of what was just read, which is in no record yet",
    "cli/voorstellen.py": "prints the mark of an item that was put off",
    "planning/agenda.py": "makes an item of a proposal",
    "taal/voorstellen.py": "makes a proposal of a passage",
    "voortgang/stand.py": "makes a row of an action",
    "voortgang/vouw.py": "makes an action of what is told of one that is in no record",
    "werkblad/acties.py": "prints the mark of a row",
}


def reads_mark(path: Path) -> bool:
    """Tell whether a module asks an object whether it is ``vertrouwelijk``."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return any(isinstance(node, ast.Attribute) and node.attr == "vertrouwelijk" for node in nodes)


def test_only_the_model_decides_what_is_confidential():
    readers = {p.relative_to(PIPELINE).as_posix() for p in FILES if reads_mark(p)}
    others = {name for name in readers if name.split("/")[0] not in MERKT_VERTROUWELIJK}
    assert others == set(NEEMT_MERK_OVER)


def test_the_drawing_has_no_circle():
    seen: set[str] = set()

    def visit(room: str, trail: tuple[str, ...]) -> None:
        assert room not in trail, " -> ".join((*trail, room))
        if room not in seen:
            for other in MAG_GEBRUIKEN[room]:
                visit(other, (*trail, room))
            seen.add(room)

    for room in MAG_GEBRUIKEN:
        visit(room, ())


@pytest.mark.parametrize("module", ["pipeline.cli", "pipeline.cli.groep"])
def test_starting_loads_neither_spacy_nor_docx(module):
    heavy = (
        "{'spacy', 'docx', 'docxtpl', 'lxml', 'numpy', 'rich', 'ruamel', 'pypdf', 'pypdfium2', 'paramiko', 'pagefind'}"
    )
    code = f"import sys, {module}; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_class_has_a_name_of_its_own_in_the_whole_package():
    places: dict[str, list[str]] = {}
    for path in sorted(PIPELINE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                places.setdefault(node.name, []).append(path.relative_to(PIPELINE).as_posix())
    assert not {name: found for name, found in places.items() if len(found) > 1}


@pytest.mark.parametrize("path", [p for p in FILES if room_of(p) == "werk"], ids=lambda p: p.name)
def test_an_act_touches_the_disk_through_the_room_that_does(path):
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    calls = {n.func.attr for n in nodes if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute)}
    assert not calls & {"write_text", "write_bytes", "mkdir", "unlink", "rmdir", "touch", "iterdir", "glob", "rglob"}


@pytest.mark.parametrize("path", [p for p in FILES if room_of(p) == "werk"], ids=lambda p: p.name)
def test_an_act_prints_nothing_asks_nothing_and_knows_no_face(path):
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    called = {n.func.id for n in nodes if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
    assert not called & {"print", "input", "exit", "open"}
    assert not {name for name in imports_of(path) if name.split(".")[0] in ("click", "rich")}
    assert not any(name.startswith("pipeline.cli") for name in imports_of(path))


def imports_when_it_runs(path: Path, modules: set[str]) -> set[str]:
    """The modules of ours that a module needs, at its start or later; not those for the type checker alone."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    guards = (n for n in ast.walk(tree) if isinstance(n, ast.If) and isinstance(n.test, ast.Name))
    passed = {id(inner) for n in guards if n.test.id == "TYPE_CHECKING" for inner in ast.walk(n)}
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and id(node) not in passed:
            deeper = {f"{node.module}.{alias.name}" for alias in node.names} & modules
            found |= deeper or {node.module} & modules
    return found


def test_no_two_modules_need_each_other():
    names = {p: p.relative_to(PIPELINE.parent).with_suffix("").as_posix().replace("/", ".") for p in FILES}
    modules = {name.removesuffix(".__init__"): path for path, name in names.items()}
    needs = {name: imports_when_it_runs(path, set(modules)) - {name} for name, path in modules.items()}
    while leaves := {name for name, others in needs.items() if not others & set(needs)}:
        needs = {name: others for name, others in needs.items() if name not in leaves}
    circles = {name for name in needs if any(name in needs[other] for other in needs)}
    assert not circles, circles
