"""Paragraphs, headings, bullets, rows and furniture, as spans."""

import pytest

from inspections.reading.segments import segment, sentences


def cut(text):
    return [(s.kind, s.span.of(text)) for s in segment(text)]


def test_an_empty_line_parts_paragraphs():
    text = "Ofsted came in May.\n\nIt found good work, and said so in a letter."
    assert [words for _, words in cut(text)] == ["Ofsted came in May.", "It found good work, and said so in a letter."]


def test_a_short_line_alone_heads_what_follows():
    text = "What inspectors found\n\nThe service was judged to be good by inspectors who came in May."
    kinds = [kind for kind, _ in cut(text)]
    assert kinds == ["heading", "paragraph"]
    assert segment(text)[1].heading == 0


def test_bullets_belong_to_the_line_that_introduces_them():
    text = "Inspectors praised the following:\n\n• the work of social workers\n• the pace of change"
    found = segment(text)
    assert [s.kind for s in found][1:] == ["bullet", "bullet"]
    assert {s.lead for s in found[1:]} == {0}


@pytest.mark.parametrize(
    "line",
    [
        "Share this page on Facebook",
        "We use cookies to improve your experience of this website",
        "Sign up to our newsletter",
        "Skip to main content",
        "The council offices can be reached on 01234 567890 at any time",
        "Press the button below to Accept all cookies and carry on",
        "To read more please follow the link in the other column",
    ],
)
def test_furniture_is_kept_and_marked(line):
    text = f"{line}\n\nOfsted judged the council’s children’s services to be good after a visit in May 2016.\n"
    found = segment(text)
    assert [s.furniture for s in found] == [True, False]
    assert found[0].span.of(text) == line


def test_sentences_end_at_stops_and_not_at_titles():
    text = "Cllr. A. Lee met Dr. Mary Oak. She was glad. It cost £2.5 million."
    found = [s.span.of(text) for s in sentences(text, segment(text)[0])]
    assert found == ["Cllr. A. Lee met Dr. Mary Oak.", "She was glad.", "It cost £2.5 million."]


def test_a_run_without_a_stop_is_cut_at_a_bound():
    text = "word " * 5000
    assert max(s.span.end - s.span.start for s in sentences(text, segment(text)[0])) < 2000


def test_nothing_comes_of_nothing():
    assert segment("") == () and segment(" \r\n\t ") == ()


def test_it_wraps_a_sentence_whose_last_line_is_a_grade():
    words = "The experiences and progress of children in care were graded requires improvement to be\ngood.\n"
    assert [each.kind for each in segment(words)] == ["paragraph"]


def test_it_keeps_a_grade_in_the_lower_of_two_cells_apart():
    words = "The experiences and progress of children in care and of those who have left it\nGood\n"
    assert len(segment(words)) == 2


def test_it_joins_the_lines_of_a_sentence_below_a_heading_that_stands_right_above():
    words = (
        "What they found\nInspectors spent two weeks with the council and its partners, and they judged the\n"
        "services for children to be good. In a letter they said that children are known by\nname.\n"
    )
    assert [segment.span.of(words).split()[0] for segment in segment(words)] == ["What", "Inspectors"]


def test_it_keeps_lines_that_each_stand_alone_apart():
    words = "Leadership of the council and of its partners in the whole of the area\nCare leavers\nAdoption\n"
    assert len(segment(words)) == 3


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (('"It is run by children for children. Adults', 'are allowed in, and are asked to wash up."'), 1),
        (("“It is run by children for children. Adults", "are allowed in, and are asked to wash up.”"), 1),
        (("“It is run by children for children.”", "are allowed in, and are asked to wash up"), 2),
        (("It is run by children for children. Adults", "are allowed in, and are asked to wash up"), 2),
        (("“It is run by children for children. Adults", "Are allowed in, and are asked to wash up.”"), 2),
    ],
)
def test_a_quotation_in_a_narrow_column_goes_on(lines, count):
    assert len(cut("They say:\n\n   " + "\n   ".join(lines) + "\n\nSo they do.")) == 2 + count
