"""Did the visit that a telling is of take place? Not one called off, still to come, or of a school."""

from __future__ import annotations

import re

from inspections.reading import rules
from inspections.reading.facts import Warned
from inspections.reading.inspectorates import naming_rule
from inspections.reading.naming import Naming
from inspections.reading.rules import rule
from inspections.reading.tellings.taking_place import FUTURE, NOT_HELD, PLANNED, clause_around
from inspections.reading.tellings.telling import Telling
from inspections.reading.walk import Walk
from inspections.reading.walk.called_off import called_off_later, held_after_all
from inspections.reading.walk.came_for import came_for_something_else, of_the_speakers_own
from inspections.reading.walk.none_in_particular import none_in_particular
from inspections.text import Span

# "five monitoring visits had followed": so many, and none of them in particular
_SEVERAL = rule(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|many|some|more|further|other|\d+"
    r"|(?:run|series|string|round|handful|couple|succession|programme|cycle)\s+of)\s+(?:\w+\s+){0,2}(?:visits|inspections)\b",
    re.I,
)
# "Services are inspected by Ofsted", "What is a standard inspection?": of no inspection in particular
_AS_A_RULE = naming_rule(
    r"\b(?:is|are)\s+(?:\w+\s+){0,2}(?:inspected|visited|assessed)\b|^\W*(?:What|Who|How|Why|When)\s+(?:is|are|do|does)\b"
    r"[^?]{0,80}\b(?:an?|inspections|visits)\b|\b(?:(?i:@inspectorate)|inspectors|[Ii]nspections|[Vv]isits)\s+(?:inspects?|visits?|happen"
    r"|take\s+place|last)\b"
    r"|^\W*(?:(?:At|In|After|During|For)\s+)?(?:(?:[Aa]n?|[Ee](?:ach|very)|[Aa]ll|[Mm]ost|[Ss]uch)\s+)(?:\w+\s+){0,2}(?:inspections?|visits?"
    r"|assessments?)(?:\s+of\s+(?:this|that)\s+(?:kind|sort))?,?\s+(?:(?:a\s+)?(?:council|local\s+authority|service)\s+)?(?:is|are|do(?:es)?"
    r"|carr(?:y|ies)|ends?|leads?|gets?|gives?|results?|lasts?|looks?|takes?|may|can|ha(?:s|ve)\s+(?:no|an?|one|two|three|four|several)\b(?!\s+\w+ed\b))\b"
    r"|\b(?:[Ii]t|[Tt]hey|which|who)\s+(?:also\s+|alone\s+|then\s+)?inspects?\s"
    r"|^\W*(?:\w+\s+)?(?:[Ii]nspections|[Vv]isits|[Aa]ssessments)(?:\s+of\s+(?:this|that)\s+(?:kind|sort))?\s+(?:are|do|carry|end|lead|give)\b",
)
# "Adult social care was not part of the inspection", "that judgement is not revisited here"
_NOT_PART = rule(
    r"\b(?:was|were|is|are)(?:\s+not|n[’']t)\s+(?:(?:a\s+)?part\s+of|covered\s+by|included\s+in|looked\s+at\s+(?:in|by|at|during)"
    r"|within\s+the\s+scope\s+of)\s+(?:the|this|that|Ofsted[’']s)\s+(?:\w+\s+)?(?:inspection|visit|assessment)\b"
    r"|\b(?:judge?ments?|grades?|ratings?|decisions?|questions?|issues?|subject|topic|themes?|findings)\s+(?:[\w’']+\s+){0,3}revisited\b",
    re.I,
)
# "Joint inspections are dear", "Routine inspection stopped in March": of none in particular, whatever day is told
_IN_GENERAL = rule(
    r"^\W*(?:(?:But|And|Then|All|Such|[Rr]outine|[Oo]rdinary|[Gg]raded|[Ff]ull|[Jj]oint)\s+){0,3}(?:[Ii]nspections|[Vv]isits)\s+are\b"
    r"|^\W*(?:(?:[Rr]outine|[Oo]rdinary)\s+)?(?:[Ii]nspections?|[Vv]isits)\s+(?:(?:was|were|had\s+been|has\s+been|have\s+been)\s+)?"
    r"(?:stopped|ceased|paused|halted|suspended|resumed|restarted|began\s+again)\b"
)
# "No grade follows from a visit of this type"
_OF_THIS_KIND = rule(
    r"\b(?:inspections?|visits?|letters?|reviews?)\s+of\s+(?:this|that|its)\s+(?:type|kind|sort)\b", re.I
)
# "A council may also have a focused visit": what any of them may have
_OF_ANY = rule(
    r"(?:^|[.;:,]\s+)\W*(?:(?:And|But|Also|Sometimes),?\s+)?(?:an?|any|each|every|all|most|some|such|other)\s+(?:\w+\s+)?"
    r"(?:councils?|local\s+authorit(?:y|ies)|authorit(?:y|ies)|areas?|services?|partnerships?)\s+(?:(?:also|then|still|now|sometimes|only)\s+)?"
    r"(?:may|can|might|must|will|gets?|has|have|receives?|faces?|undergoes?|undergo|is|are)\b",
    re.I,
)
# "sixteen of them were inspected": of schools or homes, told of before
_SOME_OF_THEM = rule(
    r"\b(?:[a-z]+teen|[a-z]+ty|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|some|many|most|several|\d+)\s+of\s+"
    r"(?:them|these|those)\s+(?:\w+\s+){0,2}(?:was|were|been)\s+(?:\w+\s+)?(?:re-?)?(?:inspected|visited)\b",
    re.I,
)
_THERE_WERE = rule(
    r"\bthere\s+(?:had|have|has|were|are|would)\s+(?:also\s+)?(?:been\s+)?(?:(?:a\s+)?(?:number|series)\s+of\s+|several\s+|regular\s+"
    r"|further\s+|more\s+|many\s+|some\s+)*$",
    re.I,
)
_OF_COUNCILS = rule(
    r"\b(?:councils|authorities|areas|those|boroughs)\b[^.;:]{0,70}\b(?:gets?|have|receives?|faces?|undergo|can\s+expect)\s+"
    r"(?:\w+\s+){0,2}$",
    re.I,
)
_OF_A_FORCE = rule(
    r"\b(?:PEEL|(?:force|constabulary|police|fire\s+service|prison|hospital)[’']s)\s+(?:\w+\s+){0,3}$", re.I
)
_HELPS_SCHOOLS = rule(
    r"\bhow\s+(?:well\s+)?(?:the|this|that|its)\s+(?:\w+\s+)?(?:council|county|authority|borough|city)\s+(?:helps?|supports?"
    r"|challenges?|works?)\b",
    re.I,
)

