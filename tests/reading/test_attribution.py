"""Who is said to have said a quotation, in the words of many kinds of page."""

from __future__ import annotations

import pytest

from inspections.catalogue import load
from inspections.reading.document import Document
from inspections.reading.facts import Held
from inspections.reading.people import object_of, subject
from inspections.reading.quotations import quotations
from inspections.reading.speakers import attribute
from inspections.reading.speakers.attribution import Attribution


def said(text: str) -> list[Attribution]:
    held = Document(Held(name="x.txt", media_type="text/plain", sha256="", text=text))
    return attribute(held, quotations(held.text, held.body))


@pytest.mark.parametrize(
    ("text", "kind", "speaker", "role"),
    [
        (
            "Cllr Ann Lee, cabinet member for children, said: “We are glad of it.”",
            "person",
            "Ann Lee",
            "cabinet member for children",
        ),
        ("“We are glad of it,” said Ann Lee, the council’s leader.", "person", "Ann Lee", "leader"),
        (
            "“We are glad of it,” admitted Ann Lee, who heads the partnership.",
            "person",
            "Ann Lee",
            "heads the partnership",
        ),
        (
            "Director of Children’s Services Ann Lee added: “We are glad of it.”",
            "person",
            "Ann Lee",
            "Director of Children’s Services",
        ),
        (
            "Chief Inspector of Probation Ann Lee said: “We are glad of it.”",
            "person",
            "Ann Lee",
            "Chief Inspector of Probation",
        ),
        (
            "Cllr Ann Lee (Lab, Northtown), portfolio holder, said: “We are glad of it.”",
            "person",
            "Ann Lee",
            "portfolio holder",
        ),
        ("One parent told inspectors: “We are glad of it.”", "person", None, "parent"),
        ("A mother said: “We are glad of it.”", "person", None, "parent"),
        ("Kayleigh, 34, told this paper: “We are glad of it.”", "person", None, None),
        ("Jane Doe, a mother of two, said: “We are glad of it.”", "person", None, "parent"),
        ("Young people told inspectors that they felt “listened to but not heard”.", "person", None, "young people"),
        ("A spokesman for Kent Police, which helped, said: “We are glad of it.”", "organisation", None, "spokesman"),
        ("“Plans are read by children,” write the inspectors.", "report", None, None),
        ("The letter, published on Monday, says that plans are “late and thin at best”.", "report", None, None),
        ("Plans are “late and thin at best”, inspectors said in a letter.", "report", None, None),
        ("In the words of the report: “Plans are late and thin.”", "report", None, None),
        ("The commissioners’ report called the money “gone and not coming back”.", "unstated", None, None),
        ("A third “could not say when”, a phrase taken from a survey.", "unstated", None, None),
        ("Members asked about the term “edge of care plans” again.", "unstated", None, None),
    ],
)
def test_the_nearest_clause(text: str, kind: str, speaker: str | None, role: str | None) -> None:
    made = said(text)[0]
    assert (made.kind, made.speaker, made.role) == (kind, speaker, role)


def test_a_pronoun_is_the_person_last_named_in_the_paragraph() -> None:
    made = said(
        "Council leader Ann Lee said: “We did it.”\n\n"
        "But Cllr Bo Marsh, leader of the opposition, said it was nothing to boast of. “A child waits,” he said."
    )
    assert [m.speaker for m in made] == ["Ann Lee", "Bo Marsh"]


def test_a_pronoun_never_reaches_past_another_name() -> None:
    made = said(
        "Council leader Ann Lee said: “We did it.”\n\nBo Marsh of Anytown saw it too. “A child waits,” he said."
    )
    assert made[1].speaker != "Ann Lee"


def test_a_quotation_goes_on_after_the_clause_that_breaks_it() -> None:
    made = said("“We are not there,” admitted Ann Lee, who heads the team. “But nobody could say we stand still.”")
    assert made[1].continues and made[1].speaker == "Ann Lee"


