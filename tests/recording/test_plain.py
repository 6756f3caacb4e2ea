"""A long table that stays columns gives the record that the same table gives fact by fact."""

import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from itertools import accumulate

import pytest
from django.db import connection

from inspections import models
from inspections.catalogue import load
from inspections.packing import bytes_of, hash_of, pack
from inspections.reading import crew, long_tables, read_file, read_held_again
from inspections.reading.columns import to_bytes
from inspections.reading.facts import Unreadable
from inspections.reading.plain_facts import PlainFacts
from inspections.reading.serialise import write
from inspections.recording.audit import audit_record
from inspections.recording.building import build
from inspections.recording.digests import sum_up
from inspections.recording.history import History, next_history
from inspections.recording.indexing import INDEXED, Index, build_index
from inspections.recording.latest import audit_latest
from inspections.recording.loading import import_sources, record_readings
from inspections.recording.publishing import Unpublished
from inspections.recording.rows import OF_INSPECTIONS, TABLES
from inspections.recording.text_hashes import TextHashes
from tests.conftest import served_from
from tests.recording.perturbed import long_rows, long_table, made_rows, table
from tests.recording.whole import tables
from tests.world import news, party, report, world

FRAMEWORK = sorted(load().frameworks)[0]
ROWS = {
    "ids": ("previous", "a" * 10),
    "provider": ("provider", "urn-1"),
    "printed": ("service_as_printed", "Schools"),
    "disputed": ("disputed", '[{"field": "kind", "values": ["full", "short"]}]'),
    "no id": ("inspection", ""),
    "no service": ("service", ""),
    "no place": ("authority", ""),
    "several": ("authority", "kent; leeds"),
    "absent": ("overall_absent", "not stated"),
    "notes": ("notes", "one\ntwo"),
    "outcome": ("outcome", 'It, "was" so.'),
    "framework": ("framework", FRAMEWORK),
    "derived": ("inspected_basis", "derived"),
    "undated": ("inspected", ""),
}


def whole(reading):
    """The same reading, each fact made."""
    return replace(reading, inspections=tuple(reading.inspections))


def everything(readings, catalogue):
    """What an import writes of them, table by table, with the sums, the account and the index."""
    record = build(readings, catalogue).record
    edition = models.Edition(number=1, published=date(2026, 1, 1), digest="d", read_with="r")
    history = next_history(History(), None, record, edition)
    index = Index()
    build_index(record, index)
    found = {each.__name__: list(record.values(each)) for each in TABLES}
    found["sums"] = [(row.kind, row.begins, row.many, row.digest) for row in sum_up(record)]
    found["changes"] = [(row.pk, row.action, row.kind, row.ref, row.title) for row in history.changes]
    found["edition"] = [edition.added, edition.seal]
    found["index"] = [index.hashes[each].hexdigest() for each in INDEXED]
    return found, record.plain


def rows_with(name):
    rows = long_rows()
    column, value = ROWS[name]
    rows[1] = {**rows[1], column: value}
    if column == "provider":
        rows[1]["provider_name"] = "A School"
    return rows


@pytest.mark.parametrize("name", ROWS)
def test_it_gives_the_same_record_whatever_a_row_says(catalogue, name):
    long = table(rows_with(name), packed=True)
    (one, plain), (other, none) = everything([long], catalogue), everything([whole(long)], catalogue)
    assert one == other
    assert plain and none is None


@pytest.mark.parametrize("seed", [1, 2])
def test_it_gives_the_same_record_beside_sources_that_tell_of_the_same(catalogue, seed):
    chance = random.Random(seed)
    rows = made_rows(60, chance)
    rows += [{**row, "grade": "", "grade_as_worded": "", "aspect": "Other"} for row in rows[:5] if row.get("scale")]
    both = [row for row in rows[40:60] if row["service"] and not row.get("previous")]
    long, short = table(rows, packed=True), table([*both, *made_rows(20, chance, 500)], "short.csv")
    (one, plain), (other, _) = (everything([each, short, *world()], catalogue) for each in (long, whole(long)))
    assert one == other
    assert plain is None or len(plain) < len(rows)


def test_an_inspection_that_another_source_tells_of_too_is_no_plain_one(catalogue):
    telling = news()
    told = {name.slug for fact in telling.inspections for name in fact.authorities}
    service = telling.inspections[0].service.slug
    councils = ["kent", *told]
    rows = [
        {**row, "authority": council, "service": service}
        for row, council in zip(long_rows(), councils[: len(long_rows())], strict=False)
    ]
    (one, plain), (other, _) = (
        everything([each, telling], catalogue) for each in (table(rows, packed=True), whole(table(rows, packed=True)))
    )
    assert one == other
    assert {plain.who[at].authorities for at in plain.places["who"]} == {("kent",)}


