"""Tables and words that tell of one event become one inspection, by general rules; everything else stays apart."""

from dataclasses import replace
from itertools import permutations

import pytest

from inspections.catalogue import load
from inspections.models import Inspection, Source
from inspections.periods import parse
from inspections.reading.facts import (
    KIND_WORKED_OUT,
    Cells,
    Graded,
    InspectionFact,
    Judged,
    Name,
    Provider,
    Reading,
    When,
    Words,
)
from inspections.recording.building import build
from inspections.recording.identity import gather_events
from tests.world import held

FOUR = "ofsted-four-point"


def date_of(edtf):
    meant = parse(edtf)
    return When(edtf, meant.earliest, meant.latest, "stated", Words())


def fact(**values):
    told = {
        "key": "1", "authorities": (Name("stockport", Words()),), "service": Name("adult-learning", Words()),
        "service_name": None, "inspectorates": (Name("ofsted", Words()),), "kind": "full", "kind_words": None,
    }  # fmt: skip
    for name in ("inspected", "published"):
        if name in values:
            values[name] = date_of(values[name])
    if "grade" in values:
        values["overall"] = Graded(values.pop("scale", FOUR), values.pop("grade"), Words())
    return InspectionFact(**(told | values))


def told(file, *facts):
    return Reading(
        held(file, file), "test", "test", None, None, tuple(replace(f, key=str(n)) for n, f in enumerate(facts))
    )


def together(*readings):
    """The files of each event, in any order of import the same."""
    found = {
        frozenset(frozenset(each.reading.held.name for each in event.told) for event in gather_events(order, load())[0])
        for order in permutations(readings)
    }
    assert len(found) == 1, "the order of import must not matter"
    return found.pop()


WHO = fact(inspected="2019-06-11/..", number="10091938")
SCORES = fact(authorities=(), service=None, number="10091938", grade="inadequate")
REPORTED = fact(published="2019-07-14", grade="inadequate")
WORDS = fact(inspected="2019-07", grade="inadequate", kind="unstated")


def test_visit_scores_report_and_a_bare_month_are_one():
    assert together(told("who", WHO), told("scores", SCORES), told("five", REPORTED), told("news", WORDS)) == {
        frozenset({"who", "scores", "five", "news"})
    }


def test_the_month_of_a_report_may_be_that_of_its_visit():
    """A party says "the March 2018 report" of a visit in March whose report came out in April: shown as disputed."""
    visit = replace(WHO, inspected=date_of("2018-03-06/.."))
    scores = replace(SCORES, overall=Graded(FOUR, "good", Words()))
    report = fact(published="2018-04-17", grade="good")
    words = fact(published="2018-03", grade="good", kind="unstated")
    sources = (told("who", visit), told("scores", scores), told("five", report), told("party", words))
    assert len(together(*sources)) == 1
    (inspection,) = build(sources, load()).record.of(Inspection)
    assert (inspection.inspected_edtf, inspection.published_edtf) == ("2018-03-06/..", "2018-04-17")
    assert inspection.disputed == [{"field": "published", "values": ["2018-04-17", "2018-03"]}]


def test_a_day_without_a_year_is_compared_with_a_month_of_a_year():
    month = fact(inspected="2018-02", grade="good", kind="unstated")
    day = fact(published="XXXX-02-09", grade="good")
    assert build([told("month", month), told("day", day)], load()).record.of(Inspection)


def test_the_first_day_of_a_visit_says_more_than_its_month_and_less_than_both_its_ends():
    table, words = fact(inspected="2019-02-04/.."), fact(inspected="2019-02", kind="unstated")
    report = fact(inspected="2019-02-04/2019-02-15")
    (event,) = build([told("table", table), told("words", words)], load()).record.of(Inspection)
    assert event.inspected_edtf == "2019-02-04/.."
    (event,) = build([told("a", report), told("table", table), told("words", words)], load()).record.of(Inspection)
    assert event.inspected_edtf == "2019-02-04/2019-02-15"


