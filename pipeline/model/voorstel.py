"""What the language pass proposes; nothing counts until a person accepts it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from pipeline.model.actie import Actiepunt, Besluit, Kenmerk, Voortgang
from pipeline.model.bron import Bron
from pipeline.model.persoon import Deelnemer

VoorstelSoort = Literal["actie", "besluit", "voortgang"]


@dataclass(frozen=True, slots=True)
class Voorstel:
    """Something in the minutes that is probably an Actiepunt, a Besluit or Voortgang (design, section 4).

    ``zekerheid`` (0 to 1) is the share of proposals like this one that are right. ``reden`` says in Dutch, for
    the secretary, why it is proposed; ``regel`` is the name of the rule. ``deelnemers`` are the participants
    the owner was recognised as; empty where it is an organisation, or nobody of this meeting.
    ``vermoedelijk`` is the older action that this one probably repeats: a link only a person may lay.
    """

    soort: VoorstelSoort
    inhoud: Actiepunt | Besluit | Voortgang
    zekerheid: float
    reden: str
    bron: Bron
    regel: str = ""
    deelnemers: tuple[Deelnemer, ...] = ()
    vermoedelijk: Kenmerk | None = field(default=None)
