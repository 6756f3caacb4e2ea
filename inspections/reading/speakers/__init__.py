"""Who said it: the nearest attribution of each quotation, as the source words it.

An attribution is a clause of a subject and a verb of saying, before the quotation or after it; else the
line that leads in a list, the sentence before, or the quotation before when nothing but a joining word
stands between. What none of these says stays unstated.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from inspections.reading import rules
from inspections.reading.disowning import disowned
from inspections.reading.document import Document
from inspections.reading.people import subject
from inspections.reading.people.first_names import sex_of
from inspections.reading.people.objects import object_of
from inspections.reading.people.private_persons import is_a_persons
from inspections.reading.quotations import Quotation
from inspections.reading.rules import rule
from inspections.reading.speakers.agents import said_by_an_agent
from inspections.reading.speakers.around import said_around
from inspections.reading.speakers.attribution import Attribution, Memory, Place
from inspections.reading.speakers.beside import said_after, said_before
from inspections.reading.speakers.citations import cited
from inspections.reading.speakers.clauses import resolved
from inspections.reading.speakers.continuing import carry_back, closed_sentence, goes_on
from inspections.reading.speakers.hearing import hear, tells_of_a_report, those_present, told_of
from inspections.reading.speakers.introduced import own_office, with_office
from inspections.reading.speakers.led_in import led_in, led_out
from inspections.reading.speakers.nearby import for_whom, the_same_person, told_nearby, what_they_are
from inspections.reading.speakers.others_named import others_named
from inspections.reading.speakers.own_letters import by_letter
from inspections.reading.speakers.parts_spoken import spoken_in_part
from inspections.reading.speakers.passages import passage_shown
from inspections.reading.speakers.pointed_at import pointed_at
from inspections.reading.speakers.pronouns import settled
from inspections.reading.speakers.sent import sent_by
from inspections.reading.speakers.sentences import LONGEST_TAIL, sentence_start
from inspections.reading.speakers.somebody import somebody_else_says
from inspections.reading.speakers.speeches import said_by_the_writer
from inspections.reading.speakers.two_clauses import second_clause
from inspections.reading.speakers.verbs import BODY_WORDS, SURE_VERBS, VERB_ALONE, other_speaker
from inspections.reading.speakers.whole_names import whole_name
from inspections.reading.speakers.words_of import in_their_words, sentence_of_the_report, words_of_the_report
from inspections.text import Span

_LONGEST_AFTER = 260
_MOST_IN_A_PARAGRAPH = 60  # quotations; what holds more is no prose
_OTHER_SOURCE = rule(
    r"^\s*[,;–—-]\s*(?:a|an|the)?\s*(?:phrases?|words?|figures?|quotations?|quotes?|lines?|claims?"
    r"|descriptions?)\s+(?:that\s+(?:was|were|is|are)\s+)?(?:taken|borrowed|lifted|quoted|from|in\s+the|of)\b",
    re.I,
)
# "Those are the words of the opposition leader, Ann Lee"
_WORDS_OF = re.compile(
    r"[\s.”\"’']*(?P<words>(?:Those|These|Such|The)\s+(?:(?:are|were)\s+(?:the\s+|not\s+(?:ours?|mine)\s+but\s+the\s+)?(?:\w+\s+)?words|words\s+(?:are|were))\s+(?:of\s+|those\s+of\s+)?)"
    r"(?P<who>[^.;:“”\"\n]{3,120})"
)
# "The director reported on the assessment, in which the council's services “perform well”": the assessment's words
_REPORTED_ON = rule(
    r"\b(?:report(?:s|ed)|updated\s+(?:members|the\s+\w+)|brief(?:s|ed)\s+(?:members|the\s+\w+)|spoke)\s+(?:on|about)\s+[^.;“”\"]{3,90},?\s+(?:in|by|under)\s+which\s+[^.;“”\"]{0,90}$",
    re.I,
)
# ", a phrase that Councillor Lee asked to have minuted"
_CALLED_SO = rule(
    r"^\s*[,;–—-]\s*(?:an?|the)\s+(?:phrase|remark|line|comment|sentence|observation|verdict)\s+(?:that|which)\b", re.I
)
_TERM_BEFORE = rule(
    r"\b(?:the\s+(?:words?|phrases?|terms?|expressions?|sentences?|headings?|labels?|slogans?|mottos?|names?|titles?)|so-called"
    r"|(?:motto|slogan|strapline|tagline|pledge|mission|vision|catchphrase|hashtag)\s+(?:is|was|reads?|says?|of)"
    r"|(?:quot|cit|repeat|reproduc)(?:es|e[ds]?|s|ing)\s+(?:from\s+)?(?:the|its|their|an?|our)\s+(?:[\w’'-]+\s+){0,4}?(?:plans?|strateg(?:y|ies)|polic(?:y|ies)|document|website|minutes|manual|guidance|handbook"
    r"|self-\w+|prospectus|leaflet|poster|motto|brochure)"
    r"|(?<!\bin\sthe\s)(?<!\bin\s)(?:report|letter|inspectors|inspectorate|Ofsted|CQC|document|commission)[’']?s?\s+(?:phrase|term|expression|label|claim|charge|accusation|slogan|motto)"
    r"|known\s+as|is\s+called|are\s+called|termed|entitled|titled|headed|named|means?|theme\s+(?:of"
    r"|was))\s*[,:]?\s*$",
    re.I,
)
# "She opened the meeting with the words": her own
_WITH_THE_WORDS = re.compile(
    r"\b(?:open(?:s|ed)|beg(?:ins|an)|clos(?:es|ed)|end(?:s|ed)|conclude[sd]|repli(?:es|ed)|answer(?:s|ed)|respond(?:s|ed)|sum(?:s|med)\s+(?:it\s+)?up|greet(?:s|ed))\b"
    r"[^.;:“”\"]{0,60}\bwith\s+(?:the|these)\s+words\s*[:,]?\s*$"
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
# "The report was a “wake-up call”, admitted the leader": the nearer says it
# "HMI Probation said it was “patchy”, and the CQC that “care is slow”": the verb is left out
_AND_ANOTHER_THAT = re.compile(
    r"\s*[,;]?\s+(?:and|but|while|,)?\s*(?P<who>(?:the\s+|its\s+|their\s+)?[\w’'-]+(?:[\s,]+[\w’'-]+){0,9}?),?\s+that\s*"
)
_SAID_RIGHT_AFTER = re.compile(rf"\s*,\s*(?:{SURE_VERBS})\s+(?:the\s+|its\s+|our\s+|[A-Z])")
# "Leaders want every child to be “safe”, the report says"
_THE_REPORT_SAYS = rule(
    r"\s*,\s*(?:the\s+|their\s+|its\s+)?(?:\w+\s+)?(?:report|letter|inspectors|Ofsted|CQC)\s+(?:says|say|said|adds|add|added|notes|noted|writes|wrote)\b",
    re.I,
)
_QUOTING = re.compile(r"^[^.;]{0,60},\s+(?:quoting|citing)\b")
# "the inspection “found no areas for priority action”"
_ITS_VERB_INSIDE = rule(
    r"(?:found|finds|identified|noted|praised|concluded|recommended|did\s+not\s+(?:find|identify))\b"
)
_DESCRIBED = rule(
    r"\b(?:is|are|was|were|been)\s+(?:\w+ly\s+|also\s+)?(?:described|praised|commended|criticised|seen)\s+(?:as|for)\s*$"
)


def attribute(document: Document, found: tuple[Quotation, ...]) -> list[Attribution]:
    """One attribution for each quotation of ``document``."""
    text = document.text
    segments = {s.index: s for s in document.segments}
    order = {s.index: i for i, s in enumerate(document.body)}
    memory = Memory(document.catalogue, told_of, those_present(document))
    out: list[Attribution] = []
    many = 0
    for i, quote in enumerate(found):
        segment, last = segments[quote.segments[0]], segments[quote.segments[-1]]
        many = many + 1 if i and found[i - 1].segments[0] == segment.index else 0
        if many > _MOST_IN_A_PARAGRAPH or quote.end - quote.start < 4:
            out.append(Attribution("unstated"))
            continue
        at = i - 1
        while at >= 0 and found[at].end > segment.span.start and _is_a_term(text, found[at], out[at], quote):
            at -= 1  # "Inspectors, who looked at the ‘front door’, found": the clause goes on
        earlier = found[at] if at >= 0 and segment.span.start < found[at].end <= quote.start else None
        later = found[i + 1] if i + 1 < len(found) and quote.end <= found[i + 1].start < last.span.end else None
        place = Place(
            document,
            segments,
            order,
            quote,
            segment,
            before=Span(_begins(text, earlier, quote) if earlier else segment.span.start, quote.start),
            after=Span(quote.end, later.start if later else last.span.end),
            joined=out[at] if earlier else None,
            previous=found[at] if at >= 0 else None,
            previously=out[at] if at >= 0 else None,
        )
        hear(place, memory)
        memory.tells_of_a_report(partial(tells_of_a_report, place))
        made = _one(place, memory)
        made = by_letter(place, memory, made) or said_by_the_writer(place, made) or spoken_in_part(place, made) or made
        made = the_same_person(place, made) or for_whom(place, made) or made
        name = _whole_name(place, made)
        made = replace(_known(memory, made, name), disowned=disowned(document, found, segment.span.start, i))
        goes_on_saying = place.joined is not None and (made.speaker, made.span) == (
            place.joined.speaker,
            place.joined.span,
        )
        if made.kind == "person" and not goes_on_saying and (pronoun := _pronoun_of(text, made)):
            before, made = made, settled(place, memory, made, pronoun)
            otherwise = made.speaker is not None and made.speaker != before.speaker
        else:
            pronoun, otherwise = "", False
        if made.kind == "person" and made.speaker and pronoun and not otherwise:
            if _speaks_of(quote.words(text), made.speaker):
                made = _another(memory, made, text)
            named = others_named(place, made) if made.speaker else set()
            named = {name for name in named if sex_of(name) in ("", pronoun)}
            others = {name for name in named if not _speaks_of(quote.words(text), name)}
            if others:  # the one person told of since speaks, in no office that is told; of two nobody can tell which
                one = others.pop() if len(others) == 1 else None
                known = one if one and sex_of(one) == pronoun else None
                made = Attribution("person", made.span, called=known) if one else Attribution("unstated")
        not_theirs = made.span is not None and (_is_not_theirs(place, made) or _is_in_brackets(text, quote, made.span))
        if not_theirs or _was_only_told(text, made) or somebody_else_says(place, made):
            made = Attribution("unstated")
        made = own_office(with_office(document, place, made) if name is not None else made)
        if made.kind != "unstated" and not made.carried:  # also when disowned: it was still said by them
            memory.keep(made)
        if made.speaker and not (made.role or made.organisation or made.titled):
            made = replace(made, speaker=None, called=_a_persons(made))  # nobody says that they speak in an office
        made = what_they_are(place, made) or made
        out.append(made)
    carry_back(text, found, out)
    return out


_OPENS_A_BRACKET = re.compile(r"\([“\"‘']?$")
_CLOSES_IT = re.compile(r"[.,]?[”\"’']?\)")


def _is_in_brackets(text: str, quote: Quotation, said: Span) -> bool:
    """ "Asked about Hull (“rated good”), she said": words in brackets of their own are not what she went on to say."""
    if said.start < quote.end or _OPENS_A_BRACKET.search(text, max(0, quote.start - 2), quote.start) is None:
        return False
    closed = _CLOSES_IT.match(text, quote.end)
    return closed is not None and closed.end() < said.end


_WAS_TOLD = re.compile(r"\b(?:remind|inform|assur|advis|brief|notifi|warn)(?:ed|s|es|ing)\s+(?:the\s+|all\s+)?$")


def _was_only_told(text: str, made: Attribution) -> bool:
    """ "She reminded members that the report had found “...”": members are told, and say nothing."""
    if made.kind != "person" or made.speaker or made.span is None or made.span.start == 0:
        return False
    return _WAS_TOLD.search(text, max(0, made.span.start - 24), made.span.start) is not None


def _a_persons(made: Attribution) -> str | None:
    """A name in full that is a person's for certain: its first name or a title says so. A school's is not."""
    name = made.speaker or ""
    sure = " " in name and " and " not in name and (made.sex or sex_of(name))
    return name if sure and is_a_persons(name) else None


def _begins(text: str, earlier: Quotation, quote: Quotation) -> int:
    """Where what stands before a quotation begins: behind the one before, or with a clause of somebody else's."""
    return earlier.end + (second_clause(text[earlier.end : quote.start]) or 0)


