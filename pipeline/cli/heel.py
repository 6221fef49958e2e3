"""A command is done whole or not at all: what one that was cut off left half done is put back first."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from pipeline.werkmap import Teruggezet

# Of these every step needs the others: where a file could not be written, nothing of the command stays.
ALLES_OF_NIETS = frozenset({"vaststellen", "verplaats", "aangemeld", "voorstellen", "planning"})
# Two of these at once would do one thing twice: the second waits, and then sees what the first did. They ask nothing.
# Others look for themselves, under the lock of the werkmap, whether what they began from is still so.
EEN_TEGELIJK = frozenset({"vaststellen", "verplaats", "aangemeld", "planning"})
_WACHT = 120  # seconds: adopting minutes with their PDF takes some ten
# These only look, and what is half done they show.
ALLEEN_KIJKEN = frozenset({"status", "acties", "sjablonen", "voorbeeld", "nieuw"})


def run_whole(werkmap: Path, naam: str, run: Callable[[], Any]) -> Any:
    """Run a command with a journal beside it: where it fails, nothing of it stays."""
    if naam in ALLEEN_KIJKEN or not werkmap.is_dir():
        return run()
    from pipeline.werkmap import find_werkmap, lock

    root = find_werkmap(werkmap)
    if root is None:
        return run()
    with lock(root / "daad", _WACHT) if naam in EEN_TEGELIJK else nullcontext():
        return _run_with_journaal(root, naam, run)


def _run_with_journaal(root: Path, naam: str, run: Callable[[], Any]) -> Any:
    from pipeline.werkmap import is_nieuwer, journaal, take_back_half_af

    mag_schrijven = not is_nieuwer(root)
    for done in take_back_half_af(root) if mag_schrijven else ():
        say_teruggezet(done, root)
    with journaal(root, naam, mag_schrijven) as kept:
        result, ended = _run(run)
        code = ended.exit_code if ended is not None else result
        if code and kept.is_mislukt and naam in ALLES_OF_NIETS:
            kept.take_back()
            click.echo("Een bestand kon niet worden geschreven. Alles is teruggezet zoals het was.", err=True)
    if ended is not None:
        raise ended
    return result


def _run(run: Callable[[], Any]) -> tuple[Any, click.exceptions.Exit | None]:
    """Return what a command returned, or how it ended itself: it says why then, and what it wrote was meant."""
    try:
        return run(), None
    except click.exceptions.Exit as stop:
        return None, stop


def say_teruggezet(done: Teruggezet, root: Path) -> None:
    """Say which command was put back, and which files were not, since somebody changed them."""
    half = done.half_af
    click.echo(f"De opdracht {half.daad} van {half.sinds:%H.%M} uur was niet afgemaakt. Dat is teruggezet.", err=True)
    for path in done.gebleven:
        shown = path.relative_to(root).as_posix()
        click.echo(f"  {shown} is daarna veranderd en blijft zoals het nu is; de oude tekst staat in oud.", err=True)
