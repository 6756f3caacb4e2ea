"""What search and the check of quotations look through: made from a record, beside it, in the same step.

Nothing here is part of the record or its digest: the same rows always give the same index. Telephone
numbers, e-mail addresses, the furniture of pages and the names of those who inspected stay out of search.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import repeat
from typing import Any

from django.db import connections
from django.db.models import Model

from inspections import models
from inspections.fulltext import WordIndex, write_vector
from inspections.querysets import CANDIDATES, ENTRY_WORDS, STRETCH_WORDS
from inspections.reading.sources import TABLES
from inspections.recording.inserting import insert_values
from inspections.recording.plain import Plain
from inspections.recording.rows import (
    BATCH,
    KEY,
    InspectionService,
    Record,
    StatementInspection,
    column_names,
    hash_rows,
    light,
    read_rows,
    values_in,
)
from inspections.recording.words import Stretch, TextWords, searchable
from inspections.text import Span
from inspections.wording import kind_in_words

TABLE_TYPES = frozenset(TABLES.values())
EntryService: type[Model] = models.Entry.about.through
INDEXED: tuple[type[Model], ...] = (models.Entry, EntryService, models.Stretch)
STEP = 1 << 16  # between two keys, so that an edition made by difference can put others there: keys give the order
APART: dict[type[Model], int] = {models.Entry: STEP, models.Stretch: STEP}
WORDS_OF: dict[type[Model], WordIndex] = {models.Entry: ENTRY_WORDS, models.Stretch: STRETCH_WORDS}

_INSPECTOR = re.compile(
    r"^\W*(?:(?:lead|reporting|managing|senior|additional|team|inspection|her|his|majesty['’]?s|name of|the)\s+)*"
    r"(?:inspectors?|team|HMI)\b\s*(?:[:–-]|\t| {2,}|$)|\bHMI\b|\b(?:Her|His) Majesty['’]?s Inspector\s*$",
    re.IGNORECASE,
)
_INSPECTORS = re.compile(r"inspector|team|HMI", re.IGNORECASE)  # one of these stands in every line that names one
_SIGNATURE = re.compile(r"\W*yours (?:sincerely|faithfully|truly)\b", re.IGNORECASE)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b")
LONGEST_ADDRESS = 300  # characters of a paragraph that is a postal address
SIGNATURE_LINES = 4  # the greeting that ends a letter, and the name and office of who signs
LONGEST_SIGNATURE = 90  # characters of such a line
LONGEST_NAME_LINE = 160  # characters: a longer line is prose


class Index:
    """Where the rows of the index go, each with the words by which it is found. It keeps their numbers and a hash."""

    worded = False  # are words asked for?

    def __init__(self) -> None:
        self.counts = dict.fromkeys(INDEXED, 0)
        self.batches: dict[type[Model], list[tuple[Any, ...]]] = {table: [] for table in INDEXED}
        self.hashes = {table: hashlib.sha256() for table in INDEXED}

    def add_entry(self, words: Callable[[], tuple[str, str]], services: Iterable[int] = (), **columns: Any) -> None:
        key = self.add(models.Entry, **columns)
        if self.worded:
            self.add_words(ENTRY_WORDS, key, *words())
        for service in sorted(set(services)):
            self.add(EntryService, entry_id=key, service_id=service)
        self.flush_when_full()

    def add_plain(self, plain: Plain, start: int, stop: int) -> None:
        """Plain inspections, each as ``_add_inspection`` adds it."""
        kind, pairs = "inspection", self.counts[EntryService]
        number = self.counts[models.Entry]
        words = plain.words(start, stop) if self.worded else repeat(("", ""))
        for (inspection, services, first, last), found in zip(plain.found_under(start, stop), words, strict=False):
            number += 1
            key = number * STEP
            self.batches[models.Entry].append(
                (key, kind, None, None, inspection, None, None, None, False, "", first, last)
            )
            if self.worded:
                self.add_words(ENTRY_WORDS, key, *found)
            for service in services:
                pairs += 1
                self.batches[EntryService].append((pairs, key, service))
            if not number % BATCH:
                self.flush()
        self.counts[models.Entry], self.counts[EntryService] = number, pairs

    def add_stretch(self, source: int, words: TextWords, stretch: Stretch) -> None:
        span = words.span_of(stretch)
        key = self.add(
            models.Stretch, source_id=source, start=span.start, end=span.end, furniture=stretch.furniture
        )  # fmt: skip
        if self.worded:
            self.add_words(STRETCH_WORDS, key, *words.exact(stretch))
        self.flush_when_full()

    def add(self, table: type[Model], **columns: Any) -> int:
        """A row of the index, under the next key of its table."""
        self.counts[table] += 1
        key = self.counts[table] * APART.get(table, 1)
        self.batches[table].append(values_in(table)(light(table)(id=key, **columns)))
        return key

    def add_words(self, index: WordIndex, key: int, first: str, second: str) -> None:
        """The words of a row, folded and parted by spaces."""

    def flush_when_full(self) -> None:
        if any(len(batch) >= BATCH for batch in self.batches.values()):
            self.flush()

    def flush(self) -> None:
        """Write what is gathered, tables in the order in which they point at one another."""
        for table in INDEXED:
            hash_rows(self.hashes[table], self.batches[table])
            self.write(table, self.batches[table])
            self.batches[table].clear()

    def write(self, table: type[Model], rows: Sequence[tuple[Any, ...]]) -> None:
        """Some rows of a table."""


class WrittenIndex(Index):
    """An index that goes into empty tables; ``apart``: the rows of plain inspections go there another way."""

    worded = True

    def __init__(self, alias: str, apart: bool, worded_apart: bool) -> None:
        super().__init__()
        self.alias = alias
        self.apart, self.worded_apart = apart, worded_apart
        self.words: dict[WordIndex, list[tuple[int, str, str]]] = {index: [] for index in WORDS_OF.values()}

    def add_plain(self, plain: Plain, start: int, stop: int) -> None:
        if not self.apart:
            super().add_plain(plain, start, stop)
            return
        first = self.counts[models.Entry] + 1
        self.counts[models.Entry] += stop - start
        self.counts[EntryService] += plain.count(InspectionService, stop) - plain.count(InspectionService, start)
        if self.worded_apart:
            return
        for number, found in enumerate(plain.words(start, stop), first):
            self.add_words(ENTRY_WORDS, number * STEP, *found)
            if not number % BATCH:
                self.flush()

    def add_words(self, index: WordIndex, key: int, first: str, second: str) -> None:
        self.words[index].append((key, first, second))

    def write(self, table: type[Model], rows: Sequence[tuple[Any, ...]]) -> None:
        index = WORDS_OF.get(table)
        if index is None:
            insert_values(table, rows, self.alias)
            return
        words = self.words[index]
        if connections[self.alias].vendor == "sqlite":
            insert_values(table, rows, self.alias)
            index.fill(words, self.alias)
        else:  # it keeps the words in the rows themselves
            insert_values(table, rows, self.alias, {"words": [write_vector(*each) for _, *each in words]})
        words.clear()


def write_index(record: Record, alias: str, apart: bool = False, worded_apart: bool = False) -> Index:
    """The index of a record into empty tables; of plain inspections all or nothing, or their words alone."""
    index = WrittenIndex(alias, apart, worded_apart)
    build_index(record, index)
    return index


def prove_index(index: Index, database: str, apart: Mapping[type[Model], str] | None = None) -> Iterator[str]:
    """Does what a database searches stand for the record it holds? ``apart``: which rows are not plain inspections'."""
    for table in INDEXED:
        held = hashlib.sha256()
        if apart and table in apart:
            hash_rows(held, _others(table, database, apart[table]))
        else:
            hash_rows(held, _numbered(table, database))
        if held.digest() != index.hashes[table].digest():
            yield f"the rows of {table.__name__} that search looks through are not those of the record"
        if table._default_manager.using(database).count() != index.counts[table]:
            yield f"the rows of {table.__name__} that search looks through are not as many as the record's"
    for words, table in ((ENTRY_WORDS, models.Entry), (STRETCH_WORDS, models.Stretch)):
        if words.count(database) != index.counts[table]:
            yield f"the words of {words.table} are not all there to be searched"