def test_the_facts_are_those_of_the_table_read_whole():
    rows = made_rows(80, random.Random(3))
    long, short = table(rows, packed=True), table(rows)
    assert isinstance(long.inspections, PlainFacts)
    assert tuple(long.inspections) == short.inspections
    assert len(long.inspections) == len(short.inspections)
    assert long.inspections[5] == short.inspections[5]
    assert long.warnings == short.warnings


def test_a_row_that_stands_twice_in_a_long_table_is_counted_once_as_in_a_short_one():
    rows = made_rows(30, random.Random(5))
    rows += [rows[3], rows[3], next(row for row in rows if row.get("scale"))]
    long, short = table(rows, packed=True), table(rows)
    key = lambda fact: fact.key  # noqa: E731
    assert sorted(long.inspections, key=key) == sorted(short.inspections, key=key)
    assert {each.code for each in long.warnings} >= {"repeated-row"}
    assert {each.code for each in short.warnings} >= {"repeated-row"}


def test_a_record_with_a_long_table_stands_its_audit_and_grows(tmp_path, django_db_blocker, catalogue):
    readings = [long_table(), report(), party()]
    with django_db_blocker.unblock(), served_from(tmp_path / "grown.sqlite3"):
        record_readings(readings, [], catalogue)
        assert models.Evidence.objects.filter(field="row").count() == 3
        assert models.Source.objects.get(file="long.csv").text == ""
        record_readings([news()], [], catalogue)
        assert audit_record(catalogue).false == ()
        grown = tables()
    with django_db_blocker.unblock(), served_from(tmp_path / "whole.sqlite3"):
        record_readings([whole(each) for each in (*readings, news())], [], catalogue)
        assert audit_record(catalogue).false == ()
        built = tables()
    assert {name for name in grown if grown[name] != built[name]} == {"Edition", "Change"}


@pytest.mark.parametrize("kind", ["full", "annual-assessment", "unstated", "monitoring-visit"])
def test_plain_inspections_without_a_year_come_to_what_others_do(empty_record, catalogue, kind):
    rows = [{**row, "kind": kind, "inspected": ""} if row["authority"] == "kent" else row for row in long_rows()]
    record_readings([table(rows, packed=True)], [], catalogue)
    assert models.Evidence.objects.filter(field="row").count() == 3
    held = models.Latest.objects.values_list("state", "undated", "held").get(service__authority__slug="kent")
    assert held == ("visits" if kind == "monitoring-visit" else "undated", 2, 2)
    assert list(audit_latest("default")) == []


def test_the_audit_sees_a_packed_text_that_is_another(tmp_path, django_db_blocker, catalogue):
    with django_db_blocker.unblock(), served_from(tmp_path / "record.sqlite3") as file:
        record_readings([long_table()], [], catalogue)
        with closing(sqlite3.connect(file)) as database:
            held = database.execute("SELECT packed FROM inspections_longtext").fetchone()[0]
            text = b"".join(bytes_of(held)).decode()
            again = pack(text.replace("2016-03-01", "2016-03-02"))
            database.execute("UPDATE inspections_longtext SET packed = ?", [again])
            database.commit()
        connection.close()
        assert hash_of(held) != hash_of(again)
        false = audit_record(catalogue).false
    assert any("long.csv: the held text is not the one that was recorded" in each for each in false)
    assert any("2016-03-01" in each for each in false)


def test_a_packed_text_is_hashed_from_when_it_is_read_and_no_other_taken_for_it(empty_record, catalogue, monkeypatch):
    reading = long_table()
    with closing(TextHashes([reading])) as hashes:
        assert hashes.of(reading.held.packed) == reading.held.sha256
        assert hashes.of(pack("another")) == hash_of(pack("another"))
    monkeypatch.setattr("inspections.recording.text_hashes.hash_of", lambda packed: "another")
    with pytest.raises(Unpublished, match=r"long\.csv: the held text is not the one that was recorded"):
        record_readings([reading], [], catalogue)


@pytest.fixture
def short_is_long(monkeypatch):
    monkeypatch.setattr(long_tables, "LONG", 100)


def written(path, rows, change=lambda text: text):
    held = table(rows, packed=True).held
    text = b"".join(bytes_of(held.packed)).decode()
    path.write_bytes(change(text).encode("utf-8", "surrogateescape"))
    return path


