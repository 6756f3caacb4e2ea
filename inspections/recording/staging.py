"""The plain inspections of a long table into a new SQLite file: SQLite makes their rows, not Python.

Each entry of their columns is put down once in a small table, each inspection as a row of numbers, and one statement
for each table of the record joins them (``staged_rows``); ``staged_proof`` proves them as they stand.
"""

# ruff: noqa: S608 (every name in these statements is our own)

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any

from django.db import connections
from django.db.models import Model

from inspections import models
from inspections.membership import places_from_last
from inspections.querysets import ENTRY_WORDS
from inspections.reading.columns import LONG_REF
from inspections.recording.aside import Aside
from inspections.recording.history import Changes
from inspections.recording.indexing import STEP, EntryService
from inspections.recording.inserting import STAGE, write_json
from inspections.recording.latest import History
from inspections.recording.plain_entries import AFTER_CELLS, UNDATED, Dated, following
from inspections.recording.plain_sets import plain_histories, plain_sets
from inspections.recording.read_model import Written
from inspections.recording.rows import OF_INSPECTIONS, InspectionService, Record
from inspections.recording.staged_proof import QUESTIONS, Proof, by_title, hash_standing, question_of
from inspections.recording.staged_rows import DATED, JUDGED, SELECTED

CELLS = "\x1f"  # where the cells of the origin go: no JSON has this character
NUMBERS = ("place", "number", "who", "origin", "what", "inspected", "published", "extra", "came")
KEYS = ("judgement", "evidence", "pair", "by", "entry", "about")  # of the first row that it has in each table

OTHERS = "inspection_id IS NULL OR inspection_id IN (SELECT id FROM others)"
# of tables in which plain inspections have rows: which are not theirs
APART: dict[type[Model], str] = {
    **dict.fromkeys((*OF_INSPECTIONS, models.Entry), OTHERS),
    models.Inspection: "id IN (SELECT id FROM others)",
    EntryService: f"entry_id IN (SELECT id FROM inspections_entry WHERE {OTHERS})",
    models.Change: "action <> 'added' OR kind <> 'inspection' OR ref IN (SELECT ref FROM others)",
}


