"""Councils as pages and JSON show them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from inspections.membership import UNSTATED
from inspections.web.asked import authorities_around
from inspections.web.edition import held_by_edition
from inspections.web.known import is_setting, name_apart, service_name
from inspections.web.question import Question
from inspections.web.selection import the_membership
from inspections.web.shown import Link, ServiceCount
from inspections.web.shown.authorities import AuthorityRow, AuthorityWhole
from inspections.web.shown.inspections import InspectionRow
from inspections.wording import NOT_STATED_SERVICE


class AuthorityList:
    """Authorities as asked, in the order asked; stands where a query set of them would: one query."""

    def __init__(self, question: Question) -> None:
        counts = the_membership().count("authority", the_membership().own)
        self.rows = list(question.without("page", "sort"))
        self.rows.sort(key=lambda authority: (authority.name, authority.slug))
        if question.value("sort") != "name":
            self.rows.sort(key=lambda authority: -counts.get(authority.slug, 0))
        for row in self.rows:
            row.total = len(self.rows)

    def count(self) -> int:
        return len(self.rows)

    def __getitem__(self, part: slice) -> list[Any]:
        return self.rows[part]

    def iterator(self, chunk_size: int) -> Iterator[Any]:
        return iter(self.rows)


def authority_rows(authorities: Sequence[Any]) -> tuple[AuthorityRow, ...]:
    """Authorities with what was inspected there: no query more."""
    return tuple(AuthorityRow(**_row(a)) for a in authorities)


def whole_authority(authority: Any, history: Sequence[InspectionRow] = ()) -> AuthorityWhole:
    """An authority with those before and after it: one query more."""
    around = authorities_around(authority.pk)
    return AuthorityWhole(
        **_row(authority),
        predecessors=tuple(_link(a, "until", a.closed) for a in around if a.is_before),
        successors=tuple(_link(a, "from", a.opened) for a in around if a.is_after),
        history=tuple(history),
    )


def _link(authority: Any, word: str, day: Any) -> Link:
    name = name_apart(authority.name, authority.official_name)
    return Link(name, f"/authorities/{authority.slug}/", authority.slug, f"{word} {day.year}" if day else "")


@held_by_edition
def services_held() -> dict[str, tuple[ServiceCount, ...]]:
    """How many inspections of each kind of service each authority has, by its slug."""
    membership = the_membership()
    unstated, found = membership.of(UNSTATED, ""), {}
    for slug, places in membership.sets.get("authority", {}).items():
        counts = membership.count("service", places)
        if without := places.intersection_cardinality(unstated):
            counts[NOT_STATED_SERVICE] = without
        found[slug] = tuple(ServiceCount(kind, service_name(kind), counts[kind]) for kind in sorted(counts))
    return found


def _row(authority: Any) -> dict[str, Any]:
    a = authority
    membership = the_membership()
    own = membership.of("authority", a.slug).intersection_cardinality(membership.own)
    services = services_held().get(a.slug, ())
    return {
        "pk": a.pk,
        "slug": a.slug,
        "name": a.name,
        "official_name": a.official_name,
        "other_names": tuple(a.other_names),
        "gss": a.gss,
        "gss_codes": tuple((code, since, until) for code, since, until in a.gss_codes),
        "dfe": a.dfe,
        "kind": a.kind,
        "region": a.region,
        "opened": a.opened,
        "closed": a.closed,
        "inspections": own,
        "services": tuple(each for each in services if not is_setting(each.slug)),
        "provided": tuple(each for each in services if is_setting(each.slug)),
    }
