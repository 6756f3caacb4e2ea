"""Where dates can begin: no place is left out at which one does."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from inspections.reading.dates import printed, relative
from inspections.reading.dates.signs import Signs, found_from
from inspections.text import Span

PIECES = st.sampled_from(
    "in on the of and last this earlier later at start beginning early mid late since to until from week month year "
    "May march June’s September Monday Friday, Tues Sat’s 5 12th 7, 2016 2016/17 3/4/2019 2019-05-06 3.5 x5 "
    "summer winter spring’s today yesterday morning ’that May’s & – - _ \n ,".split(" ")
)
TEXT = st.lists(st.tuples(PIECES, st.sampled_from([" ", " ", " ", "\n", "", "’"])), max_size=24).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs)
)
BEGINNINGS = [
    ("days", printed._DAY),
    ("days", printed._DAYS),
    ("listed", printed._LIST),
    ("american", printed._DAY_US),
    ("american", printed._DAYS_US),
    ("slashed", printed._NUMERIC),
    ("dashed", printed._ISO),
    ("years", printed._YEAR),
    ("month_begins", printed._MONTH),
    ("months", printed._MONTHS),
    ("seasons", printed._SEASON),
    ("relative", relative._RELATIVE),
    ("bare", relative._BARE_MONTH),
]


@settings(max_examples=250)
@given(text=TEXT)
@example(text="& May 5")
def test_a_date_is_found_where_its_pattern_finds_it_in_the_whole(text):
    signs = Signs(text)
    for places, pattern in BEGINNINGS:
        found = found_from(getattr(signs, places), pattern, text, Span(0, len(text)))
        assert [m.span() for m in found] == [m.span() for m in pattern.finditer(text)], places


@given(text=TEXT)
def test_a_date_in_numbers_alone_is_told_by_its_marks(text):
    signs = Signs(text)
    assert all(text[at].isdecimal() and text[at + 1] in "/.-" and text[at + 2].isdecimal() for at in signs.numeric)
    for m in printed._NUMERIC.finditer(text):
        assert any(m.start() <= at < m.end() for at in signs.numeric)
