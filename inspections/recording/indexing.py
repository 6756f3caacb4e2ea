"""What search and the check of quotations look through: made from a record, beside it, in the same step.

Nothing here is part of the record or its digest: the same rows always give the same index. Telephone
numbers, e-mail addresses, the furniture of pages and the names of those who inspected stay out of search.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.db.models import Model

from inspections import models, privacy
from inspections.fulltext import exact_key, plain_key
from inspections.querysets import CANDIDATES, ENTRY_WORDS, STRETCH_WORDS
from inspections.quotes import Folded, fold
from inspections.recording.rows import InspectionService, Record, StatementInspection, column_names
from inspections.text import Span
from inspections.wording import kind_in_words

LONG = 256  # words of a stretch
STEP = LONG // 2  # to the next: any run of this many words lies whole in one stretch
BATCH = 2000
EntryService: type[Model] = models.Entry.about.through
INDEXED: tuple[type[Model], ...] = (models.Entry, EntryService, models.Stretch)

_INSPECTOR = re.compile(
    r"^\W*(?:(?:lead|reporting|managing|senior|additional|team|inspection|her|his|majesty['’]?s|name of|the)\s+)*"
    r"(?:inspectors?|team|HMI)\b\s*(?:[:–-]|\t| {2,}|$)|\bHMI\b|\b(?:Her|His) Majesty['’]?s Inspector\s*$",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"\W*yours (?:sincerely|faithfully|truly)\b", re.IGNORECASE)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b")
LONGEST_ADDRESS = 300  # characters of a paragraph that is a postal address
SIGNATURE_LINES = 4  # the greeting that ends a letter, and the name and office of who signs
LONGEST_SIGNATURE = 90  # characters of such a line
LONGEST_NAME_LINE = 160  # characters: a longer line is prose


@dataclass
class Index:
    """Rows of the index, with the words by which each is found; without them for a comparison of the rows alone."""

    worded: bool = True
    entries: list[models.Entry] = field(default_factory=list)
    entry_words: list[tuple[int, str, str]] = field(default_factory=list)
    about: list[Model] = field(default_factory=list)
    stretches: list[models.Stretch] = field(default_factory=list)
    stretch_words: list[tuple[int, str, str]] = field(default_factory=list)

    def add_entry(self, entry: models.Entry, first: str, second: str, services: Iterable[int] = ()) -> None:
        entry.pk = len(self.entries) + 1
        self.entries.append(entry)
        if self.worded:
            self.entry_words.append((entry.pk, searchable(first), searchable(second)))
        for service in sorted(set(services)):
            self.about.append(EntryService(pk=len(self.about) + 1, entry_id=entry.pk, service_id=service))

    def add_stretch(self, source: int, words: Folded, furniture: bool) -> None:
        key = len(self.stretches) + 1
        span = words.span(0, len(words.words))
        self.stretches.append(
            models.Stretch(pk=key, source_id=source, start=span.start, end=span.end, furniture=furniture)
        )
        if not self.worded:
            return
        joined = " ".join(map(exact_key, words.joined_words())) if words.joined else ""
        self.stretch_words.append((key, " ".join(map(exact_key, words.words)), joined))

    def rows_of(self, table: type[Model]) -> Sequence[Model]:
        return {models.Entry: self.entries, EntryService: self.about, models.Stretch: self.stretches}[table]  # type: ignore[return-value]


def write_index(index: Index, alias: str) -> None:
    """The index into empty tables."""
    for table in INDEXED:
        table._default_manager.using(alias).bulk_create(index.rows_of(table), batch_size=BATCH)
    ENTRY_WORDS.fill(index.entry_words, alias)
    STRETCH_WORDS.fill(index.stretch_words, alias)


def prove_index(index: Index, database: str) -> Iterator[str]:
    """Does what a database searches stand for the record it holds?"""
    for table in INDEXED:
        held = table._default_manager.using(database).order_by("pk").values_list(*column_names(table))
        names = column_names(table)
        if list(held) != [tuple(getattr(row, name) for name in names) for row in index.rows_of(table)]:
            yield f"the rows of {table.__name__} that search looks through are not those of the record"
    for words, rows in ((ENTRY_WORDS, index.entries), (STRETCH_WORDS, index.stretches)):
        if words.count(database) != len(rows):
            yield f"the words of {words.table} are not all there to be searched"


def searchable(text: str) -> str:
    """Words as searches compare them; hyphenated ones also as one word."""
    words = fold(privacy.mask(text).replace(privacy.COVER, " "))
    keys = [plain_key(word) for word in words.words]
    if words.joined:
        keys += [plain_key(words.words[n] + words.words[n + 1]) for n in sorted(words.joined)]
    return " ".join(filter(None, keys))


def without_names(text: str) -> str:
    """The lines of a paragraph that do not name those who inspected."""
    lines = text.splitlines()
    return "\n".join(line for line in lines if len(line) > LONGEST_NAME_LINE or not _INSPECTOR.search(line))


def build_index(record: Record, worded: bool = True) -> Index:
    """Authorities and inspections first, then what was said, then every passage in reading order."""
    index = Index(worded)
    related = _Related(record)
    for authority in record.of(models.Authority):
        names = [authority.official_name, *authority.other_names, authority.gss, authority.dfe]
        entry = models.Entry(kind="authority", authority_id=authority.pk)
        index.add_entry(entry, authority.name, " ".join(names), related.services_at[authority.pk])
    for inspection in record.of(models.Inspection):
        _add_inspection(index, inspection, related)
    for statement in record.of(models.Statement):
        _add_statement(index, statement, related)
    passages = defaultdict(list)
    for passage in record.of(models.Passage):
        passages[passage.source_id].append(passage)
    for source in record.of(models.Source):
        _add_passages(index, source, passages[source.pk], related)
        furniture = [Span(each.start, each.end) for each in passages[source.pk] if each.furniture]
        for words, held_furniture in stretches(source.text, furniture):
            index.add_stretch(source.pk, words, held_furniture)
    return index


class _Related:
    """What belongs to what, looked up by key."""

    def __init__(self, record: Record) -> None:
        self.sources = {row.pk: row for row in record.of(models.Source)}
        self.services: dict[int, list[int]] = defaultdict(list)  # of an inspection
        self.services_at: dict[int, list[int]] = defaultdict(list)  # at an authority
        self.inspections: dict[int, list[int]] = defaultdict(list)  # of a statement
        self.told: dict[int, set[int]] = defaultdict(set)  # inspections of a source
        self.proofs: dict[int, list[tuple[int, int, int]]] = defaultdict(list)  # of a source: start, end, inspection
        self.withdrawn: dict[int, list[tuple[int, int]]] = defaultdict(list)  # places in a source
        for pair in record.rows[InspectionService]:
            self.services[pair.inspection_id].append(pair.service_id)  # type: ignore[attr-defined]
        for service in record.of(models.Service):
            self.services_at[service.authority_id].append(service.pk)
        for pair in record.rows[StatementInspection]:
            self.inspections[pair.statement_id].append(pair.inspection_id)  # type: ignore[attr-defined]
        withdrawn = {row.pk for row in record.of(models.Statement) if row.status == "withdrawn"}
        for proof in record.of(models.Evidence):
            about = [proof.inspection_id] if proof.inspection_id else self.inspections[proof.statement_id or 0]
            self.told[proof.source_id].update(about)
            if proof.start is None or proof.end is None:
                continue
            self.proofs[proof.source_id] += [(proof.start, proof.end, each) for each in about]
            if proof.statement_id in withdrawn and proof.field == "text":
                self.withdrawn[proof.source_id].append((proof.start, proof.end))

    def services_of(self, inspections: Iterable[int]) -> list[int]:
        return [service for inspection in inspections for service in self.services[inspection]]


def _add_inspection(index: Index, row: models.Inspection, related: _Related) -> None:
    more = [row.service_name, row.provider_kind, row.provider, row.outcome, kind_in_words(row.kind)]
    more += [*row.inspectorates, row.framework]
    kind = "provider" if row.provider else "inspection"  # kept apart in what a search counts and finds
    entry = models.Entry(kind=kind, inspection_id=row.pk, year_from=row.year_from, year_to=row.year_to)
    index.add_entry(entry, row.title, " ".join(more), related.services[row.pk])


def _add_statement(index: Index, row: models.Statement, related: _Related) -> None:
    source = related.sources[row.source_id]
    years = _years(row, "said")
    if years == (None, None) and not row.said_edtf:
        years = _years(source, "published")
    entry = models.Entry(
        kind="statement", statement_id=row.pk, withdrawn=row.status == "withdrawn", publisher=source.publisher,
        year_from=years[0], year_to=years[1],
    )  # fmt: skip
    services = related.services_of(related.inspections[row.pk])
    index.add_entry(entry, "", " ".join([row.text, row.role, row.organisation]), services)


def _add_passages(index: Index, source: models.Source, passages: Sequence[models.Passage], related: _Related) -> None:
    """A passage is about what its own words prove something of; else about all that its source tells of."""
    proofs, withdrawn = related.proofs[source.pk], related.withdrawn[source.pk]
    years = _years(source, "published")
    told = related.services_of(sorted(related.told[source.pk]))
    masked = privacy.mask(source.text)
    signing = 0
    for passage in passages:
        words = without_names(masked[passage.start : passage.end])
        signing = SIGNATURE_LINES if _SIGNATURE.match(words) else max(0, signing - 1)
        address = len(words) <= LONGEST_ADDRESS and _POSTCODE.search(words)
        if passage.furniture or address or not words.strip() or (signing and len(words) <= LONGEST_SIGNATURE):
            continue
        own = [each for start, end, each in proofs if start < passage.end and passage.start < end]
        entry = models.Entry(
            kind="passage", source_id=source.pk, start=passage.start, end=passage.end, publisher=source.publisher,
            withdrawn=any(start < passage.end and passage.start < end for start, end in withdrawn),
            year_from=years[0], year_to=years[1],
        )  # fmt: skip
        index.add_entry(entry, words if passage.heading else "", "" if passage.heading else words,
                        related.services_of(own) if own else told)  # fmt: skip


def _years(row: Model, name: str) -> tuple[int | None, int | None]:
    """The years of a date; none where it is unknown or only one of several."""
    first, last = getattr(row, f"{name}_earliest"), getattr(row, f"{name}_latest")
    if getattr(row, f"{name}_basis") == CANDIDATES or not (first or last):
        return None, None
    return (first or last).year, (last or first).year


def stretches(text: str, furniture: Sequence[Span]) -> Iterator[tuple[Folded, bool]]:
    """The words of a text in overlapping runs: without its furniture, and around each piece of furniture with it."""
    text = privacy.mask(text)
    plain = fold(text, skip=sorted(furniture))
    yield from ((words, False) for words in _runs(plain))
    if not furniture:
        return
    whole = fold(text)
    hidden = sorted(furniture)
    for words in _runs(whole):
        start, end = words.starts[0], words.ends[-1]
        if any(span.start < end and start < span.end for span in hidden):
            yield words, True


def _runs(words: Folded) -> Iterator[Folded]:
    for first in range(0, len(words.words), STEP):
        yield words.cut(first, min(first + LONG, len(words.words)))
        if first + LONG >= len(words.words):
            return
