"""National pages: every outcome where it belongs, every number the list it links to, nothing ranked, nothing lent."""

import csv
import io
import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from inspections.catalogue import load
from inspections.models import Edition, Latest
from inspections.web.ladder import place_grade
from inspections.web.national import Cell, EventShown, brief_grade, grade_letters, show_when, years_of
from inspections.web.national_waiting import add_months, expect_next, months_between, months_in_words, window_in_words

PAGES = ("/national/", "/national/map/", "/national/counts/", "/national/coverage/", "/national/waiting/")
NAMES = tuple(page.strip("/") for page in PAGES)
ASKED = (
    "/national{}?region=South+West", "/national{}?kind=county&sort=region", "/national{}?service=childrens-services",
    "/national/map{}?service=adult-learning", "/national/counts{}?service=childrens-services",
    "/national/waiting{}?service=childrens-services&region=East+Midlands",
)  # fmt: skip
BAD = (
    ("national", "region=Mercia", "region"), ("national", "sort=best", "sort"),
    ("national", "service=schools", "service"),

    ("national", "grade=good", "grade"), ("national", "page=2", "page"), ("national/map", "scale=marks", "scale"),
    ("national/map", "region=London", "region"), ("national/counts", "service=magic", "service"),
    ("national/coverage", "year=2019", "year"), ("national/waiting", "kind=duchy", "kind"),
)  # fmt: skip


