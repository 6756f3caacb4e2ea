"""Files into one new edition: read everything, build, compare, publish; all of it or nothing.

Imports add up: sources that stand in the record and are not named stay as they were. They are read
again from their held texts when the reading code or the catalogue has changed since.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model
from django.utils.timezone import localdate

import inspections.reading
from inspections import models
from inspections.catalogue import Catalogue
from inspections.reading.facts import Problem, Reading, Unreadable
from inspections.reading.plain_facts import PlainFacts
from inspections.recording.account import MANY, Account
from inspections.recording.aside import Aside
from inspections.recording.audit import audit_edition
from inspections.recording.auditing_parts import audit_part
from inspections.recording.building import Built, Unbuildable, build
from inspections.recording.checking import find_early, find_faulty, find_impossible
from inspections.recording.digests import digest_of
from inspections.recording.growing import Growth, find_growth, is_possible, write_growth
from inspections.recording.held_before import Before, find_before, read_again
from inspections.recording.history import History
from inspections.recording.identity import MergeDecision
from inspections.recording.progress import Progress
from inspections.recording.publishing import Publisher, Unpublished, find_publisher
from inspections.recording.standing import Standing, Unsure
from inspections.recording.taking import Taken, in_order, newest_edition, take_files
from inspections.recording.text_hashes import TextHashes
from inspections.recording.twins import find_twins, may_have_twin
from inspections.recording.unchanged import (
    read_known,
    reading_version,
)

ADDED, CHANGED, UNCHANGED, UNREADABLE = "added", "changed", "unchanged", "unreadable"
COUNTED: dict[str, type[Model]] = {
    "sources": models.Source, "inspections": models.Inspection, "judgements": models.Judgement,
    "statements": models.Statement, "passages": models.Passage,
}  # fmt: skip


class Refused(Exception):
    """At least one source could not be taken: every problem of every source, and nothing written."""

    def __init__(self, unreadable: Sequence[Unreadable]) -> None:
        super().__init__(f"{len(unreadable)} sources could not be read")
        self.unreadable = tuple(unreadable)


@dataclass(frozen=True)
class Imported:
    """What one import did, or with ``dry_run`` would have done."""

    edition: models.Edition | None  # the one that stands now; None when there is none yet
    published: bool
    dry_run: bool
    readings: tuple[Reading, ...]  # of the sources named, in the order read
    status: dict[str, str]  # added, changed or unchanged, by the source's name
    left_out: tuple[Unreadable, ...]
    withdrawn: tuple[str, ...]
    history: History
    counts: dict[str, int]  # rows of the record as it stands, or would stand
    paths: Mapping[str, Path] = field(default_factory=dict)  # as named on the command line, by the source's name
    built: Built | None = None  # None where nothing was built, because nothing is new

    numbers: Mapping[str, dict[str, int]] = field(default_factory=dict)  # what unchanged sources say, only counted
    grown: Growth | None = None  # what was made by difference

    @property
    def decisions(self) -> tuple[MergeDecision, ...]:
        """Why its inspections are the ones they are."""
        return self.built.decisions if self.built else self.grown.decisions if self.grown else ()


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Millions of facts are made and kept, and hardly a cycle among them: looking for one again and again is waste."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@_without_collecting()
def import_sources(
    paths: Sequence[Path],
    catalogue: Catalogue,
    *,
    withdraw: Sequence[str] = (),
    dry_run: bool = False,
    skip_unreadable: bool = False,
    alias: str = "default",
    progress: Progress | None = None,
    workers: int = 1,
    whole: bool = False,
) -> Imported:
    """Read the sources at ``paths`` and publish one edition of them and all that stood before.

    Files that the record holds as they are take their stored readings; where nothing else is named, that is all.
    Where little else is named, only what that touches is built again. As a ``whole`` all of it is built, new or not.
    """
    publisher = find_publisher(alias)

    found, missing = inspections.reading.files(paths)

    def take(database: str | None) -> Taken:
        taken = take_files(found, catalogue, database, workers, progress, None if dry_run or whole else publisher)
        return replace(taken, unreadable=[*missing, *taken.unreadable])

    def named(imported: Imported) -> Imported:
        return replace(imported, paths={path.name: path for path in found})

    if dry_run:
        with publisher.peeking() as database:
            taken = take(database)
            readings = taken.all(found, database)
            return named(_plan(readings, taken.unreadable, catalogue, find_before(database), withdraw, skip_unreadable))
    with publisher.locked(), publisher.reading() as database:
        taken = take(database)
        if not whole and database and taken.known and not taken.read and not withdraw and publisher.current:
            return named(_leave(taken, found, database, skip_unreadable))
        if not whole and (grown := _grow(taken, found, catalogue, publisher, database, withdraw, skip_unreadable)):
            return named(grown)
        standing = find_before(database)
        readings = taken.all(found, database)
        with _helped(readings, publisher) as aside, closing(TextHashes(readings)) as hashes:
            plan = _plan(readings, taken.unreadable, catalogue, standing, withdraw, skip_unreadable)
            return named(_publish(plan, standing, catalogue, publisher, hashes, aside))


@contextmanager
def _helped(readings: Iterable[Reading], publisher: Publisher) -> Iterator[Aside | None]:
    """A process that helps to write a long table; it makes itself ready while that is looked into."""
    if not any(isinstance(each.inspections, PlainFacts) and len(each.inspections) >= MANY for each in readings):
        yield None
        return
    with closing(Aside()) as aside:
        publisher.prepare(aside)
        yield aside


def _leave(taken: Taken, found: Sequence[Path], database: str, skip_unreadable: bool) -> Imported:
    """Nothing is new: the edition that stands goes on standing, and nothing is built or compared."""
    if taken.unreadable and not skip_unreadable:
        raise Refused(taken.unreadable)
    known, numbers = read_known(taken.known, database)
    return Imported(
        edition=newest_edition(database),
        published=False,
        dry_run=False,
        readings=tuple(in_order(known, found)),
        status=dict.fromkeys(taken.known, UNCHANGED),
        left_out=tuple(taken.unreadable),
        withdrawn=(),
        history=History(),
        counts=_count(database),
        numbers=numbers,
    )


def _count(database: str) -> dict[str, int]:
    return {name: table._default_manager.using(database).count() for name, table in COUNTED.items()}


def _grow(
    taken: Taken,
    found: Sequence[Path],
    catalogue: Catalogue,
    publisher: Publisher,
    database: str | None,
    withdraw: Sequence[str],
    skip_unreadable: bool,
) -> Imported | None:
    """One edition made by difference; None where the change is not small, or anything is in doubt."""
    if database is None or not publisher.current or not is_possible(database):
        return None
    named = _each_once(taken.read)
    faulty = [*find_faulty(named, catalogue), *find_early(named, localdate()), *find_impossible(named, localdate())]
    unreadable = [*taken.unreadable, *faulty]
    named = [reading for reading in named if reading.held.name not in {each.name for each in faulty}]
    standing = Standing(database, catalogue)
    if find_twins(named, []) or not standing.sources.keys() >= set(withdraw):
        return None
    if may_have_twin(named, {*(reading.held.name for reading in named), *withdraw}, database):
        return None
    if unreadable and not skip_unreadable:
        raise Refused(unreadable)
    before = newest_edition(database)
    assert before is not None
    try:
        growth = find_growth(standing, named, withdraw)
        history = _write(growth, before, catalogue, publisher)
    except (Unsure, LookupError, ObjectDoesNotExist):  # what does not fit together here is built whole, or named there
        return None
    known, numbers = read_known(taken.known, database)
    edition = history.newest
    status = {file: UNCHANGED for file in taken.known}
    for reading in named:
        name = reading.held.name
        status[name] = ADDED if name not in standing.sources else CHANGED if name in growth.near.new else UNCHANGED
    return Imported(
        edition=edition,
        published=edition != before,
        dry_run=False,
        readings=tuple(in_order([*known, *named], found)),
        status=status,
        left_out=tuple(unreadable),
        withdrawn=tuple(withdraw),
        history=history,
        counts=_count(publisher.alias),
        numbers=numbers,
        grown=growth,
    )


def _write(growth: Growth, before: models.Edition, catalogue: Catalogue, publisher: Publisher) -> History:
    """The edition with its own changes; the one before where nothing differs."""
    history = History([before])
    if not growth.gone and not growth.come:
        return history
    now = _now_after(before)

    def write(alias: str) -> Sequence[str]:
        nonlocal history
        history = write_growth(growth, now, alias)
        return list(audit_part(growth, history, catalogue, alias))

    publisher.grow(write)
    return history


def record_readings(
    readings: Sequence[Reading],
    unreadable: Sequence[Unreadable],
    catalogue: Catalogue,
    *,
    withdraw: Sequence[str] = (),
    dry_run: bool = False,
    skip_unreadable: bool = False,
    alias: str = "default",
) -> Imported:
    """Publish one edition of readings at hand and all that stood before."""
    publisher = find_publisher(alias)
    if dry_run:
        with publisher.peeking() as database:
            return _plan(readings, unreadable, catalogue, find_before(database), withdraw, skip_unreadable)
    with publisher.locked(), publisher.reading() as database:
        taken = Taken(list(readings), list(unreadable))
        if grown := _grow(taken, [], catalogue, publisher, database, withdraw, skip_unreadable):
            return grown
        standing = find_before(database)
        plan = _plan(readings, unreadable, catalogue, standing, withdraw, skip_unreadable)
        with closing(TextHashes(readings)) as hashes:
            return _publish(plan, standing, catalogue, publisher, hashes)


def _plan(
    given: Sequence[Reading],
    unreadable: Sequence[Unreadable],
    catalogue: Catalogue,
    standing: Before,
    withdraw: Sequence[str],
    skip_unreadable: bool,
) -> Imported:
    """What the next edition would be; raises ``Refused`` with every problem there is."""
    faulty = [*find_faulty(given, catalogue), *find_early(given, localdate()), *find_impossible(given, localdate())]
    unreadable = [*unreadable, *faulty]
    named = _each_once(reading for reading in given if reading.held.name not in {each.name for each in faulty})
    again, stale = read_again(standing, {reading.held.name for reading in named} | set(withdraw), catalogue)
    unknown = [_not_held(name) for name in withdraw if name not in standing.readings]
    kept = [*again, *(standing.readings[name] for name in {each.name for each in stale} & standing.readings.keys())]
    twins = find_twins(named, kept)
    if unknown or twins or ((unreadable or stale) and not skip_unreadable):
        raise Refused([*unreadable, *stale, *twins, *unknown])
    try:
        built = build([*named, *kept], catalogue, standing.ids([*named, *kept]))
    except Unbuildable as error:
        raise Refused([Unreadable("record", (Problem(str(error), "rename one of the sources concerned"),))]) from error
    return Imported(
        edition=standing.history.newest,
        published=False,
        dry_run=True,
        readings=tuple(named),
        status={reading.held.name: _status(reading, standing) for reading in named},
        left_out=(*unreadable, *stale),
        withdrawn=tuple(withdraw),
        history=standing.history,
        counts={name: built.record.count(table) for name, table in COUNTED.items()},
        built=built,
    )


def _publish(
    plan: Imported,
    standing: Before,
    catalogue: Catalogue,
    publisher: Publisher,
    hashes: TextHashes,
    aside: Aside | None = None,
) -> Imported:
    assert plan.built is not None
    built = plan.built
    record, history = built.record, standing.history

    def tell(sums: Sequence[models.Sum]) -> History:
        digest = digest_of(sums)
        if digest == standing.digest:
            return history
        number, now = history.newest.number + 1 if history.newest else 1, _now_after(history.newest)
        edition = models.Edition(number=number, published=now, digest=digest, read_with=reading_version())
        return standing.next_history(record, edition, sums)

    with closing(Account(record, tell, aside)) as account:
        try:
            published = not standing.digest or account.digest != standing.digest
            if published:
                _now_after(history.newest)  # refused before anything is built
            if standing.database:
                history = account.history  # compared with what stands as long as it does
        except OSError as error:
            raise Unpublished(f"the new edition could not be made ({error}); the edition before stays") from error
        if published or not publisher.current:  # tables of an older make are made anew, under the same edition
            publisher.publish(
                record,
                account,
                lambda alias: list(
                    audit_edition(alias, catalogue, record, built.readings, account.history, account.sums, hashes.of)
                ),
            )
            history = account.history
    if not published and not plan.left_out and reading_version() not in standing.read_with:
        publisher.note(reading_version())
    return replace(plan, edition=history.newest, published=published, dry_run=False, history=history)


def _now_after(newest: models.Edition | None) -> datetime:
    """The time of an edition that follows this one."""
    now = datetime.now(UTC).replace(microsecond=0)
    if newest and now < newest.published:
        raise Unpublished(_clock_is_back(now, newest))
    return now


def _clock_is_back(now: datetime, newest: models.Edition) -> str:
    """No edition says that it was published before the one it follows."""
    return (
        f"this machine's clock says {now:%Y-%m-%d %H:%M:%S} UTC, before edition {newest.number} was published "
        f"({newest.published:%Y-%m-%d %H:%M:%S} UTC): set the clock, or restore an edition from before it was wrong"
    )


def _each_once(readings: Iterable[Reading]) -> list[Reading]:
    """A source named twice on the command line is one source."""
    found: list[Reading] = []
    for reading in readings:
        if reading not in found:
            found.append(reading)
    return found


def _status(reading: Reading, standing: Before) -> str:
    name = reading.held.name
    if name not in standing.readings:
        return ADDED
    same = standing.hashes.get(name) == reading.held.sha256 and standing.readings[name] == reading
    return UNCHANGED if same else CHANGED


def _not_held(name: str) -> Unreadable:
    return Unreadable(name, (Problem("no source of this name is in the record", "see /sources/ for the names held"),))
