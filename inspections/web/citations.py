"""How to cite an inspection, a statement or a passage: the original first, then its page here.

One entry is written in four ways: words, BibTeX, RIS and CSL-JSON. A date that is not wholly known is
given as far as it is known, or in words; nothing is filled in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from inspections.directions import close_directions
from inspections.periods import Part, parse
from inspections.web.shown import join_names
from inspections.web.shown.dates import WhenShown
from inspections.wording import MONTHS, day_in_words

FORMS = {
    "txt": ("Plain text", "text/plain; charset=utf-8"),
    "bib": ("BibTeX", "application/x-bibtex; charset=utf-8"),
    "ris": ("RIS", "application/x-research-info-systems; charset=utf-8"),
    "csl.json": ("CSL-JSON", "application/vnd.citationstyles.csl+json"),
}
RECORD = "Inspection Record"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


@dataclass(frozen=True)
class Entry:
    """One thing to cite. ``authors`` are bodies, or a person in the words of the source."""

    key: str
    kind: str  # "report" for an original, "webpage" for a page of this record
    authors: tuple[str, ...]
    title: str
    issued: WhenShown | None = None
    issued_words: str = ""  # instead of it, where the sources disagree: no style may choose one of their dates
    within: str = ""  # what it is part of
    publisher: str = ""
    url: str = ""
    archived_url: str = ""
    accessed: date | None = None
    details: tuple[str, ...] = ()  # sentences without their full stop

    @property
    def published(self) -> str:
        """When it was published, in words."""
        return self.issued_words or (self.issued.words if self.issued else "")

    @property
    def words(self) -> str:
        """As a footnote has it."""
        parts = [
            join_names([_line(author) for author in self.authors]) or "Author not stated",
            f"“{_line(self.title)}”",
        ]
        if self.within:
            parts.append(self.within)
        if self.publisher and self.publisher not in self.authors and self.publisher != self.within:
            parts.append(self.publisher)
        parts.append(f"Published {self.published}" if self.published else "Date of publication not stated")
        parts += self.details
        said = ". ".join(_line(part).rstrip(".") for part in parts) + "."
        if self.url:
            said += f" {_line(self.url)}"
        if self.archived_url:
            said += f" Archived at {_line(self.archived_url)}"
        if self.accessed:
            said += f" (accessed {day_in_words(self.accessed)})"
        return said


def write(form: str, entries: Sequence[Entry]) -> str:
    """Every entry, the original first."""
    if form == "bib":
        return "\n".join(_bibtex(entry) for entry in entries)
    if form == "ris":
        return "".join(_ris(entry) for entry in entries)
    if form == "csl.json":
        return json.dumps([_csl(entry) for entry in entries], ensure_ascii=False, indent=1) + "\n"
    return "\n\n".join(entry.words for entry in entries) + "\n"


def _line(text: str) -> str:
    """On one line, without control characters."""
    return close_directions(" ".join(_CONTROL.sub(" ", text).split()))


# -- dates -----------------------------------------------------------------------------------------------------------


def _bounds(when: WhenShown | None) -> tuple[Part, ...]:
    """First and last part of a date with a year that is stated without doubt; () for any other."""
    if when is None:
        return ()
    choices = parse(when.edtf).choices
    if len(choices) != 1 or len(choices[0]) != 1:
        return ()
    start, end = choices[0][0].start, choices[0][0].end
    if start is None or end is None or any(part.year is None or part.doubt for part in (start, end)):
        return ()
    return (start,) if start == end else (start, end)


def _months(part: Part) -> list[int]:
    """Year, month and day as far as they are known; a season is known as its year only."""
    month = part.month if part.month and part.month <= 12 else None
    return [number for number in (part.year, month, part.day if month else None) if number]


# -- BibTeX ----------------------------------------------------------------------------------------------------------

_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
}  # fmt: skip


def _tex(text: str) -> str:
    return "".join(_TEX.get(char, char) for char in _line(text))


def _bibtex(entry: Entry) -> str:
    bounds = [_months(part) for part in _bounds(entry.issued)]
    stamps = "/".join("-".join(f"{number:02d}" for number in known) for known in bounds)
    note = [*entry.details, *([f"Published {entry.published}"] if entry.published and not bounds else [])]
    fields = {
        "author": " and ".join(f"{{{_tex(author)}}}" for author in entry.authors),
        "title": f"{{{_tex(entry.title)}}}",
        "date": stamps,
        "year": str(bounds[0][0]) if len(bounds) == 1 else "",
        "month": MONTHS[bounds[0][1] - 1][:3].lower() if len(bounds) == 1 and len(bounds[0]) > 1 else "",
        "institution": _tex(entry.publisher),
        "howpublished": _tex(entry.within),
        "url": _address(entry.url),
        "urldate": entry.accessed.isoformat() if entry.accessed else "",
        "note": _tex(". ".join([*note, *([f"Archived at {entry.archived_url}"] if entry.archived_url else [])])),
    }
    kind = "techreport" if entry.kind == "report" else "misc"
    bare = ("month",)
    lines = [f"  {name} = {value if name in bare else '{' + value + '}'}" for name, value in fields.items() if value]
    return f"@{kind}{{{entry.key},\n" + ",\n".join(lines) + "\n}\n"


def _address(url: str) -> str:
    """An address in braces: what would close or open them is encoded."""
    return _line(url).replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C").replace(" ", "%20")


# -- RIS -------------------------------------------------------------------------------------------------------------


def _ris(entry: Entry) -> str:
    bounds = [_months(part) for part in _bounds(entry.issued)]
    lines = [("TY", "RPRT" if entry.kind == "report" else "ELEC"), ("ID", entry.key)]
    lines += [("AU", f"{author},") for author in entry.authors]  # a comma: a body, not a first and a last name
    lines += [("TI", entry.title), ("T2", entry.within), ("PB", entry.publisher)]
    if len(bounds) == 1:
        padded = [str(bounds[0][0]), *(f"{number:02d}" for number in bounds[0][1:]), "", ""]
        lines += [("PY", padded[0]), ("DA", "/".join(padded[:3]) + "/")]
    elif entry.published:
        lines.append(("N1", f"Published {entry.published}"))
    lines += [("UR", entry.url), ("L2", entry.archived_url)]
    lines += [("Y2", entry.accessed.strftime("%Y/%m/%d/"))] if entry.accessed else []
    lines += [("N1", detail) for detail in entry.details]
    written = "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in lines if value)
    return f"{written}ER  - \r\n\r\n"


# -- CSL-JSON --------------------------------------------------------------------------------------------------------


def _csl(entry: Entry) -> dict[str, Any]:
    bounds = [_months(part) for part in _bounds(entry.issued)]
    issued: dict[str, Any] = (
        {"date-parts": bounds} if bounds else {"literal": entry.published} if entry.published else {}
    )
    fields: dict[str, Any] = {
        "id": entry.key,
        "type": entry.kind,
        "title": _line(entry.title),
        "author": [{"literal": _line(author)} for author in entry.authors],
        "issued": issued,
        "container-title": _line(entry.within),
        "publisher": _line(entry.publisher),
        "URL": entry.url,
        "archive_location": entry.archived_url,
        "accessed": {"date-parts": [[entry.accessed.year, entry.accessed.month, entry.accessed.day]]}
        if entry.accessed
        else {},
        "note": ". ".join(_line(detail) for detail in entry.details),
    }
    return {name: value for name, value in fields.items() if value}
