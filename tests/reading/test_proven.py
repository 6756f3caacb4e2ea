"""What the words of a source do not bear out never leaves the reader."""

from dataclasses import replace

import pytest

from inspections.reading.facts import Words
from inspections.reading.proven import keep_proven, read_grade, stands, tells_role
from tests.world import news


@pytest.mark.parametrize(
    ("words", "scale", "grade"),
    [
        ("Good", "ofsted-four-point", "good"),
        ("‘requires improvement to be good’", "ofsted-four-point", "requires-improvement"),
        ("judged to be inadequate", "ofsted-four-point", "inadequate"),
        ("goodness", "ofsted-four-point", None),
        ("good or outstanding", "ofsted-four-point", None),
        ("", "ofsted-four-point", None),
        ("experiences and outcomes were found to be inconsistent", "area-send-outcome", "inconsistent"),
        ("experiences and outcomes for children with SEND are inconsistent", "area-send-outcome", "inconsistent"),
        ("experiences and outcomes are not inconsistent", "area-send-outcome", None),
        ("experiences and outcomes matter. Visits were inconsistent", "area-send-outcome", None),
        ("inconsistent visits, experiences and outcomes", "area-send-outcome", None),
        ("experiences and outcomes are “typically positive”", "area-send-outcome", "typically-positive"),
    ],
)
def test_it_reads_a_grade_where_one_is_said(catalogue, words, scale, grade):
    assert read_grade(words, catalogue.scales[scale]) == grade


@pytest.mark.parametrize(
    ("role", "text", "told"),
    [
        ("cabinet member for children", "Ann Lee, cabinet member\nfor children, said", True),
        ("parent", "One of the parents said", True),
        ("parent", "A mother of three, who asked not to be named, said", True),
        ("parent", "whose eight-year-old son has been out of school", True),
        ("child", "Children told inspectors", True),
        ("young person", "young people said", True),
        ("councillor", "Councillors asked", True),
        ("Member for Wyre", "Ann Lee (Wyre) (Con)", True),
        ("Member for Wyre", "Ann Lee (Fylde) (Con)", False),
        ("parent", "It is apparent that", False),
        ("chief nurse", "the chief of the nurses", False),
    ],
)
def test_a_role_is_told_in_its_words_or_of_a_group(role, text, told):
    assert tells_role(role, text) is told


@pytest.mark.parametrize(
    ("words", "text", "there"),
    [
        ("Ann O’Lee", "said Ann O'Lee.", True),
        ("Ann Lee", "said Ann\nLee.", True),
        ("Ann Lee", "said Joann Lee.", False),
    ],
)
def test_words_stand_however_they_are_typeset(words, text, there):
    assert stands(words, text) is there


def test_a_reading_that_its_words_bear_out_is_left_as_it_is(catalogue):
    reading = news()
    assert keep_proven(reading, catalogue) is reading


def altered(**changes):
    fact, *others = news().inspections
    return replace(news(), inspections=(replace(fact, **changes), *others))


def test_a_grade_is_left_out_where_its_words_say_another(catalogue):
    graded = news().inspections[0].overall
    other = next(g.slug for g in catalogue.scales[graded.scale].grades if g.slug != graded.grade)
    kept = keep_proven(altered(overall=replace(graded, grade=other)), catalogue)
    assert kept.inspections[0].overall is None
    assert kept.inspections[0].overall_absent == "not stated"
    assert [warned.code for warned in kept.warnings][-1] == "grade-passed-over"


def test_a_service_that_no_words_name_is_left_out(catalogue):
    kept = keep_proven(altered(service=replace(news().inspections[0].service, words=Words())), catalogue)
    assert kept.inspections[0].service is None
    assert kept.warnings[-1].code == "service-passed-over"


@pytest.mark.parametrize("what", ["speaker", "role"])
def test_who_is_named_nowhere_is_left_out(catalogue, what):
    first, *others = news().statements
    reading = replace(news(), statements=(replace(first, **{what: "Lord Mayor Nobody"}), *others))
    kept = keep_proven(reading, catalogue)
    assert getattr(kept.statements[0], what) is None
    assert kept.warnings[-1].code == "speaker-passed-over"
