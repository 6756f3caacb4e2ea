"""Who speaks in a part of a page: a line above it names them, or a label at its beginning does.

"Statement by Councillor Ann Lee, leader", and her paragraphs below; "Dr Bo Marsh, chief nurse" above a quotation;
"AL:" and "Q:" in an interview. Words of such a part may stand in marks or without.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from inspections.reading.document import Document
from inspections.reading.people.names import in_small_letters, is_name
from inspections.reading.people.objects import object_of
from inspections.reading.people.roles import OFFICE, PRIVATE, TITLE
from inspections.reading.segments import Segment
from inspections.reading.speakers.attribution import Attribution, Place
from inspections.reading.speakers.introduced import introduced
from inspections.reading.speakers.whole_names import named_in_full
from inspections.text import Span

_STATEMENT_BY = re.compile(
    r"\W*(?:(?:Full|Joint|Written|Official|Opening|Press|Media|A|The)\s+)*(?:(?i:statement|comments?|response|reaction|reply|message|words|foreword))\s+"
    r"(?i:by|from|of|on\s+behalf\s+of)\s+(?P<who>(?:[Tt]he\s+|[Oo]ur\s+)?[A-Z][^.;:“”\"\n]{3,150}?)\s*:?\s*"
)
_NAME_LINE = re.compile(r"\W*(?P<who>[A-Z][^“”\"‘\n:;!?]{6,150}?)\s*:?\s*")
_A_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|said|says|told|can|did|does|do|be|been|gets?|got|sees?|put|puts|wrote|writes|added|adds|replied|answered|welcomes?|responds?|accepts?|calls?|on|after|as|to)\b"
)
_LABEL = re.compile(r"(?P<label>[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){0,4})\s?:\s+(?=\S)")
_SHORT_LABEL = re.compile(r"(?P<label>[QA])\s?[.:]\s+(?=\S)")
_ASKS = frozenset(("Q", "Question"))
_ANSWERS = frozenset(("A", "Answer"))
_LEAST = 2  # turns of each of the two who speak in an interview
_ABOVE = 8  # paragraphs above an interview in which it says who is asked
_LONGEST_HEAD = 170


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph of a part. ``who``: None where nobody can tell, or where a question is put.

    ``head``: the words that name the speaker. ``begins``: where the paragraph's own words begin. ``stated``: the line
    above calls what follows a statement. ``asked``: the question that an interview's paragraph answers.
    """

    who: Attribution | None
    head: Span
    begins: int
    stated: bool = False
    asked: Span | None = None


def parts_spoken(document: Document) -> dict[int, Part]:
    """By paragraph: whose part of the page it stands in, where a line above or a label tells so."""
    return document.once("parts spoken", lambda: {**_below_heads(document), **_asked(document), **_interview(document)})


def spoken_in_part(place: Place, made: Attribution) -> Attribution | None:
    """Whose a quotation is that is nothing but its paragraph, in somebody's part; None where it is nobody's."""
    if made.kind != "unstated" or made.span is not None:
        return None
    part = parts_spoken(place.document).get(place.segment.index)
    if part is None or part.who is None:
        return None
    text = place.text
    outside = text[part.begins : place.quote.start] + text[place.quote.end : place.after.end]
    return replace(part.who, span=part.head) if not re.search(r"[^\W_]", outside) else None


# Lines above


def _below_heads(document: Document) -> dict[int, Part]:
    out: dict[int, Part] = {}
    who: Attribution | None = None
    head, stated, marked = Span(0, 0), False, False
    signs = False  # is the paragraph above nothing but words in marks, below no name: is a name below them theirs?
    for s in document.body:
        words = s.span.of(document.text)
        short = len(words) < _LONGEST_HEAD and s.kind in ("heading", "paragraph")
        named = _head(document, s, words) if short else None
        below, signs = signs, who is None and _QUOTED.fullmatch(words) is not None
        if named is not None and (named[1] or not below):
            (who, stated), head, marked = named, s.span, False
        elif s.kind in ("heading", "row") or s.notes or (short and _is_a_line(words)):
            who = None
        elif _ENDS_A_PART.match(words) or (marked and not _QUOTED.fullmatch(words)):
            who = None  # another's statement, or what stands below one that was given in marks
        elif who is not None and s.kind == "paragraph" and (stated or _QUOTED.fullmatch(words)):
            out[s.index] = Part(who, head, s.span.start, stated)
            marked = _QUOTED.fullmatch(words) is not None
        elif s.kind == "paragraph":
            who = None
    return out


_ENDS_A_PART = re.compile(
    r"\W*(?:(?:[A-Z]\w+\s+)?(?:[Ss]tatement|[Cc]omments?|[Rr]esponse|[Rr]eaction|[Rr]eply)\s+(?:by|from|of|on\s+behalf\s+of)\s+[^\n]{3,150}:\s*\n"
    r"|(?:[Ff]or\s+(?:more|further)\s+(?:information|details)|[Bb]ackground|[Nn]otes?|[Cc]ontact|[Ee]nds)\b)"
)
_QUOTED = re.compile(r"\s*[“\"‘'].+[”\"’']\s*", re.S)


