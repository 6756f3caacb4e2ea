"""A dry run for an editor at a terminal: what was read of each document, what was not and why, what to paste.

The words that prove each thing are underlined where there is a terminal; elsewhere they stand between underscores.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePath

from inspections.catalogue import Catalogue
from inspections.reading.facts import Reading, Warned, Words
from inspections.recording.explaining import explain, facts_of, tabulate_merges
from inspections.recording.loading import Imported
from inspections.recording.report import (
    is_accepted,
    is_passed_over,
    place,
    report_as_json,
    report_lines,
    source_line,
    total_lines,
)
from inspections.text import Span, legible

AROUND = 40  # characters of the text shown on either side of the words
LONGEST = 120  # characters of the words themselves
FEW = 12  # words of an entry to paste

PLAIN = ("_", "_")
MERGES = PurePath("?")  # asked for instead of one file: every decision on what is one inspection
UNDERLINED = ("\033[4m", "\033[24m")


def told(imported: Imported, catalogue: Catalogue, how: str, terminal: bool) -> Iterator[str]:
    """What an import did: explained in full, as JSON, or in lines, which are more in a dry run."""
    if how == "explain":
        return explain(imported.readings, imported.decisions)
    if how == "merges":
        return merge_lines(imported)
    if how == "json":
        return iter([json.dumps(report_as_json(imported, catalogue), ensure_ascii=False)])
    return dry_run_lines(imported, underlined=terminal) if imported.dry_run else report_lines(imported)


def merge_lines(imported: Imported) -> Iterator[str]:
    """What the import did, then every decision on what is one inspection, whatever is new and whatever was named."""
    assert imported.built is not None  # asked for as a whole
    yield from report_lines(imported)
    yield ""
    yield from tabulate_merges(imported.decisions, imported.built.record)


def dry_run_lines(imported: Imported, underlined: bool) -> Iterator[str]:
    """Every document in full, then the totals."""
    marks = UNDERLINED if underlined else PLAIN
    for reading in imported.readings:
        yield source_line(imported, reading)
        yield from (f"  {line}" for line in document_lines(reading, marks))
        yield ""
    yield from total_lines(imported)


def document_lines(reading: Reading, marks: tuple[str, str]) -> Iterator[str]:
    """What was read, what was passed over and why, what to look at, and the entries for the sidecar."""
    for depth, label, words in facts_of(reading):
        yield f"{'  ' * depth}{label}"
        yield from (f"{'  ' * depth}    {shown}" for shown in _proofs(reading, words, marks))
    passed = [each for each in reading.warnings if is_passed_over(each)]
    odd = [each for each in reading.warnings if not is_passed_over(each) and not is_accepted(each, reading)]
    accepted = [each for each in reading.warnings if not is_passed_over(each) and is_accepted(each, reading)]
    for title, warnings in (("passed over", passed), ("to be looked at", odd), ("accepted in the sidecar", accepted)):
        if warnings:
            yield f"{title}:"
        for warned in warnings:
            yield f"  {warned.code}: {_plain(warned.message)}"
            if warned.span:
                yield f"    {_shown(reading, warned.span, marks)}"
    entries = [warned for warned in odd if warned.span]
    if entries:
        yield f"to accept what has been looked at, paste into {PurePath(reading.held.name).stem}.toml:"
    for warned in entries:
        yield ""
        yield from entry_lines(warned, reading)


def entry_lines(warned: Warned, reading: Reading) -> Iterator[str]:
    """The sidecar's entry for one oddity, complete but for the editor's reason."""
    assert warned.span is not None
    words = warned.span.of(reading.held.text).split()
    yield "[[oddity]]"
    yield f"words = {json.dumps(' '.join(words[:FEW]), ensure_ascii=False)}"
    yield f'code = "{warned.code}"'
    if warned.code == "unknown-name":
        yield 'means = ""  # for a misspelt inspectorate: its right name; otherwise leave this line out'
    yield 'reason = ""  # why this is as it should be'


def _proofs(reading: Reading, words: Words | None, marks: tuple[str, str]) -> Iterator[str]:
    if words is None:
        return
    yield from (f"{cells.sheet or 'table'} row {cells.row}" for cells in words.rows)
    yield from (_shown(reading, span, marks) for span in words.spans)


def _shown(reading: Reading, span: Span, marks: tuple[str, str]) -> str:
    """ "12:5: … the words before _the words_ and after …" on one line."""
    text = legible(reading.held.text)
    before = text[max(0, span.start - AROUND) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + AROUND].partition("\n")[0]
    words = _plain(span.of(text)).strip()
    if len(words) > LONGEST:
        words = f"{words[: LONGEST // 2]} … {words[-LONGEST // 2 :]}"
    return f"{place(reading, span)}{_plain(before)}{marks[0]}{words}{marks[1]}{_plain(after)}".rstrip()


def _plain(words: str) -> str:
    """On one line, and with nothing that a terminal would obey."""
    return "".join(char if char.isprintable() else " " for char in words)
