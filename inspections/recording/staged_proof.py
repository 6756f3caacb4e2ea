"""Do plain inspections stand in a new SQLite file as they are told?

SQLite writes of their rows, as they stand, what ``digests`` hashes of an inspection: it must come to the sums that were
made of the columns without it. With many rows that is done beside all that follows, once they are in the file.
"""

# ruff: noqa: S608 (every name in these statements is our own)

from __future__ import annotations

import hashlib
import sqlite3
from array import array
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future
from contextlib import closing
from itertools import groupby
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from django.db.models import BooleanField, JSONField, Model

from inspections import models
from inspections.membership import PLACE
from inspections.recording.digests import INSPECTION, plain_columns
from inspections.recording.history import Changes
from inspections.recording.read_model import TITLES
from inspections.recording.rows import OF_INSPECTIONS, InspectionService, canonical, column_names
from inspections.recording.staged_rows import DATES, HOMES, YEARS

if TYPE_CHECKING:
    from inspections.recording.staging import Stage

SORTED_IN = 8_192  # KB of memory
Made = TypeVar("Made")


def prove_whole(stage: Stage, standing: bytes, whole: bytes) -> Iterator[str]:
    """Do plain inspections stand as the sums of the record were made of them, and is there nothing else?"""
    if standing != whole:
        yield "the inspections of the long table are not those that were written"
    for table in OF_INSPECTIONS:
        if stage.one(f'SELECT COUNT(*) FROM "{table._meta.db_table}"') != stage.record.count(table):
            yield f"the rows of {table.__name__} are not as many as were written"


def hash_standing(database: sqlite3.Connection, question: str) -> bytes:
    """The hash of plain inspections as they stand, in the order of their keys; none of them is kept."""
    sha256, whole = hashlib.sha256, hashlib.sha256()
    for (written,) in database.execute(question):
        whole.update(sha256(written).digest())
    return whole.digest()


class Proof:
    """What stands, hashed by a thread, and then put in order of titles: SQLite does nearly all of it, and needs no
    Python meanwhile.

    The rows that are asked for are written and no longer change, but the list of tables and indexes does. So the files
    are opened and that list is read here, before anybody goes on writing, and it is held until all is read. What may
    still change must not be asked here: entries of authorities and passages come among those of inspections later.
    """

    def __init__(self, file: Path, stage: Path, question: str) -> None:
        self.database = sqlite3.connect(_as_it_is(file), uri=True, isolation_level=None, check_same_thread=False)
        self.database.execute("ATTACH DATABASE ? AS stage", [_as_it_is(stage)])
        self.database.execute("BEGIN")
        for name in ("main", "stage"):
            self.database.execute(f"SELECT COUNT(*) FROM {name}.sqlite_master").fetchone()
        self.question = question
        self.hashed: Future[bytes] = Future()
        self.titled: Future[array[int]] = Future()
        Thread(target=self._prove, daemon=True).start()  # an import that fails meanwhile does not wait for it

    def _prove(self) -> None:
        with closing(self.database):
            _settle(self.titled, self._sort)
            _settle(self.hashed, lambda: hash_standing(self.database, self.question))

    def _sort(self) -> array[int]:
        self.database.execute(f"PRAGMA cache_size = -{SORTED_IN}")
        found = by_title(self.database)
        self.database.execute("PRAGMA cache_size = -2000")
        return found


def by_title(database: sqlite3.Connection) -> array[int]:
    """The places of all inspections in the order of their titles."""
    return array(PLACE, (position for (position,) in database.execute(TITLES.format(collation=""))))


def _settle(future: Future[Made], make: Callable[[], Made]) -> None:
    """Whatever goes wrong is told to whoever waits."""
    try:
        future.set_result(make())
    except BaseException as error:  # noqa: BLE001
        future.set_exception(error)


def _as_it_is(file: Path) -> str:
    """A file as it is, without a lock, which its writer would have to wait for."""
    return f"{file.as_uri()}?mode=ro&immutable=1"


def prove_keys(stage: Stage) -> Iterator[str]:
    """Do the rows that are not plain inspections', in the tables that these have rows in too, lead somewhere?"""
    for table, apart in stage.apart.items():
        name = table._meta.db_table
        for _, _, parent, column, key, *_ in stage.run(f'PRAGMA foreign_key_list("{name}")').fetchall():
            lost = (
                f'SELECT COUNT(*) FROM "{name}" WHERE ({apart}) AND "{column}" IS NOT NULL '
                f'AND "{column}" NOT IN (SELECT "{key}" FROM "{parent}")'
            )
            if many := stage.one(lost):
                yield f"{many} rows of {table.__name__} lead to no {parent}"


def prove_entries(stage: Stage) -> Iterator[str]:
    """Is each found by its years and services, in its place among the others?"""
    entries, pairs = stage.counts()
    if entries != len(stage.plain):
        yield "the rows of Entry that search looks through are not those of the inspections"
    if pairs != stage.plain.count(InspectionService, len(stage.plain)):
        yield "the services that search looks through are not those of the inspections"


ENTRIES = (
    "SELECT COUNT(*) FROM plain s CROSS JOIN inspections_entry e ON e.id = s.entry "
    f"{DATES} WHERE e.kind = 'inspection' AND e.inspection_id = s.id AND e.source_id IS NULL "
    'AND e.statement_id IS NULL AND e.authority_id IS NULL AND e.start IS NULL AND e."end" IS NULL '
    f"AND NOT e.withdrawn AND e.publisher = '' AND (e.year_from, e.year_to) IS ({YEARS})"
)
ABOUTS = (
    f"SELECT COUNT(*) FROM plain s {HOMES} CROSS JOIN inspections_entry_about a ON a.id = s.about + h.place "
    "WHERE a.entry_id = s.entry AND a.service_id = h.service"
)
QUESTIONS = (ENTRIES, ABOUTS)


