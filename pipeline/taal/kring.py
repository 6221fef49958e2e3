"""Who can own an action of this meeting, and where a text names them.

A Kring is made from a Verslag: its participants, their organisations and roles, and the owners its Tafel
knows besides. ``find_vermeldingen`` finds the mentions in a Doc; names that are on no list are found too,
and marked as unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from spacy.tokens import Doc, Token

from pipeline.markering.datums import MAANDEN, WEEKDAGEN
from pipeline.model import Deelnemer
from pipeline.taal import woordlijsten as w
from pipeline.taal.naamvormen import (
    acts_as_name,
    is_several_names,
    is_small_name,
    is_third_person,
    is_verb_stem,
    takes_small_surname,
)
from pipeline.taal.werkwoorden import load_hulpwerkwoorden, load_werkwoorden
from pipeline.wie.namen import Deelnemerindex, index_deelnemers
from pipeline.wie.noemingen import TITELS, find_noemingen
from pipeline.wie.onbekenden import find_met_voorvoegsel
from pipeline.wie.woorden import fold_naam
from pipeline.wie.woordenboek import is_gangbare_voornaam
from pipeline.wie.zoeker import Noeming

VermeldingSoort = Literal[
    "persoon", "organisatie", "rol", "groep", "derde", "naam", "wij", "ik", "voornaamwoord", "allen", "naamwoord"
]
# Of the prefixes of surnames, those that are not also everyday prepositions within a sentence.
_VOORVOEGSELS = frozenset({"van", "de", "der", "den", "het", "'t", "ten", "ter", "te", "von", "du", "la", "le", "el"})
_VOORVOEGSELS |= {"vd", "v.d.", "vden", "vder", "v.", "'s"}
_BEPALERS = w.LIDWOORDEN - {"dat", "die", "dit"}
# Before a body these make a meeting of it: ``de volgende werkgroep``.
_GEBEURTENISWOORDEN = frozenset("volgende vorige komende eerstvolgende afgelopen aanstaande elke laatste".split())
# Adjectives that say nothing of which body or role it is.
_LOSSE_BIJVOEGLIJKE = frozenset("nieuwe huidige oude beoogde betrokken betreffende desbetreffende andere".split())
_BEGINWOORDEN = _BEPALERS | w.WIJ | w.ALLEN | {"ik", "hij", "zij", "ze", "vanuit", "cvdK"}
_BEGINWOORDEN |= {form for title in TITELS for form in (title, f"{title}.")}
_GEEN_NAAM = w.VOORZETSELS | w.ONDERSCHIKKERS | w.LIDWOORDEN | w.TUSSENWOORDEN | w.WIJ | w.TWIJFELS | w.BIJWOORDEN
_GEEN_NAAM -= {"van", "de", "ter", "ten"}
_GEEN_NAAM |= {*WEEKDAGEN, *MAANDEN, "vanmiddag", "vanavond", "morgenochtend", "morgenmiddag", "medio", "eind", "begin"}
_VOORVOEGSELNAMEN, _NOEMINGEN = "regietafel_voorvoegselnamen", "regietafel_noemingen"
# How a title is written in a list; several people have none there.
_KORTE_AANHEF = {"heer": "dhr.", "meneer": "dhr.", "hr": "dhr.", "mevrouw": "mw.", "mevr": "mw."}
_KORTE_AANHEF |= dict.fromkeys(("heren", "dames", "mevrouwen"), "")
_INITIAAL = re.compile(r"^(?:[A-Z]\.)+$|^[A-Z]\.?$")
_AFKORTING = re.compile(r"^[A-Z][A-Za-z&]*[A-Z][A-Za-z&]*(?:-[A-Z]+)?$")
_SAMENSTELLING = re.compile(r"^[A-Z0-9&]{2,}[-'’][a-z]")
_NAAMWOORD = re.compile(r"^[A-ZÀ-Þ][\w'’-]*[a-zß-ÿ][\w'’-]*$")


@dataclass(frozen=True, slots=True)
class Vermelding:
    """A mention of someone who can act: tokens ``begin`` up to ``eind``, and who it is where that is known."""

    begin: int
    eind: int
    soort: VermeldingSoort
    tekst: str
    deelnemers: tuple[Deelnemer, ...] = ()

    @property
    def bekend(self) -> bool:
        """Tell whether this is someone of the meeting."""
        return self.soort in ("persoon", "organisatie") or bool(self.deelnemers)


@dataclass(frozen=True)
class Kring:
    """The people, bodies and roles of a meeting.

    ``vormen`` are the folded forms of bodies, and the shorthands the list itself gives for people; where it gives
    any (``met_initialen``), initials mean a person. ``eerste`` are the first words of those forms.
    """

    personen: Deelnemerindex
    vormen: dict[str, tuple[VermeldingSoort, tuple[Deelnemer, ...]]] = field(default_factory=dict)
    rollen: dict[str, tuple[Deelnemer, ...]] = field(default_factory=dict)
    eerste: frozenset[str] = frozenset()
    met_initialen: bool = False


def build_kring(deelnemers: Iterable[Deelnemer], bekend: Iterable[str] = ()) -> Kring:
    """Gather who can own an action; ``bekend`` are owners that are on no list (a team, the regions)."""
    people = tuple(deelnemers)
    forms: dict[str, tuple[VermeldingSoort, tuple[Deelnemer, ...]]] = {}
    initials = _bracketed_initials(people)
    for name in bekend:
        forms[fold_naam(name)] = ("organisatie", ())
    for d in people:
        capitals = " ".join(word for word in d.rol.split() if word[:1].isupper())
        for name in re.split(r"[,;/]", f"{d.organisatie},{d.groep},{capitals}"):
            if len(folded := fold_naam(name)) > 1 and folded not in initials:
                forms.setdefault(folded, ("organisatie", ()))
    for d in people:
        for form in initials & set(_short_for(d)):
            forms[form] = ("persoon", (d,))
    first = frozenset(form.split(" ", maxsplit=1)[0] for form in forms)
    return Kring(index_deelnemers(people), forms, _roles(people), first, bool(initials))


def _bracketed_initials(people: tuple[Deelnemer, ...]) -> frozenset[str]:
    """Return the initials the list itself gives: ``Tim Voorbeeld (TV)``; a shared one is an organisation."""
    given = [short for d in people for short in _short_for(d)]
    return frozenset(short for short in given if given.count(short) == 1)


def _short_for(d: Deelnemer) -> Iterator[str]:
    """Give the shorthands between brackets that spell this name: two to four capitals, in its order."""
    for part in re.split(r"[,;]", d.organisatie):
        short = part.strip()
        if d.persoon and 2 <= len(short) <= 4 and short.isalpha() and short.isupper():
            letters = iter(fold_naam(d.persoon.naam))
            if all(letter in letters for letter in short.casefold()):
                yield short.casefold()


def _roles(people: tuple[Deelnemer, ...]) -> dict[str, tuple[Deelnemer, ...]]:
    roles: dict[str, tuple[Deelnemer, ...]] = {}
    for d in people:
        for part in re.split(r"[,;]", d.rol):
            name = {"vz": "voorzitter", "secr": "secretaris", "not": "notulist"}.get(fold_naam(part), fold_naam(part))
            for key in {name, name.split(" ")[0]} - {""}:
                roles[key] = (*roles.get(key, ()), d)
    return roles


def find_vermeldingen(doc: Doc, kring: Kring) -> tuple[Vermelding, ...]:
    """Find who is named in a text, in order and without overlap; the longest reading wins."""
    found: list[Vermelding] = []
    free = 0
    for i, word in enumerate([token.text for token in doc]):
        if i < free:
            continue
        mention = None
        if _can_begin(word, kring):
            mention = next(filter(None, (reader(doc, i, kring) for reader in _LEZERS)), None)
        elif is_small_name(doc, i, bool(found) and found[-1].eind == i - 1):
            mention = _by_name(i, i, i + 1, doc, kring)
        if mention:
            found.append(mention)
            free = mention.eind
    return tuple(found)


def _can_begin(word: str, kring: Kring) -> bool:
    """Tell whether a mention can begin with a word: a capital, an article, a pronoun or a noun that can act."""
    first = word[0]
    if not first.islower():
        return first.isalpha() or first in "'‘’"
    return word in _BEGINWOORDEN or word in kring.rollen or (len(word) > 3 and _noun_kind(word) is not None)


def _named(doc: Doc, kring: Kring) -> dict[int, tuple[int, Noeming[Deelnemer]]]:
    """Return who is named in a text by the token it begins with, and where it ends; worked out once for a text."""
    if _NOEMINGEN not in doc.user_data:
        spans = ((n, doc.char_span(n.begin, n.eind, alignment_mode="expand")) for n in _mentions(doc, kring))
        doc.user_data[_NOEMINGEN] = {span.start: (span.end, n) for n, span in spans if span is not None}
    found: dict[int, tuple[int, Noeming[Deelnemer]]] = doc.user_data[_NOEMINGEN]
    return found


def _mentions(doc: Doc, kring: Kring) -> Iterator[Noeming[Deelnemer]]:
    """Give those behind a title, and those who are named by their whole name, with a capital; initials as listed."""
    for noeming in find_noemingen(doc.text, kring.personen):
        is_sure = not noeming.is_bijna or ("voornaam" in noeming.gronden and "anders" not in noeming.gronden)
        meant = noeming.geheel and is_sure and not noeming.naam[0].islower() and noeming.soorten != {"deel"}
        if "titel" in noeming.gronden:
            yield noeming
        elif meant and (kring.met_initialen or noeming.soorten != {"voorletters"}):
            yield replace(noeming, wie=noeming.geheel)


def _met_voorvoegsel(doc: Doc, i: int, kring: Kring) -> Vermelding | None:
    """Read the name of a stranger with a prefix, whole: ``In 't Veld``, ``Jet op den Akker``."""
    end = _prefixed(doc).get(i)
    if end is None or (i in _named(doc, kring) and not kring.personen.zoek(doc[i:end].text)):
        return None
    return _by_name(i, i, end, doc, kring)


