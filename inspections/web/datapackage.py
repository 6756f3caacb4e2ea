"""The data dictionary as a Frictionless data package: every column's type and codes, every file's size and hash.

Written by the rules of Data Package 2.0 (https://datapackage.org/): paths are relative to the package itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from inspections.dictionary import KEYS, constraints_of, type_of
from inspections.tidy import Column
from inspections.web import exports
from inspections.web.downloads import Download
from inspections.web.known import the_catalogue

PROFILE = "https://datapackage.org/profiles/2.0/{}.json"
TABLES: tuple[tuple[str, str, tuple[Column, ...]], ...] = (
    (
        "inspections",
        "One row for each judgement; an inspection without judgements has one row.",
        exports.INSPECTION_COLUMNS,
    ),
    ("statements", "One row for each statement, in its exact words.", exports.STATEMENT_COLUMNS),
    ("authorities", "One row for each authority, those without inspections included.", exports.AUTHORITY_COLUMNS),
    ("sources", "One row for each held text, without the text itself.", exports.SOURCE_COLUMNS),
)


def describe_package(
    site: str, number: int, digest: str, published: str, files: Sequence[Download], licences: Sequence[tuple[str, str]]
) -> dict[str, Any]:
    by_name = {file.name: file for file in files}
    resources = [
        _resource(table, about, columns, by_name.get(f"{table}.csv"), site) for table, about, columns in TABLES
    ]
    package = {
        "$schema": PROFILE.format("datapackage"),
        "name": "inspection-record",
        "title": "Inspection Record",
        "description": "What inspectorates said about the services of English local authorities, with the words that "
        "prove it. Empty cells: not stated, or does not apply.",
        "homepage": f"{site}/data/",
        "version": f"{number}.0.0",
        "created": published,
        "id": f"{site}/editions/{number}/#{digest}",
        "resources": [*resources, *(_same_rows(file) for file in files if file.ending != "csv")],
    }
    named = [{"title": name, "path": url} for name, url in licences if url.startswith("https://")]
    return package | ({"licenses": named} if named else {})


def _resource(table: str, about: str, columns: tuple[Column, ...], file: Download | None, site: str) -> dict[str, Any]:
    """A table as a resource: the prepared file, or the list that gives the same rows."""
    schema: dict[str, Any] = {
        "$schema": PROFILE.format("tableschema"),
        "fields": [describe_field(table, column) for column in columns],
        "missingValues": [""],
    }
    if table in KEYS:
        schema["primaryKey"] = [KEYS[table]]
    where = {"path": f"{table}.csv", "bytes": file.size, "hash": f"sha256:{file.sha256}"} if file else {
        "path": f"{site}/{table}.csv{'?providers=with' if table == 'inspections' else ''}"
    }  # fmt: skip
    return {
        "$schema": PROFILE.format("dataresource"),
        "name": table,
        "type": "table",
        "title": table.capitalize(),
        "description": about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **where,
        "schema": schema,
    }


def _same_rows(file: Download) -> dict[str, Any]:
    """Another format of the same rows: a file with its size and hash."""
    rows = "Every table" if file.ending == "sqlite3" else f"The rows of {file.table}"
    return {
        "$schema": PROFILE.format("dataresource"),
        "name": file.name,
        "description": f"{rows} as {file.format}.",
        "path": file.name,
        "format": file.ending,
        "mediatype": file.media.partition(";")[0],
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
    }


def describe_field(table: str, column: Column) -> dict[str, Any]:
    kind = type_of(table, column.name)
    field: dict[str, Any] = {"name": column.name, "type": kind, "description": column.meaning}
    if kind == "boolean":
        field |= {"trueValues": ["yes"], "falseValues": ["no"]}
    constraints = constraints_of(table, column.name, the_catalogue())
    return field | ({"constraints": constraints} if constraints else {})
