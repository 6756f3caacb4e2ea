"""Quotations that their own source takes back, or reports as a false claim: nobody's finding."""

from __future__ import annotations

import re

from inspections.reading import rules
from inspections.reading.document import Document
from inspections.reading.inspectorates import naming_rule
from inspections.reading.quotations import Quotation
from inspections.reading.rules import rule

_NOBODY = (
    r"No\s+(?:@short\s+|such\s+|inspection\s+)?(?:report|inspector|letter|words?)\s+(?:says?|said|contains?"
    r"|was|were|appear)"
    r"|nobody\s+(?:said|wrote|did)|no\s+such\s+words|made\s+up|not\s+quotations?\s+from|we\s+(?:now\s+)?withdraw"
)
# each of them a rule of its own, which is tried only where its own words stand
_AFTER = tuple(
    naming_rule(rf"\b(?:{words})\b", re.I)
    for words in (
        _NOBODY,
        (
            r"(?:those|these|the|that|which|they)\s+(?:(?:words?|quotations?|quotes?|phrases?|lines?|remarks?)\s+)?(?:was|were|is|are)\s+"
            r"(?:[^.;“”\"]{0,60}\b)?(?:not|never)\s+(?:by\s+|from\s+|those\s+of\s+|in\s+)?(?:@inspectorate|(?:the\s+|its\s+)?(?:inspectors?|report"
            r"|letter|watchdog))"
        ),
        r"(?:should|ought\s+to)\s+(?:not\s+)?have\s+been\s+(?:attributed|credited)",
        r"(?:was|were|is|are)\s+(?:in\s+fact\s+|actually\s+)?(?:those\s+of|said\s+by|used\s+by|written\s+by|spoken\s+by)\s+[^.;“”\"]{2,70},?\s+not\s",
        (
            r"(?:it|they|(?:the\s+)?@inspectorate|inspectors?|(?:the\s+|these\s+|those\s+|that\s+)(?:reports?|letters?|inspectors?"
            r"|words?|watchdog|phrase))\s+"
            r"(?:never|did\s+not|does\s+not|do\s+not|didn[’']t|doesn[’']t|don[’']t)\s+(?:say|said|write|wrote|appear|use"
            r"|used|contain)\w*(?!\s+(?:why|when|how|what|who|where|whether|which|every\w+|all|much|more|how\s+\w+)\b)"
        ),
        (
            r"(?:it|they|that|this|those|these|(?:those|these|the|such)\s+(?:words?|quotations?|quotes?|phrases?|lines?))\s+"
            r"(?:is|are|was|were|can|could)(?:n[’']t|not|\s+not|\s+nowhere)\s+(?:be\s+(?:found\s+)?)?(?:there|anywhere|in\s+(?:it|either"
            r"|any|the\s+(?:report|letter|document)))"
        ),
        (
            r"(?:it|they|(?:those|these|the|such)\s+(?:words?|quotations?|quotes?|phrases?|lines?))\s+(?:is|are|was|were|appears?)\s+"
            r"(?:in\s+neither|nowhere)\b"
        ),
        (
            r"(?:has|have|had|was|were)\s+(?:(?:since|now|later|then)\s+(?:been\s+)?|been\s+)(?:withdrawn|retracted|corrected|deleted|removed"
            r"|disowned|apologised)(?!\s+(?:this|these)\b\s*(?:[.,;]|$))"
        ),
        r"(?:since|later|then)\s+(?:withdrew|retracted|corrected|deleted|removed|disowned|apologised)(?!\s+(?:this|these)\b\s*(?:[.,;]|$))",
        r"(?:they|it|he|she|(?:the\s+)?@inspectorate|inspectors)\s+(?:said|wrote|found|did)\s+(?:no\s+such\s+thing|nothing\s+of\s+the\s+(?:kind|sort))",
        r"that\s+(?:is|was)\s+how\s+[^.;“”\"]{3,60}?\s(?:read|reads|took|takes|understood|saw|sees|interpret(?:s|ed))",
        (
            r"(?:this|that|these|those|it|which|they|the\s+(?:words?|claims?|quotations?|statements?))\s+(?:was|were|is"
            r"|are)\s+"
            r"(?:not\s+true|simply\s+false|false|untrue|wrong|invented|inaccurate|not\s+(?:quotations?|words))"
        ),
    )
)
# of the same paragraph alone: "They had not." may answer what was asked or supposed in the words
_DENIED_AT_ONCE = naming_rule(
    r"\b(?:(?:they|it|he|she|(?:the\s+)?@inspectorate|inspectors)\s+(?:did|does|do|had|has|have)\s+(?:not|no\s+such\s+thing|nothing\s+of\s+the\s+(?:kind"
    r"|sort))(?=\s*[.;]|\s*$))",
    re.I,
)
_BEFORE = naming_rule(
    r"\b(?:nowhere\s+(?:says?|does)|does\s+not\s+say|did\s+not\s+say|never\s+(?:said|wrote|used)|not\s+the\s+words?"
    r"|wrongly|falsely|incorrectly|mistakenly|misquot\w+|(?<!statement\s)attributed\s+to|sorry\s+for\s+(?:the|our)\s+\w+)\b[^.]{0,90}$"
    r"|\b(?:nor|neither|never|nowhere|not\s+once|at\s+no\s+(?:point|time|stage)|in\s+no\s+way)\b[^.;“”\"]{0,80}"
    r"\b(?:did|do|does|has|have|had)\s+(?:[\w’'-]+\s+){1,6}?(?:say|said|write|written|call|called|use|used|describe[ds]?)\b[^.“”\"]{0,80}$"
    r"|\b(?:wrongly|falsely|incorrectly|mistakenly)\s+(?:quoted|reported|attributed|cited)\b[^.“”\"]{0,170}$"
    r"|\b(?:leaflets?|flyers?|(?:a|our|this|one|the)\s+(?-i:posts?)|newsletters?|tweets?|adverts?"
    r"|letters?\s+to\s+residents|(?<!about\s)rumours?)\b[^.]{0,60}"
    r"\b(?:claim\w*|told|said|says|stated|suggested|quot\w+|contain\w*|attribut\w+|headed|describ\w+"
    r"|call\w*|has|have|had)\b[^.]{0,140}$"
    r"|\b(?:earlier|previous|original|first|printed)\s+version\s+of\s+(?:this|the|our)\s+(?:story|article|page|report|release|piece|post)\b[^.]{0,180}$"
    r"|\b(?:this|the|our)\s+(?:story|article|page|piece|post)\s+(?:originally|previously|first|at\s+first)\b[^.]{0,140}$"
    r"|\b(?:claim\w*|allege\w*)\s+(?:that\s+)?(?:(?:the\s+)?@inspectorate|inspectors|the\s+(?:report|letter|inspectors"
    r"|watchdog))\b[^.]{0,80}$"
    r"|\bwe\s+(?:said|wrote|printed|claimed|published)\b[^.]{0,80}$"
    r"|\bit(?:[’']s|\s+is|\s+was)\s+(?:simply\s+|just\s+)?(?:not\s+(?:true|the\s+case|right|correct|so)|untrue|false|wrong|nonsense|a\s+myth)\s+(?:that|to\s+say)\b[^.“”\"]{0,90}$"
    r"|\b(?:withdr(?:awn?|ew)|retract(?:ed|s)|delet(?:ed|es)|took\s+down|taken\s+down|pulled|removed)\s+(?:an?|the|its|their|his|her|our)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:press\s+release|release|statement|story|article|post|tweet|page|quotation|quote|leaflet|remark|comment)\b[^.“”\"]{0,90}$"
    r"|\b(?:should|could|would|might|must|ought\s+to)\s+(?:not\s+|never\s+|well\s+)?have\s+(?:said|written|told|added|found|concluded)\b[^.“”\"]{0,60}$"
    r"|\b(?:nobody|no[\s-]one|none\s+of\s+(?:them|us|the\s+\w+))\b[^.;“”\"]{0,90}\b(?:said|says|wrote|has\s+said|told\s+\w+)\s*(?:that\s*)?[,:]?\s*$"
    r"|(?<!asked\s)(?<!ask\s)(?<!asking\s)(?<!asks\s)\b(?:if|unless|suppos(?:e|ing)|imagine|as\s+(?:if|though))\s[^.,;“”\"]{0,70}\b(?:said|say|says|written|wrote|tells?|told)\b[^.“”\"]{0,30}$"
    r"|\b(?:parod(?:y|ies)|spoofs?|satir\w+|fake|fictional|fictitious|imaginary|made-up|deepfake|impersonat\w+|hoax|cartoons?"
    r"|in\s+(?:a|the|his|her|their|its)\s+(?:new\s+|school\s+|short\s+)?(?:play|novel|sketch|joke|dream|pantomime|musical))\b[^.]{0,140}$",
    re.I,
)
# "Three things are being said which are nonsense. First, that ... Second, that ... Third, that the letter calls us"
_NOT_ONE_IS_TRUE = rule(
    r"\b(?:things|claims|rumours|stories|myths|statements|lies|untruths|falsehoods|points|assertions)\b[^.;!?]{0,90}"
    r"\b(?:nonsense|untrue|false|wrong|rubbish|invented|made\s+up|not\s+true|not\s+so|simply\s+not|baseless|mistaken)\b"
    r"|\b(?:myths|untruths|falsehoods|lies|false\s+(?:claims|rumours|stories|statements))\b",
    re.I,
)
_ONE_OF_THEM = re.compile(
    r"^\W*(?:(?:[Aa]nd\s+)?(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ff]inally|[Ll]ast)(?:ly)?|[Tt]he\s+(?:first|second|third|other|last)(?:\s+is|\s+was)?),?\s+that\b"
)
_LEAFLET = rule(r"\b(?:leaflets?|flyers?|(?:a|our|this|one|the)\s+(?-i:posts?)|newsletters?|tweets?|adverts?)\b", re.I)
_IT_WENT_ON = rule(
    r"^\W*(?:It|They)\s+(?:also\s+)?(?:(?:went|goes)\s+on|sa(?:id|ys)|claim(?:ed|s)|tells|told|call(?:ed|s)|quote[ds]|add(?:ed|s)|state[ds]|describe[ds])\b"
)


