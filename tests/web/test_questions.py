"""A query string is a stranger: what is understood filters, what is not is refused beside its field."""

import html
import re

import pytest

REFUSED = (
    ("/inspections/?grade=good", "grade", "needs its scale"),
    ("/inspections/?grade=ofsted-four-point:excellent", "grade", "is not a grade of the scale"),
    ("/inspections/?grade=marks:good", "grade", "is not a scale"),
    ("/inspections/?year=19", "year", "is not a year"),
    ("/inspections/?year=２０１９", "year", "is not a year"),
    ("/inspections/?year=2019&year=soon", "year", "is not a year"),
    ("/inspections/?year_from=soon", "year_from", "four digits"),
    ("/inspections/?year_to=3000", "year_to", "from 1990 to 2100"),
    ("/inspections/?authority=atlantis", "authority", "is not one this record knows"),
    ("/inspections/?region=Mercia", "region", "is not one"),
    ("/inspections/?service=plumbing", "service", "is not one"),
    ("/inspections/?inspectorate=nobody", "inspectorate", "is not one"),
    ("/inspections/?kind=chat", "kind", "is not one"),
    ("/inspections/?scale=richter", "scale", "is not one"),
    ("/inspections/?sort=best", "sort", "is not one"),
    ("/inspections/?page=0", "page", "numbered from 1"),
    ("/inspections/?page=99", "page", "the last is page 1"),
    ("/inspections/?page=two", "page", "as a number"),
    ("/inspections/?authority=stockport&authority=leeds", "authority", "once only"),
    ("/inspections/?council=stockport", "council", "is not something this list can be asked"),
    ("/inspections/?q=a%00b", "q", ""),
    ("/inspections/?year_from=2020&year_to=2019", "year_from", "is after the last, 2019"),
    ("/inspections/?scale=ofsted-report-card&grade=ofsted-four-point:good", "grade", "one scale at a time"),
    (
        "/inspections/?grade=ofsted-four-point:good&grade=ofsted-report-card:strong-standard",
        "grade",
        "one scale at a time",
    ),
    ("/statements/?kind=gossip", "kind", "is not one"),
    ("/statements/?status=maybe", "status", "is not one"),
    ("/authorities/?region=Mercia", "region", "is not one"),
    ("/sources/?publisher_kind=blog", "publisher_kind", "is not one"),
)


