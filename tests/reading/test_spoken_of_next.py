"""Of which council and service a sentence speaks that names none, and which visits did not take place."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text


@pytest.fixture
def found(catalogue):
    def find(page):
        return read(hold_text("page.txt", page.encode(), Sidecar()), catalogue).inspections

    return find


BRADFORD = "Bradford Council news\n\n3 March 2025\n\n"
LEEDS = "HM Inspectorate of Probation inspected the youth justice service in Leeds in January 2025."


@pytest.mark.parametrize(
    "next_one",
    [
        "The service was rated ‘Good’ overall.",
        "It was rated ‘Good’ overall.",
        "The inspectors judged the service to be inadequate.",
    ],
)
@pytest.mark.parametrize("opening", ["", "Youth justice in Bradford was last inspected in 2022. "])
def test_a_grade_after_a_neighbours_inspection_is_not_lent_to_the_pages_own_council(opening, next_one, found):
    page = f"{BRADFORD}{opening}{LEEDS}\n\n{next_one}\n"
    assert [each.overall for each in found(page) if each.overall] == []


@pytest.mark.parametrize(
    "next_one",
    ["Our council’s service was rated ‘Good’ overall.", "Bradford’s youth justice service was rated ‘Good’ overall."],
)
def test_a_grade_that_is_said_to_be_our_own_is(next_one, found):
    graded = [each for each in found(f"{BRADFORD}{LEEDS}\n\n{next_one}\n") if each.overall]
    assert [each.authorities[0].slug for each in graded] == ["bradford"]


def test_a_shared_service_is_still_spoken_of_in_the_next_paragraph(found):
    page = (
        "Four councils\n\n23 October 2025\n\nHalton and Warrington share a single youth justice service. HM "
        "Inspectorate "
        "of Probation was on site in March 2025.\n\nThe service was rated ‘Good’ overall.\n"
    )
    told = [({a.slug for a in each.authorities}, each.overall and each.overall.grade) for each in found(page)]
    assert told == [({"halton", "warrington"}, "good")]


MINUTES = "London Borough of Enfield\n\nMINUTES OF THE MEETING OF THE SCRUTINY PANEL HELD ON 19 SEPTEMBER 2024\n\n"
NEWS = "Northumberland County Council newsletter\n\n12 June 2020\n\n"


@pytest.mark.parametrize(
    "page",
    [
        MINUTES + "Officers advised that HM Inspectorate of Probation had announced an inspection of the youth "
        "justice service for the week of 7 October 2024.",
        MINUTES
        + "The Panel noted that children’s services would be inspected by Ofsted in the week of 7 October 2024.",
        MINUTES + "Ofsted would carry out its inspection of children’s services on 7 October 2024.",
        NEWS + "A focused visit was due on 24 and 25 March 2020. Ofsted cancelled it on 17 March.",
        NEWS + "A focused visit to children’s services was due in March 2020. It was put back.",
        NEWS + "No grade follows from a focused visit of this type.",
    ],
)
def test_a_visit_announced_due_or_called_off_is_none(page, found):
    assert found(page) == ()


@pytest.mark.parametrize(
    "page",
    [
        MINUTES + "Ofsted had inspected children’s services in the week of 2 September 2024.",
        NEWS + "Ofsted made a focused visit to children’s services on 24 and 25 March 2020.",
        NEWS + "Ofsted announced on Monday that it would come, and inspected children’s services in March 2020.",
    ],
)
def test_a_visit_made_is_one(page, found):
    assert [each.service.slug for each in found(page)] == ["childrens-services"]


def test_a_section_says_itself_of_which_service_it_is(found):
    page = (
        "Radio news\n\n17 October 2025\n\nStoke-on-Trent\n\nOn 12 August 2025 the Care Quality Commission rated "
        "Stoke-on-Trent City Council’s adult social care as ‘Requires "
        "improvement’.\n\nWolverhampton\n\nOfsted and the CQC went to see how "
        "the city looks after children with special educational needs. They were in Wolverhampton from 30 "
        "June to 4 July 2025.\n"
    )
    told = [(each.authorities[0].slug, each.service.slug) for each in found(page)]
    assert told == [("stoke-on-trent", "adult-social-care"), ("wolverhampton", "area-send")]


BURY = "Bury minutes\n\nBury Council\n21 April 2016\n\n"


def test_a_part_in_a_list_of_parts_is_no_service_of_its_own(found):
    page = (
        BURY + "Ofsted inspected children’s services in Bury in January 2016.\n\nThe Panel noted that:\n"
        " *  overall, children’s services in Bury were judged to require improvement;\n *  adoption "
        "performance: good;\n"
        " *  leadership, management and governance: requires improvement.\n"
    )
    (only,) = found(page)
    assert [(each.aspect, each.grade.grade) for each in only.judgements] == [
        ("adoption performance", "good"),
        ("leadership, management and governance", "requires-improvement"),
    ]


def test_two_headline_grades_are_of_one_inspection(found):
    page = (
        BURY
        + "The inspection of safeguarding and looked after children services in Bury by Ofsted and CQC took place in "
        "June 2012. Safeguarding was judged adequate and services for looked after children were judged good.\n"
    )
    (only,) = found(page)
    assert [each.grade.grade for each in only.judgements] == ["adequate", "good"]


def test_the_effectiveness_of_a_board_is_its_grade(found):
    page = (
        BURY
        + "Ofsted inspected children’s services in Bury in January 2016. Bury Safeguarding Children Board was reviewed "
        "at the same time, and its effectiveness was judged to be good.\n"
    )
    assert [each.overall.grade for each in found(page) if each.service.slug == "lscb"] == ["good"]
