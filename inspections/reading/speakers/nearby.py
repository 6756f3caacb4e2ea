"""Whose words stand beside sentences that tell of one person, where no verb of saying says so.

"Here is the whole of it, from his e-mail: “...”", "We asked her for a word and got one:", "He doesn't hide." above "“I
know who she is.”", "says Lee" of the one Lee whom the page names in office, "the councillor added" of the one told of.
Only for somebody in office, and where nobody else is told of in between.
"""

from __future__ import annotations

import re
from dataclasses import replace

from inspections.reading.people.names import is_name
from inspections.reading.people.objects import object_of
from inspections.reading.people.roles import OFFICE, PRIVATE, STAFF, TITLE, kin, one_of
from inspections.reading.people.subject import Subject
from inspections.reading.sentence_subjects import addressed, sentence_subject
from inspections.reading.speakers.attribution import Attribution, Memory, Place
from inspections.reading.speakers.clauses import resolved
from inspections.reading.speakers.introduced import introduced
from inspections.reading.speakers.named_once import named_once
from inspections.reading.speakers.sentences import first_sentence, sentences_of
from inspections.reading.speakers.verbs import BODY_WORDS, SAYING, VERB_FIRST
from inspections.reading.speakers.whole_names import named_in_full
from inspections.text import Span

_PAPER = r"(?:e-?mail|letter|statement|reply|note|message|speech|response|answer|tweet|post|column|blog)"
# as "Here's the whole of it, from his e-mail of 20 March 2023:"
_FROM_HIS = re.compile(
    rf"\b(?:from|in)\s+(?P<whose>his|her)\s+(?:own\s+)?(?:[\w’'-]+\s+){{0,2}}?{_PAPER}\b[^:;“”\"]{{0,50}}:\s*$"
)
# as "We asked her for a word and, to her credit, got one:"
_ASKED_HER = re.compile(
    r"\b(?:[Ww]e|I)\s+(?:\w+ly\s+|then\s+|also\s+)?(?:asked|rang|phoned|e-?mailed|wrote\s+to|pressed|invited|tried)\s+(?P<it>her|him)\b[^:;“”\"]{0,90}:\s*$"
)
# as "Then Cllr Ann Lee, the executive member, who is nobody's fool:"
_WHO_IS = re.compile(
    r"^\W*(?:(?:Then|And|Next|Finally|Last),?\s+)?(?P<who>[A-Z][^:;“”\"]{3,140}?),\s+who\s[^:;“”\"]{3,80}:\s*$"
)
_OF_ONESELF = re.compile(
    r"(?:^|[^\w’'])(?:I|I[’'](?:m|ve|d|ll)|[Ww]e|[Ww]e[’'](?:re|ve|ll|d)|[Mm]y|[Oo]ur|[Mm]e|[Uu]s)(?![\w’'])"
)
# what a sentence with a colon may lead in that is not whoever it tells of: something read, shown, or heard
_OF_ANOTHER = re.compile(
    rf"\b(?:{_PAPER}s?|read|reads|reading|quot\w+|cit\w+|show\w*|point\w*|print\w*|hand(?:s|ed)|remember\w*|recall\w*|repeat\w*|heard|hears|(?<!been\s)(?<!was\s)told|tells|words?\s+of|line|sentence|passage"
    r"|page|story|joke|poem|song|list|things|points|reasons|questions?|promises|pledges|leaflet|report|said|says)\b",
    re.I,
)
_PRONOUN = re.compile(r"\W*(?P<it>She|He)(?:[’'](?:s|d|ll))?\s")
_CAPITALS = re.compile(r"[A-Z][’A-Z]*[a-z][\w’'\-]*(?:\s+[A-Z][’A-Z]*[a-z][\w’'\-]*)+")
_LAST_NAME = re.compile(
    rf"\s*(?:(?:{TITLE.pattern})\s+)?(?P<name>[A-Z][’A-Z]*[a-z][\w’'\-]*)\s*(?:[.,;:]|$|\s(?:of|in|on|at|when|as|with|over)\s)"
)
_ASKS = re.compile(r"(?P<asked>[A-Z][^?.!:“”\"]{3,120}\?)\s*$")


