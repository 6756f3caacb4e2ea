"""Settings come from the environment; a wrong value stops the program and says what it should look like."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from inspections import settings as project

ROOT = Path(__file__).resolve().parent.parent
OURS = ("DATABASE_URL", "REPLICA_URLS", "PAGE_CACHE", "ALLOWED_HOSTS", "SITE_URL", "SECRET_KEY", "DEBUG", "HTTPS_ONLY")


def ask(expression: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What a fresh program with this environment prints for an expression over its settings."""
    inherited = {name: value for name, value in os.environ.items() if name not in OURS}
    code = f"from inspections import settings; print(({expression}))"
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=inherited | environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("variable", "value", "shape"),
    [
        ("DATABASE_URL", "record.sqlite3", "sqlite:///record.sqlite3 or postgresql://"),
        ("DATABASE_URL", "mysql://user:hunter2@host/name", "sqlite:///record.sqlite3 or postgresql://"),
        ("DATABASE_URL", "sqlite://record.sqlite3", "sqlite:///record.sqlite3"),
        ("DATABASE_URL", "sqlite:///", "sqlite:///record.sqlite3"),
        ("DATABASE_URL", "postgresql://host", "postgresql://user:password@host:5432/name"),
        ("DATABASE_URL", "postgresql:///name", "postgresql://user:password@host:5432/name"),
        ("DATABASE_URL", "postgresql://host:many/name", "postgresql://user:password@host:5432/name"),
        ("PAGE_CACHE", "yes", "off, local, or the address of a shared cache"),
        ("PAGE_CACHE", "redis://", "off, local, or the address of a shared cache"),
        ("ALLOWED_HOSTS", "https://record.example.org", "no scheme"),
        ("ALLOWED_HOSTS", "record.example.org:8000", "no port"),
        ("SITE_URL", "record.example.org", "https://record.example.org"),
        ("SITE_URL", "https://record.example.org/path", "no path"),
        ("SITE_URL", "https://record.example.org:port", "https://record.example.org"),
        ("SECRET_KEY", "short", "32 random characters"),
        ("DEBUG", "perhaps", "true or false"),
    ],
)
def test_a_wrong_value_is_named_with_what_it_should_look_like(variable, value, shape):
    answer = ask("settings.DEBUG", **{variable: value})
    assert answer.returncode != 0
    last = answer.stderr.strip().splitlines()[-1]
    assert last.startswith("django.core.exceptions.ImproperlyConfigured: " + variable)
    assert shape in last
    assert "hunter2" not in answer.stderr


@pytest.mark.parametrize("command", ["import_sources", "audit_record", "migrate", "check", "collectstatic", "nonsense"])
@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("DATABASE_URL", "mysql://user:hunter2@host/name"),
        ("PAGE_CACHE", "yes"),
        ("DEBUG", "perhaps"),
        ("ALLOWED_HOSTS", "https://record.example.org"),
    ],
)
def test_a_command_says_what_is_wrong_in_one_line(variable, value, command):
    inherited = {name: given for name, given in os.environ.items() if name not in OURS}
    answer = subprocess.run(
        [sys.executable, "manage.py", command], cwd=ROOT, env=inherited | {variable: value},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (answer.returncode, answer.stdout) == (1, "")
    (line,) = answer.stderr.splitlines()
    assert line.startswith(f"{variable} is ") and "It should look like this: " in line
    assert "hunter2" not in line


@pytest.mark.parametrize(
    ("replicas", "database"),
    [("sqlite:///copy.sqlite3", "postgresql://host/name"), ("postgresql://other/name", "sqlite:///record.sqlite3")],
)
def test_replicas_are_postgresql_beside_postgresql(replicas, database):
    answer = ask("1", REPLICA_URLS=replicas, DATABASE_URL=database)
    assert answer.returncode != 0
    assert "ImproperlyConfigured: REPLICA_URLS is " in answer.stderr


def test_nothing_in_the_environment_gives_the_defaults():
    answer = ask(
        "settings.DATABASES['default']['NAME'], settings.DATABASES['default']['ENGINE'], settings.ALLOWED_HOSTS, "
        "settings.DEBUG, settings.SITE_URL, len(settings.SECRET_KEY) > 40, settings.CACHES['default']['BACKEND']"
    )
    assert answer.stdout.strip() == str(
        (
            str(ROOT / "record.sqlite3"),
            "inspections.sqlite_record",
            ["localhost", "127.0.0.1", "[::1]"],
            False,
            "",
            True,
            "django.core.cache.backends.locmem.LocMemCache",
        )
    )


def test_two_processes_have_two_secret_keys():
    assert ask("settings.SECRET_KEY").stdout != ask("settings.SECRET_KEY").stdout


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("sqlite:///data/held.sqlite3", str(ROOT / "data/held.sqlite3")),
        ("sqlite:////srv/held.sqlite3", "/srv/held.sqlite3"),
    ],
)
def test_a_relative_path_starts_at_the_project(address, name):
    assert project.read_database("DATABASE_URL", address, ("sqlite",), "")["NAME"] == name


def test_a_server_on_this_machine_may_be_reached_by_its_socket():
    found = project.read_database("DATABASE_URL", "postgresql://reader@%2Frun%2Fpostgresql/record", ("postgresql",), "")
    assert (found["HOST"], found["NAME"], found["USER"]) == ("/run/postgresql", "record", "reader")


def test_a_postgresql_address_is_taken_apart():
    read = project.read_database(
        "DATABASE_URL", "postgresql://reader:p%40ss@db.example:6432/record", ("postgresql",), ""
    )
    parts = {key: read[key] for key in ("ENGINE", "USER", "PASSWORD", "HOST", "PORT", "NAME")}
    assert parts == {
        "ENGINE": "django.db.backends.postgresql",
        "USER": "reader",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": 6432,
        "NAME": "record",
    }


def test_web_processes_ask_a_replica_and_commands_the_primary():
    there = {
        "DATABASE_URL": "postgresql://primary.example/record",
        "REPLICA_URLS": "postgresql://replica.example/record",
    }
    asked = "__import__('django.conf').conf.settings.DATABASES['default']['HOST']"
    assert ask("settings.DATABASES['default']['HOST']", **there).stdout.strip() == "primary.example"
    first = asked.replace("['HOST']", "['ADDRESSES'].present['HOST']")
    assert ask(f"(__import__('inspections.wsgi'), {first})[1]", **there).stdout.strip() == "replica.example"


def test_the_site_address_loses_its_last_slash(monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://record.example.org/")
    assert project.read_site("SITE_URL") == "https://record.example.org"


@pytest.mark.parametrize(("value", "on"), [("", True), ("true", True), ("1", True), ("False", False), ("0", False)])
def test_a_switch_is_on_or_off(monkeypatch, value, on):
    monkeypatch.setenv("DEBUG", value)
    assert project.read_switch("DEBUG", default=True) is on


def test_a_shared_cache_needs_its_package(monkeypatch):
    monkeypatch.setenv("PAGE_CACHE", "redis://cache.example:6379/0")
    monkeypatch.setattr(project, "find_spec", lambda name: None)
    with pytest.raises(ImproperlyConfigured, match=r"PAGE_CACHE .* pip install redis"):
        project.read_page_cache("PAGE_CACHE")


def test_no_admin_no_sessions_no_sign_in():
    assert not any("auth" in app or "admin" in app or "session" in app for app in project.INSTALLED_APPS)
    assert not any("session" in part.lower() or "auth" in part.lower() for part in project.MIDDLEWARE)
