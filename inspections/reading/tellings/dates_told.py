"""Dates, each given to the telling nearest to it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from inspections.reading import rules
from inspections.reading.dates.mentions import Mention
from inspections.reading.inspectorates import naming_rule
from inspections.reading.naming import Naming
from inspections.reading.rules import rule
from inspections.reading.tellings.date_roles import role
from inspections.reading.tellings.days_of_others import (
    another_between,
    clause_with_a_grade,
    in_a_clause_of_another,
    of_anothers_clause,
    of_none,
    of_the_first,
    said_of_another,
)
from inspections.reading.tellings.given_out import IN_A_CLAUSE_OF_ITS_OWN, opens_a_clause
from inspections.reading.tellings.telling import Telling
from inspections.reading.visits import UNGRADED
from inspections.text import Span

_FRONT = 16  # characters before which a date begins its sentence


def distance(text: str, a: Span, b: Span) -> int:
    """Characters between two places of a sentence; what parts its clauses counts as many."""
    gap = a.gap(b)
    between = text[min(a.end, b.end) : max(a.start, b.start)]
    return gap + 25 * len(re.findall(r"[,;:]|\s[–—-]\s|\band\b|\bwhen\b|\bwhich\b", between)) + 60 * between.count(";")


_SINCE_THEN = rule(r"\bsince\b", re.I)


# "has been rated good since 2015": the year in which the grade was given
_EVER_SINCE = naming_rule(
    r"[’”'\"]?(?:\s+(?:overall|ratings?|grades?|judge?ments?|verdict|mark|label))*(?:\s+(?:by|from|with)\s+(?:the\s+)?(?:@inspectorate|inspectors|inspectorate|watchdog|regulator))?"
    r"(?:\s+for\s+(?:its|their|the)\s+[^,.;:]{3,45}?)?,?\s+(?:ever\s+)?since\s+(?:as\s+long\s+ago\s+as\s+)?(?:its\s+inspection\s+in\s+)?",
    re.I,
)
_HAS_BEEN = rule(
    r"\b(?:has|have|had)\s+(?:\w+\s+)?(?:been|held|kept|enjoyed|carried|had)\b[^.;]{0,60}$|\b(?:rated|judged|graded)\s+[‘“'\"]?$",
    re.I,
)


def given_since(text: str, named: Naming, grade: Span, day: Span) -> bool:
    """Is the day the one since which a service has had its grade?"""
    return bool(
        0 < day.start - grade.end < 110
        and _EVER_SINCE.of(named.catalogue).fullmatch(text[grade.end : day.start])
        and _HAS_BEEN.search(text[max(named.span.start, grade.start - 90) : grade.start])
    )


_GRADE_OF = re.compile(
    r"[’”'\"]?,\s+(?:the|its|their)\s+(?:grade|rating|judge?ment|verdict)\s+(?:of|in|from|given\s+in)\s+"
)
_GRADE_FROM = re.compile(r",\s+[‘“'\"]?")
_THE_GRADE = rule(
    r"\b(?:the|its|their|our)\s+(?:\w+\s+){0,2}(?:grade|rating|judge?ment|verdict)\s+(?:\w+\s+)?(?:from|of|in)\s+$",
    re.I,
)


def _its_own_day(text: str, grade: Span, day: Span) -> bool:
    """ "Inadequate, the grade of February 2014", "our grade from March 2023, good, stands"."""
    if 0 < day.start - grade.end < 60:
        return _GRADE_OF.fullmatch(text[grade.end : day.start]) is not None
    beside = 0 < grade.start - day.end < 6 and _GRADE_FROM.fullmatch(text[day.end : grade.start])
    return bool(beside and _THE_GRADE.search(text[max(0, day.start - 60) : day.start]))


_VISITED = rule(
    r"\b(?:(?:re-?)?inspect(?:ed|ions?|s|ing)?|(?:re-?)?visit\w*|came|come|spent|on[\s-]+site|assess\w*|fieldwork|(?:were|was)\s+(?:in|at|with"
    r"|here)|looked|judg\w+|rated|graded|took\s+place|reviews?|reviewed|monitor\w*|carried\s+out|audit\w*|period|during)\b",
    re.I,
)


_MADE_PUBLIC = rule(r"\b(?:publish\w*|issued|released?|available|sent|out|dated|appeared)\b", re.I)


# "the first inspection since June 2019, when they were judged inadequate"
_WHEN_JUDGED = rule(
    r",?\s+when\s+(?:[\w’'-]+\s+){1,6}(?:judged|rated|graded|found)\s+(?:[\w’'-]+\s+){0,6}[‘“'\"]?", re.I
)


def _judged_then(text: str, day: Span, grade: Span) -> bool:
    """Does a grade stand in the clause that says what was judged on that day?"""
    return 0 < grade.start - day.end < 90 and _WHEN_JUDGED.fullmatch(text[day.end : grade.start]) is not None


# "two stars, up from one last year": a day that stands behind what there was before, and is of that alone
_UP_FROM = rule(
    r"\b(?:up|down|improv(?:ed|ing)|ris(?:en|ing)|rose|fallen|fell|climb(?:ed|ing)|slipp(?:ed|ing)|dropp(?:ed|ing)|better|worse|higher|lower|more"
    r"|fewer)\s+(?:from|than)\s+(?:(?:an?|the|its|their)\s+)?(?:(?!(?:to|and|in)\s)[\w’'‘“”\-]+\s+){1,4}(?:(?:in|of|for|from)\s+)?$",
    re.I,
)


def _is_what_it_was(text: str, named: Naming, out: list[Telling], mention: Mention) -> bool:
    """Is the day that of an earlier result of which no telling is made?"""
    found = _UP_FROM.search(text, max(named.span.start, mention.span.start - 80), mention.span.start)
    return found is not None and not any(
        t.previous and t.overall is not None and found.start() <= t.overall.span.start < mention.span.start for t in out
    )


# "as Derby had been in 2010", "a grade that Derby lost last year", "for the second time; the first was in 2014"
_LIKE = re.compile(
    r"[’”'\"]?(?:\s+overall)?,?\s+(?:just\s+|much\s+)?(?:as|like|unlike|than|(?:exactly\s+)?the\s+same\s+(?:\w+\s+)?(?:as|that)|an?\s+(?:grade|rating|verdict|judge?ment)\s+(?:that\s+|which\s+)?)\b[^.;]*",
    re.I | re.S,
)
_THE_FIRST_WAS = rule(
    r"[,;:–—-]\s+(?:and\s+)?the\s+(?:first|previous|other|earlier|last)(?:\s+(?:one|time|occasion))?\s+(?:was|were|came|had\s+been)\s+(?:back\s+)?(?:in|on)\s+(?:the\s+)?$",
    re.I,
)


# "judged inadequate, as adoption had been in 2014", "good, as was leadership in 2015": a year of what it is likened to
_AS_IT_WAS = re.compile(
    r"[’”'\"]?(?:\s+overall)?,?\s+(?:just\s+|much\s+)?(?:as|and\s+so)\s+(?:was|were|had|did|has)\s+(?!(?:it|they)\b)[^.;,]{3,80}\s(?:back\s+)?in\s+"
)


def _is_likened_to(text: str, out: list[Telling], mention: Mention) -> bool:
    """Is a year behind a grade, and what it was likened to, that of this other thing alone?"""
    return mention.precision == "year" and any(
        t.overall is not None
        and t.overall.span.end <= mention.span.start
        and _AS_IT_WAS.fullmatch(text, t.overall.span.end, mention.span.start) is not None
        for t in out
    )


def _is_anothers(text: str, named: Naming, out: list[Telling], mention: Mention) -> bool:
    """Is the day, behind a grade, that of the same grade of another council, or of one before?"""
    grade = next(
        (t.overall.span for t in out if t.overall is not None and t.overall.span.end <= mention.span.start), None
    )
    if grade is None:
        return False
    if _THE_FIRST_WAS.search(text, grade.end, mention.span.start):
        return True
    between = Span(grade.end, mention.span.start)
    if not any(each.span.within(between) for each in named.authorities):
        return False
    later = any(t.overall is not None and between.start < t.overall.span.start < between.end for t in out)
    return not later and _LIKE.fullmatch(text, between.start, between.end) is not None


_AND_IN = re.compile(r",?\s+(?:and|or)\s+(?:(?:then|again|also)\s+)?(?:in\s+)?|,\s+(?:in\s+)?")
# "inspected in November 2017, and in January 2018 judged": when the verdict was told, and no other visit
_VISIT_IN = rule(
    r"\b(?:(?:re-?)?(?:inspected|visited|assessed|inspections?|visits?)|came|returned|called)\b[^.;:]{0,90}?\b(?:in|on|between|during|from)\s+(?:the\s+)?(?:early\s+|late\s+)?$",
    re.I,
)
_VERDICT = (
    r"(?:judged|rated|graded|found|declared|branded|deemed|gave|awarded|lifted|raised|moved|upgraded|downgraded|marked"
    r"|took|put|placed|concluded|pronounced)"
)
_THEN_IN = re.compile(
    rf",?\s+(?:and|but|before|then)\s+(?:then\s+|later\s+|finally\s+)*(?P<verb>{_VERDICT}\b[^.;:]{{2,90}}?\s)?"
    r"(?:in|on)\s+(?:the\s+)?"
)
_VERDICT_BEHIND = re.compile(
    rf",?\s+(?:it\s+|they\s+|Ofsted\s+|inspectors\s+)?(?:was\s+|were\s+|had\s+been\s+)?{_VERDICT}\b"
)
_SOON = timedelta(days=210)  # from a visit to its report


def _is_of_the_verdict(text: str, named: Naming, visit: Mention, mention: Mention) -> bool:
    """Is a day that on which the verdict was given of a visit on the day before it in the sentence?"""
    if "year" in (visit.precision, mention.precision) or not (visit.latest and mention.earliest):
        return False
    then = _THEN_IN.fullmatch(text, visit.span.end, mention.span.start)
    if then is None or not (then["verb"] or _VERDICT_BEHIND.match(text, mention.span.end)):
        return False
    if not timedelta(0) < mention.earliest - visit.latest <= _SOON:
        return False
    between = Span(visit.span.end, mention.span.start)
    return not any(each.span.within(between) for each in named.authorities) and bool(
        _VISIT_IN.search(text[max(named.span.start, visit.span.start - 110) : visit.span.start])
    )


# "Four years after an inspection in 2015 rated them inadequate, ...": what stands in it is of another inspection
_CLAUSE_BEFORE = re.compile(
    r"\W*(?:(?:(?:[\w’'-]+\s+){1,4}(?:years?|months?|weeks?|days?)\s+)?(?:[Aa]fter|[Bb]efore|[Ss]ince)|Following|When|Although|Though|While|Despite)\s[^,;:]{8,160},\s"
)


def add_dates(text: str, named: Naming, out: list[Telling], blocked: tuple[Span, ...]) -> None:
    """Give each date to the telling nearest to it, nearest pairs first; one directly after a grade is the grade's."""
    if not out:
        return
    pairs: list[tuple[int, int, Mention, str, Telling | None]] = []
    opens = _CLAUSE_BEFORE.match(text, named.span.start, named.span.end)
    lead = opens.end() if opens is not None else 0
    for i, mention in enumerate(named.dates):
        since = next((t for t in out if t.overall and given_since(text, named, t.overall.span, mention.span)), None)
        if since is not None and mention.edtf and not mention.relative:
            since.inspected = mention
            continue
        theirs = next((t for t in out if t.overall and _its_own_day(text, t.overall.span, mention.span)), None)
        if theirs is not None and mention.edtf and theirs.inspected is None:
            theirs.inspected = mention
            continue
        if _is_what_it_was(text, named, out, mention) or _is_anothers(text, named, out, mention):
            continue
        if _is_likened_to(text, out, mention):
            continue
        if any(t.overall is not None for t in out) and as_when(text, named, mention.span) is not None:
            continue
        if i and _is_of_the_verdict(text, named, named.dates[i - 1], mention):
            continue
        if of_none(text, mention.span, out):
            continue
        joined = i > 0 and _AND_IN.fullmatch(text, named.dates[i - 1].span.end, mention.span.start) is not None
        what = role(text, named, mention)
        if what == "since":
            then = next((t for t in out if t.overall and _judged_then(text, mention.span, t.overall.span)), None)
            if then is not None and then.inspected is None:
                then.inspected, then.previous = mention, True
                continue
            target = next((t for t in out if not t.previous), None)
            if target is not None and target.kind not in UNGRADED:
                out.append(
                    Telling(
                        named,
                        mention.span.start,
                        target.kind,
                        target.kind_span,
                        True,
                        0,
                        "visit",
                        inspected=mention,
                        previous=True,
                        spans=[mention.span],
                    )
                )
            continue
        if not what:
            continue
        within = (
            [t for t in out if t.overall is not None and t.overall.span.end <= lead] if mention.span.end <= lead else []
        )
        onward = bool(rules.match(r",?\s+when\b", text[mention.span.end : mention.span.end + 8]))
        later = [t for t in out if min(s.start for s in t.spans) > mention.span.end]
        aside = IN_A_CLAUSE_OF_ITS_OWN.search(text[named.span.start : mention.span.start]) is not None
        of_the_clause = [
            t for t in later if aside and t.overall is not None and ";" not in text[mention.span.end : t.at]
        ]
        opened = later if opens_a_clause(text, named, mention.span) else []
        clause = clause_with_a_grade(text, named, mention.span, out) if ";" in named.span.of(text) else None
        for target in out:
            if of_anothers_clause(text, named, target, mention):
                continue
            if in_a_clause_of_another(text, named, target, mention) or of_the_first(text, named, target, mention):
                continue
            if clause is not None and target.overall is not None and not target.overall.span.within(clause):
                continue  # "gave good overall; in 2019 and 2023 the verdict was requires improvement"
            if what == "published" and another_between(text, named, target, mention):
                continue  # "Swindon was judged good in June, and Devon was lifted out of inadequate in July"
            past = target.earlier and target.noun != "report"
            if what == "published" and past and out[0].noun == "report":
                continue  # "the letter on the progress since the visit of 2022 was published today"
            if opened and target not in opened:
                continue  # "judged good in May 2022, and on 3 March 2023 inspectors returned"
            if of_the_clause and target not in of_the_clause:
                continue  # "judged inadequate - in 2018 they had been good"
            if within and target not in within:
                continue  # "four years after an inspection in 2015 judged them inadequate, they are good"
            if (
                target.inspected is not None
                and target.overall is not None
                and given_since(text, named, target.overall.span, target.inspected.span)
            ):
                continue  # its day is told, and another is of another visit
            if target.spans == [mention.span] or (onward and later and target not in later):
                continue
            if (
                target.previous
                and not target.noun
                and (what == "published" or not mention.relative)
                and mention.span.end <= target.spans[0].start
            ):
                if not aside and any(not t.previous and t.overall is not None for t in out):
                    continue  # "March 2023: up from inadequate to good": the day is that of the grade now
            if (
                joined
                and out[0].spans[0].end <= named.dates[i - 1].span.start
                and target.spans[0].start > mention.span.end
            ):
                continue  # "good in 2018 and 2014, and inadequate in 2012": both are of what stands before them
            if target.overall is not None and target.overall.tie == "no-longer" and not target.noun:
                if target.overall.span.end <= mention.span.start:
                    continue  # "no longer inadequate, and the notice was lifted in October"
            begun = max(target.spans[0].start, mention.span.end)
            if not target.noun and _SINCE_THEN.search(text[mention.span.end : begun]):
                continue  # "a visit on 1 May, the fourth since the inadequate judgement": the day is that of the visit
            told = what
            if what == "inspected" and target.noun == "report" and mention.precision == "day":
                if not _VISITED.search(named.span.of(text)):  # "the report is available from 5 September"
                    if not _MADE_PUBLIC.search(text[named.span.start : mention.span.start]):
                        continue  # nobody says when inspectors came
                    told = "published"
            near = min(reach(text, s, mention.span) for s in target.spans)
            if target is out[0] and target.noun in ("visit", "verb") and mention.span.start - named.span.start < _FRONT:
                near = min(near, _FRONT)  # "Between 5 and 9 February ..., carried out a joint inspection"
            pairs.append((near, i, mention, told, target))
        pairs += [(reach(text, s, mention.span), i, mention, what, None) for s in blocked]
    given: set[int] = set()
    for far, i, mention, what, target in sorted(pairs, key=lambda p: p[:2]):
        if i in given or far > (190 if len(out) > 1 else 420):
            continue
        if target is None:
            given.add(i)
            continue
        held = getattr(target, what)
        if held is None:
            setattr(target, what, mention)
            given.add(i)
        elif held.known and mention.known and _inside(mention, held):
            finer = held.precision in ("month", "year") and mention.precision != held.precision
            if finer or (held.basis == "derived" and mention.basis == "stated"):
                setattr(target, what, mention)
            given.add(i)
        elif _inside(held, mention):
            given.add(i)