def rows_of(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    if ".csv" in address:
        return list(csv.DictReader(io.StringIO(answer.getvalue().decode())))
    return answer.json()["results"]


def section(client, address, name):
    body = client.get(address).content.decode()
    return body.partition(f'<section aria-labelledby="{name}">')[2].partition("</section>")[0]


@pytest.mark.parametrize("fixture", ["record", "wide_record"])
@pytest.mark.parametrize("page", PAGES)
def test_every_national_page_answers_with_its_edition(request, client, fixture, page):
    request.getfixturevalue(fixture)
    answer = client.get(page)
    assert answer.status_code == 200
    again = client.get(page, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("page", PAGES)
def test_an_edition_of_nothing_still_answers(empty_record, client, page):
    from inspections.recording.loading import record_readings
    from tests.world import report

    record_readings([report()], [], load())
    record_readings([], [], load(), withdraw=["trafford_report.txt"])
    assert client.get(page).status_code == 200


def test_the_grid_shows_each_outcome_on_its_own_scale_and_links_to_it(wide_record, client):
    found = {(row["authority"], row["service"]): row for row in rows_of(client, "/national.json")}
    trafford = found["trafford", "adult-learning"]
    assert (trafford["state"], trafford["scale"], trafford["grade"]) == ("graded", "ofsted-four-point", "good")
    somerset = found["somerset", "childrens-services"]
    assert (somerset["state"], somerset["scale"], somerset["grade"]) == ("aspects", "", "")
    derby = found["derby", "childrens-services"]
    assert (derby["state"], derby["grade"]) == ("disputed", "")
    grid = section(client, "/national/", "open")
    assert "By aspect only" in grid and "Sources disagree" in grid
    for address in re.findall(r'href="(/(?:inspections|authorities)/[^"]+)"', grid):
        assert client.get(address).status_code == 200, address
    for row in found.values():
        assert (
            not row["inspection"] or f"/inspections/{row['inspection']}/" in client.get("/national/").content.decode()
        )


def test_a_grade_without_its_scale_is_on_no_page(wide_record, client):
    """Each letter beside a year is one of the key's, and the key names every scale with all its grades."""
    body = client.get("/national/").content.decode()
    key = body.partition('<section class="key"')[2].partition("</section>")[0]
    letters = set(re.findall(r"<dt><i>(\w)</i>", key))
    assert letters and set(re.findall(r'<span class="vh">, scale</span> <i>(\w)</i>', body)) == letters
    for slug in re.findall(r'href="/scales/([a-z-]+)/"', key):
        for grade in load().scales[slug].grades:
            assert grade.label in key


def test_abolished_councils_stand_apart_and_lend_no_grade(wide_record, client):
    assert "/authorities/cumbria/" not in section(client, "/national/", "open")
    gone = section(client, "/national/", "abolished")
    assert "/authorities/cumbria/" in gone and "/authorities/cumberland/" in gone
    assert "/authorities/westmorland-and-furness/" in gone
    heirs = [
        row
        for row in rows_of(client, "/national.json")
        if row["authority"] in ("cumberland", "westmorland-and-furness")
    ]
    assert heirs == []
    names = section(client, "/national/", "not-covered")
    assert "/authorities/cumberland/" in names


def test_what_is_not_covered_is_said(record, client, words_of):
    said = words_of("/national/")
    assert "Something is held of 2 of 153 authorities" in said
    assert "151 authorities of which nothing is held" in said
    assert "Schools, colleges, homes and other providers" in said


@pytest.mark.parametrize("address", ASKED)
def test_page_json_and_csv_give_the_same_rows(wide_record, client, address):
    assert client.get(address.format("/")).status_code == 200
    from_json, from_csv = rows_of(client, address.format(".json")), rows_of(client, address.format(".csv"))
    plain = [{name: "" if value is None else str(value) for name, value in row.items()} for row in from_json]
    assert plain == [{name: value for name, value in row.items() if name != "edition"} for row in from_csv]
    assert from_csv


def test_filters_leave_only_what_was_asked(wide_record, client):
    assert {row["region"] for row in rows_of(client, "/national.json?region=South+West")} == {"South West"}
    assert {row["service"] for row in rows_of(client, "/national.json?service=adult-learning")} == {"adult-learning"}
    shown = section(client, "/national/?region=South+West", "open")
    assert "/authorities/somerset/" in shown and "/authorities/derby/" not in shown


@pytest.mark.parametrize(("what", "query", "field"), BAD)
def test_a_question_that_is_not_understood_names_its_field(record, client, what, query, field):
    page = client.get(f"/{what}/?{query}")
    assert page.status_code == 400 and field in page.content.decode()
    for ending in ("json", "csv"):
        answer = client.get(f"/{what}.{ending}?{query}")
        assert answer.status_code == 400 and answer["Content-Type"] == "application/problem+json"
        assert [error["field"] for error in answer.json()["errors"]] == [field]


def test_nothing_can_be_ordered_by_grade(record, client):
    for page in ("/national/", "/national/map/", "/national/waiting/"):
        body = client.get(page).content.decode()
        orders = body.partition('id="f-sort"')[2].partition("</select>")[0]
        assert set(re.findall(r'value="(\w*)"', orders)) == {"name", "region", "date"}


@pytest.mark.parametrize("order", ["name", "region", "date"])
def test_the_orders_are_those_of_their_names(wide_record, client, order):
    rows = rows_of(client, f"/national.json?sort={order}&service=childrens-services")
    here = [row for row in rows if not row["closed"]]
    if order == "date":
        assert [row["when"][:4] for row in here] == sorted((row["when"][:4] for row in here), reverse=True)
    else:
        keys = [(row["region"] if order == "region" else "", row["authority_name"]) for row in here]
        assert keys == sorted(keys)
    assert len(here) > 2


@pytest.mark.parametrize("fixture", ["record", "wide_record"])
@pytest.mark.parametrize(
    "address", ["/national/counts.json", "/national/counts.json?service=childrens-services", "/national/coverage.json"]
)
def test_every_number_is_the_length_of_the_list_it_links_to(request, client, fixture, address):
    request.getfixturevalue(fixture)
    rows = rows_of(client, address)
    counted = {row["list"]: row["inspections"] for row in rows if row["list"]}
    assert len(counted) > 10
    for link, many in counted.items():
        assert client.get(link.replace("/inspections/", "/inspections.json", 1)).json()["count"] == many, link
    page = client.get(address.replace(".json", "/")).content.decode()
    links = {
        link.replace("&amp;", "&"): int(many)
        for link, many in re.findall(r'<a href="(/inspections/[^"]*)">(\d+)</a>', page)
    }
    assert links and links == {link: many for link, many in counted.items() if many}


def test_numbers_that_no_list_can_be_asked_for_have_no_link(wide_record, client):
    rows = rows_of(client, "/national/coverage.json")
    without = [row for row in rows if row["year"] == "not stated"]
    assert without and not any(row["list"] for row in without)


def test_the_map_has_every_open_authority_once_in_whole_numbers(wide_record, client):
    rows = rows_of(client, "/national/map.json?service=childrens-services")
    expected = sorted(a.slug for a in load().authorities.values() if not a.closed)
    assert sorted(row["authority"] for row in rows) == expected
    body = client.get("/national/map/?service=childrens-services").content.decode()
    drawing = body.partition('<svg class="hexagons"')[2].partition("</svg>")[0]
    places = re.findall(r'<use class="fill-\w+" href="#hexagon" x="(\d+)" y="(\d+)"/>', drawing)
    assert len(places) == len(set(places)) == len(expected)
    assert not re.search(r'[xy]="\d*[.,]', drawing)
    table = body.partition('class="rows map-table"')[2]
    assert re.findall(r'<th scope="row"><a href="/authorities/([a-z-]+)/"', table) == [row["authority"] for row in rows]


@pytest.mark.parametrize(("council", "before"), [("somerset", "Somerset County Council"), ("cumberland", "Cumbria")])
def test_a_council_before_one_of_its_own_name_is_named_in_full(record, client, council, before):
    never = section(client, "/national/waiting/", "never")
    told = never.partition(f'href="/authorities/{council}/"')[2].partition("</li>")[0]
    assert re.findall(r'before it <a href="[^"]+">([^<]*)</a>', told) == [before]


def test_the_maps_key_counts_every_hexagon_once(wide_record, client):
    body = client.get("/national/map/?service=childrens-services").content.decode()
    key = body.partition('class="map-key"')[2].partition("</ul>")[0]
    assert sum(map(int, re.findall(r"<b>(\d+)</b>", key))) == len(
        [a for a in load().authorities.values() if not a.closed]
    )


def test_the_map_tells_another_scale_and_no_grade_and_nothing_held_apart(record, client):
    body = client.get("/national/map/?service=childrens-services&scale=ofsted-four-point").content.decode()
    stoke, stockport = (
        re.search(rf'<a class="hex"[^>]*><title>{name}: ([^<]*)</title>(.*?)</a>', body)
        for name in ("Stoke-on-Trent", "Stockport")
    )
    assert "fill-worst" in stoke[2] and ">I<" in stoke[2] and "Inadequate" in stoke[1]
    assert "fill-other" in stockport[2] and "≠" in stockport[2] and "Performs well on another scale" in stockport[1]
    send = client.get("/national/map/?service=area-send").content.decode()
    stockport = re.search(r'<a class="hex"[^>]*><title>Stockport: ([^<]*)</title>(.*?)</a>', send)
    assert "fill-without" in stockport[2] and "–" in stockport[2]
    derby = re.search(r'<a class="hex"[^>]*><title>Derby: ([^<]*)</title>(.*?)</a>', send)
    assert derby[1] == "nothing held here" and "fill-nothing" in derby[2] and "<text" not in derby[2]


def test_an_outcome_without_a_year_is_told_as_one_and_counted_once(record, client):
    found = {row["service"]: row for row in rows_of(client, "/national.json") if row["authority"] == "stockport"}
    fostering, referral = found["fostering"], found["contact-referral-assessment"]
    assert (fostering["state"], fostering["grade"], fostering["inspection"]) == ("undated", "", "")
    assert (fostering["since_kind"], fostering["undated"]) == ("unstated", 1)
    assert (referral["state"], referral["since_kind"]) == ("visits", "unannounced")
    waits = section(client, "/national/waiting/?service=fostering", "waits")
    assert "/authorities/stockport/" in waits and "not known: the year is not stated" in waits
    assert "more without a year" not in waits
    never = section(client, "/national/waiting/?service=contact-referral-assessment", "never")
    assert "/authorities/stockport/" in never


def test_letters_of_a_scale_are_all_different():
    for scale in load().scales.values():
        letters = grade_letters(scale.slug)
        assert len(set(letters.values())) == len(scale.grades), scale.slug
        assert all(brief_grade(scale.slug, slug) for slug in letters)
    assert list(grade_letters("ofsted-four-point").values()) == ["O", "G", "RI", "I"]


def test_waiting_is_counted_to_the_day_of_the_edition(wide_record, client):
    day = Edition.objects.first().published.date()
    rows = rows_of(client, "/national/waiting.json?service=childrens-services")
    told = [row for row in rows if row["inspection"]]
    assert told and {row["as_at"] for row in told} == {day.isoformat()}
    assert (
        len({row["authority"] for row in rows})
        == len(rows)
        == len([a for a in load().authorities.values() if not a.closed])
    )


def test_an_authority_that_follows_another_begins_without_an_inspection(wide_record, client):
    never = section(client, "/national/waiting/?service=childrens-services", "never")
    assert "/authorities/cumberland/" in never and "/authorities/cumbria/" in never
    row = next(
        r
        for r in rows_of(client, "/national/waiting.json?service=childrens-services")
        if r["authority"] == "cumberland"
    )
    assert row["inspection"] == row["months_least"] == "" and row["due_absent"] == "no full inspection held"


def event(edtf="2024-02-05/2024-02-16", framework="ilacs", published="", due=""):
    when = show_when(edtf, published, date(2024, 2, 5))
    return EventShown("a", "/inspections/a/x/", "full", framework, when, due)


def cell(shown, scale="ofsted-four-point", grade="good", state="graded"):
    held = place_grade(scale, grade) if grade else None
    return Cell("derby", "childrens-services", "", state, held, "", "", "A", shown, None, shown, 1, 0)


AS_AT = date(2026, 11, 22)
EXPECTED = {
    "three years, half a year either way": (event(), {}, "August 2026 to August 2027", "estimate", ""),
    "a visit whose end is not stated": (event("2024-02-05/.."), {}, "August 2026 to August 2027", "estimate", ""),
    "what a source says wins": (event(due="2027"), {}, "2027", "stated", ""),
    "nothing fixed after inadequate": (event(), {"grade": "inadequate"}, "", "", "fixes nothing after “inadequate”"),
    "no grade": (event(), {"grade": "", "state": "aspects"}, "", "", "no overall grade to count from"),
    "no framework": (event(framework=""), {}, "", "", "framework not stated"),
    "a framework no longer used": (event(framework="single-inspection-framework"), {}, "", "", "is no longer used"),
    "a framework without a rhythm": (
        event(framework="cqc-la-assessment"), {"scale": "cqc-rating"}, "", "", "state no rhythm",
    ),
    "another scale": (event(), {"scale": "cqc-rating"}, "", "", "no overall grade to count from"),
    "only the publication is known": (event("", published="2024-03-20"), {}, "", "", "own date is not stated"),
    "one of several days": (event("[2021-04-30,2024-04-30]"), {}, "", "", "own date is not stated"),
    "about three years after": (
        event("2024-02", "area-send-2023"),
        {"scale": "area-send-outcome", "grade": "inconsistent"}, "February 2027", "estimate", "",
    ),
    "a monitoring inspection after eighteen months": (
        event("2025-06-02", "area-send-2023"),
        {"scale": "area-send-outcome", "grade": "widespread-and-or-systemic-failings"}, "December 2026", "estimate", "",
    ),
}  # fmt: skip


def test_an_estimate_whose_time_is_over_says_so():
    for months, passed in ((20, False), (42, False), (43, True), (44, True)):
        shown = event(add_months(AS_AT, -months).isoformat()[:7])
        due, _ = expect_next(cell(shown), shown, AS_AT)
        assert due.passed is passed, months


@pytest.mark.parametrize("name", EXPECTED)
def test_the_next_is_estimated_only_where_the_framework_says(name):
    shown, changes, words, basis, why = EXPECTED[name]
    due, why_not = expect_next(cell(shown, **changes), shown, AS_AT)
    assert (due.words if due else "", due.basis if due else "") == (words, basis)
    assert why in why_not and bool(why_not) == (due is None)
    assert due is None or due.basis == "stated" or (due.rule and due.source.startswith("https://"))


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2024, 2, 5), date(2024, 2, 16), "2 years 9 months"),
        (date(2025, 11, 23), date(2025, 11, 23), "11 months"),
        (date(2025, 11, 22), date(2025, 11, 22), "1 year"),
        (date(2019, 1, 1), date(2019, 12, 31), "6 to 8 years"),
        (date(2026, 11, 22), date(2026, 11, 22), "0 months"),
    ],
)
def test_time_passed_is_said_as_finely_as_the_date_is_known(first, last, words):
    assert months_in_words((months_between(last, AS_AT), months_between(first, AS_AT))) == words


