"""Judges what left: who may see what follows from the rights of a list, and from nothing the program says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from atomen import SOORTEN, UITWEGEN, WEGEN, Geheim
from geval import Geval, Lijst, plantbaar
from handelen import Uiting
from oordelen_mensen import Gezien
from oordelen_merk import ongemerkt
from openen import Deel, Lezer, bijlagen_van, vouw

# A paper is named by its number: 3a, or 3a1 with an item that came later.
_STUK = re.compile(r"(?:bijlage )?\d+[a-z]\d*\b")
_IN_HET_VERSLAG = frozenset({"zin", "tabel", "actie", "besluit"})
# What has to be found by those who may have it, by what it was sent in.
_MOET = {
    "mail: verslag": _IN_HET_VERSLAG,
    "mail: actielijst": {"actie"},
    "mail: agenda": {"titel"},
    "bundel vertrouwelijk": {"titel", "stuk"},
    "Excel": {"actie"},
}


@dataclass(frozen=True)
class Bevinding:
    """Something that is not as it should be."""

    soort: str
    waar: str
    wat: str

    def __str__(self) -> str:
        return f"{self.soort}: {self.waar}: {self.wat}"


@dataclass
class Oordeel:
    """What was found, and how often each kind of secret was looked for where."""

    bevindingen: list[Bevinding] = field(default_factory=list)
    gezocht: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def meld(self, soort: str, waar: str, wat: object) -> None:
        new = Bevinding(soort, waar, str(wat))
        if new not in self.bevindingen:
            self.bevindingen.append(new)

    def lege_vakken(self) -> list[tuple[str, str, str]]:
        """Every way in, way out and kind of secret that nothing was looked for in."""
        return [(weg, uit, soort) for weg in WEGEN for uit in UITWEGEN for soort in plantbaar(weg)
                if not self.gezocht[weg, uit, soort]]  # fmt: skip


class Zoeker:
    """Looks for every secret, in each text once: most texts are parts of many files."""

    def __init__(self, geheimen: list[Geheim]) -> None:
        self._geheimen, self._bekend = geheimen, dict[str, list[Geheim]]()

    def waar(self, delen: list[Deel]) -> dict[Geheim, list[Deel]]:
        """Return in which of these each secret stands, if in any."""
        found: dict[Geheim, list[Deel]] = {}
        for deel in delen:
            for geheim in self._in(deel.tekst):
                found.setdefault(geheim, []).append(deel)
        return found

    def _in(self, tekst: str) -> list[Geheim]:
        if tekst not in self._bekend:
            self._bekend[tekst] = [geheim for geheim in self._geheimen if geheim.merk in tekst]
        return self._bekend[tekst]


def toon_dekking(gezocht: Counter[tuple[str, str, str]]) -> str:
    """The table: for each way in and way out how often each kind of secret was looked for."""
    lines = [f"{'way in':15} {'way out':22} " + " ".join(f"{soort:>9}" for soort in SOORTEN)]
    for weg in WEGEN:
        for uit in UITWEGEN:
            lines.append(f"{weg:15} {uit:22} " + " ".join(_vak(gezocht, weg, uit, soort) for soort in SOORTEN))
    return "\n".join(lines)


def _vak(gezocht: Counter[tuple[str, str, str]], weg: str, uit: str, soort: str) -> str:
    return f"{gezocht[weg, uit, soort]:9}" if soort in plantbaar(weg) else f"{'-':>9}"


def oordeel(geval: Geval, uitingen: list[Uiting]) -> Oordeel:
    """Open everything that left and judge it."""
    lezer, found, gezien, zoeker = Lezer(), Oordeel(), Gezien(), Zoeker(geval.geheimen)
    lijsten = {lijst.naam: lijst for lijst in geval.lijsten}
    for uiting in uitingen:
        delen = lezer.open(uiting.naam, uiting.inhoud)
        for uitweg, part in _per_uitweg(uiting, delen).items():
            _geheimen(geval, uiting, uitweg, part, lijsten.get(uiting.lijst), zoeker, found)
        for deel in delen:
            if uiting.lijst != "secretariaat" and "vermoedelijk" in deel.tekst:
                found.meld("VERMOEDEN", deel.plaats, "says what an action is presumably the same as")
            if vouw(geval.laag) in deel.tekst:
                found.meld("LAAG", deel.plaats, "words of a layer that is off")
        for naam, wat in _zonder_merk(lezer, uiting, geval):
            found.meld("ONGEMERKT", naam, wat)
        if uiting.lijst in lijsten:
            _openbare_titel(geval, uiting, delen, lijsten[uiting.lijst], found)
        gezien.zie(uiting, delen)
    for waar, wat in gezien.fouten():
        found.meld("NAAM", waar, wat)
    return found


def _zonder_merk(lezer: Lezer, uiting: Uiting, geval: Geval) -> Iterator[tuple[str, str]]:
    """What goes by mail, is kept of it, or is made to hand out, says on every page that it is confidential."""
    if uiting.naam.endswith(".eml"):
        for naam, inhoud in bijlagen_van(uiting.inhoud):
            yield from ((f"{uiting.naam}/{naam}", wat) for wat in ongemerkt(lezer, naam, inhoud, geval.geheimen))
    elif uiting.uitweg in ("bundel", "bundel vertrouwelijk", "verzonden") and uiting.naam.endswith((".pdf", ".docx")):
        yield from ((uiting.naam, wat) for wat in ongemerkt(lezer, uiting.naam, uiting.inhoud, geval.geheimen))


def _openbare_titel(geval: Geval, uiting: Uiting, delen: list[Deel], lijst: Lijst, found: Oordeel) -> None:
    """Whoever may not see an item sees its public title on the agenda."""
    zitting = next(z for z in geval.zittingen if (z.tafel, z.datum) == (uiting.tafel, uiting.datum))
    if not zitting.openbare_titel or lijst.vertrouwelijk or "/concepten/Agenda aan" not in uiting.naam:
        return
    if not any(vouw(zitting.openbare_titel) in deel.tekst for deel in delen):
        found.meld("TITEL", uiting.naam, f"the public title {zitting.openbare_titel} is not there")


def _per_uitweg(uiting: Uiting, delen: list[Deel]) -> dict[str, list[Deel]]:
    """A message is several ways out: its text, and each attachment by what it is."""
    if not uiting.naam.endswith(".eml"):
        return {uiting.uitweg: delen}
    ways: dict[str, list[Deel]] = {uiting.uitweg: delen[:1]}
    for deel in delen[1:]:
        ways.setdefault(_uitweg_van(deel.plaats.removeprefix(f"{uiting.naam}/")), []).append(deel)
    return ways


def _uitweg_van(plaats: str) -> str:
    name = plaats.casefold()
    if name.startswith(("kop", "bericht ")):
        return "mail: tekst en kop"
    if _STUK.match(name):
        return "mail: stuk"
    words = {
        "bijlage": "stuk",
        ".ics": "afspraak",
        "bundel": "bundel",
        "actielijst": "actielijst",
        "verslag": "verslag",
    }
    return f"mail: {next((kind for word, kind in words.items() if word in name.split('/')[0]), 'agenda')}"


def _mag(lijst: Lijst | None, uiting: Uiting, deel: Deel, geheim: Geheim) -> bool:
    """Whether whoever gets this part may see this secret."""
    if uiting.lijst == "secretariaat":
        return True
    if geheim.alleen_secretariaat:
        return False
    if uiting.lijst == "actiehouders":
        return geheim.soort == "actie"
    if lijst is None or not lijst.vertrouwelijk:
        return False
    # What is meant to be passed on has to be clean, also for whoever may have the rest beside it.
    # The text of the message is to whoever it is sent to.
    return "doorgeven" not in lijst.velden or _is_gemerkt(uiting, deel) or "/bericht " in deel.plaats


def _is_gemerkt(uiting: Uiting, deel: Deel) -> bool:
    attachment = deel.plaats.removeprefix(f"{uiting.naam}/").split("/")[0].casefold()
    return "vertrouwelijk" in attachment


def _geheimen(
    geval: Geval, uiting: Uiting, uitweg: str, delen: list[Deel], lijst: Lijst | None, zoeker: Zoeker, found: Oordeel
) -> None:
    places = zoeker.waar(delen)
    for geheim in geval.geheimen:
        if geheim.tafel == uiting.tafel and geheim in uiting.geplant:
            found.gezocht[geheim.weg, uitweg, geheim.soort] += 1
        where = places.get(geheim, [])
        for deel in where:
            if not _mag(lijst, uiting, deel, geheim):
                found.meld("LEK", f"{uitweg}, {uiting.lijst or 'publiek'}: {deel.plaats}", geheim)
        entitled = uiting.lijst == "secretariaat" or (lijst is not None and lijst.vertrouwelijk)
        own = (geheim.tafel, geheim.datum) == (uiting.tafel, uiting.datum) and geheim in uiting.geplant
        expected = geheim.soort in _MOET.get(uitweg, ()) and not geheim.alleen_secretariaat
        if entitled and own and expected and not where:
            found.meld("WEG", f"{uitweg}, {uiting.lijst}: {uiting.naam}", geheim)
