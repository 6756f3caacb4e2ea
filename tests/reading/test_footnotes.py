"""Notes at the foot of a page, and grades of parts that only another service has."""

import pytest

PAGE = """Bury Council

How we have been inspected

Page published on 3 March 2025.

Youth justice

HM Inspectorate of Probation inspected our youth justice service from 3 to 7 June 2024. It was rated good overall.{one}

Adult learning

Ofsted inspected our adult learning service from 8 to 11 October 2024. It was judged good overall.{two}

Notes
{notes}
"""


@pytest.fixture
def told(page):
    """The parts judged, and the day of the report, of each service."""

    def tell(notes, one="¹", two="²"):
        return {
            fact.service.slug: (
                {judged.aspect.lower(): judged.grade.grade for judged in fact.judgements},
                fact.published.edtf if fact.published else "",
            )
            for fact in page(PAGE.format(one=one, two=two, notes=notes)).inspections
        }

    return tell


@pytest.mark.parametrize(
    ("marks", "note", "parts", "day"),
    [
        (("¹", "²"), "¹ Resettlement was rated outstanding.", {"resettlement": "outstanding"}, ""),
        (("*", ""), "* Resettlement was rated inadequate.", {"resettlement": "inadequate"}, ""),
        (("[1]", "[2]"), "[1] Out-of-court disposals were rated good.", {"out-of-court disposals": "good"}, ""),
        (("†", ""), "† The report was published on 5 September 2024.", {}, "2024-09-05"),
        (("¹", "²"), "¹ Its report was published on 5 September 2024.", {}, "2024-09-05"),
        (("*", "*"), "* The report was published on 5 September 2024.", {}, ""),  # two marks
        (("", "²"), "¹ Leadership and management were rated good.", {}, ""),  # of nothing above
        (("", ""), "Resettlement was rated good.", {}, ""),
        (("", ""), "* The report was published on 5 September 2024.\n* The library is open.", {}, ""),
    ],
)
def test_a_note_is_of_the_inspection_at_whose_sentence_its_mark_stands(told, marks, note, parts, day):
    found = told(note, *marks)
    assert found["youth-justice"] == (parts, day)
    assert found["adult-learning"][0] == {}


def test_a_note_about_the_last_inspection_is_of_it(told):
    found = told("¹ The report was published on 5 September 2024.\n\n² Apprenticeships were judged outstanding.")
    assert found["youth-justice"] == ({}, "2024-09-05")
    assert found["adult-learning"] == ({"apprenticeships": "outstanding"}, "")


ADULTS = """Wigan Council

Published: 12 June 2024

Ofsted inspected Wigan’s adult learning service in April 2024 and judged it good overall. {}
"""


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Out-of-court disposals were judged inadequate.", []),
        ("Resettlement was rated outstanding.", []),
        ("Leadership and management were judged outstanding.", ["outstanding"]),
        ("Apprenticeships were judged outstanding.", ["outstanding"]),
        ("The quality of education was judged outstanding.", ["outstanding"]),
    ],
)
def test_an_inspection_has_no_part_that_only_another_service_is_judged_by(page, words, parts):
    facts = page(ADULTS.format(words)).inspections
    assert [judged.grade.grade for fact in facts for judged in fact.judgements] == parts


@pytest.mark.parametrize("mark", ["¹", "²", "†"])
def test_a_sentence_that_ends_with_a_mark_is_no_heading(page, mark):
    text = (
        "Wigan Council\n\n12 March 2023\n\nWigan’s youth justice service was inspected by HMI Probation in "
        f"June 2022 and rated outstanding.{mark}\n\n{mark} The report was published on 4 August 2022.\n"
    )
    (fact,) = page(text).inspections
    assert fact.overall is not None
    assert (fact.overall.grade, fact.inspected.edtf, fact.published.edtf) == ("outstanding", "2022-06", "2022-08-04")
