"""Files to held texts: bytes decoded exactly as received, and the sidecar beside them."""

from __future__ import annotations

import hashlib
import re
import stat
import tomllib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from inspections.periods import NotADate, parse
from inspections.reading.facts import Held, Oddity, Problem, Sidecar, Unreadable
from inspections.reading.sheets import hold_csv, hold_workbook

TEXTS = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html", ".pdf": "application/pdf"}
TABLES = {
    ".csv": "text/csv",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
LARGEST_TEXT = 4_000_000  # bytes; a text source larger than this is no council's page
LARGEST_FILE = 64 * 1024 * 1024  # bytes of a PDF or a table
LARGEST_SIDECAR = 100_000  # bytes
_KEYS = {
    "title",
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
PUBLISHER_KINDS = ("council", "inspectorate", "party", "local-area", "news", "parliament", "minutes", "other")
_DAY_MONTH_OR_YEAR = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")  # control characters; not tab, line feed, form feed, return
_ENTRY = re.compile(r"\s*\[\[\s*oddity\s*\]\]")


def hold(path: Path) -> Held:
    """One file as a held source. Raises ``Unreadable`` with every problem found."""
    name = path.name
    suffix = path.suffix.lower()
    if suffix == ".csv":
        from inspections.reading.long_tables import is_long, take_long  # it reads rows as the layouts do

        if is_long(path):
            return take_long(path, read_sidecar(path))[0]
    try:
        data = read_bytes(path, LARGEST_TEXT if suffix in TEXTS and suffix != ".pdf" else LARGEST_FILE)
    except OSError as error:
        raise Unreadable(
            name,
            (Problem(f"cannot be read: {error.strerror or error}", "check that the file is there and may be read"),),
        ) from None
    sidecar = read_sidecar(path)
    if suffix == ".pdf":
        from inspections.reading.pdf import hold as hold_pdf

        held = hold_pdf(name, data, sidecar)
    elif suffix == ".csv":
        held = hold_csv(name, data, sidecar)
    elif suffix in TABLES:
        held = hold_workbook(name, data, sidecar, TABLES[suffix])
    else:
        held = hold_text(name, data, sidecar, TEXTS.get(suffix, "text/plain"))
    _check_oddities(path, held)
    return held


def read_bytes(path: Path, most: int) -> bytes:
    """The bytes of an ordinary file that is no larger than it may be; a larger one is refused before it is read.

    Raises ``OSError`` and ``Unreadable``.
    """
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise Unreadable(path.name, (Problem("is not an ordinary file", "put a copy of the file in its place"),))
    if found.st_size <= most:
        with path.open("rb") as opened:
            data = opened.read(most + 1)
        if len(data) <= most:
            return data
    raise Unreadable(path.name, (_too_large(found.st_size, most),))


def _too_large(size: int, most: int) -> Problem:
    return Problem(f"is {size:,} bytes long", f"check the file, or split it: such a file may have {most:,} bytes")


def find_orphans(inside: Iterable[Path]) -> list[Unreadable]:
    """The sidecars among the files of a folder that stand beside no source: what they say would be lost in silence."""
    every = list(inside)
    beside = {path.with_suffix(".toml") for path in every if path.suffix.lower() in {*TEXTS, *TABLES}}
    return [
        Unreadable(
            path.name,
            (
                Problem(
                    "stands beside no source of its name", f"name it after its source, or take it away: {_endings()}"
                ),
            ),
        )
        for path in every
        if path.suffix.lower() == ".toml" and path not in beside and not path.name.startswith(".")
    ]


def _endings() -> str:
    return f"page.toml belongs to page{', page'.join(sorted(TEXTS))}"


def hold_text(name: str, data: bytes, sidecar: Sidecar, media_type: str = "text/plain") -> Held:
    """A text as received. Empty, binary and wrongly encoded data are refused with the place."""
    if len(data) > LARGEST_TEXT:
        raise Unreadable(name, (_too_large(len(data), LARGEST_TEXT),))
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
    if strange := _NO_TEXT.search(text):
        raise Unreadable(name, (_no_text(text, strange.start()),))
    if media_type == "text/html":
        from inspections.reading.pages import main_text

        text = main_text(name, text)
    return Held(name, media_type, hashlib.sha256(data).hexdigest(), text, sidecar)


def _no_text(text: str, at: int) -> Problem:
    start = text.rfind("\n", 0, at) + 1
    around = _NO_TEXT.sub("\N{REPLACEMENT CHARACTER}", text[max(start, at - 20) : at + 20])
    return Problem(
        f"has characters that no text has: U+{ord(text[at]):04X}",
        "give the file its right ending, or save its text again without them",
        text.count("\n", 0, at) + 1,
        at - start + 1,
        around,
    )


def read_sidecar(path: Path) -> Sidecar:
    """The ``.toml`` beside a source; an empty one when there is none."""
    beside = path.with_suffix(".toml")
    if beside == path or not beside.exists():
        return Sidecar()
    try:
        words = read_bytes(beside, LARGEST_SIDECAR).decode("utf-8")
        given = tomllib.loads(words)
    except (ValueError, OSError) as error:  # ValueError: no TOML, no UTF-8, a number of too many digits
        raise Unreadable(beside.name, (Problem(f"is not valid TOML: {error}", "mend the line it names"),)) from None
    except RecursionError:
        problem = Problem(
            "nests deeper than a sidecar may", "write each value on its own, without brackets in brackets"
        )
        raise Unreadable(beside.name, (problem,)) from None
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
        elif key == "published" and not _is_published(str(value)):
            wrong(key, f"published is not a date: {value}", 'write "2016-05-12", "2016-05" or "2016"')
        elif key == "publisher_kind" and value not in PUBLISHER_KINDS:
            wrong(key, f"publisher_kind is not one this record knows: {value}", f"it is {_listed(PUBLISHER_KINDS)}")
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


def _is_published(value: str) -> bool:
    """A day, a month or a year of the calendar, as EDTF writes it."""
    try:
        return bool(_DAY_MONTH_OR_YEAR.fullmatch(value)) and bool(parse(value))
    except NotADate:
        return False


def _listed(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}"


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


def _check_oddities(path: Path, held: Held) -> None:
    """A reviewed oddity whose words no longer stand in the text was written for another text."""
    from inspections.text import find, tidy

    oddities = held.sidecar.oddities
    if not oddities:
        return
    tidied = tidy(held.text)
    beside = path.with_suffix(".toml")
    lines = _oddity_lines(beside.read_bytes().decode("utf-8"), len(oddities))
    gone = [(o, line) for o, line in zip(oddities, lines, strict=True) if next(find(o.words, tidied), None) is None]
    if gone:
        raise Unreadable(
            beside.name,
            tuple(
                Problem(
                    f"the sidecar accepts words that do not stand in the text of {held.name}",
                    "correct the words, or take the oddity out of the sidecar",
                    line,
                    1,
                    o.words,
                )
                for o, line in gone
            ),
        )


def _oddity_lines(words: str, number: int) -> list[int]:
    """The line that begins each oddity; where they are written as one list, the line that begins the list."""
    lines = words.split("\n")
    begins = [at for at, line in enumerate(lines, 1) if _ENTRY.match(line)]
    if len(begins) == number:
        return begins
    listed = next((at for at, line in enumerate(lines, 1) if line.lstrip().startswith("oddity")), 1)
    return [listed] * number


__all__ = ["PUBLISHER_KINDS", "TABLES", "TEXTS", "find_orphans", "hold", "hold_text", "read_sidecar"]
