"""The fields that a filter reads a parameter with: a value that is not understood is refused in words."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

import django_filters
from django import forms

from inspections.fulltext import PREFIX, Query, plain_key
from inspections.quotes import fold
from inspections.web.known import the_catalogue

FIRST_YEAR, LAST_YEAR = 1990, 2100
LONGEST_WORDS = 200
MOST_REPEATED = 40
MOST_WORDS = 24  # of one question
MARKS = str.maketrans(dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'))

Choices = list[tuple[str, str]]


class ChoiceField(forms.ChoiceField):
    default_error_messages = {"invalid_choice": "“%(value)s” is not one this record knows."}

    @cached_property
    def known(self) -> frozenset[str]:
        return frozenset(str(value) for value, _ in self.choices)

    def valid_value(self, value: Any) -> bool:
        return value in self.known


class WordsField(forms.CharField):
    """Words to look for. A NUL never stands in a text and is refused like any other stranger."""

    def __init__(self, **options: Any) -> None:
        options.pop("lookup_expr", None)
        super().__init__(max_length=LONGEST_WORDS, **options)


class YearField(forms.IntegerField):
    default_error_messages = {"invalid": "Give a year as four digits, such as 2019."}

    def __init__(self, **options: Any) -> None:
        span = f"Give a year from {FIRST_YEAR} to {LAST_YEAR}, such as 2019."
        super().__init__(
            min_value=FIRST_YEAR, max_value=LAST_YEAR, error_messages={"min_value": span, "max_value": span}, **options
        )


class PageField(forms.IntegerField):
    default_error_messages = {"invalid": "Give the page as a number, such as 2."}

    def __init__(self, **options: Any) -> None:
        wrong = "Pages are numbered from 1."
        super().__init__(
            min_value=1,
            max_value=1_000_000,
            error_messages={"min_value": wrong, "max_value": "There is no such page."},
            **options,
        )


class RepeatedField(forms.Field):
    """A parameter that may be given several times; each value must pass by itself."""

    widget = forms.MultipleHiddenInput

    def __init__(self, *, each: Callable[[str], Any], **options: Any) -> None:
        super().__init__(**options)
        self.each = each

    def clean(self, value: Any) -> list[Any]:
        given = [text.strip() for text in value or () if text.strip()]
        if len(given) > MOST_REPEATED:
            raise forms.ValidationError(f"Give at most {MOST_REPEATED} of these.")
        return list(dict.fromkeys(self.each(text) for text in given))


def one_year(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) == 4 and FIRST_YEAR <= int(text) <= LAST_YEAR):
        raise forms.ValidationError(f"“{text}” is not a year. Give four digits, such as 2019.")
    return int(text)


def one_grade(text: str) -> tuple[str, str]:
    """``scale:grade``. A grade alone is on no scale, and so no question."""
    scale_slug, colon, grade_slug = text.partition(":")
    if not colon:
        raise forms.ValidationError(f"“{text}” needs its scale: a grade means nothing without one. Write scale:grade.")
    scale = the_catalogue().scales.get(scale_slug)
    if scale is None:
        raise forms.ValidationError(f"“{scale_slug}” is not a scale this record knows.")
    if grade_slug not in {grade.slug for grade in scale.grades}:
        raise forms.ValidationError(f"“{grade_slug}” is not a grade of the scale {scale.name}.")
    return scale_slug, grade_slug


def grades_like(text: str) -> Choices:
    """The ``scale:grade`` values that a grade word alone may mean, with their names."""
    folded = text.strip().lower().replace("-", " ")
    return [
        (f"{scale.slug}:{grade.slug}", f"{grade.label} ({scale.name})")
        for scale in the_catalogue().scales.values()
        for grade in scale.grades
        if folded in {grade.slug.replace("-", " "), grade.label.lower(), *grade.wordings}
    ]


def of_field(field: type[forms.Field], asks: str, **options: Any) -> django_filters.Filter:
    """A filter whose value goes to the question ``asks`` of the query set."""
    made = django_filters.Filter(method="ask", required=False, **options)
    made.field_class = field
    made.asks = asks
    return made


def of_choice(asks: str, choices: Callable[[], Choices]) -> django_filters.Filter:
    return of_field(ChoiceField, asks, choices=lambda: [("", "any"), *choices()])


def authority_choices() -> Choices:
    return [(a.slug, a.name) for a in the_catalogue().authorities.values()]


def region_choices() -> Choices:
    return [(region, region) for region in sorted({a.region for a in the_catalogue().authorities.values() if a.region})]


def authority_kind_choices() -> Choices:
    return [(kind, kind) for kind in sorted({a.kind for a in the_catalogue().authorities.values()})]


def service_choices() -> Choices:
    return [(s.slug, s.name) for s in the_catalogue().services.values()]


def inspectorate_choices() -> Choices:
    return [(i.slug, i.short) for i in the_catalogue().inspectorates.values()]


def scale_choices() -> Choices:
    return [(s.slug, s.name) for s in the_catalogue().scales.values()]


def ordered(*orders: tuple[str, str]) -> django_filters.Filter:
    return of_choice("in_order", lambda: list(orders))


def read_query(text: str) -> Query:
    """Words that must all be there, those between quotation marks in a row; ``*`` ends the beginning of a word."""
    parts: list[tuple[str, ...]] = []
    for number, chunk in enumerate(text.translate(MARKS).split('"')):
        for piece in [chunk] if number % 2 else chunk.split():
            words = fold(piece).words
            keys = [key for key in map(plain_key, words) if key]
            if keys and piece.rstrip().endswith(PREFIX):
                keys[-1] += PREFIX
            if keys:
                parts.append(tuple(keys))
    return Query(tuple(dict.fromkeys(parts)))


class SearchField(WordsField):
    """Words to look for; nothing that is typed here is a syntax error."""

    def clean(self, value: Any) -> Query | None:
        text: str = super().clean(value)
        if not text:
            return None
        query = read_query(text)
        if not query.parts:
            raise forms.ValidationError("There is no word in this.")
        if sum(map(len, query.parts)) > MOST_WORDS:
            raise forms.ValidationError(
                f"Ask for at most {MOST_WORDS} words; a whole sentence goes into the quote check."
            )
        return query
