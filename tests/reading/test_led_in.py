"""Words led in, or out, by something else than a verb of saying are those of the one in office who is named there."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

PAGE = (
    "Anytown Echo\n\nInspectors praise council\nBy Jo Writer\n21 September 2023\n\nOfsted inspected Stockport "
    "Council’s children’s services in May 2023 and judged them good. The report was published on 4 July 2023.\n\n{}\n\n"
    "The library opens at ten.\n"
)
LEE = "Cllr Ann Lee, the leader of Stockport Council"
HILL = "Jo Hill, the director of children’s services"
SAID = '"We are glad of it and we are tired."'


@pytest.fixture
def speakers(catalogue):
    """Of each quotation whose it is, and the name of the one who said it."""

    def find(text):
        reading = read(hold_text("story.txt", PAGE.format(text).encode(), Sidecar()), catalogue)
        return [(s.attributed_to, s.speaker) for s in reading.statements if s.in_quotation_marks]

    return find


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{LEE}, had this to say: {SAID}", "Ann Lee"),
        (f"{HILL}, has only this to say about it: {SAID}", "Jo Hill"),
        (f"The message from {LEE}, was simple: {SAID}", "Ann Lee"),
        (f'The short answer from {HILL}, is that it was "a good day for the town".', "Jo Hill"),
        (f"Next up was {LEE}: {SAID}", "Ann Lee"),
        (f"Over to {HILL}: {SAID}", "Jo Hill"),
        (f"Then came {LEE}. {SAID}", "Ann Lee"),
        (f"Then it was the turn of {HILL}. {SAID}", "Jo Hill"),
        (f'{LEE}, would not be drawn, except to say that it was "a good day for the town".', "Ann Lee"),
        (f"A statement attributed to {LEE}, read: {SAID}", "Ann Lee"),
        (f'For {LEE}, the result is "a good day for the town".', "Ann Lee"),
        ('Council leader Ann Lee’s view is that it was "a good day for the town".', "Ann Lee"),
        (
            f"In an e-mail to this website Dr Jo Hill, who is the designated doctor for safeguarding, wrote: {SAID}",
            "Jo Hill",
        ),
        (f"{SAID} So said {LEE}.", "Ann Lee"),
        ('"We are glad of it and we are tired," reads a message from council leader Ann Lee to staff.', "Ann Lee"),
        (f"{HILL}, was good enough to ring back: {SAID}", "Jo Hill"),
        ('Councillor Ann Lee wished it to be recorded that she found it "a credit to those who work here".', "Ann Lee"),
        ('Tom Ford, the MP for Stockport, has written to us. "We are glad of it," the MP wrote.', "Tom Ford"),
        (f"{SAID} (Cllr Ann Lee, leader, press statement, 24 August)", "Ann Lee"),
    ],
)
def test_words_led_in_by_a_phrase_are_of_the_one_in_office(speakers, text, name):
    assert speakers(text) == [("person", name)]


@pytest.mark.parametrize(
    "text",
    [
        '"Carers told us that they felt seen." (Ofsted)',
        '"Carers told us that they felt seen." (Ofsted, July 2023, page 4)',
        '"Carers told us that they felt seen."\nInspection report, 4 July 2023',
        'I asked for the report’s most critical line and got this: "Social workers know their children well."',
        'The inspectors’ line that is pinned up in every office: "Social workers know their children well."',
        'Inspectors had been less complimentary about meetings, which were "too rare, and in some teams unknown".',
    ],
)
def test_words_led_in_as_the_report_s_are_the_report_s(speakers, text):
    assert speakers(text) == [("report", None)]


def test_a_page_in_brackets_goes_on_from_the_report_named_above(speakers):
    text = '"Social workers know their children well." (Ofsted, July 2023, page 4)\n"Leaders do not." (page 5)'
    assert speakers(text) == [("report", None), ("report", None)]


@pytest.mark.parametrize(
    "text",
    [
        f"A neighbour had this to say: {SAID}",
        f"The message from the street was simple: {SAID}",
        f"Over to the weather: {SAID}",
        'For many, the result is "a good day for the town".',
        f"{SAID} So said the sign above the door.",
        '"We are glad of it and we are tired," reads a message from the band to its fans.',
        '"We are glad of it and we are tired." (page 5)',
        '"We are glad of it and we are tired." (The Anytown Band)',
        'The council’s line that is pinned up in every office: "Social workers know their children well."',
        'Neighbours had been less complimentary about the band, which was "too loud, and in some streets unknown".',
    ],
)
def test_words_led_in_by_a_phrase_that_names_nobody_in_office_are_no_report_s_and_nobody_s_by_name(speakers, text):
    assert all(kind != "report" and name is None for kind, name in speakers(text))


@pytest.mark.parametrize(
    "text",
    [
        f"A statement wrongly attributed to {LEE}, read: {SAID}",
        f"Words attributed to {LEE}, were these: {SAID}",
        f"{HILL}, said: {SAID} The council has since corrected those words.",
    ],
)
def test_words_that_are_taken_back_are_nobody_s(speakers, text):
    assert speakers(text) == []


def test_somebody_who_corrected_a_fault_has_taken_back_no_words(speakers):
    text = f"{HILL}, said: {SAID} Two files were wrong; the manager has since corrected this."
    assert speakers(text) == [("person", "Jo Hill")]


def test_words_cited_as_another_inspectorate_s_are_about_its_inspection_or_none(catalogue):
    text = '"Children benefit from workers who do not give up on them." (HM Inspectorate of Probation)'
    reading = read(hold_text("story.txt", PAGE.format(text).encode(), Sidecar()), catalogue)
    assert [(s.organisation, s.about) for s in reading.statements] == [("HMI Probation", ())]
