"""Words led in, or out, by something else than a verb of saying: "had this to say", "The message from the leader was".

Only where the one whose words they are is named there in an office, or holds one.
"""

from __future__ import annotations

import re

from inspections.catalogue import Catalogue
from inspections.reading.inspectorates import naming_rule
from inspections.reading.people import subject
from inspections.reading.people.objects import object_of
from inspections.reading.people.reports import OTHER_REPORT
from inspections.reading.people.subject import Subject
from inspections.reading.rules import rule
from inspections.reading.speakers.attribution import Attribution, Memory, Place
from inspections.reading.speakers.clauses import resolved
from inspections.reading.speakers.verbs import SAYING
from inspections.text import Span

_WHO = r"(?P<who>[^;:“”\"]{3,160}?)"
_ANSWER = (
    r"(?:message|word|words|answer|verdict|reaction|response|reply|advice|view|opinion|warning|plea|conclusion|summary|hope|fear|boast|claim"
    r"|assessment|statement)"
)
_BEFORE = tuple(
    rule(pattern)
    for pattern in (
        # as in "Ann Lee, the leader, had this to say about it"
        rf"^\W*{_WHO},?\s+(?:has|had|have)\s+(?:only\s+|just\s+)?(?:this|the\s+following|these\s+words)\s+(?:to\s+say|to\s+offer|for\s+\w+)\b[^:;“”\"]{{0,60}}:\s*$",
        # as in "The message from the leader, Ann Lee, was simple"
        rf"^\W*(?:The|One|An?)\s+(?:\w+\s+)?{_ANSWER}\s+(?:from|of|by)\s+{_WHO},?\s+(?:is|was)\s+(?:that\b[^:;“”\"]{{0,60}}|(?:\w+\s*){{0,3}}:)\s*$",
        # as in "Then came Ann Lee, the leader" and "Over to Ann Lee, the leader", with a colon behind
        rf"^\W*(?:Then\s+(?:came|it\s+was\s+the\s+turn\s+of)|Next(?:\s+up)?\s+(?:came|was|is)|(?:Now\s+)?[Oo]ver\s+to|Enter|Cue)\s+{_WHO}:\s*$",
        # "Ann Lee, the leader, would not be drawn, except to say that it was"
        rf"^\W*{_WHO},?\s+(?:would|could|will|can)(?:\s+not|n[’']t)\b[^:;“”\"]{{0,60}}?,?\s+(?:except|other\s+than|save)\s+to\s+(?:say|add|note)\b[^:;“”\"]{{0,80}}[:,]?\s*$",
        # as in "A statement attributed to the leader, Ann Lee, read"
        rf"^\W*(?:An?|The)\s+(?:\w+\s+){{0,2}}?(?:statement|note|message|letter|e-?mail)\s+(?:attributed\s+to|signed\s+by|in\s+the\s+name\s+of)\s+{_WHO},?\s+(?:reads?|said|says|ran|begins|began)[:,]?\s*$",
        # as in "An email from Ann Lee, the leader, to staff, seen by this paper, says"
        rf"^\W*(?:An?|The)\s+(?:\w+\s+){{0,2}}?(?:statement|note|message|letter|e-?mail|memo|post)\s+(?:from|by)\s+{_WHO}(?:,?\s+(?:to|seen\s+by|sent\s+to|sent\s+on|published|circulated|posted)\s[^,:;“”\"]{{2,60}})*,?\s+(?:reads?|says|said|states?|stated|ran|begins|began|adds|added|continue[sd]|warns|warned)[:,]?\s*$",
        # "For Ann Lee, the leader, it was"
        rf"^\W*(?:For|To)\s+{_WHO},\s+(?:it|this|that|(?:the|its)\s+[a-z]+)\s+(?:is|was|means|meant)\s*(?:(?:simply|nothing\s+less\s+than|just|above\s+all)\s*)?$",
        # "Council leader Ann Lee's view is that it was"
        rf"^\W*{_WHO}[’']s?\s+(?:own\s+)?{_ANSWER}\s+(?:is|was)\s+that\b[^:;“”\"]{{0,80}}$",
        # as in "In an e-mail to this website Dr Ann Lee, the designated doctor, wrote"
        rf"^\W*In\s+an?\s+(?:[\w-]+\s+){{0,2}}(?:e-?mail|letter|note|message|statement|text|tweet|post|interview)\s+(?:to|on|for|with)\s+(?:[a-z]+\s+){{1,3}}?(?:last\s+night\s+|yesterday\s+|today\s+)?(?=[A-Z]){_WHO},?\s+(?:wrote|writes|said|says)[:,]?\s*$",
    )
)
_AFTER = tuple(
    rule(pattern)
    for pattern in (
        # "So said Ann Lee, the leader.", "Thus spoke ..."
        r"^\W*(?P<all>(?:So|Thus)\s+(?:says|said|speaks|spoke|writes|wrote)\s+(?P<who>[^.;:“”\"\n]{3,140}))",
        # ", reads a message from the leader, Ann Lee, to staff"
        r"^\W*(?P<all>(?:reads?|ran|runs|said|says)\s+an?\s+(?:\w+\s+){0,2}?(?:statement|message|note|letter|e-?mail)\s+(?:from|by|signed\s+by)\s+(?P<who>[^.;:“”\"\n]{3,120}?))(?:\s+to\s+(?:all\s+)?(?:staff|parents|members|residents|families))?[.,\n]",
    )
)
_BODY = r"(?:inspectors[’']?|@inspectorate(?:[’']s?)?|watchdogs?|reports?|letters?)"
# "Inspectors had been less complimentary about the front door, which was"
_OF_A_TONE = naming_rule(
    rf"^\W*(?:The\s+|But\s+(?:the\s+)?)?{_BODY}\s+(?:had\s+been|has\s+been|have\s+been|was|were|is|are)\s+(?:(?:less|more|rather|very|much|also|equally|particularly|even)\s+)*"
    r"(?:complimentary|critical|scathing|kind|kinder|harsh|harsher|blunt|blunter|positive|warm|warmer|concerned|worried|impressed|unimpressed|damning|severe)\s+"
    r"(?:about|of|on|by|with|at)\s+[^:;“”\"]{3,120}?,\s+(?:which|that|who|whom)\s+(?:it\s+|they\s+)?(?:is|was|were|are|called|found|said\s+(?:was|were))\s*$",
    re.I,
)
# as in "I asked for the report's most critical line and got this"
_ITS_LINE = naming_rule(
    rf"\b{_BODY}[’']?s?\s+(?:[\w-]+\s+){{0,3}}(?:line|sentence|passage|paragraph)\b[^“”\":;.]{{0,60}}:\s*$", re.I
)
# as in "Inspectors recorded the comment of a duty manager, Ann Lee": who said it, and who set it down
_SET_DOWN = rule(
    r"\b(?:record(?:s|ed)?|not(?:es|ed)|report(?:s|ed)?|repeat(?:s|ed)?|quot(?:es|ed)|cit(?:es|ed)|print(?:s|ed)|include[sd]?|carrie[sd]|share[sd]?|heard)\s+"
    r"(?:the|an?|one|this|these)\s+(?:[a-z-]+\s+)?(?:comments?|words|remarks?|views?|observations?|account|reply|testimony|opinion|message|thoughts?|sentence)\s+"
    rf"(?:of|by|from)\s+{_WHO}:\s*$",
    re.I,
)
_FIRST = 4
# "Then came the leader, Cllr Ann Lee."
_HER_TURN = re.compile(
    r"^\W*(?:Then\s+(?:came|spoke|it\s+was\s+the\s+turn\s+of)|Next(?:\s+up)?\s+(?:came|was|is|spoke)|Last\s+(?:came|to\s+speak\s+was))\s+(?P<who>[^;:“”\"]{3,160}?)\W*$"
)
_NOT_ITS = re.compile(
    r"\b(?:said|says|told|added|adds|replied|wrote|not|never|asked\s+(?:about|whether|if))\b|n[’']t\b"
)


