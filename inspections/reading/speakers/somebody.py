"""Words that somebody says whom the reader does not know: they are nobody else's."""

from __future__ import annotations

import re

from inspections.reading.people.first_names import sex_of
from inspections.reading.people.names import is_name
from inspections.reading.people.roles import PRIVATE
from inspections.reading.speakers.attribution import Attribution, Place
from inspections.reading.speakers.sentences import sentence_start
from inspections.reading.speakers.verbs import BODY_WORDS, SURE_VERBS

# a clause that leads to a quotation, with whom it is of: "A source close to the inspection said that it was"
_SAYS = re.compile(
    rf"(?:^|[,;:–—(]\s*|\b(?:but|and|although|while|as)\s+)(?P<who>[^,;:–—()“”\"]{{3,110}}?)\s+(?:also\s+|then\s+|later\s+|has\s+|had\s+)*"
    rf"(?:{SURE_VERBS}|tells?|told|confided|whispered|texted|tweeted|posted|e-?mailed)\b[^;:“”\"]{{0,80}}[:,]?\s*$"
)
_SOMEBODY = re.compile(
    r"\W*(?:(?:[Bb]ut|[Aa]nd|[Ss]till|[Yy]et)\s+)?(?:(?:[Aa]n?|[Oo]ne|[Tt]he|[Aa]nother|[Ss]ome|[Ii]ts|[Tt]heir|[Oo]ur|[Hh]is|[Hh]er|[Aa]nonymous|[Ss]enior|[Ff]ormer)\s+)*"
    r"(?:(?!(?:of|in|at|from|on|to|for|by|with|who|that|inspect\w*|report\w*|letter\w*)\b)[\w’'-]+\s+){0,3}?"
    r"(?P<head>(?i:sources?|insiders?|somebody|someone|anybody|person|people|officials?|officers?|staff|staffer|workers?|colleagues?|friends?"
    r"|whistle-?blowers?|observers?|onlookers?|campaigners?|critics?|activists?|governors?|reporters?|journalists?|chair(?:man|woman|person)?|secretary"
    r"|leaders?|members?|spokes\w+|directors?|managers?|councillors?|lawyers?|solicitors?|barristers?|consultants?|professors?|academics?|analysts?"
    r"|bloggers?|founders?|organisers?|volunteers?|trustees?|convenors?|vicars?|residents?))\b(?!\s+(?:inspect|report|letter))"
)


def somebody_else_says(place: Place, made: Attribution) -> bool:
    """Are these words, by their own sentence or what stands behind them, said by somebody else than ``made``?

    Nothing more is known of who says them: a stranger, gossip, or the report that a person only asks about.
    """
    if made.carried and _says_behind(place, made):
        return True
    if made.kind == "organisation":  # "Leader of the Conservative group Ian Lewis said"
        name = made.organisation or ""
        return name.count(" ") == 1 and _is_a_person(name)
    words = place.before.of(place.text)
    begins = sentence_start(words)
    if made.kind == "person" and _ASKED_ABOUT.search(words[begins:]):
        return True
    if made.kind != "report":
        return False
    bodies = BODY_WORDS.of(place.document.catalogue)
    if (told := _THEY_SAY.match(words[begins:])) is not None:
        return told["they"] is None or bodies.search(words, begins + told.end()) is not None
    says = _SAYS.search(words[begins:])
    if says is None or _ASKED_LEAVE.search(says.group()):
        return False
    if not made.carried and made.span is not None:  # the report is told of in the clause itself
        lead = len(says["who"]) - len(says["who"].lstrip())
        if made.span.start > place.before.start + begins + says.start("who") + lead:
            return False
        if bodies.search(says.group()[says.end("who") - says.start() :]):
            return False
    who = says["who"]
    if (private := _THAT_SOMEBODY.search(who)) is not None and not bodies.search(who, private.end()):
        return True
    head = _SOMEBODY.match(who)
    if head is not None:
        return bodies.search(who[: head.end()]) is None
    return _is_a_person(" ".join(who.split()[-2:])) and not bodies.search(who)


# "“They would get an F,” said Joy Asante of Foster Fairly."
_SAID_BY = re.compile(
    rf"\W*(?:{SURE_VERBS})\s+(?P<who>(?:an?\s+|one\s+|the\s+|its\s+|their\s+)?(?:[\w’'-]+\s+){{0,5}}?(?-i:[A-Z])[\w’'-]+(?:\s+[A-Z][\w’'-]+)?)[^.;“”\"]{{0,80}}(?:[.;:]|$)"
)


# "the sentence that a boy of fourteen once said to me"
_THAT_SOMEBODY = re.compile(rf"\b(?:that|which|what)\s+(?:an?|one)\s+(?:\w+\s+)?(?:{PRIVATE.pattern})\b")
# "asked about the sentence in paragraph 14 (“...”)": whoever asks did not write it
_ASKED_ABOUT = re.compile(
    r"\basked\s+(?:about|after|why|what|how|for)\b[^.;“”\"]*\b(?:sentence|paragraph|line|phrase|words|passage|finding|remark|comment)s?\b[^.;“”\"]{0,40}[(–—,:-]\s*$"
)
_ASKED_LEAVE = re.compile(r"\b(?:asked|asks|begged)\s+(?:leave|permission|to)\b")  # to read from it
# what is only told about
_THEY_SAY = re.compile(
    r"\W*(?:But\s+|And\s+)?(?:(?:(?P<they>They)|People|Some|Folk|Locals)\s+(?:will\s+)?(?:say|tell\s+(?:me|you|us)|claim|reckon)\b|(?:Rumour|Legend|Word|Gossip)\s+(?:has\s+it|is)\b"
    r"|It\s+is\s+(?:said|rumoured|claimed|whispered)\b|(?:I|We)\s+(?:hear|heard|gather)\b|Apparently\b|Allegedly\b)"
)


def _says_behind(place: Place, made: Attribution) -> bool:
    """Does what stands behind a quotation say who said it: nobody that these words are given?"""
    said = _SAID_BY.match(place.text, place.after.start, place.after.end)
    if said is None or BODY_WORDS.of(place.document.catalogue).search(said["who"]):
        return False
    return made.kind == "report" or (made.speaker or "-").split()[-1] not in said.group()


def _is_a_person(name: str) -> bool:
    """Is it a first name and another: somebody, and no organisation?"""
    return " " in name and is_name(name) and bool(sex_of(name))
