"""Words that do not stand together in their source are never joined without a mark."""

from dataclasses import replace

import pytest
from django.template.loader import render_to_string

from inspections.web.exports import STATEMENT_COLUMNS, statement_cells
from inspections.web.objects import statement_object
from inspections.web.shown import SourceName
from inspections.web.shown.dates import WhenShown
from inspections.web.shown.paragraphs import join_lines
from inspections.web.shown.proofs import Proof
from inspections.web.shown.statements import StatementShown

TEXT = "We were wrong.\n\nWe apologise. The mayor laughed. We take it back, not ever again."


def said(*phrases):
    """A statement made of these phrases of the text."""
    proofs = []
    for phrase in phrases:
        start = TEXT.index(phrase)
        lead = TEXT[max(0, start - 8) : start]
        proofs.append(Proof("s1", "x", "A text", "", "text", "", phrase, start, start + len(phrase), lead=lead))
    return StatementShown(
        1, "t1", "withdrawal", "", "\n\n".join(phrases), False, "organisation", "", "", "Party", None, "stands", "",
        SourceName("s1", "x", "A text", ""), (), tuple(proofs),
    )  # fmt: skip


CASES = (
    (("We were wrong.", "We apologise."), ["We were wrong.\n\nWe apologise."]),
    (("We were wrong.", "We take it back"), ["We were wrong.", "We take it back"]),
    (("We take it back", "ever again"), ["We take it back", "ever again"]),  # a word so short still stands between
    (("We were wrong.", "We apologise.", "We take it back"), ["We were wrong.\n\nWe apologise.", "We take it back"]),
)


@pytest.mark.parametrize(("phrases", "parts"), CASES)
def test_each_run_is_a_part_and_the_download_marks_what_lies_between(phrases, parts):
    statement = said(*phrases)
    shown = statement_object(statement)
    assert shown["parts"] == parts
    assert shown["text"] == "\n\n".join(phrases)
    cells = dict(zip((column.name for column in STATEMENT_COLUMNS), next(statement_cells([statement], 1)), strict=True))
    assert cells["text"] == " […] ".join(parts)
    assert [run.after_gap for run in statement.runs].count(True) == len(parts) - 1


def test_every_part_of_the_record_stands_in_its_source(wide_record, client):
    texts = {row["id"]: row["text"] for row in client.get("/sources.json").json()["results"]}
    statements = client.get("/statements.json").json()["results"]
    for row in statements:
        assert all(part in texts[row["source"]] for part in row["parts"] if len(row["parts"]) > 1)
        assert "\n\n".join(row["parts"]) == row["text"]
    for row in client.get("/inspections.json").json()["results"]:
        assert bool(row["outcome_parts"]) == bool(row["outcome"])


LINES = (
    ("to support\nthe\ndelivery", "to support the delivery"),
    ("one line \n and more\n\nanother paragraph", "one line and more\n\nanother paragraph"),
    ("they must:\n• plan\nwell\n• listen", "they must:\n• plan well\n• listen"),
    ("no line ends", "no line ends"),
)


@pytest.mark.parametrize(("held", "shown"), LINES)
def test_the_line_ends_of_a_page_are_not_shown(held, shown):
    assert join_lines(held) == shown


def test_a_quotation_is_shown_without_them_and_held_with_them():
    statement = said("We were wrong.")
    broken = replace(statement, text="We were\nwrong.", proofs=(replace(statement.proofs[0], text="We were\nwrong."),))
    page = render_to_string("parts/words.html", {"runs": broken.runs})
    assert page == "<p>We were wrong.</p>"
    assert statement_object(broken)["text"] == "We were\nwrong."


def test_the_statement_page_says_its_permanent_link_once(wide_record, client):
    row = client.get("/statements.json").json()["results"][0]
    assert client.get(row["url"]).content.decode().count("Permanent link") == 1


@pytest.mark.parametrize(("note", "printed"), [("", ("30 April",)), ("not printed; from the file’s name", ())])
def test_a_date_that_no_source_prints_has_no_printed_words(note, printed):
    proof = Proof("s1", "x", "A text", "", "published", "", "30 April", 0, 8)
    assert WhenShown("2019-04-30", None, None, "derived", note, "30 April 2019", (proof,)).as_printed == printed
