"""Dates as printed, each with what may be stored of it, and no more."""

from datetime import date

import pytest

from inspections.reading.dates import dates
from inspections.reading.dates.mentions import candidates
from inspections.reading.dates.relative import LastOfMonth
from inspections.text import Span

ANCHOR = date(2020, 1, 28)  # a Tuesday


def read(text, anchor=None):
    return [(m.span.of(text), m.edtf, m.basis) for m in dates(text, Span(0, len(text)), anchor)]


def edtf(text, anchor=None):
    return [value for _, value, _ in read(text, anchor)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 28 January 2020", ["2020-01-28"]),
        ("Tuesday, 28th January 2020", ["2020-01-28"]),
        ("January 28, 2020", ["2020-01-28"]),
        ("28/01/2020", ["2020-01-28"]),
        ("2020-01-28", ["2020-01-28"]),
        ("from 19 to 23 January 2015", ["2015-01-19/2015-01-23"]),
        ("19-23 January 2015", ["2015-01-19/2015-01-23"]),
        ("between 28 February and 4 March 2022", ["2022-02-28/2022-03-04"]),
        ("from 30 November 2020 to 4 January 2021", ["2020-11-30/2021-01-04"]),
        ("from 8 to 12 July and 7 to 8 August 2019", ["{2019-07-08..2019-07-12,2019-08-07..2019-08-08}"]),
        ("in May 2016", ["2016-05"]),
        ("in the autumn of 2024", ["2024-23"]),
        ("in 2018", ["2018"]),
        ("in March 2017 and again in May 2018", ["2017-03", "2018-05"]),
        ("on 5 and 6 February 2019", ["2019-02-05/2019-02-06"]),
        ("on 5 and 19 February 2019", ["{2019-02-05,2019-02-19}"]),
        ("between 5 and 19 February 2019", ["2019-02-05/2019-02-19"]),
        ("on 5, 6 and 7 February 2019", ["2019-02-05/2019-02-07"]),
        ("on 5th, 12th and 19th February 2019", ["{2019-02-05,2019-02-12,2019-02-19}"]),
        ("on 28 February and 12 March 2019", ["{2019-02-28,2019-03-12}"]),
        ("on 3 & 4 December 2018", ["2018-12-03/2018-12-04"]),
        ("in the week of 14 October 2019", ["2019-10-14/2019-10-20"]),
        ("w/c 14 October 2019", ["2019-10-14/2019-10-20"]),
        ("in the weeks beginning 5 and 19 February 2019", ["{2019-02-05..2019-02-11,2019-02-19..2019-02-25}"]),
        ("in the weeks commencing 3 and 10 June 2019", ["2019-06-03/2019-06-16"]),
        ("in the week ending 11 October 2019", ["2019-10-07/2019-10-11"]),
        ("in the fortnight ending 20 September 2019", ["2019-09-09/2019-09-20"]),
        ("for two weeks from 9 September 2019", ["2019-09-09/2019-09-22"]),
        ("11/10/2019 - 25/10/2019", ["2019-10-11/2019-10-25"]),
        ("which began on 3 February 2026 and finished on the 6th", ["2026-02-03/2026-02-06"]),
        ("from Monday 3rd until Friday the 14th of December 2018", ["2018-12-03/2018-12-14"]),
        ("in March ’08", ["2008-03"]),
    ],
)
def test_a_date_keeps_the_precision_it_is_printed_with(text, expected):
    assert edtf(text) == expected
    assert {basis for _, _, basis in read(text)} == {"stated"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 30 April", ["XXXX-04-30"]),
        ("updated on Tuesday 30 April", ["XXXX-04-30"]),
        ("inspectors came back in September", ["XXXX-09"]),
        ("5 to 9 May", ["XXXX-05-05/XXXX-05-09"]),
        ("it came back in November and December", ["XXXX-11/XXXX-12"]),
    ],
)
def test_a_date_without_a_year_stays_without_one(text, expected):
    assert edtf(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "earlier this month",
        "today",
        "last week",
        "The committee may consider it",
        "they march on",
        "a score of 24 out of 36",
        "on pages 12-14",
        "£2,016 was spent",
        "call 01632 960 001",
    ],
)
def test_nothing_is_made_of_what_is_no_date(text):
    assert [value for value in edtf(text) if value] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("earlier this month", "2020-01"),
        ("today", "2020-01-28"),
        ("yesterday", "2020-01-27"),
        ("last July", "2019-07"),
        ("in February last year", "2019-02"),
        ("since December last year", "2019-12"),
        ("on 3 March last year", "2019-03-03"),
        ("between 3 and 14 March last year", "2019-03-03/2019-03-14"),
        ("last week", "2020-01-20/2020-01-26"),
        ("earlier this week", "2020-01-27/2020-02-02"),
        ("in the summer", "2019-22"),
        ("last autumn", "2019-23"),
        ("in the week of 13 January", "2020-01-13/2020-01-19"),
    ],
)
def test_relative_words_lean_on_the_stated_date_and_say_so(text, expected):
    assert [(value, basis) for _, value, basis in read(text, ANCHOR)] == [(expected, "derived")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from 28 to 30 June this year", "2019-06-28/2019-06-30"),
        ("on 14 February", "2019-02-14"),
        ("on 14 January", "XXXX-01-14"),  # it may still come
        ("in April", "2019-04"),
        ("in December", "2018-12"),
        ("last year", "2018"),
        ("earlier this month", "2019-11"),
        ("last summer", "2019-22"),
        ("yesterday", None),
        ("on Tuesday", None),
        ("last week", None),
    ],
)
def test_a_source_dated_by_its_month_resolves_what_leans_on_no_single_day(text, expected):
    assert [value or None for value in edtf(text, LastOfMonth(2019, 11, 30))] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in March 2018, and was carried out in February of that year", ["2018-03", "XXXX-02"]),
        ("on 3 May of the same year", ["XXXX-05-03"]),
    ],
)
def test_a_month_of_that_year_does_not_lean_on_the_source(text, expected):
    assert edtf(text, ANCHOR) == expected


@pytest.mark.parametrize("text", ["this summer", "in the autumn statement", "last Tuesday", "next week"])
def test_what_is_to_come_or_may_be_either_is_not_resolved(text):
    assert [value for value in edtf(text, ANCHOR) if value] == []


@pytest.mark.parametrize("text", ["on 28 January 2020", "in May 2016", "from 19 to 23 January 2015", "on 30 April"])
def test_the_span_covers_the_words_of_the_date(text):
    words, _, _ = read(f"Before it, {text}, and after it.")[0]
    assert words in text and words[-1].isalnum() and words[0].isalnum()


def test_a_weekday_gives_the_years_in_which_it_agrees():
    text = "updated on Tuesday 30 April"
    mention = candidates(dates(text, Span(0, len(text)))[0], date(2018, 3, 1), date(2026, 11, 21))
    assert mention.edtf == "[2019-04-30,2024-04-30]"


def test_a_weekday_that_disagrees_with_its_date_is_told():
    text = "Monday 28 January 2020"
    assert dates(text, Span(0, len(text)))[0].wrong_weekday
