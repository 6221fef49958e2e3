"""A site in memory and on disk, a web server that serves it, and a real browser to look at it."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from sitehulp import build, make_publicatie

from pipeline.publicatie.editie import Publicatie
from pipeline.publicatie.plaatsing import place_site
from pipeline.publicatie.site import Site

CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync"]  # fmt: skip


@pytest.fixture(scope="session")
def publicatie() -> Publicatie:
    return make_publicatie()


@pytest.fixture(scope="session")
def site(publicatie: Publicatie) -> Site:
    return build(publicatie)


@pytest.fixture(scope="session")
def sitemap_folder(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "site"
    plaatsing, meldingen = place_site(site, folder)
    assert plaatsing and not meldingen
    return folder


class _Stil(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the tests speak."""


@pytest.fixture(scope="session")
def adres(sitemap_folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Stil, directory=str(sitemap_folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium") or shutil.which("google-chrome")
    assert program, "Chromium is needed: python scripts/programmas.py"
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=program, args=CHROMIUM)
        yield found
        found.close()


@pytest.fixture
def open_pagina(browser: object, adres: str) -> Iterator[Callable[..., object]]:
    """Open a page of the site in a window of its own; an error on the console fails the test."""
    contexts, errors = [], []

    def open_(pad: str, breed: int = 1280, **opties: object) -> object:
        context = browser.new_context(viewport={"width": breed, "height": 800}, **opties)  # type: ignore[attr-defined]
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(adres + pad)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert errors == []
