"""Who was there: the lists of those present and absent, in lines, sentences or tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.lezen import maten as m
from pipeline.lezen.aanwezigheid import (
    is_onduidelijk,
    read_hoe,
    read_status,
    split_aanwezigheid,
    split_entries,
    tidy_entry,
    zegt_wie_er_was,
)
from pipeline.lezen.persoonsregel import EN_FUNCTIE, is_functie, is_persoonsregel, put_offices_in_brackets, read_persoon
from pipeline.lezen.woorden import (
    fold,
    is_afmelding,
    is_afwezigkop,
    is_deelnemerkop,
    is_koplabel,
    is_lijstkop,
    is_rollabel,
    is_verzendkop,
    split_labels,
)
from pipeline.markering.houders import is_alleen_houders
from pipeline.markering.zinnen import split_zinnen
from pipeline.model import Bron, Deelnemer, Hoedanigheid, Melding, melding
from pipeline.model.document import Bronblok, Document, Tabelblok, Tekstblok
from pipeline.wie.lexicon import AANHEF_PATROON, AMBT_PATROON

_MAX_BLOKKEN = 60
_MAX_NAAM = 90
_VORM = rf"(?:de\s+)?(?:{AANHEF_PATROON})\b\.?"
_AANHEF = rf"(?:{_VORM}|(?:{AMBT_PATROON})\b)\s"
_MET_GROEP = re.compile(
    rf"^(?P<groep>[A-ZÀ-Þ][^:;(),]{{1,60}}?)\s*[:\t]?\s+(?P<rest>{_VORM}\s.*)$", re.IGNORECASE | re.DOTALL
)
# A line that opens with a body: "Gemeente Voorbeeldstad: wethouder J. Jansen; P. Pietersen (ambtelijk)".
_MET_LICHAAM = re.compile(
    r"^(?P<groep>(?:gemeente|provincie|waterschap|hoogheemraadschap|veiligheidsregio|regio|stichting|vereniging|ministerie"
    r"|namens\s)[^:;()]{0,50})\s*:\s*(?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_VOORAF = re.compile(r"^\s*\(?\d+\s+(?:personen|leden|aanwezigen)\)?\s*")
_ROL_ERVOOR = re.compile(
    r"^(?P<rol>(?:technisch |vice-)?voorzitter|secretaris|notulist|notulen|verslag(?:legging)?|penningmeester)"
    r"\s*:\s*(?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_HOEDANIGHEID: dict[str, Hoedanigheid] = {
    "toehoorder": "toehoorder",
    "agendaleden": "agendalid",
    "agendalid": "agendalid",
}
_GEEN_NAAM = re.compile(
    r"^(?:geen|niemand|n\.?v\.?t\.?|nihil|e\.a\.|etc\.?|en|de|het|zie .*|iedereen|allen|alle .*|-|\."
    r"|leden|departement|naam|organisatie|functie)$",
    re.IGNORECASE,
)
# A label that names whom these people speak for: "Aanwezig OR", "Aanwezig namens de bestuurder".
_LABEL_MET_GROEP = re.compile(
    r"(?i:aanwezig(?:en)?)\s+(?:(?:namens|vanuit)\s+(?:(?:de|het)\s+)?(?P<namens>[^:]{2,40})|(?P<letters>[A-Z]{2,6}))"
)
_NAMENS = re.compile(r"(?:[Vv]an|[Nn]amens|[Vv]anuit)\s+(?:(?:de|het)\s+)?[a-z][\w\s-]{2,40}:?")
# A line that says something else: "Verzoek tot aanvulling: gemeente Water".
_NAAMKOLOM = re.compile(
    r"na(?:am|men)(?:\s+achternaam)?|voornaam|voor-?\s*en\s+achternaam|deelnemers?|wie|lid|leden|aanwezigen?"
)
_ANDER_LABEL = re.compile(r"(?!namens)[A-Z][^:;(),]*\s(?:tot|voor|met|op|over)\s[^:;(),]*:", re.IGNORECASE)
_GEEN_NOTULIST = re.compile(
    r"\b(?:werkgroep|stuurgroep|expertgroep|overleg|vergadering|bijeenkomst|commissie|klankbord\w*)\b", re.IGNORECASE
)
_KRUIS = re.compile(r"[xX✓✔√☒☑v]|ja", re.IGNORECASE)
_NEE = re.compile(r"nee|n|-|–|☐", re.IGNORECASE)
_AFWEZIGKOLOM = re.compile(r"(?:afwezig|afgemeld|verhinderd|absent|m\.?k\.?|bericht)\b")
_NIET_AANWEZIG = re.compile(
    r"(?:nee|n|-|☐|afw\w*|niet|x?\s*m\.?k\.?|z\.?k\.?|afgemeld|verhinderd|ziek|vakantie|verlof)(?!\w)", re.IGNORECASE
)
# What says in running text that somebody was not there.
_AFMELDING = re.compile(
    r"\b(?:afgemeld|verhinderd|afmelding|verontschuldig(?:d|en)|bericht\s+van\s+verhindering"
    r"|(?:is|was|zijn|waren)\s+(?:afwezig|ziek|niet\s+aanwezig))\b",
    re.IGNORECASE,
)
_DATUM_OF_ADRES = re.compile(r"\d{3,}|@|https?:|www\.|\buur\b", re.IGNORECASE)


_EN = rf"\ben\b(?=\s+[A-ZÀ-Þ(]|\s+{_VORM}|\s+{EN_FUNCTIE})"


@dataclass(frozen=True, slots=True)
class Lijst:
    """A piece of a list of participants: the label above it, the text, and the block it stands in."""

    label: str
    groep: str
    tekst: str
    blok: Bronblok
    begin: int = 0


def read_deelnemers(document: Document) -> tuple[tuple[Deelnemer, ...], frozenset[int]]:
    """Return the participants in order, and the numbers of the blocks that are nothing but such a list."""
    pieces: list[Lijst] = []
    used: set[int] = set()
    for index, found in _pieces(document.blokken):
        pieces.extend(found)
        used.add(index)
    people = [p for piece in pieces for p in _read_piece(piece, document)]
    return tuple(_without_doubles(people)), frozenset(used)


def _pieces(blokken: tuple[Bronblok, ...]) -> Iterator[tuple[int, list[Lijst]]]:
    """Give per block what it holds of a list of participants."""
    stand = _Stand()
    for index, blok in enumerate(blokken[:_MAX_BLOKKEN]):
        if isinstance(blok, Tabelblok):
            found = list(_from_table(blok, stand.label))
            if found:
                yield index, found
            stand = _Stand(stand.label, tabel=bool(found))
            continue
        found = []
        used = False
        for text in split_aanwezigheid(blok.tekst, binnen=bool(stand.label or stand.vorig)):
            stand, pieces = _read_text(text, blok, stand)
            used = used or pieces is not None
            found.extend(pieces or ())
        if used:
            yield index, found


@dataclass(frozen=True, slots=True)
class _Stand:
    """How far the reading of a list is: the label that holds, its level, the group, and what came right before.

    ``vorig`` is the label of the people right before, also where it holds no longer; ``open`` says that their line
    ended in a comma; ``tabel`` that a table of people came right before.
    """

    label: str = ""
    niveau: int = 0
    groep: str = ""
    vorig: str = ""
    open: bool = False
    tabel: bool = False


def _read_text(text: str, blok: Tekstblok, stand: _Stand) -> tuple[_Stand, list[Lijst] | None]:
    """Return where the reading stands after this piece of text, and the people in it; None for no such list."""
    if stand.vorig and (status := read_status(text)):
        piece = Lijst(status[0], "", status[1], blok)
        return _Stand(vorig=status[0], open=text.rstrip().endswith(",")), [piece]
    group = blok.soort == "kop" and stand.niveau and blok.niveau > stand.niveau and not is_deelnemerkop(text)
    if group and len(text) < m.LANGSTE_GROEPSKOP and not is_lijstkop(text):
        return replace(stand, groep=text.strip(" :")), []
    label = "" if stand.tabel and blok.soort != "lijstitem" else stand.label
    if stand.open and not blok.nummer:
        label = label or stand.vorig
    goes_on = stand.vorig if is_persoonsregel(text) else ""
    after = bool(stand.vorig or stand.tabel)
    label = label or ("Aanwezig" if after and _MET_LICHAAM.match(text) else goes_on)
    held, pieces = _read_line(text, blok, label)
    if stand.groep and held == stand.label:
        pieces = pieces and [replace(piece, groep=piece.groep or stand.groep) for piece in pieces]
    last = pieces[-1].label if pieces else ""
    ended = blok.tekst.rstrip().endswith(",")
    same = bool(held) and held == stand.label
    opens = bool(held) and blok.soort == "kop"
    level = stand.niveau if same else blok.niveau * opens
    return _Stand(held, level, stand.groep if same else "", last, ended and bool(pieces)), pieces


def _read_line(text: str, blok: Tekstblok, label: str) -> tuple[str, list[Lijst] | None]:
    """Return the label that holds after this line, and the people in it; None where it is no part of such a list."""
    if is_deelnemerkop(text):
        return text.strip(" :"), []
    if inline := _split_label(text):
        return inline[0] if blok.soort == "kop" else "", [Lijst(inline[0], "", inline[1], blok)]
    if label and not blok.nummer and (_NAMENS.fullmatch(text) or (blok.soort == "kop" and _NAMENS.match(text))):
        return label, []
    if blok.soort == "kop" or is_verzendkop(text.partition(":")[0]):
        return "", None
    if label and not _ANDER_LABEL.match(text) and (_looks_like_people(text) or _MET_LICHAAM.match(text)):
        return label, [Lijst(label, "", text, blok)]
    other = re.match(r"[A-Z][^:,;()]{3,40}:", text) or len(text) > m.LANGSTE_LIJSTKOP
    return "" if other else label, None


def _split_label(text: str) -> tuple[str, str] | None:
    """Split ``Aanwezig: Jan, Piet`` in the label and the names."""
    name, separator, rest = text.partition(":")
    if not separator:
        name, separator, rest = text.partition("\t")
    if separator and rest.strip() and len(name) < m.LANGSTE_LABEL and is_deelnemerkop(name.strip()):
        return name.strip(), rest.strip()
    if (
        separator
        and is_rollabel(name.strip())
        and not _GEEN_NOTULIST.search(rest)
        and is_alleen_houders(re.sub(r"\([^()]*\)", "", rest))
    ):
        return name.strip(), rest.strip()
    first, separator, rest = text.partition("\n")
    if separator and is_deelnemerkop(first.strip()):
        return first.strip(" :"), rest.strip()
    return None


def _looks_like_people(text: str) -> bool:
    """Tell whether a line under such a heading is a list of names rather than a sentence."""
    if _DATUM_OF_ADRES.search(re.sub(r"\([^()]*\)", "", text)) and not re.search(_AANHEF, text, re.IGNORECASE):
        return False
    parts = [p for p in _split_people(text) if p.strip()]
    short = sum(len(re.sub(r"[(\[][^)\]]*[)\]]", "", p)) <= m.LANGSTE_NAAM_MET_FUNCTIE for p in parts)
    capital = sum(bool(re.match(rf"\W*(?:[A-ZÀ-Þ]|{_AANHEF})|\([^()]*\)$", p)) or is_functie(p) for p in parts)
    enough = short >= len(parts) * m.KORT_IN_LIJST and capital >= len(parts) * m.HOOFDLETTER_IN_LIJST
    return bool(parts) and enough


def _from_table(tabel: Tabelblok, label: str) -> Iterator[Lijst]:
    """Read a table of participants: label and names beside or below each other, or a row for each group."""
    if rows := tuple(_name_rows(tabel, label)):
        yield from rows
        return
    columns = tuple(_columns(tabel))
    yield from columns
    for index, row in enumerate(tabel.rijen if not columns else ()):
        texts = [cel.tekst.strip() if not cel.vervolg else "" for cel in row]
        for position, text in enumerate(texts):
            labelled = [inline for part in split_labels(text) if (inline := _split_label(part))]
            if labelled:
                yield from (Lijst(name, "", people, tabel) for name, people in labelled)
            elif is_deelnemerkop(text):
                below = _below(tabel, index, position) if len(row) == 2 else ""
                beside = texts[position + 1] if position + 1 < len(texts) else ""
                value = next((v for v in (beside, below) if v and _are_names(v)), "")
                if value:
                    yield Lijst(text, "", value, tabel)
    yield from _group_rows(tabel, label)


def _columns(tabel: Tabelblok) -> Iterator[Lijst]:
    """Read columns under ``Aanwezig`` and ``Afwezig``, a name in each row."""
    header = [cel.tekst.strip() for cel in tabel.rijen[0]] if tabel.rijen else []
    if len(tabel.rijen) < 3 or len(header) < 2 or not all(is_deelnemerkop(h) for h in header):
        return
    for column, label in enumerate(header):
        for row in tabel.rijen[1:]:
            if row[column].tekst.strip() and not row[column].vervolg:
                yield Lijst(label, "", row[column].tekst.strip(), tabel)


def _below(tabel: Tabelblok, index: int, position: int) -> str:
    row = tabel.rijen[index + 1] if index + 1 < len(tabel.rijen) else ()
    return row[position].tekst.strip() if position < len(row) else ""


def _are_names(text: str) -> bool:
    return not is_deelnemerkop(text) and not is_koplabel(text) and _looks_like_people(text)


def _group_rows(tabel: Tabelblok, label: str) -> Iterator[Lijst]:
    """Read rows of a group with its people, who are shown to be people by their forms of address."""
    rows = [[cel.tekst.strip() for cel in row] for row in tabel.rijen if len(row) == 2]
    named = [row for row in rows if re.match(_AANHEF, row[1], re.IGNORECASE)]
    if label or (named and len(named) * 2 >= len(rows)):
        for group, people in rows:
            if (
                group
                and people
                and len(group) < m.LANGSTE_LIJSTKOP
                and not is_deelnemerkop(group)
                and _looks_like_people(people)
            ):
                yield Lijst(label or "Deelnemers", group, people, tabel)


def _name_rows(tabel: Tabelblok, label: str) -> Iterator[Lijst]:
    """Read a table with a column of names and one of bodies, and perhaps one that says who was there."""
    header, name_column = _name_column(tabel)
    surname = next((i for i, h in enumerate(header) if h == "achternaam"), name_column)
    if name_column is None:
        return
    body = next(
        (i for i, h in enumerate(header) if re.search(r"organisatie|namens|gemeente|bedrijf|instantie|afdeling", h)),
        None,
    )
    columns = _Aanwezigheid(header, tabel)
    if body is None and not columns:
        return
    for row in tabel.rijen[1:]:
        cells = [cel.tekst.strip() for cel in row]
        said = columns.said(cells)
        absent = columns.is_absent(cells)
        about = [cells[body]] if body is not None and cells[body] else []
        about += [said] if not absent and re.search(r"punt\s*\d|vervang|plv", said, re.IGNORECASE) else []
        brackets = f" ({', '.join(about)})" if about else ""
        name = cells[name_column] if surname == name_column else f"{cells[name_column]} {cells[surname or 0]}".strip()
        if name:
            yield Lijst(columns.label(cells) if absent else label or "Aanwezig", "", name + brackets, tabel)


def _name_column(tabel: Tabelblok) -> tuple[list[str], int | None]:
    """Return the header of a table, folded, and the column of names; None where it has none."""
    header = [cel.tekst.strip().casefold() for cel in tabel.rijen[0]] if tabel.rijen else []
    named = (i for i, h in enumerate(header) if _NAAMKOLOM.fullmatch(h))
    return header, next(named, None) if len(header) > 1 else None


def _ask_kruisjes(document: Document) -> Iterator[tuple[str, Melding]]:
    """Ask of each row of a table that says both: a cross under *Aanwezig* and something under *Afgemeld*."""
    for blok in document.blokken[:_MAX_BLOKKEN]:
        header, column = _name_column(blok) if isinstance(blok, Tabelblok) else ([], None)
        if not isinstance(blok, Tabelblok) or column is None:
            continue
        columns = _Aanwezigheid(header, blok)
        for index, row in enumerate(blok.rijen[1:], 1):
            cells = [cel.tekst.strip() for cel in row]
            name, clash = fold(cells[column]), columns.clash(cells)
            if name and clash:
                text = f"Bij {name} staat in de tabel {clash}. Wat klopt?"
                yield name.casefold(), melding("aanwezigheid-vraag", text, document.bron(blok, index, zin=name))


class _Aanwezigheid:
    """The columns of a table that say who was there: words, or a cross under ``Aanwezig`` or ``Afwezig``."""

    def __init__(self, header: list[str], tabel: Tabelblok) -> None:
        self._header = [cel.tekst.strip() for cel in tabel.rijen[0]]
        self._absent = tuple(i for i, h in enumerate(header) if _AFWEZIGKOLOM.match(h) and "aanwezig" not in h)
        present = (i for i, h in enumerate(header) if re.search(r"aanwezig|present|afwezig", h))
        self._present = next((i for i in present if i not in self._absent), None)
        rows = [[cel.tekst.strip() for cel in row] for row in tabel.rijen[1:]]
        self._crossed = self._present is not None and any(_KRUIS.fullmatch(row[self._present]) for row in rows)

    def __bool__(self) -> bool:
        return self._present is not None or bool(self._absent)

    def said(self, cells: list[str]) -> str:
        """Return what the row says of being there, in words."""
        return cells[self._present] if self._present is not None else ""

    def is_absent(self, cells: list[str]) -> bool:
        """Tell whether the row says that somebody was not there; where others have a cross, no cross says so."""
        said = self.said(cells)
        return bool(_NIET_AANWEZIG.match(said)) or bool(self._apologies(cells)) or (self._crossed and not said)

    def label(self, cells: list[str]) -> str:
        """Return the label of somebody who was not there: *Afgemeld* where a cell or its column says so."""
        told = [self.said(cells), *(part for i in self._apologies(cells) for part in (self._header[i], cells[i]))]
        return "Afgemeld" if is_afmelding(" ".join(told)) else "Afwezig"

    def clash(self, cells: list[str]) -> str:
        """Return what a row says of being there and of not being there, where it says both; empty where it doesn't."""
        said, apologies = self.said(cells), self._apologies(cells)
        if self._present is None or not apologies or not _KRUIS.fullmatch(said):
            return ""
        told = [(self._present, said), *((i, cells[i]) for i in apologies)]
        return " en ".join(f"{text} onder {self._header[i]}" for i, text in told)

    def _apologies(self, cells: list[str]) -> tuple[int, ...]:
        """Return the columns that say that somebody was not there."""
        return tuple(i for i in self._absent if cells[i] and not _NEE.fullmatch(cells[i]))


