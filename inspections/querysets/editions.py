"""What is asked of editions: ids that once stood, and what was added, changed and withdrawn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

from django.db import models
from django.db.models import Q

from inspections.querysets import Rows


class RetiredQuerySet(models.QuerySet):  # type: ignore[type-arg]
    """Ids that once stood."""

    def get_or_none(self, kind: str, ref: str) -> Any:
        return self.filter(kind=kind, ref=ref).select_related("edition").first()


class ChangeQuerySet(models.QuerySet):  # type: ignore[type-arg]
    """What editions added, changed and withdrew."""

    def of_edition(self, number: int) -> Self:
        return self.filter(edition=number).order_by("pk")

    def about(self, kind: str, ref: str) -> Self:
        """What happened to one thing, newest first."""
        return self.filter(kind=kind, ref=ref).select_related("edition").order_by("-edition_id", "-pk")

    def ever_changed(self) -> Rows:
        """Kind and id of what any edition changed; the very first only adds."""
        return self.filter(edition__gt=1, action="changed").order_by().values_list("kind", "ref").distinct()

    def latest_of(self, kind: str, refs: Iterable[str]) -> Rows:
        """When each of these last changed: pairs of id and time."""
        return (
            self.filter(kind=kind, ref__in=list(refs))
            .order_by()
            .values_list("ref")
            .annotate(latest=models.Max("edition__published"))
        )

    def latest_of_authorities(self, first: int) -> Rows:
        """Key of an authority and number of the newest edition, after the first, that changed an inspection of it."""
        changes = self.model._meta.db_table
        joins = (
            f"inspections_inspection.ref = {changes}.ref",
            "inspections_inspection_services.inspection_id = inspections_inspection.id",
            "inspections_service.id = inspections_inspection_services.service_id",
        )
        tables = ["inspections_inspection", "inspections_inspection_services", "inspections_service"]
        rows = self.filter(kind="inspection", edition__gt=first).order_by()
        return (
            rows.extra(tables=tables, where=joins, select={"authority": "inspections_service.authority_id"})  # noqa: S610
            .values_list("authority")
            .annotate(latest=models.Max("edition"))
            .values_list("authority", "latest")
        )

    def told(self) -> Self:
        """What a reader follows: inspections and statements, newest edition first."""
        return self.filter(kind__in=("inspection", "statement")).select_related("edition").order_by("-edition_id", "pk")

    def concerning(self, authority: str, whom: str, inspections: Rows, statements: Rows) -> Self:
        """Those of an authority: its inspections, what was said about them, and what was withdrawn under its name."""
        named = rf"(^|; ){authority}(;|$)"  # slugs are letters, digits and hyphens
        gone = Q(action="withdrawn", kind="inspection", title__startswith=f"{whom}: ")
        gone |= Q(action="withdrawn", fields__0__field="authorities", fields__0__before__regex=named)
        return self.filter(
            Q(kind="inspection", ref__in=inspections.order_by().values("ref"))
            | Q(kind="statement", ref__in=statements.order_by().values("ref"))
            | gone
        )
