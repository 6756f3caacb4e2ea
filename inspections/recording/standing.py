"""Some rows of a record as it stands: what an edition made by difference looks at, instead of at all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connections
from django.db.models import Model, Q

from inspections import models
from inspections.catalogue import Catalogue
from inspections.reading.facts import Reading
from inspections.recording.columns import read_reading
from inspections.recording.digests import (
    ALIAS,
    AUTHORITY,
    INSPECTION,
    SOURCE,
    STATEMENT,
    Group,
    Names,
    Unit,
    find_units,
)
from inspections.recording.homes import Bucket
from inspections.recording.rows import (
    AuthoritySuccessor,
    InspectionService,
    Record,
    StatementInspection,
    column_names,
    light,
    read_rows,
)

FEW = 500  # keys in one question
LONG = 5000  # inspections of a table that is not read as a whole


class Unsure(Exception):
    """Why an edition is not made by difference but built whole, in one sentence."""


@dataclass(frozen=True)
class HeldSource:
    """A source as far as others have to do with it."""

    pk: int
    ref: str
    slug: str
    file: str
    received: date | None
    media_type: str
    kind: str
    reader: str
    publisher_kind: str
    counts: dict[str, Any]
    packed: bool  # is its text too long to stand in its row?

    @property
    def place(self) -> tuple[date, str]:
        """Its place in the order of sources."""
        return self.received or date.max, self.file

    @property
    def is_long(self) -> bool:
        return self.packed or int(self.counts.get("inspections", 0)) > LONG


def in_pieces(keys: Iterable[Any]) -> Iterator[list[Any]]:
    ordered = sorted(set(keys))
    for start in range(0, len(ordered), FEW):
        yield ordered[start : start + FEW]


def read_where(table: type[Model], database: str, column: str, keys: Iterable[Any], **only: Any) -> list[Any]:
    """The rows of a table with one of these values in a column, in the order of their keys."""
    row = light(table)
    found = [
        row(*values)
        for some in in_pieces(keys)
        for values in read_rows(table, database, **{f"{column}__in": some}, **only)
    ]
    return sorted(found, key=lambda each: each.pk)


def read_part(
    database: str, *, sources: Collection[int] = (), inspections: Collection[int] = (), statements: Collection[int] = ()
) -> Record:
    """These sources, inspections and statements with all that belongs to them, and the aliases of the inspections."""

    def rows(table: type[Model], column: str, keys: Iterable[Any], **only: Any) -> list[Any]:
        return read_where(table, database, column, keys, **only)

    found = Record()
    found.rows[models.Source] = rows(models.Source, "id", sources)
    found.rows[models.Passage] = rows(models.Passage, "source_id", sources)
    found.rows[models.Inspection] = rows(models.Inspection, "id", inspections)
    for table in (InspectionService, models.InspectedBy, models.Judgement):
        found.rows[table] = rows(table, "inspection_id", inspections)
    found.rows[models.Judgement].sort(key=lambda row: (row.inspection_id, row.position))
    found.rows[models.Statement] = rows(models.Statement, "id", statements)
    found.rows[StatementInspection] = rows(StatementInspection, "statement_id", statements)
    found.rows[models.Evidence] = [
        *rows(models.Evidence, "source_id", sources, inspection=None, statement=None),
        *rows(models.Evidence, "inspection_id", inspections),
        *rows(models.Evidence, "statement_id", statements),
    ]
    refs = [row.ref for row in found.of(models.Inspection)]
    found.rows[models.Retired] = rows(models.Retired, "leads_to", refs, edition=None, kind="inspection")
    return found


class Standing:
    """The record that stands, asked for no more than is needed."""

    def __init__(self, database: str, catalogue: Catalogue) -> None:
        self.database = database
        self.catalogue = catalogue
        self.authorities = {row.slug: row for row in self.rows(models.Authority)}
        self.service_rows = {row.pk: row for row in self.rows(models.Service)}
        self.packed = models.LongText._default_manager.using(database)
        packed = set(self.packed.values_list("pk", flat=True))
        columns = [*HeldSource.__dataclass_fields__][1:-1]
        sources = models.Source.objects.using(database).order_by("pk").values_list("pk", *columns)
        self.sources = {held.file: held for held in (HeldSource(*[*values, values[0] in packed]) for values in sources)}
        slugs = {row.pk: row.slug for row in self.authorities.values()}
        self.services = {(slugs[row.authority_id], row.kind): row for row in self.service_rows.values()}
        self.names = Names(
            slugs,
            {row.pk: key for key, row in self.services.items()},
            {held.pk: held.ref for held in self.sources.values()},
        )
        self.files = {held.pk: held.file for held in self.sources.values()}
        self._readings: dict[str, Reading] = {}

    def rows(self, table: type[Model]) -> list[Any]:
        row = light(table)
        return [row(*values) for values in read_rows(table, self.database)]

    def reading(self, file: str) -> Reading:
        """What a source was read to say, all of it."""
        if file not in self._readings:
            row = models.Source.objects.using(self.database).get(pk=self.sources[file].pk)
            packed = self.packed.filter(pk=row.pk).values_list("packed", flat=True).first() or b""
            self._readings[file] = read_reading(row.reading, row.text, bytes(packed))
        return self._readings[file]

    def find_inspections(self, bucket: Bucket) -> dict[int, str]:
        """The inspections of a provider, or of the same councils' own service, by their keys."""
        rows = models.Inspection.objects.using(self.database)
        parts, service = bucket
        if not service:
            return dict(rows.filter(provider=parts[0]).values_list("pk", "ref"))
        wanted = {row.pk for slug in parts if (row := self.services.get((slug, service)))}
        if len(wanted) < len(parts):
            return {}
        found = dict(rows.filter(services=min(wanted), provider="").values_list("pk", "ref"))
        services: dict[int, set[int]] = defaultdict(set)
        for pair in read_where(InspectionService, self.database, "inspection_id", found):
            services[pair.inspection_id].add(pair.service_id)
        return {key: ref for key, ref in found.items() if services[key] == wanted}

    def find_tellers(self, inspections: Iterable[int]) -> dict[str, set[int]]:
        """The sources that tell of these inspections, each with the rows of the table where they do."""
        found: dict[str, set[int]] = defaultdict(set)
        for some in in_pieces(inspections):
            told = models.Evidence.objects.using(self.database).filter(inspection__in=some).order_by()
            for source, row in told.values_list("source_id", "row").distinct():
                found[self.files[source]].update([row] if row is not None else [])
        return found

    def find_following(self, inspections: Iterable[int]) -> dict[int, Bucket | None]:
        """The inspections that say they come after, or follow up, one of these."""
        found: dict[int, Bucket | None] = {}
        for some in in_pieces(inspections):
            linked = Q(previous__in=some) | Q(follows__in=some)
            rows = models.Inspection.objects.using(self.database).filter(linked).order_by("pk")
            for key, provider, service in rows.values_list("pk", "provider", "service_kind"):
                found[key] = ((provider,), "") if provider else (self._slugs(key), service) if service else None
        return found

    def is_named_elsewhere(self, refs: Collection[str], inspections: Collection[int], sources: Iterable[str]) -> bool:
        """Does one of these sources name one of these ids as what came before an inspection that is none of these?"""
        rows = models.Evidence.objects.using(self.database).filter(
            source__in=[self.sources[file].pk for file in sources], field__in=("previous", "follows"), claim__in=refs
        )  # fmt: skip
        return any(key not in inspections for key in rows.order_by().values_list("inspection_id", flat=True).distinct())

    def _slugs(self, inspection: int) -> tuple[str, ...]:
        pairs = read_where(InspectionService, self.database, "inspection_id", [inspection])
        return tuple(sorted({self.names.services[pair.service_id][0] for pair in pairs}))

    def resolve(self, refs: Iterable[str]) -> dict[str, tuple[str, int]]:
        """Where these ids lead: the id and the key of the inspection, for those that lead anywhere."""
        aliases: dict[str, str] = {}
        wanted = set(refs)
        for some in in_pieces(wanted):
            rows = models.Retired.objects.using(self.database).filter(kind="inspection", edition=None, ref__in=some)
            aliases |= dict(rows.values_list("ref", "leads_to"))
        keys: dict[str, int] = {}
        for some in in_pieces({aliases.get(ref, ref) for ref in wanted}):
            keys |= dict(models.Inspection.objects.using(self.database).filter(ref__in=some).values_list("ref", "pk"))
        return {ref: (to, keys[to]) for ref in wanted if (to := aliases.get(ref, ref)) in keys}

    def find_statements(self, sources: Collection[int], inspections: Iterable[int]) -> set[int]:
        """The statements in these sources and those about these inspections."""
        rows = models.Statement.objects.using(self.database)
        found = set(rows.filter(source__in=sources).values_list("pk", flat=True))
        for some in in_pieces(inspections):
            found |= set(rows.filter(inspections__in=some).values_list("pk", flat=True))
        return found


