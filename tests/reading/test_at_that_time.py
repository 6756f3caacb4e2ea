"""What minutes and letters say of a time, a meeting or a day on which something came, each of its own thing alone."""

import pytest

from inspections.reading import read
from inspections.reading.sources import Sidecar, hold_text

HEAD = "EAST SUSSEX COUNTY COUNCIL\n\nMinutes of the Committee held on 3 March 2014\n\n"


def reading(catalogue, text):
    return read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)


def parts(catalogue, text):
    found = reading(catalogue, HEAD + text)
    return {j.aspect.lower(): j.grade.grade for e in found.inspections for j in e.judgements if j.grade is not None}


@pytest.mark.parametrize(
    "then",
    [
        "At that time safeguarding was judged adequate and services for looked after children were judged good.",
        "At that inspection safeguarding was judged adequate and services for looked after children were judged good.",
        "At that time services for looked after children were judged good and safeguarding was judged adequate.",
    ],
)
def test_each_of_two_headline_grades_is_of_its_own_service(catalogue, then):
    lead = "The previous full inspection, of safeguarding and looked after children, was made in November 2010. "
    assert parts(catalogue, lead + then) == {"safeguarding": "adequate", "services for looked after children": "good"}


@pytest.mark.parametrize(
    "then",
    ["At that time fostering was judged good.", "At that time the adoption service was rated outstanding by Ofsted."],
)
def test_another_service_s_grade_of_that_time_is_not_the_inspection_s(catalogue, then):
    found = reading(
        catalogue, f"{HEAD}The last inspection, of child protection, was made by Ofsted in November 2012. {then}"
    )
    assert not any(
        e.overall for e in found.inspections if e.service is not None and e.service.slug == "childrens-services"
    )


@pytest.mark.parametrize("then", ["At that time the service was judged good.", "At that inspection it was rated good."])
def test_the_inspection_s_own_grade_of_that_time_is(catalogue, then):
    (event,) = reading(
        catalogue, f"{HEAD}Ofsted inspected fostering in East Sussex in November 2013. {then}"
    ).inspections
    assert event.overall is not None and event.overall.grade == "good"


@pytest.mark.parametrize(
    ("came", "published"),
    [
        ("Letter received 20 March, report published 27 April 2023.", "2023-04-27"),
        ("The letter, received by the council on 20 March, was published on 27 April 2023.", "2023-04-27"),
        ("The report was received on 20 March 2023.", None),
        ("The draft was seen by the director on 20 March 2023.", None),
        ("The report was published on 20 March 2023.", "2023-03-20"),
    ],
)
def test_a_letter_is_not_published_on_the_day_it_came(catalogue, came, published):
    told = f"Ofsted inspected East Sussex’s children’s services in February 2023 and judged them good. {came}"
    (event,) = reading(catalogue, "Minutes of the Panel held on 5 July 2023\n\n" + told).inspections
    assert (event.published.edtf if event.published is not None else None) == published


@pytest.mark.parametrize(
    "head",
    [
        "At a meeting of the CHILDREN'S SERVICES SELECT COMMITTEE held at County Hall on the 22nd day of January 2008",
        "At a meeting of the Cabinet held on 22 January 2008",
        "Notes of a meeting of the Scrutiny Panel held on Tuesday 22 January 2008",
    ],
)
def test_a_meeting_that_is_not_called_minutes_dates_what_was_said_there(catalogue, head):
    text = (
        f"EAST SUSSEX COUNTY COUNCIL\n\n{head}\n\n"
        "1. The Chairman said that the Council should cease to exist on 31st March 2009.\n\n"
        "2. Ofsted had judged East Sussex's children's services good in 2007.\n\n"
        "3. Mrs Ann Lee, Director of Children's Services, said: “We were late with one in four.”\n"
    )
    assert {s.said.edtf for s in reading(catalogue, text).statements if s.said is not None} == {"2008-01-22"}


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Our campaigner LINDA HARE, who fostered for years, says: {}", "Linda Hare"),
        ("Cllr ANN LEE, the leader of the council, said: {}", "Ann Lee"),
    ],
)
def test_a_name_in_capitals_before_a_comma_is_one(catalogue, words, speaker):
    told = "Ofsted judged East Sussex’s children’s services good in 2013. " + words.format("“I knew them all.”")
    (said,) = [s for s in reading(catalogue, f"East Sussex news\n\n{told}\n").statements if s.in_quotation_marks]
    assert said.speaker == speaker
