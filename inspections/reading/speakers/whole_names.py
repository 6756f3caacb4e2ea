"""The whole name of somebody whom a source calls by one name: of the one person of it whom the page names in full.

Where two people of the name are named, it is the one whom the lines before tell of in full; else nobody can tell which.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from inspections.reading.document import Document
from inspections.reading.people.first_names import sex_of, sex_told
from inspections.reading.people.names import is_name
from inspections.reading.people.roles import TITLE

_WORD = r"(?:[A-Z](?:\.|(?![\w’'-]))|[A-Z][’'A-Z]*[a-zß-ÿ][\w’'\-]*)"
_NAMED = re.compile(
    rf"(?:(?P<title>{TITLE.pattern})\s+)?(?P<name>{_WORD}(?:\s+(?:(?:de|van|von|der|al|bin|la|le|du|ap|di)\s+)*{_WORD}){{1,7}})"
)
# what is called after somebody
_A_PLACE = re.compile(
    r"\s+(?:House|Hall|Centre|Road|Street|Lane|School|Park|College|Hospital|Hotel|Church|Square|Court|Library|Theatre|Primary|Academy|Foundation|Trust|Close|Avenue|Room|Suite)\b"
)
_KNIGHTED = re.compile(r"(?:Sir|Dame)$")
_MOST_CHARACTERS = 200_000
_BEFORE = 700  # characters in which one of two namesakes must have been named in full


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named in full."""

    name: str
    at: int
    sex: str


def named_in_full(document: Document) -> dict[str, list[Named]]:
    """By last name: everybody whom the page names with a first name or an initial, at each place."""
    return document.once("named in full", lambda: _named_in_full(document))


def _named_in_full(document: Document) -> dict[str, list[Named]]:
    found: dict[str, list[Named]] = {}
    for s in document.body:
        if s.span.start > _MOST_CHARACTERS:
            break
        for m in _NAMED.finditer(s.span.of(document.text)):
            for name in _names(m["name"]):
                if _A_PLACE.match(m.string, m.end()):
                    continue
                sex = sex_told(m["title"] or "") or sex_of(name)
                found.setdefault(name.split()[-1], []).append(Named(name, s.span.start + m.start(), sex))
    return found


def _names(words: str) -> list[str]:
    """The name in a run of capitalised words, without what is no part of it: "Fire Officer Ann Lee"."""
    parts = name_words(words)
    name = " ".join(parts)
    return [name] if 2 <= len(parts) <= 4 and is_name(name) else []


def name_words(words: str) -> list[str]:
    """The words of a name with which a run of capitalised words ends."""
    out: list[str] = []
    for word in reversed(re.sub(r"[’']s?$", "", words).split()):
        if TITLE.fullmatch(word) or (len(word) > 2 and word[0].isupper() and not is_name(f"{word} Lee")):
            break
        out.insert(0, word)
    while out and out[0].islower():
        out.pop(0)
    return out


def whole_name(document: Document, short: str, words: str, at: int, sex: str = "") -> str | None:
    """The whole name of one called ``short`` in ``words``; as it is where none is told, None where several are."""
    title = re.search(rf"(?P<title>{TITLE.pattern})\s+{re.escape(short)}\b", words)
    sex = (sex_told(title["title"]) if title else "") or sex
    told = named_in_full(document)
    found = list(told.get(short, ()))
    if not found and (title is None or _KNIGHTED.search(title["title"])):
        found = [n for each in told.values() for n in each if n.name.split()[0] == short]
    found = [n for n in found if not (sex and n.sex and n.sex != sex)]
    names = _distinct({n.name for n in found})
    if len(names) > 1:
        names = _distinct({n.name for n in found if at - _BEFORE < n.at < at})
    if len(names) == 1:
        return names[0]
    return short if not found else None


def _distinct(names: set[str]) -> list[str]:
    """The names without those that are another's in short: "L Lee" and "Lionel Lee"."""
    out: list[str] = []
    for name in sorted(names, key=lambda n: (-len(n), n)):
        if not any(_is_short_for(name, longer) for longer in out):
            out.append(name)
    return out


def _is_short_for(name: str, longer: str) -> bool:
    first, other = name.split(), longer.split()
    if first[-1] != other[-1]:
        return False
    given, whole = [w.strip(".") for w in first[:-1]], [w.strip(".") for w in other[:-1]]
    return all(
        any(w == x or (len(w) == 1 and x.startswith(w)) or (len(x) == 1 and w.startswith(x)) for x in whole)
        for w in given
    )
