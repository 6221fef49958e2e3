"""Nobody but the browser that was opened gets an answer, whatever it asks for and however it asks."""

from __future__ import annotations

import http.client
import os
import signal
import stat
import time
from urllib.parse import urlsplit

import pytest
from bankhulp import start
from starlette.routing import Mount, Route

from pipeline.werkbank.app import make_app
from pipeline.werkbank.dienst import Dienst

_WOORDEN = {"tafel": "prt", "datum": "2026-03-13", "wat": "maak_agenda", "id": "x", "punt": "1"}


def list_paden(werkmap) -> list[tuple[str, str]]:
    """Every route there is, with its methods, and words filled in."""
    found = []
    for route in make_app(Dienst(werkmap, None)).routes:
        if isinstance(route, Mount):
            found += [("GET", f"{route.path}/werkbank.css"), ("GET", f"{route.path}/werkbank.js")]
            continue
        assert isinstance(route, Route)
        found += [(m, route.path.format(**_WOORDEN)) for m in sorted(route.methods or ()) if m != "HEAD"]
    return [*found, ("GET", "/bestaat-niet"), ("OPTIONS", "/"), ("PUT", "/"), ("DELETE", "/")]


def ask(bank, method: str, path: str, heads: dict[str, str], host: str | None = None):
    """Ask something; returns the code, the heads and the body."""
    call = http.client.HTTPConnection("127.0.0.1", bank.poort, timeout=20)
    call.putrequest(method, path, skip_host=True)
    for name, value in ({"Host": host or f"127.0.0.1:{bank.poort}"} | heads).items():
        call.putheader(name, value)
    call.putheader("Content-Length", "0")
    call.endheaders()
    answer = call.getresponse()
    body = b"" if answer.getheader("content-type", "").startswith("text/event-stream") else answer.read()
    call.close()
    return answer.status, answer.headers, body.decode()


def begin(bank) -> dict[str, str]:
    """Open the start address, as a browser does, and return the cookie it gives."""
    code, heads, _ = ask(bank, "GET", urlsplit(bank.begin).path, {})
    assert code == 303
    assert heads["referrer-policy"] == "no-referrer"
    assert heads["cache-control"] == "no-store"
    assert "HttpOnly" in heads["set-cookie"]
    assert "SameSite=strict" in heads["set-cookie"]
    return {"Cookie": heads["set-cookie"].split(";")[0]}


def ours(bank) -> dict[str, str]:
    return {"Origin": bank.adres, "Sec-Fetch-Site": "same-origin"}


def test_no_route_answers_who_is_not_the_browser_that_was_opened(bank, werkmap):
    cookie = begin(bank)
    name, value = cookie["Cookie"].split("=")
    other = bank.poort + 1
    vreemd = {
        "a name that points here": (cookie | ours(bank), f"kwaad.example:{bank.poort}"),
        "localhost": (cookie | ours(bank), f"localhost:{bank.poort}"),
        "another port": (cookie | ours(bank), f"127.0.0.1:{other}"),
        "no port": (cookie | ours(bank), "127.0.0.1"),
        "a foreign origin": (cookie | ours(bank) | {"Origin": "https://kwaad.example"}, None),
        "the origin of another port": (cookie | ours(bank) | {"Origin": f"http://127.0.0.1:{other}"}, None),
        "no origin at all": (cookie | {"Origin": "null", "Sec-Fetch-Site": "same-origin"}, None),
        "another website": (cookie | {"Sec-Fetch-Site": "cross-site"}, None),
        "a page on another port": (cookie | {"Sec-Fetch-Site": "same-site"}, None),
        "no cookie": (ours(bank), None),
        "a wrong cookie": (ours(bank) | {"Cookie": f"{name}={value[:-1]}x"}, None),
        "an empty cookie": (ours(bank) | {"Cookie": f"{name}="}, None),
        "the cookie of another werkmap": (ours(bank) | {"Cookie": f"regietafel-0={value}"}, None),
    }
    for method, path in list_paden(werkmap):
        for who, (heads, host) in vreemd.items():
            code, answered, body = ask(bank, method, path, heads, host)
            assert code in (403, 421), (who, method, path)
            assert "Regietafel" not in body, (who, method, path)
            assert "access-control-allow-origin" not in answered
            assert "frame-ancestors 'none'" in answered["content-security-policy"]


