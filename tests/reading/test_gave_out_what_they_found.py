"""What inspectors gave out that they had found is their report, and the days they found it on are the visit's."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text


@pytest.fixture
def told(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", f"News\n\n{text}".encode(), Sidecar()), catalogue)
        return [
            (i.inspected and i.inspected.edtf, i.published and i.published.edtf, i.overall and i.overall.grade)
            for i in reading.inspections
        ]

    return find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On 20 September 2016 Ofsted published what it had found in Wigan's children's services in July 2016.",
            ("2016-07", "2016-09-20", "good"),
        ),
        (
            "In March 2018 Ofsted issued what its inspectors had seen in Dudley's children's services in January 2018.",
            ("2018-01", "2018-03", "good"),
        ),
        (
            "Ofsted has published what inspectors found when they looked at Kent's children's services in June 2019.",
            ("2019-06", None, "good"),
        ),
    ],
)
def test_it_is_a_report(text, expected, told):
    assert told(f"{text} They were judged good overall.") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Kent County Council published what it had found in its services in 2016. Overall: good. Ofsted stayed away.",
        "Ofsted published what it had found in Wigan's schools between 4 and 28 July 2016. Overall: good.",
        "Ofsted has published what it found in twenty nurseries in Wigan in July 2016. Good: twelve.",
        "A charity has published what it found in Wigan's children's services. Ofsted did not. Overall: good.",
        "Ofsted has published what it is asked about Wigan in July 2016. Good: twelve.",
    ],
)
def test_what_others_found_or_of_others_is_none(text, told):
    assert [grade for *_, grade in told(text) if grade] == []


@pytest.mark.parametrize("place", ["Reading", "Bury", "Sandwell"])
def test_a_council_under_its_own_heading_may_be_called_by_its_bare_name(place, told):
    page = (
        "Two visits\n\nSlough\n\nSlough Borough Council came first. Ofsted was in Slough in January 2019, and "
        f"Slough's children's services were judged good.\n\n{place}\n\n{place} is not out of the wood. "
        "Its children's services were judged inadequate in June 2016, says Ofsted.\n"
    )
    assert ("2016-06", None, "inadequate") in told(page)
