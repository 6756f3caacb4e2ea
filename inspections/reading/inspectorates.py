"""Rules in which inspectorates are named: the names are the catalogue's, so that a new inspectorate needs no code.

In the pattern of such a rule ``@inspectorate`` stands for every name of every inspectorate, ``@written`` for those
that are no abbreviation, ``@short`` for what each is called in short, ``@called`` for the noun that a page goes on with
("the Commission"), and ``@assessor`` for the names of those that call their inspections assessments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from inspections.catalogue import Catalogue
from inspections.catalogue.types import Inspectorate
from inspections.reading.rules import Rule, rule

_MARK = re.compile(r"@(?:inspectorate|written|short|called|assessor)\b")
_APOSTROPHE = re.compile("[’']")
_NOTHING = r"(?!)"  # where the catalogue has no such name


class InspectorateRule:
    """A pattern that waits for the names of a catalogue."""

    __slots__ = ("_flags", "_made", "_pattern")

    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern, self._flags = pattern, flags
        self._made: dict[int, tuple[Catalogue, Rule]] = {}

    def of(self, catalogue: Catalogue) -> Rule:
        """The rule with this catalogue's names; all such rules are made at once, before a text is looked at."""
        held = self._made.get(id(catalogue))
        if held is None:
            write_rules(catalogue)
            held = self._made[id(catalogue)]
        return held[1]

    def write(self, catalogue: Catalogue, names: dict[str, str]) -> None:
        made = rule(_MARK.sub(lambda m: names[m.group()], self._pattern), self._flags)
        self._made[id(catalogue)] = (catalogue, made)


_EVERY: list[InspectorateRule] = []


def naming_rule(pattern: str, flags: int = 0) -> InspectorateRule:
    """A rule in whose pattern ``@inspectorate`` and its like stand for names of the catalogue."""
    made = InspectorateRule(pattern, flags)
    _EVERY.append(made)
    return made


def write_rules(catalogue: Catalogue) -> None:
    """Make every such rule for a catalogue."""
    bodies = catalogue.inspectorates.values()
    every = {name for body in bodies for name in _names_of(body)}
    names = {
        "@inspectorate": _any_of(every),
        "@written": _any_of(name for name in every if not name.isupper()),
        "@short": _any_of(body.short for body in bodies),
        "@called": _any_of(name for body in bodies for name in body.called),
        "@assessor": _any_of(name for body in bodies if body.assesses for name in _names_of(body)),
    }
    for each in _EVERY:
        each.write(catalogue, names)


def _names_of(body: Inspectorate) -> tuple[str, ...]:
    return (body.name, body.short, *body.names)


def _any_of(names: Iterable[str]) -> str:
    """A pattern of all of these, longest first, whatever the spaces and apostrophes between their letters."""
    longest_first = sorted(set(names), key=lambda name: (-len(name), name))
    spelt = [_APOSTROPHE.sub("[’']", r"\s+".join(map(re.escape, name.split()))) for name in longest_first]
    return f"(?:{'|'.join(spelt) or _NOTHING})"


# "Her Majesty's Chief Inspector of Prisons": of no inspectorate whose head is "Her Majesty's Chief Inspector"
_OF_ANOTHER = r"\s+of\s+(?!(?:education|schools|children|ofsted)\b)"


def chief_of(office: str, catalogue: Catalogue) -> str | None:
    """The inspectorate whose head holds this office, as it is called; None when no title of the catalogue says."""
    titles = [(title, body) for body in catalogue.inspectorates.values() for title in body.chiefs]
    for title, body in sorted(titles, key=lambda each: (" of " not in each[0], -len(each[0]))):
        if re.search(rf"\b{_any_of([title])}\b(?!{_OF_ANOTHER})", office, re.I):
            return known_as(body)
    return None


def begin_names(catalogue: Catalogue) -> frozenset[str]:
    """The words with which names of inspectorates begin, in small letters."""
    bodies = catalogue.inspectorates.values()
    return frozenset(name.split()[0].lower() for body in bodies for name in _names_of(body))


def known_as(body: Inspectorate) -> str:
    """The one word that an inspectorate goes by, else its name."""
    return body.short if " " not in body.short else body.name
