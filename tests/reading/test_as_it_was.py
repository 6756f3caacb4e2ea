"""A grade now and the same, or another, at an inspection before; and what a page of several services is about.

A day that stands behind "as it was when" is that of the grade before, never of the one now. A page whose sections are
each of a service of their own is not about the one it names first.
"""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text


@pytest.fixture
def told(catalogue):
    def find(text):
        return [
            (
                "/".join(each.slug for each in fact.authorities),
                fact.service.slug,
                fact.inspected.edtf if fact.inspected else None,
                fact.overall.grade if fact.overall else None,
                tuple((judged.aspect, judged.grade.grade) for judged in fact.judgements),
            )
            for fact in read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
        ]

    return find


LEEDS = "Weekly, 15 November 2024\n\nOfsted inspected children’s services in Leeds from 9 to 20 September 2024. {}\n"
NOW = ("leeds", "childrens-services", "2024-09-09/2024-09-20")
THEN = ("leeds", "childrens-services")


@pytest.mark.parametrize(
    ("words", "now", "then", "grade"),
    [
        ("Overall effectiveness was judged to be good, as it was when inspectors last called, in January 2020.",
         "good", "2020-01", "good"),
        ("Services were rated inadequate, as they had been at the last inspection, in May 2019.",
         "inadequate", "2019-05", "inadequate"),
        ("Services were rated inadequate, just as they had been when Ofsted last inspected them in May 2019.",
         "inadequate", "2019-05", "inadequate"),
        ("They were found to require improvement, as they did when they were inspected in 2018.",
         "requires-improvement", "2018", "requires-improvement"),
        ("They were judged outstanding, exactly as the service had been following the inspection of March 2017.",
         "outstanding", "2017-03", "outstanding"),
        ("Services were rated good; in 2018 they had been inadequate.", "good", "2018", "inadequate"),
        ("Services were rated good; but in March 2018 they had been inadequate.", "good", "2018-03", "inadequate"),
        ("Services were judged inadequate – in 2018 they had been good.", "inadequate", "2018", "good"),
        ("Services were judged outstanding; back in 2015 they had been judged inadequate.",
         "outstanding", "2015", "inadequate"),
        ("Services were judged to be good - and in 2016 they had been requires improvement.",
         "good", "2016", "requires-improvement"),
    ],
)  # fmt: skip
def test_the_grade_now_and_the_one_before_it(words, now, then, grade, told):
    assert told(LEEDS.format(words)) == [(*NOW, now, ()), (*THEN, then, grade, ())]


def test_parts_told_of_after_it_are_of_the_grade_now(told):
    words = "Overall it was judged good, as it was when inspectors last called, in January 2020. "
    parts = "The impact of leaders was judged to be outstanding."
    assert told(LEEDS.format(words + parts))[0] == (*NOW, "good", (("The impact of leaders", "outstanding"),))


@pytest.mark.parametrize(
    "words",
    [
        "Services were rated inadequate, as they had been when the trust was set up in January 2018.",
        "Services were rated inadequate, as they were when the leader resigned in May 2019.",
        "Services were rated inadequate, as they had been when Councillor Lee took over, in 2020.",
        "Services were rated inadequate, just as they were after the floods of 2019.",
        "Services were rated inadequate, as they had been when the old county was abolished in April 2021.",
    ],
)
def test_what_else_happened_on_a_day_is_no_inspection(words, told):
    assert told(LEEDS.format(words)) == [(*NOW, "inadequate", ())]


@pytest.mark.parametrize("begins", ["Last and least noticed,", "Last but not least,", "Last,", "Last of all,"])
def test_what_is_told_last_is_no_earlier_visit(begins, told):
    words = f"Weekly, 15 November 2024\n\n{begins} Ofsted spent three days, from 8 to 10 October 2024, with the adult "
    found = told(
        words + "learning service of Wokingham. It was found to be good overall; in 2019 it had been inadequate.\n"
    )
    assert [each[2:4] for each in found] == [("2024-10-08/2024-10-10", "good"), ("2019", "inadequate")]


ROUND_UP = (
    "Valley News\n\nHow your councils fared\n\nPublished 15 November 2024\n\nKingston: youth justice\n\nHM "
    "Inspectorate of Probation inspected the youth justice service of Kingston upon Thames in June 2024 and rated it "
    "good.\n\nBracknell Forest: adult social care\n\nThe Care Quality Commission rated Bracknell Forest Council’s "
    "adult social care good on 1 November 2024.\n\nSlough: a monitoring visit\n\n{}\n"
)


