"""Words of a source that prove something, where they stand, and which of them stand together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote_plus

from inspections.web.known import field_words

NEXT_PARAGRAPH = 8  # characters between two paragraphs of one quotation: line breaks, spaces and marks


@dataclass(frozen=True)
class Proof:
    """Words of a source that prove one thing, and where they stand."""

    source: str
    source_slug: str
    source_title: str
    publisher: str
    field: str
    claim: str
    text: str
    start: int | None = None
    end: int | None = None
    page: int | None = None
    sheet: str = ""
    row: int | None = None
    cells: tuple[tuple[str, str], ...] = ()
    lead: str = ""  # the few characters of the source before the words

    @property
    def source_url(self) -> str:
        return f"/sources/{self.source}/{self.source_slug}/"

    @property
    def pieces(self) -> tuple[str, ...]:
        """Words that stood together where they come from: a tidy table hands on several such in one cell."""
        if self.cells and not any(header for header, _ in self.cells):
            return tuple(text for _, text in self.cells)
        return (self.text,)

    @property
    def anchor(self) -> str:
        if self.row is not None:
            return f"r{self.row}"
        return "" if self.start is None else f"p{self.start}-{self.end}"

    @property
    def place(self) -> str:
        """Where in a workbook: "sheet “History”, row 17"."""
        if self.row is None:
            return f"page {self.page}" if self.page else ""
        return f"sheet “{self.sheet}”, row {self.row}" if self.sheet else f"row {self.row}"

    @property
    def url(self) -> str:
        if self.row is not None:
            sheet = f"sheet={quote_plus(self.sheet)}&" if self.sheet else ""
            return f"{self.source_url}?{sheet}row={self.row}#{self.anchor}"
        return f"{self.source_url}#{self.anchor}" if self.anchor else self.source_url

    @property
    def field_words(self) -> str:
        return field_words(self.field)


def adjacent(proofs: Iterable[Proof]) -> tuple[tuple[Proof, ...], ...]:
    """Passages of one source, those together between which it has nothing but breaks and marks."""
    found: list[list[Proof]] = []
    for proof in proofs:
        if found and _follows(found[-1][-1], proof):
            found[-1].append(proof)
        else:
            found.append([proof])
    return tuple(map(tuple, found))


def _follows(before: Proof, proof: Proof) -> bool:
    apart = (proof.start or 0) - (before.end or 0)
    between = proof.lead[len(proof.lead) - apart :] if 0 < apart <= len(proof.lead) else ""
    return 0 <= apart <= NEXT_PARAGRAPH and not any(char.isalnum() for char in between)


def one_of_each(proofs: Iterable[Proof]) -> tuple[Proof, ...]:
    """The first proof of each passage."""
    found: dict[str, Proof] = {}
    for proof in proofs:
        found.setdefault(proof.url, proof)
    return tuple(found.values())
