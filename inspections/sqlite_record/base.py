"""SQLite opened read-only and immutable; a replaced file is noticed and opened afresh.

``OPTIONS["writable"]`` opens a file for writing instead: only the import asks for it, for the new
file it builds beside the live one. A database in memory, as tests make, is opened as Django does.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from sqlite3 import SQLITE_LIMIT_ATTACHED, OperationalError
from typing import Any
from urllib.parse import quote

from django.db.backends.sqlite3 import base

FileIdentity = tuple[int, int, int, int]
MAPPED = 8 << 30  # bytes of a file that are read as memory, shared by all processes; a file is replaced, never changed

_held_back: list[Callable[[FileIdentity], bool]] = []


def hold_back(is_held_back: Callable[[FileIdentity], bool]) -> None:
    """From now on a connection that is open stays with its file while this is true of the one that took its place."""
    _held_back[:] = [is_held_back]


def serve_at_once() -> None:
    """The opposite, as it is where nobody holds a file back."""
    _held_back.clear()


class DatabaseWrapper(base.DatabaseWrapper):
    """One connection to one file as it was when opened."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.opened: FileIdentity | None = None

    @property
    def read_only(self) -> bool:
        return not self.settings_dict["OPTIONS"].get("writable") and not self.is_in_memory_db()

    @property
    def path(self) -> str:
        return str(self.settings_dict["NAME"])

    def get_connection_params(self) -> dict[str, Any]:
        params: dict[str, Any] = super().get_connection_params()
        params.pop("writable", None)
        if self.read_only:
            params["database"] = f"file:{quote(str(Path(self.path).absolute()))}?mode=ro&immutable=1"
            params["uri"] = True
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Open, and know which file was opened: one swapped in meanwhile is opened instead."""
        while True:
            before = self.file_identity() if self.read_only else None
            if self.read_only and before is None:
                raise OperationalError(f"there is no record at {self.path}: import_sources makes one")
            connection = super().get_new_connection(conn_params)
            if self.read_only:
                connection.setlimit(SQLITE_LIMIT_ATTACHED, 0)  # no other file can be opened, or made, beside it
            if before is None or before == self.file_identity():
                self.opened = before
                if before is not None:
                    connection.execute(f"PRAGMA mmap_size = {MAPPED}")
                return connection
            connection.close()

    def file_identity(self) -> FileIdentity | None:
        """Which file stands at the path now; None when there is none."""
        with contextlib.suppress(OSError):
            found = Path(self.path).stat()
            return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size
        return None

    def refresh(self) -> FileIdentity | None:
        """Open the file if it is not open, reopen it if another has taken its place and is not held back.

        Which is open; None: there is no file.
        """
        if not self.read_only:
            self.ensure_connection()
            return None
        current = self.file_identity()
        if self.connection is not None and current != self.opened:
            if current is not None and any(is_held_back(current) for is_held_back in _held_back):
                return self.opened
            self.close()
        if current is None:
            return None
        self.ensure_connection()
        return self.opened
