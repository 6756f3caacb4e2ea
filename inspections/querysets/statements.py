"""What is asked of findings, responses and comments."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from inspections.querysets import RecordQuerySet, Rows, overlaps_years, possible_years
from inspections.querysets.holding import holds


class StatementQuerySet(RecordQuerySet):
    """Who said what."""

    def of_kind(self, kind: str) -> Self:
        return self.filter(kind=kind)

    def with_stance(self, stance: str) -> Self:
        return self.filter(stance=stance)

    def by_organisation(self, organisation: str) -> Self:
        return self.filter(organisation=organisation)

    def by_speaker(self, speaker: str) -> Self:
        return self.filter(speaker=speaker)

    def with_status(self, status: str) -> Self:
        return self.filter(status=status)

    def about_authority(self, authority: str) -> Self:
        inspections = self.model._meta.get_field("inspections").related_model.objects
        return self.filter(Exists(inspections.of(authority).filter(statements=OuterRef("pk"))))

    def about_places(self, places: Iterable[int]) -> Self:
        """Those about the inspections at these places of the list of all."""
        joined = self.model.inspections.through.objects.filter(inspection__place__position__in=list(places))
        return self.filter(pk__in=joined.values("statement"))

    def places_spoken_of(self) -> Rows:
        """Where the inspections that statements are about stand in the list of all."""
        return self.order_by().filter(inspections__isnull=False).values_list("inspections__place__position", flat=True)

    def inspections_spoken_of(self) -> Rows:
        """Keys of the inspections that statements are about."""
        return self.model.inspections.through.objects.order_by("inspection").values_list("inspection", flat=True)

    def about(self, inspections: Iterable[int]) -> Self:
        joined = self.model.inspections.through.objects.filter(inspection__in=list(inspections))
        return self.filter(pk__in=joined.values("statement"))

    def said_in(self, years: Iterable[int]) -> Self:
        """Those whose possible dates of speaking overlap any of these years."""
        return self.filter(overlaps_years(years, "said_earliest", "said_latest", "said_basis", "said_edtf"))

    def with_possible_years(self) -> Self:
        return self.annotate(**possible_years("said_earliest", "said_latest", "said_basis", "said_edtf"))

    def saying(self, words: str) -> Self:
        return self.filter(
            Q(holds("text", words))
            | Q(holds("speaker", words))
            | Q(holds("role", words))
            | Q(holds("organisation", words))
        )

    def in_order(self, order: str) -> Self:
        """By the day they were said, the undated last; those that stand before those withdrawn on the same day."""
        if order == "oldest":
            return self.order_by(F("said_earliest").asc(nulls_last=True), "source__slug", "position")
        return self.order_by(F("said_earliest").desc(nulls_last=True), "source__slug", "position")

    def newest_first(self) -> Self:
        """By the day they were said, the undated last, each beside itself where it is about several inspections."""
        return self.order_by(F("said_earliest").desc(nulls_last=True), "source__slug", "position", "inspections__ref")

    def withdrawing(self, statement: models.Model) -> Self:
        """The withdrawals in the same source that are about the same inspections, or about none."""
        subjects = self.model.inspections.through.objects
        shared = subjects.filter(inspection__in=subjects.filter(statement=statement).values("inspection"))
        return self.filter(kind="withdrawal", source=statement.source_id).filter(  # type: ignore[attr-defined]
            Q(pk__in=shared.values("statement")) | Q(inspections=None)
        )

    def not_findings(self) -> Self:
        """What was said about inspections, the findings of inspectors apart."""
        return self.exclude(kind="finding")

    def with_keys(self, keys: Iterable[int]) -> Self:
        return self.filter(pk__in=list(keys))

    def listed_on(self, page: models.QuerySet[Any]) -> Self:
        """Those of a page of a list that is not asked yet, in its order, ``with_inspections``."""
        found = self.filter(pk__in=page.values("pk")).with_inspections()
        return found.order_by(*page.query.order_by, *found.query.order_by[-2:])

    def with_inspections(self) -> Self:
        """With their source, once for each inspection they are about (or once, when about none)."""
        return (
            self.select_related("source")
            .defer("source__text", "source__reading", "source__warnings", "source__oddities", "source__pages")
            .annotate(
                about_ref=F("inspections__ref"),
                about_slug=F("inspections__slug"),
                about_title=F("inspections__title"),
                about_key=F("inspections__pk"),
            )
            .order_by("source__slug", "position", F("inspections__sort_date").desc(nulls_last=True), "inspections__ref")
        )
