"""EDTF as the record writes it: what days it may mean, and how it is said to people."""

import re
from datetime import date

import edtf
import pytest
from hypothesis import example, given, strategies

from inspections.periods import NotADate, parse
from inspections.wording import dated_in_words, join_in_words, kind_in_words, when_in_words

DATES = [
    ("2015-01-19", "2015-01-19", "2015-01-19", "19 January 2015"),
    ("2016-05", "2016-05-01", "2016-05-31", "May 2016"),
    ("2020-02", "2020-02-01", "2020-02-29", "February 2020"),
    ("2018", "2018-01-01", "2018-12-31", "2018"),
    ("2019~", "2019-01-01", "2019-12-31", "about 2019"),
    ("2024-21", "2024-03-01", "2024-05-31", "spring 2024"),
    ("2024-24", "2024-12-01", "2025-02-28", "winter 2024"),
    ("2015-01-19/2015-01-23", "2015-01-19", "2015-01-23", "19 to 23 January 2015"),
    ("2019-07-29/2019-08-02", "2019-07-29", "2019-08-02", "29 July to 2 August 2019"),
    ("2019-12-30/2020-01-03", "2019-12-30", "2020-01-03", "30 December 2019 to 3 January 2020"),
    ("2019-06/2019-07", "2019-06-01", "2019-07-31", "June to July 2019"),
    ("2018/2019", "2018-01-01", "2019-12-31", "2018 to 2019"),
    ("../2020-01-28", None, "2020-01-28", "on or before 28 January 2020"),
    ("2020-01-28/..", "2020-01-28", None, "from 28 January 2020"),
    ("{2019-07-08..2019-07-12,2019-08-07..2019-08-08}", "2019-07-08", "2019-08-08",
     "8 to 12 July 2019 and 7 to 8 August 2019"),
    ("[2019-04-30,2024-04-30]", "2019-04-30", "2024-04-30", "30 April 2019 or 30 April 2024"),
    ("XXXX-09", None, None, "September, year not stated"),
    ("XXXX-04-30", None, None, "30 April, year not stated"),
    ("XXXX-03-06/XXXX-03-09", None, None, "6 to 9 March, year not stated"),
    ("XXXX-02-29", None, None, "29 February, year not stated"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "earliest", "latest", "words"), DATES)
def test_it_knows_the_bounds_and_the_words_of_a_value(value, earliest, latest, words):
    meant = parse(value)
    assert (meant.earliest, meant.latest) == tuple(each and date.fromisoformat(each) for each in (earliest, latest))
    assert when_in_words(value) == words


@given(strategies.dates(), strategies.dates())
@example(date(2019, 5, 6), date(2019, 5, 6))
@example(date(2019, 5, 6), date(2019, 5, 31))
@example(date(2019, 12, 31), date(2020, 12, 31))
def test_days_are_said_as_any_date_is(one, other):
    for value in (f"{one}", f"{one}/{other}", f"{other}/{one}"):
        try:
            words = dated_in_words(parse(value))
        except NotADate as refused:
            with pytest.raises(NotADate, match=re.escape(str(refused))):
                when_in_words(value)
        else:
            assert when_in_words(value) == words


@pytest.mark.parametrize(
    "value", ["2015-01-19", "2016-05", "2020-02", "2018", "2015-01-19/2015-01-23", "2019-06/2019-07"]
)
def test_it_agrees_with_the_edtf_library(value):
    other = edtf.parse_edtf(value)
    bounds = [date(*bound[:3]) for bound in (other.lower_strict(), other.upper_strict())]
    assert [parse(value).earliest, parse(value).latest] == bounds


@pytest.mark.parametrize(
    "value",
    ["", "May 2016", "2016-13", "2019-02-29", "XXXX", "XXXX-02-30", "2019-00", "0000", "../..", "2020/2019",
     "[2019-04-30,]", "2019-04-30/2019-05-01/2019-05-02", "2019-24-01", "19-04-30", "2019-02-01/2019-02-29",
     "2019-02-02/2019-02-01", "0000-01-01"],
)  # fmt: skip
def test_it_refuses_what_is_no_date(value):
    for say in (parse, when_in_words):
        with pytest.raises(NotADate):
            say(value)


def test_lists_and_kinds_are_said_as_people_say_them():
    assert join_in_words([]) == ""
    assert join_in_words(["a"]) == "a"
    assert join_in_words(["a", "b", "c"]) == "a, b and c"
    assert kind_in_words("monitoring-visit") == "monitoring visit"
    assert kind_in_words("a-kind-of-tomorrow") == "a kind of tomorrow"
