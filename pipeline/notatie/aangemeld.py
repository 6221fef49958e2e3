"""``aangemeld.yaml`` <-> Aanmelding: what members want on an agenda."""

from __future__ import annotations

from pipeline.model import Aanmelding, Melding
from pipeline.notatie.lezer import Lezer, Waarden, read_record
from pipeline.notatie.tekst import Brontekst
from pipeline.notatie.titelmerk import format_vertrouwelijk, read_titelmerk
from pipeline.notatie.velden import AANGEMELD
from pipeline.notatie.yaml_lezen import read_yaml
from pipeline.notatie.yaml_schrijven import Waarde, compact, format_dag


def parse_aangemeld(bron: Brontekst) -> tuple[tuple[Aanmelding, ...], tuple[Melding, ...]]:
    """Read the proposals of a table, in the order of the file."""
    boom = read_yaml(bron.tekst, bron.bestand)
    values, lezer = read_record(bron, boom, AANGEMELD)
    return tuple(_aanmelding(part, lezer) for part in values["aangemeld"]), lezer.gemeld


def _aanmelding(values: Waarden, lezer: Lezer) -> Aanmelding:
    # a proposal has no end to its embargo: until somebody decides on it, it stays among those who may see it
    merk = read_titelmerk(values, values["wat"], lezer, "wat")
    return Aanmelding(
        wie=values["wie"],
        wat=values["wat"],
        doel=values["doel"],
        minuten=values["minuten"],
        toelichting=values["toelichting"],
        vertrouwelijk=merk.vertrouwelijk or merk.embargo is not None,
        op=values["op"],
        besluit=values["besluit"] or None,
        vergadering=values["vergadering"],
        reden=values["reden"],
        uit=values["uit"],
        openbare_titel=values["openbare_titel"],
        bron=values.bron_van("wat"),
    )


def format_aanmelding(aanmelding: Aanmelding) -> dict[str, Waarde]:
    """Return the fields of a proposal as they are written."""
    return compact(
        wie=aanmelding.wie,
        wat=aanmelding.wat,
        doel=aanmelding.doel,
        minuten=aanmelding.minuten,
        toelichting=aanmelding.toelichting,
        vertrouwelijk=format_vertrouwelijk(aanmelding.wat, aanmelding.vertrouwelijk),
        op=format_dag(aanmelding.op),
        besluit=aanmelding.besluit,
        vergadering=format_dag(aanmelding.vergadering),
        reden=aanmelding.reden,
        uit=aanmelding.uit,
        openbare_titel=aanmelding.openbare_titel,
    )
