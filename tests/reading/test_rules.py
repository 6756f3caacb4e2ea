"""A rule finds the same with and without the words that guard it, whatever the text."""

import importlib
import pkgutil
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import inspections.reading
from inspections.catalogue import load
from inspections.reading import rules, sources
from inspections.reading.document import Document
from inspections.reading.inspectorates import write_rules
from inspections.reading.needed import leading, needed
from inspections.reading.rule_words import pieces_of, plain
from inspections.text import Span
from tests.reading.expected import FAMILIES, cases
from tests.reading.test_properties import PROSE

for module in pkgutil.walk_packages(inspections.reading.__path__, "inspections.reading."):
    if not module.name.endswith("_worker"):
        importlib.import_module(module.name)
write_rules(load())
GUARDED = tuple(rules._GUARDED)
AROUND = st.sampled_from(["", " ", "\n", "’s ", "_", "-", "x", "é", "2"])

NEEDED = [
    (r"\b(?:no\s+longer|ceased)\b", {("word", "longer"), ("word", "ceased")}),
    (r"\breports?\b", {("word", "report"), ("word", "reports")}),
    (r"\binspect\w*", {("beginning", "inspect")}),
    (r"\bjudge?ment", {("beginning", "judgement"), ("beginning", "judgment")}),
    (r"\bcategori[sz]ed\b", {("word", "categorised"), ("word", "categorized")}),
    (r"(?:re-?)?inspected\b", {("ending", "inspected")}),
    (r"weakness", {("part", "weakness")}),
    (r"\bfrom\s*$", {("word", "from")}),
    (r"(?:judged\s+)?good\b", {("ending", "good")}),
    (r"\b(?:judged|)\s", None),
    (r"(?:\bnot\s+)*\d+", None),
    (r"(?!\bgood\b)\w+", None),
    (r"(?<=\bgood\s)\d", None),
    (r"[A-Z]\w+", None),
]


@pytest.mark.parametrize(("pattern", "words"), NEEDED)
def test_it_tells_which_words_a_pattern_cannot_match_without(pattern, words):
    assert needed(pattern, re.I) == (None if words is None else frozenset(words))


def test_most_rules_are_guarded():
    assert len(GUARDED) > 100


def alike(rule, text):
    bare = re.compile(rule.pattern, rule.flags)
    found = [m.span() for m in bare.finditer(text)]
    assert [m.span() for m in rule.finditer(text)] == found
    assert rule.findall(text) == bare.findall(text)
    first = rule.search(text)
    assert (first.span() if first else None) == (found[0] if found else None)


