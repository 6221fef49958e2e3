"""The key of the workbench of one werkmap: its port and secret, kept outside the synced folder, for this user only.

The secret itself travels nowhere. From it follow the cookie of the browser, the start address that works once, and
the proof by which a second start knows that the program on that port is ours.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from dataclasses import dataclass, replace
from pathlib import Path

HOST = "127.0.0.1"


@dataclass(frozen=True)
class Sleutel:
    """Where the workbench of a werkmap answers, and who may ask. ``loop`` is new each time it is started."""

    map: str
    poort: int
    geheim: str
    loop: str = ""

    @property
    def adres(self) -> str:
        """The origin: the one Host and Origin that are answered."""
        return f"http://{HOST}:{self.poort}"

    @property
    def koekje(self) -> tuple[str, str]:
        """The name of the cookie, which holds the werkmap, and its value, which a restart leaves as it is."""
        return f"regietafel-{hashlib.sha256(self.map.encode()).hexdigest()[:12]}", self.sign("koekje")

    def sign(self, words: str) -> str:
        """Return the mark that only who knows the secret can put on these words."""
        return hmac.new(self.geheim.encode(), words.encode(), hashlib.sha256).hexdigest()

    def is_signed(self, words: str, mark: str) -> bool:
        """Tell whether a mark is ours; it takes as long for every mark."""
        return hmac.compare_digest(self.sign(words).encode(), mark.encode())

    def make_start(self) -> str:
        """Return a new start address. It works once, and no longer than the program runs."""
        once = secrets.token_urlsafe(18)
        return f"{self.adres}/begin/{once}/{self.sign(f'begin {self.loop} {once}')}"


def _place(root: Path) -> Path:
    from platformdirs import user_state_path

    folder = user_state_path("regietafel", appauthor=False) / "werkbank"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder / f"{hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:32]}.json"


def read_sleutel(root: Path) -> Sleutel | None:
    """Return the key of the workbench of a werkmap; None where there was none, or its file is no good any more."""
    try:
        found = json.loads(_place(root).read_text(encoding="utf-8"))
        return Sleutel(str(root.resolve()), int(found["poort"]), str(found["geheim"]), str(found["loop"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def make_sleutel(root: Path, poort: int, earlier: Sleutel | None) -> Sleutel:
    """Return the key for a start on this port.

    The secret of last time stays where the port does, so that a page that was open goes on. On another port it is a new
    one: whoever sits on the old port by now may have been sent the cookie.
    """
    loop = secrets.token_hex(8)
    if earlier is not None and earlier.poort == poort:
        return replace(earlier, loop=loop)
    return Sleutel(str(root.resolve()), poort, secrets.token_hex(32), loop)


def keep_sleutel(root: Path, sleutel: Sleutel) -> None:
    """Write the key down, for this user only."""
    place = _place(root)
    fresh = place.with_suffix(f".{os.getpid()}")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        json.dump({"poort": sleutel.poort, "geheim": sleutel.geheim, "loop": sleutel.loop}, file)
    fresh.replace(place)
