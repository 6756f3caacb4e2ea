"""Words that a page calls the report's without a clause of saying: "the words of the inspectors", "So says the report".

Only where nothing nearer says who said them.
"""

from __future__ import annotations

import re

from inspections.catalogue import Catalogue
from inspections.reading.inspectorates import naming_rule
from inspections.reading.people.objects import object_of
from inspections.reading.people.reports import OTHER_REPORT
from inspections.reading.rules import rule
from inspections.reading.segments import Segment
from inspections.reading.speakers.attribution import Attribution, Memory, Place
from inspections.reading.speakers.sentences import sentence_start, sentences_of
from inspections.text import Span

_BODY = (
    r"(?:inspectors?[’']?|@inspectorate(?:[’']s?)?|inspectorates?|watchdogs?|regulators?|reports?|letters?|inspection"
    r"|report\s+card)"
)
_WORDS = r"(?:words|passages?|sentences?|lines?|phrases?|paragraphs?|findings?|verdict|conclusions?)"
# "the words of the inspectors on page 4 of their report, that"
_ON_A_PAGE = (
    r"(?:\s+(?:on|in|at|from)\s+(?:the\s+(?:foot|top|end)\s+of\s+)?(?:page|paragraph|para|section|part)\s+\d[\d.]*)?"
)
_WORDS_OF = naming_rule(
    rf"\b{_WORDS}{_ON_A_PAGE}\s+(?:of|from|by|in)\s+(?:the\s+|their\s+|its\s+)?(?:[\w’'\-]+\s+){{0,2}}?{_BODY}\b[^“”\":;.]{{0,60}}[,:]?(?:\s+that)?\s*$",
    re.I,
)
# who asks about "the sentence in paragraph 41 of the report, “...”" did not write it
_SENTENCE_OF = naming_rule(
    rf"\b(?:words|passages?|sentences?|lines?|phrases?|findings?|conclusions?){_ON_A_PAGE}\s+(?:of|from|by|in)\s+(?:the\s+|their\s+|its\s+)"
    rf"(?:[\w’'\-]+\s+){{0,2}}?{_BODY}(?:,|\s+that|,?\s+(?:which|that)\s+(?:reads?|says?|said|runs?|ran))?\s*$"
    rf"|(?<!\bof\s)(?<!\babout\s)(?<!\bon\s)\b(?:the|this|that|these|those)\s+(?:\w+\s+)?(?:words|passages?|sentences?|lines?|phrases?|findings?|conclusions?){_ON_A_PAGE}"
    rf"\s+(?:of|from|by|in)\s+(?:the\s+|their\s+|its\s+)(?:[\w’'\-]+\s+){{0,2}}?{_BODY}:\s*$"
    rf"|\b(?:the\s+|their\s+|its\s+)?{_BODY}[’']s?\s+(?:(?:own|key|main|central|first|damning|blunt)\s+)?"
    r"(?:words|findings?|conclusions?|observations?|comments?|verdict|statement|remarks?|judge?ment|praise|criticisms?|warning|view)"
    r"\s*(?::|,?\s+that)\s*$",
    re.I,
)
# "Page 17: “...”", below a heading that names the report
_PAGE_LABEL = re.compile(
    r"\W*(?:(?:On|From|At)\s+)?(?:[Pp]age|[Pp]aragraph|[Pp]ara\.?|[Ss]ection|[Pp]p?\.)\s*\d[\d.]*\s*(?:[:–—-]|\bsays:)\s*"
)
_WHAT_THEY_SAY = naming_rule(rf"\b{_BODY}\b", re.I)
_OF_OUR_OWN = rule(r"\b(?:our|we|us|my|respon\w+|reaction\w*|repl(?:y|ies)|answer\w*)\b", re.I)
_NOT_THEIRS = rule(
    r"\b(?:not(?!\s+(?:ours|mine|my\s+own|our\s+own)\b)|never|no|nor|without|wrongly|falsely|misquot\w+)\b|n[’']t\b",
    re.I,
)
# as "The second letter had this:", "The same report, three pages on:"
_HAD_THIS = naming_rule(
    r"(?:^|[\s(])(?:the|this|that|its|their)\s+(?:(?:same|second|first|third|latest|new|later|full|next|final|inspectors[’']|@inspectorate[’']s?)\s+){0,2}(?:report|letter)"
    r"(?:\s+(?:also\s+)?(?:has|had|offers?|offered|gives?|gave|includes?|included|contains?|contained)\s+(?:only\s+)?this(?:\s+to\s+say)?(?:\s+(?:on|about)\s+[^:;“”\"]{3,50})?"
    r"|,\s+(?:[\w-]+\s+)?(?:page|pages|paragraph|paragraphs|line|lines)\s+(?:\w+\s+)?(?:on|later|earlier|further\s+down))\s*:\s*$",
    re.I,
)
# "the sentence on page 9:", "On page five the card says:", where a report has been spoken of
_ON_PAGE = re.compile(
    r"\b(?:sentence|line|passage|paragraph|words)\s+(?:on|at\s+the\s+(?:foot|top|end)\s+of)\s+page\s+\w+(?:\s+(?:is|was|reads|says))?[:,]?\s*$"
    r"|^\W*(?:[Oo]n|[Aa]t)\s+(?:the\s+(?:foot|top|end)\s+of\s+)?(?:page\s+[\w-]+|the\s+(?:first|last|next|second|back)\s+page),?\s+(?:it|the\s+(?:report\s+)?card|the\s+document)\s+(?:says|said|reads|notes|adds)[:,]?\s*$"
)
# ", is the sentence that everyone remembers", "That's page two."
_IS_THE_SENTENCE = re.compile(
    r"\s*,?\s*(?:is|was)\s+(?:the|one)\s+(?:\w+\s+)?(?:sentence|line|passage|paragraph|finding)\b(?![^.]*\b(?:from|by|of)\s+(?:the\s+)?(?:leader|director|council|mayor|union))"
    r"|\W*(?:That|This|It)(?:[’']s|\s+is|\s+was)\s+(?:on\s+|from\s+)?page\s+[\w-]+\b"
)
_OF_A_REPORT = naming_rule(r"\b(?:reports?|letters?|report\s+card|@inspectorate)\b", re.I)
# the heading of what a report says, and of nobody's answer to it
_WHAT_IT_SAYS = naming_rule(
    r"^\W*(?:(?:Here[’']s\s+)?What\s+(?:(?:the|their|our)\s+)?(?:(?:latest|new|full|final)\s+)?(?:inspectors|reports?|letters?|report\s+card|inspectorates?|watchdogs?|regulators?|@inspectorate)\s+"
    r"(?:says?|said|found|finds|wrote|writes|(?:has|have|had)\s+to\s+say|tells?\s+us|told\s+us|thought|thinks?)"
    r"|(?:From|In)\s+the\s+(?:report|letter|inspectors[’']\s+(?:own\s+)?words)|In\s+(?:their|its)\s+own\s+words:?)\b",
    re.I,
)
_TOLD_WHEN = re.compile(
    r"\W*(?:[–—-]\s*)?(?:(?:that|this)(?:[’']s|\s+is|\s+was)\s+)?(?:in\s+|from\s+)?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+)?(?:(?:19|20)\d\d)?\W*"
)
_LABEL = re.compile(r"\W*On\s+[a-z][\w\s,’'-]{2,60}:\s*")
# "The letter's opening line is", "the phrase that stays with me from the report is"
_LINE_IS = naming_rule(
    rf"\b(?:{_BODY}[’']s?\s+(?:(?:own|opening|closing|first|last|final|key|best|worst|only|blunt|starkest|kindest)\s+)*{_WORDS}"
    rf"|{_WORDS}\s+(?:that|which)\s+[^“”\":;.]{{2,60}}?\s+(?:from|in|of)\s+(?:the|their|its)\s+(?:[\w’'\-]+\s+){{0,2}}?{_BODY})\s+(?:is|was|are|were|reads?|says?)[,:]?\s*$",
    re.I,
)
# what leads in a line of the report: "The line most likely to be read out is this one:"
_IS_THIS = rule(
    r"^\W*(?:But\s+|And\s+|Perhaps\s+)?(?:[Tt]he|[Oo]ne|[Mm]y|[Oo]ur|[Ii]ts)\s+(?:[\w’'\-]+\s+){0,3}(?:line|sentence|passage|paragraph|finding|words)\b[^“”\":;.]{0,90}?\b(?:is|was|are|were)(?:\s+(?:this|these)(?:\s+ones?)?)?\s*:\s*$",
)
_THAT_READS = rule(
    r"\b(?:passage|sentence|line|paragraph)\s+(?:that|which)\s+(?:reads|runs|says|begins|ends)[,:]?\s*$", re.I
)
# "One sentence has stayed with me:", where a report has been spoken of
_ONE_SENTENCE = rule(
    r"^\W*(?:But\s+|And\s+)?(?:[Oo]ne|[Aa]nother|[Tt]his|[Tt]he\s+(?:first|second|last|next|opening|closing|final|worst|best))\s+"
    r"(?:\w+\s+)?(?:sentence|line|passage|paragraph|phrase)\b[^“”\":.;]{0,80}:\s*$"
)
_SO_SAYS = rule(
    r"\W*(?:So|Thus)\s+(?:says?|said|writes?|wrote|runs|ran|reads?|finds?|found)\s+(?P<who>[^.;:“”\"]{3,90})"
)
_THAT_IS = naming_rule(
    rf"\W*(?:That|This|Those|These)\s+(?:is|was|are|were)\s+(?:[\w’'\-]+\s+){{0,5}}?{_WORDS}\s+(?:of|from|in)\s+(?:the|their|its)\s+"
    rf"(?:[\w’'\-]+\s+){{0,3}}?{_BODY}\b"
)
# what leads in or asks for the report's words: "Among the findings:", "Ofsted's verdict?"
_OF_THE_FINDINGS = naming_rule(
    r"^\W*(?:(?:Among|One\s+of|Some\s+of|Two\s+of|From|And)\s+)?(?:the|their|its|@inspectorate[’']s?|inspectors[’'])\s+(?:(?:key|main|other|headline|overall|blunt|first|own"
    r"|final|inspectors[’']|report[’']s|letter[’']s|@inspectorate[’']s?)\s+)*(?:findings?|conclusions?|verdict|recommendations?|praise|criticisms?)\s*(?::|\?|[–—-])\s*$"
    r"|^\W*(?:Among|One\s+of|Some\s+of)\s+(?:the|its|their)\s+(?:[a-z]+\s+){0,2}(?:strengths|weaknesses|concerns|failings|points|areas|issues|improvements|successes|criticisms)\s+"
    r"(?:noted|found|seen|identified|listed|highlighted|praised|raised|recorded|named|set\s+out|picked\s+out|singled\s+out)\s+(?:by\s+(?:the\s+)?(?:inspectors|@inspectorate|watchdog)|in\s+(?:the|their)\s+(?:report|letter))\s*:\s*$",
    re.I,
)
# as in "Ofsted's verdict was damning:"
_WAS_DAMNING = naming_rule(
    rf"^\W*(?:But\s+|And\s+)?(?:the\s+|their\s+|its\s+)?{_BODY}[’']?s?\s+(?:\w+\s+)?(?:verdict|conclusions?|findings?|judge?ment|report|letter|message|assessment|praise|words)\s+(?:is|was|were|are)\s+"
    r"(?!(?:that|not|never|no|by|said|read|wrong|welcomed|in\s+the\s+hands)\b)(?:[\w-]+\s*){1,4}:\s*$",
    re.I,
)
_LEADS_IN = naming_rule(
    r"\bin\s+(?:the\s+(?:inspectors[’']|report[’']s|letter[’']s)|their|its)\s+own\s+words\b"
    r"|^\W*(?:These|Those|Here)\s+are\s+(?:the\s+)?(?:inspectors[’']|report[’']s|@inspectorate[’']s?)\s+(?:own\s+)?(?:words|sentences)"
    r"(?:,\s+(?:and\s+)?not\s+(?:ours|mine))?\W*$"
    r"|^\W*(?:Here|This)\s+is\s+(?:some\s+of\s+|a\s+little\s+of\s+)?what\s+(?:the\s+)?(?:report|letter|inspectors|@inspectorate)\s+(?:has\s+to\s+say|says?|said"
    r"|writes?|wrote|found)\b"
    rf"|\b{_WORDS}\s+(?:of|from|in)\s+(?:the|their|its)\s+(?:[\w’'\-]+\s+){{0,2}}?{_BODY}\b[^.“”\"]{{0,60}}\b(?:is|was|are|were)\s+(?:this|these)\W*$",
    re.I,
)
# "Members noted that “...”, again in the words of the inspectors"
_IN_THEIR_WORDS = naming_rule(
    rf"\s*[,–—-]*\s*(?:(?:again|once\s+more|as\s+before|to\s+put\s+it|all|also|both)\s+)?(?:in\s+|to\s+(?:use|quote|borrow)\s+)(?:the\s+(?:own\s+)?(?:words|phrase|language)\s+of\s+"
    rf"(?:the\s+|their\s+|its\s+)?{_BODY}|(?:the\s+)?{_BODY}(?:[’']s?)?\s+(?:own\s+)?(?:words|phrase|language))\b"
    rf"|\s*,\s*as\s+(?:the\s+|its\s+)?{_BODY}\s+(?:put|puts|called|calls?|described?|describes|phrased|terms?|termed)\s+(?:it|them|this)\b",
    re.I,
)
# "So we read it, and here is what it says.", "We have copied out two bits.", above paragraphs of nothing but its words
_HERE_IT_IS = re.compile(
    r"\b[Hh]ere(?:[’']s|\s+is)\s+(?:some\s+of\s+|a\s+little\s+of\s+)?what\s+(?:it|they)\s+(?:says?|said|found)\W*$"
)
_OF_IT = re.compile(r"\b(?:[Ii]t|[Ll]etter|[Rr]eport|[Ii]nspectors)\b")
_OTHERS = re.compile(
    r"\b(?:surveys?|polls?|petitions?|stud(?:y|ies)|audits?|reviews?|leaflets?|newsletters?|speech(?:es)?|minutes|plans?|strateg(?:y|ies)|motions?|books?|e-?mails?)\b",
    re.I,
)
_READ_IT = re.compile(r"\b(?:read|opened|been\s+through)\s+(?:it|all|every)\b|\bpages\b")
_WE_QUOTE = re.compile(
    r"\W*(?:We|I)(?:[’']ve|\s+have)?\s+(?:quoted?|cop(?:y|ied)|print(?:ed)?|pick(?:ed)?|ch[oo]se|chosen|set|put)\s+(?:out\s+|down\s+)?(?:only\s+)?"
    r"(?:one|two|three|four|five|some|a\s+few|these)\s+(?:\w+\s+)?(?:bits|passages?|sentences?|lines?|paragraphs?)(?:\s+(?:of|from)\s+it)?(?:\s+(?:here|below|for\s+you))?\W*$"
)
_PAGE_ALONE = re.compile(r"\W*(?:\(?(?:page|pp?\.?|para(?:graph)?s?\.?|section)\s*[\d.,–-]+\)?)?\W*$", re.I)
_MOST_ABOVE = 12  # paragraphs of nothing but quotations below one line that leads them in


