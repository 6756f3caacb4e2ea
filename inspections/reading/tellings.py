"""What one sentence tells of one inspection: its kind, service, council, dates and grades, each where it stands.

A telling is not yet an inspection: ``events`` joins the tellings of a document that speak of one event.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from inspections.reading import rules
from inspections.reading.dates import Mention
from inspections.reading.facts import InspectionKind
from inspections.reading.grades import GRADE, GradeHit
from inspections.reading.naming import Naming, Noted, Visit
from inspections.reading.rules import rule
from inspections.text import Span

UNGRADED: frozenset[str] = frozenset(
    (
        "monitoring-visit",
        "focused-visit",
        "revisit",
        "joint-targeted",
        "unannounced",
        "interim-visit",
        "thematic",
        "school-improvement",
    )
)


@dataclass(slots=True)
class Telling:
    """``grades`` are of the service as a whole, ``aspects`` of a part of it, each with the words that name the part."""

    named: Naming
    at: int
    kind: InspectionKind = "unstated"
    kind_span: Span | None = None
    earlier: bool = False
    ordinal: int = 0
    noun: str = ""
    services: tuple[Noted, ...] = ()
    inspected: Mention | None = None
    published: Mention | None = None
    overall: GradeHit | None = None
    aspects: list[tuple[Span, GradeHit]] = field(default_factory=list)
    previous: bool = False
    spans: list[Span] = field(default_factory=list)
    bodies: tuple[Noted, ...] = ()


_OTHER_DATE_BEFORE = rule(
    r"\b(?:guidance|framework|handbook|Act|act|regulations?|white\s+paper|consultation|statement|strategy"
    r"|plan|policy|set\s+up|established|founded|born|opened|launched|introduced|brought\s+in|appointed"
    r"|joined|elected|took\s+(?:up|over)|start(?:s|ed)?|begins?|began|replaced|abolished|created|merged"
    r"|put\s+back|postponed|moved|delayed|deferred|due|required|declared|fit\s+for\s+purpose|approved"
    r"|agreed|adopted|meeting|council\s+of|cabinet\s+of|census|budget|election|by|until|before|through\s+to"
    r"|deadline|expected|will|from\s+\d{4}|ends?|ended|promised|fallen|risen|rose|fell|increased|decreased"
    r"|rising|falling|higher|lower|average|pandemic|lockdown|since\s+the)\b[^,.;:]{0,55}$",
    re.I,
)
_OWN_DATE_BEFORE = rule(
    r"\b(?:inspect\w*|visit\w*|came|judg\w+|rated|graded|found|review(?:ed)?|report|letter|revisit\w*"
    r"|Ofsted|CQC|took\s+place|carried\s+out|held|conducted|spent|were\s+(?:with\s+us|here|in)|last|between"
    r"|from|during|on|in|over|lasted|dated|published)\b[^.;:]{0,40}$",
    re.I,
)
_OWN_DATE_WORD = rule(
    r"\b(?:inspect\w*|visit\w*|came|judg\w+|rated|graded|found|review(?:ed)?|report|letter|revisit\w*|Ofsted|CQC)\b",
    re.I,
)
_PUBLISHED_BEFORE = rule(
    r"\b(?:publish(?:ed|es)?|dated|issued|released|(?<!carried\s)out|publication|(?:report|letter)s?\s+"
    r"(?:of|from|in|dated|was\s+published\s+on)|came\s+out|appeared)\s+(?:\w+\s+){0,3}?(?:on|in|of|at|,"
    r"|\()?\s*(?:the\s+)?$|\b(?:report|letter)\s*\(\s*$",
    re.I,
)
# "last visited under the old framework, in 2017": the visit's year, not the framework's
_UNDER = rule(
    r"\b(?:inspected|visited|assessed|inspection|visit)\s+(?:\w+\s+)?under\s+(?:the|an?|its|[\w’']+[’']s)\s+(?:\w+\s+){0,3}framework,?\s+"
    r"(?:which\s+[^,.;]{3,60},?\s+)?(?:in|on|from)\s+$",
    re.I,
)
# "the written statement of action issued on ...": no report of an inspection
_OF_A_PLAN = rule(
    r"\b(?:statements?(?:\s+of\s+(?:proposed\s+)?action)?|WSO?A|plans?|notices?|directions?|orders?|strategy)\b[\s)]*"
    r"(?:(?:was|were|that|which)\s+)*(?:first\s+)?(?:issued|published|agreed|submitted|sent|approved|dated|required)\s+"
    r"(?:\w+\s+){0,4}(?:on|in|of|by)\s+(?:the\s+)?$",
    re.I,
)
# "one of only three outstanding verdicts this year": the time in which they are counted
_OF_A_COUNT = rule(r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|few|many)\s+of\s+[^.;,]{0,80}$", re.I)
_PUBLISHED_AFTER = rule(
    r"^\s*\)?,?\s*(?:Ofsted\s+|CQC\s+|inspection\s+|SEND\s+|full\s+|joint\s+)*(?:report|letter)\b(?!\s+"
    r"(?:said|found)\s+that\s+in)",
    re.I,
)
_SAID_AFTER = rule(
    r"^\s*,?\s*(?:(?i:the)\s+)?(?:[A-Z][\w’'&]*(?:\s+(?:of|and|for|&|[A-Z][\w’'&]*))*|inspectors|inspectorate|regulator"
    r"|watchdog)\s+(?:\([^)]*\)\s+)?(?:has\s+|had\s+|also\s+|jointly\s+)*"
    r"(?:said|says|published|reported|announced|issued|released|wrote)\b"
)
_SAID_BEFORE = rule(
    r"\b(?:Ofsted|CQC|CSCI|inspectors|inspectorates?|watchdogs?|report)\b(?:,[^,.;]{0,80},)?\s+(?:said|say|says|reported|announced|wrote)"
    r"\s+(?:in|on)?\s*$",
    re.I,
)
# "Ofsted yesterday branded the service inadequate": the day on which it did so in public
_BODY_BEFORE = rule(
    r"\b(?:Ofsted|CQC|CSCI|HMICFRS|watchdogs?|inspectorates?|regulators?)\)?,?\s+(?:has\s+|have\s+)?$", re.I
)
_THEN_TODAY = re.compile(r"(?:\s*\([^)]*\))?,?\s+(?:has\s+|have\s+)?")
_JUDGES_AFTER = rule(
    r"^\s+(?:judged|rated|branded|ranked|graded|awarded|given|gave|declared|ruled|found|called|downgraded|upgraded|handed)\b",
    re.I,
)
_BODY_SAID = re.compile(r"(?:\s+\([^)]*\))?\s+(?:has\s+|had\s+)?(?:said|reported|announced|wrote)\s+(?:in|on)?\s*")
_CITED = rule(r"\(\s*(?:Ofsted|CQC|HMICFRS|HMI\s+Probation|CSCI)[^()]{0,30},\s*$", re.I)
_TODAY_PUBLISHED = rule(r"\b(?:publish(?:ed|es)|released|issued|out|made\s+public)\b", re.I)
_TO_COME = rule(r"\b(?:will|shall|due|expected|to\s+be|going\s+to|later|next|planned|scheduled)\b[^.;]{0,45}$", re.I)
_SINCE = rule(
    r"\bsince\s+(?:the\s+(?:last|previous)\s+(?:one|inspection|visit)\s+in\s+|(?:its\s+|the\s+)?(?:last"
    r"|previous)\s+(?:inspection|visit|report)\s+(?:in|of)\s+)?$",
    re.I,
)
_NOT_SINCE = rule(r"\bnot\s+(?:been\s+)?(?:re-?)?inspected\s+since\s+$", re.I)

NOT_HELD = rule(
    r"\b(?:cancelled|postponed|called\s+off|put\s+off|deferred|suspended|abandoned|did\s+not\s+"
    r"(?:take\s+place|happen|go\s+ahead)|was\s+not\s+carried\s+out|never\s+took\s+place|no\s+inspection"
    r"|not\s+yet\s+(?:been\s+)?inspected|(?:has|have|had)\s+(?:not|never)\s+(?:yet\s+)?been\s+(?:re-?)?(?:inspected|visited|assessed)"
    r"|(?:is|was|were)\s+not\s+(?:an?\s+)?inspections?"
    r"|(?:has|have|had)\s+not\s+(?:yet\s+)?had\s+(?:an?|any|its|their)\s+(?:\w+\s+)?(?:inspection|visit)"
    r"|peer\s+(?:reviews?|challenges?))\b",
    re.I,
)
FUTURE = rule(
    r"\b(?:will|shall|would|is\s+due|are\s+due|due\s+(?:to|in|by|for|back)|is\s+expected|are\s+expected"
    r"|expects?|expecting|plans?\s+to|next\s+(?:full\s+|monitoring\s+|focused\s+)?(?:inspection|visit)"
    r"|is\s+to\s+(?:be|return)|are\s+to|upcoming|forthcoming|preparing\s+for|awaiting|ready\s+for"
    r"|in\s+readiness|if|should\s+(?:there|the|a)|could|might|(?-i:may)\s+(?:be|return|come|visit)"
    r"|scheduled|booked|pencilled\s+in|about\s+to|hopes?|whether|intends?)\b",
    re.I,
)


_TOOK_PLACE = rule(
    r"\b(?:took\s+place|(?<!be\s)carried\s+out|was\s+conducted|ran|lasted)\s+(?:between|from|on|in|over|during)\s+(?:the\s+)?$",
    re.I,
)


def role(text: str, named: Naming, mention: Mention) -> str:
    """inspected, published, since (the one before), not-since, or "" for a date that is of something else."""
    start = named.span.start
    left = text[max(start, mention.span.start - 90) : mention.span.start]
    right = text[mention.span.end : min(named.span.end, mention.span.end + 60)]
    if not mention.edtf or mention.wrong_weekday:
        return ""  # a weekday that is not that day's: one of the two is wrong, and nobody knows which
    if _OF_A_PLAN.search(left) or (mention.relative and mention.precision == "year" and _OF_A_COUNT.search(left)):
        return ""
    if re.search(r"\b(?:Act|Regulations|Bill)\s*,?\s*\(?$", left):
        return ""  # the year of a law
    if _TOOK_PLACE.search(left) and not re.search(
        r"\b(?:meeting|election|session|event|workshop)\b[^.;]{0,40}$", left, re.I
    ):
        return "inspected"
    if mention.basis == "derived" and _TO_COME.search(left):
        return ""  # "will be published in July": not the July gone by
    if _NOT_SINCE.search(left):
        return "" if mention.relative else "inspected"
    if _SINCE.search(left) or rules.search(r"\bsince\s+(?:the\s+|then\s+|at\s+least\s+)?$", left, re.I):
        if mention.relative:
            return ""
        return "since" if rules.search(r"\b(?:first|full|inspection|visit|last)\b[^.;]{0,40}$", left, re.I) else ""
    if _CITED.search(left) or _PUBLISHED_AFTER.match(right):
        return "published"
    if rules.search(r"\b(?:grade|rating|judge?ment)s?\s+(?:from|of)\s+$", left, re.I):
        return ""
    if rules.match(r"\s+(?:framework|handbook|guidance|rules|regime|system|regulations)\b", right, re.I):
        return ""  # "under the 2023 framework"
    if _UNDER.search(left):
        return "inspected"
    if rules.search(r"\bguidance\b[^.;]{0,60}$|\bframework\b[^.;]{0,60}$|\bhandbook\b[^.;]{0,60}$", left, re.I):
        return ""
    if _PUBLISHED_BEFORE.search(left) or _SAID_AFTER.match(right) or _SAID_BEFORE.search(left):
        return "published"
    if any(_BODY_SAID.fullmatch(text[b.span.end : mention.span.start]) for b in named.inspectorates):
        return "published"
    if rules.search(
        r"\b(?:report|letter)\b[^.;]{0,90}\b(?:judged|said|found|rated|concluded)\b[^.;]{0,90}\bin\s*$", left, re.I
    ) and not rules.search(r"\b(?:inspection|visit|inspected)\b", left, re.I):
        return "published"
    if (
        mention.relative
        and mention.precision == "day"
        and _JUDGES_AFTER.match(right)
        and (
            _BODY_BEFORE.search(left)
            or any(_THEN_TODAY.fullmatch(text[b.span.end : mention.span.start]) for b in named.inspectorates)
        )
    ):
        return "published"
    if rules.match(
        r"\s+(?:published|issued|released)\s+(?:an?|its|their|the|his|her)\s+(?:[\w\-]+\s+){0,3}?(?:reports?|letters?|findings)\b",
        right,
    ):
        return "published"
    if mention.relative and mention.precision == "day" and _TODAY_PUBLISHED.search(left[-60:] + right[:30]):
        return "published"
    if rules.match(r"\s*\)?\s*published\b", right) and mention.precision == "day":
        return "published"
    other = _OTHER_DATE_BEFORE.search(left)
    own = max((m.start() for m in _OWN_DATE_WORD.finditer(left)), default=-1) if _OWN_DATE_BEFORE.search(left) else -1
    if (
        other
        and other.start() > own
        and not rules.search(
            r"\b(?:inspection|visit|revisit|assessment)\b[^.;,]{0,25}\b(?:began|started|begun|start)\b[^.;,]{0,20}$"
            r"|\bbegun\s+(?:in|on)\s*$",
            left,
            re.I,
        )
    ):
        return ""
    return "inspected"


# a sentence that is nothing but the grade of the visit told of before it: "Good in every area and overall."
_BARE = rule(
    rf"(?:Overall(?:\s+effectiveness)?:?\s+|Judged\s+|Rated\s+|Graded\s+|Outcome:\s+"
    rf"|Result:\s+)?[‘“'\"]?(?P<g>{GRADE})[’”'\"]?(?:,?\s+(?:overall|in\s+(?:every|all)\s+areas?"
    rf"(?:\s+and\s+overall)?|in\s+all\s+\w+\s+areas?))?\.?\s*$",
    re.I,
)
# "Care leavers? Good.": the answer is of what was asked
_ASKED_OF_A_PART = re.compile(
    r"(?:^|[.!?]\s+)(?!(?i:[^.!?]*\b(?:overall|grade|rating|judge?ment|verdict|result|outcome|decision|conclusion|answer|they\s+say"
    r"|we\s+do|it\s+say)\b))[^.!?]*\?\s*$"
)
_POINTS_BACK = rule(
    r"(?:That|This|It)\s+(?:one\s+)?(?:was|took\s+place|happened|came|had\s+been)\s+(?:held\s+"
    r"|carried\s+out\s+|back\s+)?(?:in|on|between|from)\b"
)


# "The last time was in November 2017, when the two inspectorates gave no grade"
_LAST_TIME = rule(
    r"(?:The\s+)?(?:last|previous)\s+time\b[^.]{0,60},\s+when\b[^.]{0,60}\b(?:inspect\w*|watchdogs?)\b", re.I
)
# "One report covers both. It was published on 13 November."
_CAME_OUT = rule(
    r"(?P<it>It|They|Both)\s+(?:was|were|came)\s+(?:first\s+)?(?:published|issued|released|out)\s+(?:on|in|at)\b"
)


def tellings(text: str, named: Naming, hits: list[GradeHit], blocked: tuple[Span, ...] = ()) -> list[Telling]:
    """The tellings of one sentence, in order. ``blocked``: grades passed over, whose dates are nobody else's."""
    visits = [v for v in named.visits if v.noun != "judgement"]
    anchors: list[tuple[int, Visit | GradeHit]] = sorted(
        [(v.span.start, v) for v in visits] + [(h.span.start, h) for h in hits], key=lambda a: a[0]
    )
    out: list[Telling] = []
    for _, anchor in anchors:
        if isinstance(anchor, GradeHit):
            _add_grade(text, named, out, anchor)
        else:
            _add_visit(text, named, out, anchor)
    if (
        not out
        and not hits
        and named.sentence.position
        and not _ASKED_OF_A_PART.search(text[max(named.segment.span.start, named.span.start - 160) : named.span.start])
        and (bare := _BARE.match(text, named.span.start, named.span.end))
    ):
        span = Span(bare.start("g"), bare.end("g"))
        out.append(Telling(named, span.start, overall=GradeHit(span, bare["g"], "bare", "current"), spans=[span]))
    if not out and _POINTS_BACK.match(text, named.span.start, named.span.end) and any(d.edtf for d in named.dates):
        out.append(Telling(named, named.span.start, noun="visit", spans=[Span(named.span.start, named.span.start + 4)]))
    if not out and _LAST_TIME.match(text, named.span.start, named.span.end) and any(d.edtf for d in named.dates):
        span = Span(named.span.start, named.span.start + 13)
        out.append(Telling(named, named.span.start, earlier=True, noun="visit", spans=[span]))
    if not out and (back := _CAME_OUT.match(text, named.span.start, named.span.end)) and named.dates:
        out.append(Telling(named, named.span.start, noun="report", spans=[Span(*back.span("it"))]))
    _add_dates(text, named, out, blocked)
    _add_same_grade(text, named, out)
    return out


