"""Exactly one reader recognises a document; none or two is an error that says so."""

import pytest

from inspections.reading import read
from inspections.reading.document import Document
from inspections.reading.facts import Held, Unreadable
from inspections.reading.readers import Reader, readers
from inspections.reading.sources import hold
from tests.reading.expected import cases

CASES = [case for family in ("seeds", "made", "unseen", "pages") for case in cases(family)]


def held(text):
    return Held("page.txt", "text/plain", "0" * 64, text)


def reader(name, recognised=True):
    return Reader(name, name, lambda document: recognised, lambda document, catalogue: None)


def test_a_text_that_no_reader_recognises_is_refused_with_its_words(catalogue):
    with pytest.raises(Unreadable, match="no reader recognises") as caught:
        read(held("A recipe for soup: take six leeks."), catalogue, readers=[reader("one", recognised=False)])
    assert "soup" in caught.value.problems[0].words


def test_two_readers_that_recognise_a_text_are_both_named(catalogue):
    with pytest.raises(Unreadable, match="2 readers recognise this text: one and two"):
        read(held("Ofsted judged it good."), catalogue, readers=[reader("two"), reader("one")])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_exactly_one_reader_recognises_each_case(case):
    document = Document(hold(case.path))
    assert len([r.name for r in readers() if r.recognises(document)]) == 1


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("000", "party_statement"),
        ("001", "page"),
        ("003", "annual_assessment_letter"),
        ("004", "press_release"),
        ("m05", "annual_assessment_letter"),
        ("m06", "party_statement"),
        ("m07", "news_story"),
        ("u02", "parliamentary_answer"),
        ("u04", "minutes"),
        ("u22", "party_statement"),
    ],
)
def test_the_reader_of_its_family_recognises_a_case(id_, name):
    document = Document(hold(next(case.path for case in CASES if case.id == id_)))
    assert [r.name for r in readers() if r.recognises(document)] == [name]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_reading_is_the_same_for_ever(case, catalogue):
    assert read(hold(case.path), catalogue) == read(hold(case.path), catalogue)
