"""Files with something changed at random, format by format: read or refused in a sentence, and never anything else.

hypothesis chooses a file and what to do to it, for FUZZ_MINUTES (30) shared among the formats (or those
named in FUZZ_FORMATS), a new choice each time.
What went wrong is kept under tests/faults/found, where a test reads it for ever.
"""

from __future__ import annotations

import hashlib
import io
import os
import resource
import signal
import tempfile
import time
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from inspections.catalogue import load
from inspections.reading import READABLE, read_file
from inspections.reading.facts import Reading, Unreadable
from inspections.reading.serialise import from_json, to_json
from tests.conftest import ROOT, SHARED
from tests.faults.hostile_files import CELL, END, PROSE, ROW, SHEET, ods, xlsx
from tests.reading.scoring import spans
from tests.recording.test_report_folders import report
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
TOKENS = [*(word.encode() for word in WORDS.split("|")), b"|", b"\xff"]


@cache
def corpus(ending: str) -> tuple[bytes, ...]:
    """Files of a format to begin with: the project's own, and small ones from ../shared where it is."""
    cases = ROOT / "tests" / "reading" / "cases"
    found = [path for folder in (ROOT / "seeds", cases) for path in sorted(folder.rglob(f"*{ending}"))]
    if SHARED.is_dir():
        found += sorted((SHARED / "reports").rglob(f"*{ending}")) + sorted((SHARED / "tables").rglob(f"*{ending}"))
    data = [path.read_bytes()[:120_000] if ending == ".csv" else path.read_bytes() for path in found]
    made = {
        ".pdf": [report("Leeds"), report("Kent", long=3)],
        ".xlsx": [xlsx(SHEET + CELL % b"Kent" + END)],
        ".ods": [ods(ROW % b"Kent")],
        ".html": [b"<html><body><article>" + PROSE + b"</article></body></html>"],
        ".csv": [b"Local authority,Overall effectiveness\nKent,Good\n"],
    }
    few = [each for each in data if len(each) <= LARGEST.get(ending, 120_000)] or data[:2]
    return (*few, *made.get(ending, []))


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
    if ending in {".xlsx", ".ods"} and draw(st.booleans()):
        return draw(changed_parts(data))
    return draw(changes(data))


@st.composite
def changed_parts(draw: st.DrawFn, data: bytes) -> bytes:
    """An archive whole in itself, one of whose parts is changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        chosen = draw(st.sampled_from(old.namelist()))
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, draw(changes(part)) if name == chosen else part)
    return out.getvalue()


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
