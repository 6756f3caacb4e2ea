"""By-names, "the city", "the Berkshire town": a grade is never carried to a council that they do not fit."""

import pytest

from inspections.reading import read
from inspections.reading.by_names import fits_by_names, is_by_name
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text
from inspections.text import Span


@pytest.mark.parametrize(
    ("slug", "words", "fits"),
    [
        ("croydon", "Ofsted was in the city for a fortnight", False),
        ("croydon", "services in the Berkshire town are run by a company", False),
        ("wokingham", "services in the Berkshire town are run by a company", True),
        ("croydon", "the south London borough was judged inadequate", True),
        ("wigan", "the south London borough was judged inadequate", False),
        ("leeds", "the West Yorkshire city was inspected in May", True),
        ("leeds", "the Yorkshire city was inspected in May", True),
        ("leeds", "the North East city was inspected in May", False),
        ("hartlepool", "the north-east council was inspected in May", True),
        ("luton", "the Lancashire resort had been failing", False),
        ("blackpool", "the Lancashire resort had been failing", True),
        ("dudley", "the West Midlands borough was rated good", True),
        ("derbyshire", "the city’s services were rated good", False),
        ("derby", "the county was inspected in May", False),
        ("kent", "this borough was inspected in May", False),
        ("isle-of-wight", "the island was inspected in May", True),
        ("portsmouth", "the island was inspected in May", False),
        # a thing of the place, or no by-name at all
        ("kent", "in the city centre", True),
        ("bury", "at the county court", True),
        ("bury", "the county’s cricket club", False),
        ("bury", "the council was rated good", True),
        ("bury", "a city of sanctuary", True),
    ],
)
def test_a_by_name_fits_a_council_or_does_not(slug, words, fits, catalogue):
    assert fits_by_names(words, Span(0, len(words)), catalogue, slug) is fits


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("The south London borough", True),
        ("the Merseyside council", True),
        ("The city", False),  # says nothing of where it lies
        ("The Berkshire brewery", False),
        ("The Kent charity", False),
        ("The Devon town of Bideford", False),
    ],
)
def test_it_knows_the_by_name_of_a_place(words, is_one, catalogue):
    assert is_by_name(words, catalogue) is is_one


HEAD = "Roads back\n\nBy Ann Writer, 15 March 2023\n\nThree places, and what inspectors made of them.\n\n"
BURY = (
    "Bury took its time. Ofsted inspected Bury’s children’s services in May 2021. In Bury they talk of little else. "
    "Bury is proud, and Bury Council has a new director.\n\n"
)

SLOW = f"{BURY}The slow lane\n\n"
ILL = "Ofsted judged the council’s children’s services inadequate in June 2016."


@pytest.fixture
def told(catalogue):
    """Of each inspection: council, day and grade."""

    def read_page(rest, head=HEAD):
        reading = read(hold_text("page.txt", f"{head}{rest}\n".encode(), Sidecar()), catalogue)
        return {
            (
                "/".join(n.slug for n in i.authorities),
                i.inspected.edtf if i.inspected else None,
                i.overall.grade if i.overall else None,
            )
            for i in reading.inspections
        }

    return read_page


@pytest.mark.parametrize(
    "rest",
    [
        "Ofsted’s team was in the city from 3 to 14 October 2022 and judged the council’s services inadequate.",
        "Services in the Berkshire town are run by a trust. Ofsted inspected them in May 2019 and judged them good.",
        "The Merseyside council was inspected by Ofsted in May 2022, and its services for children were rated good.",
        "The Lancashire resort was inspected in June 2022. Its children’s services were judged good.",
        "For the county it was a surprise. Ofsted had judged its children’s services inadequate in March 2022.",
    ],
)
def test_nothing_is_carried_to_a_council_that_a_by_name_does_not_fit(rest, told):
    head = HEAD.replace("Roads back", "Croydon’s road back")
    assert told(rest, head) == set()


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (
            "Ofsted’s team was in the borough from 3 to 14 October 2022 and judged its children’s services good.",
            {("croydon", "2022-10-03/2022-10-14", "good")},
        ),
        (
            "The south London council was inspected by Ofsted in May 2022 and its children’s services rated good.",
            {("croydon", "2022-05", "good")},
        ),
        (
            "The south London borough was judged inadequate for its children’s services in May 2017.",
            {("croydon", "2017-05", "inadequate")},
        ),
        (
            "In the city centre they cheered. Ofsted judged the council’s children’s services good in May 2022.",
            {("croydon", "2022-05", "good")},
        ),
        (
            "The London town was inspected in May 2022, and Ofsted rated children’s services good.",
            {("croydon", "2022-05", "good")},
        ),
    ],
)
def test_a_by_name_that_fits_is_carried(rest, expected, told):
    head = HEAD.replace("Roads back", "Croydon’s road back")
    assert told(rest, head) == expected


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        # the page turns to a place under a heading: what is told there is not of the council named most
        (
            f"{SLOW}And then there is Reading, which would rather not be here.\n\n{ILL}",
            {("bury", "2021-05", None), ("reading", "2016-06", "inadequate")},
        ),
        (
            f"{SLOW}That leaves Kent, the largest.\n\n{ILL}",
            {("bury", "2021-05", None), ("kent", "2016-06", "inadequate")},
        ),
        (
            f"{SLOW}People do not come to Reading for its beaches; Reading folk say so.\n\n{ILL}",
            {("bury", "2021-05", None), ("reading", "2016-06", "inadequate")},
        ),
        # the council named most has not been named yet, and another has
        (
            f"There is a room in Stockport that staff call the lounge.\n\n{ILL}\n\nNext\n\n{BURY}",
            {("stockport", "2016-06", "inadequate"), ("bury", "2021-05", None)},
        ),
        # a section goes on about the council named most
        (
            f"{BURY}What happened next\n\nOfsted judged the council’s children’s services good in June 2022.",
            {("bury", "2021-05", None), ("bury", "2022-06", "good")},
        ),
        (
            f"{BURY}Oldham Council lent a hand.\n\nOfsted judged Bury’s children’s services good in June 2022.",
            {("bury", "2021-05", None), ("bury", "2022-06", "good")},
        ),
    ],
)
def test_the_council_named_most_is_not_carried_where_the_text_turns(rest, expected, told):
    assert told(rest) == expected


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("The verdict, when it came out in July, was good.", "good"),
        ("The judgement, published in July 2022, was inadequate.", "inadequate"),
        ("The verdict, when it comes, will be good.", None),
        ("The verdict, if it was ever in doubt, was good news.", None),
        ("Requires improvement to be good, the inspectors concluded.", "requires-improvement"),
        ("Good, Ofsted decided.", "good"),
        ("Inadequate, they said.", "inadequate"),
        ("Good, the leader concluded.", None),
        ("Good, they would have said.", None),
        ("Outstanding, the council decided.", None),
    ],
)
def test_a_verdict_in_a_sentence_of_its_own(rest, expected, told):
    head = HEAD.replace("Roads back", "Croydon’s road back")
    page = f"Ofsted inspected Croydon’s children’s services in June 2022. {rest}"
    assert told(page, head) == {("croydon", "2022-06", expected)}
