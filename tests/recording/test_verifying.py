"""Is this what the report says? Quotations against a report, typesetting apart, one word at a time."""

import pytest

from inspections.recording.verifying import Primary, runs, verify

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
    assert verify(quotation, [Primary("report", REPORT)]) == state


def test_without_a_report_it_says_that_none_is_held():
    assert verify("Managers have not", []) == "primary-not-held"


def test_the_best_of_several_reports_counts():
    other = Primary("other", "An entirely different report.")
    assert verify("Tutors know their learners well", [other, Primary("report", REPORT)]) == "exact"


def test_brackets_and_ellipses_split_a_quotation_into_runs():
    assert runs("learners [are] not prepared … for “employment”.") == ["learners", "not prepared", 'for "employment']
