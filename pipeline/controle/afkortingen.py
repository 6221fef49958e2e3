"""Abbreviations every reader of provincial minutes knows; a table adds its own in ``tafel.yaml``."""

from __future__ import annotations

BEKENDE_AFKORTINGEN = frozenset(
    # public bodies
    "AZC BZK COA EU PRT RRT EZK GGD GGZ GR GS IND IPO JenV KNMI LNV LVVN NAVO NS OCW OM PS RIVM SVB SZW UWV VN VNG VWS "
    # laws and rules, money, schools
    "AOW AVG BTW CAO OZB WMO WOO WOZ HAVO HBO MBO VWO WO "
    # offices and companies
    "BV NV CV HR HRM ICT IT KVK MT NGO OR PR ZZP MP CDK FTE "
    # technology and measures
    "API CSV GB HTML HTTP JSON KB MB PC PDF PIN QR SMS TV URL USB WIFI XML "
    # countries, and words of minutes themselves
    "NL BE DE UK USA US VS NB PS NVT PM TODO OK ID NR ZSM AM".upper().split()
)
