"""An attribution farther off: the sentence before, the line that leads in, the heading above, the line below."""

from __future__ import annotations

import re
from dataclasses import replace

from inspections.reading import rules
from inspections.reading.people.names import is_name
from inspections.reading.people.roles import OFFICE, PRIVATE, STAFF
from inspections.reading.people.subject import Subject
from inspections.reading.quotations import Quotation
from inspections.reading.rules import rule
from inspections.reading.segments import BULLET
from inspections.reading.sentence_subjects import addressed, sentence_subject
from inspections.reading.speakers.answered import answering
from inspections.reading.speakers.attribution import Attribution, Memory, Place
from inspections.reading.speakers.beats import told_by_a_beat
from inspections.reading.speakers.beside import said_before
from inspections.reading.speakers.clauses import clause_of_saying, resolved
from inspections.reading.speakers.led_in import whose_turn
from inspections.reading.speakers.office_beside import AFTERWARDS
from inspections.reading.speakers.passages import passage_shown
from inspections.reading.speakers.sentences import LONGEST_TAIL, sentence_start, sentences_of
from inspections.reading.speakers.signed import signed
from inspections.reading.speakers.verbs import BODY_WORDS, someone
from inspections.text import Span

_INSPECTORS_HEADING = rule(
    r"^\W*(?:what\s+(?:must|needs?\s+to|should|has\s+to)\s+(?:improve|be\s+better|change)|(?:key\s+"
    r"|main\s+)?(?:findings|strengths|weaknesses|recommendations)"
    r"|areas?\s+(?:for|of)\s+(?:further\s+)?(?:improvement|concern|strength|weakness|development"
    r"|priority\s+action))\W*$",
    re.I,
)
_FINDINGS_LEAD = rule(r"^\W*(?:(?:the|their|its|headline|key|main|other|positive)\s+)*findings\b[^.]{0,60}:\s*$", re.I)
_PASSAGES = rule(r"\b(?:passages?|extracts?|excerpts?|quotations?\s+from|sentences)\b[^.]{0,80}:\s*$", re.I)


def said_around(place: Place, memory: Memory, tail: str, bare: bool) -> Attribution:
    """No clause of its own: the sentence before, the line that leads in, the quotation or the heading above."""
    text, segment = place.text, place.segment
    words = place.before.of(text)
    start = sentence_start(words)
    earlier = sentences_of(words[max(0, start - 700) : start]) if start else []
    if place.joined is not None and not earlier:
        if tail.rstrip().endswith(":") and place.joined.kind == "report" and not _labels_another(tail):
            return replace(place.joined, carried=True, continues=False)
        return Attribution("unstated")
    if earlier and place.joined is not None and bare and _goes_on_to_say(place, memory, " ".join(earlier)):
        return replace(place.joined, carried=True, continues=False)
    if (answer := answering(place, memory, words)) is not None:
        return answer
    if earlier:
        made = clause_of_saying(earlier[-1], place.before.start + start - len(earlier[-1]), memory)
        if made is not None and (made.kind == "report" or (bare and made.kind == "person" and made.speaker)):
            return replace(made, span=Span(place.before.start, place.before.start + start).stripped(text), carried=True)
        if bare and place.joined is None and (who := _teller(place, earlier[-1])) is not None:
            made = resolved(who, memory, Span(place.before.start, place.before.start + start).stripped(text), True)
            if made is not None and made.kind == "person":
                return replace(made, carried=True)
    if bare and (
        beat := told_by_a_beat(place, memory, earlier[-1] if earlier else "", text[place.after.start : place.after.end])
    ):
        return beat
    if bare and not earlier and place.joined is None and (who := _teller_above(place)) is not None:
        made = resolved(who, memory, _last_sentence(place), True)
        if made is not None and made.kind == "person":
            return replace(made, carried=True)
    lead = place.segments[segment.lead] if segment.lead is not None and _listed(place) else None
    above = place.above()
    if lead is None and bare and start == 0 and above is not None and text.endswith(":", 0, above.span.end):
        lead = above
    if lead is not None:
        led = lead.span.of(text)[-LONGEST_TAIL:]
        led_span = Span(lead.span.end - len(led), lead.span.end)
        cut = sentence_start(led)
        last = led[cut:] if cut < len(led) else led
        if _PASSAGES.search(last) and not (PRIVATE.search(led) or STAFF.search(led)):
            return Attribution("report", led_span)
        if bare and not earlier and (shown := passage_shown(place, last, led_span, lead=True)) is not None:
            return shown
        if _ON_A_PAGE.fullmatch(last) and place.previously is not None and place.previously.kind == "report":
            if place.previous is not None and place.order.get(lead.index, 0) - _at(place, place.previous) <= 1:
                return replace(place.previously, carried=True, continues=False)
        made = said_before(last, Span(lead.span.end - len(last), lead.span.end).stripped(text), memory)
        if made is not None and ((bare and not earlier) or made.kind == "report"):
            return made
        if _listed(place) and _FINDINGS_LEAD.search(last) and not someone(tail):
            return Attribution("report", led_span)
        if _listed(place) and BODY_WORDS.of(memory.catalogue).search(last) and not someone(tail):
            return Attribution("report", led_span)
    if (by := signed(place, memory)) is not None:
        return by
    if bare and not earlier and place.previous is not None and place.previously is not None and above is not None:
        if (
            place.previous.segments[-1] == above.index
            and place.previously.kind != "unstated"
            and _whole(place)
            and place.previous.closed
        ):
            return replace(place.previously, carried=True, continues=False)
    heading = place.segments[segment.heading] if segment.heading is not None else None
    if heading is not None and _listed(place) and not someone(tail):
        told = heading.span.of(text)
        if (BODY_WORDS.of(memory.catalogue).search(told) or _INSPECTORS_HEADING.search(told)) and not rules.search(
            r"\b(?:respon\w+|reaction|our|we)\b", told, re.I
        ):
            return Attribution("report", heading.span)
    if (
        tail.rstrip().endswith(":")
        and not bare
        and place.previously is not None
        and place.previously.kind == "report"
        and not (someone(tail) or _labels_another(tail))
    ):
        if above is not None and place.previous is not None and place.previous.segments[-1] == above.index:
            return replace(place.previously, carried=True, continues=False)
    return Attribution("unstated")


