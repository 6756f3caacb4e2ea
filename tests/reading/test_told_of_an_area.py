"""How an area's inspection is told: by any verb, across a county, under a framework, with no inspectorate named."""

import pytest

from inspections.reading.facts import Unreadable
from tests.reading.given import reading_of

HEAD = "The Weekly Gazette\n\n4 December 2024\n\n"
INSPECTING = "The CQC and Ofsted, inspecting SEND services"


def told(words, catalogue):
    try:
        found = reading_of(f"{HEAD}{words}\n", catalogue).inspections
    except Unreadable:
        return []
    return [
        (
            each.authorities[0].slug,
            each.service.slug,
            each.inspected.edtf if each.inspected else "",
            each.overall.grade if each.overall else "",
        )
        for each in found
    ]


@pytest.mark.parametrize(
    ("words", "area"),
    [
        ("In July 2024 Ofsted and the CQC identified inconsistent experiences and outcomes in Thurrock's SEND support.",
         ("thurrock", "area-send", "2024-07", "inconsistent")),
        ("In July 2024 Ofsted and the CQC uncovered widespread and/or systemic failings in SEND support in Thurrock.",
         ("thurrock", "area-send", "2024-07", "widespread-and-or-systemic-failings")),
        ("An inspection of Bexley's local area partnership in May 2024 found inconsistent experiences and outcomes.",
         ("bexley", "area-send", "2024-05", "inconsistent")),
        ("Bexley was inspected by Ofsted and the CQC under the Area SEND framework in May 2024.",
         ("bexley", "area-send", "2024-05", "")),
        ("Thurrock was given the outcome “widespread or systemic failings” by Ofsted and the CQC for SEND in May 2024.",
         ("thurrock", "area-send", "2024-05", "widespread-and-or-systemic-failings")),
        (f"{INSPECTING} in Devon in May 2024, concluded that there were inconsistent experiences and outcomes.",
         ("devon", "area-send", "2024-05", "inconsistent")),
        ("Slough had to draw up a plan after Ofsted and the CQC inspected its SEND services in May 2024.",
         ("slough", "area-send", "2024-05", "")),
        ("The SEND inspection of Wirral in May 2024 was positive.", ("wirral", "area-send", "2024-05", "")),
        ("The JTAI in Wirral took place in July 2023.", ("wirral", "multi-agency-response", "2023-07", "")),
        ("Barnet had a joint targeted area inspection in May 2023.",
         ("barnet", "multi-agency-response", "2023-05", "")),
        ("Kent was one of six areas in which a joint targeted area inspection took place, in July 2023.",
         ("kent", "multi-agency-response", "2023-07", "")),
        ("Ofsted and the CQC inspected SEND provision across Kent in May 2024.", ("kent", "area-send", "2024-05", "")),
        ("Ofsted inspected children's services throughout Devon in May 2024.",
         ("devon", "childrens-services", "2024-05", "")),
    ],
)  # fmt: skip
def test_an_area_is_told_of(words, area, catalogue):
    assert told(words, catalogue) == [area]


@pytest.mark.parametrize(
    "words",
    [
        "A parents' group in Bexley told us of inconsistent experiences and outcomes in May 2024.",
        "An audit of Bexley's local area partnership in May 2024 found widespread and systemic failings.",
        "Thurrock was given the outcome “widespread or systemic failings are feared by us all” by its parents.",
        "Bexley adopted a new framework for SEND in May 2024.",
        "Ofsted and the CQC did not identify widespread and/or systemic failings in SEND provision in Thurrock.",
        "Ofsted and the CQC may yet identify inconsistent experiences and outcomes in SEND provision in Thurrock.",
    ],
)
def test_what_nobody_inspected_is_told_of_by_none(words, catalogue):
    assert told(words, catalogue) == []
