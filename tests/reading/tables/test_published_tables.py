"""The published tables of ../shared, in full: totals counted apart from this program, with a data frame library."""

from collections import Counter

import pytest

from inspections.reading import read_file

TOTALS = [  # file, inspections, judgements (None: not counted apart)
    ("area-send/Area_SEND_inspection_data_01_May_2016_to_31_August_2022.ods", 149 + 46, 0),
    ("area-send/mi_ofsted_autumn_2223.csv", 8, 8),
    ("area-send/mi_ofsted_winter_2223.csv", 16, 16),
    ("childrens-services/LA_Inspection_Outcomes_as_at_31_March_2025.ods", 271 + 60, None),
    # one left out: it was published before it began
    ("childrens-services/Childrens_social_care_in_England_2023_underlying_data.ods", 719 + 60 + 4497 - 1, None),
    # one left out: its council did not exist on the day
    ("further-education/five-year-ofsted-inspection-data_further-education-and-skills.csv", 2583 - 1, None),
    ("further-education/five-year-ofsted-inspection-data_further-education-and-skills.ods", 2583 - 1, None),
    ("further-education/r-weekly-training-ofsted.csv", 1069, 0),
    ("further-education/r-weekly-training-ofsted_scores.csv", 1069, 4037),
    ("report-cards/leeds_ofsted_data.csv", 304, None),
    ("report-cards/report_cards_state_schools_MI_May2026_joined_LA.csv", 1329, 10427),
    # graded, and ungraded that were not turned into the graded one
    ("schools/state-funded-schools-as-at-31-august-2025.csv", 21285 + 21887 + 9422 - 63, None),
    # without the ten services in Wales
    ("youth-justice/hmi_youth_justice_inspection_ratings.csv", 83 - 10, None),
]


@pytest.mark.parametrize(("file", "inspections", "judgements"), TOTALS, ids=[each[0] for each in TOTALS])
def test_a_published_table_gives_what_was_counted_apart(file, inspections, judgements, shared, catalogue):
    reading = read_file(shared / "tables" / file, catalogue)
    assert len(reading.inspections) == inspections
    if judgements is not None:
        found = sum(len(fact.judgements) + (fact.overall is not None) for fact in reading.inspections)
        assert found == judgements
    for fact in reading.inspections:
        assert fact.inspected or fact.published or fact.number, "a day, or a number that leads to one"
        assert all(row.cells for name in fact.authorities for row in name.words.rows)


def test_the_four_grades_and_the_end_of_the_overall_grade_are_counted_as_printed(shared, catalogue):
    path = shared / "tables" / "schools" / "state-funded-schools-as-at-31-august-2025.csv"
    every = [fact for fact in read_file(path, catalogue).inspections if fact.kind == "full"]
    before = {fact.previous for fact in every if fact.previous}
    latest, previous = (
        counted(fact for fact in every if fact.key not in before),
        counted(fact for fact in every if fact.key in before),
    )
    assert latest == {"outstanding": 2063, "good": 15264, "third": 1087, "inadequate": 204, "none": 3269}
    assert previous == {"outstanding": 4197, "good": 9532, "third": 6358, "inadequate": 1198}


def counted(facts):
    """How many of each overall grade; the third has the word of its time."""
    third = {"requires-improvement", "satisfactory"}
    grades = [fact.overall.grade if fact.overall else "none" for fact in facts]
    return dict(Counter("third" if grade in third else grade for grade in grades))
