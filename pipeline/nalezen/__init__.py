"""Reading back what is about to leave: everything a file says, and whether its readers may read that."""

from pipeline.nalezen.geheimen import Geheimen, Vindbaar, find_geheimen
from pipeline.nalezen.lekken import Lek, Nalezer
from pipeline.nalezen.papiertekst import read_papiertekst

__all__ = ["Geheimen", "Lek", "Nalezer", "Vindbaar", "find_geheimen", "read_papiertekst"]
