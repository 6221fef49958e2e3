"""The public site: static pages that work without a server program, and without JavaScript except for search."""

from pipeline.publicatie.site.bouw import Site, build_site

__all__ = ["Site", "build_site"]
