"""A case, drawn from a seed: two tables, three meetings each, what is confidential and how that is said."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from atomen import SOORTEN, Geheim, Munt

DAGEN = {"prt": ("2026-01-23", "2026-03-06", "2026-04-17"), "rrt": ("2026-01-20", "2026-03-03", "2026-04-14")}
# How it is said that an item is confidential: in the agenda, or in minutes that come in this way.
_ALS_GETYPT = ("agenda", "embargo", "kop", "agenda en kop")
_ALS_FORMULIER = ("agenda", "embargo", "regel", "zin")
_ALS_VREEMD = ("agenda", "embargo", "kop", "haakjes", "regel", "zin")
WIJZEN = {"getypt": _ALS_GETYPT, "formulier": _ALS_FORMULIER}
# A member's copy comes back of minutes that were typed, and of those of the form.
_VREEMD = ("vrij Word", "pdf", "odt")
ACHTERAF = {"getypt": "terug uit Word", "formulier": "vergeleken"}
# The meeting after the last: announced only, so that whatever the third planted can be looked for in an agenda.
VOLGENDE = {"prt": "2026-05-29", "rrt": "2026-05-26"}
_WEGEN = ("getypt", "formulier", "vrij Word", "pdf", "odt", "getypt")


# Acts whose order is the secretary's own business.
VOORAF = ("herinner", "akkoord", "bundel", "bundel --vertrouwelijk")
ACHTER = ("verslag", "actielijst")


def plantbaar(weg: str) -> tuple[str, ...]:
    """The kinds of secrets that can come in this way: a copy that comes back has no papers with it."""
    if weg in ACHTERAF.values():
        return ("zin", "tabel", "actie", "besluit")
    return SOORTEN


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
    opmerking_terug: Geheim | None = None
    rijen: list[Rij] = field(default_factory=list)
    geheim_voorop: bool = False
    vooraf: tuple[str, ...] = VOORAF
    achter: tuple[str, ...] = ACHTER
    eerst: str = ""
    openbare_titel: str = ""
    embargo_voorbij: bool = False
    alleen_agenda: bool = False

    @property
    def dag(self) -> date:
        return date.fromisoformat(self.datum)

    def op(self, dagen: int) -> str:
        return (self.dag + timedelta(days=dagen)).isoformat()

    @property
    def titel(self) -> str:
        """The title of the confidential item: itself a secret where the agenda says that the item is one."""
        return f"Besluit over {self.geheimen['titel'].tekst}" if self.in_agenda else "Aankoop van een gebouw"

    @property
    def stuktitel(self) -> str:
        """The title of the confidential paper: a secret where the item itself has an open one."""
        return "Taxatie" if self.in_agenda else f"Taxatie van {self.geheimen['titel'].tekst}"

    @property
    def in_agenda(self) -> bool:
        return self.wijze in ("agenda", "embargo", "agenda en kop")

    @property
    def is_vreemd(self) -> bool:
        """Whether somebody else made the minutes."""
        return self.weg in _VREEMD

    @property
    def alle(self) -> list[Geheim]:
        remark = [self.opmerking_terug] if self.opmerking_terug else []
        planted = (self.geheimen, self.achteraf, self.apart, self.alleen_hier)
        return [*(geheim for part in planted for geheim in part.values()), *remark]


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
    laag: str

    def van(self, tafel: str) -> list[Zitting]:
        """The three meetings of a table that are held."""
        held = (z for z in self.zittingen if z.tafel == tafel and not z.alleen_agenda)
        return sorted(held, key=lambda z: z.datum)

    @property
    def geheimen(self) -> list[Geheim]:
        return [g for z in self.zittingen for g in z.alle]


def trek(zaad: int) -> Geval:
    """Draw a case."""
    kans = Random(zaad)
    munt = Munt(kans)
    wegen = kans.sample(_WEGEN, len(_WEGEN))
    plaatsen = [(tafel, datum) for tafel in DAGEN for datum in DAGEN[tafel]]
    if wegen[1] == "formulier":
        # On the form nobody can say that an action was split, as the second meeting of the main table does.
        wegen[1], wegen[2] = wegen[2], wegen[1]
    zittingen = [_zitting(kans, munt, *plaats, weg) for plaats, weg in zip(plaatsen, wegen, strict=True)]
    zittingen += [replace(_zitting(kans, munt, *last, "getypt"), alleen_agenda=True) for last in VOLGENDE.items()]
    moved = kans.choice([z for z in zittingen if not z.alleen_agenda])
    moved.eerst = moved.op(1)
    woorden = [munt.woord().casefold() for _ in range(12)]
    return Geval(zaad, zittingen, _lijsten(kans), woorden, munt.woord())


def _zitting(kans: Random, munt: Munt, tafel: str, datum: str, weg: str) -> Zitting:
    wijze = kans.choice(WIJZEN.get(weg, _ALS_VREEMD))
    zitting = Zitting(tafel, datum, weg, wijze, stuk_zelf=kans.random() < 0.5)
    zitting.stuk_zelf = zitting.stuk_zelf or not zitting.in_agenda
    zitting.openbare_titel = kans.choice(("", "Grondzaken")) if zitting.in_agenda else ""
    zitting.embargo_voorbij = kans.random() < 0.5
    zitting.geheim_voorop = kans.random() < 0.5
    zitting.vooraf = tuple(kans.sample(VOORAF, len(VOORAF)))
    zitting.achter = tuple(kans.sample(ACHTER, len(ACHTER)))
    zitting.geheimen = {s: munt.geheim(s, weg, tafel, datum) for s in plantbaar(weg)}
    if weg in ACHTERAF:
        later = ("zin", "tabel", "actie", "besluit")
        zitting.achteraf = {s: munt.geheim(s, ACHTERAF[weg], tafel, datum) for s in later}
        zitting.opmerking_terug = munt.geheim("zin", ACHTERAF[weg], tafel, datum, True)
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
