"""One small good table of every published layout, under the names its layout has for its columns, and ways to spoil it.

A layout that is added without a row here fails the tests that spoil tables, until it has one.
"""

from dataclasses import dataclass, replace
from datetime import date

from inspections.reading.tables import table_readers
from tests.reading.tables.made import as_csv, as_ods, as_xlsx

RI = "Requires improvement to be good"
SCHOOL = {
    "urn": "106092", "laestab": "3562053", "name": "Bredbury Green Primary School", "phase": "Primary",
    "kind": "Community School", "area": "Stockport",
}  # fmt: skip
INSPECTED = {"number": "10199265", "inspected": "08/06/2022", "published": "11/07/2022", "same": "Yes"}
THEN = {"then-urn": "106092", "then-laestab": "3562053", "then-name": "Bredbury Green", "then-kind": "Academy"}
FOUR = {"overall": "2", "quality": "2", "behaviour": "1", "development": "2", "leadership": "3", "safeguarding": "Yes",
        "early-years": "2", "sixth-form": "9"}  # fmt: skip
CARD = {
    "safeguarding": "Met", "inclusion": "Strong standard", "curriculum": "Expected standard",
    "achievement": "Expected standard", "attendance": "Needs attention", "development": "Exceptional",
    "early-years": "Expected standard", "post-16": "Not applicable", "leadership": "Expected standard",
}  # fmt: skip
ILACS = {"overall": "Good", "leaders": "Good", "protection": RI, "care": "Outstanding"}
HOME = {
    "urn": "SC051513", "kind": "Children's home", "name": "REDACTED", "area": "Stockport", "sector": "Local Authority",
    "owner": "Stockport Metropolitan Borough Council", "type": "Full inspection", "inspected": date(2022, 6, 7),
    "published": date(2022, 7, 11), "number": 10222810, "overall": "Good", "protection": "Good", "leaders": RI,
}  # fmt: skip


def under(prefix, *parts):
    return {f"{prefix}-{key}": value for part in parts for key, value in part.items()}


@dataclass(frozen=True)
class Sample:
    """A good row by the keys of its columns; which of them are grades, days and names of authorities."""

    row: dict
    grades: tuple = ()
    days: tuple = ()
    area: str = ""
    sheet: str = ""  # "": a CSV
    filled: str = ""  # what stands in every other cell


SAMPLES = {
    "area SEND inspections of 2016 to 2022": Sample(
        {"code": "E08000007", "name": "Stockport", "inspected": date(2018, 9, 24), "published": date(2018, 11, 22),
         "statement": "Yes", "weaknesses": 5, "revisited": "Not revisited yet"},
        ("statement",), ("inspected", "published", "revisited"), "name", "Area_SEND_up_to_31_Aug_2022",
    ),
    "area SEND inspections since 2023": Sample(
        {"name": "Stockport", "inspected": "06/03/2023", "published": "10/05/2023", "plan": "Yes", "areas": "2",
         "outcome": "Inconsistent experiences and outcomes"},
        ("outcome", "plan"), ("inspected", "published"), "name",
    ),
    "the inspections of 2009 to 2023": Sample(
        {"name": "Stockport", "slac": date(2012, 6, 1), "slac-safeguarding": RI, "slac-looked-after": "Good",
         "sif": date(2017, 11, 24), "sif-overall": "Good", "sif-protection": "Good", "lscb": "Inadequate",
         "ilacs-type": "ILACS Standard Inspection", "ilacs": date(2022, 5, 16), "ilacs-overall": "Good",
         "ilacs-leaders": "Good", "ilacs-protection": RI, "ilacs-care": "Outstanding"},
        ("slac-safeguarding", "sif-overall", "lscb", "ilacs-care"), ("slac", "sif", "ilacs"), "name",
        "LA_inspections_2009-2023", "-",
    ),
    "the newest inspection of every authority": Sample(
        {"code": "E08000007", "name": "Stockport", "inspected": date(2022, 3, 28), "published": date(2022, 5, 16)}
        | ILACS,
        tuple(ILACS), ("inspected",), "name", "Inspections_as_at_31_March",
    ),
    "the inspections and visits of the year": Sample(
        {"code": "E08000007", "name": "Stockport", "inspected": date(2022, 3, 28), "published": date(2022, 5, 16),
         "type": "ILACS Standard Inspection"} | ILACS,
        tuple(ILACS), ("inspected",), "name", "In-year_inspections",
    ),
    "the history of ILACS inspections": Sample(
        {"code": "E08000007", "name": "Stockport", "inspected": date(2022, 3, 28), "published": date(2022, 5, 16),
         "type": "ILACS Standard Inspection", "status": "Active"} | ILACS,
        tuple(ILACS), ("inspected",), "name", "ILACS_inspection_history",
    ),
    "the newest inspection of every home and agency": Sample(
        HOME, ("overall", "protection"), ("inspected", "published"), "area", "Provider_level_at_31_Mar_2023"
    ),
    "the inspections of homes and agencies of the year": Sample(
        HOME, ("overall", "protection"), ("inspected", "published"), "area", "Provider_level_in_year_2022-23"
    ),
    "further education and skills providers with the number of their inspection": Sample(
        {"ukprn": "10006335", "name": "Stockport Metropolitan Borough Council", "type": "Local authority provider",
         "group": "Adult", "number": "10041159", "kind": "Full Inspection", "inspected": "2018.03.06", "days": "3"},
        (), ("inspected",),
    ),
    "the scores of inspections by their number": Sample(
        {"number": "10041159", "aspect": "Overall effectiveness", "score": "2", "meaning": "Good"}, ("score",)
    ),
    "further education and skills providers": Sample(
        {"urn": "50237", "name": "A Service", "as-at": "31/08/2021", "published": "17/04/2018", "region": "North West",
         "area": "Stockport", "type": "Local authority provider", "overall": "2", "quality-of-education": "9",
         "behaviour-and-attitudes": "9", "personal-development": "9", "leadership-and-management": "2",
         "safeguarding": "Yes"},
        ("overall", "quality-of-education", "safeguarding"), ("published", "as-at"), "area",
    ),
    "state-funded schools with report cards": Sample(
        SCHOOL | under("card", INSPECTED, THEN, CARD, {"type": "School inspection", "number": "1"},
                       {"inspected": "06/01/2026", "published": "10/02/2026"})
        | under("graded", INSPECTED, THEN, FOUR, {"type": "S5 Inspection"})
        | under("ungraded", INSPECTED, THEN, {"number": "3", "outcome": "School remains Good"}),
        ("card-inclusion", "card-safeguarding", "graded-overall", "graded-safeguarding"),
        ("card-inspected", "graded-published", "ungraded-inspected"), "area",
    ),
    "report cards of state-funded schools": Sample(
        {"urn": "106092", "name": "Bredbury Green", "area": "Stockport", "laestab": "3562053",
         "inspected": "2026-01-06", "safeguarding": "met", "inclusion": "strong", "curriculum": "expected",
         "achievement": "expected", "behaviour": "needs-attention", "personal": "urgent", "leadership": "exceptional"},
        ("inclusion", "safeguarding"), ("inspected",), "area",
    ),
    "state-funded schools": Sample(
        SCHOOL | under("graded", INSPECTED, THEN, FOUR, {"type": "S5 Inspection"})
        | under("previous", INSPECTED, THEN, FOUR, {"number": "354786", "inspected": "14/03/2014"})
        | under("ungraded", INSPECTED, THEN, {"number": "3", "outcome": "School remains Good", "converted": "No"}),
        ("graded-overall", "graded-early-years", "previous-overall", "previous-safeguarding"),
        ("graded-inspected", "previous-published", "ungraded-inspected"), "area",
    ),
    "youth justice ratings": Sample(
        {"name": "Stockport", "overall": "Good", "published": "01/11/22", "staff": "Good", "planning": "Outstanding"},
        ("overall", "staff"), ("published",), "name", filled="Good",
    ),
}  # fmt: skip
TIDY = "tidy"  # the site's own table: its columns and what is wrong with them are tried in a file of their own


