"""The rules for commitments and requests: one function and one entry in REGELS each.

A rule is generous: it says where an action may be and who would own it. Whether it is one is judged from the
features of the whole (``kenmerken.py``), by weights learned from our own sentences (``zekerheid.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.taal import woordlijsten as w
from pipeline.taal.context import Taalzin, has_term
from pipeline.taal.daders import MET_DERDEN, PERSONEN, join_right, make_kandidaat, resolve, take_daders, take_words
from pipeline.taal.deelzinnen import Deelzin
from pipeline.taal.kandidaat import Kandidaat, Regel
from pipeline.taal.kring import Vermelding
from pipeline.taal.losse_regels import find_graag, find_opdracht, find_telegram, find_telegram_zonder, is_deed
from pipeline.taal.verdeling import find_verdeling
from pipeline.taal.werkwoorden import load_hulpwerkwoorden

_HEEFT = frozenset({"heeft", "hebben", "had", "hadden"})
_TOESTANDSWERKWOORDEN = frozenset({"zijn", "blijven", "hebben", "worden", "kunnen", "moeten", "zullen", "gaan"})
_TOEKOMST = frozenset({"zullen", "gaan"})
_PLICHT = frozenset({"moeten", "dienen", "hoeven"})
# A subordinate clause says what is going to happen only behind a word of saying or agreeing.
_INHOUDSZINNEN = frozenset({"", "dat"})
# What stands behind these is asked, doubted or supposed, and so nobody's plan.
_NIET_STELLIG = frozenset(
    "of als indien mits tenzij wanneer wie wat hoe waarom hoeveel omdat doordat nadat hoewel terwijl".split()
)
_VERZOEKWOORDEN = frozenset({"vraag", "verzoek", "oproep", "opdracht", "uitnodiging", "suggestie"})
_BELEGD = frozenset({"actie", "bal", "initiatief", "voortouw", "trekkerschap", "verantwoordelijkheid"})
_IN_DE_VERGADERING = frozenset({"bespreken", "behandelen", "kiezen", "overnemen"})
_TIJDWOORDEN = frozenset({"tijd", "gelegenheid", "taak", "opdracht", "kans"})


def find_toezegging(zin: Taalzin) -> Iterator[Kandidaat]:
    """``De gedeputeerde zegt toe ...``, ``Jan biedt aan om ...``."""
    for d in zin.deelzinnen:
        if d.klasse == "toezeggen" and d.tijd in ("nu", "straks") and not d.lijdend and d.bijzin in _INHOUDSZINNEN:
            owners = take_daders(d, MET_DERDEN | {"wij", "voornaamwoord", "ik"})
            yield from (make_kandidaat(d, zin, "toezegging", o) for o in (resolve(owners, zin),) if o)


def find_toekomst(zin: Taalzin) -> Iterator[Kandidaat]:
    """``TV en KN zullen een opzet maken``, ``gaat Proefland een kaart tekenen``."""
    for d in zin.deelzinnen:
        future = bool(d.hulp) and d.hulp[0] in _TOEKOMST and d.tijd == "straks"
        state = d.klasse in ("orde", "toestand") or (d.klasse is None and d.werkwoord in _TOESTANDSWERKWOORDEN)
        if future and not d.lijdend and not state and d.bijzin not in _NIET_STELLIG:
            owners = resolve(take_daders(d, MET_DERDEN | {"voornaamwoord", "ik"}), zin)
            if owners:
                yield make_kandidaat(d, zin, "toekomst", owners)


def find_taak(zin: Taalzin) -> Iterator[Kandidaat]:
    """``TV pakt dit op``: a deed in the present tense, said of somebody of the meeting."""
    for d in zin.deelzinnen:
        plain = d.hulp[:1] in ((), ("laten",)) and d.tijd == "nu" and d.bijzin not in _NIET_STELLIG
        if plain and d.klasse in ("doen", "zwak", None) and not _is_copula(zin, d):
            owners = resolve(take_daders(d, MET_DERDEN | {"voornaamwoord", "ik"}), zin)
            if owners:
                yield make_kandidaat(d, zin, "taak", owners)


def _is_copula(zin: Taalzin, d: Deelzin) -> bool:
    return d.klasse is None and d.kern == d.pv and zin.laag[d.pv] in load_hulpwerkwoorden()


def find_plicht(zin: Taalzin) -> Iterator[Kandidaat]:
    """``Jan moet de cijfers nog nakijken``, ``De regio's dienen hun plan aan te leveren``."""
    for d in zin.deelzinnen:
        if (
            d.hulp
            and d.hulp[0] in _PLICHT
            and d.klasse not in ("orde", "toestand")
            and d.tijd == "nu"
            and not d.lijdend
            and d.bijzin in _INHOUDSZINNEN
        ):
            owners = resolve(take_daders(d, MET_DERDEN | {"voornaamwoord", "ik"}), zin)
            if owners:
                yield make_kandidaat(d, zin, "plicht", owners)


