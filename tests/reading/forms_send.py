"""How inspections of special educational needs in a local area are told of: since 2023 with one of three outcomes, before
with or without a written statement of action, and the return to see what had become of it. Source: none, made up.
"""

from __future__ import annotations

import random

from tests.reading.filled import Group, councils

_NOUNS = {
    "typically-positive": ("typically positive experiences and outcomes",),
    "inconsistent": ("inconsistent experiences and outcomes",),
    "widespread-and-or-systemic-failings": ("widespread and/or systemic failings", "widespread or systemic failings"),
}
_DOES = {
    "typically-positive": ("typically lead to positive experiences and outcomes",),
    "inconsistent": ("lead to inconsistent experiences and outcomes",),
    "widespread-and-or-systemic-failings": (
        "show widespread and/or systemic failings",
        "have widespread and/or systemic failings, leading to significant concerns",
    ),
}
_BOTH = ("Ofsted and the Care Quality Commission", "Ofsted and the CQC", "Ofsted and the Care Quality Commission (CQC)")
_SEND = (
    "SEND services in {c}",
    "special educational needs and disabilities (SEND) provision in {c}",
    "services for children and young people with SEND in {c}",
    "{c}'s SEND services",
    "the SEND arrangements in {c}",
    "support for children with special educational needs and disabilities in {c}",
)
_CHILDREN = ("children and young people with SEND", "children with special educational needs and disabilities")


def _blanks(chance: random.Random) -> dict[str, str]:
    drawn = councils(chance)
    slug, other = chance.sample(sorted(_NOUNS), 2)
    return drawn | {
        "F": slug, "f": chance.choice(_NOUNS[slug]), "v": chance.choice(_DOES[slug]),
        "O": other, "o": chance.choice(_NOUNS[other]), "w": chance.choice(_DOES[other]),
        "b": chance.choice(_BOTH), "s": chance.choice(_SEND).format(**drawn), "k": chance.choice(_CHILDREN),
        "two": chance.choice(["two", "three"]), "five": chance.choice(["five", "six", "seven"]),
    }  # fmt: skip


