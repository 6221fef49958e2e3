"""A Word file from its words: ours with every check, plain docxtpl, and the floor below both.

    .venv/bin/python -m bench.bench_documenten

The same template and the same words for both, of the first meetings of the worked example and thirty times as much.
``docxtpl`` opens the template anew each time, as it must; ``eerste keer`` is ours with a template that was not made
ready before. ``bodem`` is what nobody can do without: parse, serialise and zip the parts that change. Ours also
makes paragraphs, lists and tables of running text, reads back what it wrote, and takes the fingerprint. In long minutes
that is nearly all there is: docxtpl puts the text of an item into one paragraph, so there it does another job, and
there is no aim. Exit code 1 when one of the three takes longer than with docxtpl.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from docxtpl import DocxTemplate

from bench.meten import Meting, alternate, make_meting, report
from pipeline.documenten import Stukken, find_soort, packaged_sjabloon
from pipeline.documenten.drukvorm import DRUKVORMEN, maak_drukvorm
from pipeline.documenten.render import render_woorden
from pipeline.documenten.woorden import Woorden
from pipeline.voortgang import acties_na, acties_voor
from pipeline.werkmap import load
from pipeline.word.inpakken import deflate, write_zip
from pipeline.word.ooxml import parse, serialize

REPO = Path(__file__).parents[1]
DATUM = date(2026, 1, 23)
VOLGENDE = date(2026, 3, 13)
KEER = 30
NAMEN = ("verslag", "agenda", "actielijst")


def collect() -> dict[str, Stukken]:
    """What the documents of the worked example are made from."""
    inhoud = load(REPO)
    reeks = inhoud.reeks("prt")
    assert reeks is not None
    lijst = acties_na(reeks, DATUM, DATUM)[0]
    verslag = Stukken(inhoud.organisatie, reeks.tafel, reeks.vergadering(DATUM), reeks.verslag(DATUM),
                      reeks.deelnemers(DATUM), lijst, volgende=reeks.volgende(DATUM))  # fmt: skip
    agenda = Stukken(inhoud.organisatie, reeks.tafel, reeks.vergadering(VOLGENDE),
                     deelnemers=reeks.verwachte_deelnemers(VOLGENDE),
                     actielijst=acties_voor(reeks, VOLGENDE, DATUM)[0])  # fmt: skip
    return {"verslag": verslag, "agenda": agenda, "actielijst": replace(verslag, deelnemers=())}


def long_minutes(stukken: Stukken) -> Stukken:
    """The same minutes some times over."""
    assert stukken.verslag is not None
    return replace(stukken, verslag=replace(stukken.verslag, punten=stukken.verslag.punten * KEER))


def long_list(stukken: Stukken) -> Stukken:
    """The same actions some times over."""
    assert stukken.actielijst is not None
    return replace(stukken, actielijst=replace(stukken.actielijst, regels=stukken.actielijst.regels * KEER))


def by_docxtpl(woorden: Woorden, sjabloon: bytes) -> bytes:
    """Make a document with docxtpl as its manual says, with autoescape."""
    document, out = DocxTemplate(io.BytesIO(sjabloon)), io.BytesIO()
    names = {name: getattr(woorden, name) for name in woorden.__dataclass_fields__}
    document.render(names, autoescape=True)
    document.save(out)
    return out.getvalue()


def floor_of(made: bytes, sjabloon: bytes) -> Callable[[], bytes]:
    """Return what must be done in any case to make this file: parse, serialise and zip the parts that changed."""
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(io.BytesIO(sjabloon)) as archive:
        same = {name for name in archive.namelist() if archive.read(name) == parts.get(name)}
    packed = {name: deflate(parts[name]) for name in same}
    return lambda: write_zip(
        (name, packed[name] if name in same else deflate(serialize(parse(content)))) for name, content in parts.items()
    )


def measure(
    naam: str, soort_naam: str, stukken: Stukken, doel: float | None = None, grens: float | None = None
) -> Meting:
    """Measure one document."""
    soort = find_soort(soort_naam)
    sjabloon, woorden = packaged_sjabloon(soort.sjabloon), soort.bouw(stukken)

    def ours() -> bytes:
        data, meldingen = render_woorden(woorden, sjabloon, soort.sjabloon)
        assert data is not None, meldingen
        return data

    def first_time() -> bytes:
        maak_drukvorm(sjabloon, soort.sjabloon)
        return ours()

    made = ours()
    assert DRUKVORMEN.get(sjabloon, soort.sjabloon).pakket is not None
    tijden = alternate({"docxtpl": lambda: by_docxtpl(woorden, sjabloon), "regietafel": ours,
                        "regietafel, eerste keer": first_time, "bodem": floor_of(made, sjabloon)})  # fmt: skip
    return make_meting(f"{naam} als Word", "docxtpl", tijden, {"regietafel": (doel, grens)})


def main() -> int:
    """Measure the three documents, a long list and long minutes."""
    stukken = collect()
    metingen = [measure(naam, naam, stukken[naam], doel=0.5, grens=1.0) for naam in NAMEN]
    metingen.append(measure("lange actielijst", "actielijst", long_list(stukken["actielijst"]), doel=1.0))
    metingen.append(measure("lang verslag", "verslag", long_minutes(stukken["verslag"])))
    return report("documenten", metingen)


if __name__ == "__main__":
    sys.exit(main())
