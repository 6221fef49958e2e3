"""Every place in a text where somebody is named, and what happens there in public.

What is not certain is not guessed: it is ``onbeslist``, and nothing is published until it is decided.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.markering.adressen import ADRES_IN_TEKST
from pipeline.model import NaamBesluit
from pipeline.publicatie.bekenden import Bekende
from pipeline.publicatie.hoedanigheid import anonymise_bewoner, ask_hoedanigheid, find_huisadressen, met_lidwoord
from pipeline.publicatie.namenkennis import Namenkennis
from pipeline.wie.lexicon import AANHEF
from pipeline.wie.onbekenden import Oordeel, judge_woorden
from pipeline.wie.woorden import Woord, is_zinsbegin, split_woorden
from pipeline.wie.zoeker import Noeming, Zoeker

Wijze = Literal["blijft", "vervangen", "onbeslist"]
_TITEL_LANG = 20  # letters: the longest title before a name, with its full stops
_TELEFOON = re.compile(
    r"(?<![\w/.,-])(?:\+31|0031|\(?0)[\s./()-]{0,3}(?:\(0\)\s?)?(?:\d[\s./()-]{0,3}){8}\d(?![\w/-])|"
    r"(?<![\w/.,-])\+(?!31)\d{1,3}[\s./-]?(?:\d[\s./()-]?){7,11}\d(?!\w)"
)
_TUSSEN_HAAKJES = re.compile(r"\s*\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Naamvermelding:
    """One mention: its place, as written, what happens to it, by what it is replaced, and why.

    ``wie`` are those it can be; nobody for an address or a name on no list.
    """

    begin: int
    eind: int
    tekst: str
    wijze: Wijze
    door: str = ""
    reden: str = ""
    wie: tuple[Bekende, ...] = ()


def find_vermeldingen(tekst: str, kennis: Namenkennis, is_eigenaar: bool = False) -> tuple[Naamvermelding, ...]:
    """Find all mentions in a text, in order; they do not overlap.

    ``is_eigenaar`` says that the text is the owner of an action or another field that holds names.
    """
    return lees_tekst(tekst, kennis, is_eigenaar).vermeldingen


def find_bekenden(tekst: str, kennis: Namenkennis) -> tuple[Naamvermelding, ...]:
    """Find the mentions of known people and addresses only: in code and bytes every other word is one of a program."""
    return tuple(_without_overlap([*_contact(tekst, kennis), *_known(tekst, split_woorden(tekst), kennis)]))


def _known(tekst: str, woorden: list[Woord], kennis: Namenkennis) -> Iterator[Naamvermelding]:
    """Find the people on the lists, also where a name is hidden in a word or an address."""
    finder = Zoeker(tekst, woorden, kennis.index, kennis.omgeving, kennis.find_eigen_namen(tekst))
    for noeming in (*finder.find(), *finder.find_verstopt()):
        mention = _of_known(noeming, tekst, kennis)
        if mention is not None:
            yield mention


def lees_tekst(tekst: str, kennis: Namenkennis, is_eigenaar: bool = False) -> Naamlezing:
    """Find all mentions in a text, and the words with a capital that were taken for no person."""
    if not tekst or tekst.isspace():
        return Naamlezing()
    words = split_woorden(tekst)
    found = [*_contact(tekst, kennis), *_guarded(tekst, kennis), *_houses(tekst, kennis), *_known(tekst, words, kennis)]
    taken = list(_without_overlap(found))
    judged = judge_woorden(tekst, words, kennis.omgeving, [(v.begin, v.eind) for v in taken], is_eigenaar)
    taken += [_of_unknown(tekst, words, oordeel) for oordeel in judged if oordeel.is_vraag]
    passed = [Doorgelaten(words[o.eerste].tekst, o.reden) for o in judged if not o.is_vraag]
    decided: list[Naamvermelding] = []
    for mention in taken:
        settled = _with_besluit(ask_hoedanigheid(mention, tekst), tekst, kennis)
        if settled is None:
            passed.append(Doorgelaten(mention.tekst, "besloten in namen.yaml"))
        else:
            decided.append(anonymise_bewoner(settled, tekst, kennis.regels.aanduiding))
    return Naamlezing(tuple(sorted(decided, key=lambda v: v.begin)), tuple(passed))


def replace_vermeldingen(tekst: str, vermeldingen: Iterable[Naamvermelding]) -> str:
    """Return the text with every mention that is to be replaced, replaced."""
    for v in sorted(vermeldingen, key=lambda v: v.begin, reverse=True):
        if v.wijze == "vervangen":
            tekst = tekst[: v.begin] + _fit(tekst, v) + tekst[v.eind :]
    return tekst


def _fit(tekst: str, v: Naamvermelding) -> str:
    """Give a replacement its capital where a sentence begins with it, and no body where brackets follow."""
    door = v.door.partition(" (")[0] if re.match(r"\s*\(", tekst[v.eind :]) else v.door
    if tekst[: v.begin].rstrip().endswith((":", "(", ",")) or not is_zinsbegin(tekst, v.begin):
        return door
    return door[:1].upper() + door[1:]


def _contact(tekst: str, kennis: Namenkennis) -> Iterator[Naamvermelding]:
    """Find e-mail addresses and phone numbers, save those of the table itself."""
    for match in ADRES_IN_TEKST.finditer(tekst):
        if match.group().casefold().rstrip(".") not in kennis.adressen:
            yield _replaced(match, "e-mailadres", kennis)
    for match in _TELEFOON.finditer(tekst):
        if re.sub(r"\D", "", match.group()) not in kennis.adressen:
            yield _replaced(match, "telefoonnummer", kennis)


def _guarded(tekst: str, kennis: Namenkennis) -> Iterator[Naamvermelding]:
    """Find what is guarded as names are: an address, a company, an amount."""
    for begin, eind in kennis.find_gevoelige_woorden(tekst):
        yield Naamvermelding(begin, eind, tekst[begin:eind], "vervangen", kennis.regels.aanduiding, "gevoelig")


def _houses(tekst: str, kennis: Namenkennis) -> Iterator[Naamvermelding]:
    """Find the addresses of inhabitants, save those that were said to be of something else."""
    for begin, eind in find_huisadressen(tekst):
        besluit = kennis.find_besluit(tekst[begin:eind], tekst)
        if besluit is None or besluit.besluit != "geen_naam":
            yield Naamvermelding(
                begin, eind, tekst[begin:eind], "vervangen", kennis.regels.aanduiding, "adres van een inwoner"
            )


def _replaced(match: re.Match[str], reason: str, kennis: Namenkennis) -> Naamvermelding:
    return Naamvermelding(*match.span(), match.group(), "vervangen", kennis.regels.aanduiding, reason)


@dataclass(frozen=True, slots=True)
class Doorgelaten:
    """A word with a capital that was taken for no person, and what it was taken for."""

    woord: str
    reden: str


@dataclass(frozen=True, slots=True)
class Naamlezing:
    """One text read for names: the mentions in it, and the words that were let through."""

    vermeldingen: tuple[Naamvermelding, ...] = ()
    doorgelaten: tuple[Doorgelaten, ...] = ()


def _of_known(n: Noeming[Bekende], tekst: str, kennis: Namenkennis) -> Naamvermelding | None:
    """Say what happens to a mention of somebody on a list; None where it is none, or shows nothing."""
    wie, fits_none = _keep_by_body(n, tekst)
    mention = Naamvermelding(n.begin, n.eind, n.tekst, "onbeslist", wie=wie)
    is_public = all(b.openbaar == "naam" for b in wie)
    if is_public and n.gronden & {"in woord", "twijfel"}:
        return None
    if "technisch" in n.gronden:
        return settle(mention, kennis, is_technisch=True)
    if "twijfel" in n.gronden:
        return replace(mention, reden="kan ook een gewoon woord zijn")
    if "in woord" in n.gronden and "vooraan" not in n.gronden:
        return replace(mention, reden="er zit een naam in dit woord")
    settled = settle(mention, kennis)
    if settled.wijze != "blijft":
        return settled
    if n.soorten == {"voorletters"}:
        return _without_initials(settled)
    if n.is_bijna or fits_none or "anders" in n.gronden:
        return replace(mention, reden=f"lijkt op {wie[0].naam}, maar is misschien iemand anders")
    return settled


def _keep_by_body(n: Noeming[Bekende], tekst: str) -> tuple[tuple[Bekende, ...], bool]:
    """Keep those of the body in brackets behind the name, where there is one; tell whether it is nobody's."""
    behind = _TUSSEN_HAAKJES.match(tekst, n.eind) if n.soorten else None
    parts = [part.strip() for part in behind[1].split(",")] if behind else []
    if not any(part[:1].isupper() for part in parts):
        return n.wie, False
    inside = {w.vorm for part in parts for w in split_woorden(part)}
    kept = tuple(b for b in n.wie if not b.bij or any(_words(body) and _words(body) <= inside for body in b.bij))
    return kept or n.wie, not kept


