"""What the rows of the national pages hold, as JSON Schema, from their columns: an empty text is what is not known."""

from __future__ import annotations

from collections.abc import Sequence

from inspections.web.described import NUMBER, TEXT, Schema, holding, listed, one_of, with_edition
from inspections.web.exports import Column
from inspections.web.national_tables import COVERAGE, HEXAGONS, OUTCOMES, SCALE_COUNTS, WAITING

COUNT: Schema = {"type": "integer", "minimum": 0}
EMPTY: Schema = {"const": ""}
TYPES: dict[str, Schema] = {
    "held": COUNT,
    "undated": COUNT,
    "inspections": COUNT,
    "months_least": {"anyOf": [COUNT, EMPTY]},
    "months_most": {"anyOf": [COUNT, EMPTY]},
    "state": one_of("", "graded", "aspects", "ungraded", "not-stated", "disputed", "open", "undated", "visits"),
    "whose": one_of("own", "providers"),
    "when_is_published": one_of("", "yes", "no"),
    "due_basis": one_of("", "stated", "estimate"),
    "closed": {"anyOf": [{"type": "string", "format": "date"}, EMPTY]},
    "as_at": {"anyOf": [{"type": "string", "format": "date"}, EMPTY]},
    "list": {"type": "string", "pattern": "^(/.*)?$"},
}
ROWS: dict[str, Sequence[Column]] = {
    "national.json": OUTCOMES,
    "national/map.json": HEXAGONS,
    "national/counts.json": SCALE_COUNTS,
    "national/coverage.json": COVERAGE,
    "national/waiting.json": WAITING,
}


def answer_of(route: str) -> Schema:
    """Every row that there is, in one answer: national pages have no pages behind them."""
    row = holding(**{column.name: _described(column) for column in ROWS[route]})
    filters: Schema = {"type": "object", "additionalProperties": listed(TEXT)}
    return with_edition(holding(count=NUMBER, filters=filters, results=listed(row)))


def _described(column: Column) -> Schema:
    return {**TYPES.get(column.name, TEXT), "description": column.meaning}
