"""Telephone numbers and e-mail addresses are covered, one character for one; other numbers are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspections.privacy import COVER, LONGEST, mask, mask_slice

COVERED = (
    "0300 123 1231", "0161 618 8524", "020 7421 6666", "01782 232309", "07919 057 359", "(01823) 123456",
    "+44 161 618 8524", "+44 (0)20 7421 6666", "someone@example.org", "first.last@council.gov.uk", "o'neil@example.org",
    "0161–496–0123", "01632.960.123", "01632/960123", "0044 161 496 0123", "(0161) 496-0123 ext 12",
    "07700 900 123/124",
    "jo.lee [at] example.gov.uk", "jo.lee(at)example(dot)org", "jo dot lee at example dot gov dot uk",
    "jo . lee @ example . org",
)  # fmt: skip
KEPT = (
    "19 to 23 January 2015", "2019-04-30", "5,500 secondary school children", "1989", "section 138 of the Act 2006",
    "4\tPerforms excellently", "EH5 2QT", "80426", "pupils 0 to 25", "£1,200,000", "10 20 30 40 50", "URN 2637548",
    "01.02.2015 - 05.02.2015", "2009/10 2010/11 2011/12", "phone 2015", "they looked at Kent. They",
    "at www.example.org",
)  # fmt: skip


@pytest.mark.parametrize("private", COVERED)
def test_numbers_and_addresses_are_covered(private):
    shown = mask(f"Call {private}, please.")
    assert len(shown) == len(f"Call {private}, please.")
    assert not any(char.isalnum() for char in shown[5 : 5 + len(private)])
    assert COVER in shown
    assert shown.startswith("Call ")
    assert shown.endswith(", please.")


@pytest.mark.parametrize("public", KEPT)
def test_other_numbers_stay(public):
    assert mask(f"In {public}, they said.") == f"In {public}, they said."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Tel: 496 0123", "Tel: ███ ████"),
        ("tel 960114", "tel ██████"),
        ("ext. 4567", "ext. ████"),
        ("Telephone no. 496 0123 or write", "Telephone no. ███ ████ or write"),
    ],
)
def test_a_number_without_its_code_is_covered_where_it_is_named(text, shown):
    assert mask(text) == shown


@given(st.text(alphabet="01234 579+()@.-aé█\n\u00a0", max_size=80))
def test_covering_never_moves_a_character(text):
    shown = mask(text)
    assert len(shown) == len(text)
    assert all(after in (before, COVER) for before, after in zip(text, shown, strict=True))


@pytest.mark.parametrize("private", COVERED)
def test_a_slice_is_covered_as_the_whole_text_is(private):
    text = f"Please do call {private} at once."
    for start in range(len(text)):
        for end in range(start, len(text)):
            before = max(0, start - LONGEST)
            assert mask_slice(text[before : end + LONGEST], start - before, end - start) == mask(text)[start:end]
