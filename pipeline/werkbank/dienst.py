"""Acts for pages: done on threads beside the loop that answers, one change at a time."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from pipeline.werk import Gesprek, Uitkomst, doe
from pipeline.werk.verzoek import Verzoek


class Dienst:
    """The werkmap a workbench works in, and who does the work."""

    def __init__(self, root: Path, op: date | None) -> None:
        """Work in this werkmap; ``op`` is the day, None for every day as it comes."""
        self.root, self._op = root, op
        self._threads = ThreadPoolExecutor(4, "daad")
        self._one_change = asyncio.Lock()
        self._under_way: set[int] = set()
        self._quiet = 0
        self.open_pages = 0
        self.news = asyncio.Condition()

    @property
    def op(self) -> date:
        """The day it is."""
        return self._op or datetime.now(ZoneInfo("Europe/Amsterdam")).date()

    async def ask(self, verzoek: Verzoek) -> Uitkomst:
        """Return what an act would come to, or what it shows. Nothing is written."""
        return await self._run(verzoek, True, "", {})

    async def do(self, verzoek: Verzoek, plan: str = "", antwoorden: Mapping[str, str] | None = None) -> Uitkomst:
        """Have an act done; with ``plan`` only where it still comes to what was shown."""
        async with self._one_change:
            outcome = await self._run(verzoek, False, plan, antwoorden or {})
        async with self.news:
            self.news.notify_all()
        return outcome

    async def _run(self, verzoek: Verzoek, proef: bool, plan: str, antwoorden: Mapping[str, str]) -> Uitkomst:
        mark = object()

        def work() -> Uitkomst:
            self._under_way.add(id(mark))
            try:
                talk = Gesprek(antwoorden, mag_vragen=True)
                return doe(self.root, self.op, verzoek, proef=proef, plan=plan, gesprek=talk)
            finally:
                self._under_way.discard(id(mark))

        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    def touch(self) -> None:
        """Somebody looks."""
        self._quiet = 0

    def count_quiet(self) -> int:
        """Count one more turn without anybody looking, and return how many it were."""
        self._quiet = 0 if self.open_pages else self._quiet + 1
        return self._quiet

    def finish(self, seconds: float) -> None:
        """Take no more work, and give what runs this long to end."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        until = time.monotonic() + seconds
        while self._under_way and time.monotonic() < until:
            time.sleep(0.02)
