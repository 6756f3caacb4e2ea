"""Reading prose: sentences to tellings, tellings to inspections, quotations to statements.

The readers of the kinds of document say only what is peculiar to their kind; everything a text can
tell in words is read here, by rules that know no document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import timedelta

from inspections.catalogue import Catalogue
from inspections.reading.authorities import Named, on_day
from inspections.reading.context import Context, context
from inspections.reading.dates import Mention
from inspections.reading.document import Document
from inspections.reading.events import Aspect, Event, gather, kinds_agree, overlap, to_fact
from inspections.reading.facts import InspectionKind, Passage, Reading, Warned, Words
from inspections.reading.grades import PROGRESS, GradeHit, grades
from inspections.reading.naming import Naming, Noted, name_all
from inspections.reading.outcomes import add_outcomes
from inspections.reading.progress import add_progress
from inspections.reading.quotations import Quotation, quotations
from inspections.reading.speakers import Attribution, attribute
from inspections.reading.standing import add_rows
from inspections.reading.statements import findings, quoted_statements, stances
from inspections.reading.tellings import FUTURE, NOT_HELD, UNGRADED, Telling, tellings
from inspections.text import Span


@dataclass(frozen=True)
class Family:
    """What a kind of document adds: ``voice`` is whose page it is (inspectorate, council, party, news, parliament, other)."""

    kind: str
    reader: str
    voice: str


@dataclass
class Telled:
    """The work in progress on one document."""

    context: Context
    family: Family
    named: tuple[Naming, ...]
    quotes: tuple[Quotation, ...]
    said: list[Attribution]
    events: list[Event] = field(default_factory=list)
    told: list[tuple[int, Event]] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)
    joint: dict[str, list[tuple[str, Span]]] = field(default_factory=dict)


def read_prose(document: Document, catalogue: Catalogue, family: Family) -> Reading:
    """Everything ``document`` says, as a reading."""
    about = context(document, catalogue)
    body = tuple(s for s in document.body if s.index not in about.letterhead)
    sentences = tuple(x for x in document.sentences if x.segment.index not in about.letterhead)
    named = _without_year(about, name_all(document, catalogue, about.anchor, sentences))
    quotes = quotations(document.text, body)
    bounds = {s.index: s.span for s in document.segments}
    leads = {s.index: bounds[s.lead] for s in body if s.lead is not None and s.kind == "bullet"}
    said = attribute(document.text, quotes, bounds, [s.index for s in body], leads)
    work = Telled(about, family, named, quotes, said)
    _disown(work)
    _tell(work)
    add_rows(work)
    add_progress(work)
    _settle(work)
    add_outcomes(work)
    return _reading(work)


def _without_year(about: Context, named: tuple[Naming, ...]) -> tuple[Naming, ...]:
    """"Last month" in a story dated 2 March of no year: a February of no year."""
    found = re.match(r"XXXX-(\d\d)-", about.published.edtf) if about.published is not None else None
    if not found:
        return named
    month = int(found[1])
    out = []
    for n in named:
        dates = []
        for d in n.dates:
            words = d.span.of(about.text).lower()
            if not d.edtf and words.endswith(("last month", "this month")):
                number = month if words.endswith("this month") else (month - 2) % 12 + 1
                d = replace(d, edtf=f"XXXX-{number:02}", precision="month", basis="derived", note="from the day and month of the source, which gives no year")
            dates.append(d)
        out.append(replace(n, dates=tuple(dates)))
    return tuple(out)


def _disown(work: Telled) -> None:
    """A quotation its own source takes back is nobody's finding."""
    text = work.context.text
    for i, quote in enumerate(work.quotes):
        after = text[quote.end : quote.end + 260]
        before = text[max(0, quote.start - 160) : quote.start]
        if re.search(
            r"\b(?:No\s+(?:Ofsted\s+|CQC\s+)?(?:report|inspector|letter)\s+(?:says|said|contains)|(?:never|did\s+not|does\s+not|do\s+not|didn[’']t|doesn[’']t)\s+(?:say|said|write|wrote|appear|use|contain)\w*|not\s+quotations?\s+from|no\s+such\s+words|made\s+up|(?:was|were|is|are)\s+(?:not\s+true|false|untrue|wrong|invented|inaccurate)|we\s+withdraw)\b",
            after, re.I,
        ) or re.search(r"\b(?:nowhere\s+(?:says?|does)|does\s+not\s+say|did\s+not\s+say|never\s+said|never\s+wrote|not\s+the\s+words?|inaccurate|wrongly|falsely)\b[^.]{0,90}$", before, re.I):  # fmt: skip
            work.said[i] = replace(work.said[i], disowned=True)