# "Unison:", "Post editorial, 12 February:", "Council spokesman, same day:": whose words follow, and no part of a report
_LABELS_ANOTHER = rule(
    r"^\W*(?!(?:Leadership|Governance|Safeguarding|Adoption|Fostering|Permanence|Strengths?|Weakness(?:es)?|Overall|Page|Again|Elsewhere|Also|Later|Then|And|But)\b)"
    r"[A-Z][\w’'&-]*(?:\s+(?:(?:of|and|the|for|&)\s+)*[A-Z][\w’'&-]*){0,5}:\s*$"
    r"|\b(?i:editorials?|opinion|column|spokes\w+|councils?|union|minister|ministers|MPs?|leaders?|mayor|director|headline|leaflet|tweet(?:s|ed)?|posts?|emails?|press\s+release|newspaper|paper"
    r"|website|commissioner|campaigners?|charity|parents?|mum|dad|residents?|readers?|staff|workers?|foster\s+carers?|chief\s+executive|cabinet|opposition|statement)\b[^.;:]{0,60}:\s*$"
)


_ON_SOMETHING = re.compile(r"\W*(?:On|Of|About|For|As\s+for|Regarding|In|Under|To|At|Among)\s")


def _labels_another(tail: str) -> bool:
    return _LABELS_ANOTHER.search(tail) is not None and _ON_SOMETHING.match(tail) is None


def _goes_on_to_say(place: Place, memory: Memory, between: str) -> bool:
    """Whole sentences after the end of a sentence with words of one person in office, and of nobody else."""
    joined, text = place.joined, place.text
    words = place.quote.words(text)
    whole = rules.match(r"[A-Z‘“\"'\[]", words) and words.rstrip(" ”’\"'")[-1:] in (".", "!", "?")
    if joined is None or joined.kind != "person" or not joined.speaker or not whole or len(between) > 160:
        return False
    if re.sub(r"\W", "", place.after.of(text)) or not rules.match(r"\s*[a-z,]", place.before.of(text)):
        return False
    somebody = any(
        is_name(m.group())
        for m in re.finditer(r"[A-Z][’A-Z]*[a-z][\w’'\-]*(?:\s+[A-Z][’A-Z]*[a-z][\w’'\-]*)+", between)
    )
    if (office := AFTERWARDS.match(between.lstrip(" .,"))) is not None:  # "The cabinet member was speaking outside."
        between = office["rest"]
    others = PRIVATE.search(between) or OFFICE.search(between) or STAFF.search(between)
    return not somebody and not others and not BODY_WORDS.of(memory.catalogue).search(between)


