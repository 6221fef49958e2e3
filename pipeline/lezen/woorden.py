"""The words by which minutes name their own parts: headings of action lists, columns, lines of the head."""

from __future__ import annotations

import re
from itertools import pairwise

_VORIGE = r"(?:\s+(?:van\s+|uit\s+)?(?:de\s+|het\s+)?(?:vorige?|eerdere|laatste)\s+\w+)"
_ACTIEWOORD = (
    r"(?:(?:nieuwe|openstaande|lopende|overzicht|lijst|overige|vervolg|gerelateerde|gemaakte|afgesproken|benoemde|concrete"
    r"|huidige|aanvullende|bijbehorende|(?:(?:op|uit)\s+)?te\s+\w+en)\s*)?(?:van\s+)?(?:de\s+)?"
    r"(?:a[ck]tie(?:s|punten|punt|lijst|puntenlijst|tabel|overzicht)?|vervolgacties|huiswerk|"
    r"to[ -]?do(?:'s|s|[ -]?lijst|list)?|"
    r"a[ck]tie-?\s?en\s+(?:afspraken|besluiten)lijst|afspraken(?:lijst)?|toezegging(?:en)?(?:lijst)?|taken(?:lijst)?"
    r"|action\s?items)"
)
_ERVOOR = (
    r"(?:bijlage\s*\w*\s*[:.-]?\s+)?(?:(?:lijst\s+(?:van|met)|overzicht(?:\s+van)?|status|voortgang|"
    r"stand\s+van\s+zaken|opvolging|bespreking|doornemen|terugkoppeling)\s+)?"
)
_ERNA = (
    r"(?:\s+(?:n\.?a\.?v\.?|naar aanleiding van|uit|van|voor|volgende?|d\.d\.|per|t/m)\b[^:]{0,60}|\s*\(.{1,60}\)"
    r"|\s+\d[^:]{0,30}|\s+(?:werkgroep|stuurgroep|overleg|vergadering|college|bestuur|raad|commissie|(?-i:[A-Z]{2,6}))\b[^:]{0,60})?"
)
_ACTIEKOP = re.compile(
    rf"{_ERVOOR}{_ACTIEWOORD}(?:\s*(?:,|/|&|en|\+)\s*(?:{_ACTIEWOORD}|besluiten(?:lijst)?|huiswerk|termijnen))*"
    rf"{_ERNA}{_VORIGE}?\s*[:.]?|{_ERVOOR}besluiten-?\s?en\s+actie(?:punten)?lijst{_ERNA}",
    re.IGNORECASE,
)
# Decisions and actions in one list: what each line is, the line says.
_GEMENGDE_KOP = re.compile(
    rf"{_ERVOOR}(?:besluit(?:en)?\s*(?:,|/|&|en|\+)\s*{_ACTIEWOORD}|{_ACTIEWOORD}\s*(?:,|/|&|en|\+)\s*besluit(?:en)?)"
    rf"{_ERNA}\s*[:.]?",
    re.IGNORECASE,
)
_BESLUITKOP = re.compile(
    r"(?:lijst\s+van\s+|overzicht\s+(?:van\s+)?|een\s+aantal\s+)?(?:genomen\s+)?(?:besluiten(?:lijst)?|besluit(?=\s+en\s+acties))"
    r"(?:\s*(?:/|en|&)\s*acties)?"
    r"(?:\s+(?:van|uit|d\.d\.)\b.{0,40})?\s*:?",
    re.IGNORECASE,
)
_NIET_DAAR = (
    r"(?:(?:met|zonder)\s+)?(?:kennisgeving|bericht)(?:\s+van\s+verhindering)?(?:\s+afwezig)?|niet\s+aanwezig|afwezig(?:en)?"
    r"|afgemeld(?:en)?|afmelding(?:en)?|afgezegd|afzegging(?:en)?|verhinderd|verontschuldigd|absent(?:ie)?"
    r"|bericht\s+van\s+verhindering|waren\s+er\s+niet|niet\s+erbij"
)
_DEELNEMERKOP = re.compile(
    r"(?:(?:lijst\s+van\s+|overzicht\s+)?(?:deelnemers(?:lijst)?|deelnemer|aanwezigheid(?:slijst)?|present(?:ielijst|ie)?"
    r"|(?:(?:tevens|ook|voorts|verder|digitaal|online|deels|gedeeltelijk|later|via\s+\w+|webex|teams|zoom)\s+)?"
    r"aanwezig(?:en|e\s+leden)?(?:\s+waren)?"
    r"(?:\s+(?:tijdens|bij|op)\s+(?:het|de|deze|dit)\s+\w+)?"
    r"|(?:(?:wie\s+)?(?:er|erbij|wie)\s+)(?:was|waren)(?:\s+er(?:bij)?)?|erbij|(?:er\s+)?niet|opkomst"
    r"|(?:aan-?\s*(?:en|/)\s*)afwezig(?:en)?|genodigden|uitgenodigd(?:en)?|(?:bestuurs|commissie|college)?leden|toehoorders?"
    rf"|agendaleden|(?:ambtelijke\s+)?ondersteuning|adviseurs?|insprekers?"
    rf"|(?:{_NIET_DAAR})(?:\s*[/&]\s*(?:{_NIET_DAAR}))?|gast(?:en)?|namens\s+.{{2,40}}"
    r"|samenstelling))"
    r"(?:\s*\([^)]{0,60}\))?"
    r"(?:\s+(?:met|zonder)\s+(?:kennisgeving|bericht(?:geving)?)|\s+m\.?k\.?|\s+z\.?k\.?|\s+namens(?:\s+[^:]{2,40})?"
    r"|(?-i:\s+[A-Z]{2,6}))?\s*:?",
    re.IGNORECASE,
)
_AFWEZIG = re.compile(rf"{_NIET_DAAR}|verhinder|m\.k\.|^(?:er\s+)?niet$", re.IGNORECASE)
_AFMELDING = re.compile(
    r"kennisgeving|\bbericht|\bm\.?\s?k\b|afgemeld|afmelding|afgezegd|afzegging|verhinder|verontschuldigd|ge[eë]xcuseerd"
    r"|\bexcu[us]|\bziek|vakantie|verlof",
    re.IGNORECASE,
)
_ZONDER = re.compile(r"\bzonder\b|\bz\.?\s?k\b", re.IGNORECASE)
_VERZENDKOP = re.compile(
    r"(?:kopie(?:\s+aan)?|afschrift(?:\s+aan)?|c\.?c\.?|verzendlijst|verspreiding|verzonden\s+aan|bijlagen?)\s*:?",
    re.IGNORECASE,
)
_LEEG = re.compile(
    r"[\s–-]*(?:(?:er\s+zijn\s+)?(?:geen|niets|nihil|n\.?v\.?t\.?|niet\s+(?:van\s+toepassing|besproken))\b.{0,60})?"
    r"[\s.–-]*",
    re.IGNORECASE,
)
# A heading under which the whole of the minutes stands, or the agenda: no item, but the frame of the items.
_AGENDAWOORD = r"(?:(?:de\s+)?vastgestelde\s+)?(?:agenda(?:punten)?|te\s+bespreken\s+(?:onderwerpen|punten))"
_VERSLAGWOORD = (
    r"(?:(?:gedetailleerde?|beknopte?|kort|korte)\s+)?(?:verslag(?:legging)?|verloop|notulen|aantekeningen)"
    r"|(?:besproken\s+|behandelde\s+)?(?:onderwerpen|agendapunten)"
)
_VAN_OVERLEG = r"(?:\s+(?:van|voor)\s+(?:de|het|dit)\s+(?:overleg|vergadering|bijeenkomst|gesprek))?"
_AGENDAKOP = re.compile(rf"{_AGENDAWOORD}{_VAN_OVERLEG}\s*:?", re.IGNORECASE)
_RAAMKOP = re.compile(
    rf"(?:{_AGENDAWOORD}|{_VERSLAGWOORD})(?:\s*(?:/|en|&)\s*(?:{_AGENDAWOORD}|{_VERSLAGWOORD}))?{_VAN_OVERLEG}\s*:?",
    re.IGNORECASE,
)
_BIJLAGE = re.compile(r"bijlagen?\b.{0,60}", re.IGNORECASE)


