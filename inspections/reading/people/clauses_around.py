"""The words of a clause in which an office stands, and which are no part of it."""

from __future__ import annotations

import re

from inspections.reading import rules
from inspections.reading.people.roles import OFFICE

# "wrote to the leader, Ann Lee", "At Kingston the leader, Ann Lee": to whom or where, and no part of the office
TO_OR_WHERE = re.compile(
    r"^(?:(?:(?:wrote|writes|said|complained|protested|replied|answered|put\s+it)\s[^,]{2,40}?\s)?(?:to|by|with)\s+(?=(?:the|its|their|our|one|an?)\s)"
    r"|(?:[Aa]t|[Ii]n|[Oo]ver\s+in|[Dd]own\s+in|[Uu]p\s+in|[Nn]ear)\s+[A-Z][\w’'-]+(?:\s+(?:(?:and|upon|of|on|the)\s+)*[A-Z][\w’'-]+)*\s+(?=(?:the|its)\s))"
)
# ", quoting the director", "pictured left with the leader", "on behalf of the leader": no part of an office
DOING = re.compile(
    r"(?:^|,\s+)(?:also\s+|then\s+)?(?:quoting|citing|echoing|thanking|reading|referring|paying|standing|wearing|holding|pictured|photographed|flanked|accompanied|seen"
    r"|above|below|left|right|centre|on\s+behalf\s+of|alongside|together\s+with)\b.*$",
    re.S,
)


# "We also attributed to Ofsted's regional director", "She asked what a head teacher": a clause before the office
_IN_A_CLAUSE = re.compile(r"\b(?:I|[Ww]e|[Tt]hey|[Ss]he|[Hh]e|[Ii]t|[Yy]ou)\s")
_OFFICE_BEGINS = re.compile(
    r"(?:(?<=\s)|^)(?:(?:the|its|our|their|an?|his|her)\s+|(?:[A-Z][\w’'-]*\s+){0,3}[A-Z][\w-]*[’']s\s+)"
)
_GOVERNED = re.compile(r"\b(?:of|for|in|with|at|on|and)\s+$")
_JOINED_ON = re.compile(
    r"^(?:(?:and|but|while|as|whereas|when|where)\s+(?:the\s+|an?\s+|its\s+|their\s+)?|whose\s+|(?:is|was)\s+(?:now|still|also|then|currently),?\s+"
    r"|.*\b(?:19|20)\d\d,?\s+(?:the|its|our|their)\s+(?:then\s+)?)"
)


# "It fell to Ann Lee, the cabinet member, to defend it"
TO_DO = re.compile(r",\s+to\s+[a-z]+\s.*$", re.S)


def without_clause(role: str) -> str:
    """The office alone, without the words of a clause in which it stands."""
    role = _JOINED_ON.sub("", role)
    clause = _IN_A_CLAUSE.search(role)
    if clause is None or rules.match(r"who\s", role):
        return role
    for m in reversed(list(_OFFICE_BEGINS.finditer(role, clause.end()))):
        if OFFICE.search(role, m.end()) and not _GOVERNED.search(role, 0, m.start()):
            return role[m.start() :]
    return role