@pytest.mark.parametrize(
    ("section", "service"),
    [
        ("In Slough, where a council-owned company, Slough Children First, provides the services, Ofsted made a visit.",
         "childrens-services"),
        ("In Slough Ofsted made a visit to the Slough Children’s Services Trust.", "childrens-services"),
        ("Ofsted made a visit to Slough, where the trust, Together for Children, does the work.", "childrens-services"),
        ("In Slough Ofsted made a visit.", None),
        ("Ofsted made a visit to Slough, with no word from the trust of Slough Children’s Hospital.", None),
        ("Ofsted made a visit to Slough and to no company.", None),
        ("Ofsted made a visit to Slough, where the company, Slough Leisure First, runs the baths.", None),
    ],
)  # fmt: skip
def test_a_page_of_several_services_is_not_about_the_first(section, service, told):
    dated = section.replace("a visit", "a monitoring visit on 2 and 3 October 2024")
    found = told(ROUND_UP.format(dated))
    assert [each[1] for each in found if each[0] == "slough"] == ([service] if service else [])
    assert len([each for each in found if each[0] != "slough"]) == 2


UNDER_A_LONG_NAME = (
    "the children’s services of Worcestershire County Council under the single inspection framework from "
    "24 October to 17 November 2016"
)
INSPECTED = "Weekly, 15 November 2024\n\nOfsted inspected {}.\n"


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("children’s services in Leeds under the new framework between 4 and 15 March 2024", "2024-03-04/2024-03-15"),
        ("Leeds children’s services under the ILACS framework from 4 to 15 March 2024", "2024-03-04/2024-03-15"),
        ("adult learning in Kent under the revised handbook, from 5 to 8 March 2024", "2024-03-05/2024-03-08"),
        (UNDER_A_LONG_NAME, "2016-10-24/2016-11-17"),
        ("adult learning in Kent under a framework that ran from 2019", None),
        ("children’s services in Leeds under the framework of 4 March 2024", None),
        ("children’s services in Leeds, and said that its framework would change between 4 and 15 March 2024", None),
    ],
)
def test_first_and_last_days_behind_a_framework_are_those_of_the_visit(words, when, told):
    assert [each[2] for each in told(INSPECTED.format(words)) if each[2]] == ([when] if when else [])


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        ("The sub-judgement for adoption performance was requires improvement.", "requires-improvement"),
        ("The sub-judgement on adoption was good.", "good"),
        ("Sub-judgements of adoption and of care leavers were both good.", "good"),
        ("The pace of adoption was good.", None),
        ("The mood in adoption was good.", None),
    ],
)
def test_a_judgement_of_a_part_is_called_a_sub_judgement(words, grade, told):
    page = LEEDS.replace("2024", "2016").format(f"Overall, children’s services were judged inadequate. {words}")
    assert {each for _, each in told(page)[0][4]} == ({grade} if grade else set())


OTHER_TIMES = {
    "one": "She was an inspector, first with the Social Services Inspectorate, then with the Commission for Social "
    "Care Inspection and finally with Ofsted.",
    "two": "In turn the SSI, the Commission for Social Care Inspection (CSCI) and Ofsted paid visits, and we read all.",
    "three": "In March 2009 those who had been with the Social Services Inspectorate, the Commission for Social Care "
    "Inspection and Ofsted paid us a visit.",
}


@pytest.mark.parametrize("who", OTHER_TIMES.values(), ids=OTHER_TIMES)
def test_three_inspectorates_of_other_times_make_no_joint_inspection(who, told):
    assert [
        each for each in told(f"Luton Council\n\n15 November 2024\n\n{who}\n") if each[1] == "multi-agency-response"
    ] == []


def test_three_of_those_who_come_together_make_a_joint_inspection(told):
    found = told("Weekly, 15 November 2024\n\nOfsted, the CQC and HMI Probation inspected Luton in March 2019.\n")
    assert [each[:3] for each in found] == [("luton", "multi-agency-response", "2019-03")]


@pytest.mark.parametrize(
    ("who", "found"),
    [
        ("a Luton Town season-ticket holder", []),
        ("a Derby County supporter", []),
        ("a Leicester City fan", []),
        ("who sells Hull City shirts", []),
        ("a Bury goalkeeper", []),
        ("who lives with a Reading striker", []),
        ("from Luton Borough Council", ["luton"]),
        ("of Leicester City Council", ["leicester"]),
        ("a fan of Derby", ["derby"]),
    ],
)
def test_a_club_is_no_council(who, found, told):
    words = f"Our reader is {who}. Ofsted inspected children’s services in May 2024 and judged them inadequate."
    assert [each[0] for each in told(f"Weekly\n\n15 November 2024\n\n{words}\n")] == found
