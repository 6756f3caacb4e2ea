"""Pages made of many ordinary sentences: each council with its grades, between schools, homes and hopes.

Every sentence is of a form that is read where it stands alone; what is asked is whether it still is between others.
Source: none, they are made up.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.reading.forms import (
    BEFORE,
    CAME,
    COUNCILS,
    GRADES,
    HEAD,
    MONTHS,
    NOUNS,
    OTHERS,
    SERVICES,
    TWO,
    VERDICTS,
    WHOLE,
    Told,
)  # fmt: skip

HEADS = (
    HEAD,
    "How the region’s councils look after children\n\nBy Jo Marsh, local democracy reporter\n\n4 October 2023\n\n",
    (
        "Children and Families Scrutiny Committee\n\nMinutes of the meeting held on 4 October 2023 at the Town Hall"
        "\n\n12. Services in the region\n\n"
    ),
    "Children’s services: what Ofsted said\n\nPublished 4 October 2023\n\nNews from the regional network\n\n",
)
# of a council behind another
NEXT = (
    "It was a different story in {c}, where children’s services were judged {g} in {m} 2022.",
    "In {c}, where Ofsted inspected children’s services in {m} 2022, the judgement was {g}.",
    "{c}’s children’s services, by contrast, were judged {g} in {m} 2022.",
    "Neighbouring {c} was judged {g} when Ofsted inspected its children’s services in {m} 2022.",
    "{c} fared worse: Ofsted rated its children’s services {g} in {m} 2022.",
    "Over the border in {c}, Ofsted judged children’s services {g} in {m} 2022.",
    "Ofsted inspected {c}’s children’s services in {m} 2022. The result was {g}.",
    "{c} Council had its inspection in {m} 2022, and its children’s services were rated {g}.",
    "Meanwhile children’s services in {c} were given a rating of {g} in {m} 2022.",
    "The same month, {m} 2022, brought {c} a judgement of {g} for its children’s services.",
)
# what tells of nobody's inspection here, or of no grade of a council's
BESIDE = (
    "Across England, about half of all councils are judged good or outstanding.",
    "{school}, a primary school in {c}, was rated {h} by Ofsted in June 2022.",
    "Two children’s homes in {c} were judged {h} last year.",
    "The fire and rescue service was rated {h} by inspectors in 2021.",
    "The hospital trust that serves {c} was rated {h} by the Care Quality Commission in 2019.",
    "A visit planned for March 2020 was cancelled because of the pandemic.",
    "The next inspection is expected in 2026, and the council hopes to be outstanding by then.",
    "The council says that its own audit found practice to be {h} in most cases.",
    "A survey of parents in {c} in 2021 found that one in three thought the service {h}.",
    "The leader of {c} Council, Pat Lowe, said: “We have a good team, and outstanding staff.”",
    "“It is not good enough,” said Sam Reid, who leads the opposition.",
    "The council spent £3 million more on social workers in 2022 than in 2018.",
    "A nursery run by the council was rated {h} in May 2021.",
    "Inspectors will return within three years.",
    "The trade union said that caseloads had been inadequate for years.",
    "{school} Academy, which was inadequate in 2017, has since joined a trust and is now good.",
    "The academy trust’s chief executive said that a rating of {h} was unfair.",
    "A college in {c} was judged {h} in 2020, and its apprenticeships {g}.",
)
# other services of one council, each of a year of its own: nothing else tells them apart here
SERVICES_BESIDE = {
    "2021": (
        "Ofsted judged the council’s adult learning service {g} in {m} 2021.",
        "{c} Adult Education was inspected by Ofsted in {m} 2021 and rated {g}.",
        "The adult and community learning service was rated {g} by Ofsted after an inspection in {m} 2021.",
        "In {m} 2021 Ofsted judged {c} Council’s adult education service to be {g}.",
        "Adult learning\n\nOfsted inspected the council’s adult learning in {m} 2021. Overall effectiveness was {g}.",
        "The council’s adult education service, inspected by Ofsted in {m} 2021, is rated {g}.",
        "Adult education fared differently: Ofsted rated the service {g} in {m} 2021.",
    ),
    "2020": (
        "The youth offending service was rated {g} by HM Inspectorate of Probation in {m} 2020.",
        "HM Inspectorate of Probation inspected {c}’s youth offending team in {m} 2020 and rated it {g}.",
        "{c} Youth Offending Service was given an overall rating of “{g}” by HM Inspectorate of Probation in {m} 2020.",
        "Youth justice\n\nIn {m} 2020 HM Inspectorate of Probation rated the youth offending service {g}.",
        "The probation inspectorate rated the youth offending service {g} in {m} 2020.",
    ),
    "2024": (
        "The Care Quality Commission assessed {c} Council’s adult social care in {m} 2024 and rated it {g}.",
        "Adult social care in {c} was rated {g} by the Care Quality Commission in {m} 2024.",
        "In {m} 2024 the Care Quality Commission rated the council’s adult social care {g}.",
        "Adult social care\n\nThe Care Quality Commission (CQC) rated the council’s adult social care {g} in {m} 2024.",
        "The CQC’s assessment of the council’s adult social care, in {m} 2024, ended with a rating of {g}.",
    ),
    "2022": (
        *WHOLE[:8],
        "Ofsted inspected the council’s children’s services in {m} 2022 and judged them {g}.",
        "Children’s services\n\nOfsted inspected children’s services in {m} 2022. They were judged {g}.",
        "The council’s children’s services were judged {g} by Ofsted in {m} 2022.",
    ),
}
OPENINGS = (
    "{c} Council has been inspected by several inspectorates in the last five years.",
    "What inspectors say about services of {c} Council",
    "This page lists inspections of {c} Council’s services.",
    "Councillors in {c} have looked at what inspectors said about the council.",
)
SCHOOLS = ("Hill View", "St Bede’s", "Oakfield", "Meadow Lane")
JOINTS = ("\n\n", "\n\n", " ")


def pages(seed: int, number: int) -> Iterator[Told]:
    """``number`` pages of several councils and of one, the same for the same ``seed``."""
    chance = random.Random(f"pages {seed}")
    for _ in range(number):
        yield _page(chance)
        yield _of_one_council(chance)


def _page(chance: random.Random) -> Told:
    councils = chance.sample(COUNCILS, chance.choice((2, 3, 3, 4)))
    grades: dict[tuple[str, str], str] = {}
    paragraphs, forms = [], []
    for place, council in enumerate(councils):
        sentences = []
        month, other = chance.sample(MONTHS, 2)
        grade, before = chance.sample([each for each in GRADES if " " not in each], 2)
        service = chance.choice(SERVICES).format(c=council)
        blanks = {
            "s": service, "S": service[0].upper() + service[1:], "m": month, "n": other, "g": grade, "h": before,
            "c": council, "school": chance.choice(SCHOOLS),
        }  # fmt: skip
        kind = chance.choice(("verdict", "whole", "two", "next" if place else "whole"))
        if kind == "verdict":
            told = [f"{chance.choice(CAME)} {chance.choice(VERDICTS).replace('{n}', chance.choice(NOUNS))}"]
        elif kind == "whole":
            told = [chance.choice(WHOLE)]
        elif kind == "two":
            told = [chance.choice(TWO[:-1])]
        else:
            told = [chance.choice(NEXT)]
        grades[council.lower(), "2022"] = grade
        if kind == "two":
            grades[council.lower(), "2018"] = before
        elif chance.random() < 0.4:
            told.append(chance.choice(BEFORE[:-2]))
            grades[council.lower(), "2018"] = before
        if chance.random() < 0.25:
            told.append(chance.choice(OTHERS))
        sentences += told
        beside = [chance.choice(BESIDE) for _ in range(chance.choice((0, 1, 1, 2)))]
        if chance.random() < 0.3 and not place:
            sentences = beside + sentences
        else:
            sentences += beside
        forms.append(" ".join(told))
        paragraphs.append(chance.choice(JOINTS).join(s.format(**blanks) for s in sentences))
    return Told("pages of several", " | ".join(forms), chance.choice(HEADS) + "\n\n".join(paragraphs), grades)


def _of_one_council(chance: random.Random) -> Told:
    council = chance.choice(COUNCILS)
    grades, paragraphs, forms = {}, [chance.choice(OPENINGS).format(c=council)], []
    for year in chance.sample(sorted(SERVICES_BESIDE), chance.choice((2, 3, 4))):
        form = chance.choice(SERVICES_BESIDE[year])
        grade, before = chance.sample([each for each in GRADES if " " not in each], 2)
        service = chance.choice(SERVICES).format(c=council)
        blanks = {
            "s": service, "S": service[0].upper() + service[1:], "m": chance.choice(MONTHS), "g": grade, "h": before,
            "c": council, "school": chance.choice(SCHOOLS), "n": chance.choice(MONTHS),
        }  # fmt: skip
        grades[council.lower(), year] = grade
        sentences = [form]
        if year == "2022" and chance.random() < 0.4:
            sentences.append(chance.choice(BEFORE[:-2]))
            grades[council.lower(), "2018"] = before
        forms.append(" ".join(sentences))
        sentences += [chance.choice(BESIDE) for _ in range(chance.choice((0, 0, 1, 2)))]
        paragraphs.append(chance.choice(JOINTS).join(each.format(**blanks) for each in sentences))
    head = chance.choice(HEADS).replace("2023", "2025")
    return Told("services of one council", " | ".join(forms), head + "\n\n".join(paragraphs), grades)
