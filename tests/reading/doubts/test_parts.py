"""What speaks against a grade in the name of what was judged."""

from tests.reading.given import reading_of


def test_where_something_was_judged_is_not_what_was_judged(catalogue):
    page = """A verdict
12 August 2021

Hull's youth offending service has been rated 'Good' by HM Inspectorate of Probation after an inspection in April.

Governance and leadership was rated Outstanding. Reviewing, in court disposals, was rated Requires improvement.
"""
    [fact] = reading_of(page, catalogue, "Stockport Council").inspections
    assert "court disposals" not in {judged.aspect for judged in fact.judgements}
    assert "Governance and leadership" in {judged.aspect for judged in fact.judgements}
