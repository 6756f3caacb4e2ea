"""What is said of visits in general, of papers asked for and of letters to others begins no inspection."""

import pytest

from tests.reading.given import reading_of

PAGE = (
    "{} Council\n\n14 November 2021\n\nOfsted inspected {}’s children’s services from 6 to 17 May 2019. They were "
    "judged inadequate.\n\n{}\n"
)


def days(catalogue, council, sentence):
    found = reading_of(PAGE.format(council, council, sentence), catalogue).inspections
    return [(each.inspected or each.published).edtf for each in found if each.inspected or each.published][1:]


@pytest.mark.parametrize(
    ("council", "sentence"),
    [
        ("Derby", "Monitoring visits in 2019 and 2020 (there were five) gave no grades."),
        ("Kent", "Of the monitoring visits in 2020 nothing is said here."),
        ("Leeds", "Unannounced inspections of contact and referral arrangements began last summer."),
        ("Bury", "Focused visits were introduced in 2018, and every council has one in time."),
        ("Luton", "A focused visit did not replace any of this, and the 2018 judgement stood."),
        ("Devon", "The 2018 judgement stands, as a focused visit does not change a grade."),
        ("Bolton", "A monitoring visit of this kind could not alter the 2018 judgement."),
        ("Derby", "It was then Resolved that the Committee note the letter and receive a report in June."),
        ("Hull", "RESOLVED: that the panel receives a further report in March 2021."),
        ("Barnet", "It was agreed that officers bring back a report to the meeting in June 2021."),
        ("Slough", "The Ofsted letter which a school in the town had in June 2021 has nothing to do with this."),
        ("Torbay", "The inspection in June 2021 that you may have read of had nothing to do with us."),
    ],
)
def test_no_inspection_is_begun_by_what_is_none_in_particular(council, sentence, catalogue):
    assert days(catalogue, council, sentence) == []


@pytest.mark.parametrize(
    ("council", "sentence", "day"),
    [
        ("Derby", "A monitoring visit in March 2020 looked at care leavers.", "2020-03"),
        ("Kent", "Monitoring visits on 3 March 2020 and on 4 June 2020 looked at care leavers.", "2020-03-03"),
        ("Leeds", "An unannounced inspection began on 4 August 2020.", "2020-08-04"),
        ("Bury", "A focused visit on 8 and 9 September 2021 did not find any area for priority action.",
         "2021-09-08/2021-09-09"),
        ("Luton", "A focused visit did take place on 8 and 9 September 2021.", "2021-09-08/2021-09-09"),
        ("Hull", "Members agreed that the report of a focused visit on 8 and 9 September 2021 was fair.",
         "2021-09-08/2021-09-09"),
        ("Slough", "A focused visit on 8 and 9 September 2021 had nothing to do with the grade given before.",
         "2021-09-08/2021-09-09"),
    ],
)  # fmt: skip
def test_a_visit_that_is_told_of_is_read(council, sentence, day, catalogue):
    assert day in days(catalogue, council, sentence)


CAME_THEN = PAGE.split("Ofsted")[0] + "HM Inspectorate of Probation looked at {}’s youth justice service. {}\n"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("When the report came, on 11 June 2021, the service was rated good.", [("", "2021-06-11", "good")]),
        ("The report landed, in June 2021, and rated the service good.", [("", "2021-06", "good")]),
        ("The service was rated good, where three years before, in 2018, it had been rated inadequate.",
         [("", "", "good"), ("2018", "", "inadequate")]),
        ("The service was rated outstanding, but two years earlier, in 2019, it had been rated good.",
         [("", "", "outstanding"), ("2019", "", "good")]),
        ("The inspectors came on 11 June 2021, and the service was rated good.", [("2021-06-11", "", "good")]),
    ],
)  # fmt: skip
def test_each_day_is_that_of_its_own_clause(sentence, told, catalogue):
    found = reading_of(CAME_THEN.format("Derby", "Derby", sentence), catalogue).inspections
    assert [
        (
            each.inspected.edtf if each.inspected else "",
            each.published.edtf if each.published else "",
            each.overall.grade if each.overall else "",
        )
        for each in found
    ] == told


ASSESSED = (
    "Suffolk County Council\n\n29 November 2007\n\nThe 2007 annual performance assessment\n\nOur letter came out on "
    "Monday 26 November 2007.\n\nSuffolk’s children’s services were judged good overall, which is a 3. {}\n"
)


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        (
            "It is the third letter in a row, counting 2005 and 2006: our capacity to improve was graded 3.",
            [],
        ),
        ("It is the best since 2005: staying safe was graded 3.", ["2007"]),
        ("Being healthy was graded 3, the same as in 2005 and 2006.", []),
        ("Staying safe was graded 3, which is the best since 2005.", []),
        ("Being healthy was graded 4.", ["2007"]),
        ("In the 2006 assessment being healthy had been graded 3.", ["2006"]),
    ],
)
def test_a_number_is_of_the_year_of_its_own_clause(sentence, years, catalogue):
    found = reading_of(ASSESSED.format(sentence), catalogue).inspections
    assert [each.inspected.edtf for each in found if each.judgements and each.inspected] == years
