"""The national pages, one function each: look up, ask a named question, show; JSON and CSV from the same values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict

from inspections.models import Authority, Source
from inspections.querysets import PROVIDERS_ONLY
from inspections.web import exports, national_tables
from inspections.web.answers import edition_of, refuse_object, refuse_parameters, send_object, show
from inspections.web.coverage import tables_read
from inspections.web.known import service_name, the_catalogue
from inspections.web.metadata import Metadata
from inspections.web.national import Grid, NationalQuestion, count_services, make_grid
from inspections.web.national_counts import CountsQuestion, count_coverage, count_scales
from inspections.web.national_map import MapQuestion, draw_map
from inspections.web.national_waiting import read_waiting
from inspections.web.question import FieldError, Question
from inspections.web.style import style_sheet

NOT_CHOSEN = {"providers": "councils’ own services"}  # what stands where nothing is chosen
WORDS = {
    "providers": "Whose",
    "region": "Region",
    "kind": "Kind of authority",
    "service": "Service",
    "scale": "Scale",
    "sort": "Order",
}
WHOSE = [("with", "councils’ own and providers’"), (PROVIDERS_ONLY, "providers only")]


@dataclass(frozen=True)
class Option:
    """One value of a filter."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Select:
    """One filter of a national page, as a plain field of a form."""

    name: str
    legend: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Page:
    """What every national page needs besides its numbers."""

    what: str  # "national/map"
    question: Question
    selects: tuple[Select, ...]

    @property
    def formats(self) -> tuple[tuple[str, str], ...]:
        query = self.question.url().rstrip("?")
        return ("CSV", f"/{self.what}.csv{query}"), ("JSON", f"/{self.what}.json{query}")

    @property
    def filtered(self) -> bool:
        return bool(set(self.question.given()) - {"sort"})


def grid(request: HttpRequest, form: str = "html") -> HttpResponseBase:
    question = NationalQuestion(request.GET, Authority.objects.in_order("name"))
    if errors := question.errors_found():
        return _refuse(request, "national", question, errors, form)
    shown = make_grid(question)
    if form != "html":
        return _send(request, "national", question, national_tables.OUTCOMES, national_tables.outcomes(shown), form)
    services = count_services(question)
    page = _page("national", question, service=_services(services), region=_tally(shown, "region"))
    metadata = Metadata("England at a glance", "The newest outcome of each service of every authority.", "/national/")
    return _show(request, "pages/national.html", metadata, page=page, grid=shown, many=len(the_catalogue().authorities))


def hexagons(request: HttpRequest, form: str = "html") -> HttpResponseBase:
    question = MapQuestion(request.GET, Authority.objects.in_order("name"))
    if errors := question.errors_found():
        return _refuse(request, "national/map", question, errors, form)
    services = count_services(question)
    drawn = draw_map(question, services)
    if form != "html":
        rows = national_tables.hexagons(drawn)
        return _send(request, "national/map", question, national_tables.HEXAGONS, rows, form)
    scales = [(slug, f"{name} ({many})") for slug, name, many in drawn.scales]
    page = _page("national/map", question, service=_services(services), scale=scales, chosen={"service": drawn.service,
        "scale": drawn.scale})  # fmt: skip
    described = "One hexagon for each authority: the newest outcome of one service on one scale, with its table."
    return _show(
        request, "pages/national_map.html", Metadata("Map of authorities", described, "/national/map/"),
        page=page, map=drawn,
    )  # fmt: skip


def counts(request: HttpRequest, form: str = "html") -> HttpResponseBase:
    question = CountsQuestion(request.GET)
    if errors := question.errors_found():
        return _refuse(request, "national/counts", question, errors, form)
    counted = count_scales(question)
    if form != "html":
        rows = national_tables.scale_counts(counted)
        return _send(request, "national/counts", question, national_tables.SCALE_COUNTS, rows, form)
    described = "How many inspections hold each grade, scale by scale, by region and by year."
    metadata = Metadata("Counts by scale, grade, region and year", described, "/national/counts/")
    page = _page("national/counts", question, providers=WHOSE)
    return _show(request, "pages/national_counts.html", metadata, page=page, scales=counted)


