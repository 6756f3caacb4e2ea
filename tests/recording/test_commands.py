"""The two commands as an editor uses them: what they print, where, and how they end."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils.timezone import localdate

from inspections import models
from inspections.catalogue import CatalogueError
from inspections.recording.checking import MADE
from inspections.recording.progress import progress_line, watch
from inspections.recording.report import MOST
from tests.conftest import ROOT

SEEDS = ROOT / "seeds"


def run(*arguments):
    """The exit code, standard output and standard error of a command."""
    out, err = StringIO(), StringIO()
    try:
        call_command(*map(str, arguments), stdout=out, stderr=err, no_color=True)
    except SystemExit as ended:
        return ended.code, out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


@pytest.fixture
def folder(tmp_path):
    """A folder with the project's seeds, to which a test adds what it likes."""
    shutil.copytree(SEEDS, tmp_path / "sources")
    return tmp_path / "sources"


def test_it_prints_a_line_for_each_source_and_the_totals(empty_record):
    code, out, err = run("import_sources", SEEDS)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert sum(line.startswith("00") and ": added, " in line for line in lines) == 5
    assert lines[-2].startswith("5 sources, ")
    assert lines[-1].startswith("Edition 1 published: ")


def test_the_same_import_again_says_that_nothing_has_changed(empty_record):
    run("import_sources", SEEDS)
    code, out, _ = run("import_sources", SEEDS)
    assert code == 0
    assert out.splitlines()[-1] == "Nothing has changed: edition 1 stands."


def test_the_json_report_has_the_shape_that_is_promised(empty_record):
    code, out, _ = run("import_sources", SEEDS, "--json")
    report = json.loads(out)
    edition = models.Edition.objects.get()
    assert code == 0
    assert report["edition"]["number"] == 1
    assert report["edition"]["digest"] == edition.digest
    promised = {"path", "status", "reader", "inspections", "judgements", "statements", "passages", "warnings"}
    assert all(source.keys() == promised for source in report["sources"])
    assert report["totals"]["sources"] == 5
    assert report["totals"]["statements"] == sum(source["statements"] for source in report["sources"])


def test_the_seeds_stand_their_audit(record):
    code, out, err = run("audit_record")
    assert (code, err) == (0, "")
    assert out.splitlines()[-1] == "Everything stands in the held texts."


def test_every_problem_of_every_source_is_told_at_once_and_nothing_is_written(empty_record, folder):
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "latin.txt").write_bytes("a visit to the caf\u00e9".encode("latin-1"))
    twin = next(folder.glob("000*.txt"))
    shutil.copy(twin, folder / "twin.txt")
    code, out, err = run("import_sources", folder, folder.parent / "missing")
    assert (code, out) == (1, "")
    for name in ("empty.txt", "binary.txt", "latin.txt", "twin.txt", "missing"):
        assert sum(f"{name}" in line for line in err.splitlines()) == 1, name
    assert f"twin.txt:1:1: the same text as {twin.name}" in err
    assert err.splitlines()[-1] == "Nothing was written."
    assert not empty_record.exists()


def test_the_problems_come_as_json_too(empty_record, folder):
    (folder / "empty.txt").write_bytes(b"")
    code, out, _ = run("import_sources", folder, "--json")
    assert code == 1
    (source,) = json.loads(out)["sources"]
    assert (source["path"], source["status"]) == ("empty.txt", "unreadable")


def test_the_rest_is_published_where_that_is_asked_for(empty_record, folder):
    (folder / "empty.txt").write_bytes(b"")
    code, out, err = run("import_sources", folder, "--skip-unreadable")
    assert code == 0
    assert "empty.txt: left out" in out
    assert "empty.txt" in err
    assert models.Source.objects.count() == 5


def test_two_files_of_one_name_are_refused(empty_record, folder):
    other = folder / "other"
    other.mkdir()
    name = next(folder.glob("000*.txt")).name
    (other / name).write_bytes(next(folder.glob("001*.txt")).read_bytes())
    code, _, err = run("import_sources", folder)
    assert code == 1
    assert f"two files are called {name}" in err


def test_a_dry_run_reports_and_writes_nothing(empty_record):
    code, out, _ = run("import_sources", SEEDS, "--dry-run")
    assert code == 0
    assert out.splitlines()[-1] == "Dry run: nothing was written."
    assert not empty_record.exists()


def test_it_explains_one_document_with_its_words_and_writes_nothing(empty_record):
    document = next(SEEDS.glob("000*.txt"))
    code, out, _ = run("import_sources", "--explain", document)
    assert code == 0
    assert f"{document.name}: " in out
    text = document.read_bytes().decode()
    shown = [line for line in out.splitlines() if line.strip().startswith("authority ")]
    assert shown
    assert all(line.split("“")[1].split("”")[0] in text for line in shown)
    assert not empty_record.exists()


@pytest.mark.of_a_file
def test_an_import_that_finds_another_at_work_says_so(empty_record):
    from inspections.recording.publishing import find_publisher

    with find_publisher().locked():
        code, _, err = run("import_sources", SEEDS)
    assert code == 1
    assert "another import is working on" in err


def test_bad_arguments_are_refused_before_anything_is_read(empty_record):
    with pytest.raises(CommandError, match="unrecognized arguments"):
        call_command("import_sources", "--nonsense")


def test_an_audit_without_a_record_says_what_to_run(empty_record):
    code, _, err = run("audit_record")
    assert code == 1
    assert "run import_sources first" in err


def test_an_audit_names_what_is_false_and_ends_with_1(spoil):
    run("import_sources", SEEDS)
    assert spoil("UPDATE inspections_source SET text = replace(text, 'Ofsted', 'Ofstad')")
    code, out, _ = run("audit_record")
    assert code == 1
    assert "the held text is not the one that was recorded" in out


