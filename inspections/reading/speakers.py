"""Who said it: the nearest attribution of each quotation, as the source words it.

An attribution is a clause of a subject and a verb of saying, before the quotation or after it; else the
line that leads in a list, the sentence before, or the quotation before when nothing but a joining word
stands between. What none of these says stays unstated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from inspections.reading import rules
from inspections.reading.disowning import disowned
from inspections.reading.document import Document
from inspections.reading.people import OFFICE, PRIVATE, STAFF, TITLE, Subject, is_name, kin, object_of, one_of, subject
from inspections.reading.quotations import Quotation
from inspections.reading.rules import rule
from inspections.reading.segments import BULLET, Segment
from inspections.reading.sentence_subjects import addressed, sentence_subject
from inspections.text import Span

_LONGEST_TAIL = 420  # characters before a quotation in which its attribution is looked for
_LONGEST_AFTER = 260
_MOST_IN_A_PARAGRAPH = 60  # quotations; what holds more is no prose
_MOST_PEOPLE = 60  # remembered at a time


@dataclass(frozen=True, slots=True)
class Attribution:
    """``kind``: report, person, organisation, unstated. ``span``: the words that say so."""

    kind: str
    span: Span | None = None
    speaker: str | None = None
    role: str | None = None
    organisation: str | None = None
    disowned: bool = False
    carried: bool = False  # taken over from the quotation before or after
    continues: bool = False  # the quotation before, broken off by its attribution, goes on in this one
    titled: bool = False  # a title of office stands before the name
    named: Span | None = None  # where the report that "it" or "they" stands for was named


_STRONG = (
    r"said|says|say|saying|added|adds|add|commented|comments|explained|explains|stated|states|state|responded"
    r"|responds|replied|replies|continued|continues|insisted|insists|admitted|admits|admit|warned|warns|warn|wrote"
    r"|writes|write"
    r"|written|concluded|concludes|conclude|remarked|remarks|told|tells|tell|acknowledged|acknowledges|confirmed"
    r"|confirms|stressed|stresses|asked|asks|ask|answered|answers|agreed|agrees|argued|argues|claimed|claims|claim"
    r"|declared|pointed\s+out|points\s+out|went\s+on|goes\s+on|put\s+it|joked"
    r"|conceded|concedes|urged|promised|pledged|vowed|quipped|recalled|reflected|emphasised|emphasises|maintained"
    r"|announced|protested|complained|accepted|thanked|summed\s+up|sums\s+up|put\s+it\s+like\s+this|tweeted|posted"
)
_WEAK = (
    r"found|finds|find|noted|notes|note|reported|reports|report|describes|described|describe|observed|observes"
    r"|praised|praises|praise|highlighted|highlights|highlight|recognised|recognises|recognise|reads|read|calls"
    r"|called|call"
    r"|judged|judges|saw|see|identified|identifies|criticised|criticises|heard|heads|left|welcomed|speaks\s+of"
    r"|spoke\s+of|speak\s+of|talks\s+of|talked\s+of|refers\s+to|referred\s+to|points\s+to|pointed\s+to|felt|feel"
    r"|feels|commended|commends|cited|cites|records|recorded|lists|listed"
    r"|considers|considered|believes|believed|complimented|complained|quotes|quoted|ends|ended|opens|opened|began"
    r"|begins|saying|sets\s+out|labelled|branded|dubbed|singled\s+out|thought|think|credits|credited|contains"
    r"|contained|reveals|revealed|includes|included|speaks|spoke|commenting|wants|want|wanted|expects|expect"
    r"|recommends|recommended|recommend|commend|criticise|identify|conclude|observe|cite|record|welcome|warning|stating|adding|praising|noting|describing|calling|finding|accused"
    r"|accuses|likened|compared|attacked|condemned|hailed|slammed|blamed|dismissed|denounced|blasted"
)
_VERB = rule(rf"\b(?:(?P<strong>{_STRONG})|(?P<weak>{_WEAK}))\b", re.I)
_VERB_FIRST = rule(rf"^\s*[,.]?\s*(?P<verb>{_STRONG}|{_WEAK})\s+(?=\S)", re.I)
_NEVER_AFTER = rule(
    r"\b(?:to|the|a|an|its|their|this|that|his|her|will|would|could|can|may|might|should|must|not|n[’']t)\s*$",
    re.I,
)
_ACCORDING = rule(
    r"\b(?:[Aa]ccording\s+to|[Ii]n\s+the\s+words\s+of|[Aa]s\s+told\s+by|[Qq]uoting(?:\s+from)?"
    r"|[Tt]o\s+quote(?:\s+from)?|(?:quote[ds]|reads?"
    r"|reading)(?:\s+out)?(?:\s+\w+)?\s+from)\s+(?P<who>[^“”\":;]{2,140}?)(?:[,:]\s*|\s+(?:that|there|children"
    r"|they|it)\b[^“”\"]{0,160}|,[^“”\"]{0,160})?$",
)
_ACCORDING_AFTER = rule(
    r"^\s*,?\s*(?:according\s+to|in\s+the\s+words\s+of|[–—]|-\s)\s*(?P<who>[^“”\".;:\n]{2,140})",
    re.I,
)
_BY_AFTER = rule(r"^\s*by\s+(?P<who>[^“”\".;:\n]{2,90})", re.I)
_PUT_AFTER = rule(
    r"^\s*,?\s*(?:is|was|as)\s+(?:how|what|the\s+way)?\s*(?P<who>[^“”\".;:\n]{2,90}?)\s+(?:put|described|told|said"
    r"|expressed)\b",
    re.I,
)
_VIEW_BEFORE = rule(
    r"\b(?P<of>[Aa]\s+(?:typical|common|frequent|representative|recurring)\s+(?:view|comment|response|remark"
    r"|complaint|refrain)|[Oo]ne\s+(?:comment|view|response))\b[^.“”\"]{0,80}$",
)
_CITED = rule(r"^[\s.”\"’']*\((?P<cite>[A-Z][^()]{2,60}?(?:\d{4}|report|letter))\)")
_OTHER_SOURCE = rule(
    r"^\s*[,;–—-]\s*(?:a|an|the)?\s*(?:phrases?|words?|figures?|quotations?|quotes?|lines?|claims?"
    r"|descriptions?)\s+(?:that\s+(?:was|were|is|are)\s+)?(?:taken|borrowed|lifted|quoted|from|in\s+the|of)\b",
    re.I,
)
_TERM_BEFORE = rule(
    r"\b(?:the\s+(?:words?|phrases?|terms?|expressions?|sentences?|headings?|labels?|slogans?|mottos?)|so-called"
    r"|known\s+as|is\s+called|are\s+called|termed|entitled|titled|headed|named|means?|theme\s+(?:of"
    r"|was))\s*[,:]?\s*$",
    re.I,
)
_FEELING = rule(r"felt|feel|feels|believed?|believes|thought|think|considered|considers", re.I)
_PEOPLE = rule(
    rf"^\W*(?:The\s+|Some\s+|Many\s+|Most\s+|Several\s+)?(?P<role>{PRIVATE.pattern}|{STAFF.pattern})\b",
    re.I,
)
_CARRY = rule(
    r"^\s*[,;]?\s*(?:and|but|while|yet|or|as\s+well\s+as|[Aa]nd\s+also|then|nor)?\s*(?:furthermore|also|further"
    r"|later)?\s*(?:that|the|of|with|as)?\s*,?\s*(?:\.\.\.|…|\[…\])?\s*$",
    re.I,
)
_CARRY_SENTENCE = rule(
    r"^[\s.,;]*(?:And|Also|Furthermore|In\s+addition|Similarly|Likewise|Or|But|Yet|However)\s*,?\s*(?:furthermore"
    r"|also)?,?\s*(?:that)?[:,]?\s*$",
)
_DESCRIBED = rule(
    r"\b(?:is|are|was|were|been)\s+(?:\w+ly\s+|also\s+)?(?:described|praised|commended|criticised|seen)\s+(?:as|for)\s*$"
)
_STOP = re.compile(
    r"[.!?](?=[”’\"']?\s+[A-Z“‘\"'*(\[«`])(?<!\bMr.)(?<!\bMrs.)(?<!\bMs.)(?<!\bDr.)(?<!\bSt.)(?<!\bCllr.)(?<!\bRev.)"
    r"(?<!\bNo.)(?<!\s[A-Z].)"
)
_BODY_WORDS = rule(
    r"\b(?:inspectors?|Ofsted|CQC|HMICFRS|inspectorates?|watchdogs?|reviewers?|reports?|letters?|regulators?"
    r"|inspection\s+team)\b",
    re.I,
)
_INSPECTORS_HEADING = rule(
    r"^\W*(?:what\s+(?:must|needs?\s+to|should|has\s+to)\s+(?:improve|be\s+better|change)|(?:key\s+"
    r"|main\s+)?(?:findings|strengths|weaknesses|recommendations)"
    r"|areas?\s+(?:for|of)\s+(?:further\s+)?(?:improvement|concern|strength|weakness|development"
    r"|priority\s+action))\W*$",
    re.I,
)
_SOMEBODY = rule(
    r"^\W*(?:But\s+|And\s+|Meanwhile,?\s+|However,?\s+)?(?P<who>(?:(?:Her|His|Their|The|Its"
    r"|Our)\s+)?(?:[\w’'\-]+\s+){0,8}?"
    rf"(?:{TITLE.pattern}\s+)?[A-Z][a-z’'\-]+(?:\s+[A-Z][a-z’'\-]+)+(?:,\s+[^.,]{{3,80}},)?)\s+(?:[a-z]+\w)\b"
)
_PASSAGES = rule(r"\b(?:passages?|extracts?|excerpts?|quotations?\s+from|sentences)\b[^.]{0,80}:\s*$", re.I)
_ROSTER = rule(
    r"^(?:In\s+attendance|Present|Attending|Also\s+(?:present|in\s+attendance)|Officers?(?:\s+(?:present"
    r"|in\s+attendance))?|Members?(?:\s+present)?)\s*:",
    re.I,
)


@dataclass
class _Memory:
    """Who has spoken or been named as speaking so far."""

    people: list[Attribution] = field(default_factory=list)
    thing: Attribution | None = None  # what "it" or "they" would mean
    group: str | None = None  # one of whom "one" would be
    told_of_a_report: bool = True  # can "it" be one?

    def keep(self, made: Attribution) -> None:
        if made.kind == "person":
            self.people = [*self.people[-_MOST_PEOPLE:], made]
            if made.speaker is None and made.role and (PRIVATE.search(made.role)):
                self.thing = made
        elif made.kind in ("report", "organisation"):
            self.thing = made

    def whole(self, made: Attribution) -> Attribution:
        """The same person with what an earlier mention says of them."""
        if made.kind != "person" or (made.organisation and made.role):
            return made
        if made.speaker:
            last = made.speaker.split()[-1]
            for known in reversed(self.people):
                if (
                    known.speaker
                    and known.speaker.split()[-1] == last
                    and (len(made.speaker.split()) == 1 or known.speaker == made.speaker)
                ):
                    if made.role is None or known.role == made.role or len(made.speaker.split()) == 1:
                        return replace(
                            made,
                            speaker=known.speaker,
                            role=known.role or made.role,
                            organisation=known.organisation or made.organisation,
                        )
        return made

    def office(self, role: str) -> Attribution | None:
        """The one person known to hold the office that "the …" names."""
        want = set(_plain(role))
        found = {p.speaker: p for p in self.people if p.speaker and p.role and want and want <= set(_plain(p.role))}
        return next(iter(found.values())) if len(found) == 1 else None


def _plain(role: str) -> list[str]:
    return [w for w in re.findall(r"[a-z]+", role.lower()) if w not in ("the", "of", "and", "for", "s", "council")]


def attribute(document: Document, found: tuple[Quotation, ...]) -> list[Attribution]:
    """One attribution for each quotation of ``document``."""
    text = document.text
    segments = {s.index: s for s in document.segments}
    order = {s.index: i for i, s in enumerate(document.body)}
    memory = _Memory()
    for known in _roster(document):
        memory.people.append(known)
    out: list[Attribution] = []
    many = 0
    for i, quote in enumerate(found):
        segment, last = segments[quote.segments[0]], segments[quote.segments[-1]]
        many = many + 1 if i and found[i - 1].segments[0] == segment.index else 0
        if many > _MOST_IN_A_PARAGRAPH or quote.end - quote.start < 4:
            out.append(Attribution("unstated"))
            continue
        earlier = found[i - 1] if i and found[i - 1].end > segment.span.start else None
        later = found[i + 1] if i + 1 < len(found) and found[i + 1].start < last.span.end else None
        place = _Place(
            document,
            segments,
            order,
            quote,
            segment,
            before=Span(earlier.end if earlier else segment.span.start, quote.start),
            after=Span(quote.end, later.start if later else last.span.end),
            joined=out[i - 1] if earlier else None,
            previous=found[i - 1] if i else None,
            previously=out[i - 1] if i else None,
        )
        _hear(place, memory)
        memory.told_of_a_report = _tells_of_a_report(place)
        made = memory.whole(replace(_one(place, memory), disowned=disowned(text, found, segment.span.start, i)))
        if made.kind == "person" and made.speaker and _pronoun(text, made) and _somebody_else(place, made):
            made = Attribution("unstated")
        if made.kind != "unstated" and not made.carried:  # also when disowned: it was still said by them
            memory.keep(made)
        if made.speaker and not (made.role or made.organisation or made.titled):
            made = replace(made, speaker=None)  # nobody says that this person speaks in an office
        out.append(made)
    _carry_back(text, found, out)
    return out


def _pronoun(text: str, made: Attribution) -> bool:
    return made.span is not None and bool(
        rules.match(r"\W*(?:(?:and|but|as|then)\s+|[a-z]+\s+)?(?:he|she)\b", made.span.of(text)[:40], re.I)
    )


def _somebody_else(place: _Place, made: Attribution) -> bool:
    """Is another person named in the paragraph before a quotation that "he" or "she" is said to have said?"""
    words = place.text[max(place.segment.span.start, place.quote.start - 700) : place.quote.start]
    words = re.sub(r"[“\"‘«][^“”\"«»]{0,600}[”\"’»]", " ", words)
    own = set((made.speaker or "").split())
    for m in re.finditer(r"[A-Z][a-z’'\-]+(?:\s+[A-Z][a-z’'\-]+)+", words):
        if is_name(m.group()) and not own & set(m.group().split()):
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Place:
    """A quotation and what stands around it."""

    document: Document
    segments: dict[int, Segment]
    order: dict[int, int]
    quote: Quotation
    segment: Segment
    before: Span  # from the quotation before in the same paragraph, else from the paragraph's start
    after: Span
    joined: Attribution | None  # of the quotation before in the same paragraph
    previous: Quotation | None
    previously: Attribution | None

    @property
    def text(self) -> str:
        return self.document.text

    def above(self) -> Segment | None:
        at = self.order.get(self.segment.index)
        return self.document.body[at - 1] if at else None


def _hear(place: _Place, memory: _Memory) -> None:
    """Take in who speaks or is spoken of, without marks, between the quotation before and this one's own sentence."""
    words = place.before.of(place.text)
    cut = _sentence_start(words)
    heard: list[tuple[int, str]] = []
    if place.joined is None:
        for above in _paragraphs_between(place):
            told = above.span.of(place.text)[-700:]
            heard += _placed(told, len(told), above.span.end - len(told))
    if cut:
        heard += _placed(words, cut, place.before.start)
    for at, stop in heard:
        if group := _PEOPLE.match(stop):
            memory.group = one_of(group["role"])
        made = _clause(stop, at, memory)
        if made is not None and made.kind != "unstated":
            memory.keep(memory.whole(made))
        elif (who := _somebody(stop)) is not None:
            memory.keep(
                memory.whole(Attribution(who.kind, None, who.name, who.role, who.organisation, titled=who.titled))
            )