def _tell(work: Telled) -> None:
    text = work.context.text
    reports = tuple(s for q, a in zip(work.quotes, work.said, strict=True) if _long(q, text) and a.kind != "person" for s in q.spans)
    voices = tuple(s for q, a in zip(work.quotes, work.said, strict=True) if _long(q, text) and a.kind in ("person", "organisation") for s in q.spans)
    state = _State(work)
    for named in work.named:
        if named.segment.kind == "row" or named.sentence.segment.furniture:
            continue
        found = grades(text, named, reports, voices, work.context.service.slug if work.context.service else None)
        if work.family.voice == "party" and _taken_back(text, named):
            found.hits.clear()
        if named.segment.kind == "heading":
            found.hits.clear()  # headlines are worded loosely; the text below says it again
        work.warnings += [Warned("grade-passed-over", f"left out: {why}", span) for span, why in found.passed_over]
        in_report = any(named.span.within(s) for s in reports)
        in_voice = any(named.span.within(s) or s.within(named.span) and s.start - named.span.start < 3 for s in voices)
        hits = [h for h in found.hits if not state.of_setting(named, h)]
        told = [] if in_report and not hits else tellings(text, named, hits, tuple(x for x, _ in found.passed_over))
        for telling in told:
            if any(telling.at >= s.start and telling.at < s.end for s in reports) and telling.overall is None:
                continue
            for event in state.place(telling, in_voice):
                work.told.append((telling.at, event))
        _sustained(work, named)
        state.after(named, in_voice)
    work.joint = state.joint


_SUSTAINED = re.compile(r"\b(?:performance|rating|assessment|grade)\s+(?:has\s+been\s+|was\s+)?(?:sustained|maintained|unchanged)\s+(?:from|since)\s+(?P<y>(?:19|20)\d\d)\s+(?:to|until|in)\s+(?:19|20)\d\d\b", re.I)


def _sustained(work: Telled, named: Naming) -> None:
    """"This performance has been sustained from 2010 to 2011": the earlier assessment gave the same, derived."""
    m = _SUSTAINED.search(named.span.of(work.context.text))
    told = next((e for _, e in reversed(work.told) if e.overall is not None and e.overall.tie == "performs"), None)
    year = next((d for d in named.dates if m and d.span.start == named.span.start + m.start("y")), None)
    if m is None or told is None or year is None:
        return
    event = Event(list(told.authorities), told.service, told.service_span, list(told.bodies), told.kind, None, year, None, told.overall,
                  previous=True, spans=[named.span], sentences=[named.span], derived_grade=named.span)  # fmt: skip
    work.events.append(event)
    work.told.append((named.span.start, event))


_CLAIMED = re.compile(r"\b(?:leaflets?|flyers?|posters?|newsletters?|headline|headed|claimed|our\s+post)\b", re.I)
_WRONG = re.compile(r"\s*(?:That|This|It|They|These|Those|Both)\s+(?:was|were|is|are)\s+(?:wrong|untrue|false|not\s+true|incorrect|inaccurate)|\s*Nobody\s+did\b", re.I)


def _taken_back(text: str, named: Naming) -> bool:
    """What a leaflet claimed, told by the party that takes it back."""
    words = named.span.of(text)
    following = text[named.span.end : named.span.end + 80]
    before = text[max(0, named.span.start - 200) : named.span.start]
    if _WRONG.match(following):
        return True
    return bool(_CLAIMED.search(words)) or bool(re.search(r"\bleaflet[^.]{0,80}\.\s*$", before) and re.match(r"\s*It\s+(?:went|said|also|told)", words))


def _long(quote: Quotation, text: str) -> bool:
    return len(quote.words(text).split()) >= 6