def led_in(place: Place, memory: Memory, tail: str, span: Span) -> Attribution | None:
    """Whose words are led in by a phrase that has no verb of saying; None where no such phrase stands before them."""
    catalogue = memory.catalogue
    for each in _BEFORE:
        if (m := each.match(tail)) is not None and _in_office(who := object_of(m["who"], catalogue)):
            assert who is not None
            return resolved(who, memory, span, True)
    if (m := _SET_DOWN.search(tail)) is not None:
        made = resolved(object_of(m["who"], catalogue), memory, span, True)
        return made if made is not None and made.kind != "report" else Attribution("unstated", span)
    said = any(m["strong"] for m in SAYING.finditer(tail))
    if not said and tail.rstrip().endswith(":") and (who := subject(tail.rstrip(" :\n"), catalogue)) is not None:
        if who.kind == "organisation" and who.role and who.start < _FIRST:  # "A council spokesman:"
            return resolved(who, memory, span, True)
    if _OF_A_TONE.of(catalogue).match(tail) and not OTHER_REPORT.search(tail):
        return Attribution("report", span)
    if (m := _ITS_LINE.of(catalogue).search(tail)) is not None and not OTHER_REPORT.search(tail):
        if _NOT_ITS.search(tail) is None:
            return Attribution("report", span)
    return None


def whose_turn(sentence: str, catalogue: Catalogue) -> Subject | None:
    """The person in office who spoke next: "Then came the leader, Cllr Ann Lee." """
    m = _HER_TURN.match(sentence)
    who = object_of(m["who"], catalogue) if m is not None else None
    return who if _in_office(who) else None


def led_out(place: Place, memory: Memory, following: str) -> Attribution | None:
    """Whose words stand before "So said the leader, Ann Lee"; None where nobody is told so."""
    for each in _AFTER:
        if (m := each.match(following)) is not None and _in_office(who := object_of(m["who"], memory.catalogue)):
            assert who is not None
            at = place.after.start
            return resolved(who, memory, Span(at + m.start("all"), at + m.end("all")).stripped(place.text), True)
    return None


def _in_office(who: Subject | None) -> bool:
    return who is not None and who.kind == "person" and not who.private and bool(who.role or who.titled)