_OF_A_COUNCIL = rule(
    r"^\W*(?:But\s+|And\s+)?(?:The\s+(?:(?:city|county|borough|local|district)\s+)?(?:council|authority)"
    r"|(?:[A-Z][\w’'\-]+\s+(?:(?:and|of|upon|with)\s+)?){1,5}Council)\b"
)


def _tells_of_a_report(place: _Place) -> bool:
    """Can "it" be a report? Not where the sentence before is of a council, and of no report or inspectorate."""
    before = place.text[place.segment.span.start : place.quote.start]
    before = before[: _sentence_start(before)]
    above = place.above()
    if above is not None and not before.strip():
        before = f"{above.span.of(place.text)[-900:]} {before}"
    last = [x for x in _sentences(before) if len(x.split()) > 3][-1:]
    return not any(_OF_A_COUNCIL.match(x) and not _BODY_WORDS.search(x) for x in last)


def _somebody(stop: str) -> Subject | None:
    """The person, the body or the report that a sentence without words of saying tells of."""
    if (who := addressed(stop)) is not None:
        return who
    m = _SOMEBODY.match(stop)
    who = subject(m["who"]) if m else None
    if who is None:
        told = sentence_subject(stop)
        who = told.who if told is not None and (told.who.name or told.who.kind in ("organisation", "report")) else None
    return who if who is not None and (who.kind != "person" or who.name or who.role) else None


