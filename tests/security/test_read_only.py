"""Read-only, four times over: the database as it is opened, the role, the site map, and the imports; and the disk."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.test import Client
from django.urls import get_resolver

from tests.conftest import served_from
from tests.security.addresses import every_address, read
from tests.security.visits import WRITES, only_select, visit_everything

ROOT = Path(__file__).resolve().parent.parent.parent


def test_every_address_asks_and_never_writes(record):
    assert visit_everything(Client()) > 80


def test_a_page_that_writes_would_be_caught(record):
    with pytest.raises(AssertionError, match="a page ran: UPDATE"), connection.execute_wrapper(only_select):
        connection.cursor().execute("UPDATE inspections_inspection SET title = title")


@pytest.fixture
def record_in_a_file(_seeds_file, django_db_blocker):
    """The record as a web process reads it from its file, wherever other tests read theirs."""
    with django_db_blocker.unblock(), served_from(_seeds_file) as file:
        yield file


@pytest.mark.parametrize("write", [*WRITES, "PRAGMA user_version = 7", "VACUUM", "REINDEX"])
def test_a_record_in_a_file_refuses_to_be_written(record_in_a_file, write):
    before = record_in_a_file.read_bytes()
    with pytest.raises(DatabaseError, match=r"readonly|too many attached"):
        connection.cursor().execute(write)
    assert record_in_a_file.read_bytes() == before


@pytest.mark.parametrize("write", WRITES)
def test_a_record_refuses_to_be_written_wherever_it_stands(record, write):
    with pytest.raises(DatabaseError, match=r"readonly|read-only transaction"):
        connection.cursor().execute(write)


def test_no_file_can_be_made_beside_the_record(record_in_a_file, tmp_path):
    beside = tmp_path / "beside.sqlite3"
    with pytest.raises(DatabaseError):
        connection.cursor().execute("ATTACH DATABASE %s AS beside", [str(beside)])
    assert not beside.exists()


def test_nothing_that_could_write_is_installed():
    apps = {name.rpartition(".")[2] for name in settings.INSTALLED_APPS}
    assert apps == {"staticfiles", "csp", "django_filters", "inspections"}
    names = " ".join(settings.MIDDLEWARE).lower()
    assert not re.search(r"session|auth|csrf|message|cookie", names)
    processors = settings.TEMPLATES[0]["OPTIONS"]["context_processors"]
    assert processors == ["django.template.context_processors.request"]


def test_no_address_is_for_writing_or_logging_in():
    routes = " ".join(str(pattern.pattern) for pattern in get_resolver().url_patterns)
    assert not re.search(r"\b(?:admin|login|logout|account|password|upload|edit\b|delete|create|session|token)", routes)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"])
def test_every_address_refuses_every_method_that_could_write(record, method):
    client = Client()
    for address in every_address()[::4]:
        response = client.generic(method, address, b"a=1")
        assert (response.status_code, response["Allow"]) == (405, "GET, HEAD"), address


def test_no_answer_sets_a_cookie(record):
    client = Client()
    for address in every_address():
        response = client.get(address, headers={"Cookie": "sessionid=x; csrftoken=y"})
        read(response)
        assert "Set-Cookie" not in response.headers, address
    assert not client.cookies


def test_nobody_can_send_a_body(record):
    response = Client().generic("GET", "/inspections/", b"q=1")
    assert response.status_code == 413
    assert "not read" in response.content.decode()


VISIT = """
import os, sys
import django
from django.test.utils import override_settings
django.setup()
from django.test import Client
from tests.security.addresses import every_address, read
try:
    open(os.path.join(os.environ["FOLDER"], "made"), "w")
except OSError as error:
    print("refused:", error.strerror)
plain = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
with override_settings(STATIC_ROOT=None, STORAGES=plain, WHITENOISE_USE_FINDERS=True):
    client = Client(HTTP_HOST="localhost")
    addresses = [*every_address(), "/static/favicon.svg"]
    broken = []
    for address in addresses:
        response = client.get(address)
        read(response)
        if response.status_code >= 500:
            broken.append(address)
print(len(addresses), "visited", broken)
"""
SEAL = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && mount -o remount,ro,bind / && exec "$@"'


def test_every_address_is_answered_from_a_disk_that_cannot_be_written(record, tmp_path):
    """In a mount namespace of its own the whole file system is read-only, the record's folder with it."""
    unshare = shutil.which("unshare")
    private = [unshare, "--user", "--map-root-user", "--mount"]
    if unshare is None or subprocess.run([*private, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no mount namespace can be made here")
    shutil.copy(record, tmp_path / "record.sqlite3")
    environment = {
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DJANGO_SETTINGS_MODULE": "inspections.settings",
        "DATABASE_URL": f"sqlite:///{tmp_path}/record.sqlite3", "PYTHONPATH": str(ROOT), "FOLDER": str(tmp_path),
        "PYTHONDONTWRITEBYTECODE": "1",
    }  # fmt: skip
    command = [*private, "sh", "-c", SEAL, tmp_path, sys.executable, "-c", VISIT]
    answer = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if "mount:" in answer.stderr and not answer.stdout:
        pytest.skip("nothing can be mounted here")
    assert answer.returncode == 0, answer.stderr
    assert "refused: Read-only file system" in answer.stdout
    assert re.search(r"^\d{2,} visited \[\]$", answer.stdout, re.M), answer.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["record.sqlite3"]


def test_a_record_in_a_file_has_no_role(record_in_a_file, capsys):
    with pytest.raises(SystemExit):
        call_command("make_reader", "record_reader")
    assert "needs no role" in capsys.readouterr().err


def test_the_sites_of_the_compose_file_write_nothing_and_read_as_a_reader():
    written = (ROOT / "compose.yaml").read_text(encoding="utf-8")
    shared, _, services = written.partition("services:")
    _, _, on_postgresql = services.partition("  site-on-postgresql:")
    assert "read_only: true" in shared
    assert "<<: *site" in on_postgresql
    assert "DATABASE_URL: postgresql://record_reader:" in on_postgresql
    assert "postgresql://record:" not in on_postgresql
