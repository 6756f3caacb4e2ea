"""Where a fact may have its like: among the facts of the same authorities and service, or of the same provider.

Some tables say of an inspection only its number, or of a provider only its name and another register's number. They
are put beside the one fact of this number, or the one provider of exactly this name, if there is exactly one; whether
they are the same event is then decided as ever.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from inspections.catalogue import Catalogue
from inspections.catalogue.questions import folded_name
from inspections.reading.facts import Graded, InspectionFact

Bucket = tuple[tuple[str, ...], str]


@dataclass(frozen=True)
class Homes:
    """What leads from the little that a fact says to the bucket it belongs in."""

    by_number: dict[str, Bucket | None]  # None: several
    by_name: dict[tuple[str, str], Bucket | None]
    frameworks: dict[str, str]  # of the inspection with this number

    def bucket_of(self, fact: InspectionFact) -> Bucket | None:
        own = own_bucket(fact)
        if own is None or (fact.provider and not fact.authorities):
            beside = self.by_number.get(fact.number) if is_of_nobody(fact) else self.by_name.get(_called(fact))
            return beside or own
        return own

    def on_scale_of_home(self, fact: InspectionFact, catalogue: Catalogue) -> InspectionFact:
        """Grades of a table without dates, on the scale of the inspection's day: by place, words as printed."""
        framework = catalogue.frameworks.get(self.frameworks.get(fact.number, ""))
        if framework is None:
            return fact

        def moved(graded: Graded) -> Graded:
            scale, home = catalogue.scales[graded.scale], catalogue.scales[framework.scales[0]]
            if graded.scale in framework.scales or len(scale.grades) != len(home.grades) or not graded.grade:
                return graded
            there = home.grades[scale.grade(graded.grade).rank - 1]
            if there.slug == graded.grade:
                return replace(graded, scale=home.slug)
            note = f"the table’s word is a later one; in its place the scale of the time had “{there.label}”"
            return replace(graded, scale=home.slug, grade=there.slug, basis="derived", note=note)

        judgements = tuple(replace(judged, grade=moved(judged.grade)) for judged in fact.judgements)
        return replace(fact, overall=moved(fact.overall) if fact.overall else None, judgements=judgements)


def own_bucket(fact: InspectionFact) -> Bucket | None:
    """By its provider's number, whatever name and area have become; else by authorities and service."""
    if fact.provider:
        return (fact.provider.id,), ""
    if fact.authorities and fact.service:
        return tuple(sorted(name.slug for name in fact.authorities)), fact.service.slug
    return None


def keys_wanted(fact: InspectionFact) -> list[str]:
    """The numbers and names by which a fact looks for its like among others: most say enough themselves."""
    if is_of_nobody(fact):
        return [f"#{fact.number}"]
    name = own_bucket(fact) is None or (fact.provider and not fact.authorities)
    return [
        *(["|".join(called)] if name and (called := _called(fact))[1] else []),
        *([f"#{fact.number}"] if fact.number and not fact.framework else []),
    ]


def keys_given(fact: InspectionFact) -> list[str]:
    """The numbers and names by which a fact is found by others."""
    found = [f"#{fact.number}"] if fact.number and not is_of_nobody(fact) else []
    if own_bucket(fact) and fact.authorities and (called := _called(fact))[1]:
        names = (called[1], *(folded_name(other) for other in (fact.provider.names if fact.provider else ())))
        found += [f"{called[0]}|{name}" for name in names]
    return found


def is_of_nobody(fact: InspectionFact) -> bool:
    """A number and grades, and not a word on who was inspected."""
    return bool(fact.number) and not fact.authorities and not fact.provider and not fact.service


def says_not_who(fact: InspectionFact) -> bool:
    """A number, and neither a council nor a provider: without a home it is nobody's, and so no council's own."""
    return bool(fact.number) and not fact.authorities and not fact.provider


def rows_in_words(fact: InspectionFact) -> str:
    """Where it stands in its table: "number 7, rows 3 to 5"."""
    graded = [each.grade for each in fact.judgements] + ([fact.overall] if fact.overall else [])
    words = [*(name.words for name in fact.inspectorates), *(each.words for each in graded)]
    rows = sorted({row.row for each in words for row in each.rows})
    if not rows:
        return f"number {fact.number}"
    return f"number {fact.number}, {f'row {rows[0]}' if len(rows) == 1 else f'rows {rows[0]} to {rows[-1]}'}"


def find_homes(facts: Iterable[InspectionFact]) -> Homes:
    numbers: dict[str, set[Bucket]] = defaultdict(set)
    names: dict[tuple[str, str], set[Bucket]] = defaultdict(set)
    frameworks: dict[str, str] = {}
    nameless: list[InspectionFact] = []
    for fact in facts:
        bucket = own_bucket(fact)
        if fact.number and not is_of_nobody(fact):
            if fact.framework:
                frameworks[fact.number] = fact.framework.slug
            nameless.append(fact)
        if bucket and fact.authorities and (called := _called(fact))[1]:
            names[called].add(bucket)
            if fact.provider:
                for other in fact.provider.names:
                    names[called[0], folded_name(other)].add(bucket)
    by_name = {called: next(iter(buckets)) if len(buckets) == 1 else None for called, buckets in names.items()}
    for fact in nameless:
        bucket = own_bucket(fact)
        if not fact.authorities:
            bucket = by_name.get(_called(fact)) or bucket
        if bucket:
            numbers[fact.number].add(bucket)
    by_number = {number: next(iter(buckets)) if len(buckets) == 1 else None for number, buckets in numbers.items()}
    return Homes(by_number, by_name, frameworks)


def _called(fact: InspectionFact) -> tuple[str, str]:
    """Kind of service and name; a name alone is shared by too many."""
    name = fact.provider.name if fact.provider else fact.service_name or ""
    kind = fact.provider.kind if fact.provider else ""
    return f"{fact.service.slug if fact.service else ''} {kind}", folded_name(name)