def find_bereid(zin: Taalzin) -> Iterator[Kandidaat]:
    """``Piet is bereid om mee te lezen``, ``Jan wil dit wel uitzoeken``, ``Jan kan de stukken delen``."""
    for d in zin.deelzinnen:
        owners = resolve(take_daders(d, PERSONEN | {"voornaamwoord", "ik"}), zin)
        if not owners or d.tijd != "nu" or d.bijzin not in _INHOUDSZINNEN or _is_perfect(zin, d):
            continue
        words = take_words(zin, d.pv, zin.span.end)
        ready = zin.laag[d.pv] in ("is", "zijn") and "bereid" in words[:6]
        willing = bool(d.hulp) and d.hulp[0] in ("willen", "kunnen") and d.klasse == "doen" and not d.lijdend
        if ready or willing:
            yield make_kandidaat(d, zin, "bereid" if ready else "kan_of_wil", owners)


def _is_perfect(zin: Taalzin, d: Deelzin) -> bool:
    """``Jan heeft Piet en Klaas willen toevoegen``: ``willen`` belongs to ``heeft``, and it is past."""
    if zin.laag[d.pv] not in ("willen", "kunnen", "moeten", "mogen"):
        return False
    before = [t for t in zin.doc[zin.span.start : d.pv] if t.is_punct or t.lower_ in _HEEFT]
    return bool(before) and before[-1].lower_ in _HEEFT


def find_verzoek_lijdend(zin: Taalzin) -> Iterator[Kandidaat]:
    """``De secretaris wordt gevraagd om ...``, ``Aan de regio's wordt verzocht ...``."""
    for d in zin.deelzinnen:
        if d.lijdend and d.klasse == "vragen" and d.tijd in ("nu", "straks"):
            owners = take_daders(d) or _behind_aan(zin, d.begin, d.eind) or _noun_in_front(zin, d)
            if owners and not _is_question(zin, d.kern):
                yield make_kandidaat(d, zin, "verzoek_lijdend", resolve(owners, zin))


def _noun_in_front(zin: Taalzin, d: Deelzin) -> tuple[Vermelding, ...]:
    """Take any noun that is asked something for an owner: ``Eigenaren wordt verzocht``."""
    words = [t for t in zin.doc[d.begin : d.pv] if not t.is_punct]
    if not words or len(words) > 4 or any(t.pos_ not in ("NOUN", "DET", "ADJ", "PROPN") for t in words):
        return ()
    first = 1 if words[0].lower_ in w.LIDWOORDEN and len(words) > 1 else 0
    start, end = words[first].i, words[-1].i + 1
    return (Vermelding(start, end, "groep", zin.doc[start:end].text),)


def find_verzoek(zin: Taalzin) -> Iterator[Kandidaat]:
    """``De voorzitter vraagt de secretaris (om) ...``, ``We vragen Jan om input``: the one addressed owns it."""
    for d in zin.deelzinnen:
        if d.klasse != "vragen" or d.lijdend or d.tijd not in ("nu", "straks"):
            continue
        addressed = _addressee(zin, d)
        if addressed and _asks_for_deed(zin, d, addressed[-1].eind):
            yield make_kandidaat(d, zin, "verzoek", addressed)


def _addressee(zin: Taalzin, d: Deelzin) -> tuple[Vermelding, ...]:
    own = {v.begin for v in d.onderwerp}
    limit = min(zin.span.end, d.kern + 9)
    for v in zin.vermeldingen:
        if d.kern < v.begin < limit and v.begin not in own and v.soort in MET_DERDEN:
            before = zin.laag[v.begin - 1]
            between = take_words(zin, d.kern + 1, v.begin)
            if before in w.VOORZETSELS and before != "aan":
                return ()
            if any(word in w.ONDERSCHIKKERS or word in ("naar", "om") for word in between):
                return ()
            return join_right(zin, v)
    return ()


