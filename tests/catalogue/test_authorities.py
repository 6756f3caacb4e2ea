"""The authorities of England since 2009: who lived when, under which names and codes, and who came after."""

import csv
from datetime import date, timedelta
from itertools import combinations

import pytest

from inspections.catalogue import load
from inspections.catalogue.questions import folded_name

TODAY = date(2026, 11, 21)
AUTHORITIES = load().authorities


def slugs(found):
    return {authority.slug for authority in found}


def test_153_are_live_now():
    assert sum(authority.life.holds(TODAY) for authority in AUTHORITIES.values()) == 153


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(2009, 3, 31), 150),
        (date(2009, 4, 1), 152),
        (date(2019, 4, 1), 151),
        (date(2021, 4, 1), 152),
        (date(2023, 4, 1), 153),
    ],
)
def test_as_many_live_on_a_day_as_england_had(day, count):
    assert sum(authority.life.holds(day) for authority in AUTHORITIES.values()) == count


@pytest.mark.parametrize(
    ("code", "day", "slug"),
    [
        ("E08000016", date(2020, 6, 1), "barnsley"),
        ("E08000038", date(2026, 1, 1), "barnsley"),
        ("E08000039", date(2018, 1, 1), "sheffield"),
        ("390", date(2010, 1, 1), "gateshead"),
        ("E06000048", date(2011, 1, 1), "northumberland"),
        ("825", date(2020, 3, 31), "buckinghamshire-county-council"),
        ("825", date(2020, 4, 1), "buckinghamshire"),
        ("815", date(2023, 3, 31), "north-yorkshire-county-council"),
        ("933", date(2023, 4, 1), "somerset"),
        ("cumbria", date(2023, 3, 31), "cumbria"),
        ("cumbria", date(2023, 4, 1), None),
        ("cumberland", date(2023, 3, 31), None),
        ("E10000021", date(2021, 3, 31), "northamptonshire"),
        ("928", date(2021, 4, 1), None),
        ("E99999999", date(2021, 4, 1), None),
        ("", date(2009, 3, 1), None),
    ],
)
def test_authority_on_a_day(code, day, slug):
    found = load().authority_on(code, day)
    assert (found.slug if found else None) == slug


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("Dorset", date(2019, 3, 31), {"dorset-county-council"}),
        ("Dorset", date(2019, 4, 1), {"dorset"}),
        ("Dorset", None, {"dorset", "dorset-county-council"}),
        ("Poole", date(2018, 1, 1), {"poole"}),
        ("Poole", date(2020, 1, 1), set()),
        ("BCP", date(2020, 1, 1), {"bournemouth-christchurch-and-poole"}),
        ("Bournemouth, Christchurch & Poole Council", date(2020, 1, 1), {"bournemouth-christchurch-and-poole"}),
        ("stoke on trent city council", date(2020, 1, 1), {"stoke-on-trent"}),
        ("Hull", date(2020, 1, 1), {"kingston-upon-hull"}),
        ("the London Borough of Barking & Dagenham", date(2020, 1, 1), {"barking-and-dagenham"}),
        ("Rutland County Council", date(2026, 1, 9), {"rutland"}),
        ("Durham County Council", date(2009, 3, 31), {"durham-county-council"}),
        ("Durham County Council", date(2009, 4, 1), {"county-durham"}),
        ("Southend-on-Sea Borough Council", date(2015, 1, 1), {"southend-on-sea"}),
        ("St. Helens", date(2015, 1, 1), {"st-helens"}),
        ("Telford & Wrekin", date(2015, 1, 1), {"telford-and-wrekin"}),
        ("Cumbria", date(2024, 1, 1), set()),
        ("East Suffolk Council", date(2024, 1, 1), set()),
        ("Bath", date(2024, 1, 1), set()),
        ("Newcastle", date(2024, 1, 1), set()),
    ],
)
def test_authorities_named(name, day, expected):
    assert slugs(load().authorities_named(name, day)) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("bedfordshire", {"bedford", "central-bedfordshire"}),
        ("cheshire", {"cheshire-east", "cheshire-west-and-chester"}),
        ("bournemouth", {"bournemouth-christchurch-and-poole"}),
        ("poole", {"bournemouth-christchurch-and-poole"}),
        ("dorset-county-council", {"dorset", "bournemouth-christchurch-and-poole"}),
        ("buckinghamshire-county-council", {"buckinghamshire"}),
        ("northamptonshire", {"north-northamptonshire", "west-northamptonshire"}),
        ("cumbria", {"cumberland", "westmorland-and-furness"}),
        ("north-yorkshire-county-council", {"north-yorkshire"}),
        ("somerset-county-council", {"somerset"}),
    ],
)
def test_successions_run_both_ways_and_touch(before, after):
    old = AUTHORITIES[before]
    assert set(old.successors) == after
    for slug in after:
        assert before in AUTHORITIES[slug].predecessors
        assert AUTHORITIES[slug].opened == old.closed + timedelta(days=1)


