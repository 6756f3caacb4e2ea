"""When inspectors came and reported, told in passing: "that month", "stayed", "joined lessons", a column's last day."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text


@pytest.fixture
def reading(catalogue):
    def find(page):
        return read(hold_text("page.txt", page.encode(), Sidecar()), catalogue)

    return find


PROFILE = "New boss\n\n5 September 2024\n\n"


@pytest.mark.parametrize(
    ("page", "days"),
    [
        ("In April 2011 she led a team in Slough. Ofsted inspected its children’s services that month.", ["2011-04"]),
        ("By 2018 she was in Derby. Ofsted inspected children’s services in Derby in October that year.", ["2018-10"]),
        ("She was there in May 2016. Ofsted inspected children’s services in Derby in July of the same year.",
         ["2016-07"]),
        ("Ofsted and the CQC arrived in Bury to look at SEND services. They stayed from 13 to 17 January 2025.",
         ["2025-01-13/2025-01-17"]),
        ("Ofsted has inspected adult learning in Derby. Inspectors joined lessons from 20 to 23 January 2026.",
         ["2026-01-20/2026-01-23"]),
    ],
)  # fmt: skip
def test_the_day_of_a_visit_told_in_passing(page, days, reading):
    assert [each.inspected.edtf for each in reading(PROFILE.replace("2024", "2026") + page + "\n").inspections] == days


@pytest.mark.parametrize(
    "page",
    [
        "Ofsted inspected children’s services in Derby that month.",  # none told before
        "In 2011 she joined Derby. Ofsted inspected its children’s services that month.",  # a year, and no month
        "Ofsted has inspected adult learning in Derby. Her sister stayed from 13 to 17 January 2024.",
        "Ofsted has inspected adult learning in Derby. Learners joined lessons from 20 to 23 January 2024.",
        "Ofsted has inspected adult learning in Derby. Inspectors joined Ofsted in January 2020.",
    ],
)
def test_no_day_is_made_of_another(page, reading):
    assert [each.inspected for each in reading(PROFILE + page + "\n").inspections if each.inspected] == []


TABLE = (
    "Children’s Services: Inspections\nAnswered on 14 December 2015\n\nThe judgements published by Ofsted under the "
    "single inspection framework are as follows.\n\nLocal authority\t{head}\tReport published\tOverall effectiveness\n"
    "Coventry\t31 January 2014\t21 March 2014\tInadequate\nTrafford\t24 March 2015\t19 May 2015\tGood\n"
)


@pytest.mark.parametrize(
    "head", ["Last day of inspection", "End of inspection", "Final day of fieldwork", "Inspection ended"]
)
def test_the_last_day_of_an_inspection_in_a_column(head, reading):
    found = reading(TABLE.format(head=head)).inspections
    assert [(e.inspected.edtf, e.published.edtf) for e in found] == [
        ("2014-01-31", "2014-03-21"),
        ("2015-03-24", "2015-05-19"),
    ]


@pytest.mark.parametrize("head", ["Director appointed", "End of contract", "Last reply"])
def test_the_day_of_something_else_in_a_column(head, reading):
    assert not any(each.inspected for each in reading(TABLE.format(head=head)).inspections)


JOINT = (
    "Press release\n\n12 March 2020\n\n"
    "HM Inspectorate of Probation inspected Wirral Youth Offending Service in December 2019"
)


@pytest.mark.parametrize(
    ("tail", "bodies"),
    [
        (", with colleagues from HMICFRS, the CQC and Ofsted.", ["hmi-probation", "hmicfrs", "cqc", "ofsted"]),
        (", alongside inspectors from Ofsted.", ["hmi-probation", "ofsted"]),
        (", months after Ofsted.", ["hmi-probation"]),
        (" and rated it good, as Ofsted’s colleagues had hoped.", ["hmi-probation"]),
    ],
)  # fmt: skip
def test_those_who_came_as_colleagues_are_named(tail, bodies, reading):
    assert [body.slug for body in reading(JOINT + tail + "\n").inspections[0].inspectorates] == bodies


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("The support given to care leavers was judged outstanding.", ["outstanding"]),
        ("Support offered to care leavers was judged to be good.", ["good"]),
        ("The bus passes given to care leavers were judged outstanding.", []),
        ("The lunch provided for care leavers was found to be good.", []),
    ],
)
def test_support_given_to_a_part_is_that_part(words, parts, reading):
    page = "Bolton Council\n\n5 September 2024\n\nOfsted judged children’s services in Bolton inadequate in May 2022. "
    found = reading(page + words + "\n").inspections
    assert [part.grade.grade for each in found for part in each.judgements] == parts


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("MINUTES OF THE MEETING OF THE PANEL HELD ON THURSDAY, 19TH SEPTEMBER, 2024, 7.00 PM", "2024-09-19"),
        ("Minutes of the panel, Thursday 19 September 2024", "2024-09-19"),
        (
            "Minutes of the panel, Thursday 19th September 2024\n\n2 MINUTES OF 24TH JULY 2024\nThese were signed.",
            "2024-09-19",
        ),
    ],
)
def test_what_is_said_in_minutes_is_said_on_their_own_day(head, day, reading):
    page = (
        f"London Borough of Enfield\n\n{head}\n\nOfficers: Siân Hopcyn (Head of Youth Justice)\n\n3 MINUTES\n\nAGREED "
        "the minutes of the meeting held on 25 June 2024.\n\n5 YOUTH JUSTICE\n\nSiân Hopcyn advised that HM "
        "Inspectorate of Probation had inspected the youth justice service in July 2021 and rated it good.\n"
    )
    assert {each.said.edtf for each in reading(page).statements if each.said} == {day}


JUDGED = "Bolton Council\n\n1 July 2024\n\nOfsted judged children’s services in Bolton good in May 2022.{}"


@pytest.mark.parametrize(
    "others",
    [
        "\n\nTwenty children in care went to Wales this summer. They stayed from 3 to 7 June 2024 and climbed a hill.",
        " Foster carers met in the park. They stayed from 3 to 7 June 2024.",
        " Twenty children went to Wales. They came in June 2024.",
        "\n\nHosts from Norway were here. It rained. They were in Bolton from 3 to 7 June 2024.",
        " Staff have a choir. They called on 3 June 2024.",
    ],
)
def test_they_who_stayed_are_those_of_the_sentence_before(others, reading):
    found = reading(JUDGED.format(others) + "\n").inspections
    assert [each.inspected.edtf for each in found if each.inspected] == ["2022-05"]


@pytest.mark.parametrize(
    "inspectors",
    [
        " The inspectors had asked for files. They were in Bolton from 3 to 7 June 2024.",
        "\n\nOfsted has been again. It rained. They were in Bolton from 3 to 7 June 2024.",
        "\n\nA team of five arrived. They stayed from 3 to 7 June 2024.",
    ],
)
def test_they_may_be_inspectors(inspectors, reading):
    found = reading(JUDGED.format(inspectors) + "\n").inspections
    assert "2024-06-03/2024-06-07" in {each.inspected.edtf for each in found if each.inspected}
