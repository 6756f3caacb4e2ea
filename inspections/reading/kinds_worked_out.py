"""The kind of a visit that no word of the source says, from what the service is inspected in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspections.reading.facts import KIND_WORKED_OUT

if TYPE_CHECKING:
    from inspections.reading.events import Event
    from inspections.reading.work import Work


def work_out_kind(work: Work, event: Event) -> None:
    """Give an inspection its kind where the source says none and there is no other, with a note that says so."""
    if event.kind != "unstated":
        return
    if _is_always_unannounced(work, event):
        event.kind = "unannounced"
        event.kind_note = f"{KIND_WORKED_OUT}: this service was inspected in no other way."
    held = event.earlier or event.overall is not None or event.inspected is not None
    if event.service == "area-send" and held:
        event.kind = "full"
        event.kind_note = f"{KIND_WORKED_OUT}: the source does not call it a revisit."


def _is_always_unannounced(work: Work, event: Event) -> bool:
    """Is a service, told of without a grade, one that was inspected without notice alone, and never graded?"""
    frameworks = [f for f in work.context.catalogue.frameworks.values() if event.service in f.services]
    alone = bool(frameworks) and all(set(f.kinds) == {"unannounced"} and not f.scales for f in frameworks)
    return alone and event.overall is None
