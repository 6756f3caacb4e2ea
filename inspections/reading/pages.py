"""The main text of a web page: its article, without menus, banners, share links and footers.

The text is taken by trafilatura and held exactly as taken: every span counts in it. The same bytes give the same
text; nothing is fetched, and nothing is taken that a visitor of the page does not see.
"""

from __future__ import annotations

import re
from typing import Any

from inspections.reading.facts import Problem, Unreadable

LEAST = 80  # characters; a page with less text than this is a menu, a redirect or an error


def main_text(name: str, html: str) -> str:
    """The text of the article in a page. Raises ``Unreadable`` when the page holds none."""
    plain = _without_layout(html)
    taken = _taken(plain)
    if taken is not None and (rows := _rows(plain)) and _torn(taken, rows):
        again = _taken(_without_surroundings(plain))
        taken = taken if again is None or _torn(again, rows) else again
    if taken is None or len(taken.strip()) < LEAST:
        remedy = "save the page itself, not a frame of it, or save its text as .txt"
        raise Unreadable(name, (Problem("is a web page without a main text", remedy),))
    return _dated(_spaced(taken), html)


def _taken(html: str) -> str | None:
    from trafilatura import extract  # heavy: loaded when the first page is read

    taken: str | None = extract(
        html,
        output_format="txt",
        include_comments=False,
        deduplicate=False,
        with_metadata=False,
        favor_recall=True,  # a list that a page parts with line breaks is else left out
    )
    return taken


def _rows(html: str) -> list[tuple[str, ...]]:
    """The rows of the tables of a page that have two cells of text or more, each cell on one line."""
    if "<td" not in html.lower():
        return []
    rows = [
        [" ".join(cell.text_content().split()) for cell in row.xpath("./td|./th")] for row in _parsed(html).xpath(_ROWS)
    ]
    return [tuple(cells) for cells in rows if sum(map(bool, cells)) > 1 and not any("|" in cell for cell in cells)]


def _torn(taken: str, rows: list[tuple[str, ...]]) -> bool:
    """Do two cells of one row stand on lines of their own, where nothing says that they belong together?"""
    lines = {" ".join(line.split()) for line in taken.split("\n") if not line.startswith("|")}
    return any(sum(cell in lines for cell in {*cells} - {""}) > 1 for cells in rows)


def _without_surroundings(html: str) -> str:
    """A page without what may stand around its article: then it is taken as a whole, with its tables."""
    from lxml.html import tostring

    page = _parsed(html)
    for part in page.xpath(_SURROUNDINGS):
        part.drop_tree()
    return str(tostring(page, encoding="unicode"))


_ROWS = "//tr[not(ancestor::footer or ancestor::nav or ancestor::aside)]"
_AROUND = ("button", "footer", "nav", "aside", "form", "style", "script", "noscript", "iframe", "svg")
_SURROUNDINGS = "|".join(f"//body//{each}" for each in _AROUND)
_LAYOUT = "//td[.//h1 or .//h2 or .//h3 or .//h4 or count(.//p) > 2]"  # no table of figures has cells like these
_OF_TABLE = ("thead", "tbody", "tfoot", "tr", "td", "th")


def _without_layout(html: str) -> str:
    """A page whose tables only place its parts, as pages were made until about 2010, with plain blocks instead."""
    from lxml.html import tostring

    if "<td" not in html.lower():
        return html
    page = _parsed(html)
    tables = {table for cell in page.xpath(_LAYOUT) for table in cell.iterancestors("table")}
    parts = [part for part in page.iter(*_OF_TABLE) if next(part.iterancestors("table"), None) in tables]
    for part in (*tables, *parts):
        part.tag = "div"
    return str(tostring(page, encoding="unicode")) if tables else html


_DAY = re.compile(
    r"\b(?:[0-3]?\d(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\s+[0-3]?\d,?)\s+(?:19|20)\d\d\b|\b[0-3]?\d/[01]?\d/\d{2,4}\b"
)
_ELSEWHERE = "[not(ancestor::footer or ancestor::nav or ancestor::aside)]"
_MARKS = " or ".join(
    f"contains(@class,'{mark}')" for mark in ("byline", "dateline", "timestamp", "publish", "posted", "date", "meta")
)
_DATELINES = (f"//time{_ELSEWHERE}", f"//*[self::p or self::div or self::span][{_MARKS}]{_ELSEWHERE}")
_LONGEST_DATELINE = 120  # characters


def _dated(taken: str, html: str) -> str:
    """The text with the page's own dateline below its title, where the article was taken without it."""
    line = _dateline(html)
    if line is None or (day := _DAY.search(line)) is None or day.group() in taken[: 4 * LEAST]:
        return taken
    title, _, rest = taken.partition("\n\n")
    if not rest or len(title) > _LONGEST_DATELINE:
        return f"{line}\n\n{taken}"
    return f"{title}\n\n{line}\n\n{rest}"


def _dateline(html: str) -> str | None:
    """The first words on a page, marked as its date or byline, that print a day."""
    page = _parsed(html)
    for path in _DATELINES:
        for found in page.xpath(path)[:20]:
            line = " ".join(found.text_content().split())
            if len(line) <= _LONGEST_DATELINE and _DAY.search(line):
                return line
    return None


def _parsed(html: str) -> Any:
    from lxml.html import HTMLParser, document_fromstring

    return document_fromstring(html.encode(), parser=HTMLParser(encoding="utf-8"))


def _spaced(taken: str) -> str:
    """Paragraphs apart by an empty line, as a page shows them; rows of a list or a table stay together."""
    out: list[str] = []
    for line in taken.split("\n"):
        together = out and line[:1] == out[-1][:1] and line.startswith(("- ", "|"))
        out += [line] if together or not out else ["", line]
    return "\n".join(out)
