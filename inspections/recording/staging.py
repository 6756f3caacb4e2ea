"""The plain inspections of a long table into a new SQLite file: SQLite makes their rows, not Python.

Each entry of their columns is put down once in a small table, each inspection as a row of numbers, and one statement
for each table of the record joins them. The rows are proven as they stand: SQLite writes of them what ``digests``
hashes of an inspection, which must come to the sums that were made of the columns without it.
"""

# ruff: noqa: S608 (every name in these statements is our own)

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any

from django.db import connections
from django.db.models import BooleanField, JSONField, Model

from inspections import models
from inspections.evidence import ROW
from inspections.membership import PLACE
from inspections.querysets import ENTRY_WORDS
from inspections.reading.columns import LONG_REF
from inspections.recording.digests import INSPECTION, Hashed, Sums, plain_columns
from inspections.recording.history import Changes
from inspections.recording.indexing import STEP, EntryService
from inspections.recording.inserting import write_json
from inspections.recording.latest import History
from inspections.recording.plain import AFTER_CELLS, UNDATED, Dated, following
from inspections.recording.plain_sets import plain_histories, plain_places
from inspections.recording.read_model import Places
from inspections.recording.rows import OF_INSPECTIONS, InspectionService, Record, canonical, column_names

CELLS = "\x1f"  # where the cells of the origin go: no JSON has this character
DATED = ("edtf", "earliest", "latest", "basis", "note")
JUDGED = ("position", "aspect", "aspect_slug", "overall", "scale", "grade", "as_worded", "basis", "note")
NUMBERS = ("place", "number", "who", "origin", "what", "inspected", "published", "extra", "came")
KEYS = ("judgement", "evidence", "pair", "by", "entry", "about")  # of the first row that it has in each table
ENTRIES = (  # what the numbers of an inspection stand for
    "CROSS JOIN plain_who w ON w.n = s.who CROSS JOIN plain_what t ON t.n = s.what "
    "CROSS JOIN plain_inspected i ON i.n = s.inspected CROSS JOIN plain_published p ON p.n = s.published "
    "CROSS JOIN plain_extra x ON x.n = s.extra CROSS JOIN plain_came c ON c.n = s.came"
)
HOMES = "CROSS JOIN plain_home h ON h.who = s.who AND h.what = s.what"
DATES = "CROSS JOIN plain_inspected i ON i.n = s.inspected CROSS JOIN plain_published p ON p.n = s.published"
YEARS = ", ".join(f"CASE WHEN i.day IS NULL THEN p.{name} ELSE i.{name} END" for name in ("year_from", "year_to"))


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

    def __init__(self, record: Record, alias: str) -> None:
        assert record.plain is not None
        self.record, self.plain = record, record.plain
        self.database = connections[alias].connection  # the library's own: Django's would keep every row it is given
        self.fill()

    def run(self, sql: str, values: Sequence[Any] = ()) -> Any:
        return self.database.execute(sql, values)

    def one(self, sql: str) -> int:
        found: int = self.run(sql).fetchone()[0]
        return found

    def put(self, name: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], keys: int = 1) -> None:
        """A table of this connection alone, whose first columns are its key."""
        listed, places = ", ".join(columns), ", ".join("?" * len(columns))
        key = f"PRIMARY KEY ({', '.join(columns[:keys])})) WITHOUT ROWID"
        listed = f"{listed}, {key}" if keys > 1 else f"{columns[0]} INTEGER PRIMARY KEY, {', '.join(columns[1:])})"
        self.run(f"CREATE TEMP TABLE {name} ({listed}")
        self.database.executemany(f"INSERT INTO {name} VALUES ({places})", rows)

    # -- what is put down -------------------------------------------------------------------------

    def fill(self) -> None:
        plain = self.plain
        self.put(
            "plain_who", ("n", "name", "slug", "many", "told"),
            (
                (n, each.name, each.slug, len(each.authorities), _before_cells(each.told))
                for n, each in enumerate(plain.who)
            ),
        )  # fmt: skip
        self.put("plain_origin", ("n", "told"), ((n, _cells(cells)) for n, cells in enumerate(plain.origins)))
        self.put(
            "plain_what", ("n", *(f"c{at}" for at in range(9)), "name", "slug", "many", "told"),
            (
                (n, *each.written, each.name, each.slug, len(each.inspectorates), following(each.told))
                for n, each in enumerate(plain.what)
            ),
        )  # fmt: skip
        self.put(
            "plain_crew", ("what", "position", "inspectorate"),
            ((n, at, slug) for n, each in enumerate(plain.what) for at, slug in enumerate(each.inspectorates)), 2,
        )  # fmt: skip
        dated = ("n", *DATED, "year_from", "year_to", "day", "name", "slug", "told")
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
                (n, each.absent, *(each.judgement or [None] * len(JUDGED)), following(each.told))
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
        self.run(f'INSERT INTO "{table._meta.db_table}" ({columns}) {SELECTED[table](self)}')

    def write_changes(self, changes: Changes) -> None:
        """That each was added, as the account of the edition numbers it."""
        insert = "INSERT INTO inspections_change (id, edition_id, action, kind, ref, title, fields) "
        rows = "SELECT s.place + ?, ?, 'added', 'inspection', s.ref, i.title, '[]' FROM plain s "
        joined = "CROSS JOIN inspections_inspection i ON i.id = s.id WHERE s.id BETWEEN ? AND ?"
        for number, start, stop in changes.plain_parts():
            ends = self.plain.keys[start], self.plain.keys[stop - 1]
            self.run(insert + rows + joined, [number - start, changes.edition, *ends])

    def prove_changes(self, changes: Collection[Any]) -> Iterator[str]:
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
            ends = self.plain.keys[start], self.plain.keys[stop - 1]
            found += self.run(asked, [number - start, *ends, changes.edition]).fetchone()[0]
        if found != len(self.plain) or self.one("SELECT COUNT(*) FROM inspections_change") != len(changes):
            yield "the rows of Change are not those that were written"

    # -- what is made of them -----------------------------------------------------------------------

    others = "SELECT id FROM others"

    def histories(self, own: Collection[int]) -> dict[int, History]:
        return plain_histories(self.plain, own)

    def places(self) -> Iterator[Places]:
        many = self.record.count(models.Inspection)
        positions = array(PLACE, map(many.__sub__, self.record.first_keys(models.Inspection)))
        source = next(row.ref for row in self.record.of(models.Source) if row.pk == self.plain.source)
        regions = {row.slug: row.region for row in self.record.of(models.Authority)}
        return plain_places(self.plain, positions, source, regions)

    # -- proof ------------------------------------------------------------------------------------

    def prove(self, generic: Iterable[Hashed], sums: Iterable[models.Sum]) -> Iterator[str]:
        """Do the inspections that stand come to the sums of the record, and is there nothing else?"""
        found = Sums()
        for hashed in generic:
            found.add_hash(*hashed)
        for ref, written in self.run(self._units()):
            found.add_hash(INSPECTION, ref, hashlib.sha256((written or "").encode()).digest())
        ours = {row.begins: row.digest for row in sums if row.kind == INSPECTION}
        stand = {row.begins: row.digest for row in found.rows() if row.kind == INSPECTION}
        for begins in sorted(ours.keys() | stand.keys()):
            if ours.get(begins) != stand.get(begins):
                yield f"the inspections whose ids begin with {begins} are not those that were written"
        for table in OF_INSPECTIONS:
            if self.one(f'SELECT COUNT(*) FROM "{table._meta.db_table}"') != self.record.count(table):
                yield f"the rows of {table.__name__} are not as many as were written"

    def prove_entries(self) -> Iterator[str]:
        """Is each found by its years and services, in its place among the others?"""
        entries = self.one(
            "SELECT COUNT(*) FROM plain s CROSS JOIN inspections_entry e ON e.id = s.entry "
            f"{DATES} WHERE e.kind = 'inspection' AND e.inspection_id = s.id AND e.source_id IS NULL "
            'AND e.statement_id IS NULL AND e.authority_id IS NULL AND e.start IS NULL AND e."end" IS NULL '
            "AND NOT e.withdrawn AND e.publisher = '' AND (e.year_from, e.year_to) "
            f"IS ({YEARS})"
        )
        if entries != len(self.plain):
            yield "the rows of Entry that search looks through are not those of the inspections"
        pairs = self.one(
            f"SELECT COUNT(*) FROM plain s {HOMES} CROSS JOIN inspections_entry_about a ON a.id = s.about + h.place "
            "WHERE a.entry_id = s.entry AND a.service_id = h.service"
        )
        if pairs != self.plain.count(InspectionService, len(self.plain)):
            yield "the services that search looks through are not those of the inspections"

    def _units(self) -> str:
        """Each with what ``digests.unit_of_inspection`` writes of it, made of the rows as they stand."""
        source = canonical(next(row.ref for row in self.record.of(models.Source) if row.pk == self.plain.source))
        inspection = _array("i", models.Inspection, plain_columns(models.Inspection))
        judgement = _array("j", models.Judgement, plain_columns(models.Judgement))
        proof = _array("e", models.Evidence, plain_columns(models.Evidence)[:-2])
        services = (
            "SELECT group_concat(json_array(a.slug, v.kind)) FROM inspections_inspection_services r "
            "CROSS JOIN inspections_service v ON v.id = r.service_id "
            "CROSS JOIN inspections_authority a ON a.id = v.authority_id "
            "WHERE r.id >= s.pair AND r.id < s.pair + w.many AND r.inspection_id = i.id"
        )
        crew = (
            "SELECT group_concat(json_quote(b.inspectorate)) FROM inspections_inspectedby b "
            "WHERE b.id >= s.by AND b.id < s.by + t.many AND b.inspection_id = i.id"
        )
        return (
            f"SELECT i.ref, '[\"{INSPECTION}\",' || {inspection} || ',\"\",\"\",[' || ({services}) || '],[' || "
            f"ifnull(({crew}), '') || '],[' || CASE WHEN j.id IS NULL THEN '' ELSE {judgement} END || '],"
            f"[[{source},' || ifnull(j.position, 'null') || ',' || substr({proof}, 2, length({proof}) - 2) || ',' || "
            "e.cells || ',' || e.told || ']]]' FROM plain s CROSS JOIN inspections_inspection i ON i.id = s.id "
            "CROSS JOIN plain_who w ON w.n = s.who CROSS JOIN plain_what t ON t.n = s.what "
            "CROSS JOIN inspections_evidence e ON e.id = s.evidence AND e.inspection_id = i.id "
            "LEFT JOIN inspections_judgement j ON j.id = s.judgement AND j.inspection_id = i.id "
            "WHERE i.previous_id IS NULL AND i.follows_id IS NULL AND e.statement_id IS NULL "
            f"AND e.judgement_id IS j.id AND e.source_id = {self.plain.source}"
        )


