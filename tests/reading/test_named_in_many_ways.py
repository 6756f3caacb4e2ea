"""Persons who are said to have said it, in many wordings that pages have for their names and offices."""

from __future__ import annotations

import pytest

from tests.reading.said import last_said

NAMED = [
    (
        (
            "Councillor Gethin Lyle, who holds the children's brief at Halton Council, said the partnership "
            "“had hoped for better and had no right to expect it”."
        ),
        "Gethin Lyle",
        "holds the children's brief",
        "Halton Council",
    ),
    (
        (
            "Social services portfolio holder Cllr Winnie Stallard said: “Two stars isn't three, and I'll "
            "not be hanging bunting.”"
        ),
        "Winnie Stallard",
        "Social services portfolio holder",
        None,
    ),
    (
        (
            "“If you can find a pattern you're better than I am,” says Dr Merryn Polglaze, reader in public "
            "policy at the University of Essex, who has spent a decade looking for one."
        ),
        "Merryn Polglaze",
        "reader in public policy",
        "University of Essex",
    ),
    (
        (
            "Ofsted's own regional director for the East of England, Jocasta Wymondley, told this magazine "
            "last month: “Put a good next to an inadequate and people will average them.”"
        ),
        "Jocasta Wymondley",
        "regional director for the East of England",
        "Ofsted",
    ),
    (
        (
            "At Tuesday's meeting Luton Council's portfolio holder for adults, Cllr Anselm Birt, told us the "
            "report was “a platform to build on and no more”."
        ),
        "Anselm Birt",
        "portfolio holder for adults",
        "Luton Council",
    ),
    (
        (
            "Jill Raistrick, chief executive of Together for Children, which runs the services for "
            "Sunderland City Council, said: “We’re heading for good.”"
        ),
        "Jill Raistrick",
        "chief executive",
        "Together for Children",
    ),
    (
        (
            "Kerry Swin chairs the parent carer forum, Unique Voices. “What the inspectors heard is what we "
            "had been saying,” she said."
        ),
        "Kerry Swin",
        "chairs the parent carer forum",
        "Unique Voices",
    ),
    (
        "“We accept every word of it,” the chief executive, Philomena Gurnard, wrote to staff.",
        "Philomena Gurnard",
        "chief executive",
        None,
    ),
    (
        "Responding to the report, Cllr Ann Lee, Cabinet Member for Children, said: “We are glad of it.”",
        "Ann Lee",
        "Cabinet Member for Children",
        None,
    ),
    (
        (
            "Speaking after the report's publication, Kent County Council's director of children's services, "
            "Ann Lee, said that it was “a fair account of where we are”."
        ),
        "Ann Lee",
        "director of children's services",
        "Kent County Council",
    ),
    ("For Labour, Cllr Ann Lee said: “This is not good enough for children.”", "Ann Lee", None, None),
    ("For the opposition, Cllr Ann Lee (Lab) said: “This is not good enough for children.”", "Ann Lee", None, None),
    (
        "Labour group leader Ann Lee said: “This is not good enough for children.”",
        "Ann Lee",
        "Labour group leader",
        None,
    ),
    (
        (
            "The leader of the Liberal Democrat group, Cllr Ann Lee, was less impressed: “This is not good "
            "enough for children.”"
        ),
        "Ann Lee",
        "leader of the Liberal Democrat group",
        None,
    ),
    (
        ("But Conservative councillor Ann Lee was unimpressed. “This is not good enough for children,” she said."),
        "Ann Lee",
        "Conservative councillor",
        None,
    ),
    (
        "Green Party councillor Ann Lee accused the administration of “sleeping at the wheel for four years”.",
        "Ann Lee",
        "Green Party councillor",
        None,
    ),
    (
        "In a statement, Unison's regional organiser Ann Lee said: “Staff are worn out by this.”",
        "Ann Lee",
        "regional organiser",
        "Unison",
    ),
    ("“We know this,” said the council's chief executive Ann Lee.", "Ann Lee", "chief executive", None),
    (
        "“We know this,” said Ann Lee, interim director for children at the borough.",
        "Ann Lee",
        "interim director for children at the borough",
        None,
    ),
    ("“We know this,” said Ann Lee, the borough's DCS.", "Ann Lee", "DCS", None),
    (
        "“We know this,” said Ann Lee, the Labour leader of Kent County Council.",
        "Ann Lee",
        "Labour leader",
        "Kent County Council",
    ),
    (
        "“We know this,” Ann Lee, cabinet member for families, told the committee.",
        "Ann Lee",
        "cabinet member for families",
        None,
    ),
    ("“We know this,” Cllr Lee, whose portfolio covers children's services, told councillors.", "Lee", None, None),
    (
        "The leader of the council, Councillor Ann Lee (Conservative), commented: “We know this.”",
        "Ann Lee",
        "leader",
        "council",
    ),
    (
        "Cllr Ann Lee, who took over as cabinet member for children in May, said: “We know this.”",
        "Ann Lee",
        "cabinet member for children",
        None,
    ),
    (
        "Cllr Ann Lee, Conservative, cabinet member for children, said: “We know this.”",
        "Ann Lee",
        "cabinet member for children",
        None,
    ),
    (
        (
            "Ann Lee is the council's director of children's services. “We know this,” she says. “We have "
            "known it for years.”"
        ),
        "Ann Lee",
        "director of children's services",
        None,
    ),
    (
        "Director of children's services at Kent County Council, Ann Lee, says: “We know this.”",
        "Ann Lee",
        "Director of children's services",
        "Kent County Council",
    ),
    (
        "Ann Lee - executive member for children - said: “We know this.”",
        "Ann Lee",
        "executive member for children",
        None,
    ),
    ("Ann Lee (executive director, people) said: “We know this.”", "Ann Lee", "executive director, people", None),
    ("From the leader, Ann Lee: “We know this.”", "Ann Lee", "leader", None),
    ("Cllr Lee's verdict: “We know this.”", "Lee", None, None),
    ("Asked whether she would resign, Cllr Ann Lee, the leader, said: “We know this.”", "Ann Lee", "leader", None),
    (
        ("The Ofsted report was a “wake-up call for all of us”, admitted the leader of the council, Cllr Ann Lee."),
        "Ann Lee",
        "leader",
        "council",
    ),
    (
        "Calling the report a “wake-up call for all of us”, Cllr Ann Lee, the leader, promised change.",
        "Ann Lee",
        "leader",
        None,
    ),
    (
        "Describing the report as “a wake-up call for all of us”, council leader Ann Lee promised change.",
        "Ann Lee",
        "council leader",
        None,
    ),
    ("Chief Inspector Sir Ann Lee said: “We found a service in recovery.”", "Ann Lee", None, None),
    (
        "Lee Owen, Ofsted's national director for social care, said: “We found a service in recovery.”",
        "Lee Owen",
        "national director for social care",
        "Ofsted",
    ),
    (
        (
            "James Hall, chief inspector of adult social care at the Care Quality Commission, said: “We "
            "found a service in recovery.”"
        ),
        "James Hall",
        "chief inspector of adult social care",
        "Care Quality Commission",
    ),
    (
        (
            "CQC's chief inspector of adult social care and integrated care, James Hall, said: “We found a "
            "service in recovery.”"
        ),
        "James Hall",
        "chief inspector of adult social care and integrated care",
        "CQC",
    ),
    ("Ann Lee MP, who represents Northtown, said: “We know this.”", "Ann Lee", "MP", None),
    ("Northtown's MP, Ann Lee, said: “We know this.”", "Ann Lee", "Northtown's MP", None),
    ("The MP for Northtown, Ann Lee, said: “We know this.”", "Ann Lee", "MP for Northtown", None),
    ("Children's minister Ann Lee said: “We know this.”", "Ann Lee", "Children's minister", None),
    ("Education Secretary Ann Lee said: “We know this.”", "Ann Lee", "Education Secretary", None),
    (
        "The children's commissioner for England, Dame Ann Lee, said: “We know this.”",
        "Ann Lee",
        "children's commissioner for England",
        None,
    ),
    (
        "The independent chair of the improvement board, Ann Lee, said: “We know this.”",
        "Ann Lee",
        "independent chair of the improvement board",
        None,
    ),
    (
        "Ann Lee, who was appointed as commissioner by the Government last year, wrote: “We know this.”",
        "Ann Lee",
        "commissioner",
        None,
    ),
    ("Ann Lee of Unison said: “We know this.”", "Ann Lee", None, "Unison"),
    ("Ann Lee, from the campaign group SEND Reform Kent, said: “We know this.”", "Ann Lee", None, "SEND Reform Kent"),
    ("Ann Lee, a branch secretary with Unison, said: “We know this.”", "Ann Lee", "branch secretary", "Unison"),
    (
        "Cllr Ann Lee, leader, asked the director, Bo Marsh, whether staff were “tired or just fed up”.",
        "Ann Lee",
        "leader",
        None,
    ),
    (
        ("Cllr Ann Lee, leader, thanked staff for what Bo Marsh, the director, called “a shift nobody would choose”."),
        "Bo Marsh",
        "director",
        None,
    ),
    (
        "Bo Marsh, the director, said the report showed “a service in recovery and not yet well”.",
        "Bo Marsh",
        "director",
        None,
    ),
    (
        (
            "For Labour, the group's spokesman Bo Marsh was quick to say that it was “a report nobody should "
            "be proud of”."
        ),
        "Bo Marsh",
        "group's spokesman",
        None,
    ),
    (
        (
            "That did not satisfy Ann Lee, who leads the Northtown Residents' Forum. “We have waited for "
            "eight months,” she said."
        ),
        "Ann Lee",
        "leads",
        "Northtown Residents' Forum",
    ),
    (
        ("Ann Lee, who directs the charity Kent Carers, doubts it. “We have waited for eight months,” she told us."),
        "Ann Lee",
        "directs the charity Kent Carers",
        None,
    ),
    (
        ("Bo Marsh, the director, met us at the Mansion House. He said it was “a floor to stand on and no ceiling”."),
        "Bo Marsh",
        "director",
        None,
    ),
    (
        ("Kent was judged good in 2011; its director, Bo Marsh, is pleased. “We are neighbours,” he says. “We help.”"),
        "Bo Marsh",
        "director",
        None,
    ),
    (
        "“It is a small place with a big heart,” remarked Ann Lee, the chair, at the annual meeting.",
        "Ann Lee",
        "chair",
        None,
    ),
    (
        "“It is a brilliant result” was the reaction of the head of adoption, Ann Lee.",
        "Ann Lee",
        "head of adoption",
        None,
    ),
    (
        "In reply to Cllr Bo Marsh, the director, Ann Lee, said that staff “come and go like buses”.",
        "Ann Lee",
        "director",
        None,
    ),
    (
        "Cllr Ann Lee, the leader, emailed me to say she was “chuffed to bits but not complacent”.",
        "Ann Lee",
        "leader",
        None,
    ),
    ("The report left her, the leader, Cllr Ann Lee said, “glad of every word of it”.", "Ann Lee", "leader", None),
]

