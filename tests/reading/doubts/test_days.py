"""Days that speak against a grade, or are none of a visit."""

from tests.reading.given import given, reading_of


def test_what_was_announced_today_was_not_inspected_today(catalogue):
    page = """Star ratings
29 November 2007

Kent keeps three stars for its adult social care, the Commission for Social Care Inspection announced today.
"""
    reading = reading_of(page, catalogue, "Stockport Council")
    assert [fact.inspected for fact in reading.inspections] == [None] * len(reading.inspections)


def test_a_visit_that_began_today_keeps_its_day(catalogue):
    page = """Inspectors are here
29 November 2007

Ofsted began an inspection of Stockport Council's children's services today.
"""
    days = [
        fact.inspected.edtf for fact in reading_of(page, catalogue, "Stockport Council").inspections if fact.inspected
    ]
    assert days == ["2007-11-29"]


def test_a_list_of_another_framework_is_not_given_to_an_old_inspection(catalogue):
    page = """Bexley's children's services
News from 2 October 2018

Bexley Council's children's services were inspected by Ofsted in July 2014 and judged to require improvement.

The impact of leaders on social work practice with children and families: outstanding
The experiences and progress of children in care and care leavers: outstanding
"""
    assert given(reading_of(page, catalogue, "Stockport Council")) in (["requires-improvement"], [])


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
    reading = reading_of(page, catalogue, "Stockport Council")
    days = {fact.inspected.edtf if fact.inspected else "" for fact in reading.inspections if fact.overall}
    assert "" not in days