def reach(text: str, anchor: Span, mention: Span) -> int:
    """Distance, halved for a date that follows its anchor directly ("inadequate in July 2019")."""
    far = distance(text, anchor, mention)
    if anchor.end <= mention.start and re.fullmatch(
        r"[’”'\"]?\s+(?:in|on|at\s+the\s+end\s+of|during|back\s+in|by\s+[\w\s]{2,40}\s+in|from\s+\w+\s+in)\s+"
        r"(?:the\s+)?",
        text[anchor.end : mention.start],
    ):
        return far // 4
    return far


def _inside(fine: Mention, coarse: Mention) -> bool:
    return bool(
        fine.earliest
        and fine.latest
        and coarse.earliest
        and coarse.latest
        and coarse.earliest <= fine.earliest
        and fine.latest <= coarse.latest
    )


SAME_GRADE = rule(
    r"(?:which|as)\s+(?:was|were|had\s+been|is\s+(?:exactly\s+|just\s+)?what\s+(?:it|they)\s+(?:was|were|had\s+been|got|had)(?:\s+(?:judged|rated|graded|given))?)\s+(?:back\s+)?(?:also\s+)?(?:(?:its|their|the)\s+(?:grade|rating"
    r"|judge?ment|outcome)\s+)?(?:in|at\s+the\s+(?:last|previous)\s+inspection\s+in)\s*$|\bas\s+(?:it"
    r"|they)\s+(?:was|were|had\s+been|had|did)\s+(?:also\s+)?in\s*$|\bthe\s+same\s+(?:grade|rating|verdict|judge?ment|mark|result)\s+(?:as"
    r"|(?:that\s+)?it\s+(?:got|had|received|was\s+given))\s+in\s*$|\bthe\s+same\s+as\s+(?:in|for)\s*$|\bunchanged\s+(?:from|since)\s*$"
    r"|\b(?:19|20)\d\d,?\s+and\s+(?:then\s+)?(?:once\s+)?again\s+in\s*$|,\s+(?:just\s+|much\s+)?as\s+in\s*$",
    re.I,
)
# "as it was when inspectors last called, in January 2020", "as they had been at the inspection of May 2018"
_AS_IT_WAS_WHEN = rule(
    r",\s+(?:just\s+|exactly\s+|much\s+)?as\s+(?:it|they|(?:the|its|our)\s+services?)\s+(?:was|were|had\s+been|had|did)\s+(?:also\s+)?"
    r"(?:when|at|after|following)\s(?P<then>[^.;:]{4,70}?)(?:\s(?:in|of|on|from|between|during)|,)\s+(?:the\s+)?$",
    re.I,
)
_INSPECTORS = rule(r"\b(?:re-?)?inspect\w*", re.I)


