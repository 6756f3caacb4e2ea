"""Telephone numbers and e-mail addresses are covered, one character for one; other numbers are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspections.privacy import COVER, LONGEST, mask, mask_slice

COVERED = (
    "0300 123 1231", "0161 618 8524", "020 7421 6666", "01782 232309", "07919 057 359", "(01823) 123456",
    "+44 161 618 8524", "+44 (0)20 7421 6666", "someone@example.org", "first.last@council.gov.uk", "o'neil@example.org",
)  # fmt: skip
KEPT = (
    "19 to 23 January 2015", "2019-04-30", "5,500 secondary school children", "1989", "section 138 of the Act 2006",
    "4\tPerforms excellently", "EH5 2QT", "80426", "pupils 0 to 25", "£1,200,000", "10 20 30 40 50", "URN 2637548",
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
