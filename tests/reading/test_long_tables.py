"""The lines of a long table are parted as the library for CSV parts them, whatever stands in them."""

import csv
import io
import random

import pytest

from inspections.reading.facts import Unreadable
from inspections.reading.long_tables import _rows

PIECES = ('"', '"', ",", ",", "a", "é", " ", "\n", "\n", "\r\n", "\r", "\0", "\x85", "\u2028")
TEXTS = {
    "no marks": "a,b\r\nc,\n,,\n",
    "an empty line": "a,b\n\nc\n",
    "no end": "a,b",
    "a mark around a comma": 'a,"b,c"\nd\n',
    "an end of line between marks": 'a,"b\nc",d\ne,f\n',
    "a line without marks between marks": 'a,"b\nc,d\ne",f\ng\n',
    "a mark in a cell": 'a"b,c\nd\n',
    "a mark doubled": '"a""b"\n',
    "letters behind a mark": 'a\n"b"c,d\ne\n',
    "no mark at the end": 'a\n"b\nc\n',
    "a cell too long": f"a\n{'b' * (csv.field_size_limit() + 1)},c\nd\n",
    "a line longer than a cell may be": f"{'b' * csv.field_size_limit()},c\nd\n",
}


def parted_by_the_library(text):
    """The rows, and what is told of the first line that is no CSV."""
    rows, reader = [], csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        rows.extend(reader)
    except csv.Error as error:
        return rows, str(error), reader.line_num
    return rows, "", 0


def parted(text):
    rows = []
    try:
        rows.extend(_rows("a.csv", io.StringIO(text, newline="")))
    except Unreadable as refused:
        (problem,) = refused.problems
        return rows, problem.message.removeprefix("is not CSV here: "), problem.line
    return rows, "", 0


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_rows_are_those_of_the_library(text):
    assert parted(text) == parted_by_the_library(text)


@pytest.mark.parametrize("seed", range(20))
def test_rows_of_any_text_are_those_of_the_library(seed):
    chance = random.Random(seed)
    for _ in range(300):
        text = "".join(chance.choices(PIECES, k=chance.randrange(16)))
        assert parted(text) == parted_by_the_library(text)
