"""Entries that say a service and its grade, then who came; and ratings given to many councils at once."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

PAGE = """Derby City Council
News, 8 October 2024

Inspections of our services in Derby

Ofsted and the Care Quality Commission (CQC) inspect our services.

{}
"""


@pytest.fixture
def told(catalogue):
    def find(text):
        out = []
        for fact in read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections:
            day = fact.inspected or fact.published
            grades = [fact.overall.grade] if fact.overall else []
            grades += [(judged.aspect, judged.grade.grade) for judged in fact.judgements]
            out.append((fact.authorities[0].slug, fact.service.slug, day.edtf if day else None, *grades))
        return out

    return find


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "Children's services: Good. Inspected by Ofsted from 6 to 17 November 2023. Up from inadequate in 2018.",
            [("childrens-services", "2023-11-06/2023-11-17", "good"), ("childrens-services", "2018", "inadequate")],
        ),
        (
            "Youth justice service: Outstanding. Inspected by HMI Probation in March 2022.",
            [("youth-justice", "2022-03", "outstanding")],
        ),
        (
            "Adult social care – Requires improvement. Assessed by CQC, report published 30 August 2024.",
            [("adult-social-care", "2024-08-30", "requires-improvement")],
        ),
        ("• Adoption (Outstanding). Last inspected by Ofsted in May 2010.", [("adoption", "2010-05", "outstanding")]),
        (
            "Adult learning: Good. Ofsted inspected in February 2023. Down from outstanding.",
            [("adult-learning", "2023-02", "good"), ("adult-learning", None, "outstanding")],
        ),
        (
            "Our fostering service – Good. Visited by Ofsted in June 2009. It has 80 carers.",
            [("fostering", "2009-06", "good")],
        ),
    ],
)
def test_a_service_and_its_grade_stand_before_who_came(told, line, found):
    assert told(PAGE.format(line)) == [("derby", *each) for each in found]


@pytest.mark.parametrize(
    "line",
    [
        "Children's services: Good. That is what we say ourselves; Ofsted inspected them in November 2023.",
        "Children's services: Good. Inspected by our own auditors in May 2023.",
        "Children's homes: Good. Inspected by Ofsted in February 2023.",
        "Adult social care: Good. CQC assessed Nottingham City Council's service in May 2024.",
        "Adult learning: Good. Ofsted made a monitoring visit in May 2023.",
        "Youth justice: Good. Young people say so. Inspected by HMI Probation in March 2022.",
        "Adult learning: Good? Inspected by Ofsted in May 2023.",
        "Adult learning: Good. Next inspected by Ofsted in May 2026.",
    ],
)
def test_what_follows_may_be_about_something_else(told, line):
    assert not any("good" in each[3:] for each in told(PAGE.format(line)))


NEWS = """Midland Herald
10 December 2009

Children's services ratings published

Children's services across England have new ratings from Ofsted.

{}
"""


@pytest.mark.parametrize(
    "sentence",
    [
        "Kent and Surrey were both judged to perform well.",
        "Kent, Essex and Surrey were judged to perform well.",
        "The last of the ratings, in 2008, called Kent good, and this year Kent and Surrey perform well.",
    ],
)
def test_those_of_a_list_share_a_grade(told, sentence):
    assert {("kent", "performs-well"), ("surrey", "performs-well")} <= {
        (each[0], each[3]) for each in told(NEWS.format(sentence)) if len(each) > 3
    }


def test_what_ratings_replaced_is_none_of_them(told):
    found = told(
        NEWS.format(
            "Kent and Surrey were judged to perform well. Kent had been graded adequate by Ofsted in December 2008."
        )
    )
    assert {each[3] for each in found if each[0] == "kent"} == {"performs-well", "adequate"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Before that, Ofsted's assessments marked councils from 4 (outstanding) down to 1 (inadequate).",
        "They had graded all services from 4 (outstanding) to 1 (inadequate).",
        "Ofsted used to rate them from outstanding right down to inadequate.",
        "Inspectors have judged social services from 1, outstanding, to 4, inadequate.",
    ],
)
def test_the_ends_of_a_scale_are_nobodys(told, sentence):
    found = told(NEWS.format(f"Kent's children's services perform well. {sentence}"))
    assert not any({"outstanding", "inadequate"} & set(map(str, each[3:])) for each in found)


def test_a_fall_from_end_to_end_is_told(told):
    found = told("Kent\n\n3 May 2019\n\nOfsted said Kent's children's services fell from outstanding to inadequate.\n")
    assert any("inadequate" in each[3:] for each in found)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "In Kent, inspected in October, both were judged adequate.",
            (("safeguarding", "adequate"), ("services for looked after children", "adequate")),
        ),
        (
            "In Kent, which was inspected in September, both were judged good.",
            (("safeguarding", "good"), ("services for looked after children", "good")),
        ),
    ],
)
def test_both_that_are_inspected_together_have_the_grade(told, sentence, found):
    assert not any("adequate" in each[3:] or "good" in each[3:] for each in told(NEWS.format(sentence)))
    lead = "Two councils have had Ofsted's new inspection of safeguarding and services for looked after children."
    assert [each[3:] for each in told(NEWS.format(f"{lead} {sentence}")) if each[0] == "kent"] == [found]


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("In its last star ratings, in November 2008, ", "2008-11"),
        ("In the star ratings published in November 2007, ", "2007-11"),
        ("In its ratings for 2006, ", "2006"),
        ("Ofsted, which began in November 2008, says that ", None),
    ],
)
def test_stars_have_the_day_that_begins_their_sentence(told, lead, day):
    page = f"""Midland Herald
10 December 2009

Older people

Services for adults were rated with stars by the Commission for Social Care Inspection.

{lead}adult social care in Leicestershire was given three stars, Nottingham's got two stars and Rutland's one star.
"""
    assert {each[2] for each in told(page) if len(each) > 3} <= {day}


def test_ratings_came_out_on_the_day_told_of_all(told):
    page = """Midland Herald
10 December 2009

Children's services in Kent and Surrey are among the best in the country, according to new ratings from Ofsted.

The annual ratings, published yesterday, were given to councils across England.

Kent and Surrey were both judged to perform excellently.

In its last star ratings the Commission for Social Care Inspection gave adult social care in Kent three stars.
"""
    days = {(each[1], each[2]) for each in told(page) if len(each) > 3}
    assert days == {("childrens-services", "2009-12-09"), ("adult-social-care", None)}
