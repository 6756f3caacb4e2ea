"""Inspections that a title names and labelled lines below it date; visits known for an inspectorate's by their name."""

import pytest

from tests.reading.given import reading_of


@pytest.fixture
def told(catalogue):
    def find(text):
        reading = reading_of(text, catalogue)
        return [
            (
                i.authorities[0].slug,
                i.service.slug,
                i.kind,
                i.inspected and i.inspected.edtf,
                i.overall and i.overall.grade,
            )
            for i in reading.inspections
        ]

    return find


REST = "Leaders know the service well. Staff told inspectors that they are listened to.\n"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Focused visit to Bolton children’s services", "focused-visit"),
        ("Inspection of Bolton children’s services", "unstated"),
        ("Ofsted\nInspection of Bolton children’s services", "unstated"),
        ("Ofsted\n\nMonitoring visit to Bolton children’s services", "monitoring-visit"),
    ],
)
def test_labelled_lines_below_a_title_date_what_it_names(told, title, kind):
    text = (
        f"{title}\nInspection dates: 4 to 8 March 2024\nLead inspector: Jo Bloggs\n\n{REST}\nOfsted is a regulator.\n"
    )
    assert told(text) == [("bolton", "childrens-services", kind, "2024-03-04/2024-03-08", None)]


def test_lines_that_grade_below_such_a_title_are_of_it(told):
    head = "Ofsted\nInspection of Bolton children’s services\nInspection dates: 4 to 8 March 2024\n"
    rows = "\nJudgement\nThe impact of leaders: outstanding\nOverall effectiveness: good\n"
    found = told(f"{head}Lead inspector: Jo Bloggs\n{rows}\n{REST}")
    assert found == [("bolton", "childrens-services", "full", "2024-03-04/2024-03-08", "good")]


@pytest.mark.parametrize(
    "lines",
    [
        "Meeting dates: 4 to 8 March 2024\n",
        "Inspection dates: 4 March 2024\nInspection dates: 5 May 2021\n",
        "Council inspected: Bury Council\nInspection dates: 4 March 2024\n",
        "This was told to us by a friend.\nInspection dates: 4 March 2024\n",
    ],
)
def test_other_lines_date_nothing(told, lines):
    found = told(f"Focused visit to Bolton children’s services\n{lines}\n{REST}\nOfsted is a regulator.\n")
    assert not any(inspected for council, _, _, inspected, _ in found if council == "bolton")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A focused visit to Medway children’s services took place on 24 and 25 November 2020.",
            ("medway", "childrens-services", "focused-visit", "2020-11-24/2020-11-25", None),
        ),
        (
            "Her Majesty’s Inspectors spent two days with children’s services at Medway Council in July 2019.",
            ("medway", "childrens-services", "unstated", "2019-07", None),
        ),
        (
            "The Area SEND inspection of the Herefordshire local area partnership took place in September 2024.",
            ("herefordshire", "area-send", "full", "2024-09", None),
        ),
    ],
)
def test_an_inspection_is_known_by_its_name_where_no_inspectorate_is_named(told, text, expected):
    assert told(f"News from the council\n\n{text} {REST}") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "A team visit to Medway children’s services took place on 24 and 25 November 2020.",
        "A peer inspection of Medway children’s services took place in November 2020.",
        "A SEND conference of the Herefordshire local area partnership took place in September 2024.",
    ],
)
def test_another_visit_is_nobody_s(told, text):
    assert told(f"News from the council\n\n{text} {REST}") == []
