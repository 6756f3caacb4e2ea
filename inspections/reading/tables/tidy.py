"""The tidy table that every list of inspections exports: the same inspections again, under the ids they have there.

One row for each judgement; the rows of one id are one inspection, and what they say of it must agree. A cell proves
what it says: the words of the first source stand in it as they were exported, and beside the authority where from.
Its columns are described on /data/ and stand in ``inspections/tidy.py``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from inspections.catalogue import Catalogue
from inspections.periods import NotADate, parse
from inspections.reading.entries import Desk
from inspections.reading.facts import (
    Basis,
    Cells,
    Dispute,
    Graded,
    Held,
    InspectionFact,
    InspectionKind,
    Judged,
    Name,
    Provider,
    Reading,
    When,
    Words,
)
from inspections.reading.headers import Column, Header, Layout, Row, rows_under
from inspections.reading.sheets import Sheet
from inspections.reading.tables import RowByRow
from inspections.tidy import COLUMNS, GAP, SEVERAL, unprotect
from inspections.wording import join_in_words

KIND = "tidy table"
# columns that say again what others say, or tell of the site that exported them; without any other, rows mean less
SAID_AGAIN = frozenset({
    "url", "title", "authority_name", "authority_gss", "service_name", "kind_words", "inspected_words",
    "inspected_earliest", "inspected_latest", "inspected_precision", "published_words", "published_earliest",
    "published_latest", "published_precision", "grade_words", "grade_rank", "source", "source_url", "evidence_start",
    "evidence_end", "evidence_text", "edition", "source_title", "source_publisher",
})  # fmt: skip
TIDY = Layout("the tidy table", tuple(Column(each.name, (each.name,), each.name not in SAID_AGAIN) for each in COLUMNS))
LAYOUTS = (TIDY,)
OF_A_ROW = (
    "aspect", "aspect_code", "scale", "grade", "grade_words", "grade_as_worded", "grade_rank", "grade_basis",
    "grade_note", "source", "source_url", "evidence_start", "evidence_end", "evidence_text", "source_title",
    "source_publisher",
)  # fmt: skip
OF_AN_INSPECTION = tuple(each.name for each in COLUMNS if each.name not in OF_A_ROW)
ORIGIN = ("source_title", "source_publisher", "source_url", "evidence_text")
OVERALL = "overall"
ABSENCES = ("not stated", "ungraded by design", "abolished")
BASES: tuple[Basis, ...] = get_args(Basis)
NOT_STATED_SERVICE = "not-stated"
UNTOLD = "as another record tells it"
DATED = ("words", "earliest", "latest")  # what stands beside every date
_REF = re.compile(r"[a-z2-7]{10}")


def read(held: Held, sheets: Sequence[Sheet], catalogue: Catalogue) -> Reading:
    desk = Desk(held, sheets, catalogue, __name__.rpartition(".")[2], KIND, retold=True)
    header = desk.header(TIDY)
    if header is None:
        return desk.done()
    check_columns(desk, header)
    groups = rows_by_inspection(rows_under(header))
    for key, rows in groups.items():
        TidyInspection(desk, rows, key, groups).add()
    return desk.done()


def check_columns(desk: Desk, header: Header) -> None:
    """A column that is none of this table's is told as a problem."""
    known = set(header.places.values())
    for at, name in enumerate(header.sheet.rows[header.number - 1]):
        if at not in known and name.strip():
            desk.wrong(
                Row(header, header.number, ()), name, f"the column “{name}” is none of the tidy table’s", "take it away"
            )


