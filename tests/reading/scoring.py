"""A reading compared with a fact file: every fact right, wrong, missed or spurious, with its words.

Inspections are aligned one to one by authority, service, kind and dates; then each of their facts is compared.
"optional" in a note of the fact file makes an entry count neither way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from inspections.catalogue import Catalogue
from inspections.reading.facts import Graded, InspectionFact, Judged, Reading, When, Words
from inspections.text import Span, find, tidy
from tests.reading import expected as stated
from tests.reading.expected import Case, Day, Fact, words
from tests.reading.scoring_speech import score_speech
from tests.reading.verdicts import Mark, Marker, optional

Verdict = Literal["right", "wrong", "missed", "spurious"]
GRADES = ("overall grade", "aspect grade", "not a judgement")


@dataclass(frozen=True)
class Expected:
    """One inspection of a fact file as values; ``passed_over``: found or not, it counts neither way.

    ``boards``: the grades that the file gives safeguarding boards of the same councils as inspections of their own;
    the inspectorate printed them in the reports of the councils' services, so a reading may tell them as parts.
    """

    fact: Fact
    key: str
    authorities: list[set[str]]
    services: set[str]
    kinds: set[str]
    inspectorates: set[str]
    inspected: Day | None
    published: Day | None
    overall: tuple[str, str] | None
    passed_over: bool = False
    boards: frozenset[tuple[str, str] | None] = frozenset()

    @property
    def label(self) -> str:
        names = "/".join(",".join(sorted(slugs)) for slugs in self.authorities)
        return f"[{self.key}] {names} {'|'.join(sorted(self.services))}"


def score(case: Case, reading: Reading | None, catalogue: Catalogue) -> list[Mark]:
    """Every fact of a case, judged. ``reading`` None: the document could not be read, all is missed."""
    text = reading.held.text if reading else ""
    mark = Marker(case.id, text)
    wanted = [_expected(case.facts, fact, catalogue) for fact in case.facts["inspections"]]
    wanted += list(_only_previous(wanted, catalogue))
    found = reading.inspections if reading else ()
    pairs = align(wanted, found)
    keys = {f.key: w.key for w, f in pairs}
    _document_date(case.facts, reading, mark)
    for want, have in pairs:
        if not want.passed_over:
            _inspection(want, have, catalogue, keys, mark)
    for want in wanted:
        if not want.passed_over and all(want is not w for w, _ in pairs):
            _all_missed(want, catalogue, mark)
    for have in found:
        if all(have is not f for _, f in pairs):
            mark("inspection", "spurious", None, _shown(have), have.mentions[:1])
            for name, graded in _grades(have):
                kind = "overall grade" if name == "overall" else "aspect grade"
                mark(kind, "spurious", None, f"{name}: {_slug(graded)} of {_shown(have)}", graded.words)
    if reading:
        _not_judgements(case.facts, reading, mark)
    score_speech(case.facts, reading, keys, mark)
    return mark.marks


def _expected(facts: Fact, fact: Fact, catalogue: Catalogue) -> Expected:
    return Expected(
        fact, fact["key"], stated.authorities(facts, fact, catalogue), stated.services(fact["service"]),
        stated.kinds(fact["kind"]), stated.inspectorates(fact["inspectorates"]), stated.day(fact["start"], fact["end"]),
        stated.day(fact["published"]), stated.grade(fact["overall"], fact["scale"], catalogue), optional(fact),
        _boards(facts, fact, catalogue),
    )  # fmt: skip


def _boards(facts: Fact, fact: Fact, catalogue: Catalogue) -> frozenset[tuple[str, str] | None]:
    councils = stated.authorities(facts, fact, catalogue)
    return frozenset(
        stated.grade(board["overall"], board["scale"], catalogue)
        for board in facts["inspections"]
        if "lscb" in stated.services(board["service"]) and stated.authorities(facts, board, catalogue) == councils
    )


def _only_previous(wanted: Iterable[Expected], catalogue: Catalogue) -> Iterator[Expected]:
    """A previous grade without an entry of its own: a reading may make it an inspection, and need not."""
    for want in wanted:
        previous = want.fact.get("previous")
        if previous and not previous.get("key"):
            grade = stated.grade(previous["grade"], want.fact["scale"], catalogue)
            day = stated.day(previous.get("date"))
            yield Expected(
                {"aspects": [], "scale": None}, f"{want.key}-previous", want.authorities, want.services,
                want.kinds | {"full", "unstated"}, set(), day, None, grade, passed_over=True,
            )  # fmt: skip


# Alignment


def align(wanted: list[Expected], found: Iterable[InspectionFact]) -> list[tuple[Expected, InspectionFact]]:
    """Pairs of one event each, the surest first."""
    ranked = sorted(
        ((closeness(want, have), -i, -j, want, have) for i, want in enumerate(wanted) for j, have in enumerate(found)),
        key=lambda entry: entry[:3], reverse=True,
    )  # fmt: skip
    pairs: list[tuple[Expected, InspectionFact]] = []
    for sure, _, _, want, have in ranked:
        if sure > 0 and all(want is not w and have is not h for w, h in pairs):
            pairs.append((want, have))
    return pairs


def closeness(want: Expected, have: InspectionFact) -> int:
    """How surely both are one event; 0 or less: they are not."""
    slugs = {a.slug for a in have.authorities}
    right = sum(bool(options & slugs) for options in want.authorities)
    if slugs and not right:
        return 0
    if have.service and stated.family_of(have.service.slug) not in {stated.family_of(s) for s in want.services}:
        return 0
    sure = 2 * right + (2 if have.kind in want.kinds else 0 if have.kind == "unstated" else -3)
    sure += 1 if have.service and have.service.slug in want.services else 0
    for day, when in ((want.inspected, have.inspected), (want.published, have.published)):
        judged = compare_day(day, when)
        sure += {"right": 4, "wrong": -4, "missed": 2 if when else 0, "spurious": -1, "": 0}[judged]
    have_overall = _slug(have.overall) if have.overall else None
    if want.overall or have_overall:
        sure += 3 if have_overall == want.overall else -2 if want.overall and have_overall else -1
    return sure


def compare_day(day: Day | None, when: When | None) -> Verdict | Literal[""]:
    """``missed``: nothing found, or only a coarser date that holds the stated one."""
    if day is None:
        return "spurious" if when else ""
    if when is None:
        return "missed"
    if day.bounds is None:
        return "right" if _partial(day, when) else "wrong"
    if when.earliest is None or when.latest is None:
        month = when.edtf.removeprefix("XXXX-")[:5]
        return "missed" if day.bounds[0].isoformat()[5:].startswith(month[:2]) else "wrong"
    first, last = day.bounds
    if (when.earliest, when.latest) == (first, last):
        return "right"
    if day.precision == "week" and when.earliest <= first and when.latest >= last - (last - first) / 3:
        return "right" if (when.latest - when.earliest).days < 31 else "missed"
    if day.precision == "week" and when.earliest == first and (last - when.latest).days == 2:
        return "right"
    if day.precision == "year" and re.fullmatch(r"\d{4}-2[1-4]", when.edtf) and when.edtf[:4] == str(first.year):
        return "right"  # a season of the stated year: finer, and as printed
    return "missed" if when.earliest <= first and last <= when.latest else "wrong"


def _partial(day: Day, when: When) -> bool:
    if when.edtf == day.partial:
        return True
    years = {int(year) for year in re.findall(r"\b(\d{4})-", when.edtf)}
    days = {re.sub(r"\b\d{4}-", "XXXX-", one) for one in when.edtf.strip("[]").split(",")}
    if day.precision == "week":  # told by the day on which it begins
        days = {one.split("/")[0] for one in days}
    return when.basis != "stated" and days == {day.partial} and years <= {*day.inferable}


# One inspection


def _inspection(want: Expected, have: InspectionFact, catalogue: Catalogue, keys: dict[str, str], mark: Marker) -> None:
    mark("inspection", "right", want.label, _shown(have), have.mentions[:1])
    slugs = {a.slug for a in have.authorities}
    allowed = set().union(*want.authorities)
    strangers = slugs - allowed
    lacking = [options for options in want.authorities if not options & slugs]
    verdict: Verdict = "wrong" if strangers else "missed" if lacking else "right"
    mark("authority", verdict, want.label, ", ".join(sorted(slugs)), _spans(a.words for a in have.authorities))
    service = have.service.slug if have.service else None
    verdict = "missed" if service is None else "right" if service in want.services else "wrong"
    mark("service", verdict, want.label, service, have.service.words if have.service else ())
    if want.inspectorates:
        bodies = {b.slug for b in have.inspectorates}
        extra = bodies - want.inspectorates
        verdict = "wrong" if extra else "right" if bodies == want.inspectorates else "missed"
        mark("inspectorate", verdict, f"{want.label} {sorted(want.inspectorates)}", str(sorted(bodies)),
             _spans(b.words for b in have.inspectorates if b.slug in extra))  # fmt: skip
    verdict = "right" if have.kind in want.kinds else "missed" if have.kind == "unstated" else "wrong"
    mark("kind", verdict, f"{want.label} {'|'.join(sorted(want.kinds))}", have.kind, have.kind_words or ())
    mark_day("inspected", want.inspected, have.inspected, want.label, mark)
    mark_day("published", want.published, have.published, want.label, mark)
    _overall(want, have, mark)
    _aspects(want, have, catalogue, mark)
    _previous(want, have, keys, mark)


def mark_day(name: str, day: Day | None, when: When | None, label: str, mark: Marker) -> None:
    verdict = compare_day(day, when)
    if not verdict:
        return
    shown = f"{label} {_day(day)}" if day else f"{label} nothing"
    mark(name, verdict, shown, f"{when.edtf} ({when.basis})" if when else None, when.words if when else ())
    if verdict == "right" and day and when and day.bounds and day.basis in {"stated", "derived"}:
        same = "right" if day.basis == when.basis else "wrong"
        mark("basis of date", same, f"{label} {name} {day.basis}", when.basis, when.words)


def _overall(want: Expected, have: InspectionFact, mark: Marker) -> None:
    graded = have.overall if have.overall and have.overall.grade else None
    if want.overall is None:
        if graded:
            mark("overall grade", "spurious", f"{want.label} not graded", str(_slug(graded)), graded.words)
    elif graded is None and any(_for_all(judged, want) for judged in have.judgements):
        mark("overall grade", "right", f"{want.label} {want.overall}", "in all themes")
    elif graded is None:
        mark("overall grade", "missed", f"{want.label} {want.overall}", None)
    else:
        verdict = "right" if _slug(graded) == want.overall else "wrong"
        mark("overall grade", verdict, f"{want.label} {want.overall}", str(_slug(graded)), graded.words)


def _aspects(want: Expected, have: InspectionFact, catalogue: Catalogue, mark: Marker) -> None:
    wanted = [(a["aspect"], _aspect_grade(want, a, catalogue)) for a in want.fact["aspects"]]
    found = list(have.judgements)
    ranked = sorted(
        ((likeness(name, judged), grade == _slug(judged.grade), -i, -j) for i, (name, grade) in enumerate(wanted)
         for j, judged in enumerate(found)), reverse=True,
    )  # fmt: skip
    taken: dict[int, int] = {}
    for alike, _, i, j in ranked:
        if alike > 0 and -i not in taken and -j not in taken.values():
            taken[-i] = -j
    for i, (name, grade) in enumerate(wanted):
        judged = found[taken[i]] if i in taken else None
        if grade is None:
            if judged and judged.grade.grade:
                label = f"{want.label} {name}: not stated"
                mark("aspect grade", "spurious", label, str(_slug(judged.grade)), judged.grade.words)
        elif judged is None and "not named" in name and _outcome_says(have, want.fact["aspects"][i]["grade"], mark):
            mark("aspect grade", "right", f"{want.label} {name}: {grade}", "in the outcome's words")
        elif judged is None or judged.grade.grade is None:
            mark("aspect grade", "missed", f"{want.label} {name}: {grade}", None)
        else:
            verdict: Verdict = "right" if _slug(judged.grade) == grade else "wrong"
            shown = f"{judged.aspect}: {_slug(judged.grade)}"
            mark("aspect grade", verdict, f"{want.label} {name}: {grade}", shown, judged.grade.words)
    for j, judged in enumerate(found):
        repeats = _for_all(judged, want)
        alike = [name for name, grade in wanted if grade == _slug(judged.grade)]
        several = any(likeness(name, judged) > 0 or "not named" in name for name in alike)
        of_board = judged.aspect_slug == "lscb" and _slug(judged.grade) in want.boards
        if j not in taken.values() and judged.grade.grade and not repeats and not several and not of_board:
            mark("aspect grade", "spurious", want.label, f"{judged.aspect}: {_slug(judged.grade)}", judged.grade.words)


def _outcome_says(have: InspectionFact, grade: str, mark: Marker) -> bool:
    """Progress counted and not named stands in the words of the outcome, not as a judgement."""
    said = " ".join(have.outcome.of(mark.text)) if have.outcome else ""
    return f" {' '.join(words(grade))} " in f" {' '.join(words(said))} "


def _for_all(judged: Judged, want: Expected) -> bool:
    """Does a judgement say of all aspects at once what is expected overall?"""
    named = words(f"{judged.aspect} {(judged.aspect_slug or '').replace('-', ' ')}")
    return (
        bool({"overall", "all", "every", "each"} & set(named))
        and want.overall is not None
        and _slug(judged.grade) == want.overall
    )


def _aspect_grade(want: Expected, aspect: Fact, catalogue: Catalogue) -> tuple[str, str] | None:
    scale = want.fact.get("aspect_scale") or want.fact["scale"] or "outstanding/good/requires improvement/inadequate"
    return stated.grade(aspect["grade"], scale, catalogue)


_COMMON = set(
    "the a an of and for in on with who to their its by or as that services service children s overall effectiveness "
    "areas area weakness significant use quality experiences progress".split()
)


def likeness(name: str, judged: Judged) -> int:
    """How many words that matter an expected aspect shares with a found one, doubled when all are shared."""
    mine = set(words(name)) - _COMMON or set(words(name))
    theirs = set(words(f"{judged.aspect} {(judged.aspect_slug or '').replace('-', ' ')}"))
    shared = len(mine & theirs)
    return 2 * shared if mine <= theirs else shared


def _previous(want: Expected, have: InspectionFact, keys: dict[str, str], mark: Marker) -> None:
    previous = want.fact.get("previous")
    linked = have.previous or have.follows
    if previous is None:
        if have.previous:
            mark("previous", "spurious", f"{want.label} none", keys.get(have.previous, "an inspection not expected"))
        return
    key = previous.get("key") or f"{want.key}-previous"
    if linked is None:
        mark("previous", "missed", f"{want.label} -> {key}", None)
    else:
        at = keys.get(linked)
        verdict = "right" if at == key else "wrong"
        mark("previous", verdict, f"{want.label} -> {key}", at or "an inspection not expected")


def _all_missed(want: Expected, catalogue: Catalogue, mark: Marker) -> None:
    """An inspection that was not found: each of its facts is missed too."""
    mark("inspection", "missed", f"{want.label} {'|'.join(sorted(want.kinds))} {_day(want.inspected)}", None)
    for kind in ("authority", "service", "kind", *(("inspectorate",) if want.inspectorates else ())):
        mark(kind, "missed", want.label, None)
    for name, day in (("inspected", want.inspected), ("published", want.published)):
        if day:
            mark(name, "missed", f"{want.label} {_day(day)}", None)
    if want.overall:
        mark("overall grade", "missed", f"{want.label} {want.overall}", None)
    for aspect in want.fact["aspects"]:
        grade = _aspect_grade(want, aspect, catalogue)
        if grade:
            mark("aspect grade", "missed", f"{want.label} {aspect['aspect']}: {grade}", None)
    if want.fact.get("previous"):
        mark("previous", "missed", want.label, None)


# The document


def _document_date(facts: Fact, reading: Reading | None, mark: Marker) -> None:
    day = stated.day(facts["published"])
    mark_day("document date", day, reading.published if reading else None, "document", mark)


def _not_judgements(facts: Fact, reading: Reading, mark: Marker) -> None:
    """No grade that is not right anyway may rest on words that the fact file calls no judgement."""
    held = tidy(reading.held.text)
    given = [pair for have in reading.inspections for pair in _grades(have)]
    evidence = [(name, graded, span) for name, graded in given for span in graded.words.spans]
    evidence = [entry for entry in evidence if entry[2] not in mark.proved]
    for entry in facts["not_judgements"]:
        pieces = [p.strip() for p in re.split(r"…|\.\.\.| / |; ", entry["phrase"])]
        places = [span for p in pieces if len(words(p)) > 2 for span in find(p, held)]
        for name, graded, span in evidence:
            if any(span.within(place) for place in places):
                mark("not a judgement", "spurious", entry["phrase"], f"{name}: {_slug(graded)}", (span,))


def _grades(have: InspectionFact) -> Iterator[tuple[str, Graded]]:
    if have.overall and have.overall.grade:
        yield "overall", have.overall
    for judged in have.judgements:
        if judged.grade.grade:
            yield judged.aspect, judged.grade


def _slug(graded: Graded) -> tuple[str, str | None]:
    return graded.scale, graded.grade


def _spans(named: Iterable[Words]) -> tuple[Span, ...]:
    return tuple(span for given in named for span in given.spans)


def _shown(have: InspectionFact) -> str:
    names = ",".join(a.slug for a in have.authorities) or "no authority"
    when = have.inspected.edtf if have.inspected else f"pub {have.published.edtf}" if have.published else "no date"
    return f"[{have.key}] {names} {have.service.slug if have.service else 'no service'} {have.kind} {when}"


def _day(day: Day | None) -> str:
    if day is None:
        return "no date"
    return day.partial or "..".join(d.isoformat() for d in day.bounds or ())


# Every span of a reading


def spans(reading: Reading) -> Iterator[Span]:
    """Every span that proves anything in a reading."""
    for given in _all_words(reading):
        yield from given.spans
    for have in reading.inspections:
        yield from have.mentions
    yield from (p.span for p in reading.passages)
    yield from (w.span for w in reading.warnings if w.span)


def _all_words(value: object) -> Iterator[Words]:
    if isinstance(value, Words):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _all_words(part)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            if name != "held":
                yield from _all_words(getattr(value, name))


def in_order(marked: Iterable[Span]) -> bool:
    """Do spans follow one another without overlap?"""
    return all(a.end <= b.start for a, b in pairwise(marked))
