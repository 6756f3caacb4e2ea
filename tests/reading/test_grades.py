"""Grades in prose, read end to end: what ties a grade to a service, and what only looks like one."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

OPENING = "Published: 12 June 2019\n\nOfsted inspected Stockport Council’s children’s services in May 2019.\n\n"
VISIT = (
    "Published: 12 June 2019\n\nOfsted made a focused visit to Stockport Council’s children’s services in May 2019. "
    "It carries no grade.\n\n"
)


@pytest.fixture
def graded(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
        overall = [(i.overall.scale, i.overall.grade) for i in reading.inspections if i.overall and i.overall.grade]
        return overall + [(j.grade.scale, j.grade.grade) for i in reading.inspections for j in i.judgements]

    return find


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        ("Inspectors judged the council’s children’s services to be good.", "good"),
        ("Ofsted rated the council’s children’s services as ‘inadequate’.", "inadequate"),
        ("The council’s children’s services were judged to require improvement to be good.", "requires-improvement"),
        ("The council’s children’s services have been graded outstanding overall.", "outstanding"),
        ("Overall effectiveness: good", "good"),
        ("The council’s children’s services were found to be “inadequate”.", "inadequate"),
    ],
)
def test_a_judging_verb_or_a_label_ties_a_grade(sentence, grade, graded):
    assert graded(OPENING + sentence) == [("ofsted-four-point", grade)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Eight of the ten primary schools are good or outstanding.",
        "A school in the borough was judged to be inadequate.",
        "The children’s home at Elm House was rated outstanding.",
        "Hazel Nursery was found to be inadequate.",
        "Stockport College was judged good.",
        "Inspectors use four grades: outstanding, good, requires improvement and inadequate.",
        "Social workers make good progress with families.",
        "The work was not good enough.",
        "We want to be outstanding by 2021.",
        "If we were inspected today we would be good.",
        "A council that is judged inadequate is visited every three months.",
        "Five of the six councils in the region are good.",
        "Pupils gained five good GCSEs.",
        "The councillor said it was an outstanding effort.",
    ],
)
def test_what_is_no_judgement_of_the_service_gives_no_grade(sentence, graded):
    assert graded(VISIT + sentence) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "9 November 2011\n\nAnnual children’s services assessment\n\nOfsted assessed children’s services in "
                "Stockport in 2011. Stockport Council’s children’s services perform well."
            ),
            [("ofsted-annual-assessment", "performs-well")],
        ),
        (
            (
                "10 January 2023\n\nHM Inspectorate of Probation inspected the youth justice service of Stockport "
                "Council in October 2022 and rated it as good."
            ),
            [("hmi-probation-four-point", "good")],
        ),
        (
            (
                "10 January 2025\n\nThe Care Quality Commission assessed adult social care at Stockport Council in "
                "October 2024 and rated it as good."
            ),
            [("cqc-rating", "good")],
        ),
    ],
)
def test_the_scale_follows_inspectorate_framework_and_date(text, expected, graded):
    assert graded(text) == expected
