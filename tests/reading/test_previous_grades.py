"""The grade before: its inspection stands apart from the newer one, which says that it came after."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

HEAD = "Published: 12 June 2019\n\nOfsted inspected Bolton Council’s children’s services from 6 to 17 May 2019.\n\n"
EXAMPLES = [
    ("The services are rated good, up from requires improvement in 2016.", "good", ("requires-improvement", "2016")),
    ("They were judged good. They had been rated inadequate in June 2016.", "good", ("inadequate", "2016-06")),
    (
        "Children’s services have moved from requires improvement to good since the last inspection in 2016.",
        "good",
        ("requires-improvement", "2016"),
    ),
    (
        "They were judged good overall. At the last inspection, in March 2015, they were judged requires improvement.",
        "good",
        ("requires-improvement", "2015-03"),
    ),
    (
        "Ofsted rated the services requires improvement, a fall from the good it gave them in 2014.",
        "requires-improvement",
        ("good", "2014"),
    ),
    ("They were judged good. Nothing is said of any earlier visit.", "good", None),
    ("They were judged good. They are better than in previous years.", "good", None),
]


@pytest.mark.parametrize(("words", "now", "before"), EXAMPLES, ids=[words[:50] for words, _, _ in EXAMPLES])
def test_the_grade_before_belongs_to_the_inspection_before(words, now, before, catalogue):
    reading = read(hold_text("page.txt", (HEAD + words).encode(), Sidecar(publisher="Bolton Council")), catalogue)
    newest = next(fact for fact in reading.inspections if fact.inspected and fact.inspected.edtf.startswith("2019"))
    assert newest.overall and newest.overall.grade == now
    linked = {fact.key: fact for fact in reading.inspections}.get(newest.previous)
    if before is None:
        assert linked is None and len(reading.inspections) == 1
    else:
        assert linked is not None and linked.overall is not None
        assert (linked.overall.grade, linked.inspected and linked.inspected.edtf) == before


FALLS = [
    ("Ofsted downgraded Kent’s children’s services from outstanding to good in May 2022.", ["outstanding", "good"]),
    (
        "In May 2022, five years after being judged good, Kent’s children’s services were judged inadequate by Ofsted.",
        ["good", "inadequate"],
    ),
    ("Correction: an earlier version of this page said Ofsted rated Kent’s children’s services good in May 2022.", []),
    (
        (
            "Ofsted made a monitoring visit to Kent’s children’s services in April 2022, its fourth since the "
            "inadequate judgement of May 2020."
        ),
        ["inadequate"],
    ),
]


@pytest.mark.parametrize(("words", "grades"), FALLS, ids=[words[:40] for words, _ in FALLS])
def test_the_grade_before_is_never_that_of_the_visit(words, grades, catalogue):
    reading = read(hold_text("page.txt", f"News, 3 June 2022\n\n{words}\n".encode(), Sidecar()), catalogue)
    assert [fact.overall.grade for fact in reading.inspections if fact.overall] == grades
    assert not any(fact.overall for fact in reading.inspections if fact.kind == "monitoring-visit")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "were rated good by Ofsted in January 2018 following an inspection in November 2017.",
            {("2017-11", "good")},
        ),
        (
            "were rated inadequate in 2014 and were rated good in January 2018 after an inspection in November 2017.",
            {("2014", "inadequate"), ("2017-11", "good")},
        ),
        (
            "were judged good in January 2018 after an inspection in November 2014 had found them inadequate.",
            {("2014-11", "inadequate"), ("2018-01", "good")},
        ),
    ],
)
def test_a_grade_after_an_inspection_has_the_day_of_that_inspection(words, told, catalogue):
    text = f"12 October 2018\n\nOfsted reports. Rotherham Council’s children’s services {words}\n"
    facts = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
    assert {(fact.inspected.edtf, fact.overall.grade) for fact in facts if fact.inspected and fact.overall} == told


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        ("At its previous inspection, in June 2011, Ofsted rated the council’s safeguarding services adequate.", True),
        ("Its fostering service was last inspected in June 2011 and judged good.", False),
        ("At its previous inspection, in June 2011, the council’s adoption service was judged good.", False),
        ("Adult learning was last inspected by Ofsted in June 2011, and judged good.", False),
    ],
)
def test_the_inspection_before_may_have_been_of_its_two_parts(words, linked, page):
    text = (
        "Published: 29 March 2017\n\nOfsted inspected Bolton Council’s children’s services from 16 to 27 January "
        f"2017 and judged them good overall.\n\n{words}\n"
    )
    facts = page(text).inspections
    assert len(facts) == 2
    assert (facts[0].previous == facts[1].key) is linked
