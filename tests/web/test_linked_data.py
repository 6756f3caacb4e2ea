"""What pages say about themselves: whole, honest, and never a value that is empty or padded."""

import json
import re
from html.parser import HTMLParser
from io import BytesIO

import pytest
from PIL import Image

from inspections.web.linked_data import exact_day, whole, write
from inspections.web.shown.dates import WhenShown
from inspections.wording import when_in_words
from tests.web.test_pages import every_page

REQUIRED = {
    "Report": {"@id", "url", "name", "description", "isBasedOn"},
    "Quotation": {"@id", "url"},
    "GovernmentOrganization": {"name"},
    "Organization": {"name"},
    "CreativeWork": {"@id", "url", "name"},
    "Dataset": {"@id", "url", "name", "description", "distribution"},
    "DataDownload": {"contentUrl", "encodingFormat"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "PropertyValue": {"propertyID", "value"},
}
KNOWN = {
    "Report": REQUIRED["Report"]
    | {"inLanguage", "image", "publisher", "datePublished", "temporalCoverage", "about", "hasPart"},
    "Quotation": {"@id", "url", "text", "inLanguage", "creator", "dateCreated", "isPartOf", "about"},
    "GovernmentOrganization": {"@id", "url", "name", "alternateName", "identifier", "foundingDate", "dissolutionDate"},
    "Organization": {"name"},
    "CreativeWork": {"@id", "url", "name", "publisher"},
    "Dataset": REQUIRED["Dataset"] | {"inLanguage", "isAccessibleForFree"},
    "DataDownload": {"contentUrl", "encodingFormat", "name"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "PropertyValue": {"propertyID", "value"},
}
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?")
DATES = {"datePublished", "dateCreated", "temporalCoverage", "foundingDate", "dissolutionDate"}


class Head(HTMLParser):
    """The metadata of a page."""

    def __init__(self):
        super().__init__()
        self.metas, self.blocks, self.title, self._open = {}, [], "", ""

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        self._open = tag if tag != "script" or named.get("type") == "application/ld+json" else ""
        if tag == "meta" and (name := named.get("property") or named.get("name")):
            assert name not in self.metas, name
            self.metas[name] = named.get("content")

    def handle_endtag(self, tag):
        self._open = ""

    def handle_data(self, data):
        if self._open == "script":
            self.blocks.append(json.loads(data))
        elif self._open == "title" and not self.title:
            self.title = data


def head_of(response):
    head = Head()
    head.feed(response.content.decode())
    return head


def check(thing):
    """Every thing has what it must have, nothing that is not known, and no empty value."""
    kind = thing["@type"]
    reference = kind in ("Report", "Quotation") and set(thing) <= {"@type", "@id", "url", "name"}
    assert reference or REQUIRED[kind] <= set(thing), thing
    assert set(thing) - {"@type"} <= KNOWN[kind], set(thing) - KNOWN[kind]
    for name, value in thing.items():
        for each in value if isinstance(value, list) else [value]:
            assert each not in (None, "", [], {}), (kind, name)
            assert not isinstance(each, str) or each == each.strip(), (kind, name, each)
            if isinstance(each, dict):
                check(each)
            elif name in DATES:
                assert DATE.fullmatch(each), (kind, name, each)
            elif name in ("@id", "url", "item", "contentUrl", "image"):
                assert re.match(r"https?://", each), (kind, name, each)


@pytest.mark.parametrize("fixture", ["record", "wide_record"])
def test_linked_data_holds_on_every_page(request, client, fixture):
    request.getfixturevalue(fixture)
    kinds = set()
    for response in every_page(client).values():
        if response.status_code == 200 and response.headers["Content-Type"].startswith("text/html"):
            for block in head_of(response).blocks:
                assert block["@context"] == "https://schema.org"
                for thing in block["@graph"]:
                    check(thing)
                    kinds.add(thing["@type"])
    assert kinds == {"Report", "Quotation", "GovernmentOrganization", "Dataset", "BreadcrumbList"}


@pytest.mark.parametrize("fixture", ["record", "wide_record"])
def test_no_page_rates_truth_or_dresses_a_grade_as_a_rating(request, client, fixture):
    request.getfixturevalue(fixture)
    for address, response in every_page(client).items():
        if not response.streaming:
            assert b"ClaimReview" not in response.content and b"AggregateRating" not in response.content, address


def test_every_page_has_title_and_description(wide_record, client):
    for address, response in every_page(client).items():
        if response.status_code == 200 and response.headers["Content-Type"].startswith("text/html"):
            head = head_of(response)
            assert head.title and head.metas["description"] and head.metas["og:title"], address
            assert head.metas["og:description"] == head.metas["description"]
            assert ("og:image" in head.metas) == bool(re.match(r"/inspections/[a-z0-9]{10}/", address)), address


def test_text_cannot_end_the_block():
    written = write(
        [{"@type": "Quotation", "@id": "/statements/x/", "text": "</script><script>alert(1)</script>\u2028&"}], ""
    )
    assert "<" not in written and ">" not in written and "&" not in written and "\u2028" not in written
    assert json.loads(written)["@graph"][0]["text"] == "</script><script>alert(1)</script>\u2028&"


def test_empty_values_are_left_out_and_addresses_are_whole():
    made = {
        "@type": "Report",
        "name": "/x",
        "url": "",
        "image": " /x.png",
        "position": 0,
        "about": [{"@type": "Organization", "name": ""}],
        "publisher": None,
    }
    told = {"@type": "Report", "name": "/x", "image": "https://record.example.org/x.png", "position": 0}
    assert whole(made, "https://record.example.org") == told


EXACT = (
    ("2018-04-17", "stated", "2018-04-17"), ("2018-04", "stated", "2018-04"), ("2018", "stated", "2018"),
    ("2018-23", "stated", ""), ("XXXX-09", "stated", ""), ("2018~", "stated", ""), ("2018-03/2018-04", "stated", ""),
    ("[2019-04-30,2024-04-30]", "candidates", ""),
)  # fmt: skip


@pytest.mark.parametrize(("edtf", "basis", "day"), EXACT)
def test_only_a_date_that_is_known_is_a_date(edtf, basis, day):
    assert exact_day(WhenShown(edtf, None, None, basis, "", when_in_words(edtf))) == day


SHARED = (
    (("Stockport", "2011"),
     "Inspection of Stockport children's services, 2011: performs well (Annual children’s services assessment)"),
    (("Stoke", "February 2019"), "(Ofsted’s four grades)"),
    (("Stoke", "January 2020"), "monitoring visit"),
)  # fmt: skip


@pytest.mark.parametrize(("named", "says"), SHARED)
def test_a_shared_link_names_whom_when_and_the_outcome_on_its_scale(record, client, first_named, named, says):
    shared = head_of(client.get(first_named(*named)["url"])).metas["og:title"]
    assert says.casefold() in shared.casefold(), shared
    assert shared.startswith("Inspection of ")


@pytest.mark.parametrize("fixture", ["record", "wide_record"])
def test_no_grade_is_shared_without_its_scale(request, client, catalogue, fixture):
    request.getfixturevalue(fixture)
    for row in client.get("/inspections.json").json()["results"]:
        shared = head_of(client.get(row["url"])).metas["og:title"]
        overall = row["overall"]
        if overall and overall["grade"]:
            assert f"({catalogue.scales[overall['scale']].name})" in shared
        else:
            assert not re.search(r": (outstanding|good|inadequate)\b", shared, re.I), shared


@pytest.mark.parametrize("fixture", ["record", "wide_record"])
def test_every_inspection_has_its_picture(request, client, fixture):
    request.getfixturevalue(fixture)
    drawn = {}
    for row in client.get("/inspections.json").json()["results"]:
        response = client.get(f"/inspections/{row['id']}.png")
        assert (response.status_code, response.headers["Content-Type"]) == (200, "image/png")
        image = Image.open(BytesIO(response.content))
        assert (image.size, image.format) == ((1200, 630), "PNG")
        assert len(response.content) < 60_000
        assert len(image.convert("RGB").getcolors(1_000_000)) > 8
        drawn[row["id"]] = response.content
        assert client.get(f"/inspections/{row['id']}.png").content == response.content
    assert len(set(drawn.values())) > len(drawn) // 2


def test_no_picture_of_what_never_was(record, client):
    assert client.get("/inspections/zzzzzzzzzz.png").status_code == 404
