"""Citations in four forms, with nothing filled in; addresses that open an original at the words."""

import csv
import json
import re

import pytest
from django.core.cache import cache

from inspections.catalogue import load
from inspections.models import Evidence, Inspection, Source
from inspections.recording.loading import import_sources
from inspections.web.citations import Entry, write
from inspections.web.edition import forget_what_is_held
from inspections.web.originals import open_original, text_fragment
from inspections.web.shown.dates import WhenShown
from inspections.wording import when_in_words


def dated(edtf, basis="stated"):
    return WhenShown(edtf, None, None, basis, "", when_in_words(edtf))


def entry(**changes):
    return Entry(**{"key": "inspection-abc", "kind": "report", "authors": ("Ofsted",), "title": "A title"} | changes)


DATES = (
    # EDTF, BibTeX's lines, RIS's lines, CSL's issued
    ("2017-04-17", ["date = {2017-04-17}", "year = {2017}", "month = apr"],
     ["PY  - 2017", "DA  - 2017/04/17/"], {"date-parts": [[2017, 4, 17]]}),
    ("2017-03", ["date = {2017-03}", "year = {2017}", "month = mar"],
     ["PY  - 2017", "DA  - 2017/03//"], {"date-parts": [[2017, 3]]}),
    ("2017", ["date = {2017}", "year = {2017}"], ["PY  - 2017", "DA  - 2017///"], {"date-parts": [[2017]]}),
    ("2017-03-06/2017-03-09", ["date = {2017-03-06/2017-03-09}"], [], {"date-parts": [[2017, 3, 6], [2017, 3, 9]]}),
    ("XXXX-09", [], [], {"literal": "September, year not stated"}),
    ("[2019-04-30,2024-04-30]", [], [], {"literal": "30 April 2019 or 30 April 2024"}),
    ("2017~", [], [], {"literal": "about 2017"}),
)  # fmt: skip


@pytest.mark.parametrize(("edtf", "bib", "ris", "csl"), DATES, ids=lambda value: str(value)[:24])
def test_a_date_is_given_as_far_as_it_is_known(edtf, bib, ris, csl):
    one = entry(issued=dated(edtf))
    written = write("bib", [one])
    assert [line.strip(" ,") for line in written.splitlines() if re.match(r"  (date|year|month) ", line)] == bib
    assert [line for line in write("ris", [one]).split("\r\n") if line.startswith(("PY", "DA"))] == ris
    assert json.loads(write("csl.json", [one]))[0]["issued"] == csl
    if not bib:
        assert when_in_words(edtf) in written and when_in_words(edtf) in write("ris", [one])


def test_what_is_not_known_is_left_out():
    one = entry(authors=(), issued=None)
    assert "author" not in write("bib", [one]) and "date" not in write("bib", [one])
    assert "AU  -" not in write("ris", [one]) and "PY  -" not in write("ris", [one])
    assert set(json.loads(write("csl.json", [one]))[0]) == {"id", "type", "title"}
    assert write("txt", [one]) == "Author not stated. “A title”. Date of publication not stated.\n"


def test_hostile_words_are_escaped():
    one = entry(
        title='50% of } {\\input{x}} & $1\nER  - \r\nTY  - BOOK "', authors=("A {and} B",), url="https://x.org/a{b}"
    )
    bib = write("bib", [one])
    assert r"50\% of \} \{\textbackslash{}input\{x\}\} \& \$1 ER - TY - BOOK" in bib
    assert "url = {https://x.org/a%7Bb%7D}" in bib
    plain = re.sub(r"\\.", "", bib)
    assert plain.count("{") == plain.count("}")
    ris = write("ris", [one])
    assert ris.count("\r\nER  - ") == 1 and ris.startswith("TY  - RPRT\r\n")
    assert ris.count("\r\nTY  - ") == 0
    assert ris.split("\r\n")[-3:] == ["ER  - ", "", ""]
    assert json.loads(write("csl.json", [one]))[0]["title"].startswith("50% of")


TEXT = (
    "A title\n\nInspectors found that pupils’ progress is good – mostly. Well-led, at 50%.\n\n"
    "Later: pupils’ progress is good – mostly. Elsewhere it was not so, which took longer to say.\n\n"
    "Write to a@b.org now.\n"
)
WHOLE = "Well-led, at 50%."
TWICE = "pupils’ progress is good – mostly."


def span(words, after=0):
    at = TEXT.index(words, after)
    return at, at + len(words)


