"""Earlier editions stay beside the record, and going back to one is one command that breaks no link."""

import pytest
from django.test import override_settings

from inspections import models
from inspections.recording import keeping, loading
from inspections.recording.audit import audit_record
from inspections.recording.going_back import roll_back
from inspections.recording.loading import record_readings
from inspections.recording.publishing import Unpublished
from tests.conftest import ROOT
from tests.recording.kept_editions import two_editions
from tests.recording.test_commands import run
from tests.web.corrected_world import corrected_report
from tests.world import news, party, report


@pytest.fixture
def record_of_two(tmp_path, django_db_blocker):
    with django_db_blocker.unblock(), two_editions(tmp_path) as file:
        yield file


def kept(file):
    return [each.number for each in keeping.find_kept(file)]


def publish_one_by_one(catalogue, *readings):
    for reading in readings:
        record_readings([reading], [], catalogue)


def test_earlier_editions_stay_beside_the_record(record_of_two, catalogue):
    assert kept(record_of_two) == [1]
    before = record_of_two.stat().st_ino
    publish_one_by_one(catalogue, party())
    assert kept(record_of_two) == [1, 2]
    assert keeping.read_number(record_of_two) == 3
    assert keeping.find_kept(record_of_two)[1].path.stat().st_ino == before, "no copy was made"


def test_only_so_many_stay(record_of_two, catalogue):
    with override_settings(KEPT_EDITIONS=1):
        publish_one_by_one(catalogue, party())
    assert kept(record_of_two) == [2]


def test_none_stays_where_none_is_wanted(record_of_two):
    with override_settings(KEPT_EDITIONS=0):
        keeping.keep(record_of_two)
        keeping.drop_oldest(record_of_two)
    assert kept(record_of_two) == []


def test_a_file_system_without_hard_links_publishes_all_the_same(record_of_two, catalogue, monkeypatch):
    def refuse(*_):
        raise PermissionError("no links here")

    monkeypatch.setattr("pathlib.Path.hardlink_to", refuse)
    publish_one_by_one(catalogue, party())
    assert kept(record_of_two) == [1]
    assert keeping.read_number(record_of_two) == 3


def test_going_back_publishes_what_the_edition_before_held(record_of_two, catalogue):
    code, out, err = run("rollback_record")
    assert (code, err) == (0, "")
    assert out.startswith("Edition 3 published, as the record was: 0 added, ")
    first, third = models.Edition.objects.get(number=1), models.Edition.objects.get(number=3)
    assert first.digest == third.digest
    assert audit_record(catalogue).false == ()


@pytest.mark.of_a_file
def test_a_correction_gone_back_on_is_told_as_a_change(empty_record, catalogue):
    publish_one_by_one(catalogue, report(), corrected_report())
    edition = roll_back(catalogue).edition
    assert (edition.number, edition.added, edition.withdrawn) == (3, 0, 0)
    assert edition.changed > 0


def test_links_that_came_since_say_that_they_were_withdrawn(record_of_two, catalogue, client):
    links = [row["url"] for row in client.get("/sources.json").json()["results"]]
    assert len(links) == 2
    roll_back(catalogue)
    answers = {client.get(link, follow=True).status_code for link in links}
    assert answers == {200, 410}


def test_another_kept_edition_can_be_named_and_going_on_brings_the_rest_back(record_of_two, catalogue):
    publish_one_by_one(catalogue, party())
    code, _, _ = run("rollback_record", "--to", 1)
    assert code == 0
    assert models.Edition.objects.get(number=4).digest == models.Edition.objects.get(number=1).digest
    roll_back(catalogue)
    assert models.Edition.objects.get(number=5).digest == models.Edition.objects.get(number=3).digest


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "edition 1 is not kept"),
        (("--to", 7), "edition 7 is not kept"),
        (("--from", "nowhere.sqlite3"), "holds no edition of a record"),
    ],
)
def test_what_cannot_be_gone_back_to_is_said_and_nothing_changes(record_of_two, options, told):
    before = record_of_two.read_bytes()
    keeping.find_kept(record_of_two)[0].path.unlink()
    code, out, err = run("rollback_record", *options)
    assert (code, out) == (1, "")
    assert told in err
    assert record_of_two.read_bytes() == before


@pytest.mark.of_a_file
def test_an_edition_read_by_another_program_is_read_again(empty_record, catalogue, monkeypatch):
    run("import_sources", ROOT / "seeds" / "000_2afe031c5d5ede32.txt")
    publish_one_by_one(catalogue, news())
    monkeypatch.setattr("inspections.recording.going_back.reading_version", lambda: "another")
    imported = roll_back(catalogue)
    assert (imported.edition.number, imported.counts["sources"]) == (3, 1)
    assert models.Edition.objects.get(number=1).digest == imported.edition.digest


def test_a_clock_that_stands_before_the_last_edition_publishes_nothing(record_of_two, catalogue, monkeypatch):
    before = record_of_two.read_bytes()

    class Back(loading.datetime):
        @classmethod
        def now(cls, tz=None):
            return super().now(tz).replace(year=2025)

    with monkeypatch.context() as patched:
        patched.setattr(loading, "datetime", Back)
        with pytest.raises(Unpublished, match=r"this machine's clock says 2025.* before edition 2 was published"):
            publish_one_by_one(catalogue, party())
    assert record_of_two.read_bytes() == before
