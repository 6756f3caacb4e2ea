"""A service that is not named is one that those who came inspect; and what is no council, no visit's day, not told."""

import pytest

from inspections.reading import read
from inspections.reading.authorities import authorities
from inspections.reading.facts import Sidecar
from inspections.reading.lexicon import tokens
from inspections.reading.sources import hold_text
from inspections.text import Span


@pytest.fixture
def found(catalogue):
    def find(page):
        return read(hold_text("page.txt", page.encode(), Sidecar()), catalogue).inspections

    return find


PROBATION = (
    "Inspectors about\n\n20 March 2025\n\nThe Mersey Youth Justice Service is shared by Halton, Knowsley and "
    "St Helens. HM Inspectorate of Probation was there from 4 to 8 November 2024. The service was rated ‘Good’.\n\n"
)
CARE = (
    "Hounslow Council\n\nMinutes of the scrutiny panel, 16 July 2024\n\nHounslow’s adult social care was rated Good by "
    "the Care Quality Commission in March 2024.\n\n"
)


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (PROBATION + "Knowsley\n\nTwo people from Ofsted spent 21 and 22 January 2025 in Huyton. This was a focused "
         "visit to the council’s front door.\n", {"childrens-services"}),
        (PROBATION + "Wigan\n\nOfsted was in Wigan for a full inspection from 2 to 13 December 2024. Children’s "
         "services were judged to be good overall.\n", {"childrens-services"}),
        (PROBATION + "Wigan\n\nOfsted inspectors were in Wigan from 2 to 6 December 2024.\n", set()),
        (CARE + "Mr Lampton presented the findings of HM Inspectorate of Probation. The inspectorate had been in the "
         "borough in October 2023 and its report was published on 30 January 2024.\n", set()),
        (CARE + "5. Youth justice\n5.1 Mr Lampton presented the findings of HM Inspectorate of Probation. The "
         "inspectorate had been in the borough in October 2023, and its report was published on 30 January 2024.\n",
         {"youth-justice"}),
    ],
)  # fmt: skip
def test_nobody_comes_for_a_service_that_another_inspects(page, told, found):
    first = found(page)[0].service.slug
    assert {each.service.slug for each in found(page)} - {first} == told


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (CARE + "CQC inspectors had been in the borough in October 2023.\n", 2),
        (CARE + "The Care Quality Commission inspected it from 3 to 7 June 2019.\n", 2),
    ],
)
def test_a_service_goes_on_being_spoken_of_when_those_who_inspect_it_are_named(page, told, found):
    inspected = found(page)
    assert len(inspected) == told
    assert len({each.service.slug for each in inspected}) == 1


SEND = (
    "SEND inspection\n\n23 May 2024\n\nOfsted and the CQC inspected SEND services in Bolton from 4 to 8 March 2024.\n\n"
)


@pytest.mark.parametrize(
    "words",
    [
        "NHS Bath and North East Somerset, Swindon and Wiltshire Integrated Care Board",
        "the Derby and Derbyshire Integrated Care Board",
        "the Devon, Plymouth and Torbay Clinical Commissioning Group",
        "Devon and Cornwall Police",
        "the Sunderland, South Tyneside and Durham NHS Trust",
    ],
)
def test_the_areas_of_a_health_board_or_a_force_are_no_councils(words, found):
    page = f"{SEND}The inspection of the partnership, which is led by {words}, took place in May 2021.\n"
    assert {a.slug for each in found(page) for a in each.authorities} == {"bolton"}


@pytest.mark.parametrize(
    ("words", "council"),
    [
        ("Leeds City Council and West Yorkshire Police met inspectors", "Leeds"),
        ("Inspectors visited Rochdale, where Greater Manchester Police lead", "Rochdale"),
        ("Inspectors wrote to Derby City Council and Derbyshire Constabulary", "Derby"),
    ],
)
def test_a_council_named_beside_a_force_is_one(words, council, catalogue):
    named = authorities(words, tokens(words, Span(0, len(words))), catalogue)
    assert any(each.span.of(words).startswith(council) for each in named)


PROFILE = (
    "New boss in Plymouth\n\nPublished 5 September 2024\n\nShe began as Plymouth City Council’s director on Monday.\n\n"
)


@pytest.mark.parametrize(
    "grade",
    [
        "The council’s children’s services were found to require improvement to be good.",
        "The borough’s children’s services were judged inadequate.",
        "Children’s services at the authority were rated outstanding.",
    ],
)
def test_the_council_after_a_word_on_another_may_be_that_other(grade, found):
    page = f"{PROFILE}Luton was harder, she said. Ofsted inspected children’s services there in July 2022.\n\n{grade}\n"
    assert [each.overall for each in found(page) if each.overall] == []


CORRECTIONS = "Corrections and clarifications\n\nFriday 29 April 2022\n\n"


@pytest.mark.parametrize(
    "page",
    [
        "An article said Ofsted rated Calderdale’s children’s services inadequate. That was wrong in three respects.",
        "Our story said Ofsted had judged Calderdale’s children’s services inadequate. This was wrong on two counts.",
        "Calderdale’s children’s services were rated inadequate by Ofsted, we wrote. That was wrong in every way.",
    ],
)
def test_what_was_wrong_in_several_respects_is_not_told(page, found):
    assert found(CORRECTIONS + page) == ()


@pytest.mark.parametrize(
    "after",
    [
        "It was wrong in 2019 to leave them out.",
        "It is not right to say, as one newspaper has done, that the area was “rated good” then.",
        "It is not true to say that nothing has changed.",
    ],
)
def test_what_is_wrong_with_something_else_takes_nothing_back(after, found):
    page = f"Bolton Council\n\n3 May 2024\n\nIn March 2019 Ofsted inspected children’s services in Bolton. {after}\n"
    assert [each.inspected.edtf for each in found(page)] == ["2019-03"]


@pytest.mark.parametrize(
    ("page", "published"),
    [
        ("Ofsted was in Truro to inspect Cornwall’s services and reported on 31 January 2025.", "2025-01-31"),
        ("“Parents are heard.”\nInspection report, 23 May 2024\n\nOfsted inspected Bolton’s children’s services.",
         "2024-05-23"),
    ],
)  # fmt: skip
def test_a_day_on_which_inspectors_reported_is_no_day_of_a_visit(page, published, found):
    assert published not in {each.inspected.edtf for each in found(page) if each.inspected}
