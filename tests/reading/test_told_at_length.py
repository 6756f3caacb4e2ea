"""What long pages tell in passing: days in asides, letters on progress, homes and schools under other headings."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar, Unreadable
from inspections.reading.sources import hold_text


@pytest.fixture
def told(catalogue):
    def find(page):
        try:
            found = read(hold_text("page.txt", page.encode(), Sidecar()), catalogue).inspections
        except Unreadable:
            return []  # it tells of none
        return [
            (
                "/".join(a.slug for a in each.authorities),
                each.service.slug if each.service else None,
                each.inspected.edtf if each.inspected else None,
                each.published.edtf if each.published else None,
                each.overall.grade if each.overall else None,
            )
            for each in found
        ]

    return find


KENT = "Kent County Council\n\n14 July 2019\n\nA page about inspections\n\n"


@pytest.mark.parametrize(
    ("sentence", "inspected", "published"),
    [
        (
            (
                "In July 2018, after a two-week inspection that finished on 22 June 2018, Ofsted said that services "
                "for children in Kent were inadequate."
            ),
            "2018-06-22",
            "2018-07",
        ),
        (
            (
                "In May 2018, following a visit which had begun in April 2018, inspectors judged children’s services "
                "in Kent to be inadequate."
            ),
            "2018-04",
            "2018-05",
        ),
        (
            (
                "After an inspection that ended on 22 June 2018 Ofsted said that services for children in Kent were "
                "inadequate."
            ),
            "2018-06-22",
            None,
        ),
        (
            "In March 2018 Ofsted inspected Kent’s children’s services, which were rated inadequate.",
            "2018-03",
            None,
        ),
    ],
)
def test_a_day_before_an_aside_on_a_visit_is_that_of_what_was_said(sentence, inspected, published, told):
    assert told(f"{KENT}{sentence}\n") == [("kent", "childrens-services", inspected, published, "inadequate")]


def test_those_who_came_after_a_visit_in_an_aside_came_again(told):
    page = (
        f"{KENT}In May 2017, after its inspection of March 2017 found failings, Ofsted inspected Kent’s children’s "
        "services again and judged them to be good.\n"
    )
    assert ("2017-03", "good") not in [(day, grade) for _, _, day, _, grade in told(page)]


@pytest.mark.parametrize(
    "report", ["The report, of 29 November 2016, again had", "Its letter, dated 29 November 2016, also had"]
)
def test_a_day_behind_a_report_and_a_comma_is_the_reports(report, told):
    page = (
        "Birmingham City Council\n\nOfsted inspected Birmingham’s children’s services in the autumn of 2016. "
        f"{report} inadequate as its headline.\n"
    )
    assert [(day, out) for _, _, day, out, _ in told(page)] == [("2016-23", "2016-11-29")]


@pytest.mark.parametrize(
    "letter",
    [
        "What came out today is a letter about the council’s progress since the focused visit.",
        "Ofsted’s letter on what has changed since the focused visit was published today.",
        "Ofsted’s letter on the progress made since that focused visit was published today.",
    ],
)
def test_a_letter_on_progress_since_a_visit_is_no_letter_from_it(letter, told):
    page = f"{KENT}In December 2017 Ofsted made a focused visit to Kent County Council. {letter}\n"
    assert {out for *_, out, _ in told(page)} == {None}


def test_a_letter_on_a_visit_is(told):
    page = f"{KENT}Ofsted’s letter on the focused visit of June 2019 to Kent County Council was published today.\n"
    assert [(day, out) for _, _, day, out, _ in told(page)] == [("2019-06", "2019-07-14")]


@pytest.mark.parametrize(
    "home",
    [
        "The CQC registers Kent’s in-house homecare service, which had been rated Good in August 2018.",
        "The Care Quality Commission rated the council’s home care service good in August 2018.",
        "Kent’s domiciliary care service was inspected by the CQC in August 2018 and was rated good.",
    ],
)
def test_a_service_that_is_registered_is_not_the_councils_care_of_adults(home, told):
    assert told(f"{KENT}Adult social care is a duty of the council. {home}\n") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Two had gone up since then and one, inspected in December, from outstanding to good.",
        "One was inspected in June and rated good.",
        "Another was inspected in June and is now good.",
    ],
)
def test_what_is_counted_of_schools_is_no_inspection_of_a_council(sentence, told):
    page = (
        f"{KENT}1. Adult social care\n\nThe CQC does not yet inspect Kent’s adult social care.\n\n2. "
        "Schools\n\n93% of the county’s "
        "schools were "
        f"good or better. {sentence}\n"
    )
    assert told(page) == []


def test_a_visit_is_no_one_of_the_visits_told_of_after_it(catalogue):
    page = (
        "Middlesbrough Council\n\n7 June 2022\n\nA visit by Ofsted to Middlesbrough’s children’s services in "
        "December "
        "2019 found that work was poor, and although four monitoring visits, the last of them in April 2022, have "
        "reported progress, a new grade must wait.\n"
    )
    found = read(hold_text("page.txt", page.encode(), Sidecar()), catalogue).inspections
    assert {e.inspected.edtf: e.kind for e in found if e.inspected}["2019-12"] == "unstated"


@pytest.mark.parametrize(
    "report",
    [
        "Its report of 24 May rated the service as “Requires improvement”.",
        "The overall rating was “Requires improvement”.",
        "Their judgement was that the service was “Requires improvement”.",
    ],
)
def test_a_report_told_of_right_after_a_visit_is_of_what_was_visited(report, told):
    page = (
        "Health and Wellbeing Board\nLondon Borough of Lambeth\nReport of the Director of Children’s "
        "Services\n\n13 October "
        "2022\n\nInspection round-up\n\n2. ILACS inspection\nOfsted’s inspection of children’s services took "
        "place in "
        "March 2018.\n\n4. Youth justice\nHM Inspectorate of Probation visited Lambeth in January and February 2022. "
        f"{report}\n"
    )
    assert {grade for _, service, _, _, grade in told(page) if service == "childrens-services"} == {None}


def test_it_is_the_service_told_of_before_and_not_one_named_behind(told):
    page = (
        "Lambeth Council\n\n13 October 2022\n\nThe council’s fostering service is no longer graded by Ofsted "
        "on its own. "
        "In 2011 it was judged good, and in 2012 the adoption service was outstanding.\n"
    )
    assert [service for _, service, _, _, grade in told(page) if grade] == ["fostering"]


@pytest.mark.parametrize(
    ("sentence", "graded"),
    [
        ("The latter was judged inadequate in May 2012; Coventry waits for its report.", {"slough"}),
        ("The latter, whose director has gone, was judged inadequate in May 2012.", {"slough"}),
        ("The former was rated good in May 2012.", {"coventry"}),
        ("In May 2012 the latter was judged inadequate, while in Coventry nobody knows.", {"slough"}),
    ],
)
def test_the_former_and_the_latter_are_the_two_named_before(sentence, graded, told):
    page = (
        "The paper, 21 February 2014\n\nNot every council agrees with the grade Ofsted gave its children’s services. "
        f"Coventry and Slough are both thinking of going to court. {sentence}\n"
    )
    assert {council for council, *_, grade in told(page) if grade} <= graded


def test_the_latter_of_three_is_nobody_in_particular(told):
    page = (
        "The paper, 21 February 2014\n\nOfsted has inspected children’s services in Hull, Leeds and York. "
        "The latter was "
        "judged inadequate in May 2012.\n"
    )
    assert [grade for *_, grade in told(page) if grade] == []


def test_a_council_of_former_days_is_itself(told):
    page = (
        "The paper, 21 February 2014\n\nOfsted rated the children’s services of the former Cheshire County "
        "Council good in "
        "May 2007.\n"
    )
    assert {council for council, *_ in told(page)} <= {"cheshire"}


CORNWALL = (
    "Cornwall Council\n\n3 March 2025\n\nOfsted and Cornwall\n\nIn 2009 Ofsted found Cornwall’s services for "
    "safeguarding "
    "to be inadequate, and in 2010 the government stepped in. "
)


@pytest.mark.parametrize(
    "sentence",
    [
        "We left intervention in 2013, after a second inspection had found children’s services adequate.",
        "In 2013, once a further inspection had judged children’s services adequate, the minister let us go.",
    ],
)
def test_what_was_done_after_a_second_inspection_gives_it_no_day_and_the_first_no_grade(sentence, told):
    found = told(f"{CORNWALL}{sentence}\n")
    assert ("2009", "adequate") not in [(day, grade) for _, _, day, _, grade in found]
    assert "2013" not in [day for _, _, day, _, _ in found]


def test_a_grade_given_after_what_they_had_seen_is_of_its_day(told):
    page = (
        f"{CORNWALL}\n\nCornwall’s children’s services were rated good in 2014, after inspectors had seen "
        "better work.\n"
    )
    assert ("2014", "good") in [(day, grade) for _, _, day, _, grade in told(page)]


def test_a_headline_that_names_a_helper_is_not_what_its_page_is_of(told):
    page = (
        "Isle of Wight County Press\n\nFriday 2 November 2018\n\nHow Hampshire rescued the Island\n\nOn a "
        "January day in 2013 "
        "inspectors from Ofsted walked into County Hall in Newport to see the Isle of Wight’s services for "
        "children, and "
        "stayed.\n\nIn September 2013, when Ofsted inspected the Island’s arrangements for school "
        "improvement, it found "
        "them ineffective.\n"
    )
    assert "hampshire" not in {council for council, *_ in told(page)}


def test_a_heading_within_a_page_is(told):
    page = (
        "Isle of Wight County Press\n\nFriday 2 November 2018\n\nOfsted has inspected the children’s "
        "services of several "
        "councils in the south of England since the spring, and more is to come before "
        "Christmas.\n\nHampshire\n\nChildren’s "
        "services were rated good by Ofsted in March 2014.\n"
    )
    assert ("hampshire", "good") in [(council, grade) for council, *_, grade in told(page)]


def test_a_neighbour_named_under_one_heading_is_not_what_the_next_is_of(told):
    page = (
        "Our Ofsted rating and how we got there\n\nCornwall’s children’s services have come far.\n\nBefore "
        "that\n\nWe’ve "
        "helped others. The Isles of Scilly have their own inspection by Ofsted: in 2019 it was "
        "good.\n\nSEND\n\nServices for "
        "children with special educational needs were inspected in July 2017.\n\nAdult social care\n\nThe "
        "Care Quality "
        "Commission assessed us in 2024.\n"
    )
    assert {service for council, service, *_ in told(page) if council == "isles-of-scilly"} <= {"childrens-services"}


@pytest.mark.parametrize(
    "visit",
    [
        "This week the man in charge of inspection for the region came to say that things have changed.",
        "This week the regional director of inspection came to lunch.",
        "The visit, on Tuesday, was a courtesy.",
        "An inspector was there on Monday, but the visit was purely social.",
    ],
)
def test_a_courtesy_is_no_inspection(visit, told):
    assert told(f"{KENT}Kent’s children’s services are in better heart. {visit}\n") == []


def test_what_a_writer_unsays_at_once_is_no_grade(told):
    page = (
        f"{KENT}Two weeks after Kent learned that its services for children had been rated inadequate by "
        "Ofsted in May "
        "2019 – no, wait, that was the rumour – they were praised.\n"
    )
    assert [grade for *_, grade in told(page) if grade] == []


@pytest.mark.parametrize(
    "provider",
    [
        "The trust is also registered as a fostering agency.",
        "Its short breaks team is registered with Ofsted.",
    ],
)
def test_it_is_the_provider_that_the_sentence_before_says_is_registered(provider, told):
    page = (
        f"{KENT}Kent’s children’s services were inspected by Ofsted in May 2017. {provider} It was inspected "
        "in June 2018.\n"
    )
    assert [day for _, _, day, _, _ in told(page)] == ["2017-05"]


def test_what_is_told_of_a_service_after_it_is_its_own(told):
    page = (
        f"{KENT}Kent’s short breaks team is registered with Ofsted. The council’s children’s services were "
        "inspected in June "
        "2018.\n"
    )
    assert [day for _, _, day, _, _ in told(page)] == ["2018-06"]


@pytest.mark.parametrize(
    "sentence",
    [
        "After four monitoring visits, our services required improvement in 2017.",
        "Our services then required improvement in 2017.",
    ],
)
def test_a_year_behind_required_improvement_is_that_of_the_grade(sentence, told):
    page = (
        "Knowsley Council\n\n14 September 2022\n\nInspections of children’s services\n\nOur safeguarding "
        "board was reviewed "
        f"by Ofsted alongside the inspection of children’s services in 2014. {sentence}\n"
    )
    assert ("2017", "requires-improvement") in [(day, grade) for _, _, day, _, grade in told(page)]
    assert ("2014", "requires-improvement") not in [(day, grade) for _, _, day, _, grade in told(page)]


LETTER = (
    "Peer challenge of children’s services\n\nFeedback letter, 14 November 2019\n\nDear Jacqui\n\nThank you "
    "for inviting us "
    "to carry out a peer challenge of the children’s services of North Tyneside. The team was in Cobalt from "
    "21 to 24 "
    "October. It was led by the director of children’s services of Leeds, whose services were judged "
    "outstanding by Ofsted "
    "last year.\n\n"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "You’ll remember that in your 2017 inspection Ofsted judged help and protection to be good.",
        "In 2017 the service was rated inadequate, so no change.",
        "In your last inspection, in 2017, Ofsted rated services good.",
    ],
)
def test_a_letter_on_somebodys_services_is_not_of_the_one_who_led_a_team(sentence, told):
    assert {
        day for council, _, day, _, _ in told(f"{LETTER}{sentence}\n\nYours\n\nA N Other\n") if council == "leeds"
    } <= {"2018"}


def test_a_team_of_peers_is_no_team_of_inspectors(told):
    assert "2019-10-21/2019-10-24" not in [day for _, _, day, _, _ in told(f"{LETTER}Yours\n\nA N Other\n")]
