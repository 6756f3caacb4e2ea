"""Local areas inspected before and again: revisits, answers that say yes, statements of action, headings by name."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

DEVON = (
    "Newsletter\n\n6 June 2025\n\nOfsted and the Care Quality Commission inspected the "
    "Devon local area’s arrangements for "
    "special educational needs and disabilities (SEND) in December 2018. "
)
WIGAN = (
    "Your questions about the SEND inspection\n\nWigan Council, 17 September 2024\n\nThe "
    "Wigan local area partnership was "
    "inspected by Ofsted and the Care Quality Commission from 10 to 14 June 2024.\n\n"
)


@pytest.fixture
def told(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
        return {
            (i.authorities[0].slug, i.service.slug, i.kind, i.inspected.edtf)
            for i in reading.inspections
            if i.inspected
        }

    return find


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("\n\nThere was a revisit in May 2022.", {("revisit", "2022-05")}),
        ("\n\nInspectors went back in May 2022 and found progress.", {("revisit", "2022-05")}),
        ("\n\nThen, in March 2025, came the full inspection.", {("full", "2025-03")}),
        ("\n\nThere was no revisit in May 2022.", set()),
        ("\n\nChildren went back to school in May 2022.", set()),
        ("\n\nA revisit is expected in May 2026.", set()),
    ],
)
def test_an_area_is_seen_again(text, found, told):
    first = {("devon", "area-send", "full", "2018-12")}
    assert told(DEVON + text) == first | {("devon", "area-send", *each) for each in found}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Were we not inspected before?\n\nYes, in March 2017, under the earlier arrangements.", {"2017-03"}),
        ("Had the area been inspected before?\n\nYes. In March 2017, by another framework.", set()),
        ("Was this our first inspection?\n\nNo, in March 2017 there was another.", {"2017-03"}),
        ("Were we not inspected before?\n\nNo, in March 2017 nobody came.", set()),
        ("Will the report be published?\n\nYes, in March 2025.", set()),
        ("Did parents complain before?\n\nYes, in March 2017 and since.", set()),
    ],
)
def test_an_answer_says_that_there_was_one(text, found, told):
    days = {day for *_, day in told(WIGAN + text)}
    assert days == {"2024-06-10/2024-06-14"} | found


def test_a_heading_that_begins_with_a_bare_name_is_of_the_council_its_section_names(told):
    text = (
        "Newsletter\n\n6 June 2025\n\nAn area SEND inspection is made by Ofsted and the CQC together.\n\n"
        "## West Sussex: inconsistent\n\nInspectors were in the West Sussex local area "
        "partnership in November 2024.\n\n"
        "## Essex: the long haul\n\nIn December 2019 Ofsted and the CQC inspected the Essex "
        "local area.\n\nThere was a "
        "revisit in May 2022."
    )
    assert told(text) == {
        ("west-sussex", "area-send", "full", "2024-11"),
        ("essex", "area-send", "full", "2019-12"),
        ("essex", "area-send", "revisit", "2022-05"),
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The third is Surrey’s. The visit was in October 2016 and a written statement was required.", {"surrey"}),
        ("That of Surrey was inspected in October 2016. A statement of action was asked for.", {"surrey"}),
        ("The third is Surrey’s. The visit was in October 2016 and a statement was made to the press.", set()),
    ],
)
def test_only_of_an_area_is_a_statement_of_action_asked(text, found, told):
    head = (
        "House of Commons\n\n14 May 2019\n\nThe first letter was sent to Suffolk. Ofsted and "
        "the Care Quality Commission "
        "inspected the Suffolk local area in December 2016 and asked for a written statement "
        "of action.\n\nServices for "
        "children were spoken of, and so was adult social care.\n\n"
    )
    assert {council for council, service, *_ in told(head + text) if service == "area-send"} == {"suffolk"} | found
