"""Who inspects what, on which scale, and which authorities exist: facts in TOML and CSV.

Everything here is data checked once at load. A new inspectorate is a new TOML file, a new framework or
scale a new entry in one; no Python changes. ``load()`` reads and checks; ``Catalogue`` answers.
"""

from __future__ import annotations

from inspections.catalogue.checking import CatalogueError
from inspections.catalogue.loading import load
from inspections.catalogue.types import (
    Aspect,
    Authority,
    Catalogue,
    Due,
    Framework,
    Gap,
    Grade,
    Inspectorate,
    Period,
    Scale,
    ServiceKind,
)

__all__ = [
    "Aspect",
    "Authority",
    "Catalogue",
    "CatalogueError",
    "Due",
    "Framework",
    "Gap",
    "Grade",
    "Inspectorate",
    "Period",
    "Scale",
    "ServiceKind",
    "load",
]
