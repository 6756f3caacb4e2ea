"""Whatever happens to an import, readers have a complete edition, and the next import works."""

import errno
import os
import re
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import DatabaseError, IntegrityError, connection

from inspections import models
from inspections.recording import loading, new_files, publishing
from inspections.recording.audit import audit_record
from inspections.recording.loading import record_readings
from inspections.recording.publishing import Unpublished
from inspections.recording.report import total_lines
from tests.recording.steps import go_step_by_step
from tests.world import news, party, report, world

ROOT = Path(__file__).resolve().parent.parent.parent


def leftovers(file):
    """What lies beside a record that belongs to no edition: those kept to go back to do."""
    stays = re.compile(rf"{re.escape(file.name)}(?:\.lock|-edition-\d+)?")
    return sorted(path.name for path in file.parent.iterdir() if not stays.fullmatch(path.name))


def editions():
    return [edition.number for edition in models.Edition.objects.order_by("number")]


@pytest.fixture(scope="module")
def _news_file(built_once, catalogue):
    return built_once("news", lambda: record_readings([news()], [], catalogue))


@pytest.fixture
def news_record(empty_record, begin_with, _news_file):
    """A record of one source, which may be imported into."""
    begin_with(_news_file)
    return empty_record


@pytest.mark.of_a_file
def test_readers_keep_the_edition_they_have_open_and_notice_the_next(news_record, catalogue):
    first = connection.refresh()
    opened = os.open(news_record, os.O_RDONLY)
    record_readings([report()], [], catalogue)
    assert os.fstat(opened).st_ino == first[1]
    os.close(opened)
    assert connection.refresh() != first
    assert models.Source.objects.count() == 2


def test_the_connection_of_a_reader_cannot_write(world_record):
    with pytest.raises(DatabaseError, match=r"read-?only"):
        models.Edition.objects.update(digest="")


@pytest.mark.of_a_file
def test_a_request_under_way_goes_on_with_its_edition_and_the_next_sees_the_new_one(news_record, catalogue):
    swapped = models.Edition.objects.count()
    in_another_process(news_record, "record_readings([report()], [], load())")
    assert models.Edition.objects.count() == swapped
    connection.refresh()
    assert models.Edition.objects.count() == swapped + 1


def in_another_process(file, body, **options):
    """Run an import in a process of its own, as the command does."""
    program = textwrap.dedent(
        """
        import os, signal, django
        django.setup()
        from inspections.catalogue import load
        from inspections.recording import growing, loading, new_files, publishing
        from inspections.recording.loading import record_readings
        from tests.world import news, party, report, world
        """
    ) + textwrap.dedent(body)
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "inspections.settings",
        "DATABASE_URL": f"sqlite:///{file}",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == options.get("expected", 0), done.stderr
    return done


MOMENTS = {
    "before the rows are written": "publishing.write_rows",
    "after the rows are written": "publishing.checking",
    "after the audit, before the swap": "publishing.swap",
    "in the middle of the swap": "new_files.sync",
}
MOMENTS_OF_GROWING = {
    "before the live file is copied": "new_files.copy_file",
    "before the difference is written": "loading.write_growth",
    "before the sums are written": "growing._write_sums",
    "before the difference is proven": "loading.audit_part",
    "after it is written": "publishing._refuse_false",
    "after the audit, before the swap": "publishing.swap",
    "in the middle of the swap": "new_files.sync",
}


@pytest.mark.of_a_file
@pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS)
def test_a_killed_import_leaves_the_edition_before(news_record, catalogue, moment):
    before = news_record.read_bytes()
    in_another_process(
        news_record,
        f"""
        connection_to = publishing.connection_to
        def deadly(*building):
            {moment} = lambda *rest: os.kill(os.getpid(), signal.SIGKILL)
            return connection_to(*building)
        publishing.connection_to = deadly
        loading.is_possible = lambda database: False
        record_readings([report(), party()], [], load())
        """,
        expected=-signal.SIGKILL,
    )
    assert news_record.read_bytes() == before
    assert leftovers(news_record) != []
    assert record_readings([report()], [], catalogue).edition.number == 2
    assert leftovers(news_record) == []
    assert audit_record(catalogue).false == ()


@pytest.mark.of_a_file
@pytest.mark.parametrize("moment", MOMENTS_OF_GROWING.values(), ids=MOMENTS_OF_GROWING)
def test_a_killed_import_of_a_difference_leaves_the_edition_before(news_record, catalogue, moment):
    before = news_record.read_bytes()
    in_another_process(
        news_record,
        f"""
        {moment} = lambda *rest: os.kill(os.getpid(), signal.SIGKILL)
        record_readings([report(), party()], [], load())
        """,
        expected=-signal.SIGKILL,
    )
    assert news_record.read_bytes() == before
    grown = record_readings([report()], [], catalogue)
    assert (grown.edition.number, grown.grown is not None) == (2, True)
    assert leftovers(news_record) == []
    assert audit_record(catalogue).false == ()


@pytest.mark.of_a_file
def test_a_full_disk_is_said_in_one_sentence(news_record, catalogue, monkeypatch):
    before = news_record.read_bytes()

    def no_space(path):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(new_files, "sync", no_space)
        with pytest.raises(Unpublished, match=r"disk that holds .* is full; the edition before stays in place"):
            record_readings([report()], [], catalogue)
    assert news_record.read_bytes() == before
    assert leftovers(news_record) == []
    assert record_readings([report()], [], catalogue).edition.number == 2


