"""Ways of telling that authors vary: the council a page speaks of most, a verb, a clause, a line below."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text


@pytest.fixture
def reading(catalogue):
    return lambda text: read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)


def told(found):
    return [
        (
            "/".join(each.slug for each in fact.authorities),
            fact.service.slug,
            fact.inspected.edtf if fact.inspected else None,
            fact.published.edtf if fact.published else None,
            fact.overall.grade if fact.overall else None,
            tuple((judged.aspect, judged.grade.grade) for judged in fact.judgements),
        )
        for fact in found.inspections
    ]


LEEDS = "Leeds City Council\n\n1 November 2021\n\n{}\n"
GOOD = ("leeds", "childrens-services", "2021-07-05/2021-07-16", None, "good")
JUDGED = "Ofsted inspected Leeds children's services from 5 to 16 July 2021 and judged them good overall."


@pytest.mark.parametrize(
    ("words", "more"),
    [
        ("Good for help and protection, outstanding for care leavers.",
         (("help and protection", "good"), ("care leavers", "outstanding"))),
        ("For the impact of leaders, good too.", (("the impact of leaders", "good"),)),
        ("And for care leavers, outstanding again.", (("care leavers", "outstanding"),)),
        ("On help and protection, inadequate.", (("help and protection", "inadequate"),)),
        ("For staff, good too.", ()),
        ("For care leavers, good would be too much to ask.", ()),
        ("For care leavers, not good.", ()),
        ("For children in care at Hill School, good.", ()),
        ("For care leavers, good news.", ()),
    ],
)  # fmt: skip
def test_parts_in_a_sentence_without_a_verb(words, more, reading):
    assert told(reading(LEEDS.format(f"{JUDGED} {words}"))) == [(*GOOD, more)]


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("In the report dated 4 March 2021 (it lies with the will) the service was judged inadequate.", "2021-03-04"),
        (
            "In the report dated 4 March 2021 (the political will was there) the service was judged inadequate.",
            "2021-03-04",
        ),
        ("In the report dated 4 March 2021 the service will be judged inadequate.", ""),
        ("With luck it will be judged inadequate in a report dated 4 March 2021.", ""),
    ],
)
def test_a_will_that_is_no_future(words, published, reading):
    page = f"Leeds City Council\n\n1 November 2021\n\nOfsted inspects children's services in Leeds. {words}\n"
    found = [(fact[3], fact[4]) for fact in told(reading(page)) if fact[4]]
    assert found == ([(published, "inadequate")] if published else [])


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Four inspectors dropped in on adult learning classes in Leeds over four days, 5 to 8 July 2021.",
         ["2021-07-05/2021-07-08"]),
        ("Inspectors sat in on adult learning lessons from 5 to 8 July 2021.", ["2021-07-05/2021-07-08"]),
        ("Inspectors dropped in on the new library on 5 July 2021.", []),
        ("Inspectors dropped in for tea on 5 July 2021.", []),
        ("Inspectors dropped in on lessons at Hill Primary School on 5 July 2021.", []),
    ],
)  # fmt: skip
def test_inspectors_who_dropped_in_on_classes(words, days, reading):
    page = LEEDS.format(f"Ofsted came to see our adult learning service. {words}")
    assert [fact[2] for fact in told(reading(page)) if fact[2]] == days


@pytest.mark.parametrize(
    ("words", "before"),
    [
        ("The service was judged inadequate overall then.", "inadequate"),
        ("The service was judged inadequate at the time.", "inadequate"),
        ("The service was judged inadequate on that occasion, and care leavers good.", "inadequate"),
        ("Councillors then met.", None),
    ],
)
def test_a_grade_that_was_given_then(words, before, reading):
    page = LEEDS.format(f"{JUDGED}\n\nOur last inspection, under the old arrangements, was in May 2018. {words}")
    now, then = told(reading(page))
    assert (now[4], then[2], then[4]) == ("good", "2018-05", before)


TWO = """Notes from the pier

17 February 2024

Ofsted looked at Medway's children's services for two weeks, from 17 to 28 July 2023. They were judged good overall.
{}

Special needs? That was a different team (Ofsted with the CQC), it came in December 2017, and what it gave us was a
written statement of action to write. Then in November 2021 they came back and said sufficient progress had been made.
"""
OURS = ("medway", "childrens-services", "2023-07-17/2023-07-28", None, "good", ())


@pytest.mark.parametrize(
    "words",
    [
        "Medway is Medway: nobody ranks it.\n\nKent's own affair is Kent's. Medway isn't even in Kent. Medway, again.",
        "Medway, then.\n\nA leaflet says that Medway is the best in Kent. Medway isn't in Kent.",
    ],
)
def test_a_page_is_about_the_council_it_names_most(words, reading):
    found = told(reading(TWO.format(words)))
    assert found[0] == OURS
    assert [fact[:3] for fact in found[1:]] == [("medway", "area-send", "2017-12"), ("medway", "area-send", "2021-11")]


def test_a_statement_of_action_is_no_outcome_of_childrens_services(reading):
    held = TWO.format("Medway, Medway, Medway.").replace("it came in December 2017, and ", "")
    text = reading(held).held.text
    outcomes = {f.service.slug: f.outcome for f in reading(held).inspections}
    assert outcomes["childrens-services"] is None or "action" not in " ".join(outcomes["childrens-services"].of(text))


NUMBERED = """Leeds and Bradford Youth Justice Service

1 November 2021

HM Inspectorate of Probation inspected youth justice services run on behalf of both Leeds City Council and Bradford
Council in the week of 28 June 2021. The overall rating was good.