def _words(body: str) -> set[str]:
    return {w.vorm for w in split_woorden(body)}


def _without_initials(v: Naamvermelding) -> Naamvermelding:
    """Write who is only named by initials in public by role, or else by the body spoken for."""
    places = {b.functie or next(iter(b.bij), "") for b in v.wie}
    door = places.pop() if len(places) == 1 else ""
    return replace(v, wijze="vervangen", door=door, reden="alleen voorletters") if door else v


def settle(mention: Naamvermelding, kennis: Namenkennis, is_technisch: bool = False) -> Naamvermelding:
    """Decide by who it can be: all may be named, nobody may, or it has to be asked.

    Inside an address or a file name (``is_technisch``) no function can stand, only the mark.
    """
    kinds = {b.openbaar for b in mention.wie}
    if kinds == {"naam"} and all(b.vraag for b in mention.wie):
        return replace(mention, reden=mention.wie[0].vraag)
    if kinds == {"naam"}:
        return replace(mention, wijze="blijft", reden=mention.wie[0].reden)
    if "naam" in kinds:
        return replace(mention, reden="de naam is van meer dan een persoon")
    places = {_place_of(b, kennis) for b in mention.wie}
    door = places.pop() if len(places) == 1 and not is_technisch else kennis.regels.aanduiding
    return replace(mention, wijze="vervangen", door=door, reden=mention.wie[0].reden)


