"""A real browser on a real server over the seeds' record; skipped in one line where there is none."""

import os
import shutil
import threading
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest

from tests.conftest import served_from

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    def log_message(self, *arguments):
        """Tests say what went wrong; the server need not."""


@pytest.fixture(scope="session")
def browser():
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # the browser's own loop runs in this thread
    with playwright.sync_playwright() as driver:
        options = ["--no-sandbox", "--disable-quic", "--disable-background-networking"]
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=options)
        yield opened
        opened.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def site(browser, _seeds_file, django_db_blocker):
    """The address of a server over the seeds' record."""
    with django_db_blocker.unblock(), served_from(_seeds_file):
        yield from _serving()


@pytest.fixture
def wide_site(browser, tmp_path, django_db_blocker):
    """The address of a server over a record with every odd case."""
    from inspections.catalogue import load
    from inspections.recording.loading import record_readings
    from tests.web.wide_world import wide_world

    with django_db_blocker.unblock(), served_from(tmp_path / "record.sqlite3"):
        record_readings(wide_world(), [], load())
        yield from _serving()


def _serving():
    from django.core.wsgi import get_wsgi_application

    server = make_server("127.0.0.1", 0, get_wsgi_application(), _Server, _Quiet)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(params=["light", "dark"])
def scheme(request):
    return request.param


@pytest.fixture
def page(browser):
    """A page without script, as wide as a desk."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def narrow(browser, scheme):
    """A page without script, as narrow as pages must bear, in light and dark."""
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 320, "height": 640}, color_scheme=scheme
    )
    yield context.new_page()
    context.close()
