"""Words that judge with the words of a grade and are none: who gives it, or what it is given to, is something else."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

HEADS = "Stockport Council\n\nPublished: 12 June 2019\n\n", "Stockport Council\n\nPublished: 12 June 2025\n\n"
OPENINGS = (
    HEADS[0] + "Ofsted inspected Stockport Council’s children’s services from 6 to 17 May 2019.\n\n",
    HEADS[1] + "The Care Quality Commission assessed adult social care in Stockport in March 2025.\n\n",
)
GIVEN_TO_SOMETHING_ELSE = """
Staff rated the new office good in a survey.
The council’s own self-evaluation judged its children’s services to be good.
Our self-assessment graded help and protection as good.
A peer review by the Local Government Association rated the service good.
The peer challenge found leadership to be outstanding.
Residents rated the council’s services as good in the annual survey.
Councillor Jones said the service was rated inadequate by parents.
Ofsted has not rated the service inadequate.
Nobody judged the service to be outstanding.
The service could be judged inadequate if nothing changes.
Had inspectors come in March the service would have been rated inadequate.
The service narrowly missed being judged outstanding.
The service was nearly rated good.
Inspectors stopped short of judging the service inadequate.
The council expects to be judged good in 2021.
The council is on course to be rated good.
Managers had judged 40 per cent of audits to be inadequate.
Of the 12 cases audited, three were judged inadequate.
Case files were judged inadequate by auditors.
In 20 cases practice was graded good.
Manchester City Council was judged inadequate.
Unlike Manchester, which was rated inadequate in 2014, we have kept our staff.
Greater Manchester Police was rated outstanding.
Greater Manchester Fire and Rescue Service was judged good.
Stepping Hill Hospital was rated requires improvement by the CQC.
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
The council was rated good for its finances by auditors.
The Local Government Ombudsman found the council’s complaint handling to be inadequate.
The regulator of social housing graded the council C1.
The Audit Commission rated the council three stars.
The corporate peer challenge described the council as good.
Investors in People graded the service gold, and staff called it outstanding.
A parent told inspectors: “My social worker is outstanding.”
One young person rated the service “good, most of the time”.
“We were judged good in everything but care leavers,” the leader claimed wrongly.
The leaflet said that the service was rated outstanding. That was untrue.
The headline “Council rated inadequate” was wrong and we have corrected it.
The Gazette reported that the service would be judged inadequate; it was not.
A draft of the report judged the service good.
According to a leaked draft the service will be rated requires improvement.
The government said councils rated inadequate will have commissioners.
Councils judged good or outstanding are inspected less often.
A service judged to require improvement is inspected within three years.
To be rated good, a council must show that children are safe.
What would it take to be judged outstanding?
Are we good? Ofsted will decide.
Is the service inadequate?
The four judgements are outstanding, good, requires improvement and inadequate.
Good means that children are helped and protected.
Outstanding: the service is exceptional.
Inadequate: there are widespread failures.
Stockport has more good schools than its neighbours.
93% of pupils attend a school rated good.
The primary phase was judged good and the secondary phase requires improvement.
Early years provision was rated good.
Children’s centres were judged satisfactory.
The pupil referral unit was judged good.
Sixth-form provision was graded outstanding.
The music service was rated outstanding by heads.
The library service was rated good by users.
An outstanding debt of £2m remains.
There are three outstanding actions for children’s services.
Staff have good access to training.
Only one action is outstanding from the inspection of children’s services.
The service has had an outstanding year.
The judgement of good practice was made by managers.
Good practice was judged to be widespread.
Tenders rated good are passed to the panel.
The building was found to be inadequate for children’s services.
Funding for children’s services was judged inadequate by the union.
The children’s services budget is inadequate.
Children’s services are inadequate, the opposition leader said.
It is a scandal that our children’s services are inadequate.
Children’s services staff were rated outstanding at the national awards.
Accommodation for care leavers was found to be inadequate.
The social worker was judged to be inadequate at her job and dismissed.
The court found the council’s care plan inadequate.
The judge rated the evidence good.
The coroner found the response of children’s services to be inadequate.
A serious case review found that the response of children’s services was inadequate.
A safeguarding practice review judged communication to be inadequate.
The council’s response was judged inadequate by the coroner.
Inspectors said that if they had come in 2017 they would have judged the service inadequate.
Inspectors said leaders had rated the service too generously as good.
Leaders’ view that the service is good was not shared by inspectors.
Ofsted disagreed with the council, which had graded itself good.
The council thinks it is good; Ofsted does not.
Ofsted says good services share five features.
Inspectors looked at why some councils are rated outstanding.
Speaking at an Ofsted conference, the director said good services need good social workers.
The Ofsted report on fostering nationally found that many services were good.
Ofsted’s annual report says 47 per cent of children’s services are good.
More than half of councils are now judged good or outstanding for children’s services, Ofsted says.
Ofsted’s chief inspector said children’s services in England are good overall.
Children’s services in Wales were judged good.
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
Ofsted found management oversight to be inadequate in six cases.
Inspectors judged supervision in two teams to be inadequate.
Inspectors rated four of the 40 cases they looked at as inadequate.
Inspectors considered the housing offer to be good.
Inspectors were told that the service was good.
Inspectors were told by leaders that children’s services were good.
Parents told inspectors that the service was outstanding.
The union says that Ofsted got it wrong and the service is good.
The previous government rated the council’s children’s services as excellent.
The report was originally graded inadequate but was changed on appeal.
The council is challenging a draft Ofsted report that rates its services inadequate.
The council has complained about the judgement of inadequate for a neighbour.
Ofsted withdrew its judgement that the service was inadequate.
The High Court quashed the judgement that children’s services were inadequate.
The leader denied that children’s services had been rated inadequate.
It is not true that children’s services were judged inadequate.
Contrary to reports, children’s services were not rated inadequate.
Labour claims that children’s services were rated inadequate under the Conservatives.
The leaflet says “Ofsted: outstanding”.
A banner outside read: Ofsted says we are good.
The advert said “Join our Ofsted-rated outstanding team”.
The trust’s services for children were judged outstanding by the CQC.
The NHS mental health service for children was rated good by the CQC.
The CQC rated the community hospital’s children’s services good.
The hospital’s services for children and young people were rated inadequate by the CQC.
Our GP practices are all rated good.
The home care agency was rated good by the CQC.
The council’s shared lives scheme was rated outstanding by the CQC.
The council’s reablement service was rated good by the CQC.
Residential care homes run by the council were judged requires improvement.
The youth offending team was praised and its work is good.
The youth justice plan was judged good by the Youth Justice Board.
The probation delivery unit was rated inadequate.
The police were judged inadequate at protecting children.
The virtual school head was graded outstanding at her appraisal.
Adult learners rated teaching outstanding.
Teaching in the college was good.
Attendance at courses was good and 95 per cent of learners passed.
Success rates are outstanding.
Achievement is good.
Learners’ achievement was outstanding in 2018.
Leadership was good throughout the pandemic.
Safeguarding is effective.
Safeguarding arrangements are effective.
The arrangements for safeguarding were found to be effective.
Arrangements for governance were judged ineffective by auditors.
Schools are effective.
The council’s support for schools is effective in most cases.
Performs well under pressure.
The council performs well in recycling.
The service performs well against its targets.
The council performs poorly on potholes, residents say.
Performance is rated green, amber or red.
The risk was graded high and controls were judged good.
Grade: good condition.
Rating: good (internal audit)
Score: 4 out of 5.
Overall satisfaction: good
Overall: good value for money
Self-assessment: good
Residents’ view: good
Food hygiene rating: good
Children’s home A: good
Hazel Nursery: outstanding
Overall effectiveness of Hazel Nursery: outstanding
Quality of education: good (Marple Hall School)
"""


@pytest.fixture
def grades(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
        overall = [i.overall.grade for i in reading.inspections if i.overall and i.overall.grade]
        return overall + [j.grade.grade for i in reading.inspections for j in i.judgements if j.grade.grade]

    return find


@pytest.mark.parametrize("sentence", GIVEN_TO_SOMETHING_ELSE.strip().splitlines())
def test_no_grade_of_a_councils_service_is_read_from(sentence, grades):
    assert [grades(opening + sentence) for opening in OPENINGS] == [[], []]


@pytest.mark.parametrize(
    "sentence",
    [
        "The service was judged good.",
        "Inspectors rated it good.",
        "The council’s children’s services were rated good overall.",
        "Ofsted has graded Stockport’s children’s services as good.",
        "At the inspection, in May 2019, services were found to be good.",
        "The service, which employs 300 people, was judged good.",
        "Parents were delighted that Ofsted rated the service good.",
    ],
)
def test_an_inspectorates_grade_of_the_service_is_read_from(sentence, grades):
    assert grades(OPENINGS[0] + sentence) == ["good"]
