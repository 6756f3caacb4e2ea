"""Atom feeds: everything that changed, everything about an authority, and every list as filtered.

An entry's ``published`` is the day the body published or spoke, and is left out unless that day is known;
``updated`` is when this record last changed. Its author is the body that spoke. The text carries its
hash, so that a reader can tell new wording from new markup.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, NamedTuple, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed

from inspections.directions import close_directions
from inspections.models import Authority, Change, Edition, Inspection, Source, Statement
from inspections.web.answers import PER_PAGE, beyond_the_end, cut_page, edition_of, page_through, refuse_object, site_of
from inspections.web.assembly import inspection_rows, list_rows, whole_statements
from inspections.web.authorities import AuthorityList, authority_rows
from inspections.web.corrections import corrections_in
from inspections.web.edition import held_by_edition
from inspections.web.facets import name_filters
from inspections.web.filters import AuthorityQuestion, InspectionQuestion, SourceQuestion, StatementQuestion
from inspections.web.metadata import NAME, state_outcome
from inspections.web.question import FieldError, Question
from inspections.web.shown.authorities import AuthorityRow
from inspections.web.shown.dates import WhenShown
from inspections.web.shown.inspections import InspectionRow
from inspections.web.shown.statements import StatementShown
from inspections.web.sources import SourceRow, source_rows
from inspections.wording import day_in_words

MEDIA_TYPE = "application/atom+xml; charset=utf-8"
NAMESPACE = "urn:inspection-record:feed"
ACTIONS = {"added": "Added", "changed": "Corrected", "withdrawn": "Withdrawn from the record"}
OF_A_PROVIDER = "Inspection of a school, college or other provider"
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True)
class FeedEntry:
    """One entry, its addresses from the site's root."""

    id: str
    url: str
    title: str
    text: str
    authors: tuple[str, ...]
    updated: datetime
    published: date | None
    category: str  # inspection, provider, statement, source, correction, withdrawal


class RecordFeed(Atom1Feed):
    """Atom as this record writes it: text as text, several authors, a hash, and pages that know their neighbours."""

    mime_type = MEDIA_TYPE

    def root_attributes(self) -> dict[str, str]:
        return {**super().root_attributes(), "xmlns:record": NAMESPACE}

    def latest_post_date(self) -> datetime:
        newest: datetime = self.feed["updated"]
        return newest

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        for relation in ("previous", "next"):
            if self.feed[relation]:
                handler.addQuickElement("link", "", {"rel": relation, "href": self.feed[relation]})

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for author in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", author)
            handler.endElement("author")
        handler.addQuickElement("content", item["text"], {"type": "text"})
        digest = hashlib.sha256(item["text"].encode()).hexdigest()
        handler.addQuickElement("record:text-hash", digest, {"algorithm": "sha-256"})


def all_changes(request: HttpRequest) -> HttpResponse:
    """What every edition added, corrected and withdrew, newest first."""
    return _changes(request, f"{NAME}: all changes", "/", cut_all)


def authority_changes(request: HttpRequest, slug: str) -> HttpResponse:
    """The same for what concerns one authority."""
    row = Authority.objects.known_as(slug)
    if row is None:
        raise Http404(f"No authority has the name {slug}.")
    statements = Statement.objects.about_authority(slug)

    def cut(part: slice) -> list[Any]:
        withdrawing = (number for number, told in told_in_editions().items() if told.withdraws)
        found = sorted(
            Change.objects.keys_concerning(slug, row.name, statements, withdrawing),
            key=lambda each: (-each[0], each[1]),
        )
        return list(Change.objects.told_with(key for _, key in found[part]))

    return _changes(request, f"{NAME}: {row.name}", f"/authorities/{slug}/", cut)


class ToldInEdition(NamedTuple):
    """How many changes of an edition readers follow, and whether it withdrew anything."""

    many: int
    withdraws: bool


