"""What a visitor may ask of each list. A query string is a stranger: what is not understood is refused.

Each filter names the question of ``querysets`` it asks. ``without`` asks all of them but some, which
is how the counts beside each choice are found.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.http import QueryDict
from pyroaring import BitMap

from inspections.membership import COUNTED, NEWEST, Membership, Numbers
from inspections.models import Authority, Inspection, Source, Statement
from inspections.querysets import PROVIDERS_ONLY
from inspections.web.fields import (
    RepeatedField,
    SearchField,
    WordsField,
    YearField,
    authority_choices,
    authority_kind_choices,
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
from inspections.web.question import FieldError, Question, Rows
from inspections.web.selection import Selection, places_saying, sources_saying, the_membership
from inspections.web.shown import join_names

WITH = "with"
PROVIDERS = {WITH: "councils’ own and providers’", PROVIDERS_ONLY: "schools, colleges and other providers only"}


class InspectionQuestion(Question):
    """The councils' own services; schools, colleges and other providers where they are asked for.

    Answered from sets of places (see ``membership``), not by queries.
    """

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data, queryset=Inspection.objects.none())
        service = the_catalogue().services.get(data.get("service", ""))
        self.asks_providers = bool(data.get("providers") or data.get("provider") or (service and service.setting))
        self._found: dict[str, BitMap] = {}  # the set of each filter as asked, found once
        self._cut: dict[tuple[str, ...], BitMap] = {}  # what several of them have in common

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
        return Selection(the_membership(), self._places(self._beside(names)), self.value("sort") or NEWEST)

    def totals(self) -> tuple[int, int, int]:
        """How many it finds, how many the list holds without any filter, and how many it finds that the list leaves
        out: of schools, colleges and other providers."""
        membership, others = the_membership(), 0
        if not self.asks_providers and membership.own is not membership.everything:
            others = len(BitMap.intersection(membership.providers, *map(self._members, self._chosen)))
        return len(self._places(self._chosen)), len(self._base), others

    def numbers(self, name: str, aside: Iterable[str]) -> Numbers:
        """How many each value of a filter would give, some filters left aside, in the order of its sets: no query.

        Beside one value of one filter that is known already, and beside several it is no more than beside each.
        """
        membership, names = the_membership(), self._beside(aside)
        own, chosen = not self.asks_providers, ((other, self._chosen[other]) for other in names)
        beside = [membership.beside_one(other, value, own) for other, value in chosen if value]
        if len(names) == len(beside) == 1:
            return beside[0].numbers[name]
        return membership.numbers(name, self._places(names), beside)

    @cached_property
    def _base(self) -> BitMap:
        """What the list holds without any filter."""
        membership = the_membership()
        return membership.everything if self.asks_providers else membership.own

    @cached_property
    def _chosen(self) -> dict[str, str]:
        """The filters that leave anything out, each with its value where that is one of a counted filter's."""
        found = {}
        for name, value in self.form.cleaned_data.items():
            if value and name not in ("page", "sort") and (name, value) != ("providers", WITH):
                single = value[0] if isinstance(value, list) and len(value) == 1 else value
                written = ":".join(single) if isinstance(single, tuple) else str(single)
                found[name] = written if name in COUNTED and not isinstance(single, list) else ""
        return found

    def _beside(self, aside: Iterable[str]) -> tuple[str, ...]:
        """The filters that leave anything out, but those left aside."""
        return tuple(name for name in self._chosen if name not in aside)

    def _places(self, names: Iterable[str]) -> BitMap:
        """Those of the list that these filters ask for: found once for the same filters."""
        key = tuple(names)
        if key not in self._cut:
            sets = sorted(map(self._members, key), key=len)
            if not sets or self._base is not the_membership().everything:
                sets.append(self._base)
            self._cut[key] = BitMap.intersection(*sets) if len(sets) > 1 else sets[0]
        return self._cut[key]

    def _members(self, name: str) -> BitMap:
        if name not in self._found:
            self._found[name] = self._find_members(the_membership(), name, self.value(name))
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
    def ask(self, queryset: Rows, name: str, value: Any) -> Rows:
        """Texts are read through for some words once, not for each of the counts beside the filters."""
        if name == "q" and (keys := sources_saying(value)) is not None:
            return queryset.among(keys)
        return super().ask(queryset, name, value)

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
