"""The tidy table's cells: no spreadsheet runs them, and reading them gives back exactly what was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspections.tidy import COLUMNS, FORMULA, UNSEEN, protect, unprotect


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("good", "good"),
        ("=1+1", "'=1+1"),
        (" -2", "' -2"),
        ("'=1", "''=1"),
        ("'tis good", "'tis good"),
        ("", ""),
        ("＝1", "'＝1"),
    ],
)
def test_a_formula_gets_an_apostrophe(text: str, cell: str):
    assert protect(text) == cell
    assert unprotect(cell) == text


@given(st.text(alphabet=[*"'ab", *FORMULA, *UNSEEN], max_size=8))
def test_every_text_comes_back_as_it_was(text: str):
    assert unprotect(protect(text)) == text
    assert not protect(text).lstrip(UNSEEN).startswith(FORMULA)


def test_no_column_stands_twice():
    names = [column.name for column in COLUMNS]
    assert len(names) == len(set(names))
    assert all(column.meaning.endswith(".") for column in COLUMNS)
