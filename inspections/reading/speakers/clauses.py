"""The clause of a subject and a verb of saying, and whom its subject means."""

from __future__ import annotations

import re
from dataclasses import replace

from inspections.catalogue import Catalogue
from inspections.reading import rules
from inspections.reading.people import subject
from inspections.reading.people.objects import object_of
from inspections.reading.people.reports import OTHER_REPORT
from inspections.reading.people.roles import PRIVATE, STAFF, kin
from inspections.reading.people.subject import Subject
from inspections.reading.rules import rule
from inspections.reading.sentence_subjects import sentence_subject
from inspections.reading.speakers.attribution import Attribution, Memory
from inspections.reading.speakers.named_once import named_in_the_clause
from inspections.reading.speakers.participles import is_a_participle, of_the_participle
from inspections.reading.speakers.verbs import (
    BODY_WORDS,
    FEELING,
    NEVER_AFTER,
    NOT_OF_WORDS,
    PASSIVE,
    READ_OUT,
    SAYING,
    SEEING,
    SURE_VERBS,
)
from inspections.text import Span


def clause_of_saying(tail: str, start: int, memory: Memory) -> Attribution | None:
    """The last subject with a verb of saying in ``tail``, one sentence; None when nobody can tell who."""
    catalogue = memory.catalogue
    tail = _ASIDE.sub(lambda m: " " * len(m.group()), tail)
    tail = _IN_A_DAY.sub(" ", tail) if "," in tail else tail
    if quoted := _QUOTES_WHOM.search(tail):
        whom = object_of(quoted["who"], catalogue)
        if whom is not None and whom.kind == "person":
            return resolved(whom, memory, Span(start + quoted.start(), start + len(tail)), True)
    if (aside := _SAID_ASIDE.search(tail)) and (teller := object_of(aside["who"], catalogue)) is not None:
        return resolved(teller, memory, Span(start + aside.start("who"), start + len(tail)), True)
    if (on_record := _ON_RECORD.search(tail)) and (who := subject(tail[: on_record.start()], catalogue)) is not None:
        if who.kind == "person" and who.name:
            return resolved(who, memory, Span(start + who.start, start + len(tail)), True)
    if _OTHERS_CLAIM.search(tail) or _A_SURVEY.match(tail):
        return Attribution("unstated", Span(start, start + len(tail)))
    verbs = list(SAYING.finditer(tail))[-8:]
    if verbs and (here := _HERE_IS.search(tail)) is not None:
        verbs = [v for v in verbs if v.start() > here.start()]  # "people asked, so here is the whole of it:"
    for m in reversed(verbs):
        left = tail[: m.start()]
        if m.group()[0].isupper() and left.strip(" .,:;–—-(“\"'*"):
            continue  # "Pat Read, the director": a name
        if _LEFT_SOMEBODY.match(tail, m.start()):
            continue  # "the report left her “glad”": her words
        left = _KEEN.sub("", left)
        if m.group() == "report" and _A_REPORT.search(left):
            continue  # the noun, in "an Ofsted report"
        if any(v["strong"] and v.end() < m.start() for v in verbs) and _THAT_REPORTS.search(left):
            continue  # "The leader said that the report that calls services inadequate is “...”"
        if m.group() in _BIDDING and _BIDDEN.search(left):
            return None  # "If they ask, say “...”": what somebody is to say
        if _WOULD_SAY_ONLY.match(tail, m.start()) and (may := _WOULD.search(left)) is not None:
            left = left[: may.start()]
        if NEVER_AFTER.search(left) or (SEEING.fullmatch(m.group()) and NOT_OF_WORDS.match(tail, m.end())):
            continue
        if rules.search(r"\bn[’']t\s*$|\b(?:did|does|do)\s+not\s*$", left):
            return None
        if READ_OUT.of(catalogue).match(tail, m.start()) and not _ONLY_READ.fullmatch(tail, m.start()):
            if OTHER_REPORT.search(tail, m.start()):
                return Attribution("unstated", Span(start + m.start(), start + len(tail)))  # "from a child's letter"
            return Attribution("report", Span(start + m.start(), start + len(tail)))
        if (
            not m["strong"]
            and (by := _BY_AGENT.match(tail, m.end()))
            and (agent := object_of(by["who"], catalogue)) is not None
        ):
            return resolved(agent, memory, Span(start + m.start(), start + len(tail)), True)
        if m["strong"] and PASSIVE.search(left) and (by := _BY_AGENT.match(tail, m.end())):
            agent = object_of(tail[by.start("who") :].rstrip(" .!?"), catalogue)  # "by the Head of Health, Ann Lee"
            if agent is None or not agent.name:
                agent = object_of(by["who"], catalogue)
            if agent is not None and agent.kind in ("report", "person"):
                return resolved(agent, memory, Span(start + m.start(), start + len(tail)), True)
        if PASSIVE.search(left) and not rules.match(r"\w+ing\b|quoted\s+as\s+saying", tail[m.start() :]):
            return None
        who = subject(left, catalogue)
        if is_a_participle(m.group(), left):
            own = of_the_participle(left, [v for v in verbs if v.end() < m.start()], catalogue)
            if own is None and who is not None and (not who.name or who.start < 2):
                return Attribution("unstated", Span(start + m.start(), start + len(tail)))
            who = own or who
        if who is None and (known := by_first_name(left, memory)) is not None:
            begins = len(left) - len(left.rstrip().split()[-1]) - (len(left) - len(left.rstrip()))
            return replace(known, span=Span(start + begins, start + len(tail)), carried=False, continues=False)
        if who is None and (joining := rules.search(r"\b(?:and|but)\s*(?:(?:also|then|has|have|had)\s+)*$", left)):
            who = _nearest_subject(tail, [v for v in verbs if v.end() < m.start()], catalogue)
            who = who or _of_the_sentence(tail, joining.start(), catalogue)
        if who is None:
            if m["strong"] and _WHAT_A_NAME.search(left) and not BODY_WORDS.of(catalogue).search(left):
                return Attribution(
                    "unstated", Span(start, start + len(tail))
                )  # "what Lancashire wrote": whose, is not known
            if (
                m["strong"]
                and rules.search(r"\w\s*$", left)
                and not rules.search(r"\b(?:and|but|as|be|been|being|is|are|was|were|it)\s*$|,\s*$", left)
            ):
                return None
            continue
        if who.kind == "who":  # never anybody but the one named right before it
            named = left[: who.start].rstrip(" ,")
            who = subject(named, catalogue)
            if who is None and (of := _PART_OF.search(named)):  # "paragraph 4 of the report, which stated"
                who = subject(of["whole"], catalogue)
            if who is None or (who.kind == "person" and not who.name):
                who = _done_by(named, catalogue) or who
            if who is None or who.kind not in ("person", "organisation", "report"):
                return Attribution("unstated")
        if who.kind == "they" and (written := _IN_WHICH_THEY.search(tail[: who.start].rstrip())) is not None:
            told = sentence_subject(tail[: written.start()], catalogue, denied=True)
            if told is None or told.who.kind not in ("organisation", "report"):
                people = _SOME_PEOPLE.search(tail[: written.start()]) or written["whose"]
                return Attribution("person" if people else "unstated", Span(start, start + len(tail)))
        if who.kind in ("it", "they", "he") or FEELING.fullmatch(m.group()):
            own = _nearest_subject(tail, [v for v in verbs if v.end() <= who.start], catalogue)
            if own is None and who.kind == "person" and (it := _IT_SAID.match(tail)):  # "It said workers felt"
                own = subject(it["it"], catalogue)
            if own is None and who.kind in ("it", "they"):  # "The council apologised for what it called"
                told = sentence_subject(tail[: who.start], catalogue)
                own = told.who if told is not None and told.who.kind in ("organisation", "report") else None
            if own is None and who.kind == "he":
                own = named_in_the_clause(tail[: who.start], catalogue)
            who = own or who
        made = resolved(who, memory, Span(start + who.start, start + len(tail)), bool(m["strong"]))
        if made is None:
            continue
        if who.kind in ("it", "they") and made.kind == "organisation" and _is_told_of(made, tail[m.end() :]):
            return Attribution("unstated", made.span)
        if (
            made.kind == "person" and not made.organisation and _ITS.match(tail, who.start)
        ):  # "Its president, Ann Lee, said"
            thing = memory.thing
            if thing is not None and thing.kind == "organisation" and not _of_another_name(tail[: who.start], thing):
                made = replace(made, organisation=thing.organisation)
        return made
    return None


