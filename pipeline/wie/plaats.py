"""Where a word stands in its sentence, and whether only a person fits there.

A word such as *Koning* or *Hoorn* is a name where it says or does something, behind *volgens*, in brackets or in the
column of owners; behind an article it is a thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.wie.lexicon import (
    AMBTEN,
    DOENVOORZETSELS,
    DOET,
    FUNCTIEWOORDEN,
    INBRENG,
    LICHAMEN,
    LIDWOORDEN,
    PERSOONSVOORZETSELS,
    SPREEKT,
    VOORVOEGSELS,
    ZEGT,
)
from pipeline.wie.woorden import Woord, is_afgebroken, is_wit, is_zinsbegin
from pipeline.wie.woordenboek import is_persoonsnaam, is_plaats, is_woord

# Letters. A label, a bracket or a cell stands this near to its name; what is put in behind one is at most as long as a
# function with its body.
_OMGEVING, _INVOEGING = 40, 110
_MAANDEN = frozenset("januari februari maart april mei juni juli augustus september oktober november december".split())
# Before a month: "in mei", "eind mei".
_VOOR_MAAND = frozenset("in per eind begin half medio vanaf tot sinds rond tm januari april juni".split())
# Before a place: "in Voorbeeldstad", "de wethouder van Voorbeeldstad".
_VOOR_PLAATS = frozenset(
    "in van uit naar te bij rond tot voor stad dorp locatie locaties regio eiland wijk gebied".split()
)
# Between a name and its verb: an insertion in brackets or commas, and an adverb.
_INGEVOEGD = re.compile(r"\s*(?:\([^()]{0,80}\)|,[^,.;:\n]{1,80},)\s*\Z|\s+\Z")
_BIJWOORDEN = frozenset(
    "ook zelf daarop vervolgens nog daarna hierop toen nu wel al hier daar verder namelijk echter".split()
)
_BESTAND = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|msg|eml|txt|md|rtf|csv|zip|jpe?g|png|html?)\b", re.IGNORECASE
)
_LINK = re.compile(r"@|://|[_/\\]\w|\.[a-z]{2,5}\b(?!\s)")
_STUKTEKENS = ' \t\n\r<>"|()[]'
# Behind these a file is called after who wrote it: "notitie-koning.pdf".
_STUKNAMEN = frozenset(
    "notitie memo mail brief van aan door reactie presentatie bijdrage inbreng cv mw dhr mevr heer mevrouw "
    "bericht verslag opmerkingen commentaar".split()
)
# Alone in a cell these say how something stands.
_KLEUREN = frozenset("rood oranje geel groen blauw zwart wit grijs paars roze bruin".split())
_ALLEEN = re.compile(r"[\s.*_)\]]*\Z")
# Right behind a name these say that it is a person: "Voorbeeld die", "Voorbeeld akkoord".
_VAN_EEN_PERSOON = frozenset("die akkoord afwezig aanwezig verhinderd afgemeld instemmend".split())
_HAAKJE_VOOR, _HAAKJE_NA = re.compile(r"[(\[]\s*\Z"), re.compile(r"\s*[)\],;]")
_LABEL = re.compile(
    r"(?:^|[\s(*|])(?:contact|contactpersoon|contactpersonen|actie|actiehouder|wie|door|houder|trekker|spreker|auteur|cc|"
    r"inbreng|afzender|eigenaar|opsteller|notulist|verslag|aanwezig|afwezig|voorzitter|secretaris)\s*:\**\s*\Z",
    re.IGNORECASE,
)
_DUBBELE_PUNT = re.compile(r"\s*:")
_VENSTER = 120
_LANGSTE_ADRES = 250  # how far an address is followed from a word in it: code can be one line of a hundred thousand


@dataclass(frozen=True, slots=True)
class Gewicht:
    """What a word is known as: people are called so (``is_naam``), hardly anybody uses it, or it is a place.

    ``is_plaats`` is a place that is no common word; ``is_beide`` one that people are called after: *Hoorn*.
    """

    is_naam: bool
    is_zeldzaam: bool
    is_plaats: bool
    is_beide: bool

    @property
    def kan_naam(self) -> bool:
        """Tell whether it can be a name where nothing else fits."""
        return self.is_naam or self.is_zeldzaam or self.is_plaats


class Naamplaatsing:
    """The places of the words of one text."""

    def __init__(self, tekst: str, woorden: Sequence[Woord], is_eigenaar: bool) -> None:  # noqa: D107
        self.tekst, self.woorden, self.is_eigenaar = tekst, woorden, is_eigenaar
        self._has_links = _LINK.search(tekst) is not None

    def _between(self, index: int) -> str:
        return self.tekst[self.woorden[index].eind : self.woorden[index + 1].begin]

    def opens(self, index: int) -> bool:
        """Tell whether a word opens a sentence, a line or a quotation, so that its capital says nothing."""
        begin = self.woorden[index].begin
        start = max(0, begin - _VENSTER)
        return is_zinsbegin(self.tekst[start:begin], begin - start)

    def first_prefix(self, index: int) -> int:
        """Return the first word of the prefix before a name, the name itself where it has none."""
        while index > 0 and self.woorden[index - 1].vorm in VOORVOEGSELS:
            between = self._between(index - 1)
            if not is_wit(between) and not (self.woorden[index - 1].vorm == "s" and between == "-"):
                break
            index -= 1
        return index

    def _head(self, index: int) -> int:
        """Return where the name begins: at the first word of its prefix with a capital, or at ``'t``."""
        first = self.first_prefix(index)
        is_part = (self.woorden[n].is_hoofdletter or self.woorden[n].vorm in ("t", "s") for n in range(first, index))
        return next((first + n for n, found in enumerate(is_part) if found), index)

    def only_a_person(self, index: int, wat: Gewicht) -> str:
        """Say why only a person fits here; empty where the word can be what it says."""
        if self.woorden[index].vorm in LICHAMEN or self._is_month(index):
            return ""
        head = self._head(index)
        article, before = self._behind_article(head), self._behind(head)
        if (
            wat.is_plaats
            and head == index
            and (before in LICHAMEN or before in _VOOR_PLAATS)
            and not self._behind_contribution(head)
        ):
            return ""
        if before in PERSOONSVOORZETSELS and (wat.is_naam or not article):
            return f"staat achter {before}"
        if article and not wat.is_naam:
            return ""
        if self._is_speaker(index, head, wat, article):
            return "zegt of doet iets"
        if article or not wat.kan_naam:
            return ""
        return self._where_a_name_may_stand(index, head, before, wat)

    def _where_a_name_may_stand(self, index: int, head: int, before: str, wat: Gewicht) -> str:
        if before in ("door", "aan"):
            return f"staat achter {before}"
        if (before == "van" and self._behind_contribution(head)) or self.brings(index):
            return "brengt iets in"
        if before in INBRENG and _DUBBELE_PUNT.match(self.tekst, self.woorden[self._tail(index)].eind):
            return "brengt iets in"
        if head < index and self.woorden[head].vorm in ("t", "s") and before in DOENVOORZETSELS:
            return f"staat achter {before}"
        if wat.is_beide and _LABEL.search(
            self.tekst, max(0, self.woorden[head].begin - _OMGEVING), self.woorden[head].begin
        ):
            return "staat waar een naam wordt verwacht"
        if (head < index or not wat.is_plaats) and self._stands_apart(index, head):
            return "staat los, zoals een naam"
        if (wat.is_beide or not wat.is_plaats) and (self._does(index, head) or self._is_joined(index)):
            return "zegt of doet iets"
        return "" if wat.is_plaats else self._with_a_capital(index, head, before)

    def _with_a_capital(self, index: int, head: int, before: str) -> str:
        """Say why a word that can be a name is one here: what has no name in it has small letters."""
        if self.is_eigenaar:
            return "staat waar een naam wordt verwacht"
        if self._in_row_of_capitals(index):
            return ""
        if before in DOENVOORZETSELS:
            return f"staat achter {before}"
        return "" if self.opens(head) else "heeft een hoofdletter midden in de zin"

    def acts(self, index: int) -> bool:
        """Tell whether what a person does stands right behind this word."""
        return self._verb_behind(index) in SPREEKT | DOET

    def speaks(self, index: int) -> bool:
        """Tell whether what only a person does stands right behind this word."""
        return self._verb_behind(index) in SPREEKT

    def _is_speaker(self, index: int, head: int, wat: Gewicht, article: bool) -> bool:
        """Tell whether a word is the subject of a verb that only people have; a plain word only of those of saying."""
        verbs = SPREEKT if wat.kan_naam else ZEGT
        plain = not wat.kan_naam and (self.opens(head) or self._in_row_of_capitals(index))
        if plain or (article and not wat.kan_naam):
            return False
        if self._verb_behind(index) in verbs:
            return True
        if article or head == 0 or self.opens(head) or not is_wit(self._between(head - 1)):
            return False
        return self.woorden[head - 1].vorm in verbs

    def _does(self, index: int, head: int) -> bool:
        """Tell whether a name that is a word too is the subject of any verb: a noun has an article there."""
        if self._verb_behind(index) in DOET:
            return True
        inverted = head > 0 and is_wit(self._between(head - 1)) and self.woorden[head - 1].vorm in DOET
        return inverted and not self.opens(head)

    def brings(self, index: int) -> bool:
        """Tell whether what people bring stands behind it: ``Jansens voorstel``."""
        last = self._tail(index)
        if last + 1 >= len(self.woorden) or not is_wit(self._between(last)):
            return False
        return self.woorden[last].vorm.endswith(("s", "x", "z")) and self.woorden[last + 1].vorm in INBRENG

    def _is_joined(self, index: int) -> bool:
        """Tell whether a person is joined to it: ``Voorbeeld en de voorzitter``, ``Voorbeeld die``."""
        last = self._tail(index)
        behind = self.woorden[last + 1 : last + 4]
        following = [w.vorm for w in behind]
        if not following or not is_wit(self._between(last)):
            return False
        if following[0] in _VAN_EEN_PERSOON:
            return True
        rest = following[1:] if following[0] == "en" else []
        body = behind[-1].is_kapitaal or (bool(rest) and rest[-1] in LICHAMEN)
        if not rest:
            return False
        name = behind[1].is_hoofdletter and (is_persoonsnaam(rest[0]) or not (is_woord(rest[0]) or is_plaats(rest[0])))
        return name or rest[0] in AMBTEN or (rest[0] in ("de", "het") and body)

    def _tail(self, index: int) -> int:
        """Return the last word of a name joined by hyphens: ``Voorbeeld-van der Proef``."""
        while index + 1 < len(self.woorden):
            between, following = self._between(index), self.woorden[index + 1]
            hyphened = is_afgebroken(between) and (following.is_hoofdletter or following.vorm in VOORVOEGSELS)
            inside = self.woorden[index].vorm in VOORVOEGSELS and is_wit(between)
            if not hyphened and not inside:
                break
            index += 1
        return index

    def _verb_behind(self, index: int) -> str:
        """Return the verb right behind a word, over brackets, an insertion, an adverb and ``en Voorbeeld``."""
        place = index
        while place + 1 < len(self.woorden):
            between, following = self._between(place), self.woorden[place + 1]
            hyphened = is_afgebroken(between) and (following.is_hoofdletter or following.vorm in VOORVOEGSELS)
            if not _INGEVOEGD.fullmatch(between) and not hyphened:
                return self._behind_insertion(place)
            if following.vorm in SPREEKT or following.vorm in DOET:
                return following.vorm
            joins = following.vorm in ("en", "of") or following.vorm in _BIJWOORDEN or following.vorm in VOORVOEGSELS
            if not (joins or following.is_hoofdletter) or place - index > 4:
                return ""
            place += 1
        return ""

    def _behind_insertion(self, index: int) -> str:
        """Return the verb behind ``Voorbeeld (COA, regio Noord)`` or ``Voorbeeld, wethouder in Voorbeeldstad,``."""
        rest = self.tekst[self.woorden[index].eind : self.woorden[index].eind + _INVOEGING]
        inserted = re.match(r"\s*(?:\([^()]{0,90}\)|,[^,.;:\n]{1,90},)\s*(?P<verb>[^\W\d_]+)", rest)
        verb = inserted["verb"].casefold() if inserted else ""
        return verb if verb in SPREEKT or verb in DOET else ""

    def _behind(self, index: int) -> str:
        """Return the word before a name, over its prefix."""
        while index > 0 and is_wit(self._between(index - 1)):
            vorm = self.woorden[index - 1].vorm
            if vorm in PERSOONSVOORZETSELS or (vorm in DOENVOORZETSELS and not self._is_prefix_of(index - 1)):
                return vorm
            if vorm not in VOORVOEGSELS:
                return vorm
            index -= 1
        return ""

    def _is_prefix_of(self, index: int) -> bool:
        """Tell whether a small word before a name belongs to it: another preposition stands before it."""
        if index == 0 or not is_wit(self._between(index - 1)):
            return False
        before = self.woorden[index - 1].vorm
        return before in PERSOONSVOORZETSELS or before in DOENVOORZETSELS

    def _behind_article(self, index: int) -> bool:
        if index == 0 or not is_wit(self._between(index - 1)):
            return False
        before = self.woorden[index - 1]
        capital = before.is_hoofdletter and before.vorm in VOORVOEGSELS and not self.opens(index - 1)
        adjective = before.vorm.endswith("se") and before.vorm not in SPREEKT
        return (before.vorm in LIDWOORDEN and not capital) or adjective

    def _behind_contribution(self, index: int) -> bool:
        """Tell whether ``van`` stands behind what people bring: ``de vraag van Voorbeeld``."""
        place = index
        while place > 0 and self.woorden[place - 1].vorm in VOORVOEGSELS and is_wit(self._between(place - 1)):
            place -= 1
        return place > 0 and self.woorden[place - 1].vorm in INBRENG and is_wit(self._between(place - 1))

    def is_addressed(self, index: int) -> bool:
        """Tell whether a word stands behind an ``@``, as people are called in notes: ``@Voorbeeld``."""
        begin = self.woorden[index].begin
        before = self.tekst[begin - 2 : begin - 1] if begin > 1 else ""
        return self.tekst[begin - 1 : begin] == "@" and not before.strip("(,;:/")

    def _stands_apart(self, index: int, head: int) -> bool:
        """Tell whether a word stands alone: in brackets, in a cell, behind ``Contact:``, before a colon."""
        if len(self.woorden) == 1 and self.woorden[0].vorm not in _KLEUREN:
            return True
        woord, begin = self.woorden[self._tail(index)], self.woorden[head].begin
        before, behind = self.tekst[max(0, begin - _OMGEVING) : begin], self.tekst[woord.eind : woord.eind + _OMGEVING]
        if _HAAKJE_VOOR.search(before) and _HAAKJE_NA.match(behind):
            return True
        if _LABEL.search(before) or (self.opens(head) and re.match(r"\s*:\s*\S", behind)):
            return True
        if before.endswith(("-", "‑", "‐")) and index and is_afgebroken(self._between(index - 1)):
            return not self._between(index - 1).strip("-‑‐")
        return before.rstrip().endswith(":") and _ALLEEN.match(behind) is not None

    def _in_row_of_capitals(self, index: int) -> bool:
        """Tell whether its neighbours have capitals as well, as in the name of something or a heading."""
        beside = (
            n
            for n, gap in ((index - 1, index - 1), (index + 1, index))
            if 0 <= n < len(self.woorden) and is_wit(self._between(gap))
        )
        capitals = (n for n in beside if self.woorden[n].is_hoofdletter and not self.opens(n))
        return any(self.woorden[n].vorm not in FUNCTIEWOORDEN for n in capitals)

    def _is_month(self, index: int) -> bool:
        """Tell whether a word is a month: beside a figure, or behind ``eind``."""
        if self.woorden[index].vorm not in _MAANDEN:
            return False
        before = self.woorden[index - 1].vorm if index else ""
        behind = self.woorden[index + 1].vorm if index + 1 < len(self.woorden) else ""
        return before[:1].isdigit() or behind[:1].isdigit() or before in _VOOR_MAAND or behind in _MAANDEN

    def _stretch(self, index: int) -> tuple[int, int]:
        """Return the run of characters without white space in which a word stands."""
        begin, end = self.woorden[index].begin, self.woorden[index].eind
        first, last = max(0, begin - _LANGSTE_ADRES), min(len(self.tekst), end + _LANGSTE_ADRES)
        while begin > first and self.tekst[begin - 1] not in _STUKTEKENS:
            begin -= 1
        while end < last and self.tekst[end] not in _STUKTEKENS:
            end += 1
        return begin, end

    def is_technisch(self, index: int) -> bool:
        """Tell whether a word is part of an address, a link or the name of a file."""
        if not self._has_links:
            return False
        begin, end = self._stretch(index)
        whole = self.tekst[begin:end]
        return re.search(r"@\w|://|[_\\]|^/\w|www\.", whole) is not None or _BESTAND.search(whole) is not None

    def is_in_path(self, index: int) -> bool:
        """Tell whether a word stands in the part of a link that somebody made up: not in the name of the server."""
        begin, end = self._stretch(index)
        whole, place = self.tekst[begin:end], self.woorden[index].begin - begin
        server = re.match(r"\S*?://[^/\s]*|www\.[^/\s]*|\S*@\S*", whole)
        return server is None or place >= server.end()

    def is_beside_paper(self, index: int) -> bool:
        """Tell whether it stands beside a word for a paper or a title: ``notitie-koning.pdf``."""
        beside = [self.woorden[n].vorm for n in (index - 1, index + 1) if 0 <= n < len(self.woorden)]
        return any(vorm in _STUKNAMEN for vorm in beside)
