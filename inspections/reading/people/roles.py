"""The words for offices, for private people and for staff, and the titles before a name."""

from __future__ import annotations

import re

from inspections.reading.rules import rule

OFFICE = rule(
    r"\b(?:cabinet|portfolio|boss|leader|mayor|director|(?:co-?)?chair\w*|member|councillors?|executive|manager"
    r"|heads?|headteacher|headmaster|headmistress|chief|inspector|minister"
    r"|secretary|officer|commissioner|spokes\w+|president|deputy|superintendent|MP|peer(?![\s\-]+\w+)|leads?|principal"
    r"|partner|conven[eo]r|independent|regional|advis[eo]r|trustee|constable|governor"
    r"|nurse|coordinator|co-ordinator|ombudsman|treasurer|candidate|founded|campaigner|sponsor|solicitor"
    r"|bishop|dean|rep|representative|steward|professor|lecturer|barrister"
    r"|co-?ordinates|fronts|(?:led|chaired|represent(?:s|ed))\s+(?:the\s+|a\s+)?(?:[\w’'&-]+\s+){0,5}?(?:group|forum|network|union|branch|committee|association|charity|campaign)"
    r"|(?:co-)?founder|set\s+up\s+(?:the\s+|a\s+)?(?:charity|(?:parents[’']?\s+|support\s+|campaign\s+)?group|campaign|network|(?-i:[A-Z]\w+\s+(?:(?:of|for|and|in)\s+)?[A-Z]))"
    r"|champion|ambassador|editor|reader(?=\s+in\b)|holds\s+(?:the\s+|a\s+)?(?:[\w’'\-]+\s+){0,4}(?:brief|portfolio)"
    r"|runs|oversees|manages|chairs|directs|speaks\s+(?:for|on)|looks\s+after(?!\s+(?:her|his|their|my|our|him|them|an?|two|three|four|five|six|\d+|some(?:one|body)|foster|grand\w+|the\s+(?:child(?:ren)?|kids|bab(?:y|ies)|boys?|girls?|twins))\b)|has\s+(?:run|led|headed|managed|overseen|chaired)|responsible\s+for|in\s+charge\s+of|clerk|registrar|dcs|organiser|whip|opposite\s+number|counterpart)\b",
    re.I,
)
PRIVATE = rule(
    r"\b(?:parents?|mothers?|fathers?|mums?|dads?|grand\w+|carers?|child|children|boys?|girls?|pupils?"
    r"|students?|learners?|young\s+(?:persons?|people|wom[ae]n|m[ae]n|adults?)"
    r"|teenagers?|care\s+leavers?|apprentices?|residents?|adopters?|famil(?:y|ies)|[\w\-]+-year-olds?"
    r"|neighbours?|tenants?|service\s+users?|wom[ae]n|m[ae]n|people|(?:(?<=same\s)|(?<=one\s)|(?<=another\s)|(?<=\ba\s)|(?<=older\s)|(?<=disabled\s)|(?<=autistic\s))person|brothers?|sisters?|siblings?|relatives?"
    r"|guardians?)\b",
    re.I,
)
STAFF = rule(
    r"\b(?:social\s+workers?|teachers?|staff|tutors?|employers?|practitioners?|headteachers?|heads"
    r"|governors?|officers?|nurses?|doctors?|health\s+visitors?|workers?|managers?|leaders?|partners?"
    r"|councillors?|members?|assistants?|advisers?|volunteers?|professionals?|judges?|commissioners?|employees?|insiders?|whistleblowers?|firefighters?"
    r"|officials?|sources?(?=\s+(?:at|inside|within|close)\b))\b",
    re.I,
)
# what somebody does for a living, or did: no office, and nobody is spoken for
TRADE = rule(
    r"\b(?i:pensioner|magistrate|postman|postwoman|shopkeeper|newsagent|publican|landlord|landlady|(?:taxi|bus|van|lorry|train|delivery)\s+driver|cabbie|plumber|electrician"
    r"|builder|bricklayer|joiner|carpenter|decorator|gardener|farmer|hairdresser|barber|florist|mechanic|engineer|miner|steelworker|dinner\s+lady|lollipop\s+lady|cleaner"
    r"|caretaker|receptionist|accountant|architect|artist|musician|author|poet|actor|actress|blogger|vlogger|caf[eé]\s+owner|shop\s+owner|business\s+owner"
    r"|market\s+trader|stallholder|childminder|midwife|paramedic|soldier|historian|adopter|(?:mother|father|mum|dad|grandmother|grandfather)-of-\w+|hotelier|chef|waiter|waitress)\b"
)
# "whose children's services are good", "whose children and families team": a council's, and nobody's kin
OF_A_SERVICE = (
    r"(?:[’']s)?\s+(?:services?|social|care|homes?|cent(?:re|er)s?|trust|departments?|directorates?|committees?|panels?|teams?|safeguarding"
    r"|and\s+(?:families|(?:young|adults?|education|learning|schools?|skills|community|adult)\b))"
)
TITLE = rule(
    r"(?:Cllrs?|Councillors?|Coun|Dr|Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Lord|Lady|Baroness|Professor|Prof|Rev|Revd"
    r"|Reverend|Sister|Canon|Alderman|Ald|Supt|Superintendent|Insp|Inspector|Constable|Sergeant|Sgt"
    r"|Commander|Commissioner)\.?"
)
RANK = rule(
    r"(?:(?:Chief|Detective|Det|Temporary|Acting|Assistant|Deputy|T/|A/)\s+)*(?:Superintendent|Supt"
    r"|Inspector|Insp|Constable|Sergeant|Sgt|Commander|Commissioner)\.?",
    re.I,
)
CIVIL = rule(r"(?:Mr|Mrs|Ms|Miss|Mx)\.?")


def plain_role(role: str) -> str:
    return re.sub(r"^(?:one|a|an|another|the)\s+", "", role.strip(), flags=re.I)


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
