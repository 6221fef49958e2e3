"""One grammar for what lists say of who was there: every way of writing it becomes a label with people behind it.

``Aanwezig: A en B, afwezig: C`` becomes two lines, each with its own label; a sentence, a status behind a semicolon and
one between brackets become the same. What is said of one item only (``afwezig bij punt 4``) makes nobody absent.
"""

from __future__ import annotations

import re

from pipeline.lezen.woorden import is_afmelding, label_sentences, split_labels

_KENNISGEVING = r"(?:met|zonder)\s+(?:kennisgeving|bericht(?:geving)?)|[mz]\.?\s?k\.?(?!\w)"
_WEG = (
    r"(?:(?:niet\s+aanwezig|afwezig(?:en)?|afgemeld(?:en)?|afmelding(?:en)?|afgezegd|verhinderd|verontschuldigd"
    r"|ge[eë]xcuseerd)"
    rf"(?:\s*[,(]?\s*(?:{_KENNISGEVING})\)?)?|(?:{_KENNISGEVING})(?:\s+(?:afwezig|verhinderd|afgemeld))?"
    r"|ziek(?:gemeld)?|(?:met\s+|op\s+)?vakantie|(?:met\s+)?verlof|excuus|excuses)"
)
_HOE = r"(?:digitaal|online|via\s+(?:teams|webex|zoom|skype)|teams|webex|zoom|later|deels|gedeeltelijk)"
_DAAR = rf"(?:(?:(?:tevens|ook|verder|{_HOE})\s+)?aanwezig(?:en)?|{_HOE})"
_LABEL = rf"(?P<label>(?:{_WEG}|{_DAAR})(?:\s*\([^()]{{1,40}}\))?)"
_VOORNAAM = r"(?:(?:de\s+)?(?:dhr|mw|mevr|hr)\b\.?|(?:de\s+)?heer\b|mevrouw\b)"
# A label within a line: after a mark, a bracket or a word; with a colon, or else a form of address right behind it.
_BINNEN = re.compile(
    rf"(?P<haak>\()?(?:(?<=[\w.)])\s*[,;.|/–-]?\s+|(?<=\()|^)\b{_LABEL}"
    rf"(?:\s*:\s*|(?:\s+(?:is|zijn|was|waren))?\s+(?={_VOORNAAM}))",
    re.IGNORECASE,
)
# Somebody who is said to be away: "dhr. Staal had zich afgemeld", "Jan Proef is met kennisgeving afwezig".
_GEZEGDE = (
    r"(?:(?:is|was|zijn|waren|had(?:den)?|heeft|hebben)\s+(?:zich\s+)?)"
    rf"(?:(?:{_KENNISGEVING})\s+)?(?:{_WEG}(?:\s+ge?meld)?|gemeld)"
)
_ZIN = re.compile(
    rf"(?:(?<=[a-zà-þ)])\.\s+|,\s+|^)(?P<wie>(?:{_VOORNAAM}\s+)?[A-ZÀ-Þ][^.,;:()]{{1,60}}?)\s+(?P<gezegde>{_GEZEGDE})\s*(?:\.|$)",
    re.IGNORECASE,
)
_ZIJN_AANWEZIG = re.compile(r"^(?P<wie>[A-ZÀ-Þ][^;:]{3,200}?)\s+(?:zijn|waren|is|was)\s+aanwezig\s*(?:[.,;]|$)")
# One label for both, with a list that does not say where the one ends: it is asked who was there.
_BEIDE = re.compile(r"^aanwezig(?:en)?\s*(?:/|en|&)\s*afwezig(?:en)?\s*:\s*(?=\S)", re.IGNORECASE)
_BEGINT = re.compile(
    r"\W*(?:(?:tevens|ook|verder|digitaal|online)\s+)?(?:aanwezig|afwezig|afgemeld|verhinderd|met\s+kennisgeving"
    r"|deelnemers|present)\w*\b[^:]{0,30}(?::|\b(?:zijn|waren|is|was)\b)",
    re.IGNORECASE,
)
_STATUSREGEL = re.compile(rf"{_LABEL}\s*:\s*(?P<wie>\S.*)", re.IGNORECASE | re.DOTALL)
# Away for one item, or there for a part: said between brackets behind a name.
_EEN_PUNT = re.compile(
    r"\((?:(?:was|is)\s+)?(?:afwezig|niet(?:\s+aanwezig)?|weg|verhinderd)\s+(?P<wanneer>(?:bij|tijdens|voor|vanaf|tot|na)\b[^()]*)\)",
    re.IGNORECASE,
)
# Why somebody was away, which parse_deelnemer does not know as being away.
_WEG_TUSSEN_HAAKJES = re.compile(
    r"\(\s*(?P<reden>ziek(?:gemeld)?|(?:met\s+|op\s+)?(?:vakantie|verlof)|excuus|excuses|ge[eë]xcuseerd|verontschuldigd"
    r"|niet\s+aanwezig|afgezegd|(?:met|zonder)\s+(?:kennisgeving|bericht(?:geving)?))\s*\)",
    re.IGNORECASE,
)
_LICHAAMSDEEL = re.compile(r"\s*\|\s*")
_MENS_ACHTERAAN = re.compile(
    r"(?P<naam>[A-ZÀ-Þ][\w'’.-]+(?:\s+(?:van|de|den|der|ter|ten|te|het|'t|vd))*\s+[A-ZÀ-Þ][\w'’-]+)$"
)
_NAAM_STREEP = re.compile(
    r"^(?P<naam>[A-ZÀ-Þ][\w'’.-]*(?:\s+[\w'’.-]+){1,4})\s+[-–]\s+(?P<wat>[A-ZÀ-Þ][\w &/.'-]{1,40}?)\s*;?$"
)
# Two people without anything between them; whom somebody replaces, between brackets, is no other entry.
_AANEEN = re.compile(
    r"(?<=[\w.)])(?<!\ben)(?<!\bde)(?<!\bvan)(?<!\bnamens)(?<!\bvoor)(?<!\bp\.v\.)"
    rf"\s+(?={_VOORNAAM}\s+\S)(?![^()\n]*\))",
    re.I,
)
_TWEE_ZINNEN = re.compile(
    r"(?<=[a-zà-þ]{3})(?<!\bdhr)(?<!\bmevr)(?<!\bprof)(?<!\bdrs)(?<!\bing)(?<!\bgem)\.\s+(?=[A-ZÀ-Þ])"
)


