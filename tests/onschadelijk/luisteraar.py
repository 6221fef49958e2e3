"""A server on this machine that writes down who calls, and LibreOffice as it runs without our care."""

from __future__ import annotations

import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from pipeline.omzetter import find_omzetter


class Luisteraar:
    """Who called, since the last time it was asked."""

    def __init__(self, adres: str) -> None:
        self.adres = adres
        self.geroepen: list[str] = []

    def heard(self) -> set[str]:
        """The ways in which something called; they are forgotten then."""
        found = {path.lstrip("/").split("/")[0] for path in self.geroepen}
        self.geroepen.clear()
        return found


@contextmanager
def listen() -> Iterator[Luisteraar]:
    """Listen on a port of our own."""

    class Hoor(BaseHTTPRequestHandler):
        def note(self) -> None:
            luisteraar.geroepen.append(self.path)
            self.send_response(404)
            self.end_headers()

        do_GET = do_HEAD = do_OPTIONS = do_PROPFIND = note

        def log_message(self, *words: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Hoor)
    luisteraar = Luisteraar(f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield luisteraar
    finally:
        server.shutdown()
        server.server_close()


def convert_unguarded(bestanden: Mapping[str, bytes], naar: str = "pdf") -> dict[str, bytes]:
    """Convert as LibreOffice does by itself: nothing taken out, no profile of ours. The names are those that came."""
    omzetter = find_omzetter()
    assert omzetter, "LibreOffice is needed for this test"
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for number, (name, content) in enumerate(bestanden.items()):
            (root / f"{number}{Path(name).suffix}").write_bytes(content)
        command = [omzetter, f"-env:UserInstallation={(root / 'profiel').as_uri()}", "--headless", "--convert-to", naar]
        sources = [str(root / f"{n}{Path(name).suffix}") for n, name in enumerate(bestanden)]
        subprocess.run([*command, "--outdir", str(root / "uit"), *sources], capture_output=True, check=False)
        made = {name: root / "uit" / f"{n}.{naar}" for n, name in enumerate(bestanden)}
        return {name: path.read_bytes() for name, path in made.items() if path.is_file()}
