"""A table of a council's inspections by years, rows below a dated inspection, and grades of councils that are gone."""

import pytest

from inspections.reading import pages, read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

PAGE = """Kirklees Council

Our inspections

This page lists inspections of Kirklees Council's services.

| {} |
|---|---|---|---|
| {} |
"""


@pytest.fixture
def told(catalogue):
    def find(text):
        out = []
        for fact in read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections:
            grades = [fact.overall.grade] if fact.overall else []
            parts = [(judged.aspect, judged.grade.grade) for judged in fact.judgements]
            day = fact.inspected.edtf if fact.inspected else None
            out.append((fact.authorities[0].slug, fact.service.slug, fact.kind, day, (*grades, *parts)))
        return out

    return find


HEAD = "Year | Service | Inspected by | Result"


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (
            "2007 | Children's services | Ofsted | Annual performance assessment: overall grade 3 (good)",
            ("childrens-services", "annual-assessment", "2007", ("good",)),
        ),
        (
            "2010 | Children's services | Ofsted | Annual rating: performs well",
            ("childrens-services", "annual-assessment", "2010", ("performs-well",)),
        ),
        (
            "2008 | Adult social care | CSCI | Two stars",
            ("adult-social-care", "annual-assessment", "2008", ("2-stars",)),
        ),
        (
            "2019 | Children's services | Ofsted | Standard inspection: Requires improvement",
            ("childrens-services", "full", "2019", ("requires-improvement",)),
        ),
        (
            "2016 | Children's services | Ofsted | Overall effectiveness - Inadequate",
            ("childrens-services", "full", "2016", ("inadequate",)),
        ),
        (
            (
                "2011 | Safeguarding and looked after children | Ofsted and CQC"
                " | Safeguarding: Good. Services for looked after children: Adequate"
            ),
            (
                "safeguarding",
                "full",
                "2011",
                (("Safeguarding", "good"), ("Services for looked after children", "adequate")),
            ),
        ),
        ("2023 | Youth justice | HMI Probation | Outstanding", ("youth-justice", "full", "2023", ("outstanding",))),
    ],
)
def test_the_cell_of_an_outcome_gives_its_grade(told, row, found):
    service, kind, day, grades = found
    assert told(PAGE.format(HEAD, row)) == [("kirklees", service, kind, day, grades)]


@pytest.mark.parametrize(
    "row",
    [
        "2019 | Children's services | Ofsted | Focused visit: good progress",
        "2019 | Children's services | Ofsted | Our own view: Good",
        "2019 | Children's services | Ofsted | Peer challenge: Good",
        "2019 | Children's services | Ofsted | Sent: Good. Received: Good",
        "2019 | Children's services | Ofsted | Good in parts. Catering: Good",
        "2019 | Children's services | Ofsted | Unannounced inspection: no grade",
        "2019 | Children's services | Ofsted | Ashbrow Primary: Good",
        "2019 | Children's services | Ofsted | Monitoring visit: Good",
    ],
)
def test_other_words_of_an_outcome_give_none(told, row):
    assert all(grades == () for *_, grades in told(PAGE.format(HEAD, row)))


@pytest.mark.parametrize("by", ["Inspected by", "Inspectorate", "Who", "Assessed by", "Regulator"])
def test_the_column_of_who_came_is_none_of_days(told, by):
    text = PAGE.format(f"Year | Service | {by} | Result", "2023 | Youth justice | HMI Probation | Outstanding")
    assert told(text) == [("kirklees", "youth-justice", "full", "2023", ("outstanding",))]


HTML = """<!DOCTYPE html><html><head><title>Inspections</title></head><body>
<ul class="menu"><li><a href="/">Home</a></li><li><a href="/bins">Bins</a></li></ul>
<h1>Inspections</h1><p>Our services for children and adults are inspected by national bodies. This page lists the
inspections of Kirklees Council since 2006, and what they found. Words used for grades have changed over the years.</p>
<table><tr><th>Year</th><th>Service</th><th>Inspected by</th><th>Result</th></tr>
<tr><td>2014</td><td>Adult learning</td><td>Ofsted</td><td>Good</td></tr>
<tr><td>2023</td><td>Youth justice</td><td>HMI Probation</td><td>Outstanding</td></tr></table>
<h2>Youth justice, 2023</h2><p>HM Inspectorate of Probation inspected the Kirklees Youth Justice Service in May 2023.
Its report, published on 29 August 2023, rated the service Outstanding overall, and we thank everyone who took part.</p>
<button>Accept</button><footer><p>Contact us | Accessibility</p></footer></body></html>"""