def _is_question(zin: Taalzin, asked: int) -> bool:
    """``wordt gevraagd of het plan klopt`` asks something; ``of zij dat kan uitzoeken`` asks to do something."""
    words = take_words(zin, asked + 1, zin.span.end)
    return words[:1] == ["of"] and not _can_or_will(words)


def _can_or_will(words: list[str]) -> bool:
    return any(word in words for word in ("kan", "kunnen", "wil", "willen", "zou", "zouden", "bereid"))


def _asks_for_deed(zin: Taalzin, d: Deelzin, start: int) -> bool:
    """A request asks to do something; a question asks whether, how or what."""
    words = take_words(zin, start, zin.span.end)
    head = words[:6]
    if any(q in head for q in ("hoe", "waarom", "wanneer", "wie", "wat", "welke", "hoeveel", "naar", "waar")):
        return False
    if "of" in head:
        return _can_or_will(words[head.index("of") :])
    return "om" in words or "te" in words or "dat" in head


def find_verzoek_aan(zin: Taalzin) -> Iterator[Kandidaat]:
    """``Vraag aan Jan om ...``, ``Oproep aan alle leden``, ``Aan Jan het verzoek om ...``."""
    start, end = zin.span.start, zin.span.end
    for i in range(start, end):
        if zin.laag[i] in _VERZOEKWOORDEN:
            owners = _behind_aan(zin, max(start, i - 6), min(end, i + 8))
            if owners and _no_past_verb(zin) and _leads_to_deed(zin, i, owners):
                yield Kandidaat("verzoek_aan", zin, start, end, i, owners)


def _leads_to_deed(zin: Taalzin, noun: int, owners: tuple[Vermelding, ...]) -> bool:
    """What is asked follows: behind a colon, or with ``om`` or ``te``; or the request itself ends the sentence."""
    after = take_words(zin, max(noun, owners[-1].eind - 1) + 1, zin.span.end)
    asks = after[:1] == ["of"] and _can_or_will(after)
    return not after or after[0] in (":", ".", ",") or "om" in after or "te" in after or asks


def _no_past_verb(zin: Taalzin) -> bool:
    return all(d.tijd in ("nu", "straks") for d in zin.deelzinnen[:1])


def _behind_aan(zin: Taalzin, begin: int, end: int) -> tuple[Vermelding, ...]:
    for v in zin.vermeldingen:
        if begin < v.begin < end and zin.laag[v.begin - 1] == "aan" and v.soort in MET_DERDEN:
            return join_right(zin, v)
    return ()


def find_lijdend_door(zin: Taalzin) -> Iterator[Kandidaat]:
    """``Dit wordt door de projectleider uitgezocht``, ``zal via het secretariaat worden verspreid``."""
    for d in zin.deelzinnen:
        if d.lijdend and d.door and d.klasse in ("doen", "zwak") and d.tijd in ("nu", "straks"):
            yield make_kandidaat(d, zin, "lijdend_door", d.door)


def find_lijdend(zin: Taalzin) -> Iterator[Kandidaat]:
    """``Er wordt een notitie opgesteld``: an action, and nobody is said to own it."""
    for d in zin.deelzinnen:
        ahead = d.tijd in ("nu", "straks") and d.bijzin in _INHOUDSZINNEN
        if d.lijdend and not d.door and d.klasse in ("doen", "zwak") and ahead and not _is_said_of_meeting(zin, d):
            yield make_kandidaat(d, zin, "lijdend", ())


def _is_said_of_meeting(zin: Taalzin, d: Deelzin) -> bool:
    """``Besproken wordt of ...``, ``Gekozen wordt voor ...``: what the meeting does then and there."""
    return d.werkwoord in _IN_DE_VERGADERING and not has_term(zin)


