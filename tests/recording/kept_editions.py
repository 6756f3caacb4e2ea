"""A record of two editions in a folder, made once and copied for each test that goes on from there."""

import shutil
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tests.conftest import served_from
from tests.world import news, report

NAME = "record.sqlite3"


@cache
def _made():
    from inspections.catalogue import load
    from inspections.recording.loading import record_readings

    folder = Path(mkdtemp(prefix="two-editions-"))
    with served_from(folder / NAME):
        record_readings([news()], [], load())
        record_readings([report()], [], load())
    return folder


@contextmanager
def two_editions(folder):
    """A copy of the record, served: edition 1 is news(), edition 2 is report() besides."""
    shutil.copytree(_made(), folder, dirs_exist_ok=True)
    with served_from(folder / NAME) as file:
        yield file