def _question(words: str) -> str:
    """The question that some words end with; blank: they end with none."""
    told = words.rstrip()
    return told[max(told.rfind(mark, 0, -1) for mark in ".!?") + 1 :] if told.endswith("?") else ""


def words_of_the_report(place: Place, memory: Memory, tail: str, following: str) -> Attribution | None:
    """The report, where the words before a quotation, after it or below it say that it is the report's."""
    catalogue = memory.catalogue
    span = Span(place.before.start, place.before.end).stripped(place.text)
    if (m := _WORDS_OF.of(catalogue).search(tail)) and not _NOT_THEIRS.search(tail) and not OTHER_REPORT.search(tail):
        return Attribution(
            "report", Span(place.before.end - len(tail) + m.start(), place.before.end).stripped(place.text)
        )
    if _LINE_IS.of(catalogue).search(tail) and not _NOT_THEIRS.search(tail) and not OTHER_REPORT.search(tail):
        return Attribution("report", span)
    if _IS_THIS.search(tail) and not _NOT_THEIRS.search(tail) and memory.told_of_a_report:
        if memory.thing is None or memory.thing.kind == "report":
            return Attribution("report", span)
    if _WAS_DAMNING.of(catalogue).match(tail) and not OTHER_REPORT.search(tail):
        return Attribution("report", span)
    asked = _question(place.before.of(place.text)) if not tail.strip() else ""
    if _OF_THE_FINDINGS.of(catalogue).search(asked or tail) and not OTHER_REPORT.search(tail):
        return Attribution("report", span)
    if (
        (_THAT_READS.search(tail) or _ONE_SENTENCE.match(tail))
        and not _NOT_THEIRS.search(tail)
        and memory.told_of_a_report
    ):
        thing = memory.thing
        if thing is None or thing.kind == "report":
            return Attribution("report", span)
    if (had := _HAD_THIS.of(catalogue).search(tail)) and not OTHER_REPORT.search(tail, had.start()):
        return Attribution("report", span)
    thing = memory.thing if _ON_PAGE.search(tail) or _IS_THE_SENTENCE.match(following) else None
    if thing is None or thing.kind == "report":
        if _ON_PAGE.search(tail) and memory.told_of_a_report:
            return Attribution("report", span)
        if (is_one := _IS_THE_SENTENCE.match(following)) and _after_a_report(place, catalogue, is_one.group()):
            begins = place.after.start
            said = Span(begins + is_one.start(), begins + is_one.end())
            return Attribution("report", said.stripped(place.text))
    if (below_it := _below_what_it_says(place, memory)) is not None:
        return below_it
    if (paged := _below_a_page(place, memory, place.before.of(place.text))) is not None:
        return paged
    if not _alone(place, place.segment, place.quote.start, place.quote.end):
        return None
    below = _below(place)
    for told in (following, below.span.of(place.text) if below is not None else ""):
        says = _SO_SAYS.match(told)
        who = object_of(says["who"], catalogue) if says else None
        if (who is not None and who.kind == "report") or _THAT_IS.of(catalogue).match(told):
            at = below.span if below is not None and told is not following else place.after
            return Attribution("report", at.stripped(place.text))
    return _led_in(place, memory)


