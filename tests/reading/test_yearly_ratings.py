"""The day on which the ratings of a year came out, told once for all the councils of a page."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text


@pytest.fixture
def told(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
        return {
            (i.authorities[0].slug, i.service.slug, i.inspected.edtf if i.inspected else None): (
                i.published.edtf if i.published else None
            )
            for i in reading.inspections
            if i.service and i.kind == "annual-assessment"
        }

    return find


HEAD = "County Echo\n\nFriday, December 10, 2010\n\n"
BOTH = "Bury’s children’s services perform well.\n\nIn Bolton, children’s services perform excellently."


@pytest.mark.parametrize(
    "sentence",
    [
        "Ofsted yesterday published its annual ratings of children’s services.",
        "The yearly ratings of children’s services, which Ofsted published yesterday, hold few surprises.",
        "Ofsted’s annual assessments of children’s services were published on 9 December 2010.",
        "On 9 December 2010 Ofsted published its annual assessments of children’s services for every council.",
    ],
)
def test_all_that_a_page_names_came_out_on_that_day(sentence, told):
    found = told(HEAD + sentence + "\n\n" + BOTH)
    assert {council for council, *_ in found} == {"bury", "bolton"}
    assert set(found.values()) == {"2010-12-09"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Healthcare Commission yesterday published its annual ratings of hospitals. Ofsted judges councils.",
        "Ofsted inspected schools yesterday before it published its ratings.",
        "Ofsted’s school ratings were published on 9 December 2010.",
    ],
)
def test_what_came_out_may_be_something_else(sentence, told):
    assert set(told(HEAD + sentence + "\n\n" + BOTH).values()) <= {None}


def test_each_year_has_a_day_of_its_own(told):
    text = (
        "House of Commons\n\n8 February 2011\n\nOfsted published its annual assessments of children’s services for "
        "2010 on 9 "
        "December 2010. Those for 2009 were published on 9 December 2009. In 2010 Bury’s children’s services "
        "performed "
        "well. In 2009 they performed poorly."
    )
    assert told(text) == {
        ("bury", "childrens-services", "2010"): "2010-12-09",
        ("bury", "childrens-services", "2009"): "2009-12-09",
    }


def test_stars_are_not_the_grades_of_another_service(told):
    text = (
        "Dudley news\n\n30 November 2006\n\nThe Commission for Social Care Inspection rates councils. In the annual "
        "ratings, "
        "which were announced today, Dudley is rated as a two star council for 2006.\n\nThe annual performance "
        "assessment by "
        "Ofsted for 2006 gave Dudley’s children’s services a grade 3."
    )
    found = told(text)
    assert found[("dudley", "adult-social-care", "2006")] == "2006-11-30"
    assert found[("dudley", "childrens-services", "2006")] is None


def test_authorities_whose_services_perform_poorly_are_none_in_particular(told):
    assert (
        told(HEAD + "Ofsted visits authorities whose services are performing poorly, as do advisers from Bury.") == {}
    )


def test_a_grade_that_is_the_same_as_before_keeps_the_day_it_came_out(catalogue):
    text = HEAD + (
        "Ofsted yesterday published its annual ratings of children’s services.\n\nBury – performs well (same as 2009)\n"
        "Bolton – performs adequately (same as 2009)\nWigan – performs excellently\n"
    )
    reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
    grades = {i.authorities[0].slug: i.overall.grade for i in reading.inspections if i.overall}
    assert grades == {"bury": "performs-well", "bolton": "performs-adequately", "wigan": "performs-excellently"}


@pytest.mark.parametrize(
    ("assessed", "year"),
    [
        ("annual performance assessment for 2007", None),  # of children's services
        ("star ratings for 2008", "2008"),
    ],
)
def test_stars_are_of_the_year_of_their_own_ratings(assessed, year, told):
    text = (
        "BURY COUNCIL\n\nMINUTES of the meeting held on 4 December 2008\n\n44. The Committee was reminded of the "
        f"{assessed}.\n\n45. Ofsted judges children’s services. The Commission for Social Care Inspection gave Bury "
        "two stars for adult social care."
    )
    assert {when for _, service, when in told(text) if service == "adult-social-care"} == {year}


def test_those_that_came_out_together_are_of_one_year(told):
    said = "Ofsted yesterday published its annual ratings of children’s services.\n\n"
    found = told(
        HEAD
        + said
        + "Bury’s children’s services perform well in the 2010 assessment. A year earlier they had performed "
        "adequately.\n\nIn Bolton, children’s services perform excellently."
    )
    assert ("bolton", "childrens-services", "2010") in found
    assert ("bury", "childrens-services", "2010") in found
    assert {when for _, _, when in told(HEAD + said + BOTH)} == {None}
