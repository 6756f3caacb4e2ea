"""Rows of a published table into facts: authorities, days, grades and codes, every problem of the file gathered.

Nothing is taken on trust: an authority that is not in the catalogue, a day that is none, a grade that is not on its
scale refuse the table with sheet, row, column and words. A code means what its publisher says it means; where it
stands for no judgement, the inspection says so in a note, which is not the same as "not stated".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from inspections.catalogue import Catalogue
from inspections.catalogue.types import Authority
from inspections.periods import parse
from inspections.reading.cell_days import read_day
from inspections.reading.cell_values import SILENT
from inspections.reading.facts import (
    Cells,
    Graded,
    Held,
    InspectionFact,
    Judged,
    Name,
    Problem,
    Reading,
    Unreadable,
    Warned,
    When,
    Words,
)
from inspections.reading.headers import Header, Layout, Row, check_header, find_headers, strange_cells
from inspections.reading.plausible import TOO_EARLY, check_facts, first_day
from inspections.reading.sheets import Sheet
from inspections.reading.whole_rows import check_rows, find_repeats
from inspections.wording import join_in_words

MOST = 40  # problems told of one table
ABSENT = SILENT


_OF_ANY = frozenset("and authority borough city council county district metropolitan royal the unitary upon".split())


def _share_a_word(name: str, other: str) -> bool:
    """Do two names have a word in common that is not a word of every authority?"""
    one, two = (set(re.findall(r"[a-z]{3,}", each.lower())) - _OF_ANY for each in (name, other))
    return not one.isdisjoint(two)


@dataclass(frozen=True)
class Means:
    """What a code of a table means: a grade of a scale, or why there is none."""

    grade: str | None = None
    label: str = ""  # in the publisher's words: "Good", "this judgement did not exist"
    judged: bool = True  # False: the code says that nothing was judged


Codes = Mapping[str, Means]


@dataclass
class Desk:
    """One table being read, with everything wrong and everything odd about it."""

    held: Held
    sheets: Sequence[Sheet]
    catalogue: Catalogue
    reader: str
    kind: str
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)
    inspections: list[InspectionFact] = field(default_factory=list)
    told: set[tuple[str, int, str]] = field(default_factory=set)  # the cells that a problem is told of
    agreeing: set[str] = field(default_factory=set)  # codes that stand beside a name of their authority
    strange: list[tuple[Row, str, str]] = field(default_factory=list)  # cells with a name of nobody, beside this code
    headers: dict[str, Header] = field(default_factory=dict)  # by the name of the sheet
    edition: date | None = None  # when the file was published, where its rows say so
    retold: bool = False  # another record's own table: what it tells was looked at when that record took it

    def header(self, layout: Layout) -> Header | None:
        """The one place where this layout stands, its faults told; None where it is left out or cannot be read."""
        found = find_headers(layout, self.sheets)
        if len(found) > 1:
            names = " and ".join(f"“{header.sheet.name}”" for header in found)
            self.problems.append(Problem(f"{layout.name} stand on two sheets: {names}", "leave one of them in"))
            return None
        if not found:
            if not layout.elsewhere:
                self.problems.append(
                    Problem(f"has no sheet with {layout.name}", "fetch the table again from its publisher")
                )
            return None
        faults = list(check_header(found[0])) or list(check_rows(found[0]))
        self.problems += faults
        for row, key, what in () if faults else strange_cells(found[0]):
            self.wrong(row, key, f"is {what}", "correct the cell; if it is so published, the layout has to learn it")
        if faults:
            return None
        header = self.headers[found[0].sheet.name] = self._without_repeats(found[0])
        return header

    def _without_repeats(self, header: Header) -> Header:
        """A row that is another cell for cell is told, and counted once."""
        repeats = find_repeats(header)
        if repeats:
            listed = join_in_words([f"{number} (as row {first})" for number, first in list(repeats.items())[:MOST]])
            more = f" and {len(repeats) - MOST} more" if len(repeats) > MOST else ""
            sheet = f"sheet “{header.sheet.name}”: " if header.sheet.name else ""
            what = "row is another" if len(repeats) == 1 else "rows are others"
            self.warn("repeated-row", f"{sheet}{len(repeats)} {what} cell for cell, counted once: row {listed}{more}")
        return replace(header, repeats=frozenset(repeats))

    def wrong(self, row: Row, key: str, message: str, remedy: str) -> None:
        """A cell that cannot be what it says: sheet, row, column and words; once, though several facts need it."""
        if (row.header.sheet.name, row.number, key) in self.told:
            return
        self.told.add((row.header.sheet.name, row.number, key))
        place = row.header.places.get(key, 0)
        name = row.header.printed(key) if key in row.header.places else key
        sheet = f"sheet “{row.header.sheet.name}”: " if row.header.sheet.name else ""
        self.problems.append(
            Problem(f"{sheet}row {row.number}, column “{name}”: {message}", remedy, row.number, place + 1, row[key])
        )

    def needs(self, row: Row, *keys: str) -> None:
        """Cells that say who was inspected: where one is blank, the row would be another's that has none either."""
        for key in keys:
            if row[key] in SILENT:
                self.wrong(row, key, "does not say who was inspected", "fill the cell")

    def warn(self, code: str, message: str) -> None:
        self.warnings.append(Warned(code, message))

    def authority(self, row: Row, key: str, day: date | None, code_key: str = "") -> Authority | None:
        """The authority a cell names, as it stood on the day; told as a problem where there is none."""
        code = row[code_key] if code_key else ""
        named = self._named(row[key])
        coded = self._coded(code) if code else ()
        if code_key and code and not coded:
            self.wrong(row, code_key, "is the code of no authority that is known", "correct the code")
            return None
        if not named and not coded:
            self.wrong(row, key, "is no authority that is known", "correct the name, or leave the row out")
            return None
        both = [each for each in named if each in coded] if named and coded else list(named or coded)
        if not both:
            self.wrong(row, key, f"is not the authority whose code is {code}", "correct one of the two")
            return None
        if coded and named:
            self.agreeing.add(code)
        elif coded and row[key] and not any(_share_a_word(row[key], name) for each in coded for name in each.names):
            self.strange.append((row, key, code))
        living = [each for each in both if day is None or each.life.holds(day)]
        if not living:  # a council that was made anew under its name: the table prints the newer code
            living = [each for each in named if day is None or each.life.holds(day)]
        if len(living) == 1:
            return living[0]
        if len(living) > 1:
            self.wrong(row, key, "names several authorities", "write the full name of one")
            return None
        return None

    def _named(self, name: str) -> tuple[Authority, ...]:
        return self.catalogue.authorities_named(name)

    def _coded(self, code: str) -> tuple[Authority, ...]:
        return tuple(
            each
            for each in self.catalogue.authorities.values()
            if code == each.dfe or any(code == gss for gss, _, _ in each.gss_codes)
        )

    def day(self, row: Row, key: str, blank: Iterable[str] = ABSENT) -> date | None:
        """The day a cell says; None where it is blank; anything else is a problem."""
        text = row[key]
        if text in blank:
            return None
        day = read_day(text)
        if day is None:
            self.wrong(row, key, "is not a date", "write it as 2019-02-18 or 18/02/2019")
        elif day < first_day(self.catalogue):
            told = f"is before anything that is known was inspected, on {first_day(self.catalogue).isoformat()}"
            self.wrong(row, key, told, TOO_EARLY)
            return None
        return day

    def grade(
        self, row: Row, key: str, scale: str, codes: Codes, note: str = "", silent: Iterable[str] = ABSENT
    ) -> tuple[Graded | None, Means | None]:
        """The grade of a cell on a scale; without a grade, what its code means; neither where it says nothing."""
        text = row[key]
        if text in silent:
            return None, None
        means = codes.get(text) or codes.get(text.lower())
        if means is None:
            known = self.catalogue.scales[scale].grade_worded(text)
            if known is None:
                name = self.catalogue.scales[scale].name
                self.wrong(row, key, f"is no grade of {name} and no code that is known", "correct the cell")
                return None, None
            return Graded(scale, known.slug, row.words(key), "derived" if note else "stated", note), None
        if not means.judged:
            return None, means
        told = note or f"the table prints “{text}”, which stands for “{means.label}”"
        return Graded(scale, means.grade, row.words(key), "derived", told), means

    def not_then(self, row: Row, key: str, day: date) -> None:
        """An authority that did not exist on the day is lent nothing of another; other faults are told already."""
        found = self._named(row[key])
        if found:
            self.warn("not-then", f"{row.where}: left out: {row[key]} did not exist on {day.isoformat()}")

    def changed(self, fact: InspectionFact, **values: Any) -> InspectionFact:
        return replace(fact, **values)

    def _tell_strange(self) -> None:
        """Names of nobody beside the code of an authority, unless a table has more of them than of others."""
        codes = {code for _, _, code in self.strange}
        if len(codes) > max(1, len(self.agreeing)):
            self.warn("strange-names", f"{len(codes)} authorities told by their codes: the names are not known")
            return
        for row, key, code in self.strange:
            self.wrong(row, key, f"is no name of the authority whose code is {code}", "correct one of the two")

    def done(self, title: Words | None = None, published: When | None = None) -> Reading:
        """The reading, or every problem at once."""
        self._tell_strange()
        if not self.retold:
            check_facts(self)
        if self.problems:
            told = self.problems[:MOST]
            if len(self.problems) > MOST:
                told.append(Problem(f"and {len(self.problems) - MOST} more problems", "mend these first"))
            raise Unreadable(self.held.name, tuple(told))
        if not self.inspections:
            problem = Problem("tells of no inspection: its table has no rows", "fetch the table again")
            raise Unreadable(self.held.name, (problem,))
        return Reading(
            self.held, self.reader, self.kind, title, published, tuple(self.inspections), (), (), tuple(self.warnings)
        )

    def next_key(self) -> str:
        return str(len(self.inspections) + 1)


