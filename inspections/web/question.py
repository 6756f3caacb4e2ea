"""What every list can be asked: its filters, what was given of each, and the addresses of other questions.

A query string is a stranger: what is not understood is refused, with the reason beside its field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any
from urllib.parse import quote_plus, urlencode

import django_filters
from django import forms
from django.http import QueryDict

from inspections.web.fields import (
    LONGEST_WORDS,
    PageField,
    RepeatedField,
    grades_like,
    of_field,
)

PASSING = (
    "utm_",
    "fbclid",
    "gclid",
    "msclkid",
    "mc_cid",
    "mc_eid",
)  # what others add to a shared link: no filter of ours

TOTAL, WHOLE = "", "*"  # what is counted with all filters, and without any

Rows = Any  # a query set of ours, with the questions of ``querysets``


@dataclass(frozen=True)
class Offer:
    """Something to ask instead."""

    text: str
    url: str


@dataclass(frozen=True)
class FieldError:
    """What was not understood, beside its field."""

    field: str
    value: str
    message: str
    offers: tuple[Offer, ...] = ()


def unknown_parameters(asked: QueryDict) -> tuple[FieldError, ...]:
    """What a page that has no filters is asked all the same."""
    return tuple(
        FieldError(name, asked.get(name, "")[:LONGEST_WORDS], f"“{name}” is not something this page can be asked.")
        for name in asked
        if not name.startswith(PASSING)
    )


@dataclass
class Form:
    """What was given, each value by itself: understood, or what is wrong with it."""

    fields: Mapping[str, forms.Field]
    cleaned_data: dict[str, Any]
    errors: dict[str, list[str]]


class Question(django_filters.FilterSet):
    """One list as asked: valid or refused, never silently something else.

    The filters are declared as ``django_filters`` has them. Their fields are made once in each process instead of for
    each request: they keep nothing of what they are given.
    """

    page = of_field(PageField, "")
    orders: tuple[tuple[str, str], ...] = ()
    tells_whole = True  # "n of N"

    def __init__(self, data: QueryDict, queryset: Rows) -> None:
        self.asked, self.queryset = data, queryset
        self.filters = self.base_filters

    @cached_property
    def form(self) -> Form:
        fields, not_given = _fields_of(type(self))
        cleaned, errors = not_given.copy(), {}
        for name in (name for name in fields if name in self.asked):
            field = fields[name]
            try:
                cleaned[name] = field.clean(field.widget.value_from_datadict(self.asked, {}, name))
            except forms.ValidationError as error:
                del cleaned[name]
                errors[name] = error.messages
        return Form(fields, cleaned, errors)

    def is_valid(self) -> bool:
        return not self.form.errors

    def ask(self, queryset: Rows, name: str, value: Any) -> Rows:
        question = self.filters[name].asks
        return getattr(queryset, question)(value) if question else queryset

    def errors_found(self) -> tuple[FieldError, ...]:
        """Every problem of the query string at once; none when it is understood."""
        found = [
            FieldError(
                name,
                self.asked.get(name, ""),
                f"“{name}” is not something this list can be asked. It knows: {', '.join(self.filters)}.",
            )
            for name in self.asked
            if name not in self.filters and not name.startswith(PASSING)
        ]
        for name in self.filters:
            values = [value for value in self.asked.getlist(name) if value]
            if len(values) > 1 and not isinstance(self.form.fields[name], RepeatedField):
                found.append(FieldError(name, ", ".join(values[:5]), f"“{name}” can be given once only."))
            elif any("\x00" in value for value in values):
                found.append(FieldError(name, "", "A text cannot hold this character."))
        if self.is_valid() and not found:
            return self.errors_together()
        for name, messages in self.form.errors.items():
            value = ", ".join(self.asked.getlist(name)[:5])[:LONGEST_WORDS]
            found += [FieldError(name, value, message, self.offers(name)) for message in messages]
        return tuple(found)

    def errors_together(self) -> tuple[FieldError, ...]:
        """What each filter understands, and all of them together do not."""
        return ()

    def offers(self, name: str) -> tuple[Offer, ...]:
        """What to ask instead of a grade without its scale."""
        if name != "grade":
            return ()
        bare = [value for value in self.asked.getlist("grade") if ":" not in value]
        scale = self.asked.get("scale") or ""
        kept = [(n, v) for n in self.filters for v in self.asked.getlist(n) if v and n not in ("grade", "page")]
        return tuple(
            Offer(text, f"?{urlencode([*kept, ('grade', value)])}")
            for word in bare[:3]
            for value, text in grades_like(word)
            if value.startswith(f"{scale}:") or not scale
        )

    def value(self, name: str) -> Any:
        return self.form.cleaned_data.get(name)

    def without(self, *names: str) -> Rows:
        """The rows that every filter but these asks for."""
        rows = self.queryset
        for name, value in self.form.cleaned_data.items():
            if value and name not in names:
                rows = self.ask(rows, name, value)
        return rows

    def tally(self, asks: Iterable[Any]) -> list[tuple[str, str, str, int]]:
        """How many each choice would give, for every facet, and the two totals: one query."""
        questions = [(a.name, self.rows_beside(a), a.first, a.second) for a in asks]
        every = [(TOTAL, self.without("page", "sort"), "", "")]
        if self.tells_whole:
            every.append((WHOLE, self.queryset, "", ""))
        found: list[tuple[str, str, str, int]] = self.queryset.tally([*every, *questions])
        return found

    def rows_beside(self, asks: Any) -> Rows:
        """What the choices of one facet are counted among: all filters but its own."""
        rows = self.without("page", "sort", *asks.aside)
        return rows.with_possible_years() if asks.name == "year" else rows

    def rows(self) -> Rows:
        return self.without("page")

    def given(self) -> dict[str, list[str]]:
        """The filters as given, page apart, in the list's own order."""
        return self._given

    @cached_property
    def _given(self) -> dict[str, list[str]]:
        return {
            n: [v.strip() for v in self.asked.getlist(n) if v.strip()]
            for n in self.filters
            if n != "page" and n in self.asked and any(self.asked.getlist(n))
        }

    def page_number(self) -> int:
        return self.value("page") or 1

    def urls(self, name: str, *dropped: str) -> Callable[[str], str]:
        """Addresses of this question with one filter given another value, others dropped: written without asking again
        what the rest of the address is."""
        before, after = self.around(name, *dropped)
        return lambda value: f"{before}{pair(name, value)}{after}"

    def around(self, name: str, *dropped: str) -> tuple[str, str]:
        """What such an address has before its value, and after it."""
        given = {n: values for n, values in self.given().items() if n not in dropped}
        names = list(given)
        at = names.index(name) if name in given else len(names)
        before = "".join(f"{pair(n, v)}&" for n in names[:at] for v in given[n])
        return f"?{before}", "".join(f"&{pair(n, v)}" for n in names[at + 1 :] for v in given[n])

    def url(self, **changes: str | list[str] | None) -> str:
        """This question with some parameters changed, from the first page again unless a page is asked."""
        given: dict[str, str | list[str] | None] = {**self.given(), **changes}
        pairs = [
            pair(n, v)
            for n, values in given.items()
            for v in ([values] if isinstance(values, str) else values or ())
            if v
        ]
        return f"?{'&'.join(pairs)}"


@lru_cache(20_000)
def pair(name: str, value: str) -> str:
    """One parameter as an address has it."""
    return f"{quote_plus(name)}={quote_plus(value)}"


@cache
def _fields_of(question: type[Question]) -> tuple[dict[str, forms.Field], dict[str, Any]]:
    """The fields of a list's filters, and what each makes of not being given."""
    plain = django_filters.FilterSet.__new__(question)
    django_filters.FilterSet.__init__(plain, QueryDict(""), queryset=question._meta.model.objects.none())
    fields = plain.get_form_class().base_fields
    return fields, {name: field.clean(None) for name, field in fields.items()}
