"""An id that is not in the record: where it leads now, that it was withdrawn, or that it never was."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from inspections.models import Retired
from inspections.web.answers import absent_object, show
from inspections.web.metadata import Metadata

LONGEST_CHAIN = 20  # retired ids that lead to retired ids


def retired(request: HttpRequest, kind: str, ref: str, form: str) -> HttpResponse:
    """301 to what stands in its place, 410 where nothing does, 404 for an id that never was."""
    found = last = Retired.objects.get_or_none(kind, ref)
    for _ in range(LONGEST_CHAIN):
        if last is None or not last.leads_to:
            break
        found, last = last, Retired.objects.get_or_none(kind, last.leads_to)
    if last is not None:
        return _gone(request, last, form)
    if found is None:
        raise Http404(f"No {kind} has the id {ref}.")
    ending = "/" if form == "html" else f".{form}"
    return HttpResponsePermanentRedirect(f"/{kind}s/{found.leads_to}{ending}")


def _gone(request: HttpRequest, entry: Retired, form: str) -> HttpResponse:
    when = f" by edition {entry.edition.number}" if entry.edition else ""
    title = f"This {entry.kind} was withdrawn{when}"
    if form == "json":
        return absent_object(request, 410, title, entry.reason or entry.title)
    return show(
        request,
        "pages/gone.html",
        Metadata(title, "What it was, and which edition withdrew it."),
        status=410,
        entry=entry,
    )
