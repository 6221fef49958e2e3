"""From one meeting to the next: which action of new minutes is one of the list already, and what changed in it.

Nothing is merged silently on a likeness: a link is ``zeker`` only where label, words and owner all say so. What
is merely likely is a Koppelvoorstel a person confirms (``zelfde_als``).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from pipeline.model import (
    Actielijst,
    ActielijstRegel,
    Actiepunt,
    ActieStatus,
    Bron,
    Koppeling,
    Termijn,
    Voorstel,
    Voortgang,
    is_zelfde_tekst,
)
from pipeline.taal.sleutels import find_sleutel, find_sleutels
from pipeline.wie.lexicon import ENKELVOUD, VOORVOEGSELS

# Certainties and shares, 0 to 1; set on linked lists of real minutes so that nothing is linked wrongly (docs/taal.md).
# Below the threshold a pair is not shown at all.
DREMPEL = 0.5
_ZELFDE_TEKST = 0.9  # the same but for a typing error or a small word
# What text, owner and the lack of any number weigh together: words decide, and an owner alone never links.
_TEKST, _EIGENAAR, _ZONDER_NUMMER = 0.75, 0.15, 0.1
# A number that may be a coincidence (A1) starts a pair just above the threshold, one that lasts (2026-17) well above.
_BIJ_NUMMER, _BIJ_BLIJVEND_NUMMER = 0.55, 0.75
_MINSTE_TEKST = 0.3  # without a lasting number, so much of the words at least
_TEKST_BIJ_NUMMER = 0.6  # with a lasting number: enough to be taken over without asking
_ONBEKENDE_EIGENAAR = 0.5  # what an owner counts for that one of the two does not name
# Of a sentence of prose: with the number of the action, with that of something the action is about, and by words alone;
# the last stays below both, since prose is for a person to judge.
_ZIN_MET_NUMMER, _ZIN_MET_SLEUTEL, _ZIN_MET_WOORDEN = 0.85, 0.7, 0.65
_ZIN_TEKST, _ZIN_EIGENAAR = 0.75, 0.1
# One rare word is enough where three are shared that are more than half of the action.
_GEDEELD_BIJ_ENKELE, _DEEL_BIJ_ENKELE = 3, 0.6
_BIJNA_HETZELFDE = 0.8  # what a word counts for that is another spelling, or part of a compound
# Of the shorter and of the longer text, how much is shared. Of texts of one or two words the longer decides.
_DELEN, _DELEN_KORT, _KORTE_TEKST = (0.6, 0.4), (0.35, 0.65), 3
_BODEM = 0.3  # what a word counts for that stands everywhere, so that equal texts are equal
# Letters: shorter words are never taken for typing errors; from nine on two letters may differ; a stem has four at
# least; the tail of a compound has seven.
_KORTSTE_FOUT, _TWEE_FOUTEN, _KORTSTE_STAM, _KORTSTE_STAART = 5, 9, 4, 7
_HOOGSTE = 0.99  # nothing is certain
# Two or three rare words are enough to recognise an action by, however long it is written.
_GENOEG = 7.0
_ZELDZAAM = 0.12
_VOORTGANGSKOP = re.compile(r"\b(?:voortgang|stand van zaken|terugkoppeling|vervolg)\b", re.IGNORECASE)
_WOORD = re.compile(r"[^\W_]+")
_LEGE_WOORDEN = frozenset(
    """
    de het een van voor met en in op te aan om dat die dit is zijn wordt worden zal zullen gaat gaan er bij naar
    over door als of ook nog we wij hij zij ze deze dan niet maar wel uit tot of hoe wat maken maakt issue actie
    actiepunt punt doen doet
    """.split()
)
# A label that counts per meeting (A1) says nothing by itself; one that carries a date or a number series does.
_PLAATSELIJK = re.compile(r"(?:A|AP|B|nr\.?)?[\s.-]?\d{1,2}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Koppelvoorstel:
    """A new action that is probably an older one: how likely, why, and what it would change there.

    ``zeker``: label, words and owner agree, so that it may be taken over without asking.
    """

    actie: Actiepunt
    regel: ActielijstRegel
    zekerheid: float
    zeker: bool
    reden: str
    voortgang: Voortgang

    @property
    def koppeling(self) -> Koppeling:
        """The link as the record would have it, with the words of both: it holds while they are what they are."""
        return Koppeling("zelfde_als", self.regel.kenmerk, self.actie.actie, self.regel.actie)


@dataclass(frozen=True, slots=True)
class Mededeling:
    """A sentence of new minutes with the heading and number it stands under, and the state it reports.

    ``meldt``: it tells how something went, rather than what will be done or how things are.
    """

    tekst: str
    kop: str = ""
    sleutel: str = ""
    status: ActieStatus | None = None
    meldt: bool = False
    bron: Bron | None = None


def koppel_acties(acties: Iterable[Actiepunt], actielijst: Actielijst) -> tuple[Koppelvoorstel, ...]:
    """Find for each new action the one of the list that it repeats; every older one is used at most once.

    Closed actions take part, since minutes reprint them; an unconfirmed double does not.
    """
    new = tuple(acties)
    old = tuple(r for r in actielijst.regels if r.vermoedelijk is None)
    weights = _Gewichten([_words(a.actie) for a in new] + [_words(r.actie) for r in old])
    pairs = [p for a in new for r in old if (p := _compare(a, r, weights)) is not None]
    taken_new: set[int] = set()
    taken_old: set[int] = set()
    chosen: list[Koppelvoorstel] = []
    for pair in sorted(pairs, key=lambda p: (-p.zeker, -p.zekerheid)):
        if id(pair.actie) not in taken_new and id(pair.regel) not in taken_old:
            taken_new.add(id(pair.actie))
            taken_old.add(id(pair.regel))
            chosen.append(pair)
    order = {id(a): i for i, a in enumerate(new)}
    return tuple(sorted(chosen, key=lambda p: order[id(p.actie)]))


def koppel_tekst(zinnen: Iterable[Mededeling], actielijst: Actielijst) -> tuple[tuple[Mededeling, Koppelvoorstel], ...]:
    """Find for each sentence of new minutes the action of the list it says something of; the best per action.

    A sentence is compared by its number where its paragraph has one (``Issue 48``), else, where it reports
    something, by its rare words. Never ``zeker``: prose is for a person to judge.
    """
    said = tuple(zinnen)
    old = tuple(r for r in actielijst.regels if r.vermoedelijk is None and r.status == "open")
    weights = _Gewichten([_words(m.tekst) for m in said] + [_words(r.actie) for r in old])
    best: dict[object, tuple[Mededeling, Koppelvoorstel]] = {}
    for m in said:
        for row in old:
            score = _sentence_score(m, row, weights)
            known = best.get(row.kenmerk)
            if score >= DREMPEL and (known is None or score > known[1].zekerheid):
                best[row.kenmerk] = (m, _from_sentence(m, row, score))
    return tuple(best.values())


def _sentence_score(m: Mededeling, row: ActielijstRegel, weights: _Gewichten) -> float:
    keys = find_sleutels(f"{m.sleutel} {m.tekst}")
    if find_sleutels(row.kenmerk.label) & keys:
        return _ZIN_MET_NUMMER
    if find_sleutels(f"{row.kenmerk.label} {row.actie}") & keys:
        return _ZIN_MET_SLEUTEL
    if m.sleutel or not m.meldt:
        return 0.0
    own = _words(row.actie) - _names(row.actiehouder)
    about = _words(f"{m.tekst} {m.kop}") if _VOORTGANGSKOP.search(m.kop) else _words(m.tekst)
    shared = _shared(own, about)
    rare = [word for word in shared if weights.is_rare(word)]
    most = len(shared) >= max(_GEDEELD_BIJ_ENKELE, _DEEL_BIJ_ENKELE * len(own))
    enough = len(rare) >= 2 or (len(rare) == 1 and most)
    if len(own) < 2 or not enough or not _shared(own, _words(m.tekst)):
        return 0.0
    same_owner = _ZIN_EIGENAAR if _names(row.actiehouder) & frozenset(_WOORD.findall(m.tekst.casefold())) else 0.0
    needed = max(0.1, min(weights.sum(own), _GENOEG))
    return min(_ZIN_MET_WOORDEN, _ZIN_TEKST * weights.sum(shared) / needed + same_owner)


def _from_sentence(m: Mededeling, row: ActielijstRegel, score: float) -> Koppelvoorstel:
    action = Actiepunt("", m.tekst, status=m.status, agendapunt=m.kop, soort="impliciet", bron=m.bron)
    reason = "Hier staat waarschijnlijk iets over een oudere actie" + (
        ", met hetzelfde nummer." if score > _ZIN_MET_WOORDEN else "."
    )
    progress = Voortgang(row.kenmerk, status=m.status, toelichting=m.tekst, zekerheid=round(score, 2), bron=m.bron)
    return Koppelvoorstel(action, row, round(score, 2), False, reason, progress)


def find_verdwenen(
    acties: Iterable[Actiepunt], actielijst: Actielijst, gekoppeld: Iterable[Koppelvoorstel]
) -> tuple[ActielijstRegel, ...]:
    """Return the open actions that new minutes no longer mention; they stay open, and are reported.

    One that was linked is mentioned, and so is one whose lasting number is still printed.
    """
    seen = {k.regel.kenmerk for k in gekoppeld}
    labels = {a.label.casefold() for a in acties if a.label and not _is_local(a.label)}
    return tuple(r for r in actielijst.geteld if r.kenmerk not in seen and r.kenmerk.label.casefold() not in labels)


def to_voorstel(koppel: Koppelvoorstel) -> Voorstel:
    """Return a link as a Voorstel of soort voortgang."""
    bron = koppel.actie.bron or Bron("")
    return Voorstel(
        "voortgang",
        koppel.voortgang,
        koppel.zekerheid,
        koppel.reden,
        bron,
        "koppeling",
        vermoedelijk=koppel.regel.kenmerk,
    )


class _Gewichten:
    """How much a word says: rare words much, words that stand in every action little."""

    def __init__(self, texts: Sequence[frozenset[str]]) -> None:
        self.aantal = Counter(word for text in texts for word in text)
        self.totaal = max(2, len(texts))

    def sum(self, words: Iterable[str]) -> float:
        return sum(self._one(word) for word in words)

    def is_rare(self, word: str) -> bool:
        """Tell whether a word stands in few of the texts: two, or one in eight."""
        return self.aantal[word] <= max(2, _ZELDZAAM * self.totaal)

    def _one(self, word: str) -> float:
        return _BODEM + math.log(1 + self.totaal / (1 + self.aantal[word]))


def _words(text: str) -> frozenset[str]:
    found = (_stem(w) for w in _WOORD.findall(text.casefold()) if w not in _LEGE_WOORDEN and len(w) > 1)
    return frozenset(found)


def _stem(word: str) -> str:
    """Cut the endings that verbs and plurals differ in: ``bespreken``, ``bespreekt`` -> ``besprek``."""
    if word.isdigit() or len(word) <= _KORTSTE_STAM:
        return word
    for ending in ("en", "t", "e", "s", "d"):
        if word.endswith(ending) and len(word) - len(ending) >= _KORTSTE_STAM:
            word = word[: -len(ending)]
            break
    return re.sub(r"([aeou])\1", r"\1", word)


def _compare(actie: Actiepunt, regel: ActielijstRegel, weights: _Gewichten) -> Koppelvoorstel | None:
    text = _text_score(actie.actie, regel.actie, weights)
    owner = _owner_score(actie, regel)
    label = _label_score(actie.label, regel.kenmerk.label)
    if label == 0 and find_sleutels(actie.label) & find_sleutels(f"{regel.kenmerk.label} {regel.actie}"):
        label = 2
    if label < 0:
        return None
    score = _TEKST * text + _EIGENAAR * owner + (_ZONDER_NUMMER if label == 0 else 0.0)
    if label == 1:
        score = max(score, _BIJ_NUMMER + (1 - _BIJ_NUMMER) * text)
    elif label == 2:
        score = max(score, _BIJ_BLIJVEND_NUMMER + (1 - _BIJ_BLIJVEND_NUMMER) * text)
    if score < DREMPEL or (text < _MINSTE_TEKST and label < 2):
        return None
    same_text = text >= _ZELFDE_TEKST or is_zelfde_tekst(actie.actie, regel.actie)
    may_be_owner = owner >= _ONBEKENDE_EIGENAAR
    by_text = same_text and may_be_owner and (label >= 1 or owner == 1.0)
    sure = by_text or (label == 2 and text >= _TEKST_BIJ_NUMMER and may_be_owner)
    return Koppelvoorstel(
        actie, regel, round(min(score, _HOOGSTE), 2), sure, _reason(label, same_text, owner), _progress(actie, regel)
    )


def _text_score(new: str, old: str, weights: _Gewichten) -> float:
    """Return how much of what is said is the same, 0 to 1; typing errors count as the same word."""
    left, right = _words(new), _words(old)
    if not left or not right:
        return 0.0
    shared = left & right
    both = weights.sum(shared) + _BIJNA_HETZELFDE * weights.sum(_shared(left, right) - shared)
    small, large = sorted((weights.sum(left), weights.sum(right)))
    of_small, of_large = _DELEN_KORT if min(len(left), len(right)) < _KORTE_TEKST else _DELEN
    return min(1.0, of_small * both / small + of_large * both / large)


def _shared(left: frozenset[str], right: frozenset[str]) -> frozenset[str]:
    """Return the words of the first that the second has too, in another spelling or as part of a compound."""
    return frozenset(w for w in left if w in right or any(_close(w, o) for o in right))


def _close(left: str, right: str) -> bool:
    """Tell whether two words are one with a typing error, or one is the head or the tail of the other."""
    shortest = min(len(left), len(right))
    if shortest < _KORTSTE_FOUT:
        return False
    limit = 1 if shortest < _TWEE_FOUTEN else 2
    if OSA.distance(left, right, score_cutoff=limit) <= limit:
        return True
    long, short = (left, right) if len(left) >= len(right) else (right, left)
    return long.startswith(short) or (shortest >= _KORTSTE_STAART and long.endswith(short))


def _owner_score(actie: Actiepunt, regel: ActielijstRegel) -> float:
    """Return 1 for the same owner, 0.5 where one of them is not known, 0 for another."""
    left, right = _names(actie.actiehouder), _names(regel.actiehouder)
    if not left or not right:
        return 0.5
    if left == right:
        return 1.0
    return 0.8 if left & right else 0.0


def _names(owner: str) -> frozenset[str]:
    skip = {"en", "het"} | ENKELVOUD | VOORVOEGSELS
    return frozenset(w for w in _WOORD.findall(owner.casefold()) if w not in skip)


def _label_score(new: str, old: str) -> int:
    """Compare labels: 2 for the same number of a lasting series, 1 for the same local one, -1 for two others."""
    left, right = new.strip().casefold(), old.strip().casefold()
    local_left, local_right = _is_local(left), _is_local(right)
    if left and left == right:
        return 1 if local_left else 2
    if left and right and not local_left and not local_right:
        return -1
    return 0


def _is_local(label: str) -> bool:
    return not label or label.startswith("~") or (_PLAATSELIJK.fullmatch(label) is not None and not find_sleutel(label))


def _reason(label: int, same_text: bool, owner: float) -> str:
    parts = []
    if label:
        parts.append("hetzelfde nummer")
    parts.append("dezelfde tekst" if same_text else "een tekst die erop lijkt")
    if owner == 1.0:
        parts.append("dezelfde actiehouder")
    elif owner == 0.0:
        parts.append("maar een andere actiehouder")
    return "Er is een oudere actie met " + ", ".join(parts) + "."


def _progress(actie: Actiepunt, regel: ActielijstRegel) -> Voortgang:
    """Say what the new minutes change in an action; an empty field means: unchanged."""
    other_owner = bool(actie.actiehouder) and _names(actie.actiehouder) != _names(regel.actiehouder)
    moved = bool(actie.termijn) and (
        actie.termijn.datum != regel.termijn.datum
        if actie.termijn.datum and regel.termijn.datum
        else actie.termijn.tekst.casefold() != regel.termijn.tekst.casefold()
    )
    return Voortgang(
        regel.kenmerk,
        actiehouder=actie.actiehouder if other_owner else "",
        actiehouders=actie.actiehouders if other_owner else (),
        termijn=actie.termijn if moved else Termijn(),
        status=actie.status,
        toelichting=actie.toelichting,
        koppelingen=(),
        bron=actie.bron,
    )
