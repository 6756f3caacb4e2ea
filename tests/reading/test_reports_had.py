"""Days on which somebody had a report, heard of a visit or gave a grade: none is the day of the visit itself."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

WEEKLY = "Weekly, 1 December 2025\n\n{}\n"


@pytest.fixture
def days(catalogue):
    """The days of the one inspection that a sentence tells of: inspected and published."""

    def find(words):
        found = read(hold_text("page.txt", WEEKLY.format(words).encode(), Sidecar()), catalogue).inspections
        return [tuple(day and day.edtf for day in (each.inspected, each.published)) for each in found]

    return find


@pytest.mark.parametrize(
    "behind",
    [
        "and we had the report on 1 February 2024",
        "and the council got its report on 1 February 2024",
        "and councillors debated the outcome on 1 February 2024",
        "and the verdict reached the town hall on 1 February 2024",
        "and the report was with the director in February 2024",
    ],
)
def test_a_report_in_hand_is_no_visit(behind, days):
    assert days(f"Ofsted inspected children’s services in Leeds in November 2023, {behind}.") == [("2023-11", None)]


@pytest.mark.parametrize(
    "words",
    [
        "Ofsted judged children’s services in Leeds good, and the rating was given at an inspection in November 2023.",
        "Ofsted judged children’s services in Leeds good, and its report says that it came in November 2023.",
        "Ofsted rated children’s services in Leeds inadequate, a grade that they were given in November 2023.",
    ],
)
def test_a_clause_that_tells_of_the_visit_keeps_its_day(words, days):
    assert days(words) == [("2023-11", None)]


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("and on 15 August 2025 it published its report on Kent, rating adult social care ‘Good’", "2025-08-15"),
        ("and on 15 August 2025 the regulator has now issued its first report on adult social care in Kent, rated good",
         "2025-08-15"),
        ("and on 15 August 2025 it rated Kent County Council’s adult social care ‘Good’", None),
        ("and on 15 August 2025 it gave adult social care in Kent a rating of ‘Good’", None),
    ],
)  # fmt: skip
def test_a_day_before_its_own_clause_is_that_of_what_stands_in_it(words, published, days):
    found = days(f"The Care Quality Commission has been assessing how councils look after older people, {words}.")
    assert found == [(None, published)]


@pytest.mark.parametrize(
    "words",
    [
        "Following Ofsted’s visit to Leeds City Council’s children’s services, the leader apologised to all on {}.",
        "After Ofsted’s inspection of children’s services in Leeds, a new director was named on {}.",
        "Ofsted told Leeds City Council of its inspection of children’s services on {}.",
        "Ofsted rang Leeds City Council about the visit to its children’s services on {}.",
        "Leeds City Council had the call from Ofsted about an inspection of its children’s services on {}.",
        "Leeds City Council received a letter after Ofsted’s visit to its children’s services on {}.",
    ],
)
def test_a_day_of_news_or_of_what_came_of_it_is_none_of_the_visit(words, days):
    assert days(words.format("Tuesday 3 June 2025")) in ([], [(None, None)])


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("Following years of worry, Ofsted visited Leeds City Council’s children’s services on 3 June 2025.",
         "2025-06-03"),
        ("Ofsted told members of Leeds City Council that it had visited children’s services on 3 June 2025.",
         "2025-06-03"),
        ("Leeds City Council received a letter after Ofsted’s visit to its children’s services on 3 and 4 June 2025.",
         "2025-06-03/2025-06-04"),
        ("After a first visit to Leeds City Council’s children’s services, Ofsted made another on 3 June 2025.",
         "2025-06-03"),
        ("Leeds City Council’s children’s services had a focused visit from Ofsted on 3 June 2025.", "2025-06-03"),
    ],
)  # fmt: skip
def test_the_day_of_the_visit_stays(words, when, days):
    assert when in [inspected for inspected, _ in days(words)]


@pytest.mark.parametrize(
    "words",
    [
        "Please list every inspection of your services for children since 1 January 2016 by Ofsted.",
        "All Ofsted inspections of children’s services in Leeds since May 2016 are listed here.",
        "Any inspection of children’s services in Leeds by Ofsted since May 2016 is on its site.",
    ],
)
def test_what_is_asked_of_all_inspections_since_a_day_is_none_on_that_day(words, days):
    assert days(f"Leeds City Council answers. {words}") == []


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("Ofsted, which took over from CSCI in April 2007, inspected adult learning in Kent from 8 to 12 October 2007.",
         "2007-10-08/2007-10-12"),
        ("Ofsted, whose new head was named in May 2019, inspected children’s services in Kent in June 2019.",
         "2019-06"),
        ("Ofsted, which last visited Kent’s children’s services in June 2019, will be back.", "2019-06"),
        ("Ofsted, which found children’s services in Kent inadequate in June 2019, will be back.", "2019-06"),
    ],
)  # fmt: skip
def test_a_day_in_a_clause_on_the_inspectorate_is_that_of_a_visit_only_where_it_tells_of_one(words, when, days):
    assert [inspected for inspected, _ in days(words)] == [when]


def test_a_judgement_that_is_not_revisited_is_no_revisit(days):
    words = "Children’s services in Kent were judged good by Ofsted at an inspection in June 2019."
    assert days(f"{words} That judgement is not revisited here.") == [("2019-06", None)]


@pytest.mark.parametrize(
    ("words", "when"),
    [
        (
            "Of last year’s nine, six have improved: Leeds City Council’s children’s services now perform adequately.",
            None,
        ),
        ("Beside last year’s list, Ofsted rated Leeds City Council’s children’s services as performing well.", None),
        ("In last year’s rating by Ofsted, Leeds City Council’s children’s services performed well.", "2009"),
    ],
)
def test_those_counted_last_year_give_no_year(words, when, catalogue):
    text = (
        f"Press release\n\n9 December 2010\n\nOfsted has published its annual ratings of children’s services. {words}\n"
    )
    found = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
    assert [each.inspected and each.inspected.edtf for each in found if each.overall] == [when]
