"""The keys and ids of all inspections that stand, as numbers: of a million they take sixteen megabytes."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from django.db import connections

from inspections import models
from inspections.reading.plain_facts import REF, Ids, numbers_of
from inspections.recording.rows import BATCH, KEY


def is_among(number: int, numbers: Sequence[int]) -> bool:
    """Is a number one of these, which are in order?"""
    at = bisect_left(numbers, number)
    return at < len(numbers) and numbers[at] == number


class StandingIds:
    """Integer keys and ids, in the order of the keys."""

    def __init__(self, database: str) -> None:
        self.keys, self.refs = array(KEY), array(REF)
        with connections[database].chunked_cursor() as cursor:
            cursor.execute(f"SELECT id, ref FROM {models.Inspection._meta.db_table} ORDER BY id")  # noqa: S608 (our own)
            while rows := cursor.fetchmany(BATCH):
                keys, refs = zip(*rows, strict=True)
                self.keys.extend(keys)
                self.refs.extend(numbers_of("".join(refs)))

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """The key of each, and its id as a number."""
        return zip(self.keys, self.refs, strict=True)

    def sorted(self) -> Ids:
        """To be asked whether an id is among them."""
        return Ids(array(REF, sorted(self.refs)), {})
