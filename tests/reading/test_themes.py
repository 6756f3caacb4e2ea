"""Progress told in sentences: each theme has its own, and a count of themes is no theme."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

VISIT = "20 December 2022\n\nOfsted made a monitoring visit to Bolton’s adult learning service in November 2022. "


@pytest.fixture
def told(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", (VISIT + text).encode(), Sidecar()), catalogue)
        overall = [("", i.overall.grade) for i in reading.inspections if i.overall]
        return dict([*overall, *((j.aspect, j.grade.grade) for i in reading.inspections for j in i.judgements)])

    return find


@pytest.mark.parametrize(
    ("sentence", "themes"),
    [
        (
            "They saw reasonable progress in two, care and teaching, and insufficient progress in a third, safety.",
            {"care": "reasonable", "teaching": "reasonable", "safety": "insufficient"},
        ),
        (
            "It found that leaders had made significant progress in governance and reasonable progress in teaching.",
            {"governance": "significant", "teaching": "reasonable"},
        ),
        (
            "Inspectors found reasonable progress in three themes and, in safeguarding, significant progress.",
            {"safeguarding": "significant"},
        ),
        (
            "Progress was found to be insufficient in governance and reasonable in the training of tutors.",
            {"governance": "insufficient", "the training of tutors": "reasonable"},
        ),
        (
            "It saw that oversight had made significant progress and that teaching had made reasonable progress.",
            {"oversight": "significant", "teaching": "reasonable"},
        ),
        (
            "It saw that reasonable progress had been made in teaching but progress in governance was insufficient.",
            {"teaching": "reasonable", "governance": "insufficient"},
        ),
        ("It found reasonable progress in all three themes.", {"": "reasonable"}),
    ],
)
def test_it_gives_each_theme_its_progress(sentence, themes, told):
    assert told(sentence) == themes


@pytest.mark.parametrize(
    "sentence",
    [
        "Leaders must now show that they can make significant progress in governance.",
        "It did not find insufficient progress in any theme.",
        "The council believes it has made significant progress in governance.",
        "Inspectors will ask whether leaders have made reasonable progress in governance.",
        "The college was found to have made reasonable progress in safeguarding.",
        "It found reasonable progress in two of the three themes.",
        "Inspectors found reasonable progress in two themes, governance, teaching and safeguarding.",
    ],
)
def test_it_takes_no_progress_that_nobody_gave(sentence, told):
    assert told(sentence) == {}