def disowned(document: Document, found: tuple[Quotation, ...], start: int, at: int) -> bool:
    """Is ``found[at]``, in a paragraph that begins at ``start``, taken back by what stands before or after it?"""
    text, quote = document.text, found[at]
    after = _plain(text, quote.end, quote.end + 260, found, at)
    before = _around_others(text, max(start, quote.start - 200), found, at)
    taken_back = any(each.of(document.catalogue).search(after) for each in _AFTER)
    if taken_back and _OF_ONESELF.search(quote.words(text)) and _NOT_THE_REPORTS.search(after):
        taken_back = False  # who speaks of "I" wrote no report: that it does not say so takes nothing back
    at_once = _PARAGRAPH.split(text[quote.end : quote.end + 260], maxsplit=1)[0]
    taken_back = taken_back or _DENIED_AT_ONCE.of(document.catalogue).search(at_once) is not None
    if taken_back or _BEFORE.of(document.catalogue).search(before):
        return True
    whole = text[max(start, quote.start - 700) : quote.start]
    sentences = re.split(r"(?<=[.!?”\"’'])\s+", whole)
    if _ONE_OF_THEM.match(sentences[-1]) and any(_NOT_ONE_IS_TRUE.search(x) for x in sentences[:-1]):
        return True
    return bool(_LEAFLET.search(whole)) and any(_IT_WENT_ON.match(x) for x in sentences[-2:])


