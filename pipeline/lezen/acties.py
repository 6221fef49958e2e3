"""Actions that the minutes mark as such: by a marker in the text, or by standing in a list of actions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.lezen.lijstregel import find_houder, is_taakregel, read_lijstregel
from pipeline.lezen.punten import Sectie
from pipeline.lezen.woorden import fold, is_actiekop, is_afsprakenkop, is_niets
from pipeline.markering import find_markeringen, parse_termijn
from pipeline.markering.houders import Namenlijst, is_alleen_houders, is_onbekend, is_rol, read_houders
from pipeline.markering.statussen import parse_status
from pipeline.markering.tijdwoorden import find_termijn
from pipeline.markering.vertrouwelijkheid import read_regel
from pipeline.markering.vreemd import VreemdeMarkering, find_vreemd
from pipeline.markering.zinnen import Zin, split_zinnen
from pipeline.model import Actiepunt, Termijn
from pipeline.model.actie import ActieStatus
from pipeline.model.document import Document, Tekstblok
from pipeline.wie.personen import split_actiehouders

_VERWIJST = re.compile(
    r"^(?:(?:dit|deze|dat|die|het|er|hier|hiervan|hiervoor|daarvan)\b.{0,40})?\b(?:a[ck]tie(?:punt|lijst)?|genoteerd|opgenomen|meegenomen|vastgelegd|afgesproken)\b.{0,30}$"
    r"|^(?:dit|deze|dat|die)\s+(?:\w+\s+){1,4}(?:opgepakt|uitgezocht|genoteerd|meegenomen|gedaan)$",
    re.IGNORECASE,
)
_ISSUE = re.compile(r"\bissue\s*#?\s*(?P<nr>\d{1,5})\b", re.IGNORECASE)
_IEDEREEN = re.compile(r"\b(?:een ?ieder|iedereen|allen|alle (?:leden|deelnemers|aanwezigen))\b", re.IGNORECASE)
# What follows a name that is not the one who acts: "Jan als lid voordragen".
_IS_VOORWERP = re.compile(r"\s+(?:als|van|uit|is|was|heeft|had)\b", re.IGNORECASE)
_MAX_LIJSTREGEL = 400
_VAKJE = re.compile(r"^\s*(?P<vakje>\[[ xXvV✓✔]\]|[☐☑☒])\s*(?=\S)")
_PIJL = re.compile(r"(?:^|(?<=\s))(?:→|➔|➜|⇒|=>|>>)\s*(?=\S)")
_INLINE = re.compile(r"(?:nieuwe\s+)?(?:acties|a[ck]tiepunten|afgesproken acties)\s*:\s*(?=\S)", re.IGNORECASE)
_VELD = re.compile(
    r"(?:[-–•]\s*)?(?P<veld>actiehouders?|verantwoordelijke?|eigenaar|trekker|wie|door(?: wie)?|deadline|termijn"
    r"|wanneer|gereed|uiterlijk|planning|status)\s*:\s*(?P<waarde>\S.{0,80})$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What is known while reading: the document, the date of the meeting, and who are named in it."""

    document: Document
    datum: date | None
    namen: Namenlijst


@dataclass(frozen=True, slots=True)
class _Vondst:
    """An action in a block: its text, the stretch of the block it is evidence from, and what it says of itself."""

    actie: str
    begin: int
    eind: int
    houder: str = ""
    label: str = ""
    zekerheid: float = 1.0
    status: ActieStatus | None = None
    termijn: Termijn = Termijn()


@dataclass(frozen=True, slots=True)
class _Lijst:
    """The list of actions we are in: the heading that announced it and its level, and whose part of it this is.

    ``los`` says that a mere line announced it (``Acties:``): such a list ends at the first paragraph.
    """

    kop: str
    niveau: int
    houder: str = ""
    los: bool = False


