"""What the national pages ask of the record, by name: the newest outcome of each service."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

from django.db import models
from django.db.models import Count

Rows = Any  # rows of values

EVENT = ("ref", "slug", "kind", "framework", "inspected_edtf", "published_edtf", "sort_date", "next_due_edtf")


class LatestQuerySet(models.QuerySet):  # type: ignore[type-arg]
    """The newest outcome of each service."""

    def at(self, authorities: Rows) -> Self:
        """Those of these authorities."""
        return self.filter(service__authority__in=authorities)

    def of_services(self, kinds: Iterable[str]) -> Self:
        return self.filter(service__kind__in=list(kinds))

    def per_service(self) -> Rows:
        """How many authorities have anything of each kind of service."""
        return self.order_by().values_list("service__kind").annotate(many=Count("pk")).order_by("service__kind")

    def for_grid(self) -> Rows:
        """One row of values for each, with its events by ``inspection__``, ``since__`` and ``full__``."""
        events = [f"{event}__{name}" for event in ("inspection", "since", "full") for name in EVENT]
        return self.order_by("service__authority", "service__kind").values(
            "service__authority__slug", "service__kind", "state", "scale", "grade", "held", "undated", *events
        )
