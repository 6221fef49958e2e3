"""Notes for the secretary: into ``register.yaml`` of a meeting, each once, and nothing else in it touched."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from pipeline.model import Bron, Melding, Notitie, Reeks, Register, melding
from pipeline.werk.koppelen import Voorgesteld

if TYPE_CHECKING:
    from pipeline.werk.overname import Innamestand, Innameuitslag


def with_notities(
    register: Voorgesteld | None, reeks: Reeks, datum: date, notities: tuple[Notitie, ...]
) -> Voorgesteld | None:
    """Return a register that is to be written with these notes in it."""
    if not notities:
        return register
    from pipeline.notatie import write_register

    full = replace(register.register if register else Register(reeks.tafel.id, datum), notities=notities)
    return Voorgesteld(full, write_register(full))


def add_notities(bank: Innamestand, reeks: Reeks, notities: tuple[Notitie, ...], uitslag: Innameuitslag) -> None:
    """Add to the register of a meeting the notes it has not got, below what a person typed there."""
    from pipeline.notatie import append_to_register, format_notitie, parse_register, read_brontekst
    from pipeline.werkmap import FileBusyError, rewrite

    assert uitslag.datum is not None
    path = bank.paden.register(reeks.tafel.id, uitslag.datum)
    shown = bank.paden.show(path)
    known = reeks.registers.get(uitslag.datum)
    told = {_key(n) for n in (known.notities if known else ())}
    new = tuple(n for n in notities if _key(n) not in told)
    if not new:
        return
    text = ""

    def add(content: bytes) -> bytes:
        nonlocal text
        text = read_brontekst(content, shown)[0].tekst if content else ""
        for notitie in new:
            text = append_to_register(text, "notities", format_notitie(notitie))
        return text.encode()

    try:
        if rewrite(path, add):
            uitslag.geschreven.append(path)
    except FileBusyError as busy:
        said = f"{busy.path.name} is open in een ander programma."
        uitslag.meldingen.append(melding("in-gebruik", said, Bron(bank.paden.show(busy.path))))
        return
    except ValueError:
        uitslag.meldingen.append(_kan_niet(new, shown))
        return
    from pipeline.notatie import make_brontekst

    register, _ = parse_register(make_brontekst(text, shown), reeks.tafel, uitslag.datum)
    now = bank.reeks(reeks.tafel.id)
    bank.renew(replace(now, registers={**now.registers, uitslag.datum: register}))


def _kan_niet(notities: tuple[Notitie, ...], shown: str) -> Melding:
    text = "; ".join(n.tekst for n in notities)
    return melding("notitie-niet-bewaard", f"Deze notities staan niet in {shown}: {text}", Bron(shown))


def _key(notitie: Notitie) -> tuple[str, str, date | None]:
    return (notitie.tekst, notitie.auteur, notitie.op)
