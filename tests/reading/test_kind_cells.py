"""Tables of inspections of several services: of which service is each row, and what stands below about its council?"""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

PAGE = """The Weekly Council
1 June 2024

Inspection round-up

{}

Authority | Type | On site | Published | Outcome
{}

{}
"""


@pytest.fixture
def told(catalogue):
    def find(rows, below="", above="Ofsted and the CQC have been busy."):
        text = PAGE.format(above, rows, below)
        out = []
        for fact in read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections:
            grades = [fact.overall.grade] if fact.overall else []
            out.append(
                (
                    fact.authorities[0].slug,
                    fact.service.slug,
                    fact.kind,
                    fact.inspected.edtf if fact.inspected else None,
                    (*grades, *((judged.aspect, judged.grade.grade) for judged in fact.judgements)),
                )
            )
        return out

    return find


STANDARD = "Kirklees | ILACS, standard | 4 to 15 March 2024 | 14 May 2024 | Good"
AREA = "Barnsley | Area SEND | 4 to 8 March 2024 | 15 May 2024 | Widespread and/or systemic failings"
KIRKLEES = ("kirklees", "childrens-services", "full", "2024-03-04/2024-03-15", ("good",))
BARNSLEY = ("barnsley", "area-send", "full", "2024-03-04/2024-03-08", ("widespread-and-or-systemic-failings",))
SEND_PAGE = (
    "Special educational needs and disabilities (SEND) inspections by Ofsted and the CQC are the talk of the month."
)


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (
            "Leeds | ILACS, short | 4 to 8 March 2024 | 14 May | Outstanding",
            ("childrens-services", "short", "outstanding"),
        ),
        ("Leeds | ILACS focused visit (care leavers) | 6 March 2024 | - | -", ("childrens-services", "focused-visit")),
        ("Leeds | Focused visit: SEND support | 6 March 2024 | - | -", ("childrens-services", "focused-visit")),
        (
            "Leeds | JTAI (domestic abuse) | 4 March 2024 | 14 May | Not graded",
            ("multi-agency-response", "joint-targeted"),
        ),
        ("Leeds | CQC assessment: adult social care | May 2024 | 30 May | Good", ("adult-social-care", "full", "good")),
        ("Leeds | Adult learning, full | 6 March 2024 | 14 May | Good", ("adult-learning", "full", "good")),
        ("Leeds | HMIP youth offending | 6 March 2024 | 14 May | Good", ("youth-justice", "full", "good")),
        ("Leeds | ILACS monitoring (third) | 6 March 2024 | 14 May | -", ("childrens-services", "monitoring-visit")),
    ],
)
def test_a_row_is_of_the_service_its_own_cell_says(row, found, told):
    leeds = next(each for each in told(f"{AREA}\n{row}", above=SEND_PAGE) if each[0] == "leeds")
    assert (leeds[1], leeds[2], *leeds[4]) == found


@pytest.mark.parametrize(
    "row",
    [
        "Leeds | Standard | 4 to 15 March 2024 | 14 May 2024 | Good",
        "Leeds | Ofsted, short | 4 to 8 March 2024 | 14 May 2024 | Good",
        "Leeds | Children's home, full | 6 March 2024 | 14 May 2024 | Good",
        "Leeds | Primary school | 6 March 2024 | 14 May 2024 | Inadequate",
        "Leeds | Peer review (LGA) | 6 March 2024 | 14 May 2024 | Good",
        "Leeds | Monitoring | 6 March 2024 | 14 May 2024 | -",
        "Leeds | Police (PEEL) | 6 March 2024 | 14 May 2024 | Good",
        "Leeds | Fire and rescue | 6 March 2024 | 14 May 2024 | Good",
    ],
)
def test_a_row_that_says_no_service_takes_none_of_another(row, told):
    assert told(f"{STANDARD}\n{AREA}\n{row}", above=SEND_PAGE) == [KIRKLEES, BARNSLEY]


@pytest.mark.parametrize(
    ("below", "more"),
    [
        ("Children in care in Kirklees were judged outstanding.", (("Children in care", "outstanding"),)),
        ("Kirklees was judged outstanding for adoption.", (("adoption", "outstanding"),)),
        (
            "In Kirklees Ofsted graded help and protection as Good and care leavers as Outstanding.",
            (("help and protection", "good"), ("care leavers", "outstanding")),
        ),
        ("Barnsley was judged inadequate for children in care.", ()),
        ("In Hull, by contrast, there was a grade of good.", ()),
        ("We said last month that Hull had been judged inadequate. It had not.", ()),
        ("Inspectors were kind about Kirklees.", ()),
    ],
)
def test_what_stands_below_is_of_the_service_of_the_row(below, more, told):
    assert told(f"{STANDARD}\n{AREA}", below) == [(*KIRKLEES[:4], ("good", *more)), BARNSLEY]


def test_an_earlier_inspection_below_takes_no_grade_of_the_row(told):
    below = (
        "Kirklees hides a wide spread. Ofsted graded children in care as Outstanding in Kirklees. "
        "Five years ago, at the inspection of May 2019, the borough's overall grade was Inadequate."
    )
    now, area, before = told(f"{STANDARD}\n{AREA}", below)
    assert (now[4], area) == (("good", ("children in care", "outstanding")), BARNSLEY)
    assert before[3:] == ("2019-05", ("inadequate",))


def test_an_inspectorate_of_one_row_did_not_inspect_another(catalogue):
    rows = f"{STANDARD}\nEssex | CQC assessment of adult social care | 4 March 2024 | 17 May 2024 | Good"
    held = hold_text("page.txt", PAGE.format("Reports of the month.", rows, "").encode(), Sidecar())
    first, second = read(held, catalogue).inspections
    assert ([b.slug for b in first.inspectorates], [b.slug for b in second.inspectorates]) == ([], ["cqc"])