def _paragraphs_between(place: _Place) -> list[Segment]:
    """The last two paragraphs before this one that come after the quotation before."""
    at = place.order.get(place.segment.index, 0)
    since = place.previous.end if place.previous is not None else 0
    return [
        s
        for s in place.document.body[max(0, at - 2) : at]
        if s.span.start >= since and s.kind in ("paragraph", "bullet")
    ]


def _placed(words: str, cut: int, start: int) -> list[tuple[int, str]]:
    """The sentences before ``cut``, with where each begins in the text."""
    at, out = max(0, cut - 700), []
    for stop in _sentences(words[at:cut]):
        found = words.find(stop, at)
        at = found if found >= 0 else at
        out.append((start + at, stop))
    return out


def _sentences(words: str) -> list[str]:
    out, at = [], 0
    for m in _STOP.finditer(words):
        out.append(words[at : m.start()])
        at = m.end()
    out.append(words[at:].rstrip(" .!?\n"))
    return [x for x in out if x.strip()]


def _sentence_start(words: str) -> int:
    """Where the sentence that the end of ``words`` belongs to begins."""
    stops = [m.end() for m in _STOP.finditer(words[-900:])]
    tail = words.rstrip()
    if tail.endswith((".", "!", "?")) and not tail.endswith(("Cllr.", "Mr.", "Mrs.", "Dr.")):
        return len(words)
    return len(words) - len(words[-900:]) + stops[-1] if stops else 0


