"""Filters for the words of others: shortened visibly, never silently."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import template
from django.utils.safestring import SafeString

from inspections.web.closing import is_careful
from inspections.web.drawn import draw, sentence, service_words, shorten
from inspections.web.frame import draw_about, draw_part
from inspections.web.shown.paragraphs import join_lines
from inspections.wording import day_in_words, thousands

register = template.Library()


register.filters |= {"shorten": shorten, "sentence": sentence, "service_words": service_words}


@register.simple_tag(name="drawn", takes_context=True)
def draw_macro(context: template.Context, name: str, **values: Any) -> SafeString:
    """A macro of ``parts/drawn.jinja``, as careful as the page that asks for it."""
    careful = is_careful(context.template.engine)
    if name != "filters":
        return draw(name, careful, **values)
    drawn, key = values["list"].drawn, (careful, values["years"])  # the same on all pages of a list
    if key not in drawn:
        drawn[key] = draw(name, careful, **values)
    kept: SafeString = drawn[key]
    return kept


@register.simple_tag(name="about", takes_context=True)
def draw_head(context: template.Context) -> SafeString:
    """What a page is called, and its permanent address."""
    return draw_about(context.get("metadata"), context.get("site", ""), is_careful(context.template.engine))


@register.simple_tag(name="frame", takes_context=True)
def draw_frame(context: template.Context, name: str) -> SafeString:
    """A part that is the same on every page of a section."""
    path = getattr(context.get("request"), "path", "")
    return draw_part(context.template.engine, name, path, context.get("edition"), context.get("edition_day"))


@register.filter
def in_lines(text: str) -> str:
    """Words of a source without the line ends of its pages."""
    return join_lines(text)


@register.filter
def day(value: date | str) -> str:
    """A day in words, from a date or its ISO form."""
    return day_in_words(date.fromisoformat(value) if isinstance(value, str) else value)


@register.filter(name="thousands")
def separate_thousands(number: int) -> str:
    """A count, as it is written for people."""
    return thousands(number)