def split_aanwezigheid(tekst: str, *, binnen: bool) -> list[str]:
    """Split a text where a label of people begins, each piece with a label in front or none at all.

    ``binnen`` says that the text stands within a list of people; elsewhere only a text that opens with such a label,
    or says itself who was there, is split.
    """
    text = _BEIDE.sub("Aanwezig: ", label_sentences(tekst))
    if present := _ZIJN_AANWEZIG.match(text):
        text = f"Aanwezig: {present['wie']}. {text[present.end() :].strip()}"
    if binnen or _BEGINT.match(text):
        text = _ZIN.sub(_as_label, text)
        text = _in_lines(text)
    return split_labels(text)


def read_status(tekst: str) -> tuple[str, str] | None:
    """Split a line under a list of people in its status and the people: ``Ziek: dhr. Jansen``; None for any other."""
    match = _STATUSREGEL.fullmatch(tekst.strip())
    return (_full_label(match["label"]), match["wie"].strip()) if match else None


def zegt_wie_er_was(tekst: str) -> bool:
    """Tell whether a sentence is itself the list of who was there: ``A en B zijn aanwezig, C heeft zich afgemeld.``"""
    return _ZIJN_AANWEZIG.match(tekst) is not None


def read_hoe(label: str) -> str:
    """Return how a label says that people were there: ``online``, ``later``; empty where it does not."""
    match = re.match(rf"(?P<hoe>{_HOE})\s+aanwezig", label, re.IGNORECASE)
    return match["hoe"].casefold() if match else ""


