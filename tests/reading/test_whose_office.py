"""For whom somebody speaks whose office is "its" leader's, a council's on a party's page, or a seat on a committee."""

import pytest

from tests.reading.given import reading_of

OPENING = (
    "Published: 12 June 2019\n\nOfsted judged Stockport Council’s children’s services to be good after an inspection "
    "in May 2019.\n\n"
)
WORDS = "said: “We have read every page of it twice.”"


def organisation(text, catalogue):
    (found,) = [s for s in reading_of(text, catalogue).statements if s.in_quotation_marks]
    return found.organisation


@pytest.mark.parametrize(("text", "body"), [
    (f"The Green group was scathing. Its leader, Cllr Ann Lee, {WORDS}", "Green group"),
    (f"Marple Moor First School is outstanding now. Its head, Mrs Ann Lee, {WORDS}", "Marple Moor First School"),
    (f"Stockport Homes Union was angry. Its regional organiser, Bo Marsh, {WORDS}", "Stockport Homes Union"),
    (f"The council was content. Its director, Ann Lee, {WORDS}", "Stockport Metropolitan Borough Council"),
    (f"The Committee’s own Chair, Councillor Ann Lee, {WORDS}", "Stockport Metropolitan Borough Council"),
    (f"Bo Marsh, who leads the opposition on the Overview and Scrutiny Commission, {WORDS}", None),
    (f"Marple Academy is run by the Peaks Trust. Its interim director, Bo Marsh, {WORDS}", "Marple Academy"),
    (f"Marple Hill, which belongs to the Peaks Trust, is inadequate. Its interim head, Bo Marsh, {WORDS}", None),
    (f"Sir Bo Marsh, the former chief inspector, {WORDS}", None),
])  # fmt: skip
def test_whose_office_it_is(text, body, catalogue):
    assert organisation(OPENING + text, catalogue) == body


LEAFLET = (
    "STOCKPORT FOCUS INDEPENDENT GROUP\n\nVote for us in May. Ofsted judged Stockport Council’s children’s services "
    "inadequate after an inspection in May 2019.\n\n{}\n\nPromoted by A. Hill on behalf of Stockport Focus Independent "
    "Group, 1 High Street."
)


@pytest.mark.parametrize(("text", "not_theirs"), [
    (f"The council leader, Cllr Ann Lee, {WORDS}", True),
    (f"The head of Marple Moor School, Bo Marsh, {WORDS}", True),
    (f"The Labour leader, Cllr Ann Lee, {WORDS}", True),
    (f"Our candidate, Ann Lee, {WORDS}", False),
])  # fmt: skip
def test_a_partys_page_gives_its_group_to_its_own_alone(text, not_theirs, catalogue):
    found = organisation(LEAFLET.format(text), catalogue)
    assert (found != "Stockport Focus Independent Group") == not_theirs
