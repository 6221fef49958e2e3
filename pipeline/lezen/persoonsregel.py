"""One entry of a list of participants, in the many ways such lists are written -> Deelnemer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.markering import parse_deelnemer
from pipeline.model import Deelnemer

_AMBT = (
    r"(?:loco-)?(?:wethouder|burgemeester|gedeputeerde|dijkgraaf|heemraad|hoogheemraad|gemeentesecretaris|raadslid|statenlid"
    r"|commissaris|directeur|voorzitter|secretaris|penningmeester|beleidsmedewerker|beleidsadviseur|adviseur|projectleider"
    r"|programmamanager|manager|bestuurder|wijkagent|griffier|notulist)"
)
_AMBT_ERVOOR = re.compile(
    rf"^(?P<ambt>{_AMBT})\s+(?P<naam>(?-i:[A-ZÀ-Þ'’]|van\s|de\s|den\s|ter\s|ten\s|dhr|mw).*)$", re.IGNORECASE
)
_AMBT_ERACHTER = re.compile(
    rf"^(?P<naam>[^,]+?),\s*(?P<ambt>(?:(?:plv|plaatsvervangend|technisch|vice|ambtelijk)\b[.-]?\s*)?{_AMBT}\b[^,]*)$",
    re.IGNORECASE,
)
_AMBT_NA_KOMMA = re.compile(
    rf"\([^()]*\)|,\s*(?P<ambt>(?:(?:plv|plaatsvervangend|technisch|vice|ambtelijk)\b[.-]?\s*)?{_AMBT})(?=\s*(?:[,;()]|$))",
    re.IGNORECASE,
)
_AMBTEN_ERACHTER = re.compile(
    r"^(?P<namen>[^;()]+),\s*(?P<ambt>wethouders|burgemeesters|gedeputeerden|raadsleden|statenleden|bestuursleden|leden|adviseurs)$",
    re.IGNORECASE,
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
    return [_AMBT_NA_KOMMA.sub(lambda match: f" ({match['ambt']})" if match["ambt"] else match.group(), tekst)]


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
    if match := _VANAF.search(part) or _BIJ.search(part):
        yield "vanaf_punt", match["punt"]
    if match := _TOT.search(part) or _BIJ.search(part):
        yield "tot_punt", match["punt"]