class Stage:
    """Plain inspections put down for the tables of one new file, whose connection has this alias."""

    apart: Mapping[type[Model], str] = APART

    def __init__(self, record: Record, alias: str, aside: Aside | None = None) -> None:
        assert record.plain is not None
        self.record, self.plain, self.aside = record, record.plain, aside
        # the library's own: Django's would keep every row it is given
        self.database: sqlite3.Connection = connections[alias].connection
        self.begin()
        self.fill()

    def run(self, sql: str, values: Sequence[Any] = ()) -> Any:
        return self.database.execute(sql, values)

    def one(self, sql: str) -> int:
        found: int = self.run(sql).fetchone()[0]
        return found

    def put(self, name: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], keys: int = 1) -> None:
        """A table beside the record, whose first columns are its key."""
        listed, places = ", ".join(columns), ", ".join("?" * len(columns))
        key = f"PRIMARY KEY ({', '.join(columns[:keys])})) WITHOUT ROWID"
        listed = f"{listed}, {key}" if keys > 1 else f"{columns[0]} INTEGER PRIMARY KEY, {', '.join(columns[1:])})"
        self.run(f"CREATE TABLE {STAGE}.{name} ({listed}")
        self.database.executemany(f"INSERT INTO {name} VALUES ({places})", rows)

    # -- what is put down -------------------------------------------------------------------------

    def fill(self) -> None:
        plain = self.plain
        self.put(
            "plain_who", ("n", "name", "slug", "size", "many", "told"),
            (
                (n, f"{each.name}: ", *_begun(each.slug), len(each.authorities), f"[{_before_cells(each.told)}")
                for n, each in enumerate(plain.who)
            ),
        )  # fmt: skip
        self.put("plain_origin", ("n", "told"), ((n, _cells(cells)) for n, cells in enumerate(plain.origins)))
        self.put(
            "plain_what", ("n", *(f"c{at}" for at in range(9)), "name", "slug", "size", "many", "told"),
            (
                (n, *each.written, f"{each.name}, ", *_begun(each.slug), len(each.inspectorates), following(each.told))
                for n, each in enumerate(plain.what)
            ),
        )  # fmt: skip
        self.put(
            "plain_crew", ("what", "position", "inspectorate"),
            ((n, at, slug) for n, each in enumerate(plain.what) for at, slug in enumerate(each.inspectorates)), 2,
        )  # fmt: skip
        dated = ("n", *DATED, "year_from", "year_to", "day", "name", "slug", "size", "told")
        self.put("plain_inspected", dated, (_dated(n, each, ("", "")) for n, each in enumerate(plain.inspected)))
        self.put("plain_published", dated, (_dated(n, each, UNDATED) for n, each in enumerate(plain.published)))
        self.put(
            "plain_extra", ("n", "outcome", "next_due", "notes", "told"),
            (
                (n, each.outcome, each.next_due, write_json(each.notes), following(each.told))
                for n, each in enumerate(plain.extra)
            ),
        )  # fmt: skip
        self.put(
            "plain_came", ("n", "absent", *JUDGED, "told"),
            (
                (n, each.absent, *(each.judgement or [None] * len(JUDGED)), f"{following(each.told)}]")
                for n, each in enumerate(plain.came)
            ),
        )  # fmt: skip
        self.put("plain_home", ("who", "what", "position", "service", "place"), self._homes(), 3)
        self.put("others", ("id", "ref"), ((row.pk, row.ref) for row in self.record.of(models.Inspection)))
        self.put("plain", ("id", "ref", *NUMBERS, *KEYS), self._rows())

    def _homes(self) -> Iterator[tuple[int, int, int, int, int]]:
        plain = self.plain
        for a, b in set(zip(plain.places["who"], plain.places["what"], strict=True)):
            services = [plain.services[slug, plain.what[b].kind] for slug in plain.who[a].authorities]
            ordered = sorted(services)
            yield from ((a, b, at, service, ordered.index(service)) for at, service in enumerate(services))

    def _rows(self) -> Iterator[tuple[Any, ...]]:
        plain, record = self.plain, self.record
        refs = (plain.refs[at : at + LONG_REF] for at in range(0, len(plain.refs), LONG_REF))
        groups = (plain.places[name] for name in NUMBERS[2:-1])
        pairs = record.first_keys(InspectionService)
        services = len(record.rows[models.Service])  # each is in the entry of its authority, which comes before
        keys = (
            record.first_keys(models.Judgement), record.first_keys(models.Evidence), pairs,
            record.first_keys(models.InspectedBy),
            map(STEP.__mul__, record.plain_entries()),
            map(services.__add__, pairs),
        )  # fmt: skip
        return zip(plain.keys, refs, count(), plain.numbers, *groups, plain.coming, *keys, strict=False)

    # -- rows -------------------------------------------------------------------------------------

    def write(self, table: type[Model]) -> None:
        """The rows that plain inspections have in a table."""
        columns = ", ".join(f'"{column.column}"' for column in table._meta.concrete_fields)
        self.run(f'INSERT INTO "{table._meta.db_table}" ({columns}) {SELECTED[table](self.plain.source)}')

    def write_changes(self, changes: Changes) -> None:
        """That each was added, as the account of the edition numbers it."""
        insert = "INSERT INTO inspections_change (id, edition_id, action, kind, ref, title, fields) "
        rows = "SELECT s.place + ?, ?, 'added', 'inspection', s.ref, i.title, '[]' FROM plain s "
        joined = "CROSS JOIN inspections_inspection i ON i.id = s.id WHERE s.id BETWEEN ? AND ?"
        for number, start, stop in changes.plain_parts():
            ends = self.plain.keys[start], self.plain.keys[stop - 1]
            self.run(insert + rows + joined, [number - start, changes.edition, *ends])

    # -- what is made of them -----------------------------------------------------------------------

    others = "SELECT id FROM others"

    def histories(self) -> dict[int, History]:
        return self.found_histories.result() if self.aside else plain_histories(self.plain)

    def sets(self) -> Written:
        if self.aside:
            return self.found_sets.result()
        many, source, regions = self._to_be_placed()
        firsts = self.record.first_keys(models.Inspection)
        return plain_sets(self.plain, places_from_last(many, firsts), source, regions)

    def _to_be_placed(self) -> tuple[int, str, dict[str, str]]:
        """How many inspections there are, the source of these, and the region of each authority."""
        source = next(row.ref for row in self.record.of(models.Source) if row.pk == self.plain.source)
        regions = {row.slug: row.region for row in self.record.of(models.Authority)}
        return self.record.count(models.Inspection), source, regions

    def begin(self) -> None:
        """What they come to is worked out by another process, if there is one."""
        if self.aside:
            self.found_histories = self.aside.find_histories()
            self.found_sets = self.aside.find_sets(self.record.first_keys(models.Inspection), *self._to_be_placed())

    def begin_proof(self) -> None:
        """All rows of inspections are written, and their places: what stands is hashed from now on, beside all else."""
        if self.aside:
            self.run("COMMIT")  # so that they are in the files, where another connection may read them
            self.run("BEGIN")
            self.proof = Proof(*self.files, question_of(self))

    def standing(self) -> bytes:
        """The hash of the plain inspections that stand."""
        return self.proof.hashed.result() if self.aside else hash_standing(self.database, question_of(self))

    def by_title(self) -> Iterable[int]:
        """The places of all inspections in the order of their titles."""
        return self.proof.titled.result() if self.aside else by_title(self.database)

    def counts(self) -> list[int]:
        """How many stand as questions ask."""
        return [self.one(question) for question in QUESTIONS]

    @property
    def files(self) -> tuple[Path, Path]:
        """The new file and the one beside it."""
        names = {name: Path(file) for _, name, file in self.run("PRAGMA database_list")}
        return names["main"], names[STAGE]


def _before_cells(told: Sequence[list[Any]]) -> str:
    """Claims as JSON, a mark where the cells of their origin follow their own."""
    return ",".join(f"{write_json(each)[: -len(AFTER_CELLS)]}{CELLS}" for each in told)


def _cells(cells: Iterable[Any]) -> str:
    return "".join(f",{write_json(cell)}" for cell in cells) + AFTER_CELLS


def _begun(slug: str) -> tuple[str, int]:
    """The beginning of a slug, which another part follows, and its length."""
    return f"{slug}-", len(slug) + 1


def _dated(n: int, each: Dated, undated: tuple[str, str]) -> tuple[Any, ...]:
    """A date; when published, as a title says it where nothing says when it was inspected."""
    name, slug = each.name, each.slug
    if undated[0]:
        name, slug = (f"published {name}", f"published-{slug}") if name else undated
    years = each.years if each.years and each.day else (None, None)
    day = each.day.isoformat() if each.years and each.day else None
    return (n, *each.written, *years, day, name, slug, len(slug), following(each.told))


def take_words(file: Path, alias: str) -> None:
    """The words of plain inspections into an index that is still empty, as they stand in a file of their own."""
    with connections[alias].cursor() as cursor:
        cursor.execute("ATTACH DATABASE %s AS words", [str(file)])
        for part in ("data", "idx", "docsize"):
            table = f"{ENTRY_WORDS.words_table}_{part}"
            cursor.execute(f"DELETE FROM main.{table}")
            cursor.execute(f"INSERT INTO main.{table} SELECT * FROM words.{table}")
