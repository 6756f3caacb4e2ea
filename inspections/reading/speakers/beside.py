"""An attribution right before a quotation or right after it."""

from __future__ import annotations

import re
from dataclasses import replace

from inspections.catalogue import Catalogue
from inspections.reading import rules
from inspections.reading.inspectorates import naming_rule
from inspections.reading.people import subject
from inspections.reading.people.objects import object_of
from inspections.reading.people.subject import Subject
from inspections.reading.rules import rule
from inspections.reading.sentence_subjects import sentence_subject
from inspections.reading.speakers.attribution import Attribution, Memory, Place
from inspections.reading.speakers.clauses import by_first_name, clause_of_saying, resolved
from inspections.reading.speakers.sentences import first_sentence
from inspections.reading.speakers.verbs import (
    BODY_WORDS,
    NEVER_AFTER,
    PASSIVE,
    READ_OUT,
    SAYING,
    SURE_VERBS,
    VERB_FIRST,
)
from inspections.text import Span

_ACCORDING = rule(
    r"\b(?:[Aa]ccording\s+to|[Ii]n\s+the\s+words\s+of|[Aa]s\s+told\s+by|[Qq]uoting(?:\s+from)?"
    r"|[Tt]o\s+quote(?:\s+from)?|(?:quote[ds]|reads?"
    r"|reading)(?:\s+out)?(?:\s+\w+)?\s+from)\s+(?P<who>[^“”\":;]{2,140}?)(?:[,:]\s*|\s+(?:that|there|children"
    r"|they|it)\b[^“”\"]{0,160}|,[^“”\"]{0,160})?$",
)
# "Quoting the director, Cllr Ann Hill said": whoever quotes, says it
_QUOTED_BY = re.compile(
    rf"[Qq]uoting\s[^,:;“”\"]{{3,80}},\s+(?:the\s+|his\s+|her\s+)?(?:[\w’'-]+\s+){{1,8}}?(?:{SURE_VERBS})\b[^“”\"]{{0,40}}$"
)
# "According to the director, inspectors said": the nearer says it
_THEY_SAID = naming_rule(
    rf",\s+(?:the\s+)?(?:inspectors?|@inspectorate|watchdog|report|letter)\s+(?:\w+ly\s+|had\s+|has\s+|have\s+|also\s+)*(?:{SURE_VERBS})\b[^“”\"]{{0,60}}$"
)
_ACCORDING_AFTER = rule(
    r"^\s*,?\s*(?:according\s+to|in\s+the\s+(?:words|phrase|view|opinion|eyes)\s+of|[–—]|-\s)\s*(?P<who>[^“”\".;:\n]{2,140})",
    re.I,
)
# "“drift” was found by inspectors", "“drift” being noted by Ofsted"
_BY_AFTER = rule(
    r"^\s*(?:(?:which\s+|that\s+)?(?:was|were|is|are|being|been|(?:has|have|had|having)\s+been)\s+)?"
    r"(?:(?:found|noted|seen|observed|identified|described|highlighted|reported|praised|criticised|cited|recorded|witnessed|mentioned|uncovered|discovered)\s+)?"
    r"by\s+(?P<who>[^“”\".;:,\n]{2,90})",
    re.I,
)
_OF_A_CLAUSE = re.compile(r"\b(?:is|are|was|were|has|have|had)\s*$")
_PUT_AFTER = rule(
    r"^\s*[,:;]?\s*(?:[Tt]hat\s+|[Tt]his\s+|which\s+)?(?:is|was|as)\s+(?:how|what|the\s+way)?\s*(?P<who>[^“”\".;:\n]{2,110}?),?\s+(?:put|puts|described|describes|told|said"
    r"|expressed|summed|sums|saw|sees|phrased|greeted|announced|broke|characteri[sz]ed|summari[sz]ed)\b",
    re.I,
)
# ", was one mum's answer."
_ANSWER_AFTER = rule(
    r"^\s*,?\s*(?:was|is|came|ran)\s+(?P<who>[^“”\".;:,\n]{2,80}?)[’']s?\s+(?:\w+\s+)?(?:answer|reply|verdict|response|view|comment"
    r"|reaction|message|summary|advice|question|words|plea)\b",
    re.I,
)
_VIEW_BEFORE = rule(
    r"\b(?P<of>[Aa]\s+(?:typical|common|frequent|representative|recurring)\s+(?:view|comment|response|remark"
    r"|complaint|refrain)|[Oo]ne\s+(?:comment|view|response))\b[^.“”\"]{0,80}$",
)


