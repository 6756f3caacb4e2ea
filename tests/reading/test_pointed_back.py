"""Grades of a part that the words before have named: "Care leavers did worst: their experiences were ..."."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

DERBY = (
    "9 September 2023\n\nOfsted inspected Derby City Council’s children’s services from 3 "
    "to 14 July 2023. Services were "
    "judged good overall. "
)


@pytest.fixture
def told(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", (DERBY + text).encode(), Sidecar()), catalogue)
        overall = {(i.service.slug, i.overall.grade) for i in reading.inspections if i.overall}
        assert overall == {("childrens-services", "good")}
        return {(j.aspect.lower(), j.grade.grade) for i in reading.inspections for j in i.judgements}

    return find


@pytest.mark.parametrize(
    ("text", "grades"),
    [
        (
            "Children in care fared better: their experiences and progress were judged outstanding.",
            {("children in care", "outstanding")},
        ),
        (
            "Help and protection was the weak leg: it is still graded as requiring improvement to be good.",
            {("help and protection", "requires-improvement")},
        ),
        (
            "Help and protection was the weak leg. It was graded as requiring improvement to be good.",
            {("help and protection", "requires-improvement")},
        ),
        (
            "Only the experiences of care leavers escaped the lowest mark, and that was judged to require improvement.",
            {("the experiences of care leavers", "requires-improvement")},
        ),
        ("Care leavers had waited longest; their support was rated inadequate.", {("care leavers", "inadequate")}),
        (
            "Only help and protection got away with requires improvement.",
            {("help and protection", "requires-improvement")},
        ),
    ],
)
def test_the_part_named_before_has_the_grade(text, grades, told):
    found = told(text)
    assert {grade for _, grade in found} == {grade for _, grade in grades}
    assert {part for part, _ in grades} <= {part for part, _ in found} or len(found) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Care leavers spoke to the council: it was judged by none of them.",
        "Help and protection and care leavers suffered: their experiences were judged inadequate.",
        "Care leavers praised Elm House: it was judged outstanding.",
        "Care leavers visited a school. It was judged outstanding.",
        "Managers fared better: their experiences were judged good.",
    ],
)
def test_where_another_may_be_meant_it_is_left(text, told):
    assert told(text) == set()


def test_a_court_s_disposals_and_staff_that_were_rated_judge_nobody(catalogue):
    text = (
        "Press release, 3 October 2023\n\nThe youth justice service in Derby has been rated "
        "‘Good’ following an inspection "
        "by HM Inspectorate of Probation in June 2023. Court disposals were rated "
        "‘Outstanding’. Staff were rated ‘Good’."
    )
    [inspection] = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
    assert {(j.aspect.lower(), j.grade.grade) for j in inspection.judgements} == {
        ("court disposals", "outstanding"),
        ("staff", "good"),
    }


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        (
            "Derby’s children’s services have come away with a good from Ofsted after an inspection in July 2023.",
            "good",
        ),
        (
            (
                "Ofsted has handed Derby’s children’s services its top mark, outstanding, after an "
                "inspection in July 2023."
            ),
            "outstanding",
        ),
        (
            "Ofsted’s top mark, outstanding, was beyond Derby’s children’s services when it inspected in July 2023.",
            None,
        ),
        ("Derby’s children’s services came away with good advice from Ofsted in July 2023.", None),
        ("Derby’s children’s services hoped to come away with a good when Ofsted inspected in July 2023.", None),
    ],
)
def test_what_a_council_comes_away_with(text, grade, catalogue):
    reading = read(hold_text("page.txt", f"9 September 2023\n\n{text}".encode(), Sidecar()), catalogue)
    assert {i.overall.grade for i in reading.inspections if i.overall} == ({grade} if grade else set())
