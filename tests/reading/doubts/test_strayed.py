"""A grade far from what it was given to, on a page of several inspections, is left out."""

import pytest

from inspections.reading.doubts.strayed import FAR, NO_DAY

KENT = "Ofsted inspected Kent County Council's children's services in May 2022 and judged them good overall.\n\n"
BETWEEN = (
    "Mr Hall said that the figures had been looked at. A further paper would come in July. He thanked all staff. "
    "The Chair asked for a list of dates. It was agreed to send one. Ms Poole asked about buses. She was told that "
    "there would be two more. The budget was short by a million. Nobody had foreseen that. There was a short pause.\n\n"
)
LEARNING = "Ofsted inspected the adult learning service in June 2021 and judged it outstanding.\n\n"
IN_CARE = "The experiences and progress of children in care were judged to be outstanding.\n"


@pytest.fixture
def given(page):
    """Service, part (blank: overall) and grade of all that a text gives; and why grades were left out."""

    def look(text):
        read = page(text)
        grades = {
            (fact.service.slug, judged.aspect if judged else "", graded.grade)
            for fact in read.inspections
            for judged, graded in [(None, fact.overall), *((each, each.grade) for each in fact.judgements)]
            if graded
        }
        return grades, {warned.message.removeprefix("left out: ") for warned in read.warnings}

    return look


@pytest.mark.parametrize(
    "text",
    [
        KENT + "The council's adult learning service was found by Ofsted to require improvement. "
        "Leadership and management were judged to require improvement.\n",
        KENT + "In Medway the adult learning service was found by Ofsted to require improvement. "
        "Leadership and management require improvement too, it said.\n",
    ],
)
def test_a_part_of_an_inspection_of_no_day_is_left_out_where_others_are_told_of(text, given):
    grades, reasons = given(text)
    assert ("adult-learning", "", "requires-improvement") in grades
    assert not [part for _, part, _ in grades if part]
    assert NO_DAY in reasons


def test_it_stands_where_no_other_is_told_of(given):
    grades, reasons = given(
        "Kent County Council's adult learning service was found by Ofsted to require improvement. "
        "Leadership and management were judged to require improvement.\n"
    )
    assert ("adult-learning", "Leadership and management", "requires-improvement") in grades
    assert NO_DAY not in reasons


def test_it_stands_in_the_list_that_grades_the_whole(given):
    grades, reasons = given(
        "The Director told members of Kent County Council of Ofsted's full inspection of its services for children in "
        "need of help and protection. It had been found that:\n\n"
        " - overall effectiveness required improvement to be good;\n"
        " - the experiences and progress of children in care required improvement to be good.\n\n"
        "Ofsted inspected the adult learning service in June 2021 and judged it outstanding.\n"
    )
    assert sum(service == "childrens-services" for service, _, _ in grades) == 2
    assert NO_DAY not in reasons


SINCE = "Officers had gone on to {} County Council. There was a talk on housing. The buses had been late.\n\n"
LATER = "Ofsted had found adult learning to require improvement.\n"


@pytest.mark.parametrize("council", ["Suffolk", "Essex"])
def test_a_grade_of_no_day_is_none_of_the_council_before_the_one_named_last(council, given):
    grades, reasons = given(KENT + SINCE.format(council) + LATER)
    assert {service for service, _, _ in grades} == {"childrens-services"}
    assert NO_DAY in reasons


def test_it_is_that_of_the_council_named_last(given):
    grades, _ = given(KENT + SINCE.format("Kent") + LATER)
    assert ("adult-learning", "", "requires-improvement") in grades


OUR_PAGE = "Bradford Council news\n\n3 March 2025\n\n" + KENT


@pytest.mark.parametrize(
    ("words", "is_given"),
    [
        ("Our own council’s adult learning service was rated ‘Outstanding’.", True),
        ("Our council’s adult learning service was rated ‘Outstanding’.", True),
        ("The adult learning service was rated ‘Outstanding’.", False),
        ("Our readers know that the adult learning service was rated ‘Outstanding’.", False),
    ],
)
def test_a_page_that_says_our_council_means_its_own(words, is_given, given):
    grades, _ = given(f"{OUR_PAGE}{words}\n")
    assert (("adult-learning", "", "outstanding") in grades) == is_given


def test_a_part_is_left_out_where_the_page_has_long_turned_to_another_inspection(given):
    grades, reasons = given(KENT + BETWEEN + LEARNING + IN_CARE)
    assert {("childrens-services", "", "good"), ("adult-learning", "", "outstanding")} == grades
    assert FAR in reasons


@pytest.mark.parametrize("text", [KENT + IN_CARE, KENT + IN_CARE + BETWEEN + LEARNING, KENT + LEARNING + IN_CARE])
def test_it_stands_near_its_own_inspection(text, given):
    grades, reasons = given(text)
    assert [part for service, part, _ in grades if part and service == "childrens-services"]
    assert FAR not in reasons
