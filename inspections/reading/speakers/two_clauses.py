"""Two clauses of saying between two quotations: "“A,” said Ann Lee, while Bob Cox, the leader, said: “B.”"."""

from __future__ import annotations

import re

from inspections.reading.people.names import is_name
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


# a verb is left out: "said it was “well deserved”, and Kerry Scott, head of service: “...”"
_WITHOUT_A_VERB = re.compile(
    r",?\s+(?:and|while|but)\s+(?P<who>(?:(?:the|its|their|his|her|Cllr|Councillor|Mr|Mrs|Ms|Dr|Sir|Dame|Lord)\s+)*(?:[A-Z][\w’'-]+\s+){1,3}[A-Z][\w’'-]+)"
    rf"(?:,\s+(?!(?:{SURE_VERBS})\b)[^,:;.“”\"]{{3,60}}){{1,2}}:\s*$"
)


# "“tenacious”, in the words of one head, and health staff told us “...”"
_CITED = re.compile(
    rf",?\s+(?:in\s+the\s+words\s+of|according\s+to|to\s+quote|as)\s+[^.;“”\"]{{3,60}}?(?P<cut>;\s+|,?\s+(?:and|but|while|whilst|whereas|although|though)\s+)"
    rf"(?!(?:who|she|he|they|it|then|also|added|went)\b)[^,;.:“”\"]{{2,50}}?\s(?:{SURE_VERBS})\b"
)


def second_clause(between: str) -> int | None:
    """Where, between two quotations, a second clause of saying begins that is of somebody else; None: there is none."""
    if (silent := _WITHOUT_A_VERB.search(between)) is not None and is_name(silent["who"]):
        return silent.start("who")
    if (cited := _CITED.match(between)) is not None:
        return cited.start("cut")
    verbs = [m for m in _SAYS.finditer(between) if not m.group().endswith("ing")]
    if len(verbs) < 2:
        return None
    last = verbs[-1]
    lead = between[verbs[0].end() : last.start()]
    if _OF_THE_SAME.search(lead):
        return None
    parted = [m for m in _PARTED.finditer(lead) if _NAMED.search(lead, m.end())]
    return verbs[0].end() + parted[0].start() if parted else None
