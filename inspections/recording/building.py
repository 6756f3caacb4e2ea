"""Readings into rows: a pure function, so that the same sources give the same record anywhere."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from inspections import models
from inspections.catalogue import Catalogue
from inspections.evidence import ROW
from inspections.reading.facts import Cells, InspectionFact, Reading, StatementFact, Words
from inspections.reading.plain_facts import PlainFacts
from inspections.reading.serialise import write
from inspections.recording.choosing import choose_plain
from inspections.recording.columns import (
    date_columns,
    hash_text,
    iso_day,
    position_of,
    slug_of,
    sort_date,
    verified_column,
    warning_columns,
    write_reading,
    years_of,
)
from inspections.recording.homes import keys_wanted
from inspections.recording.identity import Event, MergeDecision, gather_events, order_sources
from inspections.recording.merging import Claim, Merged, merge
from inspections.recording.plain import Plain
from inspections.recording.refs import inspection_key, source_ref, statement_refs, statement_text
from inspections.recording.rows import AuthoritySuccessor, InspectionService, Record, StatementInspection, make
from inspections.recording.titles import title_inspection
from inspections.recording.verifying import EXACT, NOT_FOUND, NOT_HELD, Primary, verify
from inspections.wording import NOT_STATED_SERVICE

INSPECTORATE = "inspectorate"
FOOTNOTE = re.compile(r"\s*\[note [0-9]+\]", re.IGNORECASE)
MOST = 5  # ids named in a message


class Unbuildable(Exception):
    """Readings that do not fit one another."""


@dataclass(frozen=True)
class Built:
    """A record, and why its inspections are the ones they are."""

    record: Record
    decisions: tuple[MergeDecision, ...]
    events: tuple[Event, ...]
    readings: tuple[Reading, ...]


def build(readings: Iterable[Reading], catalogue: Catalogue, known: Container[str] = ()) -> Built:
    """The whole record of these readings; ids that are ``known`` already get rows of their own to be compared."""
    ordered = order_sources(readings)
    choice = choose_plain(ordered, catalogue, known)
    events, decisions = gather_events(choice.readings, catalogue)
    builder = Builder(catalogue)
    builder.add_authorities()
    not_recorded: dict[str, list[str]] = defaultdict(list)
    for each in decisions:
        if each.place:
            not_recorded[each.source].append(each.in_words)
    for reading in ordered:
        builder.add_source(reading, not_recorded[reading.held.name])
    merged = [merge(event, catalogue) for event in events]
    builder.add_services(merged, choice.plain.pairs() if choice.plain else ())
    builder.add_inspections(merged)
    builder.add_statements(choice.readings)
    builder.add_aliases()
    if choice.plain:
        builder.add_plain(choice.plain)
    builder.check_ids()
    return Built(builder.record, tuple(decisions), tuple(events), tuple(ordered))


class Builder:
    """The record being filled, with the look-ups that later rows need."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.record = Record()
        self.authorities: dict[str, models.Authority] = {}
        self.services: dict[tuple[str, str], models.Service] = {}
        self.sources: dict[str, models.Source] = {}
        self.inspections: dict[str, models.Inspection] = {}
        self.told: dict[tuple[str, str], str] = {}  # (source's name, key of its fact) -> id of the event
        self.facts: dict[tuple[str, str], InspectionFact] = {}  # the same keys -> the fact itself
        self.events: dict[str, Event] = {}
        self.reports: dict[str, list[Primary]] = {}  # event -> the reports and letters on it that are held

    def add_authorities(self) -> None:
        known = sorted(self.catalogue.authorities.values(), key=lambda authority: authority.slug)
        for each in known:
            self.authorities[each.slug] = self.record.add(
                make(
                    models.Authority,
                    slug=each.slug,
                    name=each.name,
                    official_name=each.official_name,
                    other_names=list(each.other_names),
                    gss=each.gss,
                    gss_codes=[[code, iso_day(since), iso_day(until)] for code, since, until in each.gss_codes],
                    dfe=each.dfe,
                    kind=each.kind,
                    region=each.region,
                    opened=each.opened,
                    closed=each.closed,
                )
            )
        for each in known:
            for successor in each.successors:
                pair = {"from_authority_id": self.authorities[each.slug].pk}
                self.record.add(make(AuthoritySuccessor, **pair, to_authority_id=self.authorities[successor].pk))

    def add_source(self, reading: Reading, not_recorded: Iterable[str] = ()) -> None:
        """``not_recorded``: what its reader took and no inspection has, beside what its reader left out."""
        held, sidecar = reading.held, reading.held.sidecar
        title = title_words(reading) or " ".join((sidecar.title or "").split()) or PurePath(held.name).stem
        source = self.record.add(
            make(
                models.Source,
                ref=source_ref(held.name),
                slug=slug_of(title, 80),
                file=held.name,
                media_type=held.media_type,
                sha256=held.sha256,
                text_sha256=held.sha256 if held.packed else hash_text(held.text),
                text=held.text,
                pages=[[page.number, page.span.start, page.span.end] for page in held.pages],
                title=title,
                kind=reading.kind,
                reader=reading.reader,
                publisher=sidecar.publisher or "",
                publisher_kind=sidecar.publisher_kind or "",
                licence=sidecar.licence or "",
                licence_url=sidecar.licence_url or "",
                url=sidecar.url or "",
                archived_url=sidecar.archived_url or "",
                received=sidecar.received,
                **date_columns("published", reading.published),
                oddities=[write(oddity) for oddity in sidecar.oddities],
                warnings=[
                    *(warning_columns(each.code, each.message, each.span) for each in reading.warnings),
                    *(warning_columns("not-recorded", each, None) for each in not_recorded),
                ],
                sidecar=write(sidecar),
                reading=write_reading(reading),
                counts=count_facts(reading),
            )
        )
        self.sources[held.name] = source
        if held.packed:
            self.record.add(make(models.LongText, source_id=source.pk, packed=held.packed))
        for passage in reading.passages:
            self.record.add(
                make(
                    models.Passage,
                    source_id=source.pk,
                    start=passage.span.start,
                    end=passage.span.end,
                    page=passage.page,
                    number=passage.number,
                    furniture=passage.furniture,
                    heading=passage.heading,
                )
            )
        if reading.title:
            self.add_evidence(source, "title", "", reading.title)
        if reading.published:
            self.add_evidence(source, "published", reading.published.edtf, reading.published.words)

    def add_services(self, merged: Sequence[Merged], more: Iterable[tuple[str, str]] = ()) -> None:
        named = {(slug, each.service_kind or NOT_STATED_SERVICE) for each in merged for slug in each.authorities}
        for slug, kind in sorted(named.union(more) - self.services.keys()):
            self.services[slug, kind] = self.record.add(
                make(models.Service, authority_id=self.authorities[slug].pk, kind=kind)
            )

    def add_inspections(self, merged: Sequence[Merged]) -> None:
        """In order of their dates, so that a greater key is a later inspection; undated ones come first."""
        for each in merged:
            self.events[each.event.ref] = each.event
            for told in each.event.told:
                self.told[told.reading.held.name, told.fact.key] = each.event.ref
                self.facts[told.reading.held.name, told.fact.key] = told.fact
        ordered = sorted(merged, key=lambda each: inspection_key(sort_date(each), each.event.ref))
        begun = len(self.record.of(models.Evidence))
        for each in ordered:
            self.add_inspection(each)
        self.record.bounds[models.Evidence] = begun, len(self.record.of(models.Evidence))
        for each in ordered:
            self.add_links(each)

    def add_plain(self, plain: Plain) -> None:
        """Inspections that stay columns, among those that have rows."""
        plain.source = self.sources[plain.reading.held.name].pk
        plain.services = {pair: row.pk for pair, row in self.services.items()}
        self.record.settle(plain)

    def add_inspection(self, merged: Merged) -> None:
        title = title_inspection(merged, self.catalogue)
        basis = merged.inspected if years_of(merged.inspected) else merged.published
        year_from, year_to = years_of(basis) or (None, None)
        inspection = self.record.add(
            make(
                models.Inspection,
                id=inspection_key(sort_date(merged), merged.event.ref),
                ref=merged.event.ref,
                slug=slug_of(title, 120),
                title=title,
                service_kind=merged.service_kind,
                service_name=merged.service_name,
                provider=merged.provider.id if merged.provider else "",
                provider_name=merged.provider.name if merged.provider else "",
                provider_kind=merged.provider.kind if merged.provider else "",
                inspectorates=list(merged.inspectorates),
                kind=merged.kind,
                framework=merged.framework,
                framework_basis=merged.framework_basis,
                **date_columns("inspected", merged.inspected),
                **date_columns("published", merged.published),
                year_from=year_from,
                year_to=year_to,
                sort_date=sort_date(merged),
                overall_absent=merged.overall_absent,
                outcome=merged.outcome,
                next_due_edtf=merged.next_due.edtf if merged.next_due else "",
                notes=merged.notes,
                disputed=merged.disputed,
                candidates=list(merged.event.candidates),
            )
        )
        self.inspections[merged.event.ref] = inspection
        for slug in merged.authorities:
            service = self.services[slug, merged.service_kind or NOT_STATED_SERVICE]
            self.record.add(make(InspectionService, inspection_id=inspection.pk, service_id=service.pk))
        for inspectorate in merged.inspectorates:
            self.record.add(make(models.InspectedBy, inspection_id=inspection.pk, inspectorate=inspectorate))
        whole = _in_one_row(merged)
        for claim in () if whole else merged.claims:
            self.add_claim(claim, inspection_id=inspection.pk)
        judged = 0
        for position, judgement in enumerate(merged.judgements):
            row = self.record.add(
                make(
                    models.Judgement,
                    inspection_id=inspection.pk,
                    position=position,
                    aspect=judgement.aspect,
                    aspect_slug=judgement.aspect_slug,
                    overall=judgement.overall,
                    scale=judgement.scale,
                    grade=judgement.grade,
                    as_worded=judgement.as_worded,
                    basis=judgement.basis,
                    note=judgement.note,
                )
            )
            judged = row.pk
            for claim in () if whole else judgement.claims:
                self.add_claim(claim, inspection_id=inspection.pk, judgement_id=row.pk)
        if whole:
            source = self.sources[merged.event.told[0].reading.held.name]
            self.record.add(
                make(
                    models.Evidence,
                    source_id=source.pk, inspection_id=inspection.pk, judgement_id=judged or None, field=ROW,
                    sheet=whole.sheet, row=whole.row, told=_all_told(merged),
                )
            )  # fmt: skip

    def add_links(self, merged: Merged) -> None:
        """What came before and what this visit follows, where the sources agree on one."""
        inspection = self.inspections[merged.event.ref]
        for field in ("previous", "follows"):
            named: dict[str, None] = {}
            for told in merged.event.told:
                key = getattr(told.fact, field)
                other = self.told.get((told.reading.held.name, key)) if key else None
                if other and other != merged.event.ref:
                    named[other] = None
                    words = self.words_naming(told.reading, str(key))
                    self.add_claim(Claim(told, field, other, words), inspection_id=inspection.pk)
            if len(named) == 1:
                setattr(inspection, f"{field}_id", self.inspections[next(iter(named))].pk)

    def words_naming(self, reading: Reading, key: str) -> Words:
        """Where a source first speaks of one of its inspections: words of a text, or the cells of a table."""
        fact = self.facts[reading.held.name, key]
        if fact.mentions:
            return Words(spans=fact.mentions[:1])
        cells = (fact.kind_words or Words()).rows
        return Words(cells=cells[0]) if cells else Words()

    def add_statements(self, readings: Sequence[Reading]) -> None:
        for reading in readings:
            if is_primary(reading) and reading.inspections:
                main = self.told[reading.held.name, reading.inspections[0].key]
                furniture = tuple(passage.span for passage in reading.passages if passage.furniture)
                self.reports.setdefault(main, []).append(Primary(reading.held.name, reading.held.text, furniture))
        for reading in readings:
            pairs = zip(reading.statements, statement_refs(reading), strict=True)
            for statement, ref in sorted(pairs, key=lambda pair: position_of(pair[0])):
                self.add_statement(reading, statement, ref)

    def add_statement(self, reading: Reading, fact: StatementFact, ref: str) -> None:
        source = self.sources[reading.held.name]
        about = sorted({self.told[reading.held.name, key] for key in fact.about})
        text = statement_text(fact, reading.held.text)
        speaker = "; ".join(each for each in (fact.speaker, fact.role, fact.organisation) if each)
        statement = self.record.add(
            make(
                models.Statement,
                ref=ref,
                source_id=source.pk,
                kind=fact.kind,
                stance=fact.stance or "",
                text=text,
                in_quotation_marks=fact.in_quotation_marks,
                attributed_to=fact.attributed_to,
                speaker="" if fact.private else fact.speaker or "",
                private_speaker=fact.speaker or "" if fact.private else "",
                role=fact.role or "",
                organisation=fact.organisation or "",
                **date_columns("said", fact.said),
                status=fact.status,
                **self.verify(reading, fact, about, text),
                position=position_of(fact),
            )
        )
        for event in about:
            pair = {"statement_id": statement.pk, "inspection_id": self.inspections[event].pk}
            self.record.add(make(StatementInspection, **pair))
        proofs = (
            ("text", "", fact.words),
            ("attribution", speaker, fact.attribution),
            ("said", fact.said.edtf if fact.said else "", fact.said.words if fact.said else None),
            ("status", fact.status, fact.status_words),
        )
        for field, claim, words in proofs:
            if words:
                self.add_evidence(source, field, claim, words, statement_id=statement.pk)

    def verify(self, reading: Reading, fact: StatementFact, about: Sequence[str], text: str) -> dict[str, Any]:
        """Blank for words that are no report's; a report is its own proof, though not of an earlier one's words.

        That a quotation is not found is only said when every report it may come from is held.
        """
        if fact.attributed_to != "report":
            return {"verification": "", "verified": {}}
        own = self.told[reading.held.name, reading.inspections[0].key] if reading.inspections else ""
        if is_primary(reading) and set(about) <= {own}:
            return {"verification": EXACT, "verified": {}}
        found = verify(text, [primary for event in about for primary in self.reports.get(event, [])])
        all_held = all(event in self.reports for event in about)
        if found.state == NOT_FOUND and not all_held:
            return {"verification": NOT_HELD, "verified": {}}
        source = self.sources[found.primary] if found.primary else None
        return {"verification": found.state, "verified": verified_column(source, found.comparison)}

    def add_claim(self, claim: Claim, **proves: int) -> None:
        self.add_evidence(self.sources[claim.told.reading.held.name], claim.field, claim.value, claim.words, **proves)

    def add_evidence(self, source: models.Source, field: str, claim: str, words: Words, **proves: int) -> None:
        for position, span in enumerate(words.spans):
            self.record.add(
                make(
                    models.Evidence,
                    source_id=source.pk, field=field, claim=claim, position=position,
                    start=span.start, end=span.end, **proves,
                )
            )  # fmt: skip
        for position, cells in enumerate(words.rows, len(words.spans)):
            self.record.add(
                make(
                    models.Evidence,
                    source_id=source.pk, field=field, claim=claim, position=position, sheet=cells.sheet, row=cells.row,
                    cells=[list(cell) for cell in cells.cells], **proves,
                )
            )  # fmt: skip

    def add_aliases(self) -> None:
        """Every id a merged inspection would have had from one source alone leads to it."""
        for ref, event in sorted(self.events.items()):
            for alias in event.aliases:
                title = self.inspections[ref].title
                reason = "the same inspection as another source tells it"
                self.record.add(
                    make(models.Retired, kind="inspection", ref=alias, leads_to=ref, title=title, reason=reason)
                )

    def check_ids(self) -> None:
        """Ids are short: should two ever be equal, nothing is published under either."""
        inspections = [row.ref for row in self.record.of(models.Inspection)]
        aliases = [row.ref for row in self.record.of(models.Retired)]
        self.check_plain([*inspections, *aliases])
        for refs in (
            [row.ref for row in self.record.of(models.Source)],
            inspections + aliases,
            [str(row.pk) for row in self.record.of(models.Inspection)],
            [row.ref for row in self.record.of(models.Statement)],
        ):
            if len(set(refs)) != len(refs):
                twice = sorted(ref for ref, times in Counter(refs).items() if times > 1)
                more = f" and {len(twice) - MOST} more" if len(twice) > MOST else ""
                raise Unbuildable(f"two things would get the same id: {', '.join(twice[:MOST])}{more}")

    def check_plain(self, refs: Iterable[str]) -> None:
        """The same of those that stay columns."""
        plain = self.record.plain
        if plain is None:
            return
        keys = {key for place, key in self.record.cuts if place < len(plain) and plain.keys[place] == key}
        keyed = [row.ref for row in self.record.of(models.Inspection) if row.pk in keys]
        twice = [ref for ref in (plain.twice(), *keyed, *filter(plain.holds, refs)) if ref]
        if twice:
            raise Unbuildable(f"two things would get the same id: {', '.join(twice[:MOST])}")


