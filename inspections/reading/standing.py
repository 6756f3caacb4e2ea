"""Rows that give grades or visits, and the inspection each belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from inspections.reading import rules
from inspections.reading.authorities import Named
from inspections.reading.dates import Mention
from inspections.reading.events import Aspect, Event
from inspections.reading.facts import Warned
from inspections.reading.grades import GradeHit, grade_words
from inspections.reading.naming import Noted, name
from inspections.reading.parts import parts
from inspections.reading.rows import Row, Table, is_setting, tables, value
from inspections.reading.rules import rule
from inspections.reading.segments import Sentence
from inspections.reading.tellings import UNGRADED, role
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.naming import Naming
    from inspections.reading.work import Work

_OVERALL = rule(
    r"^\W*(?:the\s+)?overall(?:\s+(?:effectiveness|judge?ment|grade|rating|outcome|experiences?.*"
    r"|quality.*))?\W*$|^\W*(?:children[’']?s\s+services\s+assessment)\W*$",
    re.I,
)
_ALL_READ = rule(r"\bevery\s+(?:line|row|area|judgement|one)\b[^.]{0,40}\bread\s+(?P<g>[\w ]+?)\W*$", re.I)


def add_rows(work: Work) -> None:
    """Read the tables and labelled lines of a document into its events."""
    about = work.context
    body = tuple(s for s in about.document.segments if s.index not in about.letterhead)
    more = grade_words(about.catalogue)[1]
    for table in tables(about.text, body, more):
        if table.explains_scale:
            continue
        if table.columns and _visits_table(work, table):
            continue
        _grades_table(work, table)
    _parenthesis(work)


def _naming(work: Work, row: Row) -> Naming:
    return name(
        work.context.document, work.context.catalogue, work.context.anchor, Sentence(row.segment.span, row.segment, 0)
    )


_UNGRADED_ROWS = UNGRADED - {"monitoring-visit"}  # a monitoring visit of learning gives each theme its progress


MOST_ASPECTS = 60  # more rows than this are a list of something else


def _latest(event: Event) -> date:
    """The last day an event may have been: a table stands under the newest inspection told of, not an older one."""
    days = [d.latest for d in (event.inspected, event.published) if d is not None and d.latest is not None]
    return max(days, default=date.min)


def _focus(work: Work, at: int) -> Event | None:
    """The inspection a table belongs to: the one told of last before it, else the first after."""
    carrying = [
        (o, e)
        for o, e in work.told
        if not e.previous and not e.earlier and e.kind not in _UNGRADED_ROWS and not {"voice", "thin"} & set(e.notes)
    ]
    before = [e for o, e in carrying if o < at]
    if before:
        last = before[-1]
        same = [e for e in before if e.slugs == last.slugs and e.service == last.service]
        return max(same, key=lambda e: (_latest(e), e is last))
    return carrying[0][1] if carrying else None


def _grades_table(work: Work, table: Table) -> None:
    text, about = work.context.text, work.context
    at = table.rows[0].segment.span.start if table.rows else 0
    focus: Event | None = None
    more = grade_words(about.catalogue)[1]
    of_setting = _lead_is_setting(work, table)
    for row in table.rows:
        if len(row.cells) < 2:
            continue
        label = row.cells[0]
        found = next(((c, v) for c in row.cells[1:] if (v := value(text, c, more))), None)
        if found is None:
            continue
        span, word, number = found[1]
        label_words = label.of(text)
        if value(text, label) or rules.match(r"^\W*(?:\d+|grade\s*\d)\W*$", label_words):
            continue
        named = _naming(work, row)
        own_setting = is_setting(label_words) and not any(s.span.within(label) for s in named.services)
        if own_setting or of_setting or _of_something_else(text, row, span):
            work.warnings.append(Warned("grade-passed-over", "left out: a school, home or other setting", span))
            continue
        places = [n for n in named.authorities if n.span.within(label)] or _named_alone(work, label)
        services = [s for s in named.services if s.span.within(label)]
        hit = GradeHit(span, word, "row", "current", tuple(services), None, number)
        whole = bool(_OVERALL.match(label_words))
        service_is_label = (
            not re.fullmatch(r"(?:not\s+)?met", word, re.I)
            and bool(services)
            and services[0].span.end - services[0].span.start >= len(label_words.strip()) - 12
        )
        if word.lower().startswith("perform") and (whole or services):
            whole, service_is_label = False, True
        if places:
            slug = _slug(work, places[0])
            if slug is None:
                continue
            of = next(iter(services), None) or _section_service(work, table) or about.service
            event = Event(
                [(slug, places[0].span)],
                of.slug if of else None,
                of.span if of else None,
                list(about.bodies[:1]),
                "unstated",
                None,
                None,
                None,
                hit,
                spans=[row.segment.span],
                sentences=[row.segment.span],
                named_apart=True,
            )
            event.inspected = _first(text, named, "inspected")
            event.published = _first(text, named, "published")
            held = next(
                (
                    e
                    for _, e in reversed(work.told)
                    if e.kind == "annual-assessment" and not e.previous and e.overall is not None
                ),
                None,
            )
            if held is not None and word.lower().startswith("perform"):
                event.kind = "annual-assessment"
                if event.inspected is None and event.published is None and held.kind == "annual-assessment":
                    event.inspected, event.published = held.inspected, held.published
            work.events.append(event)
            work.told.append((row.segment.span.start, event))
            continue
        if service_is_label and not whole and not word.lower().startswith("perform") and _introduced(work, table):
            family = {services[0].slug, about.catalogue.services[services[0].slug].parent}
            held = focus or _focus(work, at)
            if held is None or held.service in family or about.service is None or about.service.slug in family:
                service_is_label = False
        if (
            service_is_label
            and not whole
            and (about.service is None or services[0].slug != about.service.slug or word.lower().startswith("perform"))
        ):
            focus = _service_event(work, services[0], hit, row, named)
            if focus is not None:
                work.events.append(focus)
                work.told.append((row.segment.span.start, focus))
                continue
        told = whole or services or word.lower().endswith("progress") or _known(work, label)
        if not (told or _introduced(work, table) or _fellows(work, table)):
            work.warnings.append(Warned("grade-passed-over", "left out: what was judged is no part of a service", span))
            continue
        focus = focus or _focus(work, at)
        if focus is None and about.home is not None:
            focus = _main(work)
        if focus is None or focus.kind in ("focused-visit", "revisit", "joint-targeted", "unannounced"):
            work.warnings.append(Warned("grade-passed-over", "left out: no inspection this row belongs to", span))
            continue
        focus.sentences.append(row.segment.span)
        if whole:
            if focus.overall is None or focus.overall.word.lower() == word.lower():
                focus.overall = focus.overall or hit
            elif focus.overall.tie == "move" or focus.overall.tie == "row":
                work.warnings.append(
                    Warned("grades-disagree", "the text gives two overall grades for this inspection", span)
                )
                if focus.overall.tie == "row":
                    focus.overall = None
                else:
                    focus.overall = hit
        elif len(focus.aspects) >= MOST_ASPECTS:
            work.warnings.append(Warned("grade-passed-over", "left out: more parts than any inspection has", span))
        elif not any(a.words == label for a in focus.aspects):
            progress = rules.match(r"(significant|reasonable|insufficient)\s+progress", word, re.I)
            aspect = Aspect(_trim(text, label), span, word)
            if progress:
                aspect.scale, aspect.grade_slug = "fe-monitoring-progress", progress[1].lower()
            elif rules.match(r"(?:not\s+)?met$", word, re.I):
                if not rules.search(r"\bsafeguarding\b", label_words, re.I):
                    continue
                aspect.scale, aspect.grade_slug = (
                    "ofsted-safeguarding",
                    "not-met" if word.lower().startswith("not") else "met",
                )
            same = [a for a in focus.aspects if _label(text, a.words) == _label(text, aspect.words)]
            if same and table.lead is not None and table.lead.kind == "heading":
                aspect.under = table.lead.span
                for a in same:
                    above = _heading_over(work, a.words)
                    if a.under is None and above is not None and above != table.lead.span:
                        a.under = above
            elif any(a.word.lower() != word.lower() for a in same):
                focus.aspects = [a for a in focus.aspects if a not in same]
                work.warnings.append(
                    Warned("grades-disagree", "the text gives two grades for one part of this inspection", span)
                )
                continue
            focus.aspects.append(aspect)


_ELSE = rule(
    r"\b(?:satisfaction|survey|audit\w*|self[-\s]\w+|view|opinion|hygiene|value\s+for\s+money|staff|residents|parents|peer"
    r"|school|academy|primary|nursery|college|draft|target|predicted|aim|goal)\b",
    re.I,
)


def _of_something_else(text: str, row: Row, grade: Span) -> bool:
    """ "Overall satisfaction: good", "Rating: good (internal audit)": nothing an inspectorate judged."""
    after = text[grade.end : row.segment.span.end]
    return bool(_SATISFIED.search(row.cells[0].of(text)) or (re.search(r"\(", after) and _ELSE.search(after)))


_SATISFIED = rule(
    r"\b(?:(?:our|my|your|their|his|her)\s+(?:own\s+)?(?:verdict|opinion|mark|score)|satisfaction|survey|audit\w*|self[-\s](?:assess\w+|evaluat\w+)|views?|opinion|hygiene|target|predicted|aims?|goals?)\b",
    re.I,
)


def _known(work: Work, label: Span) -> bool:
    """Does the label name a part that some framework of the services spoken of has?"""
    about = work.context
    services = work.service_slugs | ({about.service.slug} if about.service else set())
    return bool(parts(about.text, label, about.catalogue, services))


def _fellows(work: Work, table: Table) -> bool:
    """Do two rows or more of the table name parts of a framework? Then the others are parts too."""
    held = [r for r in table.rows if len(r.cells) > 1 and _known(work, r.cells[0])]
    return len(held) > 1


def _first(text: str, named: Naming, what: str) -> Mention | None:
    """The first such date of a row; one in brackets beside a grade ("same as 2009") is another year's."""
    for d in named.dates:
        left = text[named.span.start : d.span.start]
        aside = left.rfind("(") > left.rfind(")")
        alone = left.endswith("(") and text[d.span.end : d.span.end + 1] == ")"
        if d.edtf and role(text, named, d) == what and (not aside or alone or _OF_THIS.search(left)):
            return d
    return None


