"""Excel: lists that come from a worksheet and go to one."""

from pipeline.werkblad.acties import write_acties
from pipeline.werkblad.leden import read_leden, write_leden

__all__ = ["read_leden", "write_acties", "write_leden"]
