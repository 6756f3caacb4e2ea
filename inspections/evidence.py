"""Evidence as it is held and as it is used: what one row of a table proves of an inspection is held as one row.

Most inspections of a table stand in one of its rows, which proves all that is known of them. Such evidence is
held once, under the field ``row``, with all that it tells in ``told``; ``each_fact`` gives the single proofs again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

ROW = "row"
Told = tuple[str, str, list[list[str]], int]  # field, claim, cells [[header, text]], 1: of the judgement


class RowFact:
    """One thing that a row proves; what it does not say itself is as in the row of evidence."""

    __slots__ = ("cells", "claim", "field", "judged", "within")

    def __init__(self, within: Any, field: str, claim: str, cells: list[list[str]], judged: int) -> None:
        self.within, self.field, self.claim, self.cells, self.judged = within, field, claim, cells, judged

    @property
    def judgement_id(self) -> int | None:
        return self.within.judgement_id if self.judged else None

    @property
    def judgement(self) -> Any:
        return self.within.judgement if self.judged else None

    def __getattr__(self, name: str) -> Any:
        return getattr(self.within, name)


def each_fact(rows: Iterable[Any], made: type[RowFact] = RowFact) -> Iterator[Any]:
    """Every single proof of these rows of evidence, in their order; what a row tells is ``made`` of it."""
    for row in rows:
        if row.field == ROW:
            for told in row.told:
                yield made(row, *told)
        else:
            yield row
