"""The page of search, and the same as JSON."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from inspections import privacy
from inspections.models import Entry
from inspections.web import facets
from inspections.web.answers import (
    ListPage,
    beyond_the_end,
    cut_page,
    page_through,
    refuse_object,
    send_object,
    show,
    site_of,
)
from inspections.web.coverage import describe_coverage
from inspections.web.filters import FieldError, Question
from inspections.web.metadata import Metadata
from inspections.web.search import ASKS, Hit, SearchQuestion, name_authorities, show_hits

METADATA = Metadata("Search", "Every passage, statement, inspection and authority of the record.", "/search/")


def search(request: HttpRequest, form: str = "html") -> HttpResponse:
    """Nothing asked: the form. Else what was found, best first, what was withdrawn last."""
    question = SearchQuestion(request.GET, Entry.objects.order_by("pk"))
    errors = question.errors_found()
    if errors:
        return _refuse(request, question, errors, form)
    if not question.given():
        return _send_nothing(request) if form == "json" else show(request, "pages/search.html", METADATA)
    counted = facets.count_choices(question, ASKS)
    errors = beyond_the_end(question, counted.total)
    if errors:
        return _refuse(request, question, errors, form)
    hits = _find(question) if counted.total else ()
    best = name_authorities(request.GET.get("q", "")) if question.page_number() == 1 else ()
    pages = page_through(question, counted.total)
    if form == "json":
        here = f"{site_of(request)}{request.path}"
        return send_object(
            request,
            {
                "count": counted.total,
                "filters": question.given(),
                "next": here + pages.next if pages.next else None,
                "previous": here + pages.previous if pages.previous else None,
                "authorities": [{"name": each.name, "url": each.url} for each in best],
                "results": [hit_object(hit) for hit in hits],
            },
        )
    formats = (("JSON", f"/search.json{question.url()}"),)
    page = ListPage("search", "hit", question, pages, counted.facets, facets.name_filters(question), formats)
    coverage = None if hits else describe_coverage()
    return show(
        request, "pages/search.html", METADATA, list=page, hits=hits, best=best, coverage=coverage,
        words=request.GET.get("q", ""),
    )  # fmt: skip


def _find(question: Question) -> tuple[Hit, ...]:
    query = question.value("q")
    rows = question.without("q", "page")
    ordered = rows.best_first(query) if query else rows.order_by("withdrawn", "pk")  # type: ignore[attr-defined]
    return show_hits(list(ordered.with_things(privacy.LONGEST)[cut_page(question)]), query)


def _send_nothing(request: HttpRequest) -> HttpResponse:
    error = FieldError("q", "", "Say what to look for.")
    return refuse_object(request, (error,))


def _refuse(request: HttpRequest, question: Question, errors: tuple[FieldError, ...], form: str) -> HttpResponse:
    if form == "json":
        return refuse_object(request, errors)
    wrong = {error.field for error in errors}
    return show(
        request, "pages/refused.html", Metadata("The question was not understood", "Nothing is listed until it is."),
        status=400, errors=errors, what="search", one="hit", asked=question.given(), wrong=wrong,
        known=set(question.filters),
    )  # fmt: skip


def hit_object(hit: Hit) -> dict[str, Any]:
    """A thing found; ``text`` is what the page shows of it, ``marked`` the words in it that were looked for."""
    return {
        "kind": hit.kind,
        "id": hit.ref,
        "title": hit.title or None,
        "url": hit.url,
        "text": hit.text,
        "marked": [text for text, is_marked in hit.parts if is_marked],
        "who": hit.who or None,
        "when": hit.when or None,
        "status": "withdrawn" if hit.withdrawn else "stands",
        "start": hit.place[0] if hit.place else None,
        "end": hit.place[1] if hit.place else None,
    }