_KOPLABELS = {
    "datum": r"(?:vergader|overleg)?\s*-?datum(?:\s+(?:en|&|/)\s+tijd(?:stip)?)?"
    r"(?:\s+(?:van\s+de\s+)?(?:vergadering|overleg|bijeenkomst))?",
    "tijd": r"(?:aanvangs|vergader)?-?tijd(?:stip)?(?:en)?|aanvang|tijd\s+en\s+plaats",
    "locatie": r"(?:vergader|overleg)?-?(?:locatie|plaats|ruimte|zaal)|waar",
    "tafel": r"overleg|gremium|orgaan|commissie|werkgroep|vergadering|onderwerp|betreft|tafel",
    "status": r"status|versie",
}
_LABEL_ERIN = re.compile(r"(?:[\n|;.]\s*|\s{2,}|\t)(?P<label>[A-Z][^:\n|;.\t]{1,60}):")
_REGEL = re.compile(r"\n[ \t]*(?P<regel>[^\n:]{3,60})(?=\n)")
_AANWEZIGZIN = re.compile(
    r"(?P<voor>^|\.\s+)(?:Aanwezig\s+(?:zijn|waren|is|was)"
    r"|(?P<niet>(?:Afwezig|Verhinderd|Afgemeld)\s+(?:zijn|waren|is|was)|(?:Bericht\s+van\s+verhindering|Afmeldingen)\s+"
    r"(?:is|zijn|was|waren)\s+(?:ontvangen|binnengekomen)\s+van))\s*:?\s+(?=\S)"
)
KOPLABEL = re.compile("|".join(rf"(?P<{naam}>(?:{patroon}))" for naam, patroon in _KOPLABELS.items()), re.IGNORECASE)
# Labels of people in one role, who may be on the list of participants or not.
_ROLLABEL = re.compile(
    r"(?:technisch |vice-)?voorzitter|secretaris|notulist(?:e)?|notulen|verslag(?:legging)?|penningmeester",
    re.IGNORECASE,
)