@pytest.mark.parametrize(
    ("first", "said", "apart"), [("2019-06-11/..", "2019-07", True), ("2019-06-20/..", "2019-07", False)]
)
def test_a_month_that_begins_when_a_usual_visit_is_over_is_shown_beside_its_first_day(first, said, apart):
    """A visit from 20 June may well have ended in July; of one from 11 June "July" says something else."""
    table = fact(inspected=first, published="2019-08-14", grade="good")
    words = fact(inspected=said, published="2019-08-14", grade="good", kind="unstated")
    (event,) = build([told("table", table), told("words", words)], load()).record.of(Inspection)
    assert event.disputed == ([{"field": "inspected", "values": [first, said]}] if apart else [])


WORKED_OUT = f"{KIND_WORKED_OUT}: it was graded, and the source tells of no short inspection."


@pytest.mark.parametrize(
    ("stated", "kind", "notes", "disputed"),
    [
        ({"kind": "short", "kind_words": Words()}, "short", [], []),
        ({"kind": "full", "kind_words": Words()}, "full", [], []),
        ({"kind": "short"}, "short", [], []),  # a layout may be of one kind alone, and no word of it says so
        ({"kind": "unstated", "kind_words": Words()}, "full", [WORKED_OUT], []),  # a word that is no known kind
        ({"kind": "unstated"}, "full", [WORKED_OUT], []),
        ({"kind": "short", "notes": (WORKED_OUT,)}, None, [WORKED_OUT], ["full", "short"]),
    ],
)
def test_a_kind_that_was_worked_out_gives_way_to_a_stated_one_and_is_else_said_to_be(stated, kind, notes, disputed):
    words = fact(inspected="2019-06-11", grade="good", notes=(WORKED_OUT,))
    table = fact(inspected="2019-06-11", grade="good", **stated)
    for order in permutations([told("words", words), told("table", table)]):
        (event,) = build(order, load()).record.of(Inspection)
        assert event.kind in ([kind] if kind else disputed)
        assert event.notes == notes
        assert [sorted(each["values"]) for each in event.disputed] == ([disputed] if disputed else [])


def test_reasons_are_told_in_words():
    assessed = fact(inspected="2009", kind="annual-assessment", grade="good")
    _, decisions = gather_events([told("one", fact(inspected="2009", grade="good")), told("two", assessed)], load())
    assert [each.reason for each in decisions] == ["one is an annual assessment, the other a full inspection"]


def test_a_table_of_scores_alone_is_not_recorded_and_said():
    events, decisions = gather_events([told("scores", SCORES)], load())
    assert not events
    assert [each.in_words for each in decisions] == ["number 10091938: no source says who was inspected: not recorded"]
    assert not build([told("scores", SCORES)], load()).record.of(Inspection)


def test_a_number_without_council_and_provider_is_never_a_councils_own():
    adrift = replace(WHO, authorities=(), service_name="Somebody's Learning")
    events, decisions = gather_events([told("who", adrift), told("scores", SCORES)], load())
    assert not events
    assert {each.source for each in decisions if each.place} == {"who", "scores"}


def test_what_is_not_recorded_is_said_of_its_source_with_number_and_rows():
    def at(row):
        return Words(cells=Cells("", row, (("inspection_id", "7"),)))

    judged = Judged("Leadership", "leadership-and-management", Graded(FOUR, "good", at(6)), Words())
    scores = replace(SCORES, number="7", inspectorates=(Name("ofsted", at(4)),), judgements=(judged,))
    (source,) = build([told("scores", scores)], load()).record.of(Source)
    assert [each["message"] for each in source.warnings] == [
        "number 7, rows 4 to 6: no source says who was inspected: not recorded"
    ]
    (source, *_) = build([told("scores", scores), told("who", replace(WHO, number="7"))], load()).record.of(Source)
    assert source.warnings == []


