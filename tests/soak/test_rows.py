"""The table of faults: what was lost is said, the last run of each campaign is kept, the page is what is kept."""

import pytest

from tests.soak.__main__ import PAGE, find_campaigns
from tests.soak.rows import Result, Row, keep, kept, page, table


def result(*rows: Row, name: str = "import-killed", day: str = "2026-11-22") -> Result:
    return Result(name, day, "abc1234", "a machine", 90, rows)


@pytest.mark.parametrize(
    ("row", "line"),
    [
        (Row("Import", "killed", 50, (), "1 s"), "| Import | killed | 50 | nothing | 1 s | 2026-11-22 | abc1234 |"),
        (
            Row("Import", "killed", 5000, ("edition 2 | gone", "edition 3")),
            "| Import | killed | 5,000 | **2**: edition 2 / gone |  | 2026-11-22 | abc1234 |",
        ),
    ],
)
def test_a_row_says_how_often_and_what_was_lost(row, line):
    assert line in table([result(row)])


def test_the_last_run_of_each_campaign_is_kept(tmp_path):
    keep(result(Row("Import", "killed", 50)), tmp_path)
    other = result(Row("Files", "zip bomb", 3, ("one",)), name="files")
    last = result(Row("Import", "killed", 60), day="2026-11-23")
    for each in (other, last):
        keep(each, tmp_path)
    assert kept(tmp_path) == [other, last]


def test_the_page_says_how_long_all_took():
    assert "| all of them, one after another | 3 min |" in page([result(), result(name="files")])


def test_the_page_is_made_of_what_is_kept():
    assert PAGE.read_text(encoding="utf-8") == page(kept())


def test_what_is_kept_is_of_campaigns_that_there_are_and_lost_nothing():
    assert {each.name for each in kept()} <= {campaign.name for campaign in find_campaigns()}
    assert [row for each in kept() for row in each.rows if row.lost] == []
