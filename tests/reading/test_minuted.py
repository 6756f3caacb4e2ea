"""What officers say in minutes, told without quotation marks."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

HEAD = (
    "STOCKPORT COUNCIL\nCHILDREN’S SCRUTINY COMMITTEE\n\nMinutes of the meeting held on Tuesday 18 June 2019\n\n"
    "Minutes published: Friday 28 June 2019\n\n"
    "Present: Councillor B Marsh (Chair); Councillors A Pole and C Dray\n"
    "In attendance: Ms Ann Lee (Director of Children’s Services); Mr D Abney (Head of Quality)\n\n"
    "31 Apologies\nNone.\n\n"
    "32 Ofsted inspection\nOfsted inspected Stockport’s children’s services from 6 to 10 May 2019 and judged them "
    "to be good overall.\n\n"
)
FOOT = "\n\n33 Roads\nThe Director said that the report on roads was ready.\n"


@pytest.fixture
def minuted(catalogue):
    def find(text):
        whole = HEAD + text + FOOT
        reading = read(hold_text("minutes.txt", whole.encode(), Sidecar()), catalogue)
        return [(s.speaker, s.role, s.words.of(whole), s) for s in reading.statements if not s.in_quotation_marks]

    return find


@pytest.mark.parametrize(
    ("text", "speaker", "role", "words"),
    [
        (
            "The Director advised that the letter was fair.",
            "Ann Lee",
            "Director of Children’s Services",
            "the letter was fair.",
        ),
        (
            "Ms Lee reported that inspectors had found workers kind.",
            "Ann Lee",
            "Director of Children’s Services",
            "inspectors had found workers kind.",
        ),
        (
            "Mr Abney told the Committee that the report was out.",
            "D Abney",
            "Head of Quality",
            "the report was out.",
        ),
        (
            "In reply to Councillor Pole, the Director said that the action plan was ready.",
            "Ann Lee",
            "Director of Children’s Services",
            "the action plan was ready.",
        ),
        (
            "The Head of Service for Children in Care, Tom Arrow, stated that six of them had written the action plan.",
            "Tom Arrow",
            "Head of Service for Children in Care",
            "six of them had written the action plan.",
        ),
        (
            "Councillor Dray, Cabinet Member for Children, said that the report was good to read.",
            "Dray",
            "Cabinet Member for Children",
            "the report was good to read.",
        ),
    ],
)
def test_an_officer_says_something_of_the_inspection(text, speaker, role, words, minuted):
    ((name, office, told, statement),) = minuted(text)
    assert (name, office, told) == (speaker, role, (words,))
    assert statement.organisation == "Stockport Metropolitan Borough Council"
    assert statement.said.edtf == "2019-06-18"
    assert statement.about == ("1",)


@pytest.mark.parametrize(
    "text",
    [
        "Councillor Pole said that the report was long.",
        "The Chair reminded Members that the inspection was over.",
        "A parent said that the report was wrong.",
        "The Assistant Director said that the inspection was over.",  # of whom no name is told
        "The Director did not say that the report was fair.",
        "The Director was told that the report was fair.",
        "Members told the Director that the report was fair.",
        "It was reported that the inspection went well.",
        "The Director said that it had rained.",  # nothing of the inspection
        "The letter from the Director said that the inspection was over.",
        "Cllr Pole asked whether the Director had said that the inspection was over.",
        "Ms Lee, the Director, having said that the inspection was over, left.",
        "Ofsted said that the inspection was over.",
        "The Director said that the letter called it “a good place to grow up in for all”.",  # read as a quotation
    ],
)
def test_what_is_left_out(text, minuted):
    assert minuted(text) == []


def test_two_sentences_of_one_speaker_in_a_paragraph_are_one_statement(minuted):
    text = "The Director said that the report was out. Ms Lee added that the action plan was ready."
    ((_, _, words, _),) = minuted(text)
    assert words == ("the report was out.", "the action plan was ready.")


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Ms Lee introduced the report. She said that the inspection had been fair.", ["Ann Lee"]),
        ("The Director thanked staff. She added that the action plan was ready.", ["Ann Lee"]),
        ("Mr Abney showed slides. She said that the inspection had been fair.", []),
        ("Ms Lee thanked Mr Abney. He said that the inspection had been fair.", []),
        ("Councillor Pole rose. She said that the inspection had been fair.", []),
        ("Ms Lee left. A parent spoke. She said that the inspection had been fair.", []),
    ],
)
def test_she_is_the_one_told_of_in_the_sentence_before(text, speakers, minuted):
    assert [speaker for speaker, *_ in minuted(text)] == speakers


SHORT = (
    "STOCKPORT COUNCIL\n\nMinutes of the meeting held on Tuesday 18 June 2019\n\n"
    "Present: Councillor B Marsh (Chair); Councillors A Pole and C Dray\n\n{}\n\n"
)
TOLD = "Ofsted inspected Stockport’s children’s services from 6 to 10 May 2019 and judged them to be good overall."


NORTHERN = "Northern Care, a company, was represented by Ann Lee (Director of Care) and Bo Hill (Head of Quality)."


@pytest.mark.parametrize(
    ("roster", "said", "who"),
    [
        (
            "Also in attendance – Ms A Lee (Director of Children’s Services) and Mr D Abney (Head of Quality)",
            "Ms Lee",
            "A Lee",
        ),
        ("In attendance – Mr D Abney (Head of Quality)", "Mr Abney", "D Abney"),
        ("Also present – Dr Jo Hill (Head of Early Help)", "Dr Hill", "Jo Hill"),
        (NORTHERN, "Mr Hill", "Bo Hill"),
        (NORTHERN, "Ms Lee", "Ann Lee"),
    ],
)
def test_officers_in_a_list_with_a_dash_or_of_two_are_known_apart(roster, said, who, catalogue):
    text = SHORT.format(roster) + f"32 Ofsted inspection\n{TOLD} {said} said that the report was fair.\n"
    reading = read(hold_text("minutes.txt", text.encode(), Sidecar()), catalogue)
    assert [s.speaker for s in reading.statements if not s.in_quotation_marks] == [who]


def test_officers_of_a_company_that_is_represented_speak_for_it(catalogue):
    text = SHORT.format(NORTHERN) + f"32 Ofsted inspection\n{TOLD} Ms Lee said that the report was fair.\n"
    reading = read(hold_text("minutes.txt", text.encode(), Sidecar()), catalogue)
    assert [s.organisation for s in reading.statements if not s.in_quotation_marks] == ["Northern Care"]


SAFE = "Ms Lee said that she would rather be safe than quick."
LEE = "In attendance: Ms Ann Lee (Director of Children’s Services)"


@pytest.mark.parametrize(
    "text",
    [
        f"4 OUTCOME OF THE OFSTED INSPECTION\n\nNOTED\n\n{TOLD}\n\n{SAFE}\n",
        f"4 OUTCOME OF THE OFSTED INSPECTION\n\n{TOLD}\n\n3. The next steps were:\n\n{SAFE}\n",
        f"6/17 OFSTED INSPECTION OF SERVICES {TOLD}\n\n{SAFE}\n",
    ],
)
def test_what_an_officer_says_in_an_item_about_an_inspection_is_about_it(text, catalogue):
    whole = SHORT.format(LEE) + text
    reading = read(hold_text("minutes.txt", whole.encode(), Sidecar()), catalogue)
    assert [(s.speaker, len(s.about)) for s in reading.statements if not s.in_quotation_marks] == [("Ann Lee", 1)]


@pytest.mark.parametrize(
    "text",
    [
        f"4 OUTCOME OF THE OFSTED INSPECTION\n{TOLD}\n\n5 ROADS\n\nNOTED\n\n{SAFE}\n",
        f"6/17 OFSTED INSPECTION OF SERVICES {TOLD}\n\n7/17 ROADS AND PATHS HERE Ms Lee said that they are late.\n",
    ],
)
def test_what_an_officer_says_in_another_item_is_not(text, catalogue):
    whole = SHORT.format(LEE) + text
    reading = read(hold_text("minutes.txt", whole.encode(), Sidecar()), catalogue)
    assert [s.speaker for s in reading.statements if not s.in_quotation_marks] == []


ROSTER = "In attendance: Ms Ann Lee (Director of Children’s Services); Mr D Abney (Head of Quality)\n\n"


@pytest.mark.parametrize(
    ("roster", "sentence", "who"),
    [
        ("Officers\nAnn Lee, Director of Services\nUna Penn, Head of Skills\n\n",
         "Una Penn said that inspectors had found workers kind.", ("Una Penn", "Head of Skills")),
        ("Attendance\nCouncillor Pole (in the Chair). Councillors Dray, Fenn. Officers: Una Penn (Head of Art).\n\n",
         "Ms Penn said that inspectors had found workers kind.", ("Una Penn", "Head of Art")),
        ("By Invitation: Dame Ida Moss, Independent Chair, Stockport Safeguarding Children Board\n\n",
         "Dame Ida Moss said that inspectors had found partners kind.", ("Ida Moss", "Independent Chair")),
        ("Also in attendance: F.C. Mount (Cabinet Member for Children) and W. Beech\n\n",
         "The Cabinet Member said that the Council should take some pride in the inspection.",
         ("F.C. Mount", "Cabinet Member for Children")),
        (ROSTER, "Mr Abney introduced it. The service had been judged good. He said that inspectors were fair to all.",
         ("D Abney", "Head of Quality")),
    ],
)  # fmt: skip
def test_those_present_are_listed_in_other_ways(roster, sentence, who, catalogue):
    whole = HEAD.replace(ROSTER, roster) + sentence + FOOT
    reading = read(hold_text("minutes.txt", whole.encode(), Sidecar()), catalogue)
    found = [(s.speaker, s.role) for s in reading.statements if not s.in_quotation_marks]
    assert [(name, role.split(",")[0]) for name, role in found] == [who]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr Abney introduced the report. A mother spoke next. She said that the inspection had been fair to her.",
        "Mr Abney introduced the report. The Chair asked why. He said that the inspection had been fair to all.",
    ],
)
def test_he_is_nobody_told_of_before_somebody_else(sentence, minuted):
    assert [name for name, *_ in minuted(sentence) if name == "D Abney"] == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Councillor Pole called it “a credit to every one of our staff”.",
         ("Pole", "Councillor", "Stockport Metropolitan Borough Council")),
        ("Councillor Fenn called it “a credit to every one of our staff”.", ("Fenn", None, None)),
        ("Mr Pole called it “a credit to every one of our staff”.", None),
    ],
)  # fmt: skip
def test_a_councillor_listed_as_present_is_one_of_the_council_whose_minutes_they_are(text, who, catalogue):
    reading = read(hold_text("minutes.txt", (HEAD + text + FOOT).encode(), Sidecar()), catalogue)
    found = [(s.speaker, s.role, s.organisation) for s in reading.statements if s.in_quotation_marks and s.speaker]
    assert found == ([who] if who else [])