@held_by_edition
def told_in_editions() -> dict[int, ToldInEdition]:
    """By the edition's number, newest first."""
    every, sources = dict(Change.objects.by_edition()), dict(Change.objects.of_sources().by_edition())
    editions = Edition.objects.order_by("-number").values_list("number", "withdrawn")
    return {
        number: ToldInEdition(every.get(number, 0) - sources.get(number, 0), withdrawn > 0)
        for number, withdrawn in editions
    }


def cut_all(part: slice) -> list[Any]:
    """Some of all changes in their order: of the first and the last edition that they are of a part, of those between
    all; an edition may have a million."""
    keys: list[int] = []
    whole: list[int] = []
    start, stop = part.start, part.stop
    for number, told in told_in_editions().items():
        if stop <= 0:
            break
        if start <= 0 and told.many <= stop:
            whole.append(number)
        elif start < told.many:
            keys += Change.objects.keys_told_in(number, slice(max(0, start), stop))
        start, stop = start - told.many, stop - told.many
    if whole:
        keys += Change.objects.keys_told_between(whole[-1], whole[0])
    return list(Change.objects.told_with(keys))


def inspections(request: HttpRequest) -> HttpResponse:
    question = InspectionQuestion(request.GET)
    return _list(request, "inspections", question, list_rows, _inspection_entry)


def statements(request: HttpRequest) -> HttpResponse:
    question = StatementQuestion(request.GET, Statement.objects.in_order("newest"))
    return _list(request, "statements", question, whole_statements, _statement_entry)


def sources(request: HttpRequest) -> HttpResponse:
    question = SourceQuestion(request.GET, Source.objects.in_order("newest"))
    return _list(request, "sources", question, source_rows, _source_entry)


def authorities(request: HttpRequest) -> HttpResponse:
    """Each authority with what is held of it; ``updated`` is when its inspections last changed."""
    question = AuthorityQuestion(request.GET, Authority.objects.in_order("name"))
    return _list(request, "authorities", question, authority_rows, _authority_entry, _authority_changes)


def _list(
    request: HttpRequest,
    what: str,
    question: Question,
    assemble: Callable[[Sequence[Any]], Sequence[Any]],
    write: Callable[[Any, datetime], FeedEntry],
    date_changes: Callable[[str, Sequence[Any]], dict[str, datetime]] | None = None,
) -> HttpResponse:
    """The same rows as the page of the same address, in the same order: at most six queries."""
    errors = question.errors_found()
    if errors:
        return refuse_object(request, errors)
    asked = _rows_of(what, question)
    count = asked.count()
    if errors := beyond_the_end(question, count):
        return refuse_object(request, errors)
    rows = asked.without_texts() if what == "sources" else asked
    shown = assemble(list(rows[cut_page(question)]))
    changed = (date_changes or _latest_changes)(what[:-1], shown)
    since = _edition_time(request)
    named = "; ".join(choice.label for choice in name_filters(question))
    pages = page_through(question, count)
    title = f"{NAME}: {what}{f', {named}' if named else ''}"
    entries = [write(row, changed.get(getattr(row, "ref", "") or row.slug, since)) for row in shown]
    return _send(request, title, f"/{what}/{question.url().rstrip('?')}", entries, pages.previous, pages.next)


def _rows_of(what: str, question: Question) -> Any:
    """Authorities are counted and put in order as their page does it."""
    return AuthorityList(question) if what == "authorities" else question.rows()


def _latest_changes(kind: str, shown: Sequence[Any]) -> dict[str, datetime]:
    return dict(Change.objects.latest_of(kind, [row.ref for row in shown]))


def _authority_changes(kind: str, shown: Sequence[Any]) -> dict[str, datetime]:
    """When anything was last told of each. An authority without inspections is as old as the record."""
    first, changed = told_of_authorities()
    return {row.slug: changed.get(row.pk, first) for row in shown}


