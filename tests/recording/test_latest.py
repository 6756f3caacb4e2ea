"""The newest outcome of each service: what is chosen, what is left open, and that the audit proves it."""

import sqlite3
from datetime import date

import pytest
from django.db import connection

from inspections import models
from inspections.recording.latest import Event, audit_latest, describe_latest, find_latest, newest_outcomes

FOUR = "ofsted-four-point"


def event(key, kind="full", since=None, until=None, absent="", judged=True, overall=True):
    first = date.fromisoformat(since) if since else None
    last = date.fromisoformat(until) if until else first
    return Event(key, kind, first, last, absent, judged, overall)


def latest(events, grades=None):
    row = describe_latest(events, newest_outcomes(events), grades or {})
    return row.state, row.inspection_id, row.grade, row.since_id, row.full_id


GOOD, WEAK = [(FOUR, "good")], [(FOUR, "requires-improvement")]
VISIT = {"absent": "ungraded by design", "judged": False, "overall": False}
CASES = {
    "the newer of two": (
        [event(1, since="2016-05-01"), event(2, since="2019-02-04")], {1: WEAK, 2: GOOD}, ("graded", 2, "good", None, 2)
    ),
    "a visit between is told beside the outcome": (
        [event(1, since="2019-02-04"), event(2, "focused-visit", "2021-05-01", **VISIT)],
        {1: GOOD},
        ("graded", 1, "good", 2, 1),
    ),
    "a visit before is not": (
        [event(1, since="2019-02-04"), event(2, "monitoring-visit", "2018-05-01", **VISIT)],
        {1: GOOD},
        ("graded", 1, "good", None, 1),
    ),
    "no grade is carried past an inspection without one": (
        [event(1, since="2019-02-04"), event(2, since="2026-04-13", absent="abolished", overall=False)],
        {1: GOOD},
        ("aspects", 2, "", None, 2),
    ),
    "a grade that is not stated hides no earlier one": (
        [event(1, since="2019-02-04"), event(2, since="2022-01-01", absent="not stated", judged=False, overall=False)],
        {1: GOOD},
        ("not-stated", 2, "", None, 2),
    ),
    "two outcomes of one year, one known to the year only": (
        [event(1, since="2018-03-06"), event(2, since="2018-01-01", until="2018-12-31")],
        {1: GOOD, 2: WEAK},
        ("open", 1, "", None, 1),
    ),
    "the same grade whichever is newer": (
        [event(1, since="2018-03-06"), event(2, since="2018-01-01", until="2018-12-31")],
        {1: GOOD, 2: GOOD},
        ("graded", 1, "good", None, 1),
    ),
    "sources that disagree": ([event(1, since="2019-06-03")], {1: [*GOOD, *WEAK]}, ("disputed", 1, "", None, 1)),
    "ungraded by design": (
        [event(1, since="2018-09-24", absent="ungraded by design", judged=False, overall=False)],
        {},
        ("ungraded", 1, "", None, 1),
    ),
    "visits alone": ([event(1, "focused-visit", "2021-05-01", **VISIT)], {}, ("visits", None, "", 1, None)),
    "a yearly rating is an outcome and no full inspection": (
        [event(1, "annual-assessment", "2011-11-01")], {1: GOOD}, ("graded", 1, "good", None, None)
    ),
    "an inspection of no stated kind without a judgement says nothing": (
        [event(1, since="2016-05-01"), event(2, "unstated", "2019-01-01", judged=False, overall=False)],
        {1: GOOD},
        ("graded", 1, "good", 2, 1),
    ),
    "without a year it is counted apart": (
        [event(1, since="2016-05-01"), event(2)], {1: GOOD, 2: WEAK}, ("graded", 1, "good", None, 1)
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_it_chooses_the_newest_outcome_and_leaves_open_what_is_open(name):
    events, grades, expected = CASES[name]
    assert latest(events, grades) == expected


def test_it_counts_what_is_held_and_what_has_no_year():
    row = describe_latest([event(1, since="2016-05-01"), event(2)], [], {})
    assert (row.held, row.undated) == (2, 1)


def test_the_table_of_a_record_is_what_its_rows_give(wide_world_alias):
    held = list(models.Latest.objects.values_list("service__authority__slug", "service__kind", "state", "grade"))
    assert ("somerset", "childrens-services", "aspects", "") in held
    assert ("derby", "childrens-services", "disputed", "") in held
    assert ("sunderland", "adult-learning", "aspects", "") in held
    assert ("cumbria", "childrens-services", "graded", "requires-improvement") in held
    assert not [slug for slug, *_ in held if slug in ("cumberland", "westmorland-and-furness")]  # no grade is lent
    assert list(audit_latest("default")) == []


@pytest.fixture
def wide_world_alias(empty_record):
    """The wide world's record, which may be spoilt."""
    from inspections.catalogue import load
    from inspections.recording.loading import record_readings
    from tests.web.wide_world import wide_world

    record_readings(wide_world(), [], load())
    return empty_record


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE inspections_latest SET grade = 'outstanding' WHERE grade = 'good'",
        "DELETE FROM inspections_latest WHERE state = 'graded'",
        "UPDATE inspections_latest SET since_id = NULL, held = held + 1",
    ],
)
def test_the_audit_names_a_false_outcome(wide_world_alias, spoil):
    connection.close()
    with sqlite3.connect(wide_world_alias) as other:
        assert other.execute(spoil).rowcount
    found = list(audit_latest("default"))
    assert found and all("where the record gives" in line for line in found)


def test_finding_it_twice_gives_the_same_rows(wide_world_alias):
    first, second = ([(row.pk, row.service_id, row.state) for row in find_latest("default")] for _ in range(2))
    assert first == second and first
