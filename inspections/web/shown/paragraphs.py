"""Quoted words paragraph by paragraph: what a source says between them is never passed over in silence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from inspections.web.shown.proofs import Proof, adjacent, one_of_each

PARAGRAPH = "\n\n"
_LINE_END = re.compile(r"(?<=\S)[^\S\n]*\n[^\S\n]*(?=[^\s\u2022\u25aa\u25cf\u25e6\uf0b7])")


@dataclass(frozen=True)
class Run:
    """A paragraph of somebody's words; ``after_gap``: the source says other things before it."""

    text: str
    after_gap: bool


def join_lines(text: str) -> str:
    """The lines of each paragraph in one, as a page shows them; paragraphs and bullets keep their breaks."""
    return _LINE_END.sub(" ", text)


def paragraphs_of(text: str) -> list[str]:
    return [paragraph.strip() for paragraph in text.replace("\r\n", "\n").split("\n\n") if paragraph.strip()]


def join_runs(proofs: Iterable[Proof]) -> tuple[Run, ...]:
    """Quoted passages of one source, paragraph by paragraph, each gap between them known."""
    runs: list[Run] = []
    for together in adjacent(proofs):
        gap = bool(runs)
        for proof in together:
            for number, piece in enumerate(proof.pieces):
                gap = gap or number > 0
                for paragraph in paragraphs_of(piece):
                    runs.append(Run(paragraph, gap))
                    gap = False
    return tuple(runs)


def outcome_runs(outcome: str, proofs: Iterable[Proof]) -> tuple[Run, ...]:
    """The outcome as the source that it is quoted from has it, each gap marked."""
    by_source: dict[str, list[Proof]] = defaultdict(list)
    for proof in proofs:
        by_source[proof.source].append(proof)
    for quoted in by_source.values():
        runs = join_runs(sorted(one_of_each(quoted), key=lambda proof: proof.start or 0))
        if [run.text for run in runs] == paragraphs_of(outcome):
            return runs
    return tuple(Run(paragraph, number > 0) for number, paragraph in enumerate(paragraphs_of(outcome)))


def outcome_parts(outcome: str, proofs: Iterable[Proof]) -> tuple[str, ...]:
    """Each run of the outcome's words that stands together in the source."""
    parts: list[str] = []
    for run in outcome_runs(outcome, proofs):
        if parts and not run.after_gap:
            parts[-1] += PARAGRAPH + run.text
        else:
            parts.append(run.text)
    return tuple(parts) if len(parts) > 1 else (outcome,) if outcome else ()
