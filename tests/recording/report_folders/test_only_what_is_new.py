"""A folder of reports is read again only where something has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspections import models
from inspections.recording import held_before, loading, unchanged
from inspections.recording.audit import audit_record
from inspections.recording.loading import import_sources
from tests.recording.report_folders.made import (
    BROKEN,
    COUNCILS,
    report,
)
from tests.recording.test_commands import run
from tests.recording.versions import read_by


def test_a_second_import_reads_nothing_and_publishes_nothing(empty_record, reports, catalogue, asked, monkeypatch):
    assert import_sources([reports], catalogue).published
    assert len(asked) == len(COUNCILS)
    asked.clear()

    def never(*_args, **_named):
        raise AssertionError("nothing is new")

    monkeypatch.setattr(loading, "build", never)
    monkeypatch.setattr(held_before, "read_in_order", never)
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
    read_by("another", monkeypatch)
    assert not import_sources([reports], catalogue).published
    assert len(asked) == len(COUNCILS)


def test_new_code_that_reads_the_same_is_noted_under_the_same_edition_and_not_asked_again(
    reports_record, reports, catalogue, asked, monkeypatch
):
    before = models.Edition.objects.get()
    read_by("another", monkeypatch)
    import_sources([reports], catalogue)
    asked.clear()
    again = import_sources([reports], catalogue)
    assert (asked, again.published) == ([], False)
    assert (again.edition.number, again.edition.digest, again.edition.seal) == (1, before.digest, before.seal)
    assert audit_record(catalogue).false == ()
    assert sorted(path.name for path in reports_record.parent.iterdir() if "edition" in path.name) == []
    read_by("a third", monkeypatch)
    import_sources([reports], catalogue)
    assert len(asked) == len(COUNCILS)


def test_the_version_of_the_reading_covers_code_catalogue_and_libraries(monkeypatch):

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