def find_wij(zin: Taalzin) -> Iterator[Kandidaat]:
    """``We gaan dit uitwerken``: everybody, which is nobody in particular."""
    for d in zin.deelzinnen:
        ours = bool(d.onderwerp) and d.onderwerp[0].soort == "wij" and not d.lijdend
        ahead = d.tijd in ("nu", "straks") and d.bijzin in _INHOUDSZINNEN
        if (
            ours
            and ahead
            and (d.klasse in ("doen", "zwak") or _is_unknown(zin, d))
            and not set(d.hulp) & {"kunnen", "willen"}
        ):
            yield make_kandidaat(d, zin, "wij", ())


def _is_unknown(zin: Taalzin, d: Deelzin) -> bool:
    """``Daarom bereiden wij dat voor``: a verb the table does not know, which is no copula."""
    return d.klasse is None and not _is_copula(zin, d) and d.werkwoord not in _TOESTANDSWERKWOORDEN


def find_afspraak(zin: Taalzin) -> Iterator[Kandidaat]:
    """``Afgesproken wordt dat de regio's ...``, ``Met Jan is afgesproken om ...``: who the rest names."""
    for index, d in enumerate(zin.deelzinnen):
        refused = not w.ONTKENNINGEN.isdisjoint(take_words(zin, d.begin, d.eind))
        if d.klasse != "afspreken" or d.tijd == "verleden" or refused or _was_agreed_elsewhere(d):
            continue
        rest = next((n for n in zin.deelzinnen[index + 1 :] if n.bijzin == "dat" and take_daders(n)), None)
        if rest is not None and rest.tijd in ("nu", "straks") and rest.klasse in ("doen", "zwak"):
            yield make_kandidaat(rest, zin, "afspraak", resolve(take_daders(rest), zin))
        elif rest is None and d.werkwoord != "besluiten":
            yield make_kandidaat(d, zin, "afspraak", ())


def _was_agreed_elsewhere(d: Deelzin) -> bool:
    """``Dat heeft de gemeenteraad zo besloten``: by others, before; ``Afgesproken is dat`` was agreed just now."""
    return d.tijd == "voltooid" and bool(d.onderwerp) and d.onderwerp[0].soort != "wij"


def find_belegd(zin: Taalzin) -> Iterator[Kandidaat]:
    """``De actie ligt bij Jan``, ``Jan heeft tot 1 mei de tijd om``, ``Jan is trekker``."""
    for d in zin.deelzinnen:
        if d.tijd != "nu":
            continue
        verb, words = zin.laag[d.pv], take_words(zin, d.begin, zin.span.end)
        if (
            verb in ("ligt", "liggen")
            and zin.laag[zin.span.start] in ("de", "het", "hier")
            and _BELEGD & set(take_words(zin, zin.span.start, d.pv))
        ):
            owners = tuple(v for v in zin.vermeldingen if v.begin > d.pv and zin.laag[v.begin - 1] == "bij")
        elif verb in ("geeft", "geven") and {"opdracht", "taak"} & set(words):
            owners = tuple(v for v in zin.vermeldingen if d.pv < v.begin <= d.pv + 2 and v not in d.onderwerp)[:1]
        elif _is_charged(verb, words):
            owners = take_daders(d, PERSONEN)
        else:
            continue
        if owners:
            yield make_kandidaat(d, zin, "belegd", owners)


def _is_charged(verb: str, words: list[str]) -> bool:
    """``heeft tot 1 mei de tijd om``, ``is trekker``, ``is aan zet``."""
    if verb in ("heeft", "hebben", "krijgt", "krijgen"):
        return "om" in words and _asks_time(words)
    if verb not in ("is", "zijn", "wordt") or verb not in words:
        return False
    after = words[words.index(verb) + 1 :]
    return "trekker" in after[:2] or {"aan", "zet"} <= set(after[:4])


def _asks_time(words: list[str]) -> bool:
    given = set(words)
    return bool(_TIJDWOORDEN & given) or ("nog" in given and bool({"weken", "week", "dagen", "maanden", "tot"} & given))


def find_te_zullen(zin: Taalzin) -> Iterator[Kandidaat]:
    """``Proefland geeft aan dit te zullen navragen``."""
    for d in zin.deelzinnen:
        words = take_words(zin, d.pv, zin.span.end)
        if d.klasse in ("melden", "toezeggen") and d.tijd == "nu" and _says_to_do(zin, d, words):
            owners = resolve(take_daders(d, MET_DERDEN | {"voornaamwoord"}), zin)
            if owners:
                yield make_kandidaat(d, zin, "te_zullen", owners)