def _in_one_row(merged: Merged) -> Cells | None:
    """The one row of one table that proves all that is known of an inspection; None where it takes more."""
    if len(merged.judgements) > 1 or len(merged.event.told) > 1:
        return None
    found: Cells | None = None
    for claim in _claims_of(merged):
        words = claim.words
        if words.spans or words.also or words.cells is None:
            return None
        if found and (found.sheet, found.row) != (words.cells.sheet, words.cells.row):
            return None
        found = words.cells
    return found


def _all_told(merged: Merged) -> list[list[Any]]:
    """Every claim of such an inspection, as ``Evidence.told`` holds it."""
    return [
        [claim.field, claim.value, [list(cell) for cell in claim.words.rows[0].cells], judged]
        for judged, claims in ((0, merged.claims), (1, (c for each in merged.judgements for c in each.claims)))
        for claim in claims
        if claim.words.rows
    ]


def _claims_of(merged: Merged) -> list[Claim]:
    """The claims that have words, of the inspection and of its judgements."""
    every = [*merged.claims, *(claim for judgement in merged.judgements for claim in judgement.claims)]
    return [claim for claim in every if claim.words.spans or claim.words.rows]


def count_facts(reading: Reading) -> dict[str, Any]:
    """How much one source says, and by which keys its facts look for their like."""
    facts: Iterable[InspectionFact] = reading.inspections
    if isinstance(facts, PlainFacts):  # a plain row says enough itself: it looks for its like by no name or number
        judged, facts = facts.judgements(), [fact for _, fact in facts.others]
    else:
        judged = sum(len(fact.judgements) + (fact.overall is not None) for fact in facts)
    return {
        "inspections": len(reading.inspections),
        "judgements": judged,
        "statements": len(reading.statements),
        "passages": len(reading.passages),
        "wanting": sorted({key for fact in facts for key in keys_wanted(fact)}),
    }


def title_words(reading: Reading) -> str:
    """A title as its source prints it, on one line: words of a text, or a line above a table, whose marks for
    footnotes are left out."""
    if reading.title is None:
        return ""
    cells = (FOOTNOTE.sub("", text) for row in reading.title.rows for _, text in row.cells)
    return " ".join(" ".join([*reading.title.of(reading.held.text), *cells]).split())


def is_primary(reading: Reading) -> bool:
    """Is this the report or letter itself? An inspectorate's press release or page only tells of one."""
    inspectorates_own = reading.held.sidecar.publisher_kind in (None, INSPECTORATE)
    return inspectorates_own and reading.kind.split()[-1:] in (["report"], ["letter"])
