"""How visits without a grade are told of, short inspections, and the older inspections of children's services: with two
grades, with grades of parts, with a grade of each year. Source: none, made up.
"""

from __future__ import annotations

import random

from tests.reading.filled import Group, four_grades, graded

_SERVICES = (
    "children's services in {c}",
    "{c} Council's children's services",
    "{c}'s children's services",
    "children's social care in {c}",
)
_TOPICS = (
    "the front door",
    "care leavers",
    "children in need and those subject to a child protection plan",
    "permanence for children in care",
    "the multi-agency safeguarding hub",
)
_ORDINALS = ("first", "second", "third", "fourth")


def _today(chance: random.Random) -> dict[str, str]:
    drawn = four_grades(chance)
    return drawn | {
        "s": chance.choice(_SERVICES).format(**drawn), "topic": chance.choice(_TOPICS), "nth": chance.choice(_ORDINALS),
    }  # fmt: skip


_MONITORED = "childrens-services monitoring-visit 2023-{mm} -"
MONITORING = Group(
    "monitoring visits",
    (
        ("Ofsted carried out a monitoring visit to {s} in {m} 2023.", _MONITORED),
        ("Ofsted's {nth} monitoring visit to {s} took place in {m} 2023.", _MONITORED),
        ("In {m} 2023 Ofsted inspectors made their {nth} monitoring visit to {s}.", _MONITORED),
        (
            "Ofsted judged {s} inadequate in {e} 2022. Its {nth} monitoring visit, in {m} 2023, found that progress was "
            "being made.",
            "childrens-services . 2022-{ee} inadequate; " + _MONITORED,
        ),
        (
            "Ofsted made a monitoring visit to {s} in {m} 2023. Inspectors said that the quality of social work was still "
            "inadequate for some children.",
            _MONITORED,
        ),
        (
            "A monitoring visit by Ofsted to {s} in {m} 2023 praised the good work of the new managers and outstanding "
            "support for care leavers.",
            _MONITORED,
        ),
        (
            "Ofsted has published the letter on its {nth} monitoring visit to {s}, which took place in {m} 2023.",
            "childrens-services monitoring-visit 2023-{mm} -",
        ),
        (
            "Since {s} were judged inadequate by Ofsted in {e} 2022, inspectors have made monitoring visits in {m} and "
            "{n} 2023.",
            "childrens-services . 2022-{ee} inadequate; childrens-services monitoring-visit 2023-{mm} -; "
            "childrens-services monitoring-visit 2023-{nn} -",
        ),
        (
            "{s}, rated inadequate by Ofsted in {e} 2022, had a monitoring visit in {m} 2023.",
            "childrens-services . 2022-{ee} inadequate; " + _MONITORED,
        ),
        (
            "The committee received the letter from Ofsted following the monitoring visit to {s} on 12 and 13 {m} 2023. "
            "Monitoring visits do not result in a grade.",
            "childrens-services monitoring-visit i:2023-{mm}-12/2023-{mm}-13 -",
        ),
        ("Ofsted will make a monitoring visit to {s} in {n} 2024.", ""),
    ),
    _today,
    head="The Weekly Gazette\n\n4 December 2023\n\n",
)
_FOCUSED = "childrens-services focused-visit 2023-{mm} -"
FOCUSED = Group(
    "focused visits",
    (
        ("Ofsted carried out a focused visit to {s} in {m} 2023, looking at {topic}.", _FOCUSED),
        ("In {m} 2023 Ofsted made a focused visit to {s}.", _FOCUSED),
        ("A focused visit by Ofsted to {s} took place in {m} 2023. Inspectors looked at {topic}.", _FOCUSED),
        ("Ofsted inspectors visited {c} in {m} 2023 for a focused visit on {topic}.", _FOCUSED),
        (
            "Ofsted rated {s} {g} in {e} 2022. A focused visit in {m} 2023 looked at {topic}.",
            "childrens-services . 2022-{ee} {G}; " + _FOCUSED,
        ),
        (
            "A focused visit by Ofsted to {s} in {m} 2023 found that social workers know children well. No grade is given "
            "after a visit of this kind.",
            _FOCUSED,
        ),
        (
            "After its focused visit to {s} in {m} 2023, Ofsted said the council's response to children missing from home "
            "was not good enough.",
            _FOCUSED,
        ),
        (
            "Ofsted's focused visit to {s} in {m} 2023 identified an area for priority action.",
            _FOCUSED,
        ),
        (
            "At its focused visit in {m} 2023, Ofsted found that {s} had improved since they were judged {h} in {e} 2021.",
            _FOCUSED + "; childrens-services . 2021-{ee} {H}",
        ),
        ("Focused visits are made between inspections. {s} may have one in 2024.", ""),
    ),
    _today,
    head="The Weekly Gazette\n\n4 December 2023\n\n",
)
SHORT = Group(
    "short inspections",
    (
        ("Ofsted carried out a short inspection of {s} in {m} 2023 and judged them {g}.", "childrens-services short|full 2023-{mm} {G}"),
        ("{s} were rated {g} after a short inspection by Ofsted in {m} 2023.", "childrens-services short|full 2023-{mm} {G}"),
        (
            "In {m} 2023 Ofsted made a short, one-week inspection of {s}. They were judged {g} overall.",
            "childrens-services short|full 2023-{mm} {G}",
        ),
        (
            "Ofsted's short inspection of {s} in {m} 2023 resulted in an overall judgement of {g}. The impact of leaders on "
            "social work practice was judged {h}.",
            "childrens-services short|full 2023-{mm} {G} +impact-of-leaders={H}",
        ),
        (
            "Ofsted came to {c} in {m} 2023 for a standard inspection under its ILACS framework. {s} were judged {g}.",
            "childrens-services full|unstated 2023-{mm} {G}",
        ),
        (
            "An ILACS inspection of {s} in {m} 2023 ended with a judgement of {g}.",
            "childrens-services full|unstated 2023-{mm} {G}",
        ),
    ),
    _today,
    head="The Weekly Gazette\n\n4 December 2023\n\n",
)


