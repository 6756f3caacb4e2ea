"""What search and quote check look through: all of every held text, and nothing that stays out."""

import random
import re
import sqlite3

import pytest
from django.db import connection

from inspections import models
from inspections.quotes import fold
from inspections.recording import indexing
from inspections.recording.audit import audit_record
from inspections.recording.words import LONG, STEP, TextWords, searchable
from inspections.text import Span
from inspections.web.quote_check import check_quotation


def stretches(text, furniture):
    """The words of each stretch, and whether it is one that holds furniture."""
    words = TextWords(text)
    for stretch in words.stretches(furniture):
        yield tuple(words.whole.words[number] for number in stretch.numbers), stretch.furniture


def test_every_run_of_words_lies_whole_in_a_stretch():
    text = " ".join(f"w{n}" for n in range(5 * LONG + 7))
    held = [words for words, _ in stretches(text, [])]
    whole = fold(text).words
    for first in range(len(whole) - STEP):
        run = whole[first : first + STEP]
        gone = int(run[0][1:])
        assert any(run == words[gone - int(words[0][1:]) :][:STEP] for words in held if int(words[0][1:]) <= gone)


def test_furniture_is_left_out_between_paragraphs_and_searched_as_it_stands():
    text = "before the page Page 3 after the page"
    furniture = [Span(text.index("Page 3"), text.index(" after"))]
    found = {(" ".join(words), holds) for words, holds in stretches(text, furniture)}
    assert found == {("before the page after the page", False), ("before the page page 3 after the page", True)}


@pytest.mark.parametrize("seed", range(3))
def test_any_slice_of_any_held_text_is_found_word_for_word(record, seed):
    chance = random.Random(seed)
    for source in models.Source.objects.all():
        words = fold(source.text)
        for size in (3, 5, 9, 17, 60):
            first = chance.randrange(max(1, len(words.words) - size))
            span = words.span(first, min(len(words.words), first + size))
            pasted = span.of(source.text)
            if re.search(r"[\[\]\u2026@\d]|\.\s?\.", pasted):
                continue  # the quoter's own marks, and what may be a covered number
            assert check_quotation(pasted).verdict == "exact", (source.file, span, pasted)


def test_the_audit_sees_an_index_that_is_not_the_records(seeds_copy, catalogue):
    assert audit_record(catalogue).false == ()
    with sqlite3.connect(seeds_copy) as database:
        database.execute(f"UPDATE inspections_entry SET withdrawn = 1 - withdrawn WHERE id = {200 * indexing.STEP}")
        database.execute(f"DELETE FROM inspections_stretch_words_docsize WHERE id = {indexing.STEP}")
    connection.close()  # it holds the file as it was
    false = " ".join(audit_record(catalogue).false)
    assert "Entry that search looks through" in false and "inspections_stretch are not all there" in false


@pytest.fixture
def seeds_copy(_seeds_file, tmp_path, django_db_blocker):
    """The seeds' record in a file of its own, to be altered."""
    from tests.conftest import served_from

    file = tmp_path / "copy.sqlite3"
    file.write_bytes(_seeds_file.read_bytes())
    with django_db_blocker.unblock(), served_from(file):
        yield file


@pytest.mark.parametrize(
    "text",
    [
        "A well-being co-ordinator’s plan, and re-\nviewed",
        "Ring 0161 496 0000 or write to someone@example.org – now",
        "naïve café O’Brien ﬁnding ½ 12.5% £3,000",
        "",
        "- - -",
    ],
)
def test_a_text_folded_once_gives_the_words_of_each_of_its_parts(text):
    padded = f"Before it.\n\n{text}\n\nAfter it."
    start = padded.index(text, 10)
    assert TextWords(padded).plain(Span(start, start + len(text))) == searchable(text)


def test_a_hyphenated_pair_in_a_stretch_is_searched_as_one_word_and_as_two():
    words = TextWords("a well-being plan")
    (stretch,) = words.stretches([])
    assert words.exact(stretch) == ("a well being plan", "a wellbeing plan")
