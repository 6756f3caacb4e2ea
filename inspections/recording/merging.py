"""One event as its sources tell it: the finest value of each field, and what is disputed.

Every claim stays as evidence. Where claims cannot all be true, the field is named in ``disputed``
with every value, and none is made to win: two overall grades stand as two judgements.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from inspections.catalogue import Catalogue
from inspections.reading.facts import KIND_WORKED_OUT, Basis, Graded, InspectionFact, Judged, Provider, When, Words
from inspections.recording.fitting import UNGRADED, WHOLE, coarseness, is_consistent
from inspections.recording.identity import Event, Told
from inspections.text import tidy

OVERALL = "overall"


@dataclass(frozen=True)
class Claim:
    """What one source says one field is, and the words that prove it."""

    told: Told
    field: str
    value: str
    words: Words


@dataclass
class MergedJudgement:
    """One grade of one aspect, with every claim of it."""

    aspect: str
    aspect_slug: str
    overall: bool
    scale: str
    grade: str
    as_worded: str
    basis: Basis
    note: str
    claims: list[Claim] = field(default_factory=list)


@dataclass
class Merged:
    """The values of one inspection, before they are rows."""

    event: Event
    authorities: tuple[str, ...]
    service_kind: str
    service_name: str
    inspectorates: tuple[str, ...]
    kind: str
    framework: str
    framework_basis: str
    inspected: When | None
    published: When | None
    judgements: list[MergedJudgement]
    overall_absent: str
    outcome: str
    next_due: When | None
    notes: list[str]
    disputed: list[dict[str, Any]]
    claims: list[Claim]
    provider: Provider | None = None  # as its newest row names it


def words_in(words: Words, told: Told, joiner: str = "\n\n") -> str:
    """The words themselves: slices of the held text, or the cells of a row."""
    if words.rows:
        return "; ".join(text for _, text in words.rows[0].cells)
    return joiner.join(words.of(told.reading.held.text))


def merge(event: Event, catalogue: Catalogue) -> Merged:
    """All the claims of an event, and the value each field gets."""
    facts = [told.fact for told in event.told]
    disputed: list[dict[str, Any]] = []
    frameworks_disputed: list[dict[str, Any]] = []
    framework, framework_basis = _merge_framework(facts, frameworks_disputed)
    judgements = _merge_judgements(event, _label_overall(framework, catalogue), disputed)
    inspected = _merge_dates("inspected", [fact.inspected for fact in facts], disputed)
    published = _merge_dates("published", [fact.published for fact in facts], disputed)
    kind = _merge_kind(facts, disputed)
    disputed += frameworks_disputed
    _add_told_disputes(facts, disputed)
    outcome = next((_outcome_words(told.fact.outcome, told) for told in event.told if told.fact.outcome), "")
    service = _first(fact.service for fact in facts)
    slugs = [name.slug for name in _first(fact.authorities for fact in facts) or ()]
    return Merged(
        event=event,
        authorities=tuple(sorted(slugs, key=lambda slug: (catalogue.authorities[slug].name, slug))),
        service_kind=service.slug if service else "",
        service_name=_first(fact.service_name for fact in facts) or "",
        inspectorates=tuple(dict.fromkeys(name.slug for fact in facts for name in fact.inspectorates)),
        kind=kind,
        framework=framework,
        framework_basis=framework_basis,
        inspected=inspected,
        published=published,
        judgements=judgements,
        overall_absent=_overall_absent(facts, judgements, kind, framework, inspected, catalogue),
        outcome=outcome,
        next_due=_first(fact.next_due for fact in facts),
        notes=_notes(facts),
        disputed=disputed,
        claims=[claim for told in event.told for claim in _claims(told)],
        provider=_first(fact.provider for fact in facts),
    )


def merge_date(name: str, event: Event) -> tuple[When | None, list[Claim]]:
    """One date of an event and all claims of it, as ``merge`` has them among everything else."""
    when = _merge_dates(name, [getattr(told.fact, name) for told in event.told], [])
    return when, [claim for told in event.told for claim in _claims(told) if claim.field == name]


def _outcome_words(words: Words, told: Told) -> str:
    """The outcome as its source words it; in a table, what its header asks and its cell answers."""
    if words.rows:
        cells = words.rows[0].cells
        joiner = "; " if any(header for header, _ in cells) else "\n\n"  # a tidy table hands on a text's own runs
        return joiner.join(_cell_in_words(header, text) for header, text in cells)
    return words_in(words, told)


def _cell_in_words(header: str, text: str) -> str:
    """A header that asks has its question mark already."""
    return f"{header}{' ' if header.endswith('?') else ': '}{text}" if header else text


def _add_told_disputes(facts: Iterable[InspectionFact], disputed: list[dict[str, Any]]) -> None:
    """What another record found disputed stays so, where these sources do not dispute it anyway."""
    for dispute in (dispute for fact in facts for dispute in fact.disputes):
        aspect = {"aspect": dispute.aspect} if dispute.aspect else {}
        if not any(each["field"] == dispute.field and each.get("aspect", "") == dispute.aspect for each in disputed):
            disputed.append({"field": dispute.field, **aspect, "values": list(dispute.values)})


def _notes(facts: list[InspectionFact]) -> list[str]:
    """Every note once; that one source left the kind to be worked out is not said where another states it."""
    stated = any(_states_kind(fact) for fact in facts)
    told = ((fact, note) for fact in facts for note in fact.notes)
    return _distinct(
        note for fact, note in told if _states_kind(fact) or not (stated and note.startswith(KIND_WORKED_OUT))
    )


def _states_kind(fact: InspectionFact) -> bool:
    """Does a source say what kind this was, or was it worked out from something else?"""
    worked_out = not fact.kind_words and any(note.startswith(KIND_WORKED_OUT) for note in fact.notes)
    return fact.kind != "unstated" and not worked_out


def _first(values: Iterable[Any]) -> Any:
    return next((value for value in values if value), None)


def _claims(told: Told) -> Iterable[Claim]:
    """Every field but grades and links, with the words that prove it."""
    fact = told.fact
    for name in fact.authorities:
        yield Claim(told, "authority", name.slug, name.words)
    if fact.provider:
        yield Claim(told, "provider", fact.provider.id, fact.provider.words)
    if fact.service:
        yield Claim(told, "service", fact.service.slug, fact.service.words)
    for name in fact.inspectorates:
        yield Claim(told, "inspectorate", name.slug, name.words)
    if fact.kind_words:
        yield Claim(told, "kind", fact.kind, fact.kind_words)
    if fact.framework:
        yield Claim(told, "framework", fact.framework.slug, fact.framework.words)
    dates = (("inspected", fact.inspected), ("published", fact.published), ("next_due", fact.next_due))
    for name_of_field, when in dates:
        if when:
            yield Claim(told, name_of_field, when.edtf, when.words)
    for dispute in fact.disputes:
        if dispute.field in ("inspected", "published"):  # the grades of other fields are judgements of their own
            yield from (Claim(told, dispute.field, value, dispute.words) for value in dispute.values)
    if fact.outcome:
        yield Claim(told, "outcome", "", fact.outcome)
    if fact.mentions:
        yield Claim(told, "mention", "", Words(spans=fact.mentions))


def _merge_dates(name: str, whens: list[When | None], disputed: list[dict[str, Any]]) -> When | None:
    """The finest date; every value in ``disputed`` when two of them cannot both be true."""
    known = [when for when in whens if when]
    if len(known) < 2:
        return known[0] if known else None
    if any(not is_consistent(one, other) for at, one in enumerate(known) for other in known[at + 1 :]):
        disputed.append({"field": name, "values": _distinct(when.edtf for when in known)})
    return min(known, key=_coarseness)


def _coarseness(when: When) -> tuple[bool, int, int]:
    days = coarseness(when)
    return days is None, days or 0, ("stated", "derived", "candidates").index(when.basis)


def _distinct(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _merge_kind(facts: list[InspectionFact], disputed: list[dict[str, Any]]) -> str:
    """The kind that sources state; where none does, the one that was worked out. The latter disputes nothing."""
    stated = [fact for fact in facts if _states_kind(fact)] or facts
    kinds = _distinct(fact.kind for fact in stated if fact.kind != "unstated")
    if set(kinds) == WHOLE:
        disputed.append({"field": "kind", "values": kinds})
    return kinds[0] if kinds else "unstated"


def _merge_framework(facts: list[InspectionFact], disputed: list[dict[str, Any]]) -> tuple[str, str]:
    named = sorted((fact for fact in facts if fact.framework), key=lambda fact: fact.framework_basis != "stated")
    slugs = _distinct(fact.framework.slug for fact in named if fact.framework)
    if len(slugs) > 1:
        disputed.append({"field": "framework", "values": slugs})
    return (slugs[0], named[0].framework_basis) if slugs else ("", "")


def _label_overall(framework: str, catalogue: Catalogue) -> str:
    """What the framework of the inspection calls its overall judgement, whichever of its sources names it."""
    known = catalogue.frameworks.get(framework)
    return next((aspect.label for aspect in known.aspects if aspect.overall), "Overall") if known else "Overall"


def _merge_judgements(event: Event, overall: str, disputed: list[dict[str, Any]]) -> list[MergedJudgement]:
    """Overall first, then aspects as they appear; the same grade in two sources is one judgement."""
    by_aspect: dict[tuple[str, int], list[MergedJudgement]] = {}
    for told in event.told:
        seen: dict[str, int] = {}
        for judged, slug in _judged(told, overall):
            key = slug or tidy(judged.aspect).text
            seen[key] = seen.get(key, -1) + 1
            _place(by_aspect.setdefault((key, seen[key]), []), judged, slug, told)
    for rivals in by_aspect.values():
        if len(rivals) > 1:
            values = [f"{each.scale}:{each.grade}" for each in rivals]
            if rivals[0].overall:
                disputed.append({"field": OVERALL, "values": values})
            else:
                disputed.append({"field": "grade", "aspect": rivals[0].aspect, "values": values})
    merged = [judgement for rivals in by_aspect.values() for judgement in rivals]
    return sorted(merged, key=lambda judgement: not judgement.overall)


def _judged(told: Told, overall: str) -> Iterable[tuple[Judged, str]]:
    fact = told.fact
    if fact.overall:
        yield Judged(overall, OVERALL, fact.overall, Words()), OVERALL
    for judged in fact.judgements:
        yield judged, judged.aspect_slug or ""


def _place(rivals: list[MergedJudgement], judged: Judged, slug: str, told: Told) -> None:
    """Join a claim to the judgement that says the same; a known grade answers an unknown one."""
    grade = judged.grade
    same = [each for each in rivals if each.scale == grade.scale and each.grade in ("", grade.grade or each.grade)]
    if not same:
        rivals.append(MergedJudgement(judged.aspect, slug, slug == OVERALL, "", "", "", "stated", ""))
        same = rivals[-1:]
    into = same[0]
    if not into.grade:
        into.scale, into.grade, into.basis, into.note = grade.scale, grade.grade or "", grade.basis, grade.note
        into.as_worded = words_in(grade.words, told, joiner=" … ")
    into.claims.append(Claim(told, OVERALL if into.overall else "grade", _grade_claim(grade), grade.words))
    if judged.aspect_words.spans or judged.aspect_words.rows:
        into.claims.append(Claim(told, "aspect", slug, judged.aspect_words))


def _grade_claim(grade: Graded) -> str:
    return f"{grade.scale}:{grade.grade or ''}"


def _overall_absent(
    facts: list[InspectionFact],
    judgements: list[MergedJudgement],
    kind: str,
    framework_slug: str,
    inspected: When | None,
    catalogue: Catalogue,
) -> str:
    """Why there is no overall grade; empty where there is one."""
    if any(judgement.overall and judgement.grade for judgement in judgements):
        return ""
    said: Callable[[str], bool] = lambda reason: any(fact.overall_absent == reason for fact in facts)  # noqa: E731
    framework = catalogue.frameworks.get(framework_slug)
    if said("abolished"):
        return "abolished"
    if said("ungraded by design") or kind in UNGRADED or (framework and framework.overall == "never"):
        return "ungraded by design"
    if framework and framework.overall_until and inspected and inspected.earliest:
        return "abolished" if inspected.earliest > framework.overall_until else "not stated"
    return "not stated"
