"""Bringing a site to where the public finds it: a folder, a server with SFTP or one with WebDAV."""

from pipeline.publicatie.brengen.doelen import Inloggegevens, find_wachtwoordnaam, open_doel, parse_doel
from pipeline.publicatie.brengen.pakket import make_pakket
from pipeline.publicatie.brengen.plan import Brengstap, plan_stappen
from pipeline.publicatie.brengen.uitvoering import Overbrenging, bring_site

__all__ = [
    "Brengstap",
    "Inloggegevens",
    "Overbrenging",
    "bring_site",
    "find_wachtwoordnaam",
    "make_pakket",
    "open_doel",
    "parse_doel",
    "plan_stappen",
]
