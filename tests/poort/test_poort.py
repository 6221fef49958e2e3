"""Nothing confidential leaves and no action vanishes: the whole cycle, and everything that left opened and judged."""

from __future__ import annotations

from pathlib import Path

import pytest
from gevallen_lopen import loop
from kantoor import Kantoor
from oordelen import toon_dekking


@pytest.mark.parametrize("zaad", [1, 2, 3, 4])
def test_each_secret_is_with_those_entitled_and_each_action_as_it_should_stand(
    zaad: int, kantoor: Kantoor, tmp_path: Path
):
    uitslag = loop(zaad, tmp_path, kantoor.omzetter)
    print(toon_dekking(uitslag.oordeel.gezocht))
    assert uitslag.fouten == [], "\n".join(uitslag.fouten)
    assert uitslag.oordeel.lege_vakken() == []
    assert uitslag.atomen >= 50