_IN_ITS_WORDS = naming_rule(
    r"(?:^|[.\s])[Ii]n\s+(?P<who>(?:its|their|the\s+[\w\s]{2,40}|@inspectorate)(?:[’']s?)?)\s+(?:own\s+)?(?:words|phrase|language|view|verdict|judge?ment)(?P<more>(?:,?\s+[a-z][\w’'-]*){0,7})[,:]?\s*$"
)


# as "In her words, “...”", "staying was (in his phrase) “...”"
_IN_HER_WORDS = re.compile(
    r"(?:^|[\s(,–—-])(?P<all>(?:[Ii]n|[Tt]o\s+(?:use|quote|borrow))\s+(?P<whose>[Hh]is|[Hh]er)\s+(?:own\s+)?(?:words|phrase|language|expression))"
    r"(?:\s*[,:]?\s*$|[,)]\s+(?:[\w’'-]+\s+){1,7}$)"
)


def said_before(tail: str, span: Span, memory: Memory) -> Attribution | None:
    catalogue = memory.catalogue
    lead = len(tail) - len(tail.lstrip())
    words = tail.strip().rstrip("*_ ")
    if m := _VIEW_BEFORE.search(words):
        thing = memory.thing if memory.thing is not None and memory.thing.kind == "person" else None
        return Attribution("person", span, None, memory.group or (thing.role if thing else None))
    if (m := _ACCORDING.search(words)) and not (
        _QUOTED_BY.match(words, m.start()) or _THEY_SAID.of(catalogue).search(words, m.end("who"))
    ):
        who = object_of(words[m.start("who") :].rstrip(" ,:"), catalogue) if words.endswith((":", ",")) else None
        if who is None or not (who.name and who.role):
            who = object_of(m["who"], catalogue)
        made = resolved(who, memory, span, True) if who else None
        if made is not None:
            return made
    if m := _IN_HER_WORDS.search(words):
        pronoun = "he" if m["whose"].lower() == "his" else "she"
        at = span.start + m.start("all")
        return resolved(Subject("he", 0, called=pronoun), memory, Span(at, span.end), True)
    if m := _IN_ITS_WORDS.of(catalogue).search(words):
        theirs = BODY_WORDS.of(catalogue).search(m["who"])
        if theirs or (m["who"].lower() in ("its", "their") and not m["more"]):
            return Attribution("report", span)
        if not m["more"]:
            return None
    if m := _SAID_ASIDE.search(words):
        who = object_of(m["who"], catalogue)
        return resolved(who, memory, span, True) if who is not None else Attribution("unstated")
    made = clause_of_saying(tail, span.start - lead, memory)
    if made is not None:
        return replace(made, span=Span(made.span.start, span.end) if made.span and made.span.start < span.end else span)
    if words.endswith(":"):
        if (short := _SHE_IS.match(words)) is not None and _TONE.match(short["tone"]):
            return resolved(Subject("he", 0, called=short["who"].lower()), memory, span, True)
        if answer := _ANSWER_OF.search(words):
            who = object_of(answer["who"], catalogue)
            if who is not None and who.kind == "person" and (who.name or who.role):
                return resolved(who, memory, span, True)
        if (told_by := _ANY_VERB.search(words)) and (who := subject(words[: told_by.start()], catalogue)) is not None:
            if who.kind == "person" and (who.name or who.role):
                return resolved(who, memory, span, True)
        if (asked := _SO_DID.search(words)) and (who := object_of(asked["who"], catalogue)) is not None:
            if who.kind == "person" and who.name and (who.role or who.titled):
                return resolved(who, memory, span, True)
        if _ASKED.match(words) and (told := sentence_subject(words[:-1], catalogue, denied=True)) is not None:
            if told.who.kind == "he" or (told.who.kind == "person" and told.who.name):
                return resolved(told.who, memory, span, True)
        bare = _AGAIN.sub("", _DASH_BEHIND.sub(r"\g<name>, ", _SENT_BY.sub("", words[:-1]), count=1))
        who = subject(bare, catalogue)
        if (
            who is not None
            and who.start < 4
            and who.kind == "person"
            and who.name
            and (who.role or who.organisation or who.titled)
        ):
            return resolved(who, memory, span, True)
        if (
            not any(m["strong"] for m in SAYING.finditer(words))
            and (told := sentence_subject(words[:-1], catalogue, denied=True)) is not None
        ):
            if told.who.kind in ("he", "person") and _HAD_A_LETTER.search(words, told.start):
                return Attribution("unstated", span)
            made = resolved(told.who, memory, span, True)
            is_so = told.verb in ("is", "was", "are", "were") and told.who.kind in ("it", "they")
            return None if is_so and made is not None and made.kind != "report" else made
    elif (told := sentence_subject(words := _ON_WHAT.sub("", words), catalogue)) is not None and told.who.kind in (
        "report",
        "it",
        "they",
    ):
        if told.verb in ("is", "was", "are", "were") and _TONE.match(words, told.end):
            return resolved(told.who, memory, span, True)
    return None