def _is_a_line(words: str) -> bool:
    """A label or a line of a list: no sentence."""
    return words.rstrip("”\"'’ ")[-1:] not in (".", "!", "?", "…") and len(words.split()) < 12


def _head(document: Document, s: Segment, words: str) -> tuple[Attribution, bool] | None:
    """Whom a line names whose part begins below it, and whether it calls that a statement."""
    m = _STATEMENT_BY.fullmatch(words)
    if m is not None:
        who = _group(document, m["who"]) or _named(document, m["who"])
        return (who, True) if who is not None else None
    if s.kind != "heading" and not words.rstrip().endswith(":"):
        return None
    m = _NAME_LINE.fullmatch(words)
    if m is None or "," not in m["who"] or _A_VERB.search(m["who"]) or words.rstrip()[-1:] in (".", "!", "?"):
        return None
    who = _named(document, m["who"])
    return (who, False) if who is not None else None


def _named(document: Document, words: str) -> Attribution | None:
    """A person named with an office, and with nothing else."""
    plain = in_small_letters(words)
    who = object_of(plain, document.catalogue)
    if who is None or who.kind != "person" or not who.name or who.private or " and " in who.name or not who.role:
        return None
    title = re.match(rf"\W*(?:(?:{TITLE.pattern})\s+)*", plain)
    if title is None or not plain[title.end() :].startswith(who.name):
        return None
    return Attribution("person", None, who.name, who.role, who.organisation, titled=who.titled, sex=who.sex)


def _group(document: Document, words: str) -> Attribution | None:
    """A body that makes a statement: a council of children in care, a union, the council itself."""
    body = _A_BODY.fullmatch(words)
    if body is not None and not OFFICE.match(words):
        return Attribution("organisation", None, None, None, body["org"])
    who = object_of(words, document.catalogue)
    if who is None or who.kind != "organisation":
        return None
    return Attribution("organisation", None, None, who.role, who.organisation)


_A_BODY = re.compile(
    r"(?:(?:[Tt]he|[Oo]ur)\s+)?(?P<org>(?:[A-Z][\w’'-]*|(?:in|of|and|for)(?=\s))(?:\s+(?:[A-Z][\w’'-]*|in|of|and|for))*\s+(?:Council|Forum|Group|Board|Union|Network|Partnership|Trust|Panel|Association))"
)


# Interviews


def _interview(document: Document) -> dict[int, Part]:
    """The turns of an interview, told by the labels with which they begin."""
    found: list[tuple[Segment, str, int]] = []
    for s in document.body:
        if s.kind not in ("paragraph", "bullet", "heading"):
            continue
        m = _SHORT_LABEL.match(document.text, s.span.start, s.span.end) or _LABEL.match(
            document.text, s.span.start, min(s.span.end, s.span.start + 60)
        )
        if m is not None:
            found.append((s, m["label"].rstrip("."), m.end()))
    labels = [label for _, label, _ in found]
    said = {label for label in labels if labels.count(label) >= _LEAST}
    if len(said) != 2 or not _in_turn([label for label in labels if label in said]):
        return {}
    first = next(s for s, label, _ in found if label in said)
    speakers = {label: _labelled(document, label, first) for label in said}
    if sum(who is not None for who in speakers.values()) != 1:
        return {}
    return _turns(document, found, speakers)


def _turns(
    document: Document, found: list[tuple[Segment, str, int]], speakers: dict[str, Attribution | None]
) -> dict[int, Part]:
    begins = {s.index: (s, label, at) for s, label, at in found}
    out: dict[int, Part] = {}
    speaking: tuple[Attribution | None, Span] | None = None
    asked: Span | None = None
    for s in document.body:
        if s.index in begins:
            _, label, at = begins[s.index]
            if label not in speakers:
                speaking = None
                continue
            speaking = speakers[label], Span(s.span.start, at).stripped(document.text)
            if speakers[label] is None:
                asked = s.span
            out[s.index] = Part(speaking[0], _named_at(speaking), at, asked=asked)
        elif s.kind in ("heading", "row") or s.notes:
            speaking = None
        elif speaking is not None and _goes_on(document, s, begins):
            out[s.index] = Part(speaking[0], _named_at(speaking), s.span.start, asked=asked)
        else:
            speaking = None
    return out


def _named_at(speaking: tuple[Attribution | None, Span]) -> Span:
    """The words that name the one who speaks: the label, or where "A" is told to be somebody."""
    who, label = speaking
    return who.span if who is not None and who.span is not None else label