def read_acties(sectie: Sectie, omgeving: Omgeving) -> Iterator[Actiepunt]:
    """Give the marked actions of one section, in order."""
    blocks = [b for b in sectie.blokken if isinstance(b, Tekstblok) and b.soort != "voetnoot"]
    lijst = _opened_by(sectie.kop, None)
    pending: Actiepunt | None = None
    for index, blok in enumerate(blocks):
        if pending is not None and (said := _says_more(blok)):
            pending = _completed(pending, *said, omgeving)
            continue
        before = blocks[index - 1] if index else None
        lijst = _list_at(blok, before, lijst, omgeving)
        for found in _in_block(blok, before, lijst, omgeving):
            if pending is not None:
                yield pending
            pending = _actiepunt(found, blok, lijst.kop if lijst else "", sectie, omgeving)
    if pending is not None:
        yield pending


def _opened_by(kop: Tekstblok | None, lijst: _Lijst | None) -> _Lijst | None:
    """Return the list a heading opens, or the one it stands in; None where it ends that."""
    if kop is None:
        return None
    if is_actiekop(kop.tekst):
        return _Lijst(kop.tekst, kop.niveau) if kop.soort == "kop" else _Lijst(kop.tekst, 9, los=True)
    if lijst is None or lijst.los or kop.niveau <= lijst.niveau:
        return None
    owner = kop.tekst.strip(" :") if is_alleen_houders(kop.tekst.strip(" :")) else ""
    return replace(lijst, houder=owner)


def _list_at(blok: Tekstblok, before: Tekstblok | None, lijst: _Lijst | None, omgeving: Omgeving) -> _Lijst | None:
    """Return the list of actions a block stands in, if any."""
    text = blok.tekst.strip()
    if blok.soort == "kop":
        return _opened_by(blok, lijst)
    if blok.soort == "alinea" and text.endswith(":") and is_actiekop(text):
        return _Lijst(text, 9, los=True)
    if lijst is None:
        return None
    if lijst.los and blok.soort == "alinea" and (_was_item(before) or not is_taakregel(text, omgeving.namen)):
        return None
    alone = blok.soort == "lijstitem" and blok.niveau == 0 and _names_owner(text, omgeving.namen)
    if alone or (blok.soort == "lijstitem" and blok.niveau == 0 and lijst.houder and lijst.niveau == 9):
        return replace(lijst, houder=text.strip(" :") if alone else "")
    return lijst


def _was_item(before: Tekstblok | None) -> bool:
    return before is not None and before.soort == "lijstitem"


def _names_owner(text: str, namen: Namenlijst) -> bool:
    """Tell whether a line only says whose actions follow: ``Jan:``, or the name of somebody there."""
    name = text.strip(" :")
    return is_alleen_houders(name) and (text.endswith(":") or namen.knows(name) or is_rol(name))


def _in_block(blok: Tekstblok, before: Tekstblok | None, lijst: _Lijst | None, omgeving: Omgeving) -> Iterator[_Vondst]:
    """Give the actions in one block: marked, named in the margin, or standing in a list."""
    if blok.soort == "kop":
        return
    marked = list(_marked(blok, before, omgeving)) or list(_with_sign(blok, omgeving))
    sentences = split_zinnen(blok.tekst)
    if marked:
        yield from marked
    elif blok.marge and sentences:
        sentence = _beside_margin(sentences, blok.naast)
        yield _Vondst(sentence.tekst, sentence.begin, sentence.eind, blok.marge)
    elif inline := _INLINE.match(blok.tekst):
        yield from _enumerated(blok, inline.end(), omgeving)
    elif lijst is not None:
        yield from _listed(blok, before, lijst, omgeving)


