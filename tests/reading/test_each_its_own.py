"""Councils that each have a grade of their own in one sentence, behind one that told of another's."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

BOLTON = "News, 12 June 2024\n\nOfsted has rated Bolton’s children’s services good. "


@pytest.fixture
def told(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
        return {i.authorities[0].slug: i.overall.grade for i in reading.inspections if i.overall}

    return find


@pytest.mark.parametrize(
    ("sentence", "grades"),
    [
        ("Bury got a good, and Rochdale an inadequate.", {"bury": "good", "rochdale": "inadequate"}),
        ("Kirklees, by contrast, came away with an inadequate.", {"kirklees": "inadequate"}),
        (
            "Neighbouring Bury remains inadequate, while Rochdale requires improvement.",
            {"bury": "inadequate", "rochdale": "requires-improvement"},
        ),
        ("Wigan’s were rated outstanding and Bury’s inadequate.", {"wigan": "outstanding", "bury": "inadequate"}),
    ],
)
def test_each_council_has_the_grade_behind_its_name(sentence, grades, told):
    assert told(BOLTON + sentence) == {"bolton": "good", **grades}


def test_the_verb_before_a_list_is_for_all_of_it(told):
    page = "June 2024\n\nOfsted judged children’s services in Bolton good, in Bury inadequate and in Wigan outstanding."
    assert told(page) == {"bolton": "good", "bury": "inadequate", "wigan": "outstanding"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Bury’s schools are good and Rochdale’s are inadequate.",
        "Bury hopes to get a good.",
        "Rochdale would have got a good.",
        "Residents in Bury rated it inadequate.",
        "Bury, where a nursery was rated inadequate, has not been inspected.",
        "Bury has a good cricket team.",
        "Bury did not get a good.",
        "Wigan gave itself a good.",
        "Rochdale’s fire service got a good.",
        "Will Bury get a good?",
        "The CQC rated Bury good in the same week.",
        "HM Inspectorate of Probation found Bury good and Rochdale inadequate.",
        "A think tank judged Bury inadequate and Rochdale good.",
        "Bury, I’m told, got a good.",
    ],
)
def test_what_no_inspectorate_gave_is_left(sentence, told):
    assert told(BOLTON + sentence) == {"bolton": "good"}
