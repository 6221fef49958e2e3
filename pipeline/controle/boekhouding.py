"""The check on the books of the fold: nothing of a record may be lost on its way to the action list."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from pipeline.controle.dossier import Dossier
from pipeline.model import Bron, Kenmerk, Melding, is_zelfde_tekst, lijkt_op, melding
from pipeline.voortgang import find_onverwerkt

_DINGEN = {
    "actie": "De actie",
    "voortgang": "De regel over",
    "markering": "De markering van",
    "koppeling": "De koppeling van",
}


def check_verantwoord(dossier: Dossier) -> Iterator[Melding]:
    """Report each row, marker and link of this meeting that the action list has no account of.

    What is wrong with it is often told already: a number that does not exist, links in a circle. That is not said
    twice.
    """
    if not dossier.is_eigen or dossier.verslag is None:
        return
    told = " ".join(m.tekst for m in dossier.gelezen)
    for datum, soort, kenmerk in find_onverwerkt(dossier.genummerd, dossier.datum, dossier.posten):
        of_other = soort == "markering" and kenmerk.datum != datum  # check_verwijzingen tells that one
        if datum == dossier.datum and not of_other and kenmerk.verwijzing not in told:
            text = f"{_DINGEN[soort]} {_noem(kenmerk, dossier)} is niet verwerkt in de actielijst."
            yield melding("actie-niet-verantwoord", text, _place(dossier, kenmerk))


def check_koppelingen(dossier: Dossier) -> Iterator[Melding]:
    """Report a link that keeps no words and joins two actions that do not look like one: is that what was meant?"""
    words = dossier.woorden
    own = Kenmerk(dossier.tafel.id, dossier.datum, "")
    rows = ((punt.label, punt.koppelingen, punt.bron) for punt in dossier.actiepunten)
    typed = ((Kenmerk(own.tafel, own.datum, label), link, bron) for label, links, bron in rows for link in links)
    register = dossier.register.koppelingen if dossier.register else ()
    laid = ((item.van, item.koppeling, item.bron) for item in register if item.bevestigd)
    for van, link, bron in chain(typed, laid):
        one, other = words.get(van, ""), words.get(link.met, "")
        if link.soort != "zelfde_als" or link.tekst or link.tekst_met or not one or not other:
            continue
        if not (is_zelfde_tekst(one, other) or lijkt_op(one, other)):
            text = f"{van.verwijzing} ({one}) is gekoppeld als dezelfde actie als {link.met.verwijzing} ({other})."
            yield melding("koppeling-twijfel", text, bron)


def _noem(kenmerk: Kenmerk, dossier: Dossier) -> str:
    return kenmerk.label if kenmerk.datum == dossier.datum else kenmerk.verwijzing


def _place(dossier: Dossier, kenmerk: Kenmerk) -> Bron | None:
    """Return where it stands: the sentence or row that names it, else the record."""
    label = f"[{kenmerk.label}"
    for passage in dossier.passages:
        at = passage.tekst.find(label)
        if at >= 0:
            return passage.plek(at, at + len(label))
    return dossier.verslag.bron if dossier.verslag else None