_TOLD_ASKED = re.compile(
    r"\b(?:interview(?:s|ed)?|sat\s+down\s+with|caught\s+up\s+with|in\s+conversation|(?:spoke|talk(?:s|ed)|put\s+(?:[a-z]+\s+){1,3})\s*(?:to|with)|answer(?:s|ed)\s+(?:our|your|some|a\s+few|the)\s"
    r"|questions?\s+(?:to|for|and\s+answers?)|Q\s?&\s?A|(?:we|I)\s+(?:asked|met|visited|rang|went\s+to\s+see))\b",
    re.I,
)
_TO_YOU = re.compile(r"\b(?:you|your|yours|yourself)\b", re.I)
_LONGEST_QUESTION = 220


def _asked(document: Document) -> dict[int, Part]:
    """The answers of one person in office to questions that stand printed above each of them."""
    pairs: list[tuple[Segment, list[Segment]]] = []
    for s in document.body:
        words = s.span.of(document.text)
        if s.kind in ("heading", "paragraph") and words.endswith("?") and len(words) < _LONGEST_QUESTION:
            if not _QUOTED.fullmatch(words):
                pairs.append((s, []))
        elif (
            pairs
            and s.kind == "paragraph"
            and not s.notes
            and (not pairs[-1][1] or pairs[-1][1][-1].index == s.index - 1)
        ):
            pairs[-1][1].append(s)
        elif pairs and not pairs[-1][1]:
            pairs.pop()
    pairs = [(question, answer) for question, answer in pairs if answer]
    if len(pairs) < _LEAST:
        return {}
    to_you = sum(_TO_YOU.search(document.text, q.span.start, q.span.end) is not None for q, _ in pairs)
    found = _who_is_asked(document, pairs[0][0])
    if found is None or found.span is None:
        return {}
    told = _is_told_asked(document, pairs[0][0])
    out: dict[int, Part] = {}
    for question, answer in pairs:
        for s in answer:
            marked = _QUOTED.match(s.span.of(document.text)) is not None
            if marked and (told or to_you * 2 >= len(pairs)):
                out[s.index] = Part(found, found.span, s.span.start, asked=question.span)
    return out


_NEAR = 1500  # characters above the questions


def _is_told_asked(document: Document, first: Segment) -> bool:
    """Do the lines above the first question tell of an interview?"""
    return _TOLD_ASKED.search(document.text, max(0, first.span.start - _NEAR), first.span.start) is not None


def _goes_on(document: Document, s: Segment, begins: dict[int, tuple[Segment, str, int]]) -> bool:
    """Does a paragraph without a label stand between two turns?"""
    return any(index > s.index for index in begins)


def _in_turn(labels: list[str]) -> bool:
    """Do the two speak by turns, now and then twice on end?"""
    changes = sum(a != b for a, b in pairwise(labels))
    return changes >= 3 and changes * 4 >= (len(labels) - 1) * 3


def _labelled(document: Document, label: str, first: Segment) -> Attribution | None:
    """The person in office whom a label stands for: by name, by initials, or the one who is asked."""
    if label in _ASKS:
        return None
    if label in _ANSWERS:
        return _who_is_asked(document, first) if _is_told_asked(document, first) else None
    told = {named.name for each in named_in_full(document).values() for named in each}
    plain = re.sub(rf"^(?:(?:{TITLE.pattern})\s+)+", "", label)
    initials = label if label.isupper() else ""
    called = {plain, in_small_letters(plain)}
    fits = {name for name in told if called & {name, name.split()[-1]} or _initials(name) == initials}
    known = [who for name in fits if (who := introduced(document, name)) is not None]
    return known[0] if len(fits) == len(known) == 1 else None


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s-]", name) if word)


# "Our reporter Bo Day sat down with": who asks is not asked
_WRITES = re.compile(r"\b(?:[Bb]y|[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Ww]riter|[Jj]ournalist)[:,]?\s+$")


# "and put the same to a mother of three": of two nobody can tell who answers
_ONE_PRIVATE = re.compile(rf"\b(?:[Aa]n?|[Oo]ne|[Aa]nother)\s+(?:[\w-]+\s+){{0,2}}?(?:{PRIVATE.pattern})\b")


def _who_is_asked(document: Document, first: Segment) -> Attribution | None:
    """The one person in office whom the paragraphs above an interview name."""
    above = [s.span for s in document.body_before(first.span.start, _ABOVE) if s.kind == "paragraph"]
    if not above or _ONE_PRIVATE.search(document.text, above[-1].start, above[-1].end):
        return None
    begins = above[0].start
    everybody = [each for told in named_in_full(document).values() for each in told]
    found = [each for each in everybody if any(span.start <= each.at < span.end for span in above)]
    names = {each.name for each in found if is_name(each.name) and not _WRITES.search(document.text[: each.at][-40:])}
    known = [who for name in sorted(names) if (who := introduced(document, name)) is not None]
    held = [who for who in known if who.role and OFFICE.search(who.role) and not PRIVATE.match(who.role)]
    if len(held) != 1 or len(names) != 1 or held[0].speaker is None:
        return None
    at = document.text.find(held[0].speaker, begins)
    return replace(held[0], span=Span(at, at + len(held[0].speaker)))
