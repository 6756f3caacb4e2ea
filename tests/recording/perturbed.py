"""Documents and a long table that change at random: one added, taken away, corrected, one more row, one other day."""

from __future__ import annotations

import csv
import hashlib
import io
import random
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from inspections.catalogue import load
from inspections.packing import pack
from inspections.reading import read, read_file
from inspections.reading.facts import Held, Reading, Sidecar, Unreadable
from inspections.tidy import COLUMNS
from tests.conftest import ROOT

CASES = ROOT / "tests" / "reading" / "cases"
COUNCILS = ("stockport", "stoke-on-trent", "kent", "leeds")
SERVICES = ("adult-learning", "childrens-services", "area-send")
LETTERS = "abcdefghijklmnopqrstuvwxyz234567"


@cache
def documents() -> tuple[Reading, ...]:
    """The project's texts that tell of one of these councils, and some that do not."""
    found = []
    for path in [*sorted((ROOT / "seeds").glob("*.txt")), *sorted(CASES.rglob("*.txt"))]:
        try:
            reading = read_file(path, load())
        except Unreadable:
            continue
        councils = {name.slug for fact in reading.inspections for name in fact.authorities}
        if councils.intersection(COUNCILS) or len(found) % 9 == 0:
            found.append(reading)
    names: dict[str, Reading] = {}
    texts: dict[str, Reading] = {}
    for reading in found:
        if reading.held.name not in names and reading.held.text not in texts:
            names[reading.held.name] = texts[reading.held.text] = reading
    return tuple(names.values())


def table(rows: list[dict[str, str]], name: str = "long.csv", packed: bool = False) -> Reading:
    """A tidy table as it would be read from a file; ``packed``: as if it were too long to be held as text."""
    out = io.StringIO(newline="")
    names = [column.name for column in COLUMNS if not column.name.endswith(("_earliest", "_latest"))]
    writer = csv.DictWriter(out, names, restval="")
    writer.writeheader()
    writer.writerows(rows)
    text = out.getvalue()
    sha = hashlib.sha256(text.encode()).hexdigest()
    held = Held(name, "text/csv", sha, "" if packed else text, Sidecar(), packed=pack(text) if packed else b"")
    return read(held, load())


def long_table() -> Reading:
    """A few rows as if there were very many."""
    return table(long_rows(), packed=True)


def long_rows() -> list[dict[str, str]]:
    """Three inspections that are plain, and one with two judgements."""
    told = {"inspectorates": "ofsted", "kind": "full", "inspected_basis": "stated", "scale": "ofsted-four-point"}
    graded = {"aspect": "Overall", "aspect_code": "overall", "grade": "good", "grade_as_worded": "Good"}
    told |= {"service": "adult-learning", **graded}
    rows = [
        {**told, "inspection": ref * 10, "authority": council, "inspected": day}
        for ref, council, day in (
            ("a", "kent", "2014-05"), ("b", "leeds", "2015-03-02"), ("c", "kent", "2016-03-01/2016-03-04"),
            ("d", "leeds", "2017"),
        )
    ]  # fmt: skip
    more = {"aspect": "Leadership", "aspect_code": "leadership-and-management", "grade": "outstanding"}
    return [*rows, {**rows[-1], **more, "grade_as_worded": "Outstanding"}]


def made_rows(count: int, chance: random.Random, first: int = 0) -> list[dict[str, str]]:
    """Inspections of a few councils, some on the days that the documents tell, some that follow others."""
    days = [
        when.edtf
        for reading in documents()
        for fact in reading.inspections
        for when in (fact.inspected, fact.published)
        if when and when.basis == "stated" and "X" not in when.edtf
    ]
    rows: list[dict[str, str]] = []
    for number in range(first, first + count):
        day = date(2010, 1, 1) + timedelta(chance.randrange(5000))
        inspected = chance.choice([*days, day.isoformat(), day.isoformat()[:7], ""])
        ref = "".join(LETTERS[value % 32] for value in hashlib.sha256(str(number).encode()).digest()[:10])
        council = chance.choice(COUNCILS)
        row = {
            "inspection": ref, "authority": council, "service": chance.choice((*SERVICES, "")),
            "inspectorates": "ofsted", "kind": chance.choice(("full", "full", "unstated", "monitoring-visit")),
            "inspected": inspected, "inspected_basis": "stated",
            "outcome": chance.choice(("", 'They "know", and\ndo.')),
        }  # fmt: skip
        if chance.random() < 0.3:
            row["published"] = (day + timedelta(60)).isoformat()
        if chance.random() < 0.6:
            grade = chance.choice(("good", "inadequate", "requires-improvement", "outstanding"))
            row |= {"scale": "ofsted-four-point", "grade": grade, "aspect": "Overall", "aspect_code": "overall"}
            row |= {"grade_as_worded": grade.replace("-", " ")}
        if rows and chance.random() < 0.1:
            row["previous"] = chance.choice(rows)["inspection"]
        if row["service"] and chance.random() < 0.05:
            row |= {"provider": f"school-urn-{chance.randrange(4)}", "provider_name": "A School", "service": "schools"}
        rows.append(row)
    return rows


def corrected(reading: Reading, chance: random.Random) -> Reading:
    """The same source as another reading of it might be: a day later, a fact less, a statement less, another kind."""
    facts = list(reading.inspections)
    how = chance.randrange(7)
    if how == 0 and facts:
        at = chance.randrange(len(facts))
        when = facts[at].inspected
        if when and when.earliest and when.latest == when.earliest and len(when.edtf) == 10:
            later = when.earliest + timedelta(chance.randrange(1, 40))
            moved = replace(when, edtf=later.isoformat(), earliest=later, latest=later)
            facts[at] = replace(facts[at], inspected=moved)
        return replace(reading, inspections=tuple(facts))
    if how == 1 and facts:
        gone = chance.choice(facts).key
        facts = [fact for fact in facts if fact.key != gone]
        facts = [
            replace(fact, previous=_not(fact.previous, gone), follows=_not(fact.follows, gone)) for fact in facts
        ]  # fmt: skip
        said = tuple(
            replace(each, about=tuple(key for key in each.about if key != gone)) for each in reading.statements
        )  # fmt: skip
        return replace(reading, inspections=tuple(facts), statements=said)
    if how == 2 and reading.statements:
        return replace(reading, statements=reading.statements[1:])
    if how == 3:
        return replace(reading, kind=chance.choice(("inspection report", "news story", "press release")))
    if how == 4:
        sidecar = replace(reading.held.sidecar, received=chance.choice((None, date(2020, 1, 1), date(2026, 1, 1))))
        return replace(reading, held=replace(reading.held, sidecar=sidecar))
    if how == 5 and facts:
        at = chance.randrange(len(facts))
        facts[at] = replace(facts[at], overall=None, overall_absent=None)
        return replace(reading, inspections=tuple(facts))
    if how == 6 and len(facts) > 1:
        facts[0] = replace(facts[0], previous=facts[-1].key)
        return replace(reading, inspections=tuple(facts))
    return replace(reading, kind="news story")


def _not(key: str | None, gone: str) -> str | None:
    return None if key == gone else key
