"""Words that judge with the words of a grade and are none: hopes, denials, counts and general rules."""

import pytest

from tests.reading.given import OPENINGS, given, reading_of

NOT_GIVEN_AT_ALL = """
Ofsted has not rated the service inadequate.
Nobody judged the service to be outstanding.
The service could be judged inadequate if nothing changes.
Had inspectors come in March the service would have been rated inadequate.
The service narrowly missed being judged outstanding.
The service was nearly rated good.
Inspectors stopped short of judging the service inadequate.
The council expects to be judged good in 2021.
The council is on course to be rated good.
Of the 12 cases audited, three were judged inadequate.
In 20 cases practice was graded good.
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
Tenders rated good are passed to the panel.
Inspectors said that if they had come in 2017 they would have judged the service inadequate.
Ofsted says good services share five features.
Inspectors looked at why some councils are rated outstanding.
Speaking at an Ofsted conference, the director said good services need good social workers.
The Ofsted report on fostering nationally found that many services were good.
Ofsted’s annual report says 47 per cent of children’s services are good.
More than half of councils are now judged good or outstanding for children’s services, Ofsted says.
Ofsted’s chief inspector said children’s services in England are good overall.
Children’s services in Wales were judged good.
Ofsted found management oversight to be inadequate in six cases.
Inspectors judged supervision in two teams to be inadequate.
Inspectors rated four of the 40 cases they looked at as inadequate.
The report was originally graded inadequate but was changed on appeal.
The council is challenging a draft Ofsted report that rates its services inadequate.
The council has complained about the judgement of inadequate for a neighbour.
Ofsted withdrew its judgement that the service was inadequate.
The High Court quashed the judgement that children’s services were inadequate.
The leader denied that children’s services had been rated inadequate.
It is not true that children’s services were judged inadequate.
Contrary to reports, children’s services were not rated inadequate.
Labour claims that children’s services were rated inadequate under the Conservatives.
The council’s support for schools is effective in most cases.
Performance is rated green, amber or red.
"""


@pytest.mark.parametrize("sentence", NOT_GIVEN_AT_ALL.strip().splitlines())
def test_no_grade_is_read_from_what_was_hoped_denied_or_said_of_all(sentence, catalogue):
    assert [given(reading_of(opening + sentence, catalogue)) for opening in OPENINGS] == [[], []]


@pytest.mark.parametrize(
    "sentence",
    [
        "The service was judged good.",
        "At the inspection, in May 2019, services were found to be good.",
    ],
)
def test_what_was_found_is_read_from(sentence, catalogue):
    assert given(reading_of(OPENINGS[0] + sentence, catalogue)) == ["good"]
