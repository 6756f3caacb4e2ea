"""A grade of no day that is told "on this occasion" is of the newest inspection, or of none."""

import pytest

REPORT = """Hartlepool Borough Council

Cabinet, 20 June 2019

This report tells of the inspection of children's services by Ofsted, which took place from 29 April to 10 May 2019.

{}

{}
"""
IN_2016 = "Children's services were inspected in May 2016 and were judged to be good overall."
ALSO_GOOD = "the council was judged as follows: overall effectiveness, good; impact of leaders, good."


@pytest.fixture
def parts(page):
    """The year of each inspection that a page tells of, with its grade and those of its parts."""

    def tell(text):
        return {
            (fact.inspected.edtf[:4] if fact.inspected else ""): (
                fact.overall.grade if fact.overall else "",
                sorted(judged.grade.grade for judged in fact.judgements),
            )
            for fact in page(text).inspections
        }

    return tell


@pytest.mark.parametrize(
    "words",
    [
        f"On this occasion {ALSO_GOOD}",
        f"This time {ALSO_GOOD}",
        f"At this inspection {ALSO_GOOD}",
        f"At the latest inspection {ALSO_GOOD}",
        f"At the most recent inspection {ALSO_GOOD}",
    ],
)
def test_this_occasion_is_not_the_one_looked_back_at(words, parts):
    assert parts(REPORT.format(IN_2016, words)) == {"2019": ("good", ["good"]), "2016": ("good", [])}


def test_a_grade_is_of_the_inspection_told_of_between(parts):
    told = parts(
        "Hartlepool Borough Council\n\nPosted on 20 June 2019\n\nA history of our services.\n\n"
        f"{IN_2016}\n\nOfsted inspected children's services in May 2019.\n\nThe{ALSO_GOOD[3:]}"
    )
    assert told == {"2019": ("good", ["good"]), "2016": ("good", [])}


@pytest.mark.parametrize(
    ("first", "words", "parts_of_2016"),
    [
        (IN_2016, "On that occasion the council was judged good, with help and protection good.", ["good"]),
        (IN_2016, "At that inspection the impact of leaders was judged outstanding.", ["outstanding"]),
        (f"{IN_2016} Adoption was judged outstanding.", "Members asked about parking.", ["outstanding"]),
        (f"{IN_2016} Its help and protection was good.", "On this occasion nobody spoke.", ["good"]),
        (f"{IN_2016} Adoption was good.", "This time next year the council hopes to be outstanding.", ["good"]),
    ],
)
def test_what_is_told_of_the_older_stays_with_it(first, words, parts_of_2016, parts):
    assert parts(REPORT.format(first, words))["2016"] == ("good", parts_of_2016)


def test_this_occasion_is_of_none_where_two_may_be_meant(parts):
    told = parts(
        "Hartlepool Borough Council\n\nPosted on 20 June 2019\n\nOfsted, and what it told us.\n\n"
        "Children's services were inspected in May 2018. Fostering was inspected in March 2017.\n\n"
        f"{IN_2016}\n\nOn this occasion {ALSO_GOOD}"
    )
    assert told["2016"] == ("good", [])