def _before_cells(told: Sequence[list[Any]]) -> str:
    """Claims as JSON, a mark where the cells of their origin follow their own."""
    return ",".join(f"{write_json(each)[: -len(AFTER_CELLS)]}{CELLS}" for each in told)


def _cells(cells: Iterable[Any]) -> str:
    return "".join(f",{write_json(cell)}" for cell in cells) + AFTER_CELLS


def _dated(n: int, each: Dated, undated: tuple[str, str]) -> tuple[Any, ...]:
    """A date; when published, as a title says it where nothing says when it was inspected."""
    name, slug = each.name, each.slug
    if undated[0]:
        name, slug = (f"published {name}", f"published-{slug}") if name else undated
    years = each.years if each.years and each.day else (None, None)
    day = each.day.isoformat() if each.years and each.day else None
    return (n, *each.written, *years, day, name, slug, following(each.told))


def _inspections(stage: Stage) -> str:
    when = "CASE WHEN i.name = '' THEN p.{0} ELSE i.{0} END"
    slug = f"w.slug || '-' || t.slug || '-' || {when.format('slug')}"
    what = ", ".join(f"t.c{at}" for at in range(9))
    dates = ", ".join(f"{which}.{name}" for which in ("i", "p") for name in DATED)
    return (
        f"SELECT s.id, s.ref, CASE WHEN length({slug}) <= 120 THEN {slug} ELSE rtrim(substr({slug}, 1, 120), '-') END, "
        f"w.name || ': ' || t.name || ', ' || {when.format('name')}, {what}, {dates}, {YEARS}, "
        "ifnull(i.day, p.day), c.absent, x.outcome, NULL, NULL, x.next_due, x.notes, '[]', '[]' "
        f"FROM plain s {ENTRIES}"
    )


