"""Who said what: attributed quotations, with their speaker's organisation, their day and what they are about."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from inspections.reading import rules
from inspections.reading.dates import Mention, dates
from inspections.reading.events import Event, overlap
from inspections.reading.facts import StatementFact, StatementKind, When, Words
from inspections.reading.offices import at_a_body, council, council_speaks, organisation_of
from inspections.reading.quotations import Quotation
from inspections.reading.rows import value
from inspections.reading.rules import rule
from inspections.reading.speakers import Attribution
from inspections.reading.tellings import role
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work

_NOT_WORDS_OF_ANYONE = rule(
    r"\W*(?:requires\s+improvement(?:\s+to\s+be\s+good)?|(?:in)?sufficient\s+progress|needs\s+attention"
    r"|strong\s+standard"
    r"|urgent\s+improvement|expected\s+standard|performs\s+\w+|(?:areas?\s+(?:for|of)\s+)?(?:priority\s+action"
    r"|improvement)"
    r"|areas?\s+for\s+(?:priority\s+action|improvement)|(?:not\s+|no\s+longer\s+|very\s+|only\s+)?(?:good"
    r"|outstanding|adequate"
    r"|inadequate|satisfactory)(?:\s+(?:or|and)\s+(?:good|outstanding|adequate|inadequate|satisfactory))?"
    r"|(?:significant|reasonable|insufficient)\s+progress|(?:two|three|one|no|zero)\s+stars?)\W*",
    re.I,
)


def quoted_statements(work: Work, keys: dict[int, str]) -> tuple[StatementFact, ...]:
    """Quotations that somebody is said to have said or written; one broken by its own attribution is one."""
    text = work.context.text
    out: list[StatementFact] = []
    kept = False  # the quotation just before became a statement
    headings = {s.index for s in work.context.document.segments if s.kind == "heading"}
    for quote, said in zip(work.quotes, work.said, strict=True):
        if kept and said.continues and not said.disowned:
            out[-1] = replace(out[-1], words=Words((*out[-1].words.spans, *_trimmed(text, quote.spans))))
            continue
        kept = _worth(text, quote, said) and not (quote.segments[0] in headings and not _long_words(text, quote))
        if not kept:
            continue
        made = _statement(work, keys, quote, said)
        if _told_before(text, made, out):
            kept = False
            continue
        out.append(made)
    return tuple(out)


def _trimmed(text: str, spans: list[Span]) -> tuple[Span, ...]:
    return tuple(s for s in (x.stripped(text) for x in spans) if s.end > s.start)


def _long_words(text: str, quote: Quotation) -> bool:
    return len(quote.words(text).split()) > 7


def _told_before(text: str, made: StatementFact, out: list[StatementFact]) -> bool:
    """A pull quote or a teaser repeats what the page says elsewhere: told once."""
    words = _plain(" ".join(made.words.of(text)))
    return any(words in _plain(" ".join(s.words.of(text))) for s in out[-12:]) and len(words.split()) > 4


def _plain(words: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", words.lower()))


def _worth(text: str, quote: Quotation, said: Attribution) -> bool:
    """Is it more than a scare quote, a slogan, a term or a grade?"""
    if said.disowned or said.kind == "unstated":
        return False
    words = quote.words(text)
    plain = re.findall(r"[^\W_]+(?:[’'][^\W_]+)*", words)
    if len(plain) < 2 or value(text, Span(quote.spans[0].start, quote.spans[-1].end)) is not None:
        return False
    if len(plain) < 3 and said.carried:
        return False
    if len(plain) < 6 and not rules.search(r"[a-z]", words):
        return False
    return not _NOT_WORDS_OF_ANYONE.fullmatch(words)


def _statement(work: Work, keys: dict[int, str], quote: Quotation, said: Attribution) -> StatementFact:
    text = work.context.text
    organisation = organisation_of(work, said, quote.start)
    kind: StatementKind = "comment"
    if said.kind == "report":
        kind, organisation = "finding", _report_body(work, quote, said)
    elif council_speaks(organisation, said):
        kind = "response"
    known = said.kind in ("report", "person", "organisation")
    return StatementFact(
        key="",
        kind=kind,
        stance="other" if kind == "finding" else None,
        words=Words(_trimmed(text, quote.spans)),
        in_quotation_marks=True,
        attributed_to=said.kind if known else "unstated",  # type: ignore[arg-type]
        speaker=None if _is_inspector(said) else said.speaker,
        role=_office(work, said.role),
        organisation=organisation,
        attribution=Words((said.span,)) if said.span else None,
        said=_said(work, said) if said.kind != "report" else None,
        about=_about(work, keys, quote, said, organisation),
    )


def _is_inspector(said: Attribution) -> bool:
    """Individual inspectors are not named: a lead inspector speaks for the inspectorate; its directors and chief do."""
    role = (said.role or "").lower()
    return "inspector" in role and not rules.search(r"\bchief\b|\bpolice\b|\bdetective\b", role)


def _report_body(work: Work, quote: Quotation, said: Attribution) -> str | None:
    catalogue = work.context.catalogue
    if said.span is not None:
        words = said.span.of(work.context.text)
        for body in catalogue.inspectorates.values():
            if rules.search(rf"\b{re.escape(body.short)}\b", words):
                return body.short
    event = _report_event(work, quote, said)
    if event is not None and event.bodies:
        return " and ".join(dict.fromkeys(catalogue.inspectorates[b.slug].short for b in event.bodies))
    return None


# When


def _said(work: Work, said: Attribution) -> When | None:
    """When it was said: a date in the attribution ("in a statement of 7 November"), else the source's own, derived."""
    about = work.context
    if said.span is not None:
        for d in dates(about.text, said.span, about.anchor):
            left = about.text[max(said.span.start, d.span.start - 50) : d.span.start]
            if d.precision == "day" and d.edtf and not d.relative and _SAID_ON.search(left):
                return d.when()
    if about.published is not None and about.published.edtf and about.published.edtf.startswith("XXXX"):
        return None
    return document_date(work)


