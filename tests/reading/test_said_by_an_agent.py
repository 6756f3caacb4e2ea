"""Words by which somebody is said, called or described: whoever does it said them, and inspectors only if named."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

STORY = "Weekly news, 3 May 2024\n\nOfsted inspected Bury’s children’s services in March 2024 and judged them good. "


@pytest.fixture
def said(catalogue):
    def find(text):
        held = hold_text("page.txt", (STORY + text).encode(), Sidecar())
        return [(s.attributed_to, s.role) for s in read(held, catalogue).statements]

    return find


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ('The service, described by one parent as "a shambles from top to bottom", has a new head.', "parent"),
        ('Social workers, said by one foster carer to be "run off their feet", got a bonus.', "foster carer"),
        ('Leaders are described as "visible and approachable" by staff.', "staff"),
        ('The service was praised by the Mayor, Jo Hart, for "sheer bloody-mindedness".', "Mayor"),
    ],
)
def test_who_says_it_is_the_one_it_is_said_by(text, role, said):
    assert said(text) == [("person", role)]


@pytest.mark.parametrize(
    "text",
    [
        'Rochdale, said by one blogger to have "typically positive experiences", has not been inspected.',
        'The department, called "a shambles from top to bottom" by campaigners, has a new head.',
        'What a local paper has called "the worst department in the north" has a new head.',
        'The department was once dubbed "the sick man of the north" by the Bury Echo.',
    ],
)
def test_words_of_nobody_known_are_not_the_reports(text, said):
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        'Staff are said by inspectors to be "proud to work here".',
        'The service was praised by inspectors for "tireless work".',
        'What inspectors call "a culture of high support" is new.',
        'Leaders were described as "visible and approachable" by Ofsted.',
    ],
)
def test_words_of_inspectors_are_still_the_reports(text, said):
    assert [kind for kind, _ in said(text)] == ["report"]
