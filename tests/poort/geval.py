"""A case, drawn from a seed: two tables, three meetings each, what is confidential and how that is said."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from atomen import Geheim, Munt
from nog_uit import staat_uit

DAGEN = {"prt": ("2026-01-23", "2026-03-06", "2026-04-17"), "rrt": ("2026-01-20", "2026-03-03", "2026-04-14")}
# How it is said that an item is confidential: in the agenda, or in minutes that come in this way.
_ALS_GETYPT = ("agenda", "kop", "agenda en kop")
_ALS_FORMULIER = ("agenda", "regel", "zin")
_ALS_VREEMD = ("agenda", "kop", "haakjes", "regel", "zin")
WIJZEN = {"getypt": _ALS_GETYPT, "formulier": _ALS_FORMULIER}
# A member's copy comes back of minutes that were typed, and of those of the form.
ACHTERAF = {"getypt": "terug uit Word", "formulier": "vergeleken"}
_WEGEN = ("getypt", "formulier", "vrij Word", "pdf", "odt", "getypt")


@dataclass(frozen=True)
class Rij:
    """A row of the list of actions."""

    nr: str
    actie: str
    wie: str
    termijn: str
    status: str = "open"
    toelichting: str = ""
    vertrouwelijk: bool = False


@dataclass
class Zitting:
    """A meeting: what is planted in it, by which way, and what it agreed."""

    tafel: str
    datum: str
    weg: str
    wijze: str
    stuk_zelf: bool
    geheimen: dict[str, Geheim] = field(default_factory=dict)
    achteraf: dict[str, Geheim] = field(default_factory=dict)
    apart: dict[str, Geheim] = field(default_factory=dict)
    alleen_hier: dict[str, Geheim] = field(default_factory=dict)
    rijen: list[Rij] = field(default_factory=list)
    eerst: str = ""

    @property
    def dag(self) -> date:
        return date.fromisoformat(self.datum)

    def op(self, dagen: int) -> str:
        return (self.dag + timedelta(days=dagen)).isoformat()

    @property
    def titel(self) -> str:
        """The title of the confidential item: itself a secret where the agenda says that the item is one."""
        return f"Besluit over {self.geheimen['titel'].tekst}" if "titel" in self.geheimen else "Aankoop van een gebouw"

    @property
    def in_agenda(self) -> bool:
        return self.wijze in ("agenda", "agenda en kop")

    @property
    def is_vreemd(self) -> bool:
        """Whether somebody else made the minutes."""
        return self.weg in ("vrij Word", "pdf", "odt")

    @property
    def alle(self) -> list[Geheim]:
        return [*self.geheimen.values(), *self.achteraf.values(), *self.apart.values(), *self.alleen_hier.values()]


@dataclass(frozen=True)
class Lijst:
    """Who get one message together, and whether they may have everything."""

    naam: str
    vertrouwelijk: bool
    velden: str


@dataclass
class Geval:
    """A case: everything that is drawn."""

    zaad: int
    zittingen: list[Zitting]
    lijsten: list[Lijst]
    woorden: list[str]

    def van(self, tafel: str) -> list[Zitting]:
        return sorted((z for z in self.zittingen if z.tafel == tafel), key=lambda z: z.datum)

    @property
    def geheimen(self) -> list[Geheim]:
        return [g for z in self.zittingen for g in z.alle]


def trek(zaad: int) -> Geval:
    """Draw a case."""
    kans = Random(zaad)
    munt = Munt(kans)
    wegen = kans.sample(_WEGEN, len(_WEGEN))
    if wegen[1] == "formulier":
        # On the form nobody can say that an action was split.
        wegen[1], wegen[2] = wegen[2], wegen[1]
    zittingen = [_zitting(kans, munt, *plaats, weg) for plaats, weg in zip(plaatsen, wegen, strict=True)]
    woorden = [munt.woord().casefold() for _ in range(12)]
    return Geval(zaad, zittingen, _lijsten(kans), woorden)


def _zitting(kans: Random, munt: Munt, tafel: str, datum: str, weg: str) -> Zitting:
    wijze = kans.choice(WIJZEN.get(weg, _ALS_VREEMD))
    zitting = Zitting(tafel, datum, weg, wijze, stuk_zelf=kans.random() < 0.5 or not wijze.startswith("agenda"))
    soorten = ["zin", "tabel", "actie", "besluit", "stuk", "stuknaam"]
    soorten += ["titel"] if zitting.in_agenda else []
    if zitting.is_vreemd and staat_uit("besluiten in vreemde stukken"):
        soorten.remove("besluit")
    zitting.geheimen = {s: munt.geheim(s, weg, tafel, datum) for s in soorten}
    if weg in ACHTERAF:
        later = ("zin", "tabel", "actie", "besluit")
        zitting.achteraf = {s: munt.geheim(s, ACHTERAF[weg], tafel, datum) for s in later}
    if weg == "vrij Word":
        # A remark, and words somebody struck: for the secretary to see, and for nobody else.
        zitting.alleen_hier = {plaats: munt.geheim("zin", weg, tafel, datum, True) for plaats in ("opmerking", "weg")}
    if weg == "getypt":
        # A row and an entry of the register may be confidential under an item that everybody may see.
        zitting.apart = {plaats: munt.geheim("actie", weg, tafel, datum) for plaats in ("rij", "register")}
    return zitting


def _lijsten(kans: Random) -> list[Lijst]:
    """Six lists; which of them may have everything is drawn, but never all or none."""
    return [
        Lijst("regio", kans.random() < 0.5, "wie: [tafelaar], doorgeven: ja"),
        Lijst("leden", True, "wie: [leden]"),
        Lijst("agendaleden", kans.random() < 0.5, "wie: [agendaleden], word: ja"),
        Lijst("toehoorders", False, "wie: [toehoorders], stukken: los"),
        Lijst("bestuur", kans.random() < 0.5, 'adressen: ["Bestuur <bestuur@provincie.example>"], stukken: beide'),
        Lijst("ambtelijk", False, 'adressen: ["Team <team@provincie.example>"], verborgen: ja'),
    ]
