"""How youth justice inspections are told of, and inspections of others that a council's news stands beside: police and fire
services, and those that several inspectorates make together. Source: none, made up.
"""

from __future__ import annotations

import random

from tests.reading.filled import Group, four_grades

_YJS = (
    "{c} Youth Justice Service",
    "the youth justice service in {c}",
    "{c}'s youth justice service",
    "youth justice services in {c}",
    "{c} Youth Offending Team",
    "the youth offending service in {c}",
)
_HMIP = (
    "HM Inspectorate of Probation",
    "His Majesty's Inspectorate of Probation",
    "HMI Probation",
    "His Majesty's Inspectorate of Probation (HMIP)",
)
_HMICFRS = (
    "His Majesty's Inspectorate of Constabulary and Fire and Rescue Services",
    "HMICFRS",
    "His Majesty's Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS)",
)
_THEMES = ("domestic abuse", "child sexual exploitation", "neglect", "criminal exploitation", "serious youth violence")


def _blanks(chance: random.Random) -> dict[str, str]:
    drawn = four_grades(chance)
    return drawn | {
        "s": chance.choice(_YJS).format(**drawn), "i": chance.choice(_HMIP), "j": chance.choice(_HMICFRS),
        "score": str(chance.randint(9, 33)), "theme": chance.choice(_THEMES),
    }  # fmt: skip


_TOLD = "youth-justice . 2023-{mm} {G}"
YOUTH = Group(
    "youth justice",
    (
        ("{i} rated {s} {g} in {m} 2023.", _TOLD),
        ("{s} has been rated “{g}” by {i} after an inspection in {m} 2023.", _TOLD),
        ("{i} inspected {s} in {m} 2023 and gave it an overall rating of {g}.", _TOLD),
        ("{i} inspected {s} in {m} 2023. The overall rating was {g}, with a score of {score} out of 36.", _TOLD),
        ("{s} scored {score} out of a possible 36 and was rated {g} by {i} in {m} 2023.", _TOLD),
        ("An inspection of {s} by {i} in {m} 2023 resulted in a rating of {g}.", _TOLD),
        ("{s} was given an overall rating of “{g}” following an inspection by {i} in {m} 2023.", _TOLD),
        ("In {m} 2023 {i} judged {s} to be {g}.", _TOLD),
        ("In a report published in {m} 2023, {i} rates {s} as {g}.", "youth-justice . p:2023-{mm} {G}"),
        (
            "{i} has today published its report on {s}. It was inspected in {m} 2023 and received a “{g}” rating.",
            "youth-justice . i:2023-{mm},p:2023-12-04 {G}",
        ),
        (
            "{s} was inspected by {i} in {m} 2023. Overall it was rated {g}. Work with children on court orders was "
            "praised.",
            _TOLD,
        ),
        (
            "{i} rated {s} {g} in {m} 2023: staff were rated {h}, and governance and leadership {k}.",
            _TOLD + " +staff={H} +governance-and-leadership={K}",
        ),
        (
            "{i} inspected {s} in {m} 2023, rating it {g} overall. Assessment was {h} and planning {k}.",
            _TOLD + " +assessment={H} +planning={K}",
        ),
        (
            "{i} rated {s} {g} in {m} 2023. At its previous inspection, in {e} 2019, it was rated {h}.",
            _TOLD + "; youth-justice . 2019-{ee} {H}",
        ),
        (
            "The committee was told that {i} had inspected {s} in {m} 2023, with an overall judgement of {g} and "
            "out-of-court disposals judged {h}.",
            _TOLD + " +out-of-court-disposals={H}",
        ),
        (
            "{s} improved from {h} to {g} when {i} inspected it in {m} 2023.",
            _TOLD + "; ?youth-justice . . {H}?",
        ),
    ),
    _blanks,
    head="The Weekly Gazette\n\n4 December 2023\n\n",
)
POLICE = Group(
    "police and fire",
    (
        ("{j} rated {c} Police {g} at protecting vulnerable people in {m} 2023.", ""),
        ("{c} Police was rated {g} by {j} in {m} 2023.", ""),
        ("{j} found that {c} Fire and Rescue Service was {g} at preventing fires in {m} 2023.", ""),
        ("{c} Fire and Rescue Service requires improvement, {j} said in {m} 2023.", ""),
        ("The force was judged {g} by {j} in {m} 2023 for how it protects children. {c} Council said it would help.", ""),
        (
            "Ofsted judged children's services in {c} {g} in {m} 2023. {j} rated the police {h} in the same month.",
            "childrens-services . 2023-{mm} {G}",
        ),
        (
            "Ofsted judged children's services in {c} {g} in {m} 2023. {c} Fire and Rescue Service was rated {h} by {j} in {n}.",
            "childrens-services . 2023-{mm} {G}",
        ),
        (
            "{j} inspected {c} Police's child protection work in {m} 2023 and rated it {g}.",
            "",
        ),
        (
            "The probation service in {c} was rated {g} by {i} in {m} 2023.",
            "",
        ),
        (
            "{c} Council's fire and rescue service was judged {g} by {j} in {m} 2023.",
            "",
        ),
        (
            "{i} rated {s} {g} in {m} 2023. The local probation delivery unit was rated {h}.",
            _TOLD,
        ),
        (
            "The prison in {c} was inspected in {m} 2023 by HM Inspectorate of Prisons, which called conditions {g}.",
            "",
        ),
    ),
    _blanks,
    head="The Weekly Gazette\n\n4 December 2023\n\n",
)
_JTAI = "multi-agency-response joint-targeted 2023-{mm} -"
JOINT = Group(
    "joint targeted inspections",
    (
        (
            "A joint targeted area inspection of {c} took place in {m} 2023. Ofsted, the Care Quality Commission and {j} "
            "looked at the multi-agency response to {theme}.",
            _JTAI,
        ),
        (
            "Ofsted, the CQC and {j} carried out a joint targeted area inspection (JTAI) of the response to {theme} in {c} "
            "in {m} 2023.",
            _JTAI,
        ),
        (
            "In {m} 2023 inspectors from Ofsted, the CQC, {j} and {i} carried out a JTAI in {c}, focusing on {theme}.",
            _JTAI,
        ),
        (
            "{c} had a joint targeted area inspection in {m} 2023. Inspectors praised the good work of the front door but "
            "said that some practice was inadequate.",
            _JTAI,
        ),
        (
            "The joint targeted area inspection of {c} in {m} 2023 found that partners work well together. There is no "
            "grade in such inspections.",
            _JTAI,
        ),
        (
            "The findings of the JTAI in {c}, which took place in {m} 2023, were published in a letter in {n} 2023. The "
            "letter named two areas for priority action.",
            "multi-agency-response joint-targeted i:2023-{mm},p:2023-{nn} -",
        ),
        (
            "Ofsted judged children's services in {c} {g} in {e} 2022. A joint targeted area inspection followed in {m} "
            "2023.",
            "childrens-services . 2022-{ee} {G}; " + _JTAI,
        ),
        (
            "The partnership told members that the joint targeted area inspection of {c}, held in {m} 2023, was not "
            "graded.",
            _JTAI,
        ),
        ("{c} is preparing for a joint targeted area inspection. The council hopes for a {g} report.", ""),
        ("Joint targeted area inspections look at how agencies work together. {c} has not had one.", ""),
    ),
    _blanks,
    head="The Weekly Gazette\n\n4 December 2023\n\n",
)
GROUPS = (YOUTH, POLICE, JOINT)
