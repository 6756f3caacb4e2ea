"""A record of three editions: a report corrected, a claim withdrawn by those who made it, a source taken out."""

from __future__ import annotations

from datetime import date

from inspections.reading.facts import InspectionFact, Reading, StatementFact
from tests.world import REPORT_TEXT, graded, held, name, news, party, passages, report, when, words

CLAIM = "Inspectors found that every lesson in Kent failed."
CLAIM_TEXT = f"""A leaflet about Kent

Ofsted judged Kent adult learning good after the inspection of 4 June 2017. {CLAIM}
"""
TAKEN_BACK = "We withdraw the sentence about lessons in Kent, which no report says."
WITHDRAWN_TEXT = f"""{CLAIM_TEXT}
On 2 July 2017 we said: {TAKEN_BACK}
"""
CORRECTED_TEXT = REPORT_TEXT.replace("6–9 March 2017", "6–8 March 2017").replace(
    "Leadership and management Good", "Leadership and management Outstanding"
)


def leaflet(text: str = CLAIM_TEXT) -> Reading:
    fact = InspectionFact(
        "1", (name(text, "kent", "Kent"),), name(text, "adult-learning", "adult learning"), None,
        (name(text, "ofsted", "Ofsted"),), "unstated", None, inspected=when(text, "2017-06-04", "4 June 2017"),
        overall=graded(text, "ofsted-four-point", "good", "good"), mentions=words(text, "Ofsted judged Kent").spans,
    )  # fmt: skip
    is_withdrawn = TAKEN_BACK in text
    claim = StatementFact(
        "1", "comment", None, words(text, CLAIM), False, "organisation", organisation="Example Party", about=("1",),
        status="withdrawn" if is_withdrawn else "stands",
        status_words=words(text, TAKEN_BACK) if is_withdrawn else None,
    )  # fmt: skip
    back = StatementFact(
        "2", "withdrawal", None, words(text, TAKEN_BACK), False, "organisation", organisation="Example Party",
        said=when(text, "2017-07-02", "2 July 2017"), about=("1",),
    ) if is_withdrawn else None  # fmt: skip
    file = held("kent_leaflet.txt", text, publisher="Example Party", publisher_kind="party", received=date(2017, 7, 9))
    title = words(text, "A leaflet about Kent")
    said = (claim, back) if back else (claim,)
    return Reading(file, "party_page", "leaflet", title, None, (fact,), said, passages(text))


def first() -> list[Reading]:
    return [news(), report(), party(), leaflet()]


def second() -> list[Reading]:
    return [corrected_report(), leaflet(WITHDRAWN_TEXT)]


def corrected_report() -> Reading:
    """The report re-issued: a day less, and another grade of an aspect."""
    from dataclasses import replace

    text = CORRECTED_TEXT
    changed = report(text.replace("6–8 March 2017", "6–9 March 2017"))
    fact = changed.inspections[0]
    aspect = fact.judgements[0]
    outstanding = graded(text, "ofsted-four-point", "outstanding", "Outstanding")
    fact = replace(
        fact,
        inspected=when(text, "2017-03-06/2017-03-08", "6–8 March 2017"),
        judgements=(replace(aspect, grade=outstanding),),
    )
    file = held(
        "trafford_report.txt", text, publisher="Ofsted", publisher_kind="inspectorate", received=date(2017, 6, 1)
    )
    return replace(changed, held=file, inspections=(fact,))
