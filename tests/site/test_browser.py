"""The site in a real Chromium: for everyone, on every screen, by keyboard, without JavaScript and on paper."""

from __future__ import annotations

from importlib.resources import files

import pytest

PAGINAS = [
    "index.html", "vrt/index.html", "rrt-oost/index.html", "vrt/2026-01-23/index.html", "vrt/2025-12-12/index.html",
    "archief/index.html", "archief/2026.html", "zoeken.html", "zoeken.html?q=opvanglocatie", "404.html",
]  # fmt: skip
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
REGELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def test_the_list_of_pages_here_is_complete(site):
    kinds = {pad for pad in site.bestanden if pad.endswith(".html")}
    assert kinds - set(PAGINAS) == {"vrt/2026-03-13/index.html", "rrt-oost/2026-01-23/index.html", "archief/2025.html"}


@pytest.mark.parametrize("pad", PAGINAS)
@pytest.mark.parametrize("schema", ["light", "dark"])
@pytest.mark.parametrize("breed", [320, 1280])
def test_axe_finds_nothing(open_pagina, pad, schema, breed):
    page = open_pagina(pad, breed, color_scheme=schema)
    page.wait_for_load_state("networkidle")
    page.evaluate(AXE)
    found = page.evaluate("tags => axe.run(document, {runOnly: tags})", REGELS)["violations"]
    assert [(v["id"], [node["html"] for node in v["nodes"]]) for v in found] == []


@pytest.mark.parametrize("pad", PAGINAS)
@pytest.mark.parametrize("breed", [320, 640, 1280, 2560])
def test_no_page_scrolls_sideways(open_pagina, pad, breed):
    page = open_pagina(pad, breed)
    assert page.evaluate("document.documentElement.scrollWidth") <= breed


@pytest.mark.parametrize("pad", PAGINAS)
def test_everything_is_reached_by_keyboard_and_focus_is_seen(open_pagina, pad):
    page = open_pagina(pad)
    page.wait_for_load_state("networkidle")
    wanted = page.locator("a[href], button, input, [tabindex='0']").count()
    seen = set()
    for _ in range(wanted + 2):
        page.keyboard.press("Tab")
        found = page.evaluate(
            """() => { const e = document.activeElement; if (e === document.body) return null;
            const all = [...document.querySelectorAll("a[href], button, input, [tabindex='0']")];
            const s = getComputedStyle(e), r = e.getBoundingClientRect();
            return [all.indexOf(e), s.outlineStyle, parseFloat(s.outlineWidth), r.width > 0 && r.left >= 0]; }"""
        )
        if found is not None:
            index, style, width, visible = found
            assert style == "solid" and width >= 2 and visible, page.evaluate("document.activeElement.outerHTML")
            seen.add(index)
    assert seen == set(range(wanted))


def test_the_first_tab_leads_past_the_menu(open_pagina):
    page = open_pagina("vrt/2026-01-23/index.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"


def test_search_finds_the_minutes_and_leads_to_them(open_pagina):
    page = open_pagina("zoeken.html")
    page.fill("#zoekvraag", "opvanglocatie")
    page.keyboard.press("Enter")
    page.wait_for_selector("#zoekresultaten li")
    assert page.inner_text("#zoekstand").startswith("3 resultaten")
    page.click("#zoekresultaten a >> nth=0")
    assert "Opvanglocaties" in page.inner_text("main")


def test_search_knows_dutch_word_forms(open_pagina):
    page = open_pagina("zoeken.html?q=opvanglocatie")
    page.wait_for_selector("#zoekresultaten mark")
    assert "opvanglocaties" in page.inner_text("#zoekresultaten").lower()


def test_search_says_when_there_is_nothing_and_shows_html_as_text(open_pagina):
    page = open_pagina("zoeken.html?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    page.wait_for_selector("#zoekstand:has-text('Niets gevonden')")
    assert "<img src=x" in page.inner_text("#zoekstand")
    assert page.locator("img").count() == 0


def test_without_javascript_everything_works_but_search(open_pagina):
    page = open_pagina("index.html", java_script_enabled=False)
    page.click("text=Vergadering VRT van 23 januari 2026")
    assert page.inner_text("h1") == "Vergadering VRT van 23 januari 2026"
    page.click("text=Archief")
    page.click("text=2026")
    assert "Regionale Regietafel Oost" in page.inner_text("main")
    page.click("text=Zoeken")
    assert "Zoeken werkt alleen met JavaScript" in page.inner_text("main")


def test_on_paper_the_menu_is_gone_and_the_minutes_stay(open_pagina):
    page = open_pagina("vrt/2026-01-23/index.html")
    page.emulate_media(media="print")
    assert not page.is_visible("nav[aria-label=Hoofdmenu]")
    assert page.is_visible("text=De voorzitter opent. >> nth=0")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_dark_is_dark(open_pagina):
    page = open_pagina("index.html", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 24, 29)"


def test_the_site_asks_nothing_of_any_other_server(open_pagina):
    page = open_pagina("index.html")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page.url.replace("index.html", "zoeken.html?q=opvang"))
    page.wait_for_selector("#zoekresultaten li")
    base = page.url.partition("zoeken")[0]
    assert [url for url in asked if not url.startswith((base, "blob:", "data:"))] == []
