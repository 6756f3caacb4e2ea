"""Every fault and attack in full, and the table of what was lost: docs/faults.md.

    python -m tests.soak [--only NAME ...] [--results FOLDER] [--list]

A campaign is a function of a module in tests/faults, listed there in CAMPAIGNS; the tests beside it run the same
functions fewer times. Each run is kept when it ends, and a campaign that is not run keeps its last one.
Ends with 1 when anything was lost.
"""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import django
import pytest

from tests.soak.rows import RESULTS, Campaign, Result, Row, keep, kept, page

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs" / "faults.md"


def find_campaigns() -> list[Campaign]:
    """All that the modules of tests/faults list."""
    found: list[Campaign] = []
    for path in sorted((ROOT / "tests" / "faults").glob("*.py")):
        if not path.name.startswith(("test_", "conftest", "_")):
            found += getattr(importlib.import_module(f"tests.faults.{path.stem}"), "CAMPAIGNS", [])
    return found


def commit() -> str:
    """The commit that is tried; with a plus when something else than the kept results stands beside it."""
    asked = ["git", "-C", str(ROOT)]
    told = subprocess.run([*asked, "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    beside = [*asked, "status", "--porcelain", "--", ".", ":!tests/soak/results", ":!docs/faults.md"]
    changed = subprocess.run(beside, capture_output=True, text=True, check=False).stdout.strip()
    return f"{told.stdout.strip() or 'no commit'}{'+' if changed else ''}"


def run(campaign: Campaign) -> Result | None:
    """One campaign; ``None`` when it cannot be tried on this machine."""
    started, at = time.perf_counter(), commit()
    print(f"{campaign.name} ...", flush=True)
    rows: list[Row] = []
    try:
        answer = campaign.run()
        for row in [answer] if isinstance(answer, Row) else answer:
            lost = f"LOST {len(row.lost)}: {row.lost[:3]}" if row.lost else "lost nothing"
            print(f"    {row.tried:>7} x {row.fault}: {lost}  {row.measured}", flush=True)
            rows.append(row)
    except pytest.skip.Exception as skipped:
        print(f"    not tried: {skipped}", flush=True)
        return None
    seconds = round(time.perf_counter() - started)
    print(f"    {seconds} s", flush=True)
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    return Result(campaign.name, datetime.now(UTC).date().isoformat(), at, machine, seconds, tuple(rows))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", metavar="NAME", help="campaigns by name, or how their names begin")
    parser.add_argument("--results", type=Path, default=RESULTS, help="where each run is kept")
    parser.add_argument("--list", action="store_true", help="name the campaigns and end")
    parser.add_argument("--page", action="store_true", help="write docs/faults.md from what is kept, and end")
    options = parser.parse_args()
    if options.page:
        PAGE.write_text(page(kept(options.results)), encoding="utf-8")
        return 0
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "inspections.settings")
    django.setup()
    campaigns = find_campaigns()
    if options.only:
        campaigns = [each for each in campaigns if each.name.startswith(tuple(options.only))]
    if options.list or not campaigns:
        print("\n".join(each.name for each in campaigns) or "no campaign of this name")
        return 0 if campaigns else 2
    lost = False
    for campaign in campaigns:
        if result := run(campaign):
            keep(result, options.results)
            lost |= any(row.lost for row in result.rows)
    if options.results == RESULTS:
        PAGE.write_text(page(kept()), encoding="utf-8")
        print(f"{PAGE.relative_to(ROOT)} says what was lost.")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
