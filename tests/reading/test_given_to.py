"""Words that judge with the words of a grade and are none: what it is given to is no council's service."""

import pytest

from tests.reading.given import OPENINGS, given, reading_of

GIVEN_TO_SOMETHING_ELSE = """
Manchester City Council was judged inadequate.
Greater Manchester Police was rated outstanding.
Greater Manchester Fire and Rescue Service was judged good.
Stockport NHS Foundation Trust was rated inadequate.
St Ann’s was judged outstanding in March.
Fairfield was rated inadequate and has closed.
The academy trust was judged good for leadership.
Aquinas was found to be outstanding in all areas.
The independent fostering agency Blue Sky was judged good.
Our adoption partner, Adoption Counts, was rated outstanding.
A children’s home in Marple, run by a private company, was judged inadequate.
Two of our five children’s homes are outstanding and three are good.
The council’s residential home was graded good overall.
The council’s nursery was judged outstanding.
The youth club won an outstanding award.
Ofsted described the partnership with health as good.
Inspectors found that the quality of supervision was good.
Inspectors found good examples of direct work.
Inspectors found assessments to be good.
Inspectors found the plans of most children to be good.
Social workers were found to be outstanding in their commitment.
Inspectors said the leisure centre was inadequate.
The response to missing children is good.
Support for care leavers in education is good.
The report says that the virtual school is outstanding.
The virtual school was judged to be outstanding.
The emergency duty team was described as good.
93% of pupils attend a school rated good.
The primary phase was judged good and the secondary phase requires improvement.
Early years provision was rated good.
Children’s centres were judged satisfactory.
The pupil referral unit was judged good.
Sixth-form provision was graded outstanding.
An outstanding debt of £2m remains.
Staff have good access to training.
Only one action is outstanding from the inspection of children’s services.
The service has had an outstanding year.
Good practice was judged to be widespread.
The building was found to be inadequate for children’s services.
The children’s services budget is inadequate.
Accommodation for care leavers was found to be inadequate.
The social worker was judged to be inadequate at her job and dismissed.
Ofsted rated Stockport Grammar School’s boarding provision outstanding.
Ofsted rated Marple Hall good.
The Ofsted-rated good nursery is next to the town hall.
An Ofsted-outstanding childminder spoke at the event.
Ofsted Good Provider.
A good Ofsted report helps us recruit.
The department’s vacancy rate was judged inadequate by Ofsted.
Ofsted judged that the pace of improvement was inadequate.
Ofsted judged the council’s response to neglect to be inadequate.
Ofsted found that the council’s oversight of agency staff was inadequate.
Inspectors considered the housing offer to be good.
Our GP practices are all rated good.
Residential care homes run by the council were judged requires improvement.
The youth offending team was praised and its work is good.
The probation delivery unit was rated inadequate.
The police were judged inadequate at protecting children.
Teaching in the college was good.
Attendance at courses was good and 95 per cent of learners passed.
Success rates are outstanding.
Achievement is good.
Learners’ achievement was outstanding in 2018.
Leadership was good throughout the pandemic.
Safeguarding is effective.
Safeguarding arrangements are effective.
The arrangements for safeguarding were found to be effective.
Schools are effective.
Performs well under pressure.
The council performs well in recycling.
The service performs well against its targets.
The risk was graded high and controls were judged good.
Grade: good condition.
Score: 4 out of 5.
Overall satisfaction: good
Overall: good value for money
Food hygiene rating: good
Children’s home A: good
Hazel Nursery: outstanding
Overall effectiveness of Hazel Nursery: outstanding
Quality of education: good (Marple Hall School)
Unlike Manchester, which was rated inadequate in 2014, we have kept our staff.
There are three outstanding actions for children’s services.
Stepping Hill Hospital was rated requires improvement by the CQC.
"""


@pytest.mark.parametrize("sentence", GIVEN_TO_SOMETHING_ELSE.strip().splitlines())
def test_no_grade_is_read_from_a_judgement_of_something_else(sentence, catalogue):
    assert [given(reading_of(opening + sentence, catalogue)) for opening in OPENINGS] == [[], []]


@pytest.mark.parametrize(
    "sentence",
    [
        "The service was judged good.",
        "The council’s children’s services were rated good overall.",
        "The service, which employs 300 people, was judged good.",
    ],
)
def test_the_grade_of_a_councils_service_is_read_from(sentence, catalogue):
    assert given(reading_of(OPENINGS[0] + sentence, catalogue)) == ["good"]
