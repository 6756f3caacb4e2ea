"""Who a noun phrase means: a person in office, a private person, an organisation's voice, a report, or a pronoun.

A person is named only when they speak in office (a title, a role, an organisation); a private
person's words keep their description ("a parent") and no name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from inspections.reading import rules
from inspections.reading.rules import rule

_LONGEST_ROLE = 18  # words


@dataclass(frozen=True, slots=True)
class Subject:
    """``kind``: person, organisation, report, other, he (he or she), who, they, it; ``start``: where it begins."""

    kind: str
    start: int
    name: str | None = None
    role: str | None = None
    organisation: str | None = None
    definite: bool = False  # "the Executive Director": somebody named elsewhere
    titled: bool = False  # a title of office or rank stands before the name
    private: bool = False  # a named person who speaks in no office: the name is not kept


OFFICE = rule(
    r"\b(?:cabinet|portfolio|leader|mayor|director|(?:co-?)?chair\w*|member|councillors?|executive|manager"
    r"|heads?|headteacher|headmaster|headmistress|chief|inspector|minister"
    r"|secretary|officer|commissioner|spokes\w+|president|deputy|superintendent|MP|peer|leads?|principal"
    r"|partner|conven[eo]r|independent|regional|advis[eo]r|trustee|constable|governor"
    r"|nurse|coordinator|co-ordinator|ombudsman|treasurer|candidate|founder|founded|campaigner|sponsor|solicitor"
    r"|bishop|dean"
    r"|runs|oversees|manages|chairs|speaks\s+for|looks\s+after|responsible\s+for|in\s+charge\s+of|clerk|registrar|dcs|organiser)\b",
    re.I,
)
PRIVATE = rule(
    r"\b(?:parents?|mothers?|fathers?|mums?|dads?|grand\w+|carers?|child|children|boys?|girls?|pupils?"
    r"|students?|learners?|young\s+(?:persons?|people|wom[ae]n|m[ae]n|adults?)"
    r"|teenagers?|care\s+leavers?|apprentices?|residents?|adopters?|famil(?:y|ies)|[\w\-]+-year-olds?"
    r"|neighbours?|tenants?|service\s+users?|wom[ae]n|m[ae]n|people|brothers?|sisters?|siblings?|relatives?"
    r"|guardians?)\b",
    re.I,
)
STAFF = rule(
    r"\b(?:social\s+workers?|teachers?|staff|tutors?|employers?|practitioners?|headteachers?|heads"
    r"|governors?|officers?|nurses?|doctors?|health\s+visitors?|workers?|managers?|leaders?|partners?"
    r"|councillors?|members?|assistants?|advisers?|volunteers?|professionals?|judges?|commissioners?)\b",
    re.I,
)
TITLE = rule(
    r"(?:Cllrs?|Councillors?|Coun|Dr|Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Lord|Lady|Baroness|Professor|Prof|Rev|Revd"
    r"|Reverend|Sister|Canon|Alderman|Ald|Supt|Superintendent|Insp|Inspector|Constable|Sergeant|Sgt"
    r"|Commander|Commissioner)\.?"
)
_RANK = rule(
    r"(?:(?:Chief|Detective|Det|Temporary|Acting|Assistant|Deputy|T/|A/)\s+)*(?:Superintendent|Supt"
    r"|Inspector|Insp|Constable|Sergeant|Sgt|Commander|Commissioner)\.?",
    re.I,
)
_CIVIL = rule(r"(?:Mr|Mrs|Ms|Miss|Mx)\.?")
_COMMISSIONER = rule(r"Commissioner|Commander|Inspector")
_RANK_BEFORE = {"chief", "detective", "det", "temporary", "acting", "assistant", "deputy", "t/", "a/"}
_PARTICLES = {"de", "van", "von", "der", "al", "bin", "la", "le", "du", "ap", "da", "di"}
_NOT_NAMES = frozenset(
    """
    council county borough city district services service children children's education families family care
    social adult adults director leader member cabinet chief executive deputy officer inspector inspectors
    inspectorate ofsted cqc hmicfrs probation constabulary prisons schools school college police nhs icb trust
    board committee commission commissioner minister ministers secretary state government department office
    standards skills early help years learning development support safeguarding health partnership group party
    labour conservative conservatives liberal democrat democrats independent independents opposition the a an
    this that it he she they we i you but and or nor so in on at of for by with from to as when while after
    before then report reports letter news press release strategic corporate assistant interim regional senior
    principal lead head portfolio holder mayor councillor councillors cllr coun midlands january february march
    april june july august september october november december monday tuesday wednesday thursday friday saturday
    sunday united kingdom england wales britain london people community scrutiny performance public human
    resources association union federation centre academy primary secondary junior infant society charity lords
    commons majesty majesty's his her my our their its rt hon national international authority unitary
    metropolitan royal local area send services' operations finance housing integrated clinical quality
    improvement inspection review judgement judgment grade rating overall speaking responding commenting
    headteacher spokesman spokeswoman spokesperson chair chairman chairwoman vice corporate parenting youth
    justice forum network alliance voice watch watchdog member's parents pupils families' however meanwhile
    today yesterday executives nurse constable superintendent both all one some many most last next former then-
    leader acting who what where why how if not no yes shadow whip speaker question answer reply minutes agenda
    item resolved appendix note notes annex
    """.split()
)
_COMPASS = {"north", "south", "east", "west", "greater", "upper", "lower", "st", "saint", "new", "isle"}
_WORD = rule(r"[^\s]+")
_NAME_WORD = rule(
    r"[A-ZÀ-Þ](?:[a-zß-ÿ]+|[’'])(?:[A-Za-zÀ-ÿ]+|[’'\-](?=[A-Za-zÀ-ÿ]))*$|[A-ZÀ-Þ]\.?$"
    r"|[A-Z][a-z]+-[A-Z][a-z]+$|(?:Mc|Mac)[A-Z][a-z]+$"
)
_LEAVE_ROLE = rule(
    r",?\s+\b(?:at\s+(?:a|the\s+(?:time|meeting)|last|yesterday|today)\b|when\b|after\b|as\s+(?:she|he"
    r"|they)\b|during\b|while\b|in\s+(?:a|an|her|his|their|its|the|response|reply)\b"
    r"|yesterday\b|today\b|tonight\b|last\s+(?:night|week|month)\b|this\s+(?:week|morning|afternoon)\b"
    r"|on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|speaking\b|following\b|adding\b|before\b|to\s+"
    r"(?:the|a)\b).*$",
    re.S,
)
_LEAD_IN = rule(
    r"^.*?\b(?:[Cc]ommenting|[Ss]peaking|[Rr]esponding|[Rr]eacting|[Rr]eplying|[Ww]elcoming|[Ii]n\s+(?:a|an"
    r"|his|her|their|response|reply|reaction)\b|[Aa]sked\b|[Aa]fter\b|[Aa]t\s+(?:the|a)\b|[Oo]n\s+\w+day\b"
    r"|[Ff]or\s+the\b)[^,]{0,110},\s*",
    re.S,
)
_ORG_HEAD = (
    r"Council|Borough|Police|Constabulary|Ofsted|NHS|ICB|CCG|Trust|Board|Commission|Service|Group|Union"
    r"|Association|CQC|HMICFRS|Inspectorate|Partnership|Forum|Network|Federation|School|Academy|College"
    r"|Party|Alliance|Charity|Foundation|Department|Authority|University|Society|Church|Primary|Junior"
    r"|Infants?|Voice"
)
_ORG_WORDS = r"[A-Z][\w’'&.\-]*(?:,?\s+(?:(?:of|and|for|on|upon|in|the|with)\s+)*[A-Z&][\w’'&.\-]*)*"
_ORG_FIRST = rule(rf"^(?:the\s+)?(?P<org>{_ORG_WORDS}?)[’'](?:s\b)?\s+(?P<role>.+)$", re.S)
_ORG_LAST = rule(
    rf"^(?P<role>.+?),?\s+(?:of|at|from|with|for|on)\s+(?:the\s+)?(?P<org>(?:[A-Z][\w’'&.\-]*\s+(?:(?:of"
    rf"|and|for|on|upon)\s+)*)*(?:{_ORG_HEAD})\b(?:\s+(?:of|for|in)\s+[A-Z][\w’']*|\s+(?:{_ORG_HEAD})\b)*"
    rf"|(?:NHS|Healthwatch)\s+[A-Z]\w+(?:,?\s+(?:and\s+)?[A-Z]\w+)*"
    rf"|St\.?\s+[A-Z]\w+)(?:[’']s\s+(?P<more>\w+))?$",
    re.S,
)
# "of the Kent Trust" is a body; "from Armley" is where a private person lives
_ORG_ONLY = rule(
    rf"^(?:of|from|at|for)\s+(?:the\s+)?(?P<org>(?=[A-Z])(?=.*\b(?:{_ORG_HEAD}|Campaign|Centre|Committee|Government|Hospital|Action"
    r"|Healthwatch|Mencap|Unison|Unite|Barnardo[’']s|Carers|Families|Parents|[A-Z]{3,})\b).+)$",
    re.S,
)
_GENERIC_FIRST = rule(
    r"^(?:Children|Adults?|People|Lord|Leader|Cabinet|Deputy|Care\s+Leavers|Her\s+Majesty|His\s+Majesty"
    r"|Women|Men|Families|Parents|Director|Executive|Strategic|Corporate|Interim|Assistant|Minister"
    r"|Shadow)$"
)

_BODIES = (
    r"Ofsted|(?:the\s+)?CQC|[Tt]he\s+Commission(?!\s+(?:of|for|on)\b)|(?:the\s+)?Care\s+Quality\s+Commission|HMICFRS|HMIP|HMIC|CSCI|"
    r"(?:the\s+)?Commission\s+for\s+Social\s+Care\s+Inspection|(?:His|Her|HM)\s*"
    r"(?:Majesty[’']s)?\s*Inspectorate(?:\s+of\s+[A-Z]\w+)?"
    r"|(?:the\s+|lead\s+|Ofsted[’']?s?\s+|CQC\s+|HM\s+|all\s+|its\s+|both\s+)*(?:inspectors?|inspectorates?"
    r"|watchdogs?|regulators?|reviewers?|assessors?|inspection\s+teams?)"
)
_REPORT_NOUN = (
    r"(?:report|letter|findings|inspection|review|document|summary|feedback|assessment|judgement|judgment"
    r"|statement\s+of\s+findings|report\s+card|conclusions?)s?"
)
_REPORT = (
    rf"(?:(?:the|this|that|their|its|an?|his|her|Ofsted[’']s|Ofsted|CQC[’']s|(?:the\s+)?(?:watchdog"
    rf"|regulator|inspectorate|inspector)s?[’']s?|both|two)\s+(?:[\w’'\-]+\s+){{0,6}}?{_REPORT_NOUN}"
    rf"|the\s+(?:first|second|third|fourth|fifth|last|latest|other|earlier|later|one\s+before(?:\s+(?:that"
    rf"|it))?)|{_REPORT_NOUN})"
)
_BETWEEN = (
    r"(?:\s*\([^()]{1,60}\)|\s+(?:that|which)\s+(?:followed|resulted|came\s+(?:out|later|after))(?:\s+it)?"
    r"|,?\s+(?:which|that|who|whose)\s+[^.;:“”\"]{1,110},|\s+(?:from|of|on|into|about"
    r"|for|by|in|to|dated|published|after|at|and)\s+[^.;:,“”\"]{1,90}|,\s+(?:published|carried\s+out|conducted"
    r"|undertaken|held|dated|issued"
    r"|released|sent|written|made|in|on|of|from)\b[^.;:“”\"]{1,90},)"
)
_REPORT_END = rule(rf"(?:^|[\s(“,])(?P<it>{_BODIES}|{_REPORT})(?:{_BETWEEN}){{0,2}},?$", re.I)
_PRONOUN_END = rule(r"(?:^|[\s(“,])(?P<it>he|she|they|it|who|which)$", re.I)
_SPOKES = r"spokes(?:man|woman|person|people)"
_SPOKES_FOR = rule(
    rf"(?P<role>(?:[\w’'\-]+\s+){{0,2}}?{_SPOKES})\s+(?:for|from|of|at|on\s+behalf\s+of)\s+"
    rf"(?:the\s+)?(?P<org>[\w’'][^,.;:“”\"]{{1,90}}?),?$"
)
_SPOKES_OF = rule(
    rf"(?P<org>[A-Z][\w’'&\-]*(?:\s+(?:(?:of|and|for|on"
    rf"|the)\s+)*[A-Z&][\w’'&\-]*)*)\s+(?P<role>{_SPOKES}),?$"
)
_COUNCIL = rule(
    r"(?:^|[\s(“,])(?P<it>(?:[Tt]he\s+(?:county\s+|city\s+|borough\s+|local\s+)?(?:council|authority)|"
    r"(?:[A-Z][\w’'\-]*\s+(?:(?:and|of|upon|with)\s+)?){1,5}Council|The\s+Department\s+for\s+Education"
    r"|the\s+Department\s+for\s+Education))(?:\s+has|\s+also)?$"
)
# a body that is not a council: "NHS Kent", "the Kent and Medway NHS Trust", "the Parent Carer Forum"
_BODY = rule(
    r"(?:^|[\s(“,])(?P<it>(?:[Tt]he\s+)?(?P<org>(?:[A-Z][\w’'&.\-]*\s+(?:(?:and|of|upon|with|for|the|in|on)\s+)*){1,8}"
    r"(?:Trust|Board|Constabulary|Police|Forum|Group|Union|Association|Partnership|Federation|Party|Alliance|Charity"
    r"|Foundation|Society|Service|Network|Campaign|ICB|CCG|School|Academy|College|University)"
    r"(?:\s+(?:of|for|in)\s+(?:the\s+)?[A-Z][\w’'\-]*(?:\s+[A-Z][\w’'\-]*)*)?"
    r"|(?:NHS|Healthwatch)\s+[A-Z][\w’'\-]*(?:,?\s+(?:and\s+)?[A-Z][\w’'\-]*)*))$"
)
_WHICH = re.compile(r",\s+(?:which|who|that|whose)\s[^.;:“”\"]{3,160},?$")
_DETERMINED = rule(
    r"(?:^|[\s(“,])(?P<it>(?P<det>[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Ii]ts|[Tt]heir|[Oo]ur|[Ss]ome|[Mm]any"
    r"|[Ss]everal|[Oo]ther|[Tt]wo|[Tt]hree)\s+(?P<role>[^,.;:“”\"]{3,110}))$"
)
_GROUP = rule(
    rf"(?:^|[\s(“,])(?P<it>(?P<role>(?:(?:young|foster|older|several|some|many|most|few|other|kinship)\s+)*"
    rf"(?:{PRIVATE.pattern}|{STAFF.pattern}))(?:\s+(?:at|from|in|of|with|who)\s+[^,.;:“”\"]{{2,80}})?)$",
    re.I,
)


_NOT_REAL = rule(
    r"(?:^|[\s(“])(?P<it>[A-Z][a-z’'\-]+)\s*[(,]\s*(?:not\s+(?:her|his|their)\s+real\s+name|(?:whose\s+)?name\s+(?:has\s+been\s+)?changed)"
    r"[),]?\s*$"
)


def subject(words: str) -> Subject | None:
    """The phrase at the end of ``words``, which stand before a verb of saying (or are all of a noun phrase)."""
    if m := _NOT_REAL.search(words):
        return Subject("person", m.start("it"), private=True)
    plain = re.sub(r"\([^()]{1,60}\)", lambda m: " " * len(m.group()), words.replace("*", " ")).rstrip()
    plain = _ADVERBS.sub("", plain)
    plain = plain.rstrip(" \t\n\r\u00a0(–—-")
    if not plain or rules.search(r"\b(?:and|but|or)$", plain):
        return None
    if m := _PRONOUN_END.search(plain):
        kind = {"he": "he", "she": "he", "they": "they", "it": "it", "which": "who", "who": "who"}[m["it"].lower()]
        return Subject(kind, m.start("it"))
    person = _person(plain)
    for pattern in (_SPOKES_FOR, _SPOKES_OF) if person is None or person.name is None else ():
        if m := pattern.search(re.sub(r",\s+(?:which|who|that)\s[^,]{3,110},?$", "", plain)):
            return Subject("organisation", m.start(), None, _article(m["role"]), _tidy(m["org"]))
    if person is not None:
        return person
    if m := _REPORT_END.search(plain):
        if _OTHER_REPORT.search(plain, max(0, m.start() - 40)):
            return Subject("other", m.start("it"))
        return Subject("report", m.start("it"))
    if m := _COUNCIL.search(plain):
        named = m["it"] if m["it"][0] not in "tT" or "Department" in m["it"] else None
        return Subject(
            "organisation", m.start("it"), None, None, re.sub(r"^[Tt]he\s+", "", named) if named else "the council"
        )
    if (m := _BODY.search(_WHICH.sub("", plain))) and not _OTHER_REPORT.search(plain):
        return Subject("organisation", m.start("it"), None, None, _tidy(m["org"]))
    return _described(plain)


def _described(plain: str) -> Subject | None:
    """A person described and not named: "one parent", "young people at the hub", "the Executive Director"."""
    bare = re.sub(r",\s+(?:who|whose)\s+.{3,110}$", "", plain, flags=re.S).rstrip(" ,")
    if m := rules.search(
        r"(?:^|[\s(“])[A-Z][a-z’'\-]+(?:\s+[A-Z][a-z’'\-]+)?(?:,\s+(?:aged\s+)?\d{1,3}|\s*,?\s*not\s+(?:her|his|their)\s+real\s+name)$",
        bare,
    ):
        return Subject("person", m.start())  # a private person told of by first name and age
    for at in (
        m.start()
        for m in reversed(
            list(
                re.finditer(
                    r"\b(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Ii]ts|[Tt]heir|[Oo]ur|[Ss]ome|[Mm]any|[Ss]everal|[Oo]ther"
                    r"|[Tt]wo|[Tt]hree)\s",
                    bare,
                )
            )
        )
    ):
        m = _DETERMINED.search(bare, max(0, at - 1))
        if m is None:
            continue
        role = m["role"].strip()
        head = re.split(r"\s+(?:of|for|at|from|in|with|who|to|and)\s+", role, maxsplit=1)[0]
        if not (OFFICE.search(head) or PRIVATE.search(head) or STAFF.search(head)) or len(role.split()) > 12:
            continue
        if rules.search(r"\b(?:council|authority|report|letter|team|board|service)s?$", head, re.I):
            continue
        definite = m["det"].lower() == "the"
        organisation = None
        role = re.split(r"\s+who\s+", role)[0]
        if not PRIVATE.search(head) and (split := _organised(role)):
            role, organisation = split
        return Subject("person", m.start("it"), None, role, organisation, definite)
    if m := rules.search(
        r"(?:^|[\s(“,])(?P<it>[Oo]ne|[Ss]ome|[Oo]thers|[Mm]any|[Mm]ost|[Ss]everal|[Aa]\s+few|[Aa]nother)$", bare
    ):
        return Subject("person", m.start("it"))
    if m := _GROUP.search(bare):
        if not rules.search(r"\b(?:of|for|with|to|by|about|between|from|other|and|in)\s*$", bare[: m.start("it")]):
            return Subject(
                "person", m.start("it"), None, re.split(r"\s+(?:at|from|in|of|with|who)\s+", m["role"])[0].lower()
            )
    return None


_ADVERBS = rule(
    r"(?:[\s,]+(?:also|has|have|had|then|later|today|yesterday|since|again|rightly|simply|himself|herself|themselves"
    r"|further|now|nevertheless|however|always|will|would|were|was|is|are|even|reportedly|previously|recently|formally"
    r"|publicly|privately|earlier|separately|bluntly|candidly|warmly|clearly|repeatedly|specifically|does|do|did))+,?$"
)
_OTHER_REPORT = rule(
    r"\b(?:commissioners?[’']?s?|audit\w*|peer|serious\s+case|practice|committee|officers?[’']?s?|director[’']s"
    r"|council[’']s(?:\s+own)?"
    r"|internal|ombudsman[’']?s?|consultants?[’']?|scrutiny|newspaper|government|department|minister[’']?s?"
    r"|independent|own"
    r"|school[’']s|budget|annual|covering|cover|thank-you|resignation|open|news)\s+"
    r"(?:report|letter|review|document|summary|feedback|assessment|findings)s?\b",
    re.I,
)


# Names


def _parts(plain: str) -> list[tuple[int, str]]:
    """The stretches between commas, last six, with where each begins."""
    out: list[tuple[int, str]] = []
    at = 0
    for piece in plain.split(","):
        lead = len(piece) - len(piece.lstrip())
        if piece.strip():
            out.append((at + lead, piece.strip()))
        at += len(piece) + 1
    return out[-6:]


@dataclass(frozen=True, slots=True)
class _Found:
    start: int  # of the title or name within its part
    name: str
    title: str
    before: str  # words of the part before it


def _named(part: str) -> _Found | None:
    """A name at the end of ``part``."""
    if rules.match(r"(?:who|whose|which)\s", part):
        return None
    tokens = list(_WORD.finditer(part))
    run: list[re.Match[str]] = []
    for token in reversed(tokens):
        word = token.group()
        if (word in _PARTICLES and run) or (
            _NAME_WORD.match(word)
            and word.lower() not in _NOT_NAMES
            and not word.endswith(("’s", "'s"))
            and not TITLE.fullmatch(word)
        ):
            run.append(token)
        else:
            break
        if len(run) == 4:
            break
    run.reverse()
    while run and run[0].group() in _PARTICLES:
        run.pop(0)
    if not run:
        return None
    i = tokens.index(run[0])
    title = ""
    start = run[0].start()
    if (
        i
        and TITLE.fullmatch(tokens[i - 1].group())
        and not (
            i > 1
            and len(run) > 1
            and _COMMISSIONER.fullmatch(tokens[i - 1].group())
            and tokens[i - 2].group()[:1].isupper()
            and tokens[i - 2].group().lower() not in _RANK_BEFORE
        )
    ):
        j = i - 1
        while j and (TITLE.fullmatch(tokens[j - 1].group()) or tokens[j - 1].group().lower() in _RANK_BEFORE):
            j -= 1
        start, title = tokens[j].start(), part[tokens[j].start() : tokens[i - 1].end()]
    elif i:
        previous = tokens[i - 1].group()
        if len(previous) > 1 and previous.isupper() and not OFFICE.fullmatch(previous):
            return None  # the rest of an organisation's name
        if previous.lower() in (
            "of",
            "for",
            "and",
            "&",
            "in",
            "with",
            "to",
            "by",
            "from",
            "at",
            "on",
            "between",
            "about",
            "near",
        ):
            if len(run) < 3 or previous.lower() not in ("of", "for", "and", "&"):
                return None
            run = run[-2:]
            start = run[0].start()
    if not title and (len(run) < 2 or run[0].group().lower() in _COMPASS):
        return None
    name = part[run[0].start() : run[-1].end()]
    return _Found(start, name, title, part[:start].rstrip())


def _person(plain: str) -> Subject | None:
    parts = _parts(plain)
    if not parts:
        return None
    at, last = parts[-1]
    found = _named(last)
    if found is not None:
        before, start = _role_before(found.before)
        if found.before and not before and not _may_lead(found.before):
            return None
        role = before
        if not role and not found.before and len(parts) > 1:
            role, back = _role_above(parts[:-1])
            if role:
                return _made(found, role, back)
        return _made(found, role, at + (start if role else found.start))
    for j in range(len(parts) - 2, max(-1, len(parts) - 6), -1):
        at, part = parts[j]
        found = _named(part)
        if found is None:
            continue
        rest = plain[at + len(part) :].strip(" ,")
        before, start = _role_before(found.before)
        if found.before and not before and not _may_lead(found.before):
            return None
        after, private = _role_after(rest)
        if after is None and not private:
            return None
        if private and not (found.title and not _CIVIL.fullmatch(found.title)):
            return Subject("person", at + found.start, None, after, private=True)
        if private:
            return _made(found, before, at + (start if before else found.start))
        return _made(found, ", ".join(x for x in (before, after) if x), at + (start if before else found.start))
    return None


def _may_lead(before: str) -> bool:
    """May a name that is a subject stand after these words? Not after a preposition: it would be an object."""
    last = before.rstrip(" ,").split()[-1].lower() if before.split() else ""
    return last not in _PREPOSITIONS


_PREPOSITIONS = frozenset("of for with from at on between about near in against to by into over under via per".split())


def _role_before(before: str) -> tuple[str, int]:
    """The office that stands right before a name ("Director of Children's Services Ann Lee"), and where it begins."""
    tokens = list(_WORD.finditer(before))
    start = len(before)
    for token in reversed(tokens):
        word = token.group().strip('(“"')
        if (
            word.lower() in ("of", "for", "and", "&", "the", "to", "at", "in")
            or (
                word[:1].isupper()
                and word.lower()
                not in ("but", "and", "then", "speaking", "yesterday", "today", "meanwhile", "however", "while", "as")
            )
            or OFFICE.search(word)
            or word.endswith(("’s", "'s", "s’"))
            or re.fullmatch(
                r"vice|then|former|acting|interim|shadow|strategic|corporate|lead|assistant|council|board|group"
                r"|opposition|children|adults?|party|city|county|borough|services?|education|social|care|learning"
                r"|skills|families|people|schools|safeguarding|health|young|communities|finance|improvement",
                word,
                re.I,
            )
        ):
            start = token.start()
        else:
            break
    role = before[start:]
    trimmed = re.sub(r"^(?:(?:of|for|and|&|to|at|in|the|The|But|And)\s+)+", "", role)
    start += len(role) - len(trimmed)
    return (
        (trimmed, start)
        if OFFICE.search(trimmed) or _RANK.fullmatch(trimmed) or rules.search(r"[A-Z]\w+[’']s$", trimmed)
        else ("", start)
    )


def _role_above(parts: list[tuple[int, str]]) -> tuple[str, int]:
    """The office of "ROLE, NAME": the stretches before the name back to one that holds an office."""
    taken = ""
    for at, part in reversed(parts[-3:]):
        taken = f"{part}, {taken}" if taken else part
        if OFFICE.search(part):
            bare = _LEAD_IN.sub("", taken)
            bare = re.sub(
                r"^(?:But|And|Meanwhile|However|Yesterday|Today|While|Earlier|Last\s+\w+|Now|Then)\s+", "", bare
            )
            if rules.search(
                r"\b(?:said|says|was|were|is|are|has|have|had|will|would|found)\b", bare
            ) or not rules.match(r"(?:the\s|our\s|its\s|their\s|a\s)?[A-Z]|(?:the|our|its|their|a)\s", bare, re.I):
                return "", at
            return bare, at + len(part) - len(bare) if bare in part else at
        if not rules.match(r"[A-Z]|and\s", part):
            return "", at
    return "", 0


def _role_after(rest: str) -> tuple[str | None, bool]:
    """The role after a name; and whether it describes a private person."""
    rest = re.sub(r"^(?:aged\s+)?\d{1,2}(?:,\s*|$)", "", rest).strip(" ,")
    if not rest:
        return None, True
    rest = re.sub(r"^who\s+is\s+", "", rest)
    rest = re.sub(
        r",?\s+and\s+(?:was|had\s+been|previously|formerly|used\s+to|once|came|joined)\b.*$", "", rest, flags=re.S
    )
    if rules.match(r"whose\b", rest):
        kin_of = rules.search(_WHOSE, rest[:60], re.I)
        return (_KIN_OF[kin_of.group().lower()] if kin_of else None), True
    office = OFFICE.search(rest)
    if rules.match(r"who\s", rest):
        rest = _CLAUSE_AFTER.split(rest)[0]
        office = OFFICE.search(rest)
        if not office:
            return None, True
        rest = (
            re.sub(r"\s+and\s+(?:sits|is|was|has|also|said)\b.*$", "", rest[4:], flags=re.S)
            if not rules.search(r"[A-Z][\w’']*\s+Council", rest)
            else rest[4:]
        )
        return rest, False
    if _ORG_ONLY.match(rest):
        return rest, False
    if PRIVATE.match(re.sub(r"^(?:the|a|an|whose|one)\s+(?:\w+\s+)?", "", rest)) and not office:
        return re.sub(r"^(?:the|a|an|one)\s+", "", rest), True
    if rules.match(r"whose\b", rest):
        return None, True
    if _CLAUSE_AFTER.search(rest):
        return None, False  # a clause of its own, and not the end of a role
    return (rest, False) if office and len(rest.split()) <= _LONGEST_ROLE + 6 else (None, False)


_CLAUSE_AFTER = re.compile(
    r",\s+(?:also\s+|then\s+)?(?:says|said|has|had|was|were|is|are|told|tells|adds|denies|insists|fell|came|went|took|gave|made"
    r"|put|left|spoke|wrote|felt|thought|met|rose|stood|sent|held|kept|led|[a-z]{2,}ed)\b|\b(?:she|he|they)\b"
)
# an earlier post is not the office somebody speaks in
_AND_WAS = re.compile(r",?\s+and\s+(?:was|had\s+been|previously|formerly|used\s+to|once|came|joined)\b.*$", re.S)
# "whose eight-year-old son has been out of school": a parent speaks
_WHOSE = (
    r"\b(?:son|daughter|child|children|boys?|girls?|twins|sons|daughters|grandson|granddaughter|grandchild"
    r"|grandchildren)\b"
)
_KIN_OF = {
    **dict.fromkeys("son daughter child children boy boys girl girls twins sons daughters".split(), "parent"),
    **dict.fromkeys("grandson granddaughter grandchild grandchildren".split(), "grandparent"),
}


def _organised(role: str) -> tuple[str, str] | None:
    """ "Gateshead Council's cabinet member" and "chief nurse at NHS Devon ICB": the role and the organisation in it."""
    if (
        (m := _ORG_FIRST.match(role))
        and not _GENERIC_FIRST.match(m["org"].strip())
        and OFFICE.search(m["role"])
        and not OFFICE.search(m["org"])
    ):
        return m["role"], m["org"]
    if m := _ORG_LAST.match(role):
        office = m["role"]
        cut = re.sub(r"\s+and\s+(?:sits|is|was|also)\b.*$", "", office, flags=re.S)
        own = re.fullmatch(r"Council|Authority|Board|Service|Group|Trust|Partnership|Borough|Party", m["org"])
        whole = len(cut.split()) == 1 and m["org"].endswith(("Service", "Department"))
        if OFFICE.search(cut) and not own and not whole:
            return cut, m["org"]
    return None


def _made(found: _Found, role: str, start: int) -> Subject:
    organisation: str | None = None
    rank = found.title if _RANK.fullmatch(found.title) else ""
    role = role.strip(" ,")
    if role:
        role = re.sub(
            r"^(?:our|the|its|their|who\s+is|who|also|then\s+the)\s+",
            lambda m: "" if m.group().strip() != "our" else "our ",
            role,
        )
        if m := _ORG_ONLY.match(role):
            organisation, role = m["org"], ""
        elif m := rules.match(r"(?P<org>[A-Z]\w+)(?:[’']s|s[’'])$", role):
            organisation, role = m["org"], ""  # "Labour's Ann Lee"
        elif split := _organised(role):
            role, organisation = split
        elif m := rules.match(
            r"(?P<org>[A-Z][\w&\-]*(?:\s+(?:(?:of|and|on|upon)\s+)*[A-Z][\w&\-]*)*?\s+(?:Council|Police|Ofsted|CQC"
            r"|NHS|Constabulary)|Ofsted|CQC|HMICFRS)\s+(?P<role>.+)$",
            role,
        ):
            if OFFICE.search(m["role"]):
                organisation, role = m["org"], m["role"]
        role = re.sub(r"^(?:the|who)\s+", "", role)
        if m := rules.search(r"\s+(?:at|of|for)\s+the\s+(?:council|authority)$", role):
            role, organisation = role[: m.start()], organisation or "the council"
        role = re.sub(
            r"^(?:(?:city|county|borough|local)\s+)?(?:council|authority|board|trust|partnership|forum)[’']s\s+",
            "",
            role,
        )
        if len(role.split()) > _LONGEST_ROLE:
            role = ""
    role = role or rank
    if role and PRIVATE.search(role) and not OFFICE.search(role):
        return Subject("person", start, None, role, None)
    titled = bool(found.title) and not _CIVIL.fullmatch(found.title)
    return Subject(
        "person", start, found.name, role or None, _tidy(organisation) if organisation else None, titled=titled
    )


def _tidy(organisation: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", organisation, flags=re.I).strip(" ,")


def _article(role: str) -> str:
    return re.sub(r"^(?:one|a|an|another|the)\s+", "", role.strip(), flags=re.I)


def object_of(words: str) -> Subject | None:
    """The phrase at the start of ``words``, after a verb of saying: without what trails it, then whole."""
    whole = words.strip(" ,.")
    tries = [_LEAVE_ROLE.sub("", whole), whole]
    pieces = whole.split(",")
    tries += [",".join(pieces[:n]) for n in range(len(pieces) - 1, 0, -1)]
    tries += [_LEAVE_ROLE.sub("", pieces[0])]
    for one in tries:
        one = one.strip(" ,.")
        if one and (found := subject(one)) is not None and found.start < 4:
            return found
    return None


def one_of(group: str) -> str:
    """One of a group: "parents" a parent, "young people" a young person; kin of a child are told as its parent."""
    role = re.sub(r"\bpeople\b", "person", group.lower())
    role = re.sub(r"\bchildren\b", "child", role)
    role = re.sub(r"\bwomen\b", "woman", re.sub(r"\bmen\b", "man", role))
    role = re.sub(r"families$", "family", role)
    return re.sub(r"(?<=[a-z]{3})(?<!s)s$", "", role)


def kin(role: str | None) -> str | None:
    """A mother, a father, a mum or a dad is told of as a parent."""
    return re.sub(r"\b(?:mother|father|mum|dad|mam)\b(?:\s+of\s+\w+)?", "parent", role, flags=re.I) if role else role


def is_name(words: str) -> bool:
    """Could these capitalised words be a person's name, with or without a title?"""
    parts = [w for w in words.split() if not TITLE.fullmatch(w)]
    return (
        bool(parts)
        and all(w.lower() not in _NOT_NAMES and not w.endswith(("’s", "'s")) for w in parts)
        and ((len(parts) > 1 and parts[0].lower() not in _COMPASS) or len(parts) < len(words.split()))
    )
