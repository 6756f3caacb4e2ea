"""The data dictionary and the whole-record files: typed as told, the same rows in every format, by stable addresses."""

import csv
import hashlib
import io
import json
import re
import sqlite3
from datetime import date

import polars
import pytest
from django.core.management import call_command

from inspections.lines import Lines, find_lines
from inspections.tidy import unprotect
from inspections.web import views
from inspections.web.edition import forget_what_is_held

TYPES = {"string", "integer", "number", "boolean", "date", "datetime", "year", "object", "array", "any"}
CONSTRAINTS = {
    "string": {"required", "unique", "enum", "pattern", "minLength", "maxLength"},
    "integer": {"required", "unique", "enum", "minimum", "maximum"},
    "date": {"required", "unique", "enum", "minimum", "maximum"},
    "boolean": {"required", "enum"},
}
NAME = re.compile(r"[a-z0-9][-a-z0-9._]*")
TABLES = ("inspections", "statements", "authorities", "sources")
LISTS = {"inspections": "/inspections.csv?providers=with", "authorities": "/authorities.csv?sort=name"}
RECORDS = ("record", "wide_record")


@pytest.fixture
def prepared(tmp_path, settings):
    """Downloads of the record at hand, made by the command."""

    def make():
        settings.DOWNLOADS = tmp_path / "downloads"
        call_command("prepare_downloads", verbosity=0)
        return settings.DOWNLOADS

    return make


def body(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.getvalue()


def faults(package):
    """Where a descriptor breaks the published rules of Data Package 2.0, as far as they concern what stands in ours."""
    found = []
    if not package.get("resources"):
        found.append("a package has resources")
    names = [resource.get("name", "") for resource in package["resources"]]
    found += [f"{name!r} is not a name" for name in names if not NAME.fullmatch(name)]
    found += ["resources share a name"] if len(set(names)) != len(names) else []
    for licence in package.get("licenses", []):
        if not ({"name", "path"} & set(licence)):
            found.append("a licence has a name or a path")
    for resource in package["resources"]:
        path = resource.get("path", "")
        if not path or path.startswith(("/", ".")) or ".." in path:
            found.append(f"{path!r} is neither a relative path nor an address")
        if "hash" in resource and not re.fullmatch(r"sha256:[0-9a-f]{64}", resource["hash"]):
            found.append(f"{resource['hash']!r} is not a hash")
        if "bytes" in resource and type(resource["bytes"]) is not int:
            found.append("bytes is a whole number")
        if resource.get("type") == "table" or "schema" in resource:
            found += field_faults(resource["schema"])
    return found


def field_faults(schema):
    found, names = [], [field.get("name") for field in schema["fields"]]
    if not all(names) or len(set(names)) != len(names):
        found.append("every field has a name of its own")
    for field in schema["fields"]:
        if field["type"] not in TYPES:
            found.append(f"{field['type']!r} is no type")
        unknown = set(field.get("constraints", {})) - CONSTRAINTS[field["type"]]
        found += [f"a {field['type']} cannot have {name}" for name in unknown]
        if not field.get("description"):
            found.append(f"{field['name']} is not described")
    found += [f"{key} is no field" for key in schema.get("primaryKey", []) if key not in names]
    return found


def cell_faults(field, cell, seen):
    """What is wrong with one cell by its field's type and constraints."""
    rules, name = field.get("constraints", {}), field["name"]
    if not cell:
        return [f"{name} is missing"] if rules.get("required") else []
    try:
        value = {"integer": int, "date": date.fromisoformat}.get(field["type"], str)(cell)
    except ValueError:
        return [f"{name}: {cell!r} is no {field['type']}"]
    found = []
    if field["type"] == "boolean" and cell not in field["trueValues"] + field["falseValues"]:
        found.append(f"{name}: {cell!r} is neither true nor false")
    if "enum" in rules and cell not in rules["enum"]:
        found.append(f"{name}: {cell!r} is none of its codes")
    if "pattern" in rules and not re.fullmatch(rules["pattern"], cell):
        found.append(f"{name}: {cell!r} has another form")
    if "minimum" in rules and value < rules["minimum"]:
        found.append(f"{name}: {cell!r} is too small")
    if rules.get("unique") and cell in seen.setdefault(name, set()):
        found.append(f"{name}: {cell!r} stands twice")
    seen.setdefault(name, set()).add(cell)
    return found


@pytest.mark.parametrize("fixture", RECORDS)
def test_the_package_keeps_the_published_rules(request, client, prepared, fixture):
    request.getfixturevalue(fixture)
    before = json.loads(body(client, "/data/datapackage.json"))
    prepared()
    after = json.loads(body(client, "/data/datapackage.json?utm_source=x"))
    for package in (before, after):
        assert [resource["name"] for resource in package["resources"]][:4] == list(TABLES)
        assert faults(package) == []
        assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"


@pytest.mark.parametrize("fixture", RECORDS)
@pytest.mark.parametrize("table", TABLES)
def test_every_cell_is_of_its_columns_type_and_codes(request, client, prepared, fixture, table):
    request.getfixturevalue(fixture)
    prepared()
    package = json.loads(body(client, "/data/datapackage.json"))
    schema = next(r for r in package["resources"] if r["name"] == table)["schema"]
    rows = csv.reader(io.StringIO(body(client, f"/data/{table}.csv").decode()))
    assert next(rows) == [field["name"] for field in schema["fields"]]
    seen: dict = {}
    cells = ((field, cell) for row in rows for field, cell in zip(schema["fields"], row, strict=True))
    found = [fault for field, cell in cells for fault in cell_faults(field, cell, seen)]
    assert found == []


def test_a_false_cell_would_be_found():
    """The test's own eyes: each kind of fault is one."""
    field = {"name": "x", "type": "integer", "constraints": {"minimum": 1, "required": True}}
    assert cell_faults(field, "", {}) and cell_faults(field, "one", {}) and cell_faults(field, "0", {})
    assert cell_faults({"name": "x", "type": "string", "constraints": {"enum": ["a"]}}, "b", {})
    assert cell_faults({"name": "x", "type": "string", "constraints": {"unique": True}}, "b", {"x": {"b"}})
    wrong = {"name": "No", "path": "../x", "schema": {"fields": [{"name": "a", "type": "string", "description": ""}]}}
    assert len(faults({"resources": [wrong, wrong]})) >= 4


@pytest.mark.parametrize("fixture", RECORDS)
@pytest.mark.parametrize("table", TABLES)
def test_every_format_holds_the_rows_of_the_list(request, client, prepared, tmp_path, fixture, table):
    request.getfixturevalue(fixture)
    prepared()
    listed = body(client, LISTS.get(table, f"/{table}.csv"))
    assert body(client, f"/data/{table}.csv") == listed
    header, *rows = csv.reader(io.StringIO(listed.decode()))
    plain = [{name: unprotect(cell) for name, cell in zip(header, row, strict=True)} for row in rows]
    lines = [json.loads(line) for line in body(client, f"/data/{table}.jsonl").decode().splitlines()]
    (tmp_path / "t.parquet").write_bytes(body(client, f"/data/{table}.parquet"))
    columns = polars.read_parquet(tmp_path / "t.parquet").to_dicts()
    (tmp_path / "t.sqlite3").write_bytes(body(client, "/data/record.sqlite3"))
    with sqlite3.connect(tmp_path / "t.sqlite3") as database:
        database.row_factory = sqlite3.Row
        stored = [dict(row) for row in database.execute(f"SELECT * FROM {table}")]
    for others in (lines, columns, stored):
        assert [{name: as_cell(name, value) for name, value in row.items()} for row in others] == plain
    assert len(plain) > 2


def as_cell(name, value):
    """A typed value as the CSV writes it."""
    if value is None:
        return ""
    if name == "in_quotation_marks":
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)