def on_day(day: date, words: Words) -> When:
    return When(day.isoformat(), day, day, "stated", words)


def from_day(day: date, words: Words) -> When:
    """A visit of which a table gives the first day only."""
    meant = parse(f"{day.isoformat()}/..")
    return When(f"{day.isoformat()}/..", meant.earliest, meant.latest, "stated", words)


def named(slug: str, words: Words) -> Name:
    return Name(slug, words)


def joined(first: Words, *more: Words) -> Words:
    """One fact that several rows say."""
    rows: list[Cells] = []
    for words in (first, *more):
        rows += [row for row in words.rows if row not in rows]
    return Words(first.spans, rows[0] if rows else None, tuple(rows[1:]))


def absence_notes(absences: Iterable[tuple[str, str, Means]]) -> Iterator[str]:
    """One note for each code: "No grade for quality of education: the table prints “9”, which means not applicable"."""
    grouped: dict[tuple[str, str], list[str]] = {}
    for aspect, text, means in absences:
        grouped.setdefault((text, means.label), []).append(aspect)
    for (text, label), aspects in grouped.items():
        listed = join_in_words(each if each[:2].isupper() else each[:1].lower() + each[1:] for each in aspects)
        yield f"No grade for {listed}: the table prints “{text}”, which means {label}"


def aspect_of(catalogue: Catalogue, framework: str, slug: str, label: str, graded: Graded) -> Judged:
    return Judged(label, slug, graded, Words())


def title_of(header: Header) -> Words | None:
    """The first line of a sheet, where it stands alone above its header."""
    first = header.sheet.rows[0] if header.number > 1 else ()
    filled = [cell for cell in first if cell.strip()]
    if len(filled) != 1:
        return None
    return Words(cells=Cells(header.sheet.name, 1, (("", " ".join(filled[0].split())),)))