@held_by_edition
def told_of_authorities() -> tuple[datetime, dict[int, datetime]]:
    """When the record began, and by an authority's key when its inspections last changed since: two queries."""
    published = dict(Edition.objects.order_by("number").values_list("number", "published"))
    first = min(published)
    changed = dict(Change.objects.latest_of_authorities(first)) if len(published) > 1 else {}
    return published[first], {key: published[number] for key, number in changed.items()}


def _changes(request: HttpRequest, title: str, page: str, cut: Callable[[slice], list[Any]]) -> HttpResponse:
    asked = request.GET.get("page", "1")
    number = int(asked) if asked.isascii() and asked.isdigit() and 0 < len(asked) < 7 else 0
    unknown = [name for name in request.GET if name != "page"]
    if not number or unknown:
        name = unknown[0] if unknown else "page"
        return refuse_object(
            request, (FieldError(name, request.GET.get(name, ""), "This feed knows only “page”, a number from 1."),)
        )
    start = (number - 1) * PER_PAGE
    found = cut(slice(start, start + PER_PAGE + 1))
    if not found and number > 1:
        return refuse_object(request, (FieldError("page", asked, f"There is no page {number}."),))
    entries = _change_entries(found[:PER_PAGE])
    before = None if number == 1 else f"?page={number - 1}"
    return _send(request, title, page, entries, before, f"?page={number + 1}" if len(found) > PER_PAGE else None)


def _change_entries(changes: Sequence[Any]) -> list[FeedEntry]:
    """What each change was about as it stands now, and what was corrected."""
    refs = {kind: {c.ref for c in changes if c.kind == kind} for kind in ("inspection", "statement")}
    inspected = {row.ref: row for row in inspection_rows(list(Inspection.objects.with_refs(refs["inspection"])))}
    said = {row.ref: row for row in whole_statements(list(Statement.objects.with_refs(refs["statement"])))}
    entries = []
    for change in changes:
        time_of = change.edition.published
        row = inspected.get(change.ref) if change.kind == "inspection" else said.get(change.ref)
        now = (
            _inspection_entry(row, time_of)
            if isinstance(row, InspectionRow)
            else _statement_entry(row, time_of)
            if isinstance(row, StatementShown)
            else None
        )
        text = now.text if now else change.title
        if change.action == "changed":
            corrected = (
                f"{c.field}: {c.after or 'nothing'} (before: {c.before or 'nothing'})" for c in corrections_in(change)
            )
            text = "\n".join((f"Corrected since edition {change.edition_id}.", *corrected))
        elif change.action == "withdrawn":
            text = f"Withdrawn from the record by edition {change.edition_id}: {_label(change)}{change.title}"
        entries.append(
            FeedEntry(
                id=f"/editions/{change.edition_id}/#{change.kind}-{change.ref}",
                url=now.url if now and change.action != "withdrawn" else f"/{change.kind}s/{change.ref}/",
                title=f"{ACTIONS[change.action]}: {now.title if now else _label(change) + change.title}",
                text=text,
                authors=now.authors if now else (NAME,),
                updated=time_of,
                published=now.published if now else None,
                category={"changed": "correction", "withdrawn": "withdrawal"}.get(
                    change.action, now.category if now else change.kind
                ),
            )
        )
    return entries


def _label(change: Any) -> str:
    """What tells a provider’s inspection that is gone from a council’s own."""
    of_one = any(each["field"] == "provider" and each["before"] for each in change.fields)
    return f"{OF_A_PROVIDER}: " if of_one and change.action == "withdrawn" else ""


def _inspection_entry(row: InspectionRow, updated: datetime) -> FeedEntry:
    outcome = state_outcome(row)
    title = f"{close_directions(row.title)}: {outcome}"
    kind = row.kind_words[:1].upper() + row.kind_words[1:]
    lines = [
        f"{kind} of {row.service.name}, {row.authority_names or 'authority not stated'}.",
        *([f"Of a provider in its area, {row.provider.kind}: not a service of the council."] if row.provider else []),
        f"Inspected {row.inspected.words}." if row.inspected else "When it was inspected is not stated.",
        f"Published {row.published.words}." if row.published else "When it was published is not stated.",
        f"Outcome: {outcome}.",
        *(f"{j.aspect_line}: {j.grade.told} ({j.grade.scale_name})." for j in row.aspects),
        *([row.outcome_line] if row.outcome else []),
    ]
    authors = tuple(each.name for each in row.inspectorates) or ("Inspectorate not stated",)
    return FeedEntry(
        row.url,
        row.url,
        f"{OF_A_PROVIDER}: {title}" if row.provider else title,
        "\n".join(lines),
        authors,
        updated,
        _day(row.published),
        "provider" if row.provider else "inspection",
    )


