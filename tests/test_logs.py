"""Logs are lines that a program reads, and nothing in them tells who asked or what for."""

import json
import logging
import os
import subprocess
import sys
from datetime import timedelta
from types import SimpleNamespace

import pytest

from inspections.logs import JsonLines, WordLines
from inspections.management.commands.audit_record import Command as Audit
from inspections.management.logged import GIVES_WAY
from inspections.web.access import told_of
from tests.conftest import ROOT
from tests.faults.place import ask, wait_until_it_answers
from tests.ports import free_port

ASKED = "Mrs Example of Kent"


def line(message, *args, form=JsonLines, **more):
    record = logging.LogRecord("gunicorn.error", logging.ERROR, "x.py", 1, message, args, more.pop("exc_info", None))
    record.__dict__.update(more)
    return form().format(record)


def failed(error):
    try:
        raise error
    except type(error):
        return sys.exc_info()


def test_an_event_is_one_json_object():
    told = json.loads(line("import_sources", told={"ended": 0, "edition": 3}))
    assert (told["event"], told["level"], told["logger"]) == ("import_sources", "error", "gunicorn.error")
    assert (told["ended"], told["edition"]) == (0, 3)
    assert told["time"].endswith("+00:00")


def test_at_a_terminal_it_is_words():
    assert line("import_sources", told={"ended": 0, "left": None}, form=WordLines).endswith(
        "error import_sources ended=0"
    )


@pytest.mark.parametrize(
    ("message", "args"),
    [
        ("Invalid request from ip=198.51.100.7: Invalid HTTP request line: '/quote-check/?q=Mrs Example'", ()),
        ("Error handling request %s", (f"/search/?q={ASKED}",)),
        ("Invalid HTTP_HOST header: %r.", (ASKED,)),
        ("Internal Server Error: /search/?q=%s", ("Mrs%20Example",)),
    ],
)
@pytest.mark.parametrize("form", [JsonLines, WordLines])
def test_no_visitor_and_no_question_is_in_it(message, args, form):
    said = line(message, *args, form=form)
    assert "Example" not in said and "198.51" not in said


def test_a_failure_is_told_by_its_kind_and_place_without_its_words():
    told = json.loads(line("Internal Server Error", exc_info=failed(ValueError(f"invalid literal: {ASKED}"))))
    assert told["failure"] == "ValueError"
    assert told["at"][-1].startswith("test_logs.py:")
    assert ASKED not in json.dumps(told)


def test_a_failure_of_the_machine_keeps_its_words():
    told = json.loads(line("Internal Server Error", exc_info=failed(OSError(28, "No space left on device"))))
    assert "No space left on device" in told["words"]


@pytest.mark.parametrize(
    ("path", "told"),
    [("/inspections/abc/", "/inspections/abc/"), (f"/{ASKED}/", None), ("/static/favicon.svg", "/static/"), ("/", "/")],
)
def test_only_a_path_of_this_site_is_told(path, told):
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": "q=x", "REMOTE_ADDR": "198.51.100.7"}
    answer = SimpleNamespace(status="200 OK", sent=12)
    assert told_of(answer, environ, timedelta(milliseconds=3)) == {
        "method": "GET", "path": told, "status": 200, "bytes": 12, "ms": 3.0,
    }  # fmt: skip


def test_a_served_request_is_a_line_without_its_question(record):
    """A real server: the line is there, and the words that were asked for are nowhere."""
    port = free_port()
    environment = {
        **os.environ, "DATABASE_URL": f"sqlite:///{record}", "LOG_LEVEL": "info", "HOST": "127.0.0.1", "WORKERS": "1",
        "PORT": str(port), "DEBUG": "true",
    }  # fmt: skip
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", "inspections.wsgi"],
        cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    try:
        wait_until_it_answers(port)
        assert ask(port, "/search/?q=Mrs+Example")[0] == 200
    finally:
        server.terminate()
        said, _ = server.communicate(timeout=120)
    lines = [json.loads(each) for each in said.splitlines()]
    asked = [each for each in lines if each.get("path") == "/search/"]
    assert [(each["event"], each["method"], each["status"]) for each in asked] == [("request", "GET", 200)]
    assert asked[0]["ms"] > 0
    assert "Example" not in said and "127.0.0.1:" not in said.replace(f"127.0.0.1:{port}", "")


def test_a_command_is_a_line_where_that_is_asked_for(tmp_path):
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{tmp_path}/none.sqlite3", "LOG_LEVEL": "info"}
    done = subprocess.run(
        [sys.executable, "manage.py", "audit_record"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    told = json.loads(done.stderr.splitlines()[-1])
    assert done.returncode == 1
    assert (told["event"], told["ended"], told["edition"]) == ("audit_record", 1, None)


def test_a_command_gives_way_to_the_site(empty_record, monkeypatch):
    asked = []
    monkeypatch.setattr("inspections.management.logged.os.nice", asked.append)
    with pytest.raises(SystemExit):
        Audit().run_from_argv(["manage.py", "audit_record"])
    assert asked == [GIVES_WAY]
