"""The public site: static pages that work without a server program, and without JavaScript except for search."""

from pipeline.publicatie.site.bouw import Site, build_site
from pipeline.publicatie.site.intrekken import list_stukken, withdraw

__all__ = ["Site", "build_site", "list_stukken", "withdraw"]
