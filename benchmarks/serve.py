"""How fast a record of any size is served, page by page, beside Datasette over the same data.

    python benchmarks/make_record.py made.csv --inspections 1000000
    DATABASE_URL=sqlite:////path/made.sqlite3 python manage.py import_sources made.csv
    python benchmarks/serve.py --record /path/made.sqlite3 [--smaller FILE] [--postgresql ADDRESS]
                               [--datasette [PYTHON]] [--rounds 15] [--mix 300]

Two gunicorn workers, one client, warm, page cache off except where the page says so. Servers are asked in turn, and
each address of the mix once of each, so that a slow moment of the machine falls on all; what compares machines is the
ratio, page by page. A server that is slow is asked less often: none takes more than its seconds for a page.

A bare Django template of fifty rows from memory (``bare.py``) is asked beside all of them: what a page takes of the
processor, in how many such templates, says more than milliseconds of a machine that others use. ``--datasette``
installs it into a scratch environment, unless a Python that has it is named, and serves a flat table twice: as
shipped, and tuned with an index on every column that is filtered, full text, and limits so wide that it always counts
to the end. ``--smaller`` serves a smaller record too, and tells how pages grow; ``--postgresql`` the same record as
it was restored there (``backup_record``, ``restore_record``).
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import io
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from servers import FILTERS, Answer, Server, bare, datasettes, project

BUSIEST = "birmingham"
SECONDS = 30.0  # for one page of one server
MIX_SECONDS = 400.0  # for the mix, of one server
LATE = b"timed out"  # what Datasette says where a count is missing


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


@dataclass(frozen=True)
class Page:
    """The same question of this site and of Datasette ("": it has no such page)."""

    name: str
    ours: str
    theirs: str = ""


def pages_of(record: Path) -> list[Page]:
    database = sqlite3.connect(record)
    count = database.execute("SELECT COUNT(*) FROM inspections_inspection").fetchone()[0]
    question = (
        "SELECT ref, slug FROM inspections_inspection WHERE id IN "
        "(SELECT inspection_id FROM inspections_place WHERE position = ?)"
    )
    ref, slug = database.execute(question, [count // 3]).fetchone()
    grade = [("grade", "ofsted-four-point:good"), ("year", "2019")]
    chosen, rows = find_csv(record)
    alone = write_alone(record, chosen)
    print(f"{count:,} inspections in {record.name}; the CSV has {rows:,} rows: sqlite3 and csv alone {alone:.0f} ms.")
    return [
        Page("list, one grade and one year", f"/inspections/?{urlencode(grade)}", theirs(grade)),
        Page("list, unfiltered", "/inspections/", theirs(())),
        Page("list, its deepest page", f"/inspections/?page={-(-count // 50)}&providers=with"),
        Page("list, some words", "/inspections/?q=stockport"),
        Page("authority with the most inspections", f"/authorities/{BUSIEST}/", theirs([("authority", BUSIEST)])),
        Page("one inspection", f"/inspections/{ref}/{slug}/", f"/flat/inspections/{count // 3}"),
        Page("search, common word", "/search/?q=inspection", theirs((), _search="inspection")),
        Page("search, rare words", "/search/?q=stockport+adoption", theirs((), _search="stockport adoption")),
        Page("authorities", "/authorities/"),
        Page("national grid", "/national/"),
        Page("national counts", "/national/counts/"),
        Page("CSV of some 10,000 rows", f"/inspections.csv?{urlencode(chosen)}"),
        Page("alive, no page", "/healthz"),
    ]


@dataclass(frozen=True)
class Asked:
    """One server, an address of it, and what it took each time."""

    server: Server
    address: str
    times: list[float] = field(default_factory=list)
    works: list[float] = field(default_factory=list)

    def ask(self, counts: bool = True, headers: dict[str, str] | None = None) -> Answer:
        answer = self.server.ask(self.address, headers)
        if counts:
            self.take(answer)
        return answer

    def take(self, answer: Answer) -> None:
        self.times.append(answer.took)
        self.works.append(answer.worked)


def ratio(others: Sequence[float], ours: Sequence[float]) -> str:
    """How many times as long the others take, round by round."""
    return f"{statistics.median(b / a for a, b in zip(ours, others, strict=False) if a):.1f}"


def row(name: str, ours: Asked, beside: Sequence[Asked], least: Sequence[float], note: str = "") -> None:
    """``least``: the processor's milliseconds of a bare template, meanwhile."""
    times = sorted(ours.times)
    work = statistics.median(ours.works)
    cells = [f"{statistics.median(times):.1f}", f"{times[0]:.1f}", f"{times[int(len(times) * 0.95)]:.1f}"]
    cells += [f"{work:.1f}", f"{work / statistics.median(least):.1f}"]
    for other in beside:
        told = f"{statistics.median(other.times):.1f} ({ratio(other.times, ours.times)}; " if other.times else ""
        cells.append(f"{told}{ratio(other.works, ours.works)})" if told else "")
    print(f"| {' | '.join([name, *cells, note])} |", flush=True)