_OF_THIS = re.compile(r"\((?:[^()]*\b)?(?:publish\w*|report|inspect\w*|visit\w*|judged|dated)\b[^()]*$", re.I)


def _lead_is_setting(work: Work, table: Table) -> bool:
    """ "Ashbourne Lane Primary received the following:": rows of a school, whatever page they stand on."""
    if table.lead is None:
        return False
    about, segment = work.context, table.lead
    last = [s for s in about.document.sentences if s.segment.index == segment.index][-1:]
    named = [name(about.document, about.catalogue, None, s) for s in last]
    return any(n.settings and not n.services and not n.inspectorates for n in named)


def _named_alone(work: Work, label: Span) -> list[Named]:
    """A council whose name, ambiguous elsewhere, fills the label of a row."""
    found = work.context.catalogue.authorities_named(label.of(work.context.text))
    return [Named(label, tuple(a.slug for a in found), False, False)] if found else []


def _label(text: str, span: Span) -> str:
    return " ".join(span.of(text).lower().split())


def _heading_over(work: Work, span: Span) -> Span | None:
    segments = work.context.document.segments
    row = next((s for s in segments if s.span.start <= span.start < s.span.end), None)
    index = row.lead if row is not None and row.lead is not None else row.heading if row is not None else None
    return segments[index].span if index is not None and segments[index].kind == "heading" else None