def test_the_rows_of_a_page_stay_rows():
    taken = pages.main_text("page.html", HTML)
    assert [line.strip() for line in taken.split("\n") if line.startswith("| 20")] == [
        "| 2014 | Adult learning | Ofsted | Good |",
        "| 2023 | Youth justice | HMI Probation | Outstanding |",
    ]


LETTER = """Ofsted
12 May 2022

Dear Ms Oduya

Monitoring visit to Torbay children's services

This letter summarises the findings of the monitoring visit to Torbay children's services on 6 and 7 April 2022.

{}

Overall effectiveness: inadequate
The impact of leaders: requires improvement to be good

Findings

Social workers see children regularly.
"""
VISIT = ("torbay", "childrens-services", "monitoring-visit", "2022-04-06/2022-04-07", ())
GRADES = ("inadequate", ("The impact of leaders", "requires-improvement"))


@pytest.mark.parametrize(
    "lead",
    [
        "At the inspection in March 2021 the following judgements were made:",
        "At the last inspection, in March 2021, inspectors made these judgements:",
        "The judgements of the inspection in March 2021, published in May 2021, were:",
        "In March 2021 Ofsted inspected children's services and made these judgements:",
        "During the inspection of March 2021, the judgements were:",
    ],
)
def test_rows_below_a_dated_inspection_are_its(told, lead):
    assert sorted(told(LETTER.format(lead)), key=str) == sorted(
        [VISIT, ("torbay", "childrens-services", "full", "2021-03", GRADES)], key=str
    )


@pytest.mark.parametrize(
    "lead",
    [
        "The judgements are:",
        "Our grades:",
        "Since the inspection in March 2021 nothing has changed in the judgements:",
        "This is where things stand:",
        "The judgements, which are on the website:",
    ],
)
def test_a_monitoring_visit_has_no_grade_of_a_scale(told, lead):
    assert VISIT in told(LETTER.format(lead))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Adult social care in the old county was given two stars by the Commission for Social Care Inspection.", []),
        ("The Commission for Social Care Inspection rated adult social care in Cumberland one star.", []),
        ("Adult social care was given one star by the CSCI in 2008.", []),
        ("Adult social care in Cumberland had three stars from CSCI.", []),
    ],
)
def test_a_council_has_no_grade_of_those_who_had_ended(told, line, expected):
    page = f"""Cumberland Council
3 June 2024

Adult social care

The Care Quality Commission (CQC) assessed adult social care in Cumberland in March 2024 and rated it good.

{line}
"""
    assert [each for each in told(page) if "stars" in str(each[4]) or "1-star" in str(each[4])] == expected


@pytest.mark.parametrize(
    "line",
    [
        "Adult social care was rated by the Commission for Social Care Inspection, which gave it two stars in 2008.",
        "The Commission for Social Care Inspection had given adult social care in the county two stars in 2008.",
        "Before that, adult social care was given two stars by the Commission for Social Care Inspection in 2008.",
    ],
)
def test_the_county_before_has_what_its_time_gave(told, line):
    page = f"""Cumberland Council
3 June 2024

Adult social care

Cumberland Council replaced Cumbria County Council in 2023. The Care Quality Commission (CQC) assessed adult social care
in Cumberland in March 2024 and rated it good.

{line}
"""
    assert [each[0] for each in told(page) if each[4] == ("2-stars",)] == ["cumbria"]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        (
            "Ofsted judged Kent's children's services good in July 2019 and had also judged them good in May 2017.",
            ["2019-07", "2017-05"],
        ),
        (
            "Kent's children's services were rated good by Ofsted in May 2017 and were rated good in June 2021.",
            ["2017-05", "2021-06"],
        ),
        (
            "Ofsted judged children's services in Kent good in March 2018, and it judged them good in May 2022.",
            ["2018-03", "2022-05"],
        ),
        (
            "Kent's children's services were judged good by Ofsted in May 2022, and leadership was judged good.",
            ["2022-05"],
        ),
        (
            "Kent's children's services were judged good by Ofsted in May 2022, and to be good is no small thing.",
            ["2022-05"],
        ),
        (
            "Kent's children's services were judged good by Ofsted in May 2022; they were found good in 2022.",
            ["2022-05"],
        ),
    ],
)
def test_the_same_grade_on_two_days_is_of_two_inspections(told, sentence, days):
    found = told(f"Kent County Council\n\n3 June 2023\n\nChildren's services\n\n{sentence}\n")
    assert sorted(day for _, _, _, day, grades in found if grades) == sorted(days)
