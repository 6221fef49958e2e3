"""Who may be named in public: ``openbaarheid`` in ``tafel.yaml``, and ``namen.yaml``."""

from __future__ import annotations

from pipeline.model import FunctieRegel, Gevoelig, Melding, NaamBesluit, Openbaarheidsregels
from pipeline.notatie.lezer import Waarden, read_record
from pipeline.notatie.tekst import Brontekst
from pipeline.notatie.velden import NAMEN
from pipeline.notatie.yaml_lezen import read_yaml
from pipeline.notatie.yaml_schrijven import Waarde, compact


def read_openbaarheid(values: Waarden | None) -> Openbaarheidsregels:
    """Read the rules of a table; what is not written is its default."""
    usual = Openbaarheidsregels()
    if values is None:
        return usual
    return Openbaarheidsregels(
        leden=values["leden"] or None,
        agendaleden=values["agendaleden"] or None,
        toehoorders=values["toehoorders"] or None,
        functies=tuple(FunctieRegel(v["functie"], v["openbaar"]) for v in values["functies"] if v["openbaar"]),
        aanduiding=values["aanduiding"].strip() or usual.aanduiding,
        actielijst=values["actielijst"] is True,
        besluitenlijst=values["besluitenlijst"] is not False,
    )


def parse_namen(bron: Brontekst) -> tuple[tuple[NaamBesluit, ...], tuple[Melding, ...]]:
    """Read ``namen.yaml``: what was decided about names."""
    values, lezer = read_record(bron, read_yaml(bron.tekst, bron.bestand), NAMEN)
    found = tuple(
        NaamBesluit(v["naam"], v["besluit"], v["functie"], v["zin"], v["organisatie"], v.bron_van("naam"))
        for v in values["namen"]
        if v["naam"] and v["besluit"]
    )
    return found, lezer.gemeld


def format_naambesluit(besluit: NaamBesluit) -> dict[str, Waarde]:
    """Write one decision."""
    return compact(
        naam=besluit.naam,
        besluit=besluit.besluit,
        functie=besluit.functie,
        organisatie=besluit.organisatie,
        zin=besluit.zin,
    )


def read_gevoelig(parts: tuple[Waarden, ...]) -> tuple[Gevoelig, ...]:
    """Read what not everybody may read."""
    return tuple(Gevoelig(v["tekst"], v["reden"], v["tot"], v.bron_van("tekst")) for v in parts if v["tekst"])


def format_gevoelig(gevoelig: Gevoelig) -> Waarde:
    """Write one of those."""
    return compact(tekst=gevoelig.tekst, reden=gevoelig.reden, tot=gevoelig.tot.isoformat() if gevoelig.tot else "")
