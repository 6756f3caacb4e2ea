"""Words that a page takes from another day than its own: from a letter, a foreword, a meeting told of before them,
from what inspectors were told, or from somebody quoted in a debate.

The day is told where the page tells it of the letter or of the meeting; it is nobody's guess where it does not.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Literal

from inspections.reading.dates import dates
from inspections.reading.dates.calendar_words import WEEKDAY, month_bounds, real_day
from inspections.reading.dates.mentions import Mention
from inspections.reading.dates.relative import from_anchor
from inspections.reading.facts import When
from inspections.reading.quotations import Quotation
from inspections.reading.rules import rule
from inspections.reading.speakers.attribution import Attribution
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work

Elsewhere = When | Literal["another day"] | None

_PAPER = (
    r"(?:letters?|forewords?|preface|memoirs?|autobiography|diary|diaries|e-?mails?|memo|speech|lecture|sermon|blog|column"
    r"|newsletters?|leaflets?|report|evidence|book|submission|resignation|manifesto)"
)
_OWN = r"(?:an?|the|his|her|its|their|that|one|another)"
# the page's own writer is written to: on a day near the page's, as when they are spoken to
_TO_THE_PAGE = r"(?!\s+to\s+(?:us|me|this|the\s+[A-Z]\w+(?:\s+[A-Z]\w+)?\s*[,:]?\s*[“\"]))"
# "wrote in his foreword", "warned in her last report to ministers"
_IN_A_PAPER = rule(rf"\b(?:in|from)\s+{_OWN}\s+(?:[\w’\-]+\s+){{0,3}}?{_PAPER}\b{_TO_THE_PAGE}")
# "Her letter ended", "The letter, of which we have a copy, says", "wrote every member a letter"
_A_PAPER_SAYS = rule(
    r"\b(?:His|Her|Their|his|her|their|whose)\s+(?:[\w’\-]+\s+){0,2}?(?:letter|e-?mail|foreword|memo|note|message|leaflet|speech|book)\b"
    r"(?:,[^,“”\"]{0,60},)?\s+(?:also\s+|then\s+)?(?:says|said|ended|ends|began|begins|reads|goes\s+on|went\s+on|continue[sd]"
    r"|add(?:s|ed)|runs|ran|concludes|concluded|opens|opened|called|calls|asks|asked)\b"
)
_WROTE_TO = rule(
    r"\bwrote\s+(?!(?:back\s+)?to\s+(?:us|me)\b)(?:(?:back\s+)?to\s+(?:the\s+|all\s+|every\s+|each\s+|her\s+|his\s+|our\s+|their\s+)?\w+"
    r"|every\s+\w+|(?:me|him|her|them)\s+an?\b)"
)
_OF_THE_PAPER = re.compile(
    r"\b(?:wrote|written|writing|letters?|e-?mails?|e-?mailed|dated|sent|foreword|report|evidence|memo)\b[^.;“”\"]{0,70}$",
    re.I,
)
# "told inspectors", "as one mother told the assessors"
_TO_INSPECTORS = rule(
    r"\b(?:told|said\s+to|explained\s+to|assured|spoke\s+to)\s+(?:the\s+|our\s+|his\s+|her\s+|Ofsted[’']s\s+)?(?:lead\s+)?(?:inspectors?|assessors?|inspection\s+team)\b"
)
_TOLD_US = re.compile(r"\b(?:told|said\s+to)\s+(?:us|me)\b")
_SAYS_NOW = re.compile(
    r"\b(?:says|writes|adds|tells|thinks|believes|explains|insists|admits|argues|recalls|reflects|puts|warns|reckons|jokes"
    r"|laughs|sighs|shrugs|smiles|asks|replies|points|remembers|claims|agrees)\b"
)
_TOLD_THE_PAGE = rule(r"\b(?:told|speaking\s+to)\s+(?:us|me|this|the\s+(?:[A-Z]\w+))\b|\basked\s+(?:by|about)\b")
# "said then", "told the cabinet of the day", "said after the November inspection"
_AT_THAT_TIME = rule(
    r"\b(?:said|told|wrote|warned|claimed|promised|admitted|called|described|insisted|added)\b[^.;“”\"]{0,60}?"
    r"(?:\b(?:then\b(?!\s+(?:that|there|he|she|they))|back\s+then|at\s+the\s+time|of\s+the\s+(?:day|time)\b(?!\s+of))"
    r"|\bafter\s+the\s+(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d"
    r"|first|second|last|previous|earlier)\s+(?:[\w\-]+\s+){0,2}(?:inspection|visit|report|assessment))"
)
# "told us last week", "said earlier this month", "claimed in a leaflet in the autumn"
_LATELY = rule(
    r"\b(?:said|told|wrote|warned|claimed|promised|admitted|insisted|remarked)(?:\s+(?:us|me|it|that|(?:the\s+)?[A-Z]\w+|this\s+\w+|reporters|members|parents"
    r"|staff|councillors))?\s+(?:last\s+(?:week|month|year|spring|summer|autumn|winter)|earlier\s+this\s+(?:week|month|year)"
    r"|in\s+the\s+(?:spring|summer|autumn|winter|new\s+year)|(?:some|a\s+few|two|three|several)\s+(?:weeks|months|years)\s+ago)\b"
)
_OPENS_THEN = re.compile(r"\W*(?:But\s+|And\s+)?(?:Back\s+)?(?:[Ii]n|[Oo]n|[Dd]uring)\s+(?:[Ee]arly\s+|[Ll]ate\s+)?$")
_BACK = re.compile(r"\W*(?:But\s+|And\s+)?Back\s")
_SAID = re.compile(r"\b(?:said|told|warned|wrote|called|claimed|promised|admitted|insisted|declared|described)\b")
_LONG_AGO = 60  # days
# "in September" right behind a verb of saying, at the end of its sentence
_SAID_IN = re.compile(
    r"\b(?:said|told\s+(?:us|me|the\s+[A-Z]\w+)|wrote|warned|added|commented|remarked|admitted|declared)\s+(?:back\s+)?(?:in\s+)?(?:early\s+|late\s+)?$"
)
_ENDS = re.compile(r"\s*(?:[.:,;!?]|$|[“\"])")
_SITTING = (
    r"(?:meeting|committee|cabinet|council|executive|panel|board|conference|assembly|briefing|chamber|hearing|debate|hustings"
    r"|session|summit|forum|rally|launch|surgery|motion|petition|vigil|inquest|protest|picket|demonstration|Town\s+Hall|County\s+Hall"
    r"|steps|chapel|synod)"
)
_CAME_TOGETHER = (
    r"(?:met|sat|spoke|gathered|debated|discussed|considered|apologised|resigned|rose|stood\s+up|gave\s+evidence|appeared|presented"
    r"|addressed|moved|handed|defended)"
)
# "moved the motion at the Town Hall on", "discussed the report on"
_OF_THE_OCCASION = re.compile(
    rf"\b(?:{_SITTING}|{_CAME_TOGETHER})\b(?![^.;“”\"]*\b(?:inspect|publish|report\s+(?:of|came)|visit))[^.;“”\"]{{0,50}}?\b[Oo]n\s+(?:the\s+(?:evening|morning|night)\s+of\s+)?$"
)
_TO_COME = re.compile(
    r"\b(?:would|will|shall|due\s+to|going\s+to|plans?|planned|next|ahead\s+of|before|until|expected|said|says|told)\b[^.;]*$",
    re.I,
)
_DAY_S_SITTING = re.compile(rf"(?:[’']s|\s+night[’']s)\s+(?:[\w\-]+\s+){{0,2}}?{_SITTING}\b")
ANY_OCCASION = rule(rf"\b{_SITTING}\b")
_PAGE_S_YEAR = 150  # days: how far back a day without a year is looked for


def elsewhere(work: Work, quote: Quotation, said: Attribution) -> Elsewhere:
    """The day that a page tells of the letter or meeting that words are from; ``another day`` when it tells none."""
    if said.span is None:
        return None
    own, before = own_sentence(work, quote, said), sentences_before(work, quote, said)
    if _I_TOLD.search(said.span.of(work.context.text)) is not None:
        return "another day"  # what a writer or speaker said before
    return (
        _from_a_paper(work, own, before)
        or _at_that_time(work, own, before, said)
        or _on_an_occasion(work, quote, said, own, before)
        or _the_same_day(work, quote, said, own)
        or _before_a_sitting(work, quote, [own, *(before[:1] if by_pronoun(work.context.text, own, said) else ())])
        or _to_inspectors(work, own)
        or _quoted_in_parliament(work, own)
    )


# "said the same day": the day told last
_I_TOLD = re.compile(r"\bI\s+(?:\w+ly\s+|also\s+|then\s+|had\s+)?(?:told|said|wrote|asked|replied|answered|promised)\b")
_SAME_DAY = re.compile(
    r"\b(?:the|that)\s+(?:very\s+)?same\s+(?P<what>day|morning|afternoon|evening|night|week|month)\b"
)
# "I asked about this at full council on 21 February. The leader told me": on that day
_I_ASKED = re.compile(
    r"\W*(?:So\s+|And\s+|But\s+)?(?:I|We)\s+(?:\w+\s+)?(?:asked|put|raised|pressed|challenged|questioned|moved)\b"
)
_ANSWERED = re.compile(r"\b(?:told|answered|replied|said|assured|promised)\b")


def _the_same_day(work: Work, quote: Quotation, said: Attribution, own: Span) -> Elsewhere:
    """The day told just before, of words said on the same day, or in answer at a sitting of that day."""
    about = work.context
    text, segments = about.text, about.document.segments
    begins = segments[quote.segments[0]].span.start
    before = sentences_before(work, quote, said)
    if (same := _SAME_DAY.search(text, own.start, own.end)) is not None:
        if same["what"] in ("week", "month"):
            return "another day"
        above = about.document.body_before(begins, 1)
        where = Span(above[0].span.start if above else begins, own.start + same.start() - own.start)
        days = [d for d in dates(text, where, about.anchor) if d.precision == "day" and not work.is_quoted(d.span)]
        return with_its_year(work, days[-1]) or "another day" if days else "another day"
    if not before or not _I_ASKED.match(text, before[0].start) or not _ANSWERED.search(text, own.start, own.end):
        return None
    if not ANY_OCCASION.search(text, before[0].start, before[0].end):
        return None
    asked = [d for d in dates(text, before[0], about.anchor) if d.precision == "day"]
    return with_its_year(work, asked[0]) or "another day" if len(asked) == 1 else None


def own_sentence(work: Work, quote: Quotation, said: Attribution) -> Span:
    """The sentence that says who said it, without the words said."""
    assert said.span is not None
    text, at = work.context.text, said.span.start
    if at < quote.start:
        number = work.before(at + 1)
        begins = work.starts[number - 1] if number else at
        return Span(begins if begins <= at else at, max(said.span.end, min(quote.start, begins + 600)))
    ends = re.compile(r"[.!?](?:\s|$)|[“\"]|\n").search(text, said.span.start)
    return Span(at, max(said.span.end, min(ends.start() if ends else len(text), at + 200)))


def sentences_before(work: Work, quote: Quotation, said: Attribution) -> list[Span]:
    """The sentences of the same paragraph before it, the nearest first."""
    assert said.span is not None
    near = work.context.document.segment_at(min(said.span.start, quote.start))
    if near is None:
        return []
    first, last = work.before(near.span.start), work.before(min(said.span.start, quote.start))
    found = [n.span for n in work.named[first:last] if n.segment.index == near.index]
    return [s for s in reversed(found) if s.end <= min(said.span.start, quote.start)]


def _from_a_paper(work: Work, own: Span, before: list[Span]) -> Elsewhere:
    text = work.context.text
    if _IN_A_PAPER.search(text, own.start, own.end) or _WROTE_TO.search(text, own.start, own.end):
        return _day_of_the_paper(work, [own]) or "another day"
    if _A_PAPER_SAYS.search(text, own.start, own.end):
        return _day_of_the_paper(work, [own, *before[:1]]) or "another day"
    return None


def _day_of_the_paper(work: Work, where: list[Span]) -> When | None:
    about = work.context
    for span in where:
        found = [
            d
            for d in dates(about.text, span, about.anchor)
            if d.precision == "day" and _OF_THE_PAPER.search(about.text[span.start : d.span.start])
        ]
        if len(found) == 1:
            return with_its_year(work, found[0])
        if found:
            return None
    return None


def with_its_year(work: Work, day: Mention) -> When | None:
    """A day as it stands; without a year the last such day before the page's own, when that is not long ago."""
    if day.known and day.edtf:
        return day.when() if not day.edtf.startswith("XXXX") else None
    anchor, m = work.context.anchor, re.fullmatch(r"XXXX-(\d\d)-(\d\d)", day.edtf or "")
    if m is None or type(anchor) is not date:
        return None
    for year in (anchor.year, anchor.year - 1):
        then = real_day(year, int(m[1]), int(m[2]))
        if then is not None and 0 <= (anchor - then).days <= _PAGE_S_YEAR:
            return Mention(day.span, str(then), then, then, "day", None, True, from_anchor(anchor), "derived").when()
    return None


