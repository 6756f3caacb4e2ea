"""Whose a grade, a part or a word is where the sentence names somebody else as well."""

import pytest

from tests.reading.given import reading_of


@pytest.fixture
def reading(catalogue):
    return lambda text: reading_of(text, catalogue)


@pytest.fixture
def told(reading):
    def find(text):
        return [
            (i.authorities[0].slug, i.inspected and i.inspected.edtf, i.overall and i.overall.grade)
            for i in reading(text).inspections
        ]

    return find


@pytest.mark.parametrize(
    "end",
    [
        "in the 2008 annual performance assessment for staying safe",
        "by Ofsted in 2008 for staying safe",
        "last year by inspectors for its leadership",
        "at an inspection in May 2017 for the experiences of children in care",
        "under the old framework for adoption work",
    ],
)
def test_what_is_graded_for_a_part_is_no_grade_of_the_whole(told, end):
    page = f"Doncaster Council’s children’s services\n\nDoncaster Council’s children’s services were judged good {end}."
    assert not any(grade for _, _, grade in told(f"{page}\n\nOfsted has been back since then to look at homes.\n"))


@pytest.mark.parametrize(
    "end",
    [
        "in May 2017 for the first time in ten years",
        "by Ofsted in May 2017 for the second time",
        "in May 2017 for a third year",
        "in May 2017 by the Office for Standards in Education",
        "in May 2017 under the framework for inspecting local authorities’ services",
    ],
)
def test_what_is_graded_for_a_time_is_of_the_whole(told, end):
    page = f"Doncaster Council’s children’s services\n\nDoncaster Council’s children’s services were judged good {end}."
    assert told(f"{page}\n\nOfsted has been back since then to look at homes.\n") == [("doncaster", "2017-05", "good")]


@pytest.mark.parametrize("name", ["Petroc, in Devon,", "Acorn Training, near Exeter in Devon,", "Westlands, in Devon,"])
def test_a_provider_that_is_in_a_county_is_not_its_council(reading, name):
    page = (
        "Adult learning\n\n"
        f"{name} was inspected in December 2025 under Ofsted’s new framework. Leadership was graded strong standard. "
        "Devon County Council’s adult learning service, inspected in the same month, received expected standard for "
        "inclusion.\n"
    )
    found = [(j.aspect, j.grade.grade) for i in reading(page).inspections for j in i.judgements]
    assert ("Leadership", "strong-standard") not in found


def test_a_service_in_a_county_is_its_own(reading):
    page = (
        "Devon County Council’s adult learning service, in Exeter, was inspected in December 2023 by Ofsted. It was "
        "judged good. Its leadership was judged outstanding.\n\nThe council said it was glad.\n"
    )
    assert [i.overall and i.overall.grade for i in reading(page).inspections] == ["good"]


MINUTES = (
    "SCRUTINY COMMITTEE (CHILDREN)\nMinutes of the meeting held on 9 July 2018\n\n"
    "14. ADULT LEARNING\nThe Head of Service said that Ofsted inspected the adult learning service {council}between "
    "8 and 11 May 2018 and had judged it Good. {asked}\nRESOLVED that the report be noted.\n"
)


@pytest.mark.parametrize(
    "asked",
    [
        "Cllr Dahmash asked about Coventry, where things were different.",
        "Cllr Dahmash wondered what Coventry had done.",
        "A visit to Coventry was arranged for members.",
    ],
)
def test_minutes_of_a_committee_of_no_named_council_are_not_of_one_asked_about(told, asked):
    assert told(MINUTES.format(council="", asked=asked)) == []


def test_minutes_that_name_their_council_before_they_tell_are_of_it(told):
    text = MINUTES.format(council="in Coventry ", asked="Coventry was glad of it.")
    assert told(text) == [("coventry", "2018-05-08/2018-05-11", "good")]


@pytest.mark.parametrize(
    "told_of",
    ["Among its neighbours, Gateshead has three stars.", "By contrast, Gateshead has one star.", "It is glad."],
)
def test_words_below_a_neighbour_s_grade_are_about_the_council_of_the_page(reading, told_of):
    found = reading(
        "Council’s adult care stars\n\nSunderland City Council has kept its two-star rating for adult social care, the "
        f"Commission for Social Care Inspection announced today (27 November 2008). {told_of}\n\n"
        "Cllr Dave Allan, the portfolio holder for adult services, said: “This is a great tribute to our staff.”\n"
    )
    keys = {i.key: i.authorities[0].slug for i in found.inspections}
    assert [keys[k] for s in found.statements for k in s.about] == ["sunderland"]


def test_an_inspection_whose_grade_nobody_knows_stands_between(reading):
    found = reading(
        "Ofsted judged Doncaster Council’s children’s services good in January 2018. Inspectors looked at children’s "
        "services in Doncaster again from 7 to 18 March 2022. In November 2024 Ofsted judged Doncaster’s children’s "
        "services good.\n"
    )
    last = found.inspections[-1]
    before = next((i for i in found.inspections if i.key == last.previous), None)
    assert last.inspected.edtf == "2024-11"
    assert before is None or before.inspected.edtf != "2018-01"