# "its report on the support that the council gives to schools": of the council, and no school
_HELP_GIVEN = rule(
    r"\b(?:support|help|challenge|advice)\s+(?:(?:that|which)\s+)?(?:[\w’'&-]+\s+){1,6}?(?:gives?|provides?|offers?|gave|provided|offered)\s+(?:to\s+)?"
    r"(?:(?:its|the|all|local|our)\s+)*schools\b",
    re.I,
)

# "to find out how well the council, the NHS and schools work together": those who work with the council, and no setting
_WORK_TOGETHER = rule(
    r"\bhow\s+(?:well\s+|effectively\s+|closely\s+|far\s+)?(?=[^.;:]{0,90}\b(?:council|local\s+authority|local\s+area|county|borough|city|NHS|health|police)\b)"
    r"[^.;:]{3,140}?\b(?:works?|worked|working|acts?|acted|plan(?:s|ned)?)\s+(?:together|jointly|as\s+one|for|in\s+partnership)\b",
    re.I,
)


# "The Council's own reablement service, which is registered with the CQC, was inspected": a provider of care
_OF_A_PROVIDER = rule(
    r"\b(?:(?:CQC-)?registered\s+(?:with|by|as)|regulated\s+by)\b[^.;]{0,90}$"
    r"|\b(?:re-?ablement|shared\s+lives|supported\s+living|extra\s+care|respite|day\s+care|day|intermediate\s+care|home\s+care|homecare|supported\s+employment)"
    r"\s+(?:services?|schemes?|teams?|centres?|units?|agency|agencies|providers?)\b[^.;]{0,70}$",
    re.I,
)
# "A focused visit was due in March. Ofsted cancelled it on the 17th"
_IT_WAS_CALLED_OFF = naming_rule(
    r"\s*(?:But\s+|Then\s+|However,?\s+|In\s+the\s+event,?\s+)?(?:@inspectorate|(?:the\s+)?inspector(?:s|ate)|they|it|we|the\s+council|that)\s+"
    r"(?:(?:has|have|had|was|were|then|later|has\s+since|had\s+been|has\s+been)\s+){0,2}(?:cancelled|postponed|called\s+(?:it\s+)?off|put\s+(?:it\s+)?(?:off|back)"
    r"|abandoned|deferred)\b",
    re.I,
)