_PARAGRAPH = re.compile(r"\n\s*\n")
_OF_ONESELF = re.compile(r"(?:^|[.!?,;]\s+|\band\s+|\bbut\s+)(?:I|I[’'](?:m|ve|d|ll))\s")
_NOT_THE_REPORTS = re.compile(
    r"\b(?:remarks?|words?|that|those|it|which)\s+(?:was|were|is|are)\s+not\s+(?:in|from|part\s+of)\s+the\s+(?:report|letter)\b",
    re.I,
)


def _around_others(text: str, start: int, found: tuple[Quotation, ...], at: int) -> str:
    """What stands before a quotation, without the words of those before it: "we wrote" may be the inspectors' own."""
    before = text[start : found[at].start]
    for other in found[max(0, at - 4) : at]:
        for span in other.spans:
            if start <= span.start and span.end <= found[at].start:
                before = before[: span.start - start] + " " * (span.end - span.start) + before[span.end - start :]
    return before


def _plain(text: str, start: int, end: int, found: tuple[Quotation, ...], at: int) -> str:
    """What is said next of a quotation: up to the first later quotation that is not in the same sentence."""
    out: list[str] = []
    for later in found[at + 1 : at + 6]:
        if later.start >= end:
            break
        between = text[start : later.start]
        if rules.search(r"[.!?]\s|\n\s*\n", between):
            return " ".join(out) + between[: (rules.search(r"\n\s*\n", between) or rules.search(r"$", between)).start()]  # type: ignore[union-attr]
        out.append(between)
        start = max(start, later.end)
    if start < end:
        out += re.split(r"\n\s*\n", text[start:end])[:2]  # two paragraphs on, something else is denied
    return " ".join(out)
