"""The power is cut while an import runs, on a real ext4 on a disk that remembers every write.

One import is noted write by write; then the disk is made as a cut at a random moment may leave it, mounted as after
the next start of the machine, and the record that is found there must be whole: the old one or the new one, and the
new one for certain once the import has said that it is published.
"""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import DatabaseError

from tests.faults.disk_of_writes import Disk, may_note_writes, mounted_image, read_notes
from tests.faults.place import AFTER, in_a_file
from tests.soak.rows import Campaign, Row

MEGABYTES = 96
WAYS = (  # how ext4 is told to be at its most careless: no help for a rename, metadata before the data
    "noauto_da_alloc,commit=1",
    "noauto_da_alloc,commit=1,data=writeback",
)
SWAP = 20  # writes: half of the cuts are made from shortly before the swap on
NEXT_IMPORT = 10  # every so many cuts the next import is tried too


def cut_while_importing(times: int, way: str, seed: int = 5) -> Row:
    chance, lost, seen = random.Random(seed), [], {"old": 0, "new": 0}
    with tempfile.TemporaryDirectory() as folder:
        disk = Disk(Path(folder), MEGABYTES)
        with disk.mounted(way) as used, in_a_file(used) as place:
            os.sync()
            begun = disk.noted()
            code, said = place.command("import_sources", *AFTER)
            published = disk.noted()
            assert code == 0, said
            os.sync()
            whole = disk.noted()
            within = Path(place.live).relative_to(used)
        notes = read_notes(disk.notes)
        for number in range(times):
            at = chance.choice((chance.randint(begun, whole), chance.randint(published - SWAP, whole)))
            image, trial = Path(folder) / "cut.img", f"cut behind write {at - begun} of {whole - begun}, {way}"
            disk.after_a_cut(notes, at, chance, image)
            try:
                with mounted_image(image, Path(folder) / "after") as after:
                    found = replace(place, live=str(after / within), address=f"sqlite:///{after / within}", lost=lost)
                    found.check_what_stands(trial, only_new=at >= published)
                    seen[_which(Path(found.live), place.digests)] += 1
                    if number % NEXT_IMPORT == 0:
                        found.check_what_comes_next(trial)
            except (OSError, DatabaseError, sqlite3.Error, subprocess.SubprocessError, KeyError) as error:
                lost.append(f"{trial}: {type(error).__name__} {error}")
    kind = "data after metadata" if "writeback" in way else "data before metadata"
    told = f"{whole - begun} writes noted; found {seen['old']} times the old, {seen['new']} times the new"
    return Row("Import", f"power cut at a random write, ext4, {kind}", times, tuple(lost), told)


def _which(file: Path, digests: tuple[str, str]) -> str:
    connection = sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True)
    try:
        newest = connection.execute("SELECT digest FROM inspections_edition ORDER BY number DESC").fetchone()[0]
    finally:
        connection.close()
    return dict(zip(digests, ("old", "new"), strict=True))[newest]


def cut_without_care(times: int, seed: int = 6) -> Row:
    """The same disk, and a file put in another's place without being made durable: this must be seen to lose."""
    chance, torn = random.Random(seed), 0
    old, new = b"old" * 100_000, b"new" * 100_000
    with tempfile.TemporaryDirectory() as folder:
        disk = Disk(Path(folder), 16)
        with disk.mounted(WAYS[1]) as used:
            (used / "record").write_bytes(old)
            os.sync()
            begun = disk.noted()
            (used / "record-new").write_bytes(new)
            (used / "record-new").replace(used / "record")
            time.sleep(3)  # the names go to the disk after a second, what the file holds later
            os.sync()
            whole = disk.noted()
        notes = read_notes(disk.notes)
        for _ in range(times):
            image = Path(folder) / "cut.img"
            disk.after_a_cut(notes, chance.randint(begun, whole), chance, image)
            with mounted_image(image, Path(folder) / "after") as after:
                torn += (after / "record").read_bytes() not in (old, new)
    lost = () if torn else ("the cuts tore nothing that was not made durable: they prove nothing",)
    return Row("Import", "the same cuts of a careless program, for comparison", times, lost, f"{torn} files torn")


def cut_the_power(times: int, ways: tuple[str, ...] = WAYS) -> list[Row]:
    if not may_note_writes():
        pytest.skip("a disk that notes its writes needs root, FUSE and a loop device")
    return [cut_while_importing(times, way) for way in ways]


CAMPAIGNS = [Campaign("import-power-disk", lambda: [*cut_the_power(100), cut_without_care(100)])]
