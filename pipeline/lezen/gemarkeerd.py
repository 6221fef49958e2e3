"""Actions in a paragraph that say so themselves: a marker, a box to tick, an arrow, ``Acties: a; b``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.lezen.lijstregel import find_houder, is_gelabeld, read_lijstregel
from pipeline.lezen.omgeving import ActieVondst, Leesomgeving
from pipeline.lezen.woorden import is_niets
from pipeline.markering import find_markeringen
from pipeline.markering.houders import is_alleen_houders, read_houders
from pipeline.markering.statussen import parse_status
from pipeline.markering.vreemd import VreemdeMarkering, find_vreemd
from pipeline.markering.zinnen import Zin, split_zinnen
from pipeline.model.actie import ActieStatus
from pipeline.model.document import Tekstblok

_VERWIJST = re.compile(
    r"^(?:(?:dit|deze|dat|die|het|er|hier|hiervan|hiervoor|daarvan)\b.{0,40})?\b(?:a[ck]tie(?:punt|lijst)?|genoteerd|opgenomen|meegenomen|vastgelegd|afgesproken)\b.{0,30}$"
    r"|^(?:dit|deze|dat|die)\s+(?:\w+\s+){1,4}(?:opgepakt|uitgezocht|genoteerd|meegenomen|gedaan)$",
    re.IGNORECASE,
)
# What only agrees with the sentence before it: "Ja.", "Dat is goed."
_INSTEMMING = re.compile(
    r"(?:ja|nee|prima|akkoord|goed(?:\s+idee|\s+plan)?|ok[eé]?|oké|zeker|eens|iedereen\s+is\s+(?:het\s+)?(?:akkoord|eens)"
    r"|(?:dat|dit)\s+is\s+(?:goed|prima|akkoord|afgesproken)|(?:daar|hier)mee\s+(?:is\s+)?\w+\s+akkoord)",
    re.IGNORECASE,
)
_VAKJE = re.compile(r"^\s*(?P<vakje>\[[ xXvV✓✔]\]|[☐☑☒])\s*(?=\S)")
_PIJL = re.compile(r"(?:^|(?<=\s))(?:→|➔|➜|⇒|=>|>>|-{1,2}>)\s*(?=\S)")


def read_gemarkeerd(blok: Tekstblok, before: Tekstblok | None, omgeving: Leesomgeving) -> Iterator[ActieVondst]:
    """Give the actions that a marker in the paragraph makes one, in order."""
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


def _after(
    text: str, sentences: tuple[Zin, ...], marker: VreemdeMarkering, limit: int, omgeving: Leesomgeving
) -> ActieVondst:
    """Take the action that follows its marker: to the end of the sentence, or one further after a mere term."""
    if marker.tekst:
        return ActieVondst(
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
    while index + 1 < len(sentences) and sentences[index + 1].eind <= limit and is_gelabeld(sentences[index + 1].tekst):
        index += 1
        end = sentences[index].eind
    action = text[marker.eind : end]
    if _is_fragment(action) and index + 1 < len(sentences) and sentences[index + 1].begin < limit:
        index += 1
        end = min(sentences[index].eind, limit)
        action = f"{action.strip()} {text[sentences[index].begin : end]}"
    owner = marker.houder
    if not owner and index + 1 < len(sentences) and sentences[index + 1].begin < limit:
        owner = _names_that_follow(sentences[index + 1].tekst, text[marker.eind : end], marker)
        end = sentences[index + 1].eind if owner else end
    found = ActieVondst(action, marker.begin, end, owner, marker.label, marker.zekerheid)
    return found if owner else _with_tail(found, omgeving)


def _with_tail(found: ActieVondst, omgeving: Leesomgeving) -> ActieVondst:
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
) -> ActieVondst:
    """Take the action its marker follows: this sentence, or the one it only points back at."""
    index = next((i for i, z in enumerate(sentences) if z.begin <= marker.begin < z.eind), 0)
    sentence = sentences[index]
    begin = max(sentence.begin, floor)
    own = (text[begin : marker.begin] + text[marker.eind : sentence.eind]).strip()
    if marker.tekst:
        return ActieVondst(marker.tekst, begin, sentence.eind, marker.houder, marker.label, marker.zekerheid)
    bare = own.strip(" .,;:–-*")
    if bare and not _VERWIJST.search(bare) and not _INSTEMMING.fullmatch(bare):
        return ActieVondst(own, begin, sentence.eind, marker.houder, marker.label, marker.zekerheid)
    while index > 1 and _INSTEMMING.fullmatch(sentences[index - 1].tekst.strip(" .,;:–-*")):
        index -= 1
    if index and sentences[index - 1].begin >= floor - 1:
        earlier = sentences[index - 1]
        return ActieVondst(earlier.tekst, earlier.begin, sentence.eind, marker.houder, marker.label, marker.zekerheid)
    action = own
    if before is not None and before.soort != "kop" and (last := split_zinnen(before.tekst)):
        action = _about(last, marker.houder).tekst
    return ActieVondst(action or own, begin, sentence.eind, marker.houder, marker.label, marker.zekerheid)


def _about(sentences: tuple[Zin, ...], houder: str) -> Zin:
    """Choose the sentence a marker below a paragraph is about: the last that names its owner, else the last."""
    names = [word.casefold() for word in re.findall(r"\w{3,}", houder)]
    named = (z for z in reversed(sentences) if any(name in z.tekst.casefold() for name in names))
    return next(named, sentences[-1])


def read_tekens(blok: Tekstblok, omgeving: Leesomgeving) -> Iterator[ActieVondst]:
    """Read what a sign before it makes an action: a box to tick, or an arrow before somebody who does something."""
    if (box := _VAKJE.match(blok.tekst)) and blok.soort == "lijstitem":
        done = box["vakje"].strip("[] ☐") != ""
        line = read_lijstregel(blok.tekst[box.end() :], omgeving.namen, omgeving.datum)
        owner = line.houder or find_houder(line.actie, omgeving.namen)
        status: ActieStatus = "afgerond" if done else "open"
        yield ActieVondst(line.actie, 0, len(blok.tekst), owner, line.label, 1.0, status, line.termijn)
        return
    for arrow in _PIJL.finditer(blok.tekst):
        sentences = split_zinnen(blok.tekst[arrow.end() :])
        text = sentences[0].tekst if sentences else ""
        line = read_lijstregel(text, omgeving.namen, omgeving.datum)
        if owner := line.houder or find_houder(line.actie, omgeving.namen):
            end = arrow.end() + sentences[0].eind
            yield ActieVondst(line.actie, arrow.start(), end, owner, line.label, 0.9, line.status, line.termijn)


def beside_margin(sentences: Sequence[Zin], naast: tuple[int, int] | None) -> Zin:
    """Return the sentence that what stands in the margin is about: most of that line, else the last."""
    if naast is None:
        return sentences[-1]
    return max(sentences, key=lambda zin: (min(zin.eind, naast[1]) - max(zin.begin, naast[0]), zin.begin))


def read_opsomming(blok: Tekstblok, begin: int, omgeving: Leesomgeving) -> Iterator[ActieVondst]:
    """Read ``Acties: Jan belt; Piet schrijft`` and ``Actiepunten: 1) … 2) …``."""
    rest = blok.tekst[begin:]
    for match in re.finditer(
        r"(?:^|[;\n]|\s(?=\(?\d{1,2}[.)]\s))\s*(?:\(?\d{1,2}[.)]\s+)?(?P<deel>(?:(?!\s\(?\d{1,2}[.)]\s)[^;\n])+)", rest
    ):
        piece = match["deel"].strip()
        if len(piece) > 3 and not is_niets(piece):
            line = read_lijstregel(piece, omgeving.namen, omgeving.datum)
            start = begin + match.start("deel")
            yield ActieVondst(
                line.actie, start, begin + match.end("deel"), line.houder, line.label, 0.9, line.status, line.termijn
            )
