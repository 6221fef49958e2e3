"""Who a rule takes for the owner: the doer of a clause, those joined to one, and whom a pronoun stands for."""

from __future__ import annotations

from pipeline.taal.context import Taalzin
from pipeline.taal.deelzinnen import Deelzin
from pipeline.taal.kandidaat import Kandidaat
from pipeline.taal.kring import Vermelding
from pipeline.wie.lexicon import DAMES, HEREN

PERSONEN = frozenset({"persoon", "organisatie", "rol", "groep", "naam", "allen"})
MET_DERDEN = PERSONEN | {"derde", "naamwoord"}
# How many sentences back a pronoun may point.
_TERUG = 3


def make_kandidaat(deelzin: Deelzin, zin: Taalzin, regel: str, owners: tuple[Vermelding, ...]) -> Kandidaat:
    """Make a candidate of a clause."""
    return Kandidaat(regel, zin, deelzin.begin, deelzin.eind, deelzin.kern, owners, deelzin)


def take_daders(deelzin: Deelzin, soorten: frozenset[str] = MET_DERDEN) -> tuple[Vermelding, ...]:
    """Return who acts in a clause, where it is one of these kinds."""
    return deelzin.onderwerp if deelzin.onderwerp and deelzin.onderwerp[0].soort in soorten else ()


def take_words(zin: Taalzin, begin: int, eind: int) -> list[str]:
    """Return the words from one token up to another, in small letters."""
    return list(zin.laag[begin:eind])


def join_right(zin: Taalzin, first: Vermelding) -> tuple[Vermelding, ...]:
    """Take along the mentions joined to the first by a comma, ``en`` or a slash."""
    group = [first]
    by_start = {v.begin: v for v in zin.vermeldingen}
    while group[-1].eind + 1 < zin.span.end and zin.doc[group[-1].eind].lower_ in ("en", ",", "/", "&", "+"):
        following = by_start.get(group[-1].eind + 1)
        if following is None:
            break
        group.append(following)
    return tuple(group)


def resolve(owners: tuple[Vermelding, ...], zin: Taalzin) -> tuple[Vermelding, ...]:
    """Replace a pronoun by whom it stands for: the speaker, or the last one who was the subject."""
    if not owners or owners[0].soort not in ("voornaamwoord", "ik"):
        return owners
    if owners[0].soort == "ik":
        return zin.spreker
    plural = owners[0].tekst.lower() in ("ze", "zij") and len(owners) > 1
    for clause in reversed([d for d in zin.deelzinnen if d.pv < owners[0].begin]):
        if clause.onderwerp and clause.onderwerp[0].soort in MET_DERDEN and not plural:
            return clause.onderwerp
    return () if plural else _subject_before(zin, owners[0].tekst.lower())


def _subject_before(zin: Taalzin, pronoun: str) -> tuple[Vermelding, ...]:
    """Return whom a pronoun stands for: the last subject in the sentences before that it can be."""
    before = zin.vorige
    for _ in range(_TERUG):
        if before is None:
            break
        for clause in before.deelzinnen:
            last = clause.onderwerp
            single = len(last) == 1 and last[0].soort in ("persoon", "naam", "rol")
            if single and not clause.bijzin and _may_be(last[0], pronoun):
                return last
        if (opener := _only_person(before)) is not None and _may_be(opener, pronoun):
            return (opener,)
        before = before.vorige
    return ()


def _only_person(zin: Taalzin) -> Vermelding | None:
    """Return the one person a sentence is about without its subject being read: ``Volgens Jan is dat gebeurd``."""
    named = [v for v in zin.vermeldingen if v.soort in ("persoon", "naam")]
    leads = zin.doc[zin.span.start].lower_ in ("volgens", "aldus", "namens")
    first = next(iter(named), None)
    return first if len(named) == 1 and first is not None and first.begin <= zin.span.start + leads else None


def _may_be(person: Vermelding, pronoun: str) -> bool:
    """``Zij`` is not ``de heer``, ``hij`` not ``mevrouw``; nothing is known of the rest."""
    forms = {person.tekst.split(maxsplit=1)[0].lower().rstrip(".")}
    forms |= {d.persoon.aanhef.lower().rstrip(".").removeprefix("de ") for d in person.deelnemers if d.persoon}
    other = {"hij": DAMES, "zij": HEREN, "ze": HEREN}
    return other.get(pronoun, frozenset()).isdisjoint(forms)
