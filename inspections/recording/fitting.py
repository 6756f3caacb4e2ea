"""Could two sources be telling of one inspection? Kinds, inspectorates, dates and grades compared, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from inspections.catalogue import load
from inspections.periods import Dated, Part, parse
from inspections.reading.facts import InspectionFact, When
from inspections.wording import kind_in_words, when_in_words

WHOLE = {"full", "short"}  # an inspection said to be full in one source may be called short in another
UNGRADED = {
    "focused-visit", "monitoring-visit", "revisit", "school-improvement", "joint-targeted", "unannounced",
    "interim-visit", "thematic",
}  # fmt: skip
REPORTED = 120  # days within which the report of a visit is out, those of a pause that the catalogue knows apart
HELD_BACK = 180  # days after which no report came out, whatever paused
USUAL_VISIT = 14  # days, so that its first day alone says more than the month and less than both its ends
LONGEST_VISIT = 28  # days from the first to the last
DISPUTABLE_DAYS = 60  # how far two days of visiting may lie apart when the day of publication is the same


@dataclass(frozen=True)
class Fit:
    """Whether two facts may be one event: ``contradicted`` never; else only if some date is ``shared``."""

    contradicted: bool
    shared: bool
    reason: str
    numbered: bool = False  # their inspectorate's own numbers decide

    @property
    def fits(self) -> bool:
        return self.shared and not self.contradicted


def compare(one: InspectionFact, other: InspectionFact) -> Fit:
    """How two facts about the same authorities and the same service fit together."""
    if one.number and other.number:
        same = one.number == other.number
        return Fit(not same, same, f"number {one.number}" if same else "their numbers differ", True)
    if reason := _kinds_contradict(one, other) or _inspectorates_contradict(one, other):
        return Fit(True, False, reason)
    fit = compare_dates(one, other)
    if not fit.fits:
        return fit
    if _grades_differ(one, other) and not _both_known_to_the_month(one, other):
        return Fit(True, False, "their grades differ, and no date is known to the month in both")
    return fit


def compare_dates(one: InspectionFact, other: InspectionFact) -> Fit:
    """Inspected with inspected, published with published; a bare month may also name the other's finer date."""
    inspected = relate(one.inspected, other.inspected)
    published = relate(one.published, other.published)
    visit_named = _names_the_month(one.inspected, other.published) or _names_the_month(other.inspected, one.published)
    report_named = _names_the_month(one.published, other.inspected) or _names_the_month(other.published, one.inspected)
    if "apart" in (inspected, published):
        apart = "dates of inspection" if inspected == "apart" else "dates of publication"
        if inspected == "same day" or (published == "same day" and _near(one.inspected, other.inspected)):
            return Fit(False, True, f"one of their dates is the same day; the {apart} are disputed")
        excused = (inspected != "apart" or visit_named) and (published != "apart" or report_named)
        if excused:
            return Fit(False, True, f"{visit_named or report_named}; the {apart} are disputed")
        return Fit(True, False, f"the {apart} are apart")
    if inspected in ("same day", "overlapping"):
        return Fit(False, True, f"inspected {_both(one.inspected, other.inspected)}")
    if published in ("same day", "overlapping"):
        return Fit(False, True, f"published {_both(one.published, other.published)}")
    if visit_named or report_named:
        return Fit(False, True, visit_named or report_named)
    if "fits without year" in (inspected, published):
        return Fit(False, False, "a date without its year is not enough")
    if reason := _report_of_visit(one, other) or _report_of_visit(other, one):
        return Fit(False, True, reason)
    return Fit(False, False, "they share no date")


