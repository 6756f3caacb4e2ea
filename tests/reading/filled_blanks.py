"""What fills the blanks of the forms in ``filled_in``: councils, months, services, inspectorates and grades.

A capital letter is what the small one means in the catalogue. Source: none, all of it is made up.
"""

from __future__ import annotations

import random
from collections.abc import Callable

Blanks = dict[str, str]
COUNCILS = "Dudley Kent Sheffield Barnet Rutland Devon Slough Bexley Wirral Thurrock".split()
MONTHS = {"March": "03", "May": "05", "July": "07", "September": "09", "November": "11"}
EARLIER = {"January": "01", "February": "02", "April": "04", "June": "06"}
GRADES = {
    "good": "good",
    "outstanding": "outstanding",
    "inadequate": "inadequate",
    "requires improvement": "requires-improvement",
}
CARDS = {
    "exceptional": "exceptional",
    "strong standard": "strong-standard",
    "expected standard": "expected-standard",
    "needs attention": "needs-attention",
    "urgent improvement": "urgent-improvement",
}
TWO_GRADES = {"good": "good", "outstanding": "outstanding", "adequate": "adequate", "inadequate": "inadequate"}
NUMBERS = {"outstanding": "4", "good": "3", "adequate": "2", "inadequate": "1"}
STARS = {"three": "3", "two": "2", "one": "1"}
OUTCOMES = {
    "typically-positive": (
        ("typically positive experiences and outcomes",),
        ("typically lead to positive experiences and outcomes",),
    ),
    "inconsistent": (
        ("inconsistent experiences and outcomes",),
        ("lead to inconsistent experiences and outcomes",),
    ),
    "widespread-and-or-systemic-failings": (
        ("widespread and/or systemic failings", "widespread or systemic failings"),
        (
            "show widespread and/or systemic failings",
            "have widespread and/or systemic failings, leading to significant concerns",
        ),
    ),
}
BOTH = ("Ofsted and the Care Quality Commission", "Ofsted and the CQC", "Ofsted and the Care Quality Commission (CQC)")
CQC = ("the Care Quality Commission", "the Care Quality Commission (CQC)", "the CQC")
CSCI = ("the Commission for Social Care Inspection", "CSCI", "the Commission for Social Care Inspection (CSCI)")
PROBATION = (
    "HM Inspectorate of Probation",
    "His Majesty's Inspectorate of Probation",
    "HMI Probation",
    "His Majesty's Inspectorate of Probation (HMIP)",
)
POLICE = (
    "His Majesty's Inspectorate of Constabulary and Fire and Rescue Services",
    "HMICFRS",
    "His Majesty's Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS)",
)
SEND = (
    "SEND services in {c}",
    "special educational needs and disabilities (SEND) provision in {c}",
    "services for children and young people with SEND in {c}",
    "{c}'s SEND services",
    "the SEND arrangements in {c}",
    "support for children with special educational needs and disabilities in {c}",
)
CHILDREN = (
    "children's services in {c}",
    "{c} Council's children's services",
    "{c}'s children's services",
    "children's social care in {c}",
)
ADULTS = (
    "adult social care in {c}",
    "{c} Council's adult social care services",
    "{c}'s adult social care",
    "adult social care services in {c}",
    "{c} Council's adult social care",
)
YOUTH = (
    "{c} Youth Justice Service",
    "the youth justice service in {c}",
    "{c}'s youth justice service",
    "youth justice services in {c}",
    "{c} Youth Offending Team",
    "the youth offending service in {c}",
)
LEARNING = (
    "{c} Council's adult learning service",
    "{c} Adult Education",
    "{c}'s adult and community learning service",
    "the adult education service in {c}",
    "{c} Adult Learning Service",
    "adult and community learning in {c}",
)
ANY = {
    "children's services in {c}": ("childrens-services", "Ofsted"),
    "{c} Council's children's services": ("childrens-services", "Ofsted"),
    "SEND services in {c}": ("area-send", "Ofsted and the CQC"),
    "adult social care in {c}": ("adult-social-care", "the CQC"),
    "{c}'s youth justice service": ("youth-justice", "HM Inspectorate of Probation"),
    "{c}'s adult learning service": ("adult-learning", "Ofsted"),
}
TOPICS = (
    "the front door",
    "care leavers",
    "children in need and those subject to a child protection plan",
    "permanence for children in care",
    "the multi-agency safeguarding hub",
)
THEMES = ("domestic abuse", "child sexual exploitation", "neglect", "criminal exploitation", "serious youth violence")
# of several words, beside those of one
NAMES = {
    "Stoke-on-Trent": "stoke-on-trent",
    "Cheshire East": "cheshire-east",
    "Redcar and Cleveland": "redcar-and-cleveland",
    "East Sussex": "east-sussex",
    "Milton Keynes": "milton-keynes",
    "Tower Hamlets": "tower-hamlets",
    **{name: name.lower() for name in COUNCILS},
}
HELP = (
    "help and protection",
    "the help and protection of children",
    "the help given to children who need help and protection",
    "the experiences and progress of children who need help and protection",
)
CARE = (
    "the care of children in care",
    "the experiences and progress of children in care",
    "work with children in care",
)
LEAVERS = ("support for care leavers", "the experiences and progress of care leavers", "work with care leavers")
LEADERS = ("leadership", "the impact of leaders", "the impact of leaders on social work practice")
# a county, a council that came of it, and a year in which the county was inspected
GONE = (
    ("Cumbria", "Cumberland", "2017"),
    ("Northamptonshire", "West Northamptonshire", "2016"),
    ("Bedfordshire", "Central Bedfordshire", "2007"),
    ("Cheshire", "Cheshire East", "2007"),
)


