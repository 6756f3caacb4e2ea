"""Councils as pages and JSON show them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from inspections.models import Authority, Service
from inspections.web.known import is_setting, service_name
from inspections.web.shown import AuthorityRow, AuthorityWhole, InspectionRow, Link, ServiceCount


def authority_rows(authorities: Sequence[Any]) -> tuple[AuthorityRow, ...]:
    """Authorities (asked for ``with_counts``) with the services inspected there: one query more."""
    services = _services([a.pk for a in authorities])
    return tuple(AuthorityRow(**_row(a, services[a.pk])) for a in authorities)


def whole_authority(authority: Any, history: Sequence[InspectionRow] = ()) -> AuthorityWhole:
    """An authority with those before and after it: two queries more."""
    around = list(Authority.objects.before_and_after(authority))
    return AuthorityWhole(
        **_row(authority, _services([authority.pk])[authority.pk]),
        predecessors=tuple(_link(a, "until", a.closed) for a in around if a.is_before),
        successors=tuple(_link(a, "from", a.opened) for a in around if a.is_after),
        history=tuple(history),
    )


def _link(authority: Authority, word: str, day: Any) -> Link:
    return Link(authority.name, f"/authorities/{authority.slug}/", authority.slug, f"{word} {day.year}" if day else "")


def _services(keys: Sequence[int]) -> dict[int, list[ServiceCount]]:
    found: dict[int, list[ServiceCount]] = defaultdict(list)
    for service in Service.objects.inspected_at(keys):
        found[service.authority_id].append(ServiceCount(service.kind, service_name(service.kind), service.many))
    return found


def _row(authority: Any, services: Sequence[ServiceCount]) -> dict[str, Any]:
    a = authority
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
        "inspections": getattr(a, "inspection_count", 0),
        "services": tuple(each for each in services if not is_setting(each.slug)),
        "provided": tuple(each for each in services if is_setting(each.slug)),
    }
