"""What a joint area review, or an inspection of safeguarding and looked-after children, gave to each of its parts."""

import pytest

from tests.reading.given import reading_of


def parts(words, catalogue):
    found = reading_of(f"The Weekly Gazette\n\n4 December 2012\n\n{words}\n", catalogue).inspections
    return [
        (
            each.kind,
            each.overall and each.overall.grade,
            {part.aspect_slug: part.grade.grade for part in each.judgements},
        )
        for each in found
    ]


REVIEW = "A joint area review of Dudley by Ofsted took place in May 2007."
JUDGED = "The joint area review of Dudley by Ofsted in May 2007 judged services for"
BOTH = "Ofsted inspected safeguarding and looked after children services in Dudley in May 2011."
COUNCIL = "Dudley Council was inspected by Ofsted in May 2011."
LOOKED_AFTER = "services for looked after children"


@pytest.mark.parametrize(
    ("words", "each"),
    [
        (f"{REVIEW} Safeguarding was judged inadequate and {LOOKED_AFTER} adequate.",
         ("joint-area-review", None, {"safeguarding": "inadequate", "looked-after-children": "adequate"})),
        (f"{JUDGED} looked after children to be good.",
         ("joint-area-review", None, {"looked-after-children": "good"})),
        (f"{JUDGED} children with learning difficulties and/or disabilities to be good.",
         ("joint-area-review", None, {"learning-difficulties-disabilities": "good"})),
        ("Inspectors carried out a joint area review of children's services in Dudley in May 2007.",
         ("joint-area-review", None, {})),
        (f"{BOTH} Safeguarding was judged good and {LOOKED_AFTER} outstanding.",
         ("full", None, {"safeguarding-overall": "good", "looked-after-overall": "outstanding"})),
        (f"Ofsted's inspection of safeguarding and {LOOKED_AFTER} in Kent ended in May 2011. Both were rated good.",
         ("full", None, {"safeguarding-overall": "good", "looked-after-overall": "good"})),
        (f"The Ofsted report of May 2011 on Leeds rated safeguarding services as good and {LOOKED_AFTER} as adequate.",
         ("full", None, {"safeguarding-overall": "good", "looked-after-overall": "adequate"})),
        (f"{COUNCIL} Its safeguarding services were rated outstanding; its {LOOKED_AFTER} were rated good.",
         ("full", None, {"safeguarding-overall": "outstanding", "looked-after-overall": "good"})),
    ],
)  # fmt: skip
def test_parts_are_of_their_inspection(words, each, catalogue):
    assert parts(words, catalogue) == [each]


@pytest.mark.parametrize(
    "words",
    [
        f"{REVIEW} Its library was judged good and its {LOOKED_AFTER} outstanding by the mayor.",
        f"{REVIEW} In Kent {LOOKED_AFTER} were judged adequate in May 2006.",
        f"{REVIEW} Parents rated {LOOKED_AFTER} good.",
    ],
)
def test_what_others_were_given_is_no_part(words, catalogue):
    assert [each for each in parts(words, catalogue) if each[0] == "joint-area-review" and each[2]] == []


DEVON = "children's services in Devon"
JUDGED_IN_2010 = f"C{DEVON[1:]} were judged inadequate by Ofsted in May 2010"


@pytest.mark.parametrize(
    ("words", "days"),
    [
        (f"{JUDGED_IN_2010} and have had monitoring visits in March and July 2012.", ["2010-05", "2012-03", "2012-07"]),
        (f"{JUDGED_IN_2010}, and six monitoring visits took place between March and July 2012.", ["2010-05"]),
        (
            f"Since {DEVON} were judged good by Ofsted in May 2010, monitoring visits came in March and July 2012.",
            ["2010-05", "2012-03", "2012-07"],
        ),
        ("Kent was one of six areas in which a joint targeted area inspection took place, in July 2012.", []),
        ("In May 2012 Ofsted made a short, one-week inspection of children's services in Kent.", ["2012-05"]),
        (f"A monitoring visit by Ofsted to {DEVON} in May 2012 praised the good work of its managers.", ["2012-05"]),
        (f"Ofsted made a monitoring visit to {DEVON} in May 2012. Managers were good at home in 2010.", ["2012-05"]),
    ],
)
def test_each_visit_has_its_day(words, days, catalogue):
    found = reading_of(f"The Weekly Gazette\n\n4 December 2012\n\n{words}\n", catalogue).inspections
    assert [each.inspected.edtf for each in found] == days
