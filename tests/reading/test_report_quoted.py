"""Which inspection's report a quotation is from."""

from tests.reading.spoken_of import about

TWO = (
    "Ofsted inspected Stockport Council’s children’s services in May 2022 and judged them good.\n\n"
    "Ofsted had inspected the council’s children’s services in June 2018 and judged them inadequate.\n\n"
)


def test_a_report_whose_year_is_told_is_that_inspections(catalogue):
    assert about(TWO + "The 2018 report said: “Leaders were slow to act upon what they knew.”", catalogue) == [
        ["2018-06"]
    ]


def test_a_report_of_a_year_in_which_nothing_was_inspected_is_of_none(catalogue):
    text = TWO + "The 2011 report said: “Leaders were slow to act upon what they knew.”"
    assert about(text, catalogue) == [[]]


def test_a_report_of_a_visit_that_is_counted_is_of_that_visit(catalogue):
    text = (
        "Ofsted made its first monitoring visit to Stockport Council’s children’s services in March 2023.\n\n"
        "Ofsted made its second monitoring visit to the council’s children’s services in August 2023.\n\n"
        "Inspectors had said after a first short visit: “The pace of change is slow and must be faster.”"
    )
    assert about(text, catalogue) == [["2023-03"]]
