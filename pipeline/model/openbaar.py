"""Who may be named in public: the choices, the rules of a Tafel, and what was decided about a name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from pipeline.model.bron import Bron

Openbaarheid = Literal["naam", "functie", "nee"]
NaamBesluitSoort = Literal["naam", "functie", "organisatie", "anonimiseer", "geen_naam"]


@dataclass(frozen=True, slots=True)
class FunctieRegel:
    """How everybody with a function or of an organisation appears: ``regiomanager`` by function."""

    functie: str
    openbaar: Openbaarheid


@dataclass(frozen=True, slots=True)
class Openbaarheidsregels:
    """The rules of a Tafel for its public edition: ``openbaarheid`` in ``tafel.yaml``.

    ``leden``, ``agendaleden`` and ``toehoorders`` hold for who has no rule of his own and no function that
    says more; None means: nobody is named unless a function or a person's own field says so. ``aanduiding``
    stands in the place of a name: ``[geanonimiseerd]``, or a ground of the Woo such as ``5.1.2e``.
    """

    leden: Openbaarheid | None = None
    agendaleden: Openbaarheid | None = None
    toehoorders: Openbaarheid | None = None
    functies: tuple[FunctieRegel, ...] = ()
    aanduiding: str = "[geanonimiseerd]"
    actielijst: bool = False
    besluitenlijst: bool = True


@dataclass(frozen=True, slots=True)
class NaamBesluit:
    """What was decided about a name in the text: an entry of ``namen.yaml`` of a Tafel.

    ``geen_naam`` says that it is no person (a street, a firm). ``zin`` limits it to sentences with these words,
    for a name that two people share; ``functie`` is what stands in its place. ``organisatie`` is for whose function
    points at one person: only of which organisation somebody is may be seen.
    """

    naam: str
    besluit: NaamBesluitSoort
    functie: str = ""
    zin: str = ""
    organisatie: str = ""
    bron: Bron | None = field(default=None, compare=False)
