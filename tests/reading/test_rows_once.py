"""A line of a table is told once, and its day is not the page's; a council's own inspectors are no inspectorate."""

import pytest

from tests.reading.given import reading_of

ROWS = (
    ("Service", "Date", "Outcome"),
    ("Children’s services", "March 2015", "Requires improvement"),
    ("Adult community learning", "November 2013", "Good"),
    ("Youth offending", "June 2014", "no overall grade"),
)


@pytest.mark.parametrize("between", ["\t", " | ", "spaces"])
def test_each_row_is_one_inspection_and_no_row_dates_the_page(catalogue, between):
    lines = ["".join(f"{c:34}" for c in row).rstrip() if between == "spaces" else between.join(row) for row in ROWS]
    text = "Knowsley Metropolitan Borough Council: inspections\n\n" + "\n".join(lines) + "\n\nThank you.\n"
    found = reading_of(text, catalogue)
    told = [
        (i.service.slug, i.inspected and i.inspected.edtf, i.overall and i.overall.grade) for i in found.inspections
    ]
    assert told[:2] == [
        ("childrens-services", "2015-03", "requires-improvement"),
        ("adult-learning", "2013-11", "good"),
    ]
    assert all(grade is None for _, _, grade in told[2:])
    assert found.published is None


@pytest.mark.parametrize("who", ["Young inspectors", "Lay inspectors", "Our tenant inspectors", "Peer inspectors"])
def test_inspectors_of_a_council_s_own_are_no_inspectorate(catalogue, who):
    text = (
        f"Sefton news\n\n{who} from Sefton inspected the council’s children’s services in June 2021 and rated them "
        "good. Ofsted’s own last judgement of Sefton’s children’s services, in May 2022, was inadequate.\n"
    )
    found = reading_of(text, catalogue)
    assert [(i.inspected.edtf, i.overall.grade) for i in found.inspections] == [("2022-05", "inadequate")]
