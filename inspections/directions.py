"""Words of others that turn the direction of writing: what they turn is turned back where they end.

A text may hold characters that make what follows run from right to left. Left open they would turn the words
of the page around it too. ``close_directions`` adds the invisible ends that are missing; the words themselves
stay as they are. Held texts, JSON and CSV are never changed: there each value stands by itself.
"""

from __future__ import annotations

import re

TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_END_OF_ISOLATE, _END_OF_EMBEDDING = "\u2069", "\u202c"
_ENDS = dict.fromkeys("\u2066\u2067\u2068", _END_OF_ISOLATE) | dict.fromkeys(
    "\u202a\u202b\u202d\u202e", _END_OF_EMBEDDING
)


def close_directions(text: str) -> str:
    """The text with an end for every direction that it opens and leaves open."""
    return text + missing_ends(text) if TURNING.search(text) else text


def missing_ends(text: str) -> str:
    """The ends, innermost first. The end of an isolate ends the embeddings within it as well."""
    opened: list[str] = []
    for found in TURNING.finditer(text):
        char = found[0]
        if char in _ENDS:
            opened.append(_ENDS[char])
        elif char == _END_OF_ISOLATE and char in opened:
            while opened.pop() != char:
                continue
        elif char == _END_OF_EMBEDDING and opened and opened[-1] == char:
            opened.pop()
    return "".join(reversed(opened))