@dataclass(frozen=True)
class Table:
    """One sheet of a file, as it would be published, or spoilt."""

    layout: object
    sample: Sample
    above: tuple = (("Title of the sheet",),)
    header: tuple = ()
    row: tuple = ()

    @property
    def rows(self):
        return [list(each) for each in (*self.above, self.header, self.row)]

    def with_cell(self, key, value):
        place = [each.key for each in self.layout.columns].index(key)
        return replace(self, row=(*self.row[:place], value, *self.row[place + 1 :]))

    def with_name(self, key, name):
        place = [each.key for each in self.layout.columns].index(key)
        return replace(self, header=(*self.header[:place], name, *self.header[place + 1 :]))

    def without(self, key):
        place = [each.key for each in self.layout.columns].index(key)
        return replace(self, header=self.header[:place] + self.header[place + 1 :],
                       row=self.row[:place] + self.row[place + 1 :])  # fmt: skip

    def named(self, key):
        return next(each.names[0] for each in self.layout.columns if each.key == key)


def readers():
    return [reader for reader in table_readers() if reader.name != TIDY]


def good(reader):
    """Every table of a layout's file, good."""
    tables = []
    for layout in reader.layouts:
        sample = SAMPLES[layout.name]
        header = tuple(each.names[0] for each in layout.columns)
        row = tuple(sample.row.get(each.key, sample.filled) for each in layout.columns)
        tables.append(Table(layout, sample, header=header, row=row))
    return tables


def sheet_of(table):
    """The name of a sheet that the layout knows: two published workbooks name their like sheets otherwise."""
    own = table.sample.sheet
    later = {"^la level at": "LA_level_at_31_Mar_2023", "^la level in year": "LA_level_in_year_2022-23"}
    return later.get(table.layout.sheet, own)


def as_file(tables, kind=""):
    """The file's name and bytes: a CSV where it is published as one, else an ODS; ``kind`` for another."""
    sheets = {sheet_of(each): each.rows for each in tables}
    if (kind or ("csv" if "" in sheets else "ods")) == "csv":
        return "table.csv", as_csv(*tables[0].rows)
    sheets = {name or "School_and_provider_level_data": rows for name, rows in sheets.items()}
    return (f"table.{kind or 'ods'}", as_xlsx(sheets) if kind == "xlsx" else as_ods(sheets))