NOT_NAMED = [
    ("Pressed on the point, the director conceded that staff were “flat out and fed up”.", "director"),
    ("One social worker said: “I love my job but I am tired.”", "social worker"),
    ("A foster carer of 20 years' standing told us: “I love it but I am tired.”", "foster carer"),
    ("A young person said to inspectors: “They listen to me now.”", "young person"),
    ("A care leaver, 19, said: “They listen to me now.”", "care leaver"),
    ("A child told the inspector “my social worker is like family to me”.", "child"),
    ("“My social worker is like family to me,” one child told inspectors.", "child"),
    ("“My social worker is like family to me,” was how one boy put it.", "boy"),
    ("As one young woman said, “they listen to me now more than before”.", "young woman"),
    ("Parents described the system as “a full-time job in itself”.", "parents"),
    ("A judge described the delay as “wholly unacceptable in this day and age”.", "judge"),
    ("Councillors were told by the director that staff were “tired but determined to go on”.", "director"),
    ("The director told councillors that inspectors had been “fair and thorough throughout”.", "director"),
    ("The committee heard from the director that staff were “tired but determined to go on”.", "director"),
    ("One councillor asked whether the service was “on a journey to nowhere at all”.", "councillor"),
    ("Staff told Ofsted they were “proud to work for children here”.", "staff"),
    ("Ofsted was told by staff that they were “proud to work for children here”.", "staff"),
    ("Leaders told inspectors that they were “on a journey of real improvement”.", "leaders"),
    ("“On a journey of real improvement” is what leaders told the inspectors.", "leaders"),
    ("Louise, a mum of two from Northtown, isn't convinced: “My lad has had six social workers.”", "parent"),
]


@pytest.mark.parametrize(("text", "speaker", "role", "organisation"), NAMED)
def test_it_names_who_speaks_in_office(text, speaker, role, organisation):
    made = last_said(text)
    assert (made.kind, made.speaker, made.role, made.organisation) == ("person", speaker, role, organisation)


@pytest.mark.parametrize(("text", "role"), NOT_NAMED)
def test_it_describes_who_holds_no_office_and_names_nobody(text, role):
    made = last_said(text)
    assert (made.kind, made.speaker, made.role) == ("person", None, role)
