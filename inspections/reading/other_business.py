"""Words of somebody about a library, the bins or council tax, on a page that tells of an inspection as well."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspections.reading.quotations import Quotation
from inspections.reading.rules import rule
from inspections.reading.speakers.attribution import Attribution
from inspections.reading.where_told import told_in_order

if TYPE_CHECKING:
    from inspections.reading.work import Work

_BUSINESS = (
    r"(?:librar(?:y|ies)|bins?|bin\s+\w+|refuse|recycling|potholes?|pavements?|parking|bus(?:es)?|cycl(?:e|ing)\s+\w+|swimming\s+(?:pools?|baths)"
    r"|leisure\s+cent(?:re|er)s?|parks?|playgrounds?|market(?:\s+(?:hall|place|square|traders))?|high\s+street|town\s+centre|council\s+tax|bridges?|flood\w*"
    r"|planning\s+(?:applications?|permission)|housing\s+(?:estate|scheme|development|plan)s?|football|stadium|festival|carnival|museums?|theatres?"
    r"|toilets|cemeter(?:y|ies)|crematorium|allotments|by-elections?|local\s+elections|reorganisation|devolution|trams?|trains?|street\s*lights?|fly-tipping"
    r"|gritt\w+|roadworks|bypass|roundabout|solar\s+\w+|wind\s+farm|net\s+zero|climate|beach(?:es)?|pier|harbour|fireworks|Christmas\s+\w+)"
)
# "Asked about the budget", "On the bin strike", "said of the new library"
_ON_IT = rule(
    r"(?:(?:^|[.!?]\s+)\W*(?:And\s+|But\s+|Meanwhile,?\s+)?(?:On|Of|About|Regarding|Concerning|As\s+for|Turning\s+to|Moving\s+(?:on\s+)?to)|\b(?:[Aa]sked|[Qq]uestioned|[Pp]ressed|[Ss]poke|[Ss]peaking|said|talked|talking)\s+(?:about|of|on))\s+"
    rf"(?:[\w’'-]+\s+){{0,4}}?(?:{_BUSINESS}|budgets?|cuts|savings|rumours|future|pay\s+rises?|expenses|allowances)\b"
)
# "The new swimming pool opened on Monday. Cllr Lee said": not of what happened in a park or near it
_TOLD_OF = rule(rf"(?<!\w)(?P<what>{_BUSINESS})\b", re.I)
_A_PLACE = re.compile(
    r"\b(?:at|in|outside|inside|near|from|to|around|across|through|by|beside|opposite)\s+(?:[\w’'-]+\s+){0,3}$",
    re.I,
)
# "In other news", "Separately": of something else than what came before
_TURNS = rule(
    r"(?:^|[.!?]\s+)\W*(?:In\s+other\s+(?:news|business)|Separately|Elsewhere\s+(?:on\s+the\s+agenda|at\s+the\s+meeting|in\s+the\s+(?:borough|county|city|town))|On\s+(?:an?other|a\s+different|an\s+unrelated)\s+(?:matter|subject|topic|issue))\b"
)
# what an inspection is of, and who tells of it
_OF_THIS = rule(
    r"\b(?:inspect\w*|Ofsted|CQC|watchdogs?|regulators?|reports?|letters?|grades?|rating|rated|judged?|judge?ments?|verdict|findings?|assess\w*"
    r"|child\w*|famil(?:y|ies)|young|social\s+work\w*|care|carers?|safeguarding|SEND|special\s+\w+|adoption|foster\w*|youth|learners?|result|improve\w*)\b",
    re.I,
)
_OF_ONE = rule(
    r"\b(?:inspect\w*|Ofsted|CQC|watchdogs?|report|letter|graded?|rating|rated|judged?|judge?ments?|verdict|findings?|social\s+(?:work\w*|care)|care\s+leavers?|in\s+care|foster\w*"
    r"|safeguarding|SEND|caseloads?|personal\s+advisers?)\b",
    re.I,
)


def of_other_business(work: Work, quote: Quotation, said: Attribution) -> bool:
    """Does the paragraph lead to the words with other business of a council, and with nothing that is inspected?"""
    text = work.context.text
    begins = work.context.document.segments[quote.segments[0]].span.start
    if any(begins <= at < quote.end for at, _ in told_in_order(work)) or _OF_ONE.search(quote.words(text)):
        return False
    before = text[begins : quote.start]
    for words in filter(None, (said.role, said.organisation, said.speaker)):
        before = before.replace(words, " ")
    if _OF_THIS.search(before):
        return False
    if _ON_IT.search(before) or _TURNS.search(before):
        return True
    return any(not _A_PLACE.search(before, max(0, m.start() - 60), m.start()) for m in _TOLD_OF.finditer(before))
