"""Which facts of two sources are one inspection: a table of examples, each with its reason."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from inspections.periods import parse
from inspections.reading.facts import InspectionFact, Name, Reading, When, Words
from inspections.recording.building import build
from inspections.recording.identity import gather_events
from inspections.recording.refs import inspection_refs
from tests.world import graded, held

TEXT = "Leeds adult learning Ofsted inspection in March Good Inadequate"
FOUR = "ofsted-four-point"


def date_of(edtf):
    meant = parse(edtf)
    return When(edtf, meant.earliest, meant.latest, "stated", Words())


def fact(key="1", kind="full", inspected=None, published=None, grade=None, authority="leeds", by="ofsted"):
    return InspectionFact(
        key, (Name(authority, Words()),), Name("adult-learning", Words()), None,
        (Name(by, Words()),) if by else (), kind, None,
        inspected=inspected and date_of(inspected), published=published and date_of(published),
        overall=grade and graded(TEXT, FOUR, grade, "Good" if grade == "good" else "Inadequate"),
    )  # fmt: skip


def source(file, *facts, received=None):
    return Reading(held(file, TEXT + file, received=received), "test", "test", None, None, facts)


JOINED = [
    ("the same days", {"inspected": "2017-03-06/2017-03-09"}, {"inspected": "2017-03-06/2017-03-09"}),
    ("a month that holds the days", {"inspected": "2017-03"}, {"inspected": "2017-03-06/2017-03-09"}),
    ("a year that holds the days", {"inspected": "2017"}, {"inspected": "2017-03-06"}),
    ("one candidate of two", {"inspected": "[2014-03-06,2017-03-06]"}, {"inspected": "2017-03-06"}),
    ("the same month of publication", {"published": "2017-04"}, {"published": "2017-04-17"}),
    ("a kind not stated", {"kind": "unstated", "inspected": "2017-03"}, {"kind": "short", "inspected": "2017-03-06"}),
    ("full and short", {"kind": "full", "inspected": "2017-03"}, {"kind": "short", "inspected": "2017-03-06"}),
    ("an inspectorate not named", {"by": None, "inspected": "2017-03"}, {"inspected": "2017-03-06"}),
    ("a year stated by the other", {"inspected": "XXXX-03", "published": "2017-04"},
     {"inspected": "2017-03-06", "published": "2017-04-17"}),
    ("the month of a report said of the visit", {"inspected": "2017-04"},
     {"inspected": "2017-03-06", "published": "2017-04-17"}),
    ("the month of the visit said of the report", {"published": "2017-03"},
     {"inspected": "2017-03-06", "published": "2017-04-17"}),
    ("published the same day, visited a week apart", {"inspected": "2017-03-06", "published": "2017-04-17"},
     {"inspected": "2017-03-13", "published": "2017-04-17"}),
    ("grades that differ on known days", {"inspected": "2017-03-06", "grade": "good"},
     {"inspected": "2017-03", "grade": "inadequate"}),
]  # fmt: skip
APART = [
    ("different months", {"inspected": "2017-03"}, {"inspected": "2017-04-06"}),
    ("different days", {"inspected": "2017-03-06"}, {"inspected": "2017-03-20"}),
    ("another kind", {"kind": "monitoring-visit", "inspected": "2017-03"}, {"inspected": "2017-03-06"}),
    ("a graded one and a visit", {"kind": "monitoring-visit", "inspected": "2017-03"},
     {"kind": "unstated", "inspected": "2017-03-06", "grade": "good"}),
    ("another inspectorate", {"by": "cqc", "inspected": "2017-03"}, {"inspected": "2017-03-06"}),
    ("another council", {"authority": "trafford", "inspected": "2017-03"}, {"inspected": "2017-03-06"}),
    ("no date at all", {}, {"inspected": "2017-03-06"}),
    ("only a month without its year", {"inspected": "XXXX-03"}, {"inspected": "2017-03-06"}),
    ("another month without its year", {"inspected": "XXXX-05", "published": "2017-04"},
     {"inspected": "2017-03-06", "published": "2017-04-17"}),
    ("visited in one, published in the other", {"inspected": "2017-03"}, {"published": "2017-03"}),
    ("published the same month, visited apart", {"inspected": "2017-01-10", "published": "2017-04"},
     {"inspected": "2017-03-06", "published": "2017-04-17"}),
    ("grades that differ in one year", {"inspected": "2017", "grade": "good"},
     {"inspected": "2017-03-06", "grade": "inadequate"}),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in JOINED], ids=[row[0] for row in JOINED])
def test_it_joins_facts_that_share_a_date_and_contradict_nothing(one, other):
    readings = [source("a.txt", fact(**one)), source("b.txt", fact(**other))]
    for order in permutations(readings):
        events, decisions = gather_events(order)
        assert len(events) == 1
        assert [decision.joined for decision in decisions] == [True]


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in APART], ids=[row[0] for row in APART])
def test_it_keeps_apart_what_is_not_proven_to_be_one(one, other):
    for order in permutations([source("a.txt", fact(**one)), source("b.txt", fact(**other))]):
        events, decisions = gather_events(order)
        assert len(events) == 2
        assert not any(decision.joined for decision in decisions)
        assert not any(event.candidates for event in events)


def test_two_facts_of_one_source_are_never_joined():
    events, _ = gather_events([source("a.txt", fact("1", inspected="2017-03"), fact("2", inspected="2017-03"))])
    assert len(events) == 2


def test_it_joins_nothing_where_two_fit_and_both_sides_say_so():
    coarse = source("a.txt", fact(inspected="2017-03"))
    first, second = source("b.txt", fact(inspected="2017-03-06")), source("c.txt", fact(inspected="2017-03-20"))
    for order in permutations([coarse, first, second]):
        events, decisions = gather_events(order)
        candidates = {event.told[0].reading.held.name: event.candidates for event in events}
        refs = {event.told[0].reading.held.name: event.ref for event in events}
        assert candidates["a.txt"] == tuple(sorted([refs["b.txt"], refs["c.txt"]]))
        assert candidates["b.txt"] == candidates["c.txt"] == (refs["a.txt"],)
        assert any("none is chosen" in decision.reason for decision in decisions)


def test_it_joins_neither_of_two_facts_of_one_source_that_fit_the_same_event():
    coarse = source("a.txt", fact("1", inspected="2017-03"), fact("2", inspected="2017"))
    fine = source("b.txt", fact(inspected="2017-03-06"))
    for order in permutations([coarse, fine]):
        events, _ = gather_events(order)
        assert len(events) == 3


def test_the_first_received_source_gives_the_id_and_every_other_id_leads_there(catalogue):
    early = source("z.txt", fact(inspected="2017-03"), received=date(2017, 4, 1))
    late = source("a.txt", fact(inspected="2017-03-06"), received=date(2019, 4, 1))
    built = build([late, early], catalogue)
    (event,) = built.events
    assert event.ref == inspection_refs(early)[0]
    assert event.aliases == inspection_refs(late)


def test_disagreeing_grades_are_both_shown_and_neither_wins(catalogue):
    from inspections import models

    built = build(
        [source("a.txt", fact(inspected="2017-03-06", grade="good")),
         source("b.txt", fact(inspected="2017-03", grade="inadequate"))],
        catalogue,
    )  # fmt: skip
    (inspection,) = built.record.of(models.Inspection)
    assert inspection.disputed == [{"field": "overall", "values": [f"{FOUR}:good", f"{FOUR}:inadequate"]}]
    assert [row.grade for row in built.record.of(models.Judgement)] == ["good", "inadequate"]


def test_the_month_of_a_report_never_becomes_the_date_of_a_visit(catalogue):
    from inspections import models

    built = build(
        [source("a.txt", fact(published="2017-04")), source("b.txt", fact(published="2017-04-17"))], catalogue
    )
    (inspection,) = built.record.of(models.Inspection)
    assert (inspection.inspected_edtf, inspection.published_edtf) == ("", "2017-04-17")
    assert inspection.disputed == []


def test_a_month_that_is_not_the_visits_is_shown_beside_it(catalogue):
    from inspections import models

    built = build(
        [source("a.txt", fact(inspected="2017-04")),
         source("b.txt", fact(inspected="2017-03-06", published="2017-04-17"))],
        catalogue,
    )  # fmt: skip
    (inspection,) = built.record.of(models.Inspection)
    assert inspection.inspected_edtf == "2017-03-06"
    assert inspection.disputed == [{"field": "inspected", "values": ["2017-04", "2017-03-06"]}]


def test_ids_do_not_hold_dates_unless_a_source_tells_of_two_alike():
    one = source("a.txt", fact(inspected="2017-03"))
    corrected = source("a.txt", fact(inspected="2017-05", grade="good"))
    assert inspection_refs(one) == inspection_refs(corrected)
    two = source("a.txt", fact("1", inspected="2014-05"), fact("2", inspected="2017-03"))
    without_first = replace(two, inspections=two.inspections[1:])
    assert inspection_refs(without_first)[0] not in inspection_refs(two)