@pytest.mark.parametrize(
    ("edtf", "years"),
    [
        ("2018-12-03/..", "2018"),
        ("2018", "2018"),
        ("2018-12-03/2019-01-11", "2018 to 2019"),
        ("[2019-04-30,2024-04-30]", "2019 or 2024"),
        ("XXXX-09", ""),
    ],
)
def test_years_are_those_that_are_known(edtf, years):
    assert years_of(edtf) == years


def test_an_unknown_year_has_no_waiting_time():
    assert months_in_words(None) == "not known: the year is not stated"


def test_a_window_is_told_in_months():
    assert add_months(date(2024, 11, 30), 3) == date(2025, 2, 1)
    assert window_in_words(date(2025, 2, 1), date(2025, 2, 1)) == "February 2025"


@pytest.mark.parametrize("address", [*PAGES, *(f"/{name}.json" for name in NAMES)])
def test_no_national_page_asks_more_than_its_budget(wide_record, client, address):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    assert len(asked) <= 10, [query["sql"][:120] for query in asked]


def test_the_grid_reads_the_newest_outcomes_and_no_inspections_by_the_thousand(wide_record, client):
    with CaptureQueriesContext(connection) as asked:
        client.get("/national/")
    tables = [query["sql"] for query in asked if "inspections_judgement" in query["sql"]]
    # the words of those that are worked out, found by the keys of the newest outcomes alone
    assert len(tables) == 1 and "_id" in tables[0] and " IN (" in tables[0] and " JOIN " not in tables[0]
    assert Latest.objects.count() > 0
