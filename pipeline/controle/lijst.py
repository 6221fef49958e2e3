"""The list of checks, and the one call that runs them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.controle import (
    acties,
    agenda,
    besluiten,
    boekhouding,
    deelnemers,
    namen,
    rondzending,
    tabellen,
    tekst,
    vragen,
)
from pipeline.controle.dossier import Dossier, join_meldingen
from pipeline.controle.herstel import Verbetering
from pipeline.model import Melding, Negering
from pipeline.wie.woorden import fold_naam

# From which stage on a check has something to look at: the papers before the meeting, or the minutes.
Fase = Literal["agenda", "verslag"]


@dataclass(frozen=True, slots=True)
class Controle:
    """A check: the name it goes by in the manual, the function, and the stage from which it runs."""

    naam: str
    functie: Callable[[Dossier], Iterable[Melding]]
    fase: Fase = "verslag"


CONTROLES: tuple[Controle, ...] = (
    Controle("namen die anders zijn gespeld dan in de lijst", namen.check_spelling),
    Controle("sprekers die niet op de lijst staan", namen.check_sprekers_op_lijst),
    Controle("sprekers die er niet waren", namen.check_sprekers_aanwezig),
    Controle("de heer of mevrouw", namen.check_aanhef),
    Controle("deelnemers die dubbel staan", deelnemers.check_dubbele_deelnemers, "agenda"),
    Controle("leden die er hetzelfde uitzien", deelnemers.check_leden_gelijk, "agenda"),
    Controle("afgemeld en toch aanwezig", deelnemers.check_afgemeld_en_aanwezig),
    Controle("vragen zonder antwoord", vragen.check_open_vragen),
    Controle("antwoorden over punten die er niet zijn", vragen.check_antwoorden),
    Controle("acties zonder actiehouder", acties.check_actiehouder),
    Controle("acties zonder termijn", acties.check_termijn),
    Controle("termijnen voor de vergadering", acties.check_termijn_na_vergadering),
    Controle("termijnen op een dag die niet bestaat", acties.check_termijn_bestaat),
    Controle("actiehouders die op geen lijst staan", acties.check_actiehouders),
    Controle("actiepunten zonder nummer", acties.check_ongenummerd),
    Controle("nummers die dubbel zijn of overgeslagen", acties.check_nummers),
    Controle("verwijzingen naar acties die er niet zijn", acties.check_verwijzingen),
    Controle("rijen en markeringen die niet in de actielijst komen", boekhouding.check_verantwoord),
    Controle("koppelingen tussen acties die niet op elkaar lijken", boekhouding.check_koppelingen),
    Controle("open acties die ontbreken", acties.check_open_acties),
    Controle("afgeronde acties die terugkomen", acties.check_heropend),
    Controle("punten die niet op de agenda staan", agenda.check_punten_op_agenda),
    Controle("agendapunten die in het verslag ontbreken", agenda.check_punten_in_verslag),
    Controle("bijlagen van de agenda die er niet zijn", agenda.check_bijlagen_aanwezig, "agenda"),
    Controle("bijlagen die de tekst noemt en die er niet zijn", agenda.check_bijlagen_genoemd),
    Controle("bijlagen waar niets naar verwijst", agenda.check_bijlagen_gebruikt, "agenda"),
    Controle("bestanden die niet worden gebruikt", agenda.check_overige_bestanden, "agenda"),
    Controle("besluiten die niet in de lijst staan", besluiten.check_besluiten),
    Controle("dag en datum", tekst.check_weekdagen),
    Controle("datums die niet bestaan", tekst.check_datums_bestaan),
    Controle("plekken om in te vullen", tekst.check_invulplekken, "agenda"),
    Controle("afkortingen zonder uitleg", tekst.check_afkortingen),
    Controle("totalen in tabellen", tabellen.check_totalen),
    Controle("e-mailadressen die geen adres zijn", rondzending.check_adressen, "agenda"),
    Controle("agenda op tijd rondgezonden", rondzending.check_agenda_op_tijd, "agenda"),
    Controle("verslag op tijd rondgezonden", rondzending.check_verslag_op_tijd),
    Controle("wat dubbel is gedaan", rondzending.check_dubbel_gedaan, "agenda"),
    Controle("status en logboek", rondzending.check_status),
    Controle("versieregel", rondzending.check_versieregel),
)


def controleer(dossier: Dossier, fase: Fase = "verslag") -> tuple[Melding, ...]:
    """Run the checks: what reading already reported and what they find, by place, each thing once.

    ``fase`` agenda runs only what can be said before the meeting. A finding the register accepts is still
    there, with the reason in ``aanvaard``.
    """
    found = (m for controle in CONTROLES if _runs(controle, fase) for m in controle.functie(dossier))
    unique = join_meldingen(dossier.gelezen, found)
    negeringen = dossier.register.negeringen if dossier.register else ()
    return tuple(sorted(accept(unique, negeringen), key=_place))


def propose_herstel(dossier: Dossier) -> tuple[Verbetering, ...]:
    """Return the corrections that can be made without a person, save for findings that were accepted."""
    negeringen = dossier.register.negeringen if dossier.register else ()
    pairs = tuple(namen.find_herstel(dossier))
    accepted = tuple(accept((finding for finding, _ in pairs), negeringen))
    return tuple(herstel for (_, herstel), item in zip(pairs, accepted, strict=True) if item.aanvaard is None)


def _runs(controle: Controle, fase: Fase) -> bool:
    return fase == "verslag" or controle.fase == "agenda"


def accept(meldingen: Iterable[Melding], negeringen: Iterable[Negering]) -> Iterator[Melding]:
    """Give the findings, those that a Negering covers with its reason.

    A Negering covers a finding with its code whose sentence or text has its words; capitals, punctuation and
    white space do not count.
    """
    folded = [(negering, f" {fold_naam(negering.zin)} ") for negering in negeringen if fold_naam(negering.zin)]
    for item in meldingen:
        reason = next((n.reden for n, words in folded if n.code == item.code and words in _words(item)), None)
        yield item if reason is None else replace(item, aanvaard=reason)


def _words(item: Melding) -> str:
    sentence = item.bron.zin if item.bron and item.bron.zin else ""
    return f" {fold_naam(sentence)} | {fold_naam(item.tekst)} "


def _place(item: Melding) -> tuple[str, int, int]:
    bron = item.bron
    return (bron.bestand, bron.nummer or 0, bron.begin or 0) if bron else ("", 0, 0)