# "a grade it will, says its mayor, “defend”"
_SAID_ASIDE = re.compile(rf"\w,\s+(?:{SURE_VERBS})\s+(?P<who>(?!that\b)[^,;:.“”\"]{{3,90}}),$")
# "On achievement it is blunter –"
_ON_WHAT = re.compile(
    r"^\W*(?:On|Of|About|For|As\s+to)\s+[^,.:;“”\"]{2,60}?\s+(?=(?:it|they|the\s+(?:report|letter|report\s+card|inspectors"
    r"|watchdog))\s+(?:is|are|was|were)\b)"
)
# who is asked answers, as in "Asked whether he would go, he stopped laughing:"
_ASKED = re.compile(r"\W*(?:(?:When|Once)\s+)?(?:[Aa]sked|[Pp]ressed|[Cc]hallenged|[Qq]uizzed)\b[^,:;“”\"]{0,90},\s")
# as "She had a letter:", of whoever wrote it
_HAD_A_LETTER = re.compile(
    r"\b(?:ha[sd]|held|holds|brought|got|received|kept|keeps|opened|opens|found|showed|shows)\s+(?:an?|the|this|one)\s+(?:[\w’'-]+\s+){0,2}?(?:letter|note|e-?mail|message|card|text|leaflet|poem|cutting)\b",
    re.I,
)
# what leads in somebody's words: "Cllr Lee's verdict:"
_ANSWER_OF = re.compile(
    r"(?P<who>[^“”\".;:]{3,110}?)[’']s?\s+(?:own\s+|only\s+|first\s+)?(?:verdict|view|response|reaction|reply|message|answer|summary|comment|advice|promise|plea|warning)"
    r"(?:\s+(?:was|is)(?:\s+(?:short|blunt|simple|this|brief|clear))?)?:$"
)
# "Cllr Lee, who left last year, thundered:": whatever the verb, words follow
_ANY_VERB = re.compile(r",?\s+(?:then\s+|also\s+)?[a-z]{2,}ed(?:\s+(?:back|out|in|up))?:$")
# as "So, over the phone, did Ann Lee, the leader:"
_SO_DID = re.compile(
    r"^\W*(?:And\s+)?[Ss]o(?:,[^:;“”\"]{3,60},)?\s+(?:did|does|do|was|is)\s+(?P<who>[^:;“”\"]{5,110}):$"
)
# words sent by somebody: "A message from the leader, Cllr Lee:"
_SENT_BY = re.compile(
    r"^\W*(?:(?:And|Then|Next|Now|Finally|Lastly|First|Also|Meanwhile),?\s+)?"
    r"(?:Here(?:[’']s|\s+is)\s+|(?:(?:An?\s+|The\s+|Some\s+)?(?:\w+\s+)?(?i:message|statement|words?|note|comments?|reply|answer|quote|response|question|reaction|views?|verdict"
    r"|thoughts|summary|this|more)\s+)?(?:[Ff]rom|[Bb]y)\s+|(?:The\s+)?(?:last|final|first)\s+words?\s+(?:goes\s+|go\s+)?to\s+"
    r"|(?:The|One)\s+(?:\w+\s+)?(?:response|reaction|view|verdict|reply|answer|words|message|comments?)\s+of\s+)?"
)
_AGAIN = re.compile(r",?\s+(?:again|once\s+more)$")
_DASH_BEHIND = re.compile(r"(?P<name>[A-Z][\w’'-]+\s+[A-Z][\w’'-]+)\s+[–—|-]\s+(?=\w)")
# as "She's blunt about it:"
_SHE_IS = re.compile(
    r"\W*(?:And\s+|But\s+|(?:On|About|Of)\s+[^,.:;“”\"]{2,60}?,?\s+)?(?P<who>[Ss]he|[Hh]e)(?:[’']s|\s+(?:is|was))(?P<tone>\s+[^:;“”\"]{3,60}):$"
)
# a report that "is blunt about the front door" has the words that follow
_TONE = re.compile(
    r"\s+(?:(?:also|much|rather|equally|just\s+as|no|far|even|more|less|very|particularly|especially|quite|as)\s+)*"
    r"(?:happy|pleased|impressed|satisfied|concerned|worried|kind|blunt|harsh|scathing|warm|critical|clear|frank|plain|stark|positive|complimentary|generous|damning|short"
    r"|sharp|tough|gentle|direct|polite|full\s+of\s+praise|severe|candid|brief|brisk|terse|unsparing|cautious|guarded|defiant|unrepentant|contrite|apologetic|pithy|philosophical|hopeful|measured|dri|dry)(?:er)?\b"
    r"(?![^“”\"]*\b(?:said|says|called|described|by\s+[A-Z]))"
)