def _services(stage: Stage) -> str:
    return f"SELECT s.pair + h.position, s.id, h.service FROM plain s {HOMES}"


def _inspected_by(stage: Stage) -> str:
    joined = "CROSS JOIN plain_crew b ON b.what = s.what"
    return f"SELECT s.by + b.position, s.id, b.inspectorate FROM plain s {joined}"


def _judgements(stage: Stage) -> str:
    judged = ", ".join(f"c.{name}" for name in JUDGED)
    joined = "CROSS JOIN plain_came c ON c.n = s.came"
    return f"SELECT s.judgement, s.id, {judged} FROM plain s {joined} WHERE c.scale IS NOT NULL"


def _evidence(stage: Stage) -> str:
    told = "replace(w.told, char(31), o.told) || t.told || i.told || p.told || x.told || c.told"
    return (
        f"SELECT s.evidence, {stage.plain.source}, s.id, CASE WHEN c.scale IS NULL THEN NULL ELSE s.judgement END, "
        f"NULL, '{ROW}', '', 0, NULL, NULL, '', s.number, '[]', '[' || {told} || ']' "
        f"FROM plain s CROSS JOIN plain_origin o ON o.n = s.origin {ENTRIES}"
    )


def _entries(stage: Stage) -> str:
    return f"SELECT s.entry, 'inspection', NULL, NULL, s.id, NULL, NULL, NULL, 0, '', {YEARS} FROM plain s {DATES}"


