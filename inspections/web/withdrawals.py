"""When and in which words a statement was taken back, as far as the sources say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from inspections.models import Statement
from inspections.tidy import GAP
from inspections.web.assembly import show_when, whole_statements
from inspections.web.shown.dates import WhenShown
from inspections.web.shown.proofs import Proof, one_of_each
from inspections.web.shown.statements import StatementShown


@dataclass(frozen=True)
class Withdrawal:
    """What the banner says. ``reason`` are the words of those who withdrew it."""

    when: WhenShown | None
    url: str  # of the withdrawal's own page, where it is a statement of its own
    reason: str
    proofs: tuple[Proof, ...]


def withdrawal_of(row: Statement, shown: StatementShown) -> Withdrawal | None:
    """Three queries for a withdrawn statement, none for any other."""
    if not shown.withdrawn:
        return None
    proofs = one_of_each(tuple(proof for proof in shown.proofs if proof.field == "status"))
    found = list(Statement.objects.withdrawing(row))
    own: Any = found[0] if len(found) == 1 else None  # several: which of them is not stated
    return Withdrawal(
        when=show_when(own.said_edtf, own.said_earliest, own.said_latest, own.said_basis, own.said_note)
        if own
        else None,
        url=f"/statements/{own.ref}/" if own else "",
        reason=whole_statements([own])[0].text_with_gaps if own else GAP.join(proof.text for proof in proofs),
        proofs=proofs,
    )
