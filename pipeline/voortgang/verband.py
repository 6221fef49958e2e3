"""Links between actions: in words, and whether the actions they were laid between are still the same."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model import Bron, Kenmerk, Koppeling, Melding, is_zelfde_tekst, lijkt_op, melding

_MAX_WOORDEN = 60  # characters of an action, to tell which one is meant


@dataclass(frozen=True, slots=True)
class Strijdig:
    """Why a link no longer counts: the action, what it was when the link was laid (if kept), and what it is now."""

    actie: Kenmerk
    was: str
    nu: str


def describe(koppeling: Koppeling) -> str:
    """Say a link in Dutch: ``samengevoegd met A3 (17-12-2025)``."""
    return f"{koppeling.soort.replace('_', ' ')} {koppeling.met.verwijzing}"


def find_strijdig(
    van: Kenmerk, teksten: tuple[str, ...], koppeling: Koppeling, teksten_met: tuple[str, ...], bevestigd: bool = True
) -> Strijdig | None:
    """Compare the words a link was made from with those of the actions: any they ever had will do.

    A link without words is checked as far as can be. Where nobody confirmed it, the two must look like one action;
    where a person laid it, that person is believed.
    """
    for kenmerk, was, known in ((van, koppeling.tekst, teksten), (koppeling.met, koppeling.tekst_met, teksten_met)):
        if was and not any(is_zelfde_tekst(was, text) for text in known):
            return Strijdig(kenmerk, was, _last(known))
    has_words = koppeling.tekst or koppeling.tekst_met
    if bevestigd or has_words or koppeling.soort != "zelfde_als":
        return None
    alike = any(lijkt_op(one, other) for one in teksten for other in teksten_met)
    return None if alike else Strijdig(van, "", _last(teksten))


def tell_vervallen(
    van: Kenmerk, koppeling: Koppeling, strijdig: Strijdig, bron: Bron | None, in_register: bool
) -> Melding:
    """Tell that a link fell away, and what is different; one that stands in a row is put right there."""
    now = f"nu is {strijdig.actie.verwijzing} ‘{_shorten(strijdig.nu)}’"
    was = f"zij is gelegd toen {strijdig.actie.verwijzing} ‘{_shorten(strijdig.was)}’ was, en {now}"
    why = was if strijdig.was else f"de twee lijken niet op elkaar; {now}"
    text = f"De koppeling {van.verwijzing} {describe(koppeling)} telt niet meer: {why}."
    seen = f"regietafel voorstellen {van.tafel} {van.datum.isoformat()}"
    hulp = (
        f"Bekijk haar met: {seen}, en neem haar opnieuw over of wijs haar af."
        if in_register
        else "Verbeter in de rij het nummer of de woorden tussen aanhalingstekens, of haal de koppeling weg."
    )
    return melding("koppeling-vervallen", text, bron, hulp)


def _last(teksten: tuple[str, ...]) -> str:
    return next((text for text in reversed(teksten) if text), "")


def _shorten(tekst: str) -> str:
    words = " ".join(tekst.replace("**", "").split()).strip(" .")
    return words if len(words) <= _MAX_WOORDEN else words[:_MAX_WOORDEN].rsplit(" ", 1)[0] + " …"
