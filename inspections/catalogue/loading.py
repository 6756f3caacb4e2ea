"""Reads the catalogue's files and refuses anything that is not as it should be, naming file, entry and key."""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from inspections.catalogue.authorities import read_authorities
from inspections.catalogue.checking import CatalogueError, Entry, unique
from inspections.catalogue.questions import folded_words
from inspections.catalogue.types import (
    Aspect,
    Authority,
    Catalogue,
    Due,
    Framework,
    Gap,
    Grade,
    Inspectorate,
    Period,
    Scale,
    ServiceKind,
)

HERE = Path(__file__).parent
NOT_INSPECTORATES = ("services.toml", "gaps.toml", "lookalikes.toml", "counties.toml")
KINDS = (
    "full", "short", "focused-visit", "monitoring-visit", "revisit", "annual-assessment", "school-improvement",
    "joint-targeted", "joint-area-review", "unannounced", "interim-visit", "thematic", "ungraded",
)  # fmt: skip
SCALE_KINDS = ("grade", "outcome", "progress", "met")
TONES = ("best", "good", "weak", "worst", "none")


def load(folder: Path | None = None) -> Catalogue:
    """The catalogue of a folder (ours by default), read once; a fault is a ``CatalogueError``."""
    return _load(HERE if folder is None else folder)


@lru_cache(maxsize=8)
def _load(folder: Path) -> Catalogue:
    inspectorates: dict[str, Inspectorate] = {}
    scales: dict[str, Scale] = {}
    frameworks: dict[str, Framework] = {}
    origin: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.name in NOT_INSPECTORATES:
            continue
        file = _open(path)
        inspectorate = _inspectorate(file.table("inspectorate"))
        unique(path, "inspectorate", [inspectorate], inspectorates)
        unique(path, "scale", (_scale(entry, inspectorate.slug) for entry in file.tables("scales", "scale")), scales)
        unique(path, "framework", (_framework(entry) for entry in file.tables("frameworks", "framework")), frameworks)
        origin |= {slug: path.name for slug in (inspectorate.slug, *scales, *frameworks) if slug not in origin}
        file.done()
    services_file = _open(folder / "services.toml")
    services: dict[str, ServiceKind] = {}
    unique(services_file.path, "service", map(_service, services_file.tables("services", "service")), services)
    services_file.done()
    gaps_file = _open(folder / "gaps.toml")
    gaps: dict[str, Gap] = {}
    unique(gaps_file.path, "gap", map(_gap, gaps_file.tables("gaps", "gap")), gaps)
    gaps_file.done()
    lookalikes_file = _open(folder / "lookalikes.toml")
    lookalikes = _longest_first(lookalikes_file.texts("names"))
    lookalikes_file.done()
    authorities = read_authorities(folder / "authorities.csv")
    counties_file = _open(folder / "counties.toml")
    cities, counties = _places(counties_file, authorities)
    _check_references(origin, inspectorates, scales, frameworks, services)
    return Catalogue(
        inspectorates=inspectorates,
        frameworks=frameworks,
        scales=scales,
        services=services,
        authorities=authorities,
        gaps=tuple(gaps.values()),
        lookalikes=lookalikes,
        cities=cities,
        counties=counties,
    )


def _places(file: Entry, authorities: Mapping[str, Authority]) -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """The authorities of a city, by slug, and those of each county."""
    said, table = file.texts("cities"), file.table("counties")
    counties = {name: frozenset(table.texts(name)) for name in table.left()}
    file.done()
    for what, slugs in (("cities", said), *counties.items()):
        for slug in sorted(slugs):
            if slug not in authorities:
                raise file.wrong(what, f"there is no authority {slug!r}")
    return frozenset(said) | {a.slug for a in authorities.values() if "City" in a.official_name}, counties


