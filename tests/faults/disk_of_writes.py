"""A disk that remembers what was asked of it in order, so that a power cut can be had at any moment: needs root.

One file in a file system of its own (FUSE, spoken here over /dev/fuse) is the disk behind a loop device. Every write
to it and every order to make writes durable is noted. What a power cut may leave is then made anew: all writes up to
the last such order, and of those since then any choice, in their order, each perhaps torn between two sectors.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import random
import shutil
import stat
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

SECTOR = 512
NAME = b"disk"
ROOT_NODE, FILE_NODE = 1, 2
IN, OUT, NOTE = struct.Struct("<IIQQIIIHH"), struct.Struct("<IiQ"), struct.Struct("<QQ")
LARGEST_WRITE = 1 << 20
DURABLE = (1 << 64) - 1  # the place of a note that is no write


class Asked(IntEnum):
    """What the kernel asks of a file system: of linux/fuse.h, as many as one file needs."""

    LOOKUP = 1
    FORGET = 2
    GETATTR = 3
    SETATTR = 4
    OPEN = 14
    READ = 15
    WRITE = 16
    STATFS = 17
    RELEASE = 18
    FSYNC = 20
    FLUSH = 25
    INIT = 26
    OPENDIR = 27
    RELEASEDIR = 29
    INTERRUPT = 36
    DESTROY = 38
    BATCH_FORGET = 42


@dataclass(frozen=True)
class Noted:
    """A write, or (with no data) the order to make all writes before it durable."""

    at: int
    data: bytes

    @property
    def is_durable(self) -> bool:
        return self.at == DURABLE


def serve(where: str, image: str, notes: str) -> None:
    """Mounts a folder that holds one file, the disk, and answers for it until it is unmounted."""
    device = os.open("/dev/fuse", os.O_RDWR)
    disk, noted = os.open(image, os.O_RDWR), os.open(notes, os.O_WRONLY | os.O_APPEND)
    options = f"fd={device},rootmode=40000,user_id=0,group_id=0".encode()
    if ctypes.CDLL(None, use_errno=True).mount(b"disk", where.encode(), b"fuse", 0, options):
        raise OSError(ctypes.get_errno(), "FUSE cannot be mounted")
    size = os.fstat(disk).st_size
    while True:
        try:
            request = os.read(device, LARGEST_WRITE + 4096)
        except OSError as error:
            if error.errno == errno.ENODEV:  # unmounted
                return
            raise
        _, what, number, node, *_ = IN.unpack_from(request)
        if what in (Asked.FORGET, Asked.INTERRUPT, Asked.BATCH_FORGET):
            continue
        failed, body = 0, b""
        match what:
            case Asked.INIT:
                body = struct.pack("<IIIIHHIIHHI28x", 7, 31, 0, 1 << 5 | 1 << 22, 12, 9, LARGEST_WRITE, 1, 256, 0, 0)
            case Asked.LOOKUP if request[IN.size :].rstrip(b"\0") == NAME:
                body = struct.pack("<QQQQII", FILE_NODE, 1, 3600, 3600, 0, 0) + _attributes(FILE_NODE, size)
            case Asked.LOOKUP:
                failed = errno.ENOENT
            case Asked.GETATTR | Asked.SETATTR:
                body = struct.pack("<QII", 3600, 0, 0) + _attributes(node, size)
            case Asked.OPEN | Asked.OPENDIR:
                body = struct.pack("<QIi", 1, 0, 0)
            case Asked.READ:
                _, at, length = struct.unpack_from("<QQI", request, IN.size)
                body = os.pread(disk, length, at)
            case Asked.WRITE:
                _, at, length = struct.unpack_from("<QQI", request, IN.size)
                data = request[IN.size + 40 : IN.size + 40 + length]
                os.pwrite(disk, data, at)
                os.write(noted, NOTE.pack(at, length) + data)
                body = struct.pack("<II", length, 0)
            case Asked.FSYNC:
                os.write(noted, NOTE.pack(DURABLE, 0))
            case Asked.STATFS:
                body = struct.pack("<QQQQQIIII24x", size // 4096, 0, 0, 1, 0, 4096, 255, 4096, 0)
            case Asked.RELEASE | Asked.FLUSH | Asked.RELEASEDIR | Asked.DESTROY:
                body = b""
            case _:
                failed = errno.ENOSYS
        os.write(device, OUT.pack(OUT.size + len(body), -failed, number) + body)


def _attributes(node: int, size: int) -> bytes:
    mode = stat.S_IFDIR | 0o755 if node == ROOT_NODE else stat.S_IFREG | 0o600
    return struct.pack("<QQQQQQIIIIIIIIII", node, size, size // 512, 0, 0, 0, 0, 0, 0, mode, 1, 0, 0, 0, 4096, 0)


def read_notes(notes: Path) -> list[Noted]:
    data, at, found = notes.read_bytes(), 0, []
    while at + NOTE.size <= len(data):
        place, length = NOTE.unpack_from(data, at)
        at += NOTE.size
        found.append(Noted(place, data[at : at + length]))
        at += length
    return found


class Disk:
    """The disk in use: ``image`` as it was at first, and the notes of all that was asked of it since."""

    def __init__(self, folder: Path, megabytes: int) -> None:
        self.folder, self.first, self.now = folder, folder / "first.img", folder / "now.img"
        self.notes = folder / "notes"
        with self.first.open("wb") as opened:
            opened.truncate(megabytes << 20)
        make = ["mkfs.ext4", "-q", "-F", "-E", "nodiscard,lazy_itable_init=0,lazy_journal_init=0", self.first]
        subprocess.run(make, check=True, capture_output=True)

    @contextlib.contextmanager
    def mounted(self, options: str) -> Iterator[Path]:
        """Used as a file system, every write noted."""
        shutil.copyfile(self.first, self.now)
        self.notes.write_bytes(b"")
        fuse = self.folder / "fuse"
        fuse.mkdir(exist_ok=True)
        command = [sys.executable, __file__, str(fuse), str(self.now), str(self.notes)]
        server = subprocess.Popen(command, stdin=subprocess.DEVNULL)
        try:
            until = time.monotonic() + 20
            while not (fuse / NAME.decode()).exists() and time.monotonic() < until:
                time.sleep(0.02)
            with mounted_image(fuse / NAME.decode(), self.folder / "used", options) as used:
                yield used
        finally:
            subprocess.run(["umount", "--lazy", fuse], check=False)
            server.wait(timeout=60)

    def noted(self) -> int:
        """How far the notes go now, as a number of them."""
        return len(read_notes(self.notes))

    def after_a_cut(self, notes: list[Noted], at: int, chance: random.Random, into: Path) -> None:
        """The disk as a power cut behind the first ``at`` notes may leave it."""
        durable = max((number for number in range(at) if notes[number].is_durable), default=-1)
        shutil.copyfile(self.first, into)
        with into.open("r+b") as disk:
            for noted in notes[: durable + 1]:
                _write(disk.fileno(), noted)
            for noted in notes[durable + 1 : at]:
                if chance.random() < 0.5:
                    _write(disk.fileno(), _torn(noted, chance) if chance.random() < 0.3 else noted)


def _write(disk: int, noted: Noted) -> None:
    if not noted.is_durable:
        os.pwrite(disk, noted.data, noted.at)


def _torn(noted: Noted, chance: random.Random) -> Noted:
    """A write of which only some sectors from its beginning reached the disk."""
    return Noted(noted.at, noted.data[: chance.randrange(len(noted.data) // SECTOR + 1) * SECTOR])


@contextlib.contextmanager
def mounted_image(image: Path, where: Path, options: str = "") -> Iterator[Path]:
    """A file system in a file, behind a loop device of its own."""
    where.mkdir(exist_ok=True)
    device = subprocess.run(
        ["losetup", "--find", "--show", image], check=True, capture_output=True, text=True
    ).stdout.strip()
    try:
        subprocess.run(["mount", "-t", "ext4", "-o", f"noatime,{options}".rstrip(","), device, where], check=True,
                       capture_output=True)  # fmt: skip
        try:
            yield where
        finally:
            subprocess.run(["umount", where], check=True)
    finally:
        subprocess.run(["losetup", "--detach", device], check=True)


def may_note_writes() -> bool:
    """Is there FUSE, a loop device and leave to mount them?"""
    if os.geteuid() != 0 or not Path("/dev/fuse").exists() or not all(map(shutil.which, ("losetup", "mkfs.ext4"))):
        return False
    with tempfile.TemporaryDirectory() as folder:
        try:
            with Disk(Path(folder), 8).mounted("") as used:
                (used / "tried").write_bytes(b"tried")
            return True
        except (OSError, subprocess.SubprocessError):
            return False


if __name__ == "__main__":
    serve(*sys.argv[1:4])
