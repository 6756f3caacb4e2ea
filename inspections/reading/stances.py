"""What is said without marks: a page's own stance as "we", and an inspectorate's findings in its own bullets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspections.reading import rules
from inspections.reading.facts import Stance, StatementFact, Words
from inspections.reading.party_pages import party
from inspections.reading.rules import Rule, rule
from inspections.reading.segments import BULLET, Segment
from inspections.reading.statements import document_date
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work

_OWN_STANCE = rule(
    r"\b(?:we|our)\b[^.]{0,140}?\b(?:pleased|proud|welcome|delighted|disappointed|accept|recognise|acknowledge"
    r"|apolog\w+|sorry|regret|committed|commitment|withdraw\w*|retract\w*|grateful|thank|wish\s+to"
    r"|would\s+like\s+to|determined|know\s+there\s+is|agree|reject|dispute|disagree)\b",
    re.I,
)
_WITHDRAWS = rule(
    r"\b(?:withdraw\w*|retract\w*|take\s+(?:it|them|this)\s+back|apolog(?:y|ies|ise|ize)\w*|are\s+sorry)\b",
    re.I,
)
# "We have asked both parties to withdraw": it is others who may
_OTHERS_WITHDRAW = rule(
    r"\b(?:ask\w*|call\w*\s+(?:on|for)|urg\w+|want\w*|told|invit\w+|press\w+|demand\w*|challeng\w+|wait\w*)\b[^.;]{0,60}"
    r"\b(?:withdraw|retract|apolog|take)\w*"
    r"|\b(?:they|he|she|(?:the|that|other|both)\s+(?:party|parties|group|council|paper))\s+(?:has|have|had|must|should|ought"
    r"\s+to|refus\w+\s+to|will|may)?\s*(?:since\s+|now\s+|not\s+)*(?:withdraw|retract|apolog)\w*",
    re.I,
)
_WE = rule(r"\b(?:we|our|us)\b", re.I)


def stances(work: Work, keys: dict[int, str]) -> tuple[StatementFact, ...]:
    """What an unsigned page says of itself as "we": a response or a withdrawal; never a quotation."""
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
        if any(named.span.overlaps(q) for q in quoted):
            continue
        words = named.span.of(text)
        if _OTHERS_WITHDRAW.search(words):
            continue
        if _WITHDRAWS.search(words) and _WE.search(words):
            withdrawing.append(named.span)
        elif _OWN_STANCE.search(words):
            answering.append(named.span)
    withdrawing = withdrawing or _own_false_words(work)
    out = []
    organisation = party(work) if work.family.voice == "party" else None
    told = tuple(keys[id(e)] for e in work.events if about.home is None or about.home[0] in e.slugs)
    main = next((e for e in work.events if e.main), work.events[0])
    for kind, spans in (("withdrawal", withdrawing), ("response", answering if not withdrawing else [])):
        if spans:
            out.append(
                StatementFact(
                    key="",
                    kind=kind,  # type: ignore[arg-type]
                    stance=None,
                    words=Words(tuple(spans)),
                    in_quotation_marks=False,
                    attributed_to="organisation" if organisation else "unstated",
                    organisation=organisation,
                    said=document_date(work),
                    about=told if kind == "withdrawal" else (keys[id(main)],),
                )
            )
    return tuple(out)


_OUR_PAPER = rule(r"\b[Oo]ur\s+(?:[\w’'\-]+\s+){0,2}(?:leaflets?|flyers?|newsletters?|posts?|posters?|page)\b")


def _own_false_words(work: Work) -> list[Span]:
    """Where a party says of its own leaflet that nobody wrote what it quotes: that sentence and the next."""
    if work.family.voice != "party":
        return []
    sentences = work.context.document.sentences
    for quote, said in zip(work.quotes, work.said, strict=True):
        at = next((i for i, x in enumerate(sentences) if x.span.start <= quote.start < x.span.end), None)
        if not said.disowned or at is None or not _OUR_PAPER.search(sentences[at].span.of(work.context.text)):
            continue
        after = sentences[at + 1] if at + 1 < len(sentences) else None
        own = after is not None and after.segment.index == sentences[at].segment.index
        return [sentences[at].span, after.span] if own and after is not None else []
    return []


_STANCES: tuple[tuple[Stance, Rule], ...] = (
    ("priority", rule(r"\bpriority\s+action", re.I)),
    ("improve", rule(
            r"\b(?:areas?\s+for\s+(?:further\s+)?improvement|(?:needs?|need)\s+to\s+improve|areas?\s+(?:of"
            r"|for)\s+(?:development|concern|weakness)|weakness(?:es)?|hinder\w*|recommendations?|next\s+steps"
            r"|to\s+put\s+right|concerns?|shortcomings)\b",
            re.I)),
    ("strength", rule(
            r"\b(?:strengths?|what\s+is\s+working|recognise|praised?|positive|good\s+practice"
            r"|improvements?\s+(?:include|noted)|reasons\s+to\s+be\s+optimistic|does\s+well)\b",
            re.I)),
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
            StatementFact(
                key="",
                kind="finding",
                stance=stance,
                words=Words((span,)),
                in_quotation_marks=False,
                attributed_to="report",
                organisation=body,
                said=None,
                about=(keys[id(main)],),
            )
        )
    return tuple(out)


def _stance(above: Segment, text: str) -> Stance | None:
    words = above.span.of(text)
    for stance, pattern in _STANCES:
        if pattern.search(words):
            return stance
    if rules.search(r"\b(?:main\s+findings|findings|factors|inspectors\s+(?:also\s+)?found)\b", words, re.I):
        return "other"
    return None
