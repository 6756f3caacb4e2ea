"""PDF bytes -> held text, page by page, with the place of each page; or a clear refusal.

The text is exactly what PDFium takes from each page, pages joined by a form feed, but for characters
that no text can carry, each replaced by one other. PDFium marks a hyphen that ends a line with U+FFFE:
it becomes a soft hyphen where the document has the same word unbroken elsewhere, else the hyphen that
is printed. Controls, surrogates and U+FFFF become U+FFFD.

Every file is parsed in a worker process with limits of memory and time; a worker that dies or is
stopped is replaced, and only the file it was reading is refused.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any

from inspections.reading.facts import Held, Page, Problem, Sidecar, Unreadable
from inspections.reading.processes import Ended, process_of_this_thread
from inspections.text import Span

MEDIA_TYPE = "application/pdf"
PAGE_BREAK = "\f"


@dataclass(frozen=True)
class Limits:
    """What one file may cost. The largest published report is under 200 pages and 3 MB."""

    megabytes_of_file: int = 64
    pages: int = 1500
    characters: int = 4_000_000
    seconds: float = 30.0
    megabytes_of_memory: int = 320


LIMITS = Limits()


def hold(name: str, data: bytes, sidecar: Sidecar | None = None, limits: Limits = LIMITS) -> Held:
    """The text of one PDF, or ``Unreadable`` with the reason and what to do about it."""
    problem = _at_a_glance(data, limits)
    if problem:
        raise Unreadable(name, (problem,))
    pages = _take(name, data, limits)
    return _held(name, data, pages, sidecar or Sidecar())


def _take(name: str, data: bytes, limits: Limits) -> list[str]:
    """The text of each page, from the process that opens the file."""
    arguments = (limits.megabytes_of_memory, int(limits.seconds) + 1, limits.pages, limits.characters)
    process = process_of_this_thread("pdf_worker.py", arguments, limits.seconds)
    try:
        answer: dict[str, Any] = json.loads(process.ask(data))
    except Ended as ended:
        raise Unreadable(name, (_ended(ended.code, ended.timed_out, limits),)) from None
    if "pages" not in answer:
        raise Unreadable(name, (_refused(answer["refused"], answer["detail"], limits),))
    pages: list[str] = answer["pages"]
    return pages


# -- what can be said without opening it ----------------------------------------------------------

_LINEARIZED = re.compile(rb"/Linearized\b.{0,400}?/L\s+(\d+)", re.DOTALL)


def _at_a_glance(data: bytes, limits: Limits) -> Problem | None:
    if not data.strip():
        return Problem("the file is empty", "fetch it again from where it was published")
    head = data[:1024]
    if b"%PDF-" not in head:
        start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
        if start[:1] == b"<":
            return Problem(
                "a web page saved with the name of a PDF: it does not begin with %PDF-",
                "open the address it came from and save the PDF itself",
                1,
                1,
                start[:60].decode("latin-1"),
            )
        return Problem("not a PDF: it does not begin with %PDF-", "save the PDF itself, or name the file as what it is")
    if len(data) > limits.megabytes_of_file * 1024 * 1024:
        return Problem(
            f"larger than {limits.megabytes_of_file} MB", "no report is so large: check the file, or split it"
        )
    linearized = _LINEARIZED.search(head)
    if b"%%EOF" not in data[-4096:] or (linearized and int(linearized[1]) > len(data)):
        return Problem("cut short: the end of the PDF is missing", "fetch the whole file again")
    return None


def _refused(why: str, detail: str, limits: Limits) -> Problem:
    fetch = "fetch the file again from where it was published"
    messages = {
        "encrypted": ("locked with a password", "ask the publisher for a copy that opens without one"),
        "damaged": (f"damaged: it cannot be opened as a PDF ({detail})", fetch),
        "too many pages": (f"{detail} pages, where at most {limits.pages} are read", "split the file"),
        "too much text": (f"more than {limits.characters} characters by page {detail}", "split the file"),
        "too much memory": (f"needs more than {limits.megabytes_of_memory} MB of memory to open", fetch),
    }
    return Problem(*messages.get(why, (f"cannot be read: {why} {detail}".strip(), fetch)))


def _ended(code: int, timed_out: bool, limits: Limits) -> Problem:
    fetch = "fetch the file again; if it stays so, save it anew from a PDF viewer"
    if timed_out or code == -24:  # SIGXCPU
        return Problem(f"took longer than {limits.seconds:g} seconds to open", fetch)
    return Problem(
        f"the PDF reader stopped while opening it (code {code}): damaged, or needing more than "
        f"{limits.megabytes_of_memory} MB of memory",
        fetch,
    )


# -- from pages to held text ----------------------------------------------------------------------

_NEVER_HELD = {code: "\ufffd" for code in (*range(32), *range(0xD800, 0xE000), 0xFFFF) if code not in (9, 10, 13)}
_HELD_AS = str.maketrans(_NEVER_HELD)
_HYPHENS = re.compile(r"([^\W\d_]+)\ufffe(?=([^\W\d_]+))")
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_LETTERS = 20  # on an average page; a scan has none, or a stamp


def _held(name: str, data: bytes, texts: list[str], sidecar: Sidecar) -> Held:
    pages: list[Page] = []
    at = 0
    for number, page in enumerate(texts, start=1):
        pages.append(Page(number, Span(at, at + len(page))))
        at += len(page) + len(PAGE_BREAK)
    text = PAGE_BREAK.join(_hyphenated(texts))
    if not pages:
        raise Unreadable(name, (Problem("it has no pages", "fetch the file again from where it was published"),))
    if sum(char.isalpha() for char in text) < _FEWEST_LETTERS * len(pages):
        raise Unreadable(
            name,
            (Problem("no text in it: scanned pages", "ask the publisher for a PDF with text, or have it recognised"),),
        )
    return Held(name, MEDIA_TYPE, hashlib.sha256(data).hexdigest(), text, sidecar, tuple(pages))


def _hyphenated(texts: list[str]) -> list[str]:
    """The pages with every mark of a hyphen at a line's end made a character that can be held."""
    pages = [page.translate(_HELD_AS) for page in texts]
    if not any("\ufffe" in page for page in pages):
        return pages
    words = {word.group().lower() for page in pages for word in _WORD.finditer(page)}

    def mark(match: re.Match[str]) -> str:
        return match[1] + ("\u00ad" if (match[1] + match[2]).lower() in words else "-")

    return [_HYPHENS.sub(mark, page).replace("\ufffe", "-") for page in pages]
