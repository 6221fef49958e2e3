"""Whom a word means: an id, a name, a role with its organisation, or a role alone.

Some people are on a list by name, others by what they are (``wethouder`` of ``Polderwijk``). Documents show the last as
``wethouder (Polderwijk)``, and people write ``wethouder Polderwijk`` or ``de wethouder van Polderwijk``. Wherever
somebody is meant all of these are understood, here and nowhere else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from pipeline.model.persoon import Persoon

_GEEN_LETTER = re.compile(r"[\W_]+")
_LIDWOORD = re.compile(r"(?:de|het|een) ")
# What stands between a role and its organisation: "wethouder van de gemeente Polderwijk".
_VERBINDING = re.compile(r"(?:(?:van|namens|uit|voor|bij) )?(?:(?:de|het) )?(?:gemeente )?")
_AANSPREKING = re.compile(r"(?:(?:de )?(?:heer|mevrouw|meneer|dhr|mw|mevr) )")


@dataclass(frozen=True, slots=True)
class Aanduiding:
    """By what somebody is known: an id, a name in its parts, roles, and the bodies the roles are held for."""

    id: str
    persoon: Persoon | None
    rollen: tuple[str, ...]
    organisaties: tuple[str, ...]


class Aanduidbaar(Protocol):
    """Somebody on a list: a member or a participant."""

    @property
    def aanduiding(self) -> Aanduiding:
        """By what this one is known."""
        ...


Mens = TypeVar("Mens", bound=Aanduidbaar)


def find_bedoelden(wie: str, mensen: Iterable[Mens], ook: tuple[str, ...] = ()) -> tuple[Mens, ...]:
    """Return those whom ``wie`` can mean, the plainest way first: an id, the whole, then a surname or a role alone.

    More than one is an answer too: that word does not tell them apart. ``ook`` are names of the body they sit in
    together, as in ``voorzitter RRT``.
    """
    people = tuple(mensen)
    wanted = _fold(wie)
    if not wanted:
        return ()
    if by_id := tuple(m for m in people if m.aanduiding.id and m.aanduiding.id.casefold() == wie.strip().casefold()):
        return by_id
    for is_meant in (_is_whole, _is_part):
        if found := tuple(m for m in people if is_meant(wanted, m.aanduiding, ook)):
            return found
    return ()


def noem(persoon: Persoon | None, rollen: Iterable[str], organisatie: str) -> str:
    """Say what somebody is called: the name, else the role with the organisation: ``wethouder (Polderwijk)``."""
    if persoon is not None and persoon.heeft_naam:
        return persoon.naam
    shown = persoon.weergave if persoon is not None else ""
    role = shown or next((rol for rol in rollen if rol), "")
    if not role or not organisatie or _fold(organisatie) in _fold(role):
        return role or organisatie
    return f"{role} ({organisatie})"


@lru_cache(maxsize=4096)
def _fold(tekst: str) -> str:
    """Write words so that they can be compared: small letters, no accents, one space between them."""
    parts = unicodedata.normalize("NFKD", tekst)
    bare = "".join(c for c in parts if not unicodedata.combining(c)).replace("'", "").replace("’", "")
    return _GEEN_LETTER.sub(" ", bare).strip().casefold()


def _is_whole(wanted: str, wie: Aanduiding, ook: tuple[str, ...]) -> bool:
    """Tell whether the words are a whole name, or a name or role with what belongs to it."""
    bodies = {_zonder_verbinding(_fold(body)) for body in (*wie.organisaties, *ook) if body}
    roles = {_fold(role) for role in _rollen(wie)}
    names = _names(wie.persoon)
    bare = _AANSPREKING.sub("", wanted, count=1) if _AANSPREKING.match(wanted) else wanted
    if wie.persoon is not None and wie.persoon.heeft_naam and wanted == _fold(wie.persoon.naam):
        return True
    for name in names:
        rest = _behind(name, bare)
        if rest is not None and rest and _is_body_or_role(rest, bodies, roles):
            return True
    return any(_belongs_to_role(wanted, role, bodies, names) for role in roles)


def _belongs_to_role(wanted: str, role: str, bodies: set[str], names: set[str]) -> bool:
    """Tell whether the words are this role with its organisation or with the name of who holds it."""
    without = _LIDWOORD.sub("", wanted, count=1) if _LIDWOORD.match(wanted) else wanted
    rest = _behind(role, without)
    if not rest:
        return False
    if _zonder_verbinding(rest) in bodies:
        return True
    named = next((name for name in names if rest == name or _behind(name, rest)), None)
    if named is None:
        return False
    after = _behind(named, rest)
    return rest == named or (after is not None and _zonder_verbinding(after) in bodies)


def _is_body_or_role(rest: str, bodies: set[str], roles: set[str]) -> bool:
    """Tell whether what stands behind a name is what the list puts in brackets there."""
    if rest in roles or _zonder_verbinding(rest) in bodies:
        return True
    return any(_behind(body, rest) in roles for body in bodies if _behind(body, rest)) or any(
        _zonder_verbinding(after) in bodies for role in roles if (after := _behind(role, rest))
    )


def _is_part(wanted: str, wie: Aanduiding, ook: tuple[str, ...]) -> bool:
    """Tell whether the words are a surname, or a role without more."""
    without = _LIDWOORD.sub("", wanted, count=1) if _LIDWOORD.match(wanted) else wanted
    bare = _AANSPREKING.sub("", wanted, count=1) if _AANSPREKING.match(wanted) else wanted
    achternaam = _fold(wie.persoon.achternaam) if wie.persoon is not None else ""
    return bare in _names(wie.persoon) or bare == achternaam or without in {_fold(role) for role in _rollen(wie)}


def _rollen(wie: Aanduiding) -> tuple[str, ...]:
    """Return the roles somebody is known by; of who has no name, what is shown in its place is one."""
    shown = wie.persoon.naam if wie.persoon is not None and not wie.persoon.heeft_naam else ""
    return tuple(role for role in (shown, *wie.rollen) if role)


def _names(persoon: Persoon | None) -> set[str]:
    """Return the name with its initials or first name and without; empty for who is known by role only."""
    if persoon is None or not persoon.heeft_naam:
        return set()
    whole = _fold(f"{persoon.voorletters} {persoon.familienaam}")
    return {name for name in (whole, _fold(persoon.familienaam)) if name}


def _behind(first: str, words: str) -> str | None:
    """Return what stands behind the first words; empty where nothing does, None where it begins otherwise."""
    if words == first:
        return ""
    return words[len(first) + 1 :] if first and words.startswith(f"{first} ") else None


def _zonder_verbinding(words: str) -> str:
    match = _VERBINDING.match(words)
    rest = words[match.end() :] if match else words
    return rest or words
