"""What is told of one council, service, part or setting is carried to no other that stands beside it."""

import pytest

HEAD = "The Weekly Gazette\n\n4 {}\n\n{}"


@pytest.fixture
def read_of(page):
    """Each inspection as "council service day grade part=grade"; ``day``: month and year of the paper."""

    def read(text, day="December 2023"):
        return {
            " ".join(
                [
                    "+".join(sorted(authority.slug for authority in fact.authorities)),
                    fact.service.slug,
                    *(f"in {fact.inspected.edtf}" for _ in [0] if fact.inspected),
                    *(f"out {fact.published.edtf}" for _ in [0] if fact.published),
                    *(fact.overall.grade for _ in [0] if fact.overall),
                    *sorted(f"{part.aspect_slug}={part.grade.grade}" for part in fact.judgements),
                ]
            )
            for fact in page(HEAD.format(day, text)).inspections
        }

    return read


DUDLEY = "The CQC rated adult social care in Dudley as performing well in 2010.\n\n"
WENT = "In December 2010 Ofsted published its annual assessment of children’s services in Bexley. "


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        (
            WENT + "The council was rated as one that performs well.",
            "bexley childrens-services out 2010-12 performs-well",
        ),
        (WENT + "The authority performs poorly, it said.", "bexley childrens-services out 2010-12 performs-poorly"),
    ],
)
def test_a_yearly_rating_is_of_the_assessment_just_told_of(text, is_read, read_of):
    assert is_read in read_of(DUDLEY + text, "March 2011")


UNANNOUNCED = (
    "Ofsted made an unannounced inspection of contact, referral and assessment arrangements in Kent in May 2011.\n\n"
)


@pytest.mark.parametrize(
    "text",
    [
        "Thurrock was inspected by Ofsted in March 2011. Its safeguarding services were rated good; {} adequate.",
        "Inspectors from Ofsted visited Thurrock in March 2011. They rated safeguarding services good and {} adequate.",
    ],
)
def test_a_council_is_not_visited_for_what_another_was(text, read_of):
    told = text.format("its services for looked after children were rated" if ";" in text else "looked after children")
    found = read_of(UNANNOUNCED + told, "December 2013")
    assert found == {
        "kent contact-referral-assessment in 2011-05",
        "thurrock safeguarding in 2011-03 looked-after-overall=adequate safeguarding-overall=good",
    }


def test_a_council_that_says_nothing_else_is_visited_for_what_the_page_is_about(read_of):
    text = "Ofsted inspected children’s services in Kent in May 2023.\n\nThurrock was inspected in July 2023."
    assert read_of(text) == {"kent childrens-services in 2023-05", "thurrock childrens-services in 2023-07"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ofsted published its most recent full inspection of {} on 25 November 2016.", "out 2016-11-25"),
        ("Ofsted issued its first-ever full inspection of {} on 25 November 2016.", "out 2016-11-25"),
        ("Ofsted released the long-awaited inspection of {} in November 2016.", "out 2016-11"),
        ("Ofsted last made a full inspection of {} in November 2016.", "in 2016-11"),
    ],
)
def test_what_is_published_is_the_report(text, day, read_of):
    service = "Birmingham City Council’s services for children and families"
    assert read_of(text.format(service), "December 2018") == {f"birmingham childrens-services {day}"}


def test_a_full_inspection_is_still_the_last_where_visits_followed(read_of):
    text = (
        "Ofsted published its most recent full inspection of Kent’s children’s services in November 2016. They were "
        "judged inadequate overall. Ofsted has since made two monitoring visits, the latest on 31 January 2018."
    )
    assert "kent childrens-services out 2016-11 inadequate" in read_of(text, "December 2018")


RATED = "Ofsted rated children’s services in Devon good in May 2023. "
IS_RATED = "devon childrens-services in 2023-05 good"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The judgement on help and protection was inadequate; on leadership it was outstanding.",
         "help-and-protection=inadequate impact-of-leaders=outstanding"),
        ("Help and protection was judged inadequate, and for support for care leavers it was outstanding.",
         "care-leavers=outstanding help-and-protection=inadequate"),
        ("Inspectors liked support for care leavers, which they judged outstanding.", "care-leavers=outstanding"),
        ("They pointed to the work of the duty desk and its support for families, which they judged outstanding.", ""),
        ("On the work of a leader it was outstanding.", ""),
        ("Had support for care leavers been outstanding, the grade would have been higher.", ""),
        ("Were help and protection to be inadequate, the council would have to act.", ""),
        ("Nationally, help and protection is rated inadequate, and leadership outstanding.", ""),
        ("Leadership is rated inadequate in a third of councils, and outstanding in a quarter.", ""),
        ("The impact of leaders was judged inadequate in about half of all the councils inspected.", ""),
    ],
)  # fmt: skip
def test_a_part_is_never_the_whole(text, parts, read_of):
    found = read_of(RATED + text)
    assert found == {f"{IS_RATED} {parts}".strip()}


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        ("Barnet, whose children’s services were rated good by Ofsted in July 2023, is to help Tower Hamlets.",
         "barnet childrens-services in 2023-07 good"),
        ("Slough, whose services for children were judged inadequate by Ofsted in July 2023, has asked Kent for help.",
         "slough childrens-services in 2023-07 inadequate"),
        ("Reading, whose station is new, has asked Kent, where Ofsted rated children’s services good in July 2023.",
         "kent childrens-services in 2023-07 good"),
    ],
)  # fmt: skip
def test_a_clause_is_of_the_council_before_it(text, is_read, read_of):
    assert read_of(text) == {is_read}