def _whole_name(place: Place, made: Attribution) -> str | None:
    """The name of somebody called by one name, with the whole of it; None where the page tells of two."""
    name = made.speaker or ""
    if made.kind != "person" or not name or " " in name or made.span is None:
        return name
    return whole_name(place.document, name, made.span.of(place.text), place.quote.start, made.sex)


def _known(memory: Memory, made: Attribution, name: str | None) -> Attribution:
    """Somebody with what was told of them before; of two namesakes nothing is."""
    if name is None:
        return replace(made, role=None, organisation=None)
    if name != (made.speaker or ""):
        made = replace(made, speaker=name, sex=made.sex or sex_of(name))
    return memory.whole(made)


_UNMARKED = re.compile(r"(?<=\s)[“\"‘']([^“”\"‘’'\n]{2,40})[”\"’'](?=[\s,;)])")
_MOST_OF_A_TERM = 3  # words


def _is_a_term(text: str, quote: Quotation, said: Attribution, later: Quotation) -> bool:
    """A word or two in marks within the sentence of a later quotation, which nobody is said to have said."""
    words = quote.words(text)
    between = text[quote.end : later.start]
    return (
        said.kind == "unstated"
        and said.span is None
        and len(words.split()) <= _MOST_OF_A_TERM
        and words[-1:] not in (".", "!", "?")
        and len(between) < LONGEST_TAIL
        and sentence_start(between) == 0
        and bool(re.match(r"[\s,;)]", between))
    )