def said_after(place: Place, following: str, memory: Memory, bare: bool) -> Attribution | None:
    text, start = place.text, place.after.start
    inner = text[place.quote.start : place.quote.end].rstrip("”’\"'")[-1:]  # words in words may end it
    first = first_sentence(following)
    if m := VERB_FIRST.match(first):
        if _OF_A_CLAUSE.search(first, m.end()):
            return None  # "says leaders are “...”": what the next quotation is said of
        if not rules.match(r"\s*\.", first):
            who = object_of(first[m.end() :], memory.catalogue)
            if who is not None:
                return resolved(who, memory, _cut_span(text, start + m.start("verb"), start + len(first)), True)
            if known := by_first_name(_ENDS_A_NAME.split(first[m.end() :], maxsplit=1)[0], memory):
                return replace(known, span=_cut_span(text, start + m.start("verb"), start + len(first)))
            named = rules.match(r"(?:the\s+)?(?P<who>[^,.;:]{3,90})", first[m.end() :])
            if named is None:
                return None
        return None
    if m := _PUT_AFTER.match(first):
        who = object_of(m["who"], memory.catalogue)
        if who is not None:
            return resolved(who, memory, _cut_span(text, start, start + m.end()), True)
    if m := _ANSWER_AFTER.match(first):
        who = object_of(m["who"], memory.catalogue)
        if who is not None and who.kind == "person":
            return resolved(who, memory, _cut_span(text, start, start + m.end()), True)
    if m := _ACCORDING_AFTER.match(first):
        who = object_of(m["who"], memory.catalogue)
        if who is not None:
            return resolved(who, memory, _cut_span(text, start, start + m.end()), True)
    if m := _BY_AFTER.match(first):
        who = object_of(m["who"], memory.catalogue)
        if who is not None and who.kind == "report":
            return Attribution("report", _cut_span(text, start, start + m.end()))
    if m := _THAT_WAS.match(following) or _WAS_THE_WORD_OF.match(following):
        told = re.sub(r"\s+(?:on\s+\w+day|last\s+\w+|yesterday|today|this\s+\w+)$", "", m["who"])
        who = object_of(told, memory.catalogue)
        if who is not None and (
            (who.kind == "person" and (who.name or who.role)) or (who.kind == "report" and m.re is _WAS_THE_WORD_OF)
        ):
            return resolved(who, memory, _cut_span(text, start, start + m.end()), True)
    for m in list(SAYING.finditer(first))[:3]:
        left = first[: m.start()]
        if NEVER_AFTER.search(left) or PASSIVE.search(left) or _WHAT_IS_SO.match(left):
            continue
        if READ_OUT.of(memory.catalogue).match(first, m.start()):
            return Attribution("report", _cut_span(text, start, start + m.end()))
        if len(left) > 170:
            break
        who = _trailing(left, memory.catalogue) if left.strip(" ,.") else None
        if who is None and _A_NAME.fullmatch(left) and (known := by_first_name(left, memory)) is not None:
            if bare and not first[m.end() :].strip(" .,:\n"):
                return replace(known, span=_cut_span(text, start, start + m.end()))
        if who is None:
            continue
        fresh = rules.match(r"\s*[.]?\s*[A-Z]", left) and (inner in ".!?" or left.lstrip().startswith("."))
        if (
            fresh
            and not rules.match(r"\s*[.,]?\s*$", first[m.end() :].strip("\n "))
            and who.kind not in ("he", "it", "they")
        ):
            return None  # a new sentence of its own, not this quotation's
        if fresh and who.kind in ("he", "it", "they") and first[m.end() :].strip(" .\n"):
            return None
        if not bare and fresh:
            return None
        if fresh and _AGREES.match(first, m.start()):
            return None  # "“They are poorer.” Ann Lee agrees.": with whoever said it
        return resolved(who, memory, _cut_span(text, start, start + m.end()), True)
    return None


