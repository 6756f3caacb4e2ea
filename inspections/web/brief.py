"""The inspection page as a brief: findings by their stance, and the proofs beside each fact."""

from __future__ import annotations

from inspections.web.shown.inspections import InspectionWhole
from inspections.web.shown.proofs import Proof, one_of_each
from inspections.web.shown.statements import StatementShown

STANCES = (("priority", "Priority action"), ("strength", "Strengths"), ("improve", "To improve"))
OTHER = "Other findings"
FACTS = ("authority", "provider", "service", "inspectorate", "kind", "framework", "outcome")


def group_findings(inspection: InspectionWhole) -> tuple[tuple[str, tuple[StatementShown, ...]], ...]:
    """Findings under the name of their stance, in the order a reader needs them."""
    named = {slug for slug, _ in STANCES}
    groups = [(name, tuple(f for f in inspection.findings if f.stance == slug)) for slug, name in STANCES]
    rest = tuple(f for f in inspection.findings if f.stance not in named)
    found = [group for group in groups if group[1]]
    if rest:
        found.append((OTHER if found else "Findings", rest))
    return tuple(found)


def group_proofs(inspection: InspectionWhole) -> dict[str, tuple[Proof, ...]]:
    """The proofs of each fact of the first table, one of each passage."""
    grouped = {name: one_of_each(inspection.proofs_of(name)) for name in FACTS}
    grouped["chain"] = one_of_each(inspection.proofs_of("previous", "follows"))
    return grouped


def group_statement_proofs(statement: StatementShown) -> dict[str, tuple[Proof, ...]]:
    """The proofs of who said it and of whether it stands."""
    return {
        name: one_of_each(tuple(p for p in statement.proofs if p.field == name)) for name in ("attribution", "status")
    }
