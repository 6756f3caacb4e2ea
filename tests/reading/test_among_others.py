"""Words led in among other people's, and days and grades in brackets, boxes and lists of cards."""

import pytest

POST = """Children's services in Torbay

The Post, 9 May 2014

Ofsted inspected Torbay Council's children's services in May 2013.

{}
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # from one, to another
        (
            "The letter, from the adviser, Dr Hugh Penrose, to chief executive Carol Steele, says: “I saw nothing.”",
            ["Hugh Penrose"],
        ),
        (
            "The e-mail, from the leader, Cllr Ann Lee, to the director, Bob Day, said: “I saw nothing of it.”",
            ["Ann Lee"],
        ),
        (
            "Dr Hugh Penrose, the adviser, wrote to Carol Steele, the chief executive: “I saw nothing.”",
            ["Hugh Penrose"],
        ),
        ("The director, Bob Day, said in his letter to the leader, Cllr Ann Lee: “I saw nothing.”", ["Bob Day"]),
        # asked what another thought
        ("Asked what the mayor, Gordon Oliphant, thought, a spokesman said: “He thinks it's history.”", [None]),
        ("Asked how the leader, Cllr Ann Lee, felt, her deputy, Cllr Bob Day, said: “She is very angry.”", ["Bob Day"]),
        ("Asked what he thought, the mayor, Gordon Oliphant, said: “I think that it's history.”", ["Gordon Oliphant"]),
        ("Asked whether he would go, the director, Bob Day, said: “I think that I will not.”", ["Bob Day"]),
        # what nobody has said
        ("Questions members may get: “Is it still as bad?” Suggested answer: “It is until inspectors say so.”", []),
        ("The director's answer: “It is until inspectors say so.”", [None]),
        ("The mother was not, as you say, “a Labour activist”; she is a nurse.", []),
        ("The services are, as the leader, Cllr Ann Lee, says, “in a very bad way”.", ["Ann Lee"]),
        ("I inspected them in 2010 and wrote in my notebook: “Nobody here knows how many there are.”", []),
        # the writer's own
        ("“A real mess,” says Brian Hobday, the leader. “Both of them are,” says me.", ["Brian Hobday"]),
        ("“A real mess,” says Brian Hobday, the leader. “Both of them are,” he adds.", ["Brian Hobday"] * 2),
    ],
)
def test_who_of_two_says_it(page, words, expected):
    spoken = [s for s in page(POST.format(words)).statements if s.attributed_to != "report"]
    assert [s.speaker for s in spoken] == expected


@pytest.mark.parametrize(
    ("words", "role", "organisation"),
    [
        (
            "The Bristol Disability Equality Forum, whose director, Laura Wells, wrote: “It runs on goodwill.”",
            "director",
            "Bristol Disability Equality Forum",
        ),
        ("Not so for the Parents Network, whose chair, Laura Wells, said: “Nobody asked.”", "chair", "Parents Network"),
        ("Torbay Council, whose director, Laura Wells, said: “We asked them.”", "director", "Torbay Council"),
        ("Cllr Laura Wells, who's lead member, told the Post: “We never stopped.”", "lead member", "Torbay Council"),
    ],
)
def test_whose_director_it_is(page, words, role, organisation):
    found = [(s.speaker, s.role, s.organisation) for s in page(POST.format(words)).statements]
    assert found == [("Laura Wells", role, organisation)]


@pytest.mark.parametrize(
    ("line", "inspected", "published"),
    [
        ("Requires improvement to be good (Ofsted, January 2024, published 19 March 2024).", "2024-01", "2024-03-19"),
        ("Good (Ofsted, May 2024, published June 2024).", "2024-05", "2024-06"),
        ("Good (Ofsted, published 19 March 2024; inspected January 2024).", "2024-01", "2024-03-19"),
        ("Good (Ofsted, published 19 March 2024).", None, "2024-03-19"),
    ],
)
def test_days_in_the_brackets_of_a_list(page, line, inspected, published):
    text = f"Oldham: how we are doing\n\nOldham Council's children's services: {line}\n\nWe thank all of our staff.\n"
    found = page(text).inspections
    days = {(f.inspected.edtf if f.inspected else None, f.published.edtf if f.published else None) for f in found}
    assert days <= {(inspected, published), (None, published)}


CARDS = """Judgement summary

Ofsted inspected Birmingham City Council's children's services from 20 February to 3 March 2023.

{}
"""


@pytest.mark.parametrize(
    ("cards", "grades"),
    [
        ("GOOD\nOverall effectiveness\n\nINADEQUATE\nHelp and protection\n", set()),
        ("Overall effectiveness\nGOOD\n\nHelp and protection\nINADEQUATE\n", {"good", "inadequate"}),
        ("Overall effectiveness\n\nGood\n\nHelp and protection\n\nInadequate\n", {"good", "inadequate"}),
    ],
)
def test_a_grade_above_its_label_is_not_given_to_the_one_before(page, cards, grades):
    found = page(CARDS.format(cards)).inspections
    given = {f.overall.grade for f in found if f.overall} | {j.grade.grade for f in found for j in f.judgements}
    assert given == grades


@pytest.mark.parametrize(
    ("label", "overall"),
    [
        ("Children's services are", True),
        ("Overall effectiveness", True),
        ("Children who need help and protection", False),
    ],
)
def test_what_childrens_services_are_is_the_whole(page, label, overall):
    text = (
        "Inspection of Wirral\n\nOfsted inspected Wirral Council's children's services from 4 to 28 July 2016.\n\n"
        f"The judgements are:\n\n{label}: inadequate\nAdoption performance: good\n"
    )
    found = page(text).inspections
    assert [f.overall is not None for f in found] == [overall]
