"""The day of a report never becomes the day of a visit."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

VISITED = "Ofsted inspected Bury Council’s children’s services in May 2023 and judged them good."


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("Ofsted published its report on Bury’s children’s services on 5 September 2023.", "2023-09-05"),
        ("Ofsted has put out its assessment of Bury’s children’s services on 5 September 2023.", "2023-09-05"),
        ("The report is available at the Ofsted website from 00.01 on 5 September 2023.", "2023-09-05"),
        ("The report was sent to the council on 5 September 2023.", "2023-09-05"),
        ("The report goes to the council’s cabinet on 5 September 2023.", None),
        ("The report was discussed with partners on 5 September 2023.", None),
    ],
)
def test_a_day_told_of_a_report_alone_is_no_day_of_a_visit(words, published, catalogue):
    text = f"Published: 12 October 2023\n\n{VISITED}\n\n{words}\n"
    (fact,) = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
    assert fact.inspected.edtf == "2023-05"
    assert (fact.published.edtf if fact.published else None) == published


def test_a_day_told_of_another_service_s_report_is_not_lent(catalogue):
    text = (
        f"Published: 12 October 2024\n\n{VISITED}\n\nThe director said that the Care Quality Commission had published "
        "its assessment of adult social care in Bury on 2 August 2024.\n"
    )
    facts = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
    assert [fact.published for fact in facts if fact.service.slug == "childrens-services"] == [None]


@pytest.mark.parametrize(
    ("words", "inspected", "published"),
    [
        ("They were in the borough from 5 to 16 November 2018, and on 7 January 2019 their report came out.",
         "2018-11-05/2018-11-16", "2019-01-07"),
        ("Inspectors came on 5 November 2018 and on 7 January 2019 the letter appeared.", "2018-11-05", "2019-01-07"),
        ("Ofsted inspected the service in November 2018 and in January 2019 its report was published.",
         "2018-11", "2019-01"),
        ("The inspection ran from 5 to 16 November 2018; on 7 January 2019 the findings were made public.",
         "2018-11-05/2018-11-16", "2019-01-07"),
        ("Inspectors visited on 5 and 6 November 2018. On 7 January 2019 their report landed.",
         "2018-11-05/2018-11-06", "2019-01-07"),
        ("Inspectors came on 5 November 2018 and on 7 January 2019 the report was discussed.", "2018-11-05", None),
        ("Inspectors came on 5 November 2018 and on 7 January 2019 the council replied.", "2018-11-05", None),
    ],
)  # fmt: skip
def test_a_day_before_the_words_for_a_report_is_the_report_s(words, inspected, published, catalogue):
    text = f"Published: 12 October 2023\n\nBury Council’s children’s services were looked at by Ofsted. {words}\n"
    (fact,) = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
    assert (fact.inspected.edtf, fact.published.edtf if fact.published else None) == (inspected, published)


@pytest.mark.parametrize(
    ("words", "inspected"),
    [
        ("Between 5 and 16 November 2018, inspectors talked to parents and read files.", "2018-11-05/2018-11-16"),
        ("From 6 to 8 March 2018 Ofsted’s inspectors met social workers and foster carers.", "2018-03-06/2018-03-08"),
        ("Over 5 and 6 June 2018 Her Majesty’s Inspectors spoke to staff.", "2018-06-05/2018-06-06"),
        ("Between 3 and 14 September 2018, a team of inspectors read 90 files.", "2018-09-03/2018-09-14"),
        ("From 1 to 5 October 2018 the inspectors also watched meetings of panels.", "2018-10-01/2018-10-05"),
        ("On 5 June 2018 inspectors met the leader of the council.", None),
        ("In 2018 inspectors talked of little else.", None),
        ("Between 5 and 16 November 2018, councillors talked to parents.", None),
        ("Inspectors talked to us about our holidays from 5 to 16 November 2018.", None),
        ("Between 5 and 16 November 2018, inspectors’ talks with parents were in the news.", None),
    ],
)
def test_days_on_which_inspectors_talked_and_read_are_days_of_a_visit(words, inspected, catalogue):
    text = f"Published: 12 October 2023\n\nBury Council’s children’s services were judged good by Ofsted. {words}\n"
    (fact,) = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
    assert (fact.inspected.edtf if fact.inspected else None) == inspected


@pytest.mark.parametrize(
    ("words", "inspected", "published"),
    [
        ("Ofsted was in the town in September 2018 and said in November that they are good.", "2018-09", "2018-11"),
        ("Ofsted came in June 2018 and reported in August that there was more to do.", "2018-06", "2018-08"),
        ("Ofsted visited in May 2018 and concluded in July that staff were tired.", "2018-05", "2018-07"),
        (
            "Inspectors came in October 2018. Two letters were issued on the same day that December.",
            "2018-10",
            "2018-12",
        ),
        ("Inspectors came in May 2018. The reports came out on one day in July 2018.", "2018-05", "2018-07"),
        ("Ofsted came in June 2018 and we said in August that there was more to do.", "2018-06", None),
        ("Ofsted came in June 2018. The leader came and said in August 2018 that it was unfair.", "2018-06", None),
        ("Inspectors came in June 2018. Two councillors left on the same day in July 2018.", "2018-06", None),
    ],
)
def test_what_was_said_in_a_month_was_given_out_in_it(words, inspected, published, catalogue):
    text = f"Published: 12 December 2018\n\nBury Council’s children’s services were looked at by Ofsted. {words}\n"
    (fact,) = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
    assert (fact.inspected.edtf, fact.published.edtf if fact.published else None) == (inspected, published)


@pytest.mark.parametrize(
    "words",
    [
        "A report on adoption, in October 2013, said the adoption service was good.",
        "A report on the adoption service in October 2013 judged it good.",
        "In October 2013 a report on the adoption service found it to be good.",
        "Its report, in October 2013, judged the adoption service to be good.",
        "Ofsted's report on adoption, last October, judged the adoption service good.",
        "A report by inspectors, in October 2013, called the adoption service good.",
        "Reporting in October 2013, Ofsted judged the adoption service good.",
        "The report on adoption (October 2013) judged the service good.",
    ],
)
def test_the_month_that_stands_beside_a_report_is_the_report_s(words, catalogue):
    text = (
        f"Norfolk County Council news\nPublished: 13 August 2014\n\nOfsted inspects services in Norfolk.\n\n{words}\n"
    )
    (fact,) = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
    assert (fact.inspected, fact.published.edtf) == (None, "2013-10")


@pytest.mark.parametrize(
    "words",
    [
        "The report on the inspection in October 2013 said the adoption service was good.",
        "The report on a visit in October 2013 judged the adoption service good.",
        "The adoption service was inspected in October 2013 and a report judged it good.",
        "Inspectors visited in October 2013 and their report judged the adoption service good.",
    ],
)
def test_the_month_of_a_visit_is_not_that_of_its_report(words, catalogue):
    text = (
        f"Norfolk County Council news\nPublished: 13 August 2014\n\nOfsted inspects services in Norfolk.\n\n{words}\n"
    )
    (fact,) = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
    assert (fact.inspected.edtf, fact.published) == ("2013-10", None)
