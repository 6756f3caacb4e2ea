"""Questions that are put into SQL once: the same query set with other values is asked by the same statement.

Django takes longer to write the SQL of a page's questions than the database takes to answer them. A question that is
``prepared`` is written for the first visitor, with marks where its values stand; from then on only the values change.
What is asked and what comes back are the query set's own; rows of values are made here, without Django's way there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from functools import partial
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.models.query import NamedValuesListIterable, ValuesListIterable
from django.db.models.utils import create_namedtuple_class

Value = int | str | Sequence[int] | Sequence[str]
SIZES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)  # of lists: a shorter one is filled up with its last value
MOST_SHAPES = 64  # statements that are kept of one question
_NUMBERED = 2_100_000_000  # marks of whole numbers begin here: no position and no key that is written out is so large


class Statement:
    """One query set as SQL, and where its values go."""

    def __init__(self, rows: models.QuerySet[Any], marks: dict[Any, tuple[int, int | None]]) -> None:
        self.rows = rows
        self.compiler = rows.query.get_compiler(rows.db)
        self.sql, parameters = self.compiler.as_sql()
        self.parameters = list(parameters)
        # a server is told of what size a whole number is by the type that stands for it
        self.places = [(at, marks[value], type(value)) for at, value in enumerate(parameters) if _is_mark(value, marks)]
        if {place for _, place, _ in self.places} != set(marks.values()):
            raise ValueError(f"a value of this question stands nowhere in it as it is: {self.sql}")
        columns = [column[0] for column in self.compiler.select[: self.compiler.col_count]]
        self.converters = self.compiler.get_converters(columns)
        self.make = _maker_of(rows)

    def answer(self, values: Sequence[Any]) -> list[Any]:
        """What the query set gives for these values."""
        parameters = self.parameters.copy()
        for at, (number, item), kind in self.places:
            parameters[at] = kind(values[number] if item is None else values[number][item])
        if self.make is None:
            return self._read_models(parameters)
        connection = connections[self.rows.db]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, parameters)
            found = cursor.fetchall()
        return list(map(self.make, self._converted(found, connection) if self.converters else found))

    def _converted(self, rows: Iterable[Sequence[Any]], connection: Any) -> Iterator[Sequence[Any]]:
        """Values as their fields have them: days, JSON."""
        for row in map(list, rows):
            for at, (converters, expression) in self.converters.items():
                for convert in converters:
                    row[at] = convert(row[at], expression, connection)
            yield row

    def _read_models(self, parameters: Sequence[Any]) -> list[Any]:
        """As Django reads them, with a compiler that has done its work."""
        compiler = copy(self.compiler)  # a connection belongs to one thread
        compiler.connection = connections[self.rows.db]
        compiler.as_sql = lambda *_, **__: (self.sql, tuple(parameters))
        compiler.get_converters = lambda _: self.converters
        return list(self.rows._iterable_class(_Asked(self.rows, compiler)))  # type: ignore[attr-defined]


def _maker_of(rows: Any) -> Callable[[Sequence[Any]], Any] | None:
    """What makes a row of values; None where rows are models, which Django makes."""
    kind = rows._iterable_class
    if kind is ValuesListIterable:
        return tuple
    if kind is NamedValuesListIterable and rows._fields:
        return partial(tuple.__new__, create_namedtuple_class(*rows._fields))
    return None


class _Asked:
    """The query set as Django's readers of rows see it, with a compiler that has done its work."""

    def __init__(self, rows: models.QuerySet[Any], compiler: Any) -> None:
        self.rows, self.compiler = rows, compiler

    def __getattr__(self, name: str) -> Any:
        return getattr(self.rows, name)

    @property
    def query(self) -> _AskedQuery:
        return _AskedQuery(self.rows.query, self.compiler)


class _AskedQuery:
    def __init__(self, query: Any, compiler: Any) -> None:
        self._query, self._compiler = query, compiler

    def get_compiler(self, *_: Any, **__: Any) -> Any:
        return self._compiler

    def __getattr__(self, name: str) -> Any:
        return getattr(self._query, name)


class Prepared:
    """A question with values: numbers, words, or lists of them, which must each stand in the SQL as they are.

    What is given by name is part of the question itself. A list without a value finds nothing.
    """

    def __init__(self, ask: Callable[..., models.QuerySet[Any]]) -> None:
        self.ask = ask
        self.__doc__ = ask.__doc__
        self.statements: dict[Any, Statement | None] = {}

    def __call__(self, *values: Value, **fixed: Any) -> list[Any]:
        given, shape = [], []
        for value in values:
            if isinstance(value, int | str):
                given.append(value)
                shape.append(type(value))
                continue
            if not value:
                return []
            filled = _fill(value)
            given.append(filled)
            shape.append((type(filled[0]), len(filled)))
        key = connections[DEFAULT_DB_ALIAS].vendor, tuple(shape), tuple(fixed.items())
        if key not in self.statements:
            self._prepare(key, given, fixed)
        statement = self.statements[key]
        return statement.answer(given) if statement else []

    def _prepare(self, key: Any, given: Sequence[Any], fixed: dict[str, Any]) -> None:
        marks: dict[Any, tuple[int, int | None]] = {}
        marked: list[Any] = []
        for number, value in enumerate(given):
            if isinstance(value, list):
                made = [_mark(each, len(marks) + item) for item, each in enumerate(value)]
                marks |= {mark: (number, item) for item, mark in enumerate(made)}
                marked.append(made)
            else:
                marked.append(_mark(value, len(marks)))
                marks[marked[-1]] = (number, None)
        if len(self.statements) >= MOST_SHAPES:
            self.statements.clear()
        try:
            self.statements[key] = Statement(self.ask(*marked, **fixed), marks)
        except EmptyResultSet:  # whatever the values, nothing can answer it
            self.statements[key] = None


def _fill(values: Sequence[Any]) -> list[Any]:
    """The values and, up to the next size, the last of them again: fewer statements for lists of every length."""
    size = next((size for size in SIZES if size >= len(values)), len(values))
    return [*values, *[values[-1]] * (size - len(values))]


def _mark(value: int | str, number: int) -> int | str:
    return _NUMBERED + number if isinstance(value, int) else f"\x00value {number}"


def _is_mark(value: Any, marks: dict[Any, Any]) -> bool:
    return isinstance(value, int | str) and not isinstance(value, bool) and value in marks
