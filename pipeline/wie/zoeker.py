"""The one search for known people in a text: where a form of a name stands, how much belongs to it, who it can be.

What speaks for a mention and against it is told (``gronden``); what follows from that is for who asks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Literal, TypeVar

from pipeline.model import Persoon
from pipeline.wie import woordenboek
from pipeline.wie.lexicon import AANHEF, LIDWOORDEN, VOORVOEGSELS
from pipeline.wie.namen import Aanspreking, Namenindex, parse_aanspreking
from pipeline.wie.onbekenden import Omgeving
from pipeline.wie.personen import parse_persoon
from pipeline.wie.vormen import Soort, Vorm, voornamen, voorvoegsels
from pipeline.wie.woorden import Woord, fold_aaneen, fold_woord, is_afgebroken, is_wit, is_zinsbegin, split_woorden

# ``titel`` and ``voornaam`` stand before the name; ``twijfel``: it can be a plain word too; ``anders``: what the text
# says fits nobody of that name; ``streepje``: it is the rest of a word with a hyphen; ``technisch``: part of an address
# or a file; ``in woord``: part of a longer word, of which it is the head where ``vooraan`` is told too.
Grond = Literal["titel", "voornaam", "twijfel", "anders", "streepje", "technisch", "in woord", "vooraan"]
T = TypeVar("T")
_VOORLETTER = re.compile(r"\.\s?\Z|\.-?\Z")
_GESPATIEERD = re.compile(r"(?<!\w)(?:[^\W\d_][ .\u00a0]){4,}[^\W\d_](?!\w)")
# Behind a name: the apostrophe of the genitive, the second half of a double name; an initial behind a first name.
_NAAMSTAART = re.compile(r"['’](?!\w)|[-‐‑][A-ZÀ-Þ][\w'’]+(?!\w)")
_INITIAAL_ERACHTER = re.compile(r"\s+[A-ZÀ-Þ]\.(?!\w)")
_BESTANDSTEKENS = re.compile(r"[^\s<>\"|]*")
# These stand between two words of a name only where the list writes it so.
_LOS = (" - ", " – ", " (")
_KORT = frozenset({"v", "vd", "d"})  # prefixes as they are shortened


@dataclass(frozen=True, slots=True)
class Noeming(Generic[T]):
    """A mention of somebody: its place, the title and the rest of the name as written, who it can be, and why.

    ``soorten`` are the kinds of forms by which those of ``wie`` were found; ``is_bijna`` tells that the name is only
    nearly theirs, ``is_gelezen`` that it was read behind a title, known or not. ``geheel`` are those of ``wie`` whose
    name stands there whole: no prefix is left out.
    """

    begin: int
    eind: int
    tekst: str
    aanhef: str = ""
    naam: str = ""
    wie: tuple[T, ...] = ()
    soorten: frozenset[Soort] = frozenset()
    is_bijna: bool = False
    gronden: frozenset[Grond] = frozenset()
    is_gelezen: bool = False
    geheel: tuple[T, ...] = ()

    @property
    def aanspreking(self) -> Aanspreking | None:
        """How the title addresses somebody."""
        return parse_aanspreking(self.aanhef)

    @property
    def delen(self) -> Persoon | None:
        """The name in its parts: initials or first name, prefix, surname."""
        return parse_persoon(f"{self.aanhef} {self.naam}")


@dataclass(frozen=True, slots=True)
class _Anker(Generic[T]):
    """Words that are a form of a name: from word ``eerste`` up to and including ``laatste``."""

    eerste: int
    laatste: int
    vormen: tuple[Vorm[T], ...]
    is_bijna: bool = False

    @property
    def soorten(self) -> frozenset[Soort]:
        return frozenset(vorm.soort for vorm in self.vormen)

    @property
    def voorvoegsels(self) -> frozenset[str]:
        """The words of the prefixes of those it can be."""
        return frozenset(word for vorm in self.vormen for word in voorvoegsels(vorm.persoon.tussenvoegsel))


@dataclass(slots=True)
class _Aanloop:
    """What stands before an anchor: from which word, in which gender and with which first letters.

    ``eigen`` is as far as it goes without a word that is nobody's first name: there somebody else may stand.
    """

    begin: int
    geslacht: str = ""
    voornaam: str = ""
    eigen: _Aanloop | None = None


@dataclass(frozen=True, slots=True)
class Zoeker(Generic[T]):
    """The search through one text; ``eigen_namen`` are the places of names of bodies, in which nobody is looked for."""

    tekst: str
    woorden: Sequence[Woord]
    index: Namenindex[T]
    omgeving: Omgeving = Omgeving()
    eigen_namen: tuple[tuple[int, int], ...] = ()

    def find(self) -> Iterator[Noeming[T]]:
        """Find the people of the index by whole words."""
        for anker in self._ankers():
            before = self._extend(anker)
            readings = (self._read(anker, reach) for reach in (before, before.eigen) if reach is not None)
            yield from (noeming for noeming in readings if noeming is not None)

    def find_verstopt(self) -> Iterator[Noeming[T]]:
        """Find names inside a longer word, in an address, a file name or a link, and with a space between letters."""
        joined = " ".join(woord.vorm for woord in self.woorden)
        for vorm, forms in self.index.delen.items():
            if len(vorm) < 5 or vorm not in joined or all(f.soort in ("voornaam", "deel") for f in forms):
                continue
            for woord in (w for w in self.woorden if vorm in w.vorm and w.vorm not in (vorm, f"{vorm}s")):
                if not self._is_eigen(woord, woord):
                    yield from self._inside(woord, forms, vorm)
        for match in _GESPATIEERD.finditer(self.tekst):
            forms = self.index.exact(fold_woord(match.group()))
            if forms:
                yield Noeming(*match.span(), match.group(), wie=_people(forms))

    def _between(self, index: int) -> str:
        """What stands between a word and the one after it."""
        return self.tekst[self.woorden[index].eind : self.woorden[index + 1].begin]

    def _ankers(self) -> Iterator[_Anker[T]]:
        capitals = self._next_capitals()
        for start, woord in enumerate(self.woorden):
            yield from self._ankers_at(start, capitals)
            initials = self.index.paraaf(woord.tekst)
            if initials and woord.vorm not in self.omgeving.afkortingen:
                yield _Anker(start, start, initials)

    def _next_capitals(self) -> list[int]:
        """Return for every word the next with a capital, itself included: only such a word ends a slip of the pen."""
        found = [len(self.woorden) + self.index.langste + 3]
        for number in range(len(self.woorden) - 1, -1, -1):
            found.append(number if self.woorden[number].is_hoofdletter else found[-1])
        return found[::-1]

    def _ankers_at(self, start: int, capitals: list[int]) -> Iterator[_Anker[T]]:
        """Give the forms that begin with a word, its parts put together; no form has more spaces than the longest."""
        longest, stems = self.index.langste, self.index.stammen
        letters = loose = ""
        inner: frozenset[int] = frozenset()
        for end in range(start, min(start + longest + 3, len(self.woorden))):
            if end > start:
                between = self._between(end - 1)
                hyphened = is_afgebroken(between)
                if not (hyphened or is_wit(between) or between in (".", ". ", *_LOS)):
                    return
                loose = between if between in _LOS else loose
                inner = inner if hyphened else inner | {len(letters)}
                if len(inner) >= longest:
                    return
            letters += self.woorden[end].vorm
            is_stem = letters in stems
            exact = [v for v in self.index.exact(letters) if inner <= v.grenzen and loose in v.persoon.achternaam]
            near = self.index.bijna(letters) if capitals[end] == end and not (exact or loose) else []
            if vormen := tuple(exact or (v for v in near if len(inner) <= len(v.grenzen))):
                yield _Anker(start, end, vormen, is_bijna=not exact)
            if not is_stem and capitals[end + 1] > start + longest + 2:
                return

    def _read(self, anker: _Anker[T], before: _Aanloop) -> Noeming[T] | None:
        """Say of an anchor whether it is a mention, of whom, and from where to where."""
        gronden: set[Grond] = {"voornaam"} if before.voornaam else set()
        if any(w.vorm in AANHEF for w in self.woorden[before.begin : anker.eerste]):
            gronden.add("titel")
        is_certain = bool(gronden)
        is_eigen = self._is_eigen(self.woorden[anker.eerste], self.woorden[anker.laatste])
        if not is_certain and (is_eigen or not self._is_name(anker)):
            return None
        options, fits_none = _narrow(anker, before)
        if fits_none:
            gronden.add("anders")
        if self._is_technisch(self.woorden[anker.laatste]):
            gronden.add("technisch")
        elif not is_certain and self._is_doubtful(anker):
            gronden.add("twijfel")
        if before.begin and not before.voornaam and is_afgebroken(self._between(before.begin - 1)):
            gronden.add("streepje")
        begin, end = self._widen(before.begin, anker)
        words = range(before.begin, anker.eerste)
        kern = self.woorden[next((n for n in words if self.woorden[n].vorm not in AANHEF), anker.eerste)].begin
        aanhef = self.tekst[self.woorden[before.begin].begin : kern].strip()
        whole = {v.van for v in anker.vormen if v.soort != "achternaam" or not v.persoon.tussenvoegsel}
        found = Noeming(begin, end, self.tekst[begin:end], aanhef, self.tekst[kern:end], options, anker.soorten)
        named = tuple(van for van in options if van in whole)
        return replace(found, is_bijna=anker.is_bijna, gronden=frozenset(gronden), geheel=named)

    def _is_eigen(self, first: Woord, last: Woord) -> bool:
        """Tell whether words stand within the name or the address of a body of the table."""
        return any(b <= first.begin and last.eind <= e for b, e in self.eigen_namen)

    def _extend(self, anker: _Anker[T]) -> _Aanloop:
        """Go left over prefix, first names, initials and titles."""
        found = _Aanloop(anker.eerste)
        names = {name for vorm in anker.vormen for name in voornamen(vorm.persoon)}
        called = {fold_aaneen(vorm.persoon.voorletters) for vorm in anker.vormen}  # also of two letters: Ad
        own = {_letters(vorm.persoon) for vorm in anker.vormen} - {""}
        is_whole = anker.soorten == {"familienaam"}  # its prefix is in it already
        prefixes = max(len(voorvoegsels(vorm.persoon.tussenvoegsel)) for vorm in anker.vormen)
        while found.begin > 0 and _is_joined(self._between(found.begin - 1)):
            index = found.begin - 1
            woord = self.woorden[index]
            is_own = woord.vorm in names or (woord.vorm in called and woord.is_hoofdletter)
            if woord.vorm in AANHEF:
                is_whole = True  # before a title, an initial or a first name no prefix stands
                found.geslacht = found.geslacht or parse_aanspreking(woord.vorm) or ""
            elif is_own or self._is_initial(index, own):
                is_whole, found.voornaam = True, woord.vorm
            elif self._is_first_name(index):
                found.eigen = found.eigen or replace(found)
                is_whole, found.voornaam = True, woord.vorm
            elif is_whole or not (woord.vorm in VOORVOEGSELS and self._belongs(index, anker)):
                break
            elif not woord.is_hoofdletter or woord.vorm in VOORVOEGSELS:
                prefixes -= 1
                is_whole = prefixes <= 0
            found.begin = index
        while found.begin < anker.eerste and self._is_loose_prefix(found.begin, anker):
            found.begin += 1
        return found

    def _belongs(self, index: int, anker: _Anker[T]) -> bool:
        """Tell whether a small word is the prefix of this name, or stands between a title and the name."""
        prefixes = anker.voorvoegsels
        woord = self.woorden[index]
        if woord.vorm in prefixes or (woord.vorm in _KORT and prefixes):
            return True
        before = self.woorden[index - 1] if index else None
        return woord.is_hoofdletter and before is not None and (before.vorm in AANHEF or not self._opens(index))

    def _is_loose_prefix(self, index: int, anker: _Anker[T]) -> bool:
        """Tell whether a prefix at the left end is a preposition: ``van Voorbeeld``, of who is called Voorbeeld."""
        woord = self.woorden[index]
        return woord.vorm in VOORVOEGSELS and not woord.is_hoofdletter and woord.vorm not in anker.voorvoegsels | _KORT

    def _is_initial(self, index: int, own: set[str]) -> bool:
        """Tell whether an initial stands here: with a full stop, or without one where it is that of who is named."""
        woord = self.woorden[index]
        if is_wit(self._between(index)) and woord.tekst.isupper():
            return any(letters.startswith(woord.vorm) for letters in own)
        return bool(_VOORLETTER.match(self._between(index))) and len(woord.vorm) <= 2 and woord.is_hoofdletter

    def _is_first_name(self, index: int) -> bool:
        """Tell whether an unknown word with a capital stands before a surname as its first name."""
        woord = self.woorden[index]
        is_known = self.omgeving.is_woord(woord.vorm) or woord.vorm in VOORVOEGSELS or woord.vorm.endswith("se")
        ends_sentence = "." in self._between(index)
        is_capitalised = woord.is_hoofdletter and any(c.islower() for c in woord.tekst)
        return is_capitalised and not is_known and not ends_sentence

    def _opens(self, index: int) -> bool:
        return is_zinsbegin(self.tekst, self.woorden[index].begin)

    def _is_name(self, anker: _Anker[T]) -> bool:
        """Tell whether bare words can be a name: by their capitals, or because no word is written so."""
        last = self.woorden[anker.laatste]
        if last.is_hoofdletter or anker.soorten == {"voorletters"}:
            return True
        if anker.soorten <= {"voornaam", "deel"}:
            return False
        letters = "".join(w.vorm for w in self.woorden[anker.eerste : anker.laatste + 1])
        return (
            last.vorm not in woordenboek.load_lijst("woordnamen")
            and len(letters) > 3
            and not self.omgeving.is_gewoon(last.vorm)
        )

    def _is_doubtful(self, anker: _Anker[T]) -> bool:
        """Tell whether a capital proves nothing: it opens a sentence, or stands behind an article."""
        first, last = self.woorden[anker.eerste], self.woorden[anker.laatste]
        bare = all(vorm.soort == "achternaam" and vorm.persoon.tussenvoegsel for vorm in anker.vormen)
        plain = self.omgeving.is_gewoon(last.vorm)
        common = last.vorm in woordenboek.load_lijst("woordnamen") or plain
        if not common and not (anker.is_bijna and last.vorm in self.omgeving.woorden):
            return False
        if anker.is_bijna or bare or anker.soorten <= {"voornaam", "deel"} or plain:
            return True
        if anker.eerste < anker.laatste and first.vorm in VOORVOEGSELS:
            return False  # "De Lange": with its prefix and a capital it is the name
        before = self.woorden[anker.eerste - 1] if anker.eerste else None
        modified = before is not None and (before.vorm in LIDWOORDEN or before.vorm.endswith("se"))
        return (modified and is_wit(self._between(anker.eerste - 1))) or self._opens(anker.eerste)

    def _widen(self, first: int, anker: _Anker[T]) -> tuple[int, int]:
        """Take along the article of a title, an apostrophe behind the name, and the second half of a double name."""
        end = self.woorden[anker.laatste].eind
        article = first and self.woorden[first - 1].vorm == "de"
        if article and self.woorden[first].vorm in ("heer", "heren", "dames", "hr"):
            first -= 1
        rest = _NAAMSTAART.match(self.tekst, end)
        if rest is None and anker.soorten == {"voornaam"}:
            rest = _INITIAAL_ERACHTER.match(self.tekst, end)  # Kim P.
        return self.woorden[first].begin, rest.end() if rest else end

    def _inside(self, woord: Woord, vormen: Sequence[Vorm[T]], letters: str) -> Iterator[Noeming[T]]:
        if woord.vorm in self.omgeving.woorden or self.omgeving.is_gewoon(woord.vorm):
            return
        gronden: set[Grond] = {"in woord"}
        if self._is_technisch(woord):
            gronden.add("technisch")
        elif woord.vorm.startswith(letters) and woord.tekst[len(letters) :][:1].isupper():
            gronden.add("vooraan")
        elif not woord.is_hoofdletter:
            return
        yield Noeming(woord.begin, woord.eind, woord.tekst, wie=_people(vormen), gronden=frozenset(gronden))

    def _is_technisch(self, woord: Woord) -> bool:
        """Tell whether a word is part of an address, a link or a file name."""
        start = max(self.tekst.rfind(c, 0, woord.begin) for c in ' \n\t<>"') + 1
        whole = _BESTANDSTEKENS.match(self.tekst, start)
        return whole is not None and re.search(r"[@_/\\]|\.[a-z]{2,5}\b", whole.group()) is not None


def _narrow(anker: _Anker[T], before: _Aanloop) -> tuple[tuple[T, ...], bool]:
    """Keep those who fit how the text addresses them; tell whether something it says fits none of them."""
    options = {vorm.van: vorm.persoon for vorm in anker.vormen}
    family = {vorm.van: vorm.persoon for vorm in anker.vormen if vorm.soort == "familienaam"}
    options = family or options
    fits_none = False
    tests: tuple[Callable[[Persoon], bool], ...] = (
        lambda p: not before.geslacht or parse_aanspreking(p.aanhef) in (None, before.geslacht),
        lambda p: _has_first_name(p, before.voornaam),
    )
    for test in tests:
        kept = {van: persoon for van, persoon in options.items() if test(persoon)}
        fits_none = fits_none or not kept
        options = kept or options
    return tuple(options), fits_none


def _people(vormen: Sequence[Vorm[T]]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(vorm.van for vorm in vormen))


def _is_joined(between: str) -> bool:
    """Tell whether a word belongs to the name behind it: by a space, a full stop of initials, or a hyphen."""
    return is_wit(between) or bool(_VOORLETTER.match(between)) or is_afgebroken(between)


def _letters(persoon: Persoon) -> str:
    """Return the initials of somebody, folded and without points."""
    return "".join(w.vorm[:1] for w in split_woorden(persoon.voorletters))


def _has_first_name(persoon: Persoon, first: str) -> bool:
    """Tell whether an initial or first name in the text can be his; a list may have none."""
    if not first:
        return True
    own = voornamen(persoon)
    if len(first) > 2 and own:
        return first in own or first == fold_aaneen(persoon.voorletters)
    return fold_woord(persoon.voorletters)[:1] in ("", first[:1])
