"""Sources as pages and JSON show them: where a text came from, and the text itself with its proofs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from pyroaring import BitMap

from inspections import privacy
from inspections.directions import close_directions
from inspections.membership import PROVED_BY, read_set
from inspections.models import Evidence, Inspection, Members, Passage, Source
from inspections.querysets import TABLE_TYPES
from inspections.text import Span
from inspections.web.assembly import show_proofs, show_when
from inspections.web.held_text import Block, Fact, Paragraph, lay_out
from inspections.web.known import PUBLISHER_KINDS, field_words
from inspections.web.objects import evidence_objects, when_object
from inspections.web.originals import web_address
from inspections.web.shown import Link
from inspections.web.shown.dates import WhenShown
from inspections.web.shown.proofs import Proof

APART = 200  # places between two that are read with them
AT_ONCE = 20_000  # places that one query reads
OWN = {"title": "title of this text", "published": "date of this text"}  # what a text says about itself


@dataclass(frozen=True)
class SourceRow:
    """A source as a list shows it."""

    pk: int
    ref: str
    slug: str
    title: str
    kind: str
    file: str
    publisher: str
    publisher_kind: str
    licence: str
    licence_url: str
    original_url: str
    archived_url: str
    received: date | None
    published: WhenShown | None
    sha256: str
    media_type: str
    inspections: int
    statements: int

    @property
    def url(self) -> str:
        return f"/sources/{self.ref}/{self.slug}/"

    @property
    def publisher_kind_words(self) -> str:
        return PUBLISHER_KINDS.get(self.publisher_kind, self.publisher_kind)


@dataclass(frozen=True)
class SourcePage:
    """A source with its text laid out and what it proves."""

    row: SourceRow
    blocks: tuple[Block, ...]
    pages: int
    length: int
    marks: int
    covered: bool  # a telephone number or address is covered
    inspections: tuple[Link, ...]
    statements: tuple[Link, ...]
    oddities: tuple[dict[str, str], ...]


def source_rows(sources: Sequence[Any]) -> tuple[SourceRow, ...]:
    """One query more: how many inspections each proves something of."""
    proved = dict(Members.objects.sizes(PROVED_BY, [source.ref for source in sources]))
    return tuple(row_of(source, proved=proved.get(source.ref, 0)) for source in sources)


def row_of(source: Any, proofs: tuple[Proof, ...] = (), proved: int = 0) -> SourceRow:
    s = source
    return SourceRow(
        pk=s.pk,
        ref=s.ref,
        slug=s.slug,
        title=s.title or s.file,
        kind=s.kind,
        file=s.file,
        publisher=s.publisher,
        publisher_kind=s.publisher_kind,
        licence=s.licence,
        licence_url=web_address(s.licence_url),
        original_url=web_address(s.url),
        archived_url=web_address(s.archived_url),
        received=s.received,
        published=show_when(
            s.published_edtf, s.published_earliest, s.published_latest, s.published_basis, s.published_note, proofs
        ),
        sha256=s.sha256,
        media_type=s.media_type,
        inspections=proved,
        statements=getattr(s, "statement_count", 0) or 0,
    )


def asked_place(request: HttpRequest, length: int) -> Span | None:
    """The passage that ``?words=start-end`` asks to see, as quote check and search do."""
    asked = request.GET.get("words")
    if asked is None:
        return None
    place = re.fullmatch(r"([0-9]{1,9})-([0-9]{1,9})", asked)
    if not place or not int(place[1]) < int(place[2]) <= length:
        raise Http404(f"This text has no characters {asked[:40]}.")
    return Span(int(place[1]), int(place[2]))


def source_page(source: Source, place: Span | None = None) -> SourcePage:
    """Two queries: passages and evidence. ``place``: a passage to mark beside those that prove something."""
    evidence = list(Evidence.objects.in_source(source).with_things())
    text = privacy.mask(source.text)
    paragraphs = [
        Paragraph(p.start, p.end, p.furniture, p.heading, p.number, p.page or _page_of(source, p.start))
        for p in Passage.objects.of(source)
    ]
    proofs = [(row.start, row.end, fact_of(row)) for row in evidence if row.start is not None]
    if place:
        proofs.append((place.start, place.end, Fact("the words looked for", "", "")))
    blocks = lay_out(text, paragraphs, proofs)
    inspections = {
        i.pk: Link(i.title, f"/inspections/{i.ref}/{i.slug}/", i.ref) for i in map(_inspection, evidence) if i
    }
    statements = {
        row.statement.pk: Link(
            row.statement.text, f"/statements/{row.statement.ref}/", row.statement.ref, row.statement.kind
        )
        for row in evidence
        if row.statement
    }
    return SourcePage(
        row=row_of(
            source, tuple(_own_proof(row, source) for row in evidence if _is_own(row) and row.field == "published")
        ),
        blocks=blocks,
        pages=len(source.pages),
        length=len(text),
        marks=len({(start, end) for start, end, _ in proofs}),
        covered=text != source.text,
        inspections=tuple(inspections.values()),
        statements=tuple(statements.values()),
        oddities=tuple(source.oddities),
    )


def _is_own(row: Any) -> bool:
    """Evidence of the source about itself, such as the day it was published."""
    return not (row.inspection_id or row.judgement_id or row.statement_id)


def _own_proof(row: Any, source: Source) -> Proof:
    words = privacy.mask(source.text)[row.start : row.end] if row.start is not None else ""
    return Proof(
        source.ref, source.slug, source.title, source.publisher, row.field, row.claim, words, row.start, row.end
    )


def _inspection(row: Any) -> Any:
    return row.inspection or (row.judgement.inspection if row.judgement else None)


def fact_of(row: Any) -> Fact:
    if row.statement:
        about = row.statement.kind if row.field == "text" else f"{row.statement.kind}: {field_words(row.field)}"
        return Fact(about, f"/statements/{row.statement.ref}/", "")
    inspection = _inspection(row)
    if inspection is None:
        return Fact(OWN.get(row.field, f"of this text: {field_words(row.field)}"), "", "")
    words = (
        f"{close_directions(row.judgement.aspect)}: {field_words(row.field)}"
        if row.judgement and not row.judgement.overall
        else field_words(row.field)
    )
    return Fact(words, f"/inspections/{inspection.ref}/{inspection.slug}/", inspection.title, row.field == "mention")


def _page_of(source: Source, at: int) -> int | None:
    return next((number for number, start, end in source.pages if start <= at < end), None)


def source_object(
    source: Any,
    passages: Sequence[Any],
    inspections: Sequence[str],
    statements: Sequence[str],
    proofs: Sequence[Proof],
) -> dict[str, Any]:
    """A source as JSON. Telephone numbers and addresses are covered, one character for one, so spans hold."""
    row = row_of(source, tuple(proof for proof in proofs if proof.field == "published"))
    return {
        "id": row.ref,
        "url": row.url,
        "title": row.title,
        "publisher": row.publisher or None,
        "publisher_kind": row.publisher_kind or None,
        "kind": row.kind,
        "file": row.file,
        "media_type": row.media_type,
        "published": when_object(row.published),
        "received": row.received.isoformat() if row.received else None,
        "licence": row.licence or None,
        "licence_url": row.licence_url or None,
        "original_url": row.original_url or None,
        "archived_url": row.archived_url or None,
        "sha256": row.sha256,
        "pages": [{"number": number, "start": start, "end": end} for number, start, end in source.pages],
        "text": None if source.media_type in TABLE_TYPES else privacy.mask(source.held_text),
        "passages": [
            {
                "start": p.start,
                "end": p.end,
                "furniture": p.furniture,
                "heading": p.heading,
                "number": p.number or None,
                "page": p.page,
            }
            for p in passages
        ],
        "inspections": list(inspections),
        "statements": list(statements),
        "evidence": evidence_objects(proofs),
    }


def source_objects(sources: Sequence[Any]) -> list[dict[str, Any]]:
    """Whole sources (``with_texts``): five queries, however many; tables need more, for what they prove."""
    keys = [source.pk for source in sources]
    passages: dict[int, list[Any]] = defaultdict(list)
    for passage in Passage.objects.of_all(keys):
        passages[passage.source_id].append(passage)
    statements: dict[int, dict[str, None]] = defaultdict(dict)
    for source_key, ref in Evidence.objects.statements_in(keys):
        statements[source_key][ref] = None
    proofs: dict[int, list[Proof]] = defaultdict(list)
    own = Evidence.objects.about_sources_themselves(keys).with_words(privacy.LONGEST)
    for row, proof in show_proofs(own.lines("words_from", "words_around")):
        proofs[row.source_id].append(proof)
    inspections = _inspections_of(sources)
    return [source_object(s, passages[s.pk], inspections[s.pk], list(statements[s.pk]), proofs[s.pk]) for s in sources]


def _inspections_of(sources: Sequence[Any]) -> dict[int, list[str]]:
    """The refs of the inspections that each source proves something of: in the order of a text; those of a table, whose
    rows may be as many as those of the record, from the set that is kept of it, the last of all lists first.
    """
    tables = {source.ref: source.pk for source in sources if source.media_type in TABLE_TYPES}
    found: dict[int, dict[str, None]] = {source.pk: {} for source in sources}
    for key, ref in Evidence.objects.inspections_in(found.keys() - tables.values()):
        found[key][ref] = None
    told = {key: list(refs) for key, refs in found.items()}
    if tables:
        sets = {tables[ref]: read_set(written) for ref, written in Members.objects.of_values(PROVED_BY, tables)}
        refs = refs_at(BitMap.union(BitMap(), *sets.values()))
        told |= {key: [refs[place] for place in reversed(places)] for key, places in sets.items()}
    return told


def refs_at(places: BitMap) -> dict[int, str]:
    """The refs of the inspections at these places: stretches of the list of all are read, not each by itself."""
    found: dict[int, str] = {}
    for first, last in stretches(places):
        found.update(Inspection.objects.refs_between(first, last))
    return found


def stretches(places: BitMap) -> Iterator[tuple[int, int]]:
    """From where to where to read so that every one of these places is, with few others and not too many at once."""
    first = last = None
    for place in places:
        if first is not None and last is not None:
            if place - last <= APART and place - first < AT_ONCE:
                last = place
                continue
            yield first, last
        first = last = place
    if first is not None and last is not None:
        yield first, last
