"""The cite card of an inspection, a statement or a passage: what is known of each original, and the entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from inspections.models import Evidence, Source
from inspections.web.answers import edition_of, site_of
from inspections.web.asked import sources_for_citing
from inspections.web.assembly import show_when
from inspections.web.citations import FORMS, RECORD, Entry
from inspections.web.edition import held_by_edition
from inspections.web.known import inspectorate_name
from inspections.web.originals import open_original, web_address
from inspections.web.shown.inspections import InspectionWhole
from inspections.web.shown.proofs import Proof
from inspections.web.shown.statements import StatementShown
from inspections.wording import day_in_words

INSPECTORATE = "inspectorate"
REPORT_READERS = ("report_", "letter_")  # how the names of the readers of reports and letters begin
MOST_KEPT, SHORT = 500, 20_000  # sources that are kept for citing, and characters of the text of each
TITLE_WORDS = 14  # of a quotation, in its title


@dataclass(frozen=True)
class Original:
    """A source as a card shows it: where it was published, where it is kept, and the copy held here."""

    entry: Entry
    held: str  # address of the copy
    passage: str  # address of the words in the copy
    opens: str  # the original at the words, or ""
    sha256: str
    file: str
    own: bool  # the words of an inspectorate itself


@dataclass(frozen=True)
class Card:
    """Originals first, then the page itself."""

    originals: tuple[Original, ...]
    entry: Entry
    downloads: str  # address without its ending, "" for a passage
    second_hand: bool = False  # none of the originals is the inspectorate's own

    @property
    def forms(self) -> tuple[tuple[str, str], ...]:
        """Name and address of each form it can be taken in."""
        return tuple((name, f"{self.downloads}.{ending}") for ending, (name, _) in FORMS.items())

    @property
    def entries(self) -> tuple[Entry, ...]:
        return (*(original.entry for original in self.originals), self.entry)


@dataclass(frozen=True)
class _Today:
    """What every entry of one answer shares."""

    site: str
    accessed: date
    edition: str


def _today(request: HttpRequest) -> _Today:
    edition = edition_of(request)
    said = ""
    if edition:
        day = edition.published.astimezone(ZoneInfo(settings.TIME_ZONE)).date()
        said = f"{RECORD}, edition {edition.number} of {day_in_words(day)}, digest {edition.digest[:12]}"
    return _Today(site_of(request), timezone.localdate(), said)


def cite_inspection(request: HttpRequest, inspection: InspectionWhole) -> Card:
    """Two queries. An inspectorate's own report comes before what others wrote about it."""
    today = _today(request)
    overall = [proof for judgement in inspection.judgements if judgement.overall for proof in judgement.proofs]
    best = [*overall, *inspection.proofs_of("outcome", "inspected", "kind", "service"), *inspection.proofs]
    visited, published = (_in_dispute(inspection, name) for name in ("inspected", "published"))
    visited = visited or (inspection.inspected.words if inspection.inspected else "")
    entry = Entry(
        key=f"inspection-{inspection.ref}",
        kind="webpage",
        authors=tuple(each.name for each in inspection.inspectorates),
        title=inspection.title,
        issued=None if published else inspection.published,
        issued_words=published,
        within=RECORD,
        url=f"{today.site}{inspection.url}",
        accessed=today.accessed,
        details=tuple(
            filter(None, (f"Inspected {visited}" if visited else "Dates of the inspection not stated", today.edition))
        ),
    )
    refs = [source.ref for source in inspection.sources]
    originals = _originals(today, refs, best)
    second_hand = not any(original.own for original in originals)
    return Card(originals, entry, f"/inspections/{inspection.ref}", second_hand)


def _in_dispute(inspection: InspectionWhole, field: str) -> str:
    values = inspection.in_dispute(field)
    return f"{values} (sources disagree)" if values else ""


def cite_statement(request: HttpRequest, statement: StatementShown) -> Card:
    """Two queries."""
    today = _today(request)
    who = ", ".join(
        filter(None, (statement.speaker, statement.role if statement.speaker else "", statement.organisation))
    )
    said = f"Said {statement.said.words}" if statement.said else "When it was said is not stated"
    entry = Entry(
        key=f"statement-{statement.ref}",
        kind="webpage",
        authors=(who or statement.who,) if not statement.is_anonymous else (),
        title=_beginning(statement.text_with_gaps),
        within=f"{statement.kind[:1].upper()}{statement.kind[1:]} in “{statement.source.title}”",
        publisher=RECORD,
        url=f"{today.site}{statement.url}",
        accessed=today.accessed,
        details=tuple(filter(None, (said, "Withdrawn" if statement.withdrawn else "", today.edition))),
    )
    return Card(_originals(today, [statement.source.ref], statement.words), entry, f"/statements/{statement.ref}")


