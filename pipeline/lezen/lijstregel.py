"""One line of a list of actions: the action, and who, when and how far, in whatever order they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from pipeline.lezen import maten as m
from pipeline.markering.houders import is_alleen_houders, is_rol, read_houders
from pipeline.markering.onderwerpen import find_onderwerp
from pipeline.markering.statussen import parse_status
from pipeline.markering.tijdwoorden import find_termijn, is_alleen_termijn
from pipeline.markering.vreemd import only_houders
from pipeline.markering.zinnen import Zin, split_zinnen
from pipeline.model import Termijn
from pipeline.model.actie import ActieStatus
from pipeline.wie.namen import Deelnemerindex

_VAKJE = re.compile(r"^\s*(?P<vakje>[☐☑☒✓✔])\s*")
_LABEL = re.compile(
    r"^\s*(?P<label>(?:(?:A|AP|actie|actiepunt|nr\.?)\s?)?\d+[\d./-]*)\s*[:.)–-]\s+(?=\S)", re.IGNORECASE
)
_STAART = re.compile(
    r"\s*(?:\((?P<haakjes>[^()]{2,60})\)|\[(?P<hoeken>[^\[\]]{2,60})\]|(?:\s(?:[–-]+>?|/)\s|\t|;|:)\s*"
    r"(?P<rest>(?:(?!\s[–/-]\s)[^()\t;:–]){2,60}?))\s*[.]?\s*$"
)
# What a piece may begin with and says no more than its place: "actiehouder: Jan", "o.a. Jan".
_VOORWERK = re.compile(
    r"^(?:(?:actiehouders?|houders?|wie|door|trekker|verantwoordelijken?|termijn|gereed|deadline|wanneer|klaar)\s*:\s*"
    r"|(?:o\.a\.|onder\s+andere(?:n)?|door)\s+)",
    re.IGNORECASE,
)
# Who and when behind a task, each with its label: "notitie sturen. Door: Jan. Gereed: 15 juni".
_GELABELD = re.compile(
    r"(?:[.,;]|\s[–-])?\s+(?:(?P<wie>door|wie|(?:actie)?houders?|trekker|verantwoordelijken?)"
    r"|(?P<wanneer>gereed|klaar|wanneer|termijn|deadline|uiterlijk))\s*:\s*(?P<waarde>[^:;]{2,40}?)(?=(?:[.,;]|\s[–-])?\s+\w+\s*:|[.;]?\s*$)",
    re.IGNORECASE,
)
_LABELS_IN_HAAKJES = re.compile(r"\((\w+\s*:[^()]{2,80})\)\s*[.]?\s*$")
_KOMMA = re.compile(r",\s*(?P<rest>[^,]{2,40}?)\s*[.]?\s*$")
# Who does it, behind the task: "brief sturen door Jan". What one has done by another is that other's work.
_DOOR = re.compile(
    r"(?P<taak>.*\w{2,}e?n)\s+door\s+(?P<wie>[^,;:()]{2,40}?)"
    r"(?P<wanneer>\s+(?:v[óo]+r|uiterlijk|per|op|in|eind|begin|binnen)\b[^,;:()]{2,40}?)?\s*[.]?\s*",
    re.DOTALL,
)
_LAAT = re.compile(r"\blaten\b", re.IGNORECASE)
_KLAAR = re.compile(
    r"\b(?:actie(?:punt)?\s+)?(?:is\s+)?(?P<s>afgesloten|afgerond|afgehandeld|gereed|vervallen|gedaan)\b", re.IGNORECASE
)
_IEDEREEN = re.compile(r"\b(?:een ?ieder|iedereen|allen|alle (?:leden|deelnemers|aanwezigen))\b", re.IGNORECASE)
_INLEIDING = re.compile(r"^(?:afspraak|actie|vraag aan|verzoek aan|issue\s+\d+)\s*:?\s+", re.IGNORECASE)
# What follows a name that is not the one who acts: "Jan als lid voordragen".
_IS_VOORWERP = re.compile(
    r"\s+(?:als|van|uit|is|was|heeft|had|bijpraten|informeren|benaderen|bellen|vragen)\b", re.IGNORECASE
)
# A whole sentence in brackets at the end.
_TUSSEN_HAAKJES = re.compile(r"\((?P<daad>[^()]{6,120})\)\s*[.]?\s*$")
_KORT = 40
_ONBEPAALD = re.compile(r"[a-zà-ÿ]{3,}en")
# What may be a finite verb: "Jan belt", "Jan zal", "Jan en Piet gaan", "Jan wil".
_PERSOONSVORM = re.compile(
    r"\w+[td]|zal|zou|wil|kan|mag|zullen|gaan|willen|kunnen|moeten|en|of|om|te|en/of", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Lijstregel:
    """What one line says; what it does not say is empty or None."""

    actie: str
    houder: str = ""
    termijn: Termijn = Termijn()
    status: ActieStatus | None = None
    label: str = ""


def read_lijstregel(tekst: str, namen: Deelnemerindex, datum: date | None) -> Lijstregel:
    """Read ``Jan: offerte vragen (1 mei)``, ``Offerte vragen - Jan - afgerond``, ``☑ offerte vragen``."""
    box = _VAKJE.match(tekst)
    text = tekst[box.end() :] if box else tekst
    status: ActieStatus | None = None if box is None else "open" if box["vakje"] == "☐" else "afgerond"
    number = _LABEL.match(text)
    text = text[number.end() :] if number else text
    text, told, when = _take_labels(text)
    sentences = split_zinnen(text)
    status = status or _status_in(sentences[1:])
    action = sentences[0].tekst if sentences else text.strip()
    owner, action = (told, action) if told else _leading_owner(action, namen)
    term = find_termijn(when, datum) if when else Termijn()
    for _ in range(3):
        tail = _STAART.search(action) or _KOMMA.search(action)
        piece = _VOORWERK.sub("", next((g for g in tail.groups() if g), "")) if tail else ""
        if tail is None or tail.start() < 3:
            break
        if not owner and is_alleen_houders(piece) and (namen.kent(piece) or not is_alleen_termijn(piece)):
            owner = piece.strip()
        elif not owner and (done := _owner_and_status(piece)):
            owner, status = done[0], status or done[1]
        elif not owner and (both := only_houders(piece)):
            owner, term = both, term or find_termijn(piece[len(both) :], datum)
        elif not term and is_alleen_termijn(piece):
            term = find_termijn(piece, datum)
        elif status is None and parse_status(piece) is not None and len(piece.split()) <= 3:
            status = parse_status(piece)
        else:
            break
        action = action[: tail.start()]
    if not owner and (by := _DOOR.fullmatch(action)) and not _LAAT.search(by["taak"]) and namen.kent(by["wie"]):
        owner, action = by["wie"], by["taak"]
        term = term or find_termijn(by["wanneer"] or "", datum)
    return Lijstregel(action, owner.lstrip("@"), term, status, number["label"].strip() if number else "")


def _owner_and_status(piece: str) -> tuple[str, ActieStatus] | None:
    """Split ``Bram, gereed`` and ``PwC, DONE``."""
    who, comma, said = piece.rpartition(",")
    state = parse_status(said.strip()) if comma and len(said.split()) <= 2 else None
    return (who.strip(), state) if state and is_alleen_houders(who) else None


def _take_labels(tekst: str) -> tuple[str, str, str]:
    """Return a line without what stands behind labels, who it says is to do it, and by when."""
    text = _LABELS_IN_HAAKJES.sub(r" \1", tekst)
    found = list(_GELABELD.finditer(text))
    who = next((m["waarde"].strip() for m in found if m["wie"]), "")
    when = next((m["waarde"].strip() for m in found if m["wanneer"]), "")
    if not (is_alleen_houders(who) or is_alleen_termijn(when)):
        return tekst, "", ""
    return _GELABELD.sub("", text), who, when


def _leading_owner(action: str, namen: Deelnemerindex) -> tuple[str, str]:
    """Split ``Jan: …`` or ``Jan – …``; a name without a sign after it stays part of the action.

    ``Zaalhuur: Jan belt de beheerder``: what no list knows is a subject where a doer of its own follows.
    """
    found = read_houders(action)
    sep = re.match(r"\s*(?::|\s[–-]\s|\t)\s*", action[found.eind :]) if found else None
    if found is None or sep is None or not action[found.eind + sep.end() :].strip():
        return "", action
    rest = action[found.eind + sep.end() :]
    if not _is_known(found.tekst, namen) and (find_onderwerp(rest.lstrip("@"), namen) or _opens_last_part(rest)):
        return "", action
    return found.tekst, rest


def _opens_last_part(rest: str) -> str:
    """Return who opens the last part of a line behind a colon: ``Kosten vergelijken: allen sturen cijfers``."""
    said = _IEDEREEN.match(rest.rpartition(":")[2].strip())
    return said.group() if said else ""


def _status_in(sentences: tuple[Zin, ...]) -> ActieStatus | None:
    for sentence in sentences:
        if status := parse_status(sentence.tekst):
            return status
        if match := _KLAAR.search(sentence.tekst):
            return parse_status(match["s"])
    return None


def find_houder(actie: str, namen: Deelnemerindex) -> str:
    """Find the owner in the action itself: the known name or role that opens it, or everyone."""
    text = _INLEIDING.sub("", actie.strip())
    bare = re.sub(r"^(?:de|het)\s+", "", text, flags=re.IGNORECASE)
    for candidate in (text, bare):
        found = read_houders(candidate, namen)
        if found and _is_known(found.tekst, namen) and not _IS_VOORWERP.match(candidate[found.eind :]):
            return found.tekst.lstrip("@")
    first = text.split(maxsplit=1)[0] if text else ""
    if namen.kent(first.strip(",.:")) and not _IS_VOORWERP.match(text[len(first) :]):
        name = first.strip(",.:")
        return name.title() if name.islower() and namen.zoek(name) else name
    if subject := find_onderwerp(text, namen):
        return subject
    everyone = _IEDEREEN.search(text[:_KORT])
    return everyone.group() if everyone else _in_brackets(text, namen) or (":" in text and _opens_last_part(text)) or ""


def _in_brackets(text: str, namen: Deelnemerindex) -> str:
    """Find who does it in brackets behind the task: ``Tarieven nagaan (Jan stuurt ze door)``."""
    said = _TUSSEN_HAAKJES.search(text)
    return find_onderwerp(said["daad"], namen) if said else ""


def without_houder(actie: str, houder: str) -> str:
    """Return ``notitie rondsturen`` of ``Jan notitie rondsturen``; a sentence that says what Jan does stays whole."""
    rest = actie[len(houder) :].strip() if houder and actie.startswith(f"{houder} ") else ""
    words = rest.rstrip(" .").split()
    is_task = len(words) >= 2 and _ONBEPAALD.fullmatch(words[-1]) and not _PERSOONSVORM.fullmatch(words[0])
    return rest if is_task else actie


def _is_known(owner: str, namen: Deelnemerindex) -> bool:
    parts = [re.sub(r"^(?:de|het)\s+", "", p.strip(), flags=re.IGNORECASE) for p in re.split(r",|/|&|\ben\b", owner)]
    names = [p for p in parts if p]
    return bool(names) and all(namen.kent(p) or is_rol(p) or namen.kent(p.split(" ")[0]) for p in names)


def is_gelabeld(tekst: str) -> bool:
    """Tell whether a sentence only says who or when: ``Door: mw. Toets.``"""
    return _GELABELD.fullmatch(f" {tekst.strip()}") is not None


def is_taakregel(text: str, namen: Deelnemerindex) -> bool:
    """Tell whether a paragraph under a heading of actions is an action itself: short, and opening with an owner."""
    found = read_houders(text, namen)
    if len(text) > m.LANGSTE_TAAK or len(split_zinnen(text)) > 2 or found is None:
        return False
    first = re.split(r",|/|&|\ben\b", found.tekst)[0].strip()
    rest = text[found.eind :]
    known = namen.kent(first) or is_rol(first)
    return bool(rest.strip()) and (known or rest.lstrip()[:1] == ":")
