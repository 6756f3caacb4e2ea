"""What a noun phrase means, once it is known."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Subject:
    """``kind``: person, organisation, report, other, he (he or she), his (a letter of his or hers), who, they, it.

    ``start``: where it begins.
    """

    kind: str
    start: int
    name: str | None = None
    role: str | None = None
    organisation: str | None = None
    definite: bool = False  # "the Executive Director": somebody named elsewhere
    titled: bool = False  # a title of office or rank stands before the name
    private: bool = False  # a named person who speaks in no office: the name is not kept
    called: str | None = None  # what a private person is called, to know them again on the same page; the pronoun
    sex: str = ""  # "he" or "she", where a title or a word for the office says which
