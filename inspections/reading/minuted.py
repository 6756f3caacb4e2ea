"""What officers and lead members say in minutes, told without marks: "The Director advised that ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from inspections.catalogue import Catalogue
from inspections.reading.document import Document
from inspections.reading.events import Event
from inspections.reading.facts import StatementFact, Words
from inspections.reading.inspectorates import naming_rule
from inspections.reading.offices import council_speaks, organisation_of
from inspections.reading.people import subject
from inspections.reading.people.roles import OFFICE, PRIVATE, TITLE
from inspections.reading.people.subject import Subject
from inspections.reading.rules import rule
from inspections.reading.segments import BULLET, Segment
from inspections.reading.sentence_subjects import sentence_subject
from inspections.reading.sittings import sat_on
from inspections.reading.speakers.attribution import Attribution, Memory
from inspections.reading.speakers.hearing import those_present, told_of
from inspections.reading.speakers.introduced import introduced
from inspections.reading.statements import said_in_minutes
from inspections.reading.where_told import events_told, told_in_order
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work

# "In reply to Councillor Marsh, the Director said that": whom it was said to is no matter
_SAID_THAT = rule(
    r"^\W*(?:(?:\d+(?:\.\d+)*\.?|(?:[A-Za-z]|[ivx]+)\))\s+)?(?:(?:In|By\s+way\s+of|On)\s+[^,]{3,120},\s+)?(?P<who>[^“”\"]{2,170}?),?\s+(?:also\s+|then\s+|further\s+|had\s+)?"
    r"(?:said|stated|reported|advised|explained|replied|confirmed|responded|answered|added|clarified|reiterated|assured"
    r"|cautioned|emphasised|accepted|acknowledged|conceded|observed|commented|stressed|pointed\s+out|warned|indicated|highlighted|admitted"
    r"|told|informed|reminded|updated)"
    r"(?:\s+(?:the\s+)?(?:Board|Committee|Panel|Members?|Cabinet|Commission|Council|Executive|meeting|Forum|Chair\w*"
    r"|Councillors?|Cllr)(?:\s+[A-Z][\w’'\-]+){0,2})?,?\s+that,?\s+(?=\S)",
)
# "It was stated by the Head of Safeguarding that"
_SAID_BY = re.compile(
    r"^\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:(?:In|By\s+way\s+of)\s+[^,]{3,60},\s+)?[Ii]t\s+was\s+(?:said|stated|reported|advised|explained|confirmed|clarified)"
    r"\s+by\s+(?P<who>[^,;:.“”\"]{3,110}?)\s+that\s+(?=\S)"
)
# the head of an item that is about an inspection: whatever an officer answers in it is about that
_HEADED_SO = naming_rule(
    r"\b(?:@inspectorate|inspections?|inspected|annual\s+(?:performance\s+)?(?:assessment|rating)|star\s+rating|focused\s+visit|joint\s+area\s+review|report\s+card)\b",
    re.I,
)
_OF_OTHERS = re.compile(
    r"\b(?:schools?|academ(?:y|ies)|colleges?|nurser(?:y|ies)|(?:children[’']s|care|residential|nursing)\s+homes?|homes|childminders?|hospitals?)\b",
    re.I,
)
_SAID_THIS = re.compile(_SAID_THAT.pattern.replace(r",?\s+that,?\s+(?=\S)", r",?(?:\s+that|\s+as\s+follows)?\s*:$"))
_NOT_OF_OFFICE = rule(
    r"\b(?:(?<!Cabinet )(?<!Lead )(?<!Executive )Members?|(?<!Independent )Chair(?:man|woman|person)?"
    r"|Vice-Chair\w*|minute|agenda|report|letter|pupils?|governors?)\b",
    re.I,
)
_OF_THE_INSPECTION = naming_rule(
    r"\b(?:@inspectorate|inspectors|(?:the|this|its|their|that)\s+(?:[\w’'\-]+\s+){0,2}?(?:inspection|letter|report|visit|outcome|result"
    r"|judge?ments?|grad(?:e|es|ing)|rating|action\s+plan|re-?inspection)|(?:last|previously|first|been|next)\s+(?:re-?)?inspected|joint\s+(?:targeted\s+)?area\s+(?:inspection|review))\b",
    re.I,
)
_ROLE_ALONE = rule(r"^(?:The|the|Our|its|Its)\s+(?P<role>[A-Z][^,;:.]{2,90})$")
_NO_SUBJECT = rule(r"\b(?:having|being|been|was|were|is|are|be|not|never|to|as|who|which|that|by)\s*$")
_NUMBER = re.compile(r"^\s*(?:Item\s+)?(?:[A-Z]{1,4}[./]?)?\d+[./\d]*[.:)]?\s+\S", re.I)


@dataclass(frozen=True)
class _Said:
    who: Attribution
    named: Span
    words: Span


def minuted(work: Work, keys: dict[int, str]) -> tuple[StatementFact, ...]:
    """One statement for each paragraph and named speaker, under an item that tells of an inspection."""
    is_so = work.family.voice == "minutes" or (work.family.voice == "council" and sat_on(work.context.document))
    if not is_so or not work.events:
        return ()
    out: list[StatementFact] = []
    for item in _items(work.context.document):
        told = {id(e): e for s in item for e in events_told(work, s.span)}
        now = [e for e in told.values() if not e.previous]
        if not now:
            continue
        of_it = any(_is_of_an_inspection(work, s) for s in item[:2])
        for segment in item:
            for said in _by_speaker(_said_in(work, segment, of_it)):
                out.append(_statement(work, keys, said, now))
            listed = _listed_below(work, item, segment) if of_it else []
            if listed:
                out.append(_statement(work, keys, listed, now))
    return tuple(out)


def _items(document: Document) -> Iterator[list[Segment]]:
    """The paragraphs of each item of the minutes: under a heading or a numbered line."""
    item: list[Segment] = []
    for s in document.body:
        words = s.span.of(document.text)
        if _OF_ITS_ITEM.fullmatch(words):
            item.append(s)
            continue
        short = (len(words) < 110 and not words.rstrip().endswith((".", ";", ":"))) or words.isupper()
        if s.kind == "heading" or (short and _NUMBER.match(words)) or _HEAD_IN_LINE.match(words):
            yield item
            item = []
        item.append(s)
    yield item


# "6/17 OFSTED INSPECTION OF SERVICES The Director reported": an item's name and its first sentence on one line
_HEAD_IN_LINE = re.compile(r"\s*\d+[./\d]*[.:]?\s+(?:[A-Z][A-Z’'&,/-]*[A-Z,]\s+){3,}(?=[A-Z][a-z])")
# "NOTED", "RESOLVED": part of the item above
_OF_ITS_ITEM = re.compile(
    r"\W*(?:NOTED|RECEIVED|RESOLVED|AGREED|RECOMMENDED|ORDERED|APPROVED|Noted|Received|Resolved|Agreed|Recommended)(?:\s+(?:that|THAT))?\W*"
)


def _is_of_an_inspection(work: Work, head: Segment) -> bool:
    """Is the line that an item begins with, or the first words below it, about an inspection?"""
    words = head.span.of(work.context.text)[:_LONGEST_HEAD]
    return _HEADED_SO.of(work.context.catalogue).search(words) is not None and _OF_OTHERS.search(words) is None


_LONGEST_HEAD = 160  # characters
_A_FEW = 7  # words: "that it had been" alone answers nothing


def _said_in(work: Work, segment: Segment, of_it: bool) -> Iterator[_Said]:
    """The sentences of a paragraph that say what somebody in office said, and hold no quotation.

    ``of_it``: the item is about an inspection, and so is what is said in it, unless it speaks of others.
    """
    if segment.kind not in ("paragraph", "bullet"):
        return
    text = work.context.text
    last: Attribution | None = None  # whom the sentence before tells of, in office
    for sentence in work.context.document.sentences:
        if sentence.segment is not segment and sentence.segment.index != segment.index:
            continue
        words = sentence.span.of(text)
        if (head := _HEAD_IN_LINE.match(words)) is not None:
            words = " " * head.end() + words[head.end() :]
        m = _SAID_BY.match(words) or _SAID_THAT.match(words)
        meant, last = last, _told_first(work.context.document, words, last)
        if m is None or _NO_SUBJECT.search(m["who"]):
            continue
        start = sentence.span.start
        whole = Span(start, sentence.span.end)
        told = _OF_THE_INSPECTION.of(work.context.catalogue).search(text, m.end() + start, whole.end) is not None
        whole_words = len(words[m.end() :].split()) >= _A_FEW
        if not told and not (of_it and whole_words and _OF_OTHERS.search(words) is None):
            continue
        if any(Span(q.start, q.end).overlaps(whole) and len(q.words(text).split()) > 3 for q in work.quotes):
            continue
        pronoun = m["who"].strip().lower() in ("she", "he")
        who = meant if pronoun else _speaker(work.context.document, m["who"])
        if who is not None and pronoun and who.sex not in ("", m["who"].strip().lower()):
            who = None
        if who is not None:
            named = Span(start + m.start("who"), start + m.end()).stripped(text)
            yield _Said(replace(who, span=named), named, Span(start + m.end(), sentence.span.end).stripped(text))


def _listed_below(work: Work, item: list[Segment], lead: Segment) -> list[_Said]:
    """The bullets below "In response to questions, the Director advised that:", as far as they hold no quotation."""
    text = work.context.text
    words = lead.span.of(text).rstrip()
    m = _SAID_THIS.match(words[max(words.rfind(". "), words.rfind("? ")) + 1 :])
    who = _speaker(work.context.document, m["who"]) if m is not None and not _NO_SUBJECT.search(m["who"]) else None
    if who is None:
        return []
    out: list[_Said] = []
    for s in item[item.index(lead) + 1 :]:
        if s.kind != "bullet":
            break
        if not any(Span(q.start, q.end).overlaps(s.span) for q in work.quotes):
            mark = BULLET.match(text, s.span.start, s.span.end)
            begins = mark.end() if mark is not None else s.span.start
            out.append(_Said(replace(who, span=lead.span), lead.span, Span(begins, s.span.end).stripped(text)))
    return out


def _told_first(document: Document, words: str, before: Attribution | None) -> Attribution | None:
    """The person in office with whom a sentence begins; the same as before where it begins with "she"."""
    begun = _PRONOUN.match(words)
    if begun is not None and before is not None and not _TITLED.search(words):
        return before
    told = sentence_subject(_NUMBERED.sub("", words), document.catalogue)
    if before is not None and (told is None or told.who.kind in _NOBODY) and not _SOMEBODY.search(words):
        return before  # "The service had been judged good.": of nobody else
    if told is None or told.who.kind != "person" or told.who.private or _TITLED.search(words, told.end):
        return None
    if told.who.name:
        made = _named(document, told.who)
        return replace(made, sex=told.who.sex or made.sex) if made is not None else None
    return _speaker(document, f"The {told.who.role}") if told.who.definite and told.who.role else None


_PRONOUN = re.compile(r"\W*(?:She|He)\b")
_NOBODY = ("report", "organisation", "it", "they", "other")
_SOMEBODY = re.compile(
    rf"\b(?:(?:{TITLE.pattern})\s+[A-Z]|[Cc]hair(?:man|woman|person)?|[Mm]embers?|[Dd]irector|[Oo]fficers?|[Ll]eader|[Ii]nspectors?|[Pp]anel|[Cc]ommittee"
    r"|(?:[Aa]|[Oo]ne|[Tt]he)\s+(?:parent|mother|father|carer|mum|dad|woman|man|girl|boy|child|resident))\b"
)
_NUMBERED = re.compile(r"^\W*\d+(?:\.\d+)*\.?\s+")
_TITLED = re.compile(rf"\b(?:{TITLE.pattern})\s+[A-Z]")


def _speaker(document: Document, words: str) -> Attribution | None:
    """Who holds an office: named with it, or known elsewhere on the page by name or by office."""
    who = subject(words, document.catalogue)
    if who is None or who.kind != "person" or who.private or who.start > 4:
        return None
    if who.name is not None:
        return _named(document, who)
    alone = _ROLE_ALONE.match(words.strip(" ,"))
    if alone is None or not OFFICE.search(alone["role"]) or _NOT_OF_OFFICE.search(alone["role"]):
        return None
    if PRIVATE.search(re.sub(r"\b(?:Children|Families|People|Adults?|Young)\b", "", alone["role"])):
        return None
    known = {p.speaker: p for p in _in_office(document) if p.speaker}
    memory = Memory(document.catalogue, told_of, list(known.values()))
    return memory.office(alone["role"])


def _named(document: Document, who: Subject) -> Attribution | None:
    """Somebody named, with an office that the sentence or the page gives; a councillor alone holds none."""
    made = Attribution("person", None, who.name, who.role, who.organisation, titled=who.titled)
    last = (made.speaker or "").split()[-1]
    if made.role is None or last == made.speaker:
        found = {p.speaker: p for p in _in_office(document) if p.speaker and p.speaker.split()[-1] == last}
        if len(found) != 1 and made.role is None:
            return None
        if len(found) == 1:
            known = next(iter(found.values()))
            made = known if made.role is None else replace(made, speaker=known.speaker)
    if made.role is None or _NOT_OF_OFFICE.search(made.role) or not OFFICE.search(made.role):
        return None
    return made


_NAME = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+)?[A-Z][’A-Z]*[a-z][\w’'\-]*(?:\s+[A-Z][A-Za-z’'\-]+)+"
    r"|(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+[A-Z][A-Za-z’'\-]+"
)
_OFFICER = rule(
    r"\b(?P<role>[A-Z][\w’'&\-]*(?:,?\s+(?:(?:of|for|and|the|in|with)\s+)*[A-Z][\w’'&\-]*"
    r"|\s+\([A-Z][\w’' &\-]*\)){0,9}),?"
    rf"\s+\(?(?P<name>{_NAME})"
)


def _in_office(document: Document) -> list[Attribution]:
    """The people whose office a set of minutes gives: those present, and those named with it in the text."""
    return document.once(("in office", "minutes"), lambda: _all_in_office(document, document.catalogue))


def _all_in_office(document: Document, catalogue: Catalogue) -> list[Attribution]:
    out = [p for p in those_present(document) if p.role]
    known = {(p.speaker or "").split()[-1] for p in out}
    for s in document.body:
        words = s.span.of(document.text)
        for each in _represented(words):
            if (each.speaker or "").split()[-1] not in known:
                known.add((each.speaker or "").split()[-1])
                out.append(each)
        for m in _OFFICER.finditer(words) if len(words) < 4000 else ():
            if not OFFICE.search(m["role"]) or _HOLDS_A_NAME.search(m["role"]):
                continue
            office = _TITLE_LAST.sub("", m["role"].strip(" ,"))
            who = subject(f"{office}, {m['name']}", catalogue)
            if who is None or not who.name or not who.role or who.name.split()[-1] in known or " and " in who.name:
                continue
            agreed = introduced(document, who.name) if " " in who.name else None
            known.add(who.name.split()[-1])
            role = agreed.role if agreed is not None else who.role
            out.append(Attribution("person", None, who.name, role, who.organisation, titled=who.titled))
    return out


# as "Northern Care, the company owned by both, was represented by Ann Lee and Bo Hill", with their offices in brackets
_REPRESENTED = re.compile(
    r"\W*(?P<org>[A-Z][\w’'&-]*(?:\s+(?:(?:for|of|and|the|in)\s+)*[A-Z][\w’'&-]*){0,6})(?:,[^.;:]{3,240},)?\s+(?:was|were)\s+represented\s+by\b"
)


_WITH_OFFICE = re.compile(rf"(?P<name>{_NAME})\s+\((?P<role>[^()]{{3,90}})\)")


def _represented(words: str) -> Iterator[Attribution]:
    """Those who are said to represent a body, each with the office in brackets."""
    m = _REPRESENTED.match(words)
    for each in _WITH_OFFICE.finditer(words, m.end()) if m is not None else ():
        if m is not None and OFFICE.search(each["role"]):
            yield Attribution("person", None, each["name"], each["role"], m["org"])


_TITLE_LAST = re.compile(rf",?\s+(?:{TITLE.pattern})$")
# of a list, not of one: "Chairman, Bob Hill", "OFFICERS        Ann Lee"
_HOLDS_A_NAME = re.compile(rf"\s\s|\n|\b(?:{TITLE.pattern})\s+[A-Z].*\s[A-Z]|Chair\w*,\s+[A-Z]")


def _by_speaker(said: Iterator[_Said]) -> list[list[_Said]]:
    out: list[list[_Said]] = []
    for each in said:
        same = out and (out[-1][0].who.speaker, out[-1][0].who.role) == (each.who.speaker, each.who.role)
        if same:
            out[-1].append(each)
        else:
            out.append([each])
    return out


def _statement(work: Work, keys: dict[int, str], said: list[_Said], of_the_item: list[Event]) -> StatementFact:
    first = said[0]
    organisation = organisation_of(work, first.who, first.words.start)
    return StatementFact(
        key="",
        kind="response" if council_speaks(organisation, first.who) else "comment",
        stance=None,
        words=Words(tuple(each.words for each in said)),
        in_quotation_marks=False,
        attributed_to="person",
        speaker=first.who.speaker,
        role=first.who.role,
        organisation=organisation,
        attribution=Words((first.named,)),
        said=said_in_minutes(work),
        about=_about(work, keys, said, of_the_item),
    )


def _about(work: Work, keys: dict[int, str], said: list[_Said], of_the_item: list[Event]) -> tuple[str, ...]:
    """The one inspection that the words tell of, or that the item is about; of two, the one told of last before."""
    in_words = {id(e): e for each in said for e in events_told(work, each.words)}
    chosen = list(in_words.values()) or of_the_item
    if len(chosen) > 1:
        main = [e for e in chosen if e.main]
        fits = {id(e) for e in chosen}
        before = [e for at, e in told_in_order(work) if at < said[0].words.start and id(e) in fits]
        chosen = main or before[-1:]
    return (keys[id(chosen[0])],) if len(chosen) == 1 else ()
