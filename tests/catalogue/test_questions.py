"""Which scale a word stands on, and which framework a visit followed: exactly one, or none."""

from datetime import date

import pytest

from inspections.catalogue import load

CATALOGUE = load()


def days(text):
    """The first and last day of "2019", "2019-07" or "2019-07-04"; nothing: no bounds."""
    if not text:
        return None, None
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts), date(*parts)
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    year, month = parts
    return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1) - date.resolution


@pytest.mark.parametrize(
    ("inspectorate", "service", "word", "when", "scale"),
    [
        ("ofsted", "adoption", "outstanding", "2011-11", "ofsted-four-point-satisfactory"),
        ("ofsted", "fostering", "good", "2010-02", "ofsted-four-point-satisfactory"),
        ("ofsted", "adult-learning", "inadequate", "2019-07", "ofsted-four-point"),
        ("ofsted", "adult-learning", "good", "2013", "ofsted-four-point"),
        ("ofsted", "adult-learning", "requires improvement", "2016-05", "ofsted-four-point"),
        ("ofsted", "adult-learning", "satisfactory", "2009", "ofsted-four-point-satisfactory"),
        ("ofsted", "adult-learning", "good", "2009", "ofsted-four-point-satisfactory"),
        ("ofsted", "adult-learning", "good", "2012-08", "ofsted-four-point-satisfactory"),
        ("ofsted", "adult-learning", "good", "2012-09", "ofsted-four-point"),
        ("ofsted", "adult-learning", "good", "2012", None),
        ("ofsted", "adult-learning", "requires improvement", "2012", "ofsted-four-point"),
        ("ofsted", "adult-learning", "adequate", "2019", None),
        ("ofsted", "adult-learning", "Strong standard", "2026-01", "ofsted-report-card"),
        ("ofsted", "adult-learning", "good", "2026-01", None),
        ("ofsted", "adult-learning", "met", "2026-01-13", "ofsted-safeguarding"),
        ("ofsted", "apprenticeships", "reasonable progress", "2024", "fe-monitoring-progress"),
        ("ofsted", "childrens-services", "inadequate", "2019-02", "ofsted-four-point"),
        ("ofsted", "childrens-services", "requires improvement to be good", "2022-06", "ofsted-four-point"),
        ("ofsted", "childrens-services", "good", "2018", "ofsted-four-point"),
        ("ofsted", "childrens-services", "good", "2010-06", "ofsted-four-point-adequate"),
        ("ofsted", "childrens-services", "good", "2013", None),
        ("ofsted", "childrens-services", "performs well", "2010-12", "ofsted-annual-assessment"),
        ("ofsted", "childrens-services", "performs well", "2019", None),
        ("ofsted", "childrens-services", "good", "2008", "ofsted-apa"),
        ("ofsted", "childrens-services", "performs well", "", "ofsted-annual-assessment"),
        ("ofsted", "childrens-services", "requires improvement", "", "ofsted-four-point"),
        ("ofsted", "childrens-services", "good", "", None),
        ("ofsted", "fostering", "adequate", "2014-05", "ofsted-four-point-adequate"),
        ("ofsted", "fostering", "good", "2017-10", "ofsted-four-point"),
        ("ofsted", "fostering", "good", "2012-06", None),
        ("ofsted", "fostering", "satisfactory", "2012-06", "ofsted-four-point-satisfactory"),
        ("ofsted", "safeguarding", "adequate", "2010-06", "ofsted-four-point-adequate"),
        ("ofsted", "looked-after-children", "good", "2010-06", "ofsted-four-point-adequate"),
        ("cqc", "looked-after-children", "good", "2010-06", "ofsted-four-point-adequate"),
        ("hmi-probation", "youth-justice", "Good", "2018-11", "hmi-probation-four-point"),
        ("ofsted", "youth-justice", "good", "2018-11", None),
        ("cqc", "adult-social-care", "requires improvement", "2025", "cqc-rating"),
        (None, "adult-social-care", "good", "2025", "cqc-rating"),
        ("cqc", "adult-social-care", "good", "2019", None),
        ("ofsted", "area-send", "inconsistent experiences and outcomes", "2024-07", "area-send-outcome"),
        ("ofsted", "area-send", "good", "2024-07", None),
        ("cqc", "area-send", "not made sufficient progress", "2022-07", "send-revisit-progress"),
        ("ofsted", "school-improvement", "ineffective", "2015-01", "lasi-effectiveness"),
        ("ofsted", "school-improvement", "good", "2015-01", None),
        ("ofsted", "multi-agency-response", "good", "2024-02", None),
        ("ofsted", "contact-referral-assessment", "good", "2010", None),
        ("ofsted", "no-such-service", "good", "2019", None),
        ("estyn", "childrens-services", "good", "2019", None),
    ],
)
def test_scale_for_word(inspectorate, service, word, when, scale):
    found = CATALOGUE.scale_for_word(word, inspectorate, service, None, *days(when))
    assert (found.slug if found else None) == scale


def test_a_framework_named_decides_between_scales():
    found = CATALOGUE.scale_for_word("good", "ofsted", "childrens-services", "single-inspection-framework")
    assert found.slug == "ofsted-four-point"


def test_one_bound_is_enough_when_it_leaves_one_scale():
    found = CATALOGUE.scale_for_word("good", "ofsted", "adult-learning", earliest=date(2018, 1, 1))
    assert found.slug == "ofsted-four-point"
    assert CATALOGUE.scale_for_word("good", "ofsted", "adult-learning", latest=date(2018, 1, 1)) is None


@pytest.mark.parametrize(
    ("inspectorates", "service", "kind", "when", "framework"),
    [
        (("ofsted",), "childrens-services", "full", "2025-11", "ilacs"),
        (("ofsted",), "childrens-services", "focused-visit", "2023-05", "ilacs"),
        (("ofsted",), "childrens-services", "focused-visit", "2017", None),
        (("ofsted",), "childrens-services", "full", "2015", "single-inspection-framework"),
        (("ofsted",), "childrens-services", "full", "2018-02", None),
        (("ofsted",), "childrens-services", "annual-assessment", "2011", "annual-assessment"),
        (("ofsted", "cqc"), "area-send", "revisit", "2021-09", "area-send-2016"),
        (("ofsted",), "area-send", "full", "2018", "area-send-2016"),
        (("ofsted", "cqc"), "area-send", "full", "2024-07", "area-send-2023"),
        (("ofsted", "cqc"), "area-send", "revisit", "", "area-send-2016"),
        (("ofsted",), "adult-learning", "monitoring-visit", "2020-01", "fe-monitoring"),
        (("ofsted",), "adult-learning", "full", "2026-01", "fe-report-card"),
        (("ofsted",), "adult-learning", "unstated", "2019", None),
        (("ofsted",), "school-improvement", "school-improvement", "2015-01", "lasi"),
        (("ofsted", "cqc", "hmicfrs", "hmi-probation"), "multi-agency-response", "joint-targeted", "", "jtai"),
        (("hmi-probation",), "youth-justice", "full", "2018-11", "hmip-youth"),
        (("cqc",), "childrens-services", "full", "2025", None),
        (("ofsted",), "contact-referral-assessment", "unannounced", "2010", "unannounced-contact-referral-assessment"),
        ((), "childrens-services", "full", "", None),
    ],
)
def test_framework_for(inspectorates, service, kind, when, framework):
    found = CATALOGUE.framework_for(inspectorates, service, kind, *days(when))
    assert (found.slug if found else None) == framework
