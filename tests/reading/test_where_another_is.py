"""What is told of only beside others: a neighbour, the last of a list, leaders that "they" stands for."""

import pytest

OPENING = "Ofsted has been to see many councils’ children’s services.\n\n"


@pytest.fixture
def graded(page):
    """(council, days of the inspection, overall grade) of each inspection on a page."""

    def read_it(text):
        return [
            (
                "/".join(a.slug for a in i.authorities),
                i.inspected.edtf if i.inspected else None,
                i.overall.grade if i.overall else None,
            )
            for i in page(text).inspections
        ]

    return read_it


@pytest.mark.parametrize(
    ("sentence", "council"),
    [
        ("Trafford, next door to Manchester, had a focused visit in May 2019.", "trafford"),
        ("Derby, in the heart of Derbyshire, had a focused visit in May 2019.", "derby"),
        ("Southend, down the road in Essex, had a focused visit in May 2019.", "southend-on-sea"),
        ("Salford – just outside Bolton – had a focused visit in May 2019.", "salford"),
        ("Bury (close to Rochdale) had a focused visit in May 2019.", "bury"),
        ("North Lincolnshire, over the border in Lincolnshire, had a focused visit in May 2019.", "north-lincolnshire"),
        ("Slough, which is in Berkshire, next to Windsor and Maidenhead, had a focused visit in May 2019.", "slough"),
        # where the other is the one told of
        ("Next door to Manchester, Trafford had a focused visit in May 2019.", "trafford"),
        ("Over the border in Essex, Southend had a focused visit in May 2019.", "southend-on-sea"),
        ("Just across the river, in Gateshead, inspectors made a focused visit in May 2019.", "gateshead"),
        ("Essex County Council, which is in the east, had a focused visit in May 2019.", "essex"),
        ("In the east, in Essex, inspectors made a focused visit in May 2019.", "essex"),
    ],
)
def test_a_place_that_says_where_another_is_had_no_visit(graded, sentence, council):
    assert graded(OPENING + sentence + "\n") == [(council, "2019-05", None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dudley, like Walsall, was rated good in May 2017.",
        "Dudley, near Sandwell, was rated good in May 2017.",
        "Dudley, just outside Birmingham, was rated good in May 2017.",
    ],
)
def test_a_grade_is_not_of_the_place_near_by_nor_of_the_one_told_of_before(graded, sentence):
    page = f"{OPENING}Oldham was rated inadequate in May 2012.\n\n{sentence}\n"
    assert [council for council, day, _ in graded(page) if day == "2017-05"] == ["dudley"]


def test_councils_of_a_list_are_all_told_of(graded):
    page = "Ofsted judged children’s services in Bury, in Bolton, and in Wigan to be good in May 2017.\n"
    assert {council for council, _, _ in graded(page)} <= {"bury", "bolton", "wigan"}


@pytest.mark.parametrize(
    ("bodies", "organisation"),
    [
        ("Ofsted, the CQC and HMICFRS", "Ofsted and CQC and HMICFRS"),
        ("Ofsted, CQC, HMICFRS and HMI Probation", "Ofsted and CQC and HMICFRS and HMI Probation"),
        ("The CQC and HMICFRS", "CQC and HMICFRS"),
        ("Leeds, Ofsted and the CQC", "Ofsted and CQC"),
        ("On behalf of families, HMICFRS", "HMICFRS"),
    ],
)
def test_words_of_several_inspectorates_are_of_all_of_them(page, bodies, organisation):
    text = (
        "A joint targeted area inspection by Ofsted, the CQC and HMICFRS took place in Solihull in May 2022.\n\n"
        f"{bodies} found that “children in Solihull wait too long”.\n"
    )
    assert [s.organisation for s in page(text).statements] == [organisation]


@pytest.mark.parametrize(
    "before",
    [
        "Council leaders promised that things would be better by 2024.",
        "The councillors who run the city expected better.",
        "Most parents had lost heart by then.",
        "Labour politicians had hoped for more.",
        "Ministers took an interest.",
    ],
)
def test_they_after_some_people_are_no_report(page, before):
    text = (
        f"Nottingham’s children’s services were rated inadequate by Ofsted in July 2022. {before} "
        "They said “we are on a journey”.\n"
    )
    assert [s.attributed_to for s in page(text).statements if s.kind == "finding"] == []


@pytest.mark.parametrize(
    ("before", "they"),
    [
        ("Ofsted inspectors visited six homes.", "They said"),
        ("Leaders had not listened to inspectors.", "They found that"),
        ("The report makes hard reading for council leaders.", "It says"),
        ("The report does not spare directors.", "It found that"),
    ],
)
def test_they_after_inspectors_are_the_report(page, before, they):
    text = (
        f"Nottingham’s children’s services were rated inadequate by Ofsted in July 2022. {before} "
        f"{they} “staff know their children”.\n"
    )
    assert [s.attributed_to for s in page(text).statements] == ["report"]


