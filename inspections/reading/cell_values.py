"""What the cells of a column can say where its publisher counts, numbers or chooses: everything else is a slip.

Grades are read by their scales and days by the calendar; here is what stands beside them. A list of kinds that grows
from year to year is known by the words that every kind of it has; a list of states or results is known in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

SILENT = frozenset({"", "NULL", "NA", "N/A"})  # what publishers put into a cell that says nothing


@dataclass(frozen=True)
class Says:
    """What a cell can say: in words for whoever has to mend it, and as a pattern of the whole cell."""

    words: str
    pattern: str

    def holds(self, cell: str) -> bool:
        return cell in SILENT or re.fullmatch(self.pattern, cell, re.IGNORECASE) is not None


def one_of(*values: str) -> Says:
    return Says(f"none of {', '.join(values)}", "|".join(map(re.escape, values)))


def holding(words: str, parts: Iterable[str]) -> Says:
    """Names of kinds, each of which has one of these words."""
    return Says(words, rf"(?:.*\W)?(?:{'|'.join(parts)})(?:\W.*)?")


YES_OR_NO = Says("neither Yes nor No", "Yes|No")
COUNT = Says("not a number", r"\d{1,3}")
IN_REGISTER = Says("no number of a register", r"[A-Z]{0,2}\d{1,8}")
IN_SCHOOLS = Says("no number of a school and its authority", r"\d{3}/?\d{4}")
INSPECTION = Says("no number of an inspection", r"[A-Z]{0,4}\d{1,9}")
PHASE = Says(
    "no phase that is known",
    "nursery|primary|secondary|special|PRU|pupil referral unit|alternative provision|all-through|sixth form|post-16"
    "|middle deemed (?:primary|secondary)",
)
SCHOOL = holding("no kind of school that is known", ("school", "academy", "college", "unit", "provision", "centre"))
VISIT = holding(
    "no kind of inspection that is known",
    ("inspection", "reinspection", "visit", "section [58]", "s[58]", "special measures", "notice to improve"),
)
CONCERN = one_of("SM", "SWK", "NTI")
REMAINS = Says(
    "no outcome of an ungraded inspection that is known",
    r"school remains (?:good|outstanding)(?: \((?:improving|concerns)\) - s5 next)?"
    r"|standards maintained|improved significantly|some aspects not as strong",
)
SECTOR = one_of("Private", "Local Authority", "Voluntary", "Academy", "Health Authority")
REGION = one_of(
    "East Midlands", "East of England", "London", "North East", "North West", "South East", "South West",
    "West Midlands", "Yorkshire and The Humber", "North East, Yorkshire and The Humber", "Wales", "Scotland",
    "Northern Ireland",
)  # fmt: skip
