"""One LibreOffice for all cases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from kantoor import Kantoor


@pytest.fixture(scope="session")
def kantoor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kantoor]:
    made = Kantoor(tmp_path_factory.mktemp("kantoor"))
    yield made
    made.sluit()
