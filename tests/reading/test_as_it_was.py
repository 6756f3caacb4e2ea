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
