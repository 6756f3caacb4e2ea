"""Grades told in forms of their own: a part in front, a result set apart, the grade before, the stars of a letter."""

import pytest

from inspections.catalogue import load
from inspections.reading import read
from inspections.reading.facts import Held

CATALOGUE = load()


def told(*paragraphs):
    """Of each inspection: council, service, kind, days, publication, grade, parts, which is the one before."""
    held = Held("page.txt", "text/plain", "0" * 64, "\n\n".join(paragraphs) + "\n")
    inspections = read(held, CATALOGUE).inspections
    return [
        "|".join(
            (
                "/".join(a.slug for a in i.authorities),
                i.inspected.edtf if i.inspected else "",
                i.published.edtf if i.published else "",
                (i.overall.grade or "") if i.overall else "",
                ",".join(f"{j.aspect.lower()}={j.grade.grade}" for j in i.judgements),
                i.previous or "",
            )
        )
        for i in inspections
    ]


HEAD = "Kent County Council news\n\nPublished 4 May 2025"
CHILDREN = "Ofsted inspected Kent’s children’s services from 3 to 7 June 2024"
YOUTH = "HM Inspectorate of Probation inspected Kent’s youth justice service in May 2024 and rated it good overall. "


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("Resettlement they rated ‘Outstanding’, which was news to me.", "resettlement=outstanding"),
        ("Out-of-court disposals inspectors judged to be inadequate.", "out-of-court disposals=inadequate"),
        ("Staffing it rated good.", "staffing=good"),
        ("Leadership the inspectors found to be outstanding.", "leadership=outstanding"),
        ("Partnerships and services they graded as good.", "partnerships and services=good"),
        ("Its work on resettlement was rated ‘Good’.", "resettlement=good"),
        # whoever else judges, whatever is no part
        ("The tea they rated outstanding.", ""),
        ("Resettlement they wanted rated good.", ""),
        ("Staffing parents rated good.", ""),
        ("Resettlement they rated neither good nor bad.", ""),
        ("The academy they rated good.", ""),
    ],
)
def test_it_reads_a_part_that_stands_first(sentence, parts):
    assert [each.split("|")[4] for each in told(HEAD, YOUTH + sentence)] == [parts]


@pytest.mark.parametrize(
    ("sentence", "grades"),
    [
        (", and the result, good overall, came out on 4 July 2024.", ["good"]),
        (", and the verdict, inadequate, came as a shock.", ["inadequate"]),
        (". The outcome was good, which is what it had been in November 2019.", ["good", "good"]),
        (" and judged them good, which is just what they were in November 2019.", ["good", "good"]),
        # the result of something else, or none
        (", and as a result, good staff left.", [""]),
        (", and the result, good or bad, comes out in July.", [""]),
        (". The outcome was late, which is what it had been in November 2019.", [""]),
    ],
)
def test_it_reads_a_result_set_apart_and_the_one_before(sentence, grades):
    assert [each.split("|")[3] for each in told(HEAD, CHILDREN + sentence)] == grades


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        (
            (
                "The Care Quality Commission published its assessment of Kent County Council’s adult social care on 31 "
                "January 2025. Rating: good. Overall score: 67 per cent."
            ),
            ["kent||2025-01-31|good||"],
        ),
        (
            (
                "The Care Quality Commission has rated Kent ‘Requires improvement’ for the way it meets its duties "
                "under the Care Act."
            ),
            ["kent|||requires-improvement||"],
        ),
        ("The Care Quality Commission published its annual report on 31 January 2025.", []),
        ("The Care Quality Commission published its assessment of Elm Lodge, a care home, on 31 January 2025.", []),
    ],
)
def test_it_reads_what_was_published_of_adult_social_care(sentence, facts):
    assert told(HEAD, sentence) == facts


def test_a_part_told_behind_the_grade_of_a_year_ago_is_of_now():
    assert told(
        "Plymouth Advertiser, 24 November 2006",
        "In its annual performance assessment for 2006, published on 1 November 2006, Ofsted judged Plymouth’s "
        "children’s services to be adequate. A year ago the assessment, which Ofsted made with others, "
        "judged them to be good. Capacity to improve was judged to be good.",
    ) == ["plymouth|2006|2006-11-01|adequate|capacity to improve=good|2", "plymouth|||good||"]


@pytest.mark.parametrize(
    ("lines", "facts"),
    [
        (
            (
                "* SEPTEMBER 2016. Ofsted publishes its report after an inspection in July. Wirral’s services for "
                "children are judged INADEQUATE."
            ),
            ["wirral|2016-07||inadequate||"],
        ),
        (
            (
                "* January 2017. The report of Ofsted’s inspection of Wirral’s children’s services in November is out. "
                "They are judged inadequate."
            ),
            ["wirral|2016-11||inadequate||"],
        ),
        (
            "* All of September. Ofsted inspected Wirral’s children’s services in July.",
            ["wirral|XXXX-07||||"],
        ),
    ],
)
def test_a_month_without_a_year_is_the_one_before_its_line(lines, facts):
    assert told("THE WIRRAL LAMP", "CHILDREN FIRST? LOOK AT THE RECORD", lines) == facts


LETTER = (
    "Commission for Social Care Inspection",
    "Mr Una Dole\nDirector of Adult Social Services\nKent County Council",
    "22 October 2007",
    "Dear Mr Dole",
    "PERFORMANCE SUMMARY REPORT OF 2006-07: ADULT SOCIAL CARE SERVICES IN KENT",
)
END = ("Yours sincerely", "Ada Lee\nBusiness Relationship Manager")


