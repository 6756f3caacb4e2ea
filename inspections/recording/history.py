"""What an edition added, changed and withdrew, and where ids lead that no longer stand.

Ids outlive corrections: one that vanishes leads to what took its place in the same source, or says
since which edition nothing has. Retired ids are carried from edition to edition for ever.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, count, islice, starmap
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from django.db import connections

from inspections import models
from inspections.recording.rows import BATCH, Record, canonical, light, read_rows, values_in
from inspections.recording.succession import find_successors
from inspections.recording.summaries import NOTHING, Around, Key, Summary, summarise
from inspections.recording.withdrawing import WITHDRAWN, Gone, Retirees

if TYPE_CHECKING:
    from inspections.recording.comparing import News

ACTIONS = ("added", "changed", "withdrawn")
# What is sealed, named column by column: a column added to a table later leaves old seals true.
ACCOUNT = ("number", "published", "digest", "added", "changed", "withdrawn", "read_with", "retired_digest")
CHANGE = ("edition_id", "action", "kind", "ref", "title", "fields")
_TOLD = attrgetter(*CHANGE[1:])
RETIRED = ("kind", "ref", "leads_to", "title", "reason", "edition_id")


class Changes(Collection[Any]):
    """What editions changed, in the order told; what became of plain inspections is told without being kept."""

    def __init__(
        self,
        before: Collection[Any],
        new: Sequence[Any],
        record: Record,
        edition: int,
        told: int = 0,
        news: News | None = None,
        gone: Gone | None = None,
        keys: Mapping[str, int] | None = None,
    ) -> None:
        """``gone``: what was withdrawn besides; ``keys``: of the inspections that stood, by their ids."""
        self.before, self.new, self.record, self.edition, self.told = before, new, record, edition, told
        self.gone, self.keys = gone, keys or {}
        self.plain = news.plain if news else record.plain  # those of which anything is told
        self.changed: Mapping[int, Any] = news.changed if news else {}  # by their places; the others were added

    @property
    def tells_of_all(self) -> bool:
        """Was every plain inspection added, by the first edition there is?"""
        return self.plain is self.record.plain and not self.changed and not self.before

    def __len__(self) -> int:
        plain, gone = (len(each) if each is not None else 0 for each in (self.plain, self.gone))
        return len(self.before) + len(self.new) + plain + gone

    def __contains__(self, change: object) -> bool:
        return any(each == change for each in self)

    def __iter__(self) -> Iterator[Any]:
        yield from self.before
        yield from self.of_edition()

    def of_edition(self) -> Iterator[Any]:
        """Those of the newest edition: sources, inspections as lists show them, statements, what was withdrawn."""
        return starmap(light(models.Change), self.new_values())

    def values(self) -> Iterator[tuple[Any, ...]]:
        """The columns of each, in their order."""
        yield from map(values_in(models.Change), self.before)
        yield from self.new_values()

    def new_values(self) -> Iterator[tuple[Any, ...]]:
        """The same of those of the newest edition."""
        number = count(self.told + len(self.before) + 1)
        for told in self._in_order():
            yield (next(number), self.edition, *told)

    def told_values(self) -> Iterator[str]:
        """The same as canonical JSON without their keys, some thousands at a time."""
        for _, changes, start, stop in self._parts():
            yield from _in_json((self.edition, *_TOLD(each)) for each in changes)
            if start < stop:
                assert self.plain is not None
                told = zip(count(start), self.plain.titles_in_json(start, stop), strict=False)
                while some := list(islice(told, BATCH)):
                    yield ",".join([f"[{self.edition},{self._told(at, title)}]" for at, title in some])

    def _told(self, at: int, title: str) -> str:
        if at in self.changed:
            return f'"changed","inspection",{title},{canonical(self.changed[at])}'
        return f'"added","inspection",{title},[]'

    def other_values(self) -> Iterator[tuple[Any, ...]]:
        """The columns of each but that plain inspections were added."""
        yield from map(values_in(models.Change), self.before)
        for number, changes, _, _ in self._parts():
            for at, change in enumerate(changes, number):
                yield (at, self.edition, *_TOLD(change))

    def plain_parts(self) -> Iterator[tuple[int, int, int]]:
        """The number of a change, and the places of the plain inspections that were added from it on."""
        yield from ((number, start, stop) for number, _, start, stop in self._parts() if start < stop)

    def others(self) -> Iterator[Any]:
        """Those of the newest edition that were not added, what changed first."""
        make = light(models.Change)
        if self.plain:
            for at, fields in self.changed.items():
                ((ref, title),) = self.plain.titles(at, at + 1)
                yield make(0, self.edition, "changed", "inspection", ref, title, fields)
        yield from (each for each in self.new if each.action != "added")
        if self.gone is not None:
            yield from chain.from_iterable(self.gone.changes([], self.edition))

    def _in_order(self) -> Iterator[tuple[Any, ...]]:
        for _, changes, start, stop in self._parts():
            yield from map(_TOLD, changes)
            if start < stop:
                assert self.plain is not None
                for at, (ref, title) in enumerate(self.plain.titles(start, stop), start):
                    fields = self.changed.get(at)
                    yield "changed" if fields else "added", "inspection", ref, title, fields or []

    def _parts(self) -> Iterator[tuple[int, Sequence[Any], int, int]]:
        """The number of a change, and those that follow, or the places of plain inspections that are told of."""
        number = self.told + len(self.before) + 1
        if self.plain is None:
            yield from self._with_gone(number, self.new)
            return
        told = {each.ref: each for each in self.new if each.kind == "inspection" and each.action != "withdrawn"}
        stands = [each.kind == "source" and each.action != "withdrawn" for each in self.new]
        first = stands.index(False) if False in stands else len(stands)
        yield number, self.new[:first], 0, 0
        number += first
        done = 0
        for row in self.record.of(models.Inspection):
            if row.ref not in told:
                continue
            if (place := self.plain.place(row.pk)) > done:
                yield number, (), done, place
                number, done = number + place - done, place
            yield number, (told[row.ref],), 0, 0
            number += 1
        yield number, (), done, len(self.plain)
        number += len(self.plain) - done
        rest = [each for each in self.new[first:] if each.ref not in told or each.kind != "inspection"]
        yield from self._with_gone(number, rest)

    def _with_gone(self, number: int, changes: Sequence[Any]) -> Iterator[tuple[int, Sequence[Any], int, int]]:
        """The number of a change, and those that follow: what is gone besides among the inspections withdrawn."""
        if self.gone is None:
            yield number, changes, 0, 0
            return
        gone = [each for each in changes if each.action == "withdrawn" and each.kind == "inspection"]
        last = [each for each in changes if each.action == "withdrawn" and each.kind == "statement"]
        first = changes[: len(changes) - len(gone) - len(last)]
        for some in chain(
            [first], self.gone.changes([(self.keys[each.ref], each) for each in gone], self.edition), [last]
        ):
            yield number, some, 0, 0
            number += len(some)


def values_of(changes: Collection[Any]) -> Iterator[tuple[Any, ...]]:
    """The columns of each change, in their order."""
    return changes.values() if isinstance(changes, Changes) else map(values_in(models.Change), changes)


def new_values_of(changes: Collection[Any]) -> Iterator[tuple[Any, ...]]:
    """The same of those that no edition before has told."""
    return changes.new_values() if isinstance(changes, Changes) else iter(())


def first_told(changes: Collection[Any], edition: int, most: int) -> list[Any]:
    """The first changes of an edition, what was added last."""
    if not isinstance(changes, Changes) or changes.edition != edition:
        own = [each for each in changes if each.edition_id == edition]
        return sorted(own, key=lambda each: each.action == "added")[:most]
    others = list(islice(changes.others(), most))
    added = (each for each in changes.of_edition() if each.action == "added")
    return [*others, *islice(added, most - len(others))]


@dataclass
class History:
    """Every edition so far, newest last, with its changes and all retired ids that editions left."""

    editions: list[models.Edition] = field(default_factory=list)
    changes: Collection[models.Change] = field(default_factory=list)
    retired: Collection[models.Retired] = field(default_factory=list)
    told: int = 0  # changes that stand in the database and are not here

    @property
    def newest(self) -> models.Edition | None:
        return self.editions[-1] if self.editions else None


class Told(Collection[Any]):
    """The changes of all editions of a file, read whenever they are asked for: at a million they would fill memory."""

    def __init__(self, database: str) -> None:
        self.database = database
        self.many = models.Change.objects.using(database).count()  # a copy is gone once its edition is published

    def __len__(self) -> int:
        return self.many

    def __contains__(self, change: object) -> bool:
        return any(each == change for each in self)

    def __iter__(self) -> Iterator[Any]:
        return read_changes(self.database)


def read_changes(database: str, **only: Any) -> Iterator[Any]:
    """Changes in the order told."""
    return starmap(light(models.Change), read_rows(models.Change, database, **only))


def read_history(database: str, stays: bool = False) -> History:
    """``stays``: the rows of this database are there as long as they are asked for; those of a file always are."""
    stays = stays or connections[database].vendor == "sqlite"  # a server's rows give way to the new ones
    return History(
        list(models.Edition.objects.using(database).order_by("number")),
        Told(database) if stays else list(read_changes(database)),
        list(models.Retired.objects.using(database).filter(edition__isnull=False).order_by("kind", "ref")),
    )


def next_history(
    history: History,
    before: Record | None,
    after: Record,
    edition: models.Edition,
    around: tuple[Around, Around] = (NOTHING, NOTHING),
    news: News | None = None,
    gone: Gone | None = None,
) -> History:
    """The history with one more edition, whose counts and seals are filled in here.

    ``before`` and ``after`` may be parts of records: what neither has stands in both, as ``around`` tells.
    ``news``: of plain inspections, where some of these ids stand already; ``before`` has no rows of them, and what its
    other rows say of them is ``around`` it.
    ``gone``: inspections that were withdrawn, of which ``before`` has no rows either.
    """
    old, new = (summarise(before, around[0]) if before else {}), summarise(after, around[1])
    successors = find_successors(before, after) if before else {}
    aliases = {(row.kind, row.ref): row.leads_to for row in after.of(models.Retired)}
    changes = _list_changes(old, new, successors | aliases)
    edition.added, edition.changed, edition.withdrawn = (
        sum(change.action == action for change in changes) for action in ACTIONS
    )
    told_of, changed = (news.plain, len(news.changed)) if news else (after.plain, 0)
    edition.added += len(told_of) - changed if told_of else 0
    edition.changed += changed
    edition.withdrawn += len(gone) if gone is not None else 0
    retired: Collection[Any] = _retire(history.retired, old, new, aliases, successors, edition)
    if gone is not None:
        retired = Retirees(list(retired), gone, edition.number)
    for change in changes:
        change.edition_id = edition.pk
    edition.retired_digest = digest_retired(retired)
    keys = {row.ref: row.pk for row in before.of(models.Inspection)} if gone is not None and before else {}
    all_changes = Changes(history.changes, changes, after, edition.number, history.told, news, gone, keys)
    edition.seal = _seal(edition, all_changes.told_values(), history.newest.seal if history.newest else "")
    return History([*history.editions, edition], all_changes, retired)


def read_account(database: str) -> History:
    """The history without the changes of earlier editions: they are sealed, and stay as they are."""
    told = models.Change.objects.using(database).order_by("-pk").values_list("pk", flat=True).first() or 0
    return History(
        list(models.Edition.objects.using(database).order_by("number")),
        [],
        list(models.Retired.objects.using(database).filter(edition__isnull=False).order_by("kind", "ref")),
        told,
    )


def _list_changes(old: dict[Key, Summary], new: dict[Key, Summary], leads: dict[Key, str]) -> list[models.Change]:
    """What has an id that leads to another thing now has changed into that thing; it is not withdrawn."""
    changes = []
    replaced = {(kind, after): old[kind, before] for (kind, before), after in leads.items() if (kind, before) in old}
    for (kind, ref), summary in new.items():
        earlier = old.get((kind, ref)) or replaced.get((kind, ref))
        if earlier is None:
            changes.append(models.Change(action="added", kind=kind, ref=ref, title=summary.title))
        elif fields := summary.changes_from(earlier):
            changes.append(models.Change(action="changed", kind=kind, ref=ref, title=summary.title, fields=fields))
    for (kind, ref), summary in old.items():
        if (kind, ref) not in new and (kind, ref) not in leads:
            last = summary.last_words()
            changes.append(models.Change(action="withdrawn", kind=kind, ref=ref, title=summary.title, fields=last))
    return changes


def _retire(
    carried: Iterable[models.Retired],
    old: dict[Key, Summary],
    new: dict[Key, Summary],
    aliases: dict[Key, str],
    successors: dict[Key, str],
    edition: models.Edition,
) -> list[models.Retired]:
    """Carried ids and newly vanished ones; each leads straight to what stands now, or nowhere."""
    known = {(row.kind, row.ref): row for row in carried}
    stood = {(row.kind, row.leads_to) for row in known.values()}  # in the edition before: every id that one led to
    for (kind, ref), summary in old.items():
        if (kind, ref) not in known:
            known[kind, ref] = models.Retired(kind=kind, ref=ref, title=summary.title, edition_id=edition.pk)
            known[kind, ref].leads_to = successors.get((kind, ref), "")
    for (kind, ref), leads_to in successors.items():  # an alias that stood in the edition before
        if (kind, ref) not in known:
            title = new[kind, leads_to].title
            known[kind, ref] = models.Retired(kind=kind, ref=ref, leads_to=leads_to, title=title, edition_id=edition.pk)
    retired = []
    for (kind, ref), row in sorted(known.items()):
        if (kind, ref) in new or (kind, ref) in aliases:
            continue  # it stands, or leads somewhere by itself
        target, passed = row.leads_to, {ref}
        while target and (kind, target) not in new and not ((kind, target) in stood and (kind, target) not in old):
            passed.add(target)
            onward = known.get((kind, target))
            further = aliases.get((kind, target)) or successors.get((kind, target)) or (onward and onward.leads_to)
            target = further if further and further not in passed else ""
        row.leads_to = target
        row.reason = _reason(row, edition.number)
        retired.append(row)
    return retired


def _reason(row: models.Retired, number: int) -> str:
    if row.leads_to:
        return row.reason if row.reason and "withdrawn" not in row.reason else f"corrected in edition {row.edition_id}"
    return row.reason if row.reason.startswith("withdrawn") else WITHDRAWN.format(number)


def digest_retired(retired: Iterable[models.Retired]) -> str:
    """SHA-256 of every retired id with where it leads; integer keys apart."""
    sha = hashlib.sha256()
    ordered = retired if isinstance(retired, Retirees) else sorted(retired, key=lambda row: (row.kind, row.ref))
    for row in ordered:
        sha.update(canonical([getattr(row, name) for name in RETIRED]).encode())
    return sha.hexdigest()


def seal(edition: models.Edition, changes: Iterable[models.Change], before: str) -> str:
    """SHA-256 of an edition's account and of the seal before it: history cannot be altered unseen."""
    return _seal(edition, _in_json(map(attrgetter(*CHANGE), changes)), before)


def _seal(edition: models.Edition, told: Iterable[str], before: str) -> str:
    """The same, of what is sealed of them as canonical JSON."""
    account = [getattr(edition, name) for name in ACCOUNT]
    sha = hashlib.sha256(f"{canonical([before, account])[:-1]},[".encode())
    for number, some in enumerate(told):
        sha.update(b"," if number else b"")
        sha.update(some.encode())
    sha.update(b"]]")
    return sha.hexdigest()


def _in_json(told: Iterable[tuple[Any, ...]]) -> Iterator[str]:
    """Changes as canonical JSON with commas between them, some thousands at a time."""
    held = iter(told)
    while batch := list(islice(held, BATCH)):
        yield canonical(batch)[1:-1]
