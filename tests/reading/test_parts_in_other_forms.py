"""Parts that share a grade, stand in lists of numbers, below a scale or behind a look back."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text


@pytest.fixture
def told(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
        return {
            i.inspected.edtf[:4] if i.inspected else None: {(j.aspect, j.grade.grade) for j in i.judgements}
            for i in reading.inspections
        }

    return find


@pytest.fixture
def overall(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
        return {
            (i.inspected.edtf[:4] if i.inspected else None, i.overall.grade if i.overall else None)
            for i in reading.inspections
        }

    return find


YOUTH = (
    "HM Inspectorate of Probation\n\n12 June 2024\n\nHM Inspectorate of Probation inspected the youth justice "
    "service in Bury in March 2024. The service was rated ‘Good’ overall. "
)


@pytest.mark.parametrize(
    ("sentence", "grades"),
    [
        ("Staffing was rated ‘Good’, as was planning.", {("Staffing", "good"), ("planning", "good")}),
        (
            "Resettlement was rated ‘Outstanding’, and so was governance and leadership.",
            {("Resettlement", "outstanding"), ("governance and leadership", "outstanding")},
        ),
        (
            "Planning was rated ‘Requires improvement’, as were partnerships and services.",
            {("Planning", "requires-improvement"), ("partnerships and services", "requires-improvement")},
        ),
        (
            "Out-of-court disposals, which are judged apart from the work for the courts, were rated ‘Outstanding’.",
            {("Out-of-court disposals", "outstanding")},
        ),
        (
            "Staffing was rated ‘Outstanding’; every other judgement is good.",
            {("Staffing", "outstanding")},
        ),
    ],
)
def test_a_part_has_the_grade_of_the_one_before_it(sentence, grades, told):
    assert told(YOUTH + sentence)["2024"] == grades


@pytest.mark.parametrize(
    "sentence",
    [
        "Our football team was good, as was planning for the summer fair.",
        "The weather was good, and so was the mood of the staff.",
        "Staffing may be good, as may planning.",
    ],
)
def test_what_fares_like_something_else_is_no_part(sentence, told):
    assert told(YOUTH + sentence)["2024"] == set()


@pytest.mark.parametrize(
    ("sentence", "of"),
    [
        (
            "That is a step down: in May 2018 Ofsted had judged them good. Only care leavers escaped, with a good.",
            "2024",
        ),
        ("This was an improvement: in 2018 they were judged inadequate. Care leavers were judged good.", "2024"),
    ],
)
def test_a_sentence_that_compares_goes_on_about_the_newest(sentence, of, told):
    visit = (
        "Ofsted inspected Bury’s children’s services in April 2024 and judged them to require improvement to be good. "
    )
    found = told(f"Bury Council news\n\n12 June 2024\n\n{visit}{sentence}")
    assert {year for year, grades in found.items() if any("leavers" in part for part, _ in grades)} == {of}


def test_a_list_below_a_scale_that_it_is_rated_on_is_read(told):
    text = YOUTH + (
        "Inspectors looked at three areas and rated them on a four-point scale (‘Outstanding’, ‘Good’, ‘Requires "
        "improvement’ and ‘Inadequate’):\n\nOrganisational delivery – Good\nCourt disposals – Outstanding\n"
        "Out-of-court disposals – Inadequate\n"
    )
    assert {grade for _, grade in told(text)["2024"]} == {"good", "outstanding", "inadequate"}


def test_a_list_that_explains_the_scale_is_not(told):
    text = YOUTH + (
        "Services are rated on a four-point scale:\n\nOutstanding – the best there is\nGood – what most are\n"
        "Requires improvement – not yet good\nInadequate – the worst\n"
    )
    assert told(text)["2024"] == set()


@pytest.mark.parametrize(
    "before",
    [
        "When it was inspected in 2016 no rating was given.",
        "The inspection of 2016 gave no grade.",
        "It was last inspected in 2016 and was not rated.",
    ],
)
def test_parts_are_not_of_an_inspection_that_gave_no_grade(before, told):
    found = told(
        YOUTH + before + "\n\nInspectors looked at 12 areas. Among them:\n\n- staffing was rated ‘Outstanding’\n"
        "- resettlement was rated ‘Good’\n"
    )
    assert found["2024"] == {("staffing", "outstanding"), ("resettlement", "good")}
    assert not found.get("2016")


def test_the_number_of_a_grade_may_stand_in_a_column_of_its_own(told):
    found = told(
        "BURY COUNCIL\n\nMINUTES of the meeting held on 4 December 2008\n\n43. JOINT AREA REVIEW\n\nThe joint area "
        "review was led by Ofsted, and inspectors came from 2 to 13 June 2008. Members had the grades:\n\n"
        "Safeguarding                    Inadequate   1\nLooked after children           Adequate     2\n"
        "Service management              Good         3\n"
    )
    assert found["2008"] == {
        ("Safeguarding", "inadequate"),
        ("Looked after children", "adequate"),
        ("Service management", "good"),
    }


MINUTES = (
    "BURY COUNCIL\n\nMINUTES of the meeting held on 4 December 2007\n\n44. ANNUAL PERFORMANCE ASSESSMENT\n\nIn the "
    "annual performance assessment for 2007, published on 26 November 2007 by Ofsted, the overall effectiveness of "
    "the "
    "Council’s children’s services had been given a grade of 2 (adequate), unchanged from 2006. "
)


@pytest.mark.parametrize(
    ("sentence", "grades"),
    [
        (
            "Being healthy had been graded 3, staying safe 2, and enjoying and achieving 4.",
            {("Being healthy", "good"), ("staying safe", "adequate"), ("enjoying and achieving", "outstanding")},
        ),
        (
            "Its contribution to being healthy was graded 3, to staying safe 1 and to enjoying and achieving 3.",
            {("being healthy", "good"), ("staying safe", "inadequate"), ("enjoying and achieving", "good")},
        ),
        ("Being healthy might be graded 3, staying safe 2, and enjoying and achieving 4.", set()),
        ("Being healthy was graded 3 by pupils, staying safe 2, and enjoying and achieving 4.", set()),
        ("Being healthy cost 3 pounds, staying safe 2, and enjoying and achieving 4.", set()),
    ],
)
def test_a_list_of_numbers_needs_its_verb_once(sentence, grades, told):
    assert told(MINUTES + sentence)["2007"] == grades


@pytest.mark.parametrize(
    "sentence",
    [
        "The Council’s capacity to improve its services for children was judged to be good.",
        "Bury’s capacity to improve its services for children was judged to be good.",
        "The borough’s capacity to improve children’s services was judged good.",
        "Telford and Wrekin’s capacity to improve its services for children was judged to be good.",
    ],
)
def test_the_capacity_of_a_council_is_a_part(sentence, overall):
    found = overall(
        "BURY COUNCIL\n\nMinutes of the meeting held on 4 January 2007\n\n43. The Panel considered the Annual "
        f"Performance Assessment of the Council’s children’s services for 2006. {sentence}"
    )
    assert {grade for _, grade in found} == {None}


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        ("Ofsted’s annual performance assessment for 2007 gave Bury’s children’s services a grade 3, which means good.",
         "good"),
        ("The annual performance assessment gave them a 2 overall (adequate), but a 3 (good) for being healthy.",
         "adequate"),
        ("The annual performance assessment gave them a 2 overall (good), but a 3 (adequate) for being healthy.", None),
    ],
)  # fmt: skip
def test_a_word_beside_a_number_must_say_the_same(sentence, grade, overall):
    found = overall(f"Bury Council\n\n6 December 2007\n\nNews of Bury’s children’s services from Ofsted. {sentence}")
    assert {g for _, g in found} <= {grade, None}
    assert grade is None or grade in {g for _, g in found}


def test_a_letter_that_is_expected_is_no_inspection(overall):
    assert "2008" not in {
        year for year, _ in overall(MINUTES + "The letter for 2008 was expected within the fortnight.")
    }


HULL = (
    "Hull City Council\n\n24 January 2024\n\nOfsted inspected Hull’s children’s services from 20 November to 1 "
    "December 2023 "
    "and judged them to require improvement to be good. "
)


@pytest.mark.parametrize(
    ("text", "grades"),
    [
        ("Children in care did best of all (outstanding).", {("Children in care", "outstanding")}),
        ("Care leavers fared worst (inadequate).", {("Care leavers", "inadequate")}),
        (
            (
                "The judgements:\n\n• care leavers: good (a new judgement, which did not exist in 2019)\n"
                "• children in care: requires improvement to be good\n"
            ),
            {("care leavers", "good"), ("children in care", "requires-improvement")},
        ),
        ("Children in care did best of all (if only outstanding).", set()),
        ("Children in care might do best of all (outstanding).", set()),
        ("Children in schools did best of all (outstanding).", set()),
    ],
)
def test_a_grade_in_brackets_or_before_a_remark(text, grades, told):
    assert told(HULL + text)["2023"] == grades


def test_a_part_of_the_year_before_is_of_that_year(told):
    found = told(
        MINUTES
        + "\n\n44.2 Members asked about it. In the 2005 assessment staying safe had been graded 3, and the fall to 2 "
        "was a result of work that was not done in time."
    )
    assert found["2005"] == {("staying safe", "good")}
    assert not any("staying" in part for part, _ in found["2007"])


@pytest.mark.parametrize(
    "sentence",
    [
        "In the 2005 assessment staying safe might have been graded 3.",
        "In the 2005 assessment Bolton had 3 for staying safe.",
        "In the 2005 inspection of Elm School staying safe had been graded 3.",
    ],
)
def test_what_else_was_graded_that_year_is_not(sentence, told):
    assert not told(MINUTES + "\n\n" + sentence).get("2005")


def test_a_part_told_behind_a_look_back_is_of_the_newest_of_its_service(told):
    found = told(
        "BURY COUNCIL\n\nMinutes of the meeting held on 12 January 2011\n\n4. Ofsted inspected safeguarding in Bury "
        "in November "
        "2010 and judged the overall effectiveness of safeguarding services to be adequate.\n\n5. The Council’s "
        "fostering "
        "agency had been inspected by Ofsted in October 2010 and judged good overall, having been judged "
        "satisfactory in "
        "2007. Helping children to achieve well and enjoy what they do had been judged outstanding."
    )
    assert not found.get("2007")
    assert ("Helping children to achieve well and enjoy what they do", "outstanding") in found["2010"]


@pytest.mark.parametrize(
    ("before", "years"),
    [
        ("It had been ‘Good’ when it was last inspected, in 2018.", {"2022"}),
        ("It was inspected in 2018 too.", set()),  # and may have been rated then
    ],
)
def test_a_part_told_before_the_day_of_its_inspection(before, years, told):
    found = told(
        "HM INSPECTORATE OF PROBATION\n\n16 June 2022\n\nAn inspection of youth offending services in Bury has made a "
        f"rating of ‘Requires improvement’. {before}\n\nResettlement policy and provision was rated ‘Outstanding’.\n\n"
        "The fieldwork was carried out in the week of 21 February 2022."
    )
    of = {year for year, grades in found.items() if ("Resettlement policy and provision", "outstanding") in grades}
    assert of == years if years else "2018" not in of
