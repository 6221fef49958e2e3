"""``register.yaml`` <-> Register: what was added to a Verslag after circulation."""

from __future__ import annotations

from datetime import date
from typing import Any

from pipeline.model import (
    Aanvaarding,
    Actiepunt,
    Afwijzing,
    Besluit,
    GelegdeKoppeling,
    Inzageantwoord,
    Koppeling,
    Melding,
    Negering,
    Notitie,
    Register,
    Tafel,
    Voortgang,
)
from pipeline.notatie.grenzen import split_houders
from pipeline.notatie.koppelingen import LABEL, find_koppelingen, format_kenmerk, norm_label, resolve
from pipeline.notatie.lezer import Lezer, Waarden, read_record
from pipeline.notatie.tekst import Brontekst
from pipeline.notatie.vaststelling import (
    format_rectificaties,
    format_wijzigingen,
    read_rectificaties,
    read_wijzigingen,
)
from pipeline.notatie.velden import REGISTER
from pipeline.notatie.yaml_lezen import read_yaml
from pipeline.notatie.yaml_schrijven import Waarde, compact, format_dag, format_termijn, write_yaml


def parse_register(
    bron: Brontekst, tafel: Tafel, datum: date, volgende: date | None = None
) -> tuple[Register, tuple[Melding, ...]]:
    """Read ``register.yaml`` beside the Verslag of ``tafel`` on ``datum``."""
    boom = read_yaml(bron.tekst, bron.bestand)
    values, lezer = read_record(bron, boom, REGISTER, datum, volgende)
    reader = _Register(tafel, datum, lezer)
    register = Register(
        tafel=tafel.id,
        datum=datum,
        actiepunten=reader.actiepunten(values["acties"]),
        voortgang=reader.voortgang(values["voortgang"]),
        besluiten=reader.besluiten(values["besluiten"]),
        koppelingen=reader.koppelingen(values["koppelingen"]),
        afwijzingen=tuple(Afwijzing(part["zin"], part["reden"]) for part in values["weigeringen"]),
        aanvaardingen=tuple(Aanvaarding(part["soort"], part["zin"]) for part in values["overgenomen"] if part["soort"]),
        negeringen=tuple(Negering(p["code"], p["zin"], p["reden"]) for p in values["negeer"]),
        wijzigingen=read_wijzigingen(values["wijzigingen"]),
        rectificaties=read_rectificaties(values["rectificaties"]),
        notities=tuple(
            Notitie(
                p["tekst"],
                p["auteur"],
                p["op"],
                p["plaats"],
                p["bij"],
                p["vraag"] is True,
                p["antwoord"],
                p.bron_van("tekst"),
            )
            for p in values["notities"]
        ),
        vertrouwelijkheid=tuple(
            Inzageantwoord(p["punt"], p["vertrouwelijk"], p["reden"], p.bron_van("punt"))
            for p in values["vertrouwelijkheid"]
            if p["punt"] and p["vertrouwelijk"] is not None
        ),
        bron=values.bron,
    )
    return register, lezer.gemeld


class _Register:
    def __init__(self, tafel: Tafel, datum: date, lezer: Lezer) -> None:
        self._tafel, self._datum, self._lezer = tafel, datum, lezer
        self._known = frozenset(tafel.houdernamen)
        self._labels: dict[str, int] = {}

    def actiepunten(self, parts: tuple[Waarden, ...]) -> tuple[Actiepunt, ...]:
        return tuple(
            Actiepunt(
                label=self._label(values),
                actie=values["actie"],
                agendapunt=values["agendapunt"],
                vertrouwelijk=values["vertrouwelijk"] is True,
                soort=values["soort"] or "tabel",
                **self._shared(values),
            )
            for values in parts
        )

    def voortgang(self, parts: tuple[Waarden, ...]) -> tuple[Voortgang, ...]:
        found = []
        for values in parts:
            kenmerk = resolve(values["actie"], self._tafel.id, self._datum)
            if kenmerk is not None:
                said = Voortgang(
                    kenmerk,
                    actie=values["tekst"],
                    agendapunt=values["agendapunt"],
                    vertrouwelijk=values["vertrouwelijk"] is True,
                    **self._shared(values),
                )
                found.append(said)
        return tuple(found)

    def besluiten(self, parts: tuple[Waarden, ...]) -> tuple[Besluit, ...]:
        return tuple(
            Besluit(
                self._label(values),
                values["tekst"],
                values["agendapunt"],
                values["vertrouwelijk"] is True,
                values.bron_van("tekst"),
            )
            for values in parts
        )

    def koppelingen(self, parts: tuple[Waarden, ...]) -> tuple[GelegdeKoppeling, ...]:
        found = []
        for values in parts:
            van = resolve(values["actie"], self._tafel.id, self._datum)
            met = resolve(values["met"], self._tafel.id, self._datum)
            if van and met and values["soort"]:
                link = Koppeling(values["soort"], met, values["tekst"], values["tekst_met"])
                laid = GelegdeKoppeling(van, link, values["bevestigd"] is not False, values.bron_van("actie"))
                found.append(laid)
        return tuple(found)

    def _shared(self, values: Waarden) -> dict[str, Any]:
        return {
            "actiehouder": values["actiehouder"],
            "actiehouders": split_houders(values["actiehouder"], self._known),
            "termijn": values["termijn"],
            "status": values["status"],
            "toelichting": values["toelichting"],
            "koppelingen": find_koppelingen(values["toelichting"], self._tafel.id, self._datum),
            "vanaf": values["vanaf"],
            "herhaalt": values["herhaalt"] or None,
            "bron": values.bron_van("actie"),
        }

    def _label(self, values: Waarden) -> str:
        label = norm_label(values["label"].strip())
        line = values.bron_van("label").nummer or 1
        if label and not LABEL.fullmatch(label):
            self._lezer.report("veld-soort", f"Dit is geen nummer van een actie of besluit: {label}.", line)
        if label and label in self._labels:
            text = f"Het nummer {label} is al gebruikt op regel {self._labels[label]}."
            self._lezer.report("label-dubbel", text, line)
        self._labels.setdefault(label, line)
        return label