# "judged good when last inspected", "judged good at the previous inspection"
_AT_THE_LAST = rule(
    r"[’”'\"]?,?\s+(?:overall,?\s+)?(?:when\b|(?:at|in|following|after|during)\s+(?:(?:the|its|their|our|that)\s*)?$)",
    re.I,
)


def _add_visit(text: str, named: Naming, out: list[Telling], visit: Visit) -> None:
    since = rules.search(
        r"\bsince\b[^.;,]{0,25}$", text[max(named.span.start, visit.span.start - 40) : visit.span.start]
    )
    if since and out and visit.noun == "verb":
        out.append(Telling(named, visit.span.start, earlier=True, noun="visit", spans=[visit.span]))
        return
    if out:
        last = out[-1]
        same_kind = visit.kind in (last.kind, "unstated") or last.kind == "unstated"
        apart = visit.earlier != last.earlier and (visit.earlier or last.earlier)
        graded = last.overall is not None and visit.kind in UNGRADED
        new_report = visit.noun == "report" and last.overall is not None and visit.earlier
        between = text[last.spans[-1].end : visit.span.start]
        other = visit.kind in ("monitoring-visit", "focused-visit", "revisit") and last.kind == "unstated"
        if other and len(between) > 12 and last.spans[-1].of(text).lower().endswith(("inspection", "inspected")):
            same_kind = False  # "after its 2017 inspection, though the third monitoring visit found ..."
        if apart and last.overall is not None and not last.noun and _AT_THE_LAST.match(between):
            last.earlier, last.noun, apart = True, visit.noun, False
        if (
            same_kind
            and not apart
            and not graded
            and not new_report
            and not rules.search(r"[;.]|\bwhile\b|\bwhereas\b", between)
        ):
            if last.kind == "unstated" and visit.kind != "unstated":
                last.kind, last.kind_span = visit.kind, visit.span
            last.ordinal = last.ordinal or visit.ordinal
            last.spans.append(visit.span)
            last.noun = last.noun if last.noun != "report" else visit.noun
            return
    out.append(
        Telling(
            named,
            visit.span.start,
            visit.kind,
            visit.span if visit.kind != "unstated" else None,
            visit.earlier,
            visit.ordinal,
            visit.noun,
            spans=[visit.span],
        )
    )