def _prefixed(doc: Doc) -> dict[int, int]:
    """Return where names with a prefix begin and end, in tokens; worked out once for a text."""
    if _VOORVOEGSELNAMEN not in doc.user_data:
        spans = (doc.char_span(*span, alignment_mode="expand") for span in find_met_voorvoegsel(doc.text))
        doc.user_data[_VOORVOEGSELNAMEN] = {span.start: span.end for span in spans if span is not None}
    found: dict[int, int] = doc.user_data[_VOORVOEGSELNAMEN]
    return found


def _titled(doc: Doc, i: int, kring: Kring) -> Vermelding | None:
    """Read ``de heer Voorbeeld``, ``wethouder De Proef``."""
    end, noeming = _named(doc, kring).get(i + (doc[i].lower_ == "onze"), (0, None))
    if noeming is None or "titel" not in noeming.gronden:
        return None
    title = noeming.aanhef.split()[0].rstrip(".").lower()
    shown = _KORTE_AANHEF.get(title, noeming.aanhef[0].lower() + noeming.aanhef[1:])
    text = f"{shown} {noeming.naam}".strip()
    people = noeming.wie
    kind: VermeldingSoort = "persoon" if people else "naam"
    if title in ("minister", "staatssecretaris") and not people:
        kind = "derde"
    return Vermelding(i, end, kind, text, people)


