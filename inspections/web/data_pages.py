"""What stands under /data/: downloads, the dictionary of every column, licences and coverage."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse

from inspections.models import Source
from inspections.web import linked_data
from inspections.web.answers import edition_of, refuse_parameters, show, site_of
from inspections.web.coverage import describe_coverage
from inspections.web.datapackage import TABLES, describe_field, describe_package
from inspections.web.downloads import prepared_downloads
from inspections.web.metadata import Metadata
from inspections.web.objects import edition_object
from inspections.web.originals import web_address
from inspections.web.style import style_sheet


def data(request: HttpRequest) -> HttpResponse:
    if refused := refuse_parameters(request, "data"):
        return refused
    files = prepared_downloads(request)
    described = "The whole record as CSV, JSON lines, SQLite and Parquet, with a dictionary of every column."
    linked = tuple(linked_data.dataset(described, [name for name, _, _ in TABLES]))
    tables = [
        (name, about, [describe_field(name, column) for column in columns], [f for f in files if f.table == name])
        for name, about, columns in TABLES
    ]
    licences = [(name, web_address(url), many) for name, url, many in Source.objects.licences()]
    page = show(
        request, "pages/data.html", Metadata("Data", described, "/data/", linked=linked), tables=tables,
        whole=[file for file in files if file.ending == "sqlite3"], licences=licences,
        coverage=describe_coverage(), style=style_sheet("national"),
    )  # fmt: skip
    return page if files else _not_kept(page)


def datapackage(request: HttpRequest) -> HttpResponse:
    """The dictionary for programs: a Frictionless data package."""
    if refused := refuse_parameters(request, "data", "json"):
        return refused
    edition = edition_of(request)
    assert edition is not None  # without one no view is asked
    licences = [(name, web_address(url)) for name, url, _ in Source.objects.licences() if web_address(url)]
    package: dict[str, Any] = describe_package(
        site_of(request), edition.number, edition.digest, edition.published.isoformat(), prepared_downloads(request),
        licences,
    )  # fmt: skip
    package = {"edition": edition_object(edition), **package}
    answer = JsonResponse(package, json_dumps_params={"ensure_ascii": False, "indent": 1})
    return answer if prepared_downloads(request) else _not_kept(answer)


def _not_kept(answer: HttpResponse) -> HttpResponse:
    """Files may be prepared at any moment, within the same edition."""
    answer.headers["Cache-Control"] = "no-store"
    return answer
