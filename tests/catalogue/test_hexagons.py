"""The layout of the hexagon map: every open authority once, nothing on anything."""

import json

import pytest

from inspections.catalogue.checking import CatalogueError
from inspections.catalogue.hexagons import Hexagon, read_hexagons


def test_every_open_authority_has_exactly_one_hexagon_and_no_other_has_any(catalogue):
    expected = sorted(a.slug for a in catalogue.authorities.values() if a.closed is None)
    assert sorted(each.slug for each in read_hexagons()) == expected


def test_no_two_hexagons_lie_on_one_place():
    places = {(each.q, each.r) for each in read_hexagons()}
    assert len(places) == len(read_hexagons())


def test_the_layout_is_the_published_one_but_for_what_is_told(shared, catalogue):
    """Those that stand elsewhere than in the layout of 2019 are those the note names."""
    published = json.loads((shared / "register" / "uk-upper-tier-local-authorities.hexjson").read_text())["hexes"]
    codes = {code: a.slug for a in catalogue.authorities.values() for code, _, _ in a.gss_codes}
    before = {codes[code]: (each["q"], each["r"]) for code, each in published.items()}
    now = {each.slug: (each.q, each.r) for each in read_hexagons()}
    assert {slug for slug, place in now.items() if slug in before and before[slug] != place} == {
        "herefordshire", "warwickshire",
    }  # fmt: skip
    assert now.keys() - before.keys() == {
        "buckinghamshire", "north-yorkshire", "somerset", "cumberland", "westmorland-and-furness",
        "north-northamptonshire", "west-northamptonshire",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("slug,q\n", "the columns must be slug, q, r"),
        ("slug,q,r\nderby,1,x\n", "line 2: q and r must be whole numbers"),
        ("slug,q,r\nderby,1,2\nleeds,1,2\n", "place (1, 2) is given to two rows"),
        ("slug,q,r\nderby,1,2\nderby,1,3\n", "slug derby is given to two rows"),
    ],
)
def test_a_fault_is_named_with_its_place(tmp_path, text, says):
    file = tmp_path / "hexagons.csv"
    file.write_text(text)
    with pytest.raises(CatalogueError) as fault:
        read_hexagons(file)
    assert says in str(fault.value)


def test_a_hexagon_is_read_as_whole_numbers(tmp_path):
    file = tmp_path / "hexagons.csv"
    file.write_text("slug,q,r\nderby,9,9\n")
    assert read_hexagons(file) == (Hexagon("derby", 9, 9),)