def test_an_office_is_looked_up_among_those_present() -> None:
    made = said(
        "In attendance: Ms Ann Lee, Executive Director; Mr Bo Marsh, Head of Quality.\n\n"
        "The Executive Director replied that “it will not be a day longer than need be”."
    )
    assert made[0].speaker == "Ann Lee"


def test_what_a_page_takes_back_is_disowned() -> None:
    made = said(
        "Our leaflet told residents that Ofsted had called it “a shambles all through”. No Ofsted report says that."
    )
    assert made[0].disowned
    kept = said("The report says: “Plans do not say what must change.” It is blunt.")
    assert not kept[0].disowned


@pytest.mark.parametrize(
    "words", ["the work of Ann Lee", "in North Somerset", "", "children’s services", "a letter and"]
)
def test_no_subject(words: str) -> None:
    found = subject(words, load())
    assert found is None or found.name is None


def test_object_is_cut_from_what_trails_it() -> None:
    found = object_of("Ann Lee, the chief executive, at a meeting on Tuesday", load())
    assert found is not None and (found.name, found.role) == ("Ann Lee", "chief executive")


@pytest.mark.parametrize(
    ("text", "kind", "speaker", "role"),
    [
        ("The letter puts it plainly: “Referrals are counted and not read.”", "report", None, None),
        ("The inspectors’ letter is short: “Nobody is seen in time.”", "report", None, None),
        ("In it, a young person sums us up: “They ask, and then they do the thing.”", "person", None, "young person"),
        ("From Ann Lee, Director of Education: “Thank you, all of you.”", "person", "Ann Lee", "Director of Education"),
        ("A message from the leader, Cllr Ann Lee: “Thank you, all of you.”", "person", "Ann Lee", "leader"),
        ("Governors value the training and describe it as “clear and to the point”.", "person", None, "governors"),
        ("Inspectors did, however, commend “a clear-sighted and stable team”.", "report", None, None),
        ("The letter that followed said that it had begun, “though from a low base”.", "report", None, None),
        ("Cllr Ann Lee, who speaks for the town, said: “Good.”", "person", "Ann Lee", "speaks for the town"),
        ("Cllr Ann Lee, who was there, said: “We are glad of it.”", "person", "Ann Lee", None),
        ("Ann Lee, who manages it and was at Kent Council, said: “Good.”", "person", "Ann Lee", "manages it"),
        ("Ann Lee, whose eight-year-old son has no school, said: “It is a polite word.”", "person", None, "parent"),
        ("Ann Lee, who lives next door, said: “It is a polite word for it.”", "person", None, None),
    ],
)  # fmt: skip
def test_words_that_lead_to_a_quotation(text: str, kind: str, speaker: str | None, role: str | None) -> None:
    found = said(text)[0]
    assert (found.kind, found.speaker, found.role) == (kind, speaker, role)


def test_who_is_never_somebody_named_before() -> None:
    text = "Cllr Ann Lee, the leader, said: “We know.”\n\nSomebody there, who spoke up, said: “You do not know.”"
    assert said(text)[1].speaker is None


def test_he_is_the_one_told_of_without_words_of_saying() -> None:
    text = (
        "Some parents said: “We still wait for a place.”\n\n"
        "Kent County Council’s cabinet member for children, Cllr Joe Day, apologised. “I am sorry,” he said."
    )
    assert (said(text)[1].speaker, said(text)[1].role) == ("Joe Day", "cabinet member for children")


def test_he_is_the_one_the_writer_asked() -> None:
    text = "I put all this to the leader, Cllr Joe Day. He wrote back: “I never said that we were ready.”"
    assert said(text)[0].speaker == "Joe Day"


@pytest.mark.parametrize(
    "text",
    [
        "The report does not put it so: “The council is in ruins and always was.”",
        "The review was short and a man I met in town said: “The council is in ruins.”",
        "What the report was called in the town was “a whitewash from end to end”.",
    ],
)
def test_a_report_has_no_words_that_it_is_not_said_to_have(text: str) -> None:
    assert said(text)[0].kind != "report"


