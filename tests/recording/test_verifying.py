"""Is this what the report says? Quotations against a report, typesetting apart, one word at a time."""

import pytest

from inspections.quotes import take
from inspections.recording.verifying import Primary, verify
from inspections.text import Span

REPORT = """Leaders\u2019 plans are well-judged.  Managers have not developed e\ufb00ective
plans to recruit learners from priority groups across all the provision. Consequently too few unemployed learners
benefit. Tutors know their learners well; they plan with care."""

STATES = [
    ("Managers have not developed effective plans", "exact"),
    ("managers have not developed effective plans to recruit learners.", "exact"),
    ("“Managers have not developed effective plans”", "exact"),
    ("Leaders' plans are well\u2010judged", "exact"),
    ("Managers have not developed effective plans … across all the provision", "exact"),
    ("Managers ... plans to recruit [adult] learners", "exact"),
    ("[The leaders\u2019] plans are well-judged", "exact"),
    ("Tutors know their learners well\n\nthey plan with care", "exact"),
    ("Managers have developed effective plans to recruit learners", "altered"),
    ("Managers have not developed effective plans to recruit pupils from priority groups", "altered"),
    ("they plan with care … Tutors know their learners well", "altered"),
    ("Manager have not developed", "not-found"),
    ("Governors challenge leaders robustly and often", "not-found"),
    ("learners from priority", "exact"),
    ("earners from priority group", "not-found"),
    ("…", "not-found"),
]


@pytest.mark.parametrize(("quotation", "state"), STATES)
def test_it_tells_exact_altered_and_not_found_apart(quotation, state):
    assert verify(quotation, [Primary("report", REPORT)]).state == state


def test_without_a_report_it_says_that_none_is_held():
    assert verify("Managers have not", []).state == "primary-not-held"


def test_the_best_of_several_reports_counts():
    other = Primary("other", "An entirely different report.")
    found = verify("Tutors know their learners well", [other, Primary("report", REPORT)])
    assert (found.state, found.primary) == ("exact", "report")
    assert found.comparison.span.of(REPORT) == "Tutors know their learners well"


def test_an_altered_quotation_says_which_words_differ():
    found = verify("Managers have developed effective plans to attract learners", [Primary("report", REPORT)])
    told = [(each.kind, each.theirs, each.held) for each in found.comparison.differences]
    assert told == [("left-out", "", "not"), ("changed", "attract", "recruit")]


def test_furniture_between_two_pages_does_not_part_a_quotation():
    text = "Leaders know the service\n\nPage 3 of 9\n\nwell and act on it."
    furniture = (Span(text.index("Page"), text.index("\n\nwell")),)
    assert verify("Leaders know the service well", [Primary("report", text, furniture)]).state == "exact"
    assert verify("Leaders know the service well", [Primary("report", text)]).state == "altered"


def test_brackets_and_ellipses_split_a_quotation_into_runs():
    given = take("learners [are] not prepared … for “employment”.")
    assert [list(run.words) for run in given.runs] == [["learners"], ["not", "prepared"], ["for", "employment"]]
