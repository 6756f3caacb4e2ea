"""Walking through a document: which council, service and inspection each sentence speaks of.

What a sentence leaves out is what the paragraph, or the document, has been speaking of.
"""

from __future__ import annotations

import re

from inspections.catalogue import Catalogue
from inspections.reading import rules
from inspections.reading.authorities import Named, on_day
from inspections.reading.dates import Mention
from inspections.reading.doubts import names_another_place
from inspections.reading.events import Event, aspect_of, follows_soon, overlap
from inspections.reading.facts import InspectionKind, Warned
from inspections.reading.grades import GradeHit
from inspections.reading.lexicon import Lexicon, tokens
from inspections.reading.naming import Naming, Noted, visits
from inspections.reading.rules import rule
from inspections.reading.tellings import FUTURE, NOT_HELD, UNGRADED, Telling
from inspections.reading.work import Work
from inspections.text import Span

_JOINT = rule(
    r"\b(?:joint|jointly|shares?|shared|combined|works\s+across|run\s+between|between\s+them"
    r"|(?:run|provided|delivered)\s+by\b[^.;]{5,120}\btogether|single\s+service|serves|covers|covering|serving|one\s+service|partnership\s+between)\b",
    re.I,
)
_AT_THAT = rule(
    r"(?:At|In|On|After|Following|From)\s+that\s+(?:inspection|visit|time|occasion|report)\b|That\s+"
    r"(?:inspection|report)\b|Then\b"
)
_ELSEWHERE = rule(r"\W*(?:(?:In|At)\s+)?(?:neighbouring|nearby|next\s+door|elsewhere|across\s+the\s+border)\b", re.I)
_BESIDE = rule(
    r"\b(?:(?:partnership|together|along|contrast|compared|working|links?|shared)\s+with|compared\s+to"
    r"|unlike|like|than|alongside"
    r"|neighbours?|years\s+(?:at|with|in)|director\s+(?:at|of\s+[\w\s’']{3,30}\s+(?:at|in))|"
    r"(?:moved|joined|came|comes)\s+(?:\w+\s+)?from)"
    r"\s+(?:the\s+)?$",
    re.I,
)
_CHILDREN = rule(r"\b(?:children|social\s+workers?|child\s+protection|care\s+leavers)\b", re.I)
_SEND = rule(
    r"\bwritten\s+statement\s+of\s+action\b|\bWSO?A\b|\bEHC\s+plans?\b|\bspecial\s+(?:educational\s+)?needs\b", re.I
)


def _older(event: Event, held: Event | None) -> bool:
    """Is an inspection told of after another the earlier of the two?"""
    ours, theirs = event.any_date, held.any_date if held is not None else None
    return bool(ours and theirs and ours.latest and theirs.earliest and ours.latest < theirs.earliest)


_PRONOUN_FIRST = re.compile(
    r"[‘“'\"]?(?:It|They|Both|Each|Its|Their|The\s+(?:force|school|college|home|trust|provider)|Inspectors)\b"
)


