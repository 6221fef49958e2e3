"""What tells a plan from what happens in the meeting itself: the object, who is addressed, the sentences around it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.taal.context import has_term
from pipeline.taal.deelzinnen import Deelzin
from pipeline.taal.kandidaat import Kandidaat
from pipeline.taal.kring import Vermelding

# Deeds by which somebody speaks or shows in the meeting, where nothing says that it is later or elsewhere.
_VERTONEN = frozenset(
    """
    delen bespreken doornemen meenemen presenteren tonen laten zien geven terugkoppelen toelichten verzorgen
    behandelen schetsen overlopen inventariseren demonstreren doorlopen starten vervolgen openen aansluiten
    voorlezen inbrengen aanhalen benoemen voorstellen
    """.split()
)
_VERTOONSELS = frozenset(
    """
    scherm terugkoppeling toelichting presentatie verslag rondleiding demo demonstratie update uitleg inleiding
    samenvatting overzicht stand schets sheets dia's slides indruk reactie workshop
    """.split()
)
_IN_DE_ZITTING = frozenset("bijeenkomst vergadering overleg zitting sessie avond middag".split())
_LOOPBAAN = frozenset(
    """
    pensioen baan functie afscheid opvolger opvolgt vertrekt vertrek verlaten verlaat zwangerschapsverlof verlof
    benoemd aangetreden afgetreden voorzitterschap opvolging opvolgen vervangt vervangen stopt stoppen
    """.split()
)
_BIJEENKOMEN = frozenset("bijeen samenkomen bijeenkomen vergaderen vergadert".split())
_ONDERLING = frozenset("met bij aan naar richting".split())
_WIJZERS = frozenset("dit dat deze die hier hierover hierop hiervan ervan daar daarover daarop het".split())


def find_omgeving(k: Kandidaat) -> Iterator[str]:
    """Give the features of a candidate that lie around its verb."""
    d = k.deelzin
    if d is None:
        return
    words = k.zin.laag[k.begin : k.eind]
    yield from _shown(k, d, words)
    later = "nog" in words or has_term(k.zin) or d.tijd == "straks"
    if not _LOOPBAAN.isdisjoint(words):
        yield "loopbaan"
    if not _BIJEENKOMEN.isdisjoint(words):
        several = len(k.actiehouders) > 1 and all(v.soort in ("persoon", "naam") for v in k.actiehouders)
        yield f"bijeenkomen+{'personen' if several else 'ander'}"
    others = [v for v in k.zin.vermeldingen if k.begin <= v.begin < k.eind and v not in k.actiehouders]
    yield from _object(k, d, others)
    if any(k.zin.laag[v.begin - 1] in _ONDERLING and v.begin > k.begin for v in others):
        yield f"tot_ander+{'later' if later else 'nu'}"
    if any(n.begin == k.eind and n.bijzin == "dat" for n in k.zin.deelzinnen):
        yield "dat_volgt"  # what is said stands behind it
    yield from _before(k)


def _shown(k: Kandidaat, d: Deelzin, words: tuple[str, ...]) -> Iterator[str]:
    if d.tijd != "nu" or d.hulp:
        return
    moment = "termijn" if has_term(k.zin) else "nog" if "nog" in words else "los"
    if d.werkwoord.split()[0] in _VERTONEN:
        yield f"vertonen+{moment}"
    if not _VERTOONSELS.isdisjoint(words):
        yield f"vertoonsel+{moment}"
    if not _IN_DE_ZITTING.isdisjoint(words) and not {"volgende", "komende"} & set(words):
        yield "in_de_zitting"


def _object(k: Kandidaat, d: Deelzin, others: list[Vermelding]) -> Iterator[str]:
    """Tell what the deed is done to: something pointed at, a person, a thing, or nothing."""
    follows = next((i for i in range(d.pv + 1, k.eind) if k.zin.laag[i] not in ("ook", "nog", "dan", "even")), None)
    if follows is not None and k.zin.laag[follows] in _WIJZERS:
        yield "voorwerp=wijzer"
    if any(v.begin == d.pv + 1 and v.soort in ("persoon", "naam") for v in others):
        yield "voorwerp=persoon"


def _before(k: Kandidaat) -> Iterator[str]:
    """Tell what the sentence before reports: minutes run on in the way they began."""
    before = k.zin.vorige
    clause = next(iter(before.deelzinnen), None) if before is not None else None
    if clause is not None and clause.klasse == "melden" and clause.tijd == "nu":
        yield "na_melding"