def _pronoun_of(text: str, made: Attribution) -> str:
    """The "he" or "she" with which an attribution begins, if it does."""
    words = made.span.of(text)[:40] if made.span is not None else ""
    m = rules.match(
        r"\W*(?:(?:(?:and|but|as|then)\s+|[a-z]+\s+)?(?P<it>he|she)|(?:in|to\s+use)\s+(?P<whose>his|her))\b",
        words,
        re.I,
    )
    return (m["it"] or {"his": "he"}.get(m["whose"].lower(), "she")).lower() if m else ""


# "THEY SAY it is the best in London. WE SAY there is no such table": nobody's but an opponent's
_THEY_AND_WE = re.compile(
    r"\bthey\s+(?:say|said|claim|tell\s+you)\b.*?\bwe\s+(?:say|said|reply|never|know|tell\s+you)\b", re.I | re.S
)
_THEY = re.compile(r"\W*they\s+(?:say|said|claim|tell)\b", re.I)
# "A dad asked me if the team had been “marked down”"
_A_THOUGHT = 6  # words: as many are somebody's own, whoever asked
_ASKED_IF = re.compile(
    r"\b(?:asked|asks|wondered|wonders)\s+(?:[\w’'-]+\s+){0,7}?(?:if|whether|how|why)\s[^,.;:!?“”\"]*$"
)


