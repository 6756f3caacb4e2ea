"""Words that a later table gives a grade are shown as the table’s, with the word of its own scale, on every page."""

import csv
import io
from datetime import date

import pytest

from inspections.reading import read_file
from inspections.recording.audit import audit_record
from inspections.recording.loading import record_readings
from inspections.web.ladder import is_another_word, place_grade
from tests.conftest import served_from
from tests.reading.tables.every_layout import as_file, good, readers

EARLIER = "ofsted-four-point-adequate"
PRINTED = "“Requires improvement to be good”"
WHOSE = "the table’s words for “Adequate”"
RI = "Requires improvement to be good"


@pytest.fixture(scope="module")
def _worded_file(tmp_path_factory, django_db_blocker):
    from inspections.catalogue import load

    folder = tmp_path_factory.mktemp("words")
    (reader,) = [each for each in readers() if each.name == "childrens_services_2009"]
    tables = good(reader)
    cells = {"cpi": date(2012, 8, 17), "cpi-overall": RI, "tlac": date(2013, 8, 23), "tlac-overall": RI}
    for key, value in cells.items():
        tables[0] = tables[0].with_cell(key, value)
    name, data = as_file(tables)
    (folder / name).write_bytes(data)
    with django_db_blocker.unblock(), served_from(folder / "record.sqlite3") as file:
        record_readings([read_file(folder / name, load())], [], load())
    return file


@pytest.fixture(autouse=True)
def worded_record(_worded_file, opened, django_db_blocker):
    with django_db_blocker.unblock(), opened(_worded_file) as file:
        yield file


def refs(client):
    """By framework, the inspections whose grade a later table rewrites."""
    rows = client.get(f"/inspections.json?grade={EARLIER}:adequate").json()["results"]
    return {row["framework"]: row for row in rows}


def test_lists_and_pages_show_the_tables_words_as_the_tables(client, words_of):
    one = refs(client)["protection-of-children"]
    for address in (
        "/inspections/?authority=stockport", "/authorities/stockport/", "/authorities/stockport/childrens-services/",
        one["url"], "/national/?service=looked-after-children", "/national/map/?service=looked-after-children",
    ):  # fmt: skip
        said = words_of(address)
        assert PRINTED in said and WHOSE in said, address


def test_the_drawing_says_them_beside_its_mark_and_in_its_name(client):
    page = client.get("/authorities/stockport/").content.decode()
    drawing = page[page.index('class="timeline-drawing"') : page.index("</svg>", page.rindex("t-grade"))]
    assert ">“Requires improvement to" in drawing and ">be good”" in drawing and "the table’s words for" in drawing
    assert f"{PRINTED}, {WHOSE} (Ofsted’s four grades with “adequate”)" in page
    assert ">Adequate<" not in drawing


def test_aspects_without_an_overall_grade_are_told_alike(client, words_of):
    said = words_of(f"/inspections/?grade={EARLIER}:adequate")
    assert f"Safeguarding: overall effectiveness: {PRINTED} , {WHOSE}" in said
    assert "Looked-after children: overall effectiveness: Good" in said


def test_feeds_and_what_is_shared_say_them_too(client):
    one = refs(client)["protection-of-children"]
    for address in ("/inspections.atom", "/feed.atom"):
        told = client.get(address).content.decode()
        assert f"{PRINTED}, {WHOSE} (Ofsted’s four grades with “adequate”)" in told, address
    head = client.get(one["url"]).content.decode().partition("</head>")[0]
    assert f"overall {PRINTED}, {WHOSE} (Ofsted’s four grades with “adequate”)" in head
    assert client.get(f"/inspections/{one['id']}.png").status_code == 200


def test_the_grade_stays_what_it_is_on_its_scale(client, catalogue):
    for row in refs(client).values():
        rewritten = [grade for grade in row["judgements"] if grade["as_worded"] == RI]
        assert rewritten and all((grade["grade"], grade["label"]) == ("adequate", "Adequate") for grade in rewritten)
    lines = list(csv.DictReader(io.StringIO(_body(client, f"/inspections.csv?grade={EARLIER}:adequate"))))
    adequate = [line for line in lines if line["grade"] == "adequate"]
    assert adequate and {(line["grade_words"], line["grade_as_worded"]) for line in adequate} == {("Adequate", RI)}
    (cell,) = csv.DictReader(io.StringIO(_body(client, "/national.csv?service=looked-after-children")))
    assert (cell["grade"], cell["grade_words"], cell["grade_as_worded"]) == ("adequate", "Adequate", RI)
    assert audit_record(catalogue).false == ()


def _body(client, address):
    response = client.get(address)
    return b"".join(response.streaming_content).decode() if response.streaming else response.content.decode()


@pytest.mark.parametrize(
    ("words", "scale", "grade", "another"),
    [
        (RI, EARLIER, "adequate", True),
        ("Requires improvement", "ofsted-four-point-satisfactory", "satisfactory", True),
        ("requires improvement", EARLIER, "", True),
        ("Adequate", EARLIER, "adequate", False),
        (RI, "ofsted-four-point", "requires-improvement", False),
        ("Requires improvement", "ofsted-four-point", "requires-improvement", False),
        ("3", EARLIER, "adequate", False),
        ("expected", "ofsted-report-card", "expected-standard", False),
        ("strong", "ofsted-report-card", "strong-standard", False),
        ("needs-attention", "ofsted-report-card", "needs-attention", False),
        ("Yes", "ofsted-safeguarding-effective", "effective", False),
        ("it went very well", EARLIER, "adequate", False),
        ("", EARLIER, "adequate", False),
    ],
)
def test_only_the_words_of_another_grade_are_another_word(words, scale, grade, another):
    assert is_another_word(words, scale, grade) is another


@pytest.mark.parametrize(
    ("basis", "note", "told"),
    [
        ("derived", f"the table prints “{RI}”, a later word", f"“{RI}”, {WHOSE}"),
        ("stated", f"the table prints “{RI}”", "Adequate"),
        ("derived", "from the words of a report", "Adequate"),
    ],
)
def test_only_a_table_that_says_so_is_told_as_one(basis, note, told):
    assert place_grade(EARLIER, "adequate", RI, basis, note).told == told


def test_a_grade_that_is_not_stated_keeps_the_tables_words():
    shown = place_grade(
        "ofsted-four-point", "", RI, "derived", f"the table prints “{RI}”, and which word is not stated"
    )
    assert shown.told == f"“{RI}”, the table’s words; which grade it was is not stated"


def test_the_scale_of_all_aspects_is_said_once(client):
    page = client.get("/authorities/stockport/").content.decode()
    each = (
        f"Safeguarding: overall effectiveness: {PRINTED}, {WHOSE}; Looked-after children: overall effectiveness: Good"
    )
    assert f"{each} (each on Ofsted’s four grades with “adequate”)" in page
