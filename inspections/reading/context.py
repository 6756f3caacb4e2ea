"""What a document is about before any one sentence: its title, its council, its service, its inspectorates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from inspections.catalogue import Catalogue
from inspections.reading.authorities import BESIDE, Named, on_day
from inspections.reading.dates.mentions import Mention
from inspections.reading.dates.relative import LastOfMonth
from inspections.reading.document import Document
from inspections.reading.framework_names import by_framework_name
from inspections.reading.naming import Names, Noted, names
from inspections.reading.other_places import named_after_the_tale, named_within_an_item, titled_otherwise
from inspections.reading.publication import latest_cited, publication
from inspections.reading.rules import rule
from inspections.reading.salutations import closings, is_letter, salutation
from inspections.reading.segments import Segment
from inspections.reading.sittings import sitting
from inspections.reading.visits import visits
from inspections.text import Span

_SUBJECT = rule(
    r"\b(?:ofsted|cqc|care\s+quality|inspect\w*|visit\w*|revisit|reports?|send|children[’']?s|assessment"
    r"|judg\w+|rated|rating|graded|outstanding|inadequate|services?|watchdogs?|correction|statement"
    r"|improv\w+|minutes|question)\b",
    re.I,
)


@dataclass(frozen=True)
class Context:
    """``home``: the council the document is about, None when it is about several or none."""

    document: Document
    catalogue: Catalogue
    published: Mention | None
    anchor: date | None
    limit: date | None  # no inspection told of can be later
    title: Segment | None
    letter: bool
    letterhead: frozenset[int]  # indexes of segments above the salutation and below the signature
    home: tuple[str, Span] | None
    home_counted: bool  # is it only the one named most often?
    service: Noted | None
    bodies: tuple[Noted, ...]

    @property
    def text(self) -> str:
        return self.document.text


_MINUTES = re.compile(
    r"\bminutes\b|^\W*PRESENT\b|^\W*(?:(?:ordinary|special|extraordinary|annual)\s+)?meeting\s+of\b"
    r"|\bthe\s+meeting\s+(?:began|opened|commenced|started)\b",
    re.I | re.M,
)


def context(document: Document, catalogue: Catalogue) -> Context:
    text = document.text
    letter = is_letter(document)
    outside: set[int] = set()
    if letter:
        first = salutation(document) or 0
        ends = (s.index for s in closings(document))
        last = next(ends, document.segments[-1].index + 1)
        outside = {s.index for s in document.segments if s.index <= first or s.index >= last}
    published = publication(document, letter)
    anchor = _anchor(published)
    if published is None and _MINUTES.search(text, 0, 1500) and (met := sitting(document)) is not None:
        anchor = met.earliest  # minutes look back from the day of the meeting
    limit = anchor or document.held.sidecar.received
    title = _title(document, outside, letter)
    body = [s for s in document.body if s.index not in outside and s.index >= (title.index if title else 0)]
    home, counted = _home(document, catalogue, title, body, outside, anchor)
    service, bodies = _about(document, catalogue, title, body)
    if title is not None and (service is None or not _is_told_of(document, service)):
        above = [s for s in document.body if s.index < title.index and s.index not in outside and s.kind != "row"]
        heads = {n.slug: n for s in above for n in _naming(document, catalogue, s).services}
        service = next(iter(heads.values())) if len(heads) == 1 else service
    if not bodies and title is not None:  # a press notice of the inspectorate's own may name it at its head alone
        bodies = _about(document, catalogue, None, [s for s in document.body if s.index < title.index])[1]
    if letter and (not bodies or _of_settings_alone(document, catalogue, body)):
        head = _about(document, catalogue, None, [s for s in document.segments if s.index in outside])[1]
        bodies = head or bodies  # the head of the paper says whose letter it is
    return Context(
        document, catalogue, published, anchor, limit, title, letter, frozenset(outside), home, counted, service, bodies
    )


def _anchor(published: Mention | None) -> date | None:
    """The day that dates without a year are read from: the source's own, or the last of the month it is dated by."""
    if published is None or published.earliest is None or published.latest is None:
        return None
    if published.precision == "day" and published.earliest == published.latest:
        return published.earliest
    last = published.latest
    return LastOfMonth(last.year, last.month, last.day) if published.precision == "month" else None


def _is_told_of(document: Document, service: Noted) -> bool:
    """Does a sentence or a heading name the service, and not only a row or a point of a list?"""
    segment = document.segment_at(service.span.start)
    return segment is not None and segment.kind not in ("row", "bullet")


