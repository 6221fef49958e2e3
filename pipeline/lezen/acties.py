"""Actions that the minutes mark as such: by a marker in the text, or by standing in a list of actions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.lezen.punten import Sectie
from pipeline.lezen.woorden import fold, is_actiekop, is_niets
from pipeline.markering import find_markeringen, find_termijnen, split_actiehouders
from pipeline.markering.houders import Namenlijst, is_alleen_houders, is_onbekend, is_rol, read_houders
from pipeline.markering.statussen import parse_status
from pipeline.markering.vreemd import VreemdeMarkering, find_vreemd
from pipeline.markering.zinnen import Zin, split_zinnen
from pipeline.model import Actiepunt, Termijn
from pipeline.model.actie import ActieStatus
from pipeline.model.document import Document, Tekstblok

_VERWIJST = re.compile(
    r"^(?:(?:dit|deze|dat|die|het|er|hier|hiervan|hiervoor|daarvan)\b.{0,40})?\b(?:a[ck]tie(?:punt|lijst)?|genoteerd|opgenomen|meegenomen|vastgelegd|afgesproken)\b.{0,30}$"
    r"|^(?:dit|deze|dat|die)\s+(?:\w+\s+){1,4}(?:opgepakt|uitgezocht|genoteerd|meegenomen|gedaan)$",
    re.IGNORECASE,
)
_UITERLIJK = re.compile(
    r"(?:\b(?:uiterlijk|v[óo]{1,2}r|voor|per|in|op|t/m|tot|na|vanaf|binnen|nog|de|het|begin|eind|van)\s+){1,3}$",
    re.IGNORECASE,
)
_GEBEURTENIS = re.compile(
    r"^(?P<term>(?:na|zodra|voorafgaand aan)\s+[^,.;:]{3,60}?)(?=,|\s+(?:wordt|worden|zal|zullen|gaat|gaan|kan|kunnen|komt|komen|stuurt|maakt)\b)",
    re.IGNORECASE,
)
_VOORZETSEL = re.compile(
    r"\b(?:met|van|bij|over|namens|naar|via|uit|voor|door|tussen|t\.b\.v\.|tbv|aan)\s+(?:de\s+|het\s+)?$", re.IGNORECASE
)
_ISSUE = re.compile(r"\bissue\s*#?\s*(?P<nr>\d{1,5})\b", re.IGNORECASE)
_IEDEREEN = re.compile(r"\b(?:een ?ieder|iedereen|allen|alle (?:leden|deelnemers|aanwezigen))\b", re.IGNORECASE)
_KORT = 40
_MAX_LIJSTREGEL = 400


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


def read_acties(sectie: Sectie, omgeving: Omgeving) -> Iterator[Actiepunt]:
    """Give the marked actions of one section, in order."""
    blocks = [b for b in sectie.blokken if isinstance(b, Tekstblok) and b.soort != "voetnoot"]
    heading = sectie.kop.tekst if sectie.kop else ""
    in_list = is_actiekop(heading)
    for index, blok in enumerate(blocks):
        if blok.soort == "kop":
            in_list = is_actiekop(blok.tekst)
            heading = blok.tekst
            continue
        before = blocks[index - 1] if index else None
        marked = list(_marked(blok, before, omgeving))
        if not marked and _announces_list(blok):
            in_list, heading = True, blok.tekst
            continue
        if not marked and in_list:
            marked = list(_listed(blok, omgeving))
        for found in marked:
            yield _actiepunt(found, blok, heading if in_list else "", sectie, omgeving)


def _announces_list(blok: Tekstblok) -> bool:
    """Tell whether a line only announces the list under it: ``Acties:``."""
    text = blok.tekst.strip()
    return blok.soort == "alinea" and text.endswith(":") and is_actiekop(text)


def _actiepunt(found: _Vondst, blok: Tekstblok, heading: str, sectie: Sectie, omgeving: Omgeving) -> Actiepunt:
    evidence = fold(blok.tekst[found.begin : found.eind])
    owner = found.houder or find_houder(found.actie, omgeving.namen)
    term = found.termijn or find_termijn(found.actie, omgeving.datum) or find_termijn(evidence, omgeving.datum)
    term = term or find_termijn(heading, omgeving.datum)
    issue = _ISSUE.findall(evidence)
    label = found.label or (f"issue {issue[0]}" if len(set(issue)) == 1 else "")
    return Actiepunt(
        label,
        clean_actie(found.actie),
        owner,
        () if is_onbekend(owner) else split_actiehouders(owner),
        term,
        found.status,
        agendapunt=sectie.naam,
        soort="expliciet",
        zekerheid=found.zekerheid,
        bron=omgeving.document.bron(blok, found.begin, found.eind, evidence),
    )


def clean_actie(tekst: str) -> str:
    """Return an action as one line: white space folded, markers and stray punctuation at its ends gone."""
    text = tekst
    for marker in reversed(find_markeringen(text)):
        text = text[: marker.begin] + text[marker.eind :]
    text = re.sub(r"\s+([.,;:])", r"\1", fold(text))
    return text.strip(" ,;:–-•*").strip()


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
            yield _after(text, sentences, marker, limit)
        else:
            yield _before(text, sentences, marker, before, floor)


def _is_reference(text: str, marker: VreemdeMarkering) -> bool:
    """Tell whether a label is the subject of the sentence: ``[A1] is afgerond`` speaks of an older action."""
    after = text[marker.eind :].lstrip(" :–-")
    before = text[: marker.begin].rstrip()
    states = re.match(r"(?:is|zijn|wordt|kan|blijft|staat|loopt)\b", after, re.IGNORECASE) is not None
    return (states or parse_status(after[:30]) is not None) and (not before or before[-1] in ".!?:(")


def _after(text: str, sentences: tuple[Zin, ...], marker: VreemdeMarkering, limit: int) -> _Vondst:
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
    return _Vondst(action, marker.begin, end, owner, marker.label, marker.zekerheid)


def _names_that_follow(following: str, action: str, marker: VreemdeMarkering) -> str:
    """Read owners who stand in the next sentence: ``Actie: een sjabloon maken. Jan, Piet gaan na …``."""
    found = read_houders(following)
    several = found is not None and re.search(r",|\ben\b", found.tekst) is not None
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
        action = last[-1].tekst
    return _Vondst(action or own, begin, sentence.eind, marker.houder, marker.label, marker.zekerheid)


def _listed(blok: Tekstblok, omgeving: Omgeving) -> Iterator[_Vondst]:
    """Read an item of a list of actions; prose under such a heading is none, a line that opens with an owner is."""
    text = blok.tekst.strip()
    if is_niets(text) or len(text) > _MAX_LIJSTREGEL or (blok.soort == "alinea" and not _is_task_line(text, omgeving)):
        return
    sentences = split_zinnen(blok.tekst)
    first = sentences[0]
    action, owner, label = first.tekst, "", ""
    if match := re.match(r"(?P<label>(?:A|AP|nr\.?)?\s?\d+[\d./-]*)\s*[:.)–-]\s+(?=\S)", action):
        label, action = match["label"].strip(), action[match.end() :]
    found = read_houders(action)
    sep = re.match(r"\s*(?::|\s[–-]\s|\t)\s*", action[found.eind :]) if found else None
    if found and sep:
        owner, action = found.tekst, action[found.eind + sep.end() :]
    elif end := re.search(
        r"\s*(?:\((?P<h>[^()]{2,60})\)|\s[–-]\s(?P<s>[^()–-]{2,60})|\t(?P<t>[^\t]{2,60}))\s*[.]?$", action
    ):
        named = next(g for g in end.groups() if g)
        if is_alleen_houders(named):
            owner, action = named.strip(), action[: end.start()]
    status = next((s for s in (parse_status(z.tekst) for z in sentences[1:]) if s), None)
    status = status or (_status_in(sentences[1:]) if len(sentences) > 1 else None)
    yield _Vondst(action, 0, len(blok.tekst), owner, label, status=status)


def _status_in(sentences: tuple[Zin, ...]) -> ActieStatus | None:
    for sentence in sentences:
        if match := re.search(
            r"\b(?:actie(?:punt)?\s+)?(?:is\s+)?(?P<s>afgesloten|afgerond|afgehandeld|gereed|vervallen)\b",
            sentence.tekst,
            re.IGNORECASE,
        ):
            return parse_status(match["s"])
    return None


def _is_task_line(text: str, omgeving: Omgeving) -> bool:
    """Tell whether a paragraph under a heading of actions is an action itself: short, and opening with an owner."""
    found = read_houders(text, omgeving.namen)
    if len(text) > 160 or len(split_zinnen(text)) > 2 or found is None:
        return False
    first = re.split(r",|/|&|\ben\b", found.tekst)[0].strip()
    rest = text[found.eind :]
    known = omgeving.namen.knows(first) or is_rol(first)
    return bool(rest.strip()) and (known or rest.lstrip()[:1] == ":")


def find_houder(actie: str, namen: Namenlijst) -> str:
    """Find the owner in the action itself: the known name that opens it, or the first one that is no object."""
    text = re.sub(
        r"^(?:afspraak|actie|vraag aan|verzoek aan|issue\s+\d+)\s*:?\s+", "", actie.strip(), flags=re.IGNORECASE
    )
    bare = re.sub(r"^(?:de|het)\s+", "", text, flags=re.IGNORECASE)
    for candidate in (text, bare):
        if (found := read_houders(candidate, namen)) and _known_owner(found.tekst, namen):
            return found.tekst
    words = text.split()
    if words and namen.knows(words[0].strip(",.:")):
        return namen.personen.get(words[0].strip(",.:").casefold(), words[0])
    everyone = _IEDEREEN.search(text[:_KORT])
    return everyone.group() if everyone else ""


def _known_owner(owner: str, namen: Namenlijst) -> bool:
    parts = [re.sub(r"^(?:de|het)\s+", "", p.strip(), flags=re.IGNORECASE) for p in re.split(r",|/|&|\ben\b", owner)]
    names = [p for p in parts if p]
    return bool(names) and all(namen.knows(p) or is_rol(p) or namen.knows(p.split(" ")[0]) for p in names)


def find_termijn(tekst: str, datum: date | None) -> Termijn:
    """Find the term of an action in its words, with the ``uiterlijk`` or ``vóór`` before it."""
    for found in find_termijnen(tekst, datum):
        lead = _UITERLIJK.search(tekst[: found.begin])
        begin = lead.start() if lead else found.begin
        words = tekst[begin : found.eind].strip()
        if re.search(
            r"\bd\.d\.\s*$|\b(?:verslag|vergadering|overleg|brief|mail)\s+(?:van|d\.d\.)\s*$",
            tekst[: found.begin],
            re.IGNORECASE,
        ):
            continue
        return Termijn(words, found.termijn.datum)
    if event := _GEBEURTENIS.match(tekst.strip()):
        return Termijn(event["term"].strip())
    return Termijn()
