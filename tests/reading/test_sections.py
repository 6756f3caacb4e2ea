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


LINES = """Ofsted round-up: two up, one down
By Tibor Makepeace on February 7, 2020

Our regular look at Ofsted's inspections of children's services

North Tyneside
Overall: Outstanding (previous: Good, 2017)

A short inspection, from 9 to 13 December 2019, moved the council up a rung.

Stockton-on-Tees
Overall: Requires improvement to be good (was: Good)
"""


def test_a_line_of_a_section_is_of_its_council_and_tells_the_grade_before(catalogue):
    reading = read(hold_text("page.txt", LINES.encode(), Sidecar()), catalogue)
    told = {
        (i.authorities[0].slug, i.overall.grade, i.inspected.edtf if i.inspected else None): i
        for i in reading.inspections
    }
    assert set(told) == {
        ("north-tyneside", "outstanding", "2019-12-09/2019-12-13"),
        ("north-tyneside", "good", "2017"),
        ("stockton-on-tees", "requires-improvement", None),
        ("stockton-on-tees", "good", None),
    }
    newest = told["north-tyneside", "outstanding", "2019-12-09/2019-12-13"]
    assert newest.previous == told["north-tyneside", "good", "2017"].key


@pytest.mark.parametrize(
    "line",
    [
        "Overall: Outstanding (previous: none, 2017)",
        "Overall: Outstanding (previous: Good in 2017, Good in 2014)",
    ],
)
def test_what_stands_in_brackets_may_be_no_grade_before(line, catalogue):
    text = LINES.replace("Overall: Outstanding (previous: Good, 2017)", line)
    reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
    assert not [i for i in reading.inspections if i.authorities[0].slug == "north-tyneside" and i.previous]


def test_lines_that_name_the_parts_of_a_framework_say_what_was_inspected(catalogue):
    text = (
        "DUDLEY LIBERAL DEMOCRATS\n\nWHAT OFSTED REALLY SAID\n\n5 July 2016\n\nOfsted’s report on Dudley came out "
        "yesterday, as in Birmingham.\n\nAnd here are the grades:\n\nOverall – INADEQUATE\n"
        "Children who need help and protection – INADEQUATE\n"
        "Children looked after and achieving permanence – REQUIRES IMPROVEMENT\n"
        "   of which adoption performance – GOOD\nLeadership, management and governance – INADEQUATE\n"
        "Local Safeguarding Children Board – REQUIRES IMPROVEMENT\n"
    )
    inspection = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections[0]
    assert inspection.service.slug == "childrens-services"
    assert inspection.overall.grade == "inadequate"
    assert {j.aspect_slug: j.grade.grade for j in inspection.judgements} == {
        "help-and-protection": "inadequate",
        "looked-after-and-permanence": "requires-improvement",
        "adoption-performance": "good",
        "leadership": "inadequate",
    }


def _graded(name: str, data: bytes, catalogue) -> set[tuple[str, str]]:
    facts = read(hold_text(name, data, Sidecar()), catalogue).inspections
    return {(place.slug, fact.overall.grade) for fact in facts for place in fact.authorities if fact.overall}


@pytest.mark.parametrize("heading", ["Notes for editors", "Further information", "About inspections", "Background"])
def test_a_heading_below_what_is_told_is_not_the_title_of_the_page(heading, catalogue):
    text = (
        "Press release. Issued: Thursday 12 May 2016\n\nTwo watchdogs have given their verdicts on how Bolton Council "
        "looks after its residents.\n\nOfsted has rated the council good for children’s services in a report published "
        "this morning, after an inspection that took four weeks.\n\n"
        f"{heading}\n\n1. In Lancashire, whose county council is a separate authority, "
        "Ofsted judged children’s services inadequate.\n"
    )
    found = _graded("page.txt", text.encode(), catalogue)
    assert ("bolton", "good") in found
    assert found <= {("bolton", "good"), ("lancashire", "inadequate")}


def test_a_new_part_of_a_page_about_two_councils_is_of_neither_until_it_names_one(catalogue):
    text = (
        "ABOUT THAT LEAFLET\n\nOur leaflet said that Wigan Council’s children’s services were failing.\n\n"
        "That was wrong. It was a summary of an old blog about a different council, Bolton.\n\n"
        "WHAT OFSTED REALLY SAID\n\nThe full report, published in February 2024, judged the council’s services for "
        "children to be good overall.\n"
    )
    assert not any(slug == "bolton" for slug, _ in _graded("page.txt", text.encode(), catalogue))


