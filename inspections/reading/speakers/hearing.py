"""Who has been told of, or listed as present, before a quotation."""

from __future__ import annotations

import re
from dataclasses import replace

from inspections.catalogue import Catalogue
from inspections.reading.document import Document
from inspections.reading.people import subject
from inspections.reading.people.names import is_name
from inspections.reading.people.objects import object_of
from inspections.reading.people.roles import OFFICE, PRIVATE, STAFF, TITLE, one_of
from inspections.reading.people.subject import Subject
from inspections.reading.rules import rule
from inspections.reading.segments import Segment
from inspections.reading.sentence_subjects import addressed, sentence_subject
from inspections.reading.speakers.attribution import Attribution, Memory, Place
from inspections.reading.speakers.clauses import clause_of_saying
from inspections.reading.speakers.named_once import named_once
from inspections.reading.speakers.sentences import paragraphs_between, placed_sentences, sentence_start, sentences_of
from inspections.reading.speakers.verbs import BODY_WORDS

_PEOPLE = rule(
    rf"^\W*(?:The\s+|Some\s+|Many\s+|Most\s+|Several\s+)?(?:(?:newly[-\s]qualified|experienced|permanent|temporary|agency|senior|front-?line|younger)\s+)?"
    rf"(?P<role>{PRIVATE.pattern}|{STAFF.pattern})\b",
    re.I,
)
_SOMEBODY = rule(
    r"^\W*(?:But\s+|And\s+|Meanwhile,?\s+|However,?\s+|(?:Outside|Inside|At|In|Near|On|Over)\s+[^,.;:“”\"]{3,60},\s+)?(?P<who>(?:(?:Her|His|Their|The|Its"
    r"|Our)\s+)?(?:[\w’'\-]+\s+){0,8}?"
    rf"(?:{TITLE.pattern}\s+)?[A-Z][’A-Z]*[a-z][\w’'\-]*(?:\s+[A-Z][’A-Z]*[a-z][\w’'\-]*)+(?:,\s+[^.,]{{3,80}},)?)\s+(?!(?:for|of|and|with|to|from|by)\b)(?:[a-z]+\w)\b"
)
# "Mr Day's opposite number, Cllr Ann Lee, was less kind"
_IN_APPOSITION = rule(
    rf"^[^,;:.“”\"]{{3,90}},\s+(?P<who>(?:(?:{TITLE.pattern})\s+)*[A-Z][’A-Z]*[a-z][\w’'\-]*(?:\s+[A-Z][’A-Z]*[a-z][\w’'\-]*)+),\s+"
    r"(?:is|was|has|had|did|[a-z]+ed|[a-z]+n[’']t)\b"
)
# "Her words were echoed by the director, Ann Lee"
_ECHOED_BY = rule(
    r"\b(?:is|are|was|were|been)\s+(?:\w+ly\s+|also\s+)?(?:echoed|shared|supported|backed|seconded|repeated|taken\s+up|joined|followed)\s+by\s+"
    r"(?P<who>[^:;“”\"]{3,160})$"
)
_ROSTER = rule(
    r"^(?:In\s+attendance|Present|Attending|Attendance|By\s+[Ii]nvitation|Witness(?:es)?|Also\s+(?:present|attending|attended|in\s+attendance)|Officers?(?:\s+(?:present"
    r"|attending|in\s+attendance))?|Members?(?:\s+present)?)\s*(?::|[–—-]\s)",
    re.I,
)


_MANY = rule(
    rf"\b(?P<many>(?:(?:young|foster|unpaid|kinship|social|older)\s+)*(?:{PRIVATE.pattern}|{STAFF.pattern}))(?=\s|[.,])",
    re.I,
)


