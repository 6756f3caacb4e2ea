"""The sentences in which a rule may match: none is left out in which it does."""

import re

import pytest

from inspections.catalogue import load
from inspections.reading import rules
from inspections.reading.context import context
from inspections.reading.document import Document
from inspections.reading.facts import Held
from inspections.reading.naming import name_all
from inspections.reading.work import Family, Work

CATALOGUE = load()
TEXT = (
    "Ofsted inspected Derby City Council’s services in May 2016. The roadworks on Mill Lane end on Friday. "
    "Inspectors said the council had made sufficient progress.\n\nBins are collected a day later. Progress was slow."
)
FORESEEN = [
    (r"\bsufficient\s+progress\b", ["Inspectors said the council had made sufficient progress."]),
    (r"\b(?:roadworks|bins)\b", ["The roadworks on Mill Lane end on Friday.", "Bins are collected a day later."]),
    (r"\bfire\s+engine\b", []),
]


def working(text):
    document = Document(Held("a.txt", "text/plain", "0" * 64, text))
    return Work(
        context(document, CATALOGUE),
        Family("page", "page", "council"),
        name_all(document, CATALOGUE, None, document.sentences),
        (),
        [],
    )


def sentences(work, *tried):
    return [named.span.of(TEXT) for named in work.that_may_hold(*tried) if len(named.span.of(TEXT)) > 30]


@pytest.mark.parametrize(("pattern", "held"), FORESEEN)
def test_it_names_the_sentences_that_hold_a_word_of_a_rule(pattern, held):
    assert sentences(working(TEXT), rules.rule(pattern, re.I)) == [words for words in held if len(words) > 30]


def test_a_sentence_too_short_to_be_split_may_hold_anything():
    short = [n.span.of(TEXT) for n in working(TEXT).that_may_hold(rules.rule(r"\bbins\b", re.I))]
    assert "Progress was slow." in short


def test_a_pattern_that_needs_no_word_may_match_in_every_sentence():
    work = working(TEXT)
    assert list(work.that_may_hold(rules.rule(r"\d"))) == list(work.named)


def test_a_rule_of_new_words_made_after_the_text_was_looked_at_may_match_in_every_sentence():
    work = working(TEXT)
    list(work.that_may_hold(rules.rule(r"\broadworks\b")))
    assert list(work.that_may_hold(rules.rule(r"\bquagga\s+zebra\b"))) == list(work.named)