def _others(table: type[Model], database: str, apart: str) -> Iterator[tuple[Any, ...]]:
    """The rows of the index as they were written, without those of plain inspections."""
    rows = table._default_manager.using(database).extra(where=[apart])  # noqa: S610 (our own words)
    return rows.order_by("pk").values_list(*column_names(table)).iterator(BATCH)


def _numbered(table: type[Model], database: str) -> Iterator[tuple[Any, ...]]:
    """The rows of the index with the keys they would have if all were written at once."""
    if table is not EntryService:
        yield from (
            (number * APART[table], *row[1:]) for number, row in enumerate(read_rows(table, database), 1)
        )  # fmt: skip
        return
    entries = models.Entry._default_manager.using(database).order_by("pk").values_list("pk", flat=True)
    held = array(KEY, entries.iterator(BATCH))
    pairs = table._default_manager.using(database).order_by("entry_id", "service_id").values_list(*column_names(table))
    for number, (_, entry, service) in enumerate(pairs.iterator(BATCH), 1):
        at = bisect_left(held, entry)
        yield number, (at + 1) * STEP if at < len(held) and held[at] == entry else None, service


def without_names(text: str) -> str:
    """The lines of a paragraph that do not name those who inspected; the text itself where none does."""
    if not _INSPECTORS.search(text):
        return text
    lines = text.splitlines()
    kept = [line for line in lines if len(line) > LONGEST_NAME_LINE or not _INSPECTOR.search(line)]
    return "\n".join(kept) if len(kept) < len(lines) else text


