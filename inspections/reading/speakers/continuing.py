"""Whether a quotation goes on after what broke it off."""

from __future__ import annotations

import re
from dataclasses import replace

from inspections.reading import rules
from inspections.reading.quotations import Quotation
from inspections.reading.speakers.attribution import Attribution, Place
from inspections.reading.speakers.two_clauses import second_clause
from inspections.reading.speakers.verbs import GESTURES, SURE_VERBS

_TELLS = r"notes?|noted|begins?|began|opens|opened|ends|ended|finds?|found|reads?|observes?|observed|records?|recorded"
_BROKEN_OFF = re.compile(
    rf"^\s*,?\s*(?:(?:{SURE_VERBS}|{_TELLS}|{GESTURES})\b[^.!?“”\"]*|[^.!?“”\"]*?\b(?:{SURE_VERBS}|{_TELLS}))(?P<end>[^.!?“”\"]*?)[.,:;]?\s*$",
    re.I,
)


_ANOTHER_CLAUSE = re.compile(
    rf"\b(?:{SURE_VERBS}|{_TELLS}),?\s+(?:and|but|while|yet|though|although|whereas)\s+"
    r"(?!(?:then|went\s+on|added?s?|continued|asked)\b)[^.!?“”\"]*$",
    re.I,
)


# "the report, which he called “a blow”, says staff are “too few”": a clause of its own goes on in the second
_BEGUN_CLAUSE = re.compile(r"\b(?:is|are|was|were|be|been|being|has|have|had|as|of|the|an?|with)\s*$")
_WHO_REPLIED = re.compile(
    r",\s+who\s+(?:\w+\s+){0,2}(?:replied|answered|retorted|countered|responded|shot\s+back|wrote\s+back)[^.;“”\"]{0,40}$"
)
_MARKS = "“”\"‘’' «»"
_SHORTENED = re.compile(r"\b(Coun|Cllr|Mr|Mrs|Ms|Dr|Prof|Revd?|Sgt|Supt|Insp)\.")


def closed_sentence(text: str, previous: Quotation | None, words: str) -> bool:
    return (
        previous is not None
        and text[previous.start : previous.end].rstrip("”’\"'")[-1:] in (".", "!", "?")
        and bool(rules.match(r"\s+[A-Z]", words))
    )


def goes_on(place: Place, between: str) -> bool:
    """Does the quotation before, in the same sort of marks, go on in this one?"""
    previous = place.previous
    return previous is not None and previous.family == place.quote.family and _broken(place.text, previous, between)


def _broken(text: str, previous: Quotation, between: str) -> bool:
    """Is all that stands between the attribution of a quotation that it broke off? Then the quotation goes on."""
    if len(between) > 190:
        return False
    words, after = (
        text[previous.start : previous.end].strip(_MARKS),
        text[previous.end + len(between) :][:4].strip(_MARKS),
    )
    if re.search(r"[a-z]ing\s+that\s*$", between):
        return False  # "..., the inspectors wrote, adding that “...”": another quotation
    if _WHO_REPLIED.search(between):
        return False  # "wrote the minister to Ann Lee, who replied: “...”": the words of another
    if between.rstrip().endswith(":") and words[:1].islower() and after[:1].isupper():
        return False  # "called it “not good enough”, adding: “My postbag ...”": another quotation
    if second_clause(between) is not None or _BEGUN_CLAUSE.search(between) or _ANOTHER_CLAUSE.search(between):
        return False  # "..., the letter says, but “...”": another quotation
    between = _SHORTENED.sub(r"\1", between)
    m = _BROKEN_OFF.match(between)
    return (
        bool(m)
        and text[previous.end - 2 : previous.end + 1].strip("”\"’' ") != ""
        and bool(rules.search(r"[,!?…–—.]", text[previous.end - 2 : previous.end] + between[:1]))
    )


def _opens_otherwise(text: str, start: int) -> bool:
    """Do words stand before a quotation in its paragraph?"""
    return bool(re.search(r"[^\W_]", text[text.rfind("\n", 0, start) + 1 : start]))


_LEADS_TO_IT = re.compile(rf"\b(?:{SURE_VERBS}|{_TELLS})\b[^.!?“”\"]{{0,40}}[“\"‘']?$")


def _is_led_in(text: str, start: int) -> bool:
    """Does a verb of saying stand right before a quotation?"""
    return _LEADS_TO_IT.search(text, max(text.rfind("\n", 0, start) + 1, start - 90), start) is not None


def _ends_a_sentence(text: str, quote: Quotation, between: str) -> bool:
    return between.lstrip()[:1] == "." or text[quote.start : quote.end].rstrip("”’\"'")[-1:] in (".", "!", "?")


def carry_back(text: str, found: tuple[Quotation, ...], out: list[Attribution]) -> None:
    """A citation after the second of two joined quotations covers the first."""
    for i in range(len(found) - 2, -1, -1):
        if out[i].kind == "unstated" and out[i + 1].kind != "unstated" and not out[i].disowned:
            if found[i + 1].start - found[i].end < 14:
                between = text[found[i].end : found[i + 1].start]
                if "\n" in between and _opens_otherwise(text, found[i].start):
                    continue  # the paragraph says for itself who said it, or nobody does
                if _is_led_in(text, found[i].start) and _ends_a_sentence(text, found[i], between):
                    continue  # "said that the page said “a few wait”. “It does,” said Ann Lee": hers is the second
                if re.fullmatch(r"[\s,;.]*(?:and|but|or)?\s*(?:that)?\s*", between) and between.strip():
                    out[i] = replace(out[i + 1], carried=True, continues=False)
