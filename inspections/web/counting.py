"""How many each choice of a filter would give, counted with the other filters applied: one query for all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from inspections.web.choices import SHORT, Asks, Choice, Counted, Facet, Group, label_of
from inspections.web.known import the_catalogue
from inspections.web.question import TOTAL, WHOLE, Question


def count_by_query(question: Question, asks: Sequence[Asks]) -> Counted:
    """Every facet's choices with their counts, and the total."""
    found: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    for facet, first, second, many in question.tally(asks):
        found[facet][first or "", second or ""] = many
    total = sum(found.pop(TOTAL, {}).values())
    facets = (_facet(question, a, found[a.name]) for a in asks)
    whole = sum(found.pop(WHOLE, {}).values())
    return Counted(total, whole, tuple(facet for facet in facets if facet.groups))


def _facet(question: Question, asks: Asks, counts: dict[tuple[str, str], int]) -> Facet:
    note = asks.note
    if asks.name == "year":
        choices = choose_years(question, counts)
        undated = counts.get(("", ""), 0)
        note = " ".join(filter(None, [note, f"{undated} more without a year." if undated and choices else ""]))
    else:
        name, chosen = asks.name, question.value(asks.name)
        named = [
            (-many, label_of(name, value), value) for (value, _), many in counts.items() if value and value != chosen
        ]
        named.sort()
        address = question.urls(name, *(("grade",) if name == "scale" else ()))
        choices = [Choice(label, -less, address(value)) for less, label, value in named]
        if chosen:
            dropped = question.url(**{name: None})
            choices.insert(0, Choice(label_of(name, chosen), counts.get((chosen, ""), 0), dropped, True))
    groups = (Group("", "", tuple(choices[:SHORT])),) if choices else ()
    return Facet(asks.name, asks.legend, groups, tuple(choices[SHORT:]), note)


def choose_years(question: Question, counts: dict[tuple[str, str], int]) -> list[Choice]:
    """Newest first; a date that may be of several years counts under each."""
    by_year: dict[int, int] = defaultdict(int)
    for (first, last), many in counts.items():
        for year in years_meant(first, last):
            by_year[year] += many
    asked = question.value("year") or []
    address = question.urls("year")
    for year in asked:
        by_year.setdefault(year, 0)
    choices = []
    for year in sorted(by_year, reverse=True):
        others = [str(other) for other in asked if other != year]
        changed = others if year in asked else [*others, str(year)]
        url = question.url(year=changed) if asked else address(str(year))
        choices.append(Choice(str(year), by_year[year], url, year in asked))
    return choices


@lru_cache(4096)
def years_meant(first: str, last: str) -> frozenset[int]:
    """The years of a count: a range from first to last, or those that candidates name one by one."""
    if first.isdigit() and last.isdigit():
        return frozenset(range(int(first), int(last) + 1))
    return frozenset(int(year) for year in re.findall(r"(?<!\d)\d{4}(?!\d)", first))


def choose_grades(question: Question, counts: dict[tuple[str, str], int]) -> tuple[Group, ...]:
    """Grades under the scale that gives them their meaning, best first; those of two are never asked at once."""
    asked, only = question.value("grade") or [], question.value("scale")
    address = question.urls("grade")
    held = {scale for scale, _ in (*counts, *asked)}
    groups = []
    for scale in the_catalogue().scales.values():
        if scale.slug not in held or (only and only != scale.slug):
            continue
        choices = []
        for grade in scale.grades:
            key = (scale.slug, grade.slug)
            if counts.get(key) or key in asked:
                others = [f"{s}:{g}" for s, g in asked if s == scale.slug and g != grade.slug]
                changed = others if key in asked else [*others, f"{scale.slug}:{grade.slug}"]
                url = question.url(grade=changed) if asked else address(changed[0])
                choices.append(Choice(grade.label, counts.get(key, 0), url, key in asked))
        if choices:
            groups.append(Group(scale.name, f"/scales/{scale.slug}/", tuple(choices)))
    return tuple(groups)
