"""Councils that share one sentence: each gets its own day and its own grade, and nobody another's."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

HEAD = "Published: 12 June 2020\n\nOfsted reports on children’s services in many places.\n\n"
EXAMPLES: list[tuple[str, set[tuple[str, str | None, str]]]] = [
    (
        (
            "These councils’ children’s services were judged inadequate at their last inspection: Blackpool "
            "(December 2018), Bradford (October 2018) and Croydon (September 2017)."
        ),
        {
            ("blackpool", "2018-12", "inadequate"),
            ("bradford", "2018-10", "inadequate"),
            ("croydon", "2017-09", "inadequate"),
        },
    ),
    (
        "Ofsted has judged children’s services to be inadequate in Wigan (March 2018) and Bradford (October 2018).",
        {("wigan", "2018-03", "inadequate"), ("bradford", "2018-10", "inadequate")},
    ),
    (
        "Ofsted’s ratings of children’s services: Leeds (outstanding, March 2018), Bradford (inadequate, May 2018).",
        {("leeds", "2018-03", "outstanding"), ("bradford", "2018-05", "inadequate")},
    ),
    (
        (
            "Ofsted inspected children’s services in Leeds, Bradford and Wakefield in 2018. Leeds was judged good, "
            "Bradford inadequate and Wakefield inadequate."
        ),
        {("leeds", "2018", "good"), ("bradford", "2018", "inadequate"), ("wakefield", "2018", "inadequate")},
    ),
    (
        (
            "Ofsted judged children’s services inadequate in Bradford and good in Calderdale after inspections in "
            "September 2018 and November 2018 respectively."
        ),
        {("bradford", None, "inadequate"), ("calderdale", None, "good")},
    ),
    (
        (
            "Ofsted judged the following local authorities to be inadequate for children’s services between March 2016 "
            "and February 2020: Dudley Council (April 2016), Tower Hamlets (April 2017), Barnet and Reading (August "
            "2016)."
        ),
        {
            ("dudley", "2016-04", "inadequate"),
            ("tower-hamlets", "2017-04", "inadequate"),
            ("barnet", None, "inadequate"),
            ("reading", "2016-08", "inadequate"),
        },
    ),
    (
        "The ratings for children’s services: Sunderland, outstanding; Slough, requires improvement; Leeds, good.",
        {
            ("sunderland", None, "outstanding"),
            ("slough", None, "requires-improvement"),
            ("leeds", None, "good"),
        },
    ),
    ("Ofsted visited Leeds, good walking shoes packed; Bradford, good food.", set()),
    ("Children’s services there are not judged inadequate: Leeds (March 2018), Kent (May 2019).", set()),
    ("We hope to be judged outstanding for our children’s services, like Leeds (March 2018), Kent (May 2019).", set()),
    ("Ofsted inspected a children’s home in Croydon in 2019 and rated it good. Croydon Council was pleased.", set()),
]


@pytest.mark.parametrize(("words", "told"), EXAMPLES, ids=[words[:50] for words, _ in EXAMPLES])
def test_each_council_has_its_own_day_and_grade(words, told, catalogue):
    reading = read(hold_text("page.txt", (HEAD + words).encode(), Sidecar(publisher_kind="news")), catalogue)
    found = {
        (fact.authorities[0].slug, fact.inspected.edtf if fact.inspected else None, fact.overall.grade)
        for fact in reading.inspections
        if fact.overall
    }
    assert found == told
