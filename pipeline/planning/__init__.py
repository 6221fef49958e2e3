"""Dates and deadlines: where every meeting stands, and what is to be done when."""

from pipeline.planning.vergaderstand import Stap, Vergaderstand, vergaderstanden

__all__ = ["Stap", "Vergaderstand", "vergaderstanden"]
