"""Days and grades that stand beside an inspection and are another's: of a part, of a year before, of a count."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text


@pytest.fixture
def told(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
        return {
            (
                i.service.slug if i.service else None,
                i.inspected.edtf if i.inspected else None,
                i.published.edtf if i.published else None,
                i.overall.grade if i.overall else None,
            )
            for i in reading.inspections
        }

    return find


CHILDREN = "Wigan Residents’ News\n\nSummer 2023\n\nIn 2019 Ofsted judged Wigan’s children’s services good.\n\n"
OF_2019 = ("childrens-services", "2019", None, "good")


@pytest.mark.parametrize(
    ("paragraph", "of"),
    [
        (
            "Fostering is loved. It was last inspected on its own in 2011, when Ofsted found it to be good.",
            ("fostering", "2011", None, "good"),
        ),
        (
            "Nobody speaks of adoption. In 2010 it was judged separately, and Ofsted judged it to be good.",
            ("adoption", "2010", None, "good"),
        ),
    ],
)
def test_a_part_inspected_by_itself_has_its_own_grade(paragraph, of, told):
    assert told(CHILDREN + paragraph) == {OF_2019, of}


@pytest.mark.parametrize(
    "paragraph",
    [
        "We are proud of the fostering service. It was last inspected in 2011, when Ofsted found it to be good.",
        "Adoption is quick here. In 2010 it was judged good by Ofsted.",
        "The fostering service is short of carers. When inspectors came in 2011 it was rated good.",
    ],
)
def test_which_of_the_two_is_meant_is_left_open(paragraph, told):
    assert {service for service, *_ in told(CHILDREN + paragraph)} == {"childrens-services"} and len(
        told(CHILDREN + paragraph)
    ) == 1


@pytest.mark.parametrize(
    ("sentence", "published"),
    [
        ("and the report that came out on 2 May lifts them from inadequate to good.", "2025-05-02"),
        ("and the report which was published on 2 May moves them from requires improvement to good.", "2025-05-02"),
    ],
)
def test_the_day_of_a_report_is_none_of_the_grade_it_lifts_them_from(sentence, published, told):
    visit = "Ofsted inspected Wigan’s children’s services from 3 to 14 March 2025,"
    found = told(f"Wigan Echo\n\nPublished 17 October 2025\n\n{visit} {sentence}")
    assert ("childrens-services", "2025-03-03/2025-03-14", published, "good") in found
    assert {day for _, _, day, _ in found} == {published, None}


@pytest.mark.parametrize(
    "sentence",
    [
        "Of the 61 inspections reported by 31 December 2010, safeguarding was good in 22.",
        "Of the nine reports published by 31 December 2010, four were on cities.",
        "In all 74 inspections had been made up to 31 December 2010.",
    ],
)
def test_the_day_up_to_which_inspections_are_counted_is_none_of_one(sentence, told):
    text = (
        "12 January 2011\n\nOfsted inspected safeguarding in Wigan in July 2010. The overall effectiveness of "
        f"safeguarding services was judged to be adequate.\n\n{sentence}"
    )
    assert {(inspected, day) for _, inspected, day, _ in told(text)} == {("2010-07", None)}


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The Commission for Social Care Inspection had announced its ratings on 27 November 2008.", "2008-11-27"),
        ("The Commission for Social Care Inspection issued its star ratings on 27 November 2008.", "2008-11-27"),
        ("The Commission for Social Care Inspection published its grades on 27 November 2008.", "2008-11-27"),
    ],
)
def test_ratings_are_announced_on_no_day_of_a_visit(sentence, day, told):
    found = told(
        "WIGAN COUNCIL\n\nMINUTES of the meeting held on 4 December 2008\n\n12. ADULT SOCIAL CARE\n\n"
        f"{sentence} Wigan had been awarded two stars for adult social care."
    )
    assert {inspected for _, inspected, _, _ in found} == {None}
    assert {published for _, _, published, _ in found} == {day}


LETTER = (
    "Ofsted\n\n1 November 2006\n\nMs Ann Lee\nDirector of Children's Services\nWigan Council\n\nDear Ms Lee\n\n"
    "2006 ANNUAL PERFORMANCE ASSESSMENT OF SERVICES FOR CHILDREN AND YOUNG PEOPLE IN WIGAN COUNCIL\n\n"
    "This letter summarises the findings of the meeting held on 17 July 2006.\n\n"
    "{before}\n\nBeing healthy\n\nThe contribution of the council to outcomes in this area is good."
)


@pytest.mark.parametrize(
    "before",
    [
        "In the 2005 annual performance assessment the overall grade was 2.",
        "The annual performance assessment of 2005 gave the council a grade 2 overall.",
    ],
)
def test_the_sections_of_a_letter_are_of_no_year_before(before, catalogue):
    reading = read(hold_text("letter.txt", LETTER.format(before=before).encode(), Sidecar()), catalogue)
    assert not [i for i in reading.inspections if i.judgements and i.inspected and i.inspected.edtf.startswith("2005")]
