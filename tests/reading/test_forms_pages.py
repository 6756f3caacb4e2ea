"""Pages made of many ordinary sentences, of several councils and of one, give no grade that they do not tell."""

from collections import Counter

import pytest

from inspections.catalogue import load
from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text
from tests.reading.forms_pages import pages
from tests.reading.scoring_forms import verdict

CATALOGUE = load()


@pytest.mark.parametrize("seed", range(3))
def test_no_page_gives_a_grade_that_nobody_gave_and_most_are_read_whole(seed):
    found = [(each.group, verdict(each, CATALOGUE), each.text) for each in pages(seed, 30)]
    assert [text for _, judged, text in found if judged == "wrong"] == []
    right, all_of = (
        Counter(group for group, judged, _ in found if judged == "right"),
        Counter(each[0] for each in found),
    )
    assert {group for group in all_of if right[group] < 0.85 * all_of[group]} == set()


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("A college in Kent was judged good in 2020, and its apprenticeships outstanding.", []),
        ("The academy was judged good, its leadership outstanding.", []),
        ("Help and protection was judged good, and its leadership outstanding.", ["good", "outstanding"]),
    ],
)
def test_the_parts_of_a_college_are_not_the_councils(sentence, parts):
    text = (
        "The Weekly Gazette\n\n4 October 2023\n\nChildren’s services in Kent were rated good by Ofsted after "
        f"an inspection in May 2023. {sentence}\n"
    )
    [one] = read(hold_text("page.txt", text.encode(), Sidecar()), CATALOGUE).inspections
    assert [each.grade.grade for each in one.judgements] == parts
