"""Is a piece of text held in a column, or in one of a list? Small and capital letters of a to z count as one, on
every database alike.

SQLite knows no other capitals in ``LIKE``; PostgreSQL compares as its database was set up, unless it is told how.
"""

from __future__ import annotations

from typing import Any

from django.db.models import F, Lookup


class Holds(Lookup):  # type: ignore[type-arg]
    """A condition of a filter: a column holds a piece of text."""

    prepare_rhs = False
    sqlite = "{held} LIKE %s ESCAPE '\\'"
    server = '({held})::text COLLATE "C" ILIKE %s'

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        held, values = self.process_lhs(compiler, connection)
        piece = f"%{connection.ops.prep_for_like_query(self.rhs)}%"
        asked = self.sqlite if connection.vendor == "sqlite" else self.server
        return asked.format(held=held), (*values, piece)


class OneHolds(Holds):
    """The same of one of the texts in a JSON list."""

    sqlite = "EXISTS (SELECT 1 FROM json_each({held}) WHERE value LIKE %s ESCAPE '\\')"
    server = (
        'EXISTS (SELECT 1 FROM jsonb_array_elements_text({held}) AS one (name) WHERE one.name COLLATE "C" ILIKE %s)'
    )


def holds(column: str, piece: str) -> Holds:
    return Holds(F(column), piece)


def one_holds(column: str, piece: str) -> OneHolds:
    return OneHolds(F(column), piece)