def test_size_hash_and_rows_are_those_of_the_files(record, client, prepared, words_of):
    prepared()
    package = json.loads(body(client, "/data/datapackage.json"))
    said = words_of("/data/")
    assert len(package["resources"]) == 13
    for resource in package["resources"]:
        file = body(client, f"/data/{resource['path']}")
        assert len(file) == resource["bytes"]
        assert resource["hash"] == f"sha256:{hashlib.sha256(file).hexdigest()}"
        assert hashlib.sha256(file).hexdigest()[:16] in said


def test_a_file_is_sent_under_a_name_with_its_day(record, client, prepared):
    prepared()
    answer = client.get("/data/inspections.parquet")
    assert re.search(r'filename="inspections-\d{4}-\d\d-\d\d\.parquet"', answer["Content-Disposition"])
    assert int(answer["Content-Length"]) == len(answer.getvalue())
    assert client.get("/data/inspections.parquet", headers={"If-None-Match": answer["ETag"]}).status_code == 304
    assert client.head("/data/record.sqlite3").status_code == 200


def test_nothing_links_to_a_file_that_is_not_there(record, client, settings, tmp_path, words_of):
    settings.DOWNLOADS = tmp_path / "nowhere"
    page = client.get("/data/").content.decode()
    assert 'href="/data/inspections' not in page and "record.sqlite3" not in page
    assert "not prepared on this machine" in words_of("/data/")
    assert client.get("/data/inspections.csv").status_code == 404
    for resource in client.get("/data/datapackage.json").json()["resources"]:
        assert client.get(resource["path"].removeprefix("http://testserver")).status_code == 200


@pytest.mark.parametrize("name", ["manifest.json", "..%2Fmanifest.json", "inspections.csv.bak", "%00"])
def test_no_other_file_is_given_out(record, client, prepared, name):
    prepared()
    assert client.get(f"/data/{name}").status_code == 404


def test_a_request_writes_nothing(record, client, settings, tmp_path):
    settings.DOWNLOADS = tmp_path / "nowhere"
    for address in ("/data/", "/data/datapackage.json", "/data/inspections.csv"):
        client.get(address)
    assert not settings.DOWNLOADS.exists()