def _says_to_do(zin: Taalzin, d: Deelzin, words: list[str]) -> bool:
    """``geeft aan dit te zullen bespreken``, ``geeft aan dit na te vragen``."""
    if "zullen" in words and words[words.index("zullen") - 1] == "te":
        return True
    doc = zin.doc
    deeds = [i for i in range(d.pv + 2, d.eind) if doc[i - 1].lower_ == "te" and is_deed(doc[i], doc[i - 2].lower_)]
    return d.werkwoord == "geven aan" and bool(deeds) and "om" not in words


_OPENWOORDEN = frozenset({"nog", "doorschuiven", "doorgeschoven", "vervolgd"})
_OPEN = re.compile(
    r"\b(?:nog (?:te doen|niet (?:gedaan|gelukt|af(?:gerond)?|opgepakt))|nog geen (?:antwoord|reactie)|doorschuiven"
    r"|doorgeschoven naar|wordt vervolgd|nog even aanhouden)\b",
    re.IGNORECASE,
)


def find_open_punt(zin: Taalzin) -> Iterator[Kandidaat]:
    """``Nog niet gedaan``, ``Dit punt komt terug in maart``, ``Het moet nog besproken worden``: no owner."""
    for d in zin.deelzinnen:
        returns = d.werkwoord == "terugkomen" and not d.onderwerp and d.tijd == "nu"
        due = d.hulp[:1] == ("moeten",) and d.klasse == "doen" and not d.onderwerp and not d.door
        if (returns or due) and d.bijzin in _INHOUDSZINNEN:
            yield make_kandidaat(d, zin, "open_punt", ())
            return
    if not _OPENWOORDEN.isdisjoint(zin.laag[zin.span.start : zin.span.end]) and (match := _OPEN.search(zin.span.text)):
        span = zin.span.char_span(match.start(), match.end(), alignment_mode="expand")
        kern = span.start if span is not None else zin.span.start
        yield Kandidaat("open_punt", zin, zin.span.start, zin.span.end, kern)


REGELS: tuple[Regel, ...] = (
    Regel("toezegging", "{wie} zegt iets toe", find_toezegging),
    Regel("toekomst", "er staat wat {wie} zal of gaat doen", find_toekomst),
    Regel("taak", "er staat wat {wie} doet, in de tegenwoordige tijd", find_taak),
    Regel("plicht", "er staat wat {wie} moet doen", find_plicht),
    Regel("bereid", "{wie} is bereid of kan iets doen", find_bereid),
    Regel("verzoek_lijdend", "{wie} wordt iets gevraagd", find_verzoek_lijdend),
    Regel("verzoek", "iemand vraagt {wie} iets te doen", find_verzoek),
    Regel("verzoek_aan", "er staat een verzoek aan {wie}", find_verzoek_aan),
    Regel("lijdend_door", "het wordt door {wie} gedaan", find_lijdend_door),
    Regel("lijdend", "er wordt iets gedaan, maar er staat niet bij door wie", find_lijdend),
    Regel("wij", "de vergadering gaat iets doen, maar er staat niet bij wie", find_wij),
    Regel("afspraak", "er staat een afspraak", find_afspraak),
    Regel("graag", "er wordt {wie} iets gevraagd met 'graag'", find_graag),
    Regel("telegram", "in telegramstijl staat wat {wie} doet", find_telegram),
    Regel("telegram_zonder", "in telegramstijl staat wat er gebeurt, maar niet wie het doet", find_telegram_zonder),
    Regel("verdeling", "in een verdeling van taken staat {wie} bij deze", find_verdeling),
    Regel("opdracht", "{wie} krijgt in een besluit een opdracht", find_opdracht),
    Regel("open_punt", "er staat dat iets nog moet gebeuren, maar niet wie het doet", find_open_punt),
    Regel("belegd", "de actie ligt bij {wie}", find_belegd),
    Regel("te_zullen", "{wie} geeft aan iets te zullen doen", find_te_zullen),
)
REDENEN = {regel.naam: regel.uitleg for regel in REGELS} | {"kan_of_wil": "{wie} kan of wil iets doen"}
