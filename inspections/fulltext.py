"""Words that can be searched, on SQLite by FTS5 and on PostgreSQL by tsvector: the same words give the same rows.

An index stands beside a table of the record: SQLite keeps it in a virtual table without texts
(``<table>_words``), PostgreSQL in a column ``words`` of the table itself. Words are folded here, before
either sees them, so that both agree on what a word is. The import fills it; nothing else writes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connections, models
from django.db.models.expressions import RawSQL

Rows = models.QuerySet[Any]
LONGEST = 200  # characters of a word that are told apart
PREFIX = "*"


@dataclass(frozen=True)
class WordIndex:
    """The searchable words of one table: two columns, the first of which may weigh more."""

    table: str
    weights: tuple[float, float] = (1.0, 1.0)

    @property
    def words_table(self) -> str:
        return f"{self.table}_words"

    def statements_that_make_it(self, vendor: str) -> list[str]:
        if vendor == "sqlite":
            options = "content='', tokenize='unicode61 remove_diacritics 0', prefix='2 3'"
            return [f"CREATE VIRTUAL TABLE {self.words_table} USING fts5(first, second, {options})"]
        return [
            f"ALTER TABLE {self.table} ADD COLUMN words tsvector",
            f"CREATE INDEX {self.words_table} ON {self.table} USING gin (words)",
        ]

    def statements_that_drop_it(self, vendor: str) -> list[str]:
        if vendor == "sqlite":
            return [f"DROP TABLE {self.words_table}"]
        return [f"DROP INDEX {self.words_table}", f"ALTER TABLE {self.table} DROP COLUMN words"]

    def fill(self, rows: Sequence[tuple[int, str, str]], alias: str) -> None:
        """Each row's key, and its words for either column, already folded and parted by spaces."""
        with connections[alias].cursor() as cursor:
            if connections[alias].vendor == "sqlite":
                insert = f"INSERT INTO {self.words_table} (rowid, first, second) VALUES (%s, %s, %s)"  # noqa: S608 (our own names)
                cursor.executemany(insert, rows)
                return
            update = (
                f"UPDATE {self.table} SET words = setweight(to_tsvector('simple', %s), 'A') "  # noqa: S608
                "|| setweight(to_tsvector('simple', %s), 'D') WHERE id = %s"
            )
            cursor.executemany(update, [(first, second, key) for key, first, second in rows])

    def take_out(self, rows: Sequence[tuple[int, str, str]], alias: str) -> None:
        """Rows that go, with the words they were filled with: SQLite keeps no text by which it could tell them."""
        if connections[alias].vendor == "sqlite":
            name = self.words_table
            command = f"INSERT INTO {name} ({name}, rowid, first, second) VALUES ('delete', %s, %s, %s)"  # noqa: S608
            with connections[alias].cursor() as cursor:
                cursor.executemany(command, rows)

    def count(self, alias: str) -> int:
        """How many rows can be found."""
        with connections[alias].cursor() as cursor:
            sqlite = connections[alias].vendor == "sqlite"
            place = f"{self.words_table}_docsize" if sqlite else f"{self.table} WHERE words IS NOT NULL"
            cursor.execute(f"SELECT COUNT(*) FROM {place}")  # noqa: S608
            found: int = cursor.fetchone()[0]
        return found

    def matching(self, rows: Rows, query: Query, ranked: bool = False) -> Rows:
        """The rows that answer; ``ranked``: with ``score``, the least first the best answer."""
        if connections[rows.db].vendor == "sqlite":
            name = self.words_table
            found = rows.extra(  # noqa: S610 (a virtual table has no model; its words are parameters)
                tables=[name], where=[f"{name} MATCH %s", f"{name}.rowid = {self.table}.id"], params=[query.for_fts5()]
            )
            weights = f"bm25({name}, {self.weights[0]}, {self.weights[1]})"
            return found.extra(select={"score": weights}) if ranked else found  # type: ignore[no-any-return]  # noqa: S610
        asked = query.for_tsquery()
        found = rows.extra(  # noqa: S610
            where=[f"{self.table}.words @@ to_tsquery('simple', %s)"], params=[asked]
        )
        if not ranked:
            return found
        heavy, light = self.weights[0] / sum(self.weights), self.weights[1] / sum(self.weights)
        rank = f"-ts_rank('{{{light}, {light}, {light}, {heavy}}}', {self.table}.words, to_tsquery('simple', %s), 2)"
        return found.annotate(score=RawSQL(rank, [asked], output_field=models.FloatField()))  # noqa: S611

    def latest(self, rows: Rows) -> Rows:
        """Rows that match, by descending key: SQLite's index gives them in that order and stops where it is told to."""
        if connections[rows.db].vendor == "sqlite":
            return rows.extra(order_by=[f"-{self.words_table}.rowid"])
        return rows.order_by("-pk")


@dataclass(frozen=True)
class Query:
    """What rows must hold: every part (or, with ``any_part``, at least one); a part is words in a row.

    The last word of a part may end in ``*``: any word that begins so.
    """

    parts: tuple[tuple[str, ...], ...]
    any_part: bool = False

    def for_fts5(self) -> str:
        return (" OR " if self.any_part else " AND ").join(_quoted(part) for part in self.parts)

    def for_tsquery(self) -> str:
        joined = ("(" + " <-> ".join(_starred(word) for word in part) + ")" for part in self.parts)
        return (" | " if self.any_part else " & ").join(joined)


def _quoted(part: Sequence[str]) -> str:
    star = " *" if part[-1].endswith(PREFIX) else ""
    return f'"{" ".join(word.rstrip(PREFIX) for word in part)}"{star}'


def _starred(word: str) -> str:
    return f"{word[:-1]}:*" if word.endswith(PREFIX) else word


def exact_key(word: str) -> str:
    """A word of ``quotes`` in letters and digits that no database reads as two words."""
    return word if word.isascii() and word.isalnum() else "x" + word.encode()[:LONGEST].hex()


def plain_key(word: str) -> str:
    """A word as searches compare it: without apostrophes and accents."""
    if word.isascii() and word.isalnum():
        return word
    bare = "".join(char for char in unicodedata.normalize("NFKD", word) if char.isalnum())
    return bare if bare.isascii() else exact_key(bare)