def as_when(text: str, named: Naming, day: Span) -> re.Match[str] | None:
    """Is a day that of what was so before, whoever came then or whatever happened?"""
    return _AS_IT_WAS_WHEN.search(text, max(named.span.start, day.start - 110), day.start)


def _is_of_the_visit_before(text: str, named: Naming, day: Span) -> bool:
    """Is the day one on which the same grade was given: of an inspection, and not of anything else that happened?"""
    if SAME_GRADE.search(text[max(named.span.start, day.start - 70) : day.start]):
        return True
    found = as_when(text, named, day)
    if found is None:
        return False
    then = Span(*found.span("then"))
    return bool(_INSPECTORS.search(found["then"])) or any(body.span.within(then) for body in named.inspectorates)


def _is_then(text: str, told: Telling, source: Telling, day: Mention) -> bool:
    """ "as it was when Ofsted last called, in 2020": is a telling that has nothing of its own the visit of that day?"""
    bare = told.overall is None and not (told.aspects or told.inspected or told.published)
    return bare and told is not source and source.at < told.at < day.span.start


def add_same_grade(text: str, named: Naming, out: list[Telling]) -> None:
    """ "judged good, which was also its grade in 2013": the same grade at another time."""
    for mention in named.dates:
        if not mention.edtf or not _is_of_the_visit_before(text, named, mention.span):
            continue
        source = next(
            (t for t in reversed(out) if t.overall is not None and t.overall.span.end < mention.span.start), None
        )
        if source is None or source.overall is None:
            continue
        if said_of_another(text, named, source.overall.span, mention.span):
            continue
        for t in out:
            if t.inspected is mention:
                t.inspected = None
        out[:] = [t for t in out if not _is_then(text, t, source, mention)]
        made = Telling(
            named,
            mention.span.start,
            "unstated",
            None,
            False,
            0,
            "",
            source.services,
            mention,
            None,
            source.overall if source.overall.tie != "bare" else replace(source.overall, tie="noun"),
            previous=True,
            spans=[mention.span],
        )
        out.append(made)
