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
