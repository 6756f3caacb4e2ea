"""A made record of any size as a tidy table: the same rows every time, over the real register of authorities.

    python benchmarks/make_record.py made.csv [--inspections 1000000]

Every framework and scale of the catalogue, dates of every precision (and none), visits without a grade, grades that are
not stated, joint inspections of two authorities. None of it happened: the table is for measuring only. One authority,
named by ``BUSIEST``, has 6,000 inspections (or six tenths of a smaller table); the others share the rest.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from inspections.catalogue import Authority, Catalogue, Framework, Scale, load  # noqa: E402
from inspections.periods import parse  # noqa: E402
from inspections.tidy import COLUMNS  # noqa: E402
from inspections.wording import kind_in_words, service_in_words, when_in_words  # noqa: E402

BUSIEST = "birmingham"
BUSY = 6_000
FIRST_DAY, LAST_DAY = date(2000, 1, 3), date(2026, 9, 30)
UNGRADED = ("focused-visit", "monitoring-visit", "revisit", "interim-visit", "thematic", "ungraded", "joint-targeted")
SEASONS = (24, 21, 22, 23)


@dataclass(frozen=True)
class Made:
    """One inspection that never was, as the tidy table words it."""

    number: int
    authorities: tuple[Authority, ...]
    framework: Framework
    service: str
    kind: str
    inspected: str  # EDTF, or empty
    inspected_basis: str
    published: str
    aspect: str
    aspect_label: str
    scale: str
    grade: str
    outcome: str
    overall_absent: str

    @property
    def ref(self) -> str:
        """Ten letters and digits, scattered as minted ids are."""
        value, letters = (self.number * 0x9E3779B97F4A7C15) % (1 << 50), ""
        for _ in range(10):
            letters += "abcdefghijklmnopqrstuvwxyz234567"[value & 31]
            value >>= 5
        return letters

    @property
    def slug(self) -> str:
        year = self.inspected[:4] or self.published[:4]
        return "-".join([self.authorities[0].slug, self.service, self.kind, *([year] if year.isdigit() else [])])[:80]

    def title(self, catalogue: Catalogue) -> str:
        names = " and ".join(authority.name for authority in self.authorities)
        dated = self.inspected or self.published
        when = when_in_words(dated) if dated else "date not stated"
        service = service_in_words(self.service, catalogue)
        service = service if service[:2].isupper() else service[:1].lower() + service[1:]
        published = "published " if self.published and not self.inspected else ""
        return f"{names}: {service}, {kind_in_words(self.kind)}, {published}{when}"


def make_inspections(many: int, catalogue: Catalogue) -> Iterator[Made]:
    """So many inspections; the first of them are the busiest authority's."""
    chance = random.Random(20260930)
    busy = min(BUSY, many * 6 // 10)
    others = [authority for authority in catalogue.authorities.values() if authority.slug != BUSIEST]
    shares = list(accumulate(1 / (place + 40) for place in range(len(others))))
    frameworks = [framework for framework in catalogue.frameworks.values() if framework.services and framework.kinds]
    sizes = list(accumulate(len(framework.services) * 2 + len(framework.scales) for framework in frameworks))
    for number in range(1, many + 1):
        if number <= busy:
            first = catalogue.authorities[BUSIEST]
        else:
            first = chance.choices(others, cum_weights=shares)[0]
        framework = chance.choices(frameworks, cum_weights=sizes)[0]
        since = max(filter(None, (FIRST_DAY, first.opened, framework.used.since)))
        until = min(filter(None, (LAST_DAY, first.closed, framework.used.until)))
        if since >= until:  # an authority that this framework never met: its whole life instead
            since, until = max(FIRST_DAY, first.opened or FIRST_DAY), first.closed or LAST_DAY
        day = since + timedelta(chance.randrange(max((until - since).days, 1)))
        authorities = [first]
        if number > busy and chance.random() < 0.004:
            second = chance.choices(others, cum_weights=shares)[0]
            if second is not first and second.life.holds(day):
                authorities.append(second)
        inspected, basis, published = _dates(day, chance)
        kind = chance.choice(framework.kinds)
        aspect, label, scale, grade, absent = _judge(framework, kind, day, catalogue, chance)
        outcome = "" if grade else chance.choice(("", "", "Leaders know what to do next.", "Progress is slow."))
        yield Made(
            number, tuple(authorities), framework, chance.choice(framework.services), kind, inspected, basis, published,
            aspect, label, scale, grade, outcome, absent,
        )  # fmt: skip


def _judge(
    framework: Framework, kind: str, day: date, catalogue: Catalogue, chance: random.Random
) -> tuple[str, str, str, str, str]:
    """Aspect, its label, scale, grade, and why there is no overall grade."""
    scales = _scales_on(framework, day, catalogue)
    if not scales or (kind in UNGRADED and chance.random() < 0.7):
        return "", "", "", "", "ungraded by design"
    scale = chance.choice(scales)
    grades = [grade.slug for grade in scale.grades]
    weights = [2, 5, 3, 1, *([1] * len(grades))][: len(grades)]
    grade = "" if chance.random() < 0.01 else chance.choices(grades, weights)[0]
    if framework.overall_on(day) or not framework.aspects:
        overall = next((aspect for aspect in framework.aspects if aspect.overall), None)
        return "overall", overall.label if overall else "Overall effectiveness", scale.slug, grade, ""
    aspect = chance.choice([aspect for aspect in framework.aspects if not aspect.overall] or framework.aspects)
    return aspect.slug, aspect.label, scale.slug, grade, "abolished" if framework.overall == "yes" else "not stated"


@cache
def _scales_of_year(framework: str, year: int, catalogue: Catalogue) -> tuple[Scale, ...]:
    named = [catalogue.scales[slug] for slug in catalogue.frameworks[framework].scales]
    named = named or [
        s for s in catalogue.scales.values() if s.inspectorate in catalogue.frameworks[framework].inspectorates
    ]
    used = tuple(scale for scale in named if scale.used.overlaps(date(year, 1, 1), date(year, 12, 31)))
    return used or tuple(named)


def _scales_on(framework: Framework, day: date, catalogue: Catalogue) -> tuple[Scale, ...]:
    return _scales_of_year(framework.slug, day.year, catalogue)


def _dates(day: date, chance: random.Random) -> tuple[str, str, str]:
    """When inspected, how that is known, and when published: of every precision, sometimes neither."""
    published = day + timedelta(chance.randint(20, 60))
    kind = chance.choices(
        ("interval", "day", "month", "season", "year", "periods", "candidates", "yearless", "unsaid", "undated"),
        (46, 20, 8, 2, 4, 4, 2, 1, 11, 2),
    )[0]
    printed = published.isoformat() if chance.random() < 0.8 else f"{published:%Y-%m}"
    if kind == "undated":
        return "", "", ""
    if kind == "unsaid":
        return "", "", printed
    said = {
        "interval": f"{day}/{day + timedelta(chance.randint(1, 11))}",
        "day": f"{day}",
        "month": f"{day:%Y-%m}",
        "season": f"{day.year}-{SEASONS[day.month % 12 // 3]}" if day.month not in (1, 2, 12) else f"{day:%Y-%m}",
        "year": f"{day.year}",
        "periods": f"{{{day}..{day + timedelta(4)},{day + timedelta(28)}..{day + timedelta(29)}}}",
        "candidates": f"[{day},{day + timedelta(1400)}]",
        "yearless": f"XXXX-{day:%m}",
    }[kind]
    return said, "candidates" if kind == "candidates" else "stated", printed if chance.random() < 0.7 else ""


def tidy_cells(made: Made, catalogue: Catalogue) -> dict[str, str]:
    """One row of the tidy table, by column."""
    a = made.authorities
    scale = catalogue.scales.get(made.scale)
    grade = scale.grade(made.grade) if scale and made.grade else None
    rank = str(grade.rank) if grade and scale and scale.kind == "grade" else ""
    cells = {
        "inspection": made.ref, "url": f"/inspections/{made.ref}/{made.slug}/", "title": made.title(catalogue),
        "authority": "; ".join(each.slug for each in a), "authority_name": "; ".join(each.name for each in a),
        "authority_gss": "; ".join(each.gss for each in a),
        "service": made.service, "service_name": service_in_words(made.service, catalogue),
        "inspectorates": "; ".join(made.framework.inspectorates), "kind": made.kind,
        "kind_words": kind_in_words(made.kind), "framework": made.framework.slug,
        "aspect": made.aspect_label, "aspect_code": made.aspect, "scale": made.scale, "grade": made.grade,
        "grade_words": grade.label if grade else "not stated" if made.scale else "",
        "grade_as_worded": grade.label if grade else "", "grade_rank": rank,
        "overall_absent": made.overall_absent, "outcome": made.outcome,
    }  # fmt: skip
    for name, edtf, basis in (
        ("inspected", made.inspected, made.inspected_basis),
        ("published", made.published, "stated"),
    ):
        if edtf:
            words, first, last, precision = _meaning(edtf)
            cells |= {
                name: edtf, f"{name}_words": words, f"{name}_earliest": first, f"{name}_latest": last,
                f"{name}_precision": precision, f"{name}_basis": basis, f"{name}_as_printed": words,
            }  # fmt: skip
    return cells


@lru_cache(maxsize=100_000)
def _meaning(edtf: str) -> tuple[str, str, str, str]:
    dated = parse(edtf)
    first, last = (day.isoformat() if day else "" for day in (dated.earliest, dated.latest))
    several = len(dated.choices) > 1 or len(dated.choices[0]) > 1
    return when_in_words(edtf), first, last, "several" if several else dated.choices[0][0].precision


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--inspections", type=int, default=1_000_000)
    options = parser.parse_args()
    started, catalogue = time.perf_counter(), load()
    with options.path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, [column.name for column in COLUMNS], restval="", lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(tidy_cells(made, catalogue) for made in make_inspections(options.inspections, catalogue))
    size = options.path.stat().st_size / 1e6
    print(f"{options.inspections:,} inspections, {size:.0f} MB, {time.perf_counter() - started:.0f} s: {options.path}")


if __name__ == "__main__":
    main()