def _with_sign(blok: Tekstblok, omgeving: Omgeving) -> Iterator[_Vondst]:
    """Read what a sign before it makes an action: a box to tick, or an arrow before somebody who does something."""
    if (box := _VAKJE.match(blok.tekst)) and blok.soort == "lijstitem":
        done = box["vakje"].strip("[] ☐") != ""
        line = read_lijstregel(blok.tekst[box.end() :], omgeving.namen, omgeving.datum)
        owner = line.houder or find_houder(line.actie, omgeving.namen)
        status: ActieStatus = "afgerond" if done else "open"
        yield _Vondst(line.actie, 0, len(blok.tekst), owner, line.label, 1.0, status, line.termijn)
        return
    for arrow in _PIJL.finditer(blok.tekst):
        sentences = split_zinnen(blok.tekst[arrow.end() :])
        text = sentences[0].tekst if sentences else ""
        line = read_lijstregel(text, omgeving.namen, omgeving.datum)
        if owner := line.houder or find_houder(line.actie, omgeving.namen):
            end = arrow.end() + sentences[0].eind
            yield _Vondst(line.actie, arrow.start(), end, owner, line.label, 0.9, line.status, line.termijn)


def _beside_margin(sentences: Sequence[Zin], naast: tuple[int, int] | None) -> Zin:
    """Return the sentence that what stands in the margin is about: most of that line, else the last."""
    if naast is None:
        return sentences[-1]
    return max(sentences, key=lambda zin: (min(zin.eind, naast[1]) - max(zin.begin, naast[0]), zin.begin))


def _enumerated(blok: Tekstblok, begin: int, omgeving: Omgeving) -> Iterator[_Vondst]:
    """Read ``Acties: Jan belt; Piet schrijft`` and ``Actiepunten: 1) … 2) …``."""
    rest = blok.tekst[begin:]
    for match in re.finditer(
        r"(?:^|[;\n]|\s(?=\(?\d{1,2}[.)]\s))\s*(?:\(?\d{1,2}[.)]\s+)?(?P<deel>(?:(?!\s\(?\d{1,2}[.)]\s)[^;\n])+)", rest
    ):
        piece = match["deel"].strip()
        if len(piece) > 3 and not is_niets(piece):
            line = read_lijstregel(piece, omgeving.namen, omgeving.datum)
            start = begin + match.start("deel")
            yield _Vondst(
                line.actie, start, begin + match.end("deel"), line.houder, line.label, 0.9, line.status, line.termijn
            )


def _says_more(blok: Tekstblok) -> tuple[str, str] | None:
    """Return (label, value) of a line that says more of the action above it: ``Actiehouder: Jan``."""
    match = _VELD.match(blok.tekst.strip())
    return (match["veld"].casefold(), match["waarde"].strip(" .")) if match else None


def _completed(actie: Actiepunt, veld: str, waarde: str, omgeving: Omgeving) -> Actiepunt:
    """Return the action with what such a line says of it."""
    if re.match(r"status|stand|voortgang", veld):
        return replace(actie, status=parse_status(waarde) or actie.status)
    if re.match(r"deadline|termijn|wanneer|gereed|uiterlijk|planning|datum", veld):
        return replace(actie, termijn=parse_termijn(waarde, omgeving.datum))
    return replace(actie, actiehouder=waarde, actiehouders=split_actiehouders(waarde))


def _actiepunt(found: _Vondst, blok: Tekstblok, heading: str, sectie: Sectie, omgeving: Omgeving) -> Actiepunt:
    evidence = fold(blok.tekst[found.begin : found.eind])
    owner = (found.houder or find_houder(found.actie, omgeving.namen)).lstrip("@")
    term = found.termijn or find_termijn(found.actie, omgeving.datum) or find_termijn(evidence, omgeving.datum)
    term = term or find_termijn(heading, omgeving.datum)
    label = found.label or _issue(evidence, blok.tekst, found.eind)
    merk = read_regel(clean_actie(found.actie))
    return Actiepunt(
        label,
        clean_actie(merk.titel),
        owner,
        () if is_onbekend(owner) else split_actiehouders(owner),
        term,
        found.status,
        agendapunt=sectie.naam,
        vertrouwelijk=merk.is_vertrouwelijk,
        soort="expliciet",
        zekerheid=found.zekerheid,
        bron=omgeving.document.bron(blok, found.begin, found.eind, evidence),
    )


