"""What kind of value stands in each column of the downloads: types, and the codes that a column may hold.

By the names of columns, which mean the same in every table. Written out as a Frictionless table schema on
``/data/``, and used by whoever turns the CSV into typed files.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from inspections.catalogue import Catalogue
from inspections.wording import KINDS, NOT_STATED_SERVICE

INTEGERS = frozenset({"grade_rank", "evidence_start", "evidence_end", "edition", "statements"})
DATES = frozenset({
    "inspected_earliest", "inspected_latest", "published_earliest", "published_latest", "opened", "closed", "received",
})  # fmt: skip
ID = r"[a-z0-9]{6,16}"
SEVERAL_CODES = r"[a-z0-9-]+(; [a-z0-9-]+)*"
BASES = ("stated", "derived", "candidates")
PRECISIONS = ("day", "month", "season", "year", "interval", "several")
KEYS = {"statements": "statement", "authorities": "authority", "sources": "source"}  # the one column that names a row
COUNTS = {"authorities": ("inspections",), "sources": ("inspections",)}  # a number here, a list of ids elsewhere


def type_of(table: str, column: str) -> str:
    """ "integer", "date", "boolean" or "string", as a table schema names them."""
    if column in INTEGERS or column in COUNTS.get(table, ()):
        return "integer"
    if column in DATES:
        return "date"
    return "boolean" if column == "in_quotation_marks" else "string"


def constraints_of(table: str, column: str, catalogue: Catalogue) -> dict[str, Any]:
    """What a value of the column must be, where it is not empty."""
    if column == KEYS.get(table) or (table == "inspections" and column == "inspection"):
        unique = {"unique": True} if column in KEYS.values() else {}
        return {"required": True, **unique}
    codes = codes_of(table, catalogue).get(column)
    if codes:
        return {"enum": list(codes)}
    if table == "inspections" and column in ("inspectorates", "authority"):
        return {"pattern": SEVERAL_CODES}
    if column in ("previous", "follows") or (column == "source" and table != "sources"):
        return {"pattern": ID}
    if column == "sha256":
        return {"pattern": "[0-9a-f]{64}"}
    if type_of(table, column) == "integer":
        return {"minimum": 1 if column in ("grade_rank", "edition") else 0}
    return {}


def codes_of(table: str, catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """The columns that hold one of a few codes, with all of these."""
    authorities = catalogue.authorities.values()
    if table == "authorities":
        return {
            "kind": tuple(sorted({a.kind for a in authorities})),
            "region": tuple(sorted({a.region for a in authorities if a.region})),
        }
    if table == "statements":
        return {
            "kind": ("finding", "response", "comment", "withdrawal"),
            "stance": ("strength", "improve", "priority", "other"),
            "said_basis": BASES,
            "status": ("stands", "withdrawn"),
            "verification": ("exact", "altered", "not-found", "primary-not-held"),
        }
    if table != "inspections":
        return {}
    grades = dict.fromkeys(grade.slug for scale in catalogue.scales.values() for grade in scale.grades)
    return {
        "service": (*catalogue.services, NOT_STATED_SERVICE),
        "kind": tuple(KINDS),
        "framework": tuple(catalogue.frameworks),
        "framework_basis": BASES[:2],
        "inspected_basis": BASES,
        "published_basis": BASES,
        "inspected_precision": PRECISIONS,
        "published_precision": PRECISIONS,
        "scale": tuple(catalogue.scales),
        "grade": tuple(grades),
        "grade_basis": BASES[:2],
        "overall_absent": ("not stated", "ungraded by design", "abolished"),
    }
