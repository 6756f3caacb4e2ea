"""A report whose scale its table leaves open is on that of its visit, where exactly one visit can be its own."""

from datetime import date, timedelta

import pytest

from inspections.models import Inspection, Judgement
from inspections.reading import read_file
from inspections.reading.skills import OPEN
from inspections.recording.building import build
from inspections.recording.fitting import is_out_in_time
from tests.reading.tables.made import FURTHER_EDUCATION, STOCKPORT, changed, further_education

WHO = (
    "ukprn,provider_name,provider_type,provider_group,inspection_number,inspection_type,inspection_date,"
    "inspection_length_in_days"
)
SCORES = "inspection_id,inspection_category,score,score_description"
WORDS = {"1": "Outstanding", "2": "Good", "3": "Requires improvement", "4": "Inadequate"}
EARLIER, NEWER = "ofsted-four-point-satisfactory", "ofsted-four-point"
NAME, KIND = "Heron Training", "Independent learning provider"


def readings(folder, catalogue, visits, reports, names=(NAME, NAME)):
    """Tables of visits, each a day and its overall and leadership scores, and of reports, each the same."""
    who, scores = [WHO], [SCORES]
    for number, (day, overall, leaders) in enumerate(visits, 1):
        who.append(f"1000000{number},{names[0]},{KIND},Providers,{number},Full Inspection,{day},2")
        scores.append(f"{number},Overall effectiveness,{overall},{WORDS[overall]}")
        scores.append(f"{number},Leadership and management,{leaders},{WORDS[leaders]}")
    (folder / "who.csv").write_text("\n".join(who) + "\n", encoding="utf-8")
    (folder / "scores.csv").write_text("\n".join(scores) + "\n", encoding="utf-8")
    rows = [
        changed(
            STOCKPORT, FURTHER_EDUCATION, urn="9", name=names[1], provider_type=KIND, published_date=day,
            overall_effectiveness=overall, leadership_and_management=leaders, is_safeguarding_effective="9",
            as_at_date=as_at,
        )
        for as_at, (day, overall, leaders) in zip(("31/08/2020", "31/08/2021"), reports, strict=False)
    ]  # fmt: skip
    (folder / "five.csv").write_bytes(further_education(*rows))
    return [read_file(folder / name, catalogue) for name in ("who.csv", "scores.csv", "five.csv")]


def record_of(folder, catalogue, *told, **more):
    return build(readings(folder, catalogue, *told, **more), catalogue)


JOINED = [
    # visit, its scores, day of the report, its numbers: the scale of both
    ("2012.09.18", "22", "26/10/2012", "22", NEWER, "good"),
    ("2012.10.16", "32", "22/11/2012", "32", NEWER, "requires-improvement"),
    ("2012.07.30", "32", "07/09/2012", "32", EARLIER, "satisfactory"),
    ("2012.08.21", "12", "01/10/2012", "12", EARLIER, "outstanding"),
]


@pytest.mark.parametrize(("day", "scores", "out", "numbers", "scale", "grade"), JOINED)
def test_the_visit_says_on_which_scale_its_report_is(day, scores, out, numbers, scale, grade, tmp_path, catalogue):
    built = record_of(tmp_path, catalogue, [(day, *scores)], [(out, *numbers)])
    (one,) = built.record.of(Inspection)
    assert one.inspected_edtf == f"{day.replace('.', '-')}/.." and one.published_edtf and not one.disputed
    assert OPEN not in one.notes
    (overall,) = (each for each in built.record.of(Judgement) if each.overall)
    assert (overall.scale, overall.grade) == (scale, grade)
    assert {each.scale for each in built.record.of(Judgement)} == {scale}
    assert all(each.reason.startswith(("visited ", "number ")) for each in built.decisions if each.joined)


APART = [
    ("another overall grade", [("2012.09.18", "2", "2")], [("26/10/2012", "3", "2")]),
    ("another grade of leadership", [("2012.09.18", "2", "3")], [("26/10/2012", "2", "2")]),
    ("a report that came first", [("2012.10.30", "2", "2")], [("26/10/2012", "2", "2")]),
    ("a report far too late", [("2012.05.18", "2", "2")], [("26/10/2012", "2", "2")]),
]


@pytest.mark.parametrize(("visits", "reports"), [each[1:] for each in APART], ids=[each[0] for each in APART])
def test_what_does_not_agree_stays_apart_and_open(visits, reports, tmp_path, catalogue):
    built = record_of(tmp_path, catalogue, visits, reports)
    visit, report = sorted(built.record.of(Inspection), key=lambda each: bool(each.published_edtf))
    assert visit.inspected_edtf and not visit.published_edtf and not report.inspected_edtf
    assert OPEN in report.notes
    assert [each.grade for each in built.record.of(Judgement) if each.inspection_id == report.pk] == ["", ""]


def test_two_visits_that_it_may_be_of_leave_it_open(tmp_path, catalogue):
    visits = [("2012.08.21", "2", "2"), ("2012.09.18", "2", "2")]
    built = record_of(tmp_path, catalogue, visits, [("26/10/2012", "2", "2")])
    assert len(built.record.of(Inspection)) == 3
    (report,) = (each for each in built.record.of(Inspection) if each.published_edtf)
    assert OPEN in report.notes


def test_another_providers_visit_says_nothing(tmp_path, catalogue):
    visits, reports = [("2012.09.18", "2", "2")], [("26/10/2012", "2", "2")]
    built = record_of(tmp_path, catalogue, visits, reports, names=(NAME, "Egret Training"))
    assert len(built.record.of(Inspection)) == 2


DAY = date(2020, 2, 12)
IN_TIME = [
    (date(2018, 3, 6), 0, False), (date(2018, 3, 6), 1, True), (date(2018, 3, 6), 120, True),
    (date(2018, 3, 6), 121, False), (date(2018, 3, 6), -11, False),
    # routine inspection stopped on 17 March 2020
    (DAY, 132, True), (DAY, 180, True), (DAY, 181, False), (date(2019, 11, 18), 122, True),
    # one polling day in between
    (date(2019, 10, 18), 121, True), (date(2019, 10, 18), 122, False),
    (date(2021, 1, 4), 180, True), (date(2021, 4, 30), 121, True), (date(2021, 4, 30), 122, False),
]  # fmt: skip


@pytest.mark.parametrize(("first", "days", "fits"), IN_TIME)
def test_a_report_takes_so_long_and_as_long_as_a_pause_that_is_known(first, days, fits):
    assert is_out_in_time(first, first + timedelta(days)) is fits


def test_a_report_held_back_by_the_pause_is_joined_to_its_visit(tmp_path, catalogue):
    visits, reports = [("2020.02.18", "3", "3")], [("23/06/2020", "3", "3")]
    (one,) = record_of(tmp_path, catalogue, visits, reports).record.of(Inspection)
    assert (one.inspected_edtf, one.published_edtf) == ("2020-02-18/..", "2020-06-23")
    visits, reports = [("2017.01.25", "3", "3")], [("15/06/2017", "3", "3")]
    assert len(record_of(tmp_path, catalogue, visits, reports).record.of(Inspection)) == 2