@pytest.mark.parametrize(("address", "field", "says"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_is_not_understood_is_refused_beside_its_field(record, client, words_of, address, field, says):
    said = words_of(address, 400)
    assert "The question was not understood" in said
    assert says in said
    assert "Outcome on its scale" not in said
    for ending in (".json", ".csv"):
        response = client.get(address.replace("/?", f"{ending}?", 1))
        assert response.status_code == 400
        assert response["Content-Type"] == "application/problem+json"
        problem = response.json()
        assert field in {error["field"] for error in problem["errors"]}
        assert "results" not in problem


def test_a_grade_without_its_scale_is_answered_with_the_scales(record, client):
    offers = client.get("/inspections.json?grade=good&year=2018").json()["errors"][0]["offers"]
    assert {"text": "Good (Ofsted’s four grades)", "query": "?year=2018&grade=ofsted-four-point%3Agood"} in offers
    assert all(client.get(f"/inspections/{offer['query']}").status_code == 200 for offer in offers)


@pytest.mark.parametrize("passing", ["utm_source=paper", "fbclid=x1", "grade=", "q=&year="])
def test_what_others_add_to_a_link_changes_nothing(record, client, passing):
    assert client.get(f"/inspections.json?{passing}").json()["count"] == client.get("/inspections.json").json()["count"]


def plain_match(row, years=(), grades=()):
    """The year and grade filters said in plain Python, over the JSON of an inspection."""
    dates = row["inspected"] if row["inspected"] and row["inspected"]["earliest"] else row["published"]
    meant = set()
    if dates and dates["earliest"]:
        first, last = int(dates["earliest"][:4]), int(dates["latest"][:4])
        meant = {y for y in range(first, last + 1) if dates["basis"] != "candidates" or str(y) in dates["edtf"]}
    judged = {f"{j['scale']}:{j['grade']}" for j in row["judgements"]}
    return (not years or meant & set(years)) and (not grades or judged & set(grades))


QUESTIONS = (
    ("year=2019", (2019,), ()),
    ("year=2019&year=2018", (2019, 2018), ()),
    ("grade=ofsted-four-point:inadequate", (), ("ofsted-four-point:inadequate",)),
    (
        "grade=ofsted-four-point:good&grade=ofsted-four-point:inadequate",
        (),
        ("ofsted-four-point:good", "ofsted-four-point:inadequate"),
    ),
    ("year=2026&grade=ofsted-four-point:good", (2026,), ("ofsted-four-point:good",)),
)  # fmt: skip


@pytest.mark.parametrize(("query", "years", "grades"), QUESTIONS, ids=[row[0] for row in QUESTIONS])
def test_filters_agree_with_their_plain_twin(wide_record, client, query, years, grades):
    every = client.get("/inspections.json").json()["results"]
    asked = client.get(f"/inspections.json?{query}").json()
    assert [row["id"] for row in asked["results"]] == [row["id"] for row in every if plain_match(row, years, grades)]
    assert asked["count"] > 0


def test_good_on_one_scale_never_finds_another(wide_record, client):
    rows = client.get("/inspections.json?grade=ofsted-report-card:strong-standard").json()["results"]
    assert [row["authorities"][0]["slug"] for row in rows] == ["sunderland"]


def test_candidates_count_only_under_the_years_they_name(wide_record, client):
    counts = {
        year: client.get(f"/statements.json?year={year}&kind=withdrawal").json()["count"] for year in range(2018, 2026)
    }
    assert {year for year, many in counts.items() if many} == {2019, 2024}


@pytest.mark.parametrize("what", ["inspections", "statements", "authorities", "sources"])
@pytest.mark.parametrize("fixture", ["record", "wide_record"])
def test_every_choice_gives_as_many_as_it_says(request, client, what, fixture):
    """Each count beside a filter is the count of the list it leads to."""
    request.getfixturevalue(fixture)
    first = {"inspections": "?year_from=2018", "statements": "?kind=finding"}.get(what, "")
    text = client.get(f"/{what}/{first}").content.decode()
    choices = re.findall(
        r'<li(?: class="on")?><a href="(\?[^"]*)"([^>]*)><span>[^<]*</span> <span class="n">(\d+)</span>', text
    )
    assert len(choices) > 5
    for query, marks, many in choices:
        if "aria-current" not in marks:
            found = client.get(f"/{what}.json{html.unescape(query)}").json()["count"]
            others = re.search(r"(grade|year)=.*\1=", query)
            assert found == int(many) or others, query


@pytest.mark.parametrize("chosen", ["scale=ofsted-report-card", "grade=ofsted-four-point:good"])
def test_no_choice_leads_to_a_question_that_mixes_scales(wide_record, client, chosen):
    text = client.get(f"/inspections/?{chosen}").content.decode()
    choices = re.findall(r'<a href="(\?[^"]*)"[^>]*><span>', text)
    assert len(choices) > 5
    for query in choices:
        assert client.get(f"/inspections/{html.unescape(query)}").status_code == 200, query


def test_a_bare_grade_is_offered_on_the_scale_asked_for_only(record, client):
    offers = client.get("/inspections.json?grade=good&scale=ofsted-four-point").json()["errors"][0]["offers"]
    assert [offer["text"] for offer in offers] == ["Good (Ofsted’s four grades)"]


@pytest.mark.parametrize("address", ["/", "/scales/", "/scales.json", "/editions/", "/editions.json"])
def test_a_page_without_filters_refuses_what_it_is_asked(record, client, address):
    assert client.get(f"{address}?x=1").status_code == 400
    assert "“x” is not something this page can be asked" in client.get(f"{address}?x=1").content.decode()
    assert client.get(f"{address}?utm_source=paper").status_code == 200


def test_an_empty_list_says_what_is_covered(record, words_of):
    said = words_of("/inspections/?year=1999")
    assert "No inspections with these filters" in said
    assert "That does not mean that nothing happened: the record holds" in said


def test_the_list_names_its_filters_and_its_size(record, client, words_of):
    every = client.get("/inspections.json").json()["count"]
    assert every > 2
    said = words_of("/inspections/?year=2019&grade=ofsted-four-point:inadequate")
    assert f"2 of {every} inspections with these filters:" in said
    assert "Inadequate on Ofsted’s four grades" in said


def test_the_list_says_when_only_the_publication_is_known(record, words_of):
    assert "May 2016 published" in words_of("/inspections/?year=2016")
