"""A pasted quotation: word for word, altered or in no text held here; and where it is said to come from."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.conftest import served_from
from tests.world import REPORT_TEXT, news, report

REPORT = "Since the last inspection managers have improved the quality of teaching of English"


def check(client, words, **more):
    answer = client.get("/quote-check.json", {"q": words, **more})
    return answer.status_code, json.loads(answer.content)


VERDICTS = [
    (REPORT, "exact"),
    (REPORT.upper(), "exact"),
    ("since the last\u00a0inspection\n\nmanagers \u2013 have improved", "exact"),
    ("managers have improved \u2026 teaching of English", "exact"),
    ("managers have improved the [whole] quality", "exact"),
    ("Since the last inspection managers have ruined the quality of teaching of English", "altered"),
    ("Since the last inspection managers have improved the quality of teaching of maths", "altered"),
    ("nobody ever wrote this sentence in any report", "absent"),
    ("learners enjoy every single lesson they attend", "exact"),
    ("'; DROP TABLE inspections_source; --", "absent"),
    ("(.*)+ [a-z]{2,} %s %d %%", "absent"),
    ('NEAR("managers" OR', "absent"),
]


@pytest.mark.parametrize(("words", "verdict"), VERDICTS)
def test_each_quotation_gets_its_verdict(world_record, client, words, verdict):
    status, answer = check(client, words)
    assert (status, answer["verdict"]) == (200, verdict)
    assert bool(answer["matches"]) is (verdict != "absent")


def test_a_match_is_the_slice_of_its_source_and_names_its_inspection(world_record, client):
    _, answer = check(client, "managers have IMPROVED the quality")
    match = answer["matches"][0]
    source = json.loads(client.get(f"/sources/{match['source']}.json").content)
    assert source["text"][match["start"] : match["end"]] == match["text"] == "managers have improved the quality"
    assert match["inspections"] == source["inspections"] and match["differences"] == []
    assert client.get(match["url"]).status_code == 200
    assert f'id="p{match["start"]}-{match["end"]}"' in client.get(match["url"]).content.decode()


def test_each_word_that_differs_is_told(world_record, client):
    _, answer = check(client, "Since the last inspection managers improved the quality of learning of English")
    assert answer["matches"][0]["differences"] == [
        {"kind": "left-out", "theirs": "", "held": "have"},
        {"kind": "changed", "theirs": "learning", "held": "teaching"},
    ]


def test_absent_says_what_was_searched(world_record, client):
    _, answer = check(client, "nobody ever wrote this sentence in any report")
    assert answer["searched"]["sources"] == 3
    assert set(answer["searched"]["publishers"]) == {"Ofsted", "Trafford Council", "Example Party"}
    page = client.get("/quote-check/", {"q": "nobody ever wrote this sentence"}).content.decode()
    assert "Not in any text held here" in page and "3 texts" in page


ATTRIBUTIONS = [
    (f"“{REPORT}” (Ofsted, March 2017)", {}, "agrees"),
    (f"“{REPORT}” (Ofsted, May 2014)", {}, "differs"),
    (f"“{REPORT}” — CQC, 2017", {}, "differs"),
    (REPORT, {"by": "Ofsted, 2017"}, "agrees"),
    (REPORT, {"by": "Leeds"}, "differs"),
    (REPORT, {"by": "Trafford"}, "agrees"),
    (REPORT, {}, None),
]


@pytest.mark.parametrize(("words", "more", "state"), ATTRIBUTIONS)
def test_the_right_words_from_the_wrong_report_are_told_apart(world_record, client, words, more, state):
    _, answer = check(client, words, **more)
    assert answer["verdict"] == "exact"
    assert (answer["attribution"] or {}).get("state") == state


def test_words_may_be_looked_for_in_one_report(world_record, client):
    _, own = check(client, REPORT)
    ref = own["matches"][0]["source"]
    assert check(client, REPORT, report=ref)[1]["attribution"]["state"] == "agrees"
    assert check(client, "learners enjoy every single lesson", report=ref)[1]["attribution"]["state"] == "differs"


REFUSED = [
    ({"q": ""}, "q"),
    ({"q": "!? \u2026"}, "q"),
    ({"q": "[all of it]"}, "q"),
    ({"q": "x" * 2001}, "q"),
    ({"q": "a\x00b"}, "q"),
    ({"q": "words", "by": "somebody"}, "by"),
    ({"q": "words", "report": "nosuch"}, "report"),
    ({"q": "words", "colour": "blue"}, "colour"),
    ({"q": ["one", "two"]}, "q"),
]


@pytest.mark.parametrize(("asked", "field"), REFUSED)
def test_what_is_not_understood_is_said_beside_its_field(world_record, client, asked, field):
    answer = client.get("/quote-check.json", asked)
    assert answer.status_code == 400 and answer["Content-Type"] == "application/problem+json"
    assert field in [error["field"] for error in json.loads(answer.content)["errors"]]
    page = client.get("/quote-check/", asked)
    assert page.status_code == 400 and 'class="error"' in page.content.decode()


def test_two_thousand_characters_with_line_breaks_are_taken(world_record, client):
    assert client.get("/quote-check/", {"q": ("word\r\n" * 400)[:2400].strip()}).status_code == 200


def test_a_telephone_number_is_never_shown(wide_record, client):
    _, answer = check(client, "Telephone 01823 123 4567 or write to someone")
    assert "4567" not in json.dumps(answer["matches"])


@pytest.mark.parametrize("words", [REPORT, REPORT.replace("improved", "ruined"), f"“{REPORT}” (Ofsted, May 2014)"])
def test_queries_are_few(world_record, client, words):
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/quote-check/", {"q": words}).status_code == 200
    assert len(asked) <= 10


def test_only_get_is_answered(world_record, client):
    assert client.post("/quote-check/", {"q": "words"}).status_code == 405


def test_an_altered_quotation_of_the_record_shows_every_word_that_differs(words_of, client, altered_record):
    statement = next(s for s in client.get("/statements.json").json()["results"] if s["verification"] == "altered")
    assert statement["verified"]["differences"] == [{"kind": "changed", "theirs": "improved", "held": "widened"}]
    shown = words_of(f"/statements/{statement['id']}/")
    assert "Differs from the report" in shown and "Changed: improved where the report has widened" in shown
    place = f"{statement['verified']['start']}-{statement['verified']['end']}"
    passage = client.get(f"/sources/{statement['verified']['source']}/?words={place}", follow=True).content.decode()
    assert f'id="p{place}"' in passage


@pytest.fixture(scope="session")
def _altered_file(tmp_path_factory, django_db_blocker):
    from inspections.catalogue import load
    from inspections.recording.loading import record_readings

    text = REPORT_TEXT.replace("managers have improved", "managers have widened")
    with django_db_blocker.unblock(), served_from(tmp_path_factory.mktemp("altered") / "record.sqlite3") as file:
        record_readings([news(), report(text)], [], load())
    return file


@pytest.fixture
def altered_record(_altered_file, opened, django_db_blocker):
    """A record in which a council's page alters a sentence of the report."""
    with django_db_blocker.unblock(), opened(_altered_file) as file:
        yield file