def _one(place: _Place, memory: _Memory) -> Attribution:
    text = place.text
    words = place.before.of(text)
    cut = max(_sentence_start(words), len(words) - _LONGEST_TAIL)
    tail = words[cut:]
    tail_span = Span(place.before.start + cut, place.before.end).stripped(text)
    following = text[place.after.start : min(place.after.end, place.after.start + _LONGEST_AFTER)]
    bare = not re.sub(r"[\W\d_]|\([a-z]\)", "", tail)
    if cited := _CITED.match(following):
        return Attribution(
            "report", Span(place.after.start + cited.start("cite"), place.after.start + cited.end("cite"))
        )
    if _OTHER_SOURCE.match(following) or _TERM_BEFORE.search(tail):
        return Attribution("unstated")
    same_sentence = (
        place.joined is not None
        and cut == 0
        and not rules.match(r"\s*[.!?]\s", words)
        and not _closed_sentence(text, place.previous, words)
    )
    own = place.joined.span if place.joined is not None else None
    if place.joined is not None and own is not None and own.within(place.before) and _goes_on(place, words):
        trailing = _after(place, following, memory, True)
        if trailing is None or trailing.kind == "unstated":
            return replace(place.joined, carried=True, continues=True)
    if not bare:
        made = _before(tail, tail_span, memory)
        if made is not None:
            return made
    made = _after(place, following, memory, bare)
    if made is not None:
        return made
    if place.joined is not None:
        if place.joined.kind == "report" and _DESCRIBED.search(tail):
            return replace(place.joined, carried=True, continues=False)
        agent = own is not None and bool(re.search(r"\bby\b", own.of(text)))
        if own is not None and agent and _VERB_ALONE.fullmatch(tail):  # its subject stands before what broke it off
            begun = text[place.segment.span.start : own.start]
            who = subject(begun[_sentence_start(begun.rstrip(" –—-(,")) :].rstrip(" –—-(,"))
            made = _resolved(who, memory, tail_span, True)
            return made if made is not None else Attribution("unstated")
        if (
            same_sentence
            and place.joined.kind != "unstated"
            and (_CARRY.match(tail) or (len(tail) < 160 and not _other_speaker(tail)))
        ):
            return replace(place.joined, carried=True, continues=_goes_on(place, words))
        if _CARRY_SENTENCE.match(tail):
            return replace(place.joined, carried=True, continues=False)
        if bare and place.joined.kind != "unstated" and _goes_on(place, words):
            return replace(place.joined, carried=True, continues=True)
    return _around(place, memory, tail, bare)