def _split_people(text: str) -> list[str]:
    """Split at ``;``, else at commas and ``en`` outside brackets, and at line ends."""
    parts: list[str] = []
    # A tab between a first name and a surname parts no people.
    whole = re.sub(r"^([A-ZÀ-Þ][\w'’-]+)\t((?:[Vv]an |[Dd]e[rn]? )*[A-ZÀ-Þ][\w'’-]+)$", r"\1 \2", text)
    for line in re.split(r"\n|\t", split_entries(whole)):
        bare = _VOORAF.sub("", line)
        groups = _split_outside(bare, ";")
        entries = [entry for group in groups for entry in put_offices_in_brackets(group.strip())]
        pieces = (part for entry in entries for part in _split_names(entry))
        for piece in pieces if len(groups) > 1 else _split_outside(", ".join(entries), ","):
            parts.extend(_split_outside(piece, _EN))
    return [
        p.strip(" ,;.•") if not re.search(r"\b\w\.$", p.strip()) else p.strip(" ,;•") for p in parts if p.strip(" ,;.•")
    ]


def _split_names(entry: str) -> list[str]:
    """Split an entry between semicolons at its commas, where each part is plainly somebody: ``P. Smit, K. Bos``."""
    parts = [part.strip() for part in _split_outside(entry, ",")]
    return parts if all(re.match(rf"[A-ZÀ-Þ]\.|{_AANHEF}", part, re.IGNORECASE) for part in parts) else [entry]


