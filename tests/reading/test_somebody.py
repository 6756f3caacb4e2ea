"""Words said by people of whom the page tells nothing else are not given to the report that it tells of."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

HEAD = "Wirral’s services\n\nWirral Council’s children’s services require improvement, Ofsted said in July 2019. "


@pytest.fixture
def said(catalogue):
    def find(sentence):
        found = read(hold_text("page.txt", f"{HEAD}{sentence}\n".encode(), Sidecar()), catalogue)
        return [(s.attributed_to, s.speaker, s.organisation) for s in found.statements]

    return find


@pytest.mark.parametrize(
    "sentence",
    [
        "A source close to the inspection said it would be “good with outstanding features”.",
        "A council source said inspectors had been “harsh but fair in places”.",
        "Someone who saw the inspection report said it was “harsh but fair in places”.",
        "Chair of the parents’ forum Jane Hill said: “We were told it would take two years.”",
        "Leader of the Conservative group Ian Lewis said: “We were told it would take two years.”",
        "An official at the department told us that it was “harsh but fair in places”.",
        "One whistleblower claimed that the letter was “harsh but fair in places”.",
    ],
)
def test_what_somebody_unknown_says_is_no_report_s_and_no_organisation_s(said, sentence):
    assert not any(kind in ("report", "organisation") for kind, _, _ in said(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The report said that leaders had been “slow to see what was plain to staff”.",
        "Inspectors told members that leaders had been “slow to see what was plain to staff”.",
        "Its letter to the director said that leaders had been “slow to see what was plain to staff”.",
        "Ofsted’s report, which the leader has read, says leaders were “slow to see what was plain to staff”.",
    ],
)
def test_what_inspectors_say_is_theirs(said, sentence):
    assert [kind for kind, _, _ in said(sentence)] == ["report"]
