"""Words that point at a council without its name: "there", in the sentence after one that names it; "we"."""

from __future__ import annotations

import re

from inspections.reading.facts import Warned
from inspections.reading.tellings.telling import Telling
from inspections.reading.walk import Walk
from inspections.reading.walk.councils_named import slugs_of
from inspections.text import Span

# "There too the arrangements were found to be inadequate", and not "There was an inspection"
_THERE = re.compile(
    r"\W*(?:(?:And|But|For|Yet)\s+)?[Tt]here(?:,?\s+(?:too|also|as\s+well|likewise|again|at\s+least))?,?\s+"
    r"(?!(?:too|also|as|likewise|again|is|are|was|were|has|have|had|will|would|may|might|can|could|must|should|seem(?:s|ed)?|remain(?:s|ed)?|came|comes|needs?|needed|used|follow(?:s|ed)|exist(?:s|ed)"
    r"|still|now|then|never|always|soon|once|appear(?:s|ed)|go(?:es)?|went)\b)[\w‘“'\"]"
)
# "made a focused visit there on 28 and 29 February"
_VISITED_THERE = re.compile(
    r"\b(?:visits?|inspections?|visited|inspected|was|were|came|went|returned|worked|together|looked)\s+there\s+(?=(?:(?:back|again|only)\s+)?(?:on|in|from|between|during|over|last|this|for)\b)"
)
_WE = re.compile(r"\b(?:we|our|us|you|your)\b", re.I)

_YOUR = re.compile(r"\byour\s+(?:[\w-]+\s+){0,3}$", re.I)  # "in your 2017 inspection"


def named_there(walk: Walk, telling: Telling) -> list[tuple[str, Span]] | None:
    """The one council that the sentence right before names; none where it names several; None: nothing is "there"."""
    named = telling.named
    first = min(span.start for span in telling.spans)
    opens = _THERE.match(walk.text, named.span.start, named.span.end) is not None
    if not named.sentence.position or not (opens or _visited_there(walk, telling)):
        return None
    before = walk.work.named[walk.work.before(named.span.start) - 1]
    held = dict(slugs_of(walk.work, before.authorities, telling.inspected or telling.published))
    if len(held) == 1 and not any(each.span.start < first for each in named.authorities):
        if telling.overall is not None:
            walk.work.carried.add((telling.overall.span, next(iter(held))))
        return list(held.items())
    if not opens:
        return None
    if telling.overall is not None:
        why = "left out: another council may be meant"
        walk.work.warnings.append(Warned("grade-passed-over", why, telling.overall.span))
    return []


# "the latter was judged inadequate", and not "the former council"
_OF_THE_TWO = re.compile(
    r"\b[Tt]he\s+(?P<which>former|latter)(?:[’']s)?(?=,|\s+(?:(?:had|has|having|is|was|were|are|being|got|gets|received|remain(?:s|ed)?|fell|rose|came|went|inadequate|good|outstanding"
    r"|requir(?:es?|ed|ing)|in|at|with|only|also|then|now|still)\b))"
)


def former_or_latter(walk: Walk, telling: Telling) -> list[tuple[str, Span]] | None:
    """Which of two councils named before; none where it may be neither; None: a sentence speaks of no former or latter.

    "Coventry and Slough may go to court. The latter was judged inadequate last week; Coventry waits."
    """
    named, at = telling.named, telling.at
    points = list(_OF_THE_TWO.finditer(walk.text, named.span.start, at))
    if not points or ";" in walk.text[points[-1].end() : at]:
        return None
    if any(points[-1].end() <= each.span.start < at for each in named.authorities):
        return None
    spoken_of = tuple(each for each in named.authorities if each.span.end <= points[-1].start())
    if not spoken_of and named.sentence.position:
        spoken_of = walk.work.named[walk.work.before(named.span.start) - 1].authorities
    if not spoken_of:
        return None
    held = slugs_of(walk.work, spoken_of, telling.inspected or telling.published)
    if len({slug for slug, _ in held}) == 2 == len(spoken_of) and not named.services:
        return [held[points[-1]["which"] == "latter"]]
    if telling.overall is not None:
        why = "left out: another council may be meant"
        walk.work.warnings.append(Warned("grade-passed-over", why, telling.overall.span))
    return []


def _visited_there(walk: Walk, telling: Telling) -> bool:
    """Is a visit without a grade said to have been "there", in a sentence that names no council?"""
    named = telling.named
    if named.authorities or telling.overall is not None or telling.aspects:
        return False
    return _VISITED_THERE.search(walk.text, named.span.start, named.span.end) is not None


def speaks_for_another(walk: Walk, telling: Telling) -> bool:
    """ "We were once judged good", on a page of several councils, in a paragraph that names none: whose is not said."""
    named, about = telling.named, walk.work.context
    if about.home is not None or walk.authority is None or named.authorities:
        return False
    if walk.authority[1].start >= named.segment.span.start or len(walk.named_by_now) < 2:
        return False
    if telling.overall is None:
        return _YOUR.search(walk.text, named.span.start, telling.at) is not None
    return _WE.search(walk.text, named.span.start, telling.overall.span.start) is not None