# "Did the leader say that it was “a kick up the backside”? No. It was her deputy"
_DID_THEY_SAY = re.compile(
    r"(?:^|[.!?:]\s+|\n\s*)\W*(?:(?:Q|And|But|So)\b[.:]?\s+)?(?:Did|Has|Have|Had|Was\s+it|Is\s+it\s+(?:true|right|the\s+case)\s+that)\s[^.!?:;“”\"]{2,110}$"
)
# as in "I asked Ofsted for a comment. It said"
_ASKED_TO_COMMENT = re.compile(
    r"\b(?:asked|approached|contacted|invited)\s+[^.!?“”\"]{2,60}?\b(?:comment|respond|reply|response|statement|answer)\b[^.“”\"]{0,40}\.\s+(?:It|They)\s[^.“”\"]{0,30}$"
)
_IN_MY_NOTES = re.compile(
    r"\bin\s+my\s+(?:own\s+)?(?:notebook|diary|notes|journal|column|speech|blog)\b[^.“”\"]{0,20}$"
)
# as in "she was not, as you say, “a Labour activist”", and what an answer suggested or the writer's own leads in
_AS_YOU_SAY = re.compile(
    r",\s+as\s+(?:you|they|some|others)\s+(?:say|said|claim|claimed|put\s+it|allege),?\s*[“\"‘]?$"
    r"|\b(?:(?:[Ss]uggested|[Mm]odel|[Pp]ossible|[Ll]ikely)\s+(?:answers?|questions?|repl(?:y|ies))|[Qq]uestions?\s+(?:\w+\s+){0,2}(?:may|might|could)\s+\w+|[Ll]ines?\s+to\s+take)[^.!?“”\"]{0,30}:\s*$"
)
_SAYS_ME = re.compile(
    r"[,\s]*\b(?:says?\s+(?:me|I|us)|said\s+I|you\s+(?:all\s+|both\s+)?(?:ask|asked|say|said|write|wrote))\b"
)
_ENDS_ASKING = re.compile(r"[^.!?;:“”\"\n]{0,60}\?")


