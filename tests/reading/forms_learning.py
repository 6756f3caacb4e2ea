"""How inspections of councils' adult learning are told of, with the four grades and, since November 2025, by report card.

Source: none, made up.
"""

from __future__ import annotations

import random

from tests.reading.filled import Group, four_grades, graded

_LEARNING = (
    "{c} Council's adult learning service",
    "{c} Adult Education",
    "{c}'s adult and community learning service",
    "the adult education service in {c}",
    "{c} Adult Learning Service",
    "adult and community learning in {c}",
)
_CARDS = {
    "exceptional": "exceptional",
    "strong standard": "strong-standard",
    "expected standard": "expected-standard",
    "needs attention": "needs-attention",
    "urgent improvement": "urgent-improvement",
}


def _four(chance: random.Random) -> dict[str, str]:
    drawn = four_grades(chance)
    return drawn | {"s": chance.choice(_LEARNING).format(**drawn), "lot": chance.choice(["nine", "ten", "twelve"])}


_TOLD = "adult-learning . 2023-{mm} {G}"
LEARNING = Group(
    "adult learning",
    (
        ("Ofsted rated {s} {g} in {m} 2023.", _TOLD),
        ("{s} has been rated “{g}” by Ofsted following an inspection in {m} 2023.", _TOLD),
        ("{s} was inspected by Ofsted in {m} 2023 and judged to be {g} in all areas.", _TOLD),
        ("Ofsted inspected {s} in {m} 2023. The overall effectiveness was judged to be {g}.", _TOLD),
        ("Inspectors from Ofsted visited {s} in {m} 2023 and graded it {g} overall.", _TOLD),
        ("An Ofsted inspection of {s} in {m} 2023 gave it a grade of {g}.", _TOLD),
        (
            "Ofsted rated {s} {g} in {m} 2023. The quality of education was judged {h}, and leadership and management {k}.",
            _TOLD + " +quality-of-education={H} +leadership-and-management={K}",
        ),
        (
            "Ofsted rated {s} {g} overall in {m} 2023, with apprenticeships rated {h}.",
            _TOLD + " +apprenticeships={H}",
        ),
        (
            "Ofsted rated {s} {g} in {m} 2023. At the last inspection, in {e} 2017, it was rated {h}.",
            _TOLD + "; adult-learning . 2017-{ee} {H}",
        ),
        (
            "{s} remains {g}, Ofsted said after a short inspection in {m} 2023.",
            "adult-learning short|. 2023-{mm} {G}?".replace("short|.", "short"),
        ),
        (
            "Ofsted made a monitoring visit to {s} in {m} 2023 and found that it was making reasonable progress.",
            "adult-learning monitoring-visit 2023-{mm} -",
        ),
        (
            "Ofsted rated {s} {g} in {m} 2023. It offers courses for adults at {lot} centres, most of them good schools.",
            _TOLD,
        ),
        ("{c} College was rated {g} by Ofsted in {m} 2023. {s} uses its rooms.", ""),
        (
            "Ofsted rated {s} {g} in {m} 2023. {c} College was judged {h} in {n}.",
            _TOLD,
        ),
        (
            "Ofsted rated {s} {g} in {m} 2023. Children's services were rated {h} in {n} 2023.",
            _TOLD + "; childrens-services . 2023-{nn} {H}",
        ),
        ("Ninety per cent of learners rated {s} {g} in {m} 2023.", ""),
    ),
    _four,
    head="The Weekly Gazette\n\n4 December 2023\n\n",
)


def _cards(chance: random.Random) -> dict[str, str]:
    return _four(chance) | graded(chance, _CARDS)


_CARD = "adult-learning . 2026-{mm} - +leadership-and-governance={G} +inclusion={H}"
CARDS = Group(
    "report cards",
    (
        (
            "Ofsted inspected {s} in {m} 2026. Leadership and governance were graded {g} and inclusion {h}.",
            _CARD,
        ),
        (
            "{s} was inspected by Ofsted in {m} 2026 and received a report card. Inclusion was graded “{h}”, and leadership "
            "and governance “{g}”.",
            _CARD,
        ),
        (
            "In its new report card for {s}, inspected in {m} 2026, Ofsted gave “{g}” for leadership and governance and “{h}” "
            "for inclusion.",
            _CARD,
        ),
        (
            "Ofsted inspected {s} in {m} 2026. The grades are: leadership and governance: {g}; inclusion: {h}. Safeguarding "
            "standards were met.",
            _CARD + " +safeguarding=met",
        ),
        (
            "Ofsted inspected {s} in {m} 2026. It evaluated leadership and governance as {g} and inclusion as {h}.",
            _CARD,
        ),
        (
            "Ofsted inspected {s} in {m} 2026.\n\n- Leadership and governance: {g}\n- Inclusion: {h}\n",
            _CARD,
        ),
        (
            "{s} achieved “{h}” for inclusion and “{g}” for leadership and governance when Ofsted inspected it in {m} 2026.",
            _CARD,
        ),
        (
            "Ofsted inspected {s} in {m} 2026 under its new framework, in which there is no overall grade. Inclusion is at "
            "the level of {h}.",
            "adult-learning . 2026-{mm} - +inclusion={H}",
        ),
        (
            "Ofsted inspected {s} in {m} 2026. Safeguarding standards were met. Staff do exceptional work, the report says.",
            "adult-learning . 2026-{mm} - +safeguarding=met",
        ),
        (
            "The report card grades are exceptional, strong standard, expected standard, needs attention and urgent "
            "improvement. Ofsted inspected {s} in {m} 2026, and its report is awaited.",
            "adult-learning . 2026-{mm} -",
        ),
        (
            "{c} Primary School was graded {g} for inclusion in {m} 2026. Ofsted has not yet been to {s}.",
            "",
        ),
        (
            "{s} hopes to be graded {g} for inclusion when Ofsted next comes.",
            "",
        ),
    ),
    _cards,
    head="The Weekly Gazette\n\n4 December 2026\n\n",
)
GROUPS = (LEARNING, CARDS)