_BROKEN_OFF = re.compile(
    rf"^\s*,?\s*(?:(?:{_STRONG}|notes?|noted)\b[^.!?“”\"]*|[^.!?“”\"]*?\b(?:{_STRONG}|notes?|noted))(?P<end>[^.!?“”\"]*?)[.,:;]?\s*$",
    re.I,
)


def _closed_sentence(text: str, previous: Quotation | None, words: str) -> bool:
    return (
        previous is not None
        and text[previous.end - 2 : previous.end - 1] in ".!?"
        and bool(rules.match(r"\s+[A-Z]", words))
    )


def _other_speaker(tail: str) -> bool:
    return (bool(_VERB.search(tail)) and bool(rules.search(r"\b[A-Z]\w+\s+[A-Z]\w+", tail))) or bool(
        PRIVATE.search(tail) and _VERB.search(tail)
    )


def _goes_on(place: _Place, between: str) -> bool:
    """Does the quotation before, in the same sort of marks, go on in this one?"""
    previous = place.previous
    return previous is not None and previous.family == place.quote.family and _broken(place.text, previous, between)


def _broken(text: str, previous: Quotation, between: str) -> bool:
    """Is all that stands between the attribution of a quotation that it broke off? Then the quotation goes on."""
    if len(between) > 190:
        return False
    m = _BROKEN_OFF.match(between)
    return (
        bool(m)
        and text[previous.end - 2 : previous.end + 1].strip("”\"’' ") != ""
        and bool(rules.search(r"[,!?…–—.]", text[previous.end - 2 : previous.end] + between[:1]))
    )


# Before and after


def _clause(tail: str, start: int, memory: _Memory) -> Attribution | None:
    """The last subject with a verb of saying in ``tail``, one sentence; None when nobody can tell who."""
    if quoted := _QUOTES_WHOM.search(tail):
        whom = object_of(quoted["who"])
        if whom is not None and whom.kind == "person":
            return _resolved(whom, memory, Span(start + quoted.start(), start + len(tail)), True)
    verbs = list(_VERB.finditer(tail))[-8:]
    for m in reversed(verbs):
        left = tail[: m.start()]
        if _NEVER_AFTER.search(left):
            continue
        if rules.search(r"\bn[’']t\s*$|\b(?:did|does|do)\s+not\s*$", left):
            return None
        if _READ_OUT.match(tail, m.start()):
            return Attribution("report", Span(start + m.start(), start + len(tail)))
        if not m["strong"] and (by := _BY_AGENT.match(tail, m.end())) and (agent := object_of(by["who"])) is not None:
            return _resolved(agent, memory, Span(start + m.start(), start + len(tail)), True)
        if _PASSIVE.search(left) and not rules.match(r"\w+ing\b|quoted\s+as\s+saying", tail[m.start() :]):
            return None
        who = subject(left)
        if who is None and (joining := rules.search(r"\b(?:and|but)\s*(?:also\s+|then\s+)?$", left)):
            who = next((x for x in (_own(tail, v) for v in reversed(verbs) if v.end() < m.start()) if x), None)
            who = who or _of_the_sentence(tail, joining.start())
        if who is None:
            if (
                m["strong"]
                and rules.search(r"\w\s*$", left)
                and not rules.search(r"\b(?:and|but|as|be|been|being|is|are|was|were|it)\s*$|,\s*$", left)
            ):
                return None
            continue
        if who.kind == "who":  # never anybody but the one named right before it
            who = subject(left[: who.start].rstrip(" ,"))
            if who is None or who.kind not in ("person", "organisation", "report"):
                return Attribution("unstated")
        if who.kind in ("it", "they", "he") or _FEELING.fullmatch(m.group()):
            own = next((x for x in (_own(tail, v) for v in reversed(verbs) if v.end() <= who.start) if x), None)
            who = own or who
        made = _resolved(who, memory, Span(start + who.start, start + len(tail)), bool(m["strong"]))
        if made is None:
            continue
        return made
    return None


# whoever reads out the report, or quotes it, says its words
_READ_OUT = rule(
    r"(?:read|reads|quoted|quotes|quoting|cited|cites|reading|recited|recites)\s+(?:aloud\s+|out\s+)?(?:from\s+)?"
    r"(?:[\w’'\-]+\s+){0,5}?(?:reports?|letters?|inspectors?[’']?|findings|Ofsted(?:[’']s)?|CQC(?:[’']s)?|inspectorate)\b",
    re.I,
)
# "quotes one social worker as saying", "heard from one child that": the words are theirs
_QUOTES_WHOM = rule(
    r"(?:quotes?|quoted|cites?|cited|heard\s+from)\s+(?P<who>[^,.;:“”\"]{3,80}?)\s*(?::\s*$|\s+(?:as\s+saying|as\s+telling|that|who\s+said)\b)",
    re.I,
)
_VERB_ALONE = rule(rf"[\s–—)(,-]*(?:also\s+|then\s+)?(?:{_STRONG}|{_WEAK})(?:\s+that)?[\s:,]*", re.I)
# what is described, called or told does not speak; who describes it stands after "by"
_PASSIVE = rule(
    r"\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:\w+ly\s+|also\s+|then\s+|once\s+|even\s+|now\s+)?$", re.I
)
_BY_AGENT = re.compile(r"\s+by\s+(?P<who>[^,.;:“”\"]{3,110}?)(?:,|\s+(?:as|for|to\s+be|in|that)\b|\s*$)")


