"""Who said what: attributed quotations, an organisation's own stance, an inspectorate's findings without marks."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from inspections.reading.authorities import authorities
from inspections.reading.dates import Mention, dates
from inspections.reading.events import Event, overlap
from inspections.reading.facts import StatementFact, StatementKind, Stance, When, Words
from inspections.reading.lexicon import tokens
from inspections.reading.quotations import Quotation
from inspections.reading.rows import value
from inspections.reading.segments import BULLET, Segment
from inspections.reading.speakers import Attribution
from inspections.reading.tellings import role
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work

_REPORTING_BETWEEN = re.compile(r"^\s*,?\s*(?:[\w’'.,\- ]{0,80}?)\b(?:says?|said|adds?|added|notes?|noted|continues?|continued|writes?|wrote|explained|commented|went\s+on)\b[\w’'.,\- ]{0,80}?[,.:]?\s*$", re.I)
_COUNCIL_ROLE = re.compile(
    r"\b(?:cabinet|portfolio|council\s+leader|leader\s+of\s+the\s+council|deputy\s+leader|lead\s+member|executive\s+member|director|head\s+of|chief\s+executive|councillor|mayor|assistant\s+director|strategic|service\s+manager|chair\s+of\s+the\s+(?:governing|scrutiny))\b",
    re.I,
)


def quoted_statements(work: Work, keys: dict[int, str]) -> tuple[StatementFact, ...]:
    """Quotations of at least three words that somebody is said to have said or written; split ones joined."""
    text = work.context.text
    out: list[StatementFact] = []
    last: tuple[Quotation, Attribution] | None = None
    for quote, said in zip(work.quotes, work.said, strict=True):
        if _broken_off(text, last, quote, said) and out:
            spans = (*out[-1].words.spans, *_trimmed(text, quote.spans))
            out[-1] = replace(out[-1], words=Words(spans))
            last = (quote, last[1]) if last else None
            continue
        last = None
        words = quote.words(text)
        if said.disowned or said.kind == "unstated" or not _worth(text, quote, words, said):
            continue
        out.append(_statement(work, keys, quote, said))
        last = (quote, said)
    return tuple(out)


def _trimmed(text: str, spans: list[Span]) -> tuple[Span, ...]:
    return tuple(s for s in (x.stripped(text) for x in spans) if s.end > s.start)


def _broken_off(text: str, last: tuple[Quotation, Attribution] | None, quote: Quotation, said: Attribution) -> bool:
    """A quotation broken by its own attribution goes on after it."""
    if last is None or quote.segments[0] != last[0].segments[-1]:
        return False
    between = text[last[0].end : quote.start]
    inner = text[last[0].end - 2 : last[0].end]
    if len(between) > 150 or not _REPORTING_BETWEEN.match(between):
        return False
    if said.kind not in ("unstated", last[1].kind, "report") and not said.carried:
        return False
    comma = between.rstrip().endswith(",")
    stop = between.rstrip().endswith(".") and "," in inner + text[last[0].end - 1 : last[0].end + 1]
    own = re.match(r"\s*,?\s*(?:he|she|it|they)\s+(?:adds?|added|continue[sd]?)\b", text[quote.end : quote.end + 30], re.I)
    return comma or (stop and not own)


def _worth(text: str, quote: Quotation, words: str, said: Attribution) -> bool:
    plain = re.findall(r"[^\W_]+(?:[’'][^\W_]+)*", words)
    if len(plain) < 3 or value(text, Span(quote.spans[0].start, quote.spans[-1].end)) is not None:
        return False
    if len(plain) == 3 and not re.search(r"[a-z]", words):
        return False
    return not re.fullmatch(r"\W*(?:requires\s+improvement(?:\s+to\s+be\s+good)?|(?:in)?sufficient\s+progress|needs\s+attention)\W*", words, re.I)


def _statement(work: Work, keys: dict[int, str], quote: Quotation, said: Attribution) -> StatementFact:
    about = work.context
    text = about.text
    organisation = said.organisation
    kind: StatementKind = "finding" if said.kind == "report" else "comment"
    if said.kind == "person":
        organisation = organisation or _organisation(work, said)
        if organisation and re.search(r"\b(?:council|borough|authority)\b", organisation, re.I) and not re.match(r"Ofsted\b", organisation):
            kind = "response"
        elif said.role and _COUNCIL_ROLE.search(said.role) and not (organisation and re.match(r"Ofsted\b", organisation)):
            kind = "response"
    elif said.kind == "organisation":
        kind = "response" if organisation and re.search(r"\b(?:council|borough|authority)\b", organisation, re.I) else "comment"
    elif said.kind == "report":
        organisation = _report_body(work, quote, said)
    told = _about(work, keys, quote, said)
    stated = _said(work, said, quote)
    return StatementFact(
        key="", kind=kind, stance="other" if kind == "finding" else None, words=Words(_trimmed(text, quote.spans)), in_quotation_marks=True,
        attributed_to=said.kind if said.kind in ("report", "person", "organisation") else "unstated",  # type: ignore[arg-type]
        speaker=said.speaker, role=said.role, organisation=organisation, attribution=Words((said.span,)) if said.span else None,
        said=stated if said.kind != "report" else None, about=told,
    )  # fmt: skip


def _report_body(work: Work, quote: Quotation, said: Attribution) -> str | None:
    catalogue = work.context.catalogue
    if said.span is not None:
        words = said.span.of(work.context.text)
        for body in catalogue.inspectorates.values():
            if re.search(rf"\b{re.escape(body.short)}\b", words):
                return body.short
    event = _focus(work, quote.start)
    if event is not None and event.bodies:
        return " and ".join(dict.fromkeys(catalogue.inspectorates[b.slug].short for b in event.bodies))
    return None


def _organisation(work: Work, said: Attribution) -> str | None:
    """The council a councillor or officer speaks for: the one their role names, else the one this page is of."""
    about = work.context
    office = said.role or ""
    span = said.span
    if span is not None:
        words = span.of(about.text)
        if re.match(r"^(?:Ofsted|Her\s+Majesty|His\s+Majesty|HM)", office):
            return "Ofsted"
        named = authorities(about.text, tokens(about.text, span), about.catalogue)
        official = [n for n in named if n.official]
        if official and len({n.slugs for n in official}) == 1:
            slug = official[0].slugs[0]
            return about.catalogue.authorities[slug].official_name
        if re.search(r"\bOfsted\b", words) and re.search(r"\b(?:director|inspector)\b", office, re.I):
            return "Ofsted"
    if work.family.voice == "party":
        return party(work)
    titled = span is not None and bool(re.search(r"\b(?:Cllr|Councillor|Coun)\b", span.of(about.text)))
    if (titled or _COUNCIL_ROLE.search(office)) and about.home is not None and work.family.voice in ("council", "news", "local-area"):
        authority = about.catalogue.authorities[about.home[0]]
        if about.anchor is not None and not authority.life.holds(about.anchor):
            return None
        return authority.official_name
    return None


def party(work: Work) -> str | None:
    """The party or group a page is of: the publisher, else the line above the title, when it names a group."""
    about = work.context
    if about.document.held.sidecar.publisher:
        return about.document.held.sidecar.publisher
    first = about.document.body[0] if about.document.body else None
    if first is not None and first.kind == "heading" and first.index < (about.title.index if about.title else 0):
        words = " ".join(first.span.of(about.text).split())
        if re.search(r"\b(?:Group|Party|Alliance|Association|Labour|Conservatives?|Democrats|Greens?|Independents?|Residents)\b", words):
            return words
    return None


def _said(work: Work, said: Attribution, quote: Quotation) -> When | None:
    """When it was said: a date in the attribution ("in a statement of 7 November"), else the source's own date, derived."""
    about = work.context
    if said.span is not None:
        for d in dates(about.text, said.span, about.anchor):
            left = about.text[max(said.span.start, d.span.start - 50) : d.span.start]
            if d.precision == "day" and d.edtf and re.search(r"\b(?:statement|said|speaking|meeting|interview|on|of|letter|email|press\s+release)\b[^.;]{0,20}$", left) and not d.relative:
                return d.when()
    return document_date(work)


