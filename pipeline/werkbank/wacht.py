"""The guard: every request passes here before anything looks at its path, and most of what is possible ends here.

A page of another website can have a browser send requests to this computer, also under a name of its own that it lets
point here. So the Host must be ours to the letter, on every route; the browser must show the cookie it got at the
start, also to look; and a change must come from a page of ours.
"""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pipeline.werkbank.sleutel import Sleutel

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
# ``same-origin``: with ``no-referrer`` a browser would send the forms of our own pages without their Origin.
KOPPEN = {
    "content-security-policy": CSP,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}
GEEN_TOEGANG = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>Geen toegang</title>
<h1>Deze pagina is niet (meer) van u</h1>
<p>De werkbank geeft alleen antwoord aan de browser waarin zij is geopend, en haar startadres werkt één keer.</p>
<p>Open haar opnieuw, met de snelkoppeling of met de opdracht <code>regietafel werkbank</code>.</p></html>"""


class Wacht:
    """The guard before the app. It lets through what is ours, and answers all else itself, with nothing in it."""

    def __init__(self, app: ASGIApp, sleutel: Sleutel) -> None:
        """Keep the app, the key, and which start addresses were used."""
        self.app, self.sleutel = app, sleutel
        self.gebruikt: set[str] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":  # no websockets; and what the server tells of itself is of no use here
            return
        answer = self._answer(scope)

        async def send_with_heads(message: Message) -> None:
            if message["type"] == "http.response.start":
                heads = MutableHeaders(raw=message.setdefault("headers", []))
                for name, value in KOPPEN.items():
                    heads.setdefault(name, value)
            await send(message)

        await (answer or self.app)(scope, receive, send_with_heads)

    def _answer(self, scope: Scope) -> Response | None:
        """Return the answer of the guard itself; None where the request may go on."""
        heads = Headers(scope=scope)
        own = self.sleutel.adres
        if heads.getlist("host") != [own.removeprefix("http://")]:
            return Response(status_code=421)
        if "access-control-request-method" in heads or any(o != own for o in heads.getlist("origin")):
            return Response(status_code=403)
        parts = str(scope["path"]).split("/")[1:]
        if parts[0] == "begin" and len(parts) == 3:
            return self._begin(scope["method"], parts[1], parts[2])
        if parts[0] == "levend" and len(parts) == 3 and self.sleutel.is_signed(f"klop {parts[1]}", parts[2]):
            return Response(self.sleutel.sign(f"levend {parts[1]}"))
        if not self._has_koekje(heads) or not self._is_from_us(scope["method"], heads):
            return Response(GEEN_TOEGANG, 403, media_type="text/html")
        return None

    def _begin(self, method: str, once: str, mark: str) -> Response:
        """Give the cookie to who opens a start address, the first time."""
        is_ours = self.sleutel.is_signed(f"begin {self.sleutel.loop} {once}", mark)
        if method != "GET" or not is_ours or once in self.gebruikt:
            return Response(GEEN_TOEGANG, 403, {"referrer-policy": "no-referrer"}, "text/html")
        self.gebruikt.add(once)
        answer = RedirectResponse("/", 303, {"referrer-policy": "no-referrer"})
        name, value = self.sleutel.koekje
        answer.set_cookie(name, value, path="/", httponly=True, samesite="strict")
        return answer

    def _has_koekje(self, heads: Headers) -> bool:
        name, value = self.sleutel.koekje
        shown = SimpleCookie()
        try:
            shown.load("; ".join(heads.getlist("cookie")))
        except CookieError:
            return False
        return name in shown and self.sleutel.is_signed("koekje", shown[name].value) and bool(value)

    def _is_from_us(self, method: str, heads: Headers) -> bool:
        """Tell whether a page of ours asks, or to look only: somebody who typed the address."""
        site = heads.get("sec-fetch-site")
        if method in ("GET", "HEAD"):
            return site in (None, "none", "same-origin")
        return method == "POST" and site == "same-origin" and heads.get("origin") == self.sleutel.adres
