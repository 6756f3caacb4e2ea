"""Which councils lie in a county, and which are of a city."""

import shutil

import pytest

from inspections.catalogue import CatalogueError, load
from inspections.catalogue.loading import HERE


def test_every_authority_outside_london_lies_in_a_county_but_for_the_isle_of_wight(catalogue):
    held = set().union(*catalogue.counties.values())
    outside = {a.slug for a in catalogue.authorities.values() if a.region != "London"} - held
    assert outside == {"isle-of-wight"}


def test_no_london_borough_lies_in_a_county(catalogue):
    held = set().union(*catalogue.counties.values())
    assert not {a.slug for a in catalogue.authorities.values() if a.region == "London"} & held


@pytest.mark.parametrize(
    ("slug", "is_city"),
    [
        ("leeds", True),
        ("wakefield", True),
        ("stoke-on-trent", True),
        ("westminster", True),
        ("reading", False),
        ("nottinghamshire", False),
        ("croydon", False),
        ("middlesbrough", False),
    ],
)
def test_it_knows_the_cities(slug, is_city, catalogue):
    assert (slug in catalogue.cities) is is_city


@pytest.mark.parametrize("where", ['"Kent" = ["kent"', 'cities = ["bath-and-north-east-somerset"'])
def test_an_authority_that_is_none_is_refused_by_name(where, tmp_path):
    for path in HERE.iterdir():
        if path.suffix in (".toml", ".csv"):
            shutil.copy(path, tmp_path)
    path = tmp_path / "counties.toml"
    text = path.read_text(encoding="utf-8")
    assert where in text
    path.write_text(text.replace(where, f'{where}, "barchester"', 1), encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"counties\.toml: .*there is no authority 'barchester'"):
        load(tmp_path)
