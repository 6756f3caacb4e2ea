"""Visits that follow another up: which one, where the source says so."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

JUDGED = "Ofsted judged Bolton Council’s children’s services inadequate after an inspection in May 2018."
MONITORED = "A monitoring visit on 4 and 5 December 2018, the first since that inspection, found that progress is made."
REVISITED = (
    "In September 2019 Ofsted and CQC revisited Bolton to see whether the local area has made sufficient progress in "
    "addressing the significant weaknesses identified at their SEND inspection of March 2017. It has."
)
FOCUSED = "Ofsted made a focused visit to Bolton Council’s children’s services on 4 and 5 December 2018."
EXAMPLES = [
    (f"{JUDGED}\n\n{MONITORED}", ("monitoring-visit", "full")),
    (REVISITED, ("revisit", "full")),
    (FOCUSED, None),
    (f"{JUDGED}\n\n{FOCUSED}", None),
]


@pytest.mark.parametrize(("words", "kinds"), EXAMPLES, ids=[words[:50] for words, _ in EXAMPLES])
def test_a_visit_follows_the_one_its_source_names(words, kinds, catalogue):
    held = hold_text(
        "page.txt", f"Published: 12 January 2020\n\n{words}\n".encode(), Sidecar(publisher="Bolton Council")
    )
    reading = read(held, catalogue)
    facts = {fact.key: fact for fact in reading.inspections}
    linked = [(fact.kind, facts[key].kind) for fact in facts.values() if (key := fact.follows or fact.previous)]
    assert linked == ([kinds] if kinds else [])


LATER = """The revisit: what it says

Published: 12 November 2021

Ofsted and CQC first {came} SEND in Bolton in May 2018, and found three significant weaknesses.

They came back from 28 to 30 June this year.
"""


@pytest.mark.parametrize("came", ["came to look at", "inspected", "visited"])
def test_what_inspectors_first_came_for_is_not_the_revisit_of_the_title(came, catalogue):
    reading = read(hold_text("page.txt", LATER.format(came=came).encode(), Sidecar()), catalogue)
    told = {fact.inspected.edtf: fact.kind for fact in reading.inspections}
    assert told == {"2018-05": "full", "2021-06-28/2021-06-30": "revisit"}


def test_no_inspection_comes_before_an_earlier_one(catalogue):
    text = (
        "Published: 18 December 2025\n\nKirklees Council’s adult learning service was judged by Ofsted good at its "
        "last full inspection in May 2022.\n\nA monitoring visit in February 2020 found reasonable progress.\n"
    )
    reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
    assert {fact.inspected.edtf: fact.previous for fact in reading.inspections}.get("2020-02") is None
    assert len(reading.inspections) == 2


@pytest.mark.parametrize(
    "words",
    [
        "Ofsted and CQC, who inspected SEND in Bolton in November 2017, returned from 7 to 10 October 2019.",
        "Ofsted and the CQC inspected SEND services in Bolton in November 2017 and returned from 7 to 10 October 2019.",
    ],
)
def test_a_return_is_a_visit_of_its_own(words, catalogue):
    reading = read(hold_text("page.txt", f"Published: 2 December 2019\n\n{words}\n".encode(), Sidecar()), catalogue)
    told = {fact.inspected.edtf: fact.kind for fact in reading.inspections if fact.inspected}
    assert told == {"2017-11": "full", "2019-10-07/2019-10-10": "revisit"}