_DATELINE = re.compile(r"\W*(?:posted|published|updated|issued|last\s+(?:updated|reviewed))\b[^:]*\d", re.I)


def _title(document: Document, outside: set[int], letter: bool) -> Segment | None:
    """The first heading that speaks of an inspection; else the first heading; else the first line.

    No heading is the title of what stands above it: where the page has told of an inspection before, the heading
    opens a part of it, such as its notes for editors.
    """
    text = document.text
    told = next((s.index for s in document.body if s.index not in outside and _tells(text, s)), len(document.segments))
    headings = [
        s
        for s in document.body
        if s.kind == "heading"
        and s.index not in outside
        and not _DATELINE.match(s.span.of(text))
        and s.index < told
        and not s.notes
    ]
    early = headings[:8] if not letter else headings[:2]
    scored = [s for s in early if len(_SUBJECT.findall(s.span.of(text))) >= 1 and len(s.span.of(text).split()) >= 3]
    if scored:
        return scored[0]
    lines = [s for s in document.body[:6] if s.kind == "paragraph" and s.index not in outside and not letter]
    for s in lines:
        words = s.span.of(text)
        if (
            len(words) < 110
            and not words.endswith((".", ":", "!"))
            and _SUBJECT.search(words)
            and len(words.split()) >= 3
        ):
            return s
    if headings:
        return headings[0]
    return next((s for s in document.body if s.index not in outside), None)


def _tells(text: str, segment: Segment) -> bool:
    """Is this a paragraph of sentences that speak of an inspection?"""
    words = segment.span.of(text)
    return (
        segment.kind in ("paragraph", "bullet")
        and len(words) > 110
        and "." in words
        and _SUBJECT.search(words) is not None
    )


def _naming(document: Document, catalogue: Catalogue, segment: Segment) -> Names:
    return names(document, catalogue, segment.span)


def _named_beside(document: Document, segment: Segment, named: Named) -> bool:
    """ "Bury, like Bolton, ...": no page is about a council that it names only for its likeness."""
    start = named.span.start
    return BESIDE.search(document.text, max(segment.span.start, start - 45), start) is not None


# "the best in Kent", "part of Surrey": a county for what lies in it, or does not
_LIES_IN = re.compile(
    r"\b(?:best|worst|first|largest|biggest|smallest|part|even|not|corner|rest)\s+(?:in|of)\s+$", re.I
)
_OFTEN = 4  # times that a page says the name of the council it is about


def _named_most(document: Document, catalogue: Catalogue, body: list[Segment], seen: list[str]) -> str | None:
    """The council whose name a page says twice as often as any other's, where it has also named that one first."""
    said: dict[str, int] = {}
    for slug in seen:
        name = re.compile(rf"(?<![\w-]){re.escape(catalogue.authorities[slug].name)}(?!\w|-\w)")
        places = (m.start() for s in body for m in name.finditer(document.text, s.span.start, s.span.end))
        said[slug] = sum(_LIES_IN.search(document.text[max(0, at - 24) : at]) is None for at in places)
    most, *others = sorted(seen, key=lambda slug: -said[slug])
    often = said[most] >= _OFTEN and all(said[most] >= 2 * said[other] for other in others)
    return most if often and most == seen[0] else None


_MORE = 3  # times that minutes name it, where it is told of late
_SURE = 3  # times that a page names the one council that it names


