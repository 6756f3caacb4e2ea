"""What is configured is shown and tried, and what would keep visitors out stops the start."""

import os
import subprocess
import sys

import pytest
from django.test import override_settings

from tests.conftest import ROOT
from tests.recording.test_commands import run


@pytest.fixture
def collected(tmp_path):
    (tmp_path / "staticfiles.json").write_text("{}")
    with override_settings(STATIC_ROOT=str(tmp_path)):
        yield


def test_a_site_that_can_be_started_is_told_line_by_line(record, collected):
    code, out, _ = run("check_config")
    assert code == 0
    assert "edition 1 of " in out
    assert "WRONG" not in out


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (
            {"SITE_URL": "https://record.example.org"},
            "SITE_URL names record.example.org, which is not in ALLOWED_HOSTS",
        ),
        ({"DEBUG": True}, "DEBUG is on"),
        ({"STATIC_ROOT": "/nowhere"}, "the styles are not collected"),
    ],
)
def test_what_would_keep_visitors_out_is_wrong(record, collected, changed, told):
    with override_settings(**changed):
        code, out, _ = run("check_config")
    assert code == 1
    assert f"WRONG  {told}" in out


def test_no_record_is_wrong(empty_record, collected):
    code, out, _ = run("check_config")
    assert code == 1
    assert "run import_sources first" in out


def test_a_password_is_not_shown(record, collected, monkeypatch):
    monkeypatch.setenv("REPLICA_URLS", "postgresql://reader:hunter2@replica/record")
    monkeypatch.setenv("SECRET_KEY", "x" * 40)
    _, out, _ = run("check_config")
    assert "hunter2" not in out and "xxxx" not in out


def test_a_wrong_number_of_workers_is_named(record, collected, monkeypatch):
    monkeypatch.setenv("WORKERS", "many")
    code, out, _ = run("check_config")
    assert code == 1
    assert "WRONG  WORKERS is 'many'" in out


@pytest.mark.parametrize(
    "words", [["-m", "gunicorn", "-c", "gunicorn.conf.py", "inspections.wsgi"], ["manage.py", "--check-config"]]
)
def test_a_wrong_variable_stops_the_start_in_one_line_that_names_it(words):
    done = subprocess.run(
        [sys.executable, *words], cwd=ROOT, env={**os.environ, "PAGE_CACHE": "somewhere"},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("PAGE_CACHE is 'somewhere'. It should look like this: ")
    assert len(done.stderr.splitlines()) == 1
