"""How a question becomes an answer: a page, JSON or CSV, or a refusal that says what was not understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.safestring import SafeString

from inspections.models import Edition
from inspections.web.closing import render_closed
from inspections.web.facets import Choice, Facet
from inspections.web.metadata import Metadata
from inspections.web.objects import edition_object
from inspections.web.question import FieldError, Question, unknown_parameters
from inspections.web.style import style_sheet

PER_PAGE = 50
PROBLEM = "application/problem+json"


@dataclass(frozen=True)
class Pages:
    """Which part of a list is shown: rows ``first`` to ``last`` of ``count``."""

    number: int
    count: int
    previous: str | None
    next: str | None
    size: int = PER_PAGE

    @property
    def first(self) -> int:
        return (self.number - 1) * self.size + 1 if self.count else 0

    @property
    def last(self) -> int:
        return min(self.number * self.size, self.count)

    @property
    def last_number(self) -> int:
        return max(1, -(-self.count // self.size))


def edition_of(request: HttpRequest) -> Edition | None:
    """The edition every part of this answer belongs to."""
    edition: Edition | None = request.edition if hasattr(request, "edition") else Edition.objects.first()
    return edition


def site_of(request: HttpRequest) -> str:
    """The public address, without a slash at its end."""
    return settings.SITE_URL or f"{request.scheme}://{request.get_host()}"


def show(request: HttpRequest, template: str, metadata: Metadata, status: int = 200, **context: Any) -> HttpResponse:
    """A page with what every page needs: its edition, its title and its permanent address."""
    edition = edition_of(request)
    day = edition.published.astimezone(ZoneInfo(settings.TIME_ZONE)).date() if edition else None
    common = {"edition": edition, "edition_day": day, "metadata": metadata, "site": site_of(request)}
    common["style"] = style_sheet()
    return render_closed(request, template, common | context, status)


def send_object(request: HttpRequest, content: Mapping[str, Any], status: int = 200) -> JsonResponse:
    """A JSON object with its edition at the top level."""
    body = {"edition": edition_object(edition_of(request)), **content}
    return JsonResponse(body, status=status, json_dumps_params={"ensure_ascii": False})


def cut_page(question: Question) -> slice:
    start = (question.page_number() - 1) * PER_PAGE
    return slice(start, start + PER_PAGE)


def page_through(question: Question, count: int) -> Pages:
    number = question.page_number()
    before = question.url(page=str(number - 1)) if number > 2 else question.url() if number == 2 else None
    after = question.url(page=str(number + 1)) if number * PER_PAGE < count else None
    return Pages(number, count, before, after)


def refuse_parameters(request: HttpRequest, what: str, form: str = "html") -> HttpResponse | None:
    """A page without filters that was asked something all the same; None when it was not."""
    errors = unknown_parameters(request.GET)
    return refuse(request, errors, what, form) if errors else None


def refuse(request: HttpRequest, errors: tuple[FieldError, ...], what: str, form: str = "html") -> HttpResponse:
    """What was not understood of a page without filters, named in the form that was asked for."""
    if form != "html":
        return refuse_object(request, errors)
    metadata = Metadata("The question was not understood", "Nothing is shown until every parameter is understood.")
    context = {"errors": errors, "what": what, "asked": {}, "wrong": {error.field for error in errors}, "known": ()}
    return show(request, "pages/refused.html", metadata, status=400, **context)


def beyond_the_end(question: Question, count: int) -> tuple[FieldError, ...]:
    """A page after the last is a mistake, not an empty list."""
    last = max(1, -(-count // PER_PAGE))
    if question.page_number() <= last:
        return ()
    return (
        FieldError(
            "page", str(question.page_number()), f"There is no page {question.page_number()}: the last is page {last}."
        ),
    )


def send_list(
    request: HttpRequest, question: Question, rows: list[Any], results: list[Any], count: int | None = None
) -> HttpResponse:
    """One page of a list as JSON; ``rows`` know the total where no ``count`` says it."""
    if count is None:
        count = rows[0].total if rows else 0 if question.page_number() == 1 else question.rows().count()
    errors = beyond_the_end(question, count)
    if errors:
        return refuse_object(request, errors)
    pages = page_through(question, count)
    here = f"{site_of(request)}{request.path}"
    return send_object(
        request,
        {
            "count": count,
            "filters": question.given(),
            "next": here + pages.next if pages.next else None,
            "previous": here + pages.previous.rstrip("?") if pages.previous else None,
            "results": results,
        },
    )


def refuse_object(request: HttpRequest, errors: tuple[FieldError, ...], status: int = 400) -> JsonResponse:
    """What was not understood, field by field, for programs."""
    response = send_object(
        request,
        {
            "type": "about:blank",
            "title": "The question was not understood",
            "status": status,
            "detail": " ".join(error.message for error in errors),
            "errors": [
                {
                    "field": error.field,
                    "value": error.value,
                    "message": error.message,
                    "offers": [{"text": offer.text, "query": offer.url} for offer in error.offers],
                }
                for error in errors
            ],
        },
        status=status,
    )
    response["Content-Type"] = PROBLEM
    return response


def absent_object(request: HttpRequest, status: int, title: str, detail: str) -> JsonResponse:
    """Nothing here, for programs."""
    response = send_object(
        request, {"type": "about:blank", "title": title, "status": status, "detail": detail}, status=status
    )
    response["Content-Type"] = PROBLEM
    return response


@dataclass(frozen=True)
class ListPage:
    """What a list's template needs besides its rows."""

    what: str  # "inspections"
    one: str
    question: Question
    pages: Pages
    facets: tuple[Facet, ...]
    named: tuple[Choice, ...]
    formats: tuple[tuple[str, str], ...]
    whole: int = 0  # how many the list has without its filters
    others: int = 0  # found among schools, colleges and other providers, which the list leaves out
    drawn: dict[Any, SafeString] = field(default_factory=dict)  # its filters as HTML, where they were drawn before

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """Filters the form of words and years carries along."""
        shown = ("q", "year_from", "year_to", "sort")
        return [
            (name, value) for name, values in self.question.given().items() if name not in shown for value in values
        ]

    @property
    def others_url(self) -> str:
        return self.question.url(providers="only")

    @property
    def orders(self) -> list[Choice]:
        asked = self.question.value("sort") or self.question.orders[0][0]
        first = self.question.orders[0][0]
        return [
            Choice(label, 0, self.question.url(sort=None if slug == first else slug), slug == asked)
            for slug, label in self.question.orders
        ]


def formats_of(what: str, question: Question) -> tuple[tuple[str, str], ...]:
    query = question.url()
    return (
        ("CSV", f"/{what}.csv{query if query != '?' else ''}"),
        ("JSON", f"/{what}.json{query if query != '?' else ''}"),
    )
