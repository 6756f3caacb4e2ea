"""What the servers of ``serve.py`` are asked: the same questions in our words and in Datasette's, out of the record."""

from __future__ import annotations

import csv
import io
import random
import re
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlencode

from servers import FILTERS


def theirs(filters: Sequence[tuple[str, str]], **more: str) -> str:
    """The same question of Datasette: filters, the newest fifty, a count for every other filter."""
    facets = [("_facet", name) for name in FILTERS]
    return f"/flat/inspections?{urlencode([*filters, *facets, ('_sort', 'id'), ('_size', '50'), *more.items()])}"


def make_mix(record: Path, many: int) -> list[list[tuple[str, str]]]:
    """Filters of one, two or three kinds that visitors may put together, each found in the record."""
    database = sqlite3.connect(record)
    chance = random.Random(11)
    held = "SELECT filter, value FROM inspections_members WHERE filter IN ({}) AND value <> '' AND value NOT LIKE '%:'"
    marks = ",".join("?" * len(FILTERS))
    values: dict[str, list[str]] = {name: [] for name in FILTERS}
    for name, value in database.execute(f"{held.format(marks)} ORDER BY filter, value", FILTERS):
        if name != "year" or int(value) >= 1990:
            values[name].append(value)
    mix = []
    while len(mix) < many:
        names = chance.sample(FILTERS, chance.choice((1, 1, 2, 2, 2, 3)))
        if {"scale", "grade"} <= set(names):
            continue
        mix.append([(name, chance.choice(values[name])) for name in names])
    return mix


def find_csv(record: Path) -> tuple[list[tuple[str, str]], int]:
    """The service and year whose list is nearest to 10,000 rows."""
    database = sqlite3.connect(record)
    question = (
        "SELECT service_kind, year_from, COUNT(*) AS many FROM inspections_inspection WHERE service_kind <> '' AND "
        "year_from = year_to GROUP BY service_kind, year_from ORDER BY ABS(COUNT(*) - 10000) LIMIT 1"
    )
    service, year, many = database.execute(question).fetchone()
    return [("service", service), ("year", str(year))], many


ALONE = """
SELECT i.*, j.*, e.* FROM inspections_inspection i
LEFT JOIN inspections_judgement j ON j.inspection_id = i.id LEFT JOIN inspections_evidence e ON e.judgement_id = j.id
WHERE i.service_kind = ? AND i.year_from = ? AND i.year_to = ? ORDER BY i.id DESC
"""


def write_alone(record: Path, filters: Sequence[tuple[str, str]]) -> float:
    """Milliseconds of Python's sqlite3 and csv for rows as long as those of the download, without the site."""
    database = sqlite3.connect(record)
    database.execute(f"PRAGMA mmap_size = {8 << 30}")
    (_, service), (_, year) = filters
    times = []
    for _ in range(5):
        started = time.perf_counter()
        csv.writer(io.StringIO()).writerows(database.execute(ALONE, (service, int(year), int(year))))
        times.append((time.perf_counter() - started) * 1000)
    return min(times)


def make_searches(record: Path, many: int) -> list[tuple[str, str]]:
    """Searches for two words of the title of some inspection, none asked twice."""
    database, chance = sqlite3.connect(record), random.Random(12)
    count = database.execute("SELECT COUNT(*) FROM inspections_place").fetchone()[0]
    at = "SELECT inspection_id FROM inspections_place WHERE position >= ? ORDER BY position LIMIT 1"
    title = f"SELECT title FROM inspections_inspection WHERE id = ({at})"
    found: dict[str, str] = {}
    for place in chance.sample(range(count), many * 2):
        words = sorted(set(re.findall(r"[a-z]{4,}", database.execute(title, [place]).fetchone()[0].lower())))
        if len(words) > 1 and len(found) < many:
            pair = " ".join(chance.sample(words, 2))
            found[f"/search/?{urlencode({'q': pair})}"] = theirs((), _search=pair)
    return list(found.items())
