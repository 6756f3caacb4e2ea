"""What is asked of inspections and of the grades given at them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, When

from inspections.querysets import CANDIDATES, PROVIDERS_ONLY, RecordQuerySet, Rows, as_words, together

# an inspection whose year is one of several, by its own date or, where that has no year, by its publication
_BY_CANDIDATES = Q(inspected_basis=CANDIDATES, inspected_earliest__isnull=False) | Q(
    inspected_earliest=None, published_basis=CANDIDATES
)
LINE = (
    "pk", "ref", "slug", "title", "service_kind", "service_name", "provider", "provider_name", "provider_kind",
    "inspectorates", "kind", "framework", "framework_basis", "inspected_edtf", "inspected_earliest",
    "inspected_latest", "inspected_basis", "inspected_note", "published_edtf", "published_earliest",
    "published_latest", "published_basis", "published_note", "overall_absent", "outcome",
)  # fmt: skip
WHOLE = ("sort_date", "previous_id", "follows_id", "next_due_edtf", "notes", "disputed", "candidates")
DATE = ("edtf", "earliest", "latest", "basis", "note")  # what is held of a date
SHARED = {  # what many inspections have in common, as one text each (``together``)
    "about": (
        "service_kind", "service_name", "inspectorates", "kind", "framework", "framework_basis", "overall_absent"
    ),
    "inspected": tuple(f"inspected_{part}" for part in DATE),
    "published": tuple(f"published_{part}" for part in DATE),
    "whose": ("provider", "provider_name", "provider_kind"),
}  # fmt: skip


class InspectionQuerySet(RecordQuerySet):
    """Events."""

    def of(self, authority: str) -> Self:
        """Those that concern this authority, alone or with others."""
        return self._through(authority__slug=authority)

    def in_region(self, region: str) -> Self:
        return self._through(authority__region=region)

    def of_service(self, kind: str) -> Self:
        return self.filter(service_kind=kind)

    def of_service_at(self, authority: str, kind: str) -> Self:
        return self._through(authority__slug=authority, kind=kind)

    def by(self, inspectorate: str) -> Self:
        return self.filter(by__inspectorate=inspectorate)

    def of_councils(self) -> Self:
        """Those of the councils' own services: no school, college or other provider."""
        return self.filter(provider="")

    def of_providers(self) -> Self:
        """Those of schools, colleges and other providers, each in the area of its authority."""
        return self.exclude(provider="")

    def refs_of_councils(self, authority: str) -> Rows:
        """Ids of an authority's own, some more than once: found from the authority, however many have no provider."""
        return self.filter(services__authority__slug=authority).exclude(provider__gt="").order_by().values("ref")

    def providers_of(self, refs: Iterable[str]) -> Rows:
        """Pairs of id and provider's number, of those of these inspections that are not a council's own."""
        return self.filter(ref__in=list(refs)).exclude(provider="").order_by().values_list("ref", "provider")

    def of_provider(self, number: str) -> Self:
        return self.filter(provider=number)

    def whoever(self, choice: str) -> Self:
        """The councils' own and the providers' together, or the providers' alone."""
        return self.of_providers() if choice == PROVIDERS_ONLY else self

    def of_kind(self, kind: str) -> Self:
        return self.filter(kind=kind)

    def on(self, scale: str) -> Self:
        """Those with a judgement on this scale, whatever its grade."""
        return self._judged(Q(scale=scale))

    def judged(self, grades: Iterable[tuple[str, str]]) -> Self:
        """Those with a judgement, overall or of an aspect, that is any of these (scale, grade)."""
        wanted = Q(pk__in=[])
        for scale, grade in grades:
            wanted |= Q(scale=scale, grade=grade)
        return self._judged(wanted)

    def in_years(self, years: Iterable[int]) -> Self:
        """Those whose possible dates overlap any of these years."""
        wanted = Q(pk__in=[])
        for year in years:
            among = Q(inspected_edtf__contains=str(year)) | Q(
                inspected_earliest=None, published_edtf__contains=str(year)
            )
            wanted |= Q(year_from__lte=year, year_to__gte=year) & (~_BY_CANDIDATES | among)
        return self.filter(wanted)

    def with_possible_years(self) -> Self:
        """First and last year, or the candidates as written: what the counts of the year filter are made from."""
        candidates = (
            When(_BY_CANDIDATES, inspected_earliest=None, then=F("published_edtf")),
            When(_BY_CANDIDATES, then=F("inspected_edtf")),
        )
        return self.annotate(
            first_year=Case(*candidates, default=as_words("year_from"), output_field=models.CharField()),
            last_year=Case(*candidates, default=as_words("year_to"), output_field=models.CharField()),
        )

    def since(self, year: int) -> Self:
        return self.filter(year_to__gte=year)

    def until(self, year: int) -> Self:
        return self.filter(year_from__lte=year)

    def in_order(self, order: str) -> Self:
        """Newest or oldest by earliest possible date, the undated last; or by title."""
        if order == "oldest":
            return self.order_by(F("sort_date").asc(nulls_last=True), "ref")
        if order == "title":
            return self.order_by("title", F("sort_date").desc(nulls_last=True), "ref")
        return self.order_by(F("sort_date").desc(nulls_last=True), "ref")

    def with_neighbours(self, *more: str) -> Rows:
        """All that an inspection's own page needs, with the names of the earlier and the followed inspection."""
        named = (f"{which}__{name}" for which in ("previous", "follows") for name in ("ref", "slug", "title"))
        return self.values_list(*LINE, *WHOLE, *named, *more, named=True)

    def naming(self, inspections: Iterable[int]) -> Rows:
        """Those that name any of these as the earlier one, or as the one they follow up: whom, and their own names."""
        keys = list(inspections)
        rows = self.filter(Q(previous__in=keys) | Q(follows__in=keys)).order_by()
        return rows.values_list("previous", "follows", "ref", "slug", "title", "sort_date", named=True)

    def named_by_others(self) -> Rows:
        """Keys of those that another names as the earlier one, or as the one it follows up."""
        earlier = self.filter(previous__isnull=False).order_by().values_list("previous", flat=True)
        return earlier.union(self.filter(follows__isnull=False).order_by().values_list("follows", flat=True))

    def proved_by(self, source: models.Model) -> Self:
        """Those that a source proves anything about."""
        evidence = self.model._meta.get_field("evidence").related_model.objects
        return self.filter(Exists(evidence.filter(source=source, inspection=OuterRef("pk"))))

    def with_keys(self, keys: Iterable[int]) -> Rows:
        return self.filter(pk__in=list(keys))

    def with_authorities(self) -> Rows:
        return self.prefetch_related("services__authority")

    def pairs_with_statements(self, statements: Iterable[int]) -> Rows:
        """Keys of these statements, each with the inspections it is about."""
        return self.filter(statements__in=list(statements)).order_by().values_list("statements", "pk")

    def places(self) -> Rows:
        """Where they stand in the list of all."""
        return self.order_by().values_list("place__position", flat=True)

    def lines(self, *more: str) -> Rows:
        """What a line of a list needs, without what only the inspection's own page shows; what many lines share is one
        text each."""
        shared = {name: together(*fields) for name, fields in SHARED.items()}
        return self.annotate(**shared).values_list("pk", "ref", "slug", "title", "outcome", *shared, *more, named=True)

    def in_table(self, places: Iterable[int]) -> Rows:
        """What the tidy table tells of those at these places, as plain rows: what several of them share in one text."""
        shared = {name: together(*fields) for name, fields in SHARED.items()}
        rest = together("next_due_edtf", "notes", "disputed")
        return (
            self.filter(place__position__in=list(places))
            .annotate(position=F("place__position"), **shared, rest=rest)
            .order_by()
            .values_list(
                "position", "pk", "ref", "slug", "title", "outcome", "previous__ref", "follows__ref", *shared, "rest"
            )
        )

    def at_places(self, places: Iterable[int]) -> Self:
        """Those at these places of the list of all, each with its ``position``."""
        return self.filter(place__position__in=list(places)).annotate(position=F("place__position")).order_by()

    def refs_between(self, first: int, last: int) -> Rows:
        """Place and ref of those from the one place of the list of all to the other."""
        return self.filter(place__position__range=(first, last)).order_by().values_list("place__position", "ref")

    def linked_with(self, inspection: Any) -> Self:
        """Those of the same services, and those it names: whatever a chain of follow-ups can be made of."""
        services = self.model.services.through.objects
        own = services.filter(inspection=inspection.pk).values("service")
        keys = [key for key in (inspection.previous_id, inspection.follows_id) if key]
        near = Q(pk__in=keys) | Q(previous=inspection.pk) | Q(follows=inspection.pk) | Q(ref__in=inspection.candidates)
        same = Q(provider=inspection.provider)
        same &= Q(pk__in=services.filter(service__in=own).values("inspection"))
        named = self.model.objects.filter(Q(previous=OuterRef("pk")) | Q(follows=OuterRef("pk")))
        same &= Q(previous__isnull=False) | Q(follows__isnull=False) | Exists(named)  # what no link joins is no step
        return self.filter(near | Q(pk=inspection.pk) | same)

    def _through(self, **conditions: object) -> Self:
        services = self.model._meta.get_field("services").related_model.objects
        return self.filter(Exists(services.filter(inspections=OuterRef("pk"), **conditions)))

    def _judged(self, condition: Q) -> Self:
        judgements = self.model._meta.get_field("judgements").related_model.objects
        return self.filter(Exists(judgements.filter(condition, inspection=OuterRef("pk"))))


class JudgementQuerySet(models.QuerySet):  # type: ignore[type-arg]
    """Grades on scales."""

    def of(self, inspections: Iterable[int]) -> Rows:
        """In no order: each with its ``position``."""
        return (
            self.filter(inspection__in=list(inspections))
            .order_by()
            .values_list(
                "pk", "inspection_id", "position", "aspect", "aspect_slug", "overall", "scale", "grade", "as_worded",
                "basis", "note", named=True,
            )
        )  # fmt: skip

    def worked_out(self, inspections: Iterable[int]) -> Rows:
        """The overall grades of these that are worked out: of which inspection, their words, and from what."""
        overall = self.filter(inspection__in=list(inspections), overall=True, basis="derived")
        return overall.order_by().values_list("inspection_id", "as_worded", "note")

    def in_lines(self, inspections: Iterable[int]) -> Rows:
        """What a line tells of the grades of these inspections, as plain rows in no order: each grade one text."""
        rows = self.filter(inspection__in=list(inspections)).order_by()
        graded = together("aspect", "aspect_slug", "overall", "scale", "grade", "as_worded", "basis", "note")
        return rows.annotate(graded=graded).values_list("inspection_id", "position", "pk", "graded")
