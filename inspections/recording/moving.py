"""A whole record from one database into another, table by table, as when it moves from a file to a server.

Its rows and its history are handed on as they stand, some thousands at a time, under the keys that they have; nothing
is built of its readings. What is made beside a record (search, the newest outcomes, the sets of filters, the sums) is
made there anew. The audit of the other database then says whether all of it is true.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import connections
from django.db.models import Model

from inspections import models
from inspections.catalogue import Catalogue
from inspections.recording.digests import sum_up
from inspections.recording.held_columns import find_plain, read_beside
from inspections.recording.indexing import write_index
from inspections.recording.inserting import copy_in, indexes_later, insert, insert_values, read_raw
from inspections.recording.latest import write_latest
from inspections.recording.read_model import write_read_model
from inspections.recording.rows import TABLES, read_rows
from inspections.recording.unchanged import program_version


def move(source: str, target: str, catalogue: Catalogue) -> None:
    """Every row of the record in the database ``source`` into the empty tables of ``target``."""
    with indexes_later(target):
        for table in TABLES:
            _hand_on(table, source, target)
        editions = list(models.Edition.objects.using(source).order_by("number"))
        for edition in editions:
            edition._state.adding = True
        models.Edition.objects.using(target).bulk_create(editions)
        _hand_on(models.Change, source, target)
        sums = _make_search(source, target, catalogue)
    write_latest(target)
    write_read_model(target)
    insert(models.Sum, sums, target)
    models.Make._default_manager.using(target).create(program=program_version())


def _make_search(source: str, target: str, catalogue: Catalogue) -> list[models.Sum]:
    """What search looks through, and the sums of the record it was made of: only here the record is in memory, a long
    table's plain inspections as columns.
    """
    record = read_beside(source, find_plain(source, catalogue))
    write_index(record, target)
    return sum_up(record)


def _hand_on(table: type[Model], source: str, target: str) -> None:
    """The rows of a table: between two databases of one kind, or out of a server, as what they mean."""
    if connections[source].vendor == "sqlite" and connections[target].vendor != "sqlite":
        copy_in(table, read_raw(table, source), target)  # as they are written in the file, which a server reads too
        return
    rows: Iterable[tuple[Any, ...]] = read_rows(table, source)
    insert_values(table, rows, target)
