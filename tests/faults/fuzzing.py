"""Files with something changed at random, format by format: read or refused in a sentence, and never anything else.

hypothesis chooses a file and what to do to it, for FUZZ_MINUTES (30) shared among the formats (or those
named in FUZZ_FORMATS), a new choice each time.
What went wrong is kept under tests/faults/found, where a test reads it for ever.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import resource
import signal
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from inspections.catalogue import load
from inspections.reading import READABLE, read_file
from inspections.reading.facts import Reading, Unreadable
from inspections.reading.serialise import from_json, to_json
from tests.conftest import ROOT, SHARED
from tests.faults.hostile_files import END, PROSE, SHEET, xlsx
from tests.reading.scoring import spans
from tests.reading.tables.made import FURTHER_EDUCATION, STOCKPORT, TITLE, as_csv, as_ods, changed
from tests.reading.tables.test_layouts import STOKE_2019, as_newest, childrens
from tests.recording.report_folders.made import report
from tests.soak.rows import Campaign, Row

FOUND = ROOT / "tests" / "faults" / "found"
MOST_SECONDS = 20  # of the processor, for one file of this size
LARGEST = {".pdf": 400_000}  # bytes of a file to begin with: of smaller ones, more are changed in the same time
WORDS = (
    "Ofsted|CQC|Kent|County Durham and Darlington|judged|good|inadequate|requires improvement|no longer|said:|Cllr|"
    "in May|monitoring visit|withdrawn|19 to 23 January|(3)|2019-02-30|31 June 2019|29 February 2019|-1|0|"
    "999999999999999999999|1e309|<|>|<!--|]]>|<table><tr><td>|&#0;|&a;|{{|{%|=1+1|[[|[|]|{|}|=|#|%|/|obj|endstream|\"|'|“|”|\u202e|\u200b|"
    "\u0301|\ufb01|\u00ad|\u00a0|\ufeff|\x00|\f|\t|\r\n|\n\n"
)
TABLE = [
    TITLE,
    FURTHER_EDUCATION,
    STOCKPORT,
    changed(STOCKPORT, FURTHER_EDUCATION, urn="50238", published_date="17/04/2019", overall_effectiveness="3"),
]
TEXT_OF, VALUE_OF = re.compile(rb"(?<=>)[^<>]+(?=</)"), re.compile(rb'(?<==")[^"<>]*(?=")')
LEAF = re.compile(rb"<([A-Za-z:]+)\b[^<>]*(?:/>|>[^<>]*</\1>|>(?:<[^<>]+>[^<>]*</[^<>]+>)+</\1>)")
VALUES = (
    b"|0|-1|1|2|999999|1048577|99999999999999999999|1e309|NaN|A1|ZZZ9|A0|s|n|b|e|d|str|inlineStr|date|float|boolean|"
    b"percentage|time|string|2019-04-01|2019-02-30|PT99999H|true"
).split(b"|")
TOKENS = [*(word.encode() for word in WORDS.split("|")), b"|", b"\xff"]


@cache
def corpus(ending: str) -> tuple[bytes, ...]:
    """Files of a format to begin with: the project's own, and small ones from ../shared where it is."""
    cases = ROOT / "tests" / "reading" / "cases"
    found = [path for folder in (ROOT / "seeds", cases) for path in sorted(folder.rglob(f"*{ending}"))]
    if SHARED.is_dir():
        found += sorted((SHARED / "reports").rglob(f"*{ending}")) + sorted((SHARED / "tables").rglob(f"*{ending}"))
    data = [path.read_bytes()[:120_000] if ending == ".csv" else path.read_bytes() for path in found]
    few = [each for each in data if len(each) <= LARGEST.get(ending, 120_000)] or data[:2]
    return (*few, *made(ending))


def made(ending: str) -> list[bytes]:
    """Small files of a format that are read, where the examples have none."""
    files: dict[str, list[bytes]] = {
        ".pdf": [report("Leeds"), report("Kent", long=3)],
        ".xlsx": [xlsx_of(TABLE)],
        ".ods": [as_ods({"Providers": TABLE}), childrens(newest=[as_newest(STOKE_2019)], history=[STOKE_2019])],
        ".html": [b"<html><body><article>" + PROSE + b"</article></body></html>"],
        ".csv": [as_csv(*TABLE)],
    }
    return files.get(ending, [])


