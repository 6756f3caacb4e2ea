"""Where the lines of each inspection stand in the whole-record CSV, so that any list of them can be cut out of it.

An edition never changes, and the lines of an inspection are the same in every list. The file has them newest first, so
that the lines of an inspection begin at the offset of its number in the list of all, from 0.
"""

from __future__ import annotations

import csv
import hashlib
import io
import mmap
from array import array
from collections.abc import Sequence
from functools import cache
from pathlib import Path

TABLE, OFFSETS = "inspections.csv", "inspections.lines"
NUMBER = "Q"  # how an offset is written: 64 bits
MAKING = {".py", ".toml", ".csv"}  # what the program is made of


@cache
def program() -> str:
    """SHA-256 of all that makes a line of rows: lines that another program wrote are not these."""
    package = Path(__file__).parent
    sha = hashlib.sha256()
    for path in sorted(package.rglob("*")):
        if path.suffix in MAKING:
            sha.update(f"{path.relative_to(package).as_posix()}\0".encode() + path.read_bytes() + b"\0")
    return sha.hexdigest()


def find_lines(table: Path) -> array[int]:
    """Where the lines of each inspection begin, and last where the file ends.

    A line ends outside quotation marks, which stand in a cell only in pairs; inspections differ in their first cell.
    """
    begins, quoted, name = array(NUMBER), False, b""
    with table.open("rb") as file:
        at = len(file.readline())
        for piece in file:
            if not quoted and (begun := piece[: piece.find(b",")]) != name:
                name = begun
                begins.append(at)
            if piece.count(b'"') % 2:
                quoted = not quoted
            at += len(piece)
    begins.append(at)
    return begins


class Lines:
    """The lines of an edition's inspections, cut from a file that is mapped and shared by all processes."""

    def __init__(self, folder: Path) -> None:
        with (folder / TABLE).open("rb") as file:
            self.text = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        with (folder / OFFSETS).open("rb") as file:
            self.begins = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)).cast(NUMBER)

    def fits(self, head: bytes, many: int, edition: int) -> bool:
        """Is this the whole file of so many inspections of this edition, with these names of columns?"""
        begins = self.begins
        return len(begins) == many + 1 and begins[0] == len(head) == self.text.find(b"\n") + 1 and (
            self.text[: len(head)] == head and begins[many] == len(self.text)
            and (not many or self._tells(head, edition))
        )  # fmt: skip

    def _tells(self, head: bytes, edition: int) -> bool:
        """Do the lines of the first inspection say that they are of this edition?"""
        try:
            rows = csv.DictReader(io.StringIO((head + self.cut([0])).decode(), newline=""))
            return {row.get("edition") for row in rows} == {str(edition)}
        except (ValueError, csv.Error):  # lines that cannot be read
            return False

    def cut(self, numbers: Sequence[int]) -> bytes:
        """The lines of the inspections of these numbers, in this order."""
        text, begins = self.text, self.begins
        return b"".join([text[begins[number] : begins[number + 1]] for number in numbers])
