"""Words said by people of whom the page tells nothing else are not given to the report that it tells of."""

import pytest

from inspections.reading.inspectorates import chief_of
from tests.reading.given import reading_of

HEAD = "Wirral’s services\n\nWirral Council’s children’s services require improvement, Ofsted said in July 2019. "


@pytest.fixture
def said(catalogue):
    def find(sentence):
        found = reading_of(f"{HEAD}{sentence}\n", catalogue)
        return [(s.attributed_to, s.speaker, s.organisation) for s in found.statements]

    return find


@pytest.mark.parametrize(
    "sentence",
    [
        "A source close to the inspection said it would be “good with outstanding features”.",
        "A council source said inspectors had been “harsh but fair in places”.",
        "Someone who saw the inspection report said it was “harsh but fair in places”.",
        "Chair of the parents’ forum Jane Hill said: “We were told it would take two years.”",
        "Leader of the Conservative group Ian Lewis said: “We were told it would take two years.”",
        "An official at the department told us that it was “harsh but fair in places”.",
        "One whistleblower claimed that the letter was “harsh but fair in places”.",
    ],
)
def test_what_somebody_unknown_says_is_no_report_s_and_no_organisation_s(said, sentence):
    assert not any(kind in ("report", "organisation") for kind, _, _ in said(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The report said that leaders had been “slow to see what was plain to staff”.",
        "Inspectors told members that leaders had been “slow to see what was plain to staff”.",
        "Its letter to the director said that leaders had been “slow to see what was plain to staff”.",
        "Ofsted’s report, which the leader has read, says leaders were “slow to see what was plain to staff”.",
    ],
)
def test_what_inspectors_say_is_theirs(said, sentence):
    assert [kind for kind, _, _ in said(sentence)] == ["report"]


TRIUMPH = "Somerset’s children’s services were judged good by Ofsted in July 2022. “It is, simply, a triumph,” "


@pytest.mark.parametrize(
    "between",
    [
        "Cllr Tessa Munt, lead member, said; Cllr Frances Nicholson, leader of the opposition, said, ",
        "said Cllr Tessa Munt, lead member, while Cllr Frances Nicholson, leader of the opposition, said: ",
        "said Cllr Tessa Munt, lead member, but Cllr Frances Nicholson, leader of the opposition, replied: ",
    ],
)
def test_two_people_in_one_sentence_say_each_their_own(catalogue, between):
    page = f"Somerset’s Ofsted\n\n{TRIUMPH}{between}“The improvement began under us.”\n"
    found = reading_of(page, catalogue)
    text = found.held.text
    told = {s.speaker: [x.of(text).strip("“”,") for x in s.words.spans] for s in found.statements}
    assert told["Tessa Munt"] == ["It is, simply, a triumph"]
    assert told["Frances Nicholson"] == ["The improvement began under us."]


def test_a_private_person_behind_an_official_has_nothing_of_the_official_s(catalogue):
    page = (
        f"Somerset’s Ofsted\n\n{TRIUMPH}said Cllr Tessa Munt, lead member, and a parent, Jo Hale, added: “We wait.”\n"
    )
    found = reading_of(page, catalogue)
    assert [(s.speaker, s.role) for s in found.statements] == [("Tessa Munt", "lead member"), ("Jo Hale", "parent")]


@pytest.mark.parametrize("then", ["who added:", "and she went on:", "before adding:"])
def test_one_person_says_both_halves(catalogue, then):
    page = f"Somerset’s Ofsted\n\n{TRIUMPH}said Cllr Tessa Munt, lead member, {then} “We wait.”\n"
    found = reading_of(page, catalogue)
    assert {s.speaker for s in found.statements} == {"Tessa Munt"}