def test_a_file_is_held_packed_when_it_is_long(tmp_path, short_is_long, catalogue):
    path = written(tmp_path / "long.csv", long_rows())
    reading = read_file(path, catalogue)
    assert reading.held.text == ""
    assert reading.held.sha256 == hash_of(reading.held.packed) == table(long_rows()).held.sha256
    assert tuple(reading.inspections) == table(long_rows()).inspections


FAULTS = {
    "an open quotation mark": lambda text: text + '"',
    "no UTF-8": lambda text: text.replace("kent", "k\udce9nt"),
    "a date that is none": lambda text: text.replace("2014-05", "2014-13"),
    "a grade of another scale": lambda text: text.replace(",good,", ",met,"),
    "an authority that is none": lambda text: text.replace("kent", "atlantis"),
    "a column that is none": lambda text: text.replace("url,", "colour,", 1),
    "a column that is missing": lambda text: text.replace("grade_as_worded,", "", 1),
    "a cell too many": lambda text: text.replace(",kent,", ",,kent,", 1),
    "a cell too few": lambda text: text.replace(",kent,", ",kent", 1),
    "words that do not say the grade": lambda text: text.replace(",Good,", ",Outstanding,", 1),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_long_table_is_refused_for_what_a_short_one_is(tmp_path, catalogue, monkeypatch, fault):
    path = written(tmp_path / "long.csv", long_rows(), FAULTS[fault])
    with pytest.raises(Unreadable) as short:
        read_file(path, catalogue)
    monkeypatch.setattr(long_tables, "LONG", 100)
    with pytest.raises(Unreadable) as long:
        read_file(path, catalogue)
    assert [(each.line, each.column) for each in long.value.problems] == [
        (each.line, each.column) for each in short.value.problems
    ]
    assert long.value.problems[0].message.split(":")[0] == short.value.problems[0].message.split(":")[0]


@pytest.mark.parametrize("begins", ["row", "inside quotation marks"])
def test_a_very_long_table_read_in_two_halves_is_the_same(tmp_path, monkeypatch, begins):
    """From wherever its second half begins; inside quotation marks it is read as a whole."""
    rows = long_rows()
    rows[len(rows) // 3] |= {"provider": "urn-1", "provider_name": "A School"}
    for row in rows if begins != "row" else ():
        row["notes"] = "one note\n" * 40
    path = written(tmp_path / "long.csv", rows)
    sidecar = table(rows).held.sidecar
    held, columns = long_tables.take_long(path, sidecar)
    assert columns.others
    monkeypatch.setattr(long_tables, "HALVED", 100)
    lines = list(accumulate(map(len, path.read_bytes().splitlines(keepends=True)), initial=0))
    asked = []

    def ask_rest(path, begin):
        asked.append(long_tables.take_rest(path, begin))
        return asked[-1]

    for middle in lines[len(lines) // 2 :: 7] if begins == "row" else [lines[len(lines) // 2]]:
        monkeypatch.setattr(long_tables, "_middle_of", lambda path, middle=middle: middle)
        assert long_tables.take_long(path, sidecar, ask_rest) == (held, columns)
    assert bool(asked) == (begins == "row") or asked[-1] != columns


def test_a_worker_hands_on_the_columns(tmp_path, catalogue, monkeypatch):
    """The process that reads files sends columns, which are understood here."""
    path = written(tmp_path / "long.csv", long_rows())
    held, columns = long_tables.take_long(path, table(long_rows()).held.sidecar)
    message = to_bytes(columns, {"held": write(replace(held, packed=b""))}, held.packed)
    handed = crew._understood(message)
    assert handed == long_tables.read_long(held, catalogue)
    assert tuple(handed.inspections) == table(long_rows()).inspections


def test_the_same_long_file_again_changes_nothing(tmp_path, django_db_blocker, catalogue, short_is_long):
    path = written(tmp_path / "long.csv", long_rows())
    with django_db_blocker.unblock(), served_from(tmp_path / "record.sqlite3"):
        assert import_sources([path], catalogue).published
        again = import_sources([path], catalogue)
    assert not again.published
    assert again.numbers["long.csv"]["judgements"] == 5


def test_a_long_table_is_read_anew_beside_other_sources_in_their_order():
    held = [news().held, table(long_rows(), packed=True).held, party().held]
    again = list(read_held_again(held, load()))
    assert [reading.held.name for reading in again] == [each.name for each in held]
    assert tuple(again[1].inspections) == table(long_rows()).inspections


def test_only_inspections_have_rows_that_are_columns(catalogue):
    (_, plain) = everything([long_table()], catalogue)
    assert len(plain) == 3
    assert set(OF_INSPECTIONS) <= set(TABLES)
