"""Who looks after a council's services holds an office; who looks after children at home has none, nor a name."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

OPENING = "News\n\n1 December 2007\n\nOfsted inspected Hull's children's services in May 2007 and judged them good.\n\n"


@pytest.fixture
def speaker(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", (OPENING + text).encode(), Sidecar()), catalogue)
        [said] = reading.statements
        return None if said.private else said.speaker, said.role, said.organisation

    return find


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        (
            "Coun Ann Lee, who looks after social care for Hull City Council",
            ("Ann Lee", "looks after social care", "Hull City Council"),
        ),
        (
            "Tom Ash, who looks after schools at Hull City Council",
            ("Tom Ash", "looks after schools", "Hull City Council"),
        ),
        (
            "Ann Lee, who is responsible for schools at Hull City Council",
            ("Ann Lee", "responsible for schools", "Hull City Council"),
        ),
    ],
)
def test_an_office_told_in_a_clause_is_told_whole(who, expected, speaker):
    assert (
        speaker(f"“It is a fine service,” said {who}, “and I say so as one who has to go up the stairs.”") == expected
    )
    assert speaker(f"{who}, said: “It is a fine service in a cold building.”") == expected


@pytest.mark.parametrize(
    "who",
    [
        "Ann Lee, who looks after her grandchildren",
        "Ann Lee, who looks after three boys in Hull",
        "Tom Ash, who looks after a niece for Hull City Council",
        "Tom Ash, who looks after foster children",
        "Ann Lee, who looks after the twins at night",
    ],
)
def test_who_looks_after_a_child_holds_no_office(who, speaker):
    assert speaker(f"{who}, said: “It is a fine service in a cold building.”")[0] is None
