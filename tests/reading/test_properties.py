"""What holds of every text: spans stay inside, tidying finds its way back, typesetting changes no fact."""

import re
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import cache
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspections.catalogue import load
from inspections.reading import read
from inspections.reading.facts import Held, Name, Reading, Unreadable, Words
from inspections.reading.sources import hold
from inspections.text import Span, find, legible, tidy
from tests.reading.expected import FAMILIES, cases
from tests.reading.scoring import spans

CATALOGUE = load()
CASES = [case for family in ("seeds", "made", "unseen") for case in cases(family)]
PIECES = [
    "Ofsted", "CQC", "Stockport Council", "Derby and Derbyshire", "children’s services", "adult learning", "judged",
    "rated", "good", "requires improvement", "outstanding", "performs well (3)", "12 May 2016", "in September",
    "19 to 23 January 2015", "earlier this month", "monitoring visit", "inspected", "“", "”", "‘", "’", '"', "'", "«",
    ": ", ". ", ", ", "\n\n", "\r\n", "\t", "• ", "|", "(", ")", "said", "Cllr Ann Lee", "the report says", "—", "…",
    "\ufeff", "\u00a0", "\u00ad", "[they]", "2019", "withdrawn", "£5", "ﬁ", "İ", "\U0001f600",
]  # fmt: skip
PROSE = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=60).map(" ".join)


def reading_of(text: str) -> Reading | None:
    try:
        return read(Held("page.txt", "text/plain", "0" * 64, text), CATALOGUE)
    except Unreadable:
        return None


@given(PROSE)
def test_no_span_leaves_its_text(text):
    reading = reading_of(f"Ofsted inspected Stockport Council. {text}")
    if reading is not None:
        assert all(span.end <= len(reading.held.text) for span in spans(reading))


WRITTEN = [case for family in FAMILIES for case in cases(family) if case.path.suffix == ".txt"]
MARKS = ['"', "“", "”", "‘", "’", "'", "\n\n", "\n", "(", ")", ":", "•", "—", ""]


def _shuffled(text: str, chance: Random) -> str:
    paragraphs = text.split("\n\n")
    chance.shuffle(paragraphs)
    return "\n\n".join(paragraphs)


def _indented(text: str, chance: Random) -> str:
    return "\n\n".join(p if chance.random() < 0.7 else re.sub("^", "    ", p, flags=re.M) for p in text.split("\n\n"))


def _spoilt(text: str, chance: Random) -> str:
    letters = list(text)
    for _ in range(12):
        letters[chance.randrange(len(letters))] = chance.choice(MARKS)
    return "".join(letters)


def _torn(text: str, chance: Random) -> str:
    return f"{text[chance.randrange(len(text)) :]}\n\n{text[: chance.randrange(len(text))]}"


def _run_together(text: str, chance: Random) -> str:
    return " ".join(text.split()) if chance.random() < 0.5 else text.replace("\n\n", "\n")


@given(
    st.sampled_from(WRITTEN), st.sampled_from([_shuffled, _indented, _spoilt, _torn, _run_together]), st.integers(0, 9)
)
def test_a_page_in_disorder_breaks_no_reader(case, disorder, seed):
    reading = reading_of(disorder(legible(case.path.read_text("utf-8", "replace")), Random(seed)))
    if reading is not None:
        assert all(span.end <= len(reading.held.text) for span in spans(reading))


@given(st.text())
def test_legible_keeps_every_offset(text):
    assert len(legible(text)) == len(text)


@given(st.text())
def test_tidying_keeps_the_way_back(text):
    tidied = tidy(text)
    assert len(tidied.origins) == len(tidied.text) + 1
    assert list(tidied.origins) == sorted(tidied.origins)
    assert all(origin <= len(text) for origin in tidied.origins)


@given(st.text(), st.text(min_size=1, max_size=12), st.text())
def test_what_is_found_tidies_to_what_was_sought(before, needle, after):
    hay = f"{before} {needle} {after}"
    for span in find(needle, hay):
        assert tidy(span.of(hay)).text == tidy(needle).text


@given(st.text())
def test_tidying_leaves_one_space_between_words_and_none_around(text):
    tidied = tidy(text).text
    assert "  " not in tidied and tidied == tidied.strip(" ")


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_tidying_twice_is_tidying_once(text):
    assert tidy(tidy(text).text).text == tidy(text).text


# Reading is the same however the text was typeset


