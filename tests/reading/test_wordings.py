"""How a grade is worded in a sentence, and what only sounds like it: every sentence on a page of its own."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text


@pytest.fixture
def graded(catalogue):
    def find(day, sentence):
        page = f"News from the council\n\n{day}\n\n{sentence}\n\nThe staff is 3,000. Ofsted inspects councils.\n"
        reading = read(hold_text("page.txt", page.encode(), Sidecar()), catalogue)
        return {(i.authorities[0].slug, i.overall.grade) for i in reading.inspections if i.overall}

    return find


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        ("Inspectors from Ofsted have declared children’s services at Leeds City Council good.", "good"),
        ("Leeds has retained its good rating for children’s services, according to Ofsted.", "good"),
        ("Leeds City Council has secured a good rating from Ofsted for children’s services.", "good"),
        ("Inadequate: that is Ofsted’s verdict on children’s services in Leeds.", "inadequate"),
        ("“Outstanding” was the verdict of Ofsted on Leeds City Council’s children’s services.", "outstanding"),
        ("Ofsted inspectors have praised Leeds City Council’s children’s services, rating them good overall.", "good"),
        ("Ofsted has marked children’s services in Leeds as good.", "good"),
        ("Children’s services in Leeds get a good from Ofsted.", "good"),
        ("Children’s services in Leeds continue to be good, says Ofsted.", "good"),
        ("Ofsted said that Leeds City Council’s children’s services had improved and were now good.", "good"),
        ("In Leeds the word for the overall effectiveness of children’s services, says Ofsted, is... good.", "good"),
        ("The rating of good that Ofsted had given Leeds City Council’s children’s services still stands.", "good"),
        (
            "Leeds City Council, which no longer runs buses, was judged inadequate for its children’s services.",
            "inadequate",
        ),
        (
            (
                "Leeds’s children’s social care, which is inspected by Ofsted, requires improvement to be good, says "
                "its latest report of December 2022."
            ),
            "requires-improvement",
        ),
        (
            "Ofsted’s report rated children’s services in Leeds, which a trust and the city run, as inadequate.",
            "inadequate",
        ),
        (
            "Under Part 1 of the Act Ofsted inspected children’s services in Leeds in May 2019 and rated them good.",
            "good",
        ),
        ("Ofsted inspected Leeds’ children’s services in May 2019. The verdict was damning: inadequate.", "inadequate"),
        (
            "After years of being rated inadequate, children’s services in Leeds have been judged good by Ofsted.",
            "good",
        ),
        (
            "The Director said that Ofsted had judged the effectiveness of children’s services in Leeds to be Good.",
            "good",
        ),
        (
            "Leeds City Council has been told by Ofsted that its children’s services require improvement.",
            "requires-improvement",
        ),
        (
            "After a good Christmas, children’s services in Leeds were judged by Ofsted to be inadequate.",
            "inadequate",
        ),
    ],
)
def test_a_sentence_gives_the_grade(sentence, grade, graded):
    assert graded("14 June 2019", sentence) == {("leeds", grade)}


@pytest.mark.parametrize(
    ("day", "sentence", "grade"),
    [
        (
            "14 January 2010",
            "In Ofsted’s annual assessment for 2009, Leeds performs adequately.",
            "performs-adequately",
        ),
        ("14 December 2007", "Leeds was graded 3, good, in its annual performance assessment for 2007.", "good"),
        (
            "14 December 2006",
            "Leeds has a three-star rating for its adult social care from the Commission for Social Care Inspection.",
            "3-stars",
        ),
        (
            "14 December 2006",
            "Leeds adult social services remain at one star, the Commission for Social Care Inspection says.",
            "1-star",
        ),
    ],
)
def test_a_sentence_gives_the_grade_of_an_older_assessment(day, sentence, grade, graded):
    assert graded(day, sentence) == {("leeds", grade)}


@pytest.mark.parametrize(
    ("sentence", "grades"),
    [
        (
            "Children’s services in Leeds moved from inadequate to requires improvement after Ofsted inspected Leeds.",
            {"inadequate", "requires-improvement"},
        ),
        (
            "Children’s services in Leeds slipped to requires improvement from good when Ofsted inspected in May 2019.",
            {"requires-improvement", "good"},
        ),
        (
            "Leeds City Council’s children’s services, which were rated inadequate in 2015, are now good, Ofsted says.",
            {"inadequate", "good"},
        ),
        (
            "Leeds has lost its outstanding rating for children’s services: Ofsted judges they require improvement.",
            {"outstanding", "requires-improvement"},
        ),
    ],
)
def test_a_sentence_gives_the_grade_and_the_one_before(sentence, grades, graded):
    assert graded("14 June 2019", sentence) == {("leeds", grade) for grade in grades}


@pytest.mark.parametrize(
    "sentence",
    [
        "Leeds, whose neighbour’s children’s services were judged inadequate by Ofsted, is waiting.",
        "Its director came from a council whose children’s services were rated outstanding by Ofsted.",
        "Leeds is being helped by a council whose children’s services are rated outstanding by Ofsted.",
        "Ofsted rated services in Leeds’ neighbour inadequate.",
        "Ofsted gave the academy in Leeds, sponsored by children’s services, an outstanding rating.",
        "Leeds hopes that Ofsted will rate its children’s services good.",
        "Leeds children’s services narrowly escaped an inadequate rating from Ofsted.",
        "A private fostering agency in Leeds has secured an outstanding rating from Ofsted.",
        "An improvement board will remain until Ofsted gives children’s services in Leeds a good rating.",
        "Ofsted found good examples of children’s services work in Leeds.",
        "Parents in Leeds gave the council’s children’s services a good rating in a survey.",
    ],
)
def test_a_sentence_gives_no_grade(sentence, graded):
    assert graded("14 June 2019", sentence) == set()


@pytest.mark.parametrize(
    "lead",
    [
        "Leeds City Council has shed its inadequate rating for children’s services",
        "Leeds has come out of its inadequate rating for children’s services",
        "Leeds children’s services have lost their inadequate grade",
        "It is the end of an inadequate rating for Leeds children’s services",
    ],
)
def test_what_is_over_has_not_the_day_of_the_visit_that_ended_it(lead, catalogue):
    page = f"News\n\n14 June 2019\n\n{lead} after Ofsted inspected them in May 2019.\n"
    reading = read(hold_text("page.txt", page.encode(), Sidecar()), catalogue)
    told = {
        (i.overall.grade if i.overall else None, i.inspected.edtf if i.inspected else None) for i in reading.inspections
    }
    assert ("inadequate", None) in told
    assert not any(grade and day for grade, day in told)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Our grade from March 2016, requires improvement to be good, stands until Ofsted comes again.",
            [("requires-improvement", "2016-03")],
        ),
        (
            "Ofsted judged our children’s services good in May 2019, and no longer inadequate, the grade of May 2016.",
            [("good", "2019-05"), ("inadequate", "2016-05")],
        ),
        (
            "Our children’s services were judged good by Ofsted in May 2019, as they had been in 2016.",
            [("good", "2019-05"), ("good", "2016")],
        ),
    ],
)
def test_a_grade_has_the_day_that_is_said_to_be_its_own(sentence, expected, catalogue):
    page = f"Leeds City Council\n\n14 June 2019\n\nChildren’s services\n\n{sentence}\n"
    reading = read(hold_text("page.txt", page.encode(), Sidecar()), catalogue)
    assert [(i.overall.grade, i.inspected.edtf) for i in reading.inspections if i.overall] == expected


@pytest.mark.parametrize(
    ("rated", "parts"),
    [
        (
            "rated ‘Good’ overall, with ‘Good’ for organisational delivery and ‘Inadequate’ for out-of-court disposals",
            {"organisational delivery": "good", "out-of-court disposals": "inadequate"},
        ),
        (
            "rated good overall, and outstanding for schools in the city",
            {},
        ),
    ],
)
def test_a_grade_beside_the_overall_one_is_of_what_it_is_said_to_be_for(rated, parts, catalogue):
    page = f"14 June 2019\n\nThe youth justice service in Leeds was {rated} by HM Inspectorate of Probation.\n"
    reading = read(hold_text("page.txt", page.encode(), Sidecar()), catalogue)
    assert {j.aspect: j.grade.grade for i in reading.inspections for j in i.judgements} == parts


def test_the_same_council_is_the_one_named_last(catalogue):
    page = (
        "14 June 2019\n\nOfsted inspected children’s services in Leeds in May 2019. Bradford, its neighbour, waits.\n\n"
        "Ofsted judged children’s services in Kirklees good in May 2018. "
        "In 2016 the same council was judged to be inadequate.\n"
    )
    reading = read(hold_text("page.txt", page.encode(), Sidecar()), catalogue)
    told = [(i.authorities[0].slug, i.overall.grade, i.inspected.edtf) for i in reading.inspections if i.overall]
    assert told == [("kirklees", "good", "2018-05"), ("kirklees", "inadequate", "2016")]


def test_a_council_before_this_one_is_judged_on_its_own_account(catalogue):
    page = (
        "Somerset Council\n\n2 July 2026\n\nOfsted inspected Somerset’s children’s services in May 2026.\n\nSomerset "
        "County Council, which we replaced in 2023, was judged good overall in July 2022.\n\nThe Care Quality "
        "Commission assesses adult social care.\n"
    )
    reading = read(hold_text("page.txt", page.encode(), Sidecar()), catalogue)
    told = [(i.authorities[0].slug, i.service.slug, i.inspected.edtf) for i in reading.inspections if i.overall]
    assert told == [("somerset-county-council", "childrens-services", "2022-07")]


@pytest.mark.parametrize(
    ("sentence", "grades"),
    [
        ("Services for children in Leeds are inadequate overall.", ["inadequate"]),
        ("Services for children in Leeds are inadequate.", []),
        ("Services for children in Leeds are inadequate overall, say parents.", []),
    ],
)
def test_a_word_for_the_whole_is_a_grade_where_an_inspection_has_just_been_told_of(sentence, grades, catalogue):
    page = (
        "Leeds News\n\n9 September 2023\n\nOfsted published what it found when it inspected Leeds City Council’s "
        f"children’s services in July 2023. Every resident should read it.\n\n{sentence}\n"
    )
    reading = read(hold_text("page.txt", page.encode(), Sidecar()), catalogue)
    assert [i.overall.grade for i in reading.inspections if i.overall] == grades


@pytest.mark.parametrize(
    ("answer", "grade"),
    [
        ("Sufficient progress has been made.", "sufficient"),
        ("Sufficient progress has not been made.", "not-sufficient"),
        ("Sufficient progress had not yet been made", "not-sufficient"),
    ],
)
def test_a_bullet_names_a_weakness_and_the_sentence_behind_it_answers(answer, grade, catalogue):
    page = (
        "Worcestershire County Council\n\n10 December 2021\n\nOfsted and the Care Quality Commission came back to "
        "Worcestershire for a SEND revisit from 1 to 3 November 2021. What they found of each weakness:\n\n• The local "
        f"offer, which few parents knew of. {answer}\n• Joint commissioning. Nobody can say yet.\n"
    )
    (revisit,) = read(hold_text("page.txt", page.encode(), Sidecar()), catalogue).inspections
    assert [(j.aspect, j.grade.grade) for j in revisit.judgements] == [("The local offer", grade)]
