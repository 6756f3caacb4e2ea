"""What the five seeds say, as a stranger's program gets it: through the JSON, with expectations of our own."""

import pytest

# of each: authority, service, inspectorates, kind, when inspected and published with the basis, overall grade
INSPECTIONS = [
    (
        "stockport",
        "adult-learning",
        ["ofsted"],
        "full",
        None,
        ("2016-05", "stated"),
        "ofsted-four-point:requires-improvement",
    ),
    ("stockport", "adult-learning", ["ofsted"], "full", None, ("2018-03", "stated"), "ofsted-four-point:good"),
    ("stoke-on-trent", "adult-learning", ["ofsted"], "monitoring-visit", ("2020-01", "derived"), None, None),
    (
        "stoke-on-trent",
        "adult-learning",
        ["ofsted"],
        "full",
        ("2019-07", "stated"),
        None,
        "ofsted-four-point:inadequate",
    ),
    (
        "stoke-on-trent",
        "childrens-services",
        ["ofsted"],
        "full",
        ("2019-02", "stated"),
        None,
        "ofsted-four-point:inadequate",
    ),
    ("stockport", "area-send", ["ofsted", "cqc"], "revisit", ("XXXX-09", "stated"), None, None),
    ("stockport", "area-send", ["ofsted", "cqc"], "full", ("2018", "stated"), None, None),
    (
        "stockport",
        "childrens-services",
        ["ofsted"],
        "annual-assessment",
        ("2011", "stated"),
        ("2011-11-08", "stated"),
        "ofsted-annual-assessment:performs-well",
    ),
    (
        "stockport",
        "childrens-services",
        ["ofsted"],
        "annual-assessment",
        ("2010", "stated"),
        None,
        "ofsted-annual-assessment:performs-well",
    ),
    ("stockport", "contact-referral-assessment", ["ofsted"], "unannounced", None, None, None),
    ("stockport", "adoption", ["ofsted"], "unstated", None, None, "ofsted-four-point-satisfactory:outstanding"),
    ("stockport", "fostering", ["ofsted"], "unstated", None, None, "ofsted-four-point-satisfactory:outstanding"),
    (
        "stoke-on-trent",
        "school-improvement",
        ["ofsted"],
        "school-improvement",
        ("2015-01-19/2015-01-23", "stated"),
        ("2015-03-25", "stated"),
        None,
    ),
]

# of each: kind, speaker, role, organisation, when said, whether in marks, how it begins and ends
STATEMENTS = [
    (
        "withdrawal",
        None,
        None,
        "Stockport Labour Group",
        "[2019-04-30,2024-04-30]",
        False,
        "During the last two weeks",
        "for this matter.",
    ),
    (
        "finding",
        None,
        None,
        "Ofsted",
        None,
        True,
        "Council leaders and senior managers do",
        "bring about secure improvements",
    ),
    (
        "finding",
        None,
        None,
        "Ofsted",
        None,
        True,
        "Managers have not developed effective plans",
        "benefit from the courses.",
    ),
    (
        "finding",
        None,
        None,
        "Ofsted",
        None,
        True,
        "learners [are] not prepared sufficiently",
        "sufficiently well for employment",
    ),
    (
        "finding",
        None,
        None,
        "Ofsted",
        None,
        True,
        "Governors, senior leaders and managers",
        "the aspects that were good",
    ),
    (
        "finding",
        None,
        None,
        "Ofsted",
        None,
        True,
        "learners make good progress on their",
        "personal goals and aspirations.",
    ),
    (
        "response",
        "Janine Bridges",
        "cabinet member for economy and education",
        "Stoke-on-Trent City Council",
        "2020-01-28",
        True,
        "Following the disappointing Ofsted inspection",
        "step further to achieving this.",
    ),
    (
        "comment",
        "Lorna Fitzjohn",
        "Director for the West Midlands",
        "Ofsted",
        "2015-03-25",
        True,
        "Despite efforts by the local authority",
        "education which they deserve.",
    ),
    ("finding", None, None, "Ofsted and CQC", None, True, "SEND is everyone’s business", "SEND is everyone’s business"),
    (
        "finding",
        None,
        None,
        "Ofsted and CQC",
        None,
        True,
        "leaders across education, health and social",
        "young people well now.",
    ),
    (
        "finding",
        None,
        None,
        "Ofsted and CQC",
        None,
        True,
        "Leaders are honest in their evaluation",
        "still to be done.",
    ),
]


