"""``python -m pipeline`` is ``regietafel``."""

from pipeline.cli import main

main()