def coverage(request: HttpRequest, form: str = "html") -> HttpResponseBase:
    if refused := refuse_parameters(request, "national/coverage", form):
        return refused
    every = NationalQuestion(QueryDict(), Authority.objects.in_order("name"))
    every.errors_found()
    counted = count_coverage()
    if form != "html":
        rows = national_tables.coverage_counts(counted)
        return _send(request, "national/coverage", every, national_tables.COVERAGE, rows, form)
    described = "What this record holds by inspectorate and year, and what it does not."
    return _show(
        request, "pages/national_coverage.html", Metadata("Coverage", described, "/national/coverage/"),
        page=_page("national/coverage", every), tables=counted, grid=make_grid(every),
        gaps=the_catalogue().gaps, publishers=list(Source.objects.covered()), tables_read=tables_read(),
    )  # fmt: skip


def waiting(request: HttpRequest, form: str = "html") -> HttpResponseBase:
    question = NationalQuestion(request.GET, Authority.objects.in_order("name"))
    if errors := question.errors_found():
        return _refuse(request, "national/waiting", question, errors, form)
    services = count_services(question)
    found = read_waiting(question, services, edition_day(request))
    if form != "html":
        return _send(
            request, "national/waiting", question, national_tables.WAITING, national_tables.waiting(found), form
        )
    page = _page("national/waiting", question, service=_services(services), chosen={"service": found.service})
    described = "How long ago each service was last inspected as a whole, counted to the day of the edition."
    metadata = Metadata("Time since the last full inspection", described, "/national/waiting/")
    return _show(request, "pages/national_waiting.html", metadata, page=page, waiting=found)


def _show(request: HttpRequest, template: str, metadata: Metadata, **context: Any) -> HttpResponse:
    """A page with the style of national pages."""
    return show(request, template, metadata, style=style_sheet("national"), **context)


def edition_day(request: HttpRequest) -> date:
    """The day the edition was published: the only today these pages know."""
    edition = edition_of(request)
    assert edition is not None  # without one no view is asked
    return edition.published.astimezone(ZoneInfo(settings.TIME_ZONE)).date()


def _services(counted: Iterable[tuple[str, int]]) -> list[tuple[str, str]]:
    many = dict(counted)
    order = [*the_catalogue().services, *(kind for kind in many if kind not in the_catalogue().services)]
    return [(kind, f"{service_name(kind)} ({many[kind]})") for kind in order if kind in many]


def _tally(shown: Grid, name: str) -> list[tuple[str, str]]:
    known = the_catalogue().authorities.values()
    values = sorted({getattr(a, name) for a in known if getattr(a, name)})
    return [(value, value) for value in values]


def _page(
    what: str, question: Question, chosen: dict[str, str] | None = None, **offered: list[tuple[str, str]]
) -> Page:
    """The filters of a page as fields, each with what is chosen, or what the page chose itself."""
    selects = []
    for name in question.filters:
        choices = offered.get(name) or [(value, label) for value, label in question.form.fields[name].choices if value]
        asked = question.value(name) or (chosen or {}).get(name, "")
        if asked and asked not in dict(choices):
            choices = [*choices, (asked, dict(question.form.fields[name].choices).get(asked, asked))]
        every = [] if name == "sort" or name in (chosen or {}) else [Option("", NOT_CHOSEN.get(name, "all"), not asked)]
        options = [Option(value, label, value == asked) for value, label in choices]
        selects.append(Select(name, WORDS[name], (*every, *options)))
    return Page(what, question, tuple(selects))


def _refuse(
    request: HttpRequest, what: str, question: Question, errors: tuple[FieldError, ...], form: str
) -> HttpResponse:
    if form != "html":
        return refuse_object(request, errors)
    metadata = Metadata("The question was not understood", "Nothing is shown until every filter is understood.")
    return show(
        request, "pages/refused.html", metadata, status=400, errors=errors, what=what, one=what,
        asked=question.given(), wrong={error.field for error in errors}, known=set(question.filters),
    )  # fmt: skip


def _send(
    request: HttpRequest,
    what: str,
    question: Question,
    columns: Sequence[exports.Column],
    rows: Iterable[Sequence[exports.Cell]],
    form: str,
) -> HttpResponseBase:
    """The same rows as JSON or as CSV."""
    edition = edition_of(request)
    names = [column.name for column in columns]
    given = question.given() if question.is_valid() else {}
    if form == "json":
        results: list[dict[str, Any]] = [dict(zip(names, row, strict=True)) for row in rows]
        return send_object(request, {"count": len(results), "filters": given, "results": results})
    number = edition.number if edition else None

    def lines() -> Iterator[list[exports.Cell]]:
        for row in rows:
            yield [*row, number]

    name = exports.file_name(what.replace("/", "-"), edition.published.date() if edition else None, given)
    return exports.csv_response(name, [*columns, national_tables.EDITION], lines())