@pytest.mark.parametrize(
    ("why", "visit", "report"),
    [
        ("grades that differ", {"grade": "good"}, {"published": "2019-07-14", "grade": "inadequate"}),
        ("no grade in one", {}, {"published": "2019-07-14", "grade": "inadequate"}),
        ("a report before the visit", {"grade": "good"}, {"published": "2019-06-01", "grade": "good"}),
        ("a report half a year later", {"grade": "good"}, {"published": "2019-12-14", "grade": "good"}),
        ("another scale", {"grade": "good"}, {"published": "2019-07-14", "grade": "good", "scale": "other"}),
        ("another council", {"grade": "good"},
         {"published": "2019-07-14", "grade": "good", "authorities": (Name("leeds", Words()),)}),
        ("another service", {"grade": "good"},
         {"published": "2019-07-14", "grade": "good", "service": Name("area-send", Words())}),
    ],
)  # fmt: skip
def test_a_visit_and_a_report_stay_apart(why, visit, report):
    one = told("one", fact(inspected="2019-06-11/..", **visit))
    assert together(one, told("two", fact(**report))) == {frozenset({"one"}), frozenset({"two"})}, why


def test_an_aspect_that_differs_keeps_visit_and_report_apart():
    def with_aspect(grade, **values):
        judged = Judged("Leadership", "leadership-and-management", Graded(FOUR, grade, Words()), Words())
        return fact(grade="good", judgements=(judged,), **values)

    visit, report = with_aspect("good", inspected="2019-06-11/.."), with_aspect("inadequate", published="2019-07-14")
    assert len(together(told("one", visit), told("two", report))) == 2


def test_two_reports_that_fit_one_visit_are_not_chosen_between():
    visit = fact(inspected="2019-06-11/..", grade="good")
    reports = told("two", fact(published="2019-07-14", grade="good"), fact(published="2019-08-20", grade="good"))
    assert len(together(told("one", visit), reports)) == 2, "the two of one source, and the visit by itself"


def test_an_inspection_and_its_reinspection_never_merge():
    first = fact(inspected="2019-06-11/..", grade="good")
    again = fact(inspected="2019-06-25/..", grade="good")
    assert len(together(told("one", first), told("two", again))) == 2


def test_different_numbers_keep_two_inspections_of_one_day_apart():
    one, two = fact(inspected="2019-06-11/..", number="1"), fact(inspected="2019-06-11/..", number="2")
    assert len(together(told("one", one), told("two", two))) == 2


def test_a_first_day_and_the_period_of_the_report_are_one():
    table, report = fact(inspected="2019-06-11/..", grade="good"), fact(inspected="2019-06-11/2019-06-14", grade="good")
    events, _ = gather_events([told("table", table), told("report", report)], load())
    assert len(events) == 1


@pytest.mark.parametrize(("said", "joined"), [("2018", True), ("2018-09", True), ("2018-10", False), ("2017", False)])
def test_a_year_or_month_in_words_holds_the_first_day_of_a_table(said, joined):
    table = fact(inspected="2018-09-24/..", published="2018-11-22", service=Name("area-send", Words()))
    words = fact(inspected=said, kind="unstated", service=Name("area-send", Words()))
    assert (len(together(told("table", table), told("words", words))) == 1) is joined


def provider(number, name="Brook Lane", kind="Independent learning provider", **values):
    service = Name("training-providers", Words())
    return fact(provider=Provider(number, name, kind, Words()), service=service, **values)


def test_providers_of_one_name_and_two_registers_are_one_only_with_day_and_grades():
    urn = provider("fes-urn-1", published="2019-07-14", grade="good")
    ukprn = provider("ukprn-2", authorities=(), inspected="2019-06-11/..", grade="good")
    assert len(together(told("one", urn), told("two", ukprn))) == 1
    late = provider("ukprn-2", authorities=(), inspected="2016-06-11/..", grade="good")
    assert len(together(told("one", urn), told("two", late))) == 2


def test_a_name_that_two_providers_bear_says_neither():
    one = told("one", provider("fes-urn-1", published="2019-07-14", grade="good"))
    other = told("other", provider("fes-urn-3", published="2019-07-20", grade="good"))
    ukprn = told("two", provider("ukprn-2", authorities=(), inspected="2019-06-11/..", grade="good"))
    assert len(together(one, other, ukprn)) == 3


def test_schools_of_one_name_never_merge():
    one = provider("school-urn-1", inspected="2019-06-11/..", grade="good")
    assert (
        len(together(told("one", one), told("two", replace(one, provider=replace(one.provider, id="school-urn-2")))))
        == 2
    )