def _of_the_sentence(tail: str, end: int) -> Subject | None:
    """ "Governors value the training and describe it as": whose the first verb is, when nothing stands between."""
    told = sentence_subject(tail[:end])
    if told is None or told.who.kind not in ("person", "report") or re.search(r"[,;:–—]", tail[told.end : end]):
        return None
    return replace(told.who, start=told.start + told.who.start)


def _own(tail: str, verb: re.Match[str]) -> Subject | None:
    """Whom an earlier verb of the same sentence has for its subject: "she", "it" and "they" mean the same."""
    left = tail[: verb.start()]
    who = subject(left) if not _NEVER_AFTER.search(left) else None
    return who if who is not None and who.kind in ("person", "organisation", "report") else None


def _before(tail: str, span: Span, memory: _Memory) -> Attribution | None:
    lead = len(tail) - len(tail.lstrip())
    words = tail.strip()
    if m := _VIEW_BEFORE.search(words):
        thing = memory.thing if memory.thing is not None and memory.thing.kind == "person" else None
        return Attribution("person", span, None, memory.group or (thing.role if thing else None))
    if m := _ACCORDING.search(words):
        who = object_of(m["who"])
        made = _resolved(who, memory, span, True) if who else None
        if made is not None:
            return made
    if m := rules.search(
        r"(?:^|[.\s])[Ii]n\s+(?P<who>(?:its|their|the\s+[\w\s]{2,40}|Ofsted|CQC)(?:[’']s?)?)\s+(?:own\s+)?words[,:]?\s*$",
        words,
    ):
        return (
            Attribution("report", span)
            if _BODY_WORDS.search(m["who"]) or m["who"].lower() in ("its", "their")
            else None
        )
    made = _clause(tail, span.start - lead, memory)
    if made is not None:
        return replace(made, span=Span(made.span.start, span.end) if made.span and made.span.start < span.end else span)
    if words.endswith(":"):
        bare = _SENT_BY.sub("", words[:-1])
        who = subject(bare)
        if who is not None and who.start < 4 and who.kind == "person" and who.name and (who.role or who.organisation):
            return _resolved(who, memory, span, True)
        if not any(m["strong"] for m in _VERB.finditer(words)) and (told := sentence_subject(words[:-1])) is not None:
            return _resolved(told.who, memory, span, True)
    elif (told := sentence_subject(words)) is not None and told.who.kind in ("report", "it"):
        if told.verb in ("is", "was", "are", "were") and _TONE.match(words, told.end):
            return _resolved(told.who, memory, span, True)
    return None


# words sent by somebody: "A message from the leader, Cllr Lee:"
_SENT_BY = re.compile(
    r"^\W*(?:(?:An?\s+|The\s+)?(?:\w+\s+)?(?i:message|statement|word|words|note|comment|reply|answer|quote|response)\s+)?"
    r"(?:[Ff]rom|[Bb]y)\s+"
)
# a report that "is blunt about the front door" has the words that follow
_TONE = re.compile(
    r"\s+(?:(?:also|much|rather|equally|just\s+as|no|far|even|more|less|very|particularly|especially|quite|as)\s+)*"
    r"(?:kind|blunt|harsh|scathing|warm|critical|clear|frank|plain|stark|positive|complimentary|generous|damning|short"
    r"|sharp|tough|gentle|direct|polite|full\s+of\s+praise|severe|candid|brief|brisk|terse|unsparing)(?:er)?\b"
    r"(?![^“”\"]*\b(?:said|says|called|described|by\s+[A-Z]))"
)


