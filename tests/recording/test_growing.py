"""An edition made by difference is the one that building everything gives, in every table, whatever changes.

GROW_SEED and GROW_STEPS choose other changes and more of them.
"""

import os
import random
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from django.db import connections

from inspections import models
from inspections.recording import loading, read_model, standing
from inspections.recording.audit import audit_record
from inspections.recording.loading import Refused, record_readings
from inspections.recording.publishing import Unpublished
from tests.conftest import served_from
from tests.recording.perturbed import corrected, documents, made_rows, table
from tests.recording.whole import tables
from tests.world import news, party, report, world


@pytest.fixture
def clock(monkeypatch):
    """Editions of two records get the same times."""
    begun = datetime(2026, 11, 22, tzinfo=UTC)

    def after(newest):
        return begun + timedelta(hours=newest.number if newest else 0)

    monkeypatch.setattr(loading, "_now_after", after)


@pytest.fixture
def grown(monkeypatch):
    """How many editions were made by difference, and why the others were not."""
    made, refused = [], []
    find, write = loading.find_growth, loading._write

    def watch(step, *given):
        try:
            return step(*given)
        except loading.Unsure as reason:
            refused.append(str(reason))
            raise

    def count(growth, *given):
        history = watch(write, growth, *given)
        made.append(growth)
        return history

    monkeypatch.setattr(loading, "find_growth", partial(watch, find))
    monkeypatch.setattr(loading, "_write", count)
    return made, refused


class Twice:
    """Two records that are given the same: one may be made by difference, the other is built whole each time."""

    def __init__(self, folder, catalogue, monkeypatch):
        self.ours, self.theirs = folder / "ours.sqlite3", folder / "theirs.sqlite3"
        self.catalogue, self.monkeypatch = catalogue, monkeypatch

    def record(self, readings, withdraw=()):
        with served_from(self.theirs), self.monkeypatch.context() as patched:
            patched.setattr(loading, "is_possible", lambda database: False)
            try:
                expected = record_readings(readings, [], self.catalogue, withdraw=withdraw)
            except Refused:
                expected = None
            theirs = tables()
        with served_from(self.ours):
            if expected is None:
                with pytest.raises(Refused):
                    record_readings(readings, [], self.catalogue, withdraw=withdraw)
                return None
            imported = record_readings(readings, [], self.catalogue, withdraw=withdraw)
            ours = tables()
        assert imported.published == expected.published
        assert imported.status == expected.status
        assert imported.counts == expected.counts
        for name, rows in theirs.items():
            assert ours[name] == rows, name
        return imported

    def audit(self):
        with served_from(self.ours):
            assert audit_record(self.catalogue).false == ()


@pytest.fixture
def twice(tmp_path, catalogue, monkeypatch, clock, django_db_blocker):
    with django_db_blocker.unblock():
        yield Twice(tmp_path, catalogue, monkeypatch)


@pytest.mark.parametrize("many", [read_model.MANY, 0], ids=["index kept", "index made anew"])
def test_each_source_of_the_world_added_changed_and_taken_away(many, twice, grown, monkeypatch):
    monkeypatch.setattr(read_model, "MANY", many)
    made, refused = grown
    twice.record([news()])
    for reading in (report(), party()):
        twice.record([reading])
    corrected = replace(news(), kind="corrected page")
    twice.record([corrected])
    twice.record([], withdraw=["trafford_report.txt"])
    twice.record([report()])
    twice.record([], withdraw=["trafford_news.txt"])
    twice.audit()
    assert (len(made), refused) == (6, [])
    assert indexes(twice.ours) == indexes(twice.theirs) >= {"place_once"}


def indexes(file):
    with closing(sqlite3.connect(file)) as database:
        return {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}


@pytest.mark.parametrize("column", ["inspection.title", "judgement.grade", "evidence.field", "statement.text"])
def test_what_a_difference_wrote_is_compared_with_what_was_built(empty_record, catalogue, monkeypatch, column):
    table, name = column.split(".")
    record_readings([news()], [], catalogue)
    write = loading.write_growth

    def write_one_wrongly(growth, published, alias):
        history = write(growth, published, alias)
        with connections[alias].cursor() as cursor:
            newest = f"SELECT max(id) FROM inspections_{table} WHERE {name} <> ''"
            cursor.execute(f"UPDATE inspections_{table} SET {name} = {name} || 'x' WHERE id = ({newest})")
        return history

    monkeypatch.setattr(loading, "write_growth", write_one_wrongly)
    with pytest.raises(Unpublished, match="does not stand its own audit"):
        record_readings([report()], [], catalogue)
    assert models.Edition.objects.count() == 1


def test_a_place_that_was_altered_is_built_whole(spoil, catalogue, grown):
    made, refused = grown
    record_readings(world(), [], catalogue)
    assert spoil("UPDATE inspections_judgement SET note = 'nobody wrote this'")
    imported = record_readings([replace(news(), kind="corrected page")], [], catalogue)
    assert (imported.edition.number, made) == (2, [])
    assert "what stands is not what its sources give" in refused[0]
    assert audit_record(catalogue).false == ()


def perturb(twice, chance, steps):
    """Sources change one after another; each step may leave everything as it is."""
    rows = made_rows(70, chance)
    standing_now = {"long.csv": table(rows, packed=True)}
    every = {reading.held.name: reading for reading in documents()}
    for reading in chance.sample(sorted(every.values(), key=lambda each: each.held.name), 4):
        standing_now[reading.held.name] = reading
    twice.record(list(standing_now.values()))
    for _ in range(steps):
        absent = sorted(every.keys() - standing_now.keys())
        present = sorted(standing_now.keys() - {"long.csv"})
        what = chance.choice(("add", "add", "add", "withdraw", "correct", "correct", "correct", "both", "table"))
        gone, named = [], []
        if what in ("withdraw", "both") and present:
            gone = [chance.choice(present)]
        if what in ("add", "both") and absent:
            named.append(every[chance.choice(absent)])
        if what == "correct" and present:
            named.append(corrected(standing_now[chance.choice(present)], chance))
        if what == "table":
            named.append(table(made_rows(6, chance, chance.choice((0, 500, 500))), "short.csv"))
        named = [reading for reading in named if reading.held.name not in gone]
        if twice.record(named, withdraw=gone) is not None:
            for name in gone:
                del standing_now[name]
            standing_now |= {reading.held.name: reading for reading in named}


@pytest.mark.parametrize("seed", [int(os.environ.get("GROW_SEED", "1"))])
def test_whatever_changes_the_record_is_the_one_that_building_everything_gives(twice, grown, monkeypatch, seed):
    made, refused = grown
    monkeypatch.setattr(standing, "LONG", 50)
    perturb(twice, random.Random(seed), int(os.environ.get("GROW_STEPS", "4")))
    twice.audit()
    assert len(made) > len(refused), refused


def test_words_changed_in_some_statements_leave_the_others_in_the_order_of_their_text(
    empty_record, catalogue, tmp_path
):
    seeds = tmp_path / "seeds"
    shutil.copytree(Path(__file__).parents[2] / "seeds", seeds)
    loading.import_sources([seeds], catalogue)
    for file in sorted(seeds.glob("*.txt")):
        held = file.read_bytes()
        file.write_bytes(held.replace(b"March 2018", b"April 2018", 1).replace(b"proud", b"prond", 1))
    loading.import_sources([seeds], catalogue)
    assert audit_record(catalogue).false == ()
