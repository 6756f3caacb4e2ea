"""The comparison itself: an altered reading must be seen."""

from dataclasses import replace

import pytest

from inspections.reading import read, sources
from inspections.reading.facts import Graded, Judged, When, Words
from inspections.text import Span
from tests.reading.expected import cases, day, words
from tests.reading.scoring import score


@pytest.fixture
def case():
    return next(case for case in cases("seeds") if case.id == "003")


@pytest.fixture
def reading(case, catalogue):
    return read(sources.hold(case.path), catalogue)


def verdicts(case, reading, catalogue, kind):
    return sorted(m.verdict for m in score(case, reading, catalogue) if m.kind == kind)


def altered(reading, key, **changes):
    return replace(
        reading, inspections=tuple(replace(i, **changes) if i.key == key else i for i in reading.inspections)
    )


def the_assessment(reading):
    return next(i for i in reading.inspections if i.kind == "annual-assessment" and i.published)


def test_it_says_right_of_what_is_right(case, reading, catalogue):
    assert {m.verdict for m in score(case, reading, catalogue)} == {"right"}


def test_it_sees_another_grade(case, reading, catalogue):
    main = the_assessment(reading)
    worse = replace(main.overall, grade="performs-poorly")
    assert "wrong" in verdicts(case, altered(reading, main.key, overall=worse), catalogue, "overall grade")


def test_it_sees_another_scale(case, reading, catalogue):
    main = the_assessment(reading)
    other = replace(main.overall, scale="ofsted-four-point", grade="good")
    assert "wrong" in verdicts(case, altered(reading, main.key, overall=other), catalogue, "overall grade")


def test_it_sees_a_grade_where_none_is_stated(case, reading, catalogue):
    visit = next(i for i in reading.inspections if i.kind == "unannounced")
    graded = Graded("ofsted-four-point-adequate", "good", Words((Span(0, 4),)))
    assert "spurious" in verdicts(case, altered(reading, visit.key, overall=graded), catalogue, "overall grade")


def test_it_sees_an_invented_date(case, reading, catalogue):
    visit = next(i for i in reading.inspections if i.kind == "unannounced")
    invented = When("2011-05", None, None, "stated", Words((Span(0, 4),)))
    assert "spurious" in verdicts(case, altered(reading, visit.key, inspected=invented), catalogue, "inspected")


def test_it_sees_an_inspection_too_many_and_one_too_few(case, reading, catalogue):
    doubled = replace(reading, inspections=(*reading.inspections, replace(reading.inspections[0], key="99")))
    assert "spurious" in verdicts(case, doubled, catalogue, "inspection")
    fewer = replace(reading, inspections=reading.inspections[1:])
    assert "missed" in verdicts(case, fewer, catalogue, "inspection")


def test_it_sees_a_document_that_could_not_be_read(case, catalogue):
    assert {m.verdict for m in score(case, None, catalogue)} == {"missed"}


def test_words_are_compared_without_marks_and_capitals():
    assert words("“[Are] NOT—prepared, ‘well’.”") == ["are", "not", "prepared", "well"]


def test_a_day_holds_what_is_stated_and_no_more():
    assert day({"value": None, "partial": "--09"}).partial == "XXXX-09"
    assert day({"value": "2022-W41", "precision": "week"}).bounds[0].isoformat() == "2022-10-10"
    assert day({"value": "2019-12", "precision": "month"}).bounds[1].isoformat() == "2019-12-31"
    assert day({"value": None}) is None


@pytest.mark.parametrize(("grade", "verdicts_of_it"), [("good", []), ("inadequate", ["spurious"])])
def test_a_board_may_be_told_as_a_part_of_the_report_in_which_its_grade_was_printed(catalogue, grade, verdicts_of_it):
    case = next(case for case in cases("thirtyeighth") if case.id == "w38_12")
    reading = read(sources.hold(case.path), catalogue)
    whole = next(i for i in reading.inspections if i.service.slug == "childrens-services" and i.overall)
    words_of_it = Words((Span(0, 4),))
    board = Judged("the board", "lscb", Graded("ofsted-four-point", grade, words_of_it), words_of_it)
    told = altered(reading, whole.key, judgements=(*whole.judgements, board))
    before = verdicts(case, reading, catalogue, "aspect grade")
    assert verdicts(case, told, catalogue, "aspect grade") == sorted(before + verdicts_of_it)
