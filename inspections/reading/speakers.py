"""Who said it: the nearest attribution of each quotation, as the source words it.

A person is named only when they speak in office (a title, a role, an organisation); a private
person's words keep their description ("a parent") and no name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from inspections.reading.quotations import Quotation
from inspections.text import Span


_LONGEST_TAIL = 420  # characters before a quotation in which its attribution is looked for


@dataclass(frozen=True)
class Attribution:
    """``kind``: report, person, organisation, unstated. ``span``: the words that say so."""

    kind: str
    span: Span | None = None
    speaker: str | None = None
    role: str | None = None
    organisation: str | None = None
    disowned: bool = False
    carried: bool = False  # taken over from the quotation before or after


_VERB = (
    r"(?:said|says|say|added|adds|commented|comments|explained|explains|stated|states|responded|replied|continued|insisted|admitted|warned|wrote|writes"
    r"|concluded|remarked|told\s+(?:[\w’'\-]+\s+){1,6}|put\s+it\s+like\s+this|welcomed\s+[^.:“”\"]{1,80}?(?:,?\s+(?:saying|and\s+said))|described\s+[^.:“”\"]{1,60}?as|acknowledged|confirmed|stressed|asked|answered|agreed|called\s+[^.:“”\"]{1,60}?)"
)
_TITLE = (
    r"(?:(?:Cllr|Councillor|Coun|Dr|Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady|Baroness|Professor|Prof|Rev|Revd|The\s+Rt\s+Hon|Alderman"
    r"|(?:Chief\s+|Detective\s+|Det\s+|Temporary\s+|T/|A/)*(?:Superintendent|Supt|Inspector|Insp|Constable|Sergeant|Commissioner))\.?\s+)"
)
_WORD = r"(?!(?:Cllr|Councillor|Coun|Member|Leader|Director|Mr|Mrs|Ms|Dr|Lead|The|But|And|Inspector|Minister)\b)[A-Z](?:[\w’'\-]*[a-z][\w’'\-]*|\.)"
_NAME = rf"\*{{0,2}}{_WORD}(?:\s+(?:de|van|von|der|al|bin|la|le|du|ap)\b)?(?:\s+{_WORD}){{1,3}}\*{{0,2}}"
_BODIES = r"(?:inspectors?|the\s+inspectors?|Ofsted|the\s+CQC|CQC|Care\s+Quality\s+Commission|HMICFRS|HM\s+Inspectorate[\w\s]*?|the\s+inspectorates?|the\s+watchdogs?|watchdogs?)"
_REPORT = r"(?:(?:the|this|that|their|its|a|an|his|her)\s+(?:[\w’'\-]+\s+){0,5}?(?:report|letter|findings|inspection|review|document|summary|feedback|assessment)s?)"
_SAYS = r"(?:said|says|say|write|found|find|finds|concluded|concludes|notes?|noted|states?|stated|adds?|added|commented|comments?|reports?|reported|describes?|described|observed|praised|praises|highlighted|highlights|recognised|warned|wrote|writes|continues|continued|read|reads|calls?|called|judged|saw|identified|told|criticised|acknowledged|went\s+on|heard|left)"

_BEFORE_NAMED_ROLE = re.compile(
    rf"(?:^|[\s“(])(?P<title>{_TITLE})?(?P<name>{_NAME}),\s+(?P<role>[^“”\":;.]{{3,170}}?),?\s+(?:has\s+|have\s+|also\s+|then\s+)*{_VERB}[^“”\":.]{{0,70}}[:,]?\s*(?:that\s*)?$"
)
_BEFORE_ROLE_NAMED = re.compile(
    rf"(?P<role>[^“”\";.]{{3,170}}?),?\s+(?P<title>{_TITLE})?(?P<name>{_NAME}),?\s+(?:has\s+|also\s+)*{_VERB}[^“”\":.]{{0,70}}[:,]?\s*(?:that\s*)?$"
)
_BEFORE_NAME = re.compile(
    rf"(?:^|[\s“(])(?P<title>{_TITLE})?(?P<name>{_NAME}),?\s+(?:has\s+|also\s+)*{_VERB}[^“”\":.]{{0,70}}[:,]?\s*(?:that\s*)?$"
)
_BEFORE_TITLED = re.compile(rf"(?P<title>{_TITLE})(?P<name>{_WORD}),?\s+(?:also\s+|has\s+)*{_VERB}[^“”\":.]{{0,50}}[:,]?\s*(?:that\s*)?$")
_BEFORE_PRONOUN = re.compile(rf"\b(?:he|she|they)\s+(?:also\s+|has\s+|then\s+)*{_VERB}[^“”\":.]{{0,50}}[:,]?\s*(?:that\s*)?$", re.I)
_BEFORE_SPOKES = re.compile(
    rf"(?:\b[Aa]\s+)?(?P<role>(?:council\s+|Council\s+)?spokes(?:man|woman|person))\s+(?:for|from|of)\s+(?:the\s+)?(?P<org>[A-Z][\w’'&\-]*(?:\s+(?:of|and|for|on|[A-Z&][\w’'&\-]*))*)\s*,?\s+{_VERB}[^“”\".]{{0,120}}$"
)
_BEFORE_SPOKES_2 = re.compile(
    rf"(?P<org>[A-Z][\w’'&\-]*(?:\s+(?:of|and|for|on|[A-Z&][\w’'&\-]*))*)(?:[’']s)?\s+(?P<role>spokes(?:man|woman|person))\s+{_VERB}[^“”\".]{{0,120}}$"
)
_BEFORE_BODY = re.compile(
    rf"\b(?:(?P<according>[Aa]ccording\s+to\s+(?:{_BODIES}|{_REPORT})[^“”\"]{{0,40}}|[Oo]f\s+[\w\s]{{2,40}}?\s+(?:it|they)\s+{_SAYS}|In\s+{_REPORT})"
    rf"|(?:{_BODIES}|{_REPORT}|It|it|[Tt]hey)(?:\s+\([^)]*\))?(?:\s+of\s+\d+\s+\w+\s+\d+)?[^“”\".:]{{0,60}}?\s(?:also\s+|have\s+|has\s+|had\s+)*{_SAYS}\b)[^“”\".]{{0,150}}[:,]?\s*$",
    re.I,
)
_AFTER_NAME = re.compile(
    rf"^\s*,?\s*(?:{_VERB})\s+(?P<title>{_TITLE})?(?P<name>{_NAME})(?:,\s+(?P<role>[^“”\".;]{{3,150}}?))?(?=[.;“\"]|,?\s+(?:when|as|after|in|at|while)\b|$)"
)
_AFTER_NAME_2 = re.compile(
    rf"^\s*,?\s*(?P<title>{_TITLE})?(?P<name>{_NAME})(?:,\s+(?P<role>[^“”\".;]{{3,150}}?),)?\s+(?:{_VERB})\b"
)
_AFTER_ROLE = re.compile(rf"^\s*,?\s*(?:{_VERB})\s+(?P<role>(?:the\s+)?[^“”\".;,]{{3,110}}?),?\s+(?P<title>{_TITLE})?(?P<name>{_NAME})(?=[.;,“\"]|\s|$)")
_AFTER_BODY = re.compile(rf"^\s*[,.]?\s*(?:(?:{_BODIES}|{_REPORT}|it|they)\s+(?:also\s+)?{_SAYS}|{_SAYS}\s+(?:{_BODIES}|{_REPORT}))\b", re.I)
_AFTER_PRONOUN = re.compile(rf"^\s*,?\s*(?:he|she)\s+(?:also\s+)?{_VERB}", re.I)
_AFTER_TOLD = re.compile(r"^\s*,?\s*(?:one|a|an)\s+(?P<role>[\w\s\-]{3,40}?)\s+(?:told|said|explained|put|wrote)\b", re.I)
_ONLY_NAME = re.compile(rf"{_TITLE}?{_NAME}")
_PASSAGES = re.compile(r"\b(?:passages?|extracts?|(?:report|letter|inspectors?|Ofsted)\b[^.]{0,60})[^.]{0,40}:\s*$", re.I)
_CITED = re.compile(r"^[\s.”\"’']*\((?P<cite>[A-Z][^()]{2,60}?(?:\d{4}|report|letter))\)")
_UNNAMED = re.compile(
    rf"\b(?P<role>(?:[Oo]ne|[Aa]|[Aa]n|[Aa]nother)\s+(?:[\w\-]+\s+){{0,3}}?(?:parent|carer|mother|father|young\s+person|child|headteacher|pupil|learner|student|social\s+worker|resident|governor|tutor|care\s+leaver|officer|adopter|employer|teacher))\b[^.“”\"]{{0,60}}$"
)
_CARRY = re.compile(r"^\s*(?:,|;)?\s*(?:and|but|while|And|as\s+well\s+as|or)?\s*(?:furthermore|also|further)?\s*(?:that|the)?\s*,?\s*$")
_CARRY_SENTENCE = re.compile(r"^[\s.,;]*(?:And|Also|Furthermore|In addition|Similarly)\s*(?:furthermore|also)?,?\s*(?:that)?\s*$")
_DISOWNED = re.compile(
    r"\b(?:wrongly|falsely|incorrectly|mistakenly)\b|\b(?:leaflets?|flyers?|posts?|newsletters?|tweets?|adverts?|letters?\s+to\s+residents)\b[^.]{0,60}\b(?:claim\w*|told|said|stated|suggested|quot\w+|contain\w*|attribut\w+)\b"
    r"|\b(?:claim\w*|allege\w*|misquot\w+|attributed\s+to)\b[^.]{0,80}$", re.I
)  # fmt: skip
_OFFICE = re.compile(
    r"\b(?:cabinet|portfolio|leader|mayor|director|chair\w*|member|councillor|executive|manager|head|chief|inspector|minister|secretary|officer|commissioner|spokes\w+|president|deputy|superintendent|MP|lead|leads|principal|partner|convenor|convener|councillors|independent|regional|adviser|trustee|constable)\b",
    re.I,
)


def attribute(text: str, found: tuple[Quotation, ...], bounds: dict[int, Span], order: list[int], leads: dict[int, Span]) -> list[Attribution]:
    """One attribution for each quotation.

    ``bounds``: span of each segment by index; ``order``: body segments in order; ``leads``: the line that
    introduces a segment which is a bullet.
    """
    out: list[Attribution] = []
    person: Attribution | None = None
    for i, quote in enumerate(found):
        segment = bounds[quote.segments[0]]
        last = bounds[quote.segments[-1]]
        earlier = found[i - 1] if i and found[i - 1].end > segment.start else None
        later = found[i + 1] if i + 1 < len(found) and found[i + 1].start < last.end else None
        before = Span(earlier.end if earlier else segment.start, quote.start)
        after = Span(quote.end, later.start if later else last.end)
        made = _one(text, quote, before, after, bounds, order, leads, earlier is not None)
        if made.kind == "carry" or (made.kind == "unstated" and earlier is not None and _CARRY.match(before.of(text))):
            made = _carried(out[-1]) if out else Attribution("unstated")
        if made.kind == "pronoun":
            made = Attribution("person", made.span, person.speaker, person.role, person.organisation) if person else Attribution("unstated")
        if made.kind == "person" and made.speaker and (made.role or person is None or person.speaker is None):
            person = made
        elif made.kind == "person" and made.speaker and person and person.speaker and person.speaker.endswith(made.speaker.split()[-1]):
            made = Attribution("person", made.span, person.speaker, person.role, person.organisation)
        out.append(made)
    _carry_back(text, found, out)
    return out


def _carried(a: Attribution) -> Attribution:
    return Attribution(a.kind, a.span, a.speaker, a.role, a.organisation, a.disowned, carried=True)


def _carry_back(text: str, found: tuple[Quotation, ...], out: list[Attribution]) -> None:
    """A citation after the second of two joined quotations covers the first."""
    for i in range(len(found) - 2, -1, -1):
        if out[i].kind == "unstated" and out[i + 1].kind != "unstated":
            between = text[found[i].end : found[i + 1].start]
            if len(between) < 12 and _CARRY.match(between):
                out[i] = _carried(out[i + 1])


def _one(
    text: str, quote: Quotation, before: Span, after: Span, bounds: dict[int, Span], order: list[int], leads: dict[int, Span], joined: bool
) -> Attribution:
    lead = before
    words = before.of(text)
    if not re.sub(r"[\W\d_]|\([a-z]\)", "", words) and not joined:
        at = order.index(quote.segments[0])
        if quote.segments[0] in leads:
            lead = leads[quote.segments[0]]
            words = lead.of(text)
        elif at:
            above = bounds[order[at - 1]]
            if re.search(r":\s*$", above.of(text)):
                lead = above
                words = above.of(text)
    sentence = max((words.rfind(stop) for stop in (". ", "! ", "? ", ".\n")), default=-1)
    cut = max(sentence + 1, len(words) - _LONGEST_TAIL)
    tail = words[cut:]
    tail_span = Span(lead.start + cut, lead.end).stripped(text)
    following = after.of(text)[:260]
    cited = _CITED.match(following)
    if cited:
        return Attribution("report", Span(after.start + cited.start("cite"), after.start + cited.end("cite")), organisation=None)
    disowned = bool(_DISOWNED.search(tail))
    if m := _BEFORE_SPOKES.search(tail) or _BEFORE_SPOKES_2.search(tail):
        return Attribution("organisation", tail_span, None, m["role"], m["org"], disowned)
    for pattern in (_BEFORE_NAMED_ROLE, _BEFORE_ROLE_NAMED, _BEFORE_NAME, _BEFORE_TITLED):
        if (m := pattern.search(tail)) and not _is_body(m["name"]):
            if pattern is _BEFORE_NAMED_ROLE and _ONLY_NAME.fullmatch(m["role"].strip()) and not _OFFICE.search(m["role"]):
                continue  # "Director for the West Midlands, Lorna Fitzjohn": the name stands last
            return _person(m, tail_span, disowned)
    if _BEFORE_PRONOUN.search(tail) and not re.search(r"\bthey\s", tail[-60:], re.I):
        return Attribution("pronoun", tail_span)
    if m := _UNNAMED.search(tail):
        return Attribution("person", tail_span, None, _article(m["role"]), None, disowned)
    if quote.segments[0] in leads and lead == leads[quote.segments[0]] and _PASSAGES.search(tail):
        return Attribution("report", tail_span, disowned=disowned)
    if _BEFORE_BODY.search(tail):
        return Attribution("report", tail_span, disowned=disowned)
    if m := _AFTER_TOLD.match(following):
        return Attribution("person", _after_span(text, after, m), None, _article(m["role"]), None)
    for pattern in (_AFTER_NAME, _AFTER_NAME_2, _AFTER_ROLE):
        if (m := pattern.match(following)) and not _is_body(m["name"]):
            return _person(m, _after_span(text, after, m), disowned)
    if _AFTER_PRONOUN.match(following):
        return Attribution("pronoun", Span(after.start, min(after.end, after.start + 40)).stripped(text))
    if m := _AFTER_BODY.match(following):
        return Attribution("report", _after_span(text, after, m), disowned=disowned)
    if _CARRY_SENTENCE.match(tail) or (joined and _CARRY.match(words)):
        return Attribution("carry")
    return Attribution("unstated", None, disowned=disowned)


def _after_span(text: str, after: Span, m: re.Match[str]) -> Span:
    span = Span(after.start + m.start(), after.start + m.end()).stripped(text)
    while span.start < span.end and text[span.start] in ",. ":
        span = Span(span.start + 1, span.end)
    return span


_BODY_NAME = re.compile(r"^(?:Ofsted|CQC|Care\s+Quality|HM\s+Inspect|Inspect|HMI|The\s|It\s|This\s|Council\s|Labour\s)|\b(?:Report|Letter|Council|Commission|Inspectorate)\b")


def _is_body(name: str) -> bool:
    return bool(_BODY_NAME.search(name))


def _article(role: str) -> str:
    return re.sub(r"^(?:one|a|an|another)\s+", "", role.strip(), flags=re.I)


_ORG_FIRST = re.compile(r"^(?:the\s+)?(?P<org>[A-Z][\w&\-]*(?:\s+(?:of|and|on|upon|[A-Z&][\w&\-]*))*)[’']s?\s+(?P<role>.+)$")
_ORG_LAST = re.compile(r"^(?P<role>.+?),?\s+(?:of|at|from|with)\s+(?:the\s+)?(?P<org>[A-Z][\w’'&\-]*(?:\s+(?:of|and|for|on|upon|[A-Z&][\w’'&\-]*))*\s*(?:Council|Police|Ofsted|NHS|Trust|Board|Constabulary|Commission|Service|Group|Union|Association|CQC)\b.*)$")
_ORG_ONLY = re.compile(r"^(?:of|from|at)\s+(?:the\s+)?(?P<org>[A-Z].+)$")
_LEAD_IN = re.compile(r"^.*?(?:(?:[Cc]ommenting|[Ss]peaking|[Rr]esponding|[Rr]eacting|[Rr]eplying|[Ww]elcoming)\b[^,]{0,90}?,\s*)")


def _person(m: re.Match[str], span: Span, disowned: bool) -> Attribution:
    groups = m.groupdict()
    role: str | None = (groups.get("role") or "").strip(" ,") or None
    title = (groups.get("title") or "").strip()
    organisation: str | None = None
    if role:
        role = _LEAD_IN.sub("", role).strip(" ,")
        role = re.sub(r"^(?:But|And|Meanwhile|However|Yesterday|Today|Last\s+\w+|While|Earlier),?\s+", "", role)
        if found := _ORG_ONLY.match(role):
            organisation, role = found["org"], None
        elif found := _ORG_FIRST.match(role):
            organisation, role = found["org"], found["role"]
        elif found := _ORG_LAST.match(role):
            organisation, role = found["org"], found["role"]
        if role:
            role = re.sub(r"^(?:the|our|who\s+is|who|also)\s+", "", role.strip(" ,"), flags=re.I)
            role = role if role and (len(role.split()) <= 16) else None
    name: str | None = m["name"].strip("* ")
    if name and all(_OFFICE.search(w) or w in ("Strategic", "Corporate", "Assistant", "Interim", "Services", "Children", "Cabinet", "The", "Council") for w in name.split()):
        given = re.sub(r"^The\s+", "", name)
        name, role = None, given if not role or role in ("The", "the") else f"{role} {given}"
    if role in ("The", "the", "A", "But", "And"):
        role = None
    rank = re.match(r"(?:(?:Chief|Detective|Det|Temporary)\s+)*(?:Superintendent|Supt|Inspector|Constable|Sergeant|Commissioner)", title)
    if rank and not role:
        role = title
    office = bool(title) or bool(role and _OFFICE.search(role)) or organisation is not None
    if role and role.startswith(("told", "leads")):
        office = True
    return Attribution("person", span, name if office else None, role if office else role, organisation, disowned)