def sentence_of_the_report(place: Place, memory: Memory, tail: str) -> Attribution | None:
    """The report, where a quotation stands right behind "the sentence in its report", whoever speaks of it."""
    m = _SENTENCE_OF.of(memory.catalogue).search(tail)
    if m is None and (quoted := _quoted_from_it(place, memory, tail)) is not None:
        return quoted
    if m is None or _NOT_THEIRS.search(tail) or OTHER_REPORT.search(tail) or not memory.told_of_a_report:
        return None
    return Attribution("report", Span(place.before.end - len(tail) + m.start(), place.before.end).stripped(place.text))


# "She quoted" or "and quoted from the foreword", right before the words
_QUOTED = re.compile(
    r"\b(?:[Ss]?[Hh]e|[Tt]hey|and|who|then|[A-Z][\w’'-]+)\s+(?P<it>(?:quot(?:ed|es)|cit(?:ed|es)|read(?:s|\s+out|\s+aloud)?)(?:\s+(?:from\s+)?(?:the|its|one|an?other|an?)\s+"
    r"(?:foreword|summary|conclusions?|paragraph|passage|sentence|line|page|section|finding)(?:\s+\d+)?(?:\s+(?:of|in|from)\s+it)?)?)\s*:\s*$"
)
_IT_HAS = re.compile(r"\b(?:[Tt]he|[Oo]fsted[’']s|[Tt]heir)\s+(?:\w+\s+)?(?:letter|report|inspectors)\b")
_OF_SOMEBODY = re.compile(
    r"\b(?:mother|father|mum|dad|parent|carer|grandmother|grandfather|resident|constituent|learner|student|worker|nurse|teacher|young\s+(?:person|man|woman)|girl|boy|child|survey"
    r"|e-?mail|book|poem|verse|minister|commissioner|union)s?[’']?s?\b[^.;]*\b(?:wrote|written|writes|said|told|sent|letters?|surveys?|e-?mails?|verse|poem)\b",
    re.I,
)


