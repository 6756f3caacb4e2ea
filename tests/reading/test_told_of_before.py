"""Who is meant by words whose speaker the sentence names in another place, or another way, than before "said"."""

from __future__ import annotations

import pytest

from tests.reading.said import last_said

NAMED = [
    # the one person whom the sentence before names, wherever in it
    (
        ("It fell to the cabinet member, Cllr Edie Salt, to defend it. The grade, she said, was "
        "“no more than a photograph”."),
        "Edie Salt",
    ),
    (
        ("That stuck with the Labour leader of the borough, Cllr Fliss Marsh. “I have had it read "
        "to me,” she said."),
        "Fliss Marsh",
    ),
    ("It did not cheer the portfolio holder, Cllr Wes Ryder. “Four years is too long,” he said.", "Wes Ryder"),
    (
        ("Chief Fire Officer Lee Cass at the passing-out parade. “People is the one I would "
        "choose,” he told the photographer."),
        "Lee Cass",
    ),
    (
        ("I like that sentence. So does Hep Thirl, who is head of adult learning at Kent County "
        "Council. “It is fair,” she says."),
        "Hep Thirl",
    ),
    (
        ("Gideon Hurst took the job of corporate director in Leeds ten weeks later. “Graphs are "
        "how we got here,” he says."),
        "Gideon Hurst",
    ),
    ("Desmond Ayre co-ordinates the Wirral Parent Carer Forum. “Nobody asked us,” he said.", "Desmond Ayre"),
    (
        ("Local mum Kim Sowerby runs Parents of Pendle, which has 900 members. She's plain about "
        "it: “They never rang.”"),
        "Kim Sowerby",
    ),
    (
        ("I put it to Dr Hamish Ull of Solway University, who edits a journal. “It belongs to the "
        "children,” he said."),
        "Hamish Ull",
    ),
    (
        ("Mr Hollis, who led the Labour group, said that he had been told all was well. “I was "
        "told we were green,” he said."),
        "Hollis",
    ),
    (
        ("Kelly Storey (Kent Parents' Network) told the meeting that parents were glad. “Quite "
        "often not,” she said."),
        "Kelly Storey",
    ),
    (
        ("For UNISON, Mr Dennis Tolley told the Board that members had warned of it. “Nobody can "
        "carry forty,” he said."),
        "Dennis Tolley",
    ),
    # in one sentence
    (
        ("I met the new director, Mrs Isobel Black, in March, and she said to me, “I can mend the "
        "practice or the paper.”"),
        "Isobel Black",
    ),
    (
        ("The general secretary of the union, Ms Bryony Cald, put it well when she said that it "
        "was “inspection by other means”."),
        "Bryony Cald",
    ),
    # by other words than "said"
    (
        ("“Six years of patient work,” was how Cllr Nora Trent, who leads on young people for "
        "Luton Council, summed it up."),
        "Nora Trent",
    ),
    ("“Not a moment too soon,” is how Dame Joan Birch, the commissioner, characterised the changes.", "Joan Birch"),
    (
        ("“Three years to get to here,” shrugs Cllr Walt Shute, who leads the opposition group. "
        "“I'd call it steady.”"),
        "Walt Shute",
    ),
    (
        ("“It will take a decade,” reckons Len Fitch, who speaks for the opposition on children's "
        "services."),
        "Len Fitch",
    ),
    (
        ("The Labour leader, Cllr Frank Skelm, rose to tell us that he was “deeply sorry for the "
        "way this was told”."),
        "Frank Skelm",
    ),
    (
        ("Sir Mortimer Vane, the former chief inspector, was right to say, “You do not fatten a "
        "pig by weighing it”."),
        "Mortimer Vane",
    ),
    (
        ("City leader Cllr Amos Meer is quoted on the council's website as saying it is a “good "
        "letter and a fair one”."),
        "Amos Meer",
    ),
    (
        ("To be fair to her, the cabinet member, Cllr Shaz Lind, did better on the radio: “I am "
        "responsible for it.”"),
        "Shaz Lind",
    ),
    (
        ("So, when I read it out to her, did Alison Bridge, the leader-in-waiting in the west: "
        "“We know whose hands they were.”"),
        "Alison Bridge",
    ),
    (
        ("The director, Lavinia Kemp, did not soften it. In her words, “We had a front door and "
        "nobody behind it.”"),
        "Lavinia Kemp",
    ),
    (
        ("Superintendent Mungo Reed said that the police had been slow. In his words: “We counted "
        "the wrong thing.”"),
        "Mungo Reed",
    ),
    (
        ("Sgt Alan Hand, the Police Federation rep, could not come but sent a line. Here it is: "
        "“We batch them because we must.”"),
        "Alan Hand",
    ),
    (
        ("From Cllr Patience Bard, Lead Member for Adults, there came a card. It reads: “You did "
        "this. Not the council. You.”"),
        "Patience Bard",
    ),
    # whoever leads a named body speaks for it
    (
        ("Mum-of-two Kelly Brand, who set up Send Families Swindon, said: “It is what we have "
        "said all along.”"),
        "Kelly Brand",
    ),
    ("“Ask the children,” said Olive Drew, co-founder of the charity Home Truths.", "Olive Drew"),
    ("“You could have knocked me down,” said Phil Crane, from the Kent Parent Carer Collective.", "Phil Crane"),
    ("Ann Trew MP (Lab, Coquet) wrote on X: “Outstanding. Not a word I use.”", "Ann Trew"),
]  # fmt: skip
NOBODY = [
    # two who could be meant
    "Cllr Alma Birt met Cllr Joy Hart on Monday. In her words, “it will not do at all”.",
    "It fell to the cabinet member, Cllr Edie Salt, to answer a mother. “I was frightened of the letter,” she said.",
    "The leader wrote to the director, Ann Lee, on Friday. “It is not good enough for our children,” he said.",
    "Unlike Cllr Wes Ryder, she had read it. “Four years is too long for any child,” she said.",
    "It is not the director: Ann Lee came in May. “We were found out and that was that,” she says.",
    # in no office
    "“It was the last class of its kind,” sighed Edna Pugh, who taught pottery there for thirty years.",
    "“I had three social workers in a year,” said Leanne Hobbs, whose son was moved twice.",
    "Jean Ottley, who has fostered in the county since 1998, said: “I get a call back now.”",
    "“We shall hold them to it,” said Hugh Pask, from Oakham.",
    "Neighbour Tina Marsh said the report was “a long time coming and no mistake”.",
]