def _split_outside(text: str, pattern: str) -> list[str]:
    """Split at a pattern that stands outside brackets."""
    pieces, last = [], 0
    for match in re.finditer(pattern, text):
        before = text[last : match.start()]
        if before.count("(") + before.count("[") > before.count(")") + before.count("]"):
            continue
        pieces.append(before)
        last = match.end()
    return [*pieces, text[last:]]


def _read_piece(piece: Lijst, document: Document) -> Iterator[Deelnemer]:
    group, text, role = piece.groep, piece.tekst, _role(piece.label)
    if match := _ROL_ERVOOR.match(text):
        role, text = match["rol"].lower(), match["rest"]
    elif not group and (match := _MET_LICHAAM.match(text)):
        group, text = match["groep"].strip(), match["rest"]
    elif not group and (match := _met_groep(text)):
        group, text = match["groep"].strip(" :"), match["rest"]
    elif not group and (match := _LABEL_MET_GROEP.fullmatch(piece.label)):
        group = match["namens"] or match["letters"]
    absent = is_afwezigkop(piece.label)
    row = _row_of(piece) if isinstance(piece.blok, Tabelblok) else 0
    people = [p for p in _one_by_one(text, group) if p is not None]
    for person in _spread_plural(people):
        # From a name that holds more than one person nobody can say who was away: it is asked instead.
        away = (absent or not person.aanwezig) and not is_onduidelijk(person.naam or "")
        yield replace(
            person,
            aanwezig=not away,
            afgemeld=away and (person.afgemeld or (absent and is_afmelding(piece.label))),
            rol=person.rol or role,
            hoedanigheid=person.hoedanigheid or _capacity(piece.label),
            bron=document.bron(piece.blok, row, zin=fold(piece.tekst)[:300]),
        )