def _open(path: Path) -> Entry:
    try:
        return Entry(path, tomllib.loads(path.read_text(encoding="utf-8")), "")
    except FileNotFoundError:
        raise CatalogueError(f"{path.name}: is missing from {path.parent}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise CatalogueError(f"{path.name}: is not TOML in UTF-8: {fault}") from fault


def _used(entry: Entry) -> Period:
    used = Period(entry.day("since"), entry.day("until"))
    if used.since and used.until and used.until < used.since:
        raise entry.wrong("until", f"{used.until} is before since, {used.since}")
    return used


def _inspectorate(entry: Entry) -> Inspectorate:
    inspectorate = Inspectorate(
        slug=entry.slug(),
        name=entry.text("name"),
        short=entry.text("short"),
        names=_longest_first(entry.texts("names")),
        used=_used(entry),
        url=entry.address("url"),
        predecessor=entry.optional_slug("predecessor"),
        called=entry.texts("called", []),
        assesses=entry.flag("assesses"),
        chiefs=entry.texts("chiefs", []),
    )
    entry.done()
    return inspectorate


def _scale(entry: Entry, inspectorate: str) -> Scale:
    slug, name, kind = entry.slug(), entry.text("name"), entry.choice("kind", SCALE_KINDS)
    rungs = entry.tables("grades", "grade")
    if not rungs:
        raise entry.wrong("grades", "is missing; a scale has at least one grade, best first")
    grades: dict[str, Grade] = {}
    unique(entry.path, "grade", (_grade(rung, rank) for rank, rung in enumerate(rungs, start=1)), grades, entry.what)
    wordings = [wording for grade in grades.values() for wording in grade.wordings]
    for wording in wordings:
        if wordings.count(wording) > 1:
            raise entry.wrong("wordings", f"{wording!r} stands under two grades")
    numbers = [grade.number for grade in grades.values() if grade.number is not None]
    if numbers:
        if kind == "outcome":
            raise entry.wrong("number", "outcome statements are never numbered")
        steps = {after - before for before, after in itertools.pairwise(numbers)}
        if len(numbers) != len(grades) or steps not in ({1}, {-1}):
            raise entry.wrong("number", f"must run up or down by one over every grade, not {numbers}")
    scale = Scale(
        slug=slug,
        name=name,
        inspectorate=inspectorate,
        kind=kind,
        grades=tuple(grades.values()),
        used=_used(entry),
        about=entry.text("about"),
        direction=entry.text("direction"),
        compare=entry.text("compare"),
        replaced_by=entry.optional_slug("replaced_by"),
        source=entry.address("source"),
        reserved=entry.flag("reserved"),
    )
    entry.done()
    return scale


def _grade(entry: Entry, rank: int) -> Grade:
    given = entry.number("rank")
    if given not in (None, rank):
        raise entry.wrong("rank", f"must be {rank}: grades stand best first, without gaps, so it can be left out")
    grade = Grade(
        slug=entry.slug(),
        label=entry.text("label"),
        rank=rank,
        meaning=entry.text("meaning"),
        wordings=entry.texts("wordings"),
        number=entry.number("number"),
        tone=entry.choice("tone", TONES),
        short=entry.text("short", ""),
    )
    for wording in grade.wordings:
        if wording != folded_words(wording):
            raise entry.wrong("wordings", f"must be lower case and plain: {folded_words(wording)!r}, not {wording!r}")
    if folded_words(grade.label) not in grade.wordings:
        raise entry.wrong("wordings", f"must have the label among them: {folded_words(grade.label)!r}")
    entry.done()
    return grade


def _framework(entry: Entry) -> Framework:
    slug = entry.slug()
    aspects: dict[str, Aspect] = {}
    unique(entry.path, "aspect", map(_aspect, entry.tables("aspects", "aspect")), aspects, entry.what)
    framework = Framework(
        slug=slug,
        name=entry.text("name"),
        inspectorates=entry.texts("inspectorates"),
        services=entry.texts("services"),
        kinds=entry.texts("kinds"),
        scales=entry.texts("scales"),
        aspects=tuple(aspects.values()),
        used=_used(entry),
        overall=entry.choice("overall", ("yes", "never")),
        overall_until=entry.day("overall_until"),
        cycle=entry.text("cycle"),
        source=entry.address("source"),
        names=_longest_first(entry.texts("names", [])),
        reserved=entry.flag("reserved"),
        due=tuple(map(_due, entry.tables("due", "due"))),
    )
    for kind in framework.kinds:
        if kind not in KINDS:
            raise entry.wrong("kinds", f"{kind!r} is none of {', '.join(KINDS)}")
    if framework.overall == "never" and (framework.overall_until or any(a.overall for a in framework.aspects)):
        raise entry.wrong("overall", 'is "never": no aspect can be the overall one, nor overall_until be given')
    if framework.overall == "yes" and sum(a.overall for a in framework.aspects) != 1:
        raise entry.wrong("overall", 'is "yes", so exactly one aspect must say overall = true')
    entry.done()
    return framework


def _due(entry: Entry) -> Due:
    since, until = entry.number("months_from"), entry.number("months_to")
    if since is None or until is None or not 0 < since <= until:
        raise entry.wrong("months_from", "must be a number of months, and months_to the same or a greater one")
    due = Due(
        grades=entry.texts("grades"),
        months_from=since,
        months_to=until,
        what=entry.text("what"),
        words=entry.text("words"),
        source=entry.address("source"),
    )
    entry.done()
    return due


def _aspect(entry: Entry) -> Aspect:
    aspect = Aspect(
        slug=entry.slug(),
        label=entry.text("label"),
        wordings=_longest_first(entry.texts("wordings")),
        used=_used(entry),
        overall=entry.flag("overall"),
        beside_numbers=_longest_first(entry.texts("beside_numbers", [])),
    )
    entry.done()
    return aspect


def _service(entry: Entry) -> ServiceKind:
    service = ServiceKind(
        slug=entry.slug(),
        name=entry.text("name"),
        names=_longest_first(entry.texts("names")),
        parent=entry.optional_slug("parent"),
        setting=entry.flag("setting"),
    )
    entry.done()
    return service


def _gap(entry: Entry) -> Gap:
    used = _used(entry)
    if used.since is None:
        raise entry.wrong("since", "is missing; it must be a date such as 2020-03-17")
    gap = Gap(
        slug=entry.slug(),
        name=entry.text("name"),
        since=used.since,
        until=used.until,
        source=entry.address("source"),
        about=entry.text("about"),
        reserved=entry.flag("reserved"),
    )
    entry.done()
    return gap


def _longest_first(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def _check_references(
    origin: dict[str, str],
    inspectorates: dict[str, Inspectorate],
    scales: dict[str, Scale],
    frameworks: dict[str, Framework],
    services: dict[str, ServiceKind],
) -> None:
    """Every slug that one entry says of another exists."""
    said: list[tuple[str, str, str, Iterable[str | None], Iterable[str]]] = [
        *((i.slug, "inspectorate", "predecessor", [i.predecessor], inspectorates) for i in inspectorates.values()),
        *((s.slug, "scale", "replaced_by", [s.replaced_by], scales) for s in scales.values()),
        *((f.slug, "framework", "inspectorates", f.inspectorates, inspectorates) for f in frameworks.values()),
        *((f.slug, "framework", "services", f.services, services) for f in frameworks.values()),
        *((f.slug, "framework", "scales", f.scales, scales) for f in frameworks.values()),
        *((s.slug, "service", "parent", [s.parent], services) for s in services.values()),
    ]
    for slug, what, key, values, known in said:
        for value in values:
            if value is not None and value not in known:
                file = "services.toml" if what == "service" else origin[slug]
                raise CatalogueError(f"{file}: {what} {slug!r}: {key}: there is no {value!r}")
    for framework in frameworks.values():
        known_grades = [grade.slug for grade in scales[framework.scales[0]].grades] if framework.scales else []
        for grade in (grade for due in framework.due for grade in due.grades):
            if grade not in known_grades:
                raise CatalogueError(
                    f"{origin[framework.slug]}: framework {framework.slug!r}: due: its scale has no grade {grade!r}"
                )
