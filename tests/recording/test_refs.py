"""Integer keys of inspections: their order is the order in which they are shown."""

from datetime import date

import pytest

from inspections.recording.refs import inspection_key, mint

DAYS = [None, date(1, 1, 1), date(1998, 2, 3), date(2019, 7, 8), date(2019, 7, 9), date(9999, 12, 31)]


@pytest.mark.parametrize("day", DAYS)
def test_its_order_is_that_of_lists_later_days_first_then_ids(day: date | None):
    things = [(each, mint("inspection", str(number))) for each in DAYS for number in range(50)]
    shown = sorted(things, key=lambda thing: (-(thing[0].toordinal() if thing[0] else 0), thing[1]))
    assert sorted(things, key=lambda thing: inspection_key(*thing), reverse=True) == shown
    assert all(0 <= inspection_key(day, ref) < 2**63 for _, ref in things)


def test_it_depends_on_nothing_but_day_and_id():
    assert inspection_key(date(2019, 7, 8), "abcdefghij") == inspection_key(date(2019, 7, 8), "abcdefghij")
    assert inspection_key(None, "2222222222") > inspection_key(None, "zzzzzzzzzz") >= 0
