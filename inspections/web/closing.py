"""A page whose words turn the direction of writing is written again, each value closed where it ends.

Hardly any page is: the others cost one look. ``ClosingLoader`` reads the same templates, with the filter
``closed`` behind every value that they write, so that no template can forget it.
"""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template import Engine, Origin
from django.template.loaders.filesystem import Loader

from inspections.web.frame import draw_page

TURNING = re.compile(rb"\xe2(?:\x80[\xaa-\xae]|\x81[\xa6-\xa8])")  # as UTF-8 has them
VALUE = re.compile(r"\{\{ (.+?) \}\}")
PLAIN, CAREFUL = "django", "careful"  # the engines in the settings
FILTER = "inspections.templatetags.directions"  # what the careful one adds


def is_careful(engine: Engine) -> bool:
    """Whether the engine closes what its templates write."""
    return FILTER in engine.builtins


class ClosingLoader(Loader):
    """Templates as they are on disk, but every value is closed."""

    def get_contents(self, origin: Origin) -> str:
        return VALUE.sub(r"{{ \1|closed }}", super().get_contents(origin))


def render_closed(request: HttpRequest, template: str, context: dict[str, Any], status: int) -> HttpResponse:
    """The page; no words on it reach beyond their end."""
    response = HttpResponse(draw_page(request, template, context, PLAIN, careful=False), status=status)
    if TURNING.search(response.content):
        response = HttpResponse(draw_page(request, template, context, CAREFUL, careful=True), status=status)
    return response