def is_koplabel(tekst: str) -> bool:
    """Tell whether a text is a label of the head: ``Datum``, ``Vergaderlocatie``, ``Notulist``."""
    return bool(KOPLABEL.fullmatch(tekst.strip())) or is_rollabel(tekst)


def is_rollabel(tekst: str) -> bool:
    """Tell whether a text is the label of one person's role: ``Voorzitter``, ``Notulist``."""
    return bool(_ROLLABEL.fullmatch(tekst.strip()))


def is_lijstkop(tekst: str) -> bool:
    """Tell whether a heading names a list at the end or beginning of minutes rather than something discussed."""
    return is_deelnemerkop(tekst) or is_bijlagekop(tekst) or is_besluitkop(tekst) or is_actiekop(tekst)


def is_afsprakenkop(tekst: str) -> bool:
    """Tell whether a heading announces agreements, which are actions only where they name an owner."""
    return bool(re.match(r"(?:gemaakte\s+|vervolg)?-?\s?afspraken", tekst.strip(), re.IGNORECASE))


def is_actiekop(tekst: str) -> bool:
    """Tell whether a heading is that of an action list: ``Actiepunten``, ``Huiswerk volgende keer``."""
    return bool(_ACTIEKOP.fullmatch(tekst.strip()))


def is_gemengde_kop(tekst: str) -> bool:
    """Tell whether a heading is that of decisions and actions in one list: ``Besluiten en acties``."""
    return bool(_GEMENGDE_KOP.fullmatch(tekst.strip()))


def is_besluitkop(tekst: str) -> bool:
    """Tell whether a heading is that of a list of decisions."""
    return bool(_BESLUITKOP.fullmatch(tekst.strip()))


def is_deelnemerkop(tekst: str) -> bool:
    """Tell whether a heading or label announces the participants, or those absent."""
    return bool(_DEELNEMERKOP.fullmatch(tekst.strip()))


def is_label(tekst: str) -> bool:
    """Tell whether a text is a label of the head, of people or of who gets the minutes, with or without a colon."""
    name = tekst.strip(" :")
    return is_deelnemerkop(name) or is_koplabel(name) or is_verzendkop(name)


def is_verzendkop(tekst: str) -> bool:
    """Tell whether a label announces who gets the minutes: ``Kopie aan``, ``c.c.``."""
    return bool(_VERZENDKOP.fullmatch(tekst.strip()))


def label_sentences(tekst: str) -> str:
    """Write a sentence that says who was there as a label: ``Aanwezig zijn mw. A en dhr. B.``"""
    return _AANWEZIGZIN.sub(lambda match: f"{match['voor']}{_label_of(match['niet'])}: ", tekst)


def _label_of(niet: str | None) -> str:
    return "Aanwezig" if niet is None else "Afgemeld" if is_afmelding(niet) else "Afwezig"


def split_labels(tekst: str) -> list[str]:
    """Split a text of the head where a label begins: ``Datum: 3 maart. Plaats: raadzaal | Afwezig: dhr. Jansen``.

    A label of people may also stand alone on a line, with the people below it.
    """
    starts = [0]
    for match in _LABEL_ERIN.finditer(tekst):
        name = match["label"].strip()
        if is_label(name):
            starts.append(match.start("label"))
    starts += [match.start("regel") for match in _REGEL.finditer(tekst) if is_deelnemerkop(match["regel"])]
    starts = sorted(set(starts))
    pieces = [tekst[a:b].strip(" |\t\n") for a, b in pairwise([*starts, len(tekst)])]
    return [piece for piece in pieces if piece]


def is_afmelding(tekst: str) -> bool:
    """Tell whether words about who was not there say that word was sent: ``verhinderd``, ``m.k.``, ``ziek``."""
    return bool(_AFMELDING.search(tekst)) and not _ZONDER.search(tekst)


def is_afwezigkop(tekst: str) -> bool:
    """Tell whether such a heading is about those who were not there."""
    return bool(_AFWEZIG.search(tekst)) and not re.match(r"\s*aan", tekst, re.IGNORECASE)


def is_bijlagekop(tekst: str) -> bool:
    """Tell whether a heading is that of the papers."""
    return bool(_BIJLAGE.fullmatch(tekst.strip()))


def is_agendakop(tekst: str) -> bool:
    """Tell whether a line announces the agenda: ``Agenda:``, ``De vastgestelde agenda van het overleg``."""
    return bool(_AGENDAKOP.fullmatch(tekst.strip()))


def is_raamkop(tekst: str) -> bool:
    """Tell whether a heading frames the items and is none itself: ``Verslag``, ``Agenda / verslag``, ``Verloop``."""
    return bool(_RAAMKOP.fullmatch(tekst.strip()))


def is_niets(tekst: str) -> bool:
    """Tell whether a text says that there is nothing: ``geen``, ``-``, ``niets genoteerd.``."""
    return bool(_LEEG.fullmatch(tekst))


def fold(tekst: str) -> str:
    """Fold white space, as a ``zin`` shows it."""
    return " ".join(tekst.split())
