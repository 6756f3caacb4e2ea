"""Which authorities a text names, and what only looks like one."""

from datetime import date

import pytest

from inspections.reading.authorities import authorities, on_day
from inspections.reading.lexicon import tokens
from inspections.text import Span


def named(text, catalogue):
    return authorities(text, tokens(text, Span(0, len(text))), catalogue)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ofsted inspected Stockport Council.", ["stockport"]),
        ("inspectors visited Stoke-on-Trent City Council", ["stoke-on-trent"]),
        ("Brighton and Hove City Council was visited", ["brighton-and-hove"]),
        ("Bath and North East Somerset Council", ["bath-and-north-east-somerset"]),
        ("the London Borough of Barking and Dagenham", ["barking-and-dagenham"]),
        ("Cheshire West and Chester Council", ["cheshire-west-and-chester"]),
        ("North Northamptonshire Council", ["north-northamptonshire"]),
        ("Derby City Council and Derbyshire County Council", ["derby", "derbyshire"]),
        ("Bournemouth, Christchurch and Poole Council", ["bournemouth-christchurch-and-poole"]),
        ("STOCKPORT COUNCIL", ["stockport"]),
    ],
)
def test_the_longest_name_is_meant(text, expected, catalogue):
    assert [slug for hit in named(text, catalogue) for slug in hit.slugs] == expected


@pytest.mark.parametrize(
    "text",
    [
        "a house in Derby Road Primary",
        "Derby County Football Club lost again",
        "Luton Airport is busy",
        "the University of Portsmouth",
        "Stockport College was inspected",
        "Leeds Building Society",
        "Reading is good for children",
        "Reading good books is what they like",
        "a sandwich and a bath",
    ],
)
def test_a_street_a_club_and_a_college_are_no_authority(text, catalogue):
    assert named(text, catalogue) == ()


def test_the_authority_is_the_one_that_existed_on_the_day(catalogue):
    hit = named("Ofsted inspected services in Dorset that year.", catalogue)[0]
    assert on_day(hit, catalogue, date(2016, 5, 1), date(2016, 5, 31)) == "dorset-county-council"
    assert on_day(hit, catalogue, date(2021, 5, 1), date(2021, 5, 31)) == "dorset"
    assert on_day(hit, catalogue, None, None) is None