def _quoted_from_it(place: Place, memory: Memory, tail: str) -> Attribution | None:
    """The report, where somebody "quoted:" right behind sentences that speak of the letter, and of no other writer."""
    m = _QUOTED.search(tail)
    if m is None or place.order.get(place.segment.index, 0) < 1:
        return None
    above = place.document.body[place.order[place.segment.index] - 1].span.of(place.text)
    here = place.text[place.segment.span.start : place.quote.start]
    if _IT_HAS.search(here) is None or not memory.told_of_a_report:
        return None
    if _OTHERS.search(here) or any(each.search(x) for each in (_OF_SOMEBODY, OTHER_REPORT) for x in (above, here)):
        return None
    return Attribution(
        "report", Span(place.before.end - len(tail) + m.start("it"), place.before.end).stripped(place.text)
    )


def _after_a_report(place: Place, catalogue: Catalogue, said: str) -> bool:
    """Is the sentence before the quotation of a report, and of no other's words; or does ``said`` name one?"""
    words = place.text[place.segment.span.start : place.quote.start]
    before = sentences_of(words[: sentence_start(words)])[-1:]
    if not before:
        return bool(_OF_A_REPORT.of(catalogue).search(said)) or bool(re.search(r"\bpage\b", said))
    return any(_OF_A_REPORT.of(catalogue).search(x) and not OTHER_REPORT.search(x) for x in before)


