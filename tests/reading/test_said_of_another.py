"""Clauses of which something else is said than of the council, the service or the year told of just before them."""

import pytest

PAGE = """How our councils fared

The Northern Post, 14 May 2024

{}
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # two clauses, and the second is of another council
        (
            """The council's children's services were rated good by Ofsted in February 2023, but Bury's have been rated
inadequate since 2021.""",
            [],
        ),
        (
            """Our own children's services were rated good by Ofsted in February 2023, and Bury's were rated inadequate
in 2021.""",
            [],
        ),
        (
            "Children's services were rated good by Ofsted in February 2023 in Bury.",
            [("bury", "2023-02", "good")],
        ),
        # as many grades, each with its year, as places
        (
            """Children's services left intervention in Hull, Torbay and Worcestershire after being judged by Ofsted
outstanding (2021), good (2022) and good (2023).""",
            [],
        ),
        (
            "Children's services in Bury were judged by Ofsted inadequate (2014), and good (2022).",
            [("bury", "2014", "inadequate"), ("bury", "2022", "good")],
        ),
        # the month of a year
        (
            """Ofsted has been to see children's services in Bury often. In 2022 all was well. Its report of that March
said that they were good.""",
            [("bury", "", "good")],
        ),
        # one more
        (
            """Children's services in Bury had one focused visit by Ofsted in that time. They were inspected again in
2023 and were judged good.""",
            [("bury", "", ""), ("bury", "2023", "good")],
        ),
    ],
)
def test_what_a_clause_says_is_of_its_own(told, words, expected):
    found = [(each[0], each[2], each[4]) for each in told(PAGE.format(words))]
    assert [each for each in found if each in expected or each[2] in ("good", "outstanding", "inadequate")] == expected


def test_a_month_is_of_the_year_just_told(told):
    words = """Ofsted has been to see children's services in Bury often. In 2022 all was well. Its report of that March
said that they were good."""
    assert {each[3] for each in told(PAGE.format(words))} <= {"2022-03", ""}


def test_a_report_left_out_of_a_day_is_not_of_it(told):
    words = """HM Inspectorate of Probation inspected the youth justice services of Oldham and Wigan in 2023. The
reports were published on 12 March 2024, except that on Wigan, which followed a week later."""
    assert [each for each in told(PAGE.format(words)) if each[0] == "wigan" and each[3] == "2024-03-12"] == []


@pytest.mark.parametrize(
    ("words", "services"),
    [
        # what it was said not to be of
        (
            "In Bury inspectors who made a focused visit in 2022 did not look at fostering.",
            {"childrens-services"},
        ),
        ("In Bury inspectors looked at fostering in 2010 and judged it good.", {"fostering"}),
        (
            """The special needs arrangements of Leeds were inspected in 2021.

In Leeds Ofsted's visit of February 2024 was about social care, not SEND.""",
            {"area-send"},
        ),
        (
            """Bury was inspected by Ofsted in 2018 (inadequate; adoption was not separately graded). Leeds was
inspected in January 2020, when the overall judgement was inadequate.""",
            set(),
        ),
        # an area has no such grade
        (
            """The special needs arrangements of Leeds were inspected in 2021. Bury was inspected in February and the
report was good.""",
            {"area-send"},
        ),
        (
            """The special needs arrangements of Leeds were inspected in 2021. They were inspected in Bury too, in March
2022, and the report made for good reading.""",
            {"area-send"},
        ),
    ],
)
def test_what_is_denied_is_not_what_was_inspected(told, words, services):
    found = told(PAGE.format("Ofsted has been to see our children's services.\n\n" + words))
    assert {each[1] for each in found} - {"childrens-services"} == services - {"childrens-services"}
    assert not any(each[1] == "area-send" and each[4] for each in found)


def test_a_visit_said_not_to_be_of_an_area_is_none_of_it(told):
    words = """The special needs arrangements of Leeds were inspected in 2021.

In Leeds Ofsted's visit of February 2024 was about social care, not SEND."""
    assert [each[2] for each in told(PAGE.format(words)) if each[1] == "area-send"] == ["2021"]


def test_words_are_about_what_a_page_begins_with_and_not_about_some_day_of_a_year(page):
    text = """Croydon's adult services told to improve

Croydon Council news, 14 March 2025

The CQC rated Croydon's adult social care as requires improvement after a visit in October 2024.

It comes after Ofsted's verdict of 2024, when children's services in the borough were judged good.

The leader, Cllr Ann Lee, said: “It is not what we wanted.”
"""
    found = page(text)
    (key,) = (each.key for each in found.inspections if each.service.slug == "adult-social-care")
    assert found.statements[-1].about == (key,)
