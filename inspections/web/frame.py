"""What all pages of a section share, drawn once for each edition: the head of the page, its foot, its icon."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.template import Context, Engine
from django.utils.safestring import SafeString

SECTIONS = frozenset(
    f"/{name}/"
    for name in (
        "authorities", "inspections", "national", "statements", "sources", "quote-check", "search", "scales", "data",
        "about",
    )
)  # fmt: skip
MOST = 100  # parts that are kept: three for each section and edition

_drawn: dict[Any, SafeString] = {}


def draw_part(engine: Engine, template: str, path: str, edition: Any, day: Any) -> SafeString:
    """A part of the frame as the page at this path has it."""
    section = path[: path.find("/", 1) + 1]
    section = section if section in SECTIONS else ""
    place = section if path == section else f"{section}within"
    key = template, place, (edition.number, edition.digest, edition.published) if edition else None
    if key not in _drawn or settings.DEBUG:
        if len(_drawn) >= MOST:
            _drawn.clear()
        context = Context({"path": place, "edition": edition, "edition_day": day})
        _drawn[key] = engine.get_template(template).render(context)
    return _drawn[key]
