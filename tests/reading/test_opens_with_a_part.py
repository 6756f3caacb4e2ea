"""A sentence that opens with a part of a service and says its grade of "it", and the ends of a scale beside a grade."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

OPENING = "News\n\n1 December 2016\n\nOfsted inspected Hull's children's services in June 2016. "


@pytest.fixture
def graded(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
        whole = [i.overall.grade for i in reading.inspections if i.overall]
        return whole, [(j.aspect.lower(), j.grade.grade) for i in reading.inspections for j in i.judgements]

    return find


@pytest.mark.parametrize(
    ("words", "part", "grade"),
    [
        ("For adoption there was a kinder word: it was judged good.", "adoption", "good"),
        ("As for leadership, it was judged to be inadequate.", "leadership", "inadequate"),
        ("On adoption inspectors were warmer: they judged it good.", "adoption", "good"),
        ("When it came to adoption performance, it was rated outstanding.", "adoption performance", "outstanding"),
        ("But when it came to leadership, it was judged inadequate.", "leadership", "inadequate"),
    ],
)
def test_the_grade_is_the_parts(words, part, grade, graded):
    assert graded(OPENING + words) == ([], [(part, grade)])


@pytest.mark.parametrize(
    "words",
    [
        "For adoption there was a bus: it was judged good.",
        "In a week of adoption parties and rain, it was judged good by nobody.",
        "For the governors of the school there was relief: it was judged good.",
        "When it came to cake, it was judged outstanding.",
    ],
)
def test_it_is_never_the_whole(words, graded):
    assert graded(OPENING + words)[0] == []


@pytest.mark.parametrize(
    "words",
    [
        "It is on a scale that goes from 1 (inadequate) to 4 (outstanding), and the services were judged adequate.",
        "The services were judged adequate, which is a 2 on a scale running from 1 (inadequate) to 4 (outstanding).",
        "On a scale from inadequate to outstanding the services were judged adequate.",
    ],
)
def test_the_ends_of_a_scale_take_nothing_from_the_grade(words, graded):
    text = "Ofsted published its annual performance assessment of Hull's children's services for 2007. "
    assert graded(f"News\n\n1 December 2007\n\n{text}{words}")[0] == ["adequate"]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (
            "were judged inadequate; so had leadership, management and governance.",
            "leadership, management and governance",
        ),
        (
            "had been judged inadequate; so had the experiences and progress of care leavers.",
            "experiences and progress of care leavers",
        ),
        ("were judged inadequate, and so was adoption performance.", "adoption performance"),
    ],
)
def test_a_part_that_had_it_so_had_the_same(words, part, graded):
    text = (
        "HULL CITY COUNCIL\n\nMINUTES of the Children's Scrutiny Committee held on 6 July 2016\n\n"
        "PRESENT: Councillor A. Brown (Chair).\n\n"
        "4. OFSTED\n\nOfsted had inspected the Council's children's services in May 2016. Children's services "
    )
    assert graded(text + words) == (["inadequate"], [(part, "inadequate")])


@pytest.mark.parametrize("verb", ["improved", "got worse", "gone"])
def test_what_had_so_changed_has_no_grade(verb, graded):
    assert graded(f"{OPENING}Children's services were judged inadequate; so had leadership {verb} since.")[1] == []
