"""A grade in its place on its scale, and what it was given for."""

from __future__ import annotations

from dataclasses import dataclass

from inspections.web.shown.proofs import Proof, one_of_each


@dataclass(frozen=True)
class Rung:
    """One grade of a scale as the ladder draws it: whole numbers only."""

    y: int
    tone: str
    judged: bool


@dataclass(frozen=True)
class GradeShown:
    """A grade in its place on its scale. ``grade`` is None when the source does not say which."""

    scale: str
    scale_name: str
    scale_kind: str
    grade: str | None
    label: str
    rank: int | None
    of: int
    tone: str
    meaning: str
    as_worded: str
    basis: str
    note: str
    rungs: tuple[Rung, ...] = ()
    proofs: tuple[Proof, ...] = ()
    printed: str = ""  # the words of a table that gives the grade a later word than its scale had

    @property
    def told(self) -> str:
        """The grade in words; a later table’s words are told as the table’s, beside the word of its own scale."""
        if not self.printed:
            return self.label
        return f"“{self.printed}”, {self.printed_for}"

    @property
    def printed_for(self) -> str:
        """What stands beside a later table’s words, wherever they are shown."""
        if self.grade is None:
            return "the table’s words; which grade it was is not stated"
        return f"the table’s words for “{self.label}”"

    @property
    def scale_url(self) -> str:
        return f"/scales/{self.scale}/"

    @property
    def height(self) -> int:
        return 7 * self.of + 1

    @property
    def place(self) -> str:
        """Where it stands, for those who do not see the ladder; outcome statements are never numbered."""
        if self.rank is None or self.scale_kind != "grade":
            return ""
        return f"{self.rank} of {self.of} on the scale, where 1 is best"


@dataclass(frozen=True)
class JudgementShown:
    aspect: str
    aspect_slug: str
    overall: bool
    grade: GradeShown

    @property
    def aspect_line(self) -> str:
        """The aspect on one line."""
        return " ".join(self.aspect.split())

    @property
    def proofs(self) -> tuple[Proof, ...]:
        return self.grade.proofs

    @property
    def passages(self) -> tuple[Proof, ...]:
        """Its proofs, each passage once."""
        return one_of_each(self.grade.proofs)
