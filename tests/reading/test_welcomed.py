"""What councils say they do with a grade they have got: they welcome it, are proud of it, accept it."""

import pytest

from tests.reading.given import reading_of

HEAD = "The Weekly Gazette\n\n4 February 2026\n\n"


def graded(words, catalogue):
    found = reading_of(f"{HEAD}Thurrock Council {words}\n", catalogue).inspections
    return [f"{each.authorities[0].slug} {each.overall.grade}" for each in found if each.overall]


@pytest.mark.parametrize(
    "words",
    [
        "welcomes the CQC's “good” rating of its adult social care.",
        "has welcomed a good rating from the CQC for its adult social care.",
        "is proud of the good rating that the CQC gave its adult social care in March 2025.",
        "is delighted with its good rating for adult social care from the CQC.",
        "has accepted Ofsted's good rating of its children's services.",
        "is celebrating a good rating of its adult social care by the CQC.",
    ],
)
def test_a_grade_is_welcomed(words, catalogue):
    assert graded(words, catalogue) == ["thurrock good"]


@pytest.mark.parametrize(
    "words",
    [
        "would be delighted with a good rating for adult social care from the CQC.",
        "would welcome a good rating from the CQC for its adult social care.",
        "is proud of its nearly good rating for adult social care from the CQC.",
        "welcomed the good rating of Leeds Council's adult social care by the CQC.",
        "welcomed the good rating for adult social care in Leeds by the CQC.",
        "welcomed a good rating from its staff for its adult social care, it told the CQC.",
        "told the CQC that it was proud of the good rating of its own adult social care.",
        "is proud of the good rating from local residents for its adult social care, which the CQC has not seen.",
    ],
)
def test_what_is_only_wished_for_or_is_others_is_not(words, catalogue):
    assert graded(words, catalogue) == []
