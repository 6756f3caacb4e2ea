"""When reports came out: the day a sentence states, and whose report it means."""

import pytest

from inspections.catalogue import load
from inspections.reading import read
from inspections.reading.facts import Held

HEAD = "Children’s services in Bury rated good\n\nBury Echo\nWednesday 30 November 2022\n\n"
VISIT = (
    "Ofsted inspected the children’s services of Bury Council from 3 to 14 October 2022 and judged them good overall."
)


def released(text, head=HEAD):
    """(service, day of publication) of each inspection told of."""
    reading = read(Held("x.txt", "text/plain", "0" * 64, head + text + "\n"), load())
    return [
        (f.service.slug if f.service else None, f.published.edtf if f.published else None) for f in reading.inspections
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{VISIT} The report was published on 21 November 2022.", "2022-11-21"),
        (f"{VISIT} It was published on 21 November 2022.", "2022-11-21"),
        (f"{VISIT} Its report came out that November.", "2022-11"),
        (f"{VISIT} The report was published last Friday.", "2022-11-25"),
        (f"{VISIT} The report was published on Monday.", "2022-11-28"),
        ("Ofsted yesterday judged the children’s services of Bury Council to be good.", "2022-11-29"),
        ("Ofsted in July 2021 published a report rating the children’s services of Bury Council good.", "2021-07"),
        (f"{VISIT}\n\nThe council’s plan was published on 21 November 2022.", None),
        (f"{VISIT}\n\nNew guidance was published on 21 November 2022.", None),
        (f"{VISIT} The report was published last Tuesday.", None),
        (f"{VISIT} A report on bins was published by the ombudsman that month.", None),
    ],
)
def test_it_gives_a_day_of_publication_to_its_inspection(text, day):
    assert released(text) == [("childrens-services", day)]


def test_a_board_reviewed_at_the_same_time_shares_the_report():
    head = HEAD.replace("2022", "2016")
    text = (
        VISIT.replace("2022", "2016") + " The report was published on 21 November 2016.\n\n"
        "The Bury Safeguarding Children Board, which was reviewed at the same time, was judged to be good."
    )
    assert released(text, head) == [("childrens-services", "2016-11-21"), ("lscb", "2016-11-21")]
    apart = text.replace("which was reviewed at the same time", "whose review was another")
    assert released(apart, head)[1] == ("lscb", None)