def _after(place: _Place, following: str, memory: _Memory, bare: bool) -> Attribution | None:
    text, start = place.text, place.after.start
    inner = text[place.quote.end - 2 : place.quote.end - 1] if place.quote.end - place.quote.start > 2 else ""
    first = _first_sentence(following)
    if m := _VERB_FIRST.match(first):
        if not rules.match(r"\s*\.", first):
            who = object_of(first[m.end() :])
            if who is not None:
                return _resolved(who, memory, _cut_span(text, start + m.start("verb"), start + len(first)), True)
            named = rules.match(r"(?:the\s+)?(?P<who>[^,.;:]{3,90})", first[m.end() :])
            if named is None:
                return None
        return None
    if m := _PUT_AFTER.match(first):
        who = object_of(m["who"])
        if who is not None:
            return _resolved(who, memory, _cut_span(text, start, start + m.end()), True)
    if m := _ACCORDING_AFTER.match(first):
        who = object_of(m["who"])
        if who is not None:
            return _resolved(who, memory, _cut_span(text, start, start + m.end()), True)
    if m := _BY_AFTER.match(first):
        who = object_of(m["who"])
        if who is not None and who.kind == "report":
            return Attribution("report", _cut_span(text, start, start + m.end()))
    if m := _THAT_WAS.match(following):
        who = object_of(re.sub(r"\s+(?:on\s+\w+day|last\s+\w+|yesterday|today|this\s+\w+)$", "", m["who"]))
        if who is not None and who.kind == "person" and (who.name or who.role):
            return _resolved(who, memory, _cut_span(text, start, start + m.end()), True)
    for m in list(_VERB.finditer(first))[:3]:
        left = first[: m.start()]
        if _NEVER_AFTER.search(left) or _PASSIVE.search(left):
            continue
        if _READ_OUT.match(first, m.start()):
            return Attribution("report", _cut_span(text, start, start + m.end()))
        if len(left) > 170:
            break
        who = _trailing(left) if left.strip(" ,.") else None
        if who is None:
            continue
        fresh = rules.match(r"\s*[.]?\s*[A-Z]", left) and (inner in ".!?" or left.lstrip().startswith("."))
        if (
            fresh
            and not rules.match(r"\s*[.,]?\s*$", first[m.end() :].strip("\n "))
            and who.kind not in ("he", "it", "they")
        ):
            return None  # a new sentence of its own, not this quotation's
        if fresh and who.kind in ("he", "it", "they") and first[m.end() :].strip(" .\n"):
            return None
        if not bare and fresh:
            return None
        return _resolved(who, memory, _cut_span(text, start, start + m.end()), True)
    return None


# "That was the message from Ann Lee, the leader, last night."
_THAT_WAS = rule(
    r"^\s*(?:That|This|So|Those|These)\s+(?:was|were|is|are)\s+(?:(?:the|a)\s+(?:\w+\s+)?(?:message|verdict|view|words?|response"
    r"|reaction|answer|reply|promise|plea|warning|opinion|conclusion|admission)\s+(?:from|of|by)\s+)?(?P<who>[^.;:“”\"]{3,140})"
)


def _trailing(left: str) -> Subject | None:
    """The subject of a clause that ends a sentence: all of it, or what follows a comma ("..., inspectors say")."""
    if (whole := object_of(left)) is not None:
        return whole
    who = subject(left)
    if who is not None and who.kind in ("report", "person") and left[: who.start].rstrip().endswith(","):
        return who
    return None


def _first_sentence(following: str) -> str:
    m = _STOP.search(following, 2)
    return following[: m.start()] if m else following.rstrip()


def _cut_span(text: str, start: int, end: int) -> Span:
    span = Span(start, end).stripped(text)
    while span.start < span.end and text[span.start] in ",. –—":
        span = Span(span.start + 1, span.end)
    return span


def _resolved(who: Subject | None, memory: _Memory, span: Span, strong: bool) -> Attribution | None:
    if who is None:
        return None
    if who.kind == "other":
        return Attribution("unstated", span)
    if who.kind == "report":
        return Attribution("report", span)
    if who.kind == "organisation":
        return Attribution("organisation", span, None, who.role, who.organisation)
    if who.kind == "he":
        last = memory.people[-1] if memory.people else None
        return (
            replace(last, span=span, carried=False, continues=False, disowned=False)
            if last
            else Attribution("unstated")
        )
    if who.kind in ("it", "they"):
        thing = memory.thing
        if thing is not None and thing.kind == "report" and not memory.told_of_a_report:
            return Attribution("unstated", span)
        if thing is not None and (who.kind == "they" or thing.kind != "person"):
            return replace(
                thing, span=span, named=thing.named or thing.span, carried=False, continues=False, disowned=False
            )
        return Attribution("report", span) if memory.told_of_a_report else Attribution("unstated", span)
    if who.private:
        return Attribution("person", span, None, kin(who.role))
    if who.definite and who.name is None and who.role and (known := memory.office(who.role)) is not None:
        return replace(known, span=span)
    if who.name is None and who.role is None and who.organisation is None:
        if not strong:
            return None
        return Attribution("person", span, None, memory.group)
    return Attribution(
        "person", span, who.name, who.role if who.name else kin(who.role), who.organisation, titled=who.titled
    )


# Around


