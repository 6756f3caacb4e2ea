"""How councils' care for adults was assessed: by the Care Quality Commission since 2023, and with stars and yearly ratings
before. Source: none, made up.
"""

from __future__ import annotations

import random

from tests.reading.filled import Group, councils, four_grades

_ASC = (
    "adult social care in {c}",
    "{c} Council's adult social care services",
    "{c}'s adult social care",
    "adult social care services in {c}",
    "{c} Council's adult social care",
)
_CQC = ("the Care Quality Commission", "the Care Quality Commission (CQC)", "the CQC")
_NUMBERS = {"3": "three", "2": "two", "1": "one"}


def _today(chance: random.Random) -> dict[str, str]:
    drawn = four_grades(chance)
    total = str(chance.randint(51, 86))
    return drawn | {
        "s": chance.choice(_ASC).format(**drawn), "q": chance.choice(_CQC), "total": total,
        "one": str(chance.randint(1, 4)), "per": str(chance.randint(30, 90)),
    }  # fmt: skip


_TOLD = "adult-social-care . 2025-{mm} {G}"
ASSESSED = Group(
    "adult social care since 2023",
    (
        ("{q} rated {s} “{g}” in {m} 2025.", _TOLD),
        ("{s}: rated {g} by {q} in {m} 2025.", _TOLD),
        ("In {m} 2025 {q} gave {s} a rating of {g}.", _TOLD),
        ("{q} assessed {s} in {m} 2025 and rated them {g}.", _TOLD),
        ("{q} published its assessment of {s} in {m} 2025. The overall rating was {g}.", "adult-social-care . p:2025-{mm} {G}"),
        (
            "{q} has published its report on how well {c} Council meets its duties under the Care Act. "
            "The assessment took place in {m} 2025, and the council was rated {g}.",
            "adult-social-care . i:2025-{mm} {G}",
        ),
        (
            "{c} Council has been rated {g} by {q} for the way it delivers adult social care. The assessment was made "
            "in {m} 2025.",
            _TOLD,
        ),
        (
            "Following its assessment of {s} in {m} 2025, {q} awarded an overall rating of “{g}”, with a score of {total} "
            "out of 100.",
            _TOLD,
        ),
        (
            "{q} rated {s} {g} in {m} 2025, with an overall score of {total} per cent.",
            _TOLD,
        ),
        (
            "The Cabinet noted that {q} had assessed {s} in {m} 2025 and that the overall rating was {g}.",
            _TOLD,
        ),
        (
            "{c} Council has received a “{g}” rating for its adult social care from {q}, whose assessors came in {m} 2025.",
            _TOLD,
        ),
        (
            "The local authority assessment of {c} by {q} in {m} 2025 led to a rating of {g} for adult social care.",
            _TOLD,
        ),
        (
            "{s} “{g}”, says {q}. The regulator visited in {m} 2025 and has now published its findings.",
            "adult-social-care . 2025-{mm} {G}?",
        ),
        (
            "{q}, which looked at nine areas of {s} in {m} 2025, rated the council {g} overall.",
            _TOLD,
        ),
        (
            "In {m} 2025 the council's adult social care was judged {g} by {q}. {c}'s cabinet member thanked the staff.",
            _TOLD,
        ),
        (
            "{q} found that {s} were {g} when it assessed the council in {m} 2025.",
            _TOLD,
        ),
        (
            "{q} assessed {s} in {m} 2025. The overall rating is {g}. It scored the council {one} out of 4 for "
            "safeguarding.",
            _TOLD + " +safeguarding={one}",
        ),
        (
            "{q} rated {s} {g} in {m} 2025. Assessing needs was given a score of {one}, and governance a score of 3.",
            _TOLD + " +assessing-needs={one} +governance=3",
        ),
        (
            "{s} was assessed by {q} in {m} 2025. The outcome: {g}.",
            _TOLD,
        ),
        (
            "{q} assessed {s} in {m} 2025, and the result was a “{g}” rating.",
            _TOLD,
        ),
    ),
    _today,
    head="The Weekly Gazette\n\n4 February 2026\n\n",
)
NOT_THE_COUNCIL = Group(
    "adult care, not the council's grade",
    (
        ("{q} rated Meadow View care home in {c} {g} in {m} 2025.", ""),
        ("Meadow View, a care home run by {c} Council, was rated {g} by {q} in {m} 2025.", ""),
        ("{per} per cent of care homes in {c} were rated {g} by {q} in {m} 2025.", ""),
        ("{q} rated {s} {g} in {m} 2025. Of the care homes in the area, {per} per cent are rated {h}.", _TOLD),
        ("{q} rated {s} {g} in {m} 2025. The home care firm Kindly Hands was rated {h} in {n}.", _TOLD),
        ("{q} rated the {c} hospital trust {g} in {m} 2025.", ""),
        ("{q} is to assess {s} in {n} 2026.", ""),
        ("{c} Council expects to be rated {g} when {q} assesses its adult social care.", ""),
        ("A peer challenge by the Local Government Association found {s} {g} in {m} 2025.", ""),
        ("{c} Council rates its own adult social care {g} in the self-assessment sent to {q} in {m} 2025.", ""),
        (
            "{q} rated {s} {g} in {m} 2025. Ofsted rated children's services in {c} {h} in {n} 2024.",
            _TOLD + "; childrens-services . 2024-{nn} {H}",
        ),
        (
            "{q} rated {s} {g} in {m} 2025. In {d}, adult social care was rated {h} in {n}.",
            _TOLD + "; {d}/adult-social-care . 2025-{nn} {H}?",
        ),
        (
            "The GP surgery in {c} was rated {g} by {q} in {m} 2025. Adult social care will be assessed next year.",
            "",
        ),
        (
            "In {m} 2023 {q} assessed adult social care in {c} as one of five pilots and gave an indicative rating of {g}.",
            "?adult-social-care . 2023-{mm} {G}?",
        ),
    ),
    _today,
    head="The Weekly Gazette\n\n4 February 2026\n\n",
)