SINGLE = "Ofsted judged children’s services in Kent good in May 2016"
IS_SINGLE = "kent childrens-services in 2016-05 good"


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        (", with adoption singled out as outstanding.", f"{IS_SINGLE} adoption-performance=outstanding"),
        (", although adoption was judged to be inadequate.", f"{IS_SINGLE} adoption-performance=inadequate"),
        (". A new adoption service was opened in June.", IS_SINGLE),
    ],
)  # fmt: skip
def test_what_a_sentence_adds_is_a_part_of_the_inspection(text, is_read, read_of):
    assert read_of(SINGLE + text, "December 2016") == {is_read}


def test_looked_after_children_were_a_part_by_then_and_no_inspection(read_of):
    text = SINGLE + ". Services for looked after children were judged outstanding."
    assert not [each for each in read_of(text, "December 2016") if "looked-after-children" in each.split()]


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        ("The home it runs in Station Road had kind staff, a report of November 2023 said.", IS_RATED),
        ("A children’s home in Station Road was praised in a report published in November 2023.", IS_RATED),
        ("Its report, published in November 2023, is long.", "devon childrens-services in 2023-05 out 2023-11 good"),
    ],
)  # fmt: skip
def test_a_homes_report_is_not_the_councils(text, is_read, read_of):
    assert read_of(RATED + text) == {is_read}


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        # the next sentence is of somebody who speaks for another council
        ("In March 2025 the council’s adult social care was judged good by the CQC. Slough’s leader was sorry.", ""),
        ("In March 2025 the council’s adult social care was judged good by the CQC. Its leader was glad.",
         "dudley adult-social-care in 2025-03 good"),
        ("In March 2025 the council’s adult social care was judged good by the CQC. Dudley’s leader was glad.",
         "dudley adult-social-care in 2025-03 good"),
        # a report named by its month before its council
        ("The Ofsted report of March 2025 on Kent rated children’s services good.",
         "kent childrens-services out 2025-03 good"),
        # a clause of time tells of the council that it names
        ("It is the first time since 2015 that children’s services in Kent are rated good. Ofsted came in March 2025.",
         "kent childrens-services in 2025-03"),
        # a line of its own turns the page to the council that it names
        ("Kent children’s services: “good”\n\nThat is the judgement of Ofsted.\n\nThey came in March 2025.",
         "kent childrens-services good"),
    ],
)  # fmt: skip
def test_nothing_is_carried_on_from_the_council_before(text, is_read, read_of):
    first = "dudley adult-social-care in 2024-05 outstanding"
    before = "Dudley Council’s adult social care was rated outstanding by the CQC in May 2024.\n\n"
    found = read_of(before + text, "February 2026")
    assert first in found
    assert {each for each in found - {first} if not is_read or is_read not in each} == set()
    assert bool(found - {first}) == bool(is_read)


RETURNED = (
    "Ofsted and the CQC returned to Rutland between 21 and 24 May 2022 to look again at five weaknesses found when "
)
REVISIT = "The revisit by Ofsted and the CQC to SEND services in Rutland "
CAME = "Ofsted and the CQC inspected Rutland’s SEND services in May 2018. "
LONG = ("revisit", "2022-05-21/2022-05-24")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (RETURNED + "SEND services were first inspected in September 2019.", {LONG}),
        (REVISIT + "between 21 and 24 May 2022, first inspected in 2019, went well.", {LONG}),
        ("Ofsted and the CQC looked again at five weaknesses in SEND in Rutland. They were in the county in May 2022.",
         {("revisit", "2022-05")}),
        (CAME + "They returned in May 2022 and found sufficient progress in two of five areas of weakness.",
         {("full", "2018-05"), ("revisit", "2022-05")}),
        (CAME + "They found five weaknesses.", {("full", "2018-05")}),
    ],
)  # fmt: skip
def test_a_return_to_what_was_weak_has_its_own_day_and_kind(text, kinds, page):
    found = page(HEAD.format("December 2022", text)).inspections
    assert {(each.kind, each.inspected.edtf) for each in found if each.inspected} == kinds


@pytest.mark.parametrize(
    ("text", "is_about"),
    [
        ("Of the capital as a whole, the Ofsted report says that “too many children wait too long for a home”.", False),
        ("Across London, the inspectors wrote, “too many children wait too long for a place to live”.", False),
        ("Nationally, Ofsted’s inspectors wrote, “too many children wait too long for a place to live”.", False),
        ("In Barnet, the inspectors wrote, “too many children wait too long for a place to live”.", True),
        ("Across the borough, the inspectors wrote, “too many children wait too long for a place to live”.", True),
    ],
)
def test_words_on_a_wider_place_are_of_no_one_council(text, is_about, page):
    opening = "Barnet’s children’s services were rated good by Ofsted in May 2023.\n\n"
    [said] = page(HEAD.format("December 2023", opening + text)).statements
    assert bool(said.about) == is_about


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Last came Ofsted, which in August 2023 inspected children’s services in Kent.", "in 2023-08"),
        ("Last came Ofsted, which in August 2023 moved house; children’s services in Kent were inspected in May 2023.",
         "in 2023-05"),
    ],
)  # fmt: skip
def test_who_came_then_is_told_beside_who_they_are(text, day, read_of):
    assert read_of(text) == {f"kent childrens-services {day}"}