def xlsx_of(rows: Sequence[Sequence[str]]) -> bytes:
    """A workbook of one sheet: some texts shared, some in their cells, and numbers as numbers, as programs write it."""
    shared = sorted({cell for row in rows for cell in row if cell and not cell.isdigit()})
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(_xlsx_cell(cell, f"{_letters(at)}{number}", shared) for at, cell in enumerate(row) if cell)
        lines.append(f'<row r="{number}">{cells}</row>')
    strings = "".join(f"<si><t>{escape(text)}</t></si>" for text in shared)
    told = f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{strings}</sst>'
    return xlsx(SHEET + "".join(lines).encode() + END, told.encode(), "Providers")


def _xlsx_cell(cell: str, place: str, shared: list[str]) -> str:
    if cell.isdigit():
        return f'<c r="{place}"><v>{cell}</v></c>'
    if len(cell) % 2:
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
    return f'<c r="{place}" t="s"><v>{shared.index(cell)}</v></c>'


def _letters(column: int) -> str:
    return (_letters(column // 26 - 1) if column > 25 else "") + chr(65 + column % 26)


@st.composite
def changes(draw: st.DrawFn, data: bytes) -> bytes:
    """The data with up to eight changes: bytes put in, taken out, doubled, moved, torn off."""
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(data)))
        to = min(len(data), at + draw(st.one_of(st.integers(0, 8), st.integers(0, 4000))))
        kind = draw(st.sampled_from(("put", "put", "take", "double", "cut", "over", "move")))
        token = draw(st.one_of(st.sampled_from(TOKENS), st.binary(max_size=6)))
        if kind == "put":
            data = data[:at] + token * draw(st.sampled_from((1, 1, 1, 2, 50))) + data[at:]
        elif kind == "take":
            data = data[:at] + data[to:]
        elif kind == "double":
            data = data[:to] + data[at:to] * draw(st.integers(1, 4)) + data[to:]
        elif kind == "cut":
            data = data[:at] if at > len(data) // 2 else data[at:]
        elif kind == "over":
            data = data[:at] + token + data[at + len(token) :]
        else:
            elsewhere = draw(st.integers(0, len(data)))
            data = data[:elsewhere] + data[at:to] + data[elsewhere:]
    return data


@st.composite
def files(draw: st.DrawFn, ending: str) -> bytes:
    data = draw(st.sampled_from(corpus(ending)))
    if ending in {".xlsx", ".ods"} and draw(st.integers(0, 9)):
        return draw(changed_parts(data))
    return draw(changes(data))


