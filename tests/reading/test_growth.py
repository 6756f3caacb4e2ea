"""Twice the text takes at most about twice the steps, whatever it is made of: counted, and not timed."""

import sys

import pytest

from inspections.catalogue import load
from inspections.reading import read
from inspections.reading.facts import Held

CATALOGUE = load()
OPENING = "Ofsted inspected Stockport Council in May 2016. "
UNITS = {
    "one paragraph": "Inspectors visited the service again and spoke to staff about their work. ",
    "one word": "a",
    "quotation marks": "“",
    "straight marks": '"',
    "dates": "12 May 2016 ",
    "grades": "was judged good ",
    "authorities": "Stockport Council, ",
    "no authorities": "Good Council ",
    "paragraphs": "Ofsted judged it good.\n\n",
    "quotations": "Cllr Ann Lee said: “We know this.”\n\n",
}
SHORT = 8_000  # characters


def steps(text: str) -> int:
    """How many functions are called to read ``text``."""
    held, count = Held("long.txt", "text/plain", "0" * 64, text), 0

    def called(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        read(held, CATALOGUE)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_twice_the_text_takes_no_more_than_twice_the_steps(unit):
    read(Held("short.txt", "text/plain", "0" * 64, OPENING + unit * 3), CATALOGUE)
    once, twice = (steps(OPENING + unit * (size // len(unit))) for size in (SHORT, 2 * SHORT))
    assert twice < 2.3 * once + 2000, f"{once:,} steps and {twice:,}"