_INTRODUCES = rule(
    r"\b(?:judge?ments?|judged|graded|grades|results?|outcomes?|areas|following|found|finds\s+that|ratings?|decided)\b"
    r"[^.]{0,60}(?::\s*)?$",
    re.I,
)


def _introduced(work: Work, table: Table) -> bool:
    """Are the rows parts of one inspection: an overall row among them, or a line above that says so?"""
    text = work.context.text
    if any(
        _OVERALL.match(r.cells[0].of(text)) and not rules.search(r"assessment", r.cells[0].of(text), re.I)
        for r in table.rows
    ):
        return True
    lead = table.lead
    return lead is not None and bool(_INTRODUCES.search(lead.span.of(text)))


def _trim(text: str, span: Span) -> Span:
    m = rules.match(r"[\W\d]*(?:\d+(?:\.\d+)*\.?\s+)?", span.of(text))
    start = span.start + (m.end() if m else 0)
    return Span(min(start, span.end), span.end).stripped(text)


def _slug(work: Work, named: object) -> str | None:
    from inspections.reading.authorities import on_day

    about = work.context
    return on_day(named, about.catalogue, about.anchor, about.anchor) or on_day(named, about.catalogue, None, None)  # type: ignore[arg-type]


def _main(work: Work) -> Event | None:
    about = work.context
    if about.home is None or about.service is None:
        return None
    event = Event(
        [about.home],
        about.service.slug,
        about.service.span,
        list(about.bodies),
        "unstated",
        None,
        None,
        None,
        None,
        spans=[about.title.span if about.title else about.service.span],
        sentences=[],
        main=not work.events,
    )
    work.events.append(event)
    work.told.append((0, event))
    return event


