"""What the pages, the JSON and the CSV are made from: plain frozen objects that never ask the database.

``assembly`` fills them; templates read them; ``objects`` and ``exports`` write them out. One set of
values for every format, so that no two formats can disagree. Here are the names of things and their links.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from inspections.text import tidy

ROWS_SHOWN = 50  # of a table, on one page


@dataclass(frozen=True)
class Link:
    """A name that leads somewhere."""

    text: str
    url: str
    ref: str = ""
    note: str = ""


@dataclass(frozen=True)
class Named:
    """A catalogue entry by slug and name."""

    slug: str
    name: str


@dataclass(frozen=True)
class ServiceCount(Named):
    """A kind of service at an authority, and how many inspections of it are held."""

    inspections: int = 0


@dataclass(frozen=True)
class AuthorityName:
    slug: str
    name: str
    gss: str
    dfe: str

    @property
    def url(self) -> str:
        return f"/authorities/{self.slug}/"


@dataclass(frozen=True)
class ServiceName:
    """The kind of service, and its name as printed when the source gives it one."""

    kind: str
    kind_name: str
    printed: str

    @property
    def name(self) -> str:
        return self.printed or self.kind_name

    @property
    def has_its_own_name(self) -> bool:
        """Whether the source calls it something else than its kind."""
        return bool(self.printed) and tidy(self.printed).text != tidy(self.kind_name).text


@dataclass(frozen=True)
class ProviderName:
    """Who was inspected where it is not the council."""

    id: str
    name: str
    kind: str

    @property
    def register(self) -> str:
        """ "URN 107809", of the id "school-urn-107809"."""
        *_, name, number = ("", *self.id.rsplit("-", 2))
        return f"{name.upper()} {number}".strip()

    @property
    def url(self) -> str:
        return f"/inspections/?provider={self.id}"


@dataclass(frozen=True)
class SourceName:
    ref: str
    slug: str
    title: str
    publisher: str

    @property
    def url(self) -> str:
        return f"/sources/{self.ref}/{self.slug}/"


def join_names(names: Iterable[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    listed = list(names)
    return " and ".join(filter(None, [", ".join(listed[:-1]), listed[-1]])) if listed else ""
