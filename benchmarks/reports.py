"""Reads the published reports of ../shared/reports and writes predictions for its scorer, with time and memory.

    python benchmarks/reports.py [FOLDER] [--predictions FILE] [--workers N] [--warnings]

Everything predicted is what ``import_sources --dry-run --json`` says. Lead inspectors' names alone are taken here,
for the scorer: the record does not store them. Then: python ../shared/reports/score.py FILE
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from inspections.reading.reports.layout import flow  # noqa: E402
from inspections.reading.sources import hold  # noqa: E402

Fact = dict[str, Any]

REPORTS = ROOT.parent / "shared" / "reports"
KEYS = {
    "impact-of-leaders": "leaders", "help-and-protection": "help_and_protection",
    "in-care-and-care-leavers": "in_care_and_care_leavers", "children-in-care": "in_care",
    "care-leavers": "care_leavers", "looked-after-and-permanence": "looked_after_and_permanence",
    "adoption-performance": "adoption", "leadership": "leadership_management_governance", "lscb": "lscb",
    "capacity-to-improve": "capacity_to_improve", "outcomes": "lac_outcomes",
    "quality-of-provision": "quality_of_provision", "leadership-and-management": "leadership_and_management",
}  # fmt: skip
GRADES = {"requires-improvement": "requires improvement to be good"}
OUTCOMES = {
    "typically-positive": "positive", "inconsistent": "inconsistent",
    "widespread-and-or-systemic-failings": "systemic failings",
}  # fmt: skip


def lead(path: Path) -> str | None:
    """The first lead inspector printed, for the scorer only; the record does not know the name."""
    text = flow(hold(path)).text
    name = r"((?:[A-Z][\w'-]*\.?[ ]){1,3}[A-Z][\w'-]+)"
    for pattern in (
        rf"^(?:Lead|Reporting)\s+(?:inspector|reviewer)s?(?:\s+on\s+site)?\s*:?\s*{name}",
        rf"^{name},?\s+(?:Ofsted\s+)?(?:HMI,?\s+)?(?:Ofsted\s+)?[Ll]ead\s+[Ii]nspector",
        rf"^{name},?\s+(?:HMI|Ofsted)[^\n]{{0,30}}[Ll]ead",
    ):
        match = re.search(pattern, text, re.MULTILINE)
        if match:
            return re.sub(r"\s+(?:HMI|Her|His).*$", "", " ".join(match[1].split()))
    return None


def bound(when: Fact | None, which: str) -> str | None:
    return when[which] if when else None


def graded(grade: Fact) -> str:
    return GRADES.get(grade["grade"] or "", grade["grade"] or "not judged")


def prediction(source: Fact) -> Fact:
    """What one source of the dry run says, in the scorer's words."""
    facts = source["facts"]
    fact = facts["inspections"][0]
    framework, overall = fact["framework"], fact["overall"]
    send, board = framework == "area-send-2023", framework == "lscb-review"
    variant = {"short": "ILACS-short", "full": "ILACS-standard", "unstated": "ILACS"}
    names = {
        "ilacs": variant.get(fact["kind"]), "single-inspection-framework": "SIF", "area-send-2023": "Area-SEND-2023",
        "looked-after-children-2013": "looked-after-children-2013", "lscb-review": "LSCB-review-only",
    }  # fmt: skip
    counts = {
        key: sum(each["key"].startswith(f"{key}-") for each in facts["statements"])
        for key in ("improve", "lscb", "priority")
    }
    line: Fact = {
        "id": Path(source["path"]).stem,
        "is_report": True,
        "authority": fact["authorities"][0]["name"] if len(fact["authorities"]) == 1 else None,
        "framework": names.get(framework or ""),
        "inspection_start": bound(fact["inspected"], "earliest"),
        "inspection_end": bound(fact["inspected"], "latest"),
        "publication_date": bound(fact["published"], "edtf"),
        "overall_effectiveness": graded(overall) if overall and not send and not board else None,
        "judgements": [
            {"key": KEYS.get(each["aspect_slug"] or "", each["aspect"]), "grade": graded(each)}
            for each in fact["judgements"]
        ],
    }
    if send:
        line["recommendations"] = {"priority_action": counts["priority"], "improvement": counts["improve"]}
        line["send"] = send_facts(fact, facts["inspections"])
    elif board:
        line["recommendations"] = {"lscb": counts["improve"]}
        line["judgements"] = [{"key": "lscb", "grade": graded(overall)}] if overall else []
    else:
        line["recommendations"] = {"la": counts["improve"], "lscb": counts["lscb"]}
    return line


def send_facts(fact: Fact, inspections: list[Fact]) -> Fact:
    previous = next((other["inspected"] for other in inspections[1:] if other["key"] == fact["previous"]), None)
    years = re.search(r"(\d+) years", bound(fact["next_due"], "note") or "")
    return {
        "outcome": OUTCOMES.get(fact["overall"]["grade"] or "") if fact["overall"] else None,
        "previous_inspection_start": bound(previous, "earliest"),
        "previous_inspection_end": bound(previous, "latest"),
        "next_inspection_years": years[1] if years else None,
    }


def dry_run(folder: Path, workers: int) -> Fact:
    """The report of the command itself, on an empty record."""
    command = [sys.executable, "manage.py", "import_sources", str(folder), "--dry-run", "--json", "--skip-unreadable"]
    with tempfile.TemporaryDirectory() as empty:
        environment = {**os.environ, "DATABASE_URL": f"sqlite:///{empty}/record.sqlite3"}
        done = subprocess.run(
            [*command, "--workers", str(workers)], cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True
        )
    report: Fact = json.loads(done.stdout)
    return report


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=REPORTS / "pdf")
    parser.add_argument("--predictions", type=Path, default=Path("predictions.jsonl"))
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--warnings", action="store_true", help="print every warning")
    arguments = parser.parse_args()
    folder = arguments.folder.resolve()
    if not folder.is_dir():
        print(f"skipped: {folder} is not here")
        return
    began = time.perf_counter()
    report = dry_run(folder, arguments.workers)
    seconds = time.perf_counter() - began
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    paths = {path.name: path for path in folder.rglob("*.pdf")}
    read = [source for source in report["sources"] if source["reader"]]
    with arguments.predictions.open("w", encoding="utf-8") as out:
        for source in read:
            if source["reader"].startswith("report_"):
                line = prediction(source) | {"lead_inspector": lead(paths[source["path"]])}
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
            for warning in source["warnings"] if arguments.warnings else ():
                print(f"{source['path']}: {warning}")
    for source in report["sources"]:
        if not source["reader"]:
            print("; ".join(source["warnings"]))
    size = sum(path.stat().st_size for path in paths.values()) / 1e6
    print(
        f"{len(paths)} files, {size:.1f} MB: {len(read)} read in {seconds:.1f} s with {arguments.workers} workers; "
        f"{used.ru_utime + used.ru_stime:.1f} s of processor time, {used.ru_maxrss // 1024} MB in the largest process"
    )


if __name__ == "__main__":
    main()
