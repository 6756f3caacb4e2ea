"""Exact words of somebody, as they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from inspections.directions import close_directions
from inspections.tidy import GAP
from inspections.web.known import STANCES, VERIFICATIONS
from inspections.web.shown import Link, SourceName
from inspections.web.shown.dates import WhenShown
from inspections.web.shown.paragraphs import PARAGRAPH, Run, join_runs, paragraphs_of
from inspections.web.shown.proofs import Proof, adjacent


@dataclass(frozen=True)
class StatementShown:
    """Exact words of somebody, and where they stand."""

    pk: int
    ref: str
    kind: str
    stance: str
    text: str
    in_quotation_marks: bool
    attributed_to: str
    speaker: str
    role: str
    organisation: str
    said: WhenShown | None
    status: str
    verification: str
    source: SourceName
    inspections: tuple[Link, ...]
    proofs: tuple[Proof, ...] = ()
    private: bool = False  # the speaker holds no office
    # where it was compared with its report, and how it differs
    verified: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def verified_url(self) -> str:
        """The passage of the report that it was compared with."""
        if not self.verified:
            return ""
        place = f"{self.verified['start']}-{self.verified['end']}"
        return f"/sources/{self.verified['source']}/{self.verified['slug']}/?words={place}#p{place}"

    @property
    def url(self) -> str:
        return f"/statements/{self.ref}/"

    @property
    def words(self) -> tuple[Proof, ...]:
        """The proofs of the words themselves, in reading order."""
        return tuple(proof for proof in self.proofs if proof.field == "text")

    @property
    def runs(self) -> tuple[Run, ...]:
        """The words paragraph by paragraph; what the source says between them is never passed over in silence."""
        return join_runs(self.words) or tuple(Run(paragraph, False) for paragraph in paragraphs_of(self.text))

    @property
    def parts(self) -> tuple[str, ...]:
        """Each run of words that stands together in the source, exactly as it stands."""
        parts = tuple(PARAGRAPH.join(proof.text for proof in run) for run in adjacent(self.words))
        return parts if len(parts) > 1 else (self.text,)

    @property
    def text_with_gaps(self) -> str:
        """The words with a mark wherever the source says other things between them."""
        return GAP.join(self.parts)

    @property
    def first_run(self) -> tuple[Run, ...]:
        return self.runs[:1]

    @property
    def in_one_line(self) -> str:
        return " ".join(f"[…] {run.text}" if run.after_gap else run.text for run in self.runs)

    @property
    def proof(self) -> Proof | None:
        return next(iter(self.words), None) or next(iter(self.proofs), None)

    @property
    def withdrawn(self) -> bool:
        return self.status == "withdrawn"

    @property
    def stance_words(self) -> str:
        return STANCES.get(self.stance, "")

    @property
    def verification_words(self) -> str:
        """How the words compare with their report; the report's own words need no comparing."""
        own_words = self.verification == "exact" and not self.in_quotation_marks
        return "" if own_words else VERIFICATIONS.get(self.verification, "")

    @property
    def who(self) -> str:
        """Who spoke, as far as the source says."""
        if self.speaker:
            return self.speaker
        if self.role:
            return self.role[:1].upper() + self.role[1:]
        return self.organisation or "speaker not stated"

    @property
    def is_anonymous(self) -> bool:
        return not (self.speaker or self.role or self.organisation)

    @property
    def who_more(self) -> str:
        parts = [self.role if self.speaker else "", self.organisation if self.organisation != self.who else ""]
        return ", ".join(close_directions(part) for part in parts if part)