class Walk:
    """What the walk through a document remembers: the council and the service spoken of."""

    def __init__(self, work: Work) -> None:
        self.work = work
        about = work.context
        self.text = about.text
        self.authority: tuple[str, Span] | None = about.home
        self.paragraph = -1
        self.service: Noted | None = about.service
        self.local: Noted | None = None  # the service this paragraph has named last
        self.local_bodies: tuple[Noted, ...] = ()
        self.named_here: set[str] = set()  # services this paragraph has named
        self.joint: dict[str, list[tuple[str, Span]]] = {}  # services that several councils share
        self.shared: list[tuple[str, Span]] = []
        self.pair: tuple[Noted, ...] = ()
        self.last: tuple[int, Event | None] = (-1, None)  # the inspection told of last, and in which segment
        self.newest: tuple[int, Event | None] = (-1, None)  # the inspection told of last that is not an earlier one
        self.setting_segment = -1  # the segment whose sentences have last been about a school or a home
        title = about.title.index if about.title is not None else -1
        heads = {n.segment.index: n for n in work.named if n.segment.kind == "heading" and n.segment.index != title}
        self.headings = heads
        self.dated = _dates_alone(self.text, heads)
        self.spoken: set[str] = set()  # services that the text has named by now
        self.elsewhere = -1  # the segment that has last named a place of another council
        self.dated_by: set[int] = set()  # headings whose date an inspection has taken

    def place(self, telling: Telling, in_voice: bool) -> list[Event]:
        """The events one telling speaks of: usually one, one for each service or council it names."""
        work, named = self.work, telling.named
        if named.segment.index != self.paragraph:
            self.authority = self._home(named)
            self.service = work.context.service or self.service
        if not named.authorities and _ELSEWHERE.match(self.text, named.span.start):
            return []
        self._take_date_above(telling)
        if not self._happened(telling):
            return []
        if self._goes_on(telling, in_voice):
            return []
        if telling.overall is None and telling.aspects and not telling.noun and self._part_of_last(telling):
            return []
        if telling.overall is not None and self._at_that(telling):
            return []
        if telling.overall is not None and telling.overall.tie == "bare":
            target = self._spoken_of(telling)
            if target is not None and target.overall is None:
                target.overall = telling.overall
                target.aspects += [aspect_of(words, hit) for words, hit in telling.aspects]
                target.sentences.append(named.span)
            return []
        services = self._services(telling)
        made: list[Event] = []
        for service in services:
            for places in self._authorities(telling):
                event = self._event(telling, places, service)
                event.main = (
                    "thin" not in event.notes
                    and not in_voice
                    and not telling.previous
                    and not telling.earlier
                    and not any(e.main for e in work.events)
                )
                if in_voice and telling.overall is None:
                    event.notes.append("voice")
                if not telling.previous and not telling.earlier and not in_voice and telling.kind_span is not None:
                    self.service = service or self.service
                made.append(event)
        for event in made:
            work.events.append(event)
        if made:
            self.last = (named.segment.index, made[-1])
            last = made[-1]
            if not (last.previous or last.earlier or last.kind in UNGRADED or "thin" in last.notes or in_voice):
                self.newest = self.last if not _older(last, self.newest[1]) else self.newest
        if named.authorities and not in_voice:
            self._remember(named)
        return made

    def _home(self, named: Naming) -> tuple[str, Span] | None:
        """The council a paragraph is about until it names another: that of the heading above, or the document's."""
        home, above = self.work.context.home, self._heading(named)
        held = self._slugs(above.authorities, None) if above is not None else []
        slugs = {s for s, _ in held}
        if len(slugs) == 1:
            return held[0]
        if slugs and (home is None or home[0] not in slugs):
            return None
        return home or self.authority

    def _heading(self, named: Naming) -> Naming | None:
        return self.headings.get(named.segment.heading) if named.segment.heading is not None else None

    def _of_section(self, named: Naming) -> Noted | None:
        """The service of the section: the one its heading names, or the only one of the kind of visit named there."""
        above = self._heading(named)
        if above is None:
            return None
        if len({s.slug for s in above.services}) == 1:
            return above.services[0]
        kinds = {v.kind: v.span for v in above.visits if v.kind in _SERVICE_OF}
        if above.services or len(kinds) != 1:
            return None
        kind, span = next(iter(kinds.items()))
        return Noted(span, _SERVICE_OF[kind])

    def _take_date_above(self, telling: Telling) -> None:
        """In a timeline the date of an inspection stands above it, on a line of its own."""
        named = telling.named
        index = named.segment.heading
        date = self.dated.get(index) if index is not None else None
        if date is None or index in self.dated_by or named.dates or telling.noun not in ("visit", "verb"):
            return
        if _REPORTS.search(named.span.of(self.text)):
            return
        telling.inspected = date
        self.dated_by.add(index or 0)

    def told_of_here(self, named: Naming) -> str | None:
        """The service of the inspection that this paragraph has told of last."""
        index, event = self.last
        return event.service if event is not None and index == named.segment.index else None

    def _at_that(self, telling: Telling) -> bool:
        """ "At that inspection the service was judged ...": of the inspection named last."""
        index, event = self.last
        named = telling.named
        if event is None or index != named.segment.index or event.overall is not None or event.kind in UNGRADED:
            return False
        if telling.inspected or telling.published or not _AT_THAT.match(self.text, named.span.start):
            return False
        event.overall = telling.overall
        event.aspects += [aspect_of(words, hit) for words, hit in telling.aspects]
        event.spans += telling.spans
        event.sentences.append(named.span)
        return True

    def _part_of_last(self, telling: Telling) -> bool:
        """Grades of parts, in a sentence of their own: of the inspection this paragraph speaks of."""
        event = self._spoken_of(telling)
        if event is None:
            return False
        event.aspects += [aspect_of(words, hit) for words, hit in telling.aspects]
        event.sentences.append(telling.named.span)
        return True

    def _spoken_of(self, telling: Telling) -> Event | None:
        """The inspection a sentence goes on about: told of last here, or the newest of the paragraphs just above."""
        named = telling.named
        index, event = self.last
        if named.authorities:
            return None
        if event is not None and index == named.segment.index and event.previous and self.newest[0] == index:
            event = self.newest[1]  # "a step up from inadequate. Help and protection was also good": of this one
        if event is not None and index == named.segment.index:
            return event if event.kind not in UNGRADED else None
        index, event = self.newest
        if event is None or named.segment.index - index > 3 or telling.inspected or telling.published:
            return None
        if event.service is not None and self.named_here - {event.service} and not self._whole_of(event):
            return None
        return event

    def _whole_of(self, event: Event) -> bool:
        """Are the services this paragraph names parts of the one the inspection is of?"""
        services = self.work.context.catalogue.services
        return all(services[s].parent == event.service for s in self.named_here - {event.service})

    def _goes_on(self, telling: Telling, in_voice: bool) -> bool:
        """ "The letter, published on 4 November, said ...": more of the inspection this paragraph speaks of."""
        index, event = self.last
        named = telling.named
        if event is None or index != named.segment.index or in_voice or telling.overall is not None or telling.aspects:
            return False
        if (
            telling.kind_span
            or telling.ordinal
            or telling.earlier
            or telling.previous
            or telling.noun not in ("report", "visit", "verb")
        ):
            return False
        if named.authorities or any(s.slug != event.service for s in named.services):
            return False
        if names_another_place(self.text, named.span, self.work.context.catalogue, set(event.slugs)):
            return False
        before = self.text[max(named.span.start, telling.spans[0].start - 12) : telling.spans[0].start]
        stands_for = telling.noun == "report" and telling.spans[0].of(self.text) in ("It", "They", "Both")
        if not stands_for and not rules.search(r"\b(?:the|this|that|its|their|his|her)\s*(?:\w+\s)?$", before, re.I):
            return False
        if (
            telling.inspected is not None
            and event.inspected is not None
            and overlap(telling.inspected, event.inspected) is not True
        ):
            return False
        if (
            telling.published is not None
            and event.published is not None
            and overlap(telling.published, event.published) is not True
        ):
            return False
        inspected, published = event.inspected or telling.inspected, event.published or telling.published
        if inspected is not None and published is not None and not follows_soon(inspected, published):
            return False
        event.inspected, event.published = inspected, published
        event.spans += telling.spans
        if named.span not in event.sentences:
            event.sentences.append(named.span)
        return True

    def of_setting(self, named: Naming, hit: GradeHit) -> bool:
        """ "They were both judged good", after a sentence about homes."""
        if named.services or hit.tie == "row":
            return False
        if self.setting_segment == named.segment.index - 1 and named.sentence.position == 0:
            return bool(_PRONOUN_FIRST.match(self.text, named.span.start))
        if self.setting_segment != named.segment.index:
            return False
        return not rules.search(
            r"\b(?:council|authority|service|services|department)\b", named.span.of(self.text), re.I
        )

    def after(self, named: Naming, in_voice: bool) -> None:
        if named.segment.index != self.paragraph:
            self.pair = ()
            if self.setting_segment != named.segment.index - 1 or not _PRONOUN_FIRST.match(self.text, named.span.start):
                self.setting_segment = -1
            elif not named.services:
                self.setting_segment = named.segment.index
            self.authority = self._home(named)
            self.service = self.work.context.service or self.service
        self.pair = named.services if len(named.services) > 1 else self.pair if not named.services else ()
        if named.services or rules.search(r"\b(?:council|authority)\b(?![’'])", named.span.of(self.text), re.I):
            self.setting_segment = -1
        if named.settings and not named.services:
            self.setting_segment = named.segment.index
        held = self.work.context.home or self.authority
        own = {held[0]} if held else set()
        if named.authorities:
            self.elsewhere = -1
        elif own and names_another_place(self.text, named.span, self.work.context.catalogue, own):
            self.elsewhere = named.segment.index
        if named.authorities and not in_voice:
            self._remember(named)
        if named.segment.index != self.paragraph:
            self.local = None
            self.named_here = set()
            self.local_bodies = ()
        self.named_here |= {s.slug for s in named.services}
        self.spoken |= self.named_here
        if named.services and not in_voice:
            self.local = named.services[-1]
        if named.inspectorates and not in_voice:
            self.local_bodies = named.inspectorates
        self.paragraph = named.segment.index

    def _remember(self, named: Naming) -> None:
        slugs = self._slugs(self._taking_part(named), None)
        listed = self._listed(slugs)
        self.shared = []
        if len(listed) > 1 and _JOINT.search(named.span.of(self.text)):
            self.shared = listed
            service = named.services[-1] if named.services else self.local or self.service
            if service is not None and rules.search(
                r"\b(?:services?|partnership|team|provision|learners?|trust)\b", named.span.of(self.text), re.I
            ):
                self.joint.setdefault(service.slug, listed)
        home = self.work.context.home
        if len({s for s, _ in slugs}) == 1:
            self.authority = slugs[0]
        elif slugs and (home is None or home[0] not in {s for s, _ in slugs}):
            self.authority = None  # of which of them the rest of the paragraph speaks is not said

    def _happened(self, telling: Telling) -> bool:
        if telling.overall is not None or telling.aspects:
            return True
        named = telling.named
        words = named.span.of(self.text)
        at = telling.at - named.span.start
        near = words[max(0, at - 110) : at + 150]
        if self._setting_visit(telling):
            return False
        if not (telling.inspected or telling.published) and _SEVERAL.search(words[max(0, at - 40) : at + 40]):
            return False
        if not (telling.inspected or telling.published) and _AS_A_RULE.search(words[: at + 30]):
            return False
        if (
            self.setting_segment == named.segment.index
            and not named.services
            and rules.match(r"\W*(?:It|They|Both|Each)\b", words)
        ):
            return False
        if rules.match(
            r"\s*(?:(?:But\s+)?(?:This|That|It|The\s+visit)\s+(?:was|has\s+been|had\s+been)\s+(?:then\s+|later\s+)?)?"
            r"(?:[Cc]alled\s+off|[Cc]ancelled|[Pp]ostponed|[Pp]ut\s+off|[Aa]bandoned)\b",
            self.text[named.span.end : named.span.end + 60],
        ) or rules.match(
            r"\s*\n[^.\n]{0,80}\b(?:did\s+not\s+(?:take\s+place|go\s+ahead|happen)|never\s+took\s+place"
            r"|was\s+(?:then\s+|later\s+)?(?:called\s+off|cancelled|postponed|put\s+off|abandoned))\b",
            self.text[named.span.end : named.span.end + 160],
        ):
            self.work.warnings.append(
                Warned("visit-not-held", "a visit that did not take place is not read as one", telling.spans[0])
            )
            return False
        if NOT_HELD.search(near):
            self.work.warnings.append(
                Warned("visit-not-held", "a visit that did not take place is not read as one", telling.spans[0])
            )
            return False
        clause = re.split(r"[;:]|,\s+(?:and|but|which|while)\s", words[max(0, at - 90) : at])[-1] + words[at : at + 70]
        if FUTURE.search(clause) and not (telling.inspected or telling.published):
            return False
        if FUTURE.search(clause) and not rules.search(
            r"\b(?:found|judged|concluded|took\s+place|said|carried\s+out|revisited|visited|spent|published)\b",
            clause,
            re.I,
        ):
            self.work.warnings.append(
                Warned("visit-to-come", "a visit that is still to come is not read as one", telling.spans[0])
            )
            return False
        return True

    def _setting_visit(self, telling: Telling) -> bool:
        """An inspection of a school or a home: a setting stands nearer to the word than any service does."""
        named = telling.named
        if telling.kind in ("school-improvement", "joint-targeted", "annual-assessment") or not named.settings:
            return False
        if self.service is not None and self.service.slug == "school-improvement" and telling.noun == "verb":
            if _HELPS_SCHOOLS.search(named.span.of(self.text)):
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
            slug = on_day(n, about.catalogue, earliest or None, latest) or on_day(
                n, about.catalogue, about.anchor, about.anchor
            )
            if slug is None and about.home is not None and about.home[0] in n.slugs:
                slug = about.home[0]
            if slug is not None:
                out.append((slug, n.span))
            else:
                self.work.warnings.append(
                    Warned("unknown-name", "this name is of several councils, and the date does not say which", n.span)
                )
        return out

    def _authorities(self, telling: Telling) -> list[list[tuple[str, Span]]]:
        """Councils of a telling: each inner list is inspected together."""
        named = telling.named
        mention = telling.inspected or telling.published
        found = self._slugs(self._taking_part(named), mention)
        unique = list({s: (s, span) for s, span in reversed(found)}.values())[::-1]
        if len(unique) <= 1:
            if unique:
                return [unique]
            if self.shared and named.segment.index == self.paragraph:
                return [self.shared]
            about = self.work.context
            if not named.authorities and self.authority and telling.noun != "report":
                own = {self.authority[0]} | ({about.home[0]} if about.home else set())
                there = self.elsewhere == named.segment.index
                if there or names_another_place(self.text, named.span, about.catalogue, own):
                    if telling.overall is not None:
                        why = "left out: another council may be meant"
                        self.work.warnings.append(Warned("grade-passed-over", why, telling.overall.span))
                    return [[]]
            return [[self.authority]] if self.authority else [self._sharing()]
        first = min(s.start for s in telling.spans)
        last = max(s.end for s in telling.spans)
        before = [x for x in found if x[1].end <= first]
        inside = [x for x in found if first <= x[1].start < last]
        after = [x for x in found if x[1].start >= last]
        listed = self._listed(found)
        if len(listed) > 1 and _JOINT.search(named.span.of(self.text)):
            return [listed]
        if (
            len(listed) > 1
            and telling.overall is not None
            and rules.search(r"\b(?:both|all|each)\b", named.span.of(self.text), re.I)
        ):
            return [[x] for x in listed]
        if (
            len(listed) > 1
            and telling.overall is not None
            and 0 <= telling.overall.span.start - listed[-1][1].end < 60
            and _PLURAL.match(self.text, listed[-1][1].end)
        ):
            return [[x] for x in listed]
        anchor = telling.overall.span if telling.overall is not None else telling.spans[0]
        left = [x for x in found if x[1].end <= anchor.start]
        if left:
            return [[left[-1]]]
        right = [x for x in found if x[1].start >= anchor.end and x[1].start - anchor.end < 80]
        near = right or inside or after or before
        return [[near[0]]] if near else [[self.authority]] if self.authority else [[]]

    def _sharing(self) -> list[tuple[str, Span]]:
        """Councils that share the one service spoken of, where no council is named alone."""
        return list(next(iter(self.joint.values()))) if len(self.joint) == 1 else []

    def _taking_part(self, named: Naming) -> tuple[Named, ...]:
        """The councils of a sentence without those only named beside: a partner, a neighbour, a former employer."""
        text, first = self.text, named.authorities[0] if named.authorities else None
        return tuple(
            n
            for n in named.authorities
            if n is first or first is None or not _in_aside(text, first.span.end, n.span, named.span.end)
            if rules.match(r",?\s+whose\b", text[n.span.end : n.span.end + 9])
            or (
                not _BESIDE.search(text[max(named.span.start, n.span.start - 45) : n.span.start])
                and not rules.match(r"[’']s?\s+(?:neighbours?|rivals?)\b", text[n.span.end : n.span.end + 14])
            )
        )

    def _listed(self, found: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
        run = found[:1]
        for x in found[1:]:
            between = self.text[run[-1][1].end : x[1].start]
            if (
                re.fullmatch(r"[’']?s?(?:\s+\w+){0,2}?\s*(?:,|and|&|,\s*and)\s*(?:the\s+)?(?:\w+\s+)?", between)
                and len(between) < 40
            ):
                run.append(x)
            else:
                break
        return run if len({s for s, _ in run}) > 1 else []

    def _services(self, telling: Telling) -> list[Noted | None]:
        named, text = telling.named, self.text
        if telling.kind == "school-improvement":
            own = next((s for s in named.services if s.slug == "school-improvement"), None)
            return [own or Noted(telling.kind_span or telling.spans[0], "school-improvement")]
        if telling.kind == "joint-area-review":
            return [next((s for s in named.services if s.slug == "childrens-services"), _whole(self.service, telling))]
        if telling.overall is not None and telling.services:
            return list(telling.services)
        if telling.kind == "annual-assessment" or (telling.overall is not None and telling.overall.tie == "performs"):
            own = next((s for s in named.services if s.slug == "childrens-services"), self.service)
            rated = {
                s
                for f in self.work.context.catalogue.frameworks.values()
                if "annual-assessment" in f.kinds
                for s in f.services
            }
            return [own if own is None or own.slug in rated else _whole(None, telling)]
        words = named.span.of(text)
        if telling.overall is not None:
            if (
                self.pair
                and named.segment.index == self.paragraph
                and rules.search(
                    r"\b(?:they\s+(?:are|were)\s+both|both\s+(?:are|were|services|agencies)|each)\b", words, re.I
                )
                and not named.services
            ):
                return list(self.pair)
            near = [s for s in named.services if s.span.end <= telling.overall.span.start]
            if near:
                return [near[-1]]
            same = _THE_SAME.search(words)
            held = self.newest[1].service if self.newest[1] is not None else None
            if same and held and not named.services:
                return [Noted(Span(named.span.start + same.start(), named.span.start + same.end()), held)]
            if (
                not named.services
                and _CHILDREN.search(words)
                and self.service is not None
                and self.service.slug != "childrens-services"
            ):
                weak = _CHILDREN.search(words)
                if weak and telling.overall.tie in ("noun-after", "noun"):
                    return [
                        Noted(
                            Span(named.span.start + weak.start(), named.span.start + weak.end()), "childrens-services"
                        )
                    ]
        if named.services:
            at = telling.at
            visit = telling.noun in ("visit", "report", "assessment")
            ranked = sorted(
                named.services,
                key=lambda s: (s.span.start < at and visit and abs(s.span.start - at) > 60, s.span.gap(Span(at, at))),
            )
            chosen = ranked[0]
            inside = [s for s in named.services if any(s.span.overlaps(x) for x in telling.spans)]
            return [inside[0] if inside else chosen]
        if telling.kind == "joint-targeted" or (len({b.slug for b in named.inspectorates}) >= 3):
            return [Noted(telling.spans[0], "multi-agency-response")]
        if _SEND.search(words):
            m = _SEND.search(words)
            if m:
                return [Noted(Span(named.span.start + m.start(), named.span.start + m.end()), "area-send")]
        if telling.kind in ("focused-visit",) and (
            self.service is None or self.service.slug not in ("childrens-services",)
        ):
            return [Noted(telling.spans[0], "childrens-services")]
        if (
            telling.inspected is not None
            and (weak := _CHILDREN.search(words))
            and self.service is not None
            and self.service.slug in ("adult-social-care", "adult-learning", "apprenticeships")
        ):
            return [Noted(Span(named.span.start + weak.start(), named.span.start + weak.end()), "childrens-services")]
        if (
            self.local is not None
            and named.segment.index == self.paragraph
            and (telling.overall is not None or self.service is None or self.service.slug not in self.named_here)
        ):
            return [self._larger(self.local)]
        assumed = self._by_framework(named) or self._of_section(named) or self.service
        if assumed is None or not self._told_already(assumed, named):
            return [None if assumed is None else self._weak(named)]
        return [self._not_a_part(assumed)]

    def _larger(self, local: Noted) -> Noted:
        """ "The service", after a word on one part of it: the service that the inspection told of last is of."""
        parent = self.work.context.catalogue.services[local.slug].parent
        event = self.last[1]
        return Noted(local.span, parent) if parent and event is not None and event.service == parent else local

    def _told_already(self, service: Noted, named: Naming) -> bool:
        """Has the text named this service by now? One that it names only later is not what it has been speaking of."""
        title = self.work.context.title
        if service.slug in self.spoken:
            return True
        return service.span.start < named.span.end or (title is not None and service.span.within(title.span))

    def _not_a_part(self, assumed: Noted) -> Noted:
        """A part of children's services named in passing is not what the whole text is about."""
        about = self.work.context
        title, parent = about.title, about.catalogue.services[assumed.slug].parent
        passing = assumed is about.service and not (title is not None and assumed.span.within(title.span))
        told = any(e.service == assumed.slug and e.any_date is not None for e in self.work.events)
        return Noted(assumed.span, parent) if passing and parent is not None and not told else assumed

    def _by_framework(self, named: Naming) -> Noted | None:
        """ "The single inspection": a framework called by its name says what was inspected."""
        found = list(_frameworks(self.work.context.catalogue).find(tokens(self.text, named.span)))
        services = {value for hit in found for value in hit.values}
        return Noted(found[0].span, services.pop()) if len(services) == 1 else None

    def _weak(self, named: Naming) -> Noted | None:
        """Social workers and care leavers are of children's services, though nobody calls them so."""
        weak = _CHILDREN.search(named.span.of(self.text)) or _CHILDREN.search(
            self.text[named.segment.span.start : named.span.start]
        )
        if weak is None:
            return None
        inside = _CHILDREN.search(named.span.of(self.text)) is not None
        at = (named.span if inside else named.segment.span).start + weak.start()
        return Noted(Span(at, at + len(weak.group())), "childrens-services")

    def _event(self, telling: Telling, places: list[tuple[str, Span]], service: Noted | None) -> Event:
        named = telling.named
        kind: InspectionKind = telling.kind
        slug = service.slug if service is not None else None
        called = telling.spans[0].of(self.text).split()[-1].lower() if telling.spans else ""
        if kind == "unstated" and slug == "school-improvement" and telling.noun in ("visit", "report", "verb"):
            kind = "school-improvement"
        own = list(named.inspectorates)
        if not own and named.segment.index == self.paragraph and self.local_bodies:
            own = list(self.local_bodies)
        bodies = own
        event = Event(
            list(places),
            slug,
            service.span if service is not None else None,
            list(bodies),
            kind,
            telling.kind_span,
            telling.inspected,
            telling.published,
            telling.overall,
            telling.ordinal,
            telling.earlier,
            telling.previous,
            spans=list(telling.spans),
            sentences=[named.span],
            own_bodies=bool(bodies),
            segment=named.segment.index,
            called=called,
        )
        if telling.overall is not None and telling.overall.tie == "performs":
            event.kind = "annual-assessment"
            event.kind_span = event.kind_span or telling.overall.span
        if service is not None and not _is_name(self.work.context.catalogue, service, self.text):
            event.service_span_is_name = False
        if (
            telling.overall is None
            and not telling.aspects
            and telling.noun in ("report", "")
            and not own
            and not telling.kind_span
        ):
            event.notes.append("thin")
        short = len(named.span.of(self.text).split()) <= 6 and not named.span.of(self.text).endswith((".", "!", "?"))
        if (named.segment.kind == "heading" or short) and not (
            telling.overall or telling.inspected or telling.kind_span
        ):
            event.notes.append("thin")  # the text below a headline tells it again, with its day
        if event.kind == "unstated" and slug == "area-send" and self.text[telling.at : telling.at + 8] == "returned":
            event.kind, event.kind_span = "revisit", telling.spans[0]
        event.aspects = [aspect_of(words, hit) for words, hit in telling.aspects]
        if kind == "unstated" and telling.noun in ("visit", "verb") and slug == "multi-agency-response":
            event.kind, event.kind_span = "joint-targeted", None
        if (
            kind == "unstated"
            and telling.noun in ("visit", "verb")
            and len({b.slug for b in own}) >= 3
            and slug in ("multi-agency-response", None)
        ):
            event.kind, event.kind_span = "joint-targeted", None
        return event


# "five monitoring visits had followed": so many, and none of them in particular
_SEVERAL = rule(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|many|some|more|further|other|\d+)\s+(?:\w+\s+){0,2}"
    r"(?:visits|inspections)\b",
    re.I,
)
# "Services are inspected by Ofsted", "What is a standard inspection?": of no inspection in particular
_AS_A_RULE = rule(
    r"\b(?:is|are)\s+(?:\w+\s+)?(?:inspected|visited|assessed)\b|^\W*(?:What|Who|How|Why|When)\s+(?:is|are|do|does)\b"
    r"[^?]{0,80}\b(?:an?|inspections|visits)\b|\b(?:[Oo]fsted|inspectors|[Ii]nspections|[Vv]isits)\s+(?:inspects?|visits?|happen"
    r"|take\s+place|last)\b",
)
_HELPS_SCHOOLS = rule(
    r"\bhow\s+(?:well\s+)?(?:the|this|that|its)\s+(?:\w+\s+)?(?:council|county|authority|borough|city)\s+(?:helps?|supports?"
    r"|challenges?|works?)\b",
    re.I,
)
_FRAMEWORKS: dict[int, tuple[Catalogue, Lexicon[str]]] = {}


