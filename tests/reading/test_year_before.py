"""Days without a year, visits counted or named in a heading, and visits that no inspector made."""

from datetime import date

import pytest

from inspections.reading import read
from inspections.reading.dates import dates
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text
from inspections.text import Span

HEAD = "Stockport Council\n\nChildren’s services and their inspections\n\n"
DATED = "Stockport Council\n\nLast updated: 4 October 2024\n\nChildren’s services and their inspections\n\n"


@pytest.fixture
def told(catalogue):
    """Of each inspection: kind, days, publication and grade."""

    def read_page(rest, head=HEAD):
        reading = read(hold_text("page.txt", f"{head}{rest}\n".encode(), Sidecar()), catalogue)
        return [
            (
                i.kind,
                i.inspected.edtf if i.inspected else None,
                i.published.edtf if i.published else None,
                i.overall.grade if i.overall else None,
            )
            for i in reading.inspections
        ]

    return read_page


@pytest.mark.parametrize(
    ("rest", "inspected", "published"),
    [
        # the month or season told just before holds the days
        (
            "In autumn 2022 Ofsted inspected children’s services. Inspectors were here from 31 October to 11 November.",
            "2022-10-31/2022-11-11",
            None,
        ),
        (
            "Ofsted inspected children’s services in June 2018. The inspection took place from 11 to 22 June.",
            "2018-06-11/2018-06-22",
            None,
        ),
        # what goes on about it
        (
            "In early 2012 Ofsted inspected children’s services. It lasted from 16 to 27 January.",
            "2012-01-16/2012-01-27",
            None,
        ),
        (
            "Ofsted inspected children’s services in June 2018. The report was published on 3 August.",
            "2018-06",
            "2018-08-03",
        ),
        (
            "Ofsted inspected children’s services in November 2018. The report was published on 25 January.",
            "2018-11",
            "2019-01-25",
        ),
        # and what does not: another visit, another matter, a report of a year later
        (
            "Ofsted inspected children’s services in 2018. The board met on 3 May.",
            "2018",
            None,
        ),
        (
            "Ofsted inspected children’s services in June 2018. On 3 August the director left.",
            "2018-06",
            None,
        ),
        (
            "Ofsted inspected children’s services in June 2018. The report was published on 12 May.",
            "2018-06",
            "XXXX-05-12",
        ),
    ],
)
def test_a_day_without_a_year_has_the_one_told_just_before(rest, inspected, published, told):
    assert [(days, out) for _, days, out, _ in told(rest)] == [(inspected, published)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("for the two weeks from 31 October to 11 November 2022", ["2022-10-31/2022-11-11"]),
        ("the two weeks from Monday 3 May to Friday 14 May 2021", ["2021-05-03/2021-05-14"]),
        ("for two weeks from 31 October 2022", ["2022-10-31/2022-11-13"]),
        ("the fortnight beginning 3 May 2019", ["2019-05-03/2019-05-16"]),
        ("arrived on 5 June this year and left on 16 June", ["2024-06-05/2024-06-16"]),
        ("arrived on 5 June 2023 and left on 16 June", ["2023-06-05/2023-06-16"]),
        ("arrived on 5 June this year and wrote on 16 June", ["2024-06-05", "2024-06-16"]),
    ],
)
def test_two_weeks_whose_last_day_is_told_end_on_it(words, found):
    assert [d.edtf for d in dates(words, Span(0, len(words)), date(2024, 10, 4))] == found


BAD = "Ofsted inspected children’s services in May 2015 and judged them inadequate.\n\n"
FULL = ("full", "2015-05", None, "inadequate")


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (
            "Several monitoring visits were made. At the last of these, on 24 and 25 October 2017, all was well.",
            [("monitoring-visit", "2017-10-24/2017-10-25")],
        ),
        (
            "Three monitoring visits followed. The second of them, in March 2016, looked at adoption.",
            [("monitoring-visit", "2016-03")],
        ),
        (
            "Four monitoring visits followed. On the first of those visits, on 3 March 2016, they saw panels.",
            [("monitoring-visit", "2016-03-03")],
        ),
        ("Several meetings were held. At the last of these, on 24 October 2017, members heard from inspectors.", []),
        ("Two peer reviews were made. The second of them, in March 2016, looked at adoption.", []),
    ],
)
def test_the_last_of_several_visits_is_of_their_kind(rest, expected, told):
    assert [(kind, days) for kind, days, *_ in told(BAD + rest) if (kind, days) != FULL[:2]] == expected