def hear(place: Place, memory: Memory) -> None:
    """Take in who speaks or is spoken of, without marks, between the quotation before and this one's own sentence."""
    words = place.before.of(place.text)
    cut = sentence_start(words)
    heard: list[tuple[int, str]] = []
    if place.joined is None:
        heard += _after_the_last(place)
        for above in paragraphs_between(place):
            told = above.span.of(place.text)[-700:]
            heard += placed_sentences(told, len(told), above.span.end - len(told))
    if cut:
        heard += placed_sentences(words, cut, place.before.start)
    group = None
    if place.joined is not None:
        begins = place.segment.span.start
        if place.joined.kind == "person" and place.joined.role and place.previous is not None:
            begins = max(begins, place.previous.end)  # "One child said ... Another said": another child
        so_far = place.text[begins : place.quote.start]
        if many := [m["many"] for m in _MANY.finditer(so_far) if m["many"].endswith("s")]:
            group = one_of(many[-1])
    memory.hear_later(group, heard)


# "Her words ring hollow, says Labour's Ann Lee": who says so stands last
_SAYS_WHO = re.compile(
    r",\s+(?:says|said|adds|added|claims|claimed|argues|argued|insists|insisted|reckons|warns|warned)\s+(?P<who>[^.;:“”\"]{3,140})$"
)


_ACCORDING_TO = re.compile(r",?\s+according\s+to\s+(?P<who>[^.;:“”\"]{3,140})$")


_ITS_OWN_SENTENCE = re.compile(r"[^.!?]*[.!?]+\s+(?=[A-Z])")


def _after_the_last(place: Place) -> list[tuple[int, str]]:
    """The whole sentences after the quotation before, in its own paragraph."""
    if place.previous is None:
        return []
    last = place.segments[place.previous.segments[-1]]
    near = place.order.get(place.segment.index, 0) - place.order.get(last.index, 0)
    if not 0 < near <= 2:
        return []
    rest = place.text[place.previous.end : last.span.end]
    begun = _ITS_OWN_SENTENCE.match(rest)
    at = begun.end() if begun else len(rest)
    return placed_sentences(rest[at:], len(rest) - at, place.previous.end + at)


def told_of(stop: str, at: int, memory: Memory) -> Attribution | None:
    """Who speaks or is spoken of in a sentence that begins at ``at``."""
    if group := _PEOPLE.match(stop):
        memory.group = one_of(group["role"])
    made = clause_of_saying(stop, at, memory)
    if made is not None and not made.speaker and (main := _who_begins(stop, memory.catalogue)) is not None:
        return Attribution("person", None, main.name, main.role, main.organisation, titled=main.titled, sex=main.sex)
    if made is not None and made.kind != "unstated" and (made.kind != "person" or made.speaker or made.role):
        return made
    who = _somebody(stop, memory.catalogue)
    if m := _SAYS_WHO.search(stop) or _ACCORDING_TO.search(stop):
        last = object_of(m["who"], memory.catalogue)
        who = last if last is not None and last.kind == "person" else who
    if (
        who is not None
        and who.definite
        and who.role
        and not who.name
        and (known := memory.office(who.role)) is not None
    ):
        return replace(known, carried=False)
    return (
        Attribution(
            who.kind, None, who.name, who.role, who.organisation, titled=who.titled, sex=who.sex, called=who.called
        )
        if who
        else made
    )


_ANOTHER_THAN = re.compile(r"\W*(?:Unlike|Replacing|Succeeding|Without|Like)\s")  # whoever follows is another
_BEGINS_WITH_A_NAME = re.compile(
    rf"\W*(?:For\s+[^,]{{2,60}},\s+)?(?:(?:{TITLE.pattern})\s+)*[A-Z][\w’'\-]*\s+(?:[A-Z]|\()"
)


def _who_begins(stop: str, catalogue: Catalogue) -> Subject | None:
    """ "Ann Lee, the director, said that parents said so": she is told of, and no parent; in office, with a name."""
    if not _BEGINS_WITH_A_NAME.match(stop):
        return None
    who = named_once(stop, catalogue)
    if who is None or stop.find(who.name or "") > 90:
        told = sentence_subject(stop, catalogue)
        who = told.who if told is not None and told.who.name else None
        if told is not None and who is not None and stop.startswith(("For ", "On behalf ")):
            who = subject(stop[: told.end - len(told.verb)].rstrip(), catalogue) or who
    return who if who is not None and (who.role or who.organisation or who.titled) else None


