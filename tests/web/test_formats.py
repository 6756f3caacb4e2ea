"""Page, CSV and JSON are the same question: they cannot disagree."""

import csv
import io
import re

import pytest

KEYS = {
    "id", "url", "authorities", "service", "inspectorates", "kind", "framework", "inspected", "published", "overall",
    "overall_absent", "outcome", "judgements", "findings", "statements", "previous", "next", "follows", "sources",
    "not_stated", "disputed",
}  # fmt: skip
STATEMENT_KEYS = {
    "id", "url", "kind", "stance", "text", "in_quotation_marks", "speaker", "role", "organisation", "said", "status",
    "inspections", "verification", "evidence",
}  # fmt: skip
SOURCE_KEYS = {
    "id", "title", "publisher", "kind", "file", "published", "received", "licence", "url", "archived_url", "sha256",
    "pages", "text", "passages", "inspections", "statements",
}  # fmt: skip
QUERIES = (
    "",
    "?year=2019",
    "?grade=ofsted-four-point:good",
    "?authority=stockport&sort=oldest",
    "?q=derby",
    "?year=1999",
)


def read_csv(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return list(csv.DictReader(io.StringIO(response.getvalue().decode())))


@pytest.mark.parametrize("query", QUERIES)
def test_page_csv_and_json_give_the_same_rows(wide_record, client, query):
    from_json = [row["id"] for row in client.get(f"/inspections.json{query}").json()["results"]]
    from_csv = list(dict.fromkeys(row["inspection"] for row in read_csv(client, f"/inspections.csv{query}")))
    page = client.get(f"/inspections/{query}").content.decode()
    from_page = re.findall(r'class="main" href="/inspections/([a-z0-9]+)/', page)
    assert from_json == from_csv == from_page


def test_json_has_every_key_of_the_interface(record, client):
    answer = client.get("/inspections.json").json()
    assert set(answer) == {"edition", "count", "filters", "next", "previous", "results"}
    assert set(answer["edition"]) == {"number", "published", "digest"}
    for row in answer["results"]:
        assert set(row) >= KEYS
        whole = client.get(f"/inspections/{row['id']}.json").json()
        assert {key: whole[key] for key in row} == row
        for statement in row["findings"] + row["statements"]:
            assert set(statement) >= STATEMENT_KEYS
    source = client.get("/sources.json").json()["results"][0]
    assert set(source) >= SOURCE_KEYS


def proofs(value):
    """Every evidence object anywhere in a JSON answer."""
    if isinstance(value, dict):
        if {"source", "start", "end", "text"} <= set(value):
            yield value
        for each in value.values():
            yield from proofs(each)
    elif isinstance(value, list):
        for each in value:
            yield from proofs(each)


@pytest.mark.parametrize("fixture", ["record", "wide_record"])
def test_every_evidence_text_is_its_slice(request, client, fixture):
    request.getfixturevalue(fixture)
    texts = {row["id"]: row["text"] for row in client.get("/sources.json").json()["results"]}
    answers = [client.get(address).json() for address in ("/inspections.json", "/statements.json")]
    found = list(proofs(answers))
    assert len(found) > 60
    for proof in found:
        assert texts[proof["source"]][proof["start"] : proof["end"]] == proof["text"]
        assert proof["text"]


def test_the_held_text_keeps_its_length_and_covers_numbers_and_addresses(wide_record, client):
    from tests.web.wide_world import ILACS_TEXT

    source = next(row for row in client.get("/sources.json").json()["results"] if row["file"] == "somerset_report.txt")
    assert len(source["text"]) == len(ILACS_TEXT)
    assert "01823" not in source["text"]
    assert "someone@example.org" not in source["text"]
    assert source["text"][: ILACS_TEXT.index("Telephone")] == ILACS_TEXT[: ILACS_TEXT.index("Telephone")]
    page = client.get(source["url"]).content.decode()
    assert "someone@" not in page
    assert "Telephone numbers and e-mail addresses are covered" in page


def test_csv_has_one_row_for_each_judgement(wide_record, client, first_named):
    rows = read_csv(client, "/inspections.csv")
    of_somerset = [row for row in rows if row["authority"] == "somerset"]
    assert [(row["aspect"], row["grade"], row["grade_words"]) for row in of_somerset] == [
        ("The impact of leaders", "good", "Good"),
        ("Help and protection", "requires-improvement", "Requires improvement"),
        ("Children in care", "good", "Good"),
        ("Care leavers", "outstanding", "Outstanding"),
    ]
    visit = next(row for row in rows if row["inspected"] == "XXXX-09")
    assert (visit["grade"], visit["scale"], visit["inspected_earliest"]) == ("", "", "")
    assert visit["overall_absent"] == "ungraded by design"


def test_csv_says_how_finely_each_date_is_known(wide_record, client):
    found = {row["inspected"]: row["inspected_precision"] for row in read_csv(client, "/inspections.csv")}
    assert found["XXXX-09"] == "month"
    assert found["2014-05"] == "month"
    assert found["2019-06-03"] == "day"
    assert found["2017-03-06/2017-03-09"] == "interval"


def test_csv_cells_cannot_run_as_formulas(wide_record, client):
    texts = [row["text"] for row in read_csv(client, "/statements.csv")]
    assert "'=1+1" in texts
    assert not [text for text in texts if text.startswith(("=", "+", "-", "@"))]


def test_csv_names_its_day_and_filters(record, client):
    response = client.get("/inspections.csv?grade=ofsted-four-point:good&year=2018")
    assert re.fullmatch(
        r'attachment; filename="inspections-\d{4}-\d\d-\d\d-grade-ofsted-four-point-good-year-2018\.csv"',
        response["Content-Disposition"],
    )


def test_the_dictionary_has_every_column(record, client, words_of):
    said = words_of("/data/")
    for what in ("inspections", "statements", "authorities", "sources"):
        header = client.get(f"/{what}.csv").getvalue().decode().splitlines()[0].split(",")
        for column in header:
            assert f" {column} " in said


def test_lists_are_cut_into_pages_that_join_up(record, client):
    answer = client.get("/authorities.json?sort=name").json()
    found = [row["slug"] for row in answer["results"]]
    assert answer["count"] > 150
    assert answer["previous"] is None
    while answer["next"]:
        answer = client.get(answer["next"]).json()
        found += [row["slug"] for row in answer["results"]]
    assert len(found) == answer["count"] == len(set(found))
    assert answer["previous"].endswith("page=3")


def test_the_last_page_can_be_asked_and_the_one_after_cannot(record, client, words_of):
    assert "51–100 of" in words_of("/authorities/?page=2")
    assert client.get("/authorities.json?page=9").status_code == 400


def test_csv_gives_all_rows_or_the_page_asked_for(record, client):
    every = [row["authority"] for row in read_csv(client, "/authorities.csv?sort=name")]
    pages = [
        row["authority"] for page in (1, 2, 3, 4) for row in read_csv(client, f"/authorities.csv?sort=name&page={page}")
    ]
    assert len(every) > 150
    assert pages == every


def test_the_date_of_a_source_opens_the_words_that_prove_it(record, client):
    sources = client.get("/sources.json").json()["results"]
    dated = [row for row in sources if row["published"]]
    assert dated
    for row in dated:
        proof = row["published"]["evidence"][0]
        assert proof["field"] == "published"
        assert row["text"][proof["start"] : proof["end"]] == proof["text"] == row["published"]["as_printed"][0]
        page = client.get(row["url"]).content.decode()
        anchor = f"p{proof['start']}-{proof['end']}"
        assert f'href="#{anchor}"><span class="date">' in page
        assert f'id="{anchor}"' in page
        assert client.get(f"/sources/{row['id']}.json").json()["published"] == row["published"]
    assert "title" in {proof["field"] for row in sources for proof in row["evidence"]}