def document_date(work: Work) -> When | None:
    published = work.context.published
    if published is None or not published.edtf:
        return None
    if published.basis == "candidates":
        return published.when()
    return published.when("derived", "the date of the source; when it was said is not stated")


def _focus(work: Work, at: int) -> Event | None:
    live = {id(e) for e in work.events}
    best: Event | None = None
    if work.family.voice in ("council", "local-area", "inspectorate"):
        live -= {id(e) for e in work.events if e.previous or e.earlier}
    for offset, event in sorted(work.told, key=lambda x: x[0]):
        if offset > at:
            break
        target = _standing(work, event) if id(event) not in {id(e) for e in work.events} else event
        if target is not None and id(target) in live:
            best = target
    return best or next((e for e in work.events if e.main), work.events[0] if work.events else None)


def _standing(work: Work, told: Event) -> Event | None:
    """The event a telling was joined to."""
    return next((e for e in work.events if any(s in e.spans for s in told.spans) and e.service == (told.service or e.service)), None)


def _about(work: Work, keys: dict[int, str], quote: Quotation, said: Attribution) -> tuple[str, ...]:
    about = work.context
    main = next((e for e in work.events if e.main), work.events[0] if work.events else None)
    if said.kind == "report":
        dated = _dated_event(work, quote, said)
        event = dated or _focus(work, quote.start)
        return (keys[id(event)],) if event is not None else ()
    found: list[Event] = []
    if main is not None:
        focus = _focus(work, quote.start)
        base = main if focus is None or focus.slugs == main.slugs or work.family.voice != "news" else focus
        found.append(base)
    outer = Span(quote.start, quote.end)
    for event in work.events:
        if event not in found and any(s.within(outer) or (s.overlaps(outer) and outer.start - s.start < 200) for s in event.sentences) and event.slugs == (found[0].slugs if found else event.slugs):
            found.append(event)
    if work.family.voice == "party" and about.home is not None:
        found = [e for e in work.events if about.home[0] in e.slugs] or found
    return tuple(keys[id(e)] for e in sorted(found, key=lambda e: int(keys[id(e)])))