def _around(place: _Place, memory: _Memory, tail: str, bare: bool) -> Attribution:
    """No clause of its own: the sentence before, the line that leads in, the quotation or the heading above."""
    text, segment = place.text, place.segment
    words = place.before.of(text)
    start = _sentence_start(words)
    earlier = _sentences(words[max(0, start - 700) : start]) if start else []
    if place.joined is not None and not earlier:
        if tail.rstrip().endswith(":") and place.joined.kind == "report":
            return replace(place.joined, carried=True, continues=False)
        return Attribution("unstated")
    if earlier:
        made = _clause(earlier[-1], place.before.start + start - len(earlier[-1]), memory)
        if made is not None and (made.kind == "report" or (bare and made.kind == "person" and made.speaker)):
            return replace(made, span=Span(place.before.start, place.before.start + start).stripped(text), carried=True)
        if bare and place.joined is None and (who := _teller(place, earlier[-1])) is not None:
            made = _resolved(who, memory, Span(place.before.start, place.before.start + start).stripped(text), True)
            if made is not None and made.kind == "person":
                return replace(made, carried=True)
    lead = place.segments[segment.lead] if segment.lead is not None and _listed(place) else None
    above = place.above()
    if lead is None and bare and start == 0 and above is not None and text.endswith(":", 0, above.span.end):
        lead = above
    if lead is not None:
        led = lead.span.of(text)[-_LONGEST_TAIL:]
        led_span = Span(lead.span.end - len(led), lead.span.end)
        cut = _sentence_start(led)
        last = led[cut:] if cut < len(led) else led
        if _PASSAGES.search(last):
            return Attribution("report", led_span)
        made = _before(last, Span(lead.span.end - len(last), lead.span.end).stripped(text), memory)
        if made is not None and ((bare and not earlier) or made.kind == "report"):
            return made
        if _listed(place) and _BODY_WORDS.search(last) and not _someone(tail):
            return Attribution("report", led_span)
    if bare and not earlier and place.previous is not None and place.previously is not None and above is not None:
        if (
            place.previous.segments[-1] == above.index
            and place.previously.kind != "unstated"
            and _whole(place)
            and place.previous.closed
        ):
            return replace(place.previously, carried=True, continues=False)
    if (signed := _signed(place, memory)) is not None:
        return signed
    heading = place.segments[segment.heading] if segment.heading is not None else None
    if heading is not None and _listed(place) and not _someone(tail):
        told = heading.span.of(text)
        if (_BODY_WORDS.search(told) or _INSPECTORS_HEADING.search(told)) and not rules.search(
            r"\b(?:respon\w+|reaction|our|we)\b", told, re.I
        ):
            return Attribution("report", heading.span)
    if (
        tail.rstrip().endswith(":")
        and not bare
        and place.previously is not None
        and place.previously.kind == "report"
        and not _someone(tail)
    ):
        if above is not None and place.previous is not None and place.previous.segments[-1] == above.index:
            return replace(place.previously, carried=True, continues=False)
    return Attribution("unstated")


_SIGNED = rule(r"^\s*[–—―~-]+\s*(?P<who>[^“”\"\n]{3,140})$")


def _signed(place: _Place, memory: _Memory) -> Attribution | None:
    """The line below a quotation that stands alone, when it is a dash and who said it."""
    at = place.order.get(place.quote.segments[-1])
    if at is None or not _whole(place) or at + 1 >= len(place.document.body):
        return None
    below = place.document.body[at + 1].span
    m = _SIGNED.match(below.of(place.text)) if below.end - below.start < 160 else None
    who = object_of(m["who"]) if m else None
    if who is None or who.kind != "person" or not (who.role or who.titled):
        return None
    return _resolved(who, memory, below, True)


def _teller(place: _Place, sentence: str) -> Subject | None:
    """Whose the words are that stand alone after a sentence of one person in office, and of nobody and nothing else."""
    told = sentence_subject(sentence)
    if told is None or told.who.kind != "person" or not told.who.name:
        return None
    words = place.quote.words(place.text)
    rest = sentence[told.end :]
    whole = rules.match(r"[A-Z‘“\"'\[]", words) and words.rstrip(" ”’\"'")[-1:] in (".", "!", "?")
    somebody = any(is_name(m.group()) for m in re.finditer(r"[A-Z][a-z’'\-]+(?:\s+[A-Z][a-z’'\-]+)+", rest))
    alone = not re.sub(r"\W", "", place.after.of(place.text))
    if not whole or not alone or somebody or _BODY_WORDS.search(rest):
        return None
    in_office = told.who.role or told.who.titled
    return told.who if in_office else Subject("person", told.who.start, private=True)


def _listed(place: _Place) -> bool:
    return place.segment.kind == "bullet" or bool(
        BULLET.match(place.text, place.segment.span.start, place.segment.span.end)
    )


def _someone(tail: str) -> bool:
    return bool(OFFICE.search(tail) or PRIVATE.search(tail)) and bool(_VERB.search(tail))


def _whole(place: _Place) -> bool:
    """Is the paragraph nothing but the quotation?"""
    text = place.text
    outside = text[place.segment.span.start : place.quote.start] + text[place.quote.end : place.after.end]
    return not rules.search(r"[^\W_]", outside)


def _carry_back(text: str, found: tuple[Quotation, ...], out: list[Attribution]) -> None:
    """A citation after the second of two joined quotations covers the first."""
    for i in range(len(found) - 2, -1, -1):
        if out[i].kind == "unstated" and out[i + 1].kind != "unstated" and not out[i].disowned:
            if found[i + 1].start - found[i].end < 14:
                between = text[found[i].end : found[i + 1].start]
                if re.fullmatch(r"[\s,;.]*(?:and|but|or)?\s*(?:that)?\s*", between) and between.strip():
                    out[i] = replace(out[i + 1], carried=True, continues=False)


def _roster(document: Document) -> list[Attribution]:
    """The people a set of minutes lists as present, with their offices: named here, and by office in the text."""
    text = document.text
    out = []
    for s in document.body:
        words = s.span.of(text)
        if len(words) > 2000 or not (m := _ROSTER.match(words)):
            continue
        for one in words[m.end() :].split(";"):
            name, _, role = re.sub(r"\s*\(([^()]{3,60})\)", r", \1", one.strip().rstrip("."), count=1).partition(",")
            who = subject(name)
            if who is not None and who.name and role.strip() and OFFICE.search(role):
                out.append(Attribution("person", s.span, who.name, role.strip(), "the council"))
    return out
