"""A real browser on a real server over the seeds' record; skipped in one line where there is none."""

import os
import shutil
import threading
from socketserver import ThreadingMixIn
from urllib.parse import urlencode
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
def wide_site(browser, _wide_file, django_db_blocker):
    """The address of a server over a record with every odd case."""
    with django_db_blocker.unblock(), served_from(_wide_file):
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


FIXED = {
    "home": "/", "authorities": "/authorities/", "inspections": "/inspections/", "statements": "/statements/",
    "sources": "/sources/", "search": "/search/", "found": "/search/?q=inspect*", "not found": "/search/?q=zeppelin",
    "quote check": "/quote-check/", "scales": "/scales/", "scale": "/scales/ofsted-four-point/", "data": "/data/",
    "national": "/national/", "map": "/national/map/", "counts": "/national/counts/",
    "coverage": "/national/coverage/", "waiting": "/national/waiting/",
    "editions": "/editions/", "edition": "/editions/1/", "about": "/about/", "accessibility": "/accessibility/",
    "filtered": "/inspections/?year=2019", "nothing": "/inspections/?year=1999",
    "refused": "/inspections/?grade=good", "nowhere": "/nowhere/",
}  # fmt: skip


@pytest.fixture
def kinds_of_page():
    """One address of every kind of page, and those details that hold the most."""

    def find(page, site):
        def ask(what):
            return page.request.get(f"{site}/{what}.json").json()["results"]

        told = ask("inspections")
        said = ask("statements")
        texts = ask("sources")
        council = max(ask("authorities"), key=lambda row: row["inspections"])
        found = dict(FIXED)
        found["authority"] = council["url"]
        found["service"] = f"{council['url']}{council['services'][0]['kind']}/"
        found["inspection"] = max(told, key=lambda row: len(row["findings"]) + len(row["judgements"]))["url"]
        for row in told:
            found[f"inspection, {row['kind']}, {len(row['judgements'])} judgements"] = row["url"]
            if row["disputed"]:
                found["inspection, disputed"] = row["url"]
        for row in said:
            found[f"statement, {row['kind']}, {row['status']}"] = row["url"]
        text = max(texts, key=lambda row: len(row["text"]))
        found["source"] = text["url"]
        found["passage"] = f"{text['url']}cite/?start=0&end=40"
        words = max(said, key=lambda row: len(row["text"]))["text"].split()[:12] if said else ["good"]
        found["quote, exact"] = f"/quote-check/?{urlencode({'q': ' '.join(words)})}"
        found["quote, altered"] = f"/quote-check/?{urlencode({'q': ' '.join([*words[:5], 'never', *words[5:]])})}"
        found["quote, absent"] = "/quote-check/?q=The+zeppelin+lands+on+the+green+cheese+of+the+moon"
        return found

    return find
