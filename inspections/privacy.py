"""Telephone numbers and e-mail addresses in held texts are not republished.

They are covered character for character, so that every span still counts true: the one place
where what is shown differs from what is held.
"""

from __future__ import annotations

import re

COVER = "█"

_EMAIL = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_GAP = "[ \u00a0\u2009-]?"
_TELEPHONE = re.compile(
    rf"(?<![\d/])(?:\+44{_GAP}(?:\(0\))?{_GAP}\d{{2,4}}|\(?0\d{{2,4}}\)?)(?:{_GAP}\d{{2,4}}){{2,3}}(?![\d/])"
)
LONGEST = 80  # characters that a covered number or address may have; a slice is read with this much around it


def mask(text: str) -> str:
    """The text with the characters of every telephone number and e-mail address covered, one for one."""
    return _TELEPHONE.sub(_cover_number, _EMAIL.sub(_cover, text))


def _cover(match: re.Match[str]) -> str:
    return COVER * len(match.group())


def _cover_number(match: re.Match[str]) -> str:
    digits = sum(char.isdigit() for char in match.group())
    return "".join(char if char.isspace() else COVER for char in match.group()) if 10 <= digits <= 13 else match.group()


def mask_slice(around: str, before: int, length: int) -> str:
    """A slice as it stands in the covered text, from the slice with its surroundings.

    ``before`` characters of ``around`` stand before the slice: a number that the slice cuts in two
    is covered in both halves.
    """
    return mask(around)[before : before + length]
