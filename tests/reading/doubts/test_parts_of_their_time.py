"""Names of parts that a framework brought, in the weeks about its first day in the catalogue, and long before."""

import pytest

PAGE = """Peterborough City Council

Date: 30 April {year}

Peterborough City Council’s fostering service has been judged good overall by Ofsted.

Inspectors visited the service from 5 to 9 March {year}. The report graded the service as follows:

Overall effectiveness – good
{label} – outstanding
"""


@pytest.mark.parametrize(
    ("year", "label", "grades"),
    [
        (2012, "Outcomes for children and young people", ["outstanding"]),
        (2012, "Safeguarding children and young people", ["outstanding"]),
        (2010, "Outcomes for children and young people", []),
        (2009, "Safeguarding children and young people", []),
    ],
)
def test_the_first_day_of_a_framework_is_about_then(page, year, label, grades):
    facts = page(PAGE.format(year=year, label=label)).inspections
    assert [judged.grade.grade for fact in facts for judged in fact.judgements] == grades
