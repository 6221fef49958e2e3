"""A table on screen in which words stay whole; where it is too narrow for that, a list."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from math import ceil, sqrt

_TUSSEN = 2

Rij = Sequence[str]


def show_tabel(koppen: Rij, rijen: Sequence[Rij], heel: Sequence[str] = ()) -> None:
    """Print rows under headings, as wide as the window; columns named in ``heel`` take one line if they can."""
    from rich.console import Console

    console = Console()
    tries = ((heel, False), (heel, True), ((), True))
    breedten = next(filter(None, (_fit(koppen, rijen, console.width, *how) for how in tries)), None)
    if breedten is None:
        _show_lijst(koppen, rijen, console.width)
        return
    from rich.table import Table
    from rich.text import Text  # as Text, so that [A1] is not taken for markup

    table = Table(box=None, padding=(0, _TUSSEN, 0, 0), pad_edge=False, header_style="bold")
    for kop, breedte in zip(koppen, breedten, strict=True):
        table.add_column(kop, width=breedte, overflow="fold")
    for rij in rijen:
        cells = zip(rij, breedten, strict=True)
        table.add_row(*(Text("\n".join(_wrap(cel, breedte))) for cel, breedte in cells))
    console.print(table)


def _fit(koppen: Rij, rijen: Sequence[Rij], width: int, heel: Sequence[str], bij_streepje: bool) -> list[int] | None:
    """Return how wide each column is: at least its longest word, and more the more it has to say.

    None where the longest words do not fit beside each other; with ``bij_streepje`` a word may end at a hyphen.
    """
    kolommen = [(kop, *(rij[n] for rij in rijen)) for n, kop in enumerate(koppen)]
    most = [max(1, *map(len, kolom)) for kolom in kolommen]
    least = [
        wide if kolom[0] in heel else max(1, *(_longest_word(cel, bij_streepje) for cel in kolom))
        for kolom, wide in zip(kolommen, most, strict=True)
    ]
    left = width - sum(least) - _TUSSEN * (len(koppen) - 1)
    if left < 0:
        return None
    wanted = [high - low for high, low in zip(most, least, strict=True)]
    return [low + more for low, more in zip(least, _divide(left, wanted), strict=True)]


def _divide(left: int, wanted: list[int]) -> list[int]:
    """Divide what is left: by the root of what each wants, so that one long text does not take all; nobody over."""
    given = [0] * len(wanted)
    for n in sorted(range(len(wanted)), key=wanted.__getitem__):
        rest = sum(sqrt(want) for want, got in zip(wanted, given, strict=True) if not got) or 1
        given[n] = min(wanted[n], left, ceil(left * sqrt(wanted[n]) / rest))
        left -= given[n]
    return given


def _longest_word(tekst: str, bij_streepje: bool) -> int:
    pieces = textwrap.wrap(tekst, 1, break_long_words=False, break_on_hyphens=bij_streepje)
    return max(map(len, pieces), default=0)


def _wrap(tekst: str, breedte: int) -> list[str]:
    """Break at spaces, and at hyphens only where a word is longer than the line."""
    return textwrap.wrap(tekst, breedte, break_on_hyphens=_longest_word(tekst, False) > breedte)


def _show_lijst(koppen: Rij, rijen: Sequence[Rij], width: int) -> None:
    """Print each row as its first cell with the others under it, each behind its heading."""
    import click

    wrapper = textwrap.TextWrapper(width, "  ", "    ", break_long_words=False, break_on_hyphens=False)
    for eerste, *overige in rijen:
        click.secho(eerste, bold=True)
        for kop, cel in zip(koppen[1:], overige, strict=True):
            if cel:
                click.echo(wrapper.fill(f"{kop}: {cel}" if kop else cel))
