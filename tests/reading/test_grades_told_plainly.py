"""Grades whose sentence says only "the grade", "the result in 2018", "a step up from": of what was told of before."""

import pytest

from tests.reading.test_told_in_other_forms import told

HEAD = "Kent County Council news\n\nPublished 4 October 2022"
CAME = "Ofsted inspected Kent’s children’s services in May 2022."


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        ("The grade was inadequate.", "inadequate"),
        ("The result was good.", "good"),
        ("The final grade was good.", "good"),
        ("The conclusion was that time good.", ""),
        ("The conclusion was good.", "good"),
        ("The headline judgement was “good”.", "good"),
        ("The inspectorate’s judgement turned out to be good.", "good"),
        ("The overall grade came back as requires improvement.", "requires-improvement"),
        ("The overall judgement that time was one of “inadequate”.", "inadequate"),
        ("The inspectors’ verdict was clear: outstanding.", "outstanding"),
        ("The verdict was never in doubt: outstanding.", "outstanding"),
        # nobody's grade
        ("The result was good news for everybody.", ""),
        ("The final grade was not good.", ""),
        ("The result could have been inadequate.", ""),
        ("The grade was a good one for the leader.", ""),
        ("The school’s final grade was inadequate.", ""),
    ],
)
def test_it_reads_a_grade_that_is_only_called_one(sentence, grade):
    assert [each.split("|")[3] for each in told(HEAD, f"{CAME} {sentence}")] == [grade]


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        ("Ofsted rated children’s social care services in Kent good in May 2022.", "good"),
        ("In May 2022 children and families services in Kent were judged inadequate by Ofsted.", "inadequate"),
        ("The grade given to children’s services in Kent by Ofsted in May 2022 was outstanding.", "outstanding"),
        ("The outcome of Ofsted’s inspection of children’s services in Kent in May 2022 was good.", "good"),
        # families who judge, and a part
        ("In May 2022 children’s services in Kent, inspected by Ofsted, were judged good by families.", ""),
        ("Ofsted inspected children’s services in Kent in May 2022, and support for families in Kent was good.", ""),
    ],
)
def test_it_reads_a_service_by_a_longer_name(sentence, grade):
    assert [each.split("|")[3] for each in told(HEAD, sentence)] == [grade]


@pytest.mark.parametrize(
    ("sentence", "before"),
    [
        ("The judgement in 2018 was inadequate.", "2018 inadequate"),
        ("The previous judgement, made in March 2018, had been good.", "2018-03 good"),
        ("The authority’s previous rating, in 2018, was inadequate.", "2018 inadequate"),
        ("Four years earlier, in March 2018, the judgement had been inadequate.", "2018-03 inadequate"),
        ("This follows a judgement of inadequate in 2018.", "2018 inadequate"),
        ("The improvement follows a rating of inadequate in March 2018.", "2018-03 inadequate"),
        ("That is a step up from the inadequate of 2018.", "2018 inadequate"),
        ("The result compares with inadequate in 2018.", "2018 inadequate"),
        ("The new grade replaces the inadequate given in March 2018.", "2018-03 inadequate"),
        # somebody else's, of a part, or of no time
        ("Devon’s judgement in 2018 was inadequate.", ""),
        ("The council’s own rating in 2018 was outstanding.", ""),
        ("The judgement in 2018 was that leaders were inadequate.", ""),
        ("The result in 2018 was good for the Liberals.", ""),
        ("That is a step up from the bad old days.", ""),
        ("This follows a judgement of the High Court in 2018.", ""),
        ("Help and protection was judged good too. The grade in 2018 was inadequate.", "2018 "),
        ("For care leavers the verdict was requires improvement. The grade in 2018 was inadequate.", "2018 "),
        ("Help and protection was judged good too. The overall grade in 2018 was inadequate.", "2018 inadequate"),
    ],
)
def test_it_reads_the_grade_before(sentence, before):
    found = [each.split("|") for each in told(HEAD, f"{CAME[:-1]} and rated them outstanding. {sentence}")]
    assert found[0][3] == "outstanding"
    assert [f"{each[1]} {each[3]}" for each in found[1:]] == ([before] if before else [])