_OF_A_COUNCIL = rule(
    r"^\W*(?:But\s+|And\s+)?(?:The\s+(?:(?:city|county|borough|local|district)\s+)?(?:council|authority)"
    r"|(?:[A-Z][\w’'\-]+\s+(?:(?:and|of|upon|with)\s+)?){1,5}Council)\b"
)


# "You will have had a leaflet": what "it" says is no report's
_OF_A_LEAFLET = re.compile(
    r"\b(?:leaflet|flyer|poster|advert\w*|petition|newsletter|tweet|e-?mail|banner|placard|survey|song|poem|book|film|play|podcast|website|sign|headline|advert"
    r"|article|column|blog|(?<!report\s)card|postcard|note|poem|voicemail|text\s+message)s?\b",
    re.I,
)

# "Council leaders promised better. They said": the leaders
_OF_SOME_PEOPLE = rule(
    r"^\W*(?:[\w’'\-]+\s+){0,5}?(?:leaders|bosses|chiefs|councillors|directors|officials|ministers|politicians|campaigners|parents|carers|residents|governors"
    r"|unions|opponents|critics|Conservatives|Tories|Greens|Liberal\s+Democrats|MPs|commissioners|consultants|lawyers|advisers)\b",
    re.I,
)
_BY_THEM = re.compile(r"\b[Tt]hey\b")


def tells_of_a_report(place: Place) -> bool:
    """Can "it" be a report? Not where the sentence before is of a council, and of no report or inspectorate."""
    before = place.text[place.segment.span.start : place.quote.start]
    cut = sentence_start(before)
    of_many = _BY_THEM.search(before, cut) is not None
    before = before[:cut]
    above = place.above()
    if above is not None and not before.strip():
        before = f"{above.span.of(place.text)[-900:]} {before}"
    last = [x for x in sentences_of(before) if len(x.split()) > 3][-1:]
    if any(_OF_A_LEAFLET.search(x) and not BODY_WORDS.of(place.document.catalogue).search(x) for x in last):
        return False
    others = (x for x in last if _OF_A_COUNCIL.match(x) or (of_many and _OF_SOME_PEOPLE.match(x)))
    return all(BODY_WORDS.of(place.document.catalogue).search(x) for x in others)


def _somebody(stop: str, catalogue: Catalogue) -> Subject | None:
    """The person, the body or the report that a sentence without words of saying tells of."""
    if (who := addressed(stop, catalogue)) is not None:
        return who
    if m := _ECHOED_BY.search(stop.rstrip(" .!?")):
        who = object_of(m["who"], catalogue)
        if who is not None and who.kind == "person" and who.name:
            return who
    if m := _IN_APPOSITION.match(stop):
        who = subject(stop[: m.end("who")], catalogue)
        if who is not None and who.name and who.start < 4:
            return who
    if _ANOTHER_THAN.match(stop):
        return None
    if (m := _THE_OFFICE_IS.fullmatch(stop)) is not None:
        who = subject(f"{m['office']}, {m['name']}", catalogue)
        if who is not None and who.name and who.role:
            return who
    m = _SOMEBODY.match(stop)
    who = subject(m["who"], catalogue) if m else None
    if who is None:
        told = sentence_subject(stop, catalogue)
        who = (
            told.who
            if told is not None and (told.who.name or told.who.called or told.who.kind in ("organisation", "report"))
            else None
        )
    if who is None and (m := _IN_APPOSITION.match(stop)):
        who = subject(m["who"], catalogue)
    if who is None or (who.kind == "person" and not who.name):
        who = _told_at_the_end(stop, catalogue) or named_once(stop, catalogue) or who
    return who if who is not None and (who.kind != "person" or who.name or who.role or who.called) else None


