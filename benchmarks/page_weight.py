"""What each kind of page weighs, and when its largest part is painted on a bad line, in a real Chromium.

    python benchmarks/page_weight.py [--rounds 3] [--latency 400] [--megabits 1.6]

Serves the seeds from a warm gunicorn (page cache as it is by default) and opens each page with an empty cache on a line
of 400 milliseconds there and back and 1.6 megabits a second down, 0.75 up, as Chromium's own tools throttle it: the
delay is added to every request. Bytes are as sent, heads and styles included. The ratio is to the page painted soonest
in the same run, because milliseconds differ between machines and ratios hardly do. Needs the development tools and a
Chromium.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from typing import Any
from urllib.request import urlopen

from serve_and_import import ROOT, served

PAINTED = """() => new Promise(done => {
    new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))
        .observe({type: 'largest-contentful-paint', buffered: true});
    setTimeout(() => done(-1), 5000);
})"""
FIXED = (
    "/", "/authorities/", "/inspections/", "/statements/", "/sources/", "/search/?q=improvement", "/quote-check/",
    "/scales/", "/scales/ofsted-four-point/", "/data/", "/editions/", "/editions/1/", "/about/", "/accessibility/",
)  # fmt: skip


def pages_of(site: str) -> list[str]:
    """The fixed pages, the fullest authority, and every inspection and source of the seeds."""

    def ask(what: str) -> list[dict[str, Any]]:
        with urlopen(f"{site}/{what}.json") as answer:
            found: list[dict[str, Any]] = json.load(answer)["results"]
        return found

    council = max(ask("authorities"), key=lambda row: row["inspections"])
    return [
        *FIXED,
        council["url"],
        f"{council['url']}{council['services'][0]['kind']}/",
        ask("statements")[0]["url"],
        *(row["url"] for what in ("inspections", "sources") for row in ask(what)),
    ]


def weigh(browser: Any, address: str, latency: int, megabits: float) -> tuple[int, int, float]:
    """Bytes, requests and milliseconds to the largest paint of one page with an empty cache."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    down = megabits * 1_000_000 / 8
    line.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": latency, "downloadThroughput": down, "uploadThroughput": 750_000 / 8},
    )
    sizes: list[int] = []
    line.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    painted = page.evaluate(PAINTED)
    context.close()
    return sum(sizes), len(sizes), painted


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--latency", type=int, default=400, help="milliseconds there and back")
    parser.add_argument("--megabits", type=float, default=1.6, help="a second, down")
    chosen = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("There is no Chromium here.")
    from playwright.sync_api import sync_playwright

    rows: list[tuple[str, int, int, float]] = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        environment = dict(os.environ) | {"DATABASE_URL": f"sqlite:///{folder}/record.sqlite3", "DEBUG": "false"}
        for command in (["import_sources", "seeds"], ["collectstatic", "--noinput", "--verbosity", "0"]):
            arguments = [sys.executable, "manage.py", *command]
            subprocess.run(arguments, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
        with served(environment) as (host, port):
            site = f"http://{host}:{port}"
            browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            for path in pages_of(site):
                for _ in range(4):  # warm, in each worker
                    urlopen(site + path).read()
                taken = [weigh(browser, site + path, chosen.latency, chosen.megabits) for _ in range(chosen.rounds)]
                size, asked = taken[0][0], max(each[1] for each in taken)
                rows.append((path, size, asked, statistics.median(each[2] for each in taken)))
            browser.close()
    soonest = min(row[3] for row in rows)
    print(f"{chosen.latency} ms, {chosen.megabits} Mbit/s, {chosen.rounds} rounds, {os.cpu_count()} cores\n")
    print(f"{'page':<72} {'bytes':>7} {'requests':>8} {'paint ms':>8} {'ratio':>6}")
    for path, size, asked, painted in rows:
        print(f"{path[:72]:<72} {size:>7} {asked:>8} {painted:>8.0f} {painted / soonest:>6.2f}")
    heaviest, slowest = max(rows, key=lambda row: row[1]), max(rows, key=lambda row: row[3])
    print(f"\nheaviest {heaviest[1]} bytes: {heaviest[0]}\nlatest paint {slowest[3]:.0f} ms: {slowest[0]}")


if __name__ == "__main__":
    main()