# "I visited Truro last month", "Peer reviewers, who spent three days here": those who came are no inspectors
_BY_OTHERS = rule(
    r"(?:\b(?:peer\s+(?:\w+\s+)?(?:reviewers?|team|colleagues?)|peers|reviewers|consultants?|advis[eo]rs?|auditors?|commissioners?|officials|ministers?"
    r"|secretary\s+of\s+state|(?:lead\s+|cabinet\s+|committee\s+)?members?|councillors?|mayor|students|journalists|reporters?|MPs?)\b"
    r"|(?-i:\bI)\b(?!\.)|^\W*(?:\d+\.\s+)?(?:In\s+[^,]{3,20},?\s+)?(?-i:We)\b(?!\s+(?:were|are|have\s+been|had\s+been|had)\b))[^.;:]{0,60}$",
    re.I,
)
_INSPECTORS = naming_rule(
    r"\b(?:inspect\w*|@inspectorate|@called|watchdogs?|regulators?|their|its)\b|\b(?:was|were|been|be)\s+(?:\w+\s+)?$",
    re.I,
)
# "the Committee's visit of 3 June", "that Members of the Committee visit the hub": those who go do not inspect
_WHO_GO = (
    r"(?:members|councillors|governors|trustees|committee|panel|cabinet|scrutiny|(?:task|working)\s+group|officers|mayor"
    r"|(?:lead|cabinet)\s+member|portfolio\s+holder|minister|MPs?|leader|chief\s+executive|director)"
)
_VISIT = re.compile(r"(?:(?:the|their|an?|last|previous|first|second|earlier)\s+){0,2}visits?", re.I)
_THEIRS = re.compile(
    rf"\b{_WHO_GO}(?:[’']s?)?\s+(?:of\s+(?:the|this)\s+\w+\s+)?(?:(?:own|recent|planned|annual|informal|last|first|site|\w+ly)\s+)*$",
    re.I,
)
_A_COURTESY = re.compile(
    r"(?:,[^,.;]{2,30},)?\s+(?:was|is)\s+(?:(?:only|just|merely|purely)\s+)?(?:an?\s+)?(?:courtesy|social|private|ministerial|royal|farewell|goodwill)\b"
)
_BY_THEM = re.compile(
    rf"\s+(?:of\s+[^.;:,]{{3,24}}\s+)?by\s+(?:the\s+|some\s+|its\s+|our\s+)?(?:\w+\s+)?{_WHO_GO}\b", re.I
)
_CAME = re.compile(r"(?:visited|spent|returned|came|looked|called|arrived)\b", re.I)


def _others_came(walk: Walk, telling: Telling) -> bool:
    """Is a visit told of by a verb whose subject is somebody who does not inspect?"""
    if telling.kind != "unstated" or not telling.spans:
        return False
    if _VISIT.fullmatch(telling.spans[0].of(walk.text)):
        within = telling.named.span.start, telling.spans[0].start
        behind = telling.spans[0].end
        others = _THEIRS.search(walk.text, *within) or _BY_THEM.match(walk.text, behind)
        return bool(others or _A_COURTESY.match(walk.text, behind))
    if _CAME.match(walk.text, telling.at) is None:
        return False
    before = walk.text[telling.named.span.start : telling.at]
    others = _BY_OTHERS.search(before)
    return others is not None and _INSPECTORS.of(telling.named.catalogue).search(before) is None


# "Twenty children went to Wales. They stayed from 3 to 7 June": who came are those of the sentence before
_WHO_INSPECT = naming_rule(
    r"\b(?:inspect\w*|@inspectorate|@called|watchdogs?|regulators?|assessors?|team|HMIs?|visit(?:s|ed|ors)?|reports?|letters?"
    r"|(?:two|three|four)\s+of\s+them)\b",
    re.I,
)
_GOES_ON = re.compile(
    r"\W*(?:(?:But|And|Then|So|Here|There|In|At|On)\s+)?(?:They|It|Their|Its|This|That|These|Those|The\s+(?:\w+\s+)?(?:service|council))\b",
    re.I,
)
_BACK = re.compile(r"They\s+(?:\w+\s+)?(?:(?:came|were|went|been)\s+back|returned)\b", re.I)
_FARTHEST = 3  # sentences


