"""The parts of a yearly assessment: in numbers in a list, in rows of two lines, in sections, in rows led by dots."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text


@pytest.fixture
def told(catalogue):
    def find(page):
        reading = read(hold_text("page.txt", page.encode(), Sidecar()), catalogue)
        return {
            (each.inspected.edtf if each.inspected else "", " ".join(part.aspect.split()).lower(), part.grade.grade)
            for each in reading.inspections
            for part in ((*each.judgements, _Whole(each.overall)) if each.overall else each.judgements)
        }

    return find


class _Whole:
    aspect = "overall"

    def __init__(self, grade):
        self.grade = grade


MINUTES = (
    "DORSET COUNTY COUNCIL\n\nMinutes of the scrutiny committee, 6th December 2007\n\n"
    "55/07 Children’s services: annual performance assessment 2007\n\n"
    "The director reported that Ofsted’s letter had been published on 26th November 2007. "
)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("The grades for the outcomes were: being healthy 3; staying safe 2; enjoying and achieving 2.",
         {("being healthy", "good"), ("staying safe", "adequate"), ("enjoying and achieving", "adequate")}),
        ("By outcome: staying safe 4, being healthy 3 (good), and enjoying and achieving 1.",
         {("staying safe", "outstanding"), ("being healthy", "good"), ("enjoying and achieving", "inadequate")}),
        ("Children’s services were graded 2 (adequate) overall. Capacity to improve was graded 3.",
         {("overall", "adequate"), ("capacity to improve", "good")}),
    ],
)  # fmt: skip
def test_a_list_of_parts_gives_each_the_number_behind_it(words, parts, told):
    assert {(part, grade) for _, part, grade in told(MINUTES + words + "\n")} == parts


@pytest.mark.parametrize(
    "words",
    [
        "The grades for the outcomes were: being healthy, staying safe 2; enjoying and achieving 2.",
        "Members asked about: being healthy 3 times; staying safe 2 weeks; enjoying and achieving 2 terms.",
        "Being healthy 3 and staying safe 2 would be welcome.",
        "Officers hoped for: being healthy 3; staying safe 3; enjoying and achieving 3.",
        "Schools were given: being healthy 3; staying safe 2; enjoying and achieving 2.",
    ],
)
def test_a_list_that_is_not_all_parts_and_numbers_gives_none(words, told):
    assert told(MINUTES + words + "\n") == set()


def test_the_grade_of_an_assessment_the_year_before(told):
    words = "Children’s services were graded 3 overall. In the 2006 assessment the overall grade had also been 3.\n"
    assert told(MINUTES + words) == {("2007", "overall", "good"), ("2006", "overall", "good")}


LETTER = (
    "OFSTED\n\n1 November 2006\n\nMrs T Winkworth\nDirector of Children’s Services\nBournemouth Borough Council\n\n"
    "Dear Mrs Winkworth\n\n2006 ANNUAL PERFORMANCE ASSESSMENT OF SERVICES FOR CHILDREN AND YOUNG PEOPLE IN BOURNEMOUTH "
    "BOROUGH COUNCIL\n\nThis letter summarises the findings of the 2006 annual performance assessment (APA).\n\n"
)
ROWS = (
    "Areas for judgement                                                              Grade awarded\n"
    "The contribution of the local authority's children's services in maintaining\n"
    "and improving outcomes for children and young people                                   3\n"
    "The council's overall capacity to improve its services for children and\n"
    "young people                                                                           2\n"
    "The contribution of the local authority's social care services in maintaining\n"
    "and improving outcomes for children and young people                                   4\n\n"
)


def test_a_label_of_two_lines_has_the_number_behind_the_second(told):
    found = {(part[:40], grade) for _, part, grade in told(LETTER + ROWS)}
    assert found == {
        ("overall", "good"),
        ("the council's overall capacity to improv", "adequate"),
        ("the contribution of the local authority'", "outstanding"),
    }


@pytest.mark.parametrize(
    ("section", "found"),
    [
        ("Being healthy\n\nThe contribution of services to better health is good.", ("being healthy", "good")),
        ("Staying safe\n\nThe contribution of the council to keeping children and young people safe is adequate.",
         ("staying safe", "adequate")),
        ("Enjoying and achieving\n\nThe contribution of services to helping them to enjoy and achieve was inadequate.",
         ("enjoying and achieving", "inadequate")),
        ("Being healthy\n\nThe contribution of services to improving outcomes for children and young people is good.",
         ("being healthy", "good")),
    ],
)  # fmt: skip
def test_the_contribution_of_services_below_a_part_is_graded_for_that_part(section, found, told):
    page = LETTER + "In the 2005 assessment its services were judged adequate.\n\n" + section + "\n"
    assert ("2006", *found) in told(page)
    assert ("2006", "overall", found[1]) not in told(page)


@pytest.mark.parametrize(
    "section",
    [
        "Health\n\nThe contribution of services to improving the health of mothers is good.",
        "Main findings\n\nThe contribution of services to keeping children safe is outstanding.",
        "Being healthy\n\nThe contribution of one nursery to meals is good.",
        "Being healthy\n\nMeals are much improved. The contribution of services to gardens is good.",
        "Being healthy and staying safe\n\nThe contribution of services to both is good.",
    ],
)
def test_the_contribution_of_services_to_what_is_no_part_is_no_grade_of_them_all(section, told):
    assert told(LETTER + section + "\n") == set()


def test_rows_led_by_dots_with_spaces_between(told):
    page = (
        "Derbyshire County Council\n\nTuesday 3 March 2026\n\nOfsted has today published its report card on Derbyshire "
        "Adult Community Education Service.\n\nInclusion . . . . . . . . Exceptional\nAchievement . . . . Expected "
        "standard\nSafeguarding . . . . . Met\n\nThat is all.\n"
    )
    assert {each[1:] for each in told(page)} == {
        ("inclusion", "exceptional"),
        ("achievement", "expected-standard"),
        ("safeguarding", "met"),
    }
