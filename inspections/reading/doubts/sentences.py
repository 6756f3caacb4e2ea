"""What speaks against a grade in its own sentence: words, another grade, another council, another body."""

from __future__ import annotations

import re
from itertools import pairwise

from inspections.reading.authorities import Named
from inspections.reading.doubted_words import doubted_by_words, is_asked, of_a_part
from inspections.reading.doubts.days import (
    another_day_stands_nearer,
    is_dated_right_above,
    is_of_its_section,
    is_told_of_later,
)
from inspections.reading.doubts.look import Look, begin_inside, dated_at, grades_of, start_of
from inspections.reading.doubts.wholes import is_named_as_a_part, is_told_behind_a_part
from inspections.reading.facts import InspectionFact, Judged
from inspections.reading.grades.doubts import NO_LONGER
from inspections.reading.grades.subjects import EXCEPT
from inspections.reading.grades.words import grade_words
from inspections.reading.naming import Naming
from inspections.reading.other_places import names_another_place
from inspections.reading.parts import parts
from inspections.reading.plain_telling import strange_words
from inspections.reading.rules import rule
from inspections.reading.stars_said import FOR_ANOTHER
from inspections.reading.untold import HEARSAY, is_hearsay
from inspections.reading.walk.councils_named import only_ran_it
from inspections.text import Span

