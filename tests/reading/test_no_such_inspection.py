"""Inspections that there cannot have been, or not then; and which of two came first, where nobody says."""

import pytest


@pytest.fixture
def read_of(page):
    """(service, kind, days, overall grade, which it came after) of each inspection on a page."""

    def read_it(text):
        return [
            (
                i.service.slug,
                i.kind,
                i.inspected.edtf if i.inspected else None,
                i.overall.grade if i.overall else None,
                i.previous,
            )
            for i in page(text).inspections
        ]

    return read_it


@pytest.mark.parametrize(("year", "kept"), [("1997", 0), ("2001", 0), ("2006", 1), ("2008", 1), ("2013", 0)])
def test_joint_area_reviews_were_of_a_few_years(read_of, year, kept):
    text = f"The joint area review of children’s services in Hackney by Ofsted took place in {year}.\n"
    assert len(read_of(text)) == kept


@pytest.mark.parametrize(("year", "kept"), [("2012", 0), ("2016", 1), ("2022", 1)])
def test_joint_targeted_inspections_began_in_a_year(read_of, year, kept):
    text = f"Ofsted, the CQC and HMICFRS made a joint targeted area inspection in Solihull in May {year}.\n"
    assert len(read_of(text)) == kept


@pytest.mark.parametrize(
    "sentence",
    [
        "The council was last inspected by Ofsted alone in November 2019, when it was judged to be good.",
        "Solihull Council had been rated outstanding by Ofsted in 2018.",
        "Ofsted inspected Solihull in May 2019 and rated it good.",
    ],
)
def test_a_grade_is_not_of_what_several_look_at_together(read_of, sentence):
    text = (
        "A joint targeted area inspection of the multi-agency response to child exploitation took place in Solihull "
        f"from 10 to 14 January 2022.\n\n{sentence}\n"
    )
    assert [(kind, days) for _, kind, days, _, _ in read_of(text)] == [("joint-targeted", "2022-01-10/2022-01-14")]


def test_a_grade_of_a_service_named_beside_it_is_kept(read_of):
    text = (
        "A joint targeted area inspection of the multi-agency response to child exploitation took place in Solihull "
        "from 10 to 14 January 2022.\n\nSolihull’s children’s services had been rated good by Ofsted in May 2019.\n"
    )
    assert ("childrens-services", "full", "2019-05", "good", None) in read_of(text)


@pytest.mark.parametrize(
    "last",
    [
        "The last visit to go ahead took place on 4 and 5 February.",
        "Ofsted’s last inspection took place on 4 and 5 February.",
    ],
)
def test_of_two_one_of_no_year_nobody_says_which_came_first(read_of, last):
    text = f"Torbay was rated inadequate by Ofsted for its children’s services in 2018. {last}\n"
    assert [previous for *_, previous in read_of(text)] == [None, None]


@pytest.mark.parametrize(
    "report",
    [
        (
            "Ofsted last inspected Sandwell in January and February 2015, and its report, published on 5 June 2015, "
            "found the service to be inadequate overall."
        ),
        (
            "Ofsted last inspected Sandwell in January and February 2015; its report, published on 5 June 2015, judged "
            "the service inadequate."
        ),
    ],
)
def test_the_report_of_the_same_sentence_is_of_its_days(page, report):
    text = (
        "Birmingham, Doncaster, Sandwell and Slough have each been judged inadequate for children’s services by Ofsted "
        f"on more than one occasion since 2009.\n\n{report}\n"
    )
    own = [i for i in page(text).inspections if i.authorities[0].slug == "sandwell"]
    assert [(i.inspected.edtf, i.published.edtf, i.overall.grade) for i in own] == [
        ("2015-01/2015-02", "2015-06-05", "inadequate")
    ]


