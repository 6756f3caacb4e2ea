"""What a visitor takes along: a citation in four forms, a passage with its address, a picture."""

from __future__ import annotations

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse

from inspections import privacy
from inspections.models import Evidence, Inspection, Source, Statement
from inspections.web.answers import edition_of, show
from inspections.web.asked import inspection_known_as
from inspections.web.assembly import inspection_rows, whole_inspections, whole_statements
from inspections.web.citations import FORMS, write
from inspections.web.citing import Card, cite_inspection, cite_passage, cite_statement
from inspections.web.edition import code_version
from inspections.web.metadata import Metadata
from inspections.web.retired import retired
from inspections.web.share_image import draw_inspection


def inspection_citation(request: HttpRequest, ref: str, form: str) -> HttpResponse:
    row = next(iter(inspection_known_as(ref)), None)
    if row is None:
        return retired(request, "inspection", ref, form)
    return _send(cite_inspection(request, whole_inspections([row])[0]), form)


def statement_citation(request: HttpRequest, ref: str, form: str) -> HttpResponse:
    row = Statement.objects.known_as(ref)
    if row is None:
        return retired(request, "statement", ref, form)
    return _send(cite_statement(request, whole_statements([row])[0]), form)


def _send(card: Card, form: str) -> HttpResponse:
    """A file to save, but for plain words, which are shown."""
    response = HttpResponse(write(form, card.entries), content_type=FORMS[form][1])
    if form != "txt":
        response["Content-Disposition"] = f'attachment; filename="{card.entry.key}.{form}"'
    return response


def passage_citation(request: HttpRequest, ref: str, slug: str) -> HttpResponse:
    """A proven passage by itself, to be cited: ``?start=812&end=930``."""
    row = Source.objects.known_as(ref)
    if row is None:
        return retired(request, "source", ref, "html")
    start, end = _number(request, "start"), _number(request, "end")
    if start is None or end is None or not Evidence.objects.in_source(row).at(start, end).exists():
        raise Http404(
            f"No fact of this text is proven by its characters {request.GET.get('start')} to {request.GET.get('end')}."
        )
    words = privacy.mask(row.text)[start:end]
    page = next((number for number, first, last in row.pages if first <= start < last), None)
    card = cite_passage(request, row, words, start, end, page)
    path = f"/sources/{row.ref}/{row.slug}/cite/?start={start}&end={end}"
    metadata = Metadata("A passage", f"Words of “{row.title or row.file}” with how to cite them.", path)
    return show(
        request, "pages/passage.html", metadata, words=words, source=row, card=card, page=page, start=start, end=end
    )


def _number(request: HttpRequest, name: str) -> int | None:
    value = request.GET.get(name, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) <= 9 else None


def inspection_image(request: HttpRequest, ref: str) -> HttpResponse:
    """Drawn once for each edition, as long as the cache keeps it."""
    edition = edition_of(request)
    key = f"image:{edition.digest if edition else ''}:{code_version()[:12]}:{ref}"
    image = cache.get(key)
    if image is None:
        row = Inspection.objects.known_as(ref)
        if row is None:
            return retired(request, "inspection", ref, "png")
        image = draw_inspection(inspection_rows([row])[0], f"edition {edition.number}" if edition else "")
        cache.set(key, image, None)
    return HttpResponse(image, content_type="image/png")