def _at_that_time(work: Work, own: Span, before: list[Span], said: Attribution) -> Elsewhere:
    """ "told the cabinet of the day", "In 2016 she said", "he said in September", "told us last week" """
    about = work.context
    text = about.text
    if _AT_THAT_TIME.search(text, own.start, own.end) or _LATELY.search(text, own.start, own.end):
        return "another day"
    if before and by_pronoun(text, own, said) and _LATELY.search(text, before[0].start, before[0].end):
        return "another day"
    for d in dates(text, own, about.anchor):
        left = text[own.start : d.span.start]
        if _SAID_IN.search(left) and d.precision == "month" and _ENDS.match(text, d.span.end):
            return _month(work, d) or "another day"
        if not _OPENS_THEN.fullmatch(left) or not _SAID.search(text, d.span.end, own.end):
            continue
        anchor = about.anchor
        if _BACK.match(left):
            return _month(work, d) or "another day" if d.precision == "month" else "another day"
        if type(anchor) is date and d.latest is not None and (anchor - d.latest).days > _LONG_AGO:
            return "another day"
    return None


def _month(work: Work, d: Mention) -> When | None:
    """A month as it stands; without a year the last such month that was over before the page's day."""
    if d.known and d.edtf and not d.edtf.startswith("XXXX"):
        return d.when()
    anchor, m = work.context.anchor, re.fullmatch(r"XXXX-(\d\d)", d.edtf or "")
    if m is None or type(anchor) is not date:
        return None
    number = int(m[1])
    if number == anchor.month:
        return None
    year = anchor.year - (number > anchor.month)
    first, last = month_bounds(year, number)
    return Mention(
        d.span, f"{year}-{number:02}", first, last, "month", None, True, from_anchor(anchor), "derived"
    ).when()


