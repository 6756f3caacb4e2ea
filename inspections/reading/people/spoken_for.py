"""Bodies that somebody speaks for, beside the name: "Ann Lee (Kent Parents' Network)", "For UNISON, Mr Bo Day"."""

from __future__ import annotations

import re

# for UNISON, Mr Bo Day: on whose behalf somebody speaks
FOR_WHOM = re.compile(
    r"\W*(?:For|On\s+behalf\s+of|Speaking\s+for)\s+(?:the\s+)?(?P<org>UNISON|NEU|NASUWT|GMB|NSPCC|Unison|Unite|Mencap|Healthwatch(?:\s[A-Z]\w+)?"
    r"|[A-Z][\w’'&-]*(?:\s+(?:(?:of|for|and|in|the)\s+)*[A-Z][\w’'&-]*)*\s+(?:[Gg]roup|Network|Forum|Union|Association|Trust|Partnership|Federation|Alliance|Voice|Police|Board)),\s+"
)
# as "Ann Lee (Kent Parents' Network)", "Mr Bo Day (UNISON)"
_BODY_IN_BRACKETS = re.compile(
    r"(?<=[a-z])\s\((?P<in>(?:the\s+)?(?:UNISON|NEU|NASUWT|GMB|NSPCC|Unison|Unite|Mencap|Healthwatch(?:\s[A-Z]\w+)?|[A-Z][\w’'&-]*(?:\s+(?:(?:of|for|and|in|the)\s+)*[A-Z][\w’'&-]*)*\s+"
    r"(?:Network|Forum|Union|Association|Trust|Partnership|Federation|Alliance|Foundation|Voice|Council|Police|Board|Group|Society|University|Campaign)))\)(?=\s|,|$)"
)
# "mum-of-two Ann Lee, who set up Send Families Kent": whoever leads a named body speaks for it
LEADS_A_BODY = re.compile(
    r"(?:^|\s)(?P<name>(?!(?:Mum|Dad|Mother|Father|Gran\w*|Parent|Carer)\b)[A-Z][’A-Z]*[a-z][\w’'\-]*(?:\s+[A-Z][\w’'\-]+){1,2}),\s+(?:(?:aged\s+)?\d{1,2},\s+)?who\s+(?:also\s+|now\s+)?"
    r"(?P<does>(?:co-)?(?:founded|chairs|leads|runs)|set\s+up|started|fronts|co-?ordinates)\s+(?:the\s+)?"
    r"(?P<org>[A-Z][\w’'&-]*(?:\s+(?:(?:of|for|and|in|the|on|with)\s+)*[A-Z][\w’'&-]*)+)(?<!House)(?<!Home)(?<!Lodge)(?<!Hall)(?<!Court)(?<!Nursery)(?<!Cottage)(?:,\s+[^;:“”\"]{2,80})?,?\s*$"
)


def without_brackets(words: str) -> str:
    """A body in brackets behind a name, as between commas; what stands before it keeps its place."""
    return _BODY_IN_BRACKETS.sub(lambda m: f", of {m['in']},".ljust(len(m.group())), words)
