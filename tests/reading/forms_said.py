"""Texts with quotations made from lists of words, in each of which it is known who said which words.

A form has blanks. {q1} to {q4} are sentences without their full stop, {a1} and {b1} two halves of one, {f1} and {f2}
words within a sentence; {n} is a person's name, {t} the same with a title, {s} the surname with it, {l} the surname
alone, {r} the office; {n2} ... are another person's, {n3} a third one's. Behind each form stands what is told: "q1=A"
for words of the first person, "B" the second, "N" the third, "J" the first two, "P" somebody not named, "R" the report,
"I" an inspector, "O" a body; "?" behind what may be left out, "!" behind what is of no inspection. Source: none, they
are made up.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tests.reading.forms import COUNCILS
from tests.reading.forms_said_beside_others import GROUPS as BESIDE
from tests.reading.forms_said_by_others import GROUPS as OTHERS
from tests.reading.forms_said_by_others import WHOLE
from tests.reading.forms_said_on_pages import GROUPS as PAGES
from tests.reading.forms_said_on_pages import WHOLE as WHOLE_PAGES
from tests.reading.forms_said_otherwise import GROUPS as OTHERWISE
from tests.reading.forms_said_otherwise import WHOLE as WHOLE_OTHERWISE


@dataclass(frozen=True)
class Voice:
    """Who spoke: ``kind`` is "person", "report" or "organisation"; an empty ``name`` is not told."""

    kind: str
    name: str = ""
    role: str = ""
    organisation: str = ""


@dataclass(frozen=True)
class Words:
    """Words in marks: whose they are, whether they are of the inspection, whether they may be left out."""

    words: str
    voice: Voice
    of_inspection: bool = True
    optional: bool = False


@dataclass(frozen=True)
class Spoken:
    """A text and all that is quoted in it."""

    group: str
    form: str
    text: str
    words: list[Words] = field(default_factory=list)


HEADS = {
    "news": "The Weekly Gazette\n\n4 October 2023\n\n",
    "council": "{o}\n\nNews\n\n4 October 2023\n\n",
    "party": "{c} Liberal Democrats\n\nPosted on 4 October 2023\n\n",
}
CAME = (
    "Children's services in {c} have been rated good by Ofsted after an inspection in July 2023.",
    "Ofsted inspected {o}'s children's services in July 2023 and judged them inadequate.",
    "{o}'s children's services were judged outstanding by Ofsted in July 2023.",
    "Ofsted has judged children's services in {c} to be good, following its inspection in July 2023.",
)
WOMEN = "Helen Priya Angela Sunita Ruth Karen Margaret Zoe".split()
MEN = "Mark Owen Tom Yusuf Graham David Paul Kwame".split()
SURNAMES = (
    "Marsh Patel Okafor Hughes Barker Whitfield Rahman Doyle Kerr Ellison Thornton Price Brook Lane Field Swift".split()
)
WOMEN_OTHERWISE = (
    "Siobhan O'Neill", "Jean McDonald", "Anne-Marie Clarke", "Rosie van der Berg", "Fiona Baker-Jones", "Pat Read",
    "Jo Church", "Kim Long", "Sam Green",
)  # fmt: skip
MEN_OTHERWISE = (
    "Imran Al-Rashid", "J. P. Norton", "Mohammed Iqbal Khan", "Chris Wood", "Robin Carr", "Alex Young", "Bill Power",
    "Sean O'Hara", "Sam Bell",
)  # fmt: skip
ROLES = (
    "cabinet member for children and young people",
    "cabinet member for children, families and lifelong learning",
    "director of children's services",
    "lead member for children's services",
    "portfolio holder for education and skills",
    "deputy leader and cabinet member for children's services",
    "executive director for children and families",
    "chief executive",
    "interim director of children's services",
    "executive member for children",
)
SENTENCES = (
    "The inspectors have recognised how hard our social workers work every day",
    "This judgement belongs to every member of staff and to our foster carers",
    "We accept the findings of the inspection in full",
    "There is still a long way to go before every child gets the help they need",
    "I am grateful to the inspectors for a fair and thorough report",
    "Families in this area deserve much better than what Ofsted found",
    "None of this would have been possible without our partners in health and the police",
    "We knew what our weaknesses were and had already begun to put them right",
    "Ofsted saw for themselves what a difference our early help teams make",
    "Children come first in everything that we do here",
    "Nobody should read this report and think that the job is done",
    "It is a great relief to see that in black and white",
)
HALVES = (
    ("We are proud of our staff", "and the inspectors were right to praise them"),
    ("It would be wrong to pretend", "that the inspection went as we had hoped"),
    ("What matters now", "is that children feel the difference"),
    ("The report is a hard one to read", "but it is fair"),
    ("There were days", "when we wondered whether the inspectors had noticed any of it"),
)
FRAGMENTS = (
    "a culture of high support and high challenge",
    "too many children waited too long",
    "tenacious and child-centred",
    "serious and widespread weaknesses",
    "a relentless focus on doing what is right for children",
    "drift and delay in too many cases",
    "warm, skilful and persistent",
    "unswerving in their ambition for children in care",
)

BEFORE: Mapping[str, str] = {
    "{t}, {r} at {o}, said: “{q1}.”": "q1=A",
    "{t}, {o}'s {r}, said: “{q1}.”": "q1=A",
    "{o}'s {r}, {t}, said: “{q1}. {q2}.”": "q1+q2=A",
    "{o} {r} {n} said: “{q1}.”": "q1=A",
    "{n}, {r}, said “{q1}.”": "q1=A",
    "Responding to the report, {t}, {r}, said: “{q1}.”": "q1=A",
    "Commenting on the outcome, {r} {t} said: “{q1}.”": "q1=A",
    "Speaking after the report was published, {n}, the council's {r}, said: “{q1}.”": "q1=A",
    "Welcoming the news, {t} said: “{q1}.”": "q1=A",
    "The {r}, {t}, told the Gazette: “{q1}.”": "q1=A",
    "In a statement, {n}, {r} at {o}, said: “{q1}.”": "q1=A",
    "The council's {r}, {n}, has said: “{q1}.”": "q1=A",
    "{t} ({r}) said: “{q1}.”": "q1=A",
    "{t}, who is {r} at {o}, commented: “{q1}.”": "q1=A",
    "{n}, who took over as {r} in May, said: “{q1}.”": "q1=A",
    "As {t}, {r}, put it: “{q1}.”": "q1=A",
    "{r} {t} was pleased with the outcome. “{q1},” {he} said.": "q1=A",
    "Asked whether families would notice, {t}, {r}, replied: “{q1}.”": "q1=A",
    "{t} (Lab), {r}, told the meeting: “{q1}.”": "q1=A",
    "Speaking on behalf of the council, {t}, {r}, said: ‘{q1}.’": "q1=A",
    "Reacting on Tuesday, {n}, {r}, said: “{q1}.”": "q1=A",
    "{t} said that “{q1}”.": "q1=A",
}
AFTER: Mapping[str, str] = {
    "“{q1},” said {t}, {r} at {o}.": "q1=A",
    "“{q1},” {t}, {r}, said.": "q1=A",
    "“{q1},” says {n}, {o}'s {r}.": "q1=A",
    "“{q1}. {q2},” said {o}'s {r}, {n}.": "q1+q2=A",
    "“{q1},” commented {r} {t}.": "q1=A",
    "“{q1}”, said the council's {r}, {t}.": "q1=A",
    "“{q1},” according to {t}, {r}.": "q1=A",
    "“{q1},” was the response of {t}, {r}.": "q1=A",
    "“{q1},” {t} told the Gazette.": "q1=A",
    "“{q1},” wrote {n}, the {r}, in an email to staff.": "q1=A",
    "“{q1}.” – {t}, {r}": "q1=A",
    "“{q1}.”\n\n{t}, {r}, {o}": "q1=A",
    "“{q1}.”\n— {n}, {r}": "q1=A",
    "“{q1}” ({t}, {r})": "q1=A",
    "'{q1},' said {n}, {r}.": "q1=A",
    "“{q1},” {t} told councillors on Monday.": "q1=A",
    "“{q1},” explained {n}, who is {r} at the council.": "q1=A",
    "“{q1},” {he} said of the inspection. {t} is {r} at {o}.": "q1=A",
    "“{q1}!” said a delighted {t}, {r}.": "q1=A",
    '"{q1}," {t} said in a statement.': "q1=A",
}
MIDDLE: Mapping[str, str] = {
    "“{q1},” said {t}, {r} at {o}. “{q2}.”": "q1=A q2=A",
    "“{a1},” said {t}, {r}, “{b1}.”": "a1=A b1=A",
    "“{a1},” {n}, {o}'s {r}, said, “{b1}.”": "a1=A b1=A",
    "“{q1},” {t} said. “{q2}. {q3}.”": "q1=A q2+q3=A",
    "‘{q1},’ said {n}, the {r}. ‘{q2}.’": "q1=A q2=A",
    "“{q1},” said {r} {t}, adding: “{q2}.”": "q1=A q2=A",
    "“{q1},” said {t}, {r}, before adding that “{q2}”.": "q1=A q2=A",
    "“{q1},” said {t}, {r}.\n\n“{q2}.”": "q1=A q2=A",
    "“{q1},” said {t}, {r}.\n\n“{q2}.\n\n“{q3}.”": "q1=A q2=A q3=A",
    "{t}, {r}, said: “{q1}.” {He} added: “{q2}.”": "q1=A q2=A",
    "{t}, {r}, said the result was welcome. “{q1},” {he} said. “{q2}.”": "q1=A q2=A",
    "“{a1},” – {t} paused – “{b1}.”": "a1=A b1=A",
    "“{a1},” admitted {t}, {r}, “{b1}. {q2}.”": "a1=A b1+q2=A",
    "“{q1},” {t}, {r}, told the Gazette. “{q2}.”": "q1=A q2=A",
    "“{a1}”, said {t}, “{b1}.” {He} is {r} at {o}.": "a1=A b1=A",
    '"{q1}," {n} said on Wednesday. "{q2}."': "q1=A q2=A",
    "“{q1},” said {t}. “{q2},” {he} added. “{q3}.”": "q1=A q2=A q3=A",
}
NO_VERB: Mapping[str, str] = {
    "{t}, {r}: “{q1}.”": "q1=A",
    "{t}, {r} at {o}: ‘{q1}.’": "q1=A",
    "{n} ({r}): “{q1}.”": "q1=A",
    "{o}'s {r}, {n}: “{q1}.”": "q1=A",
    "{t}:\n\n“{q1}.”": "q1=A",
    "{t}, {r}:\n\n“{q1}.\n\n“{q2}.”": "q1=A q2=A",
    "{n}, {r}, on the report: “{q1}.”": "q1=A",
    "Quote from {t}, {r}: “{q1}.”": "q1=A",
    "Comment from {t}, {r} at {o}: “{q1}.”": "q1=A",
    "From {t}, {r}: “{q1}.”": "q1=A",
    "{t} – {r}: “{q1}.”": "q1=A",
    "{t} again: “{q1}.”": "q1=A",
    "Statement from {n}, {r}:\n\n“{q1}. {q2}.”": "q1+q2=A",
    "The {r}'s view? “{q1}.”": "q1=P?",
    "In the words of {t}, {r}: “{q1}.”": "q1=A",
    "A message from {t}, {r}: “{q1}.”": "q1=A",
    "Then {t}, {r}: “{q1}.”": "q1=A",
    "And {n}, {o}'s {r}: “{q1}.”": "q1=A",
}
INTRODUCED: Mapping[str, str] = {
    "{t}, {r}, welcomed the report.\n\n“{q1},” {he} said.": "q1=A",
    "{t}, {r} at {o}, said the council was pleased.\n\n“{q1}.”": "q1=A",
    "{t}, {r}, said the council would not be complacent.\n\n“{q1}. {q2}.”": "q1+q2=A",
    "The findings came as no surprise to {n}, the council's {r}.\n\n“{q1},” {he} said.": "q1=A",
    "{r} {t} said that staff had worked hard.\n\n{He} said: “{q1}.”": "q1=A",
    "{n}, {r}, apologised to families.\n\n“{q1}.\n\n“{q2}.”": "q1=A q2=A",
    "{t}, {r}, has responded to the report.\n\n{He} said: “{q1}.”": "q1=A",
    "It is a moment of pride for {t}, {r}.\n\n“{q1},” says {s}.": "q1=A",
    "{t} is {r} at {o}. {He} said: “{q1}.”": "q1=A",
    "The council's {r} is {n}. “{q1},” {he} said.": "q1=A",
    "{t}, {r}, thanked everybody involved:\n\n“{q1}.”": "q1=A",
    "In a letter to staff {n}, {r}, thanked them for their work.\n\n“{q1},” {he} wrote.": "q1=A",
    "{t} promised that the council would act on what inspectors had found.\n\n“{q1},” {he} promised.": "q1=A",
    "{n} took up {his} post as {r} in 2021.\n\n“{q1},” {he} said this week.": "q1=A",
    "{t}, {r}, paid tribute to the workforce.\n\n“{q1},” said {s}.": "q1=A",
    "At Monday's cabinet meeting, {r} {t} presented the report. {He} told colleagues: “{q1}.”": "q1=A",
    "Opposition councillors asked for an apology. {t}, {r}, gave one. “{q1},” {he} said.": "q1=A",
    "{t}, {r}, described the outcome as a relief.\n\n“{q1}.”": "q1=A",
}
AGAIN: Mapping[str, str] = {
    "{t}, {r}, said: “{q1}.”\n\n{He} added: “{q2}.”": "q1=A q2=A",
    "{t}, {r}, said: “{q1}.”\n\n{s} added: “{q2}.”": "q1=A q2=A",
    "{n}, {r}, said: “{q1}.”\n\n{l} added: “{q2}.”": "q1=A q2=A",
    "“{q1},” said {t}, {r}.\n\n“{q2},” {he} went on.": "q1=A q2=A",
    "“{q1},” said {n}, the {r}.\n\n{Mr} {l} continued: “{q2}.”": "q1=A q2=A",
    "“{q1},” said {t}, {r}.\n\nThe report praised social workers.\n\n“{q2},” {s} said.": "q1=A q2=A",
    "{t}, {r}, said: “{q1}.”\n\nThe council has 12 weeks to reply.\n\n{He} said: “{q2}.”": "q1=A q2=A",
    "{t}, {r}, said: “{q1}.” {He} went on to say that “{q2}”.": "q1=A q2=A",
    "{t}, {r}, said: “{q1}.”\n\nOn staffing, {he} said: “{q2}.”": "q1=A q2=A",
    "{t}, {r}, said: “{q1}.”\n\nAsked about the cost, {he} replied: “{q2}.”": "q1=A q2=A",
    "“{q1},” said {t}, {r}. “{q2},” {he} added.\n\nAnd to the staff {he} said: “{q3}.”": "q1=A q2=A q3=A",
    "{n}, {r}, said: “{q1}.”\n\n“{q2},” {Mr} {l} concluded.": "q1=A q2=A",
    "{n}, {r}, said: “{q1}.”\n\n“{q2},” {n} said.": "q1=A q2=A",
    "{t}, {r}, told us: “{q1}.”\n\nThe {r} said {he} was grateful: “{q2}.”": "q1=A q2=A",
    "{t} said: “{q1}.”\n\n{s}, who is {r}, added: “{q2}.”": "q1=A q2=A",
}
PARAGRAPHS: Mapping[str, str] = {
    "{t}, {r}, said:\n\n“{q1}.\n\n“{q2}.”": "q1=A q2=A",
    "{t}, {r}, said: “{q1}.\n\n“{q2}.\n\n“{q3}.”": "q1=A q2=A q3=A",
    "{t}, {r} at {o}, said:\n\n“{q1}.\n\n“{q2}.\n\n“{q3}.\n\n“{q4}.”": "q1=A q2=A q3=A q4=A",
    "{t}, {r}, said: ‘{q1}.\n\n‘{q2}.’": "q1=A q2=A",
    '{t}, {r}, said: "{q1}.\n\n"{q2}."': "q1=A q2=A",
    '{t}, {r}, said:\n\n"{q1}.\n\n"{q2}.\n\n"{q3}."': "q1=A q2=A q3=A",
    "{t}, {r}, said: “{q1}.”\n\n“{q2}.”\n\n“{q3}.”": "q1=A q2=A q3=A",
    "“{q1}.\n\n“{q2},” said {t}, {r}.": "q1=A q2=A",
    "“{q1}.\n\n“{q2}.”\n\n{t}, {r}": "q1=A q2=A",
    "{t}, {r}, said: “{q1}.\n\n“{q2},” {he} added.\n\n“{q3}.”": "q1=A q2=A q3=A",
    "{t}, {r}, said: “{q1}.”\n\n“{q2}.\n\n“{q3}.”": "q1=A q2=A q3=A",
    "“{q1},” said {t}, {r}.\n\n“{q2}.\n\n“{q3}.”\n\nThe full report is on the Ofsted website.": "q1=A q2=A q3=A",
}
GROUPS: dict[str, tuple[str, Mapping[str, str]]] = {
    "said before": ("news council", BEFORE),
    "said behind": ("news council", AFTER),
    "said in the middle": ("news council", MIDDLE),
    "without a verb": ("council party news", NO_VERB),
    "introduced before": ("news council", INTRODUCED),
    "the same again": ("news", AGAIN),
    "of paragraphs": ("council news", PARAGRAPHS),
}


def spoken(seed: int, each: int = 1, otherwise: bool = False) -> Iterator[Spoken]:
    """``each`` texts of every form, the same for the same ``seed``; ``otherwise``: see ``made``."""
    chance = random.Random(seed)
    for group, (heads, forms) in (GROUPS | OTHERS | OTHERWISE | PAGES | BESIDE).items():
        for form, told in forms.items():
            for _ in range(each):
                yield made(chance, group, HEADS[chance.choice(heads.split())], form, told, otherwise)


def _capital(role: str) -> str:
    return " ".join(word if word in ("for", "and", "of") else _cap(word) for word in role.split())


def _cap(words: str) -> str:
    return words[0].upper() + words[1:]


def made(chance: random.Random, group: str, head: str, form: str, told: str, otherwise: bool = False) -> Spoken:
    """One text of a form, its blanks filled by ``chance``; ``otherwise``: with offices in capitals, and other names."""
    council = chance.choice(COUNCILS)
    body = f"{council} Council"
    roles = [_capital(role) if otherwise else role for role in chance.sample(ROLES, 3)]
    surnames = chance.sample(SURNAMES, 3)
    blanks = {"c": council, "o": body}
    voices = {
        "P": Voice("person"),
        "R": Voice("report"),
        "O": Voice("organisation", "", "", _body_of(form, body)),
        "I": Voice("inspector"),
        "U": Voice("unknown"),
        "S": Voice("nobody named"),
    }
    for number, key in (("", "A"), ("2", "B"), ("3", "N")):
        woman = chance.random() < 0.5
        place = int(number or 1) - 1
        name = f"{chance.choice(WOMEN if woman else MEN)} {surnames[place]}"
        if otherwise:
            name = chance.choice((WOMEN_OTHERWISE if woman else MEN_OTHERWISE)[place::3])
            surnames[place] = name.split(maxsplit=1)[1] if name.startswith("Rosie") else name.split()[-1]
        member = "member" in roles[place].lower() or "holder" in roles[place].lower()
        title = chance.choice(["Cllr", "Councillor"]) + " " if member else ""
        mister = "Ms" if woman else "Mr"
        he, his = ("she", "her") if woman else ("he", "his")
        blanks |= {
            f"n{number}": name,
            f"t{number}": title + name,
            f"s{number}": f"{title or mister + ' '}{surnames[place]}",
            f"l{number}": surnames[place],
            f"r{number}": roles[place],
            f"Mr{number}": mister,
            f"he{number}": he,
            f"He{number}": _cap(he),
            f"his{number}": his,
            f"His{number}": _cap(his),
        }
        held = "{r" + number + "}" in form
        voices[key] = Voice("person", name, roles[place] if held else "", body if held else "")
    voices["J"] = Voice("person", f"{voices['A'].name} and {voices['B'].name}")
    for i, sentence in enumerate(chance.sample(SENTENCES, 4)):
        blanks[f"q{i + 1}"] = sentence
    for i, fragment in enumerate(chance.sample(FRAGMENTS, 2)):
        blanks[f"f{i + 1}"] = fragment
    blanks["a1"], blanks["b1"] = chance.choice(HALVES)
    blanks |= {key: whole.format(**blanks) for key, whole in (WHOLE | WHOLE_OTHERWISE | WHOLE_PAGES).items()}
    came = chance.choice(CAME) + "\n\n"
    body_of_it = "\n\n".join(_cap(part) for part in form.format(**blanks).split("\n\n"))
    text = (head + came).format(**blanks) + body_of_it
    return Spoken(group, form, text, [_words(each, blanks, voices) for each in told.split()])


def _body_of(form: str, council: str) -> str:
    """The body that a form names as speaking, else the council."""
    return next((name for name in ("Department for Education", "Unison", "NSPCC", "Ofsted") if name in form), council)


def _words(told: str, blanks: Mapping[str, str], voices: Mapping[str, Voice]) -> Words:
    keys, whose = told.split("=")
    words = " ".join(blanks[key] for key in keys.split("+"))
    return Words(words, voices[whose[0]], "!" not in whose, "?" in whose)