@pytest.mark.parametrize(
    "rest",
    [
        "Services were no longer inadequate, and the notice was lifted in October.",
        "They were no longer inadequate, and in October 2017 the commissioner left.",
        "The services are no longer inadequate and the direction was revoked on 3 October 2017.",
    ],
)
def test_a_grade_that_is_no_longer_so_has_no_day_behind_it(rest, told):
    page = f"{BAD}Inspectors looked at progress on 24 and 25 October 2017.\n\n{rest}"
    assert [grade for _, days, _, grade in told(page) if days != "2015-05"].count("inadequate") == 0


@pytest.mark.parametrize(
    "rest",
    [
        "I visited the children’s services team last month, and I was made welcome.",
        "Peer reviewers from Leeds, who spent three days here in September 2018, looked at children’s services.",
        "Members visited the front door of children’s services on 3 May 2018.",
        "The adviser visited children’s services in June 2018.",
        "It is sometimes said to me that Stockport’s children’s services are good.",
        "It has often been put to us that our children’s services are outstanding.",
        "The first monitoring visit of Ofsted was described as a triumph. It had not happened.",
        "The inspection of children’s services in May 2018 was widely reported. It never took place.",
        "A judgement of good at the next short inspection of children’s services is within reach.",
    ],
)
def test_what_no_inspector_did_is_no_inspection(rest, told):
    assert told(rest) == []


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("Inspectors from Ofsted spent three days here in September 2018, looking at children’s services.", "2018-09"),
        ("Members heard that Ofsted visited children’s services on 3 May 2018.", "2018-05-03"),
        ("Councillors will know that children’s services were visited by Ofsted on 3 May 2018.", "2018-05-03"),
        ("The mayor was in the building when Ofsted visited children’s services in June 2018.", "2018-06"),
        ("I was there when Ofsted inspected children’s services in June 2018.", "2018-06"),
    ],
)
def test_what_inspectors_did_is_one_whoever_tells_of_it(rest, expected, told):
    assert [days for _, days, *_ in told(rest)] == [expected]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (
            "Second monitoring visit\n\n28 and 29 November 2023. Looked at plans.",
            ("monitoring-visit", "2023-11-28/2023-11-29"),
        ),
        (
            "Focused visit\n\nOn 3 and 4 May 2022.\n\nThe letter came later.",
            ("focused-visit", "2022-05-03/2022-05-04"),
        ),
        ("Monitoring visit\n\nIt took place on 3 May 2016. It looked at adoption.", ("monitoring-visit", "2016-05-03")),
        (
            "Second monitoring visit\n\nThis was to have been on 17 and 18 September 2024 but it has been put back.",
            None,
        ),
        ("Second monitoring visit\n\nUpdated 3 May 2022. The letter is below.", None),
        ("Our plan\n\n28 and 29 November 2023. Looked at plans.", None),
    ],
)
def test_a_visit_named_in_a_heading_has_the_days_below_it(rest, expected, told):
    page = f"Ofsted inspected children’s services in May 2021 and judged them inadequate.\n\n{rest}"
    found = [(kind, days) for kind, days, *_ in told(page, DATED) if days is not None and days != "2021-05"]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("rest", "kind"),
    [
        (
            "Monitoring visits have been made. By the time of the following visit, on 28 January 2020, all was well.",
            "monitoring-visit",
        ),
        (
            "Two monitoring visits were made. At the second visit, on 3 May 2016, inspectors saw panels.",
            "monitoring-visit",
        ),
        ("Three focused visits were made. The last visit, in March 2020, looked at the front door.", "focused-visit"),
        (
            "Monitoring visits have been made. By the time of the full inspection, on 28 January 2020, all was well.",
            "full",
        ),
        ("By the time of the following visit, on 28 January 2020, all was well.", "unstated"),
    ],
)
def test_the_following_visit_is_of_the_kind_told_of_together(rest, kind, told):
    days = ("2020-01-28", "2016-05-03", "2020-03")
    assert [each for each, day, *_ in told(BAD + rest) if day in days] == [kind]


def test_a_visit_follows_the_newest_inspection_whose_day_is_told(catalogue):
    page = (
        f"{HEAD}Ofsted inspected children’s services in December 2018 and judged them inadequate. "
        "They had been rated good at the previous inspection.\n\nA monitoring visit was made on 17 September 2019.\n"
    )
    reading = read(hold_text("page.txt", page.encode(), Sidecar()), catalogue)
    visit = next(i for i in reading.inspections if i.kind == "monitoring-visit")
    followed = next(i for i in reading.inspections if i.key == visit.follows)
    assert followed.overall.grade == "inadequate"
