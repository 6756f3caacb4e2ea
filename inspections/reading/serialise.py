"""A reading as plain JSON values and back, so that a record can be rebuilt without reading again.

Generic over the frozen dataclasses of ``facts``: a field added there needs nothing here. Fields
that hold their default are left out, which keeps old readings readable and new ones small.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Sequence
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date
from functools import cache
from sys import intern
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from inspections.catalogue import load
from inspections.reading.facts import Reading
from inspections.reading.long_tables import read_long
from inspections.reading.tables import read_table, table_readers

Json = dict[str, Any]
T = TypeVar("T")


class Unserialisable(ValueError):
    """A value or JSON that does not fit the dataclass it is meant for."""


def to_json(reading: Reading, with_text: bool = True) -> Json:
    """The reading as JSON values; ``with_text=False`` leaves the held text out, where it is kept elsewhere.

    What a table says is left out too: reading it again is sooner done than taking apart what was read.
    """
    if is_table(reading):
        reading = replace(reading, inspections=(), warnings=(), held=replace(reading.held, packed=b""))
    written = cast(Json, _write(reading))
    if not with_text:
        del written["held"]["text"]
    return written


def from_json(written: Json, text: str | None = None, packed: bytes = b"") -> Reading:
    """The reading again; ``text``, or for a long table ``packed``, is the held text where ``to_json`` left it out."""
    if text is not None:
        written = {**written, "held": {**written["held"], "text": text}}
    reading = cast(Reading, _reader(Reading)(written))
    if packed:
        return read_long(replace(reading.held, packed=packed), load())
    if is_table(reading) and not reading.inspections:
        return read_table(reading.held, load())
    return reading


def is_table(reading: Reading) -> bool:
    """Was it read by one of the layouts of published tables?"""
    return any(reading.reader == each.name for each in table_readers())


def write(value: object) -> Any:
    """Any frozen dataclass of ``facts``, such as a sidecar or a warning, as JSON values."""
    return _write(value)


def read(kind: type[T], written: object) -> T:
    """The dataclass ``kind`` again from what ``write`` gave."""
    return cast(T, _reader(cast(Any, kind))(written))


SHORT = 40  # characters
PLAIN = frozenset({str, int, float, bool, type(None)})
Write = Callable[[Any], Any]


def _write(value: Any) -> Any:
    kind = type(value)
    if kind in PLAIN:
        return value
    if isinstance(value, tuple):
        return [_write(each) for each in value]
    if is_dataclass(kind):
        written = {}
        for name, default in _columns(kind):
            each = getattr(value, name)
            if type(each) is not type(default) or each != default:
                written[name] = each if type(each) in PLAIN else _write(each)
        return written
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str | int | float):
        return value
    raise Unserialisable(f"{kind.__name__} has no JSON form here")


@cache
def _columns(kind: type[Any]) -> tuple[tuple[str, Any], ...]:
    """The fields of a dataclass and their defaults, which are left out where they stand."""
    return tuple(
        (each.name, each.default_factory() if each.default_factory is not MISSING else each.default)
        for each in fields(kind)
    )


@cache
def _reader(kind: Any) -> Write:
    """What makes a value of this type again from JSON, worked out once for each type."""
    origin, kinds = get_origin(kind), get_args(kind)
    if is_dataclass(kind) and isinstance(kind, type):
        return _dataclass_reader(kind)
    if origin is tuple or origin is Sequence:
        return _tuple_reader(kinds if origin is tuple else (*kinds, ...))
    if origin in (Union, types.UnionType):
        (only,) = (each for each in kinds if each is not type(None))
        inner = _reader(only)
        return lambda written: None if written is None else inner(written)
    if origin is Literal:
        return _literal_reader(kinds)
    if kind is date:
        return date.fromisoformat
    if kind is bytes:
        return _read_nothing  # what is packed stands elsewhere
    if kind is str:
        return _read_text
    return _plain_reader(kind)


def _dataclass_reader(kind: type[Any]) -> Write:
    readers = {name: _reader(hint) for name, hint in get_type_hints(kind).items()}

    def read_dataclass(written: Any) -> Any:
        if not isinstance(written, dict):
            raise Unserialisable(f"{kind.__name__} needs an object, not {type(written).__name__}")
        try:
            return kind(**{name: readers[name](each) for name, each in written.items()})
        except KeyError:
            if unknown := written.keys() - readers.keys():
                raise Unserialisable(f"{kind.__name__} has no {', '.join(sorted(unknown))}") from None
            raise

    return read_dataclass


def _tuple_reader(kinds: tuple[Any, ...]) -> Write:
    endless = len(kinds) == 2 and kinds[1] is Ellipsis
    readers = [_reader(each) for each in kinds[: 1 if endless else None]]

    def read_tuple(written: Any) -> Any:
        if not isinstance(written, list):
            raise Unserialisable(f"a list is needed, not {type(written).__name__}")
        if endless:
            return tuple(map(readers[0], written))
        if len(readers) != len(written):
            raise Unserialisable(f"{len(readers)} values are needed, not {len(written)}")
        return tuple(reader(each) for reader, each in zip(readers, written, strict=True))

    return read_tuple


def _literal_reader(known: tuple[Any, ...]) -> Write:
    def read_literal(written: Any) -> Any:
        if written not in known:
            raise Unserialisable(f"{written!r} is none of {', '.join(map(str, known))}")
        return written

    return read_literal


def _read_nothing(written: Any) -> bytes:
    if written:
        raise Unserialisable("bytes have no JSON form")
    return b""


def _read_text(written: Any) -> str:
    """A text; the short ones, codes and names of columns, stand in memory once however often they are said."""
    if not isinstance(written, str):
        raise Unserialisable(f"str is needed, not {written!r}")
    return intern(written) if len(written) <= SHORT else written


def _plain_reader(kind: Any) -> Write:
    def read_plain(written: Any) -> Any:
        if not isinstance(written, kind):
            raise Unserialisable(f"{kind.__name__} is needed, not {written!r}")
        return written

    return read_plain