def _is_not_theirs(place: Place, made: Attribution) -> bool:
    """Is "they" whoever a leaflet answers, or do the words stand in what somebody only asked?"""
    assert made.span is not None
    text, paragraph = place.text, place.segment.span
    if _DID_THEY_SAY.search(text, max(paragraph.start, place.quote.start - LONGEST_TAIL), place.quote.start):
        return _ENDS_ASKING.match(text, place.quote.end) is not None
    if made.kind == "report" and _THEY.match(text, made.span.start) and _THEY_AND_WE.search(text, *_bounds(paragraph)):
        return True
    begins = max(paragraph.start, place.quote.start - LONGEST_TAIL)
    if made.kind == "report" and (
        _ASKED_TO_COMMENT.search(text, begins, place.quote.start)
        or _IN_MY_NOTES.search(text, begins, place.quote.start)
    ):
        return True  # an answer to who asked, or the writer's own note, and no words of a report
    if made.kind == "report" and _BEEN_TOLD.search(text, begins, place.quote.start):
        return True
    if made.kind == "report" and _IT.match(text, made.span.start) and _of_another_body(place):
        return True
    if _AS_YOU_SAY.search(text, begins, place.quote.start) or _SAYS_ME.match(text, place.quote.end):
        return True
    words = place.quote.words(text)
    fragment = not words[:1].isupper() and len(words.split()) < _A_THOUGHT
    return made.kind == "person" and fragment and _ASKED_IF.search(text[begins : place.quote.start]) is not None


def _of_another_body(place: Place) -> bool:
    """ "The Ombudsman has found the council at fault. “...,” it says": does the paragraph tell of no inspectors?"""
    before = place.text[place.segment.span.start : place.quote.start]
    return bool(_ANOTHER_BODY.search(before)) and not BODY_WORDS.of(place.document.catalogue).search(before)


# "I'd been told by officers, just before the inspection, that we were “on the cusp of good”"
_BEEN_TOLD = re.compile(
    r"\b(?:been|was|were)\s+(?:told|assured|promised|informed|warned)\s+(?:by\s+(?!(?:the\s+)?(?:lead\s+)?inspect|Ofsted|CQC|the\s+CQC|HMI)[^.“”]{3,170}?\s)?that\b[^.“”]{0,60}[“\"‘]?$"
)
_IT = re.compile(r"\W*(?:it|they)\b", re.I)
_ANOTHER_BODY = re.compile(
    r"\b(?:[Oo]mbudsman|[Cc]oroner|[Tt]ribunal|(?:High|Appeal|Crown|County|Supreme)\s+Court|[Aa]uditors?|Audit\s+\w+|[Cc]ommissioner|Department|Healthwatch|NSPCC|LGA|Local\s+Government\s+Association)\b"
)