def by_pronoun(text: str, own: Span, said: Attribution) -> bool:
    """Is the speaker called by a pronoun, so that they are the one told of just before?"""
    assert said.span is not None
    return re.search(r"\b(?:[Hh]e|[Ss]he|[Tt]hey)\b", said.span.of(text)) is not None


def _on_an_occasion(work: Work, quote: Quotation, said: Attribution, own: Span, before: list[Span]) -> Elsewhere:
    """The day of the meeting that the paragraph has told of, where the same speaker goes on in it."""
    about = work.context
    text = about.text
    words = own.of(text)
    if _SAYS_NOW.search(words) or _TOLD_THE_PAGE.search(words):
        return None
    name = said.speaker.split()[-1] if said.speaker else None
    for span in before:
        if not (ANY_OCCASION.search(text, span.start, span.end) or re.search(_CAME_TOGETHER, span.of(text))):
            continue
        told = span.of(text)
        goes_on = by_pronoun(text, own, said) or re.match(r"\W*(?:Its|Their)\s", words) is not None
        if not (goes_on or (name is not None and name in told)):
            continue
        for d in dates(text, span, about.anchor):
            if d.precision != "day" or work.is_quoted(d.span):
                continue
            left = text[span.start : d.span.start] + ("on " if d.span.of(text)[:3].lower() == "on " else "")
            held = _DAY_S_SITTING.match(text, d.span.end) or _OF_THE_OCCASION.search(left)
            if held and not _TO_COME.search(left):
                return with_its_year(work, d) or "another day"
        if re.search(rf"\b{WEEKDAY}[’']s\b", told):
            return None
    return None


