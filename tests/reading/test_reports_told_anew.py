"""A report said to be new, one called by its year, and days on which somebody wrote of it."""

import pytest

HEAD = "Derby Post\n\n18 November 2023\n\n"
BEFORE = "Ofsted inspected Derby’s children’s services that spring and judged them inadequate. "


ON_TUESDAY = (
    "On Tuesday 14 November 2023 a new report was published. It followed a full inspection from 25 September to 6 "
    "October 2023, and services were judged good."
)
CAME_OUT = (
    "The new report came out on 14 November 2023. It followed a full inspection from 25 to 29 September 2023, and "
    "services were judged good."
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (ON_TUESDAY, [("", "", "inadequate"), ("2023-09-25/2023-10-06", "2023-11-14", "good")]),
        (CAME_OUT, [("", "", "inadequate"), ("2023-09-25/2023-09-29", "2023-11-14", "good")]),
        ("Its report was published on 14 November 2023.", [("", "2023-11-14", "inadequate")]),
        ("The report, published on 14 November 2023, was grim.", [("", "2023-11-14", "inadequate")]),
    ],
)
def test_a_new_report_is_of_no_inspection_told_of_before(told, words, found):
    assert [fact[2:] for fact in told(f"{HEAD}{BEFORE}{words}\n")] == found


def test_the_one_before_a_new_report_is_the_one_before(page):
    text = (
        f"{HEAD}{BEFORE}On 14 November 2023 a new report was published. It followed a full inspection in October 2023, "
        "and services were judged good.\n"
    )
    first, second = page(text).inspections
    assert second.previous == first.key
    assert first.previous is None


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("The task group found the 2010 report in a drawer.", ""),
        ("Nobody has read the 2010 report since.", ""),
        ("The report, he said in his letter of 30 June 2011, speaks for itself.", ""),
        ("“The report is fair,” she wrote in her letter dated 30 September 2010.", ""),
        ("The report was published on 30 September 2010.", "2010-09-30"),
        ("In her letter of 30 September 2010 the lead inspector praised carers.", "2010-09-30"),
        ("The report came out in 2011.", "2011"),
    ],
)
def test_a_year_that_a_report_is_called_by_and_the_day_of_somebodys_letter_date_no_report(told, words, published):
    inspected = "Ofsted inspected Derby’s adoption service in July 2010 and judged it good."
    text = f"Derby Council\n\n10 November 2011\n\n{inspected} {words}\n"
    assert [fact[2:4] for fact in told(text)] == [("2010-07", published)]


@pytest.mark.parametrize(
    "words",
    [
        "Of the 14 areas which have had a joint targeted area inspection since 2022, none was given a grade.",
        "In the first six boroughs to have been visited in 2021 there were focused visits about care leavers.",
        "Of the 30 councils inspected so far in 2022, few were ready for a focused visit.",
    ],
)
def test_a_count_of_areas_is_no_inspection_of_the_one_a_page_is_about(told, words):
    text = f"{HEAD}Ofsted made a focused visit to children’s services in Derby on 3 and 4 May 2023.\n\n{words}\n"
    assert told(text) == [("derby", "childrens-services", "2023-05-03/2023-05-04", "", "")]


def test_a_council_that_is_named_among_those_counted_was_inspected(told):
    words = "Of the 30 councils inspected in March 2021 Derby City Council’s children’s services were judged good."
    assert [(fact[0], fact[2], fact[4]) for fact in told(f"{HEAD}{words}\n")] == [("derby", "2021-03", "good")]
