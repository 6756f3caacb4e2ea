"""What only sounds like a grade: every sentence on a page of its own, and none of them gives one."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

DAYS = {"16": "14 June 2016", "19": "14 June 2019", "24": "14 June 2024", "25": "14 June 2025"}


@pytest.mark.parametrize(
    ("year", "sentence"),
    [
        ("16", "The Leeds Safeguarding Children Board rated its own work good."),
        ("19", "Ofsted downgraded a Leeds nursery run by children’s services from good to inadequate."),
        ("19", "In mock inspections children’s services in Leeds were rated good."),
        ("19", "According to a leaked draft, Ofsted will rate Leeds City Council’s children’s services as inadequate."),
        ("19", "Leeds’s children’s services improvement plan aims for an Ofsted rating of good by 2021."),
        ("19", "Ofsted found that early help in Leeds was good and that children’s services were improving."),
        ("19", "Leeds City Council’s children’s services were inadequate, says the opposition leader."),
        ("19", "The review by Dame Clare found children’s services in Leeds to be inadequate."),
        ("19", "A serious case review found that children’s services in Leeds had been inadequate."),
        ("19", "A judge has ruled that support from children’s services in Leeds was inadequate."),
        ("19", "The ombudsman found Leeds City Council’s children’s services response inadequate."),
        ("19", "Auditors rated the controls in children’s services at Leeds City Council as inadequate."),
        ("19", "Leeds City Council says Ofsted was wrong to call its children’s services inadequate."),
        ("19", "Campaigners want Ofsted to rate children’s services in Leeds as inadequate."),
        ("19", "Leeds City Council’s children’s services are expected to be rated good by Ofsted."),
        ("19", "If children’s services in Leeds are rated inadequate by Ofsted, a commissioner will be sent in."),
        ("19", "Leeds children’s services are a good example, Ofsted said."),
        ("19", "Ofsted judged the premises used by children’s services in Leeds to be inadequate."),
        ("19", "Staffing levels in Leeds children’s services are inadequate, Ofsted has been told."),
        ("19", "Ofsted found the record keeping of Leeds children’s services inadequate in eight cases."),
        ("19", "Ofsted rated the training of foster carers in Leeds outstanding."),
        ("19", "The Ofsted inspector described one social worker in Leeds children’s services as outstanding."),
        ("19", "Outstanding work by children’s services in Leeds was praised by Ofsted."),
        ("19", "Leeds MP calls on Ofsted to inspect inadequate children’s services."),
        ("19", "Only one in five councils inspected like Leeds had children’s services rated outstanding by Ofsted."),
        ("19", "The Leeds-based charity Kidz, which works with children’s services, was rated outstanding by Ofsted."),
        ("19", "The Leeds firm that runs children’s services in Slough was rated inadequate by Ofsted."),
        ("19", "Ofsted’s Leeds office has rated children’s services in eleven councils good."),
        ("19", "Had it not been for children’s services in Leeds, Ofsted would have rated the partnership inadequate."),
        ("19", "Leeds City Council’s children’s services have not been rated good by Ofsted since 2011."),
        ("19", "Leeds hopes that Ofsted will rate its children’s services good."),
        ("19", "Ofsted will decide whether children’s services in Leeds are still inadequate."),
        ("19", "Leeds City Council’s children’s services avoided being rated inadequate by Ofsted."),
        ("19", "Inspectors from Ofsted warned that Leeds children’s services could be judged inadequate."),
        ("19", "Leeds, whose neighbour’s children’s services were judged inadequate by Ofsted, is waiting."),
        ("19", "The Leeds director came from a council whose children’s services were rated outstanding by Ofsted."),
        ("19", "Leeds is being helped by a council whose children’s services are rated outstanding by Ofsted."),
        ("19", "The new director of children’s services in Leeds previously led services rated outstanding by Ofsted."),
        ("19", "Ofsted rated nine in ten nurseries in Leeds good or outstanding."),
        ("19", "A Leeds children’s home was rated inadequate by Ofsted."),
        ("19", "A private fostering agency in Leeds has been rated outstanding by Ofsted."),
        ("19", "The Leeds adoption charity was rated outstanding by Ofsted."),
        ("19", "Union members in Leeds said children’s services were inadequate."),
        ("19", "Parents in Leeds rated the council’s children’s services as good in a survey."),
        ("19", "Ofsted has said Leeds is making good progress in its children’s services."),
        ("19", "An improvement board will remain until Ofsted judges children’s services in Leeds good."),
        ("19", "Ofsted found good examples of children’s services work in Leeds."),
        ("19", "Had Ofsted inspected children’s services in Leeds last year it would have judged them inadequate."),
        ("19", "Leeds City Council disputes an Ofsted draft report rating its children’s services inadequate."),
        ("19", "Leeds children’s services must not be judged inadequate again by Ofsted, the minister said."),
        ("19", "The Leeds police were rated inadequate at protecting children by HMICFRS."),
        ("19", "The hospital trust in Leeds had its children’s services rated good by CQC."),
        ("19", "A Leeds care home was rated inadequate by the Care Quality Commission."),
        ("19", "Ofsted rated services in Leeds’ neighbour inadequate."),
        ("24", "HMI Probation rated the Leeds probation delivery unit as inadequate, and looked at youth justice too."),
        ("24", "Leeds Youth Justice Service won an outstanding achievement award."),
        ("24", "A Leeds magistrate called the youth justice service outstanding."),
        ("24", "The home care service run by Leeds City Council was rated good by CQC."),
        ("24", "CQC’s pilot gave Leeds City Council an indicative rating of good for adult social care."),
        ("24", "The Leeds youth justice partnership in its self-assessment rated itself good."),
        (
            "25",
            "The CQC rated a Leeds hospital good, and adult social care at Leeds City Council will be assessed next.",
        ),
        ("25", "Leeds City Council expects the CQC to rate its adult social care as requires improvement."),
    ],
)
def test_it_is_no_grade(year, sentence, catalogue):
    page = f"News from the council\n\n{DAYS[year]}\n\n{sentence}\n\nThe staff is 3,000. Ofsted inspects councils.\n"
    inspections = read(hold_text("page.txt", page.encode(), Sidecar()), catalogue).inspections
    assert not any(i.overall or i.judgements for i in inspections)
