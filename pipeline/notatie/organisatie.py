"""``regietafel.yaml`` -> Organisatie."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.model import Mailserver, Melding, MijlpaalDatum, Organisatie, Publicatieplaats, VrijePeriode
from pipeline.notatie.lezer import Lezer, Waarden, read_record
from pipeline.notatie.tekst import Brontekst
from pipeline.notatie.velden import ORGANISATIE
from pipeline.notatie.yaml_lezen import read_yaml


def parse_organisatie(bron: Brontekst) -> tuple[Organisatie, tuple[Melding, ...]]:
    """Read ``regietafel.yaml``."""
    boom = read_yaml(bron.tekst, bron.bestand)
    values, lezer = read_record(bron, boom, ORGANISATIE)
    texts = {veld.naam: values[veld.naam] for veld in ORGANISATIE.velden if veld.soort == "tekst"}
    organisatie = Organisatie(
        **texts,
        vrije_perioden=tuple(_vrije_perioden(values["vrije_perioden"], lezer)),
        mijlpalen=tuple(_mijlpalen(values["mijlpalen"])),
        smtp=_mailserver(values["smtp"]),
        **_mail(values["mail"]),
        publicatie=_publicatie(values["publicatie"]),
        bron=values.bron,
    )
    return organisatie, lezer.gemeld


def _mailserver(values: Waarden | None) -> Mailserver | None:
    if values is None or not values["server"]:
        return None
    return Mailserver(values["server"], values["poort"] or 587, values["gebruiker"])


def _mail(values: Waarden | None) -> dict[str, Any]:
    if values is None:
        return {}
    size = values["max_mb"]
    return {"mail_link": values["link"]} | ({} if size is None else {"mail_mb": size})


def _publicatie(values: Waarden | None) -> Publicatieplaats:
    if values is None:
        return Publicatieplaats()
    fields = ("adres", "uitgever", "categorie", "provincie")
    return Publicatieplaats(**{name: values[name] or "" for name in fields})


def _vrije_perioden(parts: tuple[Waarden, ...], lezer: Lezer) -> Iterator[VrijePeriode]:
    for values in parts:
        van, tot = values["van"], values["tot"]
        if van is None or tot is None:
            continue
        if tot < van:
            text = f"De vrije periode {values['naam']} eindigt voordat zij begint."
            lezer.report("eind-voor-begin", text, values.bron_van("tot").nummer or 1)
            continue
        yield VrijePeriode(values["naam"], van, tot, values.bron)


def _mijlpalen(parts: tuple[Waarden, ...]) -> Iterator[MijlpaalDatum]:
    for values in parts:
        if values["mijlpaal"] and values["datum"] is not None:
            year = values["cyclus"] or values["datum"].year
            yield MijlpaalDatum(values["mijlpaal"], values["datum"], year - year % 2, values.bron)
