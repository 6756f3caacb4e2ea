"""What is told last on a page is not what its next words are of: parts, years, inspectorates, speakers."""

import pytest

PAGE = """How our councils fared

The Northern Post, 14 May 2024

{}
"""


@pytest.fixture
def given(page):
    """(council, service, inspectorates, when inspected, when published, grade, parts) of each inspection of a page."""

    def find(words):
        return [
            (
                "+".join(a.slug for a in each.authorities),
                each.service.slug,
                [b.slug for b in each.inspectorates],
                each.inspected.edtf if each.inspected else "",
                each.published.edtf if each.published else "",
                each.overall.grade if each.overall else "",
                [part.grade.grade for part in each.judgements],
            )
            for each in page(PAGE.format(words)).inspections
        ]

    return find


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (
            """Ofsted's report on children's services in Bury, published on Thursday 16 May 2024, follows an inspection
carried out between 26 February and 8 March and rates them inadequate. In 2019 they were judged good.

Inspectors were worried. Help and protection was judged to require improvement.""",
            {"2019": []},
        ),
        (
            """Ofsted judged children's services in Bury good in March 2024.

Help and protection was judged to require improvement.""",
            {"2024-03": ["requires-improvement"]},
        ),
    ],
)
def test_parts_are_not_those_of_what_was_only_looked_back_to(given, words, parts):
    assert {each[3]: each[6] for each in given(words) if each[3] in parts} == parts


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Ofsted has published the report of its visit to children's services in Bury last December.",
            ("2023-12", ""),
        ),
        ("Ofsted's report on children's services in Bury was published last December.", ("", "2023-12")),
        (
            """Ofsted judged children's services in Leeds good in 2019.

Ofsted's full inspections go on. Children's services in Bury were last inspected in November 2018. The report, which was
published on 8 January 2019, judged the service to be good.""",
            ("2018-11", "2019-01-08"),
        ),
    ],
)
def test_a_report_and_its_visit_have_each_their_day(given, words, expected):
    assert [each[3:5] for each in given(words) if each[0] == "bury"] == [expected]


@pytest.mark.parametrize(
    ("words", "bodies"),
    [
        # who inspects a service alone needs no other, and is not another who is named on the page
        ("The CQC has been busy.\n\nChildren's services in Bury were rated good in March 2023.", []),
        ("Ofsted has been busy.\n\nChildren's services in Bury were rated good in March 2023.", ["ofsted"]),
        (
            "The CQC has been busy.\n\nThe special needs arrangements in Bury were inspected in March 2023.",
            ["ofsted", "cqc"],
        ),
        # nor are those of the visit told of just before
        (
            """Bury's youth justice service was inspected in 2019 by HM Inspectorate of Probation. A visit with Ofsted
and the CQC followed, and a thematic review of youth justice since.""",
            ["hmi-probation"],
        ),
    ],
)
def test_an_inspectorate_is_one_that_inspects_the_service(given, words, bodies):
    found = [each[2] for each in given(words) if each[0] == "bury"]
    assert found
    assert all(each in (bodies, []) for each in found)


@pytest.mark.parametrize(
    "words",
    [
        "Bury, rated good for children, has lost its director to a hospice, rated outstanding last summer by the CQC.",
        "Bury's director of children's services runs Martlets hospice, which was rated outstanding by the same CQC.",
        "Bury's director of children's services now runs Martlets, which was rated outstanding last summer by the CQC.",
        "Hilltop Secure Centre in Bury was inspected by Ofsted in March and is outstanding.",
        "A secure unit in Bury was rated outstanding by Ofsted, which inspects children's services too.",
    ],
)
def test_another_setting_is_no_service_of_the_council(given, words):
    assert [each for each in given(words) if each[5] == "outstanding"] == []


@pytest.mark.parametrize(
    ("words", "grades"),
    [
        ("The last rating was in 2010, when the Commission had judged Bury to be performing well.", []),
        ("In 2010 the Care Quality Commission said that Bury was performing well.", []),
        (
            "In 2010 Ofsted said in its annual assessment of children's services that Bury performs well.",
            ["performs-well"],
        ),
    ],
)
def test_a_commission_rates_no_children_s_services(given, words, grades):
    found = given(f"Ofsted judged children's services in Leeds good in 2019.\n\n{words}")
    assert [each[5] for each in found if each[1] == "childrens-services" and each[0] == "bury"] == grades


def test_a_year_looked_back_to_is_not_that_of_the_round(given):
    words = """Under Ofsted's annual assessment of children's services, the last of which came out in November 2011,
Trafford performed excellently. Blackpool performed adequately. Salford had been rated as performing poorly in 2009."""
    years = {each[0]: each[3] for each in given(words)}
    assert years["salford"] == "2009"
    assert years["blackpool"] != "2009"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "“Money does not explain it,” says Ann Lee, a professor. “They are poorer.” Bo Day, the director, agrees.",
            {"They are poorer.": "Ann Lee"},
        ),
        (
            "“Money does not explain it,” says Ann Lee, a professor. “They are poorer.” Bo Day, the director, concurs.",
            {"They are poorer.": "Ann Lee"},
        ),
        ("“They are poorer,” Bo Day, the director, agrees.", {"They are poorer,": "Bo Day"}),
        ("“They are poorer,” says Ann Lee of the University of Kent.", {"They are poorer,": "Ann Lee"}),
    ],
)
def test_who_agrees_has_not_said_it(page, words, said):
    text = PAGE.format("Ofsted judged children's services in Bury good in March 2024.\n\n" + words)
    found = {span.of(text): s.speaker for s in page(text).statements for span in s.words.spans}
    assert {words: found.get(words) for words in said} == said


@pytest.mark.parametrize(
    ("words", "role", "organisation"),
    [
        ("Both councils share a director, Ann Lee.", "director", None),
        ("Bury and Bolton share a director, Ann Lee.", "director", None),
    ],
)
def test_an_office_is_no_clause(page, words, role, organisation):
    said = "“We knew that it would be hard,” she said."
    text = PAGE.format(f"Ofsted judged children's services in Bury good in March 2024.\n\n{words} {said}")
    (said,) = page(text).statements
    assert (said.speaker, said.role) == ("Ann Lee", role)
    assert said.organisation in (organisation, None)


def test_words_of_another_place_are_about_no_inspection_of_this_one(page):
    text = PAGE.format(
        """The CQC rated adult social care in Bury good in March 2024.

Ann Lee, its chief inspector, said of Bury: “People felt listened to.” In Bolton, she said, waits were “too long for too
many”."""
    )
    assert [s.about for s in page(text).statements] == [("1",), ()]
