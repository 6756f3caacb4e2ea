"""A person named with the office they speak in: what stands before the name and after it."""

from __future__ import annotations

import re
from dataclasses import replace

from inspections.catalogue import Catalogue
from inspections.reading import rules
from inspections.reading.dates.calendar_words import MONTH
from inspections.reading.inspectorates import naming_rule
from inspections.reading.people.after_names import LONGEST_ROLE, role_after
from inspections.reading.people.clauses_around import DOING, TO_DO, TO_OR_WHERE, without_clause
from inspections.reading.people.first_names import sex_of, sex_told
from inspections.reading.people.names import WORD, FoundName, name_at_end, stretches
from inspections.reading.people.office_lists import without_comma
from inspections.reading.people.organisations import (
    ACRONYM,
    ENDS_IN_A_KIND,
    ORG_ONLY,
    bare_name,
    of_a_body,
    organised,
)
from inspections.reading.people.roles import CIVIL, OFFICE, PRIVATE, RANK, STAFF, TITLE
from inspections.reading.people.subject import Subject
from inspections.reading.rules import rule

_LEAD_IN = rule(
    r"^.*?\b(?:[Cc]ommenting|[Ss]peaking|[Rr]esponding|[Rr]eacting|[Rr]eplying|[Ww]elcoming|[Ii]n\s+(?:a|an"
    r"|his|her|their|response|reply|reaction)\b|[Aa]sked\b|[Aa]fter\b|[Aa]t\s+(?:the|a)\b|[Oo]n\s+\w+day\b"
    r"|[Ff]or\s+the\b)[^,]{0,110},\s*",
    re.S,
)


def person_in(plain: str, catalogue: Catalogue) -> Subject | None:
    parts = stretches(plain)
    if not parts:
        return None
    at, last = parts[-1]
    found = name_at_end(last)
    if found is not None and not found.title and len(parts) > 1 and ENDS_IN_A_KIND.search(parts[-2][1]):
        whole = person_in(plain[:at].rstrip(" ,"), catalogue)  # "who chairs the parent carer forum, Unique Voices"
        if whole is not None and whole.name is not None and whole.role:
            return replace(whole, organisation=whole.organisation or bare_name(last))
    if found is not None and not found.title and ENDS_IN_A_KIND.search(found.before):
        found = None  # "co-founder of the charity Home Truths": the charity's name
    if found is not None:
        before, start = _role_before(found.before)
        if found.before and not before and not _may_lead(found.before):
            return None
        role = before
        if not role and not found.before and len(parts) > 1:
            role, back = _role_above(parts[:-1])
            if role and _FOR_ANOTHER.search(role):
                return Subject("person", back, private=True)
            if role:
                return in_office(found, role, back, catalogue)
        return in_office(found, role, at + (start if role else found.start), catalogue)
    for j in range(len(parts) - 2, max(-1, len(parts) - 6), -1):
        at, part = parts[j]
        found = name_at_end(part)
        if found is None:
            continue
        rest = plain[at + len(part) :].strip(" ,")
        before, start = _role_before(found.before)
        if found.before and not before and not _may_lead(found.before):
            return None
        after, private = role_after(rest, catalogue)
        if (after is None or private) and not before and not found.before:
            above, back = _role_above(parts[:j])
            if above:  # "the chair of the forum, Ann Lee, a teacher until she came home": an aside after the office
                return in_office(found, above, back, catalogue)
        if after is None and not private:
            aside = not before and not found.before and _AN_ASIDE.fullmatch(rest) is not None
            if aside and found.title and not CIVIL.fullmatch(found.title) and plain.rstrip().endswith(","):
                return in_office(found, "", at + found.start, catalogue)  # "Cllr Ann Lee, clearly moved, said"
            return None
        if private and not before and not (found.title and not CIVIL.fullmatch(found.title)):
            return Subject("person", at + found.start, None, after, private=True, called=found.name)
        if private:
            return in_office(found, before, at + (start if before else found.start), catalogue)
        if before and after == "MP":
            after = None
        return in_office(
            found, ", ".join(x for x in (before, after) if x), at + (start if before else found.start), catalogue
        )
    return None