def _report_of_visit(visit: InspectionFact, report: InspectionFact) -> str:
    """One source gives only the first day of a visit, the other only the day a report came out, both the same grade."""
    first, day = first_day(visit.inspected), first_day(report.published)
    if visit.published or report.inspected or first is None or day is None or not is_out_in_time(first, day):
        return ""
    one, other = visit.overall, report.overall
    if not (one and other and one.grade) or (one.scale, one.grade) != (other.scale, other.grade):
        return ""
    said = {judged.aspect_slug: judged.grade for judged in visit.judgements if judged.grade.grade}
    for judged in report.judgements:
        known = said.get(judged.aspect_slug)
        if known and judged.grade.grade and (known.scale, known.grade) != (judged.grade.scale, judged.grade.grade):
            return ""
    return f"visited {when_in_words(visit.inspected.edtf)}, published {day.isoformat()}, and all grades are the same"  # type: ignore[union-attr]


def is_out_in_time(first: date, out: date) -> bool:
    """Can a report that came out on one day be of a visit that began on the other?"""
    days = (out - first).days
    if days <= REPORTED or days > HELD_BACK:
        return 0 < days <= REPORTED
    paused = 0
    for gap in load().gaps:
        since, until = max(first, gap.since), min(out, gap.until or out)
        paused += max(0, (until - since).days + 1)
    return days - paused <= REPORTED


def first_day(when: When | None) -> date | None:
    """The one day, or first day, that a value gives exactly."""
    if when is None:
        return None
    choices = parse(when.edtf).choices
    start = choices[0][0].start if len(choices) == 1 and len(choices[0]) == 1 else None
    exact = start is not None and start.year is not None and start.precision == "day" and not start.doubt
    return start.first if start and exact else None


def relate(one: When | None, other: When | None) -> str:
    """ "unknown", "apart", "overlapping", "same day" or "fits without year"."""
    if one is None or other is None:
        return "unknown"
    first, second = parse(one.edtf), parse(other.edtf)
    if known := _relate_starts(one, other):
        return known
    if first.without_year or second.without_year:
        return "fits without year" if _fit_without_year(first, second) else "apart"
    if not first.ranges or not second.ranges:
        return _relate_open(first, second)
    if first.choices == second.choices and _is_exact(first):
        return "same day"
    overlapping = any(a <= d and c <= b for a, b in first.ranges for c, d in second.ranges)
    return "overlapping" if overlapping else "apart"


def _relate_starts(one: When, other: When) -> str:
    """Where one value is a first day whose last is not given; "" where neither is."""
    begun = [when.edtf.endswith("/..") for when in (one, other)]
    if not any(begun):
        return ""
    if all(begun):
        return "same day" if one.edtf == other.edtf else "apart"
    start, whole = (one, other) if begun[0] else (other, one)
    day = first_day(start)
    if day is None or not parse(whole.edtf).ranges or parse(whole.edtf).without_year:
        return ""
    if first_day(whole) == day:
        return "same day"
    if any(first <= day <= last for first, last in parse(whole.edtf).ranges):
        return "overlapping"
    # a visit of some weeks may be told by its later days
    near = any(0 < (first - day).days <= LONGEST_VISIT for first, _ in parse(whole.edtf).ranges)
    return "unknown" if near and not _is_exact(parse(whole.edtf)) else "apart"


def is_consistent(one: When, other: When) -> bool:
    """May both values be true of one event? Overlap is enough, and where only a first day is told, a visit as long
    as most are; nothing else is judged where a bound is missing."""
    return relate(one, other) != "apart" and not (_is_over(one, other) or _is_over(other, one))


def _is_over(visit: When, told: When) -> bool:
    """Would a visit as long as most are, of which only the first day is told, have ended before another value?"""
    day, other = first_day(visit) if visit.edtf.endswith("/..") else None, parse(told.edtf)
    if day is None or other.without_year or not other.ranges:
        return False
    return all((first - day).days > USUAL_VISIT for first, _ in other.ranges)


def coarseness(when: When) -> int | None:
    """How wide the knowledge of a date is, in days; a first day alone is finer than the month it is in."""
    return USUAL_VISIT if when.edtf.endswith("/..") and first_day(when) else parse(when.edtf).days


def width(fact: InspectionFact) -> int:
    """How coarse a fact's finest date is, in days; facts without any bounded date come last."""
    whens = [when for when in (fact.inspected, fact.published) if when]
    days = [1 if when.edtf.endswith("/..") and first_day(when) else parse(when.edtf).days for when in whens]
    return min((each for each in days if each is not None), default=10**6)


