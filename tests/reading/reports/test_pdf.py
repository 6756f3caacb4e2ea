"""What a PDF gives, and what a file gets that is not one, or not a whole one."""

from __future__ import annotations

import pytest

from inspections.reading.facts import Unreadable
from inspections.reading.pdf import Limits, _hyphenated, hold
from inspections.reading.sources import hold as hold_file

LINES = ["Twenty councillors read the report on a Tuesday.", "They asked for a second reading."]


def test_the_text_is_held_page_by_page(paper):
    held = hold("two pages.pdf", paper([LINES, ["The second page begins and ends here."]]))
    assert held.media_type == "application/pdf"
    assert [page.number for page in held.pages] == [1, 2]
    assert held.pages[0].span.of(held.text).splitlines() == LINES
    assert held.pages[1].span.of(held.text) == "The second page begins and ends here."
    assert held.text[held.pages[0].span.end] == "\f"
    assert len(held.sha256) == 64


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"  \n ", "empty"),
        (b"<!DOCTYPE html><html><body>Report not found</body></html>", "web page"),
        (b"PK\x03\x04 a word processor's file", "not a PDF"),
        (b"%PDF-1.7 nothing of a PDF follows %%EOF", "damaged"),
    ],
)
def test_what_is_no_pdf_is_refused(data, says):
    with pytest.raises(Unreadable, match=says) as refused:
        hold("wrong.pdf", data)
    assert refused.value.name == "wrong.pdf"
    assert refused.value.problems[0].remedy


def test_a_pdf_cut_short_is_refused(paper):
    whole = paper([LINES * 10])
    with pytest.raises(Unreadable, match="cut short"):
        hold("half.pdf", whole[: len(whole) // 2])


def test_a_locked_pdf_is_refused(paper):
    lock = (
        "/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + "41" * 32 + "> /U <" + "42" * 32 + "> >>"
    )
    with pytest.raises(Unreadable, match="password"):
        hold("locked.pdf", paper([LINES], trailer=lock))


def test_pages_without_text_are_refused_as_scans(paper):
    with pytest.raises(Unreadable, match="no text"):
        hold("scan.pdf", paper([[], ["p. 2"], []]))


def test_too_many_pages_are_refused(paper):
    with pytest.raises(Unreadable, match="3 pages, where at most 2"):
        hold("long.pdf", paper([LINES] * 3), limits=Limits(pages=2))


def test_too_much_text_is_refused(paper):
    with pytest.raises(Unreadable, match="more than 100 characters by page 2"):
        hold("dense.pdf", paper([LINES] * 3), limits=Limits(characters=100))


def test_a_file_that_takes_too_long_is_stopped(paper):
    with pytest.raises(Unreadable, match=r"took longer than 0\.001 seconds"):
        hold("slow.pdf", paper([LINES]), limits=Limits(seconds=0.001))
    assert hold("quick.pdf", paper([LINES])).pages


def test_a_file_that_takes_too_much_memory_is_stopped(paper):
    with pytest.raises(Unreadable, match="memory"):
        hold("greedy.pdf", paper([LINES]), limits=Limits(megabytes_of_memory=24))
    assert hold("modest.pdf", paper([LINES])).pages


def test_words_a_sidecar_accepts_must_stand_in_a_pdf_too(paper, tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(paper([LINES]))
    path.with_suffix(".toml").write_text('[[oddity]]\nwords = "not in it"\nreason = "none"\n', encoding="utf-8")
    with pytest.raises(Unreadable, match="words that do not stand in the text"):
        hold_file(path)


def test_a_hyphen_at_the_end_of_a_line_is_soft_only_where_the_word_stands_unbroken():
    pages = ["good\ufffequality work, ser\ufffevices, 16\ufffeyear", "services of every kind"]
    assert _hyphenated(pages) == ["good-quality work, ser\u00advices, 16-year", "services of every kind"]


def test_characters_that_no_text_can_carry_are_replaced_one_for_one():
    assert _hyphenated(["a\x00b\ud800c\uffffd\te\r\n"]) == ["a\ufffdb\ufffdc\ufffdd\te\r\n"]
