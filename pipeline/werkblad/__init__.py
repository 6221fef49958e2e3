"""Excel: lists that come from a worksheet and go to one."""

from pipeline.werkblad.leden import read_leden, write_leden

__all__ = ["read_leden", "write_leden"]
