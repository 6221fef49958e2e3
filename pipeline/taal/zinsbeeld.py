"""One sentence as the readers of clauses see it: its words, who is named where, and what joins and divides them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from spacy.tokens import Span, Token

from pipeline.taal import woordlijsten as w
from pipeline.taal.kring import Vermelding
from pipeline.taal.werkwoorden import load_hulpwerkwoorden, load_werkwoorden

ENKELVOUD = frozenset({"zal", "gaat", "moet", "kan", "wil", "wordt", "is", "heeft", "mag"})
_VOEGTEKENS = ("en", ",", "&", "/", "+")


class Zinsbeeld:
    """A sentence with its mentions; all indexes are tokens of the Doc.

    ``laag`` are the words of the whole Doc in small letters; ``begint`` and ``eindigt`` find a mention by its
    first token and by the token behind it; ``in_naam`` are the tokens that are part of one.
    """

    def __init__(self, zin: Span, vermeldingen: tuple[Vermelding, ...], laag: Sequence[str]) -> None:
        """Look at a sentence with the mentions in it."""
        self.zin = zin
        self.doc = zin.doc
        self.begin, self.eind = zin.start, zin.end
        self.laag = laag
        self.vermeldingen = vermeldingen
        self.begint = {v.begin: v for v in vermeldingen}
        self.eindigt = {v.eind: v for v in vermeldingen}
        self.in_naam = {i for v in vermeldingen for i in range(v.begin, v.eind) if v.soort != "derde"}
        self.tabel = load_werkwoorden()
        self.hulp = load_hulpwerkwoorden()

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens of the sentence."""
        return list(self.zin)

    def following(self, i: int) -> Token | None:
        """Return the token behind one, None at the end of the sentence."""
        return self.doc[i + 1] if i + 1 < self.eind else None

    def preceding(self, i: int) -> Token | None:
        """Return the token before one, None at the start of the sentence."""
        return self.doc[i - 1] if i > self.begin else None

    def verb_form(self, i: int) -> str:
        """Return what form of a verb the tagger takes a token for: Fin, Inf, Part, or nothing."""
        found = self.doc[i].morph.get("VerbForm", [])
        return found[0] if found else ""

    # --- words that divide

    def is_subordinator(self, i: int) -> bool:
        """Tell whether a subordinate clause begins at a word."""
        word = self.laag[i]
        if word not in w.ONDERSCHIKKERS and word != "die":
            return False
        if word in ("die", "dat", "wat"):
            return self._opens_with_pronoun(i, word)
        if word in ("welke", "waar"):
            return i > self.begin and self.laag[i - 1] == ","
        follows = self.doc[i + 1] if i + 1 < len(self.doc) else None
        return not (word == "om" and follows is not None and follows.text[:1].isdigit())

    def _opens_with_pronoun(self, i: int, word: str) -> bool:
        """Tell ``geeft aan dat`` from ``gaat dat doen`` and ``dat doet Jan``."""
        if i == self.begin:
            return False
        if word != "wat" and i + 1 < self.eind and self._is_singular_verb(i + 1):
            return False
        return self.laag[i - 1] == "," or (word != "die" and self._leads_to_clause(i, word))

    def _leads_to_clause(self, i: int, word: str) -> bool:
        if word == "wat" or self.doc[i].pos_ == "SCONJ":
            return True
        if i + 1 in self.begint:
            return any(self._may_be_finite(j) for j in range(i + 2, self.eind))
        follows = self.doc[i + 1] if i + 1 < len(self.doc) else None
        is_verb = follows is not None and (
            follows.is_punct or any(f.vorm == "infinitief" for f in self.tabel.lookup(follows.lower_))
        )
        return not is_verb and self.laag[i - 1] not in self.hulp

    def _is_singular_verb(self, i: int) -> bool:
        return self.laag[i] in ENKELVOUD or any(f.vorm == "pv" for f in self.tabel.lookup(self.laag[i]))

    def _may_be_finite(self, i: int) -> bool:
        word = self.laag[i]
        return word in self.hulp or any(f.vorm == "pv" or f.meervoud for f in self.tabel.lookup(word))

    def auxiliary_before(self, i: int, verbs: frozenset[str]) -> bool:
        """Tell whether one of these auxiliaries stands before a word, with nothing between that divides."""
        for j in range(i - 1, self.begin - 1, -1):
            word = self.laag[j]
            if word in (",", ";", ":", "en", "maar", "want") or self.is_subordinator(j):
                return False
            if word in self.hulp and self.hulp[word].werkwoord in verbs:
                return True
        return False

    # --- actors that go together

    def joins_actors(self, i: int) -> bool:
        """Tell whether a comma or ``en`` stands between two actors that go together: ``TV en KN``."""
        return i in self.eindigt and i + 1 in self.begint

    def actor_before(self, verb: int) -> Vermelding | None:
        """Return the actor right before a verb, over words such as ``ook`` and what stands in brackets."""
        i = verb
        while i > self.begin:
            if i in self.eindigt:
                return self.eindigt[i]
            word = self.laag[i - 1]
            if word == ")":
                opening = self._opening(i - 1)
                if opening is None:
                    return None
                i = opening
            elif word in w.TUSSENWOORDEN and verb - i < 4 and word not in ("dit", "dat", "het"):
                i -= 1
            else:
                return None
        return None

    def _opening(self, closing: int) -> int | None:
        return next((j for j in range(closing - 1, self.begin - 1, -1) if self.laag[j] == "("), None)

    def together(self, actor: Vermelding) -> tuple[Vermelding, ...]:
        """Take along who stands before an actor, joined by a comma or ``en``."""
        group = [actor]
        while True:
            joint = group[0].begin - 1
            if joint <= self.begin or self.laag[joint] not in (*_VOEGTEKENS, "of"):
                break
            left = self._ending_at(joint)
            if left is None or left.soort in ("wij", "voornaamwoord"):
                break
            group.insert(0, left)
        same_side = len({v.soort == "derde" for v in group}) == 1
        return tuple(group) if same_side else (actor,)

    def _ending_at(self, i: int) -> Vermelding | None:
        """Return the mention that ends at a token, over what stands in brackets behind it."""
        if i in self.eindigt or self.laag[i - 1] != ")":
            return self.eindigt.get(i)
        opening = self._opening(i - 1)
        return self.eindigt.get(opening) if opening is not None else None

    def together_right(self, actor: Vermelding) -> tuple[Vermelding, ...]:
        """Take along who stands behind an actor, joined by a comma or ``en``."""
        group = [actor]
        while group[-1].eind + 1 < self.eind and self.laag[group[-1].eind] in _VOEGTEKENS:
            right = self.begint.get(group[-1].eind + 1)
            if right is None or right.soort in ("wij", "voornaamwoord"):
                break
            group.append(right)
        return tuple(group)