def write_register(register: Register) -> str:
    """Write ``register.yaml``."""
    return write_yaml(
        compact(
            acties=[_format_actiepunt(punt) for punt in register.actiepunten],
            voortgang=[_format_voortgang(said, register) for said in register.voortgang],
            besluiten=[_format_besluit(besluit) for besluit in register.besluiten],
            koppelingen=[_format_koppeling(link, register) for link in register.koppelingen],
            weigeringen=[compact(zin=a.zin, reden=a.reden) for a in register.afwijzingen],
            overgenomen=[compact(soort=a.soort, zin=a.zin) for a in register.aanvaardingen],
            negeer=[compact(code=n.code, zin=n.zin, reden=n.reden) for n in register.negeringen],
            wijzigingen=format_wijzigingen(register.wijzigingen),
            rectificaties=format_rectificaties(register.rectificaties),
            notities=[format_notitie(notitie) for notitie in register.notities],
            vertrouwelijkheid=[
                compact(punt=a.punt, vertrouwelijk="ja" if a.vertrouwelijk else "nee", reden=a.reden)
                for a in register.vertrouwelijkheid
            ],
        )
    )


def format_notitie(notitie: Notitie) -> dict[str, Waarde]:
    """Return a note as ``register.yaml`` has it."""
    day = format_dag(notitie.op) if notitie.op else ""
    return compact(
        tekst=notitie.tekst,
        auteur=notitie.auteur,
        op=day,
        plaats=notitie.plaats,
        bij=notitie.bij,
        vraag=notitie.vraag,
        antwoord=notitie.antwoord,
    )


def _format_actiepunt(punt: Actiepunt) -> dict[str, Waarde]:
    return compact(
        label=punt.label,
        actie=punt.actie,
        actiehouder=punt.actiehouder,
        termijn=format_termijn(punt.termijn),
        status=punt.status,
        toelichting=punt.toelichting,
        agendapunt=punt.agendapunt,
        vertrouwelijk=punt.vertrouwelijk,
        vanaf=format_dag(punt.vanaf) if punt.vanaf else "",
        herhaalt=punt.herhaalt,
        soort="" if punt.soort == "tabel" else punt.soort,
    )


def _format_voortgang(said: Voortgang, register: Register) -> dict[str, Waarde]:
    return compact(
        actie=format_kenmerk(said.verwijst_naar, register.tafel, register.datum),
        tekst=said.actie,
        actiehouder=said.actiehouder,
        termijn=format_termijn(said.termijn),
        status=said.status,
        toelichting=said.toelichting,
        agendapunt=said.agendapunt,
        vertrouwelijk=said.vertrouwelijk,
        vanaf=format_dag(said.vanaf) if said.vanaf else "",
        herhaalt=said.herhaalt,
    )


def _format_besluit(besluit: Besluit) -> dict[str, Waarde]:
    return compact(
        label=besluit.label,
        tekst=besluit.tekst,
        agendapunt=besluit.agendapunt,
        vertrouwelijk=besluit.vertrouwelijk,
    )


def _format_koppeling(link: GelegdeKoppeling, register: Register) -> dict[str, Waarde]:
    return compact(
        actie=format_kenmerk(link.van, register.tafel, register.datum),
        soort=link.koppeling.soort,
        met=format_kenmerk(link.koppeling.met, register.tafel, register.datum),
        tekst=link.koppeling.tekst,
        tekst_met=link.koppeling.tekst_met,
        bevestigd="" if link.bevestigd else "nee",
    )
