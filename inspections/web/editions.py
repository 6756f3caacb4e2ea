"""The editions of the record, and what each added, changed and withdrew, some hundred changes a page."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict

from inspections.models import Change, Edition, Inspection
from inspections.web.answers import Pages, refuse, refuse_parameters, send_object, show
from inspections.web.fields import PageField
from inspections.web.metadata import Metadata
from inspections.web.objects import edition_object, in_one_order
from inspections.web.question import FieldError, unknown_parameters

MOST = 500  # changes on a page, and editions in the list
ACTIONS = ("added", "changed", "withdrawn")


def editions(request: HttpRequest, form: str = "html") -> HttpResponse:
    if refused := refuse_parameters(request, "editions", form):
        return refused
    found = list(Edition.objects.order_by("-number")[:MOST])
    if form == "json":
        results = [
            (edition_object(e) or {}) | {"added": e.added, "changed": e.changed, "withdrawn": e.withdrawn}
            for e in found
        ]
        return send_object(
            request, {"count": len(results), "filters": {}, "next": None, "previous": None, "results": results}
        )
    metadata = Metadata("Editions", "What each edition of the record added, changed and withdrew.", "/editions/")
    return show(request, "pages/editions.html", metadata, editions=found)


def one_edition(request: HttpRequest, number: int, form: str = "html") -> HttpResponse:
    found = Edition.objects.order_by().in_bulk([number]).get(number)
    if found is None:
        raise Http404(f"There is no edition {number}.")
    changes = Change.objects.of_edition(number)
    count = changes.count()
    page, errors = _page(request.GET, count)
    if errors:
        return refuse(request, errors, "editions", form)
    shown = list(changes[(page - 1) * MOST : page * MOST])
    providers = providers_among(shown)
    address = f"/editions/{number}{'.json' if form == 'json' else '/'}"
    before = None if page == 1 else address if page == 2 else f"{address}?page={page - 1}"
    after = f"{address}?page={page + 1}" if page * MOST < count else None
    if form == "json":
        listed = [
            {
                "action": c.action,
                "kind": c.kind,
                "id": c.ref,
                "title": c.title,
                "provider": providers.get(c.ref) if c.kind == "inspection" else None,
                "fields": in_one_order(c.fields),
            }
            for c in shown
        ]
        counts = {"added": found.added, "changed": found.changed, "withdrawn": found.withdrawn}
        return send_object(
            request,
            {
                "number": found.number,
                "published": found.published.isoformat(),
                "digest": found.digest,
                **counts,
                "count": count,
                "next": after,
                "previous": before,
                "changes": listed,
            },
        )
    by_action = [(action, [c for c in shown if c.action == action]) for action in ACTIONS]
    metadata = Metadata(
        f"Edition {number}", f"What edition {number} of the record added, changed and withdrew.", f"/editions/{number}/"
    )
    return show(
        request,
        "pages/edition.html",
        metadata,
        shown=found,
        changes=[each for each in by_action if each[1]],
        providers=providers,
        pages=Pages(page, count, before, after, MOST),
    )


def providers_among(changes: Iterable[Change]) -> dict[str, str]:
    """By id the numbers of the providers whose inspections these changes are about: one query.

    Of what is withdrawn, its account says whose it was.
    """
    told = [change for change in changes if change.kind == "inspection"]
    found = dict(Inspection.objects.providers_of(change.ref for change in told))
    for change in told:
        gone = (each["before"] for each in change.fields if each["field"] == "provider" and each["before"])
        if change.action == "withdrawn" and (number := next(gone, "")):
            found.setdefault(change.ref, number)
    return found


def _page(asked: QueryDict, count: int) -> tuple[int, tuple[FieldError, ...]]:
    """Which page is asked for; the errors say why none is."""
    others = tuple(error for error in unknown_parameters(asked) if error.field != "page")
    if others:
        return 1, others
    given = asked.get("page", "").strip()
    last = max(1, -(-count // MOST))
    try:
        page = PageField(required=False).clean(given) or 1
    except ValidationError as error:
        return 1, (FieldError("page", given[:40], error.messages[0]),)
    if page > last:
        return 1, (FieldError("page", given, f"There is no page {page}: the last is page {last}."),)
    return page, ()
