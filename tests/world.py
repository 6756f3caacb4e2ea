"""One small named world for tests of the record: three sources, four councils' events, told by hand.

Nothing here is read from prose: each fact is made beside the words that prove it, so that tests of
recording and of the pages do not depend on the readers.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

from inspections.periods import parse
from inspections.reading.facts import (
    Basis,
    Graded,
    Held,
    InspectionFact,
    Judged,
    Name,
    Passage,
    Reading,
    Sidecar,
    StatementFact,
    When,
    Words,
)
from inspections.text import Span


def words(text: str, *phrases: str) -> Words:
    """The first place of each phrase in a text; a phrase that is not there is the test's mistake."""
    spans = []
    for phrase in phrases:
        at = text.index(phrase)
        spans.append(Span(at, at + len(phrase)))
    return Words(tuple(spans))


def name(text: str, slug: str, phrase: str) -> Name:
    return Name(slug, words(text, phrase))


def when(text: str, edtf: str, phrase: str, basis: Basis = "stated", note: str = "") -> When:
    meant = parse(edtf)
    return When(edtf, meant.earliest, meant.latest, basis, words(text, phrase), note)


def graded(text: str, scale: str, grade: str, phrase: str) -> Graded:
    return Graded(scale, grade, words(text, phrase))


def held(file: str, text: str, **sidecar: object) -> Held:
    data = text.encode()
    return Held(file, "text/plain", hashlib.sha256(data).hexdigest(), text, Sidecar(**sidecar))  # type: ignore[arg-type]


def passages(text: str) -> tuple[Passage, ...]:
    found, at = [], 0
    for paragraph in text.split("\n\n"):
        if paragraph.strip():
            found.append(Passage(Span(at, at + len(paragraph)), heading=at == 0))
        at += len(paragraph) + 2
    return tuple(found)


NEWS_TEXT = """Adult learning in Trafford judged good

Ofsted judged Trafford Council’s adult learning service good after an inspection in March 2017. The previous inspection, in May 2014, found that it required improvement.

Inspectors wrote that “managers have improved the […] teaching of English” and that “learners enjoy every single lesson they attend”.

Councillor Asha Example, Cabinet Member for Learning, said: “We are proud of our tutors.

“There is more to do.”
"""  # noqa: E501

REPORT_TEXT = """Inspection report: Trafford adult learning

Inspection dates 6–9 March 2017. Published 17 April 2017. Inspectorate: Ofsted.

Overall effectiveness Good
Leadership and management Good

Since the last inspection managers have improved the quality of teaching of English.
"""

PARTY_TEXT = """A correction

On Tuesday 30 April we said that the inspectors in Leeds found failings. The Ofsted visit to Leeds in September found sufficient progress in three of six weaknesses. We withdraw our words and apologise.

Leeds children’s services were judged inadequate in February 2019.
"""  # noqa: E501


