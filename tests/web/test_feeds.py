"""Feeds, read with a feed parser: the same rows as the lists, the right dates, the body that spoke as author."""

import calendar
import hashlib
import re
from datetime import UTC, datetime
from xml.etree import ElementTree

import feedparser
import pytest

from inspections.models import Change, Edition
from inspections.web.edition import forget_what_is_held
from inspections.web.feeds import NAMESPACE, _writable, cut_all

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = (
    "/feed.atom", "/authorities/{council}.atom", "/authorities.atom", "/inspections.atom", "/statements.atom",
    "/sources.atom",
)  # fmt: skip


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    parsed = feedparser.parse(response.content)
    assert not parsed.bozo, (address, parsed.get("bozo_exception"))
    assert parsed.version == "atom10"
    return parsed


@pytest.mark.parametrize("address", FEEDS)
@pytest.mark.parametrize(
    ("fixture", "council"), [("record", "stockport"), ("wide_record", "trafford"), ("corrected_record", "trafford")]
)
def test_every_feed_is_whole(request, client, settings, fixture, council, address):
    address = address.format(council=council)
    settings.SITE_URL = "https://record.example.org"
    request.getfixturevalue(fixture)
    feed = read(client, address)
    assert feed.feed.title.startswith("Inspection Record: ")
    assert feed.feed.id == f"https://record.example.org{address}"
    assert feed.entries
    ids = [entry.id for entry in feed.entries]
    assert len(ids) == len(set(ids))
    for entry in feed.entries:
        assert entry.title and entry.updated and entry.authors and all(author.name for author in entry.authors)
        assert entry.link.startswith("https://record.example.org/")
        assert entry.content[0].type == "text/plain" and entry.content[0].value


@pytest.mark.parametrize("address", FEEDS)
def test_the_text_carries_its_hash(wide_record, client, address):
    address = address.format(council="trafford")
    root = ElementTree.fromstring(client.get(address).content)
    for entry in root.iter(f"{ATOM}entry"):
        text = entry.find(f"{ATOM}content").text
        assert entry.find(f"{{{NAMESPACE}}}text-hash").text == hashlib.sha256(text.encode()).hexdigest()


def test_published_is_the_inspectorates_day_and_updated_is_ours(record, client):
    feed = read(client, "/inspections.atom?authority=stockport&year=2011")
    edition = client.get("/editions/1.json").json()["published"]
    letter = feed.entries[0]
    assert letter.published.startswith("2011-11-08")
    assert calendar.timegm(letter.updated_parsed) == int(datetime.fromisoformat(edition).astimezone(UTC).timestamp())
    assert [author.name for author in letter.authors] == ["Ofsted"]


def test_a_month_is_no_day_of_publication(record, client):
    for entry in read(client, "/inspections.atom?authority=stockport&service=adult-learning").entries:
        assert "published" not in entry  # May 2016 and March 2018


def test_withdrawals_and_corrections_are_entries(corrected_record, client):
    entries = read(client, "/feed.atom").entries
    terms = {entry.tags[0].term for entry in entries}
    assert terms >= {"inspection", "statement", "correction", "withdrawal"}
    gone = [entry for entry in entries if entry.title.startswith("Withdrawn from the record: Leeds")]
    assert gone and all("edition 3" in entry.content[0].value for entry in gone)
    corrected = next(e for e in entries if e.title.startswith("Corrected: Trafford"))
    assert "when inspected: 6 to 8 March 2017 (before: 6 to 9 March 2017)" in corrected.content[0].value
    assert [e.updated_parsed for e in entries] == sorted((e.updated_parsed for e in entries), reverse=True)


def test_the_entry_of_a_change_leads_to_its_place_in_the_edition(corrected_record, client):
    for entry in read(client, "/feed.atom").entries:
        path, _, anchor = entry.id.removeprefix("http://testserver").partition("#")
        assert f'id="{anchor}"' in client.get(path).content.decode(), entry.id


def test_the_feed_of_an_authority_holds_its_own_only(corrected_record, client):
    titles = " ".join(entry.title for entry in read(client, "/authorities/kent.atom").entries)
    assert "Kent" in titles and "Trafford" not in titles and "Leeds" not in titles
    leeds = [entry.title for entry in read(client, "/authorities/leeds.atom").entries]
    gone = [title for title in leeds if title.startswith("Withdrawn from the record: Leeds")]
    assert gone and "Withdrawn from the record: We withdraw our words and apologise." in leeds
    assert all(title.startswith("Withdrawn from the record: ") for title in leeds)
    trafford = [entry.title for entry in read(client, "/authorities/trafford.atom").entries]
    assert not [title for title in trafford if "We withdraw our words" in title]