def _home(
    document: Document,
    catalogue: Catalogue,
    title: Segment | None,
    body: list[Segment],
    outside: set[int],
    anchor: date | None,
) -> tuple[tuple[str, Span] | None, bool]:
    """The one council in the title; else the one named officially first, or named alone.

    Of several that nothing but the text names, the one named most; this is told by True.
    """
    day = anchor or latest_cited(document) or document.held.sidecar.received
    seen: Counter[str] = Counter()
    first: dict[str, Span] = {}
    official: dict[str, Span] = {}
    for s in body:
        for named in _naming(document, catalogue, s).authorities:
            slug = on_day(named, catalogue, day, day) or on_day(named, catalogue, None, None)
            if slug is None or (anchor is not None and _is_to_come(catalogue, slug, anchor)):
                continue
            first.setdefault(slug, named.span)
            if _named_beside(document, s, named):
                continue
            seen[slug] += 1
            if named.official:
                official.setdefault(slug, named.span)
    if title is not None:
        held = {
            slug: n.span
            for n in reversed(_naming(document, catalogue, title).authorities)
            if not _named_beside(document, title, n)
            and (slug := on_day(n, catalogue, day, day) or on_day(n, catalogue, None, None))
        }
        slugs = [x for x in held if anchor is None or not _is_to_come(catalogue, x, anchor)]
        if len(slugs) == 1:
            return (slugs[0], first.get(slugs[0], held[slugs[0]])), False
        if len(slugs) > 1:
            return None, False
    addressed = _addressed(document, catalogue, outside, day)
    if addressed is not None:
        return (addressed[0], official.get(addressed[0], first.get(addressed[0], addressed[1]))), False
    above: dict[str, Span] = {}
    masthead: set[str] = set()  # a line that is nothing but a council's name
    for s in document.segments[: (title.index if title else 0)]:
        for named in _naming(document, catalogue, s).authorities:
            slug = on_day(named, catalogue, day, day)
            if slug is not None and named.official and s.index not in outside:
                above.setdefault(slug, named.span)
                if named.span.end - named.span.start > s.span.end - s.span.start - 3 or _heads(
                    document.text, named.span, s.span
                ):
                    masthead.add(slug)
    if len(above) == 1 and (not seen or next(iter(above)) in seen or masthead):
        slug = next(iter(above))
        return (slug, official.get(slug, first.get(slug, above[slug]))), False
    if len(seen) == 1:
        slug = next(iter(seen))
        if seen[slug] < _SURE and titled_otherwise(document.text, title.span.end if title else 0, catalogue, slug):
            return None, False
        if seen[slug] < _SURE and slug not in official and named_within_an_item(document, title, first[slug]):
            return None, False
        once = seen[slug] < _MORE and slug not in official and _MINUTES.search(document.text, 0, 1500) is not None
        if once and named_after_the_tale(document, title, first[slug]):
            return None, False
        return (slug, official.get(slug, first[slug])), False
    named_above = _of_the_masthead(document, catalogue, title, seen)
    if named_above is not None:
        return (named_above, first[named_above]), False
    if seen:
        ranked = seen.most_common(2)
        if ranked[0][1] >= 2 * ranked[1][1] and (ranked[0][1] >= 3 or next(iter(official), "") == ranked[0][0]):
            return (ranked[0][0], first[ranked[0][0]]), True
        most = _named_most(document, catalogue, body, list(seen))
        return ((most, first[most]) if most is not None else None), most is not None
    return None, False


def _is_to_come(catalogue: Catalogue, slug: str, day: date) -> bool:
    """Does a council begin only after the day of the page?"""
    since = catalogue.authorities[slug].life.since
    return since is not None and since > day


_PART_OF_A_HEAD = re.compile(r"\s*(?:[|:•·]|\s[–—-]\s)\s*(?:[\w&’']+\s*){1,6}\W*")


def _heads(text: str, name: Span, line: Span) -> bool:
    """ "Lewisham Council | News": is a council's name the first part of a line that is of no inspection?"""
    after = text[name.end : line.end]
    before = text[line.start : name.start].strip(" #*")
    return not before and _PART_OF_A_HEAD.fullmatch(after) is not None and _SUBJECT.search(after) is None


def _of_the_masthead(
    document: Document, catalogue: Catalogue, title: Segment | None, seen: Iterable[str]
) -> str | None:
    """ "Medway Parents Together", over a page that names two councils: the one its publisher is called by."""
    if title is None or title == document.page[0]:
        return None
    words = document.page[0].span.of(document.text)[:100]
    begun = next((slug for slug in seen if _begins_with(words, catalogue.authorities[slug].name)), None)
    return begun or _of_its_second_line(document, catalogue, title, seen)


def _of_its_second_line(document: Document, catalogue: Catalogue, title: Segment, seen: Iterable[str]) -> str | None:
    """ "Standing up for Cheshire West and Chester", below the name of whoever publishes the page."""
    second = next((s for s in document.page[1:2] if s.index < title.index), None)
    if (
        second is None
        or second.kind == "row"
        or len(words := second.span.of(document.text)) > 80
        or words.endswith(".")
    ):
        return None
    named = {slug for each in _naming(document, catalogue, second).authorities for slug in each.slugs if slug in seen}
    return named.pop() if len(named) == 1 and _SUBJECT.search(words) is None else None


def _begins_with(words: str, name: str) -> bool:
    """As printed, or in capitals."""
    return words.startswith((f"{name} ", f"{name.upper()} "))