def _abouts(stage: Stage) -> str:
    return f"SELECT s.about + h.place, s.entry, h.service FROM plain s {HOMES}"


SELECTED = {
    models.Inspection: _inspections, InspectionService: _services, models.InspectedBy: _inspected_by,
    models.Judgement: _judgements, models.Evidence: _evidence, models.Entry: _entries, EntryService: _abouts,
}  # fmt: skip


def _array(alias: str, table: type[Model], names: Sequence[str]) -> str:
    """An expression that writes these columns of a row as canonical JSON."""
    columns = {column.attname: column for column in table._meta.concrete_fields}
    assert set(names) <= set(column_names(table))
    parts = []
    for name in names:
        column, place = columns[name], f'{alias}."{columns[name].column}"'
        if isinstance(column, JSONField):
            place = f"json({place})"
        elif isinstance(column, BooleanField):
            place = f"json(CASE {place} WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE {place} END)"
        parts.append(place)
    return f"json_array({', '.join(parts)})"


def take_words(file: Path, alias: str) -> None:
    """The words of plain inspections into an index that is still empty, as they stand in a file of their own."""
    with connections[alias].cursor() as cursor:
        cursor.execute("ATTACH DATABASE %s AS words", [str(file)])
        for part in ("data", "idx", "docsize"):
            table = f"{ENTRY_WORDS.words_table}_{part}"
            cursor.execute(f"DELETE FROM main.{table}")
            cursor.execute(f"INSERT INTO main.{table} SELECT * FROM words.{table}")
