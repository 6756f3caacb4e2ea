"""The checks that the site must always pass, each by its number in the conventions."""

import csv
import html
import io
import re
import shutil
import sqlite3
from contextlib import closing

import feedparser
import pytest

from tests.conftest import served_from
from tests.web.corrected_world import CLAIM, TAKEN_BACK
from tests.world import REPORT_TEXT, news, report


def drawing_of(client, address):
    """The marks of a page's timeline, each from its link to its end."""
    page = client.get(address).content.decode()
    return re.findall(r'<a class="mark-link.*?</a>', page, re.S)


SAME = (
    ("inspections", ""), ("inspections", "?grade=ofsted-four-point:good"), ("inspections", "?year=2019&sort=oldest"),
    ("inspections", "?q=derby"), ("statements", ""), ("statements", "?kind=withdrawal"), ("sources", "?sort=title"),
    ("authorities", "?region=East+Midlands"), ("authorities", "?service=adult-learning&sort=name"),
)  # fmt: skip
FIRST_COLUMNS = {
    "inspections": "inspection",
    "statements": "statement",
    "sources": "source",
    "authorities": "authority",
}


@pytest.mark.parametrize(("what", "query"), SAME)
def test_check_1_page_csv_json_and_feed_return_the_same_rows(wide_record, client, what, query):
    told = client.get(f"/{what}.json{query}").json()["results"]
    rows = [row["url"].removeprefix("http://testserver") for row in told]
    page = client.get(f"/{what}/{query}").content.decode()
    listed = page[page.index('class="results"') : page.index('id="filters"')]
    table = csv.DictReader(io.StringIO(b"".join(client.get(f"/{what}.csv{query}").streaming_content).decode()))
    cells = list(dict.fromkeys(row[FIRST_COLUMNS[what]] for row in table))
    entries = feedparser.parse(client.get(f"/{what}.atom{query}").content).entries
    assert rows
    assert list(dict.fromkeys(link for link in re.findall(r'href="([^"]+)"', listed) if link in set(rows))) == rows
    assert cells == [row["slug"] if what == "authorities" else row["id"] for row in told]
    assert [entry.link.removeprefix("http://testserver") for entry in entries] == rows


def test_check_2_good_without_a_scale_never_mixes_scales(wide_record, client, catalogue):
    for ending in ("/", ".json", ".csv", ".atom"):
        refused = client.get(f"/inspections{ending}?grade=good")
        assert refused.status_code == 400
        assert b'class="rows"' not in refused.content and b'"results"' not in refused.content
    offered = re.findall(r"grade=([a-z0-9-]+)(?:%3A|:)good", client.get("/inspections/?grade=good").content.decode())
    scales = {slug for slug, scale in catalogue.scales.items() if any(grade.slug == "good" for grade in scale.grades)}
    assert len(scales) > 1 and set(offered) <= scales and offered
    found = {}
    for scale in scales:
        rows = client.get(f"/inspections.json?grade={scale}:good").json()["results"]
        for row in rows:
            assert any((j["scale"], j["grade"]) == (scale, "good") for j in row["judgements"]), (scale, row["title"])
        found[scale] = {row["id"] for row in rows}
    assert found["ofsted-four-point"]


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


def paragraphs_of(page):
    """Every paragraph of every quotation of a page, marks of what was left out apart."""
    for quotation in re.findall(r"<blockquote.*?</blockquote>", page, re.S):
        for gap, words in re.findall(r"<p( class=\"gap\")?>(.*?)</p>", quotation, re.S):
            if not gap:
                yield " ".join(html.unescape(re.sub(r"<[^>]+>", " ", words)).split())


@pytest.mark.parametrize("fixture", ["record", "wide_record"])
def test_check_4_every_quotation_stands_word_for_word_in_a_held_text(request, client, fixture):
    request.getfixturevalue(fixture)
    texts = [" ".join(row["text"].split()) for row in client.get("/sources.json").json()["results"]]
    lists = [client.get(f"/{what}.json").json()["results"] for what in ("inspections", "statements")]
    quoted = [
        words for rows in lists for row in rows for words in paragraphs_of(client.get(row["url"]).content.decode())
    ]
    assert len(quoted) > 3
    for words in quoted:
        assert any(words in text for text in texts), words


def test_check_4_one_other_letter_in_a_quotation_fails_the_audit(wide_record, tmp_path, django_db_blocker, catalogue):
    from inspections.recording.audit import audit_record

    assert audit_record(catalogue).false == ()
    copy = tmp_path / "record.sqlite3"
    shutil.copyfile(wide_record, copy)
    with closing(sqlite3.connect(copy)) as database:
        database.execute("UPDATE inspections_statement SET text = replace(text, 'proud', 'prouf')")
        assert database.total_changes
        database.commit()
    with django_db_blocker.unblock(), served_from(copy):
        assert any("statement" in each for each in audit_record(catalogue).false)


@pytest.mark.parametrize(
    ("held", "verification", "mark"),
    [
        (REPORT_TEXT, "exact", "Word for word in the report"),
        (REPORT_TEXT.replace("managers have improved", "managers have improvad"), "altered", "Differs from the report"),
        (REPORT_TEXT.replace("managers have improved", "somebody painted"), "not-found", "Not found in the report"),
    ],
)
def test_check_4_one_other_letter_changes_the_mark(
    tmp_path, django_db_blocker, catalogue, client, words_of, held, verification, mark
):
    from inspections.recording.loading import record_readings

    with django_db_blocker.unblock(), served_from(tmp_path / "record.sqlite3"):
        record_readings([news(), report(held)], [], catalogue)
        rows = client.get("/statements.json").json()["results"]
        row = next(row for row in rows if "managers have improved" in row["text"])
        assert row["verification"] == verification
        assert mark.lower() in words_of(row["url"]).lower()


def test_check_5_a_link_of_a_finding_opens_its_very_words_and_names_page_and_document(record, client):
    """By ids and style alone; tests/browser sees the highlight itself."""
    titles = {row["url"]: row["title"] for row in client.get("/sources.json").json()["results"]}
    texts = {row["url"]: row["text"] for row in client.get("/sources.json").json()["results"]}
    assert ".m:target{background:" in client.get("/sources/").content.decode()
    checked = 0
    for row in client.get("/inspections.json").json()["results"]:
        page = client.get(row["url"]).content.decode()
        assert page.count("<script") == page.count('<script type="application/ld+json"')
        for path, start, end, named in re.findall(
            r'<a href="(/sources/[^"#]+)#p(\d+)-(\d+)">Read it in “(.*?)”</a>', page
        ):
            beginning = html.unescape(named).removesuffix("…").removesuffix(" […]").strip()
            assert titles[path].startswith(beginning), named
            opened = client.get(path).content.decode()
            assert len(re.findall(rf'id="p{start}-{end}"', opened)) == 1
            assert texts[path][int(start) : int(end)].strip()
            number = re.search(rf'id="p{start}-{end}"', opened).start()
            pages = re.findall(r'id="page-(\d+)"', opened[:number])
            if pages:
                assert f", page {pages[-1]}" in page
            checked += 1
    assert checked > 8


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
    assert "Withdrawn, 2 July 2017" in page and TAKEN_BACK in page and CLAIM in page
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
    page = client.get(first_named("Trafford", "March 2017")["url"]).content.decode()
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
    assert ".citation{-webkit-user-select:all;user-select:all" in page
