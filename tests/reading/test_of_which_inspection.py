"""Days, grades and words that stand beside two inspections, or beside two speakers, and are of one of them."""

import pytest

POST = """{}

The Post, 4 February 2026

{}
"""
LEWISHAM = "Ofsted inspected Lewisham's children's services in November 2025. "


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "The report gave “good” overall; in 2019 and 2023 the verdict was “requires improvement to be good”.",
            {("2025-11", "good")},
        ),
        (
            "The services were judged good; in 2015 and in 2012 they had been judged inadequate.",
            {("2025-11", "good"), ("2015", "inadequate")},
        ),
        (
            "Inspectors rated them good; in 2021, and in 2018, the rating was inadequate.",
            {("2025-11", "good"), ("2021", "inadequate")},
        ),
        ("They were judged good; the report came out in January 2026.", {("2025-11", "good")}),
        (
            "In 2019 they were judged inadequate; now they are judged good.",
            {("2019", "inadequate"), ("2025-11", "good")},
        ),
    ],
)
def test_a_day_stays_in_the_clause_of_its_grade(page, words, expected):
    found = page(POST.format("Lewisham", LEWISHAM + words)).inspections
    graded = {(f.inspected.edtf if f.inspected else None, f.overall.grade) for f in found if f.overall}
    assert graded <= expected
    assert ("2023", "good") not in graded


@pytest.mark.parametrize(
    "words",
    [
        "“I'd rate them outstanding,” said a mother.",
        "I would give the services an outstanding.",
        "“We'd call them outstanding,” said a parent.",
        "Parents would rate the services outstanding.",
        "I rate them outstanding.",
    ],
)
def test_what_somebody_would_say_is_no_grade(page, words):
    found = page(POST.format("Lewisham's children's services", LEWISHAM + "\n\n" + words)).inspections
    assert [f.overall for f in found] == [None]


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        ("Inspectors would have rated them outstanding in 2021.", None),
        ("Inspectors rated them outstanding.", "outstanding"),
        ("I am glad that Ofsted rated them outstanding.", "outstanding"),
        ("We say it again: Ofsted judged the services outstanding.", "outstanding"),
    ],
)
def test_what_inspectors_said_is_one(page, words, grade):
    found = page(POST.format("Lewisham's children's services", LEWISHAM + words)).inspections
    assert {f.overall.grade for f in found if f.overall} == ({grade} if grade else set())


SOLIHULL = (
    "You will have seen from Ofsted the {} of Solihull's children's services. "
    "The {} says that “serious weaknesses remain”."
)


@pytest.mark.parametrize(
    ("two", "which", "kinds"),
    [
        (
            (
                "joint targeted area inspection letter of 21 February 2022 and this week's ILACS report, from the "
                "inspection of 31 October to 11 November 2022"
            ),
            "ILACS report",
            {"unstated"},
        ),
        ("JTAI letter of 21 February 2022", "JTAI", {"joint-targeted"}),
        ("focused visit letter of 21 February 2022", "ILACS report", set()),
        ("focused visit letter of 21 February 2022", "letter", {"focused-visit"}),
    ],
)
def test_words_of_one_kind_of_report_are_not_of_another(page, two, which, kinds):
    reading = page(POST.format("Solihull", SOLIHULL.format(two, which)))
    kind = {f.key: f.kind for f in reading.inspections}
    assert {kind[k] for s in reading.statements for k in s.about} <= kinds
    joint = [f for f in reading.inspections if f.kind == "joint-targeted"]
    assert [f.inspected for f in joint] == [None] * len(joint)