def _bounds(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _speaks_of(words: str, name: str) -> bool:
    """ "“Barnabas is an optimist,” she says": do the words speak of somebody of this name?"""
    if " and " in name:
        return False
    either, verb = (
        "|".join(map(re.escape, name.split())),
        "is|was|has|had|will|would|did|does|can|says|said|thinks|wants|knows",
    )
    said_of = rf"(?:^\W*|[.!?,;:—–]\s+|\b[a-z][\w’'-]*\s+)(?:{either})(?:[’']s)?\s+(?:{verb})\b"
    return re.search(said_of, words) is not None


def _another(memory: Memory, made: Attribution, text: str) -> Attribution:
    """Whom "she" means where the words speak of the one who was told of last."""
    memory.sexes.pop((made.speaker or "").split()[-1], None)
    pronoun = "she" if made.span is not None and re.search(r"\bshe\b", made.span.of(text)[:40], re.I) else "he"
    last = memory.last_person(pronoun, made.speaker or "")
    if last is None or not last.speaker or (last.sex and last.sex != pronoun):
        return Attribution("person", made.span, sex=pronoun)
    return replace(last, span=made.span, carried=False, continues=False, disowned=False)


def _one(place: Place, memory: Memory) -> Attribution:
    text = place.text
    words = place.before.of(text)
    cut = max(sentence_start(words), len(words) - LONGEST_TAIL)
    tail = words[cut:] if words[cut:].isalnum() else _UNMARKED.sub(r" \1 ", words[cut:])
    tail_span = Span(place.before.start + cut, place.before.end).stripped(text)
    following = text[place.after.start : min(place.after.end, place.after.start + _LONGEST_AFTER)]
    following = "" if _CALLED_SO.match(following) else following[: second_clause(following)]
    bare = not re.sub(r"[\W\d_]|\([a-z]\)", "", tail)
    if (in_brackets := cited(place, memory, following)) is not None:
        return in_brackets
    if theirs := in_their_words(following, memory.catalogue):
        at = place.after.start
        return Attribution("report", Span(at + theirs.start(), at + theirs.end()).stripped(text))
    if (whose := _WORDS_OF.match(following)) and (who := object_of(whose["who"], memory.catalogue)) is not None:
        at = place.after.start
        made = resolved(who, memory, Span(at + whose.start("words"), at + whose.end("who")), True)
        return made if made is not None else Attribution("unstated")
    a_term = _TERM_BEFORE.search(tail) is not None and _WITH_THE_WORDS.search(tail) is None
    if _OTHER_SOURCE.match(following) or a_term or _REPORTED_ON.search(tail):
        return Attribution("unstated")
    if (called := said_by_an_agent(place, memory, tail, following)) is not None:
        return called
    same_sentence = (
        place.joined is not None
        and cut == 0
        and not rules.match(r"\s*[.!?]\s", words)
        and not closed_sentence(text, place.previous, words)
    )
    own = place.joined.span if place.joined is not None else None
    if place.joined is not None and own is not None and own.within(place.before) and goes_on(place, words):
        trailing = said_after(place, following, memory, True)
        if trailing is None or trailing.kind == "unstated":
            return replace(place.joined, carried=True, continues=True)
    if not bare:
        if same_sentence and (gapped := _AND_ANOTHER_THAT.fullmatch(words)) is not None:
            who = subject(gapped["who"], memory.catalogue)
            if who is not None and who.start < 4 and who.kind in ("report", "person", "organisation"):
                if (made := resolved(who, memory, tail_span, True)) is not None:
                    return made
        if (theirs_of := sentence_of_the_report(place, memory, tail)) is not None:
            return theirs_of
        shown = passage_shown(place, tail, tail_span) or sent_by(place, memory, tail, tail_span)
        if (shown := shown or led_in(place, memory, tail, tail_span)) is not None:
            return shown
        made = said_before(tail, tail_span, memory)
        if made is not None and made.kind == "person" and not made.speaker and _THE_REPORT_SAYS.match(following):
            quoting = _QUOTING.search(following) is not None  # nobody says whose words the report quotes
            made = Attribution("unstated") if quoting else said_after(place, following, memory, True) or made
        if made is not None and made.kind == "report" and _SAID_RIGHT_AFTER.match(following):
            after = said_after(place, following, memory, True)
            made = after if after is not None and after.kind in ("person", "organisation") else made
        if made is not None:
            return made
        if _ITS_VERB_INSIDE.match(place.quote.words(text)):
            who = subject(tail, memory.catalogue)
            if who is not None and who.kind == "report":
                return Attribution("report", tail_span)
    made = said_after(place, following, memory, bare) or led_out(place, memory, following)
    if made is not None:
        return made
    if place.joined is not None:
        if place.joined.kind == "report" and _DESCRIBED.search(tail):
            return replace(place.joined, carried=True, continues=False)
        agent = own is not None and bool(re.search(r"\bby\b", own.of(text)))
        if own is not None and agent and VERB_ALONE.fullmatch(tail):  # its subject stands before what broke it off
            begun = text[place.segment.span.start : own.start]
            who = subject(begun[sentence_start(begun.rstrip(" –—-(,")) :].rstrip(" –—-(,"), memory.catalogue)
            made = resolved(who, memory, tail_span, True)
            return made if made is not None else Attribution("unstated")
        if (
            same_sentence
            and place.joined.kind != "unstated"
            and (_CARRY.match(tail) or (len(tail) < 160 and not other_speaker(tail)))
        ):
            return replace(place.joined, carried=True, continues=goes_on(place, words))
        if _CARRY_SENTENCE.match(tail):
            return replace(place.joined, carried=True, continues=False)
        if bare and place.joined.kind != "unstated" and goes_on(place, words):
            return replace(place.joined, carried=True, continues=True)
    made = said_around(place, memory, tail, bare)
    if made.kind == "unstated" and made.span is None:
        made = words_of_the_report(place, memory, tail, following) or pointed_at(place, memory, tail, following) or made
    if made.kind == "unstated" and made.span is None:
        return told_nearby(place, memory, tail, following, bare) or made
    return made
