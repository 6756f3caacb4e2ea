"""Who said what: attributed quotations, with their speaker's organisation, their day and what they are about."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from inspections.reading import rules
from inspections.reading.cells import value
from inspections.reading.concerning import concerning, said_before
from inspections.reading.facts import StatementFact, StatementKind, Warned, When, Words
from inspections.reading.inspectorates import naming_rule
from inspections.reading.members import councillor_of
from inspections.reading.offices import at_a_body, council_speaks, organisation_of
from inspections.reading.quotations import Quotation
from inspections.reading.report_quoted import bodies_named, report_event
from inspections.reading.rules import rule
from inspections.reading.said_when import told_when
from inspections.reading.sittings import printed_on, sat_on, sitting
from inspections.reading.speakers.attribution import Attribution
from inspections.reading.spokespeople import body_told_of, is_bare_spokesperson
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work

_NOT_WORDS_OF_ANYONE = rule(
    r"\W*(?:requires\s+improvement(?:\s+to\s+be\s+good)?|(?:in)?sufficient\s+progress|needs\s+attention"
    r"|strong\s+standard"
    r"|urgent\s+improvement|expected\s+standard|performs\s+\w+|(?:areas?\s+(?:for|of)\s+)?(?:priority\s+action"
    r"|improvement)|(?:any\s+|no\s+)?(?:further\s+)?comment"
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
    begun: list[Span] = []  # of a quotation too short alone, which goes on
    headings = {s.index for s in work.context.document.segments if s.kind == "heading"}
    title = work.context.title
    if title is not None and not _SENTENCE_ENDS.search(title.span.of(text)):
        headings.add(title.index)  # a headline that ends with words in marks
    for quote, said in zip(work.quotes, work.said, strict=True):
        if kept and said.continues and not said.disowned:
            out[-1] = replace(out[-1], words=Words((*out[-1].words.spans, *_trimmed(text, quote.spans))))
            continue
        headed = quote.segments[0] in headings and not (_long_words(text, quote) or _cited(text, quote, said))
        kept = _worth(text, quote, said) and not headed
        if not kept:
            _pass_over(work, quote, said)
            begun = quote.spans if said.kind == "person" and not said.disowned else []
            continue
        made = statement_of(work, keys, quote, said)
        if begun and said.continues:
            made = replace(made, words=Words((*_trimmed(text, begun), *made.words.spans)))
        begun = []
        if _told_before(text, made, out):
            kept = False
            continue
        out.append(made)
    return tuple(out)


_SENTENCE_ENDS = re.compile(r"[.!?][”’\"'\s]*$")


def _pass_over(work: Work, quote: Quotation, said: Attribution) -> None:
    """Tell an editor of words long enough to matter that become nobody's statement."""
    if len(quote.words(work.context.text).split()) < _MANY_WORDS or not (said.disowned or said.kind == "unstated"):
        return
    why = "the text takes it back" if said.disowned else "nobody is said to have said it"
    work.warnings.append(Warned("quotation-passed-over", f"left out: {why}", Span(quote.start, quote.end)))


_MANY_WORDS = 6


def _trimmed(text: str, spans: list[Span]) -> tuple[Span, ...]:
    return tuple(s for s in (x.stripped(text) for x in spans) if s.end > s.start)


def _long_words(text: str, quote: Quotation) -> bool:
    return len(quote.words(text).split()) > 7


def _cited(text: str, quote: Quotation, said: Attribution) -> bool:
    """Does a whole sentence have its source in brackets behind it? It is no heading then, however short."""
    behind = said.span is not None and said.span.start > quote.end and text[quote.end : said.span.start].strip() == "("
    return behind and _SENTENCE_ENDS.search(text[quote.start : quote.end]) is not None


def _told_before(text: str, made: StatementFact, out: list[StatementFact]) -> bool:
    """A pull quote or a teaser repeats what the page says elsewhere: told once."""
    words = _plain(" ".join(made.words.of(text)))
    return any(words in _plain(" ".join(s.words.of(text))) for s in out[-12:]) and len(words.split()) > 4