def _issue(evidence: str, tekst: str, eind: int) -> str:
    """Return the one issue an action names, or else its paragraph up to there, as its label."""
    if "ssue" not in tekst and "SSUE" not in tekst:
        return ""  # most have none, and a paragraph may hold a hundred actions
    numbers = _ISSUE.findall(evidence) or _ISSUE.findall(tekst[:eind])
    return f"issue {numbers[0]}" if len(set(numbers)) == 1 else ""


def clean_actie(tekst: str) -> str:
    """Return an action as one line: white space folded, markers and stray punctuation at its ends gone."""
    text = tekst
    for marker in reversed(find_markeringen(text)):
        text = text[: marker.begin] + text[marker.eind :]
    text = re.sub(r"\s+([.,;:])", r"\1", fold(text))
    return text.strip(" ,;:–-•*@").strip()


def _marked(blok: Tekstblok, before: Tekstblok | None, omgeving: Omgeving) -> Iterator[_Vondst]:
    text = blok.tekst
    references = {(m.begin, m.eind) for m in find_markeringen(text, omgeving.datum) if m.is_verwijzing}
    sentences = split_zinnen(text)
    markers = [
        m for m in find_vreemd(text, omgeving.namen) if m.soort == "actie" and (m.begin, m.eind) not in references
    ]
    for position, marker in enumerate(markers):
        if marker.label and _is_reference(text, marker):
            continue
        limit = markers[position + 1].begin if position + 1 < len(markers) else len(text)
        floor = markers[position - 1].eind if position else 0
        if marker.plaats == "erachter":
            yield _after(text, sentences, marker, limit, omgeving)
        else:
            yield _before(text, sentences, marker, before, floor)


def _is_reference(text: str, marker: VreemdeMarkering) -> bool:
    """Tell whether a label is the subject of the sentence: ``[A1] is afgerond`` speaks of an older action."""
    after = text[marker.eind :].lstrip(" :–-")
    before = text[: marker.begin].rstrip()
    states = re.match(r"(?:is|zijn|wordt|kan|blijft|staat|loopt)\b", after, re.IGNORECASE) is not None
    return (states or parse_status(after[:30]) is not None) and (not before or before[-1] in ".!?:(")


def _after(text: str, sentences: tuple[Zin, ...], marker: VreemdeMarkering, limit: int, omgeving: Omgeving) -> _Vondst:
    """Take the action that follows its marker: to the end of the sentence, or one further after a mere term."""
    if marker.tekst:
        return _Vondst(
            marker.tekst,
            marker.begin,
            _sentence_end(sentences, marker.begin, limit),
            marker.houder,
            marker.label,
            marker.zekerheid,
        )
    index = next(
        (i for i, z in enumerate(sentences) if z.eind > marker.eind or z.begin >= marker.eind), len(sentences) - 1
    )
    end = min(sentences[index].eind, limit)
    action = text[marker.eind : end]
    if _is_fragment(action) and index + 1 < len(sentences) and sentences[index + 1].begin < limit:
        index += 1
        end = min(sentences[index].eind, limit)
        action = f"{action.strip()} {text[sentences[index].begin : end]}"
    owner = marker.houder
    if not owner and index + 1 < len(sentences) and sentences[index + 1].begin < limit:
        owner = _names_that_follow(sentences[index + 1].tekst, text[marker.eind : end], marker)
        end = sentences[index + 1].eind if owner else end
    found = _Vondst(action, marker.begin, end, owner, marker.label, marker.zekerheid)
    return found if owner else _with_tail(found, omgeving)


def _with_tail(found: _Vondst, omgeving: Omgeving) -> _Vondst:
    """Take owner and term off the end of an action, where they stand behind it: ``brief sturen (Toets, 15-6-2026)``."""
    line = read_lijstregel(found.actie, omgeving.namen, omgeving.datum)
    if not line.houder or not line.actie.strip() or not found.actie.strip().startswith(line.actie.strip()):
        return found
    return replace(found, actie=line.actie, houder=line.houder, termijn=line.termijn, status=line.status)