@pytest.mark.parametrize(
    "who",
    [
        "A spokesman for Leicestershire County Council, whose children’s social care was inspected in 2024,",
        "A spokesman for Leicestershire County Council, whose children’s services were inspected in 2024,",
        "A spokesman for Leicestershire County Council, whose children and families team was inspected in 2024,",
    ],
)
def test_a_council_with_childrens_services_is_no_parent(page, who):
    text = f"Ofsted rated Leicestershire’s children’s services good in May 2024.\n\n{who} said: “We are pleased.”\n"
    (said,) = page(text).statements
    assert (said.role, said.organisation, said.private) == ("spokesman", "Leicestershire County Council", False)


@pytest.mark.parametrize("whose", ["son is nine", "children’s school is in Leeds", "child waits for a place"])
def test_somebody_with_a_child_is_a_parent(page, whose):
    text = f"Ofsted rated Leeds’s children’s services good in May 2024.\n\nBecky, whose {whose}, said: “They rang.”\n"
    (said,) = page(text).statements
    assert (said.speaker, said.role, said.private) == ("Becky", "parent", True)


def test_words_after_a_turn_to_another_place_are_not_about_the_one_before(page):
    text = (
        f"{OPENING}North Somerset was inspected in May 2021 and rated good. {{}}“We expect them in the spring,” "
        "said Cllr Bob Webb.\n"
    )
    assert [s.about for s in page(text.format("York is still waiting. ")).statements] == [()]
    assert [s.about for s in page(text.format("Others are still waiting. ")).statements] == [("1",)]


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "Leicester is awaiting results; Lincolnshire’s outcome came last June; and Nottinghamshire was the first "
            "area under the new framework, with an inspection in January and February 2023."
        ),
        "Derby was told in May 2022; in Nottinghamshire there was an inspection in January and February 2023.",
    ],
)
def test_a_day_in_a_clause_on_another_council_is_not_taken(page, sentence):
    text = f"Area SEND inspections by Ofsted and the CQC\n\nOf nearby areas, {sentence}\n"
    own = [i for i in page(text).inspections if i.authorities[0].slug == "nottinghamshire"]
    assert {i.inspected.edtf for i in own if i.inspected} <= {"2023-01/2023-02"}


@pytest.mark.parametrize(
    ("then", "days"),
    [
        ("while Northumberland’s grade 2 was unchanged since 2008", ["2012-05"]),
        ("just as Durham’s was unchanged from 2008", ["2012-05"]),
        ("unchanged since 2008", ["2012-05", "2008"]),
    ],
)
def test_a_grade_unchanged_is_the_one_of_its_own_council(page, then, days):
    text = f"North Tyneside’s adult learning, inspected by Ofsted in May 2012, was graded 3 (“satisfactory”), {then}.\n"
    assert [i.inspected.edtf for i in page(text).inspections if i.authorities[0].slug == "north-tyneside"] == days


@pytest.mark.parametrize(
    ("who", "role", "organisation"),
    [
        (
            "Tina Russell, Chief Executive of Ourshire Children First and Director of Children’s Services",
            "Chief Executive",
            "Ourshire Children First",
        ),
        (
            "Ann Lee, Director of Children’s Services at Devon County Council and chair of the board",
            "Director of Children’s Services",
            "Devon County Council",
        ),
        ("Bo Hill, leader of Devon County Council and deputy chairman of the LGA", "leader", "Devon County Council"),
        ("Bo Hill, cabinet member for children and families", "cabinet member for children and families", None),
        ("Bo Hill, chief executive of Kent and Medway Partnership", "chief executive", "Kent and Medway Partnership"),
    ],
)
def test_of_two_offices_each_body_is_its_own(page, who, role, organisation):
    text = (
        f"Ofsted made a focused visit to Devon’s children’s services in May 2021.\n\n{who}, said: “We will do more.”\n"
    )
    (said,) = page(text).statements
    assert (said.role, said.organisation) == (role, organisation or said.organisation)


def test_words_of_a_report_on_another_service_are_not_about_the_one_read(page):
    text = (
        "Our children’s services in Stoke-on-Trent were inadequate in 2019, Ofsted said. In October 2022 Ofsted "
        "inspectors came back.\n\n{}, the letter from Ofsted that arrived in November 2022 is damning. “Parents have "
        "lost trust,” it says on page 3.\n"
    )
    children = {i.key for i in page(text).inspections if i.service.slug == "childrens-services"}
    assert not children & {key for s in page(text.format("On SEND")).statements for key in s.about}
    assert children & {key for s in page(text.format("On the whole")).statements for key in s.about}