@pytest.mark.parametrize(
    ("sentences", "inspections"),
    [
        ("The Beeches was inspected by Ofsted in June 2022. It was rated inadequate.", 1),
        ("The home was inspected in June 2022. It was rated inadequate.", 1),
        ("The centre, which opened in May, was inspected in June 2022.", 1),
        ("Ofsted inspected The Beeches in June 2022. It was rated inadequate.", 1),
        ("Inspectors visited Hill View in June 2022. It was rated inadequate.", 1),
        ("Ofsted’s inspection of Riverside View in June 2022 found it inadequate.", 1),
        ("Petroc, in Devon, was inspected in June 2022 and was rated inadequate.", 1),
        ("Ofsted inspected the Beeches in June 2022. It was rated inadequate.", 1),
        ("The last inspection of the Oaks, in June 2022, found it inadequate.", 1),
        ("Inspectors spent three days at the Willows in June 2022 and rated it inadequate.", 1),
        ("A visit to the Oaks in June 2022 led to a rating of inadequate.", 1),
        ("At the Oaks, inspected in June 2022, the rating was inadequate.", 1),
        ("Ofsted’s report on the Oaks, published in June 2022, rated it inadequate.", 1),
        ("The report on a children’s home, published in June 2022, rated it inadequate.", 1),
        # the council and what is its own
        ("Inspectors were back at County Hall in June 2022 and rated children’s services inadequate.", 2),
        ("The Kent service was inspected again by Ofsted in June 2022. It was rated inadequate.", 2),
        ("The county council was inspected by Ofsted in March 2018. It was rated inadequate.", 2),
        ("Kent County Council was inspected by Ofsted in March 2018. It was rated inadequate.", 2),
    ],
)
def test_it_gives_no_council_what_somebody_of_an_own_name_got(sentences, inspections):
    found = [each.split("|") for each in told(HEAD, f"{CAME[:-1]} and rated them good. {sentences}")]
    assert len(found) == inspections
    assert not any(each[2] for each in found)
    assert [each[3] for each in found] == ["good", *["inadequate"] * (inspections - 1)]


