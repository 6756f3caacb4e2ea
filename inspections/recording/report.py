"""What an import or an audit did, for people and as JSON."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterator
from typing import Any

from inspections import models
from inspections.catalogue import Catalogue
from inspections.reading.facts import Problem, Reading, Unreadable, Warned
from inspections.reading.plain_facts import PlainFacts
from inspections.reading.serialise import is_table
from inspections.reading.sheets import sheets_of
from inspections.recording.audit import Audited
from inspections.recording.described import describe
from inspections.recording.history import first_told
from inspections.recording.loading import Imported
from inspections.text import find, tidy

COUNTED = ("inspections", "judgements", "statements", "passages")
PASSED_OVER = frozenset({"grade-passed-over", "event-passed-over", "visit-not-held", "visit-to-come"})
REASONS = 6  # for which inspections were kept apart
SHOWN = 12  # things left out of a table, told one by one
MOST = 20  # changes told one by one
LONGEST = 90  # characters of the words shown beside a problem


def count_facts(imported: Imported, reading: Reading) -> dict[str, int]:
    """How much one source says."""
    if (known := imported.numbers.get(reading.held.name)) is not None:
        return known
    facts = reading.inspections
    if isinstance(facts, PlainFacts):
        judgements = facts.judgements()
    else:
        judgements = sum(len(fact.judgements) + (fact.overall is not None) for fact in facts)
    numbers = (len(reading.inspections), judgements, len(reading.statements), len(reading.passages))
    return dict(zip(COUNTED, numbers, strict=True))


def report_as_json(imported: Imported, catalogue: Catalogue) -> dict[str, Any]:
    """One object, as interface.md has it; a dry run tells the facts of each source too."""
    sources: list[dict[str, Any]] = [
        {
            "path": reading.held.name,
            "status": imported.status[reading.held.name],
            "reader": reading.reader,
            **count_facts(imported, reading),
            "warnings": [warning_line(reading, each) for each in reading.warnings],
            **({"facts": describe(reading, catalogue)} if imported.dry_run else {}),
        }
        for reading in imported.readings
    ]
    sources += [refused_as_json(unreadable, "left out") for unreadable in imported.left_out]
    return {
        "edition": edition_as_json(imported.edition),
        "published": imported.published,
        "sources": sources,
        "totals": totals(imported),
    }


def refusal_as_json(unreadable: tuple[Unreadable, ...]) -> dict[str, Any]:
    """The same object where nothing was written."""
    sources = [refused_as_json(each) for each in unreadable]
    return {"edition": None, "published": False, "sources": sources, "totals": {}}


def refused_as_json(unreadable: Unreadable, status: str = "unreadable") -> dict[str, Any]:
    problems = [problem_line(unreadable.name, problem) for problem in unreadable.problems]
    nothing = dict.fromkeys(COUNTED, 0)
    return {"path": unreadable.name, "status": status, "reader": None, **nothing, "warnings": problems}


def edition_as_json(edition: models.Edition | None) -> dict[str, Any] | None:
    if edition is None:
        return None
    published = edition.published.strftime("%Y-%m-%dT%H:%M:%SZ")
    return {"number": edition.number, "published": published, "digest": edition.digest}


def totals(imported: Imported) -> dict[str, int]:
    """The record as it stands, or would stand, and what this import does to it."""
    counts = dict(imported.counts)
    edition = imported.edition if imported.published else None
    counts["added"], counts["changed"], counts["withdrawn"] = (
        (edition.added, edition.changed, edition.withdrawn) if edition else (0, 0, 0)
    )
    return counts | {"left_out": len(imported.left_out)}


def report_lines(imported: Imported) -> Iterator[str]:
    """A line for each source and one for what was not taken of it, then the totals."""
    for reading in imported.readings:
        yield source_line(imported, reading)
        if is_table(reading) and reading.held.name not in imported.numbers:
            yield from table_lines(imported, reading)
        elif told := warnings_in_short(reading):
            path = imported.paths.get(reading.held.name, reading.held.name)
            yield f"  {told}: see --explain {shlex.quote(str(path))}"
    yield from total_lines(imported)


def table_lines(imported: Imported, reading: Reading) -> Iterator[str]:
    """How many rows a table has, what became of its inspections, and what was left out of it with the reason."""
    if isinstance(reading.inspections, PlainFacts):
        rows = reading.inspections.rows
    else:
        rows = sum(any(cell.strip() for cell in row) for sheet in sheets_of(reading.held) for row in sheet.rows)
    decided = [each for each in imported.decisions if each.source == reading.held.name]
    joined = sum(each.joined for each in decided)
    apart = Counter(each.reason for each in decided if not each.joined)
    counted = {name: f"{many} {_counted(name, many)}" for name, many in (
        ("rows", rows), ("inspections", joined), ("refusals", apart.total()))}  # fmt: skip
    yield "  {rows} with anything in them; {inspections} joined to others, {refusals}".format(**counted)
    for reason, many in apart.most_common(REASONS):
        yield f"    {many} kept apart: {reason}"
    if others := apart.total() - sum(many for _, many in apart.most_common(REASONS)):
        yield f"    {others} kept apart for other reasons: see --explain without a path"
    for warned in reading.warnings[:SHOWN]:
        yield f"  {warned.message}"
    if len(reading.warnings) > SHOWN:
        path = imported.paths.get(reading.held.name, reading.held.name)
        yield f"  and {len(reading.warnings) - SHOWN} more: see --explain {shlex.quote(str(path))}"


def source_line(imported: Imported, reading: Reading) -> str:
    counts = ", ".join(f"{number} {_counted(name, number)}" for name, number in count_facts(imported, reading).items())
    return f"{reading.held.name}: {imported.status[reading.held.name]}, {reading.kind}: {counts}"


def warnings_in_short(reading: Reading) -> str:
    """ "27 things passed over, 1 to be looked at (two-dates)"; empty where there is nothing."""
    passed = sum(is_passed_over(warned) for warned in reading.warnings)
    odd = Counter(each.code for each in reading.warnings if not is_passed_over(each) and not is_accepted(each, reading))
    parts = [f"{passed} {'thing' if passed == 1 else 'things'} passed over"] if passed else []
    if odd:
        codes = ", ".join(f"{number} {code}" if number > 1 else code for code, number in sorted(odd.items()))
        parts.append(f"{odd.total()} to be looked at ({codes})")
    return ", ".join(parts)


def is_passed_over(warned: Warned) -> bool:
    """Words that look like a fact and are rightly none, as every page has them."""
    return warned.code in PASSED_OVER


def is_accepted(warned: Warned, reading: Reading) -> bool:
    """Has an editor looked at these words and written down why they are as they should be?"""
    if warned.span is None:
        return False
    words = tidy(warned.span.of(reading.held.text))
    return any(
        oddity.code == warned.code and next(find(oddity.words, words), None) is not None
        for oddity in reading.held.sidecar.oddities
    )


def total_lines(imported: Imported) -> Iterator[str]:
    """What was left out or withdrawn, what changed, what the record holds, and what has become of it."""
    for unreadable in imported.left_out:
        yield f"{unreadable.name}: left out"
    for name in imported.withdrawn:
        yield f"{name}: withdrawn"
    yield from _changes(imported)
    total = totals(imported)
    yield ", ".join(f"{total[name]} {_counted(name, total[name])}" for name in ("sources", *COUNTED))
    yield from _outcome(imported)


def _counted(name: str, number: int) -> str:
    return name.removesuffix("s") if number == 1 else name


def _outcome(imported: Imported) -> Iterator[str]:
    edition = imported.edition
    if imported.dry_run:
        yield "Dry run: nothing was written."
    elif not imported.published and edition:
        yield f"Nothing has changed: edition {edition.number} stands."
    elif edition:
        yield (
            f"Edition {edition.number} published: {edition.added} added, {edition.changed} changed, "
            f"{edition.withdrawn} withdrawn. Digest {edition.digest[:12]}."
        )


def _changes(imported: Imported) -> Iterator[str]:
    """What the new edition changed and withdrew, then what is new in it, each by its title."""
    edition = imported.edition
    if not imported.published or edition is None:
        return
    for change in first_told(imported.history.changes, edition.number, MOST):
        fields = ", ".join(each["field"] for each in change.fields)
        yield f"  {change.action} {change.kind} {change.ref}: {change.title}{f' ({fields})' if fields else ''}"
    many = edition.added + edition.changed + edition.withdrawn
    if many > MOST:
        yield f"  and {many - MOST} more: see /editions/{edition.number}/"


def problem_lines(unreadable: tuple[Unreadable, ...]) -> Iterator[str]:
    """Every problem of every source: file, place, the words, what to do."""
    for each in unreadable:
        for problem in each.problems:
            yield problem_line(each.name, problem)


def problem_line(name: str, problem: Problem) -> str:
    at = f":{problem.line}:{problem.column}" if problem.line else ""
    words = f": “{_short(problem.words)}”" if problem.words else ""
    return f"{name}{at}: {problem.message}{words}. {problem.remedy[:1].upper()}{problem.remedy[1:]}."


def warning_line(reading: Reading, warned: Warned) -> str:
    """ "30:98: left out: the scale explained: “performs well”"."""
    words = f": “{_short(warned.span.of(reading.held.text))}”" if warned.span else ""
    return f"{place(reading, warned.span)}{warned.message}{words}"


def place(reading: Reading, span: Any) -> str:
    """ "line:column: " of a span in the held text; empty for the whole text."""
    if span is None:
        return ""
    before = reading.held.text[: span.start]
    return f"{before.count(chr(10)) + 1}:{span.start - (before.rfind(chr(10)) + 1) + 1}: "


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"


def audit_lines(audited: Audited) -> Iterator[str]:
    """What was checked; then each false thing, or that there is none."""
    yield ", ".join(f"{number} {_counted(name, number)}" for name, number in audited.counts.items())
    yield from (f"FALSE {each}" for each in audited.false)
    yield f"{len(audited.false)} false" if audited.false else "Everything stands in the held texts."
