"""Several councils or services, and as many grades or days "respectively": each has its own, or nobody has any."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

HEAD = "Published: 14 December 2019\n\nOfsted reports on children’s services in many places.\n\n"
EXAMPLES: list[tuple[str, set[tuple[str, str, str | None, str | None]]]] = [
    (
        (
            "Leeds, Bradford and Wakefield councils were rated outstanding, inadequate and requires improvement "
            "respectively for their children’s services by Ofsted in 2018."
        ),
        {
            ("leeds", "childrens-services", "2018", "outstanding"),
            ("bradford", "childrens-services", "2018", "inadequate"),
            ("wakefield", "childrens-services", "2018", "requires-improvement"),
        },
    ),
    (
        "In Oldham and Rochdale there were focused visits, in September and October respectively.",
        {("oldham", "childrens-services", "2019-09", None), ("rochdale", "childrens-services", "2019-10", None)},
    ),
    (
        "Children’s services in Leeds and Bradford were judged inadequate in 2014 and in May 2018 respectively.",
        {
            ("leeds", "childrens-services", "2014", "inadequate"),
            ("bradford", "childrens-services", "2018-05", "inadequate"),
        },
    ),
    (
        "In 2018 Wigan’s children’s services and adult learning were rated good and outstanding respectively.",
        {("wigan", "childrens-services", "2018", "good"), ("wigan", "adult-learning", "2018", "outstanding")},
    ),
    ("Leeds, Bradford and Wakefield were rated outstanding and inadequate respectively in 2018.", set()),
    ("Leeds and Bradford hope to be rated outstanding and good respectively.", set()),
    ("Schools in Leeds and Bradford were rated outstanding and good respectively in 2018.", set()),
]


@pytest.mark.parametrize(("words", "told"), EXAMPLES, ids=[words[:50] for words, _ in EXAMPLES])
def test_each_has_what_stands_at_its_place(words, told, catalogue):
    reading = read(hold_text("page.txt", (HEAD + words).encode(), Sidecar(publisher_kind="news")), catalogue)
    found = {
        (
            fact.authorities[0].slug,
            fact.service.slug,
            fact.inspected.edtf if fact.inspected else None,
            fact.overall.grade if fact.overall else None,
        )
        for fact in reading.inspections
        if fact.overall or fact.kind == "focused-visit"
    }
    assert found == told