def news(
    text: str = NEWS_TEXT,
    grade: tuple[str, str] = ("good", "good"),
    month: tuple[str, str] = ("2014-05", "May 2014"),
    said: str = "We are proud of our tutors.",
) -> Reading:
    """The council's page; a corrected text comes with what it says instead: a value and its words."""
    authority = name(text, "trafford", "Trafford")
    service = name(text, "adult-learning", "adult learning")
    ofsted = name(text, "ofsted", "Ofsted")
    now = InspectionFact(
        "1", (authority,), service, "adult learning service", (ofsted,), "unstated", None,
        inspected=when(text, "2017-03", "March 2017"),
        overall=graded(text, "ofsted-four-point", *grade),
        previous="2", mentions=words(text, "Ofsted judged Trafford").spans,
    )  # fmt: skip
    before = InspectionFact(
        "2", (authority,), service, None, (ofsted,), "unstated", None,
        inspected=when(text, *month),
        overall=graded(text, "ofsted-four-point", "requires-improvement", "required improvement"),
        mentions=words(text, "The previous inspection").spans,
    )  # fmt: skip
    quotations = (
        "managers have improved the […] teaching of English",
        "learners enjoy every single lesson they attend",
    )
    statements = [
        StatementFact(str(number), "finding", "strength", words(text, quotation), True, "report",
                      organisation="Ofsted", attribution=words(text, "Inspectors wrote"), about=("1",))
        for number, quotation in enumerate(quotations, 1)
    ]  # fmt: skip
    councillor = StatementFact(
        "3", "response", None, words(text, said, "There is more to do."), True, "person",
        speaker="Asha Example", role="Cabinet Member for Learning",
        attribution=words(text, "Councillor Asha Example, Cabinet Member for Learning, said"), about=("1",),
    )  # fmt: skip
    file = held(
        "trafford_news.txt", text, publisher="Trafford Council", publisher_kind="council",
        licence="Copyright of the publisher", received=date(2017, 5, 1), url="https://news.example.org/adult-learning",
    )  # fmt: skip
    return Reading(file, "council_news", "council news page", words(text, text.split("\n", 1)[0]), None,
                   (now, before), (*statements, councillor), passages(text))  # fmt: skip


def report(text: str = REPORT_TEXT) -> Reading:
    good = "ofsted-four-point"
    fact = InspectionFact(
        "1", (name(text, "trafford", "Trafford"),), name(text, "adult-learning", "adult learning"), None,
        (name(text, "ofsted", "Ofsted"),), "full", words(text, "Inspection report"),
        inspected=when(text, "2017-03-06/2017-03-09", "6–9 March 2017"),
        published=when(text, "2017-04-17", "17 April 2017"),
        overall=graded(text, good, "good", "Good"),
        judgements=(
            Judged("Leadership and management", None, graded(text, good, "good", "Good"),
                   words(text, "Leadership and management")),
        ),
        mentions=words(text, "Inspection dates").spans,
    )  # fmt: skip
    file = held(
        "trafford_report.txt", text, publisher="Ofsted", publisher_kind="inspectorate", received=date(2017, 6, 1)
    )
    return Reading(file, "report", "inspection report", words(text, text.split("\n", 1)[0]), fact.published,
                   (fact,), (), passages(text))  # fmt: skip


def party(text: str = PARTY_TEXT) -> Reading:
    authority = name(text, "leeds", "Leeds")
    ofsted = name(text, "ofsted", "Ofsted")
    visit = InspectionFact(
        "1", (authority,), name(text, "area-send", "weaknesses"), None, (ofsted,), "revisit", words(text, "visit"),
        inspected=when(text, "XXXX-09", "September"), overall_absent="ungraded by design",
        outcome=words(text, "sufficient progress in three of six weaknesses"),
        mentions=words(text, "The Ofsted visit").spans,
    )  # fmt: skip
    children = InspectionFact(
        "2", (authority,), name(text, "childrens-services", "children’s services"), None, (), "unstated", None,
        inspected=when(text, "2019-02", "February 2019"),
        overall=graded(text, "ofsted-four-point", "inadequate", "inadequate"),
        mentions=words(text, "Leeds children’s services").spans,
    )  # fmt: skip
    withdrawal = StatementFact(
        "1", "withdrawal", None, words(text, "We withdraw our words and apologise."), False, "organisation",
        organisation="Example Party", about=("1",),
        said=when(text, "[2019-04-30,2024-04-30]", "Tuesday 30 April", "candidates", "a Tuesday in 2019 and 2024"),
    )  # fmt: skip
    file = held("party_page.txt", text, publisher="Example Party", publisher_kind="party", received=date(2024, 5, 2))
    return Reading(file, "party_page", "party statement", words(text, "A correction"), None,
                   (visit, children), (withdrawal,), passages(text))  # fmt: skip


def world() -> list[Reading]:
    return [news(), report(), party()]


def renamed(reading: Reading, file: str) -> Reading:
    """The same reading under another file name."""
    return replace(reading, held=replace(reading.held, name=file))
