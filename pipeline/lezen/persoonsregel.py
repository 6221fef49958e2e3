"""One entry of a list of participants, in the many ways such lists are written -> Deelnemer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.model import Deelnemer
from pipeline.wie.lexicon import AANHEF_PATROON, AMBT_PATROON, VOORVOEGSEL_PATROON
from pipeline.wie.personen import parse_deelnemer

_AMBT_ERVOOR = re.compile(
    rf"^(?P<ambt>{AMBT_PATROON})\s+(?P<naam>(?-i:(?![A-Z]{{2,6}}(?:\W|$))[A-ZÀ-Þ'’]|(?:{VOORVOEGSEL_PATROON})\s|(?:{AANHEF_PATROON})\b).*)$",
    re.IGNORECASE,
)
_AMBT_ERACHTER = re.compile(
    rf"^(?P<naam>[^,]+?),\s*(?P<ambt>{AMBT_PATROON}\b[^,]*)$",
    re.IGNORECASE,
)
_AMBT_NA_KOMMA = re.compile(
    rf"\([^()]*\)|,\s*(?P<ambt>{AMBT_PATROON})(?=\s*(?:[,;()]|en\b|$))",
    re.IGNORECASE,
)
_AMBTEN_ERACHTER = re.compile(
    r"^(?P<namen>[^;()]+),\s*(?P<ambt>wethouders|burgemeesters|gedeputeerden|raadsleden|statenleden|bestuursleden|leden|adviseurs)$",
    re.IGNORECASE,
)
_EEN_VAN = {
    "wethouders": "wethouder", "burgemeesters": "burgemeester", "gedeputeerden": "gedeputeerde",
    "raadsleden": "raadslid", "statenleden": "statenlid", "bestuursleden": "bestuurslid", "adviseurs": "adviseur",
    "heren": "dhr.", "dames": "mw.",
}  # fmt: skip
_VOORVOEGSELS = rf"(?:(?:{VOORVOEGSEL_PATROON})\s+)*"
_HOOFDWOORD = r"[A-ZÀ-Þ][\w'’.-]*"
_NAAM_IN_RIJ = rf"{_VOORVOEGSELS}(?:[A-ZÀ-Þ]\.\s?)*{_HOOFDWOORD}(?:\s+{_VOORVOEGSELS}{_HOOFDWOORD})*(?:\s*\([^()]*\))?"
_AMBTEN_ERVOOR = re.compile(
    rf"\b(?i:de\s+)?(?P<ambt>(?i:{'|'.join(_EEN_VAN)}))\s+(?P<namen>{_NAAM_IN_RIJ}(?:\s*,\s*{_NAAM_IN_RIJ})*)"
    rf"(?:\s*,?\s+en\s+(?P<laatste>{_NAAM_IN_RIJ}))?"
)
_MAX_REGEL = 160  # longer than the line of anybody
# A function that stands for a person is known by its ending, not by a list: manager, coördinator, secretaris, notulist.
_FUNCTIE_WOORD = r"[a-zà-þ-]{3,}(?:er|or|eur|aris|lid|ist|ant|ent|eerde|graaf|hoofd)"
EN_FUNCTIE = rf"(?:(?:de|het)\s+)?{_FUNCTIE_WOORD}(?!\w)"  # what may stand behind "en": somebody else
_FUNCTIE = re.compile(
    rf"(?:(?:de|het)\s+)?(?:[a-zà-þ]+\s+)?{_FUNCTIE_WOORD}(?:\s+(?:van|bij|voor)\s+.{{2,40}}|\s+[A-Z]{{2,6}})?"
)
# "J. (Joost) Hilbrands": the name by which somebody goes, between brackets inside the name.
_ROEPNAAM = re.compile(r"(?<=\.)\s*\([A-ZÀ-Þ][\w-]+\)(?=\s+[\w'’])")
_NAMENS = re.compile(
    r"\s+(?:van|namens)\s+(?P<lichaam>(?:de\s+|het\s+)?(?:gemeente|provincie|waterschap|veiligheidsregio|regio|rijk|ministerie"
    r"|politie|stichting|vereniging)\b[^()]*)"
)
_VERVANGT = re.compile(
    r"\b(?:vervangt|ter vervanging van|i\.?p\.?v\.?|plaatsvervanger van|voor)\s+(?P<wie>[^,;()]+)", re.IGNORECASE
)
_PUNT = r"(?:agenda)?punt(?:en)?\s*(?P<punt>\d{1,2}[a-z]?)"
_VANAF = re.compile(rf"\bvanaf\s+{_PUNT}", re.IGNORECASE)
_TOT = re.compile(rf"\b(?:t/m|tot en met|tot)\s+{_PUNT}", re.IGNORECASE)
_BIJ = re.compile(rf"\b(?:alleen\s+)?bij\s+{_PUNT}", re.IGNORECASE)
_LICHAAM = re.compile(
    r"(?:gemeente|gem\.|provincie|prov\.|ministerie|waterschap|hoogheemraadschap|veiligheidsregio|regio|stichting|vereniging"
    r"|universiteit)(?!\w)",
    re.IGNORECASE,
)


def put_offices_in_brackets(tekst: str) -> list[str]:
    """Write ``A. Jansen, wethouder`` as ``A. Jansen (wethouder)``, so that the comma parts no names.

    A plural says it of everyone before it, who are then given one by one: ``A. Jansen en B. Smit, wethouders``.
    """
    if match := _AMBTEN_ERACHTER.match(tekst):
        names = re.split(r",\s*|\s+en\s+", match["namen"])
        return [f"{name.strip()} ({match['ambt']})" for name in names if name.strip()]
    return [_AMBT_NA_KOMMA.sub(_bracketed, spread_meervoud(tekst))]


def spread_meervoud(tekst: str) -> str:
    """Give everyone behind a plural the office it names: ``wethouders A, B en C`` are three aldermen.

    It counts up to the name behind ``en``, or else up to whoever has an office of his own.
    """
    return _AMBTEN_ERVOOR.sub(_each_with_office, tekst)


def _each_with_office(match: re.Match[str]) -> str:
    office = _EEN_VAN[match["ambt"].casefold()]
    first, last = match["namen"], match["laatste"]
    names = [*re.split(r"\s*,\s*", first), *([last] if last else [])]
    return ", ".join(f"{office} {name.strip()}" for name in names if name.strip())


def _bracketed(match: re.Match[str]) -> str:
    """Put an office behind a name in brackets; who has one before the name is followed by somebody else.

    ``A. Jansen, wethouder`` is one person; ``wethouder Jansen, gedeputeerde`` are two, unless it is a role in the
    meeting: ``burgemeester Jansen, voorzitter``.
    """
    if not match["ambt"]:
        return match.group()
    before = re.split(r"[,;]|\ben\b", match.string[: match.start()])[-1].strip()
    of_meeting = re.match(
        r"(?:\w+\W+)?(?:voorzitter|secretaris|penningmeester|notulist)\b", match["ambt"], re.IGNORECASE
    )
    if before and _AMBT_ERVOOR.match(before) and not of_meeting:
        return match.group()
    return f" ({match['ambt']})"


def is_functie(tekst: str) -> bool:
    """Tell whether an entry names nobody but what somebody is: ``gedeputeerde``, ``de regiocoördinator``."""
    return bool(_FUNCTIE.fullmatch(tekst.strip()))


_ALLEEN_PERSOON = re.compile(
    rf"(?:(?:de\s+)?(?i:{AANHEF_PATROON})\.?\s+|(?i:{AMBT_PATROON}|{'|'.join(_EEN_VAN)})\s+|(?=(?:[A-ZÀ-Þ][a-z]?\.)+))"
    rf"(?:[A-ZÀ-Þ][a-z]?\.\s?)*{_NAAM_IN_RIJ}(?:\s*,\s*{_NAAM_IN_RIJ})*(?:\s*,?\s+en\s+{_NAAM_IN_RIJ})?\s*[,;]?",
)


def is_persoonsregel(tekst: str) -> bool:
    """Tell whether a line is nothing but somebody: ``dhr. Jansen``, ``wethouder A. Smit (Noordstad)``, ``griffier``.

    Names without a form of address, an office or initials are not told from other lines.
    """
    text = tekst.strip()
    if len(text) > _MAX_REGEL:
        return False
    return bool(_ALLEEN_PERSOON.fullmatch(text)) or is_functie(text)


def read_persoon(tekst: str, groep: str) -> Deelnemer | None:
    """Read one entry: ``wethouder J. Jansen (gem. Voorbeeldstad; tot punt 3)``; None where nobody is named."""
    text = _PUNT_ERVOOR.sub(r"\g<rest> (\g<wanneer>)", tekst.strip())
    person = parse_deelnemer(_in_brackets(text), groep)
    return None if person is None else _with_details(person)


_PUNT_ERVOOR = re.compile(
    rf"^(?P<wanneer>(?:alleen\s+)?(?:bij|vanaf)\s+{_PUNT})\s*:?\s+(?P<rest>[A-ZÀ-Þ].*)$", re.IGNORECASE
)


def _in_brackets(text: str) -> str:
    """Put everything that is said of somebody between one pair of brackets behind the name."""
    text = _ROEPNAAM.sub("", text)
    text = re.sub(r"\([^()]*\)", lambda brackets: brackets.group().replace(";", ","), text)
    said: list[str] = []
    if match := _AMBT_ERVOOR.match(text):
        text, said = match["naam"], [match["ambt"].lower()]
    if match := _AMBT_ERACHTER.match(re.sub(r"\s*\([^()]*\)", "", text)):
        text = text.replace(f", {match['ambt']}", "").replace(f",{match['ambt']}", "")
        said.append(match["ambt"])
    if match := _NAMENS.search(re.sub(r"\([^()]*\)", "", text)):
        text = text.replace(match.group(), "")
        said.append(match["lichaam"].strip())
    if said:
        text = f"{text} ({', '.join(said)})"
    return re.sub(r"\)\s*\(", ", ", text)


def _with_details(person: Deelnemer) -> Deelnemer:
    """Take from what is said of somebody the body, whom they replaced, and between which items they were there."""
    parts = [part.strip() for part in person.rol.split(",") if part.strip()]
    changes: dict[str, str] = {}
    rest = []
    for part in parts:
        found = dict(_detail(part))
        if found and not (found.keys() & changes.keys()):
            changes.update(found)
        elif part != "ja":
            rest.append(part)
    bodies = [part for part in rest if _LICHAAM.match(part)]
    if bodies and not person.organisatie:
        changes["organisatie"] = ", ".join(bodies)
        rest = [part for part in rest if part not in bodies]
    return replace(person, rol=", ".join(rest), **changes)  # type: ignore[arg-type]


def _detail(part: str) -> Iterator[tuple[str, str]]:
    if match := _VERVANGT.match(part):
        yield "vervangt", match["wie"].strip()
    if re.match(r"niet\b", part, re.IGNORECASE):
        return
    if match := _VANAF.search(part) or _BIJ.search(part):
        yield "vanaf_punt", match["punt"]
    if match := _TOT.search(part) or _BIJ.search(part):
        yield "tot_punt", match["punt"]
