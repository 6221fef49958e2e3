"""Who is named in the minutes under scrutiny, and whether this one is said to speak there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.controle.passage import Controlepassage
from pipeline.model import Bron, Deelnemer
from pipeline.wie.lexicon import ZEGT
from pipeline.wie.namen import Namenindex
from pipeline.wie.noemingen import find_noemingen
from pipeline.wie.woorden import fold_naam
from pipeline.wie.zoeker import Noeming

# What people in minutes do. The verb stands right behind its subject, save for a word or two.
_WERKWOORDEN = ZEGT | frozenset(
    "aarzelt adviseert bedankt begrijpt beantwoordt benoemt bepleit bespreekt betoogt betwijfelt bevestigt biedt "
    "brengt complimenteert concludeert constateert deelt doet erkent ervaart excuseert gaat geeft heeft heet "
    "herhaalt herinnert herkent houdt informeert introduceert juicht kan kondigt koppelt legt leidt leest maakt mist "
    "neemt nodigt noemt nuanceert onderschrijft ondersteunt onderstreept ontkent opent presenteert refereert "
    "rapporteert schetst signaleert sluit stemt stipt suggereert twijfelt vat verbaast verduidelijkt vermeldt "
    "verwacht verwijst voegt voelt vult waarschuwt wenst wijst wil zal zet ziet gaf geven hebben merken stellen "
    "willen zijn".split()
)
_SPREEKT = re.compile(
    r"\s*(?:\([^()]{0,60}\)\s*)?(?:,[^,.]{0,60},\s*)?(?:(?:ook|zelf|daarop|vervolgens)\s+)?"
    rf"(?:{'|'.join(sorted(_WERKWOORDEN))})\b"
    r"(?!\s+(?:zich\s+)?(?:\w+\s+)?(?:af|afgemeld|verhinderd|afwezig|ziek|aanwezig)\b)"
)
_ROLSPREKER = re.compile(rf"[Dd]e\s+(?P<naam>voorzitter|secretaris)(?={_SPREEKT.pattern})")
_ALDUS = re.compile(r"\baldus\s+(?:(?:de\s+)?\W*\w+\.?\W*)?$", re.IGNORECASE)
_MIN_ZONDER_TITEL = 5
_ROLLEN = ("voorzitter", "secretaris")


@dataclass(frozen=True, slots=True)
class Optreden:
    """Somebody named in a passage; ``spreekt`` tells that this one asks, answers or remarks something there."""

    passage: Controlepassage
    noeming: Noeming[Deelnemer]
    spreekt: bool

    @property
    def wie(self) -> tuple[Deelnemer, ...]:
        """Those it is; nobody where the name is only nearly theirs."""
        return () if self.noeming.is_bijna else self.noeming.wie

    @property
    def plek(self) -> Bron | None:
        """The place of the name, with the sentence it stands in."""
        return self.passage.plek(self.noeming.begin, self.noeming.eind)


def find_optredens(
    passages: Iterable[Controlepassage], namen: Namenindex[Deelnemer], woorden: frozenset[str]
) -> tuple[Optreden, ...]:
    """Find the people named in the text, in order; ``woorden`` are folded words that name no person."""
    return tuple(found for passage in passages for found in _in_passage(passage, namen, woorden))


def find_rolsprekers(passages: Iterable[Controlepassage], deelnemers: Iterable[Deelnemer]) -> tuple[Optreden, ...]:
    """Find those who speak by their role (``de voorzitter vraagt``) and were not there all the time."""
    roles = {role: tuple(d for d in deelnemers if role in d.rol.split(", ")) for role in _ROLLEN}
    missing = {role: people for role, people in roles.items() if people and not any(_was_there(d) for d in people)}
    return tuple(
        _by_role(passage, match, missing[match["naam"]])
        for passage in (passages if missing else ())
        for match in _ROLSPREKER.finditer(passage.tekst)
        if match["naam"] in missing
    )


def _by_role(passage: Controlepassage, plek: re.Match[str], wie: tuple[Deelnemer, ...]) -> Optreden:
    named = Noeming(*plek.span(), plek.group(), naam=plek.group(), wie=wie)
    return Optreden(passage, named, spreekt=True)


def _was_there(deelnemer: Deelnemer) -> bool:
    return deelnemer.aanwezig and not deelnemer.vanaf_punt and not deelnemer.tot_punt


def _in_passage(passage: Controlepassage, namen: Namenindex[Deelnemer], woorden: frozenset[str]) -> Iterator[Optreden]:
    for noeming in find_noemingen(passage.tekst, namen):
        is_bijna = noeming.is_bijna or bool(noeming.wie and not noeming.geheel)
        found = replace(noeming, wie=noeming.geheel or noeming.wie, is_bijna=is_bijna)
        optreden = Optreden(passage, found, _speaks(passage.tekst, noeming))
        if noeming.aanspreking is not None or _counts(optreden, woorden):
            yield optreden


def _counts(optreden: Optreden, woorden: frozenset[str]) -> bool:
    """Tell whether a name without such a title counts: a whole one always, a slip where somebody speaks."""
    noeming = optreden.noeming
    if not noeming.wie or not (noeming.is_gelezen or noeming.soorten & {"familienaam", "achternaam"}):
        return False
    is_name = noeming.is_gelezen or (len(noeming.naam) >= _MIN_ZONDER_TITEL and fold_naam(noeming.naam) not in woorden)
    return not noeming.is_bijna or (optreden.spreekt and is_name)


def _speaks(tekst: str, noeming: Noeming[Deelnemer]) -> bool:
    begin = noeming.eind - len(noeming.naam)
    return bool(_SPREEKT.match(tekst, noeming.eind) or _ALDUS.search(tekst[max(0, begin - 30) : begin]))