@pytest.mark.parametrize(
    "said",
    [
        (
            "The Care Quality Commission no longer assesses councils. The last rating it gave to Norfolk, in 2010, was "
            "‘performing well’."
        ),
        "Our regulator is the CQC. It said that Norfolk performs well in 2010.",
    ],
)
def test_it_after_the_commission_rated_no_childrens_services(read_of, said):
    text = f"Norfolk’s children’s services were found inadequate by Ofsted in March 2013.\n\nAdults. {said}\n"
    assert [(service, grade) for service, _, _, grade, _ in read_of(text)] == [("childrens-services", "inadequate")]


@pytest.mark.parametrize(
    ("title", "dated"),
    [
        ("Ofsted – Medway Council Children’s Services – July/August 2019 – what it means", None),
        ("Ofsted – Medway – August 2019 – what it means", None),
        ("Medway Matters – August 2019 – news for residents", "2019-08"),
        ("Medway Matters | Issue 14 | August 2019", "2019-08"),
    ],
)
def test_the_month_of_an_inspection_in_a_title_is_not_the_pages(page, title, dated):
    text = f"{title}\n\nOfsted judged Medway’s children’s services inadequate after a visit that nobody here forgets.\n"
    published = page(text).published
    assert (published.edtf if published else None) == dated


@pytest.mark.parametrize(
    "title",
    [
        "Scrutiny Committee, 9 October 2012, Item 7: Ofsted inspection of safeguarding in Shropshire",
        "Cabinet – 9 October 2012 – Item 7: Ofsted inspection of children’s services in Shropshire: action plan",
        "CHILDREN AND FAMILIES PANEL: Tuesday 9 October 2012: Ofsted inspection of children’s services in Shropshire",
    ],
)
def test_the_day_of_a_sitting_is_no_inspections(page, title):
    text = f"{title}\n\nThe inspection by Ofsted of Shropshire’s children’s services took place in May 2012.\n"
    assert [i.inspected.edtf for i in page(text).inspections if i.inspected] == ["2012-05"]


@pytest.mark.parametrize("title", ["Ofsted inspection of Shropshire’s children’s services, 9 October 2012"])
def test_the_day_of_an_inspection_in_a_title_is_its(page, title):
    text = f"{title}\n\nThe inspectors judged services to be good.\n"
    assert [i.inspected.edtf for i in page(text).inspections if i.inspected] == ["2012-10-09"]


@pytest.mark.parametrize(
    "talks",
    [
        "Following discussions held with your officers in July 2007,",
        "After talks with the council in July 2007,",
        "Further to our meeting in July 2007,",
    ],
)
def test_the_month_of_talks_is_no_reports(page, talks):
    text = (
        "Annual Performance Assessment of services for children and young people in the London Borough of Bromley "
        f"2007\n\n{talks} I am writing to report the findings of the annual performance assessment (APA) for your "
        "council.\n\nBeing healthy    Grade 3\nStaying safe    Grade 3\n"
    )
    found = page(text).inspections
    assert [i.published.edtf for i in found if i.published] == []
    assert "2007-07" not in [i.inspected.edtf for i in found if i.inspected]


@pytest.mark.parametrize(
    ("home", "visits"),
    [
        ("The home was inspected in November 2013.", 0),
        ("Its newest home was last inspected in November 2013 and remained good.", 0),
        ("That home, which has six beds, was visited by Ofsted in November 2013.", 0),
        ("Closer to home, the council was inspected in November 2013.", 1),
        ("The service was inspected in November 2013.", 1),
    ],
)
def test_a_home_that_was_inspected_is_not_the_service(read_of, home, visits):
    text = f"Halton’s children’s services were inspected by Ofsted in 2011.\n\n{home}\n"
    assert [days for *_, days, _, _ in read_of(text)].count("2013-11") == visits