def _relate_open(first: Dated, second: Dated) -> str:
    """Open intervals share no more than "not contradicted"."""
    starts = [each.earliest for each in (first, second) if each.earliest]
    ends = [each.latest for each in (first, second) if each.latest]
    return "apart" if starts and ends and max(starts) > min(ends) else "unknown"


def _is_exact(dated: Dated) -> bool:
    return len(dated.choices) == 1 and all(
        part is not None and part.precision == "day" and not part.doubt
        for period in dated.choices[0]
        for part in (period.start, period.end)
    )


def _parts(dated: Dated) -> list[Part]:
    return [p for choice in dated.choices for period in choice for p in (period.start, period.end) if p is not None]


def _fit_without_year(first: Dated, second: Dated) -> bool:
    """Could a value without a year and another be the same time of some year?"""
    return any(
        a.month is None or b.month is None or (a.month == b.month and (not a.day or not b.day or a.day == b.day))
        for a in _parts(first)
        for b in _parts(second)
    )


def _names_the_month(said: When | None, when: When | None) -> str:
    """ "July 2019" said of an inspection may be the month of its visit or of its report; it becomes neither."""
    month = _bare_month(said)
    if said is None or when is None or month is None:
        return ""
    if when.edtf.endswith("/.."):
        day = first_day(when)
        days = (day, day) if day else None
    else:
        told = parse(when.edtf)
        days = told.ranges[0] if told.ranges and _is_exact(told) else None  # no year, no range
    if days is None or days[0] > month[1] or days[1] < month[0]:
        return ""
    return f"{when_in_words(said.edtf)} is the month of {when_in_words(when.edtf.removesuffix('/..'))}"


def _bare_month(when: When | None) -> tuple[date, date] | None:
    """The days of a value that is one month of one year."""
    if when is None:
        return None
    dated = parse(when.edtf)
    if len(dated.choices) != 1 or len(dated.choices[0]) != 1 or dated.choices[0][0].precision != "month":
        return None
    return dated.ranges[0] if dated.ranges else None


def _near(one: When | None, other: When | None) -> bool:
    if one is None or other is None or one.earliest is None or other.earliest is None:
        return False
    ends = (one.latest or one.earliest, other.latest or other.earliest)
    return max(one.earliest, other.earliest).toordinal() - min(ends).toordinal() <= DISPUTABLE_DAYS


def _both(one: When | None, other: When | None) -> str:
    values = [when_in_words(when.edtf) for when in (one, other) if when]
    return " and ".join(dict.fromkeys(values))


def _kinds_contradict(one: InspectionFact, other: InspectionFact) -> str:
    kinds = {one.kind, other.kind} - {"unstated"}
    if len(kinds) == 2 and kinds != WHOLE:
        return f"one is {_a(one.kind)}, the other {_a(other.kind)}"
    for fact, twin in ((one, other), (other, one)):
        if fact.kind in UNGRADED and twin.overall is not None and twin.overall.grade:
            return f"one is {_a(fact.kind)}, which has no overall grade, and the other has one"
    return ""


def _a(kind: str) -> str:
    """ "a full inspection", "an annual assessment"."""
    words = f"{kind} inspection" if kind in WHOLE else kind_in_words(kind)
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def _inspectorates_contradict(one: InspectionFact, other: InspectionFact) -> str:
    first, second = {name.slug for name in one.inspectorates}, {name.slug for name in other.inspectorates}
    return "different inspectorates" if first and second and not first & second else ""


def _grades_differ(one: InspectionFact, other: InspectionFact) -> bool:
    first, second = one.overall, other.overall
    if not first or not second or not first.grade or not second.grade:
        return False
    return (first.scale, first.grade) != (second.scale, second.grade)


def _both_known_to_the_month(one: InspectionFact, other: InspectionFact) -> bool:
    return width(one) <= 31 and width(other) <= 31