def _they_are_others(walk: Walk, telling: Telling) -> bool:
    """Does "they" stand for people of whom nothing says that they inspect?"""
    named, who = telling.named, _WHO_INSPECT.of(telling.named.catalogue)
    if telling.kind != "unstated" or not walk.text.startswith(("They ", "they "), telling.at) or named.inspectorates:
        return False
    if who.search(walk.text, named.span.start, telling.at) or _BACK.match(walk.text, telling.at):
        return False
    at = walk.work.before(named.span.start)
    for before in reversed(walk.work.named[max(0, at - _FARTHEST) : at]):
        words = before.span.of(walk.text)
        if before.inspectorates or before.visits or who.search(words):
            return False
        if not _GOES_ON.match(words):
            return True
    return False


def _is_to_come(walk: Walk, telling: Telling) -> bool:
    """Is its day later than the day on which the page came out, or the committee met?"""
    about, day = walk.work.context, telling.inspected
    last = about.published.latest if about.published is not None and about.published.latest else about.limit
    return bool(last and day and day.earliest and day.earliest > last)


def happened(walk: Walk, telling: Telling) -> bool:
    if _is_to_come(walk, telling):
        walk.work.warnings.append(
            Warned("visit-to-come", "a visit that is still to come is not read as one", telling.spans[0])
        )
        return False
    if telling.overall is not None or telling.aspects:
        return True
    if (
        of_the_speakers_own(walk, telling)
        or _others_came(walk, telling)
        or _they_are_others(walk, telling)
        or came_for_something_else(walk, telling)
        or none_in_particular(walk, telling)
    ):
        return False
    named = telling.named
    if walk.of_a_plan(named):
        walk.work.warnings.append(Warned("visit-to-come", "what a meeting is planned to talk of", telling.spans[0]))
        return False
    words = named.span.of(walk.text)
    at = telling.at - named.span.start
    near = words[max(0, at - 110) : at + 150]
    if telling.noun == "report" and named.segment.kind == "heading" and not named.inspectorates:
        return False  # a headline about a letter
    if telling.kind == "unstated" and not named.services and _inspects_no_council(named):
        return False
    if _OF_A_PROVIDER.search(words[:at]) and not any(s.span.start > named.span.start + at for s in named.services):
        return False
    if is_of_a_setting(walk, telling) or (telling.noun == "verb" and _SOME_OF_THEM.search(words)):
        return False
    if not (telling.inspected or telling.published) and _SEVERAL.search(words[max(0, at - 40) : at + 40]):
        return False
    if not (telling.inspected or telling.published) and _OF_COUNCILS.search(words[max(0, at - 110) : at]):
        return False  # "councils rated inadequate get monitoring visits": a rule
    if not (telling.inspected or telling.published) and _THERE_WERE.search(words[max(0, at - 60) : at]):
        if telling.spans[-1].of(walk.text).lower().endswith("s"):
            return False  # so many, and none of them in particular
    if _OF_A_FORCE.search(words[max(0, at - 40) : at]):
        return False
    if not (telling.inspected or telling.published) and words.rstrip("”\"’' ").endswith("?"):
        return False  # asked, and not told
    if not (telling.inspected or telling.published or named.authorities) and _OF_ANY.search(words[:at]):
        return False
    if _IN_GENERAL.search(words) or _NOT_PART.search(words):
        return False
    if not (telling.inspected or telling.published) and _OF_THIS_KIND.search(words):
        return False
    if not (telling.inspected or telling.published) and _AS_A_RULE.of(named.catalogue).search(words[: at + 30]):
        return False
    if (
        walk.setting_segment == named.segment.index
        and not named.services
        and rules.match(
            r"\W*(?:Its|It|They|All|Both|Each|None|Some|Most|Many|Several|Others?|Another|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten"
            r"|The\s+(?:agency|home|homes|nursery|nurseries|school|others?|rest))\b",
            words,
        )
    ):
        return False
    if not (named.services or named.authorities) and _goes_on_from_a_provider(walk.text, named):
        return False
    if (
        rules.match(
            r"\s*(?:(?:But\s+)?(?:This|That|It|The\s+visit)\s+(?:was|has\s+been|had\s+been)\s+(?:then\s+|later\s+)?)?"
            r"(?:[Cc]alled\s+off|[Cc]ancelled|[Pp]ostponed|[Pp]ut\s+off|[Aa]bandoned|CANCELLED|POSTPONED|CALLED\s+OFF|PUT\s+OFF|ABANDONED)\b",
            walk.text[named.span.end : named.span.end + 60],
        )
        or _IT_WAS_CALLED_OFF.of(named.catalogue).match(walk.text[named.span.end : named.span.end + 120])
        or rules.match(
            r"\s*\n[^.\n]{0,80}\b(?:did\s+not\s+(?:take\s+place|go\s+ahead|happen)|never\s+took\s+place"
            r"|was\s+(?:then\s+|later\s+)?(?:called\s+off|cancelled|postponed|put\s+off|abandoned))\b",
            walk.text[named.span.end : named.span.end + 160],
        )
    ):
        walk.work.warnings.append(
            Warned("visit-not-held", "a visit that did not take place is not read as one", telling.spans[0])
        )
        return False
    if (
        called_off_later(walk, telling)
        or (NOT_HELD.search(near) and not held_after_all(walk, telling))
        or (rules.may(PLANNED, near) and PLANNED.search(clause_around(words, at)))
    ):
        walk.work.warnings.append(
            Warned("visit-not-held", "a visit that did not take place is not read as one", telling.spans[0])
        )
        return False
    if not rules.may(FUTURE, words[max(0, at - 90) : at + 200]):
        return True
    clause = re.split(r"[;:]|,\s+(?:and|but|which|while)\s", words[max(0, at - 90) : at])[-1] + words[at : at + 70]
    to_come = FUTURE.search(clause) is not None
    undated = not (telling.inspected or telling.published)
    if undated and (to_come or FUTURE.search(clause_around(words, at))):
        return False
    if to_come and not rules.search(
        r"(?<!be\s)\b(?:found|judged|concluded|took\s+place|lasted|said|carried\s+out|revisited|visited|spent|published)\b",
        clause,
        re.I,
    ):
        walk.work.warnings.append(
            Warned("visit-to-come", "a visit that is still to come is not read as one", telling.spans[0])
        )
        return False
    return True


