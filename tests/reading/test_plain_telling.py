"""Words between a verb and a grade that no rule knows: the grade is left out; and plain tellings, which stand."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

SUBJECT = "Kent County Council's children's services"

NOT_PLAIN = (
    f"{SUBJECT} were a whisker away from being judged outstanding by Ofsted in June 2017.",
    f"{SUBJECT} came within an inch of being judged inadequate by Ofsted in June 2017.",
    f"{SUBJECT} were spared an inadequate rating by Ofsted in June 2017.",
    f"{SUBJECT} hovered between good and outstanding when Ofsted inspected in June 2017.",
    f"{SUBJECT} were bordering on inadequate when Ofsted inspected in June 2017.",
    f"{SUBJECT} were talked up as outstanding when Ofsted inspected in June 2017.",
    f"{SUBJECT} were all but judged inadequate by Ofsted in June 2017.",
    f"{SUBJECT} were as good as judged inadequate by Ofsted in June 2017.",
    f"{SUBJECT} seemed certain to be judged inadequate by Ofsted in June 2017.",
    f"{SUBJECT} were refused a good rating by Ofsted in June 2017.",
    f"{SUBJECT} were denied an outstanding judgement by Ofsted in June 2017.",
    f"{SUBJECT} failed to be judged good by Ofsted in June 2017.",
    f"Ofsted inspectors came in June 2017 and flirted with judging {SUBJECT} inadequate.",
    f"Ofsted's report of June 2017 paints {SUBJECT} as inadequate.",
    f"Ofsted's report of June 2017 on {SUBJECT} reads as though they were inadequate.",
    f"Ofsted's monitoring visit to {SUBJECT} in June 2017 found them still inadequate in places.",
)
PLAIN = (
    f"{SUBJECT} were judged good by Ofsted in June 2017.",
    f"{SUBJECT} have once again been rated good by Ofsted after an inspection in June 2017.",
    f"Ofsted last inspected {SUBJECT} in June 2017 and graded them good overall.",
    f"Ofsted has published a report rating {SUBJECT} good after an inspection in June 2017.",
    f"{SUBJECT} received the second highest possible rating, good, from Ofsted in June 2017.",
    f"{SUBJECT} were likewise judged to be good when Ofsted inspected in June 2017.",
)


def grades(words, catalogue):
    page = f"Children's services in Kent\n\nPublished on 2 October 2017\n\n{words}\n"
    reading = read(hold_text("page.txt", page.encode(), Sidecar()), catalogue)
    return [fact.overall.grade for fact in reading.inspections if fact.overall]


@pytest.mark.parametrize("words", NOT_PLAIN)
def test_a_grade_told_with_strange_words_is_left_out(words, catalogue):
    assert grades(words, catalogue) == []


@pytest.mark.parametrize("words", PLAIN)
def test_a_grade_told_plainly_stands(words, catalogue):
    assert grades(words, catalogue) == ["good"]


def test_the_day_on_which_a_grade_was_lost_is_not_that_of_the_visit_that_gave_it(catalogue):
    words = f"{SUBJECT} shook off their inadequate rating from Ofsted in June 2017."
    page = f"Children's services in Kent\n\nPublished on 2 October 2017\n\n{words}\n"
    found = read(hold_text("page.txt", page.encode(), Sidecar()), catalogue).inspections
    assert [fact.inspected for fact in found] in ([None], [])