_PLACED_BY_TABLES = """<html><head><title>Press Office</title></head><body>
<table width="760"><tr><td colspan="2">Home</td></tr>
<tr><td width="150"><a href="/jobs">Jobs</a></td><td><h2>Children’s services are good</h2>
<p>Press release, Thursday 12 May 2016</p>
<p>Ofsted has judged Bolton Council’s children’s services good in a report published on 10 May 2016.</p>
<p>Inspectors were in the borough for four weeks and spoke to children, to families and to social workers.</p>
<p>In 2012 Ofsted had judged them adequate.</p></td></tr></table></body></html>"""


def test_a_page_whose_parts_a_table_places_is_read_in_paragraphs(catalogue):
    held = hold_text("page.html", _PLACED_BY_TABLES.encode(), Sidecar(), "text/html")
    assert "|" not in held.text
    (first, *_) = [fact for fact in read(held, catalogue).inspections if fact.overall]
    assert (first.authorities[0].slug, first.overall.grade) == ("bolton", "good")


def test_a_heading_of_names_that_are_several_councils_ends_the_section_before(catalogue):
    text = (
        "14 June 2019\n\nSutton\n\nInspectors from Ofsted came to children’s services in Sutton in May 2019 and judged "
        "them good.\n\nKINGSTON AND RICHMOND\n\nOfsted judged children’s services outstanding in June 2019.\n"
    )
    assert _graded("page.txt", text.encode(), catalogue) == {("sutton", "good")}


def test_a_title_in_capitals_names_its_council(catalogue):
    text = (
        "OFSTED INSPECTION OF STOCKTON-ON-TEES LEARNING AND SKILLS SERVICE\n\nThis report informs Cabinet. The service "
        "was inspected by Ofsted from 13 to 16 May 2025. It was judged good.\n"
    )
    assert _graded("page.txt", text.encode(), catalogue) == {("stockton-on-tees", "good")}


@pytest.mark.parametrize(
    "words",
    [
        "It was Ofsted’s first full inspection of children’s services in Bolton since June 2019, when they were judged",
        "It was the first inspection since June 2019, when they were judged",
    ],
)
def test_what_was_judged_then_is_of_the_day_since_which_nobody_came(words, catalogue):
    text = (
        "3 February 2025\n\nBolton’s children’s services were rated good by Ofsted in November 2024. "
        f"{words} inadequate.\n"
    )
    facts = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
    assert {(fact.inspected.edtf, fact.overall.grade) for fact in facts if fact.inspected and fact.overall} == {
        ("2024-11", "good"),
        ("2019-06", "inadequate"),
    }


def test_parts_that_were_each_found_good_are_no_general_rule(catalogue):
    text = (
        "Bolton’s children’s services were rated good by Ofsted in November 2024. The impact of leaders on social work "
        "practice and the experiences and progress of children in care were each found to be good.\n"
    )
    (fact,) = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
    assert [judged.grade.grade for judged in fact.judgements] == ["good", "good"]


NUMBERED = """Wigan Council

Our inspections

Page published on 30 January 2025.

1. Children’s services – Ofsted
Inspection: 9 to 20 May 2022. Report: 8 July 2022.
We were judged good for overall effectiveness. {}

2. Adult social care – Care Quality Commission
The Care Quality Commission assessed us from 10 to 12 September 2024. It rated our adult social care good.
"""


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("The judgements for each area were: the impact of leaders, good; help and protection, inadequate.", 2),
        ("Help and protection was judged outstanding.", 1),
        ("", 0),
    ],
)
def test_a_numbered_line_above_a_line_of_days_is_a_heading_too(page, words, parts):
    found = page(NUMBERED.format(words)).inspections
    assert [(f.service.slug, f.inspected.edtf, f.overall.grade, len(f.judgements)) for f in found] == [
        ("childrens-services", "2022-05-09/2022-05-20", "good", parts),
        ("adult-social-care", "2024-09-10/2024-09-12", "good", 0),
    ]
