"""Every place in a text where somebody is named, and what happens there in public.

What is not certain is not guessed: it is ``onbeslist``, and nothing is published until it is decided.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.model import NaamBesluit, Persoon
from pipeline.publicatie.bekenden import Bekende, key_of
from pipeline.publicatie.hoedanigheid import anonymise_bewoner, ask_hoedanigheid, find_huisadressen, met_lidwoord
from pipeline.publicatie.kring import Kring
from pipeline.publicatie.namenlijst import Vorm, voornamen
from pipeline.wie import woordenboek
from pipeline.wie.lexicon import AANHEF, DAMES, HEREN, LIDWOORDEN, VOORVOEGSELS
from pipeline.wie.onbekenden import Oordeel, judge_woorden
from pipeline.wie.woorden import Woord, fold_woord, is_afgebroken, is_wit, is_zinsbegin, split_woorden

Wijze = Literal["blijft", "vervangen", "onbeslist"]
_VOORLETTER = re.compile(r"\.\s?\Z|\.-?\Z")
_EMAIL = re.compile(r"[\w.+'’-]+@[\w-]+(?:\.[\w-]+)*", re.UNICODE)
_TELEFOON = re.compile(
    r"(?<![\w/.,-])(?:\+31|0031|\(?0)[\s./()-]{0,3}(?:\(0\)\s?)?(?:\d[\s./()-]{0,3}){8}\d(?![\w/-])|"
    r"(?<![\w/.,-])\+(?!31)\d{1,3}[\s./-]?(?:\d[\s./()-]?){7,11}\d(?!\w)"
)
_GESPATIEERD = re.compile(r"(?<!\w)(?:[^\W\d_][ .\u00a0]){4,}[^\W\d_](?!\w)")
# Behind a name: the apostrophe of the genitive, the second half of a double name; an initial behind a first name.
_NAAMSTAART = re.compile(r"['’](?!\w)|[-‐‑][A-ZÀ-Þ][\w'’]+(?!\w)")
_INITIAAL_ERACHTER = re.compile(r"\s+[A-ZÀ-Þ]\.(?!\w)")
_TUSSEN_HAAKJES = re.compile(r"\s*\(([^()]*)\)")
_BESTANDSTEKENS = re.compile(r"[^\s<>\"|]*")


@dataclass(frozen=True, slots=True)
class Vermelding:
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


def find_vermeldingen(tekst: str, kring: Kring, is_eigenaar: bool = False) -> tuple[Vermelding, ...]:
    """Find all mentions in a text, in order; they do not overlap.

    ``is_eigenaar`` says that the text is the owner of an action or another field that holds names.
    """
    return lees_tekst(tekst, kring, is_eigenaar).vermeldingen


def find_bekenden(tekst: str, kring: Kring) -> tuple[Vermelding, ...]:
    """Find the mentions of known people and addresses only: in code and bytes every other word is one of a program."""
    found = [
        *_contact(tekst, kring),
        *_Zoeker(tekst, split_woorden(tekst), kring, kring.find_eigen_namen(tekst)).find(),
    ]
    return tuple(_without_overlap(found))


def lees_tekst(tekst: str, kring: Kring, is_eigenaar: bool = False) -> Lezing:
    """Find all mentions in a text, and the words with a capital that were taken for no person."""
    if not tekst or tekst.isspace():
        return Lezing()
    words = split_woorden(tekst)
    finder = _Zoeker(tekst, words, kring, kring.find_eigen_namen(tekst))
    found = [*_contact(tekst, kring), *_guarded(tekst, kring), *_houses(tekst, kring), *finder.find()]
    taken = list(_without_overlap(found))
    judged = judge_woorden(tekst, words, kring.omgeving, [(v.begin, v.eind) for v in taken], is_eigenaar)
    taken += [_of_unknown(tekst, words, oordeel) for oordeel in judged if oordeel.is_vraag]
    passed = [Doorgelaten(words[o.eerste].tekst, o.reden) for o in judged if not o.is_vraag]
    decided: list[Vermelding] = []
    for mention in taken:
        settled = _with_besluit(ask_hoedanigheid(mention, tekst), tekst, kring)
        if settled is None:
            passed.append(Doorgelaten(mention.tekst, "besloten in namen.yaml"))
        else:
            decided.append(anonymise_bewoner(settled, tekst, kring.regels.aanduiding))
    return Lezing(tuple(sorted(decided, key=lambda v: v.begin)), tuple(passed))


def replace_vermeldingen(tekst: str, vermeldingen: Iterable[Vermelding]) -> str:
    """Return the text with every mention that is to be replaced, replaced."""
    for v in sorted(vermeldingen, key=lambda v: v.begin, reverse=True):
        if v.wijze == "vervangen":
            tekst = tekst[: v.begin] + _fit(tekst, v) + tekst[v.eind :]
    return tekst


def _fit(tekst: str, v: Vermelding) -> str:
    """Give a replacement its capital where a sentence begins with it, and no body where brackets follow."""
    door = v.door.partition(" (")[0] if re.match(r"\s*\(", tekst[v.eind :]) else v.door
    if tekst[: v.begin].rstrip().endswith((":", "(", ",")) or not is_zinsbegin(tekst, v.begin):
        return door
    return door[:1].upper() + door[1:]


def _contact(tekst: str, kring: Kring) -> Iterator[Vermelding]:
    """Find e-mail addresses and phone numbers, save those of the table itself."""
    for match in _EMAIL.finditer(tekst):
        if match.group().casefold().rstrip(".") not in kring.adressen:
            yield _replaced(match, "e-mailadres", kring)
    for match in _TELEFOON.finditer(tekst):
        if re.sub(r"\D", "", match.group()) not in kring.adressen:
            yield _replaced(match, "telefoonnummer", kring)


def _guarded(tekst: str, kring: Kring) -> Iterator[Vermelding]:
    """Find what is guarded as names are: an address, a company, an amount."""
    for begin, eind in kring.find_gevoelige_woorden(tekst):
        yield Vermelding(begin, eind, tekst[begin:eind], "vervangen", kring.regels.aanduiding, "gevoelig")


def _houses(tekst: str, kring: Kring) -> Iterator[Vermelding]:
    """Find the addresses of inhabitants, save those that were said to be of something else."""
    for begin, eind in find_huisadressen(tekst):
        besluit = kring.find_besluit(tekst[begin:eind], tekst)
        if besluit is None or besluit.besluit != "geen_naam":
            yield Vermelding(
                begin, eind, tekst[begin:eind], "vervangen", kring.regels.aanduiding, "adres van een inwoner"
            )


def _replaced(match: re.Match[str], reason: str, kring: Kring) -> Vermelding:
    return Vermelding(*match.span(), match.group(), "vervangen", kring.regels.aanduiding, reason)


@dataclass(frozen=True, slots=True)
class Doorgelaten:
    """A word with a capital that was taken for no person, and what it was taken for."""

    woord: str
    reden: str


@dataclass(frozen=True, slots=True)
class Lezing:
    """One text read for names: the mentions in it, and the words that were let through."""

    vermeldingen: tuple[Vermelding, ...] = ()
    doorgelaten: tuple[Doorgelaten, ...] = ()


@dataclass(frozen=True, slots=True)
class _Anker:
    """Words that are a form of a name: from word ``eerste`` up to and including ``laatste``."""

    eerste: int
    laatste: int
    vormen: tuple[Vorm, ...]
    bijna: bool = False


@dataclass(frozen=True, slots=True)
class _Zoeker:
    """The search through one text."""

    tekst: str
    woorden: list[Woord]
    kring: Kring
    eigen_namen: tuple[tuple[int, int], ...] = ()

    def find(self) -> Iterator[Vermelding]:
        for anker in self._ankers():
            mention = self._judge(anker)
            if mention is not None:
                yield mention
        yield from self._in_names_of_files()
        yield from self._spaced()

    def _spaced(self) -> Iterator[Vermelding]:
        """Find a name written with a space between its letters."""
        for match in _GESPATIEERD.finditer(self.tekst):
            forms = self.kring.lijst.exact(fold_woord(match.group()))
            if forms:
                wie = tuple(dict.fromkeys(f.van for f in forms))
                yield settle(Vermelding(*match.span(), match.group(), "onbeslist", wie=wie), self.kring)

    def _between(self, index: int) -> str:
        """What stands between a word and the one after it."""
        return self.tekst[self.woorden[index].eind : self.woorden[index + 1].begin]

    def _ankers(self) -> Iterator[_Anker]:
        for start, woord in enumerate(self.woorden):
            letters, spaces, position = "", 0, 0
            inner: set[int] = set()
            for end in range(start, min(start + self.kring.lijst.langste + 3, len(self.woorden))):
                if end > start:
                    between = self._between(end - 1)
                    if not (is_wit(between) or is_afgebroken(between) or between in (".", ". ")):
                        break
                    position = len(letters)
                    if not is_afgebroken(between):
                        inner.add(position)
                        spaces += 1
                letters += self.woorden[end].vorm
                yield from self._forms(start, end, letters, frozenset(inner))
            yield from self._paraaf(start, woord)

    def _forms(self, start: int, end: int, letters: str, inner: frozenset[int]) -> Iterator[_Anker]:
        exact = tuple(v for v in self.kring.lijst.exact(letters) if inner <= v.grenzen)
        if exact:
            yield _Anker(start, end, exact)
            return
        if not self.woorden[end].is_hoofdletter:
            return
        near = tuple(v for v in self.kring.lijst.bijna(letters) if len(inner) <= len(v.grenzen))
        if near:
            yield _Anker(start, end, near, bijna=True)

    def _paraaf(self, start: int, woord: Woord) -> Iterator[_Anker]:
        forms = self.kring.lijst.voorletters.get(woord.tekst)
        if forms and woord.vorm not in self.kring.afkortingen:
            yield _Anker(start, start, tuple(forms))

    def _judge(self, anker: _Anker) -> Vermelding | None:
        """Say of an anchor whether it is a mention, of whom, and from where to where."""
        begin, gender, first = self._extend(anker)
        before = self.woorden[begin : anker.eerste]
        strong = bool(first) or any(w.vorm in AANHEF for w in before)
        if not strong and (not self._is_name(anker) or self._in_name_of_body(anker)):
            return None
        options, fits_none = self._narrow(anker, gender, first)
        span = self.woorden[begin].begin, self.woorden[anker.laatste].eind
        mention = Vermelding(*self._widen(span, begin, anker), "", "onbeslist", wie=tuple(options))
        mention = replace(mention, tekst=self.tekst[mention.begin : mention.eind])
        if self._technical(self.woorden[anker.laatste]):
            return settle(mention, self.kring, is_technisch=True)
        if not strong and self._is_doubtful(anker):
            is_public = all(b.openbaar == "naam" for b in options)
            return None if is_public else replace(mention, reden="kan ook een gewoon woord zijn")
        settled = settle(mention, self.kring)
        if settled.wijze == "blijft" and all(vorm.soort == "voorletters" for vorm in anker.vormen):
            return self._without_initials(settled)
        if settled.wijze == "blijft" and (fits_none or anker.bijna):
            return replace(mention, reden=f"lijkt op {options[0].naam}, maar is misschien iemand anders")
        return settled

    def _without_initials(self, v: Vermelding) -> Vermelding:
        """Write who is only named by initials in public by role, or else by the body spoken for."""
        places = {b.functie or next(iter(b.bij), "") for b in v.wie}
        door = places.pop() if len(places) == 1 else ""
        return replace(v, wijze="vervangen", door=door, reden="alleen voorletters") if door else v

    def _in_name_of_body(self, anker: _Anker) -> bool:
        """Tell whether the words stand within the name or the address of a body of the table."""
        begin, end = self.woorden[anker.eerste].begin, self.woorden[anker.laatste].eind
        return any(b <= begin and end <= e for b, e in self.eigen_namen)

    def _extend(self, anker: _Anker) -> tuple[int, str, str]:
        """Go left over prefix, first names, initials and titles: where it begins, the gender, the first letters."""
        index, gender, first = anker.eerste, "", ""
        names = {n for vorm in anker.vormen for n in voornamen(vorm.van.persoon)}
        own = {_letters(vorm.van.persoon) for vorm in anker.vormen} - {""}
        is_whole = all(vorm.soort == "familienaam" for vorm in anker.vormen)  # its prefix is in it already
        prefixes = max(len(split_woorden(vorm.van.persoon.tussenvoegsel)) for vorm in anker.vormen)
        while index > 0 and _is_joined(self._between(index - 1)):
            woord = self.woorden[index - 1]
            if woord.vorm in AANHEF:
                is_whole = True  # before a title, an initial or a first name no prefix stands
                gender = gender or ("m" if woord.vorm in HEREN else "v" if woord.vorm in DAMES else "")
            elif self._is_initial(index - 1, own) or woord.vorm in names or self._is_first_name(index - 1):
                is_whole, first = True, woord.vorm
            elif is_whole or not (woord.vorm in VOORVOEGSELS and self._belongs(index - 1, anker)):
                break
            elif not woord.is_hoofdletter or woord.vorm in VOORVOEGSELS:
                prefixes -= 1
                is_whole = prefixes <= 0
            index -= 1
        while index < anker.eerste and self._is_loose_prefix(index, anker):
            index += 1
        return index, gender, first

    def _belongs(self, index: int, anker: _Anker) -> bool:
        """Tell whether a small word is the prefix of this name, or stands between a title and the name."""
        prefixes = {w.vorm for vorm in anker.vormen for w in split_woorden(vorm.van.persoon.tussenvoegsel)}
        woord = self.woorden[index]
        if woord.vorm in prefixes or (woord.vorm in ("v", "vd", "d") and prefixes):
            return True
        before = self.woorden[index - 1] if index else None
        return woord.is_hoofdletter and before is not None and (before.vorm in AANHEF or not self._opens(index))

    def _is_loose_prefix(self, index: int, anker: _Anker) -> bool:
        """Tell whether a prefix at the left end is a preposition: ``van Voorbeeld``, of who is called Voorbeeld."""
        woord = self.woorden[index]
        own = {w.vorm for vorm in anker.vormen for w in split_woorden(vorm.van.persoon.tussenvoegsel)}
        return woord.vorm in VOORVOEGSELS and not woord.is_hoofdletter and woord.vorm not in own | {"v", "vd", "d"}

    def _is_initial(self, index: int, own: set[str]) -> bool:
        """Tell whether an initial stands here: with a full stop, or without one where it is that of who is named."""
        woord = self.woorden[index]
        if is_wit(self._between(index)) and woord.tekst.isupper():
            return any(letters.startswith(woord.vorm) for letters in own)
        return bool(_VOORLETTER.match(self._between(index))) and len(woord.vorm) <= 2 and woord.is_hoofdletter

    def _is_first_name(self, index: int) -> bool:
        """Tell whether an unknown word with a capital stands before a surname as its first name."""
        woord = self.woorden[index]
        known = self.kring.is_woord(woord.vorm) or woord.vorm in VOORVOEGSELS
        adjective = woord.vorm.endswith("se")
        return woord.is_hoofdletter and any(c.islower() for c in woord.tekst) and not (known or adjective)

    def _opens(self, index: int) -> bool:
        return is_zinsbegin(self.tekst, self.woorden[index].begin)

    def _is_name(self, anker: _Anker) -> bool:
        """Tell whether bare words can be a name: by their capitals, or because no word is written so."""
        kinds = {vorm.soort for vorm in anker.vormen}
        last = self.woorden[anker.laatste]
        if kinds == {"voorletters"}:
            return True
        if last.is_hoofdletter:
            return True
        if kinds <= {"voornaam", "deel"}:
            return False
        letters = "".join(w.vorm for w in self.woorden[anker.eerste : anker.laatste + 1])
        return (
            last.vorm not in woordenboek.load_lijst("woordnamen")
            and len(letters) > 3
            and not self.kring.is_gewoon(last.vorm)
        )

    def _is_doubtful(self, anker: _Anker) -> bool:
        """Tell whether a capital proves nothing: it opens a sentence, or stands behind an article."""
        first, last = self.woorden[anker.eerste], self.woorden[anker.laatste]
        kinds = {vorm.soort for vorm in anker.vormen}
        bare = all(vorm.soort == "achternaam" and vorm.van.persoon.tussenvoegsel for vorm in anker.vormen)
        common = last.vorm in woordenboek.load_lijst("woordnamen") or self.kring.is_gewoon(last.vorm)
        if not common and not (anker.bijna and last.vorm in self.kring.woorden):
            return False
        if anker.bijna or bare or kinds <= {"voornaam", "deel"} or self.kring.is_gewoon(last.vorm):
            return True
        if anker.eerste < anker.laatste and first.vorm in VOORVOEGSELS:
            return False  # "De Lange": with its prefix and a capital it is the name
        before = self.woorden[anker.eerste - 1] if anker.eerste else None
        article = before is not None and before.vorm in LIDWOORDEN and is_wit(self._between(anker.eerste - 1))
        adjective = before is not None and before.vorm.endswith("se") and is_wit(self._between(anker.eerste - 1))
        return article or adjective or self._opens(anker.eerste)

    def _narrow(self, anker: _Anker, gender: str, first: str) -> tuple[list[Bekende], bool]:
        """Keep those who fit how the text addresses them; tell whether something it says fits none of them."""
        options = list(dict.fromkeys(vorm.van for vorm in anker.vormen))
        family = [v.van for v in anker.vormen if v.soort == "familienaam"]
        if family and any(v.soort != "familienaam" for v in anker.vormen):
            options = list(dict.fromkeys(family))
        fits_none = False
        for test in (self._fits_gender, self._fits_first_name, self._fits_body):
            kept = [b for b in options if test(b, anker, gender, first)]
            fits_none = fits_none or not kept
            options = kept or options
        return options, fits_none

    def _fits_gender(self, bekende: Bekende, anker: _Anker, gender: str, first: str) -> bool:
        return not gender or _gender(bekende) in ("", gender)

    def _fits_first_name(self, bekende: Bekende, anker: _Anker, gender: str, first: str) -> bool:
        return _has_first_name(bekende, first)

    def _fits_body(self, bekende: Bekende, anker: _Anker, gender: str, first: str) -> bool:
        """Tell whether the brackets behind the name hold a body of his, or no body at all."""
        behind = _TUSSEN_HAAKJES.match(self.tekst, self.woorden[anker.laatste].eind)
        parts = [part.strip() for part in behind[1].split(",")] if behind else []
        if not bekende.bij or not any(part[:1].isupper() for part in parts):
            return True
        inside = {w.vorm for part in parts for w in split_woorden(part)}
        return any(_words(body) and _words(body) <= inside for body in bekende.bij)

    def _widen(self, span: tuple[int, int], begin: int, anker: _Anker) -> tuple[int, int]:
        """Take along the article of a title, an apostrophe behind the name, and the second half of a double name."""
        start, end = span
        if (
            self.woorden[begin].vorm in ("heer", "heren", "dames", "hr")
            and begin
            and self.woorden[begin - 1].vorm == "de"
        ):
            start = self.woorden[begin - 1].begin
        rest = _NAAMSTAART.match(self.tekst, end)
        if rest is None and all(vorm.soort == "voornaam" for vorm in anker.vormen):
            rest = _INITIAAL_ERACHTER.match(self.tekst, end)  # Kim P.
        return start, rest.end() if rest else end

    def _in_names_of_files(self) -> Iterator[Vermelding]:
        """Find names inside a longer word: in an address, a file name or a link; elsewhere that is a question."""
        joined = " ".join(woord.vorm for woord in self.woorden)
        for vorm, forms in self.kring.lijst.vormen.items():
            if len(vorm) < 5 or vorm not in joined or all(f.soort in ("voornaam", "deel") for f in forms):
                continue
            for woord in self.woorden:
                if vorm in woord.vorm and vorm != woord.vorm and woord.vorm != vorm + "s" and not self._is_eigen(woord):
                    yield from self._inside(woord, tuple(dict.fromkeys(f.van for f in forms)), vorm)

    def _is_eigen(self, woord: Woord) -> bool:
        return any(b <= woord.begin and woord.eind <= e for b, e in self.eigen_namen)

    def _inside(self, woord: Woord, wie: tuple[Bekende, ...], vorm: str) -> Iterator[Vermelding]:
        if (
            all(b.openbaar == "naam" for b in wie)
            or woord.vorm in self.kring.woorden
            or self.kring.is_gewoon(woord.vorm)
        ):
            return
        joined = self._technical(woord)
        mention = Vermelding(woord.begin, woord.eind, woord.tekst, "onbeslist", wie=wie)
        if joined:
            yield settle(mention, self.kring, is_technisch=True)
        elif woord.vorm.startswith(vorm) and woord.tekst[len(vorm) :][:1].isupper():
            yield settle(mention, self.kring)
        elif woord.is_hoofdletter:
            yield replace(mention, reden="er zit een naam in dit woord")

    def _technical(self, woord: Woord) -> bool:
        """Tell whether a word is part of an address, a link or a file name."""
        start = max(self.tekst.rfind(c, 0, woord.begin) for c in ' \n\t<>"') + 1
        whole = _BESTANDSTEKENS.match(self.tekst, start)
        return whole is not None and re.search(r"[@_/\\]|\.[a-z]{2,5}\b", whole.group()) is not None


def _is_joined(between: str) -> bool:
    """Tell whether a word belongs to the name behind it: by a space, a full stop of initials, or a hyphen."""
    return is_wit(between) or bool(_VOORLETTER.match(between)) or is_afgebroken(between)


def _letters(persoon: Persoon) -> str:
    """Return the initials of somebody, folded and without points."""
    return "".join(w.vorm[:1] for w in split_woorden(persoon.voorletters))


def _words(body: str) -> set[str]:
    return {w.vorm for w in split_woorden(body)}


def _has_first_name(bekende: Bekende, first: str) -> bool:
    """Tell whether an initial or first name in the text can be his; a list may have none."""
    if not first:
        return True
    own = voornamen(bekende.persoon)
    if len(first) > 2 and own:
        return first in own
    return key_of(bekende.persoon)[1] in ("", first[:1])


def _gender(bekende: Bekende) -> str:
    titles = {w.vorm for w in split_woorden(bekende.persoon.aanhef)}
    return "m" if titles & HEREN else "v" if titles & DAMES else ""


def settle(mention: Vermelding, kring: Kring, is_technisch: bool = False) -> Vermelding:
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
    places = {_place_of(b, kring) for b in mention.wie}
    door = places.pop() if len(places) == 1 and not is_technisch else kring.regels.aanduiding
    return replace(mention, wijze="vervangen", door=door, reden=mention.wie[0].reden)


def _place_of(bekende: Bekende, kring: Kring) -> str:
    if bekende.openbaar == "functie" and bekende.functie:
        return bekende.functie
    return kring.regels.aanduiding


_TITEL_ERVOOR = re.compile(
    r"(?<!\w)(?:(?:[Dd]e\s+)?(?:[Hh]eer|[Hh]eren|[Dd]ames)|[Mm]eneer|[Mm]evrouw|(?:[Dd]hr|[Mm]w|[Mm]evr|[Dd]rs|[Ii]ng|[Pp]rof)\.?|"
    r"(?:[DdIiMm]r)\.)\s+\Z"
)


def _of_unknown(tekst: str, woorden: list[Woord], oordeel: Oordeel) -> Vermelding:
    """Make a mention of a name on no list; its title goes with it, for that says something of the person too."""
    begin, end = woorden[oordeel.eerste].begin, woorden[oordeel.laatste].eind
    while title := _TITEL_ERVOOR.search(tekst, max(0, begin - 20), begin):
        begin = title.start()
    return Vermelding(begin, end, tekst[begin:end], "onbeslist", reden=oordeel.reden)


def _with_besluit(v: Vermelding, tekst: str, kring: Kring) -> Vermelding | None:
    """Let a decision of ``namen.yaml`` settle what is open; it cannot make a person who must not be named public."""
    if v.wijze == "blijft" or (v.wijze == "vervangen" and not v.wie):
        return v
    besluit = kring.find_besluit(v.tekst, tekst) or kring.find_besluit(bare_naam(v.tekst), tekst)
    if besluit is not None and besluit.besluit == "organisatie":
        return replace(v, wijze="vervangen", door=_of_body(besluit, v, kring), reden="besloten in namen.yaml")
    if besluit is None or v.wijze != "onbeslist":
        return v
    if besluit.besluit == "geen_naam":
        return None
    if besluit.besluit == "naam":
        return replace(v, wijze="blijft", reden="besloten in namen.yaml")
    door = besluit.functie if besluit.besluit == "functie" and besluit.functie else kring.regels.aanduiding
    return replace(v, wijze="vervangen", door=door, reden="besloten in namen.yaml")


def _of_body(besluit: NaamBesluit, v: Vermelding, kring: Kring) -> str:
    """Say of whom only the organisation may be known what that is; without one there is only the mark."""
    body = besluit.organisatie or next((body for b in v.wie for body in b.bij), "")
    return f"een medewerker van {met_lidwoord(body)}" if body else kring.regels.aanduiding


def bare_naam(naam: str) -> str:
    """Return a name without its title."""
    words = split_woorden(naam)
    first = next((n for n, w in enumerate(words) if w.vorm not in AANHEF and w.tekst.casefold() != "de"), 0)
    return naam[words[first].begin :] if words else naam


def _without_overlap(found: Iterable[Vermelding]) -> Iterator[Vermelding]:
    """Keep the longest of those that overlap; what has to be replaced or asked goes before what may stay."""
    rank = {"blijft": 1, "onbeslist": 0, "vervangen": 0}
    taken: set[int] = set()
    for v in sorted(found, key=lambda v: (-(v.eind - v.begin), rank[v.wijze], v.begin)):
        places = range(v.begin, v.eind)
        if taken.isdisjoint(places):
            taken.update(places)
            yield v
