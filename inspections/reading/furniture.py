"""What surrounds a text on the page that carried it: banners, menus, share links, contact blocks, boilerplate.

Each pattern describes a whole segment. A new sort of furniture is one more line here.
"""

from __future__ import annotations

import re

from inspections.reading.rules import rule

_PATTERNS = (
    r"(?:we|this\s(?:site|website))\suse[sd]?\scookies.*",
    r".*\b(?:accept\s(?:all\s)?cookies|accept\sall$|cookie\s(?:policy|settings))\b.*",
    r"skip\s+to\s+(?:main\s+)?(?:content|navigation).*",
    r"you\s+are\s+here\b.*",
    r"back\s+to\s+(?:top|news|all\s+news|search).*",
    r"home\s*[>|/»›·].*",
    r"(?:[\w’'&\-]+\s*[|>»›]\s*){2,}[\w’'&\- ]+$",
    r"share\s+(?:this|on|via|article|page)\b.*",
    r"share$",
    r"(?:share|print|tweet|email|e-mail|save|follow\s+us|comment)s?(?:\s{2,}|\s*[|/·]\s*).*",
    (
        r"(?:facebook|twitter|linkedin|whatsapp|google\+?|pinterest|instagram|youtube|share|email|print|gmail"
        r"|google\sgmail|x|bluesky|reddit|\s)+$"
    ),
    r".*\bfacebook\s?twitter.*",
    r"(?:read|see|find\s+out|learn|watch|listen)\s+(?:more|next|also)\b(?:\s*:|\s+about|\s+at|\s+on|$).*",
    r"(?:related|most\s+(?:read|popular|viewed)|latest\s+news|more\s+news|trending|recommended)\b.{0,80}$",
    r"sign\s+up\s+(?:for|to)\b.*",
    r"subscribe\b.*",
    r"get\s+the\s+latest\b.*",
    r"join\s+our\b.*",
    r"don.t\s+miss\b.*",
    r"advertisement.*",
    r"article\s+continues\s+below.*",
    r"background\s+(?:papers?|documents?)\s*:.*",
    r"was\s+this\s+page\s+(?:helpful|useful).*",
    r"report\s+a\s+problem.*",
    r"is\s+there\s+anything\s+wrong.*",
    r"(?:print|email|download)\s{2,}.*",
    r"comments?\s*\(?\d*\)?$",
    r"tags?\s*:.*",
    r"topics?\s*:.*",
    r"categor(?:y|ies)\s*:.*",
    r"filed\s+under\b.*",
    (
        r"(?:for\s+(?:all\s+)?(?:more|media|press|further|general)\b.{0,40}?\b(?:enquir|inquir|information"
        r"|details|contact)).*\b(?:contact|call|email|telephone|phone|visit|see|go\s+to)\b.*"
    ),
    r"(?:press|media|news)\s+(?:office|desk|enquiries|team|contact)s?\b.{0,60}$",
    r"contact\s+us\b.*",
    r"(?:tel|telephone|phone|fax|email|e-mail|t|f)\s*[:.]?\s*\(?[0+][\d\s()\-]{6,}.*",
    r"(?:\d{1,2}[.:]\d{2}\s*(?:am|pm)\s+to\s+.*)",
    r"out\s+of\s+hours\b.*",
    r"[\d\s()+\-]{7,}$",
    r"https?://\S+$",
    r"www\.\S+$",
    r"\S+@\S+$",
    r"promoted\s+by\b.*",
    r"printed\s+by\b.*",
    r"(?:©|copyright\b|all\srights\sreserved).*",
    r"image\s*:.*",
    r"(?:photo|picture|image|video)(?:graph)?\s*(?:credit|by|:|caption).*",
    r"alt(?:ernative)?\s*text\s*:.*",
    r"\[?(?:image|photo|advert|video|embedded|logo)\b[^.]*\]?$",
    r"[^.]{0,160}\(opens\s+in\s+(?:a\s+)?new\s+(?:window|tab)\)[^.]{0,40}",
    r"\[invented\s+example\b.*",
    (
        r"(?:menu|search|navigation|close|login|log\sin|register|home|news|sport|jobs|donate|join)(?:\s{1,}"
        r"(?:menu|search|navigation|close|login|log\sin|register|home|news|sport|jobs|donate|join|what.s\son"
        r"|business|weather|contact))*$"
    ),
    r"coronavirus\b.{0,40}$",
    r".*\bplease\s+follow\s+the\s+link\b.*",
    r"for\s+the\s+latest\s+(?:update|news)\b.*",
    r"(?:page|document)\s+\d+\s+of\s+\d+$",
    r"(?:last|next)\s+review(?:ed)?\b.*",
    (
        r"the\s+office\s+for\s+standards\s+in\s+education,\s+children.s\s+services\s+and\s+skills\s+\(ofsted\)\s+"
        r"(?:regulates|inspects)\b.*"
    ),
    r"\(?ofsted\)?\s+(?:regulates\s+and\s+inspects|looks\s+after\s+the\s+inspection|inspects\s+and\s+regulates)\b.*",
    r"cc\s*:.*",
    r"background\s+(?:papers?|documents?|reading|reports?|information)\s*:.*",
)
_WHATEVER = ".*"
_ANYWHERE = rf"{_WHATEVER}\b"  # some are told by words that may stand anywhere in them, most by how they begin
_BEGINS = re.compile(
    "(?:" + "|".join(f"(?:{pattern})" for pattern in _PATTERNS if not pattern.startswith(_ANYWHERE)) + ")$", re.I | re.S
)
_HOLDS = rule(
    "|".join(
        pattern.removeprefix(_WHATEVER).removesuffix(_WHATEVER)
        for pattern in _PATTERNS
        if pattern.startswith(_ANYWHERE)
    ),
    re.I | re.S,
)
_NUMBER_CALLED = re.compile(r"0\d{3,4}[\s\d]{5,}")
_CALLED = re.compile(rf"\b(?:telephone|tel|phone|call|on)\s*:?\s*{_NUMBER_CALLED.pattern}", re.I)
CONTACT_BLOCK = re.compile(
    (
        r"^(?:media|press|news)\s+(?:enquiries|inquiries|contacts?|office|desk)\b.{0,60}$|^contact(?:s| details"
        r"| us)?:?$"
    ),
    re.I,
)
# what heads a list of other pages, below what a page tells
OTHER_PAGES = re.compile(
    r"^\W*(?:(?:related|similar|other|more|latest|recent|older|newer|previous|further|popular|top|most\s+(?:read|popular|viewed|recent))\s+"
    r"(?:(?:council|local|education|politics|children[’']s\s+services)\s+)?(?:news|stories|articles?|posts?|pages|content|headlines|reading|releases|items)(?:\s+(?:stories|articles|items|releases))?"
    r"|related|most\s+(?:read|popular|viewed)|recommended(?:\s+(?:for\s+you|reading|stories))?|trending(?:\s+now)?|you\s+(?:may|might)\s+also\s+(?:like|be\s+interested\s+in|want\s+to\s+read)"
    r"|(?:also|elsewhere)\s+(?:on|in)\s+(?:this|the|our)\s+(?:site|website|section)|more\s+(?:from|on)\s+(?:this|the|our)\s+[\w’'\s]{3,30}|in\s+other\s+news)\W*$",
    re.I,
)
BANNER = re.compile(r"^(?:coronavirus|covid(?:-19)?|cookies?|important notice|service alert)\b.{0,60}$", re.I)
BOILERPLATE = re.compile(
    (
        r"\b(?:it regulates and inspects|regulates and inspects to achieve|the framework for the inspection|is "
        r"(?:published|available) online"
        r"|will normally inspect only|looks after the inspection|inspects and regulates services|can be found "
        r"(?:at|on|here)|is not universal)\b"
    ),
    re.I,
)


def is_furniture(words: str) -> bool:
    """Is a whole segment of a sort that surrounds a text?"""
    return (
        _BEGINS.match(words) is not None
        or _HOLDS.search(words) is not None
        or (_NUMBER_CALLED.search(words) is not None and _CALLED.search(words) is not None)
    )
