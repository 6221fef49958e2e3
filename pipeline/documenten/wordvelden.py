"""What Word fills in by itself in a template: merge fields, and content controls that are bound to data.

None of these is filled from the records, so each is named: a field of a mail merge would stay as it is, and a bound
control shows the data it is bound to as soon as somebody opens the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documenten.sjabloon import Sjabloon, TagAlinea
from pipeline.model import Melding, melding
from pipeline.word.ooxml import Element, iter_own, qn

_SAMENVOEGVELD = re.compile(r"\bMERGEFIELD\s+(?:\"(?P<in_quotes>[^\"]+)\"|(?P<naam>[^\s\\]+))", re.IGNORECASE)


def find_wordvelden(sjabloon: Sjabloon, namen: frozenset[str]) -> Iterator[Melding]:
    """Name every merge field and bound control, each once; ``namen`` are the codes there are instead."""
    seen: set[tuple[str, str]] = set()
    for deel in sjabloon.delen:
        for alinea in () if deel.is_eigenschappen else deel.alineas():
            for wat, hulp in (*_samenvoegvelden(alinea, namen), *_gebonden(alinea)):
                if (deel.naam, wat) not in seen:
                    seen.add((deel.naam, wat))
                    text = f"Sjabloon {sjabloon.naam}: {wat}."
                    yield melding("sjabloon-veld", text, sjabloon.bron(alinea), hulp)


def _samenvoegvelden(alinea: TagAlinea, namen: frozenset[str]) -> Iterator[tuple[str, str]]:
    codes = ["".join(code.text or "" for code in iter_own(alinea.element, "w:instrText"))]
    codes += [field.get(qn("w:instr"), "") for field in iter_own(alinea.element, "w:fldSimple")]
    for match in (m for code in codes for m in _SAMENVOEGVELD.finditer(code)):
        name = match["in_quotes"] or match["naam"]
        known = name.casefold() if name.casefold() in namen else ""
        hulp = f"Haal het veld weg en typ de code: {{{{ {known} }}}}." if known else ""
        yield f"het samenvoegveld {name} wordt niet ingevuld", hulp


def _gebonden(alinea: TagAlinea) -> Iterator[tuple[str, str]]:
    """Find the controls around or in a paragraph that show data from elsewhere."""
    around = [above for above in alinea.element.iterancestors() if above.tag == qn("w:sdt")]
    inside = list(iter_own(alinea.element, "w:sdt"))
    for control in (*around, *inside):
        path = _binding(control)
        if path:
            name = _called(control) or path.rpartition("/")[2]
            yield f"het invulvak {name} is gekoppeld aan gegevens, en Word vult het daarmee", ""


def _binding(control: Element) -> str:
    found = control.find(f"{qn('w:sdtPr')}/{qn('w:dataBinding')}")
    return found.get(qn("w:xpath"), "") or "?" if found is not None else ""


def _called(control: Element) -> str:
    names = (control.find(f"{qn('w:sdtPr')}/{qn(tag)}") for tag in ("w:alias", "w:tag"))
    return next((name.get(qn("w:val"), "") for name in names if name is not None), "")
