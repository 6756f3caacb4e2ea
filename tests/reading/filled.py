"""Texts filled in from lists: a form with blanks, and beside it what the filled text tells of each inspection.

What a text tells is written in short, one visit a line: the service, the kind, the day, the grade, and behind it parts.
``area-send . 2024-05 inconsistent`` is an inspection of May 2024 of whatever kind that is graded as a whole. A kind is
one of ``facts.InspectionKind`` ("." for any that may carry a grade). A day is of the visit or of its report ("i:" only
of the visit, "p:" only of the report, "." for none). A grade is as the catalogue writes it, "-" for none; one with "?"
behind it may be left out. A part is ``+aspect=grade``. A visit that begins with "?" may be left out. Source: none.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

COUNCILS = "Dudley Kent Sheffield Barnet Rutland Devon Slough Bexley Wirral Thurrock".split()
MONTHS = {"March": "03", "May": "05", "July": "07", "September": "09", "November": "11"}
EARLIER = {"January": "01", "February": "02", "April": "04", "June": "06"}
GRADES = {
    "good": "good",
    "outstanding": "outstanding",
    "inadequate": "inadequate",
    "requires improvement": "requires-improvement",
}
Form = tuple[str, str]


@dataclass(frozen=True)
class Group:
    """Forms of one kind of telling; ``blanks`` draws what fills them, ``floor`` is the share that must be read whole."""

    name: str
    forms: tuple[Form, ...]
    blanks: Callable[[random.Random], dict[str, str]]
    floor: float = 0.0
    head: str = "The Weekly Gazette\n\n4 December 2024\n\n"


@dataclass(frozen=True)
class Filled:
    """A text, its form, and what it tells: one line for each visit."""

    group: str
    form: str
    text: str
    council: str
    visits: tuple[str, ...]


def councils(chance: random.Random) -> dict[str, str]:
    """Two councils, a month of the visit, and a later and an earlier one."""
    first, second = chance.sample(COUNCILS, 2)
    month, later = sorted(chance.sample(sorted(MONTHS), 2), key=lambda each: MONTHS[each])
    early = chance.choice(sorted(EARLIER))
    return {
        "c": first, "d": second, "m": month, "mm": MONTHS[month], "n": later, "nn": MONTHS[later],
        "e": early, "ee": EARLIER[early],
    }  # fmt: skip


def graded(chance: random.Random, grades: dict[str, str], letters: str = "ghk") -> dict[str, str]:
    """Different grades for ``letters`` and, in capitals, as the catalogue writes them."""
    drawn = [chance.sample(sorted(grades), min(len(letters), len(grades))) for _ in letters][0]
    return {a: b for key, word in zip(letters, drawn, strict=False) for a, b in ((key, word), (key.upper(), grades[word]))}


def four_grades(chance: random.Random) -> dict[str, str]:
    """Councils, months and three of the four grades of today."""
    return councils(chance) | graded(chance, GRADES)


def filled(groups: tuple[Group, ...], seed: int, number: int) -> Iterator[Filled]:
    """``number`` texts of each group, the same for the same ``seed``: each form as often as any other."""
    for group in groups:
        chance = random.Random(f"{seed} {group.name}")
        for text, visits in [chance.choice(group.forms) for _ in range(number)]:
            blanks = group.blanks(chance)
            lines = tuple(line.strip().format(**blanks) for line in visits.split(";") if line.strip())
            whole = text.format(**blanks)
            yield Filled(group.name, text, group.head + whole[0].upper() + whole[1:], blanks["c"].lower(), lines)