def build_index(record: Record, index: Index) -> None:
    """Authorities and inspections first, then what was said, then every passage in reading order."""
    related = Related(record)
    for authority in record.of(models.Authority):
        add_authority(index, authority, related)
    for rows, start, stop in record.segments(models.Inspection):
        if rows is None:
            assert record.plain is not None
            index.add_plain(record.plain, start, stop)
        for inspection in rows or ():
            add_inspection(index, inspection, related)
    for statement in record.of(models.Statement):
        add_statement(index, statement, related)
    passages = defaultdict(list)
    for passage in record.of(models.Passage):
        passages[passage.source_id].append(passage)
    for source in record.of(models.Source):
        add_text(index, source, passages[source.pk], related)
    index.flush()


def add_text(index: Index, source: models.Source, passages: Sequence[models.Passage], related: Related) -> None:
    """What a text says, in passages and in stretches; nobody quotes a table word for word."""
    if source.media_type in TABLE_TYPES:
        return
    words = TextWords(source.text)
    _add_passages(index, source, passages, related, words)
    for stretch in words.stretches([Span(each.start, each.end) for each in passages if each.furniture]):
        index.add_stretch(source.pk, words, stretch)


class Related:
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
            self.services[pair.inspection_id].append(pair.service_id)
        for service in record.of(models.Service):
            self.services_at[service.authority_id].append(service.pk)
        for pair in record.rows[StatementInspection]:
            self.inspections[pair.statement_id].append(pair.inspection_id)
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


def add_authority(index: Index, row: models.Authority, related: Related) -> None:
    names = " ".join([row.official_name, *row.other_names, row.gss, row.dfe])
    index.add_entry(
        lambda: (searchable(row.name), searchable(names)), related.services_at[row.pk],
        kind="authority", authority_id=row.pk,
    )  # fmt: skip


def add_inspection(index: Index, row: models.Inspection, related: Related) -> None:
    more = [row.service_name, row.provider_kind, row.provider, row.outcome, kind_in_words(row.kind)]
    more += [*row.inspectorates, row.framework]
    kind = "provider" if row.provider else "inspection"  # kept apart in what a search counts and finds
    index.add_entry(
        lambda: (searchable(row.title), searchable(" ".join(more))), related.services[row.pk],
        kind=kind, inspection_id=row.pk, year_from=row.year_from, year_to=row.year_to,
    )  # fmt: skip


def add_statement(index: Index, row: models.Statement, related: Related) -> None:
    source = related.sources[row.source_id]
    years = _years(row, "said")
    if years == (None, None) and not row.said_edtf:
        years = _years(source, "published")
    index.add_entry(
        lambda: ("", searchable(" ".join([row.text, row.role, row.organisation]))),
        related.services_of(related.inspections[row.pk]),
        kind="statement", statement_id=row.pk, withdrawn=row.status == "withdrawn", publisher=source.publisher,
        year_from=years[0], year_to=years[1],
    )  # fmt: skip


def _add_passages(
    index: Index, source: models.Source, passages: Sequence[models.Passage], related: Related, words: TextWords
) -> None:
    """A passage is about what its own words prove something of; else about all that its source tells of."""
    if not passages:
        return
    proofs, withdrawn = related.proofs[source.pk], related.withdrawn[source.pk]
    years = _years(source, "published")
    told = related.services_of(sorted(related.told[source.pk]))
    signing = 0
    for passage in passages:
        whole = words.masked[passage.start : passage.end]
        text = without_names(whole)
        signing = SIGNATURE_LINES if _SIGNATURE.match(text) else max(0, signing - 1)
        address = len(text) <= LONGEST_ADDRESS and _POSTCODE.search(text)
        if passage.furniture or address or not text.strip() or (signing and len(text) <= LONGEST_SIGNATURE):
            continue
        own = [each for start, end, each in proofs if start < passage.end and passage.start < end]
        place = Span(passage.start, passage.end) if text is whole else None
        index.add_entry(
            partial(_words_of_passage, words, passage.heading, place, text),
            related.services_of(own) if own else told,
            kind="passage", source_id=source.pk, start=passage.start, end=passage.end, publisher=source.publisher,
            withdrawn=any(start < passage.end and passage.start < end for start, end in withdrawn),
            year_from=years[0], year_to=years[1],
        )  # fmt: skip


def _words_of_passage(words: TextWords, heading: bool, place: Span | None, text: str) -> tuple[str, str]:
    found = words.plain(place) if place else searchable(text)
    return (found, "") if heading else ("", found)


def _years(row: Model, name: str) -> tuple[int | None, int | None]:
    """The years of a date; none where it is unknown or only one of several."""
    first, last = getattr(row, f"{name}_earliest"), getattr(row, f"{name}_latest")
    if getattr(row, f"{name}_basis") == CANDIDATES or not (first or last):
        return None, None
    return (first or last).year, (last or first).year
