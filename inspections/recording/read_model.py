"""The read model: the place of each inspection in lists, and the set of places that each value of a filter has.

Made from the tables of the record with one query for each of them, so that an import of any size writes it in the
same way, and made again by the audit, which compares every set with the one that is held.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

from django.db import connections
from django.db.models import Model

from inspections import models
from inspections.membership import (
    ALL,
    BY_TITLE,
    DATED,
    FIRST,
    FREE,
    FROM_YEAR,
    OVERALL,
    OWN,
    PLACE,
    PROVED_BY,
    RUN,
    TO_YEAR,
    TOGETHER,
    UNSTATED,
    places_of,
    read_set,
    write_run,
    write_set,
)
from inspections.querysets import CANDIDATES

READ_MODEL: tuple[type[Model], ...] = (models.Place, models.Members)
CHUNK = 20_000
INDEX = "place_once"  # by which the place of an inspection is found in a file
MANY = 50_000  # places that are written: to make the index anew costs less than to keep it
GREATEST = (1 << 63) - 1  # no key is greater
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")

Keys = Sequence[int] | str | None
Places = defaultdict[tuple[str, str], "array[int]"]
Written = dict[tuple[str, str], tuple[int, bytes]]  # the size of a set and the bytes that stand for it

NUMBER = (
    "INSERT INTO inspections_place (position, inspection_id) "  # noqa: S608 (numbers)
    f"SELECT {FIRST} + number + number / {TOGETHER} * {FREE}, id FROM "
    "(SELECT ROW_NUMBER() OVER (ORDER BY id DESC) - 1 AS number, id FROM inspections_inspection) i ORDER BY number"
)
# the same in a file, where a row without a number gets the one after the greatest: a quarter of the time
NEXT = (
    "INSERT INTO inspections_place (position, inspection_id) SELECT NULLIF(%s, 0), id FROM inspections_inspection "
    "WHERE id < %s ORDER BY id DESC LIMIT %s"
)
MISPLACED = (  # those without a place, and those that come before one which is newer
    "SELECT COUNT(*) FROM (SELECT i.id, p.position, LAG(p.position) OVER (ORDER BY i.id DESC) AS before "
    "FROM inspections_inspection i LEFT JOIN inspections_place p ON p.inspection_id = i.id) n "
    "WHERE position IS NULL OR position <= before"
)
DATES = (
    "SELECT p.position, i.service_kind, i.kind, i.year_from, i.year_to, i.sort_date IS NOT NULL, i.provider = '', "
    "CASE WHEN i.inspected_basis = %s AND i.inspected_earliest IS NOT NULL THEN i.inspected_edtf "
    "WHEN i.inspected_earliest IS NULL AND i.published_basis = %s THEN i.published_edtf ELSE '' END "
    "FROM inspections_place p JOIN inspections_inspection i ON i.id = p.inspection_id"
)
JUDGEMENTS = (
    "SELECT p.position, j.scale, j.grade, j.overall FROM inspections_judgement j "
    "JOIN inspections_place p ON p.inspection_id = j.inspection_id ORDER BY j.inspection_id, j.position"
)
AUTHORITIES = (
    "SELECT p.position, a.slug, a.region FROM inspections_inspection_services s "
    "JOIN inspections_place p ON p.inspection_id = s.inspection_id JOIN inspections_service v ON v.id = s.service_id "
    "JOIN inspections_authority a ON a.id = v.authority_id"
)
INSPECTORATES = (
    "SELECT p.position, b.inspectorate FROM inspections_inspectedby b "
    "JOIN inspections_place p ON p.inspection_id = b.inspection_id"
)
SOURCES = (
    "SELECT p.position, s.ref FROM (SELECT DISTINCT source_id, inspection_id FROM inspections_evidence "
    "WHERE inspection_id IS NOT NULL) e JOIN inspections_place p ON p.inspection_id = e.inspection_id "
    "JOIN inspections_source s ON s.id = e.source_id"
)
TITLES = (
    "SELECT p.position FROM inspections_place p CROSS JOIN inspections_inspection i WHERE i.id = p.inspection_id "
    "ORDER BY i.title{collation}, i.id DESC"
)


class Known(Protocol):
    """Inspections that need not be asked for, because what they come to is known."""

    others: str  # what selects the keys of the other inspections

    def sets(self) -> Written:
        """The sets of their places, as they are written."""

    def by_title(self) -> Iterable[int]:
        """The places of all inspections, theirs and others', in the order of their titles."""