def _frameworks(catalogue: Catalogue) -> Lexicon[str]:
    """The names of frameworks, and the first service that each is for."""
    held = _FRAMEWORKS.get(id(catalogue))
    if held is None:
        made = Lexicon(
            (name, f.services[0])
            for f in catalogue.frameworks.values()
            for name in f.names
            if all(v.kind == "unstated" for v in visits(name, Span(0, len(name))))  # "monitoring visit" is of many
        )
        held = _FRAMEWORKS[id(catalogue)] = (catalogue, made)
    return held[1]


_THE_SAME = rule(r"\bthe\s+same\s+services?\b", re.I)
_ASIDE = rule(
    r",\s+(?:which|who|whom|whose|with|alongside|together\s+with|shared\s+with|run\s+with"
    r"|(?:run|led|managed|overseen|served|supported|advised|helped)\s+by|unlike|like|beside|near)\s+[^,;.]*$"
)


def _in_aside(text: str, since: int, council: Span, end: int) -> bool:
    """ "Torbay's service, which it runs with Devon and Plymouth, has been rated good": of Torbay alone."""
    closed = text.find(",", council.end, end)
    return closed >= 0 and bool(_ASIDE.search(text[since : council.start]))


_REPORTS = rule(r"\b(?:publish\w*|released?|issued|letter|report|announce\w*)\b", re.I)
# kinds of visit that can be of one service only
_SERVICE_OF: dict[str, str] = {
    "annual-assessment": "childrens-services",
    "joint-area-review": "childrens-services",
    "joint-targeted": "multi-agency-response",
    "school-improvement": "school-improvement",
    "focused-visit": "childrens-services",
}


