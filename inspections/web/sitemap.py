"""Addresses for search engines: an index, and as many lists as the record needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from xml.sax.saxutils import escape

from django.http import Http404, HttpRequest, HttpResponse

from inspections.models import Authority, Inspection, Source, Statement
from inspections.web.answers import edition_of, site_of
from inspections.web.known import the_catalogue

CUT = 10_000  # addresses in one list; the format allows 50,000
MEDIA_TYPE = "application/xml; charset=utf-8"
FIXED = (
    "/", "/authorities/", "/inspections/", "/statements/", "/sources/", "/scales/", "/data/", "/editions/", "/about/",
    "/quote-check/", "/search/", "/accessibility/",
)  # fmt: skip
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

Addresses = Callable[[int, int], Iterable[str]]
KINDS: dict[str, tuple[Callable[[], int], Addresses]] = {
    "authorities": (
        lambda: Authority.objects.count(),
        lambda first, last: (f"/authorities/{slug}/" for (slug,) in Authority.objects.addresses("slug")[first:last]),
    ),
    "inspections": (
        lambda: Inspection.objects.count(),
        lambda first, last: (
            f"/inspections/{r}/{s}/" for r, s in Inspection.objects.addresses("ref", "slug")[first:last]
        ),
    ),
    "statements": (
        lambda: Statement.objects.count(),
        lambda first, last: (f"/statements/{ref}/" for (ref,) in Statement.objects.addresses("ref")[first:last]),
    ),
    "sources": (
        lambda: Source.objects.count(),
        lambda first, last: (f"/sources/{r}/{s}/" for r, s in Source.objects.addresses("ref", "slug")[first:last]),
    ),
}


def index(request: HttpRequest) -> HttpResponse:
    """The lists there are, each as new as the edition."""
    site, day = site_of(request), _edition_time(request)
    names = [
        "pages-1",
        *(f"{kind}-{n}" for kind, (count, _) in KINDS.items() for n in range(1, -(-count() // CUT) + 1)),
    ]
    listed = "".join(f"<sitemap><loc>{escape(site)}/sitemap-{name}.xml</loc>{day}</sitemap>\n" for name in names)
    return HttpResponse(f'{HEAD}<sitemapindex xmlns="{NAMESPACE}">\n{listed}</sitemapindex>\n', content_type=MEDIA_TYPE)


def one_list(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """One query."""
    if kind == "pages":
        paths = [*FIXED, *(f"/scales/{slug}/" for slug in the_catalogue().scales)] if number == 1 else []
    elif kind in KINDS:
        paths = list(KINDS[kind][1]((number - 1) * CUT, number * CUT)) if 0 < number < 10_000 else []
    else:
        paths = []
    if not paths:
        raise Http404(f"There is no list of {kind} number {number}.")
    site = site_of(request)
    listed = "".join(f"<url><loc>{escape(site + path)}</loc></url>\n" for path in paths)
    return HttpResponse(f'{HEAD}<urlset xmlns="{NAMESPACE}">\n{listed}</urlset>\n', content_type=MEDIA_TYPE)


def _edition_time(request: HttpRequest) -> str:
    edition = edition_of(request)
    return f"<lastmod>{edition.published.isoformat(timespec='seconds')}</lastmod>" if edition else ""
