"""Grades as news, councils and clerks tell them: in a headline, beside the one before, of several councils at once."""

import pytest

from tests.reading.test_carried_to_no_other import read_of  # noqa: F401

BELOW = "\n\n“We are proud of our staff,” said Councillor Pat Lowe.\n\nOfsted inspected the service in May 2023."
READ = "kent childrens-services in 2023-05"


@pytest.mark.parametrize(
    ("headline", "grade"),
    [
        ("Kent children’s services rated good by Ofsted", " good"),
        ("Ofsted rates Kent children’s services ‘outstanding’", " outstanding"),
        ("Ofsted: Kent’s children’s services are inadequate", " inadequate"),
        ("Inspectors judge children’s services in Kent to be good", " good"),
        ("Kent Council’s children’s services given ‘good’ rating", " good"),
        ("Good for Kent children’s services", " good"),
        ("Children’s services in Kent “good”, say inspectors", " good"),
        # words of a headline that may be of something else
        ("Kent children’s services rated good in parts", ""),
        ("Kent children’s services no longer rated inadequate", ""),
        ("Kent children’s services to be rated good, leader hopes", ""),
        ("Will Kent children’s services be rated good by Ofsted?", ""),
        ("Kent children’s services run home rated good by Ofsted", ""),
        ("Good news for Kent children’s services", ""),
        ("Inadequate children’s services in Kent get a new director", ""),
        ("Kent children’s services rated good by parents", ""),
    ],
)
def test_a_plain_headline_gives_the_grade_that_the_story_leaves_out(headline, grade, read_of):  # noqa: F811
    assert read_of(headline + BELOW) == {READ + grade}


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        # the story has a grade of its own
        ("\n\nOfsted inspected Kent’s children’s services in May 2023. They were outstanding.", {READ}),
        ("\n\nOfsted judged Kent’s children’s services outstanding in May 2023.", {READ + " outstanding"}),
        # the story is of a visit without a grade
        ("\n\nOfsted made a monitoring visit to Kent’s children’s services in May 2023.", {READ}),
        # the story tells of two inspections
        ("\n\nOfsted inspected Kent’s children’s services in May 2023. It had inspected them in June 2019.",
         {READ, "kent childrens-services in 2019-06"}),
        # the story is of another council
        ("\n\nOfsted inspected Devon’s children’s services in May 2023.", {"devon childrens-services in 2023-05"}),
    ],
)  # fmt: skip
def test_a_headline_is_not_believed_against_its_story(text, is_read, read_of):  # noqa: F811
    assert read_of("Kent children’s services rated good by Ofsted" + text) == is_read


@pytest.mark.parametrize(
    ("text", "now", "before"),
    [
        ("Children’s services in Kent have moved up from inadequate in 2018 to good in May 2023, says Ofsted.",
         "in 2023-05 good", "in 2018 inadequate"),
        ("Children’s services in Kent, inadequate in 2018, were rated good by Ofsted in May 2023.",
         "in 2023-05 good", "in 2018 inadequate"),
        ("Ofsted rated children’s services in Kent good in May 2023, an improvement on inadequate in June 2018.",
         "in 2023-05 good", "in 2018-06 inadequate"),
        ("Ofsted rated children’s services in Kent good in May 2023, compared with inadequate in June 2018.",
         "in 2023-05 good", "in 2018-06 inadequate"),
        ("Ofsted rated children’s services in Kent good in May 2023, a drop from outstanding in 2018.",
         "in 2023-05 good", "in 2018 outstanding"),
        ("Ofsted rated children’s services in Kent good in May 2023. In 2018 it had been inadequate, and in 2015 good.",
         "in 2023-05 good", "in 2015 good"),
    ],
)  # fmt: skip
def test_the_one_before_stands_beside_with_its_day(text, now, before, read_of):  # noqa: F811
    found = read_of(text)
    assert {f"kent childrens-services {each}" for each in (now, before)} <= found


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        ("Ofsted inspected the children’s services of two councils in May 2023: Kent (good) and Devon (inadequate).",
         {READ + " good", "devon childrens-services in 2023-05 inadequate"}),
        ("Ofsted’s ratings of children’s services in the region are good for Kent and outstanding for Devon.",
         {"kent childrens-services good", "devon childrens-services outstanding"}),
        ("Kent’s children’s services, like Devon’s, were rated good by Ofsted in May 2023.", {READ + " good"}),
        # of which council a grade is, is not said, or nobody gave it
        ("Ofsted has said nothing. The council’s ratings of its services are good for Kent and poor for Devon.", set()),
        ("Ofsted’s ratings of schools in the region are good for Kent and outstanding for Devon.", set()),
    ],
)  # fmt: skip
def test_each_of_several_councils_has_its_own(text, is_read, read_of):  # noqa: F811
    assert read_of(text) == is_read
