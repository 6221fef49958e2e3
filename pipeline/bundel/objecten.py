"""Looking into the objects of a PDF, of which any may be a reference to another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject


def resolve(value: Any) -> Any:
    """Return what a reference refers to; anything else is itself."""
    return value.get_object() if isinstance(value, IndirectObject) else value


def listed(value: Any) -> list[Any]:
    """Return what is in an array, each resolved; empty for what is none."""
    return [resolve(item) for item in raw_items(value)]


def raw_items(value: Any) -> Iterable[Any]:
    """Return what is in an array, references left as they are."""
    found = resolve(value)
    return list.__iter__(found) if isinstance(found, ArrayObject) else ()


def raw_values(value: Any) -> list[Any]:
    """Return what is in a dictionary, references left as they are."""
    found = resolve(value)
    return [found.raw_get(key) for key in found] if isinstance(found, DictionaryObject) else []
