"""The newest outcome of each service: what is chosen, what is left open, and that the audit proves it."""

import random

import pytest

from inspections import models
from inspections.recording.latest import Event, History, Told, audit_latest, find_latest

FOUR = "ofsted-four-point"


def event(key, kind="full", since=None, until=None, overall=None):
    return Event(key, kind, since, until or since, overall)


def latest(events, told):
    row = describe(events, told)
    return row.state, row.inspection_id, row.grade, row.since_id, row.full_id


def describe(events, told):
    history = History()
    for each in events:
        history.add(each)
    return history.describe(told)


GOOD, WEAK = Told("", True, [(FOUR, "good")]), Told("", True, [(FOUR, "requires-improvement")])
BOTH = Told("", True, [*GOOD.overall, *WEAK.overall])
BY_ASPECT, UNSAID, UNGRADED = Told("abolished", True), Told("not stated"), Told("ungraded by design")
CASES = {
    "the newer of two": (
        [event(1, since="2016-05-01"), event(2, since="2019-02-04")], {1: WEAK, 2: GOOD}, ("graded", 2, "good", None, 2)
    ),
    "a visit between is told beside the outcome": (
        [event(1, since="2019-02-04"), event(2, "focused-visit", "2021-05-01")],
        {1: GOOD},
        ("graded", 1, "good", 2, 1),
    ),
    "a visit before is not": (
        [event(1, since="2019-02-04"), event(2, "monitoring-visit", "2018-05-01")],
        {1: GOOD},
        ("graded", 1, "good", None, 1),
    ),
    "no grade is carried past an inspection without one": (
        [event(1, since="2019-02-04"), event(2, since="2026-04-13")],
        {1: GOOD, 2: BY_ASPECT},
        ("aspects", 2, "", None, 2),
    ),
    "a grade that is not stated hides no earlier one": (
        [event(1, since="2019-02-04"), event(2, since="2022-01-01")],
        {1: GOOD, 2: UNSAID},
        ("not-stated", 2, "", None, 2),
    ),
    "aspects say nothing of an overall grade that was given": (
        [event(1, since="2019-02-04")], {1: Told("not stated", True)}, ("not-stated", 1, "", None, 1)
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
    "sources that disagree": ([event(1, since="2019-06-03")], {1: BOTH}, ("disputed", 1, "", None, 1)),
    "ungraded by design": (
        [event(1, since="2018-09-24")],
        {1: UNGRADED},
        ("ungraded", 1, "", None, 1),
    ),
    "an outcome without a year is no visit": (
        [event(1, "unstated", overall=1), event(2)], {1: GOOD, 2: WEAK}, ("undated", None, "", 2, 2)
    ),
    "visits with a day are not shown for an outcome without one": (
        [event(1, "annual-assessment"), event(2, "focused-visit", "2021-05-01")],
        {1: GOOD},
        ("undated", None, "", 1, None),
    ),
    "a yearly rating with a day beside a full inspection without one": (
        [event(1), event(2, "annual-assessment", "2011-11-01")], {1: WEAK, 2: GOOD}, ("graded", 2, "good", None, 1)
    ),
    "a visit without a year": ([event(1, "focused-visit")], {}, ("visits", None, "", 1, None)),
    "visits alone": ([event(1, "focused-visit", "2021-05-01")], {}, ("visits", None, "", 1, None)),
    "a yearly rating is an outcome and no full inspection": (
        [event(1, "annual-assessment", "2011-11-01")], {1: GOOD}, ("graded", 1, "good", None, None)
    ),
    "an inspection of no stated kind without a judgement says nothing": (
        [event(1, since="2016-05-01"), event(2, "unstated", "2019-01-01")],
        {1: GOOD},
        ("graded", 1, "good", 2, 1),
    ),
    "without a year it is counted apart": (
        [event(1, since="2016-05-01"), event(2)], {1: GOOD, 2: WEAK}, ("graded", 1, "good", None, 1)
    ),
}  # fmt: skip


def plainly(events, told):
    """The same in ten lines: sort, take the last, and look whether any other may be later and says otherwise."""
    dated = sorted((e for e in events if e.earliest), key=lambda e: e.place)
    outcomes = [e for e in dated if e.is_outcome]
    undated = [e for e in events if e.is_outcome and not e.earliest]
    full = [e.key for e in dated if e.is_full] or sorted(e.key for e in undated if e.is_full)
    if not outcomes and undated:
        return "undated", None, "", max(e.key for e in undated), full[-1] if full else None
    if not outcomes:
        return "visits", None, "", dated[-1].key if dated else max(e.key for e in events), None
    newest = outcomes[-1]
    states = {told[e.key].state() for e in outcomes if (e.latest or "9999-12-31") >= newest.earliest or e is newest}
    state, _, grade = states.pop() if len(states) == 1 else ("open", "", "")
    later = [e.key for e in dated if not e.is_outcome and e.place > newest.place]
    return state, newest.key, grade, later[-1] if later else None, full[-1] if full else None


def test_it_is_what_a_plain_reading_of_the_whole_history_gives():
    chance = random.Random(7)
    kinds = ("full", "short", "focused-visit", "monitoring-visit", "annual-assessment", "unstated")
    answers = set()
    for _ in range(400):
        events = []
        for key in range(1, chance.randint(2, 9)):
            year, month = chance.randint(2015, 2019), chance.randint(1, 12)
            since, until = chance.choice(
                [(None, None), (f"{year}-01-01", f"{year}-12-31"), (f"{year}-{month:02}-03", f"{year}-{month:02}-14")]
            )
            events.append(event(key, chance.choice(kinds), since, until, chance.choice([None, 0, 1])))
        told = {e.key: chance.choice([GOOD, GOOD, WEAK, BOTH, BY_ASPECT, UNSAID, UNGRADED]) for e in events}
        expected = plainly(events, told)
        assert latest(events, told) == expected
        chance.shuffle(events)
        assert latest(events, told) == expected
        answers.add(expected[0])
    assert answers == {"graded", "aspects", "ungraded", "not-stated", "disputed", "open", "undated", "visits"}


def test_schools_and_other_providers_have_no_part_in_it(empty_record):
    from inspections.catalogue import load
    from inspections.recording.loading import record_readings
    from tests.web.test_providers import schools
    from tests.world import world

    record_readings([*world(), schools()], [], load())
    held = models.Latest.objects.values_list("service__authority__slug", "service__kind")
    assert ("trafford", "adult-learning") in held and not [kind for _, kind in held if kind == "schools"]
    assert models.Service.objects.values_list("kind", flat=True).distinct().count() > len({kind for _, kind in held})


@pytest.mark.parametrize("name", CASES)
def test_it_chooses_the_newest_outcome_and_leaves_open_what_is_open(name):
    events, grades, expected = CASES[name]
    assert latest(events, grades) == expected


def test_it_counts_what_is_held_and_what_has_no_year():
    row = describe([event(1, since="2016-05-01"), event(2)], {1: GOOD})
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
    "false",
    [
        "UPDATE inspections_latest SET grade = 'outstanding' WHERE grade = 'good'",
        "DELETE FROM inspections_latest WHERE state = 'graded'",
        "UPDATE inspections_latest SET since_id = NULL, held = held + 1",
    ],
)
def test_the_audit_names_a_false_outcome(wide_world_alias, spoil, false):
    assert spoil(false)
    found = list(audit_latest("default"))
    assert found and all("where the record gives" in line for line in found)


def test_finding_it_twice_gives_the_same_rows(wide_world_alias):
    first, second = ([(row.pk, row.service_id, row.state) for row in find_latest("default")] for _ in range(2))
    assert first == second and first