def test_preparing_twice_changes_nothing_and_other_editions_go(record, prepared, tmp_path):
    other = tmp_path / "downloads" / ("0" * 64)
    other.mkdir(parents=True)
    folder = prepared()
    assert not other.exists()
    first = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    call_command("prepare_downloads", verbosity=0)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()} == first
    assert len(first) == 15


@pytest.fixture
def not_written(monkeypatch):
    """From here on no line is written of rows."""

    def forbid():
        def write(*_):
            raise AssertionError("a line is written of rows")

        monkeypatch.setattr(views, "write_lines", write)

    return forbid


CUT = ("", "providers=with", "sort=oldest", "sort=title&providers=with", "year=2019", "year=1990", "page=1")


@pytest.mark.parametrize("world", RECORDS)
def test_the_csv_of_a_list_is_cut_out_of_the_whole_one(world, request, client, prepared, not_written):
    request.getfixturevalue(world)
    written = {query: body(client, f"/inspections.csv?{query}") for query in CUT}
    assert len(set(written.values())) > 3
    prepared()
    not_written()
    for query in CUT:
        assert body(client, f"/inspections.csv?{query}") == written[query], query


def change_manifest(place, **changes):
    path = place / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))


def cut_short(path):
    path.write_bytes(path.read_bytes()[:-1])


SPOILED = {
    "another edition's": lambda place: change_manifest(place, edition=0),
    "another program's": lambda place: change_manifest(place, program="another"),
    "without offsets": lambda place: (place / "inspections.lines").unlink(),
    "with an offset too few": lambda place: (place / "inspections.lines").write_bytes(
        (place / "inspections.lines").read_bytes()[:-8]
    ),
    "cut short": lambda place: cut_short(place / "inspections.csv"),
    "with a letter that is none": lambda place: (place / "inspections.csv").write_bytes(
        re.sub(rb"\n.", b"\n\xff", (place / "inspections.csv").read_bytes(), count=1)
    ),
    "with another column": lambda place: (place / "inspections.csv").write_bytes(
        (place / "inspections.csv").read_bytes().replace(b"inspection,url", b"inspection_url", 1)
    ),
}


@pytest.mark.parametrize("how", SPOILED)
def test_lines_that_are_not_this_editions_are_not_cut(how, record, client, prepared):
    written = body(client, "/inspections.csv?year=2019")
    (place,) = prepared().iterdir()
    (place / "inspections.csv").write_bytes((place / "inspections.csv").read_bytes().replace(b"2019", b"9102"))
    assert b"9102" in body(client, "/inspections.csv?year=2019")
    forget_what_is_held()
    SPOILED[how](place)
    assert body(client, "/inspections.csv?year=2019") == written


def test_lines_that_tell_of_another_edition_are_not_cut(record, client, prepared):
    """As they stood in folders of this edition's name when an import landed while they were written."""
    written = body(client, "/inspections.csv?year=2019")
    (place,) = prepared().iterdir()
    table = place / "inspections.csv"
    with table.open(newline="", encoding="utf-8") as file:
        head, *rows = csv.reader(file)
    at = head.index("edition")
    (number,) = {row[at] for row in rows}
    other = str((int(number) + 1) % 10)
    with table.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([head, *([*row[:at], other, *row[at + 1 :]] for row in rows)])
    (place / "inspections.lines").write_bytes(find_lines(table).tobytes())
    forget_what_is_held()
    assert body(client, "/inspections.csv?year=2019") == written


def test_downloads_of_another_program_are_made_anew(record, client, prepared):
    (place,) = prepared().iterdir()
    made = (place / "inspections.csv").read_bytes()
    (place / "inspections.csv").write_bytes(b"as it was once")
    change_manifest(place, program="another")
    call_command("prepare_downloads", verbosity=0)
    assert (place / "inspections.csv").read_bytes() == made


def test_a_line_ends_where_no_cell_is_open(tmp_path):
    table = tmp_path / "inspections.csv"
    lines = [
        "name,words,edition\r\n",
        'a,"two\r\nb,lines",7\r\n',
        "a,once more,7\r\n",
        'b,"""b,\n"" said",7\r\n',
        "c,,7\r\n",
    ]
    table.write_text("".join(lines), newline="")
    (tmp_path / "inspections.lines").write_bytes(find_lines(table).tobytes())
    found = Lines(tmp_path)
    assert found.fits(lines[0].encode(), 3, 7)
    assert not found.fits(lines[0].encode(), 3, 6)
    assert found.cut([2, 0]).decode() == "".join((lines[4], lines[1], lines[2]))


def test_numbers_and_addresses_of_people_stay_covered_in_every_format(wide_record, client, prepared):
    folder = prepared()
    for path in folder.rglob("*"):
        if path.is_file():
            held = path.read_bytes()
            assert b"01823 123 4567" not in held and b"someone@example.org" not in held, path.name


def test_the_dictionary_on_the_page_has_every_column(record, client, words_of):
    said = words_of("/data/")
    for resource in client.get("/data/datapackage.json").json()["resources"][:4]:
        for field in resource["schema"]["fields"]:
            assert field["name"] in said