def test_other_marks_begin_another_quotation() -> None:
    text = "‘Carers would recommend us to a friend,’ the inspectors write. “Children know their rights and use them.”"
    assert not said(text)[1].continues


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The council was described as “a ship without a rudder”.", "unstated"),
        ("Cllr Ann Lee was called “a disgrace to the town” in the street.", "unstated"),
        ("Members were told that “nobody knows how many are waiting”.", "unstated"),
        ("The service was described by inspectors as “a ship without a rudder”.", "report"),
        ("Cllr Ann Lee was quoted as saying: “We are glad of it.”", "person"),
    ],
)
def test_what_is_described_does_not_speak(text: str, kind: str) -> None:
    assert said(text)[0].kind == kind


def test_a_report_that_has_just_spoken_describes() -> None:
    text = "Inspectors say that staff are “proud to work here”. The hub is described as “a place of calm”."
    assert [a.kind for a in said(text)] == ["report", "report"]


@pytest.mark.parametrize(
    "text",
    [
        "The leaflet has Ofsted saying that it “has turned its back on children”. We looked, and it isn't there.",
        "Ofsted called the council “hopeless, rudderless and late”, it says. Those words are in neither letter.",
        "The MP wrote that inspectors found “a service in chaos”. He has since withdrawn the remark.",
        "The paper says inspectors called the team “cruel and slow”. We are happy to make clear that they did not.",
        "Inspectors found “a service in chaos”, we were told. They said nothing of the sort.",
        "The councillor claimed the report said “nobody is safe here”. It does not say that.",
    ],
)
def test_it_disowns_words_that_nobody_wrote(text: str) -> None:
    assert said(text)[0].disowned


@pytest.mark.parametrize(
    ("text", "kind", "speaker", "organisation"),
    [
        ("The Kent NHS Trust, which helps, said it would “play its part”.", "organisation", None, "Kent NHS Trust"),
        ("NHS Greater Manchester said: “We accept the findings.”", "organisation", None, "NHS Greater Manchester"),
        ("The Parent Carer Forum said it was “not at all surprised”.", "organisation", None, "Parent Carer Forum"),
        ("“We know,” said director of children's services Ann Lee.", "person", "Ann Lee", None),
        ("“We're sorry.” That was the message from the leader, Ann Lee, last night.", "person", "Ann Lee", None),
        ("Opposition leader Cllr Ann Lee was less happy. “People knew what good was.”", "person", "Ann Lee", None),
        ("Cllr Ann Lee, the leader, held up the letter. “People knew what good was.”", "unstated", None, None),
        ("Cllr Ann Lee, the leader, read from the report. “Nobody knows them.”", "report", None, None),
        ("Cllr Ann Lee quoted the report: “Leaders know what to do.”", "report", None, None),
        ("“Leaders know what to do,” Cllr Ann Lee quoted the report as saying.", "report", None, None),
    ],
)  # fmt: skip
def test_who_speaks_and_for_whom(text: str, kind: str, speaker: str | None, organisation: str | None) -> None:
    found = said(text)[0]
    assert (found.kind, found.speaker, found.organisation) == (kind, speaker, organisation)


def test_a_sentence_broken_off_goes_on_with_its_own_subject() -> None:
    text = "The report - described by one councillor as “a hatchet job” - says “leaders know what to do”."
    assert [a.kind for a in said(text)] == ["person", "report"]


