"""A folder of reports with broken ones among them, an import that is stopped, a disk that is full."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from inspections import models
from tests.conftest import ROOT
from tests.recording.report_folders.made import (
    BROKEN,
    COUNCILS,
    report,
    workers_in,
)
from tests.recording.test_commands import run


@pytest.fixture
def with_broken(reports):
    for name, (data, _, _) in BROKEN.items():
        (reports / name).write_bytes(data)
    return reports


@pytest.mark.parametrize("workers", [1, 2])
def test_every_broken_report_is_named_with_its_remedy_and_nothing_is_written(
    empty_record, with_broken, workers, worth_several
):
    code, out, err = run("import_sources", with_broken, "--workers", workers)
    assert (code, out) == (1, "")
    for name, (_, problem, remedy) in BROKEN.items():
        (line,) = (line for line in err.splitlines() if line.startswith(name))
        assert problem in line
        assert remedy in line
    assert len(err.splitlines()) == len(BROKEN) + 1
    assert err.splitlines()[-1] == "Nothing was written."
    assert not empty_record.exists()


def test_the_good_reports_are_published_and_the_broken_ones_listed_where_that_is_asked_for(
    empty_record, with_broken, worth_several
):
    code, out, err = run("import_sources", with_broken, "--skip-unreadable", "--workers", 2)
    assert code == 0
    assert models.Inspection.objects.count() == models.Source.objects.count() == len(COUNCILS)
    assert [line for line in out.splitlines() if line.endswith(": left out")] == [
        f"{name}: left out" for name in sorted(BROKEN)
    ]
    assert all(problem in err for _, problem, _ in BROKEN.values())


def start_import(file, folder, *arguments):
    """The command in a process group of its own, as a shell starts it that waits for it.

    What a shell starts behind itself (``make test &``) ignores Ctrl-C, and so does everything started by that.
    """
    program = (
        "import runpy, signal\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "runpy.run_path('manage.py', run_name='__main__')\n"
    )
    return subprocess.Popen(
        [sys.executable, "-c", program, "import_sources", str(folder), "--workers", "2", *arguments],
        cwd=ROOT, env={**os.environ, "DATABASE_URL": f"sqlite:///{file}"},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip


def wait_for(truth, seconds=120):
    until = time.monotonic() + seconds
    while not truth() and time.monotonic() < until:
        time.sleep(0.1)
    return truth()


@pytest.mark.of_a_file
@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for the processes that run")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_an_import_stopped_while_it_reads_leaves_the_edition_before_and_no_process(reports_record, reports, how):
    before = reports_record.read_bytes()
    for number in range(200):
        (reports / f"long{number}.pdf").write_bytes(report(COUNCILS[number % len(COUNCILS)], long=8))
    importing = start_import(reports_record, reports)
    try:
        assert wait_for(lambda: len(workers_in(importing.pid)) >= 4), "two readers, each with one that takes text"
        os.kill(importing.pid, how)
        _, err = importing.communicate(timeout=120)
    finally:
        importing.kill()
    assert importing.returncode == (130 if how == signal.SIGINT else -how)
    assert (b"Stopped: nothing was written." in err) == (how == signal.SIGINT)
    assert wait_for(lambda: not workers_in(importing.pid))
    assert reports_record.read_bytes() == before
    assert run("import_sources", reports / "long0.pdf")[0] == 0
    assert models.Source.objects.count() == len(COUNCILS) + 1


@pytest.mark.of_a_file
def test_a_full_disk_leaves_the_edition_before(reports_record, reports):
    """The new file may grow no further than a full disk would let it."""
    before = reports_record.read_bytes()
    (reports / "oldham.pdf").write_bytes(report("Oldham"))
    program = (
        "import resource, runpy, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        f"sys.argv = ['manage.py', 'import_sources', {str(reports)!r}, '--workers', '2']\n"
        "runpy.run_path('manage.py', run_name='__main__')\n"
    )
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{reports_record}", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "the edition before stays in place" in done.stderr
    assert reports_record.read_bytes() == before
    assert run("import_sources", reports)[0] == 0
    assert models.Source.objects.count() == len(COUNCILS) + 1


def test_the_json_of_a_broken_folder_names_every_file(empty_record, with_broken):
    code, out, _ = run("import_sources", with_broken, "--json")
    assert code == 1
    assert {source["path"] for source in json.loads(out)["sources"]} == set(BROKEN)
