"""Quotations, who is said to have said them, and statements, compared with a fact file."""

from __future__ import annotations

from collections.abc import Iterable

from inspections.reading.facts import Reading, StatementFact
from tests.reading import expected as stated
from tests.reading.expected import Fact, words
from tests.reading.verdicts import Marker, optional


def score_speech(facts: Fact, reading: Reading | None, keys: dict[str, str], mark: Marker) -> None:
    """``keys``: of found inspections to keys of the fact file."""
    found = list(reading.statements) if reading else []
    paired = _quotations(facts, found, keys, mark)
    _statements(facts, found, paired, keys, mark)


# Quotations


def said_words(statement: StatementFact, mark: Marker) -> list[str]:
    return words(" ".join(statement.words.of(mark.text)))


def _fit(fact: Fact, have: list[str]) -> int:
    """3: the quotation from its first six to its last four words; 2, 1: a part of it; 0: other words."""
    first, last = words(fact["first6"]), words(fact["last4"])
    starts, ends = have[: len(first)] == first, have[-len(last) :] == last
    if starts and ends:
        return 3
    segments = [(words(a), words(b)) for a, b in fact.get("segments", ())]
    if any(have[: len(a)] == a and have[-len(b) :] == b for a, b in segments):
        return 2
    return 1 if starts or ends or _inside(first, have) or _inside(last, have) else 0


def _inside(part: list[str], whole: list[str]) -> bool:
    return len(part) > 2 and f" {' '.join(part)} " in f" {' '.join(whole)} "


def _quotations(facts: Fact, found: list[StatementFact], keys: dict[str, str], mark: Marker) -> dict[int, Fact]:
    """Pairs each quotation with a found one; returns the fact of each found statement that is one (by position)."""
    wanted = facts["quotations"]
    texts = [said_words(s, mark) for s in found]
    ranked = sorted(
        ((_fit(fact, texts[j]), -i, -j) for i, fact in enumerate(wanted) for j in range(len(found))), reverse=True
    )
    taken: dict[int, list[int]] = {}
    used: dict[int, Fact] = {}
    for fit, i, j in ranked:
        more = fit == 2 and -i in taken and all(_fit(wanted[-i], texts[k]) == 2 for k in taken[-i])
        if fit and -j not in used and (-i not in taken or more):
            taken.setdefault(-i, []).append(-j)
            used[-j] = wanted[-i]
    for i, fact in enumerate(wanted):
        label = f"“{fact['first6']} … {fact['last4']}”"
        have = [found[j] for j in sorted(taken.get(i, ()))]
        if optional(fact):
            continue
        if not have:
            mark("quotation", "missed", label, None)
            mark("attribution", "missed", f"{label} {fact['attributed_to']}", None)
            continue
        whole = any(_fit(fact, texts[j]) == 3 for j in taken[i]) or len(have) == len(fact.get("segments", (0, 0)))
        mark("quotation", "right" if whole else "wrong", label, _ends(have[0], mark), () if whole else have[0].words)
        _attribution(fact["attributed_to"], have[0], label, mark)
        _about(fact["about"], have[0], keys, label, mark)
    for j, statement in enumerate(found):
        if j not in used and statement.in_quotation_marks:
            who = statement.speaker or statement.organisation or statement.attributed_to
            mark("quotation", "spurious", None, f"{who}: {_ends(statement, mark)}", statement.words)
    return used


def _ends(statement: StatementFact, mark: Marker) -> str:
    said = " ".join(" ".join(statement.words.of(mark.text)).split())
    return said if len(said) < 90 else f"{said[:45]} … {said[-40:]}"


def _attribution(fact: Fact, have: StatementFact, label: str, mark: Marker) -> None:
    name = fact.get("name") or ""
    unnamed = "unnamed" in name
    who = f"{have.attributed_to} {have.speaker!r} {have.role!r} {have.organisation!r}"
    shown = f"{label} {fact['kind']} {name}"
    evidence = have.attribution or ()
    if fact["kind"] == "person" and not unnamed:
        if have.speaker:
            verdict = "right" if same_person(name, have.speaker) else "wrong"
        else:
            verdict = "wrong" if have.attributed_to == "report" else "missed"
    elif fact["kind"] == "person":
        verdict = "wrong" if have.speaker or have.attributed_to == "report" else "right"
    elif fact["kind"] == "organisation":
        if have.speaker or have.attributed_to == "report":
            verdict = "wrong"
        else:
            same = "right" if same_organisation(name, have.organisation) else "wrong"
            verdict = "missed" if have.attributed_to == "unstated" else same
    else:
        bodies = {"ofsted", "cqc", "hmicfrs", "inspectors", "inspection", "inspectorate"}
        body = have.attributed_to == "organisation" and bool(bodies & set(words(f"{have.organisation} {have.role}")))
        other = "missed" if have.attributed_to == "unstated" else "wrong"
        verdict = "right" if have.attributed_to == "report" or body else other
    mark("attribution", verdict, shown, who, evidence)
    if verdict == "right" and fact["kind"] == "person":
        _role(fact.get("role"), have.role, f"{shown}, {fact.get('role')}", mark, evidence)
        body = fact.get("organisation")
        _organisation(body, have.organisation, f"{shown}, {body}", mark, evidence)