@pytest.mark.parametrize(
    ("purpose", "kind"),
    [
        ("to see how the area was putting right the weaknesses found in 2019", "revisit"),
        ("to check whether leaders had dealt with the weaknesses that they had identified", "revisit"),
        ("to see how well the area meets the needs of its children", "full"),
        ("to find out what strengths and weaknesses there are", "full"),
    ],
)
def test_those_who_came_to_see_what_became_of_weaknesses_came_again(reading, purpose, kind):
    text = f"Ofsted and the Care Quality Commission visited Wolverhampton in September 2021 {purpose}.\n"
    found = reading(f"SEND in Wolverhampton\n\n{text}\nThe local area’s SEND partnership said it would reply.\n")
    assert [i.kind for i in found.inspections] == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "At the inspection before, in February 2019, they had been judged inadequate.",
        "At the inspection before that, in February 2019, they were judged inadequate.",
        "In the inspection before, in February 2019, inspectors judged them inadequate.",
    ],
)
def test_the_inspection_before_is_one_with_its_day(told, sentence):
    text = f"Ofsted inspected Newham’s children’s services in July 2022. They were judged good overall. {sentence}\n"
    assert told(text) == [("newham", "2022-07", "good"), ("newham", "2019-02", "inadequate")]


BROMLEY = "Bromley’s children’s services were rated good by Ofsted in March 2018. "


@pytest.mark.parametrize(
    "visits", ["There had been a lot of monitoring visits before that.", "Monitoring visits helped."]
)
def test_visits_that_nobody_counts_or_dates_are_none(reading, visits):
    assert [i.kind for i in reading(f"News\n\n{BROMLEY}{visits}\n").inspections] == ["full"]


@pytest.mark.parametrize(
    "latest", ["The latest was in January 2017.", "The most recent one took place in January 2017."]
)
def test_the_latest_of_many_visits_is_one_with_its_day(reading, latest):
    page = f"News\n\nBromley’s children’s services have been having monitoring visits by Ofsted since 2016. {latest}\n"
    found = [(i.kind, i.inspected and i.inspected.edtf) for i in reading(page).inspections]
    assert found == [("monitoring-visit", "2017-01")]


@pytest.mark.parametrize(
    "aside", ["the 2016 report", "its 2016 inspection", "from the 2016 report", "see the 2016 Ofsted report"]
)
def test_the_day_of_a_report_in_brackets_is_of_what_stands_before_them(reading, aside):
    page = (
        f"News\n\nAfter two years as an inadequate authority ({aside}), Bromley’s children’s services were rated good "
        "by Ofsted this week. Leadership is outstanding.\n"
    )
    assert not any(d and "2016" in d.edtf for i in reading(page).inspections for d in (i.inspected, i.published))


@pytest.mark.parametrize(
    "place", ["youth justice in Cardiff", "the youth justice service of Swansea", "Edinburgh’s youth justice work"]
)
def test_a_grade_of_a_place_beyond_england_is_of_no_council_of_ours(told, place):
    page = (
        f"Youth justice round-up\n\nHM Inspectorate of Probation rated {place} inadequate in July 2020. Bristol’s "
        "youth justice service was rated requires improvement by HM Inspectorate of Probation in March 2019.\n"
    )
    assert told(page) == [("bristol", "2019-03", "requires-improvement")]


@pytest.mark.parametrize(
    "framework",
    [
        "the Inspection of Local Authority Children’s Services (ILACS) framework, which took place over two weeks from",
        "the ILACS framework, carried out from",
        "the new framework, which ran over a fortnight from",
    ],
)
def test_an_inspection_under_a_framework_has_the_days_on_which_it_took_place(told, framework):
    page = (
        "LINCOLNSHIRE COUNTY COUNCIL\nCHILDREN’S SCRUTINY COMMITTEE\n19 JULY 2019\nPRESENT: COUNCILLOR R FOULKES\n\n"
        "12 OFSTED INSPECTION OF CHILDREN’S SERVICES\n\nMembers considered a report on the recent inspection under "
        f"{framework} 29 April to 10 May 2019. The Council’s children’s services had been judged outstanding.\n\n"
        "RESOLVED\nThat the report be noted.\n"
    )
    assert told(page) == [("lincolnshire", "2019-04-29/2019-05-10", "outstanding")]


@pytest.mark.parametrize("length", ["a week", "a day", "one fortnight"])
def test_inspectors_who_spent_a_week_with_a_service_graded_it(told, length):
    page = (
        f"Reading Borough Council\n\nOfsted inspectors who spent {length} with our fostering service in February 2014 "
        "have rated it as good.\n"
    )
    assert told(page) == [("reading", "2014-02", "good")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The county’s homes are inspected separately. Of those the council itself runs, one was rated outstanding.",
        "Its homes were visited in June 2025, of which two were judged outstanding.",
        "The homes that it runs were seen as well; another has been rated outstanding.",
    ],
)
def test_one_of_several_that_was_rated_is_not_the_service(told, sentence):
    page = (
        f"News\n\nHertfordshire County Council’s adult social care was rated good by the CQC in May 2025. {sentence}\n"
    )
    assert [grade for _, _, grade in told(page) if grade] == ["good"]
