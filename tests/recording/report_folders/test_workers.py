"""A folder of reports is read by several processes."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

import inspections.reading
from inspections.reading import crew
from inspections.reading.facts import Unreadable
from inspections.reading.serialise import to_json
from tests.recording.report_folders.made import (
    COUNCILS,
    running_workers,
    workers_below,
)
from tests.recording.test_commands import run


def test_the_readings_are_the_same_whatever_the_number_of_processes(reports, catalogue, worth_several):
    (reports / "broken.pdf").write_bytes(b"")
    alone, refused = inspections.reading.read_paths([reports], catalogue, workers=1)
    assert [reading.held.name for reading in alone] == sorted(f"{council.lower()}.pdf" for council in COUNCILS)
    assert all(reading.reader == "report_ilacs" for reading in alone)
    for workers in (2, 3):
        readings, unreadable = inspections.reading.read_paths([reports], catalogue, workers=workers)
        assert [to_json(reading) for reading in readings] == [to_json(reading) for reading in alone]
        assert [(each.name, each.problems) for each in unreadable] == [(each.name, each.problems) for each in refused]


def test_the_progress_is_told_after_every_file(reports, catalogue, worth_several):
    told: list[tuple[int, int]] = []
    inspections.reading.read_paths([reports], catalogue, workers=2, progress=lambda *each: told.append(each))
    assert told == [(done, len(COUNCILS)) for done in range(len(COUNCILS) + 1)]


def test_processes_are_gone_when_the_reading_is_given_up(reports):
    answers = crew.read_many([*sorted(reports.iterdir())] * 20, workers=2)
    next(answers)
    started = workers_below(os.getpid())
    assert started
    answers.close()
    until = time.monotonic() + 60  # what a reading process had started itself ends a moment after it
    while (left := started & running_workers().keys()) and time.monotonic() < until:
        time.sleep(0.05)
    assert left == set()


def test_a_process_that_ends_loses_only_its_file(reports, monkeypatch):
    """Every process that reads is killed while it reads; the files after it get another."""
    killed: list[Path] = []
    ask = crew.Process.ask

    def deadly(process, request):
        if b"leeds" in request:
            process._started().kill()
            killed.append(Path(json.loads(request)["path"]))
        return ask(process, request)

    monkeypatch.setattr(crew.Process, "ask", deadly)
    paths = sorted(reports.iterdir())
    answers = list(crew.read_many(paths, workers=2))
    refused = [answer for answer in answers if isinstance(answer, inspections.reading.Unreadable)]
    assert killed
    assert len(answers) == len(COUNCILS)
    assert {each.name for each in refused} <= {"leeds.pdf"}


def test_a_reader_that_stumbles_is_told_with_the_name_of_the_file(reports, catalogue, monkeypatch):
    def stumble(held, catalogue):
        raise KeyError("no such thing")

    monkeypatch.setattr(inspections.reading, "read", stumble)
    with pytest.raises(Unreadable) as refused:
        inspections.reading.read_file(reports / "leeds.pdf", catalogue)
    assert refused.value.name == "leeds.pdf"
    assert "the reader failed: KeyError: 'no such thing' at test_workers.py" in str(refused.value)


@pytest.mark.parametrize("given", ["0", "-1", "two", "1000"])
def test_a_number_of_processes_that_makes_no_sense_is_refused(given):
    from django.core.management import CommandError

    with pytest.raises(CommandError, match="invalid number_of_processes value"):
        run("import_sources", "--workers", given)