@pytest.mark.parametrize(
    ("text", "kind", "speaker", "role", "organisation"),
    [
        ("“They ring when they say,” said Ann Lee, from Armley.", "person", None, None, None),
        ("Ann (not her real name) said: “They ring when they say.”", "person", None, None, None),
        ("Mrs A. Lee, 71, who cares for her husband, said: “They ring.”", "person", None, None, None),
        ("“They ring.”\n\n– Cllr Ann Lee, leader of Leeds Council", "person", "Ann Lee", "leader", "Leeds Council"),
        ("Quote from Cllr Ann Lee, the leader:\n\n“They always ring.”", "person", "Ann Lee", "leader", None),
        ("“We agree,” said Ann Lee, chief nurse at NHS Leeds.", "person", "Ann Lee", "chief nurse", "NHS Leeds"),
        ("Labour's Ann Lee said it was “a day of shame for us all”.", "person", "Ann Lee", None, "Labour"),
        ("Inspectors heard from one child that “my worker knows me”.", "person", None, "child", None),
        ("The report quotes a tutor as saying “I am never alone”.", "person", None, "tutor", None),
        ("The council was asked to comment. “No comment,” it said.", "organisation", None, None, "the council"),
    ],
)  # fmt: skip
def test_names_are_kept_of_those_who_speak_in_office(
    text: str, kind: str, speaker: str | None, role: str | None, organisation: str | None
) -> None:
    found = said(text)[0]
    assert (found.kind, found.speaker, found.role, found.organisation) == (kind, speaker, role, organisation)


def test_it_is_no_report_after_a_sentence_of_the_council() -> None:
    text = "Ofsted wrote to Kent. Kent Council’s own services were not inspected.\n\n“We stand by the staff,” it said."
    assert said(text)[0].kind != "report"


def test_a_role_ends_with_its_clause() -> None:
    text = "Mrs Ann Lee, who runs York House, fell out with it and said inspectors had “got the wrong end of it”."
    assert said(text)[0].role == "runs York House"


@pytest.mark.parametrize(
    ("text", "kind", "speaker", "role", "organisation"),
    [
        ("Cllr Ann Lee, the leader, and Bo Marsh, chief executive, said: “We accept it.”", "person",
         "Ann Lee and Bo Marsh", "leader; chief executive", None),
        ("Council leader Ann Lee and director Bo Marsh said: “We accept it.”", "person",
         "Ann Lee and Bo Marsh", "Council leader; director", None),
        ("Mum-of-three Kelly, from Armley, whose son waited for an assessment, said: “I will believe it.”", "person",
         None, "parent", None),
        ("A mother of a disabled teenager, who gave no name, said: “I have given up.”", "person", None, "parent", None),
        ("Learner Sadiq, 42, told the Echo: “I came for the English.”", "person", None, "learner", None),
        ("“I nearly cried,” said tutor Ann Lee.", "person", "Ann Lee", "tutor", None),
        ("“I nearly cried,” said Ann Lee, a mum of two from Armley.", "person", None, "parent", None),
        ("One of our young people put it best: “They ask us first.”", "person", None, "young person", None),
        ("UNISON branch secretary Ann Lee said: “We saw it coming.”", "person", "Ann Lee",
         "branch secretary", "UNISON"),
        ("Ann Lee, regional secretary of the NASUWT, said: “We saw it coming.”", "person", "Ann Lee",
         "regional secretary", "NASUWT"),
        ("NSPCC head of policy Ann Lee said: “We saw it coming.”", "person", "Ann Lee", "head of policy", "NSPCC"),
        ("Kent’s MP, Ann Lee, said: “We saw it coming.”", "person", "Ann Lee", "Kent’s MP", None),
        ("Parents in Touch, the parent carer forum, said: “We were heard.”", "organisation", None, None,
         "Parents in Touch"),
        ("The Director of Education wrote to staff on 9 July, saying it was “a fair one”.", "person", None,
         "Director of Education", None),
        ("Ann Lee, chief nurse for NHS Cornwall and Isles of Scilly, said: “They are right.”", "person", "Ann Lee",
         "chief nurse", "NHS Cornwall and Isles of Scilly"),
        ("Question from Councillor Ann Lee: “When will it be done?”", "person", "Ann Lee", None, None),
    ],
)  # fmt: skip
def test_people_together_and_people_in_ordinary_offices(
    text: str, kind: str, speaker: str | None, role: str | None, organisation: str | None
) -> None:
    found = said(text)[0]
    assert (found.kind, found.speaker, found.role, found.organisation) == (kind, speaker, role, organisation)


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("Cllr Kate Day, the whip, said: “We know it.”\n\n“Parents deserve better,” said Kate.", "Kate Day", "whip"),
        ("Kelly, 34, a mother of two, said: “We know it.”\n\n“I rang for a week,” said Kelly.", None, "parent"),
        ("Ann Lee, leader, and Bo Day, clerk, said: “We know.”\n\n“It was late,” Mr Day added.", "Bo Day", "clerk"),
        ("Ann Lee, leader, and Bo Day, clerk, said: “We know.”\n\n“It was late,” she added.", None, None),
        ("A tutor told us: “I like it here.” Another said it was “a place of calm”.", None, "tutor"),
        (
            "Mr Day’s opposite number, Cllr Ann Lee, was less kind. “It is a shambles,” she said.",
            "Ann Lee",
            "opposite number",
        ),
    ],
)
def test_they_are_known_again(text: str, speaker: str | None, role: str | None) -> None:
    found = said(text)[-1]
    assert (found.kind, found.speaker, found.role) == ("person", speaker, role)