def _councils(chance: random.Random) -> Blanks:
    """Two councils, a month of the visit, and a later and an earlier one."""
    first, second = chance.sample(COUNCILS, 2)
    month, later = sorted(chance.sample(sorted(MONTHS), 2), key=lambda each: MONTHS[each])
    early = chance.choice(sorted(EARLIER))
    months = {"m": month, "mm": MONTHS[month], "n": later, "nn": MONTHS[later], "e": early, "ee": EARLIER[early]}
    return {"c": first, "d": second, **months}


def _graded(chance: random.Random, grades: Blanks, letters: str = "ghk") -> Blanks:
    """Different grades for ``letters``, and for their capitals what they mean."""
    drawn = dict(zip(letters, chance.sample(sorted(grades), len(letters)), strict=True))
    return {**drawn, **{key.upper(): grades[word] for key, word in drawn.items()}}


def _four(chance: random.Random, services: tuple[str, ...], grades: Blanks = GRADES) -> Blanks:
    drawn = _councils(chance) | _graded(chance, grades)
    return drawn | {"s": chance.choice(services).format(**drawn)}


def _send(chance: random.Random) -> Blanks:
    drawn = _councils(chance)
    slug, other = chance.sample(sorted(OUTCOMES), 2)
    return drawn | {
        "F": slug,
        "f": chance.choice(OUTCOMES[slug][0]),
        "v": chance.choice(OUTCOMES[slug][1]),
        "O": other,
        "o": chance.choice(OUTCOMES[other][0]),
        "b": chance.choice(BOTH),
        "s": chance.choice(SEND).format(**drawn),
        "k": chance.choice(
            ["children and young people with SEND", "children with special educational needs and disabilities"]
        ),
        "two": chance.choice(["two", "three"]),
        "five": chance.choice(["five", "six", "seven"]),
    }


def _adults_today(chance: random.Random) -> Blanks:
    numbers = {"total": chance.randint(51, 86), "one": chance.randint(1, 4), "per": chance.randint(30, 90)}
    return _four(chance, ADULTS) | {"q": chance.choice(CQC), **{key: str(each) for key, each in numbers.items()}}


def _adults_then(chance: random.Random) -> Blanks:
    drawn = _councils(chance) | _graded(chance, STARS, "gh")
    star, before = ("star" if drawn[key] == "one" else "stars" for key in "gh")
    return drawn | {
        "s": chance.choice(ADULTS).format(**drawn),
        "t": chance.choice(CSCI),
        "star": star,
        "bstar": before,
        "G": f"{drawn['G']}-{star}",
        "H": f"{drawn['H']}-{before}",
        "p": chance.choice(["promising", "excellent", "uncertain"]),
        "x": chance.choice(["good", "adequate", "excellent"]),
        "well": chance.choice(["well", "adequately", "excellently"]),
    }


def _youth(chance: random.Random) -> Blanks:
    return _four(chance, YOUTH) | {
        "i": chance.choice(PROBATION),
        "j": chance.choice(POLICE),
        "score": str(chance.randint(9, 33)),
        "theme": chance.choice(THEMES),
    }


def _children(chance: random.Random) -> Blanks:
    nth = chance.choice(["first", "second", "third", "fourth"])
    return _four(chance, CHILDREN) | {"topic": chance.choice(TOPICS), "nth": nth}


def _prose(chance: random.Random) -> Blanks:
    """Three councils, some of several words, and the parts of an inspection of children's services."""
    drawn = _four(chance, CHILDREN)
    councils = dict(zip("cdw", chance.sample(sorted(NAMES), 3), strict=True))
    parts = {"help": HELP, "care": CARE, "leavers": LEAVERS, "leaders": LEADERS}
    words = {key: chance.choice(each) for key, each in parts.items()}
    drawn |= councils | {key.upper(): NAMES[name] for key, name in councils.items()} | words
    drawn |= {key.capitalize(): each[0].upper() + each[1:] for key, each in words.items()}
    return drawn | {"s": chance.choice(CHILDREN).format(**drawn)}


def _two_grades(chance: random.Random) -> Blanks:
    drawn = _four(chance, CHILDREN, TWO_GRADES)
    return drawn | {"number": NUMBERS[drawn["g"]], "other": NUMBERS[drawn["h"]]}


def _learning(chance: random.Random) -> Blanks:
    return _four(chance, LEARNING) | {"lot": chance.choice(["nine", "ten", "twelve"])}


def _any(chance: random.Random) -> Blanks:
    drawn = _four(chance, tuple(ANY))
    service = next(each for each in ANY if each.format(**drawn) == drawn["s"])
    return drawn | {"S": ANY[service][0], "i": ANY[service][1]}


def _gone(chance: random.Random) -> Blanks:
    old, new, year = chance.choice(GONE)
    return _four(chance, CHILDREN) | {"c": old, "new": new, "old": old.lower(), "y": year}


BLANKS: dict[str, Callable[[random.Random], Blanks]] = {
    "send": _send,
    "adults today": _adults_today,
    "adults then": _adults_then,
    "youth": _youth,
    "children": _children,
    "two grades": _two_grades,
    "learning": _learning,
    "report cards": lambda chance: _four(chance, LEARNING, CARDS),
    "any": _any,
    "gone": _gone,
    "prose": _prose,
}
