"""Which service, council, part and day is meant where a sentence leaves that to the words around."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text


def told(page, catalogue):
    """For each inspection: council, service, its day, the day of its report, its grade and those of its parts."""
    found = read(hold_text("page.txt", page.encode(), Sidecar()), catalogue).inspections
    return [
        (
            "/".join(each.slug for each in fact.authorities),
            fact.service.slug,
            fact.inspected.edtf if fact.inspected else None,
            fact.published.edtf if fact.published else None,
            fact.overall.grade if fact.overall else None,
            tuple((judged.aspect, judged.grade.grade) for judged in fact.judgements),
        )
        for fact in found
    ]


PAGES = {
    "one service that is named after two councils": (
        """Youth justice

5 December 2023

A report out today from HM Inspectorate of Probation has given the Tower Hamlets and City of
London Youth Justice Service an overall rating of 'Good'. Inspectors visited in the week of 4 September 2023.
""",
        [("tower-hamlets/city-of-london", "youth-justice", "2023-09-04/2023-09-10", "2023-12-05", "good", ())],
    ),
    "four councils in brackets, for which one service works": (
        """The Echo

20 December 2024

Cheshire Youth Justice Service works for four councils (Cheshire East, Cheshire West and Chester, Halton and
Warrington), and HM Inspectorate of Probation gave it a week in May. The rating was 'Good' overall.
""",
        [("cheshire-east/cheshire-west-and-chester/halton/warrington", "youth-justice", "2024-05", None, "good", ())],
    ),
    "a fortnight that was given to a service": (
        """The Echo

20 December 2024

Ofsted gave Hartlepool's children's services the full fortnight, from 10 to 21 June 2024. They were judged good.
""",
        [("hartlepool", "childrens-services", "2024-06-10/2024-06-21", None, "good", ())],
    ),
    "two weeks that were given for a reply, and notice": (
        """The Echo

20 December 2024

Ofsted gave Hartlepool's children's services two weeks to reply in May 2024, and gave the council two days' notice.
""",
        [],
    ),
    "a trust that works for both councils, of which one was visited": (
        """The Echo

20 December 2024

There are two councils, Bury and Bolton, and one children's trust works for both. Ofsted made a focused visit to Bury
on 12 and 13 October 2024 and looked at its children's services.
""",
        [("bury", "childrens-services", "2024-10-12/2024-10-13", None, None, ())],
    ),
    "a revisit that is told of with its day later": (
        """Special needs in Wirral

There was one inspection and there has been one revisit of Wirral's SEND services. Ofsted and the Care Quality
Commission inspected the area in March 2019. The revisit was held in July 2021.
""",
        [
            ("wirral", "area-send", "2019-03", None, None, ()),
            ("wirral", "area-send", "2021-07", None, None, ()),
        ],
    ),
    "a report that came out yesterday, with the day beside": (
        """News

14 May 2024

The report of the Area SEND inspection of the Luton Local Area Partnership was published by Ofsted and the
Care Quality Commission (CQC) yesterday, 13 May 2024. Inspectors were with us in March 2024.
""",
        [("luton", "area-send", "2024-03", "2024-05-13", None, ())],
    ),
    "inspections that were paused": (
        """Croydon Council and Ofsted

Ofsted judged children's services in Croydon good in February 2020. Routine inspection was paused on 17
March 2020 because of the pandemic.
""",
        [("croydon", "childrens-services", "2020-02", None, "good", ())],
    ),
    "the seat of a member is no council": (
        """Children's services

Ravi Thistlewood (Leicester North) (Lab): Ofsted made a focused visit to Derby City Council in October 2018.

In 2016 the same council was judged by Ofsted to require improvement.
""",
        [
            ("derby", "childrens-services", "2018-10", None, None, ()),
            ("derby", "childrens-services", "2016", None, "requires-improvement", ()),
        ],
    ),
    "a sub-judgement is of a part": (
        """Reading Borough Council

Ofsted's inspection of children's services in Reading took place in June 2016. The overall judgement was
inadequate. The adoption sub-judgement was requires improvement.
""",
        [("reading", "childrens-services", "2016-06", None, "inadequate", (("adoption", "requires-improvement"),))],
    ),
    "an answer is of the service asked about": (
        """Questions about children's services in North Somerset

Ofsted inspected North Somerset Council's children's services in October 2023.

Q. Didn't Ofsted come to the adult learning service as well?
A. It did, for a monitoring visit in May 2022.
""",
        [
            ("north-somerset", "childrens-services", "2023-10", None, None, ()),
            ("north-somerset", "adult-learning", "2022-05", None, None, ()),
        ],
    ),
    "two inspectorates that together inspect one thing only": (
        """Children's services in Dorset

Ofsted and the Care Quality Commission inspected the local area of Dorset in January 2017. Ofsted inspected
Dorset Council's children's services in October 2021.
""",
        [
            ("dorset-county-council", "area-send", "2017-01", None, None, ()),
            ("dorset", "childrens-services", "2021-10", None, None, ()),
        ],
    ),
    "as was": (
        """Calderdale Council

Ofsted inspected children's services in Calderdale in December 2019. Leaders' impact was judged good, as was
help and protection; the experiences and progress of children in care were graded requires improvement to be
good.
""",
        [
            (
                "calderdale",
                "childrens-services",
                "2019-12",
                None,
                None,
                (
                    ("Leaders' impact", "good"),
                    ("help and protection", "good"),
                    ("the experiences and progress of children in care", "requires-improvement"),
                ),
            )
        ],
    ),
}


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_what_is_meant_is_what_the_words_around_say(page, catalogue):
    words, expected = PAGES[page]
    assert told(words, catalogue) == expected
