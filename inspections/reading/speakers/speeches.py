"""Who "I" is: whoever speaks in a council's debate, signs a letter to a paper, or stands above an article in office.

"Councillor Lee (Northtown): I wrote to them all, and this is what I said: “...”" is Councillor Lee's. A page is a
debate's where three paragraphs or more begin with a councillor's name and a colon, and no quotation marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from inspections.reading.document import Document
from inspections.reading.people import subject
from inspections.reading.people.objects import object_of
from inspections.reading.people.roles import OFFICE
from inspections.reading.rules import rule
from inspections.reading.segments import Segment
from inspections.reading.speakers.attribution import Attribution, Place
from inspections.reading.speakers.verbs import SURE_VERBS
from inspections.text import Span

# as in "Councillor Ann Lee (Northtown) (Lab), Cabinet Member for Skills: I have held this post for a year"
_TURN = rule(
    r"\s*(?:\d+[.)]\s+)?(?P<who>(?:Councillor|Cllr|Coun|Alderman)\.?\s+[A-Z][^:(),“”\"\n]{1,60}?)(?:\s*\((?P<in>[^()\n]{2,60})\))?"
    r"(?:\s*\((?P<party>[^()\n]{2,30})\))?(?:,\s+(?P<role>[^:()“”\"\n]{3,90}))?\s*:\s+(?=[^\s“”\"‘'])"
)
_CHAIR = re.compile(
    r"\s*(?:The\s+)?(?:(?:Lord\s+|Lady\s+)?Mayor|Chair(?:man|woman|person)?|Leader|Chief\s+Executive|Monitoring\s+Officer|Clerk|Director|Members?"
    r"|A\s+Member|Several\s+Members|Officer)\b[^:.“”\"\n]{0,60}:\s+\S"
)
_LEAST = 3  # turns
_I_SAID = re.compile(
    rf"\bI\s+(?:\w+ly\s+|also\s+|then\s+|have\s+|had\s+|once\s+|did\s+)*(?:{SURE_VERBS})\b(?!\s+by\b)", re.I
)
_MOST_BELOW = 14  # paragraphs of one turn, or of one letter
_SALUTED = re.compile(r"\W*(?:SIR|Sir|MADAM|Madam|Dear\s+(?:Sir|Madam|Editor)\b.{0,20})\s*(?:[,:–—-]|$)")
_CLOSES = re.compile(r"\W*(?:Yours|Sincerely|Faithfully|Name\s+and\s+address)\b.{0,40}")
_BYLINE = re.compile(r"\W*(?:By|by|BY)\s+(?P<who>[^.;:“”\"\n]{5,120})")
_A_JOURNALIST = re.compile(r"\b(?:editor|reporter|correspondent|journalist|columnist|writer|staff|Democracy)\b", re.I)
_FIRST = 6  # segments in which a byline stands


@dataclass(frozen=True, slots=True)
class Turn:
    """A councillor's turn that begins with ``head`` (the words up to the colon) in one paragraph of a debate."""

    name: str
    role: str | None
    head: Span


def turns_of_councillors(document: Document) -> dict[int, Turn | None]:
    """By paragraph, the turns of a council's debate; None where somebody else begins to speak. Empty: no debate."""
    return document.once(("councillors' turns",), lambda: _turns(document))


def _turns(document: Document) -> dict[int, Turn | None]:
    out: dict[int, Turn | None] = {}
    known: dict[str, Turn] = {}
    for s in document.body:
        m = _TURN.match(document.text, s.span.start, min(s.span.end, s.span.start + 240)) if s.kind != "row" else None
        if m is None:
            if _CHAIR.match(document.text, s.span.start, s.span.end):
                out[s.index] = None
            continue
        turn = _turn(document, m, known)
        out[s.index] = turn
        if turn is not None:
            known.setdefault(turn.name.split()[-1], turn)
    spoken = [turn for turn in out.values() if turn is not None]
    return out if len(spoken) >= _LEAST and len({turn.name for turn in spoken}) > 1 else {}


