"""Tables of actions and decisions: which column says what, and what each row says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.lezen.acties import Omgeving, clean_actie
from pipeline.lezen.woorden import fold, is_actiekop, is_besluitkop, is_niets
from pipeline.markering import find_datums, parse_status, parse_termijn
from pipeline.markering.datums import infer_jaar
from pipeline.markering.houders import Namenlijst, is_alleen_houders, is_onbekend
from pipeline.markering.tijdwoorden import find_termijn, is_alleen_termijn
from pipeline.markering.vertrouwelijkheid import is_merkregel, read_regel
from pipeline.markering.vreemd import only_houders
from pipeline.model import Actiepunt, Termijn
from pipeline.model.document import Bronblok, Cel, Plek, Tabelblok, Tekstblok
from pipeline.wie.personen import split_actiehouders

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
_NIVEAU_LIJST = 9  # below every heading: the list ends where the next one begins
_GEREED = re.compile(r"gereed|klaar", re.IGNORECASE)
_PATRONEN = tuple((kind, re.compile(rf"(?:{pattern})\s*[:.]?", re.IGNORECASE)) for kind, pattern in _KOPPEN)
_LABEL = re.compile(r"(?:[A-Z]{1,3}[-. ]?)?\d{1,4}(?:[./-]\d{1,4}){0,3}[a-z]?\.?|\d{2}/\d{2}(?:/\d+)?", re.IGNORECASE)
_STATUS_WOORD = re.compile(
    r"(?:open|gereed|afgerond|gesloten|lopend|loopt|vervallen|klaar|o|x|v|✓|☐|☑|☒|ja|nee|done|in behandeling)\b.*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Kolommen:
    """Which column of a table holds what; ``koprijen`` is how many rows are its header."""

    plaatsen: dict[str, int]
    koprijen: int

    def text(self, rij: Sequence[Cel], kind: str) -> str:
        """Return the text of a cell, empty where the table has no such column."""
        place = self.plaatsen.get(kind)
        return rij[place].tekst.strip() if place is not None and place < len(rij) else ""


def merge_tabellen(blokken: Sequence[Bronblok]) -> tuple[Bronblok, ...]:
    """Join a table with its continuation on the next page: directly after it, equally wide, no header of its own.

    A file in which tables are marked as such has no need of that, except where somebody split a list of actions.
    """
    joined: list[Bronblok] = []
    for blok in blokken:
        last = joined[-1] if joined else None
        if isinstance(blok, Tabelblok) and isinstance(last, Tabelblok) and _goes_on(last, blok):
            joined[-1] = _append(last, blok)
        else:
            joined.append(blok)
    return tuple(part for blok in joined for part in _split_lijsten(blok))


def _split_lijsten(blok: Bronblok) -> Iterator[Bronblok]:
    """Part a table in which the heading of another list stands, with its own header: two tables without a gap."""
    if not isinstance(blok, Tabelblok):
        yield blok
        return
    cut = next((i for i in range(1, len(blok.rijen) - 1) if _opens_lijst(blok.rijen[i], blok.rijen[i + 1])), None)
    if cut is None:
        yield blok
        return
    plekken = blok.plekken or (Plek(0, 1),)
    places = tuple(plekken[min(index, len(plekken) - 1)] for index in range(len(blok.rijen)))
    title = next(text for text in _texts(blok.rijen[cut]) if text)
    yield replace(blok, rijen=blok.rijen[:cut], plekken=places[:cut])
    yield Tekstblok(title, "kop", _NIVEAU_LIJST, plekken=(places[cut],))
    rows = _without_lege_koppen(blok.rijen[cut + 1 :])
    yield from _split_lijsten(Tabelblok(rows, places[cut + 1 :]))


def _opens_lijst(row: Sequence[Cel], following: Sequence[Cel]) -> bool:
    said = [text for text in _texts(row) if text]
    is_heading = len(said) == 1 and (is_actiekop(said[0]) or is_besluitkop(said[0]))
    return is_heading and is_koprij(_texts(following))


def _without_lege_koppen(rows: Sequence[tuple[Cel, ...]]) -> tuple[tuple[Cel, ...], ...]:
    """Put what stands under no header with the column to the left of it: the lines were those of another table."""
    named = [column for column, cel in enumerate(rows[0]) if cel.tekst.strip()]
    ends = [*named[1:], len(rows[0])]
    return tuple(
        tuple(
            Cel(" ".join(cel.tekst for cel in row[begin:end] if cel.tekst))
            for begin, end in zip(named, ends, strict=True)
        )
        for row in rows
    )


def _goes_on(first: Tabelblok, second: Tabelblok) -> bool:
    if not first.rijen or not second.rijen or len(first.rijen[0]) != len(second.rijen[0]):
        return False
    if second.los and not is_koprij(_texts(first.rijen[0])):
        return False
    same_header = _texts(first.rijen[0]) == _texts(second.rijen[0])
    return same_header or _header_kinds(second.rijen[0]) is None


def _append(first: Tabelblok, second: Tabelblok) -> Tabelblok:
    """Put the rows of the second table under the first; a repeated header goes, a broken row is made whole."""
    rows, plekken = list(first.rijen), list(first.plekken)
    repeated = _texts(first.rijen[0]) == _texts(second.rijen[0])
    for index, row in enumerate(second.rijen):
        if index == 0 and repeated:
            continue
        if index == (1 if repeated else 0) and len(rows) > 1 and _is_rest_of_row(row, rows[-1]):
            rows[-1] = tuple(Cel(_glue(a.tekst, b.tekst)) for a, b in zip(rows[-1], row, strict=True))
            continue
        rows.append(row)
        plekken.append(second.plekken[index] if index < len(second.plekken) else plekken[-1])
    return Tabelblok(tuple(rows), tuple(plekken))


def _glue(first: str, second: str) -> str:
    return "\n".join(part for part in (first, second) if part)


def _is_rest_of_row(row: tuple[Cel, ...], above: tuple[Cel, ...]) -> bool:
    """Tell whether a row is the end of the one above.

    Its first cell is empty, closes a bracket that was opened above, or all its text begins small.
    """
    texts = _texts(row)
    if not any(texts):
        return False
    opened = above[0].tekst.count("(") - above[0].tekst.count(")")
    if opened > 0 and texts[0].count(")") > texts[0].count("("):
        return True
    return (not texts[0] and bool(above[0].tekst.strip())) or all(t[:1].islower() for t in texts if t)


def _texts(row: Sequence[Cel]) -> list[str]:
    return [cel.tekst.strip() for cel in row]


def _header_kinds(row: Sequence[Cel]) -> dict[str, int] | None:
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
    filled = sum(bool(t) for t in _texts(row))
    return kinds if named >= 2 and named * 2 > filled else None


def is_koprij(teksten: Sequence[str]) -> bool:
    """Tell whether these texts are the header of a list of actions or decisions."""
    kinds = _header_kinds([Cel(text) for text in teksten])
    found = set(kinds or ())
    return bool({"actie", "besluit"} & found) or {"houder", "termijn"} <= found


def _kind(header: str) -> str | None:
    whole = next((kind for kind, pattern in _PATRONEN if header and pattern.fullmatch(header)), None)
    if whole or not header or len(header) > _MAX_KOP:
        return whole
    return next((kind for kind, pattern in _STAMMEN if pattern.search(header)), None)


def read_kolommen(tabel: Tabelblok, namen: Namenlijst, onder_actiekop: bool) -> Kolommen | None:
    """Tell what the columns of a table of actions are, by their headers or else by what is in them."""
    for index, row in enumerate(tabel.rijen[:3]):
        kinds = _header_kinds(row)
        if kinds is None:
            continue
        return _by_header(dict(kinds), index, row, tabel, namen, onder_actiekop)
    return _by_content(tabel, namen) if onder_actiekop else None


def _by_header(
    kinds: dict[str, int], index: int, row: Sequence[Cel], tabel: Tabelblok, namen: Namenlijst, onder_actiekop: bool
) -> Kolommen | None:
    says_actie = any(re.search(r"\ba[ck]tie(?!f)", cel.tekst, re.IGNORECASE) for cel in row)
    if "label" not in kinds and "actie" in kinds and _share(_column(tabel, kinds["actie"], index + 1), _is_label) > 0.6:
        kinds["label"] = kinds.pop("actie")
        other = next(
            (c for c, cel in enumerate(row) if c != kinds["label"] and _kind(fold(cel.tekst)) == "actie"), None
        )
        if other is not None:
            kinds["actie"] = other
    for other_kind in ("onderwerp", "toelichting") if onder_actiekop or says_actie else ():
        if "actie" not in kinds and other_kind in kinds:
            kinds["actie"] = kinds.pop(other_kind)
    if "label" not in kinds and "datum" in kinds and _share(_column(tabel, kinds["datum"], index + 1), _is_label) > 0.6:
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
    return Kolommen(kinds, index + 1)


def _take_ready_for_term(kinds: dict[str, int], index: int, row: Sequence[Cel], tabel: Tabelblok) -> None:
    """Take a column ``Gereed`` with days in it for the term: it says by when, not how far."""
    place = kinds.get("status")
    if place is None or "termijn" in kinds or not _GEREED.match(row[place].tekst.strip()):
        return
    if _share(_column(tabel, place, index + 1), lambda v: find_datums(v, date.min.replace(year=2000))) > 0.5:
        kinds["termijn"] = kinds.pop("status")


def _add_by_content(kinds: dict[str, int], tabel: Tabelblok, first: int, namen: Namenlijst) -> None:
    """Find columns without a header of their own by what is in them."""
    taken = set(kinds.values())
    for column in range(len(tabel.rijen[0])):
        if column in taken:
            continue
        values = _column(tabel, column, first)
        kind = _kind_of_values(values, namen)
        if kind and kind not in kinds:
            kinds[kind] = column


def _by_content(tabel: Tabelblok, namen: Namenlijst) -> Kolommen | None:
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


def _kind_of_values(values: list[str], namen: Namenlijst) -> str | None:
    if not values:
        return None
    if _share(values, _is_label) > 0.6:
        return "label"
    if _share(values, _STATUS_WOORD.fullmatch) > 0.6:
        return "status"
    if (
        _share(
            values,
            lambda v: (
                bool(find_datums(v, date.min.replace(year=2000))) or bool(parse_termijn(v, date(2000, 1, 1)).datum)
            ),
        )
        > 0.5
    ):
        return "termijn"
    if _share(values, lambda v: namen.knows(v) or is_alleen_houders(v)) > 0.5:
        return "houder"
    return None


def _share(values: list[str], test: Callable[[str], object]) -> float:
    return sum(bool(test(v)) for v in values) / len(values) if values else 0.0


def _column(tabel: Tabelblok, column: int, first: int) -> list[str]:
    rows = tabel.rijen[first:]
    return [row[column].tekst.strip() for row in rows if column < len(row) and row[column].tekst.strip()]


def read_actietabel(tabel: Tabelblok, kop: str, agendapunt: str, omgeving: Omgeving) -> Iterator[Actiepunt]:
    """Give the actions in a table; nothing for a table that is no list of actions."""
    columns = read_kolommen(tabel, omgeving.namen, is_actiekop(kop) if kop else False)
    if columns is None:
        return
    last: Actiepunt | None = None
    for index in range(columns.koprijen, len(tabel.rijen)):
        row = tabel.rijen[index]
        if last is not None and _continues(row, columns):
            last = _extended(last, row, columns)
            continue
        if last is not None:
            yield last
        last = _read_row(tabel, index, columns, agendapunt, omgeving)
    if last is not None:
        yield last


def _continues(row: Sequence[Cel], columns: Kolommen) -> bool:
    """Tell whether a row goes on with the action above: no number, owner, term or status, or a merged number."""
    place = columns.plaatsen.get("label")
    if place is not None and row[place].vervolg and columns.text(row, "actie"):
        return True
    if row[columns.plaatsen["actie"]].vervolg:
        return True
    others = [columns.text(row, kind) for kind in ("label", "houder", "termijn", "status")]
    text = columns.text(row, "actie")
    return bool(text) and "label" in columns.plaatsen and not any(others) and (text[0].islower() or text[0] in "•-–(")


def _extended(action: Actiepunt, row: Sequence[Cel], columns: Kolommen) -> Actiepunt:
    place = columns.plaatsen["actie"]
    more = "" if row[place].vervolg else fold(row[place].tekst)
    evidence = fold(f"{action.bron.zin if action.bron else ''} {' '.join(_texts(row))}")
    bron = replace(action.bron, zin=evidence) if action.bron else None
    return replace(action, actie=clean_actie(f"{action.actie} {more}"), bron=bron)


def _read_row(tabel: Tabelblok, index: int, columns: Kolommen, agendapunt: str, omgeving: Omgeving) -> Actiepunt | None:
    row = tabel.rijen[index]
    text = columns.text(row, "actie")
    if not text.strip(" -–.") or is_niets(text):
        return None
    if sum(bool(t) for t in _texts(row)) == 1 and (
        is_actiekop(text) or (len(tabel.rijen[0]) > 2 and "label" in columns.plaatsen and text.endswith(":"))
    ):
        return None
    return read_rij(tabel, index, columns, agendapunt, omgeving)


def read_rij(tabel: Tabelblok, index: int, columns: Kolommen, agendapunt: str, omgeving: Omgeving) -> Actiepunt:
    """Read what each cell of a row says; the action itself may be empty."""
    row = tabel.rijen[index]
    text, subject = columns.text(row, "actie"), columns.text(row, "onderwerp")
    owner = fold(columns.text(row, "houder"))
    written = fold(columns.text(row, "status"))
    remark = fold(columns.text(row, "toelichting"))
    label = fold(columns.text(row, "label")).rstrip(".")
    planned = columns.text(row, "termijn")
    if "termijn" not in columns.plaatsen and (alone := only_houders(owner)) and alone != owner:
        owner, planned = alone, owner[len(alone) :].strip(" ,;()")
    if not planned and parse_status(written) is None and is_alleen_termijn(written):
        planned = written
    term = _term(planned, text, _agreed_on(label, columns.text(row, "datum"), omgeving.datum))
    evidence = fold(" ".join(t for t in _texts(row) if t))
    merk = read_regel(text)
    text = merk.titel
    return Actiepunt(
        label,
        clean_actie(f"{subject}: {text}" if re.search(r"[^\W\d]{3}", subject) and subject != text else text),
        owner,
        () if is_onbekend(owner) else split_actiehouders(owner),
        term,
        parse_status(written),
        "; ".join(part for part in (_remark_in_status(written), remark) if part),
        agendapunt,
        vertrouwelijk=merk.is_vertrouwelijk or is_vertrouwelijke_rij(tabel, index),
        soort="tabel",
        zekerheid=1.0,
        bron=omgeving.document.bron(tabel, index, zin=evidence),
    )


def is_vertrouwelijke_rij(tabel: Tabelblok, index: int) -> bool:
    """Tell whether a row says that it is confidential: a cell that is a mark, or a yes under a header that is one."""
    for header, cel in zip(tabel.rijen[0], tabel.rijen[index], strict=True):
        text = fold(cel.tekst)
        if text and (is_merkregel(text) or (len(text) < 20 and is_merkregel(f"{fold(header.tekst)}: {text}"))):
            return True
    return False


def _remark_in_status(written: str) -> str:
    """Return what a status cell says beyond one word: ``Open, wordt nog verder uitgewerkt``."""
    return written if len(written.split()) > 2 else ""


def _term(cell: str, action: str, agreed: date | None) -> Termijn:
    if cell.strip(" -–"):
        return parse_termijn(fold(cell), agreed)
    return find_termijn(fold(action), agreed)


def _agreed_on(label: str, cell: str, meeting: date | None) -> date | None:
    """Return the day an action was made: that of an older meeting where its row or its number says so.

    A reprinted row is read as of then: ``uiterlijk 12 juli`` with number ``0907/05`` is 12 July of that year.
    """
    written = next((d.datum for d in find_datums(cell, meeting, "terug") if d.datum), None)
    if written or meeting is None:
        return written or meeting
    match = re.match(r"(?P<dag>[0-3]\d)[-.]?(?P<maand>[01]\d)[/-]\d", label)
    older = infer_jaar(int(match["dag"]), int(match["maand"]), meeting, "terug") if match else None
    return older or meeting


def read_besluittabel(tabel: Tabelblok, kop: str) -> tuple[tuple[str, str, int], ...]:
    """Return (label, text, row) of each decision in a table; empty for a table that is no list of decisions."""
    for index, row in enumerate(tabel.rijen[:2]):
        kinds = _header_kinds(row) or {}
        place = kinds.get("besluit", kinds.get("actie") if is_besluitkop(kop) else None)
        if place is None or ("houder" in kinds and "besluit" not in kinds):
            continue
        label = kinds.get("label")
        subject = kinds.get("onderwerp")
        return tuple(
            (row[label].tekst.strip() if label is not None else "", _with_subject(row, subject, place), number)
            for number, row in enumerate(tabel.rijen)
            if number > index and row[place].tekst.strip() and not is_niets(row[place].tekst)
        )
    return ()


def _with_subject(row: Sequence[Cel], subject: int | None, place: int) -> str:
    """Return a decision that can stand alone: ``Subsidie dorpshuis: conform`` where the row names its subject."""
    about = fold(row[subject].tekst) if subject is not None else ""
    return f"{about}: {fold(row[place].tekst)}" if about else fold(row[place].tekst)
