"""Every page answers, says what it must, and holds no empty or padded value."""

import re
from itertools import pairwise

import pytest
from django.db import connection

from inspections.models import Inspection
from inspections.web import frame
from inspections.web.style import SHEETS, style_sheet

PAGES = (
    ("/", "Latest inspections"),
    ("/authorities/", "Stockport"),
    ("/authorities/stockport/", "History across services"),
    ("/authorities/stockport/adult-learning/", "Adult learning in Stockport"),
    ("/authorities/cumbria/", "This authority no longer exists"),
    ("/inspections/", "Outcome on its scale"),
    ("/statements/", "in exact words"),
    ("/sources/", "exactly as received"),
    ("/scales/", "A grade means something only on its scale"),
    ("/scales/ofsted-annual-assessment/", "Performs well"),
    ("/data/", "Dictionary of columns"),
    ("/editions/", "Edition 1"),
    ("/editions/1/", "Added"),
    ("/about/", "How a fact is proven"),
)
PADDED = re.compile(r"\bNone\b|\bnull\b|\b0?1 January\b|\b1970\b|\{\{|\{%|\S ,|\( ?\)|“”")


BARE = re.compile(r"/authorities/[a-z-]+/")
ALIKE = 10  # of the authorities that only a national page names are walked
_walked = {}


def every_page(client):
    """Every address of the site that a link leads to, from the front page on; each record is walked once."""
    file = connection.settings_dict["NAME"]
    if file not in _walked:
        _walked[file] = walk(client)
    return _walked[file]


def walk(client):
    waiting, seen, named = ["/"], {}, set()
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        response = client.get(address)
        seen[address] = response
        if response.headers["Content-Type"].startswith("text/html") and "?" not in address:
            links = re.findall(r'href="(/[^"#]*)', response.content.decode())
            if address.startswith("/national/"):  # they name every authority; pages without an inspection are all alike
                named.update(link for link in links if BARE.fullmatch(link))
                links = [link for link in links if link not in named or len(named) <= ALIKE or link in seen]
            waiting += [link.replace("&amp;", "&") for link in links if not link.startswith("/static/")]
    return seen


@pytest.mark.parametrize(("address", "says"), PAGES, ids=lambda value: value)
def test_every_page_says_what_it_is_for(record, words_of, address, says):
    assert says in words_of(address)


@pytest.mark.parametrize("fixture", ["record", "wide_record"])
def test_no_link_is_broken_and_no_page_holds_a_padded_value(request, client, fixture):
    request.getfixturevalue(fixture)
    pages = every_page(client)
    assert len(pages) > 100
    for address, response in pages.items():
        assert response.status_code in (200, 301), f"{address} answered {response.status_code}"
        assert not response.cookies, address
        if response.headers["Content-Type"].startswith("text/html"):
            words = re.sub(r"<[^>]+>", "", response.content.decode()).replace("{{ harm }}", "")
            words = words.replace("from 1 January 2009", "")  # the true first day of the GSS codes
            found = PADDED.search(words)
            assert not found, (address, words[max(0, found.start() - 60) : found.end() + 20])


@pytest.mark.parametrize("fixture", ["record", "wide_record"])
def test_every_proof_has_its_anchor(request, client, fixture):
    """A link to a passage leads to an element of that name: exactly one on its page."""
    request.getfixturevalue(fixture)
    pages = every_page(client)
    anchors = 0
    texts = {address: response.content.decode() for address, response in pages.items() if not response.streaming}
    for address, text in texts.items():
        for source, anchor in re.findall(r'href="(/sources/[a-z0-9]+/[^"#]*)#(p\d+-\d+)"', text):
            assert texts[source].count(f'id="{anchor}"') == 1, (address, source, anchor)
            anchors += 1
    assert anchors > 50


def test_ids_of_elements_are_unique_on_every_page(wide_record, client):
    for address, response in every_page(client).items():
        if response.headers["Content-Type"].startswith("text/html"):
            ids = re.findall(r' id="([^"]+)"', response.content.decode())
            assert len(ids) == len(set(ids)), address


def test_headings_are_in_order_on_every_page(wide_record, client):
    for address, response in every_page(client).items():
        if response.status_code == 200 and response.headers["Content-Type"].startswith("text/html"):
            levels = [int(level) for level in re.findall(r"<h([1-6])", response.content.decode())]
            assert levels[0] == 1 and levels.count(1) == 1, address
            assert all(after <= before + 1 for before, after in pairwise(levels)), address


def test_no_page_runs_script_or_has_another_style_than_the_sheet(wide_record, client):
    for address, response in every_page(client).items():
        if response.headers["Content-Type"].startswith("text/html"):
            text = response.content.decode()
            sheets = [style_sheet(kind) for kind in SHEETS if f"<style>{style_sheet(kind)}</style>\n" in text]
            assert not text or len(sheets) == 1, address  # a redirect is empty
            text = text.replace('<script type="application/ld+json">', "")  # data, which nothing runs
            text = text.replace(f"<style>{''.join(sheets)}</style>", "")
            assert not re.search(r"<script|<style| style=| on[a-z]+=|javascript:", text), address


def test_each_page_names_its_permanent_address(record, client, settings):
    settings.SITE_URL = "https://record.example.org"
    text = client.get("/authorities/stockport/").content.decode()
    assert '<link rel="canonical" href="https://record.example.org/authorities/stockport/">' in text
    assert "<title>Stockport – Inspection Record</title>" in text


def test_speakers_stay_out_of_titles_and_descriptions(wide_record, client):
    row = next(row for row in client.get("/statements.json").json()["results"] if row["speaker"])
    head = client.get(row["url"]).content.decode().partition("</head>")[0]
    assert row["speaker"] not in head


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_but_reading_is_answered(record, client, method):
    assert getattr(client, method)("/inspections/").status_code == 405


def test_healthz_names_the_edition(record, client):
    assert client.get("/healthz").json()["edition"]["number"] == 1


def test_hostile_words_are_shown_as_words(wide_record, client):
    address = next(
        row["url"]
        for row in client.get("/sources.json").json()["results"]
        if "Derby" in row["title"] and "visits" in row["title"]
    )
    text = client.get(address).content.decode()
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(&quot;harm&quot;)&lt;/script&gt; {{ harm }}" in re.sub(r"</?span[^>]*>", "", text)


def test_no_page_is_heavier_than_it_may_be(record, client):
    import gzip
    from pathlib import Path

    from django.conf import settings

    assert (Path(settings.ROOT) / "static" / "site.css").stat().st_size <= 25 * 1024
    for address, response in every_page(client).items():
        if response.headers["Content-Type"].startswith("text/html"):
            assert len(gzip.compress(response.content)) < 60_000, address


def test_a_page_in_its_frame_is_the_page_that_its_template_says(record, client, monkeypatch):
    named = Inspection.objects.values_list("ref", "slug").first()
    addresses = ("/", "/inspections/", "/inspections/?kind=full", "/inspections/{}/{}/".format(*named), "/national/",
                 "/authorities/stockport/", "/search/?q=inspection", "/about/", "/nothing/", "/scales/")  # fmt: skip
    framed = {address: client.get(address).content for address in addresses}
    monkeypatch.setattr(frame, "_main_of", lambda using, name: None)
    assert {address: client.get(address).content for address in addresses} == framed