# "The trust is also registered as a fostering agency. It was inspected in that capacity": as such, and for no council
_REGISTERED = re.compile(r"\b(?:registered\s+(?:with|by|as)|regulated\s+by)\b[^.;!?]{0,90}[.;!?]\s*$")
_IT = re.compile(r"\W*(?:It|They|Its|Their|That)\b")


def _goes_on_from_a_provider(text: str, named: Naming) -> bool:
    """Is "it" what the sentence before says to be registered?"""
    if named.sentence.position == 0 or _IT.match(text, named.span.start) is None:
        return False
    return _REGISTERED.search(text, named.segment.span.start, named.span.start) is not None


def _inspects_no_council(named: Naming) -> bool:
    """ "HMICFRS looked at custody across the force": an inspectorate that never comes to a council but with others."""
    bodies = {body.slug for body in named.inspectorates}
    return bool(bodies) and not any(set(f.inspectorates) <= bodies for f in named.catalogue.frameworks.values())


def is_of_a_setting(walk: Walk, telling: Telling) -> bool:
    """An inspection of a school or a home: a setting stands nearer to the word than any service does."""
    named = telling.named
    if telling.kind in ("school-improvement", "joint-targeted", "annual-assessment") or not named.settings:
        return False
    if walk.service is not None and walk.service.slug == "school-improvement" and telling.noun == "verb":
        if _HELPS_SCHOOLS.search(named.span.of(walk.text)):
            return False
    at = telling.spans[0]
    beside = [
        Span(*found.span())
        for each in (_WORK_TOGETHER, _HELP_GIVEN)
        if (found := each.search(walk.text, named.span.start, named.span.end))
    ]
    settings = [s for s in named.settings if not any(s.span.within(span) for span in beside)]
    own = min((s.span.gap(at) for s in named.services), default=10_000)
    other = min((s.span.gap(at) for s in settings), default=10_000)
    return other < own and other < 90
