"""THE SITE MAP. Lists and details answer as page and JSON, lists as CSV and Atom too: the ending says which.

Ids stand before a readable slug that is redirected when it is another. Only GET and HEAD are answered.
"""

from __future__ import annotations

from django.urls import URLPattern, path, register_converter
from django.urls.converters import IntConverter

from inspections.web import (
    checking,
    data_pages,
    downloads,
    editions,
    feeds,
    limits,
    national_pages,
    openapi,
    reference,
    searching,
    sharing,
    sitemap,
    views,
)
from inspections.web.citations import FORMS


class Counted(IntConverter):
    """A number that a table can hold."""

    regex = "[0-9]{1,9}"


register_converter(Counted, "counted")


def formats(address: str, view: object, *endings: str) -> list[URLPattern]:
    """One list or detail without its page: the same question as JSON or CSV."""
    return [path(f"{address}.{ending}", view, {"form": ending}) for ending in endings]  # type: ignore[call-overload, unused-ignore]


urlpatterns = [
    path("", reference.home),
    path("authorities/", views.authorities),
    *formats("authorities", views.authorities, "json", "csv"),
    path("authorities/<slug:slug>/", views.authority),
    *formats("authorities/<slug:slug>", views.authority, "json"),
    path("authorities/<slug:slug>/<slug:kind>/", views.authority_service),
    *formats("authorities/<slug:slug>/<slug:kind>", views.authority_service, "json"),
    path("inspections/", views.inspections),
    *formats("inspections", views.inspections, "json", "csv"),
    path("inspections/<slug:ref>/", views.inspection),
    path("inspections/<slug:ref>/<slug:slug>/", views.inspection),
    *formats("inspections/<slug:ref>", views.inspection, "json"),
    *formats("inspections/<slug:ref>", sharing.inspection_citation, *FORMS),
    path("inspections/<slug:ref>.png", sharing.inspection_image),
    path("statements/", views.statements),
    *formats("statements", views.statements, "json", "csv"),
    path("statements/<slug:ref>/", views.statement),
    *formats("statements/<slug:ref>", views.statement, "json"),
    *formats("statements/<slug:ref>", sharing.statement_citation, *FORMS),
    path("sources/", views.sources),
    *formats("sources", views.sources, "json", "csv"),
    path("sources/<slug:ref>/", views.source),
    path("sources/<slug:ref>/<slug:slug>/", views.source),
    path("sources/<slug:ref>/<slug:slug>/cite/", sharing.passage_citation),
    *formats("sources/<slug:ref>", views.source, "json"),
    path("search/", searching.search),
    *formats("search", searching.search, "json"),
    path("quote-check/", checking.quote_check),
    *formats("quote-check", checking.quote_check, "json"),
    path("scales/", reference.scales),
    *formats("scales", reference.scales, "json"),
    path("scales/<slug:slug>/", reference.scale),
    *formats("scales/<slug:slug>", reference.scale, "json"),
    path("national/", national_pages.grid),
    *formats("national", national_pages.grid, "json", "csv"),
    path("national/map/", national_pages.hexagons),
    *formats("national/map", national_pages.hexagons, "json", "csv"),
    path("national/counts/", national_pages.counts),
    *formats("national/counts", national_pages.counts, "json", "csv"),
    path("national/coverage/", national_pages.coverage),
    *formats("national/coverage", national_pages.coverage, "json", "csv"),
    path("national/waiting/", national_pages.waiting),
    *formats("national/waiting", national_pages.waiting, "json", "csv"),
    path("data/", data_pages.data),
    path("data/datapackage.json", data_pages.datapackage),
    path("data/<str:name>", downloads.download),
    path("editions/", editions.editions),
    *formats("editions", editions.editions, "json"),
    path("editions/<counted:number>/", editions.one_edition),
    *formats("editions/<counted:number>", editions.one_edition, "json"),
    path("about/", reference.about),
    path("accessibility/", reference.accessibility),
    path("healthz", reference.healthz),
    path("openapi.json", openapi.openapi),
    path("feed.atom", feeds.all_changes),
    path("authorities.atom", feeds.authorities),
    path("authorities/<slug:slug>.atom", feeds.authority_changes),
    path("inspections.atom", feeds.inspections),
    path("statements.atom", feeds.statements),
    path("sources.atom", feeds.sources),
    path("sitemap.xml", sitemap.index),
    path("sitemap-<slug:kind>-<counted:number>.xml", sitemap.one_list),
    path("robots.txt", reference.robots),
]
handler400 = limits.bad_request
handler404 = reference.not_found
handler500 = reference.failed