def _turn(document: Document, m: re.Match[str], known: dict[str, Turn]) -> Turn | None:
    who = subject(m["who"].strip(), document.catalogue)
    if who is None or who.kind != "person" or not who.name or " and " in who.name:
        return None
    told = next((each for each in (m["role"], m["in"]) if each and OFFICE.search(each)), None)
    before = known.get(who.name.split()[-1])
    head = Span(m.start(), m.end()).stripped(document.text)
    if before is not None and who.name in (before.name, before.name.split()[-1]):
        return Turn(before.name, told or before.role, head)
    return Turn(who.name, told or "Councillor", head)


def said_by_the_writer(place: Place, made: Attribution) -> Attribution | None:
    """Who "I" is in "this is what I said: “...”"; None where the words are no "I"'s, or nobody tells who that is."""
    if made.kind != "unstated" or made.span is None or _I_SAID.search(made.span.of(place.text)) is None:
        return None
    found = _in_a_debate(place) or _in_a_letter(place) or _in_an_article(place)
    if found is None or not found.speaker:
        return None
    return Attribution(
        "person", made.span, found.speaker, found.role, found.organisation, titled=found.titled, sex=found.sex
    )


def _in_a_debate(place: Place) -> Attribution | None:
    turns = turns_of_councillors(place.document)
    at = place.order.get(place.segment.index)
    if not turns or at is None:
        return None
    for s in reversed(place.document.body[max(0, at - _MOST_BELOW) : at + 1]):
        if s.index in turns:
            turn = turns[s.index]
            return Attribution("person", turn.head, turn.name, turn.role, titled=True) if turn is not None else None
        if s.kind == "heading":
            return None
    return None


def _in_a_letter(place: Place) -> Attribution | None:
    """Whoever signs the letter to a paper in which the words stand."""
    body, text = place.document.body, place.text
    at = place.order.get(place.segment.index, 0)
    begun = next(
        (i for i in range(at, max(-1, at - _MOST_BELOW), -1) if _SALUTED.match(text, body[i].span.start)), None
    )
    if begun is None:
        return None
    below = body[at + 1 : at + 1 + _MOST_BELOW]
    for i, s in enumerate(below):
        words = " ".join(s.span.of(text).split())
        if _SALUTED.match(words):
            return None
        if len(words) > 110 or words[-1:] in '.!?:;”"' or _CLOSES.fullmatch(words):
            continue
        return _signs(place, [words, *(" ".join(x.span.of(text).split()) for x in below[i + 1 : i + 2])])
    return None


def _signs(place: Place, lines: list[str]) -> Attribution | None:
    name = re.sub(r"^\W*\((Councillor|Cllr|Dr|Mrs|Mr|Ms)\)\s+", r"\1 ", lines[0])
    for told in (name, f"{name}, {lines[1]}" if len(lines) > 1 else ""):
        who = object_of(told, place.document.catalogue) if told else None
        if who is not None and who.kind == "person" and who.name and not who.private and (who.role or who.titled):
            if told == name and not who.role and len(lines) > 1 and OFFICE.search(lines[1]):
                continue  # the office stands in the line below
            return Attribution("person", None, who.name, who.role, who.organisation, titled=who.titled, sex=who.sex)
    return None


def _in_an_article(place: Place) -> Attribution | None:
    """The one with an office whose name stands above the article: "By Ann Lee, director of skills"."""
    found: list[Attribution] = []
    for s in place.document.page[:_FIRST]:
        m = _by_whom(place, s)
        who = object_of(m["who"], place.document.catalogue) if m is not None else None
        if m is None:
            continue
        if who is None or who.kind != "person" or not who.name or not who.role or _A_JOURNALIST.search(m["who"]):
            return None
        found.append(
            Attribution("person", s.span, who.name, who.role, who.organisation, titled=who.titled, sex=who.sex)
        )
    return found[0] if len(found) == 1 else None


def _by_whom(place: Place, s: Segment) -> re.Match[str] | None:
    return _BYLINE.fullmatch(" ".join(s.span.of(place.text).split()))