def _then(chance: random.Random) -> dict[str, str]:
    drawn = councils(chance)
    stars, before = chance.sample(sorted(_NUMBERS), 2)
    return drawn | {
        "s": chance.choice(_ASC).format(**drawn), "g": _NUMBERS[stars], "G": f"{stars}-star{'s' * (stars != '1')}",
        "h": _NUMBERS[before], "H": f"{before}-star{'s' * (before != '1')}", "star": "star" if stars == "1" else "stars",
        "bstar": "star" if before == "1" else "stars",
        "p": chance.choice(["promising", "excellent", "uncertain"]),
        "x": chance.choice(["good", "adequate", "excellent"]),
        "well": chance.choice(["well", "adequately", "excellently"]),
        "t": chance.choice(["the Commission for Social Care Inspection", "CSCI", "the Commission for Social Care Inspection (CSCI)"]),
    }  # fmt: skip


_STARS = "adult-social-care . 2007 {G}"
STARS = Group(
    "stars and yearly ratings of adult care",
    (
        ("{s} were given {g} {star} by {t} in 2007.", _STARS),
        ("In 2007 {t} awarded {s} {g} {star}.", _STARS),
        ("{t} gave {s} a {g}-star rating in 2007.", _STARS),
        ("{s} kept its {g}-star rating from {t} in 2007.", _STARS),
        ("{t} rated {s} {g} {star} in 2007.", _STARS),
        ("{s} were rated as {g} {star} by {t} in 2007, with {p} capacity to improve.", _STARS + " +capacity-to-improve={p}"),
        ("In its 2007 ratings {t} gave {g} {star} to {s}.", _STARS),
        ("The star rating of {s} from {t} for 2007 was {g} {star}.", _STARS),
        (
            "{s} were given {g} {star} by {t} in 2007, compared with {h} in 2006.",
            _STARS + "; ?adult-social-care . 2006 {H}?",
        ),
        (
            "{t} gave {s} {g} {star} in 2007. In 2006 they had {h} {bstar}.",
            _STARS + "; ?adult-social-care . 2006 {H}?",
        ),
        ("{c} is a {g}-star authority for adult social care, {t} said in 2007.", "?adult-social-care . 2007 {G}?"),
        (
            "In 2007 {t} judged {s} to be {x} at delivering outcomes, with {p} capacity to improve.",
            "adult-social-care . 2007 - +delivering-outcomes={x} +capacity-to-improve={p}",
        ),
        ("{c} Council was given {g} {star} by the Audit Commission in 2007.", ""),
        ("{c} Council is rated {g} {star} and improving well under the Comprehensive Performance Assessment.", ""),
        ("{c} Council was judged {x} by the Audit Commission in 2007 for its use of resources.", ""),
        ("The Hollies, a care home in {c}, was given {g} {star} by {t} in 2007.", ""),
        ("The hotel in {c} was given {g} {star} in 2007. {t} inspects care homes.", ""),
        (
            "In its comprehensive performance assessment of 2007 the Audit Commission gave {c} Council {h} {bstar}. "
            "{t} gave {s} {g} {star} in the same year.",
            _STARS,
        ),
        (
            "{c} Council scored 3 out of 4 for children and young people and 4 for social care for adults in the "
            "Audit Commission's Comprehensive Performance Assessment of 2007.",
            "",
        ),
    ),
    _then,
    head="The Weekly Gazette\n\n4 December 2008\n\n",
)
PERFORMS = Group(
    "yearly ratings of 2009 and 2010",
    (
        ("Ofsted rated children's services in {c} as performing {well} in 2010.", "childrens-services . 2010 performs-{well}"),
        ("Children's services in {c} perform {well}, Ofsted said in its annual rating of December 2010.", "childrens-services . 2010-12 performs-{well}"),
        (
            "In December 2010 Ofsted published its annual assessment of children's services in {c}. The council was rated "
            "as one that performs {well}.",
            "childrens-services . 2010-12 performs-{well}",
        ),
        ("{c} Council's children's services were judged by Ofsted to perform {well} in 2010.", "childrens-services . 2010 performs-{well}"),
        ("The 2010 annual rating by Ofsted for {c} is that its children's services “perform {well}”.", "childrens-services . 2010 performs-{well}"),
        ("Ofsted gave {c} a rating of “performs {well}” in the 2010 assessment of its children's services.", "childrens-services . 2010 performs-{well}"),
        (
            "The Care Quality Commission rated adult social care in {c} as performing {well} in 2010. Ofsted inspected "
            "children's services in {c} in May 2010.",
            "?adult-social-care . 2010 performs-{well}?; childrens-services . 2010-05 -",
        ),
        ("The Care Quality Commission said in 2010 that {c} Council was performing {well} in adult social care.", "?adult-social-care . 2010 performs-{well}?"),
        ("Schools in {c} are performing {well}, Ofsted said in 2010.", ""),
        ("{c}'s pupils performed {well} in 2010, Ofsted said.", ""),
        ("Children's services in {c} are performing {well} against their own targets for 2010.", ""),
    ),
    _then,
    head="The Weekly Gazette\n\n4 March 2011\n\n",
)
GROUPS = (ASSESSED, NOT_THE_COUNCIL, STARS, PERFORMS)
