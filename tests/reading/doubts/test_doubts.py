"""What speaks against any grade of an inspection: the council had gone by then, or is no council."""

from tests.reading.given import given, reading_of


def test_a_council_that_had_gone_gets_no_grade_without_a_day(catalogue):
    page = """Children's services in the county
Published on 2 December 2022

Northamptonshire's children's services were rated inadequate by Ofsted.
"""
    assert given(reading_of(page, catalogue, "Stockport Council")) == []


def test_a_council_that_had_gone_keeps_the_grade_it_was_given_in_its_time(catalogue):
    page = """Children's services in the county
Published on 2 December 2022

Northamptonshire County Council's children's services were rated inadequate by Ofsted in June 2019.
"""
    reading = reading_of(page, catalogue, "Stockport Council")
    assert [(fact.authorities[0].slug, fact.overall.grade) for fact in reading.inspections] == [
        ("northamptonshire", "inadequate")
    ]
