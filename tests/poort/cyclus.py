"""The whole cycle of a meeting: planned, announced, held, written down, sent, adopted and published."""

from __future__ import annotations

from pathlib import Path

from geval import Geval, Zitting
from handelen import Secretariaat
from innemen import neem_in
from planten import schrijf_werkmap


def loop_door(geval: Geval, root: Path, omzetter: str, plaatje: str) -> Secretariaat:
    """Let the secretariat do everything, meeting after meeting, and return what left."""
    schrijf_werkmap(geval, root, omzetter, plaatje)
    secretariaat = Secretariaat(root, omzetter)
    for zitting in sorted(geval.zittingen, key=lambda z: z.datum):
        _vooraf(secretariaat, geval, zitting)
        if not zitting.alleen_agenda:
            neem_in(secretariaat, zitting)
            _achteraf(secretariaat, geval, zitting)
    return secretariaat


def _vooraf(s: Secretariaat, geval: Geval, z: Zitting) -> None:
    doel = (z.tafel, z.datum)
    if z.eerst:
        s.doe(z.op(-40), "verplaats", z.tafel, z.eerst, z.datum)
    s.geplant += [g for soort, g in z.geheimen.items() if soort in ("titel", "stuk", "stuknaam")]
    for act in z.vooraf:
        s.doe(z.op(-12), act.split()[0], *doel, *act.split()[1:])
    s.neem("mail: herinnering", z, f"agenda/{z.tafel}/{z.datum}/herinneringen/*.eml", "actiehouders")
    s.neem("bundel", z, f"agenda/{z.tafel}/{z.datum}/* Bundel {z.tafel.upper()}.pdf", "iedereen")
    s.neem("bundel vertrouwelijk", z, f"agenda/{z.tafel}/{z.datum}/*Bundel*ERTROUWELIJK*.pdf", "secretariaat")
    s.neem("Word", z, f"agenda/{z.tafel}/{z.datum}/*.docx", "secretariaat")
    _verzend(s, geval, z, "agenda", -8, f"agenda/{z.tafel}/{z.datum}")
    if z.alleen_agenda:
        s.doe(z.op(-8), "planning", z.tafel, z.datum[:4], "--neem-over")
        s.neem("kalender", z, f"agenda/{z.tafel}/*.ics", "iedereen")


def _verzend(s: Secretariaat, geval: Geval, z: Zitting, soort: str, dag: int, folder: str) -> None:
    doel = (soort, z.tafel, z.datum)
    if s.doe(z.op(dag), "verzend", *doel):
        return
    for lijst in geval.lijsten:
        s.neem("concepten", z, f"{folder}/concepten/*aan {lijst.naam}.eml", lijst.naam)
    s.doe(z.op(dag), "verzend", *doel, "--verzonden", z.op(dag))
    s.neem("verzonden", z, f"{folder}/verzonden/*/*", "secretariaat")


def _achteraf(s: Secretariaat, geval: Geval, z: Zitting) -> None:
    doel, folder = (z.tafel, z.datum), f"verslagen/{z.tafel}/{z.datum}"
    s.doe(z.op(3), "verslag", *doel)
    s.neem("Word", z, f"{folder}/*.docx", "secretariaat")
    for soort in z.achter:
        _verzend(s, geval, z, soort, 4, folder)
    s.doe(z.op(4), "acties", *doel, "--xlsx", str(s.root / f"acties {z.tafel} {z.datum}.xlsx"))
    s.neem("Excel", z, f"acties {z.tafel} {z.datum}.xlsx", "secretariaat")
    s.doe(z.op(4), "acties", *doel, "--json")
    s.uit("acties --json", z, "acties.json")
    s.doe(z.op(5), "vaststellen", *doel, "--schriftelijk", "--datum", z.op(5))
    s.neem("pdf", z, f"{folder}/*.pdf", "secretariaat")
    s.doe(z.op(6), "publiceer", *doel, "--akkoord", "--pakket", f"pakket {z.tafel} {z.datum}.zip")
    _publiek(s, z)


def _publiek(s: Secretariaat, z: Zitting) -> None:
    s.neem("pakket", z, f"pakket {z.tafel} {z.datum}.zip")
    for pattern, uitweg in (("*.html", "site"), ("*.pdf", "site"), ("*.docx", "site"), ("*.xml", "feed"),
                            ("*.json", "json van de site"), ("*.ics", "site")):  # fmt: skip
        s.neem(uitweg, z, f"site/**/{pattern}")
    s.neem("zoekindex", z, "site/zoekindex/**/*")
