"""Lists that divide the work: a heading such as *Wie doet wat*, and under it a task and who does it on each line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.taal.context import Taalzin, get_plek
from pipeline.taal.daders import join_right
from pipeline.taal.kandidaat import Kandidaat
from pipeline.taal.kring import Vermelding
from pipeline.taal.naamvormen import is_person_name, is_small_first_name
from pipeline.taal.werkwoorden import load_werkwoorden
from pipeline.wie.woorden import fold_naam
from pipeline.wie.woordenboek import is_gangbare_voornaam, is_woord

# A line that says that the work is divided under it.
_KOP = re.compile(
    r"\bwie\b.{0,30}\bwat\b|\bwie (?:doet|neemt|regelt|maakt|helpt)\b"
    r"|(?:^|\W)(?:\w*verdeling|verdelen|taken(?:lijst|schema)?|to-?do(?:'s|lijst)?|huiswerk|klusjes?|klussen)\b",
    re.IGNORECASE,
)
_MAX_KOP, _MAX_REGEL = 18, 20
_VERBINDERS = frozenset({"en", "&", ",", "/", "+"})
_ALLEN = frozenset({"iedereen", "allen", "allemaal"})


def divides_work(kop: str) -> bool:
    """Tell whether a line is a heading under which the work is divided."""
    return 0 < len(kop.split()) <= _MAX_KOP and _KOP.search(kop) is not None


def find_verdeling(zin: Taalzin) -> Iterator[Kandidaat]:
    """``Zaal huren Jan`` under *Wie doet wat*: a task and a name, without a finite verb."""
    heading = get_plek(zin.doc).kop or (zin.vorige.tekst if zin.vorige is not None else "")
    words = [i for i in range(zin.span.start, zin.span.end) if zin.doc[i].text[:1].isalnum()]
    if not divides_work(heading) or not 1 < len(words) <= _MAX_REGEL or zin.tekst.endswith("?"):
        return
    if any(d.onderwerp and not zin.laag[d.pv].endswith("en") for d in zin.deelzinnen) or divides_work(zin.tekst):
        return
    owners = _names_behind(zin) or _names_before(zin)
    if owners:
        yield Kandidaat("verdeling", zin, zin.span.start, zin.span.end, words[0], owners)


def _names_behind(zin: Taalzin) -> tuple[Vermelding, ...]:
    """Read the names that end a line; where all of it is capitals its first word is the task."""
    end = zin.span.end
    while end > zin.span.start and not zin.doc[end - 1].text[:1].isalnum():
        end -= 1
    runs = _runs_back(zin, end)
    if not runs or ")" in zin.laag[end : zin.span.end]:
        return ()
    before = [i for i in range(zin.span.start, runs[0][0]) if zin.doc[i].text[:1].isalnum()]
    return _mentions(zin, runs if before else _without_task(zin, runs))


def _runs_back(zin: Taalzin, end: int) -> list[tuple[int, int]]:
    """Return the runs of names before a token, joined by ``en`` and commas, from left to right."""
    runs: list[tuple[int, int]] = []
    while True:
        begin = end
        while begin > zin.span.start and _may_be_name(zin, begin - 1):
            begin -= 1
        if begin == end:
            return runs
        runs.insert(0, (begin, end))
        if begin - 1 <= zin.span.start or zin.laag[begin - 1] not in _VERBINDERS:
            return runs
        end = begin - 1


def _may_be_name(zin: Taalzin, i: int) -> bool:
    word = zin.doc[i].text
    if word.lower() in _ALLEN or is_small_first_name(word):
        return True
    verb = any(f.vorm == "infinitief" for f in load_werkwoorden().lookup(zin.laag[i]))
    return word[:1].isupper() and word.isalpha() and not (verb and not is_gangbare_voornaam(word))


def _without_task(zin: Taalzin, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave out the task where it has a capital as well: ``Toren Jan``, ``Noord, Zuid Els en Piet``."""
    several = [n for n, (begin, end) in enumerate(runs) if end - begin > 1]
    if not several or len(several) == len(runs) > 1:
        return runs
    begin, end = runs[several[-1]]
    return [(begin + 1, end), *runs[several[-1] + 1 :]]


def _mentions(zin: Taalzin, runs: list[tuple[int, int]]) -> tuple[Vermelding, ...]:
    known = {(v.begin, v.eind): v for v in zin.vermeldingen}
    found = []
    for begin, end in runs:
        everybody = zin.laag[begin] in _ALLEN
        fresh = Vermelding(begin, end, "allen" if everybody else "naam", zin.doc[begin:end].text)
        found.append(known.get((begin, end), fresh))
    people = any(v.bekend or v.soort == "allen" or is_person_name(v.tekst) or _is_strange(v.tekst) for v in found)
    return tuple(found) if people else ()


def _is_strange(name: str) -> bool:
    """Tell whether the last word of a name is in no dictionary, as few tasks are."""
    return not is_woord(fold_naam(name.rsplit(maxsplit=1)[-1]))


def _names_before(zin: Taalzin) -> tuple[Vermelding, ...]:
    """Read who opens a line, before a colon or a dash: ``Jan: zaal huren``."""
    first = next((v for v in zin.vermeldingen if v.begin <= zin.span.start + 1), None)
    if first is None or first.soort not in ("persoon", "naam", "rol", "groep", "organisatie", "allen"):
        return ()
    group = join_right(zin, first)
    marked = group[-1].eind < zin.span.end - 1 and zin.laag[group[-1].eind] in (":", "-", "–")
    return group if marked and any(v.soort != "naam" or is_person_name(v.tekst) for v in group) else ()
