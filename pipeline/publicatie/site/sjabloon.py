"""The HTML templates of the site, in their own environment: everything is escaped unless a template says not to."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined

from pipeline.markering import format_datum
from pipeline.markering.inline import plain_text
from pipeline.publicatie.site.opmaak import nest_blokken, stukken_van, volgnummer


def render_pagina(sjabloon: str, **woorden: Any) -> str:
    """Fill a template of the site."""
    return _omgeving().get_template(sjabloon).render(**woorden)


def read_bijlage(naam: str) -> bytes:
    """Return a file that stands beside the templates: the style sheet or the script."""
    return files(__package__).joinpath("sjablonen", naam).read_bytes()


@cache
def _omgeving() -> Environment:
    environment = Environment(
        loader=FunctionLoader(lambda naam: read_bijlage(naam).decode("utf-8")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        datum=format_datum,
        nest=nest_blokken,
        stukken=stukken_van,
        plat=plain_text,
        volgnummer=volgnummer,
        omvang=omvang,
    )
    return environment


def omvang(inhoud: bytes) -> str:
    """Return the size of a file as a reader wants it: ``85 kB``, ``1,2 MB``."""
    kilobytes = max(1, round(len(inhoud) / 1000))
    return f"{kilobytes} kB" if kilobytes < 1000 else f"{len(inhoud) / 1_000_000:.1f} MB".replace(".", ",")