def test_the_director_is_not_a_deputy() -> None:
    text = (
        "Present: Cllr A Day (Chair), Cllr Mo Hill\n"
        "In attendance: Mr Bo Marsh, Director of Education; Ms Ann Lee, Assistant Director\n\n"
        "The Director replied that “all but two” were. The Chair said that it was “a list and no verdict”."
    )
    assert [(m.speaker, m.role) for m in said(text)] == [("Bo Marsh", "Director of Education"), ("A Day", "Chair")]


@pytest.mark.parametrize(
    "text",
    [
        "An earlier version of this story said that Ofsted had called services “cruel and in disarray”. We are sorry.",
        "Ofsted had called it “dangerous and in disarray”. Those words were used by a campaigner, not by Ofsted.",
        "The report calls it “dangerous and in disarray”, we wrote. The words were not those of the inspectors.",
        "Inspectors found “a service in chaos”. The remark should have been attributed to a parent.",
    ],
)
def test_a_correction_disowns_what_was_printed(text: str) -> None:
    assert said(text)[0].disowned


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("The report, published today, said", "report"),
        ("The report – published today – said", "report"),
        ("The findings, out this morning, said", "report"),
        ("Inspectors, led by a former director, said", "report"),
        ("Inspectors who wrote the report said", "report"),
        ("The letter to the council said", "report"),
        ("The council, which received the report today, said", "organisation"),
        ("The council, which inspectors visited in April, said", "organisation"),
        ("A mother whose son was named in the report said", "person"),
        ("The woman who leaked the letter said", "person"),
        ("Families named in the report said", "person"),
        ("The headteacher, whose letter to inspectors was leaked, said", "person"),
        ("Parents, who had met the inspectors, said", "person"),
        ("The union, which has seen the letter, said", "unstated"),
        ("Campaigners behind the report said", "unstated"),
        ("A source close to the inspectors said", "unstated"),
        ("The council’s response to the report said", "unstated"),
        ("Their reply to inspectors said", "unstated"),
    ],
)
def test_a_report_that_somebody_only_read_does_not_speak(words: str, kind: str) -> None:
    (made,) = said(f"{words}: “We are very glad of it.”")
    assert made.kind == kind


@pytest.mark.parametrize(
    ("text", "kind", "speaker", "role"),
    [
        ("Shadow member Ann Lee, who quit in protest in May, fumed: “Heads should roll for it.”", "person", "Ann Lee",
         "Shadow member"),
        ("Cllr Ann Lee, the leader, trumpeted: “We said so all along.”", "person", "Ann Lee", "leader"),
        ("Cllr Ann Lee (cabinet member for children) said: “We said so all along.”", "person", "Ann Lee",
         "cabinet member for children"),
        ("An inspection of the front door “found no areas for priority action”.", "report", None, None),
        ("The letter, which came in May, was short and found it “too slow”, a phrase that Cllr Lee liked.", "report",
         None, None),
    ],
)  # fmt: skip
def test_whatever_the_verb(text: str, kind: str, speaker: str | None, role: str | None) -> None:
    found = said(text)[0]
    assert (found.kind, found.speaker, found.role) == (kind, speaker, role)


