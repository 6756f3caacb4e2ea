"""Lists of notes: each line is an inspection of its own, and a line that says anything else is none."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

EXAMPLES = [
    (
        (
            "North Lincolnshire Council: how inspectors have judged our children’s services\n\n"
            "2006 annual performance assessment: good (3)\nDecember 2009 annual rating: performs well\n"
            "2010: performs excellently\nJuly 2017: good\nOctober 2022: outstanding\n"
        ),
        [
            ("north-lincolnshire", "childrens-services", "annual-assessment", "2006", None, "good"),
            ("north-lincolnshire", "childrens-services", "annual-assessment", None, "2009-12", "performs-well"),
            ("north-lincolnshire", "childrens-services", "annual-assessment", "2010", None, "performs-excellently"),
            ("north-lincolnshire", "childrens-services", "unstated", "2017-07", None, "good"),
            ("north-lincolnshire", "childrens-services", "unstated", "2022-10", None, "outstanding"),
        ],
    ),
    (
        (
            "Bath and North East Somerset Council\n\nInspection outcomes so far:\n"
            "- Children’s services (Ofsted, May 2022) – Good\n"
            "- Adult social care (CQC, October 2024) – Requires improvement\n- Youth justice (HMIP, March "
            "2023) – Good\n"
        ),
        [
            ("bath-and-north-east-somerset", "childrens-services", "full", "2022-05", None, "good"),
            ("bath-and-north-east-somerset", "adult-social-care", "full", "2024-10", None, "requires-improvement"),
            ("bath-and-north-east-somerset", "youth-justice", "full", "2023-03", None, "good"),
        ],
    ),
    (
        (
            "Ofsted: what the reports say\nHounslow Council | Children’s services | Outstanding | December 2023\n"
            "Hillingdon Council | Adult learning | Good | June 2022\n"
        ),
        [
            ("hounslow", "childrens-services", "full", "2023-12", None, "outstanding"),
            ("hillingdon", "adult-learning", "full", "2022-06", None, "good"),
        ],
    ),
    (
        (
            "Ofsted inspects Hounslow Council’s children’s services.\n\n"
            "Schools: good, May 2019\nParks: outstanding, June 2019\n"
        ),
        [],
    ),
    (
        (
            "Ofsted inspects Hounslow Council’s children’s services.\n\n"
            "May 2019: we hope to be good\nJune 2020: we want to be outstanding\n"
        ),
        [],
    ),
]


@pytest.mark.parametrize(("words", "expected"), EXAMPLES, ids=[words[:40] for words, _ in EXAMPLES])
def test_each_line_of_a_list_of_notes_is_an_inspection(words, expected, catalogue):
    reading = read(hold_text("page.txt", words.encode(), Sidecar()), catalogue)
    assert [
        (
            fact.authorities[0].slug,
            fact.service.slug,
            fact.kind,
            fact.inspected.edtf if fact.inspected else None,
            fact.published.edtf if fact.published else None,
            fact.overall.grade if fact.overall else None,
        )
        for fact in reading.inspections
    ] == expected