@pytest.mark.of_a_file
def test_a_file_that_may_grow_no_further_is_a_full_disk(news_record, catalogue):
    before = news_record.read_bytes()
    in_another_process(
        news_record,
        """
        import resource, sys
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        try:
            record_readings(world(), [], load())
        except publishing.Unpublished as error:
            assert "the edition before stays in place" in str(error), error
            sys.exit(7)
        """,
        expected=7,
    )
    assert news_record.read_bytes() == before
    assert leftovers(news_record) == []


@pytest.mark.of_a_file
def test_two_imports_exclude_one_another(news_record, catalogue):
    with publishing.find_publisher().locked(), pytest.raises(Unpublished, match="another import is working on"):
        record_readings([report()], [], catalogue)
    assert editions() == [1]
    assert record_readings([report()], [], catalogue).edition.number == 2


@pytest.mark.of_a_file
def test_a_live_file_that_is_no_record_is_named_with_the_remedy(empty_record, catalogue):
    empty_record.write_bytes(b"not a database at all, however long it may be\n" * 200)
    with pytest.raises(Unpublished, match=r"is not a record that can be read .*: put a backup in its place"):
        record_readings(world(), [], catalogue)
    assert empty_record.read_bytes().startswith(b"not a database")


@pytest.mark.of_a_file
def test_a_torn_live_file_is_not_built_upon(empty_record, catalogue):
    record_readings(world(), [], catalogue)
    whole = empty_record.read_bytes()
    empty_record.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(Unpublished, match="is not a record that can be read"):
        record_readings([party()], [], catalogue)


def test_an_empty_live_file_is_no_record_yet(empty_record, catalogue):
    empty_record.touch()
    assert record_readings(world(), [], catalogue).edition.number == 1


@pytest.mark.of_a_file
def test_a_folder_that_cannot_be_written_is_named(empty_record, catalogue):
    file = empty_record.parent / "missing" / "record.sqlite3"
    connection.close()
    connection.settings_dict["NAME"] = str(file)
    with pytest.raises(Unpublished, match="missing cannot be written to: No such file or directory"):
        record_readings(world(), [], catalogue)


@pytest.mark.parametrize("audit", ["audit_edition", "audit_part"])
def test_an_edition_that_fails_its_audit_is_never_published(news_record, catalogue, monkeypatch, audit):
    monkeypatch.setattr(loading, audit, lambda *_: iter(["evidence 1: false"]))
    if audit == "audit_edition":
        monkeypatch.setattr(loading, "is_possible", lambda database: False)
    with pytest.raises(Unpublished, match="does not stand its own audit: evidence 1: false"):
        record_readings([report()], [], catalogue)
    assert editions() == [1]


@pytest.mark.of_a_file
def test_a_record_whose_tables_are_of_an_older_make_is_made_anew_with_its_history(news_record, catalogue):
    record_readings([report()], [], catalogue)
    connection.close()
    with publishing.connection_to(news_record, "old", "default"):
        go_step_by_step("old", "0001_initial")
    assert publishing._is_behind("default")
    connection.close()
    record_readings([], [], catalogue)
    assert not publishing._is_behind("default")
    assert editions()[:2] == [1, 2]
    assert audit_record(catalogue).false == ()
    assert leftovers(news_record) == []


@pytest.fixture
def of_an_older_make(news_record):
    with publishing.connection_to(news_record, "old", "default"):
        call_command("migrate", "inspections", "0011_indexes_asked_for", database="old", verbosity=0)
    connection.close()
    return news_record


@pytest.mark.of_a_file
def test_tables_are_brought_up_to_date_in_a_copy_that_is_not_held_in_memory(of_an_older_make, catalogue, monkeypatch):
    read = Path.read_bytes

    def read_little(path):
        assert path.suffix != ".sqlite3", "a record of a million is more than a gigabyte"
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", read_little)
    imported = record_readings([report()], [], catalogue)
    assert imported.edition.number == 2
    *_, last = total_lines(imported)  # told of when the copy is gone
    assert last.startswith("Edition 2 published")
    assert audit_record(catalogue).false == ()
    with pytest.raises(IntegrityError, match="ref"), publishing.connection_to(of_an_older_make, "new", "default"):
        models.Inspection.objects.using("new").update(ref="a" * 10)


@pytest.mark.of_a_file
def test_a_disk_without_room_for_that_copy_is_named(of_an_older_make, catalogue, monkeypatch):
    def fill(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    before = of_an_older_make.read_bytes()
    monkeypatch.setattr(publishing, "copy_file", fill)
    with pytest.raises(Unpublished, match=r"the disk .* is full; the edition before stays"):
        record_readings([report()], [], catalogue)
    assert of_an_older_make.read_bytes() == before
    assert leftovers(of_an_older_make) == []


def test_a_dry_run_writes_nothing(empty_record, catalogue):
    imported = record_readings(world(), [], catalogue, dry_run=True)
    assert imported.dry_run
    assert list(empty_record.parent.iterdir()) == []