def _met_groep(text: str) -> re.Match[str] | None:
    """Match a group with people behind it; what ends in ``en`` is somebody too: ``Jan Jansen en mevr. Blauw``."""
    match = _MET_GROEP.match(text)
    if match is None or re.match(_AANHEF, text, re.IGNORECASE) or re.search(r"\ben$", match["groep"].strip()):
        return None
    return match


def _role(label: str) -> str:
    """Return the role a label gives: who wrote the minutes is the notulist, whatever the label calls it.

    How somebody was there, or for which part, is told the same way: ``Online aanwezig``, ``Later aanwezig``.
    """
    if not is_rollabel(label):
        return read_hoe(label)
    return "notulist" if re.match(r"notul|verslag", label, re.IGNORECASE) else label.lower()


def _row_of(piece: Lijst) -> int:
    assert isinstance(piece.blok, Tabelblok)
    rows = enumerate(piece.blok.rijen)
    return next((i for i, row in rows if any(piece.tekst in cel.tekst for cel in row)), 0)


def _capacity(label: str) -> Hoedanigheid | None:
    return next((value for word, value in _HOEDANIGHEID.items() if word in label.lower()), None)


def _one_by_one(text: str, group: str) -> Iterator[Deelnemer | None]:
    for part in map(tidy_entry, _split_people(text)):
        bare = re.sub(r"[(\[][^)\]]*[)\]]", "", part).strip()
        if _GEEN_NAAM.match(bare) or len(bare) > _MAX_NAAM or bare.endswith(":"):
            continue
        if bare and not re.search(r"[A-ZÀ-Þ]", bare) and not is_functie(bare):
            continue
        yield read_persoon(part, group)


