"""Of which group a party's page is: its publisher, its imprint, else the line above its title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspections.reading.rules import rule

if TYPE_CHECKING:
    from inspections.reading.work import Work


def party(work: Work) -> str | None:
    """The group a page is of: the publisher, else the line above the title, when it names a group."""
    about = work.context
    if about.document.held.sidecar.publisher:
        return about.document.held.sidecar.publisher
    if imprint := next(_IMPRINT.finditer(about.text, max(0, len(about.text) - 3000)), None):
        return _in_words(" ".join(imprint["group"].split()))
    for first in about.document.body[:3]:
        words = " ".join(first.span.of(about.text).split("\n")[0].split())
        if len(words) < 90 and _GROUP_NAME.search(words) and not words.endswith((".", ":", "?")):
            named = re.split(r"\s+[|–—>·]\s+|\s{2,}", words)[0]
            if not any(w.islower() and len(w) > 4 for w in named.split()):  # a slogan is no name
                return _in_words(named)
    return None


# the imprint that a party's page must carry: "Promoted by A. Lee on behalf of Kent Alliance, both at ..."
_IMPRINT = rule(
    r"\b(?:[Pp]romoted|[Pp]ublished|[Pp]rinted)\b[^\n]{0,80}?\b(?:on\s+behalf\s+of|by\s+[^\n]{3,60}?\s+for)\s+(?:the\s+)?(?P<group>[A-Z][^,.;:()\n]{3,70}?)"
    r"\s*(?:[,.;:(\n]|\b(?:both|all)\s+(?:at|of)\b|$)"
)


def _in_words(name: str) -> str:
    if not name.isupper():
        return name
    small = re.sub(r"(?<=\s)(?:Of|And|The|For|In|On|Upon)(?=\s)", lambda m: m.group().lower(), name.title())
    return small.replace("’S", "’s").replace("'S", "'s")


_GROUP_NAME = rule(
    r"\b(?:Group|Party|Alliance|Association|Labour|Conservatives?|Democrats|Greens?|Independents?|Residents[’']?"
    r"|Network|Forum"
    r"|Voice|Trust|Union|Campaign)\b",
    re.I,
)
