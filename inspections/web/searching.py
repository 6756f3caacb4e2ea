"""The page of search, and the same as JSON."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse

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
from inspections.web.asked import entries_with
from inspections.web.coverage import describe_coverage
from inspections.web.edition import held_by_edition
from inspections.web.found import MOST_KEPT, MOST_RANKED, Latest, as_latest, found_saying, found_with
from inspections.web.metadata import Metadata
from inspections.web.names import name_authorities
from inspections.web.question import FieldError, Question
from inspections.web.search import ASKS, Hit, SearchQuestion, show_hits

MOST_COUNTED = 100_000  # things to be found, of which all that filters leave are counted without words

METADATA = Metadata("Search", "Every passage, statement, inspection and authority of the record.", "/search/")


def search(request: HttpRequest, form: str = "html") -> HttpResponse:
    """Nothing asked: the form. Else what was found, best first, what was withdrawn last; of very many, the latest."""
    question = SearchQuestion(request.GET, Entry.objects.order_by("pk"))
    errors = question.errors_found()
    if errors:
        return _refuse(request, question, errors, form)
    if not question.given():
        return _send_nothing(request) if form == "json" else show(request, "pages/search.html", METADATA)
    answered = _answer(question)
    many, counted = answered.many, answered.counted
    errors = beyond_the_end(question, counted.total)
    if errors:
        return _refuse(request, question, errors, form)
    hits = _show(question, answered)
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
    named = facets.name_filters(question)
    page = ListPage("search", "hit", question, pages, counted.facets, named, formats, drawn=counted.drawn)
    coverage = None if hits else describe_coverage()
    return show(
        request, "pages/search.html", METADATA, list=page, many=many, hits=hits, best=best, coverage=coverage,
        words=request.GET.get("q", ""),
    )  # fmt: skip


class Answered(NamedTuple):
    """What a question finds on all of its pages."""

    counted: facets.Counted
    keys: tuple[int, ...] | None  # in the order of the list; None: without words, and so without end
    many: bool  # there are more, of which these were recorded last


@held_by_edition
def _kept() -> dict[Any, Answered]:
    return {}


def _answer(question: SearchQuestion) -> Answered:
    """Counts and order, kept for the next page of the same question."""
    kept, key = _kept(), (MOST_RANKED, *((name, tuple(values)) for name, values in question.given().items()))
    if key not in kept:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[key] = _find(question)
    return kept[key]


@held_by_edition
def _is_large() -> bool:
    """Are there too many to count all that a filter finds?"""
    return bool(Entry.objects.count() > MOST_COUNTED)


def _find(question: SearchQuestion) -> Answered:
    query = question.value("q")
    if query:
        found = found_saying(query, MOST_RANKED)
        if not isinstance(found, Latest):
            question.found = found
            return Answered(facets.count_choices(question, ASKS), tuple(each.key for each in question.chosen()), False)
        if set(question.given()) == {"q"}:
            return Answered(_count_latest(question, found), found.keys, True)
    elif not _is_large():
        return Answered(facets.count_choices(question, ASKS), None, False)
    asked = question.without("q", "page")
    rows = asked.latest(query, MOST_RANKED + 1)
    if len(rows) > MOST_RANKED:
        found = as_latest(rows[:MOST_RANKED])
        return Answered(_count_latest(question, found), found.keys, True)
    if _is_large():  # what the filters leave is little: it is counted as it is, without asking for the words again
        question.found, question.is_part = found_with(query, [key for key, _ in rows]), True
        return Answered(facets.count_choices(question, ASKS), tuple(each.key for each in question.found), False)
    best = asked.best_first(query).found() if rows else ()
    return Answered(facets.count_choices(question, ASKS), tuple(row[0] for row in best), False)


def _count_latest(question: Question, latest: Latest) -> facets.Counted:
    """As many as are listed, and their kinds: to count or to rank every hit of a common word takes too long."""
    among, address = latest.kinds, question.urls("kind")
    choices = tuple(
        facets.Choice(kind, among[kind], address(kind)) for kind in sorted(among, key=lambda kind: (-among[kind], kind))
    )
    note = f"Among the {MOST_RANKED:,} listed."
    kinds = facets.Facet("kind", "Kind", (facets.Group("", "", choices),), (), note)
    return facets.Counted(MOST_RANKED, MOST_RANKED, (kinds,))


def _show(question: SearchQuestion, answered: Answered) -> tuple[Hit, ...]:
    """The hits of a page, in their order."""
    query, part = question.value("q"), cut_page(question)
    if answered.keys is not None:
        keys = answered.keys[part]
    else:  # first which they are: the words of all that are sorted would be cut out of their texts
        keys = tuple(question.without("page").in_record_order(part)) if answered.counted.total else ()
    entries = {entry.pk: entry for entry in entries_with(keys)}
    return show_hits([entries[key] for key in keys], query)


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
