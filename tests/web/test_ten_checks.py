"""The checks that the site must always pass, each by its number in the conventions.

Those about wording (4) are in test_quote_check; those about lists and scales (1, 2, 5) are in test_formats,
test_questions and test_pages.
"""

import csv
import io
import re

import feedparser
import pytest

from tests.web.corrected_world import CLAIM, TAKEN_BACK


def drawing_of(client, address):
    """The marks of a page's timeline, each from its link to its end."""
    page = client.get(address).content.decode()
    return re.findall(r'<a class="mark-link.*?</a>', page, re.S)


def test_check_3_an_inspection_of_2026_shows_four_judgements_and_no_overall(wide_record, client, first_named, words_of):
    row = first_named("Somerset", "April 2026")
    assert row["overall"] is None and row["overall_absent"] == "abolished"
    assert [j["grade"] for j in row["judgements"]] == ["good", "requires-improvement", "good", "outstanding"]
    page = words_of(row["url"])
    assert "No overall judgement (abolished April 2026)" in page
    mark = next(mark for mark in drawing_of(client, "/authorities/somerset/") if row["url"] in mark)
    assert mark.count('class="rails"') == 4
    assert "4 judgements, no overall" in re.sub(r"</text><text[^>]*>", " ", mark)
    assert "No overall judgement (abolished April 2026)" in mark


DATED = (
    ("derby", "2019-09-10", "10 September 2019"),
    ("leeds", "2019-02", "February 2019"),
    ("cumbria", "2017-11", "November 2017"),
    ("somerset", "2026-04-13/2026-04-24", "13 to 24 April 2026"),
)


@pytest.mark.parametrize(("slug", "edtf", "words"), DATED)
def test_check_6_dates_are_shown_sorted_filtered_and_exported_as_given(
    wide_record, client, words_of, slug, edtf, words
):
    rows = client.get(f"/inspections.json?authority={slug}&year={edtf[:4]}").json()["results"]
    row = next(row for row in rows if row["inspected"]["edtf"] == edtf)
    assert words in words_of(row["url"])
    assert words in words_of(f"/authorities/{slug}/")
    table = csv.DictReader(
        io.StringIO(b"".join(client.get(f"/inspections.csv?authority={slug}").streaming_content).decode())
    )
    cells = next(cells for cells in table if cells["inspection"] == row["id"])
    assert (cells["inspected"], cells["inspected_words"]) == (edtf, words)
    assert cells["inspected_precision"] == ("interval" if "/" in edtf else "month" if len(edtf) == 7 else "day")
    feed = client.get(f"/inspections.atom?authority={slug}").content.decode()
    assert words in feed


def test_check_6_no_first_of_january_is_made_up_anywhere(record, client):
    for row in client.get("/inspections.json").json()["results"]:
        for ending in ("txt", "bib", "ris", "csl.json"):
            text = client.get(f"/inspections/{row['id']}.{ending}").content.decode()
            assert not re.search(r"\b\d{4}[-/]0?1[-/]0?1\b|\b1 January\b", text), (row["title"], ending)
    for address in ("/inspections.atom", "/feed.atom", "/statements.atom"):
        assert not re.search(r"\d{4}-01-01T", client.get(address).content.decode())


def test_check_7_a_withdrawn_statement_stays_with_banner_day_and_reason_and_is_in_the_feed(
    corrected_record, client, words_of
):
    rows = client.get("/statements.json?status=withdrawn").json()["results"]
    assert [row["text"] for row in rows] == [CLAIM]
    page = words_of(rows[0]["url"])
    assert "Withdrawn, 2 July 2018" in page and TAKEN_BACK in page and CLAIM in page
    entries = feedparser.parse(client.get("/feed.atom").content).entries
    told = [entry for entry in entries if entry.link.endswith(rows[0]["url"])]
    assert any(entry.title.startswith("Corrected: Withdrawn: ") for entry in told)
    assert "status: withdrawn (before: stands)" in next(e for e in told if "Corrected" in e.title).content[0].value
    listed = feedparser.parse(client.get("/statements.atom?status=withdrawn").content).entries
    assert [entry.tags[0].term for entry in listed] == ["withdrawal"]


def test_check_8_an_abolished_council_answers_and_lends_no_grade(wide_record, client, words_of):
    page = words_of("/authorities/cumbria/")
    assert "This authority no longer exists" in page and "Requires improvement" in page
    successors = re.findall(r'href="(/authorities/[a-z-]+/)"', client.get("/authorities/cumbria/").content.decode())
    assert {"/authorities/cumberland/", "/authorities/westmorland-and-furness/"} <= set(successors)
    for address in ("/authorities/cumberland/", "/authorities/westmorland-and-furness/"):
        assert "This record holds no inspection" in words_of(address)
        assert not drawing_of(client, address)
        assert "Requires improvement" not in words_of(address)
        assert 'href="/authorities/cumbria/"' in client.get(address).content.decode()


@pytest.mark.parametrize(
    ("fixture", "slug", "kind", "words"),
    [
        ("record", "stoke-on-trent", "Monitoring visit", "All areas"),
        ("record", "stockport", "Revisit", "in four"),
        ("record", "stoke-on-trent", "School improvement", "Inspectors found"),
        ("wide_record", "derby", "Focused visit", "no grade given"),
        ("wide_record", "leeds", "Revisit", "sufficient progress"),
    ],
)
def test_check_9_visits_stand_on_the_timeline_without_a_grade_colour(request, client, fixture, slug, kind, words):
    request.getfixturevalue(fixture)
    marks = [mark for mark in drawing_of(client, f"/authorities/{slug}/") if f">{kind}" in mark]
    assert marks
    for mark in marks:
        assert 'class="outlined"' in mark and "tone-" not in mark and 'class="rails"' not in mark
    assert any(words in re.sub(r"</text><text[^>]*>", " ", mark) for mark in marks)


def test_check_10_a_stranger_cites_in_one_click_and_reaches_original_copy_and_hash(wide_record, client, first_named):
    page = client.get(first_named("Stockport", "March 2018")["url"]).content.decode()
    card = page[page.index('<h2 id="cite">') :]
    held = re.search(r'href="(/sources/[a-z0-9]+/[^"#]*)#p\d+-\d+">The copy held here', card).group(1)
    assert 'href="https://news.example.org/adult-learning#:~:text=' in card
    assert "no archived copy known" in card
    for source in client.get("/sources.json").json()["results"]:
        if source["url"] == held:
            assert f"SHA-256 of the file {source['sha256']}" in card
            break
    else:
        pytest.fail(f"{held} is not a source")
    assert card.count('class="citation"') == 3  # two sources and the page itself
    style = client.get("/static/site.css")
    assert b"user-select:all" in b"".join(style.streaming_content)
