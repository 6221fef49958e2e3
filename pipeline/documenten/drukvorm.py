"""A template made ready to print: opened, checked and compiled once, and kept for the next document.

Most of the work of a document depends on its template alone. A Drukvorm holds what that work gives and nothing of
any document: whoever prints with it takes a copy of its package, and brings a Drukwerk of its own.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock
from typing import Final

from jinja2 import Template, TemplateError, UndefinedError
from jinja2.exceptions import SecurityError

from pipeline.documenten.keuring import keur_sjabloon
from pipeline.documenten.sjabloon import Sjabloon, Sjabloondeel, open_sjabloon, straighten
from pipeline.documenten.voorbeeld import VOORBEELD_WOORDEN
from pipeline.documenten.zandbak import ZANDBAK
from pipeline.model import Bron, Melding, has_fouten, melding
from pipeline.word.ooxml import Element, OngeldigeXml, serialize
from pipeline.word.pakket import Pakket

# A secretariat has some tens of templates; 64 MB is room for those, a logo in each included.
MAX_BEWAARD: Final = 32
MAX_BYTES_BEWAARD: Final = 64 * 1024 * 1024
# Compiled, a character of a template took 3.4 to 4.7 bytes (tracemalloc, on the six templates that come with us).
_BYTES_PER_TEKEN: Final = 5
_NEST_HELP: Final = (
    "Zet {%p for ... %} en {%p endfor %} elk alleen in een alinea, en in een tabel {%tr for ... %} en "
    "{%tr endfor %} elk in een eigen rij."
)


@dataclass(frozen=True, slots=True)
class Drukdeel:
    """A part of a template that is printed. Where it could not be compiled ``fout`` says why and there is no code."""

    naam: str
    plek: str
    is_eigenschappen: bool
    code: Template | None
    fout: Melding | None = None


@dataclass(frozen=True)
class Drukvorm:
    """A template ready to print.

    ``merk`` is a word that stands nowhere in the template, and is the same for the same template. ``meldingen`` say
    what is wrong with it; where it cannot be used, it has no package. Nothing here changes once it is made.
    """

    naam: str
    merk: str
    meldingen: tuple[Melding, ...] = ()
    pakket: Pakket | None = None
    delen: tuple[Drukdeel, ...] = ()
    tekens: int = 0

    @cached_property
    def omvang(self) -> int:
        """About how many bytes it takes to keep this."""
        return _BYTES_PER_TEKEN * self.tekens + (self.pakket.omvang if self.pakket else 0)


@dataclass(slots=True)
class Drukvormen:
    """The templates that were made ready, by their content and name; the one not used for longest goes first."""

    max_aantal: int = MAX_BEWAARD
    max_bytes: int = MAX_BYTES_BEWAARD
    _bewaard: OrderedDict[tuple[str, str], Drukvorm] = field(default_factory=OrderedDict)
    _slot: Lock = field(default_factory=Lock)

    def get(self, sjabloon_bytes: bytes, naam: str) -> Drukvorm:
        """Return this template ready to print, made now or before."""
        key = (hashlib.sha256(sjabloon_bytes).hexdigest(), naam)
        with self._slot:
            known = self._bewaard.get(key)
            if known is not None:
                self._bewaard.move_to_end(key)
                return known
        # Outside the lock: two threads may both make it, and that is all they can do to each other.
        made = maak_drukvorm(sjabloon_bytes, naam)
        with self._slot:
            self._bewaard[key] = made
            self._drop_oldest()
        return made

    @property
    def bewaard(self) -> tuple[Drukvorm, ...]:
        """What is kept now, the one used last at the end."""
        with self._slot:
            return tuple(self._bewaard.values())

    def _drop_oldest(self) -> None:
        total = sum(vorm.omvang for vorm in self._bewaard.values())
        while len(self._bewaard) > self.max_aantal or (self._bewaard and total > self.max_bytes):
            _key, dropped = self._bewaard.popitem(last=False)
            total -= dropped.omvang


DRUKVORMEN: Final = Drukvormen()


def maak_drukvorm(sjabloon_bytes: bytes, naam: str) -> Drukvorm:
    """Open, check and compile a template; what is wrong with it is in the Meldingen of what comes out."""
    merk = "RT" + hashlib.sha256(sjabloon_bytes).hexdigest()[:20].upper() + "N"
    sjabloon, meldingen = open_sjabloon(sjabloon_bytes, naam)
    if sjabloon is None:
        return Drukvorm(naam, merk, meldingen)
    meldingen = keur_sjabloon(sjabloon, VOORBEELD_WOORDEN)
    if has_fouten(meldingen):
        return Drukvorm(naam, merk, meldingen)
    delen = tuple(_compile(sjabloon, deel) for deel in sjabloon.delen)
    tekens = sum(len(sjabloon.pakket.delen[deel.naam]) for deel in delen)
    sjabloon.pakket.pack()
    return Drukvorm(naam, merk, meldingen, sjabloon.pakket, delen, tekens)


def _compile(sjabloon: Sjabloon, deel: Sjabloondeel) -> Drukdeel:
    straighten(deel)
    found: list[Melding] = []
    code = None
    with catch_fouten(sjabloon.naam, deel.plek, found):
        code = ZANDBAK.from_string(_patch(serialize_text(deel.wortel)))
    return Drukdeel(deel.naam, deel.plek, deel.is_eigenschappen, code, found[0] if found else None)


@contextmanager
def catch_fouten(naam: str, plek: str, meldingen: list[Melding]) -> Iterator[None]:
    """Turn what goes wrong in the code of a template, while it is compiled or printed, into a Melding."""

    def report(code: str, wat: str, hulp: str = "") -> None:
        where = f" ({plek})" if plek else ""
        meldingen.append(melding(code, f"Sjabloon {naam}{where}: {wat}.", Bron(naam), hulp))

    try:
        yield
    except UndefinedError:
        report("sjabloon-variabele", "een naam bestaat niet")
    except SecurityError:
        report("sjabloon-onveilig", "een code doet iets wat niet mag of wat niet ophoudt")
    except TemplateError:
        report("sjabloon-opdracht", "een opdracht klopt niet")
    except OngeldigeXml:
        report("sjabloon-opdracht", "de opdrachten staan zo dat er geen goed document ontstaat", _NEST_HELP)
    except (ArithmeticError, TypeError, ValueError, LookupError, RecursionError, SyntaxError):
        report("sjabloon-opdracht", "een code kan niet worden uitgerekend")


def serialize_text(root: Element) -> str:
    """Return a part as text, for the template engine."""
    return serialize(root).decode("utf-8").split("?>", 1)[1].lstrip()


def _patch(xml: str) -> str:
    """Let docxtpl make tags whole that Word cut into runs, and widen ``{%p`` and ``{%tr``."""
    import io

    from docxtpl import DocxTemplate

    return str(DocxTemplate(io.BytesIO()).patch_xml(xml))
