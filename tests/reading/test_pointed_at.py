"""Words of a report that a page only points at."""

import pytest

from tests.reading.said import last_said

REPORT = "Ofsted published its report on Kent on 4 May 2021.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "From the report: “Children wait too long.”",
        "Also from the letter, though you would not know it from the leaflet: “Children wait too long.”",
        "What is there, at the foot of page three, is this: “Children wait too long.”",
        "First, the hard bits. “Children wait too long.” That is page 11.",
        "“Children wait too long” is hard, and “nobody can say for how long”, which is page 14, is harder.",
        "Page 40 is no better. “Children wait too long.”",
        "My favourite line in the report is this one: “Staff care.” My least favourite is “children wait too long”.",
        "Two sentences in the report I know by heart. “Staff care.” And this one: “Children wait too long.”",
        "You may like this bit of the letter: “Staff care.” You may like this bit less. “Children wait too long.”",
        "We were glad to read that “children are seen and heard”.",
        "In the assessors’ own words, “children wait too long”.",
        "The inspectors’ own explanation is short: “Children wait too long.”",
        "Cllr Lee drew attention to paragraph 23 of the inspectors’ report (“Children wait too long”) and sat down.",
        "The hub gets a glowing write-up, and so does the team for boys (“trusted, patient and rooted”).",
        "Strengths picked out in the report include early help (“a golden thread”) and sport.",
        "What did it say?\n\n“Children wait too long.”",
        "“Children wait too long.”\n\nThat’s from the inspectors. Not from us.",
        "Ofsted’s letter was published on October 21, 2021 and praises “calls answered by people who know the roads”.",
    ],
)
def test_words_that_are_pointed_at_are_the_reports(text):
    assert last_said(REPORT + text).kind == "report"


@pytest.mark.parametrize(
    "text",
    [
        "From the leaflet: “Children wait too long.”",
        "From the council’s report: “Children wait too long.”",
        "Cllr Lee drew attention to paragraph 23 of the plan (“Children wait too long”) and sat down.",
        "In the parents’ own words, “children wait too long”.",
        "We were glad to hear that “children are seen and heard”.",
        "My least favourite is “children wait too long”.",
        "The union has put out a pamphlet. Page 3 is no better. “Children wait too long.”",
        "The union spoke next.\n\nWhat did they say?\n\n“Children wait too long.”",
        "The survey was long. What did it say?\n\n“Children wait too long.”",
        "“Children wait too long.”\n\nThat’s from the parents. Not from us.",
        "The leader has two sentences in the report to explain. “Children wait too long.”",
        "The hub is warm, and so is the team for boys (“trusted, patient and rooted”).",
    ],
)
def test_words_of_something_else_are_not(text):
    assert last_said(REPORT + text).kind != "report"
