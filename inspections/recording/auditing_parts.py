"""What an edition made by difference wrote, read back and proven: every row of the places that were touched.

The rows that were not touched are those of an edition that was audited; the sums beside the touched ones were compared
with their units before anything was written, and the numbers of rows must be those that the difference leaves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from inspections import models
from inspections.catalogue import Catalogue
from inspections.querysets import ENTRY_WORDS, STRETCH_WORDS
from inspections.recording.digests import group_of
from inspections.recording.history import History, digest_retired, seal
from inspections.recording.part import mark
from inspections.recording.proving import prove_kept, prove_rows, prove_texts
from inspections.recording.rows import Record, light
from inspections.recording.standing import read_groups, read_part

if TYPE_CHECKING:
    from inspections.recording.growing import Growth


def audit_part(growth: Growth, history: History, catalogue: Catalogue, alias: str) -> Iterator[str]:
    """Everything false in what was written."""
    after = growth.after
    part = read_part(
        alias,
        sources={row.pk for row in after.record.of(models.Source)},
        inspections={row.pk for row in after.record.of(models.Inspection)},
        statements=_keys_of_statements(growth, alias),
    )
    names = replace(after.names, services={**after.names.services, **_services(after.record, growth)})
    written = mark(part, names)
    for kind, ref in sorted({*written, *growth.marks}):
        if written.get((kind, ref)) != growth.marks.get((kind, ref)):
            yield f"{kind} {ref} is not what the sources give"
    yield from _prove_gone(growth, alias)
    yield from prove_texts(part)
    yield from prove_rows(_with_sources(part, growth), catalogue)
    yield from prove_kept(part, after.readings)
    yield from _prove_account(history, alias)
    yield from _prove_numbers(alias)


def _keys_of_statements(growth: Growth, alias: str) -> list[int]:
    refs = [row.ref for row in growth.after.record.of(models.Statement)]
    return list(models.Statement.objects.using(alias).filter(ref__in=refs).values_list("pk", flat=True))


def _services(record: Record, growth: Growth) -> dict[int, tuple[str, str]]:
    return {
        row.pk: (growth.standing.names.authorities[row.authority_id], row.kind) for row in record.of(models.Service)
    }


def _prove_gone(growth: Growth, alias: str) -> Iterator[str]:
    """Beside what differs stand the same things as before, and what went is no longer there."""
    expected = {}
    for group, units in growth.groups.items():
        expected[group] = {unit.ref: unit.written for unit in units}
    for kind, ref in growth.gone:
        del expected[group_of(kind, ref)][ref]
    for kind, ref in growth.come:
        expected[group_of(kind, ref)][ref] = growth.marks[kind, ref][0]
    for group, units in read_groups(alias, growth.groups).items():
        if {unit.ref: unit.written for unit in units} != expected[group]:
            yield f"{group[0]} {group[1]}: what stands there is not what the sources give"


def _with_sources(part: Record, growth: Growth) -> Record:
    """The rows with every source that their evidence stands in, texts of long tables left out: cells prove those."""
    own = {row.file for row in part.of(models.Source)}
    found = Record(dict(part.rows))
    found.rows[models.Source] = list(part.of(models.Source))
    for reading in growth.after.readings:
        if reading.held.name not in own:
            key = growth.standing.sources[reading.held.name].pk
            found.rows[models.Source].append(
                light(models.Source)(id=key, file=reading.held.name, text=reading.held.text)
            )
    return found


def _prove_account(history: History, alias: str) -> Iterator[str]:
    edition = history.newest
    assert edition is not None
    before = history.editions[-2].seal if len(history.editions) > 1 else ""
    changes = list(models.Change.objects.using(alias).filter(edition=edition.number).order_by("pk"))
    if seal(edition, changes, before) != edition.seal:
        yield f"edition {edition.number}: its account is not as it was sealed"
    retired = models.Retired.objects.using(alias).filter(edition__isnull=False)
    if digest_retired(retired) != edition.retired_digest:
        yield f"edition {edition.number}: the retired ids are not as it left them"


def _prove_numbers(alias: str) -> Iterator[str]:
    """As many entries, words and places as there are things."""
    inspections = models.Inspection.objects.using(alias).count()
    if models.Place._default_manager.using(alias).count() != inspections:
        yield "not every inspection has a place in lists"
    for words, table in ((ENTRY_WORDS, models.Entry), (STRETCH_WORDS, models.Stretch)):
        if words.count(alias) != table._default_manager.using(alias).count():
            yield f"the words of {words.table} are not all there to be searched"
