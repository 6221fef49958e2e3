"""Words that can be the name of somebody who is on no list: default deny begins here.

Every word with a capital is judged, and every word that stands behind a title or in a link. What is not certainly
something else is a question; the rest is told as let through, so that a person can look.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.wie import woordenboek
from pipeline.wie.lexicon import (
    AANHEF,
    ACADEMISCH,
    AMBTEN,
    DAMES,
    FUNCTIEWOORDEN,
    HEREN,
    LICHAMEN,
    VERSLAGWOORDEN,
    VOORVOEGSELS,
)
from pipeline.wie.plaats import Gewicht, Naamplaatsing
from pipeline.wie.woorden import Woord, fold_woord, is_afgebroken, is_wit, split_woorden

_INITIALEN = re.compile(r"\.\s?\Z|\.-?\Z|\s?\Z")
_NA_AMBT = re.compile(r"\s*:?\s*\Z")
# Inner capitals that do belong to a name: McDonald, DeVries, VanDijk, IJsbrand.
_NAAMKAPITALEN = re.compile(r"(?:Mc|Mac|De|Van|La|Le|O['’]|[DdLl]['’]|IJ)")
_MET_D = re.compile(r"[dlDL]['’‘`´][^\W\d_a-zß-öø-ÿ]")
# Prefixes that are prepositions as well: where a sentence opens with one, it need not be part of the name.
_VOORZETSELS = frozenset("van in op aan bij uit over onder voor tot te".split())
# With these the name of a place begins, written apart: "Den Haag", "Ter Apel"; "Di Dam" is none.
_VOOR_PLAATSNAAM = frozenset("den de het ter ten s".split())
_OUDE_LIDWOORDEN = frozenset("t den der s".split())
_PARAAF = re.compile(r"[A-ZÀ-Þ][a-z]{0,2}[A-ZÀ-Þ]{1,2}")
_MEERVOUD = re.compile(r"[A-ZÀ-Þ]{2,}['’]?(?:s|er|ers|en)")
_KLINKER = re.compile(r"[aeiouy]")
_LANGSTE_AFKORTING = 4
_LINKWOORD = 5  # letters from which a word in a link that nobody knows can be a name
_MET_TITEL = "staat in geen enkele lijst en heeft een titel"
_NERGENS = "staat in geen enkele lijst"
_VOORVOEGSEL = "lijkt op een naam met een voorvoegsel"


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What the records of a table know besides people.

    ``woorden`` are folded words they write in small letters, ``eigen`` the words in names of bodies and places,
    ``afkortingen`` what is never the initials of a person, ``letterwoorden`` what is a thing in capitals.
    """

    woorden: frozenset[str] = frozenset()
    eigen: frozenset[str] = frozenset()
    afkortingen: frozenset[str] = frozenset()
    letterwoorden: frozenset[str] = frozenset()

    def is_gewoon(self, vorm: str) -> bool:
        """Tell whether a folded word with a capital is known as no name."""
        return vorm in self.eigen or vorm in FUNCTIEWOORDEN or woordenboek.is_instantie(vorm)

    def is_woord(self, vorm: str) -> bool:
        """Tell whether a folded word is a common one too."""
        return vorm in self.woorden or self.is_gewoon(vorm) or woordenboek.is_woord(vorm)


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What a word with a capital was taken for: ``is_vraag`` for who may be a person; ``eerste`` up to ``laatste``."""

    eerste: int
    laatste: int
    is_vraag: bool
    reden: str


def judge_woorden(
    tekst: str,
    woorden: Sequence[Woord],
    omgeving: Omgeving,
    bezet: Sequence[tuple[int, int]],
    is_eigenaar: bool = False,
) -> tuple[Oordeel, ...]:
    """Judge every word that could be a name, outside the places that are taken (``bezet``), in order."""
    taken = _taken(woorden, bezet)
    if len(taken) == len(woorden):
        return ()
    return tuple(_Onbekendenlezing(tekst, tuple(woorden), omgeving, is_eigenaar, taken).judge())


@lru_cache(maxsize=32)
def find_met_voorvoegsel(tekst: str) -> tuple[tuple[int, int], ...]:
    """Find the names of strangers that have a prefix, whole, as (begin, end): ``In 't Veld``, ``Jet op den Akker``."""
    words = split_woorden(tekst)
    if not any(w.vorm in VOORVOEGSELS for w in words):
        return ()
    judged = (o for o in judge_woorden(tekst, words, Omgeving(), ()) if o.is_vraag)
    spans = (
        (o.eerste, o.laatste) for o in judged if _has_prefix(words[o.eerste : o.laatste]) or _has_d(words[o.laatste])
    )
    return tuple((words[first].begin, words[last].eind) for first, last in spans)


