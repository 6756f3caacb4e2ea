"""A second look at every grade that prose has given: what stands around it that makes it doubtful?

The rules that read a sentence find what ties a grade to an inspection; the rules here know nothing of
those and look only for what speaks against it. One doubt is enough: the grade is left out, with a
warning that names the words. A missing grade is a pity, a wrong one is the end.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from inspections.catalogue import Catalogue
from inspections.reading.dates.mentions import Mention
from inspections.reading.doubted_words import doubted_by_words, folded, of_a_part
from inspections.reading.facts import Graded, InspectionFact, Judged, Warned, When
from inspections.reading.grades.doubts import NO_LONGER
from inspections.reading.grades.words import grade_words
from inspections.reading.naming import Naming
from inspections.reading.other_places import names_another_place
from inspections.reading.plain_telling import strange_words
from inspections.reading.rules import rule
from inspections.reading.tellings.date_roles import role
from inspections.reading.tellings.dates_told import SAME_GRADE, given_since, reach
from inspections.reading.untold import HEARSAY, is_hearsay
from inspections.reading.visits import UNGRADED
from inspections.reading.work import Work
from inspections.text import Span

Entry = TypeVar("Entry")

_MANY = 2
_FEW = 3  # words; shorter names are of several frameworks
OLD = timedelta(days=550)  # a list of grades without a year of its own is of an inspection not much older
_HARMLESS = (
    "an ordinary word",
    "a school, home or other setting",
    "inside a quotation of a report",
    "a hope, a condition",
    "given by somebody",
    "of another council",
    "no single scale fits",  # understood, but of no known day
)

_OTHER_COUNCIL = ("another council stands nearer", "the name of another council")

# "their inadequate rating of 2014": the day of the grade that was lost, and not of its loss
_OWN_DAY = re.compile(
    r"[’”'\"]?(?:,\s+(?:the|its|their)|\s+)?\s*(?:(?:rating|grade|judge?ment|verdict|label|status)\s+)?"
    r"(?:of|from|(?:given|received|awarded|dating)\s+(?:in|from))\s+(?:the\s+)?"
)
_IN_PART = rule(
    r"^[’”'\"]?\s*(?:,\s*)?(?:in|for|on|across|at)\s+(?:only\s+|just\s+)?(?:one|two|three|four|five|six|seven|eight|nine"
    r"|ten|\d\d?\b(?!\s+[A-Z])|some|several|many|most|a\s+few|a\s+number|both|certain|other|the\s+(?:other|remaining|rest)|half)\b"
    r"(?!\s+(?:years?|months?|weeks?|days?|out\s+of))",
    re.I,
)
_OTHER_FORCES = rule(
    r"\b(?:police(?!\s+and\s+crime\s+commissioner)|constabular(?:y|ies)|policing|force[’']s|the\s+force|fire\s+(?:and\s+rescue"
    r"\s+)?service|prisons?|jail|leisure\s+centre|hospitals?|ambulance|clinical\s+commissioning|football)\b",
    re.I,
)
# "the service, which it runs with the police, has been rated good": the police only take part
_PARTNERS = re.compile(r",\s+(?:which|who|with|alongside|together\s+with)\s[^,;.]*,")
_POINTS_ELSEWHERE = rule(
    r"^(?:this|that|these|those|it|its|them|they|each|one|both|all|such)\b(?!\s+of\s+the)"
    r"|\b(?:19|20)\d\d\b|\b(?:inspection|visit|review|report)s?$|^(?:the\s+|their\s+)?experiences?(?:\s+and\s+progress)?$"
    r"|\b(?:following|these)\s+(?:scale|grades|judge?ments)\b",
    re.I,
)
_NO_NAME = rule(
    r"\b(?:had|has|have|hope\w*|hoped|was|were|will|would|could|said|says|told|getting|being(?!\s+(?:healthy|safe)\b)|want\w*|expect\w*)\b"
    r"|\b(?:an?|the|for|of|to|with|in|on|and|or|by)\s*$",
    re.I,
)
_FROM = rule(r"\bfrom\s+(?:an?\s+|its\s+|being\s+|the\s+)?(?:overall\s+)?[‘“'\"]?$", re.I)
# "Last time care leavers were judged good": not in the inspection told of just before
_LAST_TIME = re.compile(
    r"\W*(?:(?:The\s+)?(?:[Ll]ast|[Pp]revious)\s+time|The\s+time\s+before|Back\s+then|Previously|Formerly|Before\s+(?:that|then)|Until\s+then)\b"
    r"(?!.*\b(?:but|now|this\s+time)\b)"
)
_TODAY = rule(
    r"today|yesterday|this\s+(?:morning|afternoon|evening|week)|last\s+night|(?:on\s+|last\s+|this\s+)*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day",
    re.I,
)
_VISITED = rule(
    r"\b(?:visit\w*|inspect(?:ed|ing|ors?)|arriv\w+|beg[aiu]n\w*|start\w*|on[-\s]site|under\s*way|came|spent)\b", re.I
)
_JUDGEMENT_OF = rule(r"\b(?:grade|rating|judge?ment|verdict)s?\s+(?:from|of|in)\s+$", re.I)
_COMPARED = rule(r"\b(?:from|than|on|as)\s+(?:the\s+)?$", re.I)
_GIVEN_IN = re.compile(r"[’”'\"]?\s+(?:overall\s+)?(?:in|at|for)\s+(?:both\s+)?(?:the\s+)?(?:neighbouring\s+)?")
_WITHIN = rule(r"\b(?:in|within|under)\s+(?:the\s+|its\s+)?$", re.I)
_A_YEAR = rule(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_EARLIER = rule(
    r"\b(?:previous(?:ly)?|last|former(?:ly)?|earlier|then|before|since|when|original(?:ly)?|first|second|latest"
    r"|most\s+recent|(?:19|20)\d\d|ago|again|twice|same)\b",
    re.I,
)


_NEARBY = 300  # characters of a paragraph before a grade
_SURVEYED = rule(
    r"\b(?:staff|parents?[’']?|residents?[’']?|users?[’']?|pupils?[’']?|employees?|customers?|satisfaction)\s+(?:surveys?|polls?|questionnaires?|feedback)\b",
    re.I,
)
_AGENCY = rule(r"\bagenc(?:y|ies)\b", re.I)
# since then a council's fostering and adoption are judged with all its services for children, and agencies apart
_OWN_AGENCIES_UNTIL = date(2015, 4, 1)
_AFTER_A_VISIT = re.compile(
    r"[’”'\"]?[^,.;:]{0,60},?\s(?:after|following)\s+(?:an?|its|their|the)\s+(?:[\w\-]+\s+){0,3}(?:inspection|visit|assessment|review)\s+"
    r"(?:in|of|on|from|between|during)\s+(?:the\s+)?"
)
# "after three years of being rated inadequate, services are good"
_AFTER_BEING = rule(
    r"\b(?:after|following|despite|since)\b[^,;.]{0,40}\bbeing\s+(?:\w+\s+)?(?:rated|judged|graded|found|deemed|branded)\s+(?:to\s+be\s+|as\s+)?[‘“'\"]?$",
    re.I,
)


def leave_out_doubtful(facts: Sequence[InspectionFact], work: Work) -> list[InspectionFact]:
    """The facts without the grades, and days of a visit, that something speaks against; a warning names each."""
    look = _Look(facts, work)
    facts = [look.without_the_day_of_a_loss(look.without_a_doubtful_day(fact)) for fact in facts]
    if not any(fact.overall or fact.judgements for fact in facts):
        return list(facts)
    kept = []
    for given in facts:
        fact, overall = given, given.overall
        if overall is not None and (reason := look.against(fact, overall, None)):
            look.name(overall, reason)
            if reason.startswith(_OTHER_COUNCIL):
                fact = look.without_days_beside(fact, overall)
            overall = None
        judgements = []
        for judged in fact.judgements:
            if reason := look.against(fact, judged.grade, judged):
                look.name(judged.grade, reason)
            else:
                judgements.append(judged)
        if overall is not given.overall:
            fact = replace(fact, overall=None, overall_absent=fact.overall_absent or "not stated")
        fact = replace(fact, judgements=tuple(judgements))
        if _grades(fact) or fact.inspected or fact.published or fact.outcome or not _grades(given):
            kept.append(fact)  # without its grades, an inspection of no day is nothing but a name
    return kept


class _Look:
    """One document, with all that was given in it."""

    def __init__(self, facts: Sequence[InspectionFact], work: Work) -> None:
        self.facts = facts
        self.work = work
        self.text = work.context.text
        self.catalogue: Catalogue = work.context.catalogue
        self.sentences = sorted(work.named, key=lambda named: named.span.start)
        self.starts = [named.span.start for named in self.sentences]
        self.passed_over = [
            (each.span, each.message.removeprefix("left out: "))
            for each in work.warnings
            if each.code == "grade-passed-over" and each.span is not None
        ]
        self.givings = Counter(span for fact in facts for grade in _grades(fact) for span in set(grade.words.spans))
        self.given = sorted(self.givings)
        self.passed_over.sort(key=lambda entry: entry[0])

    def name(self, grade: Graded, reason: str) -> None:
        for span in grade.words.spans[:1]:
            self.work.warnings.append(Warned("grade-passed-over", f"left out: {reason}", span))

    def against(self, fact: InspectionFact, grade: Graded, judged: Judged | None) -> str:
        """What speaks against a grade; blank: nothing."""
        if grade.grade is None or not grade.words.spans:
            return ""
        for slug in (name.slug for name in fact.authorities):
            closed = self.catalogue.authorities[slug].closed
            limit = self.work.context.limit
            if closed is not None and not _dated_by(fact, closed) and not (limit and limit <= closed):
                return "the council had gone by then, and no date says that it was before"
        if self.is_of_an_agency(fact):
            return "of an agency that is registered, and inspected on its own account"
        if judged is not None and (reason := self.against_aspect(fact, judged)):
            return reason
        if self.may_be_of_another_day(fact):
            return "which of two inspections gave it is not said"
        # a grade told in several places stands as soon as one of them is beyond doubt
        reasons = [self.around(fact, span, judged) for span in grade.words.spans]
        return "" if "" in reasons else reasons[0]

    def is_of_an_agency(self, fact: InspectionFact) -> bool:
        """A fostering or adoption agency in a text of our day is a company's or a trust's: councils had theirs once."""
        if fact.service is None or not any(_AGENCY.search(span.of(self.text)) for span in fact.service.words.spans):
            return False
        day = _day(fact) or self.work.context.limit
        return day is not None and day >= _OWN_AGENCIES_UNTIL

    def without_a_doubtful_day(self, fact: InspectionFact) -> InspectionFact:
        """What was announced today was not inspected today, unless the sentence tells of a visit.

        Nor did a report come out before its visit, or years behind it.
        """
        if fact.published is not None and _is_apart(fact.inspected, fact.published):
            span = fact.published.words.spans[0] if fact.published.words.spans else None
            self.work.warnings.append(Warned("date-passed-over", "left out: no report comes out so long after", span))
            fact = replace(fact, published=None)
        when = fact.inspected
        if when is None or when.basis != "derived" or not when.words.spans:
            return fact
        span = when.words.spans[0]
        named = self.sentence_of(span)
        if named is None or not _TODAY.fullmatch(span.of(self.text)) or _VISITED.search(named.span.of(self.text)):
            return fact
        self.work.warnings.append(Warned("date-passed-over", "left out: no visit is told of for this day", span))
        return replace(fact, inspected=None)

    def without_the_day_of_a_loss(self, fact: InspectionFact) -> InspectionFact:
        """ "They lost their good rating in June": the day on which it went is not that of the visit that gave it."""
        when, grade = fact.inspected, fact.overall
        if when is None or grade is None or not when.words.spans or not grade.words.spans:
            return fact
        span, day = grade.words.spans[0], when.words.spans[0]
        named = self.sentence_of(span)
        if (
            named is None
            or not day.within(named.span)
            or not NO_LONGER.search(self.text[named.span.start : span.start])
        ):
            return fact
        if day.start > span.end and _OWN_DAY.fullmatch(self.text, span.end, day.start):
            return fact
        self.work.warnings.append(Warned("date-passed-over", "left out: the day on which a grade was lost", day))
        return replace(fact, inspected=None)

    def without_days_beside(self, fact: InspectionFact, grade: Graded) -> InspectionFact:
        """The days that stand in the sentence of a grade are another council's where the grade is."""
        sentences = [named.span for span in grade.words.spans if (named := self.sentence_of(span)) is not None]

        def apart(when: When | None) -> When | None:
            beside = when is not None and any(day.within(each) for day in when.words.spans for each in sentences)
            return None if beside else when

        return replace(fact, inspected=apart(fact.inspected), published=apart(fact.published))

    def against_aspect(self, fact: InspectionFact, judged: Judged) -> str:
        graded = self.catalogue.scales[judged.grade.scale].kind == "grade"
        if self.is_of_another_service(fact, judged):
            return "what was judged is another service"
        known = judged.aspect_slug is not None or _named_part(self.catalogue, judged)
        if not known and self.names_a_council(judged):
            return "what was judged has no name here"
        if not known and _POINTS_ELSEWHERE.search(judged.aspect):
            return "what was judged is named elsewhere, if at all"
        if graded and not known and _NO_NAME.search(judged.aspect):
            return "what was judged has no name here"
        shared = set(judged.grade.words.spans)
        if graded and any(shared & set(other.grade.words.spans) for other in fact.judgements if other is not judged):
            at = judged.aspect_words.spans[0].start if judged.aspect_words.spans else 0
            if _WITHIN.search(self.text[max(0, at - 20) : at]):
                return "only where something was judged may be meant, not what"
        when = next((each for each in (fact.inspected, fact.published) if each and each.earliest and each.latest), None)
        if judged.aspect_slug is not None or when is None or when.earliest is None or when.latest is None:
            return ""
        words = folded(judged.aspect)
        owners = [
            framework
            for framework in self.catalogue.frameworks.values()
            if len(words.split()) > _FEW
            and any(words in map(folded, aspect.wordings) for aspect in framework.aspects)
        ]  # fmt: skip
        if owners and not any(framework.used.overlaps(when.earliest, when.latest) for framework in owners):
            return "the name of what was judged is of another kind of inspection"
        return ""

    def names_a_council(self, judged: Judged) -> bool:
        """ "Children in Bury, rated inadequate": no part of a service has a council's name in it."""
        for span in judged.aspect_words.spans:
            named = self.sentence_of(span)
            if named is not None and any(each.span.within(span) for each in named.authorities):
                return True
        return False

    def is_of_another_service(self, fact: InspectionFact, judged: Judged) -> bool:
        """Does the name of what was judged name a service that is no part of the one inspected?"""
        if fact.service is None or judged.aspect_slug is not None:
            return False
        services, own = self.catalogue.services, fact.service.slug
        for span in judged.aspect_words.spans:
            named = self.sentence_of(span)
            for each in named.services if named is not None else ():
                if each.span.overlaps(span) and own not in (
                    each.slug,
                    services[each.slug].parent,
                    services[own].parent,
                ):
                    if services[each.slug].parent is None and each.slug != services[own].parent:
                        return True
        return False

    def around(self, fact: InspectionFact, span: Span, judged: Judged | None) -> str:
        named = self.sentence_of(span)
        if named is None:
            return ""
        said = named.span.of(self.text)
        if named.segment.kind != "row" and is_hearsay(said):
            return HEARSAY
        nearby = max(named.segment.span.start, span.start - _NEARBY)
        if _SURVEYED.search(self.text[nearby : span.start]) and not named.inspectorates:
            return "of a survey"
        at = span.start - named.span.start
        left, right = said[:at], said[span.end - named.span.start :]
        listed = named.segment.kind in ("row", "bullet") or (judged is not None and judged.aspect_slug is not None)
        if reason := doubted_by_words(NO_LONGER.sub(" ", left), right):
            return reason
        parts = judged.aspect_words.spans if judged is not None else ()
        graded = fact.overall if judged is None else judged.grade
        plain = named.segment.kind == "row" or graded is None or self.catalogue.scales[graded.scale].kind != "grade"
        plain = plain or NO_LONGER.search(left) is not None  # "shed its inadequate rating"
        plain = plain or span in self.work.plainly
        if not plain and strange_words(
            self.text, named, span, [*parts, *_inside(self.given, named.span, _start)], bool(parts)
        ):
            return "told with words that are not understood"
        if judged is None and (part := _IN_PART.match(right)):
            if len(fact.authorities) < _MANY or not part.group().endswith("both"):
                return "of a part only"
        if judged is None and of_a_part(right, named, self.text):
            return "of a part only"
        if (_FROM.search(left) or (judged is not None and _LAST_TIME.match(left))) and not self.is_earlier(fact):
            return "the grade before may be meant"
        own = named.inspectorates and any(each.span.end <= span.start for each in named.services)
        before = "" if listed or own else self.before(named)
        if _OTHER_FORCES.search(_PARTNERS.sub(",", said)) or _OTHER_FORCES.search(before):
            return "another body may be meant"
        if not listed and (reason := self.another_grade(named, span)):
            return reason
        if reason := self.another_council(fact, named, span):
            return reason
        if self.of_another_inspectorate(fact, named, span):
            return "given by an inspectorate that does not inspect this service"
        if self.another_day(fact, named, span):
            return "another day stands nearer"
        if self.is_told_of_later(fact, span):
            return "the inspection it was tied to is only told of later"
        dated_here = any(named.segment.span.start <= at < named.segment.span.end for at in _dates(fact))
        dated_here = dated_here or (named.segment.kind == "row" and self.is_of_its_section(fact, named))
        told_of = dated_here or _A_YEAR.search(said) or _EARLIER.search(said)
        if judged is not None and self.is_old(fact) and not told_of:
            return "the inspection it was tied to is much older than the text"
        return ""

    def sentence_of(self, span: Span) -> Naming | None:
        at = bisect_right(self.starts, span.start) - 1
        named = self.sentences[at] if at >= 0 else None
        return named if named is not None and span.start < named.span.end else None

    def before(self, named: Naming) -> str:
        """The sentence before, in the same paragraph."""
        at = bisect_right(self.starts, named.span.start) - 2
        if at < 0 or self.sentences[at].segment.index != named.segment.index:
            return ""
        return self.sentences[at].span.of(self.text)

    def another_grade(self, named: Naming, span: Span) -> str:
        """A sentence with another grade that could not be tied is not understood."""
        word = _plain(span.of(self.text))
        given = _inside(self.given, named.span, _start)
        passed = _inside(self.passed_over, named.span, lambda entry: entry[0].start)
        for other, reason in passed:
            if (
                other.within(named.span)
                and not any(other.overlaps(each) for each in given)
                and not reason.startswith(_HARMLESS)
                and not NO_LONGER.search(self.text[max(named.span.start, other.start - 60) : other.start])
                and not _AFTER_BEING.search(self.text[max(named.span.start, other.start - 60) : other.start])
                and _plain(other.of(self.text)) != word
            ):
                return "another grade in the sentence is not understood"
        found = {
            _plain(m["g"])
            for m in grade_words(self.catalogue)[0].finditer(self.text, named.span.start, named.span.end)
            if not NO_LONGER.search(self.text[max(named.span.start, m.start() - 40) : m.start()])
            and not any(Span(m.start("g"), m.end("g")).overlaps(each) for each, _ in passed)
            and not any(Span(m.start("g"), m.end("g")).overlaps(each) for each in given)
        }
        return "another grade in the sentence is not understood" if found - {word} else ""

    def another_council(self, fact: InspectionFact, named: Naming, span: Span) -> str:
        """The council of a grade is the only one in its sentence, or the one that is named nearest before it."""
        own = {name.slug for name in fact.authorities}
        others = [each for each in named.authorities if not own & set(each.slugs)]
        if own and not named.authorities and self.names_a_place_of_another(own, named):
            return "the name of another council stands in the sentence"
        if not others or not own or named.span in self.work.in_order:
            return ""
        if any((span, slug) in self.work.carried for slug in own):
            return ""
        if len(others) == len(named.authorities):
            return "another council stands in the sentence"
        before = [each for each in named.authorities if each.span.end <= span.start]
        behind = next((each for each in named.authorities if each.span.start >= span.end), None)
        if behind is not None and _GIVEN_IN.fullmatch(self.text, span.end, behind.span.start):
            before = [behind]  # "good in Leeds, inadequate in Bradford"
        if not before or before[-1] not in others:
            return ""
        shared = {name.slug for told in self.facts for grade in _grades(told) if span in grade.words.spans
                  for name in told.authorities}  # fmt: skip
        return "" if shared & set(before[-1].slugs) else "another council stands nearer"

    def of_another_inspectorate(self, fact: InspectionFact, named: Naming, span: Span) -> bool:
        """Does the one inspectorate named before a grade lead inspections, and none of this service?"""
        bodies = {each.slug for each in named.inspectorates if each.span.end <= span.start}
        if len(bodies) != 1 or fact.service is None or named.segment.kind == "row":
            return False
        services = {fact.service.slug, self.catalogue.services[fact.service.slug].parent}
        led = [f for f in self.catalogue.frameworks.values() if f.inspectorates[0] in bodies and f.used.until is None]
        own = any(
            services & set(f.services) and bodies & set(f.inspectorates[:1]) for f in self.catalogue.frameworks.values()
        )
        return bool(led) and not own

    def another_day(self, fact: InspectionFact, named: Naming, span: Span) -> bool:
        """Does the day of another inspection stand nearer to a grade than any of its own?"""
        ours = [when for when in (fact.inspected, fact.published) if when and when.earliest and when.latest]
        days = [day for day in named.dates if day.earliest and day.latest and self.is_of_a_visit(named, day)]
        if self.givings[span] > 1:
            return False  # given to several councils at once, each with its own day
        if not ours or not days or any(self.is_same_grade(named, each) for when in ours for each in when.words.spans):
            return False
        if any(_AFTER_A_VISIT.fullmatch(self.text, span.end, day.start) for when in ours for day in when.words.spans):
            return False  # "rated good in January after an inspection in November"
        nearest = min(days, key=lambda day: reach(self.text, span, day.span))
        grades = [*_inside(self.given, named.span, _start), *(each for each, _ in self.passed_over)]
        far = reach(self.text, span, nearest.span)
        if any(reach(self.text, other, nearest.span) < far for other in grades if other.within(named.span)):
            return False  # the day is that of another grade
        return not any(
            when.earliest and when.latest and nearest.earliest and nearest.latest
            and when.earliest <= nearest.latest and nearest.earliest <= when.latest
            for when in ours
        )  # fmt: skip

    def is_same_grade(self, named: Naming, day: Span) -> bool:
        left = self.text[max(named.span.start, day.start - 70) : max(named.span.start, day.start)]
        return SAME_GRADE.search(left) is not None

    def is_of_a_visit(self, named: Naming, day: Mention) -> bool:
        left = self.text[max(named.span.start, day.span.start - 70) : day.span.start]
        if day.relative and _COMPARED.search(left):
            return False
        if any(given_since(self.text, named, each, day.span) for each in _inside(self.given, named.span, _start)):
            return True
        return _JUDGEMENT_OF.search(left) is not None or role(self.text, named, day) == "inspected"

    def names_a_place_of_another(self, own: set[str], named: Naming) -> bool:
        """Does a bare name, “Bolton”, stand in a sentence that names no council in full?"""
        return names_another_place(self.text, named.span, self.catalogue, own)

    def sisters(self, fact: InspectionFact) -> list[InspectionFact]:
        """The other inspections of the same council and service."""
        ours, service = {name.slug for name in fact.authorities}, fact.service and fact.service.slug
        return [
            other
            for other in self.facts
            if other is not fact
            and ours & {name.slug for name in other.authorities}
            and service == (other.service and other.service.slug)
        ]

    def may_be_of_another_day(self, fact: InspectionFact) -> bool:
        """An inspection of no day, beside one of a day that could have been graded and has no grade."""
        if _day(fact) is not None or any(fact.key == other.previous for other in self.facts):
            return False
        return any(
            _day(other) is not None and not _grades(other) and other.kind not in UNGRADED
            for other in self.sisters(fact)
        )

    def is_told_of_later(self, fact: InspectionFact, span: Span) -> bool:
        """Does every word of its date stand in a later paragraph, and a sister's before this grade?"""
        if span in self.work.headed:
            return False
        named = self.sentence_of(span)
        end = named.segment.span.end if named is not None else span.end
        dates = _dates(fact)
        if not dates or min(dates) < end:
            return False
        return any(start < span.start for other in self.sisters(fact) for start in _dates(other))

    def is_of_its_section(self, fact: InspectionFact, named: Naming) -> bool:
        """Does a table's own section, between its heading and the table, date this inspection and no sister of it?"""
        segments = self.work.context.document.segments
        heading = named.segment.heading
        since = segments[heading].span.start if heading is not None else 0
        own = any(since <= at < named.span.start for at in _dates(fact))
        return own and not any(since <= at < named.span.start for other in self.sisters(fact) for at in _dates(other))

    def is_earlier(self, fact: InspectionFact) -> bool:
        """Does the text tell of a later inspection of the same council and service?"""
        if any(other.previous == fact.key for other in self.facts):
            return True
        first = _day(fact)
        days = [day for other in self.sisters(fact) if (day := _day(other)) is not None]
        return first is not None and any(day > first for day in days)

    def is_old(self, fact: InspectionFact) -> bool:
        limit = self.work.context.limit
        latest = max((w.latest for w in (fact.inspected, fact.published) if w and w.latest), default=None)
        return limit is not None and latest is not None and limit - latest > OLD