# "The report was presented by Cllr Ann Lee, the leader, who said", "members heard from Ann Lee, the director, who told"
_BY_OR_FROM = re.compile(r"\b(?:by|from|with|to|for|of)\s+(?=[A-Z]|(?:the|its|our|their|council)\s)")


def _done_by(named: str, catalogue: Catalogue) -> Subject | None:
    """Who is named, with an office, at the end of what stands before "who said", behind a preposition."""
    for m in _BY_OR_FROM.finditer(named):
        who = object_of(named[m.end() :], catalogue)
        if who is not None and who.kind == "person" and who.name and (who.role or who.titled or who.organisation):
            return replace(who, start=m.end() + who.start)
    return None


_NAME_FIRST = re.compile(
    r"\W*(?:(?:But|And|While|Meanwhile|In|At|For),?\s+)?(?!(?:The|It|They|This|That|These|Those|Its|Their|A|An|Both|One|He|She|We|Last|When|After|Before|On|Since|Speaking|Asked)\b)"
    r"(?P<name>[A-Z][a-z]+)"
)


def _of_another_name(before: str, thing: Attribution) -> bool:
    """ "Kent got the same. Norfolk must improve; its director, Ann Lee, said": does her sentence begin with a name?"""
    sentence = re.split(r"[.!?]\s+", before)[-1]
    opens = _NAME_FIRST.match(sentence)
    return opens is not None and opens["name"] not in (thing.organisation or "")