def write_read_model(alias: str, known: Known | None = None) -> str:
    """Places and sets into empty tables, and a hash of the sets. Where some are ``known``, all have their places."""
    if known is None:
        with index_later(alias):
            write_places(alias)
    sha = hashlib.sha256()

    def rows() -> Iterator[models.Members]:
        for number, (name, value, many, written) in enumerate(build_members(alias, known), 1):
            _hash_set(sha, name, value, many, written)
            yield models.Members(pk=number, filter=name, value=value, many=many, places=written)

    models.Members._default_manager.using(alias).bulk_create(rows(), batch_size=500)
    return sha.hexdigest()


def write_places(alias: str) -> None:
    """The place of every inspection, into an empty table."""
    with connections[alias].cursor() as cursor:
        if connections[alias].vendor != "sqlite":
            cursor.execute(NUMBER)
            return
        key = GREATEST
        for places in places_of(models.Inspection._default_manager.using(alias).count()):
            cursor.execute(NEXT, [places.start, key, 1])
            cursor.execute("SELECT inspection_id FROM inspections_place WHERE position = %s", [places.start])
            (key,) = cursor.fetchone()
            cursor.execute(NEXT, [0, key, len(places) - 1])
            cursor.execute("SELECT inspection_id FROM inspections_place WHERE position = %s", [places[-1]])
            (key,) = cursor.fetchone()


@contextmanager
def index_later(alias: str) -> Iterator[None]:
    """A file's index of the places of inspections is made when all have theirs."""
    if connections[alias].vendor != "sqlite":
        yield
        return
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'index' AND name = %s", [INDEX])
        (made,) = cursor.fetchone()
        cursor.execute(f'DROP INDEX "{INDEX}"')
        yield
        cursor.execute(made)


def prove_read_model(written: str, alias: str) -> Iterator[str]:
    """Are the sets that stand those that were written?"""
    sha = hashlib.sha256()
    for row in models.Members._default_manager.using(alias).order_by("pk").iterator(100):
        _hash_set(sha, row.filter, row.value, row.many, bytes(row.places))
    if sha.hexdigest() != written:
        yield "the sets that lists are cut from are not those that were written"


def _hash_set(sha: Any, name: str, value: str, many: int, places: bytes) -> None:
    sha.update(f"{name}\0{value}\0{many}\0{len(places)}\0".encode())
    sha.update(places)


def audit_read_model(alias: str) -> Iterator[str]:
    """Each set that is not the one the record gives, and each place out of order."""
    with connections[alias].cursor() as cursor:
        cursor.execute(MISPLACED)
        if (misplaced := cursor.fetchone()[0]) or models.Place._default_manager.using(
            alias
        ).count() != models.Inspection._default_manager.using(alias).count():
            yield f"{misplaced} inspections are not where lists should show them"
            return
    held = {
        (name, value): (many, bytes(places))
        for name, value, many, places in models.Members._default_manager.using(alias).values_list(
            "filter", "value", "many", "places"
        )
    }
    for name, value, many, written in build_members(alias):
        if held.pop((name, value), None) != (many, written):
            yield f"the inspections that the filter {name} finds for {value!r} are not those of the record"
    for name, value in held:
        yield f"the filter {name} knows {value!r}, which nothing in the record has"


def build_members(alias: str, known: Known | None = None) -> Iterator[tuple[str, str, int, bytes]]:
    """Filter, value, number of inspections and the written set, in an order that stays."""
    found = gather_places(alias, known.others if known else None)
    written = known.sets() if known else {}
    for key in written.keys() & found.keys():
        written[key] = _with_more(written[key][1], found.pop(key))
    for name, value in sorted(found.keys() | written.keys()):
        yield name, value, *(written.pop((name, value), None) or write_set(found.pop((name, value))))
    yield from _runs(known.by_title() if known else places_by_title(alias))