def _names_that_follow(following: str, action: str, marker: VreemdeMarkering) -> str:
    """Read owners who stand in the next sentence: ``Actie: een sjabloon maken. Jan, Piet gaan na …``."""
    found = read_houders(following)
    several = found is not None and re.search(r",|/|\ben\b", found.tekst) is not None
    alone = found is not None and is_alleen_houders(following)
    return found.tekst if found is not None and (several or alone) and read_houders(action) is None else ""


def _is_fragment(action: str) -> bool:
    """Tell whether what follows a marker is not an action yet, but a term or a few words: ``Komende weken.``."""
    words = action.split()
    return len(words) <= 3 and not any(w.strip(".,").endswith("en") and w[:1].islower() and len(w) > 6 for w in words)


def _sentence_end(sentences: tuple[Zin, ...], offset: int, limit: int) -> int:
    return min(next((z.eind for z in sentences if z.begin <= offset < z.eind), limit), limit)


def _before(
    text: str, sentences: tuple[Zin, ...], marker: VreemdeMarkering, before: Tekstblok | None, floor: int
) -> _Vondst:
    """Take the action its marker follows: this sentence, or the one it only points back at."""
    index = next((i for i, z in enumerate(sentences) if z.begin <= marker.begin < z.eind), 0)
    sentence = sentences[index]
    begin = max(sentence.begin, floor)
    own = (text[begin : marker.begin] + text[marker.eind : sentence.eind]).strip()
    if marker.tekst:
        return _Vondst(marker.tekst, begin, sentence.eind, marker.houder, marker.label, marker.zekerheid)
    bare = own.strip(" .,;:–-*")
    if bare and not _VERWIJST.search(bare):
        return _Vondst(own, begin, sentence.eind, marker.houder, marker.label, marker.zekerheid)
    if index and sentences[index - 1].begin >= floor - 1:
        earlier = sentences[index - 1]
        return _Vondst(earlier.tekst, earlier.begin, sentence.eind, marker.houder, marker.label, marker.zekerheid)
    action = own
    if before is not None and before.soort != "kop" and (last := split_zinnen(before.tekst)):
        action = _about(last, marker.houder).tekst
    return _Vondst(action or own, begin, sentence.eind, marker.houder, marker.label, marker.zekerheid)


def _about(sentences: tuple[Zin, ...], houder: str) -> Zin:
    """Choose the sentence a marker below a paragraph is about: the last that names its owner, else the last."""
    names = [word.casefold() for word in re.findall(r"\w{3,}", houder)]
    named = (z for z in reversed(sentences) if any(name in z.tekst.casefold() for name in names))
    return next(named, sentences[-1])


def _in_later_part(actie: str, omgeving: Omgeving) -> str:
    """Find the owner in ``het plan wordt af; Jan en Piet werken eraan``: what opens a later part."""
    parts = re.split(r"[;:]\s+", actie)[1:]
    return next((owner for part in parts if (owner := find_houder(part, omgeving.namen))), "")


def _listed(blok: Tekstblok, before: Tekstblok | None, lijst: _Lijst, omgeving: Omgeving) -> Iterator[_Vondst]:
    """Read an item of a list of actions; prose under such a heading is none, a line that opens with an owner is."""
    text = blok.tekst.strip()
    if is_niets(text) or len(text) > _MAX_LIJSTREGEL or (text.endswith(":") and is_actiekop(text)):
        return
    if blok.soort == "alinea" and not is_taakregel(text, omgeving.namen):
        return
    if blok.soort == "lijstitem" and _names_owner(text, omgeving.namen):
        return
    line = read_lijstregel(blok.tekst, omgeving.namen, omgeving.datum)
    named = (
        line.houder or find_houder(line.actie, omgeving.namen) or lijst.houder or _in_later_part(line.actie, omgeving)
    )
    is_detail = blok.soort == "lijstitem" and blok.niveau > 0 and before is not None and before.soort == "lijstitem"
    if not named and is_detail:
        return
    if is_afsprakenkop(lijst.kop) and not line.houder and not named:
        return
    yield _Vondst(line.actie, 0, len(blok.tekst), line.houder or named, line.label, 1.0, line.status, line.termijn)