def _place_of(bekende: Bekende, kennis: Namenkennis) -> str:
    if bekende.openbaar == "functie" and bekende.functie:
        return bekende.functie
    return kennis.regels.aanduiding


_TITEL_ERVOOR = re.compile(
    r"(?<!\w)(?:(?:[Dd]e\s+)?(?:[Hh]eer|[Hh]eren|[Dd]ames)|[Mm]eneer|[Mm]evrouw|(?:[Dd]hr|[Mm]w|[Mm]evr|[Dd]rs|[Ii]ng|[Pp]rof)\.?|"
    r"(?:[DdIiMm]r)\.)\s+\Z"
)


def _of_unknown(tekst: str, woorden: list[Woord], oordeel: Oordeel) -> Naamvermelding:
    """Make a mention of a name on no list; its title goes with it, for that says something of the person too."""
    begin, end = woorden[oordeel.eerste].begin, woorden[oordeel.laatste].eind
    while title := _TITEL_ERVOOR.search(tekst, max(0, begin - _TITEL_LANG), begin):
        begin = title.start()
    return Naamvermelding(begin, end, tekst[begin:end], "onbeslist", reden=oordeel.reden)


def _with_besluit(v: Naamvermelding, tekst: str, kennis: Namenkennis) -> Naamvermelding | None:
    """Let a decision of ``namen.yaml`` settle what is open; it cannot make a person who must not be named public."""
    if v.wijze == "blijft" or (v.wijze == "vervangen" and not v.wie):
        return v
    besluit = kennis.find_besluit(v.tekst, tekst) or kennis.find_besluit(bare_naam(v.tekst), tekst)
    if besluit is not None and besluit.besluit == "organisatie":
        return replace(v, wijze="vervangen", door=_of_body(besluit, v, kennis), reden="besloten in namen.yaml")
    if besluit is None or v.wijze != "onbeslist":
        return v
    if besluit.besluit == "geen_naam":
        return None
    if besluit.besluit == "naam":
        return replace(v, wijze="blijft", reden="besloten in namen.yaml")
    door = besluit.functie if besluit.besluit == "functie" and besluit.functie else kennis.regels.aanduiding
    return replace(v, wijze="vervangen", door=door, reden="besloten in namen.yaml")


def _of_body(besluit: NaamBesluit, v: Naamvermelding, kennis: Namenkennis) -> str:
    """Say of whom only the organisation may be known what that is; without one there is only the mark."""
    body = besluit.organisatie or next((body for b in v.wie for body in b.bij), "")
    return f"een medewerker van {met_lidwoord(body)}" if body else kennis.regels.aanduiding


def bare_naam(naam: str) -> str:
    """Return a name without its title."""
    words = split_woorden(naam)
    first = next((n for n, w in enumerate(words) if w.vorm not in AANHEF and w.tekst.casefold() != "de"), 0)
    return naam[words[first].begin :] if words else naam


def _without_overlap(found: Iterable[Naamvermelding]) -> Iterator[Naamvermelding]:
    """Keep the longest of those that overlap; what has to be replaced or asked goes before what may stay."""
    rank = {"blijft": 1, "onbeslist": 0, "vervangen": 0}
    taken: set[int] = set()
    for v in sorted(found, key=lambda v: (-(v.eind - v.begin), rank[v.wijze], v.begin)):
        places = range(v.begin, v.eind)
        if taken.isdisjoint(places):
            taken.update(places)
            yield v
