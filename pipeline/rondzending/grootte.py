"""What fits in a mail: the largest files give way to a link when all together are too large."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from pipeline.rondzending.bericht import Bijvoegsel
from pipeline.rondzending.sjabloon import MailLink

_MB = 1024 * 1024
_CODERING = 4 / 3 * 1.03  # base64 in lines makes a file this much larger


def split_on_size(
    bijvoegsels: Iterable[Bijvoegsel], max_mb: int
) -> tuple[tuple[Bijvoegsel, ...], tuple[Bijvoegsel, ...]]:
    """Return which files go with the mail, and which are too much; the largest go first."""
    kept = list(bijvoegsels)
    left_out: list[Bijvoegsel] = []
    while kept and sum(len(b.inhoud) for b in kept) * _CODERING > max_mb * _MB:
        largest = max(kept, key=lambda b: len(b.inhoud))
        kept.remove(largest)
        left_out.append(largest)
    return tuple(kept), tuple(left_out)


def make_link(basis: str, tafel: str, datum: str, naam: str) -> MailLink:
    """Return where a file stands: its name under the configured address."""
    folder = basis.replace("{tafel}", quote(tafel)).replace("{datum}", datum)
    return MailLink(naam, f"{folder.rstrip('/')}/{quote(naam)}")