def _as_label(match: re.Match[str]) -> str:
    return f"\n{'Afgemeld' if is_afmelding(match['gezegde']) else 'Afwezig'}: {match['wie'].strip()}\n"


def _in_lines(text: str) -> str:
    """Begin a line at every label: with one word for those who were there, and one for those who were not."""
    pieces: list[str] = []
    last = 0
    for match in _BINNEN.finditer(text):
        before = text[last : match.start()]
        opened = match["haak"] is not None or before.endswith("(")
        if before.count("(") - before.count(")") > (1 if opened and before.endswith("(") else 0):
            continue
        pieces.append(before.removesuffix("("))
        pieces.append(f"\n{_full_label(match['label'])}: ")
        last = match.end()
        if opened and (end := text.find(")", last)) >= 0:
            text = f"{text[:end]} {text[end + 1 :]}"
    return "".join([*pieces, text[last:]])


def _full_label(label: str) -> str:
    """Return the label as the house knows it: ``m.k.`` is ``Afgemeld``, ``online`` is ``Online aanwezig``."""
    word = label.partition("(")[0].strip()
    if not re.fullmatch(_WEG, word, re.IGNORECASE) or word.casefold().startswith("aanwezig"):
        return word.capitalize() if "aanwezig" in word.casefold() else f"{word.capitalize()} aanwezig"
    return "Afgemeld" if is_afmelding(label) else "Afwezig"


def tidy_entry(tekst: str) -> str:
    """Write what an entry says of being there in one way: ``(ziek)`` is away, away for one item is no absence."""
    text = _EEN_PUNT.sub(lambda m: f"(niet {m['wanneer'].strip()})", tekst)
    return _WEG_TUSSEN_HAAKJES.sub(_with_mark, text)


def _with_mark(match: re.Match[str]) -> str:
    return f"({match['reden']}) [{'afgemeld' if is_afmelding(match['reden']) else 'afwezig'}]"


def split_entries(tekst: str) -> str:
    """Put people who stand behind each other on lines of their own, with their body between brackets."""
    lines = [line for part in tekst.split("\n") for line in _with_bodies(part)]
    text = "\n".join(_AANEEN.sub("\n", _TWEE_ZINNEN.sub("\n", line)) for line in lines)
    return "\n".join(_NAAM_STREEP.sub(_bracketed, line) for line in text.split("\n"))


def _bracketed(match: re.Match[str]) -> str:
    role = re.fullmatch(r"(?:vice-?)?voorzitter|secretaris|notulist|penningmeester", match["wat"], re.IGNORECASE)
    return f"{match['naam']} ({match['wat'].lower() if role else match['wat']})"


def _with_bodies(line: str) -> list[str]:
    """Split ``A. Proef | Gemeente Water B. Toets | Kadaster``: the name before a bar, the body behind it."""
    parts = _LICHAAMSDEEL.split(line)
    if len(parts) < 2 or not all(parts):
        return [line]
    if any(re.match(_VOORNAAM, part, re.IGNORECASE) for part in parts[1:]):
        return parts
    found: list[str] = []
    name = parts[0]
    for position, part in enumerate(parts[1:], 1):
        following = _MENS_ACHTERAAN.search(part) if position < len(parts) - 1 else None
        if position < len(parts) - 1 and (following is None or not following.start()):
            return [line.replace("|", ";")]
        body = part[: following.start()].strip() if following else part
        found.append(f"{name.strip()} ({body})")
        name = following["naam"] if following else ""
    return found


def is_onduidelijk(naam: str) -> bool:
    """Tell whether a name holds more than one person or a label: then nobody can say from it who was away."""
    two = len(re.findall(rf"\b{_VOORNAAM}", naam, re.IGNORECASE)) > 1
    sentence = _TWEE_ZINNEN.search(naam) or re.search(r":|\b(?:had|heeft|hebben|zich|waren|aanwezig)\b", naam)
    return two or sentence is not None
