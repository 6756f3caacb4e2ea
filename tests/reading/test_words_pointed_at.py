"""Words that somebody points at and did not say, names in marks, and pages that say when they were put online."""

from __future__ import annotations

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text
from tests.reading.said import said

REPORT = "Ofsted’s report on Kent’s children’s services was published on 4 March 2024. "


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Councillor Lee asked about the sentence in paragraph 41 of the report, “Plans are late and seldom read”.",
         "report"),
        ("Councillor Lee drew attention to the finding on page 3 of the inspectors’ letter that “plans are late”.",
         "report"),
        ("Members turned to the passage from the report, “Plans are late and seldom read”.", "report"),
        ("The Chair read out the words of the inspectors: “Plans are late and seldom read”.", "report"),
        ("Ms Hart quoted the lines at the foot of page 9 of the report, “Plans are late and seldom read”.", "report"),
        ("Councillor Ann Lee asked about the report and said, “Plans are late and seldom read”.", "person"),
        ("Councillor Ann Lee said of the sentence in the report: “I wish I’d written it myself”.", "person"),
        ("Councillor Ann Lee asked about the sentence in the leaflet, “Plans are late and seldom read”.", "other"),
        ("Nothing like these words is in the report: not the sentence of the inspectors “plans are late”.", "other"),
        ("The council’s own words, after the report: “Plans are late and seldom read”.", "other"),
    ],
)  # fmt: skip
def test_who_points_at_a_sentence_of_the_report_did_not_write_it(words: str, kind: str) -> None:
    found = said(REPORT + words)[-1].kind
    assert (found if found in ("report", "person") else "other") == kind or (kind == "other" and found != "report")


PAGES = (
    "Kirklees Voice\n\n9 January 2017\n\nOfsted inspected Kirklees Council’s children’s services in September 2016.\n\n"
    "{}\n\nPage 2: “Failures leave some children at risk of harm for too long.”\nPage 17: “Social workers are leaving "
    "faster than they can be replaced.”\n\nThat is quite bad enough.\n"
)


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("WHAT THE REPORT REALLY SAYS", 2),
        ("FROM THE INSPECTORS’ LETTER", 2),
        ("IN OFSTED’S OWN WORDS", 2),
        ("WHAT WE SAY ABOUT THE REPORT", 0),
        ("OUR RESPONSE TO OFSTED", 0),
        ("WHAT OUR MANIFESTO SAYS", 0),
        ("NOT IN THE REPORT", 0),
    ],
)
def test_pages_below_a_heading_that_names_the_report_are_its_words(heading: str, found: int, catalogue) -> None:
    reading = read(hold_text("page.txt", PAGES.format(heading).encode(), Sidecar()), catalogue)
    assert [each.kind for each in reading.statements] == ["finding"] * found


LETTER = (
    "Kent County Council\n\n9 January 2017\n\nOfsted inspected Kent’s children’s services in September 2016.\n\n{}\n"
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("People ask us “what is your Ofsted, then?” and we tell them.", 0),
        ("Residents often ask “why does it take so long?” and they are right.", 0),
        ("Some parents wonder “will anybody ever read this?” and so do we.", 0),
        ("They keep asking “when will it be over?” and nobody knows.", 0),
        ("A parent asked us “what is your Ofsted, then?” at the meeting.", 1),
        ("Parents told inspectors “nobody ever rings us back”.", 1),
    ],
)
def test_what_anybody_may_ask_nobody_has_said(words: str, found: int, catalogue) -> None:
    reading = read(hold_text("page.txt", LETTER.format(words).encode(), Sidecar()), catalogue)
    assert len(reading.statements) == found


LISTED = (
    "13 February 2018\n\nMonitoring visit of Kent local authority children’s services\n\nInspectors visited Kent’s "
    "children’s services on 16 and 17 January 2018.\n\nInspectors found progress, with a focus on:\n• {}\n• plans\n"
)