def told_nearby(place: Place, memory: Memory, tail: str, following: str, bare: bool) -> Attribution | None:
    """The one person in office whose the words are by what stands beside them; None where nobody can tell."""
    if (by_name := _by_last_name(place, following)) is not None:
        return by_name
    led = _led_by_a_colon(place, memory, tail) if not bare else None
    if led is None and bare and not place.before.of(place.text).strip():
        led = _below_a_colon(place, memory) or _below_of_a_pronoun(place, memory)
    if led is None and bare:
        led = _behind_a_question(place, memory)
    return led


def the_same_person(place: Place, made: Attribution) -> Attribution | None:
    """The one told of right before by name, whom "the councillor" or "the group leader" means; None: somebody else."""
    if made.kind != "person" or made.speaker or made.called or not made.role or made.span is None:
        return None
    said = made.span.of(place.text)
    m = _THE_ONE.search(said)
    if m is None or not OFFICE.search(made.role) or PRIVATE.search(made.role):
        return None
    ends = min(place.quote.start, made.span.start)
    told = sentences_of(_unmarked(place.text[place.segment.span.start : ends]))
    if not told or len(told) > _MOST_TOLD:
        return None
    who = named_once(told[-1], place.document.catalogue)
    if who is None or not who.name or _names_others(". ".join(told), who.name):
        return None
    known = introduced(place.document, who.name) if not who.role else None
    role, body = (known.role, known.organisation) if known is not None else (who.role, who.organisation)
    head = _head_of(m["role"])
    titled = head in ("councillor", "mayor", "minister") and who.titled
    if not titled and (role is None or head not in role.lower().split()):
        return None
    return Attribution(
        "person", made.span, known.speaker if known is not None else who.name, role, body, titled=True, sex=who.sex
    )


def for_whom(place: Place, made: Attribution) -> Attribution | None:
    """For whom "a spokesman" speaks: the body with which the sentence right before begins; None: nobody can tell."""
    if (
        made.kind != "person"
        or made.speaker
        or made.organisation
        or made.span is None
        or not _SPOKES.fullmatch(made.role or "")
    ):
        return None
    if made.span.start > place.quote.start:
        return None
    told = sentences_of(_unmarked(place.text[place.segment.span.start : made.span.start]))
    body = sentence_subject(told[-1], place.document.catalogue, denied=True) if told else None
    if body is None or body.who.kind not in ("organisation", "report") or _ANOTHER_BODY.search(told[-1][body.end :]):
        return None
    if body.who.kind == "report":
        return None
    return replace(made, kind="organisation", organisation=body.who.organisation)


def what_they_are(place: Place, made: Attribution) -> Attribution | None:
    """What the private person is whom "she" means: the parent or the carer that a sentence right before tells of."""
    if (
        made.kind != "person"
        or made.speaker
        or made.role
        or made.span is None
        or not _PRONOUN_SAYS.match(made.span.of(place.text))
    ):
        return None
    told = sentences_of(_unmarked(place.text[place.segment.span.start : min(place.quote.start, made.span.start)]))
    for sentence in reversed(told[-_MOST_TOLD:]):
        begun = sentence_subject(sentence, place.document.catalogue, denied=True)
        who = begun.who if begun is not None else None
        one = _ONE_OF_OURS.match(sentence)
        role = (
            one_of(one["role"]) if one is not None else who.role if who is not None and who.kind == "person" else None
        )
        if role and PRIVATE.search(role) and not OFFICE.search(role):
            return replace(made, role=kin(role.lower()))
        if one is None and (who is None or who.kind != "he"):
            return None
    return None


_PRONOUN_SAYS = re.compile(r"\W*(?:[a-z]+\s+)?(?:[Ss]he|[Hh]e)\b")
_ONE_OF_OURS = re.compile(
    rf"\W*One\s+of\s+(?:our|the|its|their)\s+(?P<role>(?:foster\s+|young\s+)?{PRIVATE.pattern})", re.I
)
_SPOKES = re.compile(r"(?:(?:an?|the|its|unnamed|official)\s+)*(?:spokes(?:man|woman|person)|press\s+officer)", re.I)
_ANOTHER_BODY = re.compile(
    r"\b(?:[Tt]rust|[Uu]nion|[Cc]harity|[Cc]ompany|[Pp]olice|NHS|[Dd]epartment|[Gg]overnment|[Aa]cademy|[Cc]ouncils?|Ofsted|CQC)\b"
)
_THE_ONE = re.compile(
    r"\b[Tt]he\s+(?P<role>(?:[\w’'-]+\s+){0,4}?[\w-]+)\s+(?:(?:also|then|later)\s+)?\w+(?:\s+(?:us|me))?[:,.]?\s*$"
)
_MOST_TOLD = 4  # sentences
_NEAR = 300  # characters
_ONE_PRIVATE = re.compile(
    r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother|[Tt]he|[Mm]y|[Oo]ur|[Hh]er|[Hh]is)\s+(?:[\w-]+\s+){0,2}?(?:parent|mother|father|mum|dad|carer|girl|boy|woman|man|learner|pupil"
    r"|student|apprentice|resident|neighbour|daughter|son|wife|husband|child|tenant)\b"
)


