"""The list of participants in agenda.yaml and in the front matter of verslag.md."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby

from pipeline.model import Bron, Deelnemer, Persoon, Tafel, find_deelnemers, is_eenduidig
from pipeline.notatie.grenzen import MAX_KORT
from pipeline.notatie.lezer import Lezer, Waarden, nearest
from pipeline.notatie.tekst import shorten
from pipeline.notatie.velden import DEELNEMER
from pipeline.notatie.yaml_lezen import Blok, Knoop, Scalar, Yamllijst
from pipeline.notatie.yaml_schrijven import MAX_SLEUTEL, Waarde, compact
from pipeline.wie.personen import parse_deelnemer, parse_persoon

_DELEN = ("aanhef", "voorletters", "tussenvoegsel", "achternaam")


def read_deelnemers(node: Knoop | None, lezer: Lezer, tafel: Tafel) -> tuple[Deelnemer, ...]:
    """Read participants by group, or as one list without groups."""
    if node is None or (isinstance(node, Scalar) and not node.tekst):
        return ()
    return tuple(_Groepen(lezer, tafel).read(node))


def check_afwezigen(
    values: Waarden, veld: str, lezer: Lezer, tafel: Tafel, deelnemers: tuple[Deelnemer, ...], datum: date | None
) -> None:
    """Report every name in this field that is nobody we know of, or that two people have."""
    members = tafel.leden if datum is None else tafel.leden_op(datum)
    expected = deelnemers or tuple(lid.verwacht() for lid in members)
    everyone = (*expected, *(lid.verwacht() for lid in tafel.leden))
    shown = tuple(d.naam for d in everyone if d.naam)
    for naam in scalars(values.knoop(veld)):
        word = naam.tekst.strip()
        found = find_deelnemers(word, expected, members)
        if len(found) > 1 and not is_eenduidig(found):
            _report_meer(word, veld, found, naam, lezer)
        elif word and not found and not find_deelnemers(word, everyone, tafel.leden):
            meant = nearest(naam.tekst, shown)
            text = f"{shorten(naam.tekst)} staat bij {veld}, maar niet in de lijst van deelnemers of leden."
            lezer.report("persoon-onbekend", text, naam, f"Bedoelt u {meant}?" if meant else "")


def _report_meer(word: str, veld: str, found: tuple[Deelnemer, ...], naam: Scalar, lezer: Lezer) -> None:
    who = ", ".join(dict.fromkeys(d.regel for d in found))
    text = f"{shorten(word)} staat bij {veld}, maar zo heten er meer: {who}. Niemand is afgemeld."
    lezer.report("persoon-niet-eenduidig", text, naam)


def scalars(node: Knoop | None) -> tuple[Scalar, ...]:
    """Return the texts of a list, or a text that stands alone, with their places."""
    if isinstance(node, Yamllijst):
        return tuple(part for part in node.delen if isinstance(part, Scalar))
    return (node,) if isinstance(node, Scalar) else ()


class _Groepen:
    def __init__(self, lezer: Lezer, tafel: Tafel) -> None:
        self._lezer, self._leden = lezer, {lid.id: lid for lid in tafel.leden if lid.id}

    def read(self, node: Knoop) -> Iterator[Deelnemer]:
        if isinstance(node, Blok):
            for pair in node.paren:
                yield from self._members(pair.waarde, pair.sleutel)
        else:
            yield from self._members(node, "")

    def _members(self, node: Knoop, groep: str) -> Iterator[Deelnemer]:
        for part in node.delen if isinstance(node, Yamllijst) else (node,):
            found = self._line(part, groep) if isinstance(part, Scalar) else self._record(part, groep)
            if found is not None:
                yield found

    def _line(self, line: Scalar, groep: str) -> Deelnemer | None:
        if not line.tekst.strip():
            return None
        lid = self._leden.get(line.tekst.strip())
        found = lid.verwacht() if lid else _parse_line(line.tekst, groep)
        if found is None:
            self._lezer.report("deelnemer-onleesbaar", f"Deze deelnemer is niet te lezen: {shorten(line.tekst)}", line)
            return None
        bron = self._lezer.place(line.regel, line.tekst, line.begin, line.eind)
        return replace(found, groep=groep or found.groep, bron=bron)

    def _record(self, node: Knoop, groep: str) -> Deelnemer | None:
        values = self._lezer.read_part(node, DEELNEMER)
        if values is None:
            return None
        lid = self._leden.get(values["lid"])
        if values["lid"] and self._leden and lid is None:
            text = f"Het id {values['lid']} is geen lid van deze tafel."
            self._lezer.report("persoon-onbekend", text, values.bron_van("lid").nummer or 1)
        named = "naam" in values or any(part in values for part in _DELEN)
        if lid is not None and not named:
            return self._lid_with(lid.verwacht(), values, groep)
        return _deelnemer(values, groep)

    def _lid_with(self, deelnemer: Deelnemer, values: Waarden, groep: str) -> Deelnemer:
        """Take a member as he is on the list, with what this meeting says otherwise."""
        words = ("organisatie", "rol", "hoedanigheid", "vervangt", "vanaf_punt", "tot_punt", "openbaar")
        aanwezig, afgemeld = _presence(values)
        changed = {name: values[name] for name in words if values[name]}
        return replace(
            deelnemer,
            groep=values["groep"] or groep or deelnemer.groep,
            aanwezig=aanwezig,
            afgemeld=afgemeld,
            bron=values.bron,
            **changed,
        )


def _parse_line(line: str, groep: str) -> Deelnemer | None:
    return parse_deelnemer(line, groep) if len(line) <= MAX_KORT else None


def _deelnemer(values: Waarden, groep: str) -> Deelnemer:
    aanwezig, afgemeld = _presence(values)
    return Deelnemer(
        persoon=_persoon(values),
        groep=values["groep"] or groep,
        organisatie=values["organisatie"],
        rol=values["rol"],
        hoedanigheid=values["hoedanigheid"] or None,
        aanwezig=aanwezig,
        afgemeld=afgemeld,
        vanaf_punt=values["vanaf_punt"],
        tot_punt=values["tot_punt"],
        vervangt=values["vervangt"],
        lid=values["lid"],
        openbaar=values["openbaar"],
        bron=_place_of_name(values),
    )


def _presence(values: Waarden) -> tuple[bool, bool]:
    """Read who was there: whoever sent word was not, unless it says that he came after all."""
    sent_word = values["afgemeld"] is True
    there = not sent_word if values["aanwezig"] is None else values["aanwezig"] is not False
    return there, sent_word and not there


def _persoon(values: Waarden) -> Persoon | None:
    if any(part in values for part in _DELEN):
        aanhef, voorletters, tussenvoegsel, achternaam = (values[part] for part in _DELEN)
        return Persoon(aanhef, voorletters, tussenvoegsel, achternaam, weergave=values["naam"])
    if not values["naam"]:
        return None
    name = values["naam"]
    return (parse_persoon(name) if len(name) <= MAX_KORT else None) or Persoon(weergave=name)


def _place_of_name(values: Waarden) -> Bron:
    return values.bron_van("naam")


def write_deelnemers(deelnemers: tuple[Deelnemer, ...]) -> Waarde:
    """Write participants by group, or as one list where the groups are mixed up."""
    names = [name for name, _ in groupby(deelnemers, key=lambda d: d.groep)]
    if set(names) == {""} or len(set(names)) < len(names) or max(map(len, names), default=0) > MAX_SLEUTEL:
        return [format_deelnemer(deelnemer, groep="") for deelnemer in deelnemers]
    return {
        name: [format_deelnemer(deelnemer, groep=name) for deelnemer in members]
        for name, members in groupby(deelnemers, key=lambda d: d.groep)
    }


def format_deelnemer(deelnemer: Deelnemer, groep: str) -> Waarde:
    """Write one on a line where the line is read back as the same, and in fields otherwise."""
    for line in (deelnemer.regel, _format_line(deelnemer)):
        if deelnemer.groep == groep and " " in line and _parse_line(line, groep) == deelnemer:
            return line
    return _format_record(deelnemer, groep)


def _format_line(deelnemer: Deelnemer) -> str:
    """Write one with the capacity of a member too, which documents leave out."""
    brackets = (deelnemer.organisatie, deelnemer.rol, deelnemer.hoedanigheid or "")
    inner = ", ".join(part for part in brackets if part)
    parts = (deelnemer.naam or "", f"({inner})" if inner else "", deelnemer.merk)
    return " ".join(part for part in parts if part)


def _format_record(deelnemer: Deelnemer, groep: str) -> Waarde:
    record = compact(
        lid=deelnemer.lid,
        groep="" if deelnemer.groep == groep else deelnemer.groep,
        organisatie=deelnemer.organisatie,
        rol=deelnemer.rol,
        hoedanigheid=deelnemer.hoedanigheid,
        vervangt=deelnemer.vervangt,
        aanwezig="" if deelnemer.aanwezig or deelnemer.afgemeld else "nee",
        afgemeld="ja" if deelnemer.merk and deelnemer.afgemeld else "",
        vanaf_punt=deelnemer.vanaf_punt,
        tot_punt=deelnemer.tot_punt,
        openbaar=deelnemer.openbaar,
    )
    # The name is written even when empty: that says it is not the one of the member.
    return _format_persoon(deelnemer.persoon) | record


def _format_persoon(person: Persoon | None) -> dict[str, Waarde]:
    if person is None:
        return {"naam": ""}
    if len(person.weergave) <= MAX_KORT and parse_persoon(person.weergave) == person:
        return {"naam": person.weergave}
    parts = compact(naam=person.weergave, **{part: getattr(person, part) for part in _DELEN})
    return parts | {"achternaam": person.achternaam}