def _service_event(work: Work, service: Noted, hit: GradeHit, row: Row, named: Naming) -> Event | None:
    about = work.context
    if about.home is None:
        return None
    annual = hit.word.lower().startswith("perform")
    event = Event(
        [about.home],
        service.slug,
        service.span,
        list(about.bodies[:1]),
        "annual-assessment" if annual else "unstated",
        None,
        None,
        None,
        hit,
        spans=[row.segment.span],
        sentences=[row.segment.span],
        main=not work.events,
    )
    if annual:
        event.service = "childrens-services"
        event.inspected = _assessment_year(work, row)
    else:
        event.inspected = next((d for d in named.dates if d.edtf), None)
    return event


def _assessment_year(work: Work, row: Row):  # type: ignore[no-untyped-def]
    """The year printed in the heading over an annual assessment's table, or in the row itself."""
    from inspections.reading.dates import dates

    about = work.context
    heading = row.segment.lead if row.segment.lead is not None else row.segment.heading
    for index in (row.segment.index, heading):
        if index is None:
            continue
        segment = about.document.segments[index]
        years = [d for d in dates(about.text, segment.span) if d.precision == "year"]
        if len(years) == 1:
            return years[0]
    return None


_CANCELLED = rule(
    r"\b(?:cancelled|postponed|called\s+off|deferred|did\s+not\s+take\s+place|suspended|not\s+yet|planned"
    r"|tbc|expected|due|scheduled|upcoming)\b",
    re.I,
)


