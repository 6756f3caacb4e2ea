"""The filter that ``inspections/web/closing.py`` puts behind every value."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from inspections.directions import close_directions

register = template.Library()


@register.filter
def closed(value: Any) -> Any:
    """Words with an end for each direction they open; numbers and all else as they are."""
    if not isinstance(value, str):
        return value
    written = close_directions(value)
    return mark_safe(written) if isinstance(value, SafeString) else written  # noqa: S308
