"""Texts filled in from lists: a form with blanks, and beside it what the filled text tells of each inspection.

The forms stand in ``filled_in``: a line that begins with "==" names a group, what fills its blanks (``filled_blanks``)
and the day of the paper; a line is a form; the lines below it, set in, are what it tells, a visit to a line: the
service, the kind, the day, the grade, and behind it parts. ``area-send . 2024-05 inconsistent`` is an inspection of
May 2024 of whatever kind, with a grade of the whole. A kind is one of ``facts.InspectionKind`` ("." for any that may
carry a
grade). A day is of the visit or of its report ("i:" only of the visit, "p:" only of the report, "." for none told). A
grade is as the catalogue writes it, "-" for none; with "?" behind it, it may be left out. A part is ``+aspect=grade``.
A line that begins with "?" may be left out, and "a/b" is of the council a. Source: none, all of it is made up.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.reading.filled_blanks import BLANKS

FOLDER = Path(__file__).parent / "filled_in"


@dataclass(frozen=True)
class Group:
    """Forms of one kind of telling, each with the lines of what it tells."""

    name: str
    blanks: str
    day: str
    forms: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Filled:
    """A text, its form, and what it tells: one line for each visit."""

    group: str
    form: str
    text: str
    council: str
    visits: tuple[str, ...]


@cache
def groups() -> tuple[Group, ...]:
    """Every group of every file."""
    return tuple(group for path in sorted(FOLDER.glob("*.txt")) for group in _groups_of(path.read_text("utf-8")))


def _groups_of(lines: str) -> Iterator[Group]:
    for block in lines.split("== ")[1:]:
        head, *rest = block.splitlines()
        name, blanks, day = head.split(" | ")
        forms: list[tuple[str, tuple[str, ...]]] = []
        for line in filter(str.strip, rest):
            if line.startswith(" "):
                form, visits = forms.pop()
                forms.append((form, (*visits, line.strip())))
            else:
                forms.append((line.replace("\\n", "\n"), ()))
        yield Group(name, blanks, day, tuple(forms))


def filled(seed: int, number: int) -> Iterator[Filled]:
    """``number`` texts of each group, the same for the same ``seed``."""
    for group in groups():
        chance = random.Random(f"{seed} {group.name}")
        for form, visits in (chance.choice(group.forms) for _ in range(number)):
            blanks = BLANKS[group.blanks](chance)
            whole = form.format(**blanks)
            text = f"The Weekly Gazette\n\n{group.day}\n\n{whole[0].upper()}{whole[1:]}"
            told = tuple(line.format(**blanks) for line in visits)
            yield Filled(group.name, form, text, blanks.get("C", blanks["c"].lower()), told)
