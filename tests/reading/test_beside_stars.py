"""What was judged beside a council's stars: read beside a part by its name, and nowhere else."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

HEAD = (
    "Rutland Council\n\n29 November 2007\n\nAdult social care in Rutland was given two stars today by the Commission "
    "for Social Care Inspection (CSCI). "
)


@pytest.fixture
def told(catalogue):
    def find(page):
        reading = read(hold_text("page.txt", page.encode(), Sidecar()), catalogue)
        return {
            (each.overall.grade if each.overall else "", " ".join(part.aspect.split()).lower(), part.grade.grade)
            for each in reading.inspections
            for part in each.judgements
        }

    return find


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Its capacity to improve was judged to be promising.", {("capacity to improve", "promising")}),
        ("The council is delivering excellent outcomes and has uncertain capacity for improvement.",
         {("outcomes", "excellent"), ("capacity for improvement", "uncertain")}),
        ("It was rated good for delivering outcomes and promising for its capacity to improve.",
         {("delivering outcomes", "good"), ("capacity to improve", "promising")}),
        ("Increased choice and control was judged adequate; economic well-being was rated poor.",
         {("increased choice and control", "adequate"), ("economic well-being", "poor")}),
        ("The outcomes were judged to be good.", {("outcomes", "good")}),
    ],
)  # fmt: skip
def test_a_judgement_stands_beside_its_part(words, found, told):
    assert told(HEAD + words + "\n") == {("2-stars", *each) for each in found}


@pytest.mark.parametrize(
    "words",
    [
        "Officers hoped that its capacity to improve would be promising.",
        "The possible judgements of capacity to improve are excellent, promising, uncertain and poor.",
        "An excellent lunch was served, and the outcomes of the raffle were good.",
        "Two homes were found to have poor capacity to improve.",
        "“Our capacity to improve is excellent, whatever anybody may say of it in London,” said the leader, Ann Lee.",
        "The Audit Commission found that its capacity to improve was excellent.",
        "Its services were judged good overall, and the food at the day centre adequate.",
        "The weather was promising, and its capacity to improve uncertain hearts is known.",
    ],
)
def test_an_ordinary_word_is_no_judgement(words, told):
    assert told(HEAD + words + "\n") == set()


def test_without_stars_the_words_are_ordinary(told):
    page = "Rutland Council\n\n29 November 2019\n\nOfsted found that our capacity to improve was excellent.\n"
    assert told(page) == set()


def test_each_year_has_its_own(told):
    words = (
        "Its capacity to improve was judged promising. In 2006 the council had been awarded one star, and its "
        "capacity to improve had then been judged uncertain.\n"
    )
    assert told(HEAD + words) == {
        ("2-stars", "capacity to improve", "promising"),
        ("1-star", "capacity to improve", "uncertain"),
    }


def test_lines_of_a_part_and_its_judgement(told):
    lines = (
        "\n\nHow we did\n\nImproved quality of life - excellent\nIncreased choice and control: good\n"
        "Maintaining personal dignity and respect - poor\n\n(The judgements are excellent, good, adequate and poor.)\n"
    )
    assert told(HEAD + lines) == {
        ("2-stars", "improved quality of life", "excellent"),
        ("2-stars", "increased choice and control", "good"),
        ("2-stars", "maintaining personal dignity and respect", "poor"),
    }


def test_a_neighbour_is_not_lent_a_judgement(told):
    words = "Leicestershire was given three stars. Its capacity to improve was judged excellent.\n"
    assert ("2-stars", "capacity to improve", "excellent") not in told(HEAD + words)