_SAID_ON = rule(r"\b(?:statement|said|speaking|meeting|interview|on|of|letter|email|press\s+release)\b[^.;]{0,20}$")


def document_date(work: Work) -> When | None:
    published = work.context.published
    if published is None or not published.edtf:
        return None
    if published.basis == "candidates":
        return published.when()
    return published.when("derived", "the date of the source; when it was said is not stated")


def said_on_its_day(work: Work) -> When | None:
    """A record of a sitting or an answer is dated by the day itself."""
    published = work.context.published
    return published.when() if published is not None and published.edtf else None


# About


def _office(work: Work, role: str | None) -> str | None:
    """The office alone, without "our" before it and the inspectorate it is held at after it."""
    if not role:
        return None
    held = at_a_body(work, role)
    return re.sub(r"^our\s+", "", held[0] if held is not None else role)


def _live(work: Work) -> list[Event]:
    """The inspections that a page may be quoting: not those it only looks back to."""
    followed = {id(e.previous_of) for e in work.events if e.previous_of is not None and not e.previous_of.main}
    now = [e for e in work.events if not (e.previous or e.earlier or e.beside or id(e) in followed)]
    return now or list(work.events)


def _main(work: Work) -> Event | None:
    live = _live(work)
    return next((e for e in live if e.main), live[0] if live else None)


def _told_at(work: Work) -> list[tuple[int, Event]]:
    """Where each inspection that stands is told of, in order; worked out once, when all of them are known."""
    if work.told_at is None:
        work.told_at = _all_told(work)
    return work.told_at


def _all_told(work: Work) -> list[tuple[int, Event]]:
    standing = {id(e) for e in work.events}
    at_span: dict[Span, list[int]] = {}
    for number, event in enumerate(work.events):
        for span in event.spans:
            at_span.setdefault(span, []).append(number)
    out: dict[tuple[int, int], Event] = {}
    for offset, event in work.told:
        found = event if id(event) in standing else _joined(work, event, at_span)
        if found is not None:
            out[offset, id(found)] = found
    for event in work.events:
        for span in event.spans:
            out.setdefault((span.start, id(event)), event)
    return sorted(((at, e) for (at, _), e in out.items()), key=lambda x: x[0])


def events_told(work: Work, words: Span) -> list[Event]:
    """The inspections that a stretch of text tells of."""
    out: list[Event] = []
    for at, event in _told_at(work):
        if words.start <= at < words.end and not any(e is event for e in out):
            out.append(event)
    return out


def _joined(work: Work, told: Event, at_span: dict[Span, list[int]]) -> Event | None:
    """The event a telling was joined to: the first that has one of its spans and is of its service."""
    numbers = sorted({n for s in told.spans for n in at_span.get(s, ())})
    fits = (work.events[n] for n in numbers)
    return next((e for e in fits if e.service == (told.service or e.service)), None)


def _focus(work: Work, quote: Quotation, told: list[tuple[int, Event]]) -> Event | None:
    """The inspection that the words before a quotation speak of: in its paragraph, under its heading, on the page."""
    document = work.context.document
    segment = document.segments[quote.segments[0]]
    live = {id(e) for e in _live(work)}
    main = _main(work)
    near = [(at, e) for at, e in told if at < quote.start]
    here = [e for at, e in near if at >= segment.span.start]
    if here:
        alive = [e for e in here if id(e) in live]
        return alive[-1] if alive else here[-1] if len({id(e) for e in here}) == 1 else main
    if work.family.voice == "news" or len({e.slugs for e in work.events}) > 1:
        home = council(work, quote.start)
        fits = [e for _, e in near if id(e) in live and (home is None or home in e.slugs)]
        if fits:
            return fits[-1]
        fits = [e for e in _live(work) if home is not None and home in e.slugs]
        return fits[0] if fits else near[-1][1] if near and id(near[-1][1]) in live else main
    heading = document.segments[segment.heading] if segment.heading is not None else None
    title = work.context.title
    if heading is not None and (title is None or heading.index > title.index):
        under = [e for at, e in near if at >= heading.span.start and id(e) in live]
        if under:
            return main if main is not None and any(e is main for e in under) else under[-1]
    if len(_live(work)) > 1 and near:
        recent = [e for at, e in near if id(e) in live]
        if recent and main is not None and recent[-1] is not main and recent[-1].named_apart:
            return recent[-1]
    return main


