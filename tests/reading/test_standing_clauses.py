"""Clauses that stand whatever their sentence denies or expects; two councils that run a service; a year compared."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text


@pytest.fixture
def told(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
        return {
            (
                "/".join(sorted(a.slug for a in i.authorities)),
                i.inspected.edtf[:4] if i.inspected else None,
                i.overall.grade if i.overall else None,
            )
            for i in reading.inspections
        }

    return find


CARD = (
    "Bury Council\n\n12 January 2026\n\nBury’s adult learning service was inspected by Ofsted from 9 to 12 December "
    "2025 "
    "and has a report card. Inclusion was graded strong standard. "
)


@pytest.mark.parametrize(
    ("sentence", "year", "grade"),
    [
        (
            ("It would be wrong to compare this with our last inspection, in March 2020, when the service was judged "
            "good."),
            "2020",
            "good",
        ),
        (
            ("Nobody can say how that compares with its previous full inspection, in May 2022, when it was rated "
            "outstanding."),
            "2022",
            "outstanding",
        ),
        (
            ("We are asked whether this is better than our most recent inspection, in 2019, when we were judged to "
            "require "
            "improvement. It does not work like that."),
            "2019",
            "requires-improvement",
        ),
        ("For those who like to compare, we were good overall when we were last inspected in November 2019.", "2019",
         "good"),
        ("They don’t line up: it was outstanding when it was last inspected by Ofsted in June 2021.", "2021",
         "outstanding"),
    ],
)  # fmt: skip
def test_what_is_said_by_the_way_of_the_last_inspection_stands(sentence, year, grade, told):
    assert ("bury", year, grade) in told(CARD + sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "He claimed that this was worse than our last inspection, in March 2020, when the service was judged "
            "inadequate."
        ),
        "A leaflet says we have not moved since our last inspection, in 2020, when the service was judged inadequate.",
        "It is not true that we were inadequate when we were last inspected in 2020.",
        "If we are inadequate when we are next inspected, in 2027, heads will roll.",
        "Some say that they were inadequate when we were last inspected in 2020.",
    ],
)
def test_what_somebody_claims_of_it_does_not(sentence, told):
    assert not [grade for _, _, grade in told(CARD + sentence) if grade == "inadequate"]


VISIT = (
    "BURY COUNCIL\n\nMinutes of the meeting held on 12 September 2022\n\n14. Ofsted made a focused visit to "
    "children’s "
    "services in Bury on 15 and 16 June 2022. "
)


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "The most recent full inspection, in 2018, had rated children’s services as good overall, and this "
            "remained the position until the next full inspection, which was likely to be in 2023."
        ),
        (
            "The last full inspection, in May 2018, had also found the service good overall, so that, as the Director "
            "put it, "
            "nobody could say that the borough was going up or down."
        ),
        "Its previous inspection, in 2018, had judged services to be good, although the next would be harder.",
    ],
)
def test_what_is_expected_after_it_is_no_doubt(sentence, told):
    assert ("bury", "2018", "good") in told(VISIT + sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The next full inspection, in 2023, was likely to find children’s services good, and this would please all.",
        "The last full inspection, in 2018, had, the union said, judged services good, so that nobody was content.",
        "The last peer review, in 2018, had found the service good, so that nobody was surprised.",
    ],
)
def test_what_is_itself_expected_or_others_views_is_left(sentence, told):
    assert not [grade for *_, grade in told(VISIT + sentence) if grade == "good"]


TWO = "Trent Echo\n\n17 July 2025\n\n"
RUN = " was inspected by Ofsted from 29 April to 2 May 2025 and was judged to require improvement."


@pytest.mark.parametrize(
    ("text", "councils"),
    [
        (
            (
                "In Nottingham and Nottinghamshire it was the evening classes. The Trent Learning Partnership, which "
                "the city "
                f"and the county have run as one adult learning service since 2018,{RUN}"
            ),
            "nottingham/nottinghamshire",
        ),
        (
            (
                "Then to Bury and Bolton. The Irwell Partnership, which the two councils run as one adult learning "
                f"service,{RUN}"
            ),
            "bolton/bury",
        ),
        (
            (
                "In Leicestershire and Leicester it was the classes. The Soar Partnership, which the county and the "
                "city share "
                f"as one adult learning service,{RUN}"
            ),
            "leicester/leicestershire",
        ),
    ],
)
def test_the_two_that_run_a_service_are_those_just_named(text, councils, told):
    assert (councils, "2025", "requires-improvement") in told(TWO + text)


@pytest.mark.parametrize(
    "text",
    [
        # two cities are no city and county, and three councils no two
        (
            "In Bury and Bolton it was the classes. The Partnership, which the city and the county have run as one "
            f"adult learning service,{RUN}"
        ),
        (
            "In Bury, Bolton and Wigan it was the classes. The Partnership, which the two councils run as one adult "
            "learning "
            f"service,{RUN}"
        ),
        # named in another paragraph
        (
            "In Bury and Bolton it was the classes.\n\nThe Partnership, which the two councils run as one adult "
            f"learning service,{RUN}"
        ),
    ],
)
def test_others_are_not(text, told):
    assert not [each for each in told(TWO + text) if each[0]]


@pytest.mark.parametrize(
    ("sentence", "stars"),
    [
        ("Bury had been awarded two stars for adult social care, against one star in 2007.", {"2-stars", "1-star"}),
        ("Bury was awarded one star for adult social care, compared with two stars in 2007.", {"1-star", "2-stars"}),
    ],
)
def test_a_year_compared_is_the_one_before(sentence, stars, told):
    found = told(
        "BURY COUNCIL\n\nMINUTES of the meeting held on 4 December 2008\n\nThe Commission for Social Care "
        "Inspection had "
        f"announced its ratings on 27 November 2008. {sentence}"
    )
    assert {grade for *_, grade in found} == stars
    assert {grade for _, year, grade in found if year == "2007"} == {
        ("2-stars" if "two stars in" in sentence else "1-star")
    }


def test_no_such_inspection_of_others_takes_nothing_back(told):
    text = (
        "Commons written answers\n\n12 May 2014\n\nOfsted inspected the Isle of Wight’s arrangements for supporting "
        "school "
        "improvement in June 2013, and judged them to be ineffective. No such inspection of {} has taken place."
    )
    assert ("isle-of-wight", "2013", "ineffective") in told(text.format("Medway or Bexley"))
    assert not [grade for *_, grade in told(text.format("the Isle of Wight")) if grade]


@pytest.mark.parametrize(
    "sentence",
    [
        "Services for children in Bury “perform excellently”, according to ratings that Ofsted published yesterday.",
        "Bury’s children’s services perform excellently, according to the annual ratings published by Ofsted.",
    ],
)
def test_the_yearly_ratings_are_no_view_of_others(sentence, told):
    text = "Bury Echo\n\nFriday, December 10, 2010\n\nOfsted has published its annual assessments of councils. "
    assert "performs-excellently" in {grade for *_, grade in told(text + sentence)}
    assert not {
        grade for *_, grade in told(text + "Bury’s children’s services perform well, according to its leader.")
    } - {None}


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        (
            (
                "Inspectors came on 18 and 19 January 2023 for the monitoring visit, the fourth since Slough’s "
                "children’s services were rated inadequate in November 2020."
            ),
            ("slough", "2020", "inadequate"),
        ),
        (
            (
                "Leeds was inspected in May. Northumberland has had a newer thing still. Its adult learning "
                "service was inspected by Ofsted in June 2024 and judged good."
            ),
            ("northumberland", "2024", "good"),
        ),
        (
            (
                "Dorset Council’s youth justice service was seen by HM Inspectorate of Probation in May 2025, which "
                "rated it "
                "‘Good’, the same verdict as in 2021."
            ),
            ("dorset", "2021", "good"),
        ),
    ],
)
def test_a_council_told_of_in_passing_is_told_of(text, told_of, told):
    assert told_of in told("News of inspections\n\n12 July 2025\n\nOfsted visits councils. " + text)


@pytest.mark.parametrize(
    "text",
    [
        "Wokingham’s children’s services were judged good in May 2022, the first in Berkshire since Slough’s in 2019.",
        "Northumberland has had a wet summer. The service was inspected by Ofsted in June 2024 and judged good.",
        "Bury’s services were judged good in May 2022, the best since Slough lost its grade in 2019.",
    ],
)
def test_a_council_only_named_beside_is_not(text, told):
    found = told("News of inspections\n\n12 July 2025\n\nOfsted visits councils. " + text)
    assert not [each for each in found if each[0] in ("slough", "northumberland") and each[2]]


def test_the_service_of_a_council_is_the_one_told_of_for_it(catalogue):
    text = (
        "News of inspections\n\n12 July 2026\n\nLeeds City Council’s children’s services were inspected by Ofsted "
        "in May "
        "2026 and judged good.\n\nNorthumberland County Council’s adult learning service was inspected by Ofsted "
        "from 2 to "
        "5 June 2026.\n\nNothing in Northumberland’s report is at either end. The service was last inspected in "
        "March 2020, "
        "in the week before everything shut, and was graded outstanding."
    )
    reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
    found = {
        i.service.slug for i in reading.inspections if i.overall and i.overall.grade == "outstanding" and i.service
    }
    assert found <= {"adult-learning"}


CARE = "Municipal journal\n\n1 June 2025\n\nThe Care Quality Commission reports on councils’ adult social care. "


@pytest.mark.parametrize(
    ("sentence", "graded"),
    [
        ("Best placed is North Tyneside, which the CQC has rated good.", True),
        ("At the top stands North Tyneside, which the CQC rated good.", True),
        ("Best of all is a firm in North Tyneside, which the CQC has rated good.", False),
        ("Residents praise the Willows in North Tyneside, which the CQC has rated good.", False),
        ("The best home care comes from North Tyneside, which the CQC has not rated good.", False),
    ],
)
def test_which_the_inspectorate_has_rated(sentence, graded, told):
    text = CARE + sentence + " Its assessors were there from 3 to 9 March 2025."
    assert bool([each for each in told(text) if each[2] == "good"]) is graded