@pytest.mark.parametrize(
    "sentence",
    [
        "“Ofsted would give them an F,” said Joy Asante of Foster Fairly.",
        "“They would get an F,” said a friend of Foster Fairly.",
        "Joy Asante told the Secretary of State that it was “the very worst in London”.",
        "Councillor Mrs Lumb asked about the sentence in paragraph 14 (“Plans are for the court and not for us”).",
        "I would print the sentence that a boy of fourteen once said to me: “Come back when you haven’t rung first.”",
    ],
)
def test_who_is_named_behind_the_words_says_them_or_nobody_does(catalogue, sentence):
    page = f"Lambeth news\n\nLambeth’s fostering service was judged adequate by Ofsted in 2012. {sentence}\n"
    found = reading_of(page, catalogue)
    told = [(s.attributed_to, s.speaker, s.role or "") for s in found.statements]
    assert not any(kind == "report" or who == "Lumb" or role.startswith("Secretary") for kind, who, role in told)


def test_another_is_another_of_those_who_spoke(catalogue):
    page = (
        "Hounslow news\n\nOfsted judged Hounslow Council’s children’s services good in 2023. Senior leaders have "
        "kept their focus. One child told inspectors: “She never forgets.” Another said that his social worker was "
        "“alright, for a grown-up”.\n"
    )
    found = reading_of(page, catalogue)
    assert [(s.speaker, s.role) for s in found.statements] == [(None, "child"), (None, "child")]


def test_a_second_speaker_needs_no_verb(catalogue):
    page = (
        "Leicester news\n\nOfsted judged Leicester City Council’s children’s services good in 2023. City mayor Sir "
        "Peter Soulsby said it was “richly deserved”, and Kerrie Scraton, head of service: “I couldn’t be prouder.”\n"
    )
    found = reading_of(page, catalogue)
    assert [s.speaker for s in found.statements] == ["Peter Soulsby", "Kerrie Scraton"]


@pytest.mark.parametrize(
    "gossip", ["They say that Ofsted’s inspectors", "Rumour has it that inspectors", "I hear Ofsted"]
)
def test_gossip_about_inspectors_is_not_theirs(said, gossip):
    assert said(f"{gossip} called it the “worst they had seen in years”.") == []


@pytest.mark.parametrize(
    ("office", "body"),
    [
        ("Her Majesty’s Chief Inspector of Probation", "HM Inspectorate of Probation"),
        ("His Majesty’s Chief Inspector of Constabulary", "HMICFRS"),
        ("Her Majesty’s Chief Inspector of Education, Children’s Services and Skills", "Ofsted"),
        ("Her Majesty’s Chief Inspector", "Ofsted"),
        ("Her Majesty’s Chief Inspector of Prisons", None),
    ],
)
def test_a_chief_inspector_is_of_the_inspectorate_named(catalogue, office, body):
    assert chief_of(office, catalogue) == body


TWO = "Portsmouth news\n\nPortsmouth’s youth justice service was rated good by HM Inspectorate of Probation in 2024. "


def test_the_office_of_the_first_of_two_goes_no_further(catalogue):
    page = (
        f"{TWO}Cllr Ferdinand Quayle, cabinet member for children at Portsmouth City Council, and Detective "
        "Superintendent Ines Marlborough of the constabulary said in a joint statement: “We accept every word.”\n"
    )
    told = [(s.speaker, s.role, s.organisation) for s in reading_of(page, catalogue).statements if s.speaker]
    assert told == [
        ("Ferdinand Quayle", "cabinet member for children at Portsmouth City Council", "Portsmouth City Council")
    ]


@pytest.mark.parametrize(
    "two",
    [
        "Cllr Ferdinand Quayle, cabinet member for children, and Ines Marlborough, chief of Solent NHS Trust,",
        "Ines Marlborough, chief executive of Solent NHS Trust, and Cllr Ferdinand Quayle",
    ],
)
def test_two_who_are_named_apart_are_not_one_nor_of_one_body(catalogue, two):
    found = reading_of(f"{TWO}{two} said: “We accept every word.”\n", catalogue)
    assert found.statements
    assert not any(s.speaker or s.role or s.organisation for s in found.statements)
