"""Who is said to have said it, read end to end."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

OPENING = (
    "Published: 12 June 2019\n\nOfsted judged Stockport Council’s children’s services to be good after an inspection "
    "in May 2019.\n\n"
)


@pytest.fixture
def said(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", (OPENING + text).encode(), Sidecar()), catalogue)
        return [
            (s.attributed_to, s.speaker, s.role, s.organisation) for s in reading.statements if s.in_quotation_marks
        ]

    return find


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Councillor Ann Lee said: “We accept what the inspectors found.”", ("person", "Ann Lee")),
        ("“We accept what the inspectors found,” said Councillor Ann Lee.", ("person", "Ann Lee")),
        ("Cllr Ann Lee, cabinet member for children, said: “We accept what inspectors found.”", ("person", "Ann Lee")),
        ("The report says: “Leaders know their service well and act on it.”", ("report", None)),
        ("Inspectors said “leaders know their service well and act on it”.", ("report", None)),
        ("A parent told inspectors: “I was listened to, and it helped.”", ("person", None)),
    ],
)
def test_the_nearest_attribution_wins(text, who, said):
    assert [(kind, speaker) for kind, speaker, _, _ in said(text)] == [who]


def test_a_role_and_an_organisation_are_kept_as_printed(said):
    text = "Ann Lee, cabinet member for children at Stockport Council, said: “We accept what the inspectors found.”"
    assert said(text) == [("person", "Ann Lee", "cabinet member for children", "Stockport Council")]


@pytest.mark.parametrize(
    ("office", "role"),
    [
        ("The council’s cabinet member for children", "cabinet member for children"),
        ("The opposition’s children’s spokeswoman", "opposition’s children’s spokeswoman"),
        ("Our leader", "leader"),
        ("His Majesty’s Chief Inspector", "His Majesty’s Chief Inspector"),
    ],
)
def test_a_role_before_the_name(office, role, said):
    ((kind, speaker, told, _),) = said(f"{office}, Ann Lee, said: “We accept what the inspectors found.”")
    assert (kind, speaker, told) == ("person", "Ann Lee", role)


def test_an_unknown_speaker_stays_unknown(said):
    found = said("“We accept what the inspectors found here.”")
    assert [speaker for _, speaker, _, _ in found] in ([], [None])


def test_a_first_word_broken_off_is_part_of_the_quotation(catalogue):
    text = OPENING + "“Finally,” one parent told me, “somebody has said what I have been saying for years.”"
    reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
    assert reading.statements[0].words.of(text) == ("Finally,", "somebody has said what I have been saying for years.")


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("Ann Lee, Regional Director for the North West, said: “They must do better than this.”", "Ofsted"),
        ("Ann Lee, a former director in Stockport, said: “They must do better than this.”", None),
        ("Cllr Ann Lee, leader of the Stockport Independents, said: “They must do better.”", None),
        ("Cllr Ann Lee, who chairs the committee, said: “They must do better than this.”", "Stockport Council"),
    ],
)
def test_it_is_not_the_council_that_everybody_speaks_for(text, organisation, said):
    found = said(text)[0][3]
    assert found == organisation or (organisation and found and found.startswith("Stockport"))


def test_what_is_told_a_meeting_is_said_on_its_day(catalogue):
    text = OPENING + "Council leader Ann Lee told a meeting of the executive on Monday: “They wrote ‘keep going’.”"
    when = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).statements[0].said
    assert when is not None and (when.edtf, when.basis) == ("2019-06-10", "derived")


def test_what_minutes_record_is_said_on_the_day_of_the_meeting(catalogue):
    text = (
        "STOCKPORT COUNCIL\nMINUTES of the meeting of the Scrutiny Committee held on Friday 14 June 2019\n\n"
        "Present: Cllr Jo Day (Chair)\nIn attendance: Ms Ann Lee, Director of Education\n\n"
        "3. Ofsted judged Stockport Council’s children’s services to be good after an inspection in May 2019. "
        "The Director said that this was “one step and not the last one”.\n\nRESOLVED: That it be noted."
    )
    statement = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).statements[0]
    assert statement.speaker == "Ann Lee" and statement.said is not None and statement.said.edtf == "2019-06-14"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Councillor Amcott said that it was “as good as a good one”.", ("person", "Amcott", None, None)),
        ("Opposition councillor Ann Lee said that it was “as bad as it gets”.",
         ("person", "Ann Lee", "Opposition councillor", None)),
        ("Ann Lee, who runs Stockport’s service, said it was “as good as it gets”.",
         ("person", "Ann Lee", "runs Stockport’s service", "Stockport Metropolitan Borough Council")),
        ("Ann Lee, chief executive of Together for Families, said it was “as good as it gets”.",
         ("person", "Ann Lee", "chief executive", "Together for Families")),
        ("One of the trust’s social workers said it was “as good as it gets”.",
         ("person", None, "trust’s social worker", None)),
        ("His Majesty’s Chief Inspector, Sir Bo Day, said it was “as good as it gets”.",
         ("person", "Bo Day", "His Majesty’s Chief Inspector", "Ofsted")),
    ],
)  # fmt: skip
def test_who_speaks_for_a_body_and_who_for_nobody(text, who, said):
    assert said(text)[0] == who


def test_whoever_is_listed_as_present_is_known(catalogue):
    text = (
        "STOCKPORT COUNCIL\n\nMinutes of the Health and Wellbeing Board held on Wednesday 12 June 2019\n\n"
        "Present\nCouncillor Jo Day (Chair)\nCorisande Tapp, Healthwatch\nPhilip Rudd, Assistant Director\n\n"
        "22. INSPECTION\n\nOfsted judged Stockport Council’s children’s services to be good in May 2019. It was "
        "told of in a letter published on 3 June.\n\nCorisande Tapp said that this was “faint praise, but praise”. "
        "The Assistant Director said that it was “praise all the same”.\n\nRESOLVED: That it be noted."
    )
    reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
    assert [(s.speaker, s.role, s.organisation) for s in reading.statements] == [
        ("Corisande Tapp", None, "Healthwatch"),
        ("Philip Rudd", "Assistant Director", "Stockport Metropolitan Borough Council"),
    ]
    assert [i.published.edtf for i in reading.inspections if i.published] == ["2019-06-03"]


def test_findings_listed_are_the_report_s(said):
    text = "Headline findings include:\n\n• “Partners share a clear understanding of risk.”\n• Plans are late."
    assert said(text)[0][0] == "report"


@pytest.mark.parametrize("words", ["Signs of Safety", "Family Connect", "Best Start in Life", "no further comment"])
def test_the_name_of_a_programme_is_said_by_nobody(words, said):
    assert said(f"Inspectors praised the council’s “{words}”. Ofsted said that it had “{words}”.") == []
