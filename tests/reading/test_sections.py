"""Pages in sections, one for each council: nothing of the one section is given to the council of another."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

ROUND_UP = """Northern Ledger
16 October 2025

What the inspectors said this month

CALDERDALE

Ofsted judged Calderdale’s children’s services good after an inspection in September 2025.

WIGAN

Ofsted judged Wigan’s children’s services outstanding after an inspection in June 2025.

{heading}

The youth justice service was visited in May 2025. HM Inspectorate of Probation has rated it ‘Requires improvement’.
"""


@pytest.mark.parametrize(
    ("heading", "councils"),
    [
        ("BOLTON", {("bolton",)}),
        ("NEWTOWN AND OLDTOWN", set()),
    ],
)
def test_a_heading_that_may_name_a_place_ends_the_section_before(heading, councils, catalogue):
    reading = read(hold_text("page.txt", ROUND_UP.format(heading=heading).encode(), Sidecar()), catalogue)
    found = {
        tuple(name.slug for name in fact.authorities)
        for fact in reading.inspections
        if fact.service and fact.service.slug == "youth-justice"
    }
    assert found == councils


def test_two_councils_that_share_a_company_share_no_inspection(catalogue):
    text = (
        "4 March 2016\n\nBolton and Wigan have shared a children’s services company for two years. Ofsted’s reports "
        "on the two boroughs were both published on 1 March 2016.\n\nBolton is judged good overall.\n\nIn Wigan, where "
        "Ofsted had found children’s services inadequate in 2012, overall effectiveness now requires improvement.\n"
    )
    facts = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
    assert facts and all(len(fact.authorities) == 1 for fact in facts)


@pytest.mark.parametrize(
    "words",
    [
        "Inspectors make judgements on the following scale. 4: outstanding; 3: good; 2: adequate; 1: inadequate",
        "At a full inspection a council is given one of four grades:",
        "Monitoring visits are not graded.",
        "A focused visit is not graded.",
        "There had been no unannounced inspection during the year.",
    ],
)
def test_what_is_told_of_inspections_in_general_is_told_of_none(words, catalogue):
    text = f"3 September 2019\n\nOfsted and our children’s services\n\nBolton Council\n\n{words}\n"
    reading = read(hold_text("page.txt", text.encode(), Sidecar(publisher="Bolton Council")), catalogue)
    assert reading.inspections == ()


def test_what_a_leaflet_says_is_not_what_inspectors_said(catalogue):
    text = (
        "BOLTON COMMUNITY INDEPENDENTS\n\nFriday 19 June 2020\n\nYou may have had a leaflet from the ruling group. It "
        "says that Ofsted has rated Bolton’s children’s services “GOOD OVERALL”. Ofsted has done no such thing.\n\n"
        "Promoted by R. Moss on behalf of Bolton Community Independents.\n"
    )
    facts = read(hold_text("page.txt", text.encode(), Sidecar(publisher_kind="party")), catalogue).inspections
    assert all(fact.overall is None for fact in facts)


@pytest.mark.parametrize("label", ["Overall effectiveness: ", "Overall effectiveness                  Grade: "])
@pytest.mark.parametrize("heads", [str.upper, str])
def test_two_services_inspected_together_have_each_their_own_grade(label, heads, catalogue):
    healthy = label.replace("Overall effectiveness", "Being healthy")
    text = (
        "Inspection of safeguarding and looked after children services: Torbay\n12 November 2010\n\nOfsted and the "
        "Care Quality Commission inspected between 20 September and 1 October 2010.\n\n"
        f"{heads('Safeguarding services')}\n{label}Inadequate\n{healthy}"
        f"Good\n\n{heads('Services for looked after children')}\n{label}Adequate\n"
    )
    (inspection,) = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
    assert inspection.overall is None
    assert [(j.aspect_slug, j.grade.scale, j.grade.grade) for j in inspection.judgements] == [
        ("safeguarding-overall", "ofsted-four-point-adequate", "inadequate"),
        (None, "ofsted-four-point-adequate", "good"),
        ("looked-after-overall", "ofsted-four-point-adequate", "adequate"),
    ]
