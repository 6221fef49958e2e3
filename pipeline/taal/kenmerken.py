"""The features of a candidate: what in its sentence speaks for or against it being an action.

Each is a word in a set; their weights are learned (``zekerheid.py``).
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.taal import woordlijsten as w
from pipeline.taal.context import get_vergadering, has_term
from pipeline.taal.deelzinnen import Deelzin
from pipeline.taal.kandidaat import Kandidaat
from pipeline.taal.kring import Vermelding
from pipeline.taal.omgeving import find_omgeving
from pipeline.wie.woordenboek import is_gangbare_voornaam

# Words. Shorter is a note rather than a sentence, longer a sentence that tells more than who does what.
_KORT, _LANG = 6, 35


def find_kenmerken(k: Kandidaat) -> frozenset[str]:
    """Return the features of a candidate."""
    return frozenset((f"regel={k.regel}", *_owner(k), *_clause(k), *_sentence(k), *find_omgeving(k)))


def _owner(k: Kandidaat) -> Iterator[str]:
    kinds = {v.soort for v in k.actiehouders}
    kind = next(iter(sorted(kinds)), "niemand")
    yield f"wie={kind}"
    yield f"wie={kind}+regel={k.regel}"
    if any(v.deelnemers for v in k.actiehouders):
        yield "wie_aanwezig"
    if len(k.actiehouders) > 1:
        yield "wie_meer"
    if kind == "naam":
        listed = bool(get_vergadering(k.zin.doc).kring.personen)
        first = k.actiehouders[0]
        shape = "afkorting" if k.zin.laag[first.begin] in ("de", "het") else name_shape(first.tekst)
        yield f"naam={shape}+{'lijst' if listed else 'geen_lijst'}"
    if any(v.tekst.lower() in w.INSTANTIES for v in k.actiehouders):
        yield "wie_instantie"
    if k.deelzin is not None and any(_is_outside(v) for v in k.actiehouders):
        yield "buiten"
        deed = "aanleveren" if k.deelzin.werkwoord in w.AANLEVEREN else "anders"
        yield f"buiten+{deed}"
        yield f"buiten+{k.deelzin.tijd}"
        if has_term(k.zin):
            yield f"buiten+{deed}+termijn"  # news has dates as well


def _is_outside(who: Vermelding) -> bool:
    """Tell whether this is a body that is not at the table: ``de gemeente Voorbeeldstad``, ``het Rijk``, ``RWS``."""
    if who.bekend:
        return False
    abbreviation = who.soort == "naam" and name_shape(who.tekst) == "afkorting"
    return (
        who.soort == "derde"
        or abbreviation
        or (who.soort == "groep" and who.tekst.lower().split(maxsplit=1)[0] in w.INSTANTIES)
    )


def _clause(k: Kandidaat) -> Iterator[str]:
    d = k.deelzin
    if d is None:
        return
    yield f"klasse={d.klasse or 'onbekend'}"
    yield f"klasse={d.klasse or 'onbekend'}+regel={k.regel}"
    yield f"hulp={d.hulp[0] if d.hulp else 'geen'}"
    if has_term(k.zin):
        yield f"klasse={d.klasse or 'onbekend'}+termijn"
    if d.tijd in ("verleden", "voltooid"):
        yield f"tijd={d.tijd}"
    if d.lijdend:
        yield "lijdend"
    if d.inversie:
        yield "inversie"
    if d.voorop:
        yield "voorop"
    if d.onderwerp_geleend:
        yield "geleend"
    yield from _subordination(k, d)


def _subordination(k: Kandidaat, d: Deelzin) -> Iterator[str]:
    if not d.bijzin:
        return
    if d.bijzin in w.VOORWAARDEN:
        yield "bijzin=voorwaarde"
    elif d.bijzin == "dat":
        before = next((c for c in reversed(k.zin.deelzinnen) if c.pv < d.pv and c.begin < d.begin), None)
        yield f"bijzin=dat+{before.klasse if before else 'los'}"
        if before is not None and before.klasse == "melden":
            themselves = "zichzelf" if _same(before.onderwerp, k.actiehouders) else "ander"
            yield f"gemeld_over={themselves if k.actiehouders else 'niemand'}"
        yield f"bijzin=dat+{'straks' if d.tijd == 'straks' else 'nu'}"
    else:
        yield f"bijzin={'of' if d.bijzin == 'of' else 'anders'}"


def _same(speaker: tuple[Vermelding, ...], owners: tuple[Vermelding, ...]) -> bool:
    return [v.tekst for v in speaker] == [v.tekst for v in owners]


def _sentence(k: Kandidaat) -> Iterator[str]:
    span = k.zin.span
    named = {i for v in k.zin.vermeldingen for i in range(v.begin, v.eind)}
    words = ["" if i in named else k.zin.laag[i] for i in range(span.start, span.end)]
    clause = words[k.begin - span.start : k.eind - span.start]
    marks = (
        ("ontkenning", bool(w.ONTKENNINGEN & set(clause))),
        ("twijfel", bool(w.TWIJFELS & set(clause) or w.VERWACHTING.search(k.zin.tekst))),
        ("gewoonte", bool(w.GEWOONTES & set(clause) or w.GEWOONTE.search(k.zin.tekst))),
        ("al", bool(w.AL_BEZIG & set(clause))),
        ("voorwaarde", _has_condition(k)),
        ("vraag", k.zin.tekst.endswith("?")),
        ("aanhaling", bool(w.AANVOERING.search(k.zin.tekst))),
        ("oude_afspraak", bool(w.OUDE_AFSPRAKEN.search(k.zin.tekst))),
        ("zou", "zou" in clause or "zouden" in clause),
        ("termijn", has_term(k.zin)),
        ("wens", bool({"graag", "liefst", "hoopt", "hopen", "wens"} & set(clause))),
        ("kort", len(words) <= _KORT),
        ("lang", len(words) > _LANG),
        ("aanwijzend", bool({"dit", "dat", "hierop", "hier", "hierover"} & set(clause[:8]))),
        ("nog", "nog" in clause or "alsnog" in clause),
        ("eerste_persoon", "ik" in words),
    )
    yield from (name for name, present in marks if present)


def _has_condition(k: Kandidaat) -> bool:
    return any(d.bijzin in w.VOORWAARDEN for d in k.zin.deelzinnen)


def name_shape(naam: str) -> str:
    """Tell what an unknown name looks like: a person, an abbreviation, or a word with a capital."""
    words = naam.split()
    if is_gangbare_voornaam(words[0]) or words[0].rstrip(".").lower() in ("dhr", "mw", "wethouder"):
        return "persoon"
    if len(words) == 1 and len(naam) == 2 and naam.isupper():
        return "initialen"
    if any(sum(c.isupper() for c in part) > 1 for word in words for part in word.split("-")):
        return "afkorting"
    return "voluit" if len(words) > 1 else "woord"
