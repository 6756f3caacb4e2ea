"""What stands before a council's name may be something else there: a surgery, a trust, maternity services, schools."""

import pytest

from tests.reading.given import reading_of

HEAD = "The Weekly Gazette\n\n4 February 2026\n\n"


def graded(words, catalogue):
    found = reading_of(f"{HEAD}{words}\n", catalogue).inspections
    return [each.overall.grade for each in found if each.overall]


@pytest.mark.parametrize(
    "subject",
    [
        "The doctors' surgery in Kent",
        "A GP practice in Kent",
        "A dentist in Kent",
        "The mental health trust in Kent",
        "Maternity services in Kent",
        "The urgent care centre in Kent",
        "A supported living scheme in Kent",
        "The reablement service in Kent",
        "The meals service at Kent",
        "The nursing agency of Kent",
    ],
)
def test_something_there_is_not_the_council(subject, catalogue):
    words = f"{subject} was rated good by the CQC in March 2025. Kent County Council provides adult social care."
    assert graded(words, catalogue) == []


@pytest.mark.parametrize(
    "subject",
    [
        "Adult social care in Kent",
        "Adult social care services in Kent",
        "Kent County Council",
        "Social care for adults in Kent",
        "Kent's adult social care",
        "Kent County Council's care for adults",
        "The adult social care service at Kent",
    ],
)
def test_the_council_and_its_service_are(subject, catalogue):
    words = f"{subject} was rated good by the CQC in March 2025. The cabinet member for adult social care was glad."
    assert graded(words, catalogue) == ["good"]


@pytest.mark.parametrize(
    ("words", "grades"),
    [
        ("Schools in Kent are performing well, Ofsted said in 2010.", []),
        ("Pupils in Kent performed excellently in 2010, according to Ofsted.", []),
        ("Teachers in Kent perform poorly, Ofsted said in 2010.", []),
        ("Nurseries in Kent are performing adequately, Ofsted said in December 2010.", []),
        ("Children's services in Kent are performing well, Ofsted said in December 2010.", ["performs-well"]),
        ("Kent performs well, Ofsted said in its annual rating of children's services in December 2010.",
         ["performs-well"]),
    ],
)  # fmt: skip
def test_what_performs_well_there_may_be_no_service(words, grades, catalogue):
    found = reading_of(f"The Weekly Gazette\n\n4 March 2011\n\n{words}\n", catalogue).inspections
    assert [each.overall.grade for each in found if each.overall] == grades
