"""Stars of many councils, in a few words each: a number is a rating only behind a verb that gives it."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

ROUND = "December 1, 2006\n\nThe Commission for Social Care Inspection published its star ratings for 2006. "


@pytest.fixture
def told(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", (ROUND + text).encode(), Sidecar()), catalogue)
        return sorted(
            (i.authorities[0].slug, i.overall.grade, i.inspected.edtf if i.inspected else None)
            for i in reading.inspections
            if i.overall
        )

    return find


@pytest.mark.parametrize(
    ("text", "stars"),
    [
        (
            "Norfolk has gone up from one star to two. Suffolk has three.",
            [("norfolk", "1-star", None), ("norfolk", "2-stars", "2006"), ("suffolk", "3-stars", "2006")],
        ),
        (
            "Cambridgeshire has two stars, and Peterborough was given none at all.",
            [("cambridgeshire", "2-stars", "2006"), ("peterborough", "0-stars", "2006")],
        ),
        (
            "Bolton keeps its three stars. Bury moves up to two.",
            [("bolton", "3-stars", "2006"), ("bury", "2-stars", "2006")],
        ),
        ("Halton, though, has slipped, and must make do with one star.", [("halton", "1-star", "2006")]),
        (
            "Blackpool, which had two stars in 2005, fell to one.",
            [("blackpool", "1-star", "2006"), ("blackpool", "2-stars", "2005")],
        ),
        (
            "Bolton and Bury both received two stars, Rochdale got one and Wigan three.",
            [
                ("bolton", "2-stars", "2006"),
                ("bury", "2-stars", "2006"),
                ("rochdale", "1-star", "2006"),
                ("wigan", "3-stars", "2006"),
            ],
        ),
        (
            "Bury is rated as a two star council for 2006. It was a one star council in 2005.",
            [("bury", "1-star", "2005"), ("bury", "2-stars", "2006")],
        ),
        ("Bury was assessed as a two star council in 2006.", [("bury", "2-stars", "2006")]),
        ("Bury remains a one star council.", [("bury", "1-star", "2006")]),
        ("Bury remained a three star council.", [("bury", "3-stars", "2006")]),
        ("Bury was judged as a three star authority.", [("bury", "3-stars", "2006")]),
        (
            "The councils with one star in 2006 were Bury and Wigan. In 2005 they were Bolton and Bury.",
            [
                ("bolton", "1-star", "2005"),
                ("bury", "1-star", "2005"),
                ("bury", "1-star", "2006"),
                ("wigan", "1-star", "2006"),
            ],
        ),
        (
            "In 2006 the boroughs given no stars were Bury and Wigan.",
            [("bury", "0-stars", "2006"), ("wigan", "0-stars", "2006")],
        ),
        (
            "One star was awarded to Bury, Bolton and Wigan in 2005.",
            [("bolton", "1-star", "2005"), ("bury", "1-star", "2005"), ("wigan", "1-star", "2005")],
        ),
        (
            "Three-star councils in 2005 were Bury and Wigan.",
            [("bury", "3-stars", "2005"), ("wigan", "3-stars", "2005")],
        ),
        (
            "Bury was awarded three stars in 2004, 2005 and 2006.",
            [("bury", "3-stars", "2004"), ("bury", "3-stars", "2005"), ("bury", "3-stars", "2006")],
        ),
    ],
)
def test_it_reads_what_each_council_has(text, stars, told):
    assert told(text) == stars


@pytest.mark.parametrize(
    "text",
    [
        "Bolton hopes for three stars next year.",
        "Bury would need another star to reach three.",
        "The Gables care home in Bury has two stars.",
        "Wigan has three homes.",
        "Next door, I’m told, Suffolk has three.",
        "Rochdale has one ambition, and Bury has two of them.",
        "Bolton is a three-star council under the Audit Commission’s comprehensive performance assessment.",
        "Councils in Norfolk get between none and three stars.",
        "Bury is a two star council, the Audit Commission said.",
        "Bury is rated as a two star council under the CPA.",
        "Bury is not a one star council.",
        "Bury hopes to become a two star council.",
        "Bury will talk to the three star councils in the region.",
        "Bury has two councils.",
        "The councils with one star in 2005 were not Bury and Wigan.",
        "Which councils with one star in 2005 were Bury and Wigan compared with?",
        "The homes with one star in 2005 were in Bury and Wigan.",
        "The boroughs given one star were Bury, which is small, and Wigan, which is not.",
        "In 2005 they were Bolton and Bury.",
    ],
)
def test_it_takes_no_stars_that_nobody_gave(text, told):
    assert told(text) == []