def _single(chance: random.Random) -> dict[str, str]:
    drawn = four_grades(chance)
    return drawn | {"s": chance.choice(_SERVICES).format(**drawn)}


_SIF = "childrens-services . 2016-{mm} {G}"
SINGLE = Group(
    "single inspections and safeguarding boards",
    (
        ("Ofsted judged {s} {g} in {m} 2016.", _SIF),
        (
            "Ofsted judged {s} {g} in {m} 2016. It judged {c}'s Local Safeguarding Children Board {h}.",
            _SIF + " +lscb={H}; ?lscb . 2016-{mm} {H}",
        ),
        (
            "Ofsted inspected {s} in {m} 2016 and rated them {g} overall. Adoption performance was judged {h}.",
            _SIF + " +adoption-performance={H}",
        ),
        (
            "Ofsted inspected {s} in {m} 2016 under the single inspection framework. The overall judgement was {g}; "
            "adoption was {h}, and the experiences and progress of care leavers {k}.",
            _SIF + " +adoption-performance={H} +care-leavers={K}",
        ),
        (
            "The Local Safeguarding Children Board in {c} was found to be {h} when Ofsted reviewed it in {m} 2016.",
            "lscb . 2016-{mm} {H}",
        ),
        (
            "{s} were rated {g} by Ofsted in {m} 2016. The effectiveness of the Local Safeguarding Children Board was "
            "judged {h}.",
            _SIF + " +lscb={H}; ?lscb . 2016-{mm} {H}",
        ),
        (
            "Ofsted rated {s} {g} in {m} 2016, and leadership, management and governance {h}.",
            _SIF + " +leadership={H}",
        ),
    ),
    _single,
    head="The Weekly Gazette\n\n4 December 2016\n\n",
)


def _two(chance: random.Random) -> dict[str, str]:
    drawn = four_grades(chance) | graded(chance, {g: g for g in ("good", "outstanding", "adequate", "inadequate")})
    return drawn | {"number": chance.choice("234"), "s": chance.choice(_SERVICES).format(**drawn)}


