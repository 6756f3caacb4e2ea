"""How fast a record of any size is served, page by page, beside Datasette over the same data.

    python benchmarks/make_record.py made.csv --inspections 1000000
    DATABASE_URL=sqlite:////path/made.sqlite3 python manage.py import_sources made.csv
    python benchmarks/serve.py --record /path/made.sqlite3 [--smaller FILE] [--postgresql ADDRESS]
                               [--smaller-postgresql ADDRESS] [--datasette [PYTHON]]
                               [--downloads FOLDER] [--rounds 15] [--mix 300]

Two gunicorn workers, one client, warm, page cache off except where the page says so. Servers are asked in turn, and
each address of the mix once of each, so that a slow moment of the machine falls on all; what compares machines is the
ratio, page by page. A server that is slow is asked less often: none takes more than its seconds for a page.

A bare Django template of fifty rows from memory (``bare.py``) is asked beside all of them: in how many such templates
a page is answered says more than milliseconds of a machine that others use, or that is slower; where an aim was set it
stands beside, in the same measure. A page again is told in words of a bare Django. ``--datasette``
installs it into a scratch environment, unless a Python that has it is named, and serves a flat table twice: as
shipped, and tuned with an index on every column that is filtered, full text, and limits so wide that it always counts
to the end; of the mix it is asked only some. ``--smaller`` serves a smaller record too, and tells how pages grow, and
how many of the bytes of ours its page has; ``--postgresql`` the same record as it was restored there
(``backup_record``, ``restore_record``), the processor of its server included, and ``--smaller-postgresql`` the smaller
one: the ratio of the two columns is how pages grow there. ``--downloads`` asks for the CSV once
more where ``prepare_downloads`` has made the record's files (``DOWNLOADS``): there it is cut out of the whole one.
"""

from __future__ import annotations

import argparse
import contextlib
import sqlite3
import statistics
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from questions import find_csv, make_mix, make_searches, theirs, write_alone
from servers import Answer, Server, bare, datasettes, project

BUSIEST = "birmingham"
SECONDS = 30.0  # for one page of one server
MIX_SECONDS = 150.0  # for the mix, of one server beside ours
THEIR_MIX = 40  # addresses of the mix that Datasette is asked, spread over all
TEMPLATE, WORD, AGAIN = 2.4, 0.35, 0.6  # where the aims were set: a bare template, a bare word, a page again
CSV = "CSV of some 10,000 rows"
TEMPLATES, SMALLER, SMALLER_ON_SERVER = "bare templates", "the smaller record", "the smaller on PostgreSQL"
LATE = b"timed out"  # what Datasette says where a count is missing


@dataclass(frozen=True)
class Page:
    """The same question of this site and of Datasette ("": it has no such page)."""

    name: str
    ours: str
    theirs: str = ""
    aim: float = 0.0  # milliseconds, beside ``TEMPLATE``