GROUPED: dict[str, tuple[type[Model], str]] = {
    AUTHORITY: (models.Authority, "slug"), SOURCE: (models.Source, "ref"), INSPECTION: (models.Inspection, "ref"),
    STATEMENT: (models.Statement, "ref"), ALIAS: (models.Retired, "ref"),
}  # fmt: skip


def read_groups(database: str, groups: Iterable[Group]) -> dict[Group, list[Unit]]:
    """Every unit of some groups, as it stands in a database."""
    found: dict[Group, list[Unit]] = {}
    by_kind: dict[str, list[str]] = defaultdict(list)
    for kind, begins in groups:
        by_kind[kind].append(begins)
        found[kind, begins] = []
    standing = _names(database)
    for kind, beginnings in by_kind.items():
        part = _read_beginning(database, kind, beginnings)
        needed = {row.previous_id for row in part.of(models.Inspection)} | {
            row.follows_id for row in part.of(models.Inspection)
        }
        needed |= {pair.inspection_id for pair in part.rows[StatementInspection]}
        for some in in_pieces(needed - {None}):
            rows = models.Inspection.objects.using(database).filter(pk__in=some)
            standing.inspections |= dict(rows.values_list("pk", "ref"))
        for unit in find_units(part, standing):
            if unit.kind == kind:
                found[kind, unit.ref[: len(beginnings[0])]].append(unit)
    return found


