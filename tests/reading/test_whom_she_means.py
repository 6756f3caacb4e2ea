"""Whom "he" or "she" means beside a quotation: one whom it fits, near by, and nobody where two could be meant."""

import pytest

from tests.reading.said import last_said

IT_IS_LATE = "“It is late for a change of mind,” {} said."


def meant(text, pronoun):
    return last_said(f"{text} {IT_IS_LATE.format(pronoun)}").speaker


@pytest.mark.parametrize(("text", "pronoun", "speaker"), [
    ("The leader, Cllr Miriam Dale, met the chief executive, David Ware, on Monday.", "he", "David Ware"),
    ("The leader, Cllr Miriam Dale, met the chief executive, David Ware, on Monday.", "she", "Miriam Dale"),
    (("“I see,” says Cllr Anselm Roe, the leader.\n\nHe was content. As for the school opposite the office of the "
     "director, Gideon Hurst, it was last seen in 2008."), "he", "Gideon Hurst"),
    (("“I see,” says Alasdair Roe, the deputy leader.\n\nThere is a second report. It pleases Philippa Amble, who is "
     "head of adult learning at Kent County Council.\n\n"), "she", "Philippa Amble"),
    ("Mr Norman Bids, the leader, was there, and so was the director, Ms Beatrice Hoy. She had brought a cake.",
     "she", "Beatrice Hoy"),
])  # fmt: skip
def test_the_one_whom_it_fits(text, pronoun, speaker):
    assert meant(text, pronoun) == speaker


@pytest.mark.parametrize(("text", "pronoun"), [
    ("The portfolio holder, Mrs Loveday Rose, said: “We are glad of it.”\n\nTamsyn, 16, who is in care, came.", "she"),
    ("The lead member, Cllr Imogen Kent, said: “We are glad of it.”\n\nMy mother is eighty and learns to read.", "she"),
    ("The leader, Cllr Alasdair Roe, was not to be seen.", "she"),
    ("Mr Arthur Blyth, the director, sat down beside the mayor, Sir Crispin Hale.", "she"),
    ("The leader, Cllr Ann Roe, said: “We are glad of it.”\n\nKelly-Ann Storr told the meeting of her son.", "she"),
])  # fmt: skip
def test_nobody_where_it_fits_nobody_who_is_named(text, pronoun):
    assert meant(text, pronoun) is None


@pytest.mark.parametrize(("text", "pronoun", "speaker"), [
    ("Cllr Ann Roe, the leader, answered a question from Cllr Joan Day.", "she", "Ann Roe"),
    ("The leader, Cllr Ann Roe, spoke at Joan Day School.", "she", "Ann Roe"),
    ("The director, Bo Marsh, spoke last.", "he", "Bo Marsh"),
    ("Cllr Ann Roe, the leader, wrote to the director, Marisol Ent.", "she", "Ann Roe"),
])  # fmt: skip
def test_the_subject_that_was_heard_stays(text, pronoun, speaker):
    assert meant(text, pronoun) == speaker


@pytest.mark.parametrize(("text", "role"), [
    ("In February I met the new director, Isolde Bell. “It is late,” she said to me.", "new director"),
    ("It has a forum, whose chair, Gwen Myth, met inspectors. “It is late,” she told us.", "chair"),
    ("In 2016 there was a row, and a former leader, Graham Cott, said it was “the end of our troubles”.",
     "former leader"),
    ("She asked what a head teacher, Mr Piers Lane of Oak Academy, had said: “It is very late.”", "head teacher"),
    ("At the briefing on 25 May 2023 the director, Rosalie Trent, said: “It is very late.”", "director"),
    ("“It is late,” says Imelda Rast, who was then, and is now, director of services.", "director of services"),
])  # fmt: skip
def test_an_office_is_told_without_the_clause_it_stands_in(text, role):
    assert last_said(text).role == role
