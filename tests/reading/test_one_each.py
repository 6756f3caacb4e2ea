"""Reports told of at once, one on each council: what both say, what each says, and what "the North's" does."""

from __future__ import annotations

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text


@pytest.fixture
def told(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
        return {
            fact.authorities[0].slug: (
                fact.inspected.edtf if fact.inspected else None,
                fact.published.edtf if fact.published else None,
                fact.overall.grade if fact.overall else None,
                tuple((judged.aspect, judged.grade.grade) for judged in fact.judgements),
            )
            for fact in reading.inspections
        }

    return find


@pytest.fixture
def about(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
        slugs = {fact.key: fact.authorities[0].slug for fact in reading.inspections}
        return [[slugs[key] for key in statement.about] for statement in reading.statements]

    return find


PAGE = "Weekly, 25 November 2023\n\nOfsted inspected children’s services from 2 to 13 October 2023 and {}\n"
DAYS = "2023-10-02/2023-10-13"


EACH_GOOD = "In each, overall effectiveness is judged good."
PUBLISHED = "Both reports were published on 20 November."


@pytest.mark.parametrize(
    ("words", "councils", "published", "grade"),
    [
        (f"wrote two reports: one on Leeds and one on Bradford. {PUBLISHED} {EACH_GOOD}",
         ("leeds", "bradford"), "2023-11-20", "good"),
        ("wrote two reports, one on Cumberland and the other on Westmorland and Furness. Both were judged inadequate.",
         ("cumberland", "westmorland-and-furness"), None, "inadequate"),
        ("sent two letters: one to Kent and one to Medway. The two letters were published on 20 November.",
         ("kent", "medway"), "2023-11-20", None),
        (f"published three reports – one on Bolton, one on Bury and one on Rochdale. {EACH_GOOD}",
         ("bolton", "bury", "rochdale"), None, "good"),
        ("wrote two reports (one about Leeds and another about Bradford). For both, it is judged to be outstanding.",
         ("leeds", "bradford"), None, "outstanding"),
    ],
)  # fmt: skip
def test_what_both_reports_say_is_said_of_each(words, councils, published, grade, told):
    assert told(PAGE.format(words)) == {slug: (DAYS, published, grade, ()) for slug in councils}


@pytest.mark.parametrize(
    "words",
    [
        "The impact of leaders was judged outstanding.",
        "It was judged good.",
        "In the report, overall effectiveness is judged good.",
        "In the South’s, overall effectiveness is judged good.",
        "The report was published on 20 November and judged them inadequate.",
    ],
)
def test_what_one_of_the_reports_says_is_nobodys_till_it_is_told_of_whom(words, told):
    found = told(PAGE.format(f"wrote two reports: one on Leeds and one on Bradford. {words}"))
    assert {slug: each[2:] for slug, each in found.items()} == {"leeds": (None, ()), "bradford": (None, ())}


HALVES = "wrote two reports: one on West Northamptonshire and one on North Northamptonshire. {}"
WEST, NORTH = "west-northamptonshire", "north-northamptonshire"


@pytest.mark.parametrize(
    ("words", "west", "north"),
    [
        ("In the North’s, overall effectiveness is judged inadequate. In the West’s, it is judged good.",
         ("good", ()), ("inadequate", ())),
        ("In the West’s, help and protection is rated good.", (None, (("help and protection", "good"),)), (None, ())),
        ("On the North, it is judged outstanding.", (None, ()), ("outstanding", ())),
        ("In the East’s, overall effectiveness is judged inadequate.", (None, ()), (None, ())),
        ("In the West End, it is judged good to be seen.", (None, ()), (None, ())),
    ],
)  # fmt: skip
def test_a_council_called_by_half_its_name(words, west, north, told):
    found = told(PAGE.format(HALVES.format(words)))
    assert {slug: each[2:] for slug, each in found.items()} == {WEST: west, NORTH: north}


@pytest.mark.parametrize(
    ("words", "whose"),
    [
        ("The report on the North says: “Nobody answers the telephone after five.”", [NORTH]),
        ("The report on the West says: “Nobody answers the telephone after five.”", [WEST]),
        ("That on the West is kinder. “Staff stay, and families know them by name”, it says.", [WEST]),
    ],
)
def test_a_report_on_half_a_name_is_that_councils(words, whose, about):
    assert about(PAGE.format(HALVES.format("Both were judged good.") + f"\n\n{words}")) == [whose]


def test_two_councils_inspected_at_once_have_what_each_is_said_to_have(told):
    page = (
        "Weekly, 25 November 2023\n\nOfsted inspected children’s services in Leeds and Bradford in October 2023. {}\n"
    )
    assert {slug: each[2] for slug, each in told(page.format("Both were judged good overall.")).items()} == {
        "leeds": "good",
        "bradford": "good",
    }
    assert not any(each[3] for each in told(page.format("The impact of leaders was judged outstanding.")).values())