# "on October 21, 2025": its comma parts no clause
_IN_A_DAY = re.compile(r"(?<=\d),(?=\s+(?:19|20)\d\d\b)")


def _is_told_of(made: Attribution, words: str) -> bool:
    """ "They found that the Board had": does the clause go on to speak of the body that "they" would stand for?"""
    body = re.sub(r"^[Tt]he\s+", "", made.organisation or "")
    return bool(body) and re.search(rf"\b[Tt]he\s+{re.escape(body)}\b", words) is not None


# "A spokesman would say only that it “is under review”": he said it
_WOULD_SAY_ONLY = re.compile(r"(?:say|tell|confirm|add|comment)\s+(?:[\w’'-]+\s+){0,3}?only\b")
_WOULD = re.compile(r"\s(?:would|could|will)\s*$")
# "She read the report “twice, with a cup of tea”": her words; what is read out has a colon, or is read from it
_ONLY_READ = re.compile(r"reads?\s+(?!(?:aloud|out|from)\b)[^:,]*(?:report|letter|findings)\s*", re.I)
# "Two councillors have written a letter, in which they say", "In their letter they say": whoever wrote it
_IN_WHICH_THEY = re.compile(
    r"\b(?:letters?|statements?|repl(?:y|ies)|responses?|e-?mails?|petitions?|notes?|messages?|submissions?|articles?),?\s+(?:in|on|with)\s+which$"
    r"|\b(?i:in|on)\s+(?P<whose>their)\s+(?:own\s+)?(?:\w+\s+)?(?:letters?|statements?|repl(?:y|ies)|responses?|e-?mails?|petitions?|notes?|messages?|submissions?),?$"
)
_SOME_PEOPLE = re.compile(rf"{PRIVATE.pattern}|{STAFF.pattern}|\b(?:MPs|peers|mayors|bishops|ministers)\b", re.I)
# "The director, she says, shook her hand and told her": the aside is not whose the words are
_ASIDE = re.compile(
    r",\s+(?:he|she|they)\s+(?:says?|said|recalls?|recalled|remembers?|remembered|adds?|added|claims?|claimed),(?=\s[^“”\"]*?\b"
    rf"(?:{SURE_VERBS})(?:\s+(?:him|her|them|me|us))?[,:]?\s*$)"
)


