"""A paragraph looks back to an older inspection: of which of the two are the grades of parts told next?"""

import pytest

PAGE = "Kettle Valley Gazette\n\n12 March 2020\n\n{}\n"
BURY = "Ofsted inspected Bury Council's children's services in January 2020 and rated them good overall. "


@pytest.fixture
def parts(page):
    """The year of each inspection with the grades of parts it was given, and why grades were left out."""

    def tell(words):
        reading = page(PAGE.format(words))
        told = {
            fact.inspected.edtf[:4]: [judged.grade.grade for judged in fact.judgements] for fact in reading.inspections
        }
        return told, [w.message for w in reading.warnings if w.code == "grade-passed-over"]

    return tell


@pytest.mark.parametrize(
    "words",
    [
        BURY + "In 2016 they were rated inadequate. Care leavers were rated outstanding.",
        BURY
        + "That is a change: in 2016 they were rated inadequate. Experiences of children in care were judged good.",
        BURY + "The inspection of 2016 rated them inadequate. Leadership was judged to require improvement.",
        (
            "Children's services in Leeds were judged good by Ofsted in 2019. They were judged inadequate in 2013. "
            "Help and protection was judged good."
        ),
        (
            "Ofsted judged Wigan's adult learning service good in May 2019. In 2015 it judged the service "
            "to require improvement. Apprenticeships were judged good."
        ),
    ],
)
def test_a_part_that_either_year_may_be_meant_by_is_left_out(parts, words):
    told, why = parts(words)
    assert len(told) == 2
    assert not any(told.values())
    assert any("different years" in message for message in why)


@pytest.mark.parametrize(
    ("words", "year", "grade"),
    [
        (
            BURY + "In 2016 they were rated inadequate. This time care leavers were rated outstanding.",
            "2020",
            "outstanding",
        ),
        (BURY + "In 2016 they were rated inadequate. Care leavers are now rated outstanding.", "2020", "outstanding"),
        (BURY + "In 2016 they were rated inadequate. At that inspection care leavers were rated good.", "2016", "good"),
        (BURY + "In 2016 they had been rated inadequate. Care leavers were rated outstanding.", "2020", "outstanding"),
        (BURY + "Care leavers were rated outstanding. In 2016 they were rated inadequate.", "2020", "outstanding"),
        (
            (
                "In 2016 Ofsted rated Bury Council's children's services inadequate. "
                "After an inspection in January 2020 they were rated good. Care leavers were rated outstanding."
            ),
            "2020",
            "outstanding",
        ),
    ],
)
def test_a_part_goes_to_the_year_that_its_words_point_to(parts, words, year, grade):
    told, _ = parts(words)
    assert {of: graded for of, graded in told.items() if graded} == {year: [grade]}
