"""What stands on a page fifty or five hundred times: rows of tables, grades, choices of filters.

These are macros of ``templates/parts/drawn.jinja``, drawn by Jinja2, which takes a fifth of the time that Django's
templates take for them; a page of Django's calls them by ``{% drawn "name" ... %}``. Jinja2 escapes as Django does.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from inspections.templatetags.directions import closed
from inspections.web.known import service_name
from inspections.web.shown import GradeShown

MACROS = "parts/drawn.jinja"


def shorten(text: str, words: int) -> str:
    """The first words of a text; what is left out is marked as an editor marks it."""
    pieces = text.split()
    return " ".join(pieces) if len(pieces) <= words else f"{' '.join(pieces[:words])} […]"


def sentence(text: str) -> str:
    """With a capital first letter, the rest as it is: "SEND" stays."""
    return text[:1].upper() + text[1:]


def draw(name: str, careful: bool = False, **values: Any) -> SafeString:
    """One macro, as HTML; ``careful`` closes the directions of writing that each value opens (``closing``)."""
    return mark_safe(getattr(_macros(careful), name)(**values))  # noqa: S308 (escaped by Jinja2)


def service_words(kind: str) -> str:
    """The name of a kind of service within a sentence."""
    name = service_name(kind)
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


_grades: dict[tuple[str, str | None, bool], Markup] = {}


def draw_grade(grade: GradeShown, big: bool = False) -> Markup:
    """A grade on its scale: the same wherever it is given, so drawn once in each process."""
    key = grade.scale, grade.grade, big
    if key not in _grades:
        _grades[key] = Markup(_macros().grade(grade, big))  # noqa: S704 (escaped by Jinja2)
    return _grades[key]


@cache
def _macros(careful: bool = False) -> Any:
    environment = Environment(
        loader=FileSystemLoader(settings.ROOT / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=settings.DEBUG,
        keep_trailing_newline=True,
        finalize=closed if careful else None,
    )
    environment.filters |= {"shorten": shorten, "sentence": sentence, "service_words": service_words}
    environment.globals["draw_grade"] = draw_grade
    return environment.get_template(MACROS).module
