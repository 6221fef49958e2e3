"""Accepting or refusing a Voorstel: the text of the record or the register with it in its place.

What a person accepts becomes a marker and a row; in minutes that went round it goes into the register. Texts come
and go whole; what cannot be done because a text is not as it was read, is a ValueError.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.markering import format_datum
from pipeline.model import Actiepunt, Besluit, Termijn, Voorstel, Voortgang
from pipeline.notatie import append_action_row, append_besluit_row, append_item
from pipeline.notatie.yaml_schrijven import Waarde

# Between two words of a sentence as it stands in the file: white space, a line end, the ** of bold.
_TUSSEN = r"(?:\*\*)?\s+(?:\*\*)?"


def accept_in_record(tekst: str, voorstel: Voorstel, label: str) -> str:
    """Put a Voorstel into ``verslag.md``: a marker behind its sentence, and a row in the list."""
    inhoud = voorstel.inhoud
    if isinstance(inhoud, Voortgang):
        return add_voortgang(tekst, inhoud, in_register=False)
    marked = insert_marker(tekst, voorstel.bron.zin or "", label, voorstel.bron.nummer or 1)
    if isinstance(inhoud, Besluit):
        return append_besluit_row(marked, label, inhoud.tekst)
    return append_action_row(marked, label, inhoud.actie, **_cells(inhoud.actiehouder, inhoud.termijn, "open", ""))


def accept_in_register(tekst: str, voorstel: Voorstel, label: str) -> str:
    """Put a Voorstel into ``register.yaml``, for minutes that went round, and remember that it was taken over."""
    remembered = {"soort": voorstel.soort, "zin": " ".join((voorstel.bron.zin or "").split())}
    return append_item(_add_to_register(tekst, voorstel, label), "overgenomen", _filled(remembered))


def _add_to_register(tekst: str, voorstel: Voorstel, label: str) -> str:
    """Add what a Voorstel says under its own heading."""
    inhoud = voorstel.inhoud
    if isinstance(inhoud, Voortgang):
        return add_voortgang(tekst, inhoud, in_register=True)
    if isinstance(inhoud, Besluit):
        decided: dict[str, Waarde] = {"label": label, "tekst": inhoud.tekst, "agendapunt": inhoud.agendapunt}
        decided |= {"vertrouwelijk": "ja" if inhoud.vertrouwelijk else ""}
        return append_item(tekst, "besluiten", _filled(decided))
    assert isinstance(inhoud, Actiepunt)
    fields: dict[str, Waarde] = {"label": label, "actie": inhoud.actie}
    fields |= _cells(inhoud.actiehouder, inhoud.termijn, "open", "")
    fields |= {"agendapunt": inhoud.agendapunt, "vertrouwelijk": "ja" if inhoud.vertrouwelijk else ""}
    return append_item(tekst, "acties", _filled(fields))


def add_voortgang(tekst: str, gezegd: Voortgang, in_register: bool) -> str:
    """Put news of an older action into the register, or as a row in the action list of ``verslag.md``."""
    cells = _cells(gezegd.actiehouder, gezegd.termijn, gezegd.status or "", gezegd.toelichting)
    if in_register:
        return append_item(tekst, "voortgang", _filled({"actie": gezegd.verwijst_naar.verwijzing, **cells}))
    return append_action_row(tekst, gezegd.verwijst_naar.verwijzing, "", **cells)


def refuse(register: str, zin: str, reden: str = "") -> str:
    """Remember in ``register.yaml`` that a Voorstel was refused, so that it does not come back."""
    return append_item(register, "weigeringen", _filled({"zin": " ".join(zin.split()), "reden": reden}))


def insert_marker(tekst: str, zin: str, label: str, vanaf_regel: int = 1) -> str:
    """Put ``[A4]`` at the end of a sentence, before its full stop; the sentence may run over lines."""
    words = zin.split()
    if not words:
        raise ValueError("there is no sentence to mark")
    pattern = re.compile(r"(?:\*\*)?" + _TUSSEN.join(map(_word, words)) + r"(?:\*\*)?")
    start = sum(len(line) for line in tekst.splitlines(keepends=True)[: vanaf_regel - 1])
    match = pattern.search(tekst, start) or pattern.search(tekst)
    if match is None:
        raise ValueError("the sentence does not stand in the text")
    end = match.start() + len(match.group().rstrip(".!?:; *"))
    return f"{tekst[:end]} [{label}]{tekst[end:]}"


def _word(word: str) -> str:
    """Match a word also where part of it is bold."""
    return r"(?:\*\*)?".join((re.escape(word[:-1]), re.escape(word[-1]))) if len(word) > 1 else re.escape(word)


def _cells(owner: str, term: Termijn, status: str, note: str) -> dict[str, str]:
    written = term.tekst or (format_datum(term.datum) if term.datum else "")
    return {"actiehouder": owner, "termijn": written, "status": status, "toelichting": note}


def _filled(fields: Mapping[str, Waarde]) -> dict[str, Waarde]:
    return {name: value for name, value in fields.items() if value}


def free_label(letter: str, used: tuple[str, ...], first: int) -> str:
    """Return the next number for an action or decision, above all in use."""
    numbers = [int(m[1]) for label in used if (m := re.fullmatch(rf"{letter}(\d{{1,6}})", label))]
    return f"{letter}{max([first - 1, *numbers]) + 1}"