_AGREES = re.compile(r"(?:agree[sd]|disagree[sd]|concur(?:s|red)?)\b")
# "It was “a disgrace” that the report had called": a clause of what is so, and of nobody who says the words before it
_WHAT_IS_SO = re.compile(r"\s*(?:that|because|if|when|since|whether|after|before|until|where|how|why)\s[^,;]*$")
# "“It is late,” Lee says": one told of in full before
_A_NAME = re.compile(r"\s*[A-Z][’A-Z]*[a-z][\w’'\-]*\s+(?:(?:then|also|has|had)\s+)?")
_ENDS_A_NAME = re.compile(r"[,.;:]|\s(?:of|in|on|at|when|as)\s")


# "“...” was the reaction of the leader, Ann Lee"
_WAS_THE_WORD_OF = rule(
    r"^\s*,?\s*(?:was|is|came|ran)\s+(?:the|a|an)\s+(?:\w+\s+)?(?:message|verdict|view|words?|response|reaction|answer|reply|promise|plea|warning|opinion"
    r"|conclusion|admission|comment|summary|advice|assessment)\s+(?:from|of|by)\s+(?P<who>[^.;:“”\"]{3,140})"
)
# "That was the message from Ann Lee, the leader, last night."
_THAT_WAS = rule(
    r"^\s*(?:(?:That|This)[’']s|(?:That|This|So|Those|These)\s+(?:was|were|is|are))\s+(?:(?:the|a)\s+(?:\w+\s+)?(?:message|verdict|view|words?|response"
    r"|reaction|answer|reply|promise|plea|warning|opinion|conclusion|admission)\s+(?:from|of|by)\s+)?(?P<who>[^.;:“”\"]{3,140})"
)


def _trailing(left: str, catalogue: Catalogue) -> Subject | None:
    """The subject of a clause that ends a sentence: all of it, or what follows a comma ("..., inspectors say")."""
    if (whole := object_of(left, catalogue)) is not None:
        return whole
    who = subject(left, catalogue)
    if who is not None and who.kind in ("report", "person") and left[: who.start].rstrip().endswith(","):
        return who
    return None


def _cut_span(text: str, start: int, end: int) -> Span:
    span = Span(start, end).stripped(text)
    while span.start < span.end and text[span.start] in ",. –—":
        span = Span(span.start + 1, span.end)
    return span
