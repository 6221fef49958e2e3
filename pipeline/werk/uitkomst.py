"""What an act comes to: what was or would be written, what there is to say, what has to be answered, and what is next.

A face of the program (the command line, the browser) turns it into words and looks. Everything here is data: frozen,
and the same for an act that was done and for one that was only tried (``proef``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from pipeline.model import Melding, has_fouten

GOED, FOUT, ONBRUIKBAAR = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Geschreven:
    """A file of the act: ``pad`` as the werkmap shows it; not ``gewijzigd``: it stood there as it would be written.

    ``bewaard`` is where an older one went that a person had changed.
    """

    pad: str
    gewijzigd: bool = True
    bewaard: str = ""


@dataclass(frozen=True, slots=True)
class Vraag:
    """Something only a person can say: of which kind it is, about what place, and in what words.

    ``antwoorden`` are the words to choose from; none: whatever is typed. ``geheim`` is not shown while it is typed;
    ``gewoon`` is the answer where somebody only presses Enter.
    The id follows from all of these, so that an answer to another state is not taken for an answer to this one.
    """

    soort: str
    plaats: str
    tekst: str
    antwoorden: tuple[str, ...] = ()
    geheim: bool = False
    gewoon: str = ""

    @property
    def id(self) -> str:
        """The mark an answer is given with: twelve hexadecimal digits."""
        words = "\x1f".join((self.soort, self.plaats, self.tekst, *self.antwoorden))
        return hashlib.sha256(words.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Vervolg:
    """What to do next, in words; ``{daad}`` in them is where the act that does it is named, where there is one.

    ``argumenten`` are those of the act, as the fields of its request.
    """

    tekst: str
    daad: str = ""
    argumenten: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hersteld:
    """An earlier act that was cut off and was put back first; ``gebleven`` are files somebody changed since."""

    opdracht: str
    sinds: datetime
    gebleven: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """The outcome of an act, or of a query, whose answer is ``gegevens``.

    ``gedaan`` are sentences about what was done beside writing documents. ``bezwaar`` says that the request itself
    is wrong; with ``is_onbruikbaar`` it could not be begun, with ``is_gestoord`` it came to nothing. ``plan``
    is the hash of all that would be written.
    """

    geschreven: tuple[Geschreven, ...] = ()
    meldingen: tuple[Melding, ...] = ()
    gedaan: tuple[str, ...] = ()
    vragen: tuple[Vraag, ...] = ()
    vervolg: tuple[Vervolg, ...] = ()
    gegevens: Any = None
    bezwaar: str = ""
    is_onbruikbaar: bool = False
    is_gestoord: bool = False
    hersteld: tuple[Hersteld, ...] = ()
    plan: str = ""

    @property
    def code(self) -> int:
        """How it ended: 0 fine, 1 a fout, 2 wrong usage or unreadable input."""
        if self.bezwaar or self.is_onbruikbaar:
            return ONBRUIKBAAR
        return FOUT if has_fouten(self.meldingen) else GOED
