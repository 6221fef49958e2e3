"""Who does it: the subject of a clause by its place beside the verb, and the agent of a passive."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.taal import woordlijsten as w
from pipeline.taal.kring import Vermelding
from pipeline.taal.zinsbeeld import ENKELVOUD, Zinsbeeld

_TIJDNAAMWOORDEN = frozenset(
    "week maand jaar keer vergadering bijeenkomst overleg kwartaal dag vrijdag maandag dinsdag woensdag donderdag "
    "sprint zomer najaar voorjaar moment volgende komende".split()
)
_TIJDAANLOOP = frozenset("begin eind einde medio half uiterlijk halverwege ultimo vandaag morgen vanaf".split())


@dataclass(frozen=True, slots=True)
class Onderwerp:
    """The subject of a clause: who, whether it follows the verb, whether it is that of the clause before."""

    wie: tuple[Vermelding, ...] = ()
    inversie: bool = False
    geleend: bool = False


def read_onderwerp(
    b: Zinsbeeld, begin: int, verb: int, end: int, bijzin: str, vorige: tuple[Vermelding, ...]
) -> Onderwerp:
    """Find the subject of a clause; ``vorige`` is that of the clause before, where this one may share it."""
    if bijzin == "die":
        return Onderwerp()  # *Jan, die ...*: who acts stands before the clause, and mostly it describes him
    if bijzin:
        return Onderwerp(_in_subclause(b, begin, verb))
    actor = b.actor_before(verb)
    head = _head_of_phrase(b, actor, begin) if actor is not None else None
    if head is not None:
        group = b.together(head)
        single = b.laag[verb] in ENKELVOUD or b.laag[verb].endswith("t")
        return Onderwerp(group[-1:] if single and len(group) > 2 else group)
    if vorige and begin > b.begin and _nothing_before(b, begin, verb) and _is_joined(b, begin):
        return Onderwerp(vorige, geleend=True)
    if _is_other_subject(b, begin, verb):
        return Onderwerp()
    behind = _actor_behind(b, verb, end)
    return Onderwerp(b.together_right(behind) if behind else (), inversie=True)


def _nothing_before(b: Zinsbeeld, begin: int, verb: int) -> bool:
    words = b.laag[begin:verb]
    return all(word in w.TUSSENWOORDEN or word in w.NEVENSCHIKKERS or word == "," for word in words)


def _is_joined(b: Zinsbeeld, begin: int) -> bool:
    """``Jan belt Piet en stuurt de stukken``: no subject of its own behind ``en``."""
    return b.laag[begin - 1] in w.NEVENSCHIKKERS or b.laag[begin] in w.NEVENSCHIKKERS


def _is_other_subject(b: Zinsbeeld, begin: int, verb: int) -> bool:
    """Tell whether a noun that cannot act is the subject before the verb: ``De regeling biedt ...``."""
    comma = max((i for i in range(begin, verb) if b.laag[i] == ","), default=begin - 1)
    first = next((i for i in range(comma + 1, verb) if not b.doc[i].is_punct), verb)
    if first >= verb or b.laag[first] in w.VOORZETSELS or b.laag[first] in w.BIJWOORDEN:
        return False
    fronted = verb - first == 1 and b.laag[first] in ("dit", "dat", "het", "wat")
    pointing = b.laag[first] in ("die", "deze", "dit", "dat") and _is_person(b.begint.get(verb + 1))
    if (fronted and verb + 1 in b.begint) or pointing or _is_time(b, first, verb):
        return False
    head = b.doc[verb - 1]
    if head.pos_ not in ("NOUN", "PROPN", "PRON", "ADJ") or head.dep_ not in ("nsubj", "nsubj:pass", "flat", "appos"):
        return False
    plural = head.morph.get("Number", []) == ["Plur"]
    return not (plural and b.laag[verb].endswith("t"))


def _is_person(mention: Vermelding | None) -> bool:
    return mention is not None and mention.soort in ("persoon", "naam", "rol")


def _is_time(b: Zinsbeeld, begin: int, verb: int) -> bool:
    return not _TIJDNAAMWOORDEN.isdisjoint(b.laag[begin:verb]) or b.laag[begin] in _TIJDAANLOOP


def _head_of_phrase(b: Zinsbeeld, actor: Vermelding, begin: int) -> Vermelding | None:
    """Return who the phrase before the verb is about: not what stands behind a preposition."""
    first = min(v.begin for v in b.together(actor))
    if first <= max(begin, b.begin):
        return actor
    before = b.doc[first - 1]
    if before.lower_ in ("van", "bij", "uit", "namens", "voor") and first - 1 in b.eindigt:
        return _head_of_phrase(b, b.eindigt[first - 1], begin)
    return None if before.lower_ in w.VOORZETSELS or before.pos_ == "ADP" else actor


def _in_subclause(b: Zinsbeeld, begin: int, verb: int) -> tuple[Vermelding, ...]:
    """Return the first actor behind the word that subordinates, if no preposition stands before it."""
    start = next((i for i in range(begin, verb) if b.is_subordinator(i)), begin)
    for mention in b.vermeldingen:
        if start < mention.begin < verb and b.laag[mention.begin - 1] not in w.VOORZETSELS:
            return b.together_right(mention)
    return ()


def _actor_behind(b: Zinsbeeld, verb: int, end: int) -> Vermelding | None:
    """Return the actor right behind a verb, over words such as ``hier`` and ``dit``."""
    for i in range(verb + 1, min(end, verb + 5)):
        if i in b.begint:
            return b.begint[i]
        if b.laag[i] not in w.TUSSENWOORDEN:
            return None
    return None


def find_door(b: Zinsbeeld, begin: int, verb: int, end: int, sub: bool) -> tuple[Vermelding, ...]:
    """Find who does it in the passive: behind ``door``, ``via`` or ``vanuit``.

    Before the verb of a main clause it belongs to a noun (``wijzigingen door de werkgroep worden``), unless
    the clause begins with it.
    """
    for i in range(begin, end):
        named = b.laag[i] in ("door", "via", "vanuit") and i + 1 in b.begint
        if named and (sub or i > verb or i == begin):
            return b.together_right(b.begint[i + 1])
    return ()