# between two commas, and neither somebody else nor what was done
_AN_ASIDE = re.compile(
    rf"(?!(?:{TITLE.pattern})\s)(?![A-Z][\w’'-]+\s+[A-Z])(?!(?:and|but|the|then|it|they|he|she|has|had|was|were|is|are)\b)"
    r"(?!(?:\w+ed|put|told|met|wrote|went|took|gave|sent)\s+(?:an?|the|its|his|her|their|to|at|in|on|that)\s)[^,;:“”\"]{3,70}"
)


def _may_lead(before: str) -> bool:
    """May a name that is a subject stand after these words? Not after a preposition: it would be an object."""
    last = before.rstrip(" ,").split()[-1].lower() if before.split() else ""
    return last not in _PREPOSITIONS


_PREPOSITIONS = frozenset("of for with from at on between about near in against to by into over under via per".split())


def _role_before(before: str) -> tuple[str, int]:
    """The office that stands right before a name ("Director of Children's Services Ann Lee"), and where it begins."""
    tokens = list(WORD.finditer(before))
    start = len(before)
    for token in reversed(tokens):
        word = without_comma(token.group().strip('(“"'))
        if (
            word.lower() in ("of", "for", "and", "&", "the", "to", "at", "in")
            or (
                word[:1].isupper()
                and word.lower()
                not in ("but", "and", "then", "speaking", "yesterday", "today", "meanwhile", "however", "while", "as")
            )
            or OFFICE.search(word)
            or STAFF.fullmatch(word)
            or PRIVATE.fullmatch(word)
            or word.endswith(("’s", "'s", "s’"))
            or re.fullmatch(
                r"vice|then|former|retired|holder|branch|general|national|district|executive|managing|policy|policing|nursing|clinical|medical|parent"
                r"|acting|interim|shadow|strategic|corporate|lead|assistant|council|board|group"
                r"|opposition|children|adults?|party|city|county|borough|services?|education|social|care|learning"
                r"|skills|families|people|foster|kinship|schools|safeguarding|health|young|communities|finance|improvement",
                word,
                re.I,
            )
        ):
            start = token.start()
        else:
            break
    if start and (longer := _OFFICE_OF_WHAT.search(before)):
        start = min(start, longer.start("role"))
    role = before[start:]
    if (held := _TO_THOSE.match(role)) is not None:  # "in a letter to parents Mr Jarrett wrote": he is none of them
        return "", start + held.end()
    if _NOT_THAT.match(role):
        return "", len(before)
    if start and _TO_WHOM.search(before[:start]) and _THOSE.fullmatch(role.strip()):
        return "", len(before)
    trimmed = re.sub(r"^(?:(?:of|for|and|&|to|at|in|the|The|But|And)\s+)+", "", role)
    start += len(role) - len(trimmed)
    return (
        (trimmed, start)
        if OFFICE.search(trimmed)
        or RANK.fullmatch(trimmed)
        or STAFF.search(trimmed)
        or PRIVATE.search(trimmed)
        or rules.search(r"[A-Z]\w+[’']s$", trimmed)
        else ("", start)
    )


_MANY = (
    rf"(?:(?:foster|social|young|other|fellow|local|our|her|his|their|its)\s+)*(?:(?:{PRIVATE.pattern})|(?:{STAFF.pattern})"
    r"|councillors|members|colleagues|reporters|readers|voters|MPs)"
)
_TO_THOSE = re.compile(rf"(?:to|for|with|from|of|by|among|at)\s+(?:the\s+)?{_MANY}\s*$", re.I)
_TO_WHOM = re.compile(r"\b(?:to|for|with|from|of|by|among)\s+(?:the\s+)?$", re.I)
_THOSE = re.compile(_MANY, re.I)
# "NSPCC head of policy", "cabinet member for roads and rail"
_OFFICE_OF_WHAT = rule(
    rf"(?:^|\s)(?P<role>(?-i:(?:[A-Z][\w’'&\-]*\s+){{0,4}})(?:(?![a-z]+ed\s)[a-z]+\s+)?{OFFICE.pattern}\s+(?:of|for)\s+(?:[a-z][\w’'\-]*,?\s+){{0,5}}[a-z][\w’'\-]*)$",
    re.I,
)


