"""Whom a verb of saying has behind it: "said the leader", "according to Ann Lee, who ..."."""

from __future__ import annotations

import re

from inspections.catalogue import Catalogue
from inspections.reading.people import subject
from inspections.reading.people.roles import TITLE
from inspections.reading.people.subject import Subject
from inspections.reading.rules import rule

_LEAVE_ROLE = rule(
    r",?\s+\b(?:at\s+(?:an?|the\s+(?:[a-z]+\s+){0,2}(?:time|meeting|launch|event|hearing|conference|briefing|session|debate)|last|yesterday|today)\b|when\b|(?<!look\s)(?<!looks\s)(?<!looked\s)(?<!looking\s)after\b|as\s+(?:she|he"
    r"|they)\b|during\b|while\b|in\s+(?:a|an|her|his|their|its|the|response|reply)\b"
    r"|yesterday\b|today\b|tonight\b|last\s+(?:night|week|month)\b|this\s+(?:week|morning|afternoon)\b"
    r"|on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|speaking\b|following\b|adding\b|before\b|(?:and|but)\s+(?:also\s+|then\s+|later\s+)?(?:add(?:s|ed)|said|says|told|went\s+on|goes\s+on|continue[sd]|warn(?:s|ed)|thank(?:s|ed)"
    r"|prais(?:es|ed)|promise[sd]|insist(?:s|ed)|urge[sd]|pledge[sd]|vow(?:s|ed)|call(?:s|ed))\b|to\s+"
    r"(?:the|a)\b).*$",
    re.S,
)
# "said a delighted Cllr Ann Lee"
_A_MOOD = re.compile(
    rf"^(?:an?|the)\s+(?:\w+ly\s+)?(?:[a-z]+(?:ed|ful|ant|ous)|happy|proud|angry|sad|frank|blunt|tearful|candid|grim-faced)\s+(?=(?:{TITLE.pattern})\s+[A-Z]|[A-Z][\w’'-]+\s+[A-Z])"
)
_OWN = re.compile(r"(?:our|their|its|his|her|my|the)\s", re.I)


def object_of(words: str, catalogue: Catalogue) -> Subject | None:
    """The phrase at the start of ``words``, after a verb of saying: without what trails it, then whole."""
    whole = _A_MOOD.sub("", words.strip(" ,.;"))
    tries = [_LEAVE_ROLE.sub("", whole), whole]
    pieces = whole.split(",")
    tries += [",".join(pieces[:n]) for n in range(len(pieces) - 1, 0, -1)]
    tries += [_LEAVE_ROLE.sub("", pieces[0])]
    for one in dict.fromkeys(each.strip(" ,.") for each in tries):  # what is tried twice is found no sooner
        begins = _OWN.match(one)
        found = subject(one, catalogue) if one else None
        if found is not None and found.start < max(4, begins.end() + 1 if begins else 0):
            return found
    return None
