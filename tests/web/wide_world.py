"""Five more sources beside those of tests/world.py: every case a page must show that the seeds do not have.

An inspection after the overall grade was abolished, a report card, sources that disagree, an event that
may be either of two, an abolished council, hostile words, and proofs that cross.
"""

from __future__ import annotations

from datetime import date

from inspections.reading.facts import Graded, InspectionFact, Judged, Reading, StatementFact, Words
from tests.world import graded, held, name, passages, when, words, world

ILACS_TEXT = """Inspection of Somerset children’s services

Ofsted inspected Somerset children’s services from 13 to 24 April 2026.

The impact of leaders: good
Help and protection: requires improvement to be good
Children in care: good
Care leavers: outstanding

Telephone 01823 123 4567 or write to someone@example.org.
"""

CARD_TEXT = """Report card for Sunderland adult learning

Ofsted visited Sunderland adult learning from 13 to 16 January 2026.

Inclusion: strong standard
Achievement: needs attention
Safeguarding: met
"""

DERBY_TEXT = """Two visits to Derby

Ofsted judged Derby children’s services good after the inspection of 3 June 2019. A focused visit by Ofsted to Derby children’s services on 10 September 2019 looked at the front door. A second focused visit by Ofsted to Derby children’s services on 24 September 2019 looked at care leavers.

<script>alert("harm")</script> {{ harm }} =1+1
"""  # noqa: E501

RIVAL_TEXT = """Another account of Derby

Ofsted judged Derby children’s services inadequate after the inspection of 3 June 2019. There was a focused visit by Ofsted to Derby children’s services in September 2019.
"""  # noqa: E501

CUMBRIA_TEXT = """Cumbria

Ofsted rated Cumbria children’s services requires improvement in November 2017.
"""


def ilacs() -> Reading:
    text, scale = ILACS_TEXT, "ofsted-four-point"
    aspects = (
        ("The impact of leaders", "good", "leaders: good"),
        ("Help and protection", "requires-improvement", "requires improvement to be good"),
        ("Children in care", "good", "care: good"),
        ("Care leavers", "outstanding", "outstanding"),
    )
    fact = InspectionFact(
        "1", (name(text, "somerset", "Somerset"),), name(text, "childrens-services", "children’s services"), None,
        (name(text, "ofsted", "Ofsted"),), "full", words(text, "Inspection"), framework=name(text, "ilacs",
        "Inspection of"),
        framework_basis="derived", inspected=when(text, "2026-04-13/2026-04-24", "13 to 24 April 2026"),
        overall_absent="abolished",
        judgements=tuple(
            Judged(aspect, None, graded(text, scale, grade, phrase), words(text, aspect))
            for aspect, grade, phrase in aspects
        ),
        mentions=words(text, "Ofsted inspected Somerset").spans,
    )  # fmt: skip
    file = held(
        "somerset_report.txt", text, publisher="Ofsted", publisher_kind="inspectorate", received=date(2026, 6, 1)
    )
    return Reading(
        file, "report", "inspection report", words(text, text.split("\n", 1)[0]), None, (fact,), (), passages(text)
    )


def card() -> Reading:
    text = CARD_TEXT
    aspects = (
        ("Inclusion", "ofsted-report-card", "strong-standard", "strong standard"),
        ("Achievement", "ofsted-report-card", "needs-attention", "needs attention"),
        ("Safeguarding", "ofsted-safeguarding", "met", "met"),
    )
    fact = InspectionFact(
        "1", (name(text, "sunderland", "Sunderland"),), name(text, "adult-learning", "adult learning"), None,
        (name(text, "ofsted", "Ofsted"),), "full", words(text, "Report card"),
        inspected=when(text, "2026-01-13/2026-01-16", "13 to 16 January 2026"), overall_absent="ungraded by design",
        judgements=tuple(
            Judged(aspect, None, graded(text, scale, grade, phrase), words(text, aspect))
            for aspect, scale, grade, phrase in aspects
        ),
        mentions=words(text, "Ofsted visited").spans,
    )  # fmt: skip
    file = held(
        "sunderland_card.txt", text, publisher="Ofsted", publisher_kind="inspectorate", received=date(2026, 3, 1)
    )
    return Reading(
        file, "report", "report card", words(text, text.split("\n", 1)[0]), None, (fact,), (), passages(text)
    )


def _derby(text: str, key: str, kind: str, date_words: str, edtf: str, overall: Graded | None) -> InspectionFact:
    return InspectionFact(
        key, (name(text, "derby", "Derby"),), name(text, "childrens-services", "children’s services"), None,
        (name(text, "ofsted", "Ofsted"),), kind, words(text, "visit") if kind == "focused-visit" else None,  # type: ignore[arg-type]
        inspected=when(text, edtf, date_words), overall=overall,
        overall_absent=None if overall else "ungraded by design", mentions=words(text, date_words).spans,
    )  # fmt: skip


def derby() -> Reading:
    text = DERBY_TEXT
    facts = (
        _derby(text, "1", "unstated", "3 June 2019", "2019-06-03", graded(text, "ofsted-four-point", "good", "good")),
        _derby(text, "2", "focused-visit", "10 September 2019", "2019-09-10", None),
        _derby(text, "3", "focused-visit", "24 September 2019", "2019-09-24", None),
    )
    crossing = words(text, "the inspection of 3 June 2019. A focused visit by Ofsted", "=1+1")
    inner = words(text, "A focused visit by Ofsted to Derby")
    hostile = words(text, '<script>alert("harm")</script> {{ harm }} =1+1')
    spoken = [
        StatementFact(key, "comment", None, said, False, "organisation", organisation="Derby News", about=("1",))
        for key, said in (
            ("1", Words(crossing.spans[:1])),
            ("2", inner),
            ("3", hostile),
            ("4", Words(crossing.spans[1:])),
        )
    ]
    file = held("derby_news.txt", text, publisher="Derby News", publisher_kind="news", received=date(2020, 1, 6))
    return Reading(
        file, "news", "news story", words(text, "Two visits to Derby"), None, facts, tuple(spoken), passages(text)
    )


def rival() -> Reading:
    text = RIVAL_TEXT
    facts = (
        _derby(
            text,
            "1",
            "unstated",
            "3 June 2019",
            "2019-06-03",
            graded(text, "ofsted-four-point", "inadequate", "inadequate"),
        ),
        _derby(text, "2", "focused-visit", "September 2019", "2019-09", None),
    )
    file = held("rival_news.txt", text, publisher="Rival News", publisher_kind="news", received=date(2020, 1, 7))
    return Reading(file, "news", "news story", words(text, "Another account of Derby"), None, facts, (), passages(text))


def cumbria() -> Reading:
    text = CUMBRIA_TEXT
    fact = InspectionFact(
        "1", (name(text, "cumbria", "Cumbria"),), name(text, "childrens-services", "children’s services"), None,
        (name(text, "ofsted", "Ofsted"),), "unstated", None, inspected=when(text, "2017-11", "November 2017"),
        overall=graded(text, "ofsted-four-point", "requires-improvement", "requires improvement"),
        mentions=words(text, "Ofsted rated").spans,
    )  # fmt: skip
    file = held("cumbria_page.txt", text, publisher="Cumbria Gazette", publisher_kind="news", received=date(2017, 1, 7))
    return Reading(file, "news", "news story", words(text, "Cumbria"), None, (fact,), (), passages(text))


def wide_world() -> list[Reading]:
    return [*world(), ilacs(), card(), derby(), rival(), cumbria()]
