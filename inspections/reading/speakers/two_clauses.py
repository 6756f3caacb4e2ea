"""Two clauses of saying between two quotations: "“A,” said Ann Lee, while Bob Cox, the leader, said: “B.”"."""

from __future__ import annotations

import re

from inspections.reading.speakers.verbs import SURE_VERBS

_SAYS = re.compile(rf"\b(?:{SURE_VERBS})\b")
# the verb is of whoever the clause before it is of: "said Ann Lee, who added", "said Ann Lee, and she went on"
_OF_THE_SAME = re.compile(
    r"(?:\b(?:who|whom|she|he|it|they|and|but|then|also|we|I|as|to)|^|[–—(])\s*(?:\w+ly\s+|then\s+|also\s+|later\s+|has\s+|have\s+|had\s+|once\s+)*$"
)
_PARTED = re.compile(
    r"\s*;\s+|,?\s+(?:while|whilst|whereas|although|though)\s+|,\s+(?:and|but)\s+"
    r"|\s+(?:and|but)\s+(?=(?:an?|the|its|their|her|his|Cllr|Councillor|Mr|Mrs|Ms|Dr)\s)"
)
_NAMED = re.compile(r"\b[A-Z][\w’'-]+\s+[A-Z]")


def second_clause(between: str) -> int | None:
    """Where, between two quotations, a second clause of saying begins that is of somebody else; None: there is none."""
    verbs = [m for m in _SAYS.finditer(between) if not m.group().endswith("ing")]
    if len(verbs) < 2:
        return None
    last = verbs[-1]
    lead = between[verbs[0].end() : last.start()]
    if _OF_THE_SAME.search(lead):
        return None
    parted = [m for m in _PARTED.finditer(lead) if _NAMED.search(lead, m.end())]
    return verbs[0].end() + parted[0].start() if parted else None
