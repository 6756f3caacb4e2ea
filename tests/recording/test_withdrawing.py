"""A long table that is withdrawn: told as if all that goes with it were rows, in the memory that a few of them need."""

import random

import pytest

from inspections import models
from inspections.recording import held_before, withdrawing
from inspections.recording.audit import audit_record
from inspections.recording.history import History, digest_retired, read_history
from inspections.recording.loading import record_readings
from inspections.recording.rows import Record
from tests.conftest import served_from
from tests.recording.perturbed import long_rows, made_rows, table
from tests.recording.whole import tables
from tests.world import news, party, report

LINK = [{**row, "previous": "b" * 10} if row["inspection"] == "d" * 10 else row for row in long_rows()]


def alone():
    return [([table(long_rows(), packed=True)], []), ([party()], ["long.csv"])]


def some_follow_others():
    return [([table(LINK, packed=True), report()], []), ([], ["long.csv"])]


def some_are_told_by_others_too():
    """On the days of the documents, some with the ids of others beside them."""
    rows = made_rows(60, random.Random(5))
    return [([table(rows, packed=True), report(), party(), news()], []), ([], ["long.csv"]), ([news()], [])]


def another_table_comes():
    """Some of its ids with it, others anew."""
    rows = made_rows(60, random.Random(6))
    one, two = table(rows[:40], packed=True), table(rows[30:], "december.csv", packed=True)
    return [([one, report()], []), ([two], ["long.csv"]), ([], ["december.csv"])]


def it_only_gets_another_name():
    rows = made_rows(20, random.Random(7))
    return [([table(rows, packed=True), report()], []), ([table(rows, "december.csv", packed=True)], ["long.csv"])]


def it_comes_back():
    rows = made_rows(20, random.Random(8))
    again = table([*rows, *made_rows(2, random.Random(9), 500)], packed=True)
    return [([table(rows, packed=True), report()], []), ([], ["long.csv"]), ([again], []), ([], ["long.csv"])]


@pytest.mark.parametrize(
    "versions",
    [
        alone,
        some_follow_others,
        some_are_told_by_others_too,
        another_table_comes,
        it_only_gets_another_name,
        it_comes_back,
    ],
)
def test_what_goes_in_blocks_is_told_as_if_it_were_rows(tmp_path, django_db_blocker, catalogue, monkeypatch, versions):
    monkeypatch.setattr(withdrawing, "BATCH", 3)
    found, gone = [], []
    find = withdrawing.find_gone

    def noting(*given):
        gone.append(find(*given))
        return gone[-1]

    for number, look in enumerate((noting, lambda *_: None)):
        monkeypatch.setattr(held_before, "find_gone", look)
        with django_db_blocker.unblock(), served_from(tmp_path / f"{number}.sqlite3"):
            for readings, withdrawn in versions():
                record_readings(readings, [], catalogue, withdraw=withdrawn)
                assert audit_record(catalogue).false == ()
            found.append(tables())
    assert any(gone) == (versions is not it_only_gets_another_name)
    timed = {"published", "seal"}
    for name, rows in found[0].items():
        if name != "Edition":
            assert rows == found[1][name], name
    columns = [at for at, name in enumerate(EDITION) if name not in timed]
    one, other = ([[row[at] for at in columns] for row in each["Edition"]] for each in found)
    assert one == other


EDITION = ("number", "published", "digest", "added", "changed", "withdrawn", "read_with", "retired_digest", "seal")


def test_what_goes_so_has_no_rows_in_memory(empty_record, catalogue, monkeypatch):
    record_readings([table(long_rows(), packed=True), party()], [], catalogue)
    read, without = [], held_before.read_without

    def noting(*given):
        read.append(without(*given))
        return read[-1]

    monkeypatch.setattr(held_before, "read_without", noting)
    imported = record_readings([], [], catalogue, withdraw=["long.csv"])
    assert imported.edition.withdrawn == len(long_rows())
    (before,) = read
    own = {row["inspection"] for row in long_rows()}
    assert not own & {row.ref for row in before.of(models.Inspection)}
    assert len(imported.history.retired) == len(list(imported.history.retired)) == models.Retired.objects.count()
    assert digest_retired(list(imported.history.retired)) == digest_retired(imported.history.retired)
    assert isinstance(imported.history, History) and read_history("default").newest == imported.edition
    assert withdrawing.find_gone("default", Record()) is None
