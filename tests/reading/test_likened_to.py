"""A year in which something else was judged so, and what "this time" is of, after a year that was looked back to."""

import pytest

from tests.reading.given import reading_of

PAGE = "{} Council\n\n12 June 2019\n\nOfsted inspected {}’s children’s services from 6 to 17 May 2019. {}\n"


def of_each_year(words, council, catalogue):
    found = reading_of(PAGE.format(council, council, words), catalogue).inspections
    return {each.inspected.edtf[:4]: each.overall.grade for each in found if each.overall and each.inspected}


@pytest.mark.parametrize(
    ("council", "words", "grades"),
    [
        ("Derby", "They were judged good, as had the impact of leaders been in 2015.", {"2019": "good"}),
        ("Bury", "They were judged inadequate, as was adoption in 2014.", {"2019": "inadequate"}),
        ("Leeds", "They were judged good, just as was leadership back in 2014.", {}),
        ("Kent", "In 2015 leadership was judged inadequate. This time they were judged good.", {"2019": "good"}),
        ("Luton", "In 2015 adoption was judged good. On this occasion they were judged inadequate.",
         {"2019": "inadequate"}),
        ("Derby", "They were judged inadequate in 2014.", {"2014": "inadequate"}),
        ("Bury", "They were judged good, as they had been in 2014.", {"2019": "good", "2014": "good"}),
        ("Leeds", "They were judged good, up from inadequate in 2015.", {"2019": "good", "2015": "inadequate"}),
    ],
)  # fmt: skip
def test_a_year_is_of_what_was_judged_in_it(council, words, grades, catalogue):
    assert of_each_year(words, council, catalogue) == grades


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("They were judged good, as did most councils in adoption.", ["childrens-services good"]),
        ("They were judged good and so, in the view of its critics, was adoption.", ["childrens-services good"]),
        ("They were judged good, as were its neighbours for leadership.", ["childrens-services good"]),
        ("They were judged good, and so was adoption.", ["childrens-services good, adoption good"]),
        ("They were judged good, as was leadership.", ["childrens-services good, leadership good"]),
    ],
)
def test_what_others_fared_like_is_no_part_of_it(words, told, catalogue):
    found = reading_of(PAGE.format("Kent", "Kent", words), catalogue).inspections
    each = [(i, [(i.service.slug, i.overall), *((j.aspect, j.grade) for j in i.judgements)]) for i in found]
    assert [", ".join(f"{name} {grade.grade}" for name, grade in facts if grade) for _, facts in each] == told
