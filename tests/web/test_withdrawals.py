"""A withdrawn statement keeps its page under a banner; a corrected fact shows what it said before."""

import re

import pytest

from inspections.web.corrections import say
from tests.web.corrected_world import CLAIM, TAKEN_BACK


def statement_saying(client, words):
    return next(row for row in client.get("/statements.json").json()["results"] if row["text"].startswith(words[:20]))


def test_a_withdrawn_statement_keeps_its_page_with_day_and_reason(corrected_record, client, words_of):
    row = statement_saying(client, CLAIM)
    assert row["status"] == "withdrawn"
    page = words_of(row["url"])
    assert "Withdrawn, 2 July 2017" in page
    assert TAKEN_BACK in page
    assert CLAIM in page
    assert f'href="{statement_saying(client, TAKEN_BACK)["url"]}"' in client.get(row["url"]).content.decode()


def test_a_statement_that_stands_has_no_banner(corrected_record, client, words_of):
    row = statement_saying(client, "We are proud")
    assert "Those who said this have withdrawn it" not in words_of(row["url"])


def test_a_corrected_statement_says_since_when(corrected_record, client, words_of):
    page = words_of(statement_saying(client, CLAIM)["url"])
    assert re.search(r"Status Since edition 2 , \d+ \w+ \d{4}: withdrawn Before: stands", page), page[-900:]


def test_a_corrected_inspection_shows_what_it_said_before(corrected_record, client, first_named, words_of):
    page = words_of(first_named("Trafford", "6 to 8 March 2017")["url"])
    assert re.search(
        r"When inspected Since edition 2 , \d+ \w+ \d{4}: 6 to 8 March 2017 Before: 6 to 9 March 2017", page
    )
    assert "Leadership and management: Outstanding (Ofsted’s four grades)" in page
    assert "Leadership and management: Good (Ofsted’s four grades)" in page


def test_what_was_never_corrected_has_no_such_part(corrected_record, client, first_named, words_of):
    assert "Corrected" not in words_of(first_named("Kent")["url"])


def test_a_withdrawn_inspection_says_so_at_its_old_address(corrected_record, client, words_of):
    changes = client.get("/editions/3.json").json()["changes"]
    gone = next(change for change in changes if change["kind"] == "inspection" and change["action"] == "withdrawn")
    page = words_of(f"/inspections/{gone['id']}/", status=410)
    assert "edition 3" in page and gone["title"] in page
    for ending in ("bib", "ris", "csl.json", "txt", "png"):
        assert client.get(f"/inspections/{gone['id']}.{ending}").status_code == 410


SAID = (
    ("inspected_edtf", "XXXX-09", "September, year not stated"),
    ("inspectorates", "ofsted; cqc", "Ofsted; CQC"),
    ("judgements", "Overall: ofsted-four-point:good", "Overall: Good (Ofsted’s four grades)"),
    ("judgements", "Overall: ofsted-four-point:not stated", "Overall: not stated (Ofsted’s four grades)"),
    ("kind", "monitoring-visit", "monitoring visit"),
    ("outcome", "", ""),
    ("title", "As it is: really", "As it is: really"),
)


@pytest.mark.parametrize(("field", "stored", "words"), SAID)
def test_a_stored_value_is_said_in_words(field, stored, words):
    assert say(field, stored) == words
