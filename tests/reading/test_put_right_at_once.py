"""Days put right at once, days of a year told before, and words in brackets, of members, or of another's report."""

import pytest

from tests.reading.said import said


@pytest.mark.parametrize(
    ("said_so", "day"),
    [
        ("in March 2024... sorry, in May 2019", "2019-05"),
        ("in March 2018 – or rather, in May 2018", "2018-05"),
        ("in March 2018 (correction: in May 2018)", "2018-05"),
        ("in March 2018, I mean in May 2018", "2018-05"),
        ("in March 2018", "2018-03"),
        ("in March 2018, rather earlier than expected", "2018-03"),
        ("in March 2018, sorrowfully", "2018-03"),
    ],
)
def test_a_day_put_right_is_not_the_one_taken_back(page, said_so, day):
    text = f"Cambridgeshire’s children’s services were last inspected by Ofsted {said_so}.\n"
    assert {i.inspected.edtf for i in page(text).inspections if i.inspected} <= {day}


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("In 2014, when Ofsted inspected {} in September, they were judged inadequate.", "2014-09"),
        ("Judged inadequate in 2014, when Ofsted inspected {} in September, they are not now.", "2014-09"),
        ("Ofsted inspected {} in September, and judged them good.", "2015-09"),
    ],
)  # fmt: skip
def test_a_month_in_a_clause_on_a_year_is_of_that_year(page, sentence, day):
    text = f"4 November 2015\n\n{sentence.format('Rotherham’s children’s services')}\n"
    assert [i.inspected.edtf for i in page(text).inspections if i.inspected and len(i.inspected.edtf) > 4] == [day]


def test_words_in_brackets_are_not_what_somebody_goes_on_to_say():
    text = (
        "In answer to a question from the Chair about Greenwich (“rated good, I believe, in 2018”), the director, Sara "
        "Williams, said: “Greenwich is a good comparator.”\n"
    )
    assert [(x.kind, x.speaker) for x in said(text)] == [("unstated", None), ("person", "Sara Williams")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The report is clear (“staff know their children”, Ofsted says) about it.", "report"),
        ("The director, Ann Lee, said (“staff know their children”) more than once.", "person"),
    ],
)
def test_words_in_brackets_with_their_source_beside_them_keep_it(text, kind):
    assert [x.kind for x in said(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            (
                "Commissioner Newsam reminded members that he had been brought in after the Casey report of 2015"
                " which had found the council “not fit for purpose”."
            ),
            "unstated",
        ),
        ("He informed parents that the Jay report called the council “not fit for purpose”.", "unstated"),
        ("Parents told inspectors that the team was “not fit for purpose”.", "person"),
    ],
)
def test_those_who_are_told_say_nothing(text, kind):
    assert [x.kind for x in said(text)] == [kind]


@pytest.mark.parametrize("name", ["Casey", "Laming", "Munro"])
def test_the_report_of_an_inquiry_is_no_finding(page, name):
    text = (
        "Ofsted made a focused visit to Rotherham’s children’s services in May 2018.\n\nCommissioner Newsam reminded "
        f"members that the {name} report had found the council “not fit for purpose”.\n"
    )
    assert [s for s in page(text).statements if s.kind == "finding"] == []


def test_a_board_judged_as_well_was_not_visited(page):
    text = (
        "ROTHERHAM BOROUGH COUNCIL\nImproving Lives Select Commission\nWednesday 4th November, 2015\n\nThe second "
        "Ofsted improvement visit was on 20 and 21 October 2015. In 2014, when Ofsted inspected in September, all the "
        "judgements had been inadequate, and so had the LSCB.\n"
    )
    assert [i.service.slug for i in page(text).inspections if i.service.slug == "lscb"] == []


def test_a_grade_at_the_inspection_of_its_sentence_is_of_its_day(page):
    text = (
        "HM Inspectorate of Probation’s inspection of Kent’s youth offending team took place in May 2021. In 2019, at "
        "the inspection before, it had been “good”.\n"
    )
    found = {i.inspected.edtf: i.overall and i.overall.grade for i in page(text).inspections if i.inspected}
    assert found == {"2021-05": None, "2019": "good"}


@pytest.mark.parametrize(
    ("beside", "organisation"),
    [
        ("Our partner council, Leeds, is rated outstanding.\n\n", {None, "Herefordshire Council"}),
        ("", {"Herefordshire Council"}),
    ],
)
def test_the_leader_of_the_council_is_not_of_a_partner(page, beside, organisation):
    text = (
        "Herefordshire’s children’s services were judged inadequate by Ofsted on 20 September 2022. A monitoring visit "
        f"took place on 28 and 29 March 2023.\n\n{beside}Leader of the council, Cllr David Hitchiner, said: “It means "
        "green shoots. Not a tree.”\n"
    )
    assert {s.organisation for s in page(text).statements} <= organisation


@pytest.mark.parametrize(
    "part",
    ["achievement in apprenticeships", "leadership of apprenticeships", "achievement in its apprenticeships"],
)
def test_a_part_in_apprenticeships_is_of_the_service_inspected(page, part):
    text = (
        "Hackney’s adult learning service was inspected under the Ofsted report cards from 2 to 5 December 2025.\n\n"
        f"The report card gives “strong standard” for inclusion and “needs attention” for {part}.\n"
    )
    assert {i.service.slug for i in page(text).inspections} == {"adult-learning"}


def test_the_borough_next_to_another_is_not_the_other(page):
    text = (
        "Essex’s children’s services were rated outstanding by Ofsted in November 2018.\n\nThe surprise was Thurrock. "
        "Rated good in 2019, the borough – next to Essex, which has been outstanding since 2018 – was expected to "
        "slip. Inspectors who came for a focused visit in April 2024 left content.\n"
    )
    assert [i.inspected.edtf for i in page(text).inspections if i.authorities[0].slug == "essex"] == ["2018-11"]