_A_REPORT = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Tt]his|[Oo]ne|[Ii]ts|[Tt]heir|[Tt]hat)\s+(?:[\w’'-]+\s+){0,2}(?!\w+s\s)[\w’'-]+\s+$"
)
_THAT_REPORTS = re.compile(
    r"\b(?:reports?|letters?|findings|judge?ments?|inspections?|assessments?|verdicts?|documents?)\s+(?:that|which)\s+(?:\w+ly\s+|has\s+|had\s+|also\s+)*$"
)
# "Learners, said Ofsted, “relish their time”": who says it stands aside
_SAID_ASIDE = re.compile(rf",\s+(?:{SURE_VERBS})\s+(?P<who>(?!that\b)[^,;:“”\"]{{2,90}}),\s*(?:[\w’'-]+\s+){{0,5}}$")
# "Ann Lee is quoted on the council's website as saying that"
_ON_RECORD = re.compile(
    r",?\s+(?:is|was|are|were|has\s+been)\s+(?:\w+ly\s+|also\s+|later\s+|then\s+)?(?:quoted|cited|recorded|minuted)\b[^“”\";:,]{0,80}?\bas\s+(?:saying|telling|writing|calling|adding|describing)\b[^“”\"]{0,120}$"
)
# "The leader was quick to say", "rose to say": she said it
_KEEN = re.compile(
    r"\s+(?:(?:is|was|were|are|has\s+been)\s+)?(?:quick|keen|careful|anxious|happy|glad|at\s+pains|moved|the\s+first|went\s+on|goes\s+on|right|wrong|correct|fair|rose|stood(?:\s+up)?|got\s+up|gets\s+up|rises)\s+to\s*$"
)
_LEFT_SOMEBODY = re.compile(
    r"(?:left|leaves|made|makes)\s+(?:her|him|them|me|us|staff|parents|families|residents|councillors)\b", re.I
)
_BIDDING = frozenset(("say", "tell", "write", "ask", "answer", "reply", "explain"))
_BIDDEN = re.compile(
    r"(?:^|[.!?]\s)\W*(?:(?:If|When|Whenever|Should|Once)\b[^,]*,\s*)?(?:[Jj]ust\s+|[Pp]lease\s+|[Ss]imply\s+|[Aa]lways\s+|[Nn]ever\s+)?$"
)
# "The leaflet claims that Ofsted called it": nobody has shown that Ofsted did
_OTHERS_CLAIM = re.compile(
    r"\b(?:leaflets?|flyers?|tweets?|(?:social\s+media|Facebook|online|blog|forum)\s+(?:posts?|comments?)|posters?|rumou?rs?|headlines?|placards?)\b[^“”\"]{0,80}?"
    r"\b(?:claim|claims|claimed|say|says|said|quote|quotes|quoted|alleg\w+|suggest\w*|insist\w*|report\w*)\s[^“”\"]*\b(?:Ofsted|inspect\w+|watchdogs?|reports?|letters?|CQC)\b"
)
_A_SURVEY = re.compile(
    r"\W*(?:(?:The|An?|Our|Its|Their|In|That|This|One)\s+)?(?:[\w’'\-]+\s+){0,4}?(?:survey|poll|questionnaire|audit|study|consultation|self-(?:evaluation|assessment)|petition)s?\b"
    r"[^,“”\"]{0,60}?\b(?:found|finds|showed|shows|revealed|reveals|said|says|suggested|concluded|noted|reported|describe[sd]|calls?|called|rates?|rated|puts?|judges?|records?)\b",
    re.I,
)
_WHAT_A_NAME = re.compile(
    r"\b(?:what|which)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2}\s+(?:\w+ly\s+|once\s+|then\s+|has\s+|had\s+)?$"
)
_HERE_IS = re.compile(r"\b[Hh]ere(?:[’']s|\s+(?:is|are|it\s+is|they\s+are)|\s+in\s+full)\b")
_FIRST_NAME = re.compile(r"(?:^|[\s“”\"])(?P<name>[A-Z][’A-Z]*[a-z][\w’'\-]*)(?:\s+(?:also|then|has|had))?\s*$")


_WHO_CLAUSE = re.compile(r",\s+who\s[^,;:“”\"]{3,110},\s*$")


def by_first_name(left: str, memory: Memory) -> Attribution | None:
    """Somebody told of before in full and now by one name: "said Kate", "Kelly says"."""
    m = _FIRST_NAME.search(_WHO_CLAUSE.sub("", left))
    known = memory.by_name(m["name"]) if m else None
    return replace(known, carried=False, continues=False, disowned=False) if known is not None else None


