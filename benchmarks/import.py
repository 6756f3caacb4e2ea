"""Time and memory of importing a tidy table, beside plain ``sqlite3`` loading the same file with indexes and full text.

    python benchmarks/import.py [--rows 20000]

One inspection with one judgement in each row, over the real authorities, scales and frameworks, with dates of every
precision; the same table for the same number of rows. Then the same file again, and one document beside it.
Everything is measured in one run: what to compare is the ratio to ``sqlite3``.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import os
import platform
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from base64 import b32encode
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from inspections.catalogue import load  # noqa: E402
from inspections.tidy import COLUMNS  # noqa: E402

FIRST_DAY, LAST_DAY = date(2006, 1, 1), date(2025, 12, 31)
INDEXED = ("authority", "service", "inspectorates", "kind", "scale", "grade", "inspected_earliest")
SEARCHED = ("title", "authority_name", "service_name", "grade_words", "evidence_text")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rows", type=int, default=20_000)
    rows = parser.parse_args().rows
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder, "inspections.csv")
        write_table(table, rows)
        size = table.stat().st_size / 1e6
        print(f"Python {platform.python_version()}, {os.cpu_count()} cores; {rows:,} rows, {size:.1f} MB\n")
        print(f"{'':<44} {'seconds':>8} {'of which CPU':>12} {'MB':>6} {'ratio':>6}")
        plain = show("sqlite3, indexes and full text", [sys.executable, __file__, "--rows", "0"], folder, table, None)
        show("import_sources, into no record", importing(table), folder, table, plain)
        show("again, nothing changed", importing(table), folder, table, plain)
        show("one document beside it", importing(next((ROOT / "seeds").glob("*.txt"))), folder, table, plain)
        if importlib.util.find_spec("sqlite_utils"):
            utils = [sys.executable, "-m", "sqlite_utils", "insert"]
            command = [*utils, f"{folder}/utils.db", "rows", str(table), "--csv"]
            show("sqlite-utils, no index, no full text", command, folder, table, plain)


def importing(path: Path) -> list[str]:
    return [sys.executable, "manage.py", "import_sources", str(path)]


def show(name: str, command: list[str], folder: str, table: Path, beside: float | None) -> float:
    """Run a program to its end and print what it cost."""
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{folder}/record.sqlite3", "PLAIN_TABLE": str(table)}
    started = time.perf_counter()
    program = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(program.pid, 0)
    program.returncode = os.waitstatus_to_exitcode(status)
    if program.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {program.returncode}")
    seconds = time.perf_counter() - started
    cpu = usage.ru_utime + usage.ru_stime
    ratio = f"{cpu / beside:>6.1f}" if beside else f"{1:>6.1f}"
    print(f"{name:<44} {seconds:>8.2f} {cpu:>12.2f} {usage.ru_maxrss / 1024:>6.0f} {ratio}")
    return cpu


def load_plainly(table: Path) -> None:
    """What one writes by hand: every cell as text, an index for each filter, full text of what is searched."""
    names = [column.name for column in COLUMNS]
    with sqlite3.connect(table.with_suffix(".plain")) as database, table.open(encoding="utf-8", newline="") as file:
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        database.execute(f"CREATE TABLE rows ({', '.join(names)})")
        reader = csv.reader(file)
        next(reader)
        database.executemany(f"INSERT INTO rows VALUES ({', '.join('?' * len(names))})", reader)
        for name in INDEXED:
            database.execute(f"CREATE INDEX by_{name} ON rows ({name})")
        database.execute(f"CREATE VIRTUAL TABLE words USING fts5({', '.join(SEARCHED)}, content='rows')")
        database.execute("INSERT INTO words (words) VALUES ('rebuild')")


def write_table(path: Path, rows: int) -> None:
    names = [column.name for column in COLUMNS]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, restval="")
        writer.writeheader()
        writer.writerows(made_rows(rows))


def made_rows(count: int) -> Iterator[dict[str, str | int]]:
    """Rows that no inspectorate wrote: every authority, framework, grade and precision in turn, by a fixed chance."""
    catalogue, chance = load(), random.Random(2026)  # not for secrets
    frameworks = [each for each in catalogue.frameworks.values() if each.services and each.scales]
    authorities = sorted(catalogue.authorities.values(), key=lambda each: each.slug)
    for number in range(count):
        framework, authority = chance.choice(frameworks), chance.choice(authorities)
        scale = catalogue.scales[framework.scales[0]]
        grade = chance.choice(scale.grades)
        day = FIRST_DAY + timedelta(days=chance.randrange((LAST_DAY - FIRST_DAY).days))
        edtf, first, last = chance.choice(PRECISIONS)(day)
        service = catalogue.services[chance.choice(framework.services)]
        yield {
            "inspection": b32encode(sha256(str(number).encode()).digest()).decode().lower()[:10],
            "title": f"{authority.name}: {service.name}", "authority": authority.slug,
            "authority_name": authority.name, "authority_gss": authority.gss, "service": service.slug,
            "service_name": service.name, "inspectorates": framework.inspectorates[0], "kind": "full",
            "framework": framework.slug, "framework_basis": "stated", "inspected": edtf,
            "inspected_earliest": first.isoformat(), "inspected_latest": last.isoformat(),
            "inspected_basis": "stated", "inspected_as_printed": edtf, "aspect": "Overall", "aspect_code": "overall",
            "scale": scale.slug, "grade": grade.slug, "grade_words": grade.label, "grade_as_worded": grade.label,
            "grade_basis": "stated", "evidence_text": grade.label, "edition": 1,
        }  # fmt: skip


def _of_a_day(day: date) -> tuple[str, date, date]:
    return day.isoformat(), day, day


def _of_a_week(day: date) -> tuple[str, date, date]:
    last = day + timedelta(days=4)
    return f"{day.isoformat()}/{last.isoformat()}", day, last


def _of_a_month(day: date) -> tuple[str, date, date]:
    return day.isoformat()[:7], day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def _of_a_year(day: date) -> tuple[str, date, date]:
    return str(day.year), date(day.year, 1, 1), date(day.year, 12, 31)


PRECISIONS = (_of_a_day, _of_a_day, _of_a_day, _of_a_week, _of_a_month, _of_a_year)


if __name__ == "__main__":
    if "PLAIN_TABLE" in os.environ:
        load_plainly(Path(os.environ["PLAIN_TABLE"]))
    else:
        main()