def _spread_plural(people: list[Deelnemer]) -> Iterator[Deelnemer]:
    """``dhr. A en mw. B (agendaleden)``: the plural says something of each of those joined by ``en``."""
    for index, person in enumerate(people):
        following = people[index + 1] if index + 1 < len(people) else None
        shared = following is not None and following.hoedanigheid == "agendalid" and not person.tussen_haakjes
        yield replace(person, hoedanigheid="agendalid") if shared and person.persoon else person


def _without_doubles(people: Iterable[Deelnemer]) -> Iterator[Deelnemer]:
    """Give everyone once; who is on the list and also on a line of one role has that role.

    Two who share a name and nothing else are two people: of another body, or twice in one list.
    """
    found: list[Deelnemer] = []
    for person in people:
        same = [index for index, known in enumerate(found) if _is_same(known, person)]
        if len(same) != 1:
            found.append(person)
            continue
        known = found[same[0]]
        found[same[0]] = replace(
            known,
            rol=known.rol or person.rol,
            groep=known.groep or person.groep,
            organisatie=known.organisatie or person.organisatie,
            afgemeld=known.afgemeld or person.afgemeld,
        )
    yield from found


def _is_same(known: Deelnemer, person: Deelnemer) -> bool:
    if (known.naam or "").casefold() != (person.naam or "").casefold() or known.aanwezig != person.aanwezig:
        return False
    if known.naam is None:
        return known.tussen_haakjes == person.tussen_haakjes
    bodies = {d.organisatie or d.groep for d in (known, person)} - {""}
    # a first name or initials tell two people apart; a bare surname in one list may be that of two
    surname_only = known.persoon is None or not known.persoon.voorletters
    in_one_list = surname_only and known.bron is not None and known.bron == person.bron
    return len(bodies) < 2 and not (in_one_list and known.tussen_haakjes != person.tussen_haakjes)