def _with_more(written: bytes, places: Iterable[int]) -> tuple[int, bytes]:
    """A written set with other places, written as any set of these."""
    members = read_set(written).to_array()
    members.extend(places)
    return write_set(members)


def gather_places(alias: str, among: Keys = None) -> Places:
    """The places that each value of each filter has, of all inspections or of some: keys, or what selects them."""
    found: Places = defaultdict(lambda: array(PLACE))
    _gather_dates(found, alias, among)
    _gather_judgements(found, alias, among)
    for position, slug, region in _rows(alias, AUTHORITIES, among=among):
        found["authority", slug].append(position)
        if region:
            found["region", region].append(position)
    for position, inspectorate in _rows(alias, INSPECTORATES, among=among):
        found["inspectorate", inspectorate].append(position)
    for position, ref in _rows(alias, SOURCES, among=among):
        found[PROVED_BY, ref].append(position)
    return found


def _gather_dates(found: Places, alias: str, among: Keys = None) -> None:
    everything = found[ALL, ""]
    dated, own = found[DATED, ""], found[OWN, ""]
    for position, service, kind, first, last, has_day, is_own, meant in _rows(
        alias, DATES, [CANDIDATES, CANDIDATES], among
    ):
        everything.append(position)
        found["kind", kind].append(position)
        found["service" if service else UNSTATED, service].append(position)
        if is_own:
            own.append(position)
        if has_day:
            dated.append(position)
        if first is not None:
            found[FROM_YEAR, str(first)].append(position)
        if last is not None:
            found[TO_YEAR, str(last)].append(position)
        for year in years_meant(first, last, meant):
            found["year", year].append(position)


def years_meant(first: int | None, last: int | None, among: str) -> list[str]:
    """The years a date may be of: all from first to last, or those that candidates name; "" where there is none."""
    if among:
        named = dict.fromkeys(_YEAR.findall(among))
        return [year for year in named if first is None or last is None or first <= int(year) <= last]
    if first is None or last is None:
        return [] if first != last else [""]
    return [str(first)] if first == last else [str(year) for year in range(first, last + 1)]


def _gather_judgements(found: Places, alias: str, among: Keys = None) -> None:
    before = -1  # the inspection whose overall grade is known
    for position, scale, grade, overall in _rows(alias, JUDGEMENTS, among=among):
        found["scale", scale].append(position)
        found["grade", f"{scale}:{grade}"].append(position)
        if overall and position != before:
            found[OVERALL, f"{scale}:{grade}"].append(position)
            before = position


def places_by_title(alias: str) -> Iterator[int]:
    """The places of all inspections in the order of their titles."""
    collation = "" if connections[alias].vendor == "sqlite" else ' COLLATE "C"'
    for (position,) in _rows(alias, TITLES.format(collation=collation)):
        yield position


def _runs(positions: Iterable[int]) -> Iterator[tuple[str, str, int, bytes]]:
    run = array(PLACE)
    number = 0
    for position in positions:
        run.append(position)
        if len(run) == RUN:
            yield BY_TITLE, f"{number:06}", len(run), write_run(run)
            run, number = array(PLACE), number + 1
    if run:
        yield BY_TITLE, f"{number:06}", len(run), write_run(run)


def _rows(alias: str, question: str, values: list[Any] | None = None, among: Keys = None) -> Iterator[Any]:
    """The rows of a query, some thousands at a time, whatever the database; or those of some inspections."""
    if among is not None:
        keys = among if isinstance(among, str) else ", ".join(map(str, among)) or "NULL"
        some = f"(SELECT position, inspection_id FROM inspections_place WHERE inspection_id IN ({keys})) p"  # noqa: S608 (numbers)
        question = question.replace("inspections_place p", some)
        question = question.replace("inspection_id IS NOT NULL", f"inspection_id IN ({keys})")
    with connections[alias].chunked_cursor() as cursor:
        cursor.execute(question, values or [])
        while rows := cursor.fetchmany(CHUNK):
            yield from rows