def test_a_fragment_holds_the_words_percent_encoded():
    assert text_fragment(TEXT, *span(WHOLE)) == "text=Well%2Dled%2C%20at%2050%25."


def test_words_that_stand_twice_get_those_around_them():
    first = text_fragment(TEXT, *span(TWICE))
    second = text_fragment(TEXT, *span(TWICE, 90))
    words = "pupils%E2%80%99%20progress%20is%20good%20%E2%80%93%20mostly."
    assert first == f"text=Inspectors%20found%20that-,{words},-Well%2Dled%2C%20at%2050%25."
    assert second == f"text=Later%3A-,{words},-Elsewhere%20it%20was%20not"
    assert first != second


def test_a_long_passage_is_named_by_its_ends():
    start, end = span("Inspectors found")[0], span("longer to say.")[1]
    assert text_fragment(TEXT, start, end) == (
        "text=Inspectors%20found%20that%20pupils%E2%80%99%20progress%20is,so%2C%20which%20took%20longer%20to%20say."
    )


def test_covered_words_make_no_fragment():
    assert text_fragment(TEXT, *span("Write to a@b.org now.")) == ""


OPENED = (
    ("https://x.org/page", "text/plain", None, f"https://x.org/page#:~:{text_fragment(TEXT, *span(WHOLE))}"),
    ("https://x.org/page#part", "text/html", None, f"https://x.org/page#part:~:{text_fragment(TEXT, *span(WHOLE))}"),
    ("https://x.org/report.pdf", "text/plain", 7, "https://x.org/report.pdf#page=7"),
    ("https://x.org/report?id=1#top", "application/pdf", 7, "https://x.org/report?id=1#page=7"),
    ("https://x.org/report.PDF", "application/pdf", None, "https://x.org/report.PDF"),
    ("https://x.org/table.csv", "application/vnd.ms-excel", None, "https://x.org/table.csv"),
    ("javascript:alert(1)", "text/html", None, ""),
    ("", "text/html", None, ""),
)


@pytest.mark.parametrize(("url", "media_type", "page", "opened"), OPENED)
def test_an_original_opens_at_the_words(url, media_type, page, opened):
    assert open_original(url, media_type, TEXT, *span(WHOLE), page) == opened


DOWNLOADS = (
    ("txt", "text/plain; charset=utf-8"),
    ("bib", "application/x-bibtex; charset=utf-8"),
    ("ris", "application/x-research-info-systems; charset=utf-8"),
    ("csl.json", "application/vnd.citationstyles.csl+json"),
)


@pytest.mark.parametrize(("ending", "media_type"), DOWNLOADS)
@pytest.mark.parametrize("what", ["inspections", "statements"])
def test_every_inspection_and_statement_can_be_taken_along(wide_record, client, what, ending, media_type):
    for row in client.get(f"/{what}.json").json()["results"]:
        response = client.get(f"/{what}/{row['id']}.{ending}")
        assert (response.status_code, response.headers["Content-Type"]) == (200, media_type)
        text = response.content.decode()
        assert f"/{what}/{row['id']}/" in text
        assert "edition 1" in text and "None" not in text
        if ending == "csl.json":
            assert [item["id"] for item in json.loads(text)][-1] == f"{what[:-1]}-{row['id']}"


def test_the_original_comes_first_and_the_inspectorates_own_before_others(wide_record, client, first_named):
    row = first_named("Trafford", "March 2017")
    items = json.loads(client.get(f"/inspections/{row['id']}.csl.json").content)
    assert [item["publisher"] for item in items[:2]] == ["Ofsted", "Trafford Council"]
    assert items[1]["URL"] == "https://news.example.org/adult-learning"
    assert items[2]["author"] == [{"literal": "Ofsted"}]
    page = client.get(row["url"]).content.decode()
    assert page.index('class="original"') < page.index("<h3>This page</h3>")
    assert 'href="https://news.example.org/adult-learning#:~:text=' in page


def test_an_id_that_never_was_cannot_be_cited(record, client):
    for what in ("inspections", "statements"):
        for ending, _ in DOWNLOADS:
            assert client.get(f"/{what}/zzzzzzzzzz.{ending}").status_code == 404


