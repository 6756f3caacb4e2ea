"""Tables with more than one column of grades, and tables of schools, homes and forces: whose grade is it?"""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

OPENING = (
    "Derby City Council\n\n12 October 2023\n\n"
    "Ofsted inspected Derby’s children’s services from 5 to 16 June 2023.{}\n\n"
)


@pytest.fixture
def grades(catalogue):
    def find(table, more="", opening=OPENING):
        page = opening.format(more) + table.replace(" ; ", "\t") + "\n"
        found = read(hold_text("page.txt", page.encode(), Sidecar()), catalogue).inspections
        out = []
        for each in found:
            when = each.inspected.edtf[:4] if each.inspected else ""
            out += [(when, "overall", each.overall.grade)] if each.overall else []
            out += [(when, judged.aspect, judged.grade.grade) for judged in each.judgements]
        return out

    return find


@pytest.mark.parametrize(
    "table",
    [
        "School ; Date ; Outcome\nBramley Hollow ; 14-15 June 2023 ; Good\nWath Ings ; 21 June 2023 ; Inadequate",
        "School ; Ofsted rating\nBramley Hollow ; Inadequate\nWath Ings ; Outstanding",
        "Name of school ; Inspected ; Judgement\nBramley Hollow ; 14 June 2023 ; Good\nWath Ings ; June 2023 ; Good",
        "Home ; Inspected ; Overall\nThe Willows ; 14 June 2023 ; Inadequate\nFairways ; 21 May 2023 ; Outstanding",
        "Children’s homes ; Visit ; Rating\nThe Willows ; June 2023 ; Inadequate\nFairways ; May 2023 ; Outstanding",
        "Setting | Date of inspection | Judgement\nLittle Acorns | 3 May 2023 | Good\nRainbow Room | 9 May 2023 | Good",
        "Nursery ; Date ; Grade\nLittle Acorns ; 3 May 2023 ; Good\nRainbow Room ; 9 May 2023 ; Inadequate",
        "Fostering agency ; Rating ; Date\nCaring Hands ; Good ; May 2023\nFoster First ; Outstanding ; April 2023",
        "Force ; Overall\nDerbyshire ; Good\nDurham ; Outstanding",
        "Trust ; Date ; Overall\nRoyal Derby ; May 2023 ; Good\nDerbyshire Care ; May 2022 ; Inadequate",
        "Academy ; Council ; Grade\nHeath Fields ; Derby ; Good\nMarl Pits ; Derbyshire ; Inadequate",
        "Date ; College ; Grade\nMay 2023 ; Derby ; Good\nMay 2022 ; Chesterfield ; Inadequate",
        "Care home ; Area ; Rating\nAshbourne Lodge ; Derby ; Good\nThe Elms ; Derby ; Inadequate",
    ],
)
def test_a_table_of_settings_gives_the_council_no_grade(table, grades):
    assert grades(table) == []
    assert grades(table, " They were judged good overall.") == [("2023", "overall", "good")]


ROWS = "Overall effectiveness ; {0}\nHelp and protection ; {1}\nChildren in care ; {2}"


@pytest.mark.parametrize(
    ("header", "cells", "found"),
    [
        ("Judgement ; Self-evaluation ; Ofsted 2023", "GR RR OG", "RRG"),
        ("Judgement ; Grade ; Target", "RG RG GO", "RRG"),
        ("Judgement ; Our own view ; Grade", "GR GR OG", "RRG"),
        ("Judgement ; Peer review ; Grade", "GR GR OG", "RRG"),
        ("Judgement ; Grade ; England average", "RG RG GO", "RRG"),
        ("Judgement ; Derby ; Nottingham", "RG RG GO", "RRG"),
        ("Judgement ; Nottingham ; Derby", "GR GR OG", "RRG"),
        ("Judgement ; Grade ; Previous grade", "RI RI GI", "RRG"),
        ("Judgement ; Before ; Grade", "IR IR IG", "RRG"),
        ("Judgement ; 2023 ; 2017", "RI RI GI", "RRG"),
        ("Judgement ; 2017 ; 2023", "IR IR IG", "RRG"),
        ("Judgement ; March 2017 ; June 2023", "IR IR IG", "RRG"),
    ],
)
def test_the_column_of_the_newest_inspection_holds_its_grades(header, cells, found, grades):
    names = {"G": "Good", "R": "Requires improvement", "O": "Outstanding", "I": "Inadequate"}
    slugs = {"G": "good", "R": "requires-improvement", "O": "outstanding", "I": "inadequate"}
    table = header + "\n" + ROWS.format(*(" ; ".join(names[letter] for letter in cell) for cell in cells.split()))
    assert [grade for when, _, grade in grades(table) if when == "2023"] == [slugs[letter] for letter in found]


