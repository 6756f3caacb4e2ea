"""Filters for the words of others: shortened visibly, never silently."""

from __future__ import annotations

from datetime import date

from django import template

from inspections.web.known import service_name
from inspections.wording import day_in_words

register = template.Library()


@register.filter
def shorten(text: str, words: int) -> str:
    """The first words of a text; what is left out is marked as an editor marks it."""
    pieces = text.split()
    return " ".join(pieces) if len(pieces) <= words else f"{' '.join(pieces[:words])} […]"


@register.filter
def sentence(text: str) -> str:
    """With a capital first letter, the rest as it is: "SEND" stays."""
    return text[:1].upper() + text[1:]


@register.filter
def day(value: date | str) -> str:
    """A day in words, from a date or its ISO form."""
    return day_in_words(date.fromisoformat(value) if isinstance(value, str) else value)


@register.filter
def service_words(kind: str) -> str:
    """The name of a kind of service within a sentence."""
    name = service_name(kind)
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
