"""Every fault and attack in full, and the table of what was lost: docs/faults.md.

    python -m tests.soak [--only NAME ...] [--list]

A campaign is a function of a module in tests/faults, listed there in CAMPAIGNS; the tests beside it run the same
functions fewer times. Rows of campaigns that are not run stay as they stood. Ends with 1 when anything was lost.
"""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import django
import pytest

from tests.soak.rows import Campaign, Row, table

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs" / "faults.md"


def find_campaigns() -> list[Campaign]:
    """All that the modules of tests/faults list."""
    found: list[Campaign] = []
    for path in sorted((ROOT / "tests" / "faults").glob("*.py")):
        if not path.name.startswith(("test_", "conftest", "_")):
            found += getattr(importlib.import_module(f"tests.faults.{path.stem}"), "CAMPAIGNS", [])
    return found


def run(campaigns: list[Campaign]) -> list[Row]:
    rows: list[Row] = []
    for campaign in campaigns:
        started = time.perf_counter()
        print(f"{campaign.name} ...", flush=True)
        try:
            answer = campaign.run()
        except pytest.skip.Exception as skipped:
            print(f"    not tried: {skipped}", flush=True)
            continue
        told = [answer] if isinstance(answer, Row) else list(answer)
        for row in told:
            lost = f"LOST {len(row.lost)}: {row.lost[:3]}" if row.lost else "lost nothing"
            print(f"    {row.tried:>7} x {row.fault}: {lost}  {row.measured}", flush=True)
        print(f"    {time.perf_counter() - started:.0f} s", flush=True)
        rows += told
    return rows


def page(rows: list[Row], before: str) -> str:
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    return (
        "# Faults and attacks\n\n"
        "Written by the programs in `tests/faults`; `make soak` runs each in full, and a row tells how often it\n"
        "was tried when it was last run, and what was lost. After each, the site had to answer from a complete\n"
        "edition, the audit to pass, and the next import to work. `make test` runs the same programs fewer times.\n\n"
        f"{table(rows, datetime.now(UTC).date().isoformat(), before)}\n"
        f"Last run on {machine}.\n"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", metavar="NAME", help="campaigns by name, or how their names begin")
    parser.add_argument("--list", action="store_true", help="name the campaigns and end")
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "inspections.settings")
    django.setup()
    campaigns = find_campaigns()
    if options.only:
        campaigns = [each for each in campaigns if each.name.startswith(tuple(options.only))]
    if options.list or not campaigns:
        print("\n".join(each.name for each in campaigns) or "no campaign of this name")
        return 0 if campaigns else 2
    rows = run(campaigns)
    PAGE.write_text(page(rows, PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""), encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)} says what was lost.")
    return 1 if any(row.lost for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
