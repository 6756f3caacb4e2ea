"""Further education and skills in tables: kinds of provider, whose they are, and what 0 to 9 mean there.

A "local authority provider" is the council's own adult learning, under whatever name; every other provider is a
college, institute or company in the area of its authority.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from inspections.catalogue import Catalogue
from inspections.catalogue.types import Authority
from inspections.reading.entries import Means

COUNCIL = "Local authority provider"
TRAINING = "training-providers"
SERVICES = {
    "16-19 academy converter": "colleges",
    "16-19 academy sponsor led": "colleges",
    "16-19 free school": "colleges",
    "Dance and drama college": "colleges",
    "General further education college": "colleges",
    "Independent specialist college": "colleges",
    "Sixth-form college": "colleges",
    "Specialist further education college": "colleges",
    "Employer provider": TRAINING,
    "Independent learning provider": TRAINING,
    "National Careers Service contractor": TRAINING,
    "Higher education institution": "higher-education",
    "Institute for adult learning": "adult-learning-institutes",
    COUNCIL: "adult-learning",
}
OVERALL = "overall-effectiveness"
ASPECTS = {
    "Quality of education": "quality-of-education",
    "Behaviour and attitudes": "behaviour-and-attitudes",
    "Personal development": "personal-development",
    "Leadership and management": "leadership-and-management",
    "Apprenticeships": "apprenticeships",
}
EARLIER, NEWER = "ofsted-four-point-satisfactory", "ofsted-four-point"
CHANGED = date(2012, 9, 1)  # inspections begun before this day had "satisfactory"
OPEN = "Published in the weeks when one scale took the place of another: which one it was is not stated"
REPORTED = 90  # days within which the report of a visit is out
_FOUR = ("Outstanding", "Good", "Requires improvement", "Inadequate")
_SLUGS = ("outstanding", "good", "requires-improvement", "inadequate")
_NO_GRADE = {
    "0": Means(label="insufficient evidence", judged=False),
    "8": Means(label="a judgement made under an earlier framework", judged=False),
    "9": Means(label="that the judgement did not exist at the time of the inspection", judged=False),
    "-": Means(label="not applicable", judged=False),
}
CODES = {str(at): Means(slug, label) for at, (slug, label) in enumerate(zip(_SLUGS, _FOUR, strict=True), 1)} | _NO_GRADE
SAFEGUARDING = {"yes": Means("effective", "Yes"), "no": Means("not-effective", "No")} | _NO_GRADE
CONTRIBUTION = _NO_GRADE


def scale_of(inspected: date | None, published: date | None) -> str | None:
    """The four grades with "satisfactory" or with "requires improvement"; None in the weeks that leave it open."""
    if inspected:
        return EARLIER if inspected < CHANGED else NEWER
    if published is None:
        return None
    if published < CHANGED:
        return EARLIER
    return NEWER if (published - CHANGED).days > REPORTED else None


def framework_of(scale: str) -> str:
    return "fe-and-skills-2005" if scale == EARLIER else "fe-and-skills"


def codes_on(scale: str) -> dict[str, Means]:
    """What the numbers stand for on a scale; the key of the table has the newer word for the third."""
    return CODES if scale == NEWER else CODES | {"3": Means("satisfactory", "Requires improvement")}


def note_on(scale: str, text: str) -> str:
    """How a number is read where the table's key has a word that the scale of the time had not."""
    if scale == EARLIER and text == "3":
        return "the table prints “3”, in its key “Requires improvement”; the third grade of the time was “Satisfactory”"
    return ""


@lru_cache(maxsize=4)
def _names(catalogue: Catalogue) -> tuple[tuple[str, Authority], ...]:
    return tuple((each.lower(), authority) for authority in catalogue.authorities.values() for each in authority.names)


def council_named(catalogue: Catalogue, name: str, day: date) -> Authority | None:
    """The one council whose name stands in the name of its service, "Stockport Metropolitan Borough Council"."""
    plain = name.lower()
    found = [
        (match.start(), match.end(), authority)
        for each, authority in _names(catalogue)
        if each in plain and authority.life.holds(day)
        for match in [re.search(rf"(?<!\w){re.escape(each)}(?!\w)", plain)]
        if match
    ]
    longest = {
        authority.slug: authority
        for start, end, authority in found
        if not any((a, b) != (start, end) and a <= start and end <= b for a, b, _ in found)
    }
    return next(iter(longest.values())) if len(longest) == 1 else None
