"""Scores and ratings told together: "scored 13 out of 36 and was rated", "a 4, and governance a score of 3"."""

import pytest

from tests.reading.given import reading_of


def told(words, catalogue, day="4 February 2026"):
    found = reading_of(f"The Weekly Gazette\n\n{day}\n\n{words}\n", catalogue).inspections
    return [
        (each.overall and each.overall.grade, {part.aspect_slug: part.grade.grade for part in each.judgements})
        for each in found
    ]


RATED = "The CQC rated adult social care in Slough good in July 2025."
PROBATION = "HMI Probation rated the youth offending service in Sheffield good in March 2023"


@pytest.mark.parametrize(
    ("words", "grade", "parts"),
    [
        ("Kent Youth Justice Service scored 13 out of 36 and was rated inadequate by HMI Probation in May 2023.",
         "inadequate", {}),
        ("Kent Youth Justice Service got a score of 27 and was rated good by HMI Probation in May 2023.", "good", {}),
        (f"{PROBATION}: staff were rated inadequate, and governance and leadership outstanding.", "good",
         {"staff": "inadequate", "governance-and-leadership": "outstanding"}),
        ("Kent Youth Justice Service, run by the council with the police, was rated good by HMI Probation in May 2023.",
         "good", {}),
        ("“Good” is the rating that HMI Probation gave to Kent's youth justice service in May 2023.", "good", {}),
        ("“Good”: that is how HMI Probation rated Kent's youth justice service in May 2023.", "good", {}),
        (f"{PROBATION}. Staff rated governance and leadership outstanding.", "good", {}),
        (f"{RATED} Assessing needs was given a score of 4, and governance a score of 3.", "good",
         {"assessing-needs": "4", "governance": "3"}),
        (f"{RATED} Assessing needs was scored 4 and governance 3.", "good",
         {"assessing-needs": "4", "governance": "3"}),
        (f"{RATED} Assessing needs was scored 4 and governance, of 3 councils, was not.", "good", {}),
    ],
)  # fmt: skip
def test_scores_stand_beside_grades(words, grade, parts, catalogue):
    assert told(words, catalogue) == [(grade, parts)]


@pytest.mark.parametrize(
    ("words", "grades"),
    [
        (
            "Wirral's adult social care was assessed by the CQC in March 2025. The outcome: outstanding.",
            ["outstanding"],
        ),
        ("Wirral's adult social care was assessed by the Care Quality Commission in March 2025.", [None]),
        ("Wirral's adult social care is to be assessed by the CQC in March 2027.", []),
        ("Wirral's adult social care has not yet been assessed by the CQC.", []),
        ("Care homes are assessed by the CQC. Wirral has forty.", []),
    ],
)
def test_a_council_assessed_by_them_is_inspected(words, grades, catalogue):
    assert [grade for grade, _ in told(words, catalogue)] == grades


@pytest.mark.parametrize(
    ("words", "published"),
    [
        (
            "Children's services in Kent perform adequately, Ofsted said in its annual rating of December 2010.",
            "2010-12",
        ),
        ("Children's services in Kent perform adequately, according to Ofsted's annual rating of 2010.", None),
    ],
)
def test_the_month_of_a_yearly_rating_is_that_in_which_it_came_out(words, published, catalogue):
    [found] = reading_of(f"The Weekly Gazette\n\n4 March 2011\n\n{words}\n", catalogue).inspections
    assert (found.published and found.published.edtf) == published


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("HMI Probation published its inspection of the youth justice service in Kent in March 2023, rating it good.",
         (None, "2023-03")),
        ("HMI Probation published its report on the inspection of the youth justice service in Kent in March 2023.",
         (None, "2023-03")),
        ("HMI Probation made its inspection of the youth justice service in Kent in March 2023.", ("2023-03", None)),
    ],
)  # fmt: skip
def test_what_was_published_then_was_not_made_then(words, days, catalogue):
    found = reading_of(f"The Weekly Gazette\n\n4 March 2024\n\n{words}\n", catalogue).inspections
    assert [(each.inspected and each.inspected.edtf, each.published and each.published.edtf) for each in found] == [
        days
    ]


@pytest.mark.parametrize(
    ("words", "grades"),
    [
        ("A nursery next to Kent Adult Education was rated good by Ofsted in May 2023.", []),
        ("A college near Kent Adult Education was rated good by Ofsted in May 2023.", []),
        ("Next to the college, Kent Adult Education was rated good by Ofsted in May 2023.", ["good"]),
    ],
)
def test_what_stands_next_to_it_is_not_it(words, grades, catalogue):
    assert [grade for grade, _ in told(words, catalogue, "4 March 2024")] == grades


def test_inspectors_who_returned_to_an_area_revisited_it(catalogue):
    words = (
        "When Ofsted and the CQC returned to Leeds in May 2021, the area had made sufficient progress in SEND support."
    )
    [found] = reading_of(f"The Weekly Gazette\n\n4 March 2022\n\n{words}\n", catalogue).inspections
    assert (found.kind, found.inspected.edtf) == ("revisit", "2021-05")


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("shows “needs attention” for inclusion and “exceptional” for achievement.",
         {"inclusion": "needs-attention", "achievement": "exceptional"}),
        ("shows “strong standard” for inclusion, and says that learners do “exceptional” work.",
         {"inclusion": "strong-standard"}),
    ],
)  # fmt: skip
def test_a_report_card_shows_a_grade_for_each_part(words, parts, catalogue):
    card = "The Ofsted report card for adult and community learning in Wirral, published in July 2026,"
    assert told(f"{card} {words}", catalogue, "4 December 2026") == [(None, parts)]


def test_a_rating_that_would_have_been_given_was_not(catalogue):
    words = "“Good” is the rating that HMI Probation would have given to Kent's youth justice service in May 2023."
    assert [grade for grade, _ in told(words, catalogue)] == []


@pytest.mark.parametrize(
    ("words", "stars"),
    [
        ("The star rating of adult social care in Dudley from CSCI for 2007 was three stars.", [("2007", "3-stars")]),
        ("Adult social care services in Dudley moved from three stars to one in CSCI's ratings of 2007.",
         [(None, "3-stars"), ("2007", "1-star")]),
        ("In CSCI's ratings of 2007, of homes in Dudley, 3 were three stars.", []),
    ],
)  # fmt: skip
def test_stars_have_the_year_of_their_ratings(words, stars, catalogue):
    found = reading_of(f"The Weekly Gazette\n\n4 December 2008\n\n{words}\n", catalogue).inspections
    assert [(each.inspected and each.inspected.edtf, each.overall.grade) for each in found if each.overall] == stars