def _role(want: str | None, have: str | None, label: str, mark: Marker, evidence: object) -> None:
    if want and not have:
        mark("role", "missed", label, None)
    elif want and have:
        mark("role", "right" if same_role(want, have) else "wrong", label, have, evidence)  # type: ignore[arg-type]


def _organisation(want: str | None, have: str | None, label: str, mark: Marker, evidence: object) -> None:
    if want and not have:
        mark("organisation", "missed", label, None)
    elif have and not want:
        mark("organisation", "spurious", label, have, evidence)  # type: ignore[arg-type]
    elif want and have:
        mark("organisation", "right" if same_organisation(want, have) else "wrong", label, have, evidence)  # type: ignore[arg-type]


def _about(about: object, have: StatementFact, keys: dict[str, str], label: str, mark: Marker) -> None:
    wanted = set(about if isinstance(about, list) else [about] if about else [])
    found = {keys.get(key, f"unexpected {key}") for key in have.about}
    if not wanted and not found:
        return
    if not wanted:
        mark("about", "spurious", f"{label} about none", ", ".join(sorted(found)))
    else:
        verdict = "missed" if not found else "right" if found <= wanted else "wrong"
        mark("about", verdict, f"{label} about {sorted(wanted)}", ", ".join(sorted(found)))


# Names

_TITLES = set(
    "cllr councillor mr mrs ms miss dr sir dame lord lady the rt hon prof professor supt superintendent mayor".split()
)
_GENERIC = set(
    "the of and city county council borough metropolitan district london royal mbc unitary authority letter report "
    "spokeswoman spokesman spokesperson s a an".split()
)
_SAME = {
    "hm": "his majestys",
    "hmip": "his majestys inspectorate probation",
    "hmi": "his majestys inspectorate",
    "cqc": "care quality commission",
}
_ROLE = set("the of and for s a an then leads lead heads head chairs chair member leader council".split())


def same_person(want: str, have: str) -> bool:
    def plain(name: str) -> list[str]:
        return [w for w in words(name) if w not in _TITLES]

    first, second = plain(want), plain(have)
    initials = [[w for w in name if len(w) == 1] for name in (first, second)]
    if all(initials):
        return first == second
    return [w for w in first if len(w) > 1] == [w for w in second if len(w) > 1]  # "Cllr Lee" and "Cllr J Lee"


def same_organisation(want: str | None, have: str | None) -> bool:
    def plain(name: str | None) -> set[str]:
        return {p for w in words(name or "") if w not in _GENERIC for p in _SAME.get(w, w).split()}

    first, second = plain(want), plain(have)
    within = first <= second or second <= first
    return (bool(first & second) and within) or words(want or "") == words(have or "")


def same_role(want: str, have: str) -> bool:
    first, second = set(words(want)) - _ROLE or set(words(want)), set(words(have)) - _ROLE or set(words(have))
    return first <= second or second <= first or len(first & second) * 2 > len(first | second)


# Statements


def _statements(
    facts: Fact, found: list[StatementFact], quoted: dict[int, Fact], keys: dict[str, str], mark: Marker
) -> None:
    used: set[int] = set()
    for fact in facts["statements"]:
        label = f"{fact['speaker'] or ''}, {fact['role'] or ''}, {fact['organisation'] or ''}"
        j = next((j for j in _likely(fact, found) if j not in used), None)
        if optional(fact):
            used |= {j} if j is not None else set()
            continue
        if j is None:
            mark("statement", "missed", label, None)
            if stated.day(fact["date"]):
                mark("said", "missed", label, None)
            continue
        used.add(j)
        have = found[j]
        mark("statement", "right", label, _ends(have, mark))
        _said(fact, have, label, mark)
        if not fact["in_quotation_marks"]:
            _role(fact["role"], have.role, label, mark, have.attribution or ())
            _organisation(fact["organisation"], have.organisation, label, mark, have.attribution or ())
            _about(fact["about"], have, keys, label, mark)
    speakers = [f for f in facts["statements"] if not f["in_quotation_marks"]]
    for j, have in enumerate(found):
        if j in used or j in quoted or have.in_quotation_marks or have.kind == "finding":
            continue
        if not any(_speaks(fact, have) for fact in speakers):
            who = have.speaker or have.organisation
            mark("statement", "spurious", None, f"{have.kind} {who}: {_ends(have, mark)}", have.words)


def _likely(fact: Fact, found: list[StatementFact]) -> Iterable[int]:
    order = sorted(range(len(found)), key=lambda j: found[j].in_quotation_marks != fact["in_quotation_marks"])
    return [j for j in order if found[j].kind != "finding" and _speaks(fact, found[j])]


def _speaks(fact: Fact, have: StatementFact) -> bool:
    if fact["speaker"]:
        return have.speaker is not None and same_person(fact["speaker"], have.speaker)
    if have.speaker:
        return False
    if fact["organisation"]:
        if have.organisation:
            return same_organisation(fact["organisation"], have.organisation)
        return bool(fact["role"] and have.role and same_role(fact["role"], have.role))
    return not have.in_quotation_marks


def _said(fact: Fact, have: StatementFact, label: str, mark: Marker) -> None:
    from tests.reading.scoring import mark_day

    mark_day("said", stated.day(fact["date"]), have.said, label, mark)