def _dated_event(work: Work, quote: Quotation, said: Attribution) -> Event | None:
    """The event whose date the attribution prints: "(Ofsted, May 2016)", "the 2016 Ofsted report concluded"."""
    if said.span is None:
        return None
    text = work.context.text
    wide = Span(max(0, said.span.start - 3), said.span.end)
    for named in work.named:
        if not named.span.overlaps(wide):
            continue
        for d in named.dates:
            if d.span.within(wide) and role(text, named, d) in ("published", "inspected"):
                fits = [e for e in work.events if _agrees(e, d)]
                if len(fits) == 1:
                    return fits[0]
    for d in dates(text, wide, work.context.anchor):
        fits = [e for e in work.events if _agrees(e, d)]
        if len(fits) == 1:
            return fits[0]
    return None


def _agrees(event: Event, d: Mention) -> bool:
    return bool(overlap(event.published, d) or overlap(event.inspected, d))


_OWN_STANCE = re.compile(
    r"\b(?:we|our)\b[^.]{0,140}?\b(?:pleased|proud|welcome|delighted|disappointed|accept|recognise|acknowledge|apolog\w+|sorry|regret|committed|commitment|withdraw\w*|retract\w*|grateful|thank|wish\s+to|would\s+like\s+to|determined|know\s+there\s+is|agree|reject|dispute|disagree)\b",
    re.I,
)
_WITHDRAWS = re.compile(r"\b(?:withdraw\w*|retract\w*|take\s+(?:it|them|this)\s+back|apolog(?:y|ies|ise|ize)\w*|are\s+sorry)\b", re.I)
_WE = re.compile(r"\b(?:we|our|us)\b", re.I)