def dated(value):
    return value and (value["edtf"], value["basis"])


def graded(value):
    return value and f"{value['scale']}:{value['grade']}"


@pytest.fixture
def inspections(client, record):
    return client.get("/inspections.json").json()["results"]


@pytest.fixture
def statements(client, record):
    return client.get("/statements.json").json()["results"]


def test_it_tells_of_these_inspections_and_no_other(inspections):
    told = [
        (
            i["authorities"][0]["slug"],
            i["service"]["kind"],
            i["inspectorates"],
            i["kind"],
            dated(i["inspected"]),
            dated(i["published"]),
            graded(i["overall"]),
        )
        for i in inspections
    ]
    assert sorted(told, key=repr) == sorted(INSPECTIONS, key=repr)


@pytest.mark.parametrize("expected", STATEMENTS, ids=lambda s: s[6])
def test_it_holds_this_statement(statements, expected):
    kind, speaker, role, organisation, said, marks, begins, ends = expected
    found = [s for s in statements if s["text"].startswith(begins) and s["text"].endswith(ends)]
    assert len(found) == 1
    held = found[0]
    assert (held["kind"], held["speaker"], held["role"], held["organisation"]) == (kind, speaker, role, organisation)
    assert (held["said"] and held["said"]["edtf"], held["in_quotation_marks"]) == (said, marks)


def test_no_quotation_beside_these_is_held(statements):
    assert sum(s["in_quotation_marks"] for s in statements) == sum(s[5] for s in STATEMENTS)


def test_four_themes_of_the_monitoring_visit_have_no_stated_progress(inspections):
    visit = next(i for i in inspections if i["kind"] == "monitoring-visit")
    assert [(j["scale"], j["grade"], j["label"]) for j in visit["judgements"]] == [
        ("fe-monitoring-progress", None, "not stated")
    ] * 4


def test_a_councillor_who_names_the_inspection_before_speaks_of_both(inspections, statements):
    said = next(s for s in statements if s["speaker"] == "Janine Bridges")
    kinds = {i["id"]: (i["kind"], i["inspected"]["edtf"]) for i in inspections if i["id"] in said["inspections"]}
    assert sorted(kinds.values()) == [("full", "2019-07"), ("monitoring-visit", "2020-01")]


def test_ten_findings_of_the_letter_are_strengths_or_to_improve(inspections):
    letter = next(i for i in inspections if i["kind"] == "annual-assessment" and i["inspected"]["edtf"] == "2011")
    assert [f["stance"] for f in letter["findings"]] == ["strength"] * 7 + ["improve"] * 3


def test_a_derived_grade_says_so(inspections):
    earlier = next(i for i in inspections if i["kind"] == "annual-assessment" and i["inspected"]["edtf"] == "2010")
    overall = next(j for j in earlier["judgements"] if j["overall"])
    assert (overall["grade"], overall["basis"]) == ("performs-well", "derived")


def test_every_evidence_is_its_slice_of_the_held_text(client, inspections, statements):
    texts = {
        s["id"]: client.get(f"/sources/{s['id']}.json").json()["text"]
        for s in client.get("/sources.json").json()["results"]
    }
    seen = 0

    def walk(value):
        nonlocal seen
        if isinstance(value, dict):
            if {"source", "start", "end", "text"} <= set(value):
                seen += 1
                assert value["text"] == texts[value["source"]][value["start"] : value["end"]]
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    walk([inspections, statements])
    assert seen > 150
