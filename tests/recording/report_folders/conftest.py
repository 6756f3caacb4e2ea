"""A folder of six good reports, and a record of them."""

from __future__ import annotations

import pytest

import inspections.reading
from inspections.recording.loading import import_sources
from tests.recording.report_folders.made import (
    write_reports,
)


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


@pytest.fixture(scope="session")
def reports_file(built_once, tmp_path_factory, catalogue):
    folder = tmp_path_factory.mktemp("imported") / "reports"
    write_reports(folder)
    return built_once("reports", lambda: import_sources([folder], catalogue))


@pytest.fixture
def reports_record(empty_record, begin_with, reports_file):
    """A record of those reports as their import left it, which may be imported into."""
    begin_with(reports_file)
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
