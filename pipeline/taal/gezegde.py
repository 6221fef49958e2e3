"""What a clause says is done: its auxiliaries, the verb with its particle, the class, tense and voice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from pipeline.taal import woordlijsten as w
from pipeline.taal.werkwoorden import Klasse, Woordvorm
from pipeline.taal.zinsbeeld import Zinsbeeld

Tijd = Literal["nu", "straks", "verleden", "voltooid"]

# Participles that are adjectives behind ``is``: ``is bereid``, ``is bekend``.
_BIJVOEGLIJK = frozenset({"bereid", "bekend", "betrokken", "geschikt", "verzekerd", "gericht", "gebleken"})
# Particles that are no prepositions, and so never govern the words behind them.
_ALLEEN_DEELTJE = frozenset(
    "toe terug samen mee af neer weg bijeen vast vrij beschikbaar veilig klaar kort goed zien weten los na".split()
)
_MET_INFINITIEF = frozenset({"zullen", "kunnen", "moeten", "mogen", "willen", "gaan", "dienen", "hoeven", "laten"})
_MET_DEELWOORD = ("zijn", "hebben", "worden")
_HULPINFINITIEVEN = frozenset({"worden", "zijn", "hebben", "kunnen", "moeten", "gaan", "laten"})
_OPENERS = frozenset({"om", "dat", "zodat", "omdat", "voordat", "waarna", "waarbij"})
_INHOUD = frozenset({"dat", "hoe", "waarom"})
_NIET_FINIET = ("infinitief", "deelwoord")


@dataclass(frozen=True, slots=True)
class Gezegde:
    """What is done: ``werkwoord`` at token ``kern`` with its class, and how it is said."""

    kern: int
    werkwoord: str
    klasse: Klasse | None
    hulp: tuple[str, ...]
    tijd: Tijd
    lijdend: bool


def read_gezegde(b: Zinsbeeld, begin: int, verb: int, end: int, sub: bool) -> Gezegde:
    """Read the verbs of the clause from ``begin`` to ``end`` around a finite verb; ``sub``: a subordinate one."""
    aux, core, form = _verbs(b, begin, verb, end, sub)
    name, klasse = _meaning(b, core, form, begin, end)
    return Gezegde(core, name, klasse, aux, _tense(b, verb, aux, form), _is_passive(b, verb, aux, form))


def _verbs(b: Zinsbeeld, begin: int, verb: int, end: int, sub: bool) -> tuple[tuple[str, ...], int, Woordvorm | None]:
    """Find the auxiliaries, and the verb that says what is done."""
    own = next((f for f in b.tabel.lookup(b.laag[verb]) if f.vorm in ("pv", "verleden") or f.meervoud), None)
    if b.laag[verb] not in b.hulp:
        return (), verb, own
    first = b.hulp[b.laag[verb]].werkwoord
    places = (*range(verb + 1, _reach(b, verb, end)), *_before_verb(b, begin, verb, sub))
    others = [i for i in places if _nonfinite(b, b.doc[i]) is not None and not _is_noun(b, b.doc[i])]
    if first == "komen":
        others = [i for i in others if (form := _nonfinite(b, b.doc[i])) is not None and form.vorm == "infinitief"]
    full = [i for i in others if b.laag[i] not in b.hulp]
    if not full and first in _MET_INFINITIEF:
        full = _behind_inserted_clause(b, end)
    if full:
        chain = (first, *(b.laag[i] for i in others if b.laag[i] in b.hulp))
        return _with_full_verb(b, chain, full)
    if not others:
        return (), verb, own
    return (first,), others[-1], _nonfinite(b, b.doc[others[-1]])


def _with_full_verb(
    b: Zinsbeeld, chain: tuple[str, ...], full: list[int]
) -> tuple[tuple[str, ...], int, Woordvorm | None]:
    passive = "worden" in chain
    core = _core(b, "worden" if passive else chain[0], full)
    form = _nonfinite(b, b.doc[core])
    if chain[0] == "laten" and form is not None and form.werkwoord in ("weten", "horen"):
        return (), core, Woordvorm("laten weten", "infinitief")
    if passive:
        form = next((f for f in b.tabel.lookup(b.laag[core]) if f.vorm == "deelwoord"), form)
    return chain, core, form


def _behind_inserted_clause(b: Zinsbeeld, end: int) -> list[int]:
    """Find the infinitive at the end of the sentence: ``Jan zal, zodra dat kan, de stukken sturen``."""
    last = next((t for t in reversed(b.tokens) if t.is_alpha), None)
    if last is None or last.i < end or "," not in b.laag[end : last.i]:
        return []
    form = _nonfinite(b, last)
    return [last.i] if form is not None and form.vorm == "infinitief" else []


def _before_verb(b: Zinsbeeld, begin: int, verb: int, sub: bool) -> range:
    """Verbs stand before the finite one in a subordinate clause, and alone in front: ``Afgesproken wordt``."""
    if sub:
        return range(begin, verb)
    opens = verb - 1 >= begin and any(f.vorm == "deelwoord" for f in b.tabel.lookup(b.laag[verb - 1]))
    return range(verb - 1, verb) if opens else range(0)


def _core(b: Zinsbeeld, first: str, candidates: list[int]) -> int:
    """Choose the verb that belongs to the auxiliary: a participle with ``zijn`` and ``worden``."""
    wants = "deelwoord" if first in _MET_DEELWOORD else "infinitief"
    fitting = [i for i in candidates if any(f.vorm == wants for f in b.tabel.lookup(b.laag[i]))]
    chosen = fitting or candidates
    if wants == "deelwoord" and len(chosen) == 2 and chosen[1] == chosen[0] + 1:
        return chosen[1]  # *wordt gewijzigd vastgesteld*: the last says what is done
    return chosen[0]


def _reach(b: Zinsbeeld, verb: int, end: int) -> int:
    """The verbs of a clause stand before the next ``om``, ``dat`` or strong sign."""
    for i in range(verb + 1, end):
        word = b.laag[i]
        if (word in w.STERKE_TEKENS and word not in "()/") or (word in _OPENERS and b.is_subordinator(i)):
            return i
    return end


def _nonfinite(b: Zinsbeeld, token: Token) -> Woordvorm | None:
    """Read a token as infinitive or participle, by the tables and else by its tag."""
    if token.lower_ in _BIJVOEGLIJK:
        return None
    found = next((f for f in b.tabel.lookup(token.lower_) if f.vorm in _NIET_FINIET), None)
    tagged = b.verb_form(token.i)
    if found is not None or tagged in ("", "Fin"):
        return found or (Woordvorm(token.lower_, "infinitief") if token.lower_ in _HULPINFINITIEVEN else None)
    if token.i + 1 < len(b.doc) and b.doc[token.i + 1].pos_ in ("NOUN", "PROPN", "ADJ"):
        return None
    return Woordvorm(token.lemma_.lower() or token.lower_, "infinitief" if tagged == "Inf" else "deelwoord")


def _is_noun(b: Zinsbeeld, token: Token) -> bool:
    before = b.preceding(token.i)
    if not token.pos_:
        return before is not None and before.lower_ in ("de", "een", "van", "bij", "voor", "door")
    if token.pos_ != "NOUN":
        return False
    if not any(f.vorm in _NIET_FINIET for f in b.tabel.lookup(token.lower_)):
        return True
    if before is None or before.lower_ in ("dit", "dat", "die", "deze"):
        return False
    return before.lower_ in w.LIDWOORDEN or before.pos_ in ("ADJ", "DET", "NUM")


# --- what the verb means


def _meaning(b: Zinsbeeld, core: int, form: Woordvorm | None, begin: int, end: int) -> tuple[str, Klasse | None]:
    """Give the verb with its particle or fixed combination, and its class."""
    if form is None and b.laag[core] in b.hulp:
        form = Woordvorm(b.hulp[b.laag[core]].werkwoord, "pv")
        if fixed := _fixed(b, form, core, begin, end):
            return f"{form.werkwoord} {fixed[0]}", fixed[1]
        form = None
    if form is None:
        token = b.doc[core]
        return (token.lemma_ or token.lower_).lower(), None
    if form.werkwoord == "laten weten" and core + 1 < len(b.laag) and b.laag[core + 1] == "dat":
        return form.werkwoord, "melden"
    if fixed := _fixed(b, form, core, begin, end):
        return f"{form.werkwoord} {fixed[0]}", fixed[1]
    particle = form.deeltje or _particle(b, form.werkwoord, core, begin, end)
    return particle + form.werkwoord, b.tabel.klasse(form.werkwoord, particle)


def _fixed(b: Zinsbeeld, form: Woordvorm, core: int, begin: int, end: int) -> tuple[str, Klasse] | None:
    """Find a fixed combination such as ``neemt contact op`` within the clause."""
    if form.deeltje and form.werkwoord not in ("nemen", "zetten"):
        return None
    stop = _reach(b, core, end) if core >= begin else end
    opens = stop < len(b.laag) and b.laag[stop] in _INHOUD  # *vult aan dat*: what follows tells what the verb means
    words = tuple(b.laag[begin : stop + opens])
    for wanted, klasse in b.tabel.verbindingen.get(form.werkwoord, ()):
        if _holds(words, wanted, core - begin):
            return " ".join(wanted).removeprefix("!"), klasse
    return None


def _holds(words: tuple[str, ...], wanted: tuple[str, ...], core: int) -> bool:
    """Tell whether the wanted words are there: joined, or two of them apart in their order."""
    if wanted[0].startswith("!"):
        return core + 1 < len(words) and words[core + 1] == wanted[0][1:]
    size = len(wanted)
    if any(words[i : i + size] == wanted for i in range(len(words) - size + 1)):
        return True
    return size == 2 and wanted[0] in words and wanted[1] in words[words.index(wanted[0]) + 1 :]


def _particle(b: Zinsbeeld, verb: str, core: int, begin: int, end: int) -> str:
    """Find the particle of a separable verb: last in the clause, or right before ``te``."""
    known = b.tabel.deeltjes.get(verb, frozenset())
    if not known:
        return ""
    for i in range(core - 1, max(begin, core - 3) - 1, -1):
        if b.laag[i] in known and (core - i == 1 or b.laag[core - 1] == "te"):
            return b.laag[i]
    behind = range(core + 1, _reach(b, core, end))
    return next((b.laag[i] for i in behind if b.laag[i] in known and _stands_apart(b, i, core, end)), "")


def _stands_apart(b: Zinsbeeld, i: int, core: int, end: int) -> bool:
    """A particle is not followed by what a preposition would govern, nor by ``te`` with another verb."""
    token = b.doc[i]
    if i + 1 < end and b.laag[i + 1] == "te":
        return False
    if i + 1 >= end or (token.dep_ == "compound:prt" and token.head.i == core):
        return True
    word, after = token.lower_, b.doc[i + 1]
    if word in _ALLEEN_DEELTJE and (word != "na" or i > core + 1):
        return True
    if b.laag[core].startswith(("bied", "bood")) or after.is_punct:
        return True
    if after.lower_ in w.NEVENSCHIKKERS or after.lower_ in w.ONDERSCHIKKERS:
        return True
    return after.lower_ in w.VOORZETSELS and word not in ("van", "tot")


# --- when, and in which voice


def _is_passive(b: Zinsbeeld, verb: int, aux: tuple[str, ...], form: Woordvorm | None) -> bool:
    finite = b.hulp.get(b.laag[verb])
    participle = form is not None and form.vorm == "deelwoord"
    return participle and ("worden" in aux or (finite is not None and finite.werkwoord == "worden"))


def _tense(b: Zinsbeeld, verb: int, aux: tuple[str, ...], form: Woordvorm | None) -> Tijd:
    finite = b.hulp.get(b.laag[verb])
    if finite is not None and finite.verleden:
        return "verleden"
    if finite is None and _is_past(b, verb, form):
        return "verleden"
    participle = form is not None and form.vorm == "deelwoord"
    if participle and aux and aux[0] in ("hebben", "zijn") and "worden" not in aux[1:]:
        return "voltooid"
    return "straks" if aux and aux[0] in ("zullen", "gaan") else "nu"


def _is_past(b: Zinsbeeld, verb: int, form: Woordvorm | None) -> bool:
    """Tell whether a full verb is in the past; the tagger is asked only of verbs the tables do not know."""
    if form is not None and form.vorm == "verleden":
        return True
    return not b.tabel.lookup(b.laag[verb]) and b.doc[verb].morph.get("Tense", []) == ["Past"]
