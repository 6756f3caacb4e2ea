"""Reading prose: sentences to tellings, tellings to inspections, quotations to statements.

The readers of the kinds of document say only what is peculiar to their kind; everything a text can
tell in words is read here, by rules that know no document.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from datetime import date
from operator import attrgetter

from inspections.catalogue import Catalogue
from inspections.reading import rules
from inspections.reading.answers import answered_in_line, written_answer
from inspections.reading.asked import question_of, with_a_visit_before, with_question
from inspections.reading.beside_stars import add_judged_beside_stars
from inspections.reading.cells import is_told
from inspections.reading.context import Context, context
from inspections.reading.council_lists import tell_list
from inspections.reading.document import Document
from inspections.reading.doubted_words import IN_ERROR
from inspections.reading.doubts import leave_out_doubtful
from inspections.reading.each_its_own import tell_each
from inspections.reading.events.stated import to_fact
from inspections.reading.facts import Passage, Reading, StatementFact, Warned, Words
from inspections.reading.grades import may_grade_by
from inspections.reading.grades.hits import Grades, with_days
from inspections.reading.grades.subjects import EXCEPT, HELD_FOR, OF_OTHERS
from inspections.reading.grades_kept import graded_in
from inspections.reading.headline_grades import add_headline_grade
from inspections.reading.in_order import may_be_in_order
from inspections.reading.key_facts import take_days_of_facts
from inspections.reading.likewise import add_part_likewise, may_fare_alike, tell_likewise
from inspections.reading.minuted import minuted
from inspections.reading.naming import Naming, name_all
from inspections.reading.notes import add_notes
from inspections.reading.numbered import add_numbered
from inspections.reading.numbers_said import add_numbers_said
from inspections.reading.outcomes import add_outcomes, add_safeguarding
from inspections.reading.own_words import own_words
from inspections.reading.parts_told import tell_parts
from inspections.reading.progress import add_progress
from inspections.reading.quotations import Quotation, quotations
from inspections.reading.releases import add_releases, lean_on_the_one_before
from inspections.reading.same_again import tell_same_again
from inspections.reading.scores_said import add_scores_said
from inspections.reading.send_outcomes import add_areas
from inspections.reading.service_lines import add_service_lines
from inspections.reading.settled_days import last_is_newest
from inspections.reading.settling import settle
from inspections.reading.speakers import attribute
from inspections.reading.stances import findings, stances
from inspections.reading.standing import add_rows, take_services_of_rows
from inspections.reading.standing_clauses import part_clauses
from inspections.reading.star_lines import add_star_lines
from inspections.reading.stars_said import speaks_of_stars, tell_stars
from inspections.reading.statements import quoted_statements
from inspections.reading.tellings import tellings
from inspections.reading.timelines import below_their_years, of_their_years
from inspections.reading.took_part import add_those_who_took_part
from inspections.reading.turns import turns
from inspections.reading.untold import PLACE, Untold
from inspections.reading.walk import Walk
from inspections.reading.walk.below_headings import dated_below_heading
from inspections.reading.walk.placing import place
from inspections.reading.work import Family, Work
from inspections.reading.year_before import with_the_year_before
from inspections.reading.yearly_ratings import add_yearly_ratings
from inspections.reading.years_in_numbers import add_years_in_numbers
from inspections.text import Span


def read_prose(document: Document, catalogue: Catalogue, family: Family) -> Reading:
    """Everything ``document`` says, as a reading."""
    about = context(document, catalogue)
    body = tuple(s for s in document.body if s.index not in about.letterhead)
    sentences = tuple(x for x in document.sentences if x.segment.index not in about.letterhead)
    named = part_clauses(document, catalogue, about.anchor, name_all(document, catalogue, about.anchor, sentences))
    named = _without_year(about, named)
    named = of_their_years(document.text, lean_on_the_one_before(document.text, named))
    named = below_their_years(document.text, named)
    named = with_the_year_before(document.text, named)
    quotes = quotations(document.text, body)
    said = attribute(document, quotes)
    work = Work(about, family, named, quotes, said)
    take_services_of_rows(work)
    add_notes(work)
    _tell(work)
    add_service_lines(work)
    last_is_newest(work)
    add_those_who_took_part(work)
    add_rows(work)
    take_days_of_facts(work)
    add_numbered(work)
    add_years_in_numbers(work)
    add_numbers_said(work)
    add_scores_said(work)
    add_star_lines(work)
    add_judged_beside_stars(work)
    add_progress(work)
    add_areas(work)
    add_safeguarding(work)
    add_headline_grade(work)
    work.warnings = [w for w in work.warnings if w.code != "grade-passed-over" or w.span not in work.plainly]
    settle(work)
    add_releases(work)
    add_yearly_ratings(work)
    add_outcomes(work)
    return _reading(work)


def _without_year(about: Context, named: tuple[Naming, ...]) -> tuple[Naming, ...]:
    """ "Last month" in a story dated 2 March of no year: a February of no year."""
    found = rules.match(r"XXXX-(\d\d)-", about.published.edtf) if about.published is not None else None
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
                d = replace(
                    d,
                    edtf=f"XXXX-{number:02}",
                    precision="month",
                    basis="derived",
                    note="from the day and month of the source, which gives no year",
                )
            dates.append(d)
        out.append(replace(n, dates=tuple(dates)))
    return tuple(out)


def _tell(work: Work) -> None:
    text = work.context.text
    reports = tuple(
        s
        for q, a in zip(work.quotes, work.said, strict=True)
        if is_long(q, text) and a.kind != "person"
        for s in q.spans
    )
    voices = tuple(
        s
        for q, a in zip(work.quotes, work.said, strict=True)
        if is_long(q, text) and a.kind in ("person", "organisation")
        for s in q.spans
    )
    phrases = tuple(
        s
        for q, a in zip(work.quotes, work.said, strict=True)
        if a.kind == "person" and _is_phrase(q, text)
        for s in q.spans
    )
    state, untold = Walk(work), Untold(work)
    all_reports, all_voices = reports, voices
    starred = speaks_of_stars(text)
    before: Naming | None = None
    for named, signs in zip(work.named, work.signs, strict=True):
        last, asked, before = before, question_of(work, before, named), named
        if (
            named.segment.index in work.noted
            or named.sentence.segment.furniture
            or (named.segment.kind == "row" and not is_told(text, named.segment))
        ):
            continue
        named = with_a_visit_before(work, last, with_question(work, asked, named))
        graded = may_grade_by(signs, work.context.catalogue)
        if named.nothing and not (graded or starred or may_be_in_order(signs) or may_fare_alike(signs)):  # most of them
            state.after_nothing(named)
            continue
        if named.visits and (said := _beside(phrases, named.span)):  # "the cuts were 'inspection by other means'"
            kept_visits = tuple(v for v in named.visits if not any(v.span.within(s) for s in said))
            named = replace(named, visits=kept_visits)
        voices = _beside(all_voices, named.span)
        in_voice = any(
            named.span.within(s) or (s.within(named.span) and s.start - named.span.start < 3) for s in voices
        )
        if (graded or named.visits or named.dates or state.starred) and (why := untold.why(named)):
            work.warnings += untold.warned(named, why)
            state.after(named, in_voice)
            state.abroad = named.segment.index if why == PLACE else state.abroad
            continue
        if not in_voice and (listed := (tell_stars(state, named) if starred else []) or tell_list(state, named)):
            work.events += listed
            work.told += [(event.spans[0].start, event) for event in listed]
            state.after(named, in_voice)
            continue
        if not (graded or named.visits or named.dates):  # most sentences tell of no inspection
            _likewise(work, state, named, in_voice)
            state.after(named, in_voice)
            continue
        reports = _beside(all_reports, named.span)
        found = graded_in(work, named, last, asked, reports, voices, state) if graded else Grades()
        work.warnings += [
            Warned("weekday-disagrees", "left out: the weekday printed is not that day's", d.span)
            for d in named.dates
            if d.wrong_weekday
        ]
        parts_of_it = [h.aspect for h in found.hits if h.aspect is not None]
        if parts_of_it or (found.hits and named.services):
            kept = tuple(s for s in named.services if not any(s.span.overlaps(p) for p in parts_of_it))
            kept = tuple(
                s
                for s in kept
                if not any(
                    beside.search(text, named.span.start, s.span.start) for beside in (EXCEPT, HELD_FOR, OF_OTHERS)
                )
            )
            named = replace(named, services=kept)
        in_report = any(named.span.within(s) for s in reports)
        hits = [h for h in found.hits if not state.of_setting(named, h)]
        told = [] if in_report and not hits else tellings(text, named, hits, with_days(text, found))
        if not told and not hits and (dated := dated_below_heading(state, named)) is not None:
            told = [dated]
        taken = {t.overall.span for t in told if t.overall is not None}
        left_out = [each for each in found.passed_over if each[0] not in taken]
        work.warnings += [Warned("grade-passed-over", f"left out: {why}", span) for span, why in left_out]
        first = len(work.told)
        for telling in told:
            if any(telling.at >= s.start and telling.at < s.end for s in reports) and telling.overall is None:
                continue
            spoken = in_voice or any(s.start <= telling.at < s.end for s in voices)
            for event in place(state, telling, spoken):
                work.told.append((telling.at, event))
        if graded and not in_voice and not in_report:
            here = [event for at, event in work.told[first:] if named.span.start <= at < named.span.end]
            beyond = tell_each(state, named, here)
            work.events += beyond
            work.told += [(event.spans[0].start, event) for event in beyond]
            if not hits:
                tell_parts(state, named, [*here, *beyond])
        tell_same_again(work, named)
        _likewise(work, state, named, in_voice)
        state.after(named, in_voice)
    work.joint = state.joint


def _likewise(work: Work, state: Walk, named: Naming, in_voice: bool) -> None:
    """ "So was Calderdale": the council that fared as the one before."""
    if not in_voice and state.last[1] is not None:
        add_part_likewise(state, named)
    for event in tell_likewise(state, named) if named.authorities and not in_voice else ():
        work.events.append(event)
        work.told.append((event.spans[0].start, event))
        state.last = (named.segment.index, event)


def _beside(spans: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    """Those of ``spans`` (in order, none overlapping) that can touch ``span``."""
    if not spans:
        return spans
    first = bisect_left(spans, span.start, key=_start)
    return spans[max(0, first - 1) : bisect_left(spans, span.end, first, key=_start)]


_start = attrgetter("start")


def _is_phrase(quote: Quotation, text: str) -> bool:
    """A few words of somebody's, and more than the name of a thing."""
    return 4 <= len(quote.words(text).split()) < _LONG