def test_the_overall_grade_of_an_earlier_column_is_that_of_the_inspection_before(grades):
    table = "Judgement ; 2023 ; 2017\n" + ROWS.format("Good ; Inadequate", "Good ; Inadequate", "Good ; Inadequate")
    assert ("2017", "overall", "inadequate") in grades(table)
    assert not [each for each in grades(table) if each[2] == "inadequate" and each[0] != "2017"]


@pytest.mark.parametrize(
    ("header", "cells", "parts"),
    [
        ("Judgement ; 2023 ; 2017", ("Good ; Inadequate", "Good ; Inadequate", "Good ; Outstanding"), "IO"),
        ("Judgement ; 2017 ; 2023", ("Good ; Inadequate", "Good ; Inadequate", "Outstanding ; Good"), "GO"),
        ("Judgement ; March 2017 ; June 2023", ("Good ; Good", "Not judged ; Good", "Outstanding ; Good"), "O"),
        ("Judgement ; 2023 ; Our own view", ("Good ; Good", "Good ; Inadequate", "Good ; Outstanding"), ""),
        ("Judgement ; 2023 ; Target", ("Good ; Outstanding", "Good ; Outstanding", "Good ; Outstanding"), ""),
        ("Judgement ; 2023 ; England", ("Good ; Good", "Good ; Good", "Good ; Good"), ""),
        ("Judgement ; 2023 ; 2017", ("Good ; ", "Good ; Inadequate", "Good ; Outstanding"), ""),
    ],
)
def test_the_parts_of_an_earlier_column_are_those_of_the_inspection_before(header, cells, parts, grades):
    slugs = {"G": "good", "O": "outstanding", "I": "inadequate"}
    found = grades(header + "\n" + ROWS.format(*cells))
    assert [grade for when, what, grade in found if when != "2023" and what != "overall"] == [slugs[x] for x in parts]


@pytest.mark.parametrize(
    "table",
    [
        "Judgement ; Self-evaluation\n" + ROWS.format("Good", "Good", "Outstanding"),
        "Judgement ; Target\n" + ROWS.format("Good", "Good", "Outstanding"),
        "Judgement ; Nottingham\n" + ROWS.format("Good", "Good", "Outstanding"),
        "Judgement ; Nottingham ; Leicester\n" + ROWS.format("Good ; Good", "Good ; Good", "Outstanding ; Good"),
        "Judgement ; England average\n" + ROWS.format("Good", "Good", "Outstanding"),
        "Judgement ; Previous grade\n" + ROWS.format("Inadequate", "Inadequate", "Good"),
        "Judgement ; First ; Second\n" + ROWS.format("Inadequate ; Good", "Inadequate ; Good", "Good ; Outstanding"),
        "The grades of 2017\n\n" + ROWS.format("Inadequate", "Inadequate", "Good"),
        ROWS.format("Inadequate ; Good", "Inadequate ; Good", "Good ; Outstanding"),
    ],
)
def test_a_column_that_is_not_the_inspections_gives_it_no_grade(table, grades):
    assert [each for each in grades(table) if each[0] == "2023"] == []
    assert len([each for each in grades(table, " They were judged good overall.") if each[0] == "2023"]) == 1


@pytest.mark.parametrize(
    "rows", [ROWS, "Overall effectiveness  {0}\nHelp and protection    {1}\nChildren in care   {2}"]
)
def test_a_plain_table_is_the_inspections(rows, grades):
    found = grades(rows.format("Good", "Good", "Outstanding"))
    assert [(when, grade) for when, _, grade in found] == [("2023", "good"), ("2023", "good"), ("2023", "outstanding")]


