"""How a part and its grade stand where no verb ties them: side by side, in a line of their own, with a noun behind."""

from __future__ import annotations

import re

from inspections.text import Span

# why a grade was left out that may follow the verb of the part before: "was good, children in care outstanding"
MAY_FOLLOW = frozenset(("nothing ties it to a service", "no service is its subject"))
_CALLED_SO = re.compile(r"[’”'\"]?\s+(?:judge?ment|grad(?:e|ing)|rating)\s+(?:for|on)\s", re.I)
_AN = re.compile(r"\b(?:an?|the|another)\s+[‘“'\"]?$", re.I)
_OF_WHOM = r"(?:\s+(?:of|for|with)\s+(?:[\w’'-]+\s+){0,5}[\w’'-]+)?"
_COLON = re.compile(rf"{_OF_WHOM}\s*(?::|[–—-])\s*[‘“'\"]?")


def is_right_before(text: str, part: Span, grade: Span) -> bool:
    """ "help and protection was good, children in care outstanding": nothing between the second part and its grade."""
    return part.end <= grade.start and not text[part.end : grade.start].strip(" ‘“'\"")


def is_called_so(text: str, left: str, grade: Span) -> bool:
    """ "There was a good judgement for help and protection": the noun follows the grade, and the part the noun."""
    return _CALLED_SO.match(text, grade.end) is not None and _AN.search(left) is not None


def is_label(text: str, sentence: Span, part: Span, grade: Span, head: str) -> bool:
    """ "Services for care leavers: good.": a sentence of nothing but a part, with what may open it, and its grade."""
    return bool(
        re.compile(rf"\W*{head}", re.I).fullmatch(text, sentence.start, part.start)
        and _COLON.fullmatch(text, part.end, grade.start)
        and not re.search(r"\w", text[grade.end : sentence.end])
    )
