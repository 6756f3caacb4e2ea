"""The whole name of somebody called by the last name alone, where the page gives one, and one only."""

from __future__ import annotations

import re

from inspections.reading.document import Document
from inspections.reading.people.names import is_name, name_at_end
from inspections.reading.people.roles import TITLE

_SEX = {"Mr": "he", "Sir": "he", "Lord": "he", "Mrs": "she", "Ms": "she", "Miss": "she", "Dame": "she", "Lady": "she"}
_MARKED = re.compile(r"[“\"][^“”\"]{0,900}[”\"]")
_INITIALS = re.compile(r"(?:[A-Z]\.?\s+){1,3}$")


def whole_name(document: Document, last: str) -> str | None:
    """ "Lee" of a page that lists "Mr B Lee": "B Lee". None where two are called so, or one is of another sex."""
    found, sexes = _called(document, last)
    return next(iter(found)) if len(found) == 1 and len(sexes) < 2 else None


def is_another(document: Document, last: str, name: str, near: str) -> bool:
    """Are several called by a last name, and is ``name`` not the only one of them who is named in ``near``?"""
    found, _ = _called(document, last)
    return len(found) > 1 and {each for each in found if each in near} != {name}


def _called(document: Document, last: str) -> tuple[frozenset[str], frozenset[str]]:
    return document.once(("called", last), lambda: _all_called(document.text, last))


def _all_called(text: str, last: str) -> tuple[frozenset[str], frozenset[str]]:
    """The whole names on a page that end with a last name, and the sexes that titles before it tell."""
    if len(last) < 3 or last not in text:
        return frozenset(), frozenset()
    named = re.compile(  # titles, the first names or initials, and the last name
        rf"(?P<title>(?:(?:{TITLE.pattern})\s+)*)"
        rf"(?P<first>(?:(?:[A-Z]\.?|[A-Z][’A-Z]*[a-z][\w’'\-]*)[ \t]+){{0,3}}){re.escape(last)}(?![\w’'\-]*\w)"
    )
    found: set[str] = set()
    sexes: set[str] = set()
    for m in named.finditer(_MARKED.sub(lambda q: "-" * len(q.group()), text)):
        sexes |= {_SEX[word] for word in re.findall(r"\w+", m["title"]) if word in _SEX}
        first = " ".join(m["first"].split())
        if not first:
            continue
        whole = f"{first} {last}"
        if _INITIALS.fullmatch(m["first"]):
            found.add(whole if m["title"] else "")  # "page B Lee": no name
        elif (named_at_end := name_at_end(m.group())) is not None and is_name(named_at_end.name):
            found.add(named_at_end.name if " " in named_at_end.name else "")
    return frozenset(found - {""}), frozenset(sexes)
