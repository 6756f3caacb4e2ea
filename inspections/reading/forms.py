"""The outward form of a text: a letter, minutes, a parliamentary answer, a party's page, a news story, a page.

The forms exclude one another in the order of ``FORMS``: a text has the first that fits.
"""

from __future__ import annotations

import re
from itertools import islice

from inspections.reading.document import Document
from inspections.reading.inspectorates import naming_rule
from inspections.reading.rules import rule
from inspections.reading.salutations import is_letter

_INSPECTION = naming_rule(
    r"\b(?:inspect(?:ors?|ions?|ed|ing|orates?)|@inspectorate|HM Inspectorate"
    r"|joint area reviews?|annual (?:performance )?assessments?|(?:monitoring|focused) visits?"
    r"|JTAIs?|written statements? of action)\b",
    re.I,
)
_INSPECTORATE = naming_rule(
    r"\b@written\b|\bHM\s+Inspectorate\b|\bH(?:er|is)\s+Majesty[’']s\s+"
    r"(?:Chief\s+)?Inspect",
    re.I,
)
_ANNUAL = rule(
    r"\bannual\s+(?:children[’']?s\s+services\s+|performance\s+)(?:performance\s+)?(?:assessment|rating)\b", re.I
)
_PARLIAMENT = rule(
    r"\b(?:to\s+ask\s+(?:the\s+Secretary\s+of\s+State|His\s+Majesty[’']s|Her\s+Majesty[’']s)"
    r"|asked\s+the\s+Secretary\s+of\s+State|Hansard|Oral\s+(?:Answers|evidence)|Select\s+Committee|House\s+of\s+(?:Commons|Lords)|hon\.?\s+"
    r"(?:Friend|Member|Gentleman|Lady)|Written\s+(?:question|answer)s?|UIN\s+\d+)",
    re.I,
)
_MINUTES = rule(
    r"\b(?:minutes\s+of\s+(?:the|a)\b|RESOLVED|apologies\s+(?:for\s+absence|were\s+received)"
    r"|declarations?\s+of\s+interests?|minutes\s+published|matters\s+arising|date\s+of\s+next\s+meeting|present(?m:(?<=^present))\s*:|members?\s+present|in\s+attendance|agenda\s+item)",
    re.I,
)
_MINUTES_HEAD = re.compile(r"^\W*(?:draft\s+|public\s+|unconfirmed\s+)?minutes\s+of\b", re.I | re.M)
_PARTY = rule(
    r"\b(?:(?:Labour|Conservatives?|Liberal\s+Democrats?|Lib\s+Dems?|Green|Reform(?:\s+UK)?"
    r"|Independents?)\s+(?:Group|Party|councillors|team|campaign)|promoted\s+by\b|(?:Civic|Residents[’']?"
    r"|Ratepayers[’']?)\s+(?:Alliance|Association|Party)|our\s+(?:spring\s+|autumn\s+|recent\s+"
    r"|election\s+)?leaflets?|Focus\s+leaflet)",
    re.I,
)
_PRESS = naming_rule(
    r"^[^\w\n]*+(?:@short\s+)?(?:press|news|media)\s+(?:release|notice)\b|\bnotes?\s+(?:to"
    r"|for)\s+editors?\b",
    re.I | re.M,
)
_PUBLISHES = naming_rule(
    r"\b@inspectorate\s+"
    r"(?:\([A-Z]+\)\s+)?(?:has|have)\s+(?:today\s+)?(?:\([^)]*\)\s+)?(?:published|found|rated|told|called)"
    r"|inspectorate\s+(?:has\s+)?today",
    re.I,
)
_NEWS_BEGINS = re.compile(
    r"^[^\S\n]*+(?:By\s+(?:[A-Z][\w’'\-]+\s+){1,4}(?:\s*[,|–-]|$|\n)|By\s+Staff\s+Reporter|READ\s+MORE|Most\s+Read)",
    re.I | re.M,
)
_NEWS_HOLDS = rule(
    r"\bLocal\s+Democracy\s+Report|\b(?:Reporter|Correspondent|Education\s+Editor)\b.{0,60}$", re.I | re.M
)


_HEAD = 3000  # characters
_FIRST_LINES = 400
# a county has a "select committee" and answers written questions too
_THE_HOUSE = re.compile(r"\b(?:House\s+of\s+(?:Commons|Lords)|Hansard|Parliament|Westminster\s+Hall)\b", re.I)
_MINUTES_LINE = re.compile(
    r"^\W*(?:(?:draft\s+|public\s+|unconfirmed\s+)?minutes(?:\s+of\b|\W*$)|(?:at|(?:notes|record|proceedings)\s+of)\s+an?\s+(?:\w+\s+)?meeting\s+of\s+the\b)",
    re.I | re.M,
)
_OF_A_COUNCIL = re.compile(r"^[^\n.]{0,60}\b(?:COUNCIL|Council|BOROUGH|Borough)\b[^\n.]{0,20}$", re.M)


def form(document: Document) -> str:
    """One of: none, letter, annual-letter, parliament, minutes, party, press-release, news, page."""
    return document.once("form", lambda: _form(document))


def _form(document: Document) -> str:
    held = document.held.media_type
    if not held.startswith("text/") or held == "text/csv":
        return "none"
    text, catalogue = document.text, document.catalogue
    if not _INSPECTION.of(catalogue).search(text):
        return "none"
    if is_letter(document):
        if _ANNUAL.search(text, 0, _HEAD):
            return "annual-letter"
        return "letter" if _INSPECTORATE.of(catalogue).search(text) else "page"
    sidecar = document.held.sidecar.publisher_kind
    of_parliament = _PARLIAMENT.search(text, 0, _HEAD) is not None and not _is_a_councils(text)
    if of_parliament or sidecar == "parliament":
        return "parliament"
    lower = document.lower
    headed = ("minutes of" in lower and bool(_MINUTES_HEAD.search(text, 0, 700))) or _is_a_councils(text)
    minuted = headed or len(list(islice(_MINUTES.finditer(text), 2))) == 2
    if minuted or sidecar == "minutes":
        return "minutes"
    if (
        sidecar == "party"
        or _PARTY.search(text, 0, 260)
        or (sidecar is None and "promoted" in lower and re.search(r"\bpromoted\s+by\b", text, re.I))
    ):
        return "party"
    if (
        sidecar != "news"
        and ("release" in lower or "notice" in lower or "editors" in lower)
        and _PRESS.of(catalogue).search(text)
    ):
        return "press-release"
    if sidecar == "news" or _is_news(text, 0, _HEAD) or _is_news(text[-900:], 0, 900):
        return "news"
    return "page"


def _is_a_councils(text: str) -> bool:
    """Do the first lines name a council and say "minutes" or "at a meeting of", and neither House?"""
    first = text[:_FIRST_LINES]
    return bool(_OF_A_COUNCIL.search(first) and _MINUTES_LINE.search(first)) and not _THE_HOUSE.search(first)


def _is_news(text: str, start: int, end: int) -> bool:
    return bool(_NEWS_BEGINS.search(text, start, end) or _NEWS_HOLDS.search(text, start, end))


def inspectorate_speaks(document: Document) -> bool:
    """Is a press release the inspectorate's own?"""
    kind = document.held.sidecar.publisher_kind
    if kind is not None:
        return kind == "inspectorate"
    return bool(_PUBLISHES.of(document.catalogue).search(document.text[:2500])) and not re.search(
        r"\b(?:our|we)\s+(?:council|services?|children[’']s|staff|residents)\b", document.text[:2500], re.I
    )
