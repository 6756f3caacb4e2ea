"""The day since which, from which or to which a grade was given, and the council whose grade it is."""

import pytest

HEAD = "Knowsley Council: children's services\nPosted 13 August 2024\n\nOfsted inspects them every three years.\n\n{}\n"
OWN = ("knowsley", "childrens-services")


@pytest.mark.parametrize(
    "sentence",
    [
        "Knowsley's children's services have been rated inadequate by Ofsted since March 2019, when the director left.",
        "Knowsley's children's services have been inadequate since March 2019, when Ofsted found serious failures.",
        "Knowsley has had an inadequate rating for its children's services since March 2019.",
        "Knowsley's children's services have held an inadequate rating since March 2019.",
        "Children's services in Knowsley, judged inadequate by inspectors since March 2019, are being run by a trust.",
    ],
)
def test_since_when_a_service_has_had_its_grade(told, sentence):
    assert told(HEAD.format(sentence)) == [(*OWN, "2019-03", "", "inadequate")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Knowsley's children's services have not been inspected since March 2019, when they were judged good.",
        "Knowsley has not been inspected since March 2019, when it was judged good.",
        "Knowsley Council has not been inspected since March 2019, when it was rated good.",
        "The council has not had a full inspection since March 2019, when it was rated good.",
        "Our children's services have not been inspected since March 2019, when Ofsted judged them to be good.",
        "Ofsted has not inspected Knowsley's children's services since March 2019, when it judged them good.",
        "Ofsted has not been back since March 2019, when it judged Knowsley's children's services good.",
        "There has been no inspection of Knowsley's children's services since March 2019, when they were judged good.",
    ],
)
def test_what_was_judged_when_nobody_has_come_since(told, sentence):
    assert told(HEAD.format(sentence)) == [(*OWN, "2019-03", "", "good")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Knowsley's children's services have never been inspected under the new framework.",
        "Knowsley's children's services have not been inspected by the regulator of hospitals.",
        "Adult learning in Knowsley has not been graded.",
    ],
)
def test_what_was_never_inspected_has_no_inspection(told, sentence):
    assert told(HEAD.format(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Knowsley's children's services moved up from good in 2018 to outstanding in May 2022.",
        "Children's services rose from good in 2018 to outstanding in May 2022.",
        "Children's services have been lifted from good in 2018 to outstanding in May 2022.",
        "Knowsley climbed from good in 2018 to outstanding in May 2022.",
        "Ofsted upgraded Knowsley's children's services from good in 2018 to outstanding in May 2022.",
    ],
)
def test_a_service_that_moved_has_a_day_at_either_end(told, sentence):
    assert told(HEAD.format(sentence)) == [(*OWN, "2018", "", "good"), (*OWN, "2022-05", "", "outstanding")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Knowsley's rating fell to inadequate in March 2022.",
        "Knowsley Council fell to inadequate in March 2022.",
        "Its Ofsted rating dropped to inadequate in March 2022.",
    ],
)
def test_the_day_of_a_fall_is_that_of_the_grade(told, sentence):
    assert told(HEAD.format(sentence)) == [(*OWN, "2022-03", "", "inadequate")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The number of children in care rose in March 2022, and Ofsted rated services good.",
        "Caseloads have fallen since March 2022. Ofsted has rated services good.",
        "Spending moved up by a tenth in March 2022; services are rated good by Ofsted.",
    ],
)
def test_the_day_of_another_rise_is_not_that_of_a_grade(told, sentence):
    assert [day for _, _, day, *_ in told(HEAD.format(sentence))] in ([""], [])


@pytest.mark.parametrize(
    "sentence",
    [
        "Knowsley remains good after its inspection in May 2023.",
        "Knowsley Council remains good overall following an inspection in May 2023.",
        "Knowsley stayed good after the Ofsted inspection of May 2023.",
    ],
)
def test_a_council_that_remains_good_after_an_inspection_was_judged_so(told, sentence):
    assert told(HEAD.format(sentence)) == [(*OWN, "2023-05", "", "good")]


@pytest.mark.parametrize(
    "sentence", ["Knowsley remains good at its best.", "Knowsley remains good after its team won in May 2023."]
)
def test_a_place_that_is_good_was_not_judged_so(told, sentence):
    assert told(HEAD.format(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("All of the other judgements were good apart from the one on care leavers, which was outstanding.", True),
        ("Every other judgement was good except the one on care leavers, which was outstanding.", True),
        ("All other areas were judged good except for the one on care leavers, which was judged outstanding.", True),
        (
            "The remaining grades were good, with the exception of the one for care leavers, which was outstanding.",
            True,
        ),
        ("The flats, and the one for care leavers, were outstanding.", False),
    ],
)
def test_the_one_judgement_that_differs_is_named(page, sentence, expected):
    text = HEAD.format(f"Ofsted inspected children's services in May 2023 and judged them good overall. {sentence}")
    (fact,) = page(text).inspections
    assert [part.grade.grade for part in fact.judgements] == (["outstanding"] if expected else [])


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        ("In neighbouring Suffolk, whose own arrangements were found ineffective in January, it is lower.",
         "ineffective"),
        ("In Suffolk, where the arrangements were judged effective in January, two heads resigned.", "effective"),
    ],
)  # fmt: skip
def test_a_neighbours_own_arrangements_are_the_neighbours(told, sentence, grade):
    text = (
        "Norfolk County Council's school improvement\nPosted 13 August 2014\n\nIn a letter made public on Tuesday, "
        f"Ofsted says Norfolk's arrangements for supporting school improvement are still ineffective.\n\n{sentence}\n"
    )
    assert ("suffolk", "school-improvement", "2014-01", "", grade) in told(text)


@pytest.mark.parametrize("name", ["Mr. Furness", "Mrs Kent", "Cllr Ann Bolton", "Miss Halton", "B. Derby", "Dr. Bury"])
def test_somebody_called_as_a_place_is_no_place(told, name):
    text = (
        "NORTHAMPTONSHIRE COUNTY COUNCIL\n\nMinutes of the Children's Panel held on Wednesday 13 December 2006\n\n"
        f"{name} introduced the letter in which Ofsted had rated children's services adequate on 1 November 2006.\n"
    )
    assert [council for council, *_ in told(text)] == ["northamptonshire"]


@pytest.mark.parametrize("place", ["The Kent team", "Bolton's director"])
def test_a_place_is_a_place(told, place):
    text = (
        "NORTHAMPTONSHIRE COUNTY COUNCIL\n\nMinutes of the Children's Panel held on Wednesday 13 December 2006\n\n"
        f"{place} introduced the letter in which Ofsted had rated children's services adequate on 1 November 2006.\n"
    )
    assert "northamptonshire" not in [council for council, *_ in told(text)]
