"""A reading that does not hold together is refused by name before anything is built of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from edtf import EDTFParseException, parse_edtf

from inspections.reading.facts import Cells, When, Words
from inspections.recording.checking import _EVERYDAY, MADE, check_reading, find_early, find_impossible
from inspections.text import Span
from tests.recording.perturbed import long_rows, table
from tests.world import news, world


def altered(**changes):
    fact, before = news().inspections
    return replace(news(), inspections=(replace(fact, **changes), before))


FACT = news().inspections[0]
FAULTS = [
    ("leaves the text", altered(outcome=Words((Span(0, 10_000),)))),
    ("a date is none: 'May 2014'", altered(inspected=replace(FACT.inspected, edtf="May 2014"))),
    ("are not its own", altered(inspected=replace(FACT.inspected, latest=date(2017, 3, 30)))),
    ("without saying from what", altered(inspected=replace(FACT.inspected, basis="derived"))),
    ("no scale 'school-grades'", altered(overall=replace(FACT.overall, scale="school-grades"))),
    ("no grade 'superb'", altered(overall=replace(FACT.overall, grade="superb"))),
    ("no authority 'atlantis'", altered(authorities=(replace(FACT.authorities[0], slug="atlantis"),))),
    ("no service 'magic'", altered(service=replace(FACT.service, slug="magic"))),
    ("no inspectorate 'ofstad'", altered(inspectorates=(replace(FACT.inspectorates[0], slug="ofstad"),))),
    ("two inspections have the key '2'", altered(key="2")),
    ("'1' is about an inspection '9'", altered(previous="9")),
    ("'3' is about an inspection '8'",
     replace(news(), statements=(replace(news().statements[2], about=("8",)),))),
]  # fmt: skip


@pytest.mark.parametrize(("words", "reading"), FAULTS, ids=[words for words, _ in FAULTS])
def test_it_names_the_fault(catalogue, words, reading):
    assert any(words in fault for fault in check_reading(reading, catalogue))


@pytest.mark.parametrize(
    "value",
    [
        "2019", "2019-04", "2019-04-30", "2019-04-01/2019-04-30", "[2019-04-30,2024-04-30]",
        "{2019-07-08..2019-07-12,2019-08-07..2019-08-08}", "[2019-04-30,2020-01-02..2020-01-05,2024-04-30]",
    ],
)  # fmt: skip
def test_what_the_notation_is_not_asked_about_it_takes(value):
    assert _EVERYDAY.fullmatch(value)
    parse_edtf(value)


@pytest.mark.parametrize("value", ["[2019-04-30]", "[2019-04-30,]", "{2019-04-30", "[2019-04-30,2019/2020]", "2019-"])
def test_what_the_notation_does_not_take_it_is_asked_about(value):
    assert not _EVERYDAY.fullmatch(value)
    with pytest.raises(EDTFParseException):
        parse_edtf(value)


def test_it_finds_none_in_the_world(catalogue):
    assert [fault for reading in world() for fault in check_reading(reading, catalogue)] == []


@pytest.mark.parametrize(("days", "early"), [(0, False), (1, False), (2, True)])
def test_no_source_was_received_on_a_day_to_come(days, early):
    sidecar = replace(news().held.sidecar, received=MADE + timedelta(days))
    reading = replace(news(), held=replace(news().held, sidecar=sidecar))
    assert [each.name for each in find_early([reading], MADE + timedelta(1))] == [reading.held.name] * early


def dated(earliest, latest, published=None):
    """A table of one inspection at these days."""
    reading = table([{**long_rows()[0], "inspected": "", "published": ""}])
    (fact,) = reading.inspections
    words = Words(cells=Cells("", 2, (("inspected", "words"),)))
    inspected = When(f"{earliest}/{latest}", earliest, latest, "stated", words) if earliest else None
    out = When(str(published), published, published, "stated", words) if published else None
    return replace(reading, inspections=(replace(fact, inspected=inspected, published=out),))


TODAY = MADE + timedelta(30)


@pytest.mark.parametrize(
    ("reading", "told"),
    [
        (dated(TODAY, TODAY), ""),
        (dated(TODAY + timedelta(1), TODAY + timedelta(1)), ""),
        (dated(TODAY + timedelta(2), TODAY + timedelta(9)), "is a day that is yet to come"),
        (dated(None, None, date(2091, 2, 18)), "is a day that is yet to come"),
        (dated(TODAY, date(2091, 1, 1)), ""),
        (dated(None, None), ""),
        (dated(date(1838, 12, 30), date(1838, 12, 31)), "is a day from before anybody inspected"),
        (dated(date(1838, 1, 1), date(1839, 12, 31)), ""),
        (dated(date(1019, 1, 1), None), "is a day from before anybody inspected"),
        (news(), ""),
    ],
)
def test_no_table_tells_of_a_day_that_cannot_be(reading, told):
    found = find_impossible([reading], TODAY)
    assert [problem.message for each in found for problem in each.problems] == (
        [f"row 2, column “inspected”: {told}"] if told else []
    )


def test_a_clock_that_was_never_set_refuses_nothing_of_its_time():
    sidecar = replace(news().held.sidecar, received=MADE)
    reading = replace(news(), held=replace(news().held, sidecar=sidecar))
    assert find_early([reading], date(1970, 1, 1)) == []
