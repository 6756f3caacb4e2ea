"""Files to held texts: bytes decoded exactly as received, and the sidecar beside them."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from inspections.reading.facts import Held, Oddity, Problem, Sidecar, Unreadable

TEXTS = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html", ".pdf": "application/pdf"}
TABLES = {
    ".csv": "text/csv",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
LARGEST_TEXT = 20_000_000  # bytes; a text source larger than this is no council's page
_KEYS = {
    "publisher",
    "publisher_kind",
    "licence",
    "licence_url",
    "received",
    "published",
    "url",
    "archived_url",
    "oddity",
}
_DATES = {"received"}
_ODDITY = {"words", "reason", "code", "means"}


def hold(path: Path) -> Held:
    """One file as a held source. Raises ``Unreadable`` with every problem found."""
    name = path.name
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Unreadable(
            name,
            (Problem(f"cannot be read: {error.strerror or error}", "check that the file is there and may be read"),),
        ) from None
    sidecar = read_sidecar(path)
    suffix = path.suffix.lower()
    if suffix == ".pdf":
        from inspections.reading.pdf import hold as hold_pdf

        held = hold_pdf(name, data, sidecar)
    else:
        held = hold_text(name, data, sidecar, TEXTS.get(suffix, "text/plain"))
    _check_oddities(held)
    return held


def hold_text(name: str, data: bytes, sidecar: Sidecar, media_type: str = "text/plain") -> Held:
    """A text as received. Empty, binary and wrongly encoded data are refused with the place."""
    if len(data) > LARGEST_TEXT:
        raise Unreadable(
            name, (Problem(f"is {len(data):,} bytes long", f"split it: a text may have {LARGEST_TEXT:,} bytes"),)
        )
    if not data.strip(b" \t\r\n\xef\xbb\xbf\x00"):
        raise Unreadable(name, (Problem("is empty", "put the text into the file, or take the file away"),))
    if (
        data.startswith(
            (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0", b"\x1f\x8b")
        )
        or b"\x00" in data[:4096]
    ):
        raise Unreadable(
            name, (Problem("is a binary file, not a text", "give it its right ending, or save its text as UTF-8"),)
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        shown = data[max(0, error.start - 20) : error.start + 10].decode("latin-1")
        raise Unreadable(
            name, (Problem("is not UTF-8 here", "save the file again as UTF-8", line, column, shown),)
        ) from None
    if media_type == "text/html":
        from inspections.reading.pages import main_text

        text = main_text(name, text)
    return Held(name, media_type, hashlib.sha256(data).hexdigest(), text, sidecar)


def read_sidecar(path: Path) -> Sidecar:
    """The ``.toml`` beside a source; an empty one when there is none."""
    beside = path.with_suffix(".toml")
    if beside == path or not beside.exists():
        return Sidecar()
    try:
        words = beside.read_bytes().decode("utf-8")
        given = tomllib.loads(words)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise Unreadable(beside.name, (Problem(f"is not valid TOML: {error}", "mend the line it names"),)) from None
    return sidecar_from(beside.name, words, given)


def sidecar_from(name: str, words: str, given: Mapping[str, object]) -> Sidecar:
    problems: list[Problem] = []

    def wrong(key: str, message: str, remedy: str) -> None:
        line = next(
            (
                i
                for i, x in enumerate(words.split("\n"), 1)
                if x.strip().startswith((f"{key} ", f"{key}=", f'"{key}"', f"[[{key}"))
            ),
            0,
        )
        problems.append(Problem(message, remedy, line, 1 if line else 0, key))

    for key in given:
        if key not in _KEYS:
            wrong(
                key,
                f"has a key this record does not know: {key}",
                f"known keys are {', '.join(sorted(_KEYS))}; facts do not belong into a sidecar",
            )
    values: dict[str, object] = {}
    for key in sorted(_KEYS - {"oddity"} - _DATES):
        value = given.get(key)
        if value is None:
            continue
        if not isinstance(value, (str, date)) or (isinstance(value, date) and key != "published"):
            wrong(key, f"{key} must be words in quotation marks", f'write {key} = "..."')
        elif key.endswith("url") and not str(value).startswith(("https://", "http://")):
            wrong(key, f"{key} is not a web address: {value}", "write it in full, from https:// on")
        else:
            values[key] = str(value)
    received = given.get("received")
    if isinstance(received, str):
        with suppress(ValueError):
            received = date.fromisoformat(received)
    if received is not None and (not isinstance(received, date) or hasattr(received, "hour")):
        wrong("received", f"received is not a date: {received}", "write received = 2026-11-21 (year, month, day)")
    elif received is not None:
        values["received"] = received
    values["oddities"] = tuple(_oddities(given.get("oddity", []), wrong))
    if problems:
        raise Unreadable(name, tuple(problems))
    return Sidecar(**values)  # type: ignore[arg-type]


def _oddities(given: object, wrong: object) -> list[Oddity]:
    out: list[Oddity] = []
    if not isinstance(given, list):
        wrong("oddity", "oddity must be a list of tables", "write [[oddity]] above each one")  # type: ignore[operator]
        return out
    for entry in given:
        if (
            not isinstance(entry, dict)
            or not {"words", "reason"} <= set(entry)
            or not set(entry) <= _ODDITY
            or not all(isinstance(v, str) for v in entry.values())
        ):
            wrong(
                "oddity",
                "an oddity needs words and reason, and may have code and means",
                'write [[oddity]], words = "...", reason = "..."',
            )  # type: ignore[operator]
            continue
        out.append(Oddity(entry["words"], entry["reason"], entry.get("code", ""), entry.get("means", "")))
    return out


def _check_oddities(held: Held) -> None:
    """A reviewed oddity whose words no longer stand in the text was written for another text."""
    from inspections.text import find, tidy

    tidied = tidy(held.text)
    gone = [o for o in held.sidecar.oddities if next(find(o.words, tidied), None) is None]
    if gone:
        raise Unreadable(
            held.name,
            tuple(
                Problem(
                    "the sidecar accepts words that do not stand in the text",
                    "correct the words, or take the oddity out of the sidecar",
                    words=o.words,
                )
                for o in gone
            ),
        )


__all__ = ["TABLES", "TEXTS", "hold", "hold_text", "read_sidecar"]
