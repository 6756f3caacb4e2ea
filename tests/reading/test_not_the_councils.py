"""Grades on a page about a council that are not of its services: whatever is told of others gives it none."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

OPENING = "Bolton Evening\n\n14 January 2025\n\n"
INSPECTED = "Ofsted inspected Bolton’s children’s services in November 2024."


@pytest.fixture
def grades(catalogue):
    def find(page):
        found = read(hold_text("page.txt", (OPENING + page + "\n").encode(), Sidecar()), catalogue).inspections
        overall = [each.overall.grade for each in found if each.overall]
        return overall + [judged.grade.grade for each in found for judged in each.judgements]

    return find


@pytest.mark.parametrize(
    "page",
    [
        # agencies, nurseries and homes that a service runs
        (
            "Bolton Together, which runs children’s services for Bolton Council, has an independent fostering agency. "
            "The agency was judged to be inadequate by Ofsted after an inspection in November 2024."
        ),
        "Bolton Together’s fostering agency has been rated ‘good’ by Ofsted. Bolton’s services were visited in 2024.",
        (
            "Bolton Council’s children’s services run four nurseries. All were inspected by Ofsted in November 2024. "
            "They were judged good."
        ),
        "Bolton’s children’s services own two homes. Both were inspected in November 2024. They were rated inadequate.",
        "Bolton’s children’s services manage a nursery. It was inspected by Ofsted in May 2024. It was judged good.",
        # somebody's word
        f"{INSPECTED} The leader called the services outstanding.",
        (
            "Ofsted said in November 2024 that Bolton’s children’s services had gone from strength to strength, "
            "and the leader called them outstanding."
        ),
        "Ofsted met Bolton’s children’s services in May 2024, which the opposition described as inadequate.",
        "The best children’s services of all, says the leader of Bolton Council, inspected in 2024, are outstanding.",
        f"{INSPECTED} Wigan’s improvement partner is Bolton, rated outstanding.",
        f"{INSPECTED} Staff survey: Communication: good. Leadership: outstanding.",
        # labels and lines above rows
        f"{INSPECTED}\n\nOverall effectiveness: to be told\nPrevious overall effectiveness: Good",
        *(
            f"{INSPECTED}\n\n{line}\nOverall effectiveness: Good\nHelp and protection: Outstanding"
            for line in (
                "Last time",
                "What we told inspectors",
                "Our prediction",
                "Where we want to be by 2026",
                "How we rated ourselves: self-evaluation",
                "Targets",
                "Staff survey 2024",
                "Internal audit opinions",
                "Food hygiene and other ratings",
                "Castle Hill Primary School",
                "Oakdene Children’s Home",
                "Lever Edge Nursery",
            )
        ),
    ],
)
def test_what_is_told_of_others_is_no_grade_of_the_council(page, grades):
    assert grades(page) == []


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (f"{INSPECTED}\n\nThe grades\nOverall effectiveness: Good\nHelp and protection: Outstanding", 2),
        (f"{INSPECTED}\n\nWhat inspectors told us\nOverall effectiveness: Good\nHelp and protection: Outstanding", 2),
        (f"{INSPECTED} The leader said that inspectors had called the services good.", 1),
        (f"{INSPECTED} They run four nurseries. Inspectors judged the council’s children’s services good.", 1),
    ],
)
def test_what_is_told_of_the_council_is_its_grade(page, found, grades):
    assert len(grades(page)) == found


@pytest.mark.parametrize(
    "words",
    [
        "HMICFRS looked at custody across the whole force in 2022.",
        "The police cells were not inspected: HMICFRS looked at custody in 2022.",
        "HMICFRS inspected the fire and rescue service in May 2023.",
    ],
)
def test_an_inspectorate_that_never_comes_to_a_council_alone_has_not_inspected_it(words, catalogue):
    page = (
        f"Salford Sentinel\n\n11 June 2024\n\nOfsted inspected Salford’s children’s services in May 2021.\n\n{words}\n"
    )
    found = read(hold_text("page.txt", page.encode(), Sidecar()), catalogue).inspections
    assert [each.inspected.edtf for each in found] == ["2021-05"]