_TOLD = "area-send . 2024-{mm} {F}"
OUTCOMES = Group(
    "SEND outcomes",
    (
        ("{b} inspected {s} in {m} 2024 and found {f} for {k}.", _TOLD),
        ("Inspectors from {b}, who visited {c} in {m} 2024 to look at SEND services, found {f}.", _TOLD),
        ("An inspection of the {c} local area partnership in {m} 2024 concluded that its arrangements {v} for {k}.", _TOLD),
        (
            "{c} local area partnership was given an outcome of {f} after an Area SEND inspection by {b} in {m} 2024.",
            _TOLD,
        ),
        (
            "The Director reported that the Area SEND inspection of {c} had taken place in {m} 2024. "
            "The outcome was that the partnership's arrangements {v} for {k}.",
            _TOLD,
        ),
        (
            "The local area of {c} was inspected by {b} under the new Area SEND framework in {m} 2024. "
            "The inspection found that arrangements {v} for {k}.",
            _TOLD,
        ),
        ("{b} found {f} when they inspected {s} in {m} 2024.", _TOLD),
        ("{s} were inspected by {b} in {m} 2024. Inspectors found {f}.", _TOLD),
        ("A joint inspection by {b} of {s}, carried out in {m} 2024, has found {f}.", _TOLD),
        (
            "A report by {b} on {s}, published in {m} 2024, has found {f}.",
            "area-send . p:2024-{mm} {F}",
        ),
        (
            "{c} Council and its NHS partners have been told that their SEND arrangements {v}. "
            "{b} carried out the inspection in {m} 2024.",
            _TOLD,
        ),
        (
            "{b} inspected SEND provision across {c} in {m} 2024. The inspectors' overall finding was {f}.",
            _TOLD,
        ),
        (
            "In {m} 2024 {b} carried out an Area SEND inspection in {c}. The inspection outcome is that the local area "
            "partnership's arrangements {v}.",
            _TOLD,
        ),
        (
            "{b} visited {c} in {m} 2024 for an Area SEND inspection. Their report says that the partnership's "
            "arrangements {v} for {k}. The next full inspection will be within three years.",
            _TOLD,
        ),
        (
            "The Area SEND inspection of {c} in {m} 2024 resulted in the outcome “{f}”.",
            _TOLD,
        ),
        (
            "In {m} 2024, {b} identified {f} in {s}.",
            _TOLD,
        ),
        (
            "At the Area SEND inspection of {c} in {m} 2024, {b} concluded that {k} have {f}.",
            _TOLD,
        ),
        (
            "Following an inspection in {m} 2024, {b} said that {s} {v}.",
            _TOLD,
        ),
    ),
    _blanks,
)
BEFORE_2023 = Group(
    "SEND before 2023",
    (
        (
            "{b} inspected {s} in {m} 2018 and required a written statement of action.",
            "area-send . 2018-{mm} -",
        ),
        (
            "{b} inspected {s} in {m} 2018. As a result, the local area was told to produce a Written Statement of Action.",
            "area-send . 2018-{mm} -",
        ),
        (
            "Following an inspection of {s} by {b} in {m} 2018, the council and the clinical commissioning group had to "
            "write a statement of action because of {five} areas of significant weakness.",
            "area-send . 2018-{mm} -",
        ),
        (
            "The joint local area SEND inspection of {c} took place in {m} 2018. Inspectors identified {five} areas of "
            "significant weakness.",
            "area-send . 2018-{mm} -",
        ),
        (
            "{c} was inspected by {b} in {m} 2018 on how well it was implementing the SEND reforms. It did not have to "
            "produce a written statement of action.",
            "area-send . 2018-{mm} -",
        ),
        (
            "In {m} 2018 {b} carried out a joint inspection of the local area of {c} to judge how effective it had been "
            "in implementing the disability and special educational needs reforms. No written statement of action was "
            "required.",
            "area-send . 2018-{mm} -",
        ),
        (
            "{b} inspected {s} in {m} 2018. They returned in {n} 2021 and found that sufficient progress had been made in "
            "{two} of the {five} areas of significant weakness.",
            "area-send . 2018-{mm} -; area-send revisit 2021-{nn} -",
        ),
        (
            "{b} revisited {c} in {m} 2021 to see what had become of the weaknesses in SEND services found at the "
            "inspection of {n} 2018. Sufficient progress had been made in addressing {two} of the {five} weaknesses.",
            "area-send revisit 2021-{mm} -; area-send . 2018-{nn} -",
        ),
        (
            "At their revisit to {c} in {m} 2021, {b} found that the area had made sufficient progress in addressing all "
            "{five} of the significant weaknesses in SEND provision.",
            "area-send revisit 2021-{mm} -",
        ),
        (
            "A SEND revisit by {b} in {m} 2021 found that {c} had not made sufficient progress in addressing {two} of the "
            "significant weaknesses identified in 2018.",
            "area-send revisit 2021-{mm} -; ?area-send . 2018 -",
        ),
        (
            "The letter published after the inspection of {s} in {m} 2018 said that there were significant weaknesses, "
            "and {b} asked for a written statement of action.",
            "area-send . i:2018-{mm} -",
        ),
        (
            "Special needs services in {c} were inspected by {b} in {m} 2018. The inspectors determined that a written "
            "statement of action is required because of significant areas of weakness in the local area's practice.",
            "area-send . 2018-{mm} -",
        ),
        (
            "Members noted that {b} had inspected the local area's SEND provision in {m} 2018, that {five} areas of "
            "weakness had been found, and that {c} Council had since written its statement of action.",
            "area-send . 2018-{mm} -",
        ),
        (
            "To ask the Secretary of State what progress {c} has made since its SEND inspection. {c} local area was "
            "inspected by {b} in {m} 2018, was required to produce a written statement of action, and was revisited in "
            "{n} 2021, when it was found to have made sufficient progress in all areas.",
            "area-send . 2018-{mm} -; area-send revisit 2021-{nn} -",
        ),
    ),
    _blanks,
    head="The Weekly Gazette\n\n4 December 2021\n\n",
)
OTHER_WORDS = Group(
    "SEND, words that are no outcome",
    (
        (
            "{b} inspected {s} in {m} 2024 and found {f}. One mother called the support “inadequate”.",
            _TOLD,
        ),
        (
            "{b} inspected {s} in {m} 2024. Inspectors said that communication with parents requires improvement.",
            "area-send . 2024-{mm} -",
        ),
        (
            "{b} inspected {s} in {m} 2024. They praised the outstanding work of the autism team and the good support "
            "in special schools.",
            "area-send . 2024-{mm} -",
        ),
        (
            "{b} inspected {s} in {m} 2024. There are three possible outcomes: typically positive experiences and "
            "outcomes, inconsistent experiences and outcomes, and widespread and/or systemic failings. The report will "
            "be published in {n}.",
            "area-send . 2024-{mm} -",
        ),
        (
            "{b} inspected {s} in {m} 2024. The council expects to be told that its arrangements {v}.",
            "area-send . 2024-{mm} -",
        ),
        (
            "{b} inspected {s} in {m} 2024 and found {f}. In neighbouring {d}, inspectors found {o} in {n} 2024.",
            _TOLD + "; {d}/area-send . 2024-{nn} {O}",
        ),
        (
            "{b} inspected {s} in {m} 2024 and found {f}, one of three possible outcomes.",
            _TOLD,
        ),
        (
            "{c} Council fears that an Area SEND inspection could find {f}.",
            "",
        ),
        (
            "A parents' group in {c} says there are widespread and systemic failings in the council's SEND services.",
            "",
        ),
        (
            "{b} inspected {s} in {m} 2024 and found {f}. That is better than in 2019, when a written statement of action "
            "was required.",
            _TOLD + "; ?area-send . 2019 -",
        ),
        (
            "{b} did not find {o} when they inspected {s} in {m} 2024, but {f}.",
            "area-send . 2024-{mm} {F}?",
        ),
        (
            "{b} have found {f} in {d}. {c} has not yet been inspected under the new framework.",
            "{d}/area-send . . {F}?",
        ),
        (
            "A peer review of {s} in {m} 2024 found {f}.",
            "",
        ),
    ),
    _blanks,
)
GROUPS = (OUTCOMES, BEFORE_2023, OTHER_WORDS)