@pytest.mark.parametrize(
    ("body", "grades"),
    [
        (("Your council’s overall performance rating is", "        TWO STARS"), ["2-stars"]),
        (("The overall rating for 2007 is:", "THREE STARS"), ["3-stars"]),
        (("Your performance rating is", "No stars", "Last year the rating was one star."), ["0-stars", "1-star"]),
        (("For your council the commission has decided. Your overall rating is one star.",), ["1-star"]),
        # what it might be, what the scale is, whose it is
        (("Your council’s overall rating would be", "TWO STARS"), []),
        (("Ratings run from no stars to three stars.", "TWO STARS"), []),
        (("Your council’s rating is one of these:", "ONE STAR", "TWO STARS"), []),
        (("The home’s rating is three stars.",), []),
        (("If reviews are late, your rating is one star.",), []),
    ],
)  # fmt: skip
def test_it_reads_the_stars_of_a_letter(body, grades):
    assert [each.split("|")[3] for each in told(*LETTER, *body, *END) if each.split("|")[3]] == grades


def test_it_reads_what_stood_beside_the_stars_of_a_letter():
    facts = told(
        *LETTER,
        "Your council’s overall performance rating is",
        "TWO STARS",
        "On delivering outcomes, your council was judged good. On capacity for improvement, it was judged promising.",
        "    Improved health and emotional well-being          Good\n    Economic well-being          Adequate",
        *END,
    )
    parts = (
        "delivering outcomes=good,capacity for improvement=promising,improved health and emotional well-being=good,"
        "economic well-being=adequate"
    )
    assert [each.split("|")[3:5] for each in facts] == [["2-stars", parts]]


def test_the_grade_of_an_agency_and_a_yearly_rating_are_not_the_inspections():
    assert told(
        "CUMBRIA COUNTY COUNCIL",
        "Minutes of a meeting of the Board held on Thursday 21 June 2012",
        "PRESENT: Mrs A Lee (Chair)",
        "Mr Dole disclosed an interest as a foster carer for an independent agency which had been rated good.",
        "The Board received the report of the inspection of safeguarding and looked after children services which "
        "Ofsted and the Care Quality Commission had carried out from 16 to 27 April 2012. "
        "Safeguarding services were judged adequate for overall effectiveness.",
        "Mrs Lee asked how this sat with the annual rating. In 2010 the council had been rated as performing well.",
    )[0].split("|")[1:4] == ["2012-04-16/2012-04-27", "", ""]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("In November 2015 the grade was inadequate.", ["2024-06-03/2024-06-07", "2015-11"]),
        ("Back in 2015 their rating had been inadequate.", ["2024-06-03/2024-06-07", "2015"]),
        ("In 2015 the grade was not inadequate.", ["2024-06-03/2024-06-07"]),
        ("In 2015 the grade was good enough for some.", ["2024-06-03/2024-06-07"]),
        ("In 2015 the mark of the choir was outstanding.", ["2024-06-03/2024-06-07"]),
    ],
)
def test_it_reads_the_grade_of_another_year(sentence, days):
    assert [each.split("|")[1] for each in told(HEAD, f"{CHILDREN} and judged them good. {sentence}")] == days


def test_a_council_to_come_takes_no_page_from_the_one_that_is():
    assert told(
        "Nene Valley Leader\nMonday 29 March 2021",
        "On Wednesday Northamptonshire County Council will cease to exist. In its stead on Thursday come two councils, "
        "North Northamptonshire and West Northamptonshire.",
        "It was in July 2019 that Ofsted inspected the county’s children’s services and judged them to be inadequate.",
    ) == ["northamptonshire|2019-07||inadequate||"]


def test_a_page_headed_by_a_council_to_come_is_read():
    assert told(
        "Cheshire East Council\n3 March 2008",
        "Cheshire East Council will begin next year.",
        "Ofsted inspected Cheshire County Council's adult learning service in January 2008 and judged it good.",
    ) == ["cheshire|2008-01||good||"]


def test_the_one_before_is_the_one_with_a_grade_and_no_visit_between():
    assert [
        each.split("|")[1:4:2] + each.split("|")[5:]
        for each in told(
            HEAD,
            "Ofsted inspected the adult learning service of Kent County Council from 3 to 7 June 2024 and judged it "
            "good. Ofsted last came for a monitoring visit in May 2023. At the last full inspection, in October 2021, "
            "the service was found to require improvement.",
        )
    ] == [["2024-06-03/2024-06-07", "good", "3"], ["2023-05", "", "3"], ["2021-10", "requires-improvement", ""]]


@pytest.mark.parametrize(
    ("sentence", "inspections"),
    [
        ("Ms Una Dole, of the union, said last week that the cuts were “inspection by other means”.", 1),
        ("Ofsted made what it calls a “focused visit” to Kent’s children’s services on 5 May 2023.", 2),
    ],
)
def test_a_phrase_of_somebodys_is_no_visit(sentence, inspections):
    assert len(told(HEAD, f"{CHILDREN} and judged them good. {sentence}")) == inspections


def test_a_report_whose_visit_has_its_days_is_an_inspection():
    assert told(
        "Severnside Radio\n27 June 2024",
        "Ofsted and the Care Quality Commission inspected two local areas this spring.",
        "Inspectors were in Gloucestershire from 15 to 19 April 2024. The local area partnership’s arrangements "
        "typically lead to positive experiences and outcomes for children with SEND.",
        "## Wiltshire",
        "The report on Wiltshire came out on 11 June 2024. It says that the local area partnership’s arrangements "
        "lead to inconsistent experiences and outcomes. The visit took place between 18 and 22 March 2024.",
    )[1:] == ["wiltshire|2024-03-18/2024-03-22|2024-06-11|inconsistent||"]
