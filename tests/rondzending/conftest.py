"""A werkmap with people to write to, a mail server, and commands run as a user would."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from mailserver import WACHTWOORD, Postbus, make_certificate, make_controller
from opdrachten import Werkmap
from zendhulp import AGENDA, REGIETAFEL, TAFEL, VERSLAG, make_paper, use_server


@pytest.fixture
def werkmap(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Werkmap:
    made = Werkmap(tmp_path / "werkmap", capsys, op="2026-05-20")
    made.write("regietafel.yaml", REGIETAFEL)
    made.write("agenda/prt/tafel.yaml", TAFEL)
    made.write("agenda/prt/2026-06-05/agenda.yaml", AGENDA)
    made.write("agenda/prt/2026-06-05/bijlagen/notitie.pdf", make_paper("Notitie"))
    made.write("agenda/prt/2026-06-05/bijlagen/geheim.pdf", make_paper("Kerkstraat"))
    made.write("verslagen/prt/2026-04-24/verslag.md", VERSLAG)
    return made


@pytest.fixture
def certificaat(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return make_certificate(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def postbus(werkmap: Werkmap, certificaat: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Postbus]:
    """A mail server this werkmap uses, whose certificate this computer trusts."""
    postbus = Postbus()
    controller = make_controller(postbus, *certificaat)
    controller.start()
    monkeypatch.setenv("SSL_CERT_FILE", str(certificaat[0]))
    monkeypatch.setenv("REGIETAFEL_SMTP_WACHTWOORD", WACHTWOORD)
    use_server(werkmap, controller.port)
    yield postbus
    controller.stop()