def _report_event(work: Work, quote: Quotation, said: Attribution) -> Event | None:
    """The inspection whose report a quotation is from; None when the report is dated and no inspection has the date."""
    dated, stated = _dated_event(work, said)
    if dated is not None or stated:
        return dated
    return _ordinal_event(work, quote) or _of_service(work, quote, _focus(work, quote, _told_at(work)), None)


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_ORDINAL = rule(rf"\b(?P<which>{'|'.join(_ORDINALS)})\s+(?:[\w\-]+\s+){{0,2}}?visit\b", re.I)


def _ordinal_event(work: Work, quote: Quotation) -> Event | None:
    """ "First visit: ... inspectors said": the visit that the paragraph counts."""
    segment = work.context.document.segments[quote.segments[0]]
    numbers = [
        _ORDINALS.index(m["which"].lower()) + 1
        for m in _ORDINAL.finditer(work.context.text, segment.span.start, quote.start)
    ]
    if not numbers:
        return None
    fits = [e for e in work.events if e.ordinal == numbers[-1]]
    if len(fits) == 1:
        return fits[0]
    visits = [e for e in work.events if e.kind == "monitoring-visit"]
    if fits or not all(e.inspected and e.inspected.earliest for e in visits):
        return None
    visits.sort(key=lambda e: e.inspected.earliest if e.inspected and e.inspected.earliest else date.min)
    if any(e.ordinal not in (0, i) for i, e in enumerate(visits, 1)):
        return None
    return visits[numbers[-1] - 1] if len(visits) >= numbers[-1] else None


def _of_service(work: Work, quote: Quotation, focus: Event | None, organisation: str | None) -> Event | None:
    """A passing word of another service does not change what a page is about, unless the speaker is of that service."""
    if organisation and rules.search(r"Safeguarding\s+Children", organisation):
        return next((e for e in _live(work) if e.service == "lscb"), focus)
    main = _main(work)
    if main is None or focus is None or focus is main or not focus.slugs & main.slugs or focus.service == main.service:
        return focus
    segment = work.context.document.segments[quote.segments[0]]
    here = any(segment.span.start <= at < quote.start for at, e in _told_at(work) if e is focus)
    heading = work.context.document.segments[segment.heading] if segment.heading is not None else None
    under = heading is not None and any(
        at in range(heading.span.start, heading.span.end) for at, e in _told_at(work) if e is focus
    )
    return focus if here or under else main


_OF_A_SCHOOL = rule(
    r"\b(?:head\s?teacher|headmaster|headmistress|executive\s+head|nursery\s+manager|college\s+principal)\b",
    re.I,
)


def _about(
    work: Work, keys: dict[int, str], quote: Quotation, said: Attribution, organisation: str | None
) -> tuple[str, ...]:
    if said.kind == "report":
        event = _report_event(work, quote, said)
        return (keys[id(event)],) if event is not None else ()
    if said.speaker and said.role and _OF_A_SCHOOL.search(said.role):
        return ()
    if work.family.voice == "party" and work.context.home is not None:
        found = [e for e in work.events if work.context.home[0] in e.slugs] or list(work.events)
    else:
        base = _of_service(work, quote, _focus(work, quote, _told_at(work)), organisation)
        found = [base] if base is not None else []
        if base is not None and said.kind == "person":
            found += [e for e in work.events if e is not base and _spoken_of(quote, e, base)]
    return tuple(keys[id(e)] for e in sorted(found, key=lambda e: int(keys[id(e)])))


def _spoken_of(quote: Quotation, event: Event, base: Event) -> bool:
    """Does the speaker name the day of another inspection of the same service ("the inspection last July")?"""
    outer = Span(quote.start, quote.end)
    dates = [d.span for d in (event.inspected, event.published) if d is not None]
    return (
        event.slugs == base.slugs
        and event.service == base.service
        and (any(d.overlaps(outer) for d in dates) or any(s.overlaps(outer) for s in event.voiced))
    )


def _dated_event(work: Work, said: Attribution) -> tuple[Event | None, bool]:
    """The event whose date an attribution prints: "(Ofsted, May 2016)", "the 2016 report concluded"; is any printed?"""
    text = work.context.text
    printed = False
    for span in (said.span, said.named):
        if span is None:
            continue
        wide = Span(max(0, span.start - 3), span.end)
        for named in work.beside(wide):
            for d in named.dates:
                if d.span.within(wide) and role(text, named, d) in ("published", "inspected"):
                    fits = [e for e in work.events if _agrees(e, d)]
                    if len(fits) == 1:
                        return fits[0], True
        for d in dates(text, wide, work.context.anchor):
            fits = [e for e in work.events if _agrees(e, d)]
            if len(fits) == 1:
                return fits[0], True
            printed = printed or (
                not fits and bool(d.edtf) and not d.relative and d.precision in ("year", "month", "day")
            )
    return None, printed


def _agrees(event: Event, d: Mention) -> bool:
    return bool(overlap(event.published, d) or overlap(event.inspected, d))
