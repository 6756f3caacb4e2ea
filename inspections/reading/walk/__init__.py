"""Walking through a document: which council, service and inspection each sentence speaks of.

What a sentence leaves out is what the paragraph, or the document, has been speaking of.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Set

from inspections.reading import rules
from inspections.reading.authorities import Named
from inspections.reading.dates.calendar_words import MONTH
from inspections.reading.dates.mentions import Mention
from inspections.reading.events import Event
from inspections.reading.facts import InspectionKind
from inspections.reading.grades.hits import GradeHit
from inspections.reading.grades.subjects import HELD_FOR, NOT_GRADED
from inspections.reading.naming import Naming, Noted
from inspections.reading.other_places import begin_places, names_another_place
from inspections.reading.rules import rule
from inspections.reading.walk.councils_named import (
    IT_SHARES,
    in_one_list,
    named_at_its_end,
    slugs_of,
    taking_part,
    together,
    told_of_in_clauses_alone,
)
from inspections.reading.walk.headlines import is_headline
from inspections.reading.walk.names_begun import names_begun, with_those_they_begin_with
from inspections.reading.work import Work
from inspections.text import Span

_PRONOUN_FIRST = re.compile(
    r"[‘“'\"]?(?:It|They|All|Both|Each|None|Its|Their|The\s+(?:force|school|college|home|trust|provider|agency|nursery|nurseries|homes)|Inspectors)\b"
)


# "children's services run four nurseries", "the company has an independent fostering agency": these are spoken of next
_HAS = re.compile(r"\b(?:runs?|ha[sd]|have|owns?|operates?|manages?|provides?|keeps?)\s+(?:[\w’'-]+\s+){1,3}$", re.I)


def _has_settings(text: str, named: Naming) -> bool:
    """Does a sentence end with the schools, homes or agencies that a service runs?"""
    last = max(named.settings, key=lambda s: s.span)
    if any(s.span.start > last.span.start for s in named.services):
        return False
    tail = text[last.span.end : named.span.end]
    return len(tail) < 40 and _HAS.search(text[named.span.start : last.span.start]) is not None


# "Forward plan, 2016/17", "Scrutiny work programme"
_PLAN_OF_MEETINGS = rule(
    r"\b(?:forward\s+(?:work\s+)?(?:plan|programme|look)|work(?:ing)?\s*(?:programme|plan|schedule)|(?:programme|calendar|timetable|schedule)\s+of\s+(?:meetings|work)"
    r"|(?:agenda|meeting)\s+(?:plan|planner)|future\s+(?:agenda\s+)?(?:items|business|meetings)|items\s+for\s+future)\b",
    re.I,
)
# a line such as "CQC – shared lives scheme." begins with what was inspected
_A_FRAGMENT = re.compile(
    r"\W*(?:[\w’'/&]+\s+){0,3}[\w’'/&]+\s*(?:[–—:]|\s-)\s+(?:(?!(?:is|are|was|were|has|have|had|inspected|visited|judged|rated|said|says|report|letter|inspection|visit)\b)[\w’'&-]+\s*){1,8}\.?\s*"
)
_STAR = rule(r"\bstars?\b", re.I)
_NEAR = 2  # segments
_ENTRY = re.compile(rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTH})(?:\s+\d{{4}})?\s*[.:–—]\s")


class Walk:
    """What the walk through a document remembers: the council and the service spoken of."""

    def __init__(self, work: Work) -> None:
        self.work = work
        about = work.context
        self.text = about.text
        self.authority: tuple[str, Span] | None = about.home
        self.stars_listed: tuple[int, Span] | None = None  # the paragraph and the stars of the councils listed last
        self.named_by_now: set[str] = set()
        self.unsure: set[frozenset[str]] = set()  # those that one name may be of, and nothing says of which it is
        self.named_under: int | None = None  # the heading below which a council was named last
        self.named_in_section: set[str] = set()  # and all that have been named below it
        self.named_last: set[str] = set()  # in one sentence
        self.named_first: tuple[()] | tuple[str, int | None] = ()  # a council, and the heading below which it stands
        self.elsewhere_under: tuple[int | None, ...] = ()  # the heading below which the text has turned elsewhere
        self.paragraph = -1
        self.service_under: int | None = None  # the heading under which it was named
        known = about.catalogue.services
        self.several = len({known[s.slug].parent or s.slug for n in work.named for s in n.services}) > 1
        self.local: Noted | None = None  # the service this paragraph has named last
        self.local_bodies: tuple[Noted, ...] = ()
        self.named_here: set[str] = set()  # services this paragraph has named
        self.joint: dict[str, list[tuple[str, Span]]] = {}  # services that several councils share
        self.shared: list[tuple[str, Span]] = []
        self.pair: tuple[Noted, ...] = ()
        self.each: tuple[Event, ...] = ()  # the inspections that as many reports, told of at once, are of
        self.last: tuple[int, Event | None] = (-1, None)  # the inspection told of last, and in which segment
        self.newest: tuple[int, Event | None] = (-1, None)  # the inspection told of last that is not an earlier one
        self.setting_segment = -1  # the segment whose sentences have last been about a school or a home
        title = about.title.index if about.title is not None else -1
        heads = {n.segment.index: n for n in work.named if n.segment.kind == "heading" and n.segment.index != title}
        self.headings = heads = with_those_they_begin_with(work, heads) if about.home is None else heads
        self.about = _about(work, heads)  # the service that the whole text is about
        self.service = self.about
        self.dated = _dates_alone(self.text, heads)
        self.spoken: set[str] = set()  # services that the text has named by now
        self.many: tuple[int, InspectionKind] = (-1, "unstated")  # the paragraph that has last told of several visits
        self.monitored: set[int] = set()  # the numbers of the monitoring visits told of
        self.places = begin_places(self.text, about.catalogue)  # where other places may be named
        self.elsewhere = -1  # the segment that has last named a place of another council
        self.strange = -1  # the line that begins with a thing that is none of the services known: "CQC – shared lives."
        self.abroad = -1  # the segment that has last told of a council that is none of ours
        self.starred = _STAR.search(self.text) is not None  # does the text speak of stars at all?
        self.asked = -1  # the paragraph that has last ended with a question
        self.dated_by: set[int] = set()  # headings whose date an inspection has taken

    def home(self, named: Naming) -> tuple[str, Span] | None:
        """The council a paragraph is about until it names another: that of the heading above, or the document's."""
        home, above = self.work.context.home, self.heading(named)
        held_now = home or self.authority
        if held_now is not None and self._below_a_line_of_another(named, held_now[0]):
            return None
        if above is not None and not above.authorities:
            if home is None and self._is_a_place(above):
                return None  # "BURY AND ROCHDALE", between headings that name councils: not the council above
            if names_begun(self.work.context.catalogue, above.span.of(self.text), home):
                return None
        held = slugs_of(self.work, self._not_gone(above), None) if above is not None else []
        slugs = {s for s, _ in held}
        if len(slugs) == 1 and above is not None:
            strange = home is not None and home[0] not in slugs
            return None if strange and is_headline(self.work.context.document, above) else held[0]
        if slugs and (home is None or home[0] not in slugs):
            return None
        several = len(self.named_by_now) > 1 or any(not names & self.named_by_now for names in self.unsure)
        if home is None and several and self.named_under != named.segment.heading:
            return None  # a part of the page begins, and several councils have been named above
        if home is not None and self.work.context.home_counted:
            return self._most_named(named, home)
        return home or self._carried_over(named)

    def _below_a_line_of_another(self, named: Naming, home: str) -> bool:
        """Does the page's second paragraph below a line of its own that is of another council still go on from it?

        "Kent children's services: good", and then "That is the judgement of Ofsted. They came in May": a line that
        stands alone between paragraphs is a headline, and no row of a table.
        """
        segments, index = self.work.context.document.segments, named.segment.index
        for at in range(index - 1, max(0, index - 1 - _NEAR), -1):
            if segments[at].kind == "row":
                alone = segments[at - 1].kind != "row" and segments[min(at + 1, index)].kind != "row"
                slugs = {
                    slug for each in self.work.beside(segments[at].span) for a in each.authorities for slug in a.slugs
                }
                return alone and bool(slugs) and home not in slugs
            if any(each.authorities for each in self.work.beside(segments[at].span)):
                return False
        return False

    def _not_gone(self, above: Naming) -> tuple[Named, ...]:
        """A heading's councils, without one that had ended by then: "services in Cheshire", where a county was once."""
        day, known = self.work.context.anchor, self.work.context.catalogue.authorities
        if day is None:
            return above.authorities
        return tuple(
            a for a in above.authorities if a.official or any(known[s].life.overlaps(day, day) for s in a.slugs)
        )

    def _carried_over(self, named: Naming) -> tuple[str, Span] | None:
        """On a page on several councils: the one of which an inspection has been told just above, and no other.

        One named there in passing ("whether it was true that Bath was outstanding") is not what the next speaks of.
        """
        if self.authority is not None and _ENTRY.match(self.text, named.segment.span.start):
            return None  # "2 April. The third visit": an entry of a diary
        if self.authority is None or self.work.context.letter:
            return None  # a letter goes back to whom it is to
        if self._of_one_line(self.named_by_now):
            return self.authority if self._is_firm(self.authority[0], named) else None
        index, event = self.last
        if event is None or not 0 <= named.segment.index - index <= _NEAR:
            return None
        return self.authority if self._of_one_line({self.authority[0], *event.slugs}) else None

    def _is_firm(self, slug: str, named: Naming) -> bool:
        """May the one council named so far be what the next section is of? Not one named only in another section."""
        title, first = self.work.context.title, self.named_first
        if self.named_under == named.segment.heading or not first or first[1] is None:
            return True
        if title is None or first[1] <= title.index:
            return True
        return any(self._of_one_line({slug, *e.slugs}) for e in self.work.events if e.slugs)

    def _of_one_line(self, slugs: Set[str]) -> bool:
        """Are these one council, or councils that came of it?"""
        known = self.work.context.catalogue.authorities
        return any(slugs <= {each, *known[each].predecessors, *known[each].successors} for each in slugs) or not slugs

    def _most_named(self, named: Naming, home: tuple[str, Span]) -> tuple[str, Span] | None:
        """The council that a page on several names most, until the text turns to another.

        Where it is also the one that the page begins with, the text turns in a section of another heading alone.
        """
        if self.named_first in ((), (home[0], named.segment.heading)):
            return home
        if self.elsewhere_under == (named.segment.heading,):
            return None  # the section has turned to a place that is none of this council's
        here = self.named_in_section if self.named_under == named.segment.heading else set()
        if not here:
            return home if home[0] in self.named_by_now or not self.named_by_now else None
        if home[0] in here:
            return home if home[0] in self.named_last else None
        return self.authority if len(here) == 1 else None

    def _is_a_place(self, above: Naming) -> bool:
        """May a heading without a council we know be the name of one, as others of this page are?"""
        words = above.span.of(self.text)
        others = [each.span.of(self.text) for each in self.headings.values() if each.authorities]
        short = len(words.split()) <= 6 and not (above.services or above.visits or above.dates)
        return short and len(others) > 1 and all(each.isupper() == words.isupper() for each in others)

    def heading(self, named: Naming) -> Naming | None:
        above = self.headings.get(named.segment.heading) if named.segment.heading is not None else None
        if above is not None and self.asked > above.segment.index and above.span.of(self.text).endswith("?"):
            return None  # another question has been asked since
        return above

    def begins_a_line(self, named: Naming) -> bool:
        at = named.span.start
        return named.sentence.position == 0 or "\n" in self.text[max(0, at - 3) : at]

    def of_a_plan(self, named: Naming) -> bool:
        """Does a line stand in a plan of meetings: under such a heading, or on a page so called?"""
        above, title = self.heading(named), self.work.context.title
        heads = [above.span] if above is not None else []
        heads += [s.span for s in (title, *self.work.context.document.body[:1]) if s is not None]
        return any(_PLAN_OF_MEETINGS.search(span.of(self.text)) for span in heads if span.end - span.start < 140)

    def told_of_here(self, named: Naming) -> str | None:
        """The service of the inspection that this paragraph has told of last."""
        index, event = self.last
        return event.service if event is not None and index == named.segment.index else None

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

    def after_nothing(self, named: Naming) -> None:
        """``after`` a sentence that names nothing at all: the same, sooner."""
        begins = named.segment.index != self.paragraph
        if begins:
            self._begin(named)
            self.local, self.named_here, self.local_bodies = None, set(), ()
            self.paragraph = named.segment.index
        if self.setting_segment != -1 and self._is_of_a_council(named):
            self.setting_segment = -1
        self._look_elsewhere(named)

    def _begin(self, named: Naming) -> None:
        """A paragraph begins."""
        if self.text[named.segment.span.end - 1] == "?" and named.segment.kind != "heading":
            self.asked = named.segment.index
        self.pair = ()
        if self.setting_segment != named.segment.index - 1 or not _PRONOUN_FIRST.match(self.text, named.span.start):
            self.setting_segment = -1
        elif not named.services:
            self.setting_segment = named.segment.index
        self.authority = self.home(named)
        self.service = self.service_to_begin_with(named)

    def service_to_begin_with(self, named: Naming) -> Noted | None:
        """What a paragraph speaks of until it says: what a table says of its council, else what the page is about."""
        if self.work.of_rows:
            return self.service_of_row(named) or self.about
        of_page = self.service_of_page(named)
        if self.in_anothers_section(named):
            return None  # "DERBY", below "STOCKTON" and its youth justice: of which service it is, it says itself
        if of_page is None and self.several and self.service_under != named.segment.heading:
            return None  # a section begins, on a page about more than one service: of which it is, it says itself
        return of_page or self.service

    def service_of_page(self, named: Naming) -> Noted | None:
        """What the page is about; on one of several councils and services, a section's own is no other's.

        But for children's services: them a page goes on about where it only says that councils were inspected.
        """
        about = self.work.context
        if self.about is None or about.home is not None or not self.several or about.title is None:
            return self.about
        if self.about.slug == "childrens-services" or self.about.span.within(about.title.span):
            return self.about
        first = next(iter(self.work.beside(self.about.span)), None)
        same = first is None or first.segment.heading == named.segment.heading
        return self.about if same else None

    def in_anothers_section(self, named: Naming) -> bool:
        """Has a section of another council begun, on a page of no one council, since the only service was told of?"""
        about, held = self.work.context, self.about or self.service
        if held is None or held.slug == "childrens-services" or about.home is not None:
            return False
        if about.title is not None and held.span.within(about.title.span):
            return False
        first = next(iter(self.work.beside(held.span)), None)
        under, now = (first.segment.heading if first is not None else None), named.segment.heading
        return under != now and all(self._names_a_council(heading) for heading in (under, now))

    def _names_a_council(self, heading: int | None) -> bool:
        """Is a heading one that names a council, and is not the page's title?"""
        about = self.work.context
        if heading is None or (about.title is not None and heading == about.title.index):
            return False
        return any(n.authorities for n in self.work.beside(about.document.segments[heading].span))

    def take_service(self, service: Noted, named: Naming) -> None:
        """What has been inspected is what is spoken of, until the section ends."""
        self.service, self.service_under = service, named.segment.heading

    def service_of_row(self, named: Naming) -> Noted | None:
        """The service that a table's row says the council spoken of was inspected for."""
        if not self.work.of_rows:
            return None
        slugs = {s for s, _ in slugs_of(self.work, named.authorities, None)}
        if not slugs and self.authority is not None and named.segment.index == self.paragraph:
            slugs = {self.authority[0]}
        return self.work.of_rows.get(slugs.pop()) if len(slugs) == 1 else None

    def _is_of_a_council(self, named: Naming) -> bool:
        return rules.search(r"\b(?:council|authority)\b(?![’'])", named.span.of(self.text), re.I) is not None

    def _look_elsewhere(self, named: Naming) -> None:
        """Does a sentence without a council name the place of another?"""
        at = bisect_left(self.places, named.span.start)
        if at < len(self.places) and self.places[at] < named.span.end:
            own = {held[0] for held in (self.work.context.home, self.authority) if held is not None}
            if own and names_another_place(self.text, named.span, self.work.context.catalogue, own):
                self.elsewhere = named.segment.index
                self.elsewhere_under = (named.segment.heading,)

    def after(self, named: Naming, in_voice: bool) -> None:
        if named.segment.index != self.paragraph:
            self._begin(named)
        self.pair = named.services if len(named.services) > 1 else self.pair if not named.services else ()
        if named.services or (self.setting_segment != -1 and self._is_of_a_council(named)):
            self.setting_segment = -1
        if named.settings and (not named.services or _has_settings(self.text, named)):
            self.setting_segment = named.segment.index
        if named.authorities:
            self.elsewhere = -1
        else:
            self._look_elsewhere(named)
        if not in_voice and named.visits:
            kinds = [v.kind for v in named.visits if v.span.of(self.text).lower().endswith("visits")]
            self.many = (named.segment.index, kinds[-1]) if kinds else self.many
        if named.authorities and not in_voice:
            self.remember(named)
        if named.segment.index != self.paragraph:
            self.local = None
            self.named_here = set()
            self.local_bodies = ()
        if self.begins_a_line(named):
            beside = not named.services and bool(named.inspectorates or named.settings)
            fragment = beside and _A_FRAGMENT.fullmatch(self.text, named.span.start, named.span.end) is not None
            self.strange = named.segment.index if fragment else -1
        self.named_here |= {s.slug for s in named.services}
        self.spoken |= self.named_here
        spoken_of = [s for s in named.services if not HELD_FOR.search(self.text, named.span.start, s.span.start)]
        spoken_of = [s for s in spoken_of if not NOT_GRADED.match(self.text, s.span.end)]
        if spoken_of and not in_voice:
            self.local = spoken_of[-1]
        if named.inspectorates and not in_voice:
            self.local_bodies = named.inspectorates
        self.paragraph = named.segment.index

    def remember(self, named: Naming) -> None:
        part = taking_part(self.text, named)
        slugs = slugs_of(self.work, part, None)
        listed = in_one_list(self.text, slugs)
        self.shared = []
        if listed and IT_SHARES.search(self.text, named.span.start, listed[0][1].start):
            own = self.work.context.home or self.authority
            listed = [own, *listed] if own is not None and own[0] not in {s for s, _ in listed} else []
        if len(listed) > 1 and together(self.text, listed, named.span):
            self.shared = listed
            service = named.services[-1] if named.services else self.local or self.service
            if service is not None and rules.search(
                r"\b(?:services?|partnership|team|provision|learners?|trust)\b", named.span.of(self.text), re.I
            ):
                self.joint.setdefault(service.slug, listed)
        home = self.work.context.home
        self.named_last = {slug for slug, _ in slugs}
        self.named_in_section = self.named_last | (
            self.named_in_section if self.named_under == named.segment.heading else set()
        )
        self.named_under = named.segment.heading
        self.named_by_now |= self.named_last
        self.unsure |= {frozenset(each.slugs) for each in part if not self.named_last & set(each.slugs)}
        if slugs and not self.named_first:
            self.named_first = (slugs[0][0], named.segment.heading)
        self.elsewhere_under = ()
        gone = {s for s, _ in slugs if self.work.context.catalogue.authorities[s].closed}
        homes = {home[0]} if home is not None else set()
        aside = told_of_in_clauses_alone(self.text, named) or (
            home is not None and not (named.visits or named.dates) and named_at_its_end(self.text, named)
        )
        if aside and not (gone | homes) & {s for s, _ in slugs}:
            self.authority = None  # "in talks with Plymouth, which was judged good": what follows may be of either
        elif len({s for s, _ in slugs}) == 1 and len(slugs) == len(part):
            self.authority = slugs[0]
        elif slugs and (home is None or home[0] not in {s for s, _ in slugs}):
            self.authority = None  # of which of them the rest of the paragraph speaks is not said
        elif part and not slugs and self.authority is not None:
            if not any(self.authority[0] in each.slugs for each in part):
                self.authority = None  # a name of two councils, and neither is the one before


def _about(work: Work, headings: dict[int, Naming]) -> Noted | None:
    """The service a text is about: not the first one named, where the headings of its sections name several."""
    about = work.context
    if about.service is None or (about.title is not None and about.service.span.within(about.title.span)):
        return about.service
    known = about.catalogue.services
    wholes = {known[s.slug].parent or s.slug: s.slug for n in headings.values() for s in n.services}
    return about.service if sum(not known[slug].setting for slug in wholes.values()) < 2 else None


def _dates_alone(text: str, headings: dict[int, Naming]) -> dict[int, Mention]:
    """The headings that are nothing but a date, where there are several: the marks of a timeline."""
    found = {}
    for index, named in headings.items():
        words = named.span.of(text)
        if len(named.dates) == 1 and named.dates[0].edtf and len(words) <= len(named.dates[0].span.of(text)) + 3:
            found[index] = named.dates[0]
    return found if len(found) > 1 else {}