@pytest.mark.parametrize(
    ("sentence", "grades"),
    [
        ("Having been judged inadequate in 2014, {} were judged good by Ofsted in May 2018.", "2014 bad, 2018-05 good"),
        (
            "Having been judged inadequate in 2014 and good in 2016, {} were judged outstanding by Ofsted in 2018.",
            "2014 bad, 2016 good, 2018 outstanding",
        ),
        ("Judged inadequate in 2014, {} were found to be good when Ofsted returned in 2018.", "2014 bad, 2018 good"),
        ("Ofsted judged {} inadequate in March 2014 but good in May 2018.", "2014-03 bad, 2018-05 good"),
        ("Ofsted’s judgements on {} were inadequate in 2014 and good in 2018.", "2014 bad, 2018 good"),
        ("At first, {} were inadequate in 2014, according to Ofsted, and good in 2018.", "2014 bad, 2018 good"),
        ("Ofsted judged {} good in March 2014, and inadequate a year later, in May 2015.", "2014-03 good, 2015-05 bad"),
        ("Ofsted inspected {} in March 2014 (inadequate) and in May 2018 (good).", "2014-03 bad, 2018-05 good"),
        (
            "Ofsted came to {} in March 2014, when they were judged inadequate, and in May 2018, when they were good.",
            "2014-03 bad, 2018-05 good",
        ),
        ("In fact {}, which Ofsted judged inadequate in 2014, were judged good in May 2018.", "2014 bad, 2018-05 good"),
        ("Twice {} were judged inadequate by Ofsted: in 2014 and again in 2017.", "2014 bad, 2017 bad"),
        ("Ofsted judged {} good in 2014 and good again when it inspected them in 2018.", "2014 good, 2018 good"),
        # of others, hoped for, or denied
        ("Ofsted judged {} good in 2014 but not outstanding in 2018.", "2014 "),
        ("Ofsted judged {} good in 2014 and they hope to be outstanding in 2018.", "2014 good"),
        ("Having been judged inadequate in 2014, the school joined {}, which Ofsted judged good in 2018.", "2018 "),
        ("Ofsted judged {} good in 2014 and outstanding by 2018 is the aim.", ""),
    ],
)
def test_it_reads_grades_each_with_its_time(sentence, grades):
    found = [each.split("|") for each in told(HEAD, sentence.format("children’s services in Kent"))]
    assert ", ".join(f"{each[1]} {each[3]}" for each in found).replace("inadequate", "bad") == grades


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "The inspectors gave a grade of good to help and protection and inadequate to leadership.",
            "help and protection=good,leadership=inadequate",
        ),
        (
            "They awarded a rating of good to services for children who need help and protection.",
            "children who need help and protection=good",
        ),
        (
            "Inspectors judged leaders’ impact on practice inadequate.",
            "leaders’ impact on practice=inadequate",
        ),
        ("Services for children in care were judged good.", "children in care=good"),
        # nothing that was given, and nobody's part
        ("The inspectors gave their thanks to all and good wishes to leaders.", ""),
        ("Leaders gave a good account of themselves to inspectors.", ""),
        ("The inspectors gave a grade of good to Hill View.", ""),
    ],
)
def test_it_reads_the_part_to_which_a_grade_is_given(sentence, parts):
    found = [each.split("|") for each in told(HEAD, f"{CAME[:-1]} and rated them outstanding. {sentence}")]
    assert [each[3] for each in found] == ["outstanding"]
    assert found[0][4] == parts


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Children’s services in Kent were rated good by Ofsted in March 2022, those in Essex inadequate in May.",
            ["kent 2022-03 good", "essex 2022-05 inadequate"],
        ),
        (
            "While Kent’s children’s services were judged good by Ofsted in March 2022, those in Essex inadequate.",
            ["kent 2022-03 good", "essex  inadequate"],
        ),
        (
            "Children’s services in Kent were rated good by Ofsted in March 2022, those in Essex hope to be next.",
            ["kent 2022-03 good"],
        ),
    ],
)
def test_it_reads_those_of_the_next_council(sentence, expected):
    found = [each.split("|") for each in told("The Weekly Gazette\n\n4 October 2022", sentence)]
    assert [f"{each[0]} {each[1]} {each[3]}" for each in found] == expected


@pytest.mark.parametrize(
    ("sentence", "inspections"),
    [
        ("Kent has not been one of those inspected.", 0),
        ("Kent was not among the councils whose children’s services Ofsted inspected in 2014.", 0),
        ("Inspections of children’s services in Kent, 2009 to 2019, by Ofsted.", 0),
        ("The reports of Ofsted on children’s services in Kent, 2009–2019, are kept here.", 0),
        ("Kent was one of those whose children’s services Ofsted inspected in 2014.", 1),
        ("Ofsted inspected children’s services in Kent in 2014, and the plan is for 2015 to 2019.", 1),
        ("The inspection of children’s services in Kent in 2014 was made by Ofsted.", 1),
    ],
)
def test_it_tells_of_no_inspection_that_was_none(sentence, inspections):
    assert len(told(HEAD, f"Ofsted inspects children’s services. {sentence}")) == inspections


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("Cllr Lee said that an outstanding grade for adoption was worth celebrating.", ""),
        ("A good rating for leadership is always something to be proud of.", ""),
        ("They gave a grade of outstanding to leadership.", "leadership=outstanding"),
    ],
)
def test_it_gives_no_grade_that_is_only_thought_of(sentence, parts):
    assert [each.split("|")[4] for each in told(HEAD, f"{CAME} {sentence}")] == [parts]