def _dates_alone(text: str, headings: dict[int, Naming]) -> dict[int, Mention]:
    """The headings that are nothing but a date, where there are several: the marks of a timeline."""
    found = {}
    for index, named in headings.items():
        words = named.span.of(text)
        if len(named.dates) == 1 and named.dates[0].edtf and len(words) <= len(named.dates[0].span.of(text)) + 3:
            found[index] = named.dates[0]
    return found if len(found) > 1 else {}


_PLURAL = re.compile(
    r"(?:\s+(?:councils|authorities))?\s+(?:both\s+|all\s+|each\s+)?(?:were|are|have|perform(?:ed)?)\b", re.I
)


def _whole(service: Noted | None, telling: Telling) -> Noted:
    """A joint area review is of all of a council's services for children, whatever part a sentence names."""
    if service is not None and service.slug == "childrens-services":
        return service
    return Noted(telling.kind_span or telling.spans[0], "childrens-services")


def _is_name(catalogue: Catalogue, service: Noted, text: str) -> bool:
    """Do the words name the service, or only point at it ("children", "written statement of action")?"""
    words = service.span.of(text).lower().replace("’", "'")
    entry = catalogue.services[service.slug]
    return any(n.lower().replace("’", "'") in words for n in (entry.name, *entry.names))
