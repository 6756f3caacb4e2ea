"""Whose words they are that a page copies out below a line, that hang on a wall, or that "one person" told."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

OPENING = (
    "News\n\n12 April 2019\n\nOfsted inspected Kent's children's services in January 2019 and judged them good. "
    "Their report came out in March.\n\n"
)
WORDS = "Managers know their staff and their staff know the children."


@pytest.fixture
def said(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", (OPENING + text).encode(), Sidecar()), catalogue)
        return [(s.attributed_to, s.role, s.organisation) for s in reading.statements]

    return find


@pytest.mark.parametrize(
    "line",
    [
        "So we read it, every page, and here is what it says.",
        "We opened it, and here's some of what it says:",
        "It is short and it is plain. We have quoted two bits.",
        "The letter has four pages. I copied out one sentence of it.",
        "Inspectors write well. We have picked a few lines.",
    ],
)
def test_what_stands_below_such_a_line_is_the_reports(line, said):
    assert said(f"{line}\n\n“{WORDS}”\n") == [("report", None, "Ofsted")]


@pytest.mark.parametrize(
    "line",
    [
        "Our neighbours had a good deal to say. We have copied out two bits.",
        "The residents' survey is long, and here is what it says.",
        "We never had it, and here is what it did not say.",
        "The leader's speech was worse. It lasted an hour. We have quoted two bits.",
        "The petition was read out, and here is what it says.",
    ],
)
def test_of_anything_else_it_is_nobodys(line, said):
    assert said(f"{line}\n\n“{WORDS}”\n") == []


@pytest.mark.parametrize(
    ("words", "whose"),
    [
        ("The director said that one line of the letter was on the wall of her office:", "report"),
        ("The director told staff that a sentence in the report had stayed with her:", "report"),
        ("Staff say that one passage from the report hangs over the kettle:", "report"),
        ("The leader said that one line of his speech was on the wall of her office:", "person"),
        ("The leader said that the wall of her office was bare:", "person"),
    ],
)
def test_a_line_that_somebody_keeps_is_the_reports_and_her_own_is_hers(words, whose, said):
    assert [kind for kind, *_ in said(f"{words} “{WORDS}”")] == [whose]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("One person told inspectors that they had rung “every Monday for eleven weeks”.", "person"),
        ("Another person said that they were “passed from hand to hand for a year”.", "person"),
        ("One resident told inspectors that she had rung “every Monday for eleven weeks”.", "resident"),
        ("Children are seen alone. Newly qualified staff have time. One told us, “I had six families.”", "staff"),
        ("Staff are kind. Children are seen alone. One told us, “I had six families before this.”", "child"),
    ],
)
def test_what_somebody_told_is_not_the_reports(words, role, said):
    assert said(f"It also found that some waited too long. {words}") == [("person", role, None)]


@pytest.mark.parametrize(
    ("words", "body"),
    [
        (
            "A spokeswoman for the Royal Borough said that it would not be commenting “on what all have read”.",
            "Royal Borough",
        ),
        (
            "A spokesman for County Hall told us that there was nothing to be saying “about what all have read”.",
            "County Hall",
        ),
        ("A spokesperson for the county's parents said: “We have all read the report.”", "county's parents"),
    ],
)
def test_the_body_of_a_spokeswoman_ends_before_what_she_said(words, body, said):
    assert said(words)[0][2] == body


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("The leader wished it to be minuted that staff had “one hand on the mop and one on the phone”.", "leader"),
        ("The leader wanted it recorded that staff had “one hand on the mop and one on the phone”.", "leader"),
        (
            "The director asked for it to be noted that staff had “one hand on the mop and one on the phone”.",
            "director",
        ),
    ],
)
def test_who_wants_it_minuted_said_it(words, role, said):
    assert [(kind, office) for kind, office, _ in said(words)] == [("person", role)]
