"""Grades printed as numbers: which scale a number is on is known from the framework whose parts it stands beside."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

APA = "Stockport Council: annual performance assessment of children’s services by Ofsted\n\n"
CQC = "Published: 4 October 2024\n\nThe Care Quality Commission rated Stockport Council’s adult social care good.\n\n"


@pytest.fixture
def numbered(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
        return [
            (
                i.inspected.edtf if i.inspected else None,
                {j.aspect: (j.grade.scale, j.grade.grade) for j in i.judgements},
            )
            for i in reading.inspections
            if i.judgements
        ]

    return find


def test_the_best_of_the_annual_performance_assessment_is_4(numbered):
    text = APA + "2007\nBeing healthy\t4\nStaying safe\t3\nEnjoying and achieving\t2\nCapacity to improve\t1\n"
    assert numbered(text) == [
        (
            "2007",
            {
                "Being healthy": ("ofsted-apa", "outstanding"),
                "Staying safe": ("ofsted-apa", "good"),
                "Enjoying and achieving": ("ofsted-apa", "adequate"),
                "Capacity to improve": ("ofsted-apa", "inadequate"),
            },
        )
    ]


def test_each_column_is_of_its_year(numbered):
    text = (
        APA + "                 2006   2007\n  Being healthy    3      4\n"
        "  Staying safe     2      3\n  Enjoying and achieving  2  2\n"
    )
    found = {year: grades["Being healthy"][1] for year, grades in numbered(text)}
    assert found == {"2006": "good", "2007": "outstanding"}


def test_scores_of_quality_statements_have_their_own_scale(numbered):
    text = CQC + "• Safeguarding: 4\n• Assessing needs: 3\n• Partnerships and communities: 2\n"
    [(_, grades)] = numbered(text)
    assert grades["Safeguarding"] == ("cqc-quality-statement-score", "4")


@pytest.mark.parametrize(
    "text",
    [
        APA + "Being healthy\t3\t4\nStaying safe\t2\t3\nEnjoying and achieving\t2\t2\n",  # columns of no year
        APA + "2007\nBeing healthy\t5\nStaying safe\t6\nEnjoying and achieving\t7\n",  # not on the scale
        APA + "Being healthy\t3\nStaying safe\t3\n",  # two lines are no table
        "Ofsted inspected Stockport.\n\nBeing healthy\t3\nStaying safe\t3\nEnjoying and achieving\t2\n",
    ],
)
def test_numbers_that_no_framework_explains_are_left_out(text, numbered):
    assert numbered(text) == []


def test_the_year_of_a_law_is_no_day_of_a_visit(catalogue):
    text = (
        "Press release\nPublished: 14 March 2025\n\nThe Care Quality Commission (CQC) has rated Stockport Council as "
        "requires improvement in how well it is meeting its responsibilities for adult social care under the Care Act "
        "(2014).\n\nAssessing needs – 2\n\nSafeguarding – 3\n\nPartnerships and communities – 2\n"
    )
    [inspection] = read(hold_text("release.txt", text.encode(), Sidecar()), catalogue).inspections
    assert inspection.inspected is None
    assert (inspection.overall.scale, inspection.overall.grade) == ("cqc-rating", "requires-improvement")
    assert [j.grade.grade for j in inspection.judgements] == ["2", "3", "2"]