def test_a_feed_is_titled_after_its_filter(record, client):
    title = read(client, "/inspections.atom?grade=ofsted-four-point:inadequate&year=2019").feed.title
    assert "nadequate" in title and "Ofsted’s four grades" in title and "2019" in title


def test_feeds_are_paged(record, client):
    first = read(client, "/feed.atom")
    pages, seen = [first], [entry.id for entry in first.entries]
    while following := [link.href for link in pages[-1].feed.links if link.rel == "next"]:
        pages.append(read(client, following[0].removeprefix("http://testserver")))
        seen += [entry.id for entry in pages[-1].entries]
    changes = [c for c in client.get("/editions/1.json").json()["changes"] if c["kind"] != "source"]
    assert len(seen) == len(set(seen)) == len(changes)


def test_heads_name_their_feeds(record, client):
    for address, feed in (
        ("/", "/feed.atom"),
        ("/authorities/stockport/", "/authorities/stockport.atom"),
        ("/inspections/?year=2019", "/inspections.atom?year=2019"),
        ("/statements/", "/statements.atom"),
    ):
        head = client.get(address).content.decode().partition("</head>")[0]
        assert re.search(
            rf'<link rel="alternate" type="application/atom\+xml" title="[^"]+" href="{re.escape(feed)}">', head
        )


@pytest.mark.parametrize(
    "address",
    [
        "/inspections.atom?grade=good",
        "/inspections.atom?colour=red",
        "/inspections.atom?page=99",
        "/feed.atom?page=0",
        "/feed.atom?page=9999",
        "/feed.atom?q=x",
        "/statements.atom?year=19",
    ],
)
def test_a_feed_refuses_what_it_does_not_understand(record, client, address):
    response = client.get(address)
    assert response.status_code == 400
    assert response.headers["Content-Type"] == "application/problem+json"


def test_the_feed_of_no_authority_is_no_feed(record, client):
    assert client.get("/authorities/atlantis.atom").status_code == 404


def test_hostile_words_stay_words(wide_record, client):
    text = client.get("/statements.atom").content.decode()
    assert "<script>" not in text and "&lt;script&gt;" in text
    assert _writable("a\x00b\x0bc\ufffe") == "a\ufffdb\ufffdc\ufffd"


def test_the_sitemap_names_every_page_once(wide_record, client, settings):
    settings.SITE_URL = "https://record.example.org"
    names = re.findall(r"<loc>(https://record\.example\.org/[^<]+)</loc>", client.get("/sitemap.xml").content.decode())
    assert len(names) == 5
    found = []
    for name in names:
        response = client.get(name.removeprefix("https://record.example.org"))
        ElementTree.fromstring(response.content)
        found += re.findall(r"<loc>([^<]+)</loc>", response.content.decode())
    assert len(found) == len(set(found))
    for path in ("/", "/scales/ofsted-four-point/", "/authorities/kent/"):
        assert f"https://record.example.org{path}" in found
    for address in found:
        if "/authorities/" not in address:
            assert client.get(address.removeprefix("https://record.example.org")).status_code == 200, address
    assert client.get("/sitemap-inspections-2.xml").status_code == 404
    assert client.get("/sitemap-secrets-1.xml").status_code == 404
    assert "Sitemap: https://record.example.org/sitemap.xml" in client.get("/robots.txt").content.decode()


CHANGES = (  # of each edition: how many inspections, sources, statements
    (9, 2, 1), (0, 1, 0), (1, 0, 0), (0, 0, 2), (0, 0, 0), (4, 3, 3), (1, 1, 1),
)  # fmt: skip


@pytest.mark.django_db
def test_any_part_of_all_changes_is_cut_as_from_the_whole():
    for number, counts in enumerate(CHANGES, 1):
        Edition.objects.create(number=number, published=datetime(2026, 1, number, tzinfo=UTC), digest=f"{number}")
        named = [kind for kind, many in zip(("inspection", "source", "statement"), counts, strict=True)
                 for _ in range(many)]  # fmt: skip
        Change.objects.bulk_create(
            Change(edition_id=number, action="added", kind=kind, ref=f"{kind[:2]}{number}{at}", title=kind)
            for at, kind in enumerate(named)
        )
    forget_what_is_held()
    whole = [change.pk for change in Change.objects.told()]
    assert len(whole) == sum(inspections + statements for inspections, _, statements in CHANGES)
    for start in range(len(whole) + 2):
        for stop in range(start + 1, len(whole) + 3):
            assert [change.pk for change in cut_all(slice(start, stop))] == whole[start:stop], (start, stop)
    forget_what_is_held()