def test_a_proven_passage_can_be_cited_and_no_other(record, client, words_of):
    statement = client.get("/statements.json").json()["results"][0]
    proof = statement["evidence"][0]
    source = client.get(f"/sources/{proof['source']}.json").json()
    address = f"{source['url']}cite/?start={proof['start']}&end={proof['end']}"
    page = words_of(address)
    assert " ".join(proof["text"].split()) in page
    assert source["sha256"] in page
    assert f"#p{proof['start']}-{proof['end']}" in client.get(address).content.decode()
    assert f"cite/?start={proof['start']}&amp;end={proof['end']}" in client.get(source["url"]).content.decode()
    for wrong in (
        f"start={proof['start']}&end={proof['end'] + 1}",
        "start=a&end=2",
        "",
        "start=1",
        "start=-1&end=9" * 3,
    ):
        assert client.get(f"{source['url']}cite/?{wrong}").status_code == 404


@pytest.fixture
def told_by(db):
    """A record whose one report is by no named publisher."""

    def make(*inspections):
        from tests.web.test_budgets import fill

        fill(1)
        source = Source.objects.get()
        Source.objects.update(publisher="", reader="report_ilacs", kind="inspection report")
        for ref, inspectorates in inspections:
            other = Inspection.objects.create(ref=ref, slug="x", title=ref, kind="full", inspectorates=inspectorates)
            Evidence.objects.create(source=source, inspection=other, field="mention", start=0, end=6)
        return source

    return make


CREWS = (
    ((), ["Ofsted"]),
    ((("i8", []), ("i9", ["ofsted"])), ["Ofsted"]),
    ((("i9", ["ofsted", "cqc"]),), None),  # which of them wrote it is not said
)


@pytest.mark.parametrize(("others", "authors"), CREWS)
def test_a_report_without_a_publisher_is_by_the_inspectorates_it_tells_of(told_by, client, others, authors):
    told_by(*others)
    page = client.get("/inspections/i1/x/").content.decode()
    assert "own report is not held here" not in page
    for address in ("/inspections/i1.csl.json", "/statements/t1.csl.json"):
        original = json.loads(client.get(address).content)[0]
        assert [author["literal"] for author in original.get("author", [])] == (authors or [])


def test_a_news_story_is_not_a_report(told_by, client):
    told_by()
    Source.objects.update(reader="annual_assessment_letter", kind="annual assessment letter")
    assert "own report is not held here" not in client.get("/inspections/i1/x/").content.decode()
    Source.objects.update(reader="news_story", kind="news story")
    cache.clear()  # no edition is ever changed: its pages are kept
    forget_what_is_held()
    assert "own report is not held here" in client.get("/inspections/i1/x/").content.decode()


TIDY = {
    "inspection": "abcdefghij", "authority": "trafford", "service": "adult-learning", "inspectorates": "ofsted",
    "kind": "full", "framework": "", "inspected": "2017-03-06", "inspected_basis": "stated",
    "inspected_as_printed": "6 March 2017", "published": "2017-04-17", "published_basis": "stated",
    "published_as_printed": "17 April 2017", "aspect": "Overall", "aspect_code": "overall",
    "scale": "ofsted-four-point", "grade": "good", "grade_as_worded": "Good", "overall_absent": "", "outcome": "",
    "provider": "", "provider_name": "", "provider_kind": "", "service_as_printed": "", "framework_basis": "",
    "inspected_note": "", "published_note": "", "grade_basis": "", "grade_note": "", "outcome_as_held": "",
    "previous": "", "follows": "", "next_due": "", "notes": "",
    "disputed": '[{"field": "published", "values": ["2017-04-17", "2017-03"]}]',
}  # fmt: skip


def test_no_citation_chooses_one_of_two_dates_that_sources_give(empty_record, client, tmp_path):
    with (tmp_path / "tidy.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([TIDY.keys(), TIDY.values()])
    import_sources([tmp_path / "tidy.csv"], load())
    both = "17 April 2017 or March 2017"
    for form in ("txt", "bib", "ris", "csl.json"):
        entry = client.get(f"/inspections/abcdefghij.{form}").content.decode()
        assert f"{both} (sources disagree)" in entry, form
        assert "Inspected 6 March 2017" in entry, form
    (cited,) = [each for each in json.loads(entry) if each["id"] == "inspection-abcdefghij"]
    assert cited["issued"] == {"literal": f"{both} (sources disagree)"}
    page = client.get("/inspections/abcdefghij/", follow=True).content.decode()
    assert both in page.partition('<meta name="description"')[2].partition(">")[0]
    assert "datePublished" not in page and "one of the days told" in page