def _known(doc: Doc, i: int, kring: Kring) -> Vermelding | None:
    """Read a person of the list, or a body with or without its article."""
    is_part = i in _named(doc, kring)  # "De Vries": the article is a prefix
    start = i + 1 if not is_part and _is_article(doc, i, ("de", "het", "vanuit")) else i
    end, noeming = _named(doc, kring).get(start, (0, None))
    body_end, body = _body_at(doc, start, kring)
    if noeming is not None and "titel" not in noeming.gronden and end >= body_end:
        return _longer_name(doc, i, start, end, noeming, kring)
    if body is None:
        return None
    return Vermelding(i, body_end, body[0], doc[start:body_end].text, body[1])


def _body_at(doc: Doc, start: int, kring: Kring) -> tuple[int, tuple[VermeldingSoort, tuple[Deelnemer, ...]] | None]:
    """Return where the longest form of a body or a shorthand ends that begins here, and what it names."""
    first = doc[start].text[:1]
    opening = fold_naam(doc[start].text).split(" ")[0] if first.isupper() or first in "'‘’c" else ""
    for end in range(min(len(doc), start + 6), start, -1) if opening in kring.eerste else ():
        if not doc[end - 1].text[-1:].isalnum() and len(doc[end - 1].text) < 2:
            continue
        text = doc[start:end].text
        folded = fold_naam(text)
        if folded in kring.vormen and (text[:1].isupper() or len(folded) > 4 or text == "cvdK"):
            return end, kring.vormen[folded]
    return start, None


