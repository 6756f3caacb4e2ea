"""What goes with a long table that is withdrawn and that nothing follows: told in blocks, and never held as rows.

An inspection goes so where no other source tells of it, no other id leads to it, and its own leads to nothing in the
new record. Nothing can have taken its place then: that is looked for in the same source, and among ids that led to one
inspection. So of each no more is needed than its id, its title and its authorities.
"""

from __future__ import annotations

import heapq
import json
import zlib
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any, TypeVar

from inspections import models
from inspections.recording.rows import BATCH, KEY, InspectionService, Record, light
from inspections.recording.summaries import in_words, last_words

QUICKLY = 1  # zlib's level: titles are much alike
WITHDRAWN = "withdrawn from the record in edition {}"


Each = TypeVar("Each")


class Gone:
    """Inspections that went, in the order of their keys."""

    def __init__(self) -> None:
        self.keys = array(KEY)
        self.blocks: list[bytes] = []
        self.parts: dict[str, Any] = defaultdict(lambda: zlib.compressobj(QUICKLY))
        self.by_ref: dict[str, bytearray] = defaultdict(bytearray)  # by the characters that ids begin with

    def add(self, keys: Sequence[int], told: Sequence[tuple[str, str, str, str]]) -> None:
        """``told``: the id, the title, the authorities and the provider of each."""
        self.keys.extend(keys)
        self.blocks.append(zlib.compress(json.dumps(told).encode(), QUICKLY))
        for ref, title, _, _ in told:
            line = json.dumps([ref, title]).encode() + b"\n"
            self.by_ref[ref[0]] += self.parts[ref[0]].compress(line)

    def close(self) -> None:
        """There are no more."""
        for first, part in self.parts.items():
            self.by_ref[first] += part.flush()
        self.parts.clear()

    def __len__(self) -> int:
        return len(self.keys)

    def has(self, key: int) -> bool:
        at = bisect_left(self.keys, key)
        return at < len(self.keys) and self.keys[at] == key

    def told(self) -> Iterator[tuple[int, str, str, str, str]]:
        """The key, the id, the title, the authorities and the provider of each, in the order of their keys."""
        read = (json.loads(zlib.decompress(block)) for block in self.blocks)
        for key, (ref, title, authorities, provider) in zip(self.keys, chain.from_iterable(read), strict=True):
            yield key, ref, title, authorities, provider

    def titles(self) -> Iterator[tuple[str, str]]:
        """The id and the title of each, in the order of their ids."""
        for first in sorted(self.by_ref):
            for line in sorted(zlib.decompress(self.by_ref[first]).splitlines()):
                ref, title = json.loads(line)
                yield ref, title

    def changes(self, others: Sequence[tuple[int, Any]], edition: int) -> Iterator[list[Any]]:
        """That each was withdrawn, some thousands at a time, among ``others`` of which this is told, by their keys."""
        make = light(models.Change)
        gone = (
            (key, make(0, edition, "withdrawn", "inspection", ref, title, last_words(authorities, provider)))
            for key, ref, title, authorities, provider in self.told()
        )
        for some in _together(heapq.merge(others, gone, key=lambda pair: pair[0])):
            yield [change for _, change in some]


class Retirees(Collection[Any]):
    """All ids that no longer stand, by their kinds and names; of those that went together no rows are kept."""

    def __init__(self, others: Sequence[Any], gone: Gone, edition: int) -> None:
        self.others, self.gone, self.edition = others, gone, edition

    def __len__(self) -> int:
        return len(self.others) + len(self.gone)

    def __contains__(self, row: object) -> bool:
        return any(each == row for each in self)

    def __iter__(self) -> Iterator[Any]:
        make, reason = light(models.Retired), WITHDRAWN.format(self.edition)
        gone = (make(None, "inspection", ref, "", title, reason, self.edition) for ref, title in self.gone.titles())
        return heapq.merge(self.others, gone, key=lambda row: (row.kind, row.ref))


def _together(rows: Iterable[Each]) -> Iterator[list[Each]]:
    """Some thousands at a time."""
    held = iter(rows)
    while some := list(islice(held, BATCH)):
        yield some


def find_gone(database: str, after: Record) -> Gone | None:
    """What this record, which comes next, has no more of; None where no long table was withdrawn."""
    withdrawn = _withdrawn(database, after)
    if not withdrawn:
        return None
    evidence = models.Evidence._default_manager.using(database).filter(inspection__isnull=False)
    told = set(evidence.exclude(source__in=withdrawn).order_by().values_list("inspection_id", flat=True).distinct())
    retired = models.Retired._default_manager.using(database).filter(kind="inspection").exclude(leads_to="")
    stays = set(retired.values_list("leads_to", flat=True))
    stays |= {row.ref for row in after.of(models.Inspection)} | {row.ref for row in after.of(models.Retired)}
    gone = Gone()
    rows = (
        models.Inspection._default_manager.using(database).order_by("pk").values_list("pk", "ref", "title", "provider")
    )
    for some in _together(rows.iterator(BATCH)):
        chosen = [
            row
            for row in some
            if row[0] not in told and row[1] not in stays and not (after.plain and after.plain.holds(row[1]))
        ]
        if chosen:
            authorities = _authorities(database, chosen[0][0], chosen[-1][0])
            gone.add(
                [key for key, _, _, _ in chosen],
                [(ref, title, in_words(authorities[key]), provider) for key, ref, title, provider in chosen],
            )
    gone.close()
    return gone if gone.keys else None


def _withdrawn(database: str, after: Record) -> list[int]:
    """The keys of long tables that stand under no name in the next record."""
    files = {row.file for row in after.of(models.Source)}
    hashes = {row.sha256 for row in after.of(models.Source)}
    long = models.Source._default_manager.using(database).filter(long_text__isnull=False)
    return [
        key
        for key, file, sha256 in long.values_list("pk", "file", "sha256")
        if file not in files and sha256 not in hashes
    ]


def _authorities(database: str, first: int, last: int) -> dict[int, list[str]]:
    """Of each inspection whose key is between these."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = (
        InspectionService._default_manager.using(database)
        .filter(inspection__gte=first, inspection__lte=last)
        .order_by("pk")
    )
    for key, slug in rows.values_list("inspection_id", "service__authority__slug"):
        found[key].append(slug)
    return found
