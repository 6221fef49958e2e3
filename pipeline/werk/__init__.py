"""Every act of the secretary as one function: an Opdracht (werkmap and day) and a request in, an Uitkomst out.

An act prints nothing, asks nothing and exits nowhere; ``doe`` makes it whole. This room composes all others but the
faces of the program, which know this room and the model.
"""

from pipeline.werk.doen import Gesprek, doe
from pipeline.werk.uitkomst import Geschreven, Hersteld, Uitkomst, Vervolg, Vraag
from pipeline.werkmap import find_werkmap

__all__ = ["Geschreven", "Gesprek", "Hersteld", "Uitkomst", "Vervolg", "Vraag", "doe", "find_werkmap"]
