"""What is asked of the words that prove."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Cast, Greatest, Substr

from inspections.querysets import Rows, together


class EvidenceQuerySet(models.QuerySet):  # type: ignore[type-arg]
    """The words that prove."""

    def proving(self, inspections: Iterable[int], statements: Rows | Iterable[int]) -> Self:
        """What proves these inspections, their judgements, and these statements."""
        return self.filter(Q(inspection__in=list(inspections)) | Q(statement__in=statements))

    def with_keys(self, keys: Iterable[int]) -> Self:
        return self.filter(pk__in=list(keys))

    def in_table(self, inspections: Iterable[int]) -> Rows:
        """What proves these inspections and their judgements, as plain rows in no order; JSON as it is written."""
        rows = self.filter(inspection__in=list(inspections)).order_by()
        where = together("source_id", "field", "statement_id", "sheet")
        written = {f"{name}_written": Cast(F(name), models.TextField()) for name in ("cells", "told")}
        return rows.annotate(where=where, **written).values_list(
            "pk", "inspection_id", "judgement_id", "row", "start", "where", "cells_written", "told_written"
        )

    def in_source(self, source: models.Model) -> Self:
        return self.filter(source=source)

    def in_rows(self, source: models.Model, sheet: str, first: int, last: int) -> Self:
        """What these rows of a sheet prove, with the inspection of each."""
        rows = self.filter(source=source, sheet=sheet, row__gte=first, row__lte=last)
        return rows.select_related("inspection", "judgement__inspection", "statement").order_by("row", "pk")

    def next_row(self, source: models.Model, sheet: str, row: int) -> tuple[str, int] | None:
        """The first proven row after this one, on its sheet or the next."""
        after = Q(sheet=sheet, row__gt=row) | Q(sheet__gt=sheet, row__isnull=False)
        return self.filter(after, source=source).order_by("sheet", "row").values_list("sheet", "row").first()

    def previous_row(self, source: models.Model, sheet: str, row: int) -> tuple[str, int] | None:
        before = Q(sheet=sheet, row__lt=row) | Q(sheet__lt=sheet, row__isnull=False)
        return self.filter(before, source=source).order_by("-sheet", "-row").values_list("sheet", "row").first()

    def at(self, start: int, end: int) -> Self:
        """What exactly these characters prove."""
        return self.filter(start=start, end=end)

    def with_things(self) -> Self:
        """With the inspection, judgement or statement each proves."""
        return self.select_related("inspection", "judgement__inspection", "statement").order_by("start", "-end", "pk")

    def places_in(self, sources: Iterable[int]) -> Rows:
        """Source, start, end, and the keys of the inspection and the statement that each proves something of."""
        return (
            self.filter(source__in=list(sources))
            .order_by("source", "start")
            .values_list("source", "start", "end", "inspection", "statement")
        )

    def inspections_in(self, sources: Iterable[int]) -> Rows:
        """Source key and ref of an inspection, as often as it is proven, in the order of the text."""
        told = self.filter(source__in=list(sources), inspection__isnull=False)
        return told.order_by("start", "pk").values_list("source", "inspection__ref")

    def statements_in(self, sources: Iterable[int]) -> Rows:
        """The same of statements."""
        told = self.filter(source__in=list(sources), statement__isnull=False)
        return told.order_by("start", "pk").values_list("source", "statement__ref")

    def about_sources_themselves(self, sources: Iterable[int]) -> Self:
        """What proves the title and the date of these sources."""
        return self.filter(source__in=list(sources), inspection=None, judgement=None, statement=None)

    def inspectorates_in(self, sources: Iterable[int]) -> Rows:
        """Source key and inspectorates, once for each crew of the inspections that a source tells of."""
        told = self.filter(source__in=list(sources), inspection__isnull=False).order_by()
        return told.values_list("source", "inspection__inspectorates").distinct()

    def with_words(self, around: int) -> Self:
        """Each with its own words cut from the source, and up to ``around`` characters on both sides of them."""
        before = Greatest(F("start") - around, Value(0))
        words = Substr("source__text", before + 1, F("end") - before + around)
        cells = When(start=None, then=Value(""))  # rows of a table: its text is not even looked at
        return self.annotate(
            words_from=before, words_around=Case(cells, default=words, output_field=models.TextField())
        ).order_by("pk")

    def lines(self, *more: str) -> Rows:
        """All that is held of each; its source by its key alone."""
        return self.values_list(*(field.attname for field in self.model._meta.concrete_fields), *more, named=True)