SPOKEN = """Inspectors in Kent

The Post, 4 February 2026

Ofsted inspected Kent's children's services in November 2025 and judged them good.
In June 2012 they were judged inadequate.

{}
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Is Medway the same?\n\nNo.\n\nThe executive director, Lara Fromm, said: “My door is open.”",
            [("Lara Fromm", "executive director", "Kent County Council")],
        ),
        ("“It is hard for all of us to be good,” said a director elsewhere.", [(None, "director elsewhere", None)]),
        (
            "“It is hard for all of us to be good,” said the director of another council.",
            [(None, "director of another council", None)],
        ),
        ("“It is hard to be good,” said the director, Ann Lee.", [("Ann Lee", "director", "Kent County Council")]),
        (
            "Here's what NHS Kent's Kevin Lavender wrote: “It is a tough read but fair.”",
            [("Kevin Lavender", None, "NHS Kent")],
        ),
        (
            "Compare the Tories' leader, Cllr Emma Hodd, in 2014: “This council couldn't run a whelk stall.”",
            [("Emma Hodd", "leader", "Tories")],
        ),
        ("Some people have asked for it, so here's the whole of the passage: “Kent is now a different place.”", []),
        (
            "Here's what Ofsted wrote: “Children wait.” Here's what Maidstone wrote: “They wait less than they did.”",
            [(None, None, "Ofsted")],
        ),
        ("I asked Ofsted for a comment. It said: “We have nothing to add to our report.”", []),
    ],
)
def test_for_whom_somebody_speaks(page, words, expected):
    assert [(s.speaker, s.role, s.organisation) for s in page(SPOKEN.format(words)).statements] == expected


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("“The 2012 report was a bad day for Kent,” said the director, Ann Lee.", {"2012-06"}),
        ("“The 2017 letter was a bad day for Kent,” said the director, Ann Lee.", set()),
        ("“The report is a good day for Kent,” said the director, Ann Lee.", {"2025-11"}),
        ("When they looked again this month a boy told inspectors: “Somebody switched the lights on.”", set()),
    ],
)
def test_of_which_inspection_somebody_speaks(page, words, day):
    reading = page(SPOKEN.format(words))
    days = {f.key: f.inspected.edtf for f in reading.inspections}
    assert {days[k] for s in reading.statements for k in s.about} == day


@pytest.mark.parametrize(
    ("words", "kind", "inspected"),
    [
        ("After ten monitoring visits, Ofsted's inspectors visited in October 2025.", "unstated", "2025-10"),
        ("Following six monitoring visits in all, inspectors returned in October 2025.", "unstated", "2025-10"),
        ("Ofsted made its second monitoring visit in October 2025.", "monitoring-visit", "2025-10"),
        ("The CQC come on 2 December.", None, None),
        ("Inspectors from Ofsted had come in October 2025.", "unstated", "2025-10"),
        ("The services were rated good in March 2020 (inspected in February).", "unstated", None),
        ("The services were rated good in March 2020 (Ofsted).", "unstated", "2020-03"),
    ],
)
def test_which_visit_a_day_is_of(page, words, kind, inspected):
    text = f"Bury's children's services\n\n{words}\n\nBury Council thanked Ofsted and its staff for their work.\n"
    found = [f for f in page(text).inspections if f.inspected or f.overall or f.kind != "unstated"]
    days = {(f.kind, f.inspected.edtf if f.inspected else None) for f in found}
    wrong = {("monitoring-visit", "2025-10")} if kind == "unstated" else set()
    assert not days & wrong
    assert kind is None or all(day == inspected for _, day in days if day)
    assert kind is not None or not days


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("Dame Denise Platten, the chair, said: “There are no councils without a star in the east.”", False),
        ("Dame Denise Platten, the chair, said: “Suffolk has done well to keep its two stars.”", True),
    ],
)
def test_who_speaks_of_all_speaks_of_none_of_them(page, words, about):
    text = (
        "Star ratings for 2008: Eastern region\n\n27 November 2008\n\n"
        "The Commission for Social Care Inspection rated councils' adult social care services today. "
        f"Essex, Luton, Norfolk and Suffolk have two stars.\n\n{words}\n"
    )
    reading = page(text)
    assert len(reading.inspections) == 4
    assert [bool(s.about) for s in reading.statements if s.attributed_to == "person"] in ([about], [False])
