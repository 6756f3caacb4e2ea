"""Words that judge with the words of a grade and are none: somebody else than an inspectorate gives it."""

import pytest

from tests.reading.given import OPENINGS, given, reading_of

GIVEN_BY_SOMEBODY_ELSE = """
Staff rated the new office good in a survey.
The council’s own self-evaluation judged its children’s services to be good.
Our self-assessment graded help and protection as good.
A peer review by the Local Government Association rated the service good.
The peer challenge found leadership to be outstanding.
Residents rated the council’s services as good in the annual survey.
Councillor Jones said the service was rated inadequate by parents.
Managers had judged 40 per cent of audits to be inadequate.
Case files were judged inadequate by auditors.
The council was rated good for its finances by auditors.
The Local Government Ombudsman found the council’s complaint handling to be inadequate.
The regulator of social housing graded the council C1.
The Audit Commission rated the council three stars.
The corporate peer challenge described the council as good.
Investors in People graded the service gold, and staff called it outstanding.
A parent told inspectors: “My social worker is outstanding.”
One young person rated the service “good, most of the time”.
The music service was rated outstanding by heads.
The library service was rated good by users.
The judgement of good practice was made by managers.
Funding for children’s services was judged inadequate by the union.
Children’s services are inadequate, the opposition leader said.
It is a scandal that our children’s services are inadequate.
Children’s services staff were rated outstanding at the national awards.
The court found the council’s care plan inadequate.
The judge rated the evidence good.
The coroner found the response of children’s services to be inadequate.
A serious case review found that the response of children’s services was inadequate.
A safeguarding practice review judged communication to be inadequate.
The council’s response was judged inadequate by the coroner.
Inspectors said leaders had rated the service too generously as good.
Leaders’ view that the service is good was not shared by inspectors.
Ofsted disagreed with the council, which had graded itself good.
The council thinks it is good; Ofsted does not.
Inspectors were told that the service was good.
Inspectors were told by leaders that children’s services were good.
Parents told inspectors that the service was outstanding.
The union says that Ofsted got it wrong and the service is good.
The previous government rated the council’s children’s services as excellent.
The leaflet says “Ofsted: outstanding”.
A banner outside read: Ofsted says we are good.
The advert said “Join our Ofsted-rated outstanding team”.
The trust’s services for children were judged outstanding by the CQC.
The NHS mental health service for children was rated good by the CQC.
The CQC rated the community hospital’s children’s services good.
The hospital’s services for children and young people were rated inadequate by the CQC.
The home care agency was rated good by the CQC.
The council’s shared lives scheme was rated outstanding by the CQC.
The council’s reablement service was rated good by the CQC.
The youth justice plan was judged good by the Youth Justice Board.
The virtual school head was graded outstanding at her appraisal.
Adult learners rated teaching outstanding.
Arrangements for governance were judged ineffective by auditors.
The council performs poorly on potholes, residents say.
Rating: good (internal audit)
Self-assessment: good
Residents’ view: good
"""


@pytest.mark.parametrize("sentence", GIVEN_BY_SOMEBODY_ELSE.strip().splitlines())
def test_no_grade_is_read_from_what_somebody_else_judged(sentence, catalogue):
    assert [given(reading_of(opening + sentence, catalogue)) for opening in OPENINGS] == [[], []]


@pytest.mark.parametrize(
    "sentence",
    [
        "Inspectors rated it good.",
        "Ofsted has graded Stockport’s children’s services as good.",
        "Parents were delighted that Ofsted rated the service good.",
    ],
)
def test_an_inspectorates_grade_is_read_from(sentence, catalogue):
    assert given(reading_of(OPENINGS[0] + sentence, catalogue)) == ["good"]
