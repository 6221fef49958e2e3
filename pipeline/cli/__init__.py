"""The command line: it asks the other rooms, shows what they say, and decides nothing itself.

Every command is a module of its own, named in ``OPDRACHTEN`` and loaded when it is used, so that starting
costs next to nothing. This room composes all others; none imports it.
"""

from pipeline.cli.groep import main

__all__ = ["main"]
