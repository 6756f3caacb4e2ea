"""The main text of a web page: its article, without menus, banners, share links and footers.

The text is taken by trafilatura and held exactly as taken: every span counts in it. The same bytes give the same
text; nothing is fetched, and nothing is taken that a visitor of the page does not see.
"""

from __future__ import annotations

from inspections.reading.facts import Problem, Unreadable

LEAST = 80  # characters; a page with less text than this is a menu, a redirect or an error


def main_text(name: str, html: str) -> str:
    """The text of the article in a page. Raises ``Unreadable`` when the page holds none."""
    from trafilatura import extract  # heavy: loaded when the first page is read

    taken = extract(
        html,
        output_format="txt",
        include_comments=False,
        deduplicate=False,
        with_metadata=False,
        favor_recall=True,  # a list that a page parts with line breaks is else left out
    )
    if taken is None or len(taken.strip()) < LEAST:
        remedy = "save the page itself, not a frame of it, or save its text as .txt"
        raise Unreadable(name, (Problem("is a web page without a main text", remedy),))
    return _spaced(taken)


def _spaced(taken: str) -> str:
    """Paragraphs apart by an empty line, as a page shows them; rows of a list or a table stay together."""
    out: list[str] = []
    for line in taken.split("\n"):
        together = out and line[:1] == out[-1][:1] and line.startswith(("- ", "|"))
        out += [line] if together or not out else ["", line]
    return "\n".join(out)