_PART_OF = rule(
    r"\b(?:page|paragraph|section|part|chapter|passage|sentence|end|beginning|foot|summary|opening)s?(?:\s+[\d.]+)?\s+(?:of|in)\s+(?P<whole>[^,;:.]{3,80})$",
    re.I,
)
_IT_SAID = re.compile(
    r"\W*(?P<it>It|They)\s+(?:also\s+|further\s+|then\s+)?(?:said|says|added|adds|noted|notes|found|finds)\s"
)
_ITS = re.compile(r"\W*its\s+", re.I)
# "quotes one social worker as saying", "heard from one child that": the words are theirs
_QUOTES_WHOM = rule(
    r"(?:quotes?|quoted|cites?|cited|heard\s+from)\s+(?P<who>[^,.;:“”\"]{3,80}?)\s*(?::\s*$|\s+(?:as\s+saying|as\s+telling|that|who\s+said)\b)",
    re.I,
)
_BY_AGENT = re.compile(r"\s+by\s+(?P<who>[^,.;:“”\"]{3,110}?)(?:,|\s+(?:as|for|to\s+be|in|that)\b|\s*:?\s*$)")


def _of_the_sentence(tail: str, end: int, catalogue: Catalogue) -> Subject | None:
    """ "Governors value the training and describe it as": whose the first verb is, when nothing stands between."""
    told = sentence_subject(tail[:end], catalogue, denied=True)
    if told is None or told.who.kind not in ("person", "report") or re.search(r"[,;:–—]", tail[told.end : end]):
        return None
    return replace(told.who, start=told.start + told.who.start)


def _nearest_subject(tail: str, verbs: list[re.Match[str]], catalogue: Catalogue) -> Subject | None:
    """The subject of the last of these verbs that has one of its own."""
    return next((who for verb in reversed(verbs) if (who := _own_subject(tail, verb, catalogue))), None)


def _own_subject(tail: str, verb: re.Match[str], catalogue: Catalogue) -> Subject | None:
    """Whom an earlier verb of the same sentence has for its subject: "she", "it" and "they" mean the same."""
    left = tail[: verb.start()]
    who = subject(left, catalogue) if not NEVER_AFTER.search(left) else None
    return who if who is not None and who.kind in ("person", "organisation", "report") else None


def _of_the_writer(writer: Attribution | None, span: Span) -> Attribution:
    """Whose words "her letter" has: an inspector's are the report's."""
    if writer is None:
        return Attribution("unstated", span)
    if "inspector" in (writer.role or "").lower():
        return Attribution("report", span)
    return replace(writer, span=span, carried=False, continues=False, disowned=False)


def resolved(who: Subject | None, memory: Memory, span: Span, strong: bool) -> Attribution | None:
    if who is None:
        return None
    if who.kind == "other":
        return Attribution("unstated", span)
    if who.kind == "report":
        return Attribution("report", span)
    if who.kind == "organisation":
        return Attribution("organisation", span, None, who.role, who.organisation)
    if who.kind == "he":
        last = memory.last_person(who.called or "")
        return (
            replace(last, span=span, carried=False, continues=False, disowned=False)
            if last
            else Attribution("person", span, sex=who.called or "")  # somebody whom no office names
        )
    if who.kind == "his":
        return _of_the_writer(memory.last_person(who.called or ""), span)
    if who.kind in ("it", "they"):
        thing = memory.thing
        if thing is not None and thing.kind == "report" and not memory.told_of_a_report:
            return Attribution("unstated", span)
        if thing is not None and (who.kind == "they" or thing.kind != "person"):
            return replace(
                thing, span=span, named=thing.named or thing.span, carried=False, continues=False, disowned=False
            )
        return Attribution("report", span) if memory.told_of_a_report else Attribution("unstated", span)
    if who.called and not who.role and (known := memory.by_name(who.called.split()[-1])) is not None:
        if known.speaker and who.called.split()[-1] == known.speaker.split()[-1]:
            return replace(known, span=span, carried=False, continues=False, disowned=False)
    if who.private or who.called:
        return Attribution("person", span, None, kin(who.role), called=who.called)
    if who.definite and who.name is None and who.role and (known := memory.office(who.role)) is not None:
        return replace(known, span=span)
    if who.name is None and who.role is None and who.organisation is None:
        if not strong:
            return None
        return Attribution("person", span, None, memory.group)
    return Attribution(
        "person",
        span,
        who.name,
        who.role if who.name else kin(who.role),
        who.organisation,
        titled=who.titled,
        sex=who.sex,
    )