def _statement_entry(row: StatementShown, updated: datetime) -> FeedEntry:
    who = row.organisation or row.source.publisher
    kind = f"{row.kind[:1].upper()}{row.kind[1:]}"
    about = f", about {row.inspections[0].text}" if row.inspections else ""
    title = f"{'Withdrawn: ' if row.withdrawn else ''}{kind}{f' by {who}' if who else ''}{about}"
    category = "withdrawal" if row.withdrawn or row.kind == "withdrawal" else "statement"
    return FeedEntry(
        row.url, row.url, title, row.text_with_gaps, (who or "Speaker not stated",), updated, _day(row.said), category
    )


def _source_entry(row: SourceRow, updated: datetime) -> FeedEntry:
    text = f"{row.kind[:1].upper()}{row.kind[1:]}. SHA-256 of the file as received: {row.sha256}."
    authors = (row.publisher or "Publisher not stated",)
    return FeedEntry(row.url, row.url, row.title, text, authors, updated, _day(row.published), "source")


def _authority_entry(row: AuthorityRow, updated: datetime) -> FeedEntry:
    held = f"{row.inspections} inspection{'' if row.inspections == 1 else 's'} held here"
    services = f": {', '.join(service.name for service in row.services)}" if row.services else ""
    text = f"{row.official_name}. {held}{services}."
    return FeedEntry(row.url, row.url, f"{row.name}: {held}", text, (NAME,), updated, None, "authority")


def _day(when: WhenShown | None) -> date | None:
    """The day itself where it is known; a month, a year or a choice is no day."""
    if when is None or when.basis == "candidates" or when.earliest is None or when.earliest != when.latest:
        return None
    return when.earliest


def _edition_time(request: HttpRequest) -> datetime:
    edition = edition_of(request)
    return edition.published if edition else datetime(2009, 1, 1, tzinfo=UTC)


def _send(
    request: HttpRequest, title: str, page: str, entries: Iterable[FeedEntry], before: str | None, after: str | None
) -> HttpResponse:
    site = site_of(request)
    here = f"{site}{request.path}"
    listed = list(entries)
    feed = RecordFeed(
        title=_writable(title),
        link=f"{site}{page}",
        description=None,
        subtitle=f"As of {day_in_words(_edition_time(request).date())}. Each entry’s author is the body that spoke.",
        language="en-GB",
        author_name=NAME,
        feed_url=f"{site}{request.get_full_path()}",
        feed_guid=f"{site}{request.get_full_path()}",
        updated=max((entry.updated for entry in listed), default=_edition_time(request)),
        previous=f"{here}{before.rstrip('?')}" if before else "",
        next=f"{here}{after}" if after else "",
    )
    for entry in listed:
        published = datetime.combine(entry.published, time(), UTC) if entry.published else None
        feed.add_item(
            title=_writable(entry.title),
            link=f"{site}{entry.url}",
            description=cast("str", None),  # the text is the entry's content
            unique_id=f"{site}{entry.id}",
            pubdate=published,
            updateddate=entry.updated,
            categories=[entry.category],
            authors=[_writable(author) for author in entry.authors],
            text=_writable(entry.text),
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=MEDIA_TYPE)


def _writable(text: str) -> str:
    """Without the characters that XML cannot hold, each marked by the sign for one that is missing."""
    return close_directions(_UNWRITABLE.sub("\ufffd", text))