_MANY = 2
_HARMLESS = (
    "an ordinary word",
    "a school, home or other setting",
    "inside a quotation of a report",
    "a hope, a condition",
    "given by somebody",
    "of another council",
    "the scale explained",
    "no single scale fits",  # understood, but of no known day
)
_IN_PART = rule(
    r"^[’”'\"]?\s*(?:,\s*)?(?:in|for|on|across|at)\s+(?:only\s+|just\s+)?(?:one|two|three|four|five|six|seven|eight|nine"
    r"|ten|\d\d?\b(?!\s+[A-Z])|(?:all|everything|every\s+\w+|each\s+\w+)(?:\s+\w+)?\s+(?:but|except|save|bar|apart|other)|some|several|many|most|a\s+few|a\s+number|both|certain|other|the\s+(?:other|remaining|rest)|half)\b"
    r"(?!\s+(?:years?|months?|weeks?|days?|out\s+of))",
    re.I,
)
# "For the first it was rated good and for the second outstanding": of things counted in the sentence before
_FOR_THE_SECOND = re.compile(
    r"\b(?:[Ff]or|[Ii]n|[Oo]n)\s+(?:the\s+)?(?:first|second|third|fourth|former|latter|last)(?:\s+of\s+(?:these|them|those))?"
    r"(?:,?\s+(?:it|they|we|the\s+\w+)\s+(?:\w+\s+){1,4})?\s*[‘“'\"]?$"
)
_OTHER_FORCES = rule(
    r"\b(?:police(?!\s+and\s+crime\s+commissioner)|constabular(?:y|ies)|policing|force[’']s|the\s+force|fire\s+(?:and\s+rescue"
    r"\s+)?service|prisons?|jail|leisure\s+centre|hospitals?|ambulance|clinical\s+commissioning|football)\b",
    re.I,
)
# "the service, which it runs with the police, has been rated good": the police only take part
_PARTNERS = re.compile(
    r",\s+(?:which|who|with|alongside|together\s+with|(?:jointly\s+)?(?:run|shared|made\s+up|provided|delivered|hosted|staffed|funded|formed|led|overseen)\s)[^,;.]*,"
)
_FROM = rule(r"\bfrom\s+(?:an?\s+|its\s+|being\s+|the\s+)?(?:overall\s+)?[‘“'\"]?$", re.I)
# "Last time care leavers were judged good": not in the inspection told of just before
_LAST_TIME = re.compile(
    r"\W*(?:(?:The\s+)?(?:[Ll]ast|[Pp]revious)\s+time|The\s+time\s+before|Back\s+then|Previously|Formerly|Before\s+(?:that|then)|Until\s+then)\b"
    r"(?!.*\b(?:but|now|this\s+time)\b)"
)
_GIVEN_IN = re.compile(r"[’”'\"]?\s+(?:overall\s+)?(?:in|at|for)\s+(?:both\s+)?(?:the\s+)?(?:neighbouring\s+)?")
_A_YEAR = rule(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_EARLIER = rule(
    r"\b(?:previous(?:ly)?|last|former(?:ly)?|earlier|then|before|since|when|original(?:ly)?|first|second|latest"
    r"|most\s+recent|(?:19|20)\d\d|ago|again|twice|same)\b",
    re.I,
)
_ITS_SERVICES = re.compile(r"(?:[’']s?)?(?:\s+(?:own\s+)?(?:services?|support|provision|work))?")
_TURNED = re.compile(
    r"[’”'\"]?,?\s+(?:was|is)\s+(?:the|its|their)\s+(?:\w+\s+)?(?:judge?ment|rating|grade|verdict)\s+(?:on|for|of)\s+(?:the\s+)?",
    re.I,
)
# "On leadership the county was judged good", "In the category of care leavers it was outstanding": of that part
_OPENS_WITH = re.compile(
    r"\W*(?:(?:And|But|While|Meanwhile|Again|Only),?\s+)?(?:On|In|For|Under|As\s+for|With|Within|Across|Regarding|on|in|for|under|[Ww]hen\s+it\s+c[ao]mes?\s+to|[Ww]ith\s+regard\s+to|[Ii]n\s+(?:relation|regard)\s+to|[Ii]n\s+respect\s+of|as\s+for)\s+"
    r"(?P<what>[^,;:.]{3,110}?)(?:,|(?=\s(?:it|they|we|there|the|its|their|our|[A-Z][\w’-]+(?:\s+[A-Z][\w’-]+){0,3})\s(?:[\w’'-]+\s+){0,4}?(?:was|were|is|are|has|have|had|went|moved|rose|fell|got|came|received|remain\w*|inspectors|judged|rated)\b))"
)
# "When it came to the library, it was judged good"
_TURNS_TO = re.compile(
    r"\W*(?:\w+,?\s+)?(?:As\s+for|When\s+it\s+c[ao]mes?\s+to|With\s+regard\s+to|Regarding|In\s+(?:relation|regard)\s+to|In\s+respect\s+of)\s",
    re.I,
)
_ONE_OF_THEM = re.compile(
    r"(?:the\s+|one\s+|another\s+|a\s+)(?:(?:new|other|second|first|third|same|sub-)\s*)*(?:categor(?:y|ies)|area|strand|heading|aspect|judge?ment|theme|field|measure|question|section|part)\s+(?:of|on|for|about|called|headed|[‘“'\"])",
    re.I,
)
_LEAD = 30  # characters before the name of a part: "the experiences of"
# "inadequate in all but adoption, which was good": told of on its own account
_WHICH_IS = re.compile(r"(?:\s+services?)?,?\s+(?:which|that|where|itself)\b")
# what brings a sentence back from a part to the whole
_WHOLE = rule(
    r"\b(?:overall|effectiveness|council|authority|services?|department|county|city|borough|they|it|we|judge?ments?|ratings?|grades?|verdicts?|outcome)\b|:",
    re.I,
)
_OR = re.compile(
    r"(?:[’']s?)?(?:\s+(?:City|County|Borough|Metropolitan|District))*(?:\s+[Cc]ouncil)?,?\s+or\s+(?:the\s+)?(?:neighbouring\s+|nearby\s+)?"
)
_WHICH_WAS = re.compile(
    r"\b(?P<place>[A-Z][a-z]+(?:[ -][A-Z][a-z]+)*)(?:[’']s)?(?:\s+(?:City|County|Borough)?\s*Council)?,\s+which\s+"
    r"(?:is|are|was|were|ha(?:d|s|ve)\s+been)\s[^,.;]{0,40}\Z"
)
# "Devon, too, was marked down from good"
_TOO = re.compile(
    r",\s+(?:too|as\s+well|likewise|in\s+turn|meanwhile|however|though|by\s+contrast|for\s+(?:its|their)\s+part|in\s+fact|of\s+course|similarly|itself),"
)
_NAME_OR = re.compile(r"\b[A-Z][a-z][\w’'-]+,?\s+or\s+(?:the\s+)?(?:neighbouring\s+|nearby\s+)?$")
_BY = re.compile(
    r"[’”'\"]?\s+(?:overall\s+)?(?:(?:in|last|this|earlier)\s[^,.;:]{2,24}?\s)?by\s+(?:(?:the|that)\s+(?:same\s+)?)?"
)
# "which they rated inadequate under the old regime"
_OLD_REGIME = rule(
    r"^[’”'\"]?\s+(?:overall\s+)?under\s+(?:the|an?|its|their)\s+(?:then\s+)?(?:old(?:er)?|previous|former|earlier|last|outgoing|first|scrapped|abolished)\s+(?:\w+\s+){0,2}"
    r"(?:regime|framework|system|scale|grad(?:es|ing)|rules|inspectorate|leadership|council|administration|management)\b",
    re.I,
)
_NEARBY = 300  # characters of a paragraph before a grade
_SURVEYED = rule(
    r"\b(?:staff|parents?[’']?|residents?[’']?|users?[’']?|pupils?[’']?|employees?|customers?|satisfaction)\s+(?:surveys?|polls?|questionnaires?|feedback)\b",
    re.I,
)
# "after three years of being rated inadequate, services are good"
_AFTER_BEING = rule(
    r"\b(?:after|following|despite|since)\b[^,;.]{0,40}\bbeing\s+(?:\w+\s+)?(?:rated|judged|graded|found|deemed|branded)\s+(?:to\s+be\s+|as\s+)?[‘“'\"]?$",
    re.I,
)


def against_the_sentence(look: Look, fact: InspectionFact, span: Span, judged: Judged | None) -> str:
    """What speaks against a grade where it is told; blank: nothing."""
    named = look.sentence_of(span)
    if named is None:
        return ""
    said = named.span.of(look.text)
    if named.segment.kind != "row" and is_hearsay(said, named.catalogue):
        return HEARSAY
    nearby = max(named.segment.span.start, span.start - _NEARBY)
    if named.segment.kind != "row" and is_asked(said, said[: span.start - named.span.start]):
        return "a question, and no answer"
    if _SURVEYED.search(look.text[nearby : span.start]) and not named.inspectorates:
        return "of a survey"
    at = span.start - named.span.start
    left, right = said[:at], said[span.end - named.span.start :]
    listed = named.segment.kind in ("row", "bullet") or (judged is not None and judged.aspect_slug is not None)
    if reason := doubted_by_words(NO_LONGER.sub(" ", left), right):
        return reason
    judged_parts = judged.aspect_words.spans if judged is not None else ()
    graded = fact.overall if judged is None else judged.grade
    plain = named.segment.kind == "row" or graded is None or look.catalogue.scales[graded.scale].kind != "grade"
    plain = plain or NO_LONGER.search(left) is not None  # "shed its inadequate rating"
    plain = plain or span in look.work.plainly
    if not plain and strange_words(
        look.text, named, span, [*judged_parts, *begin_inside(look.given, named.span, start_of)], bool(judged_parts)
    ):
        return "told with words that are not understood"
    if judged is None and (part := _IN_PART.match(right)):
        if len(fact.authorities) < _MANY or not part.group().endswith("both"):
            return "of a part only"
    if named.segment.kind != "row" and "star" in span.of(look.text).lower() and FOR_ANOTHER.match(right):
        return "of something else that is given stars"
    if judged is None and of_a_part(right, named, look.text, fact.service.slug if fact.service else None):
        return "of a part only"
    if judged is None and (is_named_as_a_part(look, fact, named, span) or is_told_behind_a_part(look, named)):
        return "of a part only"
    if judged is None and named.segment.kind != "row" and _opens_with_a_part(look, fact, named, span):
        return "of a part only"
    if judged is None and _FOR_THE_SECOND.search(left):
        return "one part among several"
    if judged is None and not plain and _is_of_the_part_told(look, fact, named, span):
        return "of a part only"
    of = judged_parts or (fact.service.words.spans if fact.service is not None else ())
    if any(
        EXCEPT.search(look.text, named.span.start, each.start) and not _WHICH_IS.match(look.text, each.end)
        for each in of
        if each.within(named.span)
    ):
        return "what was judged is said to be the exception"
    if (_FROM.search(left) or (judged is not None and _LAST_TIME.match(left))) and not look.is_earlier(fact):
        return "the grade before may be meant"
    own = named.inspectorates and any(each.span.end <= span.start for each in named.services)
    before = "" if listed or own else look.before(named)
    if _OTHER_FORCES.search(_PARTNERS.sub(",", said)) or _OTHER_FORCES.search(before):
        return "another body may be meant"
    if not listed and (reason := _another_grade(look, named, span)):
        return reason
    if reason := _another_council(look, fact, named, span):
        return reason
    if _of_one_of_two(look, named, span):
        return "of one of two councils, and which is not said"
    if _OLD_REGIME.match(right) and not look.is_earlier(fact):
        if not any(named.span.start <= day < named.span.end for day in dated_at(fact)):
            return "the grade before may be meant"
    if _of_another_inspectorate(look, fact, named, span):
        return "given by an inspectorate that does not inspect this service"
    if another_day_stands_nearer(look, fact, named, span):
        return "another day stands nearer"
    if is_told_of_later(look, fact, span):
        return "the inspection it was tied to is only told of later"
    dated_here = any(named.segment.span.start <= at < named.segment.span.end for at in dated_at(fact))
    in_line = named.segment.kind == "row" or is_dated_right_above(look, fact, named)
    dated_here = dated_here or (in_line and is_of_its_section(look, fact, named))
    dated_here = dated_here or span in look.work.headed
    told_of = dated_here or _A_YEAR.search(said) or _EARLIER.search(said)
    if judged is not None and look.is_old(fact) and not told_of:
        return "the inspection it was tied to is much older than the text"
    return ""


def _is_of_the_part_told(look: Look, fact: InspectionFact, named: Naming, span: Span) -> bool:
    """ "Care leavers' services were not graded in 2019, but in 2015 were inadequate": a part is the subject here.

    So it is of "good was the judgement on leadership".
    """
    if fact.service is None or not any(span == each for each in (fact.overall.words.spans if fact.overall else ())):
        return False
    if any(each.slug == fact.service.slug for each in named.services):
        return False  # the service itself, which is a part of another
    turned = _TURNED.match(look.text, span.end, named.span.end)
    whence = Span(turned.end(), named.span.end) if turned is not None else Span(named.span.start, span.start)
    known = parts(look.text, whence, look.catalogue, (fact.service.slug,))
    if turned is not None:
        return bool(known) and not known[0].overall and known[0].span.start == turned.end()
    if not known or known[-1].overall:
        return False
    told = _ITS_SERVICES.match(look.text, known[-1].span.end, span.start)
    since = told.end() if told is not None else known[-1].span.end
    others = [*(each.span for each in named.authorities), *(each.span for each in named.services)]
    back = any(since <= each.start < span.start for each in others)
    return not back and _WHOLE.search(look.text, since, span.start) is None


def _opens_with_a_part(look: Look, fact: InspectionFact, named: Naming, span: Span) -> bool:
    """ "On leadership the county was judged inadequate": is what a sentence opens with the part that was judged?"""
    opens = _OPENS_WITH.match(look.text, named.span.start, span.start)
    if opens is None or fact.service is None:
        return False
    what = Span(opens.start("what"), opens.end("what"))
    if any(each.slug == fact.service.slug and each.span.within(what) for each in named.services):
        return False
    if _ONE_OF_THEM.match(opens["what"]):
        return True
    known = parts(look.text, what, look.catalogue, (fact.service.slug,))
    if not known and _TURNS_TO.match(look.text, named.span.start, what.start):
        names = (*(s.span for s in named.services), *(a.span for a in named.authorities))
        return not any(each.within(what) for each in names) and _WHOLE.search(opens["what"]) is None
    return bool(known) and not known[0].overall and known[0].span.start - what.start < _LEAD


def _of_one_of_two(look: Look, named: Naming, span: Span) -> bool:
    """ "Either Bury or Rochdale was judged good": which of them?"""
    before = [each.span for each in named.authorities if each.span.end <= span.start]
    if any(_NAME_OR.search(look.text, max(named.span.start, each.start - 40), each.start) for each in before):
        return True  # "Either Bury or Rochdale": a bare name that alone is no council's
    return any(_OR.fullmatch(look.text, a.end, b.start) for a, b in pairwise(before))


def _another_grade(look: Look, named: Naming, span: Span) -> str:
    """A sentence with another grade that could not be tied is not understood."""
    word = _plain(span.of(look.text))
    given = begin_inside(look.given, named.span, start_of)
    passed = begin_inside(look.passed_over, named.span, lambda entry: entry[0].start)
    for other, reason in passed:
        if (
            other.within(named.span)
            and not any(other.overlaps(each) for each in given)
            and not reason.startswith(_HARMLESS)
            and not NO_LONGER.search(look.text[max(named.span.start, other.start - 60) : other.start])
            and not _AFTER_BEING.search(look.text[max(named.span.start, other.start - 60) : other.start])
            and _plain(other.of(look.text)) != word
            and not _is_its_number(look.text, other, span)
            and not _says_what_a_number_means(look, other, given)
            and not _OF_ALL_THE_REST.search(look.text, named.span.start, other.start)
        ):
            return "another grade in the sentence is not understood"
    found = {
        _plain(m["g"])
        for m in grade_words(look.catalogue)[0].finditer(look.text, named.span.start, named.span.end)
        if not NO_LONGER.search(look.text[max(named.span.start, m.start() - 40) : m.start()])
        and not any(Span(m.start("g"), m.end("g")).overlaps(each) for each, _ in passed)
        and not any(Span(m.start("g"), m.end("g")).overlaps(each) for each in given)
    }
    return "another grade in the sentence is not understood" if found - {word} else ""


_NUMBER_BEFORE = re.compile(r"\s*(?:overall\s*)?\(\s*[‘“'\"]?|,\s+")
_NUMBER_AFTER = re.compile(
    r"[’”'\"]?\s*(?:overall\s*)?\(\s*(?:an?\s+)?(?:grade\s+|score\s+)?(?:of\s+)?|,\s+(?:an?\s+)?grade\s+"
)


def _is_its_number(text: str, number: Span, word: Span) -> bool:
    """ "Grade 3 (good)", "good (grade 3)": the number of the same grade."""
    if not number.of(text).isdigit():
        return False
    if number.end <= word.start:
        return _NUMBER_BEFORE.fullmatch(text, number.end, word.start) is not None
    return _NUMBER_AFTER.fullmatch(text, word.end, number.start) is not None


# "leaders were judged outstanding; every other judgement is good": of parts without a name
_OF_ALL_THE_REST = re.compile(
    r"\b(?:[Ee]very|[Aa]ll|[Ee]ach)\s+(?:of\s+)?(?:the\s+)?other\s+(?:judge?ments?|grades?|areas?|ratings?|parts?)\s+(?:is|are|was|were)\s+(?:also\s+)?(?:judged\s+|graded\s+|rated\s+)?"
    r"(?:to\s+be\s+)?[‘“'\"]?$"
)
# "a grade 3, which means good"
_WHICH_MEANS = re.compile(r"\s*(?:overall\s*)?\(\s*[‘“'\"]?|,\s+(?:which\s+(?:means|meant|is|was)\s+)?[‘“'\"]?")


def _says_what_a_number_means(look: Look, word: Span, given: list[Span]) -> bool:
    """ "A 2 overall, but a 3 (good) for being healthy": a word beside a number that is given, and says the same."""
    means = " ".join(word.of(look.text).lower().split())
    return any(
        number.of(look.text).isdigit()
        and _WHICH_MEANS.fullmatch(look.text, number.end, word.start) is not None
        and any(
            str(grade.number) == number.of(look.text) and means in grade.wordings
            for scale in look.catalogue.scales.values()
            for grade in scale.grades
        )
        for number in given
    )


# "Kent's services, like Devon's, were judged good": of Kent
_LIKENED = re.compile(
    r",\s+(?:like|unlike|as\s+with|in\s+common\s+with)\s+(?:(?:those|that)\s+(?:in|of)\s+)?(?:neighbouring\s+|nearby\s+)?$"
)
_CLOSED = re.compile(r"(?:[’']s?)?(?:\s+(?:[Cc]ity|[Cc]ounty|[Bb]orough|[Cc]ouncil|services))*,\s")


def _is_likened(look: Look, named: Naming, council: Named) -> bool:
    """Is a council named only in an aside, as one that another is like?"""
    before = _LIKENED.search(look.text, max(named.span.start, council.span.start - 40), council.span.start)
    return before is not None and _CLOSED.match(look.text, council.span.end) is not None


def _another_council(look: Look, fact: InspectionFact, named: Naming, span: Span) -> str:
    """The council of a grade is the only one in its sentence, or the one that is named nearest before it."""
    own = {name.slug for name in fact.authorities}
    others = [each for each in named.authorities if not own & set(each.slugs)]
    ran_it = [each for each in others if only_ran_it(look.text, named, each)]
    if ran_it and len(ran_it) == len(others):
        return ""
    if own and not named.authorities and _names_a_place_of_another(look, own, named):
        return "the name of another council stands in the sentence"
    if own and _which_was_another(look, own, named, span):
        return "another council stands nearer"
    told = [each.span.end for each in named.authorities if each.span.end <= span.start]
    if own and told and named.span not in look.work.in_order and named.segment.kind != "row":
        since = max(told[-1], look.text.rfind(",", told[-1], span.start))
        if (too := _TOO.search(look.text, told[-1], span.start)) is not None:
            since = max(told[-1], look.text.rfind(",", told[-1], too.start()))
        if names_another_place(look.text, Span(since, span.start), look.catalogue, own):
            return "another council stands nearer"
    if not others or not own or named.span in look.work.in_order:
        return ""
    if any((span, slug) in look.work.carried for slug in own):
        return ""
    if len(others) == len(named.authorities):
        return "another council stands in the sentence"
    before = [each for each in named.authorities if each.span.end <= span.start and not _is_likened(look, named, each)]
    behind = next((each for each in named.authorities if each.span.start >= span.end), None)
    if behind is not None and _GIVEN_IN.fullmatch(look.text, span.end, behind.span.start):
        before = [behind]  # "good in Leeds, inadequate in Bradford"
    if not before or before[-1] not in others:
        return ""
    shared = {name.slug for told in look.facts for grade in grades_of(told) if span in grade.words.spans
              for name in told.authorities}  # fmt: skip
    return "" if shared & set(before[-1].slugs) else "another council stands nearer"


def _which_was_another(look: Look, own: set[str], named: Naming, span: Span) -> bool:
    """ "It took over services from Bolton, which were judged inadequate": does another's name stand before "which"?"""
    found = _WHICH_WAS.search(look.text, max(named.span.start, span.start - _NEARBY), span.start)
    slugs = {each.slug for each in look.catalogue.authorities_named(found["place"])} if found is not None else set()
    return bool(slugs) and not own & slugs


def _of_another_inspectorate(look: Look, fact: InspectionFact, named: Naming, span: Span) -> bool:
    """Does the one inspectorate named before a grade, or as its giver, lead inspections, and none of this service?"""
    behind = [
        each for each in named.inspectorates if _BY.fullmatch(look.text, span.end, max(span.end, each.span.start))
    ]
    bodies = {each.slug for each in behind or named.inspectorates if behind or each.span.end <= span.start}
    if len(bodies) != 1 or fact.service is None or named.segment.kind == "row":
        return False
    services = {fact.service.slug, look.catalogue.services[fact.service.slug].parent}
    led = [f for f in look.catalogue.frameworks.values() if f.inspectorates[0] in bodies and f.used.until is None]
    own = any(
        services & set(f.services) and bodies & set(f.inspectorates[:1]) for f in look.catalogue.frameworks.values()
    )
    return bool(led) and not own


def _names_a_place_of_another(look: Look, own: set[str], named: Naming) -> bool:
    """Does a bare name, “Bolton”, stand in a sentence that names no council in full?"""
    return names_another_place(look.text, named.span, look.catalogue, own)


def _plain(words: str) -> str:
    folded = " ".join(words.lower().split())
    return "requires" if folded.startswith("requir") else folded
