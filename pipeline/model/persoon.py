"""People, and how they belong to a Tafel or take part in a Vergadering."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from pipeline.model.aanduiding import Aanduiding, find_bedoelden, noem
from pipeline.model.bron import Bron

Hoedanigheid = Literal["lid", "agendalid", "toehoorder"]

# The words of prefixes, written with a capital where no initial or first name stands before them: Dutch ones, and
# those of names from elsewhere that keep their small letters here (Von, Da, Dos, Thoe).
TUSSENVOEGSELS = frozenset(
    {"van", "de", "der", "den", "het", "'t", "ten", "ter", "te", "in", "op", "aan", "bij", "uit", "tot"}
    | {"over", "onder", "voor", "von", "du", "la", "le", "d'", "el", "al", "ben", "'s", "l'", "zu", "zur", "zum", "vom"}
    | {
        "da",
        "das",
        "do",
        "dos",
        "di",
        "del",
        "della",
        "des",
        "les",
        "lo",
        "los",
        "las",
        "thoe",
        "tho",
        "af",
        "ver",
        "bin",
    }
)


@dataclass(frozen=True, slots=True)
class Persoon:
    """A person's name in its parts; every part may be empty, and a pronoun is never guessed from ``aanhef``.

    ``voorletters`` are initials or a first name. ``weergave`` holds the name exactly as somebody wrote it;
    where it is given, documents show it unchanged.
    """

    aanhef: str = ""
    voorletters: str = ""
    tussenvoegsel: str = ""
    achternaam: str = ""
    weergave: str = ""

    @property
    def naam(self) -> str:
        """The name as it stands in a list of participants: ``dhr. Van Dijk``."""
        if self.weergave:
            return self.weergave
        prefix = self.tussenvoegsel
        if not self.voorletters:
            prefix = _with_capital(prefix)
        return " ".join(part for part in (self.aanhef, self.voorletters, prefix, self.achternaam) if part)

    @property
    def heeft_naam(self) -> bool:
        """Tell whether this is somebody's name, and not a role that stands in its place: ``wethouder``."""
        initial = re.split("['’]", self.achternaam)[-1][:1]  # d'Ancona has its capital further on
        return bool(self.aanhef or self.voorletters) or initial.isupper()

    @property
    def familienaam(self) -> str:
        """The surname with its prefix, to compare with: ``van dijk``."""
        return " ".join(part for part in (self.tussenvoegsel, self.achternaam) if part).casefold()


def _with_capital(prefix: str) -> str:
    """Capitalise a known prefix; anything else stays as it was typed."""
    if prefix.split(" ", maxsplit=1)[0] in TUSSENVOEGSELS and prefix[:1].isalpha():
        return prefix[0].upper() + prefix[1:]
    return prefix


@dataclass(frozen=True, slots=True)
class Lid:
    """A member of a Tafel (or agendalid, or toehoorder), from ``van`` up to and including ``tot``.

    Governancekader 3.2: members are the chairs and vice-chairs of the regions, COA and GS; central government
    attends as toehoorder.
    """

    id: str
    persoon: Persoon
    functie: str = ""
    groep: str = ""
    organisatie: str = ""
    rol: str = ""
    hoedanigheid: Hoedanigheid = "lid"
    van: date | None = None
    tot: date | None = None
    email: str = ""
    cc: str = ""
    openbaar: str = ""
    bron: Bron | None = field(default=None, compare=False)

    def is_lid_op(self, dag: date) -> bool:
        """Tell whether the membership runs on that day."""
        return (self.van is None or self.van <= dag) and (self.tot is None or dag <= self.tot)

    @property
    def naam(self) -> str:
        """What mails, lists and warnings call this member: the name, else the role and the organisation."""
        return noem(self.persoon, (self.functie, self.rol), self.organisatie or self.groep) or self.id

    @property
    def aanduiding(self) -> Aanduiding:
        """By what this member is known."""
        return Aanduiding(self.id, self.persoon, (self.functie, self.rol), (self.organisatie, self.groep))

    def verwacht(self) -> Deelnemer:
        """The participant this member is expected to be; who has no name on the list is shown by function."""
        groep = self.groep or self.organisatie
        return Deelnemer(
            self.persoon if self.persoon.naam else Persoon(weergave=self.functie or self.rol),
            groep=groep,
            organisatie=self.organisatie if self.organisatie != groep else "",
            rol=self.rol,
            hoedanigheid=self.hoedanigheid,
            lid=self.id,
            openbaar=self.openbaar,
            bron=self.bron,
        )


