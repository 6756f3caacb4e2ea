"""One source whose every word would do harm if it were taken for anything but a text."""

from __future__ import annotations

from datetime import date

from inspections.reading.facts import InspectionFact, Judged, Reading, StatementFact, Words
from tests.world import graded, held, name, passages, when, words

SCRIPT = '<script>alert("harm")</script><img src=x onerror=alert(1)></title></style></textarea><!-- --><svg onload=x>'
TEMPLATE = "{{ harm }} {% harm %} {# harm #} ${harm} <%= harm %> {{ settings.SECRET_KEY }}"
OVERRIDE = "\u202eedirrevo\u2066\u2067\u202a\u202b\u202d\u2068"  # opens every direction, closes none
INVISIBLE = "zero\u200bwidth\u200d\u2060\ufeff\u00ad\u200e\u200f\u061c\U000e0041"
CONTROLS = "bell\x07escape\x1b[31mdelete\x7fnext\x85line\u2028separator\u2029end\ufffe"
ENTITY = '&lt;b&gt; &#60; &amp;amp; ]]> \\u003c \\" \' " ` %3Cscript%3E \\input{x} $x^2_3$ @misc{x, } TY  - X'
FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1")


def evil(label: str) -> str:
    """One hostile text that names its field, so that a test finds it again; it ends in what it opened."""
    return f"[{label} {SCRIPT} {TEMPLATE} {INVISIBLE} {ENTITY} {CONTROLS} {OVERRIDE} {label}]"


TITLE, SAID, OUTCOME, ASPECT = evil("title"), evil("said"), evil("outcome"), evil("aspect")
SPEAKER, ROLE, ORGANISATION, PUBLISHER, LICENCE = map(evil, ("speaker", "role", "organisation", "publisher", "licence"))
SERVICE, NOTE = evil("service"), evil("note")
HOSTILE = (TITLE, SAID, OUTCOME, ASPECT, SPEAKER, ROLE, ORGANISATION, PUBLISHER, LICENCE, SERVICE, NOTE)
FILE = 'evil"><script>alert(2)</script>.txt'
ADDRESS = 'https://evil.example/"><script>alert(3)</script>?a=1&b=\u202e{{x}}'
RUNNING = "javascript:alert(4)//https://evil.example"

TEXT = "\n\n".join(
    (
        TITLE,
        "Ofsted inspected Derby adult learning on 3 June 2019 and judged it good.",
        f"{ASPECT}: requires improvement",
        OUTCOME,
        f"{SPEAKER}, {ROLE}, {ORGANISATION} said:",
        SAID,
        *FORMULAS,
    )
)


def hostile() -> Reading:
    """Its facts are proven like any others: what is hostile is only how they are worded."""
    text = TEXT
    visit = InspectionFact(
        "1", (name(text, "derby", "Derby"),), name(text, "adult-learning", "adult learning"), SERVICE,
        (name(text, "ofsted", "Ofsted"),), "focused-visit", words(text, "inspected"),
        inspected=when(text, "2019-06-03", "3 June 2019"), overall_absent="ungraded by design",
        outcome=words(text, OUTCOME), mentions=words(text, "Ofsted inspected Derby").spans,
        judgements=(
            Judged(ASPECT, None, graded(text, "ofsted-four-point", "requires-improvement", "requires improvement"),
                   words(text, ASPECT)),
        ),
        notes=(NOTE,),
    )  # fmt: skip
    spoken = [
        StatementFact("1", "response", None, words(text, SAID), True, "person", speaker=SPEAKER, role=ROLE,
                      organisation=ORGANISATION, attribution=words(text, f"{SPEAKER}, {ROLE}, {ORGANISATION} said"),
                      about=("1",)),
        StatementFact("2", "finding", "strength", words(text, OUTCOME, SAID), True, "report", organisation="Ofsted",
                      about=("1",)),
    ]  # fmt: skip
    spoken += [
        StatementFact(str(number), "comment", None, Words(words(text, f"\n\n{formula}").spans), False, "organisation",
                      organisation=formula, about=("1",))
        for number, formula in enumerate(FORMULAS[:4], 3)
    ]  # fmt: skip
    file = held(
        FILE, text, publisher=PUBLISHER, publisher_kind="other", licence=LICENCE, licence_url=RUNNING,
        received=date(2026, 1, 2), url=ADDRESS, archived_url=RUNNING,
    )  # fmt: skip
    return Reading(file, "hostile", "page", words(text, TITLE), None, (visit,), tuple(spoken), passages(text))
