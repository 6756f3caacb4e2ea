"""Word for word or not: typesetting never matters, one other word always does."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspections.quotes import compare, fold, take
from inspections.text import Span

HELD = """Leaders\u2019 plans are well-judged.  Managers have not developed e\ufb00ective
plans to recruit learners from priority groups across all the provision. Consequently too few unemployed learners
benefit. Tutors know their learners well; they plan with care. The inspec-
tion cost \u00a31,000 (3.5%) in 2018\u201319. Caf\u00e9s closed\u00a0early."""

VERDICTS = [
    ("Managers have not developed effective plans", "exact"),
    ("MANAGERS HAVE NOT", "exact"),
    ("[m]anagers have not developed", "exact"),
    ("Leaders' plans are well\u2010judged", "exact"),
    ("well judged. Managers", "exact"),
    ("plans are welljudged", "exact"),
    ("The inspection cost", "exact"),
    ("the inspec\u00adtion cost", "exact"),
    ("in 2018-19", "exact"),
    ("cost \u00a31,000 (3.5 %)", "exact"),
    ("Cafe\u0301s closed early", "exact"),
    ("Managers have not developed \u2026 across all the provision", "exact"),
    ("Managers . . . plans to recruit [adult] learners", "exact"),
    ("\u201cTutors know their learners well\u201d\n\nthey plan with care", "exact"),
    ("Managers have developed effective plans to recruit learners", "altered"),
    ("Managers have not developed effective plans to recruit pupils from priority groups", "altered"),
    ("they plan with care \u2026 Tutors know their learners well", "altered"),
    ("cost \u00a31000", "absent"),
    ("closed early in the Cafes", "absent"),
    ("35%", "absent"),
    ("201819", "absent"),
    ("for 1\u00bd", "absent"),
    ("earners from priority", "absent"),
    ("Governors challenge leaders robustly and often", "absent"),
    ("M\u0430nagers have not", "absent"),  # a Cyrillic letter
]


@pytest.mark.parametrize(("words", "verdict"), VERDICTS)
def test_each_quotation_gets_its_verdict(words, verdict):
    assert compare(take(words), fold(HELD)).verdict == verdict


DIFFERENCES = [
    ("Managers have developed effective plans to recruit", [("left-out", "", "not")]),
    ("Managers have not yet developed effective plans", [("inserted", "yet", "")]),
    ("Managers have never developed effective plans", [("changed", "never", "not")]),
    ("Sadly managers have not developed effective plans", [("inserted", "Sadly", "")]),
    ("plans are welljudged. Managers have developed effective plans", [("left-out", "", "not")]),
    (
        "Managers have not developed \u2026 plans to attract learners [of all ages] across all the provision",
        [("changed", "attract", "recruit")],
    ),
]


@pytest.mark.parametrize(("words", "differences"), DIFFERENCES)
def test_every_word_that_differs_is_told(words, differences):
    found = compare(take(words), fold(HELD))
    assert [(each.kind, each.theirs, each.held) for each in found.differences] == differences


def test_a_match_is_the_slice_of_the_held_text():
    found = compare(take("effective plans"), fold(HELD))
    assert found.span.of(HELD) == "e\ufb00ective\nplans"


def test_what_an_ellipsis_leaves_out_is_counted():
    found = compare(take("Managers have not \u2026 plans to recruit"), fold(HELD))
    assert (found.verdict, found.omitted, len(found.spans)) == ("exact", 2, 2)


def test_runs_of_different_pages_are_not_one_quotation():
    far = "Leaders are trusted. " + "word " * 900 + "The service is inadequate."
    assert compare(take("Leaders are \u2026 inadequate"), fold(far)).verdict == "altered"


def test_words_that_are_skipped_part_nothing():
    text = "Leaders know Page 3 the service well"
    skip = (Span(text.index("Page"), text.index(" the")),)
    assert compare(take("Leaders know the service well"), fold(text, skip)).verdict == "exact"


WORDS = st.lists(st.text("abcdefg\u00e9", min_size=1, max_size=6), min_size=6, max_size=40)
MARKS = {"'": "\u2019", " ": "\u00a0\n ", "-": "\u2013", ".": "\u2026 ."}


@given(WORDS, st.data())
def test_any_slice_from_word_edge_to_word_edge_is_exact(words, data):
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    held = " ".join(words)
    assert compare(take(" ".join(words[first : last + 1])), fold(held)).verdict == "exact"


@given(WORDS, st.data())
def test_typesetting_never_matters(words, data):
    seams = data.draw(st.lists(st.sampled_from([" ", "\u00a0", "\n", ", ", " \u2013 ", "\u201d \u201c", "\t", "; "]),
                               min_size=len(words), max_size=len(words)))  # fmt: skip
    upper = data.draw(st.booleans())
    set_otherwise = "".join(word + seam for word, seam in zip(words, seams, strict=True))
    theirs = set_otherwise.upper() if upper else set_otherwise
    assert compare(take(theirs), fold(" ".join(words))).verdict == "exact"


@given(WORDS, st.data())
def test_one_other_word_is_never_word_for_word(words, data):
    at = data.draw(st.integers(0, len(words) - 1))
    changed = [*words[:at], "zz", *words[at + 1 :]]
    assert compare(take(" ".join(changed)), fold(" ".join(words))).verdict != "exact"


@given(st.text(max_size=300), st.text(max_size=600))
def test_nothing_that_is_pasted_breaks_it_and_spans_stay_inside(words, held):
    found = compare(take(words), fold(held))
    assert all(span.of(held) for span in found.spans)


def test_repeated_common_words_do_not_make_it_slow():
    held = fold("the a of and to " * 4000)
    assert compare(take("the of a to " * 160), held).verdict in ("absent", "altered")


def test_a_busy_machine_fails_no_property_and_each_run_has_the_same_examples():
    """Of this suite's profile, which every property of every file is made with."""
    of_a_test = test_any_slice_from_word_edge_to_word_edge_is_exact._hypothesis_internal_use_settings
    for each in (settings(), of_a_test):
        assert each.deadline is None and each.derandomize and each.database is None
        assert HealthCheck.too_slow in each.suppress_health_check
