"""A page that goes from town to town: what is told of one is never the next one's."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

HEAD = "What inspectors found in the north\n\nThursday 20 July 2023\n\n"


@pytest.fixture
def told(catalogue):
    """Of each inspection: council, kind, day and grade, and the grades of its parts."""

    def read_page(rest):
        reading = read(hold_text("page.txt", f"{HEAD}{rest}\n".encode(), Sidecar()), catalogue)
        return {
            (
                "/".join(n.slug for n in i.authorities),
                i.kind,
                i.inspected.edtf if i.inspected else None,
                i.overall.grade if i.overall else None,
                tuple((j.aspect.lower(), j.grade.grade) for j in i.judgements),
            )
            for i in reading.inspections
        }

    return read_page


LETTER = (
    "The letter about Hartlepool that came out this morning is the fifth from Ofsted about children’s services.\n\n"
)
VISIT = "\n\nHartlepool\n\nTwo inspectors made a focused visit to children’s services on 6 and 7 June 2023.\n"


@pytest.mark.parametrize(
    "part",
    [
        "Help and protection was graded good.",
        "Leadership was judged to be inadequate.",
        "Help and protection was graded good, and so was the leadership.",
    ],
)
def test_a_part_told_under_one_town_is_not_of_the_town_before_it(part, told):
    rest = f"{LETTER}Middlesbrough\n\nA team was in the civic centre between 13 and 24 March 2023.\n\n{part}{VISIT}"
    assert all(not parts for council, *_, parts in told(rest) if council == "hartlepool")


@pytest.mark.parametrize(
    "part",
    ["Help and protection was judged good.", "Leadership was found to be inadequate."],
)
def test_a_focused_visit_never_takes_the_grade_of_a_part(part, told):
    rest = f"{LETTER}Hartlepool\n\nThe letter says more. {part}{VISIT}"
    assert all(not parts for _, kind, *_, parts in told(rest) if kind == "focused-visit")


ROUND = "Ofsted has been looking at how the region’s councils look after children.\n\n"
LEEDS = "Leeds\n\nA team was in the city between 13 and 24 March 2023"
MARCH = "2023-03-13/2023-03-24"


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (f"{ROUND}{LEEDS} and its report landed on 16 May. The verdict: good.", {("leeds", MARCH, "good")}),
        (f"{ROUND}{LEEDS}. Overall effectiveness stood at inadequate.", {("leeds", MARCH, "inadequate")}),
        (
            f"Ofsted says how well authorities keep vulnerable children is known.\n\n{LEEDS}. The verdict: good.",
            {("leeds", MARCH, "good")},
        ),
        (f"Ofsted asks how nurseries look after children.\n\n{LEEDS}. The verdict: good.", set()),
        (f"{ROUND}{LEEDS}. The verdict: good, said the leader.", {("leeds", MARCH, None)}),
        (f"{ROUND}{LEEDS}. The verdict was inadequate, in the leader’s own words.", {("leeds", MARCH, None)}),
        (f"{ROUND}{LEEDS}. A rating of good is given where a council tries.", {("leeds", MARCH, None)}),
        (f"{ROUND}Leeds\n\nOfsted called on the council to do better in May 2022. The verdict: good.", set()),
    ],
)
def test_what_councils_do_names_the_service(rest, expected, told):
    assert {(council, day, grade) for council, _, day, grade, _ in told(rest)} == expected


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("Care leavers, who now get a line of their own, came out as good.", (("care leavers", "good"),)),
        ("Leadership came out as inadequate.", (("leadership", "inadequate"),)),
        ("Care leavers, who were almost rated inadequate, came out as good.", ()),
        ("Care leavers, who might not have been, came out as good.", ()),
    ],
)
def test_a_part_may_come_out_as_something(sentence, parts, told):
    rest = f"{ROUND}{LEEDS}. The verdict: good.\n\n{sentence}"
    assert {found for *_, found in told(rest)} == {parts}


SEND = (
    "Leeds\n\nOfsted and the Care Quality Commission called between 11 and 15 February 2019 and asked for a written "
    "statement of action about special educational needs. They were back on 25 to 27 April 2022. "
)


BOTH = (
    "The area had made sufficient progress with one weakness (waiting times) and had not made sufficient progress with "
    "the other, the quality of education, health and care plans."
)


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            BOTH,
            (("waiting times", "sufficient"), ("the quality of education, health and care plans", "not-sufficient")),
        ),
        (
            "It had not made sufficient progress with one of the two weaknesses: joint commissioning.",
            (("joint commissioning", "not-sufficient"),),
        ),
        ("They came to see whether it had made sufficient progress with one weakness (waiting times).", ()),
        (
            "It had made sufficient progress with one weakness (waiting times) and sufficient progress in more.",
            (),
        ),
    ],
)
def test_one_weakness_and_the_other(sentence, parts, told):
    found = told(f"{ROUND}{SEND}{sentence}")
    assert {(kind, day) for _, kind, day, *_ in found} == {
        ("full", "2019-02-11/2019-02-15"),
        ("revisit", "2022-04-25/2022-04-27"),
    }
    assert {each for _, kind, *_, each in found if kind == "revisit"} == {parts}


BOARD = "Dudley’s children’s services were inspected by Ofsted from 18 January to 11 February 2016 and judged good.\n\n"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The Dudley Safeguarding Children Board, reviewed in the same four weeks, requires improvement.",
            {("full", "2016-01-18/2016-02-11", "requires-improvement")},
        ),
        (
            "The Dudley Safeguarding Children Board, reviewed in those same weeks, was found inadequate by Ofsted.",
            {("full", "2016-01-18/2016-02-11", "inadequate")},
        ),
        (
            "The Walsall Safeguarding Children Board, reviewed in those same weeks, was found inadequate by Ofsted.",
            {("full", None, "inadequate")},
        ),
        ("The Dudley Safeguarding Children Board, reviewed every year, requires improvement.", set()),
    ],
)
def test_a_board_may_be_reviewed_in_the_same_weeks(sentence, expected, told):
    found = told(f"{BOARD}{sentence}")
    assert {each[1:4] for each in found} == {("full", "2016-01-18/2016-02-11", "good")} | expected