def pages_of(record: Path) -> list[Page]:
    database = sqlite3.connect(record)
    count = database.execute("SELECT COUNT(*) FROM inspections_inspection").fetchone()[0]
    question = (
        "SELECT ref, slug FROM inspections_inspection WHERE id IN "
        "(SELECT inspection_id FROM inspections_place WHERE position >= ? ORDER BY position LIMIT 1)"
    )
    ref, slug = database.execute(question, [count // 3]).fetchone()
    grade = [("grade", "ofsted-four-point:good"), ("year", "2019")]
    chosen, rows = find_csv(record)
    alone = write_alone(record, chosen)
    print(f"{count:,} inspections in {record.name}; the CSV has {rows:,} rows: sqlite3 and csv alone {alone:.0f} ms.")
    return [
        Page("list, one grade and one year", f"/inspections/?{urlencode(grade)}", theirs(grade), 6),
        Page("list, unfiltered", "/inspections/", theirs(()), 6),
        Page("list, its deepest page", f"/inspections/?page={-(-count // 50)}&providers=with", aim=6),
        Page("list, a common word", "/inspections/?q=adoption"),
        Page("list, a rarer word", "/inspections/?q=stockport"),
        Page("authority with the most inspections", f"/authorities/{BUSIEST}/", theirs([("authority", BUSIEST)]), 20),
        Page("one inspection", f"/inspections/{ref}/{slug}/", f"/flat/inspections/{count // 3}", 4),
        Page("search, common word", "/search/?q=inspection", theirs((), _search="inspection"), 7),
        Page("search, rare words", "/search/?q=stockport+adoption", theirs((), _search="stockport adoption")),
        Page("authorities", "/authorities/"),
        Page("national grid", "/national/"),
        Page("national counts", "/national/counts/"),
        Page(CSV, f"/inspections.csv?{urlencode(chosen)}", aim=100),
        Page("alive, no page", "/healthz"),
    ]


@dataclass(frozen=True)
class Asked:
    """One server, an address of it, and what it took each time."""

    server: Server
    address: str
    times: list[float] = field(default_factory=list)
    works: list[float] = field(default_factory=list)
    bytes: list[int] = field(default_factory=list)

    def ask(self, counts: bool = True, headers: dict[str, str] | None = None) -> Answer:
        answer = self.server.ask(self.address, headers)
        if counts:
            self.take(answer)
        return answer

    def take(self, answer: Answer) -> None:
        self.times.append(answer.took)
        self.works.append(answer.worked)
        self.bytes.append(len(answer.body))

    def forget(self) -> None:
        for taken in (self.times, self.works, self.bytes):
            taken.clear()  # type: ignore[attr-defined]


def ratio(others: Sequence[float], ours: Sequence[float]) -> str:
    """How many times as long the others take, round by round."""
    return f"{statistics.median(b / a for a, b in zip(ours, others, strict=False) if a):.1f}"


def beside_ours(other: Asked, ours: Asked) -> str:
    """Median milliseconds, and how many times ours: by the clock, of the processor, and the bytes where they differ."""
    if not other.times:
        return ""
    told = [ratio(other.times, ours.times), ratio(other.works, ours.works)]
    size = other.bytes[-1] / max(1, ours.bytes[-1])
    told += [f"{size:.2f} of the bytes"] if not 0.9 < size < 1.1 else []
    return f"{statistics.median(other.times):.1f} ({'; '.join(told)})"


def row(name: str, ours: Asked, beside: Sequence[str], least: Asked, aim: float = 0.0, note: str = "") -> None:
    """``least``: what a bare template, or a bare word, took meanwhile; the aim is told in as many of them."""
    times, works = sorted(ours.times), sorted(ours.works)
    late = int(len(times) * 0.95)
    took, worked = statistics.median(least.times), statistics.median(least.works)
    cells = [
        f"{statistics.median(times):.1f}",
        f"{times[0]:.1f}",
        f"{times[late]:.1f}",
        f"{statistics.median(works):.1f}",
    ]
    cells.append(f"{statistics.median(times) / took:.1f}, {times[0] / min(least.times):.1f}, {times[late] / took:.1f}")
    cells.append(
        f"{statistics.median(works) / worked:.1f}, {works[0] / min(least.works):.1f}, {works[late] / worked:.1f}"
    )
    cells.append(f"{aim:.1f}" if aim else "")
    print(f"| {' | '.join([name, *cells, *beside, note])} |", flush=True)


def head(bare_page: str, *columns: str) -> None:
    measures = (f"in {bare_page}", "of the processor", "aim")
    shown = ("page", "median", "fastest", "95% under", "processor", *measures, *columns)
    print(f"\n| {' | '.join(shown)} | |\n|{'---|' * (len(shown) + 1)}")


def measure(server: Server, others: dict[str, tuple[Server, Sequence[str]]], pages: Sequence[Page], least: Asked,
            rounds: int) -> None:  # fmt: skip
    """Each page of each server in turn, twice before it counts."""
    print(
        "\nMilliseconds, page cache off; then how many bare templates asked meanwhile that is, median, fastest and 95%"
    )
    print(
        "under, by the clock and of the processor. In brackets how many times ours, round by round, in the same order."
    )
    head(TEMPLATES, *others)
    for at, page in enumerate(pages):
        ours = Asked(server, page.ours)
        asked = [ours, *(Asked(other, addresses[at]) for other, addresses in others.values())]
        spent = [0.0] * len(asked)
        least.forget()
        for number in range(rounds + 2):
            least.ask()
            for which, each in enumerate(asked):
                late = spent[which] > SECONDS * 1000
                if not each.address or (late and each.times):
                    continue
                answer = each.ask(counts=False)
                if answer.status != 200 and each is ours and number > 1:
                    raise SystemExit(f"{each.address} answered {answer.status}")
                spent[which] += answer.took
                if number > 1 or spent[which] > SECONDS * 1000:
                    each.take(answer)
        row(page.name, ours, [beside_ours(each, ours) for each in asked[1:]], least, page.aim / TEMPLATE)


def measure_mix(name: str, server: Server, others: dict[str, Server], asked: Sequence[tuple[str, str]], least: Asked,
                aim: float = 0.0) -> None:  # fmt: skip
    """Each address once of each server, in our words and in Datasette's ("": it is not asked), which gets some only."""
    ours, step = Asked(server, ""), -(-len(asked) // THEIR_MIX)
    pairs = {other: (Asked(server, ""), Asked(each, "")) for other, each in others.items()}
    missing = dict.fromkeys(others, 0)
    least.forget()
    head(TEMPLATES, *others)
    for number, (own, their) in enumerate(asked):
        least.ask()
        answer = server.ask(own)
        ours.take(answer)
        for other, (meanwhile, each) in pairs.items():
            foreign = other.startswith("Datasette")
            late = sum(each.times) > MIX_SECONDS * 1000
            if late or (foreign and (number % step or not their)):
                continue
            found = each.server.ask(their if foreign else own)
            meanwhile.take(answer)
            each.take(found)
            missing[other] += found.status != 200 or LATE in found.body
    note = "; ".join(
        f"{other}: {len(each.times)} asked, {missing[other]} without all counts" for other, (_, each) in pairs.items()
    )
    row(name, ours, [beside_ours(each, meanwhile) for meanwhile, each in pairs.values()], least, aim / TEMPLATE, note)


def measure_kept(server: Server, rounds: int, bare_server: Server) -> None:
    print("\nPage cache on: the same page again, in words of a bare Django asked meanwhile.")
    head("bare words")
    tag = [server.ask("/inspections/").tag for _ in range(8)][-1]
    packed = {"Accept-Encoding": "gzip"}
    least = Asked(bare_server, "/hello")
    asked = {
        "list again": (Asked(server, "/inspections/"), packed),
        "list again, 304": (Asked(server, "/inspections/"), packed | {"If-None-Match": tag}),
        "alive, no page": (Asked(server, "/healthz"), {}),
    }
    for _ in range(rounds * 20):
        least.ask()
        for each, headers in asked.values():
            each.ask(headers=headers)
    for name, (each, _) in asked.items():
        row(name, each, [], least, AGAIN / WORD)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--record", type=Path, required=True)
    parser.add_argument("--smaller", type=Path)
    parser.add_argument("--postgresql", metavar="ADDRESS")
    parser.add_argument("--smaller-postgresql", metavar="ADDRESS", help="the smaller record, restored there")
    parser.add_argument("--downloads", type=Path, metavar="FOLDER", help="as prepare_downloads made them")
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
            others[SMALLER] = small, [page.ours for page in pages_of(options.smaller)]
        if options.postgresql:
            others["PostgreSQL"] = servers.enter_context(project(options.postgresql, "off")), own
        if options.smaller and options.smaller_postgresql:
            on_server = servers.enter_context(project(options.smaller_postgresql, "off"))
            others[SMALLER_ON_SERVER] = on_server, [page.ours for page in pages_of(options.smaller)]
        if options.datasette is not None:
            python = Path(options.datasette) if options.datasette else None
            for name, server in servers.enter_context(datasettes(record, Path(folder), python)).items():
                others[f"Datasette {name}"] = server, [page.theirs for page in pages]
        plain = servers.enter_context(bare())
        least = Asked(plain, "/rows")
        with project(f"sqlite:///{record}", "off") as server:
            measure(server, others, pages, least, options.rounds)
            everybody = {name: other for name, (other, _) in others.items()}
            mixed = {name: other for name, other in everybody.items() if name not in (SMALLER, SMALLER_ON_SERVER)}
            asked = [
                (f"/inspections/?{urlencode([*each, ('providers', 'with')])}", theirs(each))
                for each in make_mix(record, options.mix)
            ]
            measure_mix(f"mix of {len(asked)} filters, each once", server, mixed, asked, least, 6)
            words = make_searches(record, max(1, options.mix // 3))
            measure_mix(f"mix of {len(words)} searches, each once", server, everybody, words, least)
            held, mapped = server.memory()
            print(f"\nA process holds {held} MB at most, beside {mapped} MB of files that are mapped and shared.")
        if options.downloads:
            with project(f"sqlite:///{record}", "off", options.downloads.resolve()) as server:
                measure(server, {}, [page for page in pages if page.name == CSV], least, options.rounds)
        with project(f"sqlite:///{record}", "local") as server:
            measure_kept(server, options.rounds, plain)


if __name__ == "__main__":
    main()
