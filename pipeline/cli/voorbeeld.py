"""``regietafel voorbeeld``: look at the public site on this computer, before anyone else can."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Oproep
from pipeline.model import melding


class _Kijker(SimpleHTTPRequestHandler):
    """Serves the site as a web server would: pages only, no lists of folders, and nothing kept in the browser."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".js": "text/javascript", ".ics": "text/calendar"}

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the terminal is for the user."""

    def list_directory(self, path: Any) -> None:
        """Show no folders: the real server won't either."""
        self.send_error(404, "Niet gevonden")

    def end_headers(self) -> None:
        """Let the browser ask again each time: the next look is at the next version."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


@dutch_command(short_help="Bekijk de openbare site op uw eigen computer.")
@click.option("--map", "folder", metavar="MAP", type=click.Path(path_type=Path), help="De map van de site.")
@click.option("--poort", metavar="GETAL", type=click.IntRange(0, 65535), default=8000, show_default=True,
              help="De poort; 0: kies zelf een vrije.")  # fmt: skip
@click.option("--open/--niet-open", "openen", default=True, help="Open de browser, of niet.")
@click.pass_obj
def voorbeeld(oproep: Oproep, /, folder: Path | None, poort: int, openen: bool) -> int:
    """Bekijk de openbare site zoals bezoekers haar gaan zien. Alleen deze computer kan erbij.

    Stop met Ctrl+C.

    \b
    Voorbeeld:
      regietafel voorbeeld
    """
    from pipeline.cli.vragen import carry_out
    from pipeline.werk.publiceren import ToonSite

    root = carry_out(oproep, ToonSite(folder)).gegevens
    try:
        server = ThreadingHTTPServer(("127.0.0.1", poort), partial(_Kijker, directory=str(root)))
    except OSError:
        hulp = "Kies een andere poort: regietafel voorbeeld --poort 0."
        oproep.stop(melding("in-gebruik", f"Poort {poort} is al in gebruik.", hulp=hulp))
    with server:
        adres = f"http://127.0.0.1:{server.server_port}/"
        click.echo(f"De site is te zien op {adres}")
        click.echo("Stop met Ctrl+C.")
        if openen:
            click.launch(adres)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("Gestopt.")
    return 0
