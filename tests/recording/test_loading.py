"""One import makes one edition; the same import again makes none."""

import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest

from inspections import models
from inspections.reading import crew
from inspections.reading.facts import Problem, Unreadable
from inspections.recording.building import build, is_primary
from inspections.recording.loading import Refused, record_readings
from tests.conftest import ROOT
from tests.recording.digest import digest
from tests.recording.versions import read_by
from tests.world import NEWS_TEXT, news, report, world


def test_the_world_record_is_served(world_record):
    assert models.Inspection.objects.count() == 4
    assert models.Edition.objects.get().number == 1


def test_the_same_import_again_publishes_nothing(empty_record, catalogue):
    first = record_readings(world(), [], catalogue)
    again = record_readings(world(), [], catalogue)
    assert (first.published, again.published) == (True, False)
    assert again.edition.number == 1


@pytest.mark.of_a_file
def test_an_import_that_publishes_nothing_leaves_the_file_alone(empty_record, catalogue):
    record_readings(world(), [], catalogue)
    stood = empty_record.stat()
    record_readings(world(), [], catalogue)
    assert (empty_record.stat().st_ino, empty_record.stat().st_mtime_ns) == (stood.st_ino, stood.st_mtime_ns)


def verifications():
    return {row.text: row.verification for row in models.Statement.objects.all()}


def test_a_quotation_is_compared_with_the_report_when_that_is_held(empty_record, catalogue):
    quoted, invented = (quotation.words.of(NEWS_TEXT)[0] for quotation in news().statements[:2])
    record_readings([news()], [], catalogue)
    assert verifications()[quoted] == verifications()[invented] == "primary-not-held"
    record_readings([report()], [], catalogue)
    assert (verifications()[quoted], verifications()[invented]) == ("exact", "not-found")


def test_what_people_say_themselves_is_not_compared(world_record):
    assert models.Statement.objects.get(speaker="Asha Example").verification == ""


@pytest.mark.parametrize(
    ("kind", "publisher_kind", "primary"),
    [
        ("inspection report", None, True),
        ("annual assessment letter", "inspectorate", True),
        ("press release", "inspectorate", False),
        ("inspection report", "party", False),
        ("news story", None, False),
    ],
)
def test_only_a_report_or_letter_of_the_inspectorate_is_primary(kind, publisher_kind, primary):
    reading = replace(report(), kind=kind)
    sidecar = replace(reading.held.sidecar, publisher_kind=publisher_kind)
    assert is_primary(replace(reading, held=replace(reading.held, sidecar=sidecar))) == primary


@pytest.fixture
def read_here(monkeypatch):
    """Texts are read in this process, where a test may put another reader."""
    monkeypatch.setattr("inspections.reading.load", lambda: None)


@pytest.mark.usefixtures("read_here")
def test_sources_that_stay_are_read_again_when_the_reading_code_has_changed(empty_record, catalogue, monkeypatch):
    record_readings(world(), [], catalogue)
    titled = {reading.held.name: replace(reading, kind="another report") for reading in world()}
    monkeypatch.setattr("inspections.reading.read", lambda held, catalogue: titled[held.name])
    assert not record_readings([news()], [], catalogue).published
    read_by("another", monkeypatch)
    imported = record_readings([news()], [], catalogue)
    assert imported.published
    kinds = {source.file: source.kind for source in models.Source.objects.all()}
    assert kinds == {
        "trafford_news.txt": "council news page", "trafford_report.txt": "another report",
        "party_page.txt": "another report",
    }  # fmt: skip
    assert imported.edition.changed == 2


@pytest.mark.usefixtures("read_here")
def test_a_source_that_new_code_cannot_read_stops_the_import_and_is_never_lost(empty_record, catalogue, monkeypatch):
    def refuse(held, catalogue):
        raise Unreadable(held.name, (Problem("no reader recognises this text", "add one"),))

    record_readings(world(), [], catalogue)
    monkeypatch.setattr("inspections.reading.read", refuse)
    read_by("another", monkeypatch)
    with pytest.raises(Refused) as refused:
        record_readings([news()], [], catalogue)
    assert [each.name for each in refused.value.unreadable] == ["trafford_report.txt", "party_page.txt"]
    imported = record_readings([news()], [], catalogue, skip_unreadable=True)
    assert models.Source.objects.count() == 3
    assert [each.name for each in imported.left_out] == ["trafford_report.txt", "party_page.txt"]


