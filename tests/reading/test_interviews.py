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


REPORT = "Ofsted’s report on Bury’s children’s services came out in May. It says that “children are safe”.\n\n"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("THEY SAY that Bury is “the best in the north”. WE SAY there is no such table.", ["unstated"]),
        ("They say it will be “outstanding by 2021”. We say nobody has marked it.", ["unstated"]),
        ("They said we were “wreckers”. We never did a thing.", ["unstated"]),
        ("They claim that it is “on the mend”. We know otherwise.", ["unstated"]),
        ("They tell you that all is “well on track”. We tell you to look.", ["unstated"]),
        ("They say that staff are “well led”. That is true.", ["report"]),
    ],
)
def test_they_whom_a_leaflet_answers_are_no_inspectors(text, kinds):
    assert [each.kind for each in said(REPORT + text)][1:] == kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A dad asked me at the gate if the team had been “marked down”.", "unstated"),
        ("A mother asked the leader whether it was “all over now”.", "unstated"),
        ("One carer wondered if she had been “let down again”.", "unstated"),
        ("A parent asked us whether the report was “out of date by now”.", "unstated"),
        ("A teacher asks if pupils are “heard at last”.", "unstated"),
        ("A dad told me that the team had been “marked down”.", "person"),
        ("A mother said that it was “all over now”.", "person"),
        ("One carer said she had been “let down again”.", "person"),
        ("When we asked whether it was so, a parent said it was “out of date by now”.", "person"),
        ("A dad asked me: “If they are marked down, what then?”", "person"),
    ],
)
def test_what_somebody_only_asks_about_is_nothing_they_say(text, kind):
    assert said(text)[-1].kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Our man there, Al Day, put it to the cabinet member. “I asked whether it was done,” he said.",
        "Our friend, Jo Hill, asked the director. “I wanted to know,” she said.",
        "A neighbour, Mo Penn, wrote to the leader. “It was late,” he said.",
    ],
)
def test_whoever_puts_something_to_an_office_does_not_hold_it(text):
    assert all(each.role is None or ("member" not in each.role and "leader" not in each.role) for each in said(text))
