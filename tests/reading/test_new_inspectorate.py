"""An inspectorate nobody has heard of is read from its TOML file alone: names, scale, framework and parts."""

import shutil
from pathlib import Path

import pytest

from inspections import catalogue as packaged
from inspections.catalogue import load
from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

TOML = """
[inspectorate]
slug = "learning-standards"
name = "Learning Standards Agency"
short = "LSA"
names = ["Learning Standards Agency", "LSA"]
called = ["Agency"]
chiefs = ["Chief Inspector of Learning"]
since = 2015-01-01
url = "https://learning-standards.example/"

[[scales]]
slug = "learning-standards-three"
name = "The three grades of the Learning Standards Agency"
kind = "grade"
since = 2015-01-01
about = "Three grades."
direction = "Best first."
compare = "No other inspectorate’s grades."
source = "https://learning-standards.example/grades"
"""
GRADE = """
[[scales.grades]]
slug = "{0}"
label = "{1}"
tone = "{2}"
meaning = "A grade."
wordings = ["{0}"]
"""
FRAMEWORK = """
[[frameworks]]
slug = "learning-standards-inspection"
name = "Learning standards inspection"
names = ["learning standards inspection"]
inspectorates = ["learning-standards"]
services = ["adult-learning"]
kinds = ["full"]
scales = ["learning-standards-three"]
since = 2015-01-01
overall = "yes"
cycle = "Every three years."
source = "https://learning-standards.example/framework"

[[frameworks.aspects]]
slug = "overall"
label = "Overall grade"
wordings = ["overall grade"]
overall = true

[[frameworks.aspects]]
slug = "tutors"
label = "Work of tutors"
wordings = ["the work of tutors", "work of tutors"]

[[frameworks.aspects]]
slug = "rooms"
label = "Rooms and equipment"
wordings = ["rooms and equipment"]
"""
RELEASE = """LSA finds adult learning in Stockport sound

Press release
Published 12 May 2027

The Learning Standards Agency (LSA) has today published its report on Stockport Council’s adult learning service, \
which it inspected from 12 to 15 April 2027.

The LSA judged the service to be sound overall. The work of tutors was judged exemplary, and rooms and equipment \
fragile.

Imogen Vale, Chief Inspector at the LSA, said: “This is a service that listens to its learners and acts on it.”
"""


PAGE = """Stockport’s tutors hear the verdict

By Carol Finch
16 May 2019

{short} yesterday judged Stockport Council’s adult learning service {grade}, after a visit from 9 to 12 April 2019. \
{short} noted that “learners are taught in rooms that suit them”.

“Tutors plan with care,” {short} said.

Imogen Vale, {chief}, said: “Nobody here waits to be told.”

The report adds: “Learners sleep through lessons.” {denial}

Cllr Ann Lee, the council’s cabinet member for learning, told {short}: “We will go on.”
"""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    folder = tmp_path_factory.mktemp("catalogue")
    for file in Path(packaged.__file__).parent.iterdir():
        if file.suffix in (".toml", ".csv"):
            shutil.copy(file, folder)
    grades = (("exemplary", "Exemplary", "best"), ("sound", "Sound", "good"), ("fragile", "Fragile", "worst"))
    text = TOML + "".join(GRADE.format(*grade) for grade in grades) + FRAMEWORK
    (folder / "learning_standards.toml").write_text(text, encoding="utf-8")
    return load(folder)


@pytest.fixture(scope="module")
def reading(catalogue):
    return read(hold_text("release.txt", RELEASE.encode(), Sidecar()), catalogue)


def test_its_inspection_and_days_are_read(reading):
    [inspection] = reading.inspections
    assert [a.slug for a in inspection.authorities] == ["stockport"]
    assert [b.slug for b in inspection.inspectorates] == ["learning-standards"]
    assert inspection.framework.slug == "learning-standards-inspection"
    assert (inspection.inspected.edtf, inspection.published.edtf) == ("2027-04-12/2027-04-15", "2027-05-12")


def test_its_grades_are_read_on_its_own_scale(reading):
    [inspection] = reading.inspections
    assert (inspection.overall.scale, inspection.overall.grade) == ("learning-standards-three", "sound")
    judged = {j.aspect_slug: (j.grade.scale, j.grade.grade) for j in inspection.judgements}
    assert judged == {
        "tutors": ("learning-standards-three", "exemplary"),
        "rooms": ("learning-standards-three", "fragile"),
    }


def test_its_chief_speaks_for_it(reading):
    [said] = [s for s in reading.statements if s.attributed_to == "person"]
    assert (said.speaker, said.role, said.organisation) == ("Imogen Vale", "Chief Inspector", "LSA")


BODIES = {
    "ofsted": {"short": "Ofsted", "grade": "good", "chief": "His Majesty’s Chief Inspector"},
    "learning-standards": {"short": "LSA", "grade": "sound", "chief": "Chief Inspector of Learning"},
}


def story(slug, catalogue, denial):
    """A news story that is the same for an old inspectorate and for a new one."""
    text = PAGE.format(**BODIES[slug], denial=denial.format(**BODIES[slug]))
    return read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)


def words_said(found):
    return {s.words.of(found.held.text)[0].strip("“”,."): (s.attributed_to, s.organisation) for s in found.statements}


@pytest.fixture(scope="module", params=list(BODIES))
def page(request, catalogue):
    denial = "{short} did not say that."
    return request.param, BODIES[request.param], story(request.param, catalogue, denial)


def test_a_page_about_it_is_read_as_one_about_ofsted(page):
    slug, words, found = page
    [inspection] = found.inspections
    assert [b.slug for b in inspection.inspectorates] == [slug]
    assert inspection.overall.grade == words["grade"]
    assert (inspection.inspected.edtf, inspection.published.edtf) == ("2019-04-09/2019-04-12", "2019-05-15")


def test_its_words_are_a_report_s_and_its_chief_s(page):
    _, words, found = page
    assert words_said(found) == {
        "learners are taught in rooms that suit them": ("report", words["short"]),
        "Tutors plan with care": ("report", words["short"]),
        "Nobody here waits to be told": ("person", words["short"]),
        "We will go on": ("person", "Stockport Metropolitan Borough Council"),
    }


@pytest.mark.parametrize("slug", BODIES)
@pytest.mark.parametrize("denial", ["{short} did not say that.", "{short} wrote no such words.", ""])
def test_what_it_denies_is_nobody_s_finding(slug, denial, catalogue):
    assert ("Learners sleep through lessons" in words_said(story(slug, catalogue, denial))) == (not denial)