def _told_at_the_end(stop: str, catalogue: Catalogue) -> Subject | None:
    """ "That did not satisfy Ann Lee, who leads the forum": the one person named, with an office after the name."""
    who = subject(stop.rstrip(" ."), catalogue)
    if who is None or who.kind != "person" or not who.name or not who.role or " and " in who.name:
        return None
    at = stop.find(who.name)
    if who.role not in stop[at:] and not stop[:at].rstrip(" ,").endswith(who.role):
        return None  # "Cllr A Day (Chair), Cllr Mo Hill": the office is another's
    named = [m.group() for m in _NAMED.finditer(stop[:at]) if is_name(m.group())]
    return who if not named else None


# "The lead member is Cllr Ann Lee"
_THE_OFFICE_IS = re.compile(
    rf"\W*(?P<office>(?:The|Its|Our|Their)\s+[^,.;:“”\"]{{3,80}}?)\s+(?:is|was)\s+(?:now\s+)?(?P<name>(?:(?:{TITLE.pattern})\s+)?[A-Z][\w’'-]+\s+[A-Z][\w’'-]+)\W*(?:\([^()]*\)\W*)?"
)
_NAMED = re.compile(r"[A-Z][’A-Z]*[a-z][\w’'\-]*(?:\s+[A-Z][’A-Z]*[a-z][\w’'\-]*)+")


def those_present(document: Document) -> list[Attribution]:
    """The people a set of minutes lists as present, with their offices: named here, and by office in the text."""
    text = document.text
    out = []
    for s in document.body:
        words = s.span.of(text)
        listed = _listed_below(document, s) if _ROSTER_HEAD.fullmatch(words) else []
        if not listed and _ROSTER_HEAD.fullmatch(words) and (below := _right_below(document, s)) is not None:
            listed = _each_present(_STOPPED.sub(r"\1;", below))
        if len(words) < 2000 and not listed and (label := _IN_COLUMNS.match(words)) is not None:
            listed = [*_each_present(words[label.end() :]), *_listed_below(document, s)]
            if (held := _HOLDERS.match(label.group())) is not None:  # "LEAD MEMBERS     Councillor Ann Lee (Families)"
                listed = [_FOR_WHAT.sub(rf"\1 ({held[1].title()} for \2)", one.strip()) for one in listed]
        if len(words) > 2000 or not (listed or _ROSTER.match(words)):
            continue
        for one in listed or _each_present(words):
            line = _COLUMNS.sub(r"\1, ", one.strip().rstrip("."), count=1)
            line = _DASHED.sub(", ", line, count=1) if "," not in line.split(" – ")[0] else line
            if "," not in line.split("(")[0]:  # "Ann Lee (Director)"; "Ann Lee, Director (Access)" is as it should be
                line = re.sub(r"\s*\(([^()]{3,60})\)", r", \1", line, count=1)
            name, _, role = line.partition(",")
            alone = role.split(". ")[0]
            role = alone if OFFICE.search(alone) else role
            who = subject(name, document.catalogue)
            if who is None or not who.name or not role.strip() or _NEXT_NAME.search(role):
                continue
            if OFFICE.search(role):
                out.append(Attribution("person", s.span, who.name, role.strip(), "the council"))
            elif who.role and OFFICE.search(who.role) and _BODY.match(role.strip()):  # "Det Supt Bo Hill, Kent Police"
                out.append(Attribution("person", s.span, who.name, who.role, role.strip()))
            elif listed and _BODY.match(role.strip()) and not _SEVERAL.match(one):
                out.append(Attribution("person", s.span, who.name, None, role.strip()))
    return out


