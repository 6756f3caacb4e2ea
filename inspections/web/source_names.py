"""What sources are called: asked once for each edition, since their texts stand before their names in the rows.

A database that keeps a long text in the row walks through all of it to a column behind it: for each fact that a table
of 16 MB proves, that would be for 16 MB.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from inspections.web.asked import source_names
from inspections.web.edition import held_by_edition

MOST_KEPT = 20_000


@dataclass(frozen=True, eq=False)
class SourceNamed:
    """A source as proofs name it; ``pages`` as they are written."""

    ref: str
    slug: str
    title: str
    publisher: str
    pages: str


@held_by_edition
def _known() -> dict[int, SourceNamed]:
    return {}


def sources_with(keys: Iterable[int]) -> dict[int, SourceNamed]:
    """The sources with these keys: one query for those that were not asked for before, none where all were."""
    known, wanted = _known(), set(keys)
    unknown = sorted(wanted - known.keys())
    if unknown:
        if len(known) + len(unknown) > MOST_KEPT:
            known.clear()
            unknown = sorted(wanted)
        for key, ref, slug, title, file, publisher, pages in source_names(unknown):
            known[key] = SourceNamed(ref, slug, title or file, publisher, pages)
    return {key: known[key] for key in wanted}
