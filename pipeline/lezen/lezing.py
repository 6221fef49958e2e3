"""A foreign file -> Lezing: its text with places, and the Verslag that is in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from pipeline.lezen import maten as m
from pipeline.lezen.actielijst import read_actietabel
from pipeline.lezen.acties import read_acties
from pipeline.lezen.besluiten import find_besluiten, join_besluiten, read_besluitregel, with_besluiten
from pipeline.lezen.celkleuren import tell_kleuren
from pipeline.lezen.deelnemers import ask_aanwezigheid, read_deelnemers, read_notulist
from pipeline.lezen.dubbelen import join_dubbelen
from pipeline.lezen.eigen import is_eigen, read_eigen
from pipeline.lezen.formaten import read_document
from pipeline.lezen.haakjes import mark_labels
from pipeline.lezen.kolomverslag import unfold
from pipeline.lezen.kopgegevens import read_kopgegevens
from pipeline.lezen.notities import read_notities, vragen_als_notities
from pipeline.lezen.omgeving import Leesomgeving, clean_actie
from pipeline.lezen.opbouw import with_koppen
from pipeline.lezen.oudere import read_oudere, read_zonder_woorden
from pipeline.lezen.overig import has_rest, place_overig
from pipeline.lezen.punten import Leessectie, find_begin, split_secties, with_getypte_nummers, without_marked_headings
from pipeline.lezen.tabelvorm import merge_tabellen, without_doorgehaald
from pipeline.lezen.vertrouwelijk import (
    ask_vertrouwelijk,
    oordeel_document,
    oordeel_secties,
    tell_meer,
    with_embargo,
    with_oordeel,
    with_punten,
    with_rest,
    without_label_headings,
)
from pipeline.lezen.vet import mark_vet
from pipeline.lezen.voortgang import read_voortgang
from pipeline.markering.vertrouwelijkheid import Oordeel
from pipeline.model import (
    Actiepunt,
    Alinea,
    Besluit,
    Bron,
    Deelnemer,
    Melding,
    Notitie,
    Tabel,
    Verslag,
    VerslagPunt,
    Voortgang,
    melding,
)
from pipeline.model.document import Bronblok, Document, Plek, Tabelblok, Tekstblok, Wijziging
from pipeline.model.verslag import Blok
from pipeline.wie.namen import index_deelnemers

# A Verslag needs a date; where none could be read it carries this one, and Lezing.datum is None.
DATUM_ONBEKEND = date.min
MAX_NAAM = 255
MAX_ALINEA = 20_000


@dataclass(frozen=True, slots=True)
class Lezing:
    """What was read from a file: ``document`` and ``verslag`` are None where nothing could be.

    ``notities`` are for the secretary: comments in a Word file, and questions a record has no place for.
    """

    document: Document | None
    verslag: Verslag | None
    meldingen: tuple[Melding, ...] = ()
    wijzigingen: tuple[Wijziging, ...] = ()
    notities: tuple[Notitie, ...] = ()

    @property
    def datum(self) -> date | None:
        """The date of the meeting, None where it could not be read."""
        known = self.verslag is not None and self.verslag.datum != DATUM_ONBEKEND
        return self.verslag.datum if known and self.verslag is not None else None


def lees(data: bytes, naam: str, *, bekende_deelnemers: Iterable[Deelnemer] = (), omzetter: str = "") -> Lezing:
    """Read minutes from the bytes of a file; never raises for what is in them.

    ``naam`` is the file's name as a user would write it: it may hold the date, and every Bron carries it.
    ``bekende_deelnemers`` help to recognise names where the minutes have no list of participants;
    ``omzetter`` is the path of LibreOffice for the formats that need it.
    """
    shown = naam if len(naam) <= MAX_NAAM else f"{naam[: MAX_NAAM - 20]}…{naam[-15:]}"
    try:
        document, changes, meldingen = read_document(data, shown, omzetter)
        if document is None:
            return Lezing(None, None, meldingen, changes)
        verslag, more = build_verslag(document, tuple(bekende_deelnemers))
    except (RecursionError, MemoryError):
        return Lezing(None, None, (melding("bestand-te-ingewikkeld", bron=Bron(shown)),))
    if changes:
        text = f"In {shown} staan {len(changes)} bijgehouden wijzigingen. Ze tellen als aanvaard."
        more += (melding("wijzigingen-aanvaard", text, Bron(shown)),)
    notes = (*read_notities(data, verslag), *vragen_als_notities(more))
    return Lezing(document, verslag, meldingen + more, changes, notes)


def build_verslag(document: Document, bekend: tuple[Deelnemer, ...] = ()) -> tuple[Verslag, tuple[Melding, ...]]:
    """Find the structure of minutes in a text: head, participants, items, actions, decisions."""
    document = replace(document, blokken=without_doorgehaald(document.blokken))
    verslag, meldingen = read_eigen(document) if is_eigen(document) else _build_vreemd(document, bekend)
    return verslag, (*meldingen, *tell_kleuren(document))


def _build_vreemd(document: Document, bekend: tuple[Deelnemer, ...]) -> tuple[Verslag, tuple[Melding, ...]]:
    """Find the structure of minutes that somebody else made."""
    document = replace(document, blokken=tuple(b for blok in document.blokken for b in _bounded(blok)))
    document = without_marked_headings(unfold(replace(document, blokken=merge_tabellen(document.blokken))))
    document = with_koppen(without_label_headings(with_getypte_nummers(document)))
    found = _build(document, bekend)
    rows = {a.label for a in found[0].actiepunten if a.soort == "tabel"}
    marked = mark_labels(document, rows)
    return found if marked == document else _build(marked, bekend)


def _build(document: Document, bekend: tuple[Deelnemer, ...]) -> tuple[Verslag, tuple[Melding, ...]]:
    head, meldingen = read_kopgegevens(document)
    people, people_blocks = read_deelnemers(document)
    writer, people = read_notulist(document, people)
    begin = max(
        [head.einde, *(index + 1 for index in people_blocks if index < head.einde + m.DEELNEMERS_BINNEN)], default=0
    )
    begin = find_begin(document.blokken, head.einde, begin)
    sections = split_secties(document, begin, people_blocks)
    omgeving = Leesomgeving(document, head.datum, index_deelnemers((*people, *bekend)))
    older, rest = _oudere(sections, omgeving, head.tafel)
    actions = tuple(_actiepunten(document, begin, rest, omgeving))
    progress = (*(v for s in sections for v in read_voortgang(s, omgeving, head.tafel)), *older)
    agreed = tuple(found for s in sections for found in find_besluiten(s, omgeving))
    decisions = tuple(found.besluit for found in agreed)
    above, items = place_overig(sections, (*actions, *progress, *decisions))
    whole = oordeel_document(document, begin, people_blocks)
    judged = oordeel_secties(items, whole)
    points = _punten(items, judged, whole, head.datum, document)
    if _has_geheim(points, actions, progress, decisions):
        # a line of a PDF may be the end of any row
        left = has_rest(sections, items, ook_tekst=document.soort == "pagina")
        points = _punten(items, with_rest(judged, left), whole, head.datum, document)
    verslag = Verslag(
        head.tafel,
        head.datum or DATUM_ONBEKEND,
        head.status,
        head.tijd,
        head.locatie,
        deelnemers=people,
        inleiding=tuple(_blok(b, document) for b in (*document.blokken[:begin], *above)),
        punten=points,
        actiepunten=with_punten(actions, points, sections, whole),
        voortgang=with_punten(progress, points, sections, whole),
        besluiten=join_besluiten(with_besluiten(agreed, with_punten(decisions, points, sections, whole))),
        notulist=writer,
        bron=Bron(document.bestand),
    )
    meldingen += ask_aanwezigheid(document, people)
    meldingen += ask_vertrouwelijk(points, document.bestand) + tell_meer(items, document, head.datum)
    if not verslag.punten:
        meldingen += (melding("geen-agendapunten", bron=Bron(document.bestand)),)
    if not people:
        meldingen += (melding("geen-deelnemers", bron=Bron(document.bestand)),)
    return verslag, meldingen


def _punten(
    items: tuple[Leessectie, ...],
    oordelen: tuple[Oordeel, ...],
    geheel: Oordeel,
    datum: date | None,
    document: Document,
) -> tuple[VerslagPunt, ...]:
    """Make the items, each with what was judged of it."""
    points = (with_oordeel(_punt(section, document), said) for section, said in zip(items, oordelen, strict=True))
    return with_embargo(points, items, geheel, datum)


def _has_geheim(points: tuple[VerslagPunt, ...], *lists: tuple[Actiepunt | Voortgang | Besluit, ...]) -> bool:
    """Tell whether a list has a row that is confidential, by itself or with the item it belongs to."""
    return any(p.vertrouwelijk or p.embargo for p in points) or any(d.vertrouwelijk for ds in lists for d in ds)


def _bounded(blok: Bronblok) -> Iterator[Bronblok]:
    """Cut a paragraph that is far longer than anybody writes: the time a pattern takes grows with the text."""
    if not isinstance(blok, Tekstblok) or len(blok.tekst) <= MAX_ALINEA:
        yield blok
        return
    begin = 0
    while begin < len(blok.tekst):
        end = begin + MAX_ALINEA
        space = blok.tekst.rfind(" ", begin, end) if end < len(blok.tekst) else -1
        end = space + 1 if space > begin else min(end, len(blok.tekst))
        first = max((p for p in blok.plekken if p.vanaf <= begin), key=lambda p: p.vanaf, default=None)
        later = tuple(Plek(p.vanaf - begin, p.nummer, p.begin) for p in blok.plekken if begin < p.vanaf < end)
        start = (Plek(0, first.nummer, first.begin + begin - first.vanaf),) if first else ()
        yield replace(blok, tekst=blok.tekst[begin:end], plekken=start + later, vette=())
        begin = end


def _actiepunten(
    document: Document, begin: int, sections: tuple[Leessectie, ...], omgeving: Leesomgeving
) -> list[Actiepunt]:
    """Collect the actions of text and tables; a marker and a row with the same number are one action."""
    front = Leessectie(None, document.blokken[:begin], 0)
    found: list[Actiepunt] = []
    for section in (front, *sections):
        heading = section.kop.tekst if section.kop else ""
        for blok in section.blokken:
            if isinstance(blok, Tabelblok):
                found.extend(read_actietabel(blok, heading, section.naam, omgeving))
            elif blok.soort == "kop":
                heading = blok.tekst
        if section is not front:
            found.extend(read_acties(section, omgeving))
    return _joined(found)


def _oudere(
    sections: tuple[Leessectie, ...], omgeving: Leesomgeving, tafel: str
) -> tuple[tuple[Voortgang, ...], tuple[Leessectie, ...]]:
    """Return what tables say of older actions, and the sections without those tables."""
    found: list[Voortgang] = []
    rest: list[Leessectie] = []
    item: Leessectie | None = None
    for section in sections:
        item = item if section.binnen else section
        around = (section, *([item] if item is not None and section.binnen else []))
        heading, kept = section.kop.tekst if section.kop else "", []
        for blok in section.blokken:
            news: tuple[Voortgang, ...] = ()
            if isinstance(blok, Tabelblok):
                news = read_oudere(blok, heading, around, omgeving, tafel)
                found.extend(() if news else read_zonder_woorden(blok, heading, section.naam, omgeving, tafel))
            elif blok.soort == "kop":
                heading = blok.tekst
            found.extend(news)
            kept += [] if news else [blok]
        rest.append(replace(section, blokken=tuple(kept)))
    return tuple(found), tuple(rest)


def _joined(actions: list[Actiepunt]) -> list[Actiepunt]:
    """Join a marker in the text with the row of the list that has its number; the row knows more."""
    rows = {a.label: a for a in actions if a.soort == "tabel" and a.label}
    joined: dict[str, Actiepunt] = {}
    rest: list[Actiepunt] = []
    for action in actions:
        row = rows.get(action.label)
        if action.soort == "expliciet" and row is not None and not action.label.startswith("issue"):
            joined[action.label] = replace(row, agendapunt=action.agendapunt or row.agendapunt)
        else:
            rest.append(action)
    return join_dubbelen([joined.get(a.label, a) if a.soort == "tabel" and a.label else a for a in rest])


def _punt(section: Leessectie, document: Document) -> VerslagPunt:
    assert section.kop is not None
    title = clean_actie(section.kop.tekst)
    said = (b for b in section.blokken if isinstance(b, Tabelblok) or read_besluitregel(b, document) is None)
    blocks = tuple(_blok(b, document) for b in said)
    bron = document.bron(section.kop)
    return VerslagPunt(title, section.kop.nummer.rstrip(".)"), blocks, bron=bron)


def _blok(blok: Bronblok, document: Document) -> Blok:
    """Turn a block of the source into one of the record; a heading within an item is a bold paragraph.

    A paragraph that is bold from end to end and no heading stays plain: in a record it would be one.
    """
    if isinstance(blok, Tabelblok):
        return Tabel(tuple(tuple(cel.tekst for cel in row) for row in blok.rijen), document.bron(blok))
    bron = document.bron(blok)
    text = blok.tekst.strip() if blok.vet or blok.soort == "kop" else mark_vet(blok)
    text = f"{text} (actie: {blok.marge})" if blok.marge else text
    if blok.soort == "lijstitem":
        return Alinea(text, "nummering" if blok.nummer else "opsomming", blok.niveau, blok.nummer, bron)
    if blok.soort == "kop":
        return Alinea(f"**{f'{blok.nummer} {text}'.strip()}**", bron=bron)
    return Alinea(f"Noot: {text}" if blok.soort == "voetnoot" else text, bron=bron)
