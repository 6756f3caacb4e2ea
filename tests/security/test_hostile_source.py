"""A source full of markup, scripts, template syntax and odd characters is shown as its words, in every format."""

import csv
import io
import json
import re
import unicodedata
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.test import Client
from hypothesis import given
from hypothesis.strategies import text

from inspections.directions import close_directions, missing_ends
from inspections.recording.loading import record_readings
from tests.conftest import served_from
from tests.security import hostile_world as world
from tests.security.addresses import every_address, read

OURS = [*(settings.ROOT / "templates").rglob("*.*"), *(settings.ROOT / "inspections" / "web").glob("*.py")]
KNOWN_TAGS = {tag for path in OURS for tag in re.findall(r"<([a-z][a-z0-9]*)\b", path.read_text(encoding="utf-8"))}
SAFE_ADDRESS = re.compile(r"(?:/(?!/)|#|\?|cite/|https?://)")


class Seen(HTMLParser):
    """What a browser makes of a page: its elements, their attributes, and its words in a row."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.elements, self.stream = [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.stream.append(data)


@pytest.fixture(scope="module")
def answers(tmp_path_factory, django_db_blocker, catalogue):
    """Every address of a record of the hostile source: its status, media type and body."""
    with django_db_blocker.unblock(), served_from(tmp_path_factory.mktemp("hostile") / "record.sqlite3"):
        record_readings([world.hostile()], [], catalogue)
        asked = ["/search/?q=harm", "/search/?q=alert*", "/quote-check/?q=script+alert+harm", "/statements/?speaker=x"]
        told = {}
        for address in [*every_address(), *asked]:
            response = Client().get(address)
            told[address] = (response.status_code, response.headers.get("Content-Type", ""), read(response))
    return told


def of_type(answers, *starts):
    return {a: body.decode() for a, (_, media, body) in answers.items() if body and media.startswith(starts)}


def plain(text):
    """Words as they are compared: white space of any kind is one space."""
    return " ".join(text.split())


def test_no_address_fails(answers):
    assert not [address for address, (status, _, _) in answers.items() if status >= 500]
    assert len(of_type(answers, "text/html")) > 30


def test_nothing_in_a_page_is_an_element_or_attribute_of_the_source(answers):
    for address, page in of_type(answers, "text/html").items():
        for tag, attributes in Seen(page).elements:
            assert tag in KNOWN_TAGS, (address, tag)
            assert not [name for name in attributes if name.startswith("on") or name == "style"], (address, tag)
            if tag == "script":
                assert attributes == {"type": "application/ld+json"}, address
            for name in ("href", "src", "action"):
                assert SAFE_ADDRESS.match(attributes.get(name) or "/"), (address, attributes)
            assert tag not in {"img", "iframe", "object"}, address


def test_no_template_syntax_of_a_source_is_carried_out(answers):
    for address, page in of_type(answers, "text/html", "application/", "text/").items():
        assert settings.SECRET_KEY not in page, address
    whole = "".join(of_type(answers, "text/html").values())
    assert whole.count("{{ harm }}") > 10
    assert "{% harm %}" in whole


@pytest.mark.parametrize("words", world.HOSTILE[:6], ids=lambda words: words[1:9].split()[0])
def test_hostile_words_stand_on_a_page_as_themselves(answers, words):
    seen = (plain("".join(Seen(page).stream)) for page in of_type(answers, "text/html").values())
    assert any(plain(words) in page for page in seen)


def turned(texts):
    """The words that stand where a direction is open, run by run, as a browser goes through the page."""
    runs, opened, run = [], [], []
    for char in "".join(texts):
        kind = unicodedata.bidirectional(char)
        if kind in {"LRE", "RLE", "LRO", "RLO", "LRI", "RLI", "FSI"}:
            opened.append("PDI" if kind.endswith("I") else "PDF")
        elif kind == "PDI" and "PDI" in opened:
            while opened.pop() != "PDI":
                continue
        elif kind == "PDF" and opened and opened[-1] == "PDF":
            opened.pop()
        elif opened:
            run.append(char)
        if not opened and run:
            runs.append(plain("".join(run)))
            run = []
    return runs + ([plain("".join(run))] if run else [])


def test_no_direction_opened_by_a_source_reaches_the_words_of_the_page(answers):
    """Whatever a page turns stands in the source itself; what is read aloud turns back at its end."""
    theirs = "".join(map(bare, (world.TEXT, world.ADDRESS, *world.HOSTILE)))
    reached = set()
    for address, page in of_type(answers, "text/html").items():
        seen = Seen(page)
        reached |= {(address.split("/")[1], run[:200]) for run in turned(seen.stream) if bare(run) not in theirs}
        said = [
            attributes.get(name) or "" for _, attributes in seen.elements for name in ("content", "title", "aria-label")
        ]
        assert not [words for words in said if missing_ends(words)], address
    assert reached == set()


def bare(text):
    """Letters alone, without what turns them and without the mark of what was left out."""
    return re.sub(r"\W", "", text)


def test_the_record_of_this_test_turns_directions(answers):
    assert any(turned(Seen(page).stream) for page in of_type(answers, "text/html").values())


@pytest.mark.parametrize(
    ("words", "ends"),
    [("plain", ""), ("\u202ea", "\u202c"), ("\u202ea\u202c", ""), ("\u2067a\u202eb", "\u202c\u2069"),
     ("\u2067a\u202eb\u2069c", ""), ("\u202ea\u2069", "\u202c"), ("a\u202c", ""), ("\u202a\u202e", "\u202c\u202c")],
)  # fmt: skip
def test_what_is_left_open_is_closed(words, ends):
    assert missing_ends(words) == ends
    assert close_directions(words) == words + ends
    assert not missing_ends(close_directions(words))


@given(text(alphabet="ab \u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
def test_closed_words_turn_nothing_behind_them(words):
    assert "own" not in "".join(turned([close_directions(words), "own"]))


def strings(value):
    """Every text in a JSON value."""
    if isinstance(value, str):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(each)


def test_json_holds_the_exact_words(answers):
    found = {text for body in of_type(answers, "application/json").values() for text in strings(json.loads(body))}
    for words in (
        world.TITLE,
        world.SPEAKER,
        world.ROLE,
        world.ORGANISATION,
        world.PUBLISHER,
        world.LICENCE,
        world.SAID,
    ):
        assert words in found


def test_no_cell_can_run_as_a_formula(answers):
    dangerous = ("=", "+", "-", "@", "\t", "\r", "\n")
    sheets = of_type(answers, "text/csv")
    assert len(sheets) >= 4
    cells = {cell for body in sheets.values() for row in csv.reader(io.StringIO(body)) for cell in row}
    assert not [cell for cell in cells if cell.strip().startswith(dangerous)]
    assert {f"'{formula}" for formula in world.FORMULAS[:4]} <= cells
    assert world.SPEAKER in {cell.replace("\r\n", "\n") for cell in cells}


def test_every_row_of_a_sheet_has_the_columns_of_its_head(answers):
    for address, body in of_type(answers, "text/csv").items():
        head, *rows = list(csv.reader(io.StringIO(body)))
        assert {len(row) for row in rows} <= {len(head)}, address


def test_feeds_and_sitemaps_are_xml_whatever_a_source_holds(answers):
    written = of_type(answers, "application/atom+xml", "application/xml", "text/xml")
    assert len(written) > 6
    texts = set()
    for body in written.values():
        tree = ElementTree.fromstring(body)
        assert not [node.tag for node in tree.iter() if node.tag.rpartition("}")[2] in {"script", "img", "svg"}]
        texts |= {plain(text) for text in tree.itertext()}
    shown = plain(re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", world.SAID))
    assert any(shown in text for text in texts)


def test_no_text_of_a_feed_leaves_a_direction_open(answers):
    """A program shows the titles of many feeds in one list: each has to end what it opens."""
    feeds = of_type(answers, "application/atom+xml")
    texts = [node.text or "" for body in feeds.values() for node in ElementTree.fromstring(body).iter()]
    assert any("\u202e" in text for text in texts)
    assert [text for text in texts if missing_ends(text)] == []


def test_linked_data_is_closed_by_nothing_in_it(answers):
    block = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
    blocks = [found for page in of_type(answers, "text/html").values() for found in block.findall(page)]
    assert len(blocks) > 5
    for found in blocks:
        assert "<" not in found
    assert any(plain(world.SAID) in plain(text) for found in blocks for text in strings(json.loads(found)))


def test_a_drawing_holds_no_markup_of_a_source(answers):
    drawings = [
        svg for page in of_type(answers, "text/html").values() for svg in re.findall(r"<svg.*?</svg>", page, re.S)
    ]
    assert len(drawings) > 20
    for drawing in drawings:
        tags = {node.tag for node in ElementTree.fromstring(re.sub("[\x00-\x08\x0b-\x1f\ufffe]", "", drawing)).iter()}
        assert tags <= KNOWN_TAGS - {"script", "style", "img", "form", "input"}


def test_citations_keep_their_own_syntax(answers):
    told = {ending: [b for a, b in of_type(answers, "application/", "text/plain").items() if a.endswith(ending)]
            for ending in (".bib", ".ris", ".csl.json", ".txt")}  # fmt: skip
    assert all(told.values())
    for body in told[".ris"]:
        assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - ?.*", line) for line in re.split(r"\r?\n", body) if line), body
    for body in told[".bib"]:
        assert [line for line in body.split("\n") if line.startswith("@")] == re.findall(r"^@\w+\{[\w-]+,$", body, re.M)
        bare = re.sub(r"\\[{}]", "", body)
        assert bare.count("{") == bare.count("}")
        assert "\\input{" not in bare
    for body in told[".csl.json"]:
        assert isinstance(json.loads(body), list)


def test_an_address_that_would_run_is_no_link(answers):
    pages = of_type(answers, "text/html")
    for address, page in pages.items():
        for _, attributes in Seen(page).elements:
            assert not (attributes.get("href") or "").lower().startswith(("javascript:", "data:", "vbscript:")), address
    assert not [page for page in pages.values() if 'href="https://evil.example/"><script' in page]


def test_a_name_of_a_download_holds_no_words_of_a_visitor(world_record, client):
    asked = '/statements.csv?speaker=x"%0d%0aSet-Cookie:%20a=b;%20../../etc'
    response = client.get(asked)
    assert re.fullmatch(r'attachment; filename="[a-z0-9-]+\.csv"', response["Content-Disposition"])
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", '"><svg onload=x>', "{{ 7|add:7 }}", "</title>", "\u202ex"]
)
def test_what_a_visitor_asks_is_shown_as_words(record, client, words):
    for address in ("/search/", "/quote-check/", "/inspections/", "/statements/", "/nowhere/"):
        for parameter in ("q", "grade", words):
            page = client.get(address, {parameter: words}).content.decode()
            assert {tag for tag, _ in Seen(page).elements} <= KNOWN_TAGS
            assert "<script>alert" not in page
            assert "<svg onload" not in page
