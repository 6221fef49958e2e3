"""The columns of a table of actions: which says what, by the words above them and by what is in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.lezen import maten as m
from pipeline.lezen.woorden import fold
from pipeline.markering import find_datums, parse_termijn
from pipeline.markering.houders import is_alleen_houders
from pipeline.model.document import Cel, Tabelblok
from pipeline.wie.namen import Deelnemerindex

# The words that name a column, most telling first: the first kind of which one matches the header wins.
_KOPPEN: tuple[tuple[str, str], ...] = (
    ("besluit", r"besluit(?:en)?"),
    (
        "label",
        r"(?:actie(?:punt)?\s*)?(?:nr\.?|nummer|no\.?|#|id|volgnr\.?|volgnummer|kenmerk)"
        r"|datum\s*/\s*nr\.?|a?ctienr\.?|punt",
    ),
    (
        "houder",
        r"wie\s*(?:/|en|\+)\s*wanneer|(?:actie)?-?(?:houders?|nemer|hebbende|eigenaar)|wie|door(?:\s+wie)?|verantwoordelijke?n?|trekkers?"
        r"|uitvoer(?:der|ing)(?:\s+door)?|eigenaar|uit te voeren door|naam|namen|actor|toegewezen aan"
        r"|actie\s+(?:door|voor)|behandelaar",
    ),
    (
        "termijn",
        r"termijn|deadline|(?:uiterste|streef|eind|gereed)-?\s?datum|datum\s+(?:gereed|realisatie|afronding|klaar)"
        r"|wanneer|gereed\s+(?:voor|op|per)|planning|uiterlijk|v[óo]{1,2}r|tijd(?:pad|stip)?|klaar\s*(?:op|voor)|due",
    ),
    (
        "status",
        r"status|hoe\s+staat\s+het(?:\s+ervoor)?|stand(?:\s+van\s+zaken)?|voortgang|afgehandeld|afgerond|gereed\??|svz|o/x|ok|done|klaar\??",
    ),
    ("toelichting", r"toelichting(?:en)?|opmerking(?:en)?|bijzonderheden|terugkoppeling|resultaat|notitie|reactie"),
    (
        "actie",
        r"actie(?:punt(?:en)?|s)?(?:\s*/\s*\w+)?|aktie(?:punt)?|omschrijving|taak|taken|wat\??|activiteit(?:en)?"
        r"|to[ -]?do(?:'s|s)?|te\s+doen|opdracht(?:en)?"
        r"|besluit(?:en)?\s*/\s*a[ck]tie(?:s|punten)?|afspraak|afspraken|toezegging(?:en)?|te ondernemen actie"
        r"|inhoud|action",
    ),
    ("onderwerp", r"onderwerp|agendapunt|thema|dossier"),
    (
        "datum",
        r"datum(?:\s+(?:van\s+)?(?:het\s+|de\s+)?(?:overleg|vergadering|a[ck]tie|besluit|afspraak|inbreng|invoer|opname))?"
        r"|vergadering|overleg|d\.d\.|van|sinds|ingebracht|herkomst",
    ),
)
# What a longer header is about, by the word in it: "Uiterste datum gereed", "Omschrijving van de actie".
_STAMMEN = tuple(
    (kind, re.compile(rf"\b(?:{stem})\b", re.IGNORECASE))
    for kind, stem in (
        ("houder", r"a[ck]tiehouders?|verantwoordelijke?|wie|trekker|eigenaar|uitvoerder|door"),
        ("termijn", r"deadline|termijn|gereed|wanneer|uiterlijk|streefdatum|einddatum"),
        ("status", r"status|voortgang|stand van zaken|afgehandeld|afgerond"),
        ("label", r"nr|nummer|volgnr"),
        ("besluit", r"besluit(?:en)?"),
        ("actie", r"a[ck]tie(?:punt)?(?:en)?|omschrijving|beschrijving"),
        ("toelichting", r"toelichting|opmerkingen?|bijzonderheden"),
    )
)
_MAX_KOP = 30
_GEREED = re.compile(r"gereed|klaar", re.IGNORECASE)
_PATRONEN = tuple((kind, re.compile(rf"(?:{pattern})\s*[:.]?", re.IGNORECASE)) for kind, pattern in _KOPPEN)
_LABEL = re.compile(r"(?:[A-Z]{1,3}[-. ]?)?\d{1,4}(?:[./-]\d{1,4}){0,3}[a-z]?\.?|\d{2}/\d{2}(?:/\d+)?", re.IGNORECASE)
_STATUS_WOORD = re.compile(
    r"(?:open|gereed|afgerond|gesloten|lopend|loopt|vervallen|klaar|o|x|v|✓|☐|☑|☒|ja|nee|done|in behandeling)\b.*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Kolommen:
    """Which column of a table holds what; ``koprijen`` is how many rows are its header, ``koppen`` what that says."""

    plaatsen: dict[str, int]
    koprijen: int
    koppen: tuple[str, ...] = ()

    def text(self, rij: Sequence[Cel], kind: str) -> str:
        """Return the text of a cell, empty where the table has no such column."""
        place = self.plaatsen.get(kind)
        return rij[place].tekst.strip() if place is not None and place < len(rij) else ""

    def overige(self, rij: Sequence[Cel]) -> Iterator[tuple[str, str]]:
        """Give what the other columns say, each with its heading: ``Budget``, ``200 euro``."""
        known = set(self.plaatsen.values())
        for place, cel in enumerate(rij):
            if place not in known and cel.tekst.strip() and not cel.vervolg:
                yield (self.koppen[place] if place < len(self.koppen) else ""), fold(cel.tekst)


def cell_texts(row: Sequence[Cel]) -> list[str]:
    """Return what the cells of a row say."""
    return [cel.tekst.strip() for cel in row]


def header_kinds(row: Sequence[Cel]) -> dict[str, int] | None:
    """Read a row as a header: kind -> column; None where too few of its cells name a column."""
    kinds: dict[str, int] = {}
    named = 0
    for column, cel in enumerate(row):
        kind = _kind(fold(cel.tekst))
        if kind is None:
            continue
        named += 1
        if kind == "status" and kind in kinds and "termijn" not in kinds:
            # "Gereed" beside "Status" says by when, whichever of the two stands first
            ready = next((c for c in (kinds[kind], column) if _GEREED.match(row[c].tekst.strip())), None)
            if ready is not None:
                kinds["termijn"], kinds["status"] = ready, column if ready != column else kinds["status"]
                continue
        kinds.setdefault(kind, column)
    filled = sum(bool(t) for t in cell_texts(row))
    return kinds if named >= 2 and named * 2 > filled else None


def is_koprij(teksten: Sequence[str]) -> bool:
    """Tell whether these texts are the header of a list of actions or decisions."""
    kinds = header_kinds([Cel(text) for text in teksten])
    found = set(kinds or ())
    return bool({"actie", "besluit"} & found) or {"houder", "termijn"} <= found


def _kind(header: str) -> str | None:
    whole = next((kind for kind, pattern in _PATRONEN if header and pattern.fullmatch(header)), None)
    if whole or not header or len(header) > _MAX_KOP:
        return whole
    return next((kind for kind, pattern in _STAMMEN if pattern.search(header)), None)


def read_kolommen(tabel: Tabelblok, namen: Deelnemerindex, onder_actiekop: bool) -> Kolommen | None:
    """Tell what the columns of a table of actions are, by their headers or else by what is in them."""
    for index, row in enumerate(tabel.rijen[:3]):
        kinds = header_kinds(row)
        if kinds is None:
            continue
        return _by_header(dict(kinds), index, row, tabel, namen, onder_actiekop)
    return _by_content(tabel, namen) if onder_actiekop else None


def _by_header(
    kinds: dict[str, int], index: int, row: Sequence[Cel], tabel: Tabelblok, namen: Deelnemerindex, onder_actiekop: bool
) -> Kolommen | None:
    says_actie = any(re.search(r"\ba[ck]tie(?!f)", cel.tekst, re.IGNORECASE) for cel in row)
    if _are_labels("actie", kinds, tabel, index + 1):
        kinds["label"] = kinds.pop("actie")
        other = next(
            (c for c, cel in enumerate(row) if c != kinds["label"] and _kind(fold(cel.tekst)) == "actie"), None
        )
        if other is not None:
            kinds["actie"] = other
    for other_kind in ("onderwerp", "toelichting") if onder_actiekop or says_actie else ():
        if "actie" not in kinds and other_kind in kinds:
            kinds["actie"] = kinds.pop(other_kind)
    if _are_labels("datum", kinds, tabel, index + 1):
        kinds["label"] = kinds.pop("datum")
    if "actie" not in kinds or ("besluit" in kinds and "houder" not in kinds):
        return None
    _take_ready_for_term(kinds, index, row, tabel)
    bare_date = "datum" in kinds and fold(row[kinds["datum"]].tekst).casefold().strip(" :.") == "datum"
    if "termijn" not in kinds and "houder" in kinds and bare_date and kinds["datum"] > kinds["houder"]:
        kinds["termijn"] = kinds.pop("datum")
    _add_by_content(kinds, tabel, index + 1, namen)
    rest = {"label", "houder", "termijn", "status"} & set(kinds)
    if not (onder_actiekop or (says_actie and rest - {"label"}) or ("houder" in rest and len(rest) > 1)):
        return None
    return Kolommen(kinds, index + 1, tuple(fold(cel.tekst) for cel in row))


def _are_labels(kind: str, kinds: dict[str, int], tabel: Tabelblok, first: int) -> bool:
    """Tell whether the column called so holds the numbers of the actions, which have no column of their own."""
    if "label" in kinds or kind not in kinds:
        return False
    return _share(_column(tabel, kinds[kind], first), _is_label) > m.CELLEN_VAN_VORM


def _take_ready_for_term(kinds: dict[str, int], index: int, row: Sequence[Cel], tabel: Tabelblok) -> None:
    """Take a column ``Gereed`` with days in it for the term: it says by when, not how far."""
    place = kinds.get("status")
    if place is None or "termijn" in kinds or not _GEREED.match(row[place].tekst.strip()):
        return
    if (
        _share(_column(tabel, place, index + 1), lambda v: find_datums(v, date.min.replace(year=2000)))
        > m.CELLEN_VAN_INHOUD
    ):
        kinds["termijn"] = kinds.pop("status")


def _add_by_content(kinds: dict[str, int], tabel: Tabelblok, first: int, namen: Deelnemerindex) -> None:
    """Find columns without a header of their own by what is in them."""
    taken = set(kinds.values())
    for column in range(len(tabel.rijen[0])):
        if column in taken:
            continue
        values = _column(tabel, column, first)
        kind = _kind_of_values(values, namen)
        if kind and kind not in kinds:
            kinds[kind] = column


def _by_content(tabel: Tabelblok, namen: Deelnemerindex) -> Kolommen | None:
    kinds: dict[str, int] = {}
    lengths = [sum(len(v) for v in _column(tabel, c, 0)) for c in range(len(tabel.rijen[0]) if tabel.rijen else 0)]
    if len(lengths) < 2 or len(tabel.rijen) < 1:
        return None
    kinds["actie"] = lengths.index(max(lengths))
    _add_by_content(kinds, tabel, 0, namen)
    return Kolommen(kinds, 0) if len(kinds) > 1 else None


def _is_label(value: str) -> bool:
    """Tell whether a cell is a number of an action; a full date is none."""
    return bool(_LABEL.fullmatch(value)) and not any(d.datum and not d.zonder_jaar for d in find_datums(value))


def _kind_of_values(values: list[str], namen: Deelnemerindex) -> str | None:
    if not values:
        return None
    if _share(values, _is_label) > m.CELLEN_VAN_VORM:
        return "label"
    if _share(values, _STATUS_WOORD.fullmatch) > m.CELLEN_VAN_VORM:
        return "status"
    if (
        _share(
            values,
            lambda v: (
                bool(find_datums(v, date.min.replace(year=2000))) or bool(parse_termijn(v, date(2000, 1, 1)).datum)
            ),
        )
        > m.CELLEN_VAN_INHOUD
    ):
        return "termijn"
    if _share(values, lambda v: namen.kent(v) or is_alleen_houders(v)) > m.CELLEN_VAN_INHOUD:
        return "houder"
    return None


def _share(values: list[str], test: Callable[[str], object]) -> float:
    return sum(bool(test(v)) for v in values) / len(values) if values else 0.0


def _column(tabel: Tabelblok, column: int, first: int) -> list[str]:
    rows = tabel.rijen[first:]
    return [row[column].tekst.strip() for row in rows if column < len(row) and row[column].tekst.strip()]
