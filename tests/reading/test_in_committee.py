"""What is of no inspection: a web page's word, what kept a grade away, councillors' own visits."""

import pytest

MINUTES = (
    "BURY COUNCIL\nMinutes of: OVERVIEW & SCRUTINY\nDate of Meeting: 9 September 2025\n\nCHILDREN'S SERVICES\n"
    "Ofsted inspected children's services in Bury in February 2024. {}\n"
)


@pytest.fixture
def told(page):
    """Service, days and grades of each inspection that minutes with these words tell of."""

    def tell(words):
        return [
            (
                fact.service.slug,
                fact.inspected.edtf if fact.inspected else "",
                fact.overall.grade if fact.overall else "",
                [judged.grade.grade for judged in fact.judgements],
            )
            for fact in page(MINUTES.format(words)).inspections
        ]

    return tell


PLAIN = [("childrens-services", "2024-02", "", [])]


@pytest.mark.parametrize(
    "words",
    [
        "A resident asked why the Council's website still described children's services as inadequate.",
        "He wondered why the website called children's services outstanding.",
        "The newsletter now describes children's services as good.",
        "She had read on a notice board that banners called the council's services outstanding.",
        "A poster in the foyer still calls children's services inadequate.",
        "Councillor Hay asked what had prevented care leavers from being judged good.",
        "Councillor Hay asked what stopped help and protection from being judged good.",
        "Children's services have been good for years, said the Chair.",
        "Adoption has been outstanding for decades.",
        "Staffing had held leadership back from being rated outstanding.",
    ],
)
def test_a_word_on_a_web_page_and_what_kept_a_grade_away_are_no_grades(words, told):
    assert told(words) == PLAIN


@pytest.mark.parametrize(
    ("words", "overall"),
    [
        ("Inspectors described them as inadequate.", "inadequate"),
        ("They were judged good, and the website said so.", "good"),
        ("The report described children's services as good.", "good"),
        ("They were rated good.", "good"),
        ("They were rated good, the best grade for years.", "good"),
        (
            "Ofsted's page listed them as they had been judged: children's services were judged inadequate.",
            "inadequate",
        ),
    ],
)
def test_what_inspectors_called_them_is_kept(words, overall, told):
    assert [fact[2] for fact in told(words)] == [overall]


@pytest.mark.parametrize(
    "words",
    [
        "It was agreed that Members of the Committee visit the Multi-Agency Safeguarding Hub in October 2024.",
        "Members noted that the Committee's visit of 3 June 2025 to the adoption team had gone well.",
        "A visit by councillors to the fostering team on 3 June 2025 had gone well.",
        "The Lead Member's visit to the front door was on 3 June 2025.",
        "The Panel's last visit, on 3 June 2025, was to the fostering team.",
    ],
)
def test_a_visit_by_members_is_no_inspection(words, told):
    assert told(words) == PLAIN


@pytest.mark.parametrize(
    "words",
    [
        "Members noted that Ofsted's visit of 3 June 2025 to the adoption team had gone well.",
        "The Committee heard of the visit by Ofsted to the adoption team on 3 June 2025.",
        "Inspectors visited the adoption team on 3 June 2025, and the Committee was glad.",
        "The Committee noted the monitoring visit of 3 June 2025.",
        "Members asked about Ofsted's focused visit of 3 June 2025.",
    ],
)
def test_a_visit_told_of_to_members_is_one(words, told):
    assert "2025-06-03" in [fact[1] for fact in told(words)]
