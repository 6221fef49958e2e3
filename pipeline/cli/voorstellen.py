"""``regietafel voorstellen``: what the language pass proposes, for a person to accept or refuse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from pipeline.cli.lees_scherm import owner_and_term, show_notities
from pipeline.cli.lezing import find_voorstellen
from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Opdracht, doel_argument, json_option, pick_datum, split_doel
from pipeline.cli.scherm import bron_json, melding_json, print_json, say_next, say_written, show_meldingen
from pipeline.model import (
    Actiepunt,
    Besluit,
    Bron,
    GelegdeKoppeling,
    Melding,
    Reeks,
    Register,
    Verslag,
    Voorstel,
    Voortgang,
    melding,
)

_TONEN_VANAF = 0.5


@dataclass(frozen=True, slots=True)
class Keuzelijst:
    """The proposals on one meeting in the order of their numbers: Voorstellen first, then links to confirm."""

    reeks: Reeks
    datum: date
    voorstellen: tuple[Voorstel, ...]
    koppelingen: tuple[GelegdeKoppeling, ...]

    @property
    def alle(self) -> tuple[Voorstel | GelegdeKoppeling, ...]:
        """Everything there is to decide on, in the order of the numbers."""
        return (*self.voorstellen, *self.koppelingen)


@dutch_command(short_help="Toon wat er misschien ook een actie of besluit is, en neem het over of wijs het af.")
@doel_argument
@click.option("--neem-over", "neem_over", metavar="NUMMERS", help="Neem deze voorstellen over, zoals 1,3 of alle.")
@click.option("--wijs-af", "wijs_af", metavar="NUMMERS", help="Wijs deze voorstellen af; ze komen niet terug.")
@click.option("--reden", default="", metavar="TEKST", help="Waarom u ze afwijst.")
@json_option
@click.pass_obj
def voorstellen(
    opdracht: Opdracht,
    /,
    doel: tuple[str, ...],
    neem_over: str | None,
    wijs_af: str | None,
    reden: str,
    als_json: bool,
) -> int:
    """Toon de zinnen in een verslag die een actie, een besluit of voortgang lijken, en die niemand heeft gemarkeerd.
    Ook staan hier acties die misschien dezelfde zijn als een oudere. Niets telt mee voordat u het overneemt.

    Wat u overneemt, krijgt een nummer in de tekst en een regel in de actielijst. Is het verslag al rondgezonden,
    dan komt het in register.yaml. Zonder DATUM: het laatste verslag.

    \b
    Voorbeeld:
      regietafel voorstellen
      regietafel voorstellen prt 2026-01-23 --neem-over 1,3
      regietafel voorstellen prt 2026-01-23 --wijs-af 2 --reden "Dat is al gebeurd."
    """
    tafel, gevraagd = split_doel(opdracht, doel)
    reeks = opdracht.reeks(tafel)
    datum, verslag = _pick_verslag(opdracht, reeks, gevraagd)
    meldingen: list[Melding] = []
    lijst = _collect(opdracht, reeks, datum, verslag, meldingen)
    taken, refused = _read_numbers(neem_over, lijst), _read_numbers(wijs_af, lijst)
    if taken or refused:
        return _decide(opdracht, lijst, taken, refused, reden, meldingen)
    if als_json:
        found = [_as_json(n, item) for n, item in enumerate(lijst.alle, 1)]
        print_json({"voorstellen": found, "meldingen": [melding_json(m) for m in meldingen]})
    else:
        show_meldingen(meldingen)
        _show(lijst)
    return opdracht.finish(tuple(meldingen))


def _pick_verslag(opdracht: Opdracht, reeks: Reeks, gevraagd: date | None) -> tuple[date, Verslag]:
    """Return the minutes asked for, else the last there are."""
    recorded = reeks.verslagen_tot(opdracht.op)
    datum = recorded[-1].datum if recorded and not gevraagd else pick_datum(opdracht, reeks, gevraagd, gehouden=True)
    verslag = reeks.verslag(datum)
    if verslag is None:
        opdracht.stop(melding("vergadering-onbekend", f"Van {datum.isoformat()} is er nog geen verslag."))
    return datum, verslag


def _collect(opdracht: Opdracht, reeks: Reeks, datum: date, verslag: Verslag, meldingen: list[Melding]) -> Keuzelijst:
    """Find what there is to decide on: not what was refused before, nor what a row says already."""
    from pipeline.cli.overname import Werkbank

    stand = Werkbank(opdracht).stand(reeks, datum)
    register = reeks.registers.get(datum) or Register(reeks.tafel.id, datum)
    refused = {_fold(a.zin) for a in register.afwijzingen}
    told = {v.verwijst_naar for v in (*verslag.voortgang, *register.voortgang)}
    known = {_fold(a.actie) for a in register.actiepunten} | {_fold(b.tekst) for b in register.besluiten}
    found = find_voorstellen(opdracht, verslag, meldingen, stand, reeks.volgende(datum))
    return Keuzelijst(
        reeks,
        datum,
        tuple(
            v
            for v in found
            if v.zekerheid >= _TONEN_VANAF
            and _fold(v.bron.zin) not in refused
            and _fold(_words(v)) not in known
            and not (isinstance(v.inhoud, Voortgang) and v.inhoud.verwijst_naar in told)
        ),
        tuple(k for k in register.koppelingen if not k.bevestigd),
    )


def _fold(text: str | None) -> str:
    return " ".join((text or "").split()).casefold()


def _words(voorstel: Voorstel) -> str:
    """Return what a proposal would write."""
    inhoud = voorstel.inhoud
    if isinstance(inhoud, Actiepunt):
        return inhoud.actie
    return inhoud.tekst if isinstance(inhoud, Besluit) else inhoud.toelichting


def _read_numbers(written: str | None, lijst: Keuzelijst) -> tuple[int, ...]:
    """Read ``1,3`` or ``alle``; a number that is not in the list is wrong usage."""
    words = [word.strip() for word in (written or "").split(",") if word.strip()]
    count = len(lijst.alle)
    if words == ["alle"]:
        return tuple(range(1, count + 1))
    for word in words:
        if not word.isdecimal() or not 1 <= int(word) <= count:
            raise click.UsageError(f"{word} is geen nummer van de lijst (1 tot en met {count}).")
    return tuple(dict.fromkeys(int(word) for word in words))


def _show(lijst: Keuzelijst) -> None:
    from pipeline.markering import format_datum

    click.secho(f"{lijst.reeks.tafel.naam}, {format_datum(lijst.datum)}", bold=True)
    for number, item in enumerate(lijst.alle, 1):
        if isinstance(item, GelegdeKoppeling):
            click.echo(f"  {number}. {item.van.label} is dezelfde actie als {item.koppeling.met.verwijzing}")
            continue
        owner = owner_and_term(item.inhoud) if isinstance(item.inhoud, Actiepunt) else ""
        click.echo(f"  {number}. {item.soort}, {round(item.zekerheid * 100)}%: {_words(item)}{owner}")
        click.echo(f"      {item.reden} ({item.bron})")
    register = lijst.reeks.registers.get(lijst.datum)
    show_notities(register.notities if register else ())
    where = f"{lijst.reeks.tafel.id} {lijst.datum}"
    if lijst.alle:
        say_next(f"regietafel voorstellen {where} --neem-over 1 of --wijs-af 1")
    else:
        click.echo("Er zijn geen voorstellen.")


def _decide(
    opdracht: Opdracht,
    lijst: Keuzelijst,
    taken: tuple[int, ...],
    refused: tuple[int, ...],
    reden: str,
    meldingen: list[Melding],
) -> int:
    """Carry out what was chosen, from the last in the text to the first, so that places keep."""
    schrijver = _Schrijver(opdracht, lijst)
    for number in sorted(set(taken) - set(refused)):
        schrijver.accept(lijst.alle[number - 1])
    for number in sorted(refused, reverse=True):
        schrijver.refuse(lijst.alle[number - 1], reden)
    meldingen += schrijver.write()
    show_meldingen(meldingen)
    for path in schrijver.geschreven:
        say_written(opdracht.inhoud.paden.show(path))
    if schrijver.geschreven:
        say_next(f"regietafel controleer {lijst.reeks.tafel.id} {lijst.datum}")
    return opdracht.finish(tuple(meldingen))


class _Schrijver:
    """Gathers the edits in the record and the register of one meeting, and writes both at the end."""

    def __init__(self, opdracht: Opdracht, lijst: Keuzelijst) -> None:
        self.opdracht, self.lijst = opdracht, lijst
        self.geschreven: list[Path] = []
        self._meldingen: list[Melding] = []
        paden = opdracht.inhoud.paden
        tafel = lijst.reeks.tafel.id
        self._paths = {"verslag": paden.verslag(tafel, lijst.datum), "register": paden.register(tafel, lijst.datum)}
        self._bronnen = {name: self._read(path) for name, path in self._paths.items()}
        self._texts = {name: bron.tekst for name, bron in self._bronnen.items()}
        self._labels = self._used_labels()

    def accept(self, item: Voorstel | GelegdeKoppeling) -> None:
        """Write a proposal into the record, or into the register of minutes that went round."""
        from pipeline.inname.aanvaarden import accept_in_record, accept_in_register
        from pipeline.notatie import set_item_fields

        if isinstance(item, GelegdeKoppeling):
            position = self._position(item)
            self._edit("register", item, lambda t: set_item_fields(t, "koppelingen", position, {"bevestigd": "ja"}))
            return
        label = self._next_label(item)
        if self.lijst.reeks.is_rondgezonden(self.lijst.datum):
            self._edit("register", item, lambda text: accept_in_register(text, item, label))
        else:
            self._edit("verslag", item, lambda text: accept_in_record(text, item, label))

    def refuse(self, item: Voorstel | GelegdeKoppeling, reden: str) -> None:
        """Remember a refusal; a link that is not right is taken out."""
        from pipeline.inname.aanvaarden import drop_koppeling, refuse
        from pipeline.notatie import make_brontekst, parse_register

        if isinstance(item, GelegdeKoppeling):
            tafel, datum = self.lijst.reeks.tafel, self.lijst.datum
            self._edit(
                "register",
                item,
                lambda text: drop_koppeling(parse_register(make_brontekst(text, ""), tafel, datum)[0], item),
            )
        else:
            self._edit("register", item, lambda text: refuse(text, item.bron.zin or "", reden))

    def write(self) -> list[Melding]:
        """Write what changed; return what could not be done."""
        from pipeline.werkmap import FileBusyError, lock, write_atomic

        paden = self.opdracht.inhoud.paden
        try:
            with lock(paden.map):
                for name, path in self._paths.items():
                    bron = self._bronnen[name]
                    if self._texts[name] != bron.tekst:
                        write_atomic(path, bron.with_tekst(self._texts[name]).to_bytes())
                        self.geschreven.append(path)
        except FileBusyError as busy:
            text = f"{busy.path.name} is open in een ander programma."
            self._meldingen.append(melding("in-gebruik", text, Bron(paden.show(busy.path))))
        return self._meldingen

    def _edit(self, name: str, item: Voorstel | GelegdeKoppeling, change: Callable[[str], str]) -> None:
        try:
            self._texts[name] = change(self._texts[name])
        except ValueError:
            shown = self.opdracht.inhoud.paden.show(self._paths[name])
            said = item.bron.zin or "" if isinstance(item, Voorstel) else str(item.van)
            text = f"Dit voorstel kan niet worden verwerkt in {shown}: {said[:80]}"
            self._meldingen.append(melding("voorstel-niet-verwerkt", text, Bron(shown)))

    def _read(self, path: Path) -> Any:
        from pipeline.notatie import read_brontekst
        from pipeline.werkmap import read_bytes

        return read_brontekst(read_bytes(path) if path.is_file() else b"", self.opdracht.inhoud.paden.show(path))[0]

    def _used_labels(self) -> list[str]:
        reeks, datum = self.lijst.reeks, self.lijst.datum
        labels: list[str] = []
        for record in (reeks.verslag(datum), reeks.registers.get(datum)):
            if record is not None:
                labels += [a.label for a in record.actiepunten] + [b.label for b in record.besluiten]
        return labels

    def _next_label(self, item: Voorstel) -> str:
        from pipeline.inname.aanvaarden import free_label
        from pipeline.voortgang import next_nummer

        if item.soort == "voortgang":
            return ""
        letter = "B" if item.soort == "besluit" else "A"
        label = free_label(letter, tuple(self._labels), next_nummer(self.lijst.reeks, self.lijst.datum, letter))
        self._labels.append(label)
        return label

    def _position(self, item: GelegdeKoppeling) -> int:
        register = self.lijst.reeks.registers[self.lijst.datum]
        return register.koppelingen.index(item)


def _as_json(number: int, item: Voorstel | GelegdeKoppeling) -> dict[str, Any]:
    if isinstance(item, GelegdeKoppeling):
        return {"nummer": number, "soort": "koppeling", "actie": str(item.van), "met": str(item.koppeling.met)}
    inhoud = item.inhoud
    action = inhoud if isinstance(inhoud, Actiepunt | Voortgang) else None
    return {
        "nummer": number,
        "soort": item.soort,
        "tekst": _words(item),
        "actiehouder": (action.actiehouder if action else "") or None,
        "termijn": (action.termijn.tekst if action else "") or None,
        "verwijst_naar": inhoud.verwijst_naar.verwijzing if isinstance(inhoud, Voortgang) else None,
        "zekerheid": item.zekerheid,
        "reden": item.reden,
        "bron": bron_json(item.bron),
    }
