"""One file for each kind of document. A reader finds its neighbours by itself: adding a file adds a kind.

A reader module defines ``KIND`` (the kind of document in words), ``recognises(document)`` and
``read(document, catalogue)``, and does no work when imported.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspections.catalogue import Catalogue
    from inspections.reading.document import Document
    from inspections.reading.facts import Reading


@dataclass(frozen=True)
class Reader:
    name: str
    kind: str
    recognises: Callable[[Document], bool]
    read: Callable[[Document, Catalogue], Reading]


@cache
def readers() -> tuple[Reader, ...]:
    """Every reader in this folder, in order of name."""
    found = []
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name):
        module = importlib.import_module(f"{__name__}.{info.name}")
        found.append(Reader(info.name, module.KIND, module.recognises, module.read))
    return tuple(found)