_NOT_THAT = re.compile(
    r"\W*(?:(?:But|And|So|It\s+is|It\s+was)\s+)?(?:[Nn]ot|[Nn]ever|[Nn]o|[Nn]or|[Nn]either|[Uu]nlike)\b"
)
# "A year ago this week Doncaster's mayor", "Two years later the leader"
_TIME_FIRST = re.compile(
    r"^(?:Some\s+|About\s+|Just\s+|Only\s+|Almost\s+|Nearly\s+)?(?:[Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|\d+)\s+"
    r"(?:years?|months?|weeks?|days?|hours?)\s+(?:ago|earlier|later|before|after|on)(?:\s+(?:this|last|next)\s+\w+)?,?\s+"
)
# "In a judgement that the chief inspector, Christine Gilbert, called ...": the office alone
_THAT_THE = re.compile(
    r"^.{3,120}?\b(?:that|which|whom|who|because|when|while|as)\s+(?=(?:the|its|their|our|his|her)\s+[^,]*$)", re.S
)
# "Her thanks were echoed by the director, Ann Lee"
_GIVEN_BY = rule(
    r"^.*\s(?:by|from|with|(?:go|goes|put|left|sent|handed|passed)\s+to)\s+"
    r"(?=(?:(?:the|our|its|their)\s+)?(?:[\w’'\-]+,?\s+){0,9}[\w’'\-]+$)",
    re.S,
)


def _role_above(parts: list[tuple[int, str]]) -> tuple[str, int]:
    """The office of "ROLE, NAME": the stretches before the name back to one that holds an office."""
    taken = ""
    for at, part in reversed(parts[-3:]):
        taken = f"{part}, {taken}" if taken else part
        if OFFICE.search(part):
            if _NOT_THAT.match(taken):
                return "", at
            bare = _LEAD_IN.sub("", _THAT_THE.sub("", _TIME_FIRST.sub("", taken)))
            bare = _GIVEN_BY.sub("", bare)
            bare = re.sub(
                r"^(?:But|And|Meanwhile|However|Yesterday|Today|While|Earlier|Last\s+\w+|Now|Then|What|As|When|That"
                r"|Although|Because|If|Whether|Since)\s+",
                "",
                bare,
            )
            if rules.search(
                r"^(?:After|Before|With|Like|Unlike|Alongside|Behind|Under)\s"
                r"|\b(?:said|says|was|were|is|are|has|have|had|will|would|found)\b",
                bare,
            ) or not rules.match(r"(?:the\s|our\s|its\s|their\s|a\s)?[A-Z]|(?:the|our|its|their|a)\s", bare, re.I):
                return "", at
            return bare, at + len(part) - len(bare) if bare in part else at
        if not rules.match(r"[A-Z]|and\s", part):
            return "", at
    return "", 0


