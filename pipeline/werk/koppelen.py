"""Links from the actions of new minutes to older ones, for a person to confirm."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model import (
    Actielijst,
    Bron,
    GelegdeKoppeling,
    Kenmerk,
    Melding,
    Reeks,
    Register,
    Verslag,
    melding,
)


@dataclass(frozen=True, slots=True)
class Voorgesteld:
    """A register with links that nobody confirmed yet, and its text."""

    register: Register
    tekst: str


def propose_links(reeks: Reeks, verslag: Verslag, stand: Actielijst) -> tuple[Voorgesteld | None, list[Melding]]:
    """Find which actions of these minutes repeat an older one: ``zelfde_als`` with ``bevestigd: nee``.

    A meeting that has a register keeps it as it is. Open actions that the minutes do not mention are reported:
    they stay open.
    """
    datum = verslag.datum
    if not stand.regels or not verslag.actiepunten or datum in reeks.registers:
        return None, []
    from pipeline.notatie import write_register
    from pipeline.taal import find_verdwenen, koppel_acties

    found = koppel_acties(verslag.actiepunten, stand)
    links = tuple(
        GelegdeKoppeling(Kenmerk(reeks.tafel.id, datum, k.actie.label), k.koppeling, bevestigd=False) for k in found
    )
    place = Bron(f"verslagen/{reeks.tafel.id}/{datum.isoformat()}/register.yaml")
    meldingen = [
        melding(
            "vermoedelijk-dezelfde",
            f"{k.actie.label} ({k.actie.actie[:60]}) is vermoedelijk {k.regel.kenmerk.verwijzing}. {k.reden}",
            place,
        )
        for k in found
    ]
    said = {v.verwijst_naar for v in verslag.voortgang}
    gone = [r for r in find_verdwenen(verslag.actiepunten, stand, found) if r.kenmerk not in said]
    if gone:
        names = ", ".join(r.kenmerk.verwijzing for r in gone)
        text = f"Deze open acties komen in het verslag van {datum.isoformat()} niet voor: {names}. Ze blijven open."
        meldingen.append(
            melding("actie-niet-genoemd", text, Bron(place.bestand.replace("register.yaml", "verslag.md")))
        )
    if not links:
        return None, meldingen
    register = Register(reeks.tafel.id, datum, koppelingen=links)
    return Voorgesteld(register, write_register(register)), meldingen
