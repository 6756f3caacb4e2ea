"""Every question the site asks of the record, by name.

Questions about things joined many to many go through ``Exists`` or ``pk__in``, so that no question
ever multiplies rows and every count is a count of things. One file for each thing that is asked about; here
is what they have in common.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Case, Count, F, Q, Value, When, Window
from django.db.models.functions import Cast, JSONArray

from inspections.fulltext import WordIndex

Rows = Any  # rows of values, or of another table
CANDIDATES = "candidates"
PROVIDERS_ONLY = "only"
TABLE_TYPES = (
    "text/csv",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
)
ENTRY_WORDS = WordIndex("inspections_entry")  # what a search finds
STRETCH_WORDS = WordIndex("inspections_stretch")  # what finds a pasted quotation


class RecordQuerySet(models.QuerySet):  # type: ignore[type-arg]
    """What all of the record's things can be asked."""

    key = "ref"  # the field of the permanent name in addresses

    def known_as(self, name: str) -> Any:
        """The one with this permanent name, or None."""
        return self.filter(**{self.key: name}).first()

    def with_refs(self, refs: Iterable[str]) -> Self:
        return self.filter(ref__in=list(refs))

    def named_for_ever(self, name: str) -> Self:
        """The one with this permanent name, as a question."""
        return self.filter(**{self.key: name}).order_by()

    def addresses(self, *fields: str) -> Rows:
        """What an address is made of, in an order that stays."""
        return self.order_by(self.key).values_list(*fields)

    def with_total(self) -> Self:
        """Each row knows how many the question finds in all, before a page is cut."""
        return self.annotate(total=Window(Count("pk")))

    def tally(self, questions: Iterable[tuple[str, Rows, str, str]]) -> list[tuple[str, str, str, int]]:
        return _tally(questions)


def as_words(name: str) -> Cast:
    return Cast(F(name), models.CharField())


def together(*names: str) -> Cast:
    """Several fields as one text, a JSON list: what many rows share is then fetched, compared and read as one thing."""
    return Cast(JSONArray(*(Cast(F(name), models.TextField()) for name in names)), models.TextField())


def _tally(questions: Iterable[tuple[str, Rows, str, str]]) -> list[tuple[str, str, str, int]]:
    """How many each choice would give, for every facet, in one query.

    A question is a facet's name, the rows that count, and the one or two fields whose values are its
    choices ("" for none). The answer's rows are facet, first value, second value, count.
    """
    nothing = Value("", models.CharField())
    parts = [
        rows.order_by()
        .values(
            facet=Value(facet, models.CharField()),
            one=as_words(first) if first else nothing,
            two=as_words(second) if second else nothing,
        )
        .annotate(many=Count("pk", distinct=True))
        .values_list("facet", "one", "two", "many")
        for facet, rows, first, second in questions
    ]
    return list(parts[0].union(*parts[1:], all=True)) if parts else []


def overlaps_years(years: Iterable[int], first: str, last: str, basis: str, edtf: str) -> Q:
    """Possible dates in any of these years; candidates count only under the years they name."""
    wanted = Q(pk__in=[])
    for year in years:
        wanted |= ~Q(**{basis: CANDIDATES}) & Q(
            **{f"{first}__lte": date(year, 12, 31), f"{last}__gte": date(year, 1, 1)}
        ) | Q(**{basis: CANDIDATES, f"{edtf}__contains": str(year)})
    return wanted


def possible_years(first: str, last: str, basis: str, edtf: str) -> dict[str, Case]:
    """First and last year, or the candidates as written: what the counts of the year filter are made from."""
    candidates = When(**{basis: CANDIDATES, "then": F(edtf)})
    return {
        name: Case(candidates, default=Cast(F(f"{end}__year"), models.CharField()), output_field=models.CharField())
        for name, end in (("first_year", first), ("last_year", last))
    }
