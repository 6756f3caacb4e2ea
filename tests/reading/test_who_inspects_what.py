"""An inspectorate and a service that a sentence leaves unsaid: joined only where the one inspects the other."""

import pytest

DAY = "20 December 2024\n\n"
YOUTH = "Leeds City Council’s youth justice service was rated good by HM Inspectorate of Probation in May 2024."
ADULTS = "Leeds City Council’s adult social care was rated good by the CQC in May 2024."
CHILDREN = "Leeds City Council’s children’s services were judged good by Ofsted in May 2024."


def told(reading):
    """For each inspection: the council, the service, who inspected, and the grade."""
    return [
        (
            "/".join(each.slug for each in fact.authorities),
            fact.service.slug,
            tuple(body.slug for body in fact.inspectorates),
            fact.overall.grade if fact.overall else None,
        )
        for fact in reading.inspections
    ]


OTHERS = (
    f"Three councils\n\n{DAY}Youth justice\n\nSefton Council’s youth justice service was rated good by HM "
    "Inspectorate of Probation in May 2024.\n\n{}\n\nWigan\n\nWigan’s adult social care was rated "
    "good by the CQC in July 2024.\n"
)


@pytest.mark.parametrize(
    ("first", "sentence"),
    [
        (YOUTH, "Ofsted came in October 2024 and judged it good."),
        (ADULTS, "Ofsted was here in October 2024."),
        (YOUTH, "In July 2024 Ofsted came back for two weeks."),
        (ADULTS, "Then HM Inspectorate of Probation came, and there was a rating of inadequate."),
        (YOUTH, "Elsewhere\n\nOfsted had been expected for years. Inspectors came in July 2023 and stayed a week."),
        (ADULTS, "There was a separate inspection in May 2023."),
    ],
)
def test_no_inspectorate_is_given_a_service_that_it_does_not_inspect(first, sentence, page):
    assert len(told(page(f"{DAY}{first}\n\n{sentence}\n"))) == 1


@pytest.mark.parametrize(
    ("first", "sentence", "expected"),
    [
        (CHILDREN, "The Care Quality Commission came in July 2024.", ("leeds", "adult-social-care", ("cqc",), None)),
        (ADULTS, "HM Inspectorate of Probation visited in September 2024 and gave a rating of outstanding.",
         ("leeds", "youth-justice", ("hmi-probation",), "outstanding")),
        (CHILDREN, "Ofsted came back in October 2024 for a focused visit.",
         ("leeds", "childrens-services", ("ofsted",), None)),
        (ADULTS, "The CQC had been here in March 2024 for its first assessment.",
         ("leeds", "adult-social-care", ("cqc",), None)),
        (YOUTH, "HM Inspectorate of Probation was last here in 2012 for an inspection.",
         ("leeds", "youth-justice", ("hmi-probation",), None)),
    ],
)  # fmt: skip
def test_one_that_inspects_a_single_service_says_which(first, sentence, expected, page):
    assert expected in told(page(f"{DAY}{first}\n\n{sentence}\n"))


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("Bury\n\nOfsted judged Bury good in July 2023.", []),
        ("Bury\n\nBury was rated good in 2023.", []),
        ("Bury\n\nA report on Bury, out on 3 May 2024, was kind.", []),
        ("Bury\n\nOfsted judged Bury’s children’s services good in July 2023.",
         [("bury", "childrens-services", ("ofsted",), "good")]),
        ("Bury\n\nBury’s adult learning was in the news in May. It was judged good by Ofsted in July 2023.",
         [("bury", "adult-learning", ("ofsted",), "good")]),
    ],
)  # fmt: skip
def test_a_section_on_another_council_is_not_about_the_service_of_the_first(section, expected, page):
    found = told(page(OTHERS.format(section)))
    assert [row for row in found if row[0] == "bury"] == expected


ALONE = (
    "Stockport Council\n\nPublished: 12 June 2019\n\nOfsted’s report on our children’s services came out on 11 June "
    "2019. {}\n\nInspectors were here from 6 to 17 May 2019.\n"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Neither Bury nor Tameside was part of the inspection.",
        "(It was about one of three councils: neither Bolton nor Trafford formed part of the inspection.)",
        "Neither in Salford nor in Oldham has there been an inspection since 2017.",
        "Our service is alone: neither Wigan’s nor Bury’s were part of this inspection.",
        "Ofsted inspected neither Bury nor Bolton in May 2019.",
    ],
)
def test_a_council_of_which_neither_is_told_took_no_part(sentence, page):
    days = [(fact.authorities[0].slug, fact.inspected.edtf) for fact in page(ALONE.format(sentence)).inspections]
    assert days == [("stockport", "2019-05-06/2019-05-17")]
