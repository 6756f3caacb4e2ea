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

    def by_edition(self) -> Rows:
        """Number of an edition, and how many changes it has of those asked for."""
        return self.order_by().values_list("edition").annotate(many=models.Count("pk"))

    def of_sources(self) -> Self:
        """Those that no reader follows: all others are ``told``."""
        return self.filter(kind="source")

    def keys_told_in(self, number: int, part: slice) -> list[int]:
        """Keys of what a reader follows of one edition, some of them in their order: its rows are not read."""
        sources = self.model.objects.of_sources().order_by().values("pk")
        rows = self.filter(edition=number).exclude(pk__in=sources).order_by("pk")
        return list(rows.values_list("pk", flat=True)[part])

    def keys_told_between(self, first: int, last: int) -> list[int]:
        """The same of all from one edition to another, newest edition first."""
        rows = self.told().filter(edition__gt=first - 1, edition__lte=last)
        return list(rows.values_list("pk", flat=True))

    def told_with(self, keys: Iterable[int]) -> Self:
        """Those with these keys, in the order of ``told``."""
        return self.filter(pk__in=list(keys)).select_related("edition").order_by("-edition_id", "pk")

    def keys_concerning(
        self, authority: str, whom: str, statements: Rows, withdrawing: Iterable[int]
    ) -> set[tuple[int, int]]:
        """Edition and key of those of an authority: its inspections, what was said about them, and what some editions
        withdrew under its name."""
        inspections = self.model._meta.apps.get_model("inspections", "inspection").objects.refs_of_councils(authority)
        named = rf"(^|; ){authority}(;|$)"  # slugs are letters, digits and hyphens
        gone = Q(kind="inspection", title__startswith=f"{whom}: ")
        gone |= Q(fields__0__field="authorities", fields__0__before__regex=named)
        asked = [
            self.filter(kind="inspection", ref__in=inspections),
            self.filter(kind="statement", ref__in=statements.order_by().values("ref")),
        ]
        if numbers := list(withdrawing):
            asked.append(self.filter(gone, edition__in=numbers, action="withdrawn").exclude(kind="source"))
        return {found for rows in asked for found in rows.order_by().values_list("edition_id", "pk")}
