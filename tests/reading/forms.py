"""Sentences made from lists of words, each of which tells facts that are known: which ordinary forms are read?

A form is a text with blanks. What fills them is drawn by chance, and what the text then tells is known without reading
it: for each council the grade and the year of its inspections, and the grades of parts. Source: none, they are made up.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

COUNCILS = "Dudley Kent Sheffield Barnet Rutland Devon Slough Bexley Wirral Thurrock".split()
MONTHS = "March May July September November".split()
GRADES = {
    "good": "good",
    "outstanding": "outstanding",
    "inadequate": "inadequate",
    "requires improvement": "requires-improvement",
}
HEAD = "The Weekly Gazette\n\n4 October 2023\n\n"
SERVICES = (
    "children's services in {c}",
    "{c} Council's children's services",
    "{c}'s children's services",
    "children's social care services in {c}",
    "{c} Council's services for children and families",
)


@dataclass(frozen=True)
class Told:
    """A text and what it tells: ``grades`` by council and year, "" for one without; ``parts`` by council."""

    group: str
    form: str
    text: str
    grades: dict[tuple[str, str], str]
    parts: dict[str, str] = field(default_factory=dict)


# the verdict in a sentence of its own: {n} is what it is called, {g} the grade
NOUNS = (
    "grade",
    "rating",
    "judgement",
    "verdict",
    "result",
    "outcome",
    "overall judgement",
    "overall grade",
    "final grade",
    "headline judgement",
    "inspectors' verdict",
    "inspectorate's judgement",
)
VERDICTS = (
    "The {n} was {g}.",
    "The {n} came out as {g}.",
    "The {n} was one of “{g}”.",
    "The {n} came back as {g}.",
    "The {n} turned out to be {g}.",
    "The {n} was {g} overall.",
    "The {n} that time was {g}.",
    "The {n} was never in doubt: {g}.",
)
CAME = (
    "Ofsted inspected {s} in {m} 2022.",
    "Ofsted's inspection of {s} took place in {m} 2022.",
    "In {m} 2022 Ofsted came to inspect {s}.",
    "{S} were inspected by Ofsted in {m} 2022.",
)
# one sentence of all
WHOLE = (
    "Ofsted judged {s} {g} in {m} 2022.",
    "Ofsted inspected {s} in {m} 2022, and judged them {g}.",
    "{S} were rated {g} by Ofsted after an inspection in {m} 2022.",
    "{S} got a “{g}” from Ofsted in {m} 2022.",
    "Ofsted, which inspected {s} in {m} 2022, judged them {g}.",
    "{S}, inspected by Ofsted in {m} 2022, were judged {g}.",
    "In {m} 2022 the verdict of Ofsted on {s} was {g}.",
    "Ofsted last inspected {s} in {m} 2022, when it judged them {g}.",
    "The outcome of Ofsted's inspection of {s} in {m} 2022 was {g}.",
    "What Ofsted found in {m} 2022 was that {s} were {g}.",
    "The grade given to {s} by Ofsted in {m} 2022 was {g}.",
    "Following an inspection in {m} 2022, Ofsted rated {s} {g}.",
)
# the inspection before, {h}, behind a sentence of WHOLE
BEFORE = (
    "At the previous inspection, in {n} 2018, they were judged {h}.",
    "In 2018 they had been judged {h}.",
    "The judgement in 2018 was {h}.",
    "The previous judgement, made in {n} 2018, was {h}.",
    "The authority's previous rating, in 2018, was {h}.",
    "This follows a judgement of {h} in {n} 2018.",
    "That is a step up from the {h} of 2018.",
    "The result compares with {h} in 2018.",
    "The new grade replaces the {h} given in {n} 2018.",
    "Four years earlier, in {n} 2018, the judgement had been {h}.",
    "Ofsted's last report on the council, published in {n} 2018, judged services to be {h}.",
    "It is the first inspection since {n} 2018, when the services were judged {h}.",
    "The service was last inspected in {n} 2018, when it was judged {h}.",
    "Back in 2018 the verdict was {h}.",
    "The inspection before that, in {n} 2018, resulted in {h}.",
    "Its predecessor, in {n} 2018, gave a judgement of {h}.",
)
# two grades and their days in one sentence
TWO = (
    "Having been judged {h} in 2018, {s} were judged {g} by Ofsted in {m} 2022.",
    "Judged {h} in 2018, {s} were found to be {g} when Ofsted returned in {m} 2022.",
    "{S} were judged {h} by Ofsted in {n} 2018 and {g} in {m} 2022.",
    "Ofsted judged {s} {h} in {n} 2018 but {g} in {m} 2022.",
    "Ofsted's judgements on {s} were {h} in 2018 and {g} in 2022.",
    "Ofsted judged {s} {g} in {m} 2022, having judged them {h} in 2018.",
    "{S}, which Ofsted judged {h} in 2018, were judged {g} in {m} 2022.",
    "{S} were rated {g} by Ofsted in {m} 2022, up from {h} in 2018.",
    "Ofsted inspected {s} in {n} 2018 ({h}) and in {m} 2022 ({g}).",
    "{S} went from {h} in 2018 to {g} in {m} 2022, according to Ofsted.",
    "Since 2018, when Ofsted judged them {h}, {s} have been inspected once, in {m} 2022, and were judged {g}.",
)
# parts, behind a sentence that gives the whole's grade: {x} {y} {z} are grades, {H} {I} {K} {L} the parts
HELP = (
    "help and protection",
    "the help and protection of children",
    "services for children who need help and protection",
)
CARE = ("children in care", "the experiences and progress of children in care", "services for children in care")
LEAVERS = ("care leavers", "the experiences and progress of care leavers", "support for care leavers")
LEADERS = ("leadership", "the impact of leaders on social work practice", "leaders' impact on social work practice")
PARTS = {
    "{H} was judged {x}, as was {l}. {I} was graded {y}.": "hx lx iy",
    "Inspectors judged {h} {x}, {i} {y} and {l} {z}.": "hx iy lz",
    "{H} was judged {x}, {l} {y}, and {i} and {k} {z}.": "hx ly iz kz",
    "The inspectors gave a grade of {x} to {h} and {y} to {l}.": "hx ly",
    "The separate judgements were {x} for {h}, {y} for {i} and {z} for {k}.": "hx iy kz",
    "{H}: {x}. {I}: {y}. {K}: {z}.": "hx iy kz",
    "{L} was judged {x}, but {h} {y}.": "lx hy",
    "{H} and {i} were both judged {x}, and {k} {y}.": "hx ix ky",
    "Only {l} was judged {x}; {h}, {i} and {k} were all {y}.": "lx hy iy ky",
    "There was a {x} judgement for {h} and a {y} judgement for {l}.": "hx ly",
    "Of the areas inspected, {h} was {x}, {i} {y} and {k} {z}.": "hx iy kz",
    "All of the other judgements were {x} apart from the one on {k}, which was {y}.": "ky",
}
# several councils
ROUND = (
    "Ofsted inspected children's services in {a}, {b} and {c} in 2022. {a} was judged {x}, {b} {y} and {c} {z}.",
    (
        "Children's services in {a} were rated {x} by Ofsted in March 2022, those in {b} {y} in "
        "May and those in {c} {z} in July."
    ),
    "In 2022 Ofsted judged {a}'s children's services {x}, {b}'s {y} and {c}'s {z}.",
    (
        "Of the three councils whose children's services Ofsted inspected in 2022, {a} was judged "
        "{x}, {b} {y} and {c} {z}."
    ),
    (
        "Ofsted inspected children's services in {a} in March 2022 and judged them {x}. In May "
        "2022 it went to {b}, where it judged "
        "them {y}. In July 2022 it was in {c}, and judged them {z}."
    ),
    (
        "Unlike {a}, whose children's services were rated {x} by Ofsted in 2022, {b} was rated "
        "{y}. {c}'s children's services were "
        "rated {z} in 2022."
    ),
    (
        "Ofsted judged children's services in {a} to be {x} in March 2022. Its verdict on {b}, in "
        "May, was {y}. On {c}, in July 2022, "
        "it was {z}."
    ),
)
# of nobody's here: a home or a school behind a sentence of WHOLE
OTHERS = (
    "The Oaks was inspected by Ofsted in June 2022. It was rated {h}.",
    "The home was inspected in June 2022. It was rated {h}.",
    "Ofsted's report on the Oaks, published in June 2022, rated it {h}.",
    "Inspectors visited Hill View in June 2022. It was rated {h}.",
    "An inspection of Meadow View in June 2022 ended in a judgement of {h}.",
    "The school's grade in 2018 was {h}.",
    "The council's own rating in 2018 was {h}.",
    "Parents rated the service {h} in 2018.",
    "Its leader hopes to be {h} by 2030.",
    "A peer review found the service {h} in 2018.",
    "It might have been judged {h}.",
    "The grade could be {h} next time.",
)


def texts(seed: int, number: int) -> Iterator[Told]:
    """``number`` texts of each group, the same for the same ``seed``."""
    chance = random.Random(seed)
    for _ in range(number):
        yield from _of_one(chance)
        yield _of_several(chance)


def _cap(words: str) -> str:
    return words[0].upper() + words[1:]


def _of_one(chance: random.Random) -> Iterator[Told]:
    council, month, other = chance.choice(COUNCILS), chance.choice(MONTHS), chance.choice(MONTHS)
    grade, before = chance.sample(sorted(GRADES), 2)
    service = chance.choice(SERVICES).format(c=council)
    plain = [g for g in GRADES if " " not in g]
    blanks = {"s": service, "S": _cap(service), "m": month, "n": other, "g": grade, "h": before}
    now, then = {(council.lower(), "2022"): GRADES[grade]}, {(council.lower(), "2018"): GRADES[before]}

    def made(group: str, form: str, grades: dict[tuple[str, str], str], **more: str) -> Told:
        return Told(group, form, HEAD + form.format(**blanks | more), grades)

    noun = chance.choice(NOUNS)
    came, verdict = chance.choice(CAME), chance.choice(VERDICTS).replace("{n}", noun)
    yield made("a verdict of its own", f"{came} {verdict}", now)
    whole = chance.choice(WHOLE)
    if grade == "requires improvement":
        whole = WHOLE[2]
    yield made("one sentence", whole, now)
    yield made("the one before", f"{WHOLE[2]} {chance.choice(BEFORE)}", now | then)
    two = chance.choice(TWO)
    if " " in grade or " " in before:
        blanks["g"], blanks["h"] = chance.sample(plain, 2)
        now = {(council.lower(), "2022"): blanks["g"]}
        then = {(council.lower(), "2018"): blanks["h"]}
    yield made("two in one sentence", two, now | then)
    yield made("somebody else's", f"{WHOLE[2]} {chance.choice(OTHERS)}", now)
    yield _parts(chance, council, blanks, now)


def _parts(chance: random.Random, council: str, blanks: dict[str, str], now: dict[tuple[str, str], str]) -> Told:
    form = chance.choice(sorted(PARTS))
    names = {"h": HELP, "i": CARE, "k": LEAVERS, "l": LEADERS}
    drawn = {key: chance.choice(each) for key, each in names.items()}
    grades = {key: chance.choice(["good", "outstanding", "inadequate"]) for key in "xyz"}
    words = {**drawn, **{key.upper(): _cap(each) for key, each in drawn.items()}, **grades}
    text = HEAD + WHOLE[2].format(**blanks) + " " + form.format(**words)
    known = {pair[0]: grades[pair[1]] for pair in PARTS[form].split()}
    return Told("parts", form, text, now, {f"{council.lower()} {key}": grade for key, grade in known.items()})


def _of_several(chance: random.Random) -> Told:
    councils = dict(zip("abc", chance.sample(COUNCILS, 3), strict=True))
    grades = {key: chance.choice(["good", "outstanding", "inadequate"]) for key in "xyz"}
    form = chance.choice(ROUND)
    known = {(councils[c].lower(), "2022"): grades[g] for c, g in zip("abc", "xyz", strict=True)}
    return Told("several councils", form, HEAD + form.format(**councils, **grades), known)