def _add_grade(text: str, named: Naming, out: list[Telling], hit: GradeHit) -> None:
    target = out[-1] if out else None
    if target is not None and (
        (target.kind in UNGRADED and not _effectiveness(target.kind, hit))
        or ((hit.polarity == "previous") != target.previous and target.overall is not None)
    ):
        target = None
    if (
        target is not None
        and hit.polarity == "previous"
        and target.overall is None
        and not target.earlier
        and target.noun
    ):
        target = None
    subject = tuple(s.slug for s in hit.subjects)
    if target is not None and target.overall is not None and hit.aspect is None:
        held = tuple(s.slug for s in target.overall.subjects)
        if subject and held and subject != held and target.noun in ("visit", "assessment"):
            # one inspection of two things, each with its own grade: both are aspects of it
            _demote(target)
            target.aspects.append((_around(hit.subjects), hit))
            target.spans.append(hit.span)
            return
        if target.overall.word.lower() == hit.word.lower() and subject in (held, ()):
            return
        target = None
    if (
        target is not None
        and target.aspects
        and target.overall is None
        and hit.aspect is None
        and subject
        and target.noun == "visit"
    ):
        target.aspects.append((_around(hit.subjects), hit))
        target.spans.append(hit.span)
        return
    if target is not None and hit.aspect is not None:
        target.aspects.append((hit.aspect, hit))
        target.spans.append(hit.span)
        return
    if target is None:
        target = Telling(named, hit.span.start, previous=hit.polarity == "previous")
        out.append(target)
    target.spans.append(hit.span)
    target.previous = target.previous or hit.polarity == "previous"
    if hit.aspect is not None:
        target.aspects.append((hit.aspect, hit))
    else:
        target.overall = hit
        target.services = hit.subjects


