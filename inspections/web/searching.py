"""The page of search, and the same as JSON."""

from __future__ import annotations

from collections import Counter
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
from inspections.web.asked import entries_with, kinds_of_entries
from inspections.web.coverage import describe_coverage
from inspections.web.filters import FieldError, Question
from inspections.web.metadata import Metadata
from inspections.web.names import name_authorities
from inspections.web.search import ASKS, Hit, SearchQuestion, show_hits

MOST_RANKED = 1000  # hits that are counted and ranked; of more, the last recorded are listed
METADATA = Metadata("Search", "Every passage, statement, inspection and authority of the record.", "/search/")


def search(request: HttpRequest, form: str = "html") -> HttpResponse:
    """Nothing asked: the form. Else what was found, best first, what was withdrawn last; of very many, the latest."""
    question = SearchQuestion(request.GET, Entry.objects.order_by("pk"))
    errors = question.errors_found()
    if errors:
        return _refuse(request, question, errors, form)
    if not question.given():
        return _send_nothing(request) if form == "json" else show(request, "pages/search.html", METADATA)
    query = question.value("q")
    latest = question.without("q", "page").latest(query, MOST_RANKED + 1) if query else []
    many = len(latest) > MOST_RANKED
    counted = _count_latest(question, latest) if many else facets.count_choices(question, ASKS)
    errors = beyond_the_end(question, counted.total)
    if errors:
        return _refuse(request, question, errors, form)
    hits = _show_latest(question, latest) if many else _find(question) if counted.total else ()
    best = name_authorities(request.GET.get("q", "")) if question.page_number() == 1 else ()
    pages = page_through(question, counted.total)
    if form == "json":
        here = f"{site_of(request)}{request.path}"
        return send_object(
            request,
            {
                "count": counted.total,
                "count_is": "at least" if many else "exact",
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
        request, "pages/search.html", METADATA, list=page, many=many, hits=hits, best=best, coverage=coverage,
        words=request.GET.get("q", ""),
    )  # fmt: skip


def _count_latest(question: Question, latest: list[int]) -> facets.Counted:
    """As many as are listed, and their kinds: to count or to rank every hit of a common word takes too long."""
    among = Counter(kinds_of_entries(latest[:MOST_RANKED]))
    address = question.urls("kind")
    choices = tuple(
        facets.Choice(kind, among[kind], address(kind)) for kind in sorted(among, key=lambda kind: (-among[kind], kind))
    )
    note = f"Among the {MOST_RANKED:,} listed."
    kinds = facets.Facet("kind", "Kind", (facets.Group("", "", choices),), (), note)
    return facets.Counted(MOST_RANKED, MOST_RANKED, (kinds,))


def _show_latest(question: Question, latest: list[int]) -> tuple[Hit, ...]:
    keys = latest[:MOST_RANKED][cut_page(question)]
    return show_hits(entries_with(keys), question.value("q"))


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
