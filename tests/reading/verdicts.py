"""What a comparison says of one fact, and the counts of many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from inspections.reading.facts import Words
from inspections.text import Span
from tests.reading.expected import Fact

VERDICTS = ("right", "wrong", "missed", "spurious")


@dataclass(frozen=True)
class Mark:
    document: str
    kind: str  # of fact: "overall grade", "inspected", "quotation" ...
    verdict: str  # right, wrong, missed, spurious
    expected: str | None
    found: str | None
    words: str = ""  # of the text, that the found fact points at


class Marker:
    """Collects the marks of one document."""

    def __init__(self, document: str, text: str) -> None:
        self.document = document
        self.text = text
        self.marks: list[Mark] = []
        self.proved: set[Span] = set()  # words of facts that are right

    def __call__(
        self, kind: str, verdict: str, expected: str | None, found: str | None, evidence: Words | Iterable[Span] = ()
    ) -> None:
        spans = evidence.spans if isinstance(evidence, Words) else tuple(evidence)
        if verdict == "right":
            self.proved |= set(spans)
        shown = " … ".join(" ".join(span.of(self.text).split()) for span in spans)
        self.marks.append(Mark(self.document, kind, verdict, expected, found, shown))


@dataclass(frozen=True)
class Count:
    right: int
    wrong: int
    missed: int
    spurious: int

    @property
    def expected(self) -> int:
        return self.right + self.wrong + self.missed

    @property
    def precision(self) -> float | None:
        said = self.right + self.wrong + self.spurious
        return self.right / said if said else None

    @property
    def recall(self) -> float | None:
        return self.right / self.expected if self.expected else None


def counts(marks: Iterable[Mark]) -> dict[str, Count]:
    """By kind of fact, in the order in which kinds first appear."""
    tally: dict[str, Counter[str]] = {}
    for mark in marks:
        tally.setdefault(mark.kind, Counter())[mark.verdict] += 1
    return {kind: Count(*(of[v] for v in VERDICTS)) for kind, of in tally.items()}


def optional(fact: Fact) -> bool:
    return "optional" in (fact.get("note") or "")
