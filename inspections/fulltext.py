"""Words that can be searched, on SQLite by FTS5 and on PostgreSQL by tsvector: the same words give the same rows.

An index stands beside a table of the record: SQLite keeps it in a virtual table without texts
(``<table>_words``), PostgreSQL in a column ``words`` of the table itself. Words are folded here, before
either sees them, so that both agree on what a word is, and what comes first is told from which words stand where,
which both know: neither's own measure is asked, since they differ. The import fills it; nothing else writes.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connections, models
from django.db.models.expressions import RawSQL

Rows = models.QuerySet[Any]
LONGEST = 200  # characters of a word that are told apart
PREFIX = "*"
FIRST = "A"  # the label that PostgreSQL keeps with words of the first column
MOST_PLACES = 255  # of one word in one row: PostgreSQL keeps no more


@dataclass(frozen=True)
class WordIndex:
    """The searchable words of one table in two columns, the first of which may be its title."""

    table: str

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
            update = f"UPDATE {self.table} SET words = %s WHERE id = %s"  # noqa: S608
            cursor.executemany(update, [(write_vector(first, second), key) for key, first, second in rows])

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

    def matching(self, rows: Rows, query: Query) -> Rows:
        """The rows that answer."""
        if connections[rows.db].vendor == "sqlite":
            name = self.words_table
            return rows.extra(  # type: ignore[no-any-return]  # noqa: S610 (no model has this table; its words are parameters)
                tables=[name], where=[f"{name} MATCH %s", f"{name}.rowid = {self.table}.id"], params=[query.for_fts5()]
            )
        return rows.extra(where=[f"{self.table}.words @@ %s::tsquery"], params=[query.for_tsquery()])  # type: ignore[no-any-return]  # noqa: S610

    def telling(self, rows: Rows, query: Query) -> Rows:
        """The rows that answer, each with how many parts of the query its first column holds (``titled``), and
        whether it holds all of its words in a row (``in_a_row``)."""
        sqlite = connections[rows.db].vendor == "sqlite"
        inside = [query.titled(part) if sqlite else _titled(part) for part in query.parts]
        titled = " + ".join([self._holds(sqlite)] * len(inside))
        row = query.in_a_row()
        told = row.for_fts5() if sqlite else row.for_tsquery()
        number = models.IntegerField()
        return self.matching(rows, query).annotate(  # type: ignore[no-any-return]
            titled=RawSQL(titled, inside, output_field=number),  # noqa: S611 (our own names)
            in_a_row=RawSQL(self._holds(sqlite), [told], output_field=number)  # noqa: S611
            if len(query.parts) > 1
            else models.Value(1),
        )

    def _holds(self, sqlite: bool) -> str:
        """1 where a row answers another query too."""
        if not sqlite:
            return f"({self.table}.words @@ %s::tsquery)::int"
        name = self.words_table
        return f"({self.table}.id IN (SELECT rowid FROM {name} WHERE {name} MATCH %s))"  # noqa: S608

    def latest(self, rows: Rows) -> Rows:
        """Rows that match, by descending key: SQLite's index gives them in that order and stops where it is told to."""
        if connections[rows.db].vendor == "sqlite":
            return rows.extra(order_by=[f"-{self.words_table}.rowid"])
        return rows.order_by("-pk")

    def first(self, rows: Rows) -> Rows:
        """Rows that match, by ascending key, likewise."""
        if connections[rows.db].vendor == "sqlite":
            return rows.extra(order_by=[f"{self.words_table}.rowid"])
        return rows.order_by("pk")

    def nearest(self, query: Query, most: int, alias: str) -> list[int]:
        """The keys of the rows that hold most of the parts, and no more than so many."""
        each = [Query((part,)) for part in query.parts]
        if connections[alias].vendor == "sqlite":
            name = self.words_table
            one = f"SELECT rowid AS id FROM {name} WHERE {name} MATCH %s"  # noqa: S608 (our own names)
            among, held = " UNION ALL ".join([one] * len(each)), "COUNT(*)"
            asked = f"SELECT id FROM ({among}) GROUP BY id ORDER BY {held} DESC, id LIMIT %s"  # noqa: S608
            values: list[Any] = [part.for_fts5() for part in each]
        else:  # the words of a row are unpacked once, not for every part
            holds = " + ".join(["(words @@ %s::tsquery)::int"] * len(each))
            asked = (
                f"WITH found AS MATERIALIZED (SELECT id, words || ''::tsvector AS words FROM {self.table} "  # noqa: S608
                f"WHERE words @@ %s::tsquery) SELECT id FROM found ORDER BY {holds} DESC, id LIMIT %s"
            )
            values = [query.for_tsquery(), *(part.for_tsquery() for part in each)]
        with connections[alias].cursor() as cursor:
            cursor.execute(asked, [*values, most])
            return [key for (key,) in cursor.fetchall()]


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
        return (" | " if self.any_part else " & ").join(_in_a_row(part, "") for part in self.parts)

    def in_a_row(self) -> Query:
        """All words of the query as one part."""
        words = [word for part in self.parts for word in part]
        return Query(((*(word.rstrip(PREFIX) for word in words[:-1]), words[-1]),))

    def titled(self, part: Sequence[str]) -> str:
        """For FTS5: the rows that answer, and have this part of the query in their first column."""
        return f"({self.for_fts5()}) AND first : {_quoted(part)}"


def _quoted(part: Sequence[str]) -> str:
    star = " *" if part[-1].endswith(PREFIX) else ""
    return f'"{" ".join(word.rstrip(PREFIX) for word in part)}"{star}'


def _titled(part: Sequence[str]) -> str:
    """For a tsquery: a part of the query in the first column."""
    return _in_a_row(part, FIRST)


def _in_a_row(part: Sequence[str], column: str) -> str:
    return f"({' <-> '.join(_marked(word, column) for word in part)})"


def _marked(word: str, column: str) -> str:
    """A word of a tsquery as it stands, with where it is looked for and whether words that begin so are meant."""
    marks = f"{PREFIX if word.endswith(PREFIX) else ''}{column}"
    return f"'{word.rstrip(PREFIX)}'{':' if marks else ''}{marks}"


def write_vector(first: str, second: str) -> str:
    """The words of a row as a tsvector is written. No words in a row lie in both columns: a place between is free."""
    places: dict[str, list[str]] = defaultdict(list)
    words = first.split()
    for place, word in enumerate(words, 1):
        places[word].append(f"{place}{FIRST}")
    for place, word in enumerate(second.split(), len(words) + 2):
        places[word].append(f"{place}")
    return " ".join(f"'{word}':{','.join(found[:MOST_PLACES])}" for word, found in places.items())


def exact_key(word: str) -> str:
    """A word of ``quotes`` in letters and digits that no database reads as two words."""
    return word if word.isascii() and word.isalnum() else "x" + word.encode()[:LONGEST].hex()


def plain_key(word: str) -> str:
    """A word as searches compare it: without apostrophes and accents."""
    if word.isascii() and word.isalnum():
        return word
    bare = "".join(char for char in unicodedata.normalize("NFKD", word) if char.isalnum())
    return bare if bare.isascii() else exact_key(bare)