def test_whoever_asks_a_question_does_not_answer_it() -> None:
    text = (
        "Present: Mr Bo Marsh, Head of Quality\n\nThe Head of Quality replied that demand had risen. In answer to a "
        "question from Councillor Day he said that the last one “measured our procedures and this our lives”."
    )
    assert said(text)[0].speaker == "Bo Marsh"


def test_whole_sentences_go_on_after_the_end_of_one() -> None:
    text = "Cllr Ann Lee, the leader, said she was “chuffed to bits” and had a message. “I was told it was a luxury.”"
    assert [m.speaker for m in said(text)] == ["Ann Lee", "Ann Lee"]
    other = "Cllr Ann Lee, the leader, said she was “chuffed to bits” by what a parent told her. “They ring us back.”"
    assert said(other)[1].speaker is None


def test_he_is_not_she() -> None:
    text = (
        "Ms Ann Lee, the director, said: “We had the data.”\n\nPressed by Cllr Bo Day, she said “nobody will be”.\n\n"
        "“So who carries the can?” he asked.\n\n“I do, I suppose,” she said."
    )
    assert [m.speaker for m in said(text)] == ["Ann Lee", "Ann Lee", None, "Ann Lee"]
    known = "Ann Lee, the director, said: “We had the data.” She added: “All of it.”\n\n“And who carries it?” he asked."
    assert said(known)[-1].speaker is None


@pytest.mark.parametrize(
    ("text", "kind", "role", "organisation"),
    [
        ("A social worker, speaking on condition of anonymity, said: “It is no use.”", "person", "social worker", None),
        ("The Chair, on behalf of the Committee, thanked all and said: “Let us go on.”", "person", "Chair", None),
        ("Becky, whose nine-year-old son is autistic, told us: “It is not news.”", "person", "parent", None),
        ("Her friend Joanne agreed: “I have a drawer full of letters.”", "person", None, None),
        ("Campaign group Families First Kent said in a post: “We are tired.”", "organisation", None,
         "Families First Kent"),
        ("The charity Home Start Kent said: “We are tired of being right.”", "organisation", None, "Home Start Kent"),
        ("A spokesman for Kent Council, whose letter is late, said it would “in time”.", "person", "spokesman",
         "Kent Council"),
    ],
)  # fmt: skip
def test_private_people_and_bodies_by_what_they_are(
    text: str, kind: str, role: str | None, organisation: str | None
) -> None:
    found = said(text)[0]
    assert (found.kind, found.speaker, found.role, found.organisation) == (kind, None, role, organisation)


def test_one_of_them_is_one_of_the_group_before() -> None:
    text = "Inspectors heard from unpaid carers who felt “left out of it all”. One said: “Nobody asked me.”"
    assert said(text)[1].role == "unpaid carer"


def test_a_shortened_title_ends_no_sentence() -> None:
    made = said("‘This is as good as it gets,’ said Coun. Ann Lee, lead member since 2005. ‘Nobody is perfect.’")
    assert [(m.speaker, m.role, m.continues) for m in made] == [
        ("Ann Lee", "lead member", False),
        ("Ann Lee", "lead member", True),
    ]


def test_whoever_is_told_does_not_speak() -> None:
    text = "The leader, Cllr Bo Day, said he was “very proud”. He told Radio Humberside on Tuesday: “It is a first.”"
    assert said(text)[-1].speaker == "Bo Day"


def test_another_quotation_is_no_continuation() -> None:
    made = said("Ann Lee, the MP, said it was “not good enough”, adding: “My postbag tells a different story.”")
    assert [(m.speaker, m.continues) for m in made] == [("Ann Lee", False), ("Ann Lee", False)]


