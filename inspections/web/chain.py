"""What stands before and after an inspection, and what it may be the same as."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from inspections.models import Inspection
from inspections.web.assembly import show_when
from inspections.web.shown import Link


@dataclass(frozen=True)
class Chain:
    """The neighbours of an inspection, each with its date as known."""

    previous: tuple[Link, ...]
    follows: tuple[Link, ...]
    next: tuple[Link, ...]
    followed_by: tuple[Link, ...]
    candidates: tuple[Link, ...]

    @property
    def steps(self) -> tuple[tuple[str, tuple[Link, ...]], ...]:
        """In order of time, those that are there."""
        named = (
            ("The inspection before", self.previous),
            ("This visit follows up", tuple(link for link in self.follows if link not in self.previous)),
            ("Followed up by", self.followed_by),
            ("The inspection after", tuple(link for link in self.next if link not in self.followed_by)),
        )
        return tuple((name, links) for name, links in named if links)


def describe_chain(inspection: Inspection) -> Chain:
    """One query for all neighbours."""
    around = list(Inspection.objects.around(inspection).in_order("oldest"))
    return Chain(
        previous=tuple(_link(i) for i in around if i.pk == inspection.previous_id),
        follows=tuple(_link(i) for i in around if i.pk == inspection.follows_id),
        next=tuple(_link(i) for i in around if i.previous_id == inspection.pk),
        followed_by=tuple(_link(i) for i in around if i.follows_id == inspection.pk),
        candidates=tuple(_link(i) for i in around if i.ref in inspection.candidates),
    )


def _link(inspection: Any) -> Link:
    when = show_when(inspection.inspected_edtf, inspection.inspected_earliest, inspection.inspected_latest, "", "")
    return Link(
        inspection.title,
        f"/inspections/{inspection.ref}/{inspection.slug}/",
        inspection.ref,
        when.words if when else "",
    )
