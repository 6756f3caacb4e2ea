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
