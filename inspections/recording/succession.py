"""When an id vanishes in a correction: what in the same source took its place?

One old thing leads to one new thing at most, the best match first. An inspection must keep its
authorities or its service; a statement must keep most of its words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher

from inspections import models
from inspections.catalogue import load
from inspections.reading.facts import InspectionFact, Reading
from inspections.recording.columns import packed_texts, read_reading
from inspections.recording.long_tables import read_rows_in
from inspections.recording.refs import inspection_refs
from inspections.recording.rows import Record
from inspections.recording.standing import Unsure
from inspections.recording.summaries import Key
from inspections.text import tidy

LEAST_LIKENESS = 0.6
UNDATED = 10**6
FARTHEST_DAYS = 731  # a corrected year is one or two off; more is another inspection
NEAR_DAYS, NEAR_PLACE = 31, 200  # what must stay when whom or what was inspected is itself corrected


def find_successors(before: Record, after: Record) -> dict[Key, str]:
    """For each id of the record before that is gone, the id that follows it, where one does."""
    successors = {("inspection", ref): leads_to for ref, leads_to in _inspections(before, after).items()}
    successors |= {("statement", ref): leads_to for ref, leads_to in _statements(before, after).items()}
    return successors | {("source", ref): leads_to for ref, leads_to in _sources(before, after).items()}


def _sources(before: Record, after: Record) -> dict[str, str]:
    """A renamed file is known by its bytes."""
    standing = {row.ref for row in after.of(models.Source)}
    by_bytes = {row.sha256: row.ref for row in after.of(models.Source)}
    gone = (row for row in before.of(models.Source) if row.ref not in standing)
    return {row.ref: by_bytes[row.sha256] for row in gone if row.sha256 in by_bytes}


def _inspections(before: Record, after: Record) -> dict[str, str]:
    old, new = facts_by_source(before), facts_by_source(after)
    leads = {row.ref: row.ref for row in after.of(models.Inspection)}
    leads |= {row.ref: row.leads_to for row in after.of(models.Retired) if row.kind == "inspection"}
    old_leads = {row.ref: row.ref for row in before.of(models.Inspection)}
    old_leads |= {row.ref: row.leads_to for row in before.of(models.Retired) if row.kind == "inspection"}
    twins: dict[str, list[str]] = defaultdict(list)
    for ref, lead in old_leads.items():
        if ref in leads:
            twins[lead].append(ref)
    renamed = _renamed_files(before, after)
    found: dict[str, str] = {}
    for file, facts in old.items():
        now = new.get(file) or new.get(renamed.get(file, ""), {})
        gone = {ref: fact for ref, fact in facts.items() if ref not in leads and ref in old_leads}
        fresh = {ref: fact for ref, fact in now.items() if ref not in old_leads and ref in leads}
        pairs = [
            (distance, ref, other_ref)
            for ref, fact in gone.items()
            for other_ref, other in fresh.items()
            if _may_follow(distance := _distance(fact, other), fact, other)
        ]
        for ref, other_ref in _best(pairs):
            found[ref] = leads[other_ref]
        for ref in gone.keys() - found.keys():
            # another source may still tell of the event that this one no longer does
            survivors = {leads[twin] for twin in twins.get(old_leads[ref], ())}
            if len(survivors) == 1:
                found[ref] = survivors.pop()
    return found


def facts_by_source(record: Record) -> dict[str, dict[str, InspectionFact]]:
    """Every inspection fact by its id, from the readings a record keeps; of a long table those that have rows there."""
    found: dict[str, dict[str, InspectionFact]] = {}
    packed = packed_texts(record)
    rows: dict[int, set[int]] = {key: set() for key in packed}
    for proof in record.of(models.Evidence):
        if proof.source_id in rows and proof.row is not None:
            rows[proof.source_id].add(proof.row)
    for source in record.of(models.Source):
        if source.pk not in packed:
            reading = read_reading(source.reading, source.text)
        elif rows[source.pk]:
            reading = _read_rows(source, packed[source.pk], rows[source.pk])
        else:
            found[source.file] = {}
            continue
        found[source.file] = dict(zip(inspection_refs(reading), reading.inspections, strict=True))
    return found


def _read_rows(source: models.Source, packed: bytes, rows: set[int]) -> Reading:
    """What some rows of a long table say; all of it where an id hangs on what else it tells of, or is not read so."""
    try:
        reading = read_rows_in(source, packed, rows, load())
    except Unsure:
        return read_reading(source.reading, source.text, packed)
    if all(fact.ref for fact in reading.inspections):
        return reading
    return read_reading(source.reading, source.text, packed)


def _may_follow(distance: tuple[int, int, int], one: InspectionFact, other: InspectionFact) -> bool:
    """Same authorities and service within two years; or one of the two, if date or place hardly moved."""
    corrected, days, place = distance
    if corrected == 0:
        return days <= FARTHEST_DAYS or days == UNDATED
    authorities = {name.slug for name in one.authorities} & {name.slug for name in other.authorities}
    same_service = one.service is not None and other.service is not None and one.service.slug == other.service.slug
    near = days <= NEAR_DAYS or (days == UNDATED and place <= NEAR_PLACE)
    return near and (bool(authorities) or same_service)


def _distance(one: InspectionFact, other: InspectionFact) -> tuple[int, int, int]:
    """How far a corrected fact may lie from what it was: subject first, then dates, then place in the text."""
    subject = {name.slug for name in one.authorities} == {name.slug for name in other.authorities}
    service = (one.service and one.service.slug) == (other.service and other.service.slug)
    days = []
    for first, second in ((one.inspected, other.inspected), (one.published, other.published)):
        if first and second and first.earliest and second.earliest:
            days.append(abs((first.earliest - second.earliest).days))
        elif first and second and first.edtf == second.edtf:
            days.append(0)
    places = [fact.mentions[0].start if fact.mentions else 0 for fact in (one, other)]
    return 2 - subject - service, min(days, default=UNDATED), abs(places[0] - places[1])


def _statements(before: Record, after: Record) -> dict[str, str]:
    files = {row.pk: row.file for row in before.of(models.Source)}
    files_now = {row.pk: row.file for row in after.of(models.Source)}
    renamed = _renamed_files(before, after)
    standing = {row.ref for row in after.of(models.Statement)}
    stood = {row.ref for row in before.of(models.Statement)}
    fresh: dict[str, list[models.Statement]] = defaultdict(list)
    for row in after.of(models.Statement):
        if row.ref not in stood:
            fresh[files_now[row.source_id]].append(row)
    pairs = []
    for row in before.of(models.Statement):
        if row.ref in standing:
            continue
        file = files[row.source_id]
        for other in fresh.get(file) or fresh.get(renamed.get(file, ""), []):
            likeness = _likeness(row.text, other.text)
            if likeness >= LEAST_LIKENESS:
                pairs.append(((1 - likeness, abs(row.position - other.position)), row.ref, other.ref))
    return dict(_best(pairs))


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, tidy(one).text.split(), tidy(other).text.split(), autojunk=False).ratio()


def _renamed_files(before: Record, after: Record) -> dict[str, str]:
    """Files of the record before that stand under another name now."""
    names = {row.file for row in after.of(models.Source)}
    by_bytes = {row.sha256: row.file for row in after.of(models.Source)}
    gone = (row for row in before.of(models.Source) if row.file not in names)
    return {row.file: by_bytes[row.sha256] for row in gone if row.sha256 in by_bytes}


def _best(pairs: Iterable[tuple[tuple[float, ...], str, str]]) -> Iterable[tuple[str, str]]:
    """Nearest pairs first, each side used once."""
    used: set[str] = set()
    taken: set[str] = set()
    for _, ref, other in sorted(pairs):
        if ref not in used and other not in taken:
            used.add(ref)
            taken.add(other)
            yield ref, other
