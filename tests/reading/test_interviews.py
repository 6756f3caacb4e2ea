"""Whose words those of a long interview are: of somebody once told of, and between the lines."""

import pytest

from tests.reading.said import said

LEE = "“We were late,” said the leader of Bury Council, Ann Lee.\n\n"


def speakers(text):
    return [each.speaker for each in said(text)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The leader of Bury Council looks tired. “It is late,” says Ann Lee.", ("Ann Lee", "leader", "Bury Council")),
        ("The chief executive of Bury Council keeps a bill on her wall. It is old. “It was for milk,” says Jo Hill.",
         ("Jo Hill", "chief executive", "Bury Council")),
        ("The chair of the Kent Parent Carer Forum has waited a year. “We all have,” said Mo Day.",
         ("Mo Day", "chair", "Kent Parent Carer Forum")),
        ("The director of Wigan Council came to the door himself. “Tea?” asked Al Dunn.",
         ("Al Dunn", "director", "Wigan Council")),
        ("The deputy leader of Trafford Council has a cold. “It is not catching,” says Una Penn.",
         ("Una Penn", "deputy leader", "Trafford Council")),
        ("The leader of Bury Council has a deputy. “It is late,” says Ann Lee.", (None, None, None)),
        ("The leader of Bury Council met Mo Day. “It is late,” says Ann Lee.", (None, None, None)),
        ("The leader of Bury Council met some parents. “It is late,” says Ann Lee.", (None, None, None)),
        ("The leader of Bury Council looks tired.\n\n“It is late,” says Ann Lee.", (None, None, None)),
        ("The streets of Bury are wet. “It is late,” says Ann Lee.", (None, None, None)),
    ],
)  # fmt: skip
def test_a_paragraph_that_opens_with_an_office_says_whose_it_is(text, who):
    (one,) = said(text)
    assert (one.speaker, one.role, one.organisation) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“I would take two,” Lee says. “Out of how many?”", ["Ann Lee", "Ann Lee"]),
        ("“Two stars!” Lee says.", ["Ann Lee"]),
        ("“We knew,” Lee said. “We always did.”", ["Ann Lee", "Ann Lee"]),
        ("“It was hard,” Lee then added.", ["Ann Lee"]),
        ("“That was unkind,” Ann says.", ["Ann Lee"]),
        ("“I would take two.” Lee says that she did.", [None]),
        ("“I would take two,” Day says.", [None]),
        ("“I would take two,” Tuesday says.", [None]),
    ],
)
def test_a_last_name_before_the_verb_is_of_somebody_told_of_before(text, who):
    assert speakers(LEE + text)[1:] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("She shrugs. “We measured how hard everybody worked.”", ["Ann Lee"]),
        ("She laughs. “Nobody has asked me that.”", ["Ann Lee"]),
        ("She shook her head. “It was never about money.”", ["Ann Lee"]),
        ("“We were not lying.” She shrugs. “We were measuring.”", ["Ann Lee", "Ann Lee"]),
        ("“Let me see.” She leans back. “It was in May.”", ["Ann Lee", "Ann Lee"]),
        ("She keeps bees. “The hive is full.”", [None]),
        ("A parent told her so. She shrugs. It was “the wrong week”.", [None]),
        ("“It is a shame.” He looks up. “Is it?” she asks.", [None, "Ann Lee"]),
        ("“We were not lying.” She shrugs.", [None]),
        ("They shrug. “We measured how hard everybody worked.”", [None]),
    ],
)
def test_what_somebody_does_beside_their_words_says_whose_they_are(text, who):
    assert speakers(LEE + text)[1:] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The mayor, Bob Day, promised it. “Bob is an optimist,” she says.", ["Ann Lee"]),
        (
            "The director, Eve Cole, has gone. “Eve was a friend to us,” she said. “We miss her.”",
            ["Ann Lee", "Ann Lee"],
        ),
        ("The chair, Kit Moss, has a plan. “Moss has not asked us,” she says.", ["Ann Lee"]),
        ("The chair, Kit Moss, has a plan. “Kit’s had a hard year,” she says.", ["Ann Lee"]),
        ("The chair, Kit Moss, has a plan. “Kit will be fine,” she says.", ["Ann Lee"]),
        ("The director, Eve Cole, has gone. “I was a friend to them,” she said.", ["Eve Cole"]),
        ("The director, Eve Cole, has gone. “Christmas Eve is no day to go,” she said.", ["Eve Cole"]),
    ],
)
def test_nobody_says_of_themselves_what_is_said_of_another(text, who):
    assert set(speakers(LEE + text)[1:]) <= {*who, None}


@pytest.mark.parametrize(
    ("group", "organisation"),
    [
        ("of the Three Ways parents’ group", "Three Ways parents’ group"),
        ("from the Luton parent carer forum", "Luton parent carer forum"),
        ("of the Foxhill residents' association", "Foxhill residents' association"),
        ("for the Upton Park tenants’ union", "Upton Park tenants’ union"),
        ("of the Bury special needs support group", "Bury special needs support group"),
        ("of the parents’ group", None),
        ("of Three Ways", None),
        ("of the Upton book group", None),
        ("from a parents’ group in Upton", None),
        ("of the Upton children’s company", None),
    ],
)
def test_a_group_of_people_may_be_called_after_a_place(group, organisation):
    (one,) = said(f"“Nobody asked the question that I would have asked,” said Mair Stoke, {group}.")
    assert (one.speaker, one.organisation) == ("Mair Stoke" if organisation else None, organisation)