def _effectiveness(kind: InspectionKind, hit: GradeHit) -> bool:
    """The one result an inspection of school improvement can have."""
    return kind == "school-improvement" and hit.word.lower().endswith("effective")


def _demote(telling: Telling) -> None:
    if telling.overall is not None:
        telling.aspects.insert(0, (_around(telling.overall.subjects), telling.overall))
        telling.overall = None
        telling.services = ()


def _around(subjects: tuple[Noted, ...]) -> Span:
    return Span(subjects[0].span.start, subjects[-1].span.end)


def _distance(text: str, a: Span, b: Span) -> int:
    gap = a.gap(b)
    between = text[min(a.end, b.end) : max(a.start, b.start)]
    return gap + 25 * len(re.findall(r"[,;:]|\band\b|\bwhen\b|\bwhich\b", between)) + 60 * between.count(";")


def _add_dates(text: str, named: Naming, out: list[Telling], blocked: tuple[Span, ...]) -> None:
    """Give each date to the telling nearest to it, nearest pairs first; one directly after a grade is the grade's."""
    if not out:
        return
    pairs: list[tuple[int, int, Mention, str, Telling | None]] = []
    for i, mention in enumerate(named.dates):
        what = role(text, named, mention)
        if what == "since":
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
        onward = bool(rules.match(r",?\s+when\b", text[mention.span.end : mention.span.end + 8]))
        later = [t for t in out if min(s.start for s in t.spans) > mention.span.end]
        for target in out:
            if target.spans == [mention.span] or (onward and later and target not in later):
                continue
            if (
                target.previous
                and not target.noun
                and not mention.relative
                and mention.span.end <= target.spans[0].start
            ):
                if any(not t.previous and t.overall is not None for t in out):
                    continue  # "March 2023: up from inadequate to good": the day is that of the grade now
            pairs.append((min(_reach(text, s, mention.span) for s in target.spans), i, mention, what, target))
        pairs += [(_reach(text, s, mention.span), i, mention, what, None) for s in blocked]
    given: set[int] = set()
    for distance, i, mention, what, target in sorted(pairs, key=lambda p: p[:2]):
        if i in given or distance > (190 if len(out) > 1 else 420):
            continue
        if target is None:
            given.add(i)
            continue
        held = getattr(target, what)
        if held is None:
            setattr(target, what, mention)
            given.add(i)
        elif held.known and mention.known and _inside(mention, held):
            if held.precision in ("month", "year") or (held.basis == "derived" and mention.basis == "stated"):
                setattr(target, what, mention)
            given.add(i)
        elif _inside(held, mention):
            given.add(i)


