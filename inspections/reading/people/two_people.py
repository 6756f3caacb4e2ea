"""Two people named who speak together."""

from __future__ import annotations

import re

from inspections.catalogue import Catalogue
from inspections.reading.people.in_office import person_in
from inspections.reading.people.names import name_at_end
from inspections.reading.people.subject import Subject

_A_PART_OF_TOWN = re.compile(r"\s(?:North|South|East|West|Central)$")
_AND = re.compile(r",?\s+(?:and|&)\s+(?=[A-Za-z])")


def two_people(plain: str, catalogue: Catalogue) -> Subject | None:
    """Two people named who speak together: "Cllr Ann Lee, the leader, and Bo Marsh, chief executive"."""
    for m in list(_AND.finditer(plain))[-4:]:
        second = person_in(plain[m.end() :].rstrip(" ,"), catalogue)
        if second is None or second.name is None or second.start > 4:
            continue
        before = plain[: m.start()].rstrip(" ,")
        sure = second.role or second.titled or name_at_end(before.split(",")[-1]) is not None
        if not sure or _A_PART_OF_TOWN.search(second.name):
            continue  # "MP for Northtown and Sunderland West"
        first = person_in(before, catalogue)
        if first is None or first.name is None or not (first.role or first.titled or second.role or second.titled):
            continue
        if person_in(before[: first.start].rstrip(" ,"), catalogue) is not None:
            return Subject("person", first.start, private=True)  # three or more
        bodies = list(dict.fromkeys(x for x in (first.organisation, second.organisation) if x))
        return Subject(
            "person",
            first.start,
            f"{first.name} and {second.name}",
            "; ".join(x for x in (first.role, second.role) if x) or None,
            " and ".join(bodies) or None,
            titled=first.titled or second.titled,
        )
    return None