@pytest.mark.parametrize(
    ("text", "speaker", "role", "organisation"),
    [
        ("Director of Education Ann Lee MBE said: “We know we must.”", "Ann Lee", "Director of Education", None),
        ("Ann Lee OBE, the chair, said: “We know we must.”", "Ann Lee", "chair", None),
        ("Ann Lee MP said: “We know we must.”", "Ann Lee", "MP", None),
        ("Ann Lee, Cabinet Member, who was appointed in May, said: “We must.”", "Ann Lee", "Cabinet Member", None),
        ("The Association of Heads hit back. Its president, Ann Lee, said: “We must.”", "Ann Lee", "president",
         "Association of Heads"),
        ("Thanks were echoed by the Executive Director, Ann Lee, who said: “We must.”", "Ann Lee", "Executive Director",
         None),
        ("Mr Day’s opposite number, Ann Lee, said: “We know we must.”", "Ann Lee", "opposite number", None),
    ],
)  # fmt: skip
def test_offices_and_what_is_written_about_them(text: str, speaker: str, role: str, organisation: str | None) -> None:
    found = said(text)[0]
    assert (found.speaker, found.role, found.organisation) == (speaker, role, organisation)


def test_they_were_less_happy_are_the_inspectors() -> None:
    text = (
        "Inspectors wrote: “Care leavers are proud.”\n\nThey were less happy with plans, which are “too long to read”."
    )
    assert [m.kind for m in said(text)] == ["report", "report"]


@pytest.mark.parametrize(
    ("text", "speaker", "organisation"),
    [
        ("Ann Lee from Kent Parent Carer Forum said: “We are in the middle.”", "Ann Lee", "Kent Parent Carer Forum"),
        ("Ann Lee from the GMB said: “We are in the middle.”", "Ann Lee", "GMB"),
        ("“We are in the middle,” said Dr Ann Lee of Kent NHS Trust.", "Ann Lee", "Kent NHS Trust"),
        ("Ann Lee from Armley said: “We are in the middle.”", None, None),
    ],
)
def test_the_body_that_somebody_is_from(text: str, speaker: str | None, organisation: str | None) -> None:
    found = said(text)[0]
    assert (found.speaker, found.organisation) == (speaker, organisation)


@pytest.mark.parametrize(
    ("text", "kind", "speaker", "role"),
    [
        ("Ann Lee, Labour MP for Northtown and Sunderland West, said: “I am glad.”", "person", "Ann Lee",
         "Labour MP for Northtown and Sunderland West"),
        ("Education Secretary Ann Lee MP said: “We are glad of it.”", "person", "Ann Lee", "Education Secretary"),
        ("Councillor Ann Lee, who is not related to the director, said: “I am glad.”", "person", "Ann Lee", None),
        ("In 2015 the then director, Ann Lee, said services were “getting there in the end”.", "person", "Ann Lee",
         "director"),
        ("An Ofsted inspector told the Mail that the council “could not run a bath”.", "person", None, "inspector"),
    ],
)  # fmt: skip
def test_one_person_and_one_office(text: str, kind: str, speaker: str | None, role: str | None) -> None:
    found = said(text)[0]
    assert (found.kind, found.speaker, found.role) == (kind, speaker, role)


def test_whoever_says_so_last_is_meant() -> None:
    text = (
        "The director, Ann Lee, said services were “getting there”. Her words ring hollow, says Labour's Bo Day.\n\n"
        "“Getting there from what?” he said."
    )
    assert said(text)[-1].speaker == "Bo Day"


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        (
            "Cllr Bo Day, the leader, spoke first. The hall was full. There was tea. He said: “We know it well.”",
            "Bo Day",
            "leader",
        ),
        ("Director Ann Lee opened it.\n\nIt rained.\n\nThe director said: “We know it well.”", "Ann Lee", "Director"),
        ("Cllr Ann Lee and Cllr Bo Lee came.\n\nIt rained.\n\n“We know it well,” said Cllr Bo Lee.", "Bo Lee", None),
        ("Ann Lee, leader, Bo Day, clerk, and Cy Fox, treasurer, said: “We know it well.”", None, None),
    ],
)
def test_sentences_in_between_take_nobodys_words_away(text: str, speaker: str | None, role: str | None) -> None:
    found = said(text)[-1]
    assert (found.kind, found.speaker, found.role) == ("person", speaker, role)