def _visits_table(work: Work, table: Table) -> bool:
    """A table of visits or councils under a header; False when its columns do not say enough."""
    columns = table.columns
    if "date" not in columns and "visit" not in columns and "authority" not in columns and "published" not in columns:
        return False
    councils = "authority" in columns and table.header is not None
    if "outcome" not in columns and "visit" not in columns and not (councils and _grade_columns(work, table)):
        return False
    about, text = work.context, work.context.text
    made = 0
    for row in table.rows:
        at = {c: row.cells[i] for i, c in enumerate(columns) if c and i < len(row.cells)}
        if _CANCELLED.search(row.segment.span.of(text)):
            work.warnings.append(
                Warned("visit-not-held", "a visit that did not take place is not read as one", row.segment.span)
            )
            made += 1
            continue
        named = _naming(work, row)
        if "authority" in at:
            inside = [n for n in named.authorities if n.span.overlaps(at["authority"])]
            mention = next((d for d in named.dates if d.edtf), None)
            slugs = [(s, n.span) for n in inside if (s := _slug_on(work, n, mention))]
            places = slugs
            if not places:
                work.warnings.append(
                    Warned("unknown-name", "no council of the catalogue has this name then", at["authority"])
                )
                made += 1
                continue
        else:
            places = [about.home] if about.home else []
        if not places:
            continue
        visit = next((v for v in named.visits if "visit" in at and v.span.overlaps(at["visit"])), None) or next(
            (v for v in named.visits if v.noun == "visit"), None
        )
        graded = value(text, at["outcome"]) if "outcome" in at else None
        if graded is None and "outcome" not in at:
            graded = next((v for c in row.cells if (v := value(text, c))), None)
        service_cell = next((s for s in named.services if "service" in at and s.span.overlaps(at["service"])), None)
        service = service_cell or next(iter(named.services), None) or _section_service(work, table) or about.service
        if "service" in at and service_cell is None:
            setting = next((s for s in named.settings if s.span.overlaps(at["service"])), None)
            if setting is not None:
                made += 1
                continue
        event = Event(
            list(places),
            service.slug if service else None,
            service.span if service else None,
            list(named.inspectorates or _section_bodies(work, table)),
            visit.kind if visit else "unstated",
            visit.span if visit and visit.kind != "unstated" else None,
            None,
            None,
            None,
            ordinal=visit.ordinal if visit else 0,
            spans=[row.segment.span],
            sentences=[row.segment.span],
            own_bodies=bool(named.inspectorates),
            named_apart=True,
        )
        for d in named.dates:
            if not d.edtf:
                continue
            if "published" in at and d.span.within(at["published"]):
                event.published = event.published or d
            elif "date" in at and d.span.overlaps(at["date"]):
                before = text[max(at["date"].start, d.span.start - 30) : d.span.start]
                if not rules.search(
                    r"\b(?:put\s+back|moved|postponed|delayed|brought\s+forward)\s+from\s*$", before, re.I
                ):
                    event.inspected = event.inspected or d
        if (
            graded is not None
            and visit is not None
            and visit.kind in ("monitoring-visit", "focused-visit", "revisit", "joint-targeted")
        ):
            work.warnings.append(Warned("grade-passed-over", "left out: visits of this kind carry no grade", graded[0]))
        elif graded is not None:
            event.overall = GradeHit(graded[0], graded[1], "row", "current", (), None, graded[2])
        elif "outcome" in at and len(at["outcome"].of(text).split()) > 3:
            event.outcome = [at["outcome"]]
        if councils:
            made += _take_columns(work, table, row, event)
        if event.inspected is None and event.published is None and event.overall is None:
            continue
        event.main = made == 0 and not work.events
        work.events.append(event)
        work.told.append((row.segment.span.start, event))
        made += 1
    return made > 0


@dataclass(frozen=True)
class _Column:
    """What the grades of a column are of, by its header: a year, a service of its own, or a part."""

    number: int
    year: Mention | None
    service: Noted | None
    part: Span | None


def _grade_columns(work: Work, table: Table) -> list[_Column]:
    """The columns beside the council's that hold grades and whose headers say of what."""
    if table.header is None:
        return []
    text, about, out = work.context.text, work.context, []
    named = _naming(work, table.header)
    of = _section_service(work, table) or about.service
    for number, head in enumerate(table.header.cells):
        cells = [r.cells[number] for r in table.rows if number < len(r.cells)]
        if table.columns[number] == "outcome" or not any(value(text, c) for c in cells):
            continue
        year = next((d for d in named.dates if d.span == head and d.precision == "year"), None)
        service = next((s for s in named.services if s.span.within(head) and (of is None or s.slug != of.slug)), None)
        known = [
            p
            for p in parts(text, table.header.segment.span, about.catalogue, [of.slug] if of else [])
            if p.span.within(head)
        ]
        if year or service or known:
            out.append(_Column(number, year, service, None if year or service else head))
    return out


