"""The twelve actions of the main table, as three meetings make and change them, and how each should then stand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from geval import DAGEN, Geval, Rij

EERST, TWEEDE, DERDE = DAGEN["prt"]


@dataclass(frozen=True)
class Stand:
    """How an action should stand: ``woord`` is what tells it from every other."""

    woord: str
    label: str
    datum: str
    wie: str
    termijn: str
    status: str = "open"
    verschoven: int = 0

    @property
    def nr(self) -> str:
        """The number as a later meeting writes it."""
        return f"{self.label} ({'-'.join(reversed(self.datum.split('-')))})"


def geef_acties(geval: Geval) -> None:
    """Give the meetings of the main table their rows."""
    een, twee, drie = geval.van("prt")
    stand = stand_na(geval)
    een.rijen = [_nieuw(s) for s in stand[EERST] if s.datum == EERST]
    made = [_nieuw(s) for s in stand[TWEEDE] if s.datum == TWEEDE]
    first = {s.label: s for s in stand[EERST]}
    made[0] = replace(made[0], toelichting=f"gesplitst uit {first['A1'].nr}")
    second = {s.label: s for s in stand[TWEEDE] if s.datum == TWEEDE}
    twee.rijen = [
        Rij(first["A2"].nr, "", "", "", "", f"samengevoegd met {first['A3'].nr}"),
        Rij(first["A4"].nr, "", "", "31 maart 2026", "open"),
        Rij(first["A5"].nr, "", "RRT-secretariaten", "", ""),
        Rij(first["A6"].nr, "", "", "", "vervallen"),
        replace(_nieuw(first["A7"]), nr=first["A7"].nr),
        *made,
    ]
    drie.rijen = [
        Rij(first["A4"].nr, "", "", "30 april 2026", "open"),
        Rij(second["A3"].nr, "", "", "", "afgerond"),
        *(_nieuw(s) for s in stand[DERDE] if s.datum == DERDE),
    ]
    for zitting in (twee, drie):
        if zitting.is_vreemd:
            zitting.rijen = [_voluit(rij, stand[zitting.datum]) for rij in zitting.rijen]


def _voluit(rij: Rij, stand: list[Stand]) -> Rij:
    """A row as somebody else writes it: with the words of the action, also where only its term changes."""
    of_row = next(s for s in stand if rij.nr in (s.nr, s.label if not rij.actie or s.woord in rij.actie else ""))
    return replace(_nieuw(of_row), nr=rij.nr, status=of_row.status, toelichting=rij.toelichting)


def _nieuw(stand: Stand) -> Rij:
    return Rij(stand.label, f"Uitwerken van {stand.woord}", stand.wie, stand.termijn)


def stand_na(geval: Geval) -> dict[str, list[Stand]]:
    """How every action should stand after each meeting: split, merged, moved twice, handed over, dropped, reprinted."""
    w = geval.woorden
    first = [
        Stand(w[0], "A1", EERST, "Secretariaat", "13 februari 2026"),
        Stand(w[1], "A2", EERST, "Secretariaat", "1 april 2026"),
        Stand(w[2], "A3", EERST, "Secretariaat", "20 februari 2026"),
        Stand(w[3], "A4", EERST, "mw. Tafelaarsma", "28 februari 2026"),
        Stand(w[4], "A5", EERST, "Secretariaat", "3 juni 2026"),
        Stand(w[5], "A6", EERST, "COA", "4 juni 2026"),
        Stand(w[6], "A7", EERST, "mw. Toetsenburg", "5 juni 2026"),
    ]
    second = [
        first[0],
        replace(first[1], status="vervallen"),
        first[2],
        replace(first[3], termijn="31 maart 2026", verschoven=1),
        replace(first[4], wie="RRT-secretariaten"),
        replace(first[5], status="vervallen"),
        first[6],
        Stand(w[7], "A1", TWEEDE, "Secretariaat", "6 juni 2026"),
        Stand(w[8], "A2", TWEEDE, "COA", "7 juni 2026"),
        Stand(w[9], "A3", TWEEDE, "mw. Tafelaarsma", "10 april 2026"),
    ]
    third = [
        *second[:3],
        replace(second[3], termijn="30 april 2026", verschoven=2),
        *second[4:9],
        replace(second[9], status="afgerond"),
        Stand(w[10], "A1", DERDE, "COA", "8 juni 2026"),
        Stand(w[11], "A2", DERDE, "Secretariaat", "9 juni 2026"),
    ]
    return {EERST: first, TWEEDE: second, DERDE: third}
