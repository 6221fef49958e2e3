"""Measure default deny: how many unlisted people pass unasked, and how many questions are about no person.

    python scripts/meet_namen.py [--zinnen 5000] [--uitgaven 500] [--echt ../shared] [--toon]

Three counts in one run, for one is easy without the others:

- sentences with a drawn, unlisted person in which no question is about the name;
- whole publications (in memory) in which a name is left, read back by squeezing all text to letters;
- the questions that real minutes and papers would raise, as if they were to be published: one for each word.
"""

from __future__ import annotations

import argparse
import html
import random
import sys
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from namenproef import Proefzin, draw_zin, is_asked, letters

from pipeline.model import (
    Actiepunt,
    Alinea,
    Besluit,
    Deelnemer,
    Inzage,
    Openbaarheidsregels,
    Organisatie,
    Reeks,
    Tabel,
    Tafel,
    Verslag,
    VerslagPunt,
)
from pipeline.publicatie.openbaarmaking import Openbaarmaking, OpenbareLijsten, make_openbaar

DAG = date(2026, 1, 23)
NU = datetime(2026, 3, 20, 12, tzinfo=UTC)
TEKENS_PER_BLADZIJDE = 2500  # a page of running text; how many characters a page of the papers in ../shared holds


def main() -> int:
    """Print the counts; the exit code is 1 where a name passed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--zinnen", type=int, default=5000)
    parser.add_argument("--uitgaven", type=int, default=500)
    parser.add_argument("--echt", type=Path, default=Path(__file__).parents[2] / "shared")
    parser.add_argument("--zaad", type=int, default=1)
    parser.add_argument("--toon", action="store_true")
    args = parser.parse_args()
    passed = measure_zinnen(args.zinnen, args.zaad, args.toon)
    leaked = measure_uitgaven(args.uitgaven, args.zaad, args.toon)
    if args.echt.is_dir():
        measure_echt(args.echt, args.toon)
    return 1 if passed or leaked else 0


def empty_tafel() -> Tafel:
    """A table that knows nobody."""
    return Tafel(
        "rt", "Regietafel Voorbeeld", "RT", openbaarheid=Openbaarheidsregels(leden="naam"), afkortingen=("COA",)
    )


def publish(verslag: Verslag, tafel: Tafel | None = None) -> Openbaarmaking:
    """Make the public edition of one set of minutes, in memory."""
    reeks = Reeks(tafel or empty_tafel(), (), (verslag,))
    made = make_openbaar(Organisatie("Provincie Voorbeeld"), Inzage(reeks, NU), (), verslag.datum, OpenbareLijsten())
    assert made is not None
    return made


def questions_of(openbaar: Openbaarmaking) -> list[str]:
    """Return what is asked about, as it stands in the text."""
    return [p.vermelding.tekst for p in openbaar.plaatsen if p.vermelding.wijze == "onbeslist"]


def is_guarded(zin: Proefzin, openbaar: Openbaarmaking) -> bool:
    """Tell whether a planted name is asked about, or is in nothing that would go out."""
    from pipeline.publicatie.redactie import iter_teksten

    core = zin.naam.voornaam if "{voor}" in zin.vorm else zin.naam.achternaam
    left = letters(" ".join(iter_teksten(openbaar.editie)))
    return is_asked(zin, questions_of(openbaar)) or letters(html.unescape(core)) not in left


def measure_zinnen(count: int, seed: int, show: bool) -> int:
    """Count the sentences in which an unlisted person passes without a question."""
    rng = random.Random(seed)
    failed: list[Proefzin] = []
    for _ in range(count):
        zin = draw_zin(rng)
        verslag = Verslag("rt", DAG, "vastgesteld", punten=(VerslagPunt("Opvang", "1", (Alinea(zin.tekst),)),))
        if not is_guarded(zin, publish(verslag)):
            failed.append(zin)
    print(f"zinnen: {len(failed)} van {count} zonder vraag")
    if show:
        for vorm, number in Counter(z.vorm for z in failed).most_common(40):
            examples = sorted({z.geplant for z in failed if z.vorm == vorm})[:6]
            print(f"  {number:4} {vorm}   {examples}")
    return len(failed)


def make_verslag(rng: random.Random, zinnen: list[Proefzin]) -> Verslag:
    """Put sentences in every place of a record."""
    texts = [z.tekst for z in zinnen]
    rng.shuffle(texts)
    a, b, c, d, e, f, g = texts[:7]
    blocks = (Alinea(a), Alinea(b, "opsomming", 0), Tabel((("Wat", "Toelichting"), ("Planning", c))))
    return Verslag(
        "rt", DAG, "vastgesteld",
        kanttekening=d,
        inleiding=(Alinea(e),),
        punten=(VerslagPunt("Opvang", "1", blocks),),
        actiepunten=(Actiepunt("A1", f, "COA", ("COA",)),),
        besluiten=(Besluit("B1", g),),
    )  # fmt: skip


def measure_uitgaven(count: int, seed: int, show: bool) -> int:
    """Count the publications that would go out with a name in them: none may hold one that was not asked about."""
    from pipeline.publicatie.redactie import iter_teksten

    rng = random.Random(seed + 1)
    leaked = 0
    for _ in range(count):
        zinnen = [draw_zin(rng) for _ in range(7)]
        openbaar = publish(make_verslag(rng, zinnen))
        left = letters(" ".join(iter_teksten(openbaar.editie)))
        asked = [letters(text) for text in questions_of(openbaar)]
        out = [z for z in zinnen if letters(z.naam.achternaam) in left and not is_asked(z, questions_of(openbaar))]
        leaked += bool(out) or not asked
        if out and show:
            print("   ", [(z.tekst, z.geplant) for z in out])
    print(f"uitgaven: {leaked} van {count} met een naam erin waar niet naar is gevraagd")
    return leaked


def measure_echt(shared: Path, show: bool) -> None:
    """Count the questions real minutes and papers raise, one for each word."""
    from pipeline.lezen import lees

    minutes = [p for f in ("corpus", "corpus2", "bronnen") for p in sorted((shared / f).rglob("*"))
               if p.suffix in (".md", ".docx", ".pdf", ".txt") and p.name != "README.md"]  # fmt: skip
    totals: list[int] = []
    pages, papers = 0.0, 0
    for path in minutes:
        reading = lees(path.read_bytes(), path.name)
        if reading.verslag is None:
            continue
        is_paper = path.parent.name == "bronnen" and "verslag" not in path.name
        words = questions(reading.verslag)
        if is_paper:
            text = path.read_text(encoding="utf-8")
            pages += max(len(text) / TEKENS_PER_BLADZIJDE, 1)
            papers += len(words)
        else:
            totals.append(len(words))
        if show:
            print(f"  {len(words):3} {path.relative_to(shared)}: {'; '.join(words)}")
    mean = sum(totals) / max(len(totals), 1)
    print(f"verslagen: {len(totals)}, {sum(totals)} vragen, {mean:.1f} per verslag, hoogstens {max(totals, default=0)}")
    print(f"stukken: {pages:.0f} bladzijden, {papers} vragen")


def questions(verslag: Verslag) -> list[str]:
    """Return the words that would be asked about, with everybody who took part listed and public."""
    people = tuple(_public(d) for d in (*verslag.deelnemers, *verslag.afwezig))
    openbaar = publish(_public_verslag(verslag, people))
    return sorted((f"{vraag.woord} [{vraag.reden}]" for vraag in openbaar.vragen), key=str.casefold)


def _public(d: Deelnemer) -> Deelnemer:
    from dataclasses import replace

    return replace(d, openbaar="naam")


def _public_verslag(verslag: Verslag, people: tuple[Deelnemer, ...]) -> Verslag:
    from dataclasses import replace

    return replace(verslag, tafel="rt", datum=DAG, deelnemers=people, status="vastgesteld")


if __name__ == "__main__":
    sys.exit(main())