def _take_columns(work: Work, table: Table, row: Row, event: Event) -> int:
    """The further grades of a council's row: of another year, another service, or a part of the service."""
    text, told = work.context.text, len(work.told)
    for column in _grade_columns(work, table):
        found = value(text, row.cells[column.number]) if column.number < len(row.cells) else None
        if found is None:
            continue
        span, word, number = found
        if column.part is not None:
            if event.overall is not None and event.overall.span == span:
                event.overall = None
            event.aspects.append(Aspect(column.part, span, word))
            continue
        if event.overall is not None and event.overall.span == span:
            event.overall = None  # the only grade of the row, and not of the service the page is about
        hit = GradeHit(
            span, word, "performs" if word.lower().startswith("perform") else "row", "current", (), None, number
        )
        service = column.service
        work.events.append(
            Event(
                list(event.authorities),
                service.slug if service else event.service,
                service.span if service else event.service_span,
                list(event.bodies),
                "annual-assessment" if hit.tie == "performs" else "unstated" if service else event.kind,
                None,
                column.year or (event.inspected if service else None),
                event.published if service else None,
                hit,
                spans=[row.segment.span],
                sentences=[row.segment.span],
                own_bodies=event.own_bodies,
                named_apart=True,
            )
        )
        work.told.append((row.segment.span.start, work.events[-1]))
    return len(work.told) - told


def _slug_on(work: Work, named: object, mention: object) -> str | None:
    from inspections.reading.authorities import on_day

    about = work.context
    earliest, latest = getattr(mention, "earliest", None), getattr(mention, "latest", None)
    if earliest is not None:
        return on_day(named, about.catalogue, earliest, latest)  # type: ignore[arg-type]
    return on_day(named, about.catalogue, about.anchor, about.anchor) or on_day(named, about.catalogue, None, None)  # type: ignore[arg-type]


def _section_bodies(work: Work, table: Table) -> tuple[Noted, ...]:
    about = work.context
    index = table.lead.index if table.lead is not None else None
    while index is not None:
        segment = about.document.segments[index]
        named = name(about.document, about.catalogue, None, Sentence(segment.span, segment, 0))
        if named.inspectorates:
            return named.inspectorates
        index = segment.heading
    return about.bodies[:1]


def _section_service(work: Work, table: Table) -> Noted | None:
    """The service named by the line or heading above a table."""
    about = work.context
    index = table.lead.index if table.lead is not None else None
    while index is not None:
        segment = about.document.segments[index]
        named = name(about.document, about.catalogue, None, Sentence(segment.span, segment, 0))
        if named.services:
            return named.services[0]
        index = segment.heading
    return None


def _parenthesis(work: Work) -> None:
    """The grade of an earlier inspection, given for a whole table: "In June 2022 every line read ..."."""
    text, about = work.context.text, work.context
    if about.home is None or about.service is None:
        return
    for named in work.named:
        m = _ALL_READ.search(named.span.of(text).rstrip(").] ")) if named.dates else None
        if not m:
            continue
        cell = Span(named.span.start + m.start("g"), named.span.start + m.end("g"))
        found = value(text, cell)
        if found is None:
            continue
        hit = GradeHit(found[0], found[1], "row", "previous", (), None, None)
        focus = _focus(work, named.span.start)
        service = focus.service if focus else about.service.slug
        places = list(focus.authorities) if focus else [about.home]
        event = Event(
            places,
            service,
            focus.service_span if focus else about.service.span,
            [],
            "unstated",
            None,
            named.dates[0],
            None,
            hit,
            previous=True,
            spans=[named.span],
            sentences=[named.span],
        )
        work.events.append(event)
        work.told.append((named.span.start, event))
