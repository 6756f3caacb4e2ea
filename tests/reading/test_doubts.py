"""What speaks against a grade: each line is a page of which no such grade may be taken, and why."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

PAGE = """Our children's services and their inspectors
Published on 2 October 2018

Stockport Council's children's services were inspected by Ofsted between 3 and 7 September 2018. {}
"""

DOUBTFUL = [
    ("The council has rated itself: its service was judged outstanding.", "own"),
    ("The service was judged inadequate in one area.", "part only"),
    ("In 2014 the service was judged inadequate in two areas and required improvement overall.", "part only"),
    ("The opposition alleged that the service was judged inadequate.", "claim"),
    ("Leaders had hoped the service would be judged outstanding.", "hope"),
    ("The service was judged inadequate in a provisional report.", "unpublished"),
    ("An Outstanding judgement overall was the aim, and the service was judged so.", "hope"),
    ("Bolton had it worse: its service was judged inadequate.", ""),
    ("Greater Manchester Police were rated inadequate for how they record crime.", ""),
]


def reading_of(words, catalogue, page=PAGE):
    held = hold_text("page.txt", page.format(words).encode(), Sidecar(publisher="Stockport Council"))
    return read(held, catalogue)


def given(reading):
    return [
        grade.grade
        for fact in reading.inspections
        for grade in [*([fact.overall] if fact.overall else []), *(judged.grade for judged in fact.judgements)]
    ]


@pytest.mark.parametrize(("words", "why"), DOUBTFUL)
def test_a_grade_that_something_speaks_against_is_left_out_and_named(words, why, catalogue):
    reading = reading_of(words, catalogue)
    assert given(reading) == []
    passed_over = [warned.message for warned in reading.warnings if warned.code == "grade-passed-over"]
    assert any(why in message for message in passed_over)


def test_the_same_page_gives_its_grade_when_nothing_speaks_against_it(catalogue):
    assert given(reading_of("The service was judged good.", catalogue)) == ["good"]


def test_a_council_that_had_gone_gets_no_grade_without_a_day(catalogue):
    page = """Children's services in the county
Published on 2 December 2022

Northamptonshire's children's services were rated inadequate by Ofsted.
"""
    assert given(reading_of("", catalogue, page)) == []


def test_a_council_that_had_gone_keeps_the_grade_it_was_given_in_its_time(catalogue):
    page = """Children's services in the county
Published on 2 December 2022

Northamptonshire County Council's children's services were rated inadequate by Ofsted in June 2019.
"""
    reading = reading_of("", catalogue, page)
    assert [(fact.authorities[0].slug, fact.overall.grade) for fact in reading.inspections] == [
        ("northamptonshire", "inadequate")
    ]


def test_a_list_of_another_framework_is_not_given_to_an_old_inspection(catalogue):
    page = """Bexley's children's services
News from 2 October 2018

Bexley Council's children's services were inspected by Ofsted in July 2014 and judged to require improvement.

The impact of leaders on social work practice with children and families: outstanding
The experiences and progress of children in care and care leavers: outstanding
"""
    assert given(reading_of("", catalogue, page)) in (["requires-improvement"], [])


def test_what_was_announced_today_was_not_inspected_today(catalogue):
    page = """Star ratings
29 November 2007

Kent keeps three stars for its adult social care, the Commission for Social Care Inspection announced today.
"""
    reading = reading_of("", catalogue, page)
    assert [fact.inspected for fact in reading.inspections] == [None] * len(reading.inspections)


def test_a_visit_that_began_today_keeps_its_day(catalogue):
    page = """Inspectors are here
29 November 2007

Ofsted began an inspection of Stockport Council's children's services today.
"""
    days = [fact.inspected.edtf for fact in reading_of("", catalogue, page).inspections if fact.inspected]
    assert days == ["2007-11-29"]


def test_where_something_was_judged_is_not_what_was_judged(catalogue):
    page = """A verdict
12 August 2021

Hull's youth offending service has been rated 'Good' by HM Inspectorate of Probation after an inspection in April.

Governance and leadership was rated Outstanding. Reviewing, in court disposals, was rated Requires improvement.
"""
    [fact] = reading_of("", catalogue, page).inspections
    assert "court disposals" not in {judged.aspect for judged in fact.judgements}
    assert "Governance and leadership" in {judged.aspect for judged in fact.judgements}


def test_a_table_is_not_given_to_an_inspection_of_no_day(catalogue):
    page = """Our grades
Published on 4 June 2024

Stockport Council's services for children are inspected by Ofsted. The last standard inspection took place from 11 to 22
March 2024, and the report was published on 15 May 2024.

The experiences and progress of children in care
Good

Overall effectiveness
Good

Previous inspections

July 2019 – Standard inspection – Requires improvement to be good
"""
    reading = reading_of("", catalogue, page)
    days = {fact.inspected.edtf if fact.inspected else "" for fact in reading.inspections if fact.overall}
    assert "" not in days