def _is_article(doc: Doc, i: int, words: tuple[str, ...]) -> bool:
    """Tell whether a name follows this word; ``De`` within a sentence is part of it: ``Jansen en De Vries``."""
    written_small = doc[i].text[0].islower() or _opens_sentence(doc, i)
    return doc[i].lower_ in words and written_small and i + 1 < len(doc)


def _longer_name(doc: Doc, i: int, start: int, end: int, noeming: Noeming[Deelnemer], kring: Kring) -> Vermelding:
    """Read on behind a first name: ``Jan N.`` is Jan, ``Jan Nepstra`` may be somebody else."""
    last = _with_initial(doc, end)
    if last > end:
        name = doc[start:last].text
        return Vermelding(i, last, "persoon", name, kring.personen.zoek(name) or noeming.wie)
    full = end if end - start > 1 or doc[start].text.isupper() else _name_end(doc, start, kring=kring)
    if full <= end:
        return Vermelding(i, end, "persoon", noeming.tekst, noeming.wie)
    return _by_name(i, start, full, doc, kring)


def _by_name(i: int, start: int, end: int, doc: Doc, kring: Kring) -> Vermelding:
    """Say who a run of capitals is: somebody of the list, nearly so, or a stranger."""
    name = doc[start:end].text
    people = kring.personen.zoek(name) or _nearest(kring, name)
    return Vermelding(i, end, "persoon" if people else "naam", name, people)


def _with_initial(doc: Doc, end: int) -> int:
    """Take the initial or short surname along that follows a first name: ``Jan N.``, ``Kees vd P``."""
    last = end
    while last < len(doc) and doc[last].lower_ in _VOORVOEGSELS and last + 1 < len(doc):
        last += 1
    follows = last < len(doc) and (_INITIAAL.match(doc[last].text) or (last > end and doc[last].text[:1].isupper()))
    return last + 1 if follows else end


def _role(doc: Doc, i: int, kring: Kring) -> Vermelding | None:
    """Read ``de secretaris``, ``het projectteam Wonen``, ``de provincie``, ``alle leden``."""
    start = i
    while start < len(doc) and start - i < 3 and doc[start].lower_ in _BEPALERS:
        start += 1
    first_noun = start
    if start > i and start + 1 < len(doc) and _actor_noun(doc[start], kring) is None and _adjective(doc[start]):
        start += 1
        first_noun = start if doc[start - 1].lower_ in _LOSSE_BIJVOEGLIJKE else first_noun
    if start >= len(doc) or doc[start - 1].lower_ in _GEBEURTENISWOORDEN:
        return None
    kind = _actor_noun(doc[start], kring)
    if kind is None or (start == i and kind in ("derde", "groep") and not _bare_ok(doc, i)):
        return None
    end = start + 1
    if kind in ("groep", "rol"):
        end = _proper_tail(doc, end)
    people = kring.rollen.get(fold_naam(doc[start].text), ()) if kind == "rol" else ()
    if doc[i].lower_ == "alle" or (doc[start].lower_ in w.ALLEN and doc[i].lower_ in ("alle", "de", "overige")):
        kind = "allen"
    shown = doc[first_noun:end].text if doc[i].lower_ != "alle" else doc[i:end].text
    return Vermelding(i, end, kind, shown, people)