@pytest.mark.parametrize(
    ("words", "when", "grade"),
    [
        ("Older hands will remember 2014, when they were judged inadequate.", "2014", "inadequate"),
        ("Few have forgotten November 2014, when services were found to be inadequate.", "2014", "inadequate"),
        ("Cast your mind back to 2014, when the service had been rated good.", "2014", "good"),
        ("Some will remember 2014, when a school in Allestree was judged inadequate.", None, None),
        ("Some will remember 2014, when it was feared they would be judged inadequate.", None, None),
    ],
)
def test_a_year_that_is_remembered_is_that_of_the_grade_given_then(words, when, grade, grades):
    found = [each for each in grades("", f" They were judged good overall. {words}") if each[0] != "2023"]
    assert found == ([(when, "overall", grade)] if when else [])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Overall effectiveness was judged good, up from inadequate in July 2019.", ["good", "inadequate"]),
        ("Overall effectiveness: good, up from inadequate in July 2019.", ["good", "inadequate"]),
        ("Overall effectiveness was judged good.", ["good"]),
        ("The overall effectiveness of the school was judged good, up from inadequate in July 2019.", []),
        ("Overall effectiveness should be judged good, up from inadequate in July 2019.", []),
    ],
)
def test_overall_effectiveness_is_that_of_the_inspection_told_of(words, found, grades):
    assert [grade for _, _, grade in grades("", " " + words)] == found


SPACED_ROWS = """Overall effectiveness         Good                 Inadequate
The impact of leaders         Outstanding          Good"""
SPACED = {
    "years": ("            2023                    2019", True),
    "words": ("Judgement             This time               Last time", True),
    "others": ("Judgement             Derby                   England", False),
}


@pytest.mark.parametrize(("header", "has_earlier"), SPACED.values(), ids=SPACED)
def test_columns_that_only_spaces_part_are_told_by_what_stands_over_them(header, has_earlier, grades):
    found = grades(f"{header}\n{SPACED_ROWS}")
    assert found[:2] == [("2023", "overall", "good"), ("2023", "The impact of leaders", "outstanding")]
    assert [grade for _, _, grade in found[2:]] == (["inadequate", "good"] if has_earlier else [])


def test_columns_that_only_spaces_part_and_nothing_heads_are_nobodys(grades):
    assert grades(SPACED_ROWS) == []


YEARS = """{}         2017                    2021
Derby             Requires improvement    Good
Nottingham        Good                    Good
"""


@pytest.mark.parametrize("name", ["Authority", "         "])
def test_years_over_councils_that_only_spaces_part(name, catalogue):
    page = "Answer\n\n12 October 2023\n\nOfsted’s judgements of children’s services were:\n\n" + YEARS.format(name)
    found = read(hold_text("page.txt", page.encode(), Sidecar()), catalogue).inspections
    told = [(each.authorities[0].slug, each.inspected.edtf, each.overall.grade) for each in found if each.overall]
    assert told[:2] == [("derby", "2017", "requires-improvement"), ("derby", "2021", "good")]


FORMER = (
    "Cumberland Council\n\n12 October 2023\n\nOfsted inspected two councils’ children’s services before 2023.\n\n{}\n"
)
PARTS_IN_COLUMNS = {
    "overall first": ("Council | Inspected | Overall effectiveness | Adoption", "Good | Outstanding", True),
    "adoption first": ("Council | Inspected | Adoption | Overall effectiveness", "Outstanding | Good", True),
    "a rating": ("Council | Inspected | Rating | Adoption services", "Good | Outstanding", True),
    "a board": ("Council | Inspected | Overall | Local Safeguarding Children Board", "Good | Outstanding", False),
    "two services": ("Council | Inspected | Children’s services | Adult learning", "Good | Outstanding", False),
}  # fmt: skip


@pytest.mark.parametrize(("header", "cells", "one"), PARTS_IN_COLUMNS.values(), ids=PARTS_IN_COLUMNS)
def test_a_part_that_heads_a_column_is_no_inspection_of_its_own(header, cells, one, catalogue):
    row = (
        f"| Cumbria County Council | 3 to 20 March 2015 | {cells} |\n| Knowsley Council | 5 to 22 May 2014 | {cells} |"
    )
    page = FORMER.format(f"| {header} |\n{row}")
    found = read(hold_text("page.txt", page.encode(), Sidecar()), catalogue).inspections
    told = [each for each in found if each.authorities[0].slug == "knowsley" and (each.overall or each.judgements)]
    assert len(told) == (1 if one else 2)
    if one:
        assert told[0].overall.grade == "good"
        assert [part.grade.grade for part in told[0].judgements] == ["outstanding"]
