"""A date as it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from inspections.web.known import BASES
from inspections.web.shown.proofs import Proof

NOT_PRINTED = "not printed"  # how the note of a date begins that no source prints


@dataclass(frozen=True)
class WhenShown:
    """A date as known: its value, its words, and how we know."""

    edtf: str
    earliest: date | None
    latest: date | None
    basis: str
    note: str
    words: str
    proofs: tuple[Proof, ...] = ()

    @property
    def as_printed(self) -> tuple[str, ...]:
        """The date in the words of the sources; none when no source prints it."""
        if self.note.startswith(NOT_PRINTED):
            return ()
        return tuple(dict.fromkeys(proof.text for proof in self.proofs))

    @property
    def basis_words(self) -> str:
        return BASES.get(self.basis, self.basis)
