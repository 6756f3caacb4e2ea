"""Pages that go on from one council, service or visit to the next: what is told later is not of the first."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text


@pytest.fixture
def told(catalogue):
    """What a page tells: (councils, service, kind, days, grade) of each inspection, and (part, grade) of its parts."""

    def find(page):
        found = read(hold_text("page.txt", f"News\n\n14 January 2025\n\n{page}\n".encode(), Sidecar()), catalogue)
        whole = [
            (
                "/".join(sorted(a.slug for a in each.authorities)),
                each.service.slug if each.service else None,
                each.kind,
                each.inspected.edtf if each.inspected else None,
                each.overall.grade if each.overall else None,
            )
            for each in found.inspections
        ]
        return whole, [(j.aspect, j.grade.grade) for each in found.inspections for j in each.judgements]

    return find


FIRST = (
    "The joint call was on the youth justice service that Torbay shares with Plymouth. "
    "HM Inspectorate of Probation inspected it in June 2023 and rated it good."
)


@pytest.mark.parametrize(
    ("then", "councils"),
    [
        ("Halton and Warrington have a single adult learning service.", "halton/warrington"),
        ("Stockton-on-Tees and Hartlepool now run a single family learning service.", "hartlepool/stockton-on-tees"),
        ("Bury and Rochdale both teach adults. Their tutors know each other.", None),
        ("Leeds and Bradford teach adults in libraries.", None),
        ("Derby and Nottingham compete for the same learners.", None),
    ],
)
def test_a_shared_service_is_not_of_the_pair_before(told, then, councils):
    whole, _ = told(f"{FIRST}\n\n{then} Ofsted inspected adult learning there in April 2024 and judged it to be good.")
    later = {each[0] for each in whole if each[3] == "2024-04"}
    assert "plymouth/torbay" not in later
    assert councils is None or later == {councils}


def test_a_shared_service_is_still_of_those_who_share_it(told):
    whole, _ = told(f"{FIRST}\n\nThe two councils were visited again by HM Inspectorate of Probation in May 2024.")
    assert {each[0] for each in whole} == {"plymouth/torbay"}


PAGE = (
    "Ofsted inspected Dorset Council’s children’s services in May 2023. They were judged good overall.\n\n"
    "HM Inspectorate of Probation fieldwork in the young people’s justice service of Torbay Council ran for a week "
    "in June 2023. "
)


@pytest.mark.parametrize(
    ("then", "service"),
    [
        ("The service was rated ‘Good’ overall.", "youth-justice"),
        ("It was rated ‘Good’ overall.", "youth-justice"),
        ("The whole service was rated ‘Good’ overall.", "youth-justice"),
        ("Its children’s services were rated ‘Good’ by Ofsted.", "childrens-services"),
    ],
)
def test_the_service_is_the_one_its_paragraph_tells_of(told, then, service):
    whole, _ = told(PAGE + then)
    graded = {(each[0], each[1]) for each in whole if each[4] == "good"}
    assert graded == {("dorset", "childrens-services"), ("torbay", service)}


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "Walsall’s children’s services were judged inadequate by Ofsted in July 2022, and on 14 and 15 "
            "March 2023 inspectors returned for a monitoring visit."
        ),
        (
            "Ofsted judged Walsall’s children’s services inadequate in July 2022, and on 14 and 15 March "
            "2023 they returned for a monitoring visit."
        ),
        (
            "Walsall’s children’s services were rated inadequate by Ofsted in July 2022, but on 14 and 15 "
            "March 2023 inspectors made a monitoring visit."
        ),
        (
            "Ofsted judged Walsall’s children’s services inadequate in July 2022 and made a monitoring "
            "visit on 14 and 15 March 2023."
        ),
    ],
)
def test_a_clause_that_begins_with_its_day_has_that_day(told, sentence):
    whole, _ = told(sentence)
    assert {(each[2], each[3], each[4]) for each in whole if each[2] == "monitoring-visit"} == {
        ("monitoring-visit", "2023-03-14/2023-03-15", None)
    }
    assert {each[4] for each in whole if each[3] == "2022-07"} <= {"inadequate"}
    assert not [each for each in whole if each[4] and each[3] != "2022-07"]


@pytest.mark.parametrize(
    "counted",
    [
        "We hear that there are now nine authorities judged inadequate for safeguarding.",
        "Twelve councils have been rated inadequate for safeguarding.",
        "At least four authorities that were judged inadequate for safeguarding have been helped.",
        "Seven large councils are still graded inadequate for safeguarding.",
        "It was one of nine authorities judged inadequate for safeguarding.",
    ],
)
def test_a_count_of_councils_is_nobodys_grade(told, counted):
    page = (
        "Ofsted made an unannounced inspection of contact, referral and assessment in Wigan on 8 and 9 June 2010."
        "\n\nStaff welcomed it. "
    )
    whole, parts = told(page + counted)
    assert not [each for each in whole if each[4]]
    assert not parts


def test_those_who_share_a_service_are_no_count(told):
    whole, _ = told(FIRST.replace("rated it good", "the two councils were rated good"))
    assert ("plymouth/torbay", "youth-justice", "full", "2023-06", "good") in whole


REVIEWED = "Ofsted inspected Kent County Council’s children’s services in May 2015. They were judged good overall. "


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("The effectiveness of the Board was judged to be requires improvement.", []),
        ("At the same time the effectiveness of the Safeguarding Board was judged inadequate.", []),
        ("The work of the Board was judged to be inadequate.", []),
        ("The leadership of the Board was judged to be inadequate.", []),
        ("Adoption performance was judged outstanding.", [("Adoption performance", "outstanding")]),
    ],
)
def test_a_boards_grade_is_no_part_of_the_service(told, sentence, parts):
    whole, found = told(REVIEWED + sentence)
    assert found == parts
    assert {each[4] for each in whole if each[1] == "childrens-services"} == {"good"}


TOLD = (
    "Ofsted and the Care Quality Commission inspected safeguarding and looked after children’s services in Essex "
    "from 12 to 23 July 2010. "
)
AGAIN = (
    "\n\nA second inspection of safeguarding there, in August 2011, judged the overall "
    "effectiveness of safeguarding to be adequate."
)


@pytest.mark.parametrize("after", ["", AGAIN])
@pytest.mark.parametrize("mark", ["; the", ". The", ", and the"])
def test_two_headline_grades_are_two_parts(told, mark, after):
    page = (
        f"{TOLD}The overall effectiveness of safeguarding was judged inadequate{mark} overall effectiveness of "
        f"services for looked after children was judged good.{after}"
    )
    whole, parts = told(page)
    assert not [each for each in whole if each[4]]
    assert {grade for _, grade in parts} == {"inadequate", "good"} | ({"adequate"} if after else set())
    assert len(whole) == (2 if after else 1)


def test_one_of_two_councils_is_not_meant_alone(catalogue):
    page = (
        "Learning\n\nSwindon and Wiltshire have a single adult learning service. Ofsted inspected it from 25 to 28 "
        "April 2023 and judged it to be good.\n"  # on a page of no date, Wiltshire may be either of two
    )
    found = read(hold_text("page.txt", page.encode(), Sidecar()), catalogue).inspections
    assert not [each for each in found if len(each.authorities) == 1]