_LONG = 6  # words


def is_long(quote: Quotation, text: str) -> bool:
    return len(quote.words(text).split()) >= _LONG


def _reading(work: Work) -> Reading:
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
        if (
            fact.overall is None
            and event.overall is not None
            and not fact.judgements
            and not (fact.inspected or fact.published)
        ):
            continue
        facts.append(fact)
    work.warnings += [Warned("grade-passed-over", f"left out: {why}", span) for span, why in dropped]
    facts = leave_out_doubtful(facts, work)
    standing = {f.key for f in facts}
    in_error = {each.span for each in work.warnings if each.message.endswith(IN_ERROR)}
    mistaken = {keys[id(e)] for e in work.events if e.previous and e.overall and e.overall.span in in_error}
    facts = [
        replace(
            f,
            previous=f.previous if f.previous in standing - mistaken else None,
            follows=f.follows if f.follows in standing else None,
        )
        for f in facts
    ]
    in_parliament = answered_in_line(work, keys) or turns(work, keys) or written_answer(work, keys)
    unmarked = (
        *in_parliament,
        *own_words(work, keys),
        *minuted(work, keys),
        *stances(work, keys),
        *findings(work, keys),
    )
    statements = (*quoted_statements(work, keys), *unmarked)
    later = {f.key: f.inspected.earliest for f in facts if f.inspected is not None and f.inspected.earliest is not None}
    statements = tuple(
        replace(s, about=tuple(k for k in s.about if k in standing and not _said_before(s, later.get(k))))
        for s in statements
    )
    if not facts:
        work.warnings.append(Warned("no-inspection", "no inspection of a council's service is told of in this text"))
    if document.repeated is not None:
        again = "left out: the page says again what stands above"
        work.warnings.append(Warned("repeat-passed-over", again, document.repeated))
    endless = "left out, with all that is like it below: a paragraph without end says it again"
    work.warnings += [Warned("repeat-passed-over", endless, span) for span in document.said_again]
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
        statements=tuple(
            replace(s, key=str(i + 1)) for i, s in enumerate(sorted(statements, key=lambda s: s.words.spans[0]))
        ),
        passages=passages(document),
        warnings=tuple(_unique(work.warnings)),
    )


def _said_before(statement: StatementFact, began: date | None) -> bool:
    """Was it said before the inspection had begun? Then it is of another."""
    said = statement.said
    return began is not None and said is not None and said.latest is not None and said.latest < began


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
    if document.repeated is not None:
        out.append(Passage(document.repeated, furniture=True))
    return tuple(out)


__all__ = ["Family", "passages", "read_prose"]
