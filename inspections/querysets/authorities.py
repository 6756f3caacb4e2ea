"""What is asked of councils and of the services inspected there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from inspections.querysets import RecordQuerySet, Rows
from inspections.querysets.holding import holds, one_holds


class AuthorityQuerySet(RecordQuerySet):
    """Councils."""

    key = "slug"

    def in_region(self, region: str) -> Self:
        return self.filter(region=region)

    def of_kind(self, kind: str) -> Self:
        return self.filter(kind=kind)

    def with_service(self, kind: str) -> Self:
        """Those where the record holds an inspection of this kind of service."""
        return self.filter(Exists(self._services(kind=kind, inspections__isnull=False)))

    def with_inspections(self) -> Self:
        return self.filter(Exists(self._services(inspections__isnull=False)))

    def named(self, words: str) -> Self:
        """Those whose name, other name or code holds these words."""
        found = Q(holds("name", words)) | Q(holds("official_name", words)) | Q(one_holds("other_names", words))
        return self.filter(found | Q(gss__iexact=words) | Q(dfe__iexact=words))

    def in_order(self, order: str) -> Self:
        return self.order_by("name", "slug")

    def before_and_after(self, authority: int) -> Self:
        """Its predecessors and successors; ``is_before`` tells which."""
        joined = self.model.successors.through.objects
        before = joined.filter(to_authority=authority, from_authority=OuterRef("pk"))
        after = joined.filter(from_authority=authority, to_authority=OuterRef("pk"))
        return self.annotate(is_before=Exists(before), is_after=Exists(after)).filter(
            Q(is_before=True) | Q(is_after=True)
        )

    def _services(self, **conditions: object) -> Rows:
        return self.model._meta.get_field("services").related_model.objects.filter(
            authority=OuterRef("pk"), **conditions
        )


class ServiceQuerySet(models.QuerySet):  # type: ignore[type-arg]
    """What is inspected at one authority."""

    def authorities_of(self, inspections: Iterable[int]) -> Rows:
        """Key of inspection and key of authority, for these inspections."""
        joined = self.model._meta.get_field("inspections").through.objects
        return joined.filter(inspection__in=list(inspections)).values_list("inspection_id", "service__authority_id")

    def of(self, inspections: Iterable[int]) -> Self:
        """The services of these inspections with their authorities; ``inspection`` is the inspection's key."""
        return (
            self.filter(inspections__in=list(inspections))
            .select_related("authority")
            .annotate(inspection=F("inspections__pk"))
            .order_by("authority__name", "authority__slug")
        )
