"""A text that contradicts itself proves neither side; a mention in passing makes no visit of its own."""

from pathlib import Path

import pytest

from inspections.catalogue import load
from inspections.reading import read
from inspections.reading.facts import Held, Reading

MADE = Path(__file__).parent / "cases" / "made"


def reading(text: str) -> Reading:
    return read(Held("page.txt", "text/plain", "0" * 64, text), load())


@pytest.mark.parametrize(
    ("printed", "altered", "code"),
    [
        ("Performs adequately (2)", "Performs poorly (1)", "grades-disagree"),
        ("Performs adequately (2)", "Performs adequately (3)", "grade-passed-over"),
    ],
)
def test_an_assessment_with_two_results_has_none(printed: str, altered: str, code: str) -> None:
    text = (MADE / "m05_annual_assessment_letter.txt").read_bytes().decode()
    assert printed in text
    told = reading(text.replace(printed, altered))
    (assessment,) = [
        i for i in told.inspections if i.inspected and i.inspected.edtf == "2010" and i.previous is not None
    ]
    assert (assessment.kind, assessment.overall) == ("annual-assessment", None)
    assert code in {w.code for w in told.warnings}


def test_a_table_and_its_sentence_both_prove_the_grade() -> None:
    text = (MADE / "m05_annual_assessment_letter.txt").read_bytes().decode()
    (assessment,) = [i for i in reading(text).inspections if i.published]
    assert assessment.overall is not None
    assert assessment.overall.words.of(text) == ("Performs adequately", "perform adequately")


def test_an_inspection_in_a_councillors_words_is_not_the_visit_the_page_is_about() -> None:
    told = reading(
        "Derby adult learning improves\n\nPublished: 21 January 2020\n\n"
        "Ofsted made a monitoring visit to Derby City Council’s adult learning service earlier this month.\n\n"
        "Cllr Ann Lee, cabinet member for skills, said: "
        "“After the hard inspection last July we changed a great deal.”\n"
    )
    assert [(i.kind, i.inspected and i.inspected.edtf) for i in told.inspections] == [("monitoring-visit", "2020-01")]


def test_a_table_belongs_to_the_newest_inspection_told_of() -> None:
    told = reading(
        "Derby children’s services\n\nPublished: 17 March 2023\n\n"
        "Derby City Council’s children’s services were judged good by Ofsted in January 2023. "
        "In 2019 they were judged inadequate.\n\nJudgements in each area:\n\n"
        "* The experiences and progress of children in care - Good\n"
        "* The experiences and progress of care leavers - Good\n"
    )
    assert [(i.inspected and i.inspected.edtf, len(i.judgements)) for i in told.inspections] == [
        ("2023-01", 2),
        ("2019", 0),
    ]


def test_a_day_that_is_not_its_weekday_is_left_out() -> None:
    told = reading("Derby\n\nOfsted inspected Derby City Council’s children’s services on Monday 12 May 2019.\n")
    assert "weekday-disagrees" in {w.code for w in told.warnings}
    assert not [i for i in told.inspections if i.inspected]


def test_a_neighbour_is_spoken_of_for_itself() -> None:
    told = reading(
        "Cornwall Council’s adoption service was rated outstanding by Ofsted in February 2014.\n\n"
        "In neighbouring Devon the adoption service was rated good in March 2014. "
        "Nearby, the fostering service is good.\n"
    )
    found = [(i.authorities[0].slug, i.service.slug) for i in told.inspections if i.service]
    assert found == [("cornwall", "adoption"), ("devon", "adoption")]


def test_months_before_days_make_a_range() -> None:
    told = reading(
        "Published: 12 March 2020\n\nCroydon Council’s children’s services were rated good by Ofsted. "
        "Inspectors visited between January 27 and February 7.\n"
    )
    assert [i.inspected and i.inspected.edtf for i in told.inspections] == ["2020-01-27/2020-02-07"]


def test_a_lead_inspector_is_not_named() -> None:
    told = reading(
        "Derby City Council’s adoption service was rated good by Ofsted in March 2014.\n\n"
        "Lead inspector Ann Lee wrote: “Adopters receive careful preparation.”\n"
    )
    assert [s.speaker for s in told.statements] == [None]


def test_what_a_leaflet_says_and_what_is_to_come_are_no_facts() -> None:
    told = reading(
        "Friday, 6 May 2022\n\nDerby City Council’s children’s services were rated outstanding by Ofsted, "
        "said a leaflet.\n\n"
        "Derby City Council’s fostering service was rated good by Ofsted in March 2019; "
        "the next report will come in July.\n"
    )
    assert [(i.service and i.service.slug, i.published) for i in told.inspections] == [("fostering", None)]
