"""The dates reports print."""

from __future__ import annotations

import pytest

from inspections.reading.reports.dates import NotADate, edtf, periods


@pytest.mark.parametrize(
    ("printed", "means"),
    [
        ("4 to 15 February 2019", "2019-02-04/2019-02-15"),
        ("17 September to 28 September 2018", "2018-09-17/2018-09-28"),
        ("29 November 2021 to 10 December 2021", "2021-11-29/2021-12-10"),
        ("9-24 November 2017", "2017-11-09/2017-11-24"),
        ("1/06/2015 - 25/06/2015", "2015-06-01/2015-06-25"),
        ("28 July 2016", "2016-07-28"),
        ("30 November to 11 January 2019", "2018-11-30/2019-01-11"),
        ("4th to 15th Feb 2019", "2019-02-04/2019-02-15"),
        ("4 February 2019 to 15 February", "2019-02-04/2019-02-15"),
        ("4 to 15 Feburary 2019", "2019-02-04/2019-02-15"),
        ("Monday 4 to Friday 8 March 2019.", "2019-03-04/2019-03-08"),
        ("17 and 18 May 2023", "2023-05-17/2023-05-18"),
        ("5 to 9 December 2022 and 14 to 15 February 2023", "{2022-12-05..2022-12-09,2023-02-14..2023-02-15}"),
        (
            "8 July 2019 to 12 July 2019 and 7 August 2019 to\n8 August 2019",
            "{2019-07-08..2019-07-12,2019-08-07..2019-08-08}",
        ),
        ("29 January 2024 to 02 February 2024", "2024-01-29/2024-02-02"),
    ],
)
def test_a_date_is_what_is_printed(printed, means):
    assert edtf(periods(printed)) == means


@pytest.mark.parametrize(
    "printed",
    [
        "19 November - 9 December",
        "31 February 2019",
        "30 to 15 May 2019",
        "12 June 2020 - 3 June 2019",
        "4 to 15 Brumaire 2019",
        "March 2019",
        "14 May 2018 to 18 May 2018 to 5 June 2018",
        "4 March 2018 to 15 March 2019",
        "10 to 14 and 2019",
        "",
    ],
)
def test_words_that_are_not_surely_a_date_are_none(printed):
    with pytest.raises(NotADate):
        periods(printed)
