"""The clauses of a sentence: who does what, in which tense, mood and voice.

Dutch puts the finite verb second in a main clause and last in a subordinate one, so its place and what stands
right before and behind it say who the subject is. That reading is made here from word order, the verb tables
and the tags of the model; it holds on telegram style, where a parser trained on newspapers goes astray.
Without a tagger the verb tables alone decide what is a verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.attrs import POS
from spacy.symbols import AUX, VERB
from spacy.tokens import Doc, Span, Token

from pipeline.taal import woordlijsten as w
from pipeline.taal.kring import Vermelding
from pipeline.taal.werkwoorden import Klasse, Woordvorm, load_hulpwerkwoorden, load_werkwoorden

# Participles that are adjectives behind ``is``: ``is bereid``, ``is bekend``.
_BIJVOEGLIJK = frozenset({"bereid", "bekend", "betrokken", "geschikt", "verzekerd", "gericht", "gebleken"})
# Particles that are no prepositions, and so never govern the words behind them.
_ALLEEN_DEELTJE = frozenset(
    "toe terug samen mee af neer weg bijeen vast vrij beschikbaar veilig klaar kort goed zien weten los na".split()
)
_MET_INFINITIEF = frozenset({"zullen", "kunnen", "moeten", "mogen", "willen", "gaan", "dienen", "hoeven", "laten"})

_TIJDNAAMWOORDEN = frozenset(
    "week maand jaar keer vergadering bijeenkomst overleg kwartaal dag vrijdag maandag dinsdag woensdag donderdag "
    "sprint zomer najaar voorjaar moment volgende komende".split()
)

_TIJDAANLOOP = frozenset("begin eind einde medio half uiterlijk halverwege ultimo vandaag morgen vanaf".split())

_WERKWOORDSOORTEN = frozenset({VERB, AUX})
_ENKELVOUD = frozenset({"zal", "gaat", "moet", "kan", "wil", "wordt", "is", "heeft", "mag"})

Tijd = Literal["nu", "straks", "verleden", "voltooid"]


@dataclass(frozen=True, slots=True)
class Deelzin:
    """A clause with a finite verb; all indexes are tokens of the Doc.

    ``hulp`` are its auxiliaries, the finite one first; ``werkwoord`` the infinitive of what is done, with its
    particle, at ``kern``; ``vast`` the words of a fixed combination it was recognised by. ``bijzin`` is the
    word that subordinates it, empty for a main clause. ``inversie``: the subject follows the verb.
    """

    begin: int
    eind: int
    pv: int
    kern: int
    werkwoord: str
    klasse: Klasse | None
    hulp: tuple[str, ...] = ()
    tijd: Tijd = "nu"
    lijdend: bool = False
    bijzin: str = ""
    inversie: bool = False
    onderwerp: tuple[Vermelding, ...] = ()
    onderwerp_geleend: bool = False
    door: tuple[Vermelding, ...] = ()
    vast: str = ""


def find_deelzinnen(
    zin: Span, vermeldingen: Sequence[Vermelding], laag: Sequence[str] | None = None
) -> tuple[Deelzin, ...]:
    """Split a sentence in its clauses, in order; a sentence without finite verb gives none.

    ``vermeldingen`` are those of the sentence; ``laag`` the words of the whole Doc in small letters.
    """
    return _Lezing(zin, tuple(vermeldingen), laag or [token.lower_ for token in zin.doc]).read()


class _Lezing:
    """The reading of one sentence: its finite verbs, their bounds, and what belongs to each."""

    def __init__(self, zin: Span, vermeldingen: tuple[Vermelding, ...], laag: Sequence[str]) -> None:
        self.doc: Doc = zin.doc
        self.laag = laag
        self.zin = zin
        self.vermeldingen = vermeldingen
        self.begint = {v.begin: v for v in vermeldingen}
        self.eindigt = {v.eind: v for v in vermeldingen}
        self.in_naam = {i for v in vermeldingen for i in range(v.begin, v.eind) if v.soort != "derde"}
        self.tabel = load_werkwoorden()
        self.hulp = load_hulpwerkwoorden()

    def read(self) -> tuple[Deelzin, ...]:
        likely = [self.doc[i] for i in self._verb_forms()]
        verbs = [t.i for t in likely if self._is_finite(t)] or [t.i for t in likely if self._must_be(t)]
        starts = [self.zin.start, *(self._boundary(a, b) for a, b in zip(verbs, verbs[1:], strict=False))]
        clauses: list[Deelzin] = []
        for index, verb in enumerate(verbs):
            end = starts[index + 1] if index + 1 < len(verbs) else self.zin.end
            clauses.append(self._clause(starts[index], verb, end, clauses[-1] if clauses else None))
        return tuple(clauses)

    # --- which words are finite verbs

    def _verb_forms(self) -> Iterator[int]:
        """Give the words that may be verbs at all: those of the tables, and those tagged so."""
        start, end = self.zin.start, self.zin.end
        tags = self.doc.to_array(POS)[start:end].tolist()
        forms, aux = self.tabel.vormen, self.hulp
        for i, tag in enumerate(tags, start):
            word = self.laag[i]
            if word in forms or word in aux or tag in _WERKWOORDSOORTEN or "/" in word:
                yield i

    def _is_finite(self, token: Token) -> bool:
        if token.i in self.in_naam or not token.is_alpha:
            return False
        word = token.lower_
        forms = self.tabel.lookup(word)
        if any(f.vorm == "pv" or f.meervoud for f in forms) and self._closes_clause(token):
            return True
        if token.pos_ and self._tagged_otherwise(token):
            return False
        if word in self.hulp:
            return not self._is_plural_infinitive(token)
        if any(f.meervoud for f in forms) and self._behind_one_person(token):
            return False
        if any(f.deeltje and f.vorm == "infinitief" for f in forms) and not self._subordinated(token):
            return False
        if word.endswith("en") and (self._is_plural_infinitive(token, bare=True) or self._closes_telegram(token)):
            return False
        if any(f.vorm == "deelwoord" for f in forms) and self._completes(token):
            return False
        tagged = token.morph.get("VerbForm")
        if tagged == ["Fin"]:
            if not forms and not word.endswith(("t", "n", "de", "te")):
                return False
            return not (token.i > self.zin.start and self._governs_noun(self.doc[token.i - 1]))
        if any(f.vorm == "pv" for f in forms):
            return not tagged or token.pos_ not in ("VERB", "AUX") or word.endswith("t")
        if any(f.vorm == "ik" for f in forms) and self._beside_ik(token):
            return True
        if any(f.vorm == "verleden" for f in forms) and not any(f.vorm == "deelwoord" for f in forms):
            return True
        return self._plural_after_actors(token, forms)

    @staticmethod
    def _governs_noun(before: Token) -> bool:
        """An inflected participle behind a preposition is no finite verb: ``omzetten van ingevulde``."""
        return before.lower_ in ("van", "met", "de", "een", "voor", "door", "via", "bij")

    def _tagged_otherwise(self, token: Token) -> bool:
        """A noun behind an article is no verb, whatever the table says: ``het bericht``, ``de vraag``."""
        before = self.doc[token.i - 1] if token.i > self.zin.start else None
        if token.pos_ not in ("NOUN", "ADJ", "PROPN", "ADP", "DET", "NUM", "PRON", "ADV", "SCONJ"):
            return False
        noun_like = before is not None and (before.lower_ in w.LIDWOORDEN or before.pos_ in ("ADJ", "DET"))
        return (noun_like and before is not None and before.i not in self.in_naam) or not self._verb_by_place(token)

    def _verb_by_place(self, token: Token) -> bool:
        """Right behind an actor a third person form is a verb, also where a capital or a typo misled the tagger."""
        return self._actor_before(token.i) is not None and any(f.vorm == "pv" for f in self.tabel.lookup(token.lower_))

    def _must_be(self, token: Token) -> bool:
        """In a sentence without any other, a third person form of the table is the verb, whatever the tagger says."""
        before = self.laag[token.i - 1] if token.i > self.zin.start else "de"
        forms = self.tabel.lookup(token.lower_) if token.i not in self.in_naam else ()
        clear = any(f.vorm == "pv" for f in forms) and not any(f.vorm == "deelwoord" for f in forms)
        return clear and token.lower_.endswith("t") and before not in w.LIDWOORDEN

    def _closes_clause(self, token: Token) -> bool:
        """Tell whether a word stands last behind ``dat``: there a table form is the verb of that clause."""
        after = self.doc[token.i + 1] if token.i + 1 < self.zin.end else None
        if after is not None and not after.is_punct:
            return False
        for i in range(token.i - 1, self.zin.start - 1, -1):
            if self.laag[i] in self.hulp or self.laag[i] == "te":
                return False
            if self.laag[i] in ("dat", "zodat", "omdat") and self._is_subordinator(i):
                return i + 1 in self.begint
        return False

    def _completes(self, token: Token) -> bool:
        """Tell whether an auxiliary waits for this participle: ``wordt verzocht``, ``heeft bezocht``."""
        for i in range(token.i - 1, self.zin.start - 1, -1):
            word = self.laag[i]
            if word in (",", ";", ":", "en", "maar") or self._is_subordinator(i):
                return False
            if word in self.hulp and self.hulp[word].werkwoord in ("worden", "zijn", "hebben"):
                return True
        return False

    def _behind_one_person(self, token: Token) -> bool:
        """A plural form does not go with one person: ``Jan bellen`` is an infinitive."""
        actor = self._actor_before(token.i)
        if actor is None or actor.soort not in ("persoon", "naam") or actor.eind != token.i:
            return False
        return len(self._coordinated(actor)) == 1

    def _subordinated(self, token: Token) -> bool:
        """Tell whether a word of subordination stands before it; without, ``opvragen`` in one word is no finite verb."""
        return any(self._is_subordinator(i) for i in range(self.zin.start, token.i))

    def _beside_ik(self, token: Token) -> bool:
        around = {self.laag[i] for i in (token.i - 1, token.i + 1) if self.zin.start <= i < self.zin.end}
        return "ik" in around

    def _is_plural_infinitive(self, token: Token, *, bare: bool = False) -> bool:
        """Tell ``kunnen`` the infinitive (``zal kunnen``) from ``kunnen`` the finite verb.

        ``bare`` asks it of a full verb: only an auxiliary before it makes an infinitive of that.
        """
        if not token.lower_.endswith("n") or token.lower_ == "ben":
            return False
        for i in range(token.i - 1, self.zin.start - 1, -1):
            word = self.laag[i]
            if word in (",", ";", ":", "en", "maar", "want") or self._is_subordinator(i):
                break
            if word in self.hulp and self.hulp[word].werkwoord in _MET_INFINITIEF:
                return True
        if bare or self._actor_before(token.i) is not None:
            return False
        form = token.morph.get("VerbForm")
        return bool(form) and form != ["Fin"]

    def _closes_telegram(self, token: Token) -> bool:
        """``Jan de stukken nalopen``: an infinitive at the end of a sentence without any other verb."""
        if token.i - self.zin.start < 2 or self._actor_before(token.i) is not None:
            return False
        after = self.doc[token.i + 1] if token.i + 1 < self.zin.end else None
        if after is not None and not after.is_punct:
            return False
        others = (t for t in self.zin if t.i < token.i)
        return not any(
            self._is_subordinator(t.i) or t.lower_ in self.hulp or t.morph.get("VerbForm") == ["Fin"] for t in others
        )

    def _plural_after_actors(self, token: Token, forms: tuple[Woordvorm, ...]) -> bool:
        """Read ``TK en EK maken``: an infinitive right behind several actors, without a tagger, is finite."""
        if not any(f.meervoud for f in forms) or any(t.lower_ in self.hulp for t in self.zin if t.i < token.i):
            return False
        if token.i + 1 < self.zin.end and self.laag[token.i + 1] in w.WIJ:
            return True
        actor = self._actor_before(token.i)
        return actor is not None and (len(self._coordinated(actor)) > 1 or actor.soort in ("wij", "allen"))

    # --- where clauses meet

    def _boundary(self, left: int, right: int) -> int:
        """Return the token where the clause of the second verb begins."""
        between = range(left + 1, right + 1)
        words = {i: self.laag[i] for i in between}
        for match in (self._is_subordinator, lambda i: words[i] in w.STERKE_TEKENS):
            if found := [i for i in between if i < right and match(i)]:
                return found[-1]
        coordinators = [i for i in between if i < right and words[i] in w.NEVENSCHIKKERS and not self._joins_actors(i)]
        commas = [i for i in between if i < right and words[i] == "," and not self._joins_actors(i)]
        options = coordinators or commas
        if not options:
            return self._start_of_actors(right, left + 1)
        last = options[-1]
        return last + 1 if words[last] != "," or last + 1 <= right else last

    def _is_subordinator(self, i: int) -> bool:
        word = self.laag[i]
        if word in ("die", "dat") and i + 1 < self.zin.end and self._shape_singular(self.doc[i + 1]):
            return False
        if word in ("die", "dat", "wat") and i > self.zin.start:
            before = self.doc[i - 1]
            return (word != "die" and self._opens_dat(before, i)) or before.text == ","
        if word == "welke" or word == "waar":
            return i > self.zin.start and self.doc[i - 1].text == ","
        if word == "om":
            return not (i + 1 < len(self.doc) and (self.doc[i + 1].like_num or self.doc[i + 1].text[:1].isdigit()))
        return word in w.ONDERSCHIKKERS and word not in ("die", "dat", "wat")

    def _opens_dat(self, before: Token, i: int) -> bool:
        """``geeft aan dat`` subordinates; ``gaat dat doen`` does not."""
        if self.laag[i] == "wat" or self.doc[i].pos_ == "SCONJ":
            return True
        if i + 1 in self.begint:
            return any(t.i > i + 1 and self._shape_finite(t) for t in self.zin)
        follows = self.doc[i + 1] if i + 1 < len(self.doc) else None
        is_verb = follows is not None and (
            any(f.vorm == "infinitief" for f in self.tabel.lookup(follows.lower_)) or follows.is_punct
        )
        return not is_verb and before.lower_ not in self.hulp

    def _shape_singular(self, token: Token) -> bool:
        word = token.lower_
        return word in _ENKELVOUD or any(f.vorm == "pv" for f in self.tabel.lookup(word))

    def _shape_finite(self, token: Token) -> bool:
        return token.lower_ in self.hulp or any(f.vorm == "pv" or f.meervoud for f in self.tabel.lookup(token.lower_))

    def _joins_actors(self, i: int) -> bool:
        """Tell whether a comma or ``en`` stands between two actors that go together: ``TK en EK``."""
        return i in self.eindigt and i + 1 in self.begint

    def _start_of_actors(self, verb: int, low: int) -> int:
        actor = self._actor_before(verb)
        if actor is None:
            return verb
        return max(low, min(v.begin for v in self._coordinated(actor)))

    # --- what belongs to a verb

    def _clause(self, begin: int, verb: int, end: int, before: Deelzin | None) -> Deelzin:
        opener = self._opener(begin, verb)
        aux, core, form = self._verbs(begin, verb, end, bool(opener))
        name, klasse, fixed = self._meaning(core, form, begin, end)
        tense, passive = self._tense(verb, aux, form)
        subject, inverted, borrowed = self._subject(begin, verb, end, opener, before)
        return Deelzin(
            begin, end, verb, core, name, klasse, aux, tense, passive, opener, inverted, subject, borrowed,
            self._agent(begin, verb, end, bool(opener)), fixed,
        )  # fmt: skip

    def _opener(self, begin: int, verb: int) -> str:
        for i in range(begin, verb):
            if self._is_subordinator(i):
                between = any(self.doc[j].text == "," for j in range(i + 1, verb))
                return "" if between and self._actor_before(verb) and i == self.zin.start else self.laag[i]
        return ""

    def _verbs(self, begin: int, verb: int, end: int, sub: bool) -> tuple[tuple[str, ...], int, Woordvorm | None]:
        """Find the auxiliaries, and the verb that says what is done."""
        finite = self.laag[verb]
        forms = self.tabel.lookup(finite)
        if finite not in self.hulp:
            form = next((f for f in forms if f.vorm in ("pv", "verleden") or f.meervoud), None)
            return (), verb, form
        first = self.hulp[finite].werkwoord
        others = [
            i
            for i in (*range(verb + 1, self._reach(verb, end)), *self._before_verb(begin, verb, sub))
            if (self._nonfinite(self.doc[i]) is not None and not self._is_noun(self.doc[i]))
        ]
        chain = [first, *(self.laag[i] for i in others if self.laag[i] in self.hulp)]
        full = [i for i in others if self.laag[i] not in self.hulp]
        if not full and first in _MET_INFINITIEF:
            full = self._behind_inserted_clause(end)
        if not full:
            own = next((f for f in forms if f.vorm in ("pv", "verleden") or f.meervoud), None)
            last = next((i for i in reversed(others)), verb)
            form = own if last == verb else self._nonfinite(self.doc[last])
            return (() if last == verb else (first,)), last, form
        core = self._core("worden" if "worden" in chain else first, full)
        form = self._nonfinite(self.doc[core])
        if first == "laten" and form is not None and form.werkwoord in ("weten", "horen"):
            return (), core, Woordvorm("laten weten", "infinitief")
        if "worden" in chain:
            found = self.tabel.lookup(self.laag[core])
            form = next((f for f in found if f.vorm == "deelwoord"), form)
        return tuple(chain), core, form

    def _behind_inserted_clause(self, end: int) -> list[int]:
        """Find the infinitive at the end of the sentence: ``Jan zal, zodra dat kan, de stukken sturen``."""
        words = [t for t in self.zin if t.is_alpha]
        last = words[-1] if words else None
        if last is None or last.i < end or not any(self.doc[i].text == "," for i in range(end, last.i)):
            return []
        form = self._nonfinite(last)
        return [last.i] if form is not None and form.vorm == "infinitief" else []

    def _before_verb(self, begin: int, verb: int, sub: bool) -> range:
        """Verbs stand before the finite one in a subordinate clause, and alone in front: ``Afgesproken wordt``."""
        if sub:
            return range(begin, verb)
        opens = verb - 1 >= begin and any(f.vorm == "deelwoord" for f in self.tabel.lookup(self.laag[verb - 1]))
        return range(verb - 1, verb) if opens else range(0)

    def _core(self, first: str, candidates: list[int]) -> int:
        """Choose the verb that belongs to the auxiliary: a participle with ``zijn`` and ``worden``."""
        wants = "deelwoord" if first in ("zijn", "hebben", "worden") else "infinitief"
        fitting = [i for i in candidates if any(f.vorm == wants for f in self.tabel.lookup(self.laag[i]))]
        return (fitting or candidates)[0]

    def _reach(self, verb: int, end: int) -> int:
        """The verbs of a clause stand before the next ``om``, ``dat`` or strong sign."""
        for i in range(verb + 1, end):
            word = self.laag[i]
            if (word in w.STERKE_TEKENS and word not in "()/") or (
                word in ("om", "dat", "zodat", "omdat", "voordat", "waarna", "waarbij") and self._is_subordinator(i)
            ):
                return i
        return end

    def _nonfinite(self, token: Token) -> Woordvorm | None:
        if token.lower_ in _BIJVOEGLIJK:
            return None
        forms = self.tabel.lookup(token.lower_)
        found = next((f for f in forms if f.vorm in ("infinitief", "deelwoord")), None)
        if found or not token.morph.get("VerbForm") or token.morph.get("VerbForm") == ["Fin"]:
            if token.lower_ in ("worden", "zijn", "hebben", "kunnen", "moeten", "gaan", "laten"):
                return found or Woordvorm(token.lower_, "infinitief")
            return found
        if token.i + 1 < len(self.doc) and self.doc[token.i + 1].pos_ in ("NOUN", "PROPN", "ADJ"):
            return None
        vorm = "infinitief" if token.morph.get("VerbForm") == ["Inf"] else "deelwoord"
        return Woordvorm(token.lemma_.lower() or token.lower_, vorm)  # type: ignore[arg-type]

    def _is_noun(self, token: Token) -> bool:
        if token.pos_:
            before = self.doc[token.i - 1] if token.i > self.zin.start else None
            pointing = before is not None and before.lower_ in ("dit", "dat", "die", "deze")
            nominal = (
                before is not None
                and not pointing
                and (before.lower_ in w.LIDWOORDEN or before.pos_ in ("ADJ", "DET", "NUM"))
            )
            known = any(f.vorm in ("infinitief", "deelwoord") for f in self.tabel.lookup(token.lower_))
            return token.pos_ == "NOUN" and (nominal or not known)
        left = self.laag[token.i - 1] if token.i > self.zin.start else ""
        return left in ("de", "een", "van", "bij", "voor", "door")

    def _meaning(self, core: int, form: Woordvorm | None, begin: int, end: int) -> tuple[str, Klasse | None, str]:
        """Give the verb with its particle, its class, and the fixed combination it stands in."""
        if form is None:
            token = self.doc[core]
            return (token.lemma_ or token.lower_).lower(), None, ""
        verb, particle = form.werkwoord, form.deeltje
        if fixed := self._fixed(verb, particle, core, begin, end):
            return f"{verb} {fixed[0]}", fixed[1], fixed[0]
        if not particle:
            particle = self._particle(verb, core, begin, end)
        return particle + verb, self.tabel.klasse(verb, particle), ""

    def _fixed(self, verb: str, particle: str, core: int, begin: int, end: int) -> tuple[str, Klasse] | None:
        """Find a fixed combination such as ``neemt contact op`` within the clause."""
        if particle and verb not in ("nemen", "zetten"):
            return None
        reach = self._reach(core, end) if core >= begin else end
        words = [self.laag[i] for i in range(begin, reach)]
        for wanted, klasse in self.tabel.verbindingen.get(verb, ()):
            if wanted[0].startswith("!"):
                if core - begin + 1 < len(words) and words[core - begin + 1] == wanted[0][1:]:
                    return wanted[0][1:], klasse
                continue
            size = len(wanted)
            if any(tuple(words[i : i + size]) == wanted for i in range(len(words) - size + 1)):
                return " ".join(wanted), klasse
            if size == 2 and wanted[0] in words and wanted[1] in words[words.index(wanted[0]) + 1 :]:
                return " ".join(wanted), klasse
        return None

    def _particle(self, verb: str, core: int, begin: int, end: int) -> str:
        """Find the particle of a separable verb: last in the clause, or right before ``te``."""
        known = self.tabel.deeltjes.get(verb, frozenset())
        if not known:
            return ""
        for i in range(core - 1, max(begin, core - 3) - 1, -1):
            if self.laag[i] in known and (core - i == 1 or self.laag[core - 1] == "te"):
                return self.laag[i]
        for i in range(core + 1, self._reach(core, end)):
            if self.laag[i] in known and self._stands_apart(i, core, end):
                return self.laag[i]
        return ""

    def _stands_apart(self, i: int, core: int, end: int) -> bool:
        """A particle is not followed by what a preposition would govern, nor by ``te`` with another verb."""
        token = self.doc[i]
        if i + 1 < end and self.laag[i + 1] == "te":
            return False
        if (token.dep_ == "compound:prt" and token.head.i == core) or i + 1 >= end:
            return True
        after = self.doc[i + 1]
        if token.lower_ in _ALLEEN_DEELTJE and (token.lower_ != "na" or i > core + 1):
            return True
        if (self.doc[core].lemma_ or self.laag[core])[:4] in ("bied", "bood") or after.is_punct:
            return True
        if after.lower_ in w.NEVENSCHIKKERS or after.lower_ in w.ONDERSCHIKKERS:
            return True
        return after.lower_ in w.VOORZETSELS and token.lower_ not in ("van", "tot")

    def _tense(self, verb: int, aux: tuple[str, ...], form: Woordvorm | None) -> tuple[Tijd, bool]:
        token = self.doc[verb]
        finite = self.hulp.get(token.lower_)
        participle = form is not None and form.vorm == "deelwoord"
        passive = participle and ("worden" in aux or bool(finite and finite.werkwoord == "worden"))
        known = self.tabel.lookup(token.lower_)
        tagged_past = token.morph.get("Tense") == ["Past"] and not known
        if (finite and finite.verleden) or (finite is None and tagged_past):
            return "verleden", passive
        if finite is None and form is not None and form.vorm == "verleden":
            return "verleden", passive
        if participle and aux and aux[0] in ("hebben", "zijn") and "worden" not in aux[1:]:
            return "voltooid", passive
        return ("straks" if aux and aux[0] in ("zullen", "gaan") else "nu"), passive

    # --- who

    def _subject(
        self, begin: int, verb: int, end: int, opener: str, before: Deelzin | None
    ) -> tuple[tuple[Vermelding, ...], bool, bool]:
        """Return who does it, whether the subject follows the verb, whether it is that of the clause before."""
        actor = self._actor_before(verb)
        single = self.laag[verb] in _ENKELVOUD or self.laag[verb].endswith("t")
        if opener:
            return self._subject_of_subclause(begin, verb, before)
        if actor is not None:
            head = self._head_of_phrase(actor, begin)
            if head is not None:
                group = self._coordinated(head)
                return (group[-1:] if single and len(group) > 2 else group), False, False
        if (
            self._vorfeld_is_empty(begin, verb)
            and begin > self.zin.start
            and before
            and self._same_subject(before, begin)
        ):
            return before.onderwerp, False, True
        if self._other_subject(begin, verb):
            return (), False, False
        behind = self._actor_behind(verb, end)
        return (self._coordinated_right(behind) if behind else ()), True, False

    def _vorfeld_is_empty(self, begin: int, verb: int) -> bool:
        words = [self.laag[i] for i in range(begin, verb)]
        return all(word in w.TUSSENWOORDEN or word in w.NEVENSCHIKKERS or word == "," for word in words)

    def _other_subject(self, begin: int, verb: int) -> bool:
        """Tell whether a noun that cannot act is the subject before the verb: ``De regeling biedt ...``."""
        comma = max((i for i in range(begin, verb) if self.doc[i].text == ","), default=begin - 1)
        first = next((i for i in range(comma + 1, verb) if not self.doc[i].is_punct), verb)
        if verb - first == 1 and self.laag[first] in ("dit", "dat", "het", "wat") and verb + 1 in self.begint:
            return False
        if first >= verb or self.laag[first] in w.VOORZETSELS | w.BIJWOORDEN or self._is_time(first, verb):
            return False
        head = self.doc[verb - 1]
        if head.pos_ not in ("NOUN", "PROPN", "PRON", "ADJ") or head.dep_ not in (
            "nsubj",
            "nsubj:pass",
            "flat",
            "appos",
        ):
            return False
        plural = head.morph.get("Number") == ["Plur"]
        return not (plural and self.laag[verb].endswith("t"))

    def _is_time(self, begin: int, verb: int) -> bool:
        words = {self.laag[i] for i in range(begin, verb)}
        return bool(words & _TIJDNAAMWOORDEN) or self.laag[begin] in _TIJDAANLOOP

    def _same_subject(self, before: Deelzin, begin: int) -> bool:
        """``Jan belt Piet en stuurt de stukken``: no subject of its own behind ``en``."""
        joined = self.laag[begin - 1] in w.NEVENSCHIKKERS or self.laag[begin] in w.NEVENSCHIKKERS
        return joined and bool(before.onderwerp) and not before.inversie and not before.bijzin

    def _actor_before(self, verb: int) -> Vermelding | None:
        """Return the actor right before a verb, over words such as ``ook`` and what stands in brackets."""
        i = verb
        while i > self.zin.start:
            if i in self.eindigt:
                return self.eindigt[i]
            word = self.laag[i - 1]
            if word == ")":
                opening = next((j for j in range(i - 2, self.zin.start - 1, -1) if self.doc[j].text == "("), None)
                if opening is None:
                    return None
                i = opening
            elif word in w.TUSSENWOORDEN and verb - i < 4 and word not in ("dit", "dat", "het"):
                i -= 1
            else:
                return None
        return None

    def _head_of_phrase(self, actor: Vermelding, begin: int) -> Vermelding | None:
        """Return who the phrase before the verb is about: not what stands behind a preposition."""
        first = min(v.begin for v in self._coordinated(actor))
        if first <= max(begin, self.zin.start):
            return actor
        before = self.doc[first - 1]
        if before.lower_ in ("van", "bij", "uit", "namens", "voor") and first - 1 in self.eindigt:
            return self._head_of_phrase(self.eindigt[first - 1], begin)
        if before.lower_ in w.VOORZETSELS or before.pos_ == "ADP":
            return None
        return actor

    def _subject_of_subclause(
        self, begin: int, verb: int, before: Deelzin | None
    ) -> tuple[tuple[Vermelding, ...], bool, bool]:
        start = next((i for i in range(begin, verb) if self._is_subordinator(i)), begin)
        for mention in self.vermeldingen:
            if start < mention.begin < verb and self.laag[mention.begin - 1] not in w.VOORZETSELS:
                return self._coordinated_right(mention), False, False
        return (), False, False

    def _actor_behind(self, verb: int, end: int) -> Vermelding | None:
        """Return the actor right behind a verb, over words such as ``hier`` and ``dit``."""
        i = verb + 1
        while i < end and i - verb < 5:
            if i in self.begint:
                return self.begint[i]
            if self.laag[i] not in w.TUSSENWOORDEN:
                return None
            i += 1
        return None

    def _coordinated(self, actor: Vermelding) -> tuple[Vermelding, ...]:
        """Take along who stands before an actor with a comma, ``en`` or ``samen met``: all of them together."""
        group = [actor]
        while True:
            joint = group[0].begin - 1
            if joint <= self.zin.start or self.laag[joint] not in ("en", ",", "&", "/", "+", "of"):
                break
            left = self._ending_at(joint)
            if left is None or left.soort in ("wij", "voornaamwoord"):
                break
            group.insert(0, left)
        return tuple(group) if self._agrees(group) else (actor,)

    def _ending_at(self, i: int) -> Vermelding | None:
        """Return the mention that ends at a token, over what stands in brackets behind it."""
        if i in self.eindigt:
            return self.eindigt[i]
        if self.doc[i - 1].text == ")":
            opening = next((j for j in range(i - 2, self.zin.start - 1, -1) if self.doc[j].text == "("), None)
            return self.eindigt.get(opening) if opening is not None else None
        return None

    @staticmethod
    def _agrees(group: list[Vermelding]) -> bool:
        return len({v.soort == "derde" for v in group}) == 1

    def _coordinated_right(self, actor: Vermelding) -> tuple[Vermelding, ...]:
        group = [actor]
        while True:
            joint = group[-1].eind
            if joint + 1 >= self.zin.end or self.laag[joint] not in ("en", ",", "&", "/", "+"):
                break
            right = self.begint.get(joint + 1)
            if right is None or right.soort in ("wij", "voornaamwoord"):
                break
            group.append(right)
        return tuple(group)

    def _agent(self, begin: int, verb: int, end: int, sub: bool) -> tuple[Vermelding, ...]:
        """Find who does it in the passive: behind ``door``, ``via`` or ``vanuit``.

        Before the verb of a main clause it belongs to a noun (``wijzigingen door de werkgroep worden``), unless
        the clause begins with it.
        """
        for i in range(begin, end):
            if self.laag[i] in ("door", "via", "vanuit") and i + 1 in self.begint:
                if sub or i > verb or i == begin:
                    return self._coordinated_right(self.begint[i + 1])
        return ()
