"""A visit named behind the day of an inspection says what it was; one before or after it is a visit of its own."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

OPENING = (
    "Dorset children's services\n\nOfsted inspected children's services in Dorset in May 2021. They were good.\n\n"
)


@pytest.fixture
def kinds(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
        return {i.inspected.edtf: i.kind for i in reading.inspections if i.inspected}

    return find


@pytest.mark.parametrize(
    ("words", "day", "kind"),
    [
        ("The council was last visited in October 2019, for a monitoring visit.", "2019-10", "monitoring-visit"),
        ("Dorset was last inspected in October 2019, in a short inspection.", "2019-10", "short"),
        ("The council was visited in March 2020 on a focused visit.", "2020-03", "focused-visit"),
        ("Dorset had been inspected before, in June 2019, by way of a full inspection.", "2019-06", "full"),
        (
            "The council was visited in March 2020 as part of a joint targeted area inspection.",
            "2020-03",
            "joint-targeted",
        ),
    ],
)
def test_it_is_the_kind_of_the_inspection_before_it(words, day, kind, kinds):
    assert kinds(OPENING + words)[day] == kind


@pytest.mark.parametrize(
    "words",
    [
        "Ofsted inspected children's services in Dorset in May 2021, after a focused visit.",
        "Ofsted inspected children's services in Dorset in May 2021, before a monitoring visit.",
        "Ofsted inspected children's services in Dorset in May 2021, following two monitoring visits.",
        "After a focused visit Ofsted inspected children's services in Dorset in May 2021.",
        "Since only one monitoring visit Ofsted has inspected children's services in Dorset in May 2021.",
    ],
)
def test_one_that_came_before_or_after_is_another(words, kinds):
    assert kinds(f"Dorset children's services\n\n{words} The services were judged good.") == {"2021-05": "full"}