def rows_by_inspection(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The rows of each id, in the order of their first ones; a row without an id is one of its own, and its repeats."""
    groups: dict[str, list[Row]] = {}
    nameless: dict[tuple[str, ...], str] = {}
    for row in rows:
        ref = _cell(row, "inspection") or nameless.setdefault(row.cells, f"row {row.number}")
        groups.setdefault(ref, []).append(row)
    return groups


def read_some(held: Held, rows: Mapping[int, tuple[str, ...]], catalogue: Catalogue) -> Reading:
    """What some rows of a long table say, given under their numbers; row 1 is its header.

    Whatever inspection of the table a row names is taken to stand in it.
    """
    sheet = Sheet("", (rows[1],))
    desk = Desk(held, [sheet], catalogue, __name__.rpartition(".")[2], KIND, retold=True)
    header = desk.header(TIDY)
    if header is not None:
        some = (Row(header, number, rows[number]) for number in sorted(rows.keys() - {1}))
        for key, told in rows_by_inspection(some).items():
            TidyInspection(desk, told, key, Everything()).add()
    return desk.done()


class Everything:
    """The ids of a table of which only some rows are known."""

    def __contains__(self, ref: object) -> bool:
        return True


def add_inspection(desk: Desk, rows: Sequence[Row], key: str, keys: Container[str]) -> None:
    """One inspection of the table, by its rows; ``keys``: those of all inspections."""
    TidyInspection(desk, rows, key, keys).add()


ROW_BY_ROW = RowByRow(check_columns, rows_by_inspection, add_inspection)


def _cell(row: Row, key: str) -> str:
    """What was exported into a cell, exactly."""
    place = row.header.places.get(key)
    cell = row.cells[place] if place is not None and place < len(row.cells) else ""
    return unprotect(cell) if cell else ""


def _words(row: Row, *keys: str) -> Words:
    """These cells as evidence, those left out that are empty."""
    cells = tuple((key, text) for key in keys if (text := _cell(row, key)))
    return Words(cells=Cells(row.header.sheet.name, row.number, cells or ((keys[0], ""),)))


def _printed(row: Row, key: str) -> Words:
    """The words of somebody else that a cell hands on: theirs, without the name of a column."""
    return Words(cells=Cells(row.header.sheet.name, row.number, (("", _cell(row, key)),)))


def _outcome(row: Row) -> Words | None:
    """The outcome in the runs in which its source words it."""
    marked, held = _cell(row, "outcome"), _cell(row, "outcome_as_held")
    if not marked:
        return None
    runs = marked.split(GAP)
    if held and "\n\n".join(runs) != held:
        runs = [held]
    return Words(cells=Cells(row.header.sheet.name, row.number, tuple(("", run) for run in runs)))


@dataclass
class TidyInspection:
    """One inspection, by its rows."""

    desk: Desk
    rows: Sequence[Row]
    key: str
    keys: Container[str]  # of all inspections of the table

    def add(self) -> None:
        first, catalogue = self.rows[0], self.desk.catalogue
        self.count_once()
        self.agree()
        ref = _cell(first, "inspection")
        if ref and not _REF.fullmatch(ref):
            self.wrong("inspection", "is no id of a record", "leave the cell empty, and it gets one")
        self.named_so("authority", catalogue)
        service = self.codes("service", catalogue.services, "kind of service", also=("", NOT_STATED_SERVICE))
        frameworks = self.codes("framework", catalogue.frameworks, "framework")
        kind = self.one_of("kind", get_args(InspectionKind)) or "unstated"
        graded = list(self.judgements())
        overall = next((judged.grade for judged in graded if judged.aspect_slug == OVERALL), None)
        rest = [judged for judged in graded if judged.grade is not overall]
        absent = self.one_of("overall_absent", ABSENCES)
        printed = _cell(first, "service_as_printed")
        self.desk.inspections.append(
            InspectionFact(
                key=self.key,
                authorities=tuple(
                    Name(slug, _words(first, "authority", "authority_name", *ORIGIN))
                    for slug in self.codes("authority", catalogue.authorities, "authority")
                ),
                service=Name(service[0], _words(first, "service", "service_name")) if service else None,
                service_name=printed or None,
                inspectorates=tuple(
                    Name(slug, _words(first, "inspectorates"))
                    for slug in self.codes("inspectorates", catalogue.inspectorates, "inspectorate")
                ),
                kind=kind,  # type: ignore[arg-type]
                kind_words=_words(first, "kind", "kind_words") if kind != "unstated" else None,
                framework=Name(frameworks[0], _words(first, "framework")) if frameworks else None,
                framework_basis=self.basis("framework_basis"),
                inspected=self.when("inspected"),
                published=self.when("published"),
                overall=overall,
                overall_absent=absent,  # type: ignore[arg-type]
                outcome=_outcome(first),
                judgements=tuple(rest),
                previous=self.link("previous"),
                follows=self.link("follows"),
                next_due=self.when("next_due"),
                notes=tuple(filter(None, _cell(first, "notes").split("\n"))),
                provider=self.provider(),
                ref=ref,
                disputes=tuple(self.disputes()),
            )
        )

    def wrong(self, key: str, message: str, remedy: str, row: Row | None = None) -> None:
        self.desk.wrong(row or self.rows[0], key, message, remedy)

    def count_once(self) -> None:
        """A row that is another cell for cell is told, and tells of no judgement of its own."""
        once = {row.cells: row for row in reversed(self.rows)}
        repeats = [row.number for row in self.rows if once[row.cells] is not row]
        if repeats:
            numbers = join_in_words(map(str, repeats))
            self.desk.warn("repeated-row", f"row {numbers}: another row of {self.key} cell for cell, counted once")
            self.rows = [row for row in self.rows if once[row.cells] is row]

    def agree(self) -> None:
        """All rows of an inspection say the same of it."""
        first = self.rows[0]
        for row in self.rows[1:]:
            for key in OF_AN_INSPECTION:
                if _cell(row, key) != _cell(first, key):
                    message = f"says otherwise than row {first.number}, which has the same id"
                    self.wrong(key, message, "rows of one inspection must agree: correct one of the two", row)

    def codes(self, key: str, known: Container[str], what: str, also: Sequence[str] = ()) -> list[str]:
        """The codes of a cell, each in the catalogue."""
        found = [code for code in _cell(self.rows[0], key).split(SEVERAL) if code and code not in also]
        for code in found:
            if code not in known:
                self.wrong(key, f"“{code}” is no {what} that is known", "correct it; the codes are those of this site")
        return [code for code in found if code in known]

    def named_so(self, key: str, catalogue: Catalogue) -> None:
        """The names beside the codes of authorities are names of theirs, in their order."""
        codes, names = (_cell(self.rows[0], each) for each in (key, f"{key}_name"))
        if names and [*map(bool, codes.split(SEVERAL))] != [*map(bool, names.split(SEVERAL))]:
            self.wrong(
                f"{key}_name", "are not as many names as codes", "correct one of the two, or leave the names out"
            )
            return
        for code, name in zip(codes.split(SEVERAL), names.split(SEVERAL), strict=False):
            if name and not any(each.slug == code for each in catalogue.authorities_named(name)):
                self.wrong(f"{key}_name", f"“{name}” is no name of {code}", "correct one of the two")

    def one_of(self, key: str, known: Sequence[str]) -> str | None:
        text = _cell(self.rows[0], key)
        if text and text not in known:
            self.wrong(key, "is none of the values of this column", f"write one of {', '.join(known)}")
        return text if text in known else None

    def basis(self, key: str, row: Row | None = None) -> Basis:
        text = _cell(row or self.rows[0], key)
        if text and text not in BASES:
            self.wrong(key, "does not say how it is known", f"write one of {', '.join(BASES)}", row)
        return text if text in BASES else "stated"

    def when(self, key: str) -> When | None:
        """A date as EDTF, whose bounds, where they are given, are its own."""
        first = self.rows[0]
        edtf = _cell(first, key)
        if not edtf:
            said = next((each for each in DATED if _cell(first, f"{key}_{each}")), "")
            if said:
                told = _cell(first, f"{key}_{said}")
                self.wrong(key, f"is empty beside “{told}” in {key}_{said}", "fill the cell, or empty both")
            return None
        try:
            meant = parse(edtf)
        except NotADate as error:
            self.wrong(key, f"is no date: {error}", "write it as EDTF: 2019-06, 2019-06-10/2019-06-21")
            return None
        for name, bound in (("earliest", meant.earliest), ("latest", meant.latest)):
            given = _cell(first, f"{key}_{name}")
            if first.has(f"{key}_{name}") and given != (bound.isoformat() if bound else ""):
                self.wrong(f"{key}_{name}", f"is not what {edtf} means", "leave the column out, or correct it")
        basis = self.basis(f"{key}_basis")
        note = _cell(first, f"{key}_note")
        printed = f"{key}_as_printed"
        words = _printed(first, printed) if _cell(first, printed) else _printed(first, key)
        return When(
            edtf, meant.earliest, meant.latest, basis, words,
            note or (UNTOLD if basis != "stated" else ""),
        )  # fmt: skip

    def judgements(self) -> Iterator[Judged]:
        for row in self.rows:
            scale_code, grade_code = _cell(row, "scale"), _cell(row, "grade")
            if not scale_code:
                if grade_code:
                    self.wrong("grade", "is a grade without a scale", "fill the column scale", row)
                continue
            scale = self.desk.catalogue.scales.get(scale_code)
            if scale is None:
                self.wrong("scale", "is no scale that is known", "correct it; /scales/ lists them", row)
                continue
            if grade_code and grade_code not in {grade.slug for grade in scale.grades}:
                self.wrong("grade", f"is no grade of {scale.name}", "correct it; /scales/ lists them", row)
                continue
            basis = self.basis("grade_basis", row)
            worded = "grade_as_worded" if _cell(row, "grade_as_worded") else "grade_words"
            words = _cell(row, worded)
            said = scale.grade_worded(words)
            if grade_code and not words:
                self.wrong("grade_as_worded", "has no words for its grade", "write the grade as the source does", row)
                continue
            if grade_code and basis == "stated" and said and said.slug != grade_code:
                self.wrong(worded, f"does not say {grade_code}", "correct one of the two", row)
                continue
            label = scale.grade_worded(_cell(row, "grade_words"))
            if grade_code and _cell(row, "grade_words") and (label is None or label.slug != grade_code):
                self.wrong("grade_words", f"is no word for {grade_code} on {scale.name}", "correct one of the two", row)
                continue
            rank = next((str(grade.rank) for grade in scale.grades if grade.slug == grade_code), "")
            if _cell(row, "grade_rank") not in ("", rank):
                self.wrong(
                    "grade_rank", f"is not the place of {grade_code or 'no grade'}", "correct one of the two", row
                )
                continue
            note = _cell(row, "grade_note") or (UNTOLD if basis != "stated" else "")
            graded = Graded(scale_code, grade_code or None, _words(row, worded), basis, note)
            slug = _cell(row, "aspect_code")
            yield Judged(_cell(row, "aspect") or slug, slug or None, graded, _words(row, "aspect", "aspect_code"))

    def link(self, key: str) -> str | None:
        """The id of another inspection of this table."""
        ref = _cell(self.rows[0], key)
        if ref and ref not in self.keys:
            self.desk.warn("link-left-out", f"{self.rows[0].where}: {key} {ref} is not in this table")
            return None
        return ref or None

    def provider(self) -> Provider | None:
        first = self.rows[0]
        number, name, kind = (_cell(first, each) for each in ("provider", "provider_name", "provider_kind"))
        if bool(number) != bool(name) or (kind and not number):  # it would be the council's own, or nobody's
            key, other = ("provider_name", "number") if number else ("provider", "name")
            self.wrong(key, f"is empty beside the {other} of a provider", "fill the cell, or empty both")
        if not number:
            return None
        words = _words(first, "provider", "provider_name", "provider_kind")
        return Provider(number, name, kind, words)

    def disputes(self) -> Iterator[Dispute]:
        """Fields on which the other record's sources disagree."""
        first = self.rows[0]
        text = _cell(first, "disputed")
        try:
            for told in json.loads(text) if text else ():
                values, printed = tuple(map(str, told["values"])), f"{told['field']}_as_printed"
                words = _printed(first, printed) if _cell(first, printed) else _words(first, "disputed")
                yield Dispute(str(told["field"]), values, words, str(told.get("aspect", "")))
        except (ValueError, KeyError, TypeError, AttributeError):
            self.wrong("disputed", "is not what a record exports", "leave the cell as it was, or empty")