def _bare_ok(doc: Doc, i: int) -> bool:
    """A noun without article can be an actor at the head of a telegram-style sentence: ``Werkgroep zoekt``."""
    return doc[i].text[:1].isupper() or doc[i].lower_ in ("griffie", "secretariaat")


def _adjective(token: Token) -> bool:
    return token.text.isalpha() and token.text.islower() and token.text.endswith(("e", "er", "k", "s"))


def _actor_noun(token: Token, kring: Kring) -> VermeldingSoort | None:
    word = token.lower_
    if kring.rollen and word.rsplit("-", 1)[-1] in kring.rollen:
        return "groep" if word in w.DERDEN | w.GROEPEN else "rol"
    return _noun_kind(word)


@lru_cache(maxsize=20_000)
def _noun_kind(word: str) -> VermeldingSoort | None:
    """Return what kind of actor a noun is, by itself or by its last part; None for other words."""
    last = word if word in w.ROLLEN | w.GROEPEN else word.rsplit("-", 1)[-1]
    if last == "vergadering":
        return "wij"
    if last in w.DERDEN:
        return "derde"
    if last in w.ROLLEN or w.ROL_EINDE.search(last):
        return "rol"
    return "groep" if last in w.GROEPEN or w.GROEP_EINDE.search(last) else None


def _proper_tail(doc: Doc, end: int) -> int:
    """Take along the name of a body: ``gemeente Voorbeeldstad``, ``werkgroep signing & encryptie``."""
    position = end
    while (
        position < len(doc)
        and (doc[position].text[:1].isupper() or doc[position].text == "&")
        and not doc[position].is_punct
    ):
        position += 1
    if position == end and position < len(doc) and _names_body(doc, position):
        return position + 1
    return position


def _names_body(doc: Doc, i: int) -> bool:
    """Tell whether a noun right behind a body is its name: ``de werkgroep voeding``."""
    follows = doc[i + 1] if i + 1 < len(doc) else None
    return doc[i].pos_ == "NOUN" and follows is not None and (follows.pos_ in ("VERB", "AUX") or _is_verb(follows))


def _unknown_name(doc: Doc, i: int, kring: Kring) -> Vermelding | None:
    """Read a run of capitals that is on no list; at the head of a sentence only what looks like a name."""
    start = i + 1 if _is_article(doc, i, ("de", "het")) else i
    token = doc[start]
    if _AFKORTING.match(token.text) and token.pos_ not in ("VERB", "AUX"):
        return Vermelding(i, start + 1, "naam", token.text)
    if is_several_names(token.text):
        return Vermelding(i, start + 1, "naam", token.text)
    if token.lower_ in _GEEN_NAAM or _SAMENSTELLING.match(token.text) or _is_numbered_thing(doc, start):
        return None
    opens = _opens_sentence(doc, start)
    if _is_verb(token) and (opens or not is_gangbare_voornaam(token.text)):
        return None
    if opens and is_verb_stem(token.lower_) and not _acts_next(doc, start + 1):
        return None
    end = _name_end(doc, start, kring=kring)
    if end == start or (start > i and not _AFKORTING.match(token.text) and end - start < 1):
        return None
    alone = opens and end - start == 1
    if alone and not (_looks_like_name(token) or _joins_name(doc, end) or acts_as_name(doc, start, end)):
        return None
    return _by_name(i, start, end, doc, kring)