def _addressed(
    document: Document, catalogue: Catalogue, outside: set[int], day: date | None
) -> tuple[str, Span] | None:
    """The one council a letter is addressed to: what its body names besides are partners and neighbours."""
    addressed: dict[str, Span] = {}
    for s in document.segments:
        if s.index in outside:
            for named in _naming(document, catalogue, s).authorities:
                slug = on_day(named, catalogue, day, day)
                if slug and named.official:
                    addressed.setdefault(slug, named.span)
    return next(iter(addressed.items())) if len(addressed) == 1 else None


_JOINT = re.compile(r"joint|jtai", re.I)
# "Officers: Ann Lee, Youth Justice Manager": who came to the meeting, and not what the page is about
_IN_OFFICE = rule(
    r"\s+(?:(?:services?|teams?|partnership|operations?|operational|business|quality|improvement|strategic|senior)\s+){0,2}"
    r"(?:managers?|officers?|advis[eo]rs?|commissioners?|co-?ordinators?|administrators?|consultants?|champions?"
    r"|leads?(?!\s+(?:the|a|to|its|their))|chair(?:man|woman|person)?)\b",
    re.I,
)


def _of_title(document: Document, title: Segment | None) -> Noted | None:
    """A title that names a joint targeted inspection says what it was of: the answer of all the bodies together."""
    if title is None or not _JOINT.search(document.text, title.span.start, title.span.end):
        return None
    found = visits(document.text, title.span, document.catalogue)
    joint = next((v for v in found if v.kind == "joint-targeted"), None)
    return Noted(joint.span, "multi-agency-response") if joint is not None else None


def _of_settings_alone(document: Document, catalogue: Catalogue, body: list[Segment]) -> bool:
    """Are the inspectorates that a text names those of its schools and homes alone?"""
    named = (_naming(document, catalogue, s) for s in body)
    return all(each.settings for each in named if each.inspectorates)


def _about(
    document: Document, catalogue: Catalogue, title: Segment | None, body: list[Segment]
) -> tuple[Noted | None, tuple[Noted, ...]]:
    service = _of_title(document, title)
    bodies: list[Noted] = []
    for s in ([title] if title else []) + body:
        named = _naming(document, catalogue, s)
        if service is None and s.kind not in ("row", "bullet"):
            called = by_framework_name(catalogue, document.text, s.span) if not named.services else None
            service = next((n for n in named.services if not _IN_OFFICE.match(document.text, n.span.end)), called)
        for body_ in named.inspectorates:
            if body_.slug not in {b.slug for b in bodies}:
                bodies.append(body_)
    if service is None:
        listed = [n for s in body for n in _naming(document, catalogue, s).services]
        listed = [n for n in listed if not _IN_OFFICE.match(document.text, n.span.end)]
        service = listed[0] if listed else _by_what_it_does(document, catalogue, body, bodies)
    return service, tuple(bodies)


# "how the area's councils look after children": the service, where nobody calls it by its name
_LOOK_AFTER = rule(
    r"\bhow\s+(?:well\s+|badly\s+|safely\s+)?(?:(?:the|its|our|their|this|that|each|both|these|local|[\w’'-]+[’']s?)\s+){0,3}"
    r"(?:councils?|(?:local\s+)?authorit(?:y|ies)|boroughs?|count(?:y|ies)|cit(?:y|ies)|town\s+halls?)\s+"
    r"(?P<what>(?:looks?|looked)\s+after\s+(?:[\w’'-]+\s+){0,3}children|(?:cares?|cared)\s+for\s+(?:[\w’'-]+\s+){0,3}children"
    r"|(?:protects?|protected|safeguards?|safeguarded|keeps?|kept)\s+(?:[\w’'-]+\s+){0,3}children)\b",
    re.I,
)


def _by_what_it_does(
    document: Document, catalogue: Catalogue, body: list[Segment], bodies: list[Noted]
) -> Noted | None:
    """What inspectors came to look at, told by what it does; only where one of those named inspects it."""
    inspect = {b for f in catalogue.frameworks.values() if "childrens-services" in f.services for b in f.inspectorates}
    if not inspect & {b.slug for b in bodies}:
        return None
    for s in body:
        found = _LOOK_AFTER.search(document.text, s.span.start, s.span.end) if s.kind == "paragraph" else None
        if found is not None and _INSPECTS.search(document.text, s.span.start, s.span.end):
            return Noted(Span(*found.span("what")), "childrens-services")
    return None


_INSPECTS = rule(r"\b(?:inspect\w*|ofsted|watchdogs?|judg\w+|visit\w*|reports?)\b", re.I)