def test_the_progress_line_has_count_rate_and_time_left():
    assert progress_line(120, 490, 3.0) == "[#####-------------------] 120 of 490, 40.0 a second, 9 s left"
    assert progress_line(0, 5, 0.0).endswith("] 0 of 5")


def test_progress_is_shown_on_a_terminal_and_never_in_a_pipe():
    class Terminal(StringIO):
        def isatty(self):
            return True

    terminal = Terminal()
    times = iter((0.0, 1.0, 2.0))
    show = watch(terminal, lambda: next(times))
    show(1, 2)
    show(2, 2)
    assert "1 of 2, 1.0 a second, 1 s left" in terminal.getvalue()
    assert watch(StringIO()) is None


@pytest.mark.parametrize("command", ["import_sources", "audit_record"])
def test_a_catalogue_that_is_wrong_is_said_in_one_line(empty_record, monkeypatch, command):
    def wrong():
        raise CatalogueError("ofsted.toml: framework 'x': no such kind")

    monkeypatch.setattr(f"inspections.management.commands.{command}.load", wrong)
    code, _, err = run(command)
    assert code == 1
    assert "ofsted.toml: framework 'x': no such kind" in err


def test_an_import_tells_what_it_added_by_its_title(empty_record, folder):
    run("import_sources", folder)
    new = folder / "new page.txt"
    new.write_text(
        "Ofsted inspected Derby City Council\u2019s children\u2019s services in May 2019 and judged them good.\n"
    )
    code, out, _ = run("import_sources", new)
    told = [(each.kind, each.ref, each.title) for each in models.Change.objects.filter(edition_id=2)]
    assert code == 0
    assert told
    assert all(f"  added {kind} {ref}: {title}" in out.splitlines() for kind, ref, title in told)


def test_what_is_withdrawn_is_told_before_what_is_new(empty_record, folder):
    run("import_sources", folder)
    gone = next(folder.glob("004*.txt"))
    new = folder / "new page.txt"
    new.write_text(
        "Ofsted inspected Derby City Council\u2019s children\u2019s services in May 2019 and judged them good.\n"
    )
    _, out, _ = run("import_sources", new, "--withdraw", gone.name)
    told = [line.split()[0] for line in out.splitlines() if line.startswith(("  added ", "  withdrawn "))]
    assert told == sorted(told, reverse=True)
    assert {"added", "withdrawn"} <= set(told)


def test_a_long_list_of_what_was_added_ends_with_how_many_more(empty_record):
    _, out, _ = run("import_sources", SEEDS)
    edition = models.Edition.objects.get()
    assert edition.added > MOST
    assert sum(line.startswith("  added ") for line in out.splitlines()) == MOST
    assert f"  and {edition.added - MOST} more: see /editions/1/" in out


def test_the_path_to_explain_can_be_pasted(empty_record, folder):
    spaced = folder.parent / "my sources"
    folder.rename(spaced)
    _, out, _ = run("import_sources", spaced)
    pasted = [shlex.split(line.split(": see ")[1]) for line in out.splitlines() if ": see --explain" in line]
    assert pasted
    for option, path in pasted:
        code, explained, _ = run("import_sources", option, path)
        assert code == 0
        assert explained.startswith(f"{Path(path).name}: ")


def test_a_source_received_tomorrow_is_refused(empty_record, folder):
    sidecar = next(folder.glob("000*.toml"))
    name = sidecar.with_suffix(".txt").name
    tomorrow = max(localdate(), MADE) + timedelta(days=1)
    sidecar.write_text(f"received = {tomorrow}\n")
    code, _, err = run("import_sources", folder)
    assert code == 1
    assert f"{name}: its sidecar says that it was received on {tomorrow}" in err
    assert f"Correct received in {sidecar.name}" in err
    assert not empty_record.exists()
    sidecar.write_text(f"received = {tomorrow - timedelta(days=1)}\n")
    assert run("import_sources", folder)[0] == 0


def test_a_broken_reader_is_said_in_one_line(empty_record, monkeypatch):
    def answer(process, request):
        return json.dumps({"broken": "inspections/reading/readers/spam.py lacks KIND"}).encode()

    monkeypatch.setattr("inspections.reading.crew.Process.ask", answer)
    code, out, err = run("import_sources", SEEDS)
    assert (code, out) == (1, "")
    assert err == "Nothing was published: inspections/reading/readers/spam.py lacks KIND.\n"
    assert not empty_record.exists()


def tried(command, address):
    """A command as the shell runs it, against this database: its code, and the last line of all it said."""
    told = subprocess.run(
        [sys.executable, "manage.py", command], cwd=ROOT, env={**os.environ, "DATABASE_URL": address},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return told.returncode, (told.stdout + told.stderr).strip(), told.stderr.count("Traceback")


def test_migrate_says_what_to_do_where_there_is_no_file_yet(tmp_path):
    code, said, traces = tried("migrate", f"sqlite:///{tmp_path}/none.sqlite3")
    assert (code, traces) == (0, 0)
    assert said == "The record is a file with tables of its own: import_sources makes a new one."


def test_migrate_says_in_a_sentence_that_a_server_does_not_answer():
    code, said, traces = tried("migrate", "postgresql://nobody@127.0.0.1:9/none")
    assert (code, traces) == (1, 0)
    assert said.startswith("The database of DATABASE_URL does not answer: ")


def test_a_command_of_djangos_own_says_what_to_do_where_there_is_no_file(tmp_path):
    assert tried("showmigrations", f"sqlite:///{tmp_path}/none.sqlite3")[1].endswith(
        f"there is no record at {tmp_path}/none.sqlite3: import_sources makes one"
    )