def test_every_change_needs_a_page_of_ours(bank, werkmap):
    cookie = begin(bank)
    for method, path in list_paden(werkmap):
        if method == "GET":
            continue
        for heads in (cookie, cookie | {"Origin": bank.adres}, cookie | {"Sec-Fetch-Site": "same-origin"}):
            assert ask(bank, method, path, heads)[0] == 403, (method, path, heads)


def test_the_browser_that_was_opened_gets_every_page_without_anything_from_elsewhere(bank, werkmap):
    cookie = begin(bank)
    for method, path in list_paden(werkmap):
        if method == "GET" and path != "/bestaat-niet":
            code, heads, _ = ask(bank, "GET", path, cookie)
            assert code == 200, path
            assert "unsafe" not in heads["content-security-policy"]
            assert "server" not in heads
    assert ask(bank, "GET", "/bestaat-niet", cookie)[0] == 404


def test_the_start_address_works_once(bank):
    begin(bank)
    for method in ("GET", "HEAD", "POST"):
        code, heads, body = ask(bank, method, urlsplit(bank.begin).path, {})
        assert code == 403
        assert "set-cookie" not in heads
        assert method == "HEAD" or "werkt één keer" in body


@pytest.mark.parametrize("path", ["/begin/x/y", "/begin//", "/begin/x/y/z", "/levend/x/y", "/levend//"])
def test_a_start_address_or_a_knock_cannot_be_guessed(bank, path):
    code, heads, _ = ask(bank, "GET", path, {})
    assert code == 403
    assert "set-cookie" not in heads


def test_port_and_secret_stand_outside_the_werkmap_for_this_user_only(bank, werkmap):
    kept = list(bank.thuis.rglob("*.json"))
    assert len(kept) == 1
    assert not kept[0].is_relative_to(werkmap)
    if os.name == "posix":
        assert stat.S_IMODE(kept[0].stat().st_mode) == 0o600
    secret = kept[0].read_text()
    cookie = begin(bank)
    assert cookie["Cookie"].split("=")[1] not in secret
    assert not [p for p in werkmap.rglob("*") if p.is_file() and str(bank.poort) in p.read_text(errors="ignore")]


def test_a_second_start_opens_the_one_that_runs(bank, werkmap, tmp_path):
    second = start(werkmap, tmp_path / "thuis")
    assert second.proces.wait(10) == 0
    assert second.poort == bank.poort
    assert begin(second)["Cookie"] == begin(bank)["Cookie"]


def test_a_restart_answers_the_page_that_was_open(bank, werkmap, tmp_path):
    cookie, before = begin(bank), bank.begin
    bank.proces.send_signal(signal.SIGTERM)
    bank.proces.wait(5)
    again = start(werkmap, tmp_path / "thuis")
    try:
        assert again.poort == bank.poort
        assert ask(again, "GET", "/", cookie)[0] == 200
        assert ask(again, "GET", urlsplit(before).path, {})[0] == 403
    finally:
        again.proces.kill()


def test_it_ends_within_three_seconds_also_while_a_page_listens(bank):
    cookie = begin(bank)
    call = http.client.HTTPConnection("127.0.0.1", bank.poort, timeout=20)
    call.request("GET", "/stroom", headers=cookie)
    assert call.getresponse().status == 200
    since = time.monotonic()
    bank.proces.send_signal(signal.SIGTERM)
    assert bank.proces.wait(5) == 0
    assert time.monotonic() - since < 3