def _is_apart(inspected: When | None, published: When) -> bool:
    """Can a report of this day not be of a visit of that day: before it, or more than a year and a half behind?"""
    if inspected is None or not (inspected.earliest and inspected.latest and published.earliest and published.latest):
        return False
    return published.latest < inspected.earliest or published.earliest - inspected.latest > OLD


def _grades(fact: InspectionFact) -> list[Graded]:
    return [*([fact.overall] if fact.overall else []), *(judged.grade for judged in fact.judgements)]


def _named_part(catalogue: Catalogue, judged: Judged) -> bool:
    """Is this, word for word, a part of a framework that grades on the scale of the grade?"""
    words = folded(judged.aspect)
    return judged.aspect_slug is None and any(
        words in map(folded, (aspect.label, *aspect.wordings))
        for framework in catalogue.frameworks.values()
        if judged.grade.scale in framework.scales
        for aspect in framework.aspects
    )


def _dates(fact: InspectionFact) -> list[int]:
    return [span.start for when in (fact.inspected, fact.published) if when for span in when.words.spans]


def _inside(entries: list[Entry], span: Span, start: Callable[[Entry], int]) -> list[Entry]:
    """Those of ``entries`` (in order) that begin inside ``span``."""
    return entries[bisect_left(entries, span.start, key=start) : bisect_left(entries, span.end, key=start)]


def _start(span: Span) -> int:
    return span.start


def _day(fact: InspectionFact) -> date | None:
    return next((when.earliest for when in (fact.inspected, fact.published) if when and when.earliest), None)


def _plain(words: str) -> str:
    folded = " ".join(words.lower().split())
    return "requires" if folded.startswith("requir") else folded


def _dated_by(fact: InspectionFact, last: date) -> bool:
    """Was it inspected before the council's last day?"""
    return any(when.earliest <= last for when in (fact.inspected, fact.published) if when and when.earliest)
