"""Pages about the record itself: front page, scales, data, editions, about, and what answers when nothing is found."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from inspections.catalogue import Framework, Scale
from inspections.web.answers import absent_object, edition_of, refuse_parameters, send_object, show, site_of
from inspections.web.assembly import list_rows
from inspections.web.coverage import describe_coverage
from inspections.web.known import inspectorate_name, the_catalogue
from inspections.web.ladder import place_grade
from inspections.web.metadata import NAME, Metadata
from inspections.web.objects import edition_object
from inspections.web.selection import select
from inspections.web.shown.grades import GradeShown
from inspections.web.style import style_sheet

LATEST = 6


@dataclass(frozen=True)
class ScaleShown:
    """A scale with its grades as ladders, and where it was used."""

    scale: Scale
    grades: tuple[GradeShown, ...]
    numbers: tuple[int | None, ...]
    inspectorate: str
    frameworks: tuple[Framework, ...]
    replaced_by: Scale | None
    replaces: tuple[Scale, ...]

    @property
    def rungs(self) -> tuple[tuple[GradeShown, int | None], ...]:
        return tuple(zip(self.grades, self.numbers, strict=True))

    @property
    def has_numbers(self) -> bool:
        return any(number is not None for number in self.numbers)

    @property
    def url(self) -> str:
        return f"/scales/{self.scale.slug}/"

    @property
    def years(self) -> str:
        since, until = self.scale.used.since, self.scale.used.until
        if since and until:
            return f"{since.year} to {until.year}" if since.year != until.year else str(since.year)
        return f"since {since.year}" if since else f"until {until.year}" if until else "years not stated"


def home(request: HttpRequest) -> HttpResponse:
    if refused := refuse_parameters(request, ""):
        return refused
    latest = list_rows(select(own=True)[:LATEST])
    described = "What inspectorates said about the services of English local authorities, with the words that prove it."
    return show(request, "pages/home.html", Metadata(NAME, described, "/"), latest=latest, coverage=describe_coverage())


def show_scale(scale: Scale) -> ScaleShown:
    known = the_catalogue()
    return ScaleShown(
        scale=scale,
        grades=tuple(place_grade(scale.slug, grade.slug) for grade in scale.grades),
        numbers=tuple(grade.number for grade in scale.grades),
        inspectorate=inspectorate_name(scale.inspectorate),
        frameworks=tuple(f for f in known.frameworks.values() if scale.slug in f.scales),
        replaced_by=known.scales.get(scale.replaced_by or ""),
        replaces=tuple(s for s in known.scales.values() if s.replaced_by == scale.slug),
    )


def scale_object(shown: ScaleShown) -> dict[str, object]:
    s = shown.scale
    return {
        "slug": s.slug,
        "url": shown.url,
        "name": s.name,
        "inspectorate": s.inspectorate,
        "kind": s.kind,
        "used": {
            "since": s.used.since.isoformat() if s.used.since else None,
            "until": s.used.until.isoformat() if s.used.until else None,
        },
        "about": s.about,
        "direction": s.direction,
        "compare": s.compare,
        "replaced_by": s.replaced_by,
        "frameworks": [f.slug for f in shown.frameworks],
        "source": s.source,
        "unconfirmed": s.reserved,
        "grades": [
            {
                "grade": g.slug,
                "label": g.label,
                "rank": g.rank,
                "of": len(s.grades),
                "number": g.number,
                "meaning": g.meaning,
            }
            for g in s.grades
        ],
    }


def scales(request: HttpRequest, form: str = "html") -> HttpResponse:
    if refused := refuse_parameters(request, "scales", form):
        return refused
    shown = [show_scale(scale) for scale in the_catalogue().scales.values()]
    if form == "json":
        results = [scale_object(each) for each in shown]
        return send_object(
            request, {"count": len(results), "filters": {}, "next": None, "previous": None, "results": results}
        )
    described = "Every scale that grades are given on: its grades, their order and meaning, and the years it was used."
    return show(request, "pages/scales.html", Metadata("Scales", described, "/scales/"), scales=shown)


def scale(request: HttpRequest, slug: str, form: str = "html") -> HttpResponse:
    found = the_catalogue().scales.get(slug)
    if found is None:
        raise Http404(f"No scale has the name {slug}.")
    shown = show_scale(found)
    if form == "json":
        return send_object(request, scale_object(shown))
    own = select(own=True, scale=slug).count()
    providers = select(scale=slug).count() - own
    metadata = Metadata(found.name, found.about, shown.url)
    return show(request, "pages/scale.html", metadata, shown=shown, own=own, providers=providers)


def about(request: HttpRequest) -> HttpResponse:
    described = "What this record is, how each fact is proven, and what it does not know."
    return show(request, "pages/about.html", Metadata("About", described, "/about/"), coverage=describe_coverage())


def accessibility(request: HttpRequest) -> HttpResponse:
    described = "How this site was tested for accessibility, what works, and what is known not to."
    return show(request, "pages/accessibility.html", Metadata("Accessibility", described, "/accessibility/"))


def healthz(request: HttpRequest) -> JsonResponse:
    """Alive, which edition is served, and how old it is."""
    edition = edition_of(request)
    age = int((timezone.now() - edition.published).total_seconds()) if edition else None
    status = "ok" if edition else "no edition yet"
    response = JsonResponse({"status": status, "edition": edition_object(edition), "age_in_seconds": age})
    response["Cache-Control"] = "no-store"
    return response


def robots(request: HttpRequest) -> HttpResponse:
    """Pages about bodies may be indexed; endless combinations of filters need not be."""
    lines = ("User-agent: *", "Disallow: /*?", "Allow: /", f"Sitemap: {site_of(request)}/sitemap.xml", "")
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: what is known and what to do next."""
    detail = (
        str(exception.args[0])
        if isinstance(exception, Http404) and exception.args and isinstance(exception.args[0], str)
        else ""
    )
    if request.path.endswith((".json", ".csv")):
        return absent_object(request, 404, "There is nothing at this address", detail)
    metadata = Metadata("There is nothing at this address", "The address was never used by this record.")
    return show(request, "404.html", metadata, status=404, detail=detail)


def failed(request: HttpRequest) -> HttpResponse:
    """500: nothing here asks the database, which may be what failed."""
    return render(request, "500.html", {"style": style_sheet()}, status=500)
