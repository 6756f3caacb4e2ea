"""An edition made by difference: what a few changed sources touch is built again, the rest of the record stays.

Exactly what a whole building would give, or ``Unsure``: the places touched are first built of the sources as they
stand, and must come out as the rows that stand there; only then are they built of the sources as they are to be. What
differs is written into a copy of the live file (or in one transaction), read back, and proven by its words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from inspections import models
from inspections.catalogue import Catalogue
from inspections.reading.facts import Reading
from inspections.recording.auditing_parts import audit_part
from inspections.recording.difference import Difference, cut, next_key, write_difference
from inspections.recording.digests import Group, Names, Unit, digest_of, group_of, make_sum, read_sums
from inspections.recording.history import History, next_history, read_account
from inspections.recording.identity import MergeDecision
from inspections.recording.inserting import insert
from inspections.recording.neighbours import Neighbours, find_neighbours
from inspections.recording.part import Marked, View, build_part, greatest_keys, mark
from inspections.recording.rows import Record, StatementInspection, light, read_rows
from inspections.recording.standing import Standing, Unsure, in_pieces, read_groups, read_part
from inspections.recording.summaries import Around
from inspections.recording.unchanged import find_read_with, program_version, reading_version

Thing = tuple[str, str]


@dataclass
class Growth:
    """What changed sources do to a record, worked out and not yet written."""

    standing: Standing
    near: Neighbours
    before: View
    after: View
    rows: Record  # that stand in the places touched
    names: Names
    marks: dict[Thing, Marked]  # of the things that are to stand there
    gone: set[Thing]
    come: set[Thing]
    groups: dict[Group, list[Unit]]  # as they stand, with all that stands beside the things that differ

    @property
    def decisions(self) -> tuple[MergeDecision, ...]:
        return self.after.decisions


def is_possible(database: str) -> bool:
    """Was every row written by this very program, from readings that it would make?"""
    made = models.Make._default_manager.using(database).values_list("program", flat=True)
    return list(made) == [program_version()] and reading_version() in find_read_with(database)


def find_growth(
    standing: Standing, named: Sequence[Reading], withdraw: Sequence[str]
) -> Growth:  # fmt: skip
    """What these readings and withdrawals change. Raises ``Unsure`` when that is not plainly little."""
    old = _held(standing, [*(reading.held.name for reading in named), *withdraw])
    new = {reading.held.name: reading for reading in named if old.get(reading.held.name) != reading}
    old = {file: reading for file, reading in old.items() if file in new or file in withdraw}
    if not old and not new:
        raise Unsure("no source says anything else")
    near = find_neighbours(standing, old, new)
    taken = greatest_keys(standing.database)
    before, after = build_part(near, near.before(), taken), build_part(near, near.after(), taken)
    keys = {standing.sources[file].pk for file in old}
    rows = read_part(
        standing.database,
        sources=keys,
        inspections=near.inspections,
        statements=standing.find_statements(keys, near.inspections),
    )
    names = _names_around(standing, rows, keys)
    stand, built, marks = mark(rows, names), mark(before.record, before.names), mark(after.record, after.names)
    if stand != built:
        raise Unsure(f"what stands is not what its sources give ({_first_difference(stand, built)})")
    _refuse_doubles(after.record)
    _refuse_moved(before, after, near)
    differ = {thing for thing in {*stand, *marks} if stand.get(thing) != marks.get(thing)}
    gone, come = differ & stand.keys(), differ & marks.keys()
    _refuse_taken(standing, come - stand.keys(), gone)
    lost = {ref for kind, ref in gone - come if kind == "inspection"}
    if lost and near.rows and standing.is_named_elsewhere(lost, near.inspections, near.rows):
        raise Unsure("a row of a long table names an inspection that gets another id")
    groups = read_groups(standing.database, {group_of(*thing) for thing in differ})
    return Growth(standing, near, before, after, rows, names, marks, gone, come, groups)


def _held(standing: Standing, files: Sequence[str]) -> dict[str, Reading]:
    held = [file for file in files if file in standing.sources]
    if any(standing.sources[file].is_long for file in held):
        raise Unsure("a long table changes")
    return {file: standing.reading(file) for file in held}


def _names_around(standing: Standing, rows: Record, sources: set[int]) -> Names:
    names = Names(
        dict(standing.names.authorities),
        dict(standing.names.services),
        {key: ref for key, ref in standing.names.sources.items() if key not in sources},
    )
    own = {row.pk for row in rows.of(models.Inspection)}
    wanted = {key for row in rows.of(models.Inspection) for key in (row.previous_id, row.follows_id) if key}
    wanted |= {pair.inspection_id for pair in rows.rows[StatementInspection]}
    for some in in_pieces(wanted - own):
        found = models.Inspection.objects.using(standing.database).filter(pk__in=some)
        names.inspections |= dict(found.values_list("pk", "ref"))
    return names


def _first_difference(one: Mapping[Thing, Marked], other: Mapping[Thing, Marked]) -> str:
    kind, ref = next(thing for thing in sorted({*one, *other}) if one.get(thing) != other.get(thing))
    return f"{kind} {ref}"


def _refuse_doubles(record: Record) -> None:
    """Two things of one id are for the whole building to name."""
    inspections = [row.ref for row in record.of(models.Inspection)] + [row.ref for row in record.of(models.Retired)]
    for refs in (inspections, [row.ref for row in record.of(models.Statement)]):
        if len(set(refs)) < len(refs):
            raise Unsure("two things would get the same id")


def _refuse_moved(before: View, after: View, near: Neighbours) -> None:
    """A text that stays is about the services it was about, or all its passages are to be looked at again."""
    told: dict[str, list[set[frozenset[int]]]] = {}
    for number, view in enumerate((before, after)):
        files = {row.pk: file for file, row in ((file, held) for file, held in near.standing.sources.items())}
        for row in view.record.of(models.Evidence):
            file = files.get(row.source_id)
            if row.inspection_id and file in near.others:
                pair = told.setdefault(file, [set(), set()])
                pair[number].add(view.services.get(row.inspection_id, frozenset()))
    for file, (one, other) in told.items():
        if one != other:
            raise Unsure(f"{file} is about other services than before")


def _refuse_taken(standing: Standing, new: set[Thing], gone: set[Thing]) -> None:
    """Ids are short: one that something else has is for the whole building to name."""
    tables = {"source": models.Source, "inspection": models.Inspection, "statement": models.Statement}
    refs = {ref for kind, ref in new if kind in ("inspection", "alias")}
    for kind, table in tables.items():
        wanted = refs if kind == "inspection" else {ref for each, ref in new if each == kind}
        for some in in_pieces(wanted):
            for ref in (
                table._default_manager.using(standing.database).filter(ref__in=some).values_list("ref", flat=True)
            ):
                if (kind, ref) not in gone:
                    raise Unsure(f"the id {ref} is taken")
    for some in in_pieces(refs):
        rows = models.Retired.objects.using(standing.database).filter(kind="inspection", edition=None, ref__in=some)
        for ref in rows.values_list("ref", flat=True):
            if ("alias", ref) not in gone:
                raise Unsure(f"the id {ref} is taken")


def write_growth(growth: Growth, published: datetime, alias: str) -> History:
    """Everything that differs, the sums, and the account of the edition. Gives the edition with its own changes."""
    standing = growth.standing
    history = read_account(alias)
    read_again = models.ReadAgain.objects.using(alias)
    sources = {row.pk: row for row in _sources_of(growth)}
    comes = cut(growth.after.record, growth.come)
    write_difference(
        Difference(
            cut(growth.rows, growth.gone),
            comes,
            growth.rows,
            growth.after.record,
            sources,
            growth.after.about,
        ),
        alias,
    )
    sums = _write_sums(growth, alias)
    number = history.newest.number + 1 if history.newest else 1
    edition = models.Edition(
        number=number, published=published, digest=digest_of(sums), read_with=reading_version()
    )  # fmt: skip
    around = _around(standing, growth.rows), _around(standing, growth.after.record)
    history = next_history(history, growth.rows, growth.after.record, edition, around)
    read_again.all()._raw_delete(alias)
    edition.save(using=alias, force_insert=True)
    insert(models.Change, history.changes, alias)
    _write_retired(growth, history, alias)
    return history


def _sources_of(growth: Growth) -> Iterator[models.Source]:
    """Sources that stay and whose statements are concerned."""
    own = {row.pk for part in (growth.rows, growth.after.record) for row in part.of(models.Source)}
    said = {row.source_id for part in (growth.rows, growth.after.record) for row in part.of(models.Statement)}
    yield from models.Source.objects.using(growth.standing.database).filter(pk__in=said - own).defer("text", "reading")


def _write_sums(growth: Growth, alias: str) -> list[models.Sum]:
    """The sums of the groups that differ, from the units that stand in them and those that come."""
    standing = {(row.kind, row.begins): row for row in read_sums(alias)}
    wanted = dict.fromkeys(growth.groups)
    for group, units in growth.groups.items():
        hashes = {unit.ref: hashlib.sha256(unit.written).digest() for unit in units}
        held = make_sum(0, group, [f"{ref}\0".encode() + sha for ref, sha in hashes.items()])
        stands = standing.pop(group, None)
        if (stands.digest if stands else None) != (held.digest if hashes else None):
            raise Unsure(f"what stands beside {group[0]} {group[1]} is not what its sum was made of")
        for kind, ref in growth.gone:
            if group_of(kind, ref) == group:
                del hashes[ref]
        for kind, ref in growth.come:
            if group_of(kind, ref) == group:
                hashes[ref] = hashlib.sha256(growth.marks[kind, ref][0]).digest()
        if hashes:
            standing[group] = make_sum(0, group, [f"{ref}\0".encode() + sha for ref, sha in hashes.items()])
        wanted[group] = None
    for kind in {kind for kind, _ in wanted}:
        begins = [begins for each, begins in wanted if each == kind]
        models.Sum.objects.using(alias).filter(kind=kind, begins__in=begins)._raw_delete(alias)
    fresh = [standing[group] for group in sorted(wanted) if group in standing]
    for number, row in enumerate(fresh, next_key(models.Sum, alias)):
        row.id = number
    insert(models.Sum, fresh, alias)
    return [standing[group] for group in sorted(standing)]


def _around(standing: Standing, record: Record) -> Around:
    services = {key: slug for key, (slug, _) in standing.names.services.items()}
    own = {row.pk for row in record.of(models.Inspection)}
    wanted = {key for row in record.of(models.Inspection) for key in (row.previous_id, row.follows_id) if key}
    about = {pair.inspection_id for pair in record.rows[StatementInspection]} - own
    refs: dict[int, str] = {}
    inspected: dict[int, list[str]] = {key: [] for key in about}
    for some in in_pieces((wanted | about) - own):
        refs |= dict(models.Inspection.objects.using(standing.database).filter(pk__in=some).values_list("pk", "ref"))
    through = models.Inspection.services.through
    for some in in_pieces(about):
        rows = through._default_manager.using(standing.database).filter(inspection__in=some).order_by("pk")
        for key, service in rows.values_list("inspection_id", "service_id"):
            inspected[key].append(services[service])
    return Around(standing.names.authorities, services, standing.files, refs, inspected)


def _write_retired(growth: Growth, history: History, alias: str) -> None:
    """All ids that lead elsewhere, numbered as they are written: aliases first, by the ids they lead to."""
    row = light(models.Retired)
    stay = [row(*values) for values in read_rows(models.Retired, alias, edition=None)]
    gone = {ref for kind, ref in growth.gone if kind == "alias"}
    aliases = [each for each in stay if each.ref not in gone]
    comes = {ref for kind, ref in growth.come if kind == "alias"}
    aliases += [each for each in growth.after.record.of(models.Retired) if each.ref in comes]
    places = {each.ref: number for number, each in enumerate(growth.after.record.of(models.Retired))}
    aliases.sort(key=lambda each: (each.leads_to, places.get(each.ref, 0)))  # of one inspection: as its sources stand
    retired = [*aliases, *history.retired]
    for number, each in enumerate(retired, 1):
        each.pk = number
    models.Retired.objects.using(alias).all()._raw_delete(alias)
    insert(models.Retired, retired, alias)


def check_growth(growth: Growth, history: History, catalogue: Catalogue, alias: str) -> list[str]:
    """Everything false in what was written."""
    return list(audit_part(growth, history, catalogue, alias))