def _below_what_it_says(place: Place, memory: Memory) -> Attribution | None:
    """A paragraph that is nothing but a quotation, or a label and one, below "What the inspectors said"."""
    heading = place.segments[place.segment.heading] if place.segment.heading is not None else None
    if heading is None or place.segment.index == heading.index:
        return None
    told = heading.span.of(place.text)
    if not _WHAT_IT_SAYS.of(memory.catalogue).match(told) or OTHER_REPORT.search(told):
        return None
    before = place.text[place.segment.span.start : place.quote.start]
    after = place.text[place.quote.end : place.after.end]
    words = place.quote.words(place.text)
    whole = (words[:1].isupper() and words.rstrip()[-1:] in (".", "!", "?")) or len(words.split()) > _A_SENTENCE
    if whole and (not re.search(r"[^\W_]", before) or _LABEL.fullmatch(before)):
        if _TOLD_WHEN.fullmatch(after) or (_LABEL.fullmatch(before) and after):
            return Attribution("report", heading.span)
    return None


_A_SENTENCE = 6  # words


def _below_a_page(place: Place, memory: Memory, tail: str) -> Attribution | None:
    """ "Page 17: “...”", where the heading above says that what stands below it is the report's."""
    heading = place.segments[place.segment.heading] if place.segment.heading is not None else None
    if heading is None or not _PAGE_LABEL.fullmatch(tail):
        return None
    told = heading.span.of(place.text)
    theirs = _WHAT_THEY_SAY.of(memory.catalogue).search(told)
    if theirs is None or _OF_OUR_OWN.search(told) or _NOT_THEIRS.search(told) or OTHER_REPORT.search(told):
        return None
    return Attribution("report", heading.span)