# "director of services, a tall woman with a dog"
_A_TALL_WOMAN = re.compile(
    r",\s+an?\s+(?:[\w-]+,?\s+){0,4}?(?:woman|man|mother|father|lady|gentleman|character|figure)\b.*$", re.S
)
# "Youth Justice Manager, February 2024": when it was said
_DATED = re.compile(rf",\s+(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{MONTH}(?:\s+(?:19|20)\d\d)?|(?:19|20)\d\d)$")
# "Back in October the cabinet member": when, and no part of the office
_WHEN_FIRST = rule(
    rf"^(?:Back|In|On|Last|This|Earlier|Later|By|During|Since|Only)\s[^,]{{0,40}}?\b(?:the|its|our)\s+(?=[^,]*{OFFICE.pattern})"
)
# "director of children's services after the inspection"
_SINCE_WHEN = re.compile(
    r"(?<!\blook)(?<!\blooks)(?<!\blooked)(?<!\blooking)\s+(?:(?:shortly|soon|just|immediately|\w+\s+(?:days|weeks|months|years))\s+)?(?:after|before|following)\s.*$",
    re.S,
)
# "spokeswoman for the leader, Ann Lee": which of the two has the name?
_FOR_ANOTHER = re.compile(
    r"\b(?:letter|report|e-?mail|note|message|advice|memo|reply|tribute|thanks|question|answer|response)\s+(?:for|of|to|from)\s+(?:the|its|our|their)\s"
    r"|(?:^|\b(?:his|her|their|its|the|[’']s)\s+)(?:predecessor|successor)\b|\b(?:spokes\w+|aide|advis[eo]r|assistant|(?<!general\s)(?<!branch\s)(?<!regional\s)(?<!district\s)(?<!permanent\s)secretary|wife|husband|partner|successor|predecessor|colleague|deputy)\s+(?:for|of|to)\s+(?:the|its|our|their)\s",
    re.I,
)
# "champion, of the charity Kent Carers"
_OF_A_BODY_LAST = re.compile(r"^(?P<role>[^,]{3,80}),\s+(?P<of>(?:of|from|at)\s+[^,]{3,90})$")
# "Conservative, cabinet member for children": the party stands apart from the office
_PARTY_FIRST = re.compile(
    r"^(?:Conservative|Labour|Lab|Con|Lib\s*Dem|Liberal\s+Democrat|Green|Independent|Reform(?:\s+UK)?),\s+(?=[a-z])"
)
# "took over as cabinet member in May"
_TOOK_OVER = re.compile(
    r"^(?:who\s+)?(?:took\s+over|took\s+up\s+post|was\s+(?:appointed|named|elected|made|brought\s+in|drafted\s+in|chosen|hired|recruited)|has\s+been|became|started|joined|arrived|came(?:\s+in)?|began"
    r"|stepped\s+(?:in|up)|returned|serves|sits|acts)\s+(?:as\s+)?"
    r"(?:the\s+|an?\s+|its\s+)?(?P<office>[^,]{3,90}?)(?:\s+(?:in|on|last|this|since|by|earlier|two|three|six|a|just)\s+[^,]*)?$"
)
# "At Tuesday's meeting Kent Council's leader": where somebody spoke, and no part of the office
_AT_A_SITTING = rule(
    r"^(?:At|In|On|During|After|Before|Following|By)\s+[^,]{0,60}?\b(?:meeting|committee|cabinet|council|panel|briefing|conference"
    r"|session|launch|event|hearing|debate|night|morning|afternoon|evening|week|month)(?:\s+(?:of|on)\s+[^,]{2,40}?)?,?\s+"
    r"(?=(?:[Tt]he\s|[Ii]ts\s|[A-Z])[^,]*$)"
)
# "There's a new head of adoption, Ann Lee": no body is called so
_THERE_IS = re.compile(
    r"^(?:There|Here|That|This|It|[Ss]?[Hh]e|Who|What|Then\s+there)(?:[’']s|\s+(?:is|was))\s+(?:also\s+)?"
)
# "Mr Day's opposite number": the office, and not whose
_SOMEBODYS = rule(
    r"^(?:Cllr|Councillor|Coun|Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\.?\s+(?:[A-Z][\w\-]*\s+)?[A-Z][\w\-]*[’']s\s+(?=\S)"
)
# "Kent Council cabinet member", "Ofsted regional director"
_OF_A_BODY = naming_rule(
    r"(?P<org>[A-Z][\w&\-]*(?:\s+(?:(?:of|and|on|upon)\s+)*[A-Z][\w&\-]*)*?\s+(?:Council|Police|@short|NHS|Constabulary)"
    rf"|@short|{ACRONYM}|Unison|Unite|Mencap|Healthwatch|Barnardo[’']s)\s+(?P<role>.+)$"
)


# "Both councils share a director, Ann Lee": the office alone
_THEY_HAVE = re.compile(
    r"^(?:[\w’'&-]+\s+){1,6}?(?:shares?|shared|have|has|had|appointed|employs?|chose)\s+(?:an?|one|the\s+same)\s+(?=\w)"
)

