"""What proves the lines of the tidy table: the cells of a published table as they are, words of a text cut out of it.

Most inspections of a table are proved by one row of it, and what many rows tell alike, a council or a service or a day,
is read and written once and kept.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import quote_plus

from inspections import privacy
from inspections.evidence import ROW as ROW_OF_TABLE
from inspections.tidy import GAP, PRINTED
from inspections.web.asked import proofs_in_table, proofs_with
from inspections.web.assembly import show_proofs
from inspections.web.shown.paragraphs import outcome_parts
from inspections.web.shown.proofs import Proof
from inspections.web.source_names import SourceNamed, sources_with
from inspections.web.tidy_cells import write_cell, write_cells

OTHER, JUDGED, PROVING, INSPECTED, PUBLISHED, OUTCOME = range(6)  # what a fact is to a line
# what proves a line without a judgement
_PROVES = {
    "outcome": OUTCOME, "kind": PROVING, "inspected": INSPECTED, "published": PUBLISHED, "service": PROVING
}  # fmt: skip
_NOTHING = "," * 4, ","  # of a proof that is not there: its place and words, its source's title and publisher
_BETWEEN, _BETWEEN_ON_A_SERVER = "],0],[", "], 0], ["  # two facts that a row tells
_BEGIN, _END, _ENDS = "[[", "],0]]", ("0]]", "1]]")
MOST_PARTS = 20_000  # that are kept

Row = Sequence[Any]
PK, INSPECTION, JUDGEMENT, ROW, START, WHERE, CELLS, TOLD = range(8)  # of a row of evidence


class Where(NamedTuple):
    """Which source a row of evidence is of, and what else many such rows share."""

    source: int
    field: str
    of_statement: bool
    sheet: str


class Single(NamedTuple):
    """One proof of an inspection or of a judgement."""

    key: int  # of its row of evidence
    inspection: int
    judgement: int | None
    row: int | None
    start: int | None
    where: Where
    field: str
    cells: str | list[list[str]]  # as the database has them, or read already


class Fact(NamedTuple):
    """One thing that a row of a table tells."""

    what: int
    words: str
    written: str  # the words as a cell
    proof: Proof  # as the outcome's paragraphs are found; of no particular row


class Told(NamedTuple):
    """All that one row of a table tells of an inspection, written as cells."""

    judged: str | None  # the words that prove its judgement
    known: str | None  # the words that prove it where it has none
    inspected: str
    published: str
    outcome: tuple[Proof, ...]


class TidyProofs:
    """What proves some inspections, for each of their lines."""

    def __init__(self, keys: Sequence[int], with_outcome: Iterable[int]) -> None:
        rows = proofs_in_table(keys)
        rows.sort()  # by key: the order in which they were recorded
        self.alone: dict[int, tuple[Row, Told]] = {}  # the one row of a table that proves an inspection
        several: dict[int, list[Row]] = {}
        for row in rows:
            key = row[INSPECTION]
            if key in several:
                several[key].append(row)
            elif key in self.alone:
                several[key] = [self.alone.pop(key)[0], row]
            elif _where(row[WHERE]).field == ROW_OF_TABLE:
                self.alone[key] = row, tell(row[TOLD])
            else:
                several[key] = [row]
        self.sources = sources_with({_where(each).source for each in {row[WHERE] for row in rows}})
        rest = (row for some in several.values() for row in some)
        self.others = _Several(rest, frozenset(with_outcome), self.sources)

    def first(self, inspection: int, judgement: int | None) -> tuple[str, str]:
        """The place and the words of what proves a line, and the title and publisher of its source."""
        if inspection not in self.alone:
            return self.others.first(inspection, judgement)
        row, told = self.alone[inspection]
        words = told.judged if told.judged is not None and judgement == row[JUDGEMENT] else told.known
        if words is None:
            return _NOTHING
        where = _where(row[WHERE])
        return _place_in_table(where.sheet, row[ROW], words, self.sources[where.source])

    def when(self, inspection: int) -> tuple[str, str]:
        """When it was inspected and published, in the words of its sources."""
        if inspection in self.alone:
            told = self.alone[inspection][1]
            return told.inspected, told.published
        return self.others.inspected.get(inspection, ""), self.others.published.get(inspection, "")

    def outcome(self, inspection: int, outcome: str) -> tuple[str, str]:
        """The outcome as it is held, and with its gaps marked."""
        if inspection in self.alone:
            return _write_outcome_of_row(outcome, self.alone[inspection][1].outcome)
        return _write_outcome(outcome, self.others.of_outcome(inspection))


class _Several:
    """Inspections that several facts prove, each a row of evidence, or that words of a text prove."""

    def __init__(self, rows: Iterable[Row], with_outcome: frozenset[int], sources: dict[int, SourceNamed]) -> None:
        self.sources = sources
        self.of_inspections: dict[int, list[Single]] = defaultdict(list)
        self.of_judgements: dict[int, Single] = {}
        for proof in _each_fact(rows):
            if proof.judgement:
                self.of_judgements.setdefault(proof.judgement, proof)
            elif not proof.where.of_statement:
                self.of_inspections[proof.inspection].append(proof)
        held = [proof for some in self.of_inspections.values() for proof in some]
        held += self.of_judgements.values()
        needed = {
            (proof.key, proof.field)
            for proof in held
            if proof.start is not None
            or proof.row is None
            or (proof.field == "outcome" and proof.inspection in with_outcome)
        }
        self.shown: dict[tuple[int, str], Proof] = {
            (row.id, row.field): proof
            for row, proof in show_proofs(proofs_with(list({key for key, _ in needed})))
            if (row.id, row.field) in needed
        }
        self.inspected, self.published = self._printed("inspected"), self._printed("published")

    def first(self, inspection: int, judgement: int | None) -> tuple[str, str]:
        proof = self.of_judgements.get(judgement) if judgement else None
        if proof is None:
            proofs = self.of_inspections.get(inspection, ())
            proof = next((each for each in proofs if each.field in _PROVES), proofs[0] if proofs else None)
        if proof is None:
            return _NOTHING
        source = self.sources[proof.where.source]
        if (proof.key, proof.field) in self.shown:
            return _write_proof(self.shown[proof.key, proof.field]), _write_source(source.title, source.publisher)
        return _place_in_table(proof.where.sheet, proof.row, write_cell(_words_in(proof.cells)), source)

    def of_outcome(self, inspection: int) -> tuple[Proof, ...]:
        proofs = self.of_inspections.get(inspection, ())
        return tuple(self.shown[proof.key, "outcome"] for proof in proofs if proof.field == "outcome")

    def _printed(self, field: str) -> dict[int, str]:
        """A date of each inspection in the words of its sources."""
        found = {}
        for inspection, proofs in self.of_inspections.items():
            words = [self._words(proof) for proof in proofs if proof.field == field]
            if words:
                found[inspection] = write_cell(PRINTED.join(dict.fromkeys(words)))
        return found

    def _words(self, proof: Single) -> str:
        shown = self.shown.get((proof.key, proof.field))
        return shown.text if shown else _words_in(proof.cells)


def _each_fact(rows: Iterable[Row]) -> Iterator[Single]:
    """Every single proof, as ``evidence.each_fact`` gives them of whole rows."""
    for key, inspection, judgement, number, start, held, cells, told in rows:
        where = _where(held)
        if where.field != ROW_OF_TABLE:
            yield Single(key, inspection, judgement, number, start, where, where.field, cells)
            continue
        for field, _, read, judged in json.loads(told):
            yield Single(key, inspection, judgement if judged else None, number, start, where, field, read)


@lru_cache(4096)
def _where(held: str) -> Where:
    source, field, statement, sheet = json.loads(held)
    return Where(int(source), field, statement is not None, sheet)


class _Parts(dict[str, tuple[Fact, ...]]):
    """What parts of rows tell, as it was read once: most stand in many rows."""

    def __missing__(self, part: str) -> tuple[Fact, ...]:
        """A part is JSON but for what was cut off: two brackets before it, the end of a fact behind it."""
        begun = part if part.startswith(_BEGIN) else _BEGIN + part
        found = tuple(_read_fact(*fact) for fact in json.loads(begun if begun.endswith(_ENDS) else begun + _END))
        if len(self) >= MOST_PARTS:
            self.clear()
        self[part] = found
        return found


_parts = _Parts()


def tell(told: str) -> Told:
    """What a row tells, from how it is held: it is taken apart between two facts.

    Where a cell itself holds what stands between facts, a part ends within its quotation marks and cannot be read:
    then the row is read as a whole.
    """
    parts = told.split(_BETWEEN if _BETWEEN in told else _BETWEEN_ON_A_SERVER)
    try:
        facts = [fact for part in parts for fact in _parts[part]]
    except ValueError:
        facts = [_read_fact(*fact) for fact in json.loads(told)]
    judged = proving = first = None
    inspected: list[Fact] = []
    published: list[Fact] = []
    outcome: list[Fact] = []
    for fact in facts:
        what = fact.what
        if what == JUDGED:
            judged = judged or fact
            continue
        if what == OTHER:
            first = first or fact
            continue
        proving = proving or fact
        if what == INSPECTED:
            inspected.append(fact)
        elif what == PUBLISHED:
            published.append(fact)
        elif what == OUTCOME:
            outcome.append(fact)
    known = proving or first
    return Told(
        judged and judged.written,
        known and known.written,
        _write_printed(inspected),
        _write_printed(published),
        tuple(fact.proof for fact in outcome) if outcome else (),
    )


def _read_fact(field: str, claim: str, cells: list[list[str]], judged: int) -> Fact:
    words = _words_of(cells)
    pairs = tuple((header, text) for header, text in cells)
    proof = Proof("", "", "", "", field, claim, words, row=0, cells=pairs)
    return Fact(JUDGED if judged else _PROVES.get(field, OTHER), words, write_cell(words), proof)


def _write_printed(facts: list[Fact]) -> str:
    if len(facts) == 1:
        return facts[0].written
    return write_cell(PRINTED.join(dict.fromkeys(fact.words for fact in facts))) if facts else ""


@lru_cache(1024)
def _write_outcome_of_row(outcome: str, proofs: tuple[Proof, ...]) -> tuple[str, str]:
    return _write_outcome(outcome, proofs)


def _write_outcome(outcome: str, proofs: tuple[Proof, ...]) -> tuple[str, str]:
    masked = privacy.mask(outcome)
    return write_cell(masked), write_cell(GAP.join(outcome_parts(masked, proofs)))


@lru_cache(1024)
def _write_source(title: str, publisher: str) -> str:
    return write_cells(title, publisher)


def _place_in_table(sheet: str, number: int | None, words: str, source: SourceNamed) -> tuple[str, str]:
    """Where a row of a table stands, with words of it, and its source."""
    begun = _begin_row(source.ref, source.slug, sheet)
    return f"{begun}{number}#r{number},,,{words}", _write_source(source.title, source.publisher)


@lru_cache(1024)
def _begin_row(ref: str, slug: str, sheet: str) -> str:
    """The id of a table and the address of a row of it, up to the row's number."""
    asked = f"sheet={quote_plus(sheet)}&" if sheet else ""
    return f"{ref},/sources/{ref}/{slug}/?{asked}row="


def _write_proof(proof: Proof) -> str:
    start, end = ("" if place is None else str(place) for place in (proof.start, proof.end))
    return write_cells(proof.source, proof.url, start, end, proof.text)


def _words_in(cells: str | list[list[str]]) -> str:
    return _words_of(cells) if isinstance(cells, list) else _words_held(cells)


@lru_cache(16_384)
def _words_held(cells: str) -> str:
    return _words_of(json.loads(cells))


def _words_of(cells: list[list[str]]) -> str:
    return "; ".join(f"{header}: {text}" if header else text for header, text in cells)
