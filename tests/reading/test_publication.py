"""The date a source states for itself, and the days in its head that are something else's."""

import pytest

from inspections.reading.context import is_letter
from inspections.reading.document import Document
from inspections.reading.facts import Held
from inspections.reading.publication import publication

STORY = (
    "Ofsted has judged the children’s services of Bury Council to be good. Its report, out last week, says that "
    "social workers know families well."
)


def dated(head, story=STORY):
    document = Document(Held("x.txt", "text/plain", "0" * 64, f"{head}\n\n{story}\n"))
    found = publication(document, is_letter(document))
    return found.edtf if found else None


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("THE BRACKEN\nIssue 14 – Friday 27 March 2026", "2026-03-27"),
        ("Staff News\nFor everyone who works at Bury Council | 17 April 2024 | Issue 212", "2024-04-17"),
        ("Bury Sentinel\nTHURSDAY 14 JULY 2011                              60p", "2011-07-14"),
        ("PRESS RELEASE\nFOR IMMEDIATE RELEASE: 12 October 2023", "2023-10-12"),
        ("# Bury Council newsroom\n\n**31 January 2025**\n\n## Children’s services rated good", "2025-01-31"),
        ("Our inspections\n\nPage last reviewed 2 May 2023 by Bury Council", "2023-05-02"),
        ("Our inspections\n\nThis page was last updated on 2 May 2023", "2023-05-02"),
        ("Questions and answers\nReviewed 12/12/2025", "2025-12-12"),
        ("Bury Echo, 21 September 2016", "2016-09-21"),
        ("Children’s services rated good\n\n10 December 2009 | 4 minute read", "2009-12-10"),
        ("Posted 14:05 on 7/3/2023\n\nChildren’s services rated good", "2023-03-07"),
        ("A grade for Bury\n\nUna Dole, education reporter · 27 June 2024, 17:05", "2024-06-27"),
        ("A grade for Bury\n\n21 June 2024 · by Una Dole · 6 min read", "2024-06-21"),
        ("A grade for Bury\n\n2 November 2025 ~ 6 minute read", "2025-11-02"),
        ("A grade for Bury\nTuesday, 5th August 2025 06:00  By Una Dole", "2025-08-05"),
        ("What we read\n17 February 2024 · filed under: children, scrutiny", "2024-02-17"),
        ("Two Towns\nfor people who run schools                    Issue 219, 9 May 2014", "2014-05-09"),
        ("Two Towns\nnewsletter of the joint committee – No. 61 – Friday 26 May 2023", "2023-05-26"),
        ("Two Towns\n\nIssue 34, sent by e-mail on 12 June 2020", "2020-06-12"),
        ("Two Towns\n\nSpring 2019 (went to press 8 April 2019)", "2019-04-08"),
        ("Two Towns\nDelivered by your local team       April 2023       FREE, NO. 114", "2023-04"),
        ("Two Towns: plain answers\nFactsheet 12. Version 4, May 2025", "2025-05"),
        ("Two Towns\n\nPosted in January 2026 by Una", "2026-01"),
        ("Two Towns\nAutumn 2024  *  Delivered by hand  *  Please recycle", "2024-23"),
        ("Two Towns\n\nMEMBERS’ NEWSLETTER - SPRING 2019", "2019-21"),
    ],
)
def test_it_reads_the_date_of_a_source(head, day):
    assert dated(head) == day


@pytest.mark.parametrize(
    "head",
    [
        "BURY COUNCIL – EXECUTIVE – 18 MARCH 2019",
        "Children’s Scrutiny Committee | 18 March 2019 | Item 4",
        "Meeting date: Tuesday 21 November 2017",
        "Cabinet, 4 March 2019",
        "Ofsted inspection | 4 March 2019",
        "Nominations are due by – 4 March 2019",
        "A school that opened | 4 March 2019 and closed",
        "Newsletter no. 31    Summer term 2025",
        "Schools Forum | by noon on 4 March 2019 | Item 4",
        "Winter 2016 | Free",
        "Report of the committee – No. 61 of 4 March 2019",
        "Seen by the panel · Spring 2019",
    ],
)
def test_it_leaves_out_the_day_of_something_else(head):
    assert dated(head) is None


def test_it_leaves_out_the_days_of_sections():
    sections = f"16 AND 17 OCTOBER 2018\n\n{STORY}\n\n1 NOVEMBER 2020\n\n{STORY}\n\n1 APRIL 2021\n\n{STORY}"
    assert dated("Our inspections: a timeline", f"{STORY}\n\n{sections}") is None


def test_it_reads_one_day_below_the_beginning():
    assert dated("Our inspections", f"{STORY}\n\n4 March 2019") == "2019-03-04"


def test_it_takes_no_number_for_a_day():
    assert dated("Newsletter\nIssue 14 – Friday 27 March 2026") == "2026-03-27"
    assert dated("Newsletter\nNo. 3 - 5 March 2026") == "2026-03-05"


LETTER = """Ofsted
Piccadilly Gate

4 March 2022

Ann Dole
Director of Children’s Services
Bury Council

Dear Ms Dole

Focused visit to Bury children’s services

This letter summarises the findings of the focused visit to Bury on 1 and 2 February 2022.

{}

Yours sincerely

Una Lee
Her Majesty’s Inspector
"""


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("I copied this letter to them. It will be published on the Ofsted website on 11 March 2022.", "2022-03-11"),
        ("This letter will be published on our website on Friday 11 March 2022.", "2022-03-11"),
        ("This letter is to be published on 11 March 2022.", "2022-03-11"),
        ("My letter, which you have seen in draft, will be published on the website on 11 March 2022.", "2022-03-11"),
        ("This letter will be published on the Ofsted website.", "2022-03-04"),
        ("I wrote this letter at home. The grades will be published on our website on 11 March 2022.", "2022-03-04"),
        ("This letter follows a visit. Your plan will be published on 11 March 2022.", "2022-03-04"),
        ("This letter will be published in the spring. The next visit is on 11 March 2022.", "2022-03-04"),
        ("Your letter will be published on your website on 11 March 2022.", "2022-03-04"),
    ],
)  # fmt: skip
def test_a_letter_that_says_when_it_will_be_published_was_published_then(words, day):
    document = Document(Held("x.txt", "text/plain", "0" * 64, LETTER.format(words)))
    found = publication(document, is_letter(document))
    assert found is not None
    assert found.edtf == day


MINUTES = """Bury Council

Date  Monday 16 January 2012

PRESENT: Councillors Lee and Dole

MINUTES OF THE LAST MEETING

The minutes were confirmed.

RESOLVED that the report be noted.

{}
"""


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Minutes published 24 January 2012", "2012-01-24"),
        ("Published on 24 January 2012", "2012-01-24"),
        ("Publication date: 24 January 2012", "2012-01-24"),
        ("The meeting closed at 12.25 pm.", "2012-01-16"),
        ("Date: 24 January 2012", "2012-01-16"),
        ("Date of next meeting: 24 January 2012", "2012-01-16"),
    ],
)
def test_minutes_that_say_when_they_were_published_were_not_published_on_the_day_of_the_sitting(line, day):
    document = Document(Held("x.txt", "text/plain", "0" * 64, MINUTES.format(line)))
    found = publication(document, is_letter(document))
    assert found is not None
    assert found.edtf == day


@pytest.mark.parametrize("line", ["Vote on Thursday 5 May.", "Polling day: 5 May", "Vote Lee, 5 May"])
def test_the_day_on_which_to_vote_is_not_that_of_a_leaflet(line):
    assert dated("BURY FIRST\nSpring 2016", f"{STORY}\n\n{line}") == "2016-21"