def _nearest(kring: Kring, name: str) -> tuple[Deelnemer, ...]:
    """Find who was meant within one edit of the surname, the first name agreeing where both are given."""
    near = kring.personen.dichtstbij(name)
    if near is None:
        return ()
    person, deelnemer = near
    first = fold_naam(name).split()[:1]
    own = fold_naam(person.voorletters)
    if own and len(fold_naam(name).split()) > 1 and first and len(first[0]) > 2 and first[0] != own:
        return ()
    return (deelnemer,)


def _is_verb(token: Token) -> bool:
    """A capital does not make a name of a verb: ``Jan Vraagt``."""
    word = token.lower_
    return word in load_hulpwerkwoorden() or any(f.vorm == "pv" for f in load_werkwoorden().lookup(word))


def _is_numbered_thing(doc: Doc, i: int) -> bool:
    """Tell whether a word is a thing with a number of which something is told: ``Issue 51 komt terug``.

    What has to happen with it (``Issue 43 moet worden besproken``) is read as a duty.
    """
    if i + 2 >= len(doc) or not doc[i + 1].text.isdigit():
        return False
    return doc[i + 2].lower_ not in ("moet", "moeten", "dient", "dienen")


def _acts_next(doc: Doc, i: int) -> bool:
    return i < len(doc) and is_third_person(doc[i].lower_)


def _looks_like_name(token: Token) -> bool:
    return token.pos_ == "PROPN" or is_gangbare_voornaam(token.text)


def _joins_name(doc: Doc, i: int) -> bool:
    """Tell whether a name follows behind ``en``: ``Proefdorp en Nepstad hebben ...``."""
    return i + 1 < len(doc) and doc[i].lower_ == "en" and _NAAMWOORD.match(doc[i + 1].text) is not None


def _opens_sentence(doc: Doc, i: int) -> bool:
    return i == 0 or bool(doc[i].is_sent_start) or doc[i - 1].text in "-•:*([\"'" or doc[i - 1].is_space


def _name_end(doc: Doc, start: int, kring: Kring) -> int:
    """Return where a name ends that begins at ``start``; ``start`` itself where there is none."""
    i = start
    while i < len(doc) and _INITIAAL.match(doc[i].text) and doc[i].text.endswith("."):
        i += 1
    begin = i
    last = start
    while i < len(doc):
        word = doc[i].text
        if i > start and (_is_verb(doc[i]) or i in _named(doc, kring)):
            break
        if _NAAMWOORD.match(word) or (_INITIAAL.match(word) and i > begin):
            last = i = i + 1
        elif word.lower() in _VOORVOEGSELS and i + 1 < len(doc) and (i > begin or word[0].isupper()):
            i += 1
        else:
            break
    if takes_small_surname(doc, start, last):
        return last + 1
    return last if not (last == start + 1 and doc[start].lower_ in _VOORVOEGSELS) else start


_VOORNAAMWOORDEN: dict[str, VermeldingSoort] = {
    **dict.fromkeys(w.WIJ, "wij"),
    **dict.fromkeys(w.ALLEN - {"alle", "elk", "leden", "deelnemers", "ieder"}, "allen"),
    **dict.fromkeys(("hij", "zij", "ze"), "voornaamwoord"),
    "ik": "ik",
}


def _pronoun(doc: Doc, i: int, kring: Kring) -> Vermelding | None:
    kind = _VOORNAAMWOORDEN.get(doc[i].lower_)
    return Vermelding(i, i + 1, kind, doc[i].text) if kind else None


# In order: the first that reads something at a place wins.
_LEZERS = (_titled, _met_voorvoegsel, _known, _role, _pronoun, _unknown_name)


def join_namen(vermeldingen: Iterable[Vermelding]) -> str:
    """Write several owners as minutes do: ``TV en KN``, ``Jan, Piet en Klaas``."""
    names = list(dict.fromkeys(v.tekst for v in vermeldingen))
    return " en ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def iter_deelnemers(vermeldingen: Iterable[Vermelding]) -> Iterator[Deelnemer]:
    """Give the participants meant, each once."""
    seen: set[int] = set()
    for mention in vermeldingen:
        for person in mention.deelnemers:
            if id(person) not in seen:
                seen.add(id(person))
                yield person
