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
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspections.catalogue import Catalogue
    from inspections.reading.document import Document
    from inspections.reading.facts import Reading


class BrokenReader(Exception):
    """A file of this folder that cannot be imported, or lacks what a reader has."""


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
        module = _import(info.name)
        found.append(Reader(info.name, module.KIND, module.recognises, module.read))
    return tuple(found)


def _import(name: str) -> ModuleType:
    """One reader's module. Raises ``BrokenReader`` with the file and what is wrong with it."""
    file = f"inspections/reading/readers/{name}.py"
    try:
        module = importlib.import_module(f"{__name__}.{name}")
    except Exception as error:
        what = f"{type(error).__name__}: {error}".rstrip(".")
        raise BrokenReader(f"{file} cannot be imported: {what}. Mend the file, or take it away") from error
    lacking = [each for each in ("KIND",) if not isinstance(getattr(module, each, None), str)]
    lacking += [each for each in ("recognises", "read") if not callable(getattr(module, each, None))]
    if lacking:
        raise BrokenReader(
            f"{file} lacks {' and '.join(lacking)}. A reader has KIND (words), recognises(document) and "
            "read(document, catalogue): add what is missing, or take the file away"
        )
    return module