def _head_of(role: str) -> str:
    """ "Tory group leader": leader; "director of services": director."""
    return re.split(r"\s+(?:of|for|at|in)\b", role.lower())[0].split()[-1]


def _unmarked(words: str) -> str:
    return re.sub(r"[“\"«][^“”\"«»]{0,900}[”\"»]", " ", words)


def _names_others(words: str, name: str) -> bool:
    own = set(name.split())
    return any(is_name(m.group()) and not own & set(m.group().split()) for m in _CAPITALS.finditer(words))


def _by_last_name(place: Place, following: str) -> Attribution | None:
    """ "“It is late,” says Lee.": of the one Lee whom the page names in full, and in an office."""
    first = first_sentence(following)
    verb = VERB_FIRST.match(first)
    m = _LAST_NAME.match(first, verb.end()) if verb is not None and not first.lstrip().startswith(".") else None
    if verb is None or m is None:
        return None
    names = {each.name for each in named_in_full(place.document).get(m["name"], ())}
    known = introduced(place.document, names.pop()) if len(names) == 1 else None
    if known is None:
        return None
    start = place.after.start
    return replace(known, span=Span(start + verb.start("verb"), start + m.end("name")))


def _in_office(made: Attribution | None) -> Attribution | None:
    held = (
        made is not None and made.kind == "person" and made.speaker and (made.role or made.organisation or made.titled)
    )
    return made if held else None


def _he(pronoun: str, memory: Memory, span: Span) -> Attribution | None:
    he = "he" if pronoun.lower() in ("he", "him", "his") else "she"
    return _in_office(resolved(Subject("he", 0, called=he), memory, span, True))


def _led_by_a_colon(place: Place, memory: Memory, tail: str) -> Attribution | None:
    """Whose the words are behind a sentence with a colon that tells of one person, and has no verb of saying."""
    if not tail.rstrip().endswith(":"):
        return None
    span = Span(place.before.end - len(tail), place.before.end).stripped(place.text)
    return _of_the_sentence(place, memory, tail, span)


def _below_a_colon(place: Place, memory: Memory) -> Attribution | None:
    above = place.above()
    if above is None or above.kind != "paragraph" or not place.text.endswith(":", 0, above.span.end):
        return None
    told = sentences_of(above.span.of(place.text))
    last = told[-1] if told else ""
    start = above.span.start + above.span.of(place.text).rfind(last)
    return _of_the_sentence(place, memory, last, Span(start, above.span.end).stripped(place.text))


def _of_the_sentence(place: Place, memory: Memory, words: str, span: Span) -> Attribution | None:
    words = words if words.rstrip().endswith(":") else f"{words.rstrip()}:"
    if (his := _FROM_HIS.search(words)) is not None:
        return _he(his["whose"], memory, span)
    if (asked := _ASKED_HER.search(words)) is not None:
        return _he(asked["it"], memory, span)
    if (named := _WHO_IS.match(words)) is not None and not any(v["strong"] for v in SAYING.finditer(words)):
        who = object_of(named["who"], memory.catalogue)
        if who is not None and who.kind == "person" and who.name and (who.role or who.titled) and not who.private:
            return _in_office(resolved(who, memory, span, True))
    if not _OF_ONESELF.search(place.quote.words(place.text)) or not _is_whole(place):
        return None
    if _OF_ANOTHER.search(words) or PRIVATE.search(words) or BODY_WORDS.of(memory.catalogue).search(words):
        return None
    told = sentence_subject(words.rstrip(" :"), memory.catalogue, denied=True)
    if told is None or told.who.kind not in ("he", "person") or STAFF.search(words[told.end :]):
        return None
    if _names_others(words[told.end :], told.who.name or ""):
        return None
    if told.who.kind == "he":
        if _ONE_PRIVATE.search(place.text, max(place.segment.span.start - _NEAR, 0), span.start):
            return None  # a carer told of near may be meant
        return _he(told.who.called or "", memory, span)
    return _in_office(resolved(told.who, memory, span, True)) if told.who.name else None


