"""Actions that the minutes mark as such: by a marker in the text, or by standing in a list of actions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.lezen.besluiten import zegt_besluit
from pipeline.lezen.gelabeld import read_gelabeld
from pipeline.lezen.gemarkeerd import beside_margin, read_gemarkeerd, read_opsomming, read_tekens
from pipeline.lezen.lijstregel import find_houder, is_taakregel, read_lijstregel, without_houder
from pipeline.lezen.omgeving import ActieVondst, Leesomgeving, clean_actie
from pipeline.lezen.punten import Leessectie
from pipeline.lezen.woorden import fold, is_actiekop, is_afsprakenkop, is_gemengde_kop, is_koplabel, is_niets
from pipeline.markering import parse_termijn
from pipeline.markering.adressen import ADRES
from pipeline.markering.houders import is_alleen_houders, is_onbekend, is_rol
from pipeline.markering.statussen import parse_status
from pipeline.markering.tijdwoorden import find_termijn
from pipeline.markering.vertrouwelijkheid import read_regel
from pipeline.markering.zinnen import split_zinnen
from pipeline.model import Actiepunt
from pipeline.model.document import Tekstblok
from pipeline.wie.namen import Deelnemerindex
from pipeline.wie.personen import split_actiehouders

_INLINE = re.compile(r"(?:nieuwe\s+)?(?:acties|a[ck]tiepunten|afgesproken acties)\s*:\s*(?=\S)", re.IGNORECASE)
_ISSUE = re.compile(r"\bissue\s*#?\s*(?P<nr>\d{1,5})\b", re.IGNORECASE)
_IEDEREEN = re.compile(r"\b(?:een ?ieder|iedereen|allen|alle (?:leden|deelnemers|aanwezigen))\b", re.IGNORECASE)
# What follows a name that is not the one who acts: "Jan als lid voordragen".
_IS_VOORWERP = re.compile(r"\s+(?:als|van|uit|is|was|heeft|had)\b", re.IGNORECASE)
_MAX_LIJSTREGEL = 400
# The level of a list that a mere line announced, and of one whose line says whose it is, as far as it goes.
_LOS, _VAN_EEN = 9, 10
# An address with no more than a name and a body beside it is a line of a list of people.
_MAX_BIJ_ADRES = 5
_UITLEG = frozenset({"doel", "toelichting", "reden", "achtergrond", "legenda", "status"})
_VELD = re.compile(
    r"(?:[-–•]\s*)?(?P<veld>actiehouders?|verantwoordelijken?|eigenaar|trekker|wie|door(?: wie)?|deadline|termijn"
    r"|wanneer|gereed|uiterlijk|planning|status)\s*:\s*(?P<waarde>\S.{0,80})$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Lijst:
    """The list of actions we are in: the heading that announced it and its level, and whose part of it this is.

    ``los`` says that a mere line announced it (``Acties:``): such a list ends at the first paragraph.
    """

    kop: str
    niveau: int
    houder: str = ""
    los: bool = False


def read_acties(sectie: Leessectie, omgeving: Leesomgeving) -> Iterator[Actiepunt]:
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
    if is_actiekop(kop.tekst) or is_gemengde_kop(kop.tekst):
        return _Lijst(kop.tekst, kop.niveau) if kop.soort == "kop" else _Lijst(kop.tekst, _LOS, los=True)
    if lijst is None or lijst.los or kop.niveau <= lijst.niveau:
        return None
    owner = kop.tekst.strip(" :") if is_alleen_houders(kop.tekst.strip(" :")) else ""
    return replace(lijst, houder=owner)


def _list_at(blok: Tekstblok, before: Tekstblok | None, lijst: _Lijst | None, omgeving: Leesomgeving) -> _Lijst | None:
    """Return the list of actions a block stands in, if any."""
    text = blok.tekst.strip()
    if blok.soort == "kop":
        return _opened_by(blok, lijst)
    if blok.soort == "alinea" and text.endswith(":") and is_actiekop(text):
        return _Lijst(text, _LOS, los=True)
    if owner := _opens_for(text):
        return _Lijst(text, _VAN_EEN, owner, los=True)
    if lijst is None:
        return None
    if lijst.los and blok.soort == "alinea" and (_was_item(before) or not is_taakregel(text, omgeving.namen)):
        return None
    alone = blok.soort == "lijstitem" and blok.niveau == 0 and _names_owner(text, omgeving.namen)
    if alone or (blok.soort == "lijstitem" and blok.niveau == 0 and lijst.houder and lijst.niveau == _LOS):
        return replace(lijst, houder=text.strip(" :") if alone else "")
    return lijst


def _opens_for(text: str) -> str:
    """Return whose list a line opens: ``Actiepunten: Jan``, with the actions below it."""
    opened = _INLINE.match(text)
    owner = text[opened.end() :].strip() if opened else ""
    return owner.lstrip("@") if owner and is_alleen_houders(owner) else ""


def _was_item(before: Tekstblok | None) -> bool:
    return before is not None and before.soort == "lijstitem"


def _names_owner(text: str, namen: Deelnemerindex) -> bool:
    """Tell whether a line only says whose actions follow: ``Jan:``, or the name of somebody there."""
    name = text.strip(" :")
    return is_alleen_houders(name) and (text.endswith(":") or namen.kent(name) or is_rol(name))


def _in_block(
    blok: Tekstblok, before: Tekstblok | None, lijst: _Lijst | None, omgeving: Leesomgeving
) -> Iterator[ActieVondst]:
    """Give the actions in one block: marked, named in the margin, or standing in a list."""
    if blok.soort == "kop":
        return
    marked = (
        list(read_gelabeld(blok.tekst, omgeving.datum))
        or list(read_gemarkeerd(blok, before, omgeving))
        or list(read_tekens(blok, omgeving))
    )
    sentences = split_zinnen(blok.tekst)
    if marked:
        yield from marked
    elif blok.marge and sentences:
        sentence = beside_margin(sentences, blok.naast)
        yield ActieVondst(sentence.tekst, sentence.begin, sentence.eind, blok.marge)
    elif _opens_for(blok.tekst.strip()):
        return
    elif inline := _INLINE.match(blok.tekst):
        yield from read_opsomming(blok, inline.end(), omgeving)
    elif lijst is not None:
        yield from _listed(blok, before, lijst, omgeving)


def _says_more(blok: Tekstblok) -> tuple[str, str] | None:
    """Return (label, value) of a line that says more of the action above it: ``Actiehouder: Jan``."""
    match = _VELD.match(blok.tekst.strip())
    return (match["veld"].casefold(), match["waarde"].strip(" .")) if match else None


def _completed(actie: Actiepunt, veld: str, waarde: str, omgeving: Leesomgeving) -> Actiepunt:
    """Return the action with what such a line says of it."""
    if re.match(r"status|stand|voortgang", veld):
        return replace(actie, status=parse_status(waarde) or actie.status)
    if re.match(r"deadline|termijn|wanneer|gereed|uiterlijk|planning|datum", veld):
        return replace(actie, termijn=parse_termijn(waarde, omgeving.datum))
    return replace(actie, actiehouder=waarde, actiehouders=split_actiehouders(waarde))


def _actiepunt(
    found: ActieVondst, blok: Tekstblok, heading: str, sectie: Leessectie, omgeving: Leesomgeving
) -> Actiepunt:
    evidence = fold(blok.tekst[found.begin : found.eind])
    owner = (found.houder or find_houder(found.actie, omgeving.namen)).lstrip("@")
    term = found.termijn or find_termijn(found.actie, omgeving.datum) or find_termijn(evidence, omgeving.datum)
    term = term or find_termijn(heading, omgeving.datum)
    label = found.label or _issue(evidence, blok.tekst, found.eind)
    merk = read_regel(without_houder(clean_actie(found.actie), owner))
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


def _in_later_part(actie: str, omgeving: Leesomgeving) -> str:
    """Find the owner in ``het plan wordt af; Jan en Piet werken eraan``: what opens a later part."""
    parts = re.split(r"[;:]\s+", actie)[1:]
    return next((owner for part in parts if (owner := find_houder(part.lstrip("@"), omgeving.namen))), "")


def _is_geen_taak(text: str) -> bool:
    """Tell whether a line of a list is no action: a question, where to find somebody, when, or what for."""
    label, colon, _ = text.partition(":")
    if text.endswith("?") or (colon and (is_koplabel(label) or label.casefold() in _UITLEG)):
        return True
    return ADRES.search(text) is not None and len(ADRES.sub("", text).split()) <= _MAX_BIJ_ADRES


def _listed(blok: Tekstblok, before: Tekstblok | None, lijst: _Lijst, omgeving: Leesomgeving) -> Iterator[ActieVondst]:
    """Read an item of a list of actions; prose under such a heading is none, a line that opens with an owner is."""
    text = blok.tekst.strip()
    if is_niets(text) or len(text) > _MAX_LIJSTREGEL or (text.endswith(":") and is_actiekop(text)):
        return
    if _is_geen_taak(text) or (is_gemengde_kop(lijst.kop) and zegt_besluit(text)):
        return
    if blok.soort == "alinea" and not is_taakregel(text, omgeving.namen):
        return
    if blok.soort == "lijstitem" and _names_owner(text, omgeving.namen):
        return
    line = read_lijstregel(blok.tekst, omgeving.namen, omgeving.datum)
    named = line.houder or find_houder(line.actie, omgeving.namen) or lijst.houder or _in_later_part(text, omgeving)
    is_detail = blok.soort == "lijstitem" and blok.niveau > 0 and before is not None and before.soort == "lijstitem"
    if not named and is_detail:
        return
    if is_afsprakenkop(lijst.kop) and not line.houder and not named:
        return
    yield ActieVondst(line.actie, 0, len(blok.tekst), line.houder or named, line.label, 1.0, line.status, line.termijn)
