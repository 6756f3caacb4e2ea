"""The table of faults: what was lost is said, and a row that was not tried again stays."""

from tests.soak.rows import Row, table


def test_it_says_nothing_where_nothing_was_lost():
    assert "| Import | killed | 50 | nothing | 1 s | 2026-11-22 |" in table(
        [Row("Import", "killed", 50, (), "1 s")], "2026-11-22"
    )


def test_it_says_how_often_and_what_where_something_was_lost():
    made = table([Row("Import", "killed", 50, ("edition 2 | gone", "edition 3"))], "2026-11-22")
    assert "| **2**: edition 2 / gone |" in made


def test_rows_that_were_not_tried_again_stay():
    before = table([Row("Import", "killed", 50), Row("Files", "zip bomb", 3)], "2026-11-21")
    after = table([Row("Import", "killed", 60)], "2026-11-22", before)
    assert after.count("killed") == 1
    assert "| Import | killed | 60 | nothing |  | 2026-11-22 |" in after
    assert "| Files | zip bomb | 3 | nothing |  | 2026-11-21 |" in after
