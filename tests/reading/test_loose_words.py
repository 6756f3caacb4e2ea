"""Words that nothing ties to an inspection, on pages that tell of much else, are about none."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

PAGE = "The Anytown Echo\n\n{title}\nBy Jo Writer, Local Democracy Reporter\n21 September 2023\n\n{text}"
OWN = "2022-05"
JUDGED = "Ofsted inspected Stockport Council’s children’s services in May 2022 and judged them good.\n\n"
OTHER = "Ofsted inspected Salford Council’s children’s services in May 2023 and judged them outstanding.\n\n"
STREET = "The library in the square opens at ten, and the market is over by four."
SAID = (
    "“The car park floods whenever there is a match,”",
    "“My mother would never have sat on that bench,”",
    "“Nobody under forty goes to the band concert,”",
    "“It was cold in there until the boiler came,”",
    "“We had soup, and then we had more soup,”",
    "“The choir is short of basses this winter,”",
    "“Ten of us walked the canal in the rain,”",
    "“I have kept the hall keys since the flood,”",
)
NAMES = ("Ann Lee", "Jo Hill", "Tom Ford", "Sue Park", "Raj Nair", "Kim Cole", "Ben Shaw", "Eve Moss")
VOICES = "\n\n".join(f"{words} said {name}, who lives in Stockport." for words, name in zip(SAID, NAMES, strict=True))
LONG = "\n\n".join(
    f"{VOICES.replace('match', f'match {number}')}\n\n{STREET}" for number in ("here", "there", "somewhere")
)
LEADER = "Cllr Max Dale, the leader of Stockport Council, said: {}"
AWAY = f"{STREET}\n\n" * 3


@pytest.fixture
def about(catalogue):
    """The days of the inspections that the last words of a page are about."""

    def find(text, title="A year in the life of a town"):
        page = PAGE.format(title=title, text=text)
        reading = read(hold_text("story.txt", page.encode(), Sidecar()), catalogue)
        dated = {i.key: i.inspected.edtf if i.inspected else None for i in reading.inspections}
        return [dated[key] for key in reading.statements[-1].about]

    return find


WORDS = [
    "“You do not get to look back until you have gone on.”",
    "“A door is only a door when somebody opens it.”",
    "“We bought a kettle, and then we bought a bigger one.”",
    "“My desk is where it always was, under the stairs.”",
    "“People here have long memories and short tempers.”",
]


@pytest.mark.parametrize("words", WORDS)
def test_words_on_a_long_page_of_many_voices_are_about_no_inspection_that_they_do_not_name(words, about):
    assert about(f"{JUDGED}{LONG}\n\n{LEADER.format(words)}") == []


@pytest.mark.parametrize(
    "words",
    [
        "“The inspectors saw what we hoped that they would see.”",
        "“That report was two years of hard work, and no luck.”",
        "“Ofsted came on a wet week, and they found us in.”",
        "“I have the letter on my wall, in the best frame we had.”",
        "“A better grade is a fine thing, and it pays no bills.”",
    ],
)
def test_words_that_name_an_inspection_are_about_it_on_a_long_page_too(words, about):
    assert about(f"{JUDGED}{LONG}\n\n{LEADER.format(words)}") == [OWN]


@pytest.mark.parametrize("words", WORDS)
def test_words_on_a_page_headed_by_an_inspection_or_a_short_one_are_about_it(words, about):
    assert about(f"{JUDGED}{LONG}\n\n{LEADER.format(words)}", "Inspectors call again") == [OWN]
    assert about(JUDGED + LEADER.format(words)) == [OWN]


VISITORS = [
    "said Ann Lee, of the Anytown Parents’ Forum",
    "said Jo Hill, who chairs the Upton Youth Club",
    "said Tom Ford, the editor of the Upton Crier",
    "said Sue Park, a retired teacher",
    "said Raj Nair, who founded the charity Open Door",
]


@pytest.mark.parametrize("who", VISITORS)
def test_words_of_no_council_s_are_about_none_that_others_stand_behind_paragraphs_above(who, about):
    old = "Before that Ofsted made a focused visit to Stockport on 8 June 2021.\n\n"
    assert about(f"{JUDGED}{old}{AWAY}“We are where we always were, by the canal,” {who}.") == []


@pytest.mark.parametrize("who", VISITORS)
def test_words_of_no_council_s_near_the_inspection_are_about_it(who, about):
    old = "Before that Ofsted made a focused visit to Stockport on 8 June 2021.\n\n"
    assert about(f"{old}{JUDGED}“We are where we always were, by the canal,” {who}.") == [OWN]


@pytest.mark.parametrize(
    "who", ["a woman with two dogs told us", "one resident said", "a neighbour told us", "one mother said"]
)
def test_words_of_somebody_unnamed_are_about_no_passing_inspection_paragraphs_above(who, about):
    assert about(f"{JUDGED}{OTHER}{AWAY}“I waited a long time for that letter,” {who}.") == []