@dataclass(frozen=True, slots=True)
class Deelnemer:
    """A person at a Vergadering, or one who was expected there.

    ``groep`` is the heading under which the list of participants shows the person (a region, a ministry);
    ``organisatie`` the body the person speaks for (a municipality); ``vanaf_punt`` and ``tot_punt`` the items
    between which a person was there, empty for the whole meeting; ``naam`` None where the source blanks it.
    ``afgemeld`` says of who was not there that he sent word; without it he was absent.
    """

    persoon: Persoon | None
    groep: str = ""
    organisatie: str = ""
    rol: str = ""
    hoedanigheid: Hoedanigheid | None = None
    aanwezig: bool = True
    afgemeld: bool = False
    vanaf_punt: str = ""
    tot_punt: str = ""
    vervangt: str = ""
    lid: str = ""
    openbaar: str = ""
    bron: Bron | None = field(default=None, compare=False)

    @property
    def naam(self) -> str | None:
        """The name as it is shown, or None where the source has blanked it."""
        return self.persoon.naam if self.persoon else None

    @property
    def aanduiding(self) -> Aanduiding:
        """By what this participant is known."""
        return Aanduiding(self.lid, self.persoon, tuple(self.rol.split(", ")), (self.organisatie, self.groep))

    def heet(self, naam: str) -> bool:
        """Tell whether this is who ``naam`` can mean: an id of the list, a name, or a role with its organisation."""
        return bool(find_bedoelden(naam, (self,)))

    @property
    def tussen_haakjes(self) -> str:
        """What stands in brackets behind the name: organisation, role and capacity, whichever there are."""
        capacity = self.hoedanigheid if self.hoedanigheid not in (None, "lid") else ""
        role = "" if self.rol == self.naam else self.rol  # who is known by it has it as a name
        return ", ".join(part for part in (self.organisatie, role, capacity) if part)

    @property
    def merk(self) -> str:
        """How a line marks who was not there: ``[afgemeld]`` for who sent word, else ``[afwezig]``."""
        return "" if self.aanwezig else "[afgemeld]" if self.afgemeld else "[afwezig]"

    @property
    def regel(self) -> str:
        """The whole line as minutes write it: ``dhr. Voorbeeld (Voorbeeldstad, vanaf punt 3) [afwezig]``."""
        inside = (
            self.tussen_haakjes,
            f"vervangt {self.vervangt}" if self.vervangt else "",
            f"vanaf punt {self.vanaf_punt}" if self.vanaf_punt else "",
            f"tot punt {self.tot_punt}" if self.tot_punt else "",
        )
        brackets = ", ".join(part for part in inside if part)
        parts = (self.naam or "", f"({brackets})" if brackets else "", self.merk)
        return " ".join(part for part in parts if part)


def mark_afwezig(
    deelnemers: tuple[Deelnemer, ...], namen: Iterable[str], leden: tuple[Lid, ...] = (), *, afgemeld: bool = False
) -> tuple[Deelnemer, ...]:
    """Mark those named, by id, name or role, as absent; a word that two different people have marks neither.

    ``afgemeld`` says that they sent word; who did so before, stays so.
    """
    meant = (find_deelnemers(naam, deelnemers, leden) for naam in namen)
    gone = {id(d) for found in meant if is_eenduidig(found) for d in found}
    return tuple(
        replace(d, aanwezig=False, afgemeld=afgemeld or d.afgemeld) if id(d) in gone else d for d in deelnemers
    )


def find_deelnemers(naam: str, deelnemers: tuple[Deelnemer, ...], leden: tuple[Lid, ...] = ()) -> tuple[Deelnemer, ...]:
    """Return the participants ``naam`` can mean; ``leden`` know of who is there by name what role that one has."""
    if found := find_bedoelden(naam, deelnemers):
        return found
    meant = {lid.id for lid in find_bedoelden(naam, leden)}
    return tuple(d for d in deelnemers if meant and _ids(d, leden) <= meant)


def _ids(deelnemer: Deelnemer, leden: tuple[Lid, ...]) -> set[str]:
    """Return the ids of the members a participant can be, as the list of participants shows this one."""
    if deelnemer.lid:
        return {deelnemer.lid}
    named = deelnemer.naam or ""
    body = deelnemer.organisatie or deelnemer.groep
    found = find_bedoelden(f"{named} {body}", leden) or find_bedoelden(named, leden)
    return {lid.id for lid in found} or {""}


def is_eenduidig(mensen: Iterable[Deelnemer]) -> bool:
    """Tell whether these are one person, perhaps listed twice."""
    return len({(d.lid, d.naam, d.groep, d.tussen_haakjes) for d in mensen}) == 1
