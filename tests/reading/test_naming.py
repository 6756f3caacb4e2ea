"""Inspectorates, services and kinds of visit that one sentence names."""

import pytest

from inspections.reading.document import Document
from inspections.reading.facts import Held, Oddity, Sidecar
from inspections.reading.naming import name_all


@pytest.fixture
def named(catalogue):
    def find(text, *oddities):
        document = Document(Held("page.txt", "text/plain", "0" * 64, text, Sidecar(oddities=oddities)))
        return name_all(document, catalogue, None, document.sentences)[0]

    return find


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("Ofsted inspected the council.", ["ofsted"]),
        ("Ofsted and the Care Quality Commission came together.", ["ofsted", "cqc"]),
        ("CQC and HMICFRS took part in it.", ["cqc", "hmicfrs"]),
        ("HM Inspectorate of Probation rated the service.", ["hmi-probation"]),
        ("HM Inspectorate of Probation, not Ofsted, looked at it.", ["hmi-probation"]),
        ("The council welcomed the report.", []),
    ],
)
def test_only_the_inspectorates_that_are_named(text, slugs, named):
    assert [n.slug for n in named(text).inspectorates] == slugs


def test_a_misspelt_name_counts_only_when_the_sidecar_says_what_it_means(named):
    text = "OSTED inspected the council."
    assert named(text).inspectorates == ()
    accepted = Oddity("OSTED", "a slip of the keyboard", "unknown-name", "Ofsted")
    assert [n.slug for n in named(text, accepted).inspectorates] == ["ofsted"]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Ofsted inspected children’s services at the council.", "childrens-services"),
        ("Ofsted inspected the council’s fostering service.", "fostering"),
        ("Ofsted inspected adult and community learning there.", "adult-learning"),
        ("Inspectors looked at special educational needs and disabilities.", "area-send"),
        ("Inspectors looked at youth offending services.", "youth-justice"),
        ("Ofsted inspected arrangements for supporting school improvement.", "school-improvement"),
    ],
)
def test_the_service_is_known_by_the_names_sources_use(text, slug, named):
    assert [n.slug for n in named(text).services] == [slug]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ofsted made a monitoring visit to it.", "monitoring-visit"),
        ("Ofsted made a focused visit to it.", "focused-visit"),
        ("It was a short inspection.", "short"),
        ("A joint targeted area inspection took place.", "joint-targeted"),
        ("Inspectors made a revisit.", "revisit"),
        ("The annual performance assessment was published.", "annual-assessment"),
    ],
)
def test_the_kind_of_visit(text, kind, named):
    assert kind in [visit.kind for visit in named(text).visits]
