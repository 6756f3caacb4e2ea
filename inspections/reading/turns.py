"""What members and ministers say in a parliamentary record: a turn begins with its speaker's name and a colon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspections.catalogue import Catalogue
from inspections.reading.events import Event
from inspections.reading.facts import StatementFact, When, Words
from inspections.reading.people import subject
from inspections.reading.people.roles import OFFICE
from inspections.reading.rules import rule
from inspections.reading.statements import said_on_its_day
from inspections.reading.where_told import events_told
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work

_TURN = rule(
    r"(?:\d+\.\s+|Q\d+\.?\s+|T\d+\.?\s+)?(?P<who>(?:The\s+)?[A-Z][^:()“”\n]{2,90}?)(?:\s*\((?P<in>[^()\n]{2,90})\))?"
    r"(?:\s*\((?P<party>[A-Z][\w /&’'\-]{1,30})\))?\s*:\s+(?=\S)"
)
_CHAIR = rule(
    r"(?:Mr|Madam|Mrs)\s+(?:Deputy\s+)?Speaker|The\s+Chair|Lord\s+Speaker|Several\b|Hon\.?\s+Members",
    re.I,
)
_PARTIES = rule(
    r"(?:Lab|Con|LD|SNP|DUP|PC|Green|Ind|CB|Reform|Alliance|UUP|SDLP|Labour|Conservative)(?:/Co-op)?",
    re.I,
)


@dataclass(frozen=True)
class Speaker:
    name: str
    role: str | None


def turns(work: Work, keys: dict[int, str]) -> tuple[StatementFact, ...]:
    """Turns that tell of an inspection: statements without marks."""
    if work.family.voice != "parliament" or not work.events:
        return ()
    about = work.context
    text = about.text
    known: dict[str, Speaker] = {}
    out: list[StatementFact] = []
    for s in about.document.body:
        if s.kind == "row":
            continue
        m = _TURN.match(text, s.span.start, min(s.span.end, s.span.start + 260))
        if m is None or _CHAIR.match(m["who"]):
            continue
        speaker = _speaker(m, known, about.catalogue)
        if speaker is None:
            continue
        words = Span(m.end(), s.span.end).stripped(text)
        told = events_told(work, words)
        if told:
            out.append(spoken(work, keys, speaker, None, words, Span(s.span.start, m.end()).stripped(text), told))
    return tuple(out)


def _speaker(m: re.Match[str], known: dict[str, Speaker], catalogue: Catalogue) -> Speaker | None:
    who, inside = m["who"].strip(), (m["in"] or "").strip()
    if inside and OFFICE.search(who) and not OFFICE.search(inside):
        named = subject(inside, catalogue)
        role: str | None = re.sub(r"^The\s+", "", who)
    else:
        named = subject(who, catalogue)
        role = None
        if inside and not _PARTIES.fullmatch(inside):
            role = inside if OFFICE.search(inside) else f"Member for {inside}"
    if named is None or named.kind != "person" or not named.name:
        return None
    last = named.name.split()[-1]
    if role is None:  # whoever speaks in Parliament speaks in office, also where a record prints the name alone
        alone = Speaker(named.name, None) if " " in named.name else None
        return known.get(last, alone)
    speaker = Speaker(named.name, role)
    known[last] = speaker
    return speaker


def spoken(
    work: Work, keys: dict[int, str], speaker: Speaker, organisation: str | None, words: Span, named: Span,
    told: list[Event], spans: tuple[Span, ...] = (), said: When | None = None,
) -> StatementFact:  # fmt: skip
    return StatementFact(
        key="",
        kind="comment",
        stance=None,
        words=Words(spans or (words,)),
        in_quotation_marks=False,
        attributed_to="person",
        speaker=speaker.name,
        role=speaker.role,
        organisation=organisation,
        attribution=Words((named,)),
        said=said or said_on_its_day(work),
        about=tuple(keys[id(e)] for e in sorted(told, key=lambda e: int(keys[id(e)]))),
    )