_SEVERAL = re.compile(r"\W*(?:Councillors|Cllrs|Messrs|Members)\b")  # names follow, and no body
_ROSTER_HEAD = rule(
    r"(?:Members?\s+|Officers?\s+|Also\s+)*(?:Present|in\s+attendance|attending|attendance|Officers)\s*:?-?", re.I
)
# "CHIEF OFFICER       Ann Lee, Director": a list set in columns, with its label to the left
_IN_COLUMNS = rule(
    r"(?:[A-Z][A-Za-z’'()/-]*[ \t]){0,3}(?:Present|In\s+attendance|Attending|Officers?|Members?|Advisers?)"
    r"[ \t]*:?(?:[ \t]{3,}|\t)",
    re.I,
)
_HOLDERS = rule(r"(?P<one>(?:Lead|Cabinet|Executive|Portfolio)\s+(?:Member|Holder))s?\b", re.I)
_FOR_WHAT = re.compile(rf"^([^()]{{5,60}})\s+\((?!{OFFICE.pattern})([A-Z][^()]{{3,60}})\)$")
_DASHED = re.compile(r"(?<=[a-z])\s+[–—]\s+(?=[A-Z])")  # "Ann Lee – Corporate Director"
_COLUMNS = re.compile(r"^((?:[\w’'.()-]+[ ]){1,5}?[\w’'.)-]+)(?:[ ]{3,}|[ ]*\t+[ ]*)(?=[A-Z])")
_BODY = rule(r"(?:[A-Z][\w’'&\-]*|(?:and|of|for|the)(?=\s))(?:\s+(?:[A-Z][\w’'&\-]*|and|of|for|the))*$")
_NUMBERED = re.compile(r"\s*\d+[.)]?\s")


_STOPPED = re.compile(r"(\)|[a-z]{3})\.(?=\s+(?:Councillors?|Officers?|Members?|Also)\b)")


def _right_below(document: Document, head: Segment) -> str | None:
    """The paragraph right below the line "Attendance" that names people with their offices in brackets."""
    below = next((s for s in document.body if s.index == head.index + 1), None)
    words = below.span.of(document.text) if below is not None and below.kind == "paragraph" else ""
    return words if "(" in words and len(words) < 2000 else None


def _listed_below(document: Document, head: Segment) -> list[str]:
    """The lines of names below a line that says "Present"."""
    out: list[str] = []
    for s in document.body:
        if s.index <= head.index:
            continue
        words = s.span.of(document.text)
        if len(words) > 110 or _NUMBERED.match(words) or _IN_COLUMNS.match(words) or words.isupper():
            break
        if words.endswith((".", ":")) or len(out) > 30:
            break
        out.append(words)
    return out


_NEXT_NAME = re.compile(rf",\s*(?:and\s+)?(?={TITLE.pattern}\s+[A-Z])")


_AFTER_BRACKETS = re.compile(
    r"(?<=\))(?:,\s+(?:and\s+)?|\s+and\s+)(?=[A-Z])"
)  # "Ann Lee (Director), Bob Hill (Head of Youth Justice)"


# as in "Also in attendance – Ms A Lee (Director)", a label with a dash
_LABELLED = re.compile(
    r"^\s*((?:[A-Z][a-z]+\s+)?(?:[Ii]n\s+attendance|[Pp]resent|[Aa]ttending|Officers?|Also\s+present))\s+[–—-]\s+"
)


def _each_present(words: str) -> list[str]:
    """Each person of a list of those present, parted by semicolons, by an office in brackets or by the next's title."""
    words = _LABELLED.sub(r"\1: ", words)
    lists = re.split(r"(?:^|\n|(?<=[.;,]\s))\s*[A-Z][A-Za-z ()]{3,40}:\s", words)
    named = [one for each in lists for part in each.split(";") for one in _NEXT_NAME.split(part)]
    each_one = [one for each in named for one in _AFTER_BRACKETS.split(each) if one.strip()]
    return [one for each in each_one for line in each.split("\n") for one in _two_names(line.strip()) if one]


def _two_names(one: str) -> list[str]:
    """ "Councillor Bo Hill, Ann Lee (Director)": two people, of whom the second alone has an office."""
    first, comma, rest = one.partition(", ")
    second = re.split(r"[,(]", rest, maxsplit=1)[0].strip()
    two = bool(comma) and len(second.split()) > 1 and is_name(first) and is_name(second)
    return [first, *_two_names(rest)] if two else [one]