# somebody who is not named, beside the one who is
_OF_SOMEBODY = re.compile(
    r"\b(?P<role>spokes\w+|aides?|all(?:y|ies)|colleagues?|friends?|supporters?|opponents?|critics?|lawyers?|solicitors?|wife|husband|widow|mother|father|son|daughter"
    r"|brother|sister)\s+(?:for|of|to)(?:\s+the)?\s*(?:,|$)",
    re.I,
)


def in_office(found: FoundName, role: str, start: int, catalogue: Catalogue) -> Subject:
    organisation: str | None = None
    rank = found.title if RANK.fullmatch(found.title) else ""
    if (of := _OF_SOMEBODY.search(role)) is not None:
        return Subject("person", start, None, of["role"], private=True)  # "a spokesman for Cllr Ann Lee"
    role = role.strip(" ,")
    if role:
        role = _THEY_HAVE.sub("", without_clause(role))
        role = re.sub(
            r"^(?:our|[Tt]he|[Ii]ts|[Tt]heir|(?:[Hh]er|[Hh]is)(?!\s+Majesty)|who\s+is|who|also|then\s+the)\s+",
            lambda m: "" if m.group().strip() != "our" else "our ",
            role,
        )
        role = re.sub(
            r"^(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil)\s[^,]{0,20}\b(?:19|20)\d\d,?\s+(?:the\s+)?(?:then\s+)?", "", role
        )
        role = TO_OR_WHERE.sub("", _SOMEBODYS.sub("", role))
        role = _THERE_IS.sub("", _AT_A_SITTING.sub("", role))
        role = _TOOK_OVER.sub(r"\g<office>", _PARTY_FIRST.sub("", role))
        role = re.sub(r",\s+(?:who|whose|which)\s.*$", "", role, flags=re.S)
        role = _DATED.sub("", _WHEN_FIRST.sub("", role))
        role = _SINCE_WHEN.sub("", _A_TALL_WOMAN.sub("", role))
        role = TO_DO.sub("", DOING.sub("", role))
        if (m := _OF_A_BODY_LAST.match(role)) and (held := of_a_body(m["of"]) or ORG_ONLY.of(catalogue).match(m["of"])):
            organisation, role = held["org"], m["role"]
        elif m := of_a_body(role) or ORG_ONLY.of(catalogue).match(role):
            organisation, role = m["org"], ""
        elif rules.search(r"[’']s?\s+MP$", role):
            pass  # "Kent's MP": a place, and no body
        elif m := rules.match(r"(?P<org>[A-Z]\w+)(?:[’']s|s[’'])$", role):
            organisation, role = m["org"], ""  # "Labour's Ann Lee"
        elif split := organised(role, catalogue):
            role, organisation = split
        elif m := _OF_A_BODY.of(catalogue).match(role):
            if OFFICE.search(m["role"]):
                organisation, role = m["org"], m["role"]
        role = re.sub(r"^(?:the|an?|who|own)\s+", "", role)
        if m := rules.search(r"\s+(?:at|of|for)\s+the\s+(?:council|authority)$", role):
            role, organisation = role[: m.start()], organisation or "the council"
        role = re.sub(
            r"^(?:(?:city|county|borough|local|town)\s+)?(?:hall|network|union|charity|association|council|authority|board|trust|partnership|forum|borough|county|city|town"
            r"|district|area|region)[’']s\s+",
            "",
            role,
        )
        role = re.sub(r",?\s+since\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d$", "", role)
        if len(role.split()) > LONGEST_ROLE or role.endswith(":"):
            role = ""
    role = role or rank
    if role and PRIVATE.search(role) and not OFFICE.search(role):
        return Subject("person", start, None, role, None, called=found.name)
    titled = bool(found.title) and not CIVIL.fullmatch(found.title)
    return Subject(
        "person",
        start,
        found.name,
        role or None,
        bare_name(organisation) if organisation else None,
        titled=titled,
        sex=sex_told(f"{found.title} {role}") or sex_of(found.name),
    )
