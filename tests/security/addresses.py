"""Every address of the site map, filled from the record that is served; one that cannot be filled is an error."""

import re

from django.urls import get_resolver

KINDS = ("authorities", "inspections", "statements", "sources")
VARIABLE = re.compile(r"<\w+:(\w+)>")


def patterns() -> list[str]:
    """The routes of the site map as they stand there."""
    return [str(pattern.pattern) for pattern in get_resolver().url_patterns]


def known_values() -> dict[tuple[str, str], list[str]]:
    """What may stand in an address: of each first word and variable, some values of the record."""
    from inspections.catalogue import load
    from inspections.models import Edition, Inspection, Source, Statement

    authority = Inspection.objects.values_list("services__authority__slug", "service_kind")
    held = [(slug, kind) for slug, kind in authority if slug]
    inspections = list(Inspection.objects.values_list("ref", "slug")[:3])
    sources = list(Source.objects.values_list("ref", "slug")[:3])
    numbers = [str(number) for number in Edition.objects.values_list("number", flat=True)]
    return {
        ("authorities", "slug"): [held[0][0]], ("authorities", "kind"): [held[0][1]],
        ("inspections", "ref"): [ref for ref, _ in inspections],
        ("inspections", "slug"): [slug for _, slug in inspections],
        ("statements", "ref"): list(Statement.objects.values_list("ref", flat=True)[:3]),
        ("sources", "ref"): [ref for ref, _ in sources], ("sources", "slug"): [slug for _, slug in sources],
        ("scales", "slug"): list(load().scales)[:3],
        ("editions", "number"): numbers,
        ("data", "name"): ["inspections.csv", "record.sqlite3"],
        ("sitemap", "kind"): list(KINDS), ("sitemap", "number"): ["1"],
    }  # fmt: skip


def fill(route: str, values: dict[tuple[str, str], list[str]]) -> list[str]:
    """The addresses of one route, as many as its variables have values."""
    first = re.split(r"[/.<-]", route)[0]
    names = VARIABLE.findall(route)
    if not names:
        return [f"/{route}"]
    filled = []
    for place in range(max(len(values[first, name]) for name in names)):
        chosen = {name: values[first, name][min(place, len(values[first, name]) - 1)] for name in names}
        filled.append("/" + VARIABLE.sub(lambda found, chosen=chosen: chosen[found.group(1)], route))
    return filled


def every_address() -> list[str]:
    """One to three addresses of every route, and those whose answer needs a question."""
    values = known_values()
    plain = [address for route in patterns() for address in fill(route, values)]
    source = next(address for address in plain if address.endswith("/cite/"))
    asked = {"search": "?q=inspect*", "quote-check": "?q=inspectors+found+that", "sources": "?q=good"}
    questions = [f"/{what}{ending}{query}" for what, query in asked.items() for ending in ("/", ".json")]
    questions += [f"/{what}{ending}?page=1" for what in KINDS for ending in ("/", ".json", ".csv", ".atom")]
    questions += ["/inspections/?grade=ofsted-four-point:good&year=2019", "/inspections/?grade=good", "/nowhere/"]
    return [*plain, f"{source}?start=0&end=40", *questions]


def read(response) -> bytes:
    """The whole body, streamed or not."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    response.close()
    return body
