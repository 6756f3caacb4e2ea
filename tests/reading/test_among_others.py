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


STATEMENTS = """Suffolk County Council: review of special needs

Statement, 30 January 2024

Ofsted and the CQC found widespread and/or systemic failings in Suffolk's SEND services.

Statement from Cllr Matthew Hicksby, Leader:
“This is not good enough. On behalf of the council I apologise.”

{}
"""


@pytest.mark.parametrize(
    ("below", "who"),
    [
        ("Statement from Dr Ed Garrett, NHS Suffolk ICB:\n“The system has let families down.”", {"Matthew Hicksby"}),
        ("For more information: Inspectors were in Suffolk from 13 to 17 November 2023.", {"Matthew Hicksby"}),
        ("The council met on 2 February and spoke of little else for the whole of the evening.", {"Matthew Hicksby"}),
        ("Statement from Bo Marsh, Executive Director:\n“We know it.”", {"Matthew Hicksby", "Bo Marsh"}),
    ],
)
def test_where_a_statement_ends(page, below, who):
    reading = page(STATEMENTS.format(below))
    assert {s.speaker for s in reading.statements} <= who
    words = " ".join(x.of(reading.held.text) for s in reading.statements for x in s.words.spans)
    assert not any(each in words for each in ("Garrett", "For more", "The council met"))


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("The Ombudsman has found the council at fault. “Its communication was inadequate,” it says.", []),
        ("A coroner has criticised the council. “Its records were thin and late,” it was told.", []),
        ("Ofsted's report is out. “Its communication was inadequate,” it says.", ["report"]),
        ("The council's self-evaluation describes help as “good, with pockets of the best there is”.", []),
        ("A boy, T, reported from the panel: “They asked. We said, ‘Nothing without us.’” The Chair thanked T.", []),
        ("“What now for all of us?” you all write.", []),
    ],
)
def test_words_of_another_body_are_not_the_reports(page, words, kinds):
    reading = page(POST.format("Ofsted's report came out in July 2013.\n\n" + words))
    assert [s.attributed_to for s in reading.statements if s.attributed_to != "unstated"] == kinds


BRIEF = """News in brief

STOCKTON-ON-TEES
HM Inspectorate of Probation inspected youth justice work in Stockton in May 2024 and rated it good.

{}
"""


@pytest.mark.parametrize(
    ("section", "services"),
    [
        ("PETERBOROUGH\nPeterborough was judged inadequate in November 2023.", {"youth-justice"}),
        ("DERBY\nIn Derby, inspected last year, the verdict was inadequate.", {"youth-justice"}),
        (
            "PETERBOROUGH\nPeterborough's children's services were judged inadequate by Ofsted in November 2023.",
            {"youth-justice", "childrens-services"},
        ),
    ],
)
def test_a_service_is_not_carried_to_another_councils_section(page, section, services):
    found = page(BRIEF.format(section)).inspections
    assert {f.service.slug for f in found} == services
    assert {a.slug for f in found for a in f.authorities if f.service.slug == "youth-justice"} == {"stockton-on-tees"}


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("A spokesperson for Ofsted said that its 2019 report spoke for itself.", 2),
        ("A spokesperson for Ofsted said that its 2017 report spoke for itself.", 2),
    ],
)
def test_the_report_of_a_year_is_that_of_the_inspection_told_of(page, words, count):
    text = (
        "Fault found with Barnet SEND\n\nBarnet's children's services were rated inadequate by Ofsted in July 2017 "
        f"and good in May 2019.\n\n{words}\n"
    )
    assert len(page(text).inspections) == count


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Cllr Hill saw that the same page said “a small number wait”. “It does,” said the director, Bob Day.",
            "It does,",
        ),
        ("The page was said to be “a bit thin on facts here”. “It is so,” said the director, Bob Day.", "It is so,"),
        (
            "“It is a good day”, “a very good day for us”, said the director, Bob Day.",
            "It is a good day … a very good day for us",
        ),
        ("“It is a good day.” “It is the best of days,” said the director, Bob Day.", None),
    ],
)
def test_an_answer_is_the_second_ones(page, words, expected):
    reading = page(POST.format(words))
    own = [s for s in reading.statements if s.speaker == "Bob Day"]
    words = " … ".join(x.of(reading.held.text) for s in own for x in s.words.spans)
    assert own
    assert expected is None or words == expected


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Here's how the Swindon Advertiser reported it: “Services have been slammed by Ofsted.”", []),
        ("The Torbay Herald wrote: “Services have been slammed by Ofsted.”", []),
        ("The director, Ann Herald, wrote: “Services have been praised by Ofsted.”", ["person"]),
        ("Ann Post, the director, wrote: “Services have been praised by Ofsted.”", ["person"]),
    ],
)
def test_a_paper_is_no_person(page, words, kinds):
    assert [s.attributed_to for s in page(POST.format(words)).statements] == kinds


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("I'd been told by officers in May (it was a week before; I forget), that we were “nearly there”.", set()),
        ("Members had been assured by the director that services were “nowhere near failing”.", set()),
        ("We were told by inspectors that services were “nowhere near failing yet”.", {"report"}),
        ("The Secretary of State's letter, which arrived at noon, speaks of “serious concern”.", set()),
        ("Ofsted's letter, which arrived at noon, speaks of “serious concern for children”.", {"report"}),
        ("The adviser, Paul Moffitt, read out a line from a child's letter to Ofsted: “I want the same lady.”", set()),
        ("The leader, Cllr Ann Lee, read from the inspectors' letter: “Children wait too long here.”", {"report"}),
        ("The mayor's report says that staff are “at the end of their tether”.", set()),
    ],
)
def test_letters_and_words_of_others_are_not_the_reports(page, words, kinds):
    reading = page(POST.format("Ofsted's report came out in July 2013.\n\n" + words))
    assert {s.attributed_to for s in reading.statements} & {"report"} == kinds
