"""A copy of a file is the same bytes, however the file system lets it be made."""

import errno
import fcntl
import os
from threading import Event

import pytest

from inspections.recording import new_files
from inspections.recording.new_files import BLOCK, copy_file

SIZES = [0, 1, BLOCK, 3 * BLOCK - 1, 3 * BLOCK, 7 * BLOCK + 5]


@pytest.fixture(params=SIZES)
def live(request, tmp_path, monkeypatch):
    """A file of more than one piece."""
    monkeypatch.setattr(new_files, "PIECE", 2 * BLOCK)
    file = tmp_path / "live"
    file.write_bytes(os.urandom(request.param))
    return file


def refused(*_):
    raise OSError(errno.EINVAL, "Invalid argument")


def without_directness(monkeypatch):
    opened = os.open
    monkeypatch.setattr(
        os, "open", lambda path, flags, *rest: refused() if flags & os.O_DIRECT else opened(path, flags)
    )


def refused_when_written(monkeypatch):
    """Opened, and only then found to be impossible."""
    written = os.pwrite
    monkeypatch.setattr(
        os, "pwrite", lambda file, piece, at: refused() if is_direct(file) else written(file, piece, at)
    )


def written_in_part(monkeypatch):
    """Less than was given, and no whole block of it."""
    written = os.pwrite
    monkeypatch.setattr(
        os, "pwrite", lambda file, piece, at: BLOCK // 2 if is_direct(file) else written(file, piece[: BLOCK + 1], at)
    )


def is_direct(file):
    return bool(fcntl.fcntl(file, fcntl.F_GETFL) & os.O_DIRECT)


@pytest.mark.parametrize("way", [None, without_directness, refused_when_written, written_in_part])
def test_a_copy_is_the_same_bytes(live, monkeypatch, way):
    if way:
        way(monkeypatch)
    new = live.with_name("new")
    copy_file(live, new)
    assert new.read_bytes() == live.read_bytes()


def test_a_full_disk_is_not_taken_for_a_file_system_that_cannot(live, monkeypatch):
    def fill(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "pwrite", fill)
    if live.stat().st_size:
        with pytest.raises(OSError, match="No space"):
            copy_file(live, live.with_name("new"))


def test_a_copy_that_is_stopped_goes_no_further(tmp_path):
    live, new, stopped = tmp_path / "live", tmp_path / "new", Event()
    live.write_bytes(b"x" * BLOCK)
    stopped.set()
    copy_file(live, new, stopped)
    assert new.stat().st_size == 0
