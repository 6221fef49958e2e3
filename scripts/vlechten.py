"""Let something happen in the middle of an act, and see that it ends as if one had come after the other.

    python scripts/vlechten.py [500] [--begin 1] [--toon]

An act runs in a process of its own on a small made-up werkmap and is stopped at the n-th file it touches there. Then
something else happens, whole: another act, a user who saves what she was typing, or a program that lays a file down or
takes one away. Then the act goes on. All files must be as if the one had come before the other, in either order:
nothing is lost, and nothing is there twice. Which act, what else and where is drawn; the same number draws the same.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent)]

from sloop import DADEN, RONDGEZONDEN, Daad, _is_write, give, look, make_soffice, make_werkmap  # noqa: E402

Gebeurtenis = Callable[[Path], None]
_ACTS = {daad.naam: daad for daad in DADEN}
VERSLAG = "verslagen/rt/2026-01-09/verslag.md"
AGENDA = "agenda/rt/2026-04-03/agenda.yaml"


@dataclass(frozen=True)
class Ander:
    """What happens in the middle: its name, and what it does to the werkmap, given what stood there before."""

    naam: str
    doe: Callable[[Path, dict[str, bytes]], int]


def save(name: str, change: Callable[[bytes], bytes]) -> Callable[[Path, dict[str, bytes]], int]:
    """Save a file as an editor does that opened it before anything happened."""

    def do(root: Path, before: dict[str, bytes]) -> int:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f"~{path.name}.tmp")
        temporary.write_bytes(change(before.get(name, b"")))
        temporary.replace(path)
        return 0

    return do


def act(daad: Daad) -> Callable[[Path, dict[str, bytes]], int]:
    """Give another command; it does not wait long for one that is writing."""
    return lambda root, before: give(root, daad, daad.opdracht, wacht=0.3)[0]


def drop(name: str) -> Callable[[Path, dict[str, bytes]], int]:
    """Take a file away."""

    def do(root: Path, before: dict[str, bytes]) -> int:
        (root / name).unlink(missing_ok=True)
        return 0

    return do


IN_GEBRUIK = 1
PARAGRAAF = b"\nDe heer Testman voegt nog een alinea toe.\n"
ANDERE = (
    Ander("zij bewaart het verslag", save(VERSLAG, lambda t: t.replace(b"\n## 2.", PARAGRAAF + b"\n## 2."))),
    Ander("zij bewaart de agenda", save(AGENDA, lambda t: t + b"  - {titel: Rondvraag, duur: 5}\n")),
    Ander("zij meldt iets aan", save("agenda/rt/aangemeld.yaml", lambda t: t + b"- {wie: testman, wat: Een tweede}\n")),
    Ander("er komt een stuk bij", save("agenda/rt/2026-04-03/bijlagen/nota.txt", lambda t: b"een nota")),
    Ander("de synchronisatie legt een kopie neer", save(VERSLAG.replace(".md", "-LAPTOP3.md"), lambda t: b"kopie")),
    Ander("het ingelezen bestand gaat weg", drop("oud.txt")),
    *(Ander(f"{naam} ernaast", act(_ACTS[naam])) for naam in (
        "verslag", "agenda", "akkoord", "concepten", "verzonden", "voorstellen", "opnemen", "afgelasten", "planning",
        "verplaatsen", "verslag beginnen", "overnemen", "vaststellen",
    )),
)  # fmt: skip
# Acts on the same meeting give each other work; those on others must leave each other alone.
NAMEN = ("verslag", "verslag beginnen", "agenda", "actielijst", "akkoord", "concepten", "verzonden", "vaststellen",
         "verplaatsen", "afgelasten", "planning", "opnemen", "voorstellen", "overnemen", "herinner")  # fmt: skip


@dataclass
class Vlechtwerk:
    """Draws and runs; what one after the other gives is worked out once for each pair."""

    folder: Path
    _begin: dict[str, Path] = field(default_factory=dict)
    _na_elkaar: dict[tuple[str, str], list[dict[str, bytes]]] = field(default_factory=dict)
    _stappen: dict[str, int] = field(default_factory=dict)

    def begin(self, daad: Daad) -> Path:
        """Return the werkmap an act begins from."""
        if daad.naam not in self._begin:
            root = self.folder / f"begin {len(self._begin)}" / "map"
            make_werkmap(root)
            (root / "agenda/rt/aangemeld.yaml").write_bytes(b"aangemeld:\n- {wie: de-proef, wat: Nieuwe locaties}\n")
            self._stand_in(root)
            for words in daad.vooraf:
                op = words[-1] if words == RONDGEZONDEN else daad.op
                give(root, Daad(daad.naam, words, op=op), words)
            self._begin[daad.naam] = root
        return self._begin[daad.naam]

    def _stand_in(self, root: Path) -> None:
        if not (self.folder / "bin").exists():
            make_soffice(self.folder / "bin")
        (root.parent / "bin").symlink_to(self.folder / "bin")

    def copy(self, daad: Daad, name: str) -> Path:
        """Lay a fresh copy of the werkmap an act begins from."""
        root = self.folder / name / "map"
        shutil.rmtree(root.parent, ignore_errors=True)
        shutil.copytree(self.begin(daad), root)
        self._stand_in(root)
        return root

    def na_elkaar(self, daad: Daad, ander: Ander) -> list[dict[str, bytes]]:
        """Return how it ends with the other thing before the act, and after it."""
        key = (daad.naam, ander.naam)
        if key not in self._na_elkaar:
            ends = []
            for is_first in (True, False):
                root = self.copy(daad, "na elkaar")
                before = raw(root)
                if is_first:
                    ander.doe(root, before)
                give(root, daad, daad.opdracht)
                if not is_first:
                    ander.doe(root, before)
                ends.append(look(root))
            self._na_elkaar[key] = ends
        return self._na_elkaar[key]

    def steps(self, daad: Daad) -> int:
        """Return how many files of the werkmap an act touches."""
        if daad.naam not in self._stappen:
            self._stappen[daad.naam] = give_woven(self.copy(daad, "tel"), daad, 0, lambda: None)
        return self._stappen[daad.naam]

    def run(self, daad: Daad, ander: Ander, point: int) -> str:
        """Let the other thing happen at this point of the act; say what is wrong with how it ends."""
        expected = self.na_elkaar(daad, ander)
        root = self.copy(daad, "dooreen")
        before = raw(root)
        codes: list[int] = []
        give_woven(root, daad, point, lambda: codes.append(ander.doe(root, before)))
        if codes == [IN_GEBRUIK]:
            ander.doe(root, before)  # the act was writing: the command that was told so is given again
        found = look(root)
        if found in expected:
            return ""
        return "; ".join(differences(found, end) for end in expected)


def raw(root: Path) -> dict[str, bytes]:
    """Return the files as they stand."""
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def differences(found: dict[str, bytes], expected: dict[str, bytes]) -> str:
    """Say in which files an end differs from another."""
    names = sorted(n for n in set(found) | set(expected) if found.get(n) != expected.get(n))
    return ", ".join(f"{n}{'' if n in found else ' (missing)'}{'' if n in expected else ' (too much)'}" for n in names)


def give_woven(root: Path, daad: Daad, point: int, ander: Callable[[], None]) -> int:
    """Give a command that stops at the n-th file it touches until the other thing has happened; return how many."""
    told, tell = os.pipe()
    wait, go_on = os.pipe()
    child = os.fork()
    if child == 0:
        _run(root, daad, point, tell, wait)
    os.close(tell)
    os.close(wait)
    count = 0
    while signal := os.read(told, 1):
        count += 1
        if signal == b"!":
            ander()
            os.write(go_on, b".")
    os.close(told)
    os.close(go_on)
    os.waitpid(child, 0)
    return count


def _run(root: Path, daad: Daad, point: int, tell: int, wait: int) -> None:
    os.environ["PATH"] = f"{root.parent / 'bin'}:/usr/bin:/bin"
    os.environ["XDG_STATE_HOME"] = str(root.parent / "state")
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    from pipeline.cli import main

    top, busy, count = str(root.resolve()), False, 0

    def hook(event: str, args: tuple[object, ...]) -> None:
        nonlocal count, busy
        if busy or not (event == "open" or _is_write(event, args)) or not isinstance(args[0], str | os.PathLike):
            return
        if not str(os.fspath(args[0])).startswith(top) or ".regietafel" in str(args[0]):
            return
        busy = True
        count += 1
        os.write(tell, b"!" if count == point else b".")
        if count == point:
            os.read(wait, 1)
        busy = False

    os.chdir(root)
    sys.addaudithook(hook)
    try:
        main(["--op", daad.op, *daad.opdracht])
    except SystemExit:
        pass
    finally:
        os._exit(0)


def draw(number: int, work: Vlechtwerk) -> tuple[Daad, Ander, int]:
    """Draw an act, what else happens, and where."""
    rng = random.Random(number)
    daad, ander = _ACTS[rng.choice(NAMEN)], rng.choice(ANDERE)
    return daad, ander, rng.randint(1, work.steps(daad))


def main() -> int:
    """Draw and run, and tell what did not come out right."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("aantal", type=int, nargs="?", default=500)
    ap.add_argument("--begin", type=int, default=1, help="the number of the first")
    ap.add_argument("--toon", action="store_true", help="say each that is run")
    options = ap.parse_args()
    import pipeline.cli.groep  # loaded once, before the processes part

    assert pipeline.cli.groep
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="vlechten-") as folder:
        work = Vlechtwerk(Path(folder))
        for number in range(options.begin, options.begin + options.aantal):
            daad, ander, point = draw(number, work)
            found = work.run(daad, ander, point)
            if found or options.toon:
                print(f"{number}: {daad.naam} bij {point}, {ander.naam}: {found or 'goed'}", flush=True)
            wrong += bool(found)
    print(f"{options.aantal} drawn, {wrong} ended otherwise")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