@settings(max_examples=300, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_no_guard_hides_what_its_rule_would_find(data):
    rule = data.draw(st.sampled_from(GUARDED))
    matching = data.draw(st.from_regex(re.compile(rule.pattern, rule.flags)))
    alike(rule, data.draw(AROUND) + matching + data.draw(AROUND))


@settings(max_examples=30)
@given(PROSE)
def test_every_rule_finds_the_same_in_any_text(text):
    for rule in GUARDED:
        alike(rule, text)


@given(PROSE, st.integers(0, 80), st.integers(0, 80))
def test_a_stretch_of_a_text_is_guarded_by_its_own_words(text, start, length):
    for rule in GUARDED[::7]:
        bare = re.compile(rule.pattern, rule.flags).search(text, start, start + length)
        found = rule.search(text, start, start + length)
        assert (found.span() if found else None) == (bare.span() if bare else None)


@pytest.mark.parametrize("word", ["INSPECTED", "ınspected", "İnspected", "inſpected"])
def test_letters_that_a_pattern_takes_for_others_are_taken_so(word):
    rule = rules.rule(r"\binspected\b", re.I)
    assert bool(rule.search(word)) == bool(re.search(r"\binspected\b", word, re.I))


def test_a_rule_is_not_tried_where_none_of_its_words_stands():
    rule = rules.rule(r"\bthe\s+watchdog\b", re.I)
    tried = []
    rule._search = rule.match_at = lambda *given: tried.append(given)
    rule.search("Ofsted inspected the council and its services")
    rule.search("the council, its services and its partners")
    assert tried == []
    rule.search("A watchdog inspected some councils and services")
    assert tried == []
    rule.search("A watchdog inspected all the councils and services")
    assert len(tried) == 1  # at the word that it begins with


@settings(max_examples=60)
@given(PROSE, st.lists(st.integers(0, 400), min_size=2, max_size=12))
def test_what_is_foreseen_of_a_stretch_is_what_is_met_in_it(text, cuts):
    whole = f"Ofsted’s inspectors judged Derby’s services good_enough, and ‘outstanding’ twice. {text}"
    ends = sorted(min(cut, len(whole)) for cut in cuts)
    spans = [Span(0, len(whole)), *map(Span, ends, ends[1:])]
    rules._met.clear()
    rules.foresee(whole, spans)
    foreseen = dict(rules._met)
    for words, signs in foreseen.items():
        assert signs == rules._meet(words)


@given(st.text() | PROSE)
def test_the_pieces_of_a_stretch_are_its_runs_of_letters_and_digits(text):
    assert pieces_of(text) == re.findall(r"[^\W_]+", plain(text))


def test_a_match_is_not_tried_at_the_start_of_a_stretch_known_to_hold_none_of_its_words():
    rule = rules.rule(r"\bthe\s+magistrates\b", re.I)
    other, stretch = rules.rule(r"\bthe\s+ombudsman\b", re.I), "the magistrates heard of the council’s services"
    assert rule.match(stretch) and not other.search(stretch)
    rule.match_at = other.match_at = None
    assert other.match(stretch) is None


LEADING = [
    (r"\breports?\s", ({("word", "report"), ("word", "reports")}, False)),
    (r"\b(?:the\s+)?council", ({("word", "the"), ("beginning", "council")}, False)),
    (r"\b(?!no)(?:rated|judg\w+)\b", ({("word", "rated"), ("beginning", "judg")}, False)),
    (r"(?<![\w-])[“‘]?good\b", ({("word", "good")}, True)),
    (r"\b(?:\w+\s+)?good\b", None),
    (r"(?:judged\s+)?good\b", None),
    (r"\b(?:good|)\s", None),
    (r"\b[“‘]?(?:good)?", None),
]


@pytest.mark.parametrize(("pattern", "led"), LEADING)
def test_it_tells_with_which_words_a_pattern_begins(pattern, led):
    assert leading(pattern, re.I) == (None if led is None else (frozenset(led[0]), led[1]))


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_rule_finds_the_same_in_the_text_that_is_being_read(data):
    rule = data.draw(st.sampled_from([each for each in GUARDED if each.led]))
    matching = data.draw(st.from_regex(re.compile(rule.pattern, rule.flags)))
    text = "the council’s services " + data.draw(AROUND) + matching + data.draw(AROUND) + data.draw(PROSE)
    rules.foresee_whole(text)
    alike(rule, text)
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    bare = re.compile(rule.pattern, rule.flags)
    assert [m.span() for m in rule.finditer(text, start, end)] == [m.span() for m in bare.finditer(text, start, end)]


def test_a_rule_that_is_made_while_a_text_is_read_finds_its_words_there():
    text = "the watchdog’s visit and the arbitrator’s answer"
    rules.foresee_whole(text)
    assert rules.rule(r"\bwatchdog’s\s+visit\b").search(text)
    assert [m.group() for m in rules.rule(r"\barbitrator’s\s+answer\b").finditer(text, 4, len(text))] == [
        "arbitrator’s answer"
    ]


def test_what_is_left_of_a_word_that_a_stretch_cuts_is_a_word_there():
    text = "the council’s services drafted"
    rules.foresee_whole(text)
    found = rules.rule(r"\b(?:draft|leaked|mock)\b").finditer(text, 0, text.index("ed"))
    assert [m.group() for m in found] == ["draft"]


ASKED_AGAIN = [
    ("The librarian mended no bindings on Monday.", [False, False]),
    ("Bindings were mended by the librarian.", [False, True]),
    ("The librarian’s bindings were mended in the old way.", [True, False]),
    ("It was the librarian’s bindings that no librarian mended.", [True, False]),
]


@pytest.mark.parametrize(("words", "expected"), ASKED_AGAIN)
def test_a_rule_that_was_not_found_hides_no_other_and_is_found_elsewhere(words, expected):
    asked = [rules.rule(r"\blibrarian’s\s+bindings\b"), rules.rule(r"\bbindings\s+were\b.*\blibrarian\b", re.I)]
    for _ in range(3):
        assert [rule.search(words) is not None for rule in asked] == expected
        assert [rule.search(f"{words} So it was.") is not None for rule in asked] == expected
        assert [bool(rule.findall(words)) for rule in asked] == expected


def test_a_rule_that_was_not_found_is_not_searched_for_in_the_same_words_again():
    sought, other = rules.rule(r"\bsaddler\s+and\s+glover\b"), rules.rule(r"\bglover\s+and\s+saddler\b")
    words = "the glover and saddler of the town, and no other"
    assert rules.may(sought, words)
    assert sought.search(words) is None
    assert not rules.may(sought, words)
    assert other.search(words)
    assert other.search(words)


CASES = [case.path for family in FAMILIES for case in cases(family)][::24]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_no_guard_hides_what_its_rule_would_find_in_a_case(path):
    document = Document(sources.hold(path))
    text = document.text
    stretches = [sentence.span.of(text) for sentence in document.sentences]
    for rule in GUARDED:
        bare = re.compile(rule.pattern, rule.flags)
        assert [m.span() for m in rule.finditer(text)] == [m.span() for m in bare.finditer(text)]
        for words in stretches:
            if rule.led or not rules.may(rule, words):
                found, first = rule.search(words), bare.search(words)
                assert (found.span() if found else None) == (first.span() if first else None)
