"""What the label of a row is of: the whole service, a part of it, or something no inspectorate judged."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from inspections.reading import rules
from inspections.reading.authorities import Named
from inspections.reading.headings_of_columns import COLUMN
from inspections.reading.naming import Noted, name
from inspections.reading.parts import parts
from inspections.reading.rows import Row, Table
from inspections.reading.rules import rule
from inspections.reading.segments import Segment, Sentence
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.events import Event
    from inspections.reading.work import Work

OVERALL_LABEL = rule(
    r"^\W*(?:the\s+)?overall(?:\s+(?:effectiveness|judge?ment|grade|rating|outcome|experiences?.*"
    r"|quality.*))?\W*$|^\W*(?:children[’']?s\s+services\s+(?:assessment|are|is))\W*$"
    r"|^\W*(?:(?:the\s+)?(?:council|authority|area|service|provider)|(?:children[’']?s|adult)\s+(?:services|learning|social\s+care))(?:\s+as\s+a\s+whole|,?\s+overall)\W*$",
    re.I,
)
RATING_LABEL = rule(
    r"^\W*(?:(?:the|its|your|our)\s+)?(?:(?:overall|performance|star|annual|final)\s+)*(?:rating|grade|judge?ment|score)(?:\s+is)?\W*$",
    re.I,
)
_ELSE = rule(
    r"\b(?:satisfaction|survey|audit\w*|self[-\s]\w+|view|opinion|hygiene|value\s+for\s+money|staff|residents|parents|peer"
    r"|school|academy|primary|nursery|college|draft|target|predicted|aim|goal)\b",
    re.I,
)


def of_something_else(text: str, row: Row, grade: Span) -> bool:
    """ "Overall satisfaction: good", "Rating: good (internal audit)": nothing an inspectorate judged."""
    after = text[grade.end : row.segment.span.end]
    if COLUMN["before"].match(row.cells[0].of(text)):
        return True  # "Previous overall effectiveness: Good"
    return bool(_SATISFIED.search(row.cells[0].of(text)) or (re.search(r"\(", after) and _ELSE.search(after)))


_SATISFIED = rule(
    r"\b(?:(?:our|my|your|their|his|her)\s+(?:own\s+)?(?:verdict|opinion|mark|score)|satisfaction|survey|audit\w*|self[-\s](?:assess\w+|evaluat\w+)|views?|opinion|hygiene|target|predicted|aims?|goals?)\b",
    re.I,
)


def is_part(work: Work, label: Span) -> bool:
    """Does the label name a part that some framework of the services spoken of has?"""
    about = work.context
    services = work.service_slugs | ({about.service.slug} if about.service else set())
    return bool(parts(about.text, label, about.catalogue, services))


_ENOUGH = 3  # labels that are parts of one framework say what was inspected, where nothing else does


def service_of_parts(work: Work, table: Table) -> Noted | None:
    """The service whose parts the labels of a table are, as the frameworks of its time name them."""
    text, catalogue, limit = work.context.text, work.context.catalogue, work.context.limit
    labels = [(row.cells[0], plain_label(text, trimmed(text, row.cells[0]))) for row in table.rows if row.cells]
    if limit is None:
        return None
    found: dict[str, Span] = {}
    for framework in catalogue.frameworks.values():
        if not framework.used.overlaps(limit - timedelta(days=400), limit):
            continue
        names = {w.lower() for a in framework.aspects if not a.overall for w in (a.label, *a.wordings)}
        own = [span for span, words in labels if words in names]
        if len(own) >= _ENOUGH:
            found.setdefault(framework.services[0], own[0])
    return Noted(next(iter(found.values())), next(iter(found))) if len(found) == 1 else None


def are_of_another(work: Work, whose: Noted | None, service: str | None) -> bool:
    """Are the labels of a table the parts of another service than the one that its inspection is of?"""
    if whose is None or service is None:
        return False
    known = work.context.catalogue.services
    return (known[whose.slug].parent or whose.slug) != (known[service].parent or service)


def lead_is_setting(work: Work, table: Table) -> bool:
    """ "Ashbourne Lane Primary received the following:": rows of a school, whatever page they stand on."""
    about = work.context
    for segment in {s.index: s for s in (table.lead, line_above(work, table)) if s is not None}.values():
        last = [s for s in about.document.sentences if s.segment.index == segment.index][-1:]
        if not last and segment.kind == "heading":
            last = [Sentence(segment.span, segment, 0)]
        named = [name(about.document, about.catalogue, None, s) for s in last]
        if any(n.settings and not n.services and not n.inspectorates for n in named):
            return True
    return False


def line_above(work: Work, table: Table) -> Segment | None:
    """The short line right above a table, where it is no sentence."""
    segments = work.context.document.segments
    index = table.rows[0].segment.index - 1 if table.rows else -1
    if table.header is not None:
        index = table.header.segment.index - 1
    while index >= 0 and segments[index].furniture:
        index -= 1
    if index < 0 or segments[index].kind not in ("heading", "paragraph", "bullet"):
        return None
    words = segments[index].span.of(work.context.text).rstrip()
    return segments[index] if len(words) <= _LONGEST_LEAD and not words.endswith((".", "!", "”", '"')) else None


# "Our prediction", "What we told inspectors", "Where we want to be": no grades that an inspectorate gave
_OWN_VIEW = rule(
    r"\b(?:what|how|where|which)\s+(?:we|they|officers|members|managers|staff|the\s+council|our\s+\w+)\s+(?:\w+\s+)?(?:told|wants?|hopes?|hoped|thinks?|thought"
    r"|expects?|expected|plans?|aims?|said|see|saw|rated?|judged?|believes?|would)\b|\bwe\s+(?:hope|expect|want|aim|think|would)\b|\b(?:our|my|readers[’'])\s+"
    r"(?:\w+\s+)?(?:predictions?|guess(?:es)?|views?|opinions?|verdict|poll|bet|hopes?|vision|plans?)\b",
    re.I,
)
# "Last time", "The previous inspection": rows of an inspection that is over
_LAST_TIME = rule(
    r"\W*(?:(?:the|our|its|their)\s+)?(?:last\s+time(?:\s+(?:round|around))?|previous(?:ly)?|before|earlier|the\s+time\s+before|how\s+(?:we|it|they)\s+(?:did|were)"
    r"\s+(?:last\s+time|before))(?:\s+(?:inspections?|grades?|judge?ments?|ratings?|results?|outcomes?))?\W*",
    re.I,
)


# "For comparison, the national picture"
_COMPARED = rule(
    r"\b(?:for\s+comparison|by\s+comparison|how\s+(?:we|it|they|this)\s+compares?|comparisons?|compared\s+with|statistical\s+neighbours|comparators?|national\s+(?:picture|average|figures?|results?|position)|across\s+(?:England|the\s+(?:country|region)))\b",
    re.I,
)


def not_the_inspections(work: Work, table: Table) -> str:
    """Why the line above a table says that its grades are not of the inspection told of; blank: it does not."""
    line = line_above(work, table) or table.lead
    if line is None:
        return ""
    words = line.span.of(work.context.text)
    if len(words) > _LONGEST_LEAD:
        return "a hope or a view of the council's own" if _leads_to_a_view(work, line) else ""
    if _OWN_VIEW.search(words) or _OF_ONESELF.search(words) or COLUMN["own"].search(words) or _SATISFIED.search(words):
        return "a hope or a view of the council's own"
    if _COMPARED.search(words):
        return "of councils in general"
    if not _LAST_TIME.fullmatch(words):
        return ""
    since = any(line.span.start <= at < table.rows[0].segment.span.start for at, _ in work.told)
    return "" if since else "of an inspection before"


def _leads_to_a_view(work: Work, line: Segment) -> bool:
    """ "... moderated in October. We judge ourselves as follows:": does the end of a paragraph lead to a view?"""
    text = work.context.text
    last = next((s for s in reversed(work.context.document.sentences) if s.segment.index == line.index), None)
    words = last.span.of(text) if last is not None else ""
    if not words.rstrip().endswith(":"):
        return False
    return bool(_OF_ONESELF.search(words) or _WE_GRADE.search(words))


# "We judge ourselves", "In the mock inspection"; not "The council itself", over what inspectors found of it
_OF_ONESELF = rule(
    r"\bourselves\b|\b(?:judg\w+|rat(?:e[sd]?|ing)|grad\w+|assess\w*|scor\w+|mark\w*|places?|placed|puts?|sees?|saw|views?|of|for|by|on|about)\s+(?:itself|themselves)\b|\b(?:self[-\s](?:assess|evaluat|grad|judge?|rat|scor)\w*|moderated|moderation|mock|dry[-\s]run|peer\s+(?:review|challenge)\w*|sector[-\s]led|diagnostic)\b",
    re.I,
)
# officers now judge the service as follows
_WE_GRADE = rule(
    r"\b(?:(?-i:I)|we|officers|managers|directors|members|leaders|peers|partners|consultants?|reviewers?|advisers?|auditors?|(?:independent|improvement)\s+\w+|(?:the\s+)?(?:director|council|board|panel|service))\s+"
    r"(?:[^.,;:]{3,60},\s+and\s+)?(?:(?:now|would|have|has|had|also|then|currently|therefore|jointly|[a-z]+ly)\s+){0,3}(?:judges?|judged|rates?|rated|grades?|graded|assess(?:es|ed)?|places?|placed|believes?|considers?|considered|give|put)\b",
    re.I,
)
_LONGEST_LEAD = 80  # characters of a line that says what the rows below it are


def named_alone(work: Work, label: Span) -> list[Named]:
    """A council whose name, ambiguous elsewhere, fills the label of a row."""
    found = work.context.catalogue.authorities_named(label.of(work.context.text))
    return [Named(label, tuple(a.slug for a in found), False, False)] if found else []


def plain_label(text: str, span: Span) -> str:
    return " ".join(span.of(text).lower().split())


def heading_over(work: Work, span: Span) -> Span | None:
    segments = work.context.document.segments
    row = work.context.document.segment_at(span.start)
    index = row.lead if row is not None and row.lead is not None else row.heading if row is not None else None
    return segments[index].span if index is not None and segments[index].kind == "heading" else None


def part_over(work: Work, table: Table) -> Span | None:
    """ "Safeguarding services", on a line of its own above rows: one of two things that were inspected together."""
    segments = work.context.document.segments
    index = table.rows[0].segment.index - 1 if table.rows else -1
    while index >= 0 and segments[index].furniture:
        index -= 1
    if index < 0 or segments[index].kind not in ("heading", "paragraph"):
        return None
    span = trimmed(work.context.text, segments[index].span)
    words = span.of(work.context.text)
    if len(words) > 80 or words.rstrip().endswith((".", ":", "!", "?")):
        return None
    held = [p for p in parts(work.context.text, span, work.context.catalogue, ()) if p.headed and not p.overall]
    return span if any(p.span == span for p in held) else None


def is_two_headed(work: Work, event: Event) -> bool:
    """Was it under a framework that gives two services their own headline grades, and in use on its day?"""
    catalogue, limit = work.context.catalogue, work.context.limit
    day = next((d for d in (event.inspected, event.published) if d is not None and d.known), None)
    earliest, latest = (day.earliest, day.latest) if day is not None else (limit, limit)
    return earliest is not None and any(
        f.overall == "never"
        and len(f.services) > 1
        and event.service in f.services
        and f.used.overlaps(earliest, latest)
        for f in catalogue.frameworks.values()
    )


_INTRODUCES = rule(
    r"\b(?:judge?ments?|judged|graded|grades|results?|outcomes?|areas|following|found|finds\s+that|ratings?|decided)\b"
    r"[^.]{0,60}(?::\s*)?$",
    re.I,
)


def introduced(work: Work, table: Table) -> bool:
    """Are the rows parts of one inspection: an overall row among them, or a line above that says so?"""
    text = work.context.text
    if any(
        OVERALL_LABEL.match(r.cells[0].of(text)) and not rules.search(r"assessment", r.cells[0].of(text), re.I)
        for r in table.rows
    ):
        return True
    lead = table.lead
    return lead is not None and bool(_INTRODUCES.search(lead.span.of(text)))


def trimmed(text: str, span: Span) -> Span:
    m = rules.match(r"[\W\d]*(?:\d+(?:\.\d+)*\.?\s+)?(?:of\s+which:?\s+)?", span.of(text))
    start = span.start + (m.end() if m else 0)
    return Span(min(start, span.end), span.end).stripped(text)
