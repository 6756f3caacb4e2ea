"""Sentences that name a grade or a visit and tell of neither, and their like that do tell."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

PAGE = """Stockport Council and its inspectors
Published on 2 October 2018

Ofsted inspects the children's services of Stockport Council.

{}
"""

TOLD_OF_NOTHING = [
    # a condition turned round
    ("Had Ofsted judged children's services in Stockport inadequate in May 2018, a commissioner would have come.", 0),
    ("Were Ofsted to judge Stockport's children's services inadequate, a trust would take them over.", 0),
    ("Should inspectors find Stockport's children's services inadequate, ministers will act.", 0),
    ("Ministers would have acted had Ofsted rated Stockport's children's services inadequate in May 2018.", 0),
    # hearsay
    ("Stockport's children's services have reportedly been rated inadequate by Ofsted after a visit in May 2018.", 0),
    ("It is understood that Ofsted judged Stockport's children's services inadequate in May 2018.", 0),
    ("Sources say that Ofsted judged Stockport's children's services inadequate in May 2018.", 0),
    ("Stockport's children's services were due to be rated by Ofsted in May 2018, and good was the hope.", 0),
    ("I'm told Ofsted rated Stockport's children's services good in May 2018.", 0),
    ("Ofsted rated Stockport's children's services good in May 2018, or so a neighbour told me.", 0),
    ("Someone in the queue said Ofsted rated Stockport's children's services good in May 2018.", 0),
    ("A man in the pub swears that Ofsted rated Stockport's children's services good in May 2018.", 0),
    ("I think Ofsted rated Stockport's children's services good in May 2018.", 0),
    ("Apparently Ofsted rated Stockport's children's services inadequate in May 2018.", 0),
    ("Ofsted rated Stockport's children's services good in May 2018. I haven't checked that.", 0),
    ("Ofsted rated Stockport's children's services good in May 2018. We can't find it anywhere.", 0),
    ("Ofsted rated Stockport's children's services good in May 2018. Please don't share this yet.", 0),
    ("Ofsted rated Stockport's children's services good in May 2018. Take that with a pinch of salt.", 0),
    # visits that were not made
    ("Stockport has never had a joint targeted area inspection.", 0),
    ("We have not had a joint targeted area inspection. Nor has Ofsted inspected the fostering service.", 0),
    ("Ofsted has yet to make a focused visit to Stockport's children's services.", 0),
    ("Ofsted did not make a monitoring visit to Stockport's children's services in May 2018.", 0),
    ("No monitoring visit to Stockport's children's services has been made.", 0),
    # what the page takes back
    ("We told residents in May 2018 that Ofsted had rated Stockport's children's services good. That is not so.", 0),
    ("Ofsted rated Stockport's children's services good in May 2018. This was incorrect, the director advised.", 0),
    ("Ofsted rated Stockport's children's services good in May 2018.\n\nIt did not. The claim was our own.", 0),
    ("I said that Ofsted had rated Stockport's children's services good in May 2018. I misspoke.", 0),
    ("A poster said that Ofsted had rated Stockport's children's services good. The poster has been withdrawn.", 0),
    ("Ofsted rated Stockport's children's services good in May 2018. It appealed and the rating was lowered.", 0),
    (("Corrections and clarifications\n\nIn our story of 4 May we said that Ofsted had rated Stockport's children's "
     "services good."), 0),
    (("A leaflet says that Ofsted has rated Stockport's children's services good. Ofsted has done no such thing, "
     "and cannot."), 0),
    (("Cllr Ashby told the meeting that Ofsted had rated Stockport's children's services good in May 2018. He was "
     "wrong: that was Bury."), 0),
    ("It has been put about that Ofsted rated Stockport's children's services good in May 2018. Where?", 0),
    ("Ofsted rated Stockport's children's services good in May 2018. We can find no such report.", 0),
    ("Ofsted, we are told, rated Stockport's children's services good in May 2018.", 0),
    ("Ofsted rated Stockport's children's services good in May 2018. If only!", 0),
    # what is asked, counted or a council's own
    ("To ask the Secretary of State whether Stockport's children's services were rated inadequate in May 2018.", 0),
    ("As of 31 May 2018, 16 of the 153 local authorities in England had been judged inadequate by Ofsted.", 0),
    ("The self-assessment it sent to Ofsted in May 2018 put Stockport's children's services at good.", 0),
    ("A media report of 12 May 2018 which stated that Ofsted rated Stockport's children's services good was seen.", 0),
    ("Stockport's own board had marked its children's services good in May 2018.", 0),
    ("The result was not that of the mock inspection of Stockport's children's services in May 2018.", 0),
    ("Stockport's fostering service was registered in May 2018 and has yet to be inspected by Ofsted.", 0),
    ("Ofsted's focused visit to Stockport, expected in May 2018, had not taken place.", 0),
    # of no council of ours, of a talk, of nobody who inspects
    ("HM Inspectorate of Probation rated the Swansea Youth Justice Service inadequate in May 2018.", 0),
    ("At the annual conversation in May 2018 Ofsted told Stockport that its children's services were good.", 0),
    ("Stockport's children's services were rated inadequate, by the Daily Post, in May 2018.", 0),
    # and what is told all the same
    ("I think of May 2018, when Ofsted rated Stockport's children's services good.", 1),
    ("Ofsted rated Stockport's children's services good in May 2018. It has not said when it will return.", 1),
    ("We were told by Ofsted in May 2018 that Stockport's children's services are rated good.", 1),
    ("The watchdogs rated Stockport's children's services good in May 2018.", 1),
    ("Ofsted rated Stockport's children's services good in May 2018. It was wrong of them to wait so long.", 1),
    ("Ofsted rated Stockport's children's services good in May 2018. It did not grade adoption.", 1),
    ("Ofsted rated Stockport's children's services good in May 2018. He was wrong to worry.", 1),
    ("Ofsted rated Stockport's children's services good in May 2018. If only it had come sooner.", 1),
    ("Ofsted rated Stockport's children's services good in May 2018. They have not, staff say, stood still.", 1),
    ("Stockport's service, which had its own plan, was rated good by Ofsted in May 2018.", 1),
    (("Ofsted rated Stockport's children's services good in May 2018.\n\n[A page made for a test: no such inspection "
     "took place.]"), 1),
]  # fmt: skip


@pytest.mark.parametrize(("words", "inspections"), TOLD_OF_NOTHING)
def test_what_a_sentence_does_not_tell_is_no_inspection(words, inspections, catalogue):
    held = hold_text("page.txt", PAGE.format(words).encode(), Sidecar(publisher="Stockport Council"))
    reading = read(held, catalogue)
    assert len([fact for fact in reading.inspections if fact.overall]) == inspections
    assert len(reading.inspections) == inspections
    if not inspections:
        assert any(
            warned.code in ("grade-passed-over", "event-passed-over", "visit-not-held") for warned in reading.warnings
        )


def test_what_stands_in_place_of_an_error_is_told(catalogue):
    words = (
        "We said that Ofsted had rated children's services in Stockport outstanding. "
        "In fact Ofsted rated Stockport's children's services good in May 2018."
    )
    held = hold_text("page.txt", PAGE.format(words).encode(), Sidecar(publisher="Stockport Council"))
    assert [fact.overall.grade for fact in read(held, catalogue).inspections] == ["good"]


def test_what_an_earlier_version_said_is_left_out_of_the_page_it_still_stands_in(catalogue):
    words = (
        "Ofsted rated Stockport's children's services outstanding in May 2018.\n\n"
        "Correction: an earlier version of this article said that the services were rated outstanding. "
        "Ofsted rated Stockport's children's services good."
    )
    held = hold_text("page.txt", PAGE.format(words).encode(), Sidecar(publisher="Stockport Council"))
    assert [fact.overall.grade for fact in read(held, catalogue).inspections if fact.overall] == ["good"]


GOOD = "Ofsted rated Stockport's children's services good in May 2018. "


@pytest.mark.parametrize(
    ("words", "inspections"),
    [
        ("A spokesman said it had come within a whisker of the top, which we have not been able to verify.", 1),
        ("One councillor claimed that staff wept, something the paper has not confirmed.", 1),
        ("The union says eleven people have left since, which nobody can verify.", 1),
        ("A rival told us the report was late, which the paper has not checked.", 1),
        ("A parent added that inspectors stayed for tea, which we cannot confirm.", 1),
        ("A spokesman said so, which we have not been able to verify.", 0),
        ("The paper has not been able to verify this.", 0),
        ("We cannot verify it, a spokesman said.", 0),
        ("The council said that, which we have not confirmed.", 0),
        ("That is unconfirmed.", 0),
    ],
)
def test_what_is_not_vouched_for_may_be_what_somebody_says_beside_it(words, inspections, catalogue):
    held = hold_text("page.txt", PAGE.format(GOOD + words).encode(), Sidecar(publisher="Stockport Council"))
    assert len([fact for fact in read(held, catalogue).inspections if fact.overall]) == inspections