# "told the authority", "told its board": a meeting whose day stands where it is told of
_TOLD_A_SITTING = rule(
    rf"\b(?:told|addressed|assured|reminded)\s+(?:the|its|their|his|her)\s+(?:[\w’\-]+\s+){{0,3}}?(?:{_SITTING}|authority|members|councillors|trustees|governors)\b"
)
_MET_ON = re.compile(r"\b(?:met|sat|gathered|(?:meeting|session)\s+(?:was\s+)?held|came\s+together)\s+(?:on\s+)?$")


def _before_a_sitting(work: Work, quote: Quotation, told: list[Span]) -> Elsewhere:
    """The day on which the body met that was told it, as the paragraph or the one before it says."""
    about = work.context
    text = about.text
    own = next((span for span in told if _TOLD_A_SITTING.search(text, span.start, span.end)), None)
    if own is None:
        return None
    begins = min(about.document.segments[quote.segments[0]].span.start, own.start)  # it may be told a paragraph above
    above = about.document.body_before(begins, 1)
    where = Span(above[0].span.start if above else begins, own.start)
    days = [d for d in dates(text, where, about.anchor) if d.precision == "day" and not work.is_quoted(d.span)]
    met = [d for d in days if _MET_ON.search(text[where.start : d.span.start])]
    return with_its_year(work, met[0]) or "another day" if len(met) == 1 else None


def _to_inspectors(work: Work, own: Span) -> Elsewhere:
    """Who tells inspectors something tells it while they are there."""
    text = work.context.text
    if _TO_INSPECTORS.search(text, own.start, own.end):
        return "another day"
    if work.family.voice == "inspectorate" and _TOLD_US.search(text, own.start, own.end):
        return "another day"
    return None


def _quoted_in_parliament(work: Work, own: Span) -> Elsewhere:
    """Whom a member quotes in the House spoke on a day before."""
    return "another day" if work.family.voice == "parliament" else None
