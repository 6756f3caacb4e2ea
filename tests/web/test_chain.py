"""Chains of follow-ups: what links join, in an order in which nothing comes before what it follows."""

from dataclasses import dataclass
from datetime import date
from itertools import permutations

import pytest

from inspections.web.chain import order_chain


@dataclass(frozen=True)
class Row:
    pk: int
    sort_date: date | None = None
    previous_id: int | None = None
    follows_id: int | None = None

    @property
    def ref(self):
        return f"i{self.pk}"


def on(year, month=1):
    return date(year, month, 1)


INADEQUATE = Row(1, on(2019, 7))
FIRST_VISIT = Row(2, on(2020, 1), previous_id=1, follows_id=1)
SECOND_VISIT = Row(3, on(2020, 6), previous_id=2, follows_id=1)
AGAIN = Row(4, on(2022, 1), previous_id=1)
REVISIT = Row(5, None, follows_id=6)  # its year is not stated
ACTION = Row(6, on(2018), previous_id=None)
STRANGER = Row(7, on(2020, 3))
CHAINS = (
    ((INADEQUATE, FIRST_VISIT, SECOND_VISIT, AGAIN, STRANGER), 2, [1, 2, 3, 4]),
    ((INADEQUATE, FIRST_VISIT, SECOND_VISIT, AGAIN, STRANGER), 4, [1, 2, 3, 4]),
    ((REVISIT, ACTION, STRANGER), 5, [6, 5]),
    ((REVISIT, ACTION, STRANGER), 6, [6, 5]),
    ((STRANGER, INADEQUATE), 7, [7]),
    ((FIRST_VISIT,), 2, [2]),  # what it follows is not among them
    ((Row(8, on(2015), previous_id=9), Row(9, on(2016))), 8, [9, 8]),  # linked against the dates: the link holds
)


@pytest.mark.parametrize(("rows", "start", "ordered"), CHAINS)
def test_a_chain_is_what_links_join(rows, start, ordered):
    for given in permutations(rows):
        assert [row.pk for row in order_chain(start, given)] == ordered


def test_links_in_a_circle_end():
    circle = (Row(1, on(2015), previous_id=2), Row(2, on(2016), previous_id=1))
    assert sorted(row.pk for row in order_chain(1, circle)) == [1, 2]


def test_the_page_shows_the_chain_with_grades_on_their_scale(record, client, first_named, words_of):
    visit = first_named("Stoke", "monitoring visit")
    page = client.get(visit["url"]).content.decode()
    chain = page[page.index('<ol class="chain">') : page.index("</ol>", page.index('<ol class="chain">'))]
    assert chain.count("<li") == 2
    assert chain.index("Inadequate") < chain.index("this page")
    assert "Ofsted’s four grades" in chain and "tone-worst" in chain
    assert "follows up the inspection of July 2019" in chain
    before = client.get(first_named("Stoke", "adult learning", "July 2019")["url"]).content.decode()
    assert visit["url"] in before[before.index('<ol class="chain">') :]


def test_an_inspection_alone_has_no_chain(record, client, first_named):
    assert 'class="chain"' not in client.get(first_named("Stoke", "February 2019")["url"]).content.decode()
