"""Draw the picture of the public site that the README shows: the worked example, published.

    python scripts/maak_sitebeeld.py

Needs Chromium. Run it again after a change to the pages, and look at the picture.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from playwright.sync_api import sync_playwright

from pipeline.model import Reeks
from pipeline.publicatie.editie import Editie, Publicatie
from pipeline.publicatie.site import build_site
from pipeline.voortgang import acties_na
from pipeline.werkmap import load

REPO = Path(__file__).parents[1]
BEELD = REPO / "docs" / "beeld" / "site.png"
PAGINA = "prt/2026-03-13/index.html"
OPTIES = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
          "--disable-component-update", "--disable-sync"]  # fmt: skip


def main() -> int:
    """Build the site of the example's invented meeting, wide and light beside narrow and dark."""
    inhoud = load(REPO)
    reeks = inhoud.reeks("prt")
    assert reeks is not None
    site, meldingen = build_site(inhoud.organisatie, Publicatie((make_editie(reeks, date(2026, 3, 13)),)))
    assert site is not None, meldingen
    with tempfile.TemporaryDirectory() as folder:
        for pad, content in site.bestanden.items():
            target = Path(folder) / pad
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        draw(Path(folder) / PAGINA)
    print(BEELD.relative_to(REPO))
    return 0


def make_editie(reeks: Reeks, datum: date) -> Editie:
    """An invented meeting names functions only: there is nothing in it to take out."""
    verslag = reeks.verslag(datum)
    assert verslag is not None
    lijst, _ = acties_na(reeks, datum, datum)
    return Editie(
        reeks.tafel, verslag, date(2026, 4, 28), reeks.vergadering(datum), reeks.deelnemers(datum), lijst,
        vastgesteld_op=reeks.volgende(datum),
    )  # fmt: skip


def draw(page_path: Path) -> None:
    """Put two windows side by side in one picture."""
    program = shutil.which("chromium")
    assert program, "Chromium is needed: python scripts/programmas.py"
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=program, args=OPTIES)
        shots = []
        for width, scheme in ((900, "light"), (360, "dark")):
            page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
            page.goto(page_path.as_uri())
            shots.append(Path(folder) / f"{scheme}.png")
            page.screenshot(path=shots[-1])
        page = browser.new_page(viewport={"width": 1320, "height": 940})
        images = "".join(f'<img src="{shot.as_uri()}" style="border:1px solid #999">' for shot in shots)
        both = Path(folder) / "beide.html"
        both.write_text(f'<body style="margin:20px;display:flex;gap:16px;background:#fff">{images}', encoding="utf-8")
        page.goto(both.as_uri())
        BEELD.parent.mkdir(exist_ok=True)
        page.screenshot(path=BEELD)
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
