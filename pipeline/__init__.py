"""regietafel: turns meetings into records that hold.

The rooms of the house, from the inside out: ``model``, ``markering``, ``notatie``, ``werkmap``, ``word``,
``lezen``, ``taal``, ``voortgang``, ``controle``, ``documenten`` and, composing them all, ``cli``.
Imports point towards ``model``; ``tests/test_huis.py`` holds that.
"""

__version__ = "0.1.0"
