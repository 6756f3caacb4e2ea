"""What the national pages ask of the record, by name: the newest outcome of each service."""

from __future__ import annotations

from typing import Any

from django.db import models

Rows = Any  # rows of values

EVENT = ("ref", "slug", "kind", "framework", "inspected_edtf", "published_edtf", "sort_date", "next_due_edtf")


class LatestQuerySet(models.QuerySet):  # type: ignore[type-arg]
    """The newest outcome of each service."""

    def for_grid(self) -> Rows:
        """One row of values for each, with its events by ``inspection__``, ``since__`` and ``full__``."""
        events = [f"{event}__{name}" for event in ("inspection", "since", "full") for name in EVENT]
        return self.order_by("service__authority", "service__kind").values(
            "service__authority__slug",
            "service__kind",
            "state",
            "scale",
            "grade",
            "held",
            "undated",
            "inspection",
            *events,
        )
