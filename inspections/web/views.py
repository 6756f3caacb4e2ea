"""One function for each page of the record: look up, ask a named question, show.

Every list and detail takes ``form``: "html", "json" or (lists) "csv". Pages about the record itself
are in ``reference``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponsePermanentRedirect

from inspections.models import Authority, Source, Statement
from inspections.querysets import TABLE_TYPES
from inspections.web import exports, facets, linked_data
from inspections.web.answers import (
    PER_PAGE,
    ListPage,
    beyond_the_end,
    cut_page,
    edition_of,
    formats_of,
    page_through,
    refuse_object,
    send_list,
    send_object,
    show,
)
from inspections.web.asked import authority_known_as, inspection_known_as
from inspections.web.assembly import list_rows, listed_statements, whole_inspections, whole_statements
from inspections.web.authorities import AuthorityList, authority_rows, whole_authority
from inspections.web.brief import group_findings, group_proofs, group_statement_proofs
from inspections.web.chain import describe_chain
from inspections.web.citing import cite_inspection, cite_statement
from inspections.web.corrections import corrections_of
from inspections.web.coverage import describe_coverage
from inspections.web.downloads import prepared_lines
from inspections.web.filters import AuthorityQuestion, InspectionQuestion, SourceQuestion, StatementQuestion
from inspections.web.histories import authority_timeline, newest_statements, said_about, service_timeline
from inspections.web.known import is_setting, service_name
from inspections.web.metadata import Metadata, describe_inspection, describe_statement, with_more
from inspections.web.objects import authority_object, inspection_object, statement_object
from inspections.web.question import Question
from inspections.web.retired import retired
from inspections.web.selection import select, select_service
from inspections.web.silence import describe_silence
from inspections.web.sources import asked_place, source_objects, source_page, source_rows
from inspections.web.table_pages import asked_row, table_page
from inspections.web.tidy_lines import write_lines
from inspections.web.withdrawals import withdrawal_of

CHUNK = 2000  # rows read at a time for a download
LINES = 1000  # inspections whose lines are written at a time
HISTORY = 200  # rows of an authority's table; a longer history goes on in the list after its first page

Cells = Callable[[Sequence[Any]], Iterator[Any]]


def inspections(request: HttpRequest, form: str = "html") -> HttpResponseBase:
    question = InspectionQuestion(request.GET)
    errors = question.errors_found()
    if errors:
        return _refuse(request, "inspections", "inspection", question, errors, form)
    if form == "csv":
        return _download_inspections(request, question)
    if form == "json":
        rows = question.rows().with_neighbours()
        found = rows[cut_page(question)]
        results = [inspection_object(i) for i in whole_inspections(found)]
        return send_list(request, question, found, results, rows.count())
    metadata = Metadata(
        "Inspections",
        "Every inspection in the record: by authority, service, grade on its scale, and year.",
        "/inspections/",
    )
    return _list(
        request, "inspections", "inspection", question, facets.INSPECTIONS, list_rows, question.rows(), metadata
    )


def inspection(request: HttpRequest, ref: str, slug: str = "", form: str = "html") -> HttpResponseBase:
    row = next(iter(inspection_known_as(ref)), None)
    if row is None:
        return retired(request, "inspection", ref, form)
    if form == "html" and slug != row.slug:
        return HttpResponsePermanentRedirect(f"/inspections/{row.ref}/{row.slug}/")
    whole = whole_inspections([row])[0]
    if form == "json":
        return send_object(request, inspection_object(whole))
    described = describe_inspection(whole)
    described = with_more(described, linked=tuple(linked_data.inspection(whole, described.description)))
    return show(
        request,
        "pages/inspection.html",
        described,
        inspection=whole,
        proven=group_proofs(whole),
        findings=group_findings(whole),
        chain=describe_chain(row, whole.is_linked),
        silence=describe_silence(whole),
        card=cite_inspection(request, whole),
        corrections=corrections_of("inspection", ref),
    )


def statements(request: HttpRequest, form: str = "html") -> HttpResponseBase:
    question = StatementQuestion(request.GET, Statement.objects.in_order("newest"))
    errors = question.errors_found()
    if errors:
        return _refuse(request, "statements", "statement", question, errors, form)
    if form == "csv":
        return _download(
            request,
            "statements",
            question,
            question.rows(),
            exports.STATEMENT_COLUMNS,
            whole_statements,
            exports.statement_cells,
        )
    if form == "json":
        found = list(question.rows().with_total()[cut_page(question)])
        return send_list(request, question, found, [statement_object(s) for s in whole_statements(found)])
    metadata = Metadata("Statements", "Who said what about which inspection, in exact words.", "/statements/")
    return _list(
        request, "statements", "statement", question, facets.STATEMENTS, listed_statements, question.rows(), metadata
    )


def statement(request: HttpRequest, ref: str, form: str = "html") -> HttpResponseBase:
    row = Statement.objects.known_as(ref)
    if row is None:
        return retired(request, "statement", ref, form)
    shown = whole_statements([row])[0]
    if form == "json":
        return send_object(request, statement_object(shown))
    return show(
        request,
        "pages/statement.html",
        with_more(describe_statement(shown), linked=tuple(linked_data.statement(shown))),
        statement=shown,
        proven=group_statement_proofs(shown),
        withdrawal=withdrawal_of(row, shown),
        card=cite_statement(request, shown),
        corrections=corrections_of("statement", ref),
    )


def authorities(request: HttpRequest, form: str = "html") -> HttpResponseBase:
    question = AuthorityQuestion(request.GET, Authority.objects.in_order("name"))
    errors = question.errors_found()
    if errors:
        return _refuse(request, "authorities", "authority", question, errors, form)
    rows = AuthorityList(question)
    if form == "csv":
        return _download(
            request, "authorities", question, rows, exports.AUTHORITY_COLUMNS, authority_rows, exports.authority_cells
        )
    if form == "json":
        found = list(rows[cut_page(question)])
        return send_list(request, question, found, [authority_object(a) for a in authority_rows(found)])
    metadata = Metadata(
        "Authorities",
        "Every upper-tier authority of England since 2009, and what this record holds about it.",
        "/authorities/",
    )
    return _list(request, "authorities", "authority", question, facets.AUTHORITIES, authority_rows, rows, metadata)


def authority(request: HttpRequest, slug: str, form: str = "html") -> HttpResponseBase:
    row = next(iter(authority_known_as(slug)), None)
    if row is None:
        raise Http404(f"No authority has the name {slug}.")
    own = select(own=True, authority=slug)
    if form == "json":
        told = whole_inspections(own.with_neighbours()[:HISTORY])
        whole = whole_authority(row)
        links = {"predecessors": [a.ref for a in whole.predecessors], "successors": [a.ref for a in whole.successors]}
        return send_object(request, authority_object(whole) | links | {"history": [inspection_object(i) for i in told]})
    history = list_rows(own[: HISTORY if own.count() <= HISTORY else PER_PAGE])
    whole = whole_authority(row, history)
    described = f"Inspections of {whole.official_name} held here, across services, each with the words that prove it."
    said = said_about(slug)
    return show(
        request,
        "pages/authority.html",
        Metadata(
            whole.name,
            described,
            whole.url,
            linked=tuple(linked_data.authority(whole)),
            feed=f"/authorities/{slug}.atom",
        ),
        authority=whole,
        statements=newest_statements(said),
        timeline=authority_timeline(slug, whole.name, history, said, own),
    )


def authority_service(request: HttpRequest, slug: str, kind: str, form: str = "html") -> HttpResponseBase:
    row = next(iter(authority_known_as(slug)), None)
    if row is None:
        raise Http404(f"No authority has the name {slug}.")
    found = select_service(slug, kind)
    if is_setting(kind) and form == "html":
        return _providers(request, row, kind, found)
    history = whole_inspections(found.with_neighbours()[:HISTORY])
    if not history:
        raise Http404(f"This record holds no inspection of {service_name(kind)} at {row.name}.")
    whole = whole_authority(row)
    if form == "json":
        return send_object(
            request, authority_object(whole) | {"service": kind, "history": [inspection_object(i) for i in history]}
        )
    name = service_name(kind)
    metadata = Metadata(
        f"{name} in {whole.name}", f"Inspections of {name} at {whole.official_name} held here.", f"{whole.url}{kind}/"
    )
    return show(
        request,
        "pages/service.html",
        metadata,
        authority=whole,
        service=name,
        kind=kind,
        history=history,
        timeline=service_timeline(slug, whole.name, history, found),
    )


def _providers(request: HttpRequest, row: Authority, kind: str, found: Any) -> HttpResponse:
    """Schools, colleges and other providers of one kind in an area: the newest, and the way to all."""
    newest = list_rows(found[:PER_PAGE])
    if not newest:
        raise Http404(f"This record holds no inspection of {service_name(kind)} at {row.name}.")
    whole, name = whole_authority(row), service_name(kind)
    described = f"Inspections of {name} in the area of {whole.official_name} held here."
    metadata = Metadata(f"{name} in {whole.name}", described, f"{whole.url}{kind}/")
    held = next(each.inspections for each in whole.provided if each.slug == kind)
    return show(
        request, "pages/providers.html", metadata, authority=whole, service=name, kind=kind, rows=newest, held=held
    )


def sources(request: HttpRequest, form: str = "html") -> HttpResponseBase:
    question = SourceQuestion(request.GET, Source.objects.in_order("newest"))
    errors = question.errors_found()
    if errors:
        return _refuse(request, "sources", "source", question, errors, form)
    rows = question.rows().without_texts()
    if form == "csv":
        return _download(request, "sources", question, rows, exports.SOURCE_COLUMNS, source_rows, exports.source_cells)
    if form == "json":
        found = list(question.rows().with_texts().with_total()[cut_page(question)])
        return send_list(request, question, found, source_objects(found))
    metadata = Metadata("Sources", "Every text this record is made from, exactly as received.", "/sources/")
    return _list(request, "sources", "source", question, facets.SOURCES, source_rows, rows, metadata)


def source(request: HttpRequest, ref: str, slug: str = "", form: str = "html") -> HttpResponseBase:
    row = Source.objects.shown_as(ref)
    if row is None:
        return retired(request, "source", ref, form)
    if form == "json":
        return send_object(request, source_objects([row])[0])
    if slug != row.slug:
        asked = f"?{request.META['QUERY_STRING']}" if request.META.get("QUERY_STRING") else ""
        return HttpResponsePermanentRedirect(f"/sources/{row.ref}/{row.slug}/{asked}")
    if row.media_type in TABLE_TYPES:
        return _table(request, row)
    page = source_page(row, asked_place(request, len(row.text)))
    by = f" by {page.row.publisher}" if page.row.publisher else ""
    metadata = Metadata(
        page.row.title, f"The held text of a {page.row.kind}{by}, with every passage that proves a fact.", page.row.url
    )
    return show(request, "pages/source.html", metadata, source=page, corrections=corrections_of("source", ref))


def _table(request: HttpRequest, row: Any) -> HttpResponse:
    """Some rows of a held table, those that prove facts."""
    sheet, number = asked_row(request)
    page = table_page(row, sheet, number, source_rows([row])[0].inspections)
    metadata = Metadata(page.row.title, f"Rows of a {page.row.kind} that prove facts.", page.row.url)
    return show(request, "pages/table.html", metadata, source=page, corrections=corrections_of("source", row.ref))


def _list(
    request: HttpRequest,
    what: str,
    one: str,
    question: Question,
    asks: Sequence[facets.Asks],
    assemble: Callable[[Any], Sequence[Any]],
    rows: Any,
    metadata: Metadata,
) -> HttpResponse:
    """A page of a list: counts first, then its rows; what the record covers when there are none."""
    counted = facets.count_choices(question, asks)
    errors = beyond_the_end(question, counted.total)
    if errors:
        return _refuse(request, what, one, question, errors, "html")
    shown = assemble(rows[cut_page(question)]) if counted.total else ()
    page = ListPage(
        what,
        one,
        question,
        page_through(question, counted.total),
        counted.facets,
        facets.name_filters(question),
        formats_of(what, question),
        counted.whole,
        counted.others,
        counted.drawn,
    )
    coverage = None if shown else describe_coverage()
    metadata = with_more(metadata, feed=f"/{what}.atom{question.url().rstrip('?')}")
    return show(request, f"pages/{what}.html", metadata, rows=shown, list=page, coverage=coverage)


def _refuse(request: HttpRequest, what: str, one: str, question: Question, errors: Any, form: str) -> HttpResponse:
    """What was not understood, beside its field, and no rows."""
    if form != "html":
        return refuse_object(request, errors)
    metadata = Metadata("The question was not understood", "Nothing is listed until every filter is understood.")
    return show(
        request,
        "pages/refused.html",
        metadata,
        status=400,
        errors=errors,
        what=what,
        one=one,
        asked=question.given(),
        wrong={e.field for e in errors},
        known=set(question.filters),
    )


def _download_inspections(request: HttpRequest, question: InspectionQuestion) -> HttpResponseBase:
    """Every inspection of the question (or of the page asked for), a line for each judgement."""
    edition, rows = edition_of(request), question.rows()
    if question.value("page"):
        if errors := beyond_the_end(question, rows.count()):
            return refuse_object(request, errors)
        part = cut_page(question)
        places = iter([rows.places_from(part.start, part.stop)])
    else:
        places = rows.cut(LINES)
    number = edition.number if edition else None
    name = exports.file_name("inspections", edition.published.date() if edition else None, question.given())
    lines = prepared_lines(request)
    pieces = (lines.cut(rows.membership.numbers_at(some)) if lines else write_lines(some, number) for some in places)
    return exports.csv_download(name, exports.INSPECTION_COLUMNS, pieces)


def _download(
    request: HttpRequest,
    what: str,
    question: Question,
    rows: Any,
    columns: Sequence[exports.Column],
    assemble: Callable[[Sequence[Any]], Sequence[Any]],
    write: Callable[[Sequence[Any], int | None], Iterator[Any]],
) -> HttpResponseBase:
    """Every row of the question (or the page asked for) as CSV."""
    edition = edition_of(request)
    if question.value("page"):
        page = list(rows[cut_page(question)])
        errors = beyond_the_end(question, rows.count())
        if errors:
            return refuse_object(request, errors)
        found = iter(page)
    else:
        found = rows.iterator(chunk_size=CHUNK)

    def cells() -> Iterator[Any]:
        while chunk := list(islice(found, CHUNK)):
            yield from write(assemble(chunk), edition.number if edition else None)

    name = exports.file_name(what, edition.published.date() if edition else None, question.given())
    return exports.csv_response(name, columns, cells())
