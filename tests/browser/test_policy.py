"""A real browser finds nothing that the content policy forbids, and asks nobody but this site."""

import pytest

from tests.browser.conftest import _serving
from tests.conftest import served_from

pytestmark = pytest.mark.browser
# Not among them: a sitemap and a picture by itself. Chromium shows these within pages of its own making, whose own
# style the policy forbids too; the words and the picture are shown all the same.
FORMATS = ("/inspections.json", "/feed.atom", "/robots.txt", "/healthz", "/static/favicon.svg")
WATCH = "document.addEventListener('securitypolicyviolation', e => console.error('forbidden: ' + e.violatedDirective))"


@pytest.fixture
def watched(browser):
    """A page that may run scripts, what it says to its console, and what it asks for."""
    context = browser.new_context(java_script_enabled=True)
    page = context.new_page()
    page.add_init_script(WATCH)
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (said.append(f"dialog {dialog.message}"), dialog.dismiss()))
    yield page, said, asked
    context.close()


@pytest.fixture
def hostile_site(browser, tmp_path, django_db_blocker):
    """The address of a server over a record of a source that would do harm."""
    from inspections.catalogue import load
    from inspections.recording.loading import record_readings
    from tests.security.hostile_world import hostile

    with django_db_blocker.unblock(), served_from(tmp_path / "record.sqlite3"):
        record_readings([hostile()], [], load())
        yield from _serving()


def complaints(said):
    """What a browser says beside the plain fact that an answer was 400 or 404."""
    return [words for words in said if not words.startswith("Failed to load resource")]


def visit_all(watched, site, kinds_of_page):
    page, said, asked = watched
    addresses = kinds_of_page(page, site)
    for address in [*addresses.values(), *FORMATS]:
        response = page.goto(f"{site}{address}", wait_until="load")
        assert response.status < 500, address
        assert not complaints(said), address
    assert not [url for url in asked if not url.startswith((f"{site}/", "about:", "chrome-extension://"))]
    return page


def test_no_page_breaks_the_policy_or_asks_anybody_else(watched, site, kinds_of_page):
    page = visit_all(watched, site, kinds_of_page)
    page.goto(f"{site}/")
    styled = page.evaluate("getComputedStyle(document.querySelector('.top')).display !== ''")
    assert styled
    assert page.evaluate("document.styleSheets[0].cssRules.length") > 50


def test_a_hostile_source_runs_nothing(watched, hostile_site, kinds_of_page):
    page = visit_all(watched, hostile_site, kinds_of_page)
    page.goto(f"{hostile_site}/sources/")
    assert page.evaluate("document.querySelectorAll('main script, main img, main [onload]').length") == 0


def test_what_is_forbidden_would_be_seen(watched, site):
    page, said, _ = watched
    page.goto(f"{site}/")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=\"http://127.0.0.1:9/x.png\">')")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">x</p>')")
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))")
    page.wait_for_function("() => true")
    assert page.evaluate("window.ran") is None
    assert {"forbidden: img-src", "forbidden: style-src-attr", "forbidden: script-src-elem"} <= set(said)