def test_a_part_carried_on_is_not_what_another_part_was_judged_with(read_of):
    text = (
        "All received warnings after joint area reviews by Ofsted. In Barking and Dagenham the review, in January "
        "2008, found services for looked after children to be inadequate. In Haringey, where the review took "
        "place in 2006, safeguarding was rated good.\n"
    )
    assert [days for _, _, days, _, _ in read_of(text)] == ["2008-01"]


@pytest.mark.parametrize(
    "sentence",
    [
        "A home in Kent was rated inadequate after Ofsted inspectors visited on 3 June 2022.",
        "Another home run by Kent County Council was rated outstanding by Ofsted in June 2022.",
        "The home, in Canterbury, was judged good on 3 June 2022.",
        "One home for disabled children was graded inadequate in June 2022.",
    ],
)
def test_a_home_or_an_agency_that_was_graded_is_no_councils(page, sentence):
    text = f"Kent’s children’s services were inspected by Ofsted in May 2021.\n\n{sentence}\n"
    assert [i.inspected.edtf for i in page(text).inspections if i.inspected] == ["2021-05"]


def test_a_monitoring_report_of_no_day_came_not_before_the_inspection(read_of):
    text = (
        "Cumbria’s children’s services were judged inadequate by Ofsted for the third time in May. The last monitoring "
        "report, in the autumn, found “early signs of progress”.\n"
    )
    assert [previous for _, kind, _, _, previous in read_of(text) if kind != "monitoring-visit"] == [None]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Inspectors from Ofsted turned back in May 2020, and children’s services in Hackney were not inspected.", 0),
        ("Ofsted came to Hackney in May 2020, but children’s services weren’t inspected in the end.", 0),
        (
            "Had the inspection of Hackney’s children’s services by Ofsted gone ahead in May 2020, all would be known.",
            0,
        ),
        ("In May 2020 Hackney asked Ofsted to delay its inspection of children’s services, and Ofsted agreed.", 0),
        ("Children’s services in Hackney are next in line for an inspection by Ofsted, members heard in May 2020.", 0),
        ("Notice of an inspection of Hackney’s children’s services was given by Ofsted in May 2020 and withdrawn.", 0),
        ("Children’s services in Hackney were not chosen for inspection by Ofsted in 2020.", 0),
        ("Consultants who know the ways of Ofsted examined Hackney’s children’s services in May 2019.", 0),
        ("Ofsted was to inspect children’s services in Hackney in May 2020, but the visit has been moved to June.", 0),
        ("Ofsted’s inspection of children’s services in Hackney in May 2020 was stopped on its second day.", 0),
        ("The planned joint targeted area inspection in Hackney was stood down in May 2023.", 0),
        ("Ofsted should have inspected children’s services in Hackney in May 2020.", 0),
        ("Ofsted inspected children’s services in Hackney in May 2019. Its head office was moved to York.", 1),
        ("Ofsted examined Hackney’s children’s services in May 2019, and nobody had asked it to wait.", 1),
        ("Ofsted inspected children’s services in Hackney in May 2019. Its libraries were not inspected.", 1),
        ("Children’s services in Hackney were inspected by Ofsted in May 2019; libraries were not inspected.", 1),
        ("Ofsted inspected children’s services in Hackney in May 2019. Had it gone ahead a year before, who knows.", 1),
    ],
)
def test_what_was_not_inspected_in_the_end_was_not(read_of, text, kept):
    assert len(read_of(text + "\n")) == kept


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The Director expected an inspection of children’s social care during 2024.", 1),
        ("Officers had expected another visit of Ofsted to children’s services in 2023.", 1),
        ("Ofsted’s inspection of children’s social care in May 2023 was shorter than expected.", 2),
    ],
)
def test_what_was_expected_is_not_told_of_as_made(read_of, sentence, told):
    text = (
        "Children and Families Committee\n\nMinutes of the meeting held on 26 February 2024\n\nOfsted inspected "
        f"children’s services in Solihull in May 2019 and rated them good.\n\n{sentence}\n"
    )
    assert len(read_of(text)) == told
