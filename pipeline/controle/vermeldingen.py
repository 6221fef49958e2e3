"""The people a text names: who is meant, whether they are said to speak, and who was nearly meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.controle.passage import Passage
from pipeline.model import Deelnemer, Persoon
from pipeline.wie.namen import (
    HOOFDLETTERWOORD,
    NAAM_PATROON,
    Aanspreking,
    Namenindex,
    Noeming,
    find_noemingen,
)
from pipeline.wie.woorden import fold_naam

# What people in minutes do. The verb stands right behind its subject, save for a word or two.
_WERKWOORDEN = (
    "aarzelt adviseert antwoordt bedankt begrijpt beaamt beantwoordt belooft benadrukt benoemt bepleit bespreekt "
    "betoogt betwijfelt bevestigt biedt brengt complimenteert concludeert constateert dankt deelt denkt doet "
    "erkent ervaart excuseert gaat geeft heeft heet herhaalt herinnert herkent hoopt houdt informeert introduceert "
    "juicht kan kondigt koppelt legt leidt leest licht maakt meldt merkt mist neemt nodigt noemt nuanceert "
    "onderschrijft ondersteunt onderstreept ontkent oppert opent pleit presenteert reageert refereert rapporteert "
    "roept schetst signaleert sluit spreekt stelt stemt stipt suggereert twijfelt vat verbaast verduidelijkt "
    "vermeldt vertelt verwacht verwijst verzoekt vindt voegt voelt vraagt vult waarschuwt wenst wijst wil zal zegt "
    "zet ziet antwoordde gaf meldde merkte stelde vroeg zei lichtte geven hebben merken stellen vragen willen zijn"
).split()
_SPREEKT = re.compile(
    r"\s*(?:\([^()]{0,60}\)\s*)?(?:,[^,.]{0,60},\s*)?(?:(?:ook|zelf|daarop|vervolgens)\s+)?"
    rf"(?:{'|'.join(_WERKWOORDEN)})\b"
    r"(?!\s+(?:zich\s+)?(?:\w+\s+)?(?:af|afgemeld|verhinderd|afwezig|ziek|aanwezig)\b)"
)
_ROLSPREKER = re.compile(rf"[Dd]e\s+(?P<naam>voorzitter|secretaris)(?={_SPREEKT.pattern})")
_ALDUS = re.compile(r"\baldus\s+(?:de\s+)?\W*\w+\.?\W*$", re.IGNORECASE)
_NAAM = re.compile(NAAM_PATROON)
_WOORDBEGIN = re.compile(r"(?<![\w'’-])\w")
_MIN_ZONDER_TITEL = 5
_ROLLEN = ("voorzitter", "secretaris")


@dataclass(frozen=True, slots=True)
class Vermelding:
    """A person named in a passage: ``wie`` it can be, or else ``bijna``: whose name it nearly is.

    ``aanspreking`` is None where the name has no title; ``spreekt`` tells that the person is the one who
    asks, answers or remarks something there, and is not just mentioned.
    """

    passage: Passage
    naam: str
    begin: int
    eind: int
    aanspreking: Aanspreking | None
    spreekt: bool
    wie: tuple[Deelnemer, ...] = ()
    bijna: Persoon | None = None


def find_vermeldingen(
    passages: Iterable[Passage], namen: Namenindex[Deelnemer], woorden: frozenset[str]
) -> tuple[Vermelding, ...]:
    """Find the people named in the text, in order; ``woorden`` are folded words that name no person."""
    return tuple(found for passage in passages for found in _in_passage(passage, namen, woorden))


def find_rolsprekers(passages: Iterable[Passage], deelnemers: Iterable[Deelnemer]) -> tuple[Vermelding, ...]:
    """Find those who speak by their role (``de voorzitter vraagt``) and were not there all the time."""
    roles = {role: tuple(d for d in deelnemers if role in d.rol.split(", ")) for role in _ROLLEN}
    missing = {role for role, people in roles.items() if people and not any(_was_there(d) for d in people)}
    return tuple(
        Vermelding(passage, match.group(), *match.span(), None, True, roles[match["naam"]])
        for passage in (passages if missing else ())
        for match in _ROLSPREKER.finditer(passage.tekst)
        if match["naam"] in missing
    )


def _was_there(deelnemer: Deelnemer) -> bool:
    return deelnemer.aanwezig and not deelnemer.vanaf_punt and not deelnemer.tot_punt


def _in_passage(passage: Passage, namen: Namenindex[Deelnemer], woorden: frozenset[str]) -> Iterator[Vermelding]:
    taken: set[int] = set()
    for noeming in find_noemingen(passage.tekst):
        found = _with_title(passage, noeming, namen)
        taken.update(range(found.begin, found.eind))
        yield found
    for begin, eind, wie in namen.find(passage.tekst):
        if taken.isdisjoint(range(begin, eind)):
            taken.update(range(begin, eind))
            naam = passage.tekst[begin:eind]
            yield Vermelding(passage, naam, begin, eind, None, _speaks(passage.tekst, begin, eind), wie)
    yield from _nearly_named(passage, namen, woorden, taken)


def _with_title(passage: Passage, noeming: Noeming, namen: Namenindex[Deelnemer]) -> Vermelding:
    """Find out who is meant; of ``de heer Bos van Haarlem`` only as much as a list knows is the name."""
    options = _readings(noeming.naam)
    known = next((naam for naam in options if namen.zoek(naam)), None)
    nearest = None
    naam = known or options[-1]
    if known is None:
        for option in options:
            if found := namen.dichtstbij(option):
                naam, nearest = option, found[0]
                break
    eind = noeming.begin + len(naam)
    return Vermelding(
        passage,
        naam,
        noeming.begin,
        eind,
        noeming.aanspreking,
        _speaks(passage.tekst, noeming.begin, eind),
        namen.zoek(known) if known else (),
        nearest,
    )


def _readings(naam: str) -> tuple[str, ...]:
    """Return what the name could be, the longest first: ``Bos van Haarlem``, ``Bos``."""
    shorter = re.match(rf"{NAAM_PATROON}", naam)
    short = shorter.group() if shorter else naam
    return (naam, short) if short != naam else (naam,)


def _nearly_named(
    passage: Passage, namen: Namenindex[Deelnemer], woorden: frozenset[str], taken: set[int]
) -> Iterator[Vermelding]:
    """Find ``Lamphen vraagt`` without a title: only where it is one slip from a name on the list."""
    for word in HOOFDLETTERWOORD.finditer(passage.tekst):
        if word.end() - word.start() < _MIN_ZONDER_TITEL or not _speaks(passage.tekst, *word.span()):
            continue
        match = _name_ending(passage.tekst, word)
        folded = fold_naam(match.group())
        if folded in woorden or not taken.isdisjoint(range(*match.span())):
            continue
        found = namen.dichtstbij(match.group(), hoogstens=1)
        if found:
            yield Vermelding(passage, match.group(), *match.span(), None, True, bijna=found[0])


def _name_ending(tekst: str, word: re.Match[str]) -> re.Match[str]:
    """Return the whole name that ends in a word with a capital: prefixes and first words included."""
    for start in (m.start() for m in _WOORDBEGIN.finditer(tekst, max(0, word.start() - 24), word.start())):
        match = _NAAM.match(tekst, start)
        if match and match.end() == word.end():
            return match
    return word


def _speaks(tekst: str, begin: int, eind: int) -> bool:
    return bool(_SPREEKT.match(tekst, eind) or _ALDUS.search(tekst[max(0, begin - 30) : begin]))