def head(*columns: str) -> None:
    shown = ("page", "median", "fastest", "95% under", "processor", "bare templates", *columns)
    print(f"\n| {' | '.join(shown)} | |\n|{'---|' * (len(shown) + 1)}")


def measure(server: Server, others: dict[str, tuple[Server, Sequence[str]]], pages: Sequence[Page], least: Asked,
            rounds: int) -> None:  # fmt: skip
    """Each page of each server in turn, twice before it counts."""
    print(
        "\nMilliseconds, page cache off; in brackets how many times as long as ours, round by round: by the clock and"
    )
    print("of the processor. Beside them what the processor does for a page, and how many bare templates that is.")
    head(*others)
    for at, page in enumerate(pages):
        ours = Asked(server, page.ours)
        asked = [ours, *(Asked(other, addresses[at]) for other, addresses in others.values())]
        spent = [0.0] * len(asked)
        least.works.clear()
        for number in range(rounds + 2):
            least.ask()
            for which, each in enumerate(asked):
                late = spent[which] > SECONDS * 1000
                if not each.address or (late and each.times):
                    continue
                answer = each.ask(counts=False)
                if answer.status != 200 and each is ours:
                    raise SystemExit(f"{each.address} answered {answer.status}")
                spent[which] += answer.took
                if number > 1 or spent[which] > SECONDS * 1000:
                    each.take(answer)
        row(page.name, ours, asked[1:], least.works)


def measure_mix(server: Server, others: dict[str, Server], record: Path, many: int, least: Asked) -> None:
    """Each address once of each server; those of this site in the same words, Datasette's in its own."""
    ours = Asked(server, "")
    beside = {name: Asked(other, "") for name, other in others.items()}
    missing = dict.fromkeys(others, 0)
    least.works.clear()
    head(*others)
    for filters in make_mix(record, many):
        own = f"/inspections/?{urlencode([*filters, ('providers', 'with')])}"
        least.ask()
        ours.take(server.ask(own))
        for name, each in beside.items():
            if sum(each.times) < MIX_SECONDS * 1000:
                answer = each.server.ask(theirs(filters) if name.startswith("Datasette") else own)
                each.take(answer)
                missing[name] += answer.status != 200 or LATE in answer.body
    note = "; ".join(f"{name}: {missing[name]} of {len(beside[name].times)} without all counts" for name in missing)
    row(f"mix of {many} filters, each once", ours, list(beside.values()), least.works, note)


def measure_kept(server: Server, rounds: int, least: Asked, word: Server) -> None:
    print("\nPage cache on: the same page again, and a bare Django that says one word.")
    head()
    tag = [server.ask("/inspections/").tag for _ in range(8)][-1]
    packed = {"Accept-Encoding": "gzip"}
    least.works.clear()
    asked = {
        "list again": (Asked(server, "/inspections/"), packed),
        "list again, 304": (Asked(server, "/inspections/"), packed | {"If-None-Match": tag}),
        "alive, no page": (Asked(server, "/healthz"), {}),
        "bare Django, one word": (Asked(word, "/hello"), {}),
    }
    for _ in range(rounds * 20):
        least.ask()
        for each, headers in asked.values():
            each.ask(headers=headers)
    for name, (each, _) in asked.items():
        row(name, each, [], least.works)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--record", type=Path, required=True)
    parser.add_argument("--smaller", type=Path)
    parser.add_argument("--postgresql", metavar="ADDRESS")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--mix", type=int, default=300)
    parser.add_argument(
        "--datasette", nargs="?", const="", metavar="PYTHON", help="to be installed, or one that has it"
    )
    options = parser.parse_args()
    record, pages = options.record.resolve(), pages_of(options.record)
    own = [page.ours for page in pages]
    others: dict[str, tuple[Server, Sequence[str]]] = {}
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as servers:
        if options.smaller:
            small = servers.enter_context(project(f"sqlite:///{options.smaller.resolve()}", "off"))
            others["the smaller record"] = small, [page.ours for page in pages_of(options.smaller)]
        if options.postgresql:
            others["PostgreSQL"] = servers.enter_context(project(options.postgresql, "off")), own
        if options.datasette is not None:
            python = Path(options.datasette) if options.datasette else None
            for name, server in servers.enter_context(datasettes(record, Path(folder), python)).items():
                others[f"Datasette {name}"] = server, [page.theirs for page in pages]
        plain = servers.enter_context(bare())
        least = Asked(plain, "/rows")
        with project(f"sqlite:///{record}", "off") as server:
            measure(server, others, pages, least, options.rounds)
            mixed = {name: other for name, (other, _) in others.items() if name != "the smaller record"}
            measure_mix(server, mixed, record, options.mix, least)
            held, mapped = server.memory()
            print(f"\nA process holds {held} MB at most, beside {mapped} MB of files that are mapped and shared.")
        with project(f"sqlite:///{record}", "local") as server:
            measure_kept(server, options.rounds, least, plain)


if __name__ == "__main__":
    main()