def _reach(text: str, anchor: Span, mention: Span) -> int:
    """Distance, halved for a date that follows its anchor directly ("inadequate in July 2019")."""
    distance = _distance(text, anchor, mention)
    if anchor.end <= mention.start and re.fullmatch(
        r"[’”'\"]?\s+(?:in|on|at\s+the\s+end\s+of|during|back\s+in|by\s+[\w\s]{2,40}\s+in|from\s+\w+\s+in)\s+"
        r"(?:the\s+)?",
        text[anchor.end : mention.start],
    ):
        return distance // 4
    return distance


def _inside(fine: Mention, coarse: Mention) -> bool:
    return bool(
        fine.earliest
        and fine.latest
        and coarse.earliest
        and coarse.latest
        and coarse.earliest <= fine.earliest
        and fine.latest <= coarse.latest
    )


_SAME_GRADE = rule(
    r"(?:which|as)\s+(?:was|were|had\s+been)\s+(?:also\s+)?(?:(?:its|their|the)\s+(?:grade|rating"
    r"|judge?ment|outcome)\s+)?(?:in|at\s+the\s+(?:last|previous)\s+inspection\s+in)\s*$|\bas\s+(?:it"
    r"|they)\s+(?:was|were|had\s+been|did)\s+(?:also\s+)?in\s*$|\bthe\s+same\s+(?:grade|rating)\s+(?:as"
    r"|it\s+(?:got|had|received))\s+in\s*$|\bthe\s+same\s+as\s+(?:in|for)\s*$|\bunchanged\s+(?:from|since)\s*$",
    re.I,
)


def _add_same_grade(text: str, named: Naming, out: list[Telling]) -> None:
    """ "judged good, which was also its grade in 2013": the same grade at another time."""
    for mention in named.dates:
        left = text[max(named.span.start, mention.span.start - 70) : mention.span.start]
        if not _SAME_GRADE.search(left):
            continue
        source = next(
            (t for t in reversed(out) if t.overall is not None and t.overall.span.end < mention.span.start), None
        )
        if source is None or source.overall is None:
            continue
        if source.inspected is mention:
            continue
        for t in out:
            if t.inspected is mention:
                t.inspected = None
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
            source.overall,
            previous=source.inspected is not None,
            spans=[mention.span],
        )
        out.append(made)
