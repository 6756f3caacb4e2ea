"""No text made of ordinary forms gives a fact that it does not tell, and most give those that they tell."""

from collections import Counter

import pytest

from inspections.catalogue import load
from tests.reading.forms import texts
from tests.reading.forms_said import spoken
from tests.reading.scoring_forms import GROUPS, verdict
from tests.reading.scoring_said import SPOKEN, judged

CATALOGUE = load()
EACH = 12


@pytest.mark.parametrize("seed", range(6))
def test_no_form_gives_a_grade_that_nobody_gave(seed):
    wrong = [each.text for each in texts(seed, EACH) if verdict(each, CATALOGUE) == "wrong"]
    assert wrong == []


def test_most_of_each_group_is_read():
    read, all_of = Counter(), Counter()
    for each in texts(2023, 24):
        all_of[each.group] += 1
        read[each.group] += verdict(each, CATALOGUE) == "right"
    assert set(all_of) == set(GROUPS)
    assert {group for group in GROUPS if read[group] < GROUPS[group] * all_of[group]} == set()


@pytest.mark.parametrize("otherwise", [False, True])
@pytest.mark.parametrize("seed", range(2))
def test_no_form_puts_words_into_a_mouth(seed, otherwise):
    texts_said = spoken(seed, otherwise=otherwise)
    wrong = [(each.text, why) for each in texts_said for found, why in [judged(each, CATALOGUE)] if found == "wrong"]
    assert wrong == []


def test_most_words_of_each_group_are_read_with_who_said_them():
    read, all_of = Counter(), Counter()
    for each in spoken(2023, 2):
        all_of[each.group] += 1
        read[each.group] += judged(each, CATALOGUE)[0] == "right"
    assert set(all_of) == set(SPOKEN)
    assert {group for group in SPOKEN if read[group] < SPOKEN[group] * all_of[group]} == set()
