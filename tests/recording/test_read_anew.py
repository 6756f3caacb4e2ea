"""An import after an upgrade into a record with a long table: that is read anew once, and what differs is compared."""

import random

import pytest
from django.db import connections

from inspections import models
from inspections.reading import long_tables
from inspections.recording import comparing, earlier_changes, publishing
from inspections.recording.audit import audit_record
from inspections.recording.loading import record_readings
from inspections.recording.publishing import Unpublished
from tests.recording.perturbed import made_rows, table
from tests.recording.versions import read_by
from tests.world import report


@pytest.fixture
def upgraded(empty_record, catalogue, monkeypatch):
    """A record of one long table, by another make of the reading code; and the table itself."""
    rows = [row for row in made_rows(90, random.Random(11)) if row["service"] and not row.get("previous")]
    reading = table([{**row, "authority": "kent"} for row in rows], packed=True)
    record_readings([reading], [], catalogue)
    read_by("another", monkeypatch)
    return reading


def test_a_long_table_that_stays_is_taken_apart_once(upgraded, catalogue, monkeypatch):
    taken, take_apart = [], long_tables.take_apart

    def noting(name, *given):
        taken.append(name)
        return take_apart(name, *given)

    monkeypatch.setattr(long_tables, "take_apart", noting)
    before = set(models.Inspection.objects.values_list("ref", flat=True))
    assert record_readings([report()], [], catalogue).published
    assert taken == ["long.csv"]
    assert before < set(models.Inspection.objects.values_list("ref", flat=True))
    assert audit_record(catalogue).false == ()


def test_only_what_stands_beside_a_difference_is_compared(upgraded, catalogue, monkeypatch):
    """What has the same sum in both records says the same: no row of it is looked at."""

    def never(*given):
        raise AssertionError("all rows are compared")

    asked, read_part = [], comparing.read_part

    def noting(database, inspections):
        asked.extend(inspections)
        return read_part(database, inspections=inspections)

    monkeypatch.setattr(comparing, "held_rows", never)
    monkeypatch.setattr(comparing, "read_part", noting)
    record_readings([report()], [], catalogue)
    told = models.Change.objects.filter(edition=2)
    assert {*told.values_list("action", flat=True)} == {"added"}
    assert len(asked) * comparing.FEW_OF <= len(upgraded.inspections)


def test_what_earlier_editions_changed_is_copied_and_compared(upgraded, catalogue, monkeypatch):
    first = list(models.Change.objects.order_by("pk").values_list())
    record_readings([report()], [], catalogue)
    assert list(models.Change.objects.order_by("pk").values_list())[: len(first)] == first


@pytest.mark.of_a_file
def test_no_earlier_change_comes_to_stand_otherwise_unseen(upgraded, catalogue, monkeypatch, empty_record):
    """Each column of one is changed and changed back; with the last of them changed nothing is published."""
    before, write, seen = empty_record.read_bytes(), publishing.write_rows, []

    def spoil_each(record, account, alias):
        written = write(record, account, alias)
        assert list(written.prove(alias)) == []
        with connections[alias].cursor() as cursor:
            for column in reversed(earlier_changes.COLUMNS):  # its number last: it is not found by it again
                cursor.execute(f'SELECT "{column}" FROM inspections_change WHERE id = 3')
                (value,) = cursor.fetchone()
                cursor.execute(f'UPDATE inspections_change SET "{column}" = 7000003 WHERE id = 3')
                seen.append("not those of the edition before" in " ".join(written.prove(alias)))
                cursor.execute(f'UPDATE inspections_change SET "{column}" = %s WHERE id = 3', [value])
        return written

    monkeypatch.setattr(publishing, "write_rows", spoil_each)
    with pytest.raises(Unpublished, match="rows of Change are not"):
        record_readings([report()], [], catalogue)
    assert seen == [True] * len(earlier_changes.COLUMNS)
    assert empty_record.read_bytes() == before
