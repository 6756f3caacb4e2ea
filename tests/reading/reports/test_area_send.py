"""Area SEND reports: three outcomes, the inspection before, the next one, and what is asked for."""

from __future__ import annotations

import pytest

POSITIVE = [
    "The local area partnership’s special educational needs and/or disabilities (SEND)",
    "arrangements typically lead to positive experiences and outcomes for children and young",
    "people with SEND.",
    "The next full area SEND inspection will be within approximately five years.",
]
INCONSISTENT = [
    "The local area partnership’s arrangements lead to inconsistent experiences and",
    "outcomes for children and young people with SEND.",
    "The next full area SEND inspection will take place within 3 years.",
]
FAILINGS = [
    "There are widespread and/or systemic failings leading to significant concerns, which the",
    "local area partnership must address urgently.",
    "A monitoring inspection will be carried out within approximately 18 months. The next full",
    "reinspection will be within approximately three years.",
]
IMPROVE = [
    "Areas for improvement",
    "Areas for improvement",
    "Leaders across the partnership should answer letters from families sooner, and should say",
    "who will answer them.",
    "Leaders should make the waiting rooms pleasant for the people who wait there. They should",
    "ask the people who wait.",
]
PRIORITY = [
    "Areas for priority action",
    "Responsible body Areas for priority action",
    "Bury Council and NHS Greater",
    "Manchester ICB",
    "Leaders across the partnership must agree on",
    "a plan. This includes:",
    "• who does what",
    "• when it is done.",
    "Leaders should also say so in public.",
    "NHS Greater Manchester ICB",
    "Leaders must count the people who wait.",
]
END = ["Local area partnership details", "Bury Council NHS Greater Manchester ICB"]


def report(outcome=POSITIVE, before="Dates of previous inspection: 13 to 15 May 2019", asked=IMPROVE, kind=""):
    return [
        "Local area partnership report",
        f"Area SEND {kind}inspection of Bury Local Area",
        "Partnership",
        "Inspection dates: 12 to 16 February 2024",
        *([before] if before else []),
        "Inspection outcome",
        *outcome,
        "Information about the local area partnership",
        "Ofsted and the Care Quality Commission wrote none of this.",
    ], [*asked, *END]


@pytest.mark.parametrize(
    ("outcome", "slug", "due"),
    [
        (POSITIVE, "typically-positive", "2029"),
        (INCONSISTENT, "inconsistent", "2027"),
        (FAILINGS, "widespread-and-or-systemic-failings", "2027"),
    ],
)
def test_three_outcomes(read, outcome, slug, due):
    reading = read(*report(outcome))
    inspection = reading.inspections[0]
    assert [name.slug for name in inspection.authorities] == ["bury"]
    assert (inspection.overall.scale, inspection.overall.grade) == ("area-send-outcome", slug)
    assert inspection.inspected.edtf == "2024-02-12/2024-02-16"
    assert (inspection.next_due.edtf, inspection.next_due.basis) == (due, "derived")
    assert {name.slug for name in inspection.inspectorates} == {"ofsted", "cqc"}
    assert inspection.judgements == ()
    assert not reading.warnings


@pytest.mark.parametrize("outcome", [["The partnership has work to do."], [*POSITIVE, *INCONSISTENT]])
def test_no_outcome_or_two_is_none(read, outcome):
    reading = read(*report(outcome))
    assert reading.inspections[0].overall is None
    assert "unclear-outcome" in [warned.code for warned in reading.warnings]


def test_the_inspection_before_is_an_inspection_of_its_own(read):
    first, before = read(*report()).inspections
    assert first.previous == before.key
    assert before.inspected.edtf == "2019-05-13/2019-05-15"
    assert before.framework.slug == "area-send-2016"
    assert before.overall_absent == "ungraded by design"
    assert before.overall is None


def test_an_inspection_and_a_revisit_in_a_sentence(read):
    words = "Dates of previous inspection: The full one was on 19 March 2018. There was a revisit on 24 March 2020."
    first, before, again = read(*report(before=words)).inspections
    assert (before.inspected.edtf, again.inspected.edtf) == ("2018-03-19", "2020-03-24")
    assert (first.previous, again.kind, again.follows) == ("2", "revisit", "2")


@pytest.mark.parametrize(
    "words",
    ["Date of previous inspection: Not previously inspected", "Date of previous inspection: spring 2017 (see 2019)"],
)
def test_words_that_are_no_date_stay_words(read, words):
    reading = read(*report(before=words))
    assert len(reading.inspections) == 1
    assert words.partition(": ")[2] in reading.inspections[0].notes[0]


def said(reading, stance):
    return [" ".join(" ".join(s.words.of(reading.held.text)).split()) for s in reading.statements if s.stance == stance]


def test_areas_for_improvement_without_marks_are_told_apart(read):
    improve = said(read(*report()), "improve")
    assert [words[:22] for words in improve] == ["Leaders across the par", "Leaders should make th"]
    assert improve[1].endswith("ask the people who wait.")


def test_areas_for_improvement_with_numbers(read):
    asked = [*IMPROVE[:2], "1. Leaders should answer sooner.", "They should say so.", "2. Leaders should listen."]
    assert said(read(*report(asked=asked)), "improve") == [
        "Leaders should answer sooner. They should say so.",
        "Leaders should listen.",
    ]


def test_areas_for_priority_action_are_told_apart_by_the_bodies(read):
    reading = read(*report(FAILINGS, asked=[*PRIORITY, *IMPROVE]))
    priority = said(reading, "priority")
    assert len(priority) == 2
    assert priority[0].endswith("Leaders should also say so in public.")
    assert priority[1] == "Leaders must count the people who wait."
    assert len(said(reading, "improve")) == 2


def test_a_monitoring_inspection_has_no_outcome(read):
    inspection = read(*report(kind="monitoring ")).inspections[0]
    assert (inspection.kind, inspection.overall, inspection.overall_absent) == (
        "monitoring-visit",
        None,
        "ungraded by design",
    )