def read_notulist(document: Document, deelnemers: tuple[Deelnemer, ...]) -> tuple[str, tuple[Deelnemer, ...]]:
    """Return who wrote the minutes, by a label with the name in the cell beside it, and the participants.

    Who is on the list has that role there; for somebody else the name is given.
    """
    rows = (row for b in document.blokken[:_MAX_BLOKKEN] if isinstance(b, Tabelblok) for row in b.rijen)
    pairs = ((a.tekst.strip(" :"), b.tekst.strip()) for row in rows for a, b in pairwise(row))
    name = next((fold(value) for label, value in pairs if _role(label) == "notulist" and _are_names(value)), "")
    known = [d for d in deelnemers if name and d.heet(name)]
    if not name or any(d.rol == "notulist" for d in deelnemers):
        return "", deelnemers
    if len(known) != 1:
        return name, deelnemers
    role = ", ".join(part for part in (known[0].rol, "notulist") if part)
    return "", tuple(replace(d, rol=role) if d is known[0] else d for d in deelnemers)


def ask_aanwezigheid(document: Document, deelnemers: tuple[Deelnemer, ...]) -> tuple[Melding, ...]:
    """Ask where the minutes contradict themselves: present and absent, or a name that two people have."""
    found: dict[str, Melding] = dict(_ask_kruisjes(document))
    for name, people in _by_name(deelnemers).items():
        shown = people[0].naam or ""
        if len({d.aanwezig for d in people}) > 1:
            text = f"{shown} staat bij de aanwezigen en bij de afwezigen. Wat klopt?"
            found[name] = _vraag(text, people[0], document)
        elif is_onduidelijk(shown):
            found[name] = _vraag(f"Wie was er wel en wie niet? In het stuk staat: {shown}", people[0], document)
        elif _are_unclear(people):
            found[name] = _vraag(f"{shown} staat er {len(people)} keer. Hoeveel mensen zijn dat?", people[0], document)
    apologies = tuple(said for said in _spoken(document) if _AFMELDING.search(said))
    for person in deelnemers:
        said = _apology(apologies, person) if person.aanwezig else ""
        if said:
            text = f"{person.naam} staat bij de aanwezigen, maar in de tekst staat: {said}"
            found.setdefault((person.naam or "").casefold(), _vraag(text, person, document))
    return tuple(found.values())