def cite_passage(request: HttpRequest, source: Source, words: str, start: int, end: int, page: int | None) -> Card:
    """One query: the source is at hand."""
    today = _today(request)
    anchor = f"#p{start}-{end}"
    proof = Proof(source.ref, source.slug, source.title, source.publisher, "text", "", words, start, end, page)
    original = _original(today, source, source.text, proof, _authors([source])[source.pk])
    place = (
        f"Page {page}, characters {start} to {end} of the held text"
        if page
        else f"Characters {start} to {end} of the held text"
    )
    entry = Entry(
        key=f"passage-{source.ref}-{start}-{end}",
        kind="webpage",
        authors=original.entry.authors,
        title=_beginning(words),
        issued=original.entry.issued,
        within=f"“{source.title or source.file}”",
        publisher=RECORD,
        url=f"{today.site}/sources/{source.ref}/{source.slug}/{anchor}",
        accessed=today.accessed,
        details=tuple(filter(None, (place, today.edition))),
    )
    return Card((original,), entry, "")


@held_by_edition
def _cited() -> dict[str, Source]:
    return {}


def _sources(refs: Iterable[str]) -> list[Source]:
    """The sources with these ids: those with short texts are kept, for a table proves many inspections."""
    kept, wanted = _cited(), set(refs)
    found = {ref: kept[ref] for ref in wanted if ref in kept}
    if asked := sorted(wanted - found.keys()):
        if len(kept) > MOST_KEPT:
            kept.clear()
        for row in sources_for_citing(asked):
            found[row.ref] = row
            if len(row.held_text) <= SHORT:
                kept[row.ref] = row
    return list(found.values())


def _originals(today: _Today, refs: Sequence[str], proofs: Iterable[Proof]) -> tuple[Original, ...]:
    first: dict[str, Proof] = {}
    for proof in proofs:
        first.setdefault(proof.source, proof)
    rows = sorted(_sources(refs), key=lambda row: (not is_own(row), refs.index(row.ref)))
    authors = _authors(rows)
    return tuple(_original(today, row, row.held_text, first.get(row.ref), authors[row.pk]) for row in rows)


def is_own(source: Source) -> bool:
    """Whether these are an inspectorate's own words: it published them, or they are its report or letter itself."""
    is_report = source.reader.startswith(REPORT_READERS) or source.kind == "inspection report"
    is_letter = not source.publisher_kind and source.kind.split()[-1:] in (["report"], ["letter"])
    return source.publisher_kind == INSPECTORATE or is_report or is_letter


def _authors(sources: Sequence[Source]) -> dict[int, tuple[str, ...]]:
    """Who wrote each: its publisher, or of a report that others passed on, or nobody is named for, its inspectorates.

    A report that tells of inspections by different inspectorates does not say so by itself which wrote it.
    """
    found: dict[int, tuple[str, ...]] = {s.pk: (s.publisher,) if s.publisher else () for s in sources}
    passed_on = [source.pk for source in sources if is_own(source) and source.publisher_kind != INSPECTORATE]
    if not passed_on:
        return found
    crews: dict[int, set[tuple[str, ...]]] = defaultdict(set)
    for key, inspectorates in Evidence.objects.inspectorates_in(passed_on):
        if inspectorates:
            crews[key].add(tuple(inspectorates))
    for key, named in crews.items():
        if len(named) == 1:
            found[key] = tuple(inspectorate_name(slug) for slug in next(iter(named)))
    return found


def _original(today: _Today, row: Any, text: str, proof: Proof | None, authors: tuple[str, ...]) -> Original:
    held = f"/sources/{row.ref}/{row.slug}/"
    title = row.title or row.file
    published = show_when(row.published_edtf, None, None, row.published_basis, row.published_note)
    copy = f"Copy held at {today.site}{held}, SHA-256 of the file {row.sha256}"
    entry = Entry(
        key=f"source-{row.ref}",
        kind="report",
        authors=authors,
        title=title,
        issued=published,
        publisher=row.publisher,
        url=row.url,
        archived_url=web_address(row.archived_url),
        accessed=None,
        details=(copy,) if row.url else ("Address of the original not known", copy),
    )
    start, end, page = (proof.start, proof.end, proof.page) if proof else (None, None, None)
    opens = open_original(row.url, row.media_type, text, start, end, page) if row.url else ""
    passage = f"{held}#{proof.anchor}" if proof and proof.anchor else ""
    return Original(entry, held, passage, opens, row.sha256, row.file, is_own(row))


def _beginning(text: str) -> str:
    pieces = text.split()
    return " ".join(pieces) if len(pieces) <= TITLE_WORDS else f"{' '.join(pieces[:TITLE_WORDS])} […]"