_PAST = re.compile(
    r"\b(?:found|judged|said|concluded|took\s+place|visited|inspected|carried\s+out|looked\s+at|identified|noted|reported|praised|revisited|spent|published|rated|were\s+with\s+us|came|was|were|had|has|have)\b",
    re.I,
)
_JOINT = re.compile(r"\b(?:joint|jointly|shares?|shared|combined|works\s+across|run\s+between|between\s+them|single\s+service|serves|covers|covering|serving|one\s+service|partnership\s+between)\b", re.I)
_CHILDREN = re.compile(r"\b(?:children|social\s+workers?|child\s+protection|care\s+leavers)\b", re.I)
_ADULT_SOCIAL = re.compile(r"\badult\s+social\s+care\b|\bsocial\s+care\s+for\s+adults\b", re.I)
_SEND = re.compile(r"\bwritten\s+statement\s+of\s+action\b|\bWSO?A\b|\bEHC\s+plans?\b", re.I)


class _State:
    """What the walk through a document remembers: the council and the service spoken of."""

    def __init__(self, work: Telled) -> None:
        self.work = work
        about = work.context
        self.text = about.text
        self.authority: tuple[str, Span] | None = about.home
        self.paragraph = -1
        self.service: Noted | None = about.service
        self.local: Noted | None = None  # the service this paragraph has named last
        self.local_bodies: tuple[Noted, ...] = ()
        self.joint: dict[str, list[tuple[str, Span]]] = {}  # services that several councils share
        self.shared: list[tuple[str, Span]] = []
        self.pair: tuple[Noted, ...] = ()
        self.last: tuple[int, Event | None] = (-1, None)  # the inspection told of last, and in which segment
        self.setting_segment = -1  # the segment whose sentences have last been about a school or a home

    def place(self, telling: Telling, in_voice: bool) -> list[Event]:
        """The events one telling speaks of: usually one, one for each service or council it names."""
        work, named = self.work, telling.named
        if named.segment.index != self.paragraph:
            self.authority = work.context.home or self.authority
            self.service = work.context.service or self.service
        if not self._happened(telling):
            return []
        if self._goes_on(telling, in_voice):
            return []
        if telling.overall is not None and telling.overall.tie == "bare":
            index, event = self.last
            if event is not None and index == named.segment.index and event.overall is None and event.kind not in UNGRADED:
                event.overall = telling.overall
                event.sentences.append(named.span)
            return []
        services = self._services(telling)
        made: list[Event] = []
        for service in services:
            for places in self._authorities(telling):
                event = self._event(telling, places, service)
                event.main = "thin" not in event.notes and not in_voice and not telling.previous and not telling.earlier and not any(e.main for e in work.events)
                if in_voice and telling.overall is None:
                    event.notes.append("voice")
                if not telling.previous and not telling.earlier and not in_voice and telling.kind_span is not None:
                    self.service = service or self.service
                made.append(event)
        for event in made:
            work.events.append(event)
        if made:
            self.last = (named.segment.index, made[-1])
        if named.authorities and not in_voice:
            self._remember(named)
        return made

    def _goes_on(self, telling: Telling, in_voice: bool) -> bool:
        """"The letter, published on 4 November, said ...": more of the inspection this paragraph speaks of."""
        index, event = self.last
        named = telling.named
        if event is None or index != named.segment.index or in_voice or telling.overall is not None or telling.aspects:
            return False
        if telling.kind_span or telling.ordinal or telling.earlier or telling.previous or telling.noun not in ("report", "visit", "verb"):
            return False
        if named.authorities or any(s.slug != event.service for s in named.services):
            return False
        before = self.text[max(named.span.start, telling.spans[0].start - 12) : telling.spans[0].start]
        if not re.search(r"\b(?:the|this|that|its|their|his|her)\s*(?:\w+\s)?$", before, re.I):
            return False
        if telling.inspected is not None and event.inspected is not None and overlap(telling.inspected, event.inspected) is not True:
            return False
        if telling.published is not None and event.published is not None and overlap(telling.published, event.published) is not True:
            return False
        event.inspected = event.inspected or telling.inspected
        event.published = event.published or telling.published
        event.spans += telling.spans
        if named.span not in event.sentences:
            event.sentences.append(named.span)
        return True

    def of_setting(self, named: Naming, hit: GradeHit) -> bool:
        """"They were both judged good", after a sentence about homes."""
        if named.services or hit.tie == "row" or self.setting_segment != named.segment.index:
            return False
        return not re.search(r"\b(?:council|authority|service|services|department)\b", named.span.of(self.text), re.I)

    def after(self, named: Naming, in_voice: bool) -> None:
        if named.segment.index != self.paragraph:
            self.pair = ()
            self.setting_segment = -1
            if self.work.context.home is not None:
                self.authority = self.work.context.home
            self.service = self.work.context.service or self.service
        self.pair = named.services if len(named.services) > 1 else self.pair if not named.services else ()
        if named.services or re.search(r"\b(?:council|authority)\b(?![’'])", named.span.of(self.text), re.I):
            self.setting_segment = -1
        if named.settings and not named.services:
            self.setting_segment = named.segment.index
        if named.authorities and not in_voice:
            self._remember(named)
        if named.segment.index != self.paragraph:
            self.local = None
            self.local_bodies = ()
        if named.services and not in_voice:
            self.local = named.services[-1]
        if named.inspectorates and not in_voice:
            self.local_bodies = named.inspectorates
        self.paragraph = named.segment.index

    def _remember(self, named: Naming) -> None:
        slugs = self._slugs(named.authorities, None)
        listed = self._listed(slugs)
        self.shared = []
        if len(listed) > 1 and _JOINT.search(named.span.of(self.text)):
            self.shared = listed
            service = named.services[-1] if named.services else self.local or self.service
            if service is not None and re.search(r"\b(?:service|partnership|team|provision|learners?)\b", named.span.of(self.text), re.I):
                self.joint.setdefault(service.slug, listed)
        if len({s for s, _ in slugs}) == 1:
            self.authority = slugs[0]
        elif slugs and self.work.context.home is None:
            self.authority = None

    def _happened(self, telling: Telling) -> bool:
        if telling.overall is not None or telling.aspects:
            return True
        named = telling.named
        words = named.span.of(self.text)
        at = telling.at - named.span.start
        near = words[max(0, at - 110) : at + 150]
        if self._setting_visit(telling):
            return False
        if re.match(r"\s*(?:This|That|It|The\s+visit)\s+(?:was|has\s+been|had\s+been)\s+(?:then\s+|later\s+)?(?:called\s+off|cancelled|postponed|put\s+off|abandoned)", self.text[named.span.end : named.span.end + 60]):
            self.work.warnings.append(Warned("visit-not-held", "a visit that did not take place is not read as one", telling.spans[0]))
            return False
        if NOT_HELD.search(near):
            self.work.warnings.append(Warned("visit-not-held", "a visit that did not take place is not read as one", telling.spans[0]))
            return False
        clause = re.split(r"[;:]|,\s+(?:and|but|which|while)\s", words[max(0, at - 90) : at])[-1] + words[at : at + 70]
        if FUTURE.search(clause) and not (telling.inspected or telling.published) :
            return False
        if FUTURE.search(clause) and not re.search(r"\b(?:found|judged|concluded|took\s+place|said|carried\s+out|revisited|visited|spent|published)\b", clause, re.I):
            self.work.warnings.append(Warned("visit-to-come", "a visit that is still to come is not read as one", telling.spans[0]))
            return False
        return True

    def _setting_visit(self, telling: Telling) -> bool:
        """An inspection of a school or a home: a setting stands nearer to the word than any service does."""
        named = telling.named
        if telling.kind in ("school-improvement", "joint-targeted", "monitoring-visit", "focused-visit", "annual-assessment") or not named.settings:
            return False
        at = telling.spans[0]
        own = min((s.span.gap(at) for s in named.services), default=10_000)
        other = min((s.span.gap(at) for s in named.settings), default=10_000)
        return other < own and other < 90

    def _slugs(self, names: tuple[Named, ...], mention: Mention | None) -> list[tuple[str, Span]]:
        about = self.work.context
        out = []
        for n in names:
            earliest = mention.earliest if mention is not None and mention.known else None
            latest = mention.latest if mention is not None and mention.known else about.limit
            slug = on_day(n, about.catalogue, earliest or None, latest) or on_day(n, about.catalogue, about.anchor, about.anchor)
            if slug is None and about.home is not None and about.home[0] in n.slugs:
                slug = about.home[0]
            if slug is not None:
                out.append((slug, n.span))
            else:
                self.work.warnings.append(Warned("unknown-name", "this name is of several councils, and the date does not say which", n.span))
        return out

    def _authorities(self, telling: Telling) -> list[list[tuple[str, Span]]]:
        """Councils of a telling: each inner list is inspected together."""
        named = telling.named
        mention = telling.inspected or telling.published
        found = self._slugs(named.authorities, mention)
        unique = list({s: (s, span) for s, span in reversed(found)}.values())[::-1]
        if len(unique) <= 1:
            if unique:
                return [unique]
            if self.shared and named.segment.index == self.paragraph:
                return [self.shared]
            return [[self.authority]] if self.authority else [[]]
        first = min(s.start for s in telling.spans)
        last = max(s.end for s in telling.spans)
        before = [x for x in found if x[1].end <= first]
        inside = [x for x in found if first <= x[1].start < last]
        after = [x for x in found if x[1].start >= last]
        listed = self._listed(found)
        if len(listed) > 1 and _JOINT.search(named.span.of(self.text)):
            return [listed]
        if len(listed) > 1 and telling.overall is not None and re.search(r"\b(?:both|all|each)\b", named.span.of(self.text), re.I):
            return [[x] for x in listed]
        anchor = telling.overall.span if telling.overall is not None else telling.spans[0]
        left = [x for x in found if x[1].end <= anchor.start]
        if left:
            return [[left[-1]]]
        right = [x for x in found if x[1].start >= anchor.end and x[1].start - anchor.end < 80]
        near = right or inside or after or before
        return [[near[0]]] if near else [[self.authority]] if self.authority else [[]]

    def _listed(self, found: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
        run = found[:1]
        for x in found[1:]:
            between = self.text[run[-1][1].end : x[1].start]
            if re.fullmatch(r"[’']?s?(?:\s+\w+){0,2}?\s*(?:,|and|&|,\s*and)\s*(?:the\s+)?(?:\w+\s+)?", between) and len(between) < 40:
                run.append(x)
            else:
                break
        return run if len({s for s, _ in run}) > 1 else []

    def _services(self, telling: Telling) -> list[Noted | None]:
        named, text = telling.named, self.text
        if telling.kind == "school-improvement":
            own = next((s for s in named.services if s.slug == "school-improvement"), None)
            return [own or Noted(telling.kind_span or telling.spans[0], "school-improvement")]
        if telling.overall is not None and telling.services:
            return list(telling.services)
        if telling.kind == "annual-assessment" or (telling.overall is not None and telling.overall.tie == "performs"):
            return [next((s for s in named.services if s.slug == "childrens-services"), self.service)]
        words = named.span.of(text)
        if telling.overall is not None:
            if self.pair and named.segment.index == self.paragraph and re.search(r"\b(?:they\s+(?:are|were)\s+both|both\s+(?:are|were|services|agencies)|each)\b", words, re.I) and not named.services:
                return list(self.pair)
            near = [s for s in named.services if s.span.end <= telling.overall.span.start]
            if near:
                return [near[-1]]
            if not named.services and _CHILDREN.search(words) and self.service is not None and self.service.slug != "childrens-services":
                weak = _CHILDREN.search(words)
                if weak and telling.overall.tie in ("noun-after", "noun"):
                    return [Noted(Span(named.span.start + weak.start(), named.span.start + weak.end()), "childrens-services")]
        if named.services:
            at = telling.at
            visit = telling.noun in ("visit", "report", "assessment")
            ranked = sorted(named.services, key=lambda s: (s.span.start < at and visit and abs(s.span.start - at) > 60, s.span.gap(Span(at, at))))
            chosen = ranked[0]
            inside = [s for s in named.services if any(s.span.overlaps(x) for x in telling.spans)]
            return [inside[0] if inside else chosen]
        if telling.kind == "joint-targeted" or (len({b.slug for b in named.inspectorates}) >= 3):
            return [Noted(telling.spans[0], "multi-agency-response")]
        if _SEND.search(words):
            m = _SEND.search(words)
            if m:
                return [Noted(Span(named.span.start + m.start(), named.span.start + m.end()), "area-send")]
        if telling.kind in ("focused-visit",) and (self.service is None or self.service.slug not in ("childrens-services",)):
            return [Noted(telling.spans[0], "childrens-services")]
        if telling.inspected is not None and (weak := _CHILDREN.search(words)) and self.service is not None and self.service.slug in ("adult-social-care", "adult-learning", "apprenticeships"):
            return [Noted(Span(named.span.start + weak.start(), named.span.start + weak.end()), "childrens-services")]
        if self.local is not None and named.segment.index == self.paragraph and (telling.overall is not None or self.service is None):
            return [self.local]
        return [self.service]

    def _event(self, telling: Telling, places: list[tuple[str, Span]], service: Noted | None) -> Event:
        named, about = telling.named, self.work.context
        kind: InspectionKind = telling.kind
        slug = service.slug if service is not None else None
        if kind == "unstated" and slug == "school-improvement" and telling.noun in ("visit", "report", "verb"):
            kind = "school-improvement"
        own = [b for b in named.inspectorates]
        if not own and named.segment.index == self.paragraph and self.local_bodies:
            own = list(self.local_bodies)
        bodies = own if own and (telling.overall is None or _body_near(self.text, own, telling)) else []
        event = Event(
            list(places), slug, service.span if service is not None else None, list(bodies), kind, telling.kind_span, telling.inspected,
            telling.published, telling.overall, telling.ordinal, telling.earlier, telling.previous, spans=list(telling.spans),
            sentences=[named.span], own_bodies=bool(bodies), segment=named.segment.index,
        )  # fmt: skip
        if telling.overall is not None and telling.overall.tie == "performs":
            event.kind = "annual-assessment"
        if service is not None and not _is_name(self.work.context.catalogue, service, self.text):
            event.service_span_is_name = False
        if telling.overall is None and not telling.aspects and telling.noun in ("report", "") and not own and not telling.kind_span:
            event.notes.append("thin")
        event.aspects = [Aspect(words, hit.span, hit.word) for words, hit in telling.aspects]
        if kind == "unstated" and telling.noun in ("visit", "verb") and len({b.slug for b in own}) >= 3 and slug in ("multi-agency-response", None):
            event.kind, event.kind_span = "joint-targeted", None
        return event


def _is_name(catalogue: Catalogue, service: Noted, text: str) -> bool:
    """Do the words name the service, or only point at it ("children", "written statement of action")?"""
    words = service.span.of(text).lower().replace("’", "'")
    entry = catalogue.services[service.slug]
    return any(n.lower().replace("’", "'") in words for n in (entry.name, *entry.names))


def _body_near(text: str, bodies: list[Noted], telling: Telling) -> bool:
    return True


def _settle(work: Telled) -> None:
    """Join what speaks of one event, complete what the document says of all, and drop what has no substance."""
    about, catalogue = work.context, work.context.catalogue
    for event in work.events:
        listed = work.joint.get(event.service or "", [])
        if len(event.authorities) == 1 and event.authorities[0][0] in {s for s, _ in listed}:
            event.authorities = list(listed)
    _two_headed(work)
    first = [e for e in work.events if "voice" not in e.notes and e.authorities and ("thin" not in e.notes or e.any_date is not None or e.overall or e.aspects)]
    work.warnings += [Warned("event-passed-over", "no council is named for this", e.spans[0]) for e in work.events if not e.authorities]
    later = [e for e in work.events if "voice" in e.notes]
    kept = gather(first)
    for event in later:
        fits = [e for e in kept if e.service in (event.service, None) and e.slugs == event.slugs and (overlap(e.inspected, event.inspected) or overlap(e.published, event.published))]
        if len(fits) == 1:
            fits[0].sentences += event.sentences
            fits[0].inspected = fits[0].inspected or event.inspected
    kept = [e for e in kept if _substance(work, e)]
    main = next((e for e in kept if e.main), None) or next((e for e in kept if not e.previous and not e.earlier), kept[0] if kept else None)
    for event in kept:
        event.main = event is main
    for event in kept:
        event.notes = []
        _complete_bodies(work, event, main)
        if event.service == "area-send" and event.kind == "unstated" and (event.earlier or event.overall is not None):
            event.kind = "full"
    _link(kept, main)
    if main is not None and work.family.voice == "inspectorate" and about.letter and main.published is None and about.published is not None:
        main.published = about.published
    kept.sort(key=lambda e: min(s.start for s in e.spans))
    work.events = kept
    del catalogue


def _two_headed(work: Telled) -> None:
    """Grades of two services that one framework inspects together, with no overall grade, are two parts of one inspection.

    Inspections of safeguarding and looked-after children (2009 to 2012) gave two headline grades.
    """
    catalogue = work.context.catalogue
    for framework in catalogue.frameworks.values():
        if framework.overall != "never" or len(framework.services) < 2:
            continue
        parts = {s for s in framework.services if catalogue.services[s].parent is not None}
        heads = [e for e in work.events if e.service in parts and e.kind in ("unstated", "full") and (e.overall is None or e.overall.subjects)]
        groups: dict[tuple[frozenset[str], str], list[Event]] = {}
        undated = [e for e in heads if e.inspected is None or not e.inspected.known]
        for event in heads:
            if event not in undated and event.inspected is not None:
                groups.setdefault((event.slugs, event.inspected.edtf), []).append(event)
        for event in undated:
            mates = [k for k in groups if k[0] == event.slugs]
            if len(mates) == 1:
                groups[mates[0]].append(event)
            elif not mates:
                groups.setdefault((event.slugs, ""), []).append(event)
        for group in groups.values():
            dated = [e for e in group if e.inspected is not None and e.inspected.known]
            times = {e.inspected.edtf for e in dated if e.inspected is not None}
            services = {e.service for e in group if e.overall is not None}
            base = any(e.overall is None and not e.aspects and _names_both(work, e, parts) for e in group)
            if len(services) < (1 if base else 2) or len(times) > 1 or (not dated and work.context.limit is None):
                continue
            bounds = dated[0].inspected if dated else None
            earliest = bounds.earliest if bounds is not None else None
            latest = bounds.latest if bounds is not None else work.context.limit
            if not framework.used.overlaps(earliest or latest, latest):
                continue
            first = group[0]
            for event in group:
                hit = event.overall
                if hit is None:
                    if event is not first and not event.aspects:
                        first.inspected = first.inspected or event.inspected
                        first.published = first.published or event.published
                        first.spans += event.spans
                        first.sentences += event.sentences
                        first.main = first.main or event.main
                        work.events.remove(event)
                    continue
                words = event.service_span or Span(hit.subjects[0].span.start, hit.subjects[-1].span.end)
                if not any(a.words == words for a in first.aspects):
                    first.aspects.append(Aspect(words, hit.span, hit.word))
                event.overall = None
                if event is not first:
                    first.aspects += [a for a in event.aspects if a not in first.aspects]
                    first.inspected = first.inspected or event.inspected
                    first.published = first.published or event.published
                    first.spans += event.spans
                    first.sentences += event.sentences
                    work.events.remove(event)


def _names_both(work: Telled, event: Event, parts: set[str]) -> bool:
    """Does the sentence that tells of this inspection name more than one of the services inspected together?"""
    return any(n.span in event.sentences and len({s.slug for s in n.services} & parts) > 1 for n in work.named)


def _substance(work: Telled, event: Event) -> bool:
    def warn(why: str) -> bool:
        work.warnings.append(Warned("event-passed-over", why, event.spans[0]))
        return False

    if not event.authorities:
        return warn("no council is named for this")
    known = next((d for d in (event.inspected, event.published) if d is not None and d.known), None)
    if known is not None:
        councils = [work.context.catalogue.authorities[s] for s, _ in event.authorities]
        grace = timedelta(days=300) if event.inspected is None else timedelta(0)
        if not all(c.life.overlaps(known.earliest and known.earliest - grace, known.latest) for c in councils):
            return warn("the council named did not exist then")
    if event.service is None:
        return warn("no service is named for this")
    setting = work.context.catalogue.services.get(event.service)
    if setting is not None and setting.setting:
        return False
    if event.overall is not None or event.aspects:
        return True
    if "thin" in event.notes and not event.kind_span:
        return bool(event.inspected or event.published) and event.main
    if event.kind == "annual-assessment":
        return False
    if event.inspected is not None or event.published is not None:
        return bool(event.bodies or work.context.bodies)
    if event.kind in UNGRADED:
        return any(_PAST.search(s.of(work.context.text)) for s in event.sentences)
    return False


def _complete_bodies(work: Telled, event: Event, main: Event | None) -> None:
    """An inspectorate the telling does not name: the one of the same service's event, or the only one that inspects it."""
    if event.bodies:
        covers = {b for f in work.context.catalogue.frameworks.values() if event.service in f.services for b in f.inspectorates}
        fitting = [b for b in event.bodies if b.slug in covers] if covers else event.bodies
        event.bodies = fitting or []
        if event.bodies:
            return
    if main is not None and main is not event and main.bodies and main.service == event.service:
        event.bodies = list(main.bodies)
        return
    held = {b.slug: b for b in work.context.bodies}
    sole = {f.inspectorates for f in work.context.catalogue.frameworks.values() if event.service in f.services}
    single = {bodies for bodies in sole if len(bodies) == 1}
    options = [b for b in held.values() if (b.slug,) in single]
    if len(options) == 1:
        event.bodies = [options[0]]
    elif not options and len(held) == 1:
        only = next(iter(held.values()))
        covers = {b for f in work.context.catalogue.frameworks.values() if event.service in f.services for b in f.inspectorates}
        if not covers or only.slug in covers:
            event.bodies = [only]
    elif len(sole) == 1 and all(b in held for b in next(iter(sole))):
        event.bodies = [held[b] for b in next(iter(sole))]


def _link(events: list[Event], main: Event | None) -> None:
    """Which inspection came before which, where the document says so."""
    for event in events:
        peers = [e for e in events if e is not event and e.slugs == event.slugs and e.service == event.service]
        if event.previous or event.earlier:
            after = [e for e in peers if _sort(e) > _sort(event)] or [e for e in peers if e.any_date is None or not (e.previous or e.earlier)]
            graded = [e for e in after if e.kind not in UNGRADED] or after
            if graded:
                successor = min(graded, key=_sort)
                if successor.previous_of is None:
                    successor.previous_of = event
    for event in events:
        if event.kind in ("monitoring-visit", "revisit"):
            peers = [e for e in events if e is not event and e.slugs == event.slugs and e.service == event.service and e.kind not in UNGRADED]
            before = [e for e in peers if _sort(e) < _sort(event) or e.earlier or e.previous]
            if before:
                event.follows = max(before, key=_sort)
                event.previous_of = event.follows


def _sort(event: Event) -> tuple[int, str]:
    d = event.any_date
    if d is None or d.earliest is None:
        return (1, "")
    return (0, str(d.earliest))


def _reading(work: Telled) -> Reading:
    about = work.context
    text, document = about.text, about.document
    dropped: list[tuple[Span, str]] = []
    keys = {id(e): str(i + 1) for i, e in enumerate(work.events)}
    facts = []
    for event in work.events:
        fact = to_fact(event, keys[id(event)], about.catalogue, about.limit, text, dropped)
        fact = replace(
            fact,
            previous=keys.get(id(event.previous_of)) if event.previous_of is not None else None,
            follows=keys.get(id(event.follows)) if event.follows is not None else None,
        )
        if fact.overall is None and event.overall is not None and not fact.judgements and not (fact.inspected or fact.published):
            continue
        facts.append(fact)
    standing = {f.key for f in facts}
    facts = [replace(f, previous=f.previous if f.previous in standing else None, follows=f.follows if f.follows in standing else None) for f in facts]
    work.warnings += [Warned("grade-passed-over", f"left out: {why}", span) for span, why in dropped]
    statements = (*quoted_statements(work, keys), *stances(work, keys), *findings(work, keys))
    statements = tuple(replace(s, about=tuple(k for k in s.about if k in standing)) for s in statements)
    if not facts:
        work.warnings.append(Warned("no-inspection", "no inspection of a council's service is told of in this text"))
    published = None
    if about.published is not None and about.published.edtf:
        published = about.published.when()
    return Reading(
        held=document.held,
        reader=work.family.reader,
        kind=work.family.kind,
        title=Words((about.title.span,)) if about.title else None,
        published=published,
        inspections=tuple(facts),
        statements=tuple(replace(s, key=str(i + 1)) for i, s in enumerate(sorted(statements, key=lambda s: s.words.spans[0]))),
        passages=passages(document),
        warnings=tuple(_unique(work.warnings)),
    )


def _unique(warnings: list[Warned]) -> list[Warned]:
    seen: set[tuple[str, Span | None]] = set()
    out = []
    for w in sorted(warnings, key=lambda w: (w.span is not None, w.span or Span(0, 0), w.code)):
        if (w.code, w.span) not in seen:
            seen.add((w.code, w.span))
            out.append(w)
    return out


def passages(document: Document) -> tuple[Passage, ...]:
    """Every segment of the text, furniture marked, each with the page it stands on."""
    pages = document.held.pages
    out = []
    for s in document.segments:
        if s.span.start == s.span.end:
            continue
        page = next((p.number for p in pages if p.span.start <= s.span.start < p.span.end), None)
        out.append(Passage(s.span, s.furniture, s.kind == "heading", page=page))
    return tuple(out)


__all__ = ["Family", "Telled", "read_prose", "PROGRESS", "kinds_agree"]
