"""The handbook lists every word a mail template can use."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from pipeline.rondzending import MAILSJABLONEN, MailTafel, MailWoorden, render_mail

ROOT = Path(__file__).parents[2]


def test_every_word_stands_in_the_handbook():
    page = (ROOT / "docs/handleiding/10-verzenden.md").read_text(encoding="utf-8")
    assert [f.name for f in fields(MailWoorden) if f"| `{f.name}" not in page] == []


@pytest.mark.parametrize("naam", MAILSJABLONEN)
def test_a_template_that_comes_with_the_program_works_with_next_to_nothing_known(naam):
    words = MailWoorden(tafel=MailTafel(korte_naam="PRT"), datum="5 juni 2026")
    mail, meldingen = render_mail((ROOT / "templates" / naam).read_text(encoding="utf-8"), naam, words)
    assert meldingen == ()
    assert mail and mail.onderwerp and "{" not in mail.tekst
