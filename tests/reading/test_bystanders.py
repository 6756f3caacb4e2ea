"""Two councils, two days or two visits in a sentence: nothing of the one is given to the other."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

EXAMPLES: list[tuple[str, set[tuple[str, str, str | None, str | None]]]] = [
    (
        "Ofsted’s report on Hartlepool, the best since Gateshead’s in 2019, says children’s services are outstanding.",
        set(),
    ),
    (
        (
            "Barnsley and Bolton have been inspected. Ofsted rated children’s services good in Barnsley and "
            "outstanding in Bolton."
        ),
        {("barnsley", "childrens-services", None, "good"), ("bolton", "childrens-services", None, "outstanding")},
    ),
    (
        "Bolton’s children’s services went from inadequate in 2014 via good in 2018 to outstanding in 2022: Ofsted.",
        {
            ("bolton", "childrens-services", "2014", "inadequate"),
            ("bolton", "childrens-services", "2018", "good"),
            ("bolton", "childrens-services", "2022", "outstanding"),
        },
    ),
    (
        "Leeds, Bolton and Wigan were all rated good by Ofsted for children’s services; Bury was inadequate in 2021.",
        {
            ("leeds", "childrens-services", None, "good"),
            ("bolton", "childrens-services", None, "good"),
            ("wigan", "childrens-services", None, "good"),
            ("bury", "childrens-services", "2021", "inadequate"),
        },
    ),
    (
        "Ofsted and the CQC were to have revisited Bolton’s SEND services in May 2020. They came in July 2021.",
        {("bolton", "area-send", "2021-07", None)},
    ),
    ("Members heard that Bolton’s SEND services would be revisited by Ofsted and the CQC in 2025.", set()),
    (
        "Ofsted and the CQC revisited Bolton’s SEND services in May 2021 after a first inspection in 2018.",
        {("bolton", "area-send", "2021-05", None), ("bolton", "area-send", "2018", None)},
    ),
    (
        "Ofsted judged Bolton’s children’s services inadequate in 2016; a good rating was nearly reached in 2019.",
        {("bolton", "childrens-services", "2016", "inadequate")},
    ),
    (
        "Bolton’s children’s services: Ofsted judged them inadequate in 2010 and again in 2016 (report: 5 January).",
        {
            ("bolton", "childrens-services", "2010", "inadequate"),
            ("bolton", "childrens-services", "2016", "inadequate"),
        },
    ),
    (
        "From our archive, 12 May 2011: Ofsted judged Bolton’s adoption service good in its report of April 2010.",
        {("bolton", "adoption", None, "good")},
    ),
]


@pytest.mark.parametrize(("words", "told"), EXAMPLES, ids=[words[:50] for words, _ in EXAMPLES])
def test_nothing_of_the_one_is_given_to_the_other(words, told, catalogue):
    page = f"Published: 4 July 2024\n\n{words}\n"
    reading = read(hold_text("page.txt", page.encode(), Sidecar(publisher_kind="news")), catalogue)
    found = {
        (
            fact.authorities[0].slug,
            fact.service.slug if fact.service else "",
            fact.inspected.edtf if fact.inspected else None,
            fact.overall.grade if fact.overall else None,
        )
        for fact in reading.inspections
    }
    assert found == told


APRIL = "Ofsted inspected Kirklees Council’s children’s services in April 2023. "


@pytest.mark.parametrize(
    "words",
    [
        "They were judged good, unlike those in Bolton.",
        "They were judged good, as is the case in Bolton.",
        "They were judged good, which is what Bolton got in 2019.",
        "It was rated good, ahead of Bolton, Rochdale and Oldham.",
        "The service was rated good, the best result since Bolton’s in 2019.",
    ],
)
def test_what_is_said_of_them_is_not_of_the_council_named_behind(words, catalogue):
    reading = read(hold_text("page.txt", (APRIL + words).encode(), Sidecar()), catalogue)
    assert {fact.authorities[0].slug for fact in reading.inspections} == {"kirklees"}


def test_no_page_is_about_a_council_named_only_for_likeness(catalogue):
    text = "Bury, like Bolton, has been rated inadequate by Ofsted for its children’s services."
    assert read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections == ()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The report came out last week, a year after the council’s chief executive resigned in May 2022.", "one day"),
        ("Bolton’s report, published on 2 June, was good. Kirklees is waiting for its own report.", "unpublished"),
    ],
)
def test_days_of_something_else_are_no_days_of_the_inspection(words, found, catalogue):
    text = f"14 June 2023\n\n{APRIL}{words}\n"
    facts = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
    assert [fact.inspected.edtf for fact in facts if fact.inspected] == ["2023-04"]
    if found == "unpublished":
        assert [fact.published for fact in facts] == [None]


def test_what_was_said_in_error_came_before_nothing(catalogue):
    text = (
        "14 June 2023\n\nAn earlier version of this article said that Kirklees Council’s children’s services had been "
        "rated inadequate by Ofsted in April. They were rated as requires improvement. We apologise for the error.\n"
    )
    facts = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
    assert {fact.overall.grade for fact in facts if fact.overall} == {"requires-improvement"}
    assert [fact.previous for fact in facts if fact.previous] == []


def test_a_name_that_is_nobodys_for_certain_is_not_the_council_before(catalogue):
    text = (
        "15 January 2024\n\nOfsted judged North Tyneside’s children’s services outstanding in 2020. Newcastle was "
        "inspected in 2021.\n"
    )
    facts = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
    assert [(fact.authorities[0].slug, fact.inspected.edtf) for fact in facts] == [("north-tyneside", "2020")]


def test_a_board_named_later_is_not_what_the_councils_before_were_judged_for(catalogue):
    text = (
        "3 July 2014\n\nSince November, when Ofsted’s new framework came in, 30 councils have been inspected. Slough, "
        "Birmingham and Coventry have been found to be inadequate. Staffordshire was good, but its LSCB was not.\n"
    )
    assert read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections == ()


def test_a_grade_told_of_a_school_is_no_part_of_what_stands_before(catalogue):
    text = (
        "Ofsted inspected Bolton Council’s adult learning service in December 2025. Its report card gives "
        "‘strong standard’ for inclusion.\n\nSchools are graded in the same way: Pennfields Lower School, whose "
        "card also came out last week, has ‘urgent improvement’ for attendance and ‘exceptional’ for leadership.\n"
    )
    facts = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
    assert {judged.grade.grade for fact in facts for judged in fact.judgements} == {"strong-standard"}
