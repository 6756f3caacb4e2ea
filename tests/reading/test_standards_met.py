"""Standards that are met, grades told with their number, parts in brackets, and headings of tables."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text


@pytest.fixture
def told(catalogue):
    def find(text):
        return [
            (
                fact.inspected.edtf if fact.inspected else None,
                fact.overall.grade if fact.overall else None,
                {judged.aspect: judged.grade.grade for judged in fact.judgements if judged.grade},
            )
            for fact in read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
        ]

    return find


CARD = (
    "Hampshire County Council\n\n5 February 2026\n\nOfsted inspected adult learning in Hampshire from 2 to 5 December "
    "2025.\n\nInspectors awarded a ‘strong standard’ for inclusion. {}\n"
)


@pytest.mark.parametrize(
    ("words", "more"),
    [
        ("Leadership and governance met the expected standard.", {"Leadership and governance": "expected-standard"}),
        (
            "Leadership and governance met the expected standard, as did achievement.",
            {"Leadership and governance": "expected-standard", "achievement": "expected-standard"},
        ),
        ("Achievement reached a strong standard.", {"Achievement": "strong-standard"}),
        ("Achievement meets the expected standard, and so does inclusion.", {"Achievement": "expected-standard"}),
        ("The standard for safeguarding is met.", {"safeguarding": "met"}),
        ("Safeguarding standards were met.", {"Safeguarding": "met"}),
        ("The standard for safeguarding is not met.", {"safeguarding": "not-met"}),
        ("Achievement did not meet the expected standard.", {}),
        ("Achievement may have met the expected standard.", {}),
        ("We hope that achievement will soon meet the expected standard.", {}),
        ("The standard for parking is met.", {}),
        ("Eastleigh College met the expected standard for achievement.", {}),
    ],
)
def test_a_standard_that_is_met_is_a_grade(words, more, told):
    [(_, overall, parts)] = told(CARD.format(words))
    parts.pop("inclusion")
    assert (overall, parts) == (None, more)


BEXLEY = (
    "London Borough of Bexley\n\n26 September 2014\n\nOfsted inspected children’s services in Bexley from 10 June to 2 "
    "July 2014. The overall judgement was that children’s services require improvement. {}\n"
)
HELP, LEAD, AFTER = (
    "children who need help and protection",
    "leadership, management and governance",
    "children looked after and achieving permanence",
)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (f"Of the three judgements, two ({HELP}; {LEAD}) had come out as requires improvement, and {AFTER} as good.",
         {HELP: "requires-improvement", LEAD: "requires-improvement", AFTER: "good"}),
        (f"Two of them ({HELP}, {LEAD}) were judged inadequate.", {HELP: "inadequate", LEAD: "inadequate"}),
        (f"One ({AFTER}) came out as good.", {AFTER: "good"}),
        (f"The plan ({LEAD}) was good to read.", {}),
        (f"Nobody asked whether the last ({AFTER}) would come out as good.", {}),
    ],
)  # fmt: skip
def test_parts_in_brackets_have_the_grade_behind_them(words, parts, told):
    assert told(BEXLEY.format(words)) == [("2014-06-10/2014-07-02", "requires-improvement", parts)]


KENT = (
    "Kent County Council\n\n26 September 2014\n\nAdult learning in Kent was inspected by Ofsted in March 2014 and {}.\n"
)


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        ("graded 2, good", "good"),
        ("graded 2, good, for overall effectiveness", "good"),
        ("graded 2 – good – overall", "good"),
        ("rated grade 3, requires improvement", "requires-improvement"),
        ("graded good, on the scale where 1 was outstanding", "good"),
        ("graded good, on a scale in which 4 is inadequate", "good"),
        ("graded two colleges, good ones", None),
        ("learned that 2, good as they are, cannot stay", None),
        ("told of the scale on which 1 was outstanding", None),
        ("given a leaflet with the scale where 2 was good", None),
        ("said to have hoped for 2, good", None),
    ],
)
def test_a_grade_told_with_its_number(words, grade, told):
    assert [each[1] for each in told(KENT.format(words))] == [grade]


TABLE = (
    "London Borough of Havering\n\n8 February 2024\n\nOfsted inspected Havering’s children’s services in December "
    "2023.\n\n{}\n\nOverall effectiveness\tInadequate\nChildren in care\tGood\n"
)


@pytest.mark.parametrize(
    ("line", "grade"),
    [
        ("The council itself", "inadequate"),
        ("Children’s services themselves", "inadequate"),
        ("And the service itself", "inadequate"),
        ("How the council rates itself", None),
        ("The council’s view of itself", None),
        ("What they think of themselves", None),
        ("How we judge ourselves", None),
        ("Its marks for itself", None),
    ],
)
def test_a_heading_about_the_council_itself_is_no_view_of_its_own(line, grade, told):
    assert [each[1] for each in told(TABLE.format(line))] == [grade]