def _are_unclear(people: list[Deelnemer]) -> bool:
    """Tell whether a name stands there more often than there are bodies to tell its bearers apart."""
    bodies = {d.organisatie or d.groep for d in people} - {""}
    return len(people) > 1 and len(people) > len(bodies)


def _by_name(deelnemers: tuple[Deelnemer, ...]) -> dict[str, list[Deelnemer]]:
    found: dict[str, list[Deelnemer]] = {}
    for person in deelnemers:
        if person.naam:
            found.setdefault(person.naam.casefold(), []).append(person)
    return found


def _vraag(tekst: str, person: Deelnemer, document: Document) -> Melding:
    return melding("aanwezigheid-vraag", tekst, person.bron or Bron(document.bestand))


def _apology(apologies: tuple[str, ...], person: Deelnemer) -> str:
    """Return the words that somebody who is on the list as present sent apologies: a sentence, or a cell beside."""
    surname = person.persoon.achternaam if person.persoon else ""
    if len(surname) < 3:
        return ""
    name = re.compile(rf"(?<!\w){re.escape(surname)}(?!\w)")
    return next((fold(said) for said in apologies if name.search(said)), "")


def _spoken(document: Document) -> Iterator[str]:
    """Give what is said of people, sentence by sentence; a row of a table is one sentence, a list of people is none."""
    for blok in document.blokken:
        if isinstance(blok, Tabelblok):
            yield from (" | ".join(cel.tekst for cel in row if not cel.vervolg) for row in blok.rijen)
        elif zegt_wie_er_was(blok.tekst):
            continue
        elif _AFMELDING.search(blok.tekst) and not is_deelnemerkop(blok.tekst.partition(":")[0].strip()):
            yield from (zin.tekst for zin in split_zinnen(blok.tekst))
