"""Editions say what they added, changed and withdrew, and every link of yesterday still leads somewhere."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from inspections import models
from inspections.recording.building import build
from inspections.recording.loading import Refused, record_readings
from inspections.recording.refs import inspection_refs, statement_refs
from tests.recording.digest import digest
from tests.world import NEWS_TEXT, news, party, renamed, report, world


def follow(kind, ref):
    """Where a link of any age leads: the id of what stands, or None."""
    table = {"source": models.Source, "inspection": models.Inspection, "statement": models.Statement}[kind]
    retired = models.Retired.objects.filter(kind=kind, ref=ref).first()
    target = retired.leads_to if retired else ref
    return target if table.objects.filter(ref=target).exists() else None


def changed_fields(edition, kind):
    """Every field of every thing of a kind that an edition changed."""
    changes = models.Change.objects.filter(edition_id=edition.number, action="changed", kind=kind)
    return {field["field"]: field for change in changes for field in change.fields}


def test_the_first_edition_adds_everything(empty_record, catalogue):
    edition = record_readings(world(), [], catalogue).edition
    assert (edition.number, edition.changed, edition.withdrawn) == (1, 0, 0)
    assert edition.added == 3 + 4 + 4


def test_imports_add_up(empty_record, catalogue):
    record_readings([news()], [], catalogue)
    record_readings([report(), party()], [], catalogue)
    assert models.Source.objects.count() == 3


def test_any_order_of_import_gives_the_same_ids_and_the_same_digest(empty_record, catalogue):
    at_once = digest(build(world(), catalogue).record)
    for reading in (party(), report(), news()):
        imported = record_readings([reading], [], catalogue)
    assert imported.edition.number == 3
    assert imported.edition.digest == at_once


def test_a_merge_in_a_later_edition_keeps_both_links(empty_record, catalogue):
    alone = inspection_refs(report())[0]
    record_readings([report()], [], catalogue)
    assert follow("inspection", alone) == alone
    record_readings([news()], [], catalogue)  # received earlier: its id becomes the inspection's
    assert follow("inspection", alone) == inspection_refs(news())[0]
    assert "sources" in changed_fields(models.Edition.objects.first(), "inspection")


def test_a_changed_grade_is_told_before_and_after(empty_record, catalogue):
    record_readings(world(), [], catalogue)
    text = NEWS_TEXT.replace("adult learning service good", "adult learning service outstanding")
    edition = record_readings([news(text, grade=("outstanding", "outstanding"))], [], catalogue).edition
    assert (edition.added, edition.withdrawn) == (0, 0)
    grades = changed_fields(edition, "inspection")["judgements"]
    assert "outstanding" not in grades["before"]
    assert "ofsted-four-point:outstanding" in grades["after"]


def test_a_corrected_date_keeps_the_link(empty_record, catalogue):
    record_readings([news()], [], catalogue)
    old = inspection_refs(news())
    corrected = news(NEWS_TEXT.replace("May 2014", "June 2014"), month=("2014-06", "June 2014"))
    new = inspection_refs(corrected)
    assert new[0] == old[0]
    assert new[1] != old[1]
    edition = record_readings([corrected], [], catalogue).edition
    assert (edition.added, edition.withdrawn) == (0, 0)
    assert follow("inspection", old[1]) == new[1]
    assert changed_fields(edition, "inspection")["inspected_edtf"]["after"] == "2014-06"


def test_an_inspection_that_a_source_no_longer_tells_is_withdrawn_with_its_reason(empty_record, catalogue):
    record_readings([news()], [], catalogue)
    gone = inspection_refs(news())[1]
    now, _ = news().inspections
    edition = record_readings([replace(news(), inspections=(replace(now, previous=None),))], [], catalogue).edition
    assert edition.withdrawn == 1
    retired = models.Retired.objects.get(kind="inspection", ref=gone)
    assert (retired.leads_to, retired.reason) == ("", "withdrawn from the record in edition 2")
    assert follow("inspection", inspection_refs(news())[0]) is not None


def test_a_corrected_quotation_keeps_its_link_through_two_corrections(empty_record, catalogue):
    record_readings([news()], [], catalogue)
    first = statement_refs(news())[2]
    for number, words in enumerate(("proud of all our tutors", "very proud of all our tutors"), 2):
        text = NEWS_TEXT.replace("proud of our tutors", words)
        edition = record_readings([news(text, said=f"We are {words}.")], [], catalogue).edition
        assert (edition.number, edition.added, edition.withdrawn) == (number, 0, 0)
        standing = models.Statement.objects.get(speaker="Asha Example")
        assert follow("statement", first) == standing.ref
    assert standing.text.startswith("We are very proud")


def test_an_id_that_comes_back_stands_again(empty_record, catalogue):
    record_readings(world(), [], catalogue)
    ref = statement_refs(party())[0]
    record_readings([], [], catalogue, withdraw=["party_page.txt"])
    assert follow("statement", ref) is None
    record_readings([party()], [], catalogue)
    assert follow("statement", ref) == ref
    assert not models.Retired.objects.filter(ref=ref).exists()


def test_a_withdrawn_source_takes_its_facts_with_it_and_says_so(empty_record, catalogue):
    record_readings(world(), [], catalogue)
    imported = record_readings([], [], catalogue, withdraw=["party_page.txt"])
    assert imported.edition.withdrawn == 1 + 2 + 1
    assert not models.Source.objects.filter(file="party_page.txt").exists()
    with pytest.raises(Refused):
        record_readings([], [], catalogue, withdraw=["party_page.txt"])


def test_a_renamed_file_keeps_every_link(empty_record, catalogue):
    record_readings(world(), [], catalogue)
    moved = renamed(news(), "trafford_page.txt")
    with pytest.raises(Refused) as refused:
        record_readings([moved], [], catalogue)
    assert "the same text as trafford_news.txt" in refused.value.unreadable[0].problems[0].message
    edition = record_readings([moved], [], catalogue, withdraw=["trafford_news.txt"]).edition
    assert (edition.added, edition.withdrawn) == (0, 0)
    for old, new in zip(inspection_refs(news()), inspection_refs(moved), strict=True):
        assert follow("inspection", old) == follow("inspection", new) is not None
    for old, new in zip(statement_refs(news()), statement_refs(moved), strict=True):
        assert follow("statement", old) == new


def test_history_is_carried_for_ever(empty_record, catalogue):
    record_readings([party()], [], catalogue)
    record_readings([], [], catalogue, withdraw=["party_page.txt"])
    record_readings([news()], [], catalogue)
    record_readings([report()], [], catalogue)
    assert [edition.number for edition in models.Edition.objects.all()] == [4, 3, 2, 1]
    assert models.Retired.objects.filter(reason="withdrawn from the record in edition 2").count() == 1 + 2 + 1
    assert models.Change.objects.filter(edition_id=1).count() == 1 + 2 + 1


def test_an_edition_is_published_at_the_time_of_its_import_in_whole_seconds(empty_record, catalogue):
    before = datetime.now(UTC).replace(microsecond=0)
    published = record_readings(world(), [], catalogue).edition.published
    assert before <= published <= datetime.now(UTC)
    assert published.microsecond == 0


def test_a_changed_sidecar_is_a_change_of_its_source_alone(empty_record, catalogue):
    record_readings(world(), [], catalogue)
    sidecar = replace(party().held.sidecar, licence="Open Government Licence v3.0")
    imported = record_readings([replace(party(), held=replace(party().held, sidecar=sidecar))], [], catalogue)
    assert imported.status == {"party_page.txt": "changed"}
    assert (imported.edition.added, imported.edition.changed, imported.edition.withdrawn) == (0, 1, 0)
    assert changed_fields(imported.edition, "source")["licence"]["after"] == "Open Government Licence v3.0"
