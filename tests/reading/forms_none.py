"""How inspections are told of that did not happen, have not yet happened, or told nothing yet. Source: none, made up."""

from __future__ import annotations

import random

from tests.reading.filled import Group, four_grades

_SERVICES = (
    "children's services in {c}",
    "{c} Council's children's services",
    "SEND services in {c}",
    "adult social care in {c}",
    "{c}'s youth justice service",
    "{c}'s adult learning service",
)


def _blanks(chance: random.Random) -> dict[str, str]:
    drawn = four_grades(chance)
    service = chance.choice(_SERVICES)
    short = {
        "SEND": "area-send", "adult social": "adult-social-care", "youth": "youth-justice", "adult learning": "adult-learning",
    }  # fmt: skip
    who = {"SEND": "Ofsted and the CQC", "adult social": "the CQC", "youth": "HM Inspectorate of Probation"}
    return drawn | {
        "s": service.format(**drawn),
        "S": next((slug for word, slug in short.items() if word in service), "childrens-services"),
        "i": next((each for word, each in who.items() if word in service), "Ofsted"),
    }


NOT_MADE = Group(
    "not inspected",
    (
        ("The inspection of {s} planned by {i} for {n} 2023 was cancelled.", ""),
        ("{i} cancelled its inspection of {s} in {m} 2020 because of the pandemic.", ""),
        ("An inspection of {s} by {i} that was due in {m} 2020 was postponed.", ""),
        ("{i} has postponed its inspection of {s}, which was to take place in {m} 2024.", ""),
        ("{i} is expected to inspect {s} in {m} 2024.", ""),
        ("{s} could be inspected by {i} at any time, a report to the cabinet says.", ""),
        ("The council expects {i} to inspect {s} before {n} 2024 and believes it will be judged {g}.", ""),
        ("{c} Council is preparing for an inspection of {s} by {i}.", ""),
        ("{s} have never been inspected by {i}.", ""),
        ("If {i} inspected {s} now, the judgement would be {g}, the councillor said.", ""),
        ("No inspection of {s} was made by {i} in 2023.", ""),
        ("The mock inspection of {s} in {m} 2023 used the methods of {i} and gave a rating of {g}.", ""),
        ("In its self-evaluation for {i} the council rated {s} {g} in {m} 2023.", ""),
        ("A new council will take over in {n} 2026. {s} will then have to be inspected anew by {i}.", ""),
        ("{i} was to have inspected {s} in {m} 2020, but the visit did not go ahead.", ""),
        ("The council aims for {s} to be rated {g} by {i} in 2025.", ""),
        ("{i} has told the council that it will not inspect {s} in 2023.", ""),
        ("The leader asked when {i} would next inspect {s}.", ""),
        ("Inspectors from {i} turned back in {m} 2020 when the lockdown began, and {s} were not inspected.", ""),
        ("Had the inspection of {s} by {i} gone ahead in {m} 2020, the council would have been judged {g}.", ""),
    ),
    _blanks,
    head="The Weekly Gazette\n\n4 December 2023\n\n",
)
NOT_YET = Group(
    "inspected, no grade told",
    (
        ("{i} inspected {s} in {m} 2023. The report has not been published.", "{S} . 2023-{mm} -"),
        ("{i} inspected {s} in {m} 2023, and the outcome is awaited.", "{S} . 2023-{mm} -"),
        ("{i} inspected {s} in {m} 2023. The council hopes that the grade will be {g}.", "{S} . 2023-{mm} -"),
        ("{i} inspected {s} in {m} 2023. A councillor said she would be surprised if they were not {g}.", "{S} . 2023-{mm} -"),
        ("{i} inspected {s} in {m} 2023. The council thinks they are {g}.", "{S} . 2023-{mm} -"),
        ("{i} inspected {s} in {m} 2023. Before that the council had rated them {g} itself.", "{S} . 2023-{mm} -"),
        ("An inspection of {s} was carried out by {i} in {m} 2023. There was good work, the leader said.", "{S} . 2023-{mm} -"),
        ("{i} was in {c} in {m} 2023 to inspect {s}. Its findings will be known in the new year.", "{S} . 2023-{mm} -"),
        (
            "{i} inspected {s} in {m} 2023. An inspection in {d} that was due in the same month was cancelled.",
            "{S} . 2023-{mm} -",
        ),
    ),
    _blanks,
    head="The Weekly Gazette\n\n4 December 2023\n\n",
)


def _gone(chance: random.Random) -> dict[str, str]:
    drawn = four_grades(chance)
    old, new = chance.choice(
        [
            ("Cumbria", "Cumberland"),
            ("Northamptonshire", "West Northamptonshire"),
            ("Bedfordshire", "Central Bedfordshire"),
            ("Cheshire", "Cheshire East"),
        ]
    )
    slug = {"Northamptonshire": "northamptonshire", "Cumbria": "cumbria", "Bedfordshire": "bedfordshire", "Cheshire": "cheshire"}[old]
    return drawn | {"c": old, "new": new, "old": slug, "y": {"Cumbria": "2017", "Northamptonshire": "2016"}.get(old, "2007")}


ABOLISHED = Group(
    "councils that are gone",
    (
        (
            "{c} County Council, which has since been abolished, was inspected by Ofsted in {y}, when its children's "
            "services were judged inadequate.",
            "{old}/childrens-services . {y} inadequate",
        ),
        (
            "Children's services in {new} have not been inspected since the council was created. Its predecessor, {c} "
            "County Council, was judged good by Ofsted in {y}.",
            "{old}/childrens-services . {y} good?",
        ),
        ("{new} Council has not yet been inspected by Ofsted. {c} County Council was abolished.", ""),
        ("{new} Council inherited a grade of inadequate from {c} County Council when it took over.", ""),
    ),
    _gone,
    head="The Weekly Gazette\n\n4 December 2023\n\n",
)
GROUPS = (NOT_MADE, NOT_YET, ABOLISHED)
