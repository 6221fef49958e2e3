"""The head of minutes: which body, when, where, and whether this is the adopted version."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.lezen import maten as m
from pipeline.lezen.regels import begins_label
from pipeline.lezen.woorden import KOPLABEL, fold, is_agendakop, is_deelnemerkop, is_lijstkop, split_labels
from pipeline.markering import find_datums
from pipeline.markering.tijden import find_tijdvak
from pipeline.model import Bron, Melding, Tijdvak, melding
from pipeline.model.document import Bronblok, Cel, Document, Tabelblok, Tekstblok
from pipeline.model.verslag import VerslagStatus

_MAX_KOPBLOKKEN = 25
_SOORT = (
    r"(?:concept-?\s*|voorlopige?\s+|definitieve?\s+|vastgestelde?\s+|korte?\s+|beknopte?\s+)?(?:verslag(?:legging)?|notulen|notitie|besluitenlijst|aantekeningen|"
    r"vergaderverslag|gespreksverslag|conceptverslag|conceptnotulen|memo|agenda\s+en\s+verslag)"
)
_TITEL = re.compile(rf"^\W*{_SOORT}\b[\s:–-]*(?:van\s+)?(?:(?:de|het|een)\s+)?(?P<rest>.*)$", re.IGNORECASE)
# Two columns of a heading that the text of a PDF put on one line.
_LABEL_ACHTERAAN = re.compile(r"(?:^|\s)(?P<label>(?:Vergader|Overleg)(?:locatie|plaats|datum))$")
_VASTGESTELD = re.compile(
    r"vastgestelde?\s+(?:versie|verslag|notulen)|(?:versie|status)\s*:?\s*(?:vastgesteld|definitief)|\(vastgesteld\)"
    r"|definitieve?\s+(?:versie|verslag|notulen)|^\W*(?:vastgesteld|definitief)\b"
    r"|(?:vastgesteld|goedgekeurd|akkoord\s+bevonden)\s+(?:op|d\.d\.|in\s+de\s+vergadering)",
    re.IGNORECASE,
)
_CONCEPT = re.compile(r"\bconcept", re.IGNORECASE)
_GEHOUDEN = re.compile(
    r"\bgehouden\b[^.]*?\b(?P<plaats>(?:in|te|op)\s+(?!\w+dag\b)[^\d.]*?(?-i:[A-Z])[^.]*?)(?:,?\s+(?:om|van|vanaf)\s+\d|\.|$)",
    re.IGNORECASE,
)
_KLOKTIJD = re.compile(r"\d{1,2}[.:]\d{2}\s*(?:uur|u\b)?")
_PLAATS = re.compile(r"\s*(?:[,|·;]\s*|[–-]\s+|(?=in\s))(?P<plaats>(?i:in\s+)?[^\W\d][^|·]{2,80}?)\.?\s*")
_GEEN_PLAATS = re.compile(r"vastgesteld|concept|aanwezig|voorzitter|verslag|versie|klaar|einde", re.IGNORECASE)
_LIJSTTITEL = re.compile(
    r"\W*(?:a[ck]tie|besluiten|afspraken|toezeggingen)(?:punten|-?\s?en\s+\w+)?(?:lijst|overzicht)?\b", re.I
)
_EERSTE_PUNT = re.compile(r"(?:welkom|opening|mededelingen|agenda|vaststell|inleiding|introductie)", re.IGNORECASE)
_BESTANDSDATUM = (
    re.compile(r"(?<!\d)(?P<j>20\d\d)[-_. ]?(?P<m>0[1-9]|1[0-2])[-_. ]?(?P<d>[0-2]\d|3[01])(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})[-_. ](?P<m>\d{1,2})[-_. ](?P<j>20\d\d)(?!\d)"),
)


@dataclass(frozen=True, slots=True)
class Kopgegevens:
    """What the head says; an empty or None field was not found. ``einde`` is the first block after the head."""

    tafel: str = ""
    datum: date | None = None
    tijd: Tijdvak | None = None
    locatie: str = ""
    status: VerslagStatus = "onbekend"
    einde: int = 0


@dataclass(frozen=True, slots=True)
class _Kopregel:
    """A line of the head; ``opvolger`` is what stands below or beside it, where a label may have its value."""

    tekst: str
    opvolger: str
    is_kop: bool


def read_kopgegevens(document: Document) -> tuple[Kopgegevens, tuple[Melding, ...]]:
    """Read the head of the minutes, and say where heading and file name disagree about the date."""
    end = _head_end(document.blokken)
    lines = tuple(_lines(document.blokken[:end]))
    values = _labelled(lines)
    shown = (*document.kopteksten, *document.voetteksten)
    named = _date_in_name(document.bestand)
    written = _written_date(values, lines, shown, named) or _date_above_list(document.blokken, named)
    datum, meldingen = _choose_date(written, named, document)
    time_line = values.get("tijd", "") or values.get("datum", "")
    tijd = find_tijdvak(time_line) or next((t for t in (find_tijdvak(line.tekst) for line in lines) if t), None)
    return (
        Kopgegevens(
            _body(lines, values, shown),
            datum,
            tijd,
            values.get("locatie", "").rstrip(".") or _place_in_sentence(lines) or _place_behind_time(lines),
            _status(lines, shown, document.bestand, values),
            end,
        ),
        meldingen,
    )


def _head_end(blokken: tuple[Bronblok, ...]) -> int:
    """Return where the head ends: at the participants, or at the first heading that is part of no title."""
    title = next((i for i, b in enumerate(blokken[:_MAX_KOPBLOKKEN]) if _is_title(b)), -1)
    for index, blok in enumerate(blokken[:_MAX_KOPBLOKKEN]):
        if not isinstance(blok, Tekstblok) or index <= title:
            continue
        text = blok.tekst.strip()
        if is_deelnemerkop(text.split(":")[0]) or _is_agenda(blokken, index):
            return index
        below = blokken[index + 1 : index + 1 + m.LABELS_BINNEN]
        stands_above = index <= m.TITEL_BINNEN and not blok.nummer and any(map(_has_label, below))
        is_label = bool(KOPLABEL.fullmatch(text.strip(" :")))
        if blok.soort == "kop" and not (is_label or stands_above or _names_body(blokken, index, title)):
            return index
        if index > title + 1 and blok.soort == "alinea" and len(text) > m.LANGSTE_KOPTEKST:
            return index
    labelled = [i for i, b in enumerate(blokken[:_MAX_KOPBLOKKEN]) if i <= title or _has_label(b)]
    first_is_head = bool(blokken) and not (isinstance(blokken[0], Tekstblok) and is_lijstkop(blokken[0].tekst))
    return max(labelled, default=0 if first_is_head else -1) + 1


def _is_agenda(blokken: Sequence[Bronblok], index: int) -> bool:
    """Tell whether the agenda begins here: its heading, with the items right below it as headings."""
    above, below = blokken[index], blokken[index + 1] if index + 1 < len(blokken) else None
    pair = [b for b in (above, below) if isinstance(b, Tekstblok) and b.soort == "kop"]
    return len(pair) == 2 and is_agendakop(pair[0].tekst) and pair[1].niveau > pair[0].niveau


def _has_label(blok: Bronblok) -> bool:
    """Tell whether a block is a line of the head by its label: ``Datum: …``, ``Aanwezig: …``."""
    if isinstance(blok, Tabelblok):
        return any(_starts_with_label(cel.tekst) and cel.tekst.strip() for rij in blok.rijen for cel in rij[:1])
    return begins_label(blok.tekst.strip())


def _is_title(blok: Bronblok) -> bool:
    """Tell whether a block is the title: it says that these are minutes, in few words."""
    if not isinstance(blok, Tekstblok) or len(blok.tekst) > m.LANGSTE_TITEL or blok.nummer:
        return False
    match = _TITEL.match(fold(blok.tekst))
    return match is not None and not re.match(r"(?:vorige|vorig|laatste|en\b|\d+\s*$)", match["rest"], re.IGNORECASE)


def _names_body(blokken: tuple[Bronblok, ...], index: int, title: int) -> bool:
    """Tell whether a heading belongs to the title: it comes first, or right after a bare ``Verslag``."""
    blok = blokken[index]
    assert isinstance(blok, Tekstblok)
    if blok.nummer or _EERSTE_PUNT.match(blok.tekst.strip()):
        return False
    if index <= m.DATUM_BINNEN and _first_date(blok.tekst, None):
        return True
    if title < 0:
        return index == 0
    first = blokken[title]
    if isinstance(first, Tekstblok) and _is_one_of_many(blokken, blok, first):
        return False
    bare = isinstance(first, Tekstblok) and len(fold(first.tekst).split()) <= 2
    between = [b for b in blokken[title + 1 : index] if isinstance(b, Tekstblok)]
    is_parted = any(b.soort == "kop" and not KOPLABEL.fullmatch(b.tekst) for b in between)
    return bare and len(between) <= m.TUSSEN_TITEL and not is_parted


def _lines(blokken: Iterable[Bronblok]) -> Iterator[_Kopregel]:
    """Give the lines of the head, each with the text in which the value of a label would stand."""
    rows: list[tuple[list[str], bool]] = []
    for blok in blokken:
        if isinstance(blok, Tabelblok):
            yield from _text_lines(rows)
            rows = []
            yield from _table_lines(blok)
            continue
        for line in (line for part in split_labels(blok.tekst) for line in part.split("\n")):
            if line.strip():
                rows.append(([part for part in line.split("\t") if part.strip()], blok.soort == "kop"))
    yield from _text_lines(rows)


def _text_lines(rows: list[tuple[list[str], bool]]) -> Iterator[_Kopregel]:
    """Give the lines of running text; of two columns, the value of a label stands in the same column below."""
    for index, (columns, heading) in enumerate(rows):
        below = rows[index + 1][0] if index + 1 < len(rows) else [""]
        for place, text in enumerate(columns):
            beside = columns[place + 1 :]
            under = below[place] if len(below) == len(columns) else below[-1]
            follower = beside[0] if beside and not _starts_with_label(beside[0]) else under
            yield _Kopregel(fold(text), fold(follower), heading)


def _table_lines(tabel: Tabelblok) -> Iterator[_Kopregel]:
    tabel = _with_whole_rows(tabel)
    for row_index, row in enumerate(tabel.rijen):
        for column, cel in enumerate(row):
            if cel.vervolg:
                continue
            parts = [p for p in cel.tekst.split("\n") if p.strip()]
            beside = row[column + 1].tekst if column + 1 < len(row) else ""
            below = tabel.rijen[row_index + 1][column].tekst if row_index + 1 < len(tabel.rijen) else ""
            for index, part in enumerate(parts):
                if index + 1 < len(parts):
                    rest = "\n".join(parts[index + 1 :])
                else:
                    rest = beside if not _starts_with_label(beside) else below
                yield _Kopregel(fold(part), rest.strip(), False)


def _with_whole_rows(tabel: Tabelblok) -> Tabelblok:
    """Put a row whose first cell is empty under the one above: the value of a label may take two rows."""
    rows: list[tuple[Cel, ...]] = []
    for row in tabel.rijen:
        if rows and len(row) == 2 and not row[0].tekst.strip():
            rows[-1] = (rows[-1][0], Cel(f"{rows[-1][1].tekst}\n{row[1].tekst}".strip()))
        else:
            rows.append(row)
    return Tabelblok(tuple(rows), tabel.plekken)


def _starts_with_label(text: str) -> bool:
    first = text.strip().split("\n", 1)[0]
    return not first or bool(KOPLABEL.fullmatch(first.strip(" :"))) or is_deelnemerkop(first)


def _place_in_sentence(lines: tuple[_Kopregel, ...]) -> str:
    """Return the place from ``…, gehouden op 3 maart 2025 in het stadhuis te Voorbeeldstad.``"""
    found = next((match for line in lines if (match := _GEHOUDEN.search(line.tekst))), None)
    return _bare_place(found["plaats"]) if found else ""


def _bare_place(text: str) -> str:
    return re.sub(r"^(?:in|te|op)\s+(?:(?:de|het)\s+)?", "", text.strip())


def _place_behind_time(lines: tuple[_Kopregel, ...]) -> str:
    """Return the place from ``dinsdag 4 maart 2025, 13.00 - 14.30 uur, raadzaal``: what follows the time."""
    for line in lines:
        times = list(_KLOKTIJD.finditer(line.tekst))
        match = _PLAATS.fullmatch(line.tekst[times[-1].end() :]) if times and find_tijdvak(line.tekst) else None
        if match and not _GEEN_PLAATS.search(match["plaats"]):
            return _bare_place(match["plaats"])
    return ""


def _labelled(lines: tuple[_Kopregel, ...]) -> dict[str, str]:
    """Collect the values of the labels: ``Datum: …``, or a label with its value below or beside it."""
    values: dict[str, str] = {}
    for line in lines:
        name, separator, value = line.tekst.partition(":")
        whole = KOPLABEL.fullmatch(name.strip())
        if whole and separator and value.strip():
            _keep(values, whole, value.strip())
        elif whole and line.opvolger and not _starts_with_label(line.opvolger):
            _keep(values, whole, line.opvolger)
        elif (at_end := _LABEL_ACHTERAAN.search(line.tekst)) and (found := KOPLABEL.fullmatch(at_end["label"])):
            _keep(values, found, line.opvolger)
    return values


def _keep(values: dict[str, str], match: re.Match[str], value: str) -> None:
    kind = match.lastgroup or ""
    better = kind == "datum" and "vergader" in match.group().lower()
    if better or kind not in values:
        values[kind] = value.strip(" |")


def _written_date(
    values: dict[str, str], lines: tuple[_Kopregel, ...], shown: tuple[str, ...], named: date | None
) -> date | None:
    """Return the date the text gives: that of its label, of its title, or the first in the head."""
    labelled = _first_date(values.get("datum", ""), named)
    if labelled:
        return labelled
    texts = (
        [line.tekst for line in lines if _TITEL.match(line.tekst) or line.is_kop]
        + [line.tekst for line in lines]
        + list(shown)
    )
    return next((d for d in (_first_date(text, named) for text in texts) if d), None)


def _date_above_list(blokken: Sequence[Bronblok], named: date | None) -> date | None:
    """Return the date of a list of actions that stands by itself: in its title, or in the lines above its table."""
    table = next((i for i, b in enumerate(blokken[:8]) if isinstance(b, Tabelblok)), 0)
    above = [b.tekst for b in blokken[:table] if isinstance(b, Tekstblok)]
    if not any(_LIJSTTITEL.match(text) for text in above):
        return None
    return next((d for d in (_first_date(text, named) for text in above) if d), None)


def _first_date(text: str, named: date | None) -> date | None:
    return next((d.datum for d in find_datums(text, named, "dichtbij") if d.datum), None)


def _date_in_name(bestand: str) -> date | None:
    """Read a date from a file name: ``20260115``, ``2026-01-15`` or ``15-1-2026``."""
    for pattern in _BESTANDSDATUM:
        for match in pattern.finditer(bestand):
            try:
                return date(int(match["j"]), int(match["m"]), int(match["d"]))
            except ValueError:
                continue
    return None


def _choose_date(
    written: date | None, named: date | None, document: Document
) -> tuple[date | None, tuple[Melding, ...]]:
    """Choose between heading and file name; that they differ is always said."""
    bron = Bron(document.bestand)
    if written is None and named is None:
        return None, (melding("datum-onbekend", bron=bron),)
    if written is None or named is None or written == named:
        return written or named, ()
    chosen = named if _is_new_year_slip(written, named) else written
    text = (
        f"In de tekst staat {written:%d-%m-%Y}, in de bestandsnaam {named:%d-%m-%Y}. Aangehouden is {chosen:%d-%m-%Y}."
    )
    return chosen, (melding("datum-verschilt", text, bron),)


def _is_new_year_slip(written: date, named: date) -> bool:
    """The old year in a date at the beginning of a year: the file name, made later, is right."""
    return (
        (written.day, written.month) == (named.day, named.month) and named.month <= 2 and named.year == written.year + 1
    )


def _body(lines: tuple[_Kopregel, ...], values: dict[str, str], shown: tuple[str, ...]) -> str:
    """Return the name of the body: from the title, or the heading beside a bare ``Verslag``."""
    for index, line in enumerate(lines):
        match = _TITEL.match(line.tekst)
        if match is None:
            continue
        name = _clean_name(match["rest"])
        if len(name) > 2:
            return name
        for other in lines[index + 1 : index + 1 + m.NAAM_ONDER_LABEL]:
            if _is_name(other):
                return _clean_name(other.tekst)
    if values.get("tafel"):
        return _clean_name(values["tafel"].split("\n")[0])
    first = next((line for line in lines if line.is_kop and _is_name(line)), None)
    return _clean_name(first.tekst) if first else ""


def _is_name(line: _Kopregel) -> bool:
    text = line.tekst
    return (
        len(_clean_name(text)) > 2
        and not KOPLABEL.fullmatch(text)
        and ":" not in text
        and not is_deelnemerkop(text)
        and not text.endswith(".")
    )


def _is_one_of_many(blokken: Sequence[Bronblok], blok: Tekstblok, title: Tekstblok) -> bool:
    """Tell whether a heading below the title has two or more of its own level after it: it opens the items."""
    same = [b for b in blokken if isinstance(b, Tekstblok) and b.soort == "kop" and b.niveau == blok.niveau]
    below = title.soort == "kop" and title.niveau < blok.niveau
    return below and len(same) >= 3 and not _has_label(blok)


def _clean_name(text: str) -> str:
    """Drop date, version and labels from a title."""
    for found in reversed(find_datums(text)):
        text = text[: found.begin] + text[found.eind :]
    text = re.sub(
        r"\((?:nog\s+in\s+)?(?:concept|vastgesteld|definitief)[^)]*\)|\bv(?:ersie)?\s?\d+(?:\.\d+)*\b",
        "",
        text,
        flags=re.IGNORECASE,
    )
    text = re.sub(
        r"(?:vergader|overleg)?(?:locatie|plaats)$|\b(?:d\.d\.|gehouden\s+op|van|op)\s*$",
        "",
        fold(text),
        flags=re.IGNORECASE,
    )
    text = re.sub(r"\b(?:d\.d\.|gehouden\s+op|van|op)\s*$", "", text.strip(" ,|–-:"), flags=re.IGNORECASE)
    return text.strip(" ,|–-:.()")


def _status(
    lines: tuple[_Kopregel, ...], shown: tuple[str, ...], bestand: str, values: dict[str, str]
) -> VerslagStatus:
    """Read the version from the head, the page headers and footers, or the file name."""
    texts = [values.get("status", ""), *(line.tekst for line in lines), *shown, re.sub(r"[-_]", " ", bestand)]
    for text in texts:
        if len(text) > m.LANGSTE_KOPTEKST:
            continue
        if _VASTGESTELD.search(text):
            return "vastgesteld"
        if _CONCEPT.search(text):
            return "concept"
    return "onbekend"
