"""What a visitor may ask of each list. A query string is a stranger: what is not understood is refused.

Each filter names the question of ``querysets`` it asks. ``without`` asks all of them but some, which
is how the counts beside each choice are found.
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
from pyroaring import BitMap

from inspections.membership import NEWEST, Membership
from inspections.models import Authority, Inspection, Source, Statement
from inspections.querysets import PROVIDERS_ONLY
from inspections.web.fields import (
    LONGEST_WORDS,
    PageField,
    RepeatedField,
    SearchField,
    WordsField,
    YearField,
    authority_choices,
    authority_kind_choices,
    grades_like,
    inspectorate_choices,
    of_choice,
    of_field,
    one_grade,
    one_year,
    ordered,
    region_choices,
    scale_choices,
    service_choices,
)
from inspections.web.known import KINDS, PUBLISHER_KINDS, STANCES, STATEMENT_KINDS, STATUSES, kind_words, the_catalogue
from inspections.web.names import slugs_named
from inspections.web.selection import Selection, places_saying, the_membership
from inspections.web.shown import join_names

PASSING = (
    "utm_",
    "fbclid",
    "gclid",
    "msclkid",
    "mc_cid",
    "mc_eid",
)  # what others add to a shared link: no filter of ours

PROVIDERS = {"with": "councils’ own and providers’", PROVIDERS_ONLY: "schools, colleges and other providers only"}
# what is counted with all filters, without any, and of what a list leaves out unless it is asked for
TOTAL, WHOLE, OTHERS = "", "*", "+"

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
        given = {n: values for n, values in self.given().items() if n not in dropped}
        names = list(given)
        at = names.index(name) if name in given else len(names)
        before = "".join(f"{pair(n, v)}&" for n in names[:at] for v in given[n])
        after = "".join(f"&{pair(n, v)}" for n in names[at + 1 :] for v in given[n])
        return lambda value: f"?{before}{pair(name, value)}{after}"

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


class InspectionQuestion(Question):
    """The councils' own services; schools, colleges and other providers where they are asked for.

    Answered from sets of places (see ``membership``), not by queries.
    """

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data, queryset=Inspection.objects.none())
        service = the_catalogue().services.get(data.get("service", ""))
        self.asks_providers = bool(data.get("providers") or data.get("provider") or (service and service.setting))
        self._found: dict[str, BitMap] = {}  # the set of each filter as asked, found once

    q = of_field(SearchField, "")
    authority = of_choice("of", authority_choices)
    region = of_choice("in_region", region_choices)
    service = of_choice("of_service", service_choices)
    inspectorate = of_choice("by", inspectorate_choices)
    kind = of_choice("of_kind", lambda: [(kind, kind_words(kind)) for kind in KINDS])
    scale = of_choice("on", scale_choices)
    grade = of_field(RepeatedField, "judged", each=one_grade)
    year = of_field(RepeatedField, "in_years", each=one_year)
    year_from = of_field(YearField, "since")
    year_to = of_field(YearField, "until")
    providers = of_choice("whoever", lambda: list(PROVIDERS.items()))
    provider = of_field(WordsField, "of_provider")
    orders = (("newest", "newest first"), ("oldest", "oldest first"), ("title", "by title"))
    sort = ordered(*orders)

    def without(self, *names: str) -> Selection:
        """The inspections that every filter but these asks for, in the order asked."""
        return Selection(the_membership(), self._places(self._base(), names), self.value("sort") or NEWEST)

    def tally(self, asks: Iterable[Any]) -> list[tuple[str, str, str, int]]:
        """The same answer as of other lists, from the sets of the edition: no query."""
        membership, base = the_membership(), self._base()
        found = [(TOTAL, "", "", len(self._places(base))), (WHOLE, "", "", len(base))]
        if not self.asks_providers:
            found.append((OTHERS, "", "", len(self._places(membership.everything - base))))
        for facet in asks:
            for value, many in membership.count(facet.name, self._places(base, facet.aside)).items():
                first, _, second = value.partition(":")
                found.append((facet.name, first, first if facet.name == "year" else second, many))
        return found

    def _base(self) -> BitMap:
        """What the list holds without any filter."""
        membership = the_membership()
        return membership.everything if self.asks_providers else membership.own

    def _places(self, places: BitMap, aside: Iterable[str] = ()) -> BitMap:
        """Those among some that every filter but those left aside asks for."""
        for name in self.filters:
            value = self.value(name)
            if value and name not in aside and name not in ("page", "sort"):
                places = places & self._members(name, value)
        return places

    def _members(self, name: str, value: Any) -> BitMap:
        if name not in self._found:
            self._found[name] = self._find_members(the_membership(), name, value)
        return self._found[name]

    def _find_members(self, membership: Membership, name: str, value: Any) -> BitMap:
        if name == "grade":
            return membership.of_any(name, (f"{scale}:{grade}" for scale, grade in value))
        if name == "year":
            return membership.of_any(name, map(str, value))
        if name == "year_from":
            return membership.since(value)
        if name == "year_to":
            return membership.until(value)
        if name == "providers":
            return membership.everything - membership.own if value == PROVIDERS_ONLY else membership.everything
        if name == "q":
            return places_saying(value) | membership.of_any("authority", slugs_named(self.given()["q"][0]))
        if name == "provider":
            return BitMap(self.ask(Inspection.objects.all(), name, value).places())
        return membership.of(name, value)

    def errors_together(self) -> tuple[FieldError, ...]:
        """Years in order, and grades of one scale: grades of two are never set side by side."""
        found = []
        since, until = self.value("year_from"), self.value("year_to")
        if since and until and since > until:
            found.append(FieldError("year_from", str(since), f"The first year, {since}, is after the last, {until}."))
        grades = self.value("grade") or []
        scales = {scale for scale, _ in grades} | {self.value("scale")} - {"", None}
        if grades and len(scales) > 1:
            named = ", ".join(f"{scale}:{grade}" for scale, grade in grades)
            names = join_names(sorted(the_catalogue().scales[scale].name for scale in scales))
            said = f"Ask for one scale at a time: {names} are not the same scale, and their grades cannot be compared."
            found.append(FieldError("grade", named, said))
        return tuple(found)

    class Meta:
        model = Inspection
        fields: list[str] = []


class StatementQuestion(Question):
    q = of_field(WordsField, "saying")
    kind = of_choice("of_kind", lambda: list(STATEMENT_KINDS.items()))
    stance = of_choice("with_stance", lambda: list(STANCES.items()))
    organisation = of_field(WordsField, "by_organisation")
    speaker = of_field(WordsField, "by_speaker")
    status = of_choice("with_status", lambda: list(STATUSES.items()))
    authority = of_choice("about_authority", authority_choices)
    year = of_field(RepeatedField, "said_in", each=one_year)
    orders = (("newest", "newest first"), ("oldest", "oldest first"))
    sort = ordered(*orders)

    class Meta:
        model = Statement
        fields: list[str] = []


class AuthorityQuestion(Question):
    q = of_field(WordsField, "named")
    region = of_choice("in_region", region_choices)
    kind = of_choice("of_kind", authority_kind_choices)
    service = of_choice("with_service", service_choices)
    orders = (("inspections", "most inspections first"), ("name", "by name"))
    sort = ordered(*orders)

    def rows(self) -> Rows:
        """In no order: one of them needs a count that only the list itself makes."""
        return self.without("page", "sort")

    class Meta:
        model = Authority
        fields: list[str] = []


class SourceQuestion(Question):
    q = of_field(WordsField, "saying")
    publisher = of_field(WordsField, "by_publisher")
    publisher_kind = of_choice("by_publisher_kind", lambda: list(PUBLISHER_KINDS.items()))
    kind = of_field(WordsField, "of_kind")
    year = of_field(RepeatedField, "published_in", each=one_year)
    orders = (("newest", "newest first"), ("oldest", "oldest first"), ("title", "by title"))
    sort = ordered(*orders)

    class Meta:
        model = Source
        fields: list[str] = []
