"""Exactly one reader recognises a document; none or two is an error that says so."""

import gc
import json
import sys
from dataclasses import replace

import pytest

from inspections.reading import crew, read, read_paths, reading_worker
from inspections.reading import readers as kinds
from inspections.reading.document import Document
from inspections.reading.facts import Held, Unreadable
from inspections.reading.readers import BrokenReader, Reader, readers
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
    with pytest.raises(Unreadable, match="2 readers recognise this text: one and two") as caught:
        read(held("Ofsted judged\nit good."), catalogue, readers=[reader("two"), reader("one")])
    problem = caught.value.problems[0]
    assert (problem.line, problem.column, problem.words) == (1, 1, "Ofsted judged it good.")


@pytest.mark.parametrize("collecting", [True, False])
def test_reading_leaves_the_collector_of_circles_as_it_was(catalogue, collecting):
    seen = []

    def stumble(document, catalogue):
        seen.append(gc.isenabled())
        raise ValueError

    before = gc.isenabled()
    try:
        gc.enable() if collecting else gc.disable()
        with pytest.raises(ValueError):
            read(held("Ofsted"), catalogue, readers=[Reader("one", "one", lambda document: True, stumble)])
        assert (seen, gc.isenabled()) == ([False], collecting)
    finally:
        gc.enable() if before else gc.disable()


@pytest.fixture
def reader_file(tmp_path, monkeypatch):
    """Writes one more reader, found beside the others until the test ends."""

    def write(words):
        (tmp_path / "zz_new_kind.py").write_text(words)
        monkeypatch.setattr(kinds, "__path__", [*kinds.__path__, str(tmp_path)])
        kinds.readers.cache_clear()

    yield write
    sys.modules.pop("inspections.reading.readers.zz_new_kind", None)
    monkeypatch.undo()
    kinds.readers.cache_clear()


BROKEN = [
    ("import no_such_module\n", "cannot be imported: ModuleNotFoundError"),
    ("def read(:\n", "cannot be imported: SyntaxError"),
    ("", "lacks KIND and recognises and read"),
    ("KIND = 'x'\ndef recognises(document): return False\n", "lacks read"),
    ("KIND = 3\ndef recognises(document): return False\nread = recognises\n", "lacks KIND"),
]


@pytest.mark.parametrize(("words", "message"), BROKEN)
def test_a_file_that_is_no_reader_is_named_once(words, message, reader_file, catalogue):
    """By this process, and by one that reads for it."""
    reader_file(words)
    paths = [case.path for case in CASES[:2]]
    with pytest.raises(BrokenReader, match=message) as caught:
        read_paths(paths, replace(catalogue))
    assert "readers/zz_new_kind.py" in str(caught.value)
    told = reading_worker.answer(json.dumps({"path": str(paths[0])}).encode(), catalogue)
    with pytest.raises(BrokenReader, match=message) as caught_of_another:
        crew._understood(told)
    assert str(caught_of_another.value) == str(caught.value)


def test_a_new_reader_is_found_by_itself(reader_file):
    reader_file("KIND = 'x'\ndef recognises(document): return False\ndef read(document, catalogue): return None\n")
    assert "zz_new_kind" in [each.name for each in kinds.readers()]


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