@st.composite
def changed_parts(draw: st.DrawFn, data: bytes) -> bytes:
    """An archive whole in itself, one of whose parts is changed: mostly as XML that is still XML."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        largest = max(old.namelist(), key=lambda name: old.getinfo(name).file_size)
        chosen = draw(st.sampled_from([largest, largest, *old.namelist()]))
        for name in old.namelist():
            part = old.read(name)
            if name == chosen:
                part = draw(changed_xml(part) if draw(st.integers(0, 3)) else changes(part))
            new.writestr(name, part)
    return out.getvalue()


@st.composite
def changed_xml(draw: st.DrawFn, data: bytes) -> bytes:
    """XML with up to eight changes that leave it XML: texts, attributes and whole elements."""
    for _ in range(draw(st.integers(1, 8))):
        texts, values = list(TEXT_OF.finditer(data)), list(VALUE_OF.finditer(data))
        leaves = list(LEAF.finditer(data))
        kind = draw(st.sampled_from(("text", "text", "value", "value", "double", "take", "move", "wrap")))
        if kind == "text" and texts:
            place, new = draw(st.sampled_from(texts)), draw(words())
        elif kind == "value" and values:
            place, new = draw(st.sampled_from(values)), draw(st.one_of(st.sampled_from(VALUES), words()))
        elif leaves:
            place = draw(st.sampled_from(leaves))
            elsewhere = draw(st.sampled_from(leaves))[0]
            new = {"double": place[0] * draw(st.sampled_from((2, 3, 50))), "take": b"", "move": elsewhere}.get(
                kind, b"<a>" * (deep := draw(st.sampled_from((1, 100)))) + place[0] + b"</a>" * deep
            )
        else:
            continue
        data = data[: place.start()] + new + data[place.end() :]
    return data


def words() -> st.SearchStrategy[bytes]:
    """Text that stands in XML: a word that means something to a reader, a number, a day, anything."""
    known = (escape(word) for word in WORDS.split("|") if word.isprintable())
    anything = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20).map(escape)
    chosen = st.sampled_from([*known, "Good", "Requires improvement", "2", "9", "SC012345", "E10000016", "01/04/2019"])
    return st.one_of(chosen, chosen, anything, st.integers().map(str)).map(
        lambda text: text.replace('"', "&quot;").encode()
    )


class Wrong(AssertionError):
    """What no file may do."""


def attempt(data: bytes, ending: str, sidecar: bytes | None = None) -> str:
    """Read a file of these bytes; raises ``Wrong``."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"file{ending}"
        path.write_bytes(data)
        if sidecar is not None:
            path.with_suffix(".toml").write_bytes(sidecar)
        signal.signal(signal.SIGALRM, _too_long)
        signal.alarm(300)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
        try:
            reading = read_file(path, load())
        except Unreadable as refused:
            if "the reader failed" in str(refused) or not all(
                each.message and each.remedy for each in refused.problems
            ):
                raise Wrong(str(refused)) from refused
            return "refused"
        finally:
            signal.alarm(0)
        spent = resource.getrusage(resource.RUSAGE_SELF).ru_utime - before
        if spent > MOST_SECONDS:
            raise Wrong(f"took {spent:.0f} s of the processor")
        _check(reading)
        return "read"


def _too_long(*_: object) -> None:
    raise Wrong("took longer than 300 seconds")


def _check(reading: Reading) -> None:
    """Every span lies in the held text, and the reading can be kept and taken out again as it was."""
    if any(not 0 <= span.start <= span.end <= len(reading.held.text) for span in spans(reading)):
        raise Wrong("a span leaves the text")
    if from_json(to_json(reading)) != reading:
        raise Wrong("the reading cannot be kept as it is")


def fuzz(ending: str, minutes: float) -> Row:
    """One format for so many minutes."""
    until, tried, lost = time.monotonic() + minutes * 60, {"read": 0, "refused": 0}, []
    round_number = int(time.time())
    while time.monotonic() < until and len(lost) < 20:
        try:
            _one_round(ending, round_number, tried, until)
        except Wrong as wrong:
            lost.append(str(wrong)[:300])
        round_number += 1
    measured = f"{minutes:.0f} minutes: {tried['read']:,} read, {tried['refused']:,} refused"
    return Row("Files", f"hypothesis on {ending}", sum(tried.values()), tuple(lost), measured)


def _one_round(ending: str, number: int, tried: dict[str, int], until: float) -> None:
    strategy = changes(b"publisher = 'Kent'\nreceived = 2019-05-01\n[[oddity]]\nwords = 'a'\nreason = 'b'\n")

    @seed(number)
    @settings(
        max_examples=100, deadline=None, database=None, derandomize=False, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(strategy if ending == ".toml" else files(ending))
    def one(data: bytes) -> None:
        if time.monotonic() > until:
            return
        try:
            tried[attempt(PROSE, ".txt", data) if ending == ".toml" else attempt(data, ending)] += 1
        except Wrong:
            keep(data, ending)
            raise

    one()


def keep(data: bytes, ending: str) -> None:
    FOUND.mkdir(exist_ok=True)
    (FOUND / f"{hashlib.sha256(data).hexdigest()[:12]}{ending}").write_bytes(data)


def campaign() -> Iterator[Row]:
    every = [".txt", ".toml", *sorted(READABLE - {".txt", ".htm"})]
    endings = os.environ.get("FUZZ_FORMATS", "").split() or every
    for ending in endings:
        yield fuzz(ending, float(os.environ.get("FUZZ_MINUTES", "30")) / len(endings))


CAMPAIGNS = [Campaign("files-fuzzed", campaign)]
