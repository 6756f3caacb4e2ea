"""Files made to hurt: each is refused in a sentence, or read. `make soak` tries the slow ones too, and measures all."""

from pathlib import Path

import pytest

from inspections.reading import READABLE, read_paths
from tests.faults.hostile_files import SLOW, all_hostile

QUICK = sorted(name for name in all_hostile() if name not in SLOW)


@pytest.mark.parametrize("ending", sorted({Path(name).suffix for name in QUICK}))
def test_it_is_refused_in_a_sentence_or_read(ending, tmp_path, catalogue):
    names = [name for name in QUICK if name.endswith(ending)]
    for name in names:
        all_hostile()[name](tmp_path / name)
    readings, unreadable = read_paths([tmp_path / name for name in names], catalogue)
    assert len(readings) + len(unreadable) == len(names)
    for refused in unreadable:
        assert all(problem.message and problem.remedy for problem in refused.problems)
        assert "the reader failed" not in str(refused)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("zeros-10-gb.txt", "is 10,737,418,240 bytes long"),
        ("zeros-10-gb.pdf", "is 10,737,418,240 bytes long"),
        ("zeros-10-gb.csv", "is 10,737,418,240 bytes long"),
        ("pipe.txt", "is not an ordinary file"),
        ("endless.txt", "is not an ordinary file"),
        ("hundred-thousand-pages.pdf", "100000 pages, where at most 1500 are read"),
        ("sidecar-deep.txt", "nests deeper than a sidecar may"),
        ("sidecar-large.txt", "is 10,000,000 bytes long"),
        ("sidecar-long-number.txt", "is not valid TOML"),
    ],
)
def test_it_says_what_is_wrong_with_it(name, told, tmp_path, catalogue):
    all_hostile()[name](tmp_path / name)
    assert Path(name).suffix in READABLE
    readings, [refused] = read_paths([tmp_path], catalogue)
    assert readings == []
    assert told in str(refused)
