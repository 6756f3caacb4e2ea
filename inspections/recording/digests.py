"""One digest for a whole record, made so that a small change needs only what stands beside it to be hashed again.

Every public thing is a unit: an inspection with its judgements and evidence, a source with its passages, a statement,
an alias, an authority. A unit is canonical JSON of its values; integer keys are not in it, because they may differ
between records that say the same. Units are gathered by the first characters of their ids; each group has a sum, the
SHA-256 of the hashes of its units in the order of their ids, and the digest of the record is the SHA-256 of all sums.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Model

from inspections import models
from inspections.recording.plain_units import units_of
from inspections.recording.rows import (
    AuthoritySuccessor,
    InspectionService,
    Record,
    StatementInspection,
    canonical,
    column_names,
    light,
)

if TYPE_CHECKING:
    from inspections.recording.plain import Plain

GROUPED_BY = 3  # characters of an id: at a million inspections some thirty have the same
AUTHORITY, SOURCE, INSPECTION, STATEMENT, ALIAS = "authority", "source", "inspection", "statement", "alias"
UNCOUNTED = {"counts", "text"}  # columns that only sum up what others say, and the text, whose hash is another


class Unit(NamedTuple):
    """One public thing of a record, by its kind and id, and every value of it."""

    kind: str
    ref: str
    written: bytes


@dataclass
class Names:
    """What things that stand outside the rows at hand are called, by their integer keys."""

    authorities: dict[int, str] = field(default_factory=dict)
    services: dict[int, tuple[str, str]] = field(default_factory=dict)  # authority and kind
    sources: dict[int, str] = field(default_factory=dict)
    inspections: dict[int, str] = field(default_factory=dict)

    def add(self, record: Record) -> Names:
        self.authorities |= {row.pk: row.slug for row in record.of(models.Authority)}
        self.services |= {
            row.pk: (self.authorities[row.authority_id], row.kind) for row in record.of(models.Service)
        }  # fmt: skip
        self.sources |= {row.pk: row.ref for row in record.of(models.Source)}
        self.inspections |= {row.pk: row.ref for row in record.of(models.Inspection)}
        return self


def find_units(record: Record, names: Names | None = None) -> Iterator[Unit]:
    """Every unit of some rows; ``names`` tells what they point at outside themselves."""
    names = (names or Names()).add(record)
    by = _Grouped(record)
    for authority in record.of(models.Authority):
        successors = [names.authorities[pair.to_authority_id] for pair in by.successors[authority.pk]]
        yield _unit(AUTHORITY, authority.slug, _values(authority), successors)
    for source in record.of(models.Source):
        passages = [_values(row) for row in by.passages[source.pk]]
        proofs = [_proof(row, names, {}) for row in by.of_sources[source.pk]]
        yield _unit(SOURCE, source.ref, _values(source), passages, proofs)
    for inspection in record.of(models.Inspection):
        judgements = by.judgements[inspection.pk]
        positions = {row.pk: row.position for row in judgements}
        yield unit_of_inspection(
            _values(inspection),
            names.inspections.get(inspection.previous_id or 0, ""),
            names.inspections.get(inspection.follows_id or 0, ""),
            [names.services[pair.service_id] for pair in by.services[inspection.pk]],
            [row.inspectorate for row in by.inspectorates[inspection.pk]],
            [_values(row) for row in judgements],
            [_proof(row, names, positions) for row in by.of_inspections[inspection.pk]],
        )
    for statement in record.of(models.Statement):
        about = [names.inspections[pair.inspection_id] for pair in by.about[statement.pk]]
        proofs = [_proof(row, names, {}) for row in by.of_statements[statement.pk]]
        yield _unit(STATEMENT, statement.ref, _values(statement), names.sources[statement.source_id], about, proofs)
    for alias in record.of(models.Retired):
        yield _unit(ALIAS, alias.ref, [alias.kind, alias.ref, alias.leads_to, alias.title, alias.reason])


def unit_of_inspection(
    values: tuple[Any, ...],
    previous: str,
    follows: str,
    services: Iterable[tuple[str, str]],
    inspectorates: Iterable[str],
    judgements: Iterable[tuple[Any, ...]],
    evidence: Iterable[list[Any]],
) -> Unit:
    """An inspection; ``values`` are its columns without integer keys (see ``plain_columns``), its id the first."""
    parts = [*services], [*inspectorates], [*judgements], [*evidence]
    return _unit(INSPECTION, values[0], values, previous, follows, *parts)


def _unit(kind: str, ref: str, *parts: Any) -> Unit:
    return Unit(kind, ref, canonical([kind, *parts]).encode())


def _proof(row: Any, names: Names, positions: Mapping[int, int]) -> list[Any]:
    judgement = positions[row.judgement_id] if row.judgement_id else None
    return [names.sources[row.source_id], judgement, *_values(row)]


@cache
def plain_columns(table: type[Model]) -> tuple[str, ...]:
    """The columns of a table that are no integer keys, its own or another table's."""
    return tuple(
        column.attname
        for column in table._meta.concrete_fields
        if not (column.primary_key and column.name == "id") and not column.is_relation and column.name not in UNCOUNTED
    )