def _below_of_a_pronoun(place: Place, memory: Memory) -> Attribution | None:
    """Words of "I" that are a paragraph, below one that asked somebody, or told of them, and ends with "He ..."."""
    above = place.above()
    if above is None or above.kind != "paragraph" or above.index != place.segment.index - 1:
        return None
    if not _OF_ONESELF.search(place.quote.words(place.text)) or not _is_whole(place):
        return None
    words = above.span.of(place.text)
    told = sentences_of(_unmarked(words))
    if len(told) < 2 or _PRONOUN.match(told[-1]) is None or words[-1:] not in ".!" or _OF_ANOTHER.search(told[-1]):
        return None
    if place.previous is not None and place.previous.segments[-1] == above.index:
        return None
    before = told[-2]
    who = addressed(before, memory.catalogue) or _asked_about(before, memory) or _was_asked(before, memory)
    pronoun = _PRONOUN.match(told[-1])
    if who is None or not who.name or pronoun is None or who.sex not in ("", pronoun["it"].lower()):
        return None
    if _names_others(". ".join(told[-2:]), who.name) or PRIVATE.search(_A_MAN.sub("", told[-1])):
        return None
    return _in_office(resolved(who, memory, above.span, True))


_A_MAN = re.compile(r"\b(?:a|the\s+(?:kind|sort)\s+of)\s+(?:\w+\s+)?(?:man|woman|person)\b")
_ABOUT = re.compile(
    r"\b(?:I|[Ww]e)\s+(?:\w+ly\s+|then\s+|also\s+)?(?:asked|pressed|challenged)\s+(?P<who>[^:;“”\"]{3,120}?)\s+(?:about|whether|if|why|how|what|for)\b"
)
_WAS_ASKED = re.compile(
    r"^\W*(?P<who>[A-Z][^:;“”\"]{3,140}?),?\s+(?:was|is|had\s+been)\s+(?:then\s+|also\s+)?(?:asked|pressed|challenged|invited\s+to)\b"
)


def _asked_about(sentence: str, memory: Memory) -> Subject | None:
    m = _ABOUT.search(sentence)
    who = object_of(m["who"], memory.catalogue) if m is not None else None
    return who if who is not None and who.kind == "person" and (who.role or who.titled) else None


def _was_asked(sentence: str, memory: Memory) -> Subject | None:
    m = _WAS_ASKED.match(sentence)
    who = object_of(m["who"], memory.catalogue) if m is not None else None
    return who if who is not None and who.kind == "person" and (who.role or who.titled) else None


def _behind_a_question(place: Place, memory: Memory) -> Attribution | None:
    """ "Bo Day, of the union, says that nine had told them. Was that in the report? “Half a line. I have it.”" """
    words = place.text[place.segment.span.start : place.quote.start]
    asked = _ASKS.search(words)
    if asked is None or not _is_whole(place) or not _OF_ONESELF.search(place.quote.words(place.text)):
        return None
    before = sentences_of(words[: asked.start()])
    told = sentence_subject(before[-1], memory.catalogue) if before else None
    if told is None or told.who.kind != "person" or not told.who.name:
        return None
    verb = SAYING.fullmatch(told.verb)
    if verb is None or not verb["strong"] or re.search(r"[^\W_]", place.after.of(place.text)):
        return None
    span = Span(place.segment.span.start, place.quote.start).stripped(place.text)
    made = _in_office(resolved(told.who, memory, span, True))
    return replace(made, carried=True) if made is not None else None


def _is_whole(place: Place) -> bool:
    """Are the words whole sentences, with which their paragraph ends?"""
    words = place.quote.words(place.text)
    whole = words[:1].isupper() and words.rstrip(" ”’\"'")[-1:] in (".", "!", "?", "…")
    return whole and not re.search(r"[^\W_]", place.text[place.quote.end : place.after.end])