def test_only_the_closed_have_successors_and_every_closed_one_has():
    assert {a.slug for a in AUTHORITIES.values() if a.closed} == {a.slug for a in AUTHORITIES.values() if a.successors}


def test_no_two_living_on_one_day_share_a_name_or_a_code():
    for one, other in combinations(AUTHORITIES.values(), 2):
        if one.life.overlaps(other.opened, other.closed):
            shared_names = {folded_name(n) for n in one.names} & {folded_name(n) for n in other.names}
            codes = [{a.slug, a.dfe, *(c for c, _, _ in a.gss_codes)} for a in (one, other)]
            assert not shared_names | (codes[0] & codes[1]), (one.slug, other.slug)


def test_a_code_follows_the_one_before_without_gap_or_overlap():
    changed = {a.slug: a.gss_codes for a in AUTHORITIES.values() if len(a.gss_codes) > 1}
    assert set(changed) == {"barnsley", "sheffield", "gateshead", "northumberland"}
    for codes in changed.values():
        (_, _, until), (_, since, _) = codes
        assert since == until + timedelta(days=1)


def test_words_and_persons_are_marked_careful():
    careful = {name for a in AUTHORITIES.values() for name in a.careful}
    assert {"Reading", "Bury", "Slough", "Sutton", "Kent", "Hull", "York"} <= careful
    assert not careful & {"Stockport", "Stoke-on-Trent", "Gateshead", "Reading Borough Council", "Bury Council"}


def test_no_lookalike_is_the_name_of_an_authority():
    assert [name for name in load().lookalikes if load().authorities_named(name)] == []
    assert {"East Suffolk Council", "Greater Manchester", "Derbyshire Dales"} <= set(load().lookalikes)


def test_every_upper_tier_row_of_the_register_is_here(shared):
    rows = list(csv.DictReader((shared / "register/dfe-las.csv").read_text(encoding="utf-8").splitlines()))
    single = [row for row in rows if row["new_la_code"].startswith("E") and "/" not in row["new_la_code"]]
    assert len(single) > 150
    by_code = {code: (a, since, until) for a in AUTHORITIES.values() for code, since, until in a.gss_codes}
    for row in single:
        if row["la_name"] == "Cornwall and Isles of Scilly":
            continue  # an area of two councils, each here under its own name
        authority, since, until = by_code.pop(row["new_la_code"])
        days = [date(*map(int, reversed(text.split("/")))) if text else None for text in _days(row)]
        assert [since, until] == days, row["la_name"]
        assert row["old_la_code"] in (authority.dfe, "x"), row["la_name"]
        assert authority.kind != "unitary" or row["entity_code"] == "E06"
    assert by_code == {}, "codes that the register does not know"


def _days(row):
    return row["date_of_operation"], row["date_of_termination"]