1. Organisational delivery
1.1 Governance and leadership: Good

2. Court disposals
2.1 Assessment: Good
2.2 Reviewing: Inadequate

3. {}
3.1 Assessment: Inadequate
"""


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Out-of-court disposals", {
            "Governance and leadership": "good", "Court disposals: Assessment": "good",
            "Court disposals: Reviewing": "inadequate", "Out-of-court disposals: Assessment": "inadequate",
        }),
        ("Our schools", {"Governance and leadership": "good", "Court disposals: Assessment": "good",
                         "Court disposals: Reviewing": "inadequate"}),
    ],
)  # fmt: skip
def test_numbered_rows_are_told_with_the_line_they_stand_under(line, parts, reading):
    (fact,) = reading(NUMBERED.format(line)).inspections
    assert [each.slug for each in fact.authorities] == ["leeds", "bradford"]
    assert {judged.aspect: judged.grade.grade for judged in fact.judgements} == parts


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("So says Ann Lee, director of children's services at Leeds City Council.", ("person", "Ann Lee")),
        ("Those are the words of Bo Marsh, leader of the council.", ("person", "Bo Marsh")),
        ("That was the verdict of Councillor Bo Marsh, leader of the council.", ("person", "Bo Marsh")),
        ("So says the report.", ("report", None)),
        ("Thus runs the report.", ("report", None)),
        ("So says the saying.", None),
        ("That was the week that was.", None),
        ("So says Ann Lee, director of children's services, of another matter: “Good.”", None),
    ],
)
def test_a_line_below_says_whose_words_stand_above(line, who, reading):
    page = LEEDS.format(f"{JUDGED}\n\n“The front door is open, and nobody minds it at all.”\n\n{line}")
    found = [(s.attributed_to, s.speaker) for s in reading(page).statements if "front door" in s.words.of(page)[0]]
    assert found == ([who] if who else [])


@pytest.mark.parametrize(
    ("said", "who"),
    [
        (
            "Chief Constable Aurora Mycroft of Dorset Police, who chairs the board, said",
            ("Aurora Mycroft", "Chief Constable"),
        ),
        ("Chief Superintendent Ann Lee of Kent Police said", ("Ann Lee", "Chief Superintendent")),
        ("Deputy Chief Constable Raj Patel from Essex Police said", ("Raj Patel", "Deputy Chief Constable")),
        ("Dorset Police, which chairs the board, said", (None, None)),
    ],
)
def test_a_rank_stands_before_the_name(said, who, reading):
    page = LEEDS.format(f"{JUDGED}\n\n{said}: “We have a plan, and we will change it when things change.”")
    (statement,) = reading(page).statements
    assert (statement.speaker, statement.role) == who


ASKED = """Inspections: your questions

Leeds City Council, 6 May 2022

Has anyone inspected anything lately?

Ofsted inspected Leeds children's services from 5 to 16 July 2021 and judged them good overall.

Who pays for it?

We all do.

{}

Ann Lee, director of children's services, said: “They would rather have it from you, swearing and all, than from me.”
"""


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("Can I tell the inspectors what I think?", 0),
        ("What if it goes badly?", 0),
        ("When will they come again?", 0),
        ("What did the council say?", 1),
        ("Are you sorry?", 1),
    ],
)
def test_words_under_a_question_of_what_may_come(question, about, reading):
    (statement,) = reading(ASKED.format(question)).statements
    assert len(statement.about) == about


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("The leaflet that came on Tuesday says: “Leeds the best in England”. Those words aren't in the report.", 0),
        ("The report is out, and the leaflet that came on Tuesday is in the bin.", 1),
    ],
)
def test_an_answer_for_a_leaflet_is_about_no_inspection(words, about, reading):
    page = LEEDS.format(
        f"{JUDGED}\n\n{words} Ann Lee, director of children's services, said: “Fair cop. It was a draft.”"
    )
    (statement,) = [s for s in reading(page).statements if "Fair cop" in s.words.of(page)[0]]
    assert len(statement.about) == about


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Ann Lee, director of children's services, posted on LinkedIn on Saturday", "2021-10-30"),
        ("Ann Lee, director of children's services, wrote on her blog yesterday", "2021-10-31"),
        ("Ann Lee, director of children's services, said on Facebook last night", "2021-10-31"),
        ("Ann Lee, director of children's services, who posts on LinkedIn every Saturday, said", "2021-11-01"),
    ],
)
def test_a_day_behind_where_it_was_posted(said, day, reading):
    page = LEEDS.format(f"{JUDGED}\n\n{said}: “We have a plan, and we will change it when things change.”")
    (statement,) = reading(page).statements
    assert statement.said.edtf == day


def test_a_letter_is_of_its_newest_visit_and_of_none_that_it_compares_with(reading):
    letter = """16 May 2024

Thea Low, Director of Children's Services
Leeds City Council

Dear Ms Low

Monitoring visit to Leeds children's services

This letter summarises the findings of the monitoring visit to Leeds children's services on 10 and 11 April 2024.
This was the fourth monitoring visit since the local authority was judged inadequate in October 2021. His Majesty's
Inspectors for this visit were Jarvis Oke and Pru Whit.

As at the first monitoring visit, which was in May 2022, the inspectors looked at supervision. It is better than it
was at the third monitoring visit.

Yours sincerely

Jarvis Oke
His Majesty's Inspector, Ofsted
"""
    published = {fact[2]: fact[3] for fact in told(reading(letter)) if fact[2] or fact[3]}
    assert published == {"2024-04-10/2024-04-11": "2024-05-16", "2021-10": None, "2022-05": None}
