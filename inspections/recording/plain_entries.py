"""What each entry of a long table's columns comes to, understood and merged once by the code for every fact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.text import slugify

from inspections.catalogue import Catalogue
from inspections.reading.facts import When
from inspections.recording.columns import date_columns, years_of
from inspections.recording.inserting import write_json
from inspections.recording.merging import Claim, Merged
from inspections.recording.rows import canonical
from inspections.recording.titles import what, whom
from inspections.recording.words import searchable_parts
from inspections.wording import kind_in_words, when_in_words

UNDATED = ("date not stated", "date-not-stated")
AFTER_CELLS = "],0]"  # how a claim ends behind its cells


@dataclass(frozen=True)
class Who:
    authorities: tuple[str, ...]
    name: str
    slug: str
    words: tuple[str, str]
    told: list[list[Any]]


@dataclass(frozen=True)
class What:
    kind: str  # of service
    columns: tuple[Any, ...]
    written: tuple[Any, ...]
    name: str
    slug: str
    words: tuple[str, str]
    told: list[list[Any]]
    inspectorates: tuple[str, ...]
    until: date | None  # the last day on which its framework gives an overall grade
    searched: tuple[str, ...]


@dataclass(frozen=True)
class Dated:
    columns: tuple[Any, ...]
    written: tuple[Any, ...]
    told: list[list[Any]]
    name: str  # in a title
    slug: str
    words: tuple[str, str]
    years: tuple[int, int] | None
    day: date | None
    earliest: date | None


@dataclass(frozen=True)
class Extra:
    outcome: str
    next_due: str
    notes: list[str]
    told: list[list[Any]]


@dataclass(frozen=True)
class Came:
    """What rows of one kind come to: their judgement, and why there is no overall grade."""

    judgement: tuple[Any, ...]  # from its position on; () where nothing is judged
    told: list[list[Any]]
    absent: str


def told_by(claims: Sequence[Claim], judged: int) -> list[list[Any]]:
    """Claims as ``Evidence.told`` has them."""
    return [
        [each.field, each.value, [list(cell) for cell in each.words.rows[0].cells], judged]
        for each in claims
        if each.words.rows
    ]


def understand_who(merged: Merged, catalogue: Catalogue) -> Who:
    name = whom(merged, catalogue)
    claims = [claim for claim in merged.claims if claim.field == "authority"]
    return Who(merged.authorities, name, slugify(name), searchable_parts(name), told_by(claims, 0))


def understand_what(merged: Merged, catalogue: Catalogue) -> What:
    name = what(merged, catalogue)
    framework = catalogue.frameworks.get(merged.framework)
    shared = (merged.service_kind, merged.service_name, "", "", "")
    after = (merged.kind, merged.framework, merged.framework_basis)
    inspectorates = list(merged.inspectorates)
    more = (merged.service_name, kind_in_words(merged.kind), *merged.inspectorates, merged.framework)
    return What(
        merged.service_kind, (*shared, inspectorates, *after), (*shared, write_json(inspectorates), *after), name,
        slugify(name), searchable_parts(name), told_by(merged.claims, 0), merged.inspectorates,
        framework.overall_until if framework else None, more,
    )  # fmt: skip


def understand_extra(merged: Merged) -> Extra:
    told = told_by([claim for claim in merged.claims if claim.field in ("next_due", "outcome")], 0)
    return Extra(merged.outcome, merged.next_due.edtf if merged.next_due else "", merged.notes, told)


def understand_date(name: str, dated: When | None, claims: Sequence[Claim]) -> Dated:
    columns = tuple(date_columns(name, dated).values())
    written = tuple(each.isoformat() if isinstance(each, date) else each for each in columns)
    said = when_in_words(dated.edtf) if dated else ""
    told = told_by(claims, 0)
    day = (dated.earliest or dated.latest) if dated else None
    words = searchable_parts(said)
    return Dated(
        columns, written, told, said, slugify(said), words, years_of(dated), day, dated.earliest if dated else None
    )


def understand_grade(merged: Merged) -> Came:
    if not merged.judgements:
        return Came((), [], merged.overall_absent)
    (one,) = merged.judgements
    row = (0, one.aspect, one.aspect_slug, one.overall, one.scale, one.grade, one.as_worded, one.basis, one.note)
    return Came(row, told_by(one.claims, 1), merged.overall_absent)


def years_shown(dated: Dated, written: bool) -> tuple[Any, ...] | None:
    """Years and the day by which it is sorted; None where the date has none."""
    if dated.years is None or dated.day is None:
        return None
    return (*dated.years, dated.day.isoformat() if written else dated.day)


def published_as(dated: Dated) -> tuple[str, str]:
    """How a title and a slug tell of what has no other date than that of its publication."""
    return (f"published {dated.name}", f"published-{dated.slug}") if dated.name else UNDATED


def extra_columns(extra: Extra, written: bool) -> tuple[Any, ...]:
    """The columns of an inspection from its outcome on: nothing is disputed, and nothing comes before."""
    notes: Any = write_json(extra.notes) if written else extra.notes
    nothing: Any = "[]" if written else []
    return (extra.outcome, None, None, extra.next_due, notes, nothing, nothing)


def in_json(values: Iterable[Any]) -> str:
    """Values as canonical JSON without the brackets around them."""
    return canonical(list(values))[1:-1]


def following(told: Sequence[list[Any]]) -> str:
    """Claims as JSON behind others."""
    return "".join(f",{write_json(each)}" for each in told)
