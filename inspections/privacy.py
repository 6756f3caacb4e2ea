"""Telephone numbers and e-mail addresses in held texts are not republished.

They are covered character for character, so that every span still counts true: the one place
where what is shown differs from what is held.
"""

from __future__ import annotations

import re

COVER = "█"

_EMAIL = re.compile(r"(?<![A-Za-z0-9._%+'-])[A-Za-z0-9._%+'-]++[@＠][A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
# as people write it to hide it: "jo.lee [at] example.org", "jo dot lee at example dot gov dot uk", "jo . lee @ example"
_AT = r"(?: ?[\[({] ?(?:at|@) ?[\])}] ?| (?:AT|@) )"
_DOT = r"(?: ?[\[({] ?(?:dot|\.) ?[\])}] ?| (?:dot|DOT|\.) |\.)"
_NAME = r"[A-Za-z0-9_%+'-]{1,30}"
_SPELT_EMAIL = re.compile(
    rf"(?<![\w.])(?:{_NAME}{_DOT}){{0,3}}{_NAME}{_AT}(?:{_NAME}{_DOT}){{1,4}}[A-Za-z]{{2,10}}\b"
    rf"|(?<![\w.])(?:{_NAME} (?:dot|DOT) ){{0,3}}{_NAME} at (?:{_NAME} (?:dot|DOT) ){{1,4}}[A-Za-z]{{2,10}}\b"
)
_HAS_SPELT = re.compile(r"[\[({] ?(?:at|@)|\b(?:AT|dot|DOT)\b|@ ")
_GAP = "[ \u00a0\u2009\u2011–./-]?"
_WIDE_GAP = "(?: [-–/] |[ \u00a0\u2009\u2011–./-])?"
_EXTENSION = r"(?:,? ?(?:[Ee]xt(?:ension|n)?\.?|x) ?\d{1,5}\b|/\d{1,4}(?![\d/]))?"
_TELEPHONE = re.compile(
    rf"(?<![\d/])(?:(?:\+|00)44{_GAP}(?:\(0\))?{_GAP}\d{{2,4}}|\(?0\d{{2,4}}\)?)(?:{_WIDE_GAP}\d{{2,4}}){{2,3}}(?!\d){_EXTENSION}"
)
# "Tel: 496 0123", "ext 4567": a number without its code, named for what it is
_NAMED_NUMBER = re.compile(
    r"\b(?:[Tt]el(?:ephone)?|[Pp]hone|[Ff]ax|[Mm]obile|[Mm]ob|[Ee]xt(?:ension|n)?)\b(?:\.|:| no\.?:?| number:?){0,3} ?"
    r"(?P<number>(?!(?:19|20)\d\d(?![\d \u00a0-]))\d[\d \u00a0-]{2,12}\d)(?!\d)"
)
LONGEST = 80  # characters that a covered number or address may have; a slice is read with this much around it


def mask(text: str) -> str:
    """The text with the characters of every telephone number and e-mail address covered, one for one."""
    text = _EMAIL.sub(_cover, text)
    if _HAS_SPELT.search(text):
        text = _SPELT_EMAIL.sub(_cover_words, text)
    return _NAMED_NUMBER.sub(_cover_named, _TELEPHONE.sub(_cover_number, text))


def _cover(match: re.Match[str]) -> str:
    return COVER * len(match.group())


def _cover_words(match: re.Match[str]) -> str:
    return _covered(match.group())


def _covered(words: str) -> str:
    return "".join(char if char.isspace() else COVER for char in words)


def _cover_number(match: re.Match[str]) -> str:
    digits = sum(char.isdigit() for char in match.group())
    return _covered(match.group()) if 10 <= digits <= 18 and not _DATE.match(match.group()) else match.group()


# "01.02.2015 10": days and years, and no number to ring
_DATE = re.compile(r"\(?[0-3]\d[./-][01]\d[./-](?:19|20)\d\d")


def _cover_named(match: re.Match[str]) -> str:
    begins = match.start("number") - match.start()
    return match.group()[:begins] + _covered(match["number"])


def mask_slice(around: str, before: int, length: int) -> str:
    """A slice as it stands in the covered text, from the slice with its surroundings.

    ``before`` characters of ``around`` stand before the slice: a number that the slice cuts in two
    is covered in both halves.
    """
    return mask(around)[before : before + length]
