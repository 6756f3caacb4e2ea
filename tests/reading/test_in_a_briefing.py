"""Numbered paragraphs of a briefing: what it is about, grades of parts told in front, and what is only heard beside."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

HEAD = (
    "BRIEFING PAPER FOR THE LEAD MEMBER\n\nDate: 19 February 2026\n\nPurpose\n\n"
    "1. You asked for two pages on the recent inspection of adult learning at Sutton Council. "
    "They should let you answer questions without the report in your hand.\n\n"
    "What happened\n\n2. Inspectors from Ofsted came to us for four days, from 20 to 23 January 2026.\n\n"
)
TAIL = "\n\nWhat the inspectors wrote\n\n9. Children’s services are another matter.\n"


@pytest.fixture
def told(catalogue):
    """Of each inspection: service, days and the grades of its parts."""

    def read_page(rest):
        reading = read(hold_text("page.txt", f"{HEAD}{rest}{TAIL}".encode(), Sidecar()), catalogue)
        return {
            (
                i.service.slug if i.service else None,
                i.inspected.edtf if i.inspected else None,
                tuple((j.aspect.lower(), j.grade.grade) for j in i.judgements),
            )
            for i in reading.inspections
        }

    return read_page


@pytest.mark.parametrize(
    ("rest", "parts"),
    [
        ("3. For inclusion we have been graded exceptional.", {("inclusion", "exceptional")}),
        (
            "3. In curriculum, teaching and training the inspectors put us at the expected standard.",
            {("curriculum, teaching and training", "expected-standard")},
        ),
        ("3. For achievement they graded us needs attention.", {("achievement", "needs-attention")}),
        ("3. On inclusion the service was judged to be at the strong standard.", {("inclusion", "strong-standard")}),
        (
            "3. For inclusion we have been graded exceptional, and I am told that we are the second in London.",
            {("inclusion", "exceptional")},
        ),
        (
            "3. Safeguarding standards are met. For inclusion we have been graded exceptional.",
            {("inclusion", "exceptional"), ("safeguarding", "met")},
        ),
        # no part, no inspector, or only heard
        ("3. In the canteen the inspectors put us at the expected standard.", set()),
        ("3. For effort we have been graded exceptional.", set()),
        ("3. For inclusion our neighbours have been graded exceptional.", set()),
        ("3. I am told that for inclusion we have been graded exceptional.", set()),
        ("3. For inclusion, and I am told this in confidence, we have been graded exceptional.", set()),
        ("3. We have a new leader, and I am told that for inclusion we have been graded exceptional.", set()),
        ("3. Safeguarding standards are met. We hope that for inclusion we shall be graded exceptional.", set()),
    ],
)
def test_a_part_told_in_front_has_its_grade(rest, parts, told):
    assert {part for *_, parts in told(rest) for part in parts} == parts


@pytest.mark.parametrize(
    "rest",
    [
        "3. For inclusion we have been graded exceptional.",
        "3. It went well, and the report card is on our website.",
        "3. There will be questions at Cabinet on Tuesday.",
    ],
)
def test_a_briefing_is_about_what_its_numbered_paragraphs_begin_with(rest, told):
    found = told(rest)
    assert {service for service, *_ in found} == {"adult-learning"}
    assert {day for _, day, _ in found if day} == {"2026-01-20/2026-01-23"}
