"""Whatever a visitor asks is answered within bounds. A short run here; ``make soak`` asks 100,000 times."""

import json
import re

import pytest
from django.db import OperationalError, connection
from django.test import Client

from inspections.web import exports, limits
from inspections.web.openapi import describe
from tests.conftest import besides_the_edition
from tests.faults import hostile_visitors as visitors
from tests.security.addresses import every_address, patterns, read

SHORT = 120


def test_no_question_to_any_address_fails(record):
    told = visitors.ask_anything(SHORT, seed=1)
    assert told.asked >= SHORT
    assert not told.faults
    assert {200, 400, 404, 405} <= set(told.statuses)


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::hypothesis.errors.NonInteractiveExampleWarning")
def test_every_answer_is_as_the_description_says(record):
    told = visitors.ask_as_described(SHORT, seed=2)
    assert told.asked >= len(describe()["paths"])
    assert not told.faults


def test_a_fault_would_be_told():
    told = visitors.Told()
    told.take("/", 500, 0.1, 10)
    told.take("/", 200, 1.1, 10)
    told.take("/", 200, 0.1, 10_000_000)
    assert len(told.faults) == 3
    assert visitors.grown({"asked": 100, "memory": [(20, 90), (50, 100), (100, 130)]})
    assert not visitors.grown({"asked": 100, "memory": [(20, 90), (50, 100), (100, 110)]})


def test_every_address_of_the_json_interface_is_described():
    import re

    routes = {"/" + re.sub(r"<\w+:(\w+)>", r"{\1}", route) for route in patterns() if route.endswith(".json")}
    assert routes - {"/openapi.json"} <= set(describe()["paths"]) | {r for r in routes if r.endswith("csl.json")}


def test_no_answer_is_described_only_in_general():
    general = {"$ref": "#/components/schemas/Answer"}
    told = {
        path: answer["schema"]
        for path, methods in describe()["paths"].items()
        for answer in methods["get"]["responses"]["200"]["content"].values()
    }
    assert [path for path, schema in told.items() if schema == general] == []


def test_every_real_answer_is_as_described(record):
    from jsonschema_rs import Draft202012Validator

    whole, checked = describe(), 0
    routes = {f"/{route}" for route in patterns()}
    for address in every_address():
        path = address.partition("?")[0]
        if not path.endswith(".json") or path.endswith((".csl.json", "openapi.json")):
            continue
        response = Client().get(address)
        told = next(found for found in whole["paths"] if matches(found, path))
        answer = whole["paths"][told]["get"]["responses"][str(response.status_code)]["content"]
        schema = next(iter(answer.values()))["schema"] | {"components": whole["components"]}
        Draft202012Validator(schema).validate(json.loads(read(response)))
        checked += 1
    assert checked > 20
    assert "/openapi.json" in routes


def matches(described, path):
    theirs, ours = described.split("/"), path.split("/")
    return len(theirs) == len(ours) and all(
        told == given or (told.startswith("{") and not (told.endswith(".json") and not given.endswith(".json")))
        for told, given in zip(theirs, ours, strict=True)
    )


BOUNDS = (
    ("/inspections/?q=" + "a" * 8000, 414, "too long"),
    ("/" + "a" * 2001, 414, "too long"),
    ("/search/?q=" + "a" * 201, 400, "200"),
    ("/quote-check/?q=" + "a" * 2001, 400, "2,000"),
    ("/inspections/?" + "year=2019&" * 101, 400, "at most 100 parameters"),
    ("/inspections/?" + "&".join(["grade=ofsted-four-point:good"] * 41), 400, "at most 40"),
    ("/inspections/?page=1000001", 400, "no such page"),
    ("/inspections/?page=" + "9" * 100, 400, "page"),
    ("/inspections/?page=999999", 400, "last is page 1"),
    ("/authorities.json?page=505&sort=inspections&region=London", 400, "last is page"),
    ("/inspections/?year=0", 400, "not a year"),
    ("/inspections.csv?page=99", 400, "last is page"),
    ("/feed.atom?page=99", 400, "no page 99"),
    ("/search/?q=" + "+".join(f"a{n}" for n in range(25)), 400, "at most 24"),
)


@pytest.mark.parametrize(("address", "status", "words"), BOUNDS, ids=[bound[0][:24] for bound in BOUNDS])
def test_every_bound_is_said_in_words(record, client, address, status, words):
    response = client.get(address)
    assert (response.status_code, words in read(response).decode()) == (status, True)


@pytest.mark.parametrize("ending", ["/", ".json", ".csv", ".atom"])
def test_a_refusal_has_the_form_that_was_asked_for(record, client, ending):
    response = client.get(f"/inspections{ending}?q={'a' * 9000}")
    assert response.status_code == 414
    expected = "text/html; charset=utf-8" if ending == "/" else "application/problem+json"
    assert response["Content-Type"] == expected


ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"


def test_a_question_to_the_database_is_stopped_when_its_time_is_up(record):
    with pytest.raises(OperationalError) as stopped, limits.answered_within(0.05):
        connection.cursor().execute(ENDLESS)
    assert re.search("interrupted|statement timeout", str(stopped.value))


def test_the_next_question_has_its_own_time(record):
    with pytest.raises(OperationalError), limits.answered_within(-1):
        connection.cursor().execute("SELECT 1")
    with limits.answered_within(60):
        assert connection.cursor().execute("SELECT 1").fetchone() == (1,)
    assert connection.cursor().execute("SELECT 1").fetchone() == (1,)


@pytest.mark.parametrize("address", ["/statements/", "/statements.json", "/statements/?q=good"])
def test_what_takes_too_long_is_refused_in_words_and_may_be_asked_again(record, client, settings, address):
    client.get("/")
    settings.ANSWER_SECONDS = -1
    late = client.get(address)
    assert (late.status_code, late["Retry-After"], late["Cache-Control"]) == (503, "60", "no-store")
    assert "takes too long" in late.content.decode()
    settings.ANSWER_SECONDS = 5
    assert client.get(address).status_code == 200


def test_a_download_that_stands_still_is_broken_off(record, client, monkeypatch):
    monkeypatch.setattr(limits, "PIECE_SECONDS", -1)
    with pytest.raises(OperationalError):
        read(client.get("/statements.csv"))


def test_a_download_is_sent_piece_by_piece(record, client, monkeypatch):
    monkeypatch.setattr(exports, "PIECE", 2)
    response = client.get("/statements.csv?status=stands")
    assert response.streaming
    assert len(list(response.streaming_content)) > 5


def test_the_bounds_stand_in_front_of_the_database(record, client):
    from django.test.utils import CaptureQueriesContext

    client.get("/")
    with CaptureQueriesContext(connection) as asked:
        for address, status, _ in BOUNDS[:2]:
            assert client.get(address).status_code == status
    assert besides_the_edition(asked) == []