@lru_cache(maxsize=64)
def _plain(words: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", words.lower()))


def _worth(text: str, quote: Quotation, said: Attribution) -> bool:
    """Is it more than a scare quote, a slogan, a term or a grade?"""
    if said.disowned or said.kind == "unstated":
        return False
    if said.kind == "person" and not said.speaker and said.span is not None:
        if _ASKED_AS_A_RULE.match(said.span.of(text)):
            return False
    words = quote.words(text)
    plain = re.findall(r"[^\W_]+(?:[’'][^\W_]+)*", words)
    if len(plain) < 2 or value(text, Span(quote.spans[0].start, quote.spans[-1].end)) is not None:
        return False
    if len(plain) < 7 and _is_a_name(plain, words):
        return False
    if len(plain) < 3 and said.carried:
        return False
    if len(plain) < 4 and said.span is not None and _HOLDS.search(said.span.of(text)):
        return False  # "included a ‘deep dive’": a term
    if len(plain) < 6 and not rules.search(r"[a-z]", words):
        return False
    if len(plain) < 3 and said.kind == "report" and _names_a_thing(text, quote):
        return False
    return not _NOT_WORDS_OF_ANYONE.fullmatch(words)


_SMALL = frozenset("a an and at by for from in into of on or the to with".split())


def _is_a_name(plain: list[str], words: str) -> bool:
    """ "Signs of Safety", "Family Connect": the name of a programme, a plan or a book, which nobody said."""
    large = [word for word in plain if word.lower() not in _SMALL]
    return (
        len(large) > 1 and all(word[0].isupper() for word in large) and words.rstrip()[-1:] not in (".", "!", "?", ",")
    )


def _names_a_thing(text: str, quote: Quotation) -> bool:
    """ "the ‘front door’", "‘later life’ letters": a word or two in marks that name a thing, and judge none."""
    after = _NEXT_WORD.match(text, quote.end)
    attribute = after is not None and after[1] not in _SMALL and after[1] not in _JOINING
    closes = re.match(r"\s*(?:[.,;:)]|$)", text[quote.end : quote.end + 3]) is not None
    return attribute or (closes and bool(_ARTICLE.search(text, max(0, quote.start - 24), quote.start)))


_NEXT_WORD = re.compile(r"\s([a-z][\w\-]*)")
_JOINING = frozenset(
    "but or nor than when where while that which who because if so yet is was are were has had after before".split()
)
_ARTICLE = re.compile(r"(?:\b(?:at|through|of|in|to|about|on)\s+|^\W*)(?:the|its|their|a)\s+$", re.M)
# "People often ask us “What is your Ofsted?”": what anybody may ask, and nobody has said
_ASKED_AS_A_RULE = rule(
    r"^\W*(?:And\s+|But\s+|So\s+)?(?:(?:some|many|most|lots\s+of|other|new)\s+)*(?:people|residents|parents|carers|families|visitors|readers|customers|somebody|anybody|you|they)\s+"
    r"(?:(?:often|sometimes|still|also|always|may|might|will|do|regularly|frequently)\s+)*(?:keep\s+asking|asks?|wonders?|want\s+to\s+know)\b",
    re.I,
)
_HOLDS = rule(r"\b(?:includ|contain)\w*\s+(?:an?|the|its|their|this|some)\s*$", re.I)


def statement_of(work: Work, keys: dict[int, str], quote: Quotation, said: Attribution) -> StatementFact:
    """Words and who said them, with whose voice that is, when it was and which inspections they are about."""
    text = work.context.text
    bare = is_bare_spokesperson(said)
    organisation = body_told_of(work, said, quote.start) if bare else organisation_of(work, said, quote.start)
    kind: StatementKind = "comment"
    if said.kind == "report":
        kind, organisation = "finding", _report_body(work, quote, said)
    elif council_speaks(organisation, said):
        kind = "response"
    if organisation and bare:
        said = replace(said, kind="organisation")
    role = _office(work, said.role)
    if role is not None and organisation is None and _OF_A_BODY_ALONE.fullmatch(role):
        organisation = role.removesuffix("’s").removesuffix("'s")
        role = None
    if role is None and organisation is None and (of := councillor_of(work, said)) is not None:
        role, organisation = "Councillor", of
    known = said.kind in ("report", "person", "organisation")
    speaker, private = _speaker(said)
    return StatementFact(
        key="",
        kind=kind,
        stance="other" if kind == "finding" else None,
        words=Words(_trimmed(text, quote.spans)),
        in_quotation_marks=True,
        attributed_to=said.kind if known else "unstated",  # type: ignore[arg-type]
        speaker=speaker,
        private=private,
        role=role,
        organisation=organisation,
        attribution=Words((said.span,)) if said.span else None,
        said=_said(work, quote, said) if said.kind != "report" else None,
        about=concerning(work, keys, quote, said, organisation),
    )


def _speaker(said: Attribution) -> tuple[str | None, bool]:
    """Who is named as having spoken, and whether that is a private person."""
    if said.kind != "person" or _is_inspector(said):
        return None, False
    if said.speaker:
        return said.speaker, False
    return (said.called, True) if said.called and said.called[0].isupper() else (None, False)


def _is_inspector(said: Attribution) -> bool:
    """Individual inspectors are not named: a lead inspector speaks for the inspectorate; its directors and chief do."""
    role = (said.role or "").lower()
    return "inspector" in role and not rules.search(r"\bchief\b|\bpolice\b|\bdetective\b", role)


# "Ofsted, CQC, | HMICFRS and HMI Probation found"
_ONE_AFTER_ANOTHER = naming_rule(r"(?:(?:\b[Tt]he\s+)?@inspectorate,\s+)+(?:and\s+)?(?:the\s+)?$")
_LIST = 160  # characters


def _report_body(work: Work, quote: Quotation, said: Attribution) -> str | None:
    catalogue = work.context.catalogue
    if said.span is not None:
        told = bodies_named(catalogue, said.span.of(work.context.text))
        if told:
            listed = _ONE_AFTER_ANOTHER.of(catalogue).search(
                work.context.text, max(0, said.span.start - _LIST), said.span.start
            )
            before = bodies_named(catalogue, listed.group()) if listed is not None else []
            told = list({body.slug: body for body in (*before, *told)}.values())
            return " and ".join(body.short for body in told)
    event = report_event(work, quote, said)
    if event is not None and event.bodies:
        return " and ".join(dict.fromkeys(catalogue.inspectorates[b.slug].short for b in event.bodies))
    return None


# When


def _said(work: Work, quote: Quotation, said: Attribution) -> When | None:
    """When it was said: a day that the page tells ("in a statement of 7 November"), else the source's own, derived."""
    about = work.context
    told = told_when(work, quote, said)
    if told is None and work.family.voice == "inspectorate" and said.kind == "person" and not said.speaker:
        return None  # whom inspectors met, and do not name, spoke before they wrote
    before = said.span is not None and (
        said_before(about.text, said.span) or _AT_THE_TIME.search(said.span.of(about.text)) is not None
    )
    if told == "another day" or (told is None and before):
        return None
    if told is not None:
        return told
    minutes = work.family.voice == "minutes"
    met = sitting(about.document) if minutes else sat_on(about.document) if work.family.voice == "council" else None
    if met is not None:
        return met.when()
    if minutes and about.published is not None and printed_on(about.document, about.published.span):
        return None
    if about.published is not None and about.published.edtf and about.published.edtf.startswith("XXXX"):
        return None
    return document_date(work)


# "said Ann Lee, the chief executive of the trust, at the time": on a day that is not told
_AT_THE_TIME = rule(
    r",\s+(?:at\s+the\s+time|back\s+then|that\s+(?:day|week|month|year|spring|summer|autumn|winter))\W*$", re.I
)


def document_date(work: Work) -> When | None:
    published = work.context.published
    if published is None or not published.edtf:
        return None
    if published.basis == "candidates":
        return published.when()
    return published.when("derived", "the date of the source; when it was said is not stated")


def said_in_minutes(work: Work) -> When | None:
    """What minutes tell was said on the day of the meeting; the document's own day, where no other is told."""
    met = sitting(work.context.document)
    return met.when() if met is not None else said_on_its_day(work)


def said_on_its_day(work: Work) -> When | None:
    """A record of a sitting or an answer is dated by the day itself."""
    published = work.context.published
    return published.when() if published is not None and published.edtf else None


def _office(work: Work, role: str | None) -> str | None:
    """The office alone, without "our" or "the council's" before it and the inspectorate it is held at after it."""
    if not role:
        return None
    role = _OF_WHAT.sub("", _ASKED.sub("", role))
    held = at_a_body(work, role)
    return _WHOSE.sub("", held[0] if held is not None else role)


_OF_A_BODY_ALONE = re.compile(r"(?:[A-Z][\w&-]*\s+){0,4}[A-Z][\w&-]*[’']s")  # "NHS Kent's Ann Lee"
# "What does the leader, Ann Lee, say?", "The letter, from the leader, Ann Lee, says"
_ASKED = re.compile(
    r"^who(?:[’']s|\s+is)\s+|^(?:(?:sent|signed|written|issued|presented)\s+)?(?:from|by|to)\s+(?=the\s|our\s|its\s|their\s)"
    r"|^(?:(?:what|why|how|when|where|and|but|so)\s+)?(?:does|did|do|will|would|can|could|should)\s+(?=the\s|our\s|its\s|their\s|a\s|an\s)",
    re.I,
)
# "Ann Lee, leader of the council, about her own party"
_OF_WHAT = re.compile(
    r"\s+whom\s.*$|,\s+(?:(?:speaking|talking|writing|responding|reacting|referring|commenting)\b|about\s).*$",
    re.I | re.S,
)
_WHOSE = re.compile(
    r"^(?:(?:the\s+|our\s+)?(?:council|authority|borough|city|county)[’']s|(?:now\s+)?(?:our|its|their|his|her)(?:\s+own)?|(?:now\s+)?the|an?)\s+"
    r"(?!Majesty)",
    re.I,
)
