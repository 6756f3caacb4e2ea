"""What a timeline draws, before it is drawn: each inspection and statement with its days, its words and its name.

An event says where it may lie in time and what stands beside it; ``timeline`` gives it a place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from inspections.directions import close_directions
from inspections.periods import parse
from inspections.web.known import the_catalogue
from inspections.web.ladder import place_grade
from inspections.web.shown import join_names
from inspections.web.shown.dates import WhenShown
from inspections.web.shown.grades import GradeShown, JudgementShown
from inspections.web.shown.inspections import InspectionRow
from inspections.wording import service_in_words

Days = tuple[date, date]
LONGEST_OUTCOME = 9  # words of an outcome that stand beside its mark; the rest is on its page


@dataclass(frozen=True)
class Line:
    """A line of words beside a mark: ``style`` is "grade", "kind", "said" or "quiet"."""

    style: str
    text: str


@dataclass(frozen=True)
class Steps:
    """A ladder without its place: the tone of each rung from the top, and which one is judged."""

    tones: tuple[str, ...]
    judged: int | None


@dataclass(frozen=True)
class Event:
    """One thing that a mark stands for."""

    lane: str  # kind of service
    url: str
    name: str  # all that a mark says, for those who do not see it
    shape: str  # "ladder", "visit" or "tick"
    ladders: tuple[Steps, ...] = ()
    lines: tuple[Line, ...] = ()
    choices: tuple[tuple[Days, ...], ...] = ()  # each choice its periods; more than one: which is not stated
    when: str = ""
    what: str = ""
    outcome: str = ""
    row: tuple[str, int] = ("", 0)  # scale and place on it: the row of a number by year and grade

    @property
    def without_year(self) -> bool:
        return not self.choices

    @property
    def first(self) -> date:
        return min((days[0] for choice in self.choices for days in choice), default=date.max)


@dataclass(frozen=True)
class Tally:
    """How many inspections of one service share a year and an outcome: what a very long history is drawn from."""

    service: str
    year_from: int | None
    year_to: int | None
    scale: str  # "" when there is no overall grade
    grade: str
    count: int
    every: bool = False  # whatever the outcome: there are too many to tell them apart


def inspection_event(row: InspectionRow) -> Event:
    """An inspection with its grades on their scale, or its own words: progress and outcomes are not grades."""
    when = row.when
    drawn = tuple(g for g in row.overalls or tuple(j.grade for j in row.graded_aspects) if g.scale_kind == "grade")
    outcome = _outcome(row)
    whom, kind = row.authority_names or "authority not stated", row.kind_words[:1].upper() + row.kind_words[1:]
    label = "" if row.inspected else "published "
    words = f"{label}{when.words}" if when else "date not stated"
    if when and when.basis == "candidates":
        words += ", which is not stated"
    choices = _choices(when)
    return Event(
        lane=row.service.kind,
        url=row.url,
        name=f"{whom}, {row.service.kind_name}: {row.kind_words}, {words}. {close_directions(outcome)}",
        shape="ladder" if drawn else "visit",
        ladders=tuple(_steps(grade) for grade in drawn[:6]),
        lines=_lines(row, kind, words if not choices else "published" if label else ""),
        choices=choices,
        when=words,
        what=kind,
        outcome=outcome,
    )


def statement_event(statement: Any, lane: str, whom: str, when: WhenShown | None) -> Event:
    """Something said about an inspection, as a tick; bodies are named, individuals are on its page."""
    who = close_directions(statement.organisation or "speaker’s body not stated")
    kind = statement.kind[:1].upper() + statement.kind[1:]
    withdrawn = ", since withdrawn" if statement.status == "withdrawn" else ""
    words = when.words if when else "date not stated"
    if when and when.basis == "candidates":
        words += ", which is not stated"
    choices = _choices(when)
    return Event(
        lane=lane,
        url=f"/statements/{statement.ref}/",
        name=f"{whom}, {service_in_words(lane, the_catalogue())}: {statement.kind} by {who}{withdrawn}, {words}",
        shape="tick",
        lines=(
            Line("quiet", f"{kind}{withdrawn}"),
            *([Line("quiet", statement.organisation)] if statement.organisation else []),
            *([] if choices else [Line("quiet", words)]),
        ),
        choices=choices,
        when=words,
        what=f"{kind}{withdrawn}",
        outcome=who,
    )


def tally_event(tally: Tally, authority: str, whom: str) -> Event:
    """Many inspections at once: their number beside one mark, which leads to their list."""
    query = f"/inspections/?authority={authority}" + (f"&service={tally.service}" if tally.service else "")
    single = tally.year_from is not None and (tally.every or tally.year_from == tally.year_to)
    years = str(tally.year_from) if single else "year not stated"
    if tally.every and tally.year_to != tally.year_from:
        years = f"{tally.year_from} to {tally.year_to}"
    if tally.year_from is not None and not single:
        years = f"{tally.year_from} to {tally.year_to}, which is not stated"
        query += f"&year_from={tally.year_from}&year_to={tally.year_to}"
    elif tally.year_from is not None and tally.year_to is not None:
        query += "".join(f"&year={year}" for year in range(tally.year_from, tally.year_to + 1))
    grade = place_grade(tally.scale, tally.grade) if tally.scale else None
    if grade and grade.grade:
        query += f"&grade={grade.scale}:{grade.grade}"
    outcome = f"{grade.label} ({grade.scale_name})" if grade else "every outcome" if tally.every else "no overall grade"
    many = f"{tally.count} inspection{'' if tally.count == 1 else 's'}"
    return Event(
        lane=tally.service,
        url=query,
        name=f"{whom}, {service_in_words(tally.service, the_catalogue())}: {many}, {years}, {outcome}",
        shape="ladder" if grade and grade.scale_kind == "grade" else "tick" if tally.every else "visit",
        ladders=(_steps(grade),) if grade and grade.scale_kind == "grade" else (),
        lines=(Line("number", f"{tally.count}"),)
        if single
        else (Line("number", f"{tally.count}"), Line("quiet", years)),
        choices=(((date(tally.year_from, 1, 1), date(tally.year_to, 12, 31)),),)
        if single and tally.year_from and tally.year_to
        else (),
        when=years,
        what=many,
        outcome=outcome,
        row=(grade.scale_name, grade.rank or 0) if grade else ("", 0),
    )


def statement_events(said: Iterable[Any], inspected: Sequence[InspectionRow], show_when: Any) -> list[Event]:
    """Each statement (once for each inspection it is about) in the lane of every service of these inspections."""
    rows = {row.pk: row for row in inspected}
    found: dict[tuple[int, str], Event] = {}
    for each in said:
        row = rows.get(each.about_key)
        if row is not None and (each.pk, row.service.kind) not in found:
            when = show_when(each.said_edtf, each.said_earliest, each.said_latest, each.said_basis, each.said_note)
            found[each.pk, row.service.kind] = statement_event(each, row.service.kind, row.authority_names, when)
    return list(found.values())


def _choices(when: WhenShown | None) -> tuple[tuple[Days, ...], ...]:
    """The days that a date may mean; none where any choice has no year or no end."""
    if when is None:
        return ()
    choices = []
    for choice in parse(when.edtf).choices:
        periods = tuple((p.first, p.last or p.first) for p in choice if p.first)  # "from 6 March": its first day
        if len(periods) != len(choice):
            return ()
        choices.append(periods)
    return tuple(choices)


def _steps(grade: GradeShown) -> Steps:
    judged = next((place for place, rung in enumerate(grade.rungs) if rung.judged), None)
    return Steps(tuple(rung.tone for rung in grade.rungs), judged)


def _outcome(row: InspectionRow) -> str:
    """The outcome as its name says it, each grade with its scale."""
    said = [f"{g.told[:1].upper()}{g.told[1:]} ({g.scale_name})" for g in row.overalls]
    if len(said) > 1:
        return f"Sources disagree: {join_names(said)}"
    if said:
        return said[0]
    if row.graded_aspects:
        return f"{row.absent_words}. {_aspects(row.graded_aspects)}"
    return f"{row.absent_words}{f'. Outcome: {row.outcome_line}' if row.outcome else ''}"


def _aspects(judged: Sequence[JudgementShown]) -> str:
    """Each aspect with its grade; the scale once, where it is that of them all."""
    scales = {each.grade.scale for each in judged}
    if len(judged) > 1 and len(scales) == 1:
        listed = "; ".join(f"{close_directions(each.aspect_line)}: {each.grade.told}" for each in judged)
        return f"{listed} (each on {judged[0].grade.scale_name})"
    return "; ".join(
        f"{close_directions(each.aspect_line)}: {each.grade.told} ({each.grade.scale_name})" for each in judged
    )


def _lines(row: InspectionRow, kind: str, when: str) -> tuple[Line, ...]:
    """The words beside a mark, never a grade without its scale."""
    ordinary = row.kind in ("full", "unstated")
    lines = [] if ordinary and row.judgements else [Line("kind", kind)]
    graded = tuple(j.grade for j in row.graded_aspects)
    if row.overalls:
        lines += [Line("quiet", "Sources disagree:")] if len(row.overalls) > 1 else []
        lines += [line for grade in row.overalls for line in _told(grade)]
        lines += _scales(row.overalls)
    elif row.outcome:
        words = row.outcome_line.split()
        lines.append(Line("said", " ".join(words[:LONGEST_OUTCOME]) + (" […]" if len(words) > LONGEST_OUTCOME else "")))
    elif graded:
        overall = "overall not stated" if row.overall_absent == "not stated" else "no overall"
        lines.append(Line("kind", f"{len(graded)} judgement{'' if len(graded) == 1 else 's'}, {overall}"))
        lines += _scales(graded)
    else:
        lines.append(Line("quiet", "grade not stated" if row.overall_absent == "not stated" else "no grade given"))
    return (*lines, *([Line("quiet", when)] if when else []))


def _told(grade: GradeShown) -> list[Line]:
    """A grade’s word; where a later table has another, its words first, and whose they are."""
    style = "grade" if grade.grade else "quiet"
    if grade.printed:
        return [Line(style, f"“{grade.printed}”"), Line("quiet", grade.printed_for)]
    return [Line(style, grade.label[:1].upper() + grade.label[1:])]


def _scales(grades: Iterable[GradeShown]) -> list[Line]:
    return [Line("quiet", name) for name in dict.fromkeys(grade.scale_name for grade in grades)]