def _teller(place: Place, sentence: str) -> Subject | None:
    """Whose the words are that stand alone after a sentence of one person in office, and of nobody and nothing else."""
    told = sentence_subject(sentence, place.document.catalogue, denied=_ASKED.match(sentence) is not None)
    next_up = whose_turn(sentence, place.document.catalogue)
    if next_up is None and (told is None or told.who.kind != "person" or not told.who.name):
        return None
    words = place.quote.words(place.text)
    rest = sentence[told.end :] if told is not None and next_up is None else ""
    whole = rules.match(r"[A-Z‘“\"'\[]", words) and words.rstrip(" ”’\"'")[-1:] in (".", "!", "?")
    somebody = any(
        is_name(m.group()) for m in re.finditer(r"[A-Z][’A-Z]*[a-z][\w’'\-]*(?:\s+[A-Z][’A-Z]*[a-z][\w’'\-]*)+", rest)
    )
    alone = not re.sub(r"\W", "", place.after.of(place.text))
    if not whole or not alone or somebody or BODY_WORDS.of(place.document.catalogue).search(rest):
        return None
    if next_up is not None or told is None:
        return next_up
    in_office = told.who.role or told.who.titled
    return told.who if in_office else Subject("person", told.who.start, private=True)


_ASKED = re.compile(
    r"\W*(?:Asked|Pressed|Challenged|Quizzed)\b"
)  # whoever is asked answers, whatever else they do not do
_OF_ONESELF = re.compile(r"\b(?:I|I[’'](?:m|ve|d|ll)|[Ww]e|[Ww]e[’'](?:re|ve|d|ll)|[Mm]y|[Oo]ur|[Mm]e|[Uu]s)\b")


def _last_sentence(place: Place) -> Span:
    """The last sentence of the paragraph above."""
    above = place.above()
    span = above.span if above is not None else place.segment.span
    words = span.of(place.text)
    stops = sentences_of(words)
    return Span(span.start + words.rfind(stops[-1]), span.end).stripped(place.text) if stops else span


def _teller_above(place: Place) -> Subject | None:
    """Whose the words of a paragraph are that says "we" and is nothing but they: of the one told of just above."""
    above = place.above()
    if above is None or above.kind != "paragraph" or above.index != place.segment.index - 1 or not _whole(place):
        return None
    if place.text[above.span.end - 1] not in ".!":
        return None
    if place.previous is not None and place.previous.segments[-1] == above.index:
        return None
    catalogue = place.document.catalogue
    sentence = _last_sentence(place).of(place.text)
    asked = addressed(sentence, catalogue)
    if asked is not None and asked.name and (asked.role or asked.titled):
        return asked
    told = sentence_subject(sentence, catalogue)
    speaks = told is not None and told.verb in _SPEAKING and not BODY_WORDS.of(catalogue).search(sentence)
    if not (speaks or _OF_ONESELF.search(place.quote.words(place.text))):
        return None
    if told is None or told.who.kind != "person" or not told.who.name or not (told.who.role or told.who.titled):
        return None
    rest = sentence.replace(told.who.name, "") + " " + (told.who.role or "")
    others = list(re.finditer(r"[A-Z][’A-Z]*[a-z][\w’'\-]*(?:\s+[A-Z][’A-Z]*[a-z][\w’'\-]*)+", rest))
    somebody = any(is_name(m.group()) and not OFFICE.search(m.group()) for m in others)
    return None if somebody else told.who


# whoever is told of as speaking may go on with words that do not say "we"
_SPEAKING = frozenset(
    "said told promised insisted warned admitted thanked apologised stressed argued pledged vowed described".split()
)
# "And on page 11:", right below words of the report
_ON_A_PAGE = re.compile(r"\W*(?:And\s+|Then\s+)?(?:[Oo]n|[Ff]rom|[Aa]t)?\s*[Pp]age\s+[\w-]+\s*:\s*")


def _at(place: Place, quote: Quotation) -> int:
    """Where in the order of the page a quotation ends."""
    return place.order.get(quote.segments[-1], 0)


def _listed(place: Place) -> bool:
    return place.segment.kind == "bullet" or bool(
        BULLET.match(place.text, place.segment.span.start, place.segment.span.end)
    )


def _whole(place: Place) -> bool:
    """Is the paragraph nothing but the quotation?"""
    text = place.text
    outside = text[place.segment.span.start : place.quote.start] + text[place.quote.end : place.after.end]
    return not rules.search(r"[^\W_]", outside)
