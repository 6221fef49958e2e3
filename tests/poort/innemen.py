"""Takes the minutes of a meeting in, by the way that was drawn for it."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
from geval import Zitting
from handelen import Secretariaat
from inword import typ_erbij, vrij_verslag, vul_formulier
from openen import vouw
from planten import als_md, rijen


def neem_in(s: Secretariaat, z: Zitting) -> None:
    """Write the minutes down, or have them read."""
    _WEGEN[z.weg](s, z)
    s.geplant += [g for g in (*z.geheimen.values(), *z.alleen_hier.values()) if g not in s.geplant]
    _register(s, z)
    if z.achteraf:
        (_terug if z.weg == "getypt" else _vergeleken)(s, z)
        s.geplant += [*z.achteraf.values(), *([z.opmerking_terug] if z.opmerking_terug else [])]


def _map(s: Secretariaat, z: Zitting) -> Path:
    return s.root / "verslagen" / z.tafel / z.datum


def _typ(s: Secretariaat, z: Zitting) -> None:
    path = _map(s, z) / "verslag.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(als_md(z), encoding="utf-8")


def _formulier(s: Secretariaat, z: Zitting) -> None:
    s.doe(z.op(-1), "verslag", z.tafel, z.datum, "--leeg")
    path = _map(s, z) / f"{z.datum} Aantekeningen {z.tafel.upper()}.docx"
    document = docx.Document(str(path))
    vul_formulier(document, z)
    document.save(str(path))
    s.doe(z.op(1), "lees", str(path), "--neem-over")


def _vreemd(soort: str) -> Callable[[Secretariaat, Zitting], None]:
    """Minutes somebody else made, in the format they came in."""

    def take(s: Secretariaat, z: Zitting) -> None:
        folder = s.root.parent / "post"
        folder.mkdir(exist_ok=True)
        path = folder / f"{z.tafel} {z.datum}.docx"
        vrij_verslag(z).save(str(path))
        if soort != "docx":
            command = [s.omzetter, "-env:UserInstallation=x", "--headless", "--convert-to", soort, "--outdir", folder]
            subprocess.run([*map(str, command), str(path)], check=True, capture_output=True, timeout=120)
            path = path.with_suffix(f".{soort}")
        s.doe(z.op(1), "lees", str(path), "--neem-over", "--tafel", z.tafel, "--datum", z.datum)
        if "opmerking" in z.alleen_hier and vouw(z.alleen_hier["opmerking"].tekst) not in vouw(s.scherm):
            s.mislukt.append(f"the remark in {path.name} is not shown\n{s.scherm}")
        _bevestig(s, z)
        _verbeter(s, z)

    return take


def _verbeter(s: Secretariaat, z: Zitting) -> None:
    """Put the words of an action right by hand: what was proposed for its old words is then of no worth."""
    path = _map(s, z) / "verslag.md"
    if z.tafel == "rrt" and path.is_file():
        path.write_text(path.read_text(encoding="utf-8").replace("Navraag doen", "Bellen"), encoding="utf-8")


def _bevestig(s: Secretariaat, z: Zitting) -> None:
    """Say of each reprinted action that it is the older one with the same words; twice, which makes one of it."""
    s.doe(z.op(1), "voorstellen", z.tafel, z.datum, "--json")
    proposed = json.loads(s.uitvoer)["voorstellen"]
    same = [v["kenmerk"] for v in proposed if v["soort"] == "koppeling" and v["tekst"] == v["tekst_met"]]
    if same:
        s.doe(z.op(1), "voorstellen", z.tafel, z.datum, "--neem-over", ",".join(same))
        s.doe(z.op(1), "voorstellen", z.tafel, z.datum, "--neem-over", ",".join(same), mag_stoppen=True)


_WEGEN = {
    "getypt": _typ,
    "formulier": _formulier,
    "vrij Word": _vreemd("docx"),
    "pdf": _vreemd("pdf"),
    "odt": _vreemd("odt"),
}


def _register(s: Secretariaat, z: Zitting) -> None:
    """What was forgotten goes to the register, confidential by its own entry."""
    if "register" not in z.apart:
        return
    last = max(int(r.nr[1:]) for r in rijen(z) if "(" not in r.nr)
    entry = f"""acties:
  - label: A{last + 5}
    actie: "Bellen over {z.apart["register"].tekst}"
    actiehouder: Secretariaat
    termijn: 1 juli 2026
    vertrouwelijk: ja
"""
    (_map(s, z) / "register.yaml").write_text(entry, encoding="utf-8")
    s.geplant += z.apart.values()


def _concept(s: Secretariaat, z: Zitting) -> Path:
    s.doe(z.op(1), "verslag", z.tafel, z.datum)
    return _map(s, z) / f"{z.datum} Conceptverslag {z.tafel.upper()}.docx"


def _terug(s: Secretariaat, z: Zitting) -> None:
    """Somebody works on in our Word file; it is read back."""
    path = _concept(s, z)
    document = docx.Document(str(path))
    typ_erbij(document, z)
    document.save(str(path))
    s.doe(z.op(2), "lees", str(path), "--neem-over")
    _toont_opmerking(s, z, path)


def _toont_opmerking(s: Secretariaat, z: Zitting, path: Path) -> None:
    """A remark in a copy that came back is for the secretary to see."""
    if z.opmerking_terug and vouw(z.opmerking_terug.tekst) not in vouw(s.scherm):
        s.mislukt.append(f"the remark in {path.name} is not shown\n{s.scherm}")


def _vergeleken(s: Secretariaat, z: Zitting) -> None:
    """A member sends a copy back: it is laid beside what was sent, and then taken over."""
    path = _concept(s, z)
    copy = s.root.parent / f"van een lid {z.datum}.docx"
    shutil.copy2(path, copy)
    document = docx.Document(str(copy))
    typ_erbij(document, z)
    document.save(str(copy))
    s.doe(z.op(2), "lees", str(copy), "--vergelijk", str(path))
    unseen = [str(g) for g in z.achteraf.values() if g.tekst.casefold() not in " ".join(s.scherm.split()).casefold()]
    if unseen:
        s.mislukt.append(f"lees --vergelijk {z.tafel} {z.datum} does not show: {unseen}\n{s.scherm}")
    s.doe(z.op(2), "lees", str(copy), "--neem-over")
    _toont_opmerking(s, z, copy)