@pytest.mark.parametrize(
    ("bullet", "found"),
    [
        ("the ‘front door’, known as the Family Front Door", 0),
        ("the ‘second look’, for thresholds", 0),
        ("its ‘single view’.", 0),
    ],
)
def test_a_name_in_marks_that_begins_a_bullet_is_nobodys_words(bullet: str, found: int, catalogue) -> None:
    reading = read(hold_text("page.txt", LISTED.format(bullet).encode(), Sidecar()), catalogue)
    assert len(reading.statements) == found


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Delivered from 2 December 2016; this corrected version put online on 9 January 2017", "2017-01-09"),
        ("This page went live on 9 January 2017", "2017-01-09"),
        ("Leaflet no. 4, uploaded 9 January 2017", "2017-01-09"),
        ("This story first went online on 9 January 2017", "2017-01-09"),
        ("The report was put online on 9 January 2017", None),
        ("Our new system for blue badges is online since 9 January 2017", None),
        ("Ofsted’s letter was uploaded on 9 January 2017", None),
    ],
)
def test_a_page_is_dated_by_when_it_was_put_online(line: str, day: str | None, catalogue) -> None:
    page = f"KIRKLEES VOICE\n\nThe facts they won’t print\n\n{line}\n\nOfsted rated Kirklees inadequate in November.\n"
    reading = read(hold_text("page.txt", page.encode(), Sidecar()), catalogue)
    assert (reading.published.edtf if reading.published else None) == day


HEAD = "{}\n\n14 November 2017\n\nTo: Ann Lee, Strategic Director, Salford City Council\n\n{}\n\n"
BODY = (
    "Joint targeted area inspection of Salford\n\nBetween 18 and 22 September 2017, Ofsted, the Care Quality "
    "Commission and HMI Probation undertook a joint inspection of the multi-agency response to abuse and neglect in "
    "Salford.\n\nYours sincerely\n\nPhilomena Garside\n"
)


@pytest.mark.parametrize(
    ("paper", "dear", "published"),
    [
        ("Ofsted", "Dear colleagues", "2017-11-14"),
        ("Care Quality Commission", "Dear all", "2017-11-14"),
        ("Ofsted", "Dear members of the partnership", "2017-11-14"),
        ("Salford City Council", "Dear colleagues", None),
        ("Salford City Council", "Dear parents and carers", None),
        ("Ofsted and us", "Dear parents", None),
    ],
)
def test_a_letter_on_the_inspectorates_own_paper_is_its_report(paper, dear, published, catalogue) -> None:
    [fact] = read(hold_text("page.txt", (HEAD.format(paper, dear) + BODY).encode(), Sidecar()), catalogue).inspections
    assert (fact.published.edtf if fact.published else None) == published


BEXLEY = (
    "London Borough of Bexley\n\nInspection news\n\n26 September 2014\n\n{} Ofsted’s letter on children’s services is "
    "due.\n"
)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("HM Inspectorate of Probation undertook a short quality screening of the Youth Offending Team in May 2014.",
         "short"),
        ("A short quality screening of Bexley’s youth offending team was carried out by HMI Probation in May 2014.",
         "short"),
        ("HMI Probation has published its short quality screening of Bexley’s youth offending team, of May 2014.",
         "short"),
        ("HMI Probation’s short film on screening for Bexley’s youth offending team was shown in May 2014.", None),
        ("The Youth Offending Team had its eyes tested at a short screening, says HMI Probation, in May 2014.", None),
    ],
)  # fmt: skip
def test_a_short_quality_screening_is_a_visit(words, kind, catalogue) -> None:
    found = read(hold_text("page.txt", BEXLEY.format(words).encode(), Sidecar()), catalogue).inspections
    assert [(each.kind, each.service.slug, each.inspected.edtf) for each in found] == (
        [(kind, "youth-justice", "2014-05")] if kind else []
    )
