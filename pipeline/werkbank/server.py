"""The program that answers: one per werkmap, on this computer only, until nobody looks any more."""

from __future__ import annotations

import asyncio
import http.client
import os
import secrets
import signal
import socket
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import uvicorn

from pipeline.werkbank.app import make_app
from pipeline.werkbank.dienst import Dienst
from pipeline.werkbank.sleutel import HOST, Sleutel, keep_sleutel, make_sleutel, read_sleutel
from pipeline.werkbank.wacht import Wacht

_UITLOOP = 1  # seconds a page gets to be finished, and then an act: together with the rest under three
_STIL = 45  # minutes without a page before it ends by itself
_TEL = 60.0  # seconds; counted, so that a laptop that sleeps lets no time pass


class PoortBezetError(Exception):
    """The port that was asked for is in use by another program."""


def find_lopende(root: Path) -> Sleutel | None:
    """Return the key of the workbench that runs for this werkmap; None where none answers with our own mark."""
    sleutel = read_sleutel(root)
    if sleutel is None:
        return None
    once = secrets.token_hex(8)
    try:
        with closing(http.client.HTTPConnection(HOST, sleutel.poort, timeout=2)) as call:
            call.request("GET", f"/levend/{once}/{sleutel.sign(f'klop {once}')}")
            said = call.getresponse().read(200).decode("ascii", "replace")
    except (OSError, http.client.HTTPException):
        return None
    return sleutel if sleutel.is_signed(f"levend {once}", said) else None


def serve(root: Path, op: date | None, poort: int | None, begonnen: Callable[[str], None]) -> None:
    """Answer until told to stop; ``begonnen`` gets the start address as soon as there is an answer.

    ``op`` is the day it works on; None for every day as it comes.
    """
    earlier = read_sleutel(root)
    with _bind(poort, earlier) as listening:
        sleutel = make_sleutel(root, listening.getsockname()[1], earlier)
        keep_sleutel(root, sleutel)
        dienst = Dienst(root, op)
        config = uvicorn.Config(
            Wacht(make_app(dienst), sleutel), lifespan="off", ws="none", access_log=False, log_config=None,
            server_header=False, proxy_headers=False, timeout_graceful_shutdown=_UITLOOP,
        )  # fmt: skip
        for kind in (signal.SIGTERM, signal.SIGINT):  # the server passes them on when it has ended: the end is ours
            signal.signal(kind, lambda *_: None)
        _Bedrijf(config, dienst, lambda: begonnen(sleutel.make_start())).run([listening])
    dienst.finish(_UITLOOP)
    os._exit(0)  # an act that still runs is broken off; it is whole, or the next one puts it back


def _bind(poort: int | None, earlier: Sleutel | None) -> socket.socket:
    """Take the port asked for; else that of last time, or a free one."""
    for choice in (poort,) if poort else (earlier.poort if earlier else 0, 0):
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if os.name == "posix":  # on Windows this would let others take the port as well
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, choice))
            listening.listen(64)
        except OSError:
            listening.close()
            continue
        return listening
    raise PoortBezetError


class _Bedrijf(uvicorn.Server):
    """The server of uvicorn, which says when it answers, and ends when nobody has looked for a good while."""

    def __init__(self, config: uvicorn.Config, dienst: Dienst, begonnen: Callable[[], None]) -> None:
        super().__init__(config)
        self._dienst, self._begonnen = dienst, begonnen

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, and say so."""
        await super().startup(sockets)
        self._begonnen()
        self._waker = asyncio.create_task(self._end_when_quiet())

    async def _end_when_quiet(self) -> None:
        while self._dienst.count_quiet() < _STIL:
            await asyncio.sleep(_TEL)
        self.should_exit = True