@pytest.mark.parametrize(("text", "speaker"), NAMED)
def test_the_speaker_is_named(text: str, speaker: str) -> None:
    assert (last_said(text).kind, last_said(text).speaker) == ("person", speaker)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_named(text: str) -> None:
    assert last_said(text).speaker is None


REPORTS = [
    "The same report, three pages on: “Too many children wait for too long.”",
    "The visits gave no grade, but the second letter had this: “The pace has slowed, and nobody had noticed.”",
    "The inspectors came in May. What interests me is the sentence on page 9: “Practice depends upon the office.”",
    "The report card is out. On page five the card says: “Leaders have not asked employers often enough.”",
    ("The report ran to sixteen pages. “Children wait, and while they wait they are not "
    "safe,” is the sentence which everyone remembers."),
    "Learners “arrive as somebody's mum and leave as themselves”. That's page two of the report.",
    "The letter that followed had spoken of “calm and well-organised arrangements at the door”.",
    "WHAT THE INSPECTORS SAID\n\n“Senior managers were told about drift, and drifted” – that's 2016.",
    "What the report says about us\n\n“People told us that the second call was a long time coming.”",
    "What the report says\n\nOn leaders: “Leaders are candid about what is not yet working.” The council likes that.",
]  # fmt: skip
NO_REPORTS = [
    "What our people say\n\n“Senior managers were told about drift, and drifted.”",
    "What the report says\n\nThe council is glad.\n\nWhat we say\n\n“We are tired of it and we shall say so.”",
    "The auditor's report had this: “The money is gone and nobody knows where.”",
    "The mayor gave a speech. “We shall not be moved,” is the sentence which everyone remembers.",
    "The leaflet is out. On page five the leaflet says: “Leaders have not asked us once.”",
    "What the report says\n\nAnn Lee, the leader, replied: “We are glad of it and we shall act.”",
]


@pytest.mark.parametrize("text", REPORTS)
def test_the_words_are_the_reports(text: str) -> None:
    assert last_said(text).kind == "report"


@pytest.mark.parametrize("text", NO_REPORTS)
def test_the_words_are_not_the_reports(text: str) -> None:
    assert last_said(text).kind != "report"


WHOLE_NAMES = [
    (
        (
            "Also attended: Mr D Tolley (UNISON), Mr L Himble\n\n"
            "For UNISON, Mr Tolley told the Board that members had warned of it. “Nobody can carry forty,” he said."
        ),
        "D Tolley",
    ),
    (
        (
            "Present: Councillors Ruth Amory (Chairman), Robert Ardley and Denise Rainer\n\n"
            "Councillor Ardley said that he would second it “on condition that nobody claps”."
        ),
        "Robert Ardley",
    ),
    (
        (
            "In attendance: Detective Superintendent Mungo Reith, Metropolitan Police\n\n"
            "Detective Superintendent Reith said that “we were counting the wrong thing”."
        ),
        "Mungo Reith",
    ),
    ("Portfolio: Families (Councillor Dot Marple)\n\n“I'm not sorry,” said Councillor Marple.", "Dot Marple"),
    ("Mrs Ann Lee spoke first.\n\nMr Lee, the chairman, said: “It was late for all of us.”", "Lee"),
    ("The Lee Road Centre is shut.\n\n“It was late for all of us,” said Cllr Lee.", "Lee"),
]


@pytest.mark.parametrize(("text", "speaker"), WHOLE_NAMES)
def test_a_last_name_is_made_whole_where_the_page_gives_one_name_for_it(text: str, speaker: str) -> None:
    assert last_said(text).speaker == speaker


MEANT = [
    # the sentence right before is of one of the two whom the paragraph names
    (
        ("Cllr Bel Cough said it should be framed. Mr Ed Wolf, the director, had come. Mr Wolf said that he took "
        "responsibility. “There was a freeze and I did not argue,” he told the Committee."),
        "Ed Wolf",
    ),
    (
        "Cllr Ann Day asked why. Cllr Bo Marsh thanked Mr Ed Wolf, the director, for it. “It was late,” he said.",
        None,
    ),
    # a list of those present names nobody who is meant by "she"
    ("Present: Ms Ann Lee (Director), Mrs Di Hay (Chief Officer)\n\nIt was late. In her words, “nobody was in”.", None),
    (
        ("Also attended: Mr Bo Marsh (Director of Education), Ms Ann Lee (Clerk)\n\n"
        "The Director’s candour was helpful. “We had the money and put it elsewhere,” he said."),
        "Bo Marsh",
    ),
    ("Dame Rose Askew, the Chief Inspector, came.\n\nIt was late, Dame Rose said, and “nobody was in”.", "Rose Askew"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), MEANT)
def test_whom_she_and_he_mean(text: str, speaker: str | None) -> None:
    assert last_said(text).speaker == speaker
