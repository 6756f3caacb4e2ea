"""A folder of reports: read by several processes, read again only where something has changed, broken files and all."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

import pytest

import inspections.reading
from inspections import models
from inspections.reading import crew
from inspections.reading.facts import Unreadable
from inspections.reading.serialise import to_json
from inspections.recording import loading
from inspections.recording.audit import audit_record
from inspections.recording.loading import import_sources
from tests.conftest import ROOT
from tests.reading.reports.conftest import write_pdf
from tests.recording.test_commands import run

COUNCILS = ("Stockport", "Salford", "Bolton", "Leeds", "Derby", "Walsall")


@cache
def report(council: str, grade: str = "Good", long: int = 1) -> bytes:
    """A short ILACS report of our own wording."""
    front = [
        f"{council} Metropolitan Borough Council",
        "Inspection of local authority children's services",
        "Inspection dates: 6 to 10 March 2023",
        "Lead inspector: Ann Example, His Majesty's Inspector",
        "Judgement", "Grade",
        f"The impact of leaders on social work practice with children and families {grade}",
        f"The experiences and progress of children who need help and protection {grade}",
        f"The experiences and progress of children in care {grade}",
        f"The experiences and progress of care leavers {grade}",
        f"Overall effectiveness {grade}",
        f"Children in {council} are seen by workers who know them.",
        "What needs to improve?",
        "\bThe timeliness of letters to families.",
        "The experiences and progress of children who need help and protection: good",
        "1. Families are met within a day of asking for help.",
        "Office for Standards in Education, Children's Services and Skills",
    ]  # fmt: skip
    body = [f"{number}. Workers in {council} write a plan with every family they meet." for number in range(2, 40)]
    return write_pdf([front, *[body] * long])


LOCK = "/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + "41" * 32 + "> /U <" + "42" * 32 + "> >>"
BROKEN = {
    "locked.pdf": (write_pdf([["A report with a password."]], trailer=LOCK), "locked with a password", "Ask the publ"),
    "short.pdf": (report("Stockport")[:900], "cut short", "Fetch the whole file again"),
    "page.pdf": (b"<!DOCTYPE html><html><body>Report not found</body></html>", "a web page saved", "Open the address"),
    "scan.pdf": (write_pdf([[], ["p. 2"]]), "no text in it: scanned pages", "Ask the publisher"),
    "empty.pdf": (b"", "the file is empty", "Fetch it again"),
}


@pytest.fixture
def reports(tmp_path):
    """A folder of six good reports."""
    folder = tmp_path / "reports"
    write_reports(folder)
    return folder


@pytest.fixture
def worth_several(monkeypatch):
    """So few files are read by as many processes as are asked for."""
    monkeypatch.setattr(inspections.reading, "MANY", 2)


def write_reports(folder):
    folder.mkdir()
    for council in COUNCILS:
        (folder / f"{council.lower()}.pdf").write_bytes(report(council))


@pytest.fixture(scope="session")
def reports_file(built_once, tmp_path_factory, catalogue):
    folder = tmp_path_factory.mktemp("imported") / "reports"
    write_reports(folder)
    return built_once("reports", lambda: import_sources([folder], catalogue))


@pytest.fixture
def reports_record(empty_record, reports_file):
    """A record of those reports as their import left it, which may be imported into."""
    shutil.copyfile(reports_file, empty_record)
    return empty_record


@pytest.fixture
def asked(monkeypatch):
    """The names of the files that are read, in the order asked for."""
    names: list[str] = []
    read_each = inspections.reading._read_each

    def spy(paths, *others):
        names.extend(path.name for path in paths)
        return read_each(paths, *others)

    monkeypatch.setattr(inspections.reading, "_read_each", spy)
    return names


def running_workers() -> dict[int, tuple[int, int]]:
    """Every process that runs one of our worker scripts, by number: its parent and its session."""
    found = {}
    for process in Path("/proc").iterdir():
        if process.name.isdecimal():
            try:
                words = (process / "cmdline").read_bytes()
                state, parent, _, session = (process / "stat").read_text().rpartition(")")[2].split()[:4]
            except OSError:
                continue  # it has ended meanwhile
            if b"_worker.py" in words and str(ROOT).encode() in words and state != "Z":
                found[int(process.name)] = (int(parent), int(session))
    return found


def workers_in(session: int) -> set[int]:
    """Those of one import: other tests run theirs beside it."""
    return {number for number, (_, of) in running_workers().items() if of == session}


def workers_below(process: int) -> set[int]:
    """Those that a process started, and those that they started."""
    running = running_workers()
    found = {number for number, (parent, _) in running.items() if parent == process}
    return found | {number for number, (parent, _) in running.items() if parent in found}


# -- several processes ----------------------------------------------------------------------------


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
    assert "the reader failed: KeyError: 'no such thing' at test_report_folders.py" in str(refused.value)


@pytest.mark.parametrize("given", ["0", "-1", "two", "1000"])
def test_a_number_of_processes_that_makes_no_sense_is_refused(given):
    from django.core.management import CommandError

    with pytest.raises(CommandError, match="invalid number_of_processes value"):
        run("import_sources", "--workers", given)


# -- only what has changed ------------------------------------------------------------------------


def test_a_second_import_reads_nothing_and_publishes_nothing(empty_record, reports, catalogue, asked, monkeypatch):
    assert import_sources([reports], catalogue).published
    assert len(asked) == len(COUNCILS)
    asked.clear()

    def never(*_args, **_named):
        raise AssertionError("nothing is new")

    monkeypatch.setattr(loading, "build", never)
    monkeypatch.setattr(loading, "read_in_order", never)
    monkeypatch.setattr(loading, "find_growth", never)
    again = import_sources([reports], catalogue)
    assert (asked, again.published, again.edition.number) == ([], False, 1)
    assert set(again.status.values()) == {"unchanged"}
    assert again.counts["sources"] == len(COUNCILS)
    assert [reading.held.name for reading in again.readings] == sorted(f"{each.lower()}.pdf" for each in COUNCILS)


def test_the_command_prints_the_same_numbers_again(empty_record, reports):
    _, first, _ = run("import_sources", reports)
    code, again, err = run("import_sources", reports)
    assert (code, err) == (0, "")
    assert again.splitlines()[-2] == first.splitlines()[-2]
    numbers = [line for line in first.splitlines()[:-1] if not line.startswith(("  added ", "  and "))]
    assert [line.replace("added", "unchanged") for line in numbers] == again.splitlines()[:-1]
    assert again.splitlines()[-1] == "Nothing has changed: edition 1 stands."


CHANGES = {
    "a byte": lambda path: path.write_bytes(path.read_bytes() + b"\n"),
    "a sidecar that was not there": lambda path: path.with_suffix(".toml").write_text('publisher = "Ofsted"\n'),
    "its words": lambda path: path.write_bytes(report("Leeds", "Inadequate")),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_only_a_file_that_has_changed_is_read_again(reports_record, reports, catalogue, asked, change):
    change(reports / "leeds.pdf")
    imported = import_sources([reports], catalogue)
    assert asked == ["leeds.pdf"]
    assert imported.published
    assert [name for name, status in imported.status.items() if status == "changed"] == ["leeds.pdf"]


def test_a_changed_sidecar_is_read_again_and_an_unchanged_one_is_not(empty_record, reports, catalogue, asked):
    sidecar = (reports / "leeds.pdf").with_suffix(".toml")
    sidecar.write_text('publisher = "Ofsted"\nreceived = 2026-11-21\n')
    import_sources([reports], catalogue)
    asked.clear()
    import_sources([reports], catalogue)
    assert asked == []
    sidecar.write_text('publisher = "Ofsted"\nreceived = 2026-11-20\n')
    import_sources([reports], catalogue)
    assert asked == ["leeds.pdf"]
    assert models.Source.objects.get(file="leeds.pdf").received.isoformat() == "2026-11-20"


def test_every_file_is_read_again_when_the_reading_code_or_the_catalogue_has_changed(
    reports_record, reports, catalogue, asked, monkeypatch
):
    monkeypatch.setattr(loading, "reading_version", lambda: "another")
    assert not import_sources([reports], catalogue).published
    assert len(asked) == len(COUNCILS)


def test_new_code_that_reads_the_same_is_noted_under_the_same_edition_and_not_asked_again(
    reports_record, reports, catalogue, asked, monkeypatch
):
    before = models.Edition.objects.get()
    monkeypatch.setattr(loading, "reading_version", lambda: "another")
    import_sources([reports], catalogue)
    asked.clear()
    again = import_sources([reports], catalogue)
    assert (asked, again.published) == ([], False)
    assert (again.edition.number, again.edition.digest, again.edition.seal) == (1, before.digest, before.seal)
    assert audit_record(catalogue).false == ()
    assert sorted(path.name for path in reports_record.parent.iterdir() if "edition" in path.name) == []
    monkeypatch.setattr(loading, "reading_version", lambda: "a third")
    import_sources([reports], catalogue)
    assert len(asked) == len(COUNCILS)


def test_the_version_of_the_reading_covers_code_catalogue_and_libraries(monkeypatch):
    from inspections.recording import unchanged

    now = unchanged.reading_version()
    unchanged.reading_version.cache_clear()
    monkeypatch.setattr(unchanged, "version", lambda library: "another")
    assert unchanged.reading_version() != now
    monkeypatch.undo()
    unchanged.reading_version.cache_clear()
    monkeypatch.setattr(Path, "read_bytes", lambda path: path.name.encode())
    assert unchanged.reading_version() != now
    unchanged.reading_version.cache_clear()


def test_a_broken_sidecar_is_told_though_the_report_stands(reports_record, reports):
    (reports / "leeds.toml").write_text("publisher =")
    code, _, err = run("import_sources", reports)
    assert code == 1
    assert "leeds.toml: is not valid TOML" in err


def test_unchanged_reports_stand_when_a_broken_one_is_left_out(reports_record, reports, asked):
    (reports / "page.pdf").write_bytes(BROKEN["page.pdf"][0])
    assert run("import_sources", reports)[0] == 1
    code, out, err = run("import_sources", reports, "--skip-unreadable")
    assert (code, asked) == (0, ["page.pdf", "page.pdf"])
    assert "a web page saved" in err
    assert out.splitlines()[-1] == "Nothing has changed: edition 1 stands."


def test_two_unchanged_names_in_two_folders_are_still_refused(reports_record, reports, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "leeds.pdf").write_bytes(report("Walsall", "Outstanding"))
    code, _, err = run("import_sources", reports, other)
    assert code == 1
    assert "two files are called leeds.pdf" in err


# -- broken files, kills, a full disk -------------------------------------------------------------


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
