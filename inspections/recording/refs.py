"""Public ids: opaque, short, and the same wherever the same sources are recorded.

An id is derived from what a correction leaves alone: the source's file name, who was inspected,
the exact words of a statement. No grade and no kind enters it. Dates enter only where one source
tells of several inspections of the same service, to tell them apart: counting them instead would
let a corrected text hand one inspection's id to another.
"""

from __future__ import annotations

import hashlib
from base64 import b32encode
from collections import Counter
from collections.abc import Iterable
from datetime import date

from inspections.reading.facts import InspectionFact, Reading, StatementFact
from inspections.text import tidy

LENGTH = 10
REF_BITS = 41  # with the 22 bits of the last possible day they fill a signed big integer
_IN_ORDER = {ord(char): value for value, char in enumerate("234567abcdefghijklmnopqrstuvwxyz")}


def mint(kind: str, *parts: str) -> str:
    """Ten letters and digits for one thing."""
    digest = hashlib.sha256("\x1f".join((kind, *parts)).encode()).digest()
    return b32encode(digest).decode().lower()[:LENGTH]


def inspection_key(day: date | None, ref: str) -> int:
    """The integer key of an inspection: a greater one is shown earlier.

    Later days come first, ids in their order within a day, and what has no day last. It depends on nothing
    else, so that an inspection keeps its key, and every list its order, whatever else the record holds.
    """
    place = 0
    for char in ref:
        place = place << 5 | _IN_ORDER[ord(char)]
    place >>= 5 * len(ref) - REF_BITS
    return (day.toordinal() if day else 0) << REF_BITS | (1 << REF_BITS) - 1 - place


def source_ref(name: str) -> str:
    return mint("source", name)


def inspection_refs(reading: Reading) -> tuple[str, ...]:
    """One id for each inspection fact of a reading, in its order."""
    bases = [_inspected(fact) for fact in reading.inspections]
    alike = Counter(bases)
    parts = [
        base if alike[base] == 1 else (*base, _dates(fact))
        for base, fact in zip(bases, reading.inspections, strict=True)
    ]
    minted = (mint("inspection", reading.held.name, *each) for each in _numbered(parts))
    return tuple(fact.ref or ref for fact, ref in zip(reading.inspections, minted, strict=True))


def statement_refs(reading: Reading) -> tuple[str, ...]:
    """One id for each statement of a reading, in its order."""
    parts = [(tidy(statement_text(fact, reading.held.text)).text,) for fact in reading.statements]
    return tuple(mint("statement", reading.held.name, *each) for each in _numbered(parts))


def statement_text(fact: StatementFact, text: str) -> str:
    """A statement's exact words: its slices of the held text, a blank line between them."""
    return "\n\n".join(fact.words.of(text))


def _inspected(fact: InspectionFact) -> tuple[str, ...]:
    if fact.provider:
        return fact.provider.id, fact.number
    if fact.number and not fact.authorities:
        return "", fact.number
    return ",".join(sorted(name.slug for name in fact.authorities)), fact.service.slug if fact.service else ""


def _dates(fact: InspectionFact) -> str:
    return "|".join(when.edtf if when else "" for when in (fact.inspected, fact.published))


def _numbered(parts: Iterable[tuple[str, ...]]) -> Iterable[tuple[str, ...]]:
    """Equal parts get a number in order of appearance."""
    seen: Counter[tuple[str, ...]] = Counter()
    for each in parts:
        seen[each] += 1
        yield (*each, str(seen[each]))
