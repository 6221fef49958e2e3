"""The clauses of a sentence: who does what, in which tense, mood and voice.

Dutch puts the finite verb second in a main clause and last in a subordinate one, so its place and what stands
right before and behind it say who the subject is. That reading is made here from word order, the verb tables
and the tags of the model; it holds on telegram style, where a parser trained on newspapers goes astray.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Span

from pipeline.taal import woordlijsten as w
from pipeline.taal.gezegde import Tijd, read_gezegde
from pipeline.taal.kring import Vermelding
from pipeline.taal.onderwerp import Onderwerp, find_door, read_onderwerp
from pipeline.taal.persoonsvormen import find_persoonsvormen
from pipeline.taal.werkwoorden import Klasse
from pipeline.taal.zinsbeeld import Zinsbeeld


@dataclass(frozen=True, slots=True)
class Deelzin:
    """A clause with a finite verb; all indexes are tokens of the Doc.

    ``hulp`` are its auxiliaries, the finite one first; ``werkwoord`` the infinitive of what is done, with its
    particle, at ``kern``. ``bijzin`` is the word that subordinates it, empty for a main clause. ``inversie``:
    the subject follows the verb; ``onderwerp_geleend``: it is that of the clause before; ``voorop``: a noun in
    front of the verb may be the subject as well.
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
    voorop: bool = False


def find_deelzinnen(
    zin: Span, vermeldingen: Sequence[Vermelding], laag: Sequence[str] | None = None
) -> tuple[Deelzin, ...]:
    """Split a sentence in its clauses, in order; a sentence without finite verb gives none.

    ``vermeldingen`` are those of the sentence; ``laag`` the words of the whole Doc in small letters.
    """
    b = Zinsbeeld(zin, tuple(vermeldingen), laag or [token.lower_ for token in zin.doc])
    verbs = find_persoonsvormen(b)
    starts = [b.begin, *(_boundary(b, left, right) for left, right in pairwise(verbs)), b.eind]
    clauses: list[Deelzin] = []
    for index, verb in enumerate(verbs):
        before = _sharing(b, clauses, verb, starts[index + 1])
        clauses.append(_clause(b, starts[index], verb, starts[index + 1], before))
    return tuple(clauses)


def _sharing(b: Zinsbeeld, clauses: Sequence[Deelzin], verb: int, end: int) -> Deelzin | None:
    """Return the clause whose subject the next may share.

    ``Jan zoekt uit of het kan en komt er vrijdag op terug``: the verb stands first and more follows it, so this goes
    on with the main clause and not with the subordinate one.
    """
    last = clauses[-1] if clauses else None
    if last is None or not last.bijzin or end - verb < 3:
        return last
    return next((d for d in reversed(clauses) if not d.bijzin), last)


def _boundary(b: Zinsbeeld, left: int, right: int) -> int:
    """Return the token where the clause of the second of two verbs begins."""
    between = range(left + 1, right)
    if found := [i for i in between if b.is_subordinator(i)]:
        return found[-1]
    if found := [i for i in between if b.laag[i] in w.STERKE_TEKENS]:
        return found[-1]
    dividing = [i for i in between if not b.joins_actors(i)]
    conjunctions = [i for i in dividing if b.laag[i] in w.NEVENSCHIKKERS]
    commas = [i for i in dividing if b.laag[i] == ","]
    if conjunctions or commas:
        return (conjunctions or commas)[-1] + 1
    actor = b.actor_before(right)
    return right if actor is None else max(left + 1, min(v.begin for v in b.together(actor)))


def _clause(b: Zinsbeeld, begin: int, verb: int, end: int, before: Deelzin | None) -> Deelzin:
    bijzin = _opener(b, begin, verb)
    what = read_gezegde(b, begin, verb, end, bool(bijzin))
    lends = before is not None and not before.bijzin and not before.lijdend
    shared = Onderwerp(before.onderwerp, before.inversie) if before is not None and lends else Onderwerp()
    who = read_onderwerp(b, begin, verb, end, bijzin, shared)
    return Deelzin(
        begin,
        end,
        verb,
        what.kern,
        what.werkwoord,
        what.klasse,
        what.hulp,
        what.tijd,
        what.lijdend,
        bijzin,
        who.inversie,
        who.wie,
        who.geleend,
        find_door(b, begin, verb, end, bool(bijzin)),
        who.voorop,
    )


def _opener(b: Zinsbeeld, begin: int, verb: int) -> str:
    """Return the word that makes a clause a subordinate one; empty for a main clause."""
    for i in range(begin, verb):
        if b.is_subordinator(i):
            if b.laag[i] == "om" and _ends_with_te(b, i, verb):
                return ""
            closed = i == b.begin and "," in b.laag[i + 1 : verb] and b.actor_before(verb) is not None
            return "" if closed else b.laag[i]
    return ""


def _ends_with_te(b: Zinsbeeld, om: int, verb: int) -> bool:
    """``Om het te redden belt Jan ...``: the clause with ``om`` is over before the finite verb."""
    last = verb - 1 - (b.laag[verb - 1] == ",")
    return last - 1 > om and b.laag[last - 1] == "te" and b.laag[last].endswith("n")
