"""What "last inspected" tells of, and sentences that tell how a kind of visit goes and not of one."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

ANSWER = "Written answer\n\nAnswered on 29 April 2025\n\n{}"
GUIDE = "Stockport Council\n\nBeing inspected\n\nPublished 5 November 2024\n\n{}\n\n"


@pytest.fixture
def told(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
        return [
            (i.inspected.edtf if i.inspected else None, i.published.edtf if i.published else None, i.previous)
            for i in reading.inspections
        ]

    return find


@pytest.mark.parametrize(
    "text",
    [
        (
            "Ofsted last inspected services for children in Sandwell between 20 and 31 January 2025. The report of "
            "that inspection was published on 17 March 2025 and judged overall effectiveness to be good."
        ),
        (
            "Ofsted last inspected children's services in Sandwell between 20 and 31 January 2025, and published its "
            "report on 17 March 2025. It judged their overall effectiveness to be good."
        ),
        (
            "Children's services in Sandwell were last inspected by Ofsted between 20 and 31 January 2025. The report "
            "was published on 17 March 2025. It judged their overall effectiveness to be good."
        ),
    ],
)
def test_what_was_last_inspected_has_the_report_that_follows(told, text):
    assert told(ANSWER.format(text)) == [("2025-01-20/2025-01-31", "2025-03-17", None)]


def test_what_was_last_inspected_before_a_newer_one_stays_apart(told):
    text = (
        "Ofsted inspected children's services in Sandwell in March 2025 and judged them good. It had last inspected "
        "them in May 2022, and judged them inadequate."
    )
    assert [(inspected, previous) for inspected, _, previous in told(ANSWER.format(text))] == [
        ("2025-03", "2"),
        ("2022-05", None),
    ]


@pytest.mark.parametrize(
    "rule",
    [
        "A focused visit has no grade at all; it ends in a short letter.",
        "With the Care Quality Commission, Ofsted looks at SEND; it also inspects how the council and the NHS work.",
        "An area SEND inspection takes three weeks and results in one of three outcomes.",
        "Every monitoring visit lasts two days.",
    ],
)
def test_how_such_visits_go_is_no_visit(told, rule):
    assert told(GUIDE.format(rule)) == []
    held = "Ofsted made a focused visit to Stockport Council’s children’s services on 17 and 18 September 2024."
    assert told(GUIDE.format(rule) + held) == [("2024-09-17/2024-09-18", None, None)]