def _names(database: str) -> Names:
    authorities = dict(models.Authority.objects.using(database).values_list("pk", "slug"))
    services = models.Service.objects.using(database).values_list("pk", "authority_id", "kind")
    return Names(
        authorities,
        {key: (authorities[authority], kind) for key, authority, kind in services},
        dict(models.Source.objects.using(database).values_list("pk", "ref")),
    )


def _read_beginning(database: str, kind: str, beginnings: Sequence[str]) -> Record:
    """The things of a kind whose ids begin so. The text of a source is left out: its hash speaks for it."""
    table, column = GROUPED[kind]
    keys: set[int] = set()
    for begins in beginnings:
        keys |= set(_beginning(table, database, column, begins).values_list("pk", flat=True))
    if kind == INSPECTION:
        return read_part(database, inspections=keys)
    if kind == STATEMENT:
        return read_part(database, statements=keys)
    part = Record()
    if kind == SOURCE:
        names = column_names(models.Source)
        rows = models.Source.objects.using(database).filter(pk__in=keys).order_by("pk").defer("text")
        row = light(models.Source)
        part = read_part(database, sources=())
        part.rows[models.Source] = [
            row(**{name: "" if name == "text" else getattr(each, name) for name in names}) for each in rows
        ]
        part.rows[models.Passage] = read_where(models.Passage, database, "source_id", keys)
        part.rows[models.Evidence] = read_where(
            models.Evidence, database, "source_id", keys, inspection=None, statement=None
        )
        return part
    part.rows[table] = read_where(table, database, "id", keys)
    if kind == AUTHORITY:
        part.rows[AuthoritySuccessor] = read_where(AuthoritySuccessor, database, "from_authority_id", keys)
    return part


def _beginning(table: type[Model], database: str, column: str, begins: str) -> Any:
    rows = table._default_manager.using(database).order_by()
    if table is models.Retired:
        rows = rows.filter(edition=None)
    if connections[database].vendor == "sqlite":  # a range, which its index answers
        return rows.filter(**{f"{column}__gte": begins, f"{column}__lt": begins + "\U0010ffff"})
    return rows.filter(**{f"{column}__startswith": begins})
