"""Everything that a record's tables say, without the integer keys: what two records of the same sources share."""

from __future__ import annotations

from dataclasses import astuple

from django.db import connection

from inspections import models
from inspections.membership import BY_TITLE, read_run, read_set
from inspections.recording.digests import read_sums
from inspections.recording.ordering import read_in_order, renumber
from inspections.recording.rows import TABLES

VALUES = {
    models.Edition: (
        "number", "published", "digest", "added", "changed", "withdrawn", "read_with", "retired_digest", "seal",
    ),
    models.Change: ("pk", "edition_id", "action", "kind", "ref", "title", "fields"),
    models.Retired: ("pk", "kind", "ref", "leads_to", "title", "reason", "edition_id"),
    models.Make: ("program",),
    models.ReadAgain: ("read_with",),
}  # fmt: skip


def tables():
    """Each table as plain values, in the order of a record that is built at once."""
    record = renumber(read_in_order("default"))
    found = {table.__name__: [astuple(row) for row in record.rows[table]] for table in TABLES}
    for table, names in VALUES.items():
        rows = table._default_manager.order_by("pk").values_list(*names)
        found[table.__name__] = [tuple(bytes(v) if isinstance(v, memoryview) else v for v in row) for row in rows]
    found["Place"] = list(models.Place.objects.order_by("position").values_list("inspection_id", flat=True))
    found["Members"] = members(
        {place: key for key, place in models.Place.objects.values_list("inspection", "position")}
    )
    found["Sum"] = [astuple(row)[1:] for row in read_sums("default")]
    found["Latest"] = sorted(
        models.Latest.objects.values_list(
            "service__authority__slug", "service__kind", "state", "inspection__ref", "scale", "grade", "since__ref",
            "full__ref", "held", "undated",
        ),
        key=str,
    )  # fmt: skip
    found["Entry"] = entries()
    found["Stretch"] = list(
        models.Stretch.objects.order_by("pk").values_list("source__ref", "start", "end", "furniture")
    )
    if connection.vendor == "sqlite":
        found["entry words"] = words("inspections_entry")
        found["stretch words"] = words("inspections_stretch")
    return found


def members(inspections):
    """The inspections in each set, instead of the places that they happen to have."""
    rows = models.Members.objects.order_by("filter", "value").values_list("filter", "value", "many", "places")
    read = {BY_TITLE: lambda written: read_run(written).places}
    return [
        (name, value, many, [inspections[place] for place in read.get(name, read_set)(places)])
        for name, value, many, places in rows
    ]


def entries():
    columns = (
        "kind", "source__ref", "statement__ref", "inspection__ref", "authority__slug", "start", "end", "withdrawn",
        "publisher", "year_from", "year_to",
    )  # fmt: skip
    about: dict[int, list[tuple[str, str]]] = {}
    pairs = models.Entry.about.through.objects.values_list("entry_id", "service__authority__slug", "service__kind")
    for entry, slug, kind in pairs:
        about.setdefault(entry, []).append((slug, kind))
    rows = models.Entry.objects.order_by("pk").values_list("pk", *columns)
    return [(*row[1:], sorted(about.get(row[0], []))) for row in rows]


def words(table):
    """Every word of an index with its place, by the number of its row among all rows."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM {table} ORDER BY id")
        number = {key: at for at, (key,) in enumerate(cursor.fetchall())}
    import sqlite3

    with sqlite3.connect(f"file:{connection.settings_dict['NAME']}?mode=ro", uri=True) as opened:
        opened.execute(f"CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, {table}_words, instance)")
        found = opened.execute("SELECT term, doc, col, offset FROM vocabulary").fetchall()
    return sorted((term, number.get(doc), col, offset) for term, doc, col, offset in found)