def told(reading: Reading | None, unsaid: tuple[str, ...] = ("held", "notes")) -> tuple[object, ...]:
    """Everything a reading says, with words instead of places, folded as comparisons fold them."""
    if reading is None:
        return ()
    text = reading.held.text

    def plain(value: object) -> object:
        if isinstance(value, Span):
            return tidy(value.of(text)).text
        if isinstance(value, Name):
            return value.slug  # of several places that name it, any proves it
        if isinstance(value, Words):
            return tuple(plain(span) for span in value.spans)
        if isinstance(value, str):
            return tidy(value).text
        if isinstance(value, tuple):
            return tuple(plain(part) for part in value)
        if is_dataclass(value):
            return tuple(plain(getattr(value, f.name)) for f in fields(value) if f.name not in unsaid)
        return value

    return (plain(reading.published), plain(reading.inspections), plain(reading.statements))


@cache
def as_it_is(path):
    return told(read(hold(path), CATALOGUE))


def with_text(case, change):
    held = hold(case.path)
    return read(Held(held.name, held.media_type, held.sha256, change(held.text), held.sidecar), CATALOGUE)


CHANGES = {
    "Windows line ends": lambda text: re.sub(r"\r?\n", "\r\n", text),
    "Unix line ends": lambda text: text.replace("\r\n", "\n"),
    "a byte-order mark": lambda text: f"\ufeff{text.removeprefix(chr(0xFEFF))}",
    "no-break spaces in dates": lambda text: re.sub(r"(?<=\d) (?=[A-Z][a-z]{2,8} \d{4})", "\u00a0", text),
    "white space at the ends of lines": lambda text: re.sub(r"(?<=\S)(?=\r?\n)", "  ", text),
    "empty lines at the end": lambda text: f"{text}\n\n\n",
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_typesetting_changes_no_fact(case, change):
    assert told(with_text(case, CHANGES[change])) == as_it_is(case.path)


SHAPES = {
    "capitals": str.upper,
    "small letters": str.lower,
    "capitals at the beginning of words": str.title,
    "one paragraph": lambda text: text.replace("\n", " "),
    "the second half alone": lambda text: text[len(text) // 2 :],
}


@pytest.mark.parametrize("shape", SHAPES)
def test_no_shape_of_a_text_breaks_its_reading(shape):
    for case in CASES:
        with suppress(Unreadable):
            reading = with_text(case, SHAPES[shape])
            assert reading.held.text == SHAPES[shape](hold(case.path).text)


def straightened(text: str) -> str:
    return re.sub("[“”„]", '"', text)


@pytest.mark.parametrize(
    "case", [c for c in CASES if c.id in {"001", "002", "004", "m01", "m02", "u10"}], ids=lambda c: c.id
)
def test_straight_double_marks_say_what_curly_ones_say(case):
    assert told(with_text(case, straightened)) == as_it_is(case.path)


BEFORE = (
    "Skip to main content\n\nWe use cookies to improve your experience of this website\n\nHome\nNews\nContact us\n\n"
)
AFTER = "\n\nShare this page on Facebook\n\nSign up to our newsletter\n\nAccessibility statement\n"


@pytest.mark.parametrize(
    "case", [c for c in CASES if c.id in {"001", "m02", "u09", "u11", "u12", "u18"}], ids=lambda c: c.id
)
def test_furniture_around_a_page_changes_no_fact(case):
    assert told(with_text(case, lambda text: BEFORE + text + AFTER)) == as_it_is(case.path)


# a mark that stands the wrong way round says that words begin or end there only while it is curly
TURNED = re.compile(r"(?:^|\s)”\w|\w“(?:\s|$)", re.M)
EVERY = [case for family in FAMILIES for case in cases(family)]


@pytest.mark.parametrize("case", EVERY, ids=lambda case: f"{case.family}-{case.id}")
def test_a_page_saved_with_its_copy_for_printers_says_what_its_text_says(case):
    """Straight marks, menus above and below, the text twice, a byte-order mark, Windows line ends: all at once."""

    def saved(text):
        plain = re.sub("[‘’]", "'", straightened(text.lstrip("\ufeff")))
        return "\ufeff" + re.sub(r"\r?\n", "\r\n", BEFORE + plain + AFTER + plain + AFTER)

    if TURNED.search(hold(case.path).text):  # the same inspections, whatever is quoted
        unsaid = ("held", "notes", "mentions")
        read_so, read_curly = (
            told(each, unsaid)[:2] for each in (with_text(case, saved), read(hold(case.path), CATALOGUE))
        )
        assert read_so == read_curly
    else:
        assert told(with_text(case, saved)) == as_it_is(case.path)


@pytest.mark.parametrize(
    "unit", ["Inspectors spoke to staff again. ", "a", "“", '"', "’", "12 May 2016 ", "\n", "Stockport Council, "]
)
def test_a_long_text_of_one_thing_gives_nothing_wrong(unit):
    reading = reading_of("Ofsted inspected Stockport Council in May 2016. " + unit * (4000 // len(unit)))
    assert reading is not None
    assert all(i.overall is None and not i.judgements for i in reading.inspections)
    assert all(span.end <= len(reading.held.text) for span in spans(reading))
