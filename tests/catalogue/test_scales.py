"""Every scale and framework of the domain is held, with what keeps one from being taken for another."""

from datetime import date

import pytest

from inspections.catalogue import load

CATALOGUE = load()


@pytest.mark.parametrize(
    ("scale", "grades"),
    [
        ("ofsted-four-point", "outstanding good requires-improvement inadequate"),
        ("ofsted-four-point-satisfactory", "outstanding good satisfactory inadequate"),
        ("ofsted-four-point-adequate", "outstanding good adequate inadequate"),
        ("ofsted-annual-assessment", "performs-excellently performs-well performs-adequately performs-poorly"),
        ("ofsted-apa", "outstanding good adequate inadequate"),
        ("area-send-outcome", "typically-positive inconsistent widespread-and-or-systemic-failings"),
        ("send-revisit-progress", "sufficient not-sufficient"),
        ("fe-monitoring-progress", "significant reasonable insufficient"),
        ("ofsted-report-card", "exceptional strong-standard expected-standard needs-attention urgent-improvement"),
        ("ofsted-safeguarding", "met not-met"),
        ("lasi-effectiveness", "effective ineffective"),
        ("cqc-rating", "outstanding good requires-improvement inadequate"),
        ("hmi-probation-four-point", "outstanding good requires-improvement inadequate"),
    ],
)
def test_a_scale_runs_best_first(scale, grades):
    held = CATALOGUE.scales[scale]
    assert [grade.slug for grade in held.grades] == grades.split()
    assert [grade.rank for grade in held.grades] == list(range(1, len(held.grades) + 1))


def test_four_was_best_in_the_yearly_assessments():
    for slug in ("ofsted-annual-assessment", "ofsted-apa"):
        assert [grade.number for grade in CATALOGUE.scales[slug].grades] == [4, 3, 2, 1]


def test_statements_and_progress_carry_no_number():
    for scale in CATALOGUE.scales.values():
        if scale.kind != "grade":
            assert {grade.number for grade in scale.grades} == {None}, scale.slug


def test_a_grade_is_found_by_slug_or_by_words():
    scale = CATALOGUE.scales["ofsted-four-point"]
    assert scale.grade("good").rank == 2
    assert scale.grade_worded("Requires  improvement\nto be good").slug == "requires-improvement"
    assert scale.grade_worded("“Inadequate”").slug == "inadequate"
    assert scale.grade_worded("adequate") is None
    assert scale.grade_worded("not good") is None
    with pytest.raises(KeyError, match="ofsted-four-point has no grade 'adequate'"):
        scale.grade("adequate")


def test_ilacs_lost_its_overall_grade_in_april_2026():
    ilacs = CATALOGUE.frameworks["ilacs"]
    assert ilacs.overall_on(date(2026, 3, 31))
    assert not ilacs.overall_on(date(2026, 4, 1))


def test_ilacs_split_care_leavers_out_in_2023():
    ilacs = CATALOGUE.frameworks["ilacs"]

    def on(day):
        return {aspect.slug for aspect in ilacs.aspects if aspect.used.holds(day) and not aspect.overall}

    assert on(date(2022, 12, 31)) == {"impact-of-leaders", "help-and-protection", "in-care-and-care-leavers"}
    assert on(date(2023, 1, 1)) == {"impact-of-leaders", "help-and-protection", "children-in-care", "care-leavers"}


@pytest.mark.parametrize("slug", ["area-send-2016", "jtai", "fe-monitoring", "fe-report-card", "slac"])
def test_some_frameworks_never_give_an_overall_grade(slug):
    framework = CATALOGUE.frameworks[slug]
    assert framework.overall == "never"
    assert not any(aspect.overall for aspect in framework.aspects)


def test_settings_are_told_from_a_councils_own_services():
    settings = {slug for slug, service in CATALOGUE.services.items() if service.setting}
    assert {"schools", "childrens-homes", "colleges", "care-homes", "early-years"} <= settings
    assert not settings & {"childrens-services", "fostering", "adult-learning", "area-send"}


def test_no_name_means_two_services():
    names = [name for service in CATALOGUE.services.values() for name in service.names]
    assert sorted(names) == sorted(set(names))


def test_the_covid_pause_is_known():
    covid = next(gap for gap in CATALOGUE.gaps if gap.slug == "covid")
    assert (covid.since, covid.until) == (date(2020, 3, 17), date(2021, 4, 30))


def test_a_predecessor_inspectorate_is_known():
    assert CATALOGUE.inspectorates["cqc"].predecessor == "csci"
    assert not CATALOGUE.inspectorates["csci"].used.holds(date(2009, 4, 1))