def test_a_text_that_stays_is_read_again_by_a_process_with_limits(empty_record, catalogue, monkeypatch):
    """What ends that process is refused by name; the import lives, and the text stands as it was read before."""
    asked = []

    def deadly(process, request):
        asked.append(json.loads(request)["held"]["name"])
        if asked[-1] == "party_page.txt":
            dead = process._started()
            dead.kill()
            monkeypatch.setattr(process, "_started", lambda: dead)  # which else may start anew before it is asked
        return ask(process, request)

    ask = crew.Process.ask
    record_readings(world(), [], catalogue)
    read_by("another", monkeypatch)
    monkeypatch.setattr(crew.Process, "ask", deadly)
    imported = record_readings([news()], [], catalogue, skip_unreadable=True)
    assert asked == ["trafford_report.txt", "party_page.txt"]
    told = {each.name: each.problems[0].message for each in imported.left_out}
    assert "the process that read it ended" in told["party_page.txt"]
    assert models.Source.objects.filter(file="party_page.txt").exists()


def test_a_changed_source_that_cannot_be_read_leaves_its_last_version_standing(empty_record, catalogue):
    record_readings(world(), [], catalogue)
    broken = Unreadable("trafford_news.txt", (Problem("is empty", "put the text into the file"),))
    imported = record_readings([], [broken], catalogue, skip_unreadable=True)
    assert not imported.published
    assert models.Source.objects.filter(file="trafford_news.txt").exists()


def test_another_process_with_another_hash_seed_makes_the_same_record(tmp_path, catalogue):
    ours = digest(build(world(), catalogue).record)
    program = (
        "import django; django.setup()\n"
        "from inspections.catalogue import load\n"
        "from inspections.recording.building import build\n"
        "from inspections.recording.digests import digest_of, sum_up\n"
        "from tests.world import world\n"
        "print(digest_of(sum_up(build(reversed(world()), load()).record)))\n"
    )
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "TZ": "Pacific/Auckland"}
        environment |= {"DJANGO_SETTINGS_MODULE": "inspections.settings"}
        command = [sys.executable, "-c", program]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == ours


def test_an_unknown_authority_is_refused_by_name(empty_record, catalogue):
    (fact, _) = news().inspections
    lost = replace(fact, authorities=(replace(fact.authorities[0], slug="atlantis"),), previous=None)
    with pytest.raises(Refused) as refused:
        record_readings([replace(news(), inspections=(lost,))], [], catalogue)
    assert "no authority 'atlantis'" in refused.value.unreadable[0].problems[0].message


def test_an_inspection_of_no_known_service_stands_on_its_councils_page(empty_record, catalogue):
    (fact, _) = news().inspections
    plain = replace(fact, service=None, service_name=None, previous=None)
    record_readings([replace(news(), inspections=(plain,))], [], catalogue)
    inspection = models.Inspection.objects.get()
    assert inspection.title == "Trafford: service not stated, inspection, March 2017"
    assert [service.kind for service in inspection.services.all()] == ["not-stated"]


def test_a_quotation_is_never_called_false_while_a_report_it_may_come_from_is_not_held(empty_record, catalogue):
    first, invented, councillor = news().statements
    of_both = replace(news(), statements=(first, replace(invented, about=("1", "2")), councillor))
    record_readings([of_both, report()], [], catalogue)
    assert verifications()[invented.words.of(NEWS_TEXT)[0]] == "primary-not-held"


def test_a_report_is_no_proof_of_what_an_earlier_report_said(empty_record, catalogue):
    letter = replace(news(), kind="inspectors' letter", held=replace(news().held, sidecar=report().held.sidecar))
    of_now, of_before, councillor = news().statements
    letter = replace(letter, statements=(of_now, replace(of_before, about=("2",)), councillor))
    record_readings([letter], [], catalogue)
    states = verifications()
    assert states[of_now.words.of(NEWS_TEXT)[0]] == "exact"
    assert states[of_before.words.of(NEWS_TEXT)[0]] == "primary-not-held"
