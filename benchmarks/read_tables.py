"""Seconds and memory to take the cells out of the published tables, by each library that could.

python benchmarks/read_tables.py [FOLDER]     (default ../shared/tables; polars and fastexcel measured where installed)
"""

from __future__ import annotations

import csv
import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def with_csv(path: Path) -> int:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return sum(len(row) for row in csv.reader(file))


def with_calamine(path: Path) -> int:
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_path(path)
    return sum(len(row) for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python())


def with_polars(path: Path) -> int:
    import polars

    if path.suffix == ".csv":
        frame = polars.read_csv(path, has_header=False, infer_schema=False, truncate_ragged_lines=True, encoding="utf8")
        return sum(len(row) for row in frame.rows())
    frames = polars.read_excel(path, sheet_id=0, has_header=False, engine="calamine", infer_schema_length=0)
    return sum(len(row) for frame in frames.values() for row in frame.rows())


READERS = {"csv": with_csv, "python-calamine": with_calamine, "polars": with_polars}


def main() -> None:
    if len(sys.argv) == 4 and sys.argv[1] == "--one":
        before = time.perf_counter()
        cells = READERS[sys.argv[2]](Path(sys.argv[3]))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{time.perf_counter() - before:.2f}\t{memory}\t{cells}")
        return
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "tables"
    if not folder.is_dir():
        print(f"{folder} is not here")
        return
    print("file\tlibrary\tseconds\tmegabytes\tcells")
    for path in sorted(path for path in folder.rglob("*") if path.suffix in (".csv", ".ods", ".xlsx")):
        for name in READERS:
            if (name == "csv") != (path.suffix == ".csv") and name != "polars":
                continue
            command = [sys.executable, __file__, "--one", name, str(path)]
            told = subprocess.run(command, capture_output=True, text=True, check=False)
            shown = told.stdout.strip() or told.stderr.strip().splitlines()[-1]
            print(f"{path.name}\t{name}\t{shown}")


if __name__ == "__main__":
    main()