@cache
def _getter(table: type[Model]) -> attrgetter[Any]:
    return attrgetter(*plain_columns(table))


def _values(row: Any) -> tuple[Any, ...]:
    found: tuple[Any, ...] = _getter(row.table)(row)
    return found


class _Grouped:
    """Rows by what they belong to, in the order in which they stand."""

    def __init__(self, record: Record) -> None:
        self.successors = _group(record.rows[AuthoritySuccessor], "from_authority_id")
        self.passages = _group(record.rows[models.Passage], "source_id")
        self.services = _group(record.rows[InspectionService], "inspection_id")
        self.inspectorates = _group(record.rows[models.InspectedBy], "inspection_id")
        self.judgements = _group(record.rows[models.Judgement], "inspection_id")
        self.about = _group(record.rows[StatementInspection], "statement_id")
        self.of_sources: dict[int, list[Any]] = defaultdict(list)
        self.of_inspections: dict[int, list[Any]] = defaultdict(list)
        self.of_statements: dict[int, list[Any]] = defaultdict(list)
        for row in record.of(models.Evidence):
            if row.inspection_id:
                self.of_inspections[row.inspection_id].append(row)
            elif row.statement_id:
                self.of_statements[row.statement_id].append(row)
            else:
                self.of_sources[row.source_id].append(row)


def _group(rows: Iterable[Any], by: str) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, by)].append(row)
    return found


Group = tuple[str, str]  # kind, and the characters that its ids begin with


Hashed = tuple[str, str, bytes]  # kind, id and hash of a unit
HASH = hashlib.sha256().digest_size
Summed = tuple[list[models.Sum], bytes]


class Sums:
    """The hashes of units by their groups, and what they come to."""

    def __init__(self) -> None:
        # of a kind and of the characters that ids begin with: the id, a zero, the hash, and so on
        self.hashes: dict[str, dict[str, bytearray]] = defaultdict(lambda: defaultdict(bytearray))

    def add_hash(self, kind: str, ref: str, sha256: bytes) -> None:
        self.hashes[kind][ref[:GROUPED_BY]] += f"{ref}\0".encode() + sha256

    def add_written(self, kind: str, units: Iterable[tuple[bytes, bytes]]) -> bytes:
        """Many of one kind: the id of each, and what is hashed of it. Gives the hash of all in the order they come."""
        groups: dict[bytes, bytearray] = defaultdict(bytearray)
        sha256, whole = hashlib.sha256, hashlib.sha256()
        for ref, written in units:
            hashed = sha256(written).digest()
            groups[ref[:GROUPED_BY]] += b"%b\0%b" % (ref, hashed)
            whole.update(hashed)
        for begins, joined in groups.items():
            self.hashes[kind][begins.decode()] += joined
        return whole.digest()

    def rows(self) -> list[models.Sum]:
        """A row for each group, in order."""
        ordered = sorted((kind, begins) for kind, groups in self.hashes.items() for begins in groups)
        return [
            make_sum(number, (kind, begins), _each_hash(bytes(self.hashes[kind][begins])))
            for number, (kind, begins) in enumerate(ordered, 1)
        ]


def _each_hash(joined: bytes) -> Iterator[bytes]:
    """Each id with its zero and hash: they sort by their ids."""
    at = 0
    while at < len(joined):
        end = joined.index(0, at) + 1 + HASH
        yield joined[at:end]
        at = end


def group_of(kind: str, ref: str) -> Group:
    return kind, ref[:GROUPED_BY]


def make_sum(number: int, group: Group, hashes: Iterable[bytes]) -> models.Sum:
    ordered = sorted(hashes)
    digest = hashlib.sha256(b"".join(ordered)).hexdigest()
    row: models.Sum = light(models.Sum)(id=number, kind=group[0], begins=group[1], many=len(ordered), digest=digest)
    return row


def digest_of(sums: Iterable[models.Sum]) -> str:
    """The digest of the record whose sums these are, in their order."""
    sha = hashlib.sha256()
    for row in sums:
        sha.update(f"{row.kind} {row.begins} {row.many} {row.digest}\n".encode())
    return sha.hexdigest()


def sum_up(record: Record) -> list[models.Sum]:
    """The sums of a whole record."""
    return sum_hashes(hash_units(record), record.plain, Names().add(record))[0]


def hash_units(record: Record) -> Iterator[Hashed]:
    """The hash of each unit that has rows in memory."""
    for unit in find_units(record):
        yield unit.kind, unit.ref, hashlib.sha256(unit.written).digest()


def sum_hashes(hashed: Iterable[Hashed], plain: Plain | None, names: Names) -> Summed:
    """The sums of these units and of plain inspections beside them; and of the latter the hash, in order of keys."""
    sums = Sums()
    for each in hashed:
        sums.add_hash(*each)
    whole = sums.add_written(INSPECTION, units_of(plain, names.sources, names.services)) if plain else b""
    return sums.rows(), whole


def read_sums(database: str) -> list[models.Sum]:
    rows = models.Sum._default_manager.using(database).order_by("kind", "begins")
    row = light(models.Sum)
    return sorted(
        (row(*values) for values in rows.values_list(*column_names(models.Sum)).iterator()),
        key=lambda each: (each.kind, each.begins),
    )