_TWO = "childrens-services|safeguarding|looked-after-children . 2011-{mm} - +safeguarding-overall={G} +looked-after-overall={H}"
TWO_GRADES = Group(
    "safeguarding and looked-after children",
    (
        (
            "Ofsted inspected safeguarding and looked after children services in {c} in {m} 2011. Safeguarding was judged "
            "{g} and services for looked after children {h}.",
            _TWO,
        ),
        (
            "Ofsted's inspection of safeguarding and looked after children in {c} in {m} 2011 found safeguarding to be {g} "
            "and looked after children services to be {h}.",
            _TWO,
        ),
        (
            "In {m} 2011 Ofsted judged the overall effectiveness of safeguarding services in {c} to be {g}, and that of "
            "services for looked after children to be {h}.",
            _TWO,
        ),
        (
            "Inspectors from Ofsted and the Care Quality Commission visited {c} in {m} 2011. They rated safeguarding "
            "services {g} and services for looked after children {h}.",
            _TWO,
        ),
        (
            "{c} Council was inspected by Ofsted in {m} 2011. Its safeguarding services were rated {g}; its services for "
            "looked after children were rated {h}.",
            _TWO,
        ),
        (
            "Ofsted rated safeguarding in {c} {g} and services for looked-after children {h} after an announced "
            "inspection in {m} 2011.",
            _TWO,
        ),
        (
            "Ofsted made an unannounced inspection of contact, referral and assessment arrangements in {c} in {m} 2011. It "
            "found good practice and one area for priority action.",
            "contact-referral-assessment unannounced 2011-{mm} -",
        ),
        (
            "The unannounced inspection of {c}'s contact, referral and assessment service by Ofsted in {m} 2011 identified "
            "no priority actions.",
            "contact-referral-assessment unannounced 2011-{mm} -",
        ),
        (
            "Ofsted inspected {c} Council's arrangements for the protection of children in {m} 2012 and judged them {g}.",
            "childrens-services|safeguarding . 2012-{mm} {G}",
        ),
        (
            "The overall effectiveness of the arrangements to protect children in {c} was judged {g} by Ofsted in {m} 2012.",
            "childrens-services|safeguarding . 2012-{mm} {G}",
        ),
    ),
    _two,
    head="The Weekly Gazette\n\n4 December 2012\n\n",
)


def _yearly(chance: random.Random) -> dict[str, str]:
    drawn = _two(chance)
    numbers = {"outstanding": "4", "good": "3", "adequate": "2", "inadequate": "1"}
    return drawn | {"number": numbers[drawn["g"]], "other": numbers[drawn["h"]]}


_APA = "childrens-services annual-assessment 2007 {G}"
BEFORE_2009 = Group(
    "joint area reviews and yearly assessments",
    (
        ("In its annual performance assessment of 2007 Ofsted judged {s} to be {g}.", _APA),
        ("{s} were graded {number} ({g}) in Ofsted's annual performance assessment for 2007.", _APA),
        ("Ofsted's 2007 annual performance assessment rated {s} {g} overall.", _APA),
        ("{s} were rated {g} by Ofsted in the 2007 Annual Performance Assessment (APA).", _APA),
        ("In the annual performance assessment for 2007, {s} were given an overall grade of {number} by Ofsted.", "childrens-services annual-assessment 2007 {G}?"),
        (
            "The 2007 annual performance assessment by Ofsted gave {s} an overall grade of {g}. Staying safe was graded {h}.",
            _APA + " +staying-safe={H}",
        ),
        (
            "A joint area review of {c} by Ofsted took place in {m} 2007. Safeguarding was judged {g} and services for "
            "looked after children {h}.",
            "childrens-services joint-area-review 2007-{mm} - +safeguarding={G} +looked-after-children={H}",
        ),
        (
            "The joint area review of {c} in {m} 2007 judged services for children with learning difficulties and/or "
            "disabilities to be {g}.",
            "childrens-services joint-area-review 2007-{mm} - +learning-difficulties-disabilities={G}",
        ),
        (
            "Inspectors carried out a Joint Area Review of {s} in {m} 2007.",
            "childrens-services joint-area-review 2007-{mm} -",
        ),
        (
            "Ofsted published its joint area review of children's services in {c} in {m} 2007. It graded safeguarding {g} "
            "and the capacity to improve {h}.",
            "childrens-services joint-area-review 2007-{mm} - +safeguarding={G} +capacity-to-improve={H}",
        ),
        (
            "{c} Council had a joint area review in {m} 2007 and will have an annual performance assessment next year.",
            "childrens-services joint-area-review 2007-{mm} -",
        ),
    ),
    _yearly,
    head="The Weekly Gazette\n\n4 December 2008\n\n",
)
GROUPS = (MONITORING, FOCUSED, SHORT, SINGLE, TWO_GRADES, BEFORE_2009)
