"""Reads the published reports of ../shared/reports and writes predictions for its scorer, with time and memory.

    python benchmarks/reports.py [FOLDER] [--predictions FILE] [--workers N] [--only HALF]

Then: python ../shared/reports/score.py FILE. Lead inspectors' names are taken here for the scorer alone; the
record never stores them.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import sys
import time
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from inspections import catalogue as catalogue_package  # noqa: E402
from inspections.catalogue import Catalogue  # noqa: E402
from inspections.reading import pdf, readers  # noqa: E402
from inspections.reading.document import Document  # noqa: E402
from inspections.reading.facts import Reading, Sidecar, Unreadable  # noqa: E402
from inspections.reading.reports.layout import flow  # noqa: E402

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


def modules() -> list[ModuleType]:
    found = (import_module(f"inspections.reading.readers.{m.name}") for m in iter_modules(readers.__path__))
    return [module for module in found if module.__name__.rpartition(".")[2].startswith(("report_", "letter_"))]


def read(document: Document, catalogue: Catalogue, known: list[ModuleType]) -> Reading | None:
    able = [module for module in known if module.recognises(document)]
    if len(able) > 1:
        raise SystemExit(f"{document.held.name}: {len(able)} readers recognise it: {able}")
    reading: Reading | None = able[0].read(document, catalogue) if able else None
    return reading


def lead(reading: Reading) -> str | None:
    """The first lead inspector printed, for the scorer only."""
    text = flow(reading.held).text
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


def prediction(reading: Reading, catalogue: Catalogue) -> dict[str, object]:
    fact = reading.inspections[0]
    framework = fact.framework.slug if fact.framework else None
    send = framework == "area-send-2023"
    variant = {"short": "ILACS-short", "full": "ILACS-standard", "unstated": "ILACS"}
    names = {
        "ilacs": variant.get(fact.kind), "single-inspection-framework": "SIF", "area-send-2023": "Area-SEND-2023",
        "looked-after-children-2013": "looked-after-children-2013", "lscb-review": "LSCB-review-only",
    }  # fmt: skip
    by_stance = {
        key: sum(s.key.startswith(f"{key}-") for s in reading.statements) for key in ("improve", "lscb", "priority")
    }
    lscb_only = framework == "lscb-review"
    line: dict[str, object] = {
        "id": Path(reading.held.name).stem,
        "is_report": True,
        "authority": catalogue.authorities[fact.authorities[0].slug].name if len(fact.authorities) == 1 else None,
        "framework": names.get(framework or ""),
        "inspection_start": fact.inspected.earliest.isoformat() if fact.inspected and fact.inspected.earliest else None,
        "inspection_end": fact.inspected.latest.isoformat() if fact.inspected and fact.inspected.latest else None,
        "publication_date": fact.published.edtf if fact.published else None,
        "lead_inspector": lead(reading),
        "overall_effectiveness": GRADES.get(fact.overall.grade or "", fact.overall.grade or "not judged")
        if fact.overall and not send and not lscb_only
        else None,
        "judgements": [
            {
                "key": KEYS.get(j.aspect_slug or "", j.aspect),
                "grade": GRADES.get(j.grade.grade or "", j.grade.grade or "not judged"),
            }
            for j in fact.judgements
        ],
        "recommendations": {"priority_action": by_stance["priority"], "improvement": by_stance["improve"]}
        if send
        else {"lscb": by_stance["improve"]}
        if lscb_only
        else {"la": by_stance["improve"], "lscb": by_stance["lscb"]},
    }
    if lscb_only and fact.overall:
        line["judgements"] = [{"key": "lscb", "grade": GRADES.get(fact.overall.grade or "", fact.overall.grade)}]
    if send:
        previous = next((other for other in reading.inspections[1:] if other.key == fact.previous), None)
        years = re.search(r"(\d+) years", fact.next_due.note) if fact.next_due else None
        line["send"] = {
            "outcome": OUTCOMES.get(fact.overall.grade or "") if fact.overall else None,
            "previous_inspection_start": previous.inspected.earliest.isoformat()
            if previous and previous.inspected and previous.inspected.earliest
            else None,
            "previous_inspection_end": previous.inspected.latest.isoformat()
            if previous and previous.inspected and previous.inspected.latest
            else None,
            "next_inspection_years": years[1] if years else None,
        }
    return line


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=REPORTS / "pdf")
    parser.add_argument("--predictions", type=Path, default=Path("predictions.jsonl"))
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--warnings", action="store_true", help="print every warning")
    arguments = parser.parse_args()
    if not arguments.folder.is_dir():
        print(f"skipped: {arguments.folder} is not here")
        return
    catalogue = catalogue_package.load()
    known = modules()
    began = time.perf_counter()
    paths = sorted(arguments.folder.glob("*.pdf"))
    counts = {"read": 0, "refused": 0, "not recognised": 0}
    with arguments.predictions.open("w", encoding="utf-8") as out:
        for held in pdf.hold_many(((path.name, path, Sidecar()) for path in paths), arguments.workers):
            if isinstance(held, Unreadable):
                counts["refused"] += 1
                print(f"refused: {held}")
                continue
            reading = read(Document(held), catalogue, known)
            if reading is None:
                counts["not recognised"] += 1
                print(f"not a report this record can read: {held.name}")
                continue
            counts["read"] += 1
            for warned in reading.warnings if arguments.warnings else ():
                print(f"{held.name}: {warned.code}: {warned.message}")
            out.write(json.dumps(prediction(reading, catalogue), ensure_ascii=False) + "\n")
    seconds = time.perf_counter() - began
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    size = sum(path.stat().st_size for path in paths) / 1e6
    print(
        f"{len(paths)} files, {size:.1f} MB: {counts} in {seconds:.1f} s; "
        f"{own} MB here, {largest} MB in the largest worker"
    )


if __name__ == "__main__":
    main()
