"""Carrying out the plan, and remembering on the other side how far it came."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.model import Melding, melding
from pipeline.publicatie.adressen import VOORPAGINA
from pipeline.publicatie.brengen.doelen import Doel, DoelError
from pipeline.publicatie.brengen.plan import Brengstap, plan_stappen
from pipeline.publicatie.inhoudslijst import INHOUDSLIJST, Inhoudslijst, read_inhoudslijst, write_inhoudslijst

_VREEMD = "Op die plek staat al een site die niet van dit programma is. Er is niets overgebracht."
_HULP_VREEMD = "Kies een lege map, of haal de andere site daar zelf weg."
_TUSSENSTAND = 20  # steps between two lists on the other side


@dataclass(frozen=True, slots=True)
class Overbrenging:
    """How far it came: the steps that were done, and how many there were."""

    gedaan: tuple[Brengstap, ...] = ()
    van: int = 0

    @property
    def is_klaar(self) -> bool:
        """Tell whether the site there is the one here."""
        return len(self.gedaan) == self.van


def bring_site(folder: Path, doel: Doel) -> tuple[Overbrenging, tuple[Melding, ...]]:
    """Bring the site in a folder to the other side; a second call goes on where a broken one stopped."""
    try:
        hier = read_inhoudslijst((folder / INHOUDSLIJST).read_bytes())
    except OSError:
        hier = None
    if hier is None:
        tekst = f"In {folder.name} staat geen site van dit programma."
        return Overbrenging(), (melding("plaatsen-doel", tekst, hulp="Geef eerst: regietafel publiceer."),)
    return _Brenger(folder, hier, doel).run()


class _Brenger:
    """One run: the list there as it was, and as it is after every step."""

    def __init__(self, folder: Path, hier: Inhoudslijst, doel: Doel) -> None:
        self._folder, self._hier, self._doel = folder, hier, doel
        self._files: dict[str, str] = {}
        self._done: list[Brengstap] = []

    def run(self) -> tuple[Overbrenging, tuple[Melding, ...]]:
        total = 1
        try:
            known = read_inhoudslijst(self._doel.read(INHOUDSLIJST))
            if known is None and self._doel.read(VOORPAGINA) is not None:
                return Overbrenging(van=total), (melding("site-vreemd", _VREEMD, hulp=_HULP_VREEMD),)
            if known is None:  # so that a transfer that is cut off is known as ours
                self._write_list()
            daar = known or Inhoudslijst()
            self._files = dict(daar.bestanden)
            steps = plan_stappen(daar, self._hier)
            total = len(steps)
            for position, step in enumerate(steps, 1):
                self._do(step)
                if position % _TUSSENSTAND == 0:
                    self._write_list()
            if steps or daar != self._hier:
                self._write_list()
        except (DoelError, OSError) as error:
            tekst = f"Het overbrengen is gestopt na {len(self._done)} van {total} bestanden: {error}"
            return Overbrenging(tuple(self._done), total), (melding("plaatsen-mislukt", tekst),)
        return Overbrenging(tuple(self._done), total), ()

    def _do(self, step: Brengstap) -> None:
        if step.soort == "verwijder":
            self._doel.delete(step.pad)
            self._files.pop(step.pad, None)
        else:
            content = (self._folder / step.pad).read_bytes()
            if hashlib.sha256(content).hexdigest() != self._hier.bestanden[step.pad]:
                raise DoelError(f"{step.pad} is na het publiceren veranderd")
            self._doel.write(step.pad, content)
            self._files[step.pad] = self._hier.bestanden[step.pad]
        self._done.append(step)

    def _write_list(self) -> None:
        self._doel.write(INHOUDSLIJST, write_inhoudslijst(replace(self._hier, bestanden=self._files)))