def _has_prefix(woorden: Sequence[Woord]) -> bool:
    return any(w.vorm in VOORVOEGSELS for w in woorden)


def _has_d(woord: Woord) -> bool:
    return _MET_D.match(woord.tekst) is not None


def _taken(woorden: Sequence[Woord], bezet: Sequence[tuple[int, int]]) -> frozenset[int]:
    if not bezet:
        return frozenset()
    found, spans = set(), sorted(bezet)
    for number, woord in enumerate(woorden):
        while spans and spans[0][1] <= woord.begin:
            spans.pop(0)
        if spans and spans[0][0] < woord.eind:
            found.add(number)
    return frozenset(found)


class _Onbekendenlezing:
    """One text while it is read; ``taken`` are the numbers of the words that belong to a known name."""

    def __init__(
        self, tekst: str, woorden: tuple[Woord, ...], omgeving: Omgeving, is_eigenaar: bool, taken: frozenset[int]
    ) -> None:
        self.tekst, self.woorden, self.omgeving = tekst, woorden, omgeving
        self.is_eigenaar, self.taken = is_eigenaar, taken
        self.plaats = Naamplaatsing(tekst, woorden, is_eigenaar)
        self.in_name = self._find_names_of_things()

    def judge(self) -> list[Oordeel]:
        found: list[Oordeel] = []
        index = 0
        while index < len(self.woorden):
            oordeel = self._judge(index) if index not in self.taken else None
            if oordeel is not None and not oordeel.is_vraag and self._follows_a_person(oordeel, found):
                oordeel = Oordeel(oordeel.eerste, oordeel.laatste, True, "staat in een rij met namen")
            if oordeel is not None:
                while found and oordeel.is_vraag and found[-1].laatste >= oordeel.eerste:
                    oordeel = _join(found.pop(), oordeel)  # a first name that was judged by itself
                found.append(oordeel)
                index = max(index, oordeel.laatste)
            index += 1
        return found

    def _follows_a_person(self, oordeel: Oordeel, found: list[Oordeel]) -> bool:
        """Tell whether ``en`` joins a word that people are called, or a place, to somebody who was just named."""
        index = oordeel.eerste
        if index < 2 or self.woorden[index - 1].vorm != "en" or not is_wit(self._between(index - 1)):
            return False
        named = index - 2 in self.taken or (bool(found) and found[-1].is_vraag and found[-1].laatste == index - 2)
        vorm = self.woorden[index].vorm
        can_be = woordenboek.is_persoonsnaam(vorm) or woordenboek.is_plaats(vorm)
        return named and can_be and vorm not in LICHAMEN and not self._is_known_thing(index)

    def _find_names_of_things(self) -> frozenset[int]:
        """Find the words that together name a place or a body: ``Dijk en Waard``, ``Rode Kruis``."""
        found: set[int] = set()
        for first, woord in enumerate(self.woorden):
            whole = woord.vorm if woord.is_hoofdletter and woord.vorm not in VOORVOEGSELS else ""
            for last in range(first + 1, min(first + 4, len(self.woorden)) if whole else 0):
                if not self._is_joint(last - 1):
                    break
                whole += self.woorden[last].vorm
                if self.woorden[last].is_hoofdletter and (
                    whole in woordenboek.load_lijst("plaatsen") or "p" in woordenboek.soorten(whole)
                    or whole in woordenboek.load_lijst("instanties")
                ):  # fmt: skip
                    found.update(range(first, last + 1))
        return frozenset(found)

    def _judge(self, index: int) -> Oordeel | None:
        woord = self.woorden[index]
        if not _has_letters(woord):
            return None
        if self.plaats.is_addressed(index) and not self._is_known_thing(index):
            return Oordeel(index, index, True, "staat achter @")
        if self.plaats.is_technisch(index):
            return self._in_link(index)
        title = self._title_before(index)
        if not woord.is_hoofdletter:
            return self._small(index, title)
        if woord.vorm in AANHEF or self._is_prefix(index):
            return None
        reason = self._reason(index, title)
        if reason:
            return Oordeel(self._start_of(index), self._end_of(index), True, reason)
        return Oordeel(index, index, False, self._taken_for(index))

    def _between(self, index: int) -> str:
        return self.tekst[self.woorden[index].eind : self.woorden[index + 1].begin]

    def _small(self, index: int, title: str) -> Oordeel | None:
        """Judge a word in small letters: it is a name behind a title only, ``mw. jansen``."""
        woord = self.woorden[index]
        if not title or woord.vorm in FUNCTIEWOORDEN or woord.vorm in VOORVOEGSELS or woord.vorm in LICHAMEN | AANHEF:
            return None
        plain = self._is_common(woord.vorm) or woord.vorm in self.omgeving.eigen
        if title == "ambt" and (plain or not self._directly_behind_office(index)):
            return None
        everyday = plain and woordenboek.is_alledaags(woord.vorm) and self._first_prefix(index) == index
        if everyday and not woordenboek.is_persoonsnaam(woord.vorm):
            return None
        return Oordeel(self._start_of(index), self._end_of(index), True, _MET_TITEL)

    def _directly_behind_office(self, index: int) -> bool:
        return index > 0 and self.woorden[index - 1].vorm in AMBTEN

    def _reason(self, index: int, title: str) -> str:
        """Say why a word with a capital may be a person; empty where it is certainly something else."""
        woord = self.woorden[index]
        if self._is_paraaf(index):
            return "kunnen voorletters zijn"
        if _is_camel(woord) and title != "titel":
            return ""
        if title and self._is_name_behind(index, title):
            return _MET_TITEL
        if title == "ambt" and self._directly_behind_office(index):
            return ""  # what the office is about, or where: "wethouder Wonen"
        if before := self._behind_a_first_name(index):
            return before
        if self._is_small_word(index) or _MEERVOUD.fullmatch(woord.tekst):
            return ""
        if woord.is_kapitaal and self._is_abbreviation(index):
            return ""
        return self._by_place(index)

    def _behind_a_first_name(self, index: int) -> str:
        """Say what part of a name stands before a word; empty where none does."""
        if self._behind_initials(index) and not self._is_lettered_item(index):
            return "staat achter voorletters"
        return "staat achter een voornaam" if self._behind_first_name(index) else ""

    def _is_small_word(self, index: int) -> bool:
        """Tell whether a word is one of the small ones; ``Wil`` is a first name where it opens nothing, or speaks."""
        vorm = self.woorden[index].vorm
        if vorm not in FUNCTIEWOORDEN:
            return False
        is_name = woordenboek.is_voornaam(vorm)
        return not is_name or (self.plaats.opens(index) and not self.plaats.speaks(index))

    def _by_place(self, index: int) -> str:
        """Weigh what a word is known as against where it stands."""
        vorm = self._bare(self._vorm(index))
        if self.plaats.brings(index) and woordenboek.is_persoonsnaam(self._vorm(index)[:-1]):
            return "brengt iets in"
        if self._is_known_thing(index):
            return _VOORVOEGSEL if self._has_own_prefix(index) else ""
        common, place = self._is_common(vorm), self._is_place(index, vorm)
        short = self.woorden[index].is_kapitaal and len(vorm) <= _LANGSTE_AFKORTING + 1
        if not common and not place and not short:
            return "" if self._is_street_behind(index) else _NERGENS
        person = woordenboek.is_persoonsnaam(vorm) and not (place and "n" in woordenboek.soorten(vorm))
        person = person or woordenboek.is_voornaam(vorm) or vorm in woordenboek.load_lijst("woordnamen")
        is_label = vorm in VERSLAGWOORDEN and not self.plaats.speaks(index)
        person, rare = (
            person and not is_label,
            not is_label and not place and not woordenboek.is_alledaags(vorm) and vorm not in self.omgeving.woorden,
        )
        bare_place = place and not person
        both = bare_place and "a" in woordenboek.soorten(vorm)
        weight = Gewicht(is_naam=person, is_zeldzaam=rare, is_plaats=bare_place, is_beide=both)
        reason = self.plaats.only_a_person(index, weight)
        if not reason and (person or rare or bare_place) and self._has_own_prefix(index):
            return _VOORVOEGSEL
        return reason

    def _is_street_behind(self, index: int) -> bool:
        """Tell whether the name of a street goes on behind it: ``Barones Voorbeeldlaan``."""
        if index + 1 >= len(self.woorden) or not is_wit(self._between(index)):
            return False
        return self.woorden[index + 1].is_hoofdletter and woordenboek.is_straat(self.woorden[index + 1].vorm)

    def _vorm(self, index: int) -> str:
        """Return the folded word, without the ``d'`` or ``l'`` of a prefix."""
        woord = self.woorden[index]
        return fold_woord(woord.tekst[2:]) if _MET_D.match(woord.tekst) else woord.vorm

    def _is_place(self, index: int, vorm: str) -> bool:
        """Tell whether a word is a place, by itself or with what stands before it: ``Den Haag``."""
        first = self._first_prefix(index)
        whole = "".join(w.vorm for w in self.woorden[first : index + 1])
        return woordenboek.is_plaats(vorm) or (first < index and woordenboek.is_plaats(whole))

    def _taken_for(self, index: int) -> str:
        """Say what a word with a capital was taken for."""
        woord = self.woorden[index]
        vorm = self._bare(woord.vorm)
        if self._is_known_thing(index):
            return "een plaats, instantie of woord van de tafel"
        if _is_camel(woord) or woord.is_kapitaal:
            return "een afkorting of de naam van een programma"
        return "een plaats" if woordenboek.is_plaats(vorm) and not self._is_common(vorm) else "een gewoon woord"

    def _bare(self, vorm: str) -> str:
        """Return a word without the s of the genitive, where only so it is known."""
        if vorm.endswith("s") and len(vorm) > 3 and not woordenboek.soorten(vorm) and woordenboek.soorten(vorm[:-1]):
            return vorm[:-1]
        return vorm

    def _is_common(self, vorm: str) -> bool:
        return vorm in self.omgeving.woorden or woordenboek.is_woord(vorm)

    def _is_known_thing(self, index: int) -> bool:
        vorm = self.woorden[index].vorm
        if index in self.in_name:
            return True
        forms = (vorm, vorm[:-1]) if vorm.endswith("s") else (vorm,)
        own = self.omgeving
        letterwoorden = own.letterwoorden | woordenboek.load_lijst("letterwoorden")
        if self.woorden[index].is_kapitaal and vorm in letterwoorden:
            return True
        return any(f in own.eigen or f in own.afkortingen or woordenboek.is_instantie(f) for f in forms)

    def _is_abbreviation(self, index: int) -> bool:
        """Tell whether a word in capitals is an abbreviation: known as one, or too short and unlike a name."""
        woord = self.woorden[index]
        known, vowels = woordenboek.soorten(woord.vorm), len(_KLINKER.findall(woord.vorm))
        if _MET_D.match(woord.tekst) or (woordenboek.is_persoonsnaam(woord.vorm) and "k" not in known):
            return False
        if woordenboek.is_afkorting(woord.vorm) or not vowels:
            return True
        short = len(woord.vorm) <= _LANGSTE_AFKORTING or (len(woord.vorm) == _LANGSTE_AFKORTING + 1 and vowels == 1)
        speaks = len(woord.vorm) >= _LANGSTE_AFKORTING and self.plaats.speaks(index)
        return not known and short and not speaks

    def _is_prefix(self, index: int) -> bool:
        """Tell whether a word is the prefix of a name behind it: ``Van`` in ``Van Voorbeeld``."""
        if self.woorden[index].vorm not in VOORVOEGSELS:
            return False
        place = index
        while place + 1 < len(self.woorden) and is_wit(self._between(place)):
            place += 1
            if self.woorden[place].vorm not in VOORVOEGSELS:
                return True
        return False

    def _has_own_prefix(self, index: int) -> bool:
        """Tell whether a prefix with a capital stands before it where no sentence begins: ``met Van Bergen``."""
        first = self._first_prefix(index)
        capital = next((n for n in range(first, index) if self.woorden[n].is_hoofdletter), None)
        vorm = self.woorden[index].vorm
        if _MET_D.match(self.woorden[index].tekst):
            return True
        if capital is None or vorm in LICHAMEN or (self.woorden[capital].vorm == "het" and capital == index - 1):
            return False
        if self._is_whole_place(capital, index):
            return False
        if not self.plaats.opens(capital):
            return not self.woorden[capital].is_kapitaal or self.woorden[index].is_kapitaal
        return self.plaats.speaks(index) if self._is_known_thing(index) else self.plaats.acts(index)

    def _is_whole_place(self, first: int, last: int) -> bool:
        """Tell whether these words together are a place: ``Den Haag``, ``Dijk en Waard``."""
        return self.woorden[first].vorm in _VOOR_PLAATSNAAM and woordenboek.is_plaats(
            "".join(w.vorm for w in self.woorden[first : last + 1])
        )

    def _first_prefix(self, index: int) -> int:
        """Return the first word of the prefix before a name, the name itself where it has none."""
        return self.plaats.first_prefix(index)

    def _title_before(self, index: int) -> str:
        """Return ``titel`` or ``ambt`` where one stands before this word, over prefixes, initials and other titles."""
        place = index
        while place > 0 and index - place < 7:
            woord, between = self.woorden[place - 1], self._between(place - 1)
            hyphened = woord.vorm == "s" and between == "-"
            if not (is_wit(between) or hyphened or _INITIALEN.fullmatch(between) or _NA_AMBT.fullmatch(between)):
                return ""
            if woord.vorm in HEREN | DAMES or (woord.vorm in ACADEMISCH and _INITIALEN.fullmatch(between)):
                return "titel" if between.strip() != ":" else ""
            if woord.vorm in AMBTEN:
                return "ambt" if _NA_AMBT.fullmatch(between) else ""
            initial = len(woord.vorm) <= 2 and woord.is_hoofdletter and _INITIALEN.fullmatch(between)
            if woord.vorm not in VOORVOEGSELS and not initial:
                return ""
            place -= 1
        return ""

    def _is_name_behind(self, index: int, title: str) -> bool:
        """Tell whether a word behind a title or an office is a name: ``wethouder Nep``, not ``wethouder Wonen``."""
        vorm = self.woorden[index].vorm
        if vorm in AMBTEN or vorm in FUNCTIEWOORDEN:
            return False
        if title == "titel":
            return vorm not in LICHAMEN
        first = self._first_prefix(index)
        if first < index and self.woorden[first].is_hoofdletter:
            return True
        if first < index and (self._is_known_thing(index) or woordenboek.is_plaats(vorm) or self._is_common(vorm)):
            return False  # "de wethouder van Bergen"
        if self._is_known_thing(index) or (self._is_abbreviation(index) and self.woorden[index].is_kapitaal):
            return False
        plain = woordenboek.is_alledaags(vorm) or vorm in self.omgeving.woorden or woordenboek.is_plaats(vorm)
        return woordenboek.is_persoonsnaam(vorm) or not plain

    def _behind_initials(self, index: int) -> bool:
        """Tell whether initials stand before it: ``J. Voorbeeld``, ``J.P. de Voorbeeld``, ``JP de Voorbeeld``."""
        place = self._first_prefix(index)
        if not place:
            return False
        before, between = self.woorden[place - 1], self._between(place - 1)
        if len(before.vorm) == 1 and before.is_hoofdletter and before.vorm.isalpha():
            dotted = between.startswith(".") and not between.strip(". -\u00a0")
            return dotted or (is_wit(between) and "\n" not in between and self._is_name_like(index))
        return False

    def _is_name_like(self, index: int) -> bool:
        """Tell whether a bare letter before this word can be an initial: the word is no plain one."""
        vorm = self.woorden[index].vorm
        return woordenboek.is_persoonsnaam(vorm) or not (self._is_common(vorm) or self._is_known_thing(index))

    def _is_lettered_item(self, index: int) -> bool:
        """Tell whether the letter before it numbers an item: ``A. Inleiding``."""
        before = self.woorden[index - 1]
        vorm = self.woorden[index].vorm
        plain = self._is_common(vorm) and not woordenboek.is_persoonsnaam(vorm)
        opens = self.plaats.opens(index - 1) or woordenboek.is_alledaags(vorm)
        return plain and opens and len(before.vorm) == 1

    def _behind_first_name(self, index: int) -> bool:
        """Tell whether a first name with a capital stands before it: ``Roos Koning``, ``Piet van der Baan``."""
        place = self._first_prefix(index)
        if not place or place - 1 in self.taken:
            return False
        before, vorm = self.woorden[place - 1], self.woorden[index].vorm
        if not is_wit(self._between(place - 1)) or "\n" in self._between(place - 1):
            return False
        if not before.is_hoofdletter or before.is_kapitaal != self.woorden[index].is_kapitaal:
            return False
        if vorm in FUNCTIEWOORDEN or not woordenboek.is_voornaam(before.vorm) or woordenboek.is_genoemd_naar(vorm):
            return False
        if index - place > 1 and (woordenboek.is_persoonsnaam(vorm) or not woordenboek.is_alledaags(vorm)):
            return True  # "Wil van der Baan": no verb has two prefixes behind it
        if before.vorm in FUNCTIEWOORDEN:
            return False
        plain = set("wc") <= set(woordenboek.soorten(before.vorm)) and self.plaats.opens(place - 1)
        return not self._is_known_thing(index) and not (plain and not woordenboek.is_persoonsnaam(vorm))

    def _is_paraaf(self, index: int) -> bool:
        """Tell whether somebody nobody knows may be signed here by initials: only where a name is expected."""
        woord = self.woorden[index]
        if not self.is_eigenaar or _PARAAF.fullmatch(woord.tekst) is None:
            return False
        known = self._is_known_thing(index) or self._is_common(woord.vorm)
        return not known and not self._is_compound(index)

    def _is_compound(self, index: int) -> bool:
        """Tell whether a word is joined by a hyphen to one that is known: ``COA-locatie``."""
        before = index > 0 and is_afgebroken(self._between(index - 1))
        behind = index + 1 < len(self.woorden) and is_afgebroken(self._between(index))
        neighbours = [self.woorden[n] for n, is_joined in ((index - 1, before), (index + 1, behind)) if is_joined]
        return any(self._is_common(w.vorm) or w.tekst.isupper() for w in neighbours)

    def _start_of(self, index: int) -> int:
        """Go left over prefix, first name and initials that belong to the name."""
        start = place = index
        while place > 0 and place - 1 not in self.taken:
            woord, between = self.woorden[place - 1], self._between(place - 1)
            initial = len(woord.vorm) <= 2 and woord.is_hoofdletter and between.startswith(".")
            first = is_wit(between) and "\n" not in between and self._is_first_name(place - 1, start)
            joined = is_wit(between) or (woord.vorm == "s" and between == "-")
            if first:
                start = place = place - 1
                continue
            if not initial and not (joined and woord.vorm in VOORVOEGSELS):
                break
            place -= 1
            free = not self.plaats.opens(place) or self._can_open_name(place, index)
            own_capital = (woord.is_hoofdletter or woord.tekst[:1] in "'’‘") and free
            if initial or own_capital or self._title_before(place):
                start = place
        return start

    def _can_open_name(self, place: int, index: int) -> bool:
        """Tell whether the small word that opens a sentence belongs to the name: ``Op den Akker``, ``Aan de Stegge``.

        A preposition does where an old form of the article follows, or where what only people do stands behind.
        """
        if self.woorden[place].vorm not in _VOORZETSELS or self.plaats.speaks(index):
            return True
        return self.woorden[place + 1].vorm in _OUDE_LIDWOORDEN

    def _is_first_name(self, index: int, start: int) -> bool:
        """Tell whether a first name stands here, before the name that was found to begin at ``start``."""
        woord = self.woorden[index]
        if not woord.is_hoofdletter or not woordenboek.is_voornaam(woord.vorm) or woord.is_kapitaal:
            return False
        plain = woord.vorm in FUNCTIEWOORDEN or "w" in woordenboek.soorten(woord.vorm)
        return not plain or not self.plaats.opens(index) or start - index > 1 or self._behind_first_name(start)

    def _end_of(self, index: int) -> int:
        """Go right over the other words of the same name: ``Jan`` van der ``Voorbeeld``, ``Vermeulen-de Wit``."""
        end = index
        while (following := self._next_part(end)) is not None:
            end = following
        return end

    def _next_part(self, index: int) -> int | None:
        place = index + 1
        while place < len(self.woorden) and self._is_joint(place - 1):
            woord = self.woorden[place]
            if woord.vorm in VOORVOEGSELS and place - index <= 3:
                place += 1
                continue
            if place in self.taken or not woord.is_hoofdletter or woord.vorm in AANHEF | FUNCTIEWOORDEN:
                return None
            if woord.is_kapitaal and not self.woorden[index].is_kapitaal:
                return None
            joined = is_afgebroken(self._between(place - 1))
            stranger = not self._is_common(woord.vorm) or woordenboek.is_persoonsnaam(woord.vorm)
            # Behind two words of a prefix a word that is hardly ever written is the rest: "Anneke van het Knibbelaar".
            rare = woord.vorm not in LICHAMEN and not woordenboek.is_alledaags(woord.vorm)
            stranger = stranger or (place - index > 2 and rare)
            return place if _has_letters(woord) and stranger and (joined or not self._is_known_thing(place)) else None
        return None

    def _is_joint(self, index: int) -> bool:
        between = self._between(index)
        return (is_wit(between) and "\n\n" not in between) or is_afgebroken(between)

    def _in_link(self, index: int) -> Oordeel | None:
        """Judge a word in an address, a link or the name of a file, where capitals say nothing."""
        woord = self.woorden[index]
        if len(woord.vorm) < 4 or not woord.vorm.isalpha() or self._is_known_thing(index):
            return None
        if woord.is_kapitaal and len(woord.vorm) <= _LANGSTE_AFKORTING + 1:
            return None
        known = woordenboek.soorten(woord.vorm)
        if self._is_common(woord.vorm) or woordenboek.is_plaats(woord.vorm):
            can_be = woordenboek.is_persoonsnaam(woord.vorm) or not woordenboek.is_alledaags(woord.vorm)
            person = can_be and self.plaats.is_beside_paper(index)
            return Oordeel(index, index, True, "staat in een link of bestandsnaam") if person else None
        strange = woordenboek.is_persoonsnaam(woord.vorm) or self.plaats.is_in_path(index)
        if _is_camel(woord) or (len(woord.vorm) < _LINKWOORD and not known):
            return None  # the letters of an address, not a word
        if known == "k" or not strange or not _KLINKER.search(woord.vorm) or woordenboek.is_rij_woorden(woord.vorm):
            return None
        return Oordeel(index, index, True, "staat in een link of bestandsnaam")


def _join(first: Oordeel, second: Oordeel) -> Oordeel:
    """Put two judgements of one name together."""
    return Oordeel(min(first.eerste, second.eerste), max(first.laatste, second.laatste), True, second.reden)


def _has_letters(woord: Woord) -> bool:
    """Tell whether a word can be a name at all: letters, and no figures among them."""
    return len(woord.vorm) > 1 and woord.vorm.isalpha()


def _is_camel(woord: Woord) -> bool:
    """Tell whether a word has capitals within, as programs have: ``PowerPoint``, ``AenM``; not ``McDonald``."""
    written = woord.tekst
    if written.isupper() or (written.startswith("IJ") and written[2:].islower()):
        return False
    inner = sum(c.isupper() for c in written[1:])
    return inner > 0 and "'" not in written and "’" not in written and not _NAAMKAPITALEN.match(written)