def in_their_words(following: str, catalogue: Catalogue) -> re.Match[str] | None:
    """The words right behind a quotation that say that it is the inspectors', whoever noted it."""
    said = _IN_THEIR_WORDS.of(catalogue).match(following)
    return said if said is not None and not OTHER_REPORT.search(said.group()) else None


def _led_in(place: Place, memory: Memory) -> Attribution | None:
    """The line above a run of paragraphs that hold nothing but quotations, when it says whose they are."""
    body, at = place.document.body, place.order.get(place.segment.index, 0)
    for above in reversed(body[max(0, at - _MOST_ABOVE) : at]):
        words = above.span.of(place.text)
        if _PAGE_ALONE.fullmatch(re.sub(r"[“”\"][^“”\"]{3,600}[“”\"]", "", words)):
            continue
        last = sentences_of(words)[-2:][::-1]
        if last and (_HERE_IT_IS.search(last[0]) or _WE_QUOTE.match(last[0])) and not _NOT_THEIRS.search(last[0]):
            thing, told = memory.thing, memory.told_of_a_report
            is_it = thing is None or thing.kind == "report" or _READ_IT.search(last[0]) is not None
            quoted = _HERE_IT_IS.search(last[0]) or (len(last) > 1 and _OF_IT.search(last[1]))
            others = _OTHERS.search(words) or OTHER_REPORT.search(words)
            return Attribution("report", above.span) if told and is_it and quoted and not others else None
        leads = _LEADS_IN.of(memory.catalogue).search(words)
        if leads is None or _NOT_THEIRS.search(words) or OTHER_REPORT.search(words):
            return None
        return Attribution("report", above.span)
    return None


def _alone(place: Place, segment: Segment, start: int, end: int) -> bool:
    """Is the paragraph nothing but the quotation and the page that it stands on?"""
    before, after = place.text[segment.span.start : start], place.text[end : place.after.end]
    return not re.search(r"[^\W_]", before) and bool(_PAGE_ALONE.fullmatch(after) or _SO_SAYS.match(after))


def _below(place: Place) -> Segment | None:
    at = place.order.get(place.quote.segments[-1])
    return place.document.body[at + 1] if at is not None and at + 1 < len(place.document.body) else None
