"""Addresses that open an original where the words stand: a text fragment for a web page, a page for a PDF.

A fragment is made from the held text. It is left out where the words are covered, and gets the words
before and after them where they stand in the text more than once.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urldefrag, urlsplit

from inspections import privacy

LONGEST = 120  # characters that are given whole; a longer passage by its first and last words
ENDS = 6  # words at either end of a long passage
AROUND = 4  # words before and after, where the words alone would not do


def web_address(url: str) -> str:
    """The address if it leads to a page of the web; "" for one that would do something else."""
    return url if url.lower().startswith(("https://", "http://")) else ""


def is_pdf(url: str, media_type: str) -> bool:
    return media_type == "application/pdf" or urlsplit(url).path.lower().endswith(".pdf")


def open_original(url: str, media_type: str, text: str, start: int | None, end: int | None, page: int | None) -> str:
    """The original's address at this passage; the address alone where no more can be said; "" where none is known."""
    if not web_address(url):
        return ""
    if is_pdf(url, media_type):
        return f"{urldefrag(url).url}#page={page}" if page else url
    if not media_type.startswith("text/") or start is None or end is None:
        return url
    fragment = text_fragment(text, start, end)
    if not fragment:
        return url
    return f"{url}:~:{fragment}" if urlsplit(url).fragment else f"{urldefrag(url).url}#:~:{fragment}"


def text_fragment(text: str, start: int, end: int) -> str:
    """``text=[before-,]first[,last][,-after]``, or "" where it could not be found in the original."""
    words = text[start:end]
    if not words.strip() or privacy.mask(text)[start:end] != words:
        return ""
    exact = _plain(words)
    lines = [line for line in words.splitlines() if line.strip()]
    whole = len(exact) <= LONGEST and len(lines) == 1
    first = exact if whole else _plain(" ".join(lines[0].split()[:ENDS]))
    last = "" if whole else _plain(" ".join(lines[-1].split()[-ENDS:]))
    held = _plain(text).casefold()
    before = after = ""
    if held.count(first.casefold()) > 1:
        line_before = text[:start].rstrip().rpartition("\n")[2]
        line_after = text[end:].lstrip().partition("\n")[0]
        before = _plain(" ".join(line_before.split()[-AROUND:]))
        after = _plain(" ".join(line_after.split()[:AROUND])) if whole else ""
        if any(privacy.mask(each) != each for each in (line_before, line_after)):
            return ""
    parts = [
        f"{_encode(before)}-" if before else "",
        _encode(first),
        _encode(last),
        f"-{_encode(after)}" if after else "",
    ]
    return "text=" + ",".join(part for part in parts if part)


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()


def _encode(words: str) -> str:
    """Percent-encoded; the hyphen too, which would make a term the words before or after."""
    return quote(words, safe="").replace("-", "%2D")
