"""Those who speak in no office are named as the page names them, and told apart from those who hold one."""

import pytest

from inspections.reading import read
from inspections.reading.sources import Sidecar, hold_text

PAGE = "Somerset’s Ofsted\n\nOfsted judged Somerset’s children’s services good in 2022.\n\n{}\n"
WORDS = "“They rang me when they said they would.”"


@pytest.fixture
def spoken(catalogue):
    def find(words):
        held = hold_text("page.txt", PAGE.format(words.format(WORDS)).encode(), Sidecar())
        return [(s.speaker, s.private, s.role) for s in read(held, catalogue).statements if s.in_quotation_marks]

    return find


@pytest.mark.parametrize(
    ("words", "speaker", "role"),
    [
        ("Ann Lee, a foster carer in Yeovil, told us: {}", "Ann Lee", "foster carer"),
        ("Foster carer Ann Lee, from Frome, said: {}", "Ann Lee", "carer"),
        ("{} said Steve Marsh, who adopted two brothers in April.", "Steve Marsh", None),
        ("{} said Priya Lee, whose son has waited since 2021.", "Priya Lee", "parent"),
        ("Becky, whose nine-year-old son is autistic, told us: {}", "Becky", "parent"),
        ("Her friend Joanne agreed: {}", "Joanne", None),
        ("Halima S., 44, who is studying childcare, said: {}", "Halima S.", None),
        ("Retired postman Len Garrity was not impressed. {} he said.", "Len Garrity", "retired postman"),
        (
            "Outside the station in Yeovil, shopkeeper Mo Rahimi was not impressed. {} he said.",
            "Mo Rahimi",
            "shopkeeper",
        ),
        ("Pensioner Doris Lee told us: {}", "Doris Lee", "pensioner"),
        ("Len Garrity, 71, a retired bus driver, said: {}", "Len Garrity", "retired bus driver"),
        ("A learner, Chidi Obi, said: {}", "Chidi Obi", "learner"),
        ("Hannah Marsh, from Frome, said: {}", "Hannah Marsh", None),
        ("{} said Hannah Marsh.", "Hannah Marsh", None),
        ("For Ann Lee, whose twins go to school in Frome, it means waiting. {} she said.", "Ann Lee", "parent"),
    ],
)
def test_whoever_speaks_in_no_office_is_named_and_said_to_hold_none(spoken, words, speaker, role):
    assert spoken(words) == [(speaker, True, role)]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Cllr Ann Lee, cabinet member for children, said: {}", "Ann Lee"),
        ("Ann Lee, chair of the parent carer forum, said: {}", "Ann Lee"),
        ("{} said Ann Lee, the council’s director of children’s services.", "Ann Lee"),
        ("Magistrate Ann Lee, who chairs the management board, said: {}", "Ann Lee"),
    ],
)
def test_whoever_speaks_in_office_is_no_private_person(spoken, words, speaker):
    assert [each[:2] for each in spoken(words)] == [(speaker, False)]


@pytest.mark.parametrize(
    "words",
    [
        "A foster carer, who asked not to be named, said: {}",
        "One mother said: {}",
        "The lead inspector, Ann Lee, said: {}",
        "She said: {}",
        "{} said Brook Juniors.",
        "The builder, Tom Ash Homes, said: {}",
        "Healthwatch Somerset told us: {}",
    ],
)
def test_nobody_is_named_whom_the_page_does_not_name_or_who_inspects(spoken, words):
    assert [each[:2] for each in spoken(words)] == [(None, False)]


@pytest.mark.parametrize(
    ("lead", "who"),
    [
        ("Inspectors recorded the comment of a duty manager, Ann Lee: {}", ("Ann Lee", "duty manager")),
        ("The report quotes the words of one care leaver: {}", (None, "care leaver")),
        ("The letter includes a comment from a foster carer, Jo Marsh: {}", ("Jo Marsh", "foster carer")),
        ("Inspectors noted the views of parents: {}", (None, "parents")),
    ],
)
def test_words_that_inspectors_set_down_are_of_whoever_said_them(catalogue, lead, who):
    held = hold_text("page.txt", PAGE.format(lead.format(WORDS)).encode(), Sidecar())
    (said,) = read(held, catalogue).statements
    assert (said.attributed_to, said.speaker, said.role) == ("person", *who)


@pytest.mark.parametrize(
    "lead",
    ["Inspectors recorded: {}", "The report notes: {}", "Inspectors heard about the work of the team and wrote: {}"],
)
def test_words_of_the_report_stay_its_own(catalogue, lead):
    held = hold_text("page.txt", PAGE.format(lead.format(WORDS)).encode(), Sidecar())
    assert [s.attributed_to for s in read(held, catalogue).statements] == ["report"]
