"""Who does it: the subject of a clause by its place beside the verb, and the agent of a passive."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.markering.datums import MAANDEN
from pipeline.taal import woordlijsten as w
from pipeline.taal.kring import Vermelding
from pipeline.taal.naamvormen import is_person_name
from pipeline.taal.zinsbeeld import ENKELVOUD, Zinsbeeld

_TIJDNAAMWOORDEN = frozenset(
    "week maand jaar keer vergadering bijeenkomst overleg kwartaal dag vrijdag maandag dinsdag woensdag donderdag "
    "sprint zomer najaar voorjaar moment volgende komende".split()
) | frozenset(MAANDEN)
# Nouns for people, by how they end; a handful of things end so as well.
_MENSEN = re.compile(
    r"(?:ster|eur|ant|ent|ist|iër|iaan|loog|kracht|man|vrouw|lieden|mensen|genoot|genoten|leraar|schap|school|scholen"
    r"|[^aeiou]er|aar|houder|kundige)(?:s|en|n)?$"
)
_GEEN_MENSEN = re.compile(
    r"(?:document|element|moment|percent|event|component|content|computer|server|nummer|filter|parameter|venster"
    r"|register|cijfer|papier|letter|kamer|winter|zomer|september|oktober|november|december|meter|water|week"
    r"|landschap|eigenschap|boodschap|budget|talent|accent|argument|experiment|fundament|instrument|segment|kantoor"
    r"|restant|variant|krant|kant|want|klant|onderwerp|uur|kuur|deur|kleur|factuur|beer|keer|sfeer|beheer|verkeer"
    r"|poster|master|folder|order|cluster|raster|rooster|klooster|center|ander|onder|over|klasse|plan|tekst)(?:s|en|n)?$"
)
_TIJDAANLOOP = frozenset("begin eind einde medio half uiterlijk halverwege ultimo vandaag morgen vanaf".split())


@dataclass(frozen=True, slots=True)
class Onderwerp:
    """The subject of a clause: who, whether it follows the verb, whether it is that of the clause before.

    ``voorop``: a noun stands in front that may be the subject as well as what it is about.
    """

    wie: tuple[Vermelding, ...] = ()
    inversie: bool = False
    geleend: bool = False
    voorop: bool = False


def read_onderwerp(b: Zinsbeeld, begin: int, verb: int, end: int, bijzin: str, vorige: Onderwerp) -> Onderwerp:
    """Find the subject of a clause; ``vorige`` is that of the clause before, where this one may share it."""
    if bijzin == "die":
        return Onderwerp()  # *Jan, die ...*: who acts stands before the clause, and mostly it describes him
    if bijzin:
        return Onderwerp(_in_subclause(b, begin, verb) or _noun_doer(b, begin, verb, verb))
    actor = b.actor_before(verb)
    head = _head_of_phrase(b, actor, begin) if actor is not None else None
    if head is not None:
        group = b.together(head)
        single = b.laag[verb] in ENKELVOUD or b.laag[verb].endswith("t")
        return Onderwerp(group[-1:] if single and len(group) > 2 else group)
    if _is_shared(b, begin, verb, vorige):
        return Onderwerp(vorige.wie, geleend=True)
    return _elsewhere(b, begin, verb, end)


def _is_shared(b: Zinsbeeld, begin: int, verb: int, vorige: Onderwerp) -> bool:
    if not vorige.wie or begin <= b.begin or not _nothing_before(b, begin, verb) or not _is_joined(b, begin, verb):
        return False
    return not (vorige.inversie and verb + 1 in b.begint)


def _elsewhere(b: Zinsbeeld, begin: int, verb: int, end: int) -> Onderwerp:
    """Find a subject that does not stand right before its verb: behind it, or where the parser sees it."""
    behind = _actor_behind(b, verb, end)
    if _is_other_subject(b, begin, verb):
        fronted = behind is not None and behind.begin == verb + 1 and behind.soort != "derde"
        if not fronted or behind is None:
            return Onderwerp(_noun_doer(b, begin, verb, end))
        return Onderwerp(b.together_right(behind), inversie=True, voorop=True)
    if behind is not None:
        return Onderwerp(b.together_right(behind), inversie=True)
    parsed = None if "er" in b.laag[verb - 1 : verb + 2] else _parsed(b, begin, end)
    if parsed is not None:
        return Onderwerp(b.together_right(parsed), inversie=parsed.begin > verb)
    return Onderwerp(_noun_doer(b, begin, verb, end), inversie=True)


def _parsed(b: Zinsbeeld, begin: int, end: int) -> Vermelding | None:
    """Return the mention that the parser takes for a subject, if no preposition stands before it."""
    for mention in b.vermeldingen:
        if not begin <= mention.begin < end or b.laag[mention.begin - 1] in w.VOORZETSELS:
            continue
        if mention.soort == "naam" and not is_person_name(mention.tekst):
            continue
        if any(_is_subject(b.doc[i], begin, end) for i in range(mention.begin, mention.eind)):
            return mention
    return None


def _is_subject(token: Token, begin: int, end: int) -> bool:
    return token.dep_ in ("nsubj", "nsubj:pass") and begin <= token.head.i < end


def _noun_doer(b: Zinsbeeld, begin: int, verb: int, end: int) -> tuple[Vermelding, ...]:
    """Return the people a common noun stands for that the parser takes for the subject: ``de trainers``."""
    for token in b.doc[begin:end]:
        if token.pos_ == "NOUN" and _is_subject(token, begin, end) and _is_people(token.lower_):
            first = _phrase_begin(b, token.i, begin)
            if b.laag[first - 1] in w.VOORZETSELS and first > begin:
                continue
            last = token.i + 1
            shown = first + (b.laag[first] in ("de", "het", "een") and first < token.i)
            return (Vermelding(first, last, "naamwoord", b.doc[shown:last].text),)
    return ()


def _phrase_begin(b: Zinsbeeld, noun: int, begin: int) -> int:
    first = noun
    while first > begin and b.doc[first - 1].pos_ in ("DET", "ADJ", "NUM") and b.doc[first - 1].is_alpha:
        first -= 1
    return first


def _is_people(word: str) -> bool:
    return len(word) > 4 and _MENSEN.search(word) is not None and _GEEN_MENSEN.search(word) is None


def _nothing_before(b: Zinsbeeld, begin: int, verb: int) -> bool:
    words = b.laag[begin:verb]
    return all(word in w.TUSSENWOORDEN or word in w.NEVENSCHIKKERS or word == "," for word in words)


def _is_joined(b: Zinsbeeld, begin: int, verb: int) -> bool:
    """``Jan belt Piet en stuurt de stukken``: no subject of its own behind ``en``, nor behind a comma."""
    if b.laag[begin - 1] == "," and begin == verb and verb + 1 not in b.begint:
        return True
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
