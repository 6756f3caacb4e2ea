"""A reading as plain JSON values and back, so that a record can be rebuilt without reading again.

Generic over the frozen dataclasses of ``facts``: a field added there needs nothing here. Fields
that hold their default are left out, which keeps old readings readable and new ones small.
"""

from __future__ import annotations

import types
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from inspections.catalogue import load
from inspections.reading.facts import Reading
from inspections.reading.tables import read_table, table_readers

Json = dict[str, Any]
T = TypeVar("T")


class Unserialisable(ValueError):
    """A value or JSON that does not fit the dataclass it is meant for."""


def to_json(reading: Reading, with_text: bool = True) -> Json:
    """The reading as JSON values; ``with_text=False`` leaves the held text out, where it is kept elsewhere.

    What a table says is left out too: reading it again is sooner done than taking apart what was read.
    """
    written = cast(Json, _write(replace(reading, inspections=(), warnings=()) if is_table(reading) else reading))
    if not with_text:
        del written["held"]["text"]
    return written


def from_json(written: Json, text: str | None = None) -> Reading:
    """The reading again; ``text`` is the held text where ``to_json`` left it out."""
    if text is not None:
        written = {**written, "held": {**written["held"], "text": text}}
    reading = cast(Reading, _read(Reading, written))
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
    return cast(T, _read(kind, written))


def _write(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _write(getattr(value, field.name))
            for field in fields(value)
            if not _is_default(field, getattr(value, field.name))
        }
    if isinstance(value, tuple):
        return [_write(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise Unserialisable(f"{type(value).__name__} has no JSON form here")


def _is_default(field: Field[Any], value: object) -> bool:
    default = field.default_factory() if field.default_factory is not MISSING else field.default
    return default is not MISSING and type(default) is type(value) and default == value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _read(kind: Any, written: Any) -> Any:
    origin = get_origin(kind)
    if is_dataclass(kind) and isinstance(kind, type):
        if not isinstance(written, dict):
            raise Unserialisable(f"{kind.__name__} needs an object, not {type(written).__name__}")
        hints = _hints(kind)
        if unknown := written.keys() - hints.keys():
            raise Unserialisable(f"{kind.__name__} has no {', '.join(sorted(unknown))}")
        return kind(**{name: _read(hints[name], each) for name, each in written.items()})
    if origin is tuple:
        kinds = get_args(kind)
        if not isinstance(written, list):
            raise Unserialisable(f"a list is needed, not {type(written).__name__}")
        if len(kinds) == 2 and kinds[1] is Ellipsis:
            return tuple(_read(kinds[0], each) for each in written)
        if len(kinds) != len(written):
            raise Unserialisable(f"{len(kinds)} values are needed, not {len(written)}")
        return tuple(_read(each_kind, each) for each_kind, each in zip(kinds, written, strict=True))
    if origin in (Union, types.UnionType):
        if written is None:
            return None
        (only,) = (each for each in get_args(kind) if each is not type(None))
        return _read(only, written)
    if origin is Literal:
        if written not in get_args(kind):
            raise Unserialisable(f"{written!r} is none of {', '.join(map(str, get_args(kind)))}")
        return written
    if kind is date:
        return date.fromisoformat(written)
    if not isinstance(written, kind):
        raise Unserialisable(f"{kind.__name__} is needed, not {written!r}")
    return written