def stances(work: Work, keys: dict[int, str]) -> tuple[StatementFact, ...]:
    """What an unsigned page says of itself as "we": a response, or a withdrawal; without marks, so never a quotation."""
    about = work.context
    text = about.text
    if work.family.voice not in ("party", "local-area") or not work.events:
        return ()
    quoted = [Span(q.start, q.end) for q in work.quotes if len(q.words(text).split()) > 5]
    withdrawing: list[Span] = []
    answering: list[Span] = []
    for named in work.named:
        if named.segment.kind in ("heading", "row"):
            continue
        if any(named.span.within(q) for q in quoted):
            continue
        words = named.span.of(text)
        if _WITHDRAWS.search(words) and _WE.search(words):
            withdrawing.append(named.span)
        elif _OWN_STANCE.search(words):
            answering.append(named.span)
    out = []
    organisation = party(work) if work.family.voice == "party" else None
    told = tuple(keys[id(e)] for e in work.events if about.home is None or about.home[0] in e.slugs)
    main = next((e for e in work.events if e.main), work.events[0])
    for kind, spans in (("withdrawal", withdrawing), ("response", answering if not withdrawing else [])):
        if spans:
            out.append(
                StatementFact(
                    key="", kind=kind, stance=None, words=Words(tuple(spans)), in_quotation_marks=False,  # type: ignore[arg-type]
                    attributed_to="organisation" if organisation else "unstated", organisation=organisation, said=document_date(work),
                    about=told if kind == "withdrawal" else (keys[id(main)],),
                )
            )  # fmt: skip
    return tuple(out)


_STANCES: tuple[tuple[Stance, re.Pattern[str]], ...] = (
    ("priority", re.compile(r"\bpriority\s+action", re.I)),
    ("improve", re.compile(r"\b(?:areas?\s+for\s+(?:further\s+)?improvement|(?:needs?|need)\s+to\s+improve|areas?\s+(?:of|for)\s+(?:development|concern|weakness)|weakness(?:es)?|hinder\w*|recommendations?|next\s+steps|to\s+put\s+right|concerns?|shortcomings)\b", re.I)),
    ("strength", re.compile(r"\b(?:strengths?|what\s+is\s+working|recognise|praised?|positive|good\s+practice|improvements?\s+(?:include|noted)|reasons\s+to\s+be\s+optimistic|does\s+well)\b", re.I)),
)  # fmt: skip


def findings(work: Work, keys: dict[int, str]) -> tuple[StatementFact, ...]:
    """Bullets under an inspectorate's own headings: strengths, areas for improvement, areas for priority action."""
    about = work.context
    text = about.text
    if work.family.voice != "inspectorate" or not work.events:
        return ()
    main = next((e for e in work.events if e.main), work.events[0])
    told = [e for e in work.events if e.kind in ("annual-assessment",) and not e.previous]
    main = told[0] if told else main
    out = []
    segments = about.document.segments
    for s in segments:
        if s.kind != "bullet" or s.furniture or s.notes or s.index in about.letterhead:
            continue
        above = segments[s.lead] if s.lead is not None else segments[s.heading] if s.heading is not None else None
        if above is None or above.index in about.letterhead:
            continue
        stance = _stance(above, text)
        if stance is None:
            continue
        bullet = BULLET.match(text, s.span.start, s.span.end)
        span = Span(bullet.end() if bullet else s.span.start, s.span.end).stripped(text)
        if len(span.of(text).split()) < 4:
            continue
        body = about.catalogue.inspectorates[main.bodies[0].slug].short if main.bodies else None
        out.append(
            StatementFact(key="", kind="finding", stance=stance, words=Words((span,)), in_quotation_marks=False, attributed_to="report",
                          organisation=body, said=None, about=(keys[id(main)],))
        )  # fmt: skip
    return tuple(out)


def _stance(above: Segment, text: str) -> Stance | None:
    words = above.span.of(text)
    for stance, pattern in _STANCES:
        if pattern.search(words):
            return stance
    if re.search(r"\b(?:main\s+findings|findings|factors|inspectors\s+(?:also\s+)?found)\b", words, re.I):
        return "other"
    return None
