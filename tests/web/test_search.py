"""Search: every passage, statement, inspection and authority; phrases, prefixes, filters, and what stays out."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from inspections.models import Entry
from inspections.recording.indexing import searchable, without_names
from inspections.web.edition import _held
from inspections.web.fields import read_query
from inspections.web.found import as_latest
from inspections.web.search import mark_words

QUERIES = [
    ("teaching english", (("teaching",), ("english",))),
    ("“teaching of English” good", (("teaching", "of", "english"), ("good",))),
    ("children’s", (("childrens",),)),
    ("well-being", (("well", "being"),)),
    ("inspect*", (("inspect*",),)),
    ('"lead inspect*"', (("lead", "inspect*"),)),
    ('AND "unclosed NEAR(', (("and",), ("unclosed", "near"))),
    ("café", (("cafe",),)),
    ("'; DROP TABLE", (("drop",), ("table",))),
]


@pytest.mark.parametrize(("typed", "parts"), QUERIES)
def test_what_is_typed_is_read_as_words(typed, parts):
    assert read_query(typed).parts == parts


def search(client, words, **more):
    answer = client.get("/search.json", {"q": words, **more})
    assert answer.status_code == 200, answer.content
    return answer.json()


FOUND = [
    ("improved", {"passage", "statement"}),
    ('"sufficient progress"', {"passage", "inspection"}),
    ("Trafford", {"passage", "inspection", "authority"}),
    ("appren*", set()),
    ("tut*", {"passage", "statement"}),
    ('"tutors of"', set()),
    ("nonsuch", set()),
]


@pytest.mark.parametrize(("words", "kinds"), FOUND)
def test_it_finds_things_of_every_kind(world_record, client, words, kinds):
    found = search(client, words)
    assert {hit["kind"] for hit in found["results"]} >= kinds
    assert bool(found["count"]) is bool(kinds)


def test_the_words_looked_for_are_marked_in_their_place(world_record, client):
    hit = next(h for h in search(client, '"teaching of English"')["results"] if h["kind"] == "passage")
    assert hit["marked"] == ["teaching of English"] and "teaching of English" in hit["text"]
    assert client.get(hit["url"]).status_code == 200


def test_filters_narrow_as_on_the_lists(world_record, client):
    every = search(client, "inspection")
    passages = search(client, "inspection", kind="passage")
    assert {hit["kind"] for hit in passages["results"]} == {"passage"} and passages["count"] < every["count"]
    assert (
        search(client, "Leeds", authority="leeds")["count"]
        and not search(client, "Leeds", authority="trafford")["count"]
    )
    assert search(client, "managers", publisher="Ofsted")["count"] == 1
    assert search(client, "Trafford", year="2017", kind="inspection")["count"]
    assert not search(client, "Trafford", year="1999")["count"]


def test_every_count_beside_a_choice_is_what_it_gives(world_record, client):
    page = client.get("/search/", {"q": "inspection"}).context["list"]
    for facet in page.facets:
        for group in facet.groups:
            for choice in group.choices:
                assert client.get(f"/search.json{choice.url}").json()["count"] == choice.count, choice


def test_a_name_leads_to_its_authority(world_record, client):
    assert [each["url"] for each in search(client, "stockport council")["authorities"]] == ["/authorities/stockport/"]
    assert [each["url"] for each in search(client, "E08000035")["authorities"]] == ["/authorities/leeds/"]
    assert search(client, "teaching")["authorities"] == []


def test_what_was_withdrawn_is_marked_and_never_first(record, client):
    found = search(client, "ofsted")["results"] + client.get("/search.json?q=ofsted&page=2").json().get("results", [])
    states = [hit["status"] for hit in found]
    assert states == sorted(states)


STAYS_OUT = [
    "Telephone 01823 123 4567",
    "write to someone@example.org",
]


@pytest.mark.parametrize("text", STAYS_OUT)
def test_numbers_and_addresses_are_not_indexed(text):
    assert not any(char.isdigit() for char in searchable(text)) and "example" not in searchable(text)


def test_a_telephone_number_is_not_found(wide_record, client):
    assert search(client, "01823")["count"] == search(client, "4567")["count"] == 0
    assert "4567" not in client.get("/search.json?q=Telephone").content.decode()


NAMES = [
    ("Lead inspector: Jane Example", ""),
    ("Lead inspector\tJane Example HMI", ""),
    ("Jane Example, Her Majesty’s Inspector", ""),
    ("Jane Example\nHMI", "Jane Example"),
    ("Inspectors: A Example, B Example", ""),
    ("Inspectors found that the service is good.", "Inspectors found that the service is good."),
    ("The inspection team met leaders.", "The inspection team met leaders."),
]


@pytest.mark.parametrize(("paragraph", "left"), NAMES)
def test_those_who_inspected_are_not_indexed(paragraph, left):
    assert without_names(paragraph) == left


@pytest.mark.parametrize("words", ['"', "***", "(", "%", "\u2026"])
def test_what_holds_no_word_is_refused(world_record, client, words):
    assert client.get("/search.json", {"q": words}).status_code == 400
    assert client.get("/search/", {"q": words}).status_code == 400


@pytest.mark.parametrize(
    "words", ["NEAR(a b", "a AND", "{first}: x", "x:y", "^a", "a* b", "-a +b", '"a', "a\\", "%s", "'a' || 'b'"]
)
def test_no_question_is_a_syntax_error(world_record, client, words):
    assert client.get("/search/", {"q": words}).status_code == 200


def test_nothing_found_says_what_is_held(world_record, client):
    page = client.get("/search/", {"q": "nonsuch"}).content.decode()
    assert "3 sources" in page and "/quote-check/" in page


def test_a_long_text_is_shown_where_most_words_stand():
    text = "first word " + "filler " * 200 + "the tutors teach English well " + "filler " * 200
    shown = mark_words(text, read_query("tutors english first"))
    assert [words for words, is_marked in shown if is_marked] == ["tutors", "English"]
    assert shown[0][0] == "… " and shown[-1][0].endswith("…")


def test_queries_are_few(world_record, client):
    for question in ({"q": "inspection"}, {"q": "nonsuch"}, {"kind": "passage"}):
        with CaptureQueriesContext(connection) as asked:
            client.get("/search/", question)
        assert len(asked) <= 6


def test_very_many_hits_are_listed_latest_first_and_said_to_be_more(wide_record, client, monkeypatch):
    whole = client.get("/search.json?q=ofsted&kind=inspection").json()
    assert whole["count_is"] == "exact"
    assert whole["count"] > 2
    monkeypatch.setattr("inspections.web.searching.MOST_RANKED", 2)
    some = client.get("/search.json?q=ofsted&kind=inspection&page=1").json()
    assert (some["count"], some["count_is"]) == (2, "at least")
    listed = [row["id"] for row in client.get("/inspections.json?providers=with").json()["results"]]
    places = [listed.index(hit["id"]) for hit in some["results"]]
    assert places == sorted(places)
    page = client.get("/search/?q=ofsted&kind=inspection&page=1").content.decode()
    assert "more than <b>2</b> found" in page
    assert "Too many to be ranked" in page


@pytest.mark.parametrize(
    "asked",
    ["authority=leeds", "kind=passage", "year=2019&authority=leeds", "publisher=Ofsted", "q=ofsted&kind=passage"],
)
def test_a_large_record_tells_the_same_without_counting_all_of_it(wide_record, client, monkeypatch, asked):
    if "q=" in asked:
        monkeypatch.setattr("inspections.web.searching.found_saying", lambda query, most: as_latest([(1, "passage")]))
    exact = client.get(f"/search.json?{asked}&page=1").json()
    monkeypatch.setattr("inspections.web.searching.MOST_COUNTED", 0)
    for each in _held:
        each.clear()
    told = client.get(f"/search.json?{asked}&page=1").json()
    assert exact["count"] and (told["count"], told["count_is"]) == (exact["count"], "exact")
    assert [hit["url"] for hit in told["results"]] == [hit["url"] for hit in exact["results"]]
    page = client.get(f"/search/?{asked}&page=1").content.decode()
    assert "Filter</h2>" in page
    monkeypatch.setattr("inspections.web.searching.MOST_RANKED", 1)
    for each in _held:
        each.clear()
    some = client.get(f"/search.json?{asked}").json()
    assert (some["count"], some["count_is"]) == (1, "at least" if exact["count"] > 1 else "exact")


@pytest.mark.parametrize(
    "words", ["inspection", "stockport adult", "“adult learning”", "send", "inadeq*", "ofsted 2019", "no-such-word"]
)
def test_a_list_finds_by_words_what_a_search_finds(client, record, words):
    asked = {"q": words, "providers": "with"}
    listed = {each["id"] for each in client.get("/inspections.json", asked).json()["results"]}
    found = Entry.objects.saying(read_query(words)).with_things(80)
    assert listed == {each.inspection__ref for each in found if each.inspection__ref}


def test_a_list_finds_an_authority_by_its_official_name_and_its_code(client, record):
    every = client.get("/inspections.json", {"authority": "stockport"}).json()
    assert every["count"]
    for name in ("Stockport Metropolitan Borough Council", "E08000007"):
        found = client.get("/inspections.json", {"q": name}).json()
        assert {each["id"] for each in every["results"]} <= {each["id"] for each in found["results"]}, name


def test_words_that_are_none_are_refused_by_a_list(client, record):
    answer = client.get("/inspections/", {"q": "!!"})
    assert answer.status_code == 400
    assert "There is no word in this." in answer.content.decode()


NARROWED = [
    {},
    {"kind": "passage"},
    {"authority": "stockport"},
    {"service": "adult-learning"},
    {"year": ["2018", "2019"]},
    {"publisher": "Ofsted"},
    {"authority": "stockport", "kind": "inspection", "year": "2018"},
]


@pytest.mark.parametrize("asked", NARROWED)
@pytest.mark.parametrize("words", ["stockport", "inspection good", "no-such-word"])
def test_hits_that_are_kept_are_filtered_as_the_database_filters_them(record, client, words, asked):
    rows = Entry.objects.all()
    for name, value in asked.items():
        if name == "year":
            rows = rows.in_years([int(year) for year in value] if isinstance(value, list) else [int(value)])
        else:
            question = {"kind": "of_kind", "publisher": "by_publisher"}.get(name, f"about_{name}")
            rows = getattr(rows, question)(value)
    best = rows.best_first(read_query(words)).with_things(80)
    listed = []
    for number in range(1, 1 + max(1, -(-best.count() // 50))):
        listed += search(client, words, page=number, **asked)["results"]
    refs = ("authority__slug", "inspection__ref", "statement__ref", "source__ref")
    expected = [next(getattr(row, ref) for ref in refs if getattr(row, ref)) for row in best]
    assert [hit["id"] for hit in listed] == expected


def test_a_search_again_asks_only_for_the_hits_of_its_page(record, client):
    client.get("/search/?q=stockport")
    with CaptureQueriesContext(connection) as asked:
        client.get("/search/?q=stockport&kind=inspection")
        client.get("/search/?q=stockport&kind=passage")
    assert len([query for query in asked if "inspections_entry" in query["sql"]]) == 2


def test_a_search_without_words_cuts_only_what_its_page_shows_out_of_texts(record, client):
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/search.json?kind=passage").json()["results"]
    cut = [query["sql"] for query in asked if "SUBSTR" in query["sql"]]
    assert len(cut) == 1
    assert "LIMIT" not in cut[0]


def test_a_search_about_an_authority_does_not_look_at_every_entry(record, client):
    if connection.vendor != "sqlite":
        pytest.skip("asks how SQLite plans a query")
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/search.json?authority=stockport&service=adult-learning").json()["results"]
    listed = [
        query["sql"] for query in asked if "LIMIT 50" in query["sql"] and "inspections_entry_about" in query["sql"]
    ]
    with connection.cursor() as cursor:
        plans = [str(cursor.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()) for sql in listed]
    assert plans
    assert not any("SCAN inspections_entry" in plan for plan in plans)


def test_texts_are_read_through_once_for_all_counts_of_a_list(record, client):
    with CaptureQueriesContext(connection) as asked:
        first = client.get("/sources/?q=stockport").content
    assert len([query for query in asked if "LIKE" in query["sql"]]) == 1
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/sources/?q=stockport").content == first
    assert not [query for query in asked if "LIKE" in query["sql"]]