def prove_changes(stage: Stage, changes: Collection[Any]) -> Iterator[str]:
    """Does the account of the edition say that each was added?"""
    assert isinstance(changes, Changes)
    asked = (
        "SELECT COUNT(*) FROM plain s CROSS JOIN inspections_inspection i ON i.id = s.id CROSS JOIN "
        "inspections_change c ON c.id = s.place + ? WHERE s.id BETWEEN ? AND ? AND c.edition_id = ? "
        "AND c.action = 'added' AND c.kind = 'inspection' AND c.ref = s.ref AND c.title = i.title "
        "AND c.fields = '[]'"
    )
    found = 0
    for number, start, stop in changes.plain_parts():
        ends = stage.plain.keys[start], stage.plain.keys[stop - 1]
        found += stage.run(asked, [number - start, *ends, changes.edition]).fetchone()[0]
    if found != len(stage.plain) or stage.one("SELECT COUNT(*) FROM inspections_change") != len(changes):
        yield "the rows of Change are not those that were written"


def question_of(stage: Stage) -> str:
    """Each with what ``digests.unit_of_inspection`` writes of it, made of the rows as they stand."""
    source = canonical(next(row.ref for row in stage.record.of(models.Source) if row.pk == stage.plain.source))
    inspection = _written("i", models.Inspection, plain_columns(models.Inspection))
    judgement = _written("j", models.Judgement, plain_columns(models.Judgement))
    proof = _written("e", models.Evidence, plain_columns(models.Evidence)[:-2])
    services = _each(
        "h", "w.many", "s.pair", "json_array({0}_of.slug, {0}_kind.kind)", "inspections_inspection_services",
        "{1} JOIN inspections_service {0}_kind ON {0}_kind.id = {0}.service_id "
        "{1} JOIN inspections_authority {0}_of ON {0}_of.id = {0}_kind.authority_id",
    )  # fmt: skip
    crew = _each("b", "t.many", "s.by", "json_quote({0}.inspectorate)", "inspections_inspectedby")
    return (
        f"SELECT ifnull(CAST('[\"{INSPECTION}\",[' || {inspection} || '],\"\",\"\",[' || {services.told} || '],[' || "
        f"{crew.told} || '],[' || CASE WHEN j.id IS NULL THEN '' ELSE '[' || {judgement} || ']' END || "
        f"'],[[{source},' || ifnull(j.position, 'null') || ',' || {proof} || ',' || "
        "e.cells || ',' || e.told || ']]]' AS blob), x'') FROM plain s "
        "CROSS JOIN inspections_inspection i ON i.id = s.id "
        "CROSS JOIN plain_who w ON w.n = s.who CROSS JOIN plain_what t ON t.n = s.what "
        "CROSS JOIN inspections_evidence e ON e.id = s.evidence AND e.inspection_id = i.id "
        "LEFT JOIN inspections_judgement j ON j.id = s.judgement AND j.inspection_id = i.id "
        f"{services.joined} {crew.joined} "
        "WHERE i.previous_id IS NULL AND i.follows_id IS NULL AND e.statement_id IS NULL "
        f"AND e.judgement_id IS j.id AND e.source_id = {stage.plain.source} ORDER BY s.id"
    )


class _Each(NamedTuple):
    """What is told of the rows that an inspection has in a table, and how the first of them is joined."""

    told: str
    joined: str


def _each(row: str, many: str, first: str, told: str, table: str, more: str = "") -> _Each:
    """Most inspections have just one ``row`` in the table, its key ``first``: only of others it is asked singly.

    In ``told`` and in what joins ``more`` tables the row is {0}, and {1} the kind of join.
    """
    others = f"FROM {table} r {more.format('r', 'CROSS')} WHERE r.inspection_id = i.id AND r.id"
    return _Each(
        f"ifnull(CASE {many} WHEN 1 THEN {told.format(row)} ELSE (SELECT group_concat({told.format('r')}) "
        f"{others} >= {first} AND r.id < {first} + {many}) END, '')",
        f"LEFT JOIN {table} {row} ON {row}.id = {first} AND {row}.inspection_id = i.id {more.format(row, 'LEFT')}",
    )


def _written(alias: str, table: type[Model], names: Sequence[str]) -> str:
    """An expression that writes these columns of a row as canonical JSON, without the brackets around them.

    JSON stands in its column as it is hashed: any other spelling of it comes to another sum.
    """
    columns = {column.attname: column for column in table._meta.concrete_fields}
    assert set(names) <= set(column_names(table))
    parts: list[str] = []
    for is_simple, some in groupby(names, key=lambda name: not isinstance(columns[name], JSONField | BooleanField)):
        places = [(columns[name], f'{alias}."{columns[name].column}"') for name in some]
        if is_simple:
            listed = ", ".join(place for _, place in places)
            parts.append(
                f"trim(json_array({listed}), '[]')"
            )  # no value begins or ends with a bracket: words are quoted
            continue
        parts += [
            place
            if isinstance(column, JSONField)
            else f"CASE {place} WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE json_quote({place}) END"
            for column, place in places
        ]
    return " || ',' || ".join(parts)
