"""What members and ministers say in a parliamentary record: a turn begins with its speaker's name and a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from inspections.catalogue import Catalogue
from inspections.reading.events import Event
from inspections.reading.facts import StatementFact, When, Words
from inspections.reading.offices import council_speaks, organisation_of
from inspections.reading.people import subject
from inspections.reading.people.roles import OFFICE
from inspections.reading.rules import rule
from inspections.reading.speakers.attribution import Attribution
from inspections.reading.speakers.speeches import Turn, turns_of_councillors
from inspections.reading.statements import said_in_minutes, said_on_its_day
from inspections.reading.where_told import events_told
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work

TURN = rule(
    r"(?:\d+\.\s+|Q\d+\.?\s+|T\d+\.?\s+)?(?P<who>(?:The\s+)?[A-Z][^:()“”\n]{2,90}?)(?:\s*\((?P<in>[^()\n]{2,90})\))?"
    r"(?:\s*\((?P<party>[A-Z][\w /&’'\-]{1,30})\))?(?:\s*\[[^\[\]\n]{3,60}\])?\s*:\s+(?=\S)"
)
# the same on a line of its own: "Ann Lee (Northtown) (Lab)"
_NAMED_ALONE = rule(
    r"(?P<who>(?:The\s+)?[A-Z][^:()“”.?!\n]{2,90}?)(?:\s*\((?P<in>[^()\n]{2,90})\))?"
    r"(?:\s*\((?P<party>[A-Z][\w /&’'\-]{1,30})\))?\s*"
)
_IN_THE_CHAIR = re.compile(r"in the chair", re.I)
# a time, a column or the number of a question stands within a turn, and belongs to none
_NO_TURN = re.compile(
    r"\W*(?:\d{1,2}[.:]\d\d\s*[ap]\.?m\.?|.{0,40}\bColumns?\s+\w+|\[?(?:HL)?\d+\]?|My Lords,?)\W*", re.I
)
_PEER = re.compile(
    r"(?:The\s+)?(?:Baroness|Lord|Lady|Earl|Viscount(?:ess)?|Countess|Bishop)\s+(?:of\s+)?(?!Speaker|Bishop)[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?(?:\s+of\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?)?"
)
_ASKED = re.compile(r"\W*(?:To\s+ask|asked\s+(?:the|Her|His))\b", re.I)
_TURN_OF = re.compile(r"\W*(?:To\s+ask\b|Asked\s+by\b|(?:Answer|Question)(?:ed)?\b[^.]{0,40}$)", re.I)
_ENDS_A_TURN = re.compile(
    r"\brose\s*[—–-]|^\W*(?:Question\s+put|Motion\s+(?:agreed|withdrawn)|Amendment\b|Sitting\s+suspended|House\s+adjourned"
    r"|Several\s+hon|Hon\.?\s+Members|The\s+House\s+divided|Next\s+(?:Section|Contribution)|Contents\b|Back\s+to\b|©|\[)",
    re.I,
)
_A_LINE = 8  # words: as many are no speech
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
    """Paragraphs of turns that tell of an inspection: statements without marks."""
    if not work.events:
        return ()
    if work.family.voice != "parliament":
        return _in_the_chamber(work, keys)
    out: list[StatementFact] = []
    for speaker, named, words in _paragraphs(work):
        told = events_told(work, words)
        if told:
            out.append(spoken(work, keys, speaker, None, words, named, told))
    return tuple(out)


def _in_the_chamber(work: Work, keys: dict[int, str]) -> tuple[StatementFact, ...]:
    """The same of a debate of a council, whose day is the meeting's."""
    about = work.context
    begun = turns_of_councillors(about.document)
    out: list[StatementFact] = []
    speaking: Turn | None = None
    for s in about.document.body if begun else ():
        if s.index in begun:
            speaking = begun[s.index]
        elif s.kind == "heading" or _ENDS_A_TURN.search(s.span.of(about.text)):
            speaking = None
        if speaking is None or s.kind == "row":
            continue
        words = Span(max(s.span.start, speaking.head.end), s.span.end).stripped(about.text)
        told = events_told(work, words)
        if not told:
            continue
        in_office = speaking.role if speaking.role != "Councillor" else None
        who = Attribution("person", speaking.head, speaking.name, in_office, titled=True)
        organisation = organisation_of(work, who, speaking.head.end) if in_office else None
        made = spoken(
            work, keys, Speaker(speaking.name, speaking.role), organisation, words, speaking.head, told, (),
            said_in_minutes(work),
        )  # fmt: skip
        out.append(replace(made, kind="response" if council_speaks(organisation, who) else "comment"))
    return tuple(out)


def _paragraphs(work: Work) -> Iterator[tuple[Speaker, Span, Span]]:
    """Who speaks, where that is told, and the words: a turn goes on until somebody else's, or a new item, begins."""
    about = work.context
    text = about.text
    known: dict[str, Speaker] = {}
    speaking: tuple[Speaker, Span] | None = None
    for s in about.document.body:
        words = s.span.of(text)
        if s.kind == "row" or _NO_TURN.fullmatch(words):
            continue
        m = TURN.match(text, s.span.start, min(s.span.end, s.span.start + 260))
        alone = _NAMED_ALONE.fullmatch(words) if m is None and len(words) < 150 else None
        if alone is not None:
            speaker = _alone(alone, known, about.catalogue)
            if speaker is not None:
                speaking = speaker, s.span
                continue
        if m is not None:
            presides = _CHAIR.match(m["who"]) or _IN_THE_CHAIR.fullmatch(m["in"] or "")
            speaker = None if presides else speaker_of(m, known, about.catalogue)
            speaking = (speaker, Span(s.span.start, m.end()).stripped(text)) if speaker is not None else None
            if speaking is not None:
                yield *speaking, Span(m.end(), s.span.end).stripped(text)
            if _ASKED.match(text, m.end()):
                speaking = None
            continue
        if s.kind == "heading" or _ENDS_A_TURN.search(words) or _TURN_OF.match(words):
            speaking = None
        elif speaking is not None and len(words.split()) > _A_LINE:
            yield *speaking, s.span


def _alone(m: re.Match[str], known: dict[str, Speaker], catalogue: Catalogue) -> Speaker | None:
    """Whoever is named on a line without a colon: with an office, a constituency or a party, or heard before."""
    if _CHAIR.match(m["who"]) or _IN_THE_CHAIR.fullmatch(m["in"] or ""):
        return None
    heard = {speaker.name for speaker in known.values()}
    sure = m["in"] or m["who"].strip() in heard or _PEER.fullmatch(m["who"].strip())
    return speaker_of(m, known, catalogue) if sure else None


def speaker_of(m: re.Match[str], known: dict[str, Speaker], catalogue: Catalogue) -> Speaker | None:
    """Whom the words before a colon name, with the office or the constituency told there or before."""
    who, inside = m["who"].strip(), (m["in"] or "").strip()
    if _PEER.fullmatch(who):
        return known.setdefault(who, Speaker(re.sub(r"^The\s+", "", who), None))
    if _PEER.fullmatch(inside) and OFFICE.search(who):
        return known.setdefault(inside, Speaker(re.sub(r"^The\s+", "", inside), re.sub(r"^The\s+", "", who)))
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
